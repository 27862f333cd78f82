"""The publication date of a page: a line of its own near the title, in one of the layouts that sites use.

The line must hold one complete date and hardly anything else but a weekday, a time, a zone, a label, a name.
A date inside a sentence is the date of something told, never that of the page.
"""

from __future__ import annotations

import datetime as dt
import re
from enum import IntEnum
from typing import Final, NamedTuple

from retrieval.language.normalize import reading_form


class Label(IntEnum):
    """How a date line is introduced; a lower one is the better witness of the day of publication."""

    PUBLISHED = 0
    BARE = 1
    UPDATED = 2


class DateLine(NamedTuple):
    """A date found on a line of its own."""

    date: dt.date
    label: Label


_DATES: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # 15/12/2021, 15-12-2021, 15.12.2021, 15 / 12 / 2021
        r"(?<![\d/.-])(?P<d>\d{1,2}) ?[/.-] ?(?P<m>\d{1,2}) ?[/.-] ?(?P<y>(?:19|20)\d\d)(?!\d)",
        # 2021-12-15, 2021/12/15, 2021-12-15T10:53:00+07:00
        r"(?<!\d)(?P<y>(?:19|20)\d\d)[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?!\d)",
        # ngày 15 tháng 12 năm 2021; 15 tháng 12, 2021
        r"(?<!\d)(?P<d>\d{1,2}) tháng (?P<m>\d{1,2})(?: năm |, ?| )(?P<y>(?:19|20)\d\d)(?!\d)",
        # Dec 15, 2021 and 15 December 2021
        r"\b(?P<mon>[a-z]{3,9})\.? (?P<d>\d{1,2})(?:st|nd|rd|th)?, (?P<y>(?:19|20)\d\d)\b",
        r"(?<!\d)(?P<d>\d{1,2}) (?P<mon>[a-z]{3,9}),? (?P<y>(?:19|20)\d\d)\b",
    )
)
_YEAR: Final = re.compile(r"[12][09]\d\d")  # in every one of them, and soon looked for
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_UPDATED: Final = re.compile(r"cập nhật|chỉnh sửa|sửa đổi|updated|modified", re.IGNORECASE)
_PUBLISHED: Final = re.compile(
    r"(?:ngày |giờ |thời gian |được )?(?:đăng|xuất bản|phát hành|đưa tin|đăng tin|đăng bài|tạo)(?: (?:lúc|ngày|tải))?"
    r"|posted(?: on)?|published(?: on| at)?|ngày đăng tin",
    re.IGNORECASE,
)
# What may stand beside the date on its line.
_COMPANY: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\bT?\d{1,2}[:hg]\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?(?:am|pm|sa|ch))?(?:Z|[+-]\d{2}:?\d{2})?\b",
        r"\b\d{1,2} ?(?:giờ|h)(?: ?\d{1,2}(?: phút)?)?\b",
        r"\(?\b(?:gmt|utc) ?[+-] ?\d{1,2}(?::?\d{2})?\)?",
        r"\b(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|cn|t[2-7])\b",
        r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b",
        r"\b(?:cập nhật(?: lần cuối| mới nhất)?|chỉnh sửa|sửa đổi|last updated|updated|modified)\b",
        _PUBLISHED.pattern,
        r"\b(?:lúc|vào|ngày|giờ|bài viết|tin|thời gian|hôm nay|on|at|date|time|am|pm)\b",
        r"[\d.,]+ (?:lượt|lần) (?:xem|đọc)|(?:lượt|số lần) (?:xem|đọc) ?:? ?[\d.,]+",
    )
)
_LONGEST_LINE: Final = 140
_MOST_NAME_WORDS: Final = 6


def parse_date(text: str) -> dt.date | None:
    """Return the first complete calendar date in `text` (day before month), or None."""
    found = _first(reading_form(text[:200]))
    return found[0] if found else None


def date_line(line: str) -> DateLine | None:
    """Return the date of `line` (reading form) when the line is page furniture that gives a date, else None."""
    if len(line) > _LONGEST_LINE:
        return None
    found = _first(line)
    if found is None:
        return None
    date, start, end = found
    rest = f"{line[:start]} {line[end:]}"
    for company in _COMPANY:
        rest = company.sub(" ", rest)
    words = [word for word in re.split(r"[\s,|•·–/:()\[\]-]+", rest) if word]
    if len(words) > _MOST_NAME_WORDS or not all(map(_is_name, words)):
        return None
    if _UPDATED.search(line):
        return DateLine(date, Label.UPDATED)
    return DateLine(date, Label.PUBLISHED if _PUBLISHED.search(line) else Label.BARE)


def _is_name(word: str) -> bool:
    return word[0].isupper() or not word[0].isalnum() or word in {"và", "của", "by"}


def _first(text: str) -> tuple[dt.date, int, int] | None:
    if _YEAR.search(text) is None:
        return None
    for pattern in _DATES:
        for match in pattern.finditer(text):
            date = _calendar_day(match)
            if date is not None:
                return date, match.start(), match.end()
    return None


def _calendar_day(match: re.Match[str]) -> dt.date | None:
    parts = match.groupdict()
    if "mon" in parts:
        name = parts["mon"][:3].lower()
        if name not in _MONTHS:
            return None
        month = _MONTHS.index(name) + 1
    else:
        month = int(parts["m"])
    try:
        return dt.date(int(parts["y"]), month, int(parts["d"]))
    except ValueError:
        return None
