"""What every ranking engine keeps, so that one can stand for another.

An engine is built from passages that are lists of terms and knows them by their place in that list. Its scores are
BM25 (Robertson & Zaragoza 2009) as the class `BM25Plus` of the package rank-bm25 computes them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol, Self

import numpy as np
from numpy.typing import NDArray

from retrieval.errors import LibraryError

# Term frequency saturation and length normalisation. Passages of one sentence stand beside long ones, and the package's
# 1.5 and 0.75 favour the short too much; tests/benchmarks/xquad.py measures these and others.
K1 = 0.9
B = 0.5
# rank_bm25 adds `delta` for every passage, with the term or without it: it changes no order, and at 0 a passage that
# has none of the terms scores 0. The idf of BM25Plus, log((N + 1) / n), is above zero however common the term, which
# that of BM25Okapi is not: in five reports on one subject nearly every word stands in most passages.
DELTA = 0.0


class Ranked(NamedTuple):
    """The best passages: `ids` (int64) and `scores` (float64), by falling score, equal scores in passage order."""

    ids: NDArray[np.int64]
    scores: NDArray[np.float64]


class UnreachableError(LibraryError):
    """The passages are on other machines, and these do not answer: trying at once again is of no use."""


class Engine(Protocol):
    """Ranks passages for a question. Building is not thread-safe, `top` is."""

    @classmethod
    def build(cls, passages: Iterable[Sequence[str]]) -> Self:
        """Return an engine over passages given as lists of terms; none at all, or empty ones, are fine."""

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Return the engine that `save` wrote; LibraryError when the folder does not hold one."""

    def save(self, folder: Path) -> None:
        """Write the engine into `folder`, which is made if need be."""

    def top(self, query: Sequence[str], k: int) -> Ranked:
        """Return at most `k` passages that have a term of `query`, best first, ties in passage order.

        A term that occurs twice in the query counts twice. An empty query gives nothing.
        """

    def top_with(self, query: Sequence[str], other: Self, other_query: Sequence[str], k: int) -> Ranked:
        """Return the `k` best by the sum of two scores: for `query` here, and for `other_query` in `other`.

        `other` has the same passages by other terms.
        """

    def counts(self, terms: Sequence[str]) -> list[int]:
        """Return for each of `terms` the number of passages that have it."""

    def __len__(self) -> int:
        """Return the number of passages."""


class GrowingEngine(Engine, Protocol):
    """An engine that takes in passages after it was built. They move no score of those there are."""

    def add(self, passages: Iterable[Sequence[str]]) -> None:
        """Add passages after those there are; questions in other threads go on and see all of them or none."""

    @property
    def pending(self) -> int:
        """The number of passages that were added since the engine was built."""


def best(ids: NDArray[np.int64], scores: NDArray[np.float64], k: int) -> Ranked:
    """Return the `k` best of passages whose scores are known; `ids` must rise, so that a stable sort orders ties."""
    if 0 < k < len(scores) // 4:
        kept = scores >= np.partition(scores, len(scores) - k)[len(scores) - k]
        ids, scores = ids[kept], scores[kept]
    order = np.argsort(-scores, kind="stable")[: max(k, 0)]
    return Ranked(ids[order], scores[order])


def sum_of(found: Sequence[Ranked], k: int) -> Ranked:
    """Return the `k` best by the sum of their scores; a passage that a list does not hold adds nothing there."""
    ids, places = np.unique(np.concatenate([ranked.ids for ranked in found]), return_inverse=True)
    scores = np.zeros(len(ids))
    np.add.at(scores, places, np.concatenate([ranked.scores for ranked in found]))
    return best(ids, scores, k)


NOTHING = Ranked(np.empty(0, np.int64), np.empty(0, np.float64))
