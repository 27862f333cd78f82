"""Yes/no by the deeds read from a report: whether the person named did what the question says, or another did."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from retrieval.answering.asking import cues
from retrieval.answering.asking.question import Question
from retrieval.answering.claims.borne import lacks_detail
from retrieval.answering.claims.claim import DENIAL, NO, YES, Claim, is_identity, is_other_day, words_in
from retrieval.answering.claims.denial import was_called_off, was_only_planned
from retrieval.answering.claims.ordinals import other_ordinal, other_rank
from retrieval.answering.evidence.about import OWN_EVENT, asked_event, fits_event, said_there
from retrieval.answering.evidence.candidate import Candidate, Proof, names_quoted, written_name
from retrieval.answering.evidence.constraints import person_in
from retrieval.answering.evidence.matching import coverage, share
from retrieval.answering.evidence.people_asked import Named
from retrieval.answering.evidence.turned import is_turned_round
from retrieval.answering.evidence.view import QueryWord, View, Words
from retrieval.answering.model import Item
from retrieval.answering.who.who import ACT_FIT
from retrieval.facts.acts import Act
from retrieval.facts.participation import Participation, Role
from retrieval.facts.places import find_places
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.letters import UPPER
from retrieval.language.normalize import fold

# Acts that one person, or one joint group, does at an event: that others did it means that this person did not.
SINGULAR = frozenset((Act.CHAIR, Act.OPEN, Act.CLOSE, Act.GIVE, Act.LEAD, Act.PRESENT))


# Acts that one does to another: to whom it was done did not do it.
DONE_TO = frozenset((Act.RECEIVE, Act.APPOINT, Act.HONOUR))


def was_done_to(question: Question, asked: Act | None, view: View, sentence: int, keys: Collection[str]) -> bool:
    """Tell whether a sentence has the deed that is claimed of somebody only as done to that person by another."""
    if asked not in DONE_TO or _PASSIVE.search(question.text) is not None:
        return False
    told = [p for p in view.facts.participations if p.sentence == sentence and p.act is asked]
    own = {p.role for p in told if view.facts.people[p.person].key in keys}
    return own == {Role.OBJECT} and any(p.role is Role.SUBJECT for p in told)


def did_it_to_others(
    question: Question, asked: Act | None, named: Sequence[Named], claim: Claim, view: View, sentence: int
) -> bool:
    """Tell whether one to whom something is claimed to have been done is told to have done it ("tiếp ông A")."""
    if asked not in DONE_TO:
        return False
    start, end = claim.core
    verb = next((a.start for a in question.acts if a.act is asked and start <= a.start < end), start)
    keys = {p.key for n in named if verb <= n.start < end and (p := person_in(view, n)) is not None}
    told = [p for p in view.facts.participations if p.sentence == sentence and p.act is asked]
    return {p.role for p in told if view.facts.people[p.person].key in keys} == {Role.SUBJECT}


def speaks_of_visit(view: View, sentence: int, keys: Collection[str]) -> bool:
    """Tell whether a person only speaks of a visit ("bà A tin chuyến thăm sẽ ..."), and not of whose it was."""
    spoken_of = _SPOKEN_OF.search(view.folded[sentence])
    return spoken_of is not None and not any(
        ref.start > spoken_of.start() and view.facts.people[ref.key].key in keys
        for ref in view.facts.references[sentence]
    )


_SPOKEN_OF = compiled_later(
    r"(?<!\w)(?:tin|cho rang|danh gia(?: cao)?|hy vong|mong(?: muon)?|coi|hoan nghenh|ca ngoi|khang dinh|nhan manh)\s+"
    r"(?:rang\s+)?chuyen\s+(?:vieng\s+)?tham(?!\w)(?! [^,.;]*cua minh)"
)


def may_be_only(view: View, sentence: int, *places: int) -> bool:
    """Tell whether a sentence says right before a deed or its doer that it may be so ("có thể có ông A")."""
    text = view.facts.sentences[sentence].text
    return any(_MAYBE.search(text, max(0, at - _MAYBE_NEAR), at) is not None for at in places)


_MAYBE = cues.shape(
    r"(?<!\w)(?:(?<!không )có thể|nhiều khả năng|có khả năng|khả năng)\s+(?:(?:sẽ|có|cũng|còn)\s+)*"
    r"(?:(?:ông|bà|anh|chị)\s+)?$"
)
_MAYBE_NEAR = 40  # characters


def _by_named(question: Question, view: View, done: Participation) -> bool:
    """Tell whether somebody whom the question names did what was done, as the claim turns it round."""
    return any(
        p.sentence == done.sentence
        and p.act is done.act
        and p.role is Role.SUBJECT
        and fold(view.facts.people[p.person].name) in question.folded
        for p in view.facts.participations
    )


# Acts that nobody does from elsewhere.
_BEING_THERE = frozenset((Act.ATTEND, Act.CHAIR, Act.OPEN))
# Acts that a sentence which names the event tells of it. Of others the event may be only the matter ("ký công văn
# về lễ hội", "gặp báo chí trước hội nghị").
_DONE_THERE = frozenset(
    (Act.SPEAK, Act.PAPER, Act.PRESENT, Act.CLOSE, Act.LEAD, Act.LAUNCH, Act.GIVE, Act.GET, Act.HONOUR)
)
# The share of a place's words that a venue must have to be that place.
_SAME_PLACE = 0.4
# Acts whose object is the claim itself.
OF_CONTENT = frozenset((Act.SAY, Act.ANNOUNCE, Act.EXPLAIN))


def asked_act(question: Question, claim: Claim, *, identity: bool) -> Act | None:
    """Return the act that is claimed: the first verb after the word that affirms, before any circumstance."""
    coming = _COMING.match(question.text, claim.claimed[0])
    if coming is not None:
        return Act.ATTEND
    claimed = next((a for a in question.acts if claim.core[0] < a.end and a.start < claim.core[1]), None)
    if claimed is not None:
        led = question.text[claim.core[0] : claimed.start]
        led = _AUXILIARY.sub("", _GONE_TO.sub("", led) if claimed.act is Act.ATTEND else led)  # "về Huế dự lễ"
        passive = _PASSIVE.match(question.text, claim.core[0]) is not None  # "được Đại sứ quán Mỹ cấp"
        return claimed.act if identity or passive or not led.strip() else None
    if identity:  # "Người trao giải có phải ông A không"
        return next((a.act for a in question.acts), None)
    return None


_PASSIVE = cues.shape(r"\s*(?:được|bị)(?!\w)")
# What may stand between the word that affirms and the verb of the claim: "phản đối việc ông B dự" asks of no attending.
_AUXILIARY = cues.shape(
    r"(?<!\w)(?:đã|sẽ|đang|vừa|từng|cũng|cùng|được|bị|mời|trực tiếp|đích thân|đến|tới|sang|về|ra|đi|lên|lại|tiếp tục|"
    r"kịp|phải|hứa|muốn|định|dự kiến|lịch|nhận lời|đồng ý|thể|nhau|mặt)(?!\w)"
)

# To where somebody came for it: a name right after a verb of coming.
_GONE_TO = compiled_later(
    rf"(?<!\w)(?:tới|đến|về|sang|ra|vào|lên|xuống|qua)\s+(?:(?:tận|tỉnh|thành phố|TP|huyện|thị xã|nước|thủ đô)\.?\s+)*"
    rf"[{UPPER}][\w.]*(?:\s+[{UPPER}][\w.]*)*"
)

_COMING = cues.shape(
    r"\s*(?:được mời\s+)?(?:tới|đến|đi|về|ra|sang|có mặt|góp mặt)\s+(?:dự|họp|ở|tại|trong|cuộc|"
    rf"{'|'.join(sorted(cues.EVENT_NOUNS, key=len, reverse=True))})(?!\w)(?! (?:phái )?đoàn(?!\w))"
)


def of_person(
    question: Question, view: View, words: Sequence[QueryWord], named: Named, claim: Claim
) -> Candidate | None:
    """Return "có" or "không" by the deeds that `view` tells of `named` and of others, or None."""
    asked = asked_act(question, claim, identity=is_identity(question))
    if asked is None or asked in OF_CONTENT:
        return None  # "có cho rằng ...": what was said decides, not that something was
    person = person_in(view, named)
    if person is None:
        return None
    event = asked_event(question)
    best: tuple[float, int, tuple[int, int], float] | None = None
    best_verb = 0
    others: tuple[float, Participation] | None = None
    elsewhere: Participation | None = None
    turned: Participation | None = None
    places = [p.text for p in find_places(question.text) if p.strong] if asked is Act.ATTEND else []
    for part in view.facts.participations:
        fit = ACT_FIT.get(asked, {asked: 1.0}).get(part.act, 0.0)
        attended = asked is Act.ATTEND and fit > 0.0
        if fit < 0.75 and not attended:
            continue
        cover = coverage(words, view, part.sentence)
        about = fits_event(event, view, part.sentence, part.verb_start, part.verb_end)
        if about < 0.0 or is_other_day(question, view, part.sentence):
            continue  # that was another event
        if attended and part.act not in _BEING_THERE:
            there = said_there(view, part.sentence) or (about > OWN_EVENT and part.act in _DONE_THERE)
            if part.role is not Role.SUBJECT or not there:
                continue  # who did something, or to whom it was done, was only there where the sentence says so
            fit = max(fit, 0.8)
        elif attended:
            fit = max(fit, 0.8)
        mine = view.facts.people[part.person].key == person.key
        if mine and may_be_only(view, part.sentence, part.start, part.verb_start):
            continue
        if mine and asked is Act.VISIT and speaks_of_visit(view, part.sentence, (person.key,)):
            continue
        if mine and was_done_to(question, asked, view, part.sentence, (person.key,)):
            turned = part if _by_named(question, view, part) else turned
            continue
        if mine and (
            is_turned_round(question, view, part.sentence)
            or did_it_to_others(question, asked, [named], claim, view, part.sentence)
        ):
            continue
        if mine and part.venue and any(share(p, Words.of(fold(part.venue))) < _SAME_PLACE for p in places):
            elsewhere = part
            continue
        if mine and (part.role is Role.SUBJECT or asked not in SINGULAR):
            score = cover + 0.3 * fit
            if (best is None or score > best[0]) and not lacks_detail(question, claim, view, part.sentence):
                best = (score, part.sentence, (part.start, part.end), cover)
                best_verb = part.verb_end
        elif not mine and part.role is Role.SUBJECT and fit == 1.0 and (others is None or cover > others[0]):
            others = (cover, part)
    if asked in SINGULAR and others is not None and others[0] > 0.62 and (best is None or others[0] > best[3] + 0.15):
        together = _together(view, others[1])
        names = [written_name(view, view.facts.people[part.person], part.sentence)[0] for part in together]
        return Candidate(
            (Item(NO), *map(Item, dict.fromkeys(names))),
            (Proof(view, others[1].sentence, tuple((part.start, part.end) for part in together)),),
            1.3 * others[0],
            min(1.0, others[0]),
            view,
            person=person.key,
        )
    if elsewhere is not None:
        proof = Proof(view, elsewhere.sentence, ((elsewhere.start, elsewhere.end),))
        cover = coverage(words, view, elsewhere.sentence)
        fit = min(1.0, 0.5 + 0.5 * cover)
        return Candidate((Item(NO), Item(elsewhere.venue)), (proof,), 1.0 + cover, fit, view, person=person.key)
    if turned is not None and (best is None or asked not in view.acts(best[1])):
        proof = Proof(view, turned.sentence, ((turned.start, turned.end),))
        cover = coverage(words, view, turned.sentence)
        return Candidate((Item(NO),), (proof,), 1.0 + cover, min(1.0, 0.5 + 0.5 * cover), view, person=person.key)
    if best is None:
        return None
    _, sentence, span, cover = best
    text = view.facts.sentences[sentence].text
    denied = (
        was_only_planned(text, span[0])
        or (asked in (Act.MEET, Act.VISIT) and was_called_off(question, text))
        or other_rank(question, text)
        or other_ordinal(question, words_in(words, claim.claimed), view, sentence)
        or any(m.group("denial") for m in DENIAL.finditer(text, span[1], max(best_verb, span[1] + 30)))
    )
    proofs = [Proof(view, sentence, (span,))]
    if names_quoted(view, sentence, person.name) is None:
        _, spot = written_name(view, person, sentence)
        if spot is not None:
            proofs.append(Proof(view, spot[0], (spot[1],)))
    return Candidate(
        (Item(NO if denied else YES),),
        tuple(proofs),
        1.0 + cover,
        min(1.0, 0.35 + 0.65 * cover),
        view,
        person=person.key,
    )


def _together(view: View, one: Participation) -> list[Participation]:
    """Return those who did with `one`, in its sentence, what it did."""
    return [p for p in view.facts.participations if (p.sentence, p.act, p.group) == (one.sentence, one.act, one.group)]
