"""Fit the check whether evidence bears a question, and print its weights.

    python tests/benchmarks/fit_verification.py --scorer score.py CORPUS GOLD.jsonl [CORPUS GOLD.jsonl ...]

What is answered rightly is one side. The other is what is answered wrongly, and what is answered from a report without
the sentences that have the answer: every question of a gold file so becomes one that its report leaves open. A logistic
regression (Newton's method, L2 penalty) tells the two apart for each kind of question. Where it refuses is set by
cross-validation over the gold files: so low that one right answer in 250 is lost. What it prints goes into
`retrieval/answering/verification_weights.py`. `--scorer` is as for `reliability.py`.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from gold import Judge, corpora_and_judge

from retrieval.answering import verification
from retrieval.answering.asking.question import Question
from retrieval.answering.evidence.candidate import Candidate
from retrieval.answering.evidence.view import QueryWord
from retrieval.language.normalize import fold
from retrieval.library import Library

Array = npt.NDArray[np.float64]
PENALTY = 8.0
OPEN = 0.5  # weight of an answer from a report that leaves the question open
LOST = 0.004  # the share of right answers that may be refused
FEWEST = 100  # right answers of a kind, below which nothing can be fitted
# Nearly always right: an office is told beside the name or not at all; whether something is so has rules of its own.
LEFT_OUT = frozenset(("office", "yes_no"))
_SENTENCE_END = re.compile(r"(?<=[.!?…”\"])\s+")
_WORD = re.compile(r"[^\W_]+")
HALF = 9  # weights in a line of what is printed
_LEAST_PART = 25  # letters of a line that may be part of the evidence


class Row(NamedTuple):
    """One answer: its group, its features, whether it is right, whether its report is an open one; its gold file."""

    group: str
    features: tuple[float, ...]
    right: bool
    is_open: bool
    gold: int


Noted = tuple[str, tuple[float, ...]]


def asked(library: Library, question: str) -> tuple[Noted | None, list[dict[str, str]]]:
    """Return what the check is given for an answer, whatever the check would say, and the items of the answer."""
    noted: list[Noted] = []

    def note(question: Question, words: Sequence[QueryWord], chosen: Candidate, margin: float, **_: bool) -> float:
        noted.append((verification.group_of(question), verification.features(question, words, chosen, margin)))
        return verification.BY_RULES

    bearing: Callable[..., float] = verification.bearing
    verification.bearing = note
    try:
        items = [{"text": item.text} for item in library.ask(question).items]
    finally:
        verification.bearing = bearing
    return (noted[0] if len(noted) == 1 else None), items


def left_open(text: str, wanted: dict[str, Any]) -> str:
    """Return a report without its evidence, and without any sentence that has an answer."""
    evidence = _bare(wanted["evidence"])
    answers = [_bare(spelling) for spellings in wanted["answers"] for spelling in spellings]

    def tells(sentence: str) -> bool:
        bare = _bare(sentence)
        return (len(bare) > _LEAST_PART and bare in evidence) or evidence in bare or any(a in bare for a in answers)

    lines = ([s for s in _SENTENCE_END.split(line) if not tells(s)] for line in text.split("\n"))
    return "\n".join(map(" ".join, lines))


def _bare(text: str) -> str:
    return f" {' '.join(_WORD.findall(fold(text)))} "


def rows(number: int, corpus: Path, gold: Path, judge: Judge) -> list[Row]:
    """Return the answers to the single questions of a gold file, from all of its reports and from open ones."""
    library = Library.read([corpus])
    found = []
    for line in gold.read_text(encoding="utf-8").splitlines():
        wanted = json.loads(line)
        if wanted.get("chat"):
            continue
        noted, items = asked(library, wanted["question"])
        if noted is not None:
            right = wanted["type"] != "unanswerable" and judge(wanted, {"status": "answered", "items": items})[0]
            found.append(Row(*noted, bool(right), False, number))
        if wanted["type"] in ("unanswerable", "yes_no") or not wanted.get("evidence"):
            continue
        with tempfile.TemporaryDirectory() as folder:
            report = Path(folder) / wanted["doc"]
            report.write_text(left_open((corpus / wanted["doc"]).read_text("utf-8"), wanted), encoding="utf-8")
            noted, _ = asked(Library.read([Path(folder)]), wanted["question"])
        if noted is not None:
            found.append(Row(*noted, False, True, number))
    return found


def fitted(features: Array, right: Array, weights: Array) -> Array:
    """Return the coefficients of the weighed logistic regression, the constant first; it bears no penalty."""
    table = np.column_stack((np.ones(len(features)), features))
    found = np.zeros(table.shape[1])
    penalty = np.diag([0.0] + [PENALTY] * features.shape[1])
    for _ in range(50):
        p = 1.0 / (1.0 + np.exp(-table @ found))
        gradient = table.T @ (weights * (p - right)) + penalty @ found
        step = np.linalg.solve(table.T @ (table * (weights * p * (1 - p))[:, None]) + penalty, gradient)
        found -= step
        if float(np.abs(step).max()) < 1e-8:
            break
    return found


def weights_of(found: Sequence[Row]) -> Array | None:
    """Return the weights of a group, with the constant that refuses below 0; None where too little is known."""
    table = np.array([row.features for row in found])
    right = np.array([float(row.right) for row in found])
    gold = np.array([row.gold for row in found])
    if right.sum() < FEWEST:
        return None
    mean, spread = table.mean(axis=0), table.std(axis=0) + 1e-6
    scaled, weights = (table - mean) / spread, np.where([row.is_open for row in found], OPEN, 1.0)
    rated = np.zeros(len(found))
    for number in np.unique(gold):
        own = gold == number
        part = fitted(scaled[~own], right[~own], weights[~own])
        rated[own] = part[0] + scaled[own] @ part[1:]
    ordered = np.sort(rated[right > 0])
    cut = float(ordered[int(LOST * len(ordered))]) - 1e-3
    whole = fitted(scaled, right, weights)
    raw = whole[1:] / spread
    return np.array([whole[0] - float(raw @ mean) - cut, *raw])


def main() -> None:
    """Print the weights."""
    pairs, judge = corpora_and_judge(__doc__.splitlines()[0])
    table = [row for number, pair in enumerate(pairs) for row in rows(number, *pair, judge)]
    right, opened = sum(row.right for row in table), sum(row.is_open for row in table)
    print(f"# {right} right answers, {opened} from reports left open")
    for group in sorted({row.group for row in table} - LEFT_OUT):
        weights = weights_of([row for row in table if row.group == group])
        if weights is not None:
            first, last = weights[:HALF], weights[HALF:]
            print(f'    "{group}": (\n        {_row(first)}\n        {_row(last)}\n    ),')


def _row(weights: Array) -> str:
    return " ".join(f"{weight:.3f}," for weight in weights)


if __name__ == "__main__":
    main()
