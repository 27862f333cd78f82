"""Telegram counts text in UTF-16 code units; Python counts code points. The two differ after every emoji."""

from __future__ import annotations


def length(text: str) -> int:
    """Return how many UTF-16 code units `text` takes: the unit of Telegram's limits and entity offsets."""
    return len(text) + sum(character > "\uffff" for character in text)


def index(text: str, offset: int) -> int:
    """Return the index in `text` of the character at UTF-16 `offset`.

    An offset inside a surrogate pair gives the index after it; one past the end gives `len(text)`.
    """
    units = 0
    for position, character in enumerate(text):
        if units >= offset:
            return position
        units += 2 if character > "\uffff" else 1
    return len(text)


def prefix(text: str, units: int) -> str:
    """Return the longest beginning of `text` that takes at most `units` UTF-16 code units."""
    position = index(text, units)
    return text[:position] if length(text[:position]) <= units else text[: position - 1]
