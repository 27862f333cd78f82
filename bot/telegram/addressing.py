"""Is a message meant for the bot, and what does it ask?

In private chats every text is a question. In groups these are: `/hoi` and `/ask`, a mention of the bot anywhere in
a text or caption, a reply to one of the bot's messages. Nothing else is answered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from telegram import Message, MessageEntity, User
from telegram.constants import ChatID, ChatType, MessageEntityType

from bot.telegram import utf16

ASK_COMMANDS = frozenset({"hoi", "ask"})


class Way(Enum):
    """How a message reached the bot."""

    PRIVATE = "private"
    COMMAND = "command"
    MENTION = "mention"
    REPLY = "reply"


@dataclass(frozen=True, slots=True)
class Addressed:
    """A message meant for the bot. `question` is "" when it has no text to ask with.

    `chain` is the bot's own message that it replies to, None otherwise.
    """

    way: Way
    question: str
    chain: int | None = None


def read(message: Message, me: User) -> Addressed | None:
    """Return what a message asks the bot `me`, or None when it is not meant for it."""
    if message.via_bot or _sent_by_bot(message):
        return None
    text, entities = _text(message)
    command, target, after = _command(text, entities)
    if command and target and target.lower() != (me.username or "").lower():
        return None  # a command for another bot
    mentions = [entity for entity in entities if _mentions(entity, text, me)]
    way = _way(message, command, mentions, me)
    if way is None:
        return None
    replied = message.reply_to_message
    chain = replied.message_id if replied and _is_own(replied, me) else None
    question = _without(text, mentions, start=after if command in ASK_COMMANDS else 0)
    if not question and way in (Way.COMMAND, Way.MENTION):
        question = _quoted(message, me)
    return Addressed(way, question, chain)


def asker(message: Message) -> int | None:
    """Return who asks: a user's id, or the id of the group or channel in whose name somebody writes."""
    if message.sender_chat:
        return message.sender_chat.id
    return message.from_user.id if message.from_user else None


def thread(message: Message) -> int | None:
    """Return the forum topic that a message stands in, None outside of topics."""
    return message.message_thread_id if message.is_topic_message else None


def _way(message: Message, command: str, mentions: list[MessageEntity], me: User) -> Way | None:
    if command in ASK_COMMANDS:
        return Way.COMMAND
    if command:
        return None  # another command; it has its own handler or is not for us
    if message.chat.type == ChatType.PRIVATE or message.guest_query_id:
        return Way.MENTION if mentions else Way.PRIVATE
    if mentions:
        return Way.MENTION
    if message.reply_to_message and _is_own(message.reply_to_message, me):
        return Way.REPLY if message.text or message.caption else None
    return None


def _text(message: Message) -> tuple[str, tuple[MessageEntity, ...]]:
    if message.text is not None:
        return message.text, message.entities
    return message.caption or "", message.caption_entities


def _sent_by_bot(message: Message) -> bool:
    # Anonymous admins and channels write through bots of Telegram's own; they are people.
    sender = message.from_user
    return bool(sender and sender.is_bot and sender.id not in (ChatID.ANONYMOUS_ADMIN, ChatID.FAKE_CHANNEL))


def _is_own(message: Message, me: User) -> bool:
    """Tell whether the bot itself wrote a message: not a topic's first one, not one that a user sent through it."""
    if message.forum_topic_created or message.via_bot:
        return False
    return bool(message.from_user and message.from_user.id == me.id)


def _command(text: str, entities: Iterable[MessageEntity]) -> tuple[str, str, int]:
    """Return the command that a text begins with ("" when none), its @target, and the index after it."""
    for entity in entities:
        if entity.type == MessageEntityType.BOT_COMMAND and entity.offset == 0:
            end = utf16.index(text, entity.length)
            command, _, target = text[1:end].partition("@")
            return command.lower(), target, end
    return "", "", 0


def _mentions(entity: MessageEntity, text: str, me: User) -> bool:
    if entity.type == MessageEntityType.TEXT_MENTION:
        return bool(entity.user and entity.user.id == me.id)
    if entity.type != MessageEntityType.MENTION or not me.username:
        return False
    start, end = _place(entity, text)
    return text[start:end].casefold() == f"@{me.username}".casefold()


def _place(entity: MessageEntity, text: str) -> tuple[int, int]:
    return utf16.index(text, entity.offset), utf16.index(text, entity.offset + entity.length)


# What is left around a mention that was taken out: "@aidu_bot, ai dự?" asks "ai dự?".
_LEFT_OVER = re.compile(r"^[\s,;:.!–—-]+")


def _without(text: str, mentions: Iterable[MessageEntity], start: int = 0) -> str:
    """Return the text after `start` without the mentions, white space around them closed up."""
    kept, last = "", start
    at_start = False
    for begin, end in sorted(_place(entity, text) for entity in mentions):
        if begin >= last:
            kept = _close_up(kept, text[last:begin])
            at_start = at_start or not kept
            last = end
    question = _close_up(kept, text[last:])
    return _LEFT_OVER.sub("", question) if at_start else question


def _close_up(before: str, after: str) -> str:
    """Join what stood on both sides of a mention: "hỏi" + ", ai dự?" and "còn" + "ai dự?"."""
    before, after = before.strip(), after.strip()
    return before + ("" if not before or not after or after[0] in ",;:.!?…" else " ") + after


def _quoted(message: Message, me: User) -> str:
    """Return the text of the message replied to (or the part of it that was quoted), without mentions of the bot."""
    replied = message.reply_to_message
    if replied is None or _is_own(replied, me) or replied.forum_topic_created:
        return ""
    if message.quote and message.quote.is_manual:
        return message.quote.text.strip()
    text, entities = _text(replied)
    command, _, after = _command(text, entities)
    mentions = [entity for entity in entities if _mentions(entity, text, me)]
    return _without(text, mentions, start=after if command in ASK_COMMANDS else 0)
