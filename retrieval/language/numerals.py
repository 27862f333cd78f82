"""Quantities and editions: what is counted in a text, and which one of a series an event is.

A number within a date is neither, so this module stands on `dates`; `dates` knows nothing of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from retrieval.language.cardinals import (
    DIGITS,
    FRACTION_WORDS_ACCENTED,
    NUMBER_WORDS_ACCENTED,
    digits_value,
    fraction_value,
    roman_value,
    to_roman,
    words_value,
)
from retrieval.language.counted import COUNTED, COUNTED_ACCENTED, COUNTED_LONG, counted_nouns, is_label
from retrieval.language.dates import DateMention, find_dates
from retrieval.language.editions import Edition, find_editions
from retrieval.language.lazy_pattern import built_later, compiled_later
from retrieval.language.letters import UPPER
from retrieval.language.normalize import accent_tolerant, fold, is_unaccented, lower_case

__all__ = [
    "Edition",
    "Quantity",
    "digits_value",
    "find_editions",
    "find_quantities",
    "roman_value",
    "to_roman",
    "words_value",
]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number that counts or measures something: `text` is `[start:end]` of the text that was searched.

    `text` is as written with its scale word and unit ("183 triệu USD", "36,8%", "189/193"), without the approximator
    ("gần", "hơn" ...; `phrase_start` is where that begins, else `start`). `value` is the number ("1 tỷ đồng" -> 1e9;
    of "189/193" it is 189, and `out_of` is 193, as of "189 trong số 193"); `value_to` is the end of a range ("2-3").
    `unit` is the unit or currency within `text` ("USD", "%", "m2") or "". `nouns` are the phrases counted ("gần 300 cán
    bộ, đoàn viên" has two), as written, and `noun_end` is where the last of them ends. `indefinite` marks "một"
    where it may be no more than an article.
    """

    start: int
    end: int
    text: str
    value: float
    approximator: str | None = None
    phrase_start: int = 0
    value_to: float | None = None
    out_of: float | None = None
    unit: str = ""
    nouns: tuple[str, ...] = ()
    noun_end: int = 0
    in_words: bool = False
    indefinite: bool = False

    @property
    def noun(self) -> str:
        """The (first) phrase counted, or ""."""
        return self.nouns[0] if self.nouns else ""


_APPROXIMATORS = (
    r"gần|hơn|khoảng|trên\s+dưới|trên|dưới|chừng|ngót(?:\s+nghét)?|xấp\s+xỉ|suýt\s+soát|ít\s+nhất|tối\s+thiểu|tối\s+đa|"
    r"không\s+dưới|không\s+quá|hàng|vài\s+ba|vài|dăm|mấy|cỡ|tầm|đến|tới|lên\s+tới|đạt"
)
_NO_APPROXIMATORS = {"đến", "den", "tới", "toi", "đạt", "dat"}
_SCALE = r"(?:chục|nghìn|ngàn|vạn(?!\s+(?:nghe|hoa|phong|ban|de|kien|chuong)(?!\w))|triệu|tỷ|tỉ)"
# Units that belong to the number as written; other nouns are counted, not measured. The longest first.
_UNIT = (
    r"%|phần\s+trăm|(?:đồng(?!\s+(?:minh|chí|bào|đội|nghiệp|hồ|thời|ý|bộ|đẳng|hương|phạm|môn|tác\s+giả|chủ\s+tịch|sáng\s+lập))|đô\s+la|usd|vnd|vnđ|euro|eur"
    r"|nhân\s+dân\s+tệ|yên|won|bảng\s+anh|rúp|rupee|rupiah|baht|peso|ringgit|riel|franc|đ)(?:\s+mỹ)?(?!\w)"
    r"|(?:(?:mg|g|µg|μg|ml)/(?:l[ií]t|l|ml|dl|100\s?ml|m3|m³|kg|km)|mg|ml"
    r"|km/h|km/giờ|km2|km²|km|m2|m²|m3|m³|mwp|mw|kwh|kwp|kw|ha|kg|tấn|tạ|cm|mm|lít|mét(?:\s+(?:vuông|khối))?|độ\s+c|°c|m)(?![\w/])"
)
# The words that a quantity can begin with: one quick look at each word spares the search.
_FIRST_WORDS = (
    r"gần|hơn|khoảng|trên|dưới|chừng|ngót|xấp|suýt|ít|tối|không|hàng|vài|dăm|mấy|cỡ|tầm|đến|tới|lên|đạt|"
    r"một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín|mười|nửa|trăm|nghìn|ngàn|chục|vạn|triệu"
)
# Searched in lower-case text.
_PATTERN = (
    rf"(?<![\w/&+\-–])(?<![\d][.,:\-–/])(?=\d|(?:{_FIRST_WORDS})\b)(?:(?P<approx>{_APPROXIMATORS})\s+)?"
    rf"(?:(?P<digits>{DIGITS})(?:(?:\s?[-–]\s?|\s+(?:đến|tới)\s+)(?P<to>{DIGITS})|/(?P<of>\d{{1,5}}))?"
    rf"|(?P<words>{FRACTION_WORDS_ACCENTED}|{NUMBER_WORDS_ACCENTED}|nửa|trăm|nghìn|ngàn|chục|vạn|triệu)(?!\w))"
    rf"(?P<scale>\s*{_SCALE}(?:\s+(?:tỷ|tỉ)|(?<=chục)\s+(?:nghìn|ngàn|vạn|triệu))?(?!\w)(?P<half>\s+rưỡi)?)?(?:\s*(?P<unit>{_UNIT}))?"
    r"(?!\d|/\d|[.,:]\d|(?<=\d)[\-–]\d)"
)
# The other end of a range whose beginning has a scale or a unit: "2 m - 4 m", "30% đến 50%", "1,5 triệu tới 2 triệu".
_RANGE_ON = (
    rf"(?:\s?[-–]\s?|\s+(?:đến|tới)\s+)(?P<to>{DIGITS})(?P<scale>\s*{_SCALE}(?!\w))?(?:\s*(?P<unit>{_UNIT}))?"
    r"(?!\w|/\d|[.,:]\d)"
)
# What a smaller scale adds to a number: "1 tỷ 200 triệu đồng".
_SMALLER = rf"\s+(?P<digits>\d{{1,3}})(?P<scale>\s*{_SCALE})(?!\w)(?:\s*(?P<unit>{_UNIT}))?(?!\w|/\d|[.,:]\d)"
_DOLLARS_BEFORE = compiled_later(r"(?<!\w)(?:US\s?)?\$\s?$")  # "$20 triệu", "US$ 20 triệu"
# One number of another: "311 trên 465 ghế", "7 trong tổng số 70 sinh viên", "26 cảng trong số 47 cảng".
_OUT_OF = r"(?:\s+\w+){0,3}?\s+(?:trên(?:\s+tổng)?(?:\s+số)?|trong(?:\s+tổng)?\s+số)\s+$"


@built_later(*((pattern, plain) for pattern in (_PATTERN, _OUT_OF, _SMALLER, _RANGE_ON) for plain in (False, True)))
def _compiled(pattern: str, plain: bool) -> re.Pattern[str]:
    return re.compile(accent_tolerant(pattern) if plain else pattern)


_CHEAP = compiled_later(r"\d")
_SCALE_VALUES = {"chuc": 10.0, "nghin": 1e3, "ngan": 1e3, "van": 1e4, "trieu": 1e6, "ty": 1e9, "ti": 1e9}
_VAGUE = {"tram": 100, "nghin": 1000, "ngan": 1000, "chuc": 10, "van": 10_000, "trieu": 1_000_000}

# Words after "một" that make it no number, and words before a number word that make it an ordinal or a part of one.
_NO_ONE = compiled_later(
    accent_tolerant(
        r"\s+(?:số|vài|trong|cách|lần\s+nữa|phần|chút|ít|loạt|mặt|khi|mình|cửa|lòng|chiều|thời|bộ\s+phận|khác|nửa|đôi)(?!\w)"
    ),
    re.IGNORECASE,
)
_ORDINAL_BEFORE = compiled_later(
    accent_tolerant(r"(?<!\w)(?:thứ|(?<!mỗi\s)(?<!hàng\s)(?<!hằng\s)tháng|mùng|mồng|lớp|quận|số|hạng|ngày)\s+$"), re.I
)


@built_later((COUNTED,), (COUNTED_ACCENTED,))
def _followed_by(counted: str) -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{counted})(?!\w)", re.IGNORECASE)


_LOWER_WORD = compiled_later(r"\s+[^\W\d_]")
# Single words that are numbers only before a thing that is counted: "năm" is a year, "ba" a father, "chín" ripe.
_AMBIGUOUS = {"nam", "ba", "tu", "sau", "bay", "tam", "chin", "mot", "muoi", "bon", "hai"}
# Before "năm", so that it is a year whatever follows: "những năm tháng", "nhiều năm đồng hành".
_YEARS = compiled_later(
    accent_tolerant(r"(?<!\w)(?:những|nhiều|mỗi|hằng|hàng|vài|mấy|các|từng|đầu|cuối|suốt|trăm|nghìn|ngàn)\s$"), re.I
)
_NAME_AFTER = compiled_later(rf"\s+[{UPPER}][^\W\d_]+\s+[{UPPER}]")
_NAME_BEFORE = compiled_later(r"(?<=\w\s)[A-Z][^\W\d_]*\s$")  # at the head of a sentence any word has a capital
_ADDRESS_BEFORE = compiled_later(
    accent_tolerant(r"(?:(?<!\w)(?:số|tại|ở|địa\s+chỉ|đường|phố)|[,:(]|^)\s*$"), re.IGNORECASE
)
_TITLE_NOUNS = (
    "sở", "bộ", "ủy", "uỷ", "đại", "bí", "hội", "đảng", "tỉnh", "thành", "trường", "đoàn", "ban", "phó", "bà", "anh",
    "nhà", "chi", "hợp", "huân", "bằng", "cờ", "giải", "nghệ", "giáo", "tiến", "tổ",
)  # fmt: skip


def find_quantities(text: str, dates: Sequence[DateMention] | None = None) -> list[Quantity]:
    """Return the quantities of `text` (in reading form, or folded), in order.

    Dates, times, editions ("lần thứ 32"), numbers of documents, addresses and telephone numbers are not quantities.
    `dates` are the dates of `text` when the caller has them already.
    """
    has_digit = _CHEAP.search(text) is not None
    plain = is_unaccented(text)
    matches = list(_compiled(_PATTERN, plain).finditer(lower_case(text)))
    if not matches:
        return []
    taken: list[tuple[int, int]] = []
    if has_digit or dates:
        taken += [(d.start, d.end) for d in (find_dates(text) if dates is None else dates)]
    taken += [(e.start, e.end) for e in find_editions(text)]
    found: list[Quantity] = []
    for match in matches:
        if found and match.start() < found[-1].end:
            continue  # the other end of a range
        start = match.start("digits") if match["digits"] else match.start("words")
        if any(a < match.end() and start < b for a, b in taken):
            continue
        quantity = _read(match, text, start, plain=plain)
        if quantity is None:
            continue
        if found and (part := _part_of(found[-1], quantity, text, plain=plain)) is not None:
            found[-1] = part
            quantity = replace(quantity, approximator=None, phrase_start=quantity.start)
        found.append(quantity)
    return found


def _part_of(part: Quantity, whole: Quantity, text: str, *, plain: bool) -> Quantity | None:
    """Return `part` as a number out of `whole`, which follows it ("311 trên 465 ghế"), or None where it is not."""
    if part.unit or not 1 < part.value <= whole.value or part.out_of is not None:
        return None  # "1 trong số 60 con voi" counts no elephants
    if _compiled(_OUT_OF, plain).fullmatch(lower_case(text), part.end, whole.start) is None:
        return None
    return replace(part, out_of=whole.value, nouns=part.nouns or whole.nouns, noun_end=part.noun_end or part.end)


def _read(match: re.Match[str], text: str, start: int, *, plain: bool) -> Quantity | None:
    approximator = " ".join((match["approx"] or "").lower().split()) or None
    if approximator in _NO_APPROXIMATORS:
        approximator = None
    value = (
        _words_quantity(match, text, start, approximator, plain) if match["words"] else _digits_quantity(match, text)
    )
    if value is None:
        return None
    if match["scale"]:
        for word in fold(match["scale"]).split():
            value *= _SCALE_VALUES.get(word, 1)
        if match["half"]:
            value += 0.5 * _SCALE_VALUES[fold(match["scale"]).split()[0]]
    end = match.end()
    unit_from = match.start("unit")
    smaller = _compiled(_SMALLER, plain).match(lower_case(text), end) if match["scale"] and not match["unit"] else None
    if smaller is not None and (less := _SCALE_VALUES[fold(smaller["scale"]).split()[0]]) * 1000 <= value:
        value += int(smaller["digits"]) * less
        end, unit_from = smaller.end(), smaller.start("unit")
    value_to = digits_value(match["to"], scaled=bool(match["scale"])) if match["to"] else None
    unit = text[unit_from:end] if unit_from >= 0 else ""
    if not unit and (dollars := _DOLLARS_BEFORE.search(text, max(0, start - 4), start)) is not None:
        start, unit = dollars.start(), "USD"
    if (match["scale"] or unit) and (on := _compiled(_RANGE_ON, plain).match(lower_case(text), end)) is not None:
        other = digits_value(on["to"], scaled=bool(on["scale"]))
        for word in fold(on["scale"] or "").split():
            other *= _SCALE_VALUES.get(word, 1)
        if (on["scale"] or on["unit"]) and other > value:
            value_to, end, unit = other, on.end(), on["unit"] or unit
    if approximator and fold(approximator) in {"hang", "vai", "may"}:
        if fold(match["words"] or "") not in _VAGUE:
            approximator = None
        else:
            start = match.start()  # "hàng trăm" is written as one
    nouns, noun_end = counted_nouns(text, end, plain=plain)
    if not nouns and start == match.start() and end == match.end("digits") and _is_named_before(text, start):
        return None  # "Solar 1"
    return Quantity(
        start=start,
        end=end,
        text=text[start:end],
        value=value,
        approximator=approximator,
        phrase_start=match.start() if approximator else start,
        value_to=value_to,
        out_of=float(match["of"]) if match["of"] else None,
        unit=unit,
        nouns=nouns,
        noun_end=noun_end,
        in_words=match["words"] is not None,
        indefinite=match["words"] is not None and fold(match["words"]) == "mot" and approximator is None,
    )


def _is_named_before(text: str, start: int) -> bool:
    """Tell whether a capitalised word stands right before a number; only the words near it are looked at."""
    return text[start - 1 : start].isspace() and _NAME_BEFORE.search(text[max(0, start - 60) : start]) is not None


def _digits_quantity(match: re.Match[str], text: str) -> float | None:
    digits = match["digits"]
    if digits.startswith("0") and len(digits) > 2 and "," not in digits and "." not in digits:
        return None  # a telephone number
    if len(digits) > 7 and digits.isdigit():
        return None
    start = match.start("digits")
    before = text[max(0, start - 30) : start]
    bare = not (match["scale"] or match["unit"] or match["approx"])
    if bare and is_label(before, digits_value(digits)):
        return None
    following = text[match.end() : match.end() + 40]
    if bare and _NAME_AFTER.match(following) and _ADDRESS_BEFORE.search(before):
        return None if following.split()[0].lower() not in _TITLE_NOUNS else digits_value(digits)
    if re.match(r"\w", following):
        return None  # "4K", "2G"
    return digits_value(digits, scaled=bool(match["scale"]))


def _words_quantity(match: re.Match[str], text: str, start: int, approximator: str | None, plain: bool) -> float | None:
    words = fold(match["words"])
    counted = COUNTED if plain else COUNTED_ACCENTED
    if approximator is None and _ORDINAL_BEFORE.search(text[max(0, start - 12) : start]):
        return None
    if words in _VAGUE:
        return float(_VAGUE[words]) if approximator is not None else None
    if (fraction := fraction_value(words)) is not None:
        return fraction
    if words == "nua":
        return 0.5 if match["scale"] or _followed_by(counted).match(text, match.end()) else None
    value = words_value(match["words"])
    if value is None or (words == "nam" and _YEARS.search(text[max(0, start - 7) : start])):
        return None
    if match["scale"] or match["unit"]:
        return float(value)
    if words == "mot" and _NO_ONE.match(text, match.end()):
        return None
    if plain and words in {"nam", "tu", "sau", "bay", "tam"}:
        counted = COUNTED_LONG  # "2019 la nam to chuc": a year, and not five groups
    if words in _AMBIGUOUS and (plain or words in {"nam", "chin", "ba"}):
        after_number = text[:start].rstrip()[-1:].isdigit()  # "4 năm": the word is a year
        return float(value) if not after_number and _followed_by(counted).match(text, match.end()) else None
    follows = _LOWER_WORD.match(text, match.end())
    if follows is None or not text[follows.end() - 1].islower():
        return None
    return float(value)
