"""The likeliest row of words, one of several for each place: Viterbi (1967) over how likely each follows the last."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

Choice = tuple[str, float]  # a word, and what it is worth by itself (a logarithm; below zero, what it costs)


def likeliest(
    choices: Sequence[Sequence[Choice]], apart: Sequence[bool], odds: Callable[[str, str], float]
) -> list[str]:
    """Return one word of each of `choices`, none of which is empty; of equally likely ones the first.

    `odds` gives the logarithm of how likely a word follows another, "" for none; `apart` tells of each place but the
    first whether its word follows none.
    """
    if not choices:
        return []
    scores = [own + odds("", word) for word, own in choices[0]]
    back: list[list[int]] = []
    for (before, here), parted in zip(pairwise(choices), apart, strict=True):
        row, came = [], []
        for word, own in here:
            options = [
                score + odds("" if parted else previous, word)
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
