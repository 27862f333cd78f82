"""Handlers of the commands that ask nothing: /start, /help, /sukien, /nguon, /xoa, /ngonngu; and the menu of them."""

from __future__ import annotations

import logging
from collections.abc import Callable, Coroutine
from functools import wraps
from typing import Any

from telegram import (
    BotCommand,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    InlineKeyboardMarkup,
    Update,
)
from telegram.error import TelegramError

from bot.event_search import events_with
from bot.telegram import keyboards, messages, prompts
from bot.telegram.addressing import asker
from bot.telegram.delivery import Place, say_in, send
from bot.telegram.desk import App, Context, Desk
from bot.telegram.outgoing import failure
from bot.telegram.questions import conversation_key
from bot.telegram.rate_limit import Verdict
from bot.telegram.richtext import RichText
from bot.telegram.texts import say
from bot.texts import LANGUAGES

_LOG = logging.getLogger(__name__)

Handler = Callable[[Update, Context], Coroutine[Any, Any, None]]

# Words to find events by, in characters.
_LONGEST_WORDS = 200
_MENU_PRIVATE = ("hoi", "sukien", "nguon", "xoa", "ngonngu", "help", "start")
_MENU_GROUP = ("hoi", "sukien", "nguon", "xoa", "ngonngu", "help")


def limited(command: Handler) -> Handler:
    """Return a command that answers one person only so often, as questions do."""

    @wraps(command)
    async def answer(update: Update, context: Context) -> None:
        desk, message = context.bot_data, update.message
        if message is None:
            return
        verdict = desk.command_limit.take(asker(message) or message.chat_id)
        if verdict is Verdict.ANSWER:
            await command(update, context)
        elif verdict is Verdict.WARN:
            language = await desk.language_of(message.chat_id)
            await say_in(context.bot, desk.chats, Place.under(message), say("ask.slow_down", language))

    return answer


async def start(update: Update, context: Context) -> None:
    """Say what the bot does and what it holds, with three questions to try."""
    desk = context.bot_data
    if not (message := update.message):
        return
    language = await desk.language_of(message.chat_id)
    events = await desk.shelf.events()
    offered = prompts.examples(events)
    held = len(desk.shelf.library.documents)
    lines = [
        say("start.what", language),
        messages.corpus_line(held, events, language) if held else say("start.empty", language),
        say("start.try" if offered else "start.ask", language),
    ]
    ids = await desk.answers.prompts([prompt.question for prompt in offered])
    keyboard = keyboards.examples(list(zip(offered, ids, strict=True))) if offered else None
    await say_in(context.bot, desk.chats, Place.under(message), "\n\n".join(lines), keyboard)


async def help_(update: Update, context: Context) -> None:
    """Say how to ask."""
    desk = context.bot_data
    if not (message := update.message):
        return
    language = await desk.language_of(message.chat_id)
    bot = context.bot.username
    lines = [say(key, language, bot=bot) for key in ("help.private", "help.group", "help.anywhere", "help.commands")]
    text = RichText.of(say("help.title", language), "bold") + RichText("\n") + RichText.of("\n\n".join(lines))
    await send(context.bot, desk.chats, Place.under(message), [text])


async def events(update: Update, context: Context) -> None:
    """List the events by date, or those with the words given: the first page."""
    desk = context.bot_data
    if message := update.message:
        language = await desk.language_of(message.chat_id)
        text, keyboard = await events_page(desk, 0, language, " ".join(context.args or ())[:_LONGEST_WORDS])
        await send(context.bot, desk.chats, Place.under(message), [text], keyboard)


async def documents(update: Update, context: Context) -> None:
    """List the documents held, the first page."""
    desk = context.bot_data
    if message := update.message:
        language = await desk.language_of(message.chat_id)
        held = desk.shelf.library.documents
        keyboard = keyboards.under_documents(len(held), 0, language)
        text = messages.documents_page(held, 0, language)
        await send(context.bot, desk.chats, Place.under(message), [text], keyboard)


async def forget(update: Update, context: Context) -> None:
    """Forget the conversation of this chat, in groups of this person."""
    desk = context.bot_data
    if message := update.message:
        key = conversation_key(message)
        async with desk.turns.of(key):
            await desk.conversations.forget(key)
        language = await desk.language_of(message.chat_id)
        await say_in(context.bot, desk.chats, Place.under(message), say("forget.done", language))


async def language(update: Update, context: Context) -> None:
    """Set the language of a chat to the one named, or offer the choice."""
    desk = context.bot_data
    if not (message := update.message):
        return
    given = (context.args or [""])[0].lower()
    keyboard = None
    if given in LANGUAGES:
        await desk.chats.set_language(message.chat_id, given)
        line = say("language.set", given)
    else:
        spoken = await desk.language_of(message.chat_id)
        line = say("language.unknown" if given else "language.which", spoken)
        keyboard = keyboards.languages()
    await say_in(context.bot, desk.chats, Place.under(message), line, keyboard)


async def events_page(
    desk: Desk, page: int, language: str, words: str = ""
) -> tuple[RichText, InlineKeyboardMarkup | None]:
    """Return one page of the list of events that have the words, and its buttons."""
    held = events_with(await desk.shelf.events(), words, language)
    first, last = messages.bounds(len(held), page)
    ids = await desk.answers.prompts([prompts.about_event(event) for event in held[first:last]])
    [words_id] = await desk.answers.prompts([words]) if words else [None]
    keyboard = keyboards.under_events(len(held), first // messages.PAGE, ids, language, words_id)
    return messages.events_page(held, page, language, words), keyboard


async def set_menu(application: App) -> None:
    """Set the command menu of private chats and groups, in the bot's language, Vietnamese and English."""
    desk = application.bot_data
    scopes = ((BotCommandScopeAllPrivateChats(), _MENU_PRIVATE), (BotCommandScopeAllGroupChats(), _MENU_GROUP))
    try:
        for scope, names in scopes:
            for code, spoken in (("", desk.language), ("vi", "vi"), ("en", "en")):
                menu = [BotCommand(_named(name, spoken), say(f"menu.{name}", spoken)) for name in names]
                await application.bot.set_my_commands(menu, scope=scope, language_code=code or None)
    except TelegramError as error:
        _LOG.warning(say("log.menu_failed", desk.language, reason=failure(error, desk.language)))


def _named(name: str, spoken: str) -> str:
    return "ask" if name == "hoi" and spoken == "en" else name
