"""What comes of looking for an answer: a candidate that is chosen, or nothing, and then what is near."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from retrieval.answering.asking.question import Question
from retrieval.answering.evidence.candidate import Candidate, Proof, as_written, evidence_of
from retrieval.answering.evidence.constraints import person_in
from retrieval.answering.evidence.matching import document_coverage
from retrieval.answering.evidence.people_asked import Named
from retrieval.answering.evidence.quoting import best_sentence, nearest_documents
from retrieval.answering.evidence.view import QueryWord, View
from retrieval.answering.model import Evidence, Kind

# A document with a smaller share of the question's words is about something else: its event is none near the one asked
# about. Of questions about other articles hardly one has a report with more, of those about its own nearly every one.
RELATED = 0.6
# Nor is one that has so much less of them than the best.
LESS_RELATED = 0.25
LEAST_CONTENT = 0.6  # the least weight of a word that says something


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found for a question: the chosen candidate (or None), what was lacking, and the documents found (where
    nothing was, those that are about what was asked).

    `evidence` proves the candidate; without one it is the sentence that comes nearest, which proves nothing.
    """

    candidate: Candidate | None
    confidence: float
    lacking: str
    documents: tuple[int, ...]
    named: tuple[Named, ...]
    evidence: tuple[Evidence, ...] = ()
    kind: Kind = Kind.PASSAGE
    others: tuple[Candidate, ...] = ()  # the best of other documents, nearly as good
    margin: float = 1.0  # how far behind (0 to 1) the next best answer lies
    rivals: tuple[Candidate, ...] = ()  # of the others, those that say something else and have as much of the question


def nothing_found(
    question: Question,
    near: Sequence[tuple[View, float]],
    words: Sequence[QueryWord],
    named: tuple[Named, ...],
    lacking: str,
    confidence: float = 0.0,
) -> Finding:
    """Return that nothing was found, with the documents looked at that are about it and the nearest sentence."""
    said = [w for w in words if not any(d.start <= w.start < d.end for d in question.dates)]
    if question.kind is Kind.EVENTS and question.dates and not _content(said):
        return Finding(None, confidence, lacking, (), named, (), question.kind)  # any event of a day: there is none
    at = question.text.find(lacking) if lacking else -1
    rest = [w for w in words if not at <= w.start < at + len(lacking)] if at >= 0 else words
    if not _content(rest):
        return Finding(None, confidence, lacking, (), named, (), question.kind)  # of nothing but what is lacking
    about = nearest_documents(words, near)
    nearest = best_sentence(question, words, about)
    evidence = () if nearest is None else (evidence_of(Proof(*nearest)),)
    # Another edition or year of the event is near: that this one is lacking is told.
    counted = rest if any(map(str.isdigit, lacking)) else words
    known = [n for n in named if n.key]  # of others nothing is near that is not of them
    views = [view for view, _ in near if all(person_in(view, n) is not None for n in known)]
    related = [(view.index, document_coverage(counted, view)) for view in views] if len(_content(rest)) > 1 else []
    least = max([RELATED, *(share - LESS_RELATED for _, share in related)])
    documents = tuple(index for index, share in related if share >= least)
    return Finding(None, confidence, lacking, documents, named, evidence, question.kind)


def _content(words: Sequence[QueryWord]) -> list[QueryWord]:
    """Return the words of a question that say something, without the pairs of neighbours."""
    single = [word for word in words if len(word.forms[0]) == 1 or len(word.forms) > 1]
    return [word for word in single if word.weight >= LEAST_CONTENT or word.name]


def passage_text(candidate: Candidate) -> str:
    """Return the best sentence of a passage answer, or the sentences that somebody said, as written."""
    return " ".join(
        as_written(p.view, p.sentence, 0, len(p.view.facts.sentences[p.sentence].text)) for p in candidate.proofs
    )
