"""The bot as a whole: its table of handlers, how it starts, runs and stops."""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import json
import logging
import os
import secrets
import signal
import socket
import sqlite3
import sys
from collections.abc import AsyncIterator, Coroutine
from typing import Any, cast
from urllib.parse import urlsplit

import tornado.netutil
from telegram import Update
from telegram.error import BadRequest, Conflict, InvalidToken, TelegramError
from telegram.ext import (
    ApplicationBuilder,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    ContextTypes,
    ExtBot,
    InlineQueryHandler,
    MessageHandler,
    TypeHandler,
    filters,
)
from telegram.request import HTTPXRequest

from bot.loading import warning_lines
from bot.settings import Settings
from bot.telegram import access, addressing, admin, buttons, commands, groups, inline, questions
from bot.telegram.desk import Answerer, App, Desk
from bot.telegram.outgoing import PatientLimiter, reason
from bot.telegram.questions import ASKS
from bot.telegram.redaction import Redactor, redacted, set_up, tear_down
from bot.telegram.reload import Reloader, Source
from bot.telegram.settings import TelegramSettings, load
from bot.telegram.texts import say
from bot.telegram.updates import OnceOnly
from retrieval.errors import AiduError

_LOG = logging.getLogger(__name__)

ALLOWED_UPDATES = [
    Update.MESSAGE,
    Update.EDITED_MESSAGE,
    Update.INLINE_QUERY,
    Update.CALLBACK_QUERY,
    Update.MY_CHAT_MEMBER,
    Update.GUEST_MESSAGE,
]
# Updates under way at the same time; more wait in line.
_AT_ONCE = 256
_PRUNE_S = 3600.0
# The library's name for the task that polls.
_POLLING = "Updater:start_polling:polling_task"

# What the exit status says.
DONE, FAILED, UNUSABLE = 0, 1, 2


class DiscreetBot(ExtBot[int]):
    """python-telegram-bot's bot, whose `repr` does not tell its token."""

    def __repr__(self) -> str:
        return f"{type(self).__name__}[base_url={self.base_url.partition('/bot')[0]}]"


def main(settings: Settings) -> int:
    """Run the bot until SIGTERM or SIGINT and return the exit status: 0 stopped, 2 cannot run as set up.

    `settings` are the common settings; `settings.options` may hold webhook_url, listen, port, url_path, unix_socket
    and reload as given on the command line. What stands in the way is told in one line on standard error.
    """
    try:
        own = load(settings)
    except AiduError as error:
        return _unusable(settings.language, error)
    redactor = Redactor(own.telegram_token.get_secret_value(), own.webhook_secret.get_secret_value())
    with redacted(redactor):
        handler = set_up(own.log_level)
        try:
            # A wrong token is told before a large corpus is read.
            if refused := asyncio.run(_knock(own, settings.language)):
                return _unusable(settings.language, refused)
            source = Source(settings.corpus, settings.engine, settings.cache)
            signature = source.signature() if own.reload else ()
            library = source.read()
            for line in warning_lines(library.warnings, settings.language):
                _LOG.warning(line)
            return asyncio.run(run(own, settings.language, library, redactor, source, signature))
        except AiduError as error:
            return _unusable(settings.language, error)
        finally:
            tear_down(handler)


def build(settings: TelegramSettings, desk: Desk) -> App:
    """Return the application: what is answered by which function."""
    # Times as timedelta is what the library asks for; without this it warns at every 429.
    os.environ.setdefault("PTB_TIMEDELTA", "true")
    application = cast(
        App,
        ApplicationBuilder()
        .bot(_bot(settings, desk.language))
        .context_types(ContextTypes())
        .concurrent_updates(OnceOnly(_AT_ONCE, desk.journal, lambda update: _asks(application, update)))
        .job_queue(None)
        .build(),
    )
    application.bot_data = desk

    new, edited = filters.UpdateType.MESSAGE, filters.UpdateType.EDITED_MESSAGE
    private, talk = filters.ChatType.PRIVATE, ~filters.StatusUpdate.ALL
    application.add_handler(TypeHandler(Update, access.gate), group=-1)
    application.add_handlers(
        [
            CommandHandler("start", commands.start, new),
            CommandHandler("help", commands.help_, new),
            CommandHandler("sukien", commands.events, new),
            CommandHandler("nguon", commands.documents, new),
            CommandHandler("xoa", commands.forget, new),
            CommandHandler("ngonngu", commands.language, new),
            CommandHandler("trangthai", admin.status, new),
            MessageHandler(filters.StatusUpdate.MIGRATE & new, groups.migration),
            MessageHandler(ASKS & talk & new, questions.ask),
            MessageHandler(ASKS & talk & edited, questions.ask_again),
            MessageHandler(filters.COMMAND & private & new, questions.unknown_command),
            MessageHandler(filters.UpdateType.GUEST_MESSAGE, inline.answer_guest),
            InlineQueryHandler(inline.suggest),
            CallbackQueryHandler(buttons.press),
            ChatMemberHandler(groups.membership, ChatMemberHandler.MY_CHAT_MEMBER),
        ]
    )
    application.add_error_handler(admin.handle_error)
    return application


async def run(
    settings: TelegramSettings,
    language: str,
    library: Answerer,
    redactor: Redactor,
    source: Source | None = None,
    signature: Any = (),
    stop: asyncio.Event | None = None,
) -> int:
    """Run the bot over a library until `stop` is set or a signal comes; returns the exit status."""
    stop = stop or asyncio.Event()
    try:
        desk = Desk.open(settings, language, library, redactor)
    except (sqlite3.Error, OSError) as error:
        return _unusable(language, say("error.data", language, path=settings.database, reason=error))
    try:
        async with _signals(stop):
            return await _Run(settings, desk, stop, source, signature).through()
    finally:
        desk.close()


class _Run:
    """One run of the bot, from the first request to the last."""

    def __init__(
        self, settings: TelegramSettings, desk: Desk, stop: asyncio.Event, source: Source | None, signature: Any
    ) -> None:
        self._settings = settings
        self._desk = desk
        self._stop = stop
        self._source = source
        self._signature = signature
        self._status = DONE
        self._application = build(settings, desk)
        self._aside: set[asyncio.Task[Any]] = set()

    async def through(self) -> int:
        """Start, run and stop; returns the exit status."""
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
                if self._settings.reload and self._source:
                    self._begin_aside(self._reloader(self._source).watch(self._signature))
                await self._stop.wait()
        except Conflict:
            self.conflict()
        except TelegramError as error:
            return self._refuse(_refused(error, self._settings, language))
        except OSError as error:
            place = self._settings.unix_socket or f"{self._settings.listen}:{self._settings.port}"
            return self._refuse(say("error.listen", language, place=place, reason=error.strerror or error))
        finally:
            await self._end()
        return self._status

    def conflict(self) -> None:
        """Stop because another process receives this bot's updates."""
        if not self._stop.is_set():
            self._refuse(say("error.conflict", self._desk.language))
            self._stop.set()

    def _refuse(self, line: str) -> int:
        self._status = _unusable(self._desk.language, line)
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
            _LOG.warning(say("log.polling", self._desk.language, reason=reason(error)))

    def _polling_ended(self, task: asyncio.Task[Any]) -> None:
        """Stop when polling gave up by itself, as it does when the token is revoked."""
        error = None if task.cancelled() else task.exception()
        if error is None or self._stop.is_set():
            return
        language = self._desk.language
        refused = _refused(error, self._settings, language) if isinstance(error, TelegramError) else repr(error)
        self._refuse(self._desk.redactor.text(refused))
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
        await application.shutdown()
        await application.bot.shutdown()
        if settings.unix_socket:
            settings.unix_socket.unlink(missing_ok=True)
        if started:
            _LOG.info(say("log.stopped", self._desk.language))


async def _knock(settings: TelegramSettings, language: str) -> str:
    """Return why the server would not have this bot, in one line; "" when it would."""
    bot = _bot(settings, language)
    try:
        await bot.initialize()
    except TelegramError as error:
        return _refused(error, settings, language)
    finally:
        await bot.shutdown()
    return ""


def _refused(error: TelegramError, settings: TelegramSettings, language: str) -> str:
    """Return what stands in the way at start, and the remedy."""
    if isinstance(error, InvalidToken):
        return say("error.rejected_token", language)
    if isinstance(error, BadRequest):
        return say("error.webhook_refused", language, url=settings.webhook_url, reason=reason(error))
    return say("error.unreachable", language, server=settings.telegram_api, reason=reason(error))


def _bot(settings: TelegramSettings, language: str) -> DiscreetBot:
    timeout_s = settings.request_timeout_s

    def request(connections: int) -> HTTPXRequest:
        return HTTPXRequest(
            connection_pool_size=connections,
            read_timeout=timeout_s,
            write_timeout=timeout_s,
            connect_timeout=timeout_s,
            pool_timeout=4 * timeout_s,
        )

    return DiscreetBot(
        settings.telegram_token.get_secret_value(),
        base_url=f"{settings.telegram_api}/bot",
        base_file_url=f"{settings.telegram_api}/file/bot",
        request=request(16),
        get_updates_request=request(2),
        rate_limiter=PatientLimiter(
            per_second=settings.messages_per_second,
            per_minute_and_group=settings.group_messages_per_minute,
            start_s=settings.start_patience_s,
            send_s=settings.send_patience_s,
            first_wait_s=settings.retry_first_s,
            language=language,
        ),
    )


def _asks(application: App, update: Update) -> bool:
    """Tell whether somebody waits for an answer to this update: it is worth keeping until it was given."""
    message = update.message or update.edited_message
    if message:
        return addressing.read(message, application.bot.bot) is not None
    return update.guest_message is not None or update.callback_query is not None


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


def _unusable(language: str, message: object) -> int:
    print(say("error.line", language, message=message), file=sys.stderr)
    return UNUSABLE
