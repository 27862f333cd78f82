"""Yes or no: no yes from another office, another country's delegation, a meeting called off, or what is one's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval import Library

REPORTS = {
    "ngan-hang.txt": """Chân dung tân Chủ tịch Hoabank Lục Văn Tặng

Ông Lục Văn Tặng từng giữ chức giám đốc Lambank chi nhánh Sông Trà.

Ngày 6-5, đại hội cổ đông miễn nhiệm chức danh Chủ tịch của ông Cầm Bá Lộc. Tiếp nối nhiệm vụ của ông Cầm Bá Lộc là \
rất nặng nề, ông Lục Văn Tặng phát biểu sau khi được bầu làm Chủ tịch Hoabank.

Ông Tặng được đề cử tham gia HĐQT Cucbank nhưng đã rút. Ông Vi Đình Hợi, Chủ tịch Cucbank, nói vậy.
""",
    "le-hoi.txt": """Lễ hội đường phố Kim Lũng

Lễ hội đường phố Kim Lũng có sự tham gia của đoàn nghệ thuật dân gian Hàn Quốc.

Khách không khỏi ấn tượng với màn múa lân ở bến Cái Mơn.
""",
    "nhat-ban.txt": """Nhật Bản trồng rừng

Nhật Bản và Pháp trồng thêm rừng.
""",
    "cuoc-gap.txt": """Ông Salinas huỷ bỏ cuộc gặp dự kiến với ông Ôn Quang Dực tại Đồi Thông

Tổng thống Pedro Salinas nói vì bão.
""",
    "hop-bao.txt": """Họp ứng phó bão Cá Kìm

Chiều 3/10/2025, Phó Thủ tướng Kha Văn Thêm chủ trì họp ứng phó bão Cá Kìm. Dự họp có \
Bộ trưởng Bộ Thủy lợi Hứa Văn Tro, Thứ trưởng Bộ Công an, Thượng tướng Tần Văn Cảnh và lãnh đạo các bộ.
""",
    "ky-hop.txt": """Kỳ họp HĐND tỉnh Sông Trầu

Ngày 5/12/2025, HĐND tỉnh Sông Trầu bầu ông Mạc Văn Hiệp làm Phó Chủ tịch UBND tỉnh.
""",
    "sac-chi.txt": """Sắc chỉ ở chùa Bến Lau

Tại chùa Bến Lau, Đại sứ quán Thái Lan đã tuyên đọc sắc chỉ của Quốc vương Thái Lan.
""",
}


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("held")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, "utf-8")
    return Library.read([Path(folder)])


@pytest.mark.parametrize(
    "question",
    [
        "Ông Lục Văn Tặng là Chủ tịch Lambank phải không?",  # he was a director there
        "Ông Lục Văn Tặng có phải là Chủ tịch Cucbank không?",  # put up only, and for another office
        "Ông Cầm Bá Lộc là Chủ tịch Hoabank phải không?",  # he lost it
        "Đoàn nghệ thuật dân gian Nhật Bản có tham gia lễ hội đường phố Kim Lũng không?",
        "Đoàn nghệ thuật Pháp có tham gia lễ hội đường phố Kim Lũng không?",
        "Ông Salinas có gặp ông Ôn Quang Dực tại Đồi Thông không?",
        "Quốc vương Thái Lan có đến chùa Bến Lau không?",
        "Bộ trưởng Bộ Công an dự họp ứng phó bão Cá Kìm phải không?",  # the deputy did
    ],
)
def test_what_is_told_of_another_is_no_yes(reports: Library, question: str) -> None:
    assert [item.text for item in reports.ask(question).items][:1] != ["có"]


@pytest.mark.parametrize(
    "question",
    [
        "Ông Vi Đình Hợi là Chủ tịch Cucbank phải không?",
        "Thứ trưởng Bộ Công an dự họp ứng phó bão Cá Kìm phải không?",
        "Bộ trưởng Bộ Thủy lợi đã dự họp ứng phó bão Cá Kìm phải không?",
        "Đoàn nghệ thuật dân gian Hàn Quốc có tham gia lễ hội đường phố Kim Lũng không?",
        "Ông Salinas đã hủy cuộc gặp với ông Ôn Quang Dực phải không?",
        "Khách có ấn tượng với màn múa lân ở bến Cái Mơn không?",
    ],
)
def test_what_is_told_is_yes(reports: Library, question: str) -> None:
    assert [item.text for item in reports.ask(question).items][:1] == ["có"]


@pytest.mark.parametrize(
    ("office", "elected"),
    [
        ("Phó Chủ tịch UBND", ["Mạc Văn Hiệp"]),
        ("Chủ tịch UBND", []),  # the deputy was
        ("Phó Chủ tịch HĐND", []),  # that of another body was
    ],
)
def test_who_was_elected_to_another_office_is_not_who_is_asked_for(
    reports: Library, office: str, elected: list[str]
) -> None:
    answer = reports.ask(f"Ai được bầu làm {office} tỉnh Sông Trầu?")
    assert [item.text for item in answer.items] == elected
