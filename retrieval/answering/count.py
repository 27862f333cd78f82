"""Candidates for "how many": the numbers that count the thing asked, and durations."""

from __future__ import annotations

import re
from collections.abc import Sequence

from retrieval.answering import cues
from retrieval.answering.candidate import Candidate, Proof, as_written
from retrieval.answering.count_nouns import asked_noun, asked_unit, counts
from retrieval.answering.count_spans import TOLD, durations, ordinals
from retrieval.answering.matching import coverage, nearness
from retrieval.answering.model import Item
from retrieval.answering.question import Question
from retrieval.answering.telling import tellers, told
from retrieval.answering.view import QueryWord, View
from retrieval.language.normalize import fold
from retrieval.language.numerals import find_quantities


def candidates(question: Question, view: View, words: Sequence[QueryWord]) -> list[Candidate]:
    """Return the numbers of `view` that may answer `question`, best first."""
    if "duration" in question.aspects:
        return durations(question, view, words)
    if "ordinal" in question.aspects:
        return ordinals(question, view, words)
    noun = asked_noun(question)
    told_by = tellers(question, words, view)
    few = fold(question.text[slice(*question.cue)]) == "may"
    exactly = _EXACTLY.search(question.text) is not None
    made = []
    unit = asked_unit(question)
    period = _period(question.text)
    given = {re.sub(r"\s", "", q.text.lower()) for q in find_quantities(question.text)}
    for index, sentence in enumerate(view.facts.sentences):
        cover = coverage(words, view, index)
        if cover < 0.2:
            continue
        for quantity in find_quantities(sentence.text):
            if quantity.indefinite or re.sub(r"\s", "", quantity.text.lower()) in given:
                continue
            counted = fold(" ".join(quantity.nouns)) or _following(sentence.text, quantity.end)
            match = counts(noun, counted, fold(quantity.unit), unit)
            if match is None:
                continue
            score = (
                1.5 * cover
                + 1.0 * match
                + 0.3 * nearness(words, view, index, quantity.start, quantity.noun_end or quantity.end)
                + TOLD * told(told_by, view, index, quantity.start, quantity.noun_end or quantity.end)
            )
            if exactly and quantity.approximator:
                score -= NOT_EXACT
            if quantity.in_words and quantity.value == 2:
                score -= THE_TWO * (2 if _BOTH.match(sentence.text, quantity.start) else 1)
            if period and _other_period(period, sentence.text, quantity.end):
                score -= OTHER_PERIOD
            if few and quantity.value > FEW:
                score -= NOT_EXACT
            fit = min(1.0, 0.5 * cover + 0.5 * match)
            fit -= FAR_FROM_FEW if few and quantity.value >= MANY else 0.0
            item = Item(_spaced(as_written(view, index, quantity.phrase_start, quantity.end)))
            made.append(Candidate((item,), (Proof(view, index, ((quantity.start, quantity.end),)),), score, fit, view))
    made.sort(key=lambda c: -c.score)
    return made[:4]


NOT_EXACT = 0.5  # "gần 200" where the exact number is asked, or thousands where "mấy" asks for a few
FEW = 100
MANY = 1000
FAR_FROM_FEW = 0.2  # "mấy người" is not answered by "hàng chục ngàn người"
THE_TWO = 0.3  # "hai ..." mostly points back to those named; "hai nước", "hai bên" nearly always
_BOTH = re.compile(r"hai (?:nước|bên|phía|quốc gia|nhà lãnh đạo|dân tộc|đảng|ngành|miền)(?!\w)", re.IGNORECASE)
OTHER_PERIOD = 0.6  # "trong một đêm" where a whole year is asked about
_PERIOD = cues.shape(
    r"(?<!\w)(?:cả|một|mỗi|hằng|hàng|trong)\s+(?P<unit>năm|tháng|tuần|ngày|đêm|giờ|quý)(?!\w)(?!\s*\d)"
)
_EXACTLY = cues.shape(r"(?<!\w)(?:chính xác|cụ thể|đúng) (?:là )?(?:bao nhiêu|mấy)(?!\w)")
_UNIT_AGAINST_NUMBER = re.compile(r"(?<=\d)(?=[^\W\d_])")


def _period(text: str) -> str:
    """Return the stretch of time over which a text counts ("cả năm", "mỗi ngày"): its unit in bare letters, or ""."""
    m = _PERIOD.search(text)
    return fold(m.group("unit")) if m is not None else ""


def _other_period(asked: str, text: str, end: int) -> bool:
    """Tell whether what follows a number, to the end of its clause, counts over another stretch of time."""
    clause = re.split(r"[,;.]", text[end : end + 60])[0]
    told = _period(clause)
    return bool(told) and told != asked


def _spaced(written: str) -> str:
    """Return a number apart from its unit: "80 km", as the press should write it."""
    return _UNIT_AGAINST_NUMBER.sub(" ", written)


def _following(text: str, end: int) -> str:
    """Return the three syllables after a number, in bare letters, where no noun was recognised ("92 bị cáo")."""
    m = re.match(r"\s+((?:[^\W\d_]+\s+){0,2}[^\W\d_]+)", text[end:])
    return fold(m.group(1)) if m else ""
