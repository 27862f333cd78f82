"""Names of organisations between "do" and what they do ("do Hội A phối hợp với Trung tâm B tổ chức").

Both ends of such a name are given, so it may hold words that stand in no table of fields of work.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.letters import LOWER, UPPER
from retrieval.language.organisation_fields import FIELDS, JOINED_FIELDS, VERBAL_FIELDS
from retrieval.language.organisation_heads import HEADS
from retrieval.language.patterns import any_of

Span = tuple[int, int]

# What organisations do, right behind their names.
DEEDS = (
    "tổ chức", "chủ trì", "đăng cai", "thực hiện", "tài trợ", "phát động", "khởi xướng", "bảo trợ", "ban hành",
    "công bố", "trao", "thi công", "phát hành", "biên soạn", "chế tác", "sáng lập", "thành lập", "đứng ra", "vận hành",
    "ký", "làm chủ", "làm đơn vị", "làm nhà", "làm đại diện", "giới thiệu", "xuất bản", "ấn hành", "dàn dựng",
    "sản xuất", "chế tạo", "xác lập", "khởi công", "tiến hành", "khai thác", "cung cấp",
)  # fmt: skip
# What may stand before the deed.
_BEFORE_DEED = (
    "đã", "sẽ", "vừa", "đang", "sắp", "cùng", "đồng", "phối hợp", "hợp tác", "liên kết", "kết hợp", "trực tiếp",
    "dự kiến", "chính thức", "mới", "tự",
)  # fmt: skip
_MAKING = ("thiết kế", "nghiên cứu", "phát triển", "xây dựng", "quyết định", "soạn thảo", "quản lý", "thành lập")
_PARTNER = r"(?:phối hợp|hợp tác|liên kết|kết hợp)(?:\s+(?:với|cùng với|cùng))?"
_FRAME = compiled_later(
    rf"(?<!\w)(?:do|bởi)\s+(?:(?:các|hai|ba|bốn|cả|những|đơn vị)\s+)?(?P<names>[\w“\"][^.;:]{{3,240}}?),?"
    rf"\s+(?:(?:{any_of(_BEFORE_DEED)}|{any_of(_MAKING)}(?:\s+và)?)\s+)*"
    rf"(?<!\b(?:[Bb]an|các|Các)\s)(?P<deed>{any_of(DEEDS)})(?!\w)"
)
_HEAD = compiled_later(rf"(?i:{any_of(head for heads in HEADS.values() for head in heads)})(?!\w)")
_OF_NAME = compiled_later(rf"(?i:{any_of((*FIELDS, *VERBAL_FIELDS, *JOINED_FIELDS))})(?!\w)")
_BETWEEN = compiled_later(
    rf"\s*(?:,\s*)?(?:(?:đã|sẽ|vừa|cùng)\s+)?{_PARTNER}\s+(?:các\s+)?|\s*,\s+|\s+(?:và|cùng với|cùng|với)\s+(?:các\s+)?"
)
# Words that stand in no name: they end it, or they tell that no name was read.
_OWNER = compiled_later(
    r"(?<!nhà)\s+(?:của|tại|ở|(?:trực )?thuộc)\s|\s+(?:và|cùng|với) (?:các|một|những)\s|\s*(?:[(“\"]|,$)"
    r"|\s+[-–]\s+(?:đơn vị|cơ quan|một)\s"
)
_NO_NAME = compiled_later(
    r"(?<!\w)(?:là|được|bị|để|nên|mà|khi|từ|năm|ngày|tháng|này|đó|trên|đã|sẽ|đang|không|chưa|cho|vào|như|gồm|nhằm|theo|"
    r"ông|bà|nhiều|cần|thì|những|có|phải|còn|đến|về việc|do|bởi|sau|trước|trong|mình|họ|hôm|tự|vẫn|quy định|"
    r"trình|giao|đề xuất|chỉ đạo|yêu cầu|đề nghị)(?!\w)|[)]|và$|"
    r"(?<!TNHH )(?<!\w)một(?!\w)"
)
_RANK = compiled_later(r"\s+(?:trưởng|phó|viên)(?!\w)")
_CAPITAL = compiled_later(rf"[{UPPER}]|\d")
MOST_WORDS = 16


def doers(text: str) -> Iterator[tuple[Span, int]]:
    """Yield the spans of the names with a head that are told to have done something, and where each head ends."""
    for frame in _FRAME.finditer(text):
        start, stop = frame.span("names")
        found: list[tuple[Span, int]] = []
        for first, last in _parts(text, start, stop):
            head = _HEAD.match(text, first)
            owner = _OWNER.search(text, first, last)
            end = owner.start() if owner is not None else last
            name = text[first:end]
            if _NO_NAME.search(text, head.end() if head is not None else first, end) or len(name.split()) > MOST_WORDS:
                break  # a clause, no row of names
            if (
                head is not None
                and _RANK.match(text, head.end()) is None
                and _is_name(name, name[head.end() - first :])
            ):
                found.append(((first, end), head.end()))
        else:
            yield from found


def _parts(text: str, start: int, stop: int) -> Iterator[Span]:
    """Yield the members of a row: what joins them stands before a head or a capital that continues no name."""
    for joint in _BETWEEN.finditer(text, start, stop):
        at = joint.end()
        if at <= start or at >= stop:
            continue
        if _HEAD.match(text, at) or (_CAPITAL.match(text, at) and not _OF_NAME.match(text, at)):
            yield start, joint.start()
            start = at
    yield start, stop


def _is_name(name: str, rest: str) -> bool:
    """Tell whether a head with what follows is a name: it holds a capital or two more words behind a capital."""
    return _CAPITAL.search(rest) is not None or (name[0].isupper() and len(re.findall(rf"[{LOWER}]+", rest)) > 1)
