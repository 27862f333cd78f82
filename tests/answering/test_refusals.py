"""What the sample reports do not say is not answered, and what one of them says of another event binds nobody."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval.answering.asking.question import analyse
from retrieval.answering.model import Status
from retrieval.answering.nearness import is_near
from retrieval.library import Library

CORPUS = Path(__file__).parents[2] / "corpus"


@pytest.fixture(scope="module")
def sample() -> Library:
    return Library.read([CORPUS])


@pytest.mark.parametrize(
    "question",
    [
        "Ai hát tại hội nghị ngoại giao 32?",  # a deed that the report has no word for
        "Nguyễn Văn Tùng có phát biểu tại hội nghị Đối ngoại toàn quốc không?",  # he attended
        "Phạm Minh Chính có chủ trì phiên khai mạc hội nghị ngoại giao 31 không?",  # another chaired another meeting
        "Hội nghị ngoại giao 32 diễn ra ở đâu?",
        "Ai chủ trì lễ kỷ niệm 75 năm thành lập ngành ngoại giao?",  # another jubilee
        "Ai múa ở hội nghị ngoại giao 35?",
        "Ai phát biểu khai mạc hội nghị ngoại giao 31?",  # one "dự phiên khai mạc", which is not to open it
        "Ai chủ trì hội nghị đối ngoại toàn quốc năm 2023?",  # it was in 2021; a term of office up to 2026 is no date
    ],
)
def test_what_the_reports_do_not_say_is_not_found(sample: Library, question: str) -> None:
    answer = sample.ask(question)
    assert answer.status is Status.NOT_FOUND, answer.text


def test_no_report_is_said_to_lack_what_the_nearest_event_has(sample: Library) -> None:
    answer = sample.ask("Ai múa ở hội nghị ngoại giao 32?")
    assert answer.status is Status.NOT_FOUND
    assert "không nói về" not in answer.text


def test_the_end_of_a_place_is_no_organisation(sample: Library) -> None:
    answer = sample.ask("Cơ quan nào tổ chức hội nghị đối ngoại toàn quốc?")
    assert "Phòng" not in answer.text and "Bộ Chính trị" in answer.text


def test_a_question_with_a_place_of_its_own_is_not_bound_to_the_event_spoken_of(sample: Library) -> None:
    before = sample.ask("Ai phát biểu tại Hội nghị ngoại giao lần thứ 32?")
    answer = sample.ask("Ai dự hội nghị ở điểm cầu Hải Phòng?", before.conversation)
    assert "Trần Lưu Quang" in answer.text


def test_an_office_with_its_body_is_not_bound_to_the_event_spoken_of(sample: Library) -> None:
    before = sample.ask("Ai phát biểu tại Hội nghị ngoại giao lần thứ 32?")
    answer = sample.ask("Chủ tịch Quốc hội là ai?", before.conversation)
    assert [item.text for item in answer.items] == ["Vương Đình Huệ"]


def test_the_events_of_a_month_are_those_whose_day_falls_in_it(sample: Library) -> None:
    answer = sample.ask("Có hội nghị nào trong tháng 12/2023?")
    assert [e.document for e in answer.evidence] and "ngoại giao lần thứ 32" in answer.text


def test_who_attended_asks_for_all_and_each_is_proved(sample: Library) -> None:
    answer = sample.ask("Ai dự hội nghị ngoại giao 32?")
    assert [item.text for item in answer.items] == ["Nguyễn Phú Trọng", "Ngô Đông Hải", "Lại Văn Hoàn"]
    assert all(any(item.text in e.quote for e in answer.evidence) for item in answer.items)
    received = sample.ask("Ai dự Hội nghị Ngoại giao lần thứ 31?")
    assert "Nguyễn Xuân Phúc" not in [item.text for item in received.items]  # he received those who attended


REPORT = """Hãng bay Sao Mai mở đường bay mới

Ngày 23/2/2023, hãng bay Sao Mai khai trương đường bay thẳng từ Vinh tới Jakarta tại sân bay Vinh.

Phát biểu tại lễ khai trương, Giám đốc Sở Du lịch Nghệ An Trần Văn Bách nói đường bay sẽ đưa thêm khách tới Cửa Lò.

Bộ trưởng Ngoại giao Lê Thị Hạnh gửi thư chúc mừng hãng.
"""


@pytest.fixture(scope="module")
def flight(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("flight")
    (folder / "duong-bay.txt").write_text(REPORT, encoding="utf-8")
    return Library.read([folder])


@pytest.mark.parametrize(
    ("question", "answered"),
    [
        ("Hãng bay Sao Mai khai trương đường bay thẳng từ Vinh tới Jakarta ngày nào?", True),
        ("Hãng bay Sao Mai khai trương đường bay thẳng từ Vinh tới Jakatta ngày nào?", True),  # a slip of the hand
        ("Hãng bay Sao Mai khai trương đường bay thẳng từ Vinh tới Bangkok ngày nào?", False),
        ("Giám đốc Sở Du lịch Nghệ An nói gì tại lễ khai trương đường bay Vinh - Jakarta?", True),
        ("Hiệu trưởng Đại học Vinh nói gì tại lễ khai trương đường bay Vinh - Jakarta?", False),
        ("Đại sứ Indonesia nói gì tại lễ khai trương đường bay Vinh - Jakarta?", False),
    ],
)
def test_foreign_names_and_the_office_asked_about_must_be_in_the_report(
    flight: Library, question: str, answered: bool
) -> None:
    assert (flight.ask(question).status is Status.ANSWERED) is answered


MEETINGS = {
    "hop-ban.txt": """Hội nghị lần thứ 14 Ban Chấp hành Hội Làm vườn

Chiều 16/11/2022, Hội nghị lần thứ 14 Ban Chấp hành Hội Làm vườn bàn về giống cây tại xưởng ươm Sao Khuê.

Chủ tịch Hội Làm vườn Đặng Văn Tòng điều hành phiên buổi tối.
""",
    "cho-hoa.txt": """Hội chợ hoa xuân

Sáng 20/1/2023, Hội chợ hoa xuân lần thứ V mở cửa tại Cần Thơ. Ông Mai Văn Lộc dự lễ khai mạc.
""",
}


@pytest.fixture(scope="module")
def meetings(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("meetings")
    for name, text in MEETINGS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return Library.read([folder])


@pytest.mark.parametrize(
    ("question", "stands"),
    [
        ("Ông Đặng Văn Tòng có dự Hội chợ hoa xuân lần thứ 14 không?", "14"),
        ("Ai dự lễ mở cửa hội chợ hoa xuân ngày 16/11?", "16/11"),
        ("Ai chủ trì hội nghị Ban Chấp hành Hội Làm vườn tại Cần Thơ?", "Cần Thơ"),
        ("Ông Mai Văn Lộc có phát biểu tại hội nghị lần thứ 14 Ban Chấp hành Hội Làm vườn không?", "Mai Văn Lộc"),
        ("Ai điều hành hội nghị Hội Làm vườn lần thứ năm?", "lần thứ năm"),
    ],
)
def test_what_stands_in_a_report_looked_at_is_not_said_to_lack(meetings: Library, question: str, stands: str) -> None:
    answer = meetings.ask(question)
    assert answer.status is Status.NOT_FOUND
    assert f"không nói về {stands}" not in answer.text and "không nói về lần thứ 14" not in answer.text


@pytest.mark.parametrize(
    ("question", "lacking"),
    [
        ("Ai dự hội nghị lần thứ 15 Ban Chấp hành Hội Làm vườn?", "lần thứ 15"),
        ("Ai dự Hội chợ hoa xuân ngày 21/1?", "ngày 21/1"),
        ("Ai dự Hội chợ hoa xuân ở Đồng Tháp?", "Đồng Tháp"),
        ("Ông Phan Đình Tuế có dự Hội chợ hoa xuân không?", "Phan Đình Tuế"),
    ],
)
def test_what_stands_in_no_report_is_told_to_be_lacking(meetings: Library, question: str, lacking: str) -> None:
    assert f"không nói về {lacking}." in meetings.ask(question).text


def test_an_office_that_opens_a_question_is_told_without_its_capital(meetings: Library) -> None:
    answer = meetings.ask("Tác giả bài về Hội chợ hoa xuân là ai?")
    assert answer.status is Status.NOT_FOUND and "không nói về tác giả." in answer.text


@pytest.mark.parametrize(
    ("question", "event", "text", "near"),
    [
        ("Bí thư Thành ủy có dự lễ khai bút không?", "lễ khai bút đầu xuân", "", True),
        ("Bí thư Thành ủy có dự lễ khai bút không?", "lễ ra quân", "Bí thư Thành ủy dự lễ.", False),
        ("Ai chủ trì phiên họp ở Mộc Châu?", "ngày hội chè", "Ngày hội chè mở ở Mộc Châu.", True),
        ("Ai chủ trì phiên họp ở Huế?", "ngày hội chè", "Ngày hội chè mở ở Huế.", True),
        ("Bộ trưởng Y tế tiếp ai?", "hội nghị giao ban", "Bộ trưởng Y tế chủ trì hội nghị.", False),
        ("Sau đó hai ông làm gì?", "hội nghị giao ban", "Hai ông ký sau đó.", False),
    ],
)
def test_an_event_is_near_by_a_name_or_by_what_it_is_called(question: str, event: str, text: str, near: bool) -> None:
    assert is_near(analyse(question), (), event, text) is near
