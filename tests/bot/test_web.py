"""Addresses on the command line: taken where paths are, and only there."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

import pytest

from bot.cli import BAD_INPUT, NOT_FOUND, OK, main
from bot.settings import library_file, resolve
from retrieval.errors import InputError
from tests.corpus.web_server import WebServer, allow_loopback, redirect, reply, serving
from tests.store.reports import REPORTS, write_reports

Output: TypeAlias = pytest.CaptureFixture[str]
QUESTION = "Ai chủ trì Hội nghị Ngoại giao lần thứ 32?"
PLAIN = "text/plain; charset=utf-8"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[WebServer]:
    allow_loopback(monkeypatch)
    with serving() as server:
        server.pages["/ngoai-giao"] = reply(REPORTS["ngoai-giao.txt"].encode(), PLAIN)
        yield server


@pytest.fixture
def url(server: WebServer) -> str:
    return server.url("/ngoai-giao")


def test_a_page_is_asked_about(url: str, capsys: Output) -> None:
    assert main(["ask", QUESTION, "--corpus", url]) == OK
    printed = capsys.readouterr()
    assert "Bùi Thanh Sơn" in printed.out and url in printed.out
    assert printed.err == ""


def test_batch_and_console_take_pages(
    url: str, capsys: Output, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    questions = tmp_path / "hoi.jsonl"
    questions.write_text(json.dumps({"id": 1, "question": QUESTION}) + "\n", "utf-8")
    assert main(["batch", str(questions), "--corpus", url]) == OK
    record = json.loads(capsys.readouterr().out)
    assert (record["items"][0]["text"], record["evidence"][0]["document"]) == ("Bùi Thanh Sơn", url)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO((QUESTION + "\n").encode())))
    assert main(["--corpus", url]) == OK
    assert "Bùi Thanh Sơn" in capsys.readouterr().out


def test_pages_in_a_library(url: str, server: WebServer, capsys: Output, tmp_path: Path) -> None:
    folder = write_reports(tmp_path / "bài")
    (folder / "ngoai-giao.txt").unlink()
    assert main(["index", str(folder), url]) == OK
    assert "3 mới" in capsys.readouterr().out
    assert main(["index"]) == OK
    printed = capsys.readouterr().out
    assert "1 trang web giữ như lần đọc trước" in printed and "2 giữ nguyên" in printed
    assert main(["status"]) == OK
    printed = capsys.readouterr().out
    assert "Trong đó 1 trang web" in printed and server.url("/") in printed and "Khớp với các tệp" in printed
    assert len(server.requests) == 1
    assert main(["ask", QUESTION]) == OK
    assert url in capsys.readouterr().out
    del server.pages["/ngoai-giao"]
    assert main(["index", url]) == OK
    printed = capsys.readouterr()
    assert f"Không tải lại được {url}" in printed.err and "404" in printed.err
    assert "aidu index --prune" in printed.out
    assert main(["index", "--prune"]) == OK
    assert main(["ask", QUESTION]) == NOT_FOUND


@pytest.mark.parametrize(("language", "said"), [("vi", "mạng riêng"), ("en", "private network")])
def test_what_cannot_be_fetched_is_one_line(language: str, said: str, server: WebServer, capsys: Output) -> None:
    server.pages["/"] = redirect("http://10.0.0.1/")
    for command in (["index", server.url()], ["ask", QUESTION, "--corpus", server.url()]):
        assert main([*command, "--language", language]) == BAD_INPUT
        printed = capsys.readouterr()
        assert printed.out == "" and printed.err.count("\n") == 1
        assert server.url() in printed.err and said in printed.err
    assert not library_file().exists()


def test_a_page_that_is_answered_from_the_cache_is_not_called_left_out(
    url: str, server: WebServer, capsys: Output
) -> None:
    assert main(["ask", QUESTION, "--corpus", url]) == OK
    capsys.readouterr()
    server.pages["/ngoai-giao"] = reply(b"", status="503 Busy")
    assert main(["ask", QUESTION, "--corpus", url]) == OK
    printed = capsys.readouterr()
    assert "Bùi Thanh Sơn" in printed.out and "Bỏ qua" not in printed.err
    assert f"Không tải lại được {url}" in printed.err and "bản đã đọc trước đây" in printed.err


def test_one_of_two_that_cannot_be_fetched_is_a_warning(url: str, server: WebServer, capsys: Output) -> None:
    assert main(["ask", QUESTION, "--corpus", url, "--corpus", server.url("/khong-co"), "--language", "en"]) == OK
    printed = capsys.readouterr()
    assert "Bùi Thanh Sơn" in printed.out
    assert printed.err.startswith("Skipped ") and "no such page" in printed.err


@pytest.mark.parametrize("given", ["ftp://bao.vn/a", "https://", "https://a:b@bao.vn/", "file:///etc/passwd"])
def test_an_address_of_no_use_is_named(given: str, capsys: Output) -> None:
    for command in (["index", given], ["ask", QUESTION, "--corpus", given]):
        assert main(command) == BAD_INPUT
        assert given.partition("a:b@")[0] in (said := capsys.readouterr().err) and "https://bao.vn/bai.html" in said


def test_only_what_somebody_typed_is_fetched(url: str, server: WebServer, tmp_path: Path) -> None:
    config = tmp_path / "aidu.toml"
    config.write_text(f'corpus = ["bai", "{url}"]', "utf-8")
    for given in ({"environ": {"AIDU_CORPUS": f"bai:{url}"}}, {"config": str(config), "environ": {}}):
        with pytest.raises(InputError, match="chỉ nhận trên dòng lệnh"):
            resolve(**given)  # type: ignore[arg-type]  # two shapes of arguments in one list
    # A page never says what else to fetch.
    server.pages["/ngoai-giao"] = reply(f"{REPORTS['ngoai-giao.txt']}\n{server.url('/khac')}\n".encode(), PLAIN)
    assert main(["index", url]) == OK
    assert len(server.requests) == 1
