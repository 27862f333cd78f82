"""What the pieces of date expressions mean: a reader for each of the patterns."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from retrieval.language.calendar_date import Certainty, DateMention, PartialDate, PartOfDay, Relative
from retrieval.language.date_patterns import DASH, PARTS, atom_pattern
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.normalize import accent_tolerant, fold, is_unaccented

_MONTH_WORDS = {
    "gieng": 1, "mot": 1, "hai": 2, "ba": 3, "tu": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9,
    "muoi": 10, "muoi mot": 11, "muoi hai": 12, "chap": 12,
}  # fmt: skip


def read_atom(match: re.Match[str], text: str) -> DateMention | None:
    """Return what a match of `DATE_ATOM` in the lower case of `text` says, or None when it is no date."""
    start = match.start()
    kinds = list(_READERS)
    for kind in kinds[kinds.index(match.lastgroup or "") :]:
        found = atom_pattern(kind).match(match.string, start)
        mention = None if found is None else _READERS[kind](found)
        if found is not None and mention is not None and mention.date.is_valid and mention.last.is_valid:
            begin = mention.start or start
            if kind == "month" and mention.certainty is Certainty.POSSIBLE and text[found.end() - 1].isalpha():
                # "tháng ba" may be "three months" and "tháng năm" is "month, year"; "tháng Ba" is March.
                if not text[found.start("month_m")].isupper():
                    continue
                mention = replace(mention, certainty=Certainty.LIKELY)
            return replace(mention, start=begin, end=found.end(), text=text[begin : found.end()])
    return None


def _blank(start: int = 0, **fields: object) -> DateMention:
    return DateMention(start, 0, "", **fields)  # type: ignore[arg-type]


def _phase(written: str | None) -> str | None:
    return _PHASES[fold(written).split()[0]] if written else None


# "Trung tuần tháng 9" is the middle one of three spells of ten days.
_PHASES = {"dau": "đầu", "giua": "giữa", "cuoi": "cuối", "thuong": "đầu", "trung": "giữa", "ha": "cuối"}


def _number(written: str | None) -> int | None:
    return None if written is None else int(written)


def _month_number(written: str) -> int | None:
    return int(written) if written.isdigit() else _MONTH_WORDS.get(" ".join(fold(written).split()))


def _full_year(written: str | None) -> int | None:
    if written is None or len(written) == 4:
        return _number(written)
    return 2000 + int(written) if int(written) <= 50 else 1900 + int(written)


def _read_iso(m: re.Match[str]) -> DateMention | None:
    return _blank(date=PartialDate(int(m["iso_d"]), int(m["iso_m"]), int(m["iso_y"])))


def _clock(hour: str, minute: str | None) -> dt.time:
    return dt.time(int(hour) % 24, int(minute or 0))


_MINUTES = compiled_later(accent_tolerant(r"giờ.*phút$"), re.IGNORECASE)


def _read_time(m: re.Match[str]) -> DateMention | None:
    minute = "30" if m["time_half"] else m["time_m"] or m["time_cm"]
    begin, end = _clock(m["time_h"], minute), None
    if m["time_fh"] is not None:
        begin, end = _clock(m["time_fh"], m["time_fm"]), begin
    # "4 giờ" and "1 giờ 30 phút" may be durations: they need "lúc", a part of day or a day beside them; "3g" is grams.
    unit = (m["time_unit"] or "").strip().lower()
    bare = (minute is None and unit in {"giờ", "gio", "g"}) or _MINUTES.search(m.group()) is not None
    return _blank(time_from=begin, time_to=end, certainty=Certainty.POSSIBLE if bare else Certainty.LIKELY)


def _read_lunar(m: re.Match[str]) -> DateMention | None:
    if m["lunar_eve"]:
        return _blank(lunar=PartialDate(30, 12))  # called so even where the month has 29 days
    if m["lunar_tet"]:
        day = m["lunar_td"]
        number = int(day) if day.isdigit() else _MONTH_WORDS.get(fold(day), 4)
        # "30 Tết" is the last day of the old year's twelfth month.
        return _blank(lunar=PartialDate(number, 12 if number > 20 else 1))
    month = _month_number(m["lunar_m"])
    named = fold(m["lunar_m"]) in {"gieng", "chap"}
    if not (m["lunar_mark"] or m["lunar_ram"] or named) or month is None:
        return None
    day_number = 15 if m["lunar_ram"] else int(m["lunar_d"])
    return _blank(lunar=PartialDate(day_number, month, _number(m["lunar_y"])))


def _read_one_day(m: re.Match[str], name: str) -> DateMention | None:
    month = _month_number(m[f"{name}_m"] or m[f"{name}_tm"])
    year = _full_year(m[f"{name}_y"] or m[f"{name}_ny"] or m[f"{name}_ty"])
    lead, separator = m[f"{name}_lead"], m[f"{name}_sep"] or ""
    if m[f"{name}_y"] and separator.strip() != m[f"{name}_sep2"].strip():
        return None
    of_day = bool(
        separator == "."
        and (_FROM_BEFORE if name == "days" else _PART_BEFORE).search(m.string[: m.start()][-_LONGEST_PART:])
        and _UNIT_AFTER.match(m.string, m.end()) is None
    )
    if not lead and year is None and ((separator == "." and not of_day) or ("/" not in separator and " " in separator)):
        return None  # "7.2" is a number, "19 - 21" a range of anything
    marked = lead or year is not None or of_day or m[f"{name}_tm"]
    date = PartialDate(int(m[f"{name}_d"]), month, year)
    return _blank(date=date, certainty=Certainty.SURE if marked else Certainty.POSSIBLE)


_PART_BEFORE = compiled_later(rf"(?<!\w)(?:{accent_tolerant(PARTS)})\s+$")  # "sáng 28.8"
_FROM_BEFORE = compiled_later(rf"(?<!\w)(?:{accent_tolerant('từ|' + PARTS)})\s+$")  # "từ 19 đến 21.10": two days
_LONGEST_PART = 12  # characters
_UNIT_AFTER = compiled_later(
    accent_tolerant(r"\s?(?:%|(?:triệu|tỷ|tỉ|nghìn|ngàn|độ|điểm|km|m|kg|tấn|lần|lít|usd)(?!\w))")
)


def _read_day(m: re.Match[str]) -> DateMention | None:
    return _read_one_day(m, "day")


def _read_days(m: re.Match[str]) -> DateMention | None:
    last = _read_one_day(m, "days")
    if last is None:
        return None
    more = m["days_more"]
    numbers = [*(int(day) for day in re.findall(r"\d+", more)), int(m["days_d"])]
    spanned = _SPAN_WORD.search(more) is not None
    if not (m["days_lead"] or spanned) or any(a >= b for a, b in pairwise(numbers)):
        return None  # no list of days but "lần 1, ngày 4-11" or "30-4 và 1-5"
    days = tuple(replace(last.date, day=number) for number in numbers)
    certainty = max(last.certainty, Certainty.LIKELY)
    return _blank(date=days[0], until=days[-1], listed=() if spanned else days, certainty=certainty)


_SPAN_WORD = compiled_later(accent_tolerant(f"{DASH}|đến|tới"), re.IGNORECASE)


def _read_month(m: re.Match[str]) -> DateMention | None:
    if not m["month_lead"]:
        bare = PartialDate(None, int(m["month_bm"]), int(m["month_by"]))
        return _blank(date=bare, certainty=Certainty.POSSIBLE)
    year = _number(m["month_y"])
    word = not m["month_m"].isdigit()
    doubtful = word and year is None and fold(m["month_m"]) not in {"gieng", "chap"}
    last = PartialDate(None, _month_number(m["month_m"]), year)
    if m["month_f"]:
        first = PartialDate(None, int(m["month_f"]), year)
        if (first.month or 0) >= (last.month or 0):
            return None
        listed = (first, last) if m["month_fs"].strip() in {",", "và", "va"} else ()
        return _blank(date=first, until=last, listed=listed, certainty=Certainty.LIKELY)
    phase = m["month_phase"]
    return _blank(date=last, phase=_phase(phase), certainty=Certainty.POSSIBLE if doubtful else Certainty.LIKELY)


def _read_quarter(m: re.Match[str]) -> DateMention | None:
    quarter = {"i": 1, "ii": 2, "iii": 3, "iv": 4}.get(m["quarter_q"]) or int(m["quarter_q"])
    year = _number(m["quarter_y"])
    return _blank(date=PartialDate(None, 3 * quarter - 2, year), until=PartialDate(None, 3 * quarter, year))


_COUNTRY = compiled_later(r"(?:vi[ệe]t|mi[ềe]n)\s+$", re.IGNORECASE)


def _typed_bare(word: str, m: re.Match[str], before: str) -> bool:
    """Tell whether a `word` without accents is another word ("Nam", "thang") than its accented form ("năm")."""
    return word.isascii() and (_COUNTRY.search(before) is not None or not is_unaccented(m.string))


def _read_year(m: re.Match[str]) -> DateMention | None:
    first = int(m["year_a"])
    lead = " ".join((m["year_lead"] or "").lower().split())
    start = 0
    before = m.string[max(0, m.start() - 6) : m.start()]
    numbered = m["year_b"] is not None and before.rstrip()[-1:].isdigit()
    if (lead == "năm" and numbered) or (lead == "nam" and (numbered or _typed_bare("nam", m, before))):
        lead, start = "", m.start("year_a")  # "Việt Nam 2018", "10 năm 2021-2030"
    if not lead and first < 1900 and not m["year_b"]:
        return None  # "đề án 1680"
    if m["year_decade"]:
        if first % 10:
            return None
        return _blank(date=PartialDate(year=first), until=PartialDate(year=first + 9), certainty=Certainty.LIKELY)
    period = next((p for p in ("giai đoạn", "nhiệm kỳ", "năm học", "niên khóa") if fold(p) in fold(lead)), None)
    certainty = Certainty.LIKELY if lead else Certainty.POSSIBLE
    until = _number(m["year_b"])
    if until is not None and until <= first:
        return None
    phase = m["year_phase"]
    return _blank(
        start=start,
        date=PartialDate(year=first),
        until=None if until is None else PartialDate(year=until),
        phase=_phase(phase),
        period=period,
        certainty=max(certainty, Certainty.LIKELY) if until else certainty,
    )


_MANY_BEFORE = compiled_later(
    accent_tolerant(r"(?:\d|(?<!\w)(?:những|các|nhiều|mấy|vài|một|chục|mỗi|từng|hai|ba|bốn|năm|mười|trăm|nghìn))\s+$"),
    re.IGNORECASE,
)
_DATE_BEFORE = compiled_later(accent_tolerant(r"(?:(?:ngày|hôm|sáng|chiều|tối|tháng)\s+[\d/\-]+|\d/\d+)\s+$"))
_ORDINAL_BEFORE = compiled_later(
    accent_tolerant(
        r"(?<!\w)(?:lần|người|bí\s+thư|đứng|hàng|hạng|vị\s+trí|ngôi|là|con|vòng|loạt|cấp|thế\s+giới|giải)\s+$"
    ),
    re.IGNORECASE,
)
_DAY_OFFSETS = {"nay": 0, "qua": -1, "kia": -2, "mai": 1}
_WHICH = {"nay": 0, "truoc": -1, "roi": -1, "ngoai": -1, "toi": 1, "sau": 1}


def _read_relative(m: re.Match[str]) -> DateMention | None:
    if m["relative_hom"] or m["relative_ngay"]:
        which = m["relative_hom"] or m["relative_ngay"]
        offset = 2 if m["relative_ngay"] and fold(which) == "kia" else _DAY_OFFSETS[fold(which)]
        return _blank(relative=Relative("day", offset))
    if m["relative_day"]:
        return _blank(
            relative=Relative("day", _DAY_OFFSETS[fold(m["relative_day"])]), part_of_day=_part(m["relative_part"])
        )
    if m["relative_same"]:
        return _blank(relative=Relative("same day", 0))
    if m["relative_next"] or m["relative_eve"]:
        return _blank(relative=Relative("same day", 1 if m["relative_next"] else -1))
    if m["relative_wday2"]:
        offset = 0 if fold(m["relative_wwhich"]) == "nay" else -1
        return None if offset else _blank(relative=Relative("week", 0), weekday=_weekday(m["relative_wday2"]))
    before = m.string[max(0, m.start() - 16) : m.start()]
    if _MANY_BEFORE.search(before) and not _DATE_BEFORE.search(before):
        return None  # "2-3 năm tới", "những năm trước"
    if m["relative_unit"] in {"nam", "thang"} and _typed_bare("nam", m, before):
        return None  # "Việt Nam sau"
    unit = {"tuan": "week", "thang": "month", "nam": "year"}[fold(m["relative_unit"])]
    phase = fold(m["relative_phase"] or "")
    weekday = _weekday(m["relative_wday"]) if m["relative_wday"] else None
    if unit != "week" and weekday is not None:
        return None
    if unit == "week" and phase == "cuoi":
        unit = "weekend"
    return _blank(
        relative=Relative(unit, _WHICH[fold(m["relative_which"])]),
        weekday=weekday,
        phase=_phase(m["relative_phase"]) if unit not in {"week", "weekend"} else None,
        certainty=Certainty.LIKELY,
    )


def _weekday(written: str) -> int:
    words = fold(written).split()
    if len(words) < 2 or words[0] == "chu":
        return 6
    names = {"hai": 0, "ba": 1, "tu": 2, "nam": 3, "sau": 4, "bay": 5}
    return int(words[1]) - 2 if words[1].isdigit() else names[words[1]]


def _read_weekday(m: re.Match[str]) -> DateMention | None:
    if _ORDINAL_BEFORE.search(m.string[max(0, m.start() - 12) : m.start()]):
        return None  # "lần thứ hai", "Bí thư thứ nhất"
    return _blank(weekday=_weekday(m["weekday_w"]), certainty=Certainty.POSSIBLE)


_PART_NAMES = {
    "rang sang": PartOfDay.DAWN, "sang som": PartOfDay.MORNING, "sang": PartOfDay.MORNING, "trua": PartOfDay.NOON,
    "chieu toi": PartOfDay.AFTERNOON, "chieu": PartOfDay.AFTERNOON, "toi": PartOfDay.EVENING, "dem": PartOfDay.NIGHT,
    "nua dem": PartOfDay.NIGHT, "khuya": PartOfDay.NIGHT,
}  # fmt: skip


def _part(written: str) -> PartOfDay:
    return _PART_NAMES[" ".join(fold(written).split())]


def _read_part(m: re.Match[str]) -> DateMention | None:
    if m["part_p"].lower() in {"sang", "toi"} and _typed_bare("sang", m, ""):
        return None  # "sang" is "to", "toi" is nothing
    return _blank(part_of_day=_part(m["part_p"]), certainty=Certainty.POSSIBLE)


def _read_bareday(m: re.Match[str]) -> DateMention | None:
    if m.group().lower().startswith("ngay") and _typed_bare("ngay", m, ""):
        return None  # "ngay" is "at once"
    if m["bareday_mung"]:
        return _blank(lunar=PartialDate(int(m["bareday_d"])), certainty=Certainty.LIKELY)
    return _blank(date=PartialDate(int(m["bareday_d"])), certainty=Certainty.POSSIBLE)


_READERS: dict[str, Callable[[re.Match[str]], DateMention | None]] = {
    "iso": _read_iso,
    "time": _read_time,
    "lunar": _read_lunar,
    "days": _read_days,
    "day": _read_day,
    "month": _read_month,
    "quarter": _read_quarter,
    "year": _read_year,
    "relative": _read_relative,
    "weekday": _read_weekday,
    "part": _read_part,
    "bareday": _read_bareday,
}
