"""Lines that were broken at a fixed width, put together again: a mail, a copy from a PDF, the output of an old program.

Whether a text was broken so is told by the whole of it. Where lines are broken in the middle of sentences, the next one
begins with a small letter; of paragraphs, titles and items of lists that stand on lines of their own hardly one does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from retrieval.corpus.furniture import furniture_of
from retrieval.corpus.layout import Line, is_list_item

# In characters: shorter lines are menus and headings, and nobody breaks lines at more.
_NARROWEST: Final = 38
_WIDEST: Final = 140
# So many lines must go on with a small letter, in all and as a share of those that another follows.
_LEAST_BROKEN: Final = 2
_BROKEN_SHARE: Final = 0.3
# Of the lines that are no menus, so many at most are longer than the width.
_OVERLONG_SHARE: Final = 0.05
# Broken by a program, so many of the broken lines had no room for the next word.
_FULL_SHARE: Final = 0.9
# Broken by hand, or in another type, a line that goes on has this share of the longest at least.
_RAGGED: Final = 0.5


@dataclass(frozen=True, slots=True)
class _Breaks:
    """How the lines of a text were broken: at what width, and whether each was filled as far as it would go."""

    width: int
    filled: bool


def unwrapped(text: str, lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines of a text as its writer meant them: `lines`, or where they were broken at a width, fewer.

    A line that was put together reaches from the start of its first part to the end of its last.
    """
    breaks = _breaks(lines)
    return lines if breaks is None else list(_together(text, lines, breaks))


def _breaks(lines: Sequence[Line]) -> _Breaks | None:
    followed = [
        (line, after) for line, after in pairwise(lines) if line.block == after.block and len(line.form) >= _NARROWEST
    ]
    broken = [(line, after) for line, after in followed if _goes_on_small(line, after)]
    if len(broken) < max(_LEAST_BROKEN, _BROKEN_SHARE * len(followed)):
        return None
    width = max(len(line.form) for line, _ in broken)
    long = [line for line in lines if len(line.form) >= _NARROWEST]
    if width > _WIDEST or sum(len(line.form) > width + 3 for line in long) > _OVERLONG_SHARE * len(long):
        return None
    full = sum(_is_full(line, after, width) for line, after in broken)
    return _Breaks(width, full >= _FULL_SHARE * len(broken))


def _goes_on_small(line: Line, after: Line) -> bool:
    return not line.ended and after.form[0].islower() and not is_list_item(after)


def _is_full(line: Line, after: Line, width: int) -> bool:
    """Tell whether the first word of `after` had no room on `line`."""
    return len(line.form) + 1 + len(after.form.partition(" ")[0]) > width


def _together(text: str, lines: Sequence[Line], breaks: _Breaks) -> Iterator[Line]:
    parts: list[Line] = []
    for line in lines:
        if parts and not _go_together(text, parts[-1], line, breaks):
            yield _joined(parts)
            parts = []
        parts.append(line)
    if parts:
        yield _joined(parts)


def _go_together(text: str, line: Line, after: Line, breaks: _Breaks) -> bool:
    if line.block != after.block or is_list_item(after):
        return False
    small = _goes_on_small(line, after)
    if not small and (after.furniture is not None or line.furniture is not None):
        return False
    if breaks.filled:
        if _indent(text, after) > _indent(text, line) and not small:
            return False
        return small or _is_full(line, after, breaks.width)
    return small or (not line.ended and len(line.form) >= _RAGGED * breaks.width)


def _indent(text: str, line: Line) -> int:
    return line.start - (text.rfind("\n", 0, line.start) + 1)


def _joined(parts: Sequence[Line]) -> Line:
    if len(parts) == 1:
        return parts[0]
    form = " ".join(part.form for part in parts)
    return Line(parts[0].start, parts[-1].end, form, parts[0].block, furniture_of(form))
