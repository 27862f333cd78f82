"""The embedded engine: rank_bm25's scores from postings, for five passages or a million.

A question reads only the postings of its own terms and adds their impacts up. Three things keep it short:

- Selection starts from a threshold that is known beforehand. When ten passages reach an impact of 7 with one of the
  terms alone, the tenth best score is at least 7, and one pass finds the few passages that score so much.
- Rare terms come first. Once the terms that are left could not lift a passage over the threshold by themselves, only
  passages that already have enough are looked up in the rest (the idea of MaxScore, Turtle & Flood 1995).
- Every thread keeps one buffer of scores and clears what it used.

Added passages stand in a small segment of their own beside the main one, and weigh terms by the statistics of the main
one (terms new to it by all passages), so that scores compare and no score of an old passage moves. Building anew with
all passages brings the statistics up to date; `pending` tells how many wait for that.
"""

from __future__ import annotations

import json
import threading
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, ClassVar, NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from retrieval.errors import unreadable_index
from retrieval.ranking.engine import NOTHING, Ranked, best
from retrieval.ranking.segment import DEPTHS, Impact, Segment

_ADDED = "added.json"
# Costs, in postings added: of looking one passage up in a list, of trying whether few passages can still be among the
# best, and of every posting touched before that. The trial comes when the terms that were read could have brought so
# many times what is left. Measured with tests/benchmarks/bench_ranking.py; they change the time and never the result.
_LOOKUP_COST = 16
_TRIAL_COST = 15_000
_TOUCH_COST = 4
_AHEAD = 2.0
# Short lists are added together up to so many postings: a call costs as much as some hundred of them.
_TOGETHER = 4_000
# Buffers that a thread keeps: one for each segment, and some to spare while passages are added.
_BUFFERS = 4
# Sums are rounded in the order in which terms are added: bounds are lowered by this part before they exclude a passage.
_SLACK = 1e-9


class _Weighed(NamedTuple):
    """The postings of one term of a question, times the times it was asked for."""

    ids: NDArray[np.int32]
    impacts: NDArray[Any]
    weight: int
    highest: float


class PostingsEngine:
    """BM25 from postings, with the scores of `rank_bm25.BM25Plus` to 1e-9: impacts have 8 bytes."""

    _impact: ClassVar[type[Impact]] = np.float64

    def __init__(self, main: Segment, added: Sequence[Sequence[str]] = ()) -> None:
        self._added = tuple(tuple(passage) for passage in added)
        self._segments = self._with_added(main)
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
            self._segments[0].save(folder)
            partial = folder / (_ADDED + ".partial")
            partial.write_text(json.dumps({"passages": self._added}, ensure_ascii=False), "utf-8")
            partial.replace(folder / _ADDED)

    def add(self, passages: Iterable[Sequence[str]]) -> None:
        """Add passages after those there are; questions in other threads go on and see all of them or none."""
        with self._adding:
            self._added += tuple(tuple(passage) for passage in passages)
            self._segments = self._with_added(self._segments[0])

    @property
    def pending(self) -> int:
        """The number of passages that were added since the engine was built."""
        return len(self._added)

    @property
    def nbytes(self) -> int:
        """The bytes of all postings and terms."""
        return sum(segment.nbytes for segment in self._segments)

    def top(self, query: Sequence[str], k: int) -> Ranked:
        """Return at most `k` passages that have a term of `query`, best first, ties in passage order."""
        segments = self._segments
        if k <= 0 or not query:
            return NOTHING
        asked = Counter(query)
        found = [self._top(segment, asked, k) for segment in segments]
        if len(found) == 1:
            return found[0]
        ids = np.concatenate([found[0].ids, found[1].ids + segments[0].size])
        scores = np.concatenate([ranked.scores for ranked in found])
        # Ties fall in passage order of themselves: both lists have it, and added passages come last.
        return best(ids, scores, k)

    def _top(self, segment: Segment, asked: Counter[str], k: int) -> Ranked:
        terms, bound = _weighed(segment, asked, k)
        if not terms:
            return NOTHING
        # Sums beyond 4 bytes take a question of hundreds of words: float64 has room for them.
        narrow = segment.impacts.dtype == np.uint32 and sum(term.highest for term in terms) < 2**32
        key = (segment.size, narrow)
        kept: dict[Any, NDArray[Any]] = self._buffers.__dict__
        # The buffer is away while in use: after an error a half-used one is not found again.
        buffer = kept.pop(key, None)
        if buffer is None:
            buffer = np.zeros(segment.size, np.uint32 if narrow else np.float64)
        ids, scores, used = _scored(terms, buffer, bound, k)
        _clear(buffer, used)
        if len(kept) >= _BUFFERS:
            kept.clear()  # they are of segments that were replaced
        kept[key] = buffer
        return best(ids, scores * segment.unit, k)

    def __len__(self) -> int:
        """Return the number of passages."""
        return sum(segment.size for segment in self._segments)

    def _with_added(self, main: Segment) -> tuple[Segment, ...]:
        if not self._added:
            return (main,)
        return (main, Segment.build(self._added, self._impact, main))


class CompactPostingsEngine(PostingsEngine):
    """The same with impacts of 4 bytes: two thirds of the size, faster, scores to 1e-5."""

    _impact = np.uint32


def _weighed(segment: Segment, asked: Counter[str], k: int) -> tuple[list[_Weighed], float]:
    """Return the postings of the terms, the shortest first, and a score that `k` passages reach for sure."""
    depth = next((place for place, depth in enumerate(DEPTHS) if depth >= k), None)
    found = [
        (row, weight) for row, weight in zip(segment.vocabulary.rows(asked), asked.values(), strict=True) if row >= 0
    ]
    rows = np.array([row for row, _ in found], np.int64)
    begins, ends = segment.offsets[rows].tolist(), segment.offsets[rows + 1].tolist()
    highest = segment.highest[rows].tolist()
    terms = [
        _Weighed(segment.ids[begin:end], segment.impacts[begin:end], weight, float(weight * most))
        for (_, weight), begin, end, most in zip(found, begins, ends, highest, strict=True)
    ]
    bound = 0.0
    if depth is not None and found:
        reached = segment.reached[depth, rows].tolist()
        bound = max(float(weight * score) for (_, weight), score in zip(found, reached, strict=True))
    terms.sort(key=lambda term: len(term.ids))
    return terms, bound


def _scored(
    terms: list[_Weighed], buffer: NDArray[Any], bound: float, k: int
) -> tuple[NDArray[np.int64], NDArray[Any], list[_Weighed]]:
    """Return passages among which the `k` best are, their scores, and the terms that went through `buffer`."""
    done, left = 0.0, sum(term.highest for term in terms)
    tried = False
    waiting: list[_Weighed] = []
    added = 0
    read, unread = 0, sum(len(term.ids) for term in terms)
    for place, term in enumerate(terms):
        # Once what is left cannot make a passage by itself, go on with those that have enough already, if they are few.
        # How much is enough shows in a first trial; another is of use only when less than that is left.
        if (left < bound or (not tried and done > _AHEAD * left)) and unread > _TRIAL_COST + _TOUCH_COST * read:
            tried = True
            _add(buffer, waiting)
            added, waiting = read, []
            candidates, bound = _candidates(terms[:place], buffer, bound, left, k)
            if candidates is not None and len(candidates) * (len(terms) - place) * _LOOKUP_COST < unread:
                return (*_looked_up(terms[place:], candidates, buffer[candidates], bound, k), terms[:place])
        waiting.append(term)
        if read + len(term.ids) - added > _TOGETHER:
            _add(buffer, waiting)
            added = read + len(term.ids)
            waiting = []
        done += term.highest
        left -= term.highest
        read += len(term.ids)
        unread -= len(term.ids)
    _add(buffer, waiting)
    ids = np.flatnonzero(buffer >= _floor(bound, buffer)) if bound > 0 else np.flatnonzero(buffer)
    return ids, buffer[ids], terms


def _add(buffer: NDArray[Any], terms: list[_Weighed]) -> None:
    """Add the impacts of `terms` to the scores, term after term."""
    if len(terms) == 1:
        np.add.at(buffer, terms[0].ids, _times(terms[0].impacts, terms[0].weight, buffer))
    elif terms:
        impacts = np.concatenate([_times(term.impacts, term.weight, buffer) for term in terms])
        np.add.at(buffer, np.concatenate([term.ids for term in terms]), impacts)


def _candidates(
    terms: list[_Weighed], buffer: NDArray[Any], bound: float, left: float, k: int
) -> tuple[NDArray[np.int64] | None, float]:
    """Return the passages that can still be among the best and a better bound; no passages if that excludes none."""
    touched = np.concatenate([term.ids for term in terms])
    scores = buffer[touched]
    # A passage stands here once for each of its terms, so at least `k` passages reach the score that `k` times as many
    # places as there are terms reach. It is nearly the k-th best: the best passages have most of the terms.
    places = k * len(terms)
    above = scores[scores > _floor(bound, buffer)]
    if len(above) >= places:
        bound = max(bound, _kth(above, places))
    least = _floor(bound - left, buffer)
    if least <= 0:
        return None, bound
    ids = np.sort(touched[scores >= least])
    return ids[np.diff(ids, prepend=-1) > 0].astype(np.int64), bound


def _looked_up(
    terms: list[_Weighed], ids: NDArray[np.int64], scores: NDArray[Any], bound: float, k: int
) -> tuple[NDArray[np.int64], NDArray[Any]]:
    """Add the impacts of `terms` to the scores of the passages `ids`, dropping those that fall behind."""
    left = sum(term.highest for term in terms)
    for term in terms:
        if len(ids) > 4 * k:
            bound = max(bound, _kth(scores, k))
            keep = scores >= _floor(bound - left, scores)
            ids, scores = ids[keep], scores[keep]
        places = term.ids.searchsorted(ids.astype(np.int32))
        places[places == len(term.ids)] = 0
        scores += np.where(term.ids[places] == ids, _times(term.impacts[places], term.weight, scores), 0)
        left -= term.highest
    return ids, scores


def _times(impacts: NDArray[Any], weight: int, like: NDArray[Any]) -> NDArray[Any]:
    """Return the weighed impacts in the type of the scores that they are added to."""
    if weight == 1 and impacts.dtype == like.dtype:
        return impacts
    weighed: NDArray[Any] = np.multiply(impacts, weight, dtype=like.dtype)
    return weighed


def _floor(bound: float, like: NDArray[Any]) -> Any:
    """Return a bound in the type of the scores (comparing two types is slow), lowered against rounding."""
    return like.dtype.type(max(bound - abs(bound) * _SLACK, 0.0))


def _kth(scores: NDArray[Any], k: int) -> float:
    return float(np.partition(scores, len(scores) - k)[len(scores) - k])


def _clear(buffer: NDArray[Any], used: list[_Weighed]) -> None:
    if sum(len(term.ids) for term in used) * 4 > len(buffer):
        buffer.fill(0)
    else:
        for term in used:
            buffer[term.ids] = 0
