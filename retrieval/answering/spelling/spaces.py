"""Words of a question that are torn apart, run together, or typed with Telex keys that nothing turned into letters."""

from __future__ import annotations

import re
from collections.abc import Callable

from retrieval.answering.asking.phrases import chat_words
from retrieval.answering.spelling.slips import from_telex
from retrieval.answering.spelling.tokens import WORD, cased
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.normalize import fold

_ONSETS_ALONE = frozenset((
    "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "qu", "r",
    "s", "t", "th", "tr", "v", "x",
))  # fmt: skip
_CODAS_ALONE = ("i", "n", "m", "p", "t", "c", "u", "ng", "nh", "ch")
_LONGEST_TORN = 8  # letters

Known = Callable[[str], bool]
Strength = Callable[[str, str], float]


def without_telex(text: str, known: Known, is_form: Known) -> str:
    """Return `text` with words typed with Telex keys written out ("hooij nghij").

    `known` tells whether a bare syllable is one, `is_form` whether one with its marks is.
    """

    def replace(match: re.Match[str]) -> str:
        word = match.group()
        low = word.lower()
        if known(low) or (word[0].isupper() and match.start() > 0):
            return word
        decoded = from_telex(low)
        if decoded is None or not is_form(decoded):
            return word
        return cased(decoded, word)

    return _BARE_WORD.sub(replace, text)


# A word of three letters or more, all without marks.
_BARE_WORD = compiled_later(r"(?<![^\W\d_])[A-Za-z]{3,}(?![^\W\d_])")


def with_spaces(text: str, known: Known, folded: Strength, accented: Strength) -> str:
    """Return `text` without a space that stands within a word, and with one that is missing between two.

    `folded` and `accented` tell how strongly two syllables belong together, as bare letters and with their marks.
    """
    pieces = text.split(" ")
    fixed: list[str] = []
    i = 0
    while i < len(pieces):
        piece, following = pieces[i], pieces[i + 1] if i + 1 < len(pieces) else ""
        beyond = pieces[i + 2] if i + 2 < len(pieces) else ""
        if following and _is_torn(piece, following, fixed[-1] if fixed else "", beyond, known, folded):
            fixed.append(piece + following)
            i += 2
        else:
            fixed.append(_parted(piece, known, folded, accented))
            i += 1
    return " ".join(fixed)


def _is_torn(a: str, b: str, before: str, after: str, known: Known, folded: Strength) -> bool:
    """Tell whether `a` and `b` are one syllable torn apart ("h ội", "hộ i nghị")."""
    rest = WORD.match(b)
    if not a.isalpha() or rest is None or a.lower() in chat_words() or len(a) + len(b) > _LONGEST_TORN:
        return False
    bare_a, bare_b = fold(a), fold(rest.group())
    if bare_a not in _ONSETS_ALONE and bare_b not in _CODAS_ALONE and known(bare_a) and known(bare_b):
        return False
    whole = fold(a + rest.group())
    if not known(whole):
        return False
    left, right = fold(before.strip(".,?!")), fold(after.strip(".,?!"))
    own = folded(left, bare_a) + folded(bare_a, bare_b) + folded(bare_b, right)
    return folded(left, whole) + folded(whole, right) > own


def _parted(piece: str, known: Known, folded: Strength, accented: Strength) -> str:
    """Return a piece in which two syllables ran together as two ("diễnra"), any other as it is."""
    match = WORD.search(piece)
    if match is None or len(match.group()) < 4:
        return piece
    word = match.group()
    if known(fold(word)) or word.lower() in chat_words() or (word.isupper() and len(word) < 8):
        return piece
    if known(re.sub(r"(.)\1", r"\1", fold(word))):
        return piece  # a letter was doubled
    best: tuple[float, int] = (0.0, 0)
    for cut in range(1, len(word)):
        strength = folded(fold(word[:cut]), fold(word[cut:]))
        strength += 0.1 * accented(word[:cut].lower(), word[cut:].lower())
        best = max(best, (strength, cut))
    if best[1] == 0 or best[0] < 1.0:
        return piece
    at = match.start() + best[1]
    return f"{piece[:at]} {piece[at:]}"
