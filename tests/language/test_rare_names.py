"""Names of rare families, of other peoples and of the orders, and where a place ends before a name."""

from __future__ import annotations

import pytest

from retrieval.language.names import find_people

NAMED = {
    # A rare family after an office, with its body and without, after a town and an abbreviation
    "Thứ trưởng Xây dựng Diêm Thế Vĩ ký.": ["Diêm Thế Vĩ"],
    "Chánh văn phòng HĐND tỉnh Bạc Liêu Lộ Quang Đáng gửi thư.": ["Lộ Quang Đáng"],
    "Bí thư Thành ủy TP. HCM Sái Thế Mỹ phát biểu": ["Sái Thế Mỹ"],
    "Chủ tịch TP Hải Phòng Trầm Bửu Sơn tới": ["Trầm Bửu Sơn"],
    "Phó chủ tịch nước Lộc Ngọc Thùy Hân trao đổi": ["Lộc Ngọc Thùy Hân"],
    "Phó thủ tướng Ấu Thái Khương và Thủ tướng Bon Niêng họp": ["Ấu Thái Khương", "Bon Niêng"],
    "nguyên Tổng bí thư Lai Nghị dự": ["Lai Nghị"],
    "Chủ tịch HĐQT Mấu Văn Thoan và Tổng giám đốc Phàng A Páo": ["Mấu Văn Thoan", "Phàng A Páo"],
    # Two syllables after a place
    "Chủ tịch UBND tỉnh Cà Mau Lê Quí ký": ["Lê Quí"],
    "Chủ tịch UBND TP Đà Nẵng Võ Hậu ký": ["Võ Hậu"],
    "Bí thư huyện Tam Nông Trần Quí nói": ["Trần Quí"],
    "Chủ tịch huyện Lý Sơn Phạm Quí và Chủ tịch xã Vĩnh Thạnh Trung Lê Quí": ["Phạm Quí", "Lê Quí"],
    "Giám đốc Sở Y tế TP. HCM Đậu Khải nói": ["Đậu Khải"],
    # Names in which another word hides
    "Bác sĩ Vũ Công Thoại khám": ["Vũ Công Thoại"],
    "ông Đào Nhật Hoàng Kỷ - phó chánh án": ["Đào Nhật Hoàng Kỷ"],
    "Chủ tịch nước Cao Đăng Hiệp hội đàm": ["Cao Đăng Hiệp"],
    "Luật sư Đoàn Thái Bưởi nói": ["Đoàn Thái Bưởi"],
    "Lý Đình Hội (nguyên Trưởng Công an xã)": ["Lý Đình Hội"],
    "Bị cáo Phát khai.": ["Phát"],
    # The highlands
    "K'Brền (nguyên Bí thư Đảng ủy xã) vắng mặt": ["K'Brền"],
    "Bí thư Hà Nội K'Brền nói": ["K'Brền"],
    "Già làng Arất Bhling kể": ["Arất Bhling"],
    # The orders
    "Nữ tu Agata Trần Thị Mận": ["Agata Trần Thị Mận"],
    "Đức cha Vinh Sơn Lê Văn Thiện": ["Vinh Sơn Lê Văn Thiện"],
    "Ni sư Tịnh Quang tới": ["Tịnh Quang"],
    # From abroad
    "Đại sứ Trung Quốc Hùng Khải tới": ["Hùng Khải"],
    "Chủ tịch Trung Quốc Giả Học Uy tới": ["Giả Học Uy"],
    "Cố vấn nhà nước Aung Min Sun Hla tới": ["Aung Min Sun Hla"],
    "Thủ tướng Đức Elke zu Rabenau tới": ["Elke zu Rabenau"],
    "Quốc vụ khanh phụ trách châu Á - Thái Bình Dương Lukas Brandt nói": ["Lukas Brandt"],
}


@pytest.mark.parametrize(("text", "names"), NAMED.items())
def test_rare_names_are_read_whole(text: str, names: list[str]) -> None:
    assert [p.name for p in find_people(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "Chủ tịch Tập đoàn Lộc Trời An cho biết",
        "Giám đốc bệnh viện Cái Nước cho biết",
        "Bí thư huyện Đồ Sơn cho biết",
        "Thủ tướng Cộng hòa Séc và Thủ tướng Tây Ban Nha",
        "Bộ trưởng Công Thương và Bộ trưởng Quốc Phòng",
        "đội trưởng bảng A Hà Nội, chủ nhiệm Khối A Báo chí",
        "tài xế Việt, hai nghi phạm Thái",
        "tàu sân bay mang tên Liêu Ninh",
        "đi từ đường Lê Lai → Đoàn Văn Xê → cầu Mống",
        "luật sư Mỹ, nghi phạm Pháp, bác sĩ Bệnh viện K",
        "xã K'Dang, buôn H'Lâm",
        "Giám đốc Sở Y tế TP. HCM và Chủ tịch tỉnh Quảng Nam",
        "Chủ tịch huyện Mù Cang Chải",
    ],
)
def test_places_firms_and_bodies_are_nobody(text: str) -> None:
    assert find_people(text) == []
