import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.language.calendar_date import shifted
from retrieval.language.dates import (
    Certainty,
    DateMention,
    PartialDate,
    PartOfDay,
    YearSource,
    compatible,
    date_items,
    find_dates,
    find_durations,
    format_date,
    format_with_weekday,
    resolve,
)
from retrieval.language.normalize import fold

# text -> the dates in it, each "first" or "first > last", a time or a told day as "-"; with and without accents.
FOUND = {
    "họp ngày 19/12/2023 tại Hà Nội": ["19/12/2023"],
    "gặp nhau 7-2 tại phủ": ["7/2"],
    "Sáng 24-9, đoàn lên đường": ["24/9"],
    "Sáng 24.9 đoàn lên đường, tối 3.5 triệu đèn thắp": ["24/9"],
    "Tối ngày 7/11, lễ trao giải": ["7/11"],
    "ngày 14 tháng 12 năm 2021": ["14/12/2021"],
    "ngày 30 tháng 3": ["30/3"],
    "ngày 30 tháng Ba năm 2020": ["30/3/2020"],
    "ngày 7 và 8/5": ["7/5 > 8/5"],
    "ngày 7, 8 và 9/5": ["7/5 > 9/5"],
    "trong hai ngày 4 và 5-6": ["4/6 > 5/6"],
    "từ 19 đến 21-10": ["19/10 > 21/10"],
    "từ ngày 27/4 đến ngày 2/5/2018": ["27/4/2018 > 2/5/2018"],
    "từ ngày 27/4 đến hết ngày 2/5/2018": ["27/4/2018 > 2/5/2018"],
    "27/4 - 2/5/2018": ["27/4/2018 > 2/5/2018"],
    "từ 28/12 đến 3/1/2019": ["28/12/2018 > 3/1/2019"],
    "từ 1/6/2017-26/10/2018": ["1/6/2017 > 26/10/2018"],
    "các ngày 17-19/7": ["17/7 > 19/7"],
    "dịp lễ 30-4 và 1-5": ["30/4", "1/5"],
    "nghỉ lễ 30/4-1/5": ["30/4 > 1/5"],
    "(hội chợ) lần 1, ngày 4-11": ["4/11"],
    "tháng 9/2018": ["9/2018"],
    "tháng 12 năm 2021": ["12/2021"],
    "tháng 6/2015-3/2018": ["6/2015 > 3/2018"],
    "từ tháng 3 đến tháng 5/2018": ["3/2018 > 5/2018"],
    "đầu năm 2018": ["2018"],
    "năm 2019": ["2019"],
    "Festival Huế 2018": ["2018"],
    "giai đoạn 2016 - 2021": ["2016 > 2021"],
    "nhiệm kỳ 2015-2020": ["2015 > 2020"],
    "từ những năm 1980": ["1980 > 1989"],
    "mùng 5 Tết Mậu Tuất (tức ngày 20/2)": ["20/2"],
    "20h30 đến 21h30 ngày 30/3": ["30/3"],
    "lúc 8 giờ 30 sáng 5/9": ["5/9"],
    "9h ngày 2/9": ["2/9"],
    "quý II/2019": ["4/2019 > 6/2019"],
    "hôm 12.11.2018": ["12/11/2018"],
    "ngày 01/01/2020": ["1/1/2020"],
    "14-12-2021": ["14/12/2021"],
    "2023-12-19": ["19/12/2023"],
    "sáng thứ bảy (14/7)": ["14/7"],
    "thứ Bảy ngày 21/9": ["21/9"],
    "Thứ tư, 15/12/2021 10:53 GMT+7": ["15/12/2021"],
    "Thứ 3, 19/12/2023 | 15:18:15": ["19/12/2023"],
    "ngày 10/11 hằng năm": ["10/11"],
    "hôm nay và hôm qua": ["-", "-"],
    "tối qua, sáng nay": ["-", "-"],
    "cuối tuần trước": ["-"],
    "đầu tháng 5 năm nay": ["tháng 5"],
    "hồi giữa tháng 7, ba lãnh đạo": ["tháng 7"],
    "hôm thứ sáu": ["-"],
    "Festival Huế 2018 do ai tổ chức": ["2018"],
    "Giờ Trái đất 2019 là năm nào": ["2019"],
    "2/7": ["2/7"],
    "thứ bảy tuần này": ["-"],
    "khai mạc chiều cùng ngày": ["-"],
    "rằm tháng Giêng": ["-"],
    "ngày 30 Tết": ["-"],
    "đêm giao thừa": ["-"],
    "20-2, tức ngày 16 tháng Giêng": ["20/2"],
    "chiều 13-2 (28 Tết)": ["13/2"],
    "quý III": ["tháng 7 > tháng 9"],
    "trung tuần tháng 9/2019": ["9/2019"],
    "từ 19 đến 21.10": ["19/10 > 21/10"],
    "chiều 19 - 21.10": ["19/10 > 21/10"],
    "ngày 15/3 âm lịch": ["-"],
    "lúc 17h30": ["-"],
}

NOT_FOUND = [
    "đội nhà thắng 2-1", "tỷ số 2-1", "hòa 1-1 trên sân khách", "dẫn trước 3-2",
    "189/193 quốc gia", "trực 24/24", "mở cửa 24/7", "2/3 số đại biểu", "chiếm 1/4", "đạt 9/10 chỉ tiêu",
    "1.200 đại biểu", "Quyết định 1846/QĐ-TTg", "Nghị định 15/2018/NĐ-CP", "Nghị quyết 10/2018", "Nghị quyết 18",
    "18 Hoàng Diệu", "số 12/5 đường Hoa Hồng", "điện thoại 0243.12.5678", "quận 9", "đội U23", "tăng 36,8%",
    "12.500 đồng", "trong 2-3 năm tới", "lần thứ 31", "ngày 31/2", "45/13", "29/2/2019", "3-4 ngân hàng",
    "cấp 7-8", "0,2-1,2 m", "07-10-17-26-28-43", "lớp 12/3", "lần thứ hai", "Bí thư thứ hai", "những năm tới",
    "khoảng 9 năm trước", "trong 4 giờ",
    "kéo dài gần 1 giờ 30 phút", "ánh sáng và tối", "ba tháng", "tháng nào",
    "ngày tháng năm nào", "hơn 2000 người", "đề án 1680", "18 G", "COVID-19", "IELTS 7.5", "từ 1-5 tuổi",
    "quy hoạch 1/2000", "giá từ 19 đến 21.5 triệu", "tăng từ 2.5 lên 3.5", "luật giao thông", "quý ông",
    "người trung tuổi",
    "tìm hộp đen thứ hai",
]  # fmt: skip


def shown(mention: DateMention) -> str:
    if not mention.date.is_known:
        return "-"
    return str(mention.date) + (f" > {mention.until}" if mention.until else "")


@pytest.mark.parametrize("text", FOUND)
def test_finds(text: str) -> None:
    assert [shown(m) for m in find_dates(text)] == FOUND[text]


@pytest.mark.parametrize("text", FOUND)
def test_finds_without_accents(text: str) -> None:
    assert [shown(m) for m in find_dates(fold(text))] == FOUND[text]


@pytest.mark.parametrize("text", NOT_FOUND)
def test_does_not_find(text: str) -> None:
    assert find_dates(f"Theo ông, {text}.") == []


@pytest.mark.parametrize(
    "text", ["leo thang sau đó", "Việt Nam sau chiến thắng", "Thái Lan", "ngay 1 chai", "bước sang 5 di sản"]
)
def test_a_bare_word_of_accented_text_is_another_word(text: str) -> None:
    assert find_dates(f"Tình hình {text} rất mới") == []


def test_a_country_is_no_year_word() -> None:
    assert [m.text for m in find_dates("Việt Nam 2018 và viet nam 2019")] == ["2018", "2019"]


def one(text: str) -> DateMention:
    (mention,) = find_dates(text)
    return mention


def test_the_parts_of_a_mention() -> None:
    mention = one("Lễ diễn ra từ 20h30 đến 21h30 tối thứ Bảy (30/3/2019), tại quảng trường")
    assert mention.text == "20h30 đến 21h30 tối thứ Bảy (30/3/2019)"
    assert (mention.time_from, mention.time_to) == (dt.time(20, 30), dt.time(21, 30))
    assert mention.part_of_day is PartOfDay.EVENING
    assert mention.weekday == 5
    assert (mention.day, mention.month, mention.year) == (30, 3, 2019)
    assert mention.certainty is Certainty.SURE


def test_lists_lunar_years_and_flags() -> None:
    assert one("ngày 7, 8 và 9/5").listed == tuple(PartialDate(day, 5) for day in (7, 8, 9))
    assert one("sáng mùng 5 Tết (tức 20/2)").lunar == PartialDate(5, 1)
    assert one("ngày 15/3 âm lịch").lunar == PartialDate(15, 3)
    assert one("ngày 10/11 hằng năm").yearly
    assert one("Ngày thành lập Quân đội (22/12/1944 - 22/12/2014)").anniversary
    assert one("giai đoạn 2016 - 2021").period == "giai đoạn"
    assert one("cuối năm 2018").phase == "cuối"
    assert one("gặp 7-2").certainty is Certainty.POSSIBLE


WRITTEN = st.sampled_from(
    ["{d}/{m}/{y}", "{d:02}-{m:02}-{y}", "ngày {d} tháng {m} năm {y}", "{d}.{m}.{y}", "sáng {d}/{m}/{y}",
     "Thứ hai, {d}/{m}/{y}", "{y}-{m:02}-{d:02}"]
)  # fmt: skip


@given(st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)), WRITTEN)
def test_every_written_date_is_read(date: dt.date, shape: str) -> None:
    written = shape.format(d=date.day, m=date.month, y=date.year)
    mention = one(f"Cuộc họp diễn ra {written}, tại Huế")
    assert mention.date.date == date
    assert mention.text == written
    assert format_date(mention.date) == f"{date.day}/{date.month}/{date.year}"


PIECES = st.sampled_from(
    [
        "ngày",
        "tháng",
        "năm",
        "sáng",
        "tối",
        "7",
        "31",
        "12",
        "2018",
        "/",
        "-",
        "–",
        ".",
        ":",
        "(",
        ")",
        "và",
        "đến",
        "từ",
        "thứ",
        "hai",
        "tuần",
        "này",
        "trước",
        "hôm",
        "nay",
        "qua",
        "mùng",
        "Tết",
        "rằm",
        "h",
        "giờ",
        "lần",
        "thắng",
        "%",
        "âm lịch",
        "quý II",
        "7/5",
        "30/4/2019",
        "24-9",
        "gần",
        "Đại hội",
        "İ",
    ]
)


@given(st.lists(st.tuples(PIECES, st.sampled_from(["", " ", ", "])), max_size=14))
def test_mentions_are_slices_in_order_and_possible(pieces: list[tuple[str, str]]) -> None:
    text = "".join(piece + gap for piece, gap in pieces)
    end = 0
    for mention in find_dates(text):
        assert end <= mention.start < mention.end
        end = mention.end
        assert mention.text == text[mention.start : mention.end]
        assert mention.date.is_valid
        assert mention.last.is_valid
    assert [m.text for m in find_durations(text)] == [text[m.start : m.end] for m in find_durations(text)]


PUBLISHED = dt.date(2019, 9, 25)  # a Wednesday


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sáng 24-9", "24/9/2019"),
        ("ngày 30/12", "30/12/2019"),
        ("hôm nay", "25/9/2019"),
        ("tối qua", "24/9/2019"),
        ("chiều mai", "26/9/2019"),
        ("cuối tuần trước", "21/9/2019 - 22/9/2019"),
        ("thứ bảy tuần này", "28/9/2019"),
        ("tháng trước", "8/2019"),
        ("năm ngoái", "2018"),
        ("ngày 2/9 năm ngoái", "2/9/2018"),
        ("từ 19 đến 21-10", "19/10/2019 - 21/10/2019"),
        ("từ 28/12 đến 3/1", "28/12/2019 - 3/1/2020"),
        ("ngày 28", "28/9/2019"),
        ("Sáng 24/9/2017", "24/9/2017"),
        ("vào tháng 4 tới.", "4/2020"),  # ahead, though last April is nearer
        ("tháng 5 tới tại Huế", "5/2020"),
        ("quý I sắp tới", "1/2020 - 3/2020"),
        ("từ 5 đến 7/4 tới đây", "5/4/2020 - 7/4/2020"),
        ("ngày 20/9 tới.", "20/9/2019"),  # a page copied a few days late
        ("tháng 4 tới nay", "4/2019"),
        ("Ngày 5/4 tới Huế", "5/4/2019"),  # came to
        ("tháng 4 vừa qua", "4/2019"),
    ],
)
def test_resolve_against_the_page_date(text: str, expected: str) -> None:
    resolved = resolve(one(text), PUBLISHED)
    assert format_date(resolved.date, resolved.until) == expected
    written = one(text).year is not None
    assert resolved.year_source is (YearSource.WRITTEN if written else YearSource.PAGE)


def test_new_year_is_near() -> None:
    assert resolve(one("ngày 30/12"), dt.date(2020, 1, 3)).date == PartialDate(30, 12, 2019)
    assert resolve(one("ngày 5/1"), dt.date(2019, 12, 28)).date == PartialDate(5, 1, 2020)
    assert resolve(one("ngày 29/2"), dt.date(2019, 12, 28)).date == PartialDate(29, 2, 2020)


def test_resolve_without_a_page_date() -> None:
    mention = one("Sáng 24-9")
    assert resolve(mention).date == PartialDate(24, 9)
    assert resolve(mention).year_source is YearSource.NONE
    from_text = resolve(mention, context=[PartialDate(30, 8, 2018), PartialDate(None, 10, 2018)])
    assert (from_text.date, from_text.year_source) == (PartialDate(24, 9, 2018), YearSource.TEXT)
    torn = resolve(mention, context=[PartialDate(30, 8, 2018), PartialDate(30, 8, 2016)])
    assert (torn.date, torn.year_source) == (PartialDate(24, 9), YearSource.NONE)
    assert not resolve(one("tối qua")).date.is_known
    assert resolve(one("chiều cùng ngày"), previous=PartialDate(7, 5)).date == PartialDate(7, 5)
    assert resolve(one("ngày 10/11 hằng năm"), PUBLISHED).date == PartialDate(10, 11)


@pytest.mark.parametrize(
    ("asked", "found", "answer"),
    [
        ("tháng 12/2021", "14/12/2021", True),
        ("tháng 12/2021", "14/11/2021", False),
        ("năm 2022", "14/12/2021", False),
        ("năm 2022", "sáng 14/12", None),
        ("14/12", "sáng 14/12/2021", True),
        ("ngày 14/12", "trong tháng 12", None),
        ("ngày 14/12", "trong tháng 11", False),
        ("sáng 14/12", "chiều 14/12", False),
        ("sáng 14/12", "ngày 14/12", True),
        ("ngày 28/4/2018", "27/4 - 2/5/2018", True),
        ("ngày 3/5/2018", "27/4 - 2/5/2018", False),
        ("ngày 3/5", "27/4 - 2/5/2018", False),
        ("tháng 5/2018", "27/4 - 2/5/2018", True),
        ("từ 30/12 đến 2/1", "ngày 1/1", True),
        ("năm 2018", "giai đoạn 2016 - 2021", True),
        ("năm 2015", "giai đoạn 2016 - 2021", False),
        ("quý II/2019", "ngày 3/5/2019", True),
        ("quý II/2019", "ngày 3/7/2019", False),
        ("năm 2019", "hôm nay", None),
    ],
)
def test_compatible(asked: str, found: str, answer: bool | None) -> None:
    assert compatible(one(asked), one(found)) is answer
    assert compatible(one(asked), resolve(one(found))) is answer


@given(st.dates(), st.dates())
def test_complete_dates_are_compatible_when_equal(asked: dt.date, found: dt.date) -> None:
    mention = DateMention(0, 0, "", PartialDate.of(found))
    assert compatible(PartialDate.of(asked), mention) is (asked == found)
    assert compatible(PartialDate(asked.day, asked.month), mention) is (
        (asked.day, asked.month) == (found.day, found.month)
    )


def test_writing_dates() -> None:
    assert format_date(dt.date(2023, 12, 19)) == "19/12/2023"
    assert format_date(PartialDate(18, 12)) == "18/12"
    assert format_date(PartialDate(None, 9, 2018)) == "9/2018"
    assert format_date(PartialDate(year=2021)) == "2021"
    assert format_with_weekday(dt.date(2023, 12, 19)) == "thứ Ba, 19/12/2023"
    assert format_with_weekday(dt.date(2023, 12, 17), "en") == "Sunday, 17/12/2023"
    span = resolve(one("từ ngày 27/4 đến ngày 2/5/2018"))
    assert format_date(span.date, span.until) == "27/4/2018 - 2/5/2018"
    assert date_items(span) == ["27/4/2018", "2/5/2018"]
    assert date_items(resolve(one("ngày 7, 8 và 9/5"))) == ["7/5", "8/5", "9/5"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sau 5 ngày làm việc", ["5 ngày làm việc"]),
        ("trong 4 giờ và hơn hai ngày", ["4 giờ", "hai ngày"]),
        ("kéo dài nửa ngày", ["nửa ngày"]),
        ("họp trong 1 giờ 30 phút", ["1 giờ 30 phút"]),
        ("tuyên phạt 2 năm 6 tháng tù", ["2 năm 6 tháng"]),
        ("suốt 1,5 tháng", ["1,5 tháng"]),
        ("lúc 4 giờ ngày 5 tháng 12 năm 2021", []),
        ("bây giờ, máy bay tuần thám, tháng năm", []),
    ],
)
def test_durations(text: str, expected: list[str]) -> None:
    assert [d.text for d in find_durations(text)] == expected


def test_the_parts_of_a_duration() -> None:
    (duration,) = find_durations("họp trong hơn hai tiếng rưỡi")
    assert (duration.value, duration.unit, duration.approximator) == (2.5, "giờ", "hơn")
    (duration,) = find_durations("kéo dài 2 năm 6 tháng")
    assert (duration.value, duration.unit) == (2.5, "năm")


@pytest.mark.parametrize("text", ["nhằm kỷ niệm ngày 30/4.", "chào mừng Quốc khánh 2/9", "kỷ niệm 30/4"])
def test_a_feast_that_is_kept_is_no_day_of_a_deed(text: str) -> None:
    assert [m.anniversary for m in find_dates(f"Giải bóng đá {text}")] == [True]


@pytest.mark.parametrize("text", ["Lễ kỷ niệm diễn ra ngày 29/4.", "Lễ kỷ niệm được tổ chức sáng 2/9 tại Huế."])
def test_the_day_of_a_commemoration_is_one(text: str) -> None:
    assert [m.anniversary for m in find_dates(text)] == [False]


def test_a_result_is_a_score_only_right_beside_it() -> None:
    assert find_dates("Đội nhà có kết quả 2-1 trước đội khách") == []
    assert [m.text for m in find_dates("Kết quả của cuộc bầu cử địa phương 24-3 được công bố")] == ["24-3"]


def test_the_next_day_is_told_from_the_day_last_spoken_of() -> None:
    mention = one("Ngày hôm sau, đoàn lên đường")
    assert mention.has_day
    assert resolve(mention, None, previous=PartialDate(31, 12, 2018)).date == PartialDate(1, 1, 2019)
    assert resolve(one("Đêm hôm trước có bão"), None, previous=PartialDate(2, 5, 2019)).date == PartialDate(1, 5, 2019)


@pytest.mark.parametrize(
    ("date", "days", "moved"),
    [
        (PartialDate(1, 3), -1, PartialDate(28, 2)),
        (PartialDate(1, 3, 2020), -1, PartialDate(29, 2, 2020)),
        (PartialDate(31, 12, 2018), 1, PartialDate(1, 1, 2019)),
        (PartialDate(None, 3, 2020), 1, PartialDate(None, 3, 2020)),
    ],
)
def test_shifted(date: PartialDate, days: int, moved: PartialDate) -> None:
    assert shifted(date, days) == moved
