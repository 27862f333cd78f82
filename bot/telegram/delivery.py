"""Sending, editing and deleting the bot's messages, whatever became of their chat meanwhile."""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import logging
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass

from telegram import Bot, InlineKeyboardMarkup, LinkPreviewOptions, Message, ReplyParameters
from telegram.constants import ChatAction
from telegram.error import BadRequest, ChatMigrated, Forbidden, TelegramError

from bot.telegram.addressing import thread
from bot.telegram.chats import Chats
from bot.telegram.richtext import RichText

_LOG = logging.getLogger(__name__)

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
# Telegram shows a typing action for five seconds.
_TYPING_S = 4.5
# What Telegram says when a message to edit is gone, too old, not ours, or already as wanted: none of it an error.
_HARMLESS = (
    "message is not modified",
    "message to edit not found",
    "message can't be edited",
    "message_id_invalid",
    "message to delete not found",
    "message can't be deleted",
    "query is too old",
    "query_id_invalid",
)


# What it says when the bot may not write here: a closed topic, a group that muted it.
_UNWELCOME = (
    "topic_closed",
    "topic_deleted",
    "message thread not found",
    "chat_write_forbidden",
    "not enough rights",
    "have no rights",
    "need administrator rights",
    "chat not found",
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where an answer goes: a chat, a topic in it, and the message that it replies to."""

    chat_id: int
    thread_id: int | None = None
    reply_to: int | None = None

    @classmethod
    def under(cls, message: Message) -> Place:
        """Return the place for a reply to `message`, in its topic."""
        return cls(message.chat_id, thread(message), message.message_id)


def harmless(error: TelegramError) -> bool:
    """Tell whether an error only says that there is nothing (left) to do."""
    return _says(error, _HARMLESS)


def _says(error: TelegramError, sayings: Sequence[str]) -> bool:
    return isinstance(error, BadRequest) and any(said in str(error).lower() for said in sayings)


async def send(
    bot: Bot, chats: Chats, place: Place, texts: Sequence[RichText], keyboard: InlineKeyboardMarkup | None = None
) -> tuple[int, list[int]]:
    """Send texts one after the other, the first as a reply, the last with the buttons.

    Returns the chat they went to (a group that became a supergroup meanwhile has a new id) and the messages' ids.
    A user who blocked the bot, or a group that removed or muted it, gets nothing, and the list is empty.
    """
    sent: list[int] = []
    for position, text in enumerate(texts):
        last = position == len(texts) - 1
        try:
            place, message_id = await _send_one(bot, chats, place, text, keyboard if last else None)
        except (Forbidden, BadRequest) as error:
            if isinstance(error, BadRequest) and not _says(error, _UNWELCOME):
                raise
            _LOG.info("%s: %s", place.chat_id, error)
            break
        sent.append(message_id)
        place = dataclasses.replace(place, reply_to=None)
    return place.chat_id, sent


async def replace(
    bot: Bot,
    chats: Chats,
    place: Place,
    message_ids: Sequence[int],
    texts: Sequence[RichText],
    keyboard: InlineKeyboardMarkup | None = None,
) -> list[int]:
    """Put texts in the place of messages sent before: edit them, send what is more, delete what is too many.

    Messages that are gone stay gone. Returns the ids of the messages that hold the texts now.
    """
    for position, (message_id, text) in enumerate(zip(message_ids, texts, strict=False)):
        await edit(bot, place.chat_id, message_id, text, keyboard if position == len(texts) - 1 else None)
    for message_id in message_ids[len(texts) :]:
        try:
            await bot.delete_message(place.chat_id, message_id)
        except (BadRequest, Forbidden) as error:
            _LOG.info("%s: %s", place.chat_id, error)
    kept = list(message_ids[: len(texts)])
    if more := texts[len(message_ids) :]:
        _, added = await send(bot, chats, place, more, keyboard)
        kept += added
    return kept


async def edit(
    bot: Bot, chat_id: int, message_id: int, text: RichText, keyboard: InlineKeyboardMarkup | None = None
) -> None:
    """Change a message of the bot's; one that is gone or already says so is left alone."""
    try:
        await bot.edit_message_text(
            text.text,
            chat_id,
            message_id,
            entities=text.entities(),
            reply_markup=keyboard,
            link_preview_options=_NO_PREVIEW,
        )
    except (BadRequest, Forbidden) as error:
        if not harmless(error) and not isinstance(error, Forbidden):
            raise


async def edit_inline(bot: Bot, inline_message_id: str, text: RichText, keyboard: InlineKeyboardMarkup) -> None:
    """Change a message that was sent in inline or guest mode."""
    try:
        await bot.edit_message_text(
            text.text,
            inline_message_id=inline_message_id,
            entities=text.entities(),
            reply_markup=keyboard,
            link_preview_options=_NO_PREVIEW,
        )
    except BadRequest as error:
        if not harmless(error):
            raise


async def say_in(bot: Bot, chats: Chats, place: Place, text: str, keyboard: InlineKeyboardMarkup | None = None) -> None:
    """Send one short plain line."""
    await send(bot, chats, place, [RichText.of(text)], keyboard)


@contextlib.asynccontextmanager
async def typing(bot: Bot, place: Place, after_s: float) -> AsyncIterator[None]:
    """Show that the bot is typing when the context lasts longer than `after_s` seconds."""

    async def show() -> None:
        await asyncio.sleep(after_s)
        while True:
            with contextlib.suppress(TelegramError):
                await bot.send_chat_action(place.chat_id, ChatAction.TYPING, message_thread_id=place.thread_id)
            await asyncio.sleep(_TYPING_S)

    task = asyncio.create_task(show())
    try:
        yield
    finally:
        task.cancel()


async def _send_one(
    bot: Bot, chats: Chats, place: Place, text: RichText, keyboard: InlineKeyboardMarkup | None
) -> tuple[Place, int]:
    for _ in range(2):
        reply = ReplyParameters(place.reply_to, allow_sending_without_reply=True) if place.reply_to else None
        try:
            message = await bot.send_message(
                place.chat_id,
                text.text,
                entities=text.entities(),
                message_thread_id=place.thread_id,
                reply_parameters=reply,
                reply_markup=keyboard,
                link_preview_options=_NO_PREVIEW,
            )
        except ChatMigrated as error:
            # The group became a supergroup, with a new id and new message numbers.
            await chats.migrate(place.chat_id, error.new_chat_id)
            place = Place(error.new_chat_id)
            continue
        return place, message.message_id
    raise ChatMigrated(place.chat_id)
