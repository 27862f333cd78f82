"""People whom a report tells to be somebody else than the one asked for: of another body, of another calling.

"Phía Mỹ ai dự" is not answered with whom the report calls a minister of Lào, nor "Thuyền trưởng ... tên gì" with a
colonel, nor "Chủ tịch huyện ... tên gì" with the deputy, however well the rest of the sentence fits. Who is told
nothing of may be the one asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from retrieval.answering.asking import cues
from retrieval.answering.asking.question import Question
from retrieval.answering.asking.who_asked import name_phrase, sides_asked
from retrieval.answering.evidence.office_names import of_other_body, other_names
from retrieval.answering.evidence.view import View, tokens
from retrieval.answering.who.descriptions import described_by
from retrieval.answering.who.who_by_office import contradicts, is_of_head
from retrieval.answering.who.who_kin import kin_asked
from retrieval.answering.who.who_nouns import has_vietnamese_name, is_of_an_event, other_offices, says_little
from retrieval.answering.who.who_sides import HOME, LIKE_OURS, countries_of, serves_abroad, side_of_noun, sides_in
from retrieval.facts.people import Person
from retrieval.language import offices
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.names import is_vietnamese_syllable
from retrieval.language.normalize import fold
from retrieval.language.places import COUNTRIES, COUNTRY_PATTERN, is_place
from retrieval.language.word_tagger import words as segment


def is_contradicted(question: Question, view: View, person: Person) -> bool:
    """Tell whether `view` tells that a person is of another body, country or calling than `question` asks for."""
    if all(is_of_an_event(fold(office)) for office in person.offices):
        return False  # of nobody more is told than what everybody there was
    return (
        _of_other_side(question, view, person)
        or _called_otherwise(question, view, person)
        or _of_other_office(question, person)
    )


def _of_other_side(question: Question, view: View, person: Person) -> bool:
    sides = _sides(question)
    return bool(sides) and all(_speaks_against(side, view, person) for side in sides)


@lru_cache(maxsize=16)  # asked for everybody in a report
def _sides(question: Question) -> list[str]:
    """Return the bodies and countries, any of which whoever is asked for must be of; none where that is not sure."""
    if question.unaccented:
        return []
    of_noun = side_of_noun(question)
    led = [side for side, is_venue in sides_asked(question) if not is_venue and _leads(question, side)]
    sides = [one for side in filter(None, (of_noun, *led)) for one in sides_in(side)]
    return sides if all(any(c.isupper() for c in side) for side in sides) else []


def _leads(question: Question, side: str) -> bool:
    """Tell whether a side stands at the head of the question ("Phía A ai ...", "Hội A có những ai ...")."""
    led = _LED.match(question.text)
    at = led.end() if led is not None else 0
    return question.text.startswith(side, at) and _NO_SIDE.match(side) is None


_LED = cues.shape(r"(?:về\s+)?(?:phía|bên|từ phía)\s+")
_NO_SIDE = cues.shape(r"(?:lề|cạnh|trong|ngoài|trên|dưới)(?!\w)")
_COUNTRY = compiled_later(rf"(?<![\w-])(?:{COUNTRY_PATTERN})(?!\w)")
_BEFORE, _AFTER = 70, 70  # characters around a person in which the report may say of which body


def _speaks_against(side: str, view: View, person: Person) -> bool:
    """Tell whether the offices of a person are of another body than `side`, and nothing beside the person is of it."""
    if fold(side) in HOME:
        return not has_vietnamese_name(person.name) or serves_abroad(person)
    names = {fold(word) for word in _NAME_WORD.findall(side) if not word.isupper()}  # an acronym is told in full
    told = " ; ".join(person.offices)
    if not names or names & set(tokens(fold(told))):
        return False
    if any(names & set(tokens(text)) for text in _around(view, person, _BEFORE, _AFTER)):
        return False
    countries = countries_of(person)
    if side in COUNTRIES:
        ours = has_vietnamese_name(person.name) and side not in LIKE_OURS
        return ours or any(country != side for country in countries)
    if _REGION.match(side):
        return False
    if is_place(side) or _AREA.match(side):
        return bool(countries)  # "Bí thư Tỉnh ủy": of which province is seldom told
    return bool(countries) or any(_BODY.search(fold(office)) and _own_names(office) for office in person.offices)


def _own_names(office: str) -> set[str]:
    """Return the words of the names that an office has after its head: "Phó Chủ tịch UBND tỉnh" has none."""
    head = offices.HEAD.match(office)
    rest = office[head.end() if head is not None else 0 :]
    return {fold(word) for word in _NAME_WORD.findall(rest) if not word.isupper()} - _LEVELS


_LEVELS = frozenset(("tinh", "thanh", "huyen", "quan", "thi"))  # of "Tỉnh ủy", "Thành ủy"


_NAME_WORD = compiled_later(r"(?<!\w)(?=[^\W\d_])[A-ZÀ-ỸĐ][^\W\d_]*")
_AREA = cues.shape(r"(?:tỉnh|thành phố|tp\.?|quận|huyện|xã|phường|thị xã|thị trấn|bang)(?!\w)")
_REGION = cues.shape(r"(?:châu|vùng|miền|khu|đông|tây|nam|bắc)(?!\w)")
# Bodies by their nouns, in bare letters: an office with one says where somebody serves.
_BODY = compiled_later(
    r"(?<!\w)(?:bo|so|cuc|tong cuc|vu|vien|uy ban|ubnd|hdnd|hoi|hiep hoi|cong ty|tap doan|ngan hang|truong|dai hoc|"
    r"hoc vien|tinh uy|thanh uy|huyen uy|quan uy|chinh phu|benh vien|toa an|cong an|quoc hoi|bao|quy|lien doan|"
    r"trung tam|kho bac)(?!\w)"
)


def _around(view: View, person: Person, before: int, after: int) -> Iterator[str]:
    """Yield what stands around each mention of a person, in bare letters."""
    for index in person.sentences:
        for reference in view.facts.references[index]:
            if view.facts.people[reference.key].key == person.key:
                start = max(0, reference.outer_start - before)
                yield view.folded[index][start : reference.outer_end + after]


def _called_otherwise(question: Question, view: View, person: Person) -> bool:
    """Tell whether a person with an office is never called by the noun whose name is asked for ("Thuyền trưởng")."""
    head = _head_asked(question)
    if not head:
        return False
    shorter = head.rpartition(" ")[0]  # "thư ký tòa" is "thư ký TAND"
    forms = (head, *([shorter] if " " in shorter else ()), *other_offices(head))
    pattern = re.compile(rf"(?<!\w)(?<!pho )(?:{'|'.join(map(re.escape, forms))})(?!\w)")
    told = [fold(office) for office in person.offices]
    told += [name for office in told for name in other_names(office)]
    return not any(pattern.search(text) for text in (*told, *_beside(view, person)))


def _of_other_office(question: Question, person: Person) -> bool:
    """Tell whether a person has offices, and none may be the one of a body whose holder is asked for.

    "Chủ tịch UBND TP.HCM nào dự" is not answered with the chairman of another union.
    """
    phrase = _office_asked(question)
    head = offices.HEAD.match(phrase)
    if head is None or not person.offices:
        return False
    heads = (fold(head.group()), *other_names(fold(head.group())))
    return not any(
        any(is_of_head(fold(office), one) for one in heads)
        and not of_other_body(fold(office), fold(phrase))
        and not contradicts(office, phrase)
        for office in person.offices
    )


@lru_cache(maxsize=16)  # as above
def _office_asked(question: Question) -> str:
    """Return the office with its body that whoever is asked for has; "" for none, or one without a name."""
    if question.unaccented or (question.cue[0] == 0 and "noun" not in question.aspects):
        return ""
    if "noun" in question.aspects:
        phrase = _WHICH.sub("", question.text[slice(*question.cue)])
    elif "name" in question.aspects:
        phrase = name_phrase(question).strip()
    else:
        return ""
    while (lead := _BEFORE_NOUN.match(phrase)) is not None:
        phrase = phrase[lead.end() :]
    head = offices.HEAD.match(phrase)
    if head is None or says_little(fold(head.group())) or offices.is_profession(head.group()):
        return ""
    # Whose country alone is told may have an office of any body of it.
    if _NAME_WORD.search(phrase, head.end()) is None or _COUNTRY.fullmatch(phrase, head.end() + 1) is not None:
        return ""
    return phrase


_WHICH = cues.shape(r"\s+nào$")


def _beside(view: View, person: Person) -> Iterator[str]:
    """Yield what leads up to each mention of a person, and what is told of the person right behind it."""
    for index in person.sentences:
        text = view.folded[index]
        for reference in view.facts.references[index]:
            if view.facts.people[reference.key].key == person.key:
                yield _CLAUSE_END.split(text[: reference.outer_start])[-1] + text[reference.outer_start : reference.end]
                yield described_by(text, reference.outer_start, reference.outer_end)
                behind = _APPOSED.match(text, reference.outer_end)
                if behind is not None:
                    yield behind.group("what")


_CLAUSE_END = compiled_later(r"[,;:.!?\"“”()]\s|\s[-–]\s")
_APPOSED = compiled_later(r"\s*(?:,|\(|-|–|là)\s*(?P<what>[^,;:.!?\"“”()]{2,60})")


@lru_cache(maxsize=16)  # as above
def _head_asked(question: Question) -> str:
    """Return the noun of which the name is asked ("thuyen truong"), "" for none and for one that says little."""
    if question.cue[0] == 0 or _NAME_ASKED.search(question.folded[: question.cue[1]]) is None:
        return ""
    if "object" in question.aspects or question.unaccented or kin_asked(question) is not None:
        return ""
    phrase = name_phrase(question).strip()
    while (lead := _BEFORE_NOUN.match(phrase)) is not None:
        phrase = phrase[lead.end() :]
    head = offices.HEAD.match(phrase)
    found = head.group() if head is not None and head.end() else next(iter(segment(phrase)), "")
    if _NO_NOUN.match(found) or not all(map(is_vietnamese_syllable, found.split())):
        return ""
    noun = fold(found)
    if head is None:
        noun = " ".join(noun.split()[:_MOST_SYLLABLES])
    return "" if says_little(noun) or is_of_an_event(noun) else noun


_MOST_SYLLABLES = 2  # of a noun that is no office: what follows says of what ("thư ký tòa")


_NAME_ASKED = compiled_later(r"(?<!\w)(?:ten(?: la)?(?: gi)?|la (?:nhung )?ai)$")
_BEFORE_NOUN = cues.shape(
    r"(?:vị|nữ|nam|tân|nguyên|cựu|đương kim|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|\d+|những|các|một|viên)\s+"
)
_NO_NOUN = cues.shape(
    r"(?:trong|tại|ở|theo|hôm|khi|sau|trước|nhân|ngoài|bên|phía|về|từ|cùng|với|con|vợ|chồng|mẹ|cha|bố|anh|chị|em|nhà|"
    r"chuyến|buổi|cuộc|lễ|vụ|người|ai|đại diện|thành viên|phụ nữ|khách|đoàn|nhóm|tên|thí sinh|nhân vật)(?!\w)"
)
