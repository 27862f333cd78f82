"""Whom a question names, where a large library has misread names, namesakes and names of things."""

from pathlib import Path

import pytest

from retrieval import Library
from retrieval.answering.asking.question import analyse
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
