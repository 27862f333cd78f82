"""Fit the confidence of answers to how often they are right, and print the coefficients.

    python tests/benchmarks/fit_confidence.py --scorer score.py CORPUS GOLD.jsonl [CORPUS GOLD.jsonl ...]

Answers the questions of gold files with every threshold at 0 and fits a logistic regression (Newton's method, a weak
L2 penalty) on the fit of the evidence, the margin to the next best answer and the kind of question. What it prints goes
into `retrieval/answering/confidence.py`. `--scorer` is as for `reliability.py`.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from gold import Judge, corpora_and_judge

from retrieval.answering import answer as answering
from retrieval.answering.confidence import OF_KIND
from retrieval.answering.finding import Finding
from retrieval.library import Library

KINDS = tuple(OF_KIND)
PENALTY = 1.0


def rows(corpus: Path, gold: Path, judge: Judge) -> list[tuple[list[float], bool]]:
    """Return the features of every answer to the single questions of a gold file, and whether it is right."""
    library = Library.read([corpus])
    found: list[Finding] = []
    find = answering.find

    def noted(*given: Any, **named: Any) -> Finding:
        found.append(find(*given, **named))
        return found[-1]

    made = []
    for line in gold.read_text(encoding="utf-8").splitlines():
        wanted = json.loads(line)
        if wanted.get("chat"):
            continue
        found.clear()
        answering.find = noted
        answer = library.ask(wanted["question"])
        answering.find = find
        chosen = next((f for f in found if f.candidate is not None), None)
        if chosen is None or chosen.candidate is None or chosen.kind not in OF_KIND:
            continue
        given = {"status": "answered", "items": [{"text": item.text} for item in answer.items]}
        right = wanted["type"] != "unanswerable" and bool(judge(wanted, given)[0])
        made.append(([1.0, chosen.candidate.fit, chosen.margin, *(float(k is chosen.kind) for k in KINDS)], right))
    return made


def fitted(features: npt.NDArray[np.float64], right: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return the coefficients of the logistic regression; the constant bears no penalty."""
    weights = np.zeros(features.shape[1])
    penalty = np.diag([0.0] + [PENALTY] * (features.shape[1] - 1))
    for _ in range(50):
        p = 1.0 / (1.0 + np.exp(-features @ weights))
        gradient = features.T @ (p - right) + penalty @ weights
        hessian = features.T @ (features * (p * (1 - p))[:, None]) + penalty
        step = np.linalg.solve(hessian, gradient)
        weights -= step
        if float(np.abs(step).max()) < 1e-8:
            break
    return weights


def main() -> None:
    """Print the coefficients."""
    pairs, judge = corpora_and_judge(__doc__.splitlines()[0])
    for kind in answering.THRESHOLD:
        answering.THRESHOLD[kind] = 0.0
    table = [row for corpus, gold in pairs for row in rows(corpus, gold, judge)]
    weights = fitted(np.array([f for f, _ in table]), np.array([float(r) for _, r in table]))
    print(f"BASE, FIT, MARGIN = {weights[0]:.2f}, {weights[1]:.2f}, {weights[2]:.2f}")
    for kind, weight in zip(KINDS, weights[3:], strict=True):
        print(f"Kind.{kind.name}: {weight:.2f},")


if __name__ == "__main__":
    main()
