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
