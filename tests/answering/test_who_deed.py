"""Who did what verbs of no table tell, who stands for whom, and which nouns somebody may be called by."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval import Library, Status
from retrieval.answering.asking.question import analyse
from retrieval.answering.model import Kind
from retrieval.answering.who.who_deed import deed_asked

REPORTS = {
    "xuong-dong-coc-lieu.txt": """Dời xưởng đóng ghe Cọc Liễu

Chiều 6/5/2021, tại cuộc họp ở xưởng đóng ghe Cọc Liễu, thượng tá Đinh Trọng Nghĩa - Phó trưởng phòng Cảnh sát đường \
thủy - đã nhận được thư của bà con xin dời xưởng. Ông Tạ Đình Lục đã cất giữ cuốn sổ ghe từ năm 1990.

Cuốn sổ ghe được ông Mai Chí Công đem phơi khô. Bà Hồ Thị Lụa lén chép lại cuốn sổ ghe cho con. Đại diện gia đình thợ \
cả, ông Vương Đắc Lợi nói xưởng là nhà của họ. Bà Hà Thị Mận, Giám đốc Công ty Ghe Sen Nam, nói công ty sẽ dời xưởng.

Nghị sĩ Tom Becker và cựu nghị sĩ Ole Dahl dắt đoàn khách qua xưởng. Nhà kinh tế Ana Prado của Quỹ Bờ Cát nhận xét \
nghề ghe sẽ còn sống.

Xưởng ghe Cọc Liễu được thiết kế bởi “ông vua mái lá” Enzo Vidal. Kỷ vật xưởng ghe do nghị sĩ Tom Becker giữ.
""",
    "hop-bao-coc-lieu.txt": """Họp báo về con đò Cọc Liễu

Sáng 7/5/2021, họp báo về con đò Cọc Liễu diễn ra ở nhà làng. Bà Lương Thị Tơ, Trưởng ban Khuyến nông tỉnh, trả lời \
câu hỏi của báo giới tại họp báo.
""",
}


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("deed")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, "utf-8")
    return Library.read([Path(folder)])


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Ai đã cất giữ cuốn sổ ghe ở xưởng Cọc Liễu?", {"Tạ Đình Lục"}),
        ("Ai chép lại cuốn sổ ghe ở xưởng Cọc Liễu?", {"Hồ Thị Lụa"}),
        ("Ai đem phơi khô cuốn sổ ghe ở xưởng Cọc Liễu?", {"Mai Chí Công"}),
        ("Kiến trúc sư nào thiết kế xưởng ghe Cọc Liễu?", {"Enzo Vidal"}),  # who designs is one
        ("Kiến trúc sư nào giữ kỷ vật xưởng ghe Cọc Liễu?", set()),  # who is told to be something else is none
        ("Hai chính trị gia nào dắt đoàn khách qua xưởng Cọc Liễu?", {"Tom Becker", "Ole Dahl"}),
        ("Ai đại diện gia đình thợ cả lên tiếng ở xưởng Cọc Liễu?", {"Vương Đắc Lợi"}),
        ("Nhà kinh tế nào của Quỹ Bờ Cát nhận xét nghề ghe sẽ còn sống?", {"Ana Prado"}),
        ("Phía Công ty Ghe Sen Nam ai lên tiếng ở cuộc họp tại xưởng Cọc Liễu?", {"Hà Thị Mận"}),
        # who gets something at an event is there
        ("Vị lãnh đạo nào của Phòng Cảnh sát đường thủy dự cuộc họp ở xưởng Cọc Liễu?", {"Đinh Trọng Nghĩa"}),
    ],
)
def test_the_doer_of_any_verb_answers(press: Library, question: str, names: set[str]) -> None:
    assert {item.text for item in press.ask(question).items} == names


@pytest.mark.parametrize(
    "question",
    [
        "Ai được bầu làm trưởng xưởng đóng ghe Cọc Liễu?",
        "Cây bút nào lên tiếng ở họp báo con đò Cọc Liễu?",
        "Ai đốt cuốn sổ ghe ở xưởng Cọc Liễu?",
    ],
)
def test_nobody_else_does(press: Library, question: str) -> None:
    assert press.ask(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "verb"),
    [
        ("Ai đã giải đáp câu hỏi của báo giới?", "giải đáp"),
        ("Người nào cũng từng vẽ tấm bản đồ này?", "vẽ"),
        ("Ai phát biểu khai mạc hội chợ?", "phát biểu khai mạc"),
        ("Hội đồng sa thải những ai?", "sa thải"),
        ("Ai bên Sở Y tế giải đáp?", ""),
        ("Ai ở làng vẽ bản đồ?", ""),
        ("Bà Hoa giao lưu với những ai?", "giao lưu"),
    ],
)
def test_the_verb_of_a_question(question: str, verb: str) -> None:
    read = analyse(question)
    deed = deed_asked(read)
    assert (read.text[deed.start : deed.end] if deed is not None else "") == verb


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Người trao bằng khen cho ông Trần Văn An là ai?", Kind.PEOPLE),
        ("Hoa hậu đảo Sò kết hôn với ca sĩ Lê Văn Bình là ai?", Kind.PEOPLE),
        ("Kế toán hợp tác xã ghi sổ theo lệnh ông Trần Văn An là ai?", Kind.PEOPLE),
        ("Phó chủ tịch tỉnh Trần Văn An là ai?", Kind.OFFICE),
        ("Trong vụ này, thợ cả Trần Văn An là ai?", Kind.OFFICE),
    ],
)
def test_who_is_another_than_the_one_named_last(question: str, kind: Kind) -> None:
    assert analyse(question).kind is kind


OFFICES = {
    "ban-do-ghe.txt": """Thủ tướng Chile kêu gọi cứu nghề ghe

Thủ tướng Chile kêu gọi các đảo cứu nghề đóng ghe buồm.

Sáng 9/5/2021, Thủ tướng Chile Tavita Leota đến bến. Trưởng ban Giữ nghề ghe buồm là ông Lương Văn Thơi, ông Trịnh \
Văn Bảy làm phó trưởng ban cùng chín thợ cả. Bà Hà Thị Mận làm trưởng ban Chợ cá.
""",
}


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Ai làm phó trưởng ban Giữ nghề ghe buồm?", {"Trịnh Văn Bảy"}),
        ("Ai làm trưởng ban Chợ cá?", {"Hà Thị Mận"}),
        # told by the office before the name is given
        ("Nhà lãnh đạo nào kêu gọi các đảo cứu nghề đóng ghe buồm?", {"Tavita Leota"}),
    ],
)
def test_offices_lead_to_their_holders(tmp_path: Path, question: str, names: set[str]) -> None:
    for name, text in OFFICES.items():
        (tmp_path / name).write_text(text, "utf-8")
    assert {item.text for item in Library.read([tmp_path]).ask(question).items} == names


SIDES = """Liên hoan trống hội Làng Đôi lần thứ 6

Chiều 9/9/2021, liên hoan trống hội Làng Đôi lần thứ 6 bế mạc dưới sự chủ trì của ông Vũ Văn Dùi. Trong khuôn khổ liên \
hoan có cuộc họp nghề trống do bà Mai Thị Tang chủ trì.
"""


def test_who_chaired_another_part_is_no_answer(tmp_path: Path) -> None:
    (tmp_path / "trong.txt").write_text(SIDES, "utf-8")
    library = Library.read([tmp_path])
    assert library.ask("lien hoan trong hoi lang doi lan 6 khai mac do ai chu tri").status is Status.NOT_FOUND
    assert [i.text for i in library.ask("Ai chủ trì lễ bế mạc liên hoan trống hội Làng Đôi?").items] == ["Vũ Văn Dùi"]


ELECTED = """Đại hội Hội Nghề cá Cồn Én

Ngày 8/5/2021, Đại hội Hội Nghề cá Cồn Én lần thứ ba diễn ra. Ban Chấp hành đã bầu ông Mai Chí Công tái giữ chức Chủ \
tịch hội; bà Hồ Thị Lụa và ông Tạ Đình Lục được bầu làm Phó Chủ tịch hội.
"""


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Ai được bầu làm Chủ tịch Hội Nghề cá Cồn Én?", {"Mai Chí Công"}),
        ("Ai được bầu giữ chức Chủ tịch hội?", {"Mai Chí Công"}),
        ("Những ai được bầu làm Phó Chủ tịch hội?", {"Hồ Thị Lụa", "Tạ Đình Lục"}),
    ],
)
def test_who_was_made_what_is_told_behind_the_verb(tmp_path: Path, question: str, names: set[str]) -> None:
    (tmp_path / "hoi.txt").write_text(ELECTED, "utf-8")
    assert {item.text for item in Library.read([tmp_path]).ask(question).items} == names
