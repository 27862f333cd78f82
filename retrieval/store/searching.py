"""The passages of a library in a ranking engine: built from the stored terms, or opened from the index folder.

Of a large library the engine is kept beside the file, in `FILE.index`, and mapped into memory. It stays valid when
documents come and go: what was added since is read from the stored terms, and what is gone is left out of the results.
When that becomes much, whoever writes the library writes the index anew.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
import threading
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Final
from uuid import uuid4

from retrieval.errors import InputError, LibraryError
from retrieval.ranking.index import ENGINES as LOCAL_ENGINES
from retrieval.ranking.index import PassageIndex, engine_class, engine_for
from retrieval.ranking.terms import Field
from retrieval.store.database import open_to_read, transaction
from retrieval.store.holdings import Holdings
from retrieval.store.version import index_version

if TYPE_CHECKING:
    from retrieval.ranking.engine import Engine
    from retrieval.ranking.postings import PostingsEngine

AUTOMATIC: Final = "auto"
# What a user may ask for; the last needs a cluster (see retrieval.ranking.opensearch_options).
ENGINES: Final = (AUTOMATIC, *LOCAL_ENGINES, "opensearch")
# The index is written anew when more passages than this, and than this share of it, were added or are gone.
_FEW_PASSAGES: Final = 1_000
_SHARE: Final = 0.02
_STATE: Final = "index"
_READINGS: Final = "readings.json"


@dataclass(slots=True)
class _Base:
    """An index folder, with the readings that were added to its engines in this process.

    `readings` are (reading, number of passages) in the order of the passages, first those of the folder.
    """

    folder: Path
    engine: str
    size: int
    readings: list[tuple[int, int]]
    engines: _Lazily | None = None
    adding: threading.Lock = field(default_factory=threading.Lock)


class Search:
    """Finds the documents whose passages fit a text. Thread-safe.

    Of several documents with the same content only the first is found.
    """

    def __init__(
        self, index: PassageIndex, readings: Sequence[tuple[int, int]], holdings: Holdings, base: _Base | None
    ) -> None:
        """Take an index over the passages of `readings`, given with their numbers of passages, one after another."""
        self._index = index
        self._base = base
        first = holdings.first_of()
        self._documents = [first.get(reading, -1) for reading, _ in readings]
        self._starts = [0, *accumulate(count for _, count in readings)]

    def __call__(self, text: str, k: int) -> list[tuple[int, float]]:
        """Return (document, score) of at most `k` passages, best first."""
        wanted = k
        while True:
            found = self._index.search(text, wanted)
            kept = [(self._document(passage), score) for passage, score in found]
            kept = [(document, score) for document, score in kept if document >= 0]
            if len(kept) >= k or len(found) < wanted:
                return kept[:k]
            wanted *= 2

    def _document(self, passage: int) -> int:
        # A passage beyond the last was added for a newer state of the library, which shares the index.
        return self._documents[bisect_right(self._starts, passage) - 1] if passage < self._starts[-1] else -1


def check_engine(engine: str) -> None:
    """Raise InputError when there is no such engine, with the names there are."""
    if engine not in ENGINES:
        raise InputError(f"không có bộ xếp hạng “{engine}”; hãy chọn một trong: {', '.join(ENGINES)}")


def search_of(holdings: Holdings, engine: str = AUTOMATIC, previous: Search | None = None) -> Search:
    """Return the search over the documents; InputError when there is no such engine.

    `previous` is the search of an earlier state of the same library, whose index is used on where it can be.
    """
    base = _base_of(holdings, engine, previous)
    if base is not None and base.engines is not None:
        return Search(PassageIndex(base.engines, base.engine), tuple(base.readings), holdings, base)
    readings = [(reading, holdings.passages[reading]) for reading in dict.fromkeys(holdings.readings)]
    name = engine_for(sum(count for _, count in readings)) if engine == AUTOMATIC else engine
    kind = engine_class(name)
    engines = _Lazily(lambda field: kind.build(_passages(holdings, field, readings)))
    return Search(PassageIndex(engines, name), readings, holdings, None)


def write_index(connection: sqlite3.Connection, file: Path) -> bool:
    """Write the index of a large library anew when there is none that does; tell whether that was so.

    Questions may go on meanwhile: the folder is new, and becomes the library's when it is whole. Raises LibraryError
    when it cannot be written; the documents are in the library by then.
    """
    reader = Holdings(open_to_read(file), file)
    try:
        readings = [(reading, reader.passages[reading]) for reading in dict.fromkeys(reader.readings)]
        total = sum(count for _, count in readings)
        name = engine_for(total)
        if not name.startswith("postings") or _is_good(_opened(reader, name), readings, total):
            return False
        folder = _folder(file) / uuid4().hex
        kind = engine_class(name)
        try:
            for field_ in Field:
                kind.build(_passages(reader, field_, readings)).save(folder / field_)
            (folder / _READINGS).write_text(json.dumps(readings), "ascii")
        except OSError as error:
            shutil.rmtree(folder, ignore_errors=True)
            reason = error.strerror or str(error)
            raise LibraryError(
                f"tài liệu đã vào thư viện nhưng không ghi được chỉ mục “{folder}” ({reason});"
                " hãy kiểm tra chỗ trống và quyền ghi rồi chạy lại: aidu index"
            ) from error
    finally:
        reader.close()
    with transaction(connection):
        state = json.dumps({"folder": folder.name, "engine": name, "version": index_version()})
        connection.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", (_STATE, state))
        # A changed index is a change for those who look whether to load anew.
        connection.execute("UPDATE state SET value = value + 1 WHERE key = 'generation'")
    for other in _folder(file).iterdir():
        if other != folder:
            shutil.rmtree(other, ignore_errors=True)  # where a reader has it open, some systems refuse: next time
    return True


def _folder(file: Path) -> Path:
    return file.with_name(file.name + ".index")


def _is_good(base: _Base | None, readings: Sequence[tuple[int, int]], total: int) -> bool:
    """Tell whether an index is near enough to what the library holds."""
    if base is None:
        return False
    there = dict(base.readings)
    held = dict(readings)
    added = sum(count for reading, count in readings if reading not in there)
    gone = sum(count for reading, count in base.readings if reading not in held)
    return added + gone <= max(_FEW_PASSAGES, _SHARE * total)


def _base_of(holdings: Holdings, engine: str, previous: Search | None) -> _Base | None:
    """Return the index of the library with all its readings, None when there is none for this engine."""
    opened = _opened(holdings, engine)
    if opened is None:
        return None
    base = opened
    if previous is not None and previous._base is not None and previous._base.folder == opened.folder:
        base = previous._base
    with base.adding:
        there = {reading for reading, _ in base.readings}
        new = [(r, holdings.passages[r]) for r in dict.fromkeys(holdings.readings) if r not in there]
        if base.engines is None:
            base.readings.extend(new)
            base.engines = _Lazily(lambda field: _engine(base, holdings, field))
        else:
            base.engines.add(base, new, holdings)
    return base


def _opened(holdings: Holdings, engine: str) -> _Base | None:
    """Return the index folder of the library, None when there is none for this engine or it cannot be used."""
    stored = holdings.state(_STATE)
    if not isinstance(stored, str) or not isinstance(holdings.file, Path):
        return None
    try:
        state = json.loads(stored)
        name, version = state["engine"], state["version"]
        folder = _folder(holdings.file) / state["folder"]
        if version != index_version() or engine not in (AUTOMATIC, name):
            return None
        readings = [
            (int(reading), int(count)) for reading, count in json.loads((folder / _READINGS).read_text("ascii"))
        ]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return _Base(folder, name, len(readings), readings)


def _engine(base: _Base, holdings: Holdings, field_: Field) -> PostingsEngine:
    """Open the engine of one field, with what was added since it was written; build it when it is damaged."""
    kind: type[PostingsEngine] = engine_class(base.engine)  # type: ignore[assignment]  # only postings have an index
    try:
        engine = kind.open(base.folder / field_)
        if len(engine) != sum(count for _, count in base.readings[: base.size]):
            raise LibraryError("chỉ mục không nguyên vẹn")
    except LibraryError:
        return kind.build(_passages(holdings, field_, base.readings))
    if len(base.readings) > base.size:
        engine.add(_passages(holdings, field_, base.readings[base.size :]))
    return engine


def _passages(holdings: Holdings, field_: Field, readings: Sequence[tuple[int, int]]) -> Iterator[list[str]]:
    """Yield the terms of every passage, those of its title with them; none for the passages of a reading now gone."""
    for reading, count in readings:
        if reading not in holdings.passages:
            yield from ([] for _ in range(count))
            continue
        title, *passages = holdings.terms(reading, field_.value)
        for passage in passages:
            yield passage + title


class _Lazily(Mapping[Field, "Engine"]):
    """Engines that are made when first asked for: most questions need one field only."""

    def __init__(self, make: Callable[[Field], Engine]) -> None:
        self._make = make
        self._made: dict[Field, Engine] = {}
        self._lock = threading.Lock()

    def add(self, base: _Base, readings: Sequence[tuple[int, int]], holdings: Holdings) -> None:
        """Add readings after those of `base`, to the engines there are and to those to be made from these holdings."""
        with self._lock:
            for field_, engine in self._made.items() if readings else ():
                engine.add(_passages(holdings, field_, readings))  # type: ignore[attr-defined]  # only postings get here
            base.readings.extend(readings)
            self._make = lambda field_: _engine(base, holdings, field_)

    def __getitem__(self, field_: Field) -> Engine:
        made = self._made.get(field_)
        if made is None:
            with self._lock:
                made = self._made.get(field_)
                if made is None:
                    made = self._made[field_] = self._make(field_)
        return made

    def __iter__(self) -> Iterator[Field]:
        return iter(Field)

    def __len__(self) -> int:
        return len(Field)
