"""Whether a sentence tells of another one than the question: another sitting, another district, another deed.

"Kỳ họp thứ 9 thông qua mấy luật" is not answered by what the tenth will pass, nor what was done in "huyện Thạnh Phú" by
what is asked of "huyện Tân Trụ", nor one's age by another's, however alike the rest is. Compared are words of one sort
that both give; a sentence that gives none, or has what is asked for as well, contradicts nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from retrieval.answering.asking.question import Question
from retrieval.answering.evidence import counted_told, elsewhere, met_beside, other_event, series, told_beside
from retrieval.answering.evidence.candidate import Proof
from retrieval.answering.evidence.view import View, tokens
from retrieval.answering.model import Kind
from retrieval.facts.acts import Act
from retrieval.facts.events import find_event_phrases
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.letters import LOWER, UPPER
from retrieval.language.normalize import fold
from retrieval.language.numerals import find_editions

# Editions that compare whatever stands before them; "lần thứ 3" only that of one noun.
_BY_KIND = frozenset(("kỳ", "phiên"))
_UNIT_WORDS = (
    r"(?P<unit>huyện|quận|phường|xã|thị xã|thị trấn|tỉnh|sân bay|bệnh viện|nhà hát|nhà máy|cảng|nhà ga|quốc lộ|"
    r"khu công nghiệp|khách sạn|sân vận động|cao tốc|chùa)(?: quốc tế)?"
)
_NAMED_UNIT = compiled_later(
    rf"(?<!\w)(?i:{_UNIT_WORDS})\s+(?P<name>\d{{1,2}}(?![\w/])|[{UPPER}][{LOWER}]+(?:\s+[{UPPER}][{LOWER}]+){{0,2}})"
)
# The same typed without accents: a name has two words there, or is a number.
_BARE_UNIT = compiled_later(
    r"(?<!\w)(?P<unit>huyen|quan|phuong|xa|thi xa|thi tran|tinh) (?P<name>\d{1,2}(?![\w/])|[^\W\d_]+ [^\W\d_]+)"
)
_ASKED = frozenset(("nao", "gi", "khac", "nay", "do", "ay", "minh"))  # no name: which one is asked, or it points back
# How many of something that is not so: told with a denial, or with a word that says the same.
_COUNTED_NOT = compiled_later(
    r"(?<!\w)(?:bao nhiêu|mấy)\s(?:\w+\s){1,2}(?:không|chưa)\s(?:được\s|có\s|đủ\s)?\w", re.IGNORECASE
)
_DENIES = compiled_later(r"(?<!\w)(?:khong|chua|chang|thieu|vang|bat|vo|trai|loai|bac|tu choi|tru|hong|sai)(?!\w)")
# What everybody has: an age, a day of birth; in bare letters.
_PERSONAL = compiled_later(r"(?<!\w)(?:sinh (?:nam|ngay)|(?:bao nhieu|may) tuoi)(?!\w)")


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a question names that others of its sort can be told from: editions by kind and noun, and units.

    `personal` tells that somebody's age or birth is asked for, `denied` that what is counted is counted for what it is
    not ("bao nhiêu phiếu không hợp lệ").
    """

    editions: tuple[tuple[str, str, int], ...]
    units: tuple[tuple[str, tuple[str, ...]], ...]
    personal: bool
    denied: bool


def is_of_another(question: Question, proof: Proof) -> bool:
    """Tell whether the sentence of `proof` tells of another edition, unit, stage or deed than `question`."""
    view, sentence = proof.view, proof.sentence
    asked = _asked(question.text, question.folded, question.unaccented)
    if series.is_another(question, proof) or told_beside.is_untold(question, view, sentence):
        return True
    if met_beside.is_without(question, view, sentence) or counted_told.is_untold(question, view, sentence):
        return True
    if elsewhere.is_elsewhere(question, view, sentence) or other_event.is_of_other_event(question, proof):
        return True
    if asked.personal and _is_of_other_person(question, view, sentence):
        return True
    text = view.facts.sentences[sentence].text
    if asked.editions and _other_edition(asked.editions, text):
        return True
    if asked.denied and _DENIES.search(view.folded[sentence]) is None:
        return True
    words = view.words[sentence]
    for unit, name in asked.units:
        if unit not in view.folded[sentence] or words.has(name):
            continue
        # "Chủ tịch UBND tỉnh Lê Văn A"; of what district who was there has an office says not where it was.
        people = [
            (p.outer_start, p.outer_end) if Act.ATTEND in question.act_set else (p.start, p.end)
            for p in view.facts.references[sentence]
        ]
        told = [
            tuple(tokens(fold(m["name"])))
            for m in _NAMED_UNIT.finditer(text)
            if fold(m["unit"]) == unit and not any(start <= m.start("name") < end for start, end in people)
        ]
        if told and not any(one[: len(name)] == name[: len(one)] for one in told):
            return True
    return False


@lru_cache(maxsize=256)  # asked for every answer that is weighed
def _asked(text: str, folded: str, unaccented: bool) -> _Asked:
    if unaccented:
        found = [(m["unit"], tuple(m["name"].split())) for m in _BARE_UNIT.finditer(folded)]
    else:
        found = [(fold(m["unit"]), tuple(tokens(fold(m["name"])))) for m in _NAMED_UNIT.finditer(text)]
    units = tuple((unit, name) for unit, name in found if not _ASKED.intersection(name))
    denied = not unaccented and _COUNTED_NOT.search(text) is not None
    return _Asked(tuple(_editions(text)), units, _PERSONAL.search(folded) is not None, denied)


def _is_of_other_person(question: Question, view: View, sentence: int) -> bool:
    """Tell whether a sentence names others of the report's people, and none of those whom `question` names in full."""
    if question.kind not in (Kind.DATE, Kind.COUNT):
        return False
    people, words = view.facts.people, f" {question.folded} "
    named = {person.key for person in people.values() if " " in person.name and f" {fold(person.name)} " in words}
    here = {people[reference.key].key for reference in view.facts.references[sentence]}
    return bool(named) and bool(here) and named.isdisjoint(here)


def _editions(text: str) -> list[tuple[str, str, int]]:
    """Return the editions in a text, each with its kind, the noun of its event (bare letters) and its number."""
    found = []
    phrases = None
    for edition in find_editions(text):
        if edition.kind in _BY_KIND:
            found.append((edition.kind, "", edition.number))
        elif edition.kind == "lần":
            phrases = find_event_phrases(text) if phrases is None else phrases
            noun = next((p.noun for p in reversed(phrases) if p.start < edition.start <= p.end), "")
            if noun:
                found.append((edition.kind, fold(noun), edition.number))
    return found


def _other_edition(asked: tuple[tuple[str, str, int], ...], text: str) -> bool:
    """Tell whether a text gives editions like those asked about, and none of its numbers is one of theirs."""
    numbers = {edition.number for edition in find_editions(text)}
    told = {(kind, noun) for kind, noun, _ in _editions(text)} if numbers else set()
    return any((kind, noun) in told and number not in numbers for kind, noun, number in asked)
