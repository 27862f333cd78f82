"""What later questions may lean on: per private chat, and in groups per person, for half an hour."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable

from bot.telegram.codec import decode_conversation, encode_conversation
from bot.telegram.storage import Database
from retrieval.answering.model import Conversation


def private_key(chat_id: int) -> str:
    """Return the key of a private chat's conversation."""
    return f"private:{chat_id}"


def group_key(chat_id: int, thread_id: int | None, asker_id: int) -> str:
    """Return the key of one asker's conversation in one group (and topic)."""
    return f"group:{chat_id}:{thread_id or 0}:{asker_id}"


def guest_key(chat_id: int, asker_id: int) -> str:
    """Return the key of a conversation in guest mode, where chat ids mean other chats than elsewhere."""
    return f"guest:{chat_id}:{asker_id}"


class Conversations:
    """Conversations by key, forgotten `lasts_s` seconds after the last question."""

    def __init__(self, database: Database, lasts_s: float, now: Callable[[], float] = time.time) -> None:
        self._database = database
        self._lasts_s = lasts_s
        self._now = now

    def alive(self, updated: float) -> bool:
        """Tell whether something last used at `updated` (seconds of the epoch) is still remembered."""
        return self._now() - updated < self._lasts_s

    async def load(self, key: str) -> Conversation | None:
        """Return the conversation, or None when there is none or it is forgotten."""

        def work(connection: sqlite3.Connection) -> tuple[str, float] | None:
            row: tuple[str, float] | None = connection.execute(
                "SELECT state, updated FROM conversations WHERE key = ?", (key,)
            ).fetchone()
            return row

        row = await self._database.run(work)
        return decode_conversation(row[0]) if row and self.alive(row[1]) else None

    async def save(self, key: str, chat_id: int | None, conversation: Conversation, answer_id: int) -> None:
        """Keep the conversation as it stands after answer `answer_id`.

        An older answer (one that was edited after others were given) does not overwrite what a later one left.
        """

        def work(connection: sqlite3.Connection) -> None:
            connection.execute(
                "INSERT INTO conversations (key, chat_id, state, answer_id, updated) VALUES (?, ?, ?, ?, ?) "
                "ON CONFLICT (key) DO UPDATE SET state = excluded.state, answer_id = excluded.answer_id, "
                "updated = excluded.updated WHERE excluded.answer_id >= conversations.answer_id",
                (key, chat_id, encode_conversation(conversation), answer_id, self._now()),
            )

        await self._database.run(work)

    async def forget(self, key: str) -> None:
        """Forget one conversation: what comes next leans on none of its answers, not even when it replies to one."""

        def work(connection: sqlite3.Connection) -> None:
            connection.execute("DELETE FROM conversations WHERE key = ?", (key,))
            connection.execute("UPDATE answers SET forgotten = 1 WHERE key = ?", (key,))

        await self._database.run(work)

    async def prune(self) -> None:
        """Delete what is forgotten anyway."""
        await self._database.run(
            lambda connection: connection.execute(
                "DELETE FROM conversations WHERE updated < ?", (self._now() - self._lasts_s,)
            )
        )
