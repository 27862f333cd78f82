"""What sort of thing a question asks for, read from the tables of `cues`.

The question is read with the tables exactly as they are written; only if that says nothing, or it was typed without
accents, accents may be missing. The word that stands first decides ("Ai chủ trì, khi nào?" asks who).
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from retrieval.answering.asking import cues
from retrieval.answering.asking.cues import Reader
from retrieval.answering.asking.read_aspects import when_aspects, who_aspects
from retrieval.answering.asking.read_nouns import read_named, read_number, read_plain
from retrieval.answering.asking.read_options import (
    noun_after,
    read_heading,
    read_listed_first,
    read_offered,
    read_what_is_on,
    read_whether,
)
from retrieval.answering.asking.read_who import read_office, read_who_is
from retrieval.answering.asking.reading import Reading
from retrieval.answering.model import Kind
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.normalize import fold, is_unaccented


@lru_cache(maxsize=256)  # a question is read several times on its way to an answer
def classify(text: str, *, soft: bool = False) -> Reading:
    """Return what `text` (tidied, see `chat.tidy`) asks for; `soft` when it ended in "à" or "hả"."""
    text = _without_quotes(text)
    if is_unaccented(text):
        return _read(Reader(text, strict=False), soft)
    exact = _read(Reader(text, strict=True), soft)
    if not exact.is_vague or (exact.kind is Kind.THEME and _mostly_accented(text)):
        return exact
    tolerant = _read(Reader(text, strict=False), soft)
    return exact if tolerant.kind is Kind.PASSAGE else tolerant


_QUOTED = compiled_later(r"[“\"][^“”\"]*[”\"]|(?<!\w)['‘][^'‘’“”\"]{3,}['’](?!\w)")


def _without_quotes(text: str) -> str:
    """Return `text` with what it quotes blanked out, offsets kept: a quoted question word asks nothing."""
    blank = _QUOTED.sub(lambda m: m.group()[0] + "·" * (len(m.group()) - 2) + m.group()[-1], text)
    return blank if len(re.findall(r"\w+", blank)) >= 3 else text


def _mostly_accented(text: str) -> bool:
    """Tell whether half of the words or more have their marks; Vietnamese text has them on three of four."""
    words = re.findall(r"[^\W\d_]+", text)
    return 2 * sum(not word.isascii() for word in words) >= len(words)


def _read(reader: Reader, soft: bool) -> Reading:
    text = reader.text
    for rule in (read_who_is, read_listed_first, read_what_is_on, read_office):
        if (reading := rule(reader)) is not None:
            return reading
    if (m := reader.search(cues.HOW_LONG)) is not None:
        return Reading(Kind.COUNT, frozenset({"duration"}), m.group(), m.span())
    found = _question_words(reader)
    if (whether := read_whether(reader, found)) is not None:
        return whether
    if found:
        first = min(found, key=lambda r: (r.cue[0], -r.cue[1]))
        if first.kind is Kind.EVENTS and first.focus == "buổi":
            first = next((r for r in found if r.kind is Kind.DATE), first)  # "buổi nào, ngày mấy"
        if first.kind is Kind.PLACE:  # "ở đâu, trong buổi nào": the event tells both
            first = next((r for r in found if r.kind is Kind.EVENTS and 0 < r.cue[0] - first.cue[1] < _BESIDE), first)
        offered = read_offered(reader) if first.kind is Kind.PEOPLE else None
        if offered is not None and offered.kind is Kind.PEOPLE:
            return replace(first, aspects=first.aspects | offered.aspects)
        return first
    if (m := cues.pattern("ai").match(text)) is not None:  # "AI chủ trì ...", the capital lock left on
        return Reading(Kind.PEOPLE, who_aspects(reader, m.span()), "", m.span())
    if (choice := read_offered(reader)) is not None:
        return choice
    if soft:
        return Reading(Kind.YES_NO, cue=(len(text), len(text)))
    return read_heading(reader)


def _question_words(reader: Reader) -> list[Reading]:
    text = reader.text
    found: list[Reading] = []

    def free(at: int) -> bool:
        return not any(r.cue[0] <= at < r.cue[1] for r in found)

    names = reader.search(cues.NAMED) is not None or reader.search(("ai",)) is not None
    for m in reader.finds(cues.WHEN):
        if fold(m.group()) == "hoi nao" and _ENDS_IN_HOI.search(text[: m.start()]):
            continue  # "Phó Chủ tịch Quốc hội nào", typed without accents
        if fold(m.group()) == "bao gio" and _NEVER.search(text[: m.start()]):
            continue  # "sẽ không bao giờ nhắc tên ông ta"
        if fold(m.group()) == "khi nao" and _ENDS_IN_KHI.search(text[: m.start()]):
            continue  # "loại vũ khí nào", typed without accents
        if _EACH.search(text[: m.start()]) and cues.search(("bao nhiêu", "mấy"), m.group()):
            continue  # "học phí mỗi tháng bao nhiêu"
        if not reader.strict and names and m.group().lower() == "thang may":
            continue  # a lift: "thẻ thang máy"
        found.append(Reading(Kind.DATE, when_aspects(reader), "", m.span()))
    for m in reader.finds(cues.WHERE):
        if m.group().lower() in ("địa điểm", "dia diem") and reader.search(("nào", "gì"), m.end()) is not None:
            continue  # "địa điểm tổ chức nào": the word "nào" is read below
        found.append(Reading(Kind.PLACE, frozenset(), "", m.span()))
    for m in reader.finds(cues.COUNT):
        if reader.match(("bao nhiêu", "mấy"), m.end() + 1) is not None:
            continue  # "tổng số bao nhiêu ghế"
        if (numbered := read_number(reader, m)) is not None:
            found.append(numbered)
        elif free(m.start()) and not _is_determiner(reader, m):
            ordinal = reader.search(("(?:thứ|lần thứ)",), max(0, m.start() - 8), m.start()) is not None
            found.append(
                Reading(Kind.COUNT, frozenset({"ordinal"} if ordinal else ()), noun_after(text, m.end()), m.span())
            )
    for m in reader.finds(cues.NAMED):
        found.append(read_named(reader, m))
    for m in reader.finds(cues.WHO):
        if (m.group() != "AI" or text.isupper()) and not _is_told_too(reader, m):
            found.append(Reading(Kind.PEOPLE, who_aspects(reader, m.span()), "", m.span()))
    for m in reader.finds(cues.PLAIN):
        if free(m.start()) and (m.group() != "J" or text.isupper()):
            found.append(read_plain(reader, m))
    return found


def _is_told_too(reader: Reader, match: re.Match[str]) -> bool:
    """Tell whether "danh tính" or "họ tên" asks nothing: "xác minh danh tính 6 công nhân chết ở nước nào"."""
    if fold(match.group()) not in ("danh tinh", "ho ten"):
        return False
    return reader.search(("(?:ở|tại) (?:\\w+ ){0,3}(?:nào|đâu)", "bao nhiêu", "khi nào"), match.end()) is not None


_BESIDE = 12  # letters between two question words that ask for one thing
_NEVER = cues.shape(r"(?<!\w)(?:không|chưa|chẳng|chả|hơn|như)\s+$")
_EACH = cues.shape(r"(?<!\w)(?:mỗi|hằng|hàng|từng)\s+$")
# Words whose second syllable is "hội" or "khí", in bare letters.
_ENDS_IN_HOI = compiled_later(r"(?<!\w)(?:quoc|xa|hiep|le|dai|dang|co|giao|vu|chi|ca|nghi)\s+$", re.IGNORECASE)
_ENDS_IN_KHI = compiled_later(r"(?<!\w)(?:loai vu|thu vu|khong)\s+$", re.IGNORECASE)
# Words that typed without accents end or begin with "may", which is then no "mấy": "nhà máy", "máy bay".
_MACHINE_BEFORE = compiled_later(r"(?<!\w)(?:nha|xe|thang|bo|chay|phong|so)\s+$", re.IGNORECASE)
_MACHINE_AFTER = compiled_later(r"\s+(?:bay|moc)(?!\w)", re.IGNORECASE)


def _is_determiner(reader: Reader, match: re.Match[str]) -> bool:
    """Tell whether "mấy" asks nothing: it makes a plural ("mấy người nào dự"), or is "máy" typed bare."""
    if fold(match.group()) != "may":
        return False
    bare = not reader.strict and match.group().isascii()
    if bare and (
        _MACHINE_BEFORE.search(reader.text[: match.start()]) or _MACHINE_AFTER.match(reader.text, match.end())
    ):
        return True
    return (
        re.match(r"(?i)\s+(?:\w+\s+){1,2}(?:nào|nao)(?!\w)|\s+(?:hôm|hom)\s+nay", reader.text[match.end() :])
        is not None
    )
