"""Calendar dates as far as they are known: to compare, to complete from an anchor, and to write out."""

from __future__ import annotations

import datetime as dt
from calendar import isleap, monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum, StrEnum


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, month and year as far as known; None where not. All None is a date of which nothing is known."""

    day: int | None = None
    month: int | None = None
    year: int | None = None

    @property
    def is_valid(self) -> bool:
        """Whether such a date can exist: no 31/2, and 29/2 only in a leap year or without a year."""
        if self.month is not None and not 1 <= self.month <= 12:
            return False
        if self.day is None:
            return True
        longest = 31
        if self.month is not None:
            longest = 29 if self.month == 2 else monthrange(2000, self.month)[1]
            if self.month == 2 and self.year is not None and not isleap(self.year):
                longest = 28
        return 1 <= self.day <= longest

    @property
    def is_known(self) -> bool:
        """Whether anything at all is known of it."""
        return not (self.day is None and self.month is None and self.year is None)

    @property
    def date(self) -> dt.date | None:
        """The date when complete (and possible), else None."""
        if self.day is None or self.month is None or self.year is None or not self.is_valid:
            return None
        return dt.date(self.year, self.month, self.day)

    def __str__(self) -> str:
        """Write it as the contract does: "19/12/2023", "18/12", "9/2018", "2021"; a day alone as "ngày 19"."""
        if self.month is None and self.year is None:
            return "" if self.day is None else f"ngày {self.day}"
        if self.month is not None and self.day is None and self.year is None:
            return f"tháng {self.month}"
        return "/".join(str(part) for part in (self.day, self.month, self.year) if part is not None)

    @classmethod
    def of(cls, date: dt.date) -> PartialDate:
        """Return the partial date that is the whole of `date`."""
        return cls(date.day, date.month, date.year)


class PartOfDay(StrEnum):
    """The part of a day that press reports name."""

    DAWN = "rạng sáng"
    MORNING = "sáng"
    NOON = "trưa"
    AFTERNOON = "chiều"
    EVENING = "tối"
    NIGHT = "đêm"


class Certainty(IntEnum):
    """How sure it is that an expression is a date: compare with `>=`."""

    POSSIBLE = 1  # bare figures that could be something else: "7-2", "2018"
    LIKELY = 2  # bare figures beside another sign of a date, or a month or year in words
    SURE = 3  # "ngày", a part of day, or day, month and year


@dataclass(frozen=True, slots=True)
class Relative:
    """A time told from the day of writing: `offset` units from it (hôm qua: day, -1; tuần trước: week, -1).

    `unit` is "day", "week", "weekend", "month", "year" or "same day" (cùng ngày: told from the day last spoken of).
    """

    unit: str
    offset: int


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date or time expression: `text` is the slice `[start:end]` of the text that was searched.

    `date` is the (first) date and `until` the last one of a span or list, each as far as written; months and years
    are shared ("từ 19 đến 21-10" is 19/10 until 21/10). `listed` are the days of a list ("ngày 7, 8 và 9/5"), else ().
    `lunar` is the date of the lunar calendar, if one is written; `date` is then the solar one beside it, or empty.
    `yearly` marks a date that recurs ("10/11 hằng năm"), `anniversary` one that is only commemorated
    ("(22/12/1944 - 22/12/2014)"). `period` is "giai đoạn", "nhiệm kỳ" or "năm học" where a span of years is one;
    `phase` is "đầu", "giữa" or "cuối" of the month or year. `weekday` is 0 for Monday to 6 for Sunday. `coming` marks
    one that lies ahead of the day of writing ("tháng 2 tới").
    """

    start: int
    end: int
    text: str
    date: PartialDate = PartialDate()
    until: PartialDate | None = None
    listed: tuple[PartialDate, ...] = ()
    part_of_day: PartOfDay | None = None
    time_from: dt.time | None = None
    time_to: dt.time | None = None
    weekday: int | None = None
    relative: Relative | None = None
    lunar: PartialDate | None = None
    yearly: bool = False
    anniversary: bool = False
    period: str | None = None
    phase: str | None = None
    coming: bool = False
    certainty: Certainty = Certainty.SURE

    @property
    def day(self) -> int | None:
        """The (first) day."""
        return self.date.day

    @property
    def month(self) -> int | None:
        """The month of the first day."""
        return self.date.month

    @property
    def year(self) -> int | None:
        """The year of the first day."""
        return self.date.year

    @property
    def last(self) -> PartialDate:
        """The last date: `until` of a span, else `date`."""
        return self.until or self.date

    @property
    def has_day(self) -> bool:
        """Whether it tells a day: in figures, or told from the day of writing."""
        told = self.relative is not None and (self.relative.unit in {"day", "same day"} or self.weekday is not None)
        return self.date.day is not None or told

    @property
    def is_time_only(self) -> bool:
        """Whether it is only a time of day ("20h30"), without any date."""
        known = self.date.is_known or self.relative or self.lunar or self.weekday is not None
        return not known


class YearSource(StrEnum):
    """Where the year of a resolved date comes from."""

    WRITTEN = "written"  # in the expression itself
    TEXT = "text"  # from other dates of the text
    PAGE = "page"  # from the page's own date
    NONE = "none"


@dataclass(frozen=True, slots=True)
class ResolvedDate:
    """A mention with its year, and told days made calendar days, as far as the anchors allow."""

    mention: DateMention
    date: PartialDate
    until: PartialDate | None
    listed: tuple[PartialDate, ...]
    year_source: YearSource

    @property
    def last(self) -> PartialDate:
        """The last date: `until` of a span, else `date`."""
        return self.until or self.date


def resolve(
    mention: DateMention,
    published: dt.date | None = None,
    *,
    context: Sequence[PartialDate] = (),
    previous: PartialDate | None = None,
) -> ResolvedDate:
    """Complete `mention` as far as `published` (the page's date), or else the dates in `context`, allow.

    A day without a year takes the year that brings it nearest to `published` (one that is coming: nearest ahead);
    without a page date, the one that all dates with a year in `context` agree on (each by the same rule), else it
    stays without. Told days ("hôm qua", "cuối tuần trước") need `published`; "cùng ngày" is `previous`. Lunar dates
    stay as written.
    """
    source = YearSource.WRITTEN if mention.last.year is not None else YearSource.NONE
    date, until, listed = mention.date, mention.until, mention.listed
    if mention.relative is not None:
        told = _told(mention, published, previous)
        if told is not None:
            return ResolvedDate(mention, *told, (), YearSource.PAGE)
    elif mention.last.year is None and not mention.yearly and mention.last.is_known:
        anchored, source = _anchor(mention.last, published, context, coming=mention.coming)
        if anchored is not None:
            until = anchored if until is not None else None
            date = _before(date, anchored) if until is not None else anchored
            listed = tuple(_before(day, anchored) for day in listed)
    return ResolvedDate(mention, date, until, listed, source)


def shifted(date: PartialDate, days: int) -> PartialDate:
    """Return the day `days` after `date` (before it, where negative), without a year where `date` has none."""
    if date.day is None or date.month is None:
        return date
    year = date.year or 2001  # of a year that is not known, none is a leap year
    moved = dt.date(year, date.month, min(date.day, monthrange(year, date.month)[1])) + dt.timedelta(days=days)
    return PartialDate(moved.day, moved.month, moved.year if date.year is not None else None)


def _before(date: PartialDate, last: PartialDate) -> PartialDate:
    """Complete the first date of a span from its last one: the latest such date that is not after it."""
    month = date.month if date.month is not None else last.month
    if last.year is None or month is None:
        return replace(date, month=month)
    wraps = last.month is not None and (month, date.day or 0) > (last.month, last.day or 31)
    return PartialDate(date.day, month, last.year - 1 if wraps else last.year)


def _anchor(
    date: PartialDate, published: dt.date | None, context: Sequence[PartialDate], *, coming: bool
) -> tuple[PartialDate | None, YearSource]:
    if published is not None:
        found = _nearest(date, published, coming=coming)
        return found, YearSource.PAGE if found is not None else YearSource.NONE
    if date.month is None:
        return None, YearSource.NONE
    choices: set[PartialDate] = set()
    for other in context:
        if other.year is not None and other.is_valid:
            if other.month is None:
                choices.add(replace(date, year=other.year))
            else:
                near = _nearest(date, dt.date(other.year, other.month, other.day or 15), coming=coming)
                choices.update(() if near is None else (near,))
    if len(choices) == 1 and (only := choices.pop()).is_valid:
        return only, YearSource.TEXT
    return None, YearSource.NONE


def _nearest(date: PartialDate, anchor: dt.date, *, coming: bool = False) -> PartialDate | None:
    """Return `date` completed so that it is nearest to `anchor`, the earlier of two as near; a `coming` one lies ahead.

    Ahead it may still lie a month behind, as pages copied late have dates that came and went.
    """
    candidates: list[PartialDate] = []
    if date.month is not None:
        candidates = [replace(date, year=anchor.year + shift) for shift in (-1, 0, 1)]
    elif date.day is not None:
        for shift in (-1, 0, 1):
            years, month = divmod(anchor.month - 1 + shift, 12)
            candidates.append(PartialDate(date.day, month + 1, anchor.year + years))
    candidates = [c for c in candidates if c.is_valid]

    def distance(candidate: PartialDate) -> int:
        day = candidate.day if candidate.day is not None else 15
        days = (dt.date(candidate.year or 1, candidate.month or 1, day) - anchor).days
        return days + _A_YEAR if coming and days < -_COPIED_LATE else abs(days)

    return min(candidates, key=distance, default=None)


_A_YEAR, _COPIED_LATE = 1000, 31  # days: further than any that lies ahead; how late a page may be


def _told(
    mention: DateMention, published: dt.date | None, previous: PartialDate | None
) -> tuple[PartialDate, PartialDate | None] | None:
    relative = mention.relative
    if relative is None:
        return None
    if relative.unit == "same day":
        if previous is None or (previous.day is None and relative.offset):
            return None
        return shifted(previous, relative.offset), None
    if published is None:
        return None
    if relative.unit == "day":
        return PartialDate.of(published + dt.timedelta(days=relative.offset)), None
    if relative.unit in {"week", "weekend"}:
        monday = published + dt.timedelta(days=7 * relative.offset - published.weekday())
        if mention.weekday is not None:
            return PartialDate.of(monday + dt.timedelta(days=mention.weekday)), None
        first = monday + dt.timedelta(days=5 if relative.unit == "weekend" else 0)
        return PartialDate.of(first), PartialDate.of(monday + dt.timedelta(days=6))
    if relative.unit == "month":
        years, month = divmod(published.month - 1 + relative.offset, 12)
        return PartialDate(mention.date.day, month + 1, published.year + years), None
    year = published.year + relative.offset
    until = replace(mention.until, year=year) if mention.until is not None else None
    return replace(mention.date, year=year), until


def format_date(date: PartialDate | dt.date, until: PartialDate | dt.date | None = None) -> str:
    """Write a date or a span as the contract does: "19/12/2023", "18/12", "9/2018", "27/4/2018 - 2/5/2018"."""
    first = str(date if isinstance(date, PartialDate) else PartialDate.of(date))
    if until is None or until == date:
        return first
    return f"{first} - {until if isinstance(until, PartialDate) else PartialDate.of(until)}"


_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_WEEKDAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def weekday_name(weekday: int, language: str = "vi") -> str:
    """Return the name of a weekday, 0 for Monday: "thứ Hai" ... "Chủ nhật" (or English)."""
    return (_WEEKDAYS if language == "vi" else _WEEKDAYS_EN)[weekday]


def format_with_weekday(date: dt.date, language: str = "vi") -> str:
    """Return "thứ Ba, 19/12/2023"."""
    return f"{weekday_name(date.weekday(), language)}, {format_date(date)}"


def date_items(resolved: ResolvedDate) -> list[str]:
    """Return the dates of a mention one by one, to stand as answers: each listed day, or start and end, or the one."""
    if resolved.listed:
        return [str(day) for day in resolved.listed]
    dates = [resolved.date] if resolved.until is None else [resolved.date, resolved.until]
    return [str(date) for date in dates if date.is_known]


def compatible(asked: DateMention | ResolvedDate | PartialDate, found: DateMention | ResolvedDate) -> bool | None:
    """Tell whether the time `found` in a report can be the time `asked` for.

    True: all that is asked is told, and they agree (asked "tháng 12/2021", found 14/12/2021; spans agree when they
    overlap). False: something told by both differs. None: nothing differs, but `found` leaves open something that is
    asked (asked 2022, found 14/12; asked 14/12, found "tháng 12"). A part of day or a weekday counts only when told
    by both.
    """
    asked_mention = _mention_of(asked)
    found_mention = _mention_of(found)
    if asked_mention is not None and found_mention is not None:
        for ours, theirs in (
            (asked_mention.part_of_day, found_mention.part_of_day),
            (asked_mention.weekday, found_mention.weekday),
        ):
            if ours is not None and theirs is not None and ours != theirs:
                return False
    first, last = (asked, asked) if isinstance(asked, PartialDate) else (asked.date, asked.last)
    if not first.is_known:
        return None
    return _overlap(first, last, found.date, found.last)


def _mention_of(date: DateMention | ResolvedDate | PartialDate) -> DateMention | None:
    return date.mention if isinstance(date, ResolvedDate) else date if isinstance(date, DateMention) else None


def _overlap(first: PartialDate, last: PartialDate, start: PartialDate, stop: PartialDate) -> bool | None:
    """Compare the asked span [first, last] with the found one [start, stop], part by part from the year down."""
    use_year = last.year is not None and stop.year is not None
    if not stop.is_known:
        return None
    if use_year and not _years_meet(first, last, start, stop):
        return False
    if last.month is None or stop.month is None:
        # Days alone ("ngày 19") compare with days when the months are not both known.
        if None not in (last.day, stop.day) and first == last and start == stop and last.day != stop.day:
            return False
    else:
        ours, theirs = _bounds(first, last, use_year), _bounds(start, stop, use_year)
        if not any(o[0] <= t[1] and t[0] <= o[1] for o in ours for t in theirs):
            return False
    missing = (
        (last.year is not None and stop.year is None)
        or (last.month is not None and stop.month is None)
        or (last.day is not None and stop.day is None)
    )
    return None if missing else True


def _years_meet(first: PartialDate, last: PartialDate, start: PartialDate, stop: PartialDate) -> bool:
    first_year, start_year = first.year or last.year or 0, start.year or stop.year or 0
    return first_year <= (stop.year or 0) and start_year <= (last.year or 0)


def _bounds(first: PartialDate, last: PartialDate, use_year: bool) -> list[tuple[int, int]]:
    """Return the span as comparable numbers (year, month, day), in two pieces when it runs over New Year's Eve."""
    begin = (first.month or last.month or 1) * 100 + (first.day or 1)
    end = (last.month or 12) * 100 + (last.day or 31)
    if use_year:
        year = last.year or 0
        return [((first.year or (year - 1 if begin > end else year)) * 10000 + begin, year * 10000 + end)]
    return [(begin, end)] if begin <= end else [(begin, 1231), (101, end)]
