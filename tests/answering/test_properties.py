"""What holds of every answer, whatever was asked."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval import Answer, Kind, Library, QuestionError, Status

CORPUS = Path(__file__).parents[2] / "corpus"

QUESTIONS = [
    "Ai chủ trì Hội nghị đối ngoại toàn quốc?",
    "Tỉnh Thái Bình có những ai dự Hội nghị ngoại giao lần thứ 32?",
    "Lãnh đạo Hải Phòng nào dự hội nghị đối ngoại toàn quốc?",
    "Ai trình bày chuyên đề về thực tiễn triển khai đường lối đối ngoại?",
    "Hội nghị Ngoại giao lần thứ 31 bế mạc khi nào?",
    "Hội nghị đối ngoại toàn quốc diễn ra ở đâu?",
    "Ông Trần Đình Thiên từng giữ chức vụ gì?",
    "Hội nghị Ngoại giao lần thứ 31 gồm bao nhiêu phiên họp?",
    "Thứ trưởng Lê Xuân Định có dự hội nghị đối ngoại toàn quốc không?",
    "Phạm Bình Minh dự những hội nghị nào?",
    "Hội nghị Ngoại giao lần thứ 31 có chủ đề gì?",
    "ai du hoi nghi ngoai giao lan thu 32",
    "Bùi Thanh Sơn phát biểu gì?",
]


@pytest.fixture(scope="module")
def sample() -> Library:
    return Library.read([CORPUS])


def check(library: Library, answer: Answer) -> None:
    texts = {d.name: d.text for d in library.documents}
    for evidence in answer.evidence:
        assert evidence.quote in texts[evidence.document]
        assert all(0 <= start <= end <= len(evidence.quote) for start, end in evidence.marks)
    quotes = unicodedata.normalize("NFC", " ".join(" ".join(e.quote.split()) for e in answer.evidence))
    if answer.kind is Kind.PEOPLE:
        assert all(item.text in quotes for item in answer.items)
    assert 0.0 <= answer.confidence <= 1.0
    assert answer.text
    if answer.status is Status.NOT_FOUND:
        assert not answer.items


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_quote_is_a_slice_and_holds_the_names(sample: Library, question: str) -> None:
    answer = sample.ask(question)
    assert answer.status is Status.ANSWERED
    assert answer.evidence
    check(sample, answer)


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_form_of_the_text_changes_nothing(sample: Library, question: str) -> None:
    plain = sample.ask(question)
    decomposed = sample.ask(unicodedata.normalize("NFD", question))
    assert decomposed.items == plain.items
    assert decomposed.text == plain.text


def test_asking_twice_gives_the_same(sample: Library) -> None:
    again = Library.read([CORPUS])
    for question in QUESTIONS:
        assert again.ask(question) == sample.ask(question)


WORDS = st.sampled_from(
    [
        "ai",
        "chủ",
        "trì",
        "hội",
        "nghị",
        "ngoại",
        "giao",
        "lần",
        "thứ",
        "31",
        "32",
        "khi",
        "nào",
        "ở",
        "đâu",
        "bao",
        "nhiêu",
        "Nguyễn",
        "Phú",
        "Trọng",
        "Bùi",
        "Thanh",
        "Sơn",
        "có",
        "không",
        "là",
        "gì",
        "Hải",
        "Phòng",
        "điểm",
        "cầu",
        "dự",
        "phát",
        "biểu",
        "?",
        ",",
        "“",
        "”",
        "(",
        ")",
        "19/12",
        "năm",
        "2023",
        "những",
        "nào",
        "Còn",
        "ông",
        "ấy",
        "<b>",
        "&",
        "́",
        "😀",
    ]
)


@settings(max_examples=80, deadline=None)
@given(st.one_of(st.lists(WORDS, max_size=14).map(" ".join), st.text(max_size=80)))
def test_no_question_breaks_it(sample: Library, question: str) -> None:
    try:
        answer = sample.ask(question)
    except QuestionError:
        return
    check(sample, answer)


@pytest.mark.parametrize(
    "question", ["Ai dự hội nghị tại İstanbul, A?", "Ai dự hội nghị İ İ?", "Ai là người \u0345 dự?", "Ai \u0345ý?"]
)
def test_letters_of_another_length_in_small_or_bare_are_no_error(library: Library, question: str) -> None:
    assert library.ask(question).text


def test_half_a_surrogate_pair_is_no_error(library: Library) -> None:
    assert library.ask("\ud800 Ai dự lễ khánh thành Thư viện tỉnh Sao Mai?").items
