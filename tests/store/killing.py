"""Kills a process that reads into a library at random moments, and looks what is left: for a test and a benchmark."""

from __future__ import annotations

import json
import random
import signal
import sqlite3
import subprocess
import sys
import time
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

from retrieval.store import maintenance
from retrieval.store.database import open_to_read
from retrieval.store.writing import restored

# Commits after every second document, and an index folder as a large library has it, so that there is much to hit.
_READ = """
import sys
from pathlib import Path
from retrieval.store import indexing, maintenance, searching, updating, workers
if __name__ == "__main__":
    updating._COMMIT_EVERY = 2
    workers.WORTH_BYTES = 0
    searching.engine_for = lambda passages: "postings"
    searching._FEW_PASSAGES = 1
    indexing._MANY_PASSAGES = 1
    print("started", flush=True)
    report = maintenance.index(Path(sys.argv[1]), [Path(sys.argv[2])], processes=int(sys.argv[3]), prune=True)
    print("done", report.documents)
"""

PEOPLE = ("Phan Văn Mãi", "Lê Thị Thu Hằng", "Nguyễn Minh Vũ", "Trần Lưu Quang", "Bùi Thanh Sơn", "Hà Kim Ngọc")
PLACES = ("Hà Nội", "Hải Phòng", "Thái Bình", "Huế", "Đà Nẵng", "Cần Thơ")


def write_many(folder: Path, count: int, *, seed: int = 1, sentences: int = 12) -> None:
    """Write so many different reports."""
    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(seed)
    for number in range(count):
        lines = [f"Hội nghị số {seed}.{number}", ""]
        for _ in range(sentences):
            person, place = chance.choice(PEOPLE), chance.choice(PLACES)
            day, month, points = chance.randint(1, 28), chance.randint(1, 12), chance.randint(2, 90)
            lines += [
                f"Ngày {day}/{month}/2022, tại {place}, ông {person} chủ trì hội nghị với {points} điểm cầu dự họp.",
                "",
            ]
        (folder / f"{seed}-{number:04d}.txt").write_text("\n".join(lines), "utf-8")


def write_long(folder: Path, count: int, *, seed: int = 1000, sentences: int = 12) -> None:
    """Write so many different reports into one file of JSON lines, and as many others into an archive."""
    write_many(folder, 2 * count, seed=seed, sentences=sentences)
    paths = sorted(folder.glob(f"{seed}-*.txt"))
    lines = [json.dumps({"text": path.read_text("utf-8")}) + "\n" for path in paths[:count]]
    (folder / f"nhiều-{seed}.jsonl").write_text("".join(lines), "utf-8")
    with zipfile.ZipFile(folder / f"nhiều-{seed}.zip", "w") as archive:
        for path in paths[count:]:
            archive.write(path, path.name)
    for path in paths:
        path.unlink()


def written(folder: Path) -> int:
    """Return how many reports there are in a folder."""
    lines = sum(len(path.read_text("utf-8").splitlines()) for path in folder.glob("*.jsonl"))
    members = sum(len(zipfile.ZipFile(path).namelist()) for path in folder.glob("*.zip"))
    return len(list(folder.glob("*.txt"))) + lines + members


@dataclass
class Outcome:
    """What killing did: how often, how often it hit, how far the library had come each time."""

    kills: int = 0
    hit: int = 0
    held: list[int] = field(default_factory=list)


def kill_often(folder: Path, file: Path, times: int, *, seconds: float, seed: int, processes: int = 1) -> Outcome:
    """Start reading `times` times and kill it within `seconds` of the start; after each, nothing committed is lost.

    Where it comes to nothing, or to the end, within that time, it is given more, or less, the next time.
    Raises AssertionError where the file does not open, is not whole, or lacks what it had before. When everything is
    read, another version of all reports is written, and long files of new ones, so that there is always something to
    do.
    """
    chance = random.Random(seed)
    outcome = Outcome()
    edition = 0
    before: dict[tuple[str, str], bytes] = {}
    while outcome.kills < times:
        process = subprocess.Popen(
            [sys.executable, "-c", _READ, str(file), str(folder), str(processes)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert process.stdout is not None
        assert process.stdout.readline() == "started\n", process.communicate()
        time.sleep(chance.uniform(0, seconds))
        process.kill()
        said, complaint = process.communicate(timeout=60)
        outcome.kills += 1
        assert process.returncode in (0, -signal.SIGKILL), complaint
        if "done" not in said:
            outcome.hit += 1
        else:
            seconds *= 0.7
            edition += 1
            for path in folder.glob("*.txt"):
                path.write_text(path.read_text("utf-8") + f"\nTin thêm lần {edition}.\n", "utf-8")
            for path in folder.glob("*.jsonl"):
                path.write_text(path.read_text("utf-8").replace('"}\n', f' Lần {edition}."}}\n'), "utf-8")
            write_long(folder, 10, seed=1000 + edition)
        now = held(file)
        assert before.keys() <= now.keys()
        outcome.held.append(len(now))
        if "done" not in said and now == before:
            seconds = min(1.2 * seconds, 60)
        before = now
    return outcome


def held(file: Path) -> dict[tuple[str, str], bytes]:
    """Return the committed documents, by file and name, with the digests of what they say.

    AssertionError where something of them is not whole.
    """
    if not file.exists() or not file.stat().st_size:
        return {}
    connection = sqlite3.connect(file)
    made = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    connection.close()
    if not made:  # killed before the tables were there
        return {}
    status = maintenance.status(file)
    assert status.faults == ()
    connection = open_to_read(file)
    try:
        rows = connection.execute(
            "SELECT path, d.name, r.digest FROM files LEFT JOIN documents AS d ON d.file = files.id"
            " LEFT JOIN readings AS r ON r.id = d.reading"
        ).fetchall()
    finally:
        connection.close()
    found = {(restored(path), restored(name)): digest for path, name, digest in rows if name is not None}
    assert len(found) == status.documents  # none is there twice
    assert all(name is not None or not path.endswith(".txt") for path, name, _ in rows)
    return found
