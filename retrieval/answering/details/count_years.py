"""Of which year a number is told: of "năm 2030 đạt 4 tỷ USD, năm 2031 đạt 5 tỷ USD" each has its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from retrieval.answering.asking.question import Question
from retrieval.answering.details.count_signs import NOW_SAID
from retrieval.answering.evidence.view import View
from retrieval.facts.reading import DatedMention
from retrieval.language.calendar_date import Certainty
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.numerals import Quantity

Years = tuple[int, int]  # first and last
OF_YEAR, YEAR_FIT = 0.5, 0.06  # a number told of the year asked about

# From a number to the year it is of ("2 tỷ USD vào năm 2030"), in bare letters; no comma, which begins what comes next.
_TO_ITS_YEAR = compiled_later(r"\s*\(?\s*(?:(?:vao|trong|cua|cho|hoi|ca|den|tinh den|cuoi|dau)\s+){0,2}")
# Right before a year that something is only compared with or counted from, and before one that names a paper or event.
_COMPARED = compiled_later(r"(?<!\w)(?:so voi|cung ky|tu|hon|bang|sau|truoc|muc|cua)(?: \w+){0,3} $")
_NAMING = compiled_later(r"(?<=\w )[^\W\d_]\w*\s+$")


def years_asked(question: Question, view: View) -> Years | None:
    """Return the years of which the number asked for must be told, None where any may do."""
    spans = [(d.date.year, d.last.year) for d in question.dates if d.date.year is not None and d.day is None]
    ends = [(first, last or first) for first, last in spans]
    if ends and len(ends) == len(question.dates):
        return min(first for first, _ in ends), max(last for _, last in ends)
    published = view.document.published
    if published is not None and not question.dates and NOW_SAID.search(question.folded):
        return published.year - _LATELY, published.year
    return None


_LATELY = 1  # years; what is so "now" may be last year's count


def of_years(asked: Years, view: View, index: int, quantity: Quantity, all_: Sequence[Quantity]) -> bool | None:
    """Tell whether a number of sentence `index`, among `all_` of it, is told of the years `asked`; None: of no year."""
    told = _told(view, index, quantity, all_)
    return None if told is None else told[0] <= asked[1] and asked[0] <= told[1]


def _told(view: View, index: int, quantity: Quantity, all_: Sequence[Quantity]) -> Years | None:
    """Return the years of which a number is told: those right after it, else the last ones before it."""
    folded, text = view.folded[index], view.facts.sentences[index].text
    dates = list(_years_in(view, index))
    for dated, years in dates:
        if _is_its_year(folded, quantity, dated):
            return years
    for dated, years in reversed(dates):
        before = folded[: dated.start]
        if dated.end > quantity.phrase_start or ";" in folded[dated.end : quantity.start]:
            continue
        named = _NAMING.search(text, 0, dated.start)
        if _COMPARED.search(before) or (named is not None and named.group()[0].isupper()):
            continue
        if not any(_is_its_year(folded, other, dated) for other in all_):
            return years
    return None


def _is_its_year(folded: str, quantity: Quantity, dated: DatedMention) -> bool:
    """Tell whether a date stands right after a number or what it counts, in bare letters."""
    ends = (quantity.end, quantity.noun_end)
    return any(end and end <= dated.start and _TO_ITS_YEAR.fullmatch(folded, end, dated.start) for end in ends)


def _years_in(view: View, index: int) -> Iterator[tuple[DatedMention, Years]]:
    """Yield the dates of a sentence that tell a year, or a month of it, and no day."""
    for dated in view.facts.dates:
        mention, resolved = dated.resolved.mention, dated.resolved
        if dated.sentence != index or mention.has_day or mention.anniversary or mention.yearly:
            continue
        if resolved.date.year is not None and mention.certainty >= Certainty.LIKELY:
            yield dated, (resolved.date.year, resolved.last.year or resolved.date.year)
