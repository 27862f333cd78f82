"""Candidates for "which office": what a report says a person is."""

from __future__ import annotations

from collections.abc import Sequence

from retrieval.answering.asking import cues
from retrieval.answering.asking.question import Question
from retrieval.answering.evidence.candidate import Candidate, Proof, offices_of
from retrieval.answering.evidence.constraints import person_in
from retrieval.answering.evidence.matching import coverage, share
from retrieval.answering.evidence.people_asked import Named
from retrieval.answering.evidence.view import QueryWord, View, Words
from retrieval.answering.model import Item
from retrieval.answering.who import office_told
from retrieval.language import offices
from retrieval.language.normalize import fold

_MOST_SYLLABLES = 28
_BESIDES = cues.shape(r"(?:ngoài|bên cạnh)(?!\w)")


def candidates(question: Question, view: View, words: Sequence[QueryWord], named: Sequence[Named]) -> list[Candidate]:
    """Return the offices of the person named in `question` as `view` gives them, as one candidate."""
    made = []
    first = _of_body(question, named, view, subject(question, named))
    for person_named in named:
        person = person_in(view, person_named)
        if person_named.start != first or person is None:
            continue
        made.extend(office_told.candidates(question, view, words, person))
        if not person.offices:
            continue
        written = [o for o in offices_of(view, person) if not offices.is_weak(o)]
        if _BESIDES.match(question.text):  # "Ngoài Bí thư Tỉnh ủy, ông A còn là gì"
            written = [o for o in written if fold(o) not in question.folded]
        if office_told.asks_before(question):
            written = [o for o in written if not office_told.is_given(o, question)]
        if not written:
            continue
        kept: list[str] = []
        for office in written:
            if sum(len(o.split()) for o in kept) + len(office.split()) <= _MOST_SYLLABLES:
                kept.append(office)
        kept = kept or [" ".join(written[0].split()[:_MOST_SYLLABLES])]
        sentences = (
            sorted({person.described[o] for o in person.offices if o in person.described}) or person.sentences[:1]
        )
        proofs = []
        for index in sentences[:3]:
            text = view.facts.sentences[index].text
            spans = [(at, at + len(o)) for o in person.offices if (at := text.find(o)) >= 0]
            proofs.append(Proof(view, index, tuple(spans)))
        cover = max((coverage(words, view, i) for i in sentences), default=0.0)
        score = 1.0 + cover + 0.02 * min(len(" ".join(kept).split()), 12)
        made.append(
            Candidate(
                (Item(", ".join(kept)),), tuple(proofs), score, min(1.0, 0.6 + 0.4 * cover), view, person=person.key
            )
        )
    return made


_AT_THAT_TIME = cues.shape(r"\s(?:(?:đang|đã|từng|vẫn|hiện|sắp|sẽ|còn|lúc|khi|hồi|ấy|đó)\s+)+")


def subject(question: Question, named: Sequence[Named]) -> int:
    """Return where the person whose office is asked for is named: right before the question word, else first.

    "Ông A, người gặp bà B, giữ chức gì": B stands in an aside. "Khi gặp bà B, ông A đang giữ chức gì": A stands next.
    """
    before = [n for n in named if n.end <= question.cue[0]]
    between = question.text[before[-1].end : question.cue[0]] if before else ""
    after_clause = len(before) > 1 and "," in question.text[before[-2].end : before[-1].start]
    if before and (not between.strip(" )") or (after_clause and _AT_THAT_TIME.fullmatch(between))):
        alias = len(before) > 1 and question.text[before[-2].end : before[-1].start].strip() == "("
        return before[-2 if alias else -1].start
    return min((n.start for n in named), default=0)


_IN_BODY = cues.shape(r"\s+(?:ở|tại|của|trong)\s+(?P<body>[^,?]+)")


def _of_body(question: Question, named: Sequence[Named], view: View, first: int) -> int:
    """Return where the person is named who has an office in the body asked about, else `first`.

    "Thầy A dạy hát cho B giữ chức gì ở Học viện": B, who sings, has none there.
    """
    body = _IN_BODY.match(question.text, question.cue[1])
    if body is None or len(named) < 2:
        return first
    asked = Words.of(fold(body.group("body")))
    fitting = {}
    for person_named in named:
        person = person_in(view, person_named)
        if person is not None and person_named.end <= question.cue[0]:
            fitting[person_named.start] = max((share(o, asked) for o in person.offices), default=0.0)
    if not fitting or fitting.get(first, 0.0) > 0.0:
        return first
    best = max(fitting, key=lambda start: fitting[start])
    return best if fitting[best] > 0.0 else first
