"""Signs beside a place that it is, or is not, the one asked for, and further places that a question asks for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from retrieval.answering.asking import cues
from retrieval.answering.asking.question import Question
from retrieval.facts.acts import Act
from retrieval.facts.event_details import is_of_a_trial, is_of_the_case
from retrieval.facts.places import PlaceMention
from retrieval.language.dates import find_dates
from retrieval.language.editions import find_editions
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.letters import LOWER, UPPER
from retrieval.language.normalize import accent_tolerant, fold
from retrieval.language.patterns import any_of
from retrieval.language.places import CITIES, COUNTRIES, FOREIGN_CITIES, PROVINCES

NO_FINER = 0.4  # a whole town, where the question already says which town
OTHER_EDITION = 1.2  # the sentence tells of the first and the second, the third is asked about
ORIGIN = 0.5  # "xuất phát từ đâu" is told after "từ"
PAST = 0.6  # what is planned is asked about, the sentence tells of a year before

_TOWN_NAMES = frozenset((*PROVINCES, *CITIES, *FOREIGN_CITIES, *COUNTRIES))
_GOING = compiled_later(r"(?<!\w)(?:den|toi|ve|sang|di|ra|vao|len|xuong)\s+(?:dau|noi nao|cho nao)$")
_ORIGIN = compiled_later(
    r"(?<!\w)(?:xuat phat|khoi hanh|cat canh|roi ben|ve|den|sang|nhap|mua|chuyen|di|bay|toi)\s+tu\s+"
    r"(?:dau|noi nao|cho nao|\w+(?: \w+)? nao)$"
)
_FROM = compiled_later(r"(?<!\w)(?:từ|rời|rời khỏi)\s+(?:[^\W\d_]+\s+){0,2}$", re.IGNORECASE)
_FROM_THERE = compiled_later(r"(?<!\w)(?:tu|roi|que|sinh|xuat xu|goc)(?!\w)")
_FUTURE_ASKED = cues.shape(r"(?<!\w)(?:sẽ|sắp|dự kiến|dự định|nếu)(?!\w)")
_FUTURE_TOLD = compiled_later(r"(?<!\w)(?:se|sap|du kien|du dinh|co the|len ke hoach)(?!\w)")
# Where something was not.
DENIED = compiled_later(
    r"(?<!\w)(?<!hàng )(?:không|chưa|chẳng)\s+(?:(?:có|hề|phải|kế hoạch|ý định|dự định|muốn|thể|được|sẽ)\s+){0,3}"
    r"(?:(?:tổ chức|diễn ra|họp|gặp|đi)\s+(?:tại|ở|đến|tới)|(?:đi\s+)?(?:thăm|đến|tới|sang|ghé|về|tại|ở))\s+$"
)


# "Đại sứ Việt Nam tại Lào", "giáo sư luật ở Huế": before the place where they serve.
_POSTED = compiled_later(
    r"(?<!\w)(?:đại sứ(?! quán)|tham tán|tổng lãnh sự(?! quán)|phóng viên|giáo sư|chuyên gia)\s"
    r"(?:[^,.;:\d]{0,40}\s)?(?:tại|ở)\s+$",
    re.IGNORECASE,
)
# Where somebody told them something, if that is asked.
_TO_THE_PRESS = compiled_later(r"(?<!\w)(?:các|những|với|trước) phóng viên\s(?:tại|ở)\s+$")


@dataclass(frozen=True, slots=True)
class PlaceSigns:
    """What a question says of the place: its town, an edition, a plan, or that something came from there.

    `spoke`: it is asked where somebody spoke; `trial`: where a trial is held.
    """

    in_town: bool = False
    editions: frozenset[int] = frozenset()
    planned: bool = False
    origin: bool = False
    from_there: bool = False
    spoke: bool = False
    trial: bool = False


def signs_asked(question: Question) -> PlaceSigns:
    """Return the signs that `question` gives."""
    bound = _GOING.search(question.folded[: question.cue[1]]) is None  # "từ Huế được đưa về đâu" asks for a town
    return PlaceSigns(
        in_town=bound and not question.focus and _IN_TOWN.search(question.text) is not None,
        editions=frozenset(e.number for e in question.editions if e.kind == "lần"),
        planned=_FUTURE_ASKED.search(question.text) is not None,
        from_there=_FROM_THERE.search(question.folded) is not None,
        origin=_ORIGIN.search(question.folded[: question.cue[1]]) is not None,
        spoke=not question.act_set.isdisjoint((Act.SAY, Act.SPEAK, Act.ANNOUNCE)),
        trial=is_of_a_trial(question.text) and "xay ra" not in question.folded,
    )


def is_of_another(before: str, signs: PlaceSigns) -> bool:
    """Tell whether a place after the words `before` is where somebody serves, or where the case of a trial happened."""
    if signs.trial and is_of_the_case(before):
        return True
    return _POSTED.search(before) is not None and not (signs.spoke and _TO_THE_PRESS.search(before))


# "Cuộc họp đầu tiên của nhóm" is the first of the series.
_FIRST = compiled_later(
    r"(?<!\w)(?:cuộc (?:họp|gặp)|hội nghị|phiên họp|thượng đỉnh|vòng)(?: [^\W\d_]+){0,3} (?:lần )?đầu tiên(?!\w)"
)
# "Ở Huế", "tại TP.HCM": the question itself says in which town.
_IN_TOWN = compiled_later(
    rf"(?<!\w)(?:ở|tại)\s+(?:(?:TP|thành phố|tỉnh|thủ đô)[.\s]*)?"
    rf"(?:HCM|TPHCM|{any_of((*PROVINCES, *CITIES, *FOREIGN_CITIES))})(?!\w)"
)
_STAYS = cues.shape(r"(?<!\w)(?:sẽ|đang|từng|đã)\s+(?:ở|sống|nghỉ|lưu trú|trú|ngụ|nghỉ lại)\s+$")


def asks_where_stays(question: Question) -> bool:
    """Tell whether a question asks where somebody stays or lives ("sẽ ở khách sạn nào"), and not where something is."""
    return _STAYS.search(question.text[: question.cue[0]]) is not None


def place_signs(signs: PlaceSigns, place: str, text: str, at: int) -> float:
    """Return by how much `place`, which stands at `at` in a sentence `text`, is more, or less, what is asked."""
    score = 0.0
    if signs.in_town and place in _TOWN_NAMES:
        score -= NO_FINER
    if signs.editions:
        told = {e.number for e in find_editions(text[:at]) if e.kind == "lần"}
        told |= {1} if _FIRST.search(text) else set()
        score -= OTHER_EDITION if told and not told & signs.editions else 0.0
    if signs.origin:
        score += ORIGIN if _FROM.search(text[:at]) else -ORIGIN
    elif not signs.from_there and _FROM.search(text[:at]):
        score -= ORIGIN / 2  # "tuyển chọn từ thị trấn A", asked where they settle
    if signs.planned and _FUTURE_TOLD.search(fold(text)) is None:
        score -= PAST if any(d.date.year is not None and d.date.day is None for d in find_dates(text)) else 0.0
    return score


_AREA = r"(?:xã|huyện|tỉnh|thành phố|TP\.?|quận|phường|thị xã|làng|thôn)"
_NAME = rf"(?:{_AREA}\s+)?[{UPPER}][{LOWER}]*(?:\s+[{UPPER}][{LOWER}]*)*"
_BORN = compiled_later(
    r"(?<!\w)(?:quê|quê quán|nguyên quán|quê gốc|gốc|chào đời|sinh ra|sinh|đến từ|sinh năm \d{4})(?:\s+(?:ở|tại|là|:))?"
    rf"\s+(?P<place>{_NAME}(?:\s*[,-]\s+{_NAME})*)"
)


def birthplaces(text: str) -> list[PlaceMention]:
    """Return the places in a sentence that are said to be somebody's home by birth: "quê Nam Định"."""
    return [PlaceMention(m.group("place"), *m.span("place"), True, "") for m in _BORN.finditer(text)]


_FURTHER = compiled_later(
    rf"(?:\s*,|\s+(?:và|thuộc|của|hay))?\s+(?P<noun>{accent_tolerant(any_of(cues.PLACE_NOUNS))})\s+n[àa]o(?!\w)",
    re.IGNORECASE,
)


def further_levels(question: Question) -> tuple[str, ...]:
    """Return the nouns (bare letters) for further places asked for right after the first: "ở xã nào, huyện nào"."""
    found: list[str] = []
    at = question.cue[1]
    while question.focus and (m := _FURTHER.match(question.text, at)) is not None:
        found.append(fold(m.group("noun")))
        at = m.end()
    return tuple(found)
