"""Many lines in bare letters at once, and their words: what `normalize.fold` gives, by tables over whole documents.

A document that is looked at for the first time is folded and taken apart whole; character by character that would be
a good part of the time of an answer.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from itertools import accumulate
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.normalize import fold

# The blocks whose letters and signs the tables know: Latin, combining marks, Vietnamese, punctuation.
_BLOCKS = (range(0x250), range(0x300, 0x370), range(0x1E00, 0x1F00), range(0x2000, 0x2070))
_END = 0x2070
_LINE = ord("\n")
_APART, _LETTER, _DIGIT, _POINT, _UNKNOWN = range(5)
_IS_LETTER = compiled_later(r"[^\W\d_]")


class _Tables(NamedTuple):
    """By code point: the folded one, what the folded one is within a word, and it, or the space that it is there."""

    folded: NDArray[np.uint16]
    kind: NDArray[np.uint8]
    spaced: NDArray[np.uint16]


class FoldedLine(NamedTuple):
    """A line in bare letters, and its syllables and numbers; None where they must be looked for one by one."""

    text: str
    words: list[str] | None


@cache
def _tables() -> _Tables:
    folded = np.arange(_END, dtype=np.uint16)
    kind = np.full(_END, _UNKNOWN, np.uint8)
    for code in (code for block in _BLOCKS for code in block):
        bare = fold(chr(code))
        if len(bare) != 1:
            continue  # not a character of the reading form
        folded[code] = ord(bare)
        kind[code] = (
            _LETTER if _IS_LETTER.match(bare) else _DIGIT if bare.isdecimal() else _POINT if bare in ".," else _APART
        )
    folded[_LINE] = _LINE  # where one line ends and the next begins
    spaced = np.where((kind == _APART) | (kind == _POINT), ord(" "), folded).astype(np.uint16)
    spaced[_LINE] = _LINE
    return _Tables(folded, kind, spaced)


def folded_lines(lines: Sequence[str]) -> list[FoldedLine]:
    """Return `lines`, which must be in reading form (no line breaks), in bare letters and taken into words.

    Words are runs of letters, and numbers with points and commas within them ("1.200,5").
    """
    if not lines:
        return []
    tables = _tables()
    joined = "\n".join(lines)
    codes = np.frombuffer(joined.encode("utf-16-le", "surrogatepass"), np.uint16)
    if len(codes) != len(joined) or codes.max(initial=0) >= _END:
        return [_one(line) for line in lines]
    kind = tables.kind.take(codes)
    if kind.max(initial=_APART) == _UNKNOWN:
        return [_one(line) for line in lines]
    bare = tables.folded.take(codes)
    apart = tables.spaced.take(codes)
    text = bare.tobytes().decode("utf-16-le", "surrogatepass")
    points = np.flatnonzero(kind == _POINT)
    if len(points):
        inner = points[(points > 0) & (points < len(kind) - 1)]
        inner = inner[(kind[inner - 1] == _DIGIT) & (kind[inner + 1] == _DIGIT)]
        kind[points] = _APART
        kind[inner] = _DIGIT
        apart[inner] = bare[inner]
    # A letter beside a digit begins another word with nothing between them.
    glued = np.flatnonzero((kind[:-1] ^ kind[1:]) == _LETTER ^ _DIGIT).tolist()
    spaced = apart.tobytes().decode("utf-16-le", "surrogatepass")
    found = [FoldedLine(line, row.split()) for line, row in zip(text.split("\n"), spaced.split("\n"), strict=True)]
    ends = list(accumulate(len(line) + 1 for line in lines)) if glued else []
    for place in {bisect_right(ends, position) for position in glued}:
        found[place] = FoldedLine(found[place].text, None)
    return found


def _one(line: str) -> FoldedLine:
    return FoldedLine(fold(line), None)
