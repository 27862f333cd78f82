"""Whom "ông Nam" means: the one so called in the reports nearest to the question, or nobody that they name."""

from __future__ import annotations

import re

from retrieval.answering.asking import cues
from retrieval.answering.asking.question import Question
from retrieval.answering.evidence.collection import Collection
from retrieval.answering.evidence.view import View
from retrieval.language.normalize import fold
from retrieval.language.offices import HONORIFICS

_NEAR = 4  # documents, by rank, in which somebody is looked for
# Typed without capitals: somebody addressed, and what shows that it is a name that stands there.
_FIRST = r"(?:(?:có phải|phải chăng|liệu|chức vụ|chức|chức danh|của|vì sao|tại sao|còn|thế|vậy|theo)\s+)*"
_LOW = cues.shape(
    rf"^{_FIRST}(?:ông|anh|bà|chị|đồng chí)\s+(?P<name>[^\W\d_]+)"
    r"(?=\s+(?:có|đã|cũng|là ai|giữ chức|chức vụ|là gì|nói|phát biểu|chủ trì|dự|tham dự|đề nghị|làm gì|vắng|được)(?!\w)"
    r"|\s*[?.!]*$)"
)
_BEFORE = cues.shape(rf"^{_FIRST}$")
# What stands behind such a word and is no name, in bare letters.
_NO_NAMES = frozenset((
    "ay", "do", "nay", "ta", "kia", "chu", "con", "em", "chi", "anh", "ngoai", "noi", "lon", "nao", "ai", "gi", "bau",
    "trum", "co", "la", "xa", "cu", "gia", "ban", "ca", "bo", "bi", "thu", "tong", "giam", "pho", "truong", "lanh",
    "dai", "hoi", "trai", "gai", "re", "dau", "lao", "me", "vo", "chong", "hang", "doc", "vua",
    "hai", "ba", "tu", "sau", "bay", "tam", "chin",
))  # fmt: skip


def is_subject(question: Question, start: int) -> bool:
    """Tell whether a question is about somebody whose honorific begins at `start`: nobody and nothing is before it."""
    return _BEFORE.match(question.text[:start]) is not None


def low_name(question: Question) -> tuple[int, int] | None:
    """Return the span of the name in a question about somebody typed without capitals ("ong nam co du ko")."""
    m = _LOW.match(question.text)
    return m.span("name") if m is not None and fold(m["name"]) not in _NO_NAMES else None


def person_addressed(name: str, question: Question, collection: Collection) -> str | None:
    """Return the key of the one meant by a given name, "" where no report that is near names any such person.

    None where it cannot be told: two are called so, or somebody whose full name no report gives.
    """
    views = [collection.view(document) for document, _ in collection.nearest(question.text)[:_NEAR]]
    for view in views:
        called = {person.key for person in view.facts.people.values() if _is_called(person.name, name)}
        if called:
            return next(iter(called)) if len(called) == 1 else None
    return None if any(_is_addressed_in(view, name) for view in views) else ""


def _is_called(full: str, name: str) -> bool:
    given = full.split()[-1]
    return fold(given) == fold(name) if name.isascii() or name.islower() else given == name


def _is_addressed_in(view: View, name: str) -> bool:
    """Tell whether a report speaks of somebody by that name alone ("bà Hoa", "bị cáo Hoa")."""
    wanted = fold(name)
    if wanted not in view.distinct:
        return False
    behind = re.compile(rf"(?<!\w)(?:{_ADDRESS})\s+{re.escape(wanted)}(?!\w)")
    return any(behind.search(text) for text in view.folded)


_ADDRESS = "|".join({re.escape(fold(h)) for h in HONORIFICS} | {"cao", "can", "pham", "nhan", "ta", "uy", "si"})
