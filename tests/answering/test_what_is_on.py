"""What is on at a time: "Hôm nay có họp gì không?" lists events, of the day on which it is asked."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from retrieval import Kind, Library, Status
from retrieval.answering.asking.question import analyse
from retrieval.answering.days_told import on_days_told

REPORTS = {
    "muoi.txt": "Hội nghị nghề muối\n\nSáng 4/3/2021, hội nghị nghề muối do ông Trần Văn Diêm chủ trì khai mạc.",
    "coi.txt": "Hội thảo chiếu cói\n\nNgày 9/5/2021, hội thảo chiếu cói diễn ra tại Nga Sơn. Bà Phạm Thị Lác dự.",
}
THURSDAY = dt.date(2021, 3, 4)


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("on")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, "utf-8")
    return Library.read([Path(folder)])


@pytest.mark.parametrize(
    ("question", "today"),
    [
        ("Hôm nay có họp gì không?", THURSDAY),
        ("hom nay co hop gi khong", THURSDAY),
        ("Hôm qua có những sự kiện nào?", THURSDAY + dt.timedelta(days=1)),
        ("Tuần này có hội nghị nào không?", THURSDAY + dt.timedelta(days=2)),
        ("Có hội nghị nào trong tuần trước không?", THURSDAY + dt.timedelta(days=7)),
        ("Tháng 3/2021 có họp gì không?", dt.date(2024, 1, 1)),
    ],
)
def test_the_events_of_the_time_are_listed(reports: Library, question: str, today: dt.date) -> None:
    answer = reports.ask(question, today=today)
    assert answer.kind is Kind.EVENTS and len(answer.items) == 1
    assert answer.items[0].text.lower().startswith("hội nghị nghề muối")


@pytest.mark.parametrize("question", ["Hôm nay có họp gì không?", "Tuần này có hội nghị nào không?"])
def test_nothing_is_on_at_another_time(reports: Library, question: str) -> None:
    answer = reports.ask(question, today=dt.date(2024, 1, 1))
    assert answer.status is Status.NOT_FOUND and not answer.items


def test_a_question_that_names_nothing_means_the_day_on_which_it_is_asked(reports: Library) -> None:
    asked = "Hôm nay ở Nga Sơn ai dự hội thảo?"
    assert [i.text for i in reports.ask(asked, today=dt.date(2021, 5, 9)).items] == ["Phạm Thị Lác"]
    assert reports.ask(asked, today=dt.date(2024, 1, 1)).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    "question",
    [
        "Hôm nay ai dự hội thảo chiếu cói?",
        "Hôm qua ông Diêm dự gì?",
        "Năm nay ai dự hội thảo?",
        "Ai hát trong vở Chiều nay cói trổ bông?",  # a title
    ],
)
def test_where_something_is_named_the_day_is_that_of_its_report(question: str) -> None:
    asked = analyse(question)
    assert asked.dates and on_days_told(asked, THURSDAY) == asked


def test_nothing_was_on_a_day_that_no_year_has(reports: Library) -> None:
    assert reports.ask("Ai dự hội thảo ngày 31/2?").status is Status.NOT_FOUND


@pytest.mark.parametrize(
    "question",
    [
        "Hôm nay hội nghị nghề muối có ai dự không?",
        "Hôm qua ông Diêm có dự hội nghị nào không?",
        "Hội nghị nghề muối có họp báo gì không?",
        "Ngày 4/3/2021 có lễ nào do ông Diêm chủ trì không?",
    ],
)
def test_where_more_is_said_the_day_is_the_reports(question: str) -> None:
    assert "on" not in analyse(question).aspects
