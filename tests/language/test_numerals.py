import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.language.counted import numbered_before
from retrieval.language.normalize import fold
from retrieval.language.numerals import (
    Quantity,
    digits_value,
    find_editions,
    find_quantities,
    roman_value,
    to_roman,
    words_value,
)

# text -> the quantities as written
FOUND = {
    "hội nghị với 81 điểm cầu và 1.200 đại biểu": ["81", "1.200"],
    "gồm ba chuyên đề và 20 phiên họp": ["ba", "20"],
    "tăng 36,8% so với năm 2017": ["36,8%"],
    "tài trợ 183 triệu USD": ["183 triệu USD"],
    "hơn 1,37 tỷ đồng": ["1,37 tỷ đồng"],
    "trao 1.000.000.000 đồng (một tỷ đồng)": ["1.000.000.000 đồng", "một tỷ đồng"],
    "rộng 3.000m2, khoảng 150.000 m3 đất": ["3.000m2", "150.000 m3"],
    "quan hệ với 189/193 quốc gia": ["189/193"],
    "từ 20 đến 30 người": ["20 đến 30"],
    "gặp mặt 150 văn nghệ sĩ": ["150"],
    "2-3 năm tới": ["2-3"],
    "hai mươi mốt đại biểu": ["hai mươi mốt"],
    "với năm nội dung chính": ["năm"],
    "cùng 09 tỉnh thành phố": ["09"],
    "30 sở ban ngành, lãnh đạo 24 quận huyện": ["30", "24"],
    "2 triệu rưỡi đồng": ["2 triệu rưỡi đồng"],
    "63 Sở Khoa học": ["63"],
    "gọi điện thoại 8 lần": ["8"],
    "tương đương 3.000 trang": ["3.000"],
    "ở đường 30 gần chợ": [],
    "tiếp dân mỗi tháng hai lần": ["hai"],
    "chạy 80 km/h": ["80 km/h"],
    "mực nước lên từ 3 m - 5 m": ["3 m - 5 m"],
    "phạt từ 2,5 triệu tới 4 triệu đồng": ["2,5 triệu tới 4 triệu đồng"],
    "giảm từ 70% đến 85% chi phí": ["70% đến 85%"],
    "tỷ lệ phiếu 62% - 38%": ["62%", "38%"],
    "bố trí ba chục giường, 5 chục ghế": ["ba chục", "5 chục"],
    "mất hai chục nghìn đồng": ["hai chục nghìn đồng"],
    "mấy trăm hộ và vài chục cơ sở": ["mấy trăm", "vài chục"],
    "một phần ba số ghế": ["một phần ba"],
    "trích 1 tỷ 250 triệu đồng": ["1 tỷ 250 triệu đồng"],
    "góp nửa tỷ đồng": ["nửa tỷ đồng"],
    "Trong 151 dự án treo": ["151"],
    "hai trăm năm trị vì": ["hai trăm"],
    "hai nghìn năm trăm cây": ["hai nghìn năm trăm"],
    "bụi mịn tới 95 µg/m3, cồn 0,31 mg/lít": ["95 µg/m3", "0,31 mg/lít"],
}
NOT_FOUND = [
    "ngày 19/12/2023", "sáng 7-2", "lúc 8 giờ 30 sáng", "năm 2018", "Festival Huế 2018", "lần thứ 32",
    "Đại hội XIII",
    "kỳ họp thứ 8", "khóa XIV", "Nghị quyết 18", "Quyết định số 1846/QĐ-TTg", "quận 9", "điện thoại 0912345678",
    "nhà ở 18 Hoàng Diệu", "đội U23", "dịch COVID-19", "thứ hai", "tháng ba", "một số đại biểu",
    "một trong những người",
    "ông Nam, bà Ba", "Bí thư thứ nhất", "Hội nghị ngoại giao 31", "năm thứ 11", "cứ mỗi năm qua",
    "mạng 4G", "BP Solar 1", "mấy đại biểu", "trăm đại biểu", "chục đại biểu",
    "Gio Trai dat la nam to chuc", "nhiều năm đồng hành cùng đội", "những năm tháng tuổi trẻ", "Hằng năm tỉnh mở hội",
]  # fmt: skip


@pytest.mark.parametrize("text", FOUND)
def test_finds(text: str) -> None:
    assert [q.text for q in find_quantities(text)] == FOUND[text]


@pytest.mark.parametrize("text", [t for t in FOUND if t[0].islower()])
def test_finds_without_accents(text: str) -> None:
    assert [q.text for q in find_quantities(fold(text))] == [fold(q) for q in FOUND[text]]


@pytest.mark.parametrize("text", NOT_FOUND)
def test_does_not_find(text: str) -> None:
    assert find_quantities(f"Có mặt {text}.") == []


def one(text: str) -> Quantity:
    (quantity,) = find_quantities(text)
    return quantity


@pytest.mark.parametrize(
    ("text", "value", "approximator", "unit", "nouns"),
    [
        ("với gần 300 cán bộ, đoàn viên tham dự", 300, "gần", "", ("cán bộ", "đoàn viên")),
        ("hơn 20 đoàn nghệ thuật quốc tế với nhiều loại hình", 20, "hơn", "", ("đoàn nghệ thuật quốc tế",)),
        ("khoảng 150 tỉ đồng", 150e9, "khoảng", "đồng", ()),
        ("183 triệu USD", 183e6, None, "USD", ()),
        ("hàng trăm bà con xã viên", 100, "hàng", "", ("bà con xã viên",)),
        ("hơn 230 nước và vùng lãnh thổ.", 230, "hơn", "", ("nước", "vùng lãnh thổ")),
        ("ngót ba chục nhân viên", 30, "ngót", "", ("nhân viên",)),
        ("trên dưới 40 hộ dân", 40, "trên dưới", "", ("hộ dân",)),
        ("suýt soát 200 suất quà", 200, "suýt soát", "", ("suất quà",)),
        ("vay US$20 triệu", 20e6, None, "USD", ()),
        ("đầu tư 2 tỷ 300 triệu đồng", 2.3e9, None, "đồng", ()),
        ("hai phần ba cử tri", 2 / 3, None, "", ("cử tri",)),
        ("20 phiên họp, tập trung thảo luận", 20, None, "", ("phiên họp",)),
        ("gần một nghìn hai trăm đại biểu", 1200, "gần", "", ("đại biểu",)),
        ("trao giải cho 96 “Nhà giáo trẻ” của quận", 96, None, "", ("Nhà giáo trẻ",)),
    ],
)
def test_the_parts_of_a_quantity(
    text: str, value: float, approximator: str | None, unit: str, nouns: tuple[str, ...]
) -> None:
    quantity = one(text)
    assert quantity.value == pytest.approx(value)
    assert (quantity.approximator, quantity.unit, quantity.nouns) == (approximator, unit, nouns)
    if nouns:
        assert text[: quantity.noun_end].endswith(nouns[-1])
    assert text[quantity.phrase_start :].startswith(approximator or quantity.text)


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("Tổng số thợ nữ của 3 xưởng lên tới 230 người", "thợ nữ của 3 xưởng"),
        ("số lượng hồ sơ chỉ còn 12", "hồ sơ"),
        ("tong so phuong tien la 30 xe", "phuong tien"),
        ("con số này là 40 người", ""),
        ("số tiền đóng góp là 40 triệu", ""),
        ("Hội nghị có 30 người", ""),
    ],
)
def test_what_a_number_is_said_to_be_the_number_of(text: str, nouns: str) -> None:
    assert numbered_before(text, re.search(r"\d+(?!.*\d)", text).start()) == nouns  # type: ignore[union-attr]


def test_shares_ranges_and_the_article() -> None:
    assert (one("189/193 quốc gia").value, one("189/193 quốc gia").out_of) == (189, 193)
    part, whole = find_quantities("41 trên tổng số 60 ghế")
    assert (part.value, part.out_of, part.noun, whole.value) == (41, 60, "ghế", 60)
    assert find_quantities("1 trong số 60 con trâu")[0].out_of is None
    assert find_quantities("khảo sát trên 60 con trâu")[0].out_of is None
    assert (one("từ 3 m - 5 m").value_to, one("từ 3 m - 5 m").unit) == (5, "m")
    assert (one("2-3 năm tới").value, one("2-3 năm tới").value_to) == (2, 3)
    assert one("một nhiệm vụ trọng tâm").indefinite
    assert not one("hai nhiệm vụ trọng tâm").indefinite
    assert one("hai nhiệm vụ trọng tâm").in_words


EDITIONS = {
    "Hội nghị Ngoại giao lần thứ 32": [(32, "lần")],
    "Đại hội đại biểu toàn quốc lần thứ XIII": [(13, "lần")],
    "Đại hội XIII của Đảng": [(13, "lần")],
    "hội nghị lần thứ ba": [(3, "lần")],
    "Cuộc gặp lần hai của nhóm": [(2, "lần")],
    "mỗi lần hai bên gặp nhau": [],
    "hội nghị lần thứ nhất": [(1, "lần")],
    "hội chợ (CIIE) lần 1, ngày 4-11": [(1, "lần")],
    "Quốc hội khóa XIV": [(14, "khóa")],
    "HN ngoại giao 31": [(31, "lần")],
    "hội nghị ngoại giao 31 bế mạc khi nào": [(31, "lần")],
    "bước sang năm thứ 11": [(11, "năm")],
    "Hội nghị Trung ương 8, khóa XII": [(8, "lần"), (12, "khóa")],
    "kỳ họp thứ 8": [(8, "kỳ")],
    "Phiên họp thứ 25": [(25, "phiên")],
    "được tổ chức lần đầu tiên": [(1, "lần đầu")],
}


@pytest.mark.parametrize("text", EDITIONS)
def test_editions(text: str) -> None:
    for written in (text, fold(text)):
        found = find_editions(written)
        assert [(e.number, e.kind) for e in found] == EDITIONS[text]
        assert all(e.text == written[e.start : e.end] for e in found)


@pytest.mark.parametrize(
    "text",
    [
        "hội nghị có 20 phiên họp", "hội nghị với 81 điểm cầu", "giai đoạn 1", "hội nghị 300 đại biểu", "Á hậu 3",
        "một lần 477 triệu USD", "Thái Lan đầu năm", "hội nghị cấp cao G 20", "hội nghị ngày 19/12", "hội nghị 7-2",
        "ba lần", "hội nghị năm 2018", "hội nghị chiều 15", "hoi nghi gap go 21 giao su",
    ],
)  # fmt: skip
def test_no_editions(text: str) -> None:
    assert find_editions(text) == []


@given(st.integers(1, 3999))
def test_roman_numerals_round_trip(number: int) -> None:
    assert roman_value(to_roman(number)) == number


@pytest.mark.parametrize("numeral", ["", "IIII", "VX", "xiii", "XIIIa", "IC", "13"])
def test_no_roman_numeral(numeral: str) -> None:
    assert roman_value(numeral) is None


@pytest.mark.parametrize("number", [0, -1, 4000])
def test_to_roman_refuses(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        to_roman(number)


@given(st.integers(1, 99))
def test_editions_compare_across_numerals(number: int) -> None:
    (roman,) = find_editions(f"Đại hội lần thứ {to_roman(number)} của Hội")
    (arabic,) = find_editions(f"Đại hội lần thứ {number} của Hội")
    assert roman.number == arabic.number == number


DIGIT_WORDS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]


def spelt(number: int) -> str:
    """Spell a number below a million as one says it."""
    if number >= 1000:
        rest = number % 1000
        return f"{spelt(number // 1000)} nghìn" + (f" {spelt(rest)}" if rest >= 100 else "")
    if number >= 100:
        rest = number % 100
        tail = "" if not rest else f" linh {DIGIT_WORDS[rest]}" if rest < 10 else f" {spelt(rest)}"
        return f"{DIGIT_WORDS[number // 100]} trăm{tail}"
    if number < 10:
        return DIGIT_WORDS[number]
    tens, ones = divmod(number, 10)
    unit = {0: "", 1: " một" if tens == 1 else " mốt", 5: " lăm"}.get(ones, f" {DIGIT_WORDS[ones]}")
    return ("mười" if tens == 1 else f"{DIGIT_WORDS[tens]} mươi") + unit


@given(st.integers(1, 999_999).filter(lambda n: n < 1000 or n % 1000 == 0 or n % 1000 >= 100))
def test_number_words(number: int) -> None:
    assert words_value(spelt(number)) == number
    assert words_value(fold(spelt(number))) == number


@pytest.mark.parametrize("words", ["", "đại biểu", "trăm", "hai bên", "một trăm trăm"])
def test_no_number_words(words: str) -> None:
    assert words_value(words) is None


@given(st.integers(0, 10**12))
def test_digits_with_points(number: int) -> None:
    assert digits_value(f"{number:,}".replace(",", ".")) == number


@pytest.mark.parametrize(
    ("written", "scaled", "value"),
    [
        ("36,8", False, 36.8), ("3.5", False, 3.5), ("1,200", False, 1200), ("1,376", True, 1.376),
        ("1.200,5", False, 1200.5),
    ],
)  # fmt: skip
def test_digits(written: str, scaled: bool, value: float) -> None:
    assert digits_value(written, scaled=scaled) == pytest.approx(value)


PIECES = st.sampled_from(
    [
        "gần",
        "300",
        "1.200",
        "36",
        "8",
        "%",
        "đại biểu",
        "và",
        "lần thứ",
        "XIII",
        "hội nghị",
        "năm",
        "ba",
        "hai",
        "mươi",
        "tỷ",
        "đồng",
        "triệu",
        "USD",
        "/",
        "-",
        "(",
        ")",
        "7/5",
        "2018",
        "thứ",
        "khóa",
        "hàng",
        "trăm",
        "một",
        "Nam",
        "m2",
        "0912345678",
        "İ",
    ]
)


@given(st.lists(st.tuples(PIECES, st.sampled_from(["", " ", ", "])), max_size=14))
def test_quantities_are_slices_in_order(pieces: list[tuple[str, str]]) -> None:
    text = "".join(piece + gap for piece, gap in pieces)
    end = 0
    for quantity in find_quantities(text):
        assert end <= quantity.start < quantity.end <= max(quantity.noun_end, quantity.end) <= len(text)
        assert quantity.phrase_start <= quantity.start
        end = quantity.end
        assert quantity.text == text[quantity.start : quantity.end]
    for edition in find_editions(text):
        assert edition.text == text[edition.start : edition.end]
        assert edition.number > 0
