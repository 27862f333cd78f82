"""Yes/no by the sentence that bears most of the words of a claim: whether it tells it, denies it, or of another."""

from __future__ import annotations

import re
from collections.abc import Sequence

from retrieval.answering.asking import cues
from retrieval.answering.asking.question import Question
from retrieval.answering.claims.borne import is_not_held_by, lacks_detail, other_doer
from retrieval.answering.claims.claim import (
    NO,
    YES,
    Claim,
    denies_itself,
    excludes_person,
    is_denied,
    is_identity,
    is_other_day,
    places_told,
    words_in,
)
from retrieval.answering.claims.deed_claimed import (
    DONE_TO,
    OF_CONTENT,
    asked_act,
    did_it_to_others,
    speaks_of_visit,
    was_done_to,
)
from retrieval.answering.claims.denial import was_only_planned
from retrieval.answering.claims.numbers import other_number
from retrieval.answering.claims.ordinals import lacks_rank, other_ordinal, other_rank
from retrieval.answering.claims.subjects import related_to
from retrieval.answering.evidence.about import Asked, asked_event, fits_event
from retrieval.answering.evidence.candidate import Candidate, Proof, written_name
from retrieval.answering.evidence.constraints import person_in
from retrieval.answering.evidence.holders import Holders, office_asked
from retrieval.answering.evidence.matching import coverage, inside
from retrieval.answering.evidence.meant import refers_to, speaks_of
from retrieval.answering.evidence.opposites import is_opposed
from retrieval.answering.evidence.people_asked import Named
from retrieval.answering.evidence.turned import is_turned_round
from retrieval.answering.evidence.view import QueryWord, View, tokens
from retrieval.answering.model import Item
from retrieval.answering.who.who import ACT_FIT, DEFINITE
from retrieval.facts.acts import Act
from retrieval.facts.participation import Role
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.letters import LOWER, UPPER
from retrieval.language.normalize import fold, is_unaccented

# A name of which the claim is, and which is no person's the reports know: the sentence must have it.
_NAME_ALONE = compiled_later(rf"[{UPPER}][{LOWER}]*(?:\s+[{UPPER}][{LOWER}]*){{1,3}}")
# Acts by which words are somebody's.
_SAYING = frozenset((*OF_CONTENT, Act.SPEAK, Act.PRESENT))
# Acts that a report tells by a verb of theirs, or not at all.
_TOLD_BY_VERB = DEFINITE | {Act.GIVE, Act.GET, Act.APPOINT, Act.APOLOGISE, Act.HONOUR, Act.VISIT, Act.SIGN}


def _at_another(event: Asked, view: View, sentence: int, keys: set[str], deeds: set[Act]) -> bool:
    """Tell whether a sentence tells those deeds of the people named, and all of them at another event."""
    told = [
        part
        for part in view.facts.participations
        if part.sentence == sentence and part.act in deeds and view.facts.people[part.person].key in keys
    ]
    return bool(told) and all(fits_event(event, view, sentence, p.verb_start, p.verb_end) < 0.0 for p in told)


def _of_office(view: View, office: str) -> set[int] | None:
    """Return the sentences that name an office or who holds it; None where none is given, or they are not told."""
    if not office:
        return None
    holders = Holders.of(view, office)
    rows = enumerate(view.facts.references)
    named = {i for i, row in rows if any(view.facts.people[r.key].key in holders.keys for r in row)}
    return named.union(holders.sentences) or None


def of_sentence(
    question: Question,
    view: View,
    words: Sequence[QueryWord],
    named: Sequence[Named],
    claim: Claim,
    identity: bool,
) -> list[Candidate]:
    """Judge by the sentence that bears most of the question's words, above all of those after "có"."""
    made = []
    related = related_to(question, claim, named)
    claimed_words = words_in(words, claim.claimed) or list(words)
    verb_alone = any(claim.core[0] < a.end <= claim.core[1] for a in question.acts)
    bare = verb_alone and not words_in(words, claim.core)
    core_words = words_in(words, claim.core) or claimed_words
    asked = asked_act(question, claim, identity=is_identity(question))
    content_words = _content(question, claim, core_words) if asked in OF_CONTENT else core_words
    such = {act for act, fit in ACT_FIT.get(asked, {asked: 1.0}).items() if fit >= 0.5} if asked is not None else set()
    deeds = such if asked in _TOLD_BY_VERB else set()
    asked_negative = denies_itself(question, claim)
    keys = {p.key for n in named if (p := person_in(view, n)) is not None}
    of_whom = [n for n in named if n.end <= claim.affirmed[0]]
    own_words = asked in OF_CONTENT and bool(of_whom) and not identity and claim.source == (0, 0)
    subject = "" if named else question.text[claim.about[0] : claim.about[1]].strip()
    done_by_whom = words_in(words, claim.about) if asked in DONE_TO and named and not of_whom else []
    alone = fold(subject) if _NAME_ALONE.fullmatch(subject) else ""
    of_holder = _of_office(view, office_asked(subject)) if subject else None
    core_text = question.text[claim.core[0] : claim.core[1]]
    of_where = _OF_WHERE.fullmatch(subject)
    from_where = fold(of_where.group("name").strip()) if of_where is not None else ""
    whole = fold(question.text[claim.about[0] : claim.about[1]].strip())
    bearer = fold(office_asked(question.text[slice(*claim.about)])) if _COMES.match(core_text) is not None else ""
    bearer = bearer if bearer == whole else ""
    judged = _IS.search(core_text)
    claims = [core_words, content_words]
    if judged is not None:  # "thấy việc ... là thuyết phục": what is thought of it
        claims.append(words_in(core_words, (claim.core[0] + judged.end(), claim.core[1])))
    talk = _TALK.match(question.text, claim.core[0], claim.core[1])
    matter = words_in(core_words, (talk.end(), claim.core[1])) if talk is not None else []
    may = _MAY.match(question.folded, claim.core[0]) is not None
    for index in range(len(view.facts.sentences)):
        if related and not any(re.search(rf"(?<!\w){who}(?!\w)", view.folded[index]) for who in related):
            continue  # it tells of somebody else than the wife, the family ...
        away = [n for n in named if not speaks_of(view, index, n) and not refers_to(view, index, n)]
        if len(away) > 1 and _BOTH.search(view.facts.sentences[index].text) is not None:
            away = []
        if named and len(away) == len(named):
            continue
        if of_whom and all(n in away for n in of_whom):
            continue  # it tells of others in the question, not of the one whom the claim is about
        if of_holder is not None and index not in of_holder:
            continue  # it tells neither of the office nor of who holds it
        if from_where and not re.search(rf"(?<!\w){re.escape(from_where)}(?!\w)", view.folded[index]):
            continue  # it tells of another country's delegation
        if bearer and _only_of(bearer, view.folded[index]):
            continue  # what is that one's, or from that one, was there
        if is_other_day(question, view, index) or is_turned_round(question, view, index):
            continue
        if is_not_held_by(question, view, index):
            continue
        own, claimed, core = (inside(w, view, index) for w in (words, claimed_words, core_words))
        if alone and alone not in view.folded[index] and not (core >= TOLD_FULLY and f" {alone} " in view.text):
            continue
        cover = coverage(words, view, index)
        opposed = is_opposed(core_words, question.text[slice(*claim.stated)], view, index)
        denied = not asked_negative and any(is_denied(said, view, index) for said in claims)
        if own_words and _said_by_others(view, index, of_whom):
            continue  # somebody else's words
        done = _tells_deed(view, index, keys, such) if of_whom else bool(such & view.acts(index))
        if bare and such and not opposed and not done:
            continue  # nothing is claimed but that deed
        if done_by_whom and inside(done_by_whom, view, index) < _SUBJECT:
            continue  # whoever is claimed to have done it to the one named is not here
        if deeds and not opposed:
            if not deeds & view.acts(index):
                continue  # such a deed is told by its verb, or not at all
            if _does_else(view, index, named, deeds):
                continue  # the verb is another person's
            if keys and of_whom and not _tells_deed(view, index, keys, such):
                continue  # nor is it told of that person
            if asked is Act.VISIT and of_whom and speaks_of_visit(view, index, keys):
                continue
            if was_done_to(question, asked, view, index, {p.key for n in of_whom if (p := person_in(view, n))}):
                continue  # the other way round
            if did_it_to_others(question, asked, named, claim, view, index):
                continue
            if asked is Act.ATTEND and _at_another(asked_event(question), view, index, keys, deeds):
                continue  # the deed was at another event
        denied = denied or (not asked_negative and _ANSWERED_NO.search(view.folded[index]) is not None)
        if _EMBEDDED.search(view.folded[index]) and not denied:
            denied = _UNDECIDED.search(view.folded[index]) is not None
            if not denied:
                continue  # it only says what is to be decided
        text = view.facts.sentences[index].text
        ranked = other_rank(question, text)
        wrong = (
            ranked
            or other_ordinal(question, claimed_words, view, index)
            or any(excludes_person(view, index, r.outer_start) for r in view.facts.references[index] if r.key in keys)
        )
        told_at = [at for at, _ in places_told(core_words, view, index)]
        unmet = not denied and bool(told_at) and was_only_planned(text, *told_at)
        against = denied or opposed or wrong or unmet or (may and _forbids(question, claim, view.folded[index]))
        if not against and lacks_rank(question, text):
            continue
        if not (against or _is_written(core_text, view, index)):
            continue
        bears = (own >= 0.36 and claimed >= 0.4 and core >= CORE) or (core >= 0.6 and cover >= 0.45)
        if not bears and matter and inside(matter, view, index) >= TOLD_FULLY and cover >= 0.45:
            bears = _TALKED.search(view.facts.sentences[index].text) is not None
            claimed, core = (max(claimed, TALKED), 1.0) if bears else (claimed, core)
        if not (
            bears
            or (against and core >= 0.3 and cover >= 0.5)
            or ((opposed or ranked) and cover >= 0.45 and own >= 0.2)
        ):
            continue
        verdict: tuple[Item, ...] = (Item(NO if against else YES),)
        spans: tuple[tuple[int, int], ...] = ()
        if not against and (doer := other_doer(question, claim, view, index)) is not None:
            verdict, spans = (Item(NO), Item(view.facts.sentences[index].text[slice(*doer)])), (doer,)
        elif not against and lacks_detail(question, claim, view, index):
            told = None if asked_negative else other_number(question, claim, view, index)
            if told is None:
                continue
            verdict = (Item(NO), Item(view.facts.sentences[index].text[slice(*told)]))
            spans = (told,)
        strong = max(0.5 * max(claimed, core) + 0.5 * claimed, OPPOSED if opposed or ranked else 0.0)
        score = cover + 0.2 * own + 0.4 * strong + (DENIED if against else 0.0)
        fit = min(1.0, 0.4 * cover + 0.25 * own + 0.35 * strong + (DENIED if against else 0.0))
        made.append(Candidate(verdict, (Proof(view, index, spans),), score, fit, view))
    if any(c.items[0].text == YES for c in made):
        made = [c for c in made if len(c.items) == 1]  # the number of another is no denial where the one asked is told
    made.sort(key=lambda c: -c.score)
    if identity and named and made:
        other = _someone_else(question, view, words, named)
        if other is not None and other.score > made[0].score - 0.25:
            return [other]
    return made[:1]


# Those of a country or body: "đoàn nghệ thuật dân gian Nhật Bản".
_OF_WHERE = compiled_later(rf"(?:[Pp]hái đoàn|[Đđ]oàn)(?: [{LOWER}]+)*(?P<name>(?: [{UPPER}][{LOWER}]+){{1,3}})")
_COMES = cues.shape(r"\s*(?:(?:đã|sẽ|cũng|trực tiếp|đích thân)\s+)*(?:đến|tới|dự|tham dự|tham gia|có mặt)(?!\w)")


def _only_of(bearer: str, folded: str) -> bool:
    """Tell whether a sentence (bare letters) names an office only as whose something is ("sắc chỉ của Quốc vương")."""
    named = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(bearer)}(?!\w)", folded)]
    return bool(named) and all(folded[:at].endswith((" cua ", " tu ")) for at in named)


_SUBJECT = 0.5  # of the words of who did something to another
TALKED = 0.6  # of a claim, where the whole matter is told and how it was spoken of
# What is said to have been spoken of: reports tell it by many verbs, and the matter decides.
_TALK = cues.shape(
    r"\s*(?:(?:đã|sẽ|cũng|có|cùng|nhau)\s+)*(?:đề cập|nhắc|nói|bàn|bàn bạc|trao đổi|thảo luận|nêu)(?:\s+nhau)?"
    r"(?:\s+(?:về|đến|tới|ra|lại|với nhau|chuyện|việc|vấn đề))*\s+(?=\S+\s\S)"
)
_TALKED = cues.shape(
    r"(?<!\w)(?:đề cập|nhắc|nói|bàn|bàn bạc|trao đổi|thảo luận|nêu|tập trung vào|xoay quanh|chia sẻ|bày tỏ)(?!\w)"
)
# Two persons of whom a report has told by their names.
_BOTH = cues.shape(
    r"(?<!\w)hai\s+(?:nhà lãnh đạo|nguyên thủ|bên|ông|bà|người|vị|tổng thống|thủ tướng|bộ trưởng|ngoại trưởng|"
    r"chủ tịch|lãnh đạo)(?!\w)"
)
_MAY = compiled_later(r"\s*(?:co )?(?:duoc|the)(?!\w)")


def _forbids(question: Question, claim: Claim, folded: str) -> bool:
    """Tell whether a sentence (bare letters) forbids the subject of a claim something: "cấm xe máy ... lưu thông"."""
    subject = tokens(question.folded[slice(*claim.about)])[-2:]
    if len(subject) < 2:
        return False
    return re.search(rf"(?<!\w)cam (?:\w+ )?{' '.join(subject)}(?!\w)", folded) is not None


TOLD_FULLY = 0.8  # of the claim: such a sentence need not repeat whose it is
# A question within a sentence, which tells neither yes nor no; and that nothing is decided yet (bare letters).
_EMBEDDED = compiled_later(
    r"(?<!\w)(?:quyet dinh|xem xet|can nhac|hoi|lieu|ve viec|van de|xac dinh|ban|biet)(?: xem)? (?:lieu )?(?:co|se) "
    r"[^,.;]{6,} (?:hay )?khong(?!\w)"
)
_ANSWERED_NO = compiled_later(r"(?<!\w)hoi(?!\w)[^.]*(?<!\w)(?:tra loi|dap)(?!\w)[^.]{0,24}[\"“' ]khong(?!\w)")
_UNDECIDED = compiled_later(
    r"(?<!\w)(?:chua(?: the)?|khong the|van chua(?: the)?) (?:quyet dinh|xac dinh|biet|ro)(?!\w)"
)
_IS = compiled_later(r"\slà\s(?!(?:của|do|một|người)(?!\w))")

# How much of the core of a claim a sentence must have, however much it has of the circumstances.
CORE = 0.2
# What it is worth that a sentence denies just what is asked: reports seldom deny what is not the question.
DENIED = 0.18


# A sentence with the opposite of what is claimed lacks the word of the question, and bears on it all the same.
OPPOSED = 0.6


def _is_written(core: str, view: View, sentence: int) -> bool:
    """Tell whether a sentence has a word of the core as written, unless it has none of the same letters either.

    "có mặt" does not tell of "có mất tiền", though without marks one word is the other.
    """
    if is_unaccented(core):
        return True
    here = frozenset(tokens(view.facts.sentences[sentence].text.lower()))
    asked = [word for word in tokens(core.lower()) if view.words[sentence].has((fold(word),))]
    return not asked or any(word in here for word in asked)


def _content(question: Question, claim: Claim, core: Sequence[QueryWord]) -> list[QueryWord]:
    """Return the words of what is said, thought or announced, without the verb for that."""
    verb = next((a for a in question.acts if a.end > claim.core[0]), None)
    return [w for w in core if verb is None or w.start >= verb.end]


def _said_by_others(view: View, sentence: int, named: Sequence[Named]) -> bool:
    """Tell whether a sentence gives what somebody says, and none of the persons named is who says it."""
    said = {
        view.facts.people[p.person].key
        for p in view.facts.participations
        if p.sentence == sentence and p.role is Role.SUBJECT and p.act in _SAYING
    }
    return bool(said) and said.isdisjoint(p.key for n in named if (p := person_in(view, n)) is not None)


def _does_else(view: View, sentence: int, named: Sequence[Named], deeds: set[Act]) -> bool:
    """Tell whether a sentence tells what the persons named did, and that others did one of `deeds`."""
    keys = {p.key for n in named if (p := person_in(view, n)) is not None}
    here = [
        (view.facts.people[p.person].key in keys, p.act) for p in view.facts.participations if p.sentence == sentence
    ]
    own = {act for theirs, act in here if theirs}
    return bool(own) and not own & deeds and any(act in deeds for theirs, act in here if not theirs)


def _tells_deed(view: View, sentence: int, keys: set[str], deeds: set[Act]) -> bool:
    """Tell whether a sentence tells one of `deeds` of one of the people."""
    return any(
        p.sentence == sentence and p.act in deeds and view.facts.people[p.person].key in keys
        for p in view.facts.participations
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
