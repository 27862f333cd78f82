"""From a document to its facts: people, their parts, dates and events. Done once, when a document is read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from retrieval.corpus.document import Document, ParagraphKind, Sentence
from retrieval.facts.events import Event, find_event
from retrieval.facts.lists import LeadIn
from retrieval.facts.participation import Participation, participations
from retrieval.facts.people import Person, Reference, Roster
from retrieval.language.calendar_date import shifted
from retrieval.language.dates import DateMention, PartialDate, ResolvedDate, YearSource, find_dates, resolve


@dataclass(frozen=True, slots=True)
class DatedMention:
    """A date in a sentence: where it stands, and what it comes to."""

    sentence: int
    start: int
    end: int
    resolved: ResolvedDate


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What a document says, with the sentences that say it.

    `references` has the people of each sentence; `people` maps every key to a person, aliases to the same one.
    """

    sentences: tuple[Sentence, ...]
    references: tuple[tuple[Reference, ...], ...]
    people: dict[str, Person]
    participations: tuple[Participation, ...]
    dates: tuple[DatedMention, ...]
    event: Event


def read_facts(document: Document, sentences: tuple[Sentence, ...]) -> DocumentFacts:
    """Return the facts of `document`, whose sentences are given."""
    roster = Roster()
    references = roster.read([s.text for s in sentences])
    parts: list[Participation] = []
    lead_in: LeadIn | None = None
    for index, (sentence, people) in enumerate(zip(sentences, references, strict=True)):
        caption = sentence.kind is ParagraphKind.CAPTION
        found, opened = participations(
            sentence.text, index, people, lead_in=None if caption else lead_in, group=index * 1000
        )
        parts.extend(found)
        lead_in = lead_in if caption else opened  # a caption interrupts no list
    dates = _dates(document, sentences)
    event = find_event(document, sentences, dates=[(d.sentence, d.start, d.end, d.resolved) for d in dates])
    return DocumentFacts(sentences, tuple(references), roster.people, tuple(parts), dates, event)


# "Sáng nay (12/11)" and "hôm qua, 29/10" tell the day on which the report was written.
_TODAY = re.compile(r"(?<!\w)(nay|qua)[\s,]*\(?\s*(?:ngày\s+)?\d", re.IGNORECASE)


def day_of_writing(mentions: Sequence[DateMention]) -> PartialDate | None:
    """Return the day of writing that a told day with its date gives ("sáng nay, 12/11"), None where none does."""
    for mention in mentions:
        beside = _TODAY.search(mention.text)
        if beside is not None and mention.day is not None and mention.month is not None and mention.until is None:
            return shifted(mention.date, 1 if beside.group(1).lower() == "qua" else 0)
    return None


def _dates(document: Document, sentences: tuple[Sentence, ...]) -> tuple[DatedMention, ...]:
    mentions = [(i, m) for i, s in enumerate(sentences) for m in find_dates(s.text)]
    context: list[PartialDate] = [m.date for _, m in mentions if m.date.year is not None and m.date.month is not None]
    dated = []
    previous: PartialDate | None = None
    written = None if document.published is not None else day_of_writing([m for _, m in mentions])
    for index, mention in mentions:
        resolved = resolve(mention, document.published, context=context, previous=previous)
        if written is not None and mention.relative is not None and mention.relative.unit == "day":
            day = shifted(written, mention.relative.offset)
            resolved = replace(resolved, date=day, year_source=YearSource.TEXT if day.year else YearSource.NONE)
        if resolved.date.day is not None:
            previous = resolved.date
        dated.append(DatedMention(index, mention.start, mention.end, resolved))
    return tuple(dated)
