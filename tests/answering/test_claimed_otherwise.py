"""A claim is no "có" where the report tells the deed the other way round, of another time, place or rank, or not."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval import Library

REPORT = """Hội thi Đèn lồng khai mạc ở Đà Lạt

(Báo Cần Thơ) - Sáng 9/3/2022, tại Nhà văn hóa thành phố Đà Lạt, diễn ra Hội thi Đèn lồng. Ông Lục Văn Tốn, Giám đốc \
Sở Văn hóa, phát biểu khai mạc.

Dự Hội thi có bà Cầm Thị Nga, Giám đốc Sở Du lịch. Ông Đèo Văn Phin vắng mặt vì bận việc gia đình.

Hội thi Đèn lồng có 90 nghệ nhân già dự.

Cần Thơ dự Hội thi Đèn lồng với 20 đội. Ông Mạc Văn Khôi dự tại điểm cầu Cần Thơ. Làng Sen là làng nghề lớn thứ ba \
của vùng.
"""
VISIT = """Sở Du lịch muốn có thêm khách Peru

Bà Cầm Thị Nga tiếp Đại sứ Peru Pablo Neri. Ông Neri tin chuyến thăm sẽ thắt chặt tình hữu nghị.
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("otherwise")
    (folder / "den-long.txt").write_text(REPORT, "utf-8")
    (folder / "khach-peru.txt").write_text(VISIT, "utf-8")
    return Library.read([Path(folder)])


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Ông Lục Văn Tốn có phát biểu không?", ["có"]),
        ("Cầm Thị Nga có phát biểu không?", []),
        ("Đèo Văn Phin có phát biểu không?", []),
        ("Cầm Thị Nga có tiếp Pablo Neri không?", ["có"]),
        ("Pablo Neri có được Cầm Thị Nga tiếp không?", ["có"]),
        ("Pablo Neri có tiếp Cầm Thị Nga không?", ["không"]),
        ("Pablo Neri có thăm Việt Nam không?", []),
        ("Cần Thơ dự Hội thi Đèn lồng với 20 đội phải không?", ["có"]),
        (
            "Có phải 125 nghệ nhân già dự Hội thi Đèn lồng?",
            ["không", "90"],
        ),  # the report counts just those
        ("Có phải 125 họa sĩ trẻ dự Hội thi Đèn lồng?", []),
        ("Hội thi Đèn lồng diễn ra sáng 9/3?", ["có"]),
        ("Hội thi Đèn lồng diễn ra chiều 9/3?", ["không", "sáng 9/3/2022"]),
        ("Hội thi Đèn lồng diễn ra ở Đà Lạt?", ["có"]),
        ("Hội thi Đèn lồng diễn ra ở Cần Thơ?", ["không", "Nhà văn hóa thành phố Đà Lạt"]),
        ("Mạc Văn Khôi có dự ở điểm cầu Cần Thơ không?", ["có"]),
        ("Cầm Thị Nga có dự ở điểm cầu Cần Thơ không?", []),
        ("Làng Sen là làng nghề lớn thứ ba của vùng phải không?", ["có"]),
        ("Làng Sen là làng nghề lớn nhất của vùng phải không?", ["không"]),
    ],
)
def test_a_claim_is_judged_by_what_is_told(report: Library, claim: str, verdict: list[str]) -> None:
    answer = report.ask(claim)
    assert [item.text for item in answer.items] == verdict, answer.text
