"""Whether somebody still holds an office is denied where the report tells that he left it."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval import Library, Status

REPORT = """Đại hội cổ đông Thép Sông Vàng

Ngày 8/5/2024, đại hội cổ đông Thép Sông Vàng do ông Tạ Đình Lục, Chủ tịch HĐQT, chủ tọa. Bà Hồ Thị Lụa, Tổng Giám \
đốc, báo cáo kết quả kinh doanh.

Đại hội thông qua đơn từ nhiệm của ông Tạ Đình Lục. Ông Mai Chí Công, Trưởng Ban Kiểm soát, vừa thôi giữ chức Giám đốc \
nhà máy. Ông Vương Đắc Lợi, Phó Tổng Giám đốc, không từ nhiệm.
"""


@pytest.fixture(scope="module")
def steel(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder: Path = tmp_path_factory.mktemp("steel")
    (folder / "thep.txt").write_text(REPORT, "utf-8")
    return Library.read([folder])


@pytest.mark.parametrize(
    ("question", "quoted"),
    [
        ("Ông Tạ Đình Lục còn là Chủ tịch HĐQT Thép Sông Vàng không?", "đơn từ nhiệm"),
        ("Ông Mai Chí Công vẫn là Giám đốc nhà máy chứ?", "thôi giữ chức"),
        ("Ong Ta Dinh Luc con giu chuc Chu tich HDQT khong?", "đơn từ nhiệm"),
    ],
)
def test_who_left_is_no_longer_in_office(steel: Library, question: str, quoted: str) -> None:
    answer = steel.ask(question)
    assert [item.text for item in answer.items] == ["không"]
    assert quoted in answer.evidence[0].quote


@pytest.mark.parametrize(
    "question",
    [
        "Bà Hồ Thị Lụa còn là Tổng Giám đốc không?",
        "Ông Vương Đắc Lợi còn là Phó Tổng Giám đốc không?",
        "Ông Mai Chí Công còn là Trưởng Ban Kiểm soát không?",  # another office was left
    ],
)
def test_who_did_not_leave_is_not_denied(steel: Library, question: str) -> None:
    answer = steel.ask(question)
    assert answer.status is Status.NOT_FOUND or answer.items[0].text == "có"
