"""Candidates for yes/no: "có" only with a sentence that says so, "không" only when the text makes it clear."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from retrieval.answering.asking import cues
from retrieval.answering.asking.question import Question
from retrieval.answering.claims import bounds
from retrieval.answering.claims.claim import NO, YES, Claim, denies_itself, is_identity, is_other_day, read_claim
from retrieval.answering.claims.claim_told import of_sentence
from retrieval.answering.claims.compared import may_hold, of_office, of_time, same_office, told_there
from retrieval.answering.claims.deed_claimed import of_person
from retrieval.answering.claims.denial import asks_first, bears_denial, denies_verb, verb_of, was_done_before
from retrieval.answering.claims.identity import asked_as_who
from retrieval.answering.claims.still import left_office
from retrieval.answering.claims.subjects import RELATED, is_by_the_way
from retrieval.answering.evidence.candidate import Candidate, Proof
from retrieval.answering.evidence.constraints import person_in
from retrieval.answering.evidence.holders import Holders, office_asked
from retrieval.answering.evidence.meant import refers_to, speaks_of
from retrieval.answering.evidence.people_asked import Named
from retrieval.answering.evidence.view import QueryWord, View
from retrieval.answering.model import Item
from retrieval.facts.acts import Act
from retrieval.language.normalize import fold


def candidates(question: Question, view: View, words: Sequence[QueryWord], named: Sequence[Named]) -> list[Candidate]:
    """Return "có" or "không" with its proof, or nothing when `view` does not settle it."""
    return bounds.judged(question, _told(question, view, words, named))


def _told(question: Question, view: View, words: Sequence[QueryWord], named: Sequence[Named]) -> list[Candidate]:
    claim = read_claim(question)
    present = [n for n in named if _is_present(view, n)]
    if named and not present:
        return []
    if (left := left_office(question, view, present)) is not None:
        return [left]
    words = [w for w in words if not claim.source[0] <= w.start < claim.source[1]]
    present = [n for n in present if not claim.source[0] <= n.start < claim.source[1]]
    identity = is_identity(question)
    if identity and not asks_first(question) and asked_as_who(question, named) is None:
        at_time = None if bounds.denies_statement(question) else of_time(question, view, words)
        if at_time is not None and bounds.bound_of(question) is not None:
            return [replace(at_time, items=(Item(YES),))]  # `bounds` compares the days
        subjects = [n for n in present if not is_by_the_way(question, claim, n)] or present
        settled = at_time or of_office(question, view, subjects)
        if settled is not None:
            against = _denials(question, view, words, present, claim) if settled.items[:1] == (Item(YES),) else []
            return against[:1] or [settled]
    phrase = "" if present else office_asked(_subject(question, claim))
    if phrase:
        # "Tổng Bí thư có ...": the one who holds that office in this report, or where the very words stand.
        holders = Holders.of(view, phrase)
        people = [view.facts.people[key] for key in holders.keys]
        holding = [
            p for p in people if any(same_office(phrase, o) and told_there(phrase, o, view, p) for o in p.offices)
        ]
        if holding:
            start = question.text.index(phrase, claim.about[0])
            present = [Named(holding[0].key, holding[0].name, start, start + len(phrase))]
        elif not holders.sentences:
            return []
    if (met := _office_met(question, claim)) and not (among := Holders.of(view, met)).sentences and not among.keys:
        return []  # who is to be met is nowhere in the report
    present = [n for n in present if not is_by_the_way(question, claim, n)]
    # "Tiệc đãi ông A do ông B chủ trì": B is who did it.
    subject = next((n for n in present if _BY.search(question.text[: n.start])), present[0] if present else None)
    if subject is not None and not RELATED.search(question.text[: subject.start]):
        found = of_person(question, view, words, subject, claim)
        if found is not None:
            denials = [c for c in _denials(question, view, words, present, claim) if found.items[0].text == YES]
            return denials[:1] or [found]
    told = of_sentence(question, view, words, present, claim, identity)
    if identity and present:
        told = [c for c in told if c.items[0].text != YES or may_hold(question, present[0], view, c.proofs[0].sentence)]
    denials = _denials(question, view, words, present, claim)
    if denials and (not told or (told[0].items[0].text == YES and told[0].score < denials[0].score + DENIED_VERB)):
        return denials[:1]
    return told


def _subject(question: Question, claim: Claim) -> str:
    """Return what a claim is about, up to its verb ("Bộ trưởng Bộ Y tế | đã dự lễ, phải không")."""
    start, end = claim.about
    verb = min((a.start for a in question.acts if start < a.start < end), default=end)
    return _AUXILIARY.sub("", question.text[start:verb].rstrip())


_AUXILIARY = cues.shape(r"(?:\s+(?:có|đã|sẽ|cũng|từng|cùng|đến|tới))+$")


def _office_met(question: Question, claim: Claim) -> str:
    """Return the office whose holder somebody is claimed to have met ("có gặp Thủ tướng không"), "" for none."""
    meeting = next((a for a in question.acts if a.act is Act.MEET and claim.core[0] <= a.start < claim.core[1]), None)
    if meeting is None:
        return ""
    met = question.text[meeting.end : claim.core[1]]
    end = _CIRCUMSTANCE.search(met)
    return office_asked(met[: end.start()] if end is not None else met)


_BY = cues.shape(r"(?<!\w)do\s+(?:(?:ông|bà|anh|chị)\s+)?$")
_CIRCUMSTANCE = cues.shape(r"\s+(?:ở|tại|trong|vào|khi|lúc|ngày|hôm|sáng|chiều|tối|nhân|để|về|không|chưa)(?!\w)|[,?.!]")


def _denials(
    question: Question, view: View, words: Sequence[QueryWord], named: Sequence[Named], claim: Claim
) -> list[Candidate]:
    """Return "không" with the sentences that deny the very verb of the claim of those it is about, best first."""
    if denies_itself(question, claim):
        return []
    verb = verb_of(question, claim)
    about = [n for n in named if n.start < claim.affirmed[0]]
    made = []
    for index in range(len(view.facts.sentences)):
        against = denies_verb(verb, view, index) or was_done_before(question, verb, view, index)
        if not against or is_other_day(question, view, index):
            continue
        if about and not any(speaks_of(view, index, n) or refers_to(view, index, n) for n in about):
            continue
        bears = bears_denial(words, view, index)
        if bears:
            made.append(Candidate((Item(NO),), (Proof(view, index),), bears + 0.2, min(1.0, bears + 0.1), view))
    return sorted(made, key=lambda c: -c.score)


# A sentence that denies the very verb is believed though another has so much more of the other words.
DENIED_VERB = 0.5


def _is_present(view: View, named: Named) -> bool:
    if person_in(view, named) is not None:
        return True
    key = named.key or re.sub(r"\W", "", fold(named.name))
    return bool(key) and key in view.squeezed
