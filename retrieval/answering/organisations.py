"""Candidates for questions whose answer is an organisation, a body, a company, a team or a country.

Every sentence that bears on the question is read for names of the sort asked for. Names that stand in one row ("A, B
và C", "A phối hợp với B") belong together; a row is rated by its sentence, by how near it stands to what the question
says was done, and by whether it stands where the doer, the receiver or the owner asked for would stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from retrieval.answering import cues
from retrieval.answering.candidate import Candidate, Proof, as_written, whole_words
from retrieval.answering.matching import (
    QueryWord,
    View,
    Words,
    coverage,
    inside,
    nearness,
    predicate_words,
    share,
    tokens,
)
from retrieval.answering.model import Item
from retrieval.answering.question import Question
from retrieval.language.letters import UPPER
from retrieval.language.names import is_vietnamese_syllable
from retrieval.language.normalize import fold
from retrieval.language.offices import HEAD
from retrieval.language.organisations import find_organisations
from retrieval.language.places import COUNTRY_PATTERN, is_place

Span = tuple[int, int]

# What a noun asks for (bare letters): sorts of `language.organisations`, and "country". A noun that is not here asks
# for a name that begins with it.
_PUBLIC = (
    "ministry", "department", "board", "party", "government", "police", "court", "procuracy", "army", "embassy",
    "association", "institute", "school", "press", "hospital", "delegation",
)  # fmt: skip
_COMPANIES = ("company", "bank", "brand")
_ANY = (*_PUBLIC, *_COMPANIES, "team")
SORTS: dict[str, tuple[str, ...]] = {
    "don vi": _ANY, "to chuc": _ANY, "doi tac": (*_ANY, "country"), "nha tai tro": (*_ANY, "country"),
    "co quan": (*_PUBLIC, "brand"), "ben": (*_ANY, "country"), "phia": (*_ANY, "country"),
    "bo": ("ministry",), "bo nganh": _PUBLIC, "so": ("department",), "so nganh": _PUBLIC, "nganh": _PUBLIC,
    "ban": ("board",), "uy ban": ("board",), "hoi": ("association",), "hiep hoi": ("association", "brand"),
    "lien doan": ("association", "brand"), "cong ty": _COMPANIES, "doanh nghiep": _COMPANIES,
    "tap doan": _COMPANIES, "hang": (*_COMPANIES, "press"), "ngan hang": ("bank", "brand"), "truong": ("school",),
    "truong dai hoc": ("school",), "vien": ("institute", "procuracy", "hospital"), "trung tam": ("institute",),
    "bao": ("press", "brand"), "to bao": ("press", "brand"), "dai": ("press", "brand"),
    "hang tin": ("press", "brand"), "doi": ("team", "brand", "country"), "doi tuyen": ("team", "country"),
    "cau lac bo": ("team", "brand"), "clb": ("team", "brand"), "toa": ("court",), "toa an": ("court",),
    "dang": ("party",), "benh vien": ("hospital",), "luc luong": (*_PUBLIC, "brand"), "co so": _ANY,
    "nhom": _ANY, "doan": ("delegation", "team", "country"),
    "phai doan": ("delegation", "country"), "hop tac xa": ("company",), "cap": ("board", "government", "party"),
    "hang bay": _COMPANIES, "hang hang khong": _COMPANIES, "tong cong ty": _COMPANIES, "nha thau": _COMPANIES,
    "nha mang": _COMPANIES, "thuong hieu": _COMPANIES, "hang xe": _COMPANIES, "quy": ("association", "brand"),
    "nuoc": ("country",), "quoc gia": ("country",), "nen kinh te": ("country",),
    "hoc vien": ("school",), "cuc": ("department",), "vu": ("department",), "dai su quan": ("embassy",),
    "nha xuat ban": ("press",), "dai truyen hinh": ("press", "brand"),
}  # fmt: skip
_COUNTRIES = re.compile(rf"(?<!\w)(?:{COUNTRY_PATTERN})(?!\w)")
_REGIONS = frozenset(
    ("EU", "ASEAN", "châu Âu", "châu Á", "châu Phi", "Đông Nam Á", "Liên minh châu Âu", "Thái Bình Dương", "Liên Xô")
)
_CAPITALS = rf"[{UPPER}][\w&’'.-]*\w(?:\s+[{UPPER}][\w&’'.-]*\w){{0,4}}"
# What joins the names of one row.
_AND = r"(?:,?\s+(?:và|cùng|cùng với|hay|hoặc)\s+|\s*[,;]\s*)"
_APPOSED = re.compile(r"\s*(?:\(\s*|-\s*|–\s*)")
_IN_ROW = re.compile(
    rf"\s*(?:\([^()]*\)|[-–]\s[^,;]{{1,20}}\s[-–])?{_AND}(?:(?:các|những|của|cả|cả của|phía|bên|thăm|tới|đến|sang)\s+)?"
)
_PARTNER = re.compile(
    r"\s*(?:\([^()]*\))?,?\s+(?:đã |sẽ |vừa )?(?:phối hợp|hợp tác|liên kết|kết hợp)"
    r"\s+(?:(?:với|cùng|cùng với)\s+)?(?:các\s+)?"
)
_NEXT_IN_ROW = re.compile(rf"(?:\s*\([^()]*\))?{_AND}({_CAPITALS})(?=\s*(?:[,;.()…]|và\s|$|\s-))")
_ALONE = re.compile(rf"(?<![\w.-])({_CAPITALS})(?!\w)")
_PREVIOUS_IN_ROW = re.compile(rf"(?<![\w.])({_CAPITALS})(?:\s*\([^()]*\))?{_AND}$")
# What may stand between a doer and the verb.
_AUXILIARY = re.compile(
    rf"\s*(?:\([^()]*\))?(?:\s+(?:của|tại|ở)\s+{_CAPITALS})?,?\s*"
    r"(?:(?:đã|sẽ|đang|vừa|cũng|mới|từng|cùng|phối hợp|đứng ra|là đơn vị|là|đồng|trực tiếp|chính thức|"
    r"tiếp tục|chịu trách nhiệm|hôm nay|sáng nay|chiều nay|liên quan|đứng sau|phải|giữ vai trò)\s+)*"
)
_BY = re.compile(r"(?<!\w)(?:do|bởi|được|bị|nhờ)\s+$")
_IS = re.compile(r"(?:là|gồm|gồm có|bao gồm|như|gồm các|:)\s*$")
# How a sentence begins that goes on with a list.
_GOES_ON = re.compile(r"(?:Có thể kể|Trong số|Trong đó|Đó là|Cụ thể|Bao gồm|Gồm|Danh sách|Điển hình|Đáng chú ý)(?!\w)")
_TO = re.compile(r"(?:cho|tới|đến|tặng)\s+(?:(?:các|những|cả|hai|ba)\s+)?$")


_UNIT_WORDS = re.compile(r"(?<!\w)(?:thanh pho|tp|tinh|quan|huyen|xa|phuong)(?!\w)")
# Before a name that tells where something was.
_TOWARDS = frozenset(("toi", "den", "sang", "tham", "tai", "o", "tu", "du"))
_AT = re.compile(r"(?:ở|tại|đến|tới|sang|về|thăm|từ)\s+$")


@dataclass(slots=True)
class _Name:
    """A name in a sentence: offsets, its sort, and whether its head is the noun asked for."""

    start: int
    end: int
    sort: str
    exact: bool = False


@dataclass(slots=True)
class _Row:
    """Names of one sentence that belong together, with what speaks for them."""

    sentence: int
    names: list[_Name]
    score: float
    trust: float
    tied: bool  # stands where the one asked for stands to the verb


def candidates(question: Question, view: View, words: Sequence[QueryWord]) -> list[Candidate]:
    """Return the organisations or countries of `view` that may answer "đơn vị nào", "nước nào", best first.

    Without a noun ("Ai tổ chức ...") only one that is told to have done it.
    """
    focus = fold(question.focus)
    sorts = SORTS.get(focus) if focus else _ANY
    asked = _Asked.of(question, words)
    known = _known(view)
    best: _Row | None = None
    for index in range(len(view.facts.sentences)):
        cover = coverage(words, view, index)
        if cover < 0.3:
            continue
        for row in _rows(_names(view, index, focus, sorts, known), view, index):
            rated = _rated(row, asked, view, index, cover, words)
            if rated is not None and (best is None or rated.score > best.score):
                best = rated
    if best is None or (not focus and not best.tied):
        return []
    chosen = best.names
    if not asked.plural and not (best.tied and len(chosen) <= 4):
        chosen = [max(chosen, key=lambda n: (n.exact, nearness(asked.predicate, view, best.sentence, n.start, n.end)))]
    items = [Item(" ".join(as_written(view, best.sentence, n.start, n.end).split()[:16])) for n in chosen]
    spans = tuple((n.start, n.end) for n in chosen)
    return [Candidate(tuple(items), (Proof(view, best.sentence, spans),), best.score, best.trust, view)]


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the question says of the one asked for."""

    words: Words
    predicate: tuple[QueryWord, ...]
    deed: tuple[QueryWord, ...]  # the first words after the question word: "đứng ra tổ chức"
    focus: str
    noun: str  # what stands with the noun asked for: "tư vấn" of "công ty tư vấn nào"
    plural: bool
    role: str  # "doer", "receiver", "other"
    preposition: str

    @classmethod
    def of(cls, question: Question, words: Sequence[QueryWord]) -> _Asked:
        around = question.text[max(0, question.cue[0] - 10) : question.cue[1]]
        plural = cues.search(("những", "các", "hai", "ba", "mấy"), around) is not None or "plural" in question.aspects
        before = question.folded[: question.cue[0]].rstrip()
        before = re.sub(r"\s*(?:nhung|cac|hai|ba|may|mot)$", "", before)
        before = re.sub(r"^.*,$|^ngoai .*\s(?:thi|con|ra)$", "", before)  # what stands before leads in only
        after = question.folded[question.cue[1] :].lstrip()
        last = before.split()[-1] if before else ""
        if last in ("do", "boi") or (not before and not after.startswith(("duoc ", "bi "))):
            role = "doer"
        elif not last or last in ("ngoai",):
            role = "receiver"
        else:
            role = "other"
        focus = fold(question.focus)
        noun = re.sub(r"\s*(?:nao|gi)$", "", question.folded[slice(*question.cue)]).removeprefix(focus).strip()
        own = Words.of(_UNIT_WORDS.sub(" ", question.folded))
        start = question.cue[1]
        end = start + len(" ".join(question.text[start:].split()[:5])) + 1
        deed = tuple(w for w in words if start <= w.start < end and (w.weight > 0.9 or len(w.forms) > 1))
        return cls(own, tuple(predicate_words(question, words)), deed, focus, noun, plural, role, last)


_WHO_ORGANISES = cues.shape(r"(?<!\w)(?:tài trợ|thi công|đăng cai|tổ chức|sản xuất|phát hành|đầu tư)(?!\w)")


def may_organise(question: Question) -> bool:
    """Tell whether "ai" asks for the doer of what bodies do rather than persons ("Ai tổ chức ...", "do ai tài trợ")."""
    if fold(question.text[slice(*question.cue)]) not in ("ai", "do ai"):
        return False
    m = _WHO_ORGANISES.search(question.text, question.cue[1])
    return m is not None and len(question.text[question.cue[1] : m.start()].split()) <= 3


def _known(view: View) -> dict[str, str]:
    """Return the proper names that the document gives after a head somewhere ("hãng Boeing"), with their sort."""
    found: dict[str, str] = {}
    for sentence in view.facts.sentences:
        for organisation in find_organisations(sentence.text):
            name = sentence.text[organisation.head_end : organisation.end].strip()
            proper = len(name) > 3 and re.fullmatch(_CAPITALS, name) is not None and not is_place(name)
            if organisation.sort in _NAMED_BARE and proper:
                found[name] = organisation.sort
    return found


# Whose names stand without their heads as well.
_NAMED_BARE = frozenset(("company", "bank", "press", "team"))


def _names(view: View, index: int, focus: str, sorts: tuple[str, ...] | None, known: dict[str, str]) -> list[_Name]:
    """Return the names of a sentence that are of the sort asked for, in order."""
    text = view.facts.sentences[index].text
    people = view.facts.references[index]
    found: list[_Name] = []
    if sorts is None or set(sorts) != {"country"}:
        organisations = find_organisations(text)
        for number, organisation in enumerate(organisations):
            if number and _APPOSED.fullmatch(text[organisations[number - 1].end : organisation.start]):
                continue  # "Ủy ban châu Âu (EC)"
            end = next(
                (p.start for p in people if organisation.head_end < p.start < organisation.end), organisation.end
            )
            span = whole_words(text, _trimmed(text, organisation.start, end))
            inner = re.search(rf"(?<!\w){re.escape(focus)}(?=\s)", fold(text[slice(*span)])) if focus else None
            if inner is not None and sorts is None:
                span = (span[0] + inner.start(), span[1])  # "Bộ tư lệnh Quân khu 7" for "quân khu nào"
            exact = inner is not None and (inner.start() == 0 or sorts is None)
            exact = exact or (focus == "ngan hang" and "bank" in fold(text[slice(*span)]))
            name = _Name(*span, organisation.sort, exact)
            if sorts is None and not name.exact:
                continue
            if sorts is not None and organisation.sort not in sorts and not name.exact:
                continue
            if any(p.outer_start <= name.start < p.outer_end for p in people):
                continue
            found.append(name)
    if sorts is not None and "brand" in sorts:
        for start, end, sort in _bare(text, known):
            taken = any(o.start < end and start < o.end for o in find_organisations(text))
            if not taken and sort in sorts and not any(p.outer_start < end and start < p.outer_end for p in people):
                found.append(_Name(start, end, sort))
    if sorts is not None and "country" in sorts:
        for m in _COUNTRIES.finditer(text):
            if m.group() in _REGIONS and sorts == ("country",):
                continue
            if not any(n.start <= m.start() < n.end for n in found):
                if any(p.outer_start <= m.start() < p.outer_end for p in people):
                    continue
                found.append(_Name(*m.span(), "country"))
    return sorted(found, key=lambda n: n.start)


def _bare(text: str, known: dict[str, str]) -> Iterator[tuple[int, int, str]]:
    """Yield the names without a head: those known, and those that "do" makes the doer ("do Gallery 39 tổ chức")."""
    for m in _ALONE.finditer(text):
        sort = known.get(m.group(1)) or ("brand" if _BY.search(text[: m.start(1)]) else "")
        common = " " not in m.group(1) and is_vietnamese_syllable(m.group(1))  # how "Thành ủy", "Bộ đội" begin
        if sort and not common and not is_place(m.group(1)) and HEAD.match(m.group(1)) is None:
            yield *m.span(1), sort


def _is_named(text: str, name: _Name, asked: Words) -> bool:
    """Tell whether the question names an organisation itself, by its name or by what stands behind it in brackets."""
    alias = re.match(r"\s*\(([^()]{2,40})\)", text[name.end :])
    forms = [text[name.start : name.end], *([alias.group(1)] if alias is not None else [])]
    for form in forms:
        found = tokens(_UNIT_WORDS.sub(" ", fold(form)))
        pairs = list(pairwise(found))
        if pairs and sum(p in asked.pairs for p in pairs) > 0.7 * len(pairs) and share(form, asked) > 0.62:
            return True
        if len(found) == 1 and found[0] in asked.single:
            return True
    return False


def _trimmed(text: str, start: int, end: int) -> Span:
    """Return the span of a name without the small words and punctuation at its end."""
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end


def _rows(names: list[_Name], view: View, index: int) -> Iterator[list[_Name]]:
    """Yield the names in rows; a row of brands or countries takes in the capitalised words that stand in it."""
    text = view.facts.sentences[index].text
    people = view.facts.references[index]

    def unknown(match: re.Match[str] | None, row: list[_Name]) -> _Name | None:
        """Return the plain capitals next to a row as a name of its sort ("Toyota, Canon, TEPCON")."""
        if match is None or row[0].sort not in ("brand", "country") or (row[0].sort == "country" and len(row) < 2):
            return None
        start, end = match.span(1)
        if is_place(match.group(1)) or any(p.outer_start < end and start < p.outer_end for p in people):
            return None
        return _Name(start, end, row[0].sort)

    waiting = list(names)
    while waiting:
        row = [waiting.pop(0)]
        while True:
            between = text[row[-1].end : waiting[0].start] if waiting else ""
            if waiting and (_IN_ROW.fullmatch(between) or _PARTNER.fullmatch(between)):
                row.append(waiting.pop(0))
            elif (found := unknown(_NEXT_IN_ROW.match(text, row[-1].end), row)) is not None:
                row.append(found)
            else:
                break
        while (found := unknown(_PREVIOUS_IN_ROW.search(text[: row[0].start]), row)) is not None:
            row.insert(0, found)
        yield row


def _rated(
    row: list[_Name], asked: _Asked, view: View, index: int, cover: float, words: Sequence[QueryWord]
) -> _Row | None:
    """Return a row with its score, without the names that the question gives itself; None if it gives them all."""
    text = view.facts.sentences[index].text
    start, end = row[0].start, row[-1].end
    row = [n for n in row if not _is_named(text, n, asked.words)]
    if not row:
        return None
    before, after = text[:start], text[end:]
    own = inside(words, view, index)
    told = fold(before)
    if len(row) > 1 and _IS.search(before) and _GOES_ON.match(before) and index:
        # "... đã có mặt. Có thể kể đến A, B, C": what was done stands in the sentence before.
        cover = max(cover, 0.9 * coverage(words, view, index - 1))
        own = max(own, 0.8 * inside(words, view, index - 1))
        told = f"{view.folded[index - 1]} {told}"
    near = max(nearness(asked.predicate, view, index, n.start, n.end) for n in row)
    score = 1.5 * cover + 0.5 * near + max(0.35 * nearness(words, view, index, n.start, n.end) for n in row)
    if any(n.exact for n in row):
        score += 0.3
    if asked.noun:
        score += 0.15 * max(share(asked.noun, Words.of(fold(text[n.start : n.end]))) for n in row)
    if row[0].sort == "country" and _AT.search(before) and asked.preposition not in _TOWARDS:
        score -= 0.4
    if before.endswith("("):
        score -= 0.15
    role = _role(asked, before, after, near, told)
    score += role
    if asked.plural and len(row) > 1:
        score += 0.25
    trust = 0.6 * cover + 0.4 * own + (TIED if role else 0.0)
    return _Row(index, row, score, min(1.0, trust), role > 0)


# What it adds to the trust in a name that it stands where the one asked for would stand.
TIED = 0.1


def _role(asked: _Asked, before: str, after: str, near: float, told: str) -> float:
    """Return what it is worth that a row stands where the doer, receiver or owner asked for would stand.

    `before` and `after` are the text around the row, `near` how near the verb stands, `told` (bare letters) what leads
    up to a list.
    """
    if asked.focus and re.search(rf"(?<!\w){re.escape(asked.focus)}(?!\w)[^.;]*\s(?:la|:)\s*$", fold(before)):
        return 0.45  # "Doanh nghiệp đứng tên ... là công ty X"
    if asked.role == "doer":
        verb = _AUXILIARY.match(after)
        follows = verb is not None and _begins_with(fold(after[verb.end() :]), asked.deed)
        by = _BY.search(before) is not None and (follows or _has_any(Words.of(fold(after[:60])), asked.deed))
        if before.endswith(" của ") and _ends_with(fold(before[: -len(" của ")]), asked.deed):
            return 0.35  # "theo diện tài trợ của X"
        lists = _IS.search(before) is not None and _has_any(Words.of(told), asked.deed)
        return min(0.6, 0.45 * follows + 0.3 * by) or 0.4 * lists
    if asked.role == "receiver":
        return max(
            0.3 if _TO.search(before) or re.match(r"\s+(?:đã |vừa |cũng |sẽ )?(?:được|bị|nhận)\s", after) else 0.0,
            0.3 if _IS.search(before) else 0.0,
        )
    if asked.preposition and re.search(rf"(?<!\w){re.escape(asked.preposition)}(?: cac| nhung)?\s+$", fold(before)):
        return 0.3
    return 0.2 if _IS.search(before) else 0.0


def _has_any(words: Words, deed: Sequence[QueryWord]) -> bool:
    return any(words.has(form) for word in deed for form in word.forms if word.weight >= 2.0 or len(word.forms) > 1)


def _ends_with(folded: str, deed: Sequence[QueryWord]) -> bool:
    """Tell whether text (bare letters) ends in one of the words by which the question says what was done."""
    end = " ".join(tokens(folded[-40:]))
    return any(end.endswith(" ".join(form)) for word in deed for form in word.forms)


def _begins_with(folded: str, deed: Sequence[QueryWord]) -> bool:
    """Tell whether text (bare letters) begins with one of the words by which the question says what was done."""
    beginning = " ".join(tokens(folded[:60])[:6])
    return any(beginning.startswith(" ".join(form)) for word in deed for form in word.forms)
