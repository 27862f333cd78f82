"""Claims that only bound or deny: "trước ngày 5/5", "hơn 300 đại biểu", "không diễn ra ... phải không".

The sentence that has their words may tell just the contrary: of "sau ngày 14/12" one with 14/12, of "hơn 1.200" one
with 1.200. So what it has is compared, and a claim that denies is turned round where the sentence denies nothing.
"""

from __future__ import annotations

from dataclasses import replace

from retrieval.answering.asking import cues
from retrieval.answering.asking.question import Question
from retrieval.answering.claims.claim import DENIAL, NO, YES, is_put_to_test
from retrieval.answering.evidence.candidate import Candidate
from retrieval.answering.model import Item
from retrieval.language.dates import DateMention, PartialDate, format_date
from retrieval.language.normalize import fold
from retrieval.language.numerals import Quantity, find_quantities

_SIDE = cues.shape(r"(?<!\w)(?P<side>trước|sau)\s+$")
_MORE = frozenset(("hơn", "trên"))
_LESS = frozenset(("dưới",))
# A denial of what the whole statement says; behind "vì", "mà", "nếu" it is of a part.
_DENIED = cues.shape(
    r"(?<!\w)(?:không|chưa|chẳng)\s+(?:(?:hề|từng|có|được|bị|đến|tới|tham)\s+)*"
    r"(?:có|diễn ra|tổ chức|họp|dự|chủ trì|phát biểu|khai mạc|bế mạc|ký|trao|tặng|tiếp|gặp|thăm|đồng ý|tham gia|là)"
    r"(?!\w)"
)
_OF_A_PART = cues.shape(r"(?<!\w)(?:vì|do|mà|nếu|khi|để|người|những|các|ai|cho rằng|nói|rằng|sau khi)(?!\w)")


def bound_of(question: Question) -> tuple[DateMention, str] | None:
    """Return the day before ("trước") or after ("sau") which something is claimed to have been, or None."""
    for day in question.dates:
        side = _SIDE.search(question.text[: day.start])
        if side is not None and day.date.year is not None and day.until is None:
            return day, fold(side.group("side"))
    return None


def judged(question: Question, found: list[Candidate]) -> list[Candidate]:
    """Return the verdicts of `found` with those put right that a sentence was given for its words alone."""
    denied = is_put_to_test(question) and denies_statement(question)
    made = []
    for one in found:
        candidate = _turned(one) if denied else _bounded(question, one)
        made += [candidate] if candidate is not None else []
    return made


def denies_statement(question: Question) -> bool:
    """Tell whether a statement put to the test is itself a denial ("Ông A không dự lễ ký, đúng không?")."""
    denial = _DENIED.search(question.text, 0, question.cue[0])
    return denial is not None and _OF_A_PART.search(question.text[: question.cue[0]]) is None


def _turned(candidate: Candidate) -> Candidate:
    """Return the verdict on a claim that denies: "không" where its sentence tells of the deed and denies nothing."""
    text = candidate.view.facts.sentences[candidate.proofs[0].sentence].text
    denies = any(m.group("denial") for m in DENIAL.finditer(text))
    yes = candidate.items[:1] == (Item(YES),)
    if yes and not denies:
        return replace(candidate, items=(Item(NO),))
    return replace(candidate, items=(Item(YES),)) if denies and not yes and len(candidate.items) == 1 else candidate


def _bounded(question: Question, candidate: Candidate) -> Candidate | None:
    """Return the verdict on a claim that bounds a day or a number; None where the sentence leaves it open."""
    if candidate.items[:1] != (Item(YES),):
        return None if candidate.items and bound_of(question) is not None else candidate
    view, sentence = candidate.view, candidate.proofs[0].sentence
    if (bound := bound_of(question)) is not None:
        return _by_day(*bound, candidate)
    text = view.facts.sentences[sentence].text
    for asked in find_quantities(question.text):
        if asked.approximator in _MORE | _LESS and (told := _same_counted(asked, text)) is not None:
            more = asked.approximator in _MORE
            same = told.value == asked.value and (told.approximator in (_MORE if more else _LESS))
            holds = same or (told.value > asked.value if more else told.value < asked.value)
            return candidate if holds else replace(candidate, items=(Item(NO), Item(_written(told))))
    return candidate


def _by_day(day: DateMention, side: str, candidate: Candidate) -> Candidate | None:
    view, sentence = candidate.view, candidate.proofs[0].sentence
    if f"{side} {fold(day.text)}" in view.folded[sentence]:
        return candidate
    told = {d.resolved.date for d in view.facts.dates if d.sentence == sentence and d.resolved.date.year is not None}
    sides = {_side_of(one, day.date) for one in told}
    if len(sides) != 1 or None in sides:
        return None
    if sides == {side}:
        return candidate
    return replace(candidate, items=(Item(NO), *(Item(format_date(one)) for one in told if len(told) == 1)))


def _side_of(told: PartialDate, bound: PartialDate) -> str | None:
    """Return on which side of `bound` a date lies ("" for neither), None where that is open."""
    for one, other in ((told.year, bound.year), (told.month, bound.month), (told.day, bound.day)):
        if other is None:
            return ""
        if one is None:
            return None
        if one != other:
            return "truoc" if one < other else "sau"
    return ""


def _same_counted(asked: Quantity, text: str) -> Quantity | None:
    """Return the one number of a text that counts what `asked` does, None where there is none or several."""
    wanted = (asked.unit, fold(asked.noun).split()[:2])
    same = [q for q in find_quantities(text) if any(wanted) and (q.unit, fold(q.noun).split()[:2]) == wanted]
    return same[0] if len(same) == 1 and same[0].value_to is None else None


def _written(told: Quantity) -> str:
    number = told.text if told.approximator is None else f"{told.approximator} {told.text}"
    return f"{number} {told.noun}".strip()
