"""Whom a question names, where a large library has misread names, namesakes and names of things."""

from pathlib import Path

import pytest

from retrieval import Library
from retrieval.answering.asking.question import analyse
from retrieval.answering.evidence.addressed import low_name
from retrieval.answering.evidence.people_asked import people_named

REPORTS = {
    "bao.txt": """Bão Molave vào bờ

Ông Molave đổ bộ chiều 2/3. Giám đốc Lê Thanh Hải của nhà hát nói về chuyến lưu diễn cùng bà Thủy Nguyễn.
""",
    "truong.txt": """Cựu học sinh về thăm trường cũ

Sáng 5/9/2019, ông Cao Văn Lộc về thăm trường làng. Ông Trần Long An và ông Phan Hậu cùng dự.
""",
}  # fmt: skip
# What makes it clear in the other reports that it is a storm.
MANY = "\n\n".join(
    f"Ngày {day}/3, bão Molave đi thêm {day} km nữa về phía bờ biển, gió giật mạnh." for day in range(1, 29)
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("names")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, "utf-8")
    for part in range(4):
        (folder / f"gio-{part}.txt").write_text(f"Tin bão số {part}\n\n{MANY}", "utf-8")
    return Library.read([Path(folder)])


def names(library: Library, question: str) -> list[str]:
    return [named.name for named in people_named(analyse(question), library._collection)]


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("Cao Văn Lộc về thăm trường nào?", ["Cao Văn Lộc"]),
        ("Hiệu trưởng Cao Văn Lộc dự lễ nào?", ["Cao Văn Lộc"]),
        ("Bà Thủy Nguyễn lưu diễn cùng ai?", ["Thủy Nguyễn"]),
        ("ong Cao Van Loc tham truong nao", ["Cao Văn Lộc"]),
        ("Ông Trần Long An dự gì?", ["Trần Long An"]),
        ("Phan Hậu dự gì?", ["Phan Hậu"]),
    ],
)
def test_persons_are_named(library: Library, question: str, named: list[str]) -> None:
    assert names(library, question) == named


@pytest.mark.parametrize(
    "question",
    [
        "Bão Molave đổ bộ khi nào?",  # one report in a hundred took it for a person
        "Trường tiểu học Cao Văn Lộc khai giảng ngày nào?",
        "truong tieu hoc Cao Van Loc khai giang ngay nao",
        "Xã Cao Văn, Lộc Hà họp ngày nào?",
        "Huyện Thủy Nguyên họp ngày nào?",
    ],
)
def test_things_and_places_are_no_persons(library: Library, question: str) -> None:
    assert names(library, question) == []


GIVEN = {
    "a.txt": "Ngày 4/3/2021, ông Trần Văn Hiến, Giám đốc Sở Công Thương, chủ trì hội nghị nghề muối Hòn Khói và "
    "trình bày kế hoạch hòa mạng, đúng tiến độ. Bà Lê Thị Mặn phát biểu tại hội nghị.",
    "b.txt": "Chiều 6/3/2021, ông Đỗ Quang Hiến dự lễ cưới tập thể ở Lai Vung. Chị Bưởi, người dân, cũng dự lễ cưới.",
}


@pytest.fixture(scope="module")
def called(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("called")
    for name, text in GIVEN.items():
        (folder / name).write_text(text, "utf-8")
    return Library.read([folder])


@pytest.mark.parametrize(
    ("question", "items"),
    [
        # of several of that name, the one of the report that the question is near
        ("Ông Hiến có chủ trì hội nghị nghề muối Hòn Khói không?", ["có"]),
        ("ong hien co chu tri hoi nghi nghe muoi hon khoi khong", ["có"]),
        # words that have the letters of a name prove nothing of somebody whom no report names
        ("Bà Hoa có phát biểu tại hội nghị nghề muối Hòn Khói không?", []),
        ("ba hoa co phat bieu tai hoi nghi nghe muoi hon khoi khong", []),
        ("Anh Dũng có phát biểu tại hội nghị nghề muối Hòn Khói không?", []),
        ("chi thao co du hoi nghi nghe muoi hon khoi khong", []),
        # who is never named in full
        ("Chị Bưởi có dự lễ cưới tập thể ở Lai Vung không?", ["có"]),
    ],
)
def test_one_called_by_a_given_name_is_in_the_proof(called: Library, question: str, items: list[str]) -> None:
    assert [item.text for item in called.ask(question).items][:1] == items


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("ong hien co du ko", "hien"),
        ("chuc vu cua ong hien la gi", "hien"),
        ("ong ay co du khong", ""),
        ("ong chu tich co du khong", ""),
        ("ai gap ong hien", ""),  # the question is not about him
        ("ba nam co du khong", "nam"),
        ("ba con noi gi", ""),
        ("anh trai có dự không", ""),
    ],
)
def test_a_name_typed_small_behind_its_address(question: str, name: str) -> None:
    asked = analyse(question)
    span = low_name(asked)
    assert (asked.text[slice(*span)] if span else "") == name
