"""The passages of a library in a ranking engine: built from the stored terms, or opened from the index folder.

Of a large library the engine is kept beside the file, in `FILE.index`, and mapped into memory. It stays valid when
documents come and go: what was added since is read from the stored terms, and what is gone is left out of the results.
When that becomes much, whoever writes the library writes the index anew. Of an index in a cluster the folder says where
it is.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
import threading
import zlib
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from uuid import uuid4

from retrieval.errors import InputError, LibraryError
from retrieval.ranking.engine import UnreachableError
from retrieval.ranking.index import ENGINES as LOCAL_ENGINES
from retrieval.ranking.index import PassageIndex, engine_class, engine_for
from retrieval.ranking.terms import Field
from retrieval.store.database import open_to_read, transaction
from retrieval.store.holdings import Holdings
from retrieval.store.indexing import passages, write_field, write_fields
from retrieval.store.version import index_version

if TYPE_CHECKING:
    from retrieval.ranking.engine import Engine, GrowingEngine
    from retrieval.ranking.opensearch import OpenSearchEngine

AUTOMATIC: Final = "auto"
# It needs a cluster, see retrieval.ranking.opensearch_options.
IN_CLUSTER: Final = "opensearch"
# What a user may ask for.
ENGINES: Final = (AUTOMATIC, *LOCAL_ENGINES, IN_CLUSTER)
# The index is written anew when more passages than this, and than this share of it, were added or are gone.
_FEW_PASSAGES: Final = 1_000
_SHARE: Final = 0.02
# What the library knows of its index folder, and of that of the cluster.
_STATE: Final = "index"
_CLUSTER_STATE: Final = "cluster"
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
            try:
                found = self._index.search(text, wanted)
            except IndexError as error:  # numbers of passages that there are not
                if self._base is None:
                    raise
                raise _damaged(self._base.folder) from error
            kept = [(document, score) for document, score in self._told_in(found) if document >= 0]
            if len(kept) >= k or len(found) < wanted:
                return kept[:k]
            wanted *= 2

    def counts(self, accented: Sequence[str], folded: Sequence[str]) -> tuple[list[int], list[int]]:
        """Return for each term of either field the number of passages that have it, those of documents now gone too."""
        return self._index.counts(Field.ACCENTED, accented), self._index.counts(Field.FOLDED, folded)

    def _told_in(self, found: Sequence[tuple[int, float]]) -> Iterator[tuple[int, float]]:
        """Yield the document of each passage with the passage's score; -1 for one that is gone."""
        starts, documents = self._starts, self._documents
        for passage, score in found:
            # A passage beyond the last was added for a newer state of the library, which shares the index.
            if passage < starts[-1]:
                yield documents[bisect_right(starts, passage) - 1], score


def _damaged(folder: Path) -> LibraryError:
    return LibraryError(
        f"chỉ mục “{folder}” bị hỏng; hãy chạy lại để ghi chỉ mục mới: aidu index",
        f"the index “{folder}” is damaged; run this again, which writes a new one: aidu index",
    )


def index_is_whole(connection: sqlite3.Connection, file: Path) -> bool:
    """Tell whether the files of the library's index are as they were written; also where it has none."""
    row = connection.execute("SELECT value FROM state WHERE key = ?", (_STATE,)).fetchone()
    try:
        state = json.loads(row[0])
        folder = _folder(file) / state["folder"]
        # A file that was copied without its folder is whole: who opens it makes the index in memory.
        return bool(state["version"] != index_version() or not folder.is_dir() or _sums(folder) == state["sums"])
    except (KeyError, TypeError, ValueError):
        return True


def _sums(folder: Path) -> dict[str, int]:
    """Return the CRC-32 of every file of an index folder."""
    sums: dict[str, int] = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            total = 0
            with path.open("rb") as content:
                while piece := content.read(1 << 22):
                    total = zlib.crc32(piece, total)
            sums[path.relative_to(folder).as_posix()] = total
    return sums


def check_engine(engine: str) -> None:
    """Raise InputError when there is no such engine, with the names there are."""
    if engine not in ENGINES:
        raise InputError(
            f"không có bộ xếp hạng “{engine}”; hãy chọn một trong: {', '.join(ENGINES)}",
            f"there is no ranking engine “{engine}”; choose one of: {', '.join(ENGINES)}",
        )


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
    engines = _Lazily(lambda field: kind.build(passages(holdings, field, readings)))
    return Search(PassageIndex(engines, name), readings, holdings, None)


def write_index(connection: sqlite3.Connection, file: Path, engine: str = AUTOMATIC, *, processes: int = 1) -> bool:
    """Write the index of a large library anew when there is none that does; tell whether that was so.

    With more than one of `processes` another one writes the second field at the same time, if that is much.
    For the engine of a cluster the passages of a library of any size are loaded into the cluster. Questions may go on
    meanwhile: the folder is new, and becomes the library's when it is whole. Raises LibraryError when it cannot be
    written or loaded; the documents are in the library by then.
    """
    reader = Holdings(open_to_read(file), file)
    try:
        readings = [(reading, reader.passages[reading]) for reading in dict.fromkeys(reader.readings)]
        total = sum(count for _, count in readings)
        name = IN_CLUSTER if engine == IN_CLUSTER else engine_for(total)
        if name != IN_CLUSTER and not name.startswith("postings"):
            return False
        base = _opened(reader, name)
        if _is_good(base, readings, total) and (
            _is_held(base) if name == IN_CLUSTER else index_is_whole(connection, file)
        ):
            return False
        folder = _folder(file) / uuid4().hex
        state = _written(file, reader, readings, name, folder, processes)
        key, other_key = (_CLUSTER_STATE, _STATE) if name == IN_CLUSTER else (_STATE, _CLUSTER_STATE)
        kept = {folder.name, _stored(reader, other_key).get("folder")}
    finally:
        reader.close()
    with transaction(connection):
        connection.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", (key, json.dumps(state)))
        # A changed index is a change for those who look whether to load anew.
        connection.execute("UPDATE state SET value = value + 1 WHERE key = 'generation'")
    for other in _folder(file).iterdir():
        if other.name not in kept:
            shutil.rmtree(other, ignore_errors=True)  # where a reader has it open, some systems refuse: next time
    return True


def _written(
    file: Path, reader: Holdings, readings: Sequence[tuple[int, int]], name: str, folder: Path, processes: int
) -> dict[str, Any]:
    """Write an index into a new folder; return what the library is to know of it."""
    state: dict[str, Any] = {"folder": folder.name, "engine": name, "version": index_version()}
    aliases: list[str] = []
    try:
        if name == IN_CLUSTER:
            for field_ in Field:
                engine = write_field(reader, folder, name, readings, field_)
                aliases.append(engine.alias)  # type: ignore[attr-defined]
        else:
            write_fields(file, reader, folder, name, readings, processes)
        (folder / _READINGS).write_text(json.dumps(readings), "ascii")
        if name != IN_CLUSTER:
            state["sums"] = _sums(folder)
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        reason = error.strerror or str(error)
        raise LibraryError(
            f"tài liệu đã vào thư viện nhưng không ghi được chỉ mục “{folder}” ({reason});"
            " hãy kiểm tra chỗ trống và quyền ghi rồi chạy lại: aidu index",
            f"the documents are in the library, but the index “{folder}” cannot be written ({reason});"
            " check the space left and the permissions, then run again: aidu index",
        ) from error
    except LibraryError:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return state | _aliases_with(reader, aliases) if name == IN_CLUSTER else state


def prune_cluster(connection: sqlite3.Connection, file: Path, *, spare_last: bool) -> list[str]:
    """Remove from the cluster what this library loaded and uses no more; return the names of the indexes.

    With `spare_last` what was replaced last stays until the next time: programs may still answer from it.
    """
    from retrieval.ranking.opensearch import remove

    reader = Holdings(open_to_read(file), file)
    try:
        state = _stored(reader, _CLUSTER_STATE)
    finally:
        reader.close()
    replaced = state.get("replaced", [])
    gone = replaced[: -len(Field)] if spare_last else replaced
    removed = remove(gone)
    if gone:
        state["replaced"] = replaced[len(gone) :]
        with transaction(connection):
            connection.execute("UPDATE state SET value = ? WHERE key = ?", (json.dumps(state), _CLUSTER_STATE))
    return removed


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
    state = _stored(holdings, _CLUSTER_STATE if engine == IN_CLUSTER else _STATE)
    if not isinstance(holdings.file, Path):
        return None
    try:
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


def _stored(holdings: Holdings, key: str) -> dict[str, Any]:
    """Return what the library knows of an index; nothing where it has none, or what is there cannot be read."""
    try:
        state = json.loads(str(holdings.state(key)))
    except ValueError:
        return {}
    return state if isinstance(state, dict) else {}


def _aliases_with(holdings: Holdings, aliases: Sequence[str]) -> dict[str, list[str]]:
    """Return the names under which a cluster has the passages, and those that they replace, the latest last."""
    before = _stored(holdings, _CLUSTER_STATE)
    replaced = [*before.get("replaced", []), *before.get("aliases", [])]
    return {"aliases": [*aliases], "replaced": [alias for alias in replaced if alias not in aliases]}


def _is_held(base: _Base | None) -> bool:
    """Tell whether a cluster has the passages still, in shards and copies as they are asked for now."""
    kind: type[OpenSearchEngine] = engine_class(IN_CLUSTER)  # type: ignore[assignment]
    if base is None:
        return False
    try:
        return all(kind.open(base.folder / field_).is_as_asked for field_ in Field)
    except UnreachableError:
        raise
    except LibraryError:
        return False


def _engine(base: _Base, holdings: Holdings, field_: Field) -> GrowingEngine:
    """Open the engine of one field, with what was added since it was written; build it when it is damaged."""
    kind: type[GrowingEngine] = engine_class(base.engine)  # type: ignore[assignment]  # no other has an index
    try:
        engine = kind.open(base.folder / field_)
        if len(engine) != sum(count for _, count in base.readings[: base.size]):
            raise LibraryError("chỉ mục không nguyên vẹn", "the index is damaged")
    except UnreachableError:
        raise
    except LibraryError:
        return kind.build(passages(holdings, field_, base.readings))
    if len(base.readings) > base.size:
        engine.add(passages(holdings, field_, base.readings[base.size :]))
    return engine


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
                engine.add(passages(holdings, field_, readings))  # type: ignore[attr-defined]  # they are growing ones
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
