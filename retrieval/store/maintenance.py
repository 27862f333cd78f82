"""What an administrator does with a library file: bring it up to date, and look whether it is fresh and sound."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeAlias

from retrieval.corpus.addresses import Location, is_web
from retrieval.corpus.columns import Columns
from retrieval.corpus.document import Document
from retrieval.errors import InputError
from retrieval.facts.events import Event
from retrieval.facts.reading import DocumentFacts
from retrieval.store import feedback, schema, updating
from retrieval.store import pages as web
from retrieval.store.codec import CodecError, unpacked
from retrieval.store.database import open_to_read, opened_to_write
from retrieval.store.faults import empty, explained
from retrieval.store.keeping import keeping
from retrieval.store.planning import Report, plan
from retrieval.store.searching import (
    AUTOMATIC,
    IN_CLUSTER,
    check_engine,
    index_is_whole,
    prune_cluster,
    write_index,
)
from retrieval.store.soundness import OF_EACH_READING, check_contents, missing_from
from retrieval.store.sources import Unread, sources_of
from retrieval.store.updating import Progress
from retrieval.store.version import reader_version
from retrieval.store.writing import named_columns, restored, warnings_of

# A library of so many bytes is looked through in less than the time that starting takes.
_SMALL_BYTES: Final = 50_000_000
_NO_FOLDER: Final = (
    "chưa biết đọc thư mục nào; hãy cho đường dẫn: aidu index THƯ_MỤC",
    "there is nothing to read yet; name a folder: aidu index FOLDER",
)


def index(
    file: Path,
    paths: Sequence[Location] = (),
    *,
    columns: Columns | None = None,
    processes: int = 1,
    prune: bool = False,
    engine: str = AUTOMATIC,
    progress: Progress | None = None,
) -> Report:
    """Read what is new or changed below `paths` into the library file, which is made when missing.

    Without paths, the folders that the library was made from are looked through again; a page is fetched only when it
    is named. `columns` of tables hold for these paths from now on; tables that were read by others are read again.
    Files and pages that are gone stay in the library until `prune`. With the engine of a cluster the passages are
    loaded there, so that no question has to; what they replace stays there until `prune`, and then for one time more,
    for programs that still answer from it. Raises InputError for a path that does not exist, for an engine that there
    is none of, and when there is nothing but pages and none can be had; LibraryError when the file is damaged (also
    where no question would notice: it is looked through before anything is written), is being written by another
    process, or cannot be written, and when the cluster cannot be reached.
    """
    check_engine(engine)
    if paths:
        sources_of(web.folders_in(paths))  # a mistyped path must not leave an empty library behind
    elif not file.exists():
        raise InputError(*_NO_FOLDER)
    elif file.is_file() and file.stat().st_size == 0:
        raise empty(file)
    if engine == IN_CLUSTER:
        from retrieval.ranking.opensearch import check_cluster

        check_cluster()  # before hours of reading
    with web.fetched(paths) as pages:
        if not file.exists():
            web.refuse_without_any(pages, paths, ())
        return _index(file, paths, pages, columns, processes, prune, engine, progress)


def _index(
    file: Path,
    paths: Sequence[Location],
    pages: web.Pages,
    columns: Columns | None,
    processes: int,
    prune: bool,
    engine: str,
    progress: Progress | None,
) -> Report:
    with opened_to_write(file, looked_through=True) as connection:
        known = web.pages_of(connection)
        web.refuse_without_any(pages, paths, known)
        if paths:
            folders = [path.absolute() for path in web.folders_in(paths)]
        else:
            folders = folders_of(connection)
            if not folders and not known:
                raise InputError(*_NO_FOLDER)
        with keeping() if processes > 1 else nullcontext():  # those that read write a part of the index as well
            report = updating.update(
                connection,
                folders,
                pages=pages.sources,
                columns=columns,
                file=file,
                processes=processes,
                missing_ok=not paths,
                progress=progress,
                before_writing=lambda reads: _look_through(connection, file, reads),
            )
            report.folders = folders
            for fault in pages.faults:
                unread = report.stale if fault.name in known else report.warnings
                unread.append((fault.name, fault.reason, fault.english))
            if prune:
                report.pruned = updating.prune(connection)
            written = write_index(connection, file, engine, processes=processes)
        if engine == IN_CLUSTER:
            report.loaded = written
            if prune:
                report.removed = prune_cluster(connection, file, spare_last=written)
        connection.execute("PRAGMA optimize")
    return report


def _look_through(connection: sqlite3.Connection, file: Path, reads: bool) -> None:
    """Look at every entry of a library when there is little else to do: nothing to read, or a small file."""
    if not reads or file.stat().st_size <= _SMALL_BYTES:
        check_contents(connection, file)


def roots_of(connection: sqlite3.Connection) -> list[str]:
    """Return what the library was made from: folders, files, and the sites of pages."""
    return [restored(root) for (root,) in connection.execute("SELECT DISTINCT root FROM files ORDER BY root")]


def folders_of(connection: sqlite3.Connection) -> list[Path]:
    """Return the folders and files that the library was made from."""
    return [Path(root) for root in roots_of(connection) if not is_web(root)]


# What is damaged, in Vietnamese and English.
Fault: TypeAlias = tuple[str, str]
_BROKEN_LIST: Final = ("danh sách tài liệu không đọc được bị hỏng", "the list of unreadable documents is damaged")
BROKEN_INDEX: Final = (
    "chỉ mục bên cạnh tệp (aidu index sẽ ghi lại)",
    "the index beside the file (aidu index writes it anew)",
)


@dataclass(frozen=True, slots=True)
class Status:
    """What a library file holds, how fresh it is, and whether it is sound.

    `columns` are those of tables, as they were named for folders, files and addresses. Counts of files: `files` in all,
    `pages` of them from the web, `missing` no longer there, `unread` those that could not be read; `new` and `changed`
    are on the disk and not in the library (nobody looks after the pages). `outdated` documents were read by another
    version. `read_at` is the time (UTC, ISO) of the last reading. `feedback_right` and `feedback_wrong` count what
    users said of answers; `feedback_lost` says that the table of that is gone, which the next `index` makes again,
    empty. `unreadable` are the documents that could not be read. `faults` says what else is damaged, in Vietnamese and
    English; () when all is sound.
    """

    size_bytes: int
    roots: tuple[str, ...]
    columns: dict[str, str]
    files: int
    pages: int
    missing: int
    unread: int
    new: int
    changed: int
    documents: int
    duplicates: int
    outdated: int
    passages: int
    people: int
    participations: int
    dated_events: int
    feedback_right: int
    feedback_wrong: int
    feedback_lost: bool
    read_at: str | None
    unreadable: tuple[Unread, ...]
    faults: tuple[Fault, ...]


def status(file: Path) -> Status:
    """Look through the whole library file. Raises LibraryError when it cannot be opened at all."""
    connection = open_to_read(file)
    try:
        with explained(file):
            return _status(connection, file)
    finally:
        connection.close()


def _status(connection: sqlite3.Connection, file: Path) -> Status:
    def count(sql: str, *values: object) -> int:
        return int(connection.execute(f"SELECT count(*) FROM {sql}", values).fetchone()[0])

    broken = [what for (what,) in connection.execute("PRAGMA integrity_check(5)") if what != "ok"]
    faults: list[Fault] = [(f"cấu trúc tệp: {what}", f"structure of the file: {what}") for what in broken]
    tables = [row[0] for row in connection.execute("PRAGMA foreign_key_check")]
    faults.extend((f"liên kết thiếu trong bảng {table}", f"links missing in table {table}") for table in tables)
    if not index_is_whole(connection, file):
        faults.append(BROKEN_INDEX)
    people, participations, content_faults = _content(connection)
    unreadable: list[Unread] = []
    for (data,) in connection.execute("SELECT warnings FROM files WHERE warnings IS NOT NULL ORDER BY root, name"):
        try:
            unreadable.extend(warnings_of(data))
        except CodecError as error:
            content_faults.extend([_BROKEN_LIST] if error.damaged else [])
    right, wrong = feedback.counts(connection)
    folders = folders_of(connection)
    todo = plan(connection, sources_of(folders, missing_ok=True), [str(folder) for folder in folders])
    return Status(
        size_bytes=sum(p.stat().st_size for p in (file, file.with_name(file.name + "-wal")) if p.exists()),
        roots=tuple(roots_of(connection)),
        columns={place: line for place, line in named_columns(connection).items() if line},
        files=count("files"),
        pages=len(web.pages_of(connection)),
        missing=len(todo.report.missing),
        unread=count("files WHERE id NOT IN (SELECT file FROM documents)"),
        new=todo.report.new,
        changed=todo.report.changed,
        documents=count("documents"),
        duplicates=count("documents") - count("(SELECT DISTINCT reading FROM documents)") + count("duplicates"),
        outdated=count("documents JOIN readings ON readings.id = reading WHERE version <> ?", reader_version()),
        passages=int(connection.execute("SELECT total(passages) FROM readings").fetchone()[0]),
        people=people,
        participations=participations,
        dated_events=count("events WHERE date IS NOT NULL"),
        feedback_right=right,
        feedback_wrong=wrong,
        feedback_lost=schema.FEEDBACK in schema.missing(connection),
        read_at=connection.execute("SELECT max(read_at) FROM files").fetchone()[0],
        unreadable=tuple(unreadable),
        faults=tuple(dict.fromkeys([*faults, *content_faults])),
    )


_CONTENT: dict[str, Any] = {
    "texts": Document,
    "facts": DocumentFacts,
    "passages": list[tuple[int, int]],
    "people": list[str],
    "events": Event,
    "terms": list[list[str]],
    "words": list[list[str]],
}


def _content(connection: sqlite3.Connection) -> tuple[int, int, list[Fault]]:
    """Load every blob; return the number of different people, of participations, and the faults found."""
    names: set[str] = set()
    participations = 0
    faults: list[Fault] = []
    for table, kind in _CONTENT.items():
        damaged = 0
        for (data,) in connection.execute(f"SELECT data FROM {table}"):
            try:
                value: object = unpacked(data, kind)
            except CodecError as error:
                damaged += error.damaged
                continue
            if isinstance(value, DocumentFacts):
                participations += len(value.participations)
            elif table == "people" and isinstance(value, list):
                names.update(value)
        if damaged:
            faults.append(
                (f"{damaged} mục trong bảng {table} bị hỏng", f"{damaged} entries of table {table} are damaged")
            )
    for table in OF_EACH_READING:
        if missing := missing_from(connection, table):
            faults.append(
                (f"thiếu {missing} mục trong bảng {table}", f"{missing} entries are missing in table {table}")
            )
    return len(names), participations, faults
