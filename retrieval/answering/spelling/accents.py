"""The accents that a question typed without them most likely stands for: the forms of all words are chosen together."""

from __future__ import annotations

from collections.abc import Callable, Collection

from retrieval.answering.spelling.viterbi import Choice, likeliest
from retrieval.language.pairs import FIGURE, SIGN, pieces

_ASKING = 4.0  # what a word that asks is worth where something must ask


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
    chosen = likeliest([_choices(piece, forms, asking) for piece, _ in found], after)
    written: list[str] = []
    done = 0
    for (piece, start), form in zip(found, chosen, strict=True):
        if piece not in (SIGN, FIGURE):
            cased = form.upper() if _is_short(piece) else form[:1].upper() + form[1:] if piece[0].isupper() else form
            written += (text[done:start], cased)
            done = start + len(piece)
    return "".join((*written, text[done:]))


def _choices(piece: str, forms: Callable[[str], Collection[str]], asking: Collection[str]) -> list[Choice]:
    if piece in (SIGN, FIGURE):
        return [(piece, 0.0)]
    low = piece.lower()
    found = sorted(forms(low)) or [low]
    if _is_short(piece):  # "HDND" may be "HĐND", and "CO" is no "có"
        found = [form for form in found if form.replace("đ", "d").isascii()] or [low]
    return [(form, _ASKING if form in asking else 0.0) for form in found]


def _is_short(piece: str) -> bool:
    """Tell whether a word is an abbreviation."""
    return len(piece) > 1 and piece.isupper()
