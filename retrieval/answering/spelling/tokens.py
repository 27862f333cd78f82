"""The words of a question as they were typed, and the question with words changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.names import FAMILY_NAMES
from retrieval.language.normalize import fold

WORD = compiled_later(r"[^\W\d_]+")
FAMILIES = frozenset(name.lower() for name in FAMILY_NAMES)
FOLDED_FAMILIES = frozenset(fold(name) for name in FAMILY_NAMES)
# Words of address: they fit before any family name.
ADDRESS = frozenset(("ông", "bà", "anh", "chị", "ong", "ba", "chi"))


class Token(NamedTuple):
    """A word of a question, at `start` to `end` of the text as typed; `text` may be changed, the places are not."""

    text: str
    start: int
    end: int

    @property
    def low(self) -> str:
        """The word in small letters."""
        return self.text.lower()

    @property
    def bare(self) -> str:
        """The word in small letters without marks."""
        return fold(self.text)

    @property
    def capital(self) -> bool:
        """Whether the word begins with a capital."""
        return self.text[0].isupper()


def tokens_of(text: str) -> list[Token]:
    """Return the words of `text`, without figures and signs."""
    return [Token(m.group(), m.start(), m.end()) for m in WORD.finditer(text)]


def joined(text: str, tokens: Sequence[Token]) -> str:
    """Return `text` with each token put in its place."""
    pieces: list[str] = []
    done = 0
    for token in tokens:
        pieces += (text[done : token.start], token.text)
        done = token.end
    return "".join((*pieces, text[done:]))


def cased(word: str, like: str) -> str:
    """Return `word` in capitals, with a capital or without, as `like` is."""
    if like.isupper() and len(like) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if any(c.isupper() for c in like[:2]) else word


def typed_low(tokens: Sequence[Token]) -> bool:
    """Tell whether a question was typed without capitals, so that they say nothing."""
    return sum(t.capital for t in tokens) <= 1


def within_name(tokens: Sequence[Token], i: int, text: str) -> bool:
    """Tell whether a capitalised word stands in the name of a person: a family name before it, all in capitals."""
    token = tokens[i]
    if not token.capital or text.isupper():
        return False
    if token.low in FAMILIES and i + 1 < len(tokens) and tokens[i + 1].capital and i > 0:
        return True
    for back in range(1, 4):
        if i - back < 0 or not tokens[i - back].capital:
            return False
        if tokens[i - back].low in FAMILIES and tokens[i - back].low != "phó":
            return True
    return False


def after_family_name(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether one of the three words before may be a family name."""
    return any(t.bare in FOLDED_FAMILIES for t in tokens[max(0, i - 3) : i])
