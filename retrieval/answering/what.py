"""Candidates for short "what" questions: themes, slogans, names of things, forms."""

from __future__ import annotations

import re
from collections.abc import Sequence

from retrieval.answering.candidate import Candidate, Proof, as_written
from retrieval.answering.matching import coverage, nearness, share
from retrieval.answering.model import Item
from retrieval.answering.question import Question
from retrieval.answering.telling import tellers, told
from retrieval.answering.view import QueryWord, View, Words
from retrieval.language.compounds import in_compound
from retrieval.language.letters import LOWER, UPPER
from retrieval.language.normalize import fold

TOLD = 0.6
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
_PHRASE = r"((?:[^,.;:!?()“”\"]+)(?:\([^)]*\))?)"
_CLAUSE_END = re.compile(
    r"[,.;:!?]|\s[-–—]\s|(?<!\w)(?:đã|sẽ|được|nhằm|để|tại|vào|với|cho biết|diễn ra|khi|trong|mà|nhưng|do|từ)(?!\w)"
)


# What a thing asked for may be called in a report (bare letters): awards, papers and gifts have names of their own.
THING_FORMS: dict[str, tuple[str, ...]] = {
    "phan thuong": ("huan chuong", "huy chuong", "bang khen", "giay khen", "ky niem chuong", "danh hieu",
                    "giai thuong"),
    "huan chuong": ("huan chuong",), "giai thuong": ("giai thuong", "giai"), "danh hieu": ("danh hieu",),
    "van kien": ("hiep dinh", "tuyen bo", "ban ghi nho", "bien ban", "thoa thuan", "nghi quyet", "van kien"),
    "thoa thuan": ("thoa thuan", "hiep dinh", "ban ghi nho", "bien ban ghi nho", "hop dong"),
    "hiep dinh": ("hiep dinh", "hiep uoc", "thoa thuan"), "tuyen bo": ("tuyen bo",),
    "van ban": ("ban ghi nho", "bien ban", "thoa thuan", "van ban"), "toi danh": ("toi danh", "toi"),
    "toi": ("toi", "hanh vi"), "luat": ("luat", "bo luat"),
    "du luat": ("du luat", "du an luat", "du thao luat", "luat"), "du thao luat": ("du thao luat", "luat"),
    "du an luat": ("du an luat", "du thao luat", "luat"), "dao luat": ("dao luat", "luat"),
    "cuon sach": ("cuon sach", "cuon", "sach", "tac pham"), "bo phim": ("bo phim", "phim"), "phim": ("bo phim", "phim"),
    "xe": ("sieu xe", "chiec", "xe"), "bao": ("bao", "con bao", "tam bao"), "con bao": ("con bao", "tam bao", "bao"),
    "mon qua": ("mon qua", "buc tranh", "buc", "chiec", "bo"), "qua": ("mon qua", "buc tranh", "buc", "chiec"),
    "bai hat": ("bai hat", "ca khuc", "bai"), "ca khuc": ("ca khuc", "bai hat", "nhac pham"),
    "vo": ("vo dien", "vo kich", "vo"), "benh": ("benh", "can benh", "chung"), "can benh": ("can benh", "benh"),
}  # fmt: skip
OTHER_FORM = 0.1  # taken off for each form further down its row
# Things whose names have commas and small words in them, and where such a name ends.
_LONG_NAMES = frozenset(("luat", "du luat", "du thao luat", "du an luat", "dao luat", "toi", "toi danh", "nghi quyet"))
_LONG_NAME_END = re.compile(
    r"[.;:!?(]|,\s(?![^\W\d_]+(?:\s[^\W\d_]+){0,5}(?:,|\svà\s))|,\s(?=(?:ông|bà|Bộ|Chính|Quốc|Ủy|Ban)\s)|"
    r"(?<!\w)(?:đã|sẽ|nhằm|tại|vào|cho biết|diễn ra|khi|trong vụ|mà|nhưng|xảy ra|theo|đối với|sau|quy định tại|do|được|"
    r"cần|có hiệu lực)(?!\w)"
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
    for index, sentence in enumerate(view.facts.sentences):
        cover = coverage(words, view, index)
        if cover < 0.25:
            continue
        text = sentence.text
        if "hinh thuc" in focus or "hinh thuc" in question.folded:
            for m in (*_FORMAT.finditer(text), *_HELD.finditer(text)):
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
            bonus -= 0.5 if focus not in _WORDS_ASKED and _MANNER.fullmatch(m.group(1).strip()) else 0.0
            score = 1.5 * cover + bonus + 0.3 * nearness(words, view, index, m.start(1), m.end(1))
            score += TOLD * told(told_by, view, index, m.start(1), m.end(1))
            made.append(_made(view, index, m.span(1), score, cover))
        for rank, span in _named_things(focus, view, index):
            if share(text[span[0] : span[1]], Words.of(question.folded)) > 0.75:
                continue
            if "name" in question.aspects and not _has_new_name(text[span[0] + 1 : span[1]], question):
                continue
            score = 1.45 * cover + 0.25 + 0.3 * nearness(words, view, index, *span) - OTHER_FORM * rank
            score += TOLD * told(told_by, view, index, *span)
            score += NAMED if any(c.isupper() for c in text[span[0] + 1 : span[1]]) else 0.0
            made.append(_made(view, index, span, score, cover))
    made.sort(key=lambda c: -c.score)
    return made[:4]


def _has_new_name(phrase: str, question: Question) -> bool:
    """Tell whether a phrase has a capitalised word that the question does not have."""
    asked = Words.of(question.folded)
    return any(fold(name) not in asked.single for name in re.findall(rf"[{UPPER}]\w*", phrase))


def _heads(focus: str) -> list[str]:
    return [focus, "chu de"] if focus in ("noi dung", "chu de") else [focus]


def _made(view: View, index: int, span: tuple[int, int], score: float, cover: float) -> Candidate:
    written = as_written(view, index, *span).strip(" ,;:")
    if len(written.split()) > _MOST_SYLLABLES:
        written = " ".join(written.split()[:_MOST_SYLLABLES])
    return Candidate((Item(written),), (Proof(view, index, (span,)),), score, min(1.0, 0.85 * cover), view)


def _named_things(focus: str, view: View, index: int) -> list[tuple[int, tuple[int, int]]]:
    """Return the phrases that begin with the noun asked for or another of its forms, with the place of the form."""
    forms = THING_FORMS.get(focus, (focus,)) if focus else ()
    long = focus in _LONG_NAMES
    return [(rank, span) for rank, form in enumerate(forms) for span in _after_noun(form, view, index, long=long)]


# After the noun these give no name: "chủ đề và những ưu tiên", "luật này".
_NO_NAME = re.compile(
    r"\s+(?:và|này|đó|ấy|nói|của|những|các|khác|trên|mà|cũng|cho|hay|hoặc|với|như|là|có|phải|rất|ra|nào|gì|nhưng|đang)(?!\w)"
)


# A title in quotation marks right after its noun, whatever signs it has in it.
_TITLE = re.compile(r"\s+[“\"‘][^“”\"‘’]{3,260}[”\"’]")


def _name_end(text: str, position: int, ends: re.Pattern[str]) -> int:
    """Return where the name after a noun that ends at `position` ends: with its quotation, or its clause."""
    if title := _TITLE.match(text, position):
        return title.end()
    return next((m.start() for m in ends.finditer(text, position + 1) if not in_compound(text, *m.span())), len(text))


def _after_noun(focus: str, view: View, index: int, *, long: bool) -> list[tuple[int, int]]:
    """Return the phrases that begin with the noun `focus`, or that "là" ties to it; `long` where names have commas."""
    if not focus:
        return []
    text, folded = view.facts.sentences[index].text, view.folded[index]
    spans = []
    for m in re.finditer(rf"(?<!\w){re.escape(focus)}(?!\w)", folded):
        end = _name_end(text, m.end(), _LONG_NAME_END if long else _CLAUSE_END)
        end = m.start() + len(text[m.start() : end].rstrip())
        tie = re.search(r"(?<!\w)là\s+", text[m.start() : m.start() + 120])
        if tie is not None:
            start = m.start() + tie.end()
            after = _CLAUSE_END.search(text, start + 1)
            spans.append((start, after.start() if after else len(text)))
        if len(text[m.start() : end].split()) > len(focus.split()) and not _NO_NAME.match(text, m.end()):
            spans.append((m.start(), end))
    return [s for s in spans if s[1] > s[0]]
