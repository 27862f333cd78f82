"""A "có" is only given with a sentence that has the claim's number, place, office and deed, as done."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval import Library
from retrieval.answering.claims.compared import office_differs

REPORTS = {
    "chim-cat.txt": """Hãng Chim Cắt giao tàu lượn

Hãng Chim Cắt của Thụy Điển hợp tác với Chile để phát triển tàu lượn Cắt 7. Peru từng muốn mua nó. \
Tàu lượn Cắt 7 do Thụy Điển chế tạo. Việc chế tạo Cắt 9 bị hoãn vì thiếu tiền.

Vụ rơi tàu lượn ở đèo Gió làm 5 người chết, 2 người bị thương. Tổng thống Chile Pablo Neri sẽ tới Stockholm \
vào tháng sau. Tổng thống Neri đã thăm đèo Gió hôm 3/4. Thủ tướng Peru Ana Sol đi cùng, và thủ tướng Ivo Lund tiếp họ.
""",
    "lang-hoa.txt": """Làng hoa Sen Trắng gặp mưa

Bà Tạ Thị Nhài, Chủ tịch Hội Nông dân xã Sen Trắng, cho biết hoa đã hỏng. Đại sứ Peru tại Thụy Điển Luis Vera \
tặng làng hạt giống cùng Aro Lim, nhà lãnh đạo Mông Cổ. Phó Chủ tịch tỉnh Lò Văn Ngạn ký quyết định hỗ trợ làng hoa.

Công an ra lệnh bắt tạm giam ông Cù Văn Đá, giám đốc công ty Hoa Tươi. Công an cấm ông Mạc Văn Sậy, giám đốc \
công ty Phân Bón, đi khỏi nơi cư trú.
""",
    "hop-bao-lu.txt": """Họp trực tuyến về chống lũ

Dự họp tại điểm cầu Lào Cai có Bí thư Tỉnh ủy Sùng Văn Páo, bà Lường Thị Ban, Giám đốc Sở Y tế; ông Mùa A Tủa, \
nguyên Giám đốc Sở Nội vụ. Tại điểm cầu Cần Thơ, dự họp có ông Ngũ Văn Sáu, Bí thư Thành ủy.

Các bị can gồm: Khúc Văn Mè (30 tuổi) giám đốc công ty lọc nước; Lục Văn Kê (29 tuổi) bác sĩ bệnh viện Suối.
""",
}


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("borne")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, "utf-8")
    return Library.read([Path(folder)])


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Có phải 5 người chết trong vụ rơi tàu lượn ở đèo Gió?", ["có"]),
        ("Có phải 6 người chết trong vụ rơi tàu lượn ở đèo Gió?", ["không", "5 người chết"]),
        ("Có phải tàu lượn Cắt 7 do Thụy Điển chế tạo?", ["có"]),
        ("Có phải tàu lượn Cắt 7 do Peru chế tạo?", []),
        ("Có phải tàu lượn Cắt 9 do Thụy Điển chế tạo?", []),
        ("Thụy Điển có hợp tác với Chile phát triển tàu lượn Cắt 7 không?", ["có"]),
        ("Peru có hợp tác với Chile phát triển tàu lượn Cắt 7 không?", []),
        ("Pablo Neri đã tới Stockholm chưa?", []),
        ("Có phải Pablo Neri đã tới Stockholm?", []),
        ("Pablo Neri sẽ tới Stockholm phải không?", ["có"]),
        ("Có phải ông Neri đã thăm đèo Gió?", ["có"]),
        ("Bà Tạ Thị Nhài có phải là Chủ tịch Hội Nông dân xã Sen Trắng không?", ["có"]),
        ("Đại sứ Peru tại Thụy Điển có phải là ông Luis Vera không?", ["có"]),
        ("Có phải Aro Lim là lãnh đạo Mông Cổ?", ["có"]),
        ("Pablo Neri là Tổng thống Chile?", ["có"]),
        ("Pablo Neri đã thăm đèo Gió hôm 3/4?", ["có"]),
        ("Có phải Ivo Lund là Thủ tướng Peru?", []),
        ("Có phải Ana Sol là Thủ tướng Peru?", ["có"]),
        ("Ông Cù Văn Đá có bị bắt tạm giam không?", ["có"]),
        ("Ông Mạc Văn Sậy có bị bắt tạm giam không?", []),
        ("Sùng Văn Páo là Bí thư Tỉnh ủy Lào Cai phải không?", ["có"]),
        ("Sùng Văn Páo là Bí thư Tỉnh ủy phải không?", ["có"]),
        ("Sùng Văn Páo là Bí thư Tỉnh ủy Cần Thơ phải không?", ["không", "Sùng Văn Páo: Bí thư Tỉnh ủy"]),
        ("Ngũ Văn Sáu là Bí thư Thành ủy Cần Thơ phải không?", ["có"]),
        ("Ngũ Văn Sáu là Bí thư Tỉnh ủy phải không?", ["không", "Ngũ Văn Sáu: Bí thư Thành ủy"]),
        ("Lường Thị Ban là Giám đốc Sở Y tế phải không?", ["có"]),
        ("Lường Thị Ban là Giám đốc Sở Nội vụ phải không?", ["không", "Lường Thị Ban: Giám đốc Sở Y tế"]),
        ("Mùa A Tủa là nguyên Giám đốc Sở Nội vụ phải không?", ["có"]),
        ("Mùa A Tủa từng là Giám đốc Sở Nội vụ phải không?", ["có"]),
        ("Mùa A Tủa là Giám đốc Sở Nội vụ phải không?", ["không", "Mùa A Tủa: nguyên Giám đốc Sở Nội vụ"]),
        ("Khúc Văn Mè là bác sĩ phải không?", []),
    ],
)
def test_a_claim_is_borne_by_a_sentence_with_its_details(reports: Library, question: str, verdict: list[str]) -> None:
    answer = reports.ask(question)
    assert [item.text for item in answer.items] == verdict, answer.text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Có phải Pablo Neri là Tổng thống Peru?", "Tổng thống Chile"),
        ("Bà Tạ Thị Nhài có phải là Chủ tịch xã Sen Trắng không?", "Hội Nông dân"),
        ("Đại sứ Thụy Điển tại Peru có phải là ông Luis Vera không?", "Đại sứ Peru tại Thụy Điển"),
        ("Có phải ông Lò Văn Ngạn là Chủ tịch tỉnh khi ký quyết định hỗ trợ làng hoa?", "Phó Chủ tịch tỉnh"),
    ],
)
def test_another_office_is_no_and_told(reports: Library, question: str, told: str) -> None:
    answer = reports.ask(question)
    assert answer.items, answer.text
    assert answer.items[0].text == "không"
    assert told in answer.items[1].text


@pytest.mark.parametrize(
    ("asked", "told", "differs"),
    [
        ("Chủ tịch xã Sen Trắng", "Chủ tịch UBND xã Sen Trắng", False),
        ("Bộ trưởng Giao thông Vận tải", "Bộ trưởng GTVT", False),
        ("Bộ trưởng Tài chính", "Bộ trưởng Bộ Tài chính", False),
        ("Thủ tướng Việt Nam", "Thủ tướng Chính phủ", False),
        ("Giám đốc", "Giám đốc công ty Hoa Tươi", False),
        ("Chủ tịch xã Sen Trắng", "Chủ tịch Hội Phụ nữ xã Sen Trắng", True),
        ("Đại sứ Lào tại Chile", "Đại sứ Chile tại Lào", True),
        ("Chủ tịch tỉnh", "Chủ tịch UBND tỉnh Bắc Kạn", False),
        ("Bộ trưởng", "Bộ trưởng Bộ Y tế", False),
        ("Bí thư Thành ủy TP.HCM", "Bí thư Thành ủy Thành phố Hồ Chí Minh", False),
        ("Chi cục trưởng Chi cục Thú y", "Chi cục trưởng Chi cục Chăn nuôi và Thú y Đồng Nai", False),
        ("Giám đốc Sở VHTTDL", "Giám đốc Sở Văn hóa, Thể thao và Du lịch", False),
        ("Giám đốc công ty Hoa Tươi vừa", "Giám đốc công ty Hoa Tươi đồng thời", False),
        ("Chủ tịch tỉnh", "Chủ tịch HĐND tỉnh", True),
        ("Bí thư Huyện ủy", "Bí thư Tỉnh ủy", True),
        ("Chủ tịch HĐND quận 5", "Chủ tịch HĐND TP. HCM", True),
        ("Giám đốc Sở Y tế", "Giám đốc Sở Nội vụ", True),
        ("Chi cục trưởng Chi cục Thú y Lào Cai", "Chi cục trưởng Chi cục Thú y Đồng Nai", True),
        ("Giám đốc Hoa Tươi", "Giám đốc sản xuất chương trình Gieo hạt", True),
    ],
)
def test_whether_offices_with_one_head_differ(asked: str, told: str, differs: bool) -> None:
    assert office_differs(asked, told) is differs
