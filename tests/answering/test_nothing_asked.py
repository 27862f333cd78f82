"""What asks for nothing is told what can be asked, with an event of the library; what asks is answered."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval import Library, Status
from retrieval.answering import wording
from retrieval.answering.asking.question import check

REPORT = """Hội nghị nghề yến Hòn Nội

Ngày 4/4/2021, ông Trần Văn Sào chủ trì Hội nghị nghề yến lần thứ 3 tại Hòn Nội.
"""


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("nothing")
    (folder / "nghe-yen.txt").write_text(REPORT, "utf-8")
    return Library.read([Path(folder)])


@pytest.mark.parametrize(
    "question",
    [
        "asdf",
        "Có",
        "có.",
        "Đúng",
        "yến",
        "Thứ trưởng",
        "đến --- Hòn",
        "hôm nay trời đẹp",
        "chủ trì",
        "dự " * 500,
        "qwe rty uio",
    ],
)
def test_what_asks_nothing_gets_a_hint(reports: Library, question: str) -> None:
    answer = reports.ask(question)
    assert answer.status is Status.NOT_FOUND and not answer.evidence
    assert "Bạn có thể hỏi" in answer.text and "ví dụ: Ai dự Hội nghị nghề yến" in answer.text
    assert "for example: Ai dự" in reports.ask(question, language="en").text


@pytest.mark.parametrize(
    "question",
    ["Ai đóng phim này?", "Hội nghị nghề yến lần thứ 9", "Trần Văn Sào", "Đỗ Thị Tổ", "Ai chủ trì hội nghị nghề yến?"],
)
def test_what_asks_for_something_gets_none(reports: Library, question: str) -> None:
    assert "Bạn có thể hỏi" not in reports.ask(question).text


def test_words_said_over_and_over_are_said_once() -> None:
    assert check("dự " * 600) == "dự"
    assert check("chủ trì " * 200 + "hội nghị") == "chủ trì hội nghị"
    assert check("Ai ai cũng dự, dự và dự?") == "Ai ai cũng dự, dự và dự?"
    assert check("Năm năm năm 2021 có gì?") == "Năm năm năm 2021 có gì?"


@pytest.mark.parametrize(
    ("lacking", "said"),
    [
        ("lần thứ 33", "the 33rd edition"),
        ("lần thứ XIII", "edition XIII"),
        ("khóa XIV", "term XIV"),
        ("ngày 31/2", "31 February"),
        ("tháng 2/2020", "February 2020"),
        ("hôm nay", "today"),
        ("năm 2019", "2019"),
        ("Trần Văn Sào", "Trần Văn Sào"),
        ("Hòn Nội", "Hòn Nội"),
    ],
)
def test_what_is_lacking_in_english(lacking: str, said: str) -> None:
    assert wording.not_found_text(lacking, (), "en").endswith(f"do not speak of {said}.")
    assert wording.not_found_text(lacking, (), "vi").endswith(f"không nói về {lacking}.")
