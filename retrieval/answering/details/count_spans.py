"""Candidates for how long something takes, which one of a series it is ("lần thứ mấy"), and at what ratio or score."""

from __future__ import annotations

import re
from collections.abc import Sequence

from retrieval.answering.asking import cues
from retrieval.answering.asking.question import Question
from retrieval.answering.evidence.candidate import Candidate, Proof, as_written
from retrieval.answering.evidence.matching import coverage, nearness
from retrieval.answering.evidence.telling import tellers, told
from retrieval.answering.evidence.view import QueryWord, View, tokens
from retrieval.answering.model import Item
from retrieval.language.dates import find_durations
from retrieval.language.lazy_pattern import compiled_later
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
    following = [t for t in tokens(question.folded[question.cue[1] :])[:1] if t not in _NOTHING]
    for index, sentence in enumerate(view.facts.sentences):
        cover = coverage(words, view, index)
        if cover < 0.25:
            continue
        spans = [(d.start, d.end) for d in find_durations(sentence.text)]
        spans += [m.span("days") for m in _DAYS_NAMED.finditer(sentence.text)]
        for first, end in spans:
            text = sentence.text[first:end]
            if unit and unit not in fold(text) and not (unit == "tieng" and "gio" in fold(text)):
                continue
            ranged = _RANGE_BEFORE.search(sentence.text[:first])
            start = first if ranged is None else ranged.start()
            score = 1.6 * cover + 0.5 * nearness(words, view, index, start, end)
            score += TOLD * told(told_by, view, index, start, end)
            fit = 0.85 * cover + 0.1
            if following and tokens(view.folded[index][end:])[:1] == following:
                fit = max(fit, 0.5 * cover + 0.5)  # "mấy năm tù": "20 năm tù"
                score += SAME_STRETCH
            item = Item(as_written(view, index, start, end))
            made.append(Candidate((item,), (Proof(view, index, ((start, end),)),), score, min(1.0, fit), view))
    made.sort(key=lambda c: -c.score)
    return made[:4]


SAME_STRETCH = 0.3
# Days that are counted and then named: "trong hai ngày 7 và 8/7".
_DAYS_NAMED = compiled_later(
    r"(?<!\w)(?:trong|suốt|kéo dài|diễn ra)\s+(?P<days>(?:\d{1,2}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\s+ngày)"
    r"(?=,?\s+(?:\(|\d|từ))",
    re.IGNORECASE,
)
# The beginning of a range: "từ 4 đến" before "5 năm".
_RANGE_BEFORE = compiled_later(
    r"(?<![\w.,/])(?:\d+|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)(?:\s+(?:đến|tới)\s+|\s?[-–]\s?|,\s)$", re.IGNORECASE
)
_NOTHING = frozenset(("thi", "moi", "de", "o", "tai", "va", "cho", "trong", "ke"))


# "chuyến thăm thứ 4", "quốc gia thứ năm": which one it is, beside what `find_editions` reads.
_NTH = compiled_later(
    r"(?<!\w)(?:chuyến|lần|kỳ|phiên|cuộc|đợt|vòng|quốc gia|nước|người|chương trình|giải|vị trí|hạng|đứng|xếp|ngày|tập|"
    r"buổi|lễ|trận|bàn thắng|con|dự án|nhiệm kỳ|đời|năm|tuần|tháng|vụ|ca)(?:\s+[^\W\d_]+){0,3}?\s+"
    r"(?P<nth>thứ\s+(?:\d+|nhất|hai|nhì|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười))(?!\w)",
    re.IGNORECASE,
)


def ordinals(question: Question, view: View, words: Sequence[QueryWord]) -> list[Candidate]:
    """Return the editions and ordinals of `view` that may answer which one of a series it is, best first."""
    made = []
    given = {e.number for e in question.editions}
    numbered = [tokens(question.folded[: e.start])[-2:] for e in question.editions]
    told_by = tellers(question, words, view)
    kind = _series(question)
    for index, sentence in enumerate(view.facts.sentences):
        cover = coverage(words, view, index)
        editions = [e for e in find_editions(sentence.text) if e.number not in given]
        spans = [(e.start, e.end) for e in editions]
        spans += [
            m.span("nth")
            for m in _NTH.finditer(sentence.text)
            if not any(e.start <= m.start("nth") < e.end for e in find_editions(sentence.text))
        ]
        if kind is not None and kind != _TERM:  # "kỳ họp thứ mấy" asks not for the "khóa XIV" that has it
            spans = [(a, b) for a, b in spans if not view.folded[index].startswith(f"{_TERM} ", a)]
        for span in spans:
            score = 1.7 * cover + 0.5 * nearness(words, view, index, *span) + TOLD * told(told_by, view, index, *span)
            if kind is not None and kind in tokens(view.folded[index][: span[0]])[-SERIES_BEFORE:]:
                score += SAME_SERIES
            score -= OTHER_EVENT if tokens(view.folded[index][: span[0]])[-2:] in numbered else 0.0
            item = Item(as_written(view, index, *span))
            made.append(Candidate((item,), (Proof(view, index, (span,)),), score, min(1.0, 0.85 * cover + 0.1), view))
    made.sort(key=lambda c: -c.score)
    return made[:4]


# "Là cuộc gặp thứ mấy": it is meetings that are numbered, and not visits.
SAME_SERIES = 0.4
SERIES_BEFORE = 3
_TERM = "khoa"


def _series(question: Question) -> str | None:
    """Return the last syllable of the noun right before "thứ mấy", in bare letters; None for none but "lần"."""
    before = [token for token in tokens(question.folded[: question.cue[0]]) if token not in ("thu", "lan", "la")]
    ends_in_noun = not question.folded[: question.cue[0]].rstrip().endswith(("lan thu", "la thu"))
    return before[-1] if before and ends_in_noun else None


# What is asked as one number against another ("tỷ số mấy", "tỷ lệ mấy - mấy"), and how it is written.
_RATIO_ASKED = cues.shape(
    r"(?<!\w)(?:tỷ số|tỉ số)(?!\w)|(?<!\w)mấy\s*(?:[-–:/]|trên|ăn|phần)\s*mấy(?!\w)|(?<!\w)mấy mấy(?!\w)"
)
_RATIO = compiled_later(r"(?<![\d.,/:-])\d{1,3}\s?[-–:/]\s?\d{1,3}(?![\d/:-]|[.,]\d)")
_RATIO_TOLD = compiled_later(r"(?<!\w)(?:ty so|ty le|thang|thua|hoa|dan|voi)(?!\w)[^,;.]{0,28}$")
RATIO = 0.5  # right after "tỷ số"; a date is written with the same signs


def asks_ratio(question: Question) -> bool:
    """Tell whether a ratio or a score is asked for."""
    return _RATIO_ASKED.search(question.text) is not None


def ratios(question: Question, view: View, words: Sequence[QueryWord]) -> list[Candidate]:
    """Return the ratios and scores of `view` that may answer, best first."""
    made = []
    told_by = tellers(question, words, view)
    for index, sentence in enumerate(view.facts.sentences):
        cover = coverage(words, view, index)
        for m in _RATIO.finditer(sentence.text):
            if _RATIO_TOLD.search(view.folded[index][: m.start()]) is None:
                continue
            score = 1.6 * cover + RATIO + TOLD * told(told_by, view, index, *m.span())
            item = Item(as_written(view, index, *m.span()))
            fit = min(1.0, 0.75 * cover + 0.2)
            made.append(Candidate((item,), (Proof(view, index, (m.span(),)),), score, fit, view))
    made.sort(key=lambda c: -c.score)
    return made[:4]
