"""Whom a sentence tells to be absent, over sentences written for the tests."""

from __future__ import annotations

import pytest

from retrieval.answering.evidence import absence
from retrieval.facts.people import Roster


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Ông Đỗ Văn Sơn và bà Lý Thu Hà vắng mặt.", ["Đỗ Văn Sơn", "Lý Thu Hà"]),
        ("Ông Đỗ Văn Sơn dự lễ, bà Lý Thu Hà vắng mặt.", ["Lý Thu Hà"]),  # no row
        ("Ông Đỗ Văn Sơn tiếc vì bà Lý Thu Hà, người bạn cũ của ông, vắng mặt.", ["Lý Thu Hà"]),
        ("Ông Đỗ Văn Sơn, do bận họp ở Huế, không thể dự lễ.", ["Đỗ Văn Sơn"]),
        (
            "Bộ trưởng Lê Văn Tám, ông Đỗ Văn Sơn và bà Lý Thu Hà, người từng giúp ông Lê Minh Tùng mở xưởng ghe ở "
            "thị trấn Bến Trăng, đều sẽ không có mặt dự lễ.",
            ["Lê Văn Tám", "Đỗ Văn Sơn", "Lý Thu Hà"],  # not who stands in what is said of the last
        ),
        ("Vắng mặt tại phiên họp có ông Đỗ Văn Sơn.", ["Đỗ Văn Sơn"]),
        ("Ông Đỗ Văn Sơn phát biểu; không ai vắng mặt.", []),
    ],
)
def test_who_is_absent(sentence: str, names: list[str]) -> None:
    roster = Roster()
    people = roster.read([sentence])[0]
    assert [roster.people[r.key].name for r in absence.absent_in(sentence, people)] == names
