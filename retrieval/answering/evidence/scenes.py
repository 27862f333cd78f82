"""The parts of a report that tell of another event of the same day: "Chiều cùng ngày, Chủ tịch tỉnh chủ trì ...".

What such a part tells without naming its event ("Dự buổi làm việc có ...") is of its own event, not of the report's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from retrieval.answering.asking.light_words import is_light
from retrieval.answering.evidence.view import View, tokens
from retrieval.facts.acts import Act, find_acts
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.normalize import fold

_OPENS = compiled_later(
    r"(?:Vào |Trong |Cũng (?:trong |vào )?)?(?:(?:buổi )?(?:sáng|chiều|tối|trưa|đêm)(?: cùng ngày|,)|cùng ngày|"
    r"ngày hôm (?:đó|ấy))(?!\w)|"
    r"(?:Trước đó|Sau đó|Tiếp đó|Kế đó|Sau (?:khi )?(?:hội nghị|buổi lễ|lễ|cuộc họp|buổi làm việc))(?!\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Scene:
    """A part of a report: its first sentence, and the words (bare letters) of the sentence that opens it."""

    first: int
    words: frozenset[str]


def scene_at(view: View, sentence: int) -> Scene | None:
    """Return the scene that a sentence belongs to; None for the report's own event."""
    return next((scene for scene in reversed(view.kept(_scenes)) if scene.first <= sentence), None)


def _scenes(view: View) -> list[Scene]:
    texts = [sentence.text for sentence in view.facts.sentences]
    opening = {index for index, text in enumerate(texts) if index > _LEAD and _OPENS.match(text)}
    found: list[Scene] = []
    known: set[str] = set()
    for index in range(max(opening, default=-1) + 1):
        telling = {t for phrase in view.phrases(index) for t in tokens(fold(phrase.text)) if not is_light(t)}
        if index in opening:
            telling = telling or _after_deed(texts[index])
            if telling and len(telling & known) < 0.5 * len(telling):
                found.append(Scene(index, frozenset(view.words[index].single)))
        known |= telling
    return found


def _after_deed(text: str) -> set[str]:
    """Return the telling words (bare letters) behind the first verb of an event of its own ("làm việc với ...")."""
    act = next((a for a in find_acts(text) if a.act in _DEEDS), None)
    return {t for t in tokens(fold(text[act.start :]))[:_NEAR] if not is_light(t)} if act is not None else set()


_DEEDS = frozenset(
    (Act.MEET, Act.VISIT, Act.RECEIVE, Act.CHAIR, Act.ATTEND, Act.HONOUR, Act.LAUNCH, Act.ORGANISE, Act.GIVE)
)
_NEAR = 12  # words behind a verb that tell of what


_LEAD = 1  # the title and the first sentence tell of the report's own event
