"""Which one of a series a question asks for: the one before, the next, a stage by its number, one of a day, a part.

"Lần trước họp ở đâu" is not answered by where they met this time, nor "vòng một" by the day of the second round; and of
what all delegations were, none is told to be its own number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from retrieval.answering.asking.question import Question
from retrieval.answering.evidence.candidate import Proof
from retrieval.answering.evidence.view import View, tokens
from retrieval.answering.model import Kind
from retrieval.language.calendar_date import PartialDate
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.normalize import fold, lower_case

_TURN = r"(?:lần|kỳ|mùa|khóa|phiên|đợt|kỳ họp)"
_HELD = (
    r"(?:lần|kỳ|mùa|khóa|phiên|đợt|vòng|giải|hội nghị|hội thảo|cuộc|chuyến|lễ|buổi|đại hội|thượng đỉnh|diễn đàn|"
    r"liên hoan)"
)
# The next one; typed without accents only after words that are nothing else there.
_NEXT = compiled_later(
    rf"(?<!\w)(?:{_TURN} (?:sau|tới)|{_HELD}(?: (?!sau)\w+){{0,5}} (?:kế tiếp|tiếp theo))"
    r"(?! (?:khi|đó|đấy|cùng)(?!\w))",
    re.IGNORECASE,
)
_NEXT_BARE = compiled_later(r"(?<!\w)(?:lan|ky hop) (?:sau|ke tiep|tiep theo)(?! (?:khi|do|day|cung)(?!\w))")
_TELLS_NEXT = compiled_later(
    r"(?<!\w)(?:(?:lan|ky|hop|mua|khoa|phien|dot|nam|thang|tuan) (?:sau|toi)|sap toi|tiep theo|ke tiep)(?!\w)"
)
# The one before: "lần gặp trước đó", "năm trước đó, ...", "liền trước kỳ ở Huế", "chuyến thăm lần trước".
_PREVIOUS = compiled_later(
    rf"(?<!\w)(?:{_HELD}(?: (?!trước)\w+){{0,5}} (?:trước đó|trước đấy|liền trước|trước lần(?= \d| này))|"
    rf"liền trước {_TURN}|"
    rf"{_TURN} trước(?![ ]?\d| (?:khi|ngày|tháng|năm|sự|mắt|tiên|hết|thềm)(?!\w)))(?!\w)|"
    r"(?:^|, |(?<!\w)(?:hồi|của|vào|ở|từ|với) )năm (?:trước đó|trước|liền trước)(?!\w| (?:khi|ngày|tháng|năm)(?!\w))",
    re.IGNORECASE,
)
_PREVIOUS_BARE = compiled_later(r"(?<!\w)lan (?:\w+ ){0,5}truoc (?:do|day)(?!\w)|(?<!\w)lien truoc(?!\w)")
_TELLS_PREVIOUS = compiled_later(
    r"(?<!\w)(?:truoc (?:do|day|khi)|(?:lan|ky|nam|dot|mua|phien|khoa|thang|tuan|hop) (?:\w+ ){0,2}truoc|tung|"
    r"nam ngoai|nam qua|cach day|gan nhat|gan day|lan dau|dau tien|hoi (?:nam|thang|cuoi|dau))(?!\w)"
)
# A stage by its number: "vòng một", "giai đoạn 2", "vòng đàm phán thứ hai".
_NUMBERS = {
    "một": 1, "nhất": 1, "i": 1, "hai": 2, "nhì": 2, "ii": 2, "ba": 3, "iii": 3, "bốn": 4, "tư": 4, "iv": 4, "năm": 5,
    "sáu": 6,
}  # fmt: skip
_NUMBER = rf"(?:\d{{1,2}}(?![\d/.,-])|(?:{'|'.join(_NUMBERS)})(?!\w| \d))"
_KIND = r"(?<!\w)(?P<kind>vòng|giai đoạn|đợt|lượt|chặng|hiệp)"
_STAGE = compiled_later(rf"{_KIND} (?:thứ )?(?P<number>{_NUMBER})(?!\w)", re.IGNORECASE)
_STAGE_NAMED = compiled_later(
    rf"{_KIND}(?: (?!thứ|vào|hôm|ngày)\w+){{1,5}} thứ (?P<number>nhất|hai|ba|tư)(?!\w)", re.IGNORECASE
)
# Which in a row of alike things, by the word before it: "phiên họp đầu tiên", "điểm dừng thứ ba", "giải nhì";
# no day of the week, and no edition.
_IN_ROW = compiled_later(
    r"(?<!\w)(?!(?:lần|sáng|chiều|tối|trưa|vào|hôm|ngày|từ|đến|và) )(?P<noun>[^\W\d_]+) (?:(?P<first>đầu tiên)|"
    r"thứ (?P<number>nhất|hai|ba|tư|năm|\d{1,2})|(?<=giải )(?P<prize>nhất|nhì|ba|đặc biệt|khuyến khích))(?!\w| \d)"
)
# A part of what is counted: "Riêng đoàn Lào có bao nhiêu người"; not "cuộc gặp riêng".
_PART = compiled_later(
    r"(?:(?:^|[,;:] )riêng (?!(?:trong )?(?:năm|tháng|ngày|tuần|quý|sáng|chiều|tối|đêm)(?!\w))|"
    r"(?<!\w)riêng (?=(?:đoàn|tỉnh|thành phố|huyện|quận|xã|phường)(?!\w)))"
    r"(?:(?:đoàn|tỉnh|thành phố|huyện|quận|xã|phường) )?(?P<part>\w+(?: [^\W\d_a-zà-ỹđ]\w*)*)",
    re.IGNORECASE,
)
_TELLS_PART = compiled_later(r"(?<!\w)(?:rieng|trong do|trong so)(?!\w)")
_JOINS = compiled_later(r"[,;]|(?<!\w)(?:cung|va|voi)(?!\w)")  # what follows is another's
_BEFORE_NUMBER = 40  # characters from the name of a part to its number
# A year that stands alone, in any text.
_YEAR = compiled_later(r"(?<![\d/.-])(?:19|20)\d\d(?!\d|\s?[-–/]\s?\d)")
_LEAD = 4  # sentences of a report that tell of which year it is


@dataclass(frozen=True, slots=True)
class _Asked:
    """Which one a question asks for: the one before, the next, a stage by kind and number, one of alike things.

    Or a part, one of a year, of a day.
    """

    previous: bool
    next_one: bool
    stages: tuple[tuple[str, int], ...]
    in_row: frozenset[tuple[str, str]]
    part: tuple[str, ...]
    year: str
    day: tuple[int, int] | None


def is_another(question: Question, proof: Proof) -> bool:
    """Tell whether the sentence of `proof` tells of another one of a series, or of more of it, than `question`."""
    asked = _asked(question)
    view, sentence = proof.view, proof.sentence
    if asked.next_one and not any(_TELLS_NEXT.search(view.folded[i]) for i in (sentence, sentence - 1) if i >= 0):
        return True
    if asked.previous and _TELLS_PREVIOUS.search(view.folded[sentence]) is None:
        return True
    if any(_is_of_other_stage(stage, view, sentence) for stage in asked.stages):
        return True
    if asked.in_row and _is_of_other_in_row(asked.in_row, view.facts.sentences[sentence].text):
        return True
    if asked.part and not _tells_of_part(asked.part, proof):
        return True
    if asked.day is not None and _is_of_other_day(asked.day, view, sentence):
        return True
    return bool(asked.year) and _is_of_other_year(asked.year, view, sentence)


@lru_cache(maxsize=64)  # asked for every answer that is weighed
def _asked(question: Question) -> _Asked:
    text, folded = question.text, question.folded
    bare = question.unaccented
    stages = [
        (m["kind"].lower(), _value(m["number"])) for pattern in (_STAGE, _STAGE_NAMED) for m in pattern.finditer(text)
    ]
    part = _PART.search(text) if question.kind is Kind.COUNT else None
    # Who did it then may be told where no year stands; where it was, or how much, has its own.
    years = {m.group() for m in _YEAR.finditer(text)} if question.kind in (Kind.COUNT, Kind.PLACE) else set()
    return _Asked(
        previous=(_PREVIOUS_BARE.search(folded) if bare else _PREVIOUS.search(text)) is not None,
        next_one=(_NEXT_BARE.search(folded) if bare else _NEXT.search(text)) is not None,
        stages=tuple(stages),
        in_row=_in_row(text) if question.kind is not Kind.YES_NO else frozenset(),
        part=tuple(tokens(fold(part["part"]))) if part is not None else (),
        year=years.pop() if len(years) == 1 else "",
        day=_day(question),
    )


def _day(question: Question) -> tuple[int, int] | None:
    """Return the day and month that a question gives, where it gives one day and asks for none."""
    if question.kind in (Kind.DATE, Kind.YES_NO):
        return None
    days = {day for d in question.dates for day in _days(d.date, d.until)}
    return days.pop() if len(days) == 1 else None


def _days(first: PartialDate, last: PartialDate | None) -> set[tuple[int, int]]:
    """Return the days (with their months) from one to another, only both where they are of two months."""
    ends = [(day.day, day.month) for day in (first, last) if day is not None and day.day and day.month]
    if len(ends) == 2 and ends[0][1] == ends[1][1]:
        return {(day, ends[0][1]) for day in range(ends[0][0], ends[1][0] + 1)}
    return set(ends)


def _is_of_other_day(day: tuple[int, int], view: View, sentence: int) -> bool:
    """Tell whether a sentence gives days, and not that one."""
    here = [d.resolved for d in view.facts.dates if d.sentence == sentence]
    told = {found for d in here for found in _days(d.date, d.until)}
    told |= {found for d in here for one in d.listed for found in _days(one, None)}
    return bool(told) and day not in told


def _value(number: str) -> int:
    return int(number) if number.isdigit() else _NUMBERS[number.lower()]


def _is_of_other_stage(stage: tuple[str, int], view: View, sentence: int) -> bool:
    """Tell whether a sentence, what stands around it, or else the report gives only other numbers of that kind."""
    kind, number = stage
    told = view.kept(_stages)
    around = {*range(sentence - 1, sentence + 2), 0, 1}
    for where in ({sentence}, around, told):
        numbers = {n for index in where for k, n in told.get(index, ()) if k == kind}
        if numbers:
            return number not in numbers
    return False


def _stages(view: View) -> dict[int, list[tuple[str, int]]]:
    """Return the stages that the sentences of a report name, each with its kind and number."""
    found = {}
    for index, sentence in enumerate(view.facts.sentences):
        stages = [(m["kind"].lower(), _value(m["number"])) for m in _STAGE.finditer(sentence.text)]
        if stages:
            found[index] = stages
    return found


def _in_row(text: str) -> frozenset[tuple[str, str]]:
    """Return the things in a row that a text names: the word before the ordinal, and which it is."""
    found = set()
    for m in _IN_ROW.finditer(lower_case(text)):
        number = "1" if m["first"] or m["number"] == "nhất" else m["number"]
        found.add((m["noun"], str(_NUMBERS.get(number, number)) if number else m["prize"]))
    return frozenset(found)


def _is_of_other_in_row(asked: frozenset[tuple[str, str]], text: str) -> bool:
    """Tell whether a text has the words of things in a row with other ordinals only."""
    told = _in_row(text)
    return any(one not in told and any(noun == one[0] for noun, _ in told) for one in asked)


def _tells_of_part(part: tuple[str, ...], proof: Proof) -> bool:
    """Tell whether a sentence says that it tells of a part, or has its name right before the number."""
    folded = proof.view.folded[proof.sentence]
    if _TELLS_PART.search(folded) is not None:
        return True
    start = next((start for start, _ in proof.spans), 0)
    ends = (end for _, end in proof.view.places_of(proof.sentence, part) if start - _BEFORE_NUMBER <= end <= start)
    return any(_JOINS.search(folded, end, start) is None for end in ends)


def _is_of_other_year(year: str, view: View, sentence: int) -> bool:
    """Tell whether a report has the year only far from a sentence and from its beginning, and tells of no day in it."""
    near = {*range(sentence - 1, sentence + 2), *range(_LEAD)}
    if not view.has((year,)) or any(view.sentences_with((year,)) >> i & 1 for i in (*near, len(view.folded)) if i >= 0):
        return False
    published = view.document.published
    if published is not None and str(published.year) == year:
        return False
    if any(d.sentence in near and str(d.resolved.date.year) == year for d in view.facts.dates):
        return False
    # "Lễ hội Sông Lô 2018": a part of the name, and all of the report is of it.
    return not any(re.search(rf"(?<!nam )(?<![\d/.-]){year}(?![\d/-])", text) for text in view.folded)
