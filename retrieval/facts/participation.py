"""Who took part in what, sentence by sentence: chaired, attended, spoke, received, signed.

Four shapes are read. A list after an opener ("Cùng dự có ...", "Về phía ... có ...", "với sự tham dự của ..."), a
subject before its verb ("Thủ tướng ... chủ trì và phát biểu"), a verb before its subject ("Phát biểu tại hội nghị,
ông ..."), and the persons to whom something is done ("tiếp ông ...", "trao ... cho bà ...").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from retrieval.facts.acts import Act, ActMention, find_acts
from retrieval.facts.people import Reference


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


# What opens a list of people. `act` tells how they take part; the list begins where the match ends.
_ATTENDING = r"(?:(?:cùng|cũng|đến|tới|về|còn|cùng đến|đã)\s+)*(?:tham\s+dự|dự|có mặt|tham gia|hiện diện|góp mặt|chứng kiến)"
_HAVING = r"(?:,?\s*(?:còn|đã|gồm|phải kể đến|cũng)?\s*(?:có|gồm có|bao gồm|gồm|là)(?:\s+mặt)?(?:\s+sự\s+(?:tham dự|tham gia|có mặt|hiện diện|góp mặt)\s+(?:của|có))?|\s*:)"
_PRESENCE = r"(?:có|với|được|cùng)\s+sự\s+(?:tham\s+dự|tham\s+gia|có\s+mặt|hiện\s+diện|góp\s+mặt|chứng\s+kiến|đồng\s+hành|tới\s+dự)\s+(?:của|có)"
_OPENERS: tuple[tuple[Act, re.Pattern[str]], ...] = (
    (Act.ATTEND, re.compile(rf"(?<!\w){_PRESENCE}", re.IGNORECASE)),
    (Act.ATTEND, re.compile(rf"(?<!\w){_ATTENDING}(?!\w)(?P<middle>[^:;]{{0,160}}?){_HAVING}(?!\w)", re.IGNORECASE)),
    (Act.ATTEND, re.compile(r"(?<!\w)(?:về phía|phía|bên phía|đại diện(?: cho)?|đoàn|tại điểm cầu)\s+(?P<middle>[^:;,.]{2,80}?),?\s+(?:còn )?(?:có|gồm)(?:\s+sự\s+tham\s+(?:dự|gia)\s+của)?(?!\w)", re.IGNORECASE)),
    (Act.ATTEND, re.compile(r"(?<!\w)(?:cùng đi|tháp tùng|đi cùng|tiếp đoàn|đón đoàn|thành phần đoàn)(?P<middle>[^:;.]{0,60}?)\s+(?:có|gồm|là)(?!\w)", re.IGNORECASE)),
    (Act.CHAIR, re.compile(rf"(?<!\w)(?:đồng\s+|cùng\s+)?(?:chủ trì|chủ tọa|điều hành)(?!\w)(?P<middle>[^:;]{{0,120}}?){_HAVING}(?!\w)", re.IGNORECASE)),
    (Act.CHAIR, re.compile(r"(?<!\w)dưới sự\s+(?:đồng\s+)?(?:chủ trì|chủ tọa|điều hành|điều khiển|dẫn dắt)\s+của(?!\w)", re.IGNORECASE)),
)  # fmt: skip
_CONTINUED = re.compile(r"^(?:Ngoài ra|Bên cạnh đó|Cùng với đó|Trong đó|Cùng đó)?,?\s*(?:còn\s+|cũng\s+)*(?:có|gồm)\s", re.IGNORECASE)
_SIDE = re.compile(
    r"(?<!\w)(?:về phía|phía|bên phía|thay mặt(?: cho)?|đại diện(?: cho)?)\s+(?P<side>[^:;,.]{2,80}?)(?:,?\s+(?:có|gồm|còn có|,)|,)",
    re.IGNORECASE,
)
_VENUE = re.compile(r"(?<!\w)điểm cầu\s+(?:tại\s+|ở\s+)?(?P<venue>[^:;,.]{2,70}?)(?=\s+(?:có|gồm|là|đã)(?!\w)|[:;,.]|$)", re.IGNORECASE)

# Words between a person and the verb that do not make the verb another's.
_FILLER = re.compile(
    r"(?<!\w)(?:đã|sẽ|đang|vừa|cũng|và|cùng|cùng với|các|đại biểu|lãnh đạo|trực tiếp|tới|đến|về|có|bài|nhiệt liệt|trân trọng|chính thức|"
    r"lần lượt|chân thành|thay mặt|một số|đoàn|công tác|nhiều|những|thì|được|bị|vinh dự|cho|tại|buổi|sáng|nay|chiều|tối|hôm|qua|lên|tiếp tục|"
    r"đồng|phu nhân|đồng thời|còn|lại|luôn|thẳng thắn|mới|ngày|hai|bên|xin|đại diện|làm|theo|rất|nhân dịp|này|ông|bà|từng|không|chưa)(?!\w)",
    re.IGNORECASE,
)
_OWNED = re.compile(r"(?<!\w)(?:rằng|mà|để|nhằm|nếu|vì|bởi|theo|khi|do|của|sau khi|trước khi)(?!\w)")
_JOINT = re.compile(r"^\s*(?:,|;|và|cùng|cùng với|, và|, cùng|với|; và|và các)?\s*(?:các\s+)?(?:đồng chí|đ/c|ông|bà|vợ chồng)?\s*$", re.IGNORECASE)
_QUOTED = re.compile(r"[“\"][^“”\"]{12,}[”\"]")
# Acts that have people as objects.
_OBJECT_ACTS = frozenset((Act.RECEIVE, Act.MEET, Act.GIVE, Act.VISIT, Act.APPOINT, Act.SIGN, Act.APOLOGISE))


def participations(text: str, index: int, people: Sequence[Reference], *, continues: bool, group: int) -> list[Participation]:
    """Return the parts that `people` have in the events of one sentence.

    `text` is the sentence's reading form and `index` its place in the document; `continues` says that the sentence
    before ended with a list of attendants; `group` is the number for the first list.
    """
    if not people:
        return []
    found: list[Participation] = []
    listed = _lists(text, index, people, continues, group)
    found.extend(listed)
    quotes = [m.span() for m in _QUOTED.finditer(text)]
    acts = [a for a in find_acts(text) if not any(start < a.start < end for start, end in quotes)]
    acts = [a for a in acts if not any(p.outer_start <= a.start < p.outer_end for p in people)]
    taken = {(p.person, p.act) for p in listed}
    opened = [(p.verb_start, p.verb_end) for p in listed]
    for act in acts:
        if any(start <= act.start < end for start, end in opened):
            continue
        subjects = _subjects(text, act, people)
        group += 1
        for person in subjects:
            if (person.key, act.act) not in taken:
                taken.add((person.key, act.act))
                found.append(_part(person, act, Role.SUBJECT, index, group + 100))
        if act.act in _OBJECT_ACTS:
            subject_keys = {p.key for p in subjects}
            for person in _objects(text, act, people, acts):
                if person.key not in subject_keys:
                    found.append(_part(person, act, Role.OBJECT, index, group + 200))
    for person in people:
        before = text[: person.outer_start]
        if re.search(r"(?<!\w)(?:[Tt]heo|[Tt]heo lời)\s+$", before) and (person.key, Act.SAY) not in taken:
            found.append(
                Participation(person.key, Act.SAY, Role.SUBJECT, index, person.start, person.end, person.outer_start, person.outer_start, group + 300, "theo")
            )
    return found


def _part(person: Reference, act: ActMention, role: Role, index: int, group: int) -> Participation:
    return Participation(person.key, act.act, role, index, person.start, person.end, act.start, act.end, group, act.verb)


def _lists(text: str, index: int, people: Sequence[Reference], continues: bool, group: int) -> list[Participation]:
    openings: list[tuple[int, int, Act]] = []
    for act, pattern in _OPENERS:
        for match in pattern.finditer(text):
            middle_start, middle_end = match.start(), match.end()
            if any(middle_start <= p.start < middle_end for p in people):
                continue  # a person before "có": that person is the subject
            if any(p.outer_end <= match.start() and _governs(text[p.outer_end : match.start()]) for p in people) and "sự" not in match.group():
                continue
            following = [p for p in people if p.outer_start >= match.end()]
            if not following or len(text[match.end() : following[0].outer_start]) > 260:
                continue
            openings.append((match.start(), match.end(), act))
    if continues and not openings and (opened := _CONTINUED.match(text)):
        openings.append((opened.start(), opened.end(), Act.ATTEND))
    openings.sort()
    parts: list[Participation] = []
    last_end = -1
    for number, (start, end, act) in enumerate(openings):
        if start < last_end:
            continue
        last_end = end
        limit = next((s for s, _, other in openings[number + 1 :] if other != act), len(text))
        for person in people:
            if end <= person.outer_start < limit:
                if _begins_clause(text, person):
                    break
                parts.append(
                    Participation(
                        person.key, act, Role.SUBJECT, index, person.start, person.end, start, end, group, text[start:end].lower(),
                        side=_last(_SIDE, "side", text, person.outer_start), venue=_last(_VENUE, "venue", text, person.outer_start), listed=True,
                    )
                )  # fmt: skip
    unique: dict[tuple[str, Act], Participation] = {}
    for part in parts:
        unique.setdefault((part.person, part.act), part)
    return list(unique.values())


def _last(pattern: re.Pattern[str], name: str, text: str, before: int) -> str:
    """Return what the last match of `pattern` before an offset names."""
    last = ""
    for match in pattern.finditer(text):
        if match.start() < before:
            last = match.group(name).strip()
    return last


_CLAUSE_VERB = re.compile(r"\s*(?:đã|cũng|sẽ)?\s*(?:cho biết|nói|nhấn mạnh|khẳng định|phát biểu|cho rằng|bày tỏ|yêu cầu|đề nghị)(?!\w)")


def _begins_clause(text: str, person: Reference) -> bool:
    """Tell whether the person is the subject of a saying, so that the list before has ended."""
    return _CLAUSE_VERB.match(text, person.outer_end) is not None


def _governs(gap: str) -> bool:
    """Tell whether a person stays the subject across `gap`, the words from the person to the verb."""
    if re.search(r"[;:.!?“”\"]", gap) or _OWNED.search(gap):
        return False
    rest = gap
    for act in reversed(find_acts(gap)):
        rest = rest[: act.start] + " " + rest[act.end :]
    rest = _FILLER.sub(" ", rest)
    limit = 9 if find_acts(gap) else 6
    return len(re.findall(r"\w+", rest)) <= limit


def _subjects(text: str, act: ActMention, people: Sequence[Reference]) -> list[Reference]:
    before = [p for p in people if p.outer_end <= act.start]
    if before:
        nearest = before[-1]
        gap = text[nearest.outer_end : act.start]
        if _governs(gap) and not _is_object(text, nearest):
            chain = [nearest]
            for person in reversed(before[:-1]):
                if not _JOINT.match(text[person.outer_end : chain[0].outer_start]):
                    break
                chain.insert(0, person)
            return chain
        if not re.search(r"[.;:!?]|[“”\"]", gap) or len(text[: act.start]) > 90:
            return []
    # "Phát biểu tại hội nghị, ông ...": a verb before its subject, at the head of the sentence or of a clause.
    head = text[: act.start]
    if len(re.findall(r"\w+", re.split(r"[;:“”\"]", head)[-1])) > 14:
        return []
    after = [p for p in people if p.outer_start >= act.end]
    if not after:
        return []
    first = after[0]
    gap = text[act.end : first.outer_start]
    inverted = re.search(r"(?:,|\s(?:là|có|gồm)|:)\s*(?:các đồng chí\s*:?\s*|đồng chí\s+|thay mặt[^,]*,\s*|đại diện[^,]*,\s*|tại[^,]*,\s*)?$", gap)
    if inverted is None or re.search(r"[;.!?“”\"]", gap) or len(gap) > 260:
        return []
    chain = [first]
    for person in after[1:]:
        if not _JOINT.match(text[chain[-1].outer_end : person.outer_start]):
            break
        chain.append(person)
    return chain


def _is_object(text: str, person: Reference) -> bool:
    """Tell whether a preposition makes the person an object ("với ông ...", "cho bà ...")."""
    return re.search(r"(?<!\w)(?:với|cho|của|tới|gửi|giữa)\s+$", text[: person.outer_start], re.IGNORECASE) is not None and not re.search(
        r"(?:sự|chủ trì|chỉ đạo)[^,;]{0,30}của\s+$", text[: person.outer_start], re.IGNORECASE
    )


def _objects(text: str, act: ActMention, people: Sequence[Reference], acts: Sequence[ActMention]) -> list[Reference]:
    after = [p for p in people if p.outer_start >= act.end]
    if not after:
        return []
    first = after[0]
    gap = text[act.end : first.outer_start]
    if re.search(r"[.;!?“”\"]", gap) or len(gap) > 140 or ("," in gap and len(gap) > 80):
        return []
    chain = [first]
    for person in after[1:]:
        if not _JOINT.match(text[chain[-1].outer_end : person.outer_start]):
            break
        chain.append(person)
    return chain
