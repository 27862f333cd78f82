"""Candidates for yes/no: "có" only with a sentence that says so, "không" only when the text makes it clear."""

from __future__ import annotations

import re
from collections.abc import Sequence

from retrieval.answering import cues
from retrieval.answering.about import asked_event, fits_event
from retrieval.answering.candidate import Candidate, Proof, names_quoted, written_name
from retrieval.answering.claim import (
    DENIAL,
    Claim,
    excludes_person,
    is_denied,
    is_opposed,
    other_ordinal,
    read_claim,
    words_in,
)
from retrieval.answering.constraints import Named, person_in
from retrieval.answering.denial import asks_first, bears_denial, denies_verb, verb_of, was_done_before, was_only_planned
from retrieval.answering.holders import Holders, office_asked
from retrieval.answering.matching import coverage, inside
from retrieval.answering.meant import refers_to, speaks_of
from retrieval.answering.model import Item, Kind
from retrieval.answering.question import Question
from retrieval.answering.view import QueryWord, View
from retrieval.answering.who import ACT_FIT, DEFINITE
from retrieval.facts.acts import Act, find_acts
from retrieval.facts.participation import Participation, Role
from retrieval.language import offices
from retrieval.language.dates import PartOfDay, ResolvedDate, compatible, format_date
from retrieval.language.normalize import fold

YES, NO = "có", "không"
# Acts that one person, or one joint group, does at an event: that others did it means that this person did not.
_SINGULAR = frozenset((Act.CHAIR, Act.OPEN, Act.CLOSE, Act.GIVE, Act.LEAD, Act.PRESENT))


# Acts whose object is the claim itself.
_OF_CONTENT = frozenset((Act.SAY, Act.ANNOUNCE, Act.EXPLAIN))
# Acts that a report tells by a verb of theirs, or not at all.
_TOLD_BY_VERB = DEFINITE | {Act.GIVE, Act.GET, Act.APPOINT, Act.APOLOGISE, Act.HONOUR, Act.VISIT, Act.SIGN}


def candidates(question: Question, view: View, words: Sequence[QueryWord], named: Sequence[Named]) -> list[Candidate]:
    """Return "có" or "không" with its proof, or nothing when `view` does not settle it."""
    claim = read_claim(question)
    present = [n for n in named if _is_present(view, n)]
    if named and not present:
        return []
    words = [w for w in words if not claim.source[0] <= w.start < claim.source[1]]
    present = [n for n in present if not claim.source[0] <= n.start < claim.source[1]]
    identity = _is_identity(question)
    if identity and not asks_first(question):
        settled = _of_time(question, view, words) or _of_office(question, view, present)
        if settled is not None:
            return [settled]
    phrase = "" if present else office_asked(question.text[claim.about[0] : claim.about[1]])
    if phrase:
        # "Tổng Bí thư có ...": the one who holds that office in this report, or where the very words stand.
        holders = Holders.of(view, phrase)
        if holders.keys:
            start = claim.about[1] - len(phrase) - 1
            present = [Named(key, view.facts.people[key].name, start, start + len(phrase)) for key in holders.keys[:1]]
        elif not holders.sentences:
            return []
    present = [n for n in present if not _by_the_way(question, n)]
    subject = present[0] if present else None
    if subject is not None and not _RELATED.search(question.text[: subject.start]):
        found = _of_person(question, view, words, subject, claim)
        if found is not None:
            denials = [c for c in _denials(question, view, words, present, claim) if found.items[0].text == YES]
            return denials[:1] or [found]
    told = _of_sentence(question, view, words, present, claim, identity)
    denials = _denials(question, view, words, present, claim)
    if denials and (not told or (told[0].items[0].text == YES and told[0].score < denials[0].score + DENIED_VERB)):
        return denials[:1]
    return told


def _denials(
    question: Question, view: View, words: Sequence[QueryWord], named: Sequence[Named], claim: Claim
) -> list[Candidate]:
    """Return "không" with the sentences that deny the very verb of the claim of those it is about, best first."""
    if any(m.group("denial") for m in DENIAL.finditer(question.text, 0, question.cue[0])):
        return []
    verb = verb_of(question, claim)
    about = [n for n in named if n.start < claim.affirmed[0]]
    made = []
    for index in range(len(view.facts.sentences)):
        against = denies_verb(verb, view, index) or was_done_before(question, verb, view, index)
        if not against or _other_day(question, view, index):
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


def _by_the_way(question: Question, named: Named) -> bool:
    """Tell whether a person only describes what is asked about.

    So does the one in "cuộc đối thoại do Chủ tịch nước A chủ trì có ..." and in "Trước Giáo hoàng B có ai ...".
    """
    before = question.text[: named.start]
    if _BESIDE.search(before) is not None:
        return True
    following = find_acts(question.text[named.end :])
    return _BY.search(before) is not None and bool(following) and following[0].start <= 2


_BY = cues.shape(r"(?<!\w)do\s+(?:[^\s,]+\s+){0,7}$")
_BESIDE = cues.shape(r"(?:^|,\s*)(?:trước|sau|ngoài|khác với|giống)\s+(?:[^\s,]+\s+){0,4}$")


def _asked_act(question: Question, claim: Claim, *, identity: bool) -> Act | None:
    """Return the act that is claimed: the first verb after the word that affirms, before any circumstance."""
    coming = _COMING.match(question.text, claim.claimed[0])
    if coming is not None:
        return Act.ATTEND
    claimed = next((a for a in question.acts if claim.core[0] < a.end and a.start < claim.core[1]), None)
    if claimed is not None:
        led = _AUXILIARY.sub("", question.text[claim.core[0] : claimed.start])
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


_COMING = cues.shape(
    r"\s*(?:được mời\s+)?(?:tới|đến|đi|về|ra|sang|có mặt|góp mặt)\s+(?:dự|họp|buổi|lễ|hội nghị|cuộc họp|phiên|sự kiện|"
    r"đại hội|ở|tại|trong)(?!\w)"
)


# "Phu nhân Thủ tướng ..." asks about somebody else than the Thủ tướng.
_RELATED = cues.shape(
    r"(?<!\w)(?P<who>phu nhân|vợ|chồng|con trai|con gái|con|mẹ|cha|bố|anh trai|em trai|em gái|chị gái|trợ lý|"
    r"người phát ngôn|phát ngôn viên|thư ký|luật sư của)\s+(?:\S+\s+){0,4}$"
)


def _is_identity(question: Question) -> bool:
    return cues.search(("có phải", "phải không", "đúng không", "có đúng"), question.text) is not None


def compares_time(question: Question) -> bool:
    """Tell whether a yes/no question asks if something happened at the time it names, which may then be another."""
    return (
        question.kind is Kind.YES_NO and _is_identity(question) and bool(question.dates or _PART.search(question.text))
    )


def _of_time(question: Question, view: View, words: Sequence[QueryWord]) -> Candidate | None:
    """Compare the day or part of day in the question with the event's own."""
    event = view.facts.event
    times = [d for d in question.dates if d.date.is_known]
    bare = _PART.search(question.text)
    parts = {d.part_of_day for d in times if d.part_of_day is not None}
    if bare is not None:
        parts.add(next(p for p in PartOfDay if fold(p.value) == fold(bare.group("part"))))
    if event.date is None or not (times or parts):
        return None
    spans = [(d.start, d.end) for d in times] + ([bare.span()] if bare else [])
    rest = [w for w in words if not any(a <= w.start < b for a, b in spans)]
    cover = coverage(rest, view, event.date_sentence)
    if not rest or cover < 0.6:
        return None
    found = event.date.mention
    days = [compatible(t, event.date) for t in times if t.date.is_known]
    wrong_part = bool(parts) and found.part_of_day is not None and found.part_of_day not in parts
    if any(day is False for day in days) or wrong_part:
        verdict: tuple[Item, ...] = (Item(NO), Item(_time_text(event.date, with_part=wrong_part)))
    elif all(days) and (not parts or found.part_of_day in parts):
        verdict = (Item(YES),)
    else:
        return None
    proof = Proof(view, event.date_sentence, ((found.start, found.end),))
    return Candidate(verdict, (proof,), 1.2 + cover, min(1.0, 0.4 + 0.6 * cover), view)


_PART = cues.shape(r"(?<!\w)buổi\s+(?P<part>sáng|trưa|chiều|tối)(?!\w)")


def _time_text(date: ResolvedDate, *, with_part: bool) -> str:
    day = format_date(date.date, date.until)
    part = date.mention.part_of_day
    return f"{part.value} {day}" if with_part and part is not None else day


def _of_office(question: Question, view: View, present: Sequence[Named]) -> Candidate | None:
    """Compare the office in "X là ... đúng không" with those that the report gives X."""
    tie = re.search(r"(?<!\w)(?:là|la)\s+", question.text)
    if tie is None or not present or question.acts:
        return None
    head = offices.HEAD.match(question.text, tie.end())
    person = person_in(view, present[0])
    if head is None or person is None or not person.offices:
        return None
    wanted = fold(head.group())
    held = [o for o in person.offices if re.match(rf"{re.escape(wanted)}(?!\w)", fold(o))]
    office = (held or person.offices)[0]
    sentence = person.described.get(office, person.sentences[0] if person.sentences else 0)
    at = view.facts.sentences[sentence].text.find(office)
    proof = Proof(view, sentence, ((at, at + len(office)),) if at >= 0 else ())
    verdict = (Item(YES),) if held else (Item(NO), Item(f"{present[0].name}: {', '.join(person.offices)}"))
    return Candidate(verdict, (proof,), 2.0, 0.85, view, person=person.key)


def _of_person(
    question: Question, view: View, words: Sequence[QueryWord], named: Named, claim: Claim
) -> Candidate | None:
    asked = _asked_act(question, claim, identity=_is_identity(question))
    if asked is None or asked in _OF_CONTENT:
        return None  # "có cho rằng ...": what was said decides, not that something was
    person = person_in(view, named)
    if person is None:
        return None
    event = asked_event(question)
    best: tuple[float, int, tuple[int, int], float] | None = None
    best_verb = 0
    others: tuple[float, Participation] | None = None
    for part in view.facts.participations:
        fit = ACT_FIT.get(asked, {asked: 1.0}).get(part.act, 0.0)
        if asked is Act.ATTEND and fit >= (0.4 if part.act is not Act.SAY or _said_there(view, part.sentence) else 1.0):
            fit = max(fit, 0.8)
        if fit < 0.75:
            continue
        cover = coverage(words, view, part.sentence)
        about = fits_event(event, view, part.sentence, part.verb_start, part.verb_end)
        if about < 0.0 or _other_day(question, view, part.sentence):
            continue  # that was another event
        mine = view.facts.people[part.person].key == person.key
        if mine and (part.role is Role.SUBJECT or asked not in _SINGULAR):
            score = cover + 0.3 * fit
            if best is None or score > best[0]:
                best = (score, part.sentence, (part.start, part.end), cover)
                best_verb = part.verb_end
        elif not mine and part.role is Role.SUBJECT and fit == 1.0 and (others is None or cover > others[0]):
            others = (cover, part)
    if asked in _SINGULAR and others is not None and others[0] > 0.62 and (best is None or others[0] > best[3] + 0.15):
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
    if best is None:
        return None
    _, sentence, span, cover = best
    text = view.facts.sentences[sentence].text
    denied = was_only_planned(text) or any(
        m.group("denial") for m in DENIAL.finditer(text, span[1], max(best_verb, span[1] + 30))
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


def _of_sentence(
    question: Question,
    view: View,
    words: Sequence[QueryWord],
    named: Sequence[Named],
    claim: Claim,
    identity: bool,
) -> list[Candidate]:
    """Judge by the sentence that bears most of the question's words, above all of those after "có"."""
    made = []
    related = _RELATED.search(question.text[: named[0].start]) if named else None
    claimed_words = words_in(words, claim.claimed) or list(words)
    core_words = words_in(words, claim.core) or claimed_words
    asked = _asked_act(question, claim, identity=_is_identity(question))
    deeds = (
        {act for act, fit in ACT_FIT.get(asked, {asked: 1.0}).items() if fit >= 0.5}
        if asked in _TOLD_BY_VERB
        else set()
    )
    asked_negative = any(m.group("denial") for m in DENIAL.finditer(question.text, 0, question.cue[0]))
    keys = {p.key for n in named if (p := person_in(view, n)) is not None}
    core_text = question.text[claim.core[0] : claim.core[1]]
    for index in range(len(view.facts.sentences)):
        if related is not None and fold(related.group("who")) not in view.folded[index]:
            continue
        away = [n for n in named if not speaks_of(view, index, n)]
        if named and len(away) == len(named):
            continue
        if _other_day(question, view, index):
            continue
        own, claimed, core = (inside(w, view, index) for w in (words, claimed_words, core_words))
        cover = coverage(words, view, index)
        opposed = is_opposed(core_words, core_text, view, index)
        denied = is_denied(core_words, view, index) and not asked_negative
        if deeds and not opposed:
            if not deeds & view.acts(index):
                continue  # such a deed is told by its verb, or not at all
            if _does_else(view, index, named, deeds):
                continue  # the verb is another person's
        wrong = other_ordinal(question, claimed_words, view, index) or any(
            excludes_person(view, index, r.outer_start) for r in view.facts.references[index] if r.key in keys
        )
        against = denied or opposed or wrong
        bears = (own >= 0.36 and claimed >= 0.4 and core >= CORE) or (core >= 0.6 and cover >= 0.45)
        if not (bears or (against and core >= 0.3 and cover >= 0.5) or (opposed and cover >= 0.45 and own >= 0.2)):
            continue
        verdict = NO if against else YES
        strong = max(0.5 * max(claimed, core) + 0.5 * claimed, OPPOSED if opposed else 0.0)
        score = cover + 0.2 * own + 0.4 * strong + (DENIED if against else 0.0)
        fit = min(1.0, 0.4 * cover + 0.25 * own + 0.35 * strong + (DENIED if against else 0.0))
        made.append(Candidate((Item(verdict),), (Proof(view, index),), score, fit, view))
    made.sort(key=lambda c: -c.score)
    if identity and named and made:
        other = _someone_else(question, view, words, named)
        if other is not None and other.score > made[0].score - 0.25:
            return [other]
    return made[:1]


# How much of the core of a claim a sentence must have, however much it has of the circumstances.
CORE = 0.2
# What it is worth that a sentence denies just what is asked: reports seldom deny what is not the question.
DENIED = 0.18


# A sentence with the opposite of what is claimed lacks the word of the question, and bears on it all the same.
OPPOSED = 0.6


def _other_day(question: Question, view: View, sentence: int) -> bool:
    """Tell whether a sentence gives days, and none of them can be the one that the question names."""
    asked = [d for d in question.dates if d.date.day is not None]
    told = [d.resolved for d in view.facts.dates if d.sentence == sentence and d.resolved.date.day is not None]
    return bool(asked and told) and all(compatible(a, t) is False for a in asked for t in told)


def _does_else(view: View, sentence: int, named: Sequence[Named], deeds: set[Act]) -> bool:
    """Tell whether a sentence tells what the persons named did, and that others did one of `deeds`."""
    keys = {p.key for n in named if (p := person_in(view, n)) is not None}
    here = [
        (view.facts.people[p.person].key in keys, p.act) for p in view.facts.participations if p.sentence == sentence
    ]
    own = {act for theirs, act in here if theirs}
    return bool(own) and not own & deeds and any(act in deeds for theirs, act in here if not theirs)


def _said_there(view: View, sentence: int) -> bool:
    """Tell whether a sentence places what is said at the event ("Tại hội nghị, ông A nhấn mạnh")."""
    return _THERE.search(view.folded[sentence]) is not None


_THERE = re.compile(
    r"(?<!\w)(?:tai|trong|ben le|phat bieu o)\s+(?:day|hoi nghi|buoi|cuoc|phien|le|dai hoi|hoi thao|toa dam|dien dan|"
    r"ky hop|su kien|chuong trinh|hop bao)(?!\w)"
)


def _someone_else(
    question: Question, view: View, words: Sequence[QueryWord], named: Sequence[Named]
) -> Candidate | None:
    """Return "không" with the person who did it, when the sentence that tells of the deed names another."""
    keys = {p.key for n in named if (p := person_in(view, n)) is not None}
    deed = [
        w
        for w in words
        if not any(fold(n.name).split() and set(f) <= set(fold(n.name).split()) for n in named for f in w.forms)
    ]
    best: Candidate | None = None
    for index, row in enumerate(view.facts.references):
        people = {view.facts.people[r.key].key for r in row}
        own = inside(deed, view, index)
        if not people or people & keys or own < 0.5:
            continue
        first = row[0]
        person = view.facts.people[first.key]
        name, _ = written_name(view, person, index)
        made = Candidate(
            (Item(NO), Item(name)),
            (Proof(view, index, ((first.start, first.end),)),),
            own + 0.3,
            min(1.0, own + 0.1),
            view,
        )
        if best is None or made.score > best.score:
            best = made
    return best
