"""The library: documents that were read, ready to answer questions."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from retrieval.answering import answer as answering
from retrieval.answering import dialogue, wording
from retrieval.answering.collection import Collection
from retrieval.answering.model import Answer, Conversation, EventSummary, Kind, Status
from retrieval.answering.question import analyse
from retrieval.corpus.document import Document
from retrieval.errors import DocumentError
from retrieval.facts.events import Event
from retrieval.language.dates import format_date
from retrieval.store.faults import DamagedError, OutdatedError
from retrieval.store.folders import discard, holdings_of
from retrieval.store.holdings import Documents, Holdings
from retrieval.store.searching import AUTOMATIC, Search, search_of

Progress = Callable[[int, int], None]
T = TypeVar("T")


class _State(NamedTuple):
    """What a library answers from: replaced as a whole, so that a question sees one or the other."""

    holdings: Holdings
    documents: Documents
    search: Search
    collection: Collection

    @classmethod
    def of(cls, holdings: Holdings, engine: str) -> _State:
        documents = Documents(holdings)
        search = search_of(holdings, engine)
        return cls(holdings, documents, search, Collection(documents, holdings.facts, search, holdings.people()))


class Library:
    """Documents that were read, with their facts and index; answers questions. Safe to use from several threads."""

    def __init__(self, state: _State, again: Callable[[], _State] | None = None) -> None:
        """Take what `read` or `open` made; `again` makes it anew when a cache turns out to be damaged."""
        self._state = state
        self._again = again
        self._mending = threading.Lock()

    @classmethod
    def read(
        cls,
        paths: Sequence[Path],
        *,
        cache: Path | None = None,
        engine: str = AUTOMATIC,
        processes: int = 1,
        progress: Progress | None = None,
    ) -> Library:
        """Read files and folders (recursively, in a stable order) and return a library over them.

        With a `cache` folder only what changed since the last time is read. Documents that cannot be read are in
        `warnings`; a path that does not exist raises InputError. `progress` is called with the number of documents
        read and of all, as far as known. More than one of `processes` read much text at once; the program's main
        module must then be guarded by `if __name__ == "__main__"`.
        """

        def load() -> _State:
            return _State.of(holdings_of(paths, cache=cache, processes=processes, progress=progress), engine)

        def again() -> _State:
            if cache is not None:
                discard(cache, paths)
            return load()

        try:
            return cls(load(), again)
        except (DamagedError, OutdatedError):  # of the cache: there is no other file
            return cls(again(), again)

    @property
    def documents(self) -> Sequence[Document]:
        """The documents, in a stable order, each loaded when it is looked at."""
        return self._state.documents

    @property
    def warnings(self) -> tuple[DocumentError, ...]:
        """The documents that could not be read, with the reason in Vietnamese."""
        return self._state.holdings.warnings

    @property
    def _collection(self) -> Collection:
        return self._state.collection

    @property
    def _search(self) -> Search:
        return self._state.search

    def ask(self, question: str, conversation: Conversation | None = None, *, language: str = "vi") -> Answer:
        """Answer one question, which may lean on `conversation`; QuestionError when it cannot be read."""
        return self._mended(lambda: self._ask(question, conversation, language))

    def _mended(self, work: Callable[[], T]) -> T:
        """Return what `work` gives; where a damaged cache stops it, read anew and work again."""
        state = self._state
        try:
            return work()
        except (DamagedError, OutdatedError):
            if self._again is None:
                raise
            with self._mending:
                if self._state is state:
                    self._state = self._again()
        return work()

    def _ask(self, question: str, conversation: Conversation | None, language: str) -> Answer:
        text, within = dialogue.complete(question, conversation)
        asked = analyse(text)
        found = answering.find(asked, self._collection, within=within)
        if found.candidate is None:
            nearest = self._nearest(found)
            return Answer(
                question=question,
                status=Status.NOT_FOUND,
                kind=asked.kind,
                items=(),
                text=wording.not_found_text(found.lacking, nearest, language),
                evidence=(),
                confidence=round(1.0 - found.confidence, 3) if found.confidence else 1.0,
                nearest=nearest,
                conversation=dialogue.next_turn(text, "", "", _person_asked(found), conversation),
            )
        candidate = found.candidate
        items = candidate.items
        is_passage = found.kind is Kind.PASSAGE
        spoken = answering.passage_text(candidate) if is_passage else wording.answer_text(found.kind, items, language)
        event = self._summary(candidate.view.index)
        person = _person_asked(found) or (items[0].text if found.kind is Kind.PEOPLE and items else "")
        return Answer(
            question=question,
            status=Status.ANSWERED,
            kind=found.kind,
            items=items,
            text=spoken,
            evidence=found.evidence,
            confidence=round(found.confidence, 3),
            event=event,
            conversation=dialogue.next_turn(text, event.name, candidate.view.document.name, person, conversation),
        )

    def close(self) -> None:
        """Close the library file; documents that were not loaded yet cannot be any more."""
        self._state.holdings.close()

    def _nearest(self, found: answering.Finding) -> tuple[EventSummary, ...]:
        return tuple(self._summary(v.index) for v in found.views[:3])

    def _summary(self, index: int, event: Event | None = None) -> EventSummary:
        if event is None:
            event = self._state.holdings.event(index)
        name = self._state.holdings.names[index]
        resolved = event.date
        return EventSummary(
            name=event.name or self._state.holdings.titles[index] or name,
            when=format_date(resolved.date, resolved.until) if resolved is not None and resolved.date.is_known else "",
            date=resolved.date.date if resolved is not None else None,
            place=event.place,
            documents=(name,),
        )

    def events(self) -> tuple[EventSummary, ...]:
        """Return the events that the documents tell of, by date, the undated last."""
        summaries = self._mended(lambda: [self._summary(i, event) for i, event in self._state.holdings.events()])
        return tuple(sorted(summaries, key=lambda e: (e.date is None, e.date.isoformat() if e.date else "", e.name)))


def _person_asked(found: answering.Finding) -> str:
    return found.named[0].name if found.named else ""
