"""Whether the answer to a detail of a claim is what the claim has there."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from retrieval.answering.claims.bodies import is_body, same_words
from retrieval.answering.claims.borne import places_of, sorts_of
from retrieval.answering.claims.compared import same_office, time_text
from retrieval.answering.evidence.candidate import Candidate
from retrieval.answering.evidence.constraints import person_in
from retrieval.answering.evidence.people_asked import Named
from retrieval.answering.evidence.view import tokens
from retrieval.answering.model import Kind
from retrieval.facts.people import name_key
from retrieval.language.dates import DateMention, compatible, find_dates
from retrieval.language.normalize import fold
from retrieval.language.numerals import Quantity, find_quantities
from retrieval.language.patterns import word_spans


@dataclass(frozen=True, slots=True)
class Back:
    """A detail of a claim: `text` asks for it, `told` is what the claim has there.

    `only_one` tells that what else answers it denies the claim: of several who spoke a report may name a few.
    `tied` tells that the claim is just of who it was ("... có phải là ông A", "do Sở Y tế chi trả"): no other sentence
    about that one bears it."""

    kind: Kind
    text: str
    told: Named | DateMention | Quantity | str
    only_one: bool = True
    tied: bool = False


def agrees(back: Back, answer: Candidate) -> bool | None:
    """Tell whether an answer bears what the claim has; None where that cannot be compared."""
    said = [item.text for item in answer.items]
    match back.told:
        case Named():
            person = person_in(answer.view, back.told)
            keys = {name_key(text) for text in said}
            return person is not None and (person.key in keys or any(same_words(person.name, text) for text in said))
        case DateMention():
            days = [d for d in find_dates(said[0]) if d.date.is_known]
            return compatible(back.told, days[0]) if days else None
        case Quantity():
            found = find_quantities(said[0])
            if any(_told_beside(back.told, q, answer) for q in found):
                return True
            if not found or back.told.value in {v for q in found for v in (q.value, q.value_to, q.out_of)}:
                return True if found else None
            return None if _is_counted_elsewhere(back.told, answer) else False
        case str() if back.kind is Kind.OFFICE:
            return _holds(back.told, answer)
        case str() if back.kind is Kind.PEOPLE:
            beside = names_body(answer, back.told) and not _is_set_apart(answer, back.told)
            return None if beside else is_body(back.told, said)
        case str():
            if same_words(back.told, said[0]):
                return True
            places = [(places_of(text)[-1:], sorts_of(text)[-1:]) for text in (back.told, said[0])]
            (one, its_sort), (other, other_sort) = places
            return False if one and other and one != other and its_sort == other_sort else None
    return None


def _is_counted_elsewhere(told: Quantity, answer: Candidate) -> bool:
    """Tell whether a report has a number with what it counts: then the answer may be of another such number."""
    noun = fold(told.noun).split()[:2]
    return bool(noun) and f" {' '.join([*tokens(fold(told.text)), *noun])} " in answer.view.text


def _told_beside(told: Quantity, said: Quantity, answer: Candidate) -> bool:
    """Tell whether the proof has one of two numbers in brackets behind the other: it is the same in another unit."""
    one, other = re.escape(told.text), re.escape(said.text)
    shape = rf"{one}[^()]{{0,24}}\([^()]{{0,24}}{other}|{other}[^()]{{0,24}}\([^()]{{0,24}}{one}"
    return any(re.search(shape, p.view.facts.sentences[p.sentence].text) is not None for p in answer.proofs)


def other_part_of_day(told: DateMention, answer: Candidate) -> str:
    """Return the part of the day that a report tells instead of the one claimed ("chiều 18/12"), "" for none."""
    if told.part_of_day is None:
        return ""
    day = replace(told, part_of_day=None)
    same = [d for d in answer.view.facts.dates if d.resolved.mention.part_of_day and compatible(day, d.resolved)]
    if any(d.resolved.mention.part_of_day is told.part_of_day for d in same):
        return ""
    proofs = {proof.sentence for proof in answer.proofs if proof.view is answer.view}
    return next((time_text(d.resolved, with_part=True) for d in same if d.sentence in proofs), "")


def _is_set_apart(answer: Candidate, body: str) -> bool:
    """Tell whether an organisation stands in another part of a list than the one that answers ("...; ...")."""
    proof = answer.proofs[0]
    text = proof.view.folded[proof.sentence]
    places = word_spans(text, fold(body))
    apart = (text[min(end, b) : max(start, a)] for start, end in proof.spans for a, b in places)
    return bool(places and proof.spans) and all(";" in between for between in apart)


def names_body(found: Candidate, body: str) -> bool:
    """Tell whether the sentence that proves something names an organisation, which may then have done it as well."""
    proof = found.proofs[0]
    return f" {' '.join(tokens(fold(body)))} " in f" {' '.join(tokens(proof.view.folded[proof.sentence]))} "


def _holds(office: str, answer: Candidate) -> bool | None:
    """Tell whether somebody holds an office by what a report says of that person's offices; None where it may be so."""
    person = answer.view.facts.people.get(answer.person)
    held = [*(person.offices if person is not None else ()), *(item.text for item in answer.items)]
    if any(same_office(office, one) for one in held):
        return True
    if any(fold(office) in fold(one) for p in answer.view.facts.people.values() for one in p.offices):
        return False  # somebody else's
    told = [answer.view.folded[i] for i in (person.sentences if person is not None else ())]
    return None if any(same_words(office, text) for text in told) else False
