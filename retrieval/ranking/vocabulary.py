"""A table of terms on disk: found through 64-bit hashes, so that a million terms open at once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Terms in the order of their hashes; a term's row is its place in that order.

    `hashes` (uint64) rises; term `i` is `text[starts[i]:starts[i + 1]]` (`text` uint8 of UTF-8, `starts` int64).
    """

    hashes: NDArray[np.uint64]
    starts: NDArray[np.int64]
    text: NDArray[np.uint8]

    @classmethod
    def of(cls, terms: Sequence[str]) -> tuple[Self, NDArray[np.int64]]:
        """Return the vocabulary of distinct `terms`, and the row of each of them."""
        coded = [_coded(term) for term in terms]
        hashes = _hashes(coded)
        order = np.argsort(hashes, kind="stable")
        lengths = np.fromiter(map(len, coded), np.int64, len(coded))[order]
        text = np.frombuffer(b"".join(map(coded.__getitem__, order.tolist())), np.uint8)
        rows = np.empty(len(coded), np.int64)
        rows[order] = np.arange(len(coded))
        return cls(hashes[order], np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64), text), rows

    def rows(self, terms: Iterable[str]) -> list[int]:
        """Return the row of every term, -1 for one that is not in the vocabulary."""
        coded = [_coded(term) for term in terms]
        hashes = _hashes(coded)
        found: list[int] = []
        count, text = len(self.hashes), self.text.data
        for term, value, row in zip(coded, hashes.tolist(), np.searchsorted(self.hashes, hashes).tolist(), strict=True):
            # Terms that share a hash stand side by side.
            while row < count and self.hashes.item(row) == value:
                if text[self.starts.item(row) : self.starts.item(row + 1)] == term:
                    break
                row += 1
            else:
                row = -1
            found.append(row)
        return found


def _coded(term: str) -> bytes:
    return term.encode("utf-8", "surrogatepass")


def _hashes(coded: Iterable[bytes]) -> NDArray[np.uint64]:
    digests = b"".join([hashlib.blake2b(term, digest_size=8).digest() for term in coded])
    return np.frombuffer(digests, "<u8").astype(np.uint64)
