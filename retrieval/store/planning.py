"""What there is to do to bring a library up to date with its files: which are new, changed, gone, or read in part."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from retrieval.corpus.addresses import is_web
from retrieval.store import writing
from retrieval.store.sources import (
    CLOSED_FOLDER,
    Source,
    Stamp,
    Unread,
    digest_of_file,
    is_below,
    is_readable,
    is_settled,
    look_at,
)
from retrieval.store.version import reader_version


@dataclass(slots=True)
class Report:
    """What an update did, counted in files and pages but for documents.

    `reread` of the changed are as they were, and were read by another version or with other columns.
    `documents` were read just now; `known` were looked at and are word for word what the library had read already.

    `folders` are the folders and files that were looked through.
    `stale` are the pages that could not be fetched again and stay as they were read, with the reasons.
    `kept_pages` are in the library and were not named this time. `loaded` says that the passages were loaded into a
    cluster, `removed` names the indexes that were removed there.
    """

    new: int = 0
    changed: int = 0
    reread: int = 0
    unchanged: int = 0
    missing: list[str] = field(default_factory=list)
    pruned: int = 0
    documents: int = 0
    known: int = 0
    folders: list[Path] = field(default_factory=list)
    warnings: list[Unread] = field(default_factory=list)
    stale: list[Unread] = field(default_factory=list)
    kept_pages: int = 0
    seconds: float = 0.0
    loaded: bool = False
    removed: list[str] = field(default_factory=list)


class _Row(NamedTuple):
    number: int
    stamp: Stamp
    checked_ns: int
    digest: bytes
    version: str
    columns: str | None
    missing: bool

    def was_read(self, version: str, columns: str) -> bool:
        """Tell whether it was read by this version, and with these columns where it holds a table."""
        return self.version == version and self.columns in (None, columns)


@dataclass(slots=True)
class Plan:
    """What is to do: files to read (stamp, time of the look, digest), and rows that only changed in their stamp.

    `begun` has the rows of files that were read in part, by path; `opened` those of folders that can be looked through
    again.
    """

    read: list[tuple[Source, Stamp | None, int, bytes | None]]
    begun: dict[str, int]
    touched: list[tuple[Stamp, int, int]]
    back: list[int]
    missing: list[tuple[int, str]]
    report: Report
    opened: list[int] = field(default_factory=list)


def is_current(connection: sqlite3.Connection, sources: Sequence[Source]) -> bool:
    """Tell whether the library holds exactly these files as they are now. Opens only files that may have changed."""
    rows = _rows(connection)
    sources = [source for source in sources if source.path in rows or not source.is_kept]
    if len(rows) != len(sources):
        return False
    for source in sources:
        row = rows.get(source.path)
        if row is None or row.missing:
            return False
        if source.page is not None and source.is_kept:
            if source.page.gone:
                return False
            continue
        if row.version != reader_version():
            return False
        stamp, _ = look_at(source)
        if stamp == row.stamp and is_settled(stamp, row.checked_ns):
            continue
        if digest_of_file(source.content) != row.digest:
            return False
    # Of what is kept, the texts may have been read by another version.
    return connection.execute("SELECT 1 FROM readings WHERE version <> ?", (reader_version(),)).fetchone() is None


def _with_columns(sources: Sequence[Source], named: Mapping[str, str]) -> Iterator[Source]:
    """Yield the sources with the columns named for them: for the nearest folder that they are in."""
    nearest = sorted(named, key=len, reverse=True)
    for source in sources:
        place = next((place for place in nearest if is_below(source.path, place)), None)
        yield source if place is None else source._replace(columns=named[place])


def _rows(connection: sqlite3.Connection) -> dict[str, _Row]:
    return {
        writing.restored(path): _Row(number, Stamp(*stamp), checked_ns, digest, version, columns, missing is not None)
        for path, number, *stamp, checked_ns, digest, version, columns, missing in connection.execute(
            "SELECT path, id, size, mtime_ns, ctime_ns, inode, checked_ns, digest, version, columns, missing_since"
            " FROM files"
        )
    }


def plan(connection: sqlite3.Connection, sources: Sequence[Source], roots: Sequence[str]) -> Plan:
    """Compare the library with the files there are; `roots` are the folders that were looked through."""
    found = Plan([], {}, [], [], [], Report())
    rows = _rows(connection)
    named = writing.named_columns(connection)
    closed: list[str] = []
    for source in _with_columns(sources, named):
        row = rows.pop(source.path, None)
        if source.page is not None and source.is_kept:
            if row is not None and source.page.gone:
                found.report.missing.append(source.path)
                if not row.missing:
                    found.missing.append((row.number, source.path))
            elif row is not None:
                found.report.unchanged += 1
            continue
        stamp, checked_ns = look_at(source)
        if row is not None and row.was_read(reader_version(), source.columns):
            if row.missing:
                found.back.append(row.number)
            if stamp == row.stamp and is_settled(stamp, row.checked_ns):
                found.report.unchanged += 1
                continue
            digest = digest_of_file(source.content)
            if digest == row.digest == CLOSED_FOLDER:
                closed.append(source.path)
                continue
            if digest == row.digest:
                if stamp is not None and is_readable(digest):
                    found.touched.append((stamp, checked_ns, row.number))
                found.report.unchanged += 1
                continue
        else:
            digest = digest_of_file(source.content)
        begun = row is not None and row.was_read(writing.begun_version(), source.columns)
        if row is not None and begun and row.digest == digest:
            found.begun[source.path] = row.number
        if digest == CLOSED_FOLDER:
            closed.append(source.path)
        elif row is None or begun:
            found.report.new += 1
        else:
            found.report.changed += 1
            found.report.reread += row.digest == digest
        found.read.append((source, stamp, checked_ns, digest))
    for path, row in rows.items():
        if any(is_below(path, folder) for folder in closed):
            found.report.unchanged += 1
        elif row.digest == CLOSED_FOLDER and any(is_below(path, root) for root in roots):
            found.opened.append(row.number)
        elif any(is_below(path, root) for root in roots):
            found.report.missing.append(path)
            if not row.missing:
                found.missing.append((row.number, path))
        elif is_web(path):
            found.report.kept_pages += 1
    return found
