"""Who is called by the family name with a word of address ("ông Tập", "bà Mạnh"), as no Vietnamese is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from retrieval.language.lazy_pattern import compiled_later

# Words of address before a family name alone.
ADDRESS_OF_FAMILY: Final = frozenset(("ông", "bà", "ngài"))
# Offices of lands whose people the press calls so, in the form in which the Vietnamese read their names.
_EASTERN = compiled_later(
    r"(?<!tại )(?<!với )(?<!\w)(?:Trung Quốc|Đài Loan|Hồng Kông|Hong Kong|Bắc Kinh|Triều Tiên|Hàn Quốc|Singapore)(?!\w)"
)
# Family names, folded, of leaders who are named without their country.
_RULERS: Final = frozenset(
    (
        "tap",
        "ly",
        "kim",
        "vuong",
        "on",
        "ho",
        "giang",
        "dang",
        "mao",
        "tuong",
        "luu",
        "moon",
        "park",
        "thai",
        "ma",
        "hoa",
        "canh",
    )
)


def is_called_by_family(family: str, offices: Iterable[str]) -> bool:
    """Tell whether a person of that family (folded) and those offices is called by the family name ("ông Tập")."""
    return family in _RULERS or any("Việt" not in office and _EASTERN.search(office) for office in offices)
