"""What a place answers: itself, those of a row ("những huyện nào"), or where something begins and ends."""

from __future__ import annotations

import re
from collections.abc import Sequence

from retrieval.answering.asking import cues
from retrieval.answering.asking.question import Question
from retrieval.answering.details.where_kinds import CAPITALS
from retrieval.answering.details.where_signs import further_levels
from retrieval.answering.evidence.candidate import as_written
from retrieval.answering.evidence.view import View
from retrieval.answering.model import Item
from retrieval.facts.places import AREA_NOUNS, HALL_NOUNS, PlaceMention
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.letters import LOWER, UPPER
from retrieval.language.places import is_place

_AREA = "|".join(sorted(map(re.escape, AREA_NOUNS), key=len, reverse=True))
_NOUN = "|".join(sorted(map(re.escape, (*AREA_NOUNS, *HALL_NOUNS)), key=len, reverse=True))
_NUMBERS = "hai|ba|bốn|năm|sáu|bảy|tám|chín|mười"
_PLACE_NAME = rf"(?:(?i:{_NOUN})\s+)?[{UPPER}0-9][\w.]*(?:\s+[{UPPER}0-9][\w.]*)*"
# Places in a row: "quận 9, Tân Phú và huyện Củ Chi".
_WIDER = r"(?:\s*\([^()]{2,30}\))?"  # "TP Tây Ninh (Tây Ninh) và ..."
_LEADING = rf"(?:(?:các|những|{_NUMBERS}|\d+)\s+(?:{_NOUN})\s+)"  # "... và hai huyện Nhà Bè, Bình Chánh"
_NEXT = rf"\s*,\s*{_LEADING}?{_PLACE_NAME}{_WIDER}"
_ROW = compiled_later(
    rf"(?<![\w]){_PLACE_NAME}{_WIDER}(?:{_NEXT})*\s+(?:và|cùng|-)\s+{_LEADING}?{_PLACE_NAME}{_WIDER}(?:{_NEXT})*"
)
# One without "và": of three places or more, or of a noun that says that there are several.
_BARE_ROW = compiled_later(rf"(?<![\w]){_PLACE_NAME}{_WIDER}(?:{_NEXT}){{2,}}")
_LED = compiled_later(rf"(?<!\w)(?:các|những|{_NUMBERS}|\d+)\s+$", re.IGNORECASE)
_LED_ROW = compiled_later(
    rf"(?:{_NOUN})\s+[{UPPER}0-9][\w.]*(?:\s+[{UPPER}0-9][\w.]*)*{_WIDER}(?:{_NEXT})*(?:\s+(?:và|cùng)\s+{_PLACE_NAME}{_WIDER})?"
)
# What several places are told by where no preposition stands: "gồm Vân Đồn (Quảng Ninh), ...".
_ENUMERATES = compiled_later(r"(?:(?<!\w)(?:gồm|gồm có|là|như)|:)\s+")
_STRETCH_ASKED = cues.shape(r"(?<!\w)từ đâu (?:đến|tới) đâu(?!\w)")
_STRETCH = compiled_later(rf"(?<!\w)từ\s+(?P<first>{_PLACE_NAME})\s+(?:đến|tới)\s+(?P<last>[{LOWER}]*\s?{_PLACE_NAME})")


_SEVERAL = compiled_later(r"(?<!\w)(?<!thứ )(?<!lần )(?:những|các|hai|ba|nhung|cac)(?!\w)", re.IGNORECASE)
_LISTED = cues.shape(
    rf"(?<!\w)(?<!tháng )(?<!ngày )(?<!năm )(?<!lần )(?<!thứ )(?<!số )(?:những|các|mấy|{_NUMBERS}|\d+)\s+"
    rf"(?:(?:{'|'.join(sorted(cues.PLACE_NOUNS, key=len, reverse=True))})(?:,|\s+(?:và|hay|hoặc))?\s+){{0,2}}$"
)
_BARE_WHERE = cues.shape(r"(?:\w+\s+)?đâu$")  # no noun that could be several


def asks_several(question: Question) -> bool:
    """Tell whether more places than one are asked for ("những tỉnh nào", "hai nước nào", "những xã, huyện nào")."""
    if _BARE_WHERE.match(question.text[slice(*question.cue)]) is None and _LISTED.search(
        question.text[: question.cue[0]]
    ):
        return True
    return _SEVERAL.search(question.text, max(0, question.cue[0] - 8), question.cue[1]) is not None


def enumerated(text: str) -> list[PlaceMention]:
    """Return the first place of each row that a sentence enumerates after no preposition, where one of it is known.

    "Các khu gồm Vân Đồn (Quảng Ninh), Bắc Vân Phong (Khánh Hòa)": a list of people has no province behind a name.
    """
    found = []
    for lead in _ENUMERATES.finditer(text):
        row = _ROW.match(text, lead.end()) or _BARE_ROW.match(text, lead.end())
        head = _HEAD_OF_ROW.search(text, 0, lead.start())
        if row is not None and (head or any(is_place(name) for name in _CAPITALS.findall(row.group()))):
            first = _FIRST.match(text, lead.end())
            if first is not None:
                noun = head.group("noun").lower() if head is not None else ""
                found.append(PlaceMention(first.group(), *first.span(), strong=True, head=noun))
    return found


_HEAD_OF_ROW = compiled_later(
    rf"(?<!\w)(?:các|những|nhiều|{_NUMBERS}|\d+)\s+(?:(?:{_NOUN}),?\s)?(?P<noun>{_NOUN}|địa phương|địa điểm|điểm)"
    rf"(?:\s[{LOWER}]+){{0,3}}?\s*$",
    re.IGNORECASE,
)
_FIRST = compiled_later(_PLACE_NAME)
_CAPITALS = compiled_later(rf"[{UPPER}]\w*(?:\s+[{UPPER}]\w*)*")


def gone_to(text: str, found: Sequence[PlaceMention]) -> list[PlaceMention]:
    """Return the places after "đi", which leads in too much else to be read as "đến" is ("rời Huế đi thủ đô Paris")."""
    return [
        PlaceMention(m.group("place"), *m.span("place"), True, (m.group("head") or "").lower())
        for m in _GONE_TO.finditer(text)
        if not any(p.start <= m.start("place") < p.end for p in found)
    ]


_GONE_TO = compiled_later(
    r"(?<!\w)(?:rời|từ)\s[^,.;]{2,60}\sđi\s+"
    rf"(?P<place>(?:(?P<head>thành phố|thủ đô|tỉnh|huyện|đảo)\s+)?{CAPITALS.pattern})"
)


def _row(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """Return the row of places that has the one at `span`; `span` itself where there is none."""
    if _LED.search(text, max(0, span[0] - _LONGEST_LEAD), span[0]) and (led := _LED_ROW.match(text, span[0])):
        rows = (row.span() for row in _BARE_ROW.finditer(text) if row.start() < span[0] and led.end() <= row.end())
        # "các quận 1, 4, hai huyện Cần Giờ, Nhà Bè": of one list.
        return next((row for row in rows if _LED.search(text, max(0, row[0] - _LONGEST_LEAD), row[0])), led.span())
    for shape in (_ROW, _BARE_ROW):
        for row in shape.finditer(text):
            if row.start() < span[1] and span[0] < row.end() and not (shape is _BARE_ROW and _is_address(row.group())):
                return min(row.start(), span[0]), max(row.end(), span[1])
    return span


_LONGEST_LEAD = 10  # characters


def _is_address(row: str) -> bool:
    """Tell whether places with commas between them are one and the wider ones that it lies in."""
    first, *others = (part.strip() for part in row.split(","))
    return any(_NOUN_FIRST.match(part) for part in others) or (is_place(others[-1]) and not is_place(first))


_NOUN_FIRST = compiled_later(rf"(?i:{_AREA})\s")


def items_of(question: Question, view: View, index: int, span: tuple[int, int]) -> tuple[Item, ...]:
    """Return what a place at `span` of a sentence answers: itself, the places of a row, or both ends of a stretch."""
    written = as_written(view, index, *span)
    if _STRETCH_ASKED.search(question.text):
        stretches = _STRETCH.finditer(view.facts.sentences[index].text)
        stretch = next((m for m in stretches if m.start() < span[1] and span[0] < m.end()), None)
        if stretch is not None:
            return tuple(Item(as_written(view, index, *stretch.span(end)).rstrip(" ,.")) for end in ("first", "last"))
    if asks_several(question):
        written = re.sub(_WIDER, "", as_written(view, index, *_row(view.facts.sentences[index].text, span)))
        parts = [_PLURAL.sub("", p.strip(" .")) for p in _JOINT.split(written) if p.strip(" .")]
        if len(parts) > 1:
            return tuple(Item(p) for p in parts)
    if len(written.split()) > _LONGEST or (question.focus and not further_levels(question)):
        written = written.split(",")[0]  # "hội trường nào": the hall alone, without its town
    return (Item(written.rstrip(" ,.") if further_levels(question) else written),)


_JOINT = compiled_later(r",\s*|\s+(?:và|cùng|-)\s+")
_PLURAL = compiled_later(rf"(?:các|những|{_NUMBERS}|\d+)\s+(?=(?:{_NOUN})\s)")
_LONGEST = 14  # syllables of a place with the wider ones that it lies in
