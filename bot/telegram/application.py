"""The bot as a whole: the table of what is answered by which function, and `main`."""

from __future__ import annotations

import asyncio
import functools
import logging
import os
import sqlite3
import ssl
from typing import cast
from urllib.parse import urlsplit

import httpx
from telegram import Update
from telegram.error import TelegramError
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

from bot.loading import left_out_lines, tell_of_waiting, warning_lines
from bot.settings import Settings
from bot.telegram import access, addressing, admin, buttons, commands, groups, inline, questions
from bot.telegram.commands import limited
from bot.telegram.desk import Answerer, App, Desk
from bot.telegram.incoming import UpdatesRequest
from bot.telegram.outgoing import CONNECTIONS, NO_API, PatientLimiter
from bot.telegram.questions import ASKS
from bot.telegram.redaction import Redactor, redacted, set_up, tear_down
from bot.telegram.reload import Signature, Source
from bot.telegram.running import FAILED, Run, refused, unusable
from bot.telegram.settings import TelegramSettings, load, shown_address
from bot.telegram.texts import say
from bot.telegram.updates import OnceOnly
from retrieval.corpus.columns import DEFAULT_COLUMNS
from retrieval.errors import AiduError

_LOG = logging.getLogger(__name__)

# Updates under way at the same time; more wait in line.
_AT_ONCE = 256


def main(settings: Settings) -> int:
    """Run the bot until SIGTERM or SIGINT; returns 0 stopped, 2 cannot run as set up, 70 a mistake of ours.

    `settings` are the common settings; `settings.options` may hold webhook_url, listen, port, url_path, unix_socket
    and reload as given on the command line. What stands in the way is told in one line on standard error.
    """
    try:
        own = load(settings)
    except AiduError as error:
        return unusable(settings.language, error.said(settings.language))
    redactor = Redactor(own.telegram_token.get_secret_value(), own.webhook_secret.get_secret_value())
    if password := urlsplit(own.telegram_api).password:
        redactor.hide(f":{password}@")
    with redacted(redactor):
        handler = set_up(own.log_level)
        try:
            # A wrong token is told before a large corpus is read.
            if refusal := asyncio.run(_knock(own, settings.language)):
                return unusable(settings.language, refusal)
            tell_of_waiting(settings, _LOG.warning)
            source = Source(settings.corpus, settings.engine, settings.cache, settings.columns or DEFAULT_COLUMNS)
            signature = source.signature() if own.reload else ()
            library = source.read()
            unread = left_out_lines(settings.corpus if settings.library is None else (), settings.language)
            for line in [*warning_lines(library.warnings, settings.language), *unread]:
                _LOG.warning(line)
            return asyncio.run(run(own, settings.language, library, redactor, source, signature))
        except AiduError as error:
            return unusable(settings.language, error.said(settings.language))
        except Exception as error:
            # Told here, where the token is kept out of it, and not by who called.
            _LOG.critical("%s", admin.describe(error), exc_info=error)
            return FAILED
        finally:
            tear_down(handler)


def build(settings: TelegramSettings, desk: Desk) -> App:
    """Return the application: what is answered by which function."""
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
            CommandHandler("start", limited(commands.start), new),
            CommandHandler("help", limited(commands.help_), new),
            CommandHandler("sukien", limited(commands.events), new),
            CommandHandler("nguon", limited(commands.documents), new),
            CommandHandler("xoa", limited(commands.forget), new),
            CommandHandler("ngonngu", limited(commands.language), new),
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
    signature: Signature = (),
    stop: asyncio.Event | None = None,
) -> int:
    """Run the bot over a library until `stop` is set or a signal comes; returns the exit status."""
    try:
        desk = Desk.open(settings, language, library, redactor, source.library_file if source else None)
    except (sqlite3.Error, OSError) as error:
        return unusable(language, say("error.data", language, path=settings.database, reason=error))
    try:
        return await Run(build(settings, desk), desk, stop, source, signature).through()
    finally:
        desk.close()


class DiscreetBot(ExtBot[int]):
    """python-telegram-bot's bot, whose `repr` does not tell its token."""

    async def initialize(self) -> None:
        """Ask the server who the bot is; TelegramError also where it answers with something else."""
        try:
            await super().initialize()
        except (TypeError, KeyError, AttributeError, ValueError) as error:  # how a field that is not there is told
            raise TelegramError(NO_API) from error

    def __repr__(self) -> str:
        return f"{type(self).__name__}[base_url={shown_address(self.base_url.partition('/bot')[0])}]"


async def _knock(settings: TelegramSettings, language: str) -> str:
    """Return why the server would not have this bot, in one line; "" when it would."""
    bot = _bot(settings, language)
    try:
        await bot.initialize()
    except TelegramError as error:
        return refused(error, settings, language)
    finally:
        await bot.shutdown()
    return ""


def _bot(settings: TelegramSettings, language: str) -> DiscreetBot:
    # Times as timedelta is what the library asks for; without this it warns at every 429.
    os.environ.setdefault("PTB_TIMEDELTA", "true")
    timeout_s = settings.request_timeout_s

    def request(connections: int, kind: type[HTTPXRequest] = HTTPXRequest) -> HTTPXRequest:
        return kind(
            connection_pool_size=connections,
            read_timeout=timeout_s,
            write_timeout=timeout_s,
            connect_timeout=timeout_s,
            pool_timeout=4 * timeout_s,
            httpx_kwargs={"verify": _certificates()},
        )

    return DiscreetBot(
        settings.telegram_token.get_secret_value(),
        base_url=f"{settings.telegram_api}/bot",
        base_file_url=f"{settings.telegram_api}/file/bot",
        request=request(CONNECTIONS),
        get_updates_request=request(2, UpdatesRequest),
        rate_limiter=PatientLimiter(
            per_second=settings.messages_per_second,
            per_minute_and_group=settings.group_messages_per_minute,
            start_s=settings.start_patience_s,
            send_s=settings.send_patience_s,
            first_wait_s=settings.retry_first_s,
            language=language,
        ),
    )


@functools.cache
def _certificates() -> ssl.SSLContext:
    """Return the authorities that are trusted: read once, and not for each of a bot's connection pools."""
    return httpx.create_ssl_context()


def _asks(application: App, update: Update) -> bool:
    """Tell whether somebody waits for an answer to this update: it is worth keeping until it was given."""
    message = update.message or update.edited_message
    if message:
        return addressing.read(message, application.bot.bot) is not None
    return update.guest_message is not None or update.callback_query is not None
