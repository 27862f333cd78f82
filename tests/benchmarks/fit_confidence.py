"""Fit the confidence of answers to how often they are right, and print the coefficients.

    python tests/benchmarks/fit_confidence.py --scorer score.py CORPUS GOLD.jsonl [CORPUS GOLD.jsonl ...]

Answers the questions of gold files as users get them answered, but for the least confidence, and fits a logistic
regression (Newton's method, a weak L2 penalty) on the fit of the evidence, the margin to the next best answer, how
surely the evidence bears the question, and the kind of question. Questions that the reports leave open are weighed so
that they are OPEN of all. What it prints goes into `retrieval/answering/confidence.py`. `--scorer` is as for
`reliability.py`.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from gold import Judge, corpora_and_judge

from retrieval.answering import answer as answering
from retrieval.answering.confidence import OF_KIND
from retrieval.answering.model import Kind
from retrieval.library import Library

Array = npt.NDArray[np.float64]
KINDS = tuple(OF_KIND)
PENALTY = 1.0
OPEN = 0.1  # the share of questions that reports leave open, where users ask


class Row(NamedTuple):
    """One answer: what its confidence is told from, whether it is right, whether the question is left open."""

    features: tuple[float, ...]
    right: bool
    is_open: bool


def rows(corpus: Path, gold: Path, judge: Judge) -> tuple[list[Row], int, int]:
    """Return the answers to the single questions of a gold file, how many these are, and how many have no answer."""
    library = Library.read([corpus])
    weighed: list[tuple[Kind, float, float, float]] = []
    share_right = answering.share_right

    def noted(kind: Kind, fit: float, margin: float, bearing: float) -> float:
        weighed.append((kind, fit, margin, bearing))
        return share_right(kind, fit, margin, bearing)

    made = []
    asked = opened = 0
    for line in gold.read_text(encoding="utf-8").splitlines():
        wanted = json.loads(line)
        if wanted.get("chat"):
            continue
        is_open = wanted["type"] == "unanswerable"
        asked, opened = asked + 1, opened + is_open
        weighed.clear()
        answering.share_right = noted
        answer = library.ask(wanted["question"])
        answering.share_right = share_right
        of_kind = [found for found in weighed if found[0] is answer.kind]  # a claim asks its details back before
        if not of_kind or not answer.items or answer.kind not in OF_KIND:
            continue
        kind, *numbers = of_kind[-1]
        given = {"status": "answered", "items": [{"text": item.text} for item in answer.items]}
        right = not is_open and bool(judge(wanted, given)[0])
        made.append(Row((1.0, *numbers, *(float(k is kind) for k in KINDS)), right, is_open))
    return made, asked, opened


def fitted(features: Array, right: Array, counts: Array) -> Array:
    """Return the coefficients of the weighed logistic regression; the constant bears no penalty."""
    weights = np.zeros(features.shape[1])
    penalty = np.diag([0.0] + [PENALTY] * (features.shape[1] - 1))
    for _ in range(50):
        p = 1.0 / (1.0 + np.exp(-features @ weights))
        gradient = features.T @ (counts * (p - right)) + penalty @ weights
        hessian = features.T @ (features * (counts * p * (1 - p))[:, None]) + penalty
        step = np.linalg.solve(hessian, gradient)
        weights -= step
        if float(np.abs(step).max()) < 1e-8:
            break
    return weights


def main() -> None:
    """Print the coefficients."""
    pairs, judge = corpora_and_judge(__doc__.splitlines()[0])
    answering.LEAST_SURE = 0.0
    found = [rows(corpus, gold, judge) for corpus, gold in pairs]
    table = [row for made, _, _ in found for row in made]
    asked, opened = sum(n for _, n, _ in found), sum(n for _, _, n in found)
    counts = np.array([OPEN / (1.0 - OPEN) * (asked - opened) / opened if row.is_open else 1.0 for row in table])
    weights = fitted(np.array([row.features for row in table]), np.array([float(row.right) for row in table]), counts)
    print(f"# {len(table)} answers to {asked} questions")
    print("BASE, FIT, MARGIN, BEARING = " + ", ".join(f"{weight:.2f}" for weight in weights[:4]))
    for kind, weight in zip(KINDS, weights[4:], strict=True):
        print(f"Kind.{kind.name}: {weight:.2f},")


if __name__ == "__main__":
    main()
