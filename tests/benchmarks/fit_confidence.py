"""Fit the confidence of answers to how often they are right, and print the weights.

    python tests/benchmarks/fit_confidence.py --scorer score.py CORPUS GOLD.jsonl [CORPUS GOLD.jsonl ...]

Answers the questions of gold files as users get them answered, but for the least confidence. A logistic regression
(Newton's method, L2 penalty) tells the right answers from the wrong ones and from those to questions that the reports
leave open, by `confidence.features`. Each group of questions has weights of its own; what sets them apart from those of
all bears the penalty, so that a group with few answers follows the others. Scaled to where OPEN of all questions are
left open (Platt 1999) they go into `retrieval/answering/confidence_weights.py`. Under them stands, for answers each
weighed by the other gold files, what a least confidence keeps: right answers, wrong ones, answers to what is left open.
`--scorer` is as for `reliability.py`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from gold import Judge, corpora_and_judge

from retrieval.answering import answer as answering
from retrieval.answering import confidence
from retrieval.answering.asking.question import Question
from retrieval.answering.confidence_weights import FEATURES, WEIGHTS
from retrieval.answering.evidence.candidate import Candidate
from retrieval.answering.evidence.view import QueryWord
from retrieval.library import Library

Array = npt.NDArray[np.float64]
GROUPS = tuple(sorted(WEIGHTS))
PENALTY = 20.0
OPEN = 0.1  # the share of questions that reports leave open, where users ask
PARTS = 8  # of the gold files, each weighed by the others
HALF = 11  # weights in a line of what is printed


class Row(NamedTuple):
    """One answer: its group and features, whether it is right, whether its question is left open; its gold file."""

    group: str
    features: tuple[float, ...]
    right: bool
    is_open: bool
    gold: int


def rows(number: int, corpus: Path, gold: Path, judge: Judge) -> tuple[list[Row], int, int]:
    """Return the answers to the single questions of a gold file, how many these are, and how many have no answer."""
    library = Library.read([corpus])
    noted: list[tuple[str, str, tuple[float, ...]]] = []
    share_right = answering.share_right

    def note(question: Question, words: Sequence[QueryWord], chosen: Candidate, margin: float) -> float:
        found = confidence.features(question, words, chosen, margin)
        noted.append((question.kind.value, confidence.group_of(question), found))
        return share_right(question, words, chosen, margin)

    made = []
    asked = opened = 0
    answering.share_right = note
    try:
        for line in gold.read_text(encoding="utf-8").splitlines():
            wanted = json.loads(line)
            if wanted.get("chat"):
                continue
            is_open = wanted["type"] == "unanswerable"
            asked, opened = asked + 1, opened + is_open
            noted.clear()
            answer = library.ask(wanted["question"])
            of_kind = [one for one in noted if one[0] == answer.kind.value]  # a claim asks its details back before
            if of_kind and answer.items:
                given = {"status": "answered", "items": [{"text": item.text} for item in answer.items]}
                right = not is_open and bool(judge(wanted, given)[0])
                made.append(Row(*of_kind[-1][1:], right, is_open, number))
    finally:
        answering.share_right = share_right
    return made, asked, opened


def fitted(table: Array, right: Array, counts: Array, penalty: Array) -> Array:
    """Return the coefficients of the weighed logistic regression with an L2 penalty, of its own for each of them."""
    weights = np.zeros(table.shape[1])
    for _ in range(50):
        p = 1.0 / (1.0 + np.exp(-table @ weights))
        gradient = table.T @ (counts * (p - right)) + penalty * weights
        hessian = table.T @ (table * (counts * p * (1 - p))[:, None]) + np.diag(penalty)
        step = np.linalg.solve(hessian, gradient)
        weights -= step
        if float(np.abs(step).max()) < 1e-8:
            break
    return weights


def by_group(found: Sequence[Row], right: Array) -> Array:
    """Return the weights of each group (a row each), of scaled features, the constant first."""
    table = np.array([(1.0, *row.features) for row in found])
    own = np.array([[float(row.group == group) for group in GROUPS] for row in found])
    apart = [table * own[:, [place]] for place in range(len(GROUPS))]
    penalty = np.full(table.shape[1] * (1 + len(GROUPS)), PENALTY)
    penalty[:: table.shape[1]] = PENALTY / 9.0  # the constants of the groups
    penalty[0] = 0.0
    weights = fitted(np.hstack([table, *apart]), right, np.ones(len(found)), penalty)
    parts = weights.reshape(1 + len(GROUPS), -1)
    return parts[0] + parts[1:]


def log_odds(found: Sequence[Row], weights: Array) -> Array:
    """Return how surely each answer is right by the `weights` of its group."""
    return np.array([weights[GROUPS.index(row.group)] @ np.array((1.0, *row.features)) for row in found])


def main() -> None:
    """Print the weights, and what least confidences keep."""
    pairs, judge = corpora_and_judge(__doc__.splitlines()[0])
    answering.LEAST_SURE = 0.0
    read = [rows(number, *pair, judge) for number, pair in enumerate(pairs)]
    raw = [row for made, _, _ in read for row in made]
    asked, opened = sum(n for _, n, _ in read), sum(n for _, _, n in read)
    features = np.array([row.features for row in raw])
    mean, spread = features.mean(axis=0), features.std(axis=0) + 1e-6
    scaled = [row._replace(features=tuple((np.array(row.features) - mean) / spread)) for row in raw]
    right = np.array([float(row.right) for row in raw])
    rated = np.zeros(len(raw))
    for part in range(PARTS):
        others = [place for place, row in enumerate(scaled) if row.gold % PARTS != part]
        own = [place for place, row in enumerate(scaled) if row.gold % PARTS == part]
        if own and others:
            rated[own] = log_odds([scaled[i] for i in own], by_group([scaled[i] for i in others], right[others]))
    counts = np.array([OPEN / (1.0 - OPEN) * (asked - opened) / opened if row.is_open else 1.0 for row in raw])
    constant, slope = fitted(np.column_stack((np.ones(len(raw)), rated)), right, counts, np.zeros(2))
    print(f"# {len(raw)} answers to {asked} questions, {opened} of them left open")
    for group, weights in zip(GROUPS, by_group(scaled, right), strict=True):
        own_weights = slope * weights[1:] / spread
        whole = [constant + slope * weights[0] - float(own_weights @ mean), *own_weights]
        print(f'    "{group}": (\n        {_row(whole[:HALF])}\n        {_row(whole[HALF:])}\n    ),')
    shares = 1.0 / (1.0 + np.exp(-constant - slope * rated))
    is_open = np.array([row.is_open for row in raw])
    for least in np.arange(0.0, 0.8, 0.05):
        kept = shares >= least
        good, wrong = int(right[kept].sum()), int((kept & ~is_open).sum() - right[kept].sum())
        print(f"# from {least:.2f}: right {good}, wrong {wrong}, left open {int((kept & is_open).sum())}")
    print(f"# {len(FEATURES)} features")


def _row(weights: Sequence[float]) -> str:
    return " ".join(f"{weight:.3f}," for weight in weights)


if __name__ == "__main__":
    main()
