"""How likely a syllable follows another in a question: by the reports, by news, and by the phrases of questions.

A mixture of relative frequencies (Jelinek and Mercer 1980) of neighbouring syllables, once with their marks and once
as bare letters. What is not a syllable of any of them is very unlikely, and never impossible.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from retrieval.answering.asking.phrases import Pair, phrases, tight_pairs, which_pairs
from retrieval.language.normalize import fold
from retrieval.language.pairs import news_pairs
from retrieval.language.weights import rarity, seen_forms

# The share of each source in the mixture, and how many times a syllable must be seen for its pairs to tell much.
REPORTS, _NEWS, _QUESTIONS, _ALONE = 0.35, 0.4, 0.15, 0.1
FEW_IN_REPORTS, _FEW_IN_NEWS = 4.0, 60.0
_NEWS_SYLLABLES = 10_500_000  # that `weights.rarity` was counted in
_UNSEEN = 1e-8


class Counts(NamedTuple):
    """How often syllables stand in a body of text, alone and side by side."""

    pairs: Mapping[str, Mapping[str, float]]
    alone: Mapping[str, float]
    total: float


class _Room:
    """How many likelihoods may still be remembered, of all rows together."""

    __slots__ = ("_left",)

    def __init__(self, left: int) -> None:
        self._left = left

    def taken(self) -> bool:
        """Take a place; tell whether there was one."""
        self._left -= 1
        return self._left >= 0


class _Row(dict[str, float]):
    """The logarithms of how likely words follow one word, each found when first asked for."""

    __slots__ = ("_alone", "_parts", "_room", "_share")

    def __init__(
        self, alone: _Alone, room: _Room, parts: tuple[tuple[Mapping[str, float], float, float], ...], share: float
    ) -> None:
        """Take the counts of what follows with their share of the mixture and what they are divided by.

        The last is the share of how likely words are by themselves.
        """
        self._alone = alone
        self._room = room
        self._parts = parts
        self._share = share

    def __missing__(self, word: str) -> float:
        total = self._share * (self._alone[word] + _UNSEEN)
        for row, part, among in self._parts:
            if word in row:  # most pairs were never seen
                total += part * row[word] / among
        found = math.log(total)
        if self._room.taken():
            self[word] = found
        return found

    def is_usual(self, word: str) -> bool:
        """Tell whether a word was seen right after this one."""
        for follows, _, _ in self._parts:  # noqa: SIM110  # asked of hundreds of words
            if word in follows:
                return True
        return False


class _Alone(dict[str, float]):
    """How likely a syllable is by itself."""

    def __init__(self, sources: Iterable[tuple[float, Mapping[str, float], float]]) -> None:
        self._sources = tuple(sources)

    def __missing__(self, word: str) -> float:
        found = sum([part * counts.get(word, 0.0) / total for part, counts, total in self._sources])
        if len(self) < _KEPT_ALONE:
            self[word] = found
        return found


# Syllables and pairs of them of which it is remembered how likely they are: those of questions come again and again.
_KEPT_ALONE, _KEPT_PAIRS = 1 << 16, 1 << 18


class Odds:
    """The likelihoods of neighbouring syllables; made once for a library, and never changed."""

    def __init__(self, reports: Counts, *, bare: bool = False) -> None:
        """Take the `counted` syllables of the reports and their neighbouring pairs; `bare` when without marks."""
        self._reports, self._news, self._phrases = reports, _news(bare=bare), _phrases(bare=bare)
        self._alone = _Alone(self._sources())
        self._rows: dict[str, _Row] = {}
        self._room = _Room(_KEPT_PAIRS)

    def log(self, before: str, word: str) -> float:
        """Return the natural logarithm of the likelihood that `word` follows `before` ("" for none)."""
        return self.after(before)[word]

    def after(self, before: str) -> _Row:
        """Return, by word, the natural logarithm of the likelihood that it follows `before` ("" for none)."""
        row = self._rows.get(before)
        if row is None:
            parts = tuple(self._parts(before)) if before else ()
            row = _Row(self._alone, self._room, parts, self._share(before))
            if len(self._rows) < _KEPT_ALONE:
                self._rows[before] = row
        return row

    def _sources(self) -> Iterable[tuple[float, Mapping[str, float], float]]:
        """Return the shares of the sources of how likely a syllable is by itself, its counts and their sum."""
        return (
            (0.4, self._reports.alone, self._reports.total + 1.0),
            (0.4, self._news.alone, self._news.total),
            (0.2, self._phrases.alone, self._phrases.total),
        )

    def _share(self, before: str) -> float:
        """Return the share of how likely words are by themselves, of all that may follow `before`."""
        return _ALONE if before else 1.0

    def _parts(self, before: str) -> Iterator[tuple[Mapping[str, float], float, float]]:
        for part, counts, few in ((REPORTS, self._reports, FEW_IN_REPORTS), (_NEWS, self._news, _FEW_IN_NEWS)):
            if row := counts.pairs.get(before):
                yield row, part, counts.alone.get(before, 0.0) + few
        if row := self._phrases.pairs.get(before):
            yield row, _QUESTIONS, len(row) + 1.0

    def is_usual(self, pair: Pair) -> bool:
        """Tell whether two syllables stand side by side in the reports, in news or in the phrases of questions."""
        before, word = pair
        return self.after(before).is_usual(word)


def counted(words: Iterable[tuple[str, float]], pairs: Iterable[tuple[Pair, float]], *, bare: bool = False) -> Counts:
    """Return the counts of syllables (lower case) and neighbouring pairs; `bare` counts all marks of one as one."""
    spelled = fold if bare else str
    alone: Counter[str] = Counter()
    rows: dict[str, Counter[str]] = defaultdict(Counter)
    for word, count in words:
        alone[spelled(word)] += count  # type: ignore[assignment]
    for (before, after), count in pairs:
        rows[spelled(before)][spelled(after)] += count  # type: ignore[assignment]
    return Counts(rows, alone, sum(alone.values()))


@cache
def _news(*, bare: bool) -> Counts:
    words = ((form, _NEWS_SYLLABLES / math.exp(rarity(form))) for form in seen_forms())
    pairs = (((before, after), count) for before, row in news_pairs().items() for after, count in row.items())
    return counted(words, pairs, bare=bare)._replace(total=_NEWS_SYLLABLES)


@cache
def _phrases(*, bare: bool) -> Counts:
    words, pairs = phrases()
    return counted(words.items(), ((pair, 1.0) for pair in pairs | tight_pairs() | which_pairs()), bare=bare)
