"""How far a report says beside an answer, word for word, what the question says beside its question word.

"Phía Pháp tài trợ bao nhiêu tiền" and "phía Pháp tài trợ khoảng 3,5 tỷ": what stands next to the answer in the same
order binds it more than words anywhere in the sentence. The two are read outwards from the answer and from the
question word, as two rows of syllables are aligned from one end, with few gaps (after Smith and Waterman 1981).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from retrieval.answering.asking.light_words import is_light
from retrieval.answering.asking.question import Question
from retrieval.answering.evidence.view import TOKEN, View
from retrieval.language.weights import idf

_FAR = 90  # characters of a sentence that are read on either side of an answer
_MOST = 12  # syllables of the question on either side of its question word
_GAPS = 2  # syllables that may be passed over in each of the two rows
_GAP = 0.8  # what a match is worth after each of them
_FULL = 15.0  # a row of this weight is as good as any longer one


@dataclass(frozen=True, slots=True)
class Beside:
    """The telling syllables (bare letters) of a question beside its question word, read outwards, and their weights."""

    before: tuple[tuple[str, float], ...]
    after: tuple[tuple[str, float], ...]


def beside_cue(question: Question, cue: tuple[int, int] | None = None) -> Beside:
    """Return what stands beside the question word of `question`, or beside another place `cue` of it."""
    start, end = cue or question.cue
    before = [m.group() for m in TOKEN.finditer(question.folded, 0, start)][::-1]
    after = [m.group() for m in TOKEN.finditer(question.folded, end)]
    return Beside(_telling(before), _telling(after))


def _telling(row: Sequence[str]) -> tuple[tuple[str, float], ...]:
    return tuple((token, idf(token)) for token in row if not is_light(token))[:_MOST]


def alongside(asked: Beside, view: View, sentence: int, start: int, end: int) -> float:
    """Return how much (0 to 1) of what `asked` has stands in the same order next to `start`-`end` in a sentence."""
    folded = view.folded[sentence]
    before = [m.group() for m in TOKEN.finditer(folded, _word_start(folded, max(0, start - _FAR)), start)][::-1]
    after = [m.group() for m in TOKEN.finditer(folded, end, min(len(folded), end + _FAR))]
    return 0.5 * (_aligned(asked.before, before) + _aligned(asked.after, after))


def _word_start(text: str, position: int) -> int:
    """Return where the first whole word of `text` from `position` begins."""
    if position == 0:
        return 0
    space = text.find(" ", position)
    return len(text) if space < 0 else space


def _aligned(asked: Sequence[tuple[str, float]], told: Sequence[str]) -> float:
    """Return the weight (0 to 1) of `asked` that `told` repeats from its beginning on, in order and with few gaps."""
    row = [token for token in told if not is_light(token)]
    weight, worth, place, unasked, untold = 0.0, 1.0, 0, _GAPS, _GAPS
    for token, own in asked:
        found = next((k for k in range(place, min(len(row), place + unasked + 1)) if row[k] == token), None)
        if found is None:
            untold -= 1
            worth *= _GAP
            if untold < 0:
                break
            continue
        unasked -= found - place
        worth *= _GAP ** (found - place)
        weight += worth * own
        place = found + 1
    return min(1.0, weight / _FULL)
