"""Whose kin is asked for, and how reports tell it."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval import Library, Status
from retrieval.answering.asking.kin import kin_at_head
from retrieval.answering.asking.question import analyse
from retrieval.answering.model import Kind
from retrieval.answering.who.who_kin import kin_asked

REPORTS = {
    "phien-cho-vam-ca.txt": """Phiên chợ Vàm Cá

Sáng 2/6/2021, phiên chợ Vàm Cá mở lại. Ông Tạ Đình Lục mua ba rổ cá ở phiên chợ. Bà Hồ Thị Lụa (51 tuổi, vợ ông Tạ \
Đình Lục) bán bánh ở cổng chợ. Ông Mai Chí Công, con trai bà Hồ Thị Lụa, chở cá từ bến lên.

Thị trưởng Vàm Cá Đinh Trọng Nghĩa đến chợ cùng phu nhân Lương Thị Tơ. Em gái của thị trưởng, bà Đinh Thị Mây, phát \
biểu mở chợ. Chồng bà Vũ Thị Na là ông Đoàn Văn Sắc, người giữ chợ.

Chị Phan Thị Cúc (40 tuổi, vợ của Công) trông lồng gà. Dự lễ mở chợ có ông Trịnh Văn Lũy, em trai ông Tạ Đình \
Lục, và bà Ngô Thị Sen. Thợ đan Tô Văn Hạ cho hay anh Cao Văn Rơm kéo lưới ở chợ Vàm Cá.

Ba người lái đò được khen gồm: Lý Văn Tý (30 tuổi), Lý Văn Sửu (32 tuổi) và Hồ Văn Dần.
""",
}


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("kin")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, "utf-8")
    return Library.read([Path(folder)])


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Vợ ông Tạ Đình Lục bán bánh ở chợ Vàm Cá tên là gì?", {"Hồ Thị Lụa"}),
        ("Vợ ông Tạ Đình Lục là ai?", {"Hồ Thị Lụa"}),
        ("Con trai bà Hồ Thị Lụa chở cá lên chợ Vàm Cá là ai?", {"Mai Chí Công"}),
        ("Phu nhân ông Đinh Trọng Nghĩa đến chợ Vàm Cá tên gì?", {"Lương Thị Tơ"}),
        ("chong cua ba Vu Thi Na ten gi", {"Đoàn Văn Sắc"}),
        ("Vợ anh Mai Chí Công tên gì?", {"Phan Thị Cúc"}),
        # whose kin somebody is is not there with them, and who tells of a deed does not do it
        ("Những ai dự lễ mở chợ Vàm Cá?", {"Trịnh Văn Lũy", "Ngô Thị Sen"}),
        ("Ai kéo lưới ở chợ Vàm Cá?", {"Cao Văn Rơm"}),
        # listed as what the question asks for, and as many
        ("Ba người lái đò nào được khen ở chợ Vàm Cá?", {"Lý Văn Tý", "Lý Văn Sửu", "Hồ Văn Dần"}),
    ],
)
def test_kin_answer(press: Library, question: str, names: set[str]) -> None:
    assert {item.text for item in press.ask(question).items} == names


@pytest.mark.parametrize(
    "question",
    ["Con gái bà Hồ Thị Lụa ở chợ Vàm Cá tên là gì?", "Chồng bà Lương Thị Tơ là ai?", "Vợ ông Tô Văn Hạ là ai?"],
)
def test_kin_of_whom_nothing_is_told(press: Library, question: str) -> None:
    assert press.ask(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "owner"),
    [
        ("Em trai Thủ tướng Thái Lan nào lên tiếng?", "Thủ tướng Thái Lan nào lên tiếng"),
        ("Ai là vợ ông Trần Văn An?", "ông Trần Văn An"),
        ("Người em gái nào của thị trưởng Đà Lạt có mặt?", "thị trưởng Đà Lạt có mặt"),
        ("Mẹ Việt Nam anh hùng nào được tặng quà?", None),
        ("Ba sĩ quan nào được cử đi?", None),
        ("Luật sư nào đã gặp con trai ông Trần Văn An?", None),
    ],
)
def test_whose_kin_is_asked_for(question: str, owner: str | None) -> None:
    read = analyse(question)
    kin = kin_asked(read)
    assert (read.text[kin.start : kin.end].strip() if kin is not None else None) == owner


def test_kin_are_people() -> None:
    assert analyse("Vợ ông Trần Văn An là ai?").kind is Kind.PEOPLE
    assert analyse("cha vo ong Tran Van An ten gi").kind is Kind.PEOPLE
    assert kin_at_head("Con đường nào mới mở") is None
