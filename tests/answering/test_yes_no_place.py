"""A claim of where something was is true only of the place where a report says that it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval import Library, Status

REPORT = """Ra mắt ứng dụng Chợ Phiên

Chiều 7/5/2025, tại khách sạn Mây Trắng (TP.HCM), Công ty Chợ Phiên tổ chức lễ ra mắt ứng dụng cùng tên và ký kết hợp \
tác với Sở Du lịch các tỉnh Bến Tre, Vĩnh Long và Cà Mau. Ông Tạ Quang Lộc, Giám đốc Công ty, phát biểu.

Dự kiến, hội chợ đầu tiên sẽ diễn ra tại Vĩnh Long vào tháng 11/2025.
"""
BRIDGE = """Khởi công cầu Rạch Sậy

Sáng 8/5/2025, tại xã Mương Đào, tỉnh Bến Tre tổ chức lễ khởi công cầu Rạch Sậy. Dự lễ có ông Hà Văn Nhuận, Phó Giám \
đốc Sở Xây dựng Hà Nội.
"""


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("places_claimed")
    (folder / "ung-dung.txt").write_text(REPORT, "utf-8")
    (folder / "cau.txt").write_text(BRIDGE, "utf-8")
    return Library.read([Path(folder)])


@pytest.mark.parametrize(
    "claim",
    [
        "Lễ ra mắt ứng dụng Chợ Phiên tổ chức ở TP.HCM phải không?",
        "Lễ ra mắt ứng dụng Chợ Phiên tổ chức ở khách sạn Mây Trắng phải không?",
        "Lễ khởi công cầu Rạch Sậy diễn ra ở xã Mương Đào phải không?",
    ],
)
def test_the_place_told_or_a_wider_one(reports: Library, claim: str) -> None:
    assert [item.text for item in reports.ask(claim).items] == ["có"]


@pytest.mark.parametrize("place", ["Vĩnh Long", "Cà Mau"])
def test_a_place_in_another_province_is_denied(reports: Library, place: str) -> None:
    answer = reports.ask(f"Lễ ra mắt ứng dụng Chợ Phiên tổ chức ở {place} phải không?")
    assert [item.text for item in answer.items] == ["không", "khách sạn Mây Trắng"]


def test_a_place_that_is_not_known_to_be_another_is_not_found(reports: Library) -> None:
    answer = reports.ask("Lễ khởi công cầu Rạch Sậy diễn ra ở Hà Nội phải không?")
    assert answer.status is Status.NOT_FOUND or answer.items[0].text == "không"
