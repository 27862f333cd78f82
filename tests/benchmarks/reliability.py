"""How often an answer of a given confidence is right, kind by kind, and what the thresholds of the kinds give up.

    python tests/benchmarks/reliability.py --scorer score.py CORPUS GOLD.jsonl [CORPUS GOLD.jsonl ...]

Answers the questions of gold files with every threshold at 0, and whatever the confidence. For each band of confidence
it prints "right/answered", and in brackets how many of these questions have no answer in the reports. `--scorer` is a
Python file with a function
`judge(gold, answer) -> (right, f1, note)`.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from gold import Judge, corpora_and_judge

from retrieval.answering import answer as answering
from retrieval.answering.answer import THRESHOLD
from retrieval.answering.model import Status
from retrieval.library import Library

BANDS = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)


class Row(NamedTuple):
    """One answer: its kind and confidence, whether it is right, and whether the reports have an answer at all."""

    kind: str
    confidence: float
    right: bool
    unanswerable: bool


def answers(corpus: Path, gold: Path, judge: Judge) -> list[Row]:
    """Answer the single questions of a gold file (those of conversations are left out)."""
    library = Library.read([corpus])
    rows = []
    for line in gold.read_text(encoding="utf-8").splitlines():
        wanted = json.loads(line)
        if wanted.get("chat"):
            continue
        answer = library.ask(wanted["question"])
        if answer.status is not Status.ANSWERED:
            continue
        unanswerable = wanted["type"] == "unanswerable"
        given = {"status": "answered", "items": [{"text": item.text} for item in answer.items]}
        right = not unanswerable and judge(wanted, given)[0]
        rows.append(Row(answer.kind.value, answer.confidence, right, unanswerable))
    return rows


def main() -> None:
    """Print the table."""
    pairs, judge = corpora_and_judge(__doc__.splitlines()[0])
    thresholds = {kind.value: value for kind, value in THRESHOLD.items()}
    for kind in THRESHOLD:
        THRESHOLD[kind] = 0.0
    answering.LEAST_SURE = answering.SURELY = 0.0
    table: dict[str, list[Row]] = defaultdict(list)
    for corpus, gold in pairs:
        for row in answers(corpus, gold, judge):
            table[row.kind].append(row)
            table["all"].append(row)
    bands = list(pairwise(BANDS))
    print("| kind | threshold | " + " | ".join(f"{low:.1f}-{min(high, 1.0):.1f}" for low, high in bands) + " |")
    print("|---|---|" + "---|" * len(bands))
    for kind, rows in sorted(table.items(), key=lambda item: (item[0] == "all", item[0])):
        cells = []
        for low, high in bands:
            band = [row for row in rows if low <= row.confidence < high]
            cells.append(f"{sum(r.right for r in band)}/{len(band)} ({sum(r.unanswerable for r in band)})")
        print(f"| {kind} | {thresholds.get(kind, '')} | " + " | ".join(cells) + " |")


if __name__ == "__main__":
    main()
