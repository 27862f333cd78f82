"""Candidates for short "what" questions: themes, slogans, names of things, forms."""

from __future__ import annotations

import re
from collections.abc import Sequence

from retrieval.answering.candidate import Candidate, Proof, as_written
from retrieval.answering.matching import coverage, nearness, share
from retrieval.answering.model import Item
from retrieval.answering.question import Question
from retrieval.answering.telling import tellers, told
from retrieval.answering.thing_spans import OTHER_FORM, fixed_forms, in_apposition, named_things, numbers
from retrieval.answering.view import QueryWord, View, Words
from retrieval.language.letters import LOWER, UPPER
from retrieval.language.normalize import fold

TOLD = 0.6
LED = 0.6  # the verb that has the thing asked for as its object has the thing found as well ("ký" văn kiện gì)
LED_FIT = 0.15
MOST_OTHER = 3  # further forms than this lose no more
NAMED = 0.15  # a thing that is asked for by its sort mostly has a name
_MOST_SYLLABLES = 45
_QUOTED = re.compile(r"[“\"‘']([^“”\"‘’]{3,260})[”\"’']")
_FORMAT = re.compile(
    r"(?:theo |bằng |dưới )?hình thức\s+((?:[^\s,.;:]+\s*){1,9}?)(?=\s*(?:[,.;:]|tại|(?<!kết hợp )với|ở|do|"
    r"kết nối|đến|tới|quy mô|và được|$))"
)
_HELD = re.compile(
    r"(?:tổ chức|diễn ra|họp|tiến hành|khai mạc)\s+(trực tiếp (?:kết hợp|và)(?: với)? trực tuyến|trực tuyến|trực tiếp|"
    r"kín|công khai)(?!\w)"
)
# One or two small words in quotation marks are a way of speaking ("khủng"), unless words are asked for.
_MANNER = re.compile(rf"[{LOWER}]\w*(?:\s[{LOWER}]\w*)?")
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
    fixed = fixed_forms(focus, question.folded)
    for index, sentence in enumerate(view.facts.sentences):
        cover = coverage(words, view, index)
        if cover < 0.25:
            continue
        text = sentence.text
        if fixed or "number" in question.aspects:
            spans = [m.span() for form in fixed for m in form.finditer(text)] or numbers(focus, view, index)
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
            before = fold(text[max(0, m.start() - 40) : m.start()])
            bonus = 0.5 if focus and any(t in before for t in _heads(focus)) else 0.0
            bonus += (
                0.15
                if re.search(r"(?:chu de|mang ten|voi ten|ten goi|khau hieu|thong diep|la)\s*:?\s*$", before)
                else 0.0
            )
            bonus -= 0.5 if focus not in _WORDS_ASKED and _MANNER.fullmatch(m.group(1).strip()) else 0.0
            score = 1.5 * cover + bonus + 0.3 * nearness(words, view, index, m.start(1), m.end(1))
            score += TOLD * told(told_by, view, index, m.start(1), m.end(1))
            made.append(_made(view, index, m.span(1), score, cover))
        things = named_things(question.focus, view, index)
        if focus and focus not in _WORDS_ASKED:
            things += [(0, span) for span in in_apposition(focus, text, view.folded[index])]
        for rank, span in things:
            new = _has_new_name(text[span[0] + 1 : span[1]], asked)
            if not new and ("name" in question.aspects or share(text[span[0] : span[1]], asked) > 0.75):
                continue
            score = 1.45 * cover + 0.25 + 0.3 * nearness(words, view, index, *span)
            score -= OTHER_FORM * min(rank, MOST_OTHER)
            led = leads(lead, text[: span[0]])
            score += LED if led else 0.0
            score += TOLD * told(told_by, view, index, *span)
            score += NAMED if any(c.isupper() for c in text[span[0] + 1 : span[1]]) else 0.0
            made.append(_made(view, index, span, score, min(1.0, cover + LED_FIT) if led else cover))
    made.sort(key=lambda c: -c.score)
    return made[:4]


# The last word before the noun asked for: what was done with it, unless it is a small word.
_LEAD = re.compile(r"(\w+)\s+(?:nhung |cac |mot |hai |ba |chiec |cuon |con )*$")
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


def _heads(focus: str) -> list[str]:
    return [focus, "chu de"] if focus in ("noi dung", "chu de") else [focus]


def _made(view: View, index: int, span: tuple[int, int], score: float, cover: float) -> Candidate:
    written = as_written(view, index, *span).strip(" ,;:")
    if len(written.split()) > _MOST_SYLLABLES:
        written = " ".join(written.split()[:_MOST_SYLLABLES])
    return Candidate((Item(written),), (Proof(view, index, (span,)),), score, min(1.0, 0.85 * cover), view)
