"""Who took part in what, sentence by sentence: chaired, attended, spoke, received, signed.

Four shapes are read. A list after an opener ("Cùng dự có ...", "Về phía ... có ...", "với sự tham dự của ..."), a
subject before its verb ("Thủ tướng ... chủ trì và phát biểu"), a verb before its subject ("Phát biểu tại hội nghị,
ông ..."), and the persons to whom something is done ("tiếp ông ...", "trao ... cho bà ...").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from retrieval.facts.acts import OF_APPOINTED, Act, ActMention, find_acts
from retrieval.facts.lists import LeadIn, Listed, read_lists, venue_before
from retrieval.facts.people import Reference
from retrieval.facts.subjects import MEETING_NOUN, owners_of, row_from, subjects_of, winners_of
from retrieval.facts.undone import is_undone, may_be_undone
from retrieval.language.lazy_pattern import compiled_later


class Role(StrEnum):
    """Whether the person does the act or it is done to the person."""

    SUBJECT = "subject"
    OBJECT = "object"


@dataclass(frozen=True, slots=True)
class Participation:
    """One person's part in an event, as one sentence tells it.

    `person` is the key of the document's person; `sentence` the index of the sentence, `start` and `end` where the
    person stands in it, `verb_start` and `verb_end` where the act does. Persons of one list share `group`. `side` is
    whom the person belongs to ("Vietcombank"), `venue` the place from which an online event is attended.
    """

    person: str
    act: Act
    role: Role
    sentence: int
    start: int
    end: int
    verb_start: int
    verb_end: int
    group: int
    verb: str
    side: str = ""
    venue: str = ""
    listed: bool = False


def role_in_deed(part: Participation) -> Role:
    """Return whether a person did a deed or it was done to them, whatever the grammar: who "được bầu" chose none."""
    return Role.OBJECT if part.act is Act.APPOINT and part.verb in OF_APPOINTED else part.role


_QUOTED = compiled_later(r"[“\"][^“”\"]{12,}[”\"]")
# A noun before a verb makes a name of it: "lễ khai mạc", "lời cảm ơn", "việc tổ chức".
_NOUN_BEFORE = compiled_later(
    r"(?<!\w)(?:lễ|việc|sự|lời|câu|bản|họp báo|hội nghị|chương trình|công tác|ban|bộ phận|đơn vị|"
    r"hoạt động|quá trình|kế hoạch|lộ trình|cơ quan|"
    r"tiết mục|quyết định|nghi thức|nghi lễ|buổi lễ|ngày|đêm|phương án|thời gian|hình thức|khả năng|"
    r"nội dung|nhiệm vụ|công trình|thuộc|nhiều|các|những|"
    r"vấn đề|đề án|tờ trình|lệnh|giấy|hợp đồng|tiệc|phòng|bàn|đại hội|lễ hội|nhân viên|tổ|ý kiến|"
    r"kiến nghị|trước giờ)\s+$",
    re.IGNORECASE,
)
# "tiếp đại biểu dự hội nghị": those who are received are there, not who receives them.
_OTHERS_BEFORE = compiled_later(
    r"(?<!\w)(?:tiếp|gặp|gặp gỡ|gặp mặt|đón|thăm|chào|chào mừng|chúc mừng|biểu dương)\s+(?:các\s+|những\s+)?"
    r"(?:đại biểu|khách mời|đoàn đại biểu|đoàn|trưởng đoàn|học sinh|vận động viên|người)\s+$",
    re.IGNORECASE,
)
# "Các đại biểu về dự ... được Chủ tịch nước tiếp"
_BY_WHOM = compiled_later(r"(?<!\w)được\s+$", re.IGNORECASE)
_HAS_MEETING = compiled_later(
    r"(?:có|trong|tại|tiến hành|dự|tham gia|chủ trì|thực hiện|kết thúc|bắt đầu|trước|sau|ngay sau)\s+(?:một\s+|"
    r"những\s+|các\s+)?$",
    re.IGNORECASE,
)
_NOT_NOUN_OF_MEETING = frozenset(
    (Act.SAY, Act.SPEAK, Act.ANNOUNCE, Act.ORGANISE, Act.GET, Act.LEAD, Act.APOLOGISE, Act.EXPLAIN)
)
# Acts whose nouns still tell to whom they are done ("lễ đón Chủ tịch ...").
_NOUNS_WITH_OBJECTS = frozenset((Act.RECEIVE, Act.VISIT, Act.MEET, Act.APPOINT))
# Acts that have people as objects, and what may stand between the verb and the person.
_OBJECT_GAP: dict[Act, re.Pattern[str]] = {
    act: re.compile(pattern, re.IGNORECASE)
    for act, pattern in {
        Act.RECEIVE: (
            r"\s*(?:(?:đoàn|ngài|các|chính thức|thân mật|xã giao|nguyên|cựu|trọng thể|thân nhân|phái đoàn|"
            r"của|công tác)\s+)*(?:[^,;]{0,80}\sdo\s+)?"),
        Act.MEET: (
            r"\s*(?:(?:song phương|trực tiếp|riêng|xã giao|cấp cao|mặt|gỡ|thượng đỉnh|chính thức|ngắn)\s+)*(?:với|"
            r"giữa|cùng|gặp)?\s*(?:(?:các|đoàn|hai|lãnh đạo|nhà)\s+)*|[^,;.]{0,60}\s(?:với|giữa|cùng)\s+"),
        Act.GIVE: r"\s*|[^;.]{0,120}\s(?:cho|tới|đến|tặng)\s+(?:các\s+|gia đình\s+)?",
        Act.VISIT: (
            r"\s*(?:(?:gia đình|nhà|với|vợ chồng|chúc mừng|mừng|tặng quà|và làm việc với|hỏi|mẹ|cụ|và tặng quà|"
            r"cho)\s+)*"),
        Act.APPOINT: r"\s*(?:\S+\s+){0,2}|[^,;.]{0,80}\s(?:cho|với|đối với)\s+",
        Act.SIGN: r"[^;.]{0,80}\s(?:với|cùng)\s+",
        Act.APOLOGISE: r"\s*(?:(?:tới|đến|với|cho)\s+)?(?:\S+\s+){0,2}",
    }.items()
}  # fmt: skip


def participations(
    text: str, index: int, people: Sequence[Reference], *, lead_in: LeadIn | None, group: int
) -> tuple[list[Participation], LeadIn | None]:
    """Return the parts that `people` have in the events of one sentence, and the list that may go on after it.

    `text` is the sentence's reading form and `index` its place in the document; `lead_in` what the sentence before
    leaves open; `group` is the number for the first list.
    """
    rows, opened = read_lists(text, people, lead_in, group)
    listed = [_listed(row, index, text) for row in rows]
    if not people:
        return [], opened
    found: list[Participation] = list(listed)
    taken = {(p.person, p.act) for p in listed}
    spans = [(p.verb_start, p.verb_end) for p in listed]
    acts = _acts(text, people)
    for number, act in enumerate(acts):
        if any(start <= act.start < end for start, end in spans):
            continue
        nominal = _is_noun(text, act, people)
        if nominal and act.act not in _NOUNS_WITH_OBJECTS:
            continue
        subjects = owners_of(text, act, people)
        if act.verb == _BELONGS:
            subjects = winners_of(text, act, people)
        elif not subjects and not nominal:
            subjects = subjects_of(text, act, people, acts[:number])
            if subjects and (stands := _FOR.search(text, 0, subjects[0].outer_start)) is not None:
                deputy = replace(act, start=stands.start(), end=stands.end())
                subjects = subjects_of(text, deputy, people, acts[:number]) or subjects[1:] or subjects
        group += 1
        for person in subjects:
            if (person.key, act.act) not in taken:
                taken.add((person.key, act.act))
                part = _part(person, act, Role.SUBJECT, index, group + 100)
                if act.act is Act.ATTEND:
                    part = replace(part, venue=venue_before(text, act.start))
                found.append(part)
        if act.act in _OBJECT_GAP:
            subject_keys = {p.key for p in subjects}
            for person in _objects(text, act, people):
                if person.key not in subject_keys:
                    found.append(_part(person, act, Role.OBJECT, index, group + 200))
    found.extend(_sources(text, people, index, taken, group + 300))
    found.extend(_givers(text, people, index, taken, group + 400))
    if may_be_undone(text):
        outer = {(p.start, p.end): (p.outer_start, p.outer_end) for p in people}
        found = [
            part
            for part in found
            if part.role is not Role.SUBJECT
            or not is_undone(text, outer[part.start, part.end], (part.verb_start, part.verb_end))
        ]
    return found, opened


# "Ông A thay mặt Chủ tịch B ký", "Thay mặt Chủ tịch B, ông A ký": A signs; so in "ông A, chứ không phải ông B, ký".
_FOR = compiled_later(r"(?<!\w)(?:thay mặt(?: cho)?|chứ không phải(?: là)?)\s+(?:(?:ông|bà)\s+)?$", re.IGNORECASE)


def _listed(row: Listed, index: int, text: str) -> Participation:
    person = row.person
    return Participation(
        person.key, row.act, Role.SUBJECT, index, person.start, person.end, row.start, row.end, row.group,
        text[row.start : row.end].lower(), side=row.side, venue=row.venue, listed=True,
    )  # fmt: skip


def _acts(text: str, people: Sequence[Reference]) -> list[ActMention]:
    """Return the verbs of the sentence that tell what somebody does: not in quotes or descriptions of people."""
    quotes = [m.span() for m in _QUOTED.finditer(text)]
    return [
        a
        for a in find_acts(text)
        if not any(start < a.start < end for start, end in quotes)
        and not any(p.outer_start <= a.start < p.outer_end for p in people)
    ]


def _is_noun(text: str, act: ActMention, people: Sequence[Reference]) -> bool:
    """Tell whether the verb is part of a noun ("lễ khai mạc"); a meeting or visit that somebody has is none."""
    before = text[max((p.outer_end for p in people if p.outer_end <= act.start), default=0) : act.start]
    written = text[act.start : act.end]
    if written[0].isupper() and before.rstrip()[-1:].isalnum():
        return act.act in (
            Act.ORGANISE,
            Act.OPEN,
            Act.CLOSE,
            Act.PRESENT,
            Act.PAPER,
            Act.SIGN,
            Act.MEET,
            Act.ATTEND,
        )  # "Tổ chức Y tế ..."
    if act.act is Act.ATTEND:
        after = next((p.outer_start for p in people if p.outer_start >= act.end), act.end)
        if _OTHERS_BEFORE.search(before) or _BY_WHOM.search(text[act.end : after]):
            return True  # told of those who are received, by whom is told as another act
    if meeting := MEETING_NOUN.search(before):
        if act.act in _NOT_NOUN_OF_MEETING:
            return False
        if act.act in (Act.OPEN, Act.CLOSE):
            return True  # "dự phiên khai mạc": who was there did not open it
        return (
            act.act not in (Act.MEET, Act.VISIT, Act.RECEIVE) and _HAS_MEETING.search(before[: meeting.start()]) is None
        )
    if act.act is Act.SAY and re.match(r"\s+(?:của|trên|này|đó)(?!\w)", text[act.end :]):
        return True  # "các kiến nghị của cử tri"
    if act.act is Act.SAY and re.search(r"(?:gửi|nói|có|bằng|những|một)\s+lời\s+$", before):
        return False
    return _NOUN_BEFORE.search(before) is not None


def _sources(
    text: str, people: Sequence[Reference], index: int, taken: set[tuple[str, Act]], group: int
) -> list[Participation]:
    """Return those whom the sentence gives as its source ("Theo ông ..., ...")."""
    return [
        Participation(p.key, Act.SAY, Role.SUBJECT, index, p.start, p.end, p.outer_start, p.outer_start, group, "theo")
        for p in people
        if (p.key, Act.SAY) not in taken
        and re.search(r"(?<!\w)(?:[Tt]heo|[Tt]heo lời|dẫn lời|trích lời)\s+$", text[: p.outer_start])
    ]


def _givers(
    text: str, people: Sequence[Reference], index: int, taken: set[tuple[str, Act]], group: int
) -> list[Participation]:
    """Return those from whom somebody is told to get a prize or a gift ("nhận giải từ tay Chủ tịch ...")."""
    found = []
    for person in people:
        if (person.key, Act.GIVE) in taken or not text[: person.outer_start].endswith(("từ ", "từ tay ")):
            continue
        got = _GOT_FROM.search(text, 0, person.outer_start)
        if got is not None:
            verb = ActMention(Act.GIVE, got.start("verb"), got.end("verb"), got["verb"].lower())
            found.append(_part(person, verb, Role.SUBJECT, index, group))
    return found


# What is handed over by the one from whom it is got.
_GOT_FROM = compiled_later(
    r"(?<!\w)(?P<verb>(?:đón\s+)?nhận(?:\s+được)?)\s+(?:[^\s,;:.]+\s+){0,2}?(?:bằng|tấm|giải|cúp|quà|món|phần|hoa|bó|cờ|"
    r"huân chương|huy chương|kỷ niệm chương|biểu trưng|học bổng|suất|danh hiệu|quyết định|giấy|chứng nhận|chứng chỉ|"
    r"bức|chiếc|chìa khóa|số tiền)(?!\w)[^,;:.“”\"]{0,80}?\stừ\s+(?:tay\s+)?$",
    re.IGNORECASE,
)


def _part(person: Reference, act: ActMention, role: Role, index: int, group: int) -> Participation:
    return Participation(
        person.key, act.act, role, index, person.start, person.end, act.start, act.end, group, act.verb
    )


_BELONGS = "thuộc về"


def _objects(text: str, act: ActMention, people: Sequence[Reference]) -> list[Reference]:
    after = [p for p in people if p.outer_start >= act.end]
    if not after:
        return []
    gap = text[act.end : after[0].outer_start]
    if _OBJECT_GAP[act.act].fullmatch(gap) is None:
        return []
    return row_from(text, [after[0]], after[1:])
