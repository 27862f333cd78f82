"""Whether a document tells of the edition of a series that a question names ("lần thứ 31", "khóa XIV")."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from retrieval.answering.asking.light_words import is_light
from retrieval.answering.asking.question import Question
from retrieval.answering.evidence.asked_words import numbers
from retrieval.answering.evidence.matching import share
from retrieval.answering.evidence.view import View, tokens
from retrieval.facts.acts import Act
from retrieval.facts.events import find_event_phrases
from retrieval.language.cardinals import to_roman
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.normalize import fold
from retrieval.language.numerals import Edition, find_editions
from retrieval.language.patterns import has_word

# "chuyến thăm thứ tư", in bare letters: the ordinal right after the noun, which is no day of the week.
_BARE_ORDINAL = compiled_later(r"(?<!\w)(?P<noun>\w+) thu (?P<number>\d{1,3}|[a-z]+)(?!\w)")
_ORDINALS = {"nhat": 1, "hai": 2, "nhi": 2, "ba": 3, "tu": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9}
_EDITION_WORDS = frozenset(("lan", "thu", "ky", "khoa", "hop", "quoc", "toan", "nam"))
# The word (bare letters) with which a number in words ends, by its last digit.
_LAST_WORDS = (
    ("muoi", "tram", "nghin", "ngan", "van", "trieu", "ty", "ti"), ("mot", "nhat", "dau"), ("hai", "nhi"), ("ba",),
    ("bon", "tu"), ("nam", "lam", "nham"), ("sau",), ("bay",), ("tam",), ("chin",),
)  # fmt: skip
# What leads in an event: the words before it tell of something else ("mấy chức danh ở kỳ họp thứ 7"), in bare letters.
_PLACED = compiled_later(r"(?<!\w)(?:o|tai|trong|du)(?!\w)")
_TOLD = frozenset((Act.SAY, Act.ANNOUNCE, Act.EXPLAIN))
_MOSTLY = 0.6  # share of the question's words with which a sentence tells of what is asked, whatever its noun
# Nothing is numbered so high in Roman numerals.
_BEYOND_ROMAN = 400


def tells_of_edition(view: View, question: Question, asked: Edition) -> bool:
    """Tell whether the document tells of that edition, of a series that shares a word with the question's."""
    # "nói Đại hội XIII": of the Đại hội.
    said = max((a.end for a in question.acts if a.act in _TOLD and a.end <= asked.start), default=0)
    around = tokens(_PLACED.split(question.folded[said : asked.start])[-1])[-3:]
    telling = {t for t in around if t not in _EDITION_WORDS and not is_light(t) and not t[0].isdigit()}
    # "... chất vấn ở kỳ họp thứ 10 Quốc hội": a sitting is that of the body named after it.
    of_body = asked.kind in ("kỳ", "phiên") and view.has(tuple(tokens(question.folded[asked.end :])[:2]) or ("",))
    for index in numbers(_with_number(view, asked.number)):
        folded = view.folded[index]
        for edition in find_editions(view.facts.sentences[index].text):
            if edition.number == asked.number:
                before = tokens(folded[: edition.start])[-6:]
                context = {*before, *tokens(folded[edition.end :])[:8]}
                # "Ở lần thứ 3 này, ..." is that of the event told of.
                if not telling or telling & context or (all(map(is_light, before)) and edition.kind == "lần"):
                    return True
                if of_body and edition.kind == asked.kind:
                    return True
                if share(question.text, view.words[index]) >= _MOSTLY:
                    return True
        if (short := _short_form(question.text, asked)) and has_word(folded, short):
            return True
        for m in _BARE_ORDINAL.finditer(folded):
            if m.group("noun") in telling and _ordinal(m.group("number")) == asked.number:
                return True
    return False


def tells_of_other_edition(question: Question, view: View, told: Sequence[int]) -> bool:
    """Tell whether a report that names the edition asked about in passing tells this of its own, another edition.

    `told` are the sentences that tell it.
    """
    asked = {e.number for e in question.editions}
    event = view.facts.event
    if event.edition is None or not asked or event.edition in asked:
        return False
    if event.noun not in {p.noun for p in find_event_phrases(question.text) if find_editions(p.text)}:
        return False
    return not any(e.number in asked for index in told for e in find_editions(view.facts.sentences[index].text))


@lru_cache(maxsize=64)  # asked for every sentence that has the number
def _short_form(question: str, asked: Edition) -> str:
    """Return what a report may call a numbered meeting (bare letters): "Hội nghị 13" for "Hội nghị Trung ương 13"."""
    before = [p for p in find_event_phrases(question) if p.start < asked.start <= p.end]
    return f"{fold(before[-1].noun)} {asked.number}" if before and asked.kind in ("lần", "kỳ", "khóa") else ""


def _with_number(view: View, number: int) -> int:
    """Return the bits of the sentences in which the number may stand, in digits, Roman or in words."""
    found = 0
    roman = to_roman(number).lower() if 0 < number < _BEYOND_ROMAN else ""
    for written in (str(number), roman, *_LAST_WORDS[number % 10]):
        found |= view.sentences_with((written,))
    return found & view.sentences


def _ordinal(written: str) -> int | None:
    return int(written) if written.isdigit() else _ORDINALS.get(written)
