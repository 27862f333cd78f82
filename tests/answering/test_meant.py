"""Whom a question was read to name where it was typed otherwise, and what is shown where nothing was found."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from bot.render import as_text, parts
from retrieval.library import Library

REPORTS = {
    "muoi.txt": (
        "Hội nghị nghề muối\n\nSáng 4/5/2021, tại Bạc Liêu, ông Lê Quang Tửu, Giám đốc Sở Công Thương, chủ trì hội "
        "nghị nghề muối.\n\nBà Đặng Hạ Uyên, Chủ tịch huyện Đông Hải, dự hội nghị."
    ),
    "che.txt": "Ngày hội chè\n\nNgày 6/6/2021, tại Mộc Châu, bà Vi Thị Sao khai mạc ngày hội chè.",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder: Path = tmp_path_factory.mktemp("meant")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, "utf-8")
    return Library.read([folder])


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("Ông Lê Quang Tưu giữ chức vụ gì?", "Lê Quang Tửu"),
        ("Ông Lê Quang Tửuu giữ chức vụ gì?", "Lê Quang Tửu"),
        ("Có phải bà Đặng Hạ Uyển dự hội nghị nghề muối?", "Đặng Hạ Uyên"),
        ("Ông Lê Quang Tửu giữ chức vụ gì?", ""),
        ("ông lê quang tửu giữ chức vụ gì", ""),
        ("ong le quang tuu giu chuc vu gi", ""),
        ("Ông Tửu giữ chức vụ gì?", ""),
        ("Ai chủ trì hội nghị nghề muối?", ""),
        ("Ông Trần Văn Khơi giữ chức vụ gì?", ""),
    ],
)
def test_a_name_typed_otherwise_than_the_reports_write_it_is_told(library: Library, question: str, meant: str) -> None:
    text = library.ask(question).text
    assert text.startswith(f"Ý bạn là {meant}?\n") if meant else "Ý bạn là" not in text


def test_it_is_told_once_and_before_the_answer(library: Library) -> None:
    answer = library.ask("Ông Lê Quang Tưu chủ trì hội nghị nào?")
    assert as_text(parts(answer), "vi").startswith("Ý bạn là Lê Quang Tửu?\n")
    later = library.ask("Ông ấy giữ chức vụ gì?", answer.conversation)
    assert later.items and "Ý bạn là" not in later.text
    assert library.ask("Ông Lê Quang Tưu giữ chức vụ gì?", language="en").text.startswith("Did you mean Lê Quang Tửu?")


def test_an_event_that_has_little_of_the_question_is_not_near(library: Library) -> None:
    near = library.ask("Ai chủ trì hội nghị nghề muối năm 2019?")
    assert [e.documents for e in near.nearest] == [("muoi.txt",)] and near.evidence
    for question in ("Ai chủ trì lễ khánh thành đập thủy điện Nậm Cắn 3?", "Ông Hồ Văn Cẩn lái xe hiệu gì?"):
        far = library.ask(question)
        assert (far.items, far.nearest, far.evidence) == ((), (), ())


def test_that_nothing_was_on_then_is_said_so(library: Library) -> None:
    today = dt.date(2024, 3, 6)
    for question, said in (
        ("Tuần này có họp gì không?", "Không tìm thấy sự kiện nào vào tuần này."),
        ("Ngày 5/9/2020 có sự kiện gì?", "Không tìm thấy sự kiện nào vào ngày 5/9/2020."),
    ):
        answer = library.ask(question, today=today)
        assert (answer.text, answer.nearest, answer.evidence) == (said, (), ())
    assert "sự kiện nào vào" not in library.ask("Ông Trần Văn Cẩn dự hội nghị nào ngày 4/5/2021?").text


def test_another_edition_is_near(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Sáng 4/5/2021, bà Vi Thị Sao khai mạc ngày hội chè lần thứ 3 ở Mộc Châu.", "utf-8")
    answer = Library.read([tmp_path]).ask("Ai khai mạc ngày hội chè lần thứ 9 ở Mộc Châu?")
    assert "lần thứ 9" in answer.text and [e.documents for e in answer.nearest] == [("a.txt",)]


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("tô nhâm có dự hội nghị nghề muối không", "Tô Nhâm"),
        ("to nham co du hoi nghi nghe muoi khong", "To Nham"),
        ("bà nga có dự hội nghị nghề muối không", "Nga"),
    ],
)
def test_a_bare_name_that_no_report_has_is_not_there(library: Library, question: str, name: str) -> None:
    answer = library.ask(question)
    assert answer.items == () and f"không nói về {name}." in answer.text


def test_who_is_there_by_a_bare_name_or_an_office_is_there(library: Library) -> None:
    for question in ("đặng hạ uyên có dự hội nghị nghề muối không", "chủ tịch huyện có dự hội nghị nghề muối không"):
        assert [item.text for item in library.ask(question).items] == ["có"]
