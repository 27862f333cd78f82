"""The very deed that a question names, in a report's sentences: who is told to have done it, or to whom it was done.

`facts.participation` reads the verbs of its tables; a question may ask for any other ("Ai đã gửi đơn ...", "... sa
thải ai"). Its verb is looked for in the report as it is written, or as one of its synonyms, and read for its subject
and object there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from retrieval.answering.asking import cues
from retrieval.answering.asking.question import Question
from retrieval.answering.evidence.asked_words import numbers
from retrieval.answering.evidence.view import QueryWord, View, tokens
from retrieval.facts.acts import Act
from retrieval.facts.people import Reference
from retrieval.facts.roles import doers, receivers
from retrieval.facts.subjects import row_from
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.normalize import fold
from retrieval.language.word_tagger import words as segment

# What may stand between the question word and the verb.
_BEFORE_VERB = cues.shape(
    r"(?:\s*,?\s*(?:đã|sẽ|đang|vừa|mới|từng|cũng|lại|còn|cùng|là người|là|người|người ta|được cho là|có thể|phải|muốn|"
    r"trực tiếp|đích thân|đứng ra|chính thức|liên tục|thường xuyên|tự ý|tự|cố ý|lần lượt|dự kiến|bất ngờ|tiếp tục|"
    r"(?P<passive>được|bị))(?!\w))*\s+"
)
# A question word after which something is said of the person before the deed ("Ai bên Bộ Y tế ...").
_NO_VERB = cues.shape(
    r"(?:bên|phía|của|từ|thuộc|tại|ở|trong|trên|theo|với|và|hay|khác|nữa|nào|này|đó|thay mặt|đại diện|nhân danh|khi|"
    r"lúc|sau|trước|hôm|ngày|sáng|chiều|tối|trưa|năm|tháng|ra|đi|đến|tới|về|sang|lên|có|làm|được|bị|không|chưa|ngoài|"
    r"người|ông|bà)(?!\w)"
)
_REACH = 48  # letters after the question word in which its verb is segmented
_BEHIND = 40  # letters before it


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb of a question: where it stands, whether it is done to the person asked for, after which preposition."""

    start: int
    end: int
    to_whom: bool
    preposition: str = ""


@lru_cache(maxsize=64)
def deed_asked(question: Question) -> Deed | None:
    """Return the verb that tells what the person asked for did, or what was done to the person; None if unclear."""
    if "object" in question.aspects:
        return _before(question)
    m = _BEFORE_VERB.match(question.text, question.cue[1])
    if m is None or _NO_VERB.match(question.text, m.end()):
        return None
    start = m.end()
    stretch = question.text[start : start + _REACH].split(",")[0]
    first = next(iter(segment(stretch)), "") if not question.unaccented else " ".join(stretch.split()[:2])
    if not first or not first[0].islower() or not stretch.startswith(first):
        return None
    end = next((a.end for a in question.acts if a.start == start), start + len(first))
    return Deed(start, end, m.group("passive") is not None)


_PREPOSITION = cues.shape(r"\s+(?P<preposition>cùng với|với|cùng|cho|tới|đến|về)\s*(?:những|các|hai|ba)?\s*$")


def _before(question: Question) -> Deed | None:
    """Return the verb right before the question word, or before its preposition ("sa thải ai", "trao quà cho ai")."""
    before = re.sub(r"(?i)\s*(?:những|các|hai|ba|nhung|cac)\s*$", "", question.text[: question.cue[0]])
    found = _PREPOSITION.search(before)
    preposition = found.group("preposition").lower() if found is not None else ""
    before = before[: found.start()] if found is not None else before.rstrip()
    if question.unaccented:
        return None
    last = next(iter(reversed(segment(before[-_BEHIND:]))), "")
    if not last or not last[0].islower() or not before.endswith(last):
        return None
    return Deed(len(before) - len(last), len(before), True, preposition)


def is_read(question: Question, deed: Deed) -> Act | None:
    """Return which of the acts that are read from every report the verb tells; None for another verb."""
    return next((a.act for a in question.acts if a.start == deed.start), None)


def told(question: Question, deed: Deed, view: View, words: Sequence[QueryWord]) -> dict[int, set[str]]:
    """Return whom each sentence with the verb of `question` tells to have done it, or to have it done to them.

    By sentence, the keys of the people: nobody where it has the verb and does not say.
    """
    verb = question.text[deed.start : deed.end].lower()
    forms = {tuple(tokens(fold(verb)))}
    forms.update(f for w in words if w.start == deed.start and len(w.forms) <= _MOST_FORMS for f in w.forms[1:])
    found: dict[int, set[str]] = {}
    for form in filter(None, forms):  # a sign that stands for no letter has none
        for sentence in numbers(view.sentences_with(form) & view.sentences):
            text = view.facts.sentences[sentence].text
            people = view.facts.references[sentence]
            for start, end in view.places_of(sentence, form):
                if not question.unaccented and form == tuple(tokens(fold(verb))) and text[start:end].lower() != verb:
                    continue
                found.setdefault(sentence, set()).update(
                    view.facts.people[p.key].key for p in _having(deed, text, start, end, people)
                )
    return found


_MOST_FORMS = 9  # forms of a word that are synonyms; the verbs of an act are more


# What makes a noun of a verb, whose doer follows with "của": "theo lời mời của ông A".
_MADE_NOUN = compiled_later(r"(?<!\w)(?:lời|sự)\s+$", re.IGNORECASE)
_DEED_OF = compiled_later(r"\s+của\s+(?:các\s+|hai\s+)?", re.IGNORECASE)


def _having(deed: Deed, text: str, start: int, end: int, people: Sequence[Reference]) -> list[Reference]:
    if any(p.outer_start <= start < p.outer_end for p in people):
        return []
    if not deed.to_whom and (noun := _DEED_OF.match(text, end)) is not None and _MADE_NOUN.search(text, 0, start):
        by = [p for p in people if p.outer_start == noun.end()]
        return row_from(text, by, [p for p in people if p.outer_start > noun.end()]) if by else []
    if not deed.to_whom:
        return doers(text, start, end, people)
    return [p for preposition, p in receivers(text, start, end, people) if preposition == deed.preposition]
