"""Offices that a sentence gives with "là": "Chủ tọa phiên tòa là thẩm phán A", "Ngoại trưởng khi đó là ông B"."""

from __future__ import annotations

from collections.abc import Sequence

from retrieval.language import offices
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.names import PersonMention

_SAID = compiled_later(
    r"(?:^|[,;:]\s+)(?:và |còn )?(?P<office>[^,;:.!?“”\"()]{4,90}?)"
    r"(?:\s+(?:tại|ở|trong|khi|lúc|hiện|hiện nay|lần này|này)(?!\w)[^,;:.!?“”\"()]{0,60}?)?"
    r"\s+(?:chính |đều |hiện |vẫn )?là\s+$"
)
_NO_OFFICE = compiled_later(
    r"(?<!\w)(?:và|tên thật|xác định|em gái|em trai|anh trai|chị gái|vợ|chồng|con trai|con gái)(?!\w)"
)
_WHOSE = compiled_later(r"\scủa\s+(?:(?:ông|bà|anh|chị|cựu|ngài|[^\W\d_]+ thống|[^\W\d_]+ tướng)\s+)*$")


def office_said(text: str, mention: PersonMention, mentions: Sequence[PersonMention]) -> str:
    """Return the office that `text` says a person to be, "" where it says none; `mentions` are all people in it."""
    said = _SAID.search(text[: mention.outer_start])
    if said is None:
        return ""
    office, (start, end) = said.group("office"), said.span("office")
    head = offices.HEAD.match(office)
    if head is None or offices.is_weak(head.group()) or offices.find_stop(office) or _NO_OFFICE.search(office):
        return ""
    others = [m for m in mentions if start <= m.start < end]
    if any(_WHOSE.search(text[start : m.start]) is None for m in others):
        return ""  # "Tổng thống Nga A ... là B"
    return offices.trim(office)
