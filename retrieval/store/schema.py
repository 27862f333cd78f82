"""The tables of a library file, as numbered migrations that are applied once each, in order."""

from __future__ import annotations

import datetime as dt
import re
import sqlite3
from collections.abc import Sequence
from typing import Final

# "aidu" in the file's header (SQLite's application_id), so that any program can tell whose file it is.
APPLICATION_ID: Final = 0x61696475

# A step that was published is never changed: what is to be different is a new step.
MIGRATIONS: Final[tuple[tuple[str, Sequence[str]], ...]] = (
    (
        "files, documents and their readings",
        (
            # `root` and `name` are as given and as found below it, `path` is absolute. The stamp (size, times in ns,
            # inode) tells that a file is unchanged without opening it, if it was older than `checked_ns` by then.
            """CREATE TABLE files (
                id INTEGER PRIMARY KEY, path UNIQUE NOT NULL, root NOT NULL, name NOT NULL,
                size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL, ctime_ns INTEGER NOT NULL, inode INTEGER NOT NULL,
                checked_ns INTEGER NOT NULL, digest BLOB NOT NULL, version TEXT NOT NULL, read_at TEXT NOT NULL,
                missing_since TEXT, warnings BLOB)""",
            # A reading is what one content gives, whatever files hold it. Its blobs are written by store/codec.py.
            """CREATE TABLE readings (
                id INTEGER PRIMARY KEY AUTOINCREMENT, digest BLOB NOT NULL, version TEXT NOT NULL,
                passages INTEGER NOT NULL, title TEXT NOT NULL, published TEXT, signature BLOB NOT NULL,
                paragraphs BLOB NOT NULL, UNIQUE (digest, version))""",
            """CREATE TABLE documents (
                id INTEGER PRIMARY KEY, file INTEGER NOT NULL REFERENCES files ON DELETE CASCADE,
                place INTEGER NOT NULL, name NOT NULL, reading INTEGER NOT NULL REFERENCES readings,
                UNIQUE (file, place))""",
            "CREATE INDEX documents_reading ON documents (reading)",
            *(
                f"""CREATE TABLE {table} (
                    reading INTEGER PRIMARY KEY REFERENCES readings ON DELETE CASCADE, data BLOB NOT NULL)"""
                for table in ("texts", "facts", "passages", "people")
            ),
            """CREATE TABLE events (
                reading INTEGER PRIMARY KEY REFERENCES readings ON DELETE CASCADE, data BLOB NOT NULL,
                name TEXT NOT NULL, date TEXT, place TEXT)""",
            """CREATE TABLE terms (
                reading INTEGER NOT NULL REFERENCES readings ON DELETE CASCADE, field TEXT NOT NULL,
                data BLOB NOT NULL, PRIMARY KEY (reading, field))""",
            # The words of a paragraph, by its content: the slowest step of reading, and the one that changes least.
            # Near-duplicates: only readings that are like an older one, with the oldest of their group.
            """CREATE TABLE duplicates (
                reading INTEGER PRIMARY KEY REFERENCES readings ON DELETE CASCADE, original INTEGER NOT NULL)""",
            "CREATE TABLE words (digest BLOB PRIMARY KEY, version TEXT NOT NULL, data BLOB NOT NULL) WITHOUT ROWID",
            # `generation` counts the writings that changed what is held; `index` describes the index folder.
            "CREATE TABLE state (key TEXT PRIMARY KEY, value NOT NULL) WITHOUT ROWID",
            "INSERT INTO state VALUES ('generation', 0)",
        ),
    ),
    (
        "feedback of users",
        (
            """CREATE TABLE feedback (
                id INTEGER PRIMARY KEY, at TEXT NOT NULL, question TEXT NOT NULL, answer TEXT NOT NULL,
                verdict TEXT NOT NULL, note TEXT)""",
        ),
    ),
    (
        "feedback comes once",
        (
            # What stands for the person and the answer, see store/feedback.py.
            "ALTER TABLE feedback ADD COLUMN origin TEXT",
            "CREATE UNIQUE INDEX feedback_origin ON feedback (origin)",
        ),
    ),
    (
        "columns of tables",
        (
            # The line that named them when the file was read (NULL: there is no table in it), and the one for a folder,
            # file or address from now on.
            "ALTER TABLE files ADD COLUMN columns TEXT",
            "CREATE TABLE columns (place PRIMARY KEY NOT NULL, line TEXT NOT NULL) WITHOUT ROWID",
        ),
    ),
)


# Nothing that is read depends on it, so a file without it is of use, and a writer may put it back.
FEEDBACK: Final = "feedback"


def missing(connection: sqlite3.Connection) -> list[str]:
    """Return the tables that the migrations of the file have made and that are gone."""
    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    statements = [statement for _, step in MIGRATIONS[: applied(connection)] for statement in step]
    made = [found[1] for statement in statements if (found := _TABLE.match(statement))]
    return [table for table in made if table not in there]


def restore_feedback(connection: sqlite3.Connection) -> None:
    """Make the table of feedback again, empty, inside the caller's transaction."""
    for _, statements in MIGRATIONS:
        for statement in statements:
            if _OF_FEEDBACK.search(statement):
                connection.execute(statement)


_TABLE: Final = re.compile(r"CREATE TABLE (\w+)")
_OF_FEEDBACK: Final = re.compile(rf"\b(?:TABLE|ON) {FEEDBACK}\b")


def applied(connection: sqlite3.Connection) -> int:
    """Return how many migrations the file has had; 0 for a new one."""
    if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'migrations'").fetchone() is None:
        return 0
    count: int = connection.execute("SELECT count(*) FROM migrations").fetchone()[0]
    return count


def migrate(connection: sqlite3.Connection) -> None:
    """Apply what is missing, inside the caller's transaction."""
    connection.execute("CREATE TABLE IF NOT EXISTS migrations (id INTEGER PRIMARY KEY, name TEXT, applied_at TEXT)")
    for number, (name, statements) in list(enumerate(MIGRATIONS, 1))[applied(connection) :]:
        for statement in statements:
            connection.execute(statement)
        now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
        connection.execute("INSERT INTO migrations VALUES (?, ?, ?)", (number, name, now))
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
