"""Who was not there: only what a report says of it answers ("vắng mặt", "không thể dự"), never that others were."""

from __future__ import annotations

import re
from collections.abc import Sequence

from retrieval.answering.asking import cues
from retrieval.answering.asking.question import Question
from retrieval.answering.evidence.candidate import Candidate, Proof, offices_of
from retrieval.answering.evidence.matching import coverage
from retrieval.answering.evidence.view import QueryWord, View
from retrieval.answering.model import Item, Kind
from retrieval.facts.acts import Act
from retrieval.facts.people import Reference
from retrieval.language.lazy_pattern import compiled_later

_ATTENDING = r"(?:tham dự|dự|có mặt|tham gia|đến|tới|xuất hiện|phát biểu|họp)"
_ASKED = cues.shape(
    rf"(?<!\w)(?:ai|nào|những ai|người)\s+(?:đã\s+|lại\s+|thì\s+)?(?:(?:không|chưa|chẳng)\s+(?:thể\s+|được\s+)?"
    rf"(?:đến\s+|tới\s+)?{_ATTENDING}|vắng mặt|vắng|bỏ họp|không thấy)(?!\w)(?!.*\s(?:không|chưa)$)"
)
_TOLD = compiled_later(
    rf"(?<!\w)(?:vắng mặt|xin vắng|cáo lỗi|(?:không|không thể|chưa thể|không kịp|không đến|không tới|không về)\s+"
    rf"(?:đến\s+|tới\s+)?{_ATTENDING})(?!\w)(?!\s+(?:xét xử|án))",
    re.IGNORECASE,
)
# "Vắng mặt tại phiên họp có ông A".
_LISTED = compiled_later(r"[^.;:]{0,60}?\s(?:có|gồm|là)\s+(?:các\s+)?(?:ông|bà|đồng chí)?\s*$")
_NEAR = 70  # characters from the person to what tells of the absence


def is_asked(question: Question) -> bool:
    """Tell whether `question` asks who was absent ("Ai không dự hội nghị")."""
    return question.kind is Kind.PEOPLE and _ASKED.search(question.text) is not None


def candidates(view: View, words: Sequence[QueryWord]) -> list[Candidate]:
    """Return those of whom `view` says that they were absent, as one candidate a sentence, best first."""
    made = []
    for index, absent in view.kept(_told_absent):
        people = [view.facts.people[r.key] for r in absent]
        items = tuple(Item(p.name, tuple(offices_of(view, p))) for p in people)
        cover = coverage(words, view, index)
        proof = Proof(view, index, tuple((r.start, r.end) for r in absent))
        made.append(Candidate(items, (proof,), cover, 0.2 + 0.8 * cover, view))
    return sorted(made, key=lambda c: -c.score)


def absent_from(view: View) -> set[str]:
    """Return the keys of those of whom `view` says that they were not there, and nowhere that they were."""
    absent = {view.facts.people[r.key].key for _, references in view.kept(_told_absent) for r in references}
    if not absent:
        return absent
    present = {view.facts.people[p.person].key for p in view.facts.participations if p.act is Act.ATTEND}
    return absent - present


def _told_absent(view: View) -> list[tuple[int, list[Reference]]]:
    """Return the sentences that tell of somebody's absence, each with whom they say to be absent."""
    found = []
    for index, sentence in enumerate(view.facts.sentences):
        if (told := _TOLD.search(sentence.text)) is not None:
            people = [r for r in view.facts.references[index] if _is_absent(sentence.text, r, told)]
            found += [(index, people)] if people else []
    return found


def _is_absent(text: str, person: Reference, told: re.Match[str]) -> bool:
    if person.outer_end <= told.start():
        gap = text[person.outer_end : told.start()]
        return len(gap) <= _NEAR and re.search(r"[.;:]", gap) is None
    return _LISTED.fullmatch(text[told.end() : person.outer_start]) is not None
