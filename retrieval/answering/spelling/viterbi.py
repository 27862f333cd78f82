"""The likeliest row of words, one of several for each place, by what each follows (Viterbi 1967)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

Choice = tuple[str, float]  # a word, and what it is worth by itself (a logarithm; below zero, what it costs)
# Of what may stand before a place as many pairs are followed further, the likeliest (a beam, Lowerre 1976).
_BEAM = 8


def likeliest(
    choices: Sequence[Sequence[Choice]], after: Callable[[str, str], Callable[[str], float]], beam: int = _BEAM
) -> list[str]:
    """Return one word of each of `choices`, none of which is empty; of equally likely ones the first.

    `after` gives for two words side by side the logarithm of how likely another follows them, "" for none.
    """
    ends: dict[tuple[str, str], float] = {("", ""): 0.0}
    steps: list[dict[tuple[str, str], tuple[str, str]]] = []
    for place in choices:
        best: dict[tuple[str, str], float] = {}
        came: dict[tuple[str, str], tuple[str, str]] = {}
        for pair, score in sorted(ends.items(), key=lambda end: -end[1])[:beam]:
            before, odds = pair[1], after(*pair)
            for word, own in place:
                worth, end = score + own + odds(word), (before, word)
                if end not in best or worth > best[end]:
                    best[end], came[end] = worth, pair
        ends = best
        steps.append(came)
    end = max(ends, key=ends.__getitem__)
    words = []
    for came in reversed(steps):
        words.append(end[1])
        end = came[end]
    return words[::-1]
