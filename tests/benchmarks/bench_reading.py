"""Measures reading into a library, everything included, beside a plain loop of underthesea's `word_tokenize`.

    python tests/benchmarks/bench_reading.py NEWS.jsonl.gz [--articles 4000] [--turns 2] [--processes 2]

NEWS has one article a line: {"title": ..., "text": ...}. The loop segments the same texts, paragraph by paragraph, in
one process with its model loaded; reading starts its processes, cleans, finds sentences, people, dates, acts and
events, makes terms and signatures, and commits it all to a library file, with an index. They take turns, so that both
meet the machine as busy as it is: half of a turn's loop, the reading of its articles into a new library, the other
half. Prints syllables a second by the clock and by seconds of computing, and the ratios; the claim is a ratio of at
least 1.7 by the clock on two cores. Then it reads again, unchanged, and with one report changed.
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
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from retrieval.store import maintenance


class Spent(NamedTuple):
    """Seconds by the clock, and seconds of computing in all processes."""

    clock: float
    computing: float

    def __add__(self, other: object) -> Spent:
        """Return both together."""
        if not isinstance(other, Spent):
            return NotImplemented
        return Spent(self.clock + other.clock, self.computing + other.computing)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("news", type=Path)
    parser.add_argument("--articles", type=int, default=4000)
    parser.add_argument("--turns", type=int, default=2)
    parser.add_argument("--processes", type=int, default=len(os.sched_getaffinity(0)))
    options = parser.parse_args()
    with gzip.open(options.news, "rt", encoding="utf-8") as lines:
        articles = [json.loads(line) for _, line in zip(range(options.articles), lines, strict=False)]
    texts = [f"{article['title']}\n\n{article['text']}" for article in articles]
    syllables = sum(len(text.split()) for text in texts)
    print(f"{platform.node()}: {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    print(f"{len(texts)} articles, {syllables:,} syllables, {options.turns} turns")
    segment(["xin chào"])
    loop = reading = Spent(0.0, 0.0)
    with tempfile.TemporaryDirectory() as name:
        for turn in range(options.turns):
            mine = texts[turn :: options.turns]
            folder, file = Path(name) / f"news{turn}", Path(name) / f"news{turn}.aidu"
            paths = write(folder, mine)
            first = spent(lambda mine=mine: segment(mine[::2]))  # type: ignore[misc]
            ours = spent(
                lambda file=file, folder=folder: maintenance.index(file, [folder], processes=options.processes)  # type: ignore[misc]
            )
            second = spent(lambda mine=mine: segment(mine[1::2]))  # type: ignore[misc]
            print(f"turn {turn + 1}: ratio {(first + second).clock / ours.clock:.2f}")
            loop, reading = loop + first + second, reading + ours
        print(f"aidu, {options.processes} processes:          {rates(syllables, reading)}")
        print(f"word_tokenize, one process: {rates(syllables, loop)}")
        print(
            f"ratio {loop.clock / reading.clock:.2f} by the clock,"
            f" {loop.computing / reading.computing:.2f} by computing"
        )
        again = spent(lambda: maintenance.index(file, [folder], processes=options.processes))
        print(f"{len(mine)} articles again, nothing changed: {again.clock:.2f} s")
        with paths[-1].open("a", encoding="utf-8") as report:
            report.write("\n\nNgày 2/3/2022, ông Phan Văn Mãi chủ trì họp báo.")
        changed = spent(lambda: maintenance.index(file, [folder], processes=options.processes))
        print(f"one report changed: {changed.clock:.2f} s")
        print(f"library file: {file.stat().st_size / len(mine):,.0f} bytes a document")


def write(folder: Path, texts: Sequence[str]) -> list[Path]:
    """Write each text into a file of its own, a hundred to a folder."""
    paths = []
    for number, text in enumerate(texts):
        path = folder / f"{number // 100:03d}" / f"{number:05d}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        paths.append(path)
    return paths


def segment(texts: Sequence[str]) -> None:
    """Segment the texts, paragraph by paragraph."""
    from underthesea import word_tokenize

    for text in texts:
        for paragraph in text.split("\n"):
            if paragraph.strip():
                word_tokenize(paragraph)


def spent(work: Callable[[], object]) -> Spent:
    """Return what `work` takes, with the processes that it starts and that end in it."""
    clock, computing = time.perf_counter(), cpu_seconds()
    work()
    return Spent(time.perf_counter() - clock, cpu_seconds() - computing)


def cpu_seconds() -> float:
    """Return the processor time of this process and of those that it started and that ended."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def rates(syllables: int, taken: Spent) -> str:
    """Return syllables a second in words."""
    return (
        f"{syllables / taken.clock:,.0f} syllables/s ({taken.clock:.1f} s);"
        f" {syllables / taken.computing:,.0f} a second of computing ({taken.computing:.1f} s)"
    )


if __name__ == "__main__":
    main()
