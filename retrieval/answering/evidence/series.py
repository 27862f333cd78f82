"""Numbers that tell one of a series from the next: "số 7" of a programme, "giai đoạn 1", "APEC 2017", "quận 4".

A sentence that tells of number 6 tells nothing of number 7, however many words it shares with the question.
"""

from __future__ import annotations

from collections.abc import Sequence

from retrieval.answering.asking.light_words import is_light
from retrieval.answering.asking.question import Question
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.patterns import word_spans

OTHER = 1.0  # taken off the score of what a sentence about another of the series tells

# Words that number what stands before them or what they name (bare letters).
_OF = r"so|tap|ky|khoa|dot|vong|giai doan|phan|quy|mua|chuong|dieu|khoan|quan|nhom|bang|hang|goi|gio|luot|cum"
_NUMBERED = compiled_later(
    rf"(?:(?P<what>\w+)\s+)?(?<!\w)(?P<of>{_OF})\s+(?P<number>\d{{1,4}}|[ivx]{{1,4}})(?![\w/]|[.,]\d|\s?%)"
)
_YEARS = compiled_later(r"(?P<what>[^\W\d]{2,})\s+(?P<number>20\d\d)(?!\w|[/-]\d)")


def series_asked(question: Question) -> tuple[tuple[str, str], ...]:
    """Return what `question` numbers, as pairs of the word before the number and the number, in bare letters.

    Of what is numbered by "số" the word is the one before that: issue 6 of another thing is another thing.
    """
    taken = [question.cue, *((e.start, e.end) for e in question.editions)]
    taken += [(d.start, d.end) for d in question.dates if d.date.day is not None or not d.text.isdecimal()]
    found: list[tuple[str, str]] = []
    for pattern in (_NUMBERED, _YEARS):
        for m in pattern.finditer(question.folded):
            if any(a < m.end("number") and m.start("number") < b for a, b in taken):
                continue
            word = m.groupdict().get("of") or m.group("what")
            word = (m.group("what") or "") if word == "so" else word
            if len(word) > 1 and not is_light(word):
                found.append((word, m.group("number")))
    return tuple(dict.fromkeys(found))


def tells_of_other(series: Sequence[tuple[str, str]], folded: str) -> bool:
    """Tell whether a sentence (bare letters) numbers what `series` does, and all otherwise."""
    for word, number in series:
        numbers = [m.group("number") for _, end in word_spans(folded, word) if (m := _NUMBER.match(folded, end))]
        if numbers and number not in numbers:
            return True
    return False


_NUMBER = compiled_later(r"\s+(?:so\s+|thu\s+)?(?P<number>\d{1,4}|[ivx]{1,4})(?![\w/]|[.,]\d|\s?%)")
