"""Measures whole questions (reading the question, ranking, candidates, the answer) over a large library.

    python tests/benchmarks/bench_asking.py QUESTIONS.jsonl ... --news NEWS.jsonl.gz [--corpus PATH ...]
    python tests/benchmarks/bench_asking.py QUESTIONS.jsonl ... --library FILE

QUESTIONS has {"question": ..., "chat": optional} a line; the library is read from the articles of NEWS (one a line:
{"title": ..., "text": ...}) and the reports in PATH, which the questions are about, unless FILE holds them already.
Every question is asked once, its documents as yet unread, and then once more. Prints the median and percentiles by the
clock and by seconds of computing; the claim is a median under 8 ms and a 95th percentile under 25 ms.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from bench_adding import write

from bot.garbage import collect_seldom
from bot.telegram.reload import FIRST_QUESTIONS
from retrieval import Conversation, Library
from retrieval.language import word_tagger
from retrieval.store import maintenance


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("questions", type=Path, nargs="+")
    parser.add_argument("--news", type=Path)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--corpus", type=Path, action="append", default=[])
    parser.add_argument("--library", type=Path)
    options = parser.parse_args()
    records = [json.loads(line) for path in options.questions for line in path.read_text("utf-8").splitlines() if line]
    print(f"{platform.node()}: {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    with tempfile.TemporaryDirectory() as name:
        file = options.library or Path(name) / "news.aidu"
        if options.news is not None:
            write(options.news, Path(name) / "news", options.articles)
            maintenance.index(file, [Path(name) / "news", *options.corpus], processes=os.cpu_count() or 1)
        word_tagger.expect_many()  # as the Telegram bot
        library = Library.open(file)
        passages = sum(library._state.holdings.passages.values())
        print(f"{len(library.documents):,} documents, {passages:,} passages, {len(records)} questions")
        started = time.perf_counter()
        library.prepare()
        for question in FIRST_QUESTIONS:  # as the Telegram bot does, too
            library.ask(question)
        collect_seldom()
        print(f"the first answers: {time.perf_counter() - started:.1f} s")
        for title in ("asked once", "asked again"):
            clock, computing = ask(library, records)
            print(f"{title + ', by the clock:':<28}{summary(clock)}")
            print(f"{title + ', computing:':<28}{summary(computing)}")


def ask(library: Library, records: Sequence[dict[str, str]]) -> tuple[list[float], list[float]]:
    """Return the milliseconds of each question by the clock and of computing; those of a chat lean on each other."""
    clock: list[float] = []
    computing: list[float] = []
    chats: dict[str, Conversation] = {}
    for record in records:
        chat = record.get("chat") or ""
        started, computed = time.perf_counter(), time.thread_time()
        answer = library.ask(record["question"], chats.get(chat))
        computing.append(1000 * (time.thread_time() - computed))
        clock.append(1000 * (time.perf_counter() - started))
        if chat:
            chats[chat] = answer.conversation
    return clock, computing


def summary(milliseconds: Sequence[float]) -> str:
    """Return the median, 95th and 99th percentile and the longest."""
    taken = sorted(milliseconds)
    shares = (0.5, 0.95, 0.99, 1.0)
    a, b, c, d = (taken[min(int(share * len(taken)), len(taken) - 1)] for share in shares)
    return f"median {a:.1f} ms, 95 % {b:.1f} ms, 99 % {c:.1f} ms, longest {d:.1f} ms"


if __name__ == "__main__":
    main()
