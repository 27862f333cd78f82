"""Guests of an event that is held in several places, and questions about the parts of a report that tell of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval import Kind, Library, Status

REPORTS = {
    "thuy-san.txt": """Hội nghị Thủy sản lần thứ 8: đưa cá tra đi xa hơn

Sáng 6/5/2022, Bộ Nông nghiệp tổ chức Hội nghị Thủy sản lần thứ 8 theo hình thức trực tiếp kết hợp với trực tuyến tại \
Hội trường Sông Hậu, Cung Văn hóa Tân Hải, thành phố Cần Thơ. Hội nghị diễn ra ngay sau Hội nghị Kiểm ngư lần thứ 4 do \
Thứ trưởng Đỗ Văn Cảnh chủ trì.

Dự tại điểm cầu tỉnh Sao Mai có các đồng chí: Hồ Bá Lộc, Ủy viên Ban Thường vụ, Bí thư Huyện ủy Tân Hải; Lê Thị Ngân, \
Phó Chủ tịch UBND tỉnh.

Phó Thủ tướng Trần Quốc Khải phát biểu tại phiên họp toàn thể về giống cá. Thủ tướng Vũ Đăng Minh gửi lẵng hoa.

Mượn lời bài hát của nhạc sĩ Bùi Đức Anh, Phó Thủ tướng Trần Quốc Khải cho rằng con cá nuôi cả một vùng.

Các chuyên đề gồm: “Nước sạch cho ao nuôi” do ông Phan Văn Tá, Viện trưởng Viện Thủy lợi trình bày; “Giống cá tra thế \
hệ mới” do bà Mai Thị Hằng, Ủy viên Hội đồng giống quốc gia trình bày.
""",
    "chuyen-tham.txt": """Hai nước bàn việc mở đường bay

Chiều 3/2/2020, phái đoàn do ông Lâm Chí Dũng dẫn đầu tới Tổng lãnh sự quán Lào ở Đà Nẵng làm thủ tục. Cuộc gặp cấp bộ \
trưởng đầu tiên diễn ra tại Thủ đô Viêng Chăn của Lào. Đoàn Hải Phòng cũng có mặt.
""",
}


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("guests")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, "utf-8")
    return Library.read([Path(folder)])


SAID = [
    ("Bà Lê Thị Ngân dự Hội nghị Thủy sản lần thứ 8 từ đâu?", Kind.PLACE, ["tỉnh Sao Mai"]),
    ("Phó Chủ tịch tỉnh Lê Thị Ngân dự Hội nghị Thủy sản lần thứ 8 sáng hôm nào?", Kind.DATE, ["6/5/2022"]),
    ("Ai dự Hội nghị Thủy sản lần thứ 8 ở đầu cầu Sao Mai?", Kind.PEOPLE, ["Hồ Bá Lộc", "Lê Thị Ngân"]),
    ("Bí thư Huyện ủy nào theo dõi Hội nghị Thủy sản lần thứ 8?", Kind.PEOPLE, ["Hồ Bá Lộc"]),
    ("Ngoài Bí thư Huyện ủy Tân Hải, đồng chí Hồ Bá Lộc còn là gì?", Kind.OFFICE, ["Ủy viên Ban Thường vụ"]),
    ("Phó Thủ tướng Trần Quốc Khải có phát biểu ở Hội nghị Thủy sản lần thứ 8 không?", Kind.YES_NO, ["có"]),
    ("Hội nghị Thủy sản lần thứ 8 họp buổi sáng hay buổi chiều ngày 6/5?", Kind.DATE, ["sáng 6/5/2022"]),
    ("Hội nghị Thủy sản lần thứ 8 họp theo hình thức gì?", Kind.THEME, ["trực tiếp kết hợp với trực tuyến"]),
    ("Hội trường Sông Hậu nằm trong tòa nhà nào?", Kind.PLACE, ["Cung Văn hóa Tân Hải"]),
    ("Ai mượn lời bài hát để nói về con cá ở Hội nghị Thủy sản?", Kind.PEOPLE, ["Trần Quốc Khải"]),
    ("Ai trình bày chuyên đề về nước sạch cho ao nuôi ở Hội nghị Thủy sản?", Kind.PEOPLE, ["Phan Văn Tá"]),
    ("Đồng chí Ủy viên Hội đồng giống quốc gia trình bày ở Hội nghị Thủy sản là ai?", Kind.PEOPLE, ["Mai Thị Hằng"]),
    ("Phái đoàn của ông Lâm Chí Dũng tới đâu làm thủ tục?", Kind.PLACE, ["Tổng lãnh sự quán Lào ở Đà Nẵng"]),
    ("Cuộc gặp cấp bộ trưởng đầu tiên về đường bay diễn ra ở thành phố nào?", Kind.PLACE, ["Viêng Chăn"]),
]


@pytest.mark.parametrize(("question", "kind", "items"), SAID)
def test_what_the_reports_say(reports: Library, question: str, kind: Kind, items: list[str]) -> None:
    answer = reports.ask(question)
    assert answer.kind is kind
    assert [item.text for item in answer.items] == items


def test_what_is_told_of_one_edition_proves_nothing_of_another(reports: Library) -> None:
    answer = reports.ask("Hội nghị Kiểm ngư lần thứ 4 diễn ra ngày nào?")
    assert answer.status is Status.NOT_FOUND


def test_who_was_at_another_venue_was_not_at_this_one(reports: Library) -> None:
    answer = reports.ask("Bà Lê Thị Ngân có dự Hội nghị Thủy sản lần thứ 8 ở Cần Thơ không?")
    assert [item.text for item in answer.items] == ["không", "tỉnh Sao Mai"]
    assert reports.ask("Bà Lê Thị Ngân có dự Hội nghị Thủy sản ở tỉnh Sao Mai không?").items[0].text == "có"


def test_the_place_that_ends_a_question_keeps_those_who_were_there(reports: Library) -> None:
    answer = reports.ask("Ai dự Hội nghị Thủy sản lần thứ 8 ở Sao Mai?")
    assert [item.text for item in answer.items] == ["Hồ Bá Lộc", "Lê Thị Ngân"]


@pytest.mark.parametrize(
    "question",
    [
        "Hồ Chí Minh có dự Hội nghị Thủy sản lần thứ 8 không?",  # a name that no report has for a person
        "Chủ tịch Cần Thơ dự Hội nghị Thủy sản là ai?",
    ],
)
def test_what_no_report_tells(reports: Library, question: str) -> None:
    assert reports.ask(question).status is Status.NOT_FOUND


def test_a_delegation_is_nobody(reports: Library) -> None:
    assert "doanhaiphong" not in reports._collection.spellings


def test_who_was_at_one_session_was_not_told_at_another(tmp_path: Path) -> None:
    (tmp_path / "hop.txt").write_text(
        "Hội nghị Muối lần thứ 2\n\nNgày 3/3/2021, Hội nghị Muối lần thứ 2 họp tại Vinh.\n\n"
        "Dự Hội nghị Muối lần thứ 2 có: Thủ tướng Vũ Đăng Minh dự phiên khai mạc; Phó Thủ tướng Trần Quốc Khải dự "
        "phiên toàn thể về giá xuất khẩu, phát biểu; ông Phan Văn Tá chủ trì Hội thảo Ruộng muối.",
        "utf-8",
    )
    library = Library.read([tmp_path])
    question = "{} có dự phiên khai mạc Hội nghị Muối lần thứ 2 không?"
    assert library.ask(question.format("Ông Vũ Đăng Minh")).items[0].text == "có"
    assert library.ask(question.format("Ông Trần Quốc Khải")).status is Status.NOT_FOUND


SIDES = {
    "khi-dot.txt": """Tân Long và Lumut ký hợp đồng mua khí

Sáng 5/4/2023, Tân Long và Lumut ký hợp đồng mua khí đốt tại Vũng Tàu.

Về phía Tân Long có ông Lê Văn Bách, Chủ tịch HĐTV Tập đoàn. Về phía Lumut có ông Razak Hamid, Giám đốc kinh doanh.

Phát biểu tại lễ ký, bà Trần Thị Cúc, Phó Tổng giám đốc Tân Long, cảm ơn hai đoàn đàm phán.
""",
    "trai-sua.txt": """Sao Khuê mở trại sữa ở Măng Đen

Ngày 9/8/2022, Sao Khuê khánh thành trại sữa Măng Đen. Dự lễ khánh thành có ông Vũ Văn Đạt, Bí thư Tỉnh ủy Kon Tum; \
cùng bà Hồ Thị Lan – Chủ tịch HĐQT, ông Phan Văn Tú – Tổng giám đốc Sao Khuê.
""",
    "toa-an.txt": """Tòa án TP Tân Hải tổng kết năm

Sáng 12/1/2021, Tòa án nhân dân TP Tân Hải tổ chức hội nghị tổng kết năm.

Tại hội nghị, bà Đỗ Thị Hà - chánh án TAND TP Tân Hải cho biết số vụ án tăng. Tại hội nghị, ông Ngô Quang Huy - phó \
chánh án TAND Tối cao ghi nhận nỗ lực của đơn vị.
""",
    "bo-nhiem.txt": """Viện Biển có viện trưởng mới

Sáng 3/3/2021, Phó thủ tướng Phan Văn Lộc trao quyết định của Thủ tướng Đinh Quang Hải bổ nhiệm ông Tạ Văn Sĩ làm \
viện trưởng Viện Biển. Phát biểu tại lễ trao quyết định, Chủ tịch nước Lý Văn Khôi mong Viện Biển tiến xa.
""",
    "doanh-nghiep.txt": """Ngoại trưởng Mỹ không cử người đi dự diễn đàn doanh nhân GEF

Ngoại trưởng Mỹ Rob Tilden không cử ai tháp tùng cô Ivy Tramp tham dự diễn đàn doanh nhân GEF năm nay.

Trong những kỳ gần đây, cựu ngoại trưởng Jim Kerrin và cựu tổng thống Brad Obers đều tham gia diễn đàn doanh nhân GEF.
""",
    "ben-cau.txt": """Xã đảo mong có cầu

Chiều 9/12/2018, hội nghị nhìn lại 30 năm huyện Hải Đông nhập vào thành phố Vinh Giang diễn ra ở bến Cá.

Trình bày tại hội nghị, ông Đào Văn Khải - Chủ tịch UBND huyện Cồn Sậy, nêu mong muốn có cầu. Phát biểu tại hội nghị, \
Bí thư Thành ủy Vương Đức Long nói sẽ bàn thêm.
""",
    "goi-nhau.txt": """Ngoại trưởng hai nước bàn chuyện cá

Bộ trưởng Ngoại giao Trịnh Văn Phúc hôm nay có cuộc gặp song phương với Ngoại trưởng Lào Khamphan Sisavath bên lề \
Hội nghị Mê Kông tại Vinh Giang. Ông Phúc đánh giá cao việc Tổng thống Philippines Ramon Reyes tham dự Hội nghị Mê Kông.
""",
}
OF_A_SIDE = [
    # of what district somebody has an office says not where it was
    (
        "Những lãnh đạo nào được nêu tên đã dự hội nghị nhìn lại 30 năm huyện Hải Đông?",
        {"Đào Văn Khải", "Vương Đức Long"},
    ),
    # the two who met were at the meeting, whoever came to the conference beside it
    (
        "Cuộc gặp song phương bên lề Hội nghị Mê Kông có ông nào của hai nước tham gia?",
        {"Trịnh Văn Phúc", "Khamphan Sisavath"},
    ),
    # one of the side is on its list, one speaks and is told of by her office
    ("Những lãnh đạo Tân Long nào được nêu tên tại lễ ký hợp đồng mua khí với Lumut?", {"Lê Văn Bách", "Trần Thị Cúc"}),
    # the body of the office is told with the next one
    ("Lãnh đạo Sao Khuê nào có mặt tại lễ khánh thành trại sữa Măng Đen?", {"Hồ Thị Lan", "Phan Văn Tú"}),
    ("Lãnh đạo Kon Tum nào có mặt tại lễ khánh thành trại sữa Măng Đen?", {"Vũ Văn Đạt"}),
    # of two courts the one that is named in full
    ("Lãnh đạo nào của TAND Tối cao có mặt ở hội nghị tổng kết năm của Tòa án TP Tân Hải?", {"Ngô Quang Huy"}),
    # of either body; who only signed a decision was not there
    (
        "Những lãnh đạo Nhà nước, Chính phủ nào có mặt ở lễ trao quyết định bổ nhiệm viện trưởng Viện Biển?",
        {"Phan Văn Lộc", "Lý Văn Khôi"},
    ),
    # of which country is not told of all; who leads still is no former leader
    ("Những cựu lãnh đạo Mỹ nào từng tham gia diễn đàn doanh nhân GEF?", {"Jim Kerrin", "Brad Obers"}),
]


@pytest.mark.parametrize(("question", "names"), OF_A_SIDE)
def test_all_of_the_side_asked_about_who_were_there(tmp_path: Path, question: str, names: set[str]) -> None:
    for name, text in SIDES.items():
        (tmp_path / name).write_text(text, "utf-8")
    assert {item.text for item in Library.read([tmp_path]).ask(question).items} == names
