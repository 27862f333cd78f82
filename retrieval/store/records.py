"""What a library knows as flat records, for spreadsheets and calendars."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from retrieval.facts.acts import Act
from retrieval.facts.event_listing import listed_name, listed_place, listing_order, told_name
from retrieval.facts.events import Event
from retrieval.facts.participation import Role, role_in_deed
from retrieval.language.dates import PartialDate, format_date
from retrieval.language.normalize import spelled_as_in
from retrieval.store.holdings import Documents, Holdings


@dataclass(frozen=True, slots=True)
class ParticipationRecord:
    """One person's part in an event, with the sentence that tells it. `offices` are divided by ";"."""

    person: str
    offices: str
    act: str
    role: str
    side: str
    venue: str
    event: str
    when: str
    place: str
    quote: str
    document: str
    title: str
    published: dt.date | None
    source: str
    duplicate_of: str


@dataclass(frozen=True, slots=True)
class EventRecord:
    """The event of a document. `start` and `end` (inclusive) are None where the date is not complete; see `when`."""

    name: str
    when: str
    start: dt.date | None
    end: dt.date | None
    place: str
    document: str
    title: str
    published: dt.date | None
    source: str
    duplicate_of: str


def participations(holdings: Holdings) -> Iterator[ParticipationRecord]:
    """Yield the participations of all documents, in the order of the documents and their sentences."""
    documents = Documents(holdings)
    originals = holdings.duplicates()
    for place, document in enumerate(documents):
        facts = holdings.facts(place)
        event = told_name(facts.event.name, document.title, _day_of(facts.event))
        where = listed_place(facts.event.place) or ""
        appointed: set[tuple[str, Role, int]] = set()
        for part in sorted(facts.participations, key=lambda part: (part.sentence, part.start)):
            role = role_in_deed(part)
            if part.act is Act.APPOINT:
                if (told := (part.person, role, part.sentence)) in appointed:
                    continue  # "bầu ông A giữ chức Chủ tịch" tells it twice
                appointed.add(told)
            person = facts.people.get(part.person)
            sentence = facts.sentences[part.sentence]
            yield ParticipationRecord(
                person=spelled_as_in(document.text, person.name) if person else part.person,
                offices="; ".join(person.offices) if person else "",
                act=part.act.value,
                role=role.value,
                side=part.side,
                venue=part.venue,
                event=event,
                when=_when(facts.event),
                place=where,
                quote=document.text[sentence.start : sentence.end],
                document=document.name,
                title=document.title,
                published=document.published,
                source=document.source or "",
                duplicate_of=_name(holdings, originals.get(place)),
            )


def events(holdings: Holdings) -> Iterator[EventRecord]:
    """Yield the events that the documents tell of, each by its document, in the order of a list of events."""
    documents = Documents(holdings)
    originals = holdings.duplicates()
    listed = []
    for place, event in holdings.events():
        title = documents[place].title or documents[place].name
        date = _day_of(event)
        name = listed_name(event.name or title, title, date)
        if name is not None:
            listed.append((listing_order(date, name), place, name, event))
    for _, place, name, event in sorted(listed, key=lambda one: one[:2]):
        document = documents[place]
        resolved = event.date
        start = resolved.date.date if resolved else None
        end = resolved.until.date if resolved and resolved.until else None
        yield EventRecord(
            name=name,
            when=_when(event),
            start=start,
            end=end if start and end and end >= start else start,
            place=listed_place(event.place) or "",
            document=document.name,
            title=document.title,
            published=document.published,
            source=document.source or "",
            duplicate_of=_name(holdings, originals.get(place)),
        )


def _day_of(event: Event) -> PartialDate | None:
    return event.date.date if event.date is not None else None


def _when(event: Event) -> str:
    return format_date(event.date.date, event.date.until) if event.date and event.date.date.is_known else ""


def _name(holdings: Holdings, place: int | None) -> str:
    return "" if place is None else holdings.names[place]
