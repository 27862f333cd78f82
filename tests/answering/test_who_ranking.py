"""Places that rate alike: where the doer stands, and what else is told of the person, decide."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval import Library
from retrieval.answering.asking.question import analyse
from retrieval.answering.who.who_ranking import FEATURES, WEIGHTS, is_for

REPORTS = {
    "tau-gach.txt": """Tàu gạch ra vịnh Lá Bàng

Ông Trần Hữu Thái hoãn chuyến tàu gạch ra vịnh Lá Bàng. Theo ông Thái, biển còn động.

Bà Lê Thị Bưởi nói chuyến tàu gạch ra vịnh Lá Bàng mà ông Thái hoãn là chuyến thứ ba. Bà Bưởi cho biết thợ vẫn chờ.
""",
    "gio-hoa.txt": """Gió lớn ở chợ hoa Bến Đá

Sở Thủy lợi Vĩnh An đề xuất xây lại kè chợ hoa. Sở Kho bãi Vĩnh An có văn bản gửi Sở Xây cất Vĩnh An kiến nghị dời chợ \
hoa Bến Đá vào tháng 9.
""",
}


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("ranking")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, "utf-8")
    return Library.read([Path(folder)])


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Ai hoãn chuyến tàu gạch ra vịnh Lá Bàng?", "Trần Hữu Thái"),
        ("Ai nói chuyến tàu gạch ra vịnh Lá Bàng là chuyến thứ ba?", "Lê Thị Bưởi"),
        ("Sở nào kiến nghị dời chợ hoa Bến Đá?", "Sở Kho bãi Vĩnh An"),
    ],
)
def test_the_doer_comes_first(press: Library, question: str, name: str) -> None:
    assert [item.text for item in press.ask(question).items] == [name]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Ai hoãn chuyến tàu?", True),
        ("Ai nói chuyến tàu sẽ chậm?", True),
        ("Ai dự lễ hạ thủy?", False),
        ("Những ai hoãn chuyến tàu?", False),
    ],
)
def test_lists_are_rated_by_hand_alone(question: str, expected: bool) -> None:
    assert is_for(analyse(question)) is expected


def test_every_sign_has_its_weight() -> None:
    assert len(FEATURES) == len(WEIGHTS)
