"""Which event, and what it is held for."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval import Library, Status
from retrieval.answering.asking.question import analyse
from retrieval.answering.details.occasions import asks_occasion, find_occasions
from retrieval.answering.details.which import beginning_in
from retrieval.facts.events import find_event_phrases

REPORT = """Đoàn Bình Sơn thăm Hải Khê

Sáng 9/3, đoàn đại biểu tỉnh Bình Sơn do ông Tạ Quang Lĩnh dẫn đầu thăm Hải Khê nhân dịp 30 năm hai tỉnh kết nghĩa.

Trong chuyến thăm Hải Khê, ông Lĩnh giới thiệu chương trình Giao lưu văn hóa - du lịch Bình Sơn - Hải Khê lần 2.

Tại buổi họp báo của Sở Du lịch, ông Lĩnh cho biết vụ tàu chìm ở cửa Lạch vẫn đang được làm rõ.

Bộ sưu tập gốm trưng bày ở nhà hát là kết quả của cuộc vận động hiến tặng cổ vật.
"""


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("events")
    (folder / "binh-son.txt").write_text(REPORT, "utf-8")
    return Library.read([Path(folder)])


@pytest.mark.parametrize(
    ("question", "event"),
    [
        ("Đoàn Bình Sơn của ông Tạ Quang Lĩnh thăm Hải Khê nhân dịp gì?", "30 năm hai tỉnh kết nghĩa"),
        (
            "Ông Tạ Quang Lĩnh giới thiệu chương trình nào trong chuyến thăm Hải Khê?",
            "chương trình Giao lưu văn hóa - du lịch Bình Sơn - Hải Khê lần 2",
        ),
        ("Ông Lĩnh nói vụ tàu chìm ở cửa Lạch vẫn đang làm rõ tại sự kiện nào?", "buổi họp báo của Sở Du lịch"),
        ("Bộ sưu tập gốm ở nhà hát là kết quả của hoạt động nào?", "cuộc vận động hiến tặng cổ vật"),
    ],
)
def test_the_event_asked_for(reports: Library, question: str, event: str) -> None:
    answer = reports.ask(question)
    assert answer.status is Status.ANSWERED
    assert answer.items[0].text == event


@pytest.mark.parametrize(
    ("question", "event"),
    [
        (
            "Cuộc gặp của bà Vi Thị Sim với Thống đốc Marko Petrov diễn ra bên lề sự kiện nào?",
            "Diễn đàn Lúa gạo Tân Hải",
        ),
        ("Bà Vi Thị Sim tới Tân Hải dự sự kiện gì?", "Diễn đàn Lúa gạo Tân Hải"),
        ("Bà Vi Thị Sim có cuộc gặp nào ở Tân Hải?", "cuộc gặp với Thống đốc Marko Petrov"),
        ("Bà Vi Thị Sim nói gạo thơm sau mưa sớm là ở sự kiện nào?", "Hội chợ Gạo thơm Tân Hải"),
        ("Trong chuyến đi 4/6, bà Vi Thị Sim dự diễn đàn nào?", "Diễn đàn Lúa gạo Tân Hải"),
    ],
)
def test_nobody_attends_a_meeting_of_two(tmp_path: Path, question: str, event: str) -> None:
    (tmp_path / "lua.txt").write_text(
        "Bà Vi Thị Sim tới Tân Hải\n\nSáng 4/6, bà Vi Thị Sim tới Tân Hải, có cuộc gặp với Thống đốc Marko Petrov bên "
        "lề Diễn đàn Lúa gạo Tân Hải. Bà Vi Thị Sim dự Diễn đàn Lúa gạo Tân Hải.\n\nTại Hội chợ Gạo thơm Tân Hải, bà "
        "Vi Thị Sim nói gạo thơm nhờ mưa sớm.\n",
        "utf-8",
    )
    assert Library.read([tmp_path]).ask(question).items[0].text == event


CAMPAIGN = """Nam Hải làm đẹp đường làng

Sáng 4/6/2022, Hội nghị Môi trường Nam Hải khai mạc. Bà Vi Thị Sim phát động phong trào "Mỗi ngõ một vườn hoa".

Chương trình nghệ thuật "Gió bãi bồi" diễn ra tối 5/6 tại sân vận động. Cuộc thi ảnh Sóng Xanh được công bố ở hội nghị.
Ông Tạ Quang Lĩnh trao giải cho cuộc thi này, rồi dự Hội nghị Môi trường Nam Hải.
"""


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Bà Vi Thị Sim phát động phong trào nào?", 'phong trào "Mỗi ngõ một vườn hoa"'),
        ("Bà Vi Thị Sim phát động cuộc vận động nào?", 'phong trào "Mỗi ngõ một vườn hoa"'),
        ("Chương trình nào diễn ra ngày 5/6?", 'Chương trình nghệ thuật "Gió bãi bồi"'),
        ("Cuộc thi nào được công bố tại hội nghị?", "Cuộc thi ảnh Sóng Xanh"),
        ("Ông Tạ Quang Lĩnh trao giải cho cuộc thi nào?", "Cuộc thi ảnh Sóng Xanh"),
        ("Ông Tạ Quang Lĩnh phát động phong trào nào?", None),
    ],
)
def test_the_name_of_a_campaign_or_contest(tmp_path: Path, question: str, name: str | None) -> None:
    (tmp_path / "nam-hai.txt").write_text(CAMPAIGN, "utf-8")
    assert next((item.text for item in Library.read([tmp_path]).ask(question).items), None) == name


def test_all_conferences_of_a_person_and_nothing_else(tmp_path: Path) -> None:
    person = "Thứ trưởng Cao Bá Thụy"
    told = [
        (f"Sáng {day}/5/2019, {person} dự Hội nghị {name} tại Tân Hải.", f"Hội nghị {name}")
        for day, name in enumerate(
            ("Chè xanh", "Cá tra", "Lúa nổi", "Gốm cổ", "Đèn biển", "Dệt chiếu", "Muối hầm", "Ong rừng", "Tơ sống",
             "Sen trắng"), 2,
        )
    ]  # fmt: skip
    others = [
        f"Chiều 20/5/2019, {person} hội đàm với đại sứ Arda về Hội nghị Mía đường sắp tới.",
        f"Sáng 21/5/2019, {person} nói giá mía tăng. Hội nghị Mía đường khai mạc tháng sau.",
    ]
    for number, text in enumerate((*(text for text, _ in told), *others)):
        (tmp_path / f"{number}.txt").write_text(f"Tin ngày {number}\n\n{text}\n", "utf-8")
    answer = Library.read([tmp_path]).ask("Cao Bá Thụy dự những hội nghị nào?")
    assert {item.text for item in answer.items} == {name for _, name in told}


@pytest.mark.parametrize(
    ("text", "occasions"),
    [
        ("Hai bên gặp nhau nhân dịp Tết Trung thu.", ["Tết Trung thu"]),
        ("Lễ kỷ niệm 45 năm ngày thành lập trường diễn ra chiều nay.", ["Lễ kỷ niệm 45 năm ngày thành lập trường"]),
        ("Nhân dịp kỷ niệm 10 năm hợp tác, hai bên tặng quà.", ["kỷ niệm 10 năm hợp tác"]),
        ("Các hoạt động chào mừng Đại hội Đoàn được tổ chức ở tỉnh.", ["chào mừng Đại hội Đoàn"]),
        ("Cá nhân Hoàng Văn Lợi nhận bằng khen của nhân dân Hà Tĩnh.", []),
        ("Ông nhắc lại một kỷ niệm vui thời sinh viên.", []),
    ],
)
def test_occasions(text: str, occasions: list[str]) -> None:
    assert [o.text for o in find_occasions(text)] == occasions
    assert all(text[o.start : o.end] == o.text for o in find_occasions(text))


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Ông Nam sang thăm nước bạn nhân dịp gì?", True),
        ("Thành phố bắn pháo hoa mừng sự kiện nào?", True),
        ("Ông Nam dự hoạt động kỷ niệm nào?", True),
        ("Ông Nam dự hội nghị nào nhân dịp 20 năm hợp tác?", False),
        ("Ông Nam dự lễ gì?", False),
    ],
)
def test_questions_for_an_occasion(question: str, asked: bool) -> None:
    assert asks_occasion(analyse(question)) is asked


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("dự Ngày hội văn hóa - thể thao các dân tộc", "Ngày hội văn hóa - thể thao các dân tộc"),
        ("dự hội nghị tổng kết - mọi người vỗ tay", "hội nghị tổng kết"),
        ("gặp nhau tại cuộc hội kiến với Thủ tướng nhân dịp dự Hội nghị cấp cao ASEAN", "cuộc hội kiến với Thủ tướng"),
    ],
)
def test_where_the_name_of_an_event_ends(text: str, event: str) -> None:
    assert find_event_phrases(text)[0].text == event


def test_what_the_question_tells_is_no_answer() -> None:
    assert beginning_in("vu tau chim o cua lach", "ong linh noi vu tau chim o dau")
    assert beginning_in("chuyen tham hai khe", "viec mo dau chuyen tham hai khe la gi")
    assert not beginning_in("vu tau chim", "ong linh noi vu tau chim o dau")


def test_an_office_before_the_name_says_no_more_than_the_name(tmp_path: Path) -> None:
    for place, day in (("Bến Mía", "2/3"), ("Bến Dừa", "5/6")):
        lead = f"Sáng {day}/2021, ông Lâm Văn Chài, Bí thư Huyện ủy, phát biểu tại hội nghị nghề cá {place}."
        (tmp_path / f"{place}.txt").write_text(f"Hội nghị nghề cá {place}\n\n{lead}", "utf-8")
    answer = Library.read([tmp_path]).ask("Bí thư Huyện ủy Lâm Văn Chài phát biểu ở những hội nghị nào?")
    assert len(answer.items) == 2
