"""Who somebody stands for: "Ai thay mặt Tập đoàn A ký" is answered by nobody whose offices are of another body."""

from __future__ import annotations

from collections.abc import Sequence

from retrieval.answering.asking import cues
from retrieval.answering.asking.question import Question
from retrieval.answering.asking.who_asked import body_of_who
from retrieval.answering.evidence.view import tokens
from retrieval.answering.who.who_rows import Scored
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.normalize import fold
from retrieval.language.places import is_place

_STANDS_FOR = cues.shape(r"\s+(?:là\s+)?(?:đại diện|thay mặt)(?:\s+cho)?\s+(?!(?:phía|bên|hai|các)\s)")
# Offices that tell their body ("Thứ trưởng Bộ Y tế"), and those of a state; in bare letters.
_WITH_BODY = compiled_later(
    r"(?:pho )?(?:thu tuong|tong thong|chu tich nuoc)|.* (?:bo|so|cuc|tinh|thanh pho|cong ty|tap doan) "
)


def is_of_another(question: Question, scored: Sequence[Scored]) -> bool:
    """Tell whether the best of `scored` has offices of other bodies only than the one that somebody stood for."""
    if _STANDS_FOR.match(question.text, question.cue[1]) is None:
        return False
    body = body_of_who(question)
    if not body or body.islower() or is_place(body):
        return False
    held = [fold(office) for office in max(scored, key=lambda row: row.score).person.offices]
    named = set(tokens(fold(body)))
    return bool(held) and all(_WITH_BODY.match(office) and named.isdisjoint(tokens(office)) for office in held)
