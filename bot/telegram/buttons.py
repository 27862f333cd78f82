"""Handlers of pressed buttons. They work after a restart; old and foreign ones are answered politely."""

from __future__ import annotations

import logging

from telegram import CallbackQuery, Message, Update
from telegram.error import TelegramError

from bot.telegram import asking, keyboards, messages
from bot.telegram.addressing import thread
from bot.telegram.answers import Asked, Sent
from bot.telegram.commands import events_page
from bot.telegram.delivery import Place, edit, edit_inline
from bot.telegram.desk import Context, Desk
from bot.telegram.keyboards import Press
from bot.telegram.questions import key_of
from bot.telegram.rate_limit import Verdict
from bot.telegram.texts import say
from bot.texts import LANGUAGES

_LOG = logging.getLogger(__name__)


# Presses that make the bot edit a message.
_TURNING = (keyboards.SOURCE, keyboards.EVENTS, keyboards.DOCUMENTS)


async def press(update: Update, context: Context) -> None:
    """Do what a button says."""
    query = update.callback_query
    if query is None:
        return
    desk = context.bot_data
    language = await desk.language_of(query.message.chat.id if query.message else query.from_user.id)
    pressed = keyboards.read(query.data)
    toast: str | None
    if pressed.action in _TURNING and (verdict := desk.command_limit.take(query.from_user.id)) is not Verdict.ANSWER:
        await _reply(query, say("ask.slow_down", language) if verdict is Verdict.WARN else "")
        return
    match pressed.action:
        case keyboards.ASK:
            toast = await _ask(desk, context, query, pressed, language)
        case keyboards.SOURCE:
            toast = await _source(desk, context, query, pressed, language)
        case keyboards.RATE:
            toast = await _rate(desk, query, pressed, language)
        case keyboards.EVENTS | keyboards.DOCUMENTS:
            toast = await _turn(desk, context, query, pressed, language)
        case keyboards.LANGUAGE:
            toast = await _language(desk, context, query, pressed)
        case _:
            toast = say("toast.old", language)
    if toast is not None:
        await _reply(query, toast)


async def _ask(desk: Desk, context: Context, query: CallbackQuery, pressed: Press, language: str) -> str | None:
    """Ask the question behind a button, as the person who pressed it; None when the press was replied to already."""
    prompt, answer_id = pressed.number(0), pressed.number(1)
    question = await desk.answers.prompt(prompt) if prompt is not None else None
    message = query.message
    if message is None or question is None:
        return say("toast.old", language)
    verdict = desk.limit.take(query.from_user.id)
    if verdict is not Verdict.ANSWER:
        return say("ask.slow_down", language) if verdict is Verdict.WARN else ""
    await _reply(query, "")  # the answer may take a while; the button stops spinning now
    about = await desk.answers.by_id(answer_id) if answer_id else None
    if about and about.asked.chat_id != message.chat.id:
        about = None
    # Of a message that is too old, Telegram tells only the chat and the number.
    thread_id = thread(message) if isinstance(message, Message) and message.is_accessible else None
    place = Place(message.chat.id, about.asked.thread_id if about else thread_id, message.message_id)
    key = key_of(message.chat, place.thread_id, query.from_user.id)
    async with desk.turns.of(key):
        asked = Asked(
            chat_id=message.chat.id,
            question_id=None,
            thread_id=place.thread_id,
            key=key,
            question=question,
            language=language,
            title=question,
            before=about.answer.conversation if about and about.answer else await desk.conversations.load(key),
        )
        await asking.answer(desk, context.bot, asked, place)
    return None


async def _source(desk: Desk, context: Context, query: CallbackQuery, pressed: Press, language: str) -> str:
    """Show another piece of evidence in the place of the one shown."""
    sent = await _answer_of(desk, query, pressed)
    page = pressed.number(1)
    if sent is None or sent.answer is None or page is None:
        return say("toast.old", language)
    if len(sent.answer.evidence) < 2:
        return say("toast.no_more", language)
    page %= len(sent.answer.evidence)
    spoken = sent.asked.language
    keyboard = await asking.keyboard_of(desk, sent.id, sent.answer, spoken, page, inline=bool(sent.inline_message_id))
    texts = messages.compose(sent.answer, spoken, title=sent.asked.title, source=page)
    if sent.inline_message_id:
        text = messages.compose_one(sent.answer, spoken, source=page)
        await edit_inline(context.bot, sent.inline_message_id, text, keyboard)
    elif query.message:
        alone = len(texts) == 1 and len(sent.message_ids) == 1
        text = texts[0] if alone else messages.compose_source(sent.answer, spoken, page)
        await edit(context.bot, query.message.chat.id, query.message.message_id, text, keyboard)
    return ""


async def _rate(desk: Desk, query: CallbackQuery, pressed: Press, language: str) -> str:
    """Keep a person's rating of an answer."""
    sent = await _answer_of(desk, query, pressed)
    vote = pressed.number(1)
    if sent is None or vote not in (1, -1):
        return say("toast.old", language)
    library = str(desk.feedback.file) if desk.feedback else None
    if not await desk.answers.rate(sent.id, query.from_user.id, vote, library):
        return say("toast.again", language)
    if desk.feedback:
        desk.feedback.wake()
    return say("toast.up" if vote > 0 else "toast.down", language)


async def _turn(desk: Desk, context: Context, query: CallbackQuery, pressed: Press, language: str) -> str:
    """Turn a page of the list of events or documents."""
    page = pressed.number(0)
    if page is None or query.message is None:
        return say("toast.old", language)
    if pressed.action == keyboards.EVENTS:
        words_id = pressed.number(1)
        words = await desk.answers.prompt(words_id) if words_id is not None else ""
        if words is None:
            return say("toast.old", language)
        text, keyboard = await events_page(desk, page, language, words)
    else:
        held = desk.shelf.library.documents
        page = messages.bounds(len(held), page)[0] // messages.PAGE
        text = messages.documents_page(held, page, language)
        keyboard = keyboards.under_documents(len(held), page, language)
    await edit(context.bot, query.message.chat.id, query.message.message_id, text, keyboard)
    return ""


async def _language(desk: Desk, context: Context, query: CallbackQuery, pressed: Press) -> str:
    """Set the language of a chat."""
    chosen = "".join(pressed.arguments[:1])
    if chosen not in LANGUAGES or query.message is None:
        return say("toast.old", desk.language)
    await desk.chats.set_language(query.message.chat.id, chosen)
    return say("language.set", chosen)


async def _answer_of(desk: Desk, query: CallbackQuery, pressed: Press) -> Sent | None:
    """Return the answer that a button stands under; None when it is gone, or the button is not from there."""
    number = pressed.number(0)
    sent = await desk.answers.by_id(number) if number is not None else None
    if sent is None:
        return None
    if query.inline_message_id:
        return sent if sent.inline_message_id == query.inline_message_id else None
    message = query.message
    ours = message and message.chat.id == sent.asked.chat_id and message.message_id in sent.message_ids
    return sent if ours else None


async def _reply(query: CallbackQuery, toast: str) -> None:
    """Stop the button's spinning, with a line of text or without."""
    try:
        await query.answer(toast or None)
    except TelegramError as error:
        # Too late, or answered already: the press itself was done.
        _LOG.info("answerCallbackQuery: %s", error)
