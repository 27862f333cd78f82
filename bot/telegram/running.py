"""One run of the bot: it reaches the server, listens, and stops without losing what it received."""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import json
import logging
import secrets
import signal
import socket
import sys
from collections.abc import AsyncIterator, Coroutine
from typing import Any
from urllib.parse import urlsplit

import tornado.netutil
from telegram import Update
from telegram.error import BadRequest, Conflict, InvalidToken, TelegramError

from bot.telegram import admin, commands
from bot.telegram.desk import App, Desk
from bot.telegram.outgoing import answered_as_api, failure, reason
from bot.telegram.reload import Reloader, Signature, Source
from bot.telegram.settings import TelegramSettings, shown_address
from bot.telegram.texts import say

_LOG = logging.getLogger(__name__)

ALLOWED_UPDATES = [
    Update.MESSAGE,
    Update.EDITED_MESSAGE,
    Update.INLINE_QUERY,
    Update.CALLBACK_QUERY,
    Update.MY_CHAT_MEMBER,
    Update.GUEST_MESSAGE,
]
_PRUNE_S = 3600.0
# The library's name for the task that polls.
_POLLING = "Updater:start_polling:polling_task"

# What the exit status says.
DONE, UNUSABLE, FAILED = 0, 2, 70


class Run:
    """One run of the bot, from the first request to the last."""

    def __init__(
        self,
        application: App,
        desk: Desk,
        stop: asyncio.Event | None = None,
        source: Source | None = None,
        signature: Signature = (),
    ) -> None:
        self._application = application
        self._settings = desk.settings
        self._desk = desk
        self._stop = stop or asyncio.Event()
        self._source = source
        self._signature = signature
        self._status = DONE
        self._aside: set[asyncio.Task[Any]] = set()

    async def through(self) -> int:
        """Start, run until told to stop (by the event, SIGTERM or SIGINT), and stop; returns the exit status."""
        async with _signals(self._stop):
            return await self._through()

    async def _through(self) -> int:
        application = self._application
        language = self._desk.language
        try:
            if not await self._unless_stopped(application.initialize()):
                return DONE
            await application.start()
            await self._resume()
            if await self._unless_stopped(self._listen()):
                await self._announce()
                self._begin_aside(commands.set_menu(application))
                self._begin_aside(self._prune())
                if self._desk.feedback:
                    self._begin_aside(self._desk.feedback.watch())
                if self._settings.reload and self._source:
                    self._begin_aside(self._reloader(self._source).watch(self._signature))
                await self._stop.wait()
        except Conflict:
            self.conflict()
        except TelegramError as error:
            return self._refuse(refused(error, self._settings, language))
        except OSError as error:
            place = self._settings.unix_socket or f"{self._settings.listen}:{self._settings.port}"
            return self._refuse(say("error.listen", language, place=place, reason=failure(error, language)))
        finally:
            await self._end()
        return self._status

    def conflict(self) -> None:
        """Stop because another process receives this bot's updates."""
        if not self._stop.is_set():
            self._refuse(say("error.conflict", self._desk.language))
            self._stop.set()

    def _refuse(self, line: str) -> int:
        self._status = unusable(self._desk.language, line)
        return self._status

    async def _listen(self) -> None:
        updater = self._application.updater
        if updater is None:
            raise RuntimeError("the application has no updater")
        settings = self._settings
        if not settings.webhook_url:
            await updater.start_polling(
                timeout=dt.timedelta(seconds=settings.poll_timeout_s),
                allowed_updates=ALLOWED_UPDATES,
                error_callback=self._polling_failed,
            )
            for task in asyncio.all_tasks():
                if task.get_name() == _POLLING:
                    task.add_done_callback(self._polling_ended)
            return
        path = urlsplit(settings.webhook_url).path if settings.url_path is None else settings.url_path
        secret = settings.webhook_secret.get_secret_value() or secrets.token_urlsafe(32)
        self._desk.redactor.hide(secret)
        await updater.start_webhook(
            **_place(settings),
            url_path=path.strip("/"),
            webhook_url=settings.webhook_url,
            secret_token=secret,
            allowed_updates=ALLOWED_UPDATES,
        )

    def _polling_failed(self, error: TelegramError) -> None:
        if isinstance(error, Conflict):
            self.conflict()
        elif not self._stop.is_set():
            _LOG.warning(say("log.polling", self._desk.language, reason=failure(error, self._desk.language)))

    def _polling_ended(self, task: asyncio.Task[Any]) -> None:
        """Stop when polling gave up by itself, as it does when the token is revoked."""
        error = None if task.cancelled() else task.exception()
        if error is None or self._stop.is_set():
            return
        language = self._desk.language
        line = refused(error, self._settings, language) if isinstance(error, TelegramError) else repr(error)
        self._refuse(self._desk.redactor.text(line))
        self._stop.set()

    async def _announce(self) -> None:
        desk, me = self._desk, self._application.bot.bot
        way = "webhook" if self._settings.webhook_url else "polling"
        held, events = len(desk.shelf.library.documents), len(await desk.shelf.events())
        _LOG.info(say("log.started", desk.language, bot=me.username, way=way, documents=held, events=events))
        _LOG.info(say("log.mentions" if me.can_read_all_group_messages else "log.privacy", desk.language))

    async def _resume(self) -> None:
        """Answer what an earlier run received and did not answer."""
        payloads = await self._desk.journal.unfinished()
        if payloads:
            _LOG.info(say("log.resumed", self._desk.language, count=len(payloads)))
        for payload in payloads:
            await self._application.update_queue.put(Update.de_json(json.loads(payload), self._application.bot))

    def _reloader(self, source: Source) -> Reloader:
        desk, bot = self._desk, self._application.bot

        async def on_failure(line: str) -> None:
            await admin.report(desk, bot, line)

        return Reloader(source, desk.shelf, self._settings.reload_interval_s, desk.language, on_failure)

    async def _prune(self) -> None:
        while True:
            await self._desk.prune()
            await asyncio.sleep(_PRUNE_S)

    def _begin_aside(self, work: Coroutine[Any, Any, None]) -> None:
        self._aside.add(asyncio.create_task(work))

    async def _unless_stopped(self, work: Coroutine[Any, Any, None]) -> bool:
        """Do `work`, but give up when the bot is to stop; tells whether it was done."""
        task, stopped = asyncio.create_task(work), asyncio.create_task(self._stop.wait())
        try:
            await asyncio.wait({task, stopped}, return_when=asyncio.FIRST_COMPLETED)
            if task.done():
                task.result()
                return True
            return False
        finally:
            await _cancel({task, stopped})

    async def _end(self) -> None:
        """Take no more updates, answer those that came, and let everything go."""
        application, settings = self._application, self._settings
        await _cancel(self._aside)
        if started := application.running:
            _LOG.info(say("log.stopping", self._desk.language))
        if application.updater and application.updater.running:
            # While polling waits before it tries again, it hears nothing of the end; so there is a limit. When it
            # ended by itself, it raises why once more.
            with contextlib.suppress(TimeoutError, TelegramError):
                await asyncio.wait_for(application.updater.stop(), settings.request_timeout_s)
        if application.running:
            try:
                await asyncio.wait_for(application.stop(), settings.stop_patience_s)
            except TimeoutError:
                _LOG.warning(say("log.unfinished", self._desk.language))
                await _cancel(_under_way(application))
        await _cancel(self._desk.telling)
        if started and self._desk.feedback:
            await self._desk.feedback.bring()
        await application.shutdown()
        await application.bot.shutdown()
        if settings.unix_socket:
            settings.unix_socket.unlink(missing_ok=True)
        if started:
            _LOG.info(say("log.stopped", self._desk.language))


def refused(error: TelegramError, settings: TelegramSettings, language: str) -> str:
    """Return what stands in the way at start, and the remedy."""
    if not answered_as_api(error):
        return say("error.no_bot_api", language, server=shown_address(settings.telegram_api))
    if isinstance(error, InvalidToken):
        return say("error.rejected_token", language)
    if isinstance(error, BadRequest):
        return say("error.webhook_refused", language, url=settings.webhook_url, reason=reason(error))
    server = shown_address(settings.telegram_api)
    return say("error.unreachable", language, server=server, reason=failure(error, language))


def _place(settings: TelegramSettings) -> dict[str, Any]:
    """Return where the webhook listens, for `start_webhook`; OSError when that is not possible."""
    if settings.unix_socket:
        # A proxy in the same group may connect to it.
        return {"unix": tornado.netutil.bind_unix_socket(str(settings.unix_socket), mode=0o660)}
    # Telegram is told of the webhook before the library listens; so look first whether it can.
    for family, kind, protocol, _, address in socket.getaddrinfo(
        settings.listen, settings.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
    ):
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    return {"listen": settings.listen, "port": settings.port}


def _under_way(application: App) -> set[asyncio.Task[Any]]:
    prefix = f"Application:{application.bot.id}:"
    return {task for task in asyncio.all_tasks() if task.get_name().startswith(prefix)}


async def _cancel(tasks: set[asyncio.Task[Any]]) -> None:
    waiting = list(tasks)
    for task in waiting:
        task.cancel()
    await asyncio.gather(*waiting, return_exceptions=True)


@contextlib.asynccontextmanager
async def _signals(stop: asyncio.Event) -> AsyncIterator[None]:
    """Set `stop` at SIGTERM and SIGINT; once stopping, further signals change nothing."""
    loop = asyncio.get_running_loop()
    caught = []
    for number in (signal.SIGTERM, signal.SIGINT):
        with contextlib.suppress(NotImplementedError, ValueError, RuntimeError):
            loop.add_signal_handler(number, stop.set)
            caught.append(number)
    try:
        yield
    finally:
        for number in caught:
            loop.remove_signal_handler(number)


def unusable(language: str, message: object) -> int:
    """Tell on standard error, in one line, why the bot cannot run; returns the exit status for it."""
    print(say("error.line", language, message=message), file=sys.stderr)
    return UNUSABLE
