"""Who is the other one: the two of a meeting, and whom a question of several people lacks where one was told of."""

from __future__ import annotations

from collections.abc import Sequence

from retrieval.answering.asking import cues
from retrieval.answering.asking.question import Question
from retrieval.answering.asking.who_how_many import is_between
from retrieval.answering.evidence.view import View
from retrieval.answering.who.who_rows import ALL_SAID, Scored
from retrieval.facts.acts import Act

_MEETING = frozenset((Act.MEET, Act.RECEIVE))
# An event that two people have.
_OF_TWO = cues.shape(
    r"(?<!\w)(?:cuộc|buổi)\s+(?:hội đàm|gặp|hội kiến|điện đàm|trao đổi|nói chuyện|tiếp|đối thoại)(?!\w)"
)
# The words between the names of a pair: the first may do something to the second, or stand beside.
_BETWEEN_TWO = cues.shape(
    r"[^.!?;:“”\"]{0,60}?(?<!\w)(?:và(?! (?:đã|sẽ|đang)(?!\w))|"
    r"cùng|với|gặp|đón|tiếp|chào|bắt tay|ôm|thăm|hội đàm|hội kiến|điện đàm|bên cạnh|"
    r"cạnh)(?!\w)[^.!?;:“”\"]{0,30}"
)
# How far below the best of the others somebody may score and still be meant with them.
_NEARLY = 0.25
# How far an act must answer for the one asked about, where what was said is asked about.
_SAID = 0.5


def is_of_two(question: Question) -> bool:
    """Tell whether the event asked about is one that two have."""
    return _OF_TWO.search(question.text) is not None


def meets(question: Question, asked: Act | None) -> bool:
    """Tell whether the question asks for both sides of a meeting ("Thủ tướng gặp những ai" asks for one)."""
    if "object" in question.aspects and asked in _MEETING and not is_between(question):
        return False
    return asked in _MEETING or _OF_TWO.search(question.text) is not None


def partner(view: View, best: Scored, scored: Sequence[Scored]) -> Scored | None:
    """Return who is told of as the other one beside the best, in the sentence that fits best; None if nobody is."""
    own: dict[int, list[Scored]] = {}
    for row in scored:
        if row.person.key == best.person.key:
            own.setdefault(row.sentence, []).append(row)
    found: list[tuple[float, Scored]] = []
    for row in scored:
        beside = [one.score for one in own.get(row.sentence, ()) if _paired(view, one, row)]
        if row.person.key != best.person.key and beside:
            found.append((row.score + max(beside), row))
    return max(found, key=lambda pair: pair[0], default=(0.0, None))[1]


def _paired(view: View, one: Scored, other: Scored) -> bool:
    """Tell whether two people of a sentence stand there as a pair, with nobody between them."""
    first, second = sorted((one, other), key=lambda s: s.start)
    if any(first.end <= ref.start < second.start for ref in view.facts.references[one.sentence]):
        return False
    return _BETWEEN_TWO.fullmatch(view.facts.sentences[one.sentence].text[first.end : second.start]) is not None


def widened(asked: Act | None, best: Scored, scored: Sequence[Scored]) -> list[Scored]:
    """Return the best one and who else must be meant, where several are asked for and only one was told of.

    Those are the others of the same sentence; else those of the document that score best; of what was said, only who
    says something.
    """
    others = _best_of_each([s for s in scored if s.person.key != best.person.key])
    if asked in ALL_SAID:
        others = [s for s in others if s.act_fit >= _SAID]
    elif beside := [s for s in others if s.sentence == best.sentence]:
        return [best, *beside]
    return [best, *(s for s in others if s.score >= others[0].score - _NEARLY)]


def _best_of_each(rows: Sequence[Scored]) -> list[Scored]:
    """Return the best row of each person, best first."""
    kept: dict[str, Scored] = {}
    for row in sorted(rows, key=lambda s: -s.score):
        kept.setdefault(row.person.key, row)
    return list(kept.values())
