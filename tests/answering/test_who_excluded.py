"""Who is no answer: whom the question names, and who does not stand in the relation asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval import Library, Status

REPORT = """Hội thảo về lúa mùa tại Nam Sơn

Sáng 12/5/2021, Sở Nông nghiệp tổ chức hội thảo về lúa mùa tại xã Nam Sơn. Ông Trần Văn Bình chủ trì hội thảo.

Phát biểu tại hội thảo, ông Lê Văn Tám nói giống lúa mới cho năng suất cao. Bà Hồ Thị Lan trình bày tham luận về phân \
bón. Ông Phan Văn Ba thay mặt nông dân phát biểu.

Ông Đỗ Văn Hòa được bầu thay ông Võ Văn Sáu làm chủ nhiệm hợp tác xã.

Ông Tôn Trị Dương tới Nam Sơn theo lời mời của bà Hồ Thị Lan và ông Phan Văn Ba. \
Trong cuộc gặp bà Mạc Thị Nhàn hôm 13/5, ông Tôn hứa tặng làng giống lúa. \
Ông Lê Văn Tám cho rằng ông Tôn Trị Dương coi trọng nghề nông.
"""


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("excluded")
    (folder / "hoi-thao.txt").write_text(REPORT, "utf-8")
    return Library.read([Path(folder)])


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Ông Đỗ Văn Hòa thay ai làm chủ nhiệm hợp tác xã?", "Võ Văn Sáu"),
        ("ong Do Van Hoa ke nhiem ai", "Võ Văn Sáu"),
        ("Ai thay mặt nông dân phát biểu?", "Phan Văn Ba"),
        ("Ai tham luận tại hội thảo về lúa mùa?", "Hồ Thị Lan"),
        ("Ông Tôn gặp ai hôm 13/5?", "Mạc Thị Nhàn"),
    ],
)
def test_who_is_told(press: Library, question: str, name: str) -> None:
    assert [item.text for item in press.ask(question).items] == [name]


@pytest.mark.parametrize(
    "question",
    [
        "Ông Trần Văn Bình thay ai chủ trì hội thảo?",
        "Ông Lê Văn Tám thay ai?",
        "Ông Phan Văn Ba thay mặt ai phát biểu?",
        "Ông Lê Văn Tám đại diện cho ai?",
    ],
)
def test_nobody_is_told(press: Library, question: str) -> None:
    assert press.ask(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Ai chủ trì buổi gặp nhà vườn khi ông Corbyn vắng mặt?", "Deborah Corbyn"),
        ("Ai chủ trì phiên bế mạc khi bà Corbyn vắng mặt?", "Peter Corbyn"),
    ],
)
def test_the_word_of_address_tells_who_of_a_family_is_spoken_of(tmp_path: Path, question: str, name: str) -> None:
    (tmp_path / "vuon.txt").write_text(
        "Tuần lễ nhà vườn\n\nSáng 3/5, Deborah Corbyn chủ trì buổi gặp nhà vườn khi cha bà vắng mặt.\n\n"
        "Tổng thống Peter Corbyn chủ trì phiên bế mạc khi con gái vắng mặt.\n",
        "utf-8",
    )
    assert [item.text for item in Library.read([tmp_path]).ask(question).items] == [name]


def test_a_deed_told_as_a_noun_has_its_doers_behind(press: Library) -> None:
    names = {item.text for item in press.ask("Ai mời ông Tôn Trị Dương tới Nam Sơn?").items}
    assert names == {"Hồ Thị Lan", "Phan Văn Ba"}


def test_who_only_spoke_of_somebody_did_not_meet_him(press: Library) -> None:
    assert "Lê Văn Tám" not in {item.text for item in press.ask("Ông Tôn Trị Dương gặp ai?").items}
