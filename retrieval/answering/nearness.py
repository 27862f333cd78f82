"""Whether an event is worth naming where nothing was found: it shares more with the question than common words."""

from __future__ import annotations

from collections.abc import Sequence

from retrieval.answering.asking.question import Question
from retrieval.answering.evidence.people_asked import Named
from retrieval.answering.topics import own_words, topic_of
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.letters import LOWER, UPPER
from retrieval.language.normalize import fold
from retrieval.language.offices import HEAD
from retrieval.language.weights import idf

_NAME = compiled_later(rf"(?<!\w)[{UPPER}][{LOWER}]+(?:\s[{UPPER}][{LOWER}]+)*(?!\w)")
_WORD = compiled_later(r"[^\W_]+")
# As much of what a question says of an event must stand in a report, by weight.
_ENOUGH = 0.4
_RARE = 5.0  # idf of a word that is a name by itself ("Huế"), and not the first of one ("Bộ Y tế")


def is_near(question: Question, named: Sequence[Named], event: str, text: str) -> bool:
    """Tell whether an event has what the question calls it, or its report (`text`) a name of the question.

    `event` is what the event is called. An office or a common word says nothing: every second report has a minister
    and a conference.
    """
    called = _spaced(event)
    for asked in (topic_of(question.text), question.text):
        weights = {word: idf(word) for word in own_words(asked)}
        shared = sum(weight for word, weight in weights.items() if f" {word} " in called)
        if shared > 0 and shared >= _ENOUGH * sum(weights.values()):
            return True
    names = _names_of(question, named)
    told = _spaced(text) if names else ""
    return any(f" {name} " in told for name in names)


def _spaced(text: str) -> str:
    """Return the words of `text` in bare letters, each between two spaces."""
    return f" {' '.join(_WORD.findall(fold(text)))} "


def _names_of(question: Question, named: Sequence[Named]) -> list[str]:
    """Return the names in a question in bare letters: of people, and other capitals that are not part of an office."""
    text = question.text
    names = [fold(one.name) for one in named]
    heads = [(head.start(), head.end()) for head in HEAD.finditer(text)]
    for match in _NAME.finditer(text):
        start, name = match.start(), fold(match.group())
        if any(first <= start < last or not text[last:start].strip() for first, last in heads if first <= start):
            continue
        if " " in name or (text[:start].strip() and idf(name) >= _RARE):
            names.append(name)
    return names
