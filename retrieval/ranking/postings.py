"""The embedded engine: rank_bm25's scores from postings, for five passages or a million.

A question reads only the postings of its own terms and adds their impacts up, in a buffer of scores that every thread
keeps and clears after use. The best are then selected in one pass, from a bound that is known to be reached: the tenth
best of the passages with a rare term is nearly the tenth best of all. (Skipping lists by MaxScore, Turtle & Flood 1995,
was measured: a fifth less at the median of a million passages, half as much again at the 95th percentile, slower from
30 results on.)

Added passages stand in a small segment of their own beside the main one, and weigh terms by the statistics of the main
one (terms new to it by all passages), so that scores compare and no score of an old passage moves. Building anew with
all passages brings the statistics up to date; `pending` tells how many wait for that.
"""

from __future__ import annotations

import json
import threading
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter
from pathlib import Path
from typing import Any, ClassVar, NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from retrieval.errors import unreadable_index
from retrieval.ranking.engine import NOTHING, Ranked, best, sum_of
from retrieval.ranking.segment import Impact, Segment

_ADDED = "added.json"
# The k-th best in a list with so many times k passages is a bound worth its time.
_ENOUGH = 16
# Sums of float64 are rounded in the order of adding: bounds are lowered by this part before they exclude a passage.
_SLACK = 1e-9
# Buffers that a thread keeps: one for each segment, and some to spare while passages are added.
_BUFFERS = 4
# Terms of questions whose postings are remembered: as many as people use in years.
_REMEMBERED = 1 << 14


class _Posted(NamedTuple):
    """The postings of one term, their number and the greatest impact."""

    size: int
    ids: NDArray[np.int32]
    impacts: NDArray[Any]
    highest: float


class _Weighed(NamedTuple):
    """The postings of one term of a question, times the times it was asked for; `highest` is multiplied already."""

    posted: _Posted
    weight: int
    highest: float


class _Reader:
    """A segment by terms. The words of questions come again and again: where they stand is remembered."""

    def __init__(self, segment: Segment) -> None:
        self.segment = segment
        self._vocabulary = segment.vocabulary
        self._known: dict[str, _Posted | None] = {}

    def weighed(self, asked: Mapping[str, int], unit: float) -> list[_Weighed]:
        """Return the postings of terms with their weights, in steps of `unit`.

        Those of the segment are a multiple of it: all are powers of two.
        """
        times = int(self.segment.unit / unit)
        return [
            _Weighed(posted, count * times, count * times * posted.highest)
            for posted, count in zip(self._posted(asked), asked.values(), strict=True)
            if posted is not None
        ]

    def counts(self, terms: Iterable[str]) -> list[int]:
        """Return for each of `terms` the number of passages that have it."""
        return [posted.size if posted is not None else 0 for posted in self._posted(terms)]

    def _posted(self, terms: Iterable[str]) -> list[_Posted | None]:
        known = self._known  # other threads may replace it
        unknown = [term for term in terms if term not in known]
        if unknown:
            if len(known) > _REMEMBERED:
                known = self._known = {}
                unknown = list(terms)
            for term, row in zip(unknown, self._vocabulary.rows(unknown), strict=True):
                known[term] = self._read(row) if row >= 0 else None
        return [known[term] for term in terms]

    def _read(self, row: int) -> _Posted:
        segment = self.segment
        begin, end = segment.offsets.item(row), segment.offsets.item(row + 1)
        ids, impacts = segment.ids[begin:end], segment.impacts[begin:end]
        return _Posted(end - begin, ids, impacts, segment.highest.item(row))


class PostingsEngine:
    """BM25 from postings, with the scores of `rank_bm25.BM25Plus` to 1e-9: impacts have 8 bytes."""

    _impact: ClassVar[type[Impact]] = np.float64

    def __init__(self, main: Segment, added: Sequence[Sequence[str]] = ()) -> None:
        self._added = tuple(tuple(passage) for passage in added)
        self._readers = self._with_added(_Reader(main))
        self._adding = threading.Lock()
        self._buffers = threading.local()

    @classmethod
    def build(cls, passages: Iterable[Sequence[str]]) -> Self:
        """Return an engine over passages given as lists of terms; none at all, or empty ones, are fine."""
        return cls(Segment.build(passages, cls._impact))

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Return the engine that `save` wrote, mapped into memory; LibraryError when the folder does not hold one."""
        try:
            added = json.loads((folder / _ADDED).read_text("utf-8"))["passages"]
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise unreadable_index(folder) from error
        return cls(Segment.open(folder), added)

    def save(self, folder: Path) -> None:
        """Write the engine into `folder`, which is made if need be."""
        with self._adding:
            self._readers[0].segment.save(folder)
            partial = folder / (_ADDED + ".partial")
            partial.write_text(json.dumps({"passages": self._added}, ensure_ascii=False), "utf-8")
            partial.replace(folder / _ADDED)

    def add(self, passages: Iterable[Sequence[str]]) -> None:
        """Add passages after those there are; questions in other threads go on and see all of them or none."""
        with self._adding:
            self._added += tuple(tuple(passage) for passage in passages)
            self._readers = self._with_added(self._readers[0])

    @property
    def pending(self) -> int:
        """The number of passages that were added since the engine was built."""
        return len(self._added)

    @property
    def nbytes(self) -> int:
        """The bytes of all postings and terms."""
        return sum(reader.segment.nbytes for reader in self._readers)

    def top(self, query: Sequence[str], k: int) -> Ranked:
        """Return at most `k` passages that have a term of `query`, best first, ties in passage order."""
        return self._top([(self._readers, query)], k)

    def top_with(self, query: Sequence[str], other: Self, other_query: Sequence[str], k: int) -> Ranked:
        """Return the `k` best by the sum of two scores: for `query` here, and for `other_query` in `other`."""
        mine, others = self._readers, other._readers
        # One buffer takes both in, but for the moment in which only one has the passages added last.
        if [reader.segment.size for reader in mine] != [reader.segment.size for reader in others]:
            return sum_of([self.top(query, len(self)), other.top(other_query, len(other))], k)
        return self._top([(mine, query), (others, other_query)], k)

    def counts(self, terms: Sequence[str]) -> list[int]:
        """Return for each of `terms` the number of passages that have it."""
        return [sum(found) for found in zip(*(reader.counts(terms) for reader in self._readers), strict=True)]

    def _top(self, parts: Sequence[tuple[tuple[_Reader, ...], Sequence[str]]], k: int) -> Ranked:
        asked = [(readers, Counter(query)) for readers, query in parts if query]
        if k <= 0 or not asked:
            return NOTHING
        segments = [reader.segment for reader in parts[0][0]]
        found = [
            self._best(segment, [(readers[place], terms) for readers, terms in asked], k)
            for place, segment in enumerate(segments)
        ]
        if len(found) == 1:
            return found[0]
        ids = np.concatenate([found[0].ids, found[1].ids + segments[0].size])
        scores = np.concatenate([ranked.scores for ranked in found])
        # Ties fall in passage order of themselves: both lists have it, and added passages come last.
        return best(ids, scores, k)

    def _best(self, segment: Segment, asked: Sequence[tuple[_Reader, Mapping[str, int]]], k: int) -> Ranked:
        unit = min(reader.segment.unit for reader, _ in asked)
        terms = [term for reader, wanted in asked for term in reader.weighed(wanted, unit)]
        if not terms:
            return NOTHING
        # Sums beyond 4 bytes take a question of hundreds of words: float64 has room for them.
        narrow = segment.impacts.dtype == np.uint32 and sum([term.highest for term in terms]) < 2**32
        key = (segment.size, narrow)
        kept: dict[Any, NDArray[Any]] = self._buffers.__dict__
        # The buffer is away while in use: after an error a half-used one is not found again.
        buffer = kept.pop(key, None)
        if buffer is None:
            buffer = np.zeros(segment.size, np.uint32 if narrow else np.float64)
        ids, scores = _summed(terms, buffer, k)
        if len(kept) >= _BUFFERS:
            kept.clear()  # they are of segments that were replaced
        kept[key] = buffer
        return best(ids, scores * unit, k)

    def __len__(self) -> int:
        """Return the number of passages."""
        return sum(reader.segment.size for reader in self._readers)

    def _with_added(self, main: _Reader) -> tuple[_Reader, ...]:
        if not self._added:
            return (main,)
        return (main, _Reader(Segment.build(self._added, self._impact, main.segment)))


class CompactPostingsEngine(PostingsEngine):
    """The same with impacts of 4 bytes: two thirds of the size, faster, scores to 1e-5."""

    _impact = np.uint32


def _summed(terms: Sequence[_Weighed], buffer: NDArray[Any], k: int) -> tuple[NDArray[np.int64], NDArray[Any]]:
    """Return passages (rising) among which the `k` best are, with their scores.

    `buffer` has a zero for every passage, and has them again afterwards.
    """
    lists = sorted((term.posted for term in terms), key=_SIZE)
    for posted, weight, _ in terms:
        impacts = posted.impacts
        if weight != 1 or impacts.dtype != buffer.dtype:
            impacts = np.multiply(impacts, weight, dtype=buffer.dtype)
        np.add.at(buffer, posted.ids.astype(np.intp), impacts)  # which takes other integers piece by piece
    bound = 0.0
    rare = next((posted for posted in lists if posted.size >= _ENOUGH * k), None)
    if rare is not None:
        scores = buffer[rare.ids]
        bound = float(np.partition(scores, len(scores) - k)[len(scores) - k])
    # Comparing two types is slow; and a step is the least that a passage with a term has.
    least = buffer.dtype.type(max(bound - bound * _SLACK, 1.0 if buffer.dtype == np.uint32 else 0.0))
    ids = np.flatnonzero(buffer >= least) if bound > 0 else np.flatnonzero(buffer)
    scores = buffer[ids]
    if sum([posted.size for posted in lists]) * 4 > len(buffer):
        buffer.fill(0)
    else:
        for posted in lists:
            buffer[posted.ids] = 0
    return ids, scores


_SIZE = attrgetter("size")
