"""Candidates for questions whose answer is an organisation, a body, a company, a team or a country."""

from __future__ import annotations

import re
from collections.abc import Sequence

from retrieval.answering import cues
from retrieval.answering.candidate import Candidate, Proof, as_written, whole_words
from retrieval.answering.matching import QueryWord, View, Words, coverage, inside, nearness, predicate_words, share
from retrieval.answering.model import Item
from retrieval.answering.question import Question
from retrieval.language.letters import LOWER, UPPER
from retrieval.language.normalize import fold
from retrieval.language.places import COUNTRY_PATTERN, is_place

# Heads of the names of organisations, lower case, reading form.
ORG_HEADS = (
    "bộ", "sở", "cục", "vụ", "viện", "ban", "ủy ban", "hội", "hiệp hội", "liên đoàn", "liên hiệp", "tổng công ty",
    "công ty cổ phần", "công ty tnhh", "công ty", "tập đoàn", "ngân hàng", "trường đại học", "trường", "đại học",
    "học viện", "trung tâm", "ubnd", "hđnd", "tand", "vksnd", "công an", "tòa án", "viện kiểm sát", "đại sứ quán",
    "quỹ", "báo", "đài", "đoàn", "câu lạc bộ", "clb", "nhà hát", "bệnh viện", "bảo tàng", "cơ quan", "tổ chức", "hãng",
    "đội tuyển", "đội", "quân chủng", "quân khu", "bộ tư lệnh", "tổng cục", "văn phòng", "chi cục", "phòng",
    "hợp tác xã", "htx", "mặt trận tổ quốc", "tổng liên đoàn", "nhà xuất bản", "nxb", "giáo hội", "liên minh",
    "hạm đội", "nhóm", "lữ đoàn", "sư đoàn", "tổng hội",
)  # fmt: skip
_HEADS = "|".join(sorted((re.escape(h).replace(r"\ ", r"\s+") for h in ORG_HEADS), key=len, reverse=True))
_NAME = rf"[{UPPER}][\w&.’'/-]*(?:\s+\d+)?"
# A head with its name ("Tổng công ty Điện lực TP. Hà Nội"): capitalised words and the small ones between; or a name
# of its own: an acronym or a brand ("VietinBank", "USAID").
_ORG = re.compile(
    rf"(?<![\w-])(?:(?:(?i:{_HEADS})(?=\s+[{UPPER}])|(?=[{UPPER}])(?i:{_HEADS}))(?:(?:\s+(?:-\s+)?|\s+(?:[{LOWER}]\w*\s+){{1,2}}|,\s+(?=[^,;.]*\s+và\s+[{UPPER}])){_NAME}){{1,9}}"
    rf"|(?:[A-Z][a-z0-9]*[A-Z][\w&-]*|[{UPPER}]{{2,}}[\w&-]*)(?:\s+{_NAME}){{0,3}})"
)
# Capitals that are no organisation by themselves.
_NO_ORG = frozenset(
    [
        "TP",
        "TP.",
        "TPHCM",
        "HCM",
        "GDP",
        "USD",
        "VND",
        "VNĐ",
        "FDI",
        "ODA",
        "TNHH",
        "MTV",
        "CP",
        "TTXVN",
        "AFP",
        "COVID",
        "ATM",
        "TW",
        "NQ",
        "QĐ",
        "CT",
        "SN",
        "DN",
        "TT",
        "PV",
        "GS",
        "TS",
        "PGS",
        "ThS",
        "QR",
        "AI",
        "IT",
    ]
)
# What an organisation asked for may be called (bare letters).
_FOCUS_FORMS = {
    "doanh nghiep": ("cong ty", "tap doan", "ngan hang", "tong cong ty", "doanh nghiep"), "don vi": ("",),
    "co quan": ("",), "to chuc": ("",), "ben": ("",), "cong ty": ("cong ty", "tong cong ty", "tap doan"),
    "truong": ("truong", "dai hoc", "hoc vien"), "toa": ("toa an", "tand"), "toa an": ("toa an", "tand"),
}  # fmt: skip
_COUNTRIES = re.compile(rf"(?<!\w)(?:{COUNTRY_PATTERN})(?!\w)")


def candidates(question: Question, view: View, words: Sequence[QueryWord]) -> list[Candidate]:
    """Return the organisations or countries of `view` that may answer "đơn vị nào", "nước nào"."""
    asked = Words.of(question.folded)
    focus = fold(question.focus)
    country = focus in ("nuoc", "quoc gia", "nhung nuoc")
    sides = focus in ("ben", "phia")
    patterns = (_COUNTRIES,) if country else (_ORG, _COUNTRIES) if sides else (_ORG,)
    around = question.text[max(0, question.cue[0] - 10) : question.cue[1]]
    plural = cues.search(("những", "các", "hai", "ba", "mấy"), around) is not None or "plural" in question.aspects
    by_agent = cues.search(("do", "bởi"), question.text) is not None
    near_cue = predicate_words(question, words)
    made: list[tuple[float, float, int, tuple[int, int]]] = []
    for index, sentence in enumerate(view.facts.sentences):
        cover = coverage(words, view, index)
        if cover < 0.3:
            continue
        people = view.facts.references[index]
        spans: list[tuple[int, int]] = []
        for m in (m for pattern in patterns for m in pattern.finditer(sentence.text)):
            if country and m.group() in _REGIONS:
                continue
            if m.re is _ORG and _ends_place(sentence.text, m.start()):
                continue
            names = [m.span()] if m.re is _COUNTRIES else _apart(m)
            spans.extend(
                s if m.re is _COUNTRIES else whole_words(sentence.text, _without_tail(sentence.text, s)) for s in names
            )
        for span in spans:
            text = sentence.text[span[0] : span[1]]
            if (
                share(text, asked) > 0.62
                or text in _NO_ORG
                or any(p.outer_start <= span[0] < p.outer_end for p in people)
            ):
                continue
            score = (
                1.5 * cover + 0.35 * nearness(words, view, index, *span) + 0.5 * nearness(near_cue, view, index, *span)
            )
            if focus and fold(text).startswith(_FOCUS_FORMS.get(focus, (focus,))):
                score += 0.3
            before = sentence.text[: span[0]]
            if "object" in question.aspects and _WITH.search(before):
                score += 0.2
            if by_agent and _BY.search(before):
                score += 0.35
            made.append((score, cover, index, span))
    made.sort(key=lambda m: -m[0])
    if not made:
        return []
    score, cover, index, span = made[0]
    chosen = [span]
    if plural:
        text = view.facts.sentences[index].text
        ordered = sorted(made[1:], key=lambda m: m[3])
        chosen = _row(text, span, [o for _, _, i, o in ordered if i == index]) if country or sides else chosen
        for other_score, _, other_index, other in ordered if len(chosen) == 1 else ():
            apart = not any(a < other[1] and other[0] < b for a, b in chosen)
            if (
                other_index == index
                and other_score > score - 0.6
                and apart
                and not _same_in_brackets(text, chosen, other)
            ):
                chosen.append(other)
        chosen.sort()
    items = [Item(" ".join(as_written(view, index, *s).split()[:10])) for s in chosen]
    trust = 0.6 * cover + 0.4 * inside(words, view, index)
    return [Candidate(tuple(items), (Proof(view, index, tuple(chosen)),), score, trust, view)]


def _ends_place(text: str, start: int) -> bool:
    """Tell whether the word at an offset ends the name of a place ("Hải Phòng": no "phòng")."""
    m = re.compile(r"\w+\s+$").search(text, max(0, start - 12), start)
    word = re.match(r"\w+", text[start:])
    return m is not None and word is not None and is_place(f"{m.group().strip()} {word.group()}")


_NEXT_ORG = re.compile(rf"(?:,|\s+(?:và|cùng|với))\s+(?=(?i:{_HEADS})\s)")


def _apart(match: re.Match[str]) -> list[tuple[int, int]]:
    """Return the spans of the names in a match that runs over several ("Tập đoàn A, Tập đoàn B và Công ty C")."""
    spans, start = [], match.start()
    for joint in _NEXT_ORG.finditer(match.string, match.start(), match.end()):
        spans.append((start, joint.start()))
        start = joint.end()
    return [*spans, (start, match.end())]


_REGIONS = frozenset(
    ("EU", "ASEAN", "châu Âu", "châu Á", "châu Phi", "Đông Nam Á", "Liên minh châu Âu", "Thái Bình Dương")
)


def _row(text: str, span: tuple[int, int], others: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the names that stand in one row with `span`, by commas and "và"."""
    row = sorted({span, *others})
    at = row.index(span)
    first = last = at
    while first > 0 and _IN_ROW.fullmatch(text[row[first - 1][1] : row[first][0]]):
        first -= 1
    while last + 1 < len(row) and _IN_ROW.fullmatch(text[row[last][1] : row[last + 1][0]]):
        last += 1
    return row[first : last + 1]


_IN_ROW = re.compile(r"\s*(?:,|và|, và|hay|;|cùng)\s*")
_WITH = re.compile(r"(?:với|cùng|cho|và|,|của)\s+(?:các |những )?$")
_BY = re.compile(r"(?:do|bởi|được)\s+$")


def _without_tail(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """Return the span of a name without the small words and punctuation that its pattern took along at the end."""
    start, end = span
    small = re.search(rf"(?:\s+[{LOWER}]\w*)+$", text[start:end])
    if small is not None and any(c.isupper() for c in text[start : start + small.start()]):
        end = start + small.start()
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end


def _same_in_brackets(text: str, chosen: Sequence[tuple[int, int]], other: tuple[int, int]) -> bool:
    """Tell whether a name only repeats the one before it in brackets ("Ủy ban châu Âu (EC)")."""
    return any(re.fullmatch(r"\s*\(\s*", text[b : other[0]]) for _, b in chosen)
