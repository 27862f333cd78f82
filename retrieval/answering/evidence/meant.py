"""Whom a sentence of a report means: a person by the name or a part of it, by an office, or by a pronoun."""

from __future__ import annotations

import re

from retrieval.answering.evidence.constraints import person_in
from retrieval.answering.evidence.people_asked import Named
from retrieval.answering.evidence.view import View
from retrieval.language import offices
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.letters import LOWER, UPPER
from retrieval.language.normalize import fold
from retrieval.language.organisations import find_organisations
from retrieval.language.patterns import has_word, word_spans


def _means_office(text: str, folded: str, office: str) -> bool:
    """Tell whether a sentence has an office in full, or its head with no name after it."""
    if len(office.split()) < 2:
        return False
    if has_word(folded, fold(office), not_after=_OTHER_HOLDERS):
        return True
    head = offices.HEAD.match(office)
    if head is None or len(head.group().split()) < 2:
        return False
    return any(
        _NO_NAME.match(text, end) is not None
        and not text.endswith(_NOT_HOLDING, 0, start)
        and not _is_of_other_body(text[end + 1 :], office)
        for start, end in word_spans(text, head.group())
    )


def _is_of_other_body(following: str, office: str) -> bool:
    """Tell whether another body than that of `office` follows its head ("giám đốc công ty A" is not the one of B)."""
    body = next(iter(find_organisations(following[:_BODY])), None)
    return body is not None and body.start == 0 and fold(following[: body.end]) not in fold(office)


_BODY = 80  # characters of a name that tell one body from another
_NO_NAME = compiled_later(rf"\s+[{LOWER}]")
_NOT_HOLDING = ("hó ", "ựu ", "ai ", "ác ", "hững ")  # "Phó ...", "cựu ...", "hai ...", "các ...", "những ..."
_OTHER_HOLDERS = ("pho ", "cuu ", "hai ", "cac ", "nhung ")


def _is_named(text: str, name: str) -> bool:
    """Tell whether a name stands in `text`, and not as a part of a longer one."""
    return any(
        text[start - 1 : start] != "-" and _GOES_ON.match(text, end) is None for start, end in word_spans(text, name)
    )


_GOES_ON = compiled_later(rf"-| [{UPPER}]")


def speaks_of(view: View, sentence: int, named: Named) -> bool:
    """Tell whether a sentence means the person: by the name or a part of it, or by an office."""
    person = person_in(view, named)
    text, folded = view.facts.sentences[sentence].text, view.folded[sentence]
    if person is not None:
        if sentence in person.sentences:
            return True
        words = person.name.split()
        for tail in (words[-2:], words[-1:]):
            if len(words) > len(tail) and _is_named(text, " ".join(tail)):
                return True
        if any(_means_office(text, folded, office) for office in person.offices):
            return True
    key = named.key or re.sub(r"\W", "", fold(named.name))
    return bool(key) and key in re.sub(r"\W", "", folded)


def refers_to(view: View, sentence: int, named: Named) -> bool:
    """Tell whether a sentence means the person by a pronoun or an office."""
    person = person_in(view, named)
    return person is not None and any(
        view.facts.people[r.key].key == person.key for r in view.facts.references[sentence]
    )
