"""A claim that names what no report has: "không" where the reports tell of just that with another person or number."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from retrieval.answering.asking.question import Question, analyse
from retrieval.answering.claims.agreement import agrees
from retrieval.answering.claims.asked_back import asked_back
from retrieval.answering.claims.claim import NO, is_put_to_test
from retrieval.answering.claims.identity import asked_as_who
from retrieval.answering.evidence.constraints import person_in
from retrieval.answering.evidence.people_asked import Named
from retrieval.answering.finding import Finding
from retrieval.answering.model import Item, Kind

# How often the answer to a detail must be right before it denies a claim that no report bears.
SURE = 0.6


def by_who_it_was(question: Question, named: tuple[Named, ...], find: Callable[[Question], Finding]) -> Finding | None:
    """Answer "Người chủ trì có phải ông A không" with "không" where the report has another and never names A."""
    asked = asked_as_who(question, named)
    if asked is None:
        return None
    found = find(analyse(asked[0]))
    best = found.candidate
    if best is None or best.person is None or person_in(best.view, asked[1]) is not None:
        return None  # a report that names the person is read for what it tells of him
    return _denied(found, named)


def by_details(question: Question, named: tuple[Named, ...], find: Callable[[Question], Finding]) -> Finding | None:
    """Answer "Có 151 gian hàng ... không" with "không" where no report has 151 and one tells how many there were.

    Only of what is put to the test as a whole, for "ông A có dự ... không" is not denied by who else was there.
    """
    tested = is_put_to_test(question)
    for back in asked_back(question, named):
        if not back.only_one or (back.kind is not Kind.COUNT and not tested):
            continue
        asked = analyse(back.text)
        if asked.kind is not back.kind:
            continue
        found = find(asked)
        if found.candidate is None or found.confidence < SURE:
            continue
        if agrees(back, found.candidate) is False:
            return _denied(found, named)
    return None


def _denied(found: Finding, named: Sequence[Named]) -> Finding:
    """Return what answers a detail as that which denies the claim."""
    best = found.candidate
    verdict = replace(best, items=(Item(NO), *best.items)) if best is not None else None
    return replace(found, candidate=verdict, kind=Kind.YES_NO, named=tuple(named), others=())
