"""Whom somebody met and where somebody went is told in the sentence of the day asked for.

A report of a long visit has a day for nearly everything, and "khi nào A gặp B" is not answered by the day on which A
set out: the sentence with the day has B, or the place, by one of its names. Nor is the day of a visit to one country
that of a visit to another, whatever else both countries have to do with it.
"""

from __future__ import annotations

from functools import lru_cache

from retrieval.answering.asking.question import Question
from retrieval.answering.evidence.place_aliases import names_of
from retrieval.answering.evidence.view import View, tokens
from retrieval.answering.model import Kind
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.letters import UPPER
from retrieval.language.normalize import fold
from retrieval.language.places import COUNTRY_PATTERN, is_place

# What stands between the verb and the name: more of the verb, how the visit was, and what the one visited is.
_BETWEEN = (
    r"thăm|tới|đến|sang|chính thức|và làm việc|cấp nhà nước|làm việc|nước|thủ đô|thành phố|tỉnh|ở|tại|hữu nghị|"
    r"riêng|với|và|các|ông|bà|(?:Phó )?Tổng thống|(?:Phó )?Thủ tướng|Chủ tịch(?: nước)?|Tổng Bí thư|Ngoại trưởng"
)
_GOES = compiled_later(
    r"(?<!\w)(?:thăm|tới|đến|sang|công du|lên đường|đặt chân|gặp|gặp gỡ|hội đàm|hội kiến|tiếp|đón|điện đàm)"
    rf"(?: (?:{_BETWEEN}))* (?P<name>[{UPPER}]\w*(?:[ -]+[{UPPER}]\w*){{0,3}})"
)
_VISITS = compiled_later(
    rf"(?<!\w)(?:thăm|tới|đến|sang|công du)(?: (?:{_BETWEEN}|lịch sử))* (?P<name>{COUNTRY_PATTERN})(?! ?[-–]|\w)"
)
# What points back to a place or a person in the sentence before.
_BACK = compiled_later(
    r"(?<!\w)(?:đây|đó|nơi này|(?:nước|thành phố|tỉnh|quốc gia) này|ông|bà|đồng cấp|nước chủ nhà|hai bên|hai nước|"
    r"hai nhà lãnh đạo|nhau)(?!\w)"
)
_NAMED_BACK = 2  # sentences back to the name


def is_without(question: Question, view: View, sentence: int) -> bool:
    """Tell whether a sentence with a day has nothing of whom, or where, `question` says that somebody went."""
    if question.kind is not Kind.DATE or question.unaccented:
        return False
    if any(not _stands(forms, view, sentence) for forms in _named(question.text, question.cue[0])):
        return True
    asked = _visited(question.text)
    return bool(asked) and bool(told := _visited(view.facts.sentences[sentence].text)) and asked.isdisjoint(told)


_Forms = tuple[tuple[str, ...], ...]


@lru_cache(maxsize=64)  # asked for every answer that is weighed
def _named(text: str, end: int) -> tuple[_Forms, ...]:
    """Return the names, each by its forms in bare letters, of those met and of the places gone to before `end`."""
    return tuple(_forms(m["name"]) for m in _GOES.finditer(text, 0, end))


@lru_cache(maxsize=1 << 10)  # of the same sentences several days are weighed
def _visited(text: str) -> frozenset[tuple[str, ...]]:
    """Return the countries that a text says somebody goes to, each by one of its names in bare letters."""
    return frozenset(next(iter(_forms(m["name"])[1:]), _forms(m["name"])[0]) for m in _VISITS.finditer(text))


def _forms(name: str) -> _Forms:
    if is_place(name):
        return (tuple(tokens(fold(name))), *names_of(name))
    words = tokens(fold(name))  # people are called by a part of their names
    return (words[0],), (words[-1],)


def _stands(forms: _Forms, view: View, sentence: int) -> bool:
    """Tell whether one of the forms of a name stands in a sentence, or before it where it points back."""
    here = 0
    for form in forms:
        here |= view.sentences_with(form)
    if here >> sentence & 1:
        return True
    before = (1 << sentence) - (1 << max(0, sentence - _NAMED_BACK)) | 1 << len(view.folded)  # or the title
    return bool(here & before) and _BACK.search(view.facts.sentences[sentence].text) is not None
