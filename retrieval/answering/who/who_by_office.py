"""Who holds an office: "Bí thư Tỉnh ủy Thái Bình là ai", "Trưởng đoàn VNARP dự tọa đàm là ai"."""

from __future__ import annotations

import re

from retrieval.answering.asking import cues
from retrieval.answering.asking.question import Question
from retrieval.answering.evidence.candidate import Candidate, Proof, offices_of, written_name
from retrieval.answering.evidence.matching import query_words_of
from retrieval.answering.evidence.office_names import of_other_body
from retrieval.answering.evidence.view import View, Words, tokens
from retrieval.answering.model import Item
from retrieval.facts.people import Person
from retrieval.language import offices
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.letters import UPPER
from retrieval.language.normalize import fold
from retrieval.language.place_names import one_name
from retrieval.language.places import is_province


def _phrase(question: Question) -> str:
    """Return the office that the question names, with what follows it."""
    return cues.ADDRESS_FIRST.sub("", question.text[: question.cue[0]].strip(" ,:"))


def office_head(question: Question) -> str:
    """Return the head of the office asked about, in bare letters ("bi thu"), or the first two words of the question."""
    phrase = _phrase(question)
    head = offices.HEAD.match(phrase)
    return fold(head.group()) if head else " ".join(tokens(fold(phrase))[:2])


def holders_of(view: View, question: Question) -> dict[str, tuple[Person, list[str]]]:
    """Return the people of the document who may hold the office asked about, by key, with the offices that fit."""
    head = office_head(question)
    phrase = _phrase(question)
    found: dict[str, tuple[Person, list[str]]] = {}
    for key, person in view.facts.people.items():
        fitting = [
            office
            for office in person.offices
            if is_of_head(fold(office), head)
            and not of_other_body(fold(office), fold(phrase))
            and (
                question.unaccented
                or not (contradicts(office, phrase) or _of_other_venue(view, person, office, phrase))
            )
        ]
        if key == person.key and fitting:
            found[key] = (person, fitting)
    return found


def is_of_head(office: str, head: str) -> bool:
    """Tell whether an office (bare letters) is of that head: nobody's assistant's, no deputy's or former one's."""
    return (
        re.search(rf"(?:^|, |;| kiem | va |^tan |(?<!nguyen )(?<!cuu )(?<!pho )quyen ){re.escape(head)}(?!\w)", office)
        is not None
    )


# Offices of the whole country: nobody's of a province, whose name ends the question ("Chủ tịch Hải Phòng").
_OF_THE_STATE = compiled_later(r"(?:Phó )?(?:Chủ tịch (?:nước|Quốc hội)|Tổng Bí thư)(?!\w)", re.IGNORECASE)
_PLACE_AT_END = compiled_later(rf"^.*?(?=(?:[{UPPER}]\w*\s+){{0,2}}[{UPPER}]\w*$)")


def contradicts(office: str, asked: str) -> bool:
    """Tell whether an office and the one asked about are of two bodies: each has names that the other lacks.

    "Chủ tịch UBND thành phố Hải Phòng" is no answer to "Chủ tịch UBND thành phố Hà Nội"; "Bí thư Tỉnh ủy" may be one
    to "Bí thư Tỉnh ủy Thái Bình".
    """
    if _OF_THE_STATE.match(office) and is_province(_PLACE_AT_END.sub("", asked)):
        return True
    own, wanted = _names(one_name(office)), _names(one_name(asked))
    if (told := _POST.search(office)) and (post := _POST.search(asked)) and told["whose"] in post["at"]:
        return told["whose"] not in post["whose"]  # "Đại sứ Việt Nam tại Áo" is not Austria's ambassador in Vietnam
    said = tokens(fold(one_name(asked)))  # "bí thư tỉnh ủy Thái Bình": a question may write a body in small letters
    return bool(own.difference(wanted, said, _UNSAID)) and bool(wanted.difference(own))


# Whose ambassador somebody is, and where.
_POST = compiled_later(
    rf"(?i:đại sứ|lãnh sự|đại biện|tham tán)(?P<whose>(?:\s+[{UPPER}]\w*)+)\s+(?:tại|ở)(?P<at>(?:\s+[{UPPER}]\w*)+)"
)
_UNSAID = frozenset(("ubnd", "tp"))  # "Chủ tịch UBND tỉnh" is asked for as "Chủ tịch tỉnh A"


def _of_other_venue(view: View, person: Person, office: str, asked: str) -> bool:
    """Tell whether the report puts the person elsewhere ("tại điểm cầu Hải Phòng") than the question does."""
    lacking = _names(one_name(asked)) - _names(one_name(office))
    labels = " ".join(f"{p.side} {p.venue}" for p in view.facts.participations if p.person == person.key)
    told = {fold(w) for w in re.findall(r"[^\W\d_]+", labels) if w[0].isupper()}
    return bool(lacking) and bool(told) and not lacking & told


def _names(office: str) -> set[str]:
    """Return the words of an office, after its head, that have a capital letter, in bare letters."""
    head = offices.HEAD.match(office)
    rest = office[head.end() if head else 0 :].split(",")[0]
    return {fold(w) for w in re.findall(r"[^\W\d_]+", rest) if w[0].isupper()}


def by_office(question: Question, view: View) -> list[Candidate]:
    """Answer "Bí thư Tỉnh ủy Thái Bình là ai": the person whose office, in this document, is the one named."""
    wanted = query_words_of(one_name(_phrase(question)))
    total = sum(w.weight for w in wanted)
    made = []
    for person, fitting in holders_of(view, question).values():
        best = 0.0
        for office in fitting:
            own = Words.of(fold(one_name(office)))
            context = Words.of(
                fold(" ".join(f"{p.side} {p.venue}" for p in view.facts.participations if p.person == person.key))
            )
            got = sum(
                w.weight
                * (
                    1.0
                    if any(own.has(f) for f in w.forms)
                    else 0.85
                    if any(context.has(f) for f in w.forms)
                    else 0.55
                    if any(view.lead.has(f) for f in w.forms)
                    else 0.3
                    if any(view.has(f) for f in w.forms)
                    else 0.0
                )
                for w in wanted
            )
            best = max(best, got / total if total else 0.0)
        if best > 0.55:
            index = next(
                (person.described[o] for o in person.offices if o in person.described),
                person.sentences[0] if person.sentences else 0,
            )
            name, spot = written_name(view, person, index)
            spans = ((spot[1]),) if spot else ()
            at = spot[0] if spot else index
            made.append(
                Candidate(
                    (Item(name, offices_of(view, person)),),
                    (Proof(view, at, spans),),
                    1.5 * best,
                    best,
                    view,
                    person=person.key,
                )
            )
    return sorted(made, key=lambda c: -c.score)
