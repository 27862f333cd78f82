"""The reference engine: BM25 by the package rank-bm25, statistics and scores untouched.

Right for a folder of reports; a question costs a pass over every passage for every term, so `postings` takes over for
large libraries, with the same scores.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from retrieval.errors import unreadable_index
from retrieval.ranking.engine import DELTA, K1, B, Ranked, best

_FILE = "rank_bm25.json"


class RankBM25Engine:
    """`rank_bm25.BM25Plus` behind the engine protocol."""

    def __init__(self, model: Any, size: int) -> None:
        # rank_bm25 divides by the number of passages and by their mean length: without a single term there is no model.
        self._model = model
        self._size = size

    @classmethod
    def build(cls, passages: Iterable[Sequence[str]]) -> Self:
        """Return an engine over passages given as lists of terms; none at all, or empty ones, are fine."""
        listed = [list(passage) for passage in passages]
        if not any(listed):
            return cls(None, len(listed))
        from rank_bm25 import BM25Plus

        return cls(BM25Plus(listed, k1=K1, b=B, delta=DELTA), len(listed))

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Return the engine that `save` wrote; LibraryError when the folder does not hold one."""
        try:
            stored = json.loads((folder / _FILE).read_text("utf-8"))
            passages = [[term for term, count in row.items() for _ in range(count)] for row in stored["passages"]]
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise unreadable_index(folder) from error
        return cls.build(passages)

    def save(self, folder: Path) -> None:
        """Write the engine into `folder`, which is made if need be."""
        folder.mkdir(parents=True, exist_ok=True)
        rows = self._model.doc_freqs if self._model else [{} for _ in range(self._size)]
        (folder / _FILE).write_text(json.dumps({"passages": rows}, ensure_ascii=False), "utf-8")

    def top(self, query: Sequence[str], k: int) -> Ranked:
        """Return at most `k` passages that have a term of `query`, best first, ties in passage order."""
        return self._best(self._scores(query), k)

    def top_with(self, query: Sequence[str], other: Self, other_query: Sequence[str], k: int) -> Ranked:
        """Return the `k` best by the sum of two scores: for `query` here, and for `other_query` in `other`."""
        return self._best(self._scores(query) + other._scores(other_query), k)

    def counts(self, terms: Sequence[str]) -> list[int]:
        """Return for each of `terms` the number of passages that have it."""
        rows = self._model.doc_freqs if self._model else []
        return [sum(term in row for row in rows) for term in terms]

    def _scores(self, query: Sequence[str]) -> NDArray[np.float64]:
        if self._model is None:
            return np.zeros(self._size)
        scores: NDArray[np.float64] = self._model.get_scores(list(query))
        return scores

    def _best(self, scores: NDArray[np.float64], k: int) -> Ranked:
        ids = np.flatnonzero(scores > 0)
        return best(ids, scores[ids], k)

    def __len__(self) -> int:
        """Return the number of passages."""
        return self._size
