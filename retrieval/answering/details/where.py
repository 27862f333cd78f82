"""Candidates for "where": the places of the sentences that fit, of the kind that was asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from retrieval.answering.asking import cues
from retrieval.answering.asking.question import Question
from retrieval.answering.details.where_deeds import deed_asked, deed_score
from retrieval.answering.details.where_items import asks_several, enumerated, gone_to, items_of
from retrieval.answering.details.where_kinds import CAPITALS, TOWNS, of_kind
from retrieval.answering.details.where_signs import (
    DENIED,
    asks_where_stays,
    birthplaces,
    further_levels,
    is_of_another,
    place_signs,
    signs_asked,
)
from retrieval.answering.evidence.candidate import Candidate, Proof, as_written, whole_words
from retrieval.answering.evidence.constraints import person_in
from retrieval.answering.evidence.matching import coverage, document_coverage, nearness, share
from retrieval.answering.evidence.meant import refers_to, speaks_of
from retrieval.answering.evidence.people_asked import Named
from retrieval.answering.evidence.telling import tellers, told
from retrieval.answering.evidence.view import QueryWord, View, Words, tokens
from retrieval.answering.model import Item
from retrieval.facts.acts import Act
from retrieval.facts.places import AREA_NOUNS, HALL_NOUNS, PlaceMention, find_areas, find_countries, find_places
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.letters import LOWER, UPPER
from retrieval.language.normalize import fold
from retrieval.language.patterns import any_of, word_spans
from retrieval.language.places import COUNTRIES, is_place

# Words for parts of the state or the world that stand where a place could, in bare letters.
_NOWHERE = compiled_later(
    r"(?:trung uong|dia phuong|co so|khu vuc|truong quoc te|dia ban|nuoc ngoai|trong nuoc|ca nuoc|cac nuoc|the gioi)"
    r"(?!\w)"
)


# Weights of the signs that a place is the one asked for, fitted like those of `when` and rounded.
COVER = 1.7
NEAR = 0.35
TOLD = 1.0
STRONG = 0.35  # after "tại" or "ở"
BUILDING = 0.3  # a hall or a street says more than a town
HAPPENS = 0.2  # right after "diễn ra", or in a sentence that tells of the act asked for
COUNTRY = 0.2  # reports about Vietnam say "Việt Nam" everywhere: too wide to be asked for but by that word
SIGNS_FIT = 0.25  # of what the signs take off the score
OTHER_KIND = 0.3  # a building, where none of the sort asked for ("khu nào") is named

_HAPPENS_AT = compiled_later(r"(?:diễn ra|tổ chức|khai mạc|bế mạc|ra mắt|tại)\s*$")
# Where an event is held is told right after the verb; a place whose name the question has is the event's matter.
VENUE = 0.45
_VENUE_ASKED = cues.shape(
    r"(?<!\w)(?:diễn ra|tổ chức|khai mạc|bế mạc|trưng bày|được bày|ra mắt|mở(?= (?:cửa )?(?:ở|tại)))(?!\w)"
)
_HELD_ASKED = cues.shape(r"(?<!\w)(?:họp|gặp|hội đàm|hội kiến)(?!\w)")
_HELD_TOLD = compiled_later(r"(?<!\w)(?:diễn ra|tổ chức|khai mạc|bế mạc|họp|lần đầu tiên|thăm)\s+(?:tại|ở|đến)?\s*$")
_VENUE_TOLD = compiled_later(
    r"(?:diễn ra|được tổ chức|tổ chức|khai mạc|bế mạc|trưng bày|ra mắt)\s+(?:tại|ở|trong)\s+(?:khu vực\s+)?$"
)
# Where somebody went is told right after a verb of going.
GOES = 0.9
_GOING_ASKED = cues.shape(r"(?:đến|tới|đi|sang|về|ra|vào|lên|xuống|ghé)(?!\w)")
_GOING_TOLD = compiled_later(r"(?<!\w)(?:đến|tới|đi|sang|về|ra|vào|lên|xuống|ghé)\s+(?:thăm\s+)?$")
# Whose birthplace is asked is told only by words of birth, right before the place.
_BIRTH_ASKED = cues.shape(r"(?<!\w)(?:sinh ra|sinh tại|quê|quê quán|nơi sinh|chào đời|nguyên quán)(?!\w)")
_BIRTH_TOLD = compiled_later(r"(?<!\w)(?:sinh|quê|chào đời|nguyên quán|gốc|đến từ|người con)(?!\w)[^.;]{0,40}$")
# Where somebody lives or is from, as it stands beside a name ("(32 tuổi, trú tại ...)"), and who asks for it.
_HOME_TOLD = compiled_later(
    r"(?<!\w)(?:quê(?: quán| gốc)?|nguyên quán|(?:thường |tạm |cư )?trú|(?:cư )?ngụ)\s*(?:ở|tại|:)?\s*"
    r"(?:(?:xã|phường|quận|huyện|tỉnh|TP|thành phố|thị xã)\.?\s+)?$"
)
_HOME_ASKED = cues.shape(r"(?<!\w)(?:trú|ngụ|sống|nhà|quê|đến từ|sinh sống|định cư|người ở|dân)(?!\w)")
_TRAVELS = cues.shape(r"(?<!\w)(?:đến|tới|sang|về|đi|thăm|ghé|ra|lên|xuống|vào|đưa|chuyển|gửi|hạ cánh)(?!\w)")
# What may be called by another noun than the question's: "khu nào" is "Cánh Đông", "tòa nhà nào" a "Nhà ...".
_LOOSE_FOCUS = frozenset((
    "khu", "toa nha", "phong", "can phong", "khu vuc", "tru so", "trung tam", "hoi truong",
    "co quan", "co so", "don vi", "cong ty", "doanh nghiep",
))  # fmt: skip
# What "hội trường nào" may be answered with (bare letters): a building with a hall, no square or field.
_HALLS = compiled_later(
    r"(?:hoi truong|nha hat|trung tam|dai le duong|phong|nha van hoa|cung|khach san|tru so|toa nha|truong|dai hoc|dh|"
    r"hoc vien|bao tang|dinh|nha khach|phu|dien|sanh|nha|rap|thu vien|vien|van phong|ubnd|bo|so)(?!\w)"
)
# What may be told without a name: "trong phòng nào" is "thư viện".
_NAMELESS = _LOOSE_FOCUS | frozenset(
    (
        "noi",
        "cho",
        "dia diem",
        "phia",
        "huong",
        "vung",
        "diem",
        "khu",
        "san",
        "nha",
        "ga",
        "nha ga",
        "cong",
        "cua",
        "tang",
    )
)


def candidates(question: Question, view: View, words: Sequence[QueryWord], named: Sequence[Named]) -> list[Candidate]:
    """Return the places of `view` that may answer `question`, best first."""
    focus = fold(question.focus)
    if focus in ("diem cau", "dau cau") and (venues := _venues(view, words, named)):
        return venues
    if not focus and Act.ATTEND in question.act_set and (venue := _attended_from(view, words, named)) is not None:
        return [venue]
    found = _found(question, view, words, focus)
    if focus in _ALONE_TOO and not any(f.fit >= LIKELY for f in found):
        # No better is told than "một hộ dân huyện Phú Bình", "Công an tỉnh An Giang".
        found = _found(question, view, words, focus, alone=True)
    if asks_where_stays(question) and named:
        found = [f for f in found if speaks_of(view, f.sentence, named[-1]) or refers_to(view, f.sentence, named[-1])]
    levels = further_levels(question)
    if levels:
        found = found or [f for level in levels for f in _found(question, view, words, level)]
        found = [_with_levels(view, f, (focus, *levels)) for f in found]
    elif not found and focus in _LOOSE_FOCUS:
        found = [replace(f, score=f.score - OTHER_KIND, fit=0.9 * f.fit) for f in _found(question, view, words, "")]
        found = [f for f in found if f.specific and not _is_town(view, f)]
        if focus == "hoi truong":
            found = [f for f in found if _HALLS.match(view.folded[f.sentence], f.span[0])]
    several = asks_several(question)
    if several:
        rows = [len(items_of(question, view, f.sentence, f.span)) > 1 for f in found]
        found = [replace(f, score=f.score + SEVERAL * row) for f, row in zip(found, rows, strict=True)]
    found.sort(key=lambda f: -f.score)
    if several and found:
        best = [f for f in found if f.sentence == found[0].sentence and f.score > found[0].score - 0.5]
        row = items_of(question, view, found[0].sentence, found[0].span)
        if len(row) == 1 and len(best) > 1:
            best.sort(key=lambda f: f.span)
            spans = tuple(f.span for f in best)
            items = tuple(dict.fromkeys(items_of(question, view, f.sentence, f.span)[0] for f in best))
            return [Candidate(items, (Proof(view, best[0].sentence, spans),), found[0].score, found[0].fit, view)]
    return [
        Candidate(
            items_of(question, view, f.sentence, f.span), (Proof(view, f.sentence, (f.span,)),), f.score, f.fit, view
        )
        for f in found[:4]
    ]


@dataclass(frozen=True, slots=True)
class _Found:
    sentence: int
    span: tuple[int, int]
    score: float
    fit: float
    specific: bool  # a building, or a name of its own after "tại"


def _with_levels(view: View, found: _Found, levels: Sequence[str]) -> _Found:
    """Return a place with the wider or narrower ones right beside it: "ở xã nào, huyện nào" asks for both."""
    text = view.facts.sentences[found.sentence].text
    places = find_places(text)
    start, end = found.span
    told = 0
    for level in levels:
        spans = [span for _, span in of_kind(places, text, level)]
        near = [(a, b) for a, b in spans if a <= end + _LEVEL_NEAR and start <= b + _LEVEL_NEAR]
        if near:
            told += 1
            start, end = min(start, near[0][0]), max(end, near[0][1])
    every = told == len(levels)
    return replace(
        found,
        span=(start, end),
        score=found.score + (LEVELS if every else -LEVELS),
        fit=min(1.0, found.fit + (LEVELS_FIT if every else -LEVELS_FIT)),
    )


LEVELS, LEVELS_FIT = 0.3, 0.1
_LEVEL_NEAR = 30  # characters


def _is_town(view: View, found: _Found) -> bool:
    """Tell whether a place is a town or a country by its bare name."""
    text = view.facts.sentences[found.sentence].text[slice(*found.span)]
    return text in TOWNS or text in COUNTRIES


_LEAD = 120  # characters before a place that tell what it is


def _found(
    question: Question, view: View, words: Sequence[QueryWord], focus: str, *, alone: bool = False
) -> list[_Found]:
    """Return the places of the kind that `focus` says, scored; with `alone`, those after no preposition as well."""
    facts = view.facts
    asked = Words.of(question.folded)
    typed = tokens(question.folded)
    happening = {Act.ORGANISE, Act.OPEN, Act.CLOSE, Act.LAUNCH} | set(question.act_set)
    told_by = tellers(question, words, view)
    birth = _BIRTH_ASKED.search(question.text) is not None
    home = birth or _HOME_ASKED.search(question.text) is not None
    venue = _VENUE_ASKED.search(question.text) is not None
    held = venue or _HELD_ASKED.search(question.text) is not None
    travels = _TRAVELS.search(question.text) is not None
    going = _GOING_ASKED.match(question.text, question.cue[0]) is not None
    signs = signs_asked(question)
    deed = deed_asked(question)
    several = asks_several(question)
    made: list[_Found] = []
    for index, sentence in enumerate(facts.sentences):
        cover = coverage(words, view, index)
        if cover < 0.2:
            continue
        places = find_places(sentence.text)
        if birth:
            places += birthplaces(sentence.text)
        places += enumerated(sentence.text) if several else []
        places += gone_to(sentence.text, places) if going else []
        places += _listed_in_area(sentence.text, question.folded, places)
        if alone:
            places += _alone(sentence.text, places, country=focus != "")
        for place, span in of_kind(places, sentence.text, focus, question.focus):
            whole, span = span, _unasked(sentence.text, span, asked)
            text = sentence.text[span[0] : span[1]]
            row = several and len(items_of(question, view, index, span)) > 1
            if (whole == span and not row and _is_asked(text, asked, typed)) or _NOWHERE.match(fold(text)):
                continue  # the question names it itself, or it names no place
            if focus and focus not in _NAMELESS and (not _has_name(text) or _ELSEWHERES_NAME.match(text)):
                continue  # "bệnh viện nào" asks for its name
            before = sentence.text[max(0, place.start - _LEAD) : place.start]
            if text in COUNTRIES and (
                focus in _PLACE_ITSELF or (text == "Việt Nam" and held and not focus and not _HELD_TOLD.search(before))
            ):
                continue  # too wide to be where something is held
            if DENIED.search(before):
                continue  # "không có kế hoạch thăm Huế"
            if birth and not _BIRTH_TOLD.search(before):
                continue
            if not home and _HOME_TOLD.search(before):
                continue  # where somebody is from, beside the name
            if is_of_another(before, signs) or (venue and not (travels or place.head) and _GOING_TOLD.search(before)):
                continue  # where somebody serves; where somebody went, of which is not asked
            building = bool(place.head) and place.head not in AREA_NOUNS and not _WITHOUT_NAME.match(text)
            score = COVER * cover + NEAR * nearness(words, view, index, place.start, place.end)
            score += TOLD * told(told_by, view, index, place.start, place.end)
            score += STRONG if place.strong else 0.0
            nameless = not focus and text[0].islower() and not _has_name(text)  # "đường băng"
            score += 0.0 if not building else -BUILDING if nameless else BUILDING
            score += HAPPENS if view.acts(index) & happening else 0.0
            score += HAPPENS if _HAPPENS_AT.search(before) else 0.0
            score += VENUE if venue and _VENUE_TOLD.search(before) else 0.0
            score += GOES if going and _GOING_TOLD.search(before) else 0.0
            score -= VENUE if venue and not focus and _is_named_in(text, asked) else 0.0
            score += 0.1 if index == facts.event.date_sentence else 0.0
            score -= 0.1 * share(text, asked)
            score -= COUNTRY if not focus and text in COUNTRIES else 0.0
            score -= COUNTRY if text == "Việt Nam" else 0.0
            score -= OTHER_KIND if focus in ("nuoc", "quoc gia") and text not in COUNTRIES else 0.0
            more = place_signs(signs, text, sentence.text, place.start)
            more += _in_area_asked(sentence.text, place.end, question.folded)
            more += deed_score(deed, view, index, place.start)
            score += more
            fit = min(1.0, 0.75 * cover + 0.25 * min(1.0, score / 2.4)) + SIGNS_FIT * min(0.0, more)
            own_name = place.strong and not place.head and not is_place(text)
            made.append(_Found(index, span, score, fit, building or own_name))
    return made


_ASIDE = compiled_later(rf"(?:\s[{LOWER}]+){{0,3}}\s*\((?P<area>[^()]{{3,80}})\)")
_AREA_LED = compiled_later(r"(?<!\w)(?:o|tai|cua|quan|huyen|xa|phuong|thi xa|thi tran|tinh|tp|thanh pho) $")
SEVERAL = 0.6  # several places are asked for, and those of a row told
LIKELY = 0.6  # how well a place must fit that no others are looked for
IN_AREA = 0.6  # "hồ Văn Quán (quận Hà Đông)", asked where in Hà Đông


_MOST_WIDER = 2
_HEADED = compiled_later(rf"(?<!\w)(?P<head>(?i:{any_of((*HALL_NOUNS, *AREA_NOUNS))}))\s+{CAPITALS.pattern}(?=\s*\()")


def _listed_in_area(text: str, asked: str, found: Sequence[PlaceMention]) -> list[PlaceMention]:
    """Return the places of a list that brackets put where the question asks, and that no preposition leads in."""
    return [
        PlaceMention(m.group(), *m.span(), strong=True, head=m.group("head").lower())
        for m in _HEADED.finditer(text)
        if _in_area_asked(text, m.end(), asked) and not any(p.start <= m.start() < p.end for p in found)
    ]


def _in_area_asked(text: str, end: int, asked: str) -> float:
    """Return what it is worth that brackets after a place at `end` put it where `asked` (bare letters) asks."""
    aside = _ASIDE.match(text, end)
    names = CAPITALS.findall(aside.group("area")) if aside is not None else []
    if len(names) > _MOST_WIDER:
        return 0.0  # "các nước G7 (Mỹ, Anh, Pháp ...)": who they are
    return IN_AREA * any(
        _AREA_LED.search(asked, 0, start) for name in names for start, _ in word_spans(asked, fold(name))
    )


_ALONE_TOO = frozenset(("", "nuoc", "quoc gia"))


def _alone(text: str, found: Sequence[PlaceMention], *, country: bool) -> list[PlaceMention]:
    """Return the districts, towns and provinces of a sentence, or its countries, that stand after no preposition."""
    places = find_countries(text) if country else find_areas(text)
    return [one for one in places if not any(p.start < one.end and one.start < p.end for p in found)]


def _unasked(text: str, span: tuple[int, int], asked: Words) -> tuple[int, int]:
    """Return a place without its first parts that the question names ("Hội trường A, Nhà B": Nhà B)."""
    start, end = span
    while (comma := text.find(", ", start, end)) >= 0 and asked.has(tuple(tokens(fold(text[start:comma])))):
        start = comma + 2
    return start, end


def _is_asked(text: str, asked: Words, typed: Sequence[str]) -> bool:
    """Tell whether the question, whose tokens are `typed`, names a place itself: its words, most of them in a row."""
    pairs = list(pairwise(tokens(fold(text))))
    rows = {(a, b) for i, a in enumerate(typed) for b in typed[i + 1 : i + 3]}  # a word may stand between two
    beside = sum(pair in rows for pair in pairs) / len(pairs) if pairs else 1.0
    return share(text, asked) > _SHARED and beside > _BESIDE


_SHARED, _BESIDE = 0.75, 0.6


def _has_name(text: str) -> bool:
    """Tell whether a place has a name or a number beside its noun ("Tòa án" has none, "Tòa án Huế" and "Huế" do)."""
    head = _HEAD_NOUN.match(text)
    return any(c.isupper() or c.isdigit() for c in (text[head.end() :] if head is not None else text))


_HEAD_NOUN = compiled_later(rf"(?:{any_of((*HALL_NOUNS, *AREA_NOUNS))})(?!\w)", re.IGNORECASE)


# "quán bình dân ở Huế", "bệnh viện gần Huế" say no more than the town does.
_ELSEWHERES_NAME = compiled_later(rf"(?:[{LOWER}]+\s+)+?(?:ở|tại|gần)\s")  # "bệnh viện ở Huế" is not told by name
_PLACE_ITSELF = frozenset(("dia diem", "cho"))
_WITHOUT_NAME = compiled_later(rf"(?:[{LOWER}]+\s+)+?(?:ở|tại|gần|thuộc|của)\s")


def _is_named_in(text: str, asked: Words) -> bool:
    """Tell whether the question has the name with which a place begins ("xã Tân Hải" and "dự án Tân Hải")."""
    name = CAPITALS.search(text)
    return name is not None and " " in name.group() and share(name.group(), asked) == 1.0


def _attended_from(view: View, words: Sequence[QueryWord], named: Sequence[Named]) -> Candidate | None:
    """Return the place from which the person named attended an event that is held in several places at once."""
    keys = {p.key for n in named if (p := person_in(view, n)) is not None}
    for part in view.facts.participations:
        if part.venue and view.facts.people[part.person].key in keys:
            text = view.facts.sentences[part.sentence].text
            at = text.find(part.venue)
            if at < 0:
                continue
            span = whole_words(text, (at, at + len(part.venue)))
            cover = max(coverage(words, view, part.sentence), document_coverage(words, view))
            item = Item(as_written(view, part.sentence, *span))
            proof = Proof(view, part.sentence, (span, (part.start, part.end)))
            return Candidate((item,), (proof,), 1.0 + cover, min(1.0, 0.4 + 0.6 * cover), view)
    return None


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


_VENUE = compiled_later(
    rf"(?:điểm|đầu) cầu\s+(?:(?:tại|ở)\s+)?(?:thành phố|tỉnh|Bộ|Trung tâm|Quận|Huyện|Tỉnh|Thành|trụ sở|"
    rf"[{LOWER}]+)?\s*[{UPPER}][\w&.]*(?:\s+(?:và\s+)?[{UPPER}][\w&.]*|\s+(?:nghị|phố|học|ủy|hội|thành)(?=\s|$))*"
)
