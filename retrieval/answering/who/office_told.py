"""Offices that a report tells with a verb after the name: "bổ nhiệm ông A giữ chức X", "ông A làm X của B"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from retrieval.answering.asking import cues
from retrieval.answering.asking.question import Question
from retrieval.answering.evidence.candidate import Candidate, Proof, as_written
from retrieval.answering.evidence.matching import coverage, share
from retrieval.answering.evidence.view import QueryWord, View, Words
from retrieval.answering.model import Item
from retrieval.facts.people import Person
from retrieval.language import offices
from retrieval.language.calendar_date import compatible
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.normalize import fold
from retrieval.language.patterns import has_word

APPOINTED = 0.6  # the question asks to what somebody was appointed, and the report tells it so
OF_BODY = 0.6  # the office is one in the body asked about
_MOST_SYLLABLES = 20
_BETWEEN = 140  # letters from a name to the verb that gives the office
# What gives an office to the person named before it.
_GIVES = compiled_later(
    r"(?<!\w)(?:(?:giữ|nhận|nắm giữ|nắm|đảm nhiệm|đảm nhận|đảm đương|kiêm nhiệm|vào|lên|sang|thôi|tiếp quản)"
    r"(?: (?:các|những))? (?:chức vụ|chức danh|chức|vị trí|cương vị|vai trò|ghế)(?: là)?|"
    r"giữ|làm|kiêm|trở thành|đảm nhiệm|đảm nhận|(?:với|trên) (?:vai trò|tư cách|cương vị)(?: là)?)\s+"
    r"(?:một trong (?:những|các) |tân |quyền )?",
    re.IGNORECASE,
)
# What somebody was before: only such a sentence tells it by "là".
_WAS = compiled_later(
    r"(?<!\w)(?:(?:đã |đang |vốn |được bổ nhiệm )?(?:từng |vốn )?là|từng)\s+(?:một trong (?:những|các) |tân )?",
    re.IGNORECASE,
)
_BEFORE = cues.shape(r"(?<!\w)(?:trước khi|trước đó|trước đây|trước kia|từng|dưới thời)(?!\w)")
_NOW = cues.shape(r"(?<!\w)đang\s+$")
# What somebody is going to be.
_SOON = cues.shape(r"(?<!\w)(?:sắp|sẽ)(?!\w)")
_ENDS = compiled_later(r"[,;:.!?()\"“”]|\s[-–—]\s|\s(?:thay|thay cho|từ|kể từ|nhiệm kỳ|sau khi|trước khi|vào|nhằm)\s")
_DANGLING = compiled_later(r"(?:\s+(?:của|cho|và|kiêm|cùng))+$")  # before somebody's name
_ASKS_APPOINTED = cues.shape(
    r"(?<!\w)(?:(?:được|vừa|mới) (?:giao|cử|bổ nhiệm|bầu|phân công|điều động|luân chuyển|chỉ định|đề bạt|thăng|giữ|"
    r"phê chuẩn|mời|đề cử|tiến cử)|bổ nhiệm|bầu|điều động|luân chuyển|phân công|nhậm chức|lên làm|về làm|sang làm)"
    r"(?!\w)"
)
_IN_BODY = cues.shape(r"\s+(?:ở|tại|của|trong|cho)\s+(?P<body>[^,?]+)")


def candidates(question: Question, view: View, words: Sequence[QueryWord], person: Person) -> list[Candidate]:
    """Return the offices that `view` tells `person` was given or held, each a candidate of its own."""
    asks_appointed = _ASKS_APPOINTED.search(question.text) is not None
    before, soon = asks_before(question), _SOON.search(question.text) is not None
    now = _NOW.search(question.text, 0, question.cue[0]) is not None  # "trước khi nghỉ đang giữ chức gì": not "từng"
    then = _sentences_of_days(question, view)
    body = _IN_BODY.match(question.text, question.cue[1])
    asked_body = Words.of(fold(body.group("body"))) if body is not None else None
    made = []
    for index, references in enumerate(view.facts.references):
        text = view.facts.sentences[index].text
        for place, reference in enumerate(references):
            if view.facts.people[reference.key] is not person:
                continue
            following = references[place + 1].outer_start if place + 1 < len(references) else len(text)
            reach = min(following, reference.outer_end + _BETWEEN)
            other = index in then or (before and not now and _BEFORE.search(text) is not None)
            giving = list(_GIVES.finditer(text, reference.outer_end, reach))
            giving += _WAS.finditer(text, reference.outer_end, reach) if other else ()
            other = other or (soon and _SOON.search(text, reference.outer_end, reach) is not None)
            for gives in giving:
                span = _office(text, gives.end(), following)
                if span is None or is_given(text[slice(*span)], question):
                    continue
                in_body = share(text[slice(*span)], asked_body) if asked_body is not None else 0.0
                fits_body = in_body > 0.0
                if not (asks_appointed or fits_body or other):
                    continue
                cover = coverage(words, view, index)
                score = 1.0 + cover + APPOINTED * (asks_appointed or other) + OF_BODY * fits_body
                written = as_written(view, index, *span)
                fit = min(1.0, 0.6 + 0.4 * cover)
                made.append(
                    Candidate((Item(written),), (Proof(view, index, (span,)),), score, fit, view, person=person.key)
                )
    return made


def _sentences_of_days(question: Question, view: View) -> frozenset[int]:
    """Return the sentences of `view` that tell of the time that a question names ("giữ chức gì năm 2014")."""
    if not question.dates:
        return frozenset()
    return frozenset(d.sentence for d in view.facts.dates if any(compatible(day, d.resolved) for day in question.dates))


def asks_before(question: Question) -> bool:
    """Tell whether a question asks what somebody was before the office that it names ("trước khi làm chủ tịch")."""
    return _BEFORE.search(question.text) is not None


def is_given(office: str, question: Question) -> bool:
    """Tell whether the question itself, without its question words, names that office by its head."""
    head = offices.HEAD.search(office)
    given = f"{question.folded[: question.cue[0]]} {question.folded[question.cue[1] :]}"
    return head is not None and has_word(given, fold(head.group()))


def _office(text: str, start: int, ceiling: int) -> tuple[int, int] | None:
    """Return the span of the office phrase that begins at `start`, or None where none does."""
    head = offices.HEAD.match(text, start)
    if head is None:
        return None
    ends = [m.start() for m in (_ENDS.search(text, head.end()), offices.find_stop(text, head.end())) if m is not None]
    end = min([ceiling, *ends])
    phrase = _DANGLING.sub("", text[start:end].rstrip(" ,"))
    while len(phrase.split()) > _MOST_SYLLABLES:
        phrase = phrase.rsplit(" ", 1)[0]
    return (start, start + len(phrase)) if phrase and not offices.is_weak(phrase) else None
