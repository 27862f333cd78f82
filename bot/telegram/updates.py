"""Every update is answered once: not twice when Telegram repeats it, and not never when the bot dies over it."""

from __future__ import annotations

import asyncio
import hashlib
import inspect
import sqlite3
import time
from collections.abc import Awaitable, Callable
from typing import Any

from telegram import Update
from telegram.ext import BaseUpdateProcessor

from bot.telegram.storage import Database

# Telegram keeps updates for 24 hours; none older comes again.
REMEMBERED_S = 2 * 24 * 3600.0
# A question that was left unanswered longer than this is not answered any more.
RESUMED_S = 3600.0
# An update that the bot died over twice is left alone.
ATTEMPTS = 2


class Journal:
    """The updates that were received, in the bot's SQLite file."""

    def __init__(self, database: Database, now: Callable[[], float] = time.time) -> None:
        self._database = database
        self._now = now

    async def begin(self, key: str, update_id: int, payload: str | None) -> bool:
        """Note that an update is being answered; False when the same one was answered before.

        `payload` is the update as JSON, kept until `finish`; None when it need not be answered after a crash.
        """

        def work(connection: sqlite3.Connection) -> bool:
            began = connection.execute(
                "INSERT INTO updates (key, update_id, received, attempts, payload) VALUES (?, ?, ?, 1, ?) "
                "ON CONFLICT (key) DO UPDATE SET attempts = attempts + 1 WHERE done = 0 AND attempts < ?",
                (key, update_id, self._now(), payload, ATTEMPTS),
            )
            return began.rowcount > 0

        return await self._database.run(work)

    async def finish(self, key: str) -> None:
        """Note that an update was answered, and forget what was in it."""
        await self._database.run(
            lambda connection: connection.execute("UPDATE updates SET done = 1, payload = NULL WHERE key = ?", (key,))
        )

    async def unfinished(self) -> list[str]:
        """Return the updates (JSON) that an earlier run left unanswered, in the order of their ids."""

        def work(connection: sqlite3.Connection) -> list[str]:
            rows = connection.execute(
                "SELECT payload FROM updates WHERE done = 0 AND payload IS NOT NULL AND attempts < ? AND received > ? "
                "ORDER BY update_id",
                (ATTEMPTS, self._now() - RESUMED_S),
            )
            return [payload for (payload,) in rows]

        return await self._database.run(work)

    async def prune(self) -> None:
        """Forget updates that cannot come again."""
        await self._database.run(
            lambda connection: connection.execute(
                "DELETE FROM updates WHERE received < ?", (self._now() - REMEMBERED_S,)
            )
        )


class OnceOnly(BaseUpdateProcessor):
    """Processes updates at the same time, and each only once.

    `worth_keeping` tells which updates must be answered even after a crash; only those are written down.
    """

    def __init__(self, at_once: int, journal: Journal, worth_keeping: Callable[[Update], bool]) -> None:
        super().__init__(at_once)
        self._journal = journal
        self._worth_keeping = worth_keeping
        self._under_way: set[str] = set()

    async def initialize(self) -> None:
        """Do nothing: the journal is opened before the bot starts."""

    async def shutdown(self) -> None:
        """Do nothing: the journal is closed after the bot has stopped."""

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Process an update unless it was before. One that is cancelled half-way stays unfinished."""
        if not isinstance(update, Update):
            await coroutine
            return
        payload = update.to_json()
        key = key_of(update.update_id, payload)
        if key in self._under_way:
            _drop(coroutine)
            return
        self._under_way.add(key)
        try:
            if not await self._journal.begin(key, update.update_id, payload if self._worth_keeping(update) else None):
                _drop(coroutine)
                return
            await coroutine
            await asyncio.shield(self._journal.finish(key))
        finally:
            self._under_way.discard(key)


def key_of(update_id: int, payload: str) -> str:
    """Return what makes an update the same as another: its number and what is in it.

    Telegram may begin to number anew after a quiet week or on another server; a number alone is not enough.
    """
    return f"{update_id}:{hashlib.blake2b(payload.encode(), digest_size=12).hexdigest()}"


def _drop(coroutine: Awaitable[Any]) -> None:
    if inspect.iscoroutine(coroutine):
        coroutine.close()
