"""Where personal names stand in a sentence: Vietnamese, foreign, religious and stage names, and short references.

A Vietnamese name begins with a family name and has two to five capitalised syllables. Any other capitalised run is a
name only where the text says that a person follows (an honorific, a rank, an office) or stands in apposition to an
office. Places, streets and institutions that bear a person's name are told apart by the words before.
"""

from __future__ import annotations

import re

from retrieval.language import name_tables as tables
from retrieval.language.foreign_names import ForeignNames
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.letters import LOWER, UPPER
from retrieval.language.name_context import (
    FARTHEST,
    IN_LIST,
    INSTITUTION,
    NameSpan,
    is_vietnamese_syllable,
    office_follows,
)
from retrieval.language.places import is_place


def name_spans(text: str) -> list[NameSpan]:
    """Return the names in `text` (one sentence in reading form), in order."""
    found = _Finder(text).find()
    return _with_rows(text, found) if len(found) >= _ROW_KNOWN else found


# A row of three or more capitalised names ("Mỹ Tâm, Đoan Trang, Bùi Lê Mận và Rin"): as some are people, all are.
_ROW_KNOWN = 2
_MOST_UNKNOWN = 3  # for each that is known, where no street or town is near
_ROW_WORD = rf"[{UPPER}][{LOWER}]+(?:[{UPPER}][{LOWER}]+)?"
_ROW_ITEM = rf"{_ROW_WORD}(?: (?:the )?{_ROW_WORD}| [{UPPER}]\.?(?!\w)){{0,3}}"
_ROW = compiled_later(rf"(?<!\w){_ROW_ITEM}(?:(?:, |,? và |,? cùng ){_ROW_ITEM}){{2,}}(?!\w)")
_ITEM = compiled_later(_ROW_ITEM)
_PLACES_NEAR = compiled_later(
    r"(?<!\w)(?:đường|phố|tuyến|trục|nút|ngã (?:tư|ba)|cầu|ga|quận|huyện|xã|phường|thành phố|thị xã|tỉnh|làng|bản|"
    r"trường|công ty|tập đoàn|hãng|nhóm|đội|chùa|đền|chợ)(?!\w)",
    re.IGNORECASE,
)


def _with_rows(text: str, spans: list[NameSpan]) -> list[NameSpan]:
    """Return the names with those that stand in one row with them, where enough of the row are names."""
    added: list[NameSpan] = []
    for row in _ROW.finditer(text):
        unknown: list[NameSpan] = []
        known = 0
        for item in _ITEM.finditer(text, row.start(), row.end()):
            start, end = item.span()
            if any(s.start < end and start < s.end for s in spans):
                known += 1
            elif not _is_no_person(item.group()) and _may_begin(text, start):
                unknown.append(NameSpan(start, end, "", start, (), " " not in item.group()))
        if known < _ROW_KNOWN or not unknown:
            continue
        streets = any(item in tables.NAMES_OF_STREETS for item in _ITEM.findall(row.group()))
        if known >= len(unknown) or not (
            len(unknown) > _MOST_UNKNOWN * known or streets or _PLACES_NEAR.search(text[: row.start()])
        ):
            added.extend(unknown)
    return sorted([*spans, *added], key=lambda s: s.start) if added else spans


_ROW_LEADS_IN = compiled_later(
    r"(?:^|[,:;“\"(]\s?|(?<!\w)(?:có|là|gồm|như|của|và|với|cùng|bởi|do|tên|sĩ|viên|mẫu|cáo|can|hài|sinh|thủ|giả|sao|khôi|"
    r"hậu|đạo|mời)\s)$"
)


def _may_begin(text: str, start: int) -> bool:
    """Tell whether a name may begin at an offset: what stands before is no part of a longer name."""
    return _ROW_LEADS_IN.search(text[max(0, start - 8) : start]) is not None


def _is_no_person(item: str) -> bool:
    """Tell whether a capitalised item of a row is a place, a body, a brand, or a word that begins a sentence."""
    words = item.split()
    return (
        is_place(item)
        or (len(words) == 1 and (is_vietnamese_syllable(item) or item in tables.COMMON_CAPITALS))
        or bool(tables.BODY_WORDS.intersection(words) or tables.MEDIA_WORDS.intersection(words))
    )


# Places that begin with a word of address.
_PLACE_OF_ADDRESS = compiled_later(
    rf"(?:Bà (?:Rịa|Nà|Trưng|Triệu(?! [{UPPER}][{LOWER}]+ [{UPPER}])|"
    r"Đen|Chiểu|Điểm|Huyện|Quẹo|La Môn)|Ông (?:Lãnh|Ích|Công|Táo)|Anh(?= \w+ \w+ quốc)|"
    r"Đức (?=Phật|Mẹ))"
)


class _Finder(ForeignNames):
    """Finds the names of one sentence."""

    def find(self) -> list[NameSpan]:
        """Return the names in order."""
        capitals = [i for i, token in enumerate(self.tokens) if token.text[0].isupper() and token.text[0].isalpha()]
        last = -1  # the token that the last name ends with
        for i in capitals:
            if i <= max(last, self.skip) or self._in_office(self.tokens[i]):
                continue
            found = self._name_at(i)
            if found is not None:
                last, span = found
                self.spans.append(span)
        return self.spans

    def _name_at(self, i: int) -> tuple[int, NameSpan] | None:
        """Return the index of the last token of a name that begins at token `i`, and the name."""
        start = self.tokens[i].start
        before = self.text[max(self.spans[-1].end if self.spans else 0, start - FARTHEST) : start]
        context = self._context(before, self.tokens[i].start)
        if context.honorific and _PLACE_OF_ADDRESS.match(self.text, context.start):
            return None  # "Bà Rịa"
        found = self._religious(i) or self._vietnamese(i, context)
        if found is None and self.skip >= i:
            return None
        found = found or self._rare(i, context)
        if found is not None:
            return found[0], self._span(i, found[0], context, short=False)
        if context.stage or self._listed_with_stage_names(i, before):
            last = self._capital_syllables(i)
            if last is not None:
                return last, self._span(i, last, context, short=False)
        if self.spans and not self.spans[-1].short and IN_LIST.fullmatch(before):
            last = self._foreign_run(i)
            words = [t.text for t in self.tokens[i : last + 1] if t.text[0].isalpha()]
            if (
                2 <= len(words) <= 4
                and not tables.BODY_WORDS.intersection(words)
                and self._without_lead(i, last) == i
                and all(not t.isupper() for t in words if len(t) > 1)
                and sum(not is_vietnamese_syllable(w) for w in words) >= 2
                and not INSTITUTION.match(self.text, self.tokens[i].start)
            ):
                return last, self._span(i, last, context, short=False)
        if not (context.told or office_follows(self.text, self.tokens[i].end, run=True)):
            return self._untold(i, context)
        return self._other(i, context)
