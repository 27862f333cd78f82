"""Measures reading into a library, everything included, beside a plain loop of underthesea's `word_tokenize`.

    python tests/benchmarks/bench_reading.py NEWS.jsonl.gz [--articles 2000] [--processes 2]

NEWS has one article a line: {"title": ..., "text": ...}. The loop segments the same texts, paragraph by paragraph, in
one process with its model loaded; reading starts its processes, cleans, finds sentences, people, dates, acts and
events, makes terms and signatures, and commits it all to a library file. Prints syllables a second and the ratio;
the claim is a ratio of at least 1.7 on two cores. Then it reads again, unchanged, and with one report changed.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import platform
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from retrieval.store import maintenance


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("news", type=Path)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--processes", type=int, default=len(os.sched_getaffinity(0)))
    options = parser.parse_args()
    with gzip.open(options.news, "rt", encoding="utf-8") as lines:
        articles = [json.loads(line) for _, line in zip(range(options.articles), lines, strict=False)]
    texts = [f"{article['title']}\n\n{article['text']}" for article in articles]
    syllables = sum(len(text.split()) for text in texts)
    print(f"{platform.node()}: {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    print(f"{len(texts)} articles, {syllables:,} syllables")
    with tempfile.TemporaryDirectory() as name:
        folder, file = Path(name) / "news", Path(name) / "news.aidu"
        for number, text in enumerate(texts):
            path = folder / f"{number // 100:03d}" / f"{number:05d}.txt"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        started, busy = time.perf_counter(), cpu_seconds()
        report = maintenance.index(file, [folder], processes=options.processes)
        ours, busy = time.perf_counter() - started, cpu_seconds() - busy
        print(
            f"aidu, {options.processes} processes: {syllables / ours:,.0f} syllables/s"
            f" ({report.documents} documents in {ours:.1f} s, {busy:.1f} s of computing)"
        )
        busy = cpu_seconds()
        plain = loop(texts)
        busy = cpu_seconds() - busy
        print(
            f"word_tokenize, one process: {syllables / plain:,.0f} syllables/s"
            f" ({plain:.1f} s, {busy:.1f} s of computing)"
        )
        print(f"ratio {plain / ours:.2f}")
        started = time.perf_counter()
        report = maintenance.index(file, [folder], processes=options.processes)
        print(f"again, nothing changed: {time.perf_counter() - started:.2f} s ({report.documents} documents read)")
        path.write_text(texts[-1] + "\n\nNgày 2/3/2022, ông Phan Văn Mãi chủ trì họp báo.", "utf-8")
        started = time.perf_counter()
        report = maintenance.index(file, [folder], processes=options.processes)
        print(f"one report changed: {time.perf_counter() - started:.2f} s ({report.documents} documents read)")
        print(f"library file: {file.stat().st_size / len(texts):,.0f} bytes a document")


def cpu_seconds() -> float:
    """Return the processor time of this process and of those that it started and that ended."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def loop(texts: list[str]) -> float:
    """Return the seconds that segmenting takes, the model being loaded."""
    from underthesea import word_tokenize

    word_tokenize("xin chào")
    started = time.perf_counter()
    for text in texts:
        for paragraph in text.split("\n"):
            if paragraph.strip():
                word_tokenize(paragraph)
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
