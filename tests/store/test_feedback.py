"""Feedback in a library file: each once, beside what the library holds, whoever else uses the file."""

from __future__ import annotations

import dataclasses
import sqlite3
import threading
from pathlib import Path

import pytest

from retrieval import Library, LibraryError
from retrieval.store import maintenance, schema
from retrieval.store.database import opened_to_write, state_of
from retrieval.store.faults import BusyError
from retrieval.store.feedback import Feedback, Verdict, keep
from tests.store.reports import write_reports

RIGHT = Feedback("a", "2026-01-02T03:04:05+00:00", "Ai chủ trì?", "Bùi Thanh Sơn", Verdict.RIGHT)
WRONG = Feedback("b", "2026-01-02T03:04:06+00:00", "Ai dự?", "không tìm thấy", Verdict.WRONG)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "l.aidu"
    maintenance.index(file, [write_reports(tmp_path / "bài")])
    return file


def feedback(file: Path) -> tuple[int, int]:
    found = maintenance.status(file)
    return found.feedback_right, found.feedback_wrong


def test_each_is_kept_once_and_may_change(file: Path) -> None:
    assert feedback(file) == (0, 0)
    keep(file, [RIGHT, WRONG])
    keep(file, [RIGHT])
    assert feedback(file) == (1, 1)
    keep(file, [dataclasses.replace(RIGHT, verdict=Verdict.WRONG)])
    assert feedback(file) == (0, 2)
    with sqlite3.connect(file) as connection:
        rows = connection.execute("SELECT question, answer, verdict FROM feedback ORDER BY origin").fetchall()
    assert rows == [("Ai chủ trì?", "Bùi Thanh Sơn", "wrong"), ("Ai dự?", "không tìm thấy", "wrong")]


def test_it_changes_nothing_for_those_who_read_and_outlives_reading_again(file: Path, tmp_path: Path) -> None:
    library, before = Library.open(file), state_of(file)
    keep(file, [RIGHT])
    assert library.refreshed() is library
    assert state_of(file) == before
    (tmp_path / "bài" / "doi-ngoai.txt").unlink()
    maintenance.index(file, prune=True)
    assert state_of(file) != before
    assert feedback(file) == (1, 0)


def test_while_another_writes_it_is_refused_and_nothing_is_half_there(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("retrieval.store.database._LOCK_PATIENCE_S", 0.05)
    with opened_to_write(file), pytest.raises(BusyError, match="đang được một tiến trình khác ghi"):
        keep(file, [RIGHT])
    with pytest.raises(LibraryError):
        keep(file, [WRONG, dataclasses.replace(RIGHT, question=None)])  # type: ignore[arg-type]
    assert feedback(file) == (0, 0)
    keep(file, [RIGHT])
    assert feedback(file) == (1, 0)


def test_reading_documents_waits_for_feedback_that_is_just_being_written(file: Path) -> None:
    written, begun = threading.Event(), threading.Event()

    def write() -> None:
        with opened_to_write(file):
            begun.set()
            written.wait(0.3)

    writer = threading.Thread(target=write)
    writer.start()
    begun.wait(5)
    assert maintenance.index(file).unchanged == 3
    writer.join()


def test_no_library_is_made_for_feedback(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match=r"không-có\.aidu"):
        keep(tmp_path / "không-có.aidu", [RIGHT])
    assert list(tmp_path.iterdir()) == []


def test_a_library_from_before_takes_it(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute("DROP INDEX feedback_origin")
        connection.execute("ALTER TABLE feedback DROP COLUMN origin")
        connection.execute("ALTER TABLE files DROP COLUMN columns")
        connection.execute("DROP TABLE columns")
        names = [name for name, _ in schema.MIGRATIONS]
        connection.execute("DELETE FROM migrations WHERE id > ?", (names.index("feedback comes once"),))
    connection.close()
    keep(file, [RIGHT])
    assert feedback(file) == (1, 0)
    assert "Bùi Thanh Sơn" in Library.open(file).ask("Ai chủ trì Hội nghị Ngoại giao lần thứ 32?").text


def test_what_a_state_is_told_by(file: Path, tmp_path: Path) -> None:
    assert state_of(tmp_path / "không-có") == (-1, 0)
    (tmp_path / "khác").write_bytes(b"x" * 5000)
    assert state_of(tmp_path / "khác") == (-1, 0)
    assert state_of(file)[0] >= 1
