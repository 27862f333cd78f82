"""What asks for nothing that could be looked up: no question word, event, person or edition ("asdf"), or a file."""

from __future__ import annotations

import re

from retrieval.answering.asking.question import Question
from retrieval.facts.events import find_event_phrases
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.names import find_people
from retrieval.language.normalize import fold
from retrieval.language.weights import idf

_FILE = compiled_later(
    r"(?<![\w.@])[\w-]+\.(?:txt|md|markdown|html?|mht|mhtml|pdf|docx?|xlsx?|odt|rtf|eml|csv|jsonl?|zip)(?![\w@])",
    re.IGNORECASE,
)


def is_bare_deed(question: Question) -> bool:
    """Tell whether a question is a verb and nothing else ("dự", "chủ trì"): of whom and where, it does not say."""
    if not question.acts or _has_cue(question):
        return False
    rest, at = [], 0
    for act in question.acts:
        rest.append(question.text[at : act.start])
        at = act.end
    return not any(c.isalnum() for c in "".join([*rest, question.text[at:]]))


def is_bare_word(question: Question) -> bool:
    """Tell whether a question is one or two words that ask nothing and name nothing ("aidu", "Thứ trưởng")."""
    words = set(_WORD.findall(question.text))
    if not words or len(words) > 2 or question.dates or not asks_nothing(question):
        return False
    if len(words) == 1:  # it begins with a capital where it begins the line
        return all(word.islower() or idf(fold(word)) < _RARE for word in words)
    return any(word.islower() for word in words)


_RARE = 3.0  # idf of a syllable that is hardly a word of every day


_WORD = compiled_later(r"\w+")


def is_reply(text: str) -> bool:
    """Tell whether a text only says yes or no ("Có", "Đúng"), which no question of the bot's asks for."""
    return fold(text.strip(" ?.!,")) in _REPLIES


_REPLIES = frozenset(("co", "khong", "dung", "phai", "sai", "chua", "roi"))


def asks_nothing(question: Question) -> bool:
    """Tell whether a question has neither a question word nor anything that reports could be searched for by name."""
    return not (
        _has_cue(question) or question.editions or find_event_phrases(question.text) or find_people(question.text)
    )


def names_a_file(question: str) -> bool:
    """Tell whether a question calls a report by its file ("Ai dự a.odt?"); reports are found by what they say."""
    return _FILE.search(question) is not None


def _has_cue(question: Question) -> bool:
    return question.cue[0] < question.cue[1]
