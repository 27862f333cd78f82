"""Details that a question gives and its report must have: quoted titles, terms, bodies, and names of one syllable.

A report that never writes the title in quotation marks, has neither year of "nhiệm kỳ 2010-2015" or no word of the
ministry asked about may tell of something alike; of this it tells nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from retrieval.answering.asking.question import Question
from retrieval.answering.evidence.holders import office_of_subject
from retrieval.answering.evidence.people_asked import Named
from retrieval.answering.evidence.place_aliases import has_place
from retrieval.answering.evidence.view import QueryWord, View, tokens
from retrieval.answering.model import Kind
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.letters import UPPER
from retrieval.language.normalize import fold
from retrieval.language.organisations import find_organisations
from retrieval.language.places import is_place

_QUOTED = compiled_later(r"“([^“”]{4,})”|\"([^\"]{4,})\"|(?<!\w)['‘]([^'’‘]{4,})['’](?!\w)")
_TITLE = 3  # words from which a quotation is a title or somebody's very words
_QUOTED_SHARE, _QUOTED_WORDS = 0.4, 0.75  # of its pairs of neighbours, or of its words, that the report has
_TERM = compiled_later(r"(?<![\d/.-])((?:19|20)\d\d)\s?[-–]\s?((?:19|20)\d\d)(?![\d/-])")
# "Câu chuyện hòa bình số 8": which one of a series; one digit, as longer numbers bind anyway.
_NUMBERED = compiled_later(r"(?<!\w)so (\d)(?![\w/.,-])")
_LOOSE_SORTS = frozenset(("brand", "delegation"))  # "đoàn Nhật" is told by anybody of theirs
# Bodies of a state are told apart by the first words of their field ("Bộ Khoa học và Công nghệ"); others may have
# more before their name in a question than in a report ("công ty luật A").
_OF_STATE = compiled_later(r"(?:Bộ|Sở|Cục|Tổng cục|Vụ|Ủy ban|Ban|bộ|sở|cục|tổng cục)$")
# Capitalised words of names that every report knows, or leaves out ("Chính phủ", "Nhà nước", "Đồng bằng ...").
_KNOWN_TO_ALL = frozenset(("chinh", "nha", "dang", "dong", "theo", "trung", "viet", "nam"))
_UNITS = frozenset(("tinh", "thanh", "pho", "tp", "quan", "huyen", "xa", "phuong", "thi", "thuoc", "va", "cua", "so"))
_SHORT = 7  # letters at most of an acronym
_ACRONYM = compiled_later(rf"[{UPPER}]{{2,}}")


@dataclass(frozen=True, slots=True)
class Details:
    """What a question gives beside persons, places, days and editions; each with the words that tell of it."""

    quoted: tuple[tuple[str, tuple[str, ...]], ...]
    years: tuple[str, ...]
    numbered: tuple[str, ...]
    bodies: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]


def lacking(question: Question, words: Sequence[QueryWord], named: Sequence[Named], view: View) -> str:
    """Return the detail of `question` that `view` lacks, as the question writes it; "" when it lacks none."""
    details = _details(question.text, question.unaccented)
    for title, form in details.quoted:
        if not _has_quoted(form, view):
            return title
    for year in details.years:
        if year not in view.distinct:
            return year
    for number in details.numbered:
        if not view.has(("so", number)):
            return f"số {number}"
    # Of the events of who holds an office: of which body it is, a report need not say.
    subject = office_of_subject(question) if question.kind is Kind.EVENTS else ""
    for body, pairs_of_field in details.bodies:
        if body in subject:
            continue
        if not any(view.has(pair) or _has_initials(pair, view) for pair in pairs_of_field):
            return body
    return _name(question, [w for w in words if w.start >= len(subject)], named, view)


def _has_quoted(form: tuple[str, ...], view: View) -> bool:
    """Tell whether a report has what a question quotes: enough of its pairs of words, or most of its words."""
    pairs = list(pairwise(form))
    return (
        sum(map(view.has, pairs)) >= _QUOTED_SHARE * len(pairs)
        or sum(word in view.distinct for word in form) >= _QUOTED_WORDS * len(form)
        or "".join(form) in view.squeezed
    )


@lru_cache(maxsize=256)  # asked for every document that may answer
def _details(text: str, unaccented: bool) -> Details:
    folded = fold(text)
    quoted = []
    for m in _QUOTED.finditer(text):
        title = next(group for group in m.groups() if group)
        form = tuple(tokens(fold(title)))
        if len(form) >= _TITLE:
            quoted.append((title, form))
    years = tuple(year for m in _TERM.finditer(text) for year in m.groups())
    numbered = tuple(m.group(1) for m in _NUMBERED.finditer(folded)) if " so " in folded else ()
    return Details(tuple(quoted), years, numbered, () if unaccented or text.isupper() else tuple(_bodies(text)))


def _bodies(text: str) -> Iterator[tuple[str, tuple[tuple[str, ...], ...]]]:
    """Yield the bodies named in a question that has its accents, each with its words, any of which tell of it."""
    for found in find_organisations(text):
        name = text[found.start : found.end]
        field = text[found.head_end : found.end].strip()
        if found.sort in _LOOSE_SORTS or not field or is_place(field) or _ACRONYM.match(field) or _is_verb(name):
            continue
        form = tokens(fold(field))
        if form and form[0] not in _UNITS and not any(f.isdigit() for f in form[:2]):
            of_state = _OF_STATE.match(text[found.start : found.head_end]) is not None
            yield name, tuple(pairwise(form[:2] if of_state else form)) or (tuple(form),)


def _is_verb(name: str) -> bool:
    """Tell whether a name only looks like a body's: "ban chuyên Biển Đông" is "bàn chuyện" with marks left out."""
    return name.startswith(("ban ", "vụ "))


def _has_initials(field: tuple[str, ...], view: View) -> bool:
    """Tell whether a report may have a body by its initials ("BYT", "Sở GD-ĐT")."""
    initials = "".join(word[0] for word in field)
    return len(initials) > 1 and any(
        initials in word for word in view.distinct if len(word) <= _SHORT and _is_acronym(word)
    )


_VOWEL = compiled_later(r"[aeiouy]")


def _is_acronym(word: str) -> bool:
    """Tell whether a word in bare letters has no vowel, so that it can only be initials."""
    return word.isalpha() and _VOWEL.search(word) is None


def _name(question: Question, words: Sequence[QueryWord], named: Sequence[Named], view: View) -> str:
    """Return a capitalised word of one syllable that the report has nowhere, however it writes what it is part of."""
    for word in words:
        form = word.forms[0]
        if not word.name or len(form) > 1 or not form[0].isalpha() or form[0] in _KNOWN_TO_ALL:
            continue
        end = word.start + len(form[0])
        written = question.text[word.start : end]
        if not written.istitle() or any(n.start <= word.start < n.end for n in named):
            continue
        if view.standing_of_word(word)[2] or form[0] in view.squeezed:
            continue
        if any(o.start <= word.start < o.end for o in find_organisations(question.text)):
            continue  # bodies are told apart by their fields
        run = _run_around(question.text, word.start)
        if has_place(run, view) or _has_run_initials(run, view):
            continue
        return run
    return ""


_CAPITALS = compiled_later(rf"(?<!\w)[{UPPER}]\w*(?:[ -][{UPPER}]\w*)*")


def _run_around(text: str, at: int) -> str:
    """Return the run of capitalised words that has the word at `at`."""
    return next((m.group() for m in _CAPITALS.finditer(text) if m.start() <= at < m.end()), text[at:].split()[0])


def _has_run_initials(run: str, view: View) -> bool:
    initials = "".join(word[0] for word in tokens(fold(run)))
    return len(initials) > 1 and any(
        initials in word for word in view.distinct if len(word) <= _SHORT and _is_acronym(word)
    )
