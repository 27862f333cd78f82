"""The best passages of some posting lists: adding up what must be read, looking up the rest.

The lists are read from the shortest to the longest. What keeps it short on a large library is a score that `k` passages
are known to reach, the bound. Once the lists that are left could not lift a passage to it by themselves, only those
that have enough already are of interest, and are looked up in the rest (MaxScore: Turtle & Flood, Query evaluation:
strategies and optimizations, 1995). A good bound comes early: after the first lists the passages that they favour most
are looked up in all others, and the k-th of their whole scores is nearly the one sought.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

# What follows changes the time and never the result; measured with tests/benchmarks/bench_ranking.py. Up to so many
# postings reading them all takes less than thinking about it.
_PLAIN = 100_000
# The favoured passages are looked up when this share of the postings is read, and are so many.
_PROBED_AT = 0.08
_PROBED, _PROBED_OF_K = 120, 4
# Seeking those that have enough pays where so many times the postings read are unread; after a vain trial the next one
# comes when so many times the postings are read.
_WORTH = 3
_NEXT_TRIAL = 1.5
# What looking a passage up in a list costs, in postings read.
_LOOKUP = 16
# The k-th best of a list with so many times k passages is a bound worth its time.
_ENOUGH = 16
# Sums of float64 are rounded in the order of adding: bounds are lowered by this part before they exclude a passage.
_SLACK = 1e-9


class Weighed(NamedTuple):
    """The postings of one term of a question: passages (int32, rising), impacts, and the number to multiply them by.

    `size` is their number, and `highest` the greatest impact, multiplied already.
    """

    size: int
    ids: NDArray[np.int32]
    impacts: NDArray[Any]
    weight: int
    highest: float


_by_size = attrgetter("size")


def best_of(
    terms: Sequence[Weighed], buffer: NDArray[Any], bound: float, k: int
) -> tuple[NDArray[np.int64], NDArray[Any]]:
    """Return passages (rising) among which the `k` best are, with their scores in the type of `buffer`.

    `buffer` has a zero for every passage, and has them again when this returns. `bound` is a score that `k` passages
    reach for sure, 0 where none is known.
    """
    terms = sorted(terms, key=_by_size)
    ids, scores, used = _scored(terms, buffer, bound, k)
    _clear(buffer, used)
    return ids, scores


def _scored(
    terms: list[Weighed], buffer: NDArray[Any], bound: float, k: int
) -> tuple[NDArray[np.int64], NDArray[Any], list[Weighed]]:
    """Return passages, their scores, and the terms that went through `buffer`."""
    left = sum([term.highest for term in terms])
    read, unread = 0, sum([term.size for term in terms])
    probed, tried = False, 0
    for place, term in enumerate(terms):
        if unread > _PLAIN:
            if not probed and read > _PROBED_AT * unread:
                probed = True
                bound = max(bound, _probe(terms, place, buffer, k))
            if probed and left < bound and unread > _WORTH * read and read > _NEXT_TRIAL * tried:
                tried = read
                ids = _with_enough(terms[:place], buffer, bound - left)
                if len(ids) * (len(terms) - place) * _LOOKUP < unread:
                    return (*_looked_up(terms[place:], ids, buffer[ids], bound, k), terms[:place])
        np.add.at(buffer, term.ids, _times(term.impacts, term.weight, buffer))
        left -= term.highest
        read += term.size
        unread -= term.size
    bound = max(bound, _reached(terms, buffer, k))
    ids = np.flatnonzero(buffer >= _floor(bound, buffer)) if bound > 0 else np.flatnonzero(buffer)
    return ids, buffer[ids], terms


def _probe(terms: list[Weighed], place: int, buffer: NDArray[Any], k: int) -> float:
    """Return a score that `k` passages reach: those that the terms before `place` favour are looked up in the rest."""
    touched = np.concatenate([term.ids for term in terms[:place]])
    scores, wanted = buffer[touched], _PROBED + _PROBED_OF_K * k
    if len(scores) > wanted:
        # Of many equal ones the first do.
        touched = touched[scores >= _floor(_kth(scores, wanted), scores)][: 2 * wanted]
    ids = _distinct(touched)
    if len(ids) < k:
        return 0.0
    scores = buffer[ids]
    for term in terms[place:]:
        scores += _found(term, ids, scores)
    return _kth(scores, k)


def _with_enough(terms: list[Weighed], buffer: NDArray[Any], least: float) -> NDArray[np.int64]:
    """Return the passages of `terms` whose score is at least `least`, which is above zero."""
    touched = np.concatenate([term.ids for term in terms])
    return _distinct(touched[buffer[touched] >= _floor(least, buffer)])


def _looked_up(
    terms: list[Weighed], ids: NDArray[np.int64], scores: NDArray[Any], bound: float, k: int
) -> tuple[NDArray[np.int64], NDArray[Any]]:
    """Add the impacts of `terms` to the scores of the passages `ids`, dropping those that fall behind."""
    left = sum(term.highest for term in terms)
    for term in terms:
        if len(ids) > 4 * k:
            bound = max(bound, _kth(scores, k))
            keep = scores >= _floor(bound - left, scores)
            ids, scores = ids[keep], scores[keep]
        scores += _found(term, ids, scores)
        left -= term.highest
    return ids, scores


def _found(term: Weighed, ids: NDArray[np.int64], like: NDArray[Any]) -> NDArray[Any]:
    """Return the impacts of one term in the passages `ids`, 0 in those that do not have it."""
    places = term.ids.searchsorted(ids.astype(np.int32))
    places[places == term.size] = 0
    return np.where(term.ids[places] == ids, _times(term.impacts[places], term.weight, like), 0)


def _reached(terms: list[Weighed], buffer: NDArray[Any], k: int) -> float:
    """Return a score that `k` passages reach once all terms are added: the k-th in a list that is long enough."""
    for term in terms:
        if term.size >= _ENOUGH * k:
            return _kth(buffer[term.ids], k)
    return 0.0


def _distinct(ids: NDArray[np.int32]) -> NDArray[np.int64]:
    ids = np.sort(ids)
    return ids[np.diff(ids, prepend=-1) > 0].astype(np.int64)


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


def _clear(buffer: NDArray[Any], used: list[Weighed]) -> None:
    if sum([term.size for term in used]) * 4 > len(buffer):
        buffer.fill(0)
    else:
        for term in used:
            buffer[term.ids] = 0
