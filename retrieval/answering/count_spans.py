"""Candidates for how long something takes ("bao lâu"), and for which one of a series it is ("lần thứ mấy")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from retrieval.answering.candidate import Candidate, Proof, as_written
from retrieval.answering.matching import coverage, nearness
from retrieval.answering.model import Item
from retrieval.answering.question import Question
from retrieval.answering.telling import tellers, told
from retrieval.answering.view import QueryWord, View, tokens
from retrieval.language.dates import find_durations
from retrieval.language.normalize import fold
from retrieval.language.numerals import find_editions

TOLD = 0.9
OTHER_EVENT = 0.5  # "thượng đỉnh lần 1" where the question itself has "thượng đỉnh lần 2"


def durations(question: Question, view: View, words: Sequence[QueryWord]) -> list[Candidate]:
    """Return the stretches of time of `view` that may answer how long something takes, best first."""
    made = []
    told_by = tellers(question, words, view)
    unit = next(
        (
            u
            for u in ("ngay", "gio", "tieng", "thang", "nam", "tuan", "phut", "buoi")
            if re.search(rf"(?<!\w){u}(?!\w)", fold(question.focus))
        ),
        "",
    )
    for index, sentence in enumerate(view.facts.sentences):
        cover = coverage(words, view, index)
        if cover < 0.25:
            continue
        for duration in find_durations(sentence.text):
            text = sentence.text[duration.start : duration.end]
            if unit and unit not in fold(text) and not (unit == "tieng" and "gio" in fold(text)):
                continue
            score = 1.6 * cover + 0.5 * nearness(words, view, index, duration.start, duration.end)
            score += TOLD * told(told_by, view, index, duration.start, duration.end)
            made.append(
                Candidate(
                    (Item(as_written(view, index, duration.start, duration.end)),),
                    (Proof(view, index, ((duration.start, duration.end),)),),
                    score,
                    min(1.0, 0.85 * cover + 0.1),
                    view,
                )
            )
    made.sort(key=lambda c: -c.score)
    return made[:4]


# "chuyến thăm thứ 4", "quốc gia thứ năm": which one it is, beside what `find_editions` reads.
_NTH = re.compile(
    r"(?<!\w)(?:chuyến|lần|kỳ|phiên|cuộc|đợt|vòng|quốc gia|nước|người|chương trình|giải)(?:\s+[^\W\d_]+){0,3}?\s+"
    r"(?P<nth>thứ\s+(?:\d+|nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười))(?!\w)",
    re.IGNORECASE,
)


def ordinals(question: Question, view: View, words: Sequence[QueryWord]) -> list[Candidate]:
    """Return the editions and ordinals of `view` that may answer which one of a series it is, best first."""
    made = []
    given = {e.number for e in question.editions}
    numbered = [tokens(question.folded[: e.start])[-2:] for e in question.editions]
    told_by = tellers(question, words, view)
    for index, sentence in enumerate(view.facts.sentences):
        cover = coverage(words, view, index)
        editions = [e for e in find_editions(sentence.text) if e.number not in given]
        spans = [(e.start, e.end) for e in editions]
        spans += [
            m.span("nth")
            for m in _NTH.finditer(sentence.text)
            if not any(e.start <= m.start("nth") < e.end for e in find_editions(sentence.text))
        ]
        for span in spans:
            score = 1.7 * cover + 0.5 * nearness(words, view, index, *span) + TOLD * told(told_by, view, index, *span)
            score -= OTHER_EVENT if tokens(view.folded[index][: span[0]])[-2:] in numbered else 0.0
            item = Item(as_written(view, index, *span))
            made.append(Candidate((item,), (Proof(view, index, (span,)),), score, min(1.0, 0.85 * cover + 0.1), view))
    made.sort(key=lambda c: -c.score)
    return made[:4]
