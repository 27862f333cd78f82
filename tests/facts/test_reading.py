"""What the facts of a report take from its own words: the day on which it was written."""

from __future__ import annotations

import pytest

from retrieval.facts.reading import day_of_writing
from retrieval.language.dates import PartialDate, find_dates


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Sáng nay (12/11), đoàn khởi hành.", PartialDate(12, 11)),
        ("Hôm qua, 31/10/2018, tỉnh họp báo.", PartialDate(1, 11, 2018)),
        ("Tối qua (30-4) có pháo hoa.", PartialDate(1, 5)),
        ("Hôm nay đoàn khởi hành.", None),
        ("Ngày 12/11 đoàn khởi hành.", None),
    ],
)
def test_day_of_writing(text: str, day: PartialDate | None) -> None:
    assert day_of_writing(find_dates(text)) == day
