"""Candidates for "who": people by the acts they did, by their office, or by the sentence that fits best."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from retrieval.answering import cues
from retrieval.answering.about import Asked, asked_event, fits_event
from retrieval.answering.candidate import Candidate, Proof, offices_of, written_name
from retrieval.answering.constraints import Named, person_in
from retrieval.answering.holders import Holders
from retrieval.answering.matching import coverage, inside, nearness, predicate_words, query_words_of, share
from retrieval.answering.model import Item
from retrieval.answering.question import Question
from retrieval.answering.view import QueryWord, View, Words, tokens
from retrieval.answering.who_asked import (
    NATION,
    body_in_phrase,
    body_of_who,
    is_between,
    is_passive,
    is_plural,
    led_up,
    main_act,
    name_phrase,
    nouns_beside,
    number_asked,
    sides_asked,
)
from retrieval.answering.who_by_office import by_office as by_office_alone
from retrieval.answering.who_by_office import holders_of, office_head
from retrieval.answering.who_nouns import has_vietnamese_name, noun_allows
from retrieval.corpus.document import ParagraphKind
from retrieval.facts.acts import Act
from retrieval.facts.participation import Participation, Role
from retrieval.facts.people import Person, Reference
from retrieval.language.names import is_vietnamese_syllable
from retrieval.language.normalize import fold
from retrieval.language.places import COUNTRY_PATTERN

# How far an act told by a sentence answers for the act that was asked (asked -> told -> 0 to 1).
ACT_FIT: dict[Act, dict[Act, float]] = {
    Act.ATTEND: {Act.ATTEND: 1.0, Act.SAY: 0.3, Act.CHAIR: 0.55, Act.SPEAK: 0.45, Act.OPEN: 0.45, Act.CLOSE: 0.4,
        Act.PRESENT: 0.4, Act.LEAD: 0.4, Act.HONOUR: 0.4, Act.LAUNCH: 0.5, Act.VISIT: 0.4, Act.GIVE: 0.4, Act.GET: 0.4},
    Act.CHAIR: {Act.CHAIR: 1.0, Act.LEAD: 0.5},
    Act.OPEN: {Act.OPEN: 1.0, Act.SPEAK: 0.4, Act.LAUNCH: 0.3},
    Act.CLOSE: {Act.CLOSE: 1.0, Act.SPEAK: 0.3, Act.CHAIR: 0.2},
    Act.SPEAK: {Act.SPEAK: 1.0, Act.OPEN: 0.8, Act.CLOSE: 0.8, Act.SAY: 0.55, Act.PRESENT: 0.5, Act.ANNOUNCE: 0.4,
        Act.EXPLAIN: 0.4},
    Act.SAY: {Act.SAY: 1.0, Act.SPEAK: 0.9, Act.EXPLAIN: 0.8, Act.ANNOUNCE: 0.8, Act.PRESENT: 0.7, Act.OPEN: 0.6,
        Act.CLOSE: 0.6},
    Act.PRESENT: {Act.PRESENT: 1.0, Act.SPEAK: 0.5, Act.SAY: 0.5, Act.ANNOUNCE: 0.6, Act.EXPLAIN: 0.5},
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
# What it is worth that the words before the person are those before the question word ("theo lời mời của ...").
LED_UP = 0.8
# What it adds to the trust that the person is described by the noun phrase asked for.
AS_DESCRIBED = 0.08
_SYMMETRIC = frozenset((Act.MEET, Act.RECEIVE, Act.SIGN))
# Acts that a report tells with their own verb, or not at all.
DEFINITE = frozenset((Act.CHAIR, Act.OPEN, Act.CLOSE, Act.LEAD, Act.RECEIVE, Act.PRESENT, Act.ATTEND))
_ALL_SAID = frozenset((Act.SPEAK, Act.SAY, Act.PRESENT, Act.OPEN, Act.CLOSE, Act.EXPLAIN, Act.ANNOUNCE))


@dataclass(slots=True)
class _Scored:
    part: Participation | None
    person: Person
    sentence: int
    start: int
    end: int
    score: float
    cover: float
    act_fit: float
    fit: float = 0.0
    about: float = 0.0


def candidates(question: Question, view: View, words: Sequence[QueryWord], named: Sequence[Named]) -> list[Candidate]:
    """Return the people of `view` who may answer `question`, as lists that belong together, best first."""
    by_office = "office" in question.aspects
    if by_office and (found := by_office_alone(question, view)):
        return found
    asked = main_act(question)
    if any(a.verb in ESCORTING for a in question.acts) and not _escort_heard(view):
        return []
    unheard = UNHEARD if asked is None and _deed_unheard(question, view, words) else 1.0
    excluded = {p.key for n in named if (p := person_in(view, n)) is not None}
    excluded |= _excluded_offices(question, view) | _spoken_of(question, view)
    if not {"name", "office"} & question.aspects:
        excluded |= _holding_named_office(question, view)
    scored = _score_all(question, view, words, asked, excluded)
    scored = [s for s in scored if noun_allows(question, view, s.person)]
    if by_office:  # more is said of the holder than the office: what is told of those who hold it decides
        holders = {p.key for p in holders_of(view, office_head(question))}
        scored = [s for s in scored if s.person.key in holders]
        for row in scored:
            row.fit += AS_DESCRIBED
    if not scored:
        return []
    for row in scored:
        row.fit *= unheard
    scored = _of_side(question, scored)
    scored.sort(key=lambda s: -s.score)
    best = scored[0]
    chosen = _belonging(question, view, asked, best, scored)
    chosen = _as_described(question, view, _restricted(question, view, chosen, scored))
    made = _candidate(view, chosen, best)
    rest = []
    seen = {s.person.key for s in chosen}
    for other in scored[1:12]:
        if other.person.key not in seen:
            seen.add(other.person.key)
            rest.append(_candidate(view, [other], other))
    return [made, *rest[:3]]


# Verbs of going with somebody: who is only there beside is not told by them.
ESCORTING = ("tháp tùng", "cùng đi", "đi cùng")
# What is left of the trust in anybody when the document has no word of the deed asked about ("Ai hát ...").
UNHEARD = 0.6


def _deed_unheard(question: Question, view: View, words: Sequence[QueryWord]) -> bool:
    """Tell whether the document has no word for what was done: the first telling word after the question word."""
    after = [w for w in words if w.start >= question.cue[1] and w.weight > 0.9 and len(w.forms[0]) == 1]
    if not after or len(question.text[question.cue[1] : after[0].start].split()) > 3:
        return False
    return not any(view.all_words.has(form) for form in after[0].forms)


def _escort_heard(view: View) -> bool:
    """Tell whether the document tells of anybody's going with somebody."""
    return any(view.all_words.has(tuple(tokens(fold(verb)))) for verb in ESCORTING)


def _spoken_of(question: Question, view: View) -> set[str]:
    """Return the keys of the people whom the question names by the last name alone ("Tổng thống Bush", "bà Merkel")."""
    said = {
        fold(m.group())
        for m in _SINGLE_NAME.finditer(question.text)
        if not is_vietnamese_syllable(m.group()) or question.unaccented
    }
    return {
        p.key
        for p in view.facts.people.values()
        if not has_vietnamese_name(p.name) and fold(p.name).split()[-1] in said and len(p.name.split()[-1]) > 2
    }


def _holding_named_office(question: Question, view: View) -> set[str]:
    """Return the key of who holds an office that the question says somebody has ("Tổng thống Ba Lan thăm ... ai")."""
    found: set[str] = set()
    for m in _OFFICE_WITH_COUNTRY.finditer(question.text):
        if question.cue[0] <= m.start() < question.cue[1] or _TO_BE.search(question.text[: m.start()]):
            continue
        keys = Holders.of(view, m.group()).keys
        if len(keys) == 1:
            found.update(keys)
    return found


_OFFICE_WITH_COUNTRY = re.compile(
    rf"(?<!\w)(?:[Tt]ổng thống|[Tt]hủ tướng|[Nn]goại trưởng|[Cc]hủ tịch|[Bb]ộ trưởng (?:Quốc phòng|Ngoại giao)|[Vv]ua|"
    rf"[Qq]uốc vương|[Nn]hà vua|[Nn]ữ hoàng)\s+(?:{COUNTRY_PATTERN})(?!\w)"
)
# The office that somebody gets, or is asked about.
_TO_BE = cues.shape(r"(?<!\w)(?:làm|là|chức|quyền|trở thành|lên|ghế|kế nhiệm|thay|nhậm chức)\s+$")

# A word that may be a last name: with a capital, or any word where none is written.
_SINGLE_NAME = re.compile(r"(?<![\w-])[^\W\d_][\w’'-]{2,}")


def _excluded_offices(question: Question, view: View) -> set[str]:
    """Return the keys of people meant by a bare office after "ngoài" ("Ngoài Thủ tướng thì còn ai dự")."""
    m = _BESIDE_WHOM.match(question.folded)
    if m is None:
        return set()
    phrase = m.group("office")
    return {
        p.key
        for p in view.facts.people.values()
        if any(fold(o).startswith(phrase) or phrase.startswith(fold(o)) for o in p.offices)
    }


# "Ngoài Thủ tướng ra", "Cùng dự với Tổng Bí thư tại ...": in bare letters.
_BESIDE_WHOM = re.compile(
    r"(?:ngoai|cung du voi|cung du|cung voi|cung|di cung|tham du cung)\s+(?:ong |ba |"
    r"dong chi )?(?P<office>.+?)(?:\s+(?:ra|thi|con|va|tai|o|du|co|tham|den|toi|trong)(?!\w)|,)"
)


def _score_all(
    question: Question, view: View, words: Sequence[QueryWord], asked: Act | None, excluded: set[str]
) -> list[_Scored]:
    count = len(view.facts.sentences)
    cover = [coverage(words, view, i) for i in range(count)]
    predicate = predicate_words(question, words)
    told = [inside(predicate, view, i) if predicate else 0.0 for i in range(count)]
    own = [inside(words, view, i) for i in range(count)]
    verbs = {a.verb for a in question.acts}
    event = asked_event(question)
    wants_object = "object" in question.aspects and not nouns_beside(question)
    passive = is_passive(question)
    scored: list[_Scored] = []
    for part in view.facts.participations:
        person = view.facts.people[part.person]
        if person.key in excluded:
            continue
        fit = ACT_FIT.get(asked, {asked: 1.0}).get(part.act, 0.0) if asked is not None else 0.0
        if asked in _SYMMETRIC and not (asked is Act.RECEIVE and part.role is Role.OBJECT):
            pass
        elif part.role is Role.OBJECT and not wants_object and not passive:
            fit *= 0.3
        elif part.role is Role.SUBJECT and wants_object and asked not in _ALL_SAID and asked is not Act.ATTEND:
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
        described = _described(question, view, person, part.start, part.end, i)
        led = led_up(question, view.folded[i][: part.start])
        score += 0.3 * near + 0.4 * described + LED_UP * led
        strength = fit if asked is not None else 0.8 * told[i] + 0.2 * near
        trust = 0.40 * cover[i] + 0.15 * own[i] + 0.20 * told[i] + 0.25 * strength + 0.25 * min(0.0, about)
        trust += AS_DESCRIBED * described + 0.15 * led
        if asked in DEFINITE and not fit:
            trust *= 0.6 + 0.3 * described
        if "name" in question.aspects:
            trust *= 0.5 + 0.5 * max(described, told[i] if told[i] > 0.6 else 0.0)
        scored.append(_Scored(part, person, i, part.start, part.end, score, cover[i], fit, min(1.0, trust), about))
    for index, row in enumerate(view.facts.references):
        for ref in row:
            person = view.facts.people[ref.key]
            if person.key in excluded or cover[index] < 0.25:
                continue
            near = nearness(words, view, index, ref.outer_start, ref.outer_end)
            led = led_up(question, view.folded[index][: ref.outer_start])
            described = _described(question, view, person, ref.outer_start, ref.outer_end, index)
            score = 1.6 * cover[index] + TOLD * told[index] + 0.45 * near + 0.7 * described + LED_UP * led
            strength = (
                max(0.55 * told[index] + 0.25 * near, described)
                if asked is None
                else 0.6 * max(told[index] * near, described)
            )
            trust = 0.40 * cover[index] + 0.15 * own[index] + 0.20 * max(told[index], described) + 0.25 * strength
            trust += AS_DESCRIBED * described + 0.15 * led
            if asked in DEFINITE:
                trust *= 0.7 + 0.2 * described
            if "name" in question.aspects:
                trust *= 0.5 + 0.5 * max(described, told[index] if told[index] > 0.6 else 0.0)
            scored.append(_Scored(None, person, index, ref.start, ref.end, score, cover[index], 0.0, min(1.0, trust)))
    return scored


def _as_described(question: Question, view: View, chosen: list[_Scored]) -> list[_Scored]:
    """Keep those whom "người dân thôn Đông nào" describes, where it clearly describes some and not all."""
    if "noun" not in question.aspects or fold(question.focus) != "nguoi" or len(chosen) < 2:
        return chosen
    fits = [_described(question, view, row.person, row.start, row.end, row.sentence) for row in chosen]
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


def _described(question: Question, view: View, person: Person, start: int, end: int, sentence: int) -> float:
    """Return the share of the noun phrase asked for ("tổng giám đốc công ty ...") that the person's description has."""
    if "name" in question.aspects:
        phrase = name_phrase(question)
    elif "noun" in question.aspects:
        phrase = re.sub(r"(?i)\s+(?:nào|nao)$", "", question.text[question.cue[0] : question.cue[1]])
        if len(phrase.split()) < 2:
            return 0.0
    else:
        return 0.0
    described = Words.of(f"{view.folded[sentence][start:end]} {fold(' '.join(person.offices))}")
    return share(phrase, described)


def _belonging(
    question: Question, view: View, asked: Act | None, best: _Scored, scored: list[_Scored]
) -> list[_Scored]:
    """Return the people who answer together with the best one."""
    number = number_asked(question)
    row_chain = _chained(view, best)
    if number and len(row_chain) != number:
        top: dict[str, _Scored] = {}
        for row in scored:
            top.setdefault(row.person.key, row)
        return sorted(list(top.values())[:number], key=lambda s: (s.sentence, s.start))
    anchor = best.part or next(
        (s.part for s in scored if s.part is not None and s.sentence == best.sentence and s.person is best.person), None
    )
    chosen = [best]
    if is_between(question) and anchor is not None:
        both = [
            s
            for s in scored
            if s.part is not None and s.sentence == best.sentence and s.part.verb_start == anchor.verb_start
        ]
        if len({s.person.key for s in both}) > 1:
            return _distinct(sorted(both, key=lambda s: s.start))
    if anchor is not None:
        chosen.extend(
            s
            for s in scored
            if s.part is not None
            and s.part.group == anchor.group
            and s.part.act == anchor.act
            and s.part.role == anchor.role
        )
    if best.part is None:
        if is_plural(question) or number or not _asks_one(question):
            keys = {view.facts.people[ref.key].key for ref in row_chain}
            chosen.extend(s for s in scored if s.part is None and s.sentence == best.sentence and s.person.key in keys)
        return _distinct(sorted(chosen, key=lambda s: (s.sentence, s.start)))
    parts = [s for s in scored if s.part is not None and s.part.role is best.part.role and s.about > best.about - 0.4]
    told = [s for s in parts if s.act_fit >= 0.9]
    listed = any(s.part is not None and s.part.listed for s in told)
    if asked is Act.ATTEND and is_plural(question) and not listed:
        # No list of guests: those are there who chair, speak or say something there.
        there = [s for s in parts if s.act_fit >= 0.4 or (s.part is not None and s.part.act in _ALL_SAID)]
        chosen.extend(s for s in there if s.fit > best.fit - 0.45)
    elif asked is Act.ATTEND and best.act_fit >= 0.9:
        chosen.extend(told)  # "Ai dự ...?" asks for all, though the word says one
    elif is_plural(question) and asked is not None:
        least = 0.5 if asked in _ALL_SAID else 0.9
        beside = [s for s in parts if s.sentence == best.sentence and s.act_fit >= least]
        if len({s.person.key for s in chosen}) > 1:
            return _distinct(sorted([*chosen, *beside], key=lambda s: (s.sentence, s.start)))
        chosen.extend([*beside, *(s for s in parts if s.act_fit >= least and s.score > best.score - 0.55)])
    elif asked is Act.CHAIR:
        chosen.extend(s for s in told if s.score > best.score - 0.12)
    return _distinct(sorted(chosen, key=lambda s: (s.sentence, s.start)))


def _asks_one(question: Question) -> bool:
    """Tell whether the question's own words make it one person ("vị ... nào", "người ... nào", "... tên là gì")."""
    phrase = question.folded[max(0, question.cue[0] - 4) : question.cue[1]]
    return "name" in question.aspects or re.match(r"(?:.*\s)?(?:vi|nguoi|ong|ba|anh|chi|nu)\s", phrase) is not None


_JOINED = re.compile(r"\s*(?:\([^)]*\))?\s*(?:,|;|và|cùng|với|, và|hay|hoặc)\s*(?:[^\W\d_]+\s+){0,4}", re.IGNORECASE)


def _chained(view: View, row: _Scored) -> list[Reference]:
    """Return the people of a sentence who stand in one list with the best one, by commas and "và"."""
    people = view.facts.references[row.sentence]
    text = view.facts.sentences[row.sentence].text
    at = next((i for i, ref in enumerate(people) if ref.start == row.start), None)
    if at is None:
        return []
    first = last = at
    while first > 0 and _JOINED.fullmatch(text[people[first - 1].outer_end : people[first].outer_start]):
        first -= 1
    while last + 1 < len(people) and _JOINED.fullmatch(text[people[last].outer_end : people[last + 1].outer_start]):
        last += 1
    return list(people[first : last + 1])


def _distinct(rows: Sequence[_Scored]) -> list[_Scored]:
    kept: dict[str, _Scored] = {}
    for row in rows:
        if row.person.key not in kept or (kept[row.person.key].part is None and row.part is not None):
            kept[row.person.key] = row
    return list(kept.values())


def _restricted(question: Question, view: View, chosen: list[_Scored], scored: Sequence[_Scored]) -> list[_Scored]:
    """Keep those who belong to the side or venue that the question names, if any do."""
    for side, is_venue in sides_asked(question):
        if not is_venue and not question.unaccented and not any(c.isupper() for c in side):
            continue
        parts = [query_words_of(p) for p in re.split(r"\s+(?:và|va|cùng|cung)\s+|,", side) if p.strip()]
        rated = []
        for row in chosen:
            label = f"{row.part.side} {row.part.venue}" if row.part else ""
            by_label = max(_share(p, Words.of(fold(label))) for p in parts)
            by_office = max(_share(p, Words.of(fold(f"{label} {' '.join(row.person.offices)}"))) for p in parts)
            rated.append((row, label.strip(), by_label, by_office))
        labelled = [row for row, _, by_label, _ in rated if by_label >= 0.5]
        held = [row for row, _, _, by_office in rated if by_office >= 0.5]
        if labelled:
            chosen = labelled
        elif is_venue:
            chosen = [row for row, *_ in rated if share(side, view.words[row.sentence]) > 0.9]
        elif held:
            # Those of another side drop out; those of whom nothing is said stay with those who fit.
            sentences = {row.sentence for row in held}
            groups = {row.part.group for row in held if row.part is not None}
            chosen = [
                row
                for row, label, _, by_office in rated
                if by_office >= 0.5
                or (not label and row.sentence in sentences and _mixed(scored))
                or (row.part is not None and row.part.group in groups and _names_part_of(side, row.person))
            ]
    return chosen


def _of_side(question: Question, scored: list[_Scored]) -> list[_Scored]:
    """Keep the people of the country or body in "nguyên thủ nào của Nga", if any are; else all."""
    m = NATION.search(question.text)
    side = m.group("of") if m is not None else body_of_who(question) or body_in_phrase(question)
    if not side:
        return scored
    wanted = query_words_of(side)
    home = fold(side) in ("viet nam", "nuoc ta")

    def belongs(row: _Scored) -> bool:
        if home:  # reports do not say of their own country's people that they are from there
            return has_vietnamese_name(row.person.name)
        label = f"{row.part.side} {row.part.venue}" if row.part is not None else ""
        return _share(wanted, Words.of(fold(f"{' '.join(row.person.offices)} {label}"))) >= 0.6

    kept = [row for row in scored if belongs(row)]
    if kept:
        # On one list the body is named in full once ("Phó bí thư Thành ủy TP.HCM ..., Trưởng ban ... Thành ủy ...").
        groups = {row.part.group for row in kept if row.part is not None}
        own = {id(row) for row in kept}
        return [
            row
            for row in scored
            if id(row) in own
            or (row.part is not None and row.part.group in groups and _names_part_of(side, row.person))
        ]
    for row in scored:
        row.fit *= OTHER_SIDE
        row.score -= 0.3
    return scored


# What is left of the trust in people of whom the document does not say that they are of the body asked about.
OTHER_SIDE = 0.85


def _names_part_of(body: str, person: Person) -> bool:
    """Tell whether an office of the person ends with the head of the body's name ("Thành ủy" for "Thành ủy TP.HCM")."""
    wanted = tokens(fold(body))
    return any(
        tokens(fold(office))[-length:] == wanted[:length]
        for office in person.offices
        for length in range(1, len(wanted))
    )


def _mixed(scored: Sequence[_Scored]) -> bool:
    """Tell whether some lists of the document carry the label of a side and others none: these are the other side."""
    labels = [f"{s.part.side}{s.part.venue}" for s in scored if s.part is not None and s.part.listed]
    return any(labels) and not all(labels)


def _share(words: Sequence[QueryWord], within: Words) -> float:
    total = sum(w.weight for w in words)
    return sum(w.weight for w in words if any(within.has(f) for f in w.forms)) / total if total else 0.0


def _candidate(view: View, chosen: Sequence[_Scored], best: _Scored) -> Candidate:
    if not chosen:
        return Candidate((), (), 0.0, 0.0, view)
    items = []
    proofs: dict[int, list[tuple[int, int]]] = {}
    for row in chosen:
        name, spot = written_name(view, row.person, row.sentence)
        items.append(Item(name, offices_of(view, row.person)))
        proofs.setdefault(row.sentence, []).append((row.start, row.end))
        if spot is not None and spot[0] != row.sentence:
            proofs.setdefault(spot[0], []).append(spot[1])
    ordered = sorted(proofs.items(), key=lambda item: (item[0] != best.sentence, item[0]))
    shown = tuple(Proof(view, sentence, tuple(spans)) for sentence, spans in ordered)
    return Candidate(tuple(items), shown, best.score, best.fit, view, person=best.person.key)
