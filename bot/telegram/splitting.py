"""Long answers as several messages: cut between items or sentences, never inside a name.

Telegram takes at most 4,096 UTF-16 code units a message, counted after formatting, and at most 100 entities.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile

from telegram.constants import MessageEntityType, MessageLimit

from bot.telegram import utf16
from bot.telegram.richtext import RichText

MAX_UNITS: int = MessageLimit.MAX_TEXT_LENGTH.value
MAX_ENTITIES: int = MessageLimit.MESSAGE_ENTITIES.value

# Where a long text may be cut, the best places first: after a sentence, after a clause, at any white space.
_CUTS = (
    re.compile(r"(?<=[.!?…])[\"”»)]*\s+|\n+"),
    re.compile(r"(?<=[;:,])\s+"),
    re.compile(r"\s+"),
)
# A text without white space is cut between characters, but not inside what is drawn as one: a letter and its marks,
# an emoji and its modifiers, emoji joined by U+200D, the two halves of a flag.
_DRAWN_AS_ONE = re.compile(
    "(?:[\U0001f1e6-\U0001f1ff]{2}|.)[\u0300-\u036f\u20d0-\u20ff\ufe00-\ufe0f\U0001f3fb-\U0001f3ff]*"
    "(?:\u200d.[\u0300-\u036f\ufe00-\ufe0f\U0001f3fb-\U0001f3ff]*)*",
    re.DOTALL,
)
# Formatting that must stay whole: the names and dates of an answer.
_WHOLE = (MessageEntityType.BOLD,)


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of an answer that stays in one message when it can; `gap` is what stands before it in a message."""

    content: RichText
    gap: str = "\n"


def pack(blocks: Iterable[Block], most: int = MAX_UNITS) -> list[RichText]:
    """Return the blocks as messages of at most `most` UTF-16 units and `MAX_ENTITIES` entities each, in order.

    A block that is too long for one message is cut at a sentence's end, else after a clause, else at white space,
    else between characters; a name is only cut when it alone is longer than a message.
    """
    messages: list[RichText] = []
    current = RichText()
    for block in blocks:
        content = block.content.stripped()
        if not content:
            continue
        grown = current + RichText(block.gap) + content if current else content
        if _fits(grown, most):
            current = grown
            continue
        if current:
            messages.append(current)
        *full, current = _cut(content, most)
        messages += full
    return [*messages, current] if current else messages


def _fits(text: RichText, most: int) -> bool:
    return text.units <= most and len(text.spans) <= MAX_ENTITIES


def _cut(text: RichText, most: int) -> Iterator[RichText]:
    """Yield `text` in pieces that fit; each is stripped and not empty."""
    while not _fits(text, most):
        limit = _reach(text, most)
        end = _best_end(text, limit)
        piece = text[:end].stripped()
        if piece:
            yield piece
        text = text[end:].stripped()
    if text:
        yield text


def _reach(text: RichText, most: int) -> int:
    """Return how many characters of `text` fit into one message."""
    limit = len(utf16.prefix(text.text, most))
    if len(text.spans) > MAX_ENTITIES:
        starts = sorted(span.start for span in text.spans)
        limit = min(limit, max(starts[MAX_ENTITIES], 1))
    return limit


def _best_end(text: RichText, limit: int) -> int:
    whole = [(span.start, span.end) for span in text.spans if span.type in _WHOLE]
    for cut in _CUTS:
        ends = [match.end() for match in cut.finditer(text.text, 0, min(limit + 1, len(text.text)))]
        # A cut that leaves a message nearly empty is worse than one at a weaker place.
        good = [end for end in ends if limit // 3 < end <= limit + 1 and not _inside(end, whole)]
        if good:
            return good[-1]
    ends = list(takewhile(lambda end: end <= limit, (match.end() for match in _DRAWN_AS_ONE.finditer(text.text))))
    good = [end for end in ends if not _inside(end, whole)]
    return (good or ends or [limit])[-1]


def _inside(position: int, places: Iterable[tuple[int, int]]) -> bool:
    return any(start < position < end for start, end in places)
