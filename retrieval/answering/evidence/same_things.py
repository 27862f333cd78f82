"""What a question counts, and what a report may call the same: "bao nhiêu lao động", "200.000 nhân lực"."""

from __future__ import annotations

from collections.abc import Sequence

# By the question's word (bare letters), what the report may have; the question's own word fits best.
SAME_THINGS: dict[str, tuple[str, ...]] = {
    "nuoc": ("quoc gia", "nen kinh te"), "quoc gia": ("nuoc",), "em": ("hoc sinh", "thi sinh", "chau", "tre"),
    "hoc sinh": ("em", "thi sinh"), "dan": ("nguoi dan", "nguoi"), "nguoi dan": ("nguoi", "dan"),
    "linh": ("quan", "binh si", "quan nhan", "chien si", "binh linh"), "binh si": ("linh", "quan", "chien si"),
    "du luat": ("du an luat", "luat", "dao luat"), "du an luat": ("du luat", "luat"), "o to": ("oto", "xe hoi", "xe"),
    "xe hoi": ("o to", "oto", "xe"), "khach": ("hanh khach", "du khach", "luot khach", "khach hang"),
    "canh sat": ("cong an",),
    "hanh khach": ("khach",), "luot khach": ("luot hanh khach", "hanh khach", "khach"), "du khach": ("khach",),
    "tinh thanh": ("tinh", "dia phuong", "tinh thanh pho"), "dia phuong": ("tinh", "tinh thanh"),
    "cong ty": ("doanh nghiep",), "doanh nghiep": ("cong ty",),
    "bai tham luan": ("tham luan", "bao cao"), "tham luan": ("bai tham luan", "bao cao"), "phieu": ("la phieu",),
    "van dong vien": ("nguoi chay",), "phan qua": ("suat qua",), "gia dinh": ("ho", "ho dan"),
    "nan nhan": ("nguoi",), "cong an": ("canh sat", "chien si"), "ho dan": ("ho", "gia dinh"), "tac pham": ("bai",),
    "can nha": ("nha", "ngoi nha", "can"), "sinh vien": ("ban tre",),
    "lao dong": ("cong nhan", "nguoi lao dong", "nhan luc", "nhan cong", "nhan su"),
    "nguoi lao dong": ("lao dong", "cong nhan", "nhan luc"), "nhan luc": ("lao dong", "nguoi lao dong", "nhan su"),
    "nhan cong": ("lao dong", "cong nhan", "nhan luc"),
}  # fmt: skip


def others(noun: Sequence[str]) -> list[tuple[str, ...]]:
    """Return a noun (its bare syllables) with its beginning in the other words for it, the longest beginning first."""
    return [
        (*other.split(), *noun[length:])
        for length in (3, 2, 1)
        if len(noun) >= length
        for other in SAME_THINGS.get(" ".join(noun[:length]), ())
    ]
