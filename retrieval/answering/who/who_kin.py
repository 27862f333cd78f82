"""Whose kin somebody is: "vợ ông A tên là gì", "em trai Thủ tướng B nào": told beside a name, or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from retrieval.answering.asking.kin import FURTHER, KIN, kin_at_head
from retrieval.answering.asking.question import Question
from retrieval.answering.evidence.candidate import Candidate, Proof, offices_of, written_name
from retrieval.answering.evidence.constraints import person_in
from retrieval.answering.evidence.matching import coverage, share
from retrieval.answering.evidence.people_asked import Named
from retrieval.answering.evidence.view import QueryWord, View, Words
from retrieval.answering.model import Item
from retrieval.facts.people import Person, Reference, sex_of
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.normalize import fold

_SURE, _OF_SOMEBODY = 0.9, 0.62  # trust where the owner is named, and where it is only the last one spoken of


@dataclass(frozen=True, slots=True)
class KinAsked:
    """Whose kin a question asks for: the words for it (bare letters), the sex, and where the owner is told."""

    words: tuple[str, ...]
    sex: str
    start: int
    end: int


def kin_asked(question: Question) -> KinAsked | None:
    """Return whose kin the person asked for is, None in other questions."""
    m = kin_at_head(question.text)
    if m is None or not (question.cue[0] >= m.end() or m.end() - question.cue[1] < _NEAR_CUE):
        return None
    sex, words = KIN[fold(m.group("kin"))]
    end = question.cue[0] if question.cue[0] > m.end() else len(question.text)
    return KinAsked(words, sex, m.end(), end)


_NEAR_CUE = 24  # letters from "ai là" to the owner


def candidates(
    question: Question, kin: KinAsked, view: View, words: Sequence[QueryWord], named: Sequence[Named]
) -> list[Candidate]:
    """Return whom `view` tells to be that kin of the one named, one candidate each, best first."""
    first = min(
        (n for n in named if kin.start <= n.start < kin.start + _OWNER_REACH), key=lambda n: n.start, default=None
    )
    owner_named = person_in(view, first) if first is not None else None
    owners = {owner_named.key} if owner_named is not None else set()
    phrase = Words.of(question.folded[kin.start : kin.end])
    found: dict[str, Candidate] = {}
    for index, person, owner in _told(kin, view, owner_named):
        if person.key in owners or (kin.sex and sex_of(person) not in (kin.sex, "")):
            continue
        if owners:
            own = owner is not None and owner.key in owners
        else:
            own = owner is not None and max(share(o, phrase) for o in (owner.name, *owner.offices)) >= _MOST
        if owner is not None and not own:
            continue  # of somebody else
        cover = coverage(words, view, index)
        name, spot = written_name(view, person, index)
        spans = (spot[1],) if spot is not None and spot[0] == index else ()
        fit = _SURE if own else _OF_SOMEBODY
        made = Candidate(
            (Item(name, offices_of(view, person)),), (Proof(view, index, spans),), 1.6 * cover + 2.0 * fit, fit, view,
            person=person.key,
        )  # fmt: skip
        if person.key not in found or made.score > found[person.key].score:
            found[person.key] = made
    return sorted(found.values(), key=lambda c: -c.score)


_OWNER_REACH = 48  # letters after the word for kin in which its owner's name begins
_MOST = 0.75  # share of the owner's name, or of an office, that the question must have


def _told(kin: KinAsked, view: View, named: Person | None) -> Iterator[tuple[int, Person, Person | None]]:
    """Yield the sentences that tell of such kin: who it is, and of whom; None where that is not said.

    `named` is whom the question names: a sentence may call that person by the given name alone ("vợ của Sơn").
    """
    given = _called(named)
    word = rf"(?<!\w)(?:{'|'.join(sorted(kin.words, key=len, reverse=True))}){_BARE_FURTHER}(?!\w)"
    mention = re.compile(word)
    for index, text in enumerate(view.folded):
        people = view.facts.references[index]
        if not people:
            continue
        for m in mention.finditer(text):
            after = [r for r in people if r.start >= m.end()]
            before = [r for r in people if r.outer_end <= m.start()]
            if given is not None and before and given.match(text, m.end()):
                if _APPOSED.fullmatch(text, before[-1].outer_end, m.start()):
                    yield index, _person(view, before[-1]), named
                continue
            owner = after[0] if after and _OF.fullmatch(text, m.end(), after[0].outer_start) else None
            if owner is not None:
                if before and _APPOSED.fullmatch(text, before[-1].outer_end, m.start()):
                    yield index, _person(view, before[-1]), _person(view, owner)
                elif len(after) > 1 and _THEN.fullmatch(text, owner.outer_end, after[1].outer_start):
                    yield index, _person(view, after[1]), _person(view, owner)
            titled = bool(after) and after[0].outer_start < m.end()  # "phu nhân A": told as an office
            if after and (titled or _NAMED.fullmatch(text, m.end(), after[0].outer_start)):
                joined = bool(before) and _WITH.fullmatch(text, before[-1].outer_end, m.start()) is not None
                told = titled or text[m.end() : after[0].outer_start].strip() or _TITLES.search(m.group())
                if joined or told:
                    yield index, _person(view, after[0]), _person(view, before[-1]) if before else None


def _called(person: Person | None) -> re.Pattern[str] | None:
    """Return a pattern of how a sentence may go on after a word for kin with the given name of a person."""
    if person is None:
        return None
    name = re.escape(fold(person.name).split()[-1])
    return re.compile(rf"\s+(?:cua\s+)?(?:(?:ong|ba|anh|chi|em|chau|co|nan nhan|bi cao|bi can)\s+)*{name}(?!\w)")


_BARE_FURTHER = fold(FURTHER)
_OF = compiled_later(r"\s+(?:cua\s+)?(?:(?:nan nhan|bi cao|bi can|chau|em|cuu|co|ngai)\s+)*")
# "Bà A (51 tuổi, vợ ông B)", "Bà A, ở xã C, là vợ của ông B".
_APPOSED = compiled_later(r"\s*(?:[(,–—-]|la(?!\w))[^.;:\"“”]{0,60}?(?:\s(?:la|chinh la)\s+)?\s*")
# "vợ ông B là bà A", "vợ ông B, bà A".
_THEN = compiled_later(r"\s*(?:\([^()]*\))?\s*(?:,|-|–|la|ten la|ten)\s*(?:(?:dong thoi|cung|kiem)(?:\s+la)?\s+)?")
# "Ông B và vợ A": and words for kin that lead straight to the name.
_WITH = compiled_later(r"\s*(?:\([^()]*\))?\s*(?:va|cung|cung voi|voi)\s+(?:nguoi |co |anh |ba |ong )?")
_TITLES = compiled_later(r"phu nhan|phu quan|hon phu|hon the")
# "vợ là bà A", "vợ của ông, bà A", "phu nhân A".
_NAMED = compiled_later(
    r"\s+(?:cua (?:ong|ba|anh|chi|minh|co|y|nguoi nay|ong nay|ba nay))?(?:\s*(?:,|-|–|la|ten la|ten))?\s*"
)


def _person(view: View, reference: Reference) -> Person:
    return view.facts.people[reference.key]
