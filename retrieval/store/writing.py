"""What goes into the tables: files, readings and words, each by one function, inside the caller's transaction."""

from __future__ import annotations

import datetime as dt
import os
import sqlite3
from collections.abc import Sequence

from retrieval.store.codec import packed, unpacked
from retrieval.store.reading import DIGEST_BYTES, Reading
from retrieval.store.signatures import groups_of
from retrieval.store.sources import DIED, NEVER, NO_STAMP, Source, Stamp, Unread, is_below
from retrieval.store.version import reader_version, segmenter_version


def now() -> str:
    """Return the time as the tables have it: UTC, to the second."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")


def storable(text: str) -> str | bytes:
    """Return a path or name as the file keeps it: text, or bytes when it is not UTF-8."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return os.fsencode(text)
    return text


def restored(stored: str | bytes) -> str:
    """Return the path or name that `storable` made."""
    return os.fsdecode(stored) if isinstance(stored, bytes) else stored


def reading_number(connection: sqlite3.Connection, digest: bytes) -> int | None:
    """Return the number of the current reading of a content, None when it was not read yet."""
    row = connection.execute(
        "SELECT id FROM readings WHERE digest = ? AND version = ?", (digest, reader_version())
    ).fetchone()
    return None if row is None else int(row[0])


def words_of(connection: sqlite3.Connection, digest: bytes) -> object:
    """Return the packed words of a paragraph, None when it was not segmented yet."""
    row = connection.execute("SELECT data FROM words WHERE digest = ?", (digest,)).fetchone()
    return None if row is None else row[0]


def add_reading(connection: sqlite3.Connection, reading: Reading) -> None:
    """Store a reading, unless the same is there."""
    if reading_number(connection, reading.digest) is not None:
        return
    number = connection.execute(
        "INSERT INTO readings (digest, version, passages, title, published, signature, paragraphs)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            reading.digest,
            reader_version(),
            reading.passage_count,
            reading.title,
            reading.published,
            reading.signature,
            reading.paragraphs,
        ),
    ).lastrowid
    blobs = {"texts": reading.text, "facts": reading.facts, "passages": reading.passages, "people": reading.people}
    for table, data in blobs.items():
        connection.execute(f"INSERT INTO {table} VALUES (?, ?)", (number, data))
    connection.execute("INSERT INTO events VALUES (?, ?, ?, ?, ?)", (number, reading.event, *reading.event_row))
    for field, data in reading.terms.items():
        connection.execute("INSERT INTO terms VALUES (?, ?, ?)", (number, field.value, data))
    version = segmenter_version()
    connection.executemany(
        "INSERT OR REPLACE INTO words VALUES (?, ?, ?)", [(key, version, data) for key, data in reading.words.items()]
    )


def put_file(
    connection: sqlite3.Connection,
    source: Source,
    stamp: Stamp,
    checked_ns: int,
    digest: bytes,
    documents: Sequence[tuple[int, str, bytes]],
    warnings: Sequence[Unread],
    *,
    tables: bool = False,
) -> None:
    """Store a file that was read, with the (place, name, digest) of its documents, for what it held before.

    `tables` says whether there are any in it, so that the columns named for it matter.

    One whose process died is stored as read by no version, and so is read again next time.
    """
    version = "" if _died(warnings) else reader_version()
    number = _insert_file(connection, source, stamp, checked_ns, digest, version, warnings, tables=tables)
    for place, name, content in documents:
        add_document(connection, number, place, name, content)


def begun_version() -> str:
    """Return what a file that was read in part has as its version: what it holds is of this one, the rest is to do."""
    return f"begun {reader_version()}"


def begin_file(
    connection: sqlite3.Connection, source: Source, stamp: Stamp, checked_ns: int, digest: bytes, *, tables: bool
) -> int:
    """Store a file of many documents that is being read, so that those read so far stay whatever happens; return its
    number, for `add_document` and `finish_file`."""
    return _insert_file(connection, source, stamp, checked_ns, digest, begun_version(), (), tables=tables)


def add_document(connection: sqlite3.Connection, file: int, place: int, name: str, content: bytes) -> None:
    """Store a document of a file, by the digest of its content, which was read."""
    connection.execute(
        "INSERT INTO documents (file, place, name, reading) VALUES (?, ?, ?, ?)",
        (file, place, storable(name), reading_number(connection, content)),
    )


def finish_file(
    connection: sqlite3.Connection, number: int, stamp: Stamp, checked_ns: int, warnings: Sequence[Unread]
) -> None:
    """Store that all of a file was read. Of one whose process died, what could not be read is tried again next time."""
    version = begun_version() if _died(warnings) else reader_version()
    connection.execute(
        "UPDATE files SET size = ?, mtime_ns = ?, ctime_ns = ?, inode = ?, checked_ns = ?, version = ?, read_at = ?,"
        " missing_since = NULL, warnings = ? WHERE id = ?",
        (*stamp, checked_ns, version, now(), _packed(warnings), number),
    )


def _died(warnings: Sequence[Unread]) -> bool:
    return any(tuple(reason) == DIED for _, *reason in warnings)


def _insert_file(
    connection: sqlite3.Connection,
    source: Source,
    stamp: Stamp,
    checked_ns: int,
    digest: bytes,
    version: str,
    warnings: Sequence[Unread],
    *,
    tables: bool,
) -> int:
    path = storable(source.path)
    connection.execute("DELETE FROM files WHERE path = ?", (path,))
    number = connection.execute(
        "INSERT INTO files (path, root, name, size, mtime_ns, ctime_ns, inode, checked_ns, digest, version, columns,"
        " read_at, warnings) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            path,
            storable(source.root),
            storable(source.name),
            *stamp,
            checked_ns,
            digest,
            version,
            source.columns if tables else None,
            now(),
            _packed(warnings),
        ),
    ).lastrowid
    return int(number or 0)


def put_unreadable(connection: sqlite3.Connection, source: Source, digest: bytes, warnings: Sequence[Unread]) -> bool:
    """Store that a file cannot be read any more and keep its documents; False when the library has none of it."""
    changed = connection.execute(
        "UPDATE files SET size = ?, mtime_ns = ?, ctime_ns = ?, inode = ?, checked_ns = ?, digest = ?, version = ?,"
        " missing_since = NULL, warnings = ? WHERE path = ? AND id IN (SELECT file FROM documents)",
        (*NO_STAMP, NEVER, digest, reader_version(), _packed(warnings), storable(source.path)),
    )
    return changed.rowcount > 0


def keep_tables(connection: sqlite3.Connection, source: Source, digest: bytes, warnings: Sequence[Unread]) -> bool:
    """Store that an unchanged file cannot be read with the columns named now, and keep what was read of it with others;
    False when the library has none of it. It is tried again next time, for its columns stay those others."""
    changed = connection.execute(
        "UPDATE files SET version = ?, missing_since = NULL, warnings = ? WHERE path = ? AND digest = ?"
        " AND id IN (SELECT file FROM documents)",
        (reader_version(), _packed(warnings), storable(source.path), digest),
    )
    return changed.rowcount > 0


def _packed(warnings: Sequence[Unread]) -> bytes | None:
    return packed([tuple(map(_printable, warning)) for warning in warnings]) if warnings else None


def warnings_of(data: object) -> list[Unread]:
    """Return the warnings that a file's row has; CodecError when the bytes hold none. Old rows are Vietnamese only."""
    return [(name, reason, *(more or (reason,))) for name, reason, *more in unpacked(data, list[tuple[str, ...]])]


def _printable(text: str) -> str:
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def named_columns(connection: sqlite3.Connection) -> dict[str, str]:
    """Return the columns of tables that users named: the line by the folder, file or address that it holds for."""
    return {restored(place): line for place, line in connection.execute("SELECT place, line FROM columns")}


def name_columns(connection: sqlite3.Connection, places: Sequence[str], line: str) -> None:
    """Store that `line` names the columns of the tables at and below these places, from now on."""
    for known in named_columns(connection):
        if any(is_below(known, place) for place in places):
            connection.execute("DELETE FROM columns WHERE place = ?", (storable(known),))
    connection.executemany("INSERT INTO columns VALUES (?, ?)", [(storable(place), line) for place in places])


def drop_unused_columns(connection: sqlite3.Connection) -> None:
    """Forget the columns named for places that no file is at or below any more."""
    for place in named_columns(connection):
        paths = (restored(path) for (path,) in connection.execute("SELECT path FROM files"))
        if not any(is_below(path, place) for path in paths):
            connection.execute("DELETE FROM columns WHERE place = ?", (storable(place),))


def drop_unused(connection: sqlite3.Connection) -> None:
    """Delete the readings that no file holds any more, and words that no version uses."""
    connection.execute("DELETE FROM readings WHERE id NOT IN (SELECT reading FROM documents)")
    connection.execute("DELETE FROM words WHERE version <> ?", (segmenter_version(),))


def drop_unused_words(connection: sqlite3.Connection) -> None:
    """Delete the words of paragraphs that no reading has any more."""
    used: set[bytes] = set()
    for (row,) in connection.execute("SELECT paragraphs FROM readings"):
        used.update(row[i : i + DIGEST_BYTES] for i in range(0, len(row), DIGEST_BYTES))
    unused = [row for row in connection.execute("SELECT digest FROM words") if row[0] not in used]
    connection.executemany("DELETE FROM words WHERE digest = ?", unused)


def group_duplicates(connection: sqlite3.Connection) -> None:
    """Find the near-duplicates among the readings and store them."""
    rows = connection.execute("SELECT id, signature FROM readings ORDER BY id").fetchall()
    groups = groups_of([signature for _, signature in rows])
    found = {rows[i][0]: rows[first][0] for i, first in enumerate(groups) if first != i}
    if found != dict(connection.execute("SELECT reading, original FROM duplicates")):
        connection.execute("DELETE FROM duplicates")
        connection.executemany("INSERT INTO duplicates VALUES (?, ?)", found.items())


def next_generation(connection: sqlite3.Connection) -> None:
    """Count a change of what is held, for readers that look whether there is something new."""
    connection.execute("UPDATE state SET value = value + 1 WHERE key = 'generation'")
