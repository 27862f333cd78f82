"""No room on the disk: one line, a status of its own, and nothing left half written."""

from __future__ import annotations

import errno
import gc
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot import exporting
from bot.cli import BAD_INPUT, IO_FAILED, OK, main
from retrieval.errors import LibraryError
from tests.store.killing import held, write_many
from tests.store.reports import write_reports


def test_a_full_disk_is_one_line_and_leaves_nothing(tmp_path: Path) -> None:
    folder, out = write_reports(tmp_path / "bài"), tmp_path / "ra"
    out.mkdir()
    names = ["người.xlsx", "người.csv", "lịch.ics"]
    code = (
        "import sys; from bot.cli import main; corpus, *targets = sys.argv[1:]\n"
        "for target in targets: print(main(['export', target, '--corpus', corpus, '--language', 'en']))\n"
    )
    # No file may grow beyond one block: neither the list nor what is made on the way to it.
    export = [sys.executable, "-B", "-c", code, str(folder), *(str(out / name) for name in names)]
    done = subprocess.run(["sh", "-c", 'ulimit -f 1; "$@"', "sh", *export], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout.split()) == (0, [str(IO_FAILED)] * 3)
    said = done.stderr.splitlines()
    assert len(said) == 3 and all("File too large" in line for line in said)
    assert list(out.iterdir()) == []


def test_a_library_on_a_full_disk_is_one_line_and_goes_on_when_there_is_room(tmp_path: Path) -> None:
    folder, file = tmp_path / "bài", tmp_path / "a.aidu"
    write_many(folder, 10, sentences=40)
    index = [sys.executable, "-m", "bot", "index", str(folder), "--library", str(file)]
    done = subprocess.run(["sh", "-c", 'ulimit -f 400; "$@"', "sh", *index], capture_output=True, text=True, timeout=60)
    assert done.returncode == IO_FAILED
    assert done.stderr.count("\n") == 1 and "chỗ trống" in done.stderr and done.stdout == ""
    assert main(index[3:]) == OK
    assert len(held(file)) == 10


def test_a_workbook_that_cannot_be_written_complains_once(capsys: pytest.CaptureFixture[str]) -> None:
    table = exporting.Table("x", ("a", "b"), [("người", "chức vụ")] * 5_000)
    heard: list[object] = []
    before, sys.unraisablehook = sys.unraisablehook, heard.append
    try:
        with pytest.raises(OSError) as caught, Path("/dev/full").open("wb", buffering=0) as full:
            exporting.write_xlsx(full, [table])
        gc.collect()
    finally:
        sys.unraisablehook = before
    assert caught.value.errno == errno.ENOSPC
    assert heard == [] and capsys.readouterr() == ("", "")


def test_rows_that_cannot_be_read_are_told_as_they_are(tmp_path: Path) -> None:
    def rows() -> Iterator[tuple[str]]:
        yield ("một",)
        raise LibraryError("hỏng")

    with pytest.raises(LibraryError, match="hỏng"), (tmp_path / "a.xlsx").open("wb") as file:
        exporting.write_xlsx(file, [exporting.Table("x", ("a",), rows())])


@pytest.mark.parametrize("target", ["khong-co/a.csv", "a.txt/b.csv", f"{'a' * 300}.csv"])
def test_a_place_where_no_file_can_be_is_bad_input(
    target: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_reports(tmp_path / "bài")
    (tmp_path / "a.txt").write_text("x")
    assert main(["export", str(tmp_path / target), "--corpus", str(folder)]) == BAD_INPUT
    printed = capsys.readouterr()
    assert printed.out == "" and "không ghi được tệp" in printed.err and printed.err.count("\n") == 1
