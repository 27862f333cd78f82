"""Near-duplicates by content: MinHash signatures of word shingles (Broder 1997), grouped by banding (LSH).

The same wire report stands on three sites with another title, another caption and a sentence more or less; its
shingles are mostly the same. A signature is computed when a document is read and kept; grouping needs no text.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Sequence
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from retrieval.language.normalize import fold

# Runs of this many syllables: long enough that two reports on one event, told in other words, share few.
SHINGLE: Final = 5
# 24 bands of 4 rows: pairs alike by 0.7 meet in a band with probability 0.998, pairs alike by 0.3 with 0.18; those
# that meet are compared by the whole signature.
BANDS: Final = 24
ROWS: Final = 4
SIZE: Final = BANDS * ROWS
# The share of common shingles from which two documents are one report. A signature of 96 estimates it to about 0.05.
ALIKE: Final = 0.6
# Shorter texts are too easily alike by chance: a caption, a programme of the week.
FEWEST_SHINGLES: Final = 20
_BASE: Final = np.uint64(0x9E3779B97F4A7C15)  # odd, its bits well mixed: 2**64 over the golden ratio


# Shingles that are hashed at once: the products fit into the processor's cache, whatever the length of the text.
_BLOCK: Final = 128


def signature_of(sentences: Sequence[str]) -> bytes:
    """Return the MinHash signature (`SIZE` little-endian uint32) of a text given as sentences in reading form.

    It is b"" for a short text.
    """
    syllables = np.array([_HASHES[s] for s in " ".join(sentences).split()], np.uint64)
    # The hash of a shingle is a polynomial in those of its syllables; all is modulo 2**64.
    shingles = np.zeros(max(0, len(syllables) - SHINGLE + 1), np.uint64)
    for place in range(SHINGLE):
        shingles = shingles * _BASE + syllables[place : place + len(shingles)]
    if len(set(shingles.tolist())) < FEWEST_SHINGLES:
        return b""
    factors, offsets = _permutations()
    least = np.full(SIZE, np.iinfo(np.uint64).max, np.uint64)
    products = np.empty((_BLOCK, SIZE), np.uint64)
    for first in range(0, len(shingles), _BLOCK):
        some = shingles[first : first + _BLOCK, None]
        block = np.multiply(some, factors, out=products[: len(some)])
        np.minimum(least, np.add(block, offsets, out=block).min(axis=0), out=least)
    # The low bits of a product depend on few bits of its factors: the high ones are kept.
    return (least >> np.uint64(32)).astype("<u4").tobytes()


class _Hashes(dict[str, int]):
    """Syllable in reading form -> the hash of its bare letters, filled as syllables are met."""

    def __missing__(self, syllable: str) -> int:
        number = zlib.crc32(fold(syllable).encode())
        if len(syllable) < _LONG:
            if len(self) >= _KEPT:
                self.clear()
            self[syllable] = number
        return number


# The same few thousand syllables make up all texts; of a hostile one, no more than this is kept.
_KEPT: Final = 50_000
_LONG: Final = 40
_HASHES: Final = _Hashes()


def groups_of(signatures: Sequence[bytes]) -> list[int]:
    """Return for each signature the place of the first one that it is a near-duplicate of: its own when there is none.

    Likeness is passed on: of three versions, the first and the last need only be like the one between.
    """
    first = list(range(len(signatures)))
    places = [i for i, s in enumerate(signatures) if len(s) == SIZE * 4]
    if len(places) < 2:
        return first
    table = np.frombuffer(b"".join(signatures[i] for i in places), "<u4").reshape(len(places), SIZE)

    def root(i: int) -> int:
        while first[i] != i:
            first[i] = first[first[i]]
            i = first[i]
        return i

    for band in range(BANDS):
        rows = np.ascontiguousarray(table[:, band * ROWS : (band + 1) * ROWS]).view(f"V{ROWS * 4}").ravel()
        _, inverse, counts = np.unique(rows, return_inverse=True, return_counts=True)
        met = np.flatnonzero(counts[inverse] > 1)
        previous: dict[int, int] = {}
        for i in met[np.argsort(inverse[met], kind="stable")].tolist():
            key = int(inverse[i])
            other = previous.setdefault(key, i)
            a, b = root(places[other]), root(places[i])
            if a != b and (table[other] == table[i]).mean() >= ALIKE:
                first[max(a, b)] = min(a, b)
            elif a != b:
                previous[key] = i  # so that a third one is compared with its neighbour
    return [root(i) for i in range(len(first))]


@cache
def _permutations() -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """Return the factors (odd) and offsets of the hash functions, the same on every machine and with every NumPy.

    A hash is the high half of factor * x + offset modulo 2**64 (multiply-shift, Dietzfelbinger et al. 1997).
    """
    stream = hashlib.shake_128(b"aidu signatures").digest(SIZE * 16)
    numbers = np.frombuffer(stream, "<u8").reshape(2, SIZE).astype(np.uint64)
    return numbers[0] | np.uint64(1), numbers[1]
