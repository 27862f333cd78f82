"""What asks for nothing: no question word, and no event, person or edition that could be looked up ("asdf")."""

from __future__ import annotations

from retrieval.answering.asking.question import Question
from retrieval.facts.events import find_event_phrases
from retrieval.language.names import find_people


def is_bare_deed(question: Question) -> bool:
    """Tell whether a question is a verb and nothing else ("dự", "chủ trì"): of whom and where, it does not say."""
    if not question.acts or _has_cue(question):
        return False
    rest, at = [], 0
    for act in question.acts:
        rest.append(question.text[at : act.start])
        at = act.end
    return not any(c.isalnum() for c in "".join([*rest, question.text[at:]]))


def asks_nothing(question: Question) -> bool:
    """Tell whether a question has neither a question word nor anything that reports could be searched for by name."""
    return not (
        _has_cue(question) or question.editions or find_event_phrases(question.text) or find_people(question.text)
    )


def _has_cue(question: Question) -> bool:
    return question.cue[0] < question.cue[1]
