"""Events that a report names without a noun for events: by a name of their own, or by what people did there.

"Dự APEC 2017", "bên lề G20", "dự Olympic Mùa Đông ở ...", "tại quốc yến", "Thảo luận dự án Luật Đường sắt tại tổ, ông A
nói ...", "tiếp xúc cử tri quận 2".
"""

from __future__ import annotations

import re
from typing import Final

from retrieval.answering.evidence.view import View
from retrieval.facts.events import EventPhrase, find_event_phrases
from retrieval.language.compounds import in_compound
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.letters import UPPER
from retrieval.language.organisations import find_organisations
from retrieval.language.places import is_place

# Names and nouns of events that stand alone, in any case.
_NAMES: Final = (
    r"thế vận hội|olympic|paralympic|asiad|sea games|para games|world cup|asian cup|aff cup|army games|apec|asem|wef|"
    r"amm|arf|expo|g7|g8|g20|brics|cop\s?\d+|shangri\s?-\s?la|(?:đại )?pháp hội|quốc yến|dạ tiệc|yến tiệc|thượng đỉnh|"
    r"hội thao|đại nhạc hội|tuần hành|duyệt binh|diễu binh|hội sách|đường sách"
)
# Verbs and prepositions after which a name can be nothing but an event's.
_AT: Final = r"dự|tham dự|đến dự|tới dự|về dự|bên lề|đăng cai|trước thềm|trong khuôn khổ|thuộc khuôn khổ"
_MORE: Final = (
    rf"(?:\s(?:[{UPPER}][\w-]*(?:(?<=Mùa)\s(?:đông|hè))?|\d{{1,4}}(?!\s*(?:người|/))|lần thứ \w+|[-–]\s[{UPPER}]\w*|"
    r"mở rộng))*"
)
_NAMED: Final = compiled_later(rf"(?<![\w-])(?i:{_NAMES})(?![\w]){_MORE}")
_BY_VERB: Final = compiled_later(
    rf"(?<!\w)(?i:{_AT}|tham gia(?=\s[“\"]))\s+(?P<name>[“\"][{UPPER}][^“”\"]{{2,60}}[”\"]|[{UPPER}][\w-]*{_MORE})"
)
# What a body or its members do together and the press tells without "buổi" or "phiên".
_SITTING: Final = compiled_later(
    r"(?:^|(?<!\w)(?:tại|trong|ở|qua|buổi|phiên|cuộc|khi|lúc)\s+)"
    r"(?P<what>(?:(?:tiếp tục|tham gia|chủ trì)\s+)?"
    r"(?:thảo luận|tiếp xúc|trả lời chất vấn|chất vấn|giải trình|đối thoại|giao lưu|tọa đàm|làm việc|cho ý kiến|họp|"
    r"trao đổi|gặp gỡ|gặp mặt|phỏng vấn|điều trần)\s+[^,.;:!?()“”\"]*)",
    re.IGNORECASE,
)
_END: Final = compiled_later(
    r"(?<!\w)(?:hôm|sáng|chiều|tối|trưa|ngày|vào|diễn ra|đã|sẽ|vừa|nhằm|để|cho biết|do|là|có|khi|mà|thì|được|sau)(?!\w)"
)
_MOST_SYLLABLES: Final = 20


def find_happenings(text: str) -> list[EventPhrase]:
    """Return the events that `text` (reading form) names without a noun for events, in order, none twice."""
    phrases = find_event_phrases(text)
    taken = [(p.start, p.end) for p in phrases]
    found = [inner for p in phrases if (inner := _within(p)) is not None]

    def add(start: int, end: int) -> None:
        if not any(a < end and start < b for a, b in taken):
            taken.append((start, end))
            found.append(EventPhrase("", text[start:end], start, end))

    for match in _NAMED.finditer(text):
        add(*match.span())
    for match in _BY_VERB.finditer(text):
        if not is_place(match["name"]) and not _is_in_body(text, match.start("name")):
            add(*match.span("name"))
    for match in _SITTING.finditer(text):
        start, end = match.span("what")
        stops = (m.start() for m in _END.finditer(text, start + 1, end) if not in_compound(text, *m.span()))
        phrase = " ".join(text[start : next(stops, end)].split()[:_MOST_SYLLABLES])
        if len(phrase.split()) > _SHORTEST:
            add(start, start + len(phrase))
    return sorted(found, key=lambda p: p.start)


def _is_in_body(text: str, at: int) -> bool:
    """Tell whether a position lies within the name of an organisation."""
    return any(o.start <= at < o.end for o in find_organisations(text))


def _within(phrase: EventPhrase) -> EventPhrase | None:
    """Return the event that a phrase only leads to: "chuyến thăm Việt Nam dự Thượng đỉnh Mỹ - Triều"."""
    led = _LED.search(phrase.text)
    if led is None or len(phrase.text[led.end() :].split()) < _SHORTEST:
        return None
    return EventPhrase("", phrase.text[led.end() :], phrase.start + led.end(), phrase.end)


_LED: Final = compiled_later(
    r"(?<!\w)(?:tham dự|dự|thuộc khuôn khổ|trong khuôn khổ|bên lề)\s+(?:các\s+)?"
    r"(?!án|luật|kiến|thảo|báo|thi|định|toán|trữ|đoán)"
)
_SHORTEST: Final = 2


def happenings(view: View) -> list[list[EventPhrase]]:
    """Return those events of every sentence of a report; to be kept with it (see `View.kept`)."""
    return [find_happenings(s.text) for s in view.facts.sentences]
