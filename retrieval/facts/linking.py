"""The same event told by several documents becomes one.

Two documents tell of one event when nothing contradicts it (editions, days, places of the name) and enough speaks
for it: the words that single the event out, its edition with the kind of event, and a day both give. The words are
weighed by inverse document frequency; what they share is measured as the weighed Jaccard index of the two names.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from retrieval.corpus.document import Document
from retrieval.facts.events import WEAK_EVENT_NOUNS, Event
from retrieval.facts.reading import DocumentFacts
from retrieval.language.dates import PartialDate, YearSource
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.normalize import fold
from retrieval.language.patterns import has_word
from retrieval.language.places import PROVINCES
from retrieval.language.weights import idf

# Words of kinds and courses of events, not of one event: they link nothing.
_COMMON = frozenset(
    fold(
        "hội nghị thảo lễ buổi cuộc phiên họp kỳ đại diễn đàn gặp mặt làm việc chuyến thăm "
        "chương trình tổ chức khai mạc bế kỷ niệm khánh thành toàn quốc quốc gia quốc tế "
        "lần thứ năm về với của và tại các cho trong ngày tháng nhân dịp giữa tới "
        "đến công bố trao giải ký kết ra mắt chào mừng việt nam thủ tướng chủ tịch bộ trưởng"
    ).split()
)
# How alike the names must be (0 to 1): alone, with one day given by both, and with one edition of one kind.
ALIKE, ALIKE_SAME_DAY, ALIKE_SAME_EDITION = 0.55, 0.25, 0.15
# What the shared words must tell at least (sum of their idf): "hội nghị G20" is held every year, and links nothing
# where no day does.
TELLING, TELLING_SAME_DAY = 20.0, 5.0
# Documents without a day in common are of one event only when published within this time.
NEAR = dt.timedelta(days=10)
_WORD = compiled_later(r"[^\W_]+")
# Two words, or a word with an edition (positive) or a day (negative).
Sign = tuple[str, str] | tuple[int, str]
_PROVINCES = frozenset(map(fold, PROVINCES))


@dataclass(frozen=True, slots=True)
class LinkedEvent:
    """An event with all documents that tell of it.

    `documents` are indices into the sequence that was linked, in order; `main` is the one whose name the event bears.
    `date` and `until` are its first and last day as far as the documents tell together. `year_from` is the document
    that gives the year of a day which `main` gives without one (None: `main` gives it itself, or none does);
    `place`, `theme`, `format` and `organiser` are those of the first document that gives them.
    """

    name: str
    documents: tuple[int, ...]
    main: int
    date: PartialDate | None
    until: PartialDate | None = None
    year_from: int | None = None
    edition: int | None = None
    place: str | None = None
    theme: str | None = None
    format: str | None = None
    organiser: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What linking needs of one document: its title, its own date and its event."""

    title: str
    published: dt.date | None
    event: Event


def link(documents: Sequence[Document], facts: Sequence[DocumentFacts]) -> list[LinkedEvent]:
    """Return the events of `documents` in the order of their first documents, each told by one or more of them.

    `facts` are those of the documents, in the same order.
    """
    return link_reports([Report(d.title, d.published, f.event) for d, f in zip(documents, facts, strict=True)])


def link_reports(reports: Sequence[Report]) -> list[LinkedEvent]:
    """Return the events of `reports` as `link` does; a pure function that looks at nothing else."""
    linker = Linker()
    for document, report in enumerate(reports):
        linker.add(document, report)
    return linker.events(reports)


class Linker:
    """Groups reports by their events, one report after another."""

    def __init__(self) -> None:
        self._keys: dict[int, _Key] = {}
        self._groups: list[list[int]] = []
        self._by_sign: dict[Sign, dict[int, None]] = {}  # sign -> groups that have it: only those are compared
        self._events: dict[int, LinkedEvent] = {}  # of the groups to which nothing was added since

    def __contains__(self, document: int) -> bool:
        """Tell whether document number `document` was added."""
        return document in self._keys

    def add(self, document: int, report: Report) -> None:
        """Put a document into the group of its event, or into one of its own."""
        key = self._keys[document] = _key(report)
        signs = _signs(key)
        near = sorted({g for sign in signs for g in self._by_sign.get(sign, ())})
        joined = next((g for g in near if all(_same(key, self._keys[d]) for d in self._groups[g])), None)
        if joined is None:
            joined = len(self._groups)
            self._groups.append([])
        self._groups[joined].append(document)
        self._events.pop(joined, None)
        for sign in signs:
            self._by_sign.setdefault(sign, {})[joined] = None

    def events(self, reports: Sequence[Report]) -> list[LinkedEvent]:
        """Return the events in the order of their first documents; `reports` are all that were added."""
        for group, members in enumerate(self._groups):
            if group not in self._events:
                self._events[group] = _merged(reports, sorted(members))
        return sorted(self._events.values(), key=lambda event: event.documents)

    def moved(self, places: Sequence[int]) -> Linker:
        """Return a linker that goes on from this one, with document number i now number `places[i]`.

        This one is not to be used any more.
        """
        linker = Linker()
        linker._keys = {places[document]: key for document, key in self._keys.items()}
        linker._groups = [[places[document] for document in members] for members in self._groups]
        linker._by_sign = self._by_sign
        same = all(i == place for i, place in enumerate(places))
        linker._events = self._events if same else {g: _moved(event, places) for g, event in self._events.items()}
        return linker


def _signs(key: _Key) -> list[Sign]:
    """Return signs of which two documents of one event have one in common, whatever else they have.

    A library of 20,000 documents has too many pairs to compare. By `_same` the names of a pair are alike by `ALIKE`, or
    by less where they have an edition in common; with a day in common they share what weighs `TELLING_SAME_DAY`.
    """
    # By the name alone more is shared than one word can weigh: two words at least, the second among those that are
    # left when the first is taken away.
    heaviest = max(map(idf, key.words), default=0.0)
    shared = max(TELLING, ALIKE * key.weight) - heaviest
    signs: list[Sign] = list(combinations(_rarest(key, shared), 2))
    if key.edition is not None:
        signs.extend((key.edition, word) for word in _rarest(key, ALIKE_SAME_EDITION * key.weight))
    span = _span(key)
    if span is not None:
        words = _rarest(key, TELLING_SAME_DAY)
        signs.extend((-day, word) for day in range(span[0], span[1] + 1) for word in words)
    return signs


def _rarest(key: _Key, shared: float) -> list[str]:
    """Return words of a name of which any name that shares words of so much weight with it has one among its own.

    These are the rarest, down to where those that are left weigh less (the prefix filter of Chaudhuri, Ganti and
    Kaushik 2006).
    """
    words: list[str] = []
    left = key.weight
    for word in sorted(key.words, key=lambda word: (-idf(word), word)):
        # Rounding must not lose the last one.
        if left < shared * (1 - 1e-9):
            break
        words.append(word)
        left -= idf(word)
    return words


@dataclass(frozen=True, slots=True)
class _Key:
    """What tells one event from another."""

    words: frozenset[str]
    weight: float
    noun: str
    edition: int | None
    date: PartialDate | None
    until: PartialDate | None
    published: dt.date | None
    places: frozenset[str]
    years: frozenset[str]


def _key(report: Report) -> _Key:
    event = report.event
    name = fold(event.name)
    if event.noun in WEAK_EVENT_NOUNS or len(name.split()) < 4:
        name = f"{name} {fold(report.title)}"
    words = frozenset(w for w in _WORD.findall(name) if w not in _COMMON and not w.isdigit())
    return _Key(
        words=words,
        weight=sum(idf(word) for word in words),
        noun=event.noun,
        edition=event.edition,
        date=event.date.date if event.date is not None else None,
        until=event.date.until if event.date is not None else None,
        published=report.published,
        places=frozenset(p for p in _PROVINCES if has_word(name, p)),
        years=frozenset(re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", name)),
    )


def _same(a: _Key, b: _Key) -> bool:
    """Tell whether two documents tell of one event."""
    if a.edition is not None and b.edition is not None and a.edition != b.edition:
        return False
    if a.years and b.years and not a.years & b.years:
        return False
    if a.places and b.places and not a.places & b.places:
        return False
    days = _days_meet(a, b)
    if days is False:
        return False
    if days is None and a.published is not None and b.published is not None and abs(a.published - b.published) > NEAR:
        return False
    told = sum(idf(word) for word in a.words & b.words)
    every = a.weight + b.weight - told
    alike = told / every if every else 0.0  # the weighed Jaccard index of the two names
    if a.edition is not None and a.edition == b.edition and _one_kind(a.noun, b.noun) and alike >= ALIKE_SAME_EDITION:
        return True
    if days and told >= TELLING_SAME_DAY and a.noun == b.noun and _span(a) == _span(b) and _within(a, b):
        return True
    return told >= (TELLING_SAME_DAY if days else TELLING) and alike >= (ALIKE_SAME_DAY if days else ALIKE)


def _within(a: _Key, b: _Key) -> bool:
    """Tell whether one name has all that singles the other out: "Hội nghị Đối ngoại" of a longer name."""
    short, long = sorted((a.words, b.words), key=len)
    return len(short) > 1 and short <= long


def _one_kind(a: str, b: str) -> bool:
    return bool(a) and bool(b) and (a.startswith(b) or b.startswith(a))


def _days_meet(a: _Key, b: _Key) -> bool | None:
    """Tell whether the days of two documents fall together; None where one of them gives no day."""
    if a.date is None or b.date is None or a.date.day is None or b.date.day is None:
        return None
    if a.date.year is not None and b.date.year is not None and abs(a.date.year - b.date.year) > 1:
        return False
    first, second = _span(a), _span(b)
    if first is None or second is None:
        return None
    return first[0] <= second[1] and second[0] <= first[1]


def _span(key: _Key) -> tuple[int, int] | None:
    """Return the first and last day of the event as numbers that grow over one year (month * 31 + day)."""
    if key.date is None or key.date.day is None or key.date.month is None:
        return None
    start = key.date.month * 31 + key.date.day
    last = key.until
    if last is None or last.day is None:
        return start, start
    end = (last.month or key.date.month) * 31 + last.day
    return start, max(start, end)


def _merged(reports: Sequence[Report], members: Sequence[int]) -> LinkedEvent:
    """Return the event that documents `members` tell of together."""
    events = [reports[i].event for i in members]
    best = max(range(len(members)), key=lambda k: (_naming(events[k]), -k))
    event = events[best]
    dated = [(i, e) for i, e in zip(members, events, strict=True) if e.date is not None and e.date.date.is_known]
    main = members[best]
    date = until = None
    year_from: int | None = None
    if dated:
        holder, first = next(((i, e) for i, e in dated if i == main), dated[0])
        if first.date is not None:
            date, until = first.date.date, first.date.until
        if date is not None and date.year is None:
            date, year_from = _with_year(date, [(i, e) for i, e in dated if i != holder])
            if year_from is not None and until is not None and until.year is None:
                until = replace(until, year=date.year)
    return LinkedEvent(
        name=event.name,
        documents=tuple(members),
        main=main,
        date=date,
        until=until,
        year_from=year_from,
        edition=next((e.edition for e in events if e.edition is not None), None),
        place=next((e.place for e in (event, *events) if e.place), None),
        theme=next((e.theme for e in (event, *events) if e.theme), None),
        format=next((e.format for e in (event, *events) if e.format), None),
        organiser=next((e.organiser for e in (event, *events) if e.organiser), None),
    )


def _moved(event: LinkedEvent, places: Sequence[int]) -> LinkedEvent:
    """Return the event with document i now number `places[i]`."""
    return replace(
        event,
        documents=tuple(sorted(places[i] for i in event.documents)),
        main=places[event.main],
        year_from=None if event.year_from is None else places[event.year_from],
    )


def _naming(event: Event) -> float:
    """Return how good a name the event's is: whole, with its edition and its day, not a bare noun."""
    merit = 0.05 * min(len(event.name.split()), 14)
    merit += 0.5 if event.edition is not None else 0.0
    merit += 0.4 if event.date is not None and event.date.date.day is not None else 0.0
    return merit - (0.6 if event.noun in WEAK_EVENT_NOUNS or not event.noun else 0.0)


def _with_year(date: PartialDate, others: Sequence[tuple[int, Event]]) -> tuple[PartialDate, int | None]:
    """Return the date with the year that another report gives the same day, and that report; else as it is.

    Where two reports give different years nothing is chosen.
    """
    found: dict[int, int] = {}
    for index, event in others:
        if event.date is None:
            continue
        other = event.date.date
        same_day = (other.day, other.month) == (date.day, date.month)
        if other.year is not None and same_day and event.date.year_source is not YearSource.NONE:
            found.setdefault(other.year, index)
    if len(found) != 1:
        return date, None
    year, index = next(iter(found.items()))
    return replace(date, year=year), index
