"""What was found beside the answer chosen: how far behind, what agrees with it, and what answers as well.

Everywhere `found` has the candidates with their totals, by which they are ordered.
"""

from __future__ import annotations

from collections.abc import Sequence

from retrieval.answering.asking.question import Question
from retrieval.answering.confidence import log_odds, share_right
from retrieval.answering.confidence_weights import UNSURE
from retrieval.answering.evidence.candidate import Candidate, evidence_of
from retrieval.answering.evidence.matching import coverage, document_coverage
from retrieval.answering.evidence.view import QueryWord
from retrieval.answering.model import Evidence, Kind
from retrieval.language.normalize import fold


def margin_of(chosen: Candidate, found: Sequence[tuple[float, Candidate]], top: float) -> float:
    """Return how far behind (0 to 1) the best answer lies that shares nothing with the chosen one."""
    said = {i.text for i in chosen.items}
    rivals = [total for total, c in found if c.items and not said & {i.text for i in c.items}]
    return min(1.0, max(0.0, top - max(rivals))) if rivals else 1.0


# A second answer whose total lies no further behind than this is weighed against the best. Of 1,173
# answers about 416 reports 1,021 were right by their totals, 1,036 by total and confidence together.
_CLOSE = 0.8
_NEITHER = 0.3  # the margin at which both are weighed
# Numbers, events and themes are told apart by what is counted and by their sort, which the confidence does not weigh.
_WEIGHED = frozenset((Kind.PEOPLE, Kind.DATE, Kind.PLACE))


def surer_of_two(
    question: Question,
    words: Sequence[QueryWord],
    best: tuple[float, Candidate],
    found: Sequence[tuple[float, Candidate]],
) -> tuple[float, Candidate]:
    """Return the best answer or that of another sentence of its report, whichever has more by total and confidence.

    The confidence counts by the log odds that the answer is right: the two add up as scores of a ranking do. Which
    report is asked about, it was not fitted to tell.
    """
    total, chosen = best
    if question.kind not in _WEIGHED or not chosen.proofs:
        return best
    said = [item.text for item in chosen.items]
    others = [
        (score, other)
        for score, other in found
        if score >= total - _CLOSE
        and other.items
        and other.proofs
        and [item.text for item in other.items] != said
        and other.view is chosen.view
        and other.proofs[0].sentence != chosen.proofs[0].sentence
    ]
    if not others:
        return best
    second = max(others, key=lambda one: one[0])
    surer = log_odds(question, words, second[1], _NEITHER) - log_odds(question, words, chosen, _NEITHER)
    return second if second[0] + surer > total else best


def others_beside(chosen: Candidate, found: Sequence[tuple[float, Candidate]], top: float) -> tuple[Candidate, ...]:
    """Return the best candidate of every other document that is nearly as good as the chosen one."""
    best: dict[int, tuple[float, Candidate]] = {}
    for total, candidate in found:
        index = candidate.view.index
        if candidate.items and (index not in best or total > best[index][0]):
            best[index] = (total, candidate)
    rivals = [
        (t, c) for t, c in best.values() if c.view is not chosen.view and t > top - 0.5 and c.fit > chosen.fit - 0.1
    ]
    return tuple(c for _, c in sorted(rivals, key=lambda r: -r[0]))


# Kinds whose answer may be that of one event of several that fit; how much less of the question the others may have.
_OF_AN_EVENT = frozenset((Kind.PEOPLE, Kind.DATE, Kind.PLACE, Kind.COUNT))
_AS_MUCH = 0.02


def rivals_beside(
    question: Question, words: Sequence[QueryWord], chosen: Candidate, others: Sequence[Candidate]
) -> tuple[Candidate, ...]:
    """Return those of `others` whose reports and sentences have as much of the question as those of the chosen one.

    A name given by both is no other answer.
    """
    if question.kind not in _OF_AN_EVENT or "org" in question.aspects:
        return ()

    def has(one: Candidate) -> tuple[float, float]:
        return document_coverage(words, one.view), coverage(words, one.view, one.proofs[0].sentence)

    said = {fold(item.text) for item in chosen.items}
    least = [share - _AS_MUCH for share in has(chosen)] if chosen.proofs else []
    return tuple(
        other
        for other in others
        if least
        and other.proofs
        and not said & {fold(item.text) for item in other.items}
        and all(share >= wanted for share, wanted in zip(has(other), least, strict=True))
        and share_right(question, words, other, 1.0) >= UNSURE
    )


def agreeing_with(chosen: Candidate, found: Sequence[tuple[float, Candidate]], top: float) -> list[Evidence]:
    """Return the evidence of other documents that give the same answer."""
    wanted = {i.text.lower() for i in chosen.items}
    more: list[Evidence] = []
    for total, candidate in sorted(found, key=lambda f: -f[0]):
        if (
            candidate.view is not chosen.view
            and total > top - 1.0
            and wanted & {i.text.lower() for i in candidate.items}
        ):
            more.extend(evidence_of(p) for p in candidate.proofs[:1])
    return more[:4]
