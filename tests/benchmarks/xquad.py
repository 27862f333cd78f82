"""How often BM25 puts the right paragraph first: XQuAD's paragraphs as passages, its questions as people type them.

    python tests/benchmarks/xquad.py --data ../shared/eval/xquad-vi-dev.json [--variants]

`--variants` also tries other classes and parameters of rank_bm25 and other terms, on the articles at even places and
apart from them on those at odd places: what is better on one half only is chance.
"""

from __future__ import annotations

import argparse
import json
import platform
import random
import sys
import time
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from rank_bm25 import BM25Okapi, BM25Plus

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from retrieval.language.normalize import fold
from retrieval.ranking.engine import DELTA, K1, B
from retrieval.ranking.index import PassageIndex
from retrieval.ranking.terms import Terms, index_terms, query_terms


class Asked(NamedTuple):
    """A question, the paragraph that answers it, and whether its article stands at an odd place."""

    question: str
    paragraph: int
    odd: bool


def load(path: Path) -> tuple[list[str], list[Asked]]:
    """Return the paragraphs of all articles and the questions about them."""
    paragraphs: list[str] = []
    asked: list[Asked] = []
    for place, article in enumerate(json.loads(path.read_text("utf-8"))["data"]):
        for paragraph in article["paragraphs"]:
            asked += [Asked(qa["question"], len(paragraphs), place % 2 == 1) for qa in paragraph["qas"]]
            paragraphs.append(paragraph["context"])
    return paragraphs, asked


def half_folded(question: str) -> str:
    """Return the question with the accents of every second word left out, at random but the same on every run."""
    chance = random.Random(question)
    return " ".join(fold(word) if chance.random() < 0.5 else word for word in question.split())


FORMS: dict[str, Callable[[str], str]] = {
    "as written": str,
    "without accents": fold,
    "half without accents": half_folded,
    "decomposed (NFD)": lambda question: unicodedata.normalize("NFD", question),
    "lower case": str.lower,
}


def measure(name: str, asked: Sequence[Asked], first: Callable[[str], int]) -> None:
    """Print recall@1 in all and for either half of the articles; `first` gives the paragraph ranked first."""
    hits = [(one.odd, first(one.question) == one.paragraph) for one in asked]
    shares = [sum(hit for _, hit in part) / len(part) for part in (hits, *_halves(hits))]
    print(f"| {name:<38} | {shares[0]:.3f} | {shares[1]:.3f} | {shares[2]:.3f} |", flush=True)


def _halves(hits: list[tuple[bool, bool]]) -> list[list[tuple[bool, bool]]]:
    return [[hit for hit in hits if hit[0] == odd] for odd in (False, True)]


def variants(asked: list[Asked], made: list[Terms]) -> None:
    """Print what other classes, parameters and terms give."""
    known = {form(one.question): query_terms(form(one.question)) for one in asked for form in (str, fold)}

    def syllables(terms: Sequence[str]) -> list[str]:
        return [term for term in terms if "_" not in term and " " not in term]

    def rank(corpus: list[list[str]], model: Any, terms: Callable[[str], Sequence[str]]) -> Callable[[str], int]:
        ready = model(corpus)
        return lambda question: int(ready.get_scores(list(terms(question))).argmax())

    accented = [list(terms.accented) for terms in made]
    folded = [list(terms.folded) for terms in made]
    alone = [syllables(terms.folded) for terms in made]
    for k1, b in ((0.7, 0.4), (0.9, 0.4), (0.9, 0.5), (1.2, 0.4), (1.5, 0.4), (0.9, 0.75), (1.2, 0.75), (1.5, 0.75)):

        def plus(corpus: list[list[str]], k1: float = k1, b: float = b) -> Any:
            return BM25Plus(corpus, k1=k1, b=b, delta=DELTA)

        measure(f"BM25Plus k1={k1} b={b}, accented", asked, rank(accented, plus, lambda q: known[q].accented))
        measure("  the same, folded", asked, rank(folded, plus, lambda q: known[fold(q)].folded))
        measure("  the same, folded, no pairs", asked, rank(alone, plus, lambda q: syllables(known[fold(q)].folded)))
    measure("BM25Okapi of the package", asked, rank(accented, BM25Okapi, lambda q: known[q].accented))
    whole = {one.question: index_terms(one.question).accented for one in asked}
    best = rank(accented, lambda corpus: BM25Plus(corpus, k1=K1, b=B, delta=DELTA), lambda q: whole[q])
    measure("words that ask are kept", asked, best)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="a file in SQuAD format")
    parser.add_argument("--variants", action="store_true", help="try other parameters and terms too")
    chosen = parser.parse_args()
    paragraphs, asked = load(chosen.data)
    print(f"{platform.processor() or platform.machine()}, Python {platform.python_version()}")
    print(f"{chosen.data.name}: {len(paragraphs)} paragraphs, {len(asked)} questions; BM25Plus k1={K1} b={B}\n")
    print(f"| {'recall@1':<38} | all   | even  | odd   |\n|{'-' * 40}|-------|-------|-------|")
    begun = time.perf_counter()
    made = [index_terms(text) for text in paragraphs]
    index = PassageIndex.from_terms(made)
    built = time.perf_counter()
    for name, form in FORMS.items():
        measure(name, asked, lambda q, form=form: next((i for i, _ in index.search(form(q), 1)), -1))  # type: ignore[misc]
    done = time.perf_counter()
    if chosen.variants:
        variants(asked, made)
    each = 1000 * (done - built) / (len(FORMS) * len(asked))
    print(f"\nterms and index: {built - begun:.2f} s; a question: {each:.1f} ms")


if __name__ == "__main__":
    main()
