"""Names of places."""

from __future__ import annotations

import re

import pytest

from retrieval.language.patterns import any_of
from retrieval.language.places import COUNTRY_PATTERN, PROVINCES, is_place, is_province


@pytest.mark.parametrize("name", ["Hà Nội", "Thừa Thiên Huế", "Nhật Bản", "Đà Lạt"])
def test_places(name: str) -> None:
    assert is_place(name)


@pytest.mark.parametrize("name", ["Trần Văn Bình", "hà nội", "Bộ Y tế", ""])
def test_no_places(name: str) -> None:
    assert not is_place(name)


def test_every_province_is_one_with_and_without_accents() -> None:
    assert all(is_province(p) for p in PROVINCES)
    assert is_province("thai binh") and not is_province("Paris")


def test_the_longest_country_wins() -> None:
    match = re.match(COUNTRY_PATTERN, "Nhật Bản và Hàn Quốc")
    assert match is not None and match.group() == "Nhật Bản"


def test_any_of_takes_the_longest_and_any_space() -> None:
    pattern = re.compile(any_of(("hội", "hội nghị", "hội thảo")))
    found = pattern.match("hội  nghị")
    assert found is not None and found.group() == "hội  nghị"
    assert pattern.fullmatch("hội th") is None
