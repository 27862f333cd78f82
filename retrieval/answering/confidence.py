"""How sure an answer is: the share of answers of its sort that are right.

A logistic regression on how well the evidence fits the question and on how far the next best answer lies behind, with
a term for each kind of question. `tests/benchmarks/fit_confidence.py` fits it; `reliability.py` beside it shows how
often answers of a given confidence are right.
"""

from __future__ import annotations

import math

from retrieval.answering.model import Kind

# Printed by tests/benchmarks/fit_confidence.py for 733 answers about 120 articles that no rule was made from: on those
# that were read, answers are right more often than on what users have.
BASE, FIT, MARGIN = -2.35, 3.28, 1.76
OF_KIND: dict[Kind, float] = {
    Kind.COUNT: 0.34, Kind.DATE: 1.13, Kind.EVENTS: -0.34, Kind.OFFICE: -0.12, Kind.PEOPLE: -0.17, Kind.PLACE: 0.13,
    Kind.THEME: -0.39, Kind.YES_NO: -0.58,
}  # fmt: skip


# Of the answers below this two in five are right: whoever shows one says so.
UNSURE = 0.5


def share_right(kind: Kind, fit: float, margin: float) -> float:
    """Return the share (0 to 1) of such answers that are right.

    `fit` (0 to 1) is how well the evidence fits; `margin` (0 to 1) how far behind the next best answer lies, 1 where
    there is none. A sentence shown for want of an answer (`Kind.PASSAGE`) is no answer: its fit is its confidence.
    """
    if kind not in OF_KIND:
        return fit
    return 1.0 / (1.0 + math.exp(-(BASE + FIT * fit + MARGIN * margin + OF_KIND[kind])))
