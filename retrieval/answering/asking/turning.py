"""Questions of other shapes, turned into the shape that the readers of questions know best.

The same thing is asked in many ways: "Ai là thứ trưởng dự lễ ký?", "Thứ trưởng dự lễ ký là ai?", "cho biết tên thứ
trưởng dự lễ ký". All of them are read as "Thứ trưởng nào dự lễ ký". A rule here knows a shape by its fixed words and
by where its subject ends (see `predicates`), not by what is asked about.
"""

from __future__ import annotations

import re

from retrieval.answering.asking import cues
from retrieval.answering.asking.cues import Reader
from retrieval.answering.asking.named_first import names_first
from retrieval.answering.asking.read_aspects import object_noun
from retrieval.answering.asking.turning_claims import LEAD, asks, source_first, whether, without_or
from retrieval.answering.asking.turning_subjects import (
    ADDRESS,
    LEAST_TOLD,
    PEOPLE,
    find_subject,
    is_sole,
    like_question,
    which,
    who,
)
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.names import find_people
from retrieval.language.normalize import fold, is_unaccented
from retrieval.language.places import is_province


def turn(text: str) -> str:
    """Return `text`, a question without padding, in the shape that the readers know; as it is where none is better."""
    text = source_first(text)
    for rule in _RULES:
        turned = rule(text)
        if turned is not None:
            return like_question(turned, text)
    return text


_AI_LA = cues.shape(r"(?:những ai|ai)\s+(?:đã\s+|từng\s+|đang\s+)?là\s+(?:một trong\s+)?")


def _who_is_the(text: str) -> str | None:
    """Turn "Ai là thứ trưởng dự lễ ký" into "Thứ trưởng nào dự lễ ký"."""
    m = _AI_LA.match(text)
    if m is None or asks(text[m.end() :]) or (subject := find_subject(text, m.end())) is None:
        return None
    if subject.noun in PEOPLE:
        return None
    if is_sole(subject):
        return f"{subject.text} {subject.predicate} là ai" if subject.predicate else None
    return who(subject, plural=m.group().lower().startswith(("những", "nhung")))


_AI_HOLDS = cues.shape(
    r"ai\s+(?:(?:hiện|đang|hiện đang|đương)\s+)?(?:giữ|đảm nhiệm|đảm nhận|nắm)\s+(?:chức vụ|chức|ghế|cương vị)\s+"
)


def _who_holds(text: str) -> str | None:
    """Turn "Ai đang giữ chức Bí thư tỉnh A", which says no more of the office, into "Bí thư tỉnh A là ai"."""
    m = _AI_HOLDS.match(text)
    if m is None or asks(text[m.end() :]) or (subject := find_subject(text, m.end())) is None:
        return None
    bare = is_sole(subject) and not subject.predicate and _AT_A_TIME.search(subject.text) is None
    return f"{subject.text} là ai" if bare else None


_AT_A_TIME = cues.shape(r"(?<!\w)(?:trước|sau|từ|thay|khi|lúc|hồi|năm|vào|nhiệm kỳ)(?!\w)")


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
    subject = find_subject(text[: m.start()], start)
    if subject is None or object_noun(Reader(text, strict=True), m.start()) is not None:
        return None
    many, alone = m["many"] is not None, subject.noun in PEOPLE
    office = _STATESMAN.fullmatch(subject.text) is not None
    if not (alone or many or office or _LEADER.search(subject.noun)) or _COUNTED.match(subject.text):
        return None
    turned = None if is_sole(subject) else who(subject, plural=many)
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
    if m is None or asks(text) or (subject := find_subject(text, m.end())) is None:
        return None
    return who(subject, plural=True)


_NAME_OF = cues.shape(r"(?:họ\s+)?(?<!\w)tên(?:\s+(?:đầy đủ|thật))?\s+(?:của\s+)?(?!lửa|miền|tuổi|gọi|đường|khác)")


def _name_of(text: str) -> str | None:
    """Turn "tên thứ trưởng dự lễ ký" into "Thứ trưởng nào dự lễ ký", "tên cây cầu mới" into "cây cầu mới tên gì"."""
    m = _NAME_OF.match(text)
    if m is None or asks(text) or not text[m.end() :].strip():
        return None
    subject = find_subject(text, m.end())
    if subject is not None and not is_sole(subject) and (turned := who(subject)) is not None:
        return turned
    if subject is not None and subject.table == "ORG_NOUNS" and len(subject.predicate.split()) >= LEAST_TOLD:
        return which(subject)
    return f"{text[m.end() :].strip(' ,')} tên gì"


_THE_ONE = cues.shape(r"(?:những\s+|các\s+)?(?:người|vị)\s+")


def _nominal(text: str) -> str | None:
    """Turn "người chủ trì lễ ký", which has no question word, into "Ai chủ trì lễ ký"."""
    m = _THE_ONE.match(text)
    if m is None or asks(text) or (subject := find_subject(text)) is None:
        return None
    return who(subject) if subject.noun in PEOPLE else None


_IS_WHICH = cues.shape(r"\s*,?\s+là\s+(?:những\s+|các\s+)?(?P<noun>[^\W\d_]+(?:\s+[^\W\d_]+){0,2})\s+(?:nào|gì)$")


def _the_one_is_which(text: str) -> str | None:
    """Turn "Đơn vị tài trợ giải là đơn vị nào" into "Đơn vị nào tài trợ giải"."""
    m = _IS_WHICH.search(text)
    if m is None or asks(text[: m.start()]) or (subject := find_subject(text[: m.start()])) is None:
        return None
    if len(subject.predicate.split()) < LEAST_TOLD:
        return None
    if subject.noun in PEOPLE and (kind := find_subject(m["noun"])) is not None and kind.table == "PERSON_NOUNS":
        return f"{m['noun']} nào {subject.predicate}"  # "Người ký là bộ trưởng nào"
    if fold(subject.noun) != fold(m["noun"]):
        return None
    if subject.table == "EVENT_NOUNS":
        relative = _WHERE_THAT.match(subject.predicate)
        return relative and f"{subject.predicate[relative.end() :]} tại {subject.noun} nào"
    if subject.table == "TIME_NOUNS":
        relative = _WHERE_THAT.match(subject.predicate)
        return f"{subject.predicate[relative.end() if relative else 0 :]} {subject.noun} nào"
    if subject.table not in ("PERSON_NOUNS", "ORG_NOUNS") or not subject.text[1:].islower():
        return None  # "Ngân hàng A trước kia là ngân hàng nào" is about A
    return which(subject)


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


# A province alone before "ai dự": whoever of it, or in it, was there.
_PROVINCE_FIRST = cues.shape(
    r"(?:(?:ở|tại|bên|phía)\s+)?(?:tỉnh\s+|thành phố\s+|tp\.?\s*)?(?P<where>[^\W\d_]+(?:[\s-]+[^\W\d_]+){1,3}?)\s+"
    r"(?:có\s+)?(?P<who>(?:những\s+)?ai)\s+(?P<told>(?:đi\s+|đến\s+|tham\s+)?dự|tham gia|có mặt)\s+"
    r"(?P<event>(?:ở|tại|trong)?[^,?]{6,})"
)


def _place_last(text: str) -> str | None:
    """Turn "Ở hợp tác xã A, ông B giữ chức gì" into "Ông B giữ chức gì ở hợp tác xã A", "Huế có ai dự X" likewise."""
    if (m := _PLACE_FIRST.fullmatch(text)) is not None:
        return f"{m['rest']} {m['where'][:1].lower()}{m['where'][1:]}"
    m = _PROVINCE_FIRST.fullmatch(text)
    if m is None or not is_province(m["where"]) or asks(m["event"]):
        return None
    return f"{m['who']} {m['told']} {m['event']} {'o' if is_unaccented(text) else 'ở'} {m['where']}"


_THEN = compiled_later(
    rf"^(?P<when>(?:{cues.shape('(?:khi|hôm|ngày|lúc|bao) (?:nào|giờ|mấy)').pattern}))\s+(?:thì|thi)\s+", re.IGNORECASE
)


def _without_then(text: str) -> str | None:
    """Turn "Hôm nào thì khai mạc lễ hội" into "Hôm nào khai mạc lễ hội"."""
    m = _THEN.match(text)
    return None if m is None else f"{m['when']} {text[m.end() :]}"


_WITH = cues.shape(r"(?P<one>[^,?]{2,30}?)\s+với\s+(?P<two>[^,?]{2,40}?\s+nào\s.+)")
_HAD_BOTH = cues.shape(
    r"(?P<event>[^,?]{6,}?)\s+có\s+(?P<row>[^,?]{2,30}?\s+(?:và|với|cùng)\s+[^,?]{2,30}?\s+nào)"
    r"\s+(?P<told>(?:góp mặt|có mặt|tham dự|dự|tham gia|xuất hiện))"
)


def _both(text: str) -> str | None:
    """Turn "Ca sĩ với diễn viên nào dự", "Lễ A có ca sĩ và diễn viên nào dự" into "Ca sĩ và diễn viên nào dự"."""
    if (m := _HAD_BOTH.fullmatch(text)) is not None and not asks(m["event"]):
        return f"{m['row']} {m['told']} tại {m['event'][:1].lower()}{m['event'][1:]}"
    m = _WITH.fullmatch(text)
    if m is None or (one := find_subject(m["one"])) is None or one.table != "PERSON_NOUNS":
        return None
    return f"{m['one']} và {m['two']}" if fold(one.noun) == fold(m["one"]) and one.noun not in ADDRESS else None


_RULES = (
    _both,
    _who_is_the,
    _who_holds,
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
