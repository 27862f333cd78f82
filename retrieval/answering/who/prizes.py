"""Which prize somebody won: the one who took the second is no answer where the first is asked about.

Texts are in bare letters.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from retrieval.answering.evidence.view import View
from retrieval.answering.who.who_rows import Scored
from retrieval.language.lazy_pattern import compiled_later

_RANKS = {
    "nhat": "1", "1": "1", "i": "1", "vang": "1", "nhi": "2", "2": "2", "ii": "2", "bac": "2", "ba": "3", "3": "3",
    "iii": "3", "dong": "3", "tu": "4", "dac biet": "0", "khuyen khich": "9", "vo dich": "1",
}  # fmt: skip
_NAMED = {"a": "A", "b": "B", "c": "C", "a quan": "2"}  # ranks of prizes and teams only: "giải B", "đội á quân"
_RANK_OF = _RANKS | _NAMED
_PRIZE = compiled_later(
    r"(?<!\w)(?:(?:giai(?: thuong)?|huy chuong|hc|hang|a hau|a khoi|vi tri thu|ngoi vi|chuc)\s+"
    rf"(?P<rank>{'|'.join(sorted(_RANKS, key=len, reverse=True))})|"
    rf"(?:giai|doi)\s+(?P<named>{'|'.join(sorted(_NAMED, key=len, reverse=True))}|vo dich))(?!\w)"
)
RIGHT, WRONG = 1.0, -0.8  # the prize asked about, or another one


def _rank(found: re.Match[str]) -> str:
    return _RANK_OF[found.group("rank") or found.group("named")]


def prize_asked(question: str) -> str:
    """Return the rank of the one prize that a question (bare letters) names, "" where it names none or several."""
    ranks = {_rank(m) for m in _PRIZE.finditer(question)}
    return ranks.pop() if len(ranks) == 1 else ""


def prize_fit(asked: str, view: View, sentence: int, start: int) -> float:
    """Tell whether the prize beside somebody at `start` of a sentence is the one asked about: RIGHT, WRONG, or 0.

    Prizes stand before their winners all through a sentence ("giải nhất cho A, giải nhì cho B"), or after them.
    """
    prizes = list(_PRIZE.finditer(view.folded[sentence])) if asked else []
    if not prizes:
        return 0.0
    people = view.facts.references[sentence]
    leading = prizes[0].start() < min((p.start for p in people), default=start)
    if leading:
        own = next((m for m in reversed(prizes) if m.start() < start), prizes[0])
    else:
        own = next((m for m in prizes if m.start() > start), prizes[-1])
    return RIGHT if _rank(own) == asked else WRONG


def label_fit(asked: str, folded: str, start: int) -> float:
    """Tell whether the prize before `start` of a sentence (bare letters) is the one asked about; see `prize_fit`."""
    label = next((m for m in reversed(list(_PRIZE.finditer(folded[:start])))), None) if asked else None
    if label is None:
        return 0.0
    return RIGHT if _rank(label) == asked else WRONG


def winners(asked: str, view: View, rows: Sequence[Scored]) -> list[Scored]:
    """Return those of `rows` who won the prize asked about, all where of nobody it is told; others lose their trust."""
    fits = [prize_fit(asked, view, row.sentence, row.start) for row in rows]
    won = [row for row, fit in zip(rows, fits, strict=True) if fit > 0]
    if won:
        return [row for row, fit in zip(rows, fits, strict=True) if fit >= 0]
    for row, fit in zip(rows, fits, strict=True):
        if fit < 0:
            row.score += fit
            row.fit += 0.5 * fit
    return list(rows)
