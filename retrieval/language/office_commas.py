"""Commas around offices: within an institution's name, and between an office and the person that it stands before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from retrieval.language import offices
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.letters import UPPER
from retrieval.language.name_context import NameSpan, office_follows

# A comma within the name of an institution: the parts that follow it have no head and end with "và ...".
INSTITUTION_NOUN = compiled_later(
    r"(?<!\w)(?:Bộ|Sở|Ban|Ủy ban|UB|Phòng|Cục|Viện|Trung tâm|Vụ|Khoa|Hội|Liên hiệp|Trường|Tổng cục|"
    r"Chi cục|Học viện|Hội đồng|Công ty|Thanh tra|Văn phòng)(?!\w)",
    re.IGNORECASE,
)
_LIST_OF_NAMES = compiled_later(r"(?:[^\W\d][\w’'&-]*\s*){1,7}(?:,\s*(?:[^\W\d][\w’'&-]*\s*){1,6})*\s+(?:và|&)\s+\S+")
# Two verbs that make one field: "Cục Quản lý Khám, chữa bệnh", "Ban chỉ đạo phòng, chống tham nhũng".
_TWO_VERBS = compiled_later(r"(?<!\w)(?:khám, chữa bệnh|phòng, chống \w+|phòng cháy, chữa cháy)[^,]*$", re.IGNORECASE)
_NO_PART = compiled_later(
    r"\s*(?:và|cùng|các|hội nghị|hội thảo|lễ|đại hội|buổi|cuộc|phiên|kỳ họp|tỉnh|thành phố|TP|huyện|"
    r"quận|ông|bà|anh|chị|đồng chí|ngày|sáng|chiều|tối|"
    r"nơi|người|một|hai|trước|sau|theo|tại|ở|trong|khi|năm|\d)(?!\w)",
    re.IGNORECASE,
)  # fmt: skip
# A locality after the comma completes an office ("Chủ tịch UBND huyện Trảng Bom, tỉnh Đồng Nai").
_LOCALITY = compiled_later(rf"\s*(?:tỉnh|thành phố|TP\.?|huyện|quận|thị xã|khóa|nhiệm kỳ)\s+[{UPPER}0-9][^,]*$")
# An office between two commas, with nothing but ranks or a word of address from there to the next name.
_BETWEEN_COMMAS = compiled_later(r"\s*,\s*(?P<office>[^;:.!?()“”\"\s][^;:!?()“”\"]*?)\s*,\s*")


def completes(office: str, pieces: list[str]) -> bool:
    """Tell whether the piece after a comma goes on the office before it."""
    piece = pieces[0]
    if _LOCALITY.match(piece):
        return True
    if offices.HEAD.fullmatch(office) and INSTITUTION_NOUN.match(piece.lstrip()):
        return True  # "Tổng cục trưởng, Tổng cục Đường bộ"
    if _TWO_VERBS.search(f"{office},{piece}") and not _NO_PART.match(piece):
        return True
    if _NO_PART.match(piece) or not INSTITUTION_NOUN.search(office):
        return False
    rest = ",".join(pieces[:3])
    return (piece.lstrip()[:1].isupper() and " và " in rest[: len(piece) + 40]) or _LIST_OF_NAMES.match(
        rest.lstrip()
    ) is not None


def leads_next(text: str, spans: Sequence[NameSpan], index: int) -> bool:
    """Tell whether the office between a name, which has one before it, and the next name is the next one's.

    "Bộ trưởng A, Thứ trưởng Bộ Quốc phòng, Thượng tướng B, Phó Trưởng Ban Tuyên giáo, GS C": each person has one,
    before the name. Where one stands after the last name, each stands after its name.
    """
    last = index
    while last + 1 < len(spans) and _one_office(text, spans[last], spans[last + 1]):
        last += 1
    return last > index and not (office_follows(text, spans[last].end) and not _touches_next(text, spans, last))


def _one_office(text: str, span: NameSpan, following: NameSpan) -> bool:
    if following.short or not (following.honorific or following.ranks):
        return False
    between = _BETWEEN_COMMAS.fullmatch(text, span.end, following.honorific_start)
    if between is None:
        return False
    office, *rest = between["office"].split(",")
    head = offices.HEAD.match(office)
    return (
        head is not None
        and not offices.is_rank(head.group())
        and not offices.is_profession(head.group())
        and offices.find_stop(between["office"]) is None
        and (not rest or completes(office, rest))
    )


def _touches_next(text: str, spans: Sequence[NameSpan], index: int) -> bool:
    """Tell whether what follows a name goes on to the next name: its office stands before that."""
    if index + 1 == len(spans):
        return False
    following = spans[index + 1]
    between = text[spans[index].end : following.honorific_start]
    return not following.honorific and re.fullmatch(r"\s*,[^,;:.!?()]*[^,;:.!?()\s]\s+", between) is not None
