"""What somebody said at an event: whole sentences of it, and nothing where the report does not tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval import Kind, Library, Status

REPORT = """Hội nghị nghề gốm họp ở Bến Sành

Sáng 6/6/2021, hội nghị nghề gốm toàn tỉnh khai mạc tại Bến Sành. Dự hội nghị có ông Đỗ Văn Nung.

Phát biểu tại hội nghị, bà Trịnh Thị Men nhấn mạnh đất sét của tỉnh chỉ còn đủ dùng mười năm. “Không giữ đất thì không \
còn nghề. Chúng ta phải trồng lại đồi”, bà Men nói.

Giám đốc Sở Công Thương Vũ Đình Lò cho biết giá gas tăng một phần ba từ đầu năm. Ông đề nghị các lò chuyển sang nung \
điện.

Đài địa phương cho biết từ hôm qua ông Phan Văn Sứ đã lên đường đi Bến Sành.

Trước đó, ông Lê Văn Cao Lanh viết trên mạng xã hội rằng nghề gốm cần một nhà bảo tàng riêng.

Ông Ngô Văn Bàn phát biểu chào mừng hội nghị.
"""


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("said")
    (folder / "nghe-gom.txt").write_text(REPORT, "utf-8")
    return Library.read([Path(folder)])


@pytest.mark.parametrize(
    ("question", "first", "last"),
    [
        ("Bà Trịnh Thị Men nói gì tại hội nghị nghề gốm?", "Phát biểu tại hội nghị", "bà Men nói."),
        ("ba trinh thi men phat bieu gi o hoi nghi nghe gom", "Phát biểu tại hội nghị", "bà Men nói."),
        ("Ông Vũ Đình Lò nói gì về giá gas?", "Giám đốc Sở Công Thương", "nung điện."),
        ("Tại hội nghị nghề gốm, ông Vũ Đình Lò phát biểu gì?", "Giám đốc Sở Công Thương", "nung điện."),
    ],
)
def test_whole_sentences_of_what_was_said(reports: Library, question: str, first: str, last: str) -> None:
    answer = reports.ask(question)
    assert answer.status is Status.ANSWERED and answer.kind is Kind.PASSAGE
    assert answer.text.startswith(first) and answer.text.endswith(last)
    quote = answer.evidence[0].quote
    assert quote in reports.documents[0].text and quote.split() == answer.text.split()


@pytest.mark.parametrize(
    "question",
    [
        "Ông Đỗ Văn Nung nói gì tại hội nghị nghề gốm?",  # he was only there
        "Ông Ngô Văn Bàn phát biểu gì tại hội nghị nghề gốm?",  # he spoke: what, is not told
        "Ông Phan Văn Sứ nói gì tại hội nghị nghề gốm?",  # others tell of him
        "Ông Lê Văn Cao Lanh phát biểu gì tại hội nghị nghề gốm?",  # he wrote it elsewhere
        "Bà Trịnh Thị Men nói gì về học phí đại học?",
        "Bà Trịnh Thị Men nói gì tại hội nghị cao su?",
    ],
)
def test_nothing_where_the_report_does_not_tell(reports: Library, question: str) -> None:
    assert reports.ask(question).status is Status.NOT_FOUND
