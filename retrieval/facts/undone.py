"""Deeds that a sentence names and does not tell as done: nearly, on a condition, denied, falsely told, declined."""

from __future__ import annotations

import re

from retrieval.language.lazy_pattern import compiled_later

# Looked for before all else: most sentences have none of these words.
_SIGN = compiled_later(
    r"(?i:nếu|giá như|giá mà|suýt|tin đồn|tin giả|tin sai|sai rằng|phủ nhận|bác bỏ|không phải|nhưng|song|tuy nhiên)"
)
# Before the person: "Nếu ông A đến dự", "đưa tin sai rằng ông A chủ trì", "chứ không phải ông A".
_BEFORE = compiled_later(
    r"(?<!\w)(?:(?:nếu(?: như)?|giá như|giá mà|suýt(?: nữa)?(?: thì)?|(?:đưa )?tin sai(?: sự thật)?|tin giả|tin đồn|"
    r"(?:phủ nhận|bác bỏ)(?: (?:thông tin|tin|tin đồn|cáo buộc))?)(?: về)?(?: (?:rằng|là|cho rằng|việc))?|"
    r"(?<!có )(?<!có phải )không phải(?: (?:là|do))?)\s+(?:(?:ông|bà|anh|chị)\s+)?$",
    re.IGNORECASE,
)
# Between the person and the verb: "suýt dự", "phủ nhận tin đồn đã dự".
_BETWEEN = compiled_later(
    r"(?<!\w)(?:suýt|(?:phủ nhận|bác bỏ)\s+(?:việc|tin|thông tin|tin đồn|cáo buộc|đã|từng)(?!\w)[^,;.]*$)",
    re.IGNORECASE,
)
# "được mời dự, nhưng từ chối", "dự kiến dự, song phút cuối phải họp"
_MEANT = compiled_later(
    r"(?<!\w)(?:được mời|nhận lời mời|dự kiến|dự định|định|có kế hoạch|lẽ ra|đáng lẽ)(?: [^\s,]+){0,3}\s*$",
    re.IGNORECASE,
)
_CAME_TO_NOTHING = compiled_later(
    r"(?<!\w)(?:nhưng|song|tuy nhiên)(?:,? [^\s,.;]+){0,4}? (?:từ chối|khước từ|cáo ốm|vắng|hủy|hoãn|"
    r"phút (?:cuối|chót)|không (?:thể|đến|tới|dự|tham dự|tham gia|có mặt|đi|kịp))(?!\w)",
    re.IGNORECASE,
)


def may_be_undone(text: str) -> bool:
    """Tell whether a sentence has a word by which a deed may not have been done."""
    return _SIGN.search(text) is not None


def is_undone(text: str, person: tuple[int, int], verb: tuple[int, int]) -> bool:
    """Tell whether the deed of `verb` is not told as done by the person who stands, with title, at `person`."""
    if _BEFORE.search(text, max(0, person[0] - 40), person[0]) is not None:
        return True
    between = text[person[1] : verb[0]]
    if _BETWEEN.search(between) is not None:
        return True
    return _MEANT.search(between) is not None and _CAME_TO_NOTHING.search(text, verb[1]) is not None
