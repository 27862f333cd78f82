"""Candidates for short "what" questions: themes, slogans, names of things, forms."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum

from retrieval.answering.asking import cues
from retrieval.answering.asking.question import Question
from retrieval.answering.details import called
from retrieval.answering.details.thing_spans import (
    OTHER_FORM,
    THING_FORMS,
    fixed_forms,
    in_apposition,
    named_things,
    numbers,
    row_of_things,
)
from retrieval.answering.evidence.candidate import Candidate, Proof, as_written
from retrieval.answering.evidence.matching import coverage, nearness, share
from retrieval.answering.evidence.telling import tellers, told
from retrieval.answering.evidence.view import QueryWord, View, Words, tokens
from retrieval.answering.model import Item
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.letters import LOWER, UPPER
from retrieval.language.normalize import fold
from retrieval.language.patterns import has_word

TOLD = 0.6
LED = 0.6  # the verb that has the thing asked for as its object has the thing found as well ("ký" văn kiện gì)
LED_FIT = 0.15
HEADED_FIT = 0.15  # a name right after the noun asked for
MOST_OTHER = 3  # further forms than this lose no more
NAMED = 0.15  # a thing that is asked for by its sort mostly has a name
_MOST_SYLLABLES = 45
_NEAR_QUOTE = 60  # characters before a quotation in which its noun stands
_QUOTED = compiled_later(r"[“\"‘']([^“”\"‘’]{3,260})[”\"’']")
_FORMAT = compiled_later(
    r"(?:theo |bằng |dưới )?hình thức\s+((?:[^\s,.;:]+\s*){1,9}?)(?=\s*(?:[,.;:]|tại|(?<!kết hợp )với|ở|do|"
    r"kết nối|đến|tới|quy mô|và được|$))"
)
_HELD = compiled_later(
    r"(?:tổ chức|diễn ra|họp|tiến hành|khai mạc)\s+(trực tiếp (?:kết hợp|và)(?: với)? trực tuyến|trực tuyến|trực tiếp|"
    r"kín|công khai)(?!\w)"
)
# One or two small words in quotation marks are a way of speaking ("khủng"), unless words are asked for.
_MANNER = compiled_later(rf"[{LOWER}]\w*(?:\s[{LOWER}]\w*)?")
_WORDS_ASKED = frozenset(
    ("", "biet danh", "ten goi", "tu ngu", "khau hieu", "thong diep", "cau khau hieu", "cai", "dieu")
)


def candidates(question: Question, view: View, words: Sequence[QueryWord]) -> list[Candidate]:
    """Return what `view` offers for a "what" question: quoted names, forms, and the phrase after the noun asked for."""
    focus = fold(question.focus or "")
    made: list[Candidate] = []
    told_by = tellers(question, words, view)
    lead = lead_of(question)
    asked = Words.of(question.folded)
    several = _SEVERAL.search(question.text, 0, question.cue[1]) is not None
    fixed = fixed_forms(focus, question.folded)
    noun, echo = len(tokens(focus)), tokens(question.folded[question.cue[1] :])[:2]
    for index, sentence in enumerate(view.facts.sentences):
        cover = coverage(words, view, index)
        if cover < 0.25:
            continue
        text = sentence.text
        if fixed or "number" in question.aspects:
            spans = [m.span() for form in fixed for m in form.finditer(text)] or numbers(
                focus, view, index, question.folded
            )
            for span in spans:
                score = 1.5 * cover + TOLD * told(told_by, view, index, *span)
                made.append(_made(view, index, span, score, cover))
            continue
        if "hinh thuc" in focus or "hinh thuc" in question.folded:
            for m in (*_FORMAT.finditer(text), *_HELD.finditer(text)):
                made.append(_made(view, index, m.span(1), 1.5 * cover + 0.6, 0.35 * cover + 0.65))
            continue
        for m in _QUOTED.finditer(text):
            if len(m.group(1).split()) > _MOST_SYLLABLES or share(m.group(1), asked) > 0.8:
                continue
            before = fold(text[max(0, m.start() - _NEAR_QUOTE) : m.start()])
            head = head_of_quote(focus, before)
            if _NAMING.search(before.rstrip(" :,")) is not None and head in (Head.NONE, Head.NEAR):
                named = "name" in question.aspects and not focus
                head = Head.BESIDE if named or head is Head.NEAR else Head.OTHER  # the name of something
            if head is not Head.BESIDE and _is_called(focus, question.folded, view.folded[index][m.end() :]):
                head = Head.BESIDE
            if head is Head.OTHER or (head is Head.NONE and focus not in _WORDS_ASKED and _is_speech(m.group(1))):
                continue  # "quà gì" is answered by nothing that somebody said, nor by the theme of a meeting
            bonus = 0.5 if head in (Head.NEAR, Head.BESIDE) else 0.0
            bonus += (
                0.15
                if re.search(r"(?:chu de|mang ten|voi ten|ten goi|khau hieu|thong diep|la)\s*:?\s*$", before)
                else 0.0
            )
            bonus -= 0.5 if focus not in _WORDS_ASKED and _MANNER.fullmatch(m.group(1).strip()) else 0.0
            score = 1.5 * cover + bonus + 0.3 * nearness(words, view, index, m.start(1), m.end(1))
            score += TOLD * told(told_by, view, index, m.start(1), m.end(1))
            made.append(_made(view, index, m.span(1), score, cover + (HEADED_FIT if head is Head.BESIDE else 0.0)))
        things = named_things(question.focus, view, index)
        if focus and focus not in _WORDS_ASKED:
            things += [(0, span) for span in in_apposition(focus, text, view.folded[index])]
        for rank, span in things:
            new = _has_new_name(text[span[0] + 1 : span[1]], asked)
            if not new and ("name" in question.aspects or share(text[span[0] : span[1]], asked) > 0.75):
                continue
            if _LEADS_ON.search(text, *span) is not None:
                continue  # "ba chuyên đề gồm": the names come behind
            score = 1.45 * cover + 0.25 + 0.3 * nearness(words, view, index, *span)
            score -= OTHER_FORM * min(rank, MOST_OTHER)
            if echo and tokens(view.folded[index][span[0] : span[1]])[noun:][: len(echo)] == echo:
                continue  # "loại tên lửa bắn hạ máy bay": the title asks, too
            led = leads(lead, text[: span[0]])
            score += LED if led else 0.0
            score += TOLD * told(told_by, view, index, *span)
            score += NAMED if new or any(c.isupper() for c in text[span[0] + 1 : span[1]]) else 0.0
            sure = LED_FIT if led else 0.0
            if led and not rank and (_TITLED.search(text, *span) or _is_its_name(text, span, focus, asked)):
                sure += HEADED_FIT
            row = row_of_things(text, span, len(focus)) if several and not rank else []
            made.append(_made(view, index, span, score, min(1.0, cover + sure), row))
    made += [] if fixed else called.candidates(question, view, words)
    made.sort(key=lambda c: -c.score)
    return made[:4]


def _is_its_name(text: str, span: tuple[int, int], focus: str, asked: Words) -> bool:
    """Tell whether a thing is told by the very noun asked for and a new name right behind ("mạng xã hội Zalo")."""
    name = text[span[0] + len(focus) : span[1]].lstrip()
    return name[:1].isupper() and _has_new_name(name, asked)


_LEADS_ON = compiled_later(r"\s(?:gồm|bao gồm|là|như|sau|về|của|và|do|được)$")
_TITLED = compiled_later(r"[“\"‘][^“”\"‘’]{3,}[”\"’]$")  # a name in quotation marks
# The last word before the noun asked for: what was done with it, unless it is a small word.
_LEAD = compiled_later(r"(\w+)\s+(?:nhung |cac |mot |hai |ba |chiec |cuon |con )*$")
_SMALL = frozenset(
    ("la", "co", "o", "tai", "cua", "ve", "voi", "va", "trong", "theo", "nao", "khi", "den", "tu", "nam")
)


def lead_of(question: Question) -> str:
    """Return the verb right before the noun asked for, in bare letters ("ký văn kiện gì": "ky"), or ""."""
    m = _LEAD.search(question.folded[: question.cue[0]])
    return m.group(1) if m is not None and m.group(1) not in _SMALL else ""


def leads(verb: str, before: str) -> bool:
    """Tell whether `verb` stands a few words before the end of the text `before` a thing found."""
    return bool(verb) and re.search(rf"(?<!\w){verb}\s+(?:\w+\s+){{0,2}}$", fold(before)) is not None


def _has_new_name(phrase: str, asked: Words) -> bool:
    """Tell whether a phrase has a capitalised word that the question does not have."""
    return any(fold(name) not in asked.single for name in re.findall(rf"[{UPPER}]\w*", phrase))


class Head(Enum):
    """How a quotation stands to the noun asked for: right after it, near it, after another such noun, or without."""

    BESIDE = "beside"
    NEAR = "near"
    OTHER = "other"
    NONE = "none"


def head_of_quote(focus: str, before: str) -> Head:
    """Return how a quotation that follows `before` stands to the noun `focus`; both in bare letters."""
    if not focus:
        return Head.NONE
    forms = [*THING_FORMS.get(focus, (focus,)), *_ALSO_HEADS.get(focus, ())]
    forms += [focus.split(" ", 1)[1] for part in (focus.split(" ")[0],) if part in _CLASSIFIERS and " " in focus]
    led = before.rstrip(" :,")
    if any(re.search(rf"(?<!\w){re.escape(form)}(?: la)?$", led) for form in forms):
        return Head.BESIDE
    if _OTHER_HEADS.search(led) is not None:
        return Head.OTHER
    return Head.NEAR if any(has_word(before, form) for form in forms) else Head.NONE


_NAMING = compiled_later(r"(?<!\w)(?:mang ten|co ten|ten la|lay ten|dat ten|ten goi|voi ten)(?: goi)?(?: la)?$")


# Words for names of things: "đặt tựa đề là gì" is answered by "'X' là tựa đề của bức ảnh".
_NAME_NOUNS = compiled_later(
    r"(?<!\w)(?:tua de|nhan de|tieu de|chu de|khau hieu|thong diep|ten goi|biet danh|slogan|ten)(?!\w)"
)


def _is_called(focus: str, asked: str, after: str) -> bool:
    """Tell whether the words after a quotation say that it is the name asked for (all in bare letters)."""
    told = re.match(r"\s*(?:chinh )?la (?:mot |cai )?(\w+(?: \w+)?)", after)
    if told is None:
        return False
    nouns = {focus, *_NAME_NOUNS.findall(asked)} - {""}
    return any(told.group(1) == noun or told.group(1).startswith(f"{noun} ") for noun in nouns)


_ALSO_HEADS = {"noi dung": ("noi dung", "chu de"), "chu de": ("chu de", "noi dung")}
_CLASSIFIERS = frozenset(("ban", "cuon", "bai", "bo", "buc", "chiec", "cau", "dong", "cum"))
# Nouns right before a quotation that say what it is, whatever else is asked for.
_OTHER_HEADS = compiled_later(
    r"(?<!\w)(?:chu de|khau hieu|thong diep|phuong cham|slogan|tieu de|danh hieu|ban sac|tinh than|biet danh|cum tu|"
    r"tu ngu|ca khuc|bai hat|bo phim|cuon sach|chien dich|phong trao)(?: la)?$"
)


def _is_speech(quoted: str) -> bool:
    """Tell whether a quotation is no name: what somebody says, or a turn of phrase in small letters."""
    return quoted[:1].islower() or _I.search(quoted) is not None or quoted.rstrip()[-1:] in ".,;!?"


_I = compiled_later(r"(?<!\w)(?:tôi|chúng ta|chúng tôi|mình)(?!\w)", re.IGNORECASE)


_SEVERAL = cues.shape(r"(?<!\w)(?:những|các|hai|ba|bốn|năm|mấy)\s+(?:\S+\s+){0,3}(?:nào|gì)$")


def _made(
    view: View, index: int, span: tuple[int, int], score: float, cover: float, row: Sequence[str] = ()
) -> Candidate:
    written = as_written(view, index, *span).strip(" ,;:")
    if len(written.split()) > _MOST_SYLLABLES:
        written = " ".join(written.split()[:_MOST_SYLLABLES])
    items = tuple(map(Item, row)) or (Item(written),)
    return Candidate(items, (Proof(view, index, (span,)),), score, min(1.0, 0.85 * cover), view)
