"""Two events of one day in one report, who was absent, and in whose name somebody acts."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval import Library, Status
from retrieval.language.names import find_people

REPORTS = {
    "tham-song-lam.txt": """Phó Thủ tướng thăm tỉnh Sông Lam

Ngày 5/4/2018, Phó Thủ tướng Trịnh Văn Dũng thăm tỉnh Sông Lam. Buổi sáng, Phó Thủ tướng dự lễ khởi công nhà máy gạch \
Rú Gám. Dự lễ khởi công có Bí thư Tỉnh ủy Nguyễn Đức Vinh và bà Hoàng Thị Mận.

Cùng ngày, Phó Thủ tướng Trịnh Văn Dũng làm việc với Ban Thường vụ Tỉnh ủy. Cùng dự buổi làm việc có Thứ trưởng \
Nguyễn Ngọc Đoan và ông Lê Xuân Đường. Bộ trưởng Phạm Hồng Hải không dự buổi làm việc.
""",
    "tiep-doan.txt": """Chủ tịch tỉnh Thu Bồn tiếp đoàn doanh nghiệp Peru

Sáng 12/3/2019, Chủ tịch tỉnh Đinh Văn Thi tiếp đoàn doanh nghiệp Peru. Cùng dự buổi tiếp có Phó Chủ tịch tỉnh Huỳnh \
Khánh Tài và ông Nguyễn Quang Thụ. Giám đốc Sở Công Thương Trần Thị Lệ vắng mặt do đi công tác.

Chiều cùng ngày, Chủ tịch tỉnh Đinh Văn Thi chủ trì cuộc họp về kè biển Cồn Tra. Tham dự cuộc họp có Giám đốc Sở Nông \
nghiệp Lê Muộn, ông Nguyễn Văn Cần. Phát biểu tại cuộc họp, ông Lê Muộn đề nghị bơm thêm cát.

Thừa ủy quyền của Chủ tịch nước, Đại tá Phan Văn Cừ trao huân chương cho bà Lý Thị Sen tại hội trường tỉnh.
""",
    "hoi-mua.txt": """Hội múa lân Đồng Rùa

Sáng 2/9/2018, hội múa lân Đồng Rùa khai mạc. Dự lễ khai mạc có ông Kiều Văn Lân, bà Thạch Thị Rí.

Chiều 4/9, hội múa lân bế mạc. Bà Sơn Thị Mến dự và trao giải.
""",
}  # fmt: skip


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("scenes")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, "utf-8")
    return Library.read([Path(folder)])


@pytest.mark.parametrize(
    "question, there, elsewhere",
    [
        ("Những ai dự lễ khởi công nhà máy gạch Rú Gám?", {"Nguyễn Đức Vinh", "Hoàng Thị Mận"}, {"Lê Xuân Đường"}),
        (
            "Ai dự buổi làm việc của Phó Thủ tướng với Ban Thường vụ Tỉnh ủy Sông Lam?",
            {"Nguyễn Ngọc Đoan", "Lê Xuân Đường"},
            {"Hoàng Thị Mận", "Phạm Hồng Hải"},
        ),
        (
            "Ai dự buổi tiếp đoàn doanh nghiệp Peru ở Thu Bồn?",
            {"Huỳnh Khánh Tài", "Nguyễn Quang Thụ"},
            {"Trần Thị Lệ", "Lê Muộn", "Nguyễn Văn Cần"},
        ),
        ("Những ai có mặt tại cuộc họp về kè biển Cồn Tra?", {"Lê Muộn", "Nguyễn Văn Cần"}, {"Huỳnh Khánh Tài"}),
        ("Ai dự lễ khai mạc hội múa lân Đồng Rùa?", {"Kiều Văn Lân", "Thạch Thị Rí"}, {"Sơn Thị Mến"}),
        ("Ai dự lễ bế mạc hội múa lân Đồng Rùa?", {"Sơn Thị Mến"}, {"Kiều Văn Lân", "Thạch Thị Rí"}),
        ("Ai phát biểu tại cuộc họp về kè biển Cồn Tra, đề nghị bơm thêm cát?", {"Lê Muộn"}, {"Nguyễn Văn Cần"}),
        ("Ai vắng mặt ở buổi tiếp đoàn doanh nghiệp Peru?", {"Trần Thị Lệ"}, {"Lê Muộn"}),
        ("Ai được Chủ tịch nước ủy quyền trao huân chương cho bà Lý Thị Sen?", {"Phan Văn Cừ"}, {"Đinh Văn Thi"}),
    ],
)
def test_of_each_event_its_own_people(press: Library, question: str, there: set[str], elsewhere: set[str]) -> None:
    names = {item.text for item in press.ask(question).items}
    assert names >= there
    assert names.isdisjoint(elsewhere)


@pytest.mark.parametrize(
    "question",
    [
        "Ông Lê Xuân Đường có dự lễ khởi công nhà máy gạch Rú Gám không?",
        "Ông Lê Muộn có dự buổi tiếp đoàn doanh nghiệp Peru không?",
    ],
)
def test_who_was_at_the_other_event_is_not_said_to_have_been_there(press: Library, question: str) -> None:
    answer = press.ask(question)
    assert answer.status is not Status.ANSWERED or answer.items[0].text == "không"


@pytest.mark.parametrize(
    "text, offices",
    [
        ("Thừa ủy quyền của Chủ tịch nước, Đại tá Phan Văn Cừ trao quà.", ("Đại tá",)),
        ("Thay mặt Thủ tướng Chính phủ, ông Phan Văn Cừ trao quà.", ()),
        ("Thay mặt Tổng Bí thư, Chủ tịch nước Phan Văn Cừ, bà tặng hoa.", ("Tổng Bí thư", "Chủ tịch nước")),
        ("Phó Thủ tướng, Bộ trưởng Ngoại giao Phan Văn Cừ trao quà.", ("Phó Thủ tướng", "Bộ trưởng Ngoại giao")),
    ],
)
def test_in_whose_name_somebody_acts_is_no_office_of_his(text: str, offices: tuple[str, ...]) -> None:
    assert find_people(text)[0].offices == offices


@pytest.mark.parametrize("question", ["Ai khai mạc hội múa lân Đồng Rùa?", "Ai bế mạc hội múa lân Đồng Rùa?"])
def test_who_is_at_the_opening_or_the_close_does_not_open_or_close(press: Library, question: str) -> None:
    assert press.ask(question).status is Status.NOT_FOUND
