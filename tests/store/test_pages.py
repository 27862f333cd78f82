"""Pages that the user named: in a library under their addresses, fetched when they are named and at no other time."""

from __future__ import annotations

import socket
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from retrieval import DocumentError, InputError, Library, location
from retrieval.corpus.addresses import Location
from retrieval.store import maintenance
from retrieval.store.pages import fetched
from tests.corpus.web_server import WebServer, allow_loopback, reply, serving
from tests.store.reports import REPORTS, write_reports

TEXT = REPORTS["ngoai-giao.txt"]
QUESTION = "Ai chủ trì Hội nghị Ngoại giao lần thứ 32?"
PLAIN = "text/plain; charset=utf-8"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[WebServer]:
    allow_loopback(monkeypatch)
    with serving() as server:
        server.pages["/ngoai-giao"] = reply(TEXT.encode(), PLAIN)
        yield server


@pytest.fixture
def page(server: WebServer) -> Location:
    return location(server.url("/ngoai-giao"))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "thư viện.aidu"


def chairs(library: Library) -> str:
    return library.ask(QUESTION).text


def test_a_page_is_asked_as_a_file_is(page: Location, file: Path) -> None:
    report = maintenance.index(file, [page])
    assert (report.new, report.documents, report.warnings) == (1, 1, [])
    library = Library.open(file)
    answer = library.ask(QUESTION)
    assert answer.items[0].text == "Bùi Thanh Sơn"
    assert answer.evidence[0].document == str(page)
    assert [d.name for d in library.documents] == [str(page)]


def test_named_again_it_is_fetched_again_and_read_when_it_changed(
    page: Location, file: Path, server: WebServer
) -> None:
    maintenance.index(file, [page])
    report = maintenance.index(file, [page])
    assert (report.new, report.changed, report.unchanged, report.documents) == (0, 0, 1, 0)
    server.pages["/ngoai-giao"] = reply(TEXT.replace("Bùi Thanh Sơn", "Bùi Thanh Sâm").encode(), PLAIN)
    assert "Bùi Thanh Sơn" in chairs(Library.open(file))
    assert len(server.requests) == 2
    report = maintenance.index(file, [page])
    assert (report.changed, report.documents) == (1, 1)
    assert "Bùi Thanh Sâm" in chairs(Library.open(file))


def test_without_being_named_it_stays_and_nothing_is_fetched(
    page: Location, file: Path, server: WebServer, tmp_path: Path
) -> None:
    folder = write_reports(tmp_path / "bài")
    (folder / "ngoai-giao.txt").unlink()
    maintenance.index(file, [page, folder])
    server.requests.clear()
    for paths in [], [folder]:
        report = maintenance.index(file, paths, prune=True)
        assert (report.missing, report.kept_pages, report.unchanged, report.pruned) == ([], 1, 2, 0)
    found = maintenance.status(file)
    assert (found.pages, found.files, found.missing, found.new, found.documents) == (1, 3, 0, 0, 3)
    assert set(found.roots) == {str(folder), server.url("/")}
    assert server.requests == []
    assert "Bùi Thanh Sơn" in chairs(Library.open(file))


def test_a_library_of_pages_only_has_nothing_to_look_through(page: Location, file: Path, server: WebServer) -> None:
    maintenance.index(file, [page])
    report = maintenance.index(file)
    assert (report.kept_pages, report.missing, report.documents) == (1, [], 0)
    assert len(server.requests) == 1


def test_another_reader_reads_the_text_that_the_library_has(
    page: Location, file: Path, server: WebServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    maintenance.index(file, [page])
    for module in ("planning", "updating", "writing"):
        monkeypatch.setattr(f"retrieval.store.{module}.reader_version", lambda: "khác")
    assert maintenance.index(file).documents == 1
    assert len(server.requests) == 1
    assert "Bùi Thanh Sơn" in chairs(Library.open(file))


def test_what_cannot_be_fetched_this_time_is_told_and_kept(page: Location, file: Path, server: WebServer) -> None:
    maintenance.index(file, [page])
    server.pages["/ngoai-giao"] = reply(b"x", PLAIN, "503 Busy")
    report = maintenance.index(file, [page])
    assert [name for name, *_ in report.stale] == [str(page)]
    assert "503" in report.stale[0][1]
    assert "Bùi Thanh Sơn" in chairs(Library.open(file))
    assert maintenance.status(file).missing == 0


def test_a_page_without_a_report_this_time_is_told_and_kept(page: Location, file: Path, server: WebServer) -> None:
    maintenance.index(file, [page])
    server.pages["/ngoai-giao"] = reply(b"<html><body></body></html>")
    report = maintenance.index(file, [page])
    assert [name for name, *_ in report.warnings] == [str(page)]
    assert "Bùi Thanh Sơn" in chairs(Library.open(file))
    server.pages["/ngoai-giao"] = reply(TEXT.encode(), PLAIN)
    assert maintenance.index(file, [page]).warnings == []
    assert maintenance.status(file).unread == 0


def test_a_page_that_its_server_took_away_is_missing_until_pruned(
    page: Location, file: Path, server: WebServer
) -> None:
    maintenance.index(file, [page])
    there = server.pages.pop("/ngoai-giao")
    report = maintenance.index(file, [page])
    assert report.missing == [str(page)]
    assert "404" in report.stale[0][1]
    assert "Bùi Thanh Sơn" in chairs(Library.open(file))
    server.pages["/ngoai-giao"] = there
    assert maintenance.index(file, [page]).missing == []
    del server.pages["/ngoai-giao"]
    assert maintenance.index(file, [page], prune=True).pruned == 1
    assert (maintenance.status(file).documents, maintenance.status(file).pages) == (0, 0)


def test_pages_that_cannot_be_had_are_an_error_when_there_is_nothing_else(
    server: WebServer, file: Path, tmp_path: Path, page: Location
) -> None:
    gone = location(server.url("/khong-co"))
    with pytest.raises(DocumentError, match=r"/khong-co: .*404.*địa chỉ"):
        maintenance.index(file, [gone, gone])
    assert not file.exists()
    with pytest.raises(DocumentError, match="/khong-co"):
        Library.read([gone], cache=tmp_path / "cache")
    with pytest.raises(DocumentError, match="/khong-co"):
        Library.read([gone])
    for paths in [gone, page], [gone, write_reports(tmp_path / "bài")]:
        report = maintenance.index(file, paths)
        assert [name for name, *_ in report.warnings] == [str(gone)]
    with pytest.raises(DocumentError, match="/khong-co"):
        maintenance.index(file, [gone])
    assert maintenance.status(file).documents == 4
    with pytest.raises(InputError, match="không-có"):
        maintenance.index(file, [page, tmp_path / "không-có"])


def test_a_page_of_no_report_is_told_and_not_kept(server: WebServer, page: Location, file: Path) -> None:
    server.pages["/trong.html"] = reply(b"<html><body></body></html>")
    empty = location(server.url("/trong.html"))
    report = maintenance.index(file, [page, empty])
    assert [name for name, *_ in report.warnings] == [str(empty)]
    assert (maintenance.status(file).files, maintenance.status(file).unread) == (1, 0)


def test_a_table_of_reports_and_a_broken_charset(server: WebServer, file: Path) -> None:
    lines = "".join(f'{{"title": "Bài", "text": "{" ".join(text.split())}"}}\n' for text in REPORTS.values())
    server.pages["/bai.jsonl"] = reply(
        lines.replace('"Bài', '"B\\u00e0i').encode(), "application/json; charset=klingon"
    )
    server.pages["/hong.txt"] = reply(bytes(range(128, 256)) * 40, "text/plain; charset=utf-8")
    addresses = [location(server.url(path)) for path in ("/bai.jsonl", "/hong.txt")]
    report = maintenance.index(file, addresses)
    assert report.documents == len(REPORTS)
    assert [name for name, *_ in report.warnings] == [str(addresses[1])]
    names = [d.name for d in Library.open(file).documents]
    assert names == [f"{addresses[0]}#{n}" for n in range(1, len(REPORTS) + 1)]


# --- read directly -------------------------------------------------------------------------------------------------


def test_read_directly_it_is_fetched_at_every_start_and_kept_for_when_that_fails(
    page: Location, server: WebServer, tmp_path: Path
) -> None:
    cache = tmp_path / "cache"
    for number in (1, 2):
        assert "Bùi Thanh Sơn" in chairs(Library.read([page], cache=cache))
        assert len(server.requests) == number
    server.pages["/ngoai-giao"] = reply(TEXT.replace("Bùi Thanh Sơn", "Bùi Thanh Sâm").encode(), PLAIN)
    assert "Bùi Thanh Sâm" in chairs(Library.read([page], cache=cache))
    server.pages["/ngoai-giao"] = reply(b"x", PLAIN, "503 Busy")
    for _ in range(2):
        library = Library.read([page], cache=cache)
        assert "Bùi Thanh Sâm" in chairs(library)
        assert [(w.name, "503" in w.reason) for w in library.warnings] == [(str(page), True)]


def test_a_library_looked_at_again_takes_its_pages_from_the_cache(
    page: Location, server: WebServer, tmp_path: Path
) -> None:
    folder = write_reports(tmp_path / "bài")
    (folder / "ngoai-giao.txt").unlink()
    library = Library.read([page, folder], cache=tmp_path / "cache")
    assert library.refreshed() is library
    (folder / "mới.txt").write_text(REPORTS["doi-ngoai.txt"].replace("2021", "2022"), "utf-8")
    again = library.refreshed()
    assert len(again.documents) == len(library.documents) + 1
    assert "Bùi Thanh Sơn" in chairs(again)
    assert len(Library.read([page, folder], cache=tmp_path / "cache", fetch=False).documents) == len(again.documents)
    assert len(server.requests) == 1


def test_without_a_cache_it_works_as_well(page: Location, tmp_path: Path) -> None:
    (tmp_path / "tệp").write_text("", "utf-8")
    assert "Bùi Thanh Sơn" in chairs(Library.read([page]))
    assert "Bùi Thanh Sơn" in chairs(Library.read([page], cache=tmp_path / "tệp"))


def test_pages_are_read_in_several_processes_too(
    page: Location, server: WebServer, file: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("retrieval.store.workers.WORTH_BYTES", 0)
    folder = write_reports(tmp_path / "bài")
    report = maintenance.index(file, [page, folder], processes=2)
    assert (report.new, report.warnings) == (1 + len(REPORTS), [])
    assert str(page) in [d.name for d in Library.open(file).documents]


def test_the_temporary_files_are_gone_afterwards(
    page: Location, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tạm"))
    (tmp_path / "tạm").mkdir()
    maintenance.index(file, [page])
    assert list((tmp_path / "tạm").iterdir()) == []
    with sqlite3.connect(file) as connection:
        assert connection.execute("SELECT path, root <> path, size FROM files").fetchall() == [(str(page), 1, 0)]


def test_several_are_fetched_at_once_and_come_in_the_order_in_which_they_were_named(
    server: WebServer, tmp_path: Path
) -> None:
    together = threading.Barrier(4)
    under_way, most = 0, 0
    lock = threading.Lock()

    def slowly(number: int) -> Callable[[socket.socket], None]:
        def answer(connection: socket.socket) -> None:
            nonlocal under_way, most
            with lock:
                under_way += 1
                most = max(most, under_way)
            if number < 4:
                together.wait(10)  # broken when they do not come together
            time.sleep(0.02 * (10 - number))  # the last named are answered first
            with lock:
                under_way -= 1
            connection.sendall(reply(TEXT.replace("32", str(number)).encode(), PLAIN))

        return answer

    server.pages |= {f"/{number}": slowly(number) for number in range(10)}
    named = [location(server.url(f"/{path}")) for path in (*range(5), "gone", "0", *range(5, 10), "never")]
    with fetched([tmp_path, *named]) as pages:
        contents = [Path(s.page.content).read_text("utf-8") if s.page and s.page.content else "" for s in pages.sources]
    assert [source.path for source in pages.sources] == list(dict.fromkeys(str(page) for page in named))
    assert [f"lần thứ {number}" in contents[number + (number > 4)] for number in range(10)] == [True] * 10
    assert [fault.name for fault in pages.faults] == [server.url("/gone"), server.url("/never")]
    assert (most, contents[5], contents[-1]) == (4, "", "")


def test_a_fault_of_ours_while_fetching_is_no_fault_of_the_page(
    server: WebServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(address: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("retrieval.corpus.fetching.fetch", fail)
    with pytest.raises(ZeroDivisionError), fetched([location(server.url("/a")), location(server.url("/b"))]):
        pass
