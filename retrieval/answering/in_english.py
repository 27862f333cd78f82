"""Dates, ordinals and numbers of answers in English: "tháng 9/2021", "lần thứ ba", "hơn 1,5 triệu đồng".

Only what is read whole is put into English; anything else stays as the report has it, as names and quotes do. A
complete date in digits ("19/12/2023") stays too: who shows the answer writes it out with its weekday.
"""

from __future__ import annotations

import re
from typing import Final

from retrieval.answering.model import Kind
from retrieval.language.cardinals import words_value
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.normalize import fold

_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_ORDINALS: Final = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
# Vietnamese in lower case: what stands before and after a number, and what it counts (of one, of several).
_ABOUT: Final = {
    "hơn": "more than", "trên": "more than", "gần": "nearly", "khoảng": "about", "xấp xỉ": "about", "chừng": "about",
    "ít nhất": "at least", "tối thiểu": "at least", "nhiều nhất": "at most", "tối đa": "at most", "dưới": "under",
    "lên tới": "up to", "lên đến": "up to", "": "",
}  # fmt: skip
_SCALES: Final = {
    "trăm": "hundred", "nghìn": "thousand", "ngàn": "thousand", "triệu": "million",
    "tỷ": "billion", "tỉ": "billion", "": "",
}  # fmt: skip
_UNITS: Final = {
    "%": ("%", "%"), "phần trăm": ("per cent", "per cent"), "đồng": ("dong", "dong"), "usd": ("USD", "USD"),
    "won": ("won", "won"), "euro": ("euro", "euros"), "km": ("km", "km"), "m": ("m", "m"), "mét": ("metre", "metres"),
    "m2": ("m²", "m²"), "m²": ("m²", "m²"), "ha": ("ha", "ha"), "héc ta": ("hectare", "hectares"),
    "tấn": ("tonne", "tonnes"),
    "kg": ("kg", "kg"), "năm": ("year", "years"), "tháng": ("month", "months"), "tuần": ("week", "weeks"),
    "ngày": ("day", "days"), "ngày làm việc": ("working day", "working days"), "giờ": ("hour", "hours"),
    "tiếng": ("hour", "hours"), "giờ đồng hồ": ("hour", "hours"), "phút": ("minute", "minutes"),
    "người": ("person", "people"), "đại biểu": ("delegate", "delegates"), "tuổi": ("year of age", "years of age"),
    "lần": ("time", "times"), "": ("", ""),
}  # fmt: skip


def _any(words: dict[str, object] | dict[str, str] | dict[str, tuple[str, str]]) -> str:
    return "|".join(re.escape(word) for word in sorted(filter(None, words), key=len, reverse=True))


_NUMBER: Final = r"\d+(?:[.,]\d+)*"
_COUNT: Final = compiled_later(
    rf"(?:(?P<about>{_any(_ABOUT)}) )?"
    rf"(?:(?P<number>{_NUMBER})(?: ?(?:-|–|đến) ?(?P<to>{_NUMBER}))?|(?P<words>[^\W\d]+(?: [^\W\d]+)*?))"
    rf"(?: (?P<scale>{_any(_SCALES)}))?(?: ?(?P<unit>{_any(_UNITS)}))?",
    re.IGNORECASE,
)
_LONGEST_NUMBER: Final = 12  # digits
_ORDINAL: Final = compiled_later(r"(?:lần (?:thứ )?|thứ )(?P<number>\d+|[^\W\d]+)", re.IGNORECASE)
_PARTS_OF_DAY: Final = {
    "sáng": "the morning of", "trưa": "noon on", "chiều": "the afternoon of", "tối": "the evening of",
    "đêm": "the night of", "ngày": "", "": "",
}  # fmt: skip
_PARTS_OF_TIME: Final = {"đầu": "early ", "giữa": "mid-", "cuối": "late ", "": ""}
_DAY: Final = compiled_later(
    rf"(?:(?P<hour>\d{{1,2}})(?: ?giờ ?|h|:)(?P<minute>\d\d)?(?: phút)?,? )?(?:(?P<part>{_any(_PARTS_OF_DAY)}) )?"
    r"(?:ngày )?(?P<day>\d{1,2})/(?P<month>\d{1,2})(?P<year>/\d{4})?",
    re.IGNORECASE,
)
_HOUR: Final = compiled_later(r"(?P<hour>\d{1,2})(?: ?giờ ?|h)(?P<minute>\d\d)?(?: phút)?", re.IGNORECASE)
_MONTH: Final = compiled_later(
    rf"(?:(?P<part>{_any(_PARTS_OF_TIME)}) )?(?:tháng (?P<month>\d{{1,2}})|quý (?P<quarter>[IV]+|\d))"
    r"(?:(?:/| năm )(?P<year>\d{4}))?",
    re.IGNORECASE,
)
_YEAR: Final = compiled_later(rf"(?:(?P<part>{_any(_PARTS_OF_TIME)}) )?năm (?P<year>\d{{4}})", re.IGNORECASE)


def in_english(kind: Kind, text: str) -> str:
    """Return the bare answer `text` to a question of `kind` in English, where it is a date, an ordinal or a number."""
    if kind is Kind.DATE:
        return _time(text) or text
    return (_ordinal(text) or _count(text) or text) if kind is Kind.COUNT else text


def _time(text: str) -> str:
    if (m := _DAY.fullmatch(text)) is not None:
        part = _PARTS_OF_DAY[(m["part"] or "").lower()]
        if m["year"]:
            day = f"{m['day']}/{m['month']}{m['year']}"
        elif 1 <= int(m["month"]) <= 12:
            day = f"{int(m['day'])} {_MONTHS[int(m['month']) - 1]}"
        else:
            return ""
        day = f"{part} {day}" if part else day
        if not m["hour"]:
            return day
        return f"{_clock(m)}, {day}"
    if (m := _HOUR.fullmatch(text)) is not None:
        return _clock(m)
    if (m := _MONTH.fullmatch(text)) is not None:
        if m["quarter"]:
            told = f"quarter {m['quarter']}"
        elif 1 <= int(m["month"]) <= 12:
            told = _MONTHS[int(m["month"]) - 1]
        else:
            return ""
        return " ".join(filter(None, (_PARTS_OF_TIME[(m["part"] or "").lower()] + told, m["year"])))
    if (m := _YEAR.fullmatch(text)) is not None:
        return _PARTS_OF_TIME[(m["part"] or "").lower()] + m["year"]
    return ""


def _clock(m: re.Match[str]) -> str:
    return f"{int(m['hour'])}:{m['minute'] or '00'}"


def _ordinal(text: str) -> str:
    if fold(text) in ("lan dau", "lan dau tien", "dau tien"):
        return "the first"
    m = _ORDINAL.fullmatch(text)
    number = _whole(m["number"]) if m is not None else None
    return f"the {ordinal(number)}" if number else ""


def ordinal(number: int) -> str:
    """Return an ordinal: "third", "13th", "32nd"."""
    if 0 < number <= len(_ORDINALS):
        return _ORDINALS[number - 1]
    suffix = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def _whole(written: str) -> int | None:
    if written.isdecimal():
        return int(written) if len(written) <= _LONGEST_NUMBER else None
    return 4 if fold(written) == "tu" else 1 if fold(written) == "nhat" else words_value(written)


def _count(text: str) -> str:
    m = _COUNT.fullmatch(text)
    if m is None:
        return ""
    if m["words"] is not None:
        value = words_value(m["words"])
        if value is None:
            return ""
        number, one = f"{value:,}", value == 1
    else:
        number, one = _digits(m["number"]), m["number"] == "1"
        number += f" to {_digits(m['to'])}" if m["to"] else ""
    scale, unit = _SCALES[(m["scale"] or "").lower()], _UNITS[(m["unit"] or "").lower()]
    counted = unit[0 if one and not scale else 1]
    told = " ".join(filter(None, (_ABOUT[(m["about"] or "").lower()], number, scale)))
    return f"{told}%" if counted == "%" else f"{told} {counted}".strip()


def _digits(written: str) -> str:
    """Return a number in digits with the signs of English: "1.500,5" is 1,500.5; of "3.5" the sign is a point."""
    whole, comma, rest = written.partition(",")
    grouped = re.fullmatch(r"\d{1,3}(?:\.\d{3})+", whole) is not None
    return (whole.replace(".", ",") if grouped else whole) + (f".{rest}" if comma else "")
