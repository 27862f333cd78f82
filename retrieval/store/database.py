"""Opening the SQLite file: for reading at one moment of it, or for writing as the only writer."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from urllib.parse import quote

from retrieval.errors import LibraryError
from retrieval.store import schema
from retrieval.store.faults import BusyError, NewerError, busy, damaged, empty, explained, foreign, lacking
from retrieval.store.soundness import check_structure

# How long a reader waits for a writer's last step, and a writer for a reader that is opening.
_PATIENCE_S: Final = 5.0
# How long a writer waits for another: enough for one that only adds feedback.
_LOCK_PATIENCE_S: Final = 1.0
_PAGE: Final = 8192
SUFFIX: Final = ".aidu"


def open_to_read(path: Path, *, only_feedback: bool = False) -> sqlite3.Connection:
    """Return a connection that sees the file as it is now, for as long as the connection is open.

    Raises LibraryError when the file is missing, damaged, something else, or from a newer version. Works in a folder
    that may not be written. The connection may be used from any thread, by one at a time. With `only_feedback` other
    tables may be lost: feedback is found nowhere else.
    """
    if not path.is_file():
        raise LibraryError(
            f"không thấy tệp thư viện “{path}”; hãy tạo bằng: aidu index THƯ_MỤC --library “{path}”",
            f"there is no library file “{path}”; make it with: aidu index FOLDER --library “{path}”",
        )
    with explained(path):
        if path.stat().st_size == 0:
            raise _nothing_in(path)  # before SQLite makes files beside it
        connection = _connected(path)
        try:
            _check(connection, path, only_feedback=only_feedback)
            if schema.applied(connection) == 0:
                raise _nothing_in(path)
            if schema.applied(connection) < len(schema.MIGRATIONS):
                connection = _migrated(connection, path)
            connection.execute("BEGIN")
            # The first SELECT fixes the moment; later commits of others are not seen.
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except BaseException:
            connection.close()
            raise
    return connection


def is_library_file(path: Path) -> bool:
    """Tell whether a path is a library file, or by its suffix is to be one."""
    if path.exists() and not path.is_file():
        return False  # a folder, or a pipe that would be waited for
    if path.suffix == SUFFIX:
        return True
    try:
        with path.open("rb") as file:
            header = file.read(72)
    except (OSError, ValueError):
        return False
    # The application_id stands at byte 68 (https://www.sqlite.org/fileformat.html, 1.3).
    return header.startswith(b"SQLite format 3\x00") and header[68:] == schema.APPLICATION_ID.to_bytes(4, "big")


def open_to_look(path: Path) -> sqlite3.Connection:
    """Return a connection that sees whatever is committed at the time of each look. Raises sqlite3.Error."""
    return _readable(path, "mode=ro")


def state_of(path: Path) -> tuple[int, int]:
    """Return what tells one state of a library file from another, without loading it: how often what it holds was
    changed, and which file it is (inode). (-1, 0) where that cannot be seen."""
    try:
        connection = open_to_look(path)
        try:
            row = connection.execute("SELECT value FROM state WHERE key = 'generation'").fetchone()
        finally:
            connection.close()
        return int(row[0]), path.stat().st_ino
    except (sqlite3.Error, OSError, TypeError, ValueError):
        return -1, 0


@contextlib.contextmanager
def opened_to_write(path: Path | None, *, looked_through: bool = False) -> Iterator[sqlite3.Connection]:
    """Give the connection of the only writer, in no transaction; the file is made when missing.

    `None` is a library in memory. Raises BusyError when another process writes, and LibraryError as `open_to_read`
    does, or when the file may not be written. A damaged or foreign file is not touched: with `looked_through` every
    page of it is looked at before (a second for a gigabyte), and not only those that are used.
    """
    if path is None:
        connection = _configured(sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None))
        _prepare(connection)
        yield connection
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise LibraryError(
            f"không tạo được thư mục cho thư viện “{path}” ({reason}); hãy chọn nơi khác bằng --library",
            f"the folder for the library “{path}” cannot be made ({reason}); choose another place by --library",
        ) from error
    if path.is_dir():
        raise LibraryError(
            f"“{path}” là thư mục; hãy cho tên tệp thư viện bằng --library",
            f"“{path}” is a folder; name the library file by --library",
        )
    with only_writer(path), explained(path):
        new = not path.exists() or path.stat().st_size == 0
        if not new:
            _check_header(path)
        connection = _configured(
            sqlite3.connect(path, timeout=_PATIENCE_S, check_same_thread=False, isolation_level=None)
        )
        try:
            if new:
                connection.execute(f"PRAGMA page_size = {_PAGE}")
            _check(connection, path)  # before anything is written, were it but the header
            if looked_through and not new:
                check_structure(connection, path)
            connection.execute("PRAGMA journal_mode = WAL")
            _prepare(connection)
            yield connection
        finally:
            connection.close()


@contextlib.contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Commit what is written inside the block, or nothing of it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        # A full disk has rolled back by itself.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _connected(path: Path) -> sqlite3.Connection:
    """Return a connection for reading, by the first way that works where the file lies."""
    log = path.with_name(path.name + "-wal")
    try:
        return _readable(path, "mode=rw")
    except sqlite3.OperationalError as error:
        if (error.sqlite_errorcode & 0xFF) not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY):
            raise
    # A folder that may not be written: the log's index cannot be made there. Without a log the file is complete.
    if not log.exists() or log.stat().st_size == 0:
        return _readable(path, "mode=ro&immutable=1")
    with tempfile.TemporaryDirectory(prefix="aidu-", ignore_cleanup_errors=True) as folder:
        copy = Path(folder) / path.name
        shutil.copyfile(path, copy)
        shutil.copyfile(log, copy.with_name(log.name))
        source = _readable(copy, "mode=rw")
        connection = _configured(sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None))
        source.backup(connection)
        source.close()
    return connection


def _readable(path: Path, mode: str) -> sqlite3.Connection:
    uri = f"file:{quote(str(path.absolute()), errors='surrogateescape')}?{mode}"
    connection = sqlite3.connect(
        uri, uri=True, timeout=_PATIENCE_S, check_same_thread=False, isolation_level=None, cached_statements=64
    )
    try:
        _configured(connection)
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _configured(connection: sqlite3.Connection) -> sqlite3.Connection:
    # A file of unknown origin may carry views and triggers that call functions: none of ours do.
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA cell_size_check = ON")
    connection.execute("PRAGMA synchronous = FULL")
    return connection


def _check_header(path: Path) -> None:
    """Raise DamagedError for a file that is no SQLite file at all, before SQLite would make one of it."""
    with path.open("rb") as file:
        if not b"SQLite format 3\x00".startswith(file.read(16)):
            raise foreign(path)


def _check(connection: sqlite3.Connection, path: Path, *, only_feedback: bool = False) -> None:
    """Raise DamagedError for the file of another program or one that lost tables, NewerError for a newer aidu's."""
    owner = connection.execute("PRAGMA application_id").fetchone()[0]
    empty = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
    if owner != schema.APPLICATION_ID and not (owner == 0 and empty):
        raise foreign(path)
    if not empty and schema.applied(connection) == 0:
        raise damaged(path)
    lost = [table for table in schema.missing(connection) if table != schema.FEEDBACK] if not empty else []
    if lost and not only_feedback:
        raise lacking(path, lost)
    if schema.applied(connection) > len(schema.MIGRATIONS):
        raise NewerError(
            f"thư viện “{path}” do phiên bản aidu mới hơn ghi; hãy nâng cấp aidu rồi thử lại",
            f"a newer version of aidu wrote the library “{path}”; upgrade aidu, then try again",
        )


def _nothing_in(path: Path) -> LibraryError:
    """Return the error for a file without tables: one that is just being made, or has lost all that it held."""
    if path.with_name(path.name + ".lock").exists():
        try:
            with only_writer(path):
                pass
        except BusyError as error:
            return error
        except LibraryError:
            pass  # in a folder where nobody may write
    return empty(path)


def _prepare(connection: sqlite3.Connection) -> None:
    if schema.applied(connection) < len(schema.MIGRATIONS):
        with transaction(connection):
            schema.migrate(connection)
    if schema.FEEDBACK in schema.missing(connection):
        with transaction(connection):
            schema.restore_feedback(connection)


def _migrated(connection: sqlite3.Connection, path: Path) -> sqlite3.Connection:
    """Return a connection to the file with all migrations applied: in place, or to a copy where it is read-only."""
    try:
        with only_writer(path):
            _prepare(connection)
        return connection
    except (sqlite3.OperationalError, LibraryError):
        copy = _configured(sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None))
        connection.backup(copy)
        connection.close()
        _prepare(copy)
        return copy


@contextlib.contextmanager
def only_writer(path: Path) -> Iterator[None]:
    """Hold the lock that only one writer can hold; the system frees it when the process ends, however it ends.

    An empty SQLite file of its own: its locks are the same on every system, and the library itself stays readable.
    """
    real = path.resolve()  # by whatever name, it is one file
    lock = real.with_name(real.name + ".lock")
    with explained(path):
        connection = sqlite3.connect(lock, timeout=_LOCK_PATIENCE_S, isolation_level=None)
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            connection.close()
            if (error.sqlite_errorcode & 0xFF) == sqlite3.SQLITE_BUSY:
                raise busy(path) from error
            raise
    try:
        yield
    finally:
        connection.close()
