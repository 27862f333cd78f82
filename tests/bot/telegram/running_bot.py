"""A bot of python-telegram-bot, running in the test's own loop against the loopback Bot API server."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

from loopback_api import PATIENCE_S, TOKEN, LoopbackApi
from reports import CHAIR, DATE, PLACE, Reports

from bot.telegram.application import run
from bot.telegram.desk import Answerer
from bot.telegram.redaction import Redactor, redacted
from bot.telegram.reload import Source
from bot.telegram.settings import TelegramSettings


class Running:
    """A bot that runs, and can be stopped and started again over the same folder."""

    def __init__(self, api: LoopbackApi, folder: Path) -> None:
        self.api = api
        self.library: Answerer = Reports(CHAIR, DATE, PLACE)
        self.status: int | None = None
        self._folder = folder
        self._task: asyncio.Task[int] | None = None
        self._stop = asyncio.Event()

    @property
    def reports(self) -> Reports:
        assert isinstance(self.library, Reports)
        return self.library

    def settings(self, **given: Any) -> TelegramSettings:
        """Return settings that make a quick test: short waits, no message limits."""
        quick: dict[str, Any] = {
            "telegram_token": TOKEN,
            "telegram_api": self.api.url,
            "data_dir": self._folder,
            "poll_timeout_s": 0.5,
            "request_timeout_s": 2,
            "start_patience_s": 2,
            "send_patience_s": 10,
            "retry_first_s": 0.05,
            "stop_patience_s": 5,
            "messages_per_second": 0,
            "group_messages_per_minute": 0,
            "log_level": "debug",
        }
        return TelegramSettings(**quick | given)

    async def start(self, *, source: Source | None = None, ready: bool = True, **given: Any) -> None:
        """Start the bot with some settings and wait until it listens."""
        settings = self.settings(**given)
        self._stop = asyncio.Event()
        redactor = Redactor(TOKEN)
        signature = source.signature() if source else ()

        async def work() -> int:
            with redacted(redactor):
                return await run(settings, "vi", self.library, redactor, source, signature, self._stop)

        before = len(self.api.of("setMyCommands"))
        self._task = asyncio.create_task(work())
        if ready:
            await self.api.until(lambda: len(self.api.of("setMyCommands")) >= before + 6)

    async def stop(self) -> int:
        """Stop the bot as SIGTERM does; returns its exit status."""
        self._stop.set()
        return await self.ended()

    async def ended(self) -> int:
        """Wait until the bot ends by itself; returns its exit status."""
        assert self._task is not None
        self.status = await asyncio.wait_for(self._task, PATIENCE_S)
        self._task = None
        return self.status

    @property
    def running(self) -> bool:
        return self._task is not None and not self._task.done()
