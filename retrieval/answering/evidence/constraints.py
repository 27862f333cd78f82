"""What a question names must be there: people, editions, years, days, places. Evidence that lacks it is no answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from retrieval.answering.asking.question import Question
from retrieval.answering.evidence.edition import tells_of_edition
from retrieval.answering.evidence.matching import share
from retrieval.answering.evidence.named_years import other_number, other_year
from retrieval.answering.evidence.people_asked import Named
from retrieval.answering.evidence.place_aliases import has_place
from retrieval.answering.evidence.places_asked import has_other_name, places_named
from retrieval.answering.evidence.view import View, tokens
from retrieval.facts.people import Person
from retrieval.language.dates import DateMention, PartialDate, ResolvedDate, compatible
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.likeness import is_likeness
from retrieval.language.names import is_vietnamese_syllable
from retrieval.language.normalize import fold, lower_case


def missing(question: Question, view: View, named: tuple[Named, ...], *, times_bind: bool = True) -> str:
    """Return what the question names and the document lacks, as words for a person; "" when nothing is lacking.

    The year, the day (with `times_bind`), the edition, the persons and the places named in the question bind.
    """
    for person in named:
        if not _has_person(view, person, question):
            return person.name
    for edition in question.editions:
        if edition.kind in ("lần", "khóa", "kỳ") and not tells_of_edition(view, question, edition):
            written = question.text[edition.start : edition.end]
            return f"lần thứ {written}" if written.isdigit() else lower_case(written[:1]) + written[1:]
    for mention in question.dates:
        if mention.relative is not None or not times_bind:
            continue
        if not _has_date(view, mention):
            return mention.text if mention.start or mention.lunar else mention.text.lower()
    if (impossible := _impossible_day(question)) != "":
        return impossible
    if (other := other_year(question, view) or other_number(question, view)) != "":
        return other
    for place in places_named(question):
        if place == "Việt Nam":
            continue  # reports from here seldom say where they are from
        form = " ".join(tokens(fold(place)))
        if f" {form} " not in view.text and not (has_other_name(place, view) or has_place(place, view)):
            return place
    for m in _JUBILEE.finditer(question.folded):
        if m.group("years") not in _jubilees(view):
            return f"{question.text[m.start() : m.end()]} năm"
    for number in _bound_numbers(question):
        if not view.has((number,)) and number not in _plain_numbers(view) and not _is_its_day(number, view):
            return number
    return ""


_DAY = compiled_later(r"(?<!\w)ngay\s+(?P<day>\d{1,2})[/-](?P<month>\d{1,2})(?![\d/-])")


def _impossible_day(question: Question) -> str:
    """Return a day that the question names and no year has ("ngày 31/2"), "" for none: nothing was on it."""
    for m in _DAY.finditer(question.folded):
        if not PartialDate(int(m.group("day")), int(m.group("month"))).is_valid:
            return question.text[m.start() : m.end()].lower()
    return ""


def person_in(view: View, named: Named) -> Person | None:
    """Return the person of the document whom the question names, fully or by a part of the name that only one has."""
    person = view.facts.people.get(named.key)
    if person is not None:
        return person
    wanted = tokens(fold(named.name))
    native = [w for w in wanted if is_vietnamese_syllable(w)]
    if len(native) > 1 and native == wanted[: len(native)]:
        wanted = native  # "Phương Thảo Vietjet" is called by her company
    fits = {p.key: p for p, full in view.kept(_names_of) if _part_of(wanted, full)}
    return next(iter(fits.values())) if len(fits) == 1 else None


def _names_of(view: View) -> list[tuple[Person, list[str]]]:
    """Return the persons of a document, each with the tokens of the name."""
    return [(person, tokens(fold(person.name))) for person in view.facts.people.values()]


def _part_of(wanted: list[str], full: list[str]) -> bool:
    """Tell whether one name is the other's beginning or end, or a single word of a foreign one."""
    if not wanted or not full:
        return False
    if len(wanted) == 1:
        return wanted[0] in full and not (is_vietnamese_syllable(wanted[0]) and wanted[0] != full[-1])
    return (
        full[-len(wanted) :] == wanted
        or full[: len(wanted)] == wanted
        or (wanted[-len(full) :] == full and len(full) > 1)
    )


def _has_date(view: View, mention: DateMention) -> bool:
    """Tell whether the document tells of the asked time: for certain, or where it leaves the year open."""
    if not mention.date.is_known:
        return share(mention.text, view.all_words) > 0.8  # a festival or lunar day, as written
    written = any(map(str.isdigit, mention.text))  # "tuần này" overlaps with what was on in it
    if written and mention.until is not None and mention.until.day and not _has_end(view, mention.until):
        return False
    dated = [d.resolved for d in view.facts.dates if mention.until or not _is_term(d.resolved)]
    if mention.date.month is not None and mention.date.day is None and any(d.date.month is not None for d in dated):
        dated = [d for d in dated if d.date.month is not None]  # a bare year says of no month that it was in it
    judged = [compatible(mention, d) for d in dated]
    if any(judged) or _year_told(mention.date.year, mention.date.month, view):
        return True
    if mention.part_of_day is not None and _tells_part(fold(mention.part_of_day.value), view):
        return _has_date(view, replace(mention, part_of_day=None))  # "Sáng 18/12 ... Buổi chiều, ..."
    return any(j is None for j in judged) and _year_told(mention.date.year, None, view)


def _has_end(view: View, end: PartialDate) -> bool:
    """Tell whether the document has the last day of a span that a question names."""
    days = (day for d in view.facts.dates for day in (d.resolved.date, d.resolved.until, *d.resolved.listed) if day)
    return any((day.day, day.month) == (end.day, end.month) for day in days)


def _tells_part(part: str, view: View) -> bool:
    """Tell whether a report goes on to a part of the day (bare letters): "buổi chiều", "chiều cùng ngày"."""
    return any(view.has(pair) for pair in (("buoi", part), (part, "cung"), (part, "nay"), (part, "hom")))


def _is_term(date: ResolvedDate) -> bool:
    """Tell whether a date is a run of years ("nhiệm kỳ 2021-2026"), which says of no year that this happened in it."""
    return date.until is not None and date.date.month is None and date.until.year != date.date.year


def _has_person(view: View, person: Named, question: Question) -> bool:
    """Tell whether a document has a person, or the name as the question writes it ("Trường tiểu học Trần Văn X")."""
    if person_in(view, person) is not None:
        return True
    written = tokens(question.folded[person.start : person.end])
    forms = [" ".join(form) for form in (tokens(fold(person.name)), written)]
    if any(f" {form} " in view.text for form in forms):
        return not _only_alike(forms, view)
    # "Quốc vương Ma-lai-xi-a": a country that only looks like who holds the office
    return not person.key and (_in_order(written, view) or has_place(question.text[person.start : person.end], view))


def _only_alike(forms: Sequence[str], view: View) -> bool:
    """Tell whether a name stands only for who or what is made to look like that person ("người đóng giả ông A")."""
    found = False
    for sentence, folded in zip(view.facts.sentences, view.folded, strict=True):
        plain = folded.replace("-", " ")
        for form in forms:
            at = plain.find(form)
            if at >= 0 and not is_likeness(sentence.text, at, at + len(form)):
                return False
            found = found or at >= 0
    return found


_FOREIGN_WORDS = 2  # of a name that may have other words between its own
_WORDS_BETWEEN = 2  # "Seaview Tower Đà Nẵng" is also "Seaview Residence Tower Đà Nẵng"


def _in_order(words: Sequence[str], view: View) -> bool:
    """Tell whether a sentence has the words of a foreign name in their order, with few others between them."""
    if sum(not is_vietnamese_syllable(w) for w in words) < _FOREIGN_WORDS or len(words) <= _FOREIGN_WORDS:
        return False
    between = rf" (?:\S+ ){{0,{_WORDS_BETWEEN}}}"
    return all(word in view.distinct for word in words) and (
        re.search(f" {between.join(map(re.escape, words))} ", view.text) is not None
    )


def _year_told(year: int | None, month: int | None, view: View) -> bool:
    """Tell whether a bare year is the document's, by its text or the page's date."""
    if year is None or month is not None:
        return False
    if view.has((str(year),)):
        return True
    return view.document.published is not None and view.document.published.year == year


# "kỷ niệm 65 năm", "kỷ niệm lần thứ 65", in bare letters: another jubilee is another event.
_JUBILEE = compiled_later(r"(?<!\w)ky niem\s+(?:lan thu\s+|\w+ mung\s+)?(?P<years>\d+)(?= nam(?!\w))")
_YEARS_SINCE = compiled_later(r"(?<![\w.,/])(\d+) nam(?!\w)")


def _jubilees(view: View) -> set[str]:
    """Return the numbers of years that the document counts ("65 năm thành lập")."""
    return set(_YEARS_SINCE.findall(" ".join(view.folded)))


_NUMBER = compiled_later(r"(?<![\w/.,-])(\d+(?:[.,]\d+)*)(?![\w/-]|[.,]\d)")


def _bound_numbers(question: Question) -> list[str]:
    """Return the numbers of two or more digits that the question gives, without those of dates and editions."""
    taken = [(d.start, d.end) for d in question.dates] + [(e.start, e.end) for e in question.editions] + [question.cue]
    return [
        m.group(1).lstrip("0")
        for m in _NUMBER.finditer(question.text)
        if len(m.group(1)) > 1 and not any(a <= m.start() < b for a, b in taken)
    ]


_DAY_WITH_POINT = compiled_later(r"(\d{1,2})\.(\d{1,2})")


def _is_its_day(number: str, view: View) -> bool:
    """Tell whether a number with a point is a day that the document tells of ("vụ thử 28.7")."""
    day = _DAY_WITH_POINT.fullmatch(number)
    if day is None:
        return False
    told = {(d.resolved.date.day, d.resolved.date.month) for d in view.facts.dates}
    return (int(day.group(1)), int(day.group(2))) in told


def _plain_numbers(view: View) -> set[str]:
    return {re.sub(r"[.,]", "", t) for t in view.distinct if t[0].isdigit()} | {
        t for w in view.distinct if w[0].isdigit() for t in re.split(r"[.,]", w)
    }
