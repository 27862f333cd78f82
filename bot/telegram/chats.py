"""What the bot knows of chats: their language, who added the bot, and what a group became."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from dataclasses import dataclass

from bot.telegram.storage import Database

# A group that became a supergroup is not welcomed again: Telegram reports the bot as added to it.
QUIET_S = 600.0


@dataclass(frozen=True, slots=True)
class Chat:
    """What is kept of a chat. `added_by` is the user who added the bot, when that was seen."""

    language: str | None = None
    added_by: int | None = None


class Chats:
    """Chats by id, kept in memory and in the bot's SQLite file."""

    def __init__(self, database: Database, now: Callable[[], float] = time.time) -> None:
        self._database = database
        self._now = now
        self._known: dict[int, Chat] = {}

    async def get(self, chat_id: int) -> Chat:
        """Return what is known of a chat."""
        if chat_id not in self._known:

            def work(connection: sqlite3.Connection) -> Chat:
                row = connection.execute(
                    "SELECT language, added_by FROM chats WHERE chat_id = ?", (chat_id,)
                ).fetchone()
                return Chat(*row) if row else Chat()

            self._known[chat_id] = await self._database.run(work)
        return self._known[chat_id]

    async def set_language(self, chat_id: int, language: str) -> None:
        """Keep the language of a chat."""
        await self._set(chat_id, "language", language)

    async def set_added_by(self, chat_id: int, user_id: int) -> None:
        """Keep who added the bot to a group."""
        await self._set(chat_id, "added_by", user_id)

    async def may_welcome(self, chat_id: int) -> bool:
        """Tell whether a group that the bot was added to is to be greeted: not one that just became a supergroup."""

        def work(connection: sqlite3.Connection) -> bool:
            row = connection.execute("SELECT quiet_until FROM chats WHERE chat_id = ?", (chat_id,)).fetchone()
            return row is None or row[0] is None or row[0] < self._now()

        return await self._database.run(work)

    async def migrate(self, old: int, new: int) -> None:
        """Move all that is kept of group `old` to the supergroup `new` that it became."""

        def work(connection: sqlite3.Connection) -> None:
            connection.execute(
                "INSERT INTO chats (chat_id, language, added_by, quiet_until) "
                "SELECT ?, language, added_by, ? FROM (SELECT 1) LEFT JOIN chats ON chat_id = ? WHERE true "
                "ON CONFLICT (chat_id) DO UPDATE SET language = coalesce(chats.language, excluded.language), "
                "added_by = coalesce(excluded.added_by, chats.added_by), quiet_until = excluded.quiet_until",
                (new, self._now() + QUIET_S, old),
            )
            connection.execute(
                "INSERT INTO chats (chat_id, migrated_to) VALUES (?, ?) "
                "ON CONFLICT (chat_id) DO UPDATE SET migrated_to = excluded.migrated_to",
                (old, new),
            )
            connection.execute(
                "UPDATE OR REPLACE conversations SET key = replace(key, 'group:' || ? || ':', 'group:' || ? || ':'), "
                "chat_id = ? WHERE chat_id = ?",
                (old, new, new, old),
            )
            # The supergroup numbers its messages anew, so what was sent before cannot be edited any more.
            connection.execute("DELETE FROM answer_messages WHERE chat_id = ?", (old,))
            connection.execute("UPDATE answers SET chat_id = ?, question_id = NULL WHERE chat_id = ?", (new, old))

        await self._database.run(work)
        self._known.pop(old, None)
        self._known.pop(new, None)

    async def origin(self, chat_id: int) -> int | None:
        """Return the group that supergroup `chat_id` was, when it was one."""

        def work(connection: sqlite3.Connection) -> int | None:
            row = connection.execute("SELECT chat_id FROM chats WHERE migrated_to = ?", (chat_id,)).fetchone()
            return int(row[0]) if row else None

        return await self._database.run(work)

    async def _set(self, chat_id: int, column: str, value: object) -> None:
        await self._database.run(
            lambda connection: connection.execute(
                f"INSERT INTO chats (chat_id, {column}) VALUES (?, ?) "
                f"ON CONFLICT (chat_id) DO UPDATE SET {column} = excluded.{column}",
                (chat_id, value),
            )
        )
        self._known.pop(chat_id, None)
