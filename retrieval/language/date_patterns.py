"""How the pieces of date expressions are written: one pattern each, and one that finds them all."""

from __future__ import annotations

import re

from retrieval.language.lazy_pattern import built_later, compiled_later
from retrieval.language.normalize import accent_tolerant
from retrieval.language.patterns import any_of

_D = r"(?:0?[1-9]|[12]\d|3[01])"
_M = r"(?:1[0-2]|0?[1-9])"
_Y = r"(?:1[5-9]\d\d|20\d\d)"
DASH = "[-–—]"
_END = r"(?![\w/])(?![.,:\-–]\d)"  # a figure ends here: no digit, no further part of a number
PARTS = r"rạng\s+sáng|sáng\s+sớm|sáng|trưa|chiều\s+tối|chiều|tối|nửa\s+đêm|đêm|khuya"
_MW = r"(?:giêng|mười\s+một|mười\s+hai|mười|chạp|một|hai|ba|tư|năm|sáu|bảy|tám|chín)"
_WEEKDAY = r"(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s+nhật|cn(?=\s*[,(]\s*(?:ngày\s+)?\d))"
_MANY = r"(?:(?:các|hai|ba|bốn|trong|2|3|4)\s+)?"
_DAY_WORD = rf"(?:{_MANY}(?:ngày|hôm)\s+|(?:mùng|mồng)\s+)"
_BETWEEN_DAYS = rf"\s*(?:,|và|&|{DASH}|(?:cho\s+)?(?:đến|tới)(?:\s+hết)?)\s*(?:và\s+)?(?:ngày\s+)?"
_STEM = (
    r"\s+(?:kỷ|kỉ|canh|tân|nhâm|quý|giáp|ất|bính|đinh|mậu)\s+"
    r"(?:tý|tí|sửu|dần|mão|mẹo|thìn|tỵ|tị|ngọ|mùi|thân|dậu|tuất|hợi)"
)
_LUNAR_TAIL = rf"(?:(?:\s+năm)?{_STEM})?"

_BEFORE_RANGE = r"(?![\w/])(?![.,:]\d)(?![-–—](?!\d{1,2}/\d)\d)"  # as _END, but "30/4-1/5" goes on


def _day(name: str) -> str:
    """Return the pattern of one day with its month, and its year if written, with groups named after `name`."""
    year_word = r"(?:(?:\s+|\s*,\s*)năm\s+|\s*[/,-]\s*|\s+)"
    return (
        rf"(?P<{name}_d>{_D})(?:(?P<{name}_sep>\s?/\s?|\s?{DASH}\s?|\.)(?P<{name}_m>{_M})(?!\d)"
        rf"(?:(?P<{name}_sep2>\s?/\s?|\s?{DASH}\s?|\.)(?P<{name}_y>{_Y}|\d\d)(?![\d/])"
        rf"|(?:,?\s+năm|\s*,)\s*(?P<{name}_ny>{_Y})(?!\d))?"
        rf"|(?:\s+|\s*,\s*)tháng\s+(?P<{name}_tm>{_M}(?!\d)|{_MW}\b)(?:{year_word}(?P<{name}_ty>{_Y})(?!\d))?)"
        rf"{_BEFORE_RANGE}"
    )


# name -> pattern. The named groups of a pattern begin with its name. Order matters: the first that fits is taken.
_ATOMS: dict[str, str] = {
    "iso": rf"(?P<iso_y>{_Y})-(?P<iso_m>{_M})-(?P<iso_d>{_D})(?!\d)",
    "time": (
        rf"(?:(?P<time_fh>[01]?\d|2[0-4])(?:\s?(?:h|g|giờ|:)\s?(?P<time_fm>[0-5]\d)?)?(?:\s?(?:phút|ph|p))?"
        rf"\s*(?:{DASH}|đến|tới)\s*)?"
        r"(?P<time_h>[01]?\d|2[0-4])(?:(?P<time_unit>\s?(?:h|g|giờ))(?:\s?(?P<time_m>[0-5]\d)(?!\d)(?:\s?(?:phút|ph|p|'))?"
        r"|\s+(?P<time_half>rưỡi))?|:(?P<time_cm>[0-5]\d)(?::[0-5]\d)?)(?![\w/])(?!\s?%)(?![.,:]\d)"
    ),
    "lunar": (
        r"(?P<lunar_eve>(?:đêm\s+)?giao\s+thừa)(?!\w)"
        rf"|(?P<lunar_tet>(?:ngày\s+)?(?:(?:mùng|mồng)\s+)?(?P<lunar_td>{_D}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)(?:\s+tháng\s+giêng)?\s+tết{_LUNAR_TAIL})(?!\w)"
        rf"|(?:{_DAY_WORD})?(?:(?P<lunar_ram>rằm)|(?:mùng|mồng)?\s*(?P<lunar_d>{_D})(?!\d))"
        rf"(?:\s+tháng\s+|\s?[/\-]\s?)(?P<lunar_m>{_M}(?!\d)|{_MW})"
        rf"(?:(?:\s*[/\-]\s*|\s+năm\s+)(?P<lunar_y>{_Y}))?{_LUNAR_TAIL}\s*(?P<lunar_mark>\(?(?:âm\s+lịch|al)\b\)?)?(?!\w)"
    ),
    "days": rf"(?P<days_lead>{_DAY_WORD})?(?P<days_more>(?:{_D}(?![\d/]){_BETWEEN_DAYS})+)" + _day("days"),
    "day": rf"(?P<day_lead>{_DAY_WORD})?" + _day("day"),
    "month": (
        rf"(?:(?:(?P<month_phase>đầu|giữa|cuối|(?:thượng|trung|hạ)\s+tuần)\s+)?(?P<month_lead>tháng\s+)"
        rf"(?:(?P<month_f>{_M})(?:\s*(?P<month_fs>{DASH}|đến|tới|,|và)\s*(?:tháng\s+)?(?=\d)))?(?P<month_m>{_M}|{_MW}\b)(?!\d)"
        rf"(?:(?:\s?/\s?|\s?{DASH}\s?|\.|,?\s+năm\s+|,\s*|\s+(?={_Y}))(?P<month_y>{_Y})(?!\d))?"
        rf"|(?P<month_bm>{_M})[/-](?P<month_by>{_Y})){_BEFORE_RANGE}"
    ),
    "quarter": rf"quý\s+(?P<quarter_q>iv|i{{1,3}}|[1-4])(?:(?:\s?(?:/|-)\s?|\s+năm\s+|\s+)(?P<quarter_y>{_Y}))?{_END}",
    "year": (
        rf"(?:(?P<year_phase>đầu|giữa|cuối)\s+)?(?P<year_lead>(?:giai\s+đoạn|nhiệm\s+kỳ|nhiệm\s+kì|niên\s+khóa)\s+"
        rf"|(?:trong\s+)?năm\s+(?:học\s+)?|(?P<year_decade>(?:những\s+năm|thập\s+niên|thập\s+kỷ)\s+(?:đầu\s+)?))?"
        rf"(?P<year_a>{_Y})(?!\d)(?:\s*(?:{DASH}|đến(?:\s+năm)?)\s*(?P<year_b>{_Y})(?!\d))?{_END}"
    ),
    "relative": (
        rf"(?:(?:ngày\s+)?(?:hôm|bữa)\s+(?P<relative_hom>nay|qua|kia)|ngày\s+(?P<relative_ngay>mai|kia)"
        rf"|(?P<relative_part>{PARTS})\s+(?:hôm\s+|ngày\s+)?(?P<relative_day>nay|qua|mai)"
        rf"|(?P<relative_same>cùng\s+ngày)|(?:(?:{PARTS}|ngày)\s+)?hôm\s+(?P<relative_next>sau)"
        rf"|(?:{PARTS}|ngày)\s+hôm\s+(?P<relative_eve>trước)"
        rf"|(?:(?P<relative_wday>{_WEEKDAY})\s+)?(?P<relative_phase>đầu|giữa|cuối)?\s*(?P<relative_unit>tuần|tháng|năm)"
        rf"\s+(?P<relative_which>này|nay|trước|rồi|ngoái|tới|sau)"
        rf"|(?P<relative_wday2>{_WEEKDAY})\s+(?P<relative_wwhich>này|vừa\s+qua|vừa\s+rồi|tuần\s+qua))(?!\w)"
    ),
    "weekday": rf"(?P<weekday_w>{_WEEKDAY})(?!\w)",
    "part": rf"(?:buổi\s+)?(?P<part_p>{PARTS})(?P<part_also>\s*(?:,|và|{DASH})\s*(?:{PARTS}))?(?!\w)",
    "bareday": rf"(?:(?:ngày|hôm)\s+|(?P<bareday_mung>(?:mùng|mồng)\s+))(?P<bareday_d>{_D}){_END}",
}


@built_later(*((kind,) for kind in _ATOMS))
def atom_pattern(kind: str) -> re.Pattern[str]:
    """Return the pattern of one kind of pieces, for lower-case text."""
    return re.compile(accent_tolerant(_ATOMS[kind]))


# The words that an expression can begin with: one quick look at each word spares trying every pattern there.
_FIRST_WORDS = any_of(
    (
        "ngày", "hôm", "các", "hai", "ba", "bốn", "trong", "mùng", "mồng", "rạng", "sáng", "trưa", "chiều", "tối",
        "nửa", "đêm", "khuya", "rằm", "một", "năm", "sáu", "bảy", "đầu", "giữa", "cuối", "tháng", "quý", "giai",
        "nhiệm", "niên", "những", "thập", "bữa", "cùng", "thứ", "chủ", "cn", "tuần", "buổi",
    )
)  # fmt: skip
_FIRST_PAIRS = r"giao\s+thừa|(?:thượng|trung|hạ)\s+tuần\s+tháng"  # whose first words begin many others
# Searched in lower-case text. An expression may begin after "/2018-" (the other end of a span) but not within a number.
DATE_ATOM = compiled_later(
    rf"(?<![\w/])(?=\d|{accent_tolerant(_FIRST_WORDS)}\b|{accent_tolerant(_FIRST_PAIRS)})"
    r"(?:(?<!\d[.,:\-–])|(?<=/\d[-–])|(?<=/\d\d[-–])|(?<=/\d{4}[-–]))(?:"
    + "|".join(f"(?P<{name}>{accent_tolerant(p)})" for name, p in _ATOMS.items())
    + ")"
)
