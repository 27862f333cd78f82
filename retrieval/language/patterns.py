"""Patterns that match any of many words, and quick searches for what begins at a word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any


def matches_at(pattern: re.Pattern[str], text: str, starts: Iterable[int]) -> Iterator[re.Match[str]]:
    """Yield what `pattern.finditer(text)` yields where a match can begin at `starts` only (ascending offsets).

    To look at the few words of a text that a pattern can begin with is several times as fast as at every character.
    """
    end = 0
    for start in starts:
        if start >= end and (match := pattern.match(text, start)) is not None:
            end = match.end()
            yield match


def occurrences(phrases: Iterable[str], text: str) -> list[tuple[int, int]]:
    """Return where one of `phrases` stands in `text` as whole words, in order, none within or across another.

    Of two that begin at one place it is the longer. For phrases that only a text or two are searched for: to compile a
    pattern of them takes longer than the search.
    """
    found: list[tuple[int, int]] = []
    for phrase in phrases:
        start = text.find(phrase)
        while start >= 0:
            end = start + len(phrase)
            if not (_goes_on(text[start - 1 : start]) or _goes_on(text[end : end + 1])):
                found.append((start, end))
            start = text.find(phrase, start + 1)
    if len(found) < 2:
        return found
    kept: list[tuple[int, int]] = []
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def _goes_on(char: str) -> bool:
    """Tell whether a character beside a phrase makes it a part of a longer word."""
    return char.isalnum() or char in ("_", "-")


def word_spans(text: str, phrase: str) -> Iterator[tuple[int, int]]:
    """Yield where `phrase` stands in `text` as whole words.

    For phrases of questions and reports: to compile a pattern of one takes longer than all its searches.
    """
    start = text.find(phrase)
    while start >= 0:
        end = start + len(phrase)
        if not (_is_word(text[start - 1 : start]) or _is_word(text[end : end + 1])):
            yield start, end
        start = text.find(phrase, start + 1)


def has_word(text: str, phrase: str, *, not_after: tuple[str, ...] = ()) -> bool:
    """Tell whether `phrase` stands in `text` as whole words, right after none of `not_after`."""
    return any(not text.endswith(not_after, 0, start) for start, _ in word_spans(text, phrase))


def starts_with_word(text: str, phrase: str) -> bool:
    """Tell whether `text` starts with `phrase` as whole words."""
    return text.startswith(phrase) and not _is_word(text[len(phrase) : len(phrase) + 1])


def ends_with_word(text: str, phrase: str) -> bool:
    """Tell whether `text` ends with `phrase` as whole words."""
    return text.endswith(phrase) and not _is_word(text[: -len(phrase)][-1:])


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_"


def any_of(words: Iterable[str]) -> str:
    """Return a pattern that matches any of `words`, the longest that fits; common beginnings are tried only once.

    A space in a word matches any white space. The pattern is a group or a literal, and looks at no edges.
    """
    root: dict[str, Any] = {}
    for word in words:
        node = root
        for char in word:
            node = node.setdefault(char, {})
        node[""] = {}
    return f"(?:{_branch(root)})"


def _branch(node: dict[str, Any]) -> str:
    parts = [(r"\s+" if char == " " else re.escape(char)) + _branch(node[char]) for char in sorted(node) if char]
    if not parts:
        return ""
    if "" in node:
        return f"(?:{'|'.join(parts)})?"
    return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"
