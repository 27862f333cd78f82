"""Names of organisations in Vietnamese text: what heads them, what completes them, and where they end.

A name is a head ("Bộ", "Công ty cổ phần", "UBND") with what completes it: capitalised words, words for a field of work
in small letters or capitals ("Ban An toàn giao thông", "Ban tôn giáo"), an administrative unit ("quận 4", "tỉnh Nghệ
An"), joined by "và" or a comma only before a field of work ("Bộ Lao động, Thương binh và Xã hội", but "Bộ Công an và
Bộ Quốc phòng" is two). Some need nothing more ("Quốc hội"), and brands and acronyms have no head ("Vietcombank").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.letters import LOWER, UPPER
from retrieval.language.name_context import is_vietnamese_syllable
from retrieval.language.organisation_doers import doers
from retrieval.language.organisation_fields import FIELDS, JOINED_FIELDS, VERBAL_FIELDS
from retrieval.language.organisation_heads import (
    ACTING,
    ANY_OF_THEM,
    BRAND_END,
    COMPLETE,
    DOING,
    ENDING,
    HEADS,
    NEEDS_FIELD,
    NO_BRAND,
    NOT_AFTER,
    NOT_BEFORE,
    OF_UNIT_ALONE,
    OF_UNITS,
)
from retrieval.language.patterns import any_of
from retrieval.language.places import PROVINCES, is_place

_CATEGORY = {head: category for category, heads in reversed(HEADS.items()) for head in heads}

_CAP = (
    r"(?:Thừa Thiên - Huế|Bà Rịa - Vũng Tàu|[A-ZĐ]{1,5}(?:\s[-&]\s[A-ZĐ]{1,5})+(?!\w)"
    rf"|(?:(?:TP|TX)\.\s?)?[{UPPER}][\w&’'/]*(?:[-.][\w&]+)*)"
)
_UNIT = (
    r"(?:(?i:tỉnh|thành phố|tp\.?|quận|huyện|thị xã|thị trấn|phường|xã|khu vực|vùng|bang)\s+"
    rf"(?:{_CAP}|\d+(?!\d*[.,]\d)))"
)
_UNITS = r"(?:(?i:quân khu|quân đoàn|sư đoàn|lữ đoàn|trung đoàn|hạm đội|vùng|số)\s+\d+(?!\d|[.,]\d))"
_HEAD = compiled_later(rf"(?<![\w-])(?i:{any_of(_CATEGORY)})(?!\w)")
_FIELD = compiled_later(rf"(?i:{any_of(FIELDS)})(?!\w)")
_VERBAL = compiled_later(rf"(?i:{any_of(VERBAL_FIELDS)})(?!\w)")
_JOINED = compiled_later(rf"(?i:{any_of(JOINED_FIELDS)})(?!\w)")
_LEGAL = compiled_later(
    r"(?:\s+(?i:cổ phần|cp|tnhh|trách nhiệm hữu hạn|một thành viên|mtv|tmcp|thương mại cổ phần|hợp danh)(?!\w))+"
)
_SPACE = compiled_later(r"\s+")
_SMALL = compiled_later(rf"(?!(?:{any_of(ENDING)})(?!\w))[{LOWER}]+\s+(?={_CAP})")
_ITEM = compiled_later(rf"{_UNIT}|{_CAP}|châu\s+[{UPPER}]\w*")
_NUMBERED_UNIT = compiled_later(_UNITS)
_JOINT = compiled_later(r"\s*-\s*|\s+(?:và|&)\s+")
_COMMA = compiled_later(r",\s+")
# A comma joins fields only where the list of them ends in "và" ("Văn hóa, Thể thao và Du lịch").
_LIST_END = compiled_later(r"\s+và\s+|[;.()]")
_NUMBERED = compiled_later(r"(?:\s+(?i:số\s+)?\d+(?![\d%]|[.,]\d|\s+(?:người|năm|ngày|tuổi|tỷ|triệu)))")
_UNIVERSITY = compiled_later(r"(?i)(?:đại học|đh|cao đẳng)$")
_SEVERAL = compiled_later(r"(?i)(?<!\w)(?:các|những|nhiều|số|mọi|\d+)\s+(?:trường\s+)?$")
_ACRONYM_BEHIND = compiled_later(r"\s*\([A-ZĐ][\w&-]*[A-Z]\)")
_BARE_UNIT = compiled_later(r"\s+(?:tỉnh|thành phố|quận|huyện|thị xã|phường|xã|thị trấn)(?!\w)")
_COMPLETE = compiled_later(rf"(?<![\w-])(?:{any_of(COMPLETE)})(?!\w)")
_BRAND = compiled_later(
    rf"(?<![\w-])(?!(?:Theo|Trang|Hãng)\s)(?:(?:[A-Z][a-z0-9]*[A-Z][\w&-]*|[{UPPER}]{{2,}}[\w&-]*)(?:\s+{_CAP}){{0,3}}"
    rf"|[A-Z][a-z]+(?:bank|soft|tel|fone|corp|land|pharma|mart|jet|petro)(?!\w)"
    rf"|(?:{_CAP}\s+){{1,3}}(?:{any_of(BRAND_END)})(?!\w))"
)


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation named in a text: offsets, the head's end, and its sort (a key of HEADS, or "brand")."""

    start: int
    end: int
    head_end: int
    sort: str

    @property
    def is_brand(self) -> bool:
        """Tell whether the name has no head ("Vietcombank")."""
        return self.sort == "brand"


@lru_cache(maxsize=4096)
def find_organisations(text: str) -> tuple[Organisation, ...]:
    """Return the organisations named in `text` (reading form), in order, none overlapping another."""
    found: list[Organisation] = []
    position = 0
    while (m := _HEAD.search(text, position)) is not None:
        made = _read(text, m)
        position = made.end if made is not None else m.start() + len(m.group().split()[0])
        if made is not None:
            found.append(made)
    for (start, end), head_end in doers(text):
        within = [o for o in found if o.start < end and start < o.end]
        sort = _sort(text[start:head_end].lower())
        if all(start <= o.start and o.end <= end for o in within) and not _is_any(
            text[:start], text[start:head_end], sort, text[head_end:end]
        ):
            found = [o for o in found if o not in within]
            found.append(Organisation(start, end, head_end, sort))
    for m in _COMPLETE.finditer(text):
        if not any(o.start < m.end() and m.start() < o.end for o in found):
            found.append(Organisation(m.start(), m.end(), m.end(), _sort(m.group().lower())))
    for m in _BRAND.finditer(text):
        if not any(o.start < m.end() and m.start() < o.end for o in found) and not _no_brand(text, m):
            found.append(Organisation(m.start(), m.end(), m.start(), "brand"))
    return tuple(sorted(found, key=lambda o: o.start))


def completion(text: str, at: int) -> int | None:
    """Return where a name without its head ends that begins at `at` ("Y tế" of "các sở Nội vụ, Y tế")."""
    end = _item(text, at)
    while end is not None and (following := _next(text, end)) is not None:
        end = following
    return end


def _read(text: str, match: re.Match[str]) -> Organisation | None:
    """Return what a head with its completion names, if that is a name."""
    start, head_end = match.span()
    sort = _sort(match.group().lower())
    head = text[start:head_end]
    verbal = sort not in ACTING and head not in DOING
    first, end = _completed(text, head_end, verbal=verbal, strict=sort in ("ministry", "department"))
    rest = text[head_end:end]
    capital = any(c.isupper() or c.isdigit() for c in rest)
    alone = head.lower() in OF_UNIT_ALONE or sort in ("government", "police", "party", "court", "procuracy")
    if (alone or sort in OF_UNITS) and (head[0].isupper() or capital):
        unit = _BARE_UNIT.match(text, end)
        if unit is not None and (rest or alone):
            end, capital = unit.end(), True
    complete = _COMPLETE.match(text, start)
    if complete is not None and complete.end() >= end:
        return Organisation(start, complete.end(), complete.end(), sort)
    if not rest and end == head_end:
        return None
    # "Viện nghiên cứu chiến lược quốc tế (VNC)": the acronym behind it says that small letters are a name.
    capital = capital or (head[0].isupper() and _ACRONYM_BEHIND.match(text, end) is not None)
    if not capital and not (head[0].isupper() and sort in ("ministry", "department", "government", "police", "board")):
        return None
    if (
        not capital
        and sort == "board"
        and (rest.strip() in ("tổ chức", "điều hành", "quản lý", "chỉ đạo") or _VERBAL.fullmatch(rest.strip()))
    ):
        return None
    before = _BEFORE.search(text, max(0, start - 12), start)
    if before is not None and before.group().strip().lower() in NOT_AFTER.get(head.lower(), ()):
        return None
    if head in NEEDS_FIELD and not first:
        return None
    if head.lower() in NOT_BEFORE and rest.lstrip().startswith(NOT_BEFORE[head.lower()]):
        return None
    if head == "vụ" and rest.lstrip()[:1].islower():
        return None
    if _is_any(text[:start], head, sort, rest):
        return None
    if _ends_place(text, start):
        return None
    return Organisation(start, end, head_end, sort)


def _is_any(before: str, head: str, sort: str, rest: str) -> bool:
    """Tell whether what follows a head only says where one is: "ngân hàng Mỹ" is any bank of that country.

    Universities are named so ("Đại học Huế"), unless there are several ("các trường đại học TP.HCM").
    """
    place = rest.strip()
    if sort not in ("company", "bank", "press", "school") or not (is_place(place) or place in ANY_OF_THEM):
        return False
    single = _UNIVERSITY.search(head) is not None and place in PROVINCES and _SEVERAL.search(before) is None
    return not single


def _completed(text: str, at: int, *, verbal: bool, strict: bool) -> tuple[bool, int]:
    """Return whether fields of work follow a head that ends at `at`, and where what completes it ends.

    `verbal`: fields that are verbs as well may do so in small letters; `strict`: see `_first`.
    """
    if (m := _NUMBERED.match(text, at)) is not None:
        at = m.end()
    end = _first(text, at, verbal=verbal, strict=strict)
    first = end is not None
    if end is None:
        space = _SPACE.match(text, at)
        end = (_item(text, space.end()) if space is not None else None) or _joined(text, at)
    if end is None:
        return False, at
    while (following := _next(text, end)) is not None:
        end = following
    return first, _up_to_acronym(text, end)


_OUTSIDE = (*(word for word in ENDING if word != "và"), "thuộc")
# What a name goes on with up to its acronym.
_CLOSED = compiled_later(
    rf"(?:\s+(?:-\s+)?(?!(?:{any_of(_OUTSIDE)})(?!\w))[^\W\d_]+){{1,8}}\s*"
    r"\((?:gọi tắt là |viết tắt là )?(?P<acronym>[A-ZĐ][\w&-]*[A-ZĐ])\)"
)


def _up_to_acronym(text: str, end: int) -> int:
    """Return where a name ends that the acronym behind it closes ("Công ty Hóa dầu và nhiên liệu sinh học (PVB)").

    What the last words alone abbreviate to is theirs ("Công ty A công bố báo cáo tài chính (BCTC)").
    """
    closed = _CLOSED.match(text, end)
    if closed is None:
        return end
    words = text[end : closed.start("acronym") - 1].split()
    initials = "".join(word[0].upper() for word in words if word not in ("-", "và", "gọi", "tắt"))
    if initials.endswith(closed["acronym"].replace("&", "")):
        return end
    return end + len(text[end : closed.start("acronym")].rsplit("(", 1)[0].rstrip())


def _first(text: str, at: int, *, verbal: bool, strict: bool) -> int | None:
    """Return where the legal form and the fields of work end that stand right behind a head, in any letters.

    `strict`: what follows a capital in small letters is what the body does ("Bộ Xây dựng nghiên cứu ...").
    """
    legal = _LEGAL.match(text, at)
    end = legal.end() if legal is not None else at
    field = _after_space(_FIELD, text, end)
    if field is None and (verbal or text[end + 1 : end + 2].isupper()):
        field = _after_space(_VERBAL, text, end)
        if field is not None and verbal and (text[end + 1].islower() or not strict):
            field = _after_space(_VERBAL, text, field) or field
    if field is None:
        return end if legal is not None else None
    joint = _JOINT.match(text, field)
    if joint is not None and (m := _JOINED.match(text, joint.end())) is not None:
        field = m.end()
    while (more := _after_space(_FIELD, text, field)) is not None:
        field = more
    return field


def _after_space(pattern: re.Pattern[str], text: str, at: int) -> int | None:
    space = _SPACE.match(text, at)
    m = pattern.match(text, space.end()) if space is not None else None
    return m.end() if m is not None else None


def _item(text: str, at: int) -> int | None:
    """Return where the part of a name ends that begins at `at`: a field of work, an administrative unit, a capital."""
    ends = [m.end() for pattern in (_NUMBERED_UNIT, _FIELD) if (m := pattern.match(text, at)) is not None]
    if text[at : at + 1].isupper() and (m := _VERBAL.match(text, at)) is not None:
        ends.append(m.end())
    if not ends and (m := _ITEM.match(text, at)) is not None:
        ends.append(m.end())
    return max(ends, default=None)


def _next(text: str, at: int) -> int | None:
    """Return where the next part of a name ends, if the name goes on at `at`."""
    if (space := _SPACE.match(text, at)) is not None:
        if (end := _item(text, space.end())) is not None:
            return end
        if (small := _SMALL.match(text, space.end())) is not None:
            return _item(text, small.end())
    return _joined(text, at)


def _joined(text: str, at: int) -> int | None:
    """Return where a field of work ends that "và", a dash or a comma joins to the name that ends at `at`."""
    joint = _JOINT.match(text, at)
    if joint is None and (joint := _COMMA.match(text, at)) is not None:
        ends = _LIST_END.finditer(text, joint.end(), joint.end() + 80)
        listed = takewhile(lambda m: m.group()[0].isspace(), ends)
        if not any(_JOINED.match(text, m.end()) for m in listed):
            return None
    if joint is None or (m := _JOINED.match(text, joint.end())) is None:
        return None
    if text[joint.end()].islower() and _behind_place(text, at):
        return None
    return max(m.end(), _item(text, joint.end()) or 0)


def _behind_place(text: str, at: int) -> bool:
    """Tell whether a name of a place ends there, which no field of work follows ("Hội A Hải Phòng và gia đình")."""
    words = text[max(0, at - _LONGEST_PLACE) : at].split()
    return words[-1:] == ["HCM"] or is_place(" ".join(words[-2:]))


_LONGEST_PLACE = 24  # letters


def _sort(name: str) -> str:
    for size in range(len(name.split()), 0, -1):
        sort = _CATEGORY.get(" ".join(name.split()[:size]))
        if sort is not None:
            return sort
    return "government"


def _no_brand(text: str, match: re.Match[str]) -> bool:
    """Tell whether capitals name no organisation: a degree, a place, the letters of a number, who signs the report."""
    words = match.group().split()
    if words[0] in NO_BRAND or match.group() in NO_BRAND or is_place(match.group()):
        return True
    if len(words) == 1 and len(words[0]) < 3 and words[0] not in _SHORT:
        return True
    signed = len(words) > 1 and match.group().isupper() and any(is_vietnamese_syllable(w.title()) for w in words)
    return (
        signed or _CREDITED.search(text, 0, match.start()) is not None or _NUMBER.match(text, match.end()) is not None
    )


_SHORT = frozenset(("EU", "EC", "UN", "LG", "HP", "GE", "AP", "IS"))
_CREDITED = compiled_later(r"(?:Ảnh|ảnh|Nguồn|Video|Clip|Đồ họa|Theo|theo)\s*:?\s*$")
_NUMBER = compiled_later(r"\s+\d{3,}")


_BEFORE = compiled_later(r"\w+\s+$")


def _ends_place(text: str, start: int) -> bool:
    """Tell whether the word at an offset ends the name of a place ("Hải Phòng": no "phòng")."""
    m = _BEFORE.search(text, max(0, start - 12), start)
    word = re.match(r"\w+", text[start:])
    return m is not None and word is not None and is_place(f"{m.group().strip()} {word.group()}")
