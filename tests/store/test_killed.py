"""Killed at any moment, out of disk, with a reading process that dies: the library opens again and reading goes on."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from retrieval import Library
from retrieval.store import maintenance, updating, workers
from tests.store.killing import held, kill_often, write_long, write_many, written
from tests.store.reports import write_reports


def test_killed_at_random_moments_nothing_committed_is_lost(tmp_path: Path) -> None:
    folder, file = tmp_path / "bài", tmp_path / "a.aidu"
    write_many(folder, 12)
    write_long(folder, 12)
    outcome = kill_often(folder, file, 5, seconds=0.8, seed=7)
    assert outcome.hit >= 1
    maintenance.index(file, [folder])
    assert len(held(file)) == len(Library.open(file).documents) == written(folder) >= 36


@pytest.mark.parametrize(("processes", "most"), [(1, 25), (2, 35)])
def test_a_long_file_goes_on_after_what_was_committed(
    processes: int, most: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, file = tmp_path / "bài", tmp_path / "a.aidu"
    write_long(folder, 30, sentences=3)
    monkeypatch.setattr(updating, "_COMMIT_EVERY", 5)
    monkeypatch.setattr(workers, "WORTH_BYTES", 0)
    monkeypatch.setattr(workers, "_TASK_CHARS", 1_500)

    class Ended(BaseException):
        pass

    def end(done: int, expected: int) -> None:
        if done >= most:
            raise Ended

    read = 0
    for _ in range(20):
        before = held(file)
        try:
            report = maintenance.index(file, [folder], processes=processes, progress=end)
        except Ended:
            assert before.items() < held(file).items()
            read += len(held(file)) - len(before)
        else:
            read += report.documents
            break
    # Nothing was read twice, and the last run had nothing to open.
    assert len(held(file)) == read == 60
    assert maintenance.index(file, [folder]).unchanged == 2
    assert maintenance.status(file).new == maintenance.status(file).changed == 0


def test_a_long_file_that_changed_keeps_what_it_had_until_all_is_read(tmp_path: Path) -> None:
    folder, file = tmp_path / "bài", tmp_path / "a.aidu"
    write_long(folder, 6, sentences=2)
    maintenance.index(file, [folder])
    before = held(file)
    lines = (folder / "nhiều-1000.jsonl").read_text("utf-8").splitlines()
    changed = [*lines[:2], json.dumps({"text": "Tin mới. Sáng 1/2/2022, ông Phan Văn Mãi dự họp tại Huế."}), *lines[3:]]
    (folder / "nhiều-1000.jsonl").write_text("\n".join([*changed, json.dumps({"text": ""}), "{"]), "utf-8")

    def stop(done: int, expected: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        maintenance.index(file, [folder], progress=stop)
    assert held(file) == before
    report = maintenance.index(file, [folder])
    assert (report.changed, report.documents) == (1, 1)
    now = held(file)
    assert before.keys() == now.keys()
    assert [name for (path, name), digest in now.items() if before[path, name] != digest] == ["nhiều-1000.jsonl#3"]
    assert [name for name, *_ in report.warnings] == ["nhiều-1000.jsonl#7", "nhiều-1000.jsonl#8"]


def test_a_long_file_that_was_begun_and_changed_is_read_anew(tmp_path: Path) -> None:
    folder, file = tmp_path / "bài", tmp_path / "a.aidu"
    write_long(folder, 6, sentences=2)
    (folder / "nhiều-1000.zip").unlink()

    def stop(done: int, expected: int) -> None:
        if done == 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        maintenance.index(file, [folder], progress=stop)
    assert len(held(file)) == 4 and len(Library.open(file).documents) == 4
    lines = (folder / "nhiều-1000.jsonl").read_text("utf-8").splitlines()
    (folder / "nhiều-1000.jsonl").write_text("\n".join(lines[::-1]), "utf-8")
    assert maintenance.status(file).new == 1
    assert maintenance.index(file, [folder]).documents == 2
    assert [d.title for d in Library.open(file).documents] == [f"Hội nghị số 1000.{n}" for n in reversed(range(6))]


def test_a_full_disk_is_told_and_costs_nothing_that_was_committed(tmp_path: Path) -> None:
    folder, file = tmp_path / "bài", tmp_path / "a.aidu"
    write_many(folder, 3)
    maintenance.index(file, [folder])
    write_many(folder, 30, seed=2, sentences=40)
    code = (
        "import resource, signal, sys; from pathlib import Path\n"
        "from retrieval import LibraryError; from retrieval.store import maintenance\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        # Files may not grow beyond this: writing fails as on a full disk.
        "resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, resource.RLIM_INFINITY))\n"
        "try: maintenance.index(Path(sys.argv[1]), [Path(sys.argv[2])])\n"
        "except LibraryError as error: print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(file), str(folder)], capture_output=True, text=True, timeout=60
    )
    assert done.stderr == ""
    assert "chỗ trống" in done.stdout and done.stdout.count("\n") == 1
    assert len(held(file)) >= 3
    maintenance.index(file, [folder])
    assert len(held(file)) == 33


def test_several_processes_read_what_one_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "bài"
    write_many(folder, 12, sentences=4)
    write_reports(folder)
    (folder / "trống.txt").write_text("", "utf-8")
    lines = [
        f'{{"title": "Họp {i}", "text": "Ngày {i}/3/2022, ông Phan Văn Mãi chủ trì họp báo."}}' for i in range(1, 29)
    ]
    (folder / "nhiều.jsonl").write_text("\n".join(lines), "utf-8")
    monkeypatch.setattr(workers, "WORTH_BYTES", 0)
    one = Library.read([folder])
    progress: list[tuple[int, int]] = []
    maintenance.index(tmp_path / "a.aidu", [folder], processes=2, progress=lambda *now: progress.append(now))
    two = Library.open(tmp_path / "a.aidu")
    assert sorted(map(repr, one.documents)) == sorted(map(repr, two.documents))
    assert [w.name for w in one.warnings] == [w.name for w in two.warnings] == ["trống.txt"]
    assert (
        one.ask("Ai chủ trì Hội nghị Ngoại giao lần thứ 32?").text
        == two.ask("Ai chủ trì Hội nghị Ngoại giao lần thứ 32?").text
    )
    assert progress[-1] == (44, 44)  # with the one that cannot be read
    assert all(done <= total for done, total in progress)


def test_a_reading_process_that_dies_costs_its_file_only(tmp_path: Path) -> None:
    folder, file = tmp_path / "bài", tmp_path / "a.aidu"
    write_many(folder, 6, sentences=2)
    (folder / "chết.txt").write_text("Một bài làm tiến trình đọc chết ngay.", "utf-8")
    # The processes import the module that started them: there a document of that name ends its process.
    script = tmp_path / "main.py"
    script.write_text(
        "import os, sys; from pathlib import Path\n"
        "from retrieval.store import maintenance, pipeline, workers\n"
        "look = pipeline.Contents.look\n"
        "pipeline.Contents.look = lambda self: os._exit(3) if 'chết' in self.source.name else look(self)\n"
        "workers.WORTH_BYTES = 0\n"
        "if __name__ == '__main__':\n"
        "    report = maintenance.index(Path(sys.argv[1]), [Path(sys.argv[2])], processes=2)\n"
        "    print(report.warnings)\n",
        "utf-8",
    )
    done = subprocess.run(
        [sys.executable, str(script), str(file), str(folder)],
        capture_output=True,
        text=True,
        timeout=100,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(Path.cwd()), *sys.path])},
    )
    assert done.stderr == ""
    assert "chết.txt" in done.stdout and "dừng đột ngột" in done.stdout
    assert len(Library.open(file).documents) == 6
    # It may have been the machine, and not the file.
    assert maintenance.index(file, [folder]).changed == 1
    assert len(Library.open(file).documents) == 7
    assert maintenance.index(file, [folder]).changed == 0


def test_reading_processes_end_with_a_parent_that_is_killed(tmp_path: Path) -> None:
    folder, file = tmp_path / "bài", tmp_path / "a.aidu"
    write_many(folder, 60, sentences=60)
    code = (
        "import sys; from pathlib import Path; from retrieval.store import maintenance, workers\n"
        "workers.WORTH_BYTES = 0\n"
        "maintenance.index(Path(sys.argv[1]), [Path(sys.argv[2])], processes=2)\n"
    )
    process = subprocess.Popen([sys.executable, "-c", code, str(file), str(folder)], start_new_session=True)
    deadline = time.monotonic() + 30
    while len(_session(process.pid)) < 3 and time.monotonic() < deadline:
        time.sleep(0.05)
    assert len(_session(process.pid)) >= 3
    time.sleep(0.3)
    process.kill()
    process.wait(30)
    while _session(process.pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert _session(process.pid) == []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("wait_s", [0.05, 1.5])
def test_an_interruption_ends_at_once_and_keeps_what_was_stored(
    tmp_path: Path, number: signal.Signals, wait_s: float
) -> None:
    folder, file = tmp_path / "bài", tmp_path / "a.aidu"
    write_many(folder, 4, sentences=1)
    maintenance.index(file, [folder])
    write_many(folder, 1, seed=2, sentences=20_000)  # read in one go, much longer than this test may take
    code = (
        "import sys; from pathlib import Path; from retrieval.store import maintenance\n"
        "try: maintenance.index(Path(sys.argv[1]), [Path(sys.argv[2])], processes=2)\n"
        "except KeyboardInterrupt: sys.exit(130)\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(file), str(folder)], start_new_session=True, stderr=subprocess.PIPE, text=True
    )
    deadline = time.monotonic() + 30
    while len(_session(process.pid)) < 3 and time.monotonic() < deadline:
        time.sleep(0.02)
    time.sleep(wait_s)  # while the reading process starts, and while it reads
    started = time.monotonic()
    if number is signal.SIGINT:
        os.killpg(process.pid, number)  # the keyboard's goes to all
    else:
        process.send_signal(number)
    _, complaint = process.communicate(timeout=30)
    assert time.monotonic() - started < 3
    assert (process.returncode, complaint) == (128 + number, "")
    while _session(process.pid) and time.monotonic() - started < 3:
        time.sleep(0.02)
    assert _session(process.pid) == []
    assert len(held(file)) == 4


def _session(session: int) -> list[int]:
    """Return the living processes of a session."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if int(fields[3]) == session and fields[0] != "Z":
                found.append(int(entry.name))
    return found
