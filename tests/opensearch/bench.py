"""What passages in a cluster cost, for the calculation in the README: bytes, time to load, time to answer.

    python tests/opensearch/bench.py --data ../shared/eval/news-20k.jsonl.gz --passages 40000 --shards 3

Starts three nodes on this machine, unless AIDU_OPENSEARCH_HOSTS names a cluster. Passages are paragraphs of real news
in both fields, as a library has them; questions are eight words in a row from them. The embedded engine answers the
same questions in the same run.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import platform
import statistics
import sys
import time
import urllib.request
from collections import Counter
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1]), str(HERE), str(HERE.parent / "benchmarks")]

from cluster import Cluster  # noqa: E402
from news import paragraphs, questions  # noqa: E402

from retrieval.ranking.engine import Engine  # noqa: E402
from retrieval.ranking.opensearch import OpenSearchEngine  # noqa: E402
from retrieval.ranking.opensearch_spool import written  # noqa: E402
from retrieval.ranking.postings import CompactPostingsEngine  # noqa: E402
from retrieval.ranking.rank_bm25 import RankBM25Engine  # noqa: E402
from retrieval.ranking.terms import index_terms  # noqa: E402

# As nodes run in earnest, but for the size of their memory.
JAVA = ("-Xms512m", "-Xmx512m", "-XX:+UseSerialGC")


def times(engine: Engine, asked: Sequence[Sequence[str]]) -> str:
    """Return median and 95th percentile of one question at a time, in ms."""
    taken = []
    for terms in asked:
        started = time.perf_counter()
        engine.top(terms, 10)
        taken.append((time.perf_counter() - started) * 1000)
    return f"median {statistics.median(taken):6.1f} ms, 95th percentile {statistics.quantiles(taken, n=20)[18]:6.1f} ms"


def stored_bytes(host: str, alias: str) -> int:
    """Return the bytes of an index on disk, without its further copies, once nothing is written any more."""
    request = urllib.request.Request(f"{host}/{alias}/_flush?force=true", method="POST")
    urllib.request.urlopen(request, timeout=60).close()
    seen = -1
    while True:
        with urllib.request.urlopen(f"{host}/{alias}/_stats/store,segments", timeout=60) as answer:
            size = int(json.load(answer)["_all"]["primaries"]["store"]["size_in_bytes"])
        if size == seen:
            return size
        seen = size
        time.sleep(3)


def main() -> None:
    """Run it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--passages", type=int, default=40_000)
    parser.add_argument("--shards", default="3")
    parser.add_argument("--questions", type=int, default=300)
    given = parser.parse_args()
    texts = list(islice(paragraphs(given.data), given.passages))
    terms = [index_terms(text) for text in texts]
    asked = questions(texts, given.questions)
    accented = [one.accented for one in terms]
    print(f"{platform.processor() or platform.machine()}, {os.cpu_count()} cores, {len(texts)} passages")
    print(f"terms a passage: {sum(map(len, accented)) / len(texts):.0f} accented, ", end="")
    print(f"{sum(len(one.folded) for one in terms) / len(texts):.0f} folded")
    with contextlib.ExitStack() as stack:
        if "AIDU_OPENSEARCH_HOSTS" not in os.environ:
            os.environ["AIDU_OPENSEARCH_HOSTS"] = ",".join(stack.enter_context(Cluster(java=JAVA)).hosts)
        os.environ["AIDU_OPENSEARCH_SHARDS"] = given.shards
        os.environ["AIDU_OPENSEARCH_INDEX"] = f"aidu-bench-{time.time_ns()}"
        host = os.environ["AIDU_OPENSEARCH_HOSTS"].split(",")[0]
        engines = {}
        for name, lists in (("accented", accented), ("folded", [one.folded for one in terms])):
            started = time.perf_counter()
            engines[name] = engine = OpenSearchEngine.build(lists)
            took = time.perf_counter() - started
            size = stored_bytes(host, engine.alias)
            print(
                f"{name}: {len(texts) / took:.0f} passages/s with one further copy, {size / len(texts):.0f} bytes each"
            )
            started = time.perf_counter()
            OpenSearchEngine.build(lists)
            print(f"{name}: {len(texts) / (time.perf_counter() - started):.0f} passages/s to find them held already")
        engine, embedded = engines["accented"], CompactPostingsEngine.build(accented)
        both = embedded.nbytes + CompactPostingsEngine.build([one.folded for one in terms]).nbytes
        print(f"postings32: {both / len(texts):.0f} bytes a passage in both fields")
        reference = RankBM25Engine.build(accented)
        exact = [reference.top(one, 10).ids.tolist() for one in asked]
        print("opensearch, first time:  ", times(engine, asked))
        print("opensearch, terms known: ", times(engine, asked))
        print("postings32, this process:", times(embedded, asked))
        same = sum(engine.top(one, 10).ids.tolist() == found for one, found in zip(asked, exact, strict=True))
        print(f"same ten in the same order as rank_bm25: {same} of {len(asked)}")
        pages: Counter[int] = Counter()
        lucene = 0
        for one, found in zip(asked, exact, strict=True):
            weighed = engine._weighed(Counter(map(written, one)))
            lucene += [hit["sort"][1] for hit in engine._page(weighed, 10, None)] == found
            pages[requests(engine, one)] += 1
        print(f"by Lucene's own scores: {lucene}; requests a question: {dict(sorted(pages.items()))}")


def requests(engine: OpenSearchEngine, terms: Sequence[str]) -> int:
    """Return how many pages a question takes."""
    page, count = engine._page, 0

    def counted(*arguments: object) -> object:
        nonlocal count
        count += 1
        return page(*arguments)  # type: ignore[arg-type]

    engine._page = counted  # type: ignore[method-assign, assignment]
    try:
        engine.top(terms, 10)
    finally:
        engine._page = page  # type: ignore[method-assign]
    return count


if __name__ == "__main__":
    main()
