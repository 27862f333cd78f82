"""From a document to its facts: people, their parts, dates and events. Done once, when a document is read."""

from __future__ import annotations

from dataclasses import dataclass

from retrieval.corpus.document import Document, ParagraphKind, Sentence
from retrieval.facts.events import Event, find_event
from retrieval.facts.lists import LeadIn
from retrieval.facts.participation import Participation, participations
from retrieval.facts.people import Person, Reference, Roster
from retrieval.language.dates import PartialDate, ResolvedDate, find_dates, resolve


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


def _dates(document: Document, sentences: tuple[Sentence, ...]) -> tuple[DatedMention, ...]:
    mentions = [(i, m) for i, s in enumerate(sentences) for m in find_dates(s.text)]
    context: list[PartialDate] = [m.date for _, m in mentions if m.date.year is not None and m.date.month is not None]
    dated = []
    previous: PartialDate | None = None
    for index, mention in mentions:
        resolved = resolve(mention, document.published, context=context, previous=previous)
        if resolved.date.day is not None:
            previous = resolved.date
        dated.append(DatedMention(index, mention.start, mention.end, resolved))
    return tuple(dated)
