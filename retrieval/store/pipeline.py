"""Reading files: in this process, or in several where there is much to read."""

from __future__ import annotations

import sys
from collections.abc import Callable, Container, Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from retrieval.corpus.columns import columns_of
from retrieval.corpus.document import Document
from retrieval.corpus.parts import Part, TableError
from retrieval.corpus.readers import parts_of
from retrieval.errors import DocumentError, MissingExtraError
from retrieval.store.reading import Reading, digest_of, read, sound
from retrieval.store.sources import Source, Unread


@dataclass(frozen=True, slots=True)
class Known:
    """What the library has already: asked by digest."""

    is_read: Callable[[bytes], bool]
    words: Callable[[bytes], object]


NOTHING_KNOWN = Known(lambda digest: False, lambda digest: None)


@dataclass(frozen=True, slots=True)
class Found:
    """A file was opened: it has so many parts, and so many of them are to be read now; whether it has tables."""

    source: Source
    parts: int
    left: int
    tables: bool


@dataclass(frozen=True, slots=True)
class PartDone:
    """A part was dealt with: the document's name and digest with its reading (None where the library has that), or no
    digest, and why it cannot be read."""

    source: Source
    place: int
    name: str
    digest: bytes | None = None
    reading: Reading | None = None
    fault: Unread | None = None


@dataclass(frozen=True, slots=True)
class FileDone:
    """A file all of whose parts were dealt with: the (place, name, digest) of the documents read now, what could not be
    read, and whether it has tables."""

    source: Source
    documents: tuple[tuple[int, str, bytes], ...]
    warnings: tuple[Unread, ...]
    tables: bool


# What reading tells as it goes.
Step = Found | PartDone | FileDone
# By the path of a file: the places of the parts that the library has.
Begun = Mapping[str, Container[int]]
_AT_END = sys.maxsize
_CHANGED = ("tệp thay đổi trong khi đọc; hãy chạy lại", "it changed while it was read; run again")


class Look(NamedTuple):
    """What there is in a file: the (name, size) of its parts, why it cannot be read (further), if so, and whether it
    has tables."""

    parts: Sequence[tuple[str, int]] = ()
    faults: tuple[Unread, ...] = ()
    tables: bool = False


class Contents:
    """What is in a file, taken part by part."""

    def __init__(self, source: Source) -> None:
        """Take the file; nothing is opened yet."""
        self.source = source
        self._stream: Iterator[Part] = iter(())
        self._next = _AT_END

    def look(self) -> Look:
        """Go through the file and return what there is. Raises nothing."""
        parts: list[tuple[str, int]] = []
        faults: tuple[Unread, ...] = ()
        tables = False
        first: Part | None = None
        try:
            for part in _stream_of(self.source):
                first = first or part
                tables = tables or part.of_table
                parts.append((part.name, part.size))
        except Exception as error:  # a file that breaks a parser must not stop the others
            faults = (_fault_of(self.source.name, error),)
            tables = tables or isinstance(error, TableError)
        if len(parts) == 1 and first is not None:
            self._stream, self._next = iter((first,)), 0  # most files: not opened twice
        return Look(parts, faults, tables)

    def read(self, place: int, name: str, known: Known) -> PartDone:
        """Read a part, of that name. Raises nothing. Taken in order, parts cost one look through the file in all."""
        try:
            document = sound(self._part(place).read())
            digest = digest_of(document)
            reading = None if known.is_read(digest) else read(document, known.words, digest)
        except Exception as error:
            return PartDone(self.source, place, name, fault=_fault_of(name, error))
        return PartDone(self.source, place, document.name, digest, reading)

    def _part(self, place: int) -> Part:
        if place < self._next:
            self._stream, self._next = _stream_of(self.source), 0
        found = next(islice(self._stream, place - self._next, None), None)
        self._next = place + 1
        if found is None:
            raise DocumentError(self.source.name, *_CHANGED)
        return found


def read_here(sources: Sequence[Source], known: Known, begun: Begun) -> Generator[Step, None, None]:
    """Read files in this process, but for the parts `begun`."""
    for source in sources:
        contents = Contents(source)
        look = contents.look()
        before = begun.get(source.path, ())
        left = [(place, name) for place, (name, _) in enumerate(look.parts) if place not in before]
        yield Found(source, len(look.parts), len(left), look.tables)
        done: list[PartDone] = []
        for place, name in left:
            step = contents.read(place, name, known)
            # Of a long file, only what is told at its end is kept.
            done.append(replace(step, reading=None))
            yield step
        yield file_done(source, done, look)


def file_done(source: Source, done: Sequence[PartDone], look: Look) -> FileDone:
    """Return the last step of a file: what was done, by place, and what holds for the file as a whole."""
    in_order = sorted(done, key=lambda part: part.place)
    return FileDone(
        source,
        tuple((part.place, part.name, part.digest) for part in in_order if part.digest is not None),
        (*(part.fault for part in in_order if part.fault is not None), *look.faults),
        look.tables,
    )


def _stream_of(source: Source) -> Iterator[Part]:
    columns = columns_of(source.columns)
    return parts_of(source.name, Path(source.content), columns=columns, suffix=source.suffix)


def _fault_of(name: str, error: Exception) -> Unread:
    if isinstance(error, DocumentError):
        return error.name, error.reason, error.english
    if isinstance(error, MissingExtraError):
        return name, str(error), error.said("en")
    return name, *_internal(error)


def reading_of(document: Document, known: Known, warnings: list[Unread]) -> tuple[str, bytes | None, Reading | None]:
    """Return a document's name, digest and reading; no reading when the library has it, no digest when it failed."""
    try:
        digest = digest_of(document)
        return document.name, digest, None if known.is_read(digest) else read(document, known.words, digest)
    except Exception as error:
        warnings.append((document.name, *_internal(error)))
        return document.name, None, None


def _internal(error: Exception) -> tuple[str, str]:
    what = f"{type(error).__name__}: {' '.join(str(error).split())[:100]}"
    return f"lỗi bên trong khi đọc ({what})", f"internal error while reading it ({what})"
