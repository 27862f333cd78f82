"""Which words of a question tell one statement of a report from another, and how close a statement stands to them.

A report repeats the words of its subject in every paragraph; "khởi công" or "đầu thú" stand once, beside the date or
the place that is asked for. So a word weighs more here the fewer sentences of the report have it (the inverse sentence
frequency of extractive question answering), more when it is part of what the question says was done, and counts for
what stands in the same clause.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from retrieval.answering.asking import cues
from retrieval.answering.asking.question import Question
from retrieval.answering.evidence.view import QueryWord, View, beside, tokens
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.letters import LOWER
from retrieval.language.normalize import fold

NEAR = 45.0  # characters over which closeness falls to 1/e
HEAVIEST = 5.0  # a rarer word does not weigh more: what it names may not bear on the deed
DEED = 2.0  # by this much a word of the deed weighs more
EXACT_VERB = 4.0  # weight of the very verb of the question, beside that of all verbs of its act
BY_PRONOUN = 0.6  # what a name comes to that a pronoun stands for
MEANT = 0.8  # and one that a part of it or an office stands for, wherever in the sentence
_OTHER_CLAUSE = 0.2  # what closeness comes to across the clause of another date
_DEED_SYLLABLES = 8

# What follows these before the question word tells of the circumstances, not of the deed; folded.
_CIRCUMSTANCE = compiled_later(
    r"(?<!\w)(?:(?:sau |truoc |trong )?khi|nhan|trong (?:chuyen|khuon kho|dot|dip)|nham(?! chuc)|ben le)(?!\w).*"
)
_EMPTY_DEED = cues.shape(
    r"[\s,]*(?<!\w)(?:(?:được |đã |sẽ )?(?:diễn ra|tổ chức|bắt đầu)|xảy ra|là|vào|từ|ở|tại|hồi|lúc|trong|mở)\s*$"
)


@dataclass(frozen=True, slots=True)
class Teller:
    """A word of the question that the report has, with its weight for telling sentences apart.

    `forms` are those of its forms that the report has, with the bits of their sentences.
    """

    forms: tuple[tuple[tuple[str, ...], int], ...]
    weight: float
    name: bool = False
    of: str = ""


def deed(question: Question, most: int = _DEED_SYLLABLES) -> tuple[int, int]:
    """Return where the question says what was done: the last words (`most`) before a question word that ends a clause.

    Empty when the question word stands first: then the whole question says it.
    """
    return _deed(question.text[: question.cue[0]], most)


@lru_cache(maxsize=64)  # asked for every document that may answer
def _deed(before: str, most: int) -> tuple[int, int]:
    while (empty := _EMPTY_DEED.search(before)) is not None and empty.group().strip():
        before = before[: empty.start()]
    if len(before.split()) < 3:
        return (0, 0)
    circumstance = _CIRCUMSTANCE.search(fold(before))
    if circumstance is not None and len(before[: circumstance.start()].split()) >= 4:
        before = before[: circumstance.start()]
    last = list(re.finditer(r"\S+", before))[-most:]
    return last[0].start(), last[-1].end()


def tellers(question: Question, words: Sequence[QueryWord], view: View) -> list[Teller]:
    """Return those of `words` that `view` has, weighed by how few of its sentences have them."""
    start, end = deed(question)
    exact = [QueryWord((tuple(tokens(fold(act.verb))),), EXACT_VERB, start=act.start) for act in question.acts]
    count = len(view.words)
    found = []
    for word in (*words, *exact):
        having = (view.standing_of_word(word)[0] & view.sentences).bit_count()
        if not having or word.weight < 0.5:
            continue
        rarity = math.log((count + 1) / having) / math.log(count + 1)
        emphasis = DEED if start <= word.start < end else 1.0
        forms = tuple((form, bits) for form in word.forms if (bits := view.sentences_with(form)))
        found.append(Teller(forms, min(word.weight, HEAVIEST) * rarity * emphasis, word.name, word.of))
    return found


# A pronoun that stands for a person named before: "Bà dâng hoa ...", "ông cho biết ...".
_PRONOUN = compiled_later(rf"(?<!\w)(?i:ông|bà|anh|chị|cô)\s+(?=[{LOWER}])")
_NAMED_BACK = 3  # sentences back to the name


def _is_meant(teller: Teller, view: View, sentence: int) -> bool:
    """Tell whether a sentence without a name speaks by a pronoun of one that stands a few sentences before it."""
    before = (1 << sentence) - (1 << max(0, sentence - _NAMED_BACK))
    if not (teller.name and any(bits & before for _, bits in teller.forms)):
        return False
    return _PRONOUN.search(view.facts.sentences[sentence].text) is not None


# Before a date that stands at the head of its clause; and what joins two clauses.
_HEAD = compiled_later(
    r"(?:^|[.;:“\"]\s*|,\s*(?:còn|rồi|và|đến|tới|sau đó|trước đó)\s+|\sthì\s+)"
    r"(?:(?:vào|từ|đến|tới|hôm|ngày|trước đó|sau đó|đúng|theo đó|còn|lúc)[\s,]*)*$",
    re.IGNORECASE,
)
_LONGEST_HEAD = 80  # characters of what stands between the head of a clause and its date
_BESIDE = 3  # dates of which one may lie within another
_JOINT = compiled_later(r"(?:;|,(?=\s)|\s(?:và|rồi|còn|trong khi)(?=\s))")


def clause_of_date(view: View, sentence: int, start: int, end: int) -> tuple[int, int]:
    """Return the stretch of a sentence that a date in it dates, which ends where that of another date begins.

    A date at the head of a clause governs what follows, others what precedes.
    """
    text = view.facts.sentences[sentence].text
    others = view.dates.get(sentence, [])
    place = bisect_left(others, (start, end))
    before = next((o for o in reversed(others[max(0, place - _BESIDE) : place]) if o[1] <= start), None)
    after = next((o for o in others[place : place + _BESIDE] if o[0] >= end), None)
    left = 0 if before is None else _border(text, before, (start, end))
    right = len(text) if after is None else _border(text, (start, end), after)
    return left, right


def _border(text: str, first: tuple[int, int], second: tuple[int, int]) -> int:
    """Return where what a date dates ends and what the next one dates begins."""
    if _HEAD.search(text[max(0, second[0] - _LONGEST_HEAD) : second[0]]):
        return second[0]
    if _HEAD.search(text[max(0, first[0] - _LONGEST_HEAD) : first[0]]):
        joints = list(_JOINT.finditer(text, first[1], second[0]))
        return joints[-1].start() if joints else second[0]
    return first[1]


def told(
    told_by: Sequence[Teller], view: View, sentence: int, start: int, end: int, clause: tuple[int, int] | None = None
) -> float:
    """Return the share (0 to 1) of the weight of `told_by` that stands close to `start`-`end` in a sentence.

    Words outside of `clause` count little.
    """
    total = sum(t.weight for t in told_by)
    first, last = clause or (0, len(view.folded[sentence]))
    close = 0.0
    for teller in told_by:
        best = 0.0
        for form, bits in teller.forms:
            if not bits >> sentence & 1:
                continue
            for a, b in beside(view.places_of(sentence, form), start):
                within = 1.0 if first <= a and b <= last else _OTHER_CLAUSE
                best = max(best, within * (0.5 + 0.5 * math.exp(-max(a - end, start - b, 0) / NEAR)))
        if not best and teller.of and view.means(sentence, teller.of):
            best = MEANT
        if not best and _is_meant(teller, view, sentence):
            best = BY_PRONOUN
        close += teller.weight * best
    return close / total if total else 0.0
