"""Whether a sentence tells what is claimed of another time or rank: of "giải nhì" where "giải nhất" is asked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from retrieval.answering.asking import cues
from retrieval.answering.asking.person_nouns import PERSON_NOUNS
from retrieval.answering.asking.question import Question
from retrieval.answering.claims.claim import places_told
from retrieval.answering.evidence.view import QueryWord, View
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.normalize import fold, lower_case

_ORDINAL = compiled_later(
    r"(?<!\w)(?:(?P<first>đầu tiên|lần đầu|thứ nhất|đầu)|"
    r"(?:lần\s+)?thứ\s+(?P<number>hai|ba|tư|năm|sáu|bảy|tám|\d{1,2}))"
    r"(?!\w)(?!\s+(?:trưởng|ngày|tuần|\d))"
)
_NUMBERS = {"hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8}


# Nouns of which one may be the third, by their last syllables, and another word for one of them.
_COUNTED = frozenset(noun.split()[-1] for noun in (*cues.PLACE_NOUNS, *cues.ORG_NOUNS, *PERSON_NOUNS))
_SERIES = {"quốc gia": "nước"}
_NOUN = compiled_later(r"(?<!\w)(quốc gia|[^\W\d]+)\s+$")


def _of_other_series(asked: str, text: str, at: int) -> bool:
    """Tell whether an ordinal at a place of `text` counts other things than the one in `asked` ("nước thứ ba")."""
    first = _ORDINAL.search(lower_case(asked))
    nouns = [_NOUN.search(lower_case(asked)[: first.start()]) if first else None, _NOUN.search(lower_case(text)[:at])]
    series = [_SERIES.get(noun.group(1), noun.group(1)) if noun else "" for noun in nouns]
    return series[0] in _COUNTED and series[0] != series[1]


def _ordinals(text: str) -> list[tuple[int, int]]:
    """Return the ordinals in `text` ("thứ ba", "lần đầu tiên") with where they stand."""
    found = []
    for m in _ORDINAL.finditer(lower_case(text)):
        if m.group("first"):
            if m.group("first") != "đầu" or text[: m.start()].rstrip().endswith("lần"):
                found.append((m.start(), 1))
        else:
            word = m.group("number")
            found.append((m.start(), _NUMBERS.get(word) or int(word)))
    return found


def other_ordinal(question: Question, claimed: Sequence[QueryWord], view: View, sentence: int) -> bool:
    """Tell whether a sentence tells what is claimed of another time than the one that the question names.

    "Từng" asks for an earlier time, so that a first time denies it.
    """
    text = view.facts.sentences[sentence].text
    if _of_other_degree(question.text, text):
        return True
    told = [(at, n) for at, n in _ordinals(text) if not _of_other_series(question.text, text, at)]
    if not told:
        return False
    asked = {n for _, n in _ordinals(question.text)}
    if not asked:
        return (
            _EVER.search(question.text) is not None and {n for _, n in told} == {1} and not _negated(text, told[0][0])
        )
    if len(asked) != 1:
        return False
    fitting = [at for at, n in told if n in asked]
    if not fitting or all(_negated(text, at) for at in fitting):
        return True
    if len({n for _, n in told}) < 2:
        return False
    governing = []
    for place, _ in places_told(claimed, view, sentence):
        before = [n for at, n in told if at < place]
        if before:
            governing.append(before[-1])
    return bool(governing) and sum(n in asked for n in governing) < 0.34 * len(governing)


def _of_other_degree(asked: str, text: str) -> bool:
    """Tell whether `text` has what is claimed to be the first of all ("lớn nhất") at another place ("lớn thứ 5")."""
    wanted, told = _degrees(asked), _degrees(text)
    return any(said == word and place != rank for word, rank in wanted for said, place in told) and not wanted & told


def _degrees(text: str) -> set[tuple[str, str]]:
    """Return the qualities that `text` ranks, with their places ("1" for the most)."""
    return {
        (m.group("quality"), "1" if m.group("most") else m.group("place")) for m in _DEGREE.finditer(lower_case(text))
    }


_DEGREE = compiled_later(
    r"(?<!\w)(?P<quality>lớn|nhỏ|cao|thấp|dài|ngắn|đông|nhiều|ít|nặng|nhẹ|nhanh|chậm|mạnh|giàu|nghèo|trẻ|già|đẹp|tốt|rộng|sâu)"
    r"\s+(?:(?P<most>nhất)|thứ\s+(?P<place>hai|ba|tư|năm|sáu|bảy|tám|\d{1,2}))(?!\w)"
)
_EVER = cues.shape(r"(?<!\w)(?:đã từng|từng|bao giờ|trước (?:đây|đó|kia))(?!\w)")
_NEGATED = compiled_later(
    r"(?<!\w)(?:(?:không|chưa) phải(?: là)?\s+(?:\S+\s+){0,3}|(?:không|chưa) có\s+)$", re.IGNORECASE
)


def _negated(text: str, at: int) -> bool:
    return _NEGATED.search(text[:at]) is not None


# Ranks of prizes: the same place under two names ("giải nhì", "huy chương bạc").
RANKS: tuple[tuple[str, ...], ...] = (
    ("giải nhất", "huy chương vàng", "hcv", "giải vàng", "vô địch", "quán quân", "hạng nhất"),
    ("giải nhì", "huy chương bạc", "hcb", "giải bạc", "á quân", "hạng nhì", "hạng hai"),
    ("giải ba", "huy chương đồng", "hcđ", "giải đồng", "hạng ba"),
    ("giải tư",), ("giải khuyến khích",), ("giải a",), ("giải b",), ("giải c",),
)  # fmt: skip
_RANK = cues.shape(rf"(?<!\w)(?:{'|'.join(word for row in RANKS for word in row)})(?!\w)")
_ROW_OF = {fold(word): place for place, row in enumerate(RANKS) for word in row}


def _ranks(text: str) -> list[tuple[int, int]]:
    """Return where ranks stand in `text`, with their rows in `RANKS`."""
    return [(m.start(), _ROW_OF[fold(m.group())]) for m in _RANK.finditer(text)]


def lacks_rank(question: Question, text: str) -> bool:
    """Tell whether the question names a rank, and `text` tells of none at all."""
    return bool(_ranks(question.text)) and not _ranks(text)


def other_rank(question: Question, text: str) -> bool:
    """Tell whether `text` tells of ranks, and none of them, unless it is denied, is the one that the question names."""
    asked = {row for _, row in _ranks(question.text)}
    told = _ranks(text)
    return len(asked) == 1 and bool(told) and not any(row in asked and not _negated(text, at) for at, row in told)
