"""A small library of reports written for the tests, read once."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval import Library

REPORTS = {
    "khanh-thanh-thu-vien.txt": """Khánh thành Thư viện tỉnh Sao Mai

Thứ tư, 9/3/2022 | 09:15 GMT+7

Sáng 8/3, tại Nhà văn hóa Trung tâm, UBND tỉnh Sao Mai tổ chức Lễ khánh thành Thư viện tỉnh với chủ đề "Sách mở lối tương lai".

Tham dự buổi lễ có ông Trần Văn Bình, Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy; bà Lê Thị Hoa, Phó Chủ tịch UBND tỉnh. Về phía Đại sứ quán Nhật Bản có ông Kenji Tanaka - Bí thư thứ nhất và bà Aiko Mori - Tùy viên văn hóa.

Phát biểu tại buổi lễ, bà Lê Thị Hoa cho biết thư viện có 120.000 cuốn sách và hơn 300 chỗ ngồi, tổng vốn đầu tư 45 tỷ đồng. Giám đốc Thư viện tỉnh Phạm Minh Khôi trình bày kế hoạch mở cửa phục vụ bạn đọc.

Công trình do Công ty Xây dựng Hồng Hà thi công trong 18 tháng. Ông Trần Văn Bình cắt băng khánh thành.
""",
    "hoi-nghi-thuy-loi-5.txt": """Bế mạc Hội nghị Thủy lợi toàn quốc lần thứ 5

Chiều 20/11, Hội nghị Thủy lợi toàn quốc lần thứ 5 đã bế mạc tại Hội trường Sông Lam, thành phố Vinh, dưới sự chủ trì của Bộ trưởng Đỗ Quang Huy.

Hội nghị gồm 12 phiên họp, được tổ chức theo hình thức trực tiếp kết hợp trực tuyến tới 63 điểm cầu. Dự tại điểm cầu Cà Mau có các đồng chí: Ngô Thanh Tùng, Bí thư Tỉnh ủy; Võ Thị Lan, Chủ tịch UBND tỉnh.

Trong khuôn khổ hội nghị, Tọa đàm về hạn mặn do Thứ trưởng Bùi Đức Anh chủ trì.
""",
    "hoi-nghi-thuy-loi-4.txt": """Hội nghị Thủy lợi toàn quốc lần thứ 4

Sáng 15/11/2018, Hội nghị Thủy lợi toàn quốc lần thứ 4 khai mạc tại thành phố Huế. Phó Thủ tướng Nguyễn Hữu Phước chủ trì và phát biểu chỉ đạo Hội nghị.
""",
}  # fmt: skip


@pytest.fixture(scope="package")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("reports")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, "utf-8")
    return Library.read([Path(folder)])
