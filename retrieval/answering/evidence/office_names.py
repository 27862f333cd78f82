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


# Bodies of one place that have the same heads: "Chủ tịch HĐND" is no "Chủ tịch UBND". In bare letters.
_BODIES = {
    "ubnd": r"ubnd|uy ban nhan dan|uy ban hanh chinh",
    "hdnd": r"hdnd|hoi dong nhan dan",
    "mttq": r"u?b?mttq|mat tran",
    "party": r"tinh uy|thanh uy|quan uy|huyen uy|thi uy|dang uy|dang bo",
    "board": r"hdqt|hoi dong quan tri|hdtv|hoi dong thanh vien",
    "court": r"tand|toa an",
    "prosecution": r"vksnd|vien kiem sat",
    "police": r"cong an",
    "army": r"bo chi huy quan su|bo tu lenh|quan khu",
    "youth": r"tinh doan|thanh doan|doan thanh nien|trung uong doan",
    "women": r"hoi lien hiep phu nu|hoi phu nu",
    "labour": r"ldld|lien doan lao dong",
    "farmers": r"hoi nong dan",
    "veterans": r"hoi cuu chien binh",
}  # fmt: skip
_BODY = compiled_later(r"(?<!\w)(?:" + "|".join(f"(?P<{body}>{words})" for body, words in _BODIES.items()) + r")(?!\w)")


def of_other_body(office: str, asked: str) -> bool:
    """Tell whether an office and the one asked about (bare letters) name bodies, and none of them is the same."""
    wanted = {m.lastgroup for m in _BODY.finditer(asked)}
    return bool(wanted) and bool(own := {m.lastgroup for m in _BODY.finditer(office)}) and not own & wanted
