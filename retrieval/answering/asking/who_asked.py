"""What a question says of the person it asks for: the act, the noun, of which side or body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from retrieval.answering.asking import cues
from retrieval.answering.asking.question import Question
from retrieval.answering.model import Kind
from retrieval.facts.acts import Act, ActMention
from retrieval.language import offices
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.letters import UPPER
from retrieval.language.normalize import fold

_COMING = cues.shape(
    r"(?<!\w)(?:tới|đến|đi|về|ra|sang|có mặt|góp mặt)\s+(?:dự|ở|tại|trong|lúc|khi|hôm|buổi|lễ|hội|cuộc|phiên|"
    r"chương trình|sự kiện|đại hội|triển lãm|họp|khai|ngày|tiệc|bữa|đêm|đám|tòa|nghe|xem|cổ vũ|chia vui)(?!\w)"
)


# "Sáu bị can bị đề nghị truy tố": those asked for said nothing.
_DEMANDED = cues.shape(r"(?<!\w)bị\s+$")


_SOME_PEOPLE = cues.shape(
    r"(?:\d+|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|những|các)\s+"
    r"(?:bị can|bị cáo|nghi phạm|nghi can|đối tượng|nạn nhân|cựu|"
    r"nguyên|lãnh đạo|cán bộ|thí sinh|cầu thủ|nghệ sĩ|ca sĩ|ứng viên|thành viên|tác giả|người (?:bị|được))(?!\w)"
)


def main_act(question: Question) -> Act | None:
    """Return the act that the asked-for person does.

    That is the first verb after the question word (after "có", for yes/no), else the last before it.
    """
    mentions = [m.span() for m in cues.MENTIONED.finditer(question.text)]
    acts = [a for a in question.acts if not any(start <= a.start < end for start, end in mentions)]
    if question.kind is Kind.YES_NO:
        affirmed = cues.search(cues.AFFIRMED, question.text)
        position = affirmed.end() if affirmed else 0
        coming = _COMING.search(question.text, max(0, position - 3))
        after = [a for a in acts if a.start >= position]
        if coming is not None and (not after or coming.start() <= after[0].start):
            return Act.ATTEND
        return after[0].act if after else (acts[0].act if acts else None)
    if _WHO_WAS_AT.match(question.text) and _HAD.search(question.text[: question.cue[1]]):
        return Act.ATTEND
    if _NAMED_AT.match(question.text, question.cue[1]) or _NAMED_AT.search(question.text[: question.cue[0]]):
        return Act.ATTEND
    before = [a for a in acts if a.end <= question.cue[0]]
    after = [a for a in acts if a.start >= question.cue[1]]
    coming = _COMING.search(question.text, question.cue[1])
    if coming is not None and _is_near(question, coming.start()) and (not after or coming.start() <= after[0].start):
        return Act.ATTEND
    before = [a for a in before if not (a.act is Act.SAY and _DEMANDED.search(question.text[: a.start]))]
    if _SAID.match(question.text, question.cue[1]) or _WHOSE_WORDS.search(question.text[: question.cue[0]]):
        return Act.SAY
    if after and _done_by_asked(question, after[0], before):
        return after[0].act
    if before and ("object" in question.aspects or not after):
        return _of_described(question, before) or before[-1].act
    if after:
        return after[0].act
    if _SOME_PEOPLE.match(question.text):
        return None  # "Sáu bị can bị truy tố gồm những ai": of a case, not of an event
    return (
        Act.ATTEND
        if cues.search(("có những ai", "gồm (?:những )?ai", "thành phần", "có những"), question.text)
        else None
    )


# How somebody is described whose name is asked for, at the head of a clause.
_DESCRIBED_FIRST = cues.shape(
    r"(?:người|vị|nhân vật|đại diện|quan chức|chuyên gia|cán bộ|nhà|nữ|nam|phóng viên|nhân viên)(?!\w)"
)
_MEETING_BEFORE = cues.shape(r"(?<!\w)(?:buổi|cuộc|lễ|hội nghị|phiên|chuyến|tiệc|chương trình)\s+$")


def _of_described(question: Question, before: Sequence[ActMention]) -> Act | None:
    """Return the first act told of whom the clause describes whose name is asked for; None where it does not.

    "Người của Bộ A kể về cuộc gặp ... là ai": what the person did stands first, of what it was follows.
    """
    if "object" in question.aspects:
        return None
    start = question.text.rfind(",", 0, question.cue[0]) + 1
    start += len(question.text[start:]) - len(question.text[start:].lstrip())
    if not (_DESCRIBED_FIRST.match(question.text, start) or offices.HEAD.match(question.text, start)):
        return None
    own = (a for a in before if a.start > start and _MEETING_BEFORE.search(question.text[: a.start]) is None)
    return next((a.act for a in own), None)


def _is_near(question: Question, at: int) -> bool:
    """Tell whether a verb of coming is that of the person asked for: near, and no name stands between."""
    between = question.text[question.cue[1] : at]
    return len(between) < 12 or (len(between) < _COMING_NEAR and between.islower())


# "Ai gọi bà An là người ...": what is said of somebody; "Ai than rằng ...": what is said, with any verb.
_SAID = cues.shape(
    r"\s+(?:(?:đã|từng|lại|cũng|vẫn|luôn)\s+)*(?:(?:gọi|coi|xem|ví)\s+(?!điện|tên|cấp cứu)[^,?]{2,100}?\s(?:là|như)\s|"
    r"[^\W\d]+(?:\s+[^\W\d]+)?\s+rằng\s)"
)
# "... là lời của ai".
_WHOSE_WORDS = cues.shape(r"(?<!\w)(?:là|những) (?:lời|câu|lời lẽ|lời nhận xét)(?: nói)? của\s+$")
# "Buổi tiếp đoàn A dịp ... có những ai": who was there, whatever verbs tell of the event.
_WHO_WAS_AT = cues.shape(
    r"(?:trong\s+|tại\s+|ở\s+)?(?:buổi|cuộc|lễ|hội nghị|phiên|đại hội|hội thảo|tọa đàm|diễn đàn|bữa|tiệc|đoàn|"
    r"kỳ họp)(?!\w)[^?]*?\scó\s+(?:mặt\s+)?(?:những ai|ai)(?:\s+(?:được\s+)?(?:nêu|nhắc|kể)[^?]*)?$"
)
# "Những ai được nêu tên tại lễ ký ...": who is named at an event was there, whatever verb tells what it was.
_NAMED_AT = cues.shape(
    r"\s+(?:là\s+)?(?:được\s+(?:nêu|nhắc|kể|gọi)(?:\s+(?:đích danh|đến|tới|ra))?(?:\s+tên)?|có tên|nêu tên)\s+"
    r"(?:(?:có mặt|tham gia|trong số)\s+)?(?:tại|ở|trong)\s+(?:thành phần\s+)?"
    r"(?:buổi|cuộc|lễ|hội nghị|phiên|đại hội|hội thảo|tọa đàm|diễn đàn|bữa|tiệc|đoàn|phái đoàn|kỳ họp|chuyến)(?!\w)"
)
_HAD = cues.shape(r"có\s+(?:mặt\s+)?(?:những ai|ai)$")
_COMING_NEAR = 24  # letters after the question word ("được cho là sẽ tới tiệc")
_FARTHEST_DEED = 9  # words after the question word within which a verb is what the asked-for person does


def _done_by_asked(question: Question, act: ActMention, before: Sequence[ActMention]) -> bool:
    """Tell whether the first verb after the question word is the deed that is asked about."""
    between = question.text[question.cue[1] : act.start]
    if before and "object" in question.aspects and _CIRCUMSTANCE.search(between):
        return False  # "Bà An trao quà cho ai tại lễ khai mạc"
    return len(between.split()) <= _FARTHEST_DEED


def asks_object(question: Question) -> bool:
    """Tell whether something is done to the asked-for person ("gặp ai"), who does nothing ("cử ai nhận giải")."""
    if "object" not in question.aspects or nouns_beside(question):
        return False
    before = [a for a in question.acts if a.end <= question.cue[0]]
    after = [a for a in question.acts if a.start >= question.cue[1]]
    return not (after and _done_by_asked(question, after[0], before))


# What tells when or where ("... trong buổi gặp", "... tại lễ ký"): a verb after it is not what was done.
_CIRCUMSTANCE = cues.shape(r"(?<!\w)(?:trong|tại|ở|khi|nhân|sau|trước|lúc|hôm)\s+(?:\S+\s+){0,3}$")

# Prepositions before "ai", in bare letters, and what a report may write for them.
_LEADING_UP = {
    "voi": ("voi", "cung"),
    "cung": ("voi", "cung"),
    "cua": ("cua", "tu"),
    "cho": ("cho", "toi"),
    "boi": ("boi", "do"),
}


@lru_cache(maxsize=16)
def _words_before(text: str) -> tuple[str, ...]:
    """Return the words before the question word (bare letters), without words of address; asked for every person."""
    words = text.split()
    while words and words[-1] in ("nhung", "cac", "hai", "vi", "ong", "ba"):
        words.pop()
    return tuple(words)


def led_up(question: Question, before: str) -> float:
    """Return how far (0 to 1) the text before a person (bare letters) ends like the question does before "ai".

    "... theo lời mời của ai": 1 for "theo lời mời của Tổng thống ...", 0 where the preposition is another.
    """
    wanted = _words_before(question.folded[: question.cue[0]])
    if len(wanted) < 2:
        return 0.0
    told = before.split()
    while told and (told[-1] in ("ong", "ba") or (offices.HEAD.match(told[-1]) is not None)):
        told.pop()
    told = told[-24:]
    if wanted[-1] not in _LEADING_UP:
        # "Ông A phái ai ...": the verb itself stands right before the person.
        return float("object" in question.aspects and told[-1:] == [wanted[-1]])
    places = [i for i, word in enumerate(told) if word in _LEADING_UP[wanted[-1]] and i]
    if not places:
        return 0.0
    # The person's description may stand between: the last such preposition counts.
    place = places[-1]
    same = sum(a == b for a, b in zip(reversed(wanted[-3:-1]), reversed(told[max(0, place - 2) : place]), strict=False))
    return same / min(2, len(wanted) - 1)


def is_passive(question: Question) -> bool:
    """Tell whether what was done was done to the person asked for ("Ai được ...", "Ai bị ...")."""
    return re.search(r"(?<!\w)(?:duoc|bi)(?!\w)", question.folded[question.cue[1] : question.cue[1] + 12]) is not None


# What joins nouns that are asked for together: "Tổng thống và thủ tướng nào", "Ca sĩ, nhóm nhạc và hoa hậu nào".
_ROW_OF_NOUNS = cues.shape(
    r"(?:^|(?<=[\s,]))(?:(?:những|các|mấy|vị|quý)\s+)*(?P<row>(?:[^\W\d]+(?:\s+[^\W\d]+){0,5}\s*,\s*){0,3}"
    r"[^\W\d]+(?:\s+[^\W\d]+){0,5})\s*(?:,|,?\s+(?:và|cùng|hay|hoặc))\s+$"
)


# "Phía Thành ủy, phó bí thư nào": where, when or of whom, and no noun of a row.
_SET_OFF = cues.shape(
    r"(?:về phía|phía|bên|tại|ở|trong|theo|khi|vào|sau|trước|ngoài|hôm|ngày|sáng|chiều|tối|năm|nhân|từ|đoàn)(?!\w)"
)


def nouns_beside(question: Question) -> tuple[str, ...]:
    """Return the nouns that are asked for together with the one before "nào" ("Tổng thống" in "Tổng thống và ... nào").

    They stand at the head of the question; behind a verb a row is told of, not asked for.
    """
    if "noun" not in question.aspects:
        return ()
    head = question.text[: question.cue[0]]
    row = _ROW_OF_NOUNS.fullmatch(head)
    if row is None or any(a.end <= question.cue[0] for a in question.acts) or _SET_OFF.match(head):
        return ()
    return tuple(n.strip() for n in re.split(r",|(?<!\w)(?:và|va|cùng|hay|hoặc)(?!\w)", row.group("row")) if n.strip())


# Words at which the description of somebody ends and what is told of the person begins.
_TOLD = cues.shape(
    r"(?<!\w)(?:ở|tại|đã|sẽ|được|bị|là|có|đến|tới|từ|trong|khi|lúc|hồi|vào|với|cho|mà|thì|cùng|thăm|gặp|nhận|ra|lên|đi|về|"
    r"nói|trả lời|kể|cho biết|tên)(?!\w)"
)


def name_phrase(question: Question) -> str:
    """Return how the question describes the person whose name it asks for ("Tổng thư ký COLAP ... tên là gì")."""
    text = question.text[: question.cue[0]].split(",")[0]
    if len(text.split()) <= 2:
        text = question.text[: question.cue[0]]
    if "object" in question.aspects and (at := fold(text).rfind(fold(question.focus))) > 0:
        return text[at:]  # "Thủ tướng A gặp đại sứ Pháp tên gì"
    if offices.HEAD.match(text) is None and offices.HEAD.match(question.focus) is None:
        return text  # "Người phụ tá đưa khăn cho ...": what was done tells who it is
    ends = [a.start for a in question.acts if 0 < a.start < len(text)]
    if (told := _TOLD.search(text, 1)) is not None:
        ends.append(told.start())
    phrase = text[: min(ends)] if ends else text
    return phrase if len(phrase.split()) > 1 else text


def names_office(question: Question) -> bool:
    """Tell whether the noun asked for binds: in "... tên là gì" only an office does, not "người phụ tá"."""
    return "name" not in question.aspects or offices.HEAD.match(question.focus) is not None


_SIDE = (
    r"(?:phía|bên|về phía|đại diện(?: cho)?|lãnh đạo|quan chức|cán bộ|từ phía|"
    r"người của)\s+(?P<side>(?!nào(?!\w))[^,?]+?)"
    r"(?=\s+(?:ai|những|có|cử|gồm|nào|đã|sẽ|đến|tới|dự|tham dự|theo dõi|ngồi|nghe|là|gồm có)(?!\w)|,|$)",
    r"^(?P<side1>[^,?]{3,60}?)\s+(?:có|cử|gồm)(?: những| mấy)? (?:ai|người|lãnh đạo)",
    r"^(?P<side2>(?:ủy ban|bộ|ban|sở|hội|văn phòng|viện)(?!\w)[^?]{3,90}?)\s+(?:có|cử)(?: những)? ai(?!\w)",
    r"(?:điểm cầu|đầu cầu)\s+(?:tại |ở )?(?P<venue>[^,?]+?)"
    r"(?=\s+(?:có|gồm|thì|là|ai|nghe|dự|theo dõi|ngồi|tham dự|những|nào|hôm|trong|của|ở|khi|lúc|thành phần)(?!\w)|,|$)",
)

# What is named is an event and no side.
_EVENT_IN = cues.shape(
    r"(?<!\w)(?:hội nghị|lễ|buổi|cuộc|phiên|đại hội|hội thảo|diễn đàn|tọa đàm|họp báo|chương trình|kỳ họp)(?!\w)"
)

_AT = compiled_later(rf"(?:ở|tại)\s+(?P<at>[{UPPER}][^,?]*?)\s+(?:thì\s+)?(?:có\s+)?(?:những\s+)?ai(?!\w)")


def sides_asked(question: Question) -> list[tuple[str, bool]]:
    """Return the sides and venues that the question names, and whether each is a venue, which binds."""
    return list(_sides_in(question.text))


@lru_cache(maxsize=64)  # asked for every document that may answer
def _sides_in(text: str) -> tuple[tuple[str, bool], ...]:
    found = []
    for pattern in (*map(cues.shape, _SIDE), _AT):
        for m in pattern.finditer(text):
            for group, value in m.groupdict().items():
                if value and not (group in ("side1", "side2", "at") and _EVENT_IN.search(value)):
                    found.append((value.strip(), group == "venue"))
    return tuple(found)


NATION = cues.shape(
    r"nào\s+(?:của|bên|từ|phía)\s+(?P<of>[^,?]{2,60}?)(?=\s+(?:tới|đến|dự|có|đã|sẽ|phát|nói|lên|cho|tham|là|được|ra|đi|ký|"
    r"cùng|tại|ở|trong|hôm|vào|khi|trước|sau|lúc|nhân|dịp|bị|góp)(?!\w)|$)"
)

_BODY = cues.shape(r"\s*(?:là người\s+)?(?:bên|phía|của|từ|thuộc|đại diện(?:\s+cho)?|thay mặt)\s+")

_ON_THE_WAY = cues.shape(r"\s(?:sang|tới|đến|đi|sẽ|đã|lên|vào|ra)(?!\w)")


def body_of_who(question: Question) -> str:
    """Return the body in "Ai bên Bộ Ngoại giao phát biểu", "Ai thay mặt tỉnh ...": the words up to the verb."""
    m = _BODY.match(question.text, question.cue[1])
    if m is None:
        return ""
    verb = next((a.start for a in question.acts if a.start > m.end()), None)
    phrase = question.text[m.end() : verb] if verb is not None else ""
    phrase = _ON_THE_WAY.split(phrase)[0]
    return phrase.strip() if 0 < len(phrase.split()) <= 10 else ""


def body_in_phrase(question: Question) -> str:
    """Return the body in "lãnh đạo Hải Phòng nào", "Phó chủ tịch Quốc hội nào": the capitalised end of the phrase."""
    if "noun" not in question.aspects or question.unaccented:
        return ""
    phrase = re.sub(r"(?i)\s+nào$", "", question.text[question.cue[0] : question.cue[1]])
    m = re.search(
        rf"\s(?:(?:tỉnh|thành phố|bộ|sở|huyện|quận|báo|tạp chí|công ty|tập đoàn|ngân hàng)\s+)?[{UPPER}][^,]*$", phrase
    )
    return m.group().strip() if m is not None and m.start() > 1 else ""
