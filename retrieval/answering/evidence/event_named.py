"""Which documents tell of the event that a question names in full: where some have its name, others tell of another.

"Hội nghị đối ngoại toàn quốc có bao nhiêu điểm cầu": the report of another conference counts its own, and no capital
shows that a name was given.
"""

from __future__ import annotations

from collections.abc import Sequence

from retrieval.answering.asking.light_words import is_light
from retrieval.answering.asking.question import Question
from retrieval.answering.evidence.view import View, tokens
from retrieval.answering.model import Kind
from retrieval.facts.events import find_event_phrases
from retrieval.language.normalize import fold

_KINDS = frozenset((Kind.COUNT, Kind.DATE, Kind.PLACE))
_LEAST = 3  # words of a name beside its noun: fewer are a description that any report may have


def of_event_named(
    question: Question, ranked: Sequence[tuple[float, View, float]]
) -> Sequence[tuple[float, View, float]]:
    """Return those of `ranked` that have the whole name of the event asked about; all where none has."""
    if question.kind not in _KINDS or len(ranked) < 2:
        return ranked
    for phrase in find_event_phrases(question.text):
        name = tokens(fold(phrase.text))
        said = [token for token in name[len(phrase.noun.split()) :] if not is_light(token)]
        if len(said) >= _LEAST and phrase.end <= question.cue[0]:
            form = f" {' '.join(name)} "
            having = [one for one in ranked if form in one[1].text]
            ranked = having or ranked
    return ranked
