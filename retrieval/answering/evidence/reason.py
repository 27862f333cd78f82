"""Why nothing was found: what a question names, where it stands in none of the reports that were looked at.

A report may have a name, a day or an edition and still not be of it: it is then no answer, but nobody may be told that
the report does not speak of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from retrieval.answering.evidence.binding import Binding
from retrieval.answering.evidence.matching import told_as
from retrieval.answering.evidence.place_aliases import has_place
from retrieval.answering.evidence.places_asked import has_other_name
from retrieval.answering.evidence.view import View, tokens
from retrieval.language.cardinals import to_roman
from retrieval.language.dates import DateMention, compatible
from retrieval.language.normalize import fold, lower_case

# Nothing is numbered so high in Roman numerals.
_BEYOND_ROMAN = 400


def first_true(lacking: Iterable[str], bound: Sequence[Binding], views: Sequence[View]) -> str:
    """Return the first of `lacking` (words of the questions `bound`) that none of `views` has, "" where all stand."""
    return next((_worded(lack) for lack in dict.fromkeys(lacking) if lack and not _stands(lack, bound, views)), "")


def _worded(lack: str) -> str:
    """Return an office that opens a question ("Bộ trưởng") without its capital, a name as it is."""
    return lower_case(lack) if lack[1:].islower() and " " in lack else lack


def _stands(lack: str, bound: Sequence[Binding], views: Sequence[View]) -> bool:
    days = [m for one in bound for m in one.question.dates if m.text.lower() == lack.lower()]
    forms = [f" {' '.join(form)} " for form in _forms(lack, bound)]
    return any(
        any(form in view.text for form in forms)
        or any(_may_be_of(day, view) for day in days)
        or has_place(lack, view)
        or has_other_name(lack, view)
        or told_as(lack, view)
        for view in views
    )


def _forms(lack: str, bound: Sequence[Binding]) -> Iterator[list[str]]:
    """Yield the tokens of what is lacking as reports may write it: an edition in digits or Roman, a person's name."""
    yield tokens(fold(lack))
    for one in bound:
        question = one.question
        for edition in question.editions:
            if lack.endswith(question.text[edition.start : edition.end]):
                yield ["thu", str(edition.number)]
                yield [*tokens(question.folded[: edition.start])[-1:], str(edition.number)]  # "Hội nghị Trung ương 8"
                if 0 < edition.number < _BEYOND_ROMAN:
                    yield [to_roman(edition.number).lower()]
        for person in one.named:
            if person.name == lack:
                yield tokens(question.folded[person.start : person.end])


def _may_be_of(day: DateMention, view: View) -> bool:
    """Tell whether a report has a time that may be the one asked about, whatever the part of the day or the year."""
    asked = replace(day, part_of_day=None, weekday=None)
    for dated in view.facts.dates:
        agrees = compatible(asked, dated.resolved)
        if agrees or (agrees is None and None not in (day.date.day, dated.resolved.date.day)):
            return True
    return False
