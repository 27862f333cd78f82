"""Who, how many of them, and which ones a noun may mean, over reports written for the tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval import Library, Status
from retrieval.answering.asking.question import analyse
from retrieval.answering.asking.who_asked import asks_object, led_up, main_act, nouns_beside, sides_asked
from retrieval.answering.asking.who_how_many import is_between, is_plural
from retrieval.answering.evidence.office_names import of_other_body
from retrieval.answering.who.who_by_office import contradicts
from retrieval.answering.who.who_nouns import noun_allows
from retrieval.facts.acts import Act

REPORTS = {
    "khai-hoi-den-long.txt": """Khai hội đèn lồng Bến Trăng

Tối 12/9/2020, lễ khai hội đèn lồng diễn ra tại công viên Bến Trăng. Tới dự lễ khai hội có Phó bí thư Thành ủy TP. \
Hải Phòng Trần Thị Ngọc, Trưởng ban Dân vận Thành ủy Đỗ Văn Sơn, Chủ tịch Hội Nhà văn Lý Thu Hà.

Ca sĩ Mai Thảo, nhạc sĩ Hoàng Long và NSND Vũ Bích Liên biểu diễn tại lễ khai hội.
""",
    "sang-tham-an-hai.txt": """Tổng thống Ba Lan thăm An Hải

Tổng thống Ba Lan Marko Petrov thăm An Hải từ 3 đến 5/10/2020 theo lời mời của Chủ tịch nước Lê Quốc Tuấn.

Chủ tịch nước Lê Quốc Tuấn hội đàm với Tổng thống Marko Petrov sáng 4/10.

Tổng thống Ba Lan Marko Petrov và Thủ tướng Croatia Anna Kovac cùng dự lễ khánh thành cầu An Hải chiều 5/10.

Chủ trì do ông Đặng Văn Phú - Giám đốc Sở Ngoại vụ, ông Lại Minh Đức - Phó giám đốc Sở Ngoại vụ, họp báo về \
chuyến thăm diễn ra chiều 3/10.

Ông Ivan Bilic, người phát ngôn Bộ Ngoại giao Ba Lan, bác tin Tổng thống Petrov sẽ từ chức. Tổng thống Petrov phái \
đặc phái viên Adam Wolski sang Oslo bàn việc mua tàu.

Sáng 2/10, Tổng thống Ba Lan Marko Petrov tự lái thuyền đón Thủ tướng Croatia trên hồ cạnh phủ tổng thống Ba Lan.
""",
    "hop-song-lam.txt": """Họp cấp cao các nước ven sông Lam

Hội nghị cấp cao các nước ven sông Lam khai mạc ngày 6/11/2020. Trong số 12 nhà lãnh đạo dự hội nghị có Tổng thống \
Ba Lan Marko Petrov, Quốc vương Thụy Điển Felipe Ramos và Thủ tướng Croatia Anna Kovac. Chuyên gia thủy văn Peter \
Novak trình bày báo cáo về lũ.

Đoàn Chile do ông Pablo Soto (Phó chánh thanh tra) làm trưởng đoàn.
""",
}  # fmt: skip


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("who")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, "utf-8")
    return Library.read([Path(folder)])


@pytest.mark.parametrize(
    ("question", "names"),
    [
        # A list names its body in full once; who is of another body is not of it.
        ("Lãnh đạo Thành ủy TP. Hải Phòng nào dự lễ khai hội đèn lồng Bến Trăng?", ["Trần Thị Ngọc", "Đỗ Văn Sơn"]),
        ("Những nghệ sĩ nào biểu diễn tại lễ khai hội đèn lồng?", ["Mai Thảo", "Hoàng Long", "Vũ Bích Liên"]),
        ("Tổng thống và thủ tướng nào dự lễ khánh thành cầu An Hải?", ["Marko Petrov", "Anna Kovac"]),
        ("Tổng thống Ba Lan thăm An Hải theo lời mời của ai?", ["Lê Quốc Tuấn"]),
        ("Cuộc hội đàm sáng 4/10 ở An Hải là giữa những nhà lãnh đạo nào?", ["Lê Quốc Tuấn", "Marko Petrov"]),
        ("Ai bác tin Tổng thống Petrov từ chức?", ["Ivan Bilic"]),
        ("Tổng thống Petrov phái ai sang Oslo bàn việc mua tàu?", ["Adam Wolski"]),
        ("Ai lái thuyền đón Thủ tướng Croatia cạnh phủ tổng thống Ba Lan?", ["Marko Petrov"]),  # a house
        ("Ai chủ trì họp báo chiều 3/10 về chuyến thăm của Tổng thống Ba Lan?", ["Đặng Văn Phú", "Lại Minh Đức"]),
        ("Người phát ngôn Bộ Ngoại giao Ba Lan nào bác tin Tổng thống Petrov từ chức?", ["Ivan Bilic"]),
        ("Trưởng đoàn Chile dự hội nghị cấp cao các nước ven sông Lam là ai?", ["Pablo Soto"]),
        (
            "Những nguyên thủ nào dự hội nghị cấp cao các nước ven sông Lam?",
            ["Marko Petrov", "Felipe Ramos", "Anna Kovac"],
        ),
        ("Ai trình bày báo cáo về lũ tại hội nghị cấp cao các nước ven sông Lam?", ["Peter Novak"]),
    ],
)
def test_names_those_who_answer(press: Library, question: str, names: list[str]) -> None:
    answer = press.ask(question)
    assert answer.status is Status.ANSWERED
    assert [item.text for item in answer.items] == names
    quotes = " ".join(e.quote for e in answer.evidence)
    assert all(name in quotes for name in names)


@pytest.mark.parametrize(
    "question",
    [
        "Ai tháp tùng Tổng thống Marko Petrov tại lễ khánh thành cầu An Hải?",  # no report tells of an escort
        "Ca sĩ nào trình bày báo cáo về lũ tại hội nghị cấp cao các nước ven sông Lam?",  # no singer is there
    ],
)
def test_says_nothing(press: Library, question: str) -> None:
    assert press.ask(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "nouns"),
    [
        ("Tổng thống và thủ tướng nào dự lễ?", ("Tổng thống",)),
        ("Ca sĩ, nhóm nhạc và hoa hậu nào có mặt?", ("Ca sĩ", "nhóm nhạc")),
        ("Bộ trưởng nào dự lễ?", ()),
        ("Ông An gặp tổng thống và thủ tướng nào?", ()),  # behind a verb
        ("Ai dự lễ?", ()),
    ],
)
def test_nouns_asked_for_together(question: str, nouns: tuple[str, ...]) -> None:
    assert nouns_beside(analyse(question)) == nouns


@pytest.mark.parametrize(
    ("question", "plural"),
    [
        ("Những ai dự lễ?", True),
        ("Bị cáo nào được nêu tên tại phiên tòa?", True),
        ("Tổng thống và thủ tướng nào dự lễ?", True),
        ("Ngoài ông An, còn lãnh đạo nào dự lễ?", True),
        ("Vị bộ trưởng nào dự lễ?", False),
        ("Ai chủ trì hội nghị?", False),
    ],
)
def test_several_people_are_asked_for(question: str, plural: bool) -> None:
    assert is_plural(analyse(question)) is plural


@pytest.mark.parametrize(
    ("question", "between"),
    [
        ("Cuộc hội đàm là giữa những nhà lãnh đạo nào?", True),
        ("Cuộc gặp diễn ra giữa ai với ai?", True),
        ("Ai dự cuộc gặp giữa hai nước?", False),
    ],
)
def test_both_sides_are_asked_for(question: str, between: bool) -> None:
    assert is_between(analyse(question)) is between


@pytest.mark.parametrize(
    ("question", "before", "led"),
    [
        ("Ông Petrov thăm An Hải theo lời mời của ai?", "chuyen tham theo loi moi cua ", 1.0),
        ("Ông Petrov thăm An Hải theo lời mời của ai?", "chuyen tham theo loi moi cua tong thong ", 1.0),
        ("Ông Petrov thăm An Hải theo lời mời của ai?", "chuyen tham cua ", 0.0),
        ("Ông Petrov viết chung bài báo với ai?", "ong viet chung bai bao cung ", 1.0),
        ("Ông Petrov viết chung bài báo với ai?", "bai bao cua ", 0.0),
        ("Ai dự lễ khai hội?", "theo loi moi cua ", 0.0),
        ("Ông Petrov phái ai sang Oslo?", "hom qua ong phai ", 1.0),
        ("Ông Petrov phái ai sang Oslo?", "phai doan do ", 0.0),
        ("Ông Petrov phái ai sang Oslo?", "ong chao ", 0.0),
    ],
)
def test_words_lead_up_to_the_person(question: str, before: str, led: float) -> None:
    assert led_up(analyse(question), before) == led


@pytest.mark.parametrize(
    ("question", "act"),
    [
        ("Ai thay mặt Bộ Ngoại giao bác tin Ngoại trưởng Petrov từ chức?", Act.SAY),
        ("Ai chê bộ phim tại lễ khai hội?", Act.SAY),
        ("Ai cùng Tổng thống Petrov dự lễ khánh thành?", Act.ATTEND),
        ("Ai phát biểu tại lễ khai hội?", Act.SPEAK),
        ("Lễ hội bế mạc có những ca sĩ nào?", Act.CLOSE),
        ("Ai than rằng thuyền đua quá nặng?", Act.SAY),  # with any verb before "rằng"
        ('Ai gọi chuyến thăm An Hải của Tổng thống Petrov là "bước ngoặt"?', Act.SAY),
        ("Ai gọi điện thăm hỏi gia đình người lái thuyền là thương binh?", Act.VISIT),
        ('"Chúng ta phải giữ lấy con sông" là lời của ai?', Act.SAY),
        ("Người của Bộ Ngoại giao Ba Lan kể về cuộc gặp ở An Hải là ai?", Act.SAY),  # not who met
        ("Vị lãnh đạo phát biểu tại hội nghị gặp mặt tên là gì?", Act.SPEAK),
        ("Tại buổi gặp mặt, vị lãnh đạo phát biểu tên là gì?", Act.SPEAK),
    ],
)
def test_the_act_is_of_the_person_asked_for(question: str, act: Act | None) -> None:
    assert main_act(analyse(question)) is act


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Ông An gặp ai?", True),
        ("Bà An trao quà cho ai tại lễ khai mạc?", True),
        ("Công ty An Phú cử những ai sang nhận giải?", False),  # who is sent gets the prize
        ("Ông An cùng ai chủ trì hội nghị?", False),
        ("Ai chủ trì hội nghị?", False),
    ],
)
def test_something_is_done_to_those_asked_for(question: str, asked: bool) -> None:
    assert asks_object(analyse(question)) is asked


@pytest.mark.parametrize(
    ("question", "sides"),
    [
        ("Diễn đàn thanh niên tại Đại hội Hoa Sen do những ai đồng chủ trì?", []),  # an event is no side
        ("Ủy ban Văn hóa, Giáo dục và Nhi đồng có ai dự họp báo?", [("Ủy ban Văn hóa, Giáo dục và Nhi đồng", False)]),
        ("Phía Ba Lan có những ai dự lễ?", [("Ba Lan", False)]),
        ("Ai dự tại điểm cầu Bến Trăng?", [("Bến Trăng", True)]),
    ],
)
def test_sides(question: str, sides: list[tuple[str, bool]]) -> None:
    assert [s for s in sides_asked(analyse(question)) if s in sides] == sides
    assert bool(sides_asked(analyse(question))) is bool(sides)


@pytest.mark.parametrize(
    ("asked", "office", "other"),
    [
        ("Chủ tịch UBND thành phố Hà Nội", "Chủ tịch UBND thành phố Hải Phòng", True),
        ("Giám đốc Sở Tài chính", "Giám đốc Sở Nông nghiệp", True),
        ("Chủ tịch UBND tỉnh Hà Giang", "Chủ tịch UBND huyện Mèo Vạc", True),
        ("Bí thư Tỉnh ủy Thái Bình", "Bí thư Tỉnh ủy", False),
        ("bí thư tỉnh ủy Thái Bình", "Bí thư Tỉnh ủy", False),  # in small letters as typed
        ("bí thư tỉnh ủy Thái Bình", "Bí thư Thành ủy Huế", True),
        ("Bộ trưởng Ngoại giao", "Bộ trưởng Ngoại giao Việt Nam", False),
        ("Đại sứ Áo tại Việt Nam", "Đại sứ Việt Nam tại Áo", True),
        ("Đại sứ Việt Nam tại Áo", "Đại sứ Việt Nam tại Cộng hòa Áo", False),
    ],
)
def test_an_office_of_another_body(asked: str, office: str, other: bool) -> None:
    assert contradicts(office, asked) is other


@pytest.mark.parametrize(
    ("asked", "office", "other"),
    [
        ("chu tich hdnd thanh pho", "pho bi thu thanh uy, chu tich ubnd thanh pho", True),
        ("chu tich tinh", "chu tich ubnd tinh", False),  # the question names no body
        ("chu tich hoi dong nhan dan tinh", "bi thu tinh uy, chu tich hdnd tinh", False),
        ("giam doc cong an tinh", "giam doc so y te", False),  # told apart by their names elsewhere
        ("chu tich hdqt cong ty", "chu tich cong ty", False),
    ],
)
def test_bodies_of_one_place_are_told_apart(asked: str, office: str, other: bool) -> None:
    assert of_other_body(office, asked) is other


@pytest.mark.parametrize(
    "question",
    [
        "Chủ tịch UBND thành phố Đà Lạt là ai?",  # another town's is named
        "Bí thư Thành ủy An Hải là ai?",  # an assistant's and a deputy's office are not that office
    ],
)
def test_nobody_holds_that_office(press: Library, question: str) -> None:
    assert press.ask(question).status is Status.NOT_FOUND


ALLOWED = [
    ("Nguyên thủ nào dự hội nghị?", "Felipe Ramos", True),
    ("Nguyên thủ nào dự hội nghị?", "Peter Novak", False),
    ("Lãnh đạo nào dự hội nghị?", "Anna Kovac", True),
    ("Nhà lãnh đạo nào dự hội nghị?", "Peter Novak", False),
    ("Chuyên gia nào dự hội nghị?", "Peter Novak", True),
    ("Thủ tướng nào dự hội nghị?", "Anna Kovac", True),
    ("Thủ tướng nào dự hội nghị?", "Marko Petrov", False),
    ("Lãnh đạo Việt Nam nào dự hội nghị?", "Marko Petrov", False),
]


@pytest.mark.parametrize(("question", "name", "allowed"), ALLOWED)
def test_whom_a_noun_may_mean(press: Library, question: str, name: str, allowed: bool) -> None:
    place = next(i for i, d in enumerate(press.documents) if d.name == "hop-song-lam.txt")
    view = press._collection.view(place)
    person = next(p for p in view.facts.people.values() if p.name == name)
    assert noun_allows(analyse(question), view, person) is allowed


def test_the_office_in_the_body_asked_about_is_its_members(tmp_path: Path) -> None:
    (tmp_path / "hat.txt").write_text(
        "Giải nhất về tay ca sĩ Lò Minh Khánh\n\nGiải nhất thuộc về ca sĩ Lò Minh Khánh, học trò của thầy Tạ Quốc Bảo, "
        "chủ nhiệm khoa Thanh nhạc của Học viện Âm nhạc Sông Hồng.",
        "utf-8",
    )
    library = Library.read([tmp_path])
    asked = "Thầy Tạ Quốc Bảo dạy Lò Minh Khánh giữ chức gì ở Học viện Âm nhạc Sông Hồng?"
    assert library.ask(asked).items[0].text.startswith("chủ nhiệm khoa Thanh nhạc")
