"""How likely a syllable follows two others in a question about given documents.

To the mixture of `odds` come the pairs and triples of the questions that were counted (`language.pairs`), and those of
the documents that the question seems to be about. How much a syllable's own frequency counts depends on what it follows
(after Katz 1987): what rarely stands after a word that nearly always has one of a few others behind it ("lực") is
less likely than after one that may stand before anything ("lúc").
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from math import exp, log
from typing import NamedTuple

from retrieval.answering.spelling.odds import Counts, Odds
from retrieval.language.normalize import fold
from retrieval.language.pairs import PIECE, question_rows, row

# The shares of the sources, each with the number of times that a syllable must be seen for its pairs to tell much.
_REPORTS, _NEWS, _PHRASES, _QUESTIONS = (0.15, 2.0), (0.15, 60.0), (0.1, 1.0), (0.15, 5.0)
_QUESTION_TRIPLES, _TOLD, _TOLD_TRIPLES = (0.2, 2.0), (0.15, 2.0), (0.2, 1.0)
_ALONE, _LEAST_ALONE, _ALONE_TOLD = 0.4, 0.01, 0.1


class Told(NamedTuple):
    """The syllables, figures and signs of a document one after another (lower case), and their bare letters."""

    pieces: Sequence[str]
    letters: Sequence[str]

    @classmethod
    def of(cls, texts: Iterable[str], folded: Iterable[str]) -> Told:
        """Return what some texts in reading form tell; `folded` are the same in bare letters."""
        told, letters = (PIECE.findall("\n".join(lines).lower()) for lines in (texts, folded))
        # A loose mark is a sign, and gone from the bare letters.
        return cls(told, letters if len(letters) == len(told) else list(map(fold, told)))


class Around:
    """What stands side by side in a few documents, of the syllables that have the letters of a question."""

    def __init__(self, told: Iterable[Told], letters: Collection[str]) -> None:
        """Count the syllables of `told` whose letters are among `letters`."""
        self.alone: Counter[str] = Counter()
        self.after: dict[str, Counter[str]] = defaultdict(Counter)
        self.forms: dict[str, set[str]] = defaultdict(set)
        for document in told:
            older = before = ""
            for piece, bare in zip(*document, strict=True):
                if bare not in letters:
                    older = before = ""
                    continue
                self.alone[piece] += 1
                self.forms[bare].add(piece)
                if before:
                    self.after[before][piece] += 1
                    if older:
                        self.after[f"{older} {before}"][piece] += 1
                older, before = before, piece
        self.total = 1.0 + sum(self.alone.values())


class AskedOdds(Odds):
    """The likelihoods of what follows two syllables in a question; made once for a library."""

    def following(self, around: Around) -> Callable[[str, str], Callable[[str], float]]:
        """Return what gives, for two pieces, the logarithm of how likely another follows them."""

        shares: dict[str, float] = {}

        def after(older: str, before: str) -> Callable[[str], float]:
            mixed, pair = self.after(before), f"{older} {before}"
            if (alone := shares.get(before)) is None:
                alone = shares[before] = self._share(before) * _ALONE_TOLD / around.total
            found: list[tuple[Mapping[str, int], float]] = []
            if asked := _asked(pair):
                found.append((asked, _QUESTION_TRIPLES[0] / (_asked(older)[before] + _QUESTION_TRIPLES[1])))
            if follows := around.after.get(before):
                found.append((follows, _TOLD[0] / (around.alone[before] + _TOLD[1])))
                if follows := around.after.get(pair):
                    found.append((follows, _TOLD_TRIPLES[0] / (around.after[older][before] + _TOLD_TRIPLES[1])))

            def odds(word: str) -> float:
                told = around.alone[word] * alone
                for follows, part in found:
                    if word in follows:
                        told += part * follows[word]
                return log(exp(mixed[word]) + told) if told else mixed[word]

            return odds

        return after

    def _sources(self) -> Iterable[tuple[float, Mapping[str, float], float]]:
        asked = _asked("")
        return (
            (0.2, self._reports.alone, self._reports.total + 1.0),
            (0.2, self._news.alone, self._news.total),
            (0.1, self._phrases.alone, self._phrases.total),
            (0.5, asked, float(sum(asked.values()))),
        )

    def _share(self, before: str) -> float:
        known, times = sum(self._news.pairs.get(before, {}).values()), _times(self._news, before)
        return max(_LEAST_ALONE, _ALONE * (times - known + 5.0) / (times + 10.0))

    def _parts(self, before: str) -> Iterator[tuple[Mapping[str, float], float, float]]:
        for (part, few), counts in ((_REPORTS, self._reports), (_NEWS, self._news)):
            if follows := counts.pairs.get(before):
                yield follows, part, _times(counts, before) + few
        if follows := self._phrases.pairs.get(before):
            yield follows, _PHRASES[0], len(follows) + _PHRASES[1]
        if asked := _asked(before):
            yield asked, _QUESTIONS[0], _asked("").get(before, 0) + _QUESTIONS[1]


def _times(counts: Counts, piece: str) -> float:
    """Return how often a piece was seen; signs and figures are not counted but for what follows them."""
    return counts.alone.get(piece) or sum(counts.pairs.get(piece, {}).values())


@cache
def _asked(before: str) -> dict[str, int]:
    """Return what follows in questions, with its counts."""
    cells = question_rows().get(before)
    return row(cells) if cells else {}
