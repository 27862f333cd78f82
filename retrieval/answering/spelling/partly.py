"""Whether a question was typed with the accents of some of its words only ("hội nghi doi ngoại dien ra khi nào").

A word without a mark may be one that has none ("trong", "hai"), or one whose marks were left out. Of a single word
`words` finds by its neighbours which it is. Where more were left out the neighbours say little, being bare themselves,
and the accents of all bare words are chosen together, as those of a question without any (see `accents`).
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from math import exp, log

from retrieval.answering.spelling.tokens import WORD
from retrieval.language.weights import rarity

# The shares of its words that somebody may have typed without their marks.
_LEFT_OUT = (0.1, 0.25, 0.5, 0.75)
# How much likelier it must be, in natural logarithms, that marks were left out than that there were none.
_SURE = 0.5
# How often a syllable that always has marks has none nevertheless.
_STRANGE = 1e-4


def is_partly_accented(text: str, natural: Callable[[str], float]) -> bool:
    """Tell whether `text` (in reading form) has words with their marks, and so many without that these were left out.

    `natural` gives how likely a syllable without marks was meant without (see `naturalness`).
    """
    if text.isascii():
        return False
    words = WORD.findall(text)
    marked = sum(not word.isascii() for word in words)
    # Names may be foreign ones, which have no marks anyway.
    bare = [word.lower() for i, word in enumerate(words) if word.isascii() and (i == 0 or word.islower())]
    shares = list(map(natural, bare))
    as_typed = sum(map(log, shares))
    return marked > 0 and any(
        marked * log(1 - left) + sum(log(n + (1 - n) * left) for n in shares) > as_typed + _SURE for left in _LEFT_OUT
    )


def naturalness(word: str, forms: Collection[str]) -> float:
    """Return how likely a syllable without marks was meant without; one that has no other form is a foreign one.

    `forms` are its forms in lower case, one without marks among them where there is such a word.
    """
    if not forms:
        return 1.0
    usual = {form: exp(-rarity(form)) for form in forms}
    return max(_STRANGE, usual.get(word, 0.0) / sum(usual.values()))
