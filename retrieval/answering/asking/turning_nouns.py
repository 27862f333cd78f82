"""Questions that are a phrase and no clause: "Lãnh đạo tỉnh A dự lễ ký", "Thành phố diễn ra hội chợ".

Nobody types "Lãnh đạo tỉnh A dự lễ ký" into a search box to be told so: it asks for what its first noun stands for.
The noun says which question word goes with it, and what is said of it how the clause goes on.
"""

from __future__ import annotations

import re
from dataclasses import replace

from retrieval.answering.asking import cues
from retrieval.answering.asking.chat_tables import LEADING_VERBS, MEASURES
from retrieval.answering.asking.cues import Reader
from retrieval.answering.asking.named_first import is_of_somebody
from retrieval.answering.asking.predicates import predicate_start
from retrieval.answering.asking.turning_claims import asks
from retrieval.answering.asking.turning_subjects import (
    ADDRESS,
    LEAST_TOLD,
    PEOPLE,
    find_subject,
    like_question,
    which,
    who,
)
from retrieval.language import offices
from retrieval.language.lazy_pattern import built_later
from retrieval.language.names import find_people
from retrieval.language.normalize import is_unaccented
from retrieval.language.places import COUNTRIES


def noun_asked(text: str) -> str | None:
    """Return the question that a phrase without a question word asks; None where it asks none that is known."""
    if asks(text) or _ASKS_OTHERWISE.search(text) is not None:
        return None
    phrase = _LAST_IS.sub("", text)
    for rule in (_left_open, _done, _measure, _overseer, _person, _happening, _place, _organisation):
        if (turned := rule(phrase)) is not None:
            return like_question(turned, text)
    return None


# One of two, or whether: "kéo dài 3 ngày hay 5 ngày", "Liệu ...".
_ASKS_OTHERWISE = cues.shape(
    r"(?<!\w)(?:hay|hoặc|liệu|phải chăng|có phải|ra sao|thế nào|vì sao|tại sao|bằng cách)(?!\w)"
)
_LAST_IS = cues.shape(r"\s+(?:là|gồm|bao gồm)$")

_OPEN_DAY = cues.shape(
    r"(?P<what>.+?\S)(?<!(?<!\d)\d)(?<!(?<!\d)\d\d)(?<!mấy)(?<!nhiều)(?<!hai)(?<!ba)(?<!hàng)(?<!mỗi)\s*,?\s+(?P<day>(?:vào\s+|từ\s+)?(?:(?:sáng|trưa|chiều|tối|đêm|khuya)\s+)?ngày)"
    r"(?P<rest>\s+(?:dương lịch|âm lịch))?"
)
_OPEN_PLACE = cues.shape(r"(?P<what>.+?\S)\s*,?\s+(?P<at>ở|tại)")


def _left_open(text: str) -> str | None:
    """Turn "khai mạc hội chợ ngày", where the answer is to be filled in, into "khai mạc hội chợ ngày nào"."""
    if (m := _OPEN_DAY.fullmatch(text)) is not None and len(m["what"].split()) >= LEAST_TOLD:
        return f"{m['what']} {m['day']} nào{m['rest'] or ''}"
    if (m := _OPEN_PLACE.fullmatch(text)) is not None and len(m["what"].split()) >= LEAST_TOLD:
        return f"{m['what']} ở đâu"
    return None


def _done(text: str) -> str | None:
    """Turn "chủ trì hội nghị A" into "ai chủ trì hội nghị A"."""
    m = _LEADS.match(text)
    return None if m is None or len(text[m.end() :].split()) < LEAST_TOLD else f"ai {text[:1].lower()}{text[1:]}"


_LEADS = cues.shape(rf"(?:{'|'.join(LEADING_VERBS)})(?!\w)")


def _measure(text: str) -> str | None:
    """Turn "thời lượng cuộc họp" into "cuộc họp kéo dài bao lâu"."""
    for measure, asked in _measures():
        if (m := measure.fullmatch(text)) is not None:
            return f"{m['of']} {asked}"
    return None


@built_later(())
def _measures() -> list[tuple[re.Pattern[str], str]]:
    return [(cues.shape(rf"{m}\s+(?:của\s+)?(?P<of>\S+\s.+)"), asked) for m, asked in MEASURES.items()]


_OVERSEER = cues.shape(r"(?:cơ quan|đơn vị|tổ chức|bộ) chủ quản\s+(?:của\s+)?(?P<of>\S+\s.+)")


def _overseer(text: str) -> str | None:
    """Turn "cơ quan chủ quản của quỹ A" into "quỹ A trực thuộc cơ quan nào"."""
    m = _OVERSEER.fullmatch(text)
    return None if m is None else f"{m['of']} trực thuộc cơ quan nào"


_DELEGATE = cues.shape(r"(?:(?:các|những|vị|người)\s+)*đại diện\s+")
# Of what one attends with others.
_ATTENDED = cues.shape(r"(?:đã\s+|sẽ\s+|cùng\s+|đến\s+|tới\s+|về\s+)*(?:tham dự|dự|tham gia|có mặt|góp mặt)(?!\w)")
_CIRCUMSTANCE = cues.shape(r"\s(?:trên|trong|tại|ở)\s")
_THE_ONE = cues.shape(
    r"vị\s+(?=(?:chủ trì|phát biểu|điều hành|dẫn|khai mạc|bế mạc|đọc|ký|trao|tiếp|nói|cho|từng)(?!\w))"
)


def _person(text: str) -> str | None:
    """Turn "lãnh đạo tỉnh A dự lễ ký" into "lãnh đạo nào của tỉnh A dự lễ ký"."""
    if (one := _THE_ONE.match(text)) is not None:
        return f"ai {text[one.end() :]}"
    subject = find_subject(text)
    if is_of_somebody(text) and subject is not None and not subject.predicate:
        return f"{text} là ai"
    if subject is None or subject.table != "PERSON_NOUNS" or subject.noun in (*ADDRESS, *PEOPLE):
        return None
    if (delegate := _DELEGATE.match(text)) is not None:
        several = "những ai" if _ATTENDED.match(subject.predicate) is not None else "ai"
        told = len(subject.predicate.split()) >= LEAST_TOLD
        return f"{several} đại diện {text[delegate.end() :]}" if told else None
    if (aside := _CIRCUMSTANCE.search(subject.text)) is not None:
        behind = f"{subject.text[aside.start() + 1 :]} {subject.predicate}"
        subject = replace(subject, text=subject.text[: aside.start()], predicate=behind.strip())
    return who(subject, plural=_ATTENDED.match(subject.predicate) is not None)


_RELATIVE = cues.shape(r"(?:,?\s+)?(?<!\w)(?:mà|nơi)(?:\s+(?:tại|ở)\s+đó)?\s+")
_WHEN_WHERE = cues.shape(r"\s+(?:ngày|hôm|sáng|trưa|chiều|tối|đầu|cuối|giữa|tháng|năm|ở|tại)\s")
_IS_AT = cues.shape(r"(?<!\w)(?:dự|tham dự|tham gia|có mặt|góp mặt|chủ trì|tổ chức|xuất hiện|đến|tới)$")


def _happening(text: str) -> str | None:
    """Turn "Hội nghị ngày 5/5 mà ông A phát biểu" into "Ngày 5/5 ông A phát biểu tại hội nghị nào"."""
    noun = _head(text, "EVENT_NOUNS")
    relative = _RELATIVE.search(text, noun) if noun else None
    if relative is None:
        return _happening_of_somebody(text, noun)
    clause = text[relative.end() :]
    if len(clause.split()) <= LEAST_TOLD:
        return None
    about = text[: relative.start()].rstrip(" ,")
    aside = _WHEN_WHERE.search(about, noun - 1)
    event, circumstance = (about, "") if aside is None else (about[: aside.start()], about[aside.start() :].strip())
    at = "" if _IS_AT.search(clause) is not None else "tại"
    return f"{circumstance} {clause} {at} {_small(event)} nào"


_ANY_EVENT = cues.shape(r"(?:sự kiện|hoạt động|dịp|buổi lễ|chương trình)\s+")


def _happening_of_somebody(text: str, noun: int) -> str | None:
    """Turn "Sự kiện bà A phát biểu" into "Bà A phát biểu tại sự kiện nào"."""
    m = _ANY_EVENT.match(text)
    if m is None or m.end() != noun + 1 or not any(p.outer_start == m.end() for p in find_people(text)):
        return None
    return f"{text[m.end() :]} tại {_small(m.group().strip())} nào"


_HELD = cues.shape(r"(?<!\w)(?:diễn ra|tổ chức|đăng cai(?: tổ chức)?)\s+")
_OF = cues.shape(r"\s+(?:của|ở|tại|bên|thuộc)\s+\S+(?:\s+\S+){0,3}")
_GOES = cues.shape(r"(?<!\w)(?:thăm|đến|tới|ghé|ghé thăm|rời)(?=\s*$|\s+(?:mà|và|trong|hôm|ngày|khi|để|nhân)(?!\w))")


def _place(text: str) -> str | None:
    """Turn "Thành phố (nơi) ông A họp báo" into "Ông A họp báo ở thành phố nào", "Tỉnh diễn ra hội chợ" likewise."""
    end = _head(text, "PLACE_NOUNS")
    if not end or _ANYWHERE.match(text) is not None:
        return None
    noun = _small(text[:end])
    of = ""
    relative, held = _RELATIVE.search(text, end), _HELD.search(text, end)
    if relative is not None and held is not None and relative.end() == held.start():
        relative = None  # "nơi diễn ra"
    for found, said in ((relative, ""), (held, "diễn ra ")):
        if found is None:
            continue
        of = text[end : found.start()].rstrip(" ,").removesuffix(" nơi").rstrip(" ,")
        if (of and _OF.fullmatch(of) is None) or len(text[found.end() :].split()) < LEAST_TOLD:
            continue
        return f"{text[found.end() :]} {said}ở {noun} nào{of}"
    clause = text[end:].strip()
    named = offices.HEAD.match(clause) is not None or any(p.outer_start == 0 for p in find_people(clause))
    first = clause.find(" ")
    if not named or first < 0 or predicate_start(clause, 0, first) is None:
        return None
    if (goes := _GOES.search(clause)) is not None:
        return f"{clause[: goes.end()]} {noun} nào{clause[goes.end() :]}"
    return f"{clause} ở {noun} nào"


# Words for any place at all, of which the readers know what they ask.
_ANYWHERE = cues.shape(r"(?:nơi|địa điểm|chỗ|địa chỉ|địa phương)(?!\w)")


def _organisation(text: str) -> str | None:
    """Turn "Công ty của Lào mua lại bến cảng" into "Công ty nào của Lào mua lại bến cảng"."""
    subject = find_subject(text)
    if subject is None or subject.table not in ("ORG_NOUNS", "PLACE_NOUNS") or subject.noun not in cues.ORG_NOUNS:
        return None
    own = _COUNTRY_LAST.sub("", _OF.split(subject.text)[0])
    if not own[1:].strip().islower() or len(subject.predicate.split()) < LEAST_TOLD or len(own.split()) > _LONGEST_NOUN:
        return None  # "Ngân hàng Nhà nước công bố lãi suất": it is named
    return which(subject)


# "Tập đoàn Hàn Quốc": where it is from, and no name.
_COUNTRY_LAST = cues.shape(rf"(?<=\s)(?:{'|'.join(sorted(COUNTRIES, key=len, reverse=True))})$")
_LONGEST_NOUN = 5  # words of an organisation before "của"


def _head(text: str, table: str) -> int:
    """Return where the noun of a table ends with which the text begins; 0 where it begins with none."""
    noun = next(iter(Reader(text, strict=not is_unaccented(text)).nouns()[:1]), None)
    return noun.end if noun is not None and noun.start == 0 and noun.table == table else 0


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
