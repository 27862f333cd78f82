"""Candidates for "who": people by the acts they did, by their office, or by the sentence that fits best."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from retrieval.answering.asking import cues
from retrieval.answering.asking.question import Question
from retrieval.answering.asking.who_asked import (
    asks_object,
    is_passive,
    led_up,
    main_act,
    name_phrase,
)
from retrieval.answering.asking.who_how_many import is_plural, number_asked
from retrieval.answering.evidence.about import Asked, asked_event, fits_event, is_shown_there, said_there
from retrieval.answering.evidence.absence import absent_from
from retrieval.answering.evidence.candidate import Candidate, Proof, offices_of, written_name
from retrieval.answering.evidence.matching import behind_best_clause, nearness, predicate_words, share
from retrieval.answering.evidence.office_names import other_names
from retrieval.answering.evidence.people_asked import Named
from retrieval.answering.evidence.view import QueryWord, View, Words
from retrieval.answering.model import Item
from retrieval.answering.who import unheard, who_deed, who_excluded, who_kin, who_listed, who_unread, words_quoted
from retrieval.answering.who.descriptions import described_by, is_headed
from retrieval.answering.who.prizes import prize_asked, winners
from retrieval.answering.who.representing import is_of_another
from retrieval.answering.who.voices import going_on, voices
from retrieval.answering.who.who_by_office import by_office as by_office_alone
from retrieval.answering.who.who_by_office import holders_of, office_head
from retrieval.answering.who.who_contradicted import is_contradicted
from retrieval.answering.who.who_nouns import holders_of_noun, noun_allows
from retrieval.answering.who.who_pairs import is_of_two
from retrieval.answering.who.who_ranking import rerate
from retrieval.answering.who.who_rows import ALL_SAID, Scored
from retrieval.answering.who.who_sides import at_place_asked, of_each_side, of_named_side, of_side, restricted
from retrieval.answering.who.who_together import belonging
from retrieval.corpus.document import ParagraphKind
from retrieval.facts.acts import Act
from retrieval.facts.participation import Participation, Role
from retrieval.facts.people import Person
from retrieval.language import offices
from retrieval.language.normalize import fold
from retrieval.language.word_tagger import words as segment

# How far an act told by a sentence answers for the act that was asked (asked -> told -> 0 to 1).
ACT_FIT: dict[Act, dict[Act, float]] = {
    Act.ATTEND: {Act.ATTEND: 1.0, Act.SAY: 0.3, Act.CHAIR: 0.55, Act.SPEAK: 0.45, Act.OPEN: 0.45, Act.CLOSE: 0.4,
        Act.PRESENT: 0.4, Act.PAPER: 0.4, Act.LEAD: 0.4, Act.HONOUR: 0.4, Act.LAUNCH: 0.5, Act.VISIT: 0.4,
        Act.GIVE: 0.4, Act.GET: 0.4, Act.RECEIVE: 0.45, Act.MEET: 0.45, Act.SIGN: 0.4},
    Act.CHAIR: {Act.CHAIR: 1.0, Act.LEAD: 0.5},
    Act.OPEN: {Act.OPEN: 1.0, Act.SPEAK: 0.4, Act.LAUNCH: 0.3},
    Act.CLOSE: {Act.CLOSE: 1.0, Act.SPEAK: 0.3, Act.CHAIR: 0.2},
    Act.SPEAK: {Act.SPEAK: 1.0, Act.OPEN: 0.8, Act.CLOSE: 0.8, Act.SAY: 0.55, Act.PRESENT: 0.5, Act.PAPER: 0.8,
        Act.ANNOUNCE: 0.4, Act.EXPLAIN: 0.4},
    Act.SAY: {Act.SAY: 1.0, Act.SPEAK: 0.9, Act.EXPLAIN: 0.8, Act.ANNOUNCE: 0.8, Act.PRESENT: 0.7, Act.PAPER: 0.8,
        Act.OPEN: 0.6, Act.CLOSE: 0.6},
    Act.PAPER: {Act.PAPER: 1.0},
    Act.PRESENT: {Act.PRESENT: 1.0, Act.PAPER: 0.9, Act.SPEAK: 0.5, Act.SAY: 0.5, Act.ANNOUNCE: 0.6, Act.EXPLAIN: 0.5},
    Act.ANNOUNCE: {Act.ANNOUNCE: 1.0, Act.SAY: 0.7, Act.SPEAK: 0.6, Act.PRESENT: 0.6},
    Act.EXPLAIN: {Act.EXPLAIN: 1.0, Act.SAY: 0.9, Act.SPEAK: 0.6},
    Act.RECEIVE: {Act.RECEIVE: 1.0, Act.MEET: 0.8},
    Act.MEET: {Act.MEET: 1.0, Act.RECEIVE: 0.9, Act.VISIT: 0.4},
    Act.GIVE: {Act.GIVE: 1.0},
    Act.GET: {Act.GET: 1.0, Act.GIVE: 0.6},
    Act.LEAD: {Act.LEAD: 1.0, Act.CHAIR: 0.4},
    Act.VISIT: {Act.VISIT: 1.0, Act.MEET: 0.4, Act.HONOUR: 0.4},
    Act.ORGANISE: {Act.ORGANISE: 1.0, Act.CHAIR: 0.4},
}  # fmt: skip
# What it is worth that a sentence has the words nearest to the question word.
TOLD = 0.55
# How surely the sentences of a quotation are those of the person told beside it.
QUOTED = 0.95
# What it is worth that the words before the person are those before the question word ("theo lời mời của ...").
LED_UP = 0.8
# What it costs that the words stand in another's part of a sentence that has several ("...; ...; ...").
OWN_CLAUSE = 1.0
# What it adds to the trust that the person is described by the noun phrase asked for.
AS_DESCRIBED = 0.08
_SYMMETRIC = frozenset((Act.MEET, Act.RECEIVE, Act.SIGN))
# Acts that a report tells with their own verb, or not at all.
DEFINITE = frozenset((Act.CHAIR, Act.OPEN, Act.CLOSE, Act.LEAD, Act.RECEIVE, Act.PRESENT, Act.PAPER, Act.ATTEND))


def candidates(question: Question, view: View, words: Sequence[QueryWord], named: Sequence[Named]) -> list[Candidate]:
    """Return the people of `view` who may answer `question`, as lists that belong together, best first."""
    by_office = "office" in question.aspects
    if by_office and (found := by_office_alone(question, view)):
        return found
    excluded = who_excluded.excluded(question, view, named)
    if listed := [c for c in who_listed.candidates(question, view, words) if c.person not in excluded]:
        return listed
    if (kin := who_kin.kin_asked(question)) is not None:
        return who_kin.candidates(question, kin, view, words, named)
    asked = main_act(question)
    if asked is Act.ATTEND and number_asked(question) == _BOTH and is_of_two(question):
        asked = Act.MEET  # who took part in a meeting of two met
    if unheard.escort_unheard(question, view):
        return []
    heard = UNHEARD if asked is None and unheard.deed_unheard(question, view, words) else 1.0
    if asked is Act.ATTEND:
        excluded |= absent_from(view)
    scored = _score_all(question, view, words, asked, excluded)
    if prize := prize_asked(question.folded):
        scored = winners(prize, view, scored)
    people = {s.person.key: s.person for s in scored}
    allowed = {
        key
        for key, person in people.items()
        if noun_allows(question, view, person) and not is_contradicted(question, view, person)
    }
    if offices.is_profession_folded(fold(question.focus)):  # "Kiến trúc sư nào thiết kế ...": who designs is one
        allowed |= {s.person.key for s in scored if s.literal > 0 and not s.person.offices}
    if {"noun", "name"} & question.aspects and not is_plural(question):
        allowed &= holders_of_noun(question, (people[key] for key in allowed)) or allowed
    scored = [s for s in scored if s.person.key in allowed]
    if by_office:  # more is said of the holder than the office: what is told of those who hold it decides
        holders = holders_of(view, question)
        if holders or not offices.is_profession_folded(office_head(question)):
            scored = [s for s in scored if s.person.key in holders]
            for row in scored:
                row.fit += AS_DESCRIBED
        else:  # "Nghi phạm 28 tuổi": seldom told with that very word, but nobody who holds an office
            scored = [s for s in scored if all(offices.is_profession(o) for o in s.person.offices)]
    if not scored:
        return []
    for row in scored:
        row.fit *= heard
    scored = of_named_side(question, view, of_side(question, view, scored))
    if is_of_another(question, scored):
        return []
    rerate(question, view, words, scored)
    if asked in ALL_SAID:
        words_quoted.rate(question, view, scored)
    scored.sort(key=lambda s: -s.score)
    best = scored[0]
    # Told twice, a person is trusted as the telling that fits better where the two are nearly as good.
    same = [s.fit for s in scored if s.person.key == best.person.key and s.score > best.score - NEARLY]
    best.fit = max(same)
    chosen = belonging(question, view, asked, best, scored)
    chosen = _as_described(question, view, restricted(question, view, chosen, scored))
    chosen = at_place_asked(question, of_each_side(question, view, chosen, scored))
    if not chosen:
        return []  # nobody is told to be of the side or at the place asked about
    made = _candidate(view, chosen, best)
    rest = []
    seen = {s.person.key for s in chosen}
    for other in scored[1:12]:
        if other.person.key not in seen:
            seen.add(other.person.key)
            rest.append(_candidate(view, [other], other))
    return [made, *rest[:3]]


# What it is worth that the very verb of the question is told of the person: to the order, to the trust, and what it
# costs where the sentence tells it of others. Of an act that is read anyway it says less.
LITERAL, LITERAL_ACT = (0.8, 0.25, 0.5), (0.8, 0.25, 0.0)
# The share of what the question says was done that a sentence with its very verb has at least.
LEAST_TOLD = 0.4
# What of the event, and of being beside the words, a sentence within a quotation has that does not name its speaker.
QUOTED_ABOUT, QUOTED_NEAR = 0.2, 0.1
# Acts of which any verb says the same.
ANY_VERB = frozenset((Act.ATTEND, Act.CHAIR))
_DELEGATION = cues.shape(r"(?<!\w)(?:phái đoàn|đoàn(?! (?:kết|viên|thể)))(?!\w)")
_BOTH = 2
SAID_THERE = 0.6  # who said something "tại hội thảo" was there
NEARLY = 0.15  # how far behind the best telling of a person another one may score
# What is left of the trust in anybody when the document has no word of the deed asked about ("Ai hát ...").
UNHEARD = 0.5


def _score_all(
    question: Question, view: View, words: Sequence[QueryWord], asked: Act | None, excluded: set[str]
) -> list[Scored]:
    cover = view.asked(words).coverages
    own = view.asked(words).insides
    told = view.asked(predicate_words(question, words)).insides
    phrase = _noun_phrase(question)
    verbs = {a.verb for a in question.acts}
    event = asked_event(question)
    wants_object = asks_object(question)
    passive = is_passive(question)
    of_delegation = asked is Act.ATTEND and _DELEGATION.search(question.text) is not None
    scored: list[Scored] = []
    for part in view.facts.participations:
        person = view.facts.people[part.person]
        if person.key in excluded:
            continue
        fit = ACT_FIT.get(asked, {asked: 1.0}).get(part.act, 0.0) if asked is not None else 0.0
        if asked is Act.ATTEND and part.role is Role.SUBJECT and said_there(view, part.sentence):
            fit = max(fit, SAID_THERE)
        if of_delegation and part.act is Act.LEAD:
            fit = 1.0  # who leads it is of it
        if asked is Act.GET and part.act is Act.GIVE:
            fit = fit if part.role is Role.OBJECT else 0.0  # who gave it did not get it
        elif asked in _SYMMETRIC and not (asked is Act.RECEIVE and part.role is Role.OBJECT):
            pass
        elif part.role is Role.OBJECT and not wants_object and not passive:
            fit *= 0.3
        elif part.role is Role.SUBJECT and wants_object and asked not in ALL_SAID and asked is not Act.ATTEND:
            fit *= 0.4
        i = part.sentence
        score = 1.6 * cover[i] + 0.9 * fit + TOLD * told[i]
        if fit and (fold(part.verb) in verbs or part.verb in verbs):
            score += 0.15
        if asked is Act.ATTEND and part.act is Act.ATTEND:
            score += 0.3
        if view.facts.sentences[i].kind is ParagraphKind.CAPTION:
            score -= 0.05
        about = fits_event(event, view, i, part.verb_start, part.verb_end)
        score += 0.45 * about + (_label_bonus(part, event) if fit else 0.0)
        near = nearness(words, view, i, part.start, part.end)
        described = _described(phrase, view, person, part.start, part.end, i)
        led = led_up(question, view.folded[i][: part.start])
        score += 0.3 * near + 0.4 * described + LED_UP * led
        score -= OWN_CLAUSE * behind_best_clause(words, view, i, part.start)
        strength = fit if asked is not None else 0.8 * told[i] + 0.2 * near
        trust = 0.40 * cover[i] + 0.15 * own[i] + 0.20 * told[i] + 0.25 * strength + 0.25 * min(0.0, about)
        trust += AS_DESCRIBED * described + 0.15 * led
        if asked in DEFINITE and not fit:
            trust *= 0.6 + 0.3 * described
        if "name" in question.aspects:
            trust *= 0.5 + 0.5 * max(described, told[i] if told[i] > 0.6 else 0.0)
        scored.append(Scored(part, person, i, part.start, part.end, score, cover[i], fit, min(1.0, trust), about))
    for index, row in enumerate(view.facts.references):
        for ref in row:
            person = view.facts.people[ref.key]
            if person.key in excluded or cover[index] < 0.25:
                continue
            near = nearness(words, view, index, ref.outer_start, ref.outer_end)
            led = led_up(question, view.folded[index][: ref.outer_start])
            described = _described(phrase, view, person, ref.outer_start, ref.outer_end, index)
            score = 1.6 * cover[index] + TOLD * told[index] + 0.45 * near + 0.7 * described + LED_UP * led
            strength = (
                max(0.55 * told[index] + 0.25 * near, described)
                if asked is None
                else 0.6 * max(told[index] * near, described)
            )
            trust = 0.40 * cover[index] + 0.15 * own[index] + 0.20 * max(told[index], described) + 0.25 * strength
            trust += AS_DESCRIBED * described + 0.15 * led
            shown = asked is Act.ATTEND and is_shown_there(view, index, ref.outer_start, ref.outer_end)
            if shown and fits_event(event, view, index, ref.start, ref.end) > 0:
                score, trust = score + 0.9 * SAID_THERE, trust + 0.25 * SAID_THERE
            elif asked in DEFINITE:
                trust *= 0.7 + 0.2 * described
            if "name" in question.aspects:
                trust *= 0.5 + 0.5 * max(described, told[index] if told[index] > 0.6 else 0.0)
            scored.append(Scored(None, person, index, ref.start, ref.end, score, cover[index], 0.0, min(1.0, trust)))
    if asked is not None and asked in ALL_SAID:
        said = ACT_FIT[asked].get(Act.SAY, 0.0) * QUOTED
        for voice in (*view.kept(voices), *view.kept(going_on)):
            i, person = voice.sentence, view.facts.people[voice.part.person]
            if person.key not in excluded:
                own_part = voice.part
                about = fits_event(event, view, own_part.sentence, own_part.verb_start, own_part.verb_end)
                described = _described(phrase, view, person, own_part.start, own_part.end, own_part.sentence)
                score = 1.6 * cover[i] + 0.9 * said + TOLD * told[i]
                score += QUOTED_ABOUT * about + 0.4 * described + QUOTED_NEAR
                trust = 0.40 * cover[i] + 0.15 * own[i] + 0.20 * told[i] + 0.25 * said
                scored.append(Scored(voice.part, person, i, 0, 0, score, cover[i], said, min(1.0, trust)))
    deed = who_deed.deed_asked(question)
    read = who_deed.is_read(question, deed) if deed is not None else None
    if deed is not None and read not in ANY_VERB:
        done = who_deed.told(question, deed, view, words)
        literal = LITERAL if read is None else LITERAL_ACT
        for scored_row in scored:
            i = scored_row.sentence
            if i not in done:
                continue
            borne = max(told[i], LEAST_TOLD)
            if scored_row.person.key in done[i]:
                scored_row.literal = literal[0] * borne
                scored_row.score += scored_row.literal
                scored_row.fit = min(1.0, scored_row.fit + literal[1] * borne)
            elif done[i]:
                scored_row.score -= literal[2] * borne
    scored.extend(row for row in who_unread.rows(question, view, words) if row.person.key not in excluded)
    return scored


def _as_described(question: Question, view: View, chosen: list[Scored]) -> list[Scored]:
    """Keep those whom "người dân thôn Đông nào" describes, where it clearly describes some and not all."""
    if "noun" not in question.aspects or fold(question.focus) != "nguoi" or len(chosen) < 2:
        return chosen
    phrase = _noun_phrase(question)
    fits = [_described(phrase, view, row.person, row.start, row.end, row.sentence) for row in chosen]
    if max(fits) < DESCRIBED:
        return chosen
    return [row for row, fit in zip(chosen, fits, strict=True) if fit >= 0.5 * max(fits)]


# The share of a noun phrase that a person's description must have to be taken for what is asked for.
DESCRIBED = 0.75


def _label_bonus(part: Participation, event: Asked) -> float:
    """Return what a side or venue that the question names, or does not, is worth to those who carry its label."""
    label = f"{part.side} {part.venue}".strip()
    if not label:
        return 0.0
    return 0.5 * share(label, event.words) - 0.15


def _noun_phrase(question: Question) -> str:
    """Return the noun phrase that describes whom the question asks for ("tổng giám đốc công ty ..."), "" for none."""
    if "name" in question.aspects or _asks_who_is(question):
        phrase = name_phrase(question)
        owned = _OWNED.match(phrase)
        return owned.group() if owned is not None else phrase
    if "noun" not in question.aspects:
        part = _PART_OF.match(question.text, question.cue[1]) if "object" not in question.aspects else None
        return part["part"] if part is not None else ""
    phrase = re.sub(r"(?i)\s+(?:nào|nao)$", "", question.text[question.cue[0] : question.cue[1]])
    return phrase if len(phrase.split()) > 1 else ""


# "Ai làm trưởng đoàn", "ai là nguyên đơn vụ ...": what somebody is told to be.
_PART_OF = cues.shape(
    r"\s+(?:đang |từng |sẽ |được cử )?(?:là|làm|giữ chức|giữ vai trò)\s+(?!việc|gì|rõ|lễ|người)(?P<part>[^,?]{4,90})"
)
# "Phiên dịch của ông A trong cuộc gặp ...": whose describes the person, where does not.
_OWNED = cues.shape(
    r"(?:(?!trong|tại|khi|lúc|ở)\S+\s+){1,4}của\s(?:\s*(?!trong|tại|khi|lúc|ở)\S+){1,6}(?=\s+(?:trong|tại|khi|lúc|ở)\s)"
)


def _asks_who_is(question: Question) -> bool:
    """Tell whether a description is asked for its person: "Người sáng lập quỹ là ai"."""
    return question.cue[0] > 0 and question.folded[question.cue[0] : question.cue[1]] == "la ai"


def _described(phrase: str, view: View, person: Person, start: int, end: int, sentence: int) -> float:
    """Return the share of the noun phrase asked for that the person's description has."""
    if not phrase:
        return 0.0
    told = f"{view.folded[sentence][start:end]} {fold(' '.join(person.offices))}"
    said = described_by(view.folded[sentence], start, end)
    described = share(phrase, Words.of(" ".join([told, said, *other_names(f"{told} {said}")])))
    head = _head_of(phrase)
    if not head:
        return described
    if is_headed(head, view.folded[sentence], start, end):
        return max(HEADED, described)
    # "A là luật sư của nguyên đơn": no plaintiff
    return min(described, OTHERS) if f" {head} " in f"{said} " else described


# What a description is worth at least that begins with the very noun that the question's does.
HEADED = 0.8
# ... and at most where the noun stands within what somebody else is told to be.
OTHERS = 0.4
# Heads that anybody may be told by, in bare letters.
_ANYBODY = frozenset(
    ("nguoi", "ai", "ong", "ba", "vi", "anh", "chi", "nhan vat", "thanh vien", "dai dien", "hai", "cac")
)


@lru_cache(maxsize=64)
def _head_of(phrase: str) -> str:
    """Return the first word of a description, in bare letters; "" where it tells nothing."""
    first = fold(next(iter(segment(phrase)), ""))
    return "" if first in _ANYBODY or len(first) < 3 or offices.is_profession_folded(first) else first


def _candidate(view: View, chosen: Sequence[Scored], best: Scored) -> Candidate:
    if not chosen:
        return Candidate((), (), 0.0, 0.0, view)
    items = []
    proofs: dict[int, list[tuple[int, int]]] = {}
    for row in (best if row.person is best.person else row for row in chosen):
        name, spot = written_name(view, row.person, row.sentence)
        items.append(Item(name, offices_of(view, row.person)))
        spans = proofs.setdefault(row.sentence, [])
        if row.end:
            spans.append((row.start, row.end))
        elif row.part is not None:  # somebody's words, told to be his in another sentence
            proofs.setdefault(row.part.sentence, []).append((row.part.start, row.part.end))
        if spot is not None and spot[0] != row.sentence:
            proofs.setdefault(spot[0], []).append(spot[1])
    ordered = sorted(proofs.items(), key=lambda item: (item[0] != best.sentence, item[0]))
    shown = tuple(Proof(view, sentence, tuple(spans)) for sentence, spans in ordered)
    return Candidate(tuple(items), shown, best.score, best.fit, view, person=best.person.key)
