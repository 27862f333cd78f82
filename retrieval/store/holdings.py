"""What a library holds at one moment, loaded from its file as far as a question needs it."""

from __future__ import annotations

import dataclasses
import datetime as dt
import sqlite3
import threading
import weakref
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, TypeVar, overload

from retrieval.corpus.document import Document
from retrieval.errors import DocumentError, StalePageError
from retrieval.facts.events import Event
from retrieval.facts.reading import DocumentFacts
from retrieval.store.codec import CodecError, unpacked
from retrieval.store.faults import damaged, explained, outdated
from retrieval.store.writing import restored, warnings_of

T = TypeVar("T")

# Documents kept after they were loaded: a question looks at a few, and the next one often at the same.
_KEPT: Final = 64


class Holdings:
    """The documents of a library in a stable order, with their facts, events, people and warnings.

    Loading is thread-safe. The connection (see `database.open_to_read`) belongs to the holdings and is closed with
    them. Errors while loading are LibraryErrors: the file is damaged, or was read by another version.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        file: Path | None,
        paths: Sequence[str] | None = None,
        faults: Sequence[DocumentError] = (),
    ) -> None:
        """Take all documents of the library, by folder and name; or those of the files `paths`, in that order.

        `faults` are of pages that could not be fetched this time: warnings as well.
        """
        self._connection = connection
        self._lock = threading.Lock()
        self.file = file
        self._file: Path | str = file or "bộ nhớ"
        self._close = weakref.finalize(self, connection.close)
        with explained(self._file):
            files = connection.execute("SELECT id, path, warnings FROM files ORDER BY root, name, path").fetchall()
            if paths is not None:
                by_path = {restored(path): row for row in files for path in row[1:2]}
                files = [by_path[path] for path in paths if path in by_path]
            rank = {number: place for place, (number, _, _) in enumerate(files)}
            rows = [
                row
                for row in connection.execute(
                    "SELECT d.file, d.place, d.name, d.reading, r.passages, r.title, r.published"
                    " FROM documents AS d JOIN readings AS r ON r.id = d.reading"
                )
                if row[0] in rank
            ]
            rows.sort(key=lambda row: (rank[row[0]], row[1]))
            self.generation: int = connection.execute("SELECT value FROM state WHERE key = 'generation'").fetchone()[0]
            originals = dict(connection.execute("SELECT reading, original FROM duplicates"))
        self.names: tuple[str, ...] = tuple(restored(row[2]) for row in rows)
        self.titles: tuple[str, ...] = tuple(row[5] for row in rows)
        self._published: tuple[str | None, ...] = tuple(row[6] for row in rows)
        # The reading of each document, and the passages of each reading, in the order of the documents.
        self.readings: tuple[int, ...] = tuple(row[3] for row in rows)
        self.passages: dict[int, int] = {row[3]: row[4] for row in rows}
        self.warnings: tuple[DocumentError, ...] = (
            *(_said_of(fault, self.names) for fault in faults),
            *(
                DocumentError(*warning)
                for _, _, data in files
                if data is not None
                for warning in self._decoded(data, warnings_of)
            ),
        )
        self._by_name: Mapping[str, Sequence[int]] | None = None
        self._originals: Mapping[int, int] = originals

    def places_from(self, earlier: Holdings) -> list[int] | None:
        """Return where each document of `earlier` stands now; None when one of them is gone or has changed."""
        known = {key: place for place, key in enumerate(zip(self.names, self.readings, strict=True))}
        places = [known.get(key, -1) for key in zip(earlier.names, earlier.readings, strict=True)]
        return None if -1 in places or len(set(places)) < len(places) else places

    def places_of(self, name: str) -> Sequence[int]:
        """Return the places of the documents of that name: one, but where two folders have a file of one name."""
        if self._by_name is None:
            by_name: dict[str, list[int]] = {}
            for place, known in enumerate(self.names):
                by_name.setdefault(known, []).append(place)
            self._by_name = by_name
        return self._by_name.get(name, ())

    def first_of(self) -> Mapping[int, int]:
        """Return the first document of each reading."""
        first: dict[int, int] = {}
        for place, reading in enumerate(self.readings):
            first.setdefault(reading, place)
        return first

    def duplicates(self) -> dict[int, int]:
        """Return the first document of the group for every document that is the same report as an earlier one."""
        first: dict[int, int] = {}
        found: dict[int, int] = {}
        for place, reading in enumerate(self.readings):
            original = first.setdefault(self._originals.get(reading, reading), place)
            if original != place:
                found[place] = original
        return found

    def same_as(self, other: Holdings) -> bool:
        """Tell whether the other holdings are of the same file, or both of none, and hold the same."""
        mine = (self.file, self.generation, self.names, self.readings)
        return self.file is not None and mine == (other.file, other.generation, other.names, other.readings)

    def published(self, place: int) -> dt.date | None:
        """Return the date of a document's page, without loading its text."""
        stored = self._published[place]
        try:
            return dt.date.fromisoformat(stored) if stored else None
        except (ValueError, TypeError) as error:
            raise damaged(self._file) from error

    def document(self, place: int) -> Document:
        """Return a document by its place."""
        stored = self._blob("texts", self.readings[place], Document)
        return dataclasses.replace(stored, name=self.names[place])

    def facts(self, place: int) -> DocumentFacts:
        """Return the facts of a document."""
        return self._blob("facts", self.readings[place], DocumentFacts)

    def event(self, place: int) -> Event:
        """Return the event of a document."""
        return self._blob("events", self.readings[place], Event)

    def events(self) -> Iterator[tuple[int, Event]]:
        """Yield the place and the event of every document: quicker than one by one."""
        yield from self._all("events", Event)

    def people(self, places: Sequence[int] | None = None) -> Iterator[tuple[str, int]]:
        """Yield the (name, document) of all people, or of those in some documents."""
        if places is None:
            held = self._all("people", list[str])
        else:
            held = ((place, self._blob("people", self.readings[place], list[str])) for place in places)
        for place, names in held:
            for name in names:
                yield name, place

    def terms(self, reading: int, field: str) -> list[list[str]]:
        """Return the terms of a reading in the field: those of its title, then those of each of its passages."""
        return self._one("SELECT data FROM terms WHERE reading = ? AND field = ?", (reading, field), list[list[str]])

    def state(self, key: str) -> object:
        """Return a value of the state table, None when there is none."""
        with self._lock, explained(self._file):
            row = self._connection.execute("SELECT value FROM state WHERE key = ?", (key,)).fetchone()
        return None if row is None else row[0]

    def close(self) -> None:
        """Close the file. Nothing more can be loaded."""
        self._close()

    def _all(self, table: str, kind: type[T]) -> Iterator[tuple[int, T]]:
        with self._lock, explained(self._file):
            rows: dict[int, Any] = dict(self._connection.execute(f"SELECT reading, data FROM {table}"))
        for place, reading in enumerate(self.readings):
            if reading not in rows:
                raise damaged(self._file)
            yield place, self._value(rows[reading], kind)

    def _blob(self, table: str, reading: int, kind: type[T]) -> T:
        return self._one(f"SELECT data FROM {table} WHERE reading = ?", (reading,), kind)

    def _one(self, statement: str, values: tuple[object, ...], kind: type[T]) -> T:
        with self._lock, explained(self._file):
            row = self._connection.execute(statement, values).fetchone()
        if row is None:
            raise damaged(self._file)
        return self._value(row[0], kind)

    def _value(self, data: object, kind: type[T]) -> T:
        return self._decoded(data, lambda stored: unpacked(stored, kind))

    def _decoded(self, data: object, decode: Callable[[object], T]) -> T:
        try:
            return decode(data)
        except CodecError as error:
            raise (damaged(self._file) if error.damaged else outdated(self._file)) from error


class Documents(Sequence[Document]):
    """The documents of a library, each loaded when it is looked at."""

    def __init__(self, holdings: Holdings) -> None:
        self._holdings = holdings
        self._kept: dict[int, Document] = {}

    @overload
    def __getitem__(self, place: int) -> Document: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Document, ...]: ...
    def __getitem__(self, place: int | slice) -> Document | tuple[Document, ...]:
        """Return a document by its place, or several."""
        if isinstance(place, slice):
            return tuple(self[i] for i in range(*place.indices(len(self))))
        if place < 0:
            place += len(self)
        if not 0 <= place < len(self):
            raise IndexError(place)
        document = self._kept.get(place)
        if document is None:
            document = self._holdings.document(place)
            while len(self._kept) >= _KEPT:
                self._kept.pop(next(iter(self._kept)), None)
            self._kept[place] = document
        return document

    def places_of(self, name: str) -> Sequence[int]:
        """Return the places of the documents of that name, without loading any."""
        return self._holdings.places_of(name)

    def __len__(self) -> int:
        """Return the number of documents."""
        return len(self._holdings.names)


def _said_of(fault: DocumentError, names: Collection[str]) -> DocumentError:
    """Return the fault of a page, which is no loss where the page is there as it was read before."""
    return StalePageError(fault.name, fault.reason, fault.english) if fault.name in names else fault
