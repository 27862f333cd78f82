"""Handlers of what happens to the bot in groups: it is added, or the group becomes a supergroup."""

from __future__ import annotations

from telegram import ChatMember, Update

from bot.telegram.access import GROUPS, group_allowed, turn_away
from bot.telegram.delivery import Place, say_in
from bot.telegram.desk import Context
from bot.telegram.texts import say


async def membership(update: Update, context: Context) -> None:
    """When the bot is added to a group, say how to ask, and whether it sees plain mentions."""
    change = update.my_chat_member
    if change is None or change.chat.type not in GROUPS:
        return
    if _inside(change.old_chat_member) or not _inside(change.new_chat_member):
        return
    desk, chat = context.bot_data, change.chat
    await desk.chats.set_added_by(chat.id, change.from_user.id)
    if not await group_allowed(desk, chat.id):
        await turn_away(desk, context, chat, added=True)
        return
    if not await desk.chats.may_welcome(chat.id):
        return
    language = await desk.language_of(chat.id)
    me = context.bot.bot
    # Admins of a group see all of its messages, whatever the privacy mode.
    sees_all = me.can_read_all_group_messages or change.new_chat_member.status == ChatMember.ADMINISTRATOR
    lines = [
        say("group.welcome", language, bot=me.username),
        say("group.sees_mentions" if sees_all else "group.privacy", language, bot=me.username),
    ]
    await say_in(context.bot, desk.chats, Place(chat.id), "\n\n".join(lines))


async def migration(update: Update, context: Context) -> None:
    """Keep what is known of a group when it becomes a supergroup, which has another id."""
    message = update.message
    if message is None:
        return
    if message.migrate_to_chat_id:
        await context.bot_data.chats.migrate(message.chat_id, message.migrate_to_chat_id)
    elif message.migrate_from_chat_id:
        await context.bot_data.chats.migrate(message.migrate_from_chat_id, message.chat_id)


def _inside(member: ChatMember) -> bool:
    if member.status == ChatMember.RESTRICTED:
        return bool(getattr(member, "is_member", False))
    return member.status in (ChatMember.MEMBER, ChatMember.ADMINISTRATOR, ChatMember.OWNER)
