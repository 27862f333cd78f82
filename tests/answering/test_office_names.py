"""Offices that go by several names."""

from __future__ import annotations

import pytest

from retrieval.answering.evidence.office_names import may_be_told_as, other_names


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("bo truong ngoai giao peru", ["ngoai truong", "bo truong bo ngoai giao"]),
        ("ngoai truong peru", ["bo truong ngoai giao", "bo truong bo ngoai giao"]),
        ("quoc vuong bi", ["nha vua", "duc vua", "vua"]),
        ("nguoi phat ngon bo ngoai giao", ["phat ngon vien"]),
        ("huan luyen vien doi tuyen", ["hlv"]),
        ("thu truong bo truong hoc", []),
        ("thu truong bo truong ngoai giao", []),
        ("ong vua noi", []),  # "vừa": one syllable tells nothing
        ("hlv doi tuyen", []),
        ("giam doc so", []),
    ],
)
def test_offices_by_their_other_names(text: str, other: list[str]) -> None:
    assert other_names(text) == other


@pytest.mark.parametrize(
    ("office", "told", "not_told"),
    [
        ("ngoai truong", "bo truong ngoai giao", "bo truong"),
        ("bo truong", "ngoai truong", "thu truong"),
        ("giam doc", "tong giam doc", "ceo"),
        ("tong giam doc", "ceo", "giam doc"),
        ("hieu truong", "hieu truong", "truong"),
    ],
)
def test_by_what_a_report_may_tell_of_an_office(office: str, told: str, not_told: str) -> None:
    names = may_be_told_as(office)
    assert names[0] == office and told in names and not_told not in names
