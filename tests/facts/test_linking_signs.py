"""Only reports with a sign in common are compared: what comes out is as if all were."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.facts import linking
from retrieval.facts.events import Event
from retrieval.facts.linking import Report, link_reports
from retrieval.language.dates import find_dates, resolve

_TEXT = (
    "Hội nghị Ngoại giao Đối ngoại toàn quốc thượng đỉnh G20 liên hoan phim quốc tế Cánh diều vàng cháy rừng Sóc Sơn "
    "khai mạc lần thứ tổng kết an toàn giao thông Thái Bình Hải Phòng triển lãm mỹ thuật 2021 2022 trồng cây"
)
WORDS = _TEXT.split()
NAMES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(" ".join)
DAYS = st.sampled_from(
    ("", "ngày 14/12", "ngày 14/12/2021", "ngày 15/12/2021", "từ ngày 13 đến 16/12/2021", "năm 2022")
)
NOUNS = st.sampled_from(("hội nghị", "lễ", "liên hoan", ""))
EDITIONS = st.sampled_from((None, None, 3, 31))
PUBLISHED = st.sampled_from((None, dt.date(2021, 12, 15), dt.date(2021, 12, 30)))


@st.composite
def reports(draw: st.DrawFn) -> Report:
    day = draw(DAYS)
    mentions = find_dates(day)
    date = resolve(mentions[0]) if mentions else None
    name = draw(NAMES)
    event = Event(name, 0, date, 0 if date else -1, None, noun=draw(NOUNS), edition=draw(EDITIONS))
    return Report(name, draw(PUBLISHED), event)


@settings(max_examples=250)
@given(listed=st.lists(reports(), max_size=10), copies=st.integers(0, 3))
def test_comparing_by_signs_finds_what_comparing_all_finds(listed: list[Report], copies: int) -> None:
    listed = listed + listed[:copies]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(linking, "_signs", lambda key: [("", "")])  # all have it
        expected = link_reports(listed)
    assert link_reports(listed) == expected


@settings(max_examples=80)
@given(listed=st.lists(reports(), max_size=10), part=st.integers(0, 10))
def test_linking_goes_on_where_it_was_left(listed: list[Report], part: int) -> None:
    linker = linking.Linker()
    for document, report in enumerate(listed[:part]):
        linker.add(document, report)
    linker = linker.moved(range(len(listed)))
    for document in range(part, len(listed)):
        assert document not in linker
        linker.add(document, listed[document])
    assert linker.events(listed) == link_reports(listed)
