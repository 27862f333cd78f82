"""People whom a report lists as what the question asks for: "6 bị can, gồm: A, B", "Trưởng ban là A"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from retrieval.answering.asking import cues
from retrieval.answering.asking.question import Question
from retrieval.answering.asking.who_how_many import is_several, number_asked
from retrieval.answering.evidence.candidate import Candidate, Proof, offices_of, written_name
from retrieval.answering.evidence.matching import coverage, share
from retrieval.answering.evidence.view import QueryWord, View, Words, tokens
from retrieval.answering.model import Item
from retrieval.answering.who.who_together import joined
from retrieval.facts.people import Reference
from retrieval.language import offices
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.normalize import fold
from retrieval.language.patterns import has_word

LEAST_COVER = 0.45  # of the question's words in the sentence that lists
LISTED = 1.2
# "6 bị can gồm những ai": what is made up of people, and how a report leads in their list.
_MADE_UP = cues.shape(r"(?<!\w)(?:gồm|gồm có|bao gồm|là)\s+$")
_LEADS_IN = compiled_later(r"(?:(?<!\w)(?:gồm|gồm có|bao gồm|gồm các|là)\s*:?|:)\s*$")
_NUMBER = compiled_later(r"\d+|hai|ba|bon|nam|sau|bay|tam|chin|muoi|nhung|cac")
_NOUN_REACH = 110  # letters from the noun to the list
# "Ai làm trưởng ban": the office that somebody is asked to hold.
_HOLDS = cues.shape(r"\s+(?:làm|giữ chức|giữ vai trò|giữ vị trí|đảm nhiệm chức|là)\s+")


def candidates(question: Question, view: View, words: Sequence[QueryWord]) -> list[Candidate]:
    """Return those whom a sentence of `view` lists as what the question asks for; nobody where none does."""
    return _made_up(question, view, words) or _holding(question, view, words)


def _made_up(question: Question, view: View, words: Sequence[QueryWord]) -> list[Candidate]:
    before = question.text[: question.cue[0]]
    several = "noun" in question.aspects and is_several(question)
    held = _office_of_several(question)
    noun = fold(question.focus) if several else held or _noun(question)
    number = number_asked(question) if several else 0
    if not noun or not (several or held or _MADE_UP.search(before) is not None):
        return []
    made = []
    for index, sentence in enumerate(view.facts.sentences):
        cover = coverage(words, view, index)
        if cover < LEAST_COVER:
            continue
        chain = _list(view, index)
        if len(chain) < 2 or (number and len({r.key for r in chain}) != number):
            continue
        if several and _read_as_list(view, index) > len(chain):
            continue  # read as a list of guests, with more on it
        led = view.folded[index][max(0, chain[0].outer_start - _NOUN_REACH) : chain[0].outer_start]
        if _LEADS_IN.search(sentence.text[: chain[0].outer_start]) and has_word(led, noun):
            made.append(_candidate(view, index, chain, 1.6 * cover + LISTED, 0.5 + 0.5 * cover))
    return sorted(made, key=lambda c: -c.score)[:1]


def _office_of_several(question: Question) -> str:
    """Return the office in "Những ai được bầu làm phó chủ tịch ..." (bare letters); "" where one or none is asked."""
    m = _ELECTED.match(question.text, question.cue[1]) if is_several(question) else None
    head = offices.HEAD.match(question.text, m.end()) if m is not None else None
    if m is None or (head is None and not question.unaccented):
        return ""
    return fold(head.group()) if head is not None else " ".join(tokens(question.folded[m.end() :])[:_OF_OFFICE])


# What somebody is made, before the office.
_ELECTED = cues.shape(
    r"\s+(?:(?:đã|vừa|mới|sẽ)\s+)?(?:được|trúng cử|đắc cử)\s+(?:(?:tín nhiệm|hội nghị|đại hội)\s+)*"
    r"(?:(?:bầu|bầu lại|bổ nhiệm|cử|chọn|chỉ định|phân công)\s+)?(?:làm|giữ chức|giữ chức vụ|là|vào chức|giữ vị trí)\s+"
)
_OF_OFFICE = 3  # syllables of an office that are compared where its accents are left out


def _read_as_list(view: View, index: int) -> int:
    """Return how many are on the lists of those who took part that a sentence has."""
    return len({p.person for p in view.facts.participations if p.sentence == index and p.listed})


def _noun(question: Question) -> str:
    """Return the noun with which a question begins, two syllables in bare letters, its number left out; "" for none."""
    found = tokens(question.folded[: question.cue[0]])
    if found and _NUMBER.fullmatch(found[0]):
        found = found[1:]
    return " ".join(found[:2]) if len(found) > 2 else ""


def _list(view: View, index: int) -> list[Reference]:
    """Return the people of the longest list of a sentence, those in asides left out."""
    text = view.facts.sentences[index].text
    best: list[Reference] = []
    row: list[Reference] = []
    for reference in view.facts.references[index]:
        if text.count("(", 0, reference.start) > text.count(")", 0, reference.start):
            continue
        if row and not joined(text[row[-1].outer_end : reference.outer_start]):
            row = []
        row.append(reference)
        if len(row) > len(best):
            best = list(row)
    return best


_OF_WHAT, _OF_WHAT_REACH = 5, 60  # words after the office asked about, and letters after the one told of
_OFFICE_ALONE = compiled_later(r"\s*(?:[,;.(]|$)|\s+(?:cung|va|tu|thay|nhiem ky|sau|khi|ngay)(?!\w)")
_SAME_OFFICE = 0.6  # the share of the first that the second must have


def _holding(question: Question, view: View, words: Sequence[QueryWord]) -> list[Candidate]:
    """Answer "Ai làm trưởng ban lễ tang" by "Ban lễ tang gồm 37 người, Trưởng ban là ông A"."""
    if fold(question.text[slice(*question.cue)]) != "ai":
        return []
    m = _HOLDS.match(question.text, question.cue[1])
    head = offices.HEAD.match(question.text, m.end()) if m is not None else None
    if head is None or offices.is_weak(head.group()):
        return []
    told = re.compile(rf"(?<!\w)(?<!pho ){re.escape(fold(head.group()))}(?:\s+\w+){{0,6}}?\s+(?:la|do)\s+")
    office = fold(head.group())
    given = re.compile(
        rf"(?<!\w)(?:lam|giu chuc(?: vu)?|giu vai tro|dam nhiem)\s+(?:chuc\s+)?{re.escape(office)}(?!\w)"
    )
    of_what = " ".join(question.folded[head.end() :].split()[:_OF_WHAT])
    made = []
    for index in range(len(view.facts.sentences)):
        cover = coverage(words, view, index)
        if cover < LEAST_COVER:
            continue
        for found in told.finditer(view.folded[index]):
            held = [r for r in view.facts.references[index] if abs(r.outer_start - found.end()) <= 1]
            if held:
                made.append(_candidate(view, index, held[:1], 1.6 * cover + LISTED, 0.5 + 0.5 * cover))
        for found in given.finditer(view.folded[index]):
            before = [r for r in view.facts.references[index] if r.outer_end <= found.start()]
            if not before or re.search(r"[.;:]", view.folded[index][before[-1].outer_end : found.start()]):
                continue
            named = fold(view.facts.people[before[-1].key].name) in question.folded
            alone = _OFFICE_ALONE.match(view.folded[index], found.end()) is not None
            told_of = view.folded[index] if alone else view.folded[index][found.end() : found.end() + _OF_WHAT_REACH]
            if not named and share(of_what, Words.of(told_of)) >= _SAME_OFFICE:
                made.append(_candidate(view, index, before[-1:], 1.6 * cover + LISTED, 0.5 + 0.5 * cover))
    return sorted(made, key=lambda c: -c.score)[:1]


def _candidate(view: View, index: int, chain: Sequence[Reference], score: float, fit: float) -> Candidate:
    keys = dict.fromkeys(view.facts.people[reference.key].key for reference in chain)
    people = [view.facts.people[key] for key in keys]
    items = tuple(Item(written_name(view, person, index)[0], offices_of(view, person)) for person in people)
    spans = tuple((reference.start, reference.end) for reference in chain)
    return Candidate(items, (Proof(view, index, spans),), score, min(1.0, fit), view, person=people[0].key)
