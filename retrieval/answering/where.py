"""Candidates for "where": the places of the sentences that fit, of the kind that was asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from retrieval.answering.candidate import Candidate, Proof, as_written, whole_words
from retrieval.answering.constraints import Named, person_in
from retrieval.answering.matching import QueryWord, View, Words, coverage, nearness, share
from retrieval.answering.model import Item
from retrieval.answering.question import Question
from retrieval.facts.acts import Act, find_acts
from retrieval.facts.places import AREA_NOUNS, PlaceMention, find_places
from retrieval.language.letters import LOWER, UPPER
from retrieval.language.normalize import fold
from retrieval.language.places import CITIES, COUNTRIES, PROVINCES

_CITIES = "|".join(map(re.escape, (*PROVINCES, *CITIES)))
_CITY_NAMES = re.compile(
    rf"(?<!\w)(?:Thủ đô\s+)?(?:(?:thành phố|TP\.?)\s+[{UPPER}][\w.]*(?:\s+[{UPPER}]\w*)*|{_CITIES})(?!\w)"
)
_COUNTRY_NAMES = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(map(re.escape, COUNTRIES), key=len, reverse=True))})(?!\w)")
_AREAS = frozenset(fold(a) for a in AREA_NOUNS)


# What a place asked for may be called in a report (bare letters).
FOCUS_FORMS = {
    "cay cau": ("cau",), "ngon nui": ("nui",), "con duong": ("duong", "pho"), "benh vien": ("benh vien", "bv", "bvdk"),
    "toa": ("toa", "tand", "toa an"), "toa an": ("toa an", "tand", "toa"),
    "truong dai hoc": ("dai hoc", "dh", "truong", "hoc vien"), "truong": ("truong", "dh", "dai hoc", "thpt", "thcs"),
    "nha ga": ("ga", "nha ga"), "quan huyen": ("quan", "huyen"), "khu nghi duong": ("khu nghi duong", "resort"),
    "trung tam": ("trung tam", "tt"), "tru so": ("tru so", "van phong"), "khach san": ("khach san",),
    "cung": ("cung",), "dao": ("dao", "quan dao"),
}  # fmt: skip


# Words for parts of the state or the world that stand where a place could, in bare letters.
_NOWHERE = re.compile(r"(?:trung uong|dia phuong|co so|nuoc ngoai|trong nuoc|ca nuoc|cac nuoc|the gioi)(?!\w)")


def candidates(question: Question, view: View, words: Sequence[QueryWord], named: Sequence[Named]) -> list[Candidate]:
    """Return the places of `view` that may answer `question`, best first."""
    facts = view.facts
    if fold(question.focus) == "diem cau" and (venues := _venues(view, words, named)):
        return venues
    asked = Words.of(question.folded)
    focus = fold(question.focus)
    happening = {Act.ORGANISE, Act.OPEN, Act.CLOSE, Act.LAUNCH} | set(question.act_set)
    made: list[tuple[float, float, PlaceMention, int, tuple[int, int]]] = []
    for index, sentence in enumerate(facts.sentences):
        cover = coverage(words, view, index)
        if cover < 0.2:
            continue
        acts = {a.act for a in find_acts(sentence.text)}
        has_day = any(d.sentence == index and d.resolved.mention.has_day for d in facts.dates)
        for place, span in _of_kind(find_places(sentence.text), sentence.text, focus):
            text = sentence.text[span[0] : span[1]]
            if share(text, asked) > 0.75 or _NOWHERE.match(fold(text)):
                continue  # the question names it itself, or it names no place
            score = 1.7 * cover + 0.35 * nearness(words, view, index, place.start, place.end)
            score += 0.22 if place.strong else 0.0
            score += 0.10 if has_day else 0.0
            score += 0.10 if acts & happening else 0.0
            score += (
                0.12
                if re.search(r"(?:diễn ra|tổ chức|khai mạc|bế mạc|ra mắt|tại)\s*$", sentence.text[: place.start])
                else 0.0
            )
            score += 0.10 if index == facts.event.date_sentence else 0.0
            score += 0.12 if place.head and place.head not in AREA_NOUNS else 0.0
            score -= 0.10 * share(text, asked)
            made.append((score, cover, place, index, span))
    made.sort(key=lambda m: -m[0])
    result = []
    for score, cover, _place, index, span in made[:4]:
        fit = min(1.0, 0.75 * cover + 0.25 * min(1.0, score / 2.0))
        result.append(Candidate(_items(question, view, index, span), (Proof(view, index, (span,)),), score, fit, view))
    return result


def _venues(view: View, words: Sequence[QueryWord], named: Sequence[Named]) -> list[Candidate]:
    """Return the venues ("điểm cầu ...") from which the named person attended, or that sentences name."""
    keys = {p.key for n in named if (p := person_in(view, n)) is not None}
    made = []
    for index, sentence in enumerate(view.facts.sentences):
        for m in _VENUE.finditer(sentence.text):
            cover = coverage(words, view, index)
            own = any(p.sentence == index and p.venue and p.person in keys for p in view.facts.participations)
            score = 1.6 * cover + (0.6 if own else 0.0) + 0.3 * nearness(words, view, index, *m.span())
            item = Item(as_written(view, index, *whole_words(sentence.text, m.span())))
            made.append(
                Candidate((item,), (Proof(view, index, (m.span(),)),), score, min(1.0, 0.75 * cover + 0.25), view)
            )
    made.sort(key=lambda c: -c.score)
    return made[:3]


_VENUE = re.compile(
    rf"điểm cầu\s+(?:(?:tại|ở)\s+)?(?:thành phố|tỉnh|Bộ|Trung tâm|Quận|Huyện|Tỉnh|Thành|trụ sở|"
    rf"[{LOWER}]+)?\s*[{UPPER}][\w&.]*(?:\s+(?:và\s+)?[{UPPER}][\w&.]*|\s+(?:nghị|phố|học|ủy|hội|thành)(?=\s|$))*"
)


def _of_kind(places: Sequence[PlaceMention], text: str, focus: str) -> list[tuple[PlaceMention, tuple[int, int]]]:
    """Return the places that are what `focus` asks for, each with the part of it that answers."""
    found = []
    forms = FOCUS_FORMS.get(focus, (focus,))
    for place in places:
        span = (place.start, place.end)
        if focus in ("thanh pho", "tp", "tinh", "dia phuong", "thu do", "tinh thanh", "bang"):
            m = _CITY_NAMES.search(text, *span) or (
                re.compile(rf"[{UPPER}]\w+(?:\s+[{UPPER}]\w+)*").search(text, *span)
                if not place.head or fold(place.head) in _AREAS
                else None
            )
            if m is None:
                continue
            span = m.span()
        elif focus in ("nuoc", "quoc gia"):
            m = _COUNTRY_NAMES.search(text, *span) or (
                re.compile(rf"[{UPPER}]\w+(?:\s+[{UPPER}]\w+)*").search(text, *span) if not place.head else None
            )
            if m is None:
                continue
            span = m.span()
        elif focus and focus not in ("dia diem", "noi", "cho", "khu vuc", "dia danh", "vung", "diem", "dia chi"):
            at = re.search(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms))})(?!\w)", fold(text[place.start : place.end]))
            if at is None:
                continue
            span = (place.start + at.start(), place.end)
        found.append((place, span))
    if (
        not found
        and focus
        and focus not in ("thanh pho", "tp", "nuoc", "quoc gia", "tinh", "dia phuong", "dia diem", "noi", "cho")
    ):
        # Not after a preposition: the noun itself with the name after it ("3 quận huyện được chọn gồm quận 9, ...").
        for m in re.finditer(
            rf"(?<!\w)(?:{'|'.join(map(re.escape, forms))})\s+(?:[{UPPER}0-9][\w.&-]*)(?:\s+[{UPPER}0-9][\w.&-]*)*",
            _keep_capitals(text),
        ):
            found.append((PlaceMention(text[m.start() : m.end()], m.start(), m.end(), False, focus), m.span()))
    return found


def _keep_capitals(text: str) -> str:
    """Return the text in bare letters with its capitals, so that a folded noun and a capitalised name both match."""
    folded = fold(text)
    return "".join(
        f.upper() if c.isupper() and i and text[i - 1] == " " else f
        for i, (c, f) in enumerate(zip(text, folded, strict=True))
    )


_AREA = "|".join(sorted(map(re.escape, AREA_NOUNS), key=len, reverse=True))
_PLACE_NAME = rf"(?:(?i:{_AREA})\s+)?[{UPPER}0-9][\w.]*(?:\s+[{UPPER}0-9][\w.]*)*"
# Places in a row: "quận 9, Tân Phú và huyện Củ Chi".
_ROW = re.compile(rf"(?<![\w]){_PLACE_NAME}(?:\s*,\s*{_PLACE_NAME})*\s+(?:và|-)\s+{_PLACE_NAME}")


def _items(question: Question, view: View, index: int, span: tuple[int, int]) -> tuple[Item, ...]:
    written = as_written(view, index, *span)
    if re.search(
        r"(?:những|các|hai|ba|nhung|cac)\s+(?:\S+\s+){0,3}$|(?:những|các|hai|ba|nhung|cac)(?!\w)",
        question.text[max(0, question.cue[0] - 8) : question.cue[1]],
        re.IGNORECASE,
    ):
        row = next(
            (
                m.span()
                for m in _ROW.finditer(view.facts.sentences[index].text)
                if m.start() < span[1] and span[0] < m.end()
            ),
            span,
        )
        written = as_written(view, index, min(row[0], span[0]), max(row[1], span[1]))
        parts = [p.strip(" .") for p in re.split(r",\s*|\s+và\s+|\s+-\s+", written) if p.strip(" .")]
        if len(parts) > 1:
            return tuple(Item(p) for p in parts)
    if len(written.split()) > 14 or question.focus:
        written = written.split(",")[0]  # "hội trường nào": the hall alone, without its town
    return (Item(written),)
