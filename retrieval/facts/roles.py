"""Who does what any verb tells, and to whom it is done: the reading of `subjects` for verbs of no table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from retrieval.facts.acts import Act, ActMention, find_acts
from retrieval.facts.people import Reference
from retrieval.facts.subjects import row_from, subjects_of
from retrieval.language.lazy_pattern import compiled_later

# "Ông A bị (công an) bắt": the person before the verb does nothing.
_DONE_TO = compiled_later(r"(?<!\w)(?:được|bị)\s+(?:[^\s,;.]+\s+){0,6}$", re.IGNORECASE)
# What may stand between a verb and the person to whom it is done, with the preposition before the person.
_OBJECT = compiled_later(
    r"(?![^,]*(?:\s|^)(?:của|theo|do|bởi|rằng|khi|vì)\s)\s*(?:[^\s,;:.!?“”\"()]+\s+){0,5}?"
    r"(?P<preposition>(?:cùng với|với|cùng|cho|tới|đến|về)\s+)?(?:(?:các|những|hai|ba)\s+)?(?:ông|bà|đồng chí)?\s*"
)


def doers(text: str, start: int, end: int, people: Sequence[Reference]) -> list[Reference]:
    """Return those of `people`, the references of a sentence, who do what its verb at `start`-`end` tells."""
    found, before = _subjects(text, start, end, people)
    return [] if _DONE_TO.search(before) else found


def receivers(text: str, start: int, end: int, people: Sequence[Reference]) -> list[tuple[str, Reference]]:
    """Return those to whom it is done, each with the preposition before ("" for none)."""
    found, before = _subjects(text, start, end, people)
    if found and _DONE_TO.search(before):
        return [("", person) for person in found]
    if found:  # "Ông A được ông B mời"
        earlier = [p for p in people if p.outer_end <= found[0].outer_start]
        if earlier and _DONE_TO.search(text[earlier[-1].outer_end : found[0].outer_start]):
            return [("", earlier[-1])]
    after = [p for p in people if p.outer_start >= end]
    between = _OBJECT.fullmatch(text[end : after[0].outer_start]) if after else None
    if between is None:
        return []
    preposition = (between.group("preposition") or "").strip()
    return [(preposition, person) for person in row_from(text, [after[0]], after[1:])]


def _subjects(text: str, start: int, end: int, people: Sequence[Reference]) -> tuple[list[Reference], str]:
    """Return the subjects of the verb at `start`-`end`, and what stands between the last of them and the verb."""
    verb = ActMention(Act.VISIT, start, end, text[start:end].lower())
    earlier = [a for a in find_acts(text) if a.end <= start and not any(_within(a, p) for p in people)]
    found = subjects_of(text, verb, people, earlier)
    return found, text[found[-1].outer_end : start] if found and found[-1].outer_end <= start else ""


def _within(act: ActMention, person: Reference) -> bool:
    return person.outer_start <= act.start < person.outer_end
