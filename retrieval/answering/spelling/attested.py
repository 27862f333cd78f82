"""What the whole library has of the words typed, where the corrector was made from a part of the reports.

Of thousands of reports a few hundred tell which words are usual, but not which there are: a rare name or a compound
of the reports that were not read would be taken for a slip. So the passage index is asked for the words of a question:
those that it has are words, and those that stand there side by side belong together.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from itertools import pairwise

from retrieval.answering.asking.phrases import Pair
from retrieval.answering.spelling.odds import FEW_IN_REPORTS, REPORTS
from retrieval.answering.spelling.tokens import WORD
from retrieval.language.normalize import fold

# In how many passages of the library each of some terms stands, of the accented and of the folded field (see
# `ranking.terms`).
Counts = Callable[[Sequence[str], Sequence[str]], tuple[Sequence[int], Sequence[int]]]
_LONGEST = 4  # syllables of a compound that the index may have as one word


def nothing_counted(accented: Sequence[str], folded: Sequence[str]) -> tuple[Sequence[int], Sequence[int]]:
    """Return that no passage has any of the terms: of a library that was read whole nothing more is to be learned."""
    return [0] * len(accented), [0] * len(folded)


class Attested:
    """The words of one question, and its pairs of neighbours, that the passages of a library have."""

    def __init__(self, text: str, counts: Counts) -> None:
        """Take a question in reading form, and what counts terms in the library."""
        low = [word.lower() for word in WORD.findall(text)]
        bare = [fold(word) for word in low]
        compounds = {
            "_".join(low[i : i + length]): range(i, i + length - 1)
            for length in range(2, _LONGEST + 1)
            for i in range(len(low) - length + 1)
        }
        accented = list(dict.fromkeys((*low, *compounds)))
        folded = list(dict.fromkeys((*bare, *(f"{a} {b}" for a, b in pairwise(bare)))))
        in_accented, in_folded = counts(accented, folded)
        self._accented: dict[str, int] = dict(zip(accented, in_accented, strict=True))
        self._folded: dict[str, int] = dict(zip(folded, in_folded, strict=True))
        self._together: dict[Pair, int] = {}
        for compound, places in compounds.items():
            if found := self._accented[compound]:
                for i in places:
                    pair = low[i], low[i + 1]
                    self._together[pair] = max(found, self._together.get(pair, 0))

    def has(self, word: str, *, bare: bool) -> bool:
        """Tell whether a word of the question (lower case) stands in the library: as typed, or as bare letters."""
        return (self._folded if bare else self._accented).get(word, 0) > 0

    def log(self, before: str, word: str, *, bare: bool) -> float:
        """Return the logarithm of how likely `word` follows `before` by the library; minus infinity for never.

        With their marks two words are known to stand together where the index has them as one word ("đen_đúa"), or
        with those letters side by side while other marks of theirs are rarer.
        """
        if bare:
            together, alone = self._folded.get(f"{before} {word}", 0), self._folded.get(before, 0)
        else:
            together, alone = self._together.get((before, word), 0), self._accented.get(before, 0)
            letters = fold(before), fold(word)
            if not together and all(self._is_usual_form(w, b) for w, b in zip((before, word), letters, strict=True)):
                together = self._folded.get(" ".join(letters), 0)
        return math.log(REPORTS * together / (alone + FEW_IN_REPORTS)) if together else -math.inf

    def _is_usual_form(self, word: str, letters: str) -> bool:
        """Tell whether most passages with these bare letters have them with just these marks."""
        return self._folded.get(letters, 0) < 2 * self._accented.get(word, 0)
