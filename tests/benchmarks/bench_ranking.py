"""How long the ten best passages take: our postings, rank_bm25, bm25s and tantivy over the same terms, in one run.

    python -m pip install bm25s tantivy
    python tests/benchmarks/bench_ranking.py --data ../shared/eval/news-20k.jsonl.gz --passages 10000 100000 1000000

Passages are the paragraphs of real news; when they run out, each comes again with another eighth of its terms, taken
from another paragraph. Questions are eight words in a row from the paragraphs. Every engine gets the same lists of
terms, so that segmenting is not measured, and all run on one thread. They take turns of 20 questions, so that all meet
the machine as busy as it is. rank_bm25 itself and impacts of 8 bytes are left out above --reference passages: a
question takes seconds there, and the index gigabytes. --terms FILE keeps the segmented paragraphs for the next run.
"""

from __future__ import annotations

import argparse
import os
import platform
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

try:
    import bm25s
    import tantivy
except ImportError as missing:
    sys.exit(f"cần thêm thư viện để so sánh ({missing.name}): python -m pip install bm25s tantivy")

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from news import paragraphs, questions

from retrieval.language.normalize import reading_form
from retrieval.language.segment import DOMAIN_WORDS
from retrieval.language.word_tagger import bulk_words
from retrieval.ranking.engine import K1, B
from retrieval.ranking.postings import CompactPostingsEngine, PostingsEngine
from retrieval.ranking.rank_bm25 import RankBM25Engine
from retrieval.ranking.terms import index_terms

Search = Callable[[Sequence[str]], Any]
_TURN = 20


def timed(searches: Mapping[str, Search], asked: Sequence[Sequence[str]]) -> dict[str, dict[str, float]]:
    """Return median and 95th percentile in ms of one question at a time, after a few to warm up, in turns.

    By the clock, and by seconds of computing of this thread: all engines work in it.
    """
    spent: dict[str, list[float]] = {name: [] for name in searches}
    computing: dict[str, list[float]] = {name: [] for name in searches}
    for search in searches.values():
        for terms in asked[:_TURN]:
            search(terms)
    for first in range(0, len(asked), _TURN):
        for name, search in searches.items():
            for terms in asked[first : first + _TURN]:
                begun, computed = time.perf_counter(), time.thread_time()
                search(terms)
                computing[name].append(1000 * (time.thread_time() - computed))
                spent[name].append(1000 * (time.perf_counter() - begun))
    return {
        name: {
            "median": statistics.median(spent[name]),
            "p95": statistics.quantiles(spent[name], n=20)[-1],
            "median computing": statistics.median(computing[name]),
            "p95 computing": statistics.quantiles(computing[name], n=20)[-1],
        }
        for name in searches
    }


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
    searches: dict[str, Search] = {}
    begun = time.perf_counter()
    compact = CompactPostingsEngine.build(passages)
    built = time.perf_counter() - begun
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as other:
        compact.save(Path(folder))
        del compact
        begun = time.perf_counter()
        mapped = CompactPostingsEngine.open(Path(folder))
        opened = 1000 * (time.perf_counter() - begun)
        mapped.top(asked[0], 10)
        answered = 1000 * (time.perf_counter() - begun)
        memory = mapped.nbytes / size
        searches["postings, 4 bytes, mapped"] = lambda terms: mapped.top(terms, 10)
        searches["bm25s numpy"] = bm25s_search(passages)
        searches["tantivy"] = tantivy_search(passages, other)
        rows = timed(searches, asked)
        if size <= reference:
            wide = PostingsEngine.build(passages)
            rows |= timed({"postings, 8 bytes": lambda terms: wide.top(terms, 10)}, asked)
            compare("4 bytes against 8", mapped, wide, asked)
            engine = RankBM25Engine.build(passages)
            rows |= timed({"rank_bm25": lambda terms: engine.top(terms, 10)}, asked[:40])
            compare("8 bytes against rank_bm25", wide, engine, asked[:40])
        begun = time.perf_counter()
        mapped.add([passages[0]])
        added = 1000 * (time.perf_counter() - begun)
    best = rows["postings, 4 bytes, mapped"]
    print(f"\n{size:,} passages: built in {built:.1f} s, opened in {opened:.1f} ms,", end=" ")
    print(f"a first answer after {answered:.1f} ms,")
    print(f"{memory:.0f} bytes a passage and 4 for each thread, one passage added in {added:.1f} ms\n")
    columns = list(best)
    print(f"| {'engine':<25} |" + "".join(f" {column:>16} |" for column in columns))
    print(f"|{'-' * 27}|" + "".join(f"{'-' * 17}:|" for _ in columns))
    for name, row in rows.items():
        cells = (f"{row[column]:8.2f} ({row[column] / best[column]:4.1f})" for column in columns)
        print(f"| {name:<25} |" + "".join(f" {cell:>16} |" for cell in cells), flush=True)
    print("(ms; in brackets how many times as long as ours)")


def segmented(texts: Sequence[str], kept: Path | None) -> list[tuple[str, ...]]:
    """Return the terms of every text, from the file where they are kept."""
    if kept is not None and kept.exists():
        lines = kept.read_text("utf-8").splitlines()
        if len(lines) == len(texts):
            return [tuple(map(sys.intern, line.split("\t"))) for line in lines]
    words = bulk_words(DOMAIN_WORDS)
    made = [tuple(map(sys.intern, index_terms(text, words(reading_form(text))).accented)) for text in texts]
    if kept is not None:
        kept.write_text("".join("\t".join(terms) + "\n" for terms in made), "utf-8")
    return made


def more(made: Sequence[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Yield the passages, then again and again with an eighth of each replaced by as much of another one."""
    yield from made
    chance = random.Random(4)
    while True:
        for terms in made:
            other = chance.choice(made)
            length = len(terms) // 8
            start = chance.randrange(len(terms) - length + 1)
            yield terms[:start] + other[:length] + terms[start + length :]


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
    parser.add_argument("--terms", type=Path, help="a file that keeps the segmented paragraphs")
    parser.add_argument("--questions", type=int, default=300)
    parser.add_argument("--reference", type=int, default=100_000, help="rank_bm25 up to so many passages")
    chosen = parser.parse_args()
    print(
        f"{platform.processor() or platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, ",
        end="",
    )
    print(f"bm25s {bm25s.__version__}, tantivy {tantivy.__version__}", flush=True)
    texts = list(islice(paragraphs(chosen.data), min(chosen.distinct, max(chosen.passages))))
    made = segmented(texts, chosen.terms)
    print(f"{len(texts):,} paragraphs, {statistics.mean(map(len, made)):.0f} terms each,", end=" ")
    print(f"{statistics.mean(len(set(m)) for m in made):.0f} distinct")
    asked = questions(texts, chosen.questions)
    for size in chosen.passages:
        run(list(islice(more(made), size)), asked, chosen.reference)
    print(f"\npeak memory of the run: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6:.1f} GB")


if __name__ == "__main__":
    main()
