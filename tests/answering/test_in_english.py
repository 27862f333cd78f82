"""Answers in English: what is put into English, and what stays as the report has it."""

from __future__ import annotations

import pytest

from retrieval.answering.in_english import in_english, ordinal
from retrieval.answering.model import Kind


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("24/9", "24 September"),
        ("sáng 4/9", "the morning of 4 September"),
        ("chiều 4/9/2020", "the afternoon of 4/9/2020"),
        ("19/12/2023", "19/12/2023"),
        ("8h30 ngày 3/2", "8:30, 3 February"),
        ("8 giờ 30", "8:30"),
        ("14 giờ", "14:00"),
        ("tháng 9/2021", "September 2021"),
        ("đầu tháng 7", "early July"),
        ("cuối tháng 11 năm 2019", "late November 2019"),
        ("giữa năm 2016", "mid-2016"),
        ("quý I/2022", "quarter I 2022"),
        ("2021", "2021"),
        # Not read whole, or no date.
        ("9 giờ trưa nay", "9 giờ trưa nay"),
        ("30/14", "30/14"),
        ("tháng 13", "tháng 13"),
        ("mùa thu năm ấy", "mùa thu năm ấy"),
    ],
)
def test_dates(text: str, english: str) -> None:
    assert in_english(Kind.DATE, text) == english


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("lần thứ 32", "the 32nd"),
        ("lần thứ ba", "the third"),
        ("thứ tư", "the fourth"),
        ("lần đầu tiên", "the first"),
        ("1.500", "1,500"),
        ("hơn 1.500 đại biểu", "more than 1,500 delegates"),
        ("Gần 36,8 triệu đồng", "nearly 36.8 million dong"),
        ("tối đa 2 tỉ USD", "at most 2 billion USD"),
        ("12,5%", "12.5%"),
        ("1 ngày làm việc", "1 working day"),
        ("hai giờ", "2 hours"),
        ("50-60", "50 to 60"),
        ("1 triệu", "1 million"),
        # What it counts is not known, or it is no number.
        ("3 buổi", "3 buổi"),
        ("hàng nghìn", "hàng nghìn"),
        ("nửa tiếng", "nửa tiếng"),
        ("", ""),
    ],
)
def test_numbers(text: str, english: str) -> None:
    assert in_english(Kind.COUNT, text) == english


def test_names_stay() -> None:
    assert in_english(Kind.PLACE, "tháng 9") == in_english(Kind.PEOPLE, "tháng 9") == "tháng 9"


def test_ordinals() -> None:
    assert [ordinal(n) for n in (2, 11, 13, 21, 42, 103)] == ["second", "11th", "13th", "21st", "42nd", "103rd"]
    assert ordinal(0) == "0th"


def test_a_number_of_thousands_of_digits_stays_as_written() -> None:
    long = "lần thứ " + "9" * 5000
    assert in_english(Kind.COUNT, long) == long
