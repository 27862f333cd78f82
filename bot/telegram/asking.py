"""From a question to the messages that answer it: the one way that all handlers go."""

from __future__ import annotations

import dataclasses
import logging
import time
from dataclasses import dataclass

from telegram import Bot, InlineKeyboardMarkup

from bot.telegram import keyboards, messages, prompts
from bot.telegram.answers import Asked, Sent
from bot.telegram.delivery import Place, replace, send, typing
from bot.telegram.desk import Desk
from bot.telegram.richtext import RichText
from bot.telegram.texts import say
from retrieval.answering.model import Answer, Conversation, Status
from retrieval.errors import QuestionError

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a question: an answer, or a polite line in its place."""

    answer: Answer | None
    line: str = ""


async def answer(desk: Desk, bot: Bot, asked: Asked, place: Place, earlier: Sent | None = None) -> None:
    """Answer a question in a chat, or change the `earlier` answer to it, and keep what was sent.

    The caller holds the turn of `asked.key`.
    """
    async with typing(bot, place, desk.settings.typing_after_s):
        outcome = await find(desk, asked.question, asked.before, asked.language)
    answer_id = earlier.id if earlier else await desk.answers.reserve(asked)
    texts, keyboard = await _written(desk, asked, answer_id, outcome)
    if earlier and earlier.message_ids:
        message_ids = await replace(bot, desk.chats, place, earlier.message_ids, texts, keyboard)
    else:
        chat_id, message_ids = await send(bot, desk.chats, place, texts, keyboard)
        asked = dataclasses.replace(asked, chat_id=chat_id)
    await desk.answers.record(answer_id, asked, outcome.answer, message_ids)
    if outcome.answer:
        await desk.conversations.save(asked.key, asked.chat_id, outcome.answer.conversation, answer_id)


async def find(desk: Desk, question: str, before: Conversation | None, language: str) -> Outcome:
    """Ask the library, off the event loop, and count the question."""
    started = time.perf_counter()
    try:
        found = await desk.shelf.ask(question, before, language)
    except QuestionError as error:
        return Outcome(None, error.said(language))
    except TimeoutError:
        _LOG.warning("a question took more than %g s", desk.settings.answer_timeout_s)
        return Outcome(None, say("ask.too_slow", language))
    await desk.figures.note(found.status is Status.ANSWERED, 1000 * (time.perf_counter() - started))
    return Outcome(found)


async def keyboard_of(
    desk: Desk, answer_id: int, found: Answer, language: str, source: int = 0, *, inline: bool = False
) -> InlineKeyboardMarkup:
    """Return the buttons under an answer that shows its evidence number `source`.

    An `inline` message stands in a chat where the bot cannot send more, so its buttons ask nothing.
    """
    nearest = found.status is not Status.ANSWERED
    offered = prompts.about_nearest(found, language) if nearest else prompts.follow_ups(found, language)
    if inline:
        offered = []
    ids = await desk.answers.prompts([prompt.question for prompt in offered])
    pairs = list(zip(offered, ids, strict=True))
    return keyboards.under_answer(answer_id, pairs, len(found.evidence), language, source=source, one_a_row=nearest)


async def _written(
    desk: Desk, asked: Asked, answer_id: int, outcome: Outcome
) -> tuple[list[RichText], InlineKeyboardMarkup | None]:
    if outcome.answer is None:
        return [RichText.of(outcome.line)], None
    texts = messages.compose(outcome.answer, asked.language, title=asked.title)
    return texts, await keyboard_of(desk, answer_id, outcome.answer, asked.language)
