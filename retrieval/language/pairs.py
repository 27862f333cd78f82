"""How often two syllables stand side by side in news: what tells a slip of the keyboard from a word that is meant.

The table (`data/pairs.tsv`) is counted by `tests/benchmarks/count_pairs.py`; it has counts only, no text.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def news_pairs() -> Mapping[str, Mapping[str, int]]:
    """Return the counts of the syllables that follow each syllable (reading form, lower case), 20 or more."""
    table: dict[str, dict[str, int]] = {}
    for line in files("retrieval.language").joinpath("data", "pairs.tsv").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            before, _, row = line.partition("\t")
            cells = row.split(" ")
            table[before] = dict(zip(cells[::2], map(int, cells[1::2]), strict=True))
    return table
