"""Of what a number is told: of the deed asked, of that kind of money, of the person named, of one event or of many."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from itertools import pairwise

from retrieval.answering.asking.light_words import is_light
from retrieval.answering.asking.question import Question
from retrieval.answering.details.count_nouns import Asked
from retrieval.answering.evidence.view import View, tokens
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.letters import LOWER, UPPER
from retrieval.language.normalize import fold
from retrieval.language.numerals import Quantity
from retrieval.language.patterns import any_of
from retrieval.language.place_names import one_name
from retrieval.language.places import CITIES, COUNTRIES, PROVINCES

SAME_DEED, SAME_DEED_FIT = 1.2, 0.06  # "cẩu mấy ôtô": "cẩu 7 ôtô", and not "xử lý 26 ôtô"
SAME_AFTER = 0.5  # "bao nhiêu xã công khai sổ": "28 xã công khai", and not "trong 63 xã"
SAME_PLACE = 0.8  # "Hà Nam cử mấy đội": "Hà Nam cử 3 đội"
OTHER_SUM = 0.5  # money of a kind that is not asked for: "56 triệu USD tiền mặt" of somebody's fortune
OF_SEVERAL, OF_SEVERAL_FIT = 0.8, 0.15  # what many fires burnt is not what the one asked about did

# Kinds of money by the words that tell them (bare letters), as asked and as told.
_MONEY: tuple[re.Pattern[str], ...] = tuple(
    compiled_later(rf"(?<!\w)(?:{words})(?!\w)")
    for words in (
        "phat|xu phat|nop phat",
        "(?<!danh )gia(?! dinh| han| tang)|tri gia",
        "tien mat",
        "boi thuong|den bu",
        "(?<!so )(?<!khoi )(?<!chat )(?<!luu )(?<!dung )(?<!nang )(?<!trong )luong(?! thuc| mua)|thu nhap",
    )
)
_PRICE = 1  # what anything costs, is built for or comes to may be told as its price
_DEMANDED = (0, 3)  # kinds that are told by a verb: where they are asked for, the sentence has it
_JUST_BEFORE = compiled_later(r"(?:[^\s,;.:()]+\s+){0,4}$")
_JUST_AFTER = compiled_later(r"\s+[^\s,;.:()]+\s+[^\s,;.:()]+")

# Others than the person spoken of, right before an age: several, or somebody's kin, in bare letters.
_SEVERAL_OR_KIN = compiled_later(
    r"(?:(?<!\w)(?:nhung|cac|nhieu|mot so|nhom|hai|ba|bon|\d+) (?:\w+ ){1,3}|"
    r"(?<!\w)(?:con trai|con gai|nguoi con|vo|chong|em gai|em trai|anh trai|chi gai|ban gai|ban trai) (?:moi |da )?)$"
)
# Somebody who is not named; so a person who was named before in the sentence is not called.
_SOMEBODY = compiled_later(
    r"(?<!\w)(?:thieu nu|co gai|chang trai|be gai|be trai|chau be|dua tre|phu nu|dan ong|nan nhan|thanh nien|hoc sinh|"
    r"nu sinh|nam sinh|tre em|thieu nien|cu ba|cu ong|thieu phu) $"
)
# A year asked about, and a few days told.
_OVER_A_YEAR = compiled_later(r"(?<!\w)(?:nam nay|(?:trong|ca|tu dau) nam|nam \d{4})(?!\w)")
_DAY = r"(?:ngay )?\d{1,2}\s?[-/]\s?\d{1,2}(?:\s?[-/]\s?\d{4})?"
_FROM_DAY_TO_DAY = compiled_later(rf"(?<!\w)tu {_DAY} (?:den|toi) {_DAY}(?!\d)")
_OCCURRENCES = frozenset(("vu", "ca", "tran", "dot", "truong", "lan"))
# One event, and how many of the same are told.
_ONE_EVENT = compiled_later(r"(?<!may )(?<!nhieu )(?<!\d )(?<!cac )(?<!nhung )(?<!\w)(?P<event>vu|tran|dot|cuoc) \w+")

_SEVERAL_EVENTS = compiled_later(r"(?<!\w)(?!0?1 )\d+ (?P<event>vu|tran|dot|cuoc)(?!\w)")


@dataclass(frozen=True, slots=True)
class Bound:
    """What a question says the number is of: the verb before it, the kind of money, event, time, and whose it is.

    `after` has the pairs of syllables that follow what is counted.
    """

    verb: str = ""
    money: int | None = None
    is_money: bool = False
    age: bool = False
    over_a_year: bool = False
    event: str = ""
    place: str = ""
    after: frozenset[tuple[str, str]] = frozenset()


def bound_by(question: Question, wanted: Asked) -> Bound:
    """Return what the number asked for in `question` is bound by; `wanted` is what is counted."""
    before = question.folded[: question.cue[0]]
    last = _before_fillers(tokens(before))[-1:]
    verb = last[0] if last and last[0] not in _NO_DEED and not is_light(last[0]) else ""
    near = fold(_NAME.sub("", f"{question.text[: question.cue[0]][-40:]} {question.text[question.cue[1] :][:20]}"))
    event = _ONE_EVENT.search(question.folded)
    return Bound(
        verb=verb if wanted.noun or wanted.unit == "money" else "",
        money=next((i for i, kind in enumerate(_MONEY) if kind.search(near)), None),
        is_money=wanted.unit == "money",
        age=wanted.noun[:1] == ("tuoi",),
        over_a_year=wanted.noun[:1] != () and wanted.noun[0] in _OCCURRENCES and _asks_a_year(question),
        event=event.group("event") if event is not None else "",
        place=_subject_place(question.text[: question.cue[0]], first=True),
        after=frozenset(_pairs(question.folded[question.cue[1] :], wanted.noun)),
    )


def _pairs(after: str, noun: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """Return the pairs of neighbouring syllables `after` what is counted, up to the next number."""
    said = tokens(re.split(r"\d", after[:_FOLLOWING])[0])
    return [pair for pair in pairwise(said) if not (noun[:1] == pair[:1] or any(map(is_light, pair)))]


# Words right before "bao nhiêu" that tell no deed.
_NO_DEED = frozenset(("co", "la", "duoc", "bi", "con", "gom", "tong", "so", "khoang", "hon", "toi", "den", "dat", "tu"))


def _before_fillers(said: list[str]) -> list[str]:
    """Return syllables without those at their end that only lead from a verb to its number ("giải quyết được")."""
    while said and said[-1] in _FILLERS:
        said = said[:-1]
    return said


# "Sông Lương" is no "lương".
_NAME = compiled_later(rf"(?<=\s)[{UPPER}]\w*")
_FOLLOWING = 45  # characters after a number that tell of what it counts
_FILLERS = frozenset(("duoc", "them", "toi", "den"))


def _asks_a_year(question: Question) -> bool:
    return _OVER_A_YEAR.search(question.folded) is not None and not any(d.date.day for d in question.dates)


def bears(
    bound: Bound, view: View, index: int, quantity: Quantity, meant: Collection[str]
) -> tuple[float, float] | None:
    """Return what a number of sentence `index` scores and fits more for being of what is asked; None where it is not.

    `meant` are the keys of the people whom the question names.
    """
    folded = view.folded[index]
    before = folded[: quantity.phrase_start]
    score = fit = 0.0
    if bound.is_money:
        told = _kinds_told(folded, quantity)
        if bound.money is not None and (
            (told and bound.money not in told) or (bound.money in _DEMANDED and not _MONEY[bound.money].search(folded))
        ):
            return None
        score -= OTHER_SUM if told - {_PRICE} and bound.money is None else 0.0
    if bound.age and meant and _is_of_another(view, index, quantity, before, meant):
        return None
    if bound.place and (doing := _subject_place(view.facts.sentences[index].text[: quantity.phrase_start])):
        if doing != bound.place:
            return None
        score += SAME_PLACE
    if bound.over_a_year and _FROM_DAY_TO_DAY.search(before):
        return None
    if bound.event and _of_several(bound.event, before):
        score, fit = score - OF_SEVERAL, fit - OF_SEVERAL_FIT
    if bound.verb and _before_fillers(tokens(before[-24:]))[-1:] == [bound.verb]:
        score, fit = score + SAME_DEED, fit + SAME_DEED_FIT
    if bound.after and not bound.after.isdisjoint(_pairs(folded[quantity.end :])):
        score += SAME_AFTER
    return score, fit


# What does something as a whole: "Hà Nam cử ...", "Đoàn Thái Bình có ...", at the head of a clause.
_DOING_PLACE = compiled_later(
    r"(?:^|[,;:.]\s+|\s(?:còn|và|trong khi)\s+)(?:(?:[Rr]iêng|[Cc]òn|[Hh]iện(?:\s+nay,?)?|[Đđ]ến\s+nay,?)\s+)?"
    r"(?:(?:[Đđ]oàn(?:\s+đại biểu)?|[Đđ]ội|[Tt]ỉnh|[Tt]hành phố|[Pp]hía|[Nn]ước)\s+)?"
    rf"(?P<place>{any_of((*PROVINCES, *CITIES, *COUNTRIES))})\s+(?!và(?!\w))[{LOWER}]"
)


def _subject_place(text: str, *, first: bool = False) -> str:
    """Return the province, city or country of which the last clause of `text` (the `first`) tells, "" for none."""
    found = list(_DOING_PLACE.finditer(text))
    if not found or (first and found[0].start()):
        return ""
    return fold(one_name(found[0 if first else -1].group("place")))


def _kinds_told(folded: str, quantity: Quantity) -> set[int]:
    """Return of which kinds the words right before and after a sum tell that it is."""
    before = _JUST_BEFORE.search(folded[max(0, quantity.phrase_start - 40) : quantity.phrase_start])
    after = _JUST_AFTER.match(folded, quantity.end)
    beside = f"{before.group() if before else ''} {after.group() if after else ''}"
    return {i for i, kind in enumerate(_MONEY) if kind.search(beside)}


def _is_of_another(view: View, index: int, quantity: Quantity, before: str, meant: Collection[str]) -> bool:
    """Tell whether an age is that of others than the people `meant`."""
    if _SEVERAL_OR_KIN.search(before):
        return True
    if _SOMEBODY.search(before) is None:
        return False
    references = view.facts.references[index]
    return any(r.end <= quantity.start and view.facts.people[r.key].key in meant for r in references)


def _of_several(event: str, before: str) -> bool:
    """Tell whether what stands before a number in its sentence counts several events: "12 vụ cháy khiến ..."."""
    return any(m.group("event") == event for m in _SEVERAL_EVENTS.finditer(before))
