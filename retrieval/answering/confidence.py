"""How sure an answer is: the share of answers of its sort that are right.

A logistic regression on how well the evidence fits the question, how far the next best answer lies behind and what
the second look at the evidence says, with a term for each kind of question. `tests/benchmarks/fit_confidence.py` fits
it; `reliability.py` beside it shows how often answers of a given confidence are right.
"""

from __future__ import annotations

import math

from retrieval.answering.model import Kind

# Printed by tests/benchmarks/fit_confidence.py for 524 answers about 104 articles that no rule was made from: on those
# that were read, answers are right more often than on what users have.
BASE, FIT, MARGIN, BEARING = -1.32, 0.79, 0.71, 0.62
OF_KIND: dict[Kind, float] = {
    Kind.COUNT: 0.50, Kind.DATE: 0.92, Kind.EVENTS: -0.83, Kind.OFFICE: 0.21, Kind.PEOPLE: 0.01, Kind.PLACE: -0.45,
    Kind.THEME: -0.49, Kind.YES_NO: 0.12,
}  # fmt: skip


# Of the answers below this two in five are right: whoever shows one says so.
UNSURE = 0.5


def share_right(kind: Kind, fit: float, margin: float, bearing: float) -> float:
    """Return the share (0 to 1) of such answers that are right.

    `fit` (0 to 1) is how well the evidence fits; `margin` (0 to 1) how far behind the next best answer lies, 1 where
    there is none; `bearing` how surely the evidence bears the question (`verification.bearing`). A sentence shown for
    want of an answer (`Kind.PASSAGE`) is no answer: its fit is its confidence.
    """
    if kind not in OF_KIND:
        return fit
    return 1.0 / (1.0 + math.exp(-(BASE + FIT * fit + MARGIN * margin + BEARING * bearing + OF_KIND[kind])))
