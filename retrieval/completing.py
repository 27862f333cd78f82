"""What a library adds to the answer found in one report: what others tell of the same event, and other events.

`state` is what the library answers from, `found` what was found.
"""

from __future__ import annotations

from dataclasses import replace

from retrieval.answering import wording
from retrieval.answering.asking.question import Question
from retrieval.answering.chronicle import same_day
from retrieval.answering.evidence.candidate import Candidate, Proof, evidence_of
from retrieval.answering.finding import Finding
from retrieval.answering.model import EventSummary, Evidence, Item, Kind
from retrieval.answering.nearness import is_near
from retrieval.answering.topics import SOME_OF_ITS_OWN, own_weight
from retrieval.language.dates import format_date
from retrieval.state import State


def completed(state: State, found: Finding, language: str) -> tuple[tuple[Item, ...], tuple[Evidence, ...], list[str]]:
    """Return items, evidence and notes of an answer with what other reports of the same event add.

    A day without a year takes the year that another report gives, and says whose it is; where another report
    gives another day or number, that is said as well.
    """
    candidate = found.candidate
    if candidate is None:
        return (), (), []
    items, evidence = candidate.items, found.evidence
    notes = [wording.say(candidate.note, language)] if candidate.note else []
    if found.kind not in (Kind.DATE, Kind.COUNT):
        return items, evidence, notes
    linked = state.chronicle.of(candidate.view.index)
    if found.kind is Kind.DATE and len(items) == 1 and linked.year_from is not None and linked.date is not None:
        own = candidate.view.facts.event
        if same_day(own, items[0].text):
            items = (Item(format_date(linked.date), date=linked.date.date),)
            other = state.collection.view(linked.year_from)
            evidence = (*evidence, evidence_of(Proof(other, max(other.facts.event.date_sentence, 0))))
            notes.append(wording.say("year_from_other", language, document=other.document.name))
    for other_candidate in found.others:
        other_item = other_candidate.items[0]
        if other_candidate.view.index in linked.documents and not _agree(items[0].text, other_item.text):
            name = other_candidate.view.document.name
            other_text = wording.shown(other_item, found.kind, language)
            notes.append(wording.say("differ", language, other=other_text, document=name))
            evidence = (*evidence, *(evidence_of(p) for p in other_candidate.proofs[:1]))
            break
    return items, evidence, notes


def rivals(state: State, found: Finding) -> list[Candidate]:
    """Return the answers that other events give as well as the one chosen, one for each event."""
    if found.candidate is None:
        return []
    chronicle = state.chronicle
    told = [*chronicle.of(found.candidate.view.index).documents]
    rivals: list[Candidate] = []
    for rival in found.rivals:
        if rival.view.index not in told:
            rivals.append(rival)
            told += chronicle.of(rival.view.index).documents
    return rivals


def with_copies(state: State, evidence: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """Add the other sources that carry a sentence of the evidence word for word, behind what there is."""
    if not state.duplicates:
        return evidence
    names = state.holdings.names
    cited = {e.document for e in evidence}
    added: list[Evidence] = []
    for one in evidence:
        groups = {state.duplicates.get(i, i) for i in state.holdings.places_of(one.document)}
        for place in sorted(i for group in groups for i in (group, *state.copies.get(group, ()))):
            copied = _copy_of(state, one, place) if names[place] not in cited else None
            if copied is not None:
                cited.add(copied.document)
                added.append(copied)
    return (*evidence, *added)


def _copy_of(state: State, evidence: Evidence, place: int) -> Evidence | None:
    """Return the same sentence in another document, None when it is not there."""
    document = state.documents[place]
    if evidence.quote not in document.text:
        return None
    return replace(evidence, document=document.name, title=document.title, published=document.published)


def nearest_events(state: State, found: Finding, asked: Question) -> tuple[EventSummary, ...]:
    """Return the events of the documents that came nearest to the question, each once.

    The first has the most of its words; the others must share more with it than common words and offices (`is_near`),
    and so must the first where the question says little.
    """
    on_the_day = (
        frozenset(state.chronicle.documents_on(asked.dates)) if found.documents and asked.dates else frozenset()
    )
    says_much = own_weight(asked) >= SOME_OF_ITS_OWN
    summaries: list[EventSummary] = []
    for rank, place in enumerate(found.documents[:5]):
        event, document = state.chronicle.listed(place), state.documents[place]
        called = f"{event.name} {document.title}"
        near = (rank == 0 and says_much) or place in on_the_day
        if near or is_near(asked, found.named, called, document.text):
            summaries.append(event)
    return tuple(dict.fromkeys(summaries))[:3]


def _agree(one: str, other: str) -> bool:
    """Tell whether two dates or numbers as text do not contradict each other ("18/12" and "18/12/2021")."""
    return one == other or one.startswith(f"{other}/") or other.startswith(f"{one}/")
