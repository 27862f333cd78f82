"""Whom offices without a name mean, in reports written for the tests."""

from __future__ import annotations

import pytest

from retrieval.facts.people import Roster

INTRODUCED = (
    "Ông Lê Văn Tám, Chủ tịch UBND thị xã Bến Trăng, và bà Đỗ Thị Mận, Phó giám đốc Sở Y tế tỉnh An Hải, tới nơi.",
    "Cùng đi có Trưởng ban Dân tộc Vừ Mí Páo và nhân viên bảo vệ Trần Văn Sửu.",
    "Bộ trưởng Quốc phòng Ba Lan Marko Petrov gửi điện chia buồn.",
)


def meant(sentence: str) -> list[tuple[str, str]]:
    """Return the offices of a sentence behind `INTRODUCED`, and who is meant by each."""
    roster = Roster()
    texts = (*INTRODUCED, sentence)
    return [(sentence[r.start : r.end], roster.people[r.key].name) for r in roster.read(texts)[-1]]


@pytest.mark.parametrize(
    ("sentence", "office", "name"),
    [
        ("Chủ tịch UBND thị xã Bến Trăng cho biết nước đã rút.", "Chủ tịch UBND thị xã Bến Trăng", "Lê Văn Tám"),
        ("Về việc này, Chủ tịch UBND thị xã (An Hải) nói nước đã rút.", "Chủ tịch UBND thị xã", "Lê Văn Tám"),
        ('"Nước đã rút", phó giám đốc Sở Y tế nói.', "phó giám đốc Sở Y tế", "Đỗ Thị Mận"),
        ("Theo Bộ trưởng Quốc phòng Ba Lan, hai tàu đã đi.", "Bộ trưởng Quốc phòng Ba Lan", "Marko Petrov"),
        ("Theo chân Bộ trưởng Quốc phòng Ba Lan, hai tàu đã đi.", "", ""),
        ("Bộ trưởng Quốc phòng Ba Lan muốn gửi hai tàu.", "Bộ trưởng Quốc phòng Ba Lan", "Marko Petrov"),
        # One that only begins so, before a word that may go on with it.
        ("Phó giám đốc Sở thông tin truyền thông vắng mặt.", "", ""),
        ("Bộ trưởng Quốc phòng các nước đã ký.", "", ""),
        ("Chủ tịch UBND thị xã Bến Trăng là người Huế.", "", ""),
        ("Tại đây, nhân viên bảo vệ cho biết cổng đã khóa.", "", ""),  # whoever guards it
        ("Lũ cuốn cả xe của Chủ tịch UBND thị xã Bến Trăng đã đậu ở đó.", "", ""),  # not at the head of a clause
    ],
)
def test_an_office_told_with_its_body_means_who_was_introduced_with_it(sentence: str, office: str, name: str) -> None:
    assert meant(sentence) == ([(office, name)] if office else [])
