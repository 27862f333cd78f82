"""Reports for the tests of the store, in our own words."""

from __future__ import annotations

from pathlib import Path

REPORTS = {
    "ngoai-giao.txt": """Hội nghị Ngoại giao lần thứ 32 khai mạc tại Hà Nội

Thứ Ba, 19/12/2023

Sáng 19/12/2023, Hội nghị Ngoại giao lần thứ 32 khai mạc. Bộ trưởng Ngoại giao Bùi Thanh Sơn chủ trì hội nghị.

Dự hội nghị có đồng chí Lê Hoài Trung, Trưởng Ban Đối ngoại Trung ương.
""",
    "doi-ngoai.txt": """Hội nghị Đối ngoại toàn quốc họp phiên toàn thể

Thứ Ba, 14/12/2021

Ngày 14/12/2021, Hội nghị Đối ngoại toàn quốc diễn ra tại Hà Nội. Tổng Bí thư Nguyễn Phú Trọng dự và phát biểu.
""",
    "con/tong-ket.md": """---
title: Tổng kết công tác năm của thành phố
published: 2022-01-05
---

Chiều 5/1/2022, Chủ tịch UBND thành phố Trần Văn Minh chủ trì hội nghị tổng kết công tác năm 2021 tại Hải Phòng.
""",
}


def write_reports(folder: Path, reports: dict[str, str] = REPORTS) -> Path:
    """Write the reports into `folder` and return it."""
    for name, text in reports.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder
