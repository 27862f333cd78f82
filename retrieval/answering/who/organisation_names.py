"""The names of organisations and countries in a sentence that may answer a question."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from retrieval.answering.evidence.candidate import whole_words
from retrieval.answering.evidence.matching import share
from retrieval.answering.evidence.view import QueryWord, View, Words, tokens
from retrieval.facts.acts import find_acts
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.letters import UPPER
from retrieval.language.name_context import PLACE_AT
from retrieval.language.names import is_vietnamese_syllable
from retrieval.language.normalize import fold
from retrieval.language.offices import HEAD
from retrieval.language.organisation_heads import ENDING
from retrieval.language.organisations import find_organisations
from retrieval.language.patterns import word_spans
from retrieval.language.places import COUNTRY_PATTERN, PROVINCE_PATTERN, is_place

Span = tuple[int, int]

# What a noun asks for (bare letters): sorts of `language.organisations`, and "country". A noun that is not here asks
# for a name that begins with it.
_PUBLIC = (
    "ministry", "department", "board", "party", "government", "police", "court", "procuracy", "army", "embassy",
    "association", "institute", "school", "press", "hospital", "delegation",
)  # fmt: skip
_COMPANIES = ("company", "bank", "brand")
ANY_SORT = (*_PUBLIC, *_COMPANIES, "team")
SORTS: dict[str, tuple[str, ...]] = {
    "don vi": ANY_SORT, "to chuc": ANY_SORT, "doi tac": (*ANY_SORT, "country"), "nha tai tro": (*ANY_SORT, "country"),
    "co quan": (*_PUBLIC, "brand"), "ben": (*ANY_SORT, "country"), "phia": (*ANY_SORT, "country"),
    "bo": ("ministry",), "bo nganh": _PUBLIC, "so": ("department",), "so nganh": _PUBLIC, "nganh": _PUBLIC,
    "ban": ("board",), "uy ban": ("board",), "hoi": ("association",), "hiep hoi": ("association", "brand"),
    "lien doan": ("association", "brand"), "cong ty": _COMPANIES, "doanh nghiep": _COMPANIES,
    "tap doan": _COMPANIES, "hang": (*_COMPANIES, "press"), "ngan hang": ("bank", "brand"), "truong": ("school",),
    "truong dai hoc": ("school",), "vien": ("institute", "procuracy", "hospital"), "trung tam": ("institute",),
    "bao": ("press", "brand"), "to bao": ("press", "brand"), "dai": ("press", "brand"),
    "hang tin": ("press", "brand"), "doi": ("team", "brand", "country"), "doi tuyen": ("team", "country"),
    "cau lac bo": ("team", "brand"), "clb": ("team", "brand"), "toa": ("court",), "toa an": ("court",),
    "dang": ("party",), "benh vien": ("hospital",), "luc luong": (*_PUBLIC, "brand"), "co so": ANY_SORT,
    "nhom": ANY_SORT, "doan": ("delegation", "team", "country"),
    "phai doan": ("delegation", "country"), "hop tac xa": ("company",), "cap": ("board", "government", "party"),
    "hang bay": _COMPANIES, "hang hang khong": _COMPANIES, "tong cong ty": _COMPANIES, "nha thau": _COMPANIES,
    "nha mang": _COMPANIES, "thuong hieu": _COMPANIES, "hang xe": _COMPANIES, "quy": ("association", "brand"),
    "nha phan phoi": _COMPANIES, "nha san xuat": _COMPANIES, "nha cung cap": _COMPANIES, "chu dau tu": ANY_SORT,
    "tong thau": _COMPANIES, "nhan hang": _COMPANIES, "hang phim": _COMPANIES, "hang dia": _COMPANIES,
    "hang bao": ("press", "brand"), "hang thong tan": ("press", "brand"), "tap chi": ("press", "brand"),
    "kenh": ("press", "brand"), "kenh truyen hinh": ("press", "brand"), "hiep hoi nganh": ("association", "brand"),
    "ban nhac": ("brand", "team"), "nhom nhac": ("brand", "team"), "quoc hoi": ("government",),
    "dinh che": ANY_SORT, "to chuc quoc te": ANY_SORT, "to chuc phi chinh phu": ANY_SORT,
    "nuoc": ("country",), "quoc gia": ("country",), "nen kinh te": ("country",),
    "hoc vien": ("school",), "cuc": ("department",), "vu": ("department",), "dai su quan": ("embassy",),
    "nha xuat ban": ("press",), "dai truyen hinh": ("press", "brand"),
}  # fmt: skip
_COUNTRIES = compiled_later(rf"(?<!\w)(?:{COUNTRY_PATTERN})(?!\w)")
_REGIONS = frozenset(
    ("EU", "ASEAN", "châu Âu", "châu Á", "châu Phi", "Đông Nam Á", "Liên minh châu Âu", "Thái Bình Dương", "Liên Xô")
)
# Capitals in a row, an "&" or a number among them ("Gallery 27", "Samho C & T").
_CAPITAL = rf"(?:[{UPPER}]\s&\s[{UPPER}](?!\w)|[{UPPER}][\w&’'.-]*\w)"
# "Banu el - Qadir": a particle joins capitals, with a dash behind it.
_DASHED = rf"(?:\s(?:al|el|ud|ur)\s?-\s?{_CAPITAL})"
CAPITALS = (
    rf"{_CAPITAL}(?:\s+{_CAPITAL}|{_DASHED}){{0,4}}"
    r"(?:\s\d{1,3}(?=\s*(?:[,;.()]|và\s|cùng\s|phối\s|đã\s|tổ\schức|$)))?"
)
APPOSED = compiled_later(r"\s*(?:\(\s*|-\s*|–\s*)")
OWNER = compiled_later(r"\s+(?:của|thuộc|trực thuộc)\s+")
_ALONE = compiled_later(rf"(?<![\w.-])({CAPITALS})(?!\w)")
BY = compiled_later(r"(?<!\w)(?:do|bởi|được|bị|nhờ)\s+$")
# What a name is explained as after it: "NawaPlastic (Saraburi) - công ty nhựa của Thái Lan - ...".
EXPLAINED = compiled_later(
    r"\s*(?:\([^()]{1,30}\)\s*)?(?:,|\s[-–—])\s+(?:một |là |vốn là )?(?:trong những )?"
    r"(?:công ty|tập đoàn|hãng|doanh nghiệp|nhà (?:sản xuất|cung cấp|phân phối|thầu|mạng|bán lẻ)|đơn vị|tổ chức|"
    r"ngân hàng|quỹ|startup|thương hiệu|chuỗi|"
    r"công ty con|đối tác|chủ đầu tư)(?!\w)[^,;–—-]{0,70}?(?=,|;|\.$|\s[-–—]\s|$)"
)
# Nouns for bodies, right behind which a name without a head may stand ("hai nhà thầu Samho và Kolin").
_NOUN = compiled_later(
    r"(?<!\w)(?:nhà thầu|tổng thầu|nhà tài trợ|đối tác|đơn vị|doanh nghiệp|thương hiệu|nhà mạng|nhà sản xuất|"
    r"nhà phân phối|chủ đầu tư|trưởng đại diện|đại diện|nhãn hàng|nhãn hiệu|hãng xe|hãng bay|hãng|ban nhạc|nhóm nhạc|"
    r"ngân hàng|tập đoàn|công ty|tổ chức|quỹ|tờ|báo|kênh)(?:\s+(?:là|gồm|gồm có|bao gồm|như|lớn như|tên là)|\s*:)?\s+$"
)
UNIT_WORDS = compiled_later(r"(?<!\w)(?:thanh pho|tp|tinh|quan|huyen|xa|phuong)(?!\w)")


@dataclass(slots=True)
class Name:
    """A name in a sentence: offsets, its sort, and whether its head is the noun asked for."""

    start: int
    end: int
    sort: str
    exact: bool = False


def names_in(
    view: View,
    index: int,
    focus: str,
    sorts: tuple[str, ...] | None,
    *,
    of_people: bool = False,
    led: str = "",
    deed: Sequence[QueryWord] = (),
) -> list[Name]:
    """Return the names of a sentence that are of the sort asked for, in order.

    `focus` is the noun asked for (bare letters), `sorts` what it may mean, None for names that begin with it; `led`
    are the words (bare letters) after which the question asks for the name ("hợp tác với"),
    `deed` the verb by which it says what the one asked for did. The bodies in people's offices are left out unless
    `of_people` are asked for.
    """
    text = view.facts.sentences[index].text
    people = view.facts.references[index]
    found: list[Name] = []
    if sorts is None or set(sorts) != {"country"}:
        organisations = find_organisations(text)
        for number, organisation in enumerate(organisations):
            if number and APPOSED.fullmatch(text[organisations[number - 1].end : organisation.start]):
                continue  # "Ủy ban châu Âu (EC)"
            owned = number and OWNER.fullmatch(text[organisations[number - 1].end : organisation.start])
            if owned and found and found[-1].start == organisations[number - 1].start:
                continue  # "Ủy ban Tư pháp của Quốc hội": the first is told of
            end = next(
                (p.start for p in people if organisation.head_end < p.start < organisation.end), organisation.end
            )
            span = _whole(text, _trimmed(text, organisation.start, end))
            folded = fold(text[slice(*span)])
            inner = (
                next((s for s, e in word_spans(folded, focus) if folded[e : e + 1].isspace()), None) if focus else None
            )
            if inner is not None and sorts is None:
                span = (span[0] + inner, span[1])  # "Bộ tư lệnh Quân khu 7" for "quân khu nào"
            exact = inner is not None and (inner == 0 or sorts is None)
            exact = exact or (focus == "ngan hang" and "bank" in fold(text[slice(*span)]))
            name = Name(*span, organisation.sort, exact)
            if sorts is None and not name.exact:
                continue
            if sorts is not None and organisation.sort not in sorts and not name.exact:
                continue
            if not of_people and any(p.outer_start <= name.start < p.outer_end for p in people):
                continue
            found.append(name)
    if sorts is not None and "brand" in sorts:
        for start, end, sort in _bare(text, focus, led, deed):
            taken = any(o.start < end and start < o.end for o in find_organisations(text))
            person = any(p.outer_start < end and start < p.outer_end for p in people)
            if not taken and sort in sorts and not person:
                found.append(Name(start, end, sort))
    if sorts is not None and "country" in sorts:
        for m in _COUNTRIES.finditer(text):
            if m.group() in _REGIONS and sorts == ("country",):
                continue
            if not any(n.start <= m.start() < n.end for n in found):
                if not of_people and any(p.outer_start <= m.start() < p.outer_end for p in people):
                    continue
                found.append(Name(*m.span(), "country"))
    if focus in _AREAS:
        for m in _PROVINCES.finditer(text):
            if not any(n.start < m.end() and m.start() < n.end for n in found) and not any(
                p.outer_start <= m.start() < p.outer_end for p in people
            ):
                found.append(Name(*m.span(), "area"))
    found = _without_explaining(text, found, focus)
    if focus not in _PRESS_NOUNS:
        found = [n for n in found if n.sort not in ("press", "brand") or not _TOLD_TO.search(text, 0, n.start)]
    return sorted(found, key=lambda n: n.start)


# Nouns for which the name of a province or town stands as well, and the press, which is told things.
_AREAS = frozenset(("tinh", "thanh pho", "dia phuong", "tinh thanh", "tinh thanh pho"))
_PROVINCES = compiled_later(rf"(?<!\w)(?:(?:tỉnh|thành phố|TP\.?) )?(?:{PROVINCE_PATTERN})(?!\w)")
_PRESS_NOUNS = frozenset(("bao", "to bao", "dai", "hang tin", "kenh", "tap chi", "trang", "hang thong tan", "to"))
_TOLD_TO = compiled_later(
    r"(?<!\w)(?:trao đổi với|trả lời(?: phỏng vấn)?|nói với|chia sẻ với|cho biết với|phóng viên|PV|theo|dẫn lời)"
    r"(?: (?:báo|phóng viên|PV|tờ|trang))?\s+$",
    re.IGNORECASE,
)


def _bare(text: str, focus: str, led: str, deed: Sequence[QueryWord]) -> Iterator[tuple[int, int, str]]:
    """Yield the names without a head: the doers ("do Gallery 39 tổ chức"), those behind a noun for them.

    Doers are also told by their very deed ("Zenta tài trợ ..."), any name by the noun asked for in apposition ("Zenta,
    hãng xe lớn nhất ..."). `focus` is the noun asked for, `led` the words before it in the question (bare letters).
    """
    first = _FIRST.match(text)
    if first is not None and is_apposed(text, first.end("name"), focus) and not find_acts(first["name"]):
        yield *first.span("name"), "brand"
    for m in _ALONE.finditer(text):
        opening = OPENING.match(m.group(1))
        start = m.start(1) + (opening.end() if opening is not None else 0)
        name, before = text[start : m.end(1)], text[:start]
        if _CREDIT.search(before):
            continue
        told = BY.search(before) is not None or _NOUN.search(before) is not None
        told = told or EXPLAINED.match(text, m.end(1)) is not None
        told = told or (bool(led) and fold(before[-_LED_REACH:]).rstrip().endswith(f" {led}"))
        told = told or does(text, m.end(1), deed) or is_apposed(text, m.end(1), focus)
        common = " " not in name and is_vietnamese_syllable(name)  # how "Thành ủy", "Bộ đội" begin
        if told and not common and not is_place(name) and HEAD.match(name) is None:
            yield start, m.end(1), "brand"


# What may stand between a doer and the verb.
_AUXILIARY = compiled_later(
    rf"\s*(?:\([^()]*\))?(?:\s+(?:của|tại|ở)\s+{CAPITALS})?,?\s*"
    r"(?:(?:đã|sẽ|đang|vừa|cũng|mới|từng|cùng|phối hợp|đứng ra|là đơn vị|là|đồng|trực tiếp|chính thức|"
    r"tiếp tục|chịu trách nhiệm|liên quan|đứng sau|phải|giữ vai trò|(?:hôm|sáng|chiều|tối|trưa) (?:nay|qua)|"
    r"(?:hôm|hồi|vào|ngày|sáng|chiều|tối|trưa|đầu|cuối|giữa|tháng|năm|tuần|trước|này|qua|\d[\d/-]*))\s+)*"
)


def does(text: str, end: int, deed: Sequence[QueryWord]) -> bool:
    """Tell whether one of the words of a deed follows a name that ends at `end`, right or behind an auxiliary."""
    verb = _AUXILIARY.match(text, end) if deed else None
    return verb is not None and begins_with(fold(text[verb.end() : verb.end() + 60]), deed)


def begins_with(folded: str, deed: Sequence[QueryWord]) -> bool:
    """Tell whether text (bare letters) begins with one of the words by which the question says what was done."""
    beginning = " ".join(tokens(folded[:60])[:6])
    return any(beginning.startswith(" ".join(form)) for word in deed for form in word.forms)


_APPOSITION = compiled_later(
    r"\s*(?:,|\s[-–—]|\()\s*(?:(?:là|vốn là|từng là|hiện là|nay là|nguyên|cựu) )?(?:một (?:trong (?:những|các) )?)?"
)


def is_apposed(text: str, end: int, focus: str) -> bool:
    """Tell whether what is asked for (`focus`, bare letters) stands in apposition to a name that ends at `end`."""
    apposed = _APPOSITION.match(text, end) if focus else None
    if apposed is None or not text[apposed.end() : apposed.end() + 1].islower():
        return False  # in a list the next name begins with a capital
    noun = re.match(rf"{re.escape(focus)}\s+", fold(text[apposed.end() : apposed.end() + _LED_REACH]))
    # "Tại A, ngân hàng Sao Mai ...": the noun heads a name of its own
    after = apposed.end() + noun.end() if noun is not None else 0
    return noun is not None and (not text[after : after + 1].isupper() or PLACE_AT.match(text, after) is not None)


def _without_explaining(text: str, names: list[Name], focus: str) -> list[Name]:
    """Return `names` without those that only explain another ("Zenta, cơ quan của Bộ A, ...": Zenta is asked for)."""
    explained = [n.end for n in names if is_apposed(text, n.end, focus)]
    ends = [(end, text.find(",", end + 2)) for end in explained]
    return [n for n in names if not any(end < n.start and (stop < 0 or n.start < stop) for end, stop in ends)]


# Words that have a capital at the head of a sentence only ("Theo Viettel, ..."), and what leads up to a photographer.
OPENING = compiled_later(
    r"(?:Theo|Tại|Ở|Từ|Với|Do|Bởi|Sau|Trước|Trong|Ngoài|Khi|Nhưng|Còn|Và|Riêng|Về|Phía|Bên|Hiện|Hôm|Đến|Tuy|Cùng)\s+"
)
# What a sentence begins with, before what explains it ("Lữ đoàn dù số 9 lục quân Anh, đơn vị đóng ở ...").
_FIRST = compiled_later(rf"(?P<name>[{UPPER}][^\W\d_]+(?:\s+(?!các |những |nhiều )\w+){{2,8}})(?=,\s)")
_CREDIT = compiled_later(r"(?:Ảnh|Clip|Video|Đồ họa)\s*:[^.]{0,20}$")
_LED_REACH = 60  # letters


def _whole(text: str, span: Span) -> Span:
    """Return a name up to the end of its last word, which is one syllable longer at most ("Bộ Y tế", not "Bộ Y")."""
    end = whole_words(text, span)[1]
    added = text[span[1] : end].split()
    return (span[0], end) if len(added) == 1 and added[0] not in ENDING else span


def is_named(text: str, name: Name, asked: Words) -> bool:
    """Tell whether the question names an organisation itself, by its name or by what stands behind it in brackets."""
    alias = re.match(r"\s*\(([^()]{2,40})\)", text[name.end :])
    forms = [text[name.start : name.end], *([alias.group(1)] if alias is not None else [])]
    for form in forms:
        found = tokens(UNIT_WORDS.sub(" ", fold(form)))
        pairs = list(pairwise(found))
        if pairs and sum(p in asked.pairs for p in pairs) > 0.7 * len(pairs) and share(form, asked) > 0.62:
            return True
        if len(found) == 1 and found[0] in asked.single:
            return True
        own = list(pairwise(tokens(_LEGAL_FORM.sub(" ", fold(form)))))
        if len(own) > 1 and all(pair in asked.pairs for pair in own):
            return True
    return False


# What a firm or a work is, which goes without saying beside its name.
_LEGAL_FORM = compiled_later(
    r"(?<!\w)(?:(?:tong )?cong ty|co phan|cp|ctcp|tnhh|mtv|mot thanh vien|tap doan|ngan hang|tmcp|nha may|khu do thi|"
    r"khu nghi duong|khach san|cong trinh|du an|toa nha|san bay|cang)(?!\w)"
)


def _trimmed(text: str, start: int, end: int) -> Span:
    """Return the span of a name without the small words and punctuation at its end."""
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end
