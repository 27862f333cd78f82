"""What somebody said ("ông A phát biểu gì"): only sentences in which that person speaks tell it."""

from __future__ import annotations

from collections.abc import Sequence

from retrieval.answering import cues
from retrieval.answering.constraints import Named, person_in
from retrieval.answering.model import Kind
from retrieval.answering.question import Question
from retrieval.answering.view import View
from retrieval.facts.acts import Act
from retrieval.facts.participation import Role

_SAID = cues.shape(
    r"(?<!\w)(?:nói|phát biểu|cho biết|giải thích|lý giải|bình luận|trả lời|nhận xét|nhận định|"
    r"đánh giá|tuyên bố|khẳng định|chia sẻ|nhấn mạnh|kêu gọi|đề nghị|yêu cầu|hứa|cam kết)\s+(?:những\s+|điều\s+|ra\s+)?"
    r"(?:gì|j|thế nào|như thế nào|ra sao|về điều gì)(?!\w)"
)
_TELLING = frozenset((Act.SAY, Act.SPEAK, Act.OPEN, Act.CLOSE, Act.EXPLAIN, Act.ANNOUNCE, Act.PRESENT))


def speakers(question: Question, named: Sequence[Named]) -> tuple[Named, ...]:
    """Return the persons whose words `question` asks for: those named before "nói gì"; nobody in other questions."""
    if question.kind not in (Kind.THEME, Kind.PASSAGE):
        return ()
    found = _SAID.search(question.text)
    before = [n for n in named if found is not None and n.end <= found.start()]
    return tuple(before[-1:])


def tells(view: View, sentence: int, spoken: Sequence[Named]) -> bool:
    """Tell whether one of the persons speaks in a sentence, or in the one before it, whose words it goes on with."""
    keys = {p.key for n in spoken if (p := person_in(view, n)) is not None}
    said = [p for p in view.facts.participations if p.act in _TELLING and p.role is Role.SUBJECT]
    here = {view.facts.people[p.person].key for p in said if p.sentence == sentence}
    if here:
        return bool(here & keys)
    before = {view.facts.people[p.person].key for p in said if p.sentence == sentence - 1}
    return bool(before & keys) and not view.facts.references[sentence]
