"""The command line before any document is read: help, options, and one clear line for what cannot be used."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot import cli
from bot.arguments import COMMON
from bot.cli import BAD_INPUT, COMMANDS, INTERNAL, INTERRUPTED, IO_FAILED, OK, PIPE_CLOSED, main
from bot.texts import say

Output = pytest.CaptureFixture[str]


@pytest.mark.parametrize("command", [None, *COMMANDS])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_command_has_help_in_both_languages(
    command: str | None, language: str, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = [command] if command else []
    assert main([*words, "--help", "--language", language]) == OK
    printed = capsys.readouterr()
    assert printed.err == ""
    assert printed.out.startswith({"vi": "Cách dùng: aidu", "en": "Usage: aidu"}[language])
    options = COMMON + (COMMANDS[command].options if command else ())
    assert all(name in printed.out for option in options for name in option.names)
    if command is None:
        assert all(say(f"help.{name}", language) in printed.out for name in COMMANDS)
    # The same by the environment, and with -h before the command.
    monkeypatch.setenv("AIDU_LANGUAGE", language)
    assert main(["-h", *words]) == OK
    assert capsys.readouterr().out == printed.out


def test_the_version_is_shown(capsys: Output) -> None:
    assert main(["--version"]) == OK
    assert capsys.readouterr().out.startswith("aidu ")


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        (["hỏi gì"], ["“hỏi gì”", "ask"]),
        (["--nope"], ["“--nope”", "--help"]),
        (["--nope=1", "ask", "x"], ["“--nope=1”"]),
        (["ask", "-x"], ["“-x”", "--"]),
        (["ask", "x", "--web"], ["“--web”"]),
        (["ask", "x", "--jso"], ["“--jso”"]),
        (["ask"], ["aidu ask"]),
        (["ask", ""], ["aidu ask"]),
        (["ask", " \t"], ["aidu ask"]),
        (["ask", "--json=1", "x"], ["--json"]),
        (["ask", "x", "--engine"], ["--engine", "aidu ask --help"]),
        (["--corpus"], ["--corpus"]),
        (["chat", "x"], ["“x”", "aidu chat --help"]),
        (["batch", "a", "b"], ["“b”"]),
        (["telegram", "x"], ["“x”"]),
        (["batch", "/no/such.jsonl"], ["/no/such.jsonl"]),
        (["batch", "/"], ["“/”"]),
        (["batch", "a\0b"], ["“a\N{REPLACEMENT CHARACTER}b”"]),
        (["ask", "x", "--corpus", "/no/such"], ["/no/such", "--corpus"]),
        (["--config", "/no/such.toml", "ask", "x"], ["/no/such.toml"]),
        (["ask", "x", "--language", "fr"], ["“fr”"]),
        (["--language=", "--nope"], ["“--nope”"]),
        (["\x1b[31m" + "a" * 100_000], ["\N{REPLACEMENT CHARACTER}[31maaa"]),
    ],
)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_what_cannot_be_used_is_named_in_one_line(
    arguments: list[str], wanted: list[str], language: str, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AIDU_LANGUAGE", language)
    assert main(arguments) == BAD_INPUT
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1 and len(printed.err) < 300
    if "fr" not in arguments:  # a language that does not exist is told in Vietnamese
        assert printed.err.startswith({"vi": "Lỗi: ", "en": "Error: "}[language])
    assert all(part in printed.err for part in wanted)


def test_the_language_option_counts_wherever_it_stands(capsys: Output) -> None:
    for arguments in (["--language", "en", "--nope"], ["ask", "--nope", "--language=en"]):
        assert main(arguments) == BAD_INPUT
        assert capsys.readouterr().err.startswith("Error: ")
    assert main(["ask", "--", "--language", "en", "--corpus"]) != BAD_INPUT


@pytest.mark.parametrize(
    ("raised", "status", "wanted"),
    [
        (KeyboardInterrupt(), INTERRUPTED, ""),
        (ZeroDivisionError("nothing to divide"), INTERNAL, "ZeroDivisionError: nothing to divide"),
        (OSError(28, "No space left on device", "/x/y"), IO_FAILED, "No space left on device"),
    ],
)
def test_no_fault_shows_a_traceback_unless_asked_for(
    raised: BaseException, status: int, wanted: str, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: object) -> int:
        raise raised

    monkeypatch.setattr(cli, "_run", fail)
    assert main([]) == status
    printed = capsys.readouterr().err
    assert wanted in printed and "Traceback" not in printed
    assert printed.count("\n") == (1 if wanted else 0)
    monkeypatch.setenv("AIDU_DEBUG", "1")
    assert main([]) == status
    assert ("Traceback" in capsys.readouterr().err) == bool(wanted)


def test_a_reader_that_has_left_ends_the_run_quietly() -> None:
    source = "import sys; from bot.cli import main; sys.stdin.readline(); sys.exit(main(['--help']))"
    with subprocess.Popen(
        [sys.executable, "-c", source], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout and process.stdin and process.stderr
        process.stdout.close()
        process.stdin.write(b"go\n")
        process.stdin.close()
        assert process.wait(timeout=30) == PIPE_CLOSED
        assert process.stderr.read() == b""


@pytest.mark.parametrize(
    ("redirections", "status"),
    [(">&-", OK), (">/dev/full", IO_FAILED), ("--nope 2>&-", BAD_INPUT), ("--nope 2>/dev/full", BAD_INPUT)],
)
def test_closed_and_full_streams_change_neither_status_nor_the_other_stream(redirections: str, status: int) -> None:
    command = f'"{sys.executable}" -m bot --help {redirections}'
    done = subprocess.run(command, shell=True, capture_output=True, timeout=30)
    assert done.returncode == status
    assert done.stdout == b""
    assert done.stderr.count(b"\n") == (1 if redirections == ">/dev/full" else 0)


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_an_output_that_cannot_be_written_is_one_line_and_a_status_of_its_own(unbuffered: str) -> None:
    for language, said in (("vi", "không ghi được ra đầu ra chuẩn"), ("en", "the standard output cannot be written")):
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run(
                [sys.executable, "-m", "bot", "--version", "--language", language],
                env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
                stdout=full,
                stderr=subprocess.PIPE,
                text=True,
                timeout=30,
            )
        assert done.returncode == IO_FAILED
        assert said in done.stderr and "No space left" in done.stderr and done.stderr.count("\n") == 1


def test_output_is_utf_8_whatever_the_locale_says(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bot", "--help"],
        env={"PYTHONIOENCODING": "latin-1", "HOME": str(tmp_path)},
        capture_output=True,
        timeout=30,
    )
    assert done.returncode == OK
    assert done.stdout.decode("utf-8").startswith("Cách dùng")


def test_nothing_heavy_is_imported_for_help() -> None:
    heavy = {"rich", "prompt_toolkit", "telegram", "underthesea", "pydantic", "rank_bm25", "numpy"}
    source = "import sys; from bot.cli import main; main(['--help']); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, timeout=30, check=True)
    assert heavy.isdisjoint(done.stderr.split())
