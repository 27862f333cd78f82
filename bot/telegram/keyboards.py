"""Buttons under messages. A button's data is at most 64 bytes and names rows of the bot's SQLite file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.telegram.messages import bounds, pages
from bot.telegram.prompts import Prompt
from bot.telegram.texts import say

ASK = "ask"  # ask:<prompt>:<answer>: ask a question, leaning on what the answer was about (0: on nothing)
SOURCE = "source"  # source:<answer>:<page>
RATE = "rate"  # rate:<answer>:<+1 or -1>
EVENTS = "events"  # events:<page> or events:<page>:<prompt with the words to find them by>
DOCUMENTS = "documents"  # documents:<page>
LANGUAGE = "language"  # language:<vi or en>


@dataclass(frozen=True, slots=True)
class Press:
    """What a button says when it is pressed."""

    action: str
    arguments: tuple[str, ...]

    def number(self, position: int) -> int | None:
        """Return an argument as a number, None when it is none."""
        try:
            return int(self.arguments[position])
        except (IndexError, ValueError):
            return None


def read(data: str | None) -> Press:
    """Return the meaning of a button's data; a foreign button has an action that is none of ours."""
    action, *arguments = (data or "").split(":")
    return Press(action, tuple(arguments))


def under_answer(
    answer_id: int,
    offered: Sequence[tuple[Prompt, int]],
    sources: int,
    language: str,
    *,
    source: int = 0,
    one_a_row: bool = False,
) -> InlineKeyboardMarkup:
    """Return the buttons under an answer: next questions (with their prompt ids), more sources, the rating."""
    asking = [_button(prompt.label, ASK, prompt_id, answer_id) for prompt, prompt_id in offered]
    rows = [[button] for button in asking] if one_a_row else [asking[:2], asking[2:]]
    last = []
    if sources > 1:
        following = (source + 1) % sources
        label = (
            say("button.source_page", language, page=source + 1, pages=sources)
            if source
            else say("button.sources", language, count=sources - 1)
        )
        last.append(_button(label, SOURCE, answer_id, following))
    last += [_button("👍", RATE, answer_id, "+1"), _button("👎", RATE, answer_id, "-1")]
    return InlineKeyboardMarkup([row for row in (*rows, last) if row])


def examples(offered: Sequence[tuple[Prompt, int]]) -> InlineKeyboardMarkup:
    """Return one button a question."""
    return InlineKeyboardMarkup([[_button(prompt.label, ASK, prompt_id, 0)] for prompt, prompt_id in offered])


def under_events(
    count: int, page: int, prompt_ids: Sequence[int], language: str, words_id: int | None = None
) -> InlineKeyboardMarkup | None:
    """Return a numbered button for every event of a page, and the ones that turn it.

    `words_id` is the prompt with the words by which the events were found, None for all events.
    """
    first, _ = bounds(count, page)
    numbers = [_button(str(first + position + 1), ASK, prompt, 0) for position, prompt in enumerate(prompt_ids)]
    found_by = () if words_id is None else (words_id,)
    rows = [numbers[:4], numbers[4:], _turning(EVENTS, count, page, language, *found_by)]
    return InlineKeyboardMarkup([row for row in rows if row]) if any(rows) else None


def under_documents(count: int, page: int, language: str) -> InlineKeyboardMarkup | None:
    """Return the buttons that turn the pages of the list of documents."""
    row = _turning(DOCUMENTS, count, page, language)
    return InlineKeyboardMarkup([row]) if row else None


def languages() -> InlineKeyboardMarkup:
    """Return the choice of languages."""
    return InlineKeyboardMarkup([[_button("Tiếng Việt", LANGUAGE, "vi"), _button("English", LANGUAGE, "en")]])


def ask_another(language: str) -> InlineKeyboardMarkup:
    """Return the button under an inline answer: it opens inline mode in the same chat."""
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(say("button.inline", language), switch_inline_query_current_chat="")]]
    )


def _turning(action: str, count: int, page: int, language: str, *more: int) -> list[InlineKeyboardButton]:
    row = []
    if page > 0:
        row.append(_button(say("button.previous", language), action, page - 1, *more))
    if page + 1 < pages(count):
        row.append(_button(say("button.next", language), action, page + 1, *more))
    return row


def _button(label: str, *data: object) -> InlineKeyboardButton:
    return InlineKeyboardButton(label, callback_data=":".join(str(part) for part in data))
