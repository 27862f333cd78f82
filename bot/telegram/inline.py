"""Inline mode (`@bot question` in any chat) and guest mode (a mention in a chat that the bot has not joined)."""

from __future__ import annotations

from telegram import (
    InlineKeyboardMarkup,
    InlineQuery,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    LinkPreviewOptions,
    Update,
)
from telegram.error import BadRequest

from bot.telegram import addressing, asking, keyboards, messages
from bot.telegram.answers import Asked
from bot.telegram.conversations import guest_key
from bot.telegram.delivery import harmless
from bot.telegram.desk import Context
from bot.telegram.rate_limit import Verdict
from bot.telegram.richtext import RichText, shorten
from bot.telegram.texts import say
from retrieval.answering.model import Answer, Status

_RESULTS = 5
# Answers change when the corpus does; five minutes is what Telegram itself takes for granted.
_CACHE_S = 300
_SHORTEST = 3
_TITLE_CHARACTERS = 100
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


async def suggest(update: Update, context: Context) -> None:
    """Answer an inline query with up to five articles: the answer, and each piece of its evidence."""
    query = update.inline_query
    if query is None:
        return
    desk = context.bot_data
    person = query.from_user.id
    language = await desk.language_of(person)
    question = query.query.strip()
    if len(question) < _SHORTEST or desk.inline_limit.take(person) is not Verdict.ANSWER:
        await _reply(query, [], 0, language)
        return
    desk.latest_inline[person] = query.id
    async with desk.turns.of(f"inline:{person}"):
        if desk.latest_inline.get(person) != query.id:
            return  # more letters were typed meanwhile; nobody waits for this one
        outcome = await asking.find(desk, question, None, language)
        if desk.latest_inline.get(person) == query.id:
            del desk.latest_inline[person]
    if outcome.answer is None:
        await _reply(query, [], 0, language)
    else:
        await _reply(query, _articles(outcome.answer, language), _CACHE_S, language)


async def answer_guest(update: Update, context: Context) -> None:
    """Answer a mention in a chat that the bot is no member of: one message, through the guest query."""
    message = update.guest_message
    if message is None or not message.guest_query_id:
        return
    addressed = addressing.read(message, context.bot.bot)
    asker = addressing.asker(message)
    if addressed is None or asker is None:
        return
    desk = context.bot_data
    language = await desk.language_of(asker)
    verdict = desk.limit.take(asker)
    if verdict is Verdict.IGNORE:
        return
    if verdict is Verdict.WARN or not addressed.question:
        example = say("ask.example", language)
        line = (
            say("ask.slow_down", language)
            if verdict is Verdict.WARN
            else say("ask.empty_mention", language, example=example)
        )
        await context.bot.answer_guest_query(message.guest_query_id, _article("0", "aidu", RichText.of(line)))
        return
    key = guest_key(message.chat_id, asker)
    async with desk.turns.of(key):
        asked = Asked(
            chat_id=None,
            question_id=None,
            thread_id=None,
            key=key,
            question=addressed.question,
            language=language,
            before=await desk.conversations.load(key),
        )
        outcome = await asking.find(desk, asked.question, asked.before, language)
        if outcome.answer is None:
            article = _article("0", "aidu", RichText.of(outcome.line))
            await context.bot.answer_guest_query(message.guest_query_id, article)
            return
        found = outcome.answer
        answer_id = await desk.answers.reserve(asked)
        keyboard = await asking.keyboard_of(desk, answer_id, found, language, inline=True)
        article = _article("0", _title(found, language), messages.compose_one(found, language), keyboard=keyboard)
        sent = await context.bot.answer_guest_query(message.guest_query_id, article)
        await desk.answers.record(answer_id, asked, found, inline_message_id=sent.inline_message_id)
        await desk.conversations.save(key, None, found.conversation, answer_id)


def _articles(found: Answer, language: str) -> list[InlineQueryResultArticle]:
    """Return the results for an answer: at most five, the answer first."""
    quoted = messages.quotes(found, language)
    keyboard = keyboards.ask_another(language)
    about = quoted[0][1] if quoted and found.status is Status.ANSWERED else messages.summary(found, language)
    results = [_article("0", _title(found, language), messages.compose_one(found, language), about, keyboard)]
    if found.status is Status.ANSWERED:
        results += [
            _article(
                str(number),
                say("inline.source", language, title=title),
                messages.compose_source(found, language, number - 1),
                quote,
                keyboard,
            )
            for number, (title, quote) in enumerate(quoted[: _RESULTS - 1], start=1)
        ]
    return results


def _title(found: Answer, language: str) -> str:
    if found.status is not Status.ANSWERED:
        return say("inline.not_found", language)
    return messages.summary(found, language) or "aidu"


def _article(
    result_id: str,
    title: str,
    text: RichText,
    description: str = "",
    keyboard: InlineKeyboardMarkup | None = None,
) -> InlineQueryResultArticle:
    return InlineQueryResultArticle(
        id=result_id,
        title=shorten(title, _TITLE_CHARACTERS),
        input_message_content=InputTextMessageContent(
            text.text, entities=text.entities(), link_preview_options=_NO_PREVIEW
        ),
        description=shorten(description, _TITLE_CHARACTERS) or None,
        reply_markup=keyboard,
    )


async def _reply(query: InlineQuery, results: list[InlineQueryResultArticle], cache_s: int, language: str) -> None:
    button = None if results else InlineQueryResultsButton(say("inline.help", language), start_parameter="help")
    try:
        # Personal: the answer is in the language of the one who asks.
        await query.answer(results, cache_time=cache_s, is_personal=True, button=button)
    except BadRequest as error:
        if not harmless(error):
            raise
