"""The accents that a question typed without them most likely stands for, by the reports and the words of questions.

The forms of all words are chosen together: the sequence whose neighbouring pairs are the most usual (Viterbi 1967).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from itertools import pairwise

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
    chosen = _best(choices, apart, odds) if matches else []
    pieces, done = [], 0
    for match, form in zip(matches, chosen, strict=True):
        written = match.group()
        pieces += [text[done : match.start()], form[:1].upper() + form[1:] if written[0].isupper() else form]
        done = match.end()
    return "".join((*pieces, text[done:]))


def _choices(written: str, forms: Callable[[str], Collection[str]]) -> list[tuple[str, float]]:
    low = written.lower()
    if len(written) > 1 and written.isupper():
        return [(written, 0.0)]
    return [(form, _ASKING.get(form, 0.0)) for form in sorted(forms(low)) or [low]]


def _best(
    choices: Sequence[Sequence[tuple[str, float]]], apart: Sequence[bool], odds: Callable[[str, str], float]
) -> list[str]:
    scores = [own + odds("", form) for form, own in choices[0]]
    back: list[list[int]] = []
    for (before, here), parted in zip(pairwise(choices), apart, strict=True):
        row, came = [], []
        for form, own in here:
            options = [
                score + odds("" if parted else previous, form)
                for score, (previous, _) in zip(scores, before, strict=True)
            ]
            at = max(range(len(options)), key=options.__getitem__)
            row.append(options[at] + own)
            came.append(at)
        scores, back = row, [*back, came]
    at = max(range(len(scores)), key=scores.__getitem__)
    path = [at]
    for came in reversed(back):
        at = came[at]
        path.append(at)
    return [options[i][0] for options, i in zip(choices, reversed(path), strict=True)]
