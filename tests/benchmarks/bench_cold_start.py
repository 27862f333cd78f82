"""Measures the cold start: `aidu ask` on the sample reports beside loading underthesea and segmenting two words.

    python tests/benchmarks/bench_cold_start.py [--runs 9] [--question "..."]

Both are whole processes, run in turn after one warm-up each (compiled modules, the cache of what was read). Prints the
medians and their ratio; the claim is a ratio of at most 2.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PEER = [sys.executable, "-c", "from underthesea import word_tokenize; word_tokenize('xin chào')"]
QUESTIONS = ("Ai chủ trì Hội nghị Ngoại giao lần thứ 32?", "ai chu tri hoi nghi ngoai giao lan thu 32")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--question", action="append")
    options = parser.parse_args()
    print(f"{platform.node()}: {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    with tempfile.TemporaryDirectory() as cache:
        environment = {**os.environ, "XDG_CACHE_HOME": cache, "PYTHONPATH": str(ROOT)}
        for question in options.question or QUESTIONS:
            ours = [sys.executable, "-m", "bot", "ask", question]
            times: dict[str, list[float]] = {"aidu ask": [], "underthesea": []}
            for run in range(options.runs + 1):
                for name, command in (("aidu ask", ours), ("underthesea", PEER)):
                    taken = seconds(command, environment)
                    if run:
                        times[name].append(taken)
            a, b = (statistics.median(taken) for taken in times.values())
            print(question)
            print(f"  aidu ask {a:.3f} s, underthesea {b:.3f} s (medians of {options.runs}): ratio {a / b:.2f}")


def seconds(command: list[str], environment: dict[str, str]) -> float:
    """Return how long a process takes; it must succeed."""
    started = time.perf_counter()
    done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False)
    taken = time.perf_counter() - started
    if done.returncode not in (0, 1):
        raise SystemExit(f"{command}: {done.returncode}\n{done.stderr}")
    return taken


if __name__ == "__main__":
    main()
