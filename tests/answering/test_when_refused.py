"""A day that nobody can tell, and one that is another's by what stands beside it, answers no question."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval import Library, Status

REPORT = """Đoàn lân sư Phú Thạnh ra mắt

Chiều nay, đoàn lân sư Phú Thạnh ra mắt tại đình Phú Thạnh. Đoàn trưởng là ông Huỳnh Văn Sấm.

Ngày 2/4/2021, ông Huỳnh Văn Sấm cho biết đoàn lân sư đang tìm nơi tập mới.

Đoàn lân sư được phép biểu diễn theo Quyết định số 12 ngày 5/3/2021 của UBND xã.
"""


@pytest.fixture(scope="module")
def lions(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("lions")
    (folder / "lan-su.txt").write_text(REPORT, "utf-8")
    return Library.read([Path(folder)])


@pytest.mark.parametrize(
    "question", ["Đoàn lân sư Phú Thạnh ra mắt ngày nào?", "Đoàn lân sư Phú Thạnh tìm nơi tập mới khi nào?"]
)
def test_the_day_of_a_telling_or_one_that_nobody_can_tell_is_no_answer(lions: Library, question: str) -> None:
    answer = lions.ask(question)
    assert answer.status is Status.NOT_FOUND, answer.text


def test_a_part_of_the_day_is_told_without_the_day(lions: Library) -> None:
    assert "chiều" in lions.ask("Đoàn lân sư Phú Thạnh ra mắt vào buổi nào trong ngày?").text.lower()


def test_the_day_of_a_telling_is_told_of_the_telling(lions: Library) -> None:
    answer = lions.ask("Ông Huỳnh Văn Sấm cho biết đoàn lân sư đang tìm nơi tập mới hôm nào?")
    assert [item.text for item in answer.items] == ["2/4/2021"]


OFFICES = """Hội thi chèo thuyền Bến Giang

Ngày 3/2/2021, Trưởng ban Cao Văn Chèo và Phó ban Lý Thị Mái khai mạc hội thi chèo thuyền Bến Giang.

Bà Lý Thị Mái được bầu làm Phó ban ngày 7/9/2019.
"""


def test_since_when_an_office_is_held_is_told_by_how_it_was_come_to(tmp_path: Path) -> None:
    (tmp_path / "cheo-thuyen.txt").write_text(OFFICES, "utf-8")
    library = Library.read([tmp_path])
    assert library.ask("Ông Cao Văn Chèo làm Trưởng ban từ khi nào?").status is Status.NOT_FOUND
    assert library.ask("Bà Lý Thị Mái làm Phó ban từ ngày nào?").items[0].text == "7/9/2019"
    assert library.ask("Ông Cao Văn Chèo khai mạc hội thi ngày nào?").items[0].text == "3/2/2021"
