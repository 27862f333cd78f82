"""rank_bm25's statistics, counted into postings."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rank_bm25 import BM25Plus

from retrieval.ranking.engine import DELTA, K1, B
from retrieval.ranking.vocabulary import Vocabulary

# Passages counted in one go while building: bounds the memory of sorting.
_CHUNK = 50_000


class Counts(BM25Plus):  # type: ignore[misc]
    """rank_bm25's statistics over postings, in place of one dictionary for each passage.

    The package's constructor calls `_initialize` to count and `_calc_idf` to weigh; only the counting is ours.
    `offsets[row] : offsets[row + 1]` are the places of a term in `ids` and `frequencies`, in passage order; `rows` has
    the row of each term of `idf`.
    """

    def __init__(self, passages: Iterable[Sequence[str]]) -> None:
        super().__init__(passages, k1=K1, b=B, delta=DELTA)

    def _initialize(self, corpus: Iterable[Sequence[str]]) -> dict[str, int]:
        numbers: defaultdict[str, int] = defaultdict()
        numbers.default_factory = numbers.__len__  # a term that is met takes the next number
        lengths = array("q")
        tokens = array("i")
        chunks: list[tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.uint16]]] = []
        first = 0
        for passage in corpus:
            tokens.extend(map(numbers.__getitem__, passage))
            lengths.append(len(passage))
            if len(lengths) - first == _CHUNK:
                chunks.append(_counted(tokens, lengths[first:], first))
                first, tokens = len(lengths), array("i")
        chunks.append(_counted(tokens, lengths[first:], first))
        self.doc_len = np.array(lengths, np.int64)
        self.corpus_size = len(lengths)
        self.avgdl = int(self.doc_len.sum()) / self.corpus_size if lengths else 0.0
        self.vocabulary, self.rows = Vocabulary.of(list(numbers))
        self._place(chunks, self.rows)
        found = np.diff(self.offsets)[self.rows].tolist()
        return dict(zip(numbers, found, strict=True))

    def _place(self, chunks: list[Any], rows: NDArray[np.int64]) -> None:
        """Put the postings of all chunks in the order of the rows, within a row in passage order."""
        sizes = np.zeros(len(rows) + 1, np.int64)
        for terms, _, _ in chunks:
            sizes[1:] += np.bincount(rows[terms], minlength=len(rows))
        self.offsets = np.cumsum(sizes)
        self.ids = np.empty(self.offsets[-1], np.int32)
        self.frequencies = np.empty(self.offsets[-1], np.uint16)
        filled = self.offsets[:-1].copy()
        while chunks:
            terms, ids, frequencies = chunks.pop(0)
            placed = rows[terms]
            order = np.argsort(placed, kind="stable")
            placed = placed[order]
            here = np.bincount(placed, minlength=len(rows))
            starts = np.cumsum(here) - here
            places = filled[placed] + np.arange(len(placed)) - starts[placed]
            self.ids[places] = ids[order]
            self.frequencies[places] = frequencies[order]
            filled += here


def _counted(tokens: array[int], lengths: array[int], first: int) -> tuple[Any, Any, Any]:
    """Return term, passage and frequency of every pair of a chunk whose passages begin at `first`."""
    passages = np.repeat(np.arange(len(lengths), dtype=np.int64), np.array(lengths, np.int64))
    pairs, frequencies = np.unique(np.array(tokens, np.int64) * len(lengths) + passages, return_counts=True)
    terms, ids = np.divmod(pairs, max(len(lengths), 1))
    # A term more often than 65,535 times in a passage weighs as if it were there so often: BM25 is flat by then.
    counts = np.minimum(frequencies, np.iinfo(np.uint16).max).astype(np.uint16)
    return terms.astype(np.int32), (ids + first).astype(np.int32), counts
