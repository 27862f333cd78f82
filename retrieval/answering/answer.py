"""Choosing an answer: the candidates of the documents that fit, the constraints, and whether to answer at all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from retrieval.answering import choice, told_otherwise
from retrieval.answering.asking.question import Question, analyse
from retrieval.answering.asking.who_asked import main_act, sides_asked
from retrieval.answering.beside import agreeing_with, margin_of, others_beside, rivals_beside, surer_of_two
from retrieval.answering.claims import asked_back, yes_no
from retrieval.answering.claims.agreement import Back
from retrieval.answering.claims.compared import compares_time
from retrieval.answering.confidence import share_right
from retrieval.answering.confidence_weights import UNSURE
from retrieval.answering.details import called, count, what, when, where, which, words_said
from retrieval.answering.details.where_signs import asks_where_stays
from retrieval.answering.evidence import absence, other_one, reason, said
from retrieval.answering.evidence.binding import Binding
from retrieval.answering.evidence.candidate import Candidate, Proof, evidence_of
from retrieval.answering.evidence.collection import Collection
from retrieval.answering.evidence.edition import tells_of_other_edition
from retrieval.answering.evidence.event_named import of_event_named
from retrieval.answering.evidence.holders import Holding, office_of_subject
from retrieval.answering.evidence.matching import coverage, document_coverage, query_words, with_persons
from retrieval.answering.evidence.people_asked import Named, people_named
from retrieval.answering.evidence.quoting import FOUND_WEIGHT, best_sentence
from retrieval.answering.evidence.view import QueryWord, View
from retrieval.answering.finding import Finding, nothing_found
from retrieval.answering.model import Evidence, Kind
from retrieval.answering.who import deeds, office, organisations, who
from retrieval.answering.who.who_sides import place_at_end
from retrieval.facts.people import name_key

# Below this fit the report does not tell of it: nothing there is weighed as an answer.
THRESHOLD = {
    Kind.PEOPLE: 0.43, Kind.DATE: 0.50, Kind.PLACE: 0.44, Kind.OFFICE: 0.42, Kind.COUNT: 0.43, Kind.YES_NO: 0.45,
    Kind.EVENTS: 0.35, Kind.THEME: 0.45, Kind.PASSAGE: 0.72,
}  # fmt: skip

_TOLD_OF = 4  # documents, by rank, of which what they lack may be told
# Organisations are read with fewer signs than persons: the same fit is right more often.
ORGANISATION = 0.40

# An answer that is right less often than this is not given. Set by what `fit_confidence.py` prints.
LEAST_SURE = 0.56
# A sentence that names somebody and has little of the question must be surer.
HARDLY_FITS, SURELY = 0.48, 0.70

# What a report tells of somebody beside the name, an office or a pronoun: when and where it was, and whether.
_TOLD_OF_PERSONS = frozenset((Kind.DATE, Kind.PLACE, Kind.YES_NO, Kind.EVENTS))

# An answer to a detail of a claim that is right less often than this settles nothing.
SURE_BACK = 0.5

# Where one document that fits has this share of the question's words, none is read whose rank score (the best's is 1)
# is below FAR; and none is read for answers that is further behind the best in merit than BEHIND. In libraries of
# 5,000 and 10,000 articles no answer that was right came from such a document.
WELL, FAR, BEHIND = 0.75, 0.45, 0.30
# How much it counts for an answer that its document has more of the question than another: among 5,500 articles there
# is nearly always one whose sentence fits better than that of the article asked about. At 1.2, 1.8, 2.5, 3.5 and 5 the
# share of right answers kept there was .970, .972, .972, .975, .976 (a third of the articles, that nobody had read).
OF_DOCUMENT = 3.5


def find(question: Question, collection: Collection, *, within: str = "", also: Question | None = None) -> Finding:
    """Return the best answer of `collection` to `question`; `within` prefers the document of that name.

    What `also` names binds as well: the question that this one goes on with ("... ở Huế diễn ra khi nào và ai dự?").
    """
    named = people_named(question, collection)

    def asking(back: Question) -> Finding:
        return find(back, collection, within=within)

    if (settled := told_otherwise.by_who_it_was(question, named, asking)) is not None:
        return settled
    keys = [n.key for n in named if n.key]
    near = collection.nearest(question.text, keys)
    if question.kind is Kind.EVENTS and question.dates and not named:
        near += _further(near, collection.of_days(question.dates))
    if within:
        near = _preferring(near, within, collection)
    asked, binding = question, named
    if "choice" in question.aspects:
        asked = choice.without_options(question, named)
        binding = tuple(n for n in named if "·" not in asked.text[n.start : n.end])
    unknown = next((n for n in binding if not n.key), None)
    words = query_words(question, acronyms=collection.acronyms)
    if question.kind in _TOLD_OF_PERSONS and not asks_where_stays(question):
        words = with_persons(words, [(n.start, n.end, n.key) for n in named])
    office = "" if named else office_of_subject(question)
    open_events = question.kind is Kind.EVENTS and which.is_open(question, words, named, office)
    holding = Holding.of(office, [collection.view(d) for d, _ in near]) if open_events and office else None
    if holding is not None:
        keys = sorted(holding.keys)
    if open_events and keys:
        near += _further(near, collection.naming(keys))
    bound = [Binding(asked, words, binding, not compares_time(question))]
    bound += [_bound(also, collection)] if also is not None else []
    ranked, looked_at, lacking = _fitting(question.kind, near, words, bound, collection)
    documents = tuple(d for d, _ in near)
    if question.kind is Kind.YES_NO and not ranked:
        denied = told_otherwise.by_details(question, named, asking)
        if denied is not None:
            return denied
    if unknown is not None and not ranked:
        lacking = reason.first_true((unknown.name, lacking), bound, [view for view, _ in looked_at])
        return nothing_found(question, looked_at, words, named, lacking)
    if open_events:
        events = _open_events(question, [v for _, v, _ in ranked], documents, named, holding)
        if events is not None or office:
            return events or nothing_found(question, looked_at, words, named, lacking)
    if ranked and any(isinstance(speaker, Named) for speaker in said.speakers(question, named)):
        quoted = words_said.quotation(question, [(view, covered) for _, view, covered in ranked[:3]], named)
        if quoted is None or quoted.fit < THRESHOLD[Kind.THEME]:
            return nothing_found(question, looked_at, words, named, lacking)
        said_so = (words_said.evidence_of_all(quoted),)
        return Finding(quoted, quoted.fit, "", documents, named, said_so, Kind.PASSAGE)
    best, all_found = _best_of(question, ranked, words, named)
    if question.kind is Kind.YES_NO and ranked:
        best = _settled(question, best, ranked, named, collection)
    least = ORGANISATION if "org" in question.aspects else THRESHOLD[question.kind]
    if best is None or best[1].fit < least:
        if _may_quote(question):
            passage = _passage(question, ranked, words, named)
            if passage is not None and passage.fit >= THRESHOLD[Kind.PASSAGE]:
                proof = tuple(evidence_of(p) for p in passage.proofs)
                return Finding(passage, passage.fit, "", documents, named, proof, Kind.PASSAGE)
        # That no report tells of something is only said when no report that was looked at does.
        confidence = best[1].fit if best else 0.0
        return nothing_found(question, looked_at, words, named, lacking, confidence)
    chosen, margin, sure = _weighed(question, words, best, all_found)
    hardly = question.kind is Kind.PEOPLE and "org" not in question.aspects and chosen.fit < HARDLY_FITS
    if sure < (SURELY if hardly else LEAST_SURE):
        return nothing_found(question, looked_at, words, named, "", chosen.fit)
    evidence = [*map(evidence_of, chosen.proofs), *agreeing_with(chosen, all_found, best[0])]
    others = others_beside(chosen, all_found, best[0])
    rivals = () if within else rivals_beside(question, words, chosen, others)
    return Finding(chosen, sure, "", documents, named, tuple(evidence), question.kind, others, margin, rivals)


def _best_of(
    question: Question, ranked: Sequence[tuple[float, View, float]], words: Sequence[QueryWord], named: Sequence[Named]
) -> tuple[tuple[float, Candidate] | None, list[tuple[float, Candidate]]]:
    """Return the best candidate of the documents that fit, with its score, and all that there are."""
    best: tuple[float, Candidate] | None = None
    all_found: list[tuple[float, Candidate]] = []
    for merit, view, covered in of_event_named(question, ranked)[:6]:
        if merit < ranked[0][0] - BEHIND:
            break  # they come best first
        for candidate in _candidates(question, view, words, named):
            if _of_another(question, candidate):
                continue
            total = candidate.score + OF_DOCUMENT * merit
            fit = candidate.fit * (0.45 + 0.55 * covered)
            all_found.append((total, _with_fit(candidate, fit)))
    for total, candidate in all_found:
        if candidate.items and (best is None or total > best[0]):
            best = (total, candidate)
    if best is not None:
        best = surer_of_two(question, words, best, all_found)
    return best, all_found


def _weighed(
    question: Question,
    words: Sequence[QueryWord],
    best: tuple[float, Candidate],
    found: Sequence[tuple[float, Candidate]],
) -> tuple[Candidate, float, float]:
    """Return the answer that is given, how far behind the next one lies, and how often such answers are right."""
    chosen = _fuller(question, best, found)
    margin = margin_of(chosen, found, best[0])
    sure = share_right(question, words, chosen, margin)
    return chosen, margin, max(sure, UNSURE) if is_of_the_only_year(question, words, chosen.view) else sure


# A report with this share of a question's words is the one asked about.
_ASKED_ABOUT = 0.95


def is_of_the_only_year(question: Question, words: Sequence[QueryWord], view: View) -> bool:
    """Tell whether a year is asked for and the report asked about tells of one only: any sentence with it will do."""
    if "year" not in question.aspects or len({date.resolved.date.year for date in view.facts.dates}) != 1:
        return False
    return document_coverage(words, view) >= _ASKED_ABOUT


def _settled(
    question: Question,
    best: tuple[float, Candidate] | None,
    ranked: Sequence[tuple[float, View, float]],
    named: Sequence[Named],
    collection: Collection,
) -> tuple[float, Candidate] | None:
    """Return the verdict on a claim with its score, once its details were asked back."""
    if best is not None and best[1].fit < THRESHOLD[Kind.YES_NO]:
        best = None
    settled = asked_back.settle(question, named, best[1] if best is not None else None, _asking(ranked, collection))
    if settled is None:
        return None
    return best[0] if best is not None else settled.score + OF_DOCUMENT * ranked[0][0], settled


def _asking(ranked: Sequence[tuple[float, View, float]], collection: Collection) -> Callable[[Back], Candidate | None]:
    """Return what answers a question that is asked back from the documents `ranked`, with None where it is not sure."""

    def ask(back: Back) -> Candidate | None:
        asked = analyse(back.text)
        if asked.kind is not back.kind:
            return None
        known = people_named(asked, collection)
        words = query_words(asked, acronyms=collection.acronyms)
        if asked.kind in _TOLD_OF_PERSONS:
            words = with_persons(words, [(n.start, n.end, n.key) for n in known])
        first, found = _best_of(asked, ranked, words, known)
        if first is None:
            return None
        chosen, _, sure = _weighed(asked, words, first, found)
        return chosen if chosen.fit >= THRESHOLD[asked.kind] and sure >= SURE_BACK else None

    return ask


def _fitting(
    kind: Kind,
    near: Sequence[tuple[int, float]],
    words: Sequence[QueryWord],
    bound: Sequence[Binding],
    collection: Collection,
) -> tuple[list[tuple[float, View, float]], list[tuple[View, float]], str]:
    """Read the documents of `near` that are worth it, by what the questions of `bound` name.

    Return (merit, document, share of the question's words) of those that have it all, best first; the documents read,
    with their rank scores; and, where none has it all, what is lacking.
    """
    ranked: list[tuple[float, View, float]] = []
    looked_at: list[tuple[View, float]] = []
    lacking: list[tuple[View, str]] = []
    well_covered = False
    for document, retrieved in near:
        if well_covered and retrieved < FAR and kind is not Kind.EVENTS:
            continue
        view = collection.view(document)
        looked_at.append((view, retrieved))
        lack = next((lack for one in bound if (lack := one.lacking(view))), "")
        if lack:
            lacking.append((view, lack))
            continue
        covered = document_coverage(words, view)
        ranked.append((covered + FOUND_WEIGHT * retrieved, view, covered))
        well_covered = well_covered or covered >= WELL
    ranked.sort(key=lambda r: -r[0])
    if ranked:
        return ranked, looked_at, ""
    # What is told to be lacking is what the report lacks that has most of the rest: of the edition asked about, a name.
    told_of = sorted(lacking[:_TOLD_OF], key=lambda one: -document_coverage(words, one[0]))
    return [], looked_at, reason.first_true((lack for _, lack in told_of), bound, [view for view, _ in looked_at])


def _bound(question: Question, collection: Collection) -> Binding:
    """Return what a question binds that another one goes on with."""
    words = query_words(question, acronyms=collection.acronyms)
    return Binding(question, words, people_named(question, collection), not compares_time(question))


def _may_quote(question: Question) -> bool:
    """Tell whether a whole sentence may answer: nothing with a name of its own is asked for."""
    if question.kind is Kind.THEME:
        return not question.focus or "loose" in question.aspects
    return question.kind is Kind.PASSAGE


def _of_another(question: Question, candidate: Candidate) -> bool:
    """Tell whether the evidence tells of another one of a series, or of another place, than the question."""
    if tells_of_other_edition(question, candidate.view, [p.sentence for p in candidate.proofs]):
        return True
    if question.kind is Kind.YES_NO or not candidate.proofs:
        return False  # "không, lần thứ ba" is told by just that
    return other_one.is_of_another(question, candidate.proofs[0])


def _with_fit(candidate: Candidate, fit: float) -> Candidate:
    return replace(candidate, fit=min(1.0, max(0.0, fit)))


def _preferring(near: list[tuple[int, float]], within: str, collection: Collection) -> list[tuple[int, float]]:
    place = next(iter(collection.places_of(within)), None)
    if place is None:
        return near
    return [(place, 1.6), *(found for found in near if found[0] != place)]


def _further(near: Sequence[tuple[int, float]], others: Sequence[tuple[int, float]]) -> list[tuple[int, float]]:
    """Return those of `others` that are not among the documents found."""
    seen = {document for document, _ in near}
    return [found for found in others if found[0] not in seen]


def _candidates(question: Question, view: View, words: Sequence[QueryWord], named: Sequence[Named]) -> list[Candidate]:
    if "choice" in question.aspects:
        deed = main_act(question) or next((a.act for a in question.acts), None)
        return choice.candidates(question, view, words, named, deed)
    match question.kind:
        case Kind.PEOPLE:
            if absence.is_asked(question):
                return absence.candidates(question, view, words)
            if "org" in question.aspects:
                names = called.candidates(question, view, words)
                return [*names, *deeds.that_tell(question, view, organisations.candidates(question, view, words))]
            if organisations.may_organise(question) and (found := organisations.candidates(question, view, words)):
                return deeds.that_tell(question, view, found)
            found = deeds.that_tell(question, view, who.candidates(question, view, words, named))
            if "name" in question.aspects and not question.focus:  # what is so described may be a thing
                found += called.candidates(question, view, words)
            return found
        case Kind.DATE:
            return when.candidates(question, view, words, named)
        case Kind.PLACE:
            named_so = called.candidates(question, view, words) if "name" in question.aspects else []
            return [*named_so, *where.candidates(question, view, words, named)]
        case Kind.OFFICE:
            return office.candidates(question, view, words, named)
        case Kind.COUNT:
            return count.candidates(question, view, words, named)
        case Kind.YES_NO:
            return yes_no.candidates(question, view, words, named)
        case Kind.EVENTS:
            return which.candidates(question, view, words, named)
        case Kind.THEME:
            spoken = said.speakers(question, named)
            made = what.candidates(question, view, words)
            made = [c for c in made if said.did_it(question, named, c.proofs[0])]
            return [c for c in made if not spoken or said.tells(view, c.proofs[0].sentence, spoken)]
    return []


def _open_events(
    question: Question,
    fitting: Sequence[View],
    documents: tuple[int, ...],
    named: tuple[Named, ...],
    holding: Holding | None,
) -> Finding | None:
    """Gather the events that people took part in, or that fell on a day; one told by several reports counts once."""
    found = [c for view in fitting if (c := which.events_of(question, view, named, holding)) is not None]
    kept: list[Candidate] = []
    evidence: list[Evidence] = []
    for candidate in found:
        evidence.extend(evidence_of(p) for p in candidate.proofs)
        if not any(which.same_event(candidate, other) for other in kept):
            kept.append(candidate)
    if not kept:
        return None
    kept.sort(key=lambda c: -c.score)
    best = kept[0]
    items = tuple(i for c in kept for i in c.items)
    merged = Candidate(items, best.proofs, best.score, best.fit, best.view, best.person)
    return Finding(merged, best.fit, "", documents, named, tuple(evidence), Kind.EVENTS)


def _fuller(question: Question, best: tuple[float, Candidate], found: Sequence[tuple[float, Candidate]]) -> Candidate:
    """Return the candidate of another document that names the same people and more, if one fits as well."""
    total, chosen = best
    if question.kind is not Kind.PEOPLE or {"org", "office"} & question.aspects or sides_asked(question):
        return chosen
    if place_at_end(question):
        return chosen
    names = {name_key(i.text) for i in chosen.items}
    for other_total, candidate in sorted(found, key=lambda f: -f[0]):
        others = {name_key(i.text) for i in candidate.items}
        if (
            candidate.view is not chosen.view
            and names < others
            and other_total > total - 1.2
            and candidate.fit > THRESHOLD[Kind.PEOPLE] + 0.05
        ):
            return candidate
    return chosen


def _passage(
    question: Question, ranked: Sequence[tuple[float, View, float]], words: Sequence[QueryWord], named: Sequence[Named]
) -> Candidate | None:
    """Return the sentence that most likely answers; how well it fits is by the words of the question around it."""
    near = [(view, (merit - covered) / FOUND_WEIGHT, covered) for merit, view, covered in ranked[:3]]
    chosen = best_sentence(question, words, near)
    if chosen is None:
        return None
    view, index = chosen
    covered = next(covered for _, ranked_view, covered in ranked if ranked_view is view)
    spoken = said.speakers(question, named)
    if spoken and not (said.tells(view, index, spoken) and said.is_about(question, view, index)):
        return None  # somebody else's words, or nobody's, or of something else
    cover = coverage(words, view, index)
    whole = (0, len(view.facts.sentences[index].text))
    return Candidate((), (Proof(view, index, (whole,)),), cover, cover * (0.45 + 0.55 * covered), view)
