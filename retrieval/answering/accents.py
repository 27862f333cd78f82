"""The accents that a question typed without them most likely stands for, by the reports and the words of questions.

The forms of all words are chosen together: the row whose neighbouring pairs are the most usual.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from itertools import pairwise

from retrieval.answering.viterbi import Choice, likeliest

_WORD = re.compile(r"[^\W\d_]+")
# Signs that part two words of a question; a figure, a dash or a quotation mark does not.
_CLOSED = re.compile(r"[\"”]\s*,|[;:?!()]")
# Words that ask stand before any noun ("mấy nước"), in questions and hardly in reports; in natural logarithms.
_ASKING = {"mấy": 1.5, "nào": 1.0, "gì": 1.0, "ai": 0.5, "nhiêu": 1.5, "tới": 1.0, "có": 1.2, "cùng": 0.5, "do": 0.5}


def restored(text: str, forms: Callable[[str], Collection[str]], odds: Callable[[str, str], float]) -> str:
    """Return `text` (bare letters) with accents; words and names that have no other form stay as they are.

    `forms` gives the forms of a bare syllable in lower case, `odds` the logarithm of how likely a form follows another
    ("" at the beginning).
    """
    matches = list(_WORD.finditer(text))
    choices = [_choices(match.group(), forms) for match in matches]
    apart = [bool(_CLOSED.search(text[a.end() : b.start()])) for a, b in pairwise(matches)]
    chosen = likeliest(choices, apart, odds)
    pieces, done = [], 0
    for match, form in zip(matches, chosen, strict=True):
        written = match.group()
        pieces += [text[done : match.start()], form[:1].upper() + form[1:] if written[0].isupper() else form]
        done = match.end()
    return "".join((*pieces, text[done:]))


def _choices(written: str, forms: Callable[[str], Collection[str]]) -> list[Choice]:
    low = written.lower()
    if len(written) > 1 and written.isupper():
        return [(written, 0.0)]
    return [(form, _ASKING.get(form, 0.0)) for form in sorted(forms(low)) or [low]]
