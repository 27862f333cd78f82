"""Where the bot answers: private chats and groups that an admin added it to, or only the chats listed."""

from __future__ import annotations

import logging

from telegram import Chat, Update
from telegram.constants import ChatType
from telegram.error import TelegramError
from telegram.ext import ApplicationHandlerStop

from bot.telegram.desk import Context, Desk
from bot.telegram.texts import say

_LOG = logging.getLogger(__name__)

GROUPS = (ChatType.GROUP, ChatType.SUPERGROUP)


async def gate(update: Update, context: Context) -> None:
    """Let an update through to the handlers, or stop it here."""
    if update.my_chat_member or (update.message and _migrates(update)):
        return  # how the bot learns which groups it is in; nothing is answered
    desk = context.bot_data
    if await allowed(desk, update):
        return
    chat = update.effective_chat
    if chat and chat.type in GROUPS and not update.guest_message:
        await turn_away(desk, context, chat)
    raise ApplicationHandlerStop


async def allowed(desk: Desk, update: Update) -> bool:
    """Tell whether an update may be answered."""
    settings, user, chat = desk.settings, update.effective_user, update.effective_chat
    person = user.id if user else None
    if update.inline_query or update.guest_message or chat is None:
        # Their chat is none of the bot's, so the person counts.
        return not settings.allowed_chats or person in settings.allowed_chats | settings.admins
    if chat.type not in GROUPS:
        return not settings.allowed_chats or chat.id in settings.allowed_chats or person in settings.admins
    return await group_allowed(desk, chat.id)


async def group_allowed(desk: Desk, chat_id: int) -> bool:
    """Tell whether the bot may answer in a group.

    With AIDU_ALLOWED_CHATS only the groups listed, also after they became supergroups. Without it any group that an
    admin added the bot to; when no admins are set, or when it was not seen who added the bot, any group.
    """
    settings = desk.settings
    if settings.allowed_chats:
        return chat_id in settings.allowed_chats or await desk.chats.origin(chat_id) in settings.allowed_chats
    added_by = (await desk.chats.get(chat_id)).added_by
    return not settings.admins or added_by is None or added_by in settings.admins


async def turn_away(desk: Desk, context: Context, chat: Chat, *, added: bool = False) -> None:
    """Keep silent in a group, or leave it, as set; the log says once which group it is."""
    if chat.id not in desk.turned_away:
        desk.turned_away.add(chat.id)
        _LOG.warning(say("log.group_unknown", desk.language, chat=f"“{chat.title}” ({chat.id})"))
    if desk.settings.elsewhere != "leave":
        return
    try:
        if added:
            await context.bot.send_message(chat.id, say("group.not_allowed", desk.language))
        await context.bot.leave_chat(chat.id)
    except TelegramError as error:
        _LOG.info("%s: %s", chat.id, error)


def _migrates(update: Update) -> bool:
    message = update.message
    return bool(message and (message.migrate_to_chat_id or message.migrate_from_chat_id))
