"""What a library answers from, made of what was loaded: documents, passages, people, events and copies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, overload

from retrieval.answering.chronicle import Chronicle
from retrieval.answering.evidence.collection import Collection
from retrieval.answering.evidence.name_index import NameIndex
from retrieval.facts.events import Event
from retrieval.facts.linking import Report
from retrieval.store.holdings import Documents, Holdings
from retrieval.store.searching import Search, search_of


class State(NamedTuple):
    """What a library answers from: replaced as a whole, so that a question sees one or the other."""

    holdings: Holdings
    documents: Documents
    search: Search
    collection: Collection
    duplicates: Mapping[int, int]
    copies: Mapping[int, Sequence[int]]
    chronicle: Chronicle

    @classmethod
    def of(cls, holdings: Holdings, engine: str, previous: State | None = None) -> State:
        """Make ready what was loaded; `previous` is an earlier state of the same library."""
        documents = Documents(holdings)
        search = search_of(holdings, engine, previous.search if previous else None)
        places = holdings.places_from(previous.holdings) if previous is not None else None
        if previous is None or places is None:
            people = NameIndex(holdings.people())
        else:
            new = sorted(set(range(len(documents))).difference(places))
            people = previous.collection.people.moved_with(places, holdings.people(new))
        collection = Collection(documents, holdings.titles, holdings.facts, search, people)
        duplicates = holdings.duplicates()
        copies: dict[int, list[int]] = {}
        for place, first in duplicates.items():
            copies.setdefault(first, []).append(place)
        chronicle = Chronicle(_Reports(holdings), holdings.names, holdings.titles)
        collection.places_of = documents.places_of
        collection.documents_on = chronicle.documents_on
        collection.counts = search.counts
        if previous is not None:
            collection.adopt(previous.collection)
            if places is not None:
                chronicle.go_on_from(previous.chronicle, places)
        return cls(holdings, documents, search, collection, duplicates, copies, chronicle)


class _Reports(Sequence[Report]):
    """What linking needs of every document, loaded when it is looked at."""

    def __init__(self, holdings: Holdings) -> None:
        self._holdings = holdings

    @overload
    def __getitem__(self, place: int) -> Report: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Report, ...]: ...
    def __getitem__(self, place: int | slice) -> Report | tuple[Report, ...]:
        if isinstance(place, slice):
            return tuple(self[i] for i in range(*place.indices(len(self))))
        return self._report(place, self._holdings.event(place))

    def __iter__(self) -> Iterator[Report]:
        for place, event in self._holdings.events():
            yield self._report(place, event)

    def __len__(self) -> int:
        return len(self._holdings.names)

    def _report(self, place: int, event: Event) -> Report:
        return Report(self._holdings.titles[place], self._holdings.published(place), event)
