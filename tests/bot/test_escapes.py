"""No name and no text of a document reaches a terminal with what a terminal would obey."""

from __future__ import annotations

import csv
import io
import json
import logging
import re
from pathlib import Path

import icalendar
import openpyxl
import pytest

from bot.batch import as_line
from bot.cli import OK, main
from bot.telegram.redaction import set_up, tear_down

Output = pytest.CaptureFixture[str]
# ESC and the one-character form of "ESC [", as they stand in names and in texts; and what a terminal obeys at all.
RED, RED_C1 = "\x1b[31m", "\x9b31m"
OBEYED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
QUESTION = "Ai chủ trì lễ khánh thành cầu Sông Nhạn?"
REPORT = f"""\
---
title: "Khánh thành \\e[31mcầu {RED_C1}Sông Nhạn"
published: 2022-03-06
---

Sáng 5/3/2022, tại thành phố {RED}Nam Định, Ủy ban tỉnh tổ chức Lễ khánh thành cầu Sông Nhạn{RED_C1}.

Đồng chí Trần Văn Bình, Bí thư Tỉnh ủy{RED} Nam Định{RED_C1}, chủ trì lễ khánh thành cầu Sông Nhạn.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / f"bài{RED}"
    folder.mkdir()
    (folder / f"a{RED}b{RED_C1}.md").write_text(REPORT, "utf-8")
    (folder / f"hỏng{RED}{RED_C1}.txt").write_bytes(bytes(range(256)) * 9)
    return folder


@pytest.mark.parametrize(
    "words",
    [
        ["ask", QUESTION],
        ["ask", QUESTION, "--json"],
        ["index"],
        ["status"],
        ["status", "--json"],
        ["export"],
        ["export", "--events"],
    ],
)
def test_no_command_prints_what_a_terminal_obeys(words: list[str], folder: Path, capsys: Output) -> None:
    library = str(folder / "l.aidu")
    assert main(["index", str(folder), "--library", library]) == OK
    assert main([*words, "--library", library]) == OK
    printed = capsys.readouterr()
    shown = (printed.out + printed.err).replace("\r\n", "\n")  # the line ends of CSV
    assert OBEYED.findall(shown) == []
    assert "\N{REPLACEMENT CHARACTER}[31m" in shown or r"\u001b[31m" in shown


def test_a_json_line_says_the_same_with_escapes() -> None:
    record = {"document": f"a{RED}{RED_C1}\x7f\x85\u2028"}
    assert as_line(record) == r'{"document": "a\u001b[31m\u009b31m\u007f\u0085\u2028"}'
    assert json.loads(as_line(record)) == record


def test_files_for_other_programs_have_none_either(folder: Path, tmp_path: Path) -> None:
    for name in ("a.csv", "a.xlsx", "a.ics"):
        assert main(["export", str(tmp_path / name), "--corpus", str(folder)]) == OK
    (row,) = csv.DictReader(io.StringIO((tmp_path / "a.csv").read_text("utf-8-sig"), newline=""))
    assert row["Tài liệu"] == "a�[31mb�31m.md"
    people = list(openpyxl.load_workbook(tmp_path / "a.xlsx")["Người tham dự"].values)
    assert people[1][9:12] == (row["Câu làm chứng"], row["Tài liệu"], row["Tiêu đề"])
    (event,) = icalendar.Calendar.from_ical((tmp_path / "a.ics").read_bytes()).walk("vevent")
    assert OBEYED.findall(event["summary"] + event["description"]) == []
    assert "a�[31mb�31m.md" in event["description"]


def test_the_log_of_the_bot_has_none(capsys: Output) -> None:
    handler = set_up("info")
    try:
        logging.getLogger("test").warning("nhóm %s\n%s", RED, RED_C1)
    finally:
        tear_down(handler)
    logged = capsys.readouterr().err
    assert OBEYED.findall(logged) == []
    assert "nhóm �[31m\n�31m" in logged


def test_the_direction_of_writing_is_not_turned_by_a_name(tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "a\u202etxt.exe.txt").write_bytes(bytes(range(256)) * 9)
    main(["ask", QUESTION, "--corpus", str(tmp_path)])
    assert "a�txt.exe.txt" in capsys.readouterr().err
