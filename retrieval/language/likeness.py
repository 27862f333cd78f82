"""Names that stand for somebody who is not there: an impersonator's model, a role, a statue, a portrait, a namesake."""

from __future__ import annotations

from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.normalize import lower_case

# What stands right before the name (and its office) of whom a person, a figure or a prize is made to look or called.
_WORDS_BEFORE = (
    "đóng giả", "giả dạng", "giả làm", "giả danh", "mạo danh", "nhái", "hóa trang thành", "hóa trang giống",
    "cải trang thành", "đóng vai", "vào vai", "thủ vai", "nhập vai", "trong vai", "giống hệt", "y hệt", "trông giống",
    "ngoại hình giống", "gương mặt giống", "khuôn mặt giống", "bản sao", "bản sao của", "phiên bản", "đóng thế",
    "đóng thế cho", "tượng", "tượng sáp", "tượng đồng", "tượng bán thân", "tượng của", "tượng sáp của", "tượng đài",
    "hình nộm", "hình nộm của", "chân dung", "chân dung của", "di ảnh", "di ảnh của", "mặt nạ", "mang tên",
    "đặt tên theo",
)  # fmt: skip
_BEFORE = compiled_later(rf"(?<!\w)(?:{'|'.join(_WORDS_BEFORE)})\s+$")
# What stands right behind it: "Kim Jong-un giả", "bản nhái".
_AFTER = compiled_later(r"\s[“\"'‘]?(?:giả|nhái|rởm|dởm)(?![\w ]*(?:định|sử|thiết|danh|tưởng|như))(?!\w)")
_HINTS = (
    "giả", "nhái", "rởm", "dởm", "danh", "vai ", "trang ", "hệt", "giống", "bản", "thế ", "tượng", "hình nộm",
    "chân dung", "di ảnh", "mặt nạ", "tên ", "mang ",
)  # fmt: skip
_NEAR = 24


def is_likeness(text: str, outer_start: int, end: int) -> bool:
    """Tell whether the name that ends at `end` is of nobody who acts: somebody else is made to look so, or called.

    `outer_start` is where the name, or the office before it, begins; `text` is a sentence in reading form.
    """
    if text.startswith("tên ", outer_start):
        outer_start += len("tên ")  # no word of address: "giải mang tên A"
    beside = lower_case(text[max(0, outer_start - _NEAR) : outer_start])
    after = text[end : end + _NEAR]
    if any(hint in beside for hint in _HINTS) and _BEFORE.search(beside) is not None:
        return True
    return any(hint in after for hint in _HINTS[:4]) and _AFTER.match(after) is not None
