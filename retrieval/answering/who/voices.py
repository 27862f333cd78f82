"""Whose words a sentence is that does not name its speaker: part of a quotation that goes over several sentences.

The speaker is told in the sentence that ends the quotation ("... .”, ông A nói"), in the one that begins it, or in the
one before that. What follows without quotation marks is as often the reporter's, so that it is nobody's here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from retrieval.answering.evidence.view import View
from retrieval.answering.who.who_rows import ALL_SAID
from retrieval.facts.participation import Participation, Role
from retrieval.language.lazy_pattern import compiled_later


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody's telling of something (`part`), to which another sentence belongs that does not say so."""

    sentence: int
    part: Participation


@dataclass(frozen=True, slots=True)
class _Quotation:
    """Sentences of one quotation: that in which it opens, and that in which it closes (or the last that it has)."""

    first: int
    last: int
    opens_at: int
    closes_at: int


def voices(view: View) -> list[Voice]:
    """Return the sentences of a document that are somebody's words without naming the speaker, in order."""
    told = _tellings(view)
    found: dict[int, Voice] = {}
    for quotation in _quotations([s.text for s in view.facts.sentences]):
        teller = _told_by(quotation, told, view)
        if teller is not None:
            silent = (i for i in range(quotation.first, quotation.last + 1) if i not in told)
            found.update((i, Voice(i, teller)) for i in silent)
    return [found[index] for index in sorted(found)]


def going_on(view: View) -> list[Voice]:
    """Return the sentences that go on with what somebody said right before, their subject a pronoun or a short name."""
    found: list[Voice] = []
    telling: dict[str, Voice] = {}  # by person: the last sentence that is told or goes on
    told = _tellings(view)
    for index, references in enumerate(view.facts.references):
        for part in told.get(index, ()):
            telling[part.person] = Voice(index, part)
        if index in told or not references or references[0].outer_start > _AT_HEAD or references[0].named:
            continue
        last = telling.get(view.facts.people[references[0].key].key)
        if last is not None and index - last.sentence <= _BEHIND:
            found.append(Voice(index, last.part))
            telling[last.part.person] = found[-1]
    return found


def _tellings(view: View) -> dict[int, list[Participation]]:
    """Return what each sentence tells that somebody said."""
    told: dict[int, list[Participation]] = {}
    for part in view.facts.participations:
        if part.act in ALL_SAID and part.role is Role.SUBJECT:
            told.setdefault(part.sentence, []).append(part)
    return told


_AT_HEAD = 24  # letters of a sentence within which its subject begins
_BEHIND = 1  # sentences behind what was told
_MARK = compiled_later(r"[“”\"]")


def _quotations(texts: Sequence[str]) -> list[_Quotation]:
    """Return the quotations that go over more than one sentence, or fill one."""
    found: list[_Quotation] = []
    opened: tuple[int, int] | None = None
    for index, text in enumerate(texts):
        for mark in _MARK.finditer(text):
            # A mark at the head of a sentence opens: where something was open still, its closing mark was lost.
            opening = mark.group() == "“" or (mark.group() == '"' and (opened is None or not mark.start()))
            if opening:
                opened = (index, mark.start())
            elif opened is not None:
                found.append(_Quotation(opened[0], index, opened[1], mark.end()))
                opened = None
        if opened is not None and index - opened[0] >= _LONGEST:
            opened = None  # a mark was lost
    return [q for q in found if q.last > q.first or q.closes_at - q.opens_at > 0.6 * len(texts[q.first])]


_LONGEST = 8  # sentences of one quotation


def _told_by(quotation: _Quotation, told: dict[int, list[Participation]], view: View) -> Participation | None:
    """Return who is told as saying it: after the closing mark, before the opening one, or in the sentence before."""
    for part in told.get(quotation.last, ()):
        if part.verb_start >= quotation.closes_at:
            return part
    before = [part for part in told.get(quotation.first, ()) if part.verb_start < quotation.opens_at]
    if not before and not view.facts.references[quotation.first]:
        before = told.get(quotation.first - 1, [])
    return max(before, key=lambda part: part.verb_start, default=None)
