"""Measures adding one report to a large library: how soon it is answered from, and what other questions notice of it.

    python tests/benchmarks/bench_adding.py NEWS.jsonl.gz [--articles 20000] [--library FILE] [--folder FOLDER]

The library is read from NEWS (one article a line: {"title": ..., "text": ...}) unless FILE has been read from FOLDER
before. A thread asks questions all the time. A report is written; another process indexes it, as `aidu index` does;
this one takes it in (`Library.refreshed`) and answers from it. Prints the seconds from the writing of the report to
the answer, and the times of the thread's questions before and meanwhile. The claim is 2 seconds, and no pause.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from retrieval import Library  # noqa: E402
from retrieval.store import maintenance  # noqa: E402

QUESTIONS = (
    "Ai chủ trì hội nghị về an toàn giao thông?",
    "Thủ tướng đã gặp những ai trong chuyến thăm?",
    "Lễ khai mạc diễn ra ở đâu?",
    "Bộ trưởng phát biểu khi nào?",
    "Có bao nhiêu đại biểu dự đại hội?",
)
REPORT = """Họp báo lần thứ {number} về tuyến cáp treo Phù Lãng

Sáng 2/3/2022, ông Đoàn Kỳ Lạ chủ trì họp báo lần thứ {number} về tuyến cáp treo Phù Lãng tại Bắc Ninh.
"""
ASKED = "Ai chủ trì họp báo lần thứ {number} về tuyến cáp treo Phù Lãng?"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("news", type=Path, nargs="?")
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--library", type=Path)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--times", type=int, default=3)
    options = parser.parse_args()
    print(f"{platform.node()}: {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    with tempfile.TemporaryDirectory() as name:
        folder, file = options.folder or Path(name) / "news", options.library or Path(name) / "news.aidu"
        if not file.exists():
            write(options.news, folder, options.articles)
            report = maintenance.index(file, [folder], processes=os.cpu_count() or 1)
            print(f"read {report.documents} documents in {report.seconds:.0f} s")
        measure(file, folder, options.times)


def write(news: Path, folder: Path, articles: int) -> None:
    """Write the articles as JSON lines, a thousand to a file."""
    folder.mkdir(parents=True)
    with gzip.open(news, "rt", encoding="utf-8") as lines:
        for number, line in zip(range(articles), lines, strict=False):
            article = json.loads(line)
            with (folder / f"{number // 1000:03d}.jsonl").open("a", encoding="utf-8") as out:
                out.write(json.dumps({"title": article["title"], "text": article["text"]}, ensure_ascii=False) + "\n")


def measure(file: Path, folder: Path, times: int) -> None:
    """Add a report so many times and print what it took."""
    started = time.perf_counter()
    library = Library.open(file)
    opened = time.perf_counter() - started
    for question in (*QUESTIONS, ASKED.format(number=1)):
        library.ask(question)
    passages = sum(library._state.holdings.passages.values())
    print(f"{len(library.documents):,} documents, {passages:,} passages, opened in {opened:.2f} s")
    asker = Asker(library)
    time.sleep(3)
    before = asker.taken[:]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "bot", "index", str(folder), "--library", str(file)]
    # Another number than any report of an earlier run.
    first = int(time.time()) % 100_000
    for number in range(first, first + times):
        del asker.taken[:]
        report = folder / f"mới-{os.getpid()}-{number}.txt"
        computed = cpu_seconds()
        started = time.perf_counter()
        report.write_text(REPORT.format(number=number), "utf-8")
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        if done.returncode:
            raise SystemExit(done.stderr)
        indexed = time.perf_counter() - started
        asker.library = library = library.refreshed()
        answer = library.ask(ASKED.format(number=number))
        answered, computed = time.perf_counter() - started, cpu_seconds() - computed
        if report.name not in {evidence.document for evidence in answer.evidence}:
            raise SystemExit(f"not found: {answer.text}")
        print(
            f"answered {answered:.2f} s after the report was written (indexed after {indexed:.2f} s);"
            f" {computed:.2f} s of computing, the questions meanwhile included"
        )
        print(f"  questions meanwhile: {summary(asker.taken)}")
        report.unlink()
    asker.stop()
    print(f"  questions before:    {summary(before)}")


def cpu_seconds() -> float:
    """Return the processor time of this process and of those that it started and that ended."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def summary(seconds: list[float]) -> str:
    """Return the number of questions, and the median, 95th percentile and greatest time."""
    taken = sorted(1000 * s for s in seconds)
    late = taken[int(0.95 * (len(taken) - 1))]
    return f"{len(taken)}, median {statistics.median(taken):.1f} ms, 95 % {late:.1f} ms, longest {taken[-1]:.1f} ms"


class Asker:
    """A thread that asks one question after another, with a pause as people make."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.taken: list[float] = []
        self._stopped = False
        self._thread = threading.Thread(target=self._ask, daemon=True)
        self._thread.start()

    def _ask(self) -> None:
        number = 0
        while not self._stopped:
            started = time.perf_counter()
            self.library.ask(QUESTIONS[number % len(QUESTIONS)])
            self.taken.append(time.perf_counter() - started)
            number += 1
            time.sleep(0.02)

    def stop(self) -> None:
        """End the thread."""
        self._stopped = True
        self._thread.join()


if __name__ == "__main__":
    main()
