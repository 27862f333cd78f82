"""Who organised: a body mostly; who chairs or speaks there is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval import Library, Status
from retrieval.answering.asking.question import analyse
from retrieval.answering.who.organisations import asks_who_organised

REPORTS = {
    "nghe-sat.txt": """Hội thi rèn Sông Mực diễn ra ngày 3/5/2021

Ngày 3/5/2021, tại sân đình Mực, diễn ra hội thi rèn Sông Mực do Sở Công Thương, Hội Nghề rèn tổ chức. Ông Đỗ Văn Đe dự.
""",
    "tong-ket.txt": """Tổng kết nghề rèn năm 2021

Hội nghị tổng kết nghề rèn được tổ chức vào cuối năm, sau hội thi rèn Sông Mực do Phó Chủ tịch UBND tỉnh Lê Thị Bễ chủ \
trì - hội thi đầu tiên của nghề.
""",
    "tiec-tra.txt": "Bà Trần Thị Than đứng ra tổ chức tiệc trà mừng thợ rèn ngày 5/5/2021.",
}


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("organised")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, "utf-8")
    return Library.read([Path(folder)])


@pytest.mark.parametrize(
    "question",
    [
        "Hội thi rèn Sông Mực do ai tổ chức?",
        "Ai tổ chức hội thi rèn Sông Mực?",
        "hoi thi ren song muc do ai to chuc",
        "Đơn vị nào tổ chức hội thi rèn Sông Mực?",
    ],
)
def test_the_bodies_that_organised(reports: Library, question: str) -> None:
    assert [i.text for i in reports.ask(question).items] == ["Sở Công Thương", "Hội Nghề rèn"]


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Hội thi do ai tổ chức?", True),
        ("hoi thi do ai to chuc", True),
        ("Cơ quan nào đứng ra tổ chức hội thi?", True),
        ("Hội thi được tổ chức bởi ai?", True),
        ("Quan chức nào của Tổ chức Hàng hải lên tiếng?", False),
        ("Ai bị xử về tội tổ chức đánh bạc?", False),
        ("Năm nước ta đăng cai hội thi, ông ấy tới những nước nào?", False),
    ],
)
def test_whether_it_is_asked_who_arranged(question: str, asked: bool) -> None:
    assert asks_who_organised(analyse(question)) is asked


def test_a_person_who_organised(reports: Library) -> None:
    assert [i.text for i in reports.ask("Ai tổ chức tiệc trà mừng thợ rèn?").items] == ["Trần Thị Than"]


@pytest.mark.parametrize(
    "question", ["Hội nghị tổng kết nghề rèn do ai tổ chức?", "Ai đăng cai hội nghị tổng kết nghề rèn?"]
)
def test_nobody_where_only_who_chaired_is_told(reports: Library, question: str) -> None:
    assert reports.ask(question).status is Status.NOT_FOUND
