"""Yes/no by comparing what the question gives, a time or an office, with the report's own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from retrieval.answering.asking import cues
from retrieval.answering.asking.question import Question
from retrieval.answering.claims.claim import NO, YES, is_identity
from retrieval.answering.evidence.candidate import Candidate, Proof
from retrieval.answering.evidence.constraints import person_in
from retrieval.answering.evidence.matching import coverage
from retrieval.answering.evidence.people_asked import Named
from retrieval.answering.evidence.view import QueryWord, View
from retrieval.answering.model import Item, Kind
from retrieval.language import offices
from retrieval.language.dates import PartOfDay, ResolvedDate, compatible, format_date
from retrieval.language.normalize import fold


def compares_time(question: Question) -> bool:
    """Tell whether a yes/no question asks if something happened at the time it names, which may then be another."""
    return (
        question.kind is Kind.YES_NO and is_identity(question) and bool(question.dates or _PART.search(question.text))
    )


def of_time(question: Question, view: View, words: Sequence[QueryWord]) -> Candidate | None:
    """Compare the day or part of day in the question with the event's own."""
    event = view.facts.event
    times = [d for d in question.dates if d.date.is_known]
    bare = _PART.search(question.text)
    parts = {d.part_of_day for d in times if d.part_of_day is not None}
    if bare is not None:
        parts.add(next(p for p in PartOfDay if fold(p.value) == fold(bare.group("part"))))
    if event.date is None or not (times or parts):
        return None
    spans = [(d.start, d.end) for d in times] + ([bare.span()] if bare else [])
    rest = [w for w in words if not any(a <= w.start < b for a, b in spans)]
    cover = coverage(rest, view, event.date_sentence)
    if not rest or cover < 0.6:
        return None
    found = event.date.mention
    days = [compatible(t, event.date) for t in times if t.date.is_known]
    wrong_part = bool(parts) and found.part_of_day is not None and found.part_of_day not in parts
    if any(day is False for day in days) or wrong_part:
        verdict: tuple[Item, ...] = (Item(NO), Item(_time_text(event.date, with_part=wrong_part)))
    elif all(days) and (not parts or found.part_of_day in parts):
        verdict = (Item(YES),)
    else:
        return None
    proof = Proof(view, event.date_sentence, ((found.start, found.end),))
    return Candidate(verdict, (proof,), 1.2 + cover, min(1.0, 0.4 + 0.6 * cover), view)


_PART = cues.shape(r"(?<!\w)buổi\s+(?P<part>sáng|trưa|chiều|tối)(?!\w)")


def _time_text(date: ResolvedDate, *, with_part: bool) -> str:
    day = format_date(date.date, date.until)
    part = date.mention.part_of_day
    return f"{part.value} {day}" if with_part and part is not None else day


def of_office(question: Question, view: View, present: Sequence[Named]) -> Candidate | None:
    """Compare the office in "X là ... đúng không" with those that the report gives X."""
    tie = re.search(r"(?<!\w)(?:là|la)\s+", question.text)
    if tie is None or not present or question.acts:
        return None
    head = offices.HEAD.match(question.text, tie.end())
    person = person_in(view, present[0])
    if head is None or person is None or not person.offices:
        return None
    wanted = fold(head.group())
    held = [o for o in person.offices if re.match(rf"{re.escape(wanted)}(?!\w)", fold(o))]
    office = (held or person.offices)[0]
    sentence = person.described.get(office, person.sentences[0] if person.sentences else 0)
    at = view.facts.sentences[sentence].text.find(office)
    proof = Proof(view, sentence, ((at, at + len(office)),) if at >= 0 else ())
    verdict = (Item(YES),) if held else (Item(NO), Item(f"{present[0].name}: {', '.join(person.offices)}"))
    return Candidate(verdict, (proof,), 2.0, 0.85, view, person=person.key)
