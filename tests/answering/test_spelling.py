"""Slips of the keyboard put right, and what must be left alone."""

import datetime as dt
import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answering.spelling.correction import Corrector
from retrieval.answering.spelling.slips import Neighbours, from_telex, one_slip_away, slip_weight
from retrieval.corpus.document import Document
from retrieval.language.normalize import fold

TEXT = """Sáng 5/9, Hội nghị Nông nghiệp toàn quốc lần thứ 7 diễn ra tại Hội trường Thống Nhất.
Bộ trưởng Lê Văn Tám chủ trì Hội nghị. Thứ trưởng Đỗ Thị Mười trình bày báo cáo về xuất khẩu gạo.
Tại điểm cầu Cần Thơ, dự Hội nghị có đồng chí Phan Bá Kỷ, Chủ tịch UBND thành phố.
Hội nghị Nông nghiệp kết nối 12 điểm cầu. Hội nghị Nông nghiệp bế mạc chiều 6/9.
Chuyên gia Jorge Arreaza nói về Hội nghị Nông nghiệp.
Ngành nông nghiệp xuất khẩu gạo, nông nghiệp sạch, nông nghiệp xanh."""


@pytest.fixture(scope="module")
def corrector() -> Corrector:
    document = Document(
        name="a.txt", text=TEXT, title="Hội nghị Nông nghiệp toàn quốc", published=dt.date(2024, 9, 6), paragraphs=()
    )
    return Corrector.of([document])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ai chủ trỉ hội nghi nông nghiệp", "ai chủ trì hội nghị nông nghiệp"),  # wrong and missing marks
        ("hội nghị diễn ra ở đaau", "hội nghị diễn ra ở đâu"),  # doubled
        ("ai dựu hội nghị", "ai dự hội nghị"),
        ("ai phát bểu tại hội nghị", "ai phát biểu tại hội nghị"),  # missing
        ("Hội nghị Nông nghệip diễn ra ở đâu", "Hội nghị Nông nghiệp diễn ra ở đâu"),  # swapped
        ("hội nhị nông nghiệp", "hội nghị nông nghiệp"),  # missing, and what is left is a word
        ("hooij nghij noong nghieepj dieenx ra khi naof", "hội nghị nông nghiệp diễn ra khi nào"),  # Telex
        ("ai laf nguowif chur trif", "ai là người chủ trì"),
        ("hội nghịnông nghiệp diễnra ở đâu", "hội nghị nông nghiệp diễn ra ở đâu"),  # spaces
        ("h ội nghị nông nghiệp", "hội nghị nông nghiệp"),
        ("hộ i nghị nông nghiệp", "hội nghị nông nghiệp"),
        ("aidự hội nghị", "ai dự hội nghị"),
        ("ai chu tri hoi nghj nong nghiep", "ai chu tri hoi nghi nong nghiep"),  # without accents
        ("Thứ trưởng àno trình bày báo cáo?", "Thứ trưởng nào trình bày báo cáo?"),  # the question word itself
        ("Bí thư Tỉnh ủy Thaái Bình là ai?", "Bí thư Tỉnh ủy Thái Bình là ai?"),  # a place
        ("Ôbg Lê Văn Tám chủ trì hội nghị nào?", "Ông Lê Văn Tám chủ trì hội nghị nào?"),  # before a name
        ("Lê Văn Támm giữ chức vụ gì?", "Lê Văn Tám giữ chức vụ gì?"),  # a name that is no name
        ("AI CHỦ TRỈ HỘI NGHỊ", "Ai chủ trì hội nghị"),
        ("hội nghị diễn ra lúc mấy giờz", "hội nghị diễn ra lúc mấy giờ"),  # by what news and questions say
        ("chủ tịch nứơc tiếp ai, chẳnf hạn ở đâu", "chủ tịch nước tiếp ai, chẳng hạn ở đâu"),
        ("Tổnf Bí thư dự hội nghị nào?", "Tổng Bí thư dự hội nghị nào?"),
        ("Triểu Tiên có dự không?", "Triều Tiên có dự không?"),
        ("ai lãnh đoạ hội nghị", "ai lãnh đạo hội nghị"),
        ("Phan Báá Kỷ dự hội nghị nào?", "Phan Bá Kỷ dự hội nghị nào?"),
        ("lê văn tám giữ chức vụ gì", "Lê Văn Tám giữ chức vụ gì"),  # capitals from the reports
    ],
)
def test_put_right(corrector: Corrector, typed: str, meant: str) -> None:
    assert corrector.correct(typed) == meant


@pytest.mark.parametrize(
    "question",
    [
        "Ai chủ trì Hội nghị Nông nghiệp toàn quốc lần thứ 7?",
        "Lê Văn Tắm giữ chức vụ gì?",  # another person's name stays
        "Lê Văn Tâm giữ chức vụ gì?",
        "Đỗ Thị Mươi là ai?",
        "Ông Patrick Leahy dự hội nghị không?",
        "Đại sứ Kritenbrink nói gì ở hội nghị?",
        "Thủ tướng thăm Phổ Yên ngày nào?",
        "Phía Lào có những ai dự hội nghị?",
        "ai dự hn nông nghiệp ko vậy bot",
        "TTg có dự ko?",
        "Ngày 14/12/2021 có hội nghị gì?",
        "Vị thị trưởng Jakarta nào bật khóc ở tòa?",
        "Bà Aung San Suu Kyi có mặt ở hội nghị nào?",
        "Festival Huế 2018 lấy chủ đề gì?",
        "Số điện thoại của ông Tám là bao nhiêu?",
        "Mai Cần Thơ có mưa không nhỉ?",
        "ai du le khoi cong cau Rach Mieu 2",
        "Ai bên sở chê báo cáo ra sao?",
        "Cựu Chủ tịch Quang cử ai đi thay vì bận?",
        "Bị cáo giết vợ khai gì?",
        "Công ty VinFast, HTX Bình Minh và EVN HANOI ký gì?",
    ],
)
def test_left_alone(corrector: Corrector, question: str) -> None:
    assert corrector.correct(question) == question


def test_one_random_slip_in_a_word_of_the_reports(corrector: Corrector) -> None:
    question = "Thứ trưởng nào trình bày báo cáo tại Hội nghị Nông nghiệp toàn quốc?"
    words = [m for m in re.finditer(r"\w{4,}", question) if not m.group().istitle()]
    right = tried = 0
    for word in words:
        chance = random.Random(word.start())
        slips = [s for s in one_slip_away(word.group()) if s != word.group() and len(s) > 3]
        for slip in chance.sample(slips, 12):
            corrected = corrector.correct(question[: word.start()] + slip + question[word.end() :])
            right += fold(corrected) == fold(question)
            tried += 1
    assert right >= 0.85 * tried


def test_an_empty_library_still_knows_questions() -> None:
    assert Corrector.of([]).correct("ai chủ trỉ hội nghij") == "ai chủ trì hội nghị"


@pytest.mark.parametrize(
    ("keys", "syllable"),
    [
        ("hooij", "hội"), ("nghij", "nghị"), ("ddoois", "đối"), ("nguowif", "người"), ("truwowngr", "trưởng"),
        ("tuowngs", "tướng"), ("chur", "chủ"), ("gif", "gì"), ("quoocs", "quốc"), ("thuyr", "thủy"), ("hoaf", "hòa"),
        ("toanf", "toàn"), ("dducsw", None), ("nghi", None), ("xyz", None),
    ],
)  # fmt: skip
def test_telex(keys: str, syllable: str | None) -> None:
    assert from_telex(keys) == syllable


def test_weights_of_slips() -> None:
    assert slip_weight("đọọc", "đọc") > slip_weight("đc", "đọc") > slip_weight("đọx", "đọc") > 0
    assert slip_weight("đi", "đọc") == 0


PAIRS = {("thư", "viện"): 3, ("mở", "cửa"): 4, ("cửa", "thư"): 1, ("làng", "chài"): 2, ("lạng", "sơn"): 2}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ai mo cua thu vien", "ai mở cửa thư viện"),
        ("thu vien Lang Son mo cua khi nao", "thư viện Lạng Sơn mở cửa khi nào"),
        ("lang chai co may nha cao tang", "làng chài có mấy nhà cao tầng"),
        ("UNESCO o dau", "UNESCO ở đâu"),
        ("thu vien mo cua 40 nam nay", "thư viện mở cửa 40 năm nay"),  # beside figures pairs of words tell nothing
        ("thu vien mo cua luc 8 gio", "thư viện mở cửa lúc 8 giờ"),
    ],
)
def test_accents_left_out_are_restored(typed: str, meant: str) -> None:
    words = {word: 3 for pair in PAIRS for word in pair} | {"nhà": 2, "nha": 1}
    assert Corrector(words, PAIRS).read(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Hội nghị diễn ra khi nao?", "Hội nghị diễn ra khi nào?"),
        ("hội nghi nong nghiệp dien ra khi nào", "hội nghị nông nghiệp diễn ra khi nào"),
        ("Thu truong nào trinh bày bao cáo ve xuat khẩu gạo?", "Thứ trưởng nào trình bày báo cáo về xuất khẩu gạo?"),
        ("hội ngih nong nghiep diễn ra o dau", "hội nghị nông nghiệp diễn ra ở đâu"),  # and a slip
        ("le văn tam giữ chuc vu gì", "Lê Văn Tám giữ chức vụ gì"),  # and no capitals
    ],
)
def test_accents_of_some_words_left_out_are_restored(corrector: Corrector, typed: str, meant: str) -> None:
    assert corrector.read(typed) == meant


@pytest.mark.parametrize(
    "question",
    [
        "Lê Văn Tắm trinh bay bao cao khi nao?",  # the name typed with its marks is that name
        "Đỗ Thị Mươi noi gi o hoi nghi nong nghiep?",
    ],
)
def test_marks_that_were_typed_stay(corrector: Corrector, question: str) -> None:
    assert corrector.read(question).split()[:3] == question.split()[:3]


@pytest.mark.parametrize(
    "question",
    [
        "Ai trong ban giám khảo cho điểm cao?",
        "Ông Jorge Arreaza nói gì?",
        "Ai phê duyệt giá trần?",
        "Hai con trâu in trên lụa do ai mang sang Lào?",
    ],
)
def test_words_without_marks_stay(corrector: Corrector, question: str) -> None:
    assert corrector.read(question) == question


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("dai su mien dien la ai", "đại sứ Miến Điện là ai"),
        ("ai den tu nong penh", "ai đến từ Nông Pênh"),
        ("luong dien mien trung tang bao nhieu", "lượng điện miền trung tăng bao nhiêu"),
        ("ai tan tay trao qua", "ai tận tay trao quà"),
    ],
)
def test_other_names_of_places_without_marks(typed: str, meant: str) -> None:
    words = {"miền": 40, "điện": 30, "trung": 30, "diễn": 20}
    assert Corrector(words, {("miền", "trung"): 20}).read(typed) == meant


def test_what_asks_is_no_other_word_where_nothing_else_asks() -> None:
    words, pairs = {"máy": 30, "khoảng": 30}, {("khoảng", "máy"): 1}  # "được máy cái" asks nothing
    assert "được mấy cái" in Corrector(words, pairs).read("Lang gom ban duoc may cai am")


def test_a_long_text_is_left_as_it_is(corrector: Corrector) -> None:
    pasted = " ".join(["ai chủ trỉ hội nghi"] * 60)
    assert corrector.correct(pasted) == corrector.read(pasted) == pasted


BARE = st.text("abdhn", max_size=5)


@given(st.sets(BARE, max_size=30), BARE)
def test_neighbours_are_the_words_one_slip_away(words: set[str], word: str) -> None:
    assert Neighbours(words).of(word) == sorted(words & {word, *one_slip_away(word)})


@pytest.mark.parametrize(
    "question",
    [
        "Có mấy toa, toa nào chở gạo?",  # "tòa nào" is asked more often
        "Gạo được chở ở toa nào?",
        "Chuyên gia nói về giống gà nào?",
    ],
)
def test_noun_of_news_is_at_home_before_which(corrector: Corrector, question: str) -> None:
    assert corrector.correct(question) == question


def test_no_noun_before_which_is_a_slip(corrector: Corrector) -> None:
    assert corrector.correct("Hội nghị họp ở tinh nào?") == "Hội nghị họp ở tỉnh nào?"
