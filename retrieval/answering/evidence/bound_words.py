"""Words of a question that a report must have: foreign names of one word, and the office that the question begins with.

A report that never names Bangkok tells nothing of a flight there; one without a "hiệu trưởng" tells not what he said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz.distance import OSA

from retrieval.answering.asking.question import Question
from retrieval.answering.evidence.holders import Holders, office_asked
from retrieval.answering.evidence.office_names import may_be_told_as
from retrieval.answering.evidence.people_asked import Named
from retrieval.answering.evidence.places_asked import SEATS_IN
from retrieval.answering.evidence.said import asks_what_was_said
from retrieval.answering.evidence.view import QueryWord, View, tokens
from retrieval.answering.model import Kind
from retrieval.language import offices
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.letters import UPPER
from retrieval.language.names import is_vietnamese_syllable
from retrieval.language.normalize import fold

_CAPITAL = compiled_later(rf"(?<![\w-])[{UPPER}][^\W\d_]{{2,}}(?![\w-])")
# Heads that say of what sort the person is, not which office: reports have other words for them.
_GENERAL = compiled_later(
    r"(?:nữ |nam |nguyên |cựu |tân )?(?:lãnh đạo|đại diện|nhà|người|cán bộ|thành viên|quan chức|"
    r"tài xế|lái xe|nghi phạm|đối tượng|nạn nhân)(?!\w)",
    re.I,
)
_PREFIX = compiled_later(r"(?:nữ|nam|nguyên|cựu|tân|quyền)\s+", re.IGNORECASE)
_SLIP = 5  # letters of a word in which one slip of the hand may be


def lacking(question: Question, words: Sequence[QueryWord], named: Sequence[Named], view: View) -> str:
    """Return what of `question` a report must have and lacks, as the question writes it; "" when nothing."""
    return _foreign_word(question, words, named, view) or _office(question, named, view)


def _foreign_word(question: Question, words: Sequence[QueryWord], named: Sequence[Named], view: View) -> str:
    if question.unaccented or question.text.isupper():
        return ""
    for m in _CAPITAL.finditer(question.text):
        word = m.group()
        if word.isupper() or not word.istitle() or is_vietnamese_syllable(word):
            continue  # an acronym is written out elsewhere
        if any(n.start <= m.start() < n.end for n in named):
            continue  # a person: may be known by a part of the name
        forms = [form for w in words if w.start == m.start() for form in w.forms]
        if fold(word) in view.squeezed or any(map(view.has, forms)):
            continue
        if any(f" {seat} " in view.text for seat in SEATS_IN.get(word, ())):
            continue
        if len(word) >= _SLIP and any(
            abs(len(t) - len(word)) <= 1 and OSA.distance(t, fold(word), score_cutoff=1) <= 1 for t in view.distinct
        ):
            continue
        return word
    return ""


def _is_asked_for(question: Question, head: str) -> bool:
    """Tell whether the question asks who is called by `head` ("nghị sĩ nào", "... tên gì"): as reports may not."""
    return question.kind is Kind.PEOPLE and (question.cue[0] <= len(head) or "name" in question.aspects)


def _office(question: Question, named: Sequence[Named], view: View) -> str:
    spoken = asks_what_was_said(question)
    if spoken is not None and not any(n.end <= spoken for n in named):
        phrase = office_asked(question.text[:spoken])
        if phrase:
            holders = Holders.of(view, phrase)
            return "" if holders.keys or holders.sentences else phrase
    head = offices.HEAD.match(question.text)
    if head is None or _GENERAL.match(head.group()) or _is_asked_for(question, head.group()):
        return ""
    bare = " ".join(tokens(fold(_PREFIX.sub("", head.group()))))
    if len(bare.split()) < 2 or any(f" {name} " in view.text for name in may_be_told_as(bare)):
        return ""
    return head.group()
