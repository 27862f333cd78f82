"""Handlers of questions that stand in a message: new ones and edited ones, in private chats and groups."""

from __future__ import annotations

import time

from telegram import Chat, Message, Update
from telegram.constants import ChatType
from telegram.ext import filters

from bot.telegram import addressing, asking
from bot.telegram.addressing import Addressed, Way
from bot.telegram.answers import Asked, Sent
from bot.telegram.conversations import group_key, private_key
from bot.telegram.delivery import Place, say_in
from bot.telegram.desk import Context, Desk
from bot.telegram.rate_limit import Verdict
from bot.telegram.texts import say
from retrieval.answering.model import Conversation

# An edit of a message that was never answered is answered when the message is no older than this.
_FRESH_S = 15 * 60


class Asks(filters.MessageFilter):
    """Lets messages through that ask the bot something."""

    def filter(self, message: Message) -> bool:
        """Tell whether a message is meant for the bot."""
        return addressing.read(message, message.get_bot().bot) is not None


ASKS = Asks(name="ASKS")


async def ask(update: Update, context: Context) -> None:
    """Answer a message that asks something."""
    message = update.message
    if message and (addressed := addressing.read(message, context.bot.bot)):
        await _answer(update, message, addressed, context)


async def ask_again(update: Update, context: Context) -> None:
    """Change the answer to a message that was edited."""
    message = update.edited_message
    if message and (addressed := addressing.read(message, context.bot.bot)) and addressed.question:
        await _answer(update, message, addressed, context)


async def unknown_command(update: Update, context: Context) -> None:
    """Tell a private chat that there is no such command."""
    desk = context.bot_data
    if message := update.message:
        language = await desk.language_of(message.chat_id)
        await say_in(context.bot, desk.chats, Place.under(message), say("ask.unknown_command", language))


def conversation_key(message: Message) -> str:
    """Return the key of the conversation that a person's message belongs to."""
    return key_of(message.chat, addressing.thread(message), addressing.asker(message) or 0)


def key_of(chat: Chat, thread_id: int | None, asker: int) -> str:
    """Return the key of `asker`'s conversation in a chat and topic."""
    if chat.type == ChatType.PRIVATE:
        return private_key(chat.id)
    return group_key(chat.id, thread_id, asker)


async def _answer(update: Update, message: Message, addressed: Addressed, context: Context) -> None:
    desk = context.bot_data
    if update.edited_message and not await _worth_answering(desk, message, addressed):
        return
    place = Place.under(message)
    language = await desk.language_of(message.chat_id)
    verdict = desk.limit.take(addressing.asker(message) or message.chat_id)
    if verdict is not Verdict.ANSWER:
        if verdict is Verdict.WARN:
            await say_in(context.bot, desk.chats, place, say("ask.slow_down", language))
        return
    if not addressed.question:
        await say_in(context.bot, desk.chats, place, _hint(addressed, language))
        return
    key = conversation_key(message)
    version = _version(update, message)
    async with desk.turns.of(key):
        earlier = await desk.answers.by_question(message.chat_id, message.message_id, _date(message))
        answered = bool(earlier and earlier.message_ids)
        if earlier and answered and (version <= earlier.asked.version or addressed.question == earlier.asked.question):
            return  # the same again, or an older version that came late
        asked = Asked(
            chat_id=message.chat_id,
            question_id=message.message_id,
            thread_id=place.thread_id,
            key=key,
            question=addressed.question,
            language=language,
            version=version,
            question_date=_date(message),
            before=await _before(desk, message, addressed, key, earlier if answered else None),
        )
        await asking.answer(desk, context.bot, asked, place, earlier)


async def _worth_answering(desk: Desk, message: Message, addressed: Addressed) -> bool:
    """Tell whether an edit changed a question, or made one of a message just written.

    Telegram also reports edits that changed nothing that one can read.
    """
    earlier = await desk.answers.by_question(message.chat_id, message.message_id, _date(message))
    if earlier and earlier.message_ids:
        return earlier.asked.question != addressed.question
    return time.time() - message.date.timestamp() <= _FRESH_S


async def _before(
    desk: Desk, message: Message, addressed: Addressed, key: str, earlier: Sent | None
) -> Conversation | None:
    """Return what a question leans on: what it leaned on before it was edited, the answer it replies to, the last."""
    if earlier:
        return earlier.asked.before
    if addressed.chain is not None:
        replied = await desk.answers.by_message(message.chat_id, addressed.chain)
        if replied and replied.answer and not replied.forgotten and desk.conversations.alive(replied.created):
            return replied.answer.conversation
    return await desk.conversations.load(key)


def _date(message: Message) -> int:
    return int(message.date.timestamp())


def _version(update: Update, message: Message) -> str:
    """Return a text that sorts the versions of one message by the time of their edits."""
    written = message.edit_date or message.date
    return f"{int(written.timestamp()):012d}:{update.update_id:012d}"


def _hint(addressed: Addressed, language: str) -> str:
    example = say("ask.example", language)
    if addressed.way is Way.COMMAND:
        return say("ask.empty", language, example=example)
    if addressed.way is Way.MENTION:
        return say("ask.empty_mention", language, example=example)
    return say("ask.no_text", language)
