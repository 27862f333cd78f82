"""Count how often two syllables stand side by side, for `retrieval/language/data/pairs.tsv`.

    python tests/benchmarks/count_pairs.py NEWS.jsonl.gz [--without FOLDER ...] > retrieval/language/data/pairs.tsv

The news has one article a line, with `id`, `title` and `text`; left out are those with a file of that name in a FOLDER:
what answers are measured on. A line of the table is a syllable and, after a tab, the
syllables that follow it with their counts, most frequent first: "hội<tab>nghị 9000 đồng 7100"; a figure is "#", a sign
or the end of a line ".". Pairs seen less than 20 times are left out, and counts have two digits: the table holds what
the language does, and no article's text.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from retrieval.language.normalize import reading_form
from retrieval.language.pairs import pieces

FEWEST = 20


def count(articles: Iterable[tuple[str, str]]) -> dict[str, Counter[str]]:
    """Return the counts of what follows each syllable, figure or sign."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for title, text in articles:
        for line in (title, *text.split("\n")):
            for (before, _), (after, _) in pairwise(pieces(reading_form(line).lower())):
                counts[before][after] += 1
    return counts


def table(counts: Mapping[str, Counter[str]], fewest: int) -> Iterable[str]:
    """Yield the lines of the table, in order; counts below `fewest` are left out."""
    for before in sorted(counts):
        kept = sorted((-n, after) for after, n in counts[before].items() if n >= fewest)
        if kept:
            yield before + "\t" + " ".join(f"{after} {int(float(f'{-n:.2g}'))}" for n, after in kept)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("news", type=Path, help="a .jsonl.gz file with an article a line")
    parser.add_argument("--without", type=Path, nargs="*", default=[])
    options = parser.parse_args()
    left_out = {path.stem for folder in options.without for path in folder.iterdir()}
    with gzip.open(options.news, "rt", encoding="utf-8") as lines:
        articles = (article for article in map(json.loads, lines) if article["id"] not in left_out)
        counts = count((article["title"], article["text"]) for article in articles)
    print("# A syllable, and what follows it in news with how often; made by tests/benchmarks/count_pairs.py")
    for line in table(counts, FEWEST):
        print(line)


if __name__ == "__main__":
    main()
