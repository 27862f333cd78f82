"""Fit what tells the places of people apart that may answer a question of "who", and print the weights.

    python tests/benchmarks/fit_who.py --scorer score.py CORPUS GOLD.jsonl [CORPUS GOLD.jsonl ...]

Every place of a person in the report that has the answer is rated by hand and has signs (`who_ranking.features`). A
conditional logit, with an L2 penalty on the signs, finds weights by which the places of the people asked for come
first; it is printed with the weight of the rating by hand as 1. Beside it stands the share of questions whose best
place is right, before and after, the latter for each third of the gold files by the weights of the others. What it
prints goes into `retrieval/answering/who/who_ranking.py`. `--scorer` is as for `reliability.py`.
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

from retrieval.answering.asking.question import Question
from retrieval.answering.evidence.view import QueryWord, View
from retrieval.answering.who import who, who_ranking
from retrieval.answering.who.who_rows import Scored
from retrieval.library import Library

Array = npt.NDArray[np.float64]
PENALTY = 3.0
STEPS = 400
PARTS = 3  # of the gold files, each judged by the others


class Places(NamedTuple):
    """The places rated for one question: their ratings (the one by hand first), which are right; the gold file."""

    rated: Array
    right: Array
    gold: int


def places(number: int, corpus: Path, gold: Path, judge: Judge) -> list[Places]:
    """Return the places in the report asked about, for each question of a gold file that some and not all answer."""
    library = Library.read([corpus])
    noted: list[tuple[View, list[str], Array]] = []

    def note(question: Question, view: View, words: Sequence[QueryWord], scored: Sequence[Scored]) -> None:
        if scored and who_ranking.is_for(question):
            signs = np.array(who_ranking.features(view, words, scored))
            by_hand = np.array([row.score for row in scored])
            noted.append((view, [row.person.name for row in scored], np.column_stack((by_hand, signs))))

    rerate = who.rerate
    who.rerate = note  # type: ignore[attr-defined]
    found = []
    try:
        for line in gold.read_text(encoding="utf-8").splitlines():
            wanted = json.loads(line)
            if not wanted["type"].startswith("who") or wanted.get("chat"):
                continue
            noted.clear()
            library.ask(wanted["question"])
            for view, names, rated in noted:
                if view.document.name == wanted["doc"]:
                    right = np.array([_is_one_of(name, wanted, judge) for name in names], dtype=float)
                    if 0 < right.sum() < len(right):
                        found.append(Places(rated, right, number))
                    break
    finally:
        who.rerate = rerate  # type: ignore[attr-defined]
    return found


def _is_one_of(name: str, wanted: dict[str, object], judge: Judge) -> bool:
    """Tell whether a name is one of those that the gold file asks for."""
    answers = wanted["answers"]
    assert isinstance(answers, list)
    given = {"status": "answered", "items": [{"text": name}]}
    return any(judge({**wanted, "answers": [spellings]}, given)[0] for spellings in answers)


def fitted(table: Sequence[Places]) -> Array:
    """Return the weights of the conditional logit, by Newton's method; the weight of the rating by hand is 1.

    The likelihood of a question is that of any right place. The penalty is on the signs alone.
    """
    size = table[0].rated.shape[1]
    weights = np.zeros(size)
    weights[0] = 3.0
    penalty = np.diag([0.0] + [PENALTY] * (size - 1))
    for _ in range(STEPS):
        gradient, curve = penalty @ weights, penalty + 1e-6 * np.eye(size)
        for one in table:
            p = _shares(one.rated @ weights)
            of_right = p * one.right / max(float(p @ one.right), 1e-12)
            gradient -= one.rated.T @ (of_right - p)
            centred = one.rated - p @ one.rated
            curve += centred.T @ (centred * p[:, None])
        step = np.linalg.solve(curve, gradient)
        weights -= step
        if float(np.abs(step).max()) < 1e-6:
            break
    return weights / weights[0]


def _shares(rated: Array) -> Array:
    powers = np.exp(rated - rated.max())
    shares: Array = powers / powers.sum()
    return shares


def right_first(table: Sequence[Places], weights: Array) -> int:
    """Return of how many questions the best place is right."""
    return sum(int(one.right[int(np.argmax(one.rated @ weights))]) for one in table)


def main() -> None:
    """Print the weights."""
    pairs, judge = corpora_and_judge(__doc__.splitlines()[0])
    table = [row for number, pair in enumerate(pairs) for row in places(number, *pair, judge)]
    by_hand = np.array([1.0] + [0.0] * len(who_ranking.FEATURES))
    after = 0
    for part in range(PARTS if len(pairs) >= PARTS else 0):
        others = [one for one in table if one.gold % PARTS != part]
        after += right_first([one for one in table if one.gold % PARTS == part], fitted(others))
    print(f"# {len(table)} questions; right first by hand {right_first(table, by_hand)}, fitted on the others {after}")
    found = fitted(table)[1:]
    print(f"FEATURES = {who_ranking.FEATURES!r}")
    print(f"WEIGHTS = ({', '.join(f'{weight:.2f}' for weight in found)})")


if __name__ == "__main__":
    main()
