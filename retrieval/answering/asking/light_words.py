"""Words that carry structure, not content: they count little beside what they connect."""

from __future__ import annotations

from retrieval.language.normalize import fold

_WRITTEN = """
có là của và ở tại vào với cho trong khi nhau này do được bị đã sẽ đang thì mà những các nào gì ai
đâu mấy bao nhiêu ngày năm tháng lúc hôm vì người ông bà anh chị ngoài ra còn cùng đến tới từ trên
về một nhân dịp diễn tổ chức buổi cuộc lễ hội nghị sự kiện phía bên nêu tên gọi như thế không phải
đúng dùng xảy làm mới nhất việc để rồi vậy nhỉ ạ hả thêm bằng theo sau trước giữa hai ba bốn đồng
chí họ đại diện thay mặt đ/c cô em vị thứ chiều sáng tối trưa hồi vừa đó ấy đây kia nhé cũng nữa lại
rằng nếu nên qua cả vụ
"""
LIGHT_WORDS = frozenset(_WRITTEN.split())
LIGHT_FOLDED = frozenset(fold(w) for w in LIGHT_WORDS)
LIGHT_WEIGHT = 0.25
"""The share of its weight that such a word keeps."""


def is_light(token: str) -> bool:
    """Tell whether a token in bare letters carries structure only."""
    return token in LIGHT_FOLDED
