"""Whether somebody still holds an office: "Ông A còn là Chủ tịch không?" where the report tells that he left it."""

from __future__ import annotations

from collections.abc import Sequence

from retrieval.answering.asking import cues
from retrieval.answering.asking.question import Question
from retrieval.answering.claims.claim import NO
from retrieval.answering.evidence.candidate import Candidate, Proof
from retrieval.answering.evidence.people_asked import Named
from retrieval.answering.evidence.view import View
from retrieval.answering.model import Item
from retrieval.language import offices
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.normalize import fold

_STILL = cues.shape(r"(?<!\w)(?:còn|vẫn|vẫn còn)\s+(?:đang\s+)?(?:là|làm|giữ|đảm nhiệm|đương)(?!\w)")
_LEFT = (
    r"(?:từ nhiệm|từ chức|(?:bị |được )?(?:miễn nhiệm|bãi nhiệm|cách chức)|thôi (?:giữ|chức|làm|nhiệm vụ)|"
    r"rời (?:chức|ghế|cương vị)|nghỉ hưu)"
)
# Right before the person ("đơn từ nhiệm của ông A", "miễn nhiệm ông A") or right behind ("ông A vừa từ chức").
_BEFORE = compiled_later(
    rf"(?<!\w)(?<!không )(?<!chưa ){_LEFT}(?:\s+(?:chức vụ|chức danh|chức|đối với|của|với|cho|đồng chí|ông|bà))*\s*$"
)
_BEHIND = compiled_later(rf"\s*,?(?:\s+(?:đã|vừa|mới|xin|nộp đơn|có đơn|chính thức|sẽ))*\s+{_LEFT}(?!\w)")
_OFFICE_LEFT = compiled_later(r"(?:\s+(?:chức vụ|chức danh|chức|làm|vị trí))*\s+")
_FITS, _SCORE = 0.9, 2.0  # the sentence says it of that very person


def left_office(question: Question, view: View, named: Sequence[Named]) -> Candidate | None:
    """Return "không" with the sentence by which the one that `question` names left office; None where none tells.

    Only a question whether somebody *still* holds an office is so answered.
    """
    if not named or _STILL.search(question.text) is None:
        return None
    for index, references in enumerate(view.facts.references):
        text = view.facts.sentences[index].text
        for reference in references:
            if view.facts.people[reference.key].key != named[0].key:
                continue
            if _BEFORE.search(text[: reference.outer_start]) or _left_behind(question, text, reference.outer_end):
                proof = Proof(view, index, ((reference.start, reference.end),))
                return Candidate((Item(NO),), (proof,), _SCORE, _FITS, view)
    return None


def _left_behind(question: Question, text: str, end: int) -> bool:
    """Tell whether the words behind a name tell of leaving an office, and of none that is not asked about."""
    left = _BEHIND.match(text, end)
    if left is None:
        return False
    behind = _OFFICE_LEFT.match(text, left.end())
    head = offices.HEAD.match(text, behind.end()) if behind is not None else None
    return head is None or fold(head.group()) in question.folded
