"""Who is called by the family name."""

from __future__ import annotations

from retrieval.facts.called_by_family import is_called_by_family
from retrieval.facts.people import Roster


def meant(*sentences: str) -> list[list[str]]:
    roster = Roster()
    return [[roster.people[r.key].name for r in row] for row in roster.read(sentences)]


def test_an_office_of_china_tells_it() -> None:
    assert is_called_by_family("canh", ["Người phát ngôn Bộ Ngoại giao Trung Quốc"])
    assert is_called_by_family("tap", [])
    assert not is_called_by_family("tran", ["Đại sứ Việt Nam tại Trung Quốc"])
    assert not is_called_by_family("tran", ["Tham tán tại Hàn Quốc", "Chủ tịch Hội Việt - Trung"])


def test_a_chinese_name_is_shortened_to_its_family() -> None:
    rows = meant("Ngoại trưởng Trung Quốc Lục Khải Minh tới.", "Ông Lục nói.", "Bà Lục vắng mặt.")
    assert rows[1] == ["Lục Khải Minh"]


def test_a_given_name_goes_before_a_family_name() -> None:
    rows = meant("Ngoại trưởng Trung Quốc Dương Khải Minh và ông Lê Văn Dương tới.", "Ông Dương nói.")
    assert rows[1] == ["Lê Văn Dương"]


def test_the_only_one_of_a_family_nobody_is_given() -> None:
    assert meant("Tỷ phú Mạnh Vũ Kha (50 tuổi) đến.", "Ông Mạnh nói.")[1] == ["Mạnh Vũ Kha"]
    assert meant("Bà Hồ Thị Xinh đến.", "Theo gương Bác Hồ.")[1] == []
