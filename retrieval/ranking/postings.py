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

from retrieval.errors import LibraryError
from retrieval.ranking.engine import NOTHING, Ranked, best
from retrieval.ranking.segment import DEPTHS, Segment

_ADDED = "added.json"
# Looking one passage up in a list of postings costs about as much as adding so many postings.
_LOOKUP_COST = 32
# Buffers that a thread keeps: one for each segment, and some to spare while passages are added.
_BUFFERS = 4
# Sums of 4-byte impacts err by less than this part: bounds are lowered by it before they exclude a passage.
_SLACK = 1e-5


class _Weighed(NamedTuple):
    """The postings of one term of a question, times the times it was asked for."""

    ids: NDArray[np.int32]
    impacts: NDArray[Any]
    weight: int
    highest: float


class PostingsEngine:
    """BM25 from postings, with the scores of `rank_bm25.BM25Plus` to 1e-9: impacts have 8 bytes."""

    _impact: ClassVar[type[np.floating[Any]]] = np.float64

    def __init__(self, main: Segment, added: Sequence[Sequence[str]] = ()) -> None:
        self._added = tuple(tuple(passage) for passage in added)
        self._segments = self._with_added(main)
        self._adding = threading.Lock()
        self._buffers = threading.local()

    @classmethod
    def build(cls, passages: Iterable[Sequence[str]]) -> Self:
        """Return an engine over passages given as lists of terms; none at all, or empty ones, are fine."""
        return cls(Segment.build(passages, cls._impact, None))

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Return the engine that `save` wrote, mapped into memory; LibraryError when the folder does not hold one."""
        try:
            added = json.loads((folder / _ADDED).read_text("utf-8"))["passages"]
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise LibraryError(f"{folder}: không đọc được chỉ mục, hãy đọc lại tài liệu") from error
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

    def __len__(self) -> int:
        """Return the number of passages."""
        return sum(segment.size for segment in self._segments)

    def _with_added(self, main: Segment) -> tuple[Segment, ...]:
        if not self._added:
            return (main,)
        return (main, Segment.build(self._added, main.impacts.dtype.type, main))

    def _top(self, segment: Segment, asked: Counter[str], k: int) -> Ranked:
        terms, bound = _weighed(segment, asked, k)
        if not terms:
            return NOTHING
        kept: dict[Any, NDArray[Any]] = self._buffers.__dict__
        key = (segment.size, segment.impacts.dtype.char)
        # The buffer is away while in use: after an error a half-used one is not found again.
        buffer = kept.pop(key, None)
        if buffer is None:
            buffer = np.zeros(segment.size, segment.impacts.dtype)
        ids, scores, used = _scored(terms, buffer, bound, k)
        _clear(buffer, used)
        if len(kept) >= _BUFFERS:
            kept.clear()  # they are of segments that were replaced
        kept[key] = buffer
        return best(ids, scores.astype(np.float64), k)


class CompactPostingsEngine(PostingsEngine):
    """The same with impacts of 4 bytes: two thirds of the size, faster, scores to 1e-5."""

    _impact = np.float32


def _weighed(segment: Segment, asked: Counter[str], k: int) -> tuple[list[_Weighed], float]:
    """Return the postings of the terms, the shortest first, and a score that `k` passages reach for sure."""
    depth = next((place for place, depth in enumerate(DEPTHS) if depth >= k), None)
    terms: list[_Weighed] = []
    bound = 0.0
    for row, weight in zip(segment.vocabulary.rows(asked), asked.values(), strict=True):
        if row < 0:
            continue
        begin, end = segment.offsets[row], segment.offsets[row + 1]
        highest = weight * float(segment.highest[row])
        terms.append(_Weighed(segment.ids[begin:end], segment.impacts[begin:end], weight, highest))
        if depth is not None:
            bound = max(bound, weight * float(segment.reached[depth, row]))
    terms.sort(key=lambda term: len(term.ids))
    return terms, bound


def _scored(
    terms: list[_Weighed], buffer: NDArray[Any], bound: float, k: int
) -> tuple[NDArray[np.int64], NDArray[Any], list[_Weighed]]:
    """Return passages among which the `k` best are, their scores, and the terms that went through `buffer`."""
    left = sum(term.highest for term in terms)
    for place, term in enumerate(terms):
        if place and len(term.ids) * _LOOKUP_COST > len(buffer):
            # What is left cannot make a passage by itself: try to go on with those that have something already.
            candidates, bound = _candidates(buffer, bound, left, k)
            if candidates is not None and len(candidates) * _LOOKUP_COST < sum(len(t.ids) for t in terms[place:]):
                return (*_looked_up(terms[place:], candidates, buffer[candidates], bound, k), terms[:place])
        np.add.at(buffer, term.ids, term.impacts if term.weight == 1 else term.impacts * term.weight)
        left -= term.highest
    ids = np.flatnonzero(buffer >= bound * (1 - _SLACK)) if bound > 0 else np.flatnonzero(buffer)
    return ids, buffer[ids], terms


def _candidates(buffer: NDArray[Any], bound: float, left: float, k: int) -> tuple[NDArray[np.int64] | None, float]:
    """Return the passages that can still be among the best and a better bound, or no passages if that excludes none."""
    reach = np.flatnonzero(buffer >= bound * (1 - _SLACK)) if bound > 0 else np.empty(0, np.int64)
    if len(reach) >= k:
        bound = max(bound, float(np.partition(buffer[reach], len(reach) - k)[len(reach) - k]))
    least = bound * (1 - _SLACK) - left
    return (np.flatnonzero(buffer >= least) if least > 0 else None), bound


def _looked_up(
    terms: list[_Weighed], ids: NDArray[np.int64], scores: NDArray[Any], bound: float, k: int
) -> tuple[NDArray[np.int64], NDArray[Any]]:
    """Add the impacts of `terms` to the scores of the passages `ids`, dropping those that fall behind."""
    left = sum(term.highest for term in terms)
    for term in terms:
        if len(ids) > k:
            bound = max(bound, float(np.partition(scores, len(scores) - k)[len(scores) - k]))
            keep = scores >= bound * (1 - _SLACK) - left
            ids, scores = ids[keep], scores[keep]
        places = np.searchsorted(term.ids, ids.astype(np.int32))
        places[places == len(term.ids)] = 0
        scores += np.where(term.ids[places] == ids, term.impacts[places] * term.weight, 0)
        left -= term.highest
    return ids, scores


def _clear(buffer: NDArray[Any], used: list[_Weighed]) -> None:
    if sum(len(term.ids) for term in used) * 4 > len(buffer):
        buffer.fill(0)
    else:
        for term in used:
            buffer[term.ids] = 0
