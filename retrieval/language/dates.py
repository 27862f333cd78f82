"""Date and time expressions of Vietnamese text, with or without accents -> mentions with calendar dates.

Reading goes in two steps: `_ATOMS`, one table of patterns, finds the pieces (a time, a part of day, a weekday, a day,
a month, a year ...) and neighbours that are only glued together are joined ("sáng" + "thứ Bảy" + "(14/7)"; "27/4" +
"-" + "2/5/2018"). Figures that look like a date but are none are denied by the tables of `date_denials`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from retrieval.language.calendar_date import (
    Certainty,
    DateMention,
    PartialDate,
    PartOfDay,
    Relative,
    ResolvedDate,
    YearSource,
    compatible,
    date_items,
    format_date,
    format_with_weekday,
    resolve,
    weekday_name,
)
from retrieval.language.cardinals import DIGITS, NUMBER_WORDS_ACCENTED, digits_value, words_value
from retrieval.language.date_atoms import read_atom
from retrieval.language.date_denials import is_anniversary, is_denied, is_yearly
from retrieval.language.date_patterns import DATE_ATOM
from retrieval.language.lazy_pattern import built_later, compiled_later
from retrieval.language.normalize import accent_tolerant, fold, is_unaccented, lower_case

__all__ = [
    "Certainty",
    "DateMention",
    "Duration",
    "PartOfDay",
    "PartialDate",
    "Relative",
    "ResolvedDate",
    "YearSource",
    "compatible",
    "date_items",
    "find_dates",
    "find_durations",
    "format_date",
    "format_with_weekday",
    "resolve",
    "weekday_name",
]

# A text without a digit and without any of these has no date: a cheap look before the search.
_WORDS = (
    " nay", "hôm ", "hom ", " qua", " mai", "ngày mai", "cùng ngày", "cung ngay", "tuần", "tuan", "tháng", "thang",
    "chủ nhật", "chu nhat", "thứ", "thu ", "rằm", "ram ", "năm ngoái", "nam ngoai", "năm sau", "năm tới", "quý",
    "quy ", "mùng", "mồng", "mung ", "giao thừa", "giao thua",
)  # fmt: skip
_DIGIT = compiled_later(r"\d")

_FLAGS = re.IGNORECASE
# Between two pieces of one expression: nothing but punctuation and these words.
_GLUE = compiled_later(
    accent_tolerant(r"[\s,(|]*(?:(?:vào|của|lúc|hồi|từ|tức|nhằm|là|ngày|hôm)\b[\s,(]*){0,3}"), _FLAGS
)
# Between the two ends of a span.
_RANGE = compiled_later(
    accent_tolerant(
        r"\s*(?:[-–—]|(?:,\s*)?(?:cho\s+)?(?:đến|tới)(?:\s+hết)?)\s*(?:(?:cuối|đầu|hết|trưa|lúc|ngày|hôm)\s+)?\(?"
    ),
    _FLAGS,
)
# "den" is "đến" typed bare, but "đen" is black.
_ON = compiled_later(r"(?<!\w)(?:vào|vao|hôm|hom|ngày|ngay|từ|tu|đến|den)\s+$", _FLAGS)
_LASTING = compiled_later(accent_tolerant(r"(?<!\w)(?:kéo\s+dài|trong|suốt|gần|hơn|mất|giảm|tăng|vòng)\s+$"), _FLAGS)
_AT = compiled_later(r"(?<!\w)(?:lúc|luc|vào|vao|hồi|hoi|từ|tu|đến|den|trước|truoc)\s+$", _FLAGS)


# After a date that lies ahead. "Tới" is also "to" and "comes to": it has its clause end there, or a place follow.
_COMING = compiled_later(
    accent_tolerant(r"\s+(?:sắp\s+tới|tới\s+đây|tới(?=\s*[.,;:)\"”]|\s*$|\s+(?:tại|ở|sẽ|nhằm)(?!\w)))(?!\w)"), _FLAGS
)


def find_dates(text: str) -> list[DateMention]:
    """Return the date and time expressions of `text` (in reading form, or folded), in order, none overlapping.

    A part of day, weekday and times beside a day belong to its mention. Scores, ratios, fractions, numbers of
    documents and addresses are not dates; impossible dates (31/2) are not found.
    """
    lowered = lower_case(text)
    if not _DIGIT.search(text) and not any(word in lowered for word in _WORDS):
        return []
    atoms: list[DateMention] = []
    position = 0
    while (match := DATE_ATOM.search(lowered, position)) is not None:
        atom = read_atom(match, text)
        if atom is None:
            position = match.start() + _skip(match)
            continue
        atoms.append(atom)
        position = atom.end
    return _finish(text, _join(text, atoms)) if atoms else []


def _skip(match: re.Match[str]) -> int:
    """Where to go on after a match that was no date: past its first word or figure."""
    word = re.match(r"\d+|\w+|\W", match.group())
    return word.end() if word else 1


def _join(text: str, atoms: list[DateMention]) -> list[DateMention]:
    joined: list[DateMention] = []
    for atom in atoms:
        while joined:
            merged = _merge(text, joined[-1], atom)
            if merged is None:
                break
            joined.pop()
            atom = merged
        joined.append(atom)
    return joined


def _merge(text: str, left: DateMention, right: DateMention) -> DateMention | None:
    gap = text[left.end : right.start]
    if len(gap) > 24 or "." in gap or ";" in gap:
        return None
    if _RANGE.fullmatch(gap):
        span = _span(text, left, right)
        if span is not None:
            return span
    if gap and not _GLUE.fullmatch(gap):
        return None
    return _combine(text, left, right, gap)


def _span(text: str, left: DateMention, right: DateMention) -> DateMention | None:
    if left.time_from and right.time_from and left.is_time_only:
        return _cover(
            text, left, right, replace(right, time_from=left.time_from, time_to=right.time_to or right.time_from)
        )
    both_known = left.date.is_known and right.date.is_known
    if not both_known or left.until or right.until or left.relative or right.relative or left.lunar or right.lunar:
        return None
    same_grain = (left.day is None) == (right.day is None) and (right.month is not None or left.month is None)
    if not same_grain or (left.day is None and (left.month is None) != (right.month is None)):
        return None
    first = PartialDate(left.day, left.month or right.month, left.year)
    if first.year is None and right.year is not None:
        over_new_year = (first.month or 0, first.day or 0) > (
            right.month or 0,
            right.day or 0,
        ) and first.month is not None
        first = replace(first, year=right.year - over_new_year)
    if first.year is not None and right.year is not None:
        ends = [(d.year or 0, d.month or 0, d.day or 0) for d in (first, right.date)]
        if ends[0] > ends[1]:
            return None
    mention = replace(
        left,
        date=first,
        until=right.date,
        certainty=max(Certainty.LIKELY, left.certainty, right.certainty),
        time_to=right.time_from or left.time_to,
    )
    return _cover(text, left, right, mention)


def _combine(text: str, left: DateMention, right: DateMention, gap: str) -> DateMention | None:
    """Join two neighbouring pieces that tell different things of one time; None where they do not."""
    if (left.lunar is None) is not (right.lunar is None) and ("(" in gap or re.search(r"t[ứu]c|nh[ằa]m", gap)):
        # one day by both calendars: "rằm tháng Giêng (14/2)", "20-2, tức ngày 16 tháng Giêng"
        solar = right if left.lunar else left
        if solar.date.day is not None:
            part = left.part_of_day or right.part_of_day
            mention = replace(solar, lunar=left.lunar or right.lunar, part_of_day=part)
            return _cover(text, left, right, mention, gap)
    for field in ("part_of_day", "time_from", "weekday", "lunar"):
        if getattr(left, field) is not None and getattr(right, field) is not None:
            return None
    left_dated = left.date.is_known or left.lunar is not None
    right_dated = right.date.is_known or right.lunar is not None
    if left_dated and right_dated:
        return None
    if left.relative and right.relative:
        return None
    relative = left.relative or right.relative
    if relative is not None and (left_dated or right_dated) and relative.unit not in {"month", "year"}:
        if relative.unit != "day" or not (left_dated or right_dated):
            return None
        relative = None  # "hôm nay (14/7)": the date says more
    if left_dated and right.weekday is not None and "(" not in gap and "," not in gap:
        return None
    if left_dated and right.relative and gap.strip():
        return None  # "ngày 5, tháng này" is two times
    # "14/7 sáng" is no Vietnamese order: a part of day after the date begins the next expression.
    if left_dated and right.part_of_day is not None and right.time_from is None:
        return None
    if left.certainty is Certainty.POSSIBLE and left_dated and relative is not None and "-" in left.text:
        return None  # "2-3 năm tới"
    base = left if left_dated else right
    mention = replace(
        base,
        part_of_day=left.part_of_day or right.part_of_day,
        time_from=left.time_from or right.time_from,
        time_to=left.time_to or right.time_to,
        weekday=left.weekday if left.weekday is not None else right.weekday,
        relative=relative,
        certainty=Certainty.SURE,
    )
    return _cover(text, left, right, mention, gap)


def _cover(text: str, left: DateMention, right: DateMention, mention: DateMention, gap: str = "") -> DateMention:
    end = right.end
    if "(" in gap and text[end : end + 1] == ")":
        end += 1
    return replace(mention, start=left.start, end=end, text=text[left.start : end])


def _is_weekday(text: str, mention: DateMention) -> bool:
    """Tell a lone weekday from an ordinal: by its capital ("thứ Hai"), by "vào" before it, or as "Chủ nhật"."""
    named = mention.text.split()[-1][:1].isupper() or mention.weekday == 6
    return named or _ON.search(text[max(0, mention.start - 6) : mention.start]) is not None


def _finish(text: str, mentions: list[DateMention]) -> list[DateMention]:
    """Drop the pieces that are no date by themselves, deny what the context denies, and mark what recurs."""
    kept: list[DateMention] = []
    for mention in mentions:
        if mention.is_time_only and mention.time_from is None:
            continue  # "sáng", "tối" alone
        if (
            mention.is_time_only
            and mention.certainty is Certainty.POSSIBLE
            and not _AT.search(text[: mention.start][-8:])
        ):
            continue  # "4 giờ" is a duration but for "lúc 4 giờ"
        if mention.is_time_only and _LASTING.search(text[: mention.start][-10:]):
            continue
        if mention.weekday is not None and mention.certainty is Certainty.POSSIBLE and not _is_weekday(text, mention):
            continue  # "thứ hai" may count
        if mention.certainty is Certainty.POSSIBLE:
            beside_date = (
                bool(kept) and re.fullmatch(r"\s*(?:,|và|va|&)\s*", text[kept[-1].end : mention.start]) is not None
            )
            if is_denied(text, mention, beside_date=beside_date):
                continue
        if is_yearly(text, mention):
            mention = replace(mention, yearly=True)
        elif is_anniversary(text, mention):
            mention = replace(mention, anniversary=True)
        elif mention.last.year is None and _COMING.match(text, mention.end):
            mention = replace(mention, coming=True)
        kept.append(mention)
    return kept


@dataclass(frozen=True, slots=True)
class Duration:
    """How long something lasts: `text` is `[start:end]` ("5 ngày làm việc"), `value` the number of `unit`s.

    `unit` is "giây", "phút", "giờ", "buổi", "ngày", "đêm", "tuần", "tháng", "quý" or "năm"; `approximator` as written.
    """

    start: int
    end: int
    text: str
    value: float
    unit: str
    approximator: str | None = None


_DURATION_PATTERN = (
    r"(?<![\w/])(?<!\d[.,:\-–/])(?:(?P<approx>gần|hơn|khoảng|trên|chừng|ngót)\s+)?"
    rf"(?P<number>(?P<digits>{DIGITS})(?:\s?[-–]\s?\d+)?|(?P<words>{NUMBER_WORDS_ACCENTED}|nửa(?!\s+đêm))(?!\w))\s*"
    r"(?P<unit>giây|phút|giờ|tiếng|buổi|ngày|đêm|tuần|tháng|quý|năm)"
    r"(?P<tail>\s+(?:làm\s+việc|rưỡi|đồng\s+hồ)|\s+(?:\d|một|hai)\s+đêm"
    r"|\s+(?:và\s+)?(?P<rest>\d{1,2})\s+(?P<part>giây|phút|ngày|tháng)(?!\w))?(?![\w/])(?!\s*\d)"
)


@built_later((False,), (True,))
def _duration_pattern(plain: bool) -> re.Pattern[str]:
    return re.compile(accent_tolerant(_DURATION_PATTERN) if plain else _DURATION_PATTERN)


_DURATION_UNITS = ("giây", "phút", "giờ", "buổi", "ngày", "đêm", "tuần", "tháng", "quý", "năm")
# How many of the smaller unit are one of the larger: "1 giờ 30 phút", "2 năm 6 tháng".
_PARTS_OF_UNITS = {("giờ", "phut"): 60, ("phút", "giay"): 60, ("năm", "thang"): 12, ("tháng", "ngay"): 30}
_NOT_LONG = compiled_later(accent_tolerant(r"(?<!\w)(?:ngày|tháng|năm|thứ|lúc|hồi|mùng|khóa|lần)\s+$"), re.IGNORECASE)


def find_durations(text: str) -> list[Duration]:
    """Return the durations of `text` ("hai ngày", "hơn 3 giờ", "5 ngày làm việc"), in order; no dates or hours."""
    found: list[Duration] = []
    matches = list(_duration_pattern(is_unaccented(text)).finditer(lower_case(text)))
    taken = [(d.start, d.end) for d in find_dates(text)] if matches else []
    for match in matches:
        start = match.start("number")
        if any(a < match.end() and start < b for a, b in taken) or _NOT_LONG.search(text[max(0, start - 6) : start]):
            continue
        value: float | None = 0.5 if match["words"] else digits_value(match["digits"])
        if match["words"] and fold(match["words"]) != "nua":
            value = words_value(match["words"])
        if value is None:
            continue
        unit = fold(match["unit"])
        unit = next((u for u in _DURATION_UNITS if fold(u) == unit), "giờ")  # "tiếng" is an hour
        end = match.end()
        if fold(match["tail"] or "").strip() == "ruoi":
            value += 0.5
        if match["rest"] is not None:
            parts = _PARTS_OF_UNITS.get((unit, fold(match["part"])))
            value, end = (value, match.start("tail")) if parts is None else (value + int(match["rest"]) / parts, end)
        approximator = match["approx"].lower() if match["approx"] else None
        found.append(Duration(start, end, text[start:end], value, unit, approximator))
    return found
