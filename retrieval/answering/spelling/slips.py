"""How hands slip on a keyboard, and what the keys of Telex stand for."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator

from rapidfuzz.distance import OSA

from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.normalize import fold, reading_form

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_TELEX_VOWELS = (
    ("uow", "ươ"),
    ("aa", "â"),
    ("aw", "ă"),
    ("ee", "ê"),
    ("oo", "ô"),
    ("ow", "ơ"),
    ("uw", "ư"),
    ("dd", "đ"),
)
_HATS = {"a": "â", "e": "ê", "o": "ô"}
_TELEX_TONES = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323"}


def one_slip_away(word: str) -> Iterator[str]:
    """Yield what one slip makes of `word`: a letter left out, put in, changed, or two swapped (Damerau 1964)."""
    for i in range(len(word)):
        yield word[:i] + word[i + 1 :]
        if i + 1 < len(word) and word[i] != word[i + 1]:
            yield word[:i] + word[i + 1] + word[i] + word[i + 2 :]
        for letter in _LETTERS:
            if letter != word[i]:
                yield word[:i] + letter + word[i + 1 :]
            yield word[:i] + letter + word[i:]
    for letter in _LETTERS:
        yield word + letter


class Neighbours:
    """Finds which of some words are one slip away from another, by what is left of both without a letter.

    The deletion neighbourhoods of Garbe's SymSpell (2012): two words a slip apart share one.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._left: dict[str, list[str]] = defaultdict(list)
        for word in words:
            for left in _without_a_letter(word):
                self._left[left].append(word)

    def of(self, word: str) -> list[str]:
        """Return the words that `one_slip_away` makes of `word`, and `word` itself if it is one of them, in order."""
        near = {other for left in _without_a_letter(word) for other in self._left.get(left, ())}
        return sorted(other for other in near if OSA.distance(word, other, score_cutoff=1) <= 1)


def _without_a_letter(word: str) -> set[str]:
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


DOUBLED = 4.0
_TWICE = compiled_later(r"(.)\1")


def slip_weight(typed: str, meant: str) -> float:
    """Return how likely a hand slips from `meant` to `typed` in just one place: 0 when it takes more than one slip."""
    if OSA.distance(typed, meant, score_cutoff=1) != 1:
        return 0.0
    if len(typed) > len(meant):
        return DOUBLED if _TWICE.sub(r"\1", typed) == _TWICE.sub(r"\1", meant) else 2.0
    if len(typed) < len(meant) or sorted(typed) == sorted(meant):
        return 3.0
    return next(
        (
            2.0 if _NEAR_KEYS.get(fold(a), "").find(fold(b)) >= 0 else 1.0
            for a, b in zip(typed, meant, strict=True)
            if a != b
        ),
        1.0,
    )


_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_NEAR_KEYS = {
    row[x]: "".join(r[max(0, x - 1) : x + 2] for r in _ROWS[max(0, y - 1) : y + 2])
    for y, row in enumerate(_ROWS)
    for x in range(len(row))
}


def from_telex(word: str) -> str | None:
    """Return the syllable that the Telex keys `word` (lower case) stand for, None when they stand for none."""
    tones = [i for i, c in enumerate(word) if c in _TELEX_TONES and i > 0 and any(v in "aeiouyw" for v in word[:i])]
    letters, tone = word, ""
    if tones:
        at = tones[-1]
        letters, tone = word[:at] + word[at + 1 :], _TELEX_TONES[word[at]]
    for keys, vowel in _TELEX_VOWELS:
        letters = letters.replace(keys, vowel)
    letters = _late_mark(letters)
    if "w" in letters:
        letters = letters.replace("w", "ư")
    if letters == word or re.fullmatch(r"[^\W\d_]*[aeiouyâăêôơư]+[a-zđ]*", letters) is None:
        return None
    vowels = list(re.finditer(r"[aeiouyâăêôơư]+", letters))
    if len(vowels) > 1 and not letters.startswith(("gi", "qu")):
        return None
    if not tone:
        return letters
    start, end = vowels[-1].span()
    if (letters.startswith("qu") and start == 1) or (letters.startswith("gi") and start == 1 and end - start > 1):
        start += 1
    place = _tone_place(letters, start, end)
    return reading_form(unicodedata.normalize("NFC", letters[: place + 1] + tone + letters[place + 1 :]))


def _late_mark(letters: str) -> str:
    """Apply a mark that was typed after the syllable ("nguoiw", "hoio", "dangd")."""
    match = re.fullmatch(r"(\w*?)uo(\w*)w", letters)
    if match:
        return f"{match[1]}ươ{match[2]}"
    match = re.fullmatch(r"(\w*?)([aeo])([^aeo\W]+)\2", letters)
    if match:
        return f"{match[1]}{_HATS[match[2]]}{match[3]}"
    match = re.fullmatch(r"d(\w+)d", letters)
    return f"đ{match[1]}" if match else letters


def _tone_place(letters: str, start: int, end: int) -> int:
    """Return the index of the vowel that bears the tone, by the newer placement."""
    marked = [i for i in range(start, end) if letters[i] in "âăêôơư"]
    if marked:
        return marked[-1]
    if end < len(letters) or end - start == 3:
        return start + (1 if end - start >= 2 else 0)
    return start
