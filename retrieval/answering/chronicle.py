"""The events of a library: each told by one or more reports, linked when first asked for."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from dataclasses import replace

from retrieval.answering.model import EventSummary
from retrieval.facts.event_listing import listed_name, listed_place, listing_order, told_name
from retrieval.facts.events import Event
from retrieval.facts.linking import LinkedEvent, Linker, Report
from retrieval.language.dates import DateMention, PartialDate, format_date


class Chronicle:
    """Events linked over all reports. Safe to use from several threads."""

    def __init__(self, reports: Sequence[Report], names: Sequence[str], titles: Sequence[str]) -> None:
        """Take the reports in the order of the documents, looked at when needed, and their names and titles."""
        self._reports = reports
        self._names = names
        self._titles = titles
        self._lock = threading.Lock()
        self._linker = Linker()
        self._events: tuple[LinkedEvent, ...] | None = None
        self._listed: tuple[EventSummary, ...] | None = None
        self._of: dict[int, LinkedEvent] = {}
        self._by_day: Mapping[PartialDate, Sequence[int]] | None = None

    def _link(self) -> tuple[LinkedEvent, ...]:
        with self._lock:
            if self._events is None:
                new = [document for document in range(len(self._names)) if document not in self._linker]
                # All at once is quicker than one by one, where most are needed.
                reports = list(self._reports) if len(new) > len(self._names) // 4 else self._reports
                for document in new:
                    self._linker.add(document, reports[document])
                events = tuple(self._linker.events(reports))
                self._of = {document: event for event in events for document in event.documents}
                self._events = events
            return self._events

    def go_on_from(self, previous: Chronicle, places: Sequence[int]) -> None:
        """Link now, and only what is new: document i of `previous` is document `places[i]` of this one.

        Does nothing where `previous` has not linked, or others have gone on from it.
        """
        with previous._lock:
            if previous._events is None or len(places) != len(previous._names) or 0 not in previous._linker:
                return
            self._linker, previous._linker = previous._linker.moved(places), Linker()
        self._link()

    def of(self, document: int) -> LinkedEvent:
        """Return the event that document number `document` tells of."""
        self._link()
        return self._of[document]

    def summary(self, document: int) -> EventSummary:
        """Return the event of a document as it is listed."""
        return self._summary(self.of(document))

    def listed(self, document: int) -> EventSummary:
        """Return the event of a document under the name that a list gives it, or its report's headline."""
        event = self.of(document)
        title = self._titles[event.main] or self._names[event.main]
        name = told_name(event.name, title, event.date)
        return replace(self._summary(event), name=name, place=listed_place(event.place))

    def documents_on(self, dates: Sequence[DateMention]) -> list[int]:
        """Return the documents of the events of every one of `dates` (days, spans, months, years), in order."""
        asked = [mention for mention in dates if mention.date.is_known]
        if not asked:
            return []
        events = self._link()
        days = self._events_by_day(events)
        told = [{i for day, on in days.items() if _falls_on(day, mention) for i in on} for mention in asked]
        return sorted(document for i in set.intersection(*told) for document in events[i].documents)

    def _events_by_day(self, events: Sequence[LinkedEvent]) -> Mapping[PartialDate, Sequence[int]]:
        """Return the numbers of the events that begin or end on each day: far fewer days than events."""
        if self._by_day is None:
            by_day: dict[PartialDate, list[int]] = {}
            for i, event in enumerate(events):
                for day in {day for day in (event.date, event.until) if day is not None}:
                    by_day.setdefault(day, []).append(i)
            self._by_day = by_day
        return self._by_day

    def summaries(self) -> tuple[EventSummary, ...]:
        """Return the events worth listing (`event_listing`) by date, those without a year next, the undated last."""
        if self._listed is None:
            listed = []
            for event in self._link():
                title = self._titles[event.main] or self._names[event.main]
                name = listed_name(event.name or title, title, event.date)
                if name is not None:
                    summary = replace(self._summary(event), name=name, place=listed_place(event.place))
                    listed.append((listing_order(event.date, name), summary))
            self._listed = tuple(summary for _, summary in sorted(listed, key=lambda one: one[0]))
        return self._listed

    def _summary(self, event: LinkedEvent) -> EventSummary:
        known = event.date is not None and event.date.is_known
        return EventSummary(
            name=event.name or self._titles[event.main] or self._names[event.main],
            when=format_date(event.date, event.until) if event.date is not None and known else "",
            date=event.date.date if event.date is not None else None,
            place=event.place,
            documents=tuple(self._names[i] for i in event.documents),
        )


def _falls_on(told: PartialDate, mention: DateMention) -> bool:
    """Tell whether a day as told is the day asked about, or in the span, month or year."""
    asked, first, last = mention.date, mention.date.date, mention.until.date if mention.until is not None else None
    if first is not None and last is not None:
        return told.date is not None and first <= told.date <= last
    return asked.year in (None, told.year) and asked.month in (None, told.month) and asked.day in (None, told.day)


def same_day(event: Event, text: str) -> bool:
    """Tell whether `text` ("18/12") is the day of an event, in a report that gives it without a year."""
    return event.date is not None and event.date.date.year is None and format_date(event.date.date) == text
