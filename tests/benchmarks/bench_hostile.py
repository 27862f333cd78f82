"""Reads malformed files, made from a seed, as `aidu index` does: none may stop the reading or cost without bound.

    python tests/benchmarks/bench_hostile.py [--files 2000] [--seed 2021]

The files are good ones of every kind that are cut, overwritten, doubled and misnamed, and every fiftieth was made to
cost much (tests/corpus/hostile.py). A process of its own reads them into a library; its greatest memory is measured,
beside that of one that reads the good files only. Prints what became of them, and fails when a file is unaccounted for,
an error was not foreseen, or the process ends in any way but its own.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

# Three times what a process takes that reads good files, most of which are the models of the segmenter.
MOST_MB = 800


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=2021)
    parser.add_argument("--read", type=Path, help=argparse.SUPPRESS)  # the process that reads
    options = parser.parse_args()
    if options.read:
        print(json.dumps(read(options.read)))
        return
    from tests.corpus.hostile import GOOD, malformed

    with tempfile.TemporaryDirectory() as name:
        good, bad = Path(name) / "good", Path(name) / "bad"
        good.mkdir()
        bad.mkdir()
        for kind, data in GOOD.items():
            (good / f"a.{kind}").write_bytes(data)
        for file, data in malformed(options.files, options.seed):
            (bad / file).write_bytes(data)
        calm, found = apart(good), apart(bad)
    print(f"{found['files']} files in {found['seconds']:.0f} s")
    print(f"read: {found['read']}, refused with a reason: {found['refused']}, {found['documents']} documents in all")
    print(f"errors that were not foreseen: {len(found['internal'])}; files unaccounted for: {found['lost']}")
    alone = f"for the {len(GOOD)} good files alone {calm['peak_mb']:.0f} MB"
    print(f"peak memory: {found['peak_mb']:.0f} MB; {alone}")
    for line in found["internal"][:10]:
        print(f"  {line}")
    if found["files"] != options.files or found["lost"] or found["internal"] or found["peak_mb"] > MOST_MB:
        raise SystemExit(1)


def apart(folder: Path) -> dict[str, object]:
    """Return what `read` gives in a process of its own; CalledProcessError when it is ended by a signal or an error."""
    command = [sys.executable, __file__, "--read", str(folder)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    return json.loads(done.stdout)


def read(folder: Path) -> dict[str, object]:
    """Read the files of a folder into a library; return the figures."""
    from retrieval.store import maintenance

    started = time.perf_counter()
    file = folder.with_suffix(".aidu")
    report = maintenance.index(file, [folder])
    status = maintenance.status(file)
    return {
        "files": report.new,
        "read": status.files - status.unread,
        "refused": status.unread,
        "lost": report.new - status.files,
        "documents": status.documents,
        "internal": [f"{name}: {reason}" for name, reason, _ in report.warnings if "lỗi bên trong" in reason],
        "seconds": time.perf_counter() - started,
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3),
    }


if __name__ == "__main__":
    main()
