"""Offices that go by several names: a report and a question may use different ones. All in bare letters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from retrieval.language.lazy_pattern import compiled_later

# The names of one office. One of a single syllable is never looked for: in bare letters it may be another word (vừa).
_SAME: Final[Sequence[tuple[str, ...]]] = (
    ("ngoai truong", "bo truong ngoai giao", "bo truong bo ngoai giao"),
    ("tong truong quoc phong", "bo truong quoc phong", "bo truong bo quoc phong"),
    ("quoc vuong", "nha vua", "duc vua", "vua"),
    ("nguoi phat ngon", "phat ngon vien"),
    ("phien dich vien", "thong dich vien", "phien dich"),
    ("tong giam doc", "ceo"),
    ("huan luyen vien", "hlv"),
)
# What a report may call one whom a question calls by the wider or the narrower office.
_TOLD_AS: Final = {"bo truong": ("ngoai truong",), "thi truong": ("chu tich",), "giam doc": ("tong giam doc",)}
_WRITTEN: Final = sorted((name for names in _SAME for name in names if " " in name), key=len, reverse=True)
# "Thứ trưởng Bộ trưởng ..." is no minister.
_NAMES: Final = compiled_later(rf"(?<!\w)(?<!thu truong )(?:{'|'.join(_WRITTEN)})(?!\w)")


def other_names(text: str) -> list[str]:
    """Return by what other names the offices in a text are called."""
    if not any(name in text for name in _WRITTEN):
        return []
    there = dict.fromkeys(found.group() for found in _NAMES.finditer(text))
    return [other for name in there for other in _others(name) if other not in there]


def may_be_told_as(office: str) -> Sequence[str]:
    """Return the names by which a report may tell of an office, the one given first."""
    return (office, *_others(office), *_TOLD_AS.get(office, ()))


def _others(office: str) -> list[str]:
    return [other for names in _SAME if office in names for other in names if other != office]
