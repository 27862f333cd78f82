"""How likely a syllable follows two others in a question: by questions, and by the documents it seems to be about."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from retrieval.answering.spelling.asked_odds import Around, AskedOdds, Told
from retrieval.answering.spelling.odds import counted
from retrieval.language.normalize import fold
from retrieval.language.pairs import FIGURE, SIGN, pieces, question_rows, row

ODDS = AskedOdds(counted({"làng": 2, "gốm": 2}.items(), {("làng", "gốm"): 2}.items()))
LINES = ("Nghệ nhân Lò Thị Bưởi nặn ấm.", "Bà Bưởi bán ấm ở chợ Gốm.")
TOLD = Told.of(LINES, map(fold, LINES))
NOTHING = Around((), ())


def test_questions_say_what_is_usual_in_them() -> None:
    after = ODDS.following(NOTHING)
    assert after("bao", "giờ")("họp") > after("bao", "giờ")("hộp")
    assert after("", SIGN)("lúc") > after("", SIGN)("lục")
    assert after("", "lúc")("thông") > after("", "lực")("thông")  # "lực" nearly always has one of a few words behind it


def test_the_documents_say_what_is_meant() -> None:
    around = Around([TOLD], {"ba", "buoi", "ban", "am", "o"})
    assert around.forms["buoi"] == {"bưởi"}
    known, unknown = ODDS.following(around), ODDS.following(NOTHING)
    assert known("", "bà")("bưởi") > known("", "bà")("buổi")
    assert unknown("", "bà")("bưởi") < unknown("", "bà")("buổi")
    assert known("bưởi", "bán")("ấm") > known("bưới", "bán")("ấm")  # three together


def test_a_question_is_only_about_its_own_syllables() -> None:
    around = Around([TOLD], {"ba", "am"})
    assert around.alone == {"bà": 1, "ấm": 2}
    assert not around.after["bà"]  # "bà ấm" stands nowhere


@given(st.sampled_from(["", SIGN, FIGURE, "bà", "zzz"]), st.sampled_from(["", "bà", "làng", SIGN]), st.text("abưởim"))
def test_nothing_is_impossible_or_certain(older: str, before: str, word: str) -> None:
    assert -40 < ODDS.following(Around([TOLD], {"ba", "buoi", "am"}))(older, before)(word) < 0


@given(st.lists(st.text(st.sampled_from("Bưởi ́̀½İ…ﬁ1.,đ\u200b"), max_size=9), max_size=3))
def test_every_piece_has_its_letters(lines: list[str]) -> None:
    told = Told.of(lines, map(fold, lines))
    assert len(told.pieces) == len(told.letters)
    assert Around([told], {"buoi"}).forms.keys() <= {"buoi"}


def test_pieces_have_their_places() -> None:
    assert pieces("Ai họp 9/8?") == [(SIGN, 0), ("Ai", 0), ("họp", 3), (FIGURE, 7), (SIGN, 10)]


def test_the_table_of_questions() -> None:
    rows = question_rows()
    assert row(rows["hôm"])["nào"] > 50
    assert row(rows["hôm nào"])[SIGN] > 20
    assert sum(row(rows[""]).values()) > 50_000
