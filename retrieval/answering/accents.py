"""The accents that a question typed without them most likely stands for, by the reports and the words of questions.

The forms of all words are chosen together: the sequence whose neighbouring pairs are the most usual (Viterbi 1967).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from retrieval.language.weights import rarity

_WORD = re.compile(r"[^\W\d_]+")
# What a step of `weights.rarity` (natural logarithm) counts beside a pair, and a word of the reports beside none.
_COMMON, _OF_REPORTS = 0.35, 0.3
# Words that ask stand before any noun ("mấy nước"), in questions and hardly in reports.
_ASKING = {"mấy": 3.0, "nào": 2.0, "gì": 2.0, "ai": 1.0, "nhiêu": 3.0, "tới": 2.0, "có": 1.0, "cùng": 1.0, "do": 1.0}


def restored(
    text: str,
    forms: Callable[[str], Mapping[str, int]],
    pair: Callable[[str, str], float],
) -> str:
    """Return `text` (bare letters) with accents; words and names that have no other form stay as they are.

    `forms` gives the forms of a bare syllable in lower case, with their counts; `pair` how usual two forms are side by
    side, 0 for never.
    """
    matches = list(_WORD.finditer(text))
    choices = [_choices(match.group(), forms) for match in matches]
    chosen = _best(choices, pair) if matches else []
    pieces, done = [], 0
    for match, form in zip(matches, chosen, strict=True):
        written = match.group()
        pieces += [text[done : match.start()], form[:1].upper() + form[1:] if written[0].isupper() else form]
        done = match.end()
    return "".join((*pieces, text[done:]))


def _choices(written: str, forms: Callable[[str], Mapping[str, int]]) -> list[tuple[str, float]]:
    low = written.lower()
    if len(written) > 1 and written.isupper():
        return [(written, 0.0)]
    known = forms(low) or {low: 0}
    return [
        (form, _ASKING.get(form, 0.0) + _OF_REPORTS * min(count, 10) ** 0.5 - _COMMON * rarity(form))
        for form, count in known.items()
    ]


def _best(choices: Sequence[Sequence[tuple[str, float]]], pair: Callable[[str, str], float]) -> list[str]:
    scores = [own for _, own in choices[0]]
    back: list[list[int]] = []
    for before, here in pairwise(choices):
        row, came = [], []
        for form, own in here:
            options = [score + pair(previous, form) for score, (previous, _) in zip(scores, before, strict=True)]
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
