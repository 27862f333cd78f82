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
from retrieval.answering.evidence.people_asked import Named
from retrieval.answering.evidence.place_aliases import has_place
from retrieval.answering.evidence.view import QueryWord, View, tokens
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.normalize import fold
from retrieval.language.organisations import find_organisations
from retrieval.language.places import is_place

_QUOTED = compiled_later(r"“([^“”]{4,})”|\"([^\"]{4,})\"|(?<!\w)['‘]([^'’‘]{4,})['’](?!\w)")
_TITLE = 3  # words from which a quotation is a title or somebody's very words
_QUOTED_SHARE = 0.4  # of its pairs of neighbours that the report has
_TERM = compiled_later(r"(?<![\d/.-])((?:19|20)\d\d)\s?[-–]\s?((?:19|20)\d\d)(?![\d/-])")
# "Câu chuyện hòa bình số 8": which one of a series; one digit, as longer numbers bind anyway.
_NUMBERED = compiled_later(r"(?<!\w)so (\d)(?![\w/.,-])")
_LOOSE_SORTS = frozenset(("brand", "delegation"))  # "đoàn Nhật" is told by anybody of theirs
# Bodies of a state are told apart by the first words of their field ("Bộ Khoa học và Công nghệ"); others may have
# more before their name in a question than in a report ("công ty luật A").
_OF_STATE = compiled_later(r"(?i)(?:bộ|sở|cục|tổng cục|vụ|ủy ban|ban)$")
# Capitalised words of names that every report knows, or leaves out ("Chính phủ", "Nhà nước", "Đồng bằng ...").
_KNOWN_TO_ALL = frozenset(("chinh", "nha", "dang", "dong", "theo", "trung", "viet", "nam"))
_UNITS = frozenset(("tinh", "thanh", "pho", "tp", "quan", "huyen", "xa", "phuong", "thi", "thuoc", "va", "cua", "so"))
_SHORT = 7  # letters at most of an acronym


@dataclass(frozen=True, slots=True)
class Details:
    """What a question gives beside persons, places, days and editions; each with the words that tell of it."""

    quoted: tuple[tuple[str, tuple[str, ...]], ...]
    years: tuple[str, ...]
    numbered: tuple[str, ...]
    bodies: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


def lacking(question: Question, words: Sequence[QueryWord], named: Sequence[Named], view: View) -> str:
    """Return the detail of `question` that `view` lacks, as the question writes it; "" when it lacks none."""
    details = _details(question.text, question.unaccented)
    for title, form in details.quoted:
        pairs = list(pairwise(form))
        if sum(map(view.has, pairs)) < _QUOTED_SHARE * len(pairs) and "".join(form) not in view.squeezed:
            return title
    for year in details.years:
        if year not in view.distinct:
            return year
    for number in details.numbered:
        if not view.has(("so", number)):
            return f"số {number}"
    for body, pairs_of_field in details.bodies:
        if not any(view.has(pair) or _has_initials(pair, view) for pair in pairs_of_field):
            return body
    return _name(question, words, named, view)


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


def _bodies(text: str) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    """Yield the bodies named in a question that has its accents, each with pairs of words, any of which tells of it."""
    for found in find_organisations(text):
        name = text[found.start : found.end]
        field = text[found.head_end : found.end].strip()
        if found.sort in _LOOSE_SORTS or not field or is_place(field) or field.split()[0].isupper():
            continue
        form = tokens(fold(field))
        if len(form) > 1 and form[0] not in _UNITS and not any(f.isdigit() for f in form[:2]):
            of_state = _OF_STATE.match(text[found.start : found.head_end]) is not None
            yield name, tuple(pairwise(form[:2] if of_state else form))


def _has_initials(field: tuple[str, str], view: View) -> bool:
    """Tell whether a report may have a body by its initials ("BYT", "Sở GD-ĐT")."""
    initials = field[0][0] + field[1][0]
    return any(initials in word for word in view.distinct if len(word) <= _SHORT and _is_acronym(word))


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
        run = _run_around(question.text, word.start)
        if has_place(run, view) or _has_run_initials(run, view):
            continue
        return run
    return ""


_CAPITALS = compiled_later(r"[^\W\d_a-z]\w*(?:[ -][^\W\d_a-z]\w*)*")


def _run_around(text: str, at: int) -> str:
    """Return the run of capitalised words that has the word at `at`."""
    return next((m.group() for m in _CAPITALS.finditer(text) if m.start() <= at < m.end() and m.group()[0].isupper()),
                text[at:].split()[0])  # fmt: skip


def _has_run_initials(run: str, view: View) -> bool:
    initials = "".join(word[0] for word in tokens(fold(run)))
    return len(initials) > 1 and any(
        initials in word for word in view.distinct if len(word) <= _SHORT and _is_acronym(word)
    )
