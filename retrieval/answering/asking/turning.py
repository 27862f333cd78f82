"""Questions of other shapes, turned into the shape that the readers of questions know best.

The same thing is asked in many ways: "Ai là thứ trưởng dự lễ ký?", "Thứ trưởng dự lễ ký là ai?", "cho biết tên thứ
trưởng dự lễ ký". All of them are read as "Thứ trưởng nào dự lễ ký". A rule here knows a shape by its fixed words and
by where its subject ends (see `predicates`), not by what is asked about.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from retrieval.answering.asking import cues
from retrieval.answering.asking.cues import Reader
from retrieval.answering.asking.named_first import names_first
from retrieval.answering.asking.predicates import predicate_start
from retrieval.answering.asking.read_aspects import object_noun
from retrieval.answering.asking.turning_claims import LEAD, asks, whether, without_or
from retrieval.facts.acts import find_acts
from retrieval.language import offices
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.names import find_people
from retrieval.language.normalize import fold, is_unaccented


def turn(text: str) -> str:
    """Return `text`, a question without padding, in the shape that the readers know; as it is where none is better."""
    for rule in _RULES:
        turned = rule(text)
        if turned is not None:
            turned = " ".join(turned.split())
            turned = fold(turned) if is_unaccented(text) else turned
            return turned[:1].upper() + turned[1:]
    return text


@dataclass(frozen=True, slots=True)
class _Subject:
    """A subject: its text, the noun at its head and the table that has it, whether it is plural, its predicate."""

    text: str
    noun: str
    table: str
    plural: bool
    predicate: str


_SEVERAL = cues.shape(r"(?:(?:của|toàn bộ|tất cả|những|các|mấy|hai|ba|bốn|năm|sáu|\d+|vị|một)\s+)*")
_MANY = cues.shape(r"(?<!\w)(?:những|các|mấy|hai|ba|bốn|năm|sáu|\d+)(?!\w)")
_BEFORE_HEAD = cues.shape(r"(?:(?:cựu|nguyên|nữ|nam|tân|đương kim|vị)\s+)+")
_OF = cues.shape(r"^của\s+")
# Words of address, which a name follows.
_ADDRESS = frozenset(("ông", "bà", "anh", "chị", "cô", "đồng chí", "đ/c", "em", "cháu", "cụ", "thầy", "bạn"))
_PEOPLE = frozenset(("người", "vị"))


def _subject(text: str, start: int = 0) -> _Subject | None:
    """Return the subject that begins at `start`, with what is said of it; None where no noun of the tables heads it."""
    several = _SEVERAL.match(text, start)
    at = several.end() if several is not None else start
    before = _BEFORE_HEAD.match(text, at)
    reader = Reader(text, strict=not is_unaccented(text))
    for head in (at, before.end() if before is not None else at):
        office = offices.HEAD.match(text, head)
        noun = next((n for n in reader.nouns(head)[:1] if n.start == head), None)
        if office is not None and (noun is None or office.end() >= noun.end):
            name, table, end = office.group().lower(), "PERSON_NOUNS", office.end()
        elif noun is not None:
            name, table, end = noun.noun, noun.table, noun.end
        else:
            continue
        if name == "người đại diện" or (name.startswith("người ") and find_acts(name)):  # "người chủ trì": who chairs
            name, end = "người", head + len("người")
        begins = predicate_start(text, start, end)
        whole = text[start:begins].strip()
        told = text[begins:].strip() if begins is not None else ""
        plural = _MANY.match(_OF.sub("", whole)) is not None
        return _Subject(_OF.sub("", whole), name, table, plural, told)
    return None


def _which(subject: _Subject, *, plural: bool = False) -> str:
    """Return "lãnh đạo tỉnh A nào có mặt ở lễ ký" for a subject with its predicate."""
    several = "những " if plural and not subject.plural else ""
    of = _BODY.search(subject.text)
    noun, body = (subject.text[: of.start()], subject.text[of.start() :]) if of is not None else (subject.text, "")
    small = noun if noun[:2].isupper() else noun[:1].lower() + noun[1:]
    return f"{several}{small} nào {body} {subject.predicate}"


# Whose somebody is; "nào" stands before it ("quan chức nào của Palestine").
_BODY = cues.shape(r"\s(?:của|bên|phía|thuộc)\s")


def _who(subject: _Subject, *, plural: bool = False) -> str | None:
    """Return the question of who did what the predicate tells; None where the subject is no word for people."""
    if subject.table != "PERSON_NOUNS" or len(subject.predicate.split()) < _LEAST_TOLD:
        return None
    if subject.noun in _PEOPLE and len(_SEVERAL.sub("", subject.text).split()) <= 1:
        return f"{'những ai' if plural or subject.plural else 'ai'} {subject.predicate}"
    if subject.noun in _ADDRESS or any(not p.short for p in find_people(subject.text)):
        return None
    return _which(subject, plural=plural)


# Of these a body has one, whom "là ai" and "tên gì" ask for best; of a vice-minister it has several.
_SOLE = cues.shape(
    r"(?!phó|thứ trưởng|cựu|nguyên|ủy viên|đội trưởng|nhóm trưởng)(?:vị\s+)?(?:\S+\s+){0,3}?(?:chủ tịch|bí thư|"
    r"tổng giám đốc|giám đốc|trưởng|bộ trưởng|thủ tướng|tổng thống|chánh|tổng thư ký|tư lệnh|đại sứ|thống đốc|"
    r"thị trưởng|chủ nhiệm|tổng biên tập|quốc vương|nữ hoàng|người sáng lập|người phát ngôn|người đứng đầu|chủ)(?!\w)"
)


def _is_sole(subject: _Subject) -> bool:
    """Tell whether the subject is the holder of an office that one person has: "Giám đốc Sở Y tế A"."""
    told = _BEFORE_HEAD.sub("", subject.text)
    sole = _SOLE.match(subject.noun) is not None and len(told.split()) > len(subject.noun.split())
    return sole and not subject.plural


_LEAST_TOLD = 2  # words of a predicate

_AI_LA = cues.shape(r"(?:những ai|ai)\s+(?:đã\s+|từng\s+|đang\s+)?là\s+(?:một trong\s+)?")


def _who_is_the(text: str) -> str | None:
    """Turn "Ai là thứ trưởng dự lễ ký" into "Thứ trưởng nào dự lễ ký"."""
    m = _AI_LA.match(text)
    if m is None or asks(text[m.end() :]) or (subject := _subject(text, m.end())) is None:
        return None
    if subject.noun in _PEOPLE:
        return None
    if _is_sole(subject):
        return f"{subject.text} {subject.predicate} là ai" if subject.predicate else None
    return _who(subject, plural=m.group().lower().startswith(("những", "nhung")))


_IS_WHO = cues.shape(
    r"\s*,?\s+(?:(?P<many>(?:là|gồm(?:\s+có)?)\s+(?:những|các)|gồm(?:\s+có)?)|là)\s+"
    r"(?:ai|người nào|nhân vật nào|vị nào)$"
)


def _the_one_is_who(text: str) -> str | None:
    """Turn "Lãnh đạo tỉnh A dự lễ ký là ai" into "Lãnh đạo nào của tỉnh A dự lễ ký", "Người ký là ai" into "Ai ký".

    Where one person alone is described so, "là ai" binds more than "nào", and stays.
    """
    m = _IS_WHO.search(text)
    if m is None or is_unaccented(text) or asks(text[: m.start()]):
        return None
    lead = LEAD.match(text)
    start = lead.end() if lead is not None else 0
    subject = _subject(text[: m.start()], start)
    if subject is None or object_noun(Reader(text, strict=True), m.start()) is not None:
        return None
    many, alone = m["many"] is not None, subject.noun in _PEOPLE
    office = _STATESMAN.fullmatch(subject.text) is not None
    if not (alone or many or office or _LEADER.search(subject.noun)) or _COUNTED.match(subject.text):
        return None
    turned = None if _is_sole(subject) else _who(subject, plural=many)
    return turned and text[:start] + turned


# Offices that no verb behind them is part of ("trưởng đoàn đàm phán", "giám đốc điều hành").
_STATESMAN = cues.shape(
    r"(?:vị\s+)?(?:thủ tướng|tổng thống|bộ trưởng|ngoại trưởng|đại sứ|thống đốc|thị trưởng|hiệu trưởng)"
)
# Those of whom a body has many.
_LEADER = cues.shape(r"(?:lãnh đạo|quan chức|đại biểu|cán bộ|thứ trưởng|nghị sĩ|^phó .*)$")
_COUNTED = cues.shape(r"(?:hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|\d+)\s")

_LIST = cues.shape(
    r"(?:hãy\s+)?(?:kể tên|nêu tên|liệt kê|kể ra|điểm tên|nêu danh|(?:lập\s+)?danh sách|kể)(?:\s+tên)?"
    r"(?:\s+(?:giúp|cho)(?:\s+(?:mình|tôi|em|tớ))?)?\s+"
)


def _list(text: str) -> str | None:
    """Turn "Kể tên các thứ trưởng dự lễ ký" into "Các thứ trưởng nào dự lễ ký"."""
    m = _LIST.match(text)
    if m is None or asks(text) or (subject := _subject(text, m.end())) is None:
        return None
    return _who(subject, plural=True)


_NAME_OF = cues.shape(r"(?:họ\s+)?(?<!\w)tên(?:\s+(?:đầy đủ|thật))?\s+(?:của\s+)?(?!lửa|miền|tuổi|gọi|đường|khác)")


def _name_of(text: str) -> str | None:
    """Turn "tên thứ trưởng dự lễ ký" into "Thứ trưởng nào dự lễ ký", "tên cây cầu mới" into "cây cầu mới tên gì"."""
    m = _NAME_OF.match(text)
    if m is None or asks(text) or not text[m.end() :].strip():
        return None
    subject = _subject(text, m.end())
    if subject is not None and not _is_sole(subject) and (turned := _who(subject)) is not None:
        return turned
    if subject is not None and subject.table == "ORG_NOUNS" and len(subject.predicate.split()) >= _LEAST_TOLD:
        return _which(subject)
    return f"{text[m.end() :].strip(' ,')} tên gì"


_THE_ONE = cues.shape(r"(?:những\s+|các\s+)?(?:người|vị)\s+")


def _nominal(text: str) -> str | None:
    """Turn "người chủ trì lễ ký", which has no question word, into "Ai chủ trì lễ ký"."""
    m = _THE_ONE.match(text)
    if m is None or asks(text) or (subject := _subject(text)) is None:
        return None
    return _who(subject) if subject.noun in _PEOPLE else None


_IS_WHICH = cues.shape(r"\s*,?\s+là\s+(?:những\s+|các\s+)?(?P<noun>[^\W\d_]+(?:\s+[^\W\d_]+){0,2})\s+(?:nào|gì)$")


def _the_one_is_which(text: str) -> str | None:
    """Turn "Đơn vị tài trợ giải là đơn vị nào" into "Đơn vị nào tài trợ giải"."""
    m = _IS_WHICH.search(text)
    if m is None or asks(text[: m.start()]) or (subject := _subject(text[: m.start()])) is None:
        return None
    if fold(subject.noun) != fold(m["noun"]) or len(subject.predicate.split()) < _LEAST_TOLD:
        return None
    if subject.table == "EVENT_NOUNS":
        relative = _WHERE_THAT.match(subject.predicate)
        return relative and f"{subject.predicate[relative.end() :]} tại {subject.noun} nào"
    if subject.table == "TIME_NOUNS":
        relative = _WHERE_THAT.match(subject.predicate)
        return f"{subject.predicate[relative.end() if relative else 0 :]} {subject.noun} nào"
    if subject.table not in ("PERSON_NOUNS", "ORG_NOUNS") or not subject.text[1:].islower():
        return None  # "Ngân hàng A trước kia là ngân hàng nào" is about A
    return _which(subject)


_WHERE_THAT = cues.shape(r"(?:mà|nơi)(?:\s+(?:tại|ở) đó)?\s+")

_HOME_OF = cues.shape(
    r"(?P<noun>[^\W\d_]+(?:\s+[^\W\d_]+){0,2})\s+(?:nào|gì)\s+(?P<of>(?:của|ở|tại|thuộc|trong|bên)\s+[^,?]+?\s+)?"
    r"(?:là|từng là|được chọn là|được chọn làm)\s+(?:nơi|địa điểm|chỗ)\s+(?:mà\s+)?"
    r"(?:(?P<held>diễn ra|tổ chức|đăng cai(?: tổ chức)?)\s+)?(?P<what>[^?]+)"
)


def _home_of(text: str) -> str | None:
    """Turn "Thành phố nào là nơi diễn ra lễ ký" into "Lễ ký diễn ra ở thành phố nào"."""
    m = _HOME_OF.fullmatch(text)
    if m is None or asks(m["what"]):
        return None
    noun = next(iter(Reader(m["noun"], strict=not is_unaccented(text)).nouns()), None)
    if noun is None or noun.start != 0 or noun.end != len(m["noun"]) or noun.noun not in cues.PLACE_NOUNS:
        return None
    return f"{m['what']} {'diễn ra ' if m['held'] else ''}ở {m['noun'].lower()} nào {m['of'] or ''}"


_POST = cues.shape(
    r"(?:chức danh|chức vụ|cương vị|vị trí công tác|nghề nghiệp)\s+(?:hiện (?:nay|tại)\s+)?(?:của\s+)?"
    r"(?P<who>.+?)\s*,?\s+là\s+(?:gì|j)"
)
_IS_WHAT = cues.shape(
    r"(?P<who>.+?)(?<!tên)\s*,?\s+là\s+(?:gì|j)(?P<rest>\s+(?:ở|tại|trong|của|bên|khi|lúc|hồi|cho)\s[^?,]+)?"
)


def _post(text: str) -> str | None:
    """Turn "Chức danh của ông A là gì" and "Ông A là gì" into the question that asks for an office by that word."""
    if (m := _POST.fullmatch(text)) is not None and not asks(m["who"]):
        return f"chức vụ của {m['who']}"
    if (m := _IS_WHAT.fullmatch(text)) is not None and not asks(m["who"]):
        people = [p for p in find_people(m["who"]) if not p.short]
        if names_first(m["who"], people):
            return f"{m['who']} giữ chức gì {m['rest'] or ''}"
    return None


_HELD_BY = cues.shape(
    r"(?P<noun>thành phố|tỉnh|thủ đô|huyện|quận|thị xã)\s+(?:nào|gì)\s+(?P<of>(?:của|ở|tại|bên)\s+\S+"
    r"(?:\s+\S+)?\s+)?(?:đăng cai(?:\s+tổ chức)?|tổ chức)\s+(?P<what>[^?]+)"
)


def _held_by(text: str) -> str | None:
    """Turn "Thành phố nào tổ chức hội xuân" into "Hội xuân tổ chức ở thành phố nào"."""
    m = _HELD_BY.fullmatch(text)
    if m is None or asks(m["what"]):
        return None
    return f"{m['what']} diễn ra ở {m['noun'].lower()} nào {m['of'] or ''}"


_PLACE_FIRST = cues.shape(
    r"(?P<where>(?:ở|tại)\s+[^,]+),\s+(?P<rest>(?:ông|bà|anh|chị|đồng chí)\s[^,]+\s(?:chức|chức vụ|làm)\s+(?:gì|nào))"
)


def _place_last(text: str) -> str | None:
    """Turn "Ở hợp tác xã A, ông B giữ chức gì" into "Ông B giữ chức gì ở hợp tác xã A"."""
    m = _PLACE_FIRST.fullmatch(text)
    return None if m is None else f"{m['rest']} {m['where'][:1].lower()}{m['where'][1:]}"


_THEN = compiled_later(
    rf"^(?P<when>(?:{cues.shape('(?:khi|hôm|ngày|lúc|bao) (?:nào|giờ|mấy)').pattern}))\s+(?:thì|thi)\s+", re.IGNORECASE
)


def _without_then(text: str) -> str | None:
    """Turn "Hôm nào thì khai mạc lễ hội" into "Hôm nào khai mạc lễ hội"."""
    m = _THEN.match(text)
    return None if m is None else f"{m['when']} {text[m.end() :]}"


_RULES = (
    _who_is_the,
    _the_one_is_who,
    _list,
    _name_of,
    _nominal,
    _the_one_is_which,
    _home_of,
    _held_by,
    _post,
    _place_last,
    without_or,
    whether,
    _without_then,
)
