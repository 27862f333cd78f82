"""What the facts of a report take from its own words: the day on which it was written."""

from __future__ import annotations

import pytest

from retrieval.corpus.document import Document, Paragraph, ParagraphKind
from retrieval.corpus.passages import sentences_of
from retrieval.facts.reading import day_of_writing, read_facts
from retrieval.language.dates import PartialDate, find_dates


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Sáng nay (12/11), đoàn khởi hành.", PartialDate(12, 11)),
        ("Hôm qua, 31/10/2018, tỉnh họp báo.", PartialDate(1, 11, 2018)),
        ("Tối qua (30-4) có pháo hoa.", PartialDate(1, 5)),
        ("Hôm nay đoàn khởi hành.", None),
        ("Ngày 12/11 đoàn khởi hành.", None),
    ],
)
def test_day_of_writing(text: str, day: PartialDate | None) -> None:
    assert day_of_writing(find_dates(text)) == day


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Hội nghị khai mạc ngày 15/7. Trước hội nghị, ngày 2/7/2021, đoàn đã họp trù bị.", "15/7/2021"),
        ("Hội nghị khai mạc ngày 15/7. Ông Trần Văn Diêm (sinh ngày 15/7/1976) chủ trì.", "15/7"),
        ("Ngày 25/3, lễ cầu siêu diễn ra. Cách đây tròn 30 năm, ngày 14/3/1988, tàu chìm.", "25/3"),
        ("Ngày 18/7 diễn ra hội nghị. Nghị quyết 18 ngày 25/10/2017 được nhắc tới.", "18/7"),
        ("Ngày 18/7 diễn ra hội nghị. Sau đợt lũ tháng 6/2017 và cả năm 2018, tỉnh họp.", "18/7"),
        ("Ngày 1/6 hội nghị khai mạc. Cuộc họp đầu tiên diễn ra tháng 5/1954.", "1/6"),
        ("Ngày 4/11 mở màn Hội hoa Biển 2017. Tháng 3/2016 bà Lê Thị Bưởi thắng giải.", "4/11"),
        ("Ngày 4/11 hội hoa mở màn. Tháng 3/2016 chọn nơi, tháng 5/2017 trồng hoa.", "4/11"),
        ("Ngày 4/11 hội hoa mở màn, có 2000 người dự. Ngày 30/10/2016 dựng rạp.", "4/11/2016"),
        ("Ngày 18/7/2018 diễn ra hội nghị. Ngày 19/7 bế mạc. Mục tiêu đến năm 2030 được nêu.", "18/7/2018"),
    ],
)
def test_the_year_is_taken_from_dates_of_the_reports_own_time(text: str, date: str) -> None:
    document = Document("a.txt", text, "", (Paragraph(0, len(text), ParagraphKind.BODY),))
    facts = read_facts(document, sentences_of(document))
    assert str(facts.dates[0].resolved.date) == date
