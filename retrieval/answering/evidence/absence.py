"""Who was not there: only what a report says of it answers ("vắng mặt", "không thể dự"), never that others were."""

from __future__ import annotations

import re
from collections.abc import Sequence

from retrieval.answering.asking import cues
from retrieval.answering.asking.question import Question
from retrieval.answering.evidence.asked_words import numbers
from retrieval.answering.evidence.candidate import Candidate, Proof, offices_of
from retrieval.answering.evidence.matching import coverage
from retrieval.answering.evidence.view import QueryWord, View
from retrieval.answering.model import Item, Kind
from retrieval.facts.acts import Act
from retrieval.facts.people import Reference
from retrieval.language.lazy_pattern import compiled_later

_ATTENDING = r"(?:tham dự|dự|có mặt|tham gia|đến|tới|xuất hiện|phát biểu|họp)"
# Deeds of whose doers no report tells who left them undone.
_OTHER = r"chủ trì|điều hành|khai mạc|bế mạc|ký|trình bày|trao|tặng|tiếp|đón|gặp"
_ASKED = cues.shape(
    rf"(?<!\w)(?:ai|nào|những ai|người)\s+(?:đã\s+|sẽ\s+|lại\s+|thì\s+)?(?:(?:không|chưa|chẳng)\s+(?:thể\s+|được\s+)?"
    rf"(?:đến\s+|tới\s+)?(?:{_ATTENDING}|(?P<other>{_OTHER}))|vắng mặt|vắng|bỏ họp|không thấy)(?!\w)"
    r"(?!.*\s(?:không|chưa)$)"
)
_TOLD = compiled_later(
    rf"(?<!\w)(?:vắng mặt|xin vắng|cáo lỗi|(?:không|không thể|chưa thể|không kịp|không đến|không tới|không về)\s+"
    rf"(?:đến\s+|tới\s+)?{_ATTENDING})(?!\w)(?!\s+(?:xét xử|án))",
    re.IGNORECASE,
)
# One of these, in bare letters, stands in all that it matches.
_HEARD = ("vang", "cao", "khong", "chua")
# "Vắng mặt tại phiên họp có ông A".
_LISTED = compiled_later(r"[^.;:]{0,60}?\s(?:có|gồm|là)\s+(?:các\s+)?(?:ông|bà|đồng chí)?\s*$")
_NEAR = 70  # characters from the person to what tells of the absence


def is_asked(question: Question) -> bool:
    """Tell whether `question` asks who was absent ("Ai không dự hội nghị")."""
    return question.kind is Kind.PEOPLE and _ASKED.search(question.text) is not None


def candidates(question: Question, view: View, words: Sequence[QueryWord]) -> list[Candidate]:
    """Return those of whom `view` says that they were absent, as one candidate a sentence, best first."""
    asked = _ASKED.search(question.text)
    if asked is not None and asked.group("other"):
        return []
    made = []
    for index, absent in view.kept(_told_absent):
        people = [view.facts.people[r.key] for r in absent]
        items = tuple(Item(p.name, tuple(offices_of(view, p))) for p in people)
        cover = coverage(words, view, index)
        proof = Proof(view, index, tuple((r.start, r.end) for r in absent))
        made.append(Candidate(items, (proof,), cover, 0.2 + 0.8 * cover, view))
    return sorted(made, key=lambda c: -c.score)


def absent_from(view: View) -> set[str]:
    """Return the keys of those of whom `view` says that they were not there, and nowhere that they were."""
    absent = {view.facts.people[r.key].key for _, references in view.kept(_told_absent) for r in references}
    if not absent:
        return absent
    present = {view.facts.people[p.person].key for p in view.facts.participations if p.act is Act.ATTEND}
    return absent - present


def _told_absent(view: View) -> list[tuple[int, list[Reference]]]:
    """Return the sentences that tell of somebody's absence, each with whom they say to be absent."""
    heard = 0
    for word in _HEARD:
        heard |= view.sentences_with((word,))
    found = []
    for index in numbers(heard & view.sentences):
        if absent := absent_in(view.facts.sentences[index].text, view.facts.references[index]):
            found.append((index, absent))
    return found


def absent_in(text: str, people: Sequence[Reference]) -> list[Reference]:
    """Return those of a sentence who are absent: the one nearest to what tells of it, and the row this one ends."""
    told = _TOLD.search(text)
    if told is None:
        return []
    before = [r for r in people if r.outer_end <= told.start()]
    clauses = _WHO_IS.finditer(text, 0, told.start())
    described = {m.start() for m in clauses if _TO_VERB.fullmatch(text, m.end(), told.start())}
    last = next((n for n, r in enumerate(before) if r.outer_end in described), len(before) - 1)
    if last < 0 or not (before[last].outer_end in described or _is_near(text[before[last].outer_end : told.start()])):
        return [r for r in people if r.outer_start >= told.end() and _LISTED.fullmatch(text, told.end(), r.outer_start)]
    first = last
    while first and _IN_ROW.fullmatch(text, before[first - 1].outer_end, before[first].outer_start):
        first -= 1
    return before[first : last + 1]


# What is said of the last of a row before the verb ("..., người từng học ở Huế, đều vắng mặt").
_WHO_IS = compiled_later(r",\s+(?:người|vốn)\s[^,.;:“”\"]{5,140},")
_TO_VERB = compiled_later(r"\s*(?:(?:đã|sẽ|đều|cũng|cùng)\s+)*")
_IN_ROW = compiled_later(r"\s*(?:\([^()]{1,40}\)\s*)?(?:[,–-]\s[^.;:]{3,60}?)?(?:,|,?\s(?:và|cùng|cùng với))\s*")


def _is_near(gap: str) -> bool:
    return len(gap) <= _NEAR and re.search(r"[.;:]", gap) is None
