"""`--columns`: tables whose columns have names of their own, read by every command, and remembered by a library."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

import pytest

from bot.cli import BAD_INPUT, NOT_FOUND, OK, main
from bot.settings import resolve
from retrieval import Columns, Library
from tests.corpus.web_server import reply, serving

Output: TypeAlias = pytest.CaptureFixture[str]
QUESTION = "Ai chủ trì hội nghị giao ban?"
CSV = (
    "tieu_de;noi_dung;tom_luoc;ngay\n"
    "Hội nghị giao ban;Sáng 7/3, ông Lê Văn Bình chủ trì hội nghị giao ban tại Huế.;Ông Trần Văn Lược chủ trì hội nghị"
    " giao ban.;07/03/2022\n"
)
NAMED = "title=tieu_de,text=than_bai|noi_dung,date=ngay"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "bài"
    (folder / "trong").mkdir(parents=True)
    (folder / "a.csv").write_text(CSV, "utf-8")
    (folder / "c.txt").write_text("Ngày 1/2/2022, ông Bùi Thanh Sơn dự lễ khởi công cầu tại Huế.", "utf-8")
    record = {"tieu_de": "Họp báo", "than_bai": "Chiều 9/3, bà Hà Kim Ngọc chủ trì họp báo.", "ngay": "2022-03-09"}
    with zipfile.ZipFile(folder / "trong" / "b.zip", "w") as archive:
        archive.writestr("b.jsonl", json.dumps(record))
    return folder


def run(arguments: Sequence[str | Path], capsys: Output, status: int = OK) -> str:
    """Run a command and return what it printed, errors first."""
    assert main([str(word) for word in arguments]) == status
    printed = capsys.readouterr()
    return printed.err + printed.out


def test_a_library_remembers_the_columns(folder: Path, tmp_path: Path, capsys: Output) -> None:
    library = ("--library", tmp_path / "a.aidu")
    said = run(["index", folder, *library], capsys)
    assert "Bỏ qua trong/b.zip/b.jsonl: không thấy cột nội dung" in said and "than_bai" in said
    # What was named now is read again, and nothing else.
    said = run(["index", folder, *library, "--columns", NAMED], capsys)
    assert "Bỏ qua" not in said and "0 mới, 2 đổi, 1 giữ nguyên" in said
    answer = run(["ask", "Ai chủ trì họp báo?", *library], capsys)
    assert "Hà Kim Ngọc" in answer and "Họp báo · 9/3/2022" in answer
    # By any way of naming the folder, or a part of it, or nothing, it stays as it is.
    for paths in ([], [folder], [folder / "a.csv"], [folder / "trong"]):
        assert "0 mới, 0 đổi" in run(["index", *paths, *library], capsys)
    (folder / "d.csv").write_text(CSV.replace("giao ban", "trồng cây"), "utf-8")
    assert "1 mới, 0 đổi, 3 giữ nguyên" in run(["index", *library], capsys)
    status = run(["status", *library], capsys)
    assert f"Cột của bảng trong {folder}: {NAMED}" in status and "Khớp với các tệp" in status
    assert json.loads(run(["status", *library, "--json"], capsys))["columns"] == {str(folder): NAMED}


def test_other_columns_are_read_again_and_auto_takes_them_back(folder: Path, tmp_path: Path, capsys: Output) -> None:
    library = ("--library", tmp_path / "a.aidu")
    run(["index", folder, *library, "--columns", NAMED], capsys)
    assert "Lê Văn Bình" in run(["ask", QUESTION, *library], capsys)
    run(["index", folder / "a.csv", *library, "--columns", "text=tom_luoc"], capsys)
    assert "Trần Văn Lược" in run(["ask", QUESTION, *library], capsys)
    # The nearest place holds: the folder was named before, with other columns.
    assert "0 mới, 0 đổi" in run(["index", folder, *library], capsys)
    # Named anew, the folder holds for all that is in it.
    assert "0 mới, 1 đổi" in run(["index", folder, *library, "--columns", NAMED], capsys)
    assert "Lê Văn Bình" in run(["ask", QUESTION, *library], capsys)
    assert "không thấy cột nội dung" in run(["index", *library, "--columns", "auto"], capsys)
    assert "Cột của bảng" not in run(["status", *library], capsys)


def test_a_table_read_again_that_says_the_same_is_told(folder: Path, tmp_path: Path, capsys: Output) -> None:
    library = ("--library", tmp_path / "a.aidu")
    assert "Xem lại" not in run(["index", folder, *library, "--columns", NAMED], capsys)
    said = run(["index", folder / "a.csv", *library, "--columns", NAMED.replace("than_bai|", "")], capsys)
    assert "Đã đọc 0 tài liệu" in said and "1 đổi" in said and "Xem lại 1 tài liệu nữa: giống hệt" in said
    assert "Xem lại" not in run(["index", folder / "a.csv", *library], capsys)


def test_a_slip_in_the_columns_costs_nothing_that_was_read(folder: Path, tmp_path: Path, capsys: Output) -> None:
    library = ("--library", tmp_path / "a.aidu")
    run(["index", folder, *library, "--columns", NAMED], capsys)
    for words in (["--columns", "text=noi_dun"], []):  # told each time, until it is mended
        said = run(["index", folder, *library, *words], capsys)
        assert "Bỏ qua a.csv: không có cột “noi_dun” (text); tệp có các cột: tieu_de, noi_dung, tom_luoc, ngay" in said
        assert "Lê Văn Bình" in run(["ask", QUESTION, *library], capsys)
    said = run(["index", folder, *library, "--columns", NAMED], capsys)
    assert "Bỏ qua" not in said and "Đã đọc 0 tài liệu" in said
    # A table that changed is what it is now.
    (folder / "a.csv").write_text(CSV.replace("noi_dung", "khac"), "utf-8")
    assert "Bỏ qua a.csv" in run(["index", folder, *library], capsys)
    run(["ask", QUESTION, *library], capsys, NOT_FOUND)


def test_what_is_pruned_is_forgotten(folder: Path, tmp_path: Path, capsys: Output) -> None:
    library = ("--library", tmp_path / "a.aidu")
    run(["index", folder / "a.csv", folder / "c.txt", *library, "--columns", "text=tom_luoc"], capsys)
    (folder / "a.csv").unlink()
    run(["index", *library, "--prune"], capsys)
    (folder / "a.csv").write_text(CSV, "utf-8")
    run(["index", folder / "a.csv", *library], capsys)
    assert "Lê Văn Bình" in run(["ask", QUESTION, *library], capsys)


def test_without_a_library_the_columns_hold_for_one_run(folder: Path, capsys: Output, tmp_path: Path) -> None:
    asked = ["ask", "Ai chủ trì họp báo?", "--corpus", folder]
    for _ in range(2):
        assert "Hà Kim Ngọc" in run([*asked, "--columns", NAMED], capsys)
        assert "Bỏ qua" in run(asked, capsys, NOT_FOUND)
    out = tmp_path / "người.csv"
    run(["export", out, "--corpus", folder, "--columns", NAMED], capsys)
    assert "Hà Kim Ngọc" in out.read_text("utf-8-sig")
    assert len(Library.read([folder], columns=Columns.parse(NAMED)).documents) == 3


def test_the_variable_and_the_file_of_settings(folder: Path, tmp_path: Path) -> None:
    config = tmp_path / "aidu.toml"
    config.write_text('columns = "text=tu_tep"', "utf-8")
    given = {"environ": {"AIDU_COLUMNS": "text=tu_bien"}, "config": str(config)}
    assert str(resolve(**given).columns) == "text=tu_bien"  # type: ignore[arg-type]
    assert str(resolve(**given, columns="text=tu_lenh").columns) == "text=tu_lenh"  # type: ignore[arg-type]
    assert str(resolve(config=str(config), environ={}).columns) == "text=tu_tep"
    assert resolve(environ={"AIDU_COLUMNS": ""}).columns is None


@pytest.mark.parametrize("language", ["vi", "en"])
def test_what_cannot_be_used_is_one_line(folder: Path, tmp_path: Path, capsys: Output, language: str) -> None:
    for line in ("tieude=x", "text=a,text=b", "x"):
        said = run(["index", folder, "--columns", line, "--language", language], capsys, BAD_INPUT)
        assert "(--columns): " in said and said.count("\n") == 1
    library = ("--library", tmp_path / "a.aidu")
    run(["index", folder, *library], capsys)
    said = run(["ask", QUESTION, *library, "--columns", NAMED, "--language", language], capsys, BAD_INPUT)
    assert "aidu index --columns" in said and said.count("\n") == 1


def test_a_table_of_the_web(tmp_path: Path, capsys: Output) -> None:
    library = ("--library", tmp_path / "a.aidu")
    with serving() as server:
        server.pages["/tin.csv"] = reply(CSV.encode(), "text/csv")
        run(["index", server.url("/tin.csv"), *library, "--columns", "text=tom_luoc"], capsys)
        assert "0 mới, 0 đổi, 1 giữ nguyên" in run(["index", server.url("/tin.csv"), *library], capsys)
    assert "Trần Văn Lược" in run(["ask", QUESTION, *library], capsys)
