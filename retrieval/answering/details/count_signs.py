"""Signs beside a number that it is, or is not, the one asked for: a period, what became of those counted."""

from __future__ import annotations

import re
from dataclasses import dataclass

from retrieval.answering.asking import cues
from retrieval.answering.asking.question import Question
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.normalize import fold
from retrieval.language.numerals import Quantity

SAME_LEAD = 0.6  # "giảm xuống còn bao nhiêu": "từ 8.500 xuống còn 7.500"
LEAD_FIT = 0.06
NOT_EXACT = 0.6  # "gần 200" where the exact number is asked, or thousands where "mấy" asks for a few
VAGUE = 0.4  # "hàng chục" is what one says who does not know how many
FEW = 100
MANY = 1000
FAR_FROM_FEW = 0.2  # "mấy người" is not answered by "hàng chục ngàn người"
THE_TWO = 0.3  # "hai ..." mostly points back to those named; "hai nước", "hai bên" nearly always
OTHER_PERIOD = 0.6  # "trong một đêm" where a whole year is asked about
OTHER_FATE = 0.7  # "527 người bị thương" where the dead are counted
FATE = 0.3

_LEAD = compiled_later(r"(?<!\w)(?P<lead>xuong con|xuong|len toi|len den|len|con|dat|xap xi|uoc dat)\s+$")
# What a report may write for the words before the question word, in bare letters: "xuống còn" by "xuống".
_LEAD_FORMS = {"xuong con": r"(?:xuong con|xuong|con)", "con": r"(?:xuong con|xuong|con)"}
_BOTH = compiled_later(r"hai (?:nước|bên|phía|quốc gia|nhà lãnh đạo|dân tộc|đảng|ngành|miền)(?!\w)", re.IGNORECASE)
_PERIOD = cues.shape(
    r"(?<!\w)(?:cả|một|mỗi|hằng|hàng|trong)\s+(?P<unit>năm|tháng|tuần|ngày|đêm|giờ|quý)(?!\w)(?!\s*\d)"
)
_EXACTLY = cues.shape(r"(?<!\w)(?:chính xác|cụ thể|đúng) (?:là )?(?:bao nhiêu|mấy)(?!\w)")
_VAGUE = compiled_later(r"(?:hàng|vài|mấy|nhiều)\s", re.IGNORECASE)
# What becomes of people; each row in bare letters: what may be asked or told, by any of the words.
FATES: tuple[re.Pattern[str], ...] = tuple(
    re.compile(rf"(?<!\w)(?:{words})(?!\w)")
    for words in (
        "chet|tu vong|thiet mang|sinh mang|tu nan|bo mang|bi giet|bi sat hai|hy sinh|thi the",
        "bi thuong|thuong tich|trong thuong",
        "mat tich",
        "song sot|thoat chet|duoc cuu",
        "bi bat|tam giu|bat giu|tam giam|bat khan cap|da bat|bat duoc|bat (?=\\d|hon|gan|khoang|nhom|them)",
    )
)
# "Kém chồng bao nhiêu tuổi" asks by how much two differ, and "kém 24 tuổi" tells it.
_DIFFERENCE = compiled_later(
    r"(?<!\w)(?:(?:tre|gia|lon|nho|nhieu|it|cao|thap|dai|ngan|re|dat) hon|kem|hon(?= \w)|cach nhau)(?!\w)[^,]{0,60}$"
)
_DIFFER = compiled_later(r"(?<!\w)(?:kem|hon|cach nhau|chenh lech|chenh nhau|it hon|nhieu hon)(?: \w+){0,3} $")
DIFFERENCE, NO_DIFFERENCE = 0.6, 0.3
NOW = 0.4  # "hiện có bao nhiêu", and the sentence tells of now; less by as much where it tells of the beginning
NOW_SAID = compiled_later(r"(?<!\w)(?:hien nay|hien gio|hien co|hien tai|hien dang|bay gio|den nay|toi nay|hien)(?!\w)")
_AT_FIRST = compiled_later(
    r"(?<!\w)(?:(?:khi|luc|hoi) moi|ban dau|luc dau|truoc day|thoi ky dau|khi do|luc do|ngay dau)(?!\w)"
)
_JOINED = compiled_later(r"[,;.:(]| va | con | khien | lam ")


@dataclass(frozen=True, slots=True)
class CountSigns:
    """What a question says of the number: its words before it, a period, a fate, whether few or exactly."""

    lead: re.Pattern[str] | None = None
    exactly: bool = False
    few: bool = False
    period: str = ""
    fate: int | None = None
    now: bool = False
    difference: bool = False


def signs_asked(question: Question) -> CountSigns:
    """Return the signs that `question` gives."""
    led = _LEAD.search(question.folded[: question.cue[0]])
    lead = led.group("lead") if led is not None else ""
    after = question.folded[question.cue[1] :]
    return CountSigns(
        now=NOW_SAID.search(question.folded) is not None,
        difference=_DIFFERENCE.search(question.folded[: question.cue[0]].rstrip()) is not None,
        lead=re.compile(rf"(?<!\w){_LEAD_FORMS.get(lead, re.escape(lead))}\s*$") if lead else None,
        exactly=_EXACTLY.search(question.text) is not None,
        few=fold(question.text[slice(*question.cue)]) == "may",
        period=_period(question.text),
        fate=None if _NO_PEOPLE.match(after) else _fate_asked(question, after),
    )


def _fate_asked(question: Question, after: str) -> int | None:
    """Return what became of those counted (its row in FATES), where the question says so; `after` its question word."""
    return next((i for i, fate in enumerate(FATES) if fate.search(after) or _done_to(fate, question)), None)


# What is counted that nothing befalls: "bé gái bao nhiêu tuổi bị tông tử vong".
_NO_PEOPLE = compiled_later(r"\s*(?:tuoi|nam|thang|ngay|gio|phut|lan|met|m|km|tan|kg|phan tram|cho|lit)(?!\w)")


def _done_to(fate: re.Pattern[str], question: Question) -> bool:
    """Tell whether the verb right before the question word says what became of people: "bắt giữ bao nhiêu người"."""
    verb = question.folded[: question.cue[0]].split()[-2:]
    people = _PEOPLE_AFTER.match(question.folded, question.cue[1]) is not None
    return people and fate.fullmatch(" ".join(verb)) is not None


_PEOPLE_AFTER = compiled_later(r"\s*(?:nguoi|nghi pham|doi tuong|em|chau|cong nhan|hoc sinh|thuyen vien|ngu dan)(?!\w)")


def signs_told(signs: CountSigns, quantity: Quantity, text: str, folded: str) -> tuple[float, float]:
    """Return by how much a number in a sentence (`folded`: in bare letters) scores more, and by how much it fits so."""
    score = fit = 0.0
    before = folded[: quantity.phrase_start]
    if signs.lead is not None and (signs.lead.search(before) or signs.lead.search(folded[: quantity.start])):
        score, fit = score + SAME_LEAD, fit + LEAD_FIT
    if signs.exactly and quantity.approximator:
        score -= NOT_EXACT
    if _VAGUE.match(quantity.text):
        score -= VAGUE
    if quantity.in_words and quantity.value == 2:
        score -= THE_TWO * (3 if _BOTH.match(text, quantity.start) else 1)
    if signs.period and _other_period(signs.period, text, quantity.end):
        score -= OTHER_PERIOD
    if signs.few and quantity.value > FEW:
        score -= NOT_EXACT
    fit -= FAR_FROM_FEW if signs.few and quantity.value >= MANY else 0.0
    if signs.difference:
        score += DIFFERENCE if _DIFFER.search(folded[: quantity.start]) else -NO_DIFFERENCE
    if signs.now:
        score += NOW if NOW_SAID.search(folded) else -NOW if _AT_FIRST.search(folded) else 0.0
    if signs.fate is not None:
        fates = _fates(folded, quantity)
        score += FATE if signs.fate in fates else -OTHER_FATE if fates else 0.0
    return score, fit


def tells_fate(signs: CountSigns, folded: str) -> bool:
    """Tell whether a sentence (bare letters) tells what became of people as asked, where that is asked at all."""
    return signs.fate is None or FATES[signs.fate].search(folded) is not None


def _fates(folded: str, quantity: Quantity) -> set[int]:
    """Return what became of those counted: told in the clause after the number, else in that before it."""
    end = quantity.noun_end or quantity.end
    after = _JOINED.split(folded[end : end + 50])[0]
    before = _JOINED.split(folded[max(0, quantity.phrase_start - 40) : quantity.phrase_start])[-1]
    told = {i for i, fate in enumerate(FATES) if fate.search(folded[quantity.end : end] + after)}
    return told or {i for i, fate in enumerate(FATES) if fate.search(before)}


def _period(text: str) -> str:
    """Return the stretch of time over which a text counts ("cả năm", "mỗi ngày"): its unit in bare letters, or ""."""
    m = _PERIOD.search(text)
    return fold(m.group("unit")) if m is not None else ""


def _other_period(asked: str, text: str, end: int) -> bool:
    """Tell whether what follows a number, to the end of its clause, counts over another stretch of time."""
    clause = re.split(r"[,;.]", text[end : end + 60])[0]
    told = _period(clause)
    return bool(told) and told != asked
