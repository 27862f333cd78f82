"""The passages of a library in a ranking engine: built from the stored terms, or opened from the index folder."""

from __future__ import annotations

import threading
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Final

from retrieval.ranking.engine import Engine
from retrieval.ranking.index import PassageIndex, engine_class, engine_for
from retrieval.ranking.terms import Field
from retrieval.store.holdings import Holdings

AUTOMATIC: Final = "auto"


class Search:
    """Finds the documents whose passages fit a text. Thread-safe.

    Of several documents with the same content only the first is found.
    """

    def __init__(self, index: PassageIndex, readings: Sequence[int], holdings: Holdings) -> None:
        """Take an index over the passages of `readings`, one reading after another."""
        self._index = index
        first = holdings.first_of
        self._documents = [first.get(reading, -1) for reading in readings]
        self._starts = [0, *accumulate(holdings.passages.get(reading, 0) for reading in readings)]

    def __call__(self, text: str, k: int) -> list[tuple[int, float]]:
        """Return (document, score) of at most `k` passages, best first."""
        return [
            (self._documents[bisect_right(self._starts, passage) - 1], score)
            for passage, score in self._index.search(text, k)
        ]


def search_of(holdings: Holdings, engine: str = AUTOMATIC) -> Search:
    """Return the search over the documents; InputError when there is no such engine."""
    readings = list(dict.fromkeys(holdings.readings))
    name = engine_for(sum(holdings.passages.values())) if engine == AUTOMATIC else engine
    kind = engine_class(name)

    def build(field: Field) -> Engine:
        return kind.build(_passages(holdings, field, readings))

    engines = _Lazily(build)
    return Search(PassageIndex(engines, name), readings, holdings)


def _passages(holdings: Holdings, field: Field, readings: Sequence[int]) -> Iterator[list[str]]:
    """Yield the terms of every passage, those of its title with them."""
    for title, *passages in holdings.terms(field.value, readings):
        for passage in passages:
            yield passage + title


class _Lazily(Mapping[Field, Engine]):
    """Engines that are made when first asked for: most questions need one field only."""

    def __init__(self, make: Callable[[Field], Engine]) -> None:
        self._make = make
        self._made: dict[Field, Engine] = {}
        self._lock = threading.Lock()

    def __getitem__(self, field: Field) -> Engine:
        made = self._made.get(field)
        if made is None:
            with self._lock:
                made = self._made.get(field)
                if made is None:
                    made = self._made[field] = self._make(field)
        return made

    def __iter__(self) -> Iterator[Field]:
        return iter(Field)

    def __len__(self) -> int:
        return len(Field)
