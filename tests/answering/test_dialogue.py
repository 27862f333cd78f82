"""Questions of a conversation: what they take from the turns before, and what takes nothing."""

from pathlib import Path

import pytest

from retrieval import Library
from retrieval.answering.dialogue import complete, unclear
from retrieval.answering.model import Conversation
from retrieval.answering.topics import topic_of
from retrieval.answering.turns import names_given, next_turn

TABLE = [
    line.split("\t")
    for line in Path(__file__).with_name("conversations.tsv").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("before", "person", "question", "whole"), TABLE, ids=[f"{r[0]} - {r[2]}" for r in TABLE])
def test_completed(before: str, person: str, question: str, whole: str) -> None:
    conversation = next_turn(before, "", "report.txt", person, None)
    assert not unclear(question, conversation)
    assert complete(question, conversation)[0].rstrip(" ?") == whole


@pytest.mark.parametrize("question", [row[2] for row in TABLE])
def test_nothing_is_taken_from_nothing(question: str) -> None:
    assert complete(question, None) == (question, "")
    assert complete(question, Conversation()) == (question, "")


def test_the_document_is_preferred_only_for_what_leans_on_it() -> None:
    conversation = next_turn("Ai dự Hội nghị Ngoại giao lần thứ 32?", "", "a.txt", "", None)
    assert complete("Hội nghị đó diễn ra khi nào?", conversation)[1] == "a.txt"
    assert complete("Ai chủ trì Hội nghị Đối ngoại toàn quốc?", conversation)[1] == ""
    assert complete("thế còn lần thứ 31?", conversation)[1] == ""


def test_thanks_change_nothing() -> None:
    conversation = next_turn("Ai dự Hội nghị Ngoại giao lần thứ 32?", "", "a.txt", "Ngô Đông Hải", None)
    assert next_turn("cảm ơn bot", "", "", "", conversation) == conversation
    assert complete("Ông ấy là ai?", next_turn("Cảm ơn", "", "", "", conversation))[0].startswith("Ngô Đông Hải")


def test_a_chain_keeps_its_event() -> None:
    turn: Conversation | None = None
    asked = ["Hội nghị Đối ngoại toàn quốc diễn ra khi nào?", "Ở đâu?", "Ai chủ trì?", "Có mấy người?", "Chủ đề là gì?"]
    for question in asked:
        whole, _ = complete(question, turn)
        assert "hội nghị đối ngoại toàn quốc" in whole.lower()
        turn = next_turn(whole, "", "a.txt", "", turn)


def test_the_event_of_the_answer_serves_where_no_question_named_one() -> None:
    event = "Hội nghị Đối ngoại toàn quốc triển khai Nghị quyết"
    conversation = next_turn("Bí thư Thành ủy Hải Phòng là ai?", event, "a.txt", "Trần Lưu Quang", None)
    assert complete("Hội nghị đó diễn ra khi nào?", conversation)[0] == f"{event} diễn ra khi nào"
    vague = next_turn("Bí thư Thành ủy Hải Phòng là ai?", "Hội nghị", "a.txt", "Trần Lưu Quang", None)
    assert complete("Hội nghị đó diễn ra khi nào?", vague)[0].count("Hội nghị") == 1


def test_when_was_the_event_that_was_the_answer() -> None:
    conversation = next_turn("Ngô Đông Hải dự hội nghị gì?", "Hội nghị Ngoại giao lần thứ 32", "a.txt", "", None)
    assert complete("hôm nào?", conversation) == ("Hội nghị Ngoại giao lần thứ 32 hôm nào", "a.txt")


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("Ai dự Hội nghị Ngoại giao lần thứ 32 ở Thái Bình?", "Hội nghị Ngoại giao lần thứ 32"),
        ("hoi nghi doi ngoai toan quoc dien ra nam nao", "hoi nghi doi ngoai toan quoc"),
        ("Lễ khánh thành cầu Rạch Miễu 2 do ai chủ trì?", "Lễ khánh thành cầu Rạch Miễu 2"),
        ("Ông Nam dự hội nghị nào?", ""),
        ("Ai phát biểu?", ""),
        ("Ngô Đông Hải là ai?", ""),
    ],
)
def test_topic(question: str, topic: str) -> None:
    assert topic_of(question) == topic


@pytest.mark.parametrize(
    ("before", "question", "asks_for_others"),
    [
        ("Ai dự hội nghị nghề muối?", "còn ai nữa?", True),
        ("Ai dự hội nghị nghề muối?", "còn ai dự nữa không", True),
        ("Ai dự hội nghị nghề muối?", "con ai du nua", True),
        ("Ai dự hội nghị nghề muối?", "có ai khác dự không?", True),
        ("Ai dự hội nghị nghề muối?", "còn ai dự?", True),
        ("Ai dự hội nghị nghề muối?", "còn ai phát biểu?", False),  # who was there may have spoken
        ("Ai dự hội nghị nghề muối?", "ai dự hội chợ?", False),
        ("Hội nghị nghề muối ở đâu?", "còn ai dự nữa?", False),
    ],
)
def test_who_else(before: str, question: str, asks_for_others: bool) -> None:
    conversation = next_turn(before, "", "a.txt", "Trần Văn Diêm", None, ("Trần Văn Diêm", "Lê Thị Mặn"))
    given = names_given(question, conversation)
    assert given == (("Trần Văn Diêm", "Lê Thị Mặn") if asks_for_others else ())


def test_those_named_already_are_not_named_again(tmp_path: Path) -> None:
    text = "Ngày 4/3/2021, ông Trần Văn Diêm dự hội nghị nghề muối. Bà Lê Thị Mặn phát biểu tại hội nghị nghề muối."
    (tmp_path / "a.txt").write_text(text, "utf-8")
    library = Library.read([tmp_path])
    first = library.ask("Ai dự hội nghị nghề muối?")
    named = {item.text for item in first.items}
    conversation = first.conversation
    for _ in range(2):
        following = library.ask("còn ai nữa?", conversation)
        assert not named & {item.text for item in following.items}
        named |= {item.text for item in following.items}
        conversation = following.conversation
    assert library.ask("còn ai nữa?", conversation).text == "Các báo cáo không nêu thêm ai."


def test_what_does_not_fit_the_turns_before_is_asked_by_itself(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ngày 4/3/2021, ông Trần Văn Diêm dự hội nghị nghề muối Hòn Khói.", "utf-8")
    (tmp_path / "b.txt").write_text("Bà Phạm Thị Lác, Trưởng phòng Kế hoạch, kể chuyện chiếu cói.", "utf-8")
    library = Library.read([tmp_path])
    conversation = library.ask("Ai dự hội nghị nghề muối Hòn Khói?").conversation
    assert [i.text for i in library.ask("Bà Lác giữ chức gì?", conversation).items] == ["Trưởng phòng Kế hoạch"]


def test_what_was_spoken_of_before_is_dropped_with_a_question_about_something_else() -> None:
    fire = next_turn("Vụ cháy chợ Bến Đò xảy ra khi nào?", "vụ cháy chợ", "fire.txt", "", None)
    other = next_turn("Bà Phạm Thị Lác là ai?", "", "mats.txt", "Phạm Thị Lác", fire)
    assert complete("bà ấy nói gì?", other) == ("Phạm Thị Lác nói gì", "mats.txt")
    nothing = next_turn("Bà Phạm Thị Lác là ai?", "", "", "Phạm Thị Lác", fire)
    assert "Bến Đò" not in complete("ở đâu?", nothing)[0]
    leaning = next_turn("Ai dập lửa Vụ cháy chợ Bến Đò", "", "more.txt", "Trần Văn Diêm", fire, leans=True)
    assert complete("ở đâu?", leaning)[0] == "dập lửa Vụ cháy chợ Bến Đò ở đâu"


def test_who_somebody_is_is_asked_by_the_way() -> None:
    turn = next_turn("Ai chủ trì Đại hội Hội Nghề cá?", "", "a.txt", "Trần Văn Diêm", None, ("Trần Văn Diêm",))
    turn = next_turn("Trần Văn Diêm là ai", "Hội chợ muối", "b.txt", "Trần Văn Diêm", turn, leans=True)
    assert complete("ở đâu?", turn) == ("Đại hội Hội Nghề cá ở đâu", "a.txt")
    assert complete("còn ai nữa?", turn) == ("Ai chủ trì Đại hội Hội Nghề cá?", "a.txt")
    assert names_given("còn ai nữa?", turn) == ("Trần Văn Diêm",)


def test_whom_it_was_done_to_did_not_do_it() -> None:
    turn = next_turn("Ông Trần Văn Diêm thăm nước nào?", "", "a.txt", "Trần Văn Diêm", None)
    assert names_given("ai mời?", turn) == ("Trần Văn Diêm",)
    turn = next_turn("Ai thăm nước Lào?", "", "a.txt", "Trần Văn Diêm", None, ("Trần Văn Diêm",))
    assert names_given("ai mời?", turn) == ()


@pytest.mark.parametrize(
    ("question", "lacks"),
    [
        ("Còn ai dự nữa?", "event"),
        ("còn ai nữa", "event"),
        ("Hội nghị đó diễn ra ở đâu?", "event"),
        ("ở đâu?", "event"),
        ("ông ấy là ai?", "person"),
        ("Ai dự?", ""),
        ("Còn ai dự Hội nghị Ngoại giao lần thứ 32 nữa?", ""),
        ("Ông Trần Văn Diêm là ai?", ""),
        ("xin chào", ""),
        ("Ông ấy có dự Hội nghị Ngoại giao lần thứ 32 không?", "person"),
        ("Hội nghị Ngoại giao lần thứ 32 thì bà ấy có phát biểu không?", "person"),
        ("Ông Lê Xuân Định có dự không, ông ấy có phát biểu không?", ""),
    ],
)
def test_what_a_first_question_leans_on_is_asked(question: str, lacks: str) -> None:
    assert unclear(question, None) == lacks


def test_who_else_did_what_few_do_is_told_of_that_deed(tmp_path: Path) -> None:
    signed = "Ngày 4/3/2021, ông Trần Văn Diêm ký quyết định tặng bằng khen cho bà Phạm Thị Lác và ông Lê Đình Cói."
    chaired = (
        "Đại hội Hội Nghề cá khai mạc sáng 5/3/2021. Bà Lê Thị Mặn chủ trì Đại hội Hội Nghề cá. "
        "Ông Ngô Văn Chài cũng chủ trì Đại hội Hội Nghề cá. Ông Vũ Văn Lưới chủ trì Hội thảo về giống tôm."
    )
    (tmp_path / "a.txt").write_text(signed, "utf-8")
    (tmp_path / "b.txt").write_text(chaired, "utf-8")
    library = Library.read([tmp_path])
    first = library.ask("Ai ký quyết định tặng bằng khen?")
    assert [i.text for i in first.items] == ["Trần Văn Diêm"]
    assert library.ask("còn ai nữa?", first.conversation).text == "Các báo cáo không nêu thêm ai."
    turn = library.ask("Ai chủ trì Đại hội Hội Nghề cá?")
    named = {i.text for i in turn.items}
    named |= {i.text for i in library.ask("còn ai nữa?", turn.conversation).items}
    assert named == {"Lê Thị Mặn", "Ngô Văn Chài"}


def test_who_met_somebody_is_no_event() -> None:
    turn = next_turn("Vụ cháy chợ Bến Đò xảy ra khi nào?", "vụ cháy chợ", "fire.txt", "", None)
    assert unclear("có gặp Thủ tướng không?", turn) == "person"
    assert not unclear("có ai bị thương không?", turn)


def test_who_that_is_has_the_name_and_the_one_answered_is_meant(tmp_path: Path) -> None:
    text = "Bà Phạm Thị Lác, Trưởng phòng Kế hoạch, nói ông Trần Văn Diêm không phải thợ chiếu cói. Ông Diêm im lặng."
    (tmp_path / "a.txt").write_text(text, "utf-8")
    library = Library.read([tmp_path])
    first = library.ask("Ai nói ông Trần Văn Diêm không phải thợ chiếu cói?")
    assert library.ask("bà ấy là ai?", first.conversation).text == "Phạm Thị Lác – Trưởng phòng Kế hoạch"
    assert library.ask("Còn ai nói nữa?").text.startswith("Bạn hỏi về hội nghị, sự kiện nào?")


@pytest.mark.parametrize(
    ("before", "asked", "meant"),
    [
        ("Việt Nam có mấy đối tác chiến lược?", "còn đối tác toàn diện?", "Việt Nam có mấy đối tác toàn diện"),
        (
            "Hội nghị có bao nhiêu đại biểu trong nước?",
            "còn đại biểu nước ngoài?",
            "Hội nghị có bao nhiêu đại biểu nước ngoài",
        ),
        (
            "Có bao nhiêu đại biểu dự hội nghị nghề muối?",
            "thế còn khách mời?",
            "Có bao nhiêu khách mời dự hội nghị nghề muối",
        ),
        ("co bao nhieu dai bieu du hoi nghi?", "con khach moi?", "co bao nhieu khach moi du hoi nghi"),
    ],
)
def test_another_thing_is_counted(before: str, asked: str, meant: str) -> None:
    assert complete(asked, next_turn(before, "", "a.txt", "", None))[0] == meant


def test_one_of_several_is_meant_by_the_place_in_the_row() -> None:
    people = ("Trần Văn Diêm", "Lê Thị Mận", "Phạm Thị Lác")
    turn = next_turn("Ai dự hội nghị nghề muối?", "", "a.txt", people[0], None, people)
    assert complete("Người thứ hai là ai?", turn)[0] == "Lê Thị Mận là ai"
    assert complete("Vị cuối cùng giữ chức gì?", turn)[0] == "Phạm Thị Lác giữ chức gì?"
    assert unclear("Người thứ mười là ai?", turn) == "person"
    assert unclear("Người thứ hai là ai?", None) == "person"
    assert not unclear("Người thứ hai phát biểu ở hội nghị nghề muối là ai?", turn)


def test_one_of_several_is_not_guessed() -> None:
    people = ("Trần Văn Diêm", "Phạm Văn Lác")
    turn = next_turn("Ai chủ trì hội nghị nghề muối?", "", "a.txt", people[0], None, people)
    assert unclear("Ông ấy có dự hội nghị nghề yến không?", turn) == "person"
    alone = next_turn("Ai chủ trì hội nghị nghề muối?", "", "a.txt", people[0], None, people[:1])
    assert not unclear("Ông ấy có dự hội nghị nghề yến không?", alone)


def test_somebody_of_whom_no_report_tells_is_spoken_of_all_the_same(tmp_path: Path) -> None:
    text = "Ngày 4/3/2021, ông Trần Văn Diêm, Giám đốc Sở Công Thương, chủ trì hội nghị nghề muối lần thứ 2 ở Hòn Khói."
    (tmp_path / "a.txt").write_text(text, "utf-8")
    reports = Library.read([tmp_path])
    turn = reports.ask("Trần Văn Diêm chủ trì hội nghị nào?").conversation
    turn = reports.ask("Tô Văn Lâm có dự không?", turn).conversation
    assert turn.person == "Tô Văn Lâm"
    assert reports.ask("Ông ấy giữ chức gì?", turn).items == ()


def test_a_name_that_is_not_found_binds_nothing_after_it(tmp_path: Path) -> None:
    text = "Ngày 4/3/2021, ông Trần Văn Diêm, Giám đốc Sở Công Thương, tiếp đoàn nghề muối. Cuộc tiếp có 20 đại biểu."
    (tmp_path / "a.txt").write_text(text, "utf-8")
    reports = Library.read([tmp_path])
    turn = reports.ask("Ông Tô Văn Lâm đề nghị gì?").conversation
    for _ in range(3):
        answer = reports.ask("ai tiếp đoàn nghề muối", turn)
        assert [item.text for item in answer.items] == ["Trần Văn Diêm"]
        turn = reports.ask("ai tiếp Tô Văn Lâm", answer.conversation).conversation
    assert len(turn.question) < 60


@pytest.mark.parametrize(
    ("before", "question", "whole"),
    [  # an event of another sort is not the one spoken of
        ("Ai dự Lễ ra quân Mùa hè xanh ở Cà Mau?", "lãnh đạo nào dự hội thảo?", "lãnh đạo nào dự hội thảo"),
        ("Ai dự Hội thảo Nghề muối Hòn Khói?", "buổi làm việc ở Lai Vung do ai chủ trì?", ""),
        ("Ai dự Hội thảo Nghề muối Hòn Khói?", "hoi nghi o hue ai du", "hoi nghi o hue ai du"),
        ("Ai dự Hội thảo Nghề muối Hòn Khói?", "có phải bà Lác chủ trì buổi làm việc không", ""),
        # one that may be called so is
        ("Ai dự Hội thảo Nghề muối Hòn Khói?", "buổi tọa đàm đó họp ở đâu?", "Hội thảo Nghề muối Hòn Khói họp ở đâu"),
        ("Ai dự Hội thảo Nghề muối Hòn Khói?", "sự kiện diễn ra ở đâu?", "Hội thảo Nghề muối Hòn Khói diễn ra ở đâu"),
        # what is counted is no event spoken of
        ("Ai dự Hội nghị Nghề muối Hòn Khói?", "có mấy phiên họp?", "có mấy phiên họp Hội nghị Nghề muối Hòn Khói"),
        (
            "Ai dự buổi làm việc với Ngân hàng Biển Bạc?",
            "buổi làm việc có bao nhiêu đại biểu?",
            "buổi làm việc với Ngân hàng Biển Bạc có bao nhiêu đại biểu",
        ),
    ],
)
def test_an_event_of_another_sort_is_not_the_one_spoken_of(before: str, question: str, whole: str) -> None:
    got, within = complete(question, next_turn(before, "", "a.txt", "", None))
    if whole:
        assert got.rstrip(" ?") == whole
    else:
        assert "Hòn Khói" not in got
        assert not within


def test_the_surer_answer_of_the_report_spoken_of_is_given(tmp_path: Path) -> None:
    work = (
        "Ngày 4/3/2021, Giám đốc Sở Công Thương Trần Văn Diêm chủ trì buổi làm việc với Ngân hàng Biển Bạc về đê sông "
        "Cói. Dự án có tổng mức đầu tư 412 tỷ đồng. Bà Lê Thị Mặn không dự được và cử Trưởng phòng Phạm Thị Lác dự "
        "thay."
    )
    (tmp_path / "a.txt").write_text(work, "utf-8")
    (tmp_path / "b.txt").write_text("Sáng 5/3/2021, ông Ngô Văn Chài dự lễ cưới tập thể ở Lai Vung.", "utf-8")
    reports = Library.read([tmp_path])
    turn = reports.ask("Ai chủ trì buổi làm việc với Ngân hàng Biển Bạc?").conversation
    assert [i.text for i in reports.ask("ai dự thay", turn).items] == ["Phạm Thị Lác"]
    assert [i.text for i in reports.ask("tổng mức đầu tư bao nhiêu", turn).items] == ["412 tỷ đồng"]
    assert [i.text for i in reports.ask("Ngô Văn Chài dự lễ gì", turn).items] != []


def test_who_was_there_is_not_told_of_another_event(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ngày 4/3/2021, ông Trần Văn Diêm dự hội nghị nghề muối Hòn Khói.", "utf-8")
    (tmp_path / "b.txt").write_text("Sáng 5/3/2021, ông Ngô Văn Chài dự lễ cưới tập thể ở Lai Vung.", "utf-8")
    reports = Library.read([tmp_path])
    turn = reports.ask("Ai dự hội nghị nghề muối Hòn Khói?").conversation
    assert not reports.ask("Ông Ngô Văn Chài có dự không?", turn).items
