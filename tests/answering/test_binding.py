"""What binds beside names and days: titles, terms, bodies, callings, the next one, the first part of a question."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval import Library, Status
from retrieval.answering.asking.question import analyse
from retrieval.answering.evidence import bound_details, said, told_by_name
from retrieval.answering.evidence.candidate import Proof
from retrieval.answering.evidence.constraints import missing
from retrieval.answering.evidence.matching import query_words
from retrieval.answering.evidence.other_one import is_of_another
from retrieval.answering.evidence.people_asked import people_named

REPORTS = {
    "muoi-hon-khoi.txt": """Tọa đàm "Hạt muối Hòn Khói" lần thứ 4

Sáng 4/3/2021, Sở NN&PTNT và Bộ Khoa học và Công nghệ tổ chức tọa đàm "Hạt muối Hòn Khói" lần thứ 4 tại thị xã Ninh Hòa.

Giám đốc Sở Công Thương Trần Văn Diêm chủ trì tọa đàm. Chương trình Muối sạch số 6 được giới thiệu.

Nhiệm kỳ 2016-2021, hội trồng 40 ha rừng. Tọa đàm lần thứ 3 có 90 người dự ở huyện Diên Khánh. \
Tọa đàm lần thứ 4 có 120 người dự ở huyện Vạn Ninh.

Kết quả bầu chủ tịch hội được 46 phiếu tán thành. Ông Cao Bá Rạng dự từ 3 đến 5/3.

Bà Lê Thị Mặn phát biểu. Ông Cao Bá Rạng nói muối sẽ lên giá. Tọa đàm lần tới họp ở Cam Lâm.
""",
    "du-lich.txt": """Lễ hội chiếu cói

Lễ hội chiếu cói Kim Sơn mở ngày 9/5/2021 ở Phát Diệm. Bà Phạm Thị Lác khai mạc.
""",
}


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("binding")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, "utf-8")
    return Library.read([Path(folder)])


def salt(library: Library) -> int:
    return next(i for i, d in enumerate(library.documents) if d.name.startswith("muoi"))


@pytest.mark.parametrize(
    "question",
    [
        "Tọa đàm 'Hạt muối Hòn Khói' diễn ra khi nào?",
        "Ai chủ trì tọa đàm “Hạt muối của Hòn Khói”?",  # most of the title
        "Nhiệm kỳ 2016-2021 hội trồng bao nhiêu ha rừng?",
        "Sở Nông nghiệp tổ chức tọa đàm ở đâu?",  # the report has its initials
        "Bộ Khoa học tổ chức tọa đàm nào?",
        "Chương trình Muối sạch số 6 được giới thiệu ở đâu?",
        "Đại diện Chính phủ nào dự tọa đàm?",  # every report knows it
        "Bộ trưởng nào dự tọa đàm về muối?",
        "toa dam cua so y te to chuc o dau",  # without marks no name is sure
    ],
)
def test_a_report_that_has_all_the_details_lacks_none(reports: Library, question: str) -> None:
    assert lacking(reports, question) == ""


@pytest.mark.parametrize(
    ("question", "lacks"),
    [
        ("Tọa đàm 'Giấc mơ của biển' diễn ra khi nào?", "Giấc mơ của biển"),
        ("Nhiệm kỳ 2011-2016 hội trồng bao nhiêu ha rừng?", "2011"),
        ("Sở Y tế tổ chức tọa đàm ở đâu?", "Sở Y tế"),
        ("Giám đốc Bệnh viện Nhi có dự tọa đàm không?", "Bệnh viện Nhi"),
        ("Chương trình Muối sạch số 7 được giới thiệu ở đâu?", "số 7"),
        ("Ai chủ trì tọa đàm Thạch Sùng ở Hòn Khói?", "Thạch Sùng"),
        ("Ai ở Đồng bằng sông Tiền Hậu dự tọa đàm?", "Tiền Hậu"),
    ],
)
def test_a_report_without_a_detail_lacks_it(reports: Library, question: str, lacks: str) -> None:
    found = lacking(reports, question)
    assert found == lacks


def lacking(library: Library, question: str) -> str:
    collection = library._collection
    asked = analyse(question)
    words = query_words(asked, acronyms=collection.acronyms)
    return bound_details.lacking(asked, words, people_named(asked, collection), collection.view(salt(library)))


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("Ai làm phiên dịch ở tọa đàm muối?", "phiên dịch"),
        ("Lễ cưới ở Hòn Khói diễn ra khi nào?", "lễ cưới"),
        ("ai dan chuong trinh toa dam muoi", "dẫn chương trình"),
        ("Luật sư nào góp mặt ở tọa đàm muối?", "luật sư"),
        ("Ai chủ trì tọa đàm muối?", ""),
        ("Hội nghị muối ở Hòn Khói diễn ra khi nào?", ""),  # meetings are called now this, now that
        ("ai cong to", ""),
    ],
)
def test_what_is_told_by_name_alone(reports: Library, question: str, word: str) -> None:
    assert told_by_name.untold(analyse(question), reports._collection.view(salt(reports))) == word


def test_every_word_of_the_table_tells_of_itself() -> None:
    rows = [asked.split(", ") for asked, _ in told_by_name.TOLD_BY]
    names = [name for row in rows for name in row]
    assert len(names) == len(set(names))
    assert all(told.isascii() and told == told.lower() for _, told in told_by_name.TOLD_BY)


@pytest.mark.parametrize(
    ("question", "sentence", "other"),
    [
        ("Tọa đàm lần thứ 4 có bao nhiêu người dự?", "Tọa đàm lần thứ 3 có 90", True),
        ("Tọa đàm lần thứ 4 có bao nhiêu người dự?", "Tọa đàm lần thứ 4 có 120", False),
        ("Ở huyện Vạn Ninh có bao nhiêu người dự tọa đàm?", "Tọa đàm lần thứ 3 có 90", True),
        ("o huyen van ninh co bao nhieu nguoi du toa dam", "Tọa đàm lần thứ 3 có 90", True),
        ("Ở huyện nào có 90 người dự?", "Tọa đàm lần thứ 3 có 90", False),
        ("Lần tới tọa đàm họp ở đâu?", "Tọa đàm lần thứ 3 có 90", True),
        ("Lần tới tọa đàm họp ở đâu?", "Tọa đàm lần tới", False),
        ("Có bao nhiêu phiếu không hợp lệ khi bầu chủ tịch hội?", "Kết quả bầu", True),
        ("Có bao nhiêu phiếu tán thành khi bầu chủ tịch hội?", "Kết quả bầu", False),
        ("Bị cáo Khoa tới tọa đàm khi nào?", "Tọa đàm lần thứ 3 có 90", False),
        ("Bao nhiêu người dự tọa đàm?", "Tọa đàm lần thứ 3 có 90", False),
    ],
)
def test_a_sentence_of_another_one(reports: Library, question: str, sentence: str, other: bool) -> None:
    view = reports._collection.view(salt(reports))
    index = next(i for i, s in enumerate(view.facts.sentences) if s.text.startswith(sentence))
    assert is_of_another(analyse(question), Proof(view, index)) is other


@pytest.mark.parametrize(
    ("question", "lacks"),
    [
        ("Ông Rạng dự tọa đàm từ 3 đến 5/3 ở đâu?", False),
        ("Ông Rạng dự tọa đàm từ 3 đến 9/3 ở đâu?", True),
        ("Tọa đàm về muối tháng 3/2021 họp ở đâu?", False),
        ("Tọa đàm về muối tháng 8/2021 họp ở đâu?", True),
    ],
)
def test_the_end_of_a_span_and_the_month_bind(reports: Library, question: str, lacks: bool) -> None:
    assert bool(missing(analyse(question), reports._collection.view(salt(reports)), ())) is lacks


@pytest.mark.parametrize(
    ("question", "about"),
    [
        ("Ông Rạng nói gì về giá muối?", True),
        ("Ông Rạng nói gì về đội bóng Khánh Hòa?", False),
        ("Ông Rạng nói gì?", True),
        ("Ai chủ trì?", True),
    ],
)
def test_what_is_said_is_of_the_matter_asked_about(reports: Library, question: str, about: bool) -> None:
    view = reports._collection.view(salt(reports))
    index = next(i for i, s in enumerate(view.facts.sentences) if "lên giá" in s.text)
    assert said.is_about(analyse(question), view, index) is about


@pytest.mark.parametrize(
    ("question", "did"),
    [("Ông Cao Bá Rạng trình bày đề án nào?", True), ("Ông Trần Văn Diêm trình bày đề án nào?", False)],
)
def test_a_deed_is_told_near_its_doer(reports: Library, question: str, did: bool) -> None:
    view = reports._collection.view(salt(reports))
    index = next(i for i, s in enumerate(view.facts.sentences) if "lên giá" in s.text)
    asked = analyse(question)
    assert said.did_it(asked, people_named(asked, reports._collection), Proof(view, index)) is did


def test_a_hall_is_no_field(tmp_path: Path) -> None:
    (tmp_path / "hop.txt").write_text("Chiều 4/5/2021, sở họp báo về vụ sân vận động Hòa Khê ở quận 9.", "utf-8")
    (tmp_path / "hoi.txt").write_text("Sáng 6/5/2021, hội nuôi ong họp đại hội tại Nhà hát Sông Thao.", "utf-8")
    library = Library.read([tmp_path])
    assert library.ask("Họp báo về vụ sân vận động Hòa Khê ở hội trường nào?").status is Status.NOT_FOUND
    assert [i.text for i in library.ask("Đại hội hội nuôi ong họp ở hội trường nào?").items] == ["Nhà hát Sông Thao"]


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        ("Lễ hội chiếu cói ở Phát Diệm mở ngày nào và ai khai mạc?", ["9/5/2021", "Phạm Thị Lác"]),
        ("Lễ hội chiếu cói ở Nam Định mở ngày nào và ai khai mạc?", []),
        ("Lễ hội chiếu cói lần thứ 8 mở ngày nào và ở đâu?", []),
    ],
)
def test_what_the_first_part_names_binds_the_next(reports: Library, question: str, answers: list[str]) -> None:
    assert [item.text for item in reports.ask(question).items] == answers


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Ông Cao Bá Rạng có nói muối sẽ lên giá không?", "có"),
        ("Bà Lê Thị Mặn có nói muối sẽ lên giá không?", None),
        ("Bà Lê Thị Mặn có cùng ông Cao Bá Rạng nói muối sẽ lên giá không?", None),
    ],
)
def test_a_claim_is_of_whom_it_is_about(reports: Library, question: str, verdict: str | None) -> None:
    answer = reports.ask(question)
    if verdict is None:
        assert answer.status is Status.NOT_FOUND
    else:
        assert answer.items[0].text == verdict
