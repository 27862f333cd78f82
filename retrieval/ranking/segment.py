"""Postings: for every term the passages that have it, with what the term adds to their score, ready to be summed."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import numpy as np
from numpy.typing import NDArray

from retrieval.errors import LibraryError, unreadable_index
from retrieval.ranking.vocabulary import Vocabulary

if TYPE_CHECKING:
    from retrieval.ranking.statistics import Counts

Impact = np.float64 | np.uint32


@dataclass(frozen=True, slots=True)
class Segment:
    """The postings of some passages, numbered from 0.

    `impacts` stands beside `ids` (int32, rising within a term), and `highest` is a term's greatest impact. Both are
    float64, or uint32 in steps of `unit`: sums of whole numbers are exact, which those of 4-byte floats are not. `idf`
    (float64) and `shape` (number of passages, mean length, unit) go with them.
    """

    hashes: NDArray[np.uint64]
    starts: NDArray[np.int64]
    text: NDArray[np.uint8]
    offsets: NDArray[np.int64]
    ids: NDArray[np.int32]
    impacts: NDArray[Any]
    highest: NDArray[Any]
    idf: NDArray[np.float64]
    shape: NDArray[np.float64]

    @classmethod
    def build(cls, passages: Iterable[Sequence[str]], dtype: type[Impact], base: Segment | None = None) -> Self:
        """Return the postings of passages given as lists of terms, with impacts of type float64 or uint32.

        With `base`, its statistics weigh the terms that it knows, and its mean length the passages.
        """
        from retrieval.ranking.statistics import Counts  # needs rank_bm25, which opening does not

        counts = Counts(passages)
        vocabulary = counts.vocabulary
        mean, size = counts.avgdl, counts.corpus_size
        idf = np.empty(len(counts.rows), np.float64)
        idf[counts.rows] = np.fromiter(counts.idf.values(), np.float64, len(idf))
        if base is not None:
            terms = [str(term, "utf-8", "surrogatepass") for term in _split(vocabulary)]
            size, mean = size + base.size, base.mean_length or mean
            idf = idf + np.log((size + 1) / (counts.corpus_size + 1))
            for row, known in enumerate(base.vocabulary.rows(terms)):
                if known >= 0:
                    idf[row] = base.idf[known]
        unit = 1.0 if dtype is np.float64 else _unit(counts.k1, idf)
        impacts = _impacts(counts, idf, mean, unit, dtype)
        highest = _highest(counts.offsets, impacts)
        shape = np.array([counts.corpus_size, mean, unit], np.float64)
        return cls(
            hashes=vocabulary.hashes,
            starts=vocabulary.starts,
            text=vocabulary.text,
            offsets=counts.offsets,
            ids=counts.ids,
            impacts=impacts,
            highest=highest,
            idf=idf,
            shape=shape,
        )

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Return the segment in `folder`, mapped into memory; LibraryError where it is missing or damaged."""
        try:
            arrays: Mapping[str, Any] = {
                field.name: np.load(folder / f"{field.name}.npy", mmap_mode="r", allow_pickle=False).view(np.ndarray)
                for field in fields(cls)
            }
        except (OSError, ValueError, EOFError) as error:
            raise unreadable_index(folder) from error
        segment = cls(**arrays)
        whole = (
            len(segment.offsets) == len(segment.starts) == len(segment.hashes) + 1
            and len(segment.highest) == len(segment.idf) == len(segment.hashes)
            and len(segment.ids) == len(segment.impacts) == segment.offsets[-1]
        )
        if not whole:
            raise LibraryError(
                f"{folder}: chỉ mục không nguyên vẹn, hãy đọc lại tài liệu",
                f"{folder}: the index is damaged, read the documents again",
            )
        return segment

    def save(self, folder: Path) -> None:
        """Write the segment into `folder`, which is made if need be."""
        folder.mkdir(parents=True, exist_ok=True)
        for field in fields(self):
            # A file that is mapped now must not be cut short under its reader: write beside it, then put in its place.
            partial = folder / f"{field.name}.partial.npy"
            np.save(partial, getattr(self, field.name), allow_pickle=False)
            partial.replace(folder / f"{field.name}.npy")

    @property
    def size(self) -> int:
        """The number of passages."""
        return int(self.shape[0])

    @property
    def mean_length(self) -> float:
        """The mean number of terms of a passage."""
        return float(self.shape[1])

    @property
    def unit(self) -> float:
        """The score that an impact of 1 stands for."""
        return float(self.shape[2])

    @property
    def vocabulary(self) -> Vocabulary:
        """The terms."""
        return Vocabulary(self.hashes, self.starts, self.text)

    @property
    def nbytes(self) -> int:
        """The bytes of all arrays."""
        return sum(getattr(self, field.name).nbytes for field in fields(self))


def _split(vocabulary: Vocabulary) -> list[bytes]:
    text, starts = vocabulary.text.tobytes(), vocabulary.starts.tolist()
    return [text[begin:end] for begin, end in pairwise(starts)]


def _unit(k1: float, idf: NDArray[np.float64]) -> float:
    """Return the step in which impacts fit into 4 bytes with room for the sum of 64 of the greatest."""
    greatest = float(idf.max(initial=0.0)) * (k1 + 1)
    return 2.0 ** (math.ceil(math.log2(greatest)) + 6 - 32) if greatest > 0 else 1.0


def _impacts(
    counts: Counts, idf: NDArray[np.float64], mean: float, unit: float, dtype: type[Impact]
) -> NDArray[Impact]:
    """Return what each posting adds to a score, computed operation for operation as in `BM25Plus.get_scores`."""
    impacts = np.empty(len(counts.ids), dtype)
    if not len(impacts):
        return impacts
    saturation = counts.k1 * (1 - counts.b + counts.b * counts.doc_len / mean)
    # Blocks of whole rows bound the memory of the float64 intermediates.
    bounds = np.searchsorted(counts.offsets, np.arange(0, len(impacts), 4_000_000))
    edges = [*dict.fromkeys(bounds.tolist()), len(idf)]
    for first, last in pairwise(edges):
        begin, end = counts.offsets[first], counts.offsets[last]
        frequency = counts.frequencies[begin:end].astype(np.int64)
        weight = np.repeat(idf[first:last], np.diff(counts.offsets[first : last + 1]))
        share = (frequency * (counts.k1 + 1)) / (saturation[counts.ids[begin:end]] + frequency)
        exact = weight * (counts.delta + share)
        # Not below one step: a passage that has the term is found by it.
        impacts[begin:end] = exact if dtype is np.float64 else np.maximum(np.rint(exact / unit), 1)
    return impacts


def _highest(offsets: NDArray[np.int64], impacts: NDArray[Any]) -> NDArray[Any]:
    terms = len(offsets) - 1
    return np.maximum.reduceat(impacts, offsets[:-1]) if terms else np.empty(0, impacts.dtype)
