"""Count how often two syllables stand side by side, for `retrieval/language/data/pairs.tsv`.

    python tests/benchmarks/count_pairs.py NEWS.jsonl.gz > retrieval/language/data/pairs.tsv

The news has one article a line, with `title` and `text`. A line of the table is a syllable and, after a tab, the
syllables that follow it with their counts, most frequent first: "hội<tab>nghị 9000 đồng 7100". Pairs seen less than
20 times are left out, and counts have two digits: the table holds what the language does, and no article's text.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from retrieval.language.normalize import reading_form

FEWEST = 20
_PIECE = re.compile(r"[^\W\d_]+|\S")


def count(articles: Iterable[tuple[str, str]]) -> dict[str, Counter[str]]:
    """Return the counts of the syllables after each syllable; a sign, a figure or a new line parts two of them."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for title, text in articles:
        for line in (title, *text.split("\n")):
            for before, after in pairwise(_PIECE.findall(reading_form(line).lower())):
                if before.isalpha() and after.isalpha():
                    counts[before][after] += 1
    return counts


def table(counts: dict[str, Counter[str]]) -> Iterable[str]:
    """Yield the lines of the table, in order."""
    for before in sorted(counts):
        kept = sorted((-n, after) for after, n in counts[before].items() if n >= FEWEST)
        if kept:
            yield before + "\t" + " ".join(f"{after} {int(float(f'{-n:.2g}'))}" for n, after in kept)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("news", type=Path, help="a .jsonl.gz file with an article a line")
    with gzip.open(parser.parse_args().news, "rt", encoding="utf-8") as lines:
        counts = count((article["title"], article["text"]) for article in map(json.loads, lines))
    print(
        "# A syllable, and the syllables that follow it in news with how often; made by tests/benchmarks/count_pairs.py"
    )
    for line in table(counts):
        print(line)


if __name__ == "__main__":
    main()
