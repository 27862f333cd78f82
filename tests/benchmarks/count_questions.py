"""Count what follows what in questions, for `retrieval/language/data/questions.tsv`.

    python tests/benchmarks/count_questions.py GOLD.jsonl ... > retrieval/language/data/questions.tsv

A gold file has a `question` a line. A line of the table is a syllable, or two side by side, and what follows with its
counts, as in `pairs.tsv`; the line that begins with a tab counts all syllables. Only what is asked in many questions is
kept: what was seen twice, or is made of syllables that were seen 20 times ("cuộc họp nào" and not whose it was).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from count_pairs import table

from retrieval.language.normalize import is_unaccented, reading_form
from retrieval.language.pairs import pieces

OFTEN = 20


def count(questions: Iterable[str]) -> dict[str, Counter[str]]:
    """Return the counts of all syllables (of ""), and of what follows each one and each two of them."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for question in questions:
        found = [piece for piece, _ in pieces(reading_form(question).lower())]
        counts[""].update(found)
        for before, after in pairwise(found):
            counts[before][after] += 1
        for older, before, after in zip(found, found[1:], found[2:], strict=False):
            counts[f"{older} {before}"][after] += 1
    alone = counts[""]
    usual = {piece for piece, n in alone.items() if n >= OFTEN}
    return {
        before: Counter({after: n for after, n in row.items() if n > 1 or usual.issuperset((*before.split(), after))})
        for before, row in counts.items()
    }


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path, nargs="+", help="a .jsonl file with a question a line")
    records = (json.loads(line) for path in parser.parse_args().gold for line in path.read_text("utf-8").splitlines())
    print("# What follows what in questions with how often; made by tests/benchmarks/count_questions.py")
    for line in table(count(r["question"] for r in records if not is_unaccented(r["question"])), 1):
        print(line)


if __name__ == "__main__":
    main()
