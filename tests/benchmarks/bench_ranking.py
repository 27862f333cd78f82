"""How long the ten best passages take: our postings, rank_bm25, bm25s and tantivy over the same terms, in one run.

    python -m pip install bm25s tantivy
    python tests/benchmarks/bench_ranking.py --data ../shared/eval/news-20k.jsonl.gz --passages 10000 100000 1000000

Passages are the paragraphs of real news, from the beginning again when they run out; questions are eight words in a
row from them. Every engine gets the same lists of terms, so that segmenting is not measured. All run on one thread.
rank_bm25 itself is left out above --reference passages: a question takes seconds there, and the index gigabytes.
"""

from __future__ import annotations

import argparse
import os
import platform
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import cycle, islice
from pathlib import Path
from typing import Any

try:
    import bm25s
    import tantivy
except ImportError as missing:
    sys.exit(f"cần thêm thư viện để so sánh ({missing.name}): python -m pip install bm25s tantivy")

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from news import paragraphs, questions

from retrieval.ranking.engine import K1, B
from retrieval.ranking.postings import CompactPostingsEngine, PostingsEngine
from retrieval.ranking.rank_bm25 import RankBM25Engine
from retrieval.ranking.terms import index_terms

Search = Callable[[Sequence[str]], Any]


def timed(name: str, search: Search, asked: Sequence[Sequence[str]]) -> dict[str, float]:
    """Return median and 95th percentile in ms of one question at a time, after a few to warm up."""
    for terms in asked[:20]:
        search(terms)
    spent: list[float] = []
    for terms in asked:
        begun = time.perf_counter()
        search(terms)
        spent.append(1000 * (time.perf_counter() - begun))
    print(f"  ... {name}", file=sys.stderr, flush=True)
    return {"median": statistics.median(spent), "p95": statistics.quantiles(spent, n=20)[-1]}


def tantivy_search(passages: Sequence[Sequence[str]], folder: str) -> Search:
    """Return a search of tantivy over the terms (white space splits them), committed into one segment."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("terms", stored=False, tokenizer_name="whitespace", index_option="freq")
    builder.add_integer_field("id", stored=False, fast=True)
    schema = builder.build()
    index = tantivy.Index(schema, path=folder)
    writer = index.writer(heap_size=1_000_000_000, num_threads=1)
    for place, terms in enumerate(passages):
        writer.add_document(tantivy.Document(terms=" ".join(terms), id=place))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def search(terms: Sequence[str]) -> Any:
        parts = [(tantivy.Occur.Should, tantivy.Query.term_query(schema, "terms", term)) for term in terms]
        return searcher.search(tantivy.Query.boolean_query(parts), 10, count=False).hits

    return search


def bm25s_search(passages: Sequence[Sequence[str]]) -> Search:
    """Return a search of bm25s, its NumPy backend, with the same parameters."""
    engine = bm25s.BM25(k1=K1, b=B, method="atire", backend="numpy")
    engine.index([list(terms) for terms in passages], show_progress=False)
    return lambda terms: engine.retrieve([list(terms)], k=10, show_progress=False, n_threads=0)


def run(passages: list[tuple[str, ...]], asked: list[list[str]], reference: int) -> None:
    """Print the table for some passages."""
    size = len(passages)
    rows: dict[str, dict[str, float]] = {}
    begun = time.perf_counter()
    compact = CompactPostingsEngine.build(passages)
    built = time.perf_counter() - begun
    with tempfile.TemporaryDirectory() as folder:
        compact.save(Path(folder))
        del compact
        begun = time.perf_counter()
        compact = CompactPostingsEngine.open(Path(folder))
        compact.top(asked[0], 10)
        opened = 1000 * (time.perf_counter() - begun)
        rows["postings, 4 bytes, mapped"] = timed("postings32", lambda terms: compact.top(terms, 10), asked)
        begun = time.perf_counter()
        compact.add([passages[0]])
        added = 1000 * (time.perf_counter() - begun)
        memory = compact.nbytes / size
    wide = PostingsEngine.build(passages)
    rows["postings, 8 bytes"] = timed("postings", lambda terms: wide.top(terms, 10), asked)
    compare("4 bytes against 8", CompactPostingsEngine.build(passages), wide, asked)
    search = bm25s_search(passages)
    rows["bm25s numpy"] = timed("bm25s", search, asked)
    del search
    with tempfile.TemporaryDirectory() as folder:
        rows["tantivy"] = timed("tantivy", tantivy_search(passages, folder), asked)
    if size <= reference:
        engine = RankBM25Engine.build(passages)
        rows["rank_bm25"] = timed("rank_bm25", lambda terms: engine.top(terms, 10), asked[:50])
        compare("8 bytes against rank_bm25", wide, engine, asked[:50])
    best = rows["postings, 4 bytes, mapped"]
    print(f"\n{size:,} passages: built in {built:.1f} s, opened with a first answer in {opened:.1f} ms,")
    print(f"{memory:.0f} bytes a passage and 4 for each thread, one passage added in {added:.1f} ms\n")
    print("| engine                    | median ms | p95 ms | times ours, median | p95   |")
    print("|---------------------------|-----------|--------|--------------------|-------|")
    for name, row in rows.items():
        ratios = f"{row['median'] / best['median']:18.1f} | {row['p95'] / best['p95']:5.1f}"
        print(f"| {name:<25} | {row['median']:9.2f} | {row['p95']:6.2f} | {ratios} |", flush=True)


def compare(name: str, one: Any, other: Any, asked: list[list[str]]) -> None:
    """Print the greatest difference of the ten best scores."""
    worst = max(
        (abs(one.top(terms, 10).scores - other.top(terms, 10).scores).max(initial=0.0) for terms in asked), default=0.0
    )
    print(f"greatest difference of scores, {name}: {worst:.1e}", flush=True)


def main() -> None:
    """Print a table for every number of passages."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="articles, JSON lines with `text`, gzipped")
    parser.add_argument("--passages", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--distinct", type=int, default=100_000, help="paragraphs to segment before repeating them")
    parser.add_argument("--questions", type=int, default=300)
    parser.add_argument("--reference", type=int, default=100_000, help="rank_bm25 up to so many passages")
    chosen = parser.parse_args()
    print(
        f"{platform.processor() or platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, ",
        end="",
    )
    print(f"bm25s {bm25s.__version__}, tantivy {tantivy.__version__}", flush=True)
    texts = list(islice(paragraphs(chosen.data), min(chosen.distinct, max(chosen.passages))))
    begun = time.perf_counter()
    made = [tuple(map(sys.intern, index_terms(text).accented)) for text in texts]
    print(f"{len(texts):,} paragraphs segmented in {time.perf_counter() - begun:.0f} s", end="")
    print(
        f", {statistics.mean(map(len, made)):.0f} terms each, {statistics.mean(len(set(m)) for m in made):.0f} distinct"
    )
    asked = questions(texts, chosen.questions)
    for size in chosen.passages:
        run(list(islice(cycle(made), size)), asked, chosen.reference)
    print(f"\npeak memory of the run: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6:.1f} GB")


if __name__ == "__main__":
    main()
