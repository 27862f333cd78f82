"""Fit the weights by which `retrieval.answering.evidence.quoting` chooses the sentence to show.

    python tests/benchmarks/fit_quotes.py CORPUS GOLD.jsonl [CORPUS GOLD.jsonl ...]

A gold file has a question a line, with `doc`, the document that answers it, and `evidence`, the sentence that does.
The model is a conditional logit (McFadden 1974): of the sentences of the documents found, the one that answers is
chosen with a probability proportional to exp(weights · features). The weights are not below zero, since each feature
speaks for a sentence, and are held back by half their squared length. Printed are the share of the questions whose
best sentence is the gold one (also with weights fitted on the other questions, five parts in turn), and the weights,
to be put into `quoting.WEIGHTS`. The same data gives the same weights.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from retrieval import Library
from retrieval.answering.asking.question import analyse, check
from retrieval.answering.evidence.collection import Collection
from retrieval.answering.evidence.matching import query_words
from retrieval.answering.evidence.quoting import Features, features_of, nearest_documents
from retrieval.answering.evidence.view import View
from retrieval.language.normalize import reading_form

# A shorter sentence (a dateline, a heading of one word) is no evidence by standing inside the gold sentence.
_SHORTEST = 25
_PARTS = 5
# Steps and first length of a step of the projected gradient ascent: enough for four digits.
_STEPS, _RATE = 3000, 0.5


class Choice(NamedTuple):
    """The sentences that one question chooses from: their features (sentences x features), and which are right."""

    features: NDArray[np.float64]
    right: NDArray[np.bool_]


def choices(corpus: Path, gold: Path) -> list[Choice]:
    """Return the choices of the questions of a gold file that stand alone and have an answer."""
    collection = Library.read([corpus])._collection
    made = []
    for line in gold.read_text("utf-8").splitlines():
        record = json.loads(line)
        if record["type"] != "unanswerable" and record.get("evidence") and not record.get("chat"):
            made.append(_choice(record, collection))
    return [choice for choice in made if choice.right.any() and not choice.right.all()]


def _choice(record: dict[str, Any], collection: Collection) -> Choice:
    question = analyse(collection.corrector.correct(check(record["question"])))
    words = query_words(question, acronyms=collection.acronyms)
    rows: list[Features] = []
    right: list[bool] = []
    near = [(collection.view(document), found) for document, found in collection.nearest(question.text)]
    for view, found, document in nearest_documents(words, near):
        rows += features_of(question, words, view, found, document)
        right += [view.document.name == record["doc"] and told for told in _evident(view, record["evidence"])]
    return Choice(np.array(rows, np.float64).reshape(len(rows), len(Features._fields)), np.array(right, np.bool_))


def _evident(view: View, evidence: str) -> list[bool]:
    wanted = _plain(evidence)
    sentences = [_plain(sentence.text) for sentence in view.facts.sentences]
    return [wanted in one or (len(one) >= _SHORTEST and one in wanted) for one in sentences]


def _plain(text: str) -> str:
    return " ".join(reading_form(text).lower().split()).strip(" .…")


def fit(made: Sequence[Choice]) -> NDArray[np.float64]:
    """Return the weights that make the right sentences most probable, one for each feature."""
    weights = np.zeros(len(Features._fields))
    for step in range(_STEPS):
        slope = -weights
        for features, right in made:
            scores = features @ weights
            odds = np.exp(scores - scores.max())
            chosen = np.where(right, odds, 0.0)
            slope = slope + chosen @ features / chosen.sum() - odds @ features / odds.sum()
        weights = np.maximum(weights + _RATE * slope / len(made) * 10, 0.0)
        if np.abs(slope[weights > 0]).max(initial=0.0) < 1e-2 and step:
            break
    return weights


def hits(made: Sequence[Choice], weights: NDArray[np.float64]) -> int:
    """Return of how many questions the best sentence is a right one."""
    return sum(bool(right[np.argmax(features @ weights)]) for features, right in made)


def main() -> None:
    """Print how well the weights choose, and the weights."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path, nargs="+", help="a folder of documents and a gold file, in turn")
    data = parser.parse_args().data
    if len(data) % 2:
        parser.error("a gold file is missing: CORPUS GOLD.jsonl [CORPUS GOLD.jsonl ...]")
    made = [c for corpus, gold in zip(data[::2], data[1::2], strict=True) for c in choices(corpus, gold)]
    weights = fit(made)
    held_back = sum(
        hits(made[part::_PARTS], fit([c for i, c in enumerate(made) if i % _PARTS != part])) for part in range(_PARTS)
    )
    print(f"{len(made)} questions: {hits(made, weights) / len(made):.3f}, held back {held_back / len(made):.3f}")
    print(", ".join(f"{name}={weight:.1f}" for name, weight in zip(Features._fields, weights, strict=True)))


if __name__ == "__main__":
    main()
