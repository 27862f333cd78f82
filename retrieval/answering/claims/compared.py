"""Yes/no by comparing what the question gives, a time or an office, with the report's own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from retrieval.answering.asking import cues
from retrieval.answering.asking.question import Question
from retrieval.answering.claims.borne import places_of
from retrieval.answering.claims.claim import NO, YES, is_identity
from retrieval.answering.evidence.candidate import Candidate, Proof
from retrieval.answering.evidence.constraints import person_in
from retrieval.answering.evidence.matching import coverage
from retrieval.answering.evidence.office_names import may_be_told_as, other_names
from retrieval.answering.evidence.people_asked import Named
from retrieval.answering.evidence.view import QueryWord, View, tokens
from retrieval.answering.model import Item, Kind
from retrieval.language import offices
from retrieval.language.dates import PartOfDay, ResolvedDate, compatible, format_date
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.normalize import fold, reading_form
from retrieval.language.patterns import starts_with_word
from retrieval.language.place_names import one_name
from retrieval.language.places import COUNTRIES


def compares_time(question: Question) -> bool:
    """Tell whether a yes/no question asks if something happened at the time it names, which may then be another."""
    return (
        question.kind is Kind.YES_NO and is_identity(question) and bool(question.dates or _PART.search(question.text))
    )


def of_time(question: Question, view: View, words: Sequence[QueryWord]) -> Candidate | None:
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


def of_office(question: Question, view: View, present: Sequence[Named]) -> Candidate | None:
    """Compare the office in "X là ... đúng không" or "... có phải là X" with those that the report gives X."""
    if not present:
        return None
    asked = _office_claimed(question, present[0])
    person = person_in(view, present[0])
    if asked is None or person is None or not person.offices:
        return None
    head, named_so = asked
    wanted = _now(head.group())
    held = [o for o in person.offices if starts_with_word(_now(o), wanted)]
    telling = [o for o in held if _where_held(o)] or held  # the bare "Tổng thống" tells not of which state
    here = [o for o in telling if not office_differs(head.string[slice(*named_so)], o)]
    state = " ".join(_where_held(head.string[slice(*named_so)]))
    if here and state in _STATES and not any(map(_where_held, here)) and state not in fold(" ".join(person.offices)):
        return Candidate((), (), 0.0, 0.0, view)  # of which state, this report does not tell: neither yes nor no
    begins = named_so[0] < present[0].start
    if (begins and (not held or question.acts)) or (question.acts and here):
        return None  # what else is claimed is told by a sentence
    office = (here or held or person.offices)[0]
    sentence = person.described.get(office, person.sentences[0] if person.sentences else 0)
    at = view.facts.sentences[sentence].text.find(office)
    proof = Proof(view, sentence, ((at, at + len(office)),) if at >= 0 else ())
    verdict = (Item(YES),) if here else (Item(NO), Item(f"{present[0].name}: {', '.join(person.offices)}"))
    return Candidate(verdict, (proof,), 2.0, 0.85, view, person=person.key)


def same_office(asked: str, told: str) -> bool:
    """Tell whether two offices may be one: with one head, or another name for it, and of no other body."""
    head = offices.HEAD.match(asked)
    named = fold(asked if head is None else head.group())
    wanted = {*may_be_told_as(named), *other_names(fold(asked))}
    return any(starts_with_word(_now(told), _now(name)) for name in wanted) and (
        not office_differs(asked, told) or set(_where_held(asked)) <= set(_where_held(told))
    )


def _now(office: str) -> str:
    """Return an office in bare letters as who holds it now bears it: "cựu", "nguyên" and the like are left out."""
    return _FORMER.sub("", fold(office))


_FORMER = compiled_later(r"^(?:(?:cuu|nguyen|quyen|tan|nha) )+")  # "lãnh đạo", "nhà lãnh đạo"
_STATES = frozenset(map(fold, COUNTRIES))
_OF_WHOM = cues.shape(r"(?:có phải\s+)?(?=\S)")
# Where an office that is claimed ends: what follows tells when it was held.
_OFFICE_ENDS = cues.shape(
    r"\s*(?:[,?]|(?<!\w)(?:khi|lúc|vào|hồi|trong|tại thời điểm|có phải|có đúng|phải không|đúng không|là|không|chứ)"
    r"(?!\w)|$)"
)


def _office_claimed(question: Question, named: Named) -> tuple[re.Match[str], tuple[int, int]] | None:
    """Return the head and the span of the office that is claimed of a person, before the name or after it, or None."""
    text = question.text
    tie = _IS.search(text)
    head = offices.HEAD.match(text, tie.end()) if tie is not None else None
    if tie is not None and head is not None:
        end = end_of_office(text, head)
        right_behind = named.end <= tie.start() <= named.end + 1
        if not question.acts or (right_behind and all(act.start >= end for act in question.acts)):
            return head, (tie.end(), end)
    lead = _OF_WHOM.match(text)
    head = offices.HEAD.match(text, lead.end() if lead is not None else 0)
    if head is None:
        return None
    end = end_of_office(text, head)
    return (head, (head.start(), end)) if _BETWEEN.fullmatch(text, end, max(end, named.start)) else None


def end_of_office(text: str, head: re.Match[str]) -> int:
    """Return where an office ends in `text` whose first words are `head`."""
    end = _OFFICE_ENDS.search(text, head.end())
    return end.start() if end is not None else len(text)


_IS = compiled_later(r"(?<!\w)(?:là|la)\s+")
_BETWEEN = cues.shape(r"\s*(?:(?:có )?(?:phải|đúng)(?: là)?|(?:chính )?là)\s+(?:(?:ông|bà|anh|chị|cô)\s+)?")

# Words of offices that reports leave out or put in: "Chủ tịch (UBND) xã", "Bộ trưởng (Bộ) Tài chính".
_LEFT_OUT = frozenset(
    (
        *("ubnd", "ủy", "ban", "nhân", "dân", "bộ", "chính", "phủ", "nước", "của", "tại", "ở"),
        *("tỉnh", "thành", "phố", "tp", "huyện", "quận", "xã", "phường", "thị", "trấn"),
    )
)
_OTHER_BODY = compiled_later(
    r"(?:hoi(?! dong quan tri)|doan|cong ty|tap doan|mat tran|mttq|ubmttq|hdnd|lien doan|hiep hoi|quoc hoi|"
    r"ngan hang|cau lac bo|chi hoi|cong doan|cong an|so|phong|truong|benh vien|chuong trinh|san xuat)(?!\w)"
)
_SAME_OFFICE = 0.5  # of the words after the head


def office_differs(asked: str, told: str) -> bool:
    """Tell whether two offices with one head are held in different bodies: "Chủ tịch xã", "Chủ tịch Hội Phụ nữ xã".

    That one of them does not say where it is held makes no difference.
    """
    asked, told = one_name(asked), one_name(told)
    wanted, found = _where_held(asked), _where_held(told)
    if not wanted or not found or wanted[0] == found[0] or _has_initials(wanted, found) or _has_initials(found, wanted):
        return False
    if sum(word in found for word in wanted) < _SAME_OFFICE * len(wanted):
        return True
    places = [places_of(text)[:1] for text in (asked, told)]
    if all(places) and places[0] != places[1]:
        return True
    other = _OTHER_BODY.match(" ".join(found))
    return other is not None and other.group() not in " ".join(wanted)


def _where_held(office: str) -> list[str]:
    """Return the telling words of an office after its head, in bare letters."""
    head = offices.HEAD.match(office)
    rest = office[head.end() :] if head is not None else office
    return [fold(word) for word in tokens(reading_form(rest).lower()) if word not in _LEFT_OUT]


def _has_initials(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether `one` begins with initials of the words of `other` ("gtvt")."""
    initials = "".join(word[0] for word in other)
    return len(one[0]) > 1 and one[0] in initials
