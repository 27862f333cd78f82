"""`aidu index`, `status` and `export`, and which library or corpus the other commands answer from."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import os
import sqlite3
import sys
from pathlib import Path
from typing import TypeAlias

import icalendar
import openpyxl
import pytest

from bot import exporting
from bot.cli import BAD_INPUT, NOT_FOUND, OK, main
from bot.library_commands import ProgressLine
from bot.settings import library_file, resolve
from retrieval.errors import InputError, MissingExtraError
from retrieval.facts.acts import Act
from retrieval.facts.participation import Role
from retrieval.store.feedback import Feedback, Verdict, keep
from retrieval.store.records import EventRecord
from tests.store.reports import write_reports

Output: TypeAlias = pytest.CaptureFixture[str]
QUESTION = "Ai chủ trì Hội nghị Ngoại giao lần thứ 32?"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_reports(tmp_path / "bài")


@pytest.fixture
def file(folder: Path, tmp_path: Path, capsys: Output) -> str:
    file = str(tmp_path / "thư viện.aidu")
    assert main(["index", str(folder), "--library", file]) == OK
    assert capsys.readouterr().out.startswith("Đã đọc 3 tài liệu")
    return file


def test_the_default_library_is_used_when_it_is_there(folder: Path, capsys: Output) -> None:
    assert main(["index", str(folder)]) == OK
    assert library_file().exists()
    capsys.readouterr()
    assert main(["ask", QUESTION]) == OK
    assert "Bùi Thanh Sơn" in capsys.readouterr().out
    assert resolve().library == library_file()
    assert resolve(corpus=[str(folder)]).library is None
    assert resolve(environ={"AIDU_CORPUS": str(folder)}).corpus == (folder,)


def test_files_of_other_kinds_are_told_of_once_with_what_to_do(folder: Path, tmp_path: Path, capsys: Output) -> None:
    for name in ("cũ.doc", "mới.pptx", "cũ 2.doc", "bảng.xlsx", "Thumbs.db", "kiểu.css", ".DS_Store"):
        (folder / name).write_bytes(b"x")
    file = str(tmp_path / "t.aidu")
    line = "Chưa đọc 4 tệp: 2 .doc, 1 .pptx (hãy lưu lại thành .docx hoặc .pdf); 1 .xlsx (hãy lưu lại thành .csv).\n"
    assert main(["index", str(folder), "--library", file]) == OK
    assert capsys.readouterr().err == line
    assert main(["index", "--library", file]) == OK
    assert capsys.readouterr().err == line
    assert main(["status", "--library", file]) == OK
    assert capsys.readouterr().out.count(line) == 1
    assert main(["ask", QUESTION, "--corpus", str(folder)]) == OK
    assert capsys.readouterr().err == ""


def test_a_folder_of_nothing_but_other_kinds_says_so(tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "a.doc").write_bytes(b"x")
    assert main(["ask", QUESTION, "--corpus", str(tmp_path), "--language", "en"]) == NOT_FOUND
    assert capsys.readouterr().err.startswith("Not read, of other kinds (1): 1 .doc (save as .docx or .pdf).\n")


def test_an_engine_that_cannot_be_used_is_named_before_anything_is_read(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    file = tmp_path / "mới.aidu"
    command = ["index", str(folder), "--library", str(file), "--engine"]
    assert main([*command, "lucene"]) == BAD_INPUT
    assert "“lucene” (--engine)" in capsys.readouterr().err
    monkeypatch.setenv("AIDU_OPENSEARCH_HOSTS", "http://127.0.0.1:9")
    monkeypatch.setenv("AIDU_OPENSEARCH_TIMEOUT", "1")
    assert main([*command, "opensearch"]) == BAD_INPUT
    assert "127.0.0.1:9 không trả lời sau 1 giây" in capsys.readouterr().err
    monkeypatch.setattr("retrieval.ranking.opensearch_cluster._UNTOLD_S", 0.2)
    assert main([*command, "opensearch"]) == BAD_INPUT
    first, last = capsys.readouterr().err.splitlines()
    assert first == "Đang chờ cụm OpenSearch http://127.0.0.1:9 trả lời, tối đa khoảng 1 giây nữa ..."
    assert last.startswith("Lỗi: cụm OpenSearch") and "AIDU_OPENSEARCH_HOSTS" in last
    assert not file.exists()


def test_a_library_is_named_by_option_variable_or_file(file: str, tmp_path: Path, capsys: Output) -> None:
    assert main(["ask", QUESTION, "--library", file]) == OK
    assert "Bùi Thanh Sơn" in capsys.readouterr().out
    assert resolve(environ={"AIDU_LIBRARY": file}).corpus == (Path(file),)
    toml = tmp_path / "aidu.toml"
    toml.write_text('library = "thư viện.aidu"', "utf-8")
    assert resolve(config=str(toml)).corpus == (Path(file),)
    with pytest.raises(InputError, match="--corpus"):
        resolve(corpus=["x"], library=file)


def test_indexing_again_tells_what_changed(folder: Path, file: str, capsys: Output) -> None:
    (folder / "ngoai-giao.txt").unlink()
    (folder / "hỏng.txt").write_bytes(bytes(range(256)) * 9)
    assert main(["index", "--library", file]) == OK
    printed = capsys.readouterr()
    assert "1 mới, 0 đổi, 2 giữ nguyên" in printed.out and "aidu index --prune" in printed.out
    assert printed.err.startswith("Bỏ qua hỏng.txt")
    assert main(["index", "--prune", "--library", file, "--language", "en"]) == OK
    assert "Dropped 1 files" in capsys.readouterr().out


def test_the_status_tells_what_there_is(folder: Path, file: str, capsys: Output) -> None:
    assert main(["status", "--library", file]) == OK
    printed = capsys.readouterr().out
    assert "3 tài liệu từ 3 tệp" in printed and "Khớp với các tệp" in printed and "nguyên vẹn" in printed
    (folder / "ngoai-giao.txt").unlink()
    assert main(["status", "--json", "--library", file]) == OK
    found = json.loads(capsys.readouterr().out)
    assert (found["documents"], found["missing"], found["faults"]) == (3, 1, [])
    assert found["participations"] > 0


def test_the_status_names_what_cannot_be_read(folder: Path, file: str, capsys: Output) -> None:
    (folder / "hỏng.txt").write_bytes(bytes(range(256)) * 9)
    (folder / "trống.txt").write_text("", "utf-8")
    assert main(["index", "--library", file]) == OK
    capsys.readouterr()
    assert main(["status", "--library", file]) == OK
    printed = capsys.readouterr().out
    assert "Không đọc được: 2 tệp" in printed
    assert "hỏng.txt: là tệp nhị phân" in printed and "trống.txt: tệp trống" in printed
    assert main(["status", "--json", "--library", file, "--language", "en"]) == OK
    assert json.loads(capsys.readouterr().out)["unreadable"] == [
        {"document": "hỏng.txt", "reason": "it is a binary file, not text"},
        {"document": "trống.txt", "reason": "the file is empty"},
    ]


def test_feedback_is_counted_in_the_status(file: str, capsys: Output) -> None:
    assert main(["status", "--library", file]) == OK
    assert "đánh giá" not in capsys.readouterr().out
    keep(Path(file), [Feedback(str(n), "2026-01-02", QUESTION, "ai", Verdict.RIGHT) for n in range(3)])
    assert main(["status", "--library", file]) == OK
    assert "Người dùng đánh giá: 3 câu trả lời đúng, 0 sai." in capsys.readouterr().out
    assert main(["status", "--json", "--library", file]) == OK
    assert json.loads(capsys.readouterr().out)["feedback_right"] == 3


def test_errors_of_the_library_are_english_where_english_was_chosen(
    folder: Path, file: str, capsys: Output, tmp_path: Path
) -> None:
    (folder / "hỏng.txt").write_bytes(bytes(range(256)) * 9)
    foreign, cut = tmp_path / "l.aidu", tmp_path / "m.aidu"
    foreign.write_bytes(b"x" * 5000)
    cut.write_bytes(b"")
    for arguments, said in (
        (["ask", QUESTION, "--library", str(foreign)], "Error: “"),
        (["status", "--library", str(cut)], "is empty"),
        (["index", "--library", file], "Skipped hỏng.txt: it is a binary file"),
        (["ask", "?" * 3000, "--library", file], "The question has 3000 characters"),
        (["ask", "?", "--library", file], "There is no word in the question"),
    ):
        main([*arguments, "--language", "en"])
        printed = capsys.readouterr().err
        assert said in printed
        for word in ("không", "hãy", "tệp", "thư viện", "xin"):
            assert word not in printed


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["status"], "chưa có tệp thư viện"),
        (["index"], "aidu index THƯ_MỤC"),
        (["index", "không-có"], "không-có"),
        (["index", ""], "trống"),
        (["index", "~no-such-user/x"], "~no-such-user"),
        (["export", "~no-such-user/x.csv"], "~no-such-user"),
        (["ask", QUESTION, "--library", "không-có.aidu"], "không-có.aidu"),
        (["export", "a.pdf"], ".csv, .xlsx"),
        (["export", "không/có/a.csv"], "không ghi được"),
        (["index", ".", "--library", "."], "thư mục"),
        (["ask", QUESTION, "--library", "l.aidu", "--corpus", "."], "--corpus và --library"),
    ],
)
def test_what_cannot_be_done_is_one_line(
    arguments: list[str], said: str, capsys: Output, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == BAD_INPUT
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1
    assert said in printed.err
    # An empty library would be asked from then on instead of the sample reports.
    assert not library_file().exists()


def test_a_file_that_is_no_library_is_not_read_as_a_report(folder: Path, capsys: Output) -> None:
    report = folder / "ngoai-giao.txt"
    for command in (["ask", QUESTION], ["export"], ["status"], ["index"]):
        assert main([*command, "--library", str(report)]) == BAD_INPUT
        printed = capsys.readouterr()
        assert printed.out == "" and "không phải tệp thư viện" in printed.err


def test_an_empty_library_says_how_to_fill_it(tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "bài").mkdir()
    file = str(tmp_path / "l.aidu")
    assert main(["index", str(tmp_path / "bài"), "--library", file]) == OK
    assert main(["ask", QUESTION, "--library", file]) == NOT_FOUND
    assert "l.aidu" in (said := capsys.readouterr().err) and "aidu index" in said


def test_a_file_that_may_not_be_written_is_said_so(
    folder: Path, capsys: Output, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, target: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    assert main(["export", str(tmp_path / "a.csv"), "--corpus", str(folder)]) == BAD_INPUT
    assert "không được phép ghi" in capsys.readouterr().err
    assert not list(tmp_path.glob("*a.csv*"))


def test_a_damaged_library_is_one_line(file: str, capsys: Output) -> None:
    Path(file).write_bytes(Path(file).read_bytes()[:5000])
    assert main(["ask", QUESTION, "--library", file]) == BAD_INPUT
    assert main(["index", "--library", file]) == BAD_INPUT
    assert main(["status", "--library", file]) == BAD_INPUT
    printed = capsys.readouterr()
    assert printed.err.count("\n") == 3
    assert printed.err.count("bị hỏng") == 3


def test_participations_as_csv(file: str, capsys: Output, tmp_path: Path) -> None:
    assert main(["export", "--library", file]) == OK
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    (chairing,) = (r for r in rows if r["Người"] == "Bùi Thanh Sơn" and r["Hành động"] == "chủ trì")
    assert chairing["Tài liệu"] == "ngoai-giao.txt"
    assert "Bùi Thanh Sơn chủ trì hội nghị" in chairing["Câu làm chứng"]
    target = tmp_path / "a.csv"
    assert main(["export", str(target), "--library", file]) == OK
    assert target.read_bytes().startswith(b"\xef\xbb\xbf")
    assert list(csv.DictReader(io.StringIO(target.read_text("utf-8-sig"), newline=""))) == rows


def test_events_as_csv_xlsx_and_ics(file: str, capsys: Output, tmp_path: Path) -> None:
    assert main(["export", "--events", "--library", file]) == OK
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert {row["Từ ngày"] for row in rows} == {"2021-12-14", "2022-01-05", "2023-12-19"}

    assert main(["export", str(tmp_path / "a.xlsx"), "--library", file]) == OK
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert book.sheetnames == ["Người tham dự", "Sự kiện"]
    people = list(book["Người tham dự"].values)
    assert people[0] == exporting.PARTICIPATION_HEADINGS
    assert any(row[0] == "Bùi Thanh Sơn" for row in people)
    events = len(list(book["Sự kiện"].values)) - 1
    said = capsys.readouterr().out
    assert said.endswith(f"số dòng mỗi trang: Người tham dự {len(people) - 1}, Sự kiện {events}.\n")

    assert main(["export", str(tmp_path / "a.ics"), "--library", file]) == OK
    assert "Lịch không có" not in capsys.readouterr().err
    calendar = icalendar.Calendar.from_ical((tmp_path / "a.ics").read_bytes())
    starts = sorted(event.decoded("dtstart") for event in calendar.walk("vevent"))
    assert starts == [dt.date(2021, 12, 14), dt.date(2022, 1, 5), dt.date(2023, 12, 19)]
    assert sorted(p.suffix for p in tmp_path.iterdir() if p.is_file()) == [".aidu", ".ics", ".lock", ".xlsx"]


def test_lists_in_english_have_english_headings(file: str, capsys: Output, tmp_path: Path) -> None:
    headed = {
        "--events": exporting.EVENT_HEADINGS_EN,
        "--feedback": exporting.FEEDBACK_HEADINGS_EN,
        "": exporting.PARTICIPATION_HEADINGS_EN,
    }
    for option, headings in headed.items():
        assert main(["export", *option.split(), "--library", file, "--language", "en"]) == OK
        rows = list(csv.reader(io.StringIO(capsys.readouterr().out, newline="")))
        assert tuple(rows[0]) == headings
    assert any(row[:1] == ["Bùi Thanh Sơn"] and row[2:4] == ["chair", "subject"] for row in rows)
    assert len(exporting.PARTICIPATION_HEADINGS) == len(exporting.PARTICIPATION_HEADINGS_EN)
    assert len(exporting.EVENT_HEADINGS) == len(exporting.EVENT_HEADINGS_EN)
    assert main(["export", str(tmp_path / "a.xlsx"), "--library", file, "--language", "en"]) == OK
    assert openpyxl.load_workbook(tmp_path / "a.xlsx").sheetnames == ["Participants", "Events"]


def test_what_may_not_be_written_is_not_replaced(folder: Path, tmp_path: Path, capsys: Output) -> None:
    kept, pipe = tmp_path / "a.csv", tmp_path / "b.csv"
    kept.write_text("của tôi", "utf-8")
    kept.chmod(0o444)
    os.mkfifo(pipe)
    for target, said in ((kept, "không được phép ghi"), (pipe, "không phải tệp thường")):
        assert main(["export", str(target), "--corpus", str(folder)]) == BAD_INPUT
        assert said in capsys.readouterr().err
    assert kept.read_text("utf-8") == "của tôi" and pipe.is_fifo()
    kept.chmod(0o644)
    assert main(["export", str(kept), "--corpus", str(folder)]) == OK


def test_a_table_of_which_nothing_can_be_read_is_bad_input(tmp_path: Path, capsys: Output) -> None:
    table = tmp_path / "f.csv"
    table.write_text("a,b\n1,2\n", "utf-8")
    assert main(["index", str(table), "--library", str(tmp_path / "x.aidu")]) == BAD_INPUT
    told = capsys.readouterr().err
    assert "Bỏ qua f.csv" in told and "Không đọc được tài liệu nào" in told


def test_the_corpus_is_exported_without_a_library(folder: Path, capsys: Output) -> None:
    assert main(["export", "--corpus", str(folder)]) == OK
    assert "Bùi Thanh Sơn" in capsys.readouterr().out


def test_feedback_as_csv_and_xlsx(file: str, capsys: Output, tmp_path: Path) -> None:
    said = [
        Feedback("b", "2026-01-02T03:04:06+00:00", "=Ai dự?", "Bùi Thanh Sơn\nvà khác", Verdict.WRONG),
        Feedback("a", "2026-01-01T03:04:05+00:00", QUESTION, "Bùi Thanh Sơn", Verdict.RIGHT),
    ]
    assert main(["export", "--feedback", "--library", file]) == OK
    assert capsys.readouterr().out.splitlines() == [",".join(exporting.FEEDBACK_HEADINGS)]
    keep(Path(file), said)
    assert main(["export", "--feedback", "--library", file]) == OK
    rows = list(csv.reader(io.StringIO(capsys.readouterr().out, newline="")))[1:]
    assert rows == [
        ["2026-01-01T03:04:05+00:00", QUESTION, "Bùi Thanh Sơn", "đúng"],
        ["2026-01-02T03:04:06+00:00", "'=Ai dự?", "Bùi Thanh Sơn\nvà khác", "sai"],
    ]
    assert main(["export", str(tmp_path / "a.xlsx"), "--feedback", "--library", file]) == OK
    assert capsys.readouterr().out.startswith("Đã ghi 2 dòng")
    assert openpyxl.load_workbook(tmp_path / "a.xlsx").sheetnames == ["Đánh giá"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--corpus", "."], "--library"),
        (["--events", "--library", "{file}"], "--events và --feedback"),
        (["a.ics", "--library", "{file}"], ".csv, .xlsx"),
    ],
)
def test_feedback_that_cannot_be_had_is_told(arguments: list[str], said: str, file: str, capsys: Output) -> None:
    assert main(["export", "--feedback", *(word.format(file=file) for word in arguments)]) == BAD_INPUT
    printed = capsys.readouterr()
    assert (printed.out, printed.err.count("\n")) == ("", 1)
    assert said in printed.err and ".ics" not in printed.err.partition("phải là")[2]


def without(file: str, table: str) -> None:
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute(f"DROP TABLE {table}")
    connection.commit()
    connection.close()


def test_a_library_without_its_feedback_answers_and_is_mended_by_index(file: str, capsys: Output) -> None:
    without(file, "feedback")
    assert main(["ask", QUESTION, "--library", file]) == OK
    assert "Bùi Thanh Sơn" in capsys.readouterr().out
    assert main(["status", "--library", file]) == 1
    printed = capsys.readouterr().out
    assert "mất bảng đánh giá" in printed and "aidu index" in printed
    assert "xóa" not in printed and "đổi tên" not in printed and "nguyên vẹn" not in printed
    assert main(["export", "--feedback", "--library", file]) == BAD_INPUT
    assert "mất bảng đánh giá" in capsys.readouterr().err
    assert main(["index", "--library", file]) == OK
    assert "0 mới, 0 đổi, 3 giữ nguyên" in capsys.readouterr().out
    keep(Path(file), [Feedback("a", "2026-01-02", QUESTION, "ai", Verdict.RIGHT)] * 2)
    assert main(["status", "--library", file]) == OK
    assert "1 câu trả lời đúng" in capsys.readouterr().out


@pytest.mark.parametrize("table", ["files", "readings", "documents", "texts", "facts", "terms", "state", "words"])
def test_a_library_that_lost_a_table_is_kept_and_read_anew_without_loss(
    table: str, file: str, folder: Path, tmp_path: Path, capsys: Output
) -> None:
    keep(Path(file), [Feedback("a", "2026-01-02", QUESTION, "ai", Verdict.RIGHT)])
    without(file, table)
    before = Path(file).read_bytes()
    for command in (["ask", QUESTION], ["status"], ["index"], ["export"]):
        assert main([*command, "--library", file]) == BAD_INPUT
        said = capsys.readouterr().err
        assert f"mất bảng {table}" in said and "xóa" not in said
        assert f"đổi tên tệp này rồi đọc lại tài liệu: aidu index THƯ_MỤC --library “{file}”" in said
    assert Path(file).read_bytes() == before
    # What the message advises; what users said is still in the old file.
    old = Path(file).rename(tmp_path / "cũ.aidu")
    assert main(["index", str(folder), "--library", file]) == OK
    assert main(["ask", QUESTION, "--library", file]) == OK
    capsys.readouterr()
    assert main(["export", "--feedback", "--library", str(old)]) == OK
    assert QUESTION in capsys.readouterr().out


def test_a_report_cannot_make_a_formula(tmp_path: Path) -> None:
    rows = [("=1+1", "@x", "+y", "-z", "\tq", "chữ\x00 thường", dt.date(2022, 1, 5), None)]
    out = io.StringIO()
    exporting.write_csv(out, exporting.Table("x", ("a",) * 8, rows))
    assert next(csv.reader(out.getvalue().splitlines()[1:]))[:5] == ["'=1+1", "'@x", "'+y", "'-z", "'\tq"]
    with (tmp_path / "a.xlsx").open("wb") as file:
        exporting.write_xlsx(file, [exporting.Table("x", ("a",) * 8, rows)])
    row = next(openpyxl.load_workbook(tmp_path / "a.xlsx")["x"].iter_rows(min_row=2))
    assert (row[0].data_type, row[0].value, row[5].value) == ("s", "=1+1", "chữ\N{REPLACEMENT CHARACTER} thường")


def test_a_span_and_duplicates_in_the_calendar() -> None:
    day, last = dt.date(2021, 12, 14), dt.date(2021, 12, 16)
    event = EventRecord("Hội nghị", "", day, last, "Hà Nội", "a.txt", "A", None, "", "")
    undated = EventRecord("Hội nghị", "tháng 3", None, None, "", "b.txt", "B", None, "", "")
    copied = EventRecord("Hội nghị", "", day, day, "", "c.txt", "C", None, "", "a.txt")
    out = io.BytesIO()
    assert exporting.write_ics(out, [event, undated, copied]) == (1, 1)
    (entry,) = icalendar.Calendar.from_ical(out.getvalue()).walk("vevent")
    assert entry.decoded("dtend") - entry.decoded("dtstart") == dt.timedelta(days=3)
    again = io.BytesIO()
    exporting.write_ics(again, [event])
    assert again.getvalue() == out.getvalue()


@pytest.mark.parametrize(("module", "extra"), [("openpyxl", "xlsx"), ("icalendar", "ics")])
def test_a_missing_extra_is_named(module: str, extra: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingExtraError, match=f"aidu\\[{extra}\\]"):
        exporting.write_xlsx(io.BytesIO(), []) if extra == "xlsx" else exporting.write_ics(io.BytesIO(), [])


def test_every_act_and_role_has_a_word() -> None:
    assert set(exporting.ACTS) == {act.value for act in Act}
    assert set(exporting.ROLES) == {role.value for role in Role}


def test_how_long_it_takes_is_told_once_that_can_be_known(monkeypatch: pytest.MonkeyPatch, capsys: Output) -> None:
    now = 100.0
    monkeypatch.setattr("bot.library_commands.time.monotonic", lambda: now)
    monkeypatch.setattr("bot.library_commands._LOG_S", 0.0)
    line = ProgressLine("vi")
    for elapsed, done, told in ((0.4, 1, ""), (4.9, 600, ""), (6.0, 40, ""), (10.0, 100, "còn khoảng 1:30")):
        now = 100.0 + elapsed
        line(done, 1000)
        shown = capsys.readouterr().err
        assert shown.startswith(f"Đang đọc {done}/1000 tài liệu, ")
        assert ("còn khoảng" in shown) == bool(told)
        assert told in shown


def test_a_library_cut_to_nothing_is_told_with_the_remedy(file: str, capsys: Output) -> None:
    Path(file).write_bytes(b"")
    for command in (["status"], ["ask", QUESTION], ["export"], ["index"]):
        assert main([*command, "--library", file]) == BAD_INPUT
        output = capsys.readouterr()
        assert output.out == ""
        assert "trống rỗng" in output.err
        assert f"aidu index THƯ_MỤC --library “{file}”" in output.err
    assert Path(file).read_bytes() == b""


def test_events_without_a_date_are_counted_where_the_calendar_leaves_them_out(
    folder: Path, capsys: Output, tmp_path: Path
) -> None:
    for number in range(2):
        text = f"Hội thảo Trồng rừng lần thứ {number + 1}\n\nHội thảo Trồng rừng lần thứ {number + 1} họp tại Đà Lạt."
        (folder / f"không ngày {number}.txt").write_text(text, "utf-8")
    assert main(["export", str(tmp_path / "a.ics"), "--corpus", str(folder)]) == OK
    printed = capsys.readouterr()
    assert printed.out.startswith("Đã ghi 3 dòng")
    assert printed.err.startswith("Lịch không có 2 sự kiện chưa rõ ngày; ") and printed.err.count("\n") == 1
