"""Kills a process that reads into a library at random moments: nothing committed may be lost, no file may be damaged.

    python tests/benchmarks/bench_kill.py [--kills 100] [--processes 2]

After every kill the whole file is examined, and compared with what it held before. Prints how often the kill hit a
working process, and how far the library came.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from retrieval import Library
from retrieval.store import maintenance
from tests.store.killing import held, kill_often, write_long, write_many, written


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--documents", type=int, default=150)
    parser.add_argument("--seed", type=int, default=2021)
    options = parser.parse_args()
    started = time.perf_counter()
    with tempfile.TemporaryDirectory() as name:
        folder, file, other = (Path(name) / part for part in ("reports", "one.aidu", "several.aidu"))
        # A third each: files of their own, records of one file, members of an archive.
        third = options.documents // 3
        write_many(folder, options.documents - 2 * third)
        write_long(folder, third)
        half = options.kills // 2
        # One process commits sooner after its start; several are hit while they read for each other.
        alone = kill_often(folder, file, half, seconds=1.5, seed=options.seed)
        together = kill_often(
            folder, other, options.kills - half, seconds=4, seed=options.seed + 1, processes=options.processes
        )
        whole = True
        for library in (file, other):
            maintenance.index(library, [folder])
            whole = whole and len(held(library)) == len(Library.open(library).documents) == written(folder)
    kills, hit = alone.kills + together.kills, alone.hit + together.hit
    print(f"{kills} kills, {hit} of a working process, in {time.perf_counter() - started:.0f} s")
    print(f"committed documents after each kill, one process:      {alone.held}")
    print(f"committed documents after each kill, {options.processes} processes:     {together.held}")
    print(f"lost: 0, damaged files: 0, whole in the end: {whole}")
    if not whole:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
