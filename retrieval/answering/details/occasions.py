"""Occasions: what something is held for ("nhân dịp 20 năm ...", "kỷ niệm ngày ..."), and questions that ask for one."""

from __future__ import annotations

import re
from typing import Final

from retrieval.answering.asking import cues
from retrieval.answering.asking.question import Question
from retrieval.facts.events import EventPhrase
from retrieval.language.compounds import in_compound
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.letters import UPPER

# The question has one of these right before "nào" or "gì" or the noun that they ask by.
_ASKED: Final = cues.shape(
    r"(?<!\w)(?:dịp|nhân|kỷ niệm|chào mừng|mừng|hưởng ứng)\s+"
    r"(?:sự kiện |ngày |lễ |điều |việc |dịp |kỷ niệm )?(?:gì|nào)(?!\w)"
)
_LEAD: Final = r"(?<!\w)(?:nhân dịp|nhân|dịp|hưởng ứng|hướng tới)\s+(?:lễ |dịp )?"
_KEPT: Final = r"(?<!\w)(?:lễ )?(?:kỷ niệm|kỉ niệm|chào mừng|mừng)\s+"
# What an occasion begins with: so many years, a day, a feast, a name.
_BEGINS: Final = (
    r"(?:(?:tròn\s+)?\d+ năm|(?:ngày|lễ|tết|quốc khánh|sinh nhật|đại hội|giáng sinh|trung thu|năm mới|lần thứ|tuần lễ|"
    rf"tháng)(?!\w)|(?-i:[{UPPER}])\w*)"
)
_OCCASION: Final = compiled_later(
    rf"(?:{_LEAD}|(?={_KEPT}))(?P<what>(?:{_KEPT})?{_BEGINS}[^,.;:!?()“”\"]*)", re.IGNORECASE
)
_END: Final = compiled_later(
    r"(?<!\w)(?:đã|sẽ|được|diễn ra|tại|ở|do|là|có|vào|nhằm|để|khi|mà|thì|hôm|sáng|chiều|tối|đang|vừa|này|cho|theo|"
    r"(?<!về )với|nên|trong|từ|sắp tới|vừa qua)(?!\w)"
)
_MOST_SYLLABLES: Final = 24


def asks_occasion(question: Question) -> bool:
    """Tell whether a question asks for the occasion of something ("nhân dịp gì", "hoạt động kỷ niệm nào")."""
    start, end = question.cue
    return _ASKED.search(question.text[max(0, start - 24) : end]) is not None


def find_occasions(text: str) -> list[EventPhrase]:
    """Return the occasions that `text` (reading form) tells of, in order, without "nhân dịp" before them."""
    found: list[EventPhrase] = []
    for match in _OCCASION.finditer(text):
        if in_compound(text, match.start(), match.start() + len(match.group().split()[0])):
            continue  # "cá nhân", "nhân dân"
        start, end = match.span("what")
        stops = (m.start() for m in _END.finditer(text, start + 1, end) if not in_compound(text, *m.span()))
        phrase = " ".join(text[start : next(stops, end)].split()[:_MOST_SYLLABLES])
        if len(phrase.split()) > 1:
            found.append(EventPhrase("dịp", phrase, start, start + len(phrase)))
    return found
