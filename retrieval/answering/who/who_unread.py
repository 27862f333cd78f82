"""Names that the reading took for nobody's, told to be the one asked for by where they stand.

A report calls somebody by a name that no table knows ("thủ lĩnh Ragnar el Voss", "Mirko Tand, từng là kỹ sư ...").
Which person a question asks for is often told by the sentence all the same: the noun asked for stands right before the
name or in apposition to it, or the very deed follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from retrieval.answering.asking.question import Question
from retrieval.answering.evidence.view import QueryWord, View, tokens
from retrieval.answering.who.organisation_names import does, is_apposed
from retrieval.answering.who.who_deed import deed_asked
from retrieval.answering.who.who_rows import Scored
from retrieval.facts.people import Person, name_key
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.letters import UPPER
from retrieval.language.name_context import INSTITUTION, is_vietnamese_syllable, place_head_before
from retrieval.language.name_tables import ALSO_GIVEN_NAMES, BODY_WORDS, COMMON_CAPITALS, MEDIA_WORDS, NOT_NAMES
from retrieval.language.normalize import fold
from retrieval.language.organisations import find_organisations
from retrieval.language.patterns import ends_with_word
from retrieval.language.places import is_place

# A sentence has at least this share of the question's weight, and is no further behind the best one than BEHIND.
LEAST_COVER, BEHIND = 0.45, 0.2
_CAPITAL = rf"[{UPPER}][\w’']*\w"
_RUN = compiled_later(
    rf"(?<![\w.-]){_CAPITAL}(?:\s(?:(?:al|el|bin|ibn|van|von|de|der|ben)\s(?:-\s)?)?{_CAPITAL}|\s-\s{_CAPITAL}){{1,3}}(?!\w)"
)
_NO_NAMES = COMMON_CAPITALS - ALSO_GIVEN_NAMES
TOLD_SO = 0.85  # how sure such a sign is, beside the words of the question


def rows(question: Question, view: View, words: Sequence[QueryWord]) -> Iterator[Scored]:
    """Yield the names nobody was read by that stand where the one asked for stands, rated like other places."""
    deed = deed_asked(question)
    verb = [w for w in words if deed is not None and not deed.to_whom and w.start == deed.start][:1]
    focus = fold(question.focus) if "noun" in question.aspects or "name" in question.aspects else ""
    if "object" in question.aspects or not (verb or focus):
        return
    asked = view.asked(words)
    cover, told = asked.coverages, asked.insides
    least = max(LEAST_COVER, max(cover, default=0.0) - BEHIND)
    own = frozenset(tokens(question.folded))
    for index, share in enumerate(cover):
        if share < least:
            continue
        for start, end in _names(view, index):
            text = view.facts.sentences[index].text
            if own.issuperset(tokens(fold(text[start:end]))) or not _stands(text, start, end, focus, verb):
                continue
            if any(o.start < end and start < o.end for o in find_organisations(text)):
                continue  # a body's
            name = text[start:end]
            person = Person(name_key(name), name, [], "", [index])
            if focus:
                person.offices.append(_office(text, start, end))
            score = 1.6 * share + 0.55 * told[index] + 0.45 * TOLD_SO + 0.7
            trust = 0.40 * share + 0.15 * told[index] + 0.45 * TOLD_SO
            yield Scored(None, person, index, start, end, score, share, 0.0, min(1.0, trust))


def _stands(text: str, start: int, end: int, focus: str, verb: Sequence[QueryWord]) -> bool:
    """Tell whether a name stands behind the noun asked for, before it in apposition, or before the deed."""
    if focus and (is_apposed(text, end, focus) or ends_with_word(fold(text[:start]).rstrip(), focus)):
        return True
    return bool(verb) and does(text, end, verb)


def _office(text: str, start: int, end: int) -> str:
    """Return the words that stand around a name and may tell what its bearer is: those in apposition, those before."""
    apposed = _APPOSED.match(text, end)
    if apposed is not None:
        return apposed["what"]
    return " ".join(re.split(r"[,;:.“”\"]", text[:start])[-1].split()[-_LONGEST_BEFORE:])


_APPOSED = compiled_later(r"\s*(?:,|\s[-–])\s(?P<what>[^,;:“”\"]{4,80})")
_LONGEST_BEFORE = 6  # words


def _names(view: View, index: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of the capitals in a sentence that are nobody's name, no place and no common body's."""
    text = view.facts.sentences[index].text
    people = view.facts.references[index]
    for match in _RUN.finditer(text):
        start, end = match.span()
        first = match.group().split()[0]
        if first in _NO_NAMES or first == "The" or match.group() in NOT_NAMES or INSTITUTION.match(text, start):
            continue
        if any(word in BODY_WORDS or word in MEDIA_WORDS for word in match.group().split()):
            continue
        if " - " in match.group() and all(map(is_vietnamese_syllable, re.findall(r"\w+", match.group()))):
            continue  # two countries: "Việt - Lào"
        if is_place(match.group()) or place_head_before(text, start):
            continue
        if not any(p.outer_start < end and start < p.outer_end for p in people):
            yield start, end
