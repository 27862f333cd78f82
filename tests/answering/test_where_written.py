"""A place is told by the very noun asked for; where somebody is from is where he lives; events without a name."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval import Library
from retrieval.answering.asking.question import analyse
from retrieval.answering.details.where_items import asks_several, enumerated
from retrieval.answering.details.where_kinds import of_kind
from retrieval.facts.places import find_places

REPORT = """Phát động ngày sách ở Rạch Gầm

Sáng 6/5/2021, ngày sách Rạch Gầm được phát động. Ông Lý Văn Tố (61 tuổi, ngụ huyện Cái Sậy), bị bắt vì lấy trộm sách.

Bà Hồ Thị Nhạn, Phó Chủ tịch Phụ trách văn xã, tặng ngày sách 200 cuốn.

Ông Mai Văn Thóc, đại sứ nước ta tại Lào, khen cuộc thi chép sách. Hôm sau ông Thóc đến Cồn Phụng.

Bà Nhạn nói với các phóng viên tại Gò Quao rằng sách quý hơn vàng.

Sau buổi gặp gỡ thân mật, bà Nhạn đọc một chương tại hội thảo Sách xanh lần thứ 2.
"""


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("books")
    (folder / "ngay-sach.txt").write_text(REPORT, "utf-8")
    return Library.read([Path(folder)])


@pytest.mark.parametrize(
    ("text", "focus", "written", "found"),
    [
        ("Lễ tổ chức ở Trường Tiểu học Hoa Sen.", "truong", "trường", True),
        ("Ông nói với Phó Vụ trưởng Phụ trách học sinh.", "truong", "trường", False),
        ("Ông nói với Phó Vụ trưởng Phụ trách học sinh.", "truong", "truong", True),  # typed bare: either word
        ("Giải diễn ra tại sân Hoa Lư.", "san", "sân", True),
        ("Chuyến đi săn HIO của ông.", "san", "sân", False),
        ("Lễ tổ chức ở Đại học Hoa Sen.", "truong dai hoc", "trường đại học", True),  # another noun for it
        ("Lễ tổ chức tại điện Hoa Sen.", "dinh", "dinh", True),
        ("Lễ tổ chức ở Huế cùng Hoa Sen.", "dinh", "dinh", False),  # no "cung"
    ],
)
def test_a_noun_with_its_accents_is_no_other_word(text: str, focus: str, written: str, found: bool) -> None:
    assert bool(of_kind(find_places(text), text, focus, written)) is found


def test_where_somebody_is_from_is_where_he_lives_and_nothing_else(books: Library) -> None:
    assert "Cái Sậy" not in books.ask("Ông Lý Văn Tố bị bắt ở đâu?").text
    assert "Cái Sậy" in books.ask("Ông Lý Văn Tố ngụ ở huyện nào?").text


def test_where_somebody_serves_or_went_is_not_where_something_was(books: Library) -> None:
    answer = books.ask("Cuộc thi chép sách mà ông Mai Văn Thóc khen được tổ chức ở đâu?")
    assert "Lào" not in answer.text and "Cồn Phụng" not in answer.text
    assert "Cồn Phụng" in books.ask("Hôm sau ông Mai Văn Thóc đến đâu?").text
    assert "Gò Quao" in books.ask("Bà Hồ Thị Nhạn nói sách quý hơn vàng ở đâu?").text


def test_an_event_of_another_sort_without_a_name_is_not_the_one_asked_for(books: Library) -> None:
    answer = books.ask("Bà Hồ Thị Nhạn đọc một chương tại hội thảo nào?")
    assert [item.text for item in answer.items] == ["hội thảo Sách xanh lần thứ 2"]
    other = books.ask("Bà Hồ Thị Nhạn thân mật đến lễ hội nào?")
    assert not any("buổi gặp gỡ" in item.text for item in other.items)


def test_a_province_whose_name_has_a_dash_is_whole() -> None:
    text = "Lễ mở tại tỉnh Bà Rịa - Vũng Tàu hôm qua."
    (found,) = of_kind(find_places(text), text, "tinh", "tỉnh")
    assert text[slice(*found[1])] == "Bà Rịa - Vũng Tàu"


@pytest.mark.parametrize(
    ("question", "several"),
    [
        ("Hội sách mở ở những xã, huyện nào?", True),
        ("Hội sách mở ở ba huyện nào?", True),
        ("Hội sách mở ở những nơi nào?", True),
        ("Ông Tố gặp bà Nhạn lần đầu hồi tháng 4 ở đâu?", False),
        ("Hội sách lần thứ 3 nơi nào mở?", False),
        ("Hội sách lần thứ ba họp ở đâu?", False),
    ],
)
def test_whether_several_places_are_asked_for(question: str, several: bool) -> None:
    assert asks_several(analyse(question)) is several


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Các khu gồm Ba Tri (Bến Tre), Gò Mía (Hậu Giang) và Cù Lao.", ["Ba Tri"]),
        ("Đoàn gồm Lý Văn Tố, Hồ Thị Nhạn và Mai Văn Thóc.", []),  # people
        ("Giải diễn ra tại ba địa phương: TP. Huế, Gò Mía (Hậu Giang) và Cù Lao.", ["TP. Huế"]),
        ("Đất nằm ở địa bàn 4 xã gồm Gò Mía, Cù Tre, Lò Cau và Bến Gáo.", ["Gò Mía"]),  # of a noun for places
        ("Điểm bắn sẽ là hồ Gò Mía, công viên Cù Tre (Huế) và hồ Lò Cau.", ["hồ Gò Mía"]),
        ("Lễ họp ở Ba Tri, Gò Mía và Cù Lao.", []),  # a preposition leads them in: found as any place
    ],
)
def test_an_enumeration_of_places_has_a_known_one(text: str, found: list[str]) -> None:
    assert [place.text for place in enumerated(text)] == found
