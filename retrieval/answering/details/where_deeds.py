"""Whether a place in a sentence is that of the deed asked about, by the words right before it and by its date.

A report of an accident names where everybody lives; where it "xảy ra" stands once. So the verb right before "ở" or
"tại" is compared with the question's, somebody's home is no place of a deed, and in a sentence with several dates a
place belongs to the date in whose clause it stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from retrieval.answering.asking import cues
from retrieval.answering.asking.light_words import is_light
from retrieval.answering.asking.question import Question
from retrieval.answering.details.when_signs import asks_what_befell, told_what_befell
from retrieval.answering.evidence.telling import clause_of_date
from retrieval.answering.evidence.view import View, tokens
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.letters import UPPER
from retrieval.language.normalize import fold

LED, LED_PART = 0.5, 0.25  # the verb that the question has before "ở đâu" stands before the place; half of it does
HOME = 0.6  # where somebody lives, and a deed is asked about
OTHER_DATE = 0.9  # in the clause of another date than the question's

# What may stand between a verb and its place (bare letters): prepositions, times, small words.
_BETWEEN = frozenset((
    "tai", "o", "den", "toi", "trong", "tren", "vao", "ra", "sang", "khu", "vuc", "dia", "ban", "phan", "diem", "chi",
    "thuoc", "gan", "luc", "hom", "ngay", "thang", "nam", "khoang", "gio", "sang", "chieu", "toi", "trua", "dem",
    "qua", "nay", "cung", "giua", "mot", "cac", "nhung", "nha", "duoi", "truoc", "ngay", "so",
))  # fmt: skip
_MOST_BETWEEN = 9  # syllables
_HOME_ASKED = cues.shape(
    r"(?<!\w)(?:trú|ngụ|cư trú|sống|sinh sống|quê|quê quán|hộ khẩu|thường trú|sinh ra|chào đời)(?!\w)|"
    r"(?<!\w)(?:người|nhà|dân)\s+$"
)
_LIVES = compiled_later(rf"(?<!\w)[{UPPER}]\w*\s+ở\s+$")  # "Nguyễn Văn An ở xã nào"
_HOME_TOLD = compiled_later(
    r"(?:(?<!\w)(?:trú|ngụ|cư trú|thường trú|tạm trú|quê|quê quán|hộ khẩu|hộ khẩu thường trú|HKTT|nhà)"
    r"(?:\s+(?:tại|ở))?\s*:?|(?:\(|,\s)(?:SN|sinh năm)\s+\d{4},?\s+(?:ở|tại))\s+(?:[^,;()]{2,24},\s+){0,2}$"
)
_LONGEST_HOME = 70  # characters from the word for a home to the place
HAPPENED = 1.0  # "vụ tai nạn xảy ra ... tại", where the place of what befell is asked


@dataclass(frozen=True, slots=True)
class Deed:
    """What a question says of where something was done: its last words (bare letters), a home, its dates."""

    verbs: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    home: bool
    dates: tuple[tuple[int | None, int | None], ...]
    happened: bool


def deed_asked(question: Question) -> Deed:
    """Return what `question` says of the deed whose place it asks for."""
    before = question.text[: question.cue[0]]
    last_name = max((m.end() for m in _NAME.finditer(before, 1)), default=0)
    named = tokens(fold(before[:last_name]))[-1:]  # "dự APEC ở đâu" is told by "APEC ở Đà Nẵng"
    # What was done stands right before the question word, not further off, and nobody knows what is a name in low type.
    said = [] if question.unaccented else _stripped(tokens(fold(before[last_name:])))[-_DEED:]
    return Deed(
        verbs=frozenset(t for t in said or named if not is_light(t) and not t.isdecimal()),
        pairs=frozenset(pairwise(said)),
        home=(_HOME_ASKED.search(before) or _LIVES.search(before)) is not None,
        dates=tuple((d.date.day, d.date.month) for d in question.dates if d.date.month is not None),
        happened=asks_what_befell(question),
    )


_DEED = 4  # syllables before the question word
_NAME = compiled_later(rf"(?<!\w)[{UPPER}\d][\w-]*")
_PAIR = 2
# Words for the same where something is held (bare letters).
_HELD = frozenset((("dien", "ra"), ("to", "chuc"), ("khai", "mac"), ("bat", "dau"), ("duoc", "mo")))


def _stripped(said: Sequence[str]) -> list[str]:
    """Return tokens without the small words and numbers that they end in."""
    found = list(said)
    while found and len(said) - len(found) < _MOST_BETWEEN and (found[-1] in _BETWEEN or found[-1].isdecimal()):
        found.pop()
    return found


def deed_score(deed: Deed, view: View, sentence: int, start: int) -> float:
    """Return by how much the place at `start` of a sentence is the more, or the less, that of the deed asked about."""
    text = view.facts.sentences[sentence].text
    score = 0.0
    if deed.verbs:
        before = _stripped(tokens(view.folded[sentence][max(0, start - _LONGEST_HOME) : start]))[-2:]
        pair = (before[0], before[1]) if len(before) == _PAIR else ("", "")
        if pair in deed.pairs or (pair in _HELD and not _HELD.isdisjoint(deed.pairs)):
            score += LED
        elif before and before[-1] in deed.verbs:
            score += LED_PART
    if deed.happened and told_what_befell(view.folded[sentence], start):
        score += HAPPENED
    if not deed.home and _HOME_TOLD.search(text, max(0, start - _LONGEST_HOME), start):
        score -= HOME
    if deed.dates and len(view.dates.get(sentence, ())) > 1 and _of_other_date(deed, view, sentence, start):
        score -= OTHER_DATE
    return score


def _of_other_date(deed: Deed, view: View, sentence: int, at: int) -> bool:
    """Tell whether a sentence has the question's date, and what stands at `at` is in the clause of another one."""
    asked = here = False
    for dated in view.facts.dates:
        if dated.sentence != sentence:
            continue
        date = dated.resolved.date
        if any(month == date.month and day in (None, date.day) for day, month in deed.dates):
            asked = True
            left, right = clause_of_date(view, sentence, dated.start, dated.end)
            here = here or left <= at < right
    return asked and not here
