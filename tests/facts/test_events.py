"""What event a report is about, and which reports tell of one event."""

from __future__ import annotations

import datetime as dt

import pytest

from retrieval.corpus.document import Document, Paragraph, ParagraphKind
from retrieval.corpus.passages import sentences_of
from retrieval.facts.event_details import event_organiser, event_place, event_theme
from retrieval.facts.events import Event, find_event_phrases
from retrieval.facts.linking import LinkedEvent, link
from retrieval.facts.places import find_places
from retrieval.facts.reading import DocumentFacts, read_facts
from retrieval.language.dates import PartialDate


def report(title: str, body: str, published: dt.date | None = None) -> tuple[Document, DocumentFacts]:
    text = f"{title}\n{body}"
    paragraphs = (
        Paragraph(0, len(title), ParagraphKind.TITLE),
        Paragraph(len(title) + 1, len(text), ParagraphKind.BODY),
    )
    document = Document(f"{title}.txt", text, title, paragraphs, published)
    return document, read_facts(document, sentences_of(document))


def event_of(title: str, body: str) -> Event:
    return report(title, body)[1].event


def linked(*reports: tuple[Document, DocumentFacts]) -> list[LinkedEvent]:
    return link([d for d, _ in reports], [f for _, f in reports])


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("Hội nghị Khuyến nông lần thứ 5 diễn ra hôm nay.", ["Hội nghị Khuyến nông lần thứ 5"]),
        ("Ông dự lễ khánh thành cầu Sông Bình tại Huế.", ["lễ khánh thành cầu Sông Bình"]),
        ("Sáng nay hội nghị về phòng, chống thiên tai khai mạc.", ["hội nghị về phòng, chống thiên tai"]),
        ("Sau hội nghị về nghề cá, chống bão là việc gấp.", ["hội nghị về nghề cá"]),
        ("Bà đến Hội nghị không chính thức cấp vùng tại Huế.", ["Hội nghị không chính thức cấp vùng"]),
        ("Triển lãm không gian làng nghề mở hôm nay.", ["Triển lãm không gian làng nghề mở"]),
        ("Hội nghị tổng kết chính thức khai mạc, Hội nghị tổng kết không bàn thêm.", ["Hội nghị tổng kết"] * 2),
        ("Bà nói vậy trong cuộc họp nội các hôm nay.", ["cuộc họp nội các"]),
        ("Bà nói vậy trong cuộc họp nội bộ các hôm trước.", ["cuộc họp nội bộ"]),
        ("Hai bên giải quyết vụ việc, giải pháp là cuộc sống tốt.", []),
        ("Sở Nội vụ thống nhất phục vụ nhân dân, Mặt trận Tổ quốc xã hòa giải mọi bất đồng.", []),
        ("Phó Vụ trưởng Vụ Quản lý ngoại hối có mặt.", []),
        ("Vụ trưởng nói về nghi lễ và ngày lễ.", []),
        ("Kỳ họp HĐND tỉnh Bình Minh vì nghe nhầm đã hoãn.", ["Kỳ họp HĐND tỉnh Bình Minh"]),
        ("Ông Ba nói ở cuộc họp nội các hôm nay.", ["cuộc họp nội các"]),
        ("Ông Ba nói ở cuộc họp các, rồi về.", ["cuộc họp"]),
    ],
)
def test_phrases_that_name_events(text: str, phrases: list[str]) -> None:
    assert [p.text for p in find_event_phrases(text)] == phrases


def test_the_event_of_a_report() -> None:
    event = event_of(
        "Khai mạc Hội nghị Khuyến nông lần thứ 5",
        "Sáng 12/3/2022, tại Hội trường Lúa Vàng, Nhà Quốc hội, Thủ đô Hà Nội, "
        "Bộ Nông nghiệp tổ chức Hội nghị Khuyến nông lần thứ 5 "
        "với chủ đề “Đồng xanh, mùa bền”. Hội nghị được tổ chức trực tiếp kết hợp trực tuyến. "
        "Phát biểu tại buổi lễ, ông Lê Văn Bình cảm ơn.",
    )
    assert event.name == "Hội nghị Khuyến nông lần thứ 5"
    assert event.edition == 5
    assert event.date is not None and event.date.date == PartialDate(12, 3, 2022)
    assert event.place == "Hội trường Lúa Vàng, Nhà Quốc hội, Thủ đô Hà Nội"
    assert event.theme == "Đồng xanh, mùa bền"
    assert event.format == "trực tiếp kết hợp trực tuyến"
    assert event.organiser == "Bộ Nông nghiệp"


def test_the_edition_of_another_event_in_the_name_is_not_its_own() -> None:
    event = event_of(
        "Hội nghị quán triệt", "Ngày 3/4, Hội nghị quán triệt Nghị quyết Đại hội lần thứ XIII diễn ra ở Huế."
    )
    assert event.edition is None


def test_an_event_or_a_time_is_no_place() -> None:
    assert event_of("Họp báo", "Phát biểu tại hội nghị xúc tiến đầu tư, ông nói vào chiều 2-7.").place is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Lễ diễn ra tại xã Bình Minh, huyện Thanh Oai, TP Hà Nội sáng 3/4",
            "xã Bình Minh, huyện Thanh Oai, TP Hà Nội",
        ),
        ("họp tại TP. HCM, Ban Tuyên giáo nói", "TP. HCM"),
        ("tại số 12 phố Hàng Bông, Hà Nội", "số 12 phố Hàng Bông, Hà Nội"),
        ("tại Hà Nội, Hội Làm vườn tổ chức", "Hà Nội"),
        ("gặp tại Bắc Kinh, Trung Quốc ngày 3/4", "Bắc Kinh, Trung Quốc"),
    ],
)
def test_whole_places(text: str, place: str) -> None:
    assert [p.text for p in find_places(text) if p.strong] == [place]


def test_reports_of_one_event_are_linked_and_share_the_year() -> None:
    first = report("Hội nghị Khuyến nông lần thứ 5", "Ngày 12/3, Hội nghị Khuyến nông lần thứ 5 khai mạc ở Huế.")
    second = report(
        "Bế mạc Hội nghị Khuyến nông",
        "Hội nghị Khuyến nông lần thứ 5 diễn ra ngày 12/3/2022 do Bộ Nông nghiệp tổ chức.",
    )
    (event,) = linked(first, second)
    assert event.documents == (0, 1)
    assert event.date == PartialDate(12, 3, 2022)
    assert event.year_from in (None, 1)
    assert event.organiser == "Bộ Nông nghiệp"


def test_the_source_of_a_borrowed_year_is_told() -> None:
    first = report(
        "Hội nghị Khuyến nông toàn quốc lần thứ 5 tại Huế",
        "Sáng 12/3, Hội nghị Khuyến nông toàn quốc lần thứ 5 bàn cây ăn quả khai mạc tại Huế.",
    )
    second = report("Bế mạc Hội nghị Khuyến nông", "Hội nghị Khuyến nông lần thứ 5 diễn ra ngày 12/3/2022.")
    (event,) = linked(first, second)
    assert (event.main, event.year_from, event.date) == (0, 1, PartialDate(12, 3, 2022))


@pytest.mark.parametrize(
    "other",
    [
        ("Hội nghị Khuyến nông lần thứ 6", "Ngày 12/3, Hội nghị Khuyến nông lần thứ 6 khai mạc ở Huế."),
        ("Hội nghị Khuyến nông", "Ngày 20/9, Hội nghị Khuyến nông lần thứ 5 khai mạc ở Huế."),
        ("Lễ khánh thành cầu Sông Bình", "Ngày 12/3, lễ khánh thành cầu Sông Bình diễn ra."),
    ],
)
def test_another_edition_day_or_name_is_another_event(other: tuple[str, str]) -> None:
    first = report("Hội nghị Khuyến nông lần thứ 5", "Ngày 12/3, Hội nghị Khuyến nông lần thứ 5 khai mạc ở Huế.")
    assert [e.documents for e in linked(first, report(*other))] == [(0,), (1,)]


def test_a_yearly_event_without_days_is_not_linked() -> None:
    first = report("Hội nghị G20", "Hội nghị G20 bàn về thương mại.")
    second = report("Bên lề Hội nghị G20", "Hội nghị G20 có biểu tình.")
    assert len(linked(first, second)) == 2


def test_nothing_to_link() -> None:
    assert link([], []) == []


def test_a_name_that_is_part_of_the_other_on_the_same_day_is_of_one_event() -> None:
    long = report(
        "Hội nghị Khuyến nông toàn vùng triển khai Nghị quyết về lúa sạch",
        "Sáng 12/3/2022, Hội nghị Khuyến nông toàn vùng triển khai thực hiện Nghị quyết về lúa sạch diễn ra tại Huế.",
    )
    short = report("Tin vắn: Hội nghị Khuyến nông", "Ngày 12/3/2022, Hội nghị Khuyến nông toàn vùng diễn ra tại Huế.")
    other = report("Tin vắn: Hội nghị Khuyến nông", "Ngày 14/3/2022, Hội nghị Khuyến nông toàn vùng diễn ra tại Huế.")
    assert [event.documents for event in linked(long, short)] == [(0, 1)]
    assert [event.documents for event in linked(long, other)] == [(0,), (1,)]


def test_what_stands_over_two_lines_is_told_in_one() -> None:
    wrapped = (
        "Sáng 19/12/2023, Hội nghị Trồng rừng lần thứ 5 diễn ra tại Nhà văn\n"
        "hóa Trung tâm thành phố Đà Lạt với chủ đề “Trồng cây hôm\n"
        "nay” do Sở Nông nghiệp và Phát triển\nnông thôn tổ chức."
    )
    assert event_place([wrapped]) == "Nhà văn hóa Trung tâm thành phố Đà Lạt"
    assert event_theme([wrapped]) == "Trồng cây hôm nay"
    assert event_organiser([wrapped]) == "Sở Nông nghiệp và Phát triển nông thôn"


def test_the_place_of_a_case_is_not_that_of_its_trial() -> None:
    trial = "Tòa đã tuyên án sơ thẩm vụ án xảy ra tại huyện Suối Lúa."
    assert event_place([trial]) is None
    assert event_place([trial, "Phiên tòa mở sáng 12/8 tại trụ sở Tòa án tỉnh Sao Mai."]) is not None
    assert event_place(["Vụ tai nạn xảy ra tại huyện Suối Lúa."]) == "huyện Suối Lúa"
