"""Candidates for "how many": the numbers that count the thing asked, and durations."""

from __future__ import annotations

import re
from collections.abc import Sequence

from retrieval.answering.candidate import Candidate, Proof, as_written
from retrieval.answering.matching import QueryWord, View, Words, coverage, nearness, share, tokens
from retrieval.answering.model import Item
from retrieval.answering.question import Question
from retrieval.language.dates import find_durations
from retrieval.language.normalize import fold
from retrieval.language.numerals import find_editions, find_quantities

_MONEY = ("tien", "dong", "usd", "do la", "trieu", "ty", "kinh phi", "gia", "von", "tri gia", "so tien", "euro")
# Measures as they are asked for, and as reports write them (bare letters).
_UNITS = {
    "met": ("m", "met"), "m": ("m", "met"), "km": ("km", "cay", "kilomet"), "cay so": ("km",), "ki lo met": ("km",),
    "ha": ("ha", "hecta", "hec"), "hec ta": ("ha", "hecta"), "kg": ("kg", "ky"), "tan": ("tan",),
    "met vuong": ("m2", "m²", "met vuong"), "met khoi": ("m3", "m³", "met khoi"), "lit": ("lit",), "mw": ("mw",),
}  # fmt: skip
_UNASKED = frozenset(
    [
        "nguoi",
        "da",
        "duoc",
        "co",
        "cua",
        "o",
        "tai",
        "trong",
        "va",
        "la",
        "ve",
        "cho",
        "voi",
        "den",
        "tham",
        "du",
        "dien",
        "ra",
        "bao",
        "nhieu",
        "may",
        "so",
        "luong",
        "gan",
        "hon",
        "khoang",
        "o",
    ]
)


def candidates(question: Question, view: View, words: Sequence[QueryWord]) -> list[Candidate]:
    """Return the numbers of `view` that may answer `question`, best first."""
    if "duration" in question.aspects:
        return _durations(question, view, words)
    if "ordinal" in question.aspects:
        return _ordinals(question, view, words)
    noun = _asked_noun(question)
    made = []
    unit = _asked_unit(question)
    given = {re.sub(r"\s", "", q.text.lower()) for q in find_quantities(question.text)}
    for index, sentence in enumerate(view.facts.sentences):
        cover = coverage(words, view, index)
        if cover < 0.2:
            continue
        for quantity in find_quantities(sentence.text):
            if quantity.indefinite or re.sub(r"\s", "", quantity.text.lower()) in given:
                continue
            counted = fold(" ".join(quantity.nouns)) or _following(sentence.text, quantity.end)
            match = _noun_match(noun, counted, fold(quantity.unit), unit)
            if match is None:
                continue
            score = (
                1.5 * cover
                + 1.0 * match
                + 0.4 * nearness(words, view, index, quantity.start, quantity.noun_end or quantity.end)
            )
            fit = min(1.0, 0.5 * cover + 0.5 * match)
            item = Item(
                as_written(
                    view, index, quantity.phrase_start if quantity.approximator else quantity.start, quantity.end
                )
            )
            made.append(Candidate((item,), (Proof(view, index, ((quantity.start, quantity.end),)),), score, fit, view))
    made.sort(key=lambda c: -c.score)
    return made[:4]


def _following(text: str, end: int) -> str:
    """Return the three syllables after a number, in bare letters, where no noun was recognised ("92 bị cáo")."""
    m = re.match(r"\s+((?:[^\W\d_]+\s+){0,2}[^\W\d_]+)", text[end:])
    return fold(m.group(1)) if m else ""


_AFTER_NOUN = frozenset(
    [
        "đã",
        "được",
        "có",
        "ở",
        "tại",
        "trong",
        "để",
        "cho",
        "tham",
        "dự",
        "đến",
        "tới",
        "về",
        "bị",
        "vào",
        "với",
        "sẽ",
        "của",
        "từ",
        "khi",
        "là",
        "diễn",
        "trên",
        "nhân",
        "thì",
        "mà",
        "đang",
        "cùng",
    ]
)
_AFTER_NOUN_FOLDED = frozenset(fold(w) for w in _AFTER_NOUN)


def _asked_noun(question: Question) -> list[str]:
    """Return the tokens of the noun that is counted: what follows "bao nhiêu", up to a verb or preposition."""
    found: list[str] = []
    folded = tokens(question.folded[question.cue[1] :])
    spoken = folded if question.unaccented else tokens(question.text[question.cue[1] :].lower())
    stop = _AFTER_NOUN_FOLDED if question.unaccented else _AFTER_NOUN
    for place, (token, word) in enumerate(zip(folded, spoken, strict=False)):
        defendant = token == "bi" and folded[place + 1 : place + 2] in (["cao"], ["can"])
        if word in stop and not defendant:
            if found:
                break
            continue
        found.append(token)
        if len(found) == 6:
            break
    return found


def _asked_unit(question: Question) -> str:
    """Return "money", "percent" or "" for the unit that the question asks in."""
    after = question.folded[question.cue[1] : question.cue[1] + 24]
    around = question.folded[max(0, question.cue[0] - 40) : question.cue[1] + 24]
    if re.match(r"\s*(?:phan tram|%)", after) or re.search(r"(?:ty le|ti le|phan tram)", around):
        return "percent"
    if re.match(r"\s*(?:tien|dong|usd|do la|do|trieu|ty|euro|nhan dan te)(?!\w)", after) or re.search(
        r"(?:tri gia|so tien|kinh phi|von|gia|muc phat|tong muc dau tu|quyen gop|ung ho|chi phi)\s+(?:\w+\s+){0,5}$",
        question.folded[: question.cue[0]],
    ):
        return "money"
    return ""


def _noun_match(noun: Sequence[str], counted: str, unit: str, asked_unit: str) -> float | None:
    """Return how well (0 to 1) the counted phrase is the noun asked for, or None when it is something else."""
    is_money = any(
        m in unit.split() or unit == m
        for m in (
            "dong",
            "usd",
            "do la",
            "euro",
            "vnd",
            "d",
            "nhan dan te",
            "yen",
            "won",
            "eur",
            "bang anh",
            "do la my",
        )
    )
    if asked_unit == "money":
        return 0.9 if is_money or re.match(r"(?:trieu|ty|ti|dong|usd)", counted) else None
    if asked_unit == "percent":
        return 0.9 if unit in ("%", "phan tram") else None
    if is_money or unit == "%":
        return None
    if noun and (noun[0] in _UNITS or " ".join(noun[:2]) in _UNITS):
        wanted = _UNITS.get(" ".join(noun[:2])) or _UNITS[noun[0]]
        return 0.9 if unit in wanted or counted.split(" ")[0] in wanted else None
    if not noun:
        return 0.35
    words = Words.of(f"{counted} {unit}")
    if not noun[0]:
        return None
    first = noun[0] in words.single or (unit and noun[0] == unit)
    shared = share(" ".join(noun), words)
    if first and len(noun) > 1 and (noun[0], noun[1]) in words.pairs:
        return min(1.0, 0.65 + 0.35 * shared)
    if first:
        return min(1.0, 0.45 + 0.45 * shared)
    if shared >= 0.4:
        return 0.35 + 0.3 * shared
    if noun[0] in ("nguoi", "dai", "khach", "can", "hoc", "vi") and re.search(
        r"(?:nguoi|dai bieu|can bo|hoc sinh|sinh vien|khach|nghe si|doan vien|chien si|nan nhan|vi|thanh vien|"
        r"cong nhan|doanh nhan)",
        counted,
    ):
        return 0.45
    return None


def _durations(question: Question, view: View, words: Sequence[QueryWord]) -> list[Candidate]:
    made = []
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


def _ordinals(question: Question, view: View, words: Sequence[QueryWord]) -> list[Candidate]:
    made = []
    for index, sentence in enumerate(view.facts.sentences):
        cover = coverage(words, view, index)
        for edition in find_editions(sentence.text):
            score = 1.7 * cover + 0.5 * nearness(words, view, index, edition.start, edition.end)
            text = as_written(view, index, edition.start, edition.end)
            made.append(
                Candidate(
                    (Item(text),),
                    (Proof(view, index, ((edition.start, edition.end),)),),
                    score,
                    min(1.0, 0.85 * cover + 0.1),
                    view,
                )
            )
    made.sort(key=lambda c: -c.score)
    return made[:4]
