"""Personal names in a sentence, with the honorifics, ranks and offices that belong to them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from retrieval.language import offices
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.letters import LOWER, UPPER
from retrieval.language.likeness import is_likeness
from retrieval.language.name_context import NameSpan, is_vietnamese_syllable
from retrieval.language.name_spans import name_spans
from retrieval.language.name_tables import FAMILY_NAMES
from retrieval.language.office_commas import leads_next
from retrieval.language.office_phrases import offices_after, offices_before

__all__ = ["FAMILY_NAMES", "PersonMention", "find_people", "is_vietnamese_syllable"]

_PHOTO_CREDIT = compiled_later(
    r"(?:Ảnh|Nguồn ảnh|Ảnh minh họa|Clip|Video|Đồ họa|Bài và ảnh)\s*:.*$|\((?:Ảnh|Nguồn)[^)]*\)", re.IGNORECASE
)
# A credit in the midst of a line that was glued to the next ones: its sign and the photographer in capitals.
_GLUED_CREDIT = compiled_later(
    rf"Ảnh\s*:\s*(?:[{UPPER}]{{2,}}(?![{LOWER}])[\s.]*)+(?:[{UPPER}]+(?=[{UPPER}][{LOWER}]))?"
)
_LONGEST_CREDIT = 80  # letters; a longer rest is text again
# The part somebody has: "do ông A (Phó Chánh thanh tra) làm trưởng đoàn".
_SERVES_AS = compiled_later(
    r"\s*,?\s+làm\s+(?=(?i:(?:phó\s+)?(?:trưởng (?:đoàn|ban|nhóm)|chủ (?:tọa|nhiệm|tịch|khảo)|tổ trưởng|nhóm trưởng)))"
)
_JOINT = compiled_later(r"\s*(?:,|và|, và|cùng|;)\s*")
_AND = compiled_later(r"\s+(?:và|cùng)\s+")
_PLURAL = compiled_later(
    r"(?<!\w)(?:các|hai|ba|bốn|năm|những|nguyên các|vợ chồng)\s+(?:đồng chí\s+|ông\s+|bà\s+)?$", re.IGNORECASE
)
# "các Phó Tổng Giám đốc: bà A, ông B": the office before the colon is everybody's who is listed after it.
_HEADED_LIST = compiled_later(
    r"(?<!\w)(?:các|hai|ba|bốn|những)\s+(?:đồng chí\s+)?(?P<office>[^:;.]{4,120}?)\s*(?:gồm|là)?\s*:\s*(?:-\s*|"
    r"\+\s*|(?:các\s+)?(?:đồng chí|ông|bà)\s+)?$",
    re.IGNORECASE,
)
# Offices that one person alone holds: "Thủ tướng A và B" does not make B a prime minister.
_SINGLE = (
    "tổng bí thư", "thủ tướng", "chủ tịch nước", "tổng thống", "bộ trưởng", "chủ tịch", "quốc vương", "bí thư",
    "ngoại trưởng", "giám đốc", "tổng giám đốc", "hiệu trưởng",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A person named in a sentence.

    `name` is `text[start:end]`; `outer_start` and `outer_end` take in the honorific, the offices before and those
    after. `offices` are as written, best first (ranks and degrees last). `short` is true for a single-syllable
    reference ("ông Tùng", "bà Hoa") that another mention of the document spells out.
    """

    name: str
    start: int
    end: int
    outer_start: int
    outer_end: int
    offices: tuple[str, ...] = ()
    honorific: str = ""
    short: bool = False


def find_people(text: str) -> list[PersonMention]:
    """Return the persons named in `text` (one sentence in reading form), in order, with their offices."""
    return list(_people_of(text))


@lru_cache(maxsize=256)  # a question is read for its people several times
def _people_of(text: str) -> list[PersonMention]:
    scope = _without_credits(text)
    people = _share_offices(scope, _with_offices(scope, name_spans(scope)))
    return [person for person in people if not is_likeness(scope, person.outer_start, person.end)]


def _without_credits(text: str) -> str:
    """Return `text` without the photographer at its end; within it the name is blanked, so that places stay."""
    # Every credit has one of the two signs, which are found sooner.
    credit = _PHOTO_CREDIT.search(text) if ":" in text or "(" in text else None
    if credit is None:
        return text
    if len(text) - credit.start() > _LONGEST_CREDIT and (glued := _GLUED_CREDIT.match(text, credit.start())):
        blank = "." + " " * (len(glued.group()) - 1)
        return text[: glued.start()] + blank + _without_credits(text[glued.end() :])
    return text[: credit.start()]


def _with_offices(text: str, spans: list[NameSpan]) -> list[PersonMention]:
    """Give each name the offices that stand before and after it."""
    people: list[PersonMention] = []
    floor = 0  # where the previous person's words end
    touching = True
    for index, span in enumerate(spans):
        following = spans[index + 1] if index + 1 < len(spans) else None
        if following is not None and _is_alias(text, span, following):
            following = spans[index + 2] if index + 2 < len(spans) else None
        before, outer_start = offices_before(text, floor, span, alone=touching)
        touching = bool(before)
        if any(not offices.is_rank(o) and not offices.is_profession(_head(o)) for o in before) and leads_next(
            text, spans, index
        ):
            after, outer_end = list[str](), span.end
        else:
            after, outer_end = offices_after(text, span, following, has_before=bool(before))
        serving = _SERVES_AS.match(text, outer_end)
        part = offices.HEAD.match(text, serving.end()) if serving else None
        listed = (*before, *after, *([part.group()] if part else []))
        last = [o for o in listed if offices.is_rank(o) or offices.is_standing(o)]
        main = [o for o in listed if o not in last and not offices.is_weak(o)]
        degrees = [*span.ranks, *last]
        people.append(
            PersonMention(
                name=text[span.start : span.end],
                start=span.start,
                end=span.end,
                outer_start=min(outer_start, span.honorific_start),
                outer_end=outer_end,
                offices=tuple(dict.fromkeys((*main, *degrees))),
                honorific=span.honorific,
                short=span.short,
            )
        )
        floor = outer_end
    return people


def _head(office: str) -> str:
    head = offices.HEAD.match(office)
    return head.group() if head else ""


def _is_alias(text: str, span: NameSpan, following: NameSpan) -> bool:
    """Tell whether the next name stands in brackets by itself: another spelling ("Chu Ba (Zhou Bo), giám đốc ...")."""
    return text[span.end : following.honorific_start].strip() == "(" and text[following.end : following.end + 1] == ")"


def _share_offices(text: str, people: list[PersonMention]) -> list[PersonMention]:
    """Give an office that stands once before several names to each of them."""
    shared: list[PersonMention] = []
    carried, headed = "", False  # the office that goes on, and whether a colon introduced it
    for index, person in enumerate(people):
        own = _leading_office(text, person)
        gap = text[people[index - 1].outer_end : person.outer_start] if index else ""
        if carried and (
            own or not (_JOINT.fullmatch(gap) or (headed and ";" not in gap and "." not in gap and len(gap) < 90))
        ):
            carried, headed = "", False
        if carried and not own and (headed or not person.honorific):
            person = replace(person, offices=(carried, *(o for o in person.offices if o != carried)))
        listed = _HEADED_LIST.search(text[: person.outer_start])
        if not carried and listed and not own and (office := _head_of(listed.group("office"))):
            person = replace(person, offices=(office, *person.offices))
            carried, headed = office, True
        elif own and not headed and not person.short:
            plural = _PLURAL.search(text[: person.outer_start]) is not None
            follower = people[index + 1] if index + 1 < len(people) else None
            pair = follower is not None and not follower.offices and follower.outer_start == follower.start
            pair = (
                pair
                and follower is not None
                and _AND.fullmatch(text[person.outer_end : follower.outer_start]) is not None
            )
            if plural or (pair and not own.lower().startswith(_SINGLE)) or _stage_list(text, people, index, own):
                carried = own
        shared.append(person)
    return shared


def _leading_office(text: str, person: PersonMention) -> str:
    """Return the office that stands right before the name, or ""."""
    before = text[person.outer_start : person.start]
    return next((o for o in reversed(person.offices) if o in before and not offices.is_rank(o)), "")


def _head_of(phrase: str) -> str:
    head = offices.HEAD.match(phrase.strip())
    return (
        offices.trim(phrase) if head and not offices.is_weak(head.group()) and offices.find_stop(phrase) is None else ""
    )


def _stage_list(text: str, people: list[PersonMention], index: int, own: str) -> bool:
    """Tell whether a bare profession heads a list of at least three names ("ca sĩ A, B và C")."""
    if offices.HEAD.fullmatch(own) is None or own.lower() in _SINGLE:
        return False
    follower = people[index + 1 : index + 3]
    return len(follower) == 2 and all(
        not p.offices and not p.honorific and _JOINT.fullmatch(text[q.outer_end : p.outer_start])
        for q, p in zip(people[index : index + 2], follower, strict=True)
    )
