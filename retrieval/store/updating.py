"""Bringing a library up to date with its folders: what is new or changed is read, nothing else."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Generator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from retrieval.corpus.columns import Columns
from retrieval.store import writing
from retrieval.store.codec import CodecError, unpacked
from retrieval.store.database import transaction
from retrieval.store.planning import Plan, Report, plan
from retrieval.store.sources import (
    NEVER,
    NO_STAMP,
    Source,
    Stamp,
    is_readable,
    sources_of,
    stamp_of,
)
from retrieval.store.version import reader_version

if TYPE_CHECKING:
    from retrieval.store import pipeline

Progress = Callable[[int, int], None]

# What was read is committed after so long, and at least so many documents: a kill costs no more than that.
_COMMIT_EVERY_S: Final = 1.0
_COMMIT_EVERY: Final = 200


def update(
    connection: sqlite3.Connection,
    paths: Sequence[Path],
    *,
    pages: Sequence[Source] = (),
    columns: Columns | None = None,
    file: Path | None = None,
    processes: int = 1,
    keep_missing: bool = True,
    missing_ok: bool = False,
    progress: Progress | None = None,
    before_writing: Callable[[bool], None] | None = None,
) -> Report:
    """Read what is new or changed below `paths`, and of the `pages` that were named, into the library.

    Raises InputError for a path that does not exist, unless `missing_ok`. The `columns` of tables are those named now,
    or when these paths were last named; tables that were read by others are read again. Files that are gone stay,
    marked as missing, or go too; pages as well. What another version read of files elsewhere, of pages that were not
    named, or of those that are gone, is read again from the texts in the library. `processes` read at once, and look
    into the library `file` for what is known. Every second what was read is committed, so that a process that is killed
    loses no more. `before_writing` is told whether there is anything to read, and may raise.
    """
    started = time.perf_counter()
    roots = [str(path.absolute()) for path in paths]
    sources = [*sources_of(paths, missing_ok=missing_ok), *pages]
    if columns is not None:
        with transaction(connection):
            writing.name_columns(connection, [*roots, *(page.path for page in pages)], str(columns))
    todo = plan(connection, sources, roots)
    report = todo.report
    if before_writing is not None:
        before_writing(bool(todo.read))
    changes = bool(todo.read or todo.back or todo.missing or (report.missing and not keep_missing))
    with transaction(connection):
        # What follows the reading is made up for next time if it is not reached.
        changes = bool(connection.execute("DELETE FROM state WHERE key = 'unfinished'").rowcount) or changes
        if changes:
            connection.execute("INSERT INTO state VALUES ('unfinished', 1)")
        _note(connection, todo, keep_missing)
    if todo.read:
        _read(connection, todo, file, processes, progress, keep_missing)
    elif progress is not None:
        progress(1, 1)
    changes = _read_stored(connection, report) or changes
    if changes:
        with transaction(connection):
            connection.execute("DELETE FROM state WHERE key = 'unfinished'")
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
        writing.drop_unused_columns(connection)
        if gone:
            writing.group_duplicates(connection)
            writing.next_generation(connection)
    connection.execute("VACUUM")
    return gone


def _note(connection: sqlite3.Connection, todo: Plan, keep_missing: bool) -> None:
    """Write what needs no reading."""
    connection.executemany(
        "UPDATE files SET size = ?, mtime_ns = ?, ctime_ns = ?, inode = ?, checked_ns = ? WHERE id = ?",
        [(*stamp, checked_ns, number) for stamp, checked_ns, number in todo.touched],
    )
    connection.executemany("UPDATE files SET missing_since = NULL WHERE id = ?", [(n,) for n in todo.back])
    connection.executemany("DELETE FROM files WHERE id = ?", [(number,) for number in todo.opened])
    if keep_missing:
        connection.executemany(
            "UPDATE files SET missing_since = ? WHERE id = ?", [(writing.now(), number) for number, _ in todo.missing]
        )
    else:
        connection.executemany(
            "DELETE FROM files WHERE path = ?", [(writing.storable(p),) for p in todo.report.missing]
        )
        todo.report.pruned = len(todo.report.missing)


def _read(
    connection: sqlite3.Connection,
    todo: Plan,
    file: Path | None,
    processes: int,
    progress: Progress | None,
    keep_missing: bool,
) -> None:
    from retrieval.store import pipeline  # needs the readers of all formats

    known = pipeline.Known(
        lambda digest: writing.reading_number(connection, digest) is not None,
        lambda digest: writing.words_of(connection, digest),
    )
    sources = [source for source, *_ in todo.read]
    details = {source.path: (stamp, checked_ns, digest) for source, stamp, checked_ns, digest in todo.read}
    report = todo.report
    sizes = {source.path: stamp.size + 1 if stamp else 1 for source, stamp, *_ in todo.read}
    done, expected = 0, _Expected(sizes)
    waiting, last = 0, time.monotonic()
    connection.execute("BEGIN IMMEDIATE")
    steps = _steps(sources, known, file, processes, _begun(connection, todo.begun))
    try:
        for step in steps:
            match step:
                case pipeline.Found(source, parts, left, tables):
                    expected.take_in(source.path, left)
                    stamp, checked_ns, digest = details[source.path]
                    if parts > 1 and _may_begin(connection, todo, source) and stamp is not None and digest is not None:
                        todo.begun[source.path] = writing.begin_file(
                            connection, source, stamp, checked_ns, digest, tables=tables
                        )
                case pipeline.PartDone(source, place, name, digest, reading):
                    done += 1
                    if reading is not None:
                        writing.add_reading(connection, reading)
                        report.documents += 1
                        waiting += 1
                    elif digest is not None:
                        report.known += 1
                    if digest is not None and source.path in todo.begun:
                        writing.add_document(connection, todo.begun[source.path], place, name, digest)
                    if progress is not None:
                        progress(done, expected.in_all())
                case pipeline.FileDone():
                    report.warnings.extend(step.warnings)
                    waiting += 1
                    _put(connection, todo, step, *details[source.path], keep_missing=keep_missing)
            if waiting >= _COMMIT_EVERY or (waiting and time.monotonic() - last > _COMMIT_EVERY_S):
                connection.execute("COMMIT")
                connection.execute("BEGIN IMMEDIATE")
                waiting, last = 0, time.monotonic()
    except BaseException as error:
        # What was read is sound: keep it, but where writing itself failed.
        if connection.in_transaction:
            connection.execute("ROLLBACK" if isinstance(error, sqlite3.Error) else "COMMIT")
        raise
    finally:
        steps.close()  # with the processes that read, wherever the error came from
    connection.execute("COMMIT")
    if progress is not None:
        progress(max(done, 1), max(done, 1))


def _begun(connection: sqlite3.Connection, rows: Mapping[str, int]) -> dict[str, frozenset[int]]:
    """Return the places of the documents that the library has of files that were read in part."""
    sql = "SELECT place FROM documents WHERE file = ?"
    return {path: frozenset(place for (place,) in connection.execute(sql, (row,))) for path, row in rows.items()}


def _may_begin(connection: sqlite3.Connection, todo: Plan, source: Source) -> bool:
    """Tell whether the documents of a long file may be stored as they are read.

    Those of an earlier state of the file stay until all of the new one was read; a page is another file each time.
    """
    if source.path in todo.begun or source.page is not None:
        return False
    held = "SELECT 1 FROM files JOIN documents ON documents.file = files.id WHERE path = ?"
    return connection.execute(held, (writing.storable(source.path),)).fetchone() is None


def _put(
    connection: sqlite3.Connection,
    todo: Plan,
    done: pipeline.FileDone,
    stamp: Stamp | None,
    checked_ns: int,
    digest: bytes | None,
    *,
    keep_missing: bool,
) -> None:
    """Store a file that was read, or that it cannot be."""
    source, documents, warnings = done.source, done.documents, done.warnings
    if source.path in todo.begun:
        writing.finish_file(connection, todo.begun[source.path], stamp or NO_STAMP, checked_ns, warnings)
    elif source.page is not None and digest is not None and keep_missing and not documents:
        # What the library has of the page is better than the "try again later" that came this time.
        writing.put_unreadable(connection, source, digest, warnings)
    elif stamp is not None and digest is not None and is_readable(digest):
        # A slip in the columns costs nothing that was read, nor does a file that was cut short or emptied.
        if not documents and keep_missing and _kept(connection, done, digest):
            return
        writing.put_file(connection, source, stamp, checked_ns, digest, documents, warnings, tables=done.tables)
    # One that is gone by now (it has no digest) is no file of the library.
    elif digest is not None and not (
        # What a library has of it stays, as what it has of a file that is gone.
        keep_missing and writing.put_unreadable(connection, source, digest, warnings)
    ):
        writing.put_file(connection, source, NO_STAMP, NEVER, digest, documents, warnings)


def _kept(connection: sqlite3.Connection, done: pipeline.FileDone, digest: bytes) -> bool:
    """Keep what the library has of a file that nothing can be read of now; False when it has nothing.

    A table with other columns than before is what it is now.
    """
    if done.tables:
        return writing.keep_tables(connection, done.source, digest, done.warnings)
    return writing.put_unreadable(connection, done.source, digest, done.warnings)


class _Expected:
    """How many documents there will be: those in the files opened, and as many in the files to come.

    By their number or by their size, whichever gives fewer: after a short report a book is not a thousand reports, and
    after a table of a thousand records a short file is not one more.
    """

    def __init__(self, sizes: Mapping[str, int]) -> None:
        """Take the size of each file."""
        self._sizes = sizes
        self._bytes_to_come = self._bytes = sum(sizes.values())
        self._found = self._opened = 0

    def take_in(self, path: str, count: int) -> None:
        """Take in that a file was opened and has so many documents."""
        self._found += count
        self._opened += 1
        self._bytes_to_come -= self._sizes[path]

    def in_all(self) -> int:
        """Return the number of documents that is expected, at least of those found."""
        by_number = (len(self._sizes) - self._opened) / max(self._opened, 1)
        by_size = self._bytes_to_come / max(self._bytes - self._bytes_to_come, 1)
        return self._found + round(self._found * min(by_number, by_size))


def _read_stored(connection: sqlite3.Connection, report: Report) -> bool:
    """Read again, from the texts in the library, what another version read and no file was there to replace."""
    rows = connection.execute(
        "SELECT d.id, d.file, t.data FROM files AS f JOIN documents AS d ON d.file = f.id"
        " JOIN texts AS t ON t.reading = d.reading JOIN readings AS r ON r.id = d.reading WHERE r.version <> ?",
        (reader_version(),),
    ).fetchall()
    if not rows:
        return False
    from retrieval.corpus.document import Document
    from retrieval.store import pipeline

    known = pipeline.Known(
        lambda digest: writing.reading_number(connection, digest) is not None,
        lambda digest: writing.words_of(connection, digest),
    )
    for number, file, data in rows:
        try:
            document = unpacked(data, Document)
        except CodecError:
            continue  # stays as it is; a question that meets it is told to read the file again
        _, digest, reading = pipeline.reading_of(document, known, report.warnings)
        if digest is None:
            continue
        with transaction(connection):
            if reading is not None:
                writing.add_reading(connection, reading)
                report.documents += 1
            new = writing.reading_number(connection, digest)
            connection.execute("UPDATE documents SET reading = ? WHERE id = ?", (new, number))
            # The file itself may read otherwise by now: its version stays, so that it is opened when it is back.
            connection.execute("UPDATE files SET read_at = ? WHERE id = ?", (writing.now(), file))
    return True


def _steps(
    sources: Sequence[Source], known: pipeline.Known, file: Path | None, processes: int, begun: pipeline.Begun
) -> Generator[pipeline.Step, None, None]:
    from retrieval.store import pipeline

    if processes > 1:
        from retrieval.store import workers

        sizes = (stamp.size for source in sources if (stamp := stamp_of(source.path)) is not None)
        if sum(sizes) > workers.WORTH_BYTES:
            return workers.read_in_processes(sources, file, processes, begun)
    return pipeline.read_here(sources, known, begun)
