"""For the bot's admins: /trangthai, and errors told to them in short. Users see one polite line."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
import time
import traceback
from pathlib import Path

from telegram import Bot, Update
from telegram.constants import ChatType
from telegram.error import BadRequest, Forbidden, NetworkError, TelegramError

from bot.telegram import addressing
from bot.telegram.delivery import Place, harmless, say_in
from bot.telegram.desk import Context, Desk
from bot.telegram.messages import duration
from bot.telegram.outgoing import reason
from bot.telegram.texts import say

_LOG = logging.getLogger(__name__)

# Admins get at most one message of errors in this time.
_QUIET_S = 60.0
_SHORT = 300


async def status(update: Update, context: Context) -> None:
    """Tell an admin how the bot is doing."""
    desk = context.bot_data
    message = update.message
    if message is None or message.from_user is None:
        return
    language = await desk.language_of(message.chat_id)
    if message.from_user.id not in desk.settings.admins:
        if message.chat.type == ChatType.PRIVATE:
            await say_in(context.bot, desk.chats, Place.under(message), say("ask.unknown_command", language))
        return
    if message.chat.type != ChatType.PRIVATE:
        await say_in(context.bot, desk.chats, Place.under(message), say("status.private_only", language))
        return
    await say_in(context.bot, desk.chats, Place.under(message), "\n".join(await _status_lines(desk, language)))


async def _status_lines(desk: Desk, language: str) -> list[str]:
    library = desk.shelf.library
    today = await desk.figures.today()
    up, down = await desk.answers.ratings()
    share = f"{today.not_found / today.questions:.0%}" if today.questions else "–"
    median = f"{today.median_ms:.0f} ms" if today.median_ms is not None else "–"
    read_at = dt.datetime.fromtimestamp(desk.shelf.read_at).strftime("%H:%M %d/%m/%Y")
    uptime = duration(dt.timedelta(seconds=time.time() - desk.started), language)
    events = len(await desk.shelf.events())
    return [
        say("status.title", language),
        say("status.uptime", language, uptime=uptime),
        say("status.corpus", language, documents=len(library.documents), events=events),
        say("status.read", language, time=read_at, warnings=len(library.warnings)),
        say("status.questions", language, count=today.questions, share=share, median=median),
        say("status.feedback", language, up=up, down=down),
        *([say("status.errors", language), *desk.errors] if desk.errors else [say("status.no_errors", language)]),
    ]


async def handle_error(update: object, context: Context) -> None:
    """Log what went wrong, tell the admins in short, and the person who asked in one polite line."""
    desk, error = context.bot_data, context.error
    if error is None or isinstance(error, Forbidden) or (isinstance(error, TelegramError) and harmless(error)):
        return
    if isinstance(error, NetworkError | TelegramError):
        _LOG.warning("%s: %s", type(error).__name__, reason(error))
    else:
        _LOG.error("%s", describe(error), exc_info=error)
    await report(desk, context.bot, describe(error))
    # Where the network failed for minutes, an apology fails too.
    if isinstance(update, Update) and (isinstance(error, BadRequest) or not isinstance(error, NetworkError)):
        await _apologise(desk, context, update)


def describe(error: BaseException) -> str:
    """Return an error in one line: its kind, what it says, and where in aidu it came up."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "site-packages" not in frame.filename]
    where = f" ({Path(frames[-1].filename).name}:{frames[-1].lineno})" if frames else ""
    return f"{type(error).__name__}: {reason(error)}{where}"[:_SHORT]


async def report(desk: Desk, bot: Bot, line: str) -> None:
    """Note an error for /trangthai and tell the admins, at most once a minute; a failure to do so is only logged."""
    line = desk.redactor.text(line)
    desk.errors.append(f"{time.strftime('%H:%M:%S')} {line}")
    now = time.monotonic()
    if now - desk.reported < _QUIET_S:
        desk.unreported += 1
        return
    more, desk.reported, desk.unreported = desk.unreported, now, 0
    text = say("admin.error", desk.language, error=line)
    if more:
        text += "\n" + say("admin.errors_more", desk.language, count=more)
    for admin in desk.settings.admins:
        # On its own, so that a person who asked need not wait for it.
        task = asyncio.create_task(_tell(bot, admin, text))
        desk.telling.add(task)
        task.add_done_callback(desk.telling.discard)


async def _tell(bot: Bot, admin: int, text: str) -> None:
    try:
        await bot.send_message(admin, text)
    except TelegramError as error:
        _LOG.warning("admin %s: %s", admin, reason(error))


async def _apologise(desk: Desk, context: Context, update: Update) -> None:
    message = update.message
    asked = message and addressing.read(message, context.bot.bot)
    if update.callback_query and update.callback_query.message:
        place = Place(update.callback_query.message.chat.id)
    elif message and asked:
        place = Place.under(message)
    else:
        return
    language = await desk.language_of(place.chat_id)
    try:
        await say_in(context.bot, desk.chats, place, say("ask.failed", language))
    except TelegramError as error:
        _LOG.warning("%s: %s", place.chat_id, reason(error))
