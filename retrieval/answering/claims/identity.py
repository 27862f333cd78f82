"""Whether it was the very person: "Người chủ trì có phải là ông A không", "Ông A có phải là người ký không"."""

from __future__ import annotations

from collections.abc import Sequence

from retrieval.answering.asking import cues
from retrieval.answering.asking.question import Question
from retrieval.answering.evidence.people_asked import Named
from retrieval.answering.model import Kind

_NOT = r"(?:\s*,?\s*(?:có )?(?:phải |đúng )?(?:không|ko|chứ|chưa))?\s*"
# Before and after the name: the deed stands first, or last.
_DEED_FIRST = cues.shape(
    r"(?:có phải )?(?:người|vị|nhân vật|đồng chí|lãnh đạo)\s+(?P<deed>\S.*?)\s+"
    r"(?:(?:có )?(?:phải|đúng)(?: là)?|là)\s+(?:[^\s,]+\s+){0,6}"
)
_AFTER_NAME = cues.shape(_NOT)
_DEED_LAST = cues.shape(rf"\s+(?:có (?:phải|đúng) )?là (?:người|vị)\s+(?P<deed>\S.*?){_NOT}")


def asked_as_who(question: Question, named: Sequence[Named]) -> tuple[str, Named] | None:
    """Return the question of "who" in a yes/no question about who did something, and the person it guesses."""
    if question.kind is not Kind.YES_NO or not named:
        return None
    for guess in named:
        first = _DEED_FIRST.fullmatch(question.text, 0, guess.start)
        if first is not None and _AFTER_NAME.fullmatch(question.text, guess.end):
            return f"Ai {first.group('deed')}?", guess
    last = _DEED_LAST.fullmatch(question.text, named[0].end)
    return (f"Ai {last.group('deed')}?", named[0]) if last is not None else None
