"""Whose events are asked for by an office alone, and titles that mention other events."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval import Kind, Library, Status
from retrieval.answering.asking.question import analyse
from retrieval.answering.evidence.holders import bears, office_of_subject

REPORTS = {
    "muoi.txt": "Sáng 4/3/2021, Bộ trưởng Bộ Hải sản Trần Văn Diêm dự hội nghị nghề muối tại Hòn Khói.",
    "tom.txt": "Ngày 9/5/2021, Bộ trưởng Trần Văn Diêm dự hội nghị con tôm tại Đất Mũi.",
    "chieu.txt": "Ngày 2/6/2021, Bộ trưởng Bộ Thủ công Lê Thị Lác dự hội nghị chiếu cói tại Nga Sơn.",
    "muc.txt": """Hội nghị câu mực

Ngày 8/8/2021, tỉnh Hải Khê tổ chức hội nghị câu mực dưới sự chủ trì của Bí thư Tỉnh ủy Hà Văn Bền.

Tỉnh chờ ý kiến của Thủ tướng về dự án cảng.
""",
    "chuyen-de.txt": """Hội nghị rùa biển

Ngày 7/7/2021, hội nghị rùa biển họp tại Cát Vàng. Các đại biểu nghe hai chuyên đề: “San hô sau Đại hội Biển lần thứ 2”
do ông Vũ Đình Sáng trình bày; “Bãi đẻ” do bà Phạm Thị Mùi trình bày.
""",
}


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("holders")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, "utf-8")
    return Library.read([Path(folder)])


@pytest.mark.parametrize(
    "question", ["Bộ trưởng Bộ Hải sản đã dự những hội nghị nào?", "Bộ trưởng Hải sản dự các hội nghị nào"]
)
def test_the_events_of_who_holds_the_office_also_where_only_a_part_of_it_is_told(
    reports: Library, question: str
) -> None:
    answer = reports.ask(question)
    assert answer.kind is Kind.EVENTS
    assert {item.text for item in answer.items} == {"hội nghị nghề muối", "hội nghị con tôm"}


def test_nobody_holds_an_office_that_no_report_tells_of(reports: Library) -> None:
    assert reports.ask("Bộ trưởng Bộ Thời tiết dự những hội nghị nào?").status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "office"),
    [
        ("Thủ tướng đã dự những hội nghị nào?", "Thủ tướng"),
        ("Bí thư Tỉnh ủy từng chủ trì các cuộc họp nào", "Bí thư Tỉnh ủy"),
        ("Thủ tướng dự hội nghị nào ở Huế?", ""),  # one, and more is said of it
        ("Ông Diêm dự những hội nghị nào?", ""),
        ("Những hội nghị nào có Thủ tướng dự?", ""),
    ],
)
def test_the_office_whose_events_are_asked_for(question: str, office: str) -> None:
    assert office_of_subject(analyse(question)) == office


@pytest.mark.parametrize(
    ("office", "asked", "borne"),
    [
        ("Bộ trưởng Bộ Y tế", "Bộ trưởng Y tế", True),
        ("Thủ tướng Chính phủ", "Thủ tướng", True),
        ("Bộ trưởng", "Bộ trưởng Y tế", False),  # may be any
        ("Thủ tướng Nhật Bản", "Thủ tướng", False),
        ("Phó Thủ tướng", "Thủ tướng", False),
    ],
)
def test_what_is_the_whole_office(office: str, asked: str, borne: bool) -> None:
    assert bears(office, asked) is borne


def test_an_event_that_a_title_mentions_is_not_where_it_was_told(reports: Library) -> None:
    answer = reports.ask("Những ai trình bày chuyên đề tại hội nghị rùa biển?")
    assert {item.text for item in answer.items} == {"Vũ Đình Sáng", "Phạm Thị Mùi"}


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Bí thư Tỉnh ủy có chủ trì hội nghị câu mực không?", ["có"]),
        ("Thủ tướng có chủ trì hội nghị câu mực không?", []),  # another did; of him it only tells that he is asked
        ("Thủ tướng có dự hội nghị câu mực không?", []),
    ],
)
def test_what_another_did_is_no_yes_for_an_office(reports: Library, question: str, answer: list[str]) -> None:
    assert [item.text for item in reports.ask(question).items] == answer
