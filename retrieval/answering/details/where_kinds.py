"""Places of the kind that a question asks for: "thành phố nào", "nước nào", "bệnh viện nào"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from retrieval.answering.asking.light_words import is_light
from retrieval.answering.details.thing_spans import in_apposition
from retrieval.facts.places import AREA_NOUNS, HALL_NOUNS, PlaceMention
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.letters import LOWER, UPPER
from retrieval.language.name_tables import FAMILY_NAMES
from retrieval.language.normalize import fold
from retrieval.language.patterns import word_spans
from retrieval.language.places import CITIES, COUNTRIES, DASHED, FOREIGN_CITIES, PROVINCES

_CITIES = "|".join(map(re.escape, (*PROVINCES, *CITIES)))
_CITY_NAMES = compiled_later(
    rf"(?<!\w)(?:Thủ đô\s+)?(?:(?:thành phố|TP\.?)\s+[{UPPER}][\w.]*(?:\s+[{UPPER}]\w*)*|{_CITIES})(?!\w)"
)
_COUNTRY_NAMES = compiled_later(
    rf"(?<!\w)(?:{'|'.join(sorted(map(re.escape, COUNTRIES), key=len, reverse=True))})(?!\w)"
)
CAPITALS = compiled_later(rf"(?:St\.\s)?[{UPPER}]\w+(?:\s+[{UPPER}]\w+)*")
SEATS = frozenset(("Nhà Trắng", "Lầu Năm Góc"))  # of governments; in the table of places, and no towns
TOWNS = frozenset((*PROVINCES, *CITIES, *FOREIGN_CITIES))
_TOWN_FOCUS = ("thanh pho", "tp", "tinh", "dia phuong", "thu do", "tinh thanh", "bang")
_SIDE = compiled_later(r"(?<!\w)(?:phía|hướng|mạn)\s+(?:(?:đông|tây)(?:\s+(?:nam|bắc))?|nam|bắc)(?!\w)", re.IGNORECASE)
# After no preposition: "nối Huế với thành phố cảng Đà Nẵng".
_TOWN_NAMED = compiled_later(
    rf"(?<!\w)(?P<noun>thành phố|tỉnh|thủ đô|bang)\s+(?:(?:cảng|biển|lớn|ven biển|công nghiệp|du lịch|miền \w+)\s+)?"
    rf"(?P<name>{DASHED}|[{UPPER}][\w-]*(?:\s+[{UPPER}][\w-]*)*)"
)
# Areas that hold towns and are none ("đảo Trường Sa" may be a town's name).
_WIDER = frozenset(("châu", "miền", "vùng", "nước"))
_AREAS = frozenset(fold(a) for a in AREA_NOUNS if a not in _WIDER)


# What sort of school or hospital one is, and whose, between its noun and its name (bare letters).
_SORTS = (
    "da khoa|chuyen khoa|trung uong|quoc te|khu vuc|quan y|nhi dong|phu san|ung buou|tieu hoc|mam non|trung hoc co so|"
    "trung hoc pho thong|pho thong|dai hoc|cao dang|nhan dan|cap cao|huyen|tinh|thanh pho|quan|thi xa|xa|phuong|tp"
)


_WORD = rf"[{UPPER}0-9](?:[\w.&-]*\w)?"
_NAMED = rf"(?:(?i:{_SORTS})\s+){{0,4}}(?:(?<=cao )tai\s+(?:Tp\.?\s)?)?{_WORD}(?:\s+{_WORD})*"
_NAMED += rf"(?:\s-\s[{UPPER}][{LOWER}]{{0,2}}(?!\w))?"
_NAME_FOLLOWS = compiled_later(rf"\s+{_NAMED}")
# What a place asked for may be called in a report (bare letters).
FOCUS_FORMS = {
    "cay cau": ("cau",), "ngon nui": ("nui",), "con duong": ("duong", "pho"), "benh vien": ("benh vien", "bv", "bvdk"),
    "toa": ("toa", "tand", "toa an", "toa an nhan dan", "toa an nhan dan tinh"), "toa an": ("toa an", "tand", "toa",
    "toa an nhan dan", "toa an nhan dan tinh"),
    "truong dai hoc": ("dai hoc", "dh", "truong", "hoc vien"), "truong": ("truong", "dh", "dai hoc", "thpt", "thcs"),
    "nha ga": ("ga", "nha ga"), "quan huyen": ("quan", "huyen"), "khu nghi duong": ("khu nghi duong", "resort"),
    "trung tam": ("trung tam", "tt"), "tru so": ("tru so", "van phong"), "khach san": ("khach san",),
    "cung": ("cung",), "cung dien": ("cung dien", "cung", "dien"), "ngoi den": ("ngoi den", "den"),
    "ngoi chua": ("ngoi chua", "chua"), "ngoi lang": ("ngoi lang", "lang"), "can phong": ("can phong", "phong"),
    "dinh": ("dinh", "dinh thu", "dien", "cung dien", "cung", "phu"), "hon dao": ("hon dao", "dao"),
    "dao": ("dao", "quan dao"), "trung tam trien lam": ("trung tam", "trien lam"),
    "vung bien": ("vung bien", "bien", "vinh", "eo bien"), "bien": ("bien", "vung bien"),
    "tram kiem soat": ("tram kiem soat", "chot kiem soat", "tram"), "xom": ("xom", "thon", "ap"),
    "chau luc": ("chau",), "cua bien": ("cua bien", "cua", "cang"), "cua song": ("cua song", "cua"),
    "nha tu": ("nha tu", "trai giam"), "truong hoc": ("truong", "thpt", "thcs", "dai hoc", "dh"),
}  # fmt: skip


def of_kind(
    places: Sequence[PlaceMention], text: str, focus: str, written: str = ""
) -> list[tuple[PlaceMention, tuple[int, int]]]:
    """Return the places that are what `focus` (bare letters) asks for, each with the part of it that answers.

    `written` is the noun as the question writes it: with its accents it is no other word of the same letters.
    """
    found = []
    forms = FOCUS_FORMS.get(focus, (focus,))
    for place in places:
        span = (place.start, place.end)
        if focus in _TOWN_FOCUS:
            m = (
                _on_level(focus, text, span)
                or _CITY_NAMES.search(text, *span)
                or (_capitals(text, span) if not place.head or fold(place.head) in _AREAS else None)
            )
            if m is None or m.group() in COUNTRIES or m.group() in SEATS or _is_region(text, *m.span()):
                continue
            if (
                focus in _CITY_NOUNS
                and fold(place.head) in _OTHER_LEVELS
                and m.re is CAPITALS
                and m.group() not in TOWNS
            ):
                continue  # "tại bang Quebec" is no town
            span = m.span("name") if focus in _PROVINCE_NOUNS and "name" in m.re.groupindex else m.span()
        elif focus in ("nuoc", "quoc gia"):
            m = _COUNTRY_NAMES.search(text, *span) or (_capitals(text, span) if not place.head else None)
            if m is None or m.group() in TOWNS or m.group() in SEATS or _REGION.match(text, m.start()):
                continue
            span = m.span()
        elif focus in ("phia", "huong"):
            continue
        elif focus and focus not in ("dia diem", "noi", "cho", "khu vuc", "dia danh", "vung", "diem", "dia chi"):
            folded = fold(text[place.start : place.end])
            starts = [
                start
                for form in forms
                for start, end in word_spans(folded, form)
                if _is_written(form, focus, written, text[place.start + start : place.start + end])
            ]
            if starts and not _is_half(text, place.start + min(starts)):
                span = (place.start + min(starts), place.end)
            elif starts or not place.head or fold(place.head) not in forms or folded.startswith(fold(place.head)):
                continue
        found.append((place, span))
    if not found and focus in _TOWN_FOCUS:
        found = [
            (PlaceMention(text[m.start("name") : m.end()], m.start("name"), m.end(), False, focus), m.span("name"))
            for m in _TOWN_NAMED.finditer(text)
            if fold(m.group("noun")) == focus
        ]
    if focus in ("phia", "huong"):
        return [(PlaceMention(m.group(), *m.span(), True, ""), m.span()) for m in _SIDE.finditer(text)]
    if focus and focus not in _ANY_PLACE and not (found and focus in _WIDE):
        taken = [span for _, span in found]
        for start, end in (*_headed(forms, text, focus, written), *in_apposition(focus, text, fold(text))):
            if not any(a < end and start < b for a, b in taken):
                found.append((PlaceMention(text[start:end], start, end, False, focus), (start, end)))
    return found


def _is_region(text: str, start: int, end: int) -> bool:
    """Tell whether a name is that of a part of a country or of the world, and no town's ("Biển Đông")."""
    return _REGION.match(text, start) is not None or _PART.match(text, start, end) is not None


_PART = compiled_later(r"(?:[\w ]*(?:Trung|Nam|Bắc|Đông|Tây) Bộ|Tây Nguyên|Việt Bắc|miền (?:Bắc|Trung|Nam))(?!\w)")
_CITY_NOUNS = frozenset(("thanh pho", "tp", "thu do"))
_OTHER_LEVELS = frozenset(("bang", "tinh", "huyen", "xa"))
# Parts of the world, which are no country.
_REGION = compiled_later(
    r"(?:(?:Đông|Tây|Nam|Bắc|Trung)(?: (?:Nam|Bắc))? (?:Á|Âu|Mỹ|Phi|Đông)|[Cc]hâu|Biển|Liên minh)(?!\w)"
)


def _on_level(focus: str, text: str, span: tuple[int, int]) -> re.Match[str] | None:
    """Return the part of an address that has the very noun asked for: "bản Na, huyện Thoon, tỉnh Khăm" for "tỉnh"."""
    found = _TOWN_NAMED.finditer(text, span[0], min(len(text), span[1] + _ADDRESS))
    m = next((m for m in found if fold(m.group("noun")) == focus), None)
    return m if m is not None and _SENTENCE_GOES_ON.search(text, span[1], m.start()) is None else None


_ADDRESS = 40  # characters behind a place in which its wider places stand
_SENTENCE_GOES_ON = compiled_later(rf"[.;()]|(?:^|\s)(?!(?i:{'|'.join(map(re.escape, AREA_NOUNS))})(?!\w))[{LOWER}]")
_ANY_PLACE = frozenset((*_TOWN_FOCUS, "nuoc", "quoc gia", "dia diem", "noi", "cho"))
_WIDE = frozenset(("vung", "khu", "khu vuc", "diem"))  # what anything may be called, if it is not after a preposition


def _headed(forms: Sequence[str], text: str, focus: str, written: str) -> list[tuple[int, int]]:
    """Return where a noun (one of `forms`, bare letters) stands with the name after it, whatever stands before it.

    "3 quận huyện được chọn gồm quận 9, ...", "eo biển chiến lược Hormuz": words that tell of what sort may be between.
    """
    bare = fold(text)
    spans = sorted(
        {
            (start, end)
            for form in forms
            for start, end in word_spans(bare, form)
            if _is_written(form, focus, written, text[start:end])
        }
    )
    capitals = _keep_capitals(text) if spans else ""
    found: list[tuple[int, int]] = []
    for start, after in spans:
        sort = _SORT_AND_NAME.match(text, after) if text[start].islower() else None
        if (name := _NAME_FOLLOWS.match(capitals, after)) is not None:
            if text[start:after] not in FAMILY_NAMES:  # "Dương Văn An" is no "đường"
                found.append((start, name.end()))
        elif sort is not None and sort.group("name") not in _WHOSE and _tells_sort(sort.group("sort")):
            found.append((start, sort.end()))
    return [(a, b) for a, b in found if not _is_half(text, a)]


def _is_written(form: str, focus: str, written: str, found: str) -> bool:
    """Tell whether `found` in a report is `form` of the noun asked for as `written`: "trưởng" is no "trường"."""
    accented, bare = written.lower().split(), focus.split()
    if written.isascii() or len(accented) != len(bare):
        return True  # typed bare, or not known
    syllables = form.split()
    for at in range(len(bare) - len(syllables) + 1):
        if bare[at : at + len(syllables)] == syllables:
            # The accents of a question typed bare are a guess: "quận" may stand for a "quán".
            return found.lower().split() == accented[at : at + len(syllables)] or found.lower() in _PLACE_NOUNS
    return found.isascii() or " " in found or found.lower() in _OTHER_NOUNS  # another noun for it, and not "cùng"


_PLACE_NOUNS = frozenset(noun.lower() for noun in (*HALL_NOUNS, *AREA_NOUNS))
_OTHER_NOUNS = _PLACE_NOUNS | {"đh", "bvđk", "biển", "cửa", "phủ"}


def _is_half(text: str, start: int) -> bool:
    """Tell whether the noun at `start` is the second half of a word with a capital ("Học viện ...")."""
    before = _NAME_BEFORE.search(text, max(0, start - _LONGEST_WORD), start)
    return before is not None and not is_light(fold(before.group().strip()))  # "Tại học viện ..." begins a sentence


_NAME_BEFORE = compiled_later(rf"(?<!\w)[{UPPER}][{LOWER}]*\s$")
_LONGEST_WORD = 9  # letters and a space


_FOREIGN_NAME = rf"(?:al|el|as|ar|az|ad)\s?-\s?[{UPPER}]\w+"
_SORT_AND_NAME = compiled_later(
    rf"\s+(?P<sort>(?:(?!al\s)[{LOWER}]+\s+){{0,3}}?)"
    rf"(?P<name>(?:{_FOREIGN_NAME}|[{UPPER}][\w-]*)(?:\s+[{UPPER}][\w-]*)*)(?![\w])"
)
_WHOSE = TOWNS | frozenset((*COUNTRIES, "TP", "Tp", "Q", "TP HCM"))  # "đường sách TP. ...": where it is, not its name


def _tells_sort(between: str) -> bool:
    """Tell whether small letters between a noun and a name are no preposition, verb or another one's title."""
    said = fold(between).split()
    return not any(is_light(token) or token in _NO_SORT for token in said)


# Verbs and heads that begin what a noun does, or another noun (bare letters).
_NO_SORT = frozenset((
    "nhu", "thuoc", "chi", "de", "yeu", "kien", "nam", "giao", "gom", "voi", "thi", "noi", "cung", "khac", "uy",
    "hoi", "thu", "doi", "so", "do", "bo", "truong", "cong", "pho", "giam", "sau", "goi", "moi", "nhan", "gui", "cap",
    "ky", "tang", "bi", "can", "xay", "chua", "phai", "ban",
))  # fmt: skip


_TOWN_NOUNS, _PROVINCE_NOUNS = frozenset(("thanh pho", "tp", "tp.", "thu do")), frozenset(("tinh", "bang"))


def _capitals(text: str, span: tuple[int, int]) -> re.Match[str] | None:
    """Return the first capitalised name in a span that is not half of a common word ("Thủ đô Helsinki": Helsinki)."""
    return next((m for m in CAPITALS.finditer(text, *span) if not _HALF_WORD.match(text, m.start())), None)


_HALF_WORD = compiled_later(
    r"(?:Thủ (?:đô|tướng|phủ)|Cộng hòa|Vương quốc|Liên bang|Tổng (?:thống|bí)|Chủ tịch|Bộ trưởng|Khu vực|Quần đảo|"
    r"Thành phố|Lãnh (?:đạo|sự)|Đại (?:sứ|học)|Trung tâm)(?!\w)"
)


def _keep_capitals(text: str) -> str:
    """Return the text in bare letters with its capitals, so that a folded noun and a capitalised name both match."""
    folded = fold(text)
    return "".join(
        f.upper() if c.isupper() and i and text[i - 1] == " " else f
        for i, (c, f) in enumerate(zip(text, folded, strict=True))
    )
