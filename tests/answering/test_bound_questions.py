"""Questions that bind their answers: one of two offered, who was absent, what somebody said, deeds, kinds of events."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval import Kind, Library, Status
from retrieval.answering.asking.question import analyse
from retrieval.answering.evidence import absence, bound_words
from retrieval.answering.evidence.matching import query_words
from retrieval.answering.evidence.people_asked import people_named

REPORTS = {
    "dien-dan-rung.txt": """Diễn đàn Rừng và Nước lần thứ 3 tại thành phố Huế

Sáng 14/5/2021, Diễn đàn Rừng và Nước lần thứ 3 diễn ra tại thành phố Huế, không phải ở Vinh như năm trước.

Thứ trưởng Hoàng Bá Lộc chủ trì diễn đàn. Ông Tạ Văn Khiêm, Giám đốc Sở Nông nghiệp, tham dự.

Thứ trưởng Hoàng Bá Lộc cho biết diện tích rừng ngập mặn tăng gấp đôi nhờ nghị quyết của Hội nghị Lâm nghiệp lần thứ 8.

Bà Cao Thị Diệp, Chủ tịch Hội Làm vườn, vắng mặt vì lý do sức khỏe.

Hiệu trưởng Trường Mầm non Hoa Mai gửi hoa chúc mừng. Phó hiệu trưởng Trường Lâm nghiệp gửi quà.
""",
    "le-ky-ket.txt": """Ký kết hợp tác nuôi tôm

Chiều 2/8/2021, tại Cà Mau, Chủ tịch Hội Nuôi tôm Lưu Đình Sách ký kết văn bản hợp tác nuôi tôm.

Ông Phạm Công Tuấn dự lễ ký kết. Sau buổi lễ, các đại biểu dự Lễ hội Tôm Đất Mũi lần thứ 2. \
Ông Sách gặp ông Tuấn lần đầu bên lề Hội nghị Thủy sản Cà Mau.
""",
}


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("bound")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, "utf-8")
    return Library.read([Path(folder)])


ANSWERED = [
    ("Ông Hoàng Bá Lộc hay ông Tạ Văn Khiêm chủ trì Diễn đàn Rừng và Nước?", Kind.PEOPLE, "Hoàng Bá Lộc"),
    ("Ai chủ trì Diễn đàn Rừng và Nước, Tạ Văn Khiêm hay Hoàng Bá Lộc?", Kind.PEOPLE, "Hoàng Bá Lộc"),
    ("Diễn đàn Rừng và Nước lần thứ 3 diễn ra ngày 14/5 hay 15/5?", Kind.DATE, "14/5"),
    ("Diễn đàn Rừng và Nước lần thứ 3 diễn ra ở Huế hay Hải Phòng?", Kind.PLACE, "Huế"),
    ("Ai không dự Diễn đàn Rừng và Nước?", Kind.PEOPLE, "Cao Thị Diệp"),
    ("Ai vắng mặt ở Diễn đàn Rừng và Nước lần thứ 3?", Kind.PEOPLE, "Cao Thị Diệp"),
    ("Ai ký kết văn bản hợp tác nuôi tôm?", Kind.PEOPLE, "Lưu Đình Sách"),
    ("Thứ trưởng Hoàng Bá Lộc nói về rừng ngập mặn ở diễn đàn nào?", Kind.EVENTS, "Diễn đàn Rừng và Nước lần thứ 3"),
    ("Ông Sách và ông Tuấn gặp nhau bên lề hội nghị gì?", Kind.EVENTS, "Hội nghị Thủy sản Cà Mau"),
    ("Ông Tạ Văn Khiêm là lãnh đạo gì của ngành nông nghiệp?", Kind.OFFICE, "Giám đốc Sở Nông nghiệp"),
    ("Ông Tạ Văn Khiêm, người tham dự diễn đàn ở Huế, là ai?", Kind.OFFICE, "Giám đốc Sở Nông nghiệp"),
]


@pytest.mark.parametrize(("question", "kind", "first"), ANSWERED)
def test_what_the_question_binds_is_kept(reports: Library, question: str, kind: Kind, first: str) -> None:
    answer = reports.ask(question)
    assert answer.status is Status.ANSWERED
    assert answer.kind is kind
    assert answer.items[0].text == first


UNSAID = [
    "Ai không dự lễ ký kết hợp tác nuôi tôm?",  # no report says who was absent
    "Ai ký kết văn kiện tại Diễn đàn Rừng và Nước lần thứ 3?",  # nothing was signed there
    "Ai trao giải thưởng tại Diễn đàn Rừng và Nước lần thứ 3?",
    "Ông Tạ Văn Khiêm phát biểu gì ở Diễn đàn Rừng và Nước?",  # he only attended
    "Hiệu trưởng Trường Lâm nghiệp phát biểu gì ở Diễn đàn Rừng và Nước lần thứ 3?",  # another school's head is told of
    "Ông Phạm Công Tuấn hay bà Cao Thị Diệp chủ trì Diễn đàn Rừng và Nước?",
]


@pytest.mark.parametrize("question", UNSAID)
def test_what_no_report_says_is_not_found(reports: Library, question: str) -> None:
    answer = reports.ask(question)
    assert answer.status is Status.NOT_FOUND, answer.text


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Ai không dự hội nghị?", True), ("Những vị khách nào sẽ vắng mặt trong lễ?", True),
        ("Những ai vắng mặt ở phiên tòa?", True),
        ("ai khong tham du hoi nghi", True), ("Lãnh đạo nào không có mặt tại buổi lễ?", True),
        ("Ai dự hội nghị?", False), ("Ai dự hội nghị không?", False), ("Có ai không?", False),
        ("Ai nói không tăng giá điện?", False),
    ],
)  # fmt: skip
def test_who_was_absent_is_asked(question: str, asked: bool) -> None:
    assert absence.is_asked(analyse(question)) is asked


@pytest.mark.parametrize(
    ("question", "kind", "offered"),
    [
        ("Ông Lê Văn An hay ông Trần Bình chủ trì?", "people", True),
        ("Lễ hội ở Huế hay Vinh?", "place", True),
        ("Hội nghị ngày 18 hay 19/12?", "date", True),
        ("Lễ hội kéo dài 3 ngày hay 5 ngày?", "count", True),
        ("Hội nghị họp trực tiếp hay trực tuyến?", "theme", True),
        ("Ai hát hay nhất?", "people", False),
        ("Lễ hội có diễn ra hay không?", "yes_no", False),
    ],
)
def test_a_choice_is_read(question: str, kind: str, offered: bool) -> None:
    asked = analyse(question)
    assert asked.kind.value == kind
    assert ("choice" in asked.aspects) is offered


@pytest.mark.parametrize(
    ("question", "lack"),
    [
        ("Nghị sĩ châu Âu nào chủ trì Diễn đàn Rừng và Nước?", ""),  # whom the report may call otherwise
        ("Người phát ngôn của diễn đàn tên gì?", ""),
        ("Phu nhân Thứ trưởng Hoàng Bá Lộc thăm nơi nào ở Huế?", "Phu nhân"),
    ],
)
def test_an_office_asked_for_need_not_be_there(reports: Library, question: str, lack: str) -> None:
    collection, asked = reports._collection, analyse(question)
    view = collection.view(collection.places_of("dien-dan-rung.txt")[0])
    assert bound_words.lacking(asked, query_words(asked), people_named(asked, collection), view) == lack


def test_how_somebody_explained_asks_for_no_event() -> None:
    assert analyse("Ông Lộc giải thích thế nào về vụ cháy?").kind is Kind.THEME


def test_a_question_word_in_quotation_marks_asks_nothing() -> None:
    assert analyse('Bà Hoa hỏi "để làm gì" ở sự kiện nào tại Huế?').kind is Kind.EVENTS
