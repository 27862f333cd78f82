"""Whom a sentence of a report means: a person by the name or a part of it, by an office, or by a pronoun."""

from __future__ import annotations

import re

from retrieval.answering.constraints import Named, person_in
from retrieval.answering.view import View
from retrieval.language import offices
from retrieval.language.letters import LOWER, UPPER
from retrieval.language.normalize import fold


def _means_office(text: str, folded: str, office: str) -> bool:
    """Tell whether a sentence has an office in full, or its head with no name after it."""
    if len(office.split()) < 2:
        return False
    if re.search(rf"(?<!\w)(?<!pho )(?<!cuu ){re.escape(fold(office))}(?!\w)", folded):
        return True
    head = offices.HEAD.match(office)
    if head is None or len(head.group().split()) < 2:
        return False
    return re.search(rf"(?<!\w)(?<!hó )(?<!ựu ){re.escape(head.group())}(?=\s+[{LOWER}])", text) is not None


def speaks_of(view: View, sentence: int, named: Named) -> bool:
    """Tell whether a sentence means the person: by the name or a part of it, or by an office."""
    person = person_in(view, named)
    text, folded = view.facts.sentences[sentence].text, view.folded[sentence]
    if person is not None:
        if sentence in person.sentences:
            return True
        words = person.name.split()
        for tail in (words[-2:], words[-1:]):
            if len(words) > len(tail) and re.search(
                rf"(?<![\w-]){re.escape(' '.join(tail))}(?![\w-])(?! [{UPPER}])", text
            ):
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
