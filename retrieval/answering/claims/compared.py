"""Yes/no by comparing what the question gives, a time or an office, with the report's own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from retrieval.answering.asking import cues
from retrieval.answering.asking.question import Question
from retrieval.answering.claims.borne import places_of, without_places
from retrieval.answering.claims.claim import NO, YES, is_identity
from retrieval.answering.evidence.candidate import Candidate, Proof
from retrieval.answering.evidence.constraints import person_in
from retrieval.answering.evidence.matching import coverage
from retrieval.answering.evidence.office_names import may_be_told_as, other_names
from retrieval.answering.evidence.people_asked import Named
from retrieval.answering.evidence.view import QueryWord, View, tokens
from retrieval.answering.model import Item, Kind
from retrieval.facts.people import Person
from retrieval.language import offices
from retrieval.language.dates import PartOfDay, ResolvedDate, compatible, format_date
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.normalize import fold, reading_form, spelled_as_in
from retrieval.language.patterns import has_word, starts_with_word
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
        verdict: tuple[Item, ...] = (Item(NO), Item(time_text(event.date, with_part=wrong_part)))
    elif all(days) and (not parts or found.part_of_day in parts):
        verdict = (Item(YES),)
    else:
        return None
    proof = Proof(view, event.date_sentence, ((found.start, found.end),))
    return Candidate(verdict, (proof,), 1.2 + cover, min(1.0, 0.4 + 0.6 * cover), view)


_PART = cues.shape(r"(?<!\w)buổi\s+(?P<part>sáng|trưa|chiều|tối)(?!\w)")


def time_text(date: ResolvedDate, *, with_part: bool) -> str:
    """Return a day as it is answered, with its part where that is what differs."""
    day = format_date(date.date, date.until)
    part = date.mention.part_of_day
    return f"{part.value} {day}" if with_part and part is not None else day


def of_office(question: Question, view: View, present: Sequence[Named]) -> Candidate | None:
    """Compare the office in "X là ... đúng không" or "... có phải là X" with those that the report gives X."""
    if not present:
        return None
    asked = _office_claimed(question, present[0])
    person = person_in(view, present[0])
    if asked is None or person is None:
        return None
    head, named_so = asked
    begins = named_so[0] < present[0].start
    nothing = Candidate((), (), 0.0, 0.0, view)  # neither yes nor no
    if not person.offices:
        unsaid = not begins and not question.acts and not _stands_beside(view, person, fold(head.group()))
        return nothing if unsaid else None
    claimed = _HELD_ONCE.search(question.text) is None
    wanted = _now(head.group())
    held = [o for o in person.offices if starts_with_word(_now(o), wanted)]
    telling = [o for o in held if _where_held(o)] or held  # the bare "Tổng thống" tells not of which state
    here = [o for o in telling if not office_differs(head.string[slice(*named_so)], o)]
    state = " ".join(_where_held(head.string[slice(*named_so)]))
    if here and state in _STATES and not any(map(_where_held, here)) and state not in fold(" ".join(person.offices)):
        return nothing  # of which state, this report does not tell
    if (begins and (not held or question.acts)) or (question.acts and here):
        return None  # what else is claimed is told by a sentence
    name = head.string[slice(*named_so)]
    if claimed and here and all(_is_former(o) != _is_former(name) for o in here):
        here = []  # "nguyên Giám đốc" is not the director
    if here and (there := [told_there(name, o, view, person) for o in here]):
        if None in there and True not in there:
            return nothing
        here = [o for o, is_there in zip(here, there, strict=True) if is_there]
    office = (here or held or person.offices)[0]
    sentence = person.described.get(office, person.sentences[0] if person.sentences else 0)
    at = view.facts.sentences[sentence].text.find(office)
    proof = Proof(view, sentence, ((at, at + len(office)),) if at >= 0 else ())
    verdict = (
        (Item(YES),)
        if here
        else (Item(NO), Item(f"{spelled_as_in(view.document.text, present[0].name)}: {', '.join(person.offices)}"))
    )
    return Candidate(verdict, (proof,), 2.0, 0.85, view, person=person.key)


def may_hold(question: Question, named: Named, view: View, sentence: int) -> bool:
    """Tell whether a sentence can bear the office claimed of a person: it has its head, beside no other's name.

    One of a director bears no chairman, and "tiếp nối ông A, ông B được bầu làm Chủ tịch" makes A none. Nor does one
    who lost an office, or is only put up for it, hold it.
    """
    asked = _office_claimed(question, named)
    person = person_in(view, named)
    if asked is None or person is None or _HELD_ONCE.search(question.text) is not None:
        return True
    text = view.facts.sentences[sentence].text
    heads = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(asked[0].group())}(?!\w)", text, re.IGNORECASE)]
    here = view.facts.references[sentence]
    for start, end in heads:
        near = min(here, key=lambda r: max(start - r.end, r.start - end), default=None)
        if near is not None and view.facts.people[near.key].key != person.key:
            continue
        if _NOT_HELD.search(text[:start]) is None:
            return True
    return False


# Before an office: who bore it does so no more, or not yet.
_NOT_HELD = cues.shape(
    r"(?<!\w)(?:miễn nhiệm|bãi nhiệm|cách chức|từ nhiệm|từ chức|thôi (?:giữ|làm)|đề cử|ứng cử)(?:\s+[^\s,.;]+){0,6}\s+$"
)


def same_office(asked: str, told: str) -> bool:
    """Tell whether two offices may be one: with one head, or another name for it, and of no other body."""
    head = offices.HEAD.match(asked)
    named = fold(asked if head is None else head.group())
    wanted = {*may_be_told_as(named), *other_names(fold(asked))}
    return (
        any(starts_with_word(_now(told), _now(name)) for name in wanted)
        and not _of_other_body(asked, told)
        and (not office_differs(asked, told) or set(_where_held(asked)) <= set(_where_held(told)))
    )


def told_there(asked: str, told: str, view: View, person: Person) -> bool | None:
    """Tell whether an office that a report tells without its place is held where `asked` says; None where it is open.

    "Tại điểm cầu Hải Phòng có Bí thư Thành ủy ..." tells of which city; else its sentence up to the person, the one
    before, the title and the lead must name the place.
    """
    where = _where_held(asked)
    if not where or _where_held(told) or " ".join(where) in _STATES:
        return True
    index = person.described.get(told, person.sentences[0] if person.sentences else 0)
    text = view.facts.sentences[index].text
    reference = next((r for r in view.facts.references[index] if r.key == person.key), None)
    before = text[: reference.outer_start] if reference is not None else text
    screens = list(_SCREEN.finditer(before))
    wanted = _cities(asked)[:1]
    governing = _cities(before[screens[-1].end() :])[:1] if screens else _cities(before)[-1:]
    if wanted and governing and governing != wanted:
        return False if screens else None
    near = [fold(text), *view.folded[max(0, index - 1) : index], *view.folded[:2], fold(view.title)]
    near += [fold(one) for one in person.offices]
    named = any(wanted[0] in _cities(view.facts.sentences[i].text) for i in {0, index}) if wanted else False
    phrase = f" {' '.join(where)} "
    return True if named or any(phrase in f" {' '.join(tokens(one))} " for one in near) else None


def _cities(text: str) -> list[str]:
    """Return the keys of the places in a text, which Hồ Chí Minh is only as a city ("Đoàn TNCS Hồ Chí Minh")."""
    return [key for key in places_of(one_name(text)) if key != "Hồ Chí Minh"]


# At a meeting held in several places at once: whose people are listed.
_SCREEN = cues.shape(r"(?<!\w)điểm cầu\s+(?:(?:tỉnh|thành phố|tp)\.?\s+)?")
_HELD_ONCE = cues.shape(r"(?<!\w)(?:từng|trước đây|trước kia|trước khi|khi|lúc|hồi|đã)(?!\w)")
_FORMERLY = compiled_later(r"(?:cuu|nguyen)\s(?!binh)")


def _is_former(office: str) -> bool:
    return _FORMERLY.match(fold(office)) is not None


def _stands_beside(view: View, person: Person, head: str) -> bool:
    """Tell whether an office stands in a sentence with a person, and nobody else between them."""
    for index in person.sentences:
        references = view.facts.references[index]
        for found in (r for r in references if r.key == person.key):
            before = max((r.end for r in references if r.end <= found.start), default=0)
            behind = min((r.start for r in references if r.start >= found.end), default=len(view.folded[index]))
            if has_word(fold(view.facts.sentences[index].text[before:behind]), head):
                return True
    return False


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
        if _ONE_OF_ALL.search(text, head.end(), end) is not None:
            return None  # no office: "là lãnh đạo đầu tiên tới ..."
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
_ONE_OF_ALL = cues.shape(r"(?<!\w)(?:đầu tiên|duy nhất|cuối cùng|thứ (?:hai|ba|tư|\d+))(?!\w)")
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
    if _of_other_body(asked, told):
        return True
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


def _of_other_body(asked: str, told: str) -> bool:
    """Tell whether two offices are of other levels or places, or of two bodies of one sort ("Sở Y tế", "Sở Nội vụ")."""
    asked, told = (_ENDING.sub("", one_name(one)) for one in (asked, told))
    rests = [_rest(one) for one in (asked, told)]
    levels = [_LEVEL.search(rest) for rest in rests]
    if levels[0] and levels[1] and _level(levels[0]) != _level(levels[1]):
        return True
    places = [set(_cities(text)) for text in (asked, told)]
    if all(places) and places[0].isdisjoint(places[1]):
        return True
    if any(_GOVERNS.match(one) and _OTHER_BODY.match(other) for one, other in (rests, rests[::-1])):
        return True
    wanted, found = ([w for w in _where_held(without_places(one)) if w != "va"] for one in (asked, told))
    if not wanted or not found or wanted[0] != found[0]:
        return False
    while wanted and found and wanted[0] == found[0]:
        wanted, found = wanted[1:], found[1:]
    if not wanted or not found or not set(wanted).isdisjoint(found):
        return False
    return not _has_initials(wanted, found) and not _has_initials(found, wanted)


# Before a further office: "Chủ tịch hội đồng quản trị, đồng thời ...", "vừa là Chủ tịch ... vừa là ...".
_ENDING = cues.shape(r"(?:\s+(?:vừa|đồng thời|kiêm|và|cũng))+\s*$")


def _level(found: re.Match[str]) -> str:
    return "city" if found.group("city") else found.group()


_LEVEL = compiled_later(
    r"(?<!\w)(?:tinh(?! nguyen)|(?P<city>thanh(?= pho| uy)|tp(?!\w)|tphcm)|huyen|thi (?:xa|tran)|xa(?! hoi)|"
    r"quan(?! (?:khu|doi|uy trung|he|ly|su|chung|doan|tri|nhan|y|chinh|huan|luc|phap))|"
    r"phuong(?! (?:tien|tay|dong|phap|an|nam)))(?!\w)"
)
# The government and the Party's committee of a level: "Chủ tịch tỉnh", "Bí thư huyện".
_GOVERNS = compiled_later(
    r"(?:ubnd|uy ban nhan dan|tinh|thanh (?:pho|uy)|tp|huyen|quan(?! (?:khu|doi))|thi (?:xa|tran)|xa|phuong)(?!\w)"
)


def _rest(office: str) -> str:
    """Return what completes the head of an office, in bare letters."""
    head = offices.HEAD.match(office)
    return fold(office[head.end() :] if head is not None else office).strip()


def _where_held(office: str) -> list[str]:
    """Return the telling words of an office after its head, in bare letters."""
    head = offices.HEAD.match(office)
    rest = office[head.end() :] if head is not None else office
    return [fold(word) for word in tokens(reading_form(rest).lower()) if word not in _LEFT_OUT]


def _has_initials(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether `one` begins with initials of the words of `other` ("gtvt")."""
    initials = "".join(word[0] for word in other)
    return len(one[0]) > 1 and one[0] in initials
