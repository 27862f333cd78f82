"""What questions ask: the table of questions.tsv, and what must hold for any question."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.answering.asking.question import LONGEST, analyse, check
from retrieval.errors import QuestionError
from retrieval.facts.acts import Act
from retrieval.language.normalize import fold

WORDS = (
    "ai", "nào", "gì", "là", "có", "không", "hội nghị", "ông", "Nam", "khi", "mấy", "bot", "vậy", "?", ",",
    "\u0301", "32",
)  # fmt: skip
TABLE = [
    line.split("\t")
    for line in Path(__file__).with_name("questions.tsv").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


def test_the_table_is_large_and_without_doubles() -> None:
    assert len(TABLE) >= 250
    assert len({row[3] for row in TABLE}) == len(TABLE)


@pytest.mark.parametrize(("kind", "aspects", "focus", "question"), TABLE, ids=[row[3] for row in TABLE])
def test_what_is_asked(kind: str, aspects: str, focus: str, question: str) -> None:
    asked = analyse(question)
    if kind != "-":
        assert asked.kind.value == kind
    for aspect in aspects.replace("-", "").split():
        assert (aspect.lstrip("!") in asked.aspects) is not aspect.startswith("!")
    if focus != "-":
        assert asked.focus == focus or (kind == "count" and asked.focus.startswith(focus))


@pytest.mark.parametrize(("kind", "aspects", "focus", "question"), TABLE, ids=[row[3] for row in TABLE])
def test_the_same_decomposed(kind: str, aspects: str, focus: str, question: str) -> None:
    plain, decomposed = analyse(question), analyse(unicodedata.normalize("NFD", question))
    assert (decomposed.kind, decomposed.aspects, decomposed.text) == (plain.kind, plain.aspects, plain.text)


def test_most_are_read_without_accents_too() -> None:
    rows = [row for row in TABLE if row[0] != "-" and not row[3].isascii()]
    right = sum(analyse(fold(row[3])).kind.value == row[0] for row in rows)
    assert right >= 0.97 * len(rows)


@pytest.mark.parametrize(
    ("question", "cue"),
    [
        ("Ai chủ trì hội nghị?", "Ai"),
        ("Hội nghị diễn ra khi nào?", "khi nào"),
        ("Thứ trưởng nào dự lễ ra quân?", "Thứ trưởng nào"),
        ("Hội nghị có mấy phiên?", "mấy"),
        ("Bí thư Tỉnh ủy Nghệ An là ai?", "là ai"),
        ("Ai là Bí thư Tỉnh ủy Nghệ An?", "là ai"),
        ("Số điểm cầu tham dự hội nghị là bao nhiêu?", "Bao nhiêu"),
        ("Chủ đề của hội nghị là gì?", "gì"),
        ("Ông Nam có dự hội nghị không?", "không"),
    ],
)
def test_cue(question: str, cue: str) -> None:
    asked = analyse(question)
    assert asked.text[slice(*asked.cue)] == cue


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("bot ơi cho mình hỏi ai chủ trì HN vậy ạ?", "ai chủ trì hội nghị"),
        ("TTg có dự ko?", "thủ tướng có dự không"),
        ("đ/c nào phát biểu vậy bot", "đồng chí nào phát biểu"),
        ("ong Nam co du hn k", "ong Nam co du hoi nghi khong"),
        ("Hong Kong ở đâu vậy", "Hong Kong ở đâu"),
        ("TP HCM có sự kiện gì", "TP HCM có sự kiện gì"),
        ("bữa mô họp rứa", "bữa nào họp"),
        ("Hồ Văn Rứa là ai", "Hồ Văn Rứa là ai"),
        ("Hội nghị đó diễn ra khi nào?", "Hội nghị đó diễn ra khi nào"),
        ("Ai phát biểu lúc ấy?", "Ai phát biểu lúc ấy"),
    ],
)
def test_chat_is_taken_off(question: str, text: str) -> None:
    assert analyse(question).text == text


def test_a_name_is_no_question_word() -> None:
    assert analyse("Ông Nam nói gì?").kind.value != "date"
    assert "year" not in analyse("Ông Nam bao nhiêu tuổi?").aspects
    assert analyse("Tinh thần nào được đề cao?").focus != "tỉnh"


def test_verbs_typed_without_accents_in_an_accented_question() -> None:
    assert Act.CHAIR in analyse("Ai chu tri hội nghị đối ngoại?").act_set
    assert Act.GIVE not in analyse("Lễ tang diễn ra ở đâu?").act_set


def test_dates_and_editions_are_read() -> None:
    asked = analyse("Ai dự Hội nghị Ngoại giao lần thứ 32 ngày 19/12/2023?")
    assert [e.number for e in asked.editions] == [32]
    assert [(d.date.day, d.date.month, d.date.year) for d in asked.dates] == [(19, 12, 2023)]


@pytest.mark.parametrize("question", ["", "   ", "\u200b", "???", "12 / 3", "x" * (LONGEST + 1)])
def test_what_is_no_question(question: str) -> None:
    with pytest.raises(QuestionError):
        check(question)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=9))
def test_any_heap_of_question_words_is_read(words: list[str]) -> None:
    question = " ".join(words)
    try:
        asked = analyse(question)
    except QuestionError:
        return
    assert len(asked.folded) == len(asked.text)
    assert 0 <= asked.cue[0] <= asked.cue[1] <= len(asked.text)


def test_short_verbs_without_accents_are_believed_only_in_their_place() -> None:
    assert analyse("ai du hoi nghi doi ngoai").act_set == {Act.ATTEND}
    assert analyse("Ha Noi co le hoi gi").act_set == frozenset()
    assert Act.SIGN in analyse("ai ky hop dong voi JBIC").act_set
    assert Act.VISIT not in analyse("phien phuc tham dien ra khi nao").act_set


def test_repeated_signs_and_question_words_are_read_once_or_a_few_times() -> None:
    assert analyse("Hội nghị , , , , , , khi nào?????").text == "Hội nghị , khi nào"
    assert analyse("nào " * 300).kind.value == "theme"


@pytest.mark.parametrize(
    "text",
    [
        *("Who chaired the conference?", "how many people attended", "Where was the meeting?"),
        *("Who signed the agreement?", "Who's the chair?", "Tell me who was there", "Is Bùi Thanh Sơn the minister?"),
        *("Who hosted it", "Could you list the participants?"),
    ],
)
def test_a_question_in_english_is_told_so(text: str) -> None:
    assert {"off_subject", "english"} <= analyse(text).aspects


@pytest.mark.parametrize(
    "text",
    [
        *("WHO tổ chức họp báo khi nào?", "who to chuc hop bao o dau", "Ai dự hội nghị Wherever?"),
        *("WHO họp với ông Ahmed ở Beijing khi nào?", "list ai du hoi nghi", "Danh sách people dự hội nghị"),
    ],
)
def test_a_question_with_english_words_is_not_english(text: str) -> None:
    assert "english" not in analyse(text).aspects
