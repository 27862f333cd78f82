"""The accents that a question typed without them most likely stands for: the forms of all words are chosen together."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache

from retrieval.answering.asking.phrases import other_names
from retrieval.answering.spelling.viterbi import Choice, likeliest
from retrieval.language.normalize import fold
from retrieval.language.pairs import FIGURE, SIGN, pieces

_ASKING = 4.0  # what a word that asks is worth where something must ask
# What each word of a place's other name is worth where the letters of all of them stand: reports hardly ever write
# "Miến Điện", and so would take it for any other words.
_OF_PLACE = 5.0


def restored(
    text: str,
    forms: Callable[[str], Collection[str]],
    after: Callable[[str, str], Callable[[str], float]],
    asking: Collection[str] = (),
) -> str:
    """Return `text` (bare letters) with accents; words and names that have no other form stay as they are.

    `forms` gives the forms of a bare syllable in lower case; `after` the logarithm of how likely a form follows two
    pieces (see `language.pairs`). Forms that are `asking` are taken where they are not much less likely than others.
    """
    found = pieces(text)
    of_places = _of_places([piece.lower() for piece, _ in found])
    chosen = likeliest([_choices(piece, forms, asking, of_places.get(i)) for i, (piece, _) in enumerate(found)], after)
    written: list[str] = []
    done = 0
    for (piece, start), form in zip(found, chosen, strict=True):
        if piece not in (SIGN, FIGURE):
            cased = form.upper() if _is_short(piece) else form[:1].upper() + form[1:] if piece[0].isupper() else form
            written += (text[done:start], cased)
            done = start + len(piece)
    return "".join((*written, text[done:]))


def _choices(
    piece: str, forms: Callable[[str], Collection[str]], asking: Collection[str], of_place: str | None
) -> list[Choice]:
    if piece in (SIGN, FIGURE):
        return [(piece, 0.0)]
    low = piece.lower()
    found = sorted(forms(low)) or [low]
    if _is_short(piece):  # "HDND" may be "HĐND", and "CO" is no "có"
        found = [form for form in found if form.replace("đ", "d").isascii()] or [low]
    return [(form, _ASKING * (form in asking) + _OF_PLACE * (form == of_place)) for form in found]


def _of_places(letters: Sequence[str]) -> Mapping[int, str]:
    """Return, by their numbers, what those words are that stand in another name of a place."""
    meant: dict[int, str] = {}
    for i, first in enumerate(letters):
        for name in _names_by_letters().get(first, ()):
            if tuple(letters[i : i + len(name)]) == tuple(map(fold, name)):
                meant.update(enumerate(name, i))
    return meant


@cache
def _names_by_letters() -> Mapping[str, Sequence[tuple[str, ...]]]:
    """Return the other names of places, the longest last, by the letters of their first word."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for name in sorted(other_names(), key=lambda name: (len(name), name)):
        found.setdefault(fold(name[0]), []).append(name)
    return found


def _is_short(piece: str) -> bool:
    """Tell whether a word is an abbreviation."""
    return len(piece) > 1 and piece.isupper()
