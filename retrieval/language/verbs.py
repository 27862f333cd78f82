"""Words that stand as verbs in news: they tell where the subject of a clause ends and what is said of it begins.

The list (`data/verbs.txt`) is made by `tests/benchmarks/count_verbs.py`; it has words only, no text.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from retrieval.language.normalize import fold


@cache
def news_verbs() -> frozenset[str]:
    """Return the verbs, reading form, lower case."""
    lines = files("retrieval.language").joinpath("data", "verbs.txt").read_text("utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


@cache
def bare_verbs() -> frozenset[str]:
    """Return the verbs of several syllables in bare letters; of one, too many are other words ("bàn", "ban")."""
    return frozenset(fold(verb) for verb in news_verbs() if " " in verb)
