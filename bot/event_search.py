"""Which of the listed events somebody asks for by words, a month or a year ("/sukien tháng 9")."""

from __future__ import annotations

from collections.abc import Sequence

from bot.render import event_line
from retrieval.answering.model import EventSummary
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.normalize import fold, is_unaccented, lower_case, reading_form


def events_with(events: Sequence[EventSummary], words: str, language: str) -> Sequence[EventSummary]:
    """Return the events whose lines have all the words; all events where there is no word.

    A word typed without accents stands for those with any, one typed with them for itself; "tháng 9" is a time.
    """
    month = _MONTH_WANTED.search(reading_form(words))
    bare, accented = set[str](), set[str]()
    for word in _MONTH_WANTED.sub(" ", reading_form(words)).split():
        (bare if is_unaccented(word) or not any(map(str.isalpha, word)) else accented).add(word)

    def has_all(event: EventSummary) -> bool:
        if month is not None and not _is_in(event.when, int(month["month"]), month["year"]):
            return False
        line = f"{event_line(event, language)} {event.when}"
        written = lower_case(reading_form(line)) if accented else ""
        return all(fold(word) in fold(line) for word in bare) and all(lower_case(word) in written for word in accented)

    return [event for event in events if has_all(event)]


# "tháng 9", "thang 9/2025", "tháng 9 năm 2025", "month 9".
_MONTH_WANTED = compiled_later(
    r"(?i)(?<!\w)(?:tháng|thang|month)\s+(?P<month>\d{1,2})(?:(?:\s*[/-]\s*|\s+(?:năm|nam)\s+|\s+)(?P<year>\d{4}))?(?!\d)"
)
_MONTH_TOLD = compiled_later(r"(?:^|[/–-])(?P<month>\d{1,2})(?:/(?P<year>\d{4}))?$")


def _is_in(when: str, month: int, year: str | None) -> bool:
    """Tell whether a time as far as known ("18/9/2025", "9/2025", "18/9") lies in a month."""
    told = _MONTH_TOLD.search(when) if "/" in when else None
    return told is not None and int(told["month"]) == month and year in (None, told["year"])
