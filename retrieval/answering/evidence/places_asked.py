"""Provinces, cities and countries that a question names, and by what else a report tells that it is from there."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import pairwise

from retrieval.answering.asking.question import Question
from retrieval.answering.evidence.view import View, tokens
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.normalize import fold
from retrieval.language.places import CITIES, COUNTRIES, PROVINCES

_WORD = compiled_later(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")


def looks_typed_low(text: str) -> bool:
    """Tell whether a question was typed without capitals, so that they say nothing."""
    return sum(map(str.isupper, text)) <= 1


@cache
def _places_folded() -> dict[tuple[str, ...], str]:
    names = {tuple(tokens(fold(p))): p for p in (*PROVINCES, *CITIES, *COUNTRIES) if p not in _SEATS}
    return {k: v for k, v in names.items() if len(k) > 1}


# Seats of governments: a report need not name them to tell of those who work there.
_SEATS = frozenset(("Nhà Trắng", "Lầu Năm Góc"))


def places_named(question: Question) -> tuple[str, ...]:
    """Return the provinces, cities and countries of two or more syllables that `question` names."""
    return _places_named(question.text, question.folded, question.unaccented)


@lru_cache(maxsize=64)  # asked for every document that may answer
def _places_named(text: str, folded: str, unaccented: bool) -> tuple[str, ...]:
    low = looks_typed_low(text)
    # Typed with capitals, "Hội đồng Bảo an do ông ..." names no country.
    words = list(_WORD.finditer(folded))
    spelled = tuple(w.group() for w in words)
    found = []
    taken = 0
    for i in range(len(words)):
        for length in (4, 3, 2) if i >= taken else ():  # "Việt Nam định ..." is not in Nam Định
            place = _places_folded().get(spelled[i : i + length])
            stretch = words[i : i + length]
            if place is None or any(b.start() - a.end() > 3 or "," in text[a.end() : b.start()]
                                    for a, b in pairwise(stretch)):  # fmt: skip
                continue  # "bà Thủy, điển hình ..." is not in Sweden
            written = text[stretch[0].start() : stretch[-1].end()]
            bare = written.isascii() and (unaccented or not low)
            if (written[0].isupper() or low) and (bare or _spelt_alike(written, place)):
                found.append(place)
                taken = i + length
                break
    return tuple(found)


def _spelt_alike(written: str, place: str) -> bool:
    """Tell whether a name typed with accents is that place: "Nhà Trắng" is not "Nha Trang"."""
    return [w.lower() for w in _WORD.findall(written)] == [w.lower() for w in _WORD.findall(place)]


def has_other_name(place: str, view: View) -> bool:
    """Tell whether a report has another name of a place, or the seat of a government there."""
    other = {
        "Hồ Chí Minh": ("tp hcm", "tphcm", "sai gon", "hcm"),
        "Sài Gòn": ("tp hcm", "ho chi minh", "hcm"),
        "Hoa Kỳ": ("my",),
        "Nhật Bản": ("nhat",),
        "Hàn Quốc": ("han",),
        "Trung Quốc": ("trung",),
    }
    return any(f" {form} " in view.text for form in (*other.get(place, ()), *SEATS_IN.get(place, ())))


# Where the seats of states and governments are (bare letters): a report from there seldom names the town.
SEATS_IN = {
    "Hà Nội": ("phu chu tich", "van phong chinh phu", "tru so chinh phu", "nha quoc hoi", "van phong quoc hoi",
               "tru so trung uong dang", "van phong trung uong dang", "trung tam hoi nghi quoc gia"),
    "Washington": ("nha trang", "lau nam goc", "dien capitol", "toa nha quoc hoi my"), "Moscow": ("dien kremlin",),
    "Moskva": ("dien kremlin",), "Seoul": ("nha xanh",), "Paris": ("dien elysee",), "London": ("so 10 pho downing",),
    "Bắc Kinh": ("trung nam hai", "dai le duong nhan dan"),
}  # fmt: skip
