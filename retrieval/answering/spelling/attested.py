"""What the whole library has of the words typed, where the corrector was made from a part of the reports.

Of thousands of reports a few hundred tell which words are usual, but not which there are: a rare name or a compound
of the reports that were not read would be taken for a slip. So the passage index is asked for the words of a question:
those that it has are words, and those that stand there side by side belong together.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from retrieval.answering.asking.phrases import Pair
from retrieval.answering.spelling.odds import FEW_IN_REPORTS, REPORTS
from retrieval.answering.spelling.tokens import WORD
from retrieval.language.normalize import fold

# In how many passages of the library each of some terms stands, of the accented and of the folded field (see
# `ranking.terms`).
Counts = Callable[[Sequence[str], Sequence[str]], tuple[Sequence[int], Sequence[int]]]


def nothing_counted(accented: Sequence[str], folded: Sequence[str]) -> tuple[Sequence[int], Sequence[int]]:
    """Return that no passage has any of the terms: of a library that was read whole nothing more is to be learned."""
    return [0] * len(accented), [0] * len(folded)


class Attested:
    """The words of one question, and its pairs of neighbours, that the passages of a library have."""

    def __init__(self, text: str, counts: Counts) -> None:
        """Take a question in reading form, and what counts terms in the library."""
        self._low = low = [word.lower() for word in WORD.findall(text)]
        self._bare = bare = [fold(word) for word in low]
        compounds = {f"{a}_{b}": (a, b) for a, b in pairwise(low)}
        accented = list(dict.fromkeys((*low, *compounds)))
        folded = list(dict.fromkeys((*bare, *(f"{a} {b}" for a, b in pairwise(bare)))))
        in_accented, in_folded = counts(accented, folded)
        self._accented: dict[str, int] = dict(zip(accented, in_accented, strict=True))
        self._folded: dict[str, int] = dict(zip(folded, in_folded, strict=True))
        self._together = {pair: found for word, pair in compounds.items() if (found := self._accented[word])}

    def has(self, word: str, *, bare: bool) -> bool:
        """Tell whether a word of the question (lower case) stands in the library: as typed, or as bare letters."""
        return (self._folded if bare else self._accented).get(word, 0) > 0

    def pairs(self, *, bare: bool) -> Mapping[Pair, float]:
        """Return those neighbours of the question that the library has, with the logarithm of how likely they are.

        With their marks two words are known to stand together where the index has them as one word ("đen_đúa"), or
        with those letters side by side while other marks of theirs are rarer.
        """
        found: dict[Pair, float] = {}
        for (before, word), letters in zip(pairwise(self._low), pairwise(self._bare), strict=True):
            together = self._folded.get(" ".join(letters), 0)
            if not together:
                continue
            if bare:
                found[letters] = math.log(REPORTS * together / (self._folded[letters[0]] + FEW_IN_REPORTS))
                continue
            if (as_word := self._together.get((before, word), 0)) or (
                self._is_usual_form(before, letters[0]) and self._is_usual_form(word, letters[1])
            ):
                alone = self._accented[before]
                found[before, word] = math.log(REPORTS * (as_word or together) / (alone + FEW_IN_REPORTS))
        return found

    def _is_usual_form(self, word: str, letters: str) -> bool:
        """Tell whether most passages with these bare letters have them with just these marks."""
        return self._folded.get(letters, 0) < 2 * self._accented.get(word, 0)
