"""Encrypted connections and passwords: in front of a node stands a server of ours that asks for both."""

from __future__ import annotations

import base64
import http.server
import logging
import ssl
import subprocess
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from cluster import Cluster

from retrieval.errors import LibraryError
from retrieval.ranking.opensearch import OpenSearchEngine

USER, PASSWORD = "tòa soạn", "mật khẩu: 1"
SECRET = base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make certificates that vouch for themselves: for this machine, for it by somebody else, and for another."""
    folder = tmp_path_factory.mktemp("tls")
    for name, host in (("ours", "localhost"), ("somebody", "localhost"), ("elsewhere", "elsewhere.example")):
        command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={host}"]
        command += ["-addext", f"subjectAltName=DNS:{host}"]
        command += ["-keyout", str(folder / f"{name}.key"), "-out", str(folder / f"{name}.pem")]
        subprocess.run(command, check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def address(cluster: Cluster, certificates: Path) -> Iterator[str]:
    """Give the address of a door that is certified for this machine."""
    with door(cluster, certificates, "ours") as found:
        yield found


@contextmanager
def door(cluster: Cluster, certificates: Path, certificate: str) -> Iterator[str]:
    """Serve TLS before a node: ask for the password, and pass requests on; give the address."""
    wanted = f"Basic {SECRET}"

    class Door(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def pass_on(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            if self.headers.get("Authorization") != wanted:
                self.answer(401, b"{}")
                return
            kind = {"Content-Type": self.headers["Content-Type"]} if body else {}
            url = cluster.hosts[0] + self.path
            request = urllib.request.Request(url, body or None, kind, method=self.command)
            try:
                with urllib.request.urlopen(request, timeout=60) as given:
                    self.answer(given.status, given.read())
            except urllib.error.HTTPError as error:
                self.answer(error.code, error.read())

        do_GET = do_POST = do_PUT = do_HEAD = do_DELETE = pass_on

        def answer(self, status: int, body: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificates / f"{certificate}.pem", certificates / f"{certificate}.key")

    class Server(http.server.ThreadingHTTPServer):
        def handle_error(self, *_: object) -> None:
            """Say nothing of clients that did not like the certificate."""

    server = Server(("127.0.0.1", 0), Door)
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    serving = threading.Thread(target=server.serve_forever, daemon=True)
    serving.start()
    try:
        yield f"https://localhost:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(autouse=True)
def settings(address: str, certificates: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AIDU_OPENSEARCH_HOSTS", address)
    monkeypatch.setenv("AIDU_OPENSEARCH_CA", str(certificates / "ours.pem"))
    monkeypatch.setenv("AIDU_OPENSEARCH_USER", USER)
    monkeypatch.setenv("AIDU_OPENSEARCH_PASSWORD", PASSWORD)
    monkeypatch.setenv("AIDU_OPENSEARCH_TIMEOUT", "20")


def test_passages_go_there_and_are_found_and_no_log_has_the_password(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG), caplog.at_level(logging.DEBUG, "opensearch"):
        engine = OpenSearchEngine.build([["hội", "nghị"], ["hội", "thảo"]])
        assert engine.top(["thảo"], 3).ids.tolist() == [1]
    assert "/_search" in caplog.text
    shown = caplog.text + repr(engine._cluster.options) + repr(engine._cluster.client)
    assert PASSWORD not in shown
    assert SECRET not in shown


def test_a_wrong_password_is_said_to_be_one_and_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AIDU_OPENSEARCH_PASSWORD", "sai-rồi")
    with pytest.raises(LibraryError, match=r"từ chối người dùng 'tòa soạn'.*AIDU_OPENSEARCH_PASSWORD") as caught:
        OpenSearchEngine.build([["hội"]])
    assert "sai-rồi" not in str(caught.value)


@pytest.mark.parametrize("authority", ["", "somebody.pem"])
def test_a_certificate_of_an_unknown_authority_is_refused(
    authority: str, certificates: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AIDU_OPENSEARCH_CA", str(certificates / authority) if authority else "")
    with pytest.raises(LibraryError, match=r"chứng chỉ.*AIDU_OPENSEARCH_CA"):
        OpenSearchEngine.build([["hội"]])


def test_a_certificate_for_another_machine_is_refused(
    cluster: Cluster, certificates: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with door(cluster, certificates, "elsewhere") as address:
        monkeypatch.setenv("AIDU_OPENSEARCH_HOSTS", address)
        monkeypatch.setenv("AIDU_OPENSEARCH_CA", str(certificates / "elsewhere.pem"))
        with pytest.raises(LibraryError, match="chứng chỉ"):
            OpenSearchEngine.build([["hội"]])
