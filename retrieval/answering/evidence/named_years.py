"""Whether a report tells of the year or number with which a question names a thing ("giải năm 2018", "nhà máy A 2").

A report of last year's edition often has this year's number too: a plan, a date ahead. But it calls the thing itself by
its own year, and never by the other. So with the second of two plants.
"""

from __future__ import annotations

from collections.abc import Iterator

from retrieval.answering.asking.light_words import is_light
from retrieval.answering.asking.question import Question
from retrieval.answering.evidence.view import View, tokens
from retrieval.language.lazy_pattern import compiled_later

# A year that ends a name, in bare letters; not a span of years, and no month ("tháng 5 năm 2018").
_YEAR = compiled_later(r"(?<=[^\W\d_]\s)(?P<year>(?:19|20)\d\d)(?!\w|\s?[-–/.]\s?\d)")
_WORDS = 2  # of a name that must stand before its year
_EDITIONS = 4  # years before and after that the same thing may have been in


def other_year(question: Question, view: View) -> str:
    """Return the year with which the question names a thing that the report names with others only, "" for none."""
    for name, year, written in _named_with_years(question):
        if any(view.sentences_with(form) for form in _forms(name, year)):
            continue
        near = (other for step in range(1, _EDITIONS + 1) for other in (year - step, year + step))
        if any(view.sentences_with(form) for other in near for form in _forms(name, other)):
            return written
    return ""


def other_number(question: Question, view: View) -> str:
    """Return the number (of one digit) with which the question names a thing that the report numbers otherwise only."""
    for m in _NUMBERED.finditer(question.folded):
        name = tuple(tokens(m["name"]))
        if any(is_light(word) or word in _NO_NAMES for word in name) or _is_edition(question, m.start("number")):
            continue
        told = {n for n in range(10) if view.sentences_with((*name, str(n)))}
        if told and int(m["number"]) not in told:
            return question.text[m.start() : m.end()]
    return ""


def _is_edition(question: Question, at: int) -> bool:
    return any(edition.start <= at < edition.end for edition in question.editions)


# "Thái Bình 2", "Vùng Cảnh sát biển 3" in bare letters: two syllables that a number follows; and what none is named by.
_NUMBERED = compiled_later(r"(?<!\w)(?P<name>[^\W\d_]+ [^\W\d_]+) (?P<number>\d)(?![\w%]|[/.,-]\d)")
_NO_NAMES = frozenset(("ky", "hop", "khoa", "lan", "phien", "so", "gio", "quy", "ty"))


def _named_with_years(question: Question) -> Iterator[tuple[tuple[str, ...], int, str]]:
    """Yield the last words (bare letters) of each name that ends with a year, the year, and both as written."""
    if "19" not in question.folded and "20" not in question.folded:
        return
    for m in _YEAR.finditer(question.folded):
        before = tokens(question.folded[: m.start()])
        if before[-1] == "nam" and (before[-2:-1] != ["viet"]):
            before.pop()  # "năm 2018"
        name = tuple(before[-_WORDS:])
        if len(name) == _WORDS and not any(is_light(word) or word[0].isdecimal() for word in name):
            yield name, int(m.group("year")), " ".join((*question.text[: m.start()].split()[-_WORDS:], m.group("year")))


def _forms(name: tuple[str, ...], year: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return (*name, str(year)), (*name, "nam", str(year))
