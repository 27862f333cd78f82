"""How often syllables stand side by side: in news, and in questions about news.

The tables are counted by `tests/benchmarks/count_pairs.py` and `count_questions.py`; they have counts only, no text.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from retrieval.language.lazy_pattern import compiled_later

# What the tables have for a sign or the end of a line, and for a figure.
SIGN, FIGURE = ".", "#"
# A syllable, a figure or a sign.
PIECE = compiled_later(r"[^\W\d_]+|\d+(?:[.,:/-]\d+)*|\S")


def pieces(line: str) -> list[tuple[str, int]]:
    """Return the syllables of a line as they are written, with where they begin, and what stands for signs and figures.

    A line begins and ends with a sign.
    """
    found = [(SIGN, 0)]
    for m in PIECE.finditer(line):
        piece = m.group() if m.group()[0].isalpha() else FIGURE if m.group()[0].isdigit() else SIGN
        if piece != SIGN or found[-1][0] != SIGN:
            found.append((piece, m.start()))
    return [*found, (SIGN, len(line))] if found[-1][0] != SIGN else found


@cache
def news_pairs() -> Mapping[str, Mapping[str, int]]:
    """Return the counts of what follows each syllable (reading form, lower case) in news, 20 or more."""
    return {before: row(cells) for before, cells in _lines("pairs.tsv")}


@cache
def question_rows() -> Mapping[str, str]:
    """Return, for each syllable and each two side by side ("hội nghị"), what follows in questions, as `row` reads it.

    The row of "" has all syllables.
    """
    return dict(_lines("questions.tsv"))


def row(cells: str) -> dict[str, int]:
    """Return the counts of a row of `question_rows`: "nghị 9 đồng 7"."""
    found = cells.split(" ")
    return dict(zip(found[::2], map(int, found[1::2]), strict=True))


def _lines(name: str) -> list[tuple[str, str]]:
    """Return the key and the cells of each line; one without cells is a comment."""
    lines = files("retrieval.language").joinpath("data", name).read_text("utf-8").splitlines()
    return [(before, cells) for before, tab, cells in (line.partition("\t") for line in lines) if tab]
