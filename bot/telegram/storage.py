"""The bot's SQLite file: what must survive a restart. One thread talks to it, so that the event loop never waits."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final, TypeVar

Result = TypeVar("Result")

# Each entry is applied once, in order, and noted in the table `migrations`; never change one that was released.
MIGRATIONS: Final[tuple[str, ...]] = (
    """
    -- Updates of the last days: answered once even when Telegram sends them again. `payload` is there while a
    -- question is under way, and is answered after a crash.
    CREATE TABLE updates (
        key TEXT PRIMARY KEY, update_id INTEGER NOT NULL, received REAL NOT NULL, done INTEGER NOT NULL DEFAULT 0,
        attempts INTEGER NOT NULL DEFAULT 0, payload TEXT
    );
    CREATE TABLE conversations (
        key TEXT PRIMARY KEY, chat_id INTEGER, state TEXT NOT NULL, answer_id INTEGER, updated REAL NOT NULL
    );
    CREATE INDEX conversations_by_chat ON conversations (chat_id);
    -- One row an answer; `question_id` is the message that asked (none for a button), written at `question_date`.
    CREATE TABLE answers (
        id INTEGER PRIMARY KEY AUTOINCREMENT, chat_id INTEGER, question_id INTEGER, question_date INTEGER,
        thread_id INTEGER,
        key TEXT NOT NULL, version TEXT NOT NULL, question TEXT NOT NULL, title TEXT NOT NULL, language TEXT NOT NULL,
        before TEXT NOT NULL, answer TEXT, created REAL NOT NULL, inline_message_id TEXT,
        forgotten INTEGER NOT NULL DEFAULT 0, UNIQUE (chat_id, question_id)
    );
    -- The messages in which an answer was sent, in order.
    CREATE TABLE answer_messages (
        chat_id INTEGER NOT NULL, message_id INTEGER NOT NULL, answer_id INTEGER NOT NULL, position INTEGER NOT NULL,
        PRIMARY KEY (chat_id, message_id)
    );
    CREATE INDEX answer_messages_by_answer ON answer_messages (answer_id, position);
    CREATE TABLE feedback (
        answer_id INTEGER NOT NULL, user_id INTEGER NOT NULL, vote INTEGER NOT NULL, updated REAL NOT NULL,
        PRIMARY KEY (answer_id, user_id)
    );
    -- Questions behind buttons; a button's data has room for 64 bytes only.
    CREATE TABLE prompts (id INTEGER PRIMARY KEY AUTOINCREMENT, question TEXT NOT NULL UNIQUE);
    CREATE TABLE chats (
        chat_id INTEGER PRIMARY KEY, language TEXT, added_by INTEGER, migrated_to INTEGER, quiet_until REAL
    );
    CREATE TABLE questions (asked REAL NOT NULL, found INTEGER NOT NULL, elapsed_ms REAL NOT NULL);
    CREATE INDEX questions_by_time ON questions (asked);
    """,
    """
    -- The library file that was answered from (none for a folder), and whether it has the vote as well.
    ALTER TABLE feedback ADD COLUMN library TEXT;
    ALTER TABLE feedback ADD COLUMN kept INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX feedback_to_keep ON feedback (library, kept);
    """,
)


class Database:
    """An open SQLite file. `run` does work in the one thread that owns the connection, in the order asked."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="aidu-storage")
        self._connection: sqlite3.Connection | None = None

    def open(self) -> None:
        """Open the file, make its folder and bring its tables up to date.

        Raises sqlite3.Error or OSError when the file is no database, is newer than this program, or cannot be written.
        """
        self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._executor.submit(self._open).result()

    async def run(self, work: Callable[[sqlite3.Connection], Result]) -> Result:
        """Return what `work` returns, done in one transaction, which is rolled back when it raises."""
        return await asyncio.get_running_loop().run_in_executor(self._executor, self._transact, work)

    def close(self) -> None:
        """Finish what was asked and close the file."""
        self._executor.submit(self._close).result()
        self._executor.shutdown()

    def _open(self) -> None:
        connection = sqlite3.connect(self.path, timeout=10, isolation_level=None)
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            _migrate(connection)
        except BaseException:
            connection.close()
            raise
        self._connection = connection

    def _transact(self, work: Callable[[sqlite3.Connection], Result]) -> Result:
        if self._connection is None:
            raise sqlite3.ProgrammingError("the database is not open")
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            result = work(self._connection)
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")
        return result

    def _close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def _migrate(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY, applied TEXT NOT NULL)")
    (last,) = connection.execute("SELECT coalesce(max(number), 0) FROM migrations").fetchone()
    if last > len(MIGRATIONS):
        raise sqlite3.DatabaseError(f"made by a newer aidu (migration {last})")
    for number, script in enumerate(MIGRATIONS[last:], start=last + 1):
        connection.executescript(
            f"BEGIN IMMEDIATE; {script}; INSERT INTO migrations VALUES ({number}, datetime('now')); COMMIT;"
        )
