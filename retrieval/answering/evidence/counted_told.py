"""Of what a number is told: of the things asked for, of their field or district, of what goes that way.

"Bao nhiêu học sinh" is not answered by the number of projects, "mấy văn kiện thuộc lĩnh vực giao thông" not by that of
those on energy, and how much A invests in B is not what B invests in A.
"""

from __future__ import annotations

from functools import lru_cache

from retrieval.answering.asking.question import Question
from retrieval.answering.evidence.matching import synonyms_of
from retrieval.answering.evidence.same_things import others
from retrieval.answering.evidence.view import View, tokens
from retrieval.answering.model import Kind
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.letters import UPPER
from retrieval.language.normalize import fold, lower_case
from retrieval.language.places import COUNTRY_PATTERN
from retrieval.language.word_tagger import words as segment

# A district has a name: "bao nhiêu tỉnh thành" asks for none of that name.
_FIELD = compiled_later(
    r"(?<!\w)(?:(?i:lĩnh vực|ngành|mảng|môn|hạng|loại) (?!nào|gì|này|đó|khác)|"
    rf"(?i:huyện|quận|tỉnh|xã|phường|thành phố) (?=[{UPPER}]))(?P<field>[^\W\d_]+)"
)
_INTO = r"(?:sang|ở|tại|vào|tới|đến|thăm|cho)"
_FROM_TO = compiled_later(
    rf"(?<!\w)(?P<one>{COUNTRY_PATTERN})(?= )(?! ?[-–])[^.;:]{{0,90}}? {_INTO} (?P<other>{COUNTRY_PATTERN})(?!\w)"
)

_Forms = tuple[tuple[str, ...], ...]


def is_untold(question: Question, view: View, sentence: int) -> bool:
    """Tell whether a sentence of `view` has nothing of what `question` counts, or has it the other way round."""
    if question.kind is not Kind.COUNT or question.unaccented:
        return False
    things, field, ways = _asked(question)
    if things:
        near = range(max(0, sentence - 1), min(sentence + 2, len(view.folded)))
        has = 0
        for form in things:
            has |= view.sentences_with(form)
        if not any(has >> i & 1 for i in (*near, len(view.folded))):
            return True
    if field and not view.sentences_with((field,)) >> sentence & 1:
        return True
    return any(_is_reversed(one, other, view.facts.sentences[sentence].text) for one, other in ways)


@lru_cache(maxsize=64)  # asked for every answer that is weighed
def _asked(question: Question) -> tuple[_Forms, str, tuple[tuple[str, str], ...]]:
    """Return the words for the things counted, the field or district they are of, and from where to where they go."""
    after = question.text[question.cue[1] :]
    field = _FIELD.search(after)
    ways = tuple((m["one"], m["other"]) for m in _FROM_TO.finditer(question.text) if m["one"] != m["other"])
    return _things(after.strip()), fold(field["field"]) if field is not None else "", ways


def _things(after: str) -> _Forms:
    """Return the forms of the noun right after "bao nhiêu", where it has several syllables: the others are vague."""
    noun = lower_case(next(iter(segment(after)), "")) if after else ""
    if " " not in noun or not noun.replace(" ", "").isalpha():
        return ()
    syllables = tuple(tokens(fold(noun)))
    return (syllables, *synonyms_of(noun), *others(syllables))


def _is_reversed(one: str, other: str, text: str) -> bool:
    """Tell whether a sentence tells of what goes from `other` to `one`, and of nothing the other way."""
    told = {(m["one"], m["other"]) for m in _FROM_TO.finditer(text)}
    return (other, one) in told and (one, other) not in told
