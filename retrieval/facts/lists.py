"""Lists of those who took part: what opens a list, who is on it, and how it goes on over sentences and lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from retrieval.facts.acts import Act, find_acts
from retrieval.facts.people import Reference
from retrieval.facts.subjects import is_kin_of
from retrieval.language.lazy_pattern import compiled_later

_ATTENDING = (
    r"(?:(?:cùng|cũng|đến|tới|về|còn|cùng đến|đã)\s+)*(?:tham\s+dự|dự|có mặt|tham gia|hiện diện|góp mặt|chứng kiến)"
)
_HAVING = (
    r"(?:,?\s*(?:còn|đã|gồm|phải kể đến|cũng)?\s*(?:có|gồm có|bao gồm|gồm|là)(?:\s+mặt)?"
    r"(?:\s+sự\s+(?:tham dự|tham gia|có mặt|hiện diện|góp mặt)\s+(?:của|có))?|\s*:)"
)
_PRESENCE = (
    r"(?:có|với|được|cùng|trước|dưới)\s+sự\s+(?:tham\s+dự|tham\s+gia|có\s+mặt|hiện\s+diện|góp\s+mặt|"
    r"chứng\s+kiến|đồng\s+hành|"
    r"tới\s+dự|đến\s+dự)(?:\s+(?:và|,)\s+(?:\S+\s+){1,4}?)?\s+(?:của|có)"
)
# Guests told of by what they are, where they are said to take part ("quy tụ các ca sĩ như", "khách mời gồm").
_GUESTS = (
    r"(?:nghệ s[ĩỹ]|ca s[ĩỹ]|nhạc s[ĩỹ]|diễn viên|danh hài|ngôi sao|người mẫu|người đẹp|gương mặt|tên tuổi|diễn giả|"
    r"khách mời|giám khảo|chuyên gia)"
)
_GUEST_SIGNS = (
    "nghệ s", "ca s", "nhạc s", "diễn viên", "danh hài", "ngôi sao", "người mẫu", "người đẹp", "gương mặt",
    "tên tuổi", "diễn giả", "khách mời", "giám khảo", "chuyên gia",
)  # fmt: skip
_TAKING_PART = (
    r"(?:quy tụ|hội tụ|tham gia|tham dự|góp mặt|xuất hiện|có mặt|biểu diễn|trình diễn|thể hiện|mời|đồng hành)"
)
_SUCH_AS = r"\s(?:như|gồm|bao gồm|có thể kể đến)(?!\w)\s*:?"
# A character of the body that is named: with brackets, and an apposition up to "có" ("PVN (Hà Nội), công ty mẹ, có").
_BODY = r"(?:[^:;,.()]|\([^()]{0,40}\)|,(?=[^,:;.]{0,60}\scó\s))"
# The act, words one of which stands in whatever the pattern matches (they are found sooner), and the pattern.
_OPENERS: tuple[tuple[Act, tuple[str, ...], re.Pattern[str]], ...] = (
    (Act.ATTEND, ("sự",), re.compile(rf"(?<!\w){_PRESENCE}(?!\w)", re.IGNORECASE)),
    (
        Act.ATTEND,
        ("dự", "có mặt", "tham gia", "hiện diện", "góp mặt", "chứng kiến"),
        re.compile(
            rf"(?<!\w)(?<!danh )(?<!vinh ){_ATTENDING}(?!\w|\s+án\s)(?P<middle>[^:;]{{0,160}}?){_HAVING}(?!\w)",
            re.IGNORECASE,
        ),
    ),
    (
        Act.ATTEND,
        ("phía", "đại diện", "đoàn", " cầu", "thành phần", "khách mời", "đại biểu"),
        re.compile(
            r"(?<!\w)(?:về phía|phía|bên phía|đại diện(?: cho)?|đoàn|tại (?:điểm|đầu) cầu|thành phần|khách mời|"
            r"đại biểu)\s+"
            rf"(?P<middle>{_BODY}{{0,80}}?),?\s+"
            r"(?:còn )?(?:có|bao gồm|gồm)(?:\s+sự\s+tham\s+(?:dự|gia)\s+của)?(?!\w)",
            re.IGNORECASE,
        ),
    ),
    (
        Act.ATTEND,
        ("trong đó",),
        re.compile(
            r"(?<!\w)(?:đoàn|đại biểu|khách mời|quan khách)\s[^.;:“”\"]{0,90}?,?\s+"
            r"(?P<opens>trong đó\s+(?:có|gồm))(?!\w)",
            re.IGNORECASE,
        ),
    ),
    (
        Act.ATTEND,
        ("số",),
        re.compile(
            r"(?<!\w)(?:trong\s+)?số\s+(?:\S+\s+)?(?:các\s+)?(?:vị\s+)?(?:nhà lãnh đạo|lãnh đạo|"
            r"nguyên thủ|đại biểu|khách mời|quan khách|người (?:tham )?dự|khách)(?!\w)[^,;:.]{0,50}?,?\s+"
            r"(?:có|gồm|là)(?!\w)",
            re.IGNORECASE,
        ),
    ),
    (
        Act.ATTEND,
        ("cùng đi", "tháp tùng", "đi cùng", " đoàn", "cùng tiếp", "cùng làm việc"),
        re.compile(
            r"(?<!\w)(?:cùng đi|tháp tùng|đi cùng|tiếp đoàn|đón đoàn|thành phần đoàn|cùng tiếp|cùng làm việc)"
            r"(?P<middle>[^:;.]{0,60}?)\s+(?:có(?!\s+mặt)|gồm|là)(?!\w)",
            re.IGNORECASE,
        ),
    ),
    (
        Act.ATTEND,
        _GUEST_SIGNS,
        re.compile(
            rf"(?<!\w){_TAKING_PART}(?!\w)[^.;:“”]{{0,60}}?(?<!\w){_GUESTS}(?!\w)[^,;:.“”\"]{{0,50}}?{_SUCH_AS}|"
            rf"(?<!\w){_GUESTS}(?!\w)[^,;:.“”\"]{{0,40}}?(?<!\w){_TAKING_PART}(?!\w)[^,;:.“”\"]{{0,20}}?{_SUCH_AS}|"
            rf"(?<!\w)(?:khách mời|diễn giả|giám khảo)(?!\w)[^,;:.“”\"]{{0,50}}?(?:{_SUCH_AS}|\slà(?!\w)|\s?:)",
            re.IGNORECASE,
        ),
    ),
    (
        Act.CHAIR,
        ("chủ trì", "chủ tọa", "điều hành"),
        re.compile(
            rf"(?<!\w)(?:đồng\s+|cùng\s+)?(?:chủ trì|chủ tọa|điều hành)(?!\w)"
            rf"(?P<middle>[^:;]{{0,120}}?){_HAVING}(?!\w)",
            re.IGNORECASE,
        ),
    ),
    (
        Act.CHAIR,
        ("dưới sự",),
        re.compile(
            r"(?<!\w)dưới sự\s+(?:đồng\s+|trực tiếp\s+)?(?:chủ trì|chủ tọa|điều hành|điều khiển|dẫn dắt)"
            r"(?:[\s,]+(?:và|chủ trì|chỉ đạo|điều hành|trực tiếp))*\s+của(?!\w)",
            re.IGNORECASE,
        ),
    ),
)  # fmt: skip
# What has no person for its subject: "dự cuộc gặp giữa ông A và ông B bao gồm ...".
_COMPRISING = compiled_later(r"(?:gồm|gồm có|như|trong đó có|:)$", re.IGNORECASE)
# Whom somebody goes with stands before "có": "Tháp tùng Thủ tướng A còn có ..."
_BESIDE = compiled_later(r"(?:cùng đi|tháp tùng|đi cùng|cùng tiếp)(?!\w)(?![^,]*,)", re.IGNORECASE)
_CONTINUED = compiled_later(
    r"^(?:Một số|Những|Các|Nhiều)\s+(?:nhân vật|gương mặt|vị|người|thành viên|quan chức|lãnh đạo|đại biểu|khách mời|"
    r"tên tuổi)\s+(?:khác|còn lại)(?:\s+cũng)?(?:\s+(?:có thể|sẽ|tham dự|dự|có mặt|được mời|xuất hiện))*\s+(?:là|gồm|"
    r"bao gồm|có)\s|"
    r"^(?:Ngoài ra|Bên cạnh đó|Cùng với đó|Trong đó|Cùng đó|Đồng thời|Đặc biệt)?,?\s*(?:cùng\s+)?(?:còn\s+|"
    r"cũng\s+|buổi lễ còn\s+)*(?:có|gồm)\s",
    re.IGNORECASE,
)
_SIDE = compiled_later(  # a "trưởng đại diện" is one person
    r"(?<!\w)(?:về phía|phía|bên phía|thay mặt(?: cho)?|(?<!trưởng\s)(?<!phó\s)đại diện(?: cho| của)?)\s+"
    r"(?P<side>[^:;,.()]{2,80}?)(?:\s*\([^()]{0,40}\))?(?:,?\s+(?:có|bao gồm|gồm|còn có|,)(?!\w)|,|:)",
    re.IGNORECASE,
)
_VENUE = compiled_later(
    r"(?<!\w)(?:điểm|đầu) cầu\s+(?:tại\s+|ở\s+)?(?P<venue>[^:;,.]{2,70}?)(?=\s+(?:có|gồm|là|đã)(?!\w)|[:;,.]|$)",
    re.IGNORECASE,
)
# A line that only names the side of those on the lines below ("* Phía Việt Nam:", "Đại biểu quốc tế:").
_SIDE_LINE = compiled_later(
    r"^[\W\d]*(?:về\s+)?(?:phía|bên|đại diện|lãnh đạo|đại biểu|khách mời)\s+(?P<side>[^:;.]{2,80}?)(?:\s+(?:có|"
    r"gồm))?\s*:\s*$",
    re.IGNORECASE,
)
_BULLET = compiled_later(r"^\s*(?:[-–—•*+▪●o]|\d{1,2}[.)])\s+")
_CLAUSE_VERB = compiled_later(
    r"\s*,?\s*(?:đã|cũng|sẽ|vừa)?\s*(?:cho biết|nói|nhấn mạnh|khẳng định|phát biểu|cho rằng|bày tỏ|"
    r"yêu cầu|đề nghị|chia sẻ|chủ trì|đọc|trình bày)(?!\w)"
)
_BY_WHOM = compiled_later(r"(?<!\w)(?:được|bị)\s+$", re.IGNORECASE)
# "... có: ông A dự phiên khai mạc; bà B dự phiên họp toàn thể": each was at a part of its own.
_OWN_VERB = compiled_later(r"\s+(?:đã\s+|cùng\s+)?(?P<verb>(?:tham )?dự)\s+(?=(?:phiên|lễ|buổi|cuộc|hội nghị)(?!\w))")
_FARTHEST = 260  # characters between what opens a list and the first person on it
_NEAR_END = 60  # characters between what opens a list and the colon that ends its line
_HEADING = 6  # characters of a line before the first person of a list over lines


@dataclass(frozen=True, slots=True)
class Listed:
    """A person on a list, the act the list tells of, and where what opens it stands in the sentence."""

    person: Reference
    act: Act
    start: int
    end: int
    side: str
    venue: str
    group: int


@dataclass(frozen=True, slots=True)
class LeadIn:
    """What opened a list that may go on with the next sentence or line.

    `pending` says that the sentence ended where the list begins ("Tham dự có các đồng chí:"), so that the next lines
    are the list; otherwise only a sentence that takes it up ("Ngoài ra còn có ...") or a line of its kind goes on.
    """

    act: Act
    side: str
    venue: str
    group: int
    pending: bool


def read_lists(
    text: str, people: Sequence[Reference], lead_in: LeadIn | None, group: int
) -> tuple[list[Listed], LeadIn | None]:
    """Return who is listed in one sentence, and what goes on into the next.

    `people` are the references of the sentence in order, `group` the number for its first list.
    """
    openings = _openings(text, people)
    listed: list[Listed] = []
    if not openings and lead_in is not None:
        if (opened := _CONTINUED.match(text)) and not lead_in.pending:
            openings.append((opened.start(), opened.end(), lead_in.act))
        elif _goes_on(text, people, lead_in):
            listed = [
                Listed(p, lead_in.act, 0, 0, lead_in.side, lead_in.venue, lead_in.group) for p in _row(text, people)
            ]
            return listed, lead_in
        elif lead_in.pending and not people and _BULLET.match(text) and not text.endswith(":"):
            return [], replace(lead_in, pending=False)  # "- Lãnh đạo các sở;": further items may name people
    for number, (start, end, act) in enumerate(openings):
        limit = next((s for s, _, other in openings[number + 1 :] if other != act), len(text))
        for place, person in enumerate(people):
            if not (end <= person.start and person.outer_start < limit):
                continue
            if place and is_kin_of(text, people[place - 1], person):
                continue  # "bà A, em gái ông B": only A is listed
            if _CLAUSE_VERB.match(text, person.outer_end) and not text[person.outer_end :].lstrip().startswith(","):
                break  # a new clause begins: the list has ended
            if _BY_WHOM.search(text, 0, person.outer_start):
                break  # "..., đã được Chủ tịch nước ... tiếp"
            side = _last(_SIDE, "side", text, person.outer_start)
            venue = _last(_VENUE, "venue", text, person.outer_start)
            own = _OWN_VERB.match(text, person.outer_end) if act is Act.ATTEND else None
            told = own.span("verb") if own is not None else (start, end)
            listed.append(Listed(person, act, *told, side, venue, group))
    unique: dict[tuple[str, Act], Listed] = {}
    for row in listed:
        unique.setdefault((row.person.key, row.act), row)
    return list(unique.values()), _lead_in(text, people, openings, list(unique.values()), lead_in, group)


def _opened(text: str) -> Iterator[tuple[Act, re.Match[str]]]:
    """Yield what may open a list in `text`, with the act that those on the list do."""
    lowered = text.lower()
    for act, words, pattern in _OPENERS:
        if any(word in lowered for word in words):
            for match in pattern.finditer(text):
                yield act, match


def _openings(text: str, people: Sequence[Reference]) -> list[tuple[int, int, Act]]:
    found: list[tuple[int, int, Act]] = []
    if not people:
        return found  # a list has somebody on it
    for act, match in _opened(text):
        within = any(match.start() <= p.start < match.end() for p in people)
        if within and not _COMPRISING.search(match.group()) and not _BESIDE.match(match.group()):
            continue  # a person before "có": that person is the subject
        before = [p for p in people if p.outer_end <= match.start()]
        presence = "sự" in match.group().split()
        if before and not presence and subject_reaches(text[before[-1].outer_end : match.start()]):
            continue
        following = [p for p in people if p.start >= match.end()]
        if not following or following[0].outer_start - match.end() > _FARTHEST:
            continue
        between = text[match.end() : max(match.end(), following[0].outer_start)]  # "ca sĩ như A" describes A
        if re.search(r"[.!?“”\"]", between.replace("TP.", "TP")) or any(a.act is Act.SAY for a in find_acts(between)):
            continue
        start = match.start("opens") if "opens" in match.re.groupindex else match.start()
        found.append((start, match.end(), act))
    found.sort()
    kept: list[tuple[int, int, Act]] = []
    for opening in found:
        if not kept or opening[0] >= kept[-1][1]:
            kept.append(opening)
    return kept


def subject_reaches(gap: str) -> bool:
    """Tell whether a person stays the subject over `gap`, the words between the person and a verb, for a list."""
    return not re.search(r"[;:.!?“”\"]|,\s+(?:với|có|dưới)", gap) and len(gap.split()) <= 6


def _goes_on(text: str, people: Sequence[Reference], lead_in: LeadIn) -> bool:
    """Tell whether the sentence is the next line of a list: a person stands at its head and does nothing there."""
    if not people:
        return False
    bullet = _BULLET.match(text)
    head = people[0].outer_start - (bullet.end() if bullet else 0)
    if head > _HEADING and not re.fullmatch(
        r"(?:đồng chí|các đồng chí|ông|bà|đ/c)?\s*:?\s*",
        text[bullet.end() if bullet else 0 : people[0].outer_start],
        re.IGNORECASE,
    ):
        return False
    if not (lead_in.pending or bullet):
        return False
    tail = text[people[0].outer_end :]
    return not any(a.act is not Act.ATTEND for a in find_acts(tail[:80])) or (
        bullet is not None and tail.rstrip().endswith(";")
    )


def _row(text: str, people: Sequence[Reference]) -> list[Reference]:
    """Return the persons of a line up to the first who says or does something."""
    row: list[Reference] = []
    for person in people:
        if _CLAUSE_VERB.match(text, person.outer_end):
            break
        row.append(person)
    return row


def _lead_in(
    text: str,
    people: Sequence[Reference],
    openings: Sequence[tuple[int, int, Act]],
    listed: Sequence[Listed],
    before: LeadIn | None,
    group: int,
) -> LeadIn | None:
    """Return what goes on into the next sentence."""
    if text.rstrip().endswith((":", "có", "gồm", "các đồng chí")):
        side_line = _SIDE_LINE.match(text)
        if side_line and before is not None:
            return replace(before, side=side_line.group("side").strip(), pending=True)
        for act, match in _opened(text):
            # "dự hội nghị của Tổng thống A gồm:": whom the words that open the list name is not on it.
            begin = match.end() if _COMPRISING.search(match.group()) else match.start()
            if len(text) - match.end() <= _NEAR_END and not any(p.outer_start >= begin for p in people):
                side, venue = _last(_SIDE, "side", text, len(text)), _last(_VENUE, "venue", text, len(text))
                return LeadIn(act, side, venue, group, pending=True)
        return None
    if listed:
        last = listed[-1]
        return LeadIn(last.act, last.side, last.venue, last.group, pending=False)
    del openings
    return None


def venue_before(text: str, before: int) -> str:
    """Return the last place from which an event is attended ("điểm cầu ...") that `text` names before an offset."""
    return _last(_VENUE, "venue", text, before)


def _last(pattern: re.Pattern[str], name: str, text: str, before: int) -> str:
    """Return what the last match of `pattern` before an offset names."""
    last = ""
    for match in pattern.finditer(text):
        if match.start() < before:
            last = match.group(name).strip()
    return last
