"""Bringing a library up to date with its folders: what is new or changed is read, nothing else."""

from __future__ import annotations

import datetime as dt
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from retrieval.store import writing
from retrieval.store.database import transaction
from retrieval.store.reading import Reading
from retrieval.store.sources import Source, Stamp, digest_of_file, is_settled, now_ns, sources_of, stamp_of
from retrieval.store.version import reader_version

if TYPE_CHECKING:
    from retrieval.store import pipeline

Progress = Callable[[int, int], None]

# What was read is committed after so long, and at least so many documents: a kill costs no more than that.
_COMMIT_EVERY_S: Final = 1.0
_COMMIT_EVERY: Final = 200


@dataclass(slots=True)
class Report:
    """What an update did, counted in files but for `documents`, which were read just now."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    missing: list[str] = field(default_factory=list)
    pruned: int = 0
    documents: int = 0
    warnings: list[tuple[str, str]] = field(default_factory=list)
    seconds: float = 0.0


class _Row(NamedTuple):
    number: int
    stamp: Stamp
    checked_ns: int
    digest: bytes
    version: str
    missing: bool


@dataclass(slots=True)
class _Plan:
    """What is to do: files to read (stamp, time of the look, digest), and rows that only changed in their stamp."""

    read: list[tuple[Source, Stamp | None, int, bytes | None]]
    touched: list[tuple[Stamp, int, int]]
    back: list[int]
    missing: list[tuple[int, str]]
    report: Report


def is_current(connection: sqlite3.Connection, sources: Sequence[Source]) -> bool:
    """Tell whether the library holds exactly these files as they are now. Opens only files that may have changed."""
    rows = _rows(connection)
    if len(rows) != len(sources):
        return False
    for source in sources:
        row = rows.get(source.path)
        if row is None or row.missing or row.version != reader_version():
            return False
        stamp = stamp_of(source.path)
        if stamp == row.stamp and is_settled(stamp, row.checked_ns):
            continue
        if digest_of_file(source.path) != row.digest:
            return False
    return True


def update(
    connection: sqlite3.Connection,
    paths: Sequence[Path],
    *,
    file: Path | None = None,
    processes: int = 1,
    keep_missing: bool = True,
    progress: Progress | None = None,
) -> Report:
    """Read what is new or changed below `paths` into the library; InputError when one does not exist.

    Files that are gone stay, marked as missing, or go too. `processes` read at once, and look into the library `file`
    for what is known. Every second what was read is committed, so that a process that is killed loses no more.
    """
    started = time.perf_counter()
    plan = _plan(connection, sources_of(paths), [str(path.absolute()) for path in paths])
    report = plan.report
    changes = bool(plan.read or plan.back or plan.missing)
    with transaction(connection):
        _note(connection, plan, keep_missing)
    if plan.read:
        _read(connection, plan, file, processes, progress)
    elif progress is not None:
        progress(1, 1)
    if changes:
        with transaction(connection):
            writing.drop_unused(connection)
            writing.group_duplicates(connection)
            writing.next_generation(connection)
    report.seconds = time.perf_counter() - started
    return report


def prune(connection: sqlite3.Connection) -> int:
    """Delete what is known of files that are gone, and what nothing uses any more; return the number of files."""
    with transaction(connection):
        gone: int = connection.execute("SELECT count(*) FROM files WHERE missing_since IS NOT NULL").fetchone()[0]
        connection.execute("DELETE FROM files WHERE missing_since IS NOT NULL")
        writing.drop_unused(connection)
        writing.drop_unused_words(connection)
        if gone:
            writing.group_duplicates(connection)
            writing.next_generation(connection)
    connection.execute("VACUUM")
    return gone


def _rows(connection: sqlite3.Connection) -> dict[str, _Row]:
    return {
        writing.restored(path): _Row(number, Stamp(*stamp), checked_ns, digest, version, missing is not None)
        for path, number, *stamp, checked_ns, digest, version, missing in connection.execute(
            "SELECT path, id, size, mtime_ns, ctime_ns, inode, checked_ns, digest, version, missing_since FROM files"
        )
    }


def _plan(connection: sqlite3.Connection, sources: Sequence[Source], roots: Sequence[str]) -> _Plan:
    plan = _Plan([], [], [], [], Report())
    rows = _rows(connection)
    for source in sources:
        row = rows.pop(source.path, None)
        checked_ns = now_ns()
        stamp = stamp_of(source.path)
        if row is not None and row.version == reader_version() and stamp is not None:
            if row.missing:
                plan.back.append(row.number)
            if stamp == row.stamp and is_settled(stamp, row.checked_ns):
                plan.report.unchanged += 1
                continue
            digest = digest_of_file(source.path)
            if digest == row.digest:
                plan.touched.append((stamp, checked_ns, row.number))
                plan.report.unchanged += 1
                continue
        else:
            digest = digest_of_file(source.path)
        if row is None:
            plan.report.new += 1
        else:
            plan.report.changed += 1
        plan.read.append((source, stamp, checked_ns, digest))
    for path, row in rows.items():
        if any(path == root or path.startswith(root.rstrip("/\\") + _SEPARATOR) for root in roots):
            plan.report.missing.append(path)
            if not row.missing:
                plan.missing.append((row.number, path))
    return plan


_SEPARATOR: Final = str(Path("/"))[-1]


def _note(connection: sqlite3.Connection, plan: _Plan, keep_missing: bool) -> None:
    """Write what needs no reading."""
    connection.executemany(
        "UPDATE files SET size = ?, mtime_ns = ?, ctime_ns = ?, inode = ?, checked_ns = ? WHERE id = ?",
        [(*stamp, checked_ns, number) for stamp, checked_ns, number in plan.touched],
    )
    connection.executemany("UPDATE files SET missing_since = NULL WHERE id = ?", [(n,) for n in plan.back])
    if keep_missing:
        today = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
        connection.executemany(
            "UPDATE files SET missing_since = ? WHERE id = ?", [(today, number) for number, _ in plan.missing]
        )
    else:
        connection.executemany(
            "DELETE FROM files WHERE path = ?", [(writing.storable(p),) for p in plan.report.missing]
        )
        plan.report.pruned = len(plan.report.missing)


def _read(
    connection: sqlite3.Connection, plan: _Plan, file: Path | None, processes: int, progress: Progress | None
) -> None:
    from retrieval.store import pipeline  # needs the readers of all formats

    known = pipeline.Known(
        lambda digest: writing.reading_number(connection, digest) is not None,
        lambda digest: writing.words_of(connection, digest),
    )
    sources = [source for source, *_ in plan.read]
    details = {source.path: (stamp, checked_ns, digest) for source, stamp, checked_ns, digest in plan.read}
    report = plan.report
    done, expected, files_left = 0, 0, len(sources)
    waiting, last = 0, time.monotonic()
    connection.execute("BEGIN IMMEDIATE")
    try:
        for step in _steps(sources, known, file, processes):
            match step:
                case pipeline.Found(count):
                    expected += count
                    files_left -= 1
                case pipeline.FileDone(source, documents, warnings):
                    stamp, checked_ns, digest = details[source.path]
                    report.warnings.extend(warnings)
                    # A file that could not be opened is tried again next time.
                    if stamp is not None and digest is not None:
                        writing.put_file(connection, source, stamp, checked_ns, digest, documents, warnings)
                        waiting += 1
                case _:
                    done += 1
                    if isinstance(step, Reading):
                        writing.add_reading(connection, step)
                        report.documents += 1
                        waiting += 1
                    if progress is not None:
                        progress(done, expected + files_left)
            if waiting >= _COMMIT_EVERY or (waiting and time.monotonic() - last > _COMMIT_EVERY_S):
                connection.execute("COMMIT")
                connection.execute("BEGIN IMMEDIATE")
                waiting, last = 0, time.monotonic()
    except BaseException as error:
        # What was read is sound: keep it, but where writing itself failed.
        if connection.in_transaction:
            connection.execute("ROLLBACK" if isinstance(error, sqlite3.Error) else "COMMIT")
        raise
    connection.execute("COMMIT")
    if progress is not None:
        progress(max(done, 1), max(done, 1))


def _steps(
    sources: Sequence[Source], known: pipeline.Known, file: Path | None, processes: int
) -> Iterator[pipeline.Step]:
    from retrieval.store import pipeline

    return pipeline.read_here(sources, known)
