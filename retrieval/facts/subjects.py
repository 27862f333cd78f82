"""Who does what a verb of a sentence tells: the subject before it or after it, and the row in which that one stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from retrieval.facts.acts import Act, ActMention, find_acts
from retrieval.facts.people import Reference
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.letters import UPPER

# Words between a person and the verb that do not make the verb another's.
_FILLER = compiled_later(
    r"(?<!\w)(?:đã|sẽ|đang|vừa|cũng|và|cùng|cùng với|các|đại biểu|lãnh đạo|trực tiếp|tới|đến|về|có|"
    r"bài|nhiệt liệt|trân trọng|chính thức|"
    r"lần lượt|chân thành|thay mặt|một số|đoàn|công tác|nhiều|những|thì|được|bị|vinh dự|cho|tại|buổi|"
    r"sáng|nay|chiều|tối|hôm|qua|lên|tiếp tục|"
    r"đồng|phu nhân|đồng thời|còn|lại|luôn|thẳng thắn|mới|ngày|hai|bên|xin|đại diện|làm|theo|rất|"
    r"nhân dịp|này|ông|bà|từng|không|chưa)(?!\w)",
    re.IGNORECASE,
)
# Who else is there beside the person named, without names ("cùng nhiều lãnh đạo trung ương và hàng nghìn người dân").
_COMPANY = compiled_later(
    r"^\s*,?\s*(?:cùng|và|với|cùng với|, cùng)\s+(?:nhiều|các|đông đảo|một số|hàng|hơn|gần|khoảng|\d|toàn thể|lãnh đạo|"
    r"đại diện|đại biểu)[^;:.]{0,150}?(?=\s*,?\s+(?:đã|sẽ|vừa|tới|đến|cùng|tham|dự|có mặt)(?!\w)[^,]{0,12}$|\s*$)",
    re.IGNORECASE,
)
_OWNED = compiled_later(
    r"(?<!\w)(?:rằng|mà|để|nhằm|nếu|vì|bởi|theo|khi|do|của|sau khi|trước khi|là|việc|nơi|trong khi)(?!\w)"
)
_JOINT = compiled_later(
    r"^\s*(?:\([^()]{0,40}\)\s*)?(?:,|;|và|cùng|cùng với|, và|, cùng với|; và|và các|hay|hoặc|lẫn|cũng như)?"
    r"\s*(?:thậm chí\s+|đặc biệt là\s+|nhất là\s+|kể cả\s+|cả\s+)*"
    r"(?:các\s+|gia đình\s+)?(?:đồng chí|đ/c|ông|bà|vợ chồng|vợ|phu nhân|chồng)?\s*$",
    re.IGNORECASE,
)
# What is said of the one before stands between ("A - thứ trưởng Công an và B").
_JOINT_AFTER_APPOSITION = compiled_later(
    r"^\s*[-–—,]\s*[^.;:“”\"]{3,70}?(?:,|\s(?:và|cùng))\s*(?:ông|bà|đồng chí)?\s*$"
)
MEETING_NOUN = compiled_later(r"(?<!\w)(?:cuộc|buổi|chuyến|phiên|bữa)\s+(?:\S+\s+){0,2}$", re.IGNORECASE)
_SUBORDINATE = compiled_later(
    r"(?<!\w)(?:kể từ khi|từ khi|sau khi|trước khi|ngay sau khi|trong khi|khi|nếu|vì|dù|mặc dù|cho đến khi)\s+$",
    re.IGNORECASE,
)
_COORDINATED = compiled_later(
    r"(?:^|,|;|(?<!\w)(?:đồng thời|và|cũng|cùng|cũng như|trong (?:bài|phần|lời|diễn văn|buổi)))\s*(?:đồng thời\s+|"
    r"cũng\s+|đã\s+|còn\s+|mong\s+)*$",
    re.IGNORECASE,
)
# After "được" or "bị" these are done to the person, not by the person.
_PASSIVE = frozenset(
    (Act.SAY, Act.RECEIVE, Act.GIVE, Act.ORGANISE, Act.ANNOUNCE, Act.PRESENT, Act.PAPER, Act.LEAD, Act.SIGN)
)
# Not of who is sent to do it ("được cử dẫn đầu").
_BY_OTHERS = compiled_later(
    r"(?<!\w)(?<!mừng )(?<!vinh dự )(?<!hạnh )(?:được|bị)\s+"
    r"(?!(?:cử|giao|triệu tập|mời|phân công|chỉ định|ủy quyền|yêu cầu)\s)(?:\S+\s+){0,2}$",
    re.IGNORECASE,
)
# "ông A là một trong ba người được bầu": the verb is still of him.
_ONE_OF = compiled_later(r"^\s*,?\s*là (?:một trong|người)(?!\w)")
# Of what body somebody is, right after the name: a name with capitals, up to the verb.
_AFFILIATION = compiled_later(
    rf"\s+(?:của|thuộc|đến từ)\s+(?=[^,]*[{UPPER}])(?!.*\s(?:rằng|mà|để|khi|là|được|bị|ông|bà)\s)"
    r"[^,;:.!?“”\"]{2,70}?,?\s+(?:(?:cũng|đã|sẽ|vừa|mới|từng|hôm qua|hôm nay|nay)\s+)*"
)
# What somebody is, or when and where, between two signs ("Ông A (42 tuổi), bảo vệ Trường B, cho biết").
_APPOSITION = compiled_later(
    r"\s*(?:\([^()]*\))?\s*(?:(?P<comma>,)|[-–—])\s*+(?!(?:và|cùng|với|nhưng|mà|khi|các|những|nhiều|một số|"
    r"một trong|đông đảo|hàng|hơn|gần|khoảng|hai|ba|bốn|cả|lãnh đạo|"
    r"đại diện|đại biểu|công an|cơ quan|người dân|phía|bên|rồi|thì|nên|do|vì|từ|đến|tới|để|nhằm|cho|dù|tuy|song|đồng|"
    r"còn|bộ|sở|ban|hội|tòa|chính phủ|nhà nước|bị|được|đã|sẽ|đang|không|chưa|đó|đây|nơi|ông|bà)(?!\w))"
    rf"(?![{UPPER}])(?!.*\s(?:đã|sẽ|đang|bị|được|khi|rằng|nhưng|ông|bà)\s)(?:[^,.;:!?“”\"–—]|,(?!\s*(?:đã|các|và))){{3,90}}?"
    r"\s*(?(comma),|[-–—])\s+(?:(?:cũng|đã|sẽ|vừa|mới|từng|hôm qua|hôm nay|nay)\s+)*"
)
# Somebody else begins there, and what is not done.
_SOMEBODY = compiled_later(rf"(?<!\w)(?:ông|bà|anh|chị|cô|cụ)\s+[{UPPER}]")
_DENIED = compiled_later(
    r"(?<!\w)(?:không|chưa|không thể|không được|chẳng|hủy|từ chối|hoãn)\s+"
    r"(?:(?:thể|được|hề|bao giờ|còn|có|đến|tới|đi)\s+)*$"
)
_FAR_FROM_SAYING = 5  # words after a verb of saying over which another act is still the speaker's
# A clause of its own before the main one ("Khi tổng thống đến thăm, ...").
_CLAUSE_BEFORE = compiled_later(
    r"^(?:Khi|Sau khi|Trước khi|Trong khi|Nếu|Từ khi|Ngay khi)\s+(?!kết thúc|hoàn thành|dự|tham dự|rời|nghe|xem)"
    r"(?:\S+\s+){2,}$"
)
_DONE_TO = compiled_later(
    r"(?<!\w)(?:gặp|gặp gỡ|đón|tiếp|tiếp đón|thăm|chào|thay|bắt tay|ủng hộ|ca ngợi|hội kiến|điện đàm với)\s+$",
    re.IGNORECASE,
)
_KIN = compiled_later(
    r"(?<!\w)(?:con trai|con gái|con rể|con dâu|vợ|(?<!vợ )chồng|em gái|em trai|anh trai|chị gái|"
    r"mẹ|bố|cha|cháu|bạn gái|bạn trai|gia đình|luật sư của)\s+$",
    re.IGNORECASE,
)
# "dưới sự chủ trì, chỉ đạo của ông ...": it is he who does it.
_UNDER_WHOM = compiled_later(
    r"(?<!\w)(?:sự|chủ trì|chỉ đạo|điều hành)(?:[\s,]+(?:chủ trì|chỉ đạo|điều hành|điều khiển|tham dự|"
    r"tham gia|góp mặt|có mặt|chứng kiến|dẫn dắt|lãnh đạo|hiện diện|và|trực tiếp|chung))*\s+của\s+$",
    re.IGNORECASE,
)
_ONLY_MODAL = compiled_later(r"\s*(?:(?:muốn|sẽ|mong|sẵn sàng|đã|được|có thể|quyết định|lại|về)\s+)*")
_OF_WHOM = compiled_later(
    r"(?:(?!của|theo)[^,;.:“”\"]){0,70}?(?<!\w)của\s+(?:(?:nguyên|hai|các|đoàn do)\s+)*", re.IGNORECASE
)
_TELLING = frozenset((Act.SAY, Act.SPEAK, Act.ANNOUNCE, Act.EXPLAIN, Act.OPEN, Act.CLOSE, Act.PRESENT, Act.PAPER))
_MOST_BETWEEN = 12  # verbs between a subject and a verb of its own


def _governs(gap: str, act: ActMention, between: Sequence[ActMention], gap_start: int) -> bool:
    """Tell whether a person stays the subject across `gap`, the words from the person to the verb.

    `between` are the verbs in the gap, which begins at `gap_start` in the sentence.
    """
    belonging = _AFFILIATION.fullmatch(gap)
    if belonging is not None and not between:
        return True  # "Bình luận viên A của báo B cho rằng"
    if not between and _APPOSITION.fullmatch(gap) and not _DENIED.search(gap):
        return True
    if (
        re.search(r"[;:.!?“”\"]", gap)
        or _OWNED.search(_ONE_OF.sub("", gap))
        or _SOMEBODY.search(gap)
        or _DENIED.search(gap)
    ):
        return False
    if len(between) > _MOST_BETWEEN:
        return False  # nobody stays the subject over so many verbs
    told = [a for a in between if a.act in _TELLING]
    said_until = told[-1].end - gap_start if told else 0
    if told and act.act not in _TELLING and len(gap[said_until:].split()) > _FAR_FROM_SAYING:
        return False
    if told and not _COORDINATED.search(gap) and not _ONLY_MODAL.fullmatch(gap[said_until:]):
        return False  # "Thủ tướng cho biết Đức mời Việt Nam dự": what is said has its own subject
    rest = gap
    for other in reversed(between):
        rest = rest[: other.start - gap_start] + " " + rest[other.end - gap_start :]
    rest = _FILLER.sub(" ", _COMPANY.sub(" ", rest))
    limit = 9 if between else 6
    return len(re.findall(r"\w+", rest)) <= limit


def subjects_of(
    text: str, act: ActMention, people: Sequence[Reference], earlier: Sequence[ActMention]
) -> list[Reference]:
    """Return those of `people` who do what a verb of the sentence tells; `earlier` are the verbs before it."""
    text, people = _without_aside(*_without_kin(text, people), act)
    if by := _by_whom(text, act, people):
        return by
    before = _independent(text, [p for p in people if p.outer_end <= act.start])
    aside = [p for p in before if _in_brackets(text, p)]
    if aside and len(aside) < len(before):  # "... và ông A (cha của ông B) tham dự": A does it
        before = [p for p in before if p not in aside]
        people = [p for p in people if p not in aside]
        text = _BRACKETS.sub(lambda m: " " * len(m.group()), text)
    if before:
        nearest = before[-1]
        gap = text[max(p.outer_end for p in people if p.outer_end <= act.start) : act.start]
        between = [a for a in earlier if a.start >= nearest.outer_end]
        subordinate = _SUBORDINATE.search(text[: nearest.outer_start]) is not None and "," in gap
        closing = act.act in _TELLING and _CLOSES.match(text, act.end) and _DESCRIBED.fullmatch(gap) is not None
        governs = closing or _governs(gap, act, between, nearest.outer_end)
        if not subordinate and governs and not _is_object(text, nearest, act):
            return [] if act.act in _PASSIVE and _BY_OTHERS.search(gap) else _chain_back(text, before)
        first = _subject_of_clause(text, act, before, earlier)
        if first:
            return first
        if not re.search(r"[.;:!?]|[“”\"]", gap) or len(text[: act.start]) > 90:
            return []
    # "Phát biểu tại hội nghị, ông ...": a verb before its subject, at the head of the sentence or of a clause.
    head = text[: act.start]
    if _BY_BODY.search(head):
        return []  # "... do hiệp hội tổ chức, ông A": it has its doer
    if len(re.findall(r"\w+", re.split(r"[;:“”\"]", head)[-1])) > 14:
        return []
    if _CLAUSE_BEFORE.match(head):
        return []
    after = [p for p in people if p.outer_start >= act.end]
    for number, person in enumerate(after[:3]):
        if _is_inverted(text, act, person):
            return row_from(text, [person], after[number + 1 :])
    return []


def _by_whom(text: str, act: ActMention, people: Sequence[Reference]) -> list[Reference]:
    """Return who is told behind a passive verb to have done it ("được thiết kế bởi kiến trúc sư ...")."""
    if text.find("bởi", act.end) < 0 or _PASSIVE_BEFORE.search(text, 0, act.start) is None:
        return []
    after = [p for p in people if p.outer_start >= act.end]
    number = next((n for n, p in enumerate(after) if _BY.fullmatch(text, act.end, p.outer_start)), None)
    if number is None or _REASON.match(text, after[number].outer_end):
        return []
    return row_from(text, [after[number]], after[number + 1 :])


_PASSIVE_BEFORE = compiled_later(r"(?<!\w)(?:được|bị)\s+(?:[^\s,;.]+\s+)?$", re.IGNORECASE)
_BY = compiled_later(r"[^,;.:]{0,60}?\sbởi\s+(?:các\s+|hai\s+)?(?:[“\"][^“”\"]{3,60}[”\"]\s*)?")
# "... được khen bởi ông A đã cứu em bé": why, and not by whom.
_REASON = compiled_later(r"\s+(?:đã|là|có|không|luôn|từng|chưa|vẫn|đang|sẽ|muốn|còn)(?!\w)")


def _without_kin(text: str, people: Sequence[Reference]) -> tuple[str, Sequence[Reference]]:
    """Return the sentence without those whose kin somebody is said to be ("Chị A, mẹ của B, cho biết")."""
    kin = [
        (one, other)
        for one, other in pairwise(people)
        if is_kin_of(text, one, other) and _APPOSED_END.match(text, other.outer_end)
    ]
    for one, other in kin:
        text = text[: one.outer_end] + " " * (other.outer_end - one.outer_end) + text[other.outer_end :]
    return text, [p for p in people if all(p is not other for _, other in kin)] if kin else people


def _without_aside(text: str, people: Sequence[Reference], act: ActMention) -> tuple[str, Sequence[Reference]]:
    """Return the sentence without what is told of somebody on the way to the verb ("A, người từng gặp B, cũng dự")."""
    if not (", người" in text or ", là người" in text):
        return text, people
    for one in people:
        aside = _ASIDE.match(text, one.outer_end, act.start)
        if aside is not None:
            start, end = aside.span()
            text = text[:start] + " " * (end - start) + text[end:]
            people = [p for p in people if not start <= p.outer_start < end]
    return text, people


# A relative clause between two commas, with no other verb than the main one behind it.
_ASIDE = compiled_later(
    r"\s*(?:\([^()]*\))?\s*,\s+(?:là\s+)?người\s+(?:từng|đã|đang|được|vừa|sẽ|mới|bị|có)\s[^,;:.!?“”\"]{3,120},"
    r"(?=\s*(?:(?:cũng|đã|sẽ|vừa|còn|là|người|nằm|sau đó|hôm qua|hôm nay)\s+)*$)"
)


def is_kin_of(text: str, one: Reference, other: Reference) -> bool:
    """Tell whether a sentence says of one person, right behind the name, whose kin that is ("Chị A, mẹ của B")."""
    return _KIN_OF.fullmatch(text, one.outer_end, other.outer_start) is not None


_KIN_OF = compiled_later(
    r"\s*(?:\([^()]*\))?\s*(?:,|[-–—])\s*(?:là\s+)?(?:mẹ|bố|cha|ba|má|vợ|chồng|con|em|anh|chị|cháu|ông|bà|bạn|hàng xóm|"
    r"luật sư|người nhà|cô|chú|bác|dì|cậu|con gái|con trai|con dâu|con rể|thầy)(?:\s+[^\W\d_]+){0,2}?\s+(?:của\s+)?"
    r"(?:(?:nạn nhân|bị cáo|bị can|cháu|em|anh|chị|ông|bà|cố|học sinh|sinh viên|chiến sĩ|bé)\s+)*"
)
_APPOSED_END = compiled_later(r"\s*(?:\([^()]*\))?\s*(?:,|[-–—])")
# "..., ông A, người từng dự việc ấy, nhận định.": a verb that closes what was quoted, after what its subject is.
_CLOSES = compiled_later(r"\s*[.…]?\s*$")
_DESCRIBED = compiled_later(
    r"\s*(?:\([^()]*\))?\s*[,–-]\s+(?:là\s+)?(?:người|nhân viên|chuyên gia|thành viên|một|nhà)\s[^;:!?“”\"]{5,140}"
)
_BY_BODY = compiled_later(rf"(?<!\w)do\s+(?:[^\W\d_]+\s+){{0,3}}[{UPPER}][^,;:.]{{0,60}}\s$")
_BRACKETS = compiled_later(r"\([^()]*\)")


def _in_brackets(text: str, person: Reference) -> bool:
    """Tell whether a person stands in brackets, in an aside on somebody else."""
    return any(m.start() < person.start < m.end() for m in _BRACKETS.finditer(text))


def _is_inverted(text: str, act: ActMention, person: Reference) -> bool:
    """Tell whether the verb stands before its subject `person` ("Phát biểu tại hội nghị, ông ...")."""
    gap = text[act.end : person.outer_start]
    inverted = re.search(
        r"(?:,|\s(?:là|có|gồm|do)|:)\s*(?:các đồng chí\s*:?\s*|đồng chí\s+|thay mặt[^,]*,\s*|đại diện[^,]*,\s*|"
        r"tại[^,]*,\s*)?$",
        gap,
    )
    if inverted is None or re.search(r"[;!?“”\"]|\.\s", gap) or len(gap) > 260:
        return False
    # "Bổ nhiệm năm 2015, ông ..." tells nothing of who was appointed.
    return not (act.act is Act.APPOINT and not text[: act.start].strip())


def winners_of(text: str, act: ActMention, people: Sequence[Reference]) -> list[Reference]:
    """Return whose the prize is that belongs to somebody ("Giải nhì thuộc về thí sinh ...")."""
    after = [p for p in people if p.outer_start >= act.end]
    gap = text[act.end : after[0].outer_start] if after else ""
    if not after or len(gap.split()) > _BEFORE_WINNER or re.search(r"[,.;:“”\"]", gap):
        return []
    return row_from(text, [after[0]], after[1:])


_BEFORE_WINNER = 8  # words that tell what the winner is


def owners_of(text: str, act: ActMention, people: Sequence[Reference]) -> list[Reference]:
    """Return whose meeting, visit or speech it is ("chuyến thăm Việt Nam của Tổng thống ...")."""
    if not (
        MEETING_NOUN.search(text[: act.start])
        or re.search(r"(?<!\w)(?:bài|lời|phần)\s+$", text[: act.start], re.IGNORECASE)
    ):
        return []
    after = [p for p in people if p.outer_start >= act.end]
    if not after or _OF_WHOM.fullmatch(text[act.end : after[0].outer_start]) is None:
        return []
    return row_from(text, [after[0]], after[1:])


def _independent(text: str, people: Sequence[Reference]) -> list[Reference]:
    """Return the people but for those who only tell whose somebody is ("phát ngôn viên của cựu tổng thống ...")."""
    return [
        person
        for number, person in enumerate(people)
        if not (
            number
            and people[number - 1].outer_end == person.outer_start
            and text[: person.outer_start].endswith("của ")
        )
    ]


# "Mượn lời bài thơ của tác giả A, Tổng Bí thư nói": A only tells whose poem it is.
_WHOSE = compiled_later(r"(?<!\w)của\s+(?:[^\s,.;]+\s+){0,3}$")


def _are_joined(text: str, one: Reference, other: Reference) -> bool:
    """Tell whether two people, one right behind the other, stand in one row."""
    gap = text[one.outer_end : other.outer_start]
    if _JOINT.match(gap) is not None or (gap.strip() in _DASHES and one.outer_end > one.end):
        return True  # "A, giám đốc sở - B": whose office it is, the two are told of together
    return _JOINT_AFTER_APPOSITION.match(gap) is not None and not find_acts(gap)


_DASHES = ("-", "–", "—")


def _chain_back(text: str, before: Sequence[Reference]) -> list[Reference]:
    chain = [before[-1]]
    for person in reversed(before[:-1]):
        gap = text[person.outer_end : chain[0].outer_start]
        lead = text[: person.outer_start]
        if not _are_joined(text, person, chain[0]) or (
            gap.strip() == "," and (_DONE_TO.search(lead) or _WHOSE.search(lead))
        ):
            break
        chain.insert(0, person)
    return chain


def row_from(text: str, chain: list[Reference], people: Sequence[Reference]) -> list[Reference]:
    """Return `chain` with those of `people`, who follow it, that go on with its row."""
    for person in people:
        if not _are_joined(text, chain[-1], person):
            break
        chain.append(person)
    return chain


def _subject_of_clause(
    text: str, act: ActMention, before: Sequence[Reference], earlier: Sequence[ActMention]
) -> list[Reference]:
    """Return the subject at the head of the clause when another person stands between it and the verb as an object.

    "Chủ tịch A đã tiếp Đại sứ B và trao ...": the subject of "trao" is A.
    """
    if not earlier or len(before) < 2 or not _COORDINATED.search(text[before[-1].outer_end : act.start]):
        return []
    subjects = [p for p in before if p.outer_end <= earlier[0].start]
    if not subjects or re.search(r"[.;:!?“”\"]", text[subjects[-1].outer_end : act.start]):
        return []
    gap = text[subjects[-1].outer_end : earlier[0].start]
    if not _governs(gap, earlier[0], [], subjects[-1].outer_end) or _is_object(text, subjects[-1], act):
        return []
    return _chain_back(text, subjects)


def _is_object(text: str, person: Reference, act: ActMention) -> bool:
    """Tell whether a preposition makes the person an object ("với ông ...", "cho bà ...")."""
    before = text[: person.outer_start]
    if _UNDER_WHOM.search(before):
        return False
    if re.search(r"(?<!\w)(?:dẫn lời|theo lời)\s+$", before, re.IGNORECASE):
        return act.act not in _TELLING | {Act.SAY}
    if _KIN.search(before) or _DONE_TO.search(before):
        return True  # "con trai Kim Dung nói": somebody else speaks
    return re.search(r"(?<!\w)(?:với|cho|của|tới|gửi|giữa|nhìn|nghe)\s+$", before, re.IGNORECASE) is not None
