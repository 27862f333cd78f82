"""What a question names, and what it only seems to name."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval import Library, Status
from retrieval.answering.asking.question import analyse
from retrieval.answering.evidence.binding import Binding
from retrieval.answering.evidence.constraints import missing
from retrieval.answering.evidence.matching import query_words
from retrieval.answering.evidence.people_asked import people_named
from retrieval.answering.evidence.places_asked import places_named

REPORTS = {
    "tham-dao.txt": """Chuyến thăm đảo Cát Vàng thứ tư của bà Ellen

Ngày 5/6/2020, bà Ellen cùng chồng, Thủ tướng Hughes, đến đảo Cát Vàng. Chuyến thăm thứ tư này kéo dài hai ngày.

Tòa án Nhân dân TP. Hải Khê tuyên án vụ phá san hô ngày 2/6.

Hội đồng Bảo tồn do ông Hughes lập ra họp tại làng chài để bàn về rùa biển. Giám đốc sở GD & ĐT Mai Thế Nhân đón đoàn.
""",
    "dien-dan-tom.txt": """Diễn đàn Con tôm 2020

Sáng 9/7/2020, Diễn đàn Con tôm Đất Mũi khai mạc. Ở lần thứ 6 này có 300 đại biểu. Bà Trần Thị Ngọc Hoài chủ trì.
""",
    "le-don.txt": """Lễ đón Quốc vương Arda

Sáng 3/4/2021, lễ đón Quốc vương Arda diễn ra tại Phủ Chủ tịch. Buổi chiều, Quốc vương thăm Văn Miếu.

Trước đó, phát biểu khai mạc Hội nghị 9, Tổng Bí thư nhắc tới việc của Trung ương.

Sứ giả của Liên Hiệp Quốc là bà Greta Malloy gửi lẵng hoa.
""",
    "truong-hoc.txt": """Trường Tiểu học Cao Văn Tố dựng thư viện

Ngày 4/9/2021, cô Bùi Thị Ngân, hiệu trưởng trường Tiểu học Cao Văn Tố, mở thư viện do khách sạn Sunbay Residence \
Tower Đà Nẵng tài trợ. Nhà sáng chế Đoàn Bá Hưng tuyên bố lần thứ 2 chạy thử cánh buồm điện Gió Mới đã thành công.

Kỳ họp thứ 10, Hội đồng nhân dân xã khóa 13, đã bàn về thư viện.
""",
    "goc-nhin.txt": """Bảo vệ san hô

Ngày 19.11.2021, VBS gửi thư về san hô cho LHQ. Ông Arne Dahl đọc thư ở Hải Khê.
""",
    "tho-ren.txt": """Thợ rèn Cao Văn Thọ

Ông Cao Văn Thọ rèn lưỡi cày ở Ba Đồn từ năm 1999.
""",
}  # fmt: skip


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("constraints")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, "utf-8")
    return Library.read([Path(folder)])


def lacking(library: Library, name: str, text: str) -> str:
    collection = library._collection
    question = analyse(text)
    view = collection.view(collection.places_of(name)[0])
    return missing(question, view, people_named(question, collection))


@pytest.mark.parametrize(
    ("name", "question"),
    [
        ("tham-dao.txt", "Chuyến thăm đảo lần thứ tư của bà Ellen diễn ra ngày nào?"),
        ("tham-dao.txt", "Bà Ellen Hughes đến đảo ngày nào?"),  # told in parts
        ("tham-dao.txt", "Hội đồng Bảo an do ông Hughes lập ra bàn về gì?"),  # "an do" is not Ấn Độ
        ("tham-dao.txt", "TAND TP.Hải Khê tuyên án vụ phá san hô ngày nào?"),  # a body in short, and its town
        ("tham-dao.txt", "Ai là giám đốc Sở Giáo dục đón đoàn?"),  # a body by its short form
        ("tham-dao.txt", "Lãnh đạo Việt Nam nào đón bà Ellen?"),
        ("le-don.txt", "Lễ đón Quốc vương Arda ở Hà Nội diễn ra ngày nào?"),  # the seat tells the town
        ("le-don.txt", "Quốc vương Arda thăm đâu chiều 3/4?"),  # "Sáng 3/4 ... Buổi chiều, ..."
        ("le-don.txt", "Ai phát biểu khai mạc Hội nghị Trung ương 9?"),
        ("le-don.txt", "Sứ giả Liên Hợp Quốc Greta Malloy gửi gì?"),  # a body by its other name, before a person's
        ("dien-dan-tom.txt", "Diễn đàn Con tôm lần thứ 6 do ai chủ trì?"),  # the edition of the event told of
        ("dien-dan-tom.txt", "Bà Ngọc Hoài Seafood chủ trì diễn đàn nào?"),  # called by her company
        ("truong-hoc.txt", "Ai là hiệu trưởng Tiểu học Cao Văn Tố?"),  # another report has Cao Văn Thọ
        ("truong-hoc.txt", "ai la hieu truong tieu hoc Cao Van To"),
        ("truong-hoc.txt", "Khách sạn Sunbay Tower Đà Nẵng tài trợ gì?"),  # a word between
        ("truong-hoc.txt", "Cánh buồm điện mà ông Hưng tuyên bố chạy thử lần 2 thành công tên gì?"),
        ("truong-hoc.txt", "Ai dự các phiên chất vấn kỳ họp thứ 10 Hội đồng nhân dân xã khóa XIII?"),
        ("goc-nhin.txt", "Ai đọc thư gửi Liên Hợp Quốc về san hô?"),  # by its first letters
        ("goc-nhin.txt", "Ông Arne Dahl đọc thư ngày 19-11 ở đâu?"),
        ("tho-ren.txt", "Ông Cao Văn Tho rèn gì?"),
        ("tho-ren.txt", "Ông Cao Văn Thị rèn gì?"),  # a slip of the hand, once
    ],
)
def test_nothing_is_lacking(reports: Library, name: str, question: str) -> None:
    assert lacking(reports, name, question) == ""


@pytest.mark.parametrize(
    ("name", "question", "lack"),
    [
        ("tham-dao.txt", "Chuyến thăm đảo lần thứ năm của bà Ellen diễn ra ngày nào?", "lần thứ năm"),
        ("dien-dan-tom.txt", "Diễn đàn Con tôm lần thứ 7 do ai chủ trì?", "lần thứ 7"),
        ("dien-dan-tom.txt", "Diễn đàn Con tôm ở Hà Nội do ai chủ trì?", "Hà Nội"),
        ("dien-dan-tom.txt", "Ai dự diễn đàn chiều 9/7?", "chiều 9/7"),
        ("le-don.txt", "Ai phát biểu khai mạc Hội nghị Trung ương 8?", "lần thứ 8"),
        ("tho-ren.txt", "Cao Văn Tố rèn gì ở Ba Đồn?", "Cao Văn Tố"),
        ("truong-hoc.txt", "Ai dự kỳ họp thứ 11 Hội đồng nhân dân xã?", "kỳ họp thứ 11"),
        ("truong-hoc.txt", "Ai dự các phiên chất vấn kỳ họp thứ 10 Quốc hội?", "kỳ họp thứ 10"),
    ],
)
def test_what_is_lacking(reports: Library, name: str, question: str, lack: str) -> None:
    assert lacking(reports, name, question) == lack


@pytest.mark.parametrize(
    ("name", "question", "lack"),
    [
        ("tham-dao.txt", "Bà Ellen Graham đến đảo ngày nào?", "Graham"),
        ("tham-dao.txt", "Bộ Thông tin có dự chuyến thăm không?", "Bộ Thông tin"),
        ("goc-nhin.txt", "Ai đọc thư gửi Liên Hợp Báo về san hô?", "Liên Hợp Báo"),
        ("truong-hoc.txt", "Khách sạn Sunbay Hilton Đà Nẵng tài trợ gì?", "Hilton"),
        ("truong-hoc.txt", "Khách sạn Sunbay Tower Đà Nẵng tài trợ gì?", ""),
    ],
)
def test_a_name_of_several_words_binds(reports: Library, name: str, question: str, lack: str) -> None:
    collection, asked = reports._collection, analyse(question)
    view = collection.view(collection.places_of(name)[0])
    words = query_words(asked, acronyms=collection.acronyms)
    assert Binding(asked, words, people_named(asked, collection), times_bind=True).lacking(view) == lack


def test_a_century_is_no_edition() -> None:
    assert analyse("Ai khai mạc Hội nghị Hòa bình thế kỷ 21?").editions == ()
    assert [e.number for e in analyse("Ai khai mạc Hội nghị Hòa bình 21?").editions] == [21]


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("Hội đồng Bảo an do ai lập?", ()),
        ("Hội nghị ở Ấn Độ do ai chủ trì?", ("Ấn Độ",)),
        ("hoi nghi o an do do ai chu tri", ("Ấn Độ",)),
        ("hội nghị ở ấn độ do ai chủ trì", ("Ấn Độ",)),
    ],
)
def test_places(question: str, places: tuple[str, ...]) -> None:
    assert places_named(analyse(question)) == places


def test_of_somebody_else_of_that_family_nothing_is_said(reports: Library) -> None:
    assert reports.ask("Bà Karen Graham đến đảo Cát Vàng ngày nào?").status is Status.NOT_FOUND
