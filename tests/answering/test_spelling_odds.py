"""How likely syllables stand side by side: by the reports, by news, by the phrases of questions."""

from hypothesis import given
from hypothesis import strategies as st

from retrieval.answering.spelling.odds import Odds, counted
from retrieval.language.pairs import news_pairs

PAIRS = {("hồ", "chén"): 3, ("ông", "xương"): 2}
WORDS = {"hồ": 4, "chén": 3, "ông": 5, "xương": 2}
ACCENTED = Odds(counted(WORDS.items(), PAIRS.items()))
BARE = Odds(counted(WORDS.items(), PAIRS.items(), bare=True), bare=True)


def test_pairs_of_each_source_are_likelier_than_others() -> None:
    assert ACCENTED.log("hồ", "chén") > ACCENTED.log("hồ", "chên")  # the reports
    assert ACCENTED.log("quốc", "hội") > ACCENTED.log("quốc", "hỏi")  # news
    assert ACCENTED.log("bao", "nhiêu") > ACCENTED.log("bao", "nhiều")  # questions
    assert BARE.log("ho", "chen") > BARE.log("ho", "xuong")


def test_what_is_usual() -> None:
    assert all(map(ACCENTED.is_usual, [("hồ", "chén"), ("quốc", "hội"), ("ai", "dự")]))
    assert not any(map(ACCENTED.is_usual, [("ho", "chen"), ("chén", "hồ"), ("dự", "ghế")]))
    assert BARE.is_usual(("ho", "chen"))


@given(st.sampled_from(["", "hồ", "quốc", "zzz"]), st.text(alphabet="abhiộồncén", min_size=1, max_size=5))
def test_nothing_is_impossible_or_certain(before: str, word: str) -> None:
    assert -30 < ACCENTED.log(before, word) < 0


def test_the_table_of_news() -> None:
    table = news_pairs()
    assert table["hội"]["nghị"] > table["hội"]["thảo"] > 100
    assert "ghế" not in table.get("nghị", {})
    assert all(count >= 20 for row in table.values() for count in row.values())
