"""How often the document that answers a question is found first, and among the first ten.

    python tests/benchmarks/documents.py CORPUS GOLD.jsonl [CORPUS GOLD.jsonl ...]

The passages of all the corpora together are ranked as a library ranks them. A gold file has a question a line, with
`doc`, the file name of the document that answers it; unanswerable questions and those of conversations are left out.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from retrieval import Library
from retrieval.corpus.passages import passages_of, sentences_of
from retrieval.language.normalize import fold
from retrieval.ranking.index import PassageIndex

_TEN = 10


def indexed(corpora: list[Path]) -> tuple[PassageIndex, list[str]]:
    """Return an index over the passages of all documents, and the document of each passage."""
    texts: list[str] = []
    titles: list[str] = []
    names: list[str] = []
    for place, document in enumerate(Library.read(corpora).documents):
        sentences = sentences_of(document)
        for passage in passages_of(place, sentences):
            texts.append(" ".join(s.text for s in sentences[passage.first : passage.last + 1]))
            titles.append(document.title)
            names.append(document.name)
    return PassageIndex.build(texts, titles=titles, engine="postings"), names


def asked(gold: Path) -> list[tuple[str, str]]:
    """Return the questions of a gold file with the documents that answer them."""
    records = [json.loads(line) for line in gold.read_text("utf-8").splitlines() if line.strip()]
    known = [r for r in records if r["type"] != "unanswerable" and r.get("doc") and not r.get("chat")]
    return [(record["question"], record["doc"]) for record in known]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path, nargs="+", help="a folder of documents and a gold file, in turn")
    data = parser.parse_args().data
    if len(data) % 2:
        parser.error("a gold file is missing: CORPUS GOLD.jsonl [CORPUS GOLD.jsonl ...]")
    index, names = indexed(data[::2])
    print(f"{len(set(names))} documents, {len(names)} passages\n")
    print("| questions | first | of the first ten | first, without accents |\n|---|---|---|---|")
    for gold in data[1::2]:
        known = asked(gold)
        found = [[names[passage] for passage, _ in index.search(question, _TEN)] for question, _ in known]
        bare = [[names[passage] for passage, _ in index.search(fold(question), 1)] for question, _ in known]
        wanted = [document for _, document in known]
        first, ten, folded = (
            sum(document in some[:depth] for document, some in zip(wanted, ranked, strict=True)) / len(known)
            for ranked, depth in ((found, 1), (found, _TEN), (bare, 1))
        )
        print(f"| {gold.parent.name}/{gold.name}, {len(known)} | {first:.3f} | {ten:.3f} | {folded:.3f} |")


if __name__ == "__main__":
    main()
