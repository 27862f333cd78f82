"""Questions that offer or list: "kể tên các ...", "ông A hay ông B", yes or no, and a bare heading."""

from __future__ import annotations

import re

from retrieval.answering.asking import cues
from retrieval.answering.asking.cues import Reader
from retrieval.answering.asking.read_nouns import is_org_too
from retrieval.answering.asking.reading import Reading
from retrieval.answering.model import Kind
from retrieval.facts.acts import find_acts
from retrieval.language.dates import find_dates
from retrieval.language.lazy_pattern import built_later
from retrieval.language.names import find_people
from retrieval.language.normalize import fold, is_unaccented
from retrieval.language.places import is_place


def read_listed_first(reader: Reader) -> Reading | None:
    """Read a question that begins with "Kể tên ..."; None where it does not."""
    m = reader.match(cues.LIST)
    if m is not None and reader.search((*cues.NAMED, *cues.COUNT), m.end()) is not None:
        return None  # "Danh sách đen ... tên là gì": a list that has a name; "Danh sách mời có bao nhiêu khách"
    return None if m is None else _listed(reader, m)


def _listed(reader: Reader, match: re.Match[str]) -> Reading:
    """Read "Kể tên các ...": the noun that follows says what is listed."""
    after = reader.nouns(match.end())
    gap = len(reader.text[match.end() : after[0].start].split()) if after else 9
    if not after or gap > 3:
        return Reading(Kind.PEOPLE, frozenset({"plural"}), "", match.span())
    noun = after[0]
    span = (match.start(), noun.end)
    plural = frozenset({"plural"})
    match noun.table:
        case "EVENT_NOUNS":
            return Reading(Kind.EVENTS, plural, noun.noun, span)
        case "ORG_NOUNS":
            return Reading(Kind.PEOPLE, plural | {"org"}, noun.noun, span)
        case "PLACE_NOUNS" if is_org_too(noun.noun):
            return Reading(Kind.PEOPLE, plural | {"org"}, noun.noun, span)
        case "PLACE_NOUNS":
            return Reading(Kind.PLACE, plural, noun.noun, span)
        case "THEME_NOUNS":
            return Reading(Kind.THEME, plural, noun.noun, span)
        case "TIME_NOUNS":
            return Reading(Kind.DATE, plural, noun.noun, span)
        case "OFFICE_NOUNS":
            return Reading(Kind.OFFICE, plural, noun.noun, span)
    return Reading(Kind.PEOPLE, plural | {"noun"}, noun.noun, span)


@built_later((False,), (True,))
def _what_is_on(strict: bool) -> re.Pattern[str]:
    return cues.pattern(_WHAT_IS_ON, strict=strict)


def read_what_is_on(reader: Reader) -> Reading | None:
    """Read "Hôm nay có họp gì không?": a time, and any event of it; None where more is said."""
    text = reader.text.rstrip(" ?!.")
    if _WHICH.search(text) is None or not (dates := find_dates(text)):
        return None
    for date in dates:
        text = text[: date.start] + " " * (date.end - date.start) + text[date.end :]
    offset = len(text) - len(text.lstrip(" ,"))
    m = _what_is_on(reader.strict).fullmatch(text.strip(" ,"))
    if m is None:
        return None
    span = (m.start("noun") + offset, m.end("which") + offset)
    noun = reader.nouns(span[0], m.end("noun") + offset)
    return Reading(Kind.EVENTS, frozenset({"on"}), noun[0].noun if noun else "cuộc họp", span)


_WHICH = cues.shape(r"(?<!\w)(?:nào|gì)(?!\w)")
# Typed without accents, "họp" may have been given those of "hợp".
_WHAT_IS_ON = (
    r"(?:(?:trong|vào|thế|vậy)\s+)?(?:(?:đã|sẽ|còn)\s+)?có\s+(?:(?:những|các|lịch)\s+)?"
    rf"(?P<noun>họp|hợp|{'|'.join(sorted(cues.EVENT_NOUNS, key=len, reverse=True))})\s+(?P<which>nào|gì)"
    r"(?:\s+(?:diễn ra|được tổ chức))?(?:\s+(?:trong|vào))?(?:\s+(?:không|chưa|nhỉ|vậy|ạ|thế))*"
)


def read_offered(reader: Reader) -> Reading | None:
    """Read "Ông A hay ông B là người chủ trì", "ở Huế hay ở Vinh": one of two answers is asked for."""
    for m in reader.finds(cues.CHOICE):
        aspects = frozenset({"choice"})
        people = find_people(reader.text)
        if any(p.end <= m.start() for p in people) and any(p.outer_start >= m.end() for p in people):
            return Reading(Kind.PEOPLE, aspects, "", m.span())
        after = _OFFERED.match(reader.text, m.end())
        if after is None:
            continue
        offered = after.group("phrase")
        if find_dates(after.group()) or find_dates(f"ngày {offered}"):
            return Reading(Kind.DATE, aspects, "", m.span())
        if offered[0].isdigit():
            return Reading(Kind.COUNT, aspects, "", m.span())
        if is_place(offered):
            return Reading(Kind.PLACE, aspects, "", m.span())
        return Reading(Kind.THEME, aspects, "", m.span())
    return None


_OFFERED = cues.shape(
    r"\s+(?:(?:ở|tại|ngày|là|vào|hôm|lúc)\s+)?(?P<phrase>(?!không|chưa|nhất|sao|gì)[^\s,?]+(?:\s+[^\s,?]+){0,3})(?=\s*$)"
)


def read_whether(reader: Reader, found: list[Reading]) -> Reading | None:
    """Read a yes/no question. A question word makes it another, but for "có ... nào từng ... không"."""
    text = reader.text
    bare = re.sub(r",\s*(?:theo|theo như|theo lời)\s[^,]*$", "", text.rstrip(" ?!."), flags=re.IGNORECASE)
    ever = reader.search((*_EVER, _DID_ANY, *_ANY, _TOLD_OPENLY))
    anybody = reader.search(_ANYBODY) if ever is None else None
    if anybody is not None and not find_acts(anybody.group(), folded=is_unaccented(text)):
        ever = anybody  # "Vụ nổ có ai bị thương không"; "Có ai dự không" asks who
    found = [r for r in found if _ASKS.search(text, *r.cue)]
    if found and ever is None and not _confirms(reader, found):
        return None
    final = re.search(rf"(?<!\w)({cues.pattern('|'.join(cues.NEGATIONS), strict=reader.strict).pattern})$", bare, re.I)
    if final is not None and (reader.search(cues.AFFIRMED, 0, final.start()) is not None or _is_plain(reader, final)):
        return Reading(Kind.YES_NO, cue=final.span())
    if found:
        return None
    m = reader.search(cues.WHETHER)
    return Reading(Kind.YES_NO, cue=m.span()) if m is not None else None


# Of these "nào" asks nothing: "có lãnh đạo nào từng ... không", "có thông qua tuyên bố nào ... không".
_EVER = ("có [^?]*(?:nào|ai) (?:\\w+ ){0,4}?từng", "đã từng có")
# "có đội nước ngoài nào tham gia không" asks whether there was any.
_ANY = ("có (?!phải)[^?,]*?(?<!khi )(?<!lúc )(?:nào|gì)(?!\\w)[^?]* (?:không|chưa)$",)
_ANYBODY = ("(?<!ngoài )có ai [^?]* (?:không|chưa)$",)
_DID_ANY = (
    "có (?:thông qua|ký|đưa ra|công bố|nhắc|nêu|đề cập|ban hành|bàn|đạt)(?!\\w)[^?]*(?:nào|gì)(?!\\w)[^?]* không$"
)
# "Tờ báo có nói rõ ảnh chụp ở đâu, khi nào không": whether it was told, which "không nói rõ" denies. Who asks whether
# "bài có nói rõ ai ..." wants to know who.
_TOLD_OPENLY = (
    "(?<!bài )(?<!tin )(?<!bài báo )có (?:nói rõ|nêu rõ|ghi rõ|làm rõ|tiết lộ|hé lộ|giải thích|xác định|xác định được) "
    "[^?]*(?:nào|gì|ai|đâu|bao nhiêu|mấy|sao)(?!\\w)[^?]*(?:không|chưa)$"
)
# The syllables that make a noun a question ("địa điểm" alone asks nothing where "không" ends the question).
_ASKS = cues.shape(
    r"(?<!\w)(?:nào|gì|ai|đâu|mấy|bao|sao|khi|hay|chỗ|số|lúc|nơi|hồi|nao|gi|dau|may|khi|cho|so|luc|noi|hoi)(?!\w)"
)


# Words that end in "không" and deny nothing ("hãng hàng không").
_NO_NEGATION = cues.shape(r"(?<!\w)(?:hàng|phòng|tay|bằng|con số|số)\s+$")


def _is_plain(reader: Reader, final: re.Match[str]) -> bool:
    """Tell whether "không" alone makes a question of a statement ("Bà A còn quyền kháng cáo không")."""
    return fold(final.group()) != "chua" and _NO_NEGATION.search(reader.text[: final.start()]) is None


def _confirms(reader: Reader, found: list[Reading]) -> bool:
    """Tell whether "... phải không", "... đúng không" ends a question whose question word stands in a clause."""
    return reader.search(("(?:có )?(?:phải|đúng) không$",)) is not None and all(r.kind is Kind.THEME for r in found)


def read_heading(reader: Reader) -> Reading:
    """Read a question that is only a phrase ("Địa điểm tổ chức hội nghị?")."""
    if (m := reader.search(cues.LIST)) is not None:
        return _listed(reader, m)
    for beginning, kind, aspects in cues.HEADINGS:
        m = _beginning(beginning, reader.strict).match(reader.text)
        if m is not None:
            end = (
                m.end() - len(m.group().split()[-1])
                if kind in ("date", "place") and len(m.group().split()) > 1
                else m.end()
            )
            focus = noun_after(reader.text, m.end()) if kind == "count" else ""
            return Reading(Kind(kind), frozenset(aspects.split()), focus, (m.start(), end))
    if (m := reader.search(cues.THEME)) is not None:
        return Reading(Kind.THEME, frozenset(), m.group().lower(), m.span())
    return Reading(Kind.PASSAGE)


@built_later(*((beginning, strict) for beginning, _, _ in cues.HEADINGS for strict in (False, True)))
def _beginning(pattern: str, strict: bool) -> re.Pattern[str]:
    return re.compile(cues.pattern(pattern, strict=strict).pattern.removesuffix("(?!\\w)"), re.IGNORECASE)


def noun_after(text: str, end: int) -> str:
    """Return the words after `end`, seven at most, as what is counted."""
    words = re.findall(r"[^\s,;:?!]+", text[end:])[:7]
    return " ".join(words)
