"""The numbers of a claim: whether a report has them, and as the numbers of just what is claimed to be counted."""

from __future__ import annotations

from functools import lru_cache

from retrieval.answering.asking import cues
from retrieval.answering.asking.question import Question
from retrieval.answering.claims.claim import Claim
from retrieval.answering.evidence.view import View, tokens
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.normalize import fold, reading_form
from retrieval.language.numerals import Quantity, find_quantities
from retrieval.language.patterns import word_spans


def other_number(question: Question, claim: Claim, view: View, sentence: int) -> tuple[int, int] | None:
    """Return where a sentence gives another number of just what the question counts ("7 người chết" for 8), or None."""
    lacking = numbers_lacking(question, claim, view, sentence)
    if len(lacking) != 1:
        return None
    told = _quantities(view.facts.sentences[sentence].text)
    same = [q for q in told if _counts_same(lacking[0], q)]
    if len({q.value for q in same}) != 1:
        return None
    return same[0].phrase_start, same[0].end + (len(same[0].noun) + 1 if same[0].noun else 0)


@lru_cache(maxsize=1024)  # the sentences of a report are asked about again
def _quantities(text: str) -> tuple[Quantity, ...]:
    return tuple(find_quantities(text))


@lru_cache(maxsize=64)
def numbers_claimed(text: str) -> tuple[Quantity, ...]:
    """Return the exact numbers of things or units in a question."""
    return tuple(
        q
        for q in find_quantities(text)
        if q.approximator is None
        and not q.indefinite
        and q.value_to is None
        and (q.nouns or q.unit)
        and _OF_EVENT.search(text[: q.start]) is None
    )


# A number that is part of what an event is called ("lễ kỷ niệm 90 năm ...").
_OF_EVENT = cues.shape(rf"(?<!\w)(?:kỷ niệm|mừng|nhân|tròn|chặng đường|{'|'.join(cues.EVENT_NOUNS)})\s+$")


def numbers_lacking(question: Question, claim: Claim, view: View, sentence: int) -> list[Quantity]:
    """Return the numbers claimed that neither a sentence nor one beside it nor the title gives."""
    first, last = claim.stated
    asked = [q for q in numbers_claimed(question.text) if first <= q.start < last]
    if not asked:
        return []
    near = [view.facts.sentences[i].text for i in _beside(view, sentence)] + [reading_form(view.title)]
    behind = {one: question.text[one.end : min(last, question.cue[0] or last)] for one in asked}
    if not _OF_ALL.search(question.text):
        near = [text for text in near if not any(q.out_of == one.value for q in _quantities(text) for one in asked)]
    return [
        one
        for one in asked
        if not any(_is_given(one, text) and not _is_of_else(one, behind[one], text) for text in near)
    ]


# Of how many in all: else "189/193 quốc gia" does not tell of 193.
_OF_ALL = cues.shape(r"(?<!\w)(?:tổng(?: số)?|trong số|trên)(?!\w)|\d/\d")


def _beside(view: View, sentence: int) -> range:
    return range(max(0, sentence - 1), min(len(view.folded), sentence + 2))


def _is_given(asked: Quantity, text: str) -> bool:
    if any(_PART_OF.search(text[max(0, a - 1) : b + 2]) is None for a, b in word_spans(text, asked.text)):
        return True
    return any(
        q.value == asked.value
        or q.out_of == asked.value
        or (q.value_to is not None and q.value <= asked.value <= q.value_to)
        for q in _quantities(text)
    )


# Around figures that are part of a longer number or of a day ("14-5", "5.000").
_PART_OF = compiled_later(r"^[.,/-]|[.,/-]\d$")


def _is_of_else(asked: Quantity, behind: str, text: str) -> bool:
    """Tell whether a text has a number that is claimed, as that of something else.

    It is another length of time ("4 giờ" for "4 ngày"), or another number stands before more of what is claimed to be
    counted: "152 trạm, trong đó 20 trạm chưa có bác sĩ" does not tell of "152 trạm chưa có bác sĩ".
    """
    told = _quantities(text)
    same = [q for q in told if q.value == asked.value]
    if not same:
        return False
    noun = fold(asked.noun).split()[:1]
    times = {word for q in same for word in fold(q.noun).split()[:1]}
    if noun and noun[0] in _TIMES and times and times <= _TIMES and noun[0] not in times:
        return True
    wanted = tokens(fold(behind))
    if len(wanted) < 2 or asked.unit:
        return False

    def borne(q: Quantity) -> int:
        found = tokens(fold(text[q.end :]))
        return next((n for n, (one, other) in enumerate(zip(wanted, found, strict=False)) if one != other), len(wanted))

    others = [borne(q) for q in told if q.value != asked.value and q.out_of != asked.value]
    return max(others, default=0) >= 2 and max(others) > max(map(borne, same))


_TIMES = frozenset(("ngay", "gio", "phut", "tuan", "thang", "nam"))


def _counts_same(asked: Quantity, told: Quantity) -> bool:
    """Tell whether two numbers count the same: things of the same two words, or one unit."""
    if told.value == asked.value or told.approximator is not None:
        return False
    if asked.unit or told.unit:
        return asked.unit == told.unit and not asked.noun
    wanted, found = fold(asked.noun).split()[:2], fold(told.noun).split()[:2]
    return len(wanted) > 1 and wanted == found
