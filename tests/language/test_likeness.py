"""A name of whom somebody or something is only made to look, or called, against the name of somebody who is there."""

from __future__ import annotations

import pytest

from retrieval.language.names import find_people


@pytest.mark.parametrize(
    "text",
    [
        "Người đóng giả Kim Jong-un xuất hiện ở chợ.",
        "Một người giống hệt Donald Trump cũng dự hội.",
        "Anh thợ cày đóng vai Nguyễn Huệ trong lễ rước.",
        "Bức tượng sáp Michael Jackson đặt ở sảnh.",
        "Tượng của Chủ tịch Hồ Chí Minh được dựng năm 1990.",
        "Kẻ mạo danh ông Trần Văn Tám đã bị bắt.",
        "Giải thưởng mang tên Trần Đại Nghĩa được trao tối qua.",
        "Kim Jong-un giả đi dạo quanh hồ.",
    ],
)
def test_a_likeness_is_nobody(text: str) -> None:
    assert not find_people(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ông Trần Văn Tám giả định rằng giá sẽ tăng.", "Trần Văn Tám"),
        ("Giống như mọi năm, bà Lê Thị Sáu đến dự.", "Lê Thị Sáu"),
        ("Diễn giả Trần Đại Phúc đến dự.", "Trần Đại Phúc"),
        ("Tác giả Nguyễn Thị Hoa nhận giải.", "Nguyễn Thị Hoa"),
        ("Hội nghị bàn giao vai trò chủ trì cho ông Đỗ Văn Bảy.", "Đỗ Văn Bảy"),
        ("Khánh thành tượng đài có ông Đỗ Văn Bảy.", "Đỗ Văn Bảy"),
        ("Ông Đỗ Văn Bảy đóng vai Trần Hưng Đạo.", "Đỗ Văn Bảy"),
    ],
)
def test_who_is_there_is_somebody(text: str, name: str) -> None:
    assert [p.name for p in find_people(text)] == [name]
