"""How much a syllable tells: inverse document frequencies counted once in a large body of Vietnamese news.

A library of five reports cannot tell rare words from common ones, so the weights come from 20,000 news articles. The
table has only bare syllables and numbers, no text. Formula: Spärck Jones (1972), idf = ln(N / n).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files

UNKNOWN_IDF = 9.0
NUMBER_IDF = 5.0
UNSEEN_RARITY = 12.0


def _read(name: str) -> dict[str, float]:
    lines = files("retrieval.language").joinpath("data", name).read_text("utf-8").splitlines()
    return {w: float(v) for w, v in (line.split("\t") for line in lines if not line.startswith("#"))}


@cache
def _forms() -> dict[str, float]:
    return _read("syllables.tsv")


@cache
def _table() -> dict[str, float]:
    return _read("syllable_idf.tsv")


def idf(syllable: str) -> float:
    """Return the weight of a bare syllable (see `normalize.fold`): about 1 for "va", 9 for one never seen."""
    if syllable[:1].isdigit():
        return NUMBER_IDF
    return _table().get(syllable, UNKNOWN_IDF)


def is_syllable_seen(syllable: str) -> bool:
    """Tell whether the bare syllable is one that news uses, and so hardly a typing error."""
    return syllable in _table()


def rarity(syllable: str) -> float:
    """Return how rare a syllable is with just these marks (reading form, lower case): 4 for "của"."""
    return _forms().get(syllable, UNSEEN_RARITY)


def is_form_seen(syllable: str) -> bool:
    """Tell whether the syllable, with its marks (reading form, lower case), is one that news uses."""
    return syllable in _forms()


def seen_forms() -> Iterable[str]:
    """Return the syllables, with their marks (reading form, lower case), that news uses."""
    return _forms().keys()
