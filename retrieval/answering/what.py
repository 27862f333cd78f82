"""Candidates for short "what" questions: themes, slogans, names of things, forms."""

from __future__ import annotations

import re
from collections.abc import Sequence

from retrieval.answering.candidate import Candidate, Proof, as_written
from retrieval.answering.matching import QueryWord, View, Words, coverage, nearness, share
from retrieval.answering.model import Item
from retrieval.answering.question import Question
from retrieval.language.normalize import fold

_MOST_SYLLABLES = 40
_QUOTED = re.compile(r"[“\"‘']([^“”\"‘’]{3,260})[”\"’']")
_FORMAT = re.compile(
    r"(?:theo |bằng |dưới )?hình thức\s+((?:[^\s,.;:]+\s*){1,9}?)(?=\s*(?:[,.;:]|tại|với|ở|do|kết nối|đến|tới|quy mô|"
    r"và được|$))"
)
_PHRASE = r"((?:[^,.;:!?()“”\"]+)(?:\([^)]*\))?)"
_CLAUSE_END = re.compile(
    r"[,.;:!?]|\s[-–—]\s|(?<!\w)(?:đã|sẽ|được|nhằm|để|tại|vào|với|cho biết|diễn ra|khi|trong|mà|nhưng|do|từ)(?!\w)"
)


def candidates(question: Question, view: View, words: Sequence[QueryWord]) -> list[Candidate]:
    """Return what `view` offers for a "what" question: quoted names, forms, and the phrase after the noun asked for."""
    focus = fold(question.focus or "")
    made: list[Candidate] = []
    for index, sentence in enumerate(view.facts.sentences):
        cover = coverage(words, view, index)
        if cover < 0.25:
            continue
        text = sentence.text
        if "hinh thuc" in focus or "hinh thuc" in question.folded:
            for m in _FORMAT.finditer(text):
                made.append(_made(view, index, m.span(1), 1.5 * cover + 0.6, 0.55 * cover + 0.45))
            continue
        for m in _QUOTED.finditer(text):
            if len(m.group(1).split()) > _MOST_SYLLABLES or share(m.group(1), Words.of(question.folded)) > 0.8:
                continue
            before = fold(text[max(0, m.start() - 40) : m.start()])
            bonus = 0.5 if focus and any(t in before for t in _heads(focus)) else 0.0
            bonus += (
                0.15
                if re.search(r"(?:chu de|mang ten|voi ten|ten goi|khau hieu|thong diep|la)\s*:?\s*$", before)
                else 0.0
            )
            score = 1.5 * cover + bonus + 0.3 * nearness(words, view, index, m.start(1), m.end(1))
            made.append(_made(view, index, m.span(1), score, cover))
        for span in _after_noun(focus, view, index):
            if share(text[span[0] : span[1]], Words.of(question.folded)) > 0.75:
                continue
            if "name" in question.aspects and not any(c.isupper() for c in text[span[0] + 1 : span[1]]):
                continue
            score = 1.45 * cover + 0.25 + 0.3 * nearness(words, view, index, *span)
            made.append(_made(view, index, span, score, cover))
    made.sort(key=lambda c: -c.score)
    return made[:4]


def _heads(focus: str) -> list[str]:
    return [focus, "chu de"] if focus in ("noi dung", "chu de") else [focus]


def _made(view: View, index: int, span: tuple[int, int], score: float, cover: float) -> Candidate:
    written = as_written(view, index, *span).strip(" ,;:")
    if len(written.split()) > _MOST_SYLLABLES:
        written = " ".join(written.split()[:_MOST_SYLLABLES])
    return Candidate((Item(written),), (Proof(view, index, (span,)),), score, min(1.0, 0.85 * cover), view)


def _after_noun(focus: str, view: View, index: int) -> list[tuple[int, int]]:
    """Return the phrases that begin with the noun asked for, or that "là" ties to it."""
    if not focus:
        return []
    text, folded = view.facts.sentences[index].text, view.folded[index]
    spans = []
    for m in re.finditer(rf"(?<!\w){re.escape(focus)}(?!\w)", folded):
        stop = _CLAUSE_END.search(text, m.end() + 1)
        end = stop.start() if stop else len(text)
        end = m.start() + len(text[m.start() : end].rstrip())
        tie = re.search(r"(?<!\w)là\s+", text[m.start() : m.start() + 120])
        if tie is not None:
            start = m.start() + tie.end()
            after = _CLAUSE_END.search(text, start + 1)
            spans.append((start, after.start() if after else len(text)))
        if len(text[m.start() : end].split()) > len(focus.split()):
            spans.append((m.start(), end))
    return [s for s in spans if s[1] > s[0]]
