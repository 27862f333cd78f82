"""Fetching a page from a real server on loopback that does what servers do, and what they should not."""

from __future__ import annotations

import gzip
import re
import socket
import subprocess
import time
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from retrieval.corpus import public_hosts
from retrieval.corpus.addresses import web_address
from retrieval.corpus.fetching import Fetched, GoneError, Limits, fetch
from retrieval.errors import DocumentError

from .test_formats import HTML
from .web_server import HOST, WebServer, allow_loopback, redirect, reply, serving

PAGE = HTML.encode()
QUICK = Limits(connect_s=2, read_s=0.4, whole_s=0.8)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[WebServer]:
    allow_loopback(monkeypatch)
    with serving() as server:
        yield server


def refused(server: WebServer, path: str = "/", limits: Limits = QUICK) -> DocumentError:
    """Return why a page is not fetched; the message names the address and is one short line in both languages."""
    url = server.url(path)
    with pytest.raises(DocumentError) as caught:
        fetch(web_address(url), limits)
    for message in (str(caught.value), caught.value.said("en")):
        assert message.startswith(f"{url}: ") and "\n" not in message and len(message) < 300
    assert str(caught.value) != caught.value.said("en")
    in_our_words(caught.value)
    return caught.value


def in_our_words(error: DocumentError) -> None:
    """Check that a message has none of the words in which systems and libraries speak of the network."""
    theirs = r"errno|error|refused|connection|timed|certificate|ssl|eof|host|unreachable|read|forbidden"
    assert not re.search(rf"(?i)\b(?:{theirs})\b", error.reason.partition("“")[0]), error.reason


def test_a_page_comes_with_its_kind(server: WebServer) -> None:
    server.pages["/b%C3%A0i?trang=1%202&x=%C4%91"] = reply(PAGE)
    assert fetch(web_address(server.url("/bài?trang=1%202&x=đ"))) == Fetched(PAGE, ".html")
    [head] = server.requests
    assert f"\r\nHost: {HOST}:{server.port}\r\n" in head
    assert head.count("Host:") == head.count("Accept-Encoding:") == 1
    assert "Cookie" not in head and "Authorization" not in head


@pytest.mark.parametrize(
    ("path", "said", "suffix"),
    [
        ("/a", "text/html", ".html"),
        ("/a.html", "text/plain", ".html"),
        ("/a", "TEXT/Plain ; charset=x", ".txt"),
        ("/a.md", "text/plain", ".md"),
        ("/a.md", "text/html", ".html"),
        ("/a.csv", "application/octet-stream", ".csv"),
        ("/a.pdf", "", ".pdf"),
        ("/a", "application/json", ".json"),
        ("/a.xyz", "application/pdf", ".pdf"),
    ],
)
def test_kinds_that_are_read(path: str, said: str, suffix: str, server: WebServer) -> None:
    server.pages[path] = reply(b"noi dung", said)
    assert fetch(web_address(server.url(path))).suffix == suffix


@pytest.mark.parametrize(
    ("path", "said", "body"),
    [
        ("/a.jpg", "image/jpeg", b"\xff\xd8"),
        ("/a", "application/octet-stream", b"x"),
        ("/a.exe", "application/octet-stream", b"x"),
        ("/a", "", b"x"),
        ("/a", "text/css", b"x"),
        ("/a.html", "video/mp4", b"x"),
        ("/a.zip", "application/zip", b"PK\x03\x04"),
        ("/a.zip", "application/octet-stream", b"PK\x03\x04"),
        ("/a.txt", "text/plain", b"PK\x03\x04 an archive all the same"),
    ],
)
def test_other_kinds_are_refused(path: str, said: str, body: bytes, server: WebServer) -> None:
    server.pages[path] = reply(body, said)
    assert "chỉ tải trang HTML" in refused(server, path).reason


def test_packed_and_chunked_and_without_a_length(server: WebServer) -> None:
    packed = gzip.compress(PAGE)
    pieces = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (packed[:9], packed[9:])) + b"0\r\n\r\n"
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n"
    server.pages["/a"] = head + b"\r\n" + packed
    server.pages["/b"] = head + b"Transfer-Encoding: chunked\r\n\r\n" + pieces
    server.pages["/c"] = reply(PAGE, "text/html", "200 OK", "Content-Encoding: identity")
    for path in "/a", "/b", "/c":
        assert fetch(web_address(server.url(path))).content == PAGE


def test_a_server_that_keeps_the_line_open_is_not_waited_for(server: WebServer) -> None:
    def answer(connection: socket.socket) -> None:
        connection.sendall(reply(PAGE))
        connection.recv(1)

    server.pages["/"] = answer
    started = time.monotonic()
    assert fetch(web_address(server.url())).content == PAGE
    assert time.monotonic() - started < 5


# --- redirects -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"])
def test_a_redirect_is_followed(status: str, server: WebServer) -> None:
    server.pages |= {"/a/b": redirect("../đích?x=1#y", status)}
    server.pages["/%C4%91%C3%ADch?x=1"] = reply(PAGE)
    assert fetch(web_address(server.url("/a/b"))).content == PAGE


def test_five_redirects_are_followed_and_six_are_not(server: WebServer) -> None:
    server.pages |= {f"/{n}": redirect(server.url(f"/{n - 1}")) for n in range(1, 8)} | {"/0": reply(PAGE)}
    assert fetch(web_address(server.url("/5"))).content == PAGE
    server.requests.clear()
    assert "quá 5 lần" in refused(server, "/6").reason
    assert len(server.requests) == 6
    server.pages["/vòng".replace("ò", "o")] = redirect("/vong")
    assert "quá 5 lần" in refused(server, "/vong").reason


@pytest.mark.parametrize(
    "target",
    [
        "http://127.0.0.2:{port}/",
        "http://10.0.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::1]:{port}/",
        "http://[::ffff:127.0.0.2]:{port}/",
        "http://localhost.:1/",
        "//192.168.1.1/",
        "http://0/",
        "http://2130706434/",
    ],
)
def test_a_redirect_into_a_private_network_is_refused(
    target: str, server: WebServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    reached: list[object] = []
    connect = socket.socket.connect

    def watched(connecting: socket.socket, address: tuple[str, int]) -> None:
        reached.append(address)
        connect(connecting, address)

    monkeypatch.setattr(socket.socket, "connect", watched)
    # "localhost" is where the server is, and allowed in this test; by its other address it is not.
    monkeypatch.setattr(socket, "getaddrinfo", _answers({"localhost.": "::1"}))
    server.pages["/"] = redirect(target.format(port=server.port))
    assert "mạng riêng" in refused(server).reason
    assert reached == [(HOST, server.port)]


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://a.vn/", "http://u:p@a.vn/", "", "javascript:alert(1)"])
def test_a_redirect_to_what_is_no_page_is_refused(target: str, server: WebServer) -> None:
    server.pages["/"] = redirect(target)
    reason = refused(server).reason
    assert "chuyển hướng" in reason and ("u:p" not in reason or "@" in reason)


# --- hosts ---------------------------------------------------------------------------------------------------------


def _answers(hosts: dict[str, str]) -> Callable[..., list[object]]:
    """Return a name server that answers so; numbers are as they are."""
    real = socket.getaddrinfo

    def look_up(host: str, port: int, **kwargs: int) -> list[object]:
        return list(real(hosts.get(host, host), port, **kwargs))

    return look_up


def test_the_connection_goes_to_the_address_that_was_looked_at(
    server: WebServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    look_up = _answers({"bao.vn": HOST})

    def rebinding(host: str, port: int, **kwargs: int) -> list[object]:
        # The second answer for a name would lead somewhere else.
        asked.append(host)
        return look_up(host if asked.count("bao.vn") < 2 else "127.0.0.9", port, **kwargs)

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    server.pages["/"] = reply(PAGE)
    assert fetch(web_address(server.url("/", "bao.vn"))).content == PAGE
    assert asked == ["bao.vn"]
    assert f"Host: bao.vn:{server.port}" in server.requests[0]


def test_of_several_addresses_only_public_ones_are_tried(server: WebServer, monkeypatch: pytest.MonkeyPatch) -> None:
    real = socket.getaddrinfo

    def both(host: str, port: int, **kwargs: int) -> list[object]:
        wanted = ["10.0.0.1", HOST] if host == "bao.vn" else [host]
        return [info for name in wanted for info in real(name, port, **kwargs)]

    monkeypatch.setattr(socket, "getaddrinfo", both)
    server.pages["/"] = reply(PAGE)
    assert fetch(web_address(server.url("/", "bao.vn"))).content == PAGE


def test_no_such_host_and_nobody_there(server: WebServer, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*args: object, **kwargs: object) -> list[object]:
        raise socket.gaierror(-2, "Name or service not known")

    server.close()
    assert "không tải được: máy chủ không nhận kết nối" in refused(server).reason
    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert "không tìm thấy máy chủ" in refused(server).reason


# --- private networks ----------------------------------------------------------------------------------------------


def test_a_private_address_that_the_user_named_is_fetched() -> None:
    with serving() as intranet:
        intranet.pages["/"] = reply(PAGE)
        assert fetch(web_address(intranet.url())).content == PAGE
        assert fetch(web_address(intranet.url("/", "localhost"))).content == PAGE


def test_within_the_machine_that_the_user_named_redirects_are_followed() -> None:
    with serving() as intranet, serving() as beside:
        intranet.pages |= {"/": redirect("/bai"), "/bai": redirect(beside.url("/bai", "localhost"))}
        beside.pages["/bai"] = reply(PAGE)
        assert fetch(web_address(intranet.url())).content == PAGE


def test_a_private_page_leads_to_no_other_private_machine() -> None:
    with serving() as intranet, serving(host="127.0.0.2") as another:
        intranet.pages["/"] = redirect(another.url())
        assert "mạng riêng" in refused(intranet).reason
        assert another.requests == []


def test_a_name_that_leads_elsewhere_the_second_time_is_not_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving() as intranet, serving(host="127.0.0.2") as another:
        answers = iter([HOST, "127.0.0.2"])
        real = socket.getaddrinfo
        monkeypatch.setattr(socket, "getaddrinfo", lambda _, port, **kwargs: real(next(answers), port, **kwargs))
        intranet.pages["/"] = redirect(another.url("/", "noi-bo"))
        with pytest.raises(DocumentError, match="mạng riêng"):
            fetch(web_address(intranet.url("/", "noi-bo")), QUICK)
        assert another.requests == [] and len(intranet.requests) == 1


def test_from_a_public_page_no_way_leads_back(server: WebServer) -> None:
    with serving(host="127.0.0.2") as intranet:
        intranet.pages |= {"/": redirect(server.url("/vao")), "/bai": reply(PAGE)}
        server.pages |= {"/vao": redirect(intranet.url("/bai")), "/bai": reply(PAGE)}
        assert "mạng riêng" in refused(intranet).reason
        intranet.pages["/"] = redirect(server.url("/bai"))
        assert fetch(web_address(intranet.url())).content == PAGE
        assert len(intranet.requests) == 2


# --- too much, too slow, broken ------------------------------------------------------------------------------------


def endless(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n")
    while True:
        connection.sendall(b"tin bai " * 8000)


def endless_chunks(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n")
    while True:
        connection.sendall(b"ffff\r\n" + b"x" * 0xFFFF + b"\r\n")


def slow_body(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 1000\r\n\r\n")
    while True:
        connection.sendall(b"x")
        time.sleep(0.05)


def slow_head(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\n")
    while True:
        connection.sendall(b"X")
        time.sleep(0.05)


def continued(connection: socket.socket) -> None:
    while True:
        connection.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
        time.sleep(0.02)


def silent(connection: socket.socket) -> None:
    connection.recv(1)


def huge_header(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nX: ")
    while True:
        connection.sendall(b"x" * 65536)


def headers_without_end(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\n")
    while True:
        connection.sendall(b"X: y\r\n" * 1000)


def hangs_up(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 1000\r\n\r\nnua bai")


def chunks_that_break(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nx")


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (endless, "lớn hơn 10 MB"),
        (endless_chunks, "lớn hơn 10 MB"),
        (reply(b"x" * 10_000_001, "text/plain"), "lớn hơn 10 MB"),
        (slow_body, "quá chậm"),
        (slow_head, "quá chậm"),
        (continued, "quá chậm"),
        (silent, "quá chậm"),
        (huge_header, "không tải được"),
        (headers_without_end, "không tải được"),
        (hangs_up, "không tải được"),
        (chunks_that_break, "không tải được"),
        (b"", "không tải được"),
        (b"SSH-2.0-OpenSSH\r\n", "không tải được"),
        (b"HTTP/1.1 999999 \x1b[2J\r\n\r\n", "không tải được"),
        (reply(b"", "text/html"), "trang trống"),
        (reply(b" \r\n ", "text/html"), "trang trống"),
        (reply(b"x", "text/html", "500 \x1b[2JLoi"), "máy chủ đang trục trặc (500)"),
        (reply(b"x", "text/html", "418 Teapot"), "máy chủ từ chối (418)"),
        (reply(b"x", "text/html", "403 Forbidden"), "không cho xem trang này (403)"),
        (reply(PAGE, "text/html", "200 OK", "Content-Encoding: br"), "nén trang"),
        (reply(PAGE, "text/html", "200 OK", "Content-Encoding: gzip"), "bị hỏng"),
        (reply(gzip.compress(PAGE)[:-20], "text/html", "200 OK", "Content-Encoding: gzip"), "không tải được"),
    ],
)
def test_what_cannot_be_had_costs_little(
    answer: bytes | Callable[[socket.socket], None], said: str, server: WebServer
) -> None:
    server.pages["/"] = answer
    started = time.monotonic()
    # A page of the largest size has the time that it takes.
    limits = Limits() if "lớn" in said else QUICK
    reason = refused(server, limits=limits).reason
    assert said in reason and "\x1b" not in reason
    assert time.monotonic() - started < (20 if "lớn" in said else 4)


def test_a_gzip_bomb_is_not_unpacked(server: WebServer) -> None:
    bomb = gzip.compress(bytes(300_000_000), 1)
    assert len(bomb) < 3_000_000
    server.pages["/"] = reply(bomb, "text/html", "200 OK", "Content-Encoding: gzip")
    tracemalloc.start()
    try:
        assert "lớn hơn 10 MB" in refused(server, limits=Limits()).reason
        assert tracemalloc.get_traced_memory()[1] < 60_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("status", ["404 Not Found", "410 Gone"])
def test_a_page_that_is_gone_is_told_apart(status: str, server: WebServer) -> None:
    server.pages["/"] = reply(b"x", "text/html", status)
    error = refused(server)
    assert isinstance(error, GoneError)
    assert status[:3] in error.reason


def test_errors_are_in_the_words_of_people(server: WebServer) -> None:
    server.pages["/"] = redirect("http://10.0.0.1/")
    assert not re.search(r"\b(?:error|Errno|private)\b", refused(server).reason)


# --- https ---------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a certificate for "bao.vn" that no authority signed, with its key."""
    pem = tmp_path_factory.mktemp("tls") / "bao.pem"
    name = ["-subj", "/CN=bao.vn", "-addext", "subjectAltName=DNS:bao.vn"]
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", *name]
    subprocess.run([*command, "-keyout", str(pem), "-out", str(pem) + ".crt"], check=True, capture_output=True)
    pem.write_bytes(pem.read_bytes() + Path(str(pem) + ".crt").read_bytes())
    return pem


def test_https_needs_a_certificate_that_somebody_vouches_for(
    certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    allow_loopback(monkeypatch)
    monkeypatch.setattr(socket, "getaddrinfo", _answers({"bao.vn": HOST, "khac.vn": HOST}))
    with serving(certificate) as server:
        server.pages["/"] = reply(PAGE)
        with pytest.raises(DocumentError, match="chứng chỉ của máy chủ là tự ký; hãy kiểm tra địa chỉ và giờ máy"):
            fetch(web_address(server.url("/", "bao.vn")), QUICK)
        monkeypatch.setenv("SSL_CERT_FILE", f"{certificate}.crt")
        assert fetch(web_address(server.url("/", "bao.vn")), QUICK).content == PAGE
        with pytest.raises(DocumentError, match="chứng chỉ là của máy chủ khác"):
            fetch(web_address(server.url("/", "khac.vn")), QUICK)


def test_https_to_a_server_that_speaks_something_else(server: WebServer) -> None:
    server.pages["/"] = reply(PAGE)
    with pytest.raises(DocumentError, match=r"https://.*không tải được: ") as caught:
        fetch(web_address(server.url().replace("http:", "https:")), QUICK)
    in_our_words(caught.value)


def test_an_https_page_may_lead_to_a_plain_one(
    certificate: Path, server: WebServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", _answers({"bao.vn": HOST}))
    monkeypatch.setenv("SSL_CERT_FILE", f"{certificate}.crt")
    server.pages["/"] = reply(PAGE)
    with serving(certificate) as secure:
        secure.pages["/"] = redirect(server.url())
        assert fetch(web_address(secure.url("/", "bao.vn"))).content == PAGE


def test_the_seam_of_the_tests_opens_one_address_only(server: WebServer) -> None:
    assert not public_hosts.is_public(public_hosts.IPv4Address("127.0.0.2"))
    assert public_hosts.is_public(public_hosts.IPv4Address(HOST))
