"""What the library answers over the reports of conftest.py, kind by kind, and when it says nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval import Conversation, Kind, Library, QuestionError, Status

PEOPLE = [
    ("Ai dự lễ khánh thành Thư viện tỉnh Sao Mai?", ["Trần Văn Bình", "Lê Thị Hoa", "Kenji Tanaka", "Aiko Mori"]),
    ("Phía Đại sứ quán Nhật Bản có những ai dự lễ khánh thành Thư viện tỉnh Sao Mai?", ["Kenji Tanaka", "Aiko Mori"]),
    ("Ai chủ trì bế mạc Hội nghị Thủy lợi toàn quốc lần thứ 5?", ["Đỗ Quang Huy"]),
    ("Ai chủ trì Hội nghị Thủy lợi toàn quốc lần thứ 4?", ["Nguyễn Hữu Phước"]),
    ("Tọa đàm về hạn mặn do ai chủ trì?", ["Bùi Đức Anh"]),
    ("Ai dự Hội nghị Thủy lợi lần thứ 5 tại điểm cầu Cà Mau?", ["Ngô Thanh Tùng", "Võ Thị Lan"]),
    ("Ai trình bày kế hoạch mở cửa Thư viện tỉnh?", ["Phạm Minh Khôi"]),
    ("Giám đốc Thư viện tỉnh Sao Mai là ai?", ["Phạm Minh Khôi"]),
    ("ai cat bang khanh thanh thu vien tinh Sao Mai", ["Trần Văn Bình"]),
]


@pytest.mark.parametrize(("question", "names"), PEOPLE)
def test_people(library: Library, question: str, names: list[str]) -> None:
    answer = library.ask(question)
    assert answer.status is Status.ANSWERED
    assert answer.kind is Kind.PEOPLE
    assert [item.text for item in answer.items] == names


FIRST_ITEMS = [
    ("Lễ khánh thành Thư viện tỉnh Sao Mai diễn ra khi nào?", Kind.DATE, "8/3/2022"),
    ("Hội nghị Thủy lợi toàn quốc lần thứ 5 bế mạc ngày nào?", Kind.DATE, "20/11"),
    ("Hội nghị Thủy lợi lần thứ 4 khai mạc năm nào?", Kind.DATE, "2018"),
    ("Hội nghị Thủy lợi toàn quốc lần thứ 5 bế mạc ở hội trường nào?", Kind.PLACE, "Hội trường Sông Lam"),
    ("Hội nghị Thủy lợi toàn quốc lần thứ 4 diễn ra ở thành phố nào?", Kind.PLACE, "thành phố Huế"),
    ("Trần Văn Bình là ai?", Kind.OFFICE, "Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy"),
    ("Ông Kenji Tanaka giữ chức vụ gì?", Kind.OFFICE, "Bí thư thứ nhất"),
    ("Hội nghị Thủy lợi lần thứ 5 có bao nhiêu phiên họp?", Kind.COUNT, "12"),
    ("Thư viện tỉnh Sao Mai có bao nhiêu cuốn sách?", Kind.COUNT, "120.000"),
    ("Thư viện tỉnh Sao Mai được đầu tư bao nhiêu tiền?", Kind.COUNT, "45 tỷ đồng"),
    ("Bà Lê Thị Hoa có dự lễ khánh thành Thư viện tỉnh Sao Mai không?", Kind.YES_NO, "có"),
    ("Có phải Hội nghị Thủy lợi lần thứ 5 bế mạc ngày 21/11 không?", Kind.YES_NO, "không"),
    ("Lễ khánh thành Thư viện tỉnh Sao Mai có chủ đề gì?", Kind.THEME, "Sách mở lối tương lai"),
    ("Hội nghị Thủy lợi lần thứ 5 tổ chức theo hình thức nào?", Kind.THEME, "trực tiếp kết hợp trực tuyến"),
]  # fmt: skip


@pytest.mark.parametrize(("question", "kind", "first"), FIRST_ITEMS)
def test_first_item(library: Library, question: str, kind: Kind, first: str) -> None:
    answer = library.ask(question)
    assert answer.status is Status.ANSWERED
    assert answer.kind is kind
    assert answer.items[0].text == first
    assert answer.evidence


def test_who_did_it_instead_is_named_with_all_who_did(tmp_path: Path) -> None:
    (tmp_path / "hop.txt").write_text(
        "Hội nghị Lâm nghiệp lần thứ 3\n\nNgày 4/5/2022, Hội nghị Lâm nghiệp lần thứ 3 họp tại Vinh. "
        "Bộ trưởng Đỗ Quang Huy và Thứ trưởng Lê Thị Ngân chủ trì Hội nghị Lâm nghiệp lần thứ 3. "
        "Dự hội nghị có: Giám đốc Sở Công Thương Phan Văn Tá dự phiên khai mạc; Phó Chủ tịch tỉnh Hồ Bá Lộc dự "
        "phiên thảo luận về rừng ngập mặn. Ông Trần Đức Tâm trình bày tham luận “Rừng - biển và phát triển kinh tế "
        "- xã hội”.",
        "utf-8",
    )
    library = Library.read([tmp_path])
    denied = library.ask("Ông Hồ Bá Lộc có chủ trì Hội nghị Lâm nghiệp lần thứ 3 không?")
    assert [item.text for item in denied.items] == ["không", "Đỗ Quang Huy", "Lê Thị Ngân"]
    assert denied.text.endswith("Đỗ Quang Huy, Lê Thị Ngân.")
    session = library.ask("Phan Văn Tá dự phiên nào của Hội nghị Lâm nghiệp lần thứ 3?")
    assert session.items[0].text == "phiên khai mạc"
    title = library.ask("Trần Đức Tâm trình bày tham luận gì ở Hội nghị Lâm nghiệp?")
    assert title.items[0].text.strip("“”").endswith("phát triển kinh tế - xã hội")


NOT_SAID = [
    "Ai dự Hội nghị Thủy lợi toàn quốc lần thứ 9?",  # another edition
    "Ai dự Hội nghị Thủy lợi lần thứ 5 tại điểm cầu Bạc Liêu?",  # another venue
    "Mai Anh Dũng có dự lễ khánh thành Thư viện tỉnh Sao Mai không?",  # nobody named there
    "Lễ khánh thành Thư viện tỉnh Sao Mai năm 2025 diễn ra ngày nào?",  # another year
    "Giá vàng hôm nay bao nhiêu?",
    "Số điện thoại của ông Trần Văn Bình là bao nhiêu?",
    "Bà Lê Thị Hoa bao nhiêu tuổi?",
]


@pytest.mark.parametrize("question", NOT_SAID)
def test_not_found(library: Library, question: str) -> None:
    answer = library.ask(question)
    assert answer.status is Status.NOT_FOUND
    assert answer.items == ()
    assert answer.text


# Nothing found, but the sentence that comes nearest to the question is shown, where there is one.
NEAREST = [
    ("Bà Lê Thị Hoa bao nhiêu tuổi?", "Phát biểu tại buổi lễ, bà Lê Thị Hoa cho biết"),
    ("Ai dự Hội nghị Thủy lợi lần thứ 5 tại điểm cầu Bạc Liêu?", "Hội nghị Thủy lợi toàn quốc lần thứ 5"),
    ("Mai Anh Dũng có dự lễ khánh thành Thư viện tỉnh Sao Mai không?", "khánh thành Thư viện tỉnh"),
    ("Ai ghi bàn vào lưới đội tuyển Brazil ở chung kết?", None),
]


@pytest.mark.parametrize(("question", "quoted"), NEAREST)
def test_not_found_shows_the_nearest_sentence(library: Library, question: str, quoted: str | None) -> None:
    answer = library.ask(question)
    assert answer.status is Status.NOT_FOUND
    if quoted is None:
        assert answer.evidence == ()
    else:
        [evidence] = answer.evidence
        assert quoted in evidence.quote
        assert not evidence.marks
        assert evidence.quote in next(d.text for d in library.documents if d.name == evidence.document)


def test_not_found_says_what_is_missing_and_the_nearest(library: Library) -> None:
    answer = library.ask("Ai dự Hội nghị Thủy lợi toàn quốc lần thứ 9?")
    assert "lần thứ 9" in answer.text
    assert any("lần thứ 5" in event.name or "lần thứ 4" in event.name for event in answer.nearest)


def test_events_of_a_person(library: Library) -> None:
    answer = library.ask("Nguyễn Hữu Phước chủ trì những hội nghị nào?")
    assert answer.kind is Kind.EVENTS
    assert len(answer.items) == 1
    assert "Thủy lợi toàn quốc lần thứ 4" in answer.items[0].text


def test_people_carry_their_offices(library: Library) -> None:
    items = library.ask("Ai dự lễ khánh thành Thư viện tỉnh Sao Mai?").items
    assert items[0].offices == ("Ủy viên Trung ương Đảng", "Bí thư Tỉnh ủy")


@pytest.mark.parametrize("asked", ["Who chaired the meeting?", "Who attended the conference on foreign affairs?"])
def test_a_question_in_english_is_not_put_right_into_vietnamese(library: Library, asked: str) -> None:
    assert "please ask in Vietnamese" in library.ask(asked, language="en").text
    assert "mời bạn hỏi bằng tiếng Việt" in library.ask(asked).text


def test_a_question_that_names_a_file_is_told_to_name_the_event(library: Library) -> None:
    for asked in ("Ai dự a.odt?", "Bản tin-3.DOCX do ai chủ trì?"):
        assert "không theo tên tệp; ví dụ: Ai dự " in library.ask(asked).text
    assert "not by a file" in library.ask("Ai dự a.odt?", language="en").text
    for asked in ("Ai dự lễ ký ngày 3.12?", "Ai dự hội nghị của a.html@bao.vn?", "Ai dự hội nghị ODT?"):
        assert "tên tệp" not in library.ask(asked).text


def test_english_wording(library: Library) -> None:
    question = "Bà Lê Thị Hoa có dự lễ khánh thành Thư viện tỉnh Sao Mai không?"
    assert library.ask(question).text == "Có."
    assert library.ask(question, language="en").text == "Yes."


@pytest.mark.parametrize("question", ["", "   ", "???", "x" * 5000, "\u200b"])
def test_unreadable_questions(library: Library, question: str) -> None:
    with pytest.raises(QuestionError):
        library.ask(question)


def test_follow_ups_lean_on_the_turn_before(library: Library) -> None:
    first = library.ask("Ai chủ trì bế mạc Hội nghị Thủy lợi toàn quốc lần thứ 5?")
    when = library.ask("Hội nghị đó diễn ra khi nào?", first.conversation)
    assert when.items[0].text == "20/11"
    office = library.ask("Ông ấy giữ chức vụ gì?", first.conversation)
    assert office.items[0].text == "Bộ trưởng"


def test_a_self_contained_question_takes_nothing(library: Library) -> None:
    talk = Conversation(
        question="Ai chủ trì Hội nghị Thủy lợi toàn quốc lần thứ 4?", event="Hội nghị Thủy lợi toàn quốc lần thứ 4"
    )
    question = "Lễ khánh thành Thư viện tỉnh Sao Mai diễn ra khi nào?"
    assert library.ask(question, talk).items == library.ask(question).items
