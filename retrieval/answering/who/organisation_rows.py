"""The rows in which the names of organisations stand: "A, B và C", "A phối hợp với B", "các sở A, B".

The names of one row are answered together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from retrieval.answering.evidence.view import View
from retrieval.answering.who.organisation_names import CAPITALS, OPENING, Name
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.organisations import completion, find_organisations
from retrieval.language.places import COUNTRY_PATTERN, PROVINCE_PATTERN, is_place

# What joins the names of one row.
_AND = r"(?:,?\s+(?:và|cùng với|cùng|hay|hoặc)\s+|\s*[,;]\s*)"
# What may follow a name within its row: brackets, a country, a branch.
_BEHIND = (
    rf"(?:\s*\([^()]*\)|\s*[-–]\s[^,;]{{1,20}}\s[-–]|,\s+(?:{COUNTRY_PATTERN}|{PROVINCE_PATTERN})(?=,|\s+và\s)"
    rf"|\s+chi nhánh(?:\s+(?:ở|tại))?\s+{CAPITALS})?"
)
# What may lead a name within its row.
_LEADS = (
    r"(?:(?:các|những|hai|ba|của|cả của|cả|phía|bên|thăm|tới|đến|sang|nhà thầu|đơn vị|đại diện|đại diện của|"
    r"lãnh đạo|hãng|công ty|tập đoàn|doanh nghiệp)\s+)*"
)
_IN_ROW = compiled_later(rf"{_BEHIND}{_AND}{_LEADS}")
_PARTNER = compiled_later(
    rf"{_BEHIND},?\s+(?:đã |sẽ |vừa )?(?:phối hợp|hợp tác|liên kết|kết hợp)"
    rf"\s+(?:(?:với|cùng với|cùng)\s+)?{_LEADS}"
)
_ENDS = r"(?=\s*(?:[,;.()…]|và\s|cùng\s|phối hợp\s|đồng\s|tổ chức\s|chi nhánh\s|$|\s-))"
_NEXT_IN_ROW = compiled_later(rf"{_BEHIND}{_AND}{_LEADS}({CAPITALS}){_ENDS}")
_PREVIOUS_IN_ROW = compiled_later(
    rf"(?<![\w.])({CAPITALS}){_BEHIND}"
    rf"(?:{_AND}|\s+(?:phối hợp|hợp tác|liên kết|kết hợp)\s+(?:với|cùng với|cùng)\s+){_LEADS}$"
)
# "Tại Trường A, Hà Nội, Hội B ...": where something is, no member of a row.
_PLACED = compiled_later(r"(?i)(?<!\w)(?:tại|ở|từ|đến|tới)\s+$")
_UNIT = compiled_later(
    r"(?i)(?<!\w)(?:huyện|quận|tỉnh|xã|phường|thị xã|thành phố|thị trấn|làng|thôn|đường|phố|TP\.?)\s+$"
)
# A head in the plural heads every member of the row ("các sở Nội vụ, Tư pháp").
_SEVERAL = compiled_later(r"(?<!\w)(?:các|những|hai|ba|bốn|số|giữa)\s+$", re.IGNORECASE)
_HEADED = compiled_later(rf"{_AND}(?=\w)")


def rows_of(names: list[Name], view: View, index: int, *, brands: bool) -> Iterator[list[Name]]:
    """Yield the names of a sentence in rows, if `brands` are asked for with those without a head that stand in them."""
    text = view.facts.sentences[index].text
    people = view.facts.references[index]

    def unknown(match: re.Match[str] | None, row: list[Name]) -> Name | None:
        """Return the plain capitals next to a row as a name of its sort ("Toyota, Canon, TEPCON")."""
        if match is None or (row[0].sort == "country" and len(row) < 2):
            return None
        start, end = match.span(1)
        if OPENING.match(match.group(1)) or _UNIT.search(text, 0, start):
            return None  # "Theo X, công ty Y", "tại huyện X, công ty Y"
        if ";" in text[match.start() : match.end()] and ":" not in text[:start]:
            return None  # two statements, and no list
        if is_place(match.group(1)) or any(p.outer_start < end and start < p.outer_end for p in people):
            return None
        if row[0].sort not in ("brand", "country") and not brands:
            return None
        if row[0].sort not in ("brand", "country") and any(
            o.start < end and start < o.end and not o.is_brand for o in find_organisations(text)
        ):
            return None  # a name of a sort that is not asked for
        return Name(start, end, row[0].sort if row[0].sort == "country" else "brand")

    waiting = list(names)
    while waiting:
        row = [waiting.pop(0)]
        headed = row[0].sort not in ("brand", "country") and _SEVERAL.search(text[: row[0].start]) is not None
        while True:
            between = text[row[-1].end : waiting[0].start] if waiting else ""
            placed = _PLACED.search(text, 0, row[-1].start) is not None and between.lstrip().startswith(",")
            placed = placed or (";" in between and ":" not in text[: row[-1].start])  # two statements, and no list
            if waiting and not placed and (_IN_ROW.fullmatch(between) or _PARTNER.fullmatch(between)):
                row.append(waiting.pop(0))
            elif headed and (member := _member(text, row[-1])) is not None:
                row.append(member)
            elif (found := unknown(_NEXT_IN_ROW.match(text, row[-1].end), row)) is not None:
                row.append(found)
            else:
                break
        while (found := unknown(_PREVIOUS_IN_ROW.search(text[: row[0].start]), row)) is not None:
            row.insert(0, found)
        yield row


def _member(text: str, last: Name) -> Name | None:
    """Return the member of a row under one head that follows another ("Tư pháp" in "các sở Nội vụ, Tư pháp")."""
    joint = _HEADED.match(text, last.end)
    end = completion(text, joint.end()) if joint is not None and text[joint.end()].isupper() else None
    if joint is None or end is None or any(o.start == joint.end() for o in find_organisations(text)):
        return None
    return Name(joint.end(), end, last.sort, last.exact)
