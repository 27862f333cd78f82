"""Candidates for "how many": the numbers that count the thing asked, and durations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from retrieval.answering.asking import cues
from retrieval.answering.asking.question import Question
from retrieval.answering.details.count_bound import bears, bound_by
from retrieval.answering.details.count_nouns import (
    BARE,
    MONEY_OF_SCALE,
    OTHER_CURRENCY,
    SOMEBODY,
    Asked,
    asked,
    counts,
    is_sum,
)
from retrieval.answering.details.count_signs import signs_asked, signs_told, tells_fate
from retrieval.answering.details.count_spans import TOLD, asks_ratio, durations, ordinals, ratios
from retrieval.answering.details.count_years import OF_YEAR, YEAR_FIT, of_years, years_asked
from retrieval.answering.evidence.about import asked_event, fits_event
from retrieval.answering.evidence.alongside import alongside, beside_cue
from retrieval.answering.evidence.candidate import Candidate, Proof, as_written
from retrieval.answering.evidence.constraints import person_in
from retrieval.answering.evidence.matching import coverage, nearness
from retrieval.answering.evidence.people_asked import Named
from retrieval.answering.evidence.telling import Teller, tellers, told
from retrieval.answering.evidence.view import QueryWord, View, tokens
from retrieval.answering.model import Item
from retrieval.answering.who.prizes import label_fit, prize_asked
from retrieval.facts.acts import ActMention
from retrieval.facts.events import find_event_phrases
from retrieval.language.counted import numbered_before
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.normalize import fold
from retrieval.language.numerals import Quantity, find_quantities


def candidates(
    question: Question, view: View, words: Sequence[QueryWord], named: Sequence[Named] = ()
) -> list[Candidate]:
    """Return the numbers of `view` that may answer `question`, about the people `named` in it, best first."""
    if "duration" in question.aspects:
        return durations(question, view, words)
    if "ordinal" in question.aspects:
        return ordinals(question, view, words)
    if asks_ratio(question) and (found := ratios(question, view, words)):
        return found
    wanted = asked(question)
    if (
        wanted.unit == "money"
        and (paid := _PAID_AS.search(question.folded))
        and not any(view.has(tuple(form.split())) for form in (paid.group(), *_ALSO_PAID.get(paid.group(), ())))
    ):
        return []  # what the report never speaks of has no price in it
    told_by = tellers(question, words, view)
    done = _tellers_after(question, wanted, words, view)
    did = {a.act for a in question.acts if a.start >= question.cue[1] and not _joins_in(question, a)}
    signs = signs_asked(question)
    beside = beside_cue(question)
    rank = prize_asked(question.folded) if wanted.unit == "money" else ""
    asks_whole = _WHOLE_ASKED.search(question.folded) is not None
    years = years_asked(question, view)
    meant = {p.key for n in named if n.end <= question.cue[0] and (p := person_in(view, n)) is not None}
    bound = bound_by(question, wanted)
    event = asked_event(question) if _names_event_not_in(question, view) else None
    made: list[tuple[Candidate, Quantity]] = []
    rewarding: list[bool] = []
    other_prize = False
    given = {re.sub(r"\s", "", q.text.lower()) for q in find_quantities(question.text)}
    for index, sentence in enumerate(view.facts.sentences):
        cover = coverage(words, view, index)
        if cover < 0.2 or not tells_fate(signs, view.folded[index]):
            continue
        quantities = find_quantities(sentence.text)
        wholes = {w.start for p, w in pairwise(quantities) if p.out_of is not None and p.out_of == w.value}
        fitting = [
            (quantity, match)
            for quantity in quantities
            if re.sub(r"\s", "", quantity.text.lower()) not in given
            and (match := _match(wanted, sentence.text, quantity)) is not None
        ]
        if any(match >= WHOLE_NOUN for _, match in fitting):  # "9 ngành in, 30 ngành may": which are asked for
            fitting = [(quantity, match) for quantity, match in fitting if match >= WHOLE_NOUN or wanted.unit]
        if any(match > OTHER_CURRENCY for _, match in fitting):  # "38 triệu rúp (675.000 USD)"
            fitting = [(quantity, match) for quantity, match in fitting if match > OTHER_CURRENCY]
        clauses = [_clause(sentence.text, [q for q, _ in fitting], place) for place in range(len(fitting))]
        owns = [
            told(told_by, view, index, q.start, q.noun_end or q.end, clause)
            for (q, _), clause in zip(fitting, clauses, strict=True)
        ]
        for (quantity, match), clause, own in zip(fitting, clauses, owns, strict=True):
            end = quantity.noun_end or quantity.end
            score = (
                1.5 * cover
                + 1.0 * match
                + 0.3 * nearness(words, view, index, quantity.start, end)
                + TOLD * told(told_by, view, index, quantity.start, end)
                - OTHER_CLAUSE * (max(owns) - own)
                + DONE * told(done, view, index, quantity.start, end, clause)
            )
            near = alongside(beside, view, index, quantity.phrase_start, quantity.noun_end or quantity.end)
            near = max(near, alongside(beside, view, index, quantity.phrase_start, quantity.end))
            some = match <= SOMEBODY or wanted.noun == ("nguoi",)
            if some and did and not did & view.acts(index) and near < SAME_WORDS:
                continue  # some people are counted, and nothing says that they did what is asked
            if event is not None and fits_event(event, view, index, quantity.start, end) < OTHER_EVENT:
                continue  # the number is of another event
            if (borne := bears(bound, view, index, quantity, meant)) is None:
                continue
            score += borne[0]
            of_year = None if years is None else of_years(years, view, index, quantity, quantities)
            prize = label_fit(rank, view.folded[index], quantity.start)
            if prize < 0:
                other_prize = True
            if of_year is False or prize < 0:
                continue  # of another year, or for another prize
            score += OF_YEAR if of_year else 0.0
            score += PRIZE * prize
            score -= WHOLE if quantity.start in wholes and not asks_whole else 0.0
            score += ALONGSIDE * near
            more, fits = signs_told(signs, quantity, sentence.text, view.folded[index])
            score += more
            fit = min(
                1.0, 0.5 * cover + 0.5 * match + fits + borne[1] + ALONGSIDE_FIT * near + (YEAR_FIT if of_year else 0.0)
            )
            item = Item(_spaced(as_written(view, index, *_part_or_whole(quantity, whole=asks_whole))))
            proof = Proof(view, index, ((quantity.start, quantity.end),))
            made.append((Candidate((item,), (proof,), score, fit, view), quantity))
            rewarding.append(prize > 0)
    if other_prize:  # the report tells prizes with their sums: another sum is of none
        made = [row for row, right in zip(made, rewarding, strict=True) if right]
    found = exacter(made)
    found.sort(key=lambda c: -c.score)
    return found[:4]


# What it is worth that the sentence says beside the number what the question says beside its question word.
ALONGSIDE, ALONGSIDE_FIT = 0.5, 0.15
SAME_WORDS = 0.2  # with so much of it the deed is told in its own words
PRIZE = 0.8  # the sum of the prize asked about
WHOLE = 0.8  # of "311 trên 465 ghế" 311 are asked for
_WHOLE_ASKED = compiled_later(r"(?<!\w)(?:tong (?:so|cong)|trong so|tat ca)(?!\w)")


OTHER_EVENT = -0.3  # less of the event asked about stands by a number that is of another one


def _names_event_not_in(question: Question, view: View) -> bool:
    """Tell whether the question names an event by a name ("hội nghị Đối ngoại toàn quốc") that a report never says."""
    phrases = (p for p in find_event_phrases(question.text) if p.end <= question.cue[0])
    return any(
        (name := p.text[len(p.noun) :].strip())[:1].isupper() and f" {' '.join(tokens(fold(name)))} " not in view.text
        for p in phrases
    )


def _joins_in(question: Question, act: ActMention) -> bool:
    """Tell whether "tham gia" only leads in another verb ("tham gia tìm kiếm"), which tells the deed."""
    after = question.text[act.end :].lstrip()
    return act.verb == "tham gia" and bool(after) and not any(p.start == 0 for p in find_event_phrases(after))


def exacter(made: Sequence[tuple[Candidate, Quantity]]) -> list[Candidate]:
    """Return the candidates, where one only rounds another that is told elsewhere the other as good as it.

    A headline says "hơn 5.000 m2", the text below it "5.250 m2".
    """
    found = []
    for candidate, quantity in made:
        rounder = [
            c
            for c, q in made
            if _rounds(q, quantity)
            and c.score - MOST_BEHIND < candidate.score < c.score
            and c.fit - candidate.fit < FIT_BEHIND
        ]
        best = max(rounder, key=lambda c: c.score, default=None)
        found.append(candidate if best is None else replace(candidate, score=best.score + 0.01, fit=best.fit))
    return found


MOST_BEHIND, FIT_BEHIND = 1.0, 0.2  # how far the exacter number may lie behind the rounder one
_ROUNDED_DOWN, _ROUNDED_UP = ("hơn", "trên", "ít nhất", "không dưới"), ("gần", "dưới", "ngót", "không quá")
_WITHIN = 0.1  # of the number


def _rounds(round_: Quantity, exact: Quantity) -> bool:
    """Tell whether one number is given as about the other, of the same things and in the same unit."""
    said = (round_.approximator or "").lower()
    if not said or round_.unit.lower() != exact.unit.lower() or _digits(round_.value) >= _digits(exact.value):
        return False
    things = [fold(q.noun).split(" ")[0] for q in (round_, exact)]
    if things[0] != things[1] and not (round_.unit and "" in things):
        return False
    step = exact.value - round_.value
    if (said in _ROUNDED_DOWN and step < 0) or (said in _ROUNDED_UP and step > 0):
        return False
    return abs(step) <= _WITHIN * round_.value


def _digits(value: float) -> int:
    """Return how many digits of a number say something: 5,000 has one."""
    return len(f"{value:.6g}".replace(".", "").rstrip("0"))


def _part_or_whole(quantity: Quantity, *, whole: bool) -> tuple[int, int]:
    """Return where the number asked for stands: of "83/89 ghế" 83, or 89 where it is asked how many there are."""
    slash = quantity.text.find("/") if quantity.out_of is not None else -1
    if slash < 0:
        return quantity.phrase_start, quantity.end
    at = quantity.start + slash
    return (at + 1, quantity.end) if whole else (quantity.phrase_start, at)


_PAID_AS = compiled_later(r"(?<!\w)(?:hoc phi|le phi|vien phi|thu lao|gia ve|tien thuong|hoc bong)(?!\w)")
_ALSO_PAID = {
    "tien thuong": ("giai thuong", "phan thuong", "duoc thuong", "thuong nong"), "gia ve": ("ve", "ve vao"),
    "thu lao": ("cat se", "cat xe", "tien cong"),
}  # fmt: skip
WHOLE_NOUN = 0.99  # all that the question says of what is counted
OTHER_CLAUSE = 0.4  # of several such numbers in a sentence, one whose clause tells of something else
DONE = 0.6  # what the question says of the thing counted: "bao nhiêu người bị thương", "mấy luật sư của ông A"
_UNIT_AGAINST_NUMBER = compiled_later(r"(?<=\d)(?=[^\W\d_])")


def _match(wanted: Asked, text: str, quantity: Quantity) -> float | None:
    """Return how well a number counts what is asked: by the words after it, or by those it is said to be the number of.

    "Một lần" is a number where times are asked for; elsewhere "một" may be no more than an article.
    """
    after = " ".join(quantity.nouns) or _following(text, quantity.end)
    times = wanted.noun[:1]
    if quantity.indefinite and not (times and _TIMES.issuperset(times) and times == tuple(fold(after).split(" ")[:1])):
        return None
    before = numbered_before(text, quantity.start)
    if wanted.is_bare and not quantity.unit and not quantity.nouns and _is_year(quantity):
        return None
    unit = quantity.unit
    if not unit and wanted.unit == "money" and _SCALED.search(fold(quantity.text)) and is_sum(text, quantity.start):
        unit = MONEY_OF_SCALE
    found = [m for said in (after, before) if (m := counts(wanted, said, unit)) is not None]
    if wanted.is_bare and quantity.nouns and not quantity.unit:
        return max(found, default=BARE) - OTHER_THING
    return max(found, default=None)


def _is_year(quantity: Quantity) -> bool:
    """Tell whether a bare number is a year, or years ("2016 - 2017")."""
    return quantity.value.is_integer() and _FIRST_YEAR <= quantity.value <= _LAST_YEAR and "." not in quantity.text


_SCALED = compiled_later(r"(?:trieu|ty|ti)$")
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_TIMES = frozenset(("lan", "dem", "luot", "phieu"))
OTHER_THING = 0.1  # a number of things where a value is asked for


def _tellers_after(question: Question, wanted: Asked, words: Sequence[QueryWord], view: View) -> list[Teller]:
    """Return what tells of the thing counted: the words after the question word, but for whose account it is."""
    source = _SOURCE.search(question.text, question.cue[1])
    end = source.start() if source is not None else len(question.text)
    following = [w for w in words if question.cue[1] <= w.start < end]
    if wanted.unit and sum(w.weight for w in following) < LEAST_AFTER:
        return []  # no more than the unit ("bao nhiêu tiền")
    acts = tuple(a for a in question.acts if question.cue[1] <= a.start < end)
    return tellers(replace(question, acts=acts), following, view)


LEAST_AFTER = 5.0
_SOURCE = cues.shape(r"(?<!\w)theo (?:lời|ông|bà|báo cáo|thông tin|số liệu|thống kê|tính toán|như)(?!\w)")


def _clause(text: str, fitting: Sequence[Quantity], place: int) -> tuple[int, int] | None:
    """Return the stretch of a sentence that tells of one of several numbers of the same; None for the only one."""
    if len(fitting) < 2:
        return None
    here = fitting[place]
    left, right = 0, len(text)
    if place:
        before = fitting[place - 1]
        joints = list(_JOINT.finditer(text, before.noun_end or before.end, here.phrase_start))
        left = joints[-1].start() if joints else before.end
    if place + 1 < len(fitting):
        after = fitting[place + 1]
        joints = list(_JOINT.finditer(text, here.noun_end or here.end, after.phrase_start))
        right = joints[-1].start() if joints else after.phrase_start
    return left, right


_JOINT = compiled_later(r"[,;]\s|\s(?:và|còn|trong khi|trong đó)\s")


def _spaced(written: str) -> str:
    """Return a number apart from its unit: "80 km", as the press should write it."""
    return _UNIT_AGAINST_NUMBER.sub(" ", written)


def _following(text: str, end: int) -> str:
    """Return the three syllables after a number where no noun was recognised ("92 bị cáo")."""
    m = re.match(r"\s+((?:[^\W\d_]+\s+){0,2}[^\W\d_]+)", text[end:])
    return m.group(1) if m else ""
