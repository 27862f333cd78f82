"""Whether two names of organisations may be of one: a short name, initials, a name told in part."""

from __future__ import annotations

from collections.abc import Sequence

from retrieval.answering.evidence.view import tokens
from retrieval.language.normalize import fold


def is_body(told: str, said: Sequence[str]) -> bool | None:
    """Tell whether an organisation is among those that answer; None where names are too alike to tell them apart."""
    if any(same_words(told, one) for one in said):
        return True
    words = [frozenset(tokens(fold(one))) - _LIGHT - _OF_BODIES for one in (told, " ".join(said))]
    initials = ["".join(word[0] for word in tokens(fold(one))) for one in (told, " ".join(said))]
    if not all(words) or not words[0].isdisjoint(words[1]):
        return None
    short = any(
        len(word) > 1 and word in other for one, other in zip(words, initials[::-1], strict=True) for word in one
    )
    return None if short else False


# Words that names of bodies share.
_OF_BODIES = frozenset(
    (
        *("bo", "so", "ban", "cuc", "vu", "tong", "uy", "ubnd", "hdnd", "nhan", "dan", "tinh", "thanh", "pho", "tp"),
        *("quan", "huyen", "xa", "phuong", "cong", "ty", "tap", "doan", "hoi", "truong", "dai", "hoc", "viet", "nam"),
        *("trung", "uong", "quoc", "gia", "va", "co", "phan", "ngan", "hang", "phong", "trung", "tam", "vien"),
    )
)


_LIGHT = frozenset(("o", "tai", "cua", "trong", "thuoc", "ben"))


def same_words(one: str, other: str) -> bool:
    """Tell whether all words of one of two texts stand in the other."""
    words = [frozenset(tokens(fold(text))) - _LIGHT for text in (one, other)]
    return words[0] <= words[1] or words[1] <= words[0]
