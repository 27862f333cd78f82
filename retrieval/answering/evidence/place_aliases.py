"""Names of places that questions and reports write differently: another name, another spelling, the full name."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

from retrieval.answering.evidence.view import View, tokens
from retrieval.language.names import is_vietnamese_syllable
from retrieval.language.normalize import fold
from retrieval.language.place_names import PLACE_ALIASES
from retrieval.language.places import CITIES, COUNTRIES, FOREIGN_CITIES, PROVINCES


@cache
def _rows() -> tuple[tuple[tuple[str, ...], ...], ...]:
    return tuple(
        tuple(sorted({tuple(tokens(fold(name))) for name in row}, key=len, reverse=True)) for row in PLACE_ALIASES
    )


@cache
def _by_first() -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for number, row in enumerate(_rows()):
        for name in row:
            if number not in found.setdefault(name[0], []):
                found[name[0]].append(number)
    return found


def rare_names() -> dict[str, tuple[str, ...]]:
    """Return the names of places that reports seldom write, each with the other names of the place."""
    usual = frozenset((*PROVINCES, *CITIES, *COUNTRIES, *FOREIGN_CITIES, *_SHORT)) - _LONG
    return {
        name: tuple(other for other in row if other != name)
        for row in PLACE_ALIASES
        for name in row
        if name not in usual
    }


_LONG: Final = frozenset(("CHDCND Triều Tiên", "Liên bang Nga", "Vương quốc Anh"))  # known as places, seldom written
# Other usual names, of which the table of synonyms has some.
_SHORT: Final = ("Trung", "Triều", "Việt", "VN", "Ấn", "Thái", "TP.HCM", "TP HCM", "thành phố Hồ Chí Minh", "TPHCM")


def names_of(place: str) -> tuple[tuple[str, ...], ...]:
    """Return all names of a place in bare letters, none where it has but the one."""
    form = tuple(tokens(fold(place)))
    return next((row for row in _rows() if form in row), ())


def has_place(place: str, view: View) -> bool:
    """Tell whether `view` has a place by one of its names of several syllables, or a foreign one."""
    return all(
        row >= 0 and any(_is_telling(form) and f" {' '.join(form)} " in view.text for form in _rows()[row])
        for _, row in _places_in(place)
    )


def _is_telling(name: tuple[str, ...]) -> bool:
    """Tell whether a name in bare letters is seldom another word, as "nhat" is ("thứ nhất")."""
    return len(name) > 1 or not is_vietnamese_syllable(name[0])


_Parts = tuple[tuple[tuple[str, ...], int], ...]


@lru_cache(maxsize=256)  # asked for every document that may answer
def _places_in(run: str) -> _Parts:
    """Return the words of a run, each place as one, with the number of its row (-1 for other words)."""
    words = tuple(tokens(fold(run)))
    found: list[tuple[tuple[str, ...], int]] = []
    at = 0
    while at < len(words):
        fitting = [
            (name, number)
            for number in _by_first().get(words[at], ())
            for name in _rows()[number]
            if words[at : at + len(name)] == name
        ]
        name, row = max(fitting, key=lambda place: len(place[0]), default=(words[at : at + 1], -1))
        found.append((name, row))
        at += len(name)
    return tuple(found)
