"""The commands over real reports with the real library, as a user or another program runs them."""

from __future__ import annotations

import io
import json
import os
import pty
import re
import select
import subprocess
import sys
import termios
from pathlib import Path
from typing import Any

import pytest

from bot.cli import BAD_INPUT, INTERRUPTED, NOT_FOUND, OK, main

Output = pytest.CaptureFixture[str]

BRIDGE = """\
---
title: Khánh thành cầu Sông Nhạn
published: 2022-03-06
source: Báo Thử nghiệm
---

Sáng 5/3/2022, tại thành phố Nam Định, Ủy ban nhân dân tỉnh Nam Định tổ chức Lễ khánh thành cầu Sông Nhạn.

Dự lễ khánh thành có các đồng chí: Trần Văn Bình, Bí thư Tỉnh ủy Nam Định; Lê Thị Hoa, Chủ tịch Ủy ban nhân dân \
tỉnh Nam Định.

Đồng chí Trần Văn Bình phát biểu tại buổi lễ.
"""
ARCHIVES = """\
---
title: Hội nghị Văn thư toàn quốc lần thứ 7
published: 2021-10-13
---

Ngày 12/10/2021, Hội nghị Văn thư toàn quốc lần thứ 7 được tổ chức tại thành phố Huế. Đồng chí Phạm Quốc Tuấn, \
Cục trưởng Cục Văn thư, chủ trì hội nghị.

Tham dự hội nghị có 120 đại biểu.
"""
WHO = "Ai dự Lễ khánh thành cầu Sông Nhạn?"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "tin bài"
    (folder / "2021").mkdir(parents=True)
    (folder / "cầu.md").write_text(BRIDGE, encoding="utf-8")
    (folder / "2021" / "văn thư.md").write_text(ARCHIVES, encoding="utf-8")
    return folder


def aidu(*arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "bot", *arguments], input=given, capture_output=True, timeout=60)


def records(output: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in output.decode("utf-8").splitlines()]


def test_ask_prints_the_answer_its_quote_and_its_source(corpus: Path, capsys: Output) -> None:
    assert main(["ask", WHO, "--corpus", str(corpus)]) == OK
    printed = capsys.readouterr()
    assert printed.err == ""
    first, *_ = printed.out.splitlines()
    assert first == "Trần Văn Bình – Bí thư Tỉnh ủy Nam Định"
    assert "Lê Thị Hoa – Chủ tịch Ủy ban nhân dân tỉnh Nam Định" in printed.out
    assert "“Dự lễ khánh thành có các đồng chí:" in printed.out
    assert "Nguồn: Khánh thành cầu Sông Nhạn · 6/3/2022 · cầu.md" in printed.out


def test_ask_json_is_the_line_of_the_contract(corpus: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AIDU_CORPUS", str(corpus))
    question = "Lễ khánh thành cầu Sông Nhạn diễn ra ngày nào?"
    assert main(["ask", "--json", question]) == OK
    (line,) = records(capsys.readouterr().out.encode())
    assert list(line) == [
        *("question", "status", "kind", "items", "text", "evidence", "confidence", "elapsed_ms"),
    ]
    assert (line["question"], line["status"], line["kind"]) == (question, "answered", "date")
    assert line["items"] == [{"text": "5/3/2022", "date": "2022-03-05"}]
    evidence = line["evidence"][0]
    assert (evidence["document"], evidence["published"]) == ("cầu.md", "2022-03-06")
    assert evidence["quote"] in BRIDGE


def test_a_question_without_its_quotes_is_one_question(corpus: Path, capsys: Output) -> None:
    assert main(["ask", "--corpus", str(corpus), *WHO.split(), "--json"]) == OK
    assert records(capsys.readouterr().out.encode())[0]["question"] == WHO


def test_what_the_reports_do_not_say_is_not_found(corpus: Path, capsys: Output) -> None:
    assert main(["--corpus", str(corpus), "ask", "Giá vàng hôm nay bao nhiêu?"]) == NOT_FOUND
    assert capsys.readouterr().out.strip()
    assert main(["--corpus", str(corpus), "ask", "--json", "Ai chủ trì Hội nghị Văn thư lần thứ 9?"]) == NOT_FOUND
    assert records(capsys.readouterr().out.encode())[0]["status"] == "not_found"


@pytest.mark.parametrize("question", ["a" * 100_000, "?" * 2001, "\x00\x01\x02", "\udcff\udcfe"])
def test_a_question_that_cannot_be_used_is_one_line_and_status_2(question: str, corpus: Path, capsys: Output) -> None:
    assert main(["ask", question, "--corpus", str(corpus)]) == BAD_INPUT
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("Lỗi: ") and printed.err.count("\n") == 1 and len(printed.err) < 300


def test_broken_characters_in_a_question_do_not_matter(corpus: Path, capsys: Output) -> None:
    assert main(["ask", f"\udcff {WHO}", "--corpus", str(corpus)]) == OK
    assert "Trần Văn Bình" in capsys.readouterr().out


def test_an_engine_that_does_not_exist_is_named_with_those_that_do(
    corpus: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = "hãy chọn một trong: auto, rank_bm25, postings, postings32, opensearch"
    assert main(["ask", WHO, "--corpus", str(corpus), "--engine", "nope"]) == BAD_INPUT
    assert f"không có bộ xếp hạng “nope” (--engine); {known}" in capsys.readouterr().err
    monkeypatch.setenv("AIDU_ENGINE", "foo")
    assert main(["ask", WHO, "--corpus", str(corpus)]) == BAD_INPUT
    assert f"“foo” (AIDU_ENGINE); {known}" in capsys.readouterr().err


def test_a_document_that_cannot_be_read_is_named_and_the_others_answer(corpus: Path, capsys: Output) -> None:
    (corpus / "ảnh.txt").write_bytes(bytes(range(256)) * 8)
    assert main(["ask", WHO, "--corpus", str(corpus)]) == OK
    warning = capsys.readouterr().err
    assert "ảnh.txt" in warning and warning.count("\n") == 1


def test_where_nothing_can_be_read_it_is_bad_input(tmp_path: Path, capsys: Output) -> None:
    table = tmp_path / "bảng.csv"
    table.write_text("ngày,nơi\n1/2/2022,Huế\n", "utf-8")
    library = str(tmp_path / "l.aidu")
    assert main(["index", str(table), "--library", library]) == BAD_INPUT
    capsys.readouterr()
    for where in (["--corpus", str(table)], ["--corpus", str(tmp_path)], ["--library", library]):
        for command in (["ask", WHO], ["batch", str(table)], ["chat"]):
            assert main([*command, *where]) == BAD_INPUT
            skipped, why = capsys.readouterr().err.splitlines()
            assert skipped.startswith("Bỏ qua bảng.csv: không thấy cột nội dung")
            assert why.startswith("Lỗi: ")


def test_an_empty_folder_is_named_and_finds_nothing(tmp_path: Path, capsys: Output) -> None:
    assert main(["ask", WHO, "--corpus", str(tmp_path)]) == NOT_FOUND
    printed = capsys.readouterr()
    assert tmp_path.name in printed.err and "--corpus" in printed.err
    assert printed.out.strip()


def test_batch_answers_in_order_within_chats_and_the_same_on_every_run(
    corpus: Path, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    lines = [
        {"id": 1, "question": "Ai chủ trì Hội nghị Văn thư toàn quốc lần thứ 7?", "chat": "c"},
        {"id": 2, "question": WHO},
        {"id": 3, "question": "Hội nghị đó diễn ra khi nào?", "chat": "c"},
        {"id": 4, "question": "Có bao nhiêu đại biểu dự Hội nghị Văn thư toàn quốc lần thứ 7?"},
        {"id": 5, "question": "a" * 100_000},
    ]
    source = tmp_path / "câu hỏi.jsonl"
    source.write_text("".join(json.dumps(line) + "\n" for line in lines) + "rác\n", encoding="utf-8")
    run = aidu("--corpus", str(corpus), "batch", given=source.read_bytes())
    assert (run.returncode, run.stderr) == (OK, b"")
    assert main(["batch", str(source), "--corpus", str(corpus)]) == OK
    printed = capsysbinary.readouterr()
    assert printed.err == b""
    first, second = (re.sub(rb'"elapsed_ms": [0-9.]+', b"", output) for output in (run.stdout, printed.out))
    assert first == second

    answers = records(run.stdout)
    assert [answer.get("id") for answer in answers] == [1, 2, 3, 4, 5, None]
    assert answers[0]["items"][0] == {"text": "Phạm Quốc Tuấn", "offices": ["Cục trưởng Cục Văn thư"]}
    assert [item["text"] for item in answers[1]["items"]] == ["Trần Văn Bình", "Lê Thị Hoa"]
    assert answers[2]["items"] == [{"text": "12/10/2021", "date": "2021-10-12"}]
    assert answers[3]["items"][0]["text"].startswith("120")
    assert [answer["status"] for answer in answers[4:]] == ["error", "error"]


def test_batch_answers_each_line_at_once_and_ctrl_c_ends_it_quietly(corpus: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "batch", "-", "--corpus", str(corpus)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin and process.stdout and process.stderr
        for number in range(2):
            process.stdin.write(json.dumps({"id": number, "question": WHO}).encode() + b"\n")
            process.stdin.flush()
            assert select.select([process.stdout], [], [], 60)[0]
            assert json.loads(process.stdout.readline())["id"] == number
        process.send_signal(2)
        assert process.wait(timeout=30) == INTERRUPTED
        assert process.stderr.read() == b""


def test_ask_imports_nothing_that_it_does_not_need(corpus: Path) -> None:
    heavy = {"rich", "prompt_toolkit", "telegram", "pydantic"}
    source = (
        "import sys; from bot.cli import main; assert main(sys.argv[1:]) == 0; print(*sys.modules, file=sys.stderr)"
    )
    command = [sys.executable, "-c", source, "ask", WHO, "--corpus", str(corpus)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    assert heavy.isdisjoint(done.stderr.split())


def test_piped_lines_are_answered_in_plain_text(corpus: Path) -> None:
    long = "a" * (2 << 20)
    typed = f"{WHO}\n\n{long}\n/sukien văn thư\nAi phát biểu?\r\n\xff\n/exit\nkhông tới đây\n".encode(
        "utf-8", "surrogateescape"
    )
    done = aidu("--corpus", str(corpus), given=typed)
    assert done.returncode == OK
    out, err = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    assert re.fullmatch(r"Đã đọc 2 tài liệu, \d+ sự kiện trong \d+,\d giây\.\n", err)
    assert out.startswith("Trần Văn Bình – Bí thư Tỉnh ủy Nam Định\n")
    assert "dòng dài quá 1048576 byte" in out
    assert "- 12/10/2021 · Hội nghị Văn thư toàn quốc lần thứ 7" in out
    assert "\x1b" not in out + err


def test_no_input_at_all_ends_the_chat(corpus: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
    assert main(["chat", "--corpus", str(corpus), "--language", "en"]) == OK
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("Read 2 documents")


class Terminal:
    """A real pseudo-terminal with `aidu` in it."""

    def __init__(self, *arguments: str) -> None:
        self._screen, inside = pty.openpty()
        termios.tcsetwinsize(inside, (40, 200))
        # Nobody here answers when prompt-toolkit asks where the cursor is.
        environment = {**os.environ, "TERM": "xterm", "PROMPT_TOOLKIT_NO_CPR": "1"}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "bot", *arguments], stdin=inside, stdout=inside, stderr=inside, env=environment
        )
        os.close(inside)
        self._seen = b""

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._screen)

    def type(self, keys: str) -> None:
        os.write(self._screen, keys.encode())

    def wait_for(self, text: str) -> str:
        """Read until `text` is shown, and return what was shown up to there since the last call."""
        while text.encode() not in self._seen:
            assert select.select([self._screen], [], [], 60)[0], f"{text!r} was not shown, but {self._seen!r}"
            try:
                self._seen += os.read(self._screen, 65536)
            except OSError:  # how Linux tells that the other side has ended
                raise AssertionError(f"ended before {text!r}: {self._seen!r}") from None
        shown, _, self._seen = self._seen.partition(text.encode())
        return shown.decode("utf-8") + text

    def status(self) -> int:
        """Wait for the end and return the exit status."""
        return self._process.wait(timeout=60)


@pytest.mark.parametrize(("asked", "end"), [(True, "\x03"), (False, "\x04"), (False, "/thoat\r")])
def test_the_chat_in_a_terminal_shows_the_answer_marked_in_its_quote_and_ends_cleanly(
    asked: bool, end: str, corpus: Path
) -> None:
    with Terminal("--corpus", str(corpus)) as terminal:
        assert "Đã đọc 2 tài liệu" in terminal.wait_for("›")
        if asked:
            terminal.type(WHO + "\r")
            shown = terminal.wait_for("Nguồn:")
            assert "\x1b[1;32mTrần Văn Bình\x1b[0m" in shown
            assert "\x1b[1;3;7mTrần Văn Bình\x1b[0m" in shown
            terminal.wait_for("›")
        terminal.type(end)
        assert "Traceback" not in terminal.wait_for("Tạm biệt!")
        assert terminal.status() == OK


def test_ctrl_c_ends_a_piped_chat_quietly(corpus: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "--corpus", str(corpus)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stderr and process.stdout
        process.stderr.readline()  # what was loaded; now it waits for a question
        process.send_signal(2)
        assert process.wait(timeout=30) == INTERRUPTED
        assert process.stderr.read() + process.stdout.read() == b""
