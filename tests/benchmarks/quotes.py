"""How often the sentence that is shown for a question contains the answer: XQuAD's paragraphs as documents.

    python tests/benchmarks/quotes.py --data ../shared/eval/xquad-vi-dev.json [--verbose]

Every question goes through `Library.ask` as a person would type it. What counts is the first quote of whatever is
shown: the proof of an answer, or the sentence that comes nearest where no answer was found. `--verbose` prints the
questions whose quote lacks the answer.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from retrieval import Library
from retrieval.answering.model import Status
from retrieval.language.normalize import fold, reading_form


class Asked(NamedTuple):
    """A question, the file of the paragraph that answers it, and the accepted answers."""

    question: str
    document: str
    answers: tuple[str, ...]


def write(data: Path, folder: Path) -> list[Asked]:
    """Write every paragraph of a file in SQuAD format as a document of its own; return the questions."""
    asked: list[Asked] = []
    for number, paragraph in enumerate(p for a in json.loads(data.read_text("utf-8"))["data"] for p in a["paragraphs"]):
        name = f"{number:04}.txt"
        (folder / name).write_text(paragraph["context"], "utf-8")
        asked += [Asked(qa["question"], name, tuple(a["text"] for a in qa["answers"])) for qa in paragraph["qas"]]
    return asked


def contains(quote: str, answers: tuple[str, ...]) -> bool:
    """Tell whether one of the answers stands in a quote, compared in reading form without regard to case."""
    return any(_plain(answer) in _plain(quote) for answer in answers)


def _plain(text: str) -> str:
    return " ".join(reading_form(text).lower().split())


def measure(name: str, library: Library, asked: list[Asked], *, bare: bool, verbose: bool) -> None:
    """Print a row of the table; `bare` asks without accents."""
    held: Counter[str] = Counter()
    shown: Counter[str] = Counter()
    right_document = 0
    for one in asked:
        answer = library.ask(fold(one.question) if bare else one.question)
        kind = "answered" if answer.status is Status.ANSWERED else "not found"
        shown[kind] += 1
        quote = answer.evidence[0].quote if answer.evidence else ""
        right_document += bool(answer.evidence) and answer.evidence[0].document == one.document
        if contains(quote, one.answers):
            held[kind] += 1
        elif verbose:
            print(f"{kind}: {one.question} -- {one.answers[0]} -- {quote}")
    shares = " | ".join(f"{held[kind]:>3} of {shown[kind]:>3}" for kind in ("answered", "not found"))
    of_all, documents = held.total() / len(asked), right_document / len(asked)
    print(f"| {name:<16} | {of_all:.3f} | {shares} | {documents:.3f} |", flush=True)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="a file in SQuAD format")
    parser.add_argument("--verbose", action="store_true", help="print the questions whose quote lacks the answer")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        asked = write(chosen.data, Path(folder))
        library = Library.read([Path(folder)])
        print(f"{chosen.data.name}: {len(library.documents)} paragraphs, {len(asked)} questions\n")
        print("| the answer is in the first quote | of all | answered | not found | right paragraph |")
        print("|---|---|---|---|---|")
        begun = time.perf_counter()
        for name, bare in (("as written", False), ("without accents", True)):
            measure(name, library, asked, bare=bare, verbose=chosen.verbose)
        print(f"\na question: {1000 * (time.perf_counter() - begun) / (2 * len(asked)):.1f} ms")


if __name__ == "__main__":
    main()
