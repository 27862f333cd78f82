"""Encrypted connections and passwords: in front of a node stands a server of ours that asks for both."""

from __future__ import annotations

import base64
import http.server
import ssl
import subprocess
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from cluster import Cluster

from retrieval.errors import LibraryError
from retrieval.ranking.opensearch import OpenSearchEngine

USER, PASSWORD = "tòa soạn", "mật khẩu: 1"


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a certificate for this machine, and its key."""
    folder = tmp_path_factory.mktemp("tls")
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    command += ["-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"]
    command += ["-keyout", str(folder / "key.pem"), "-out", str(folder / "certificate.pem")]
    subprocess.run(command, check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def address(cluster: Cluster, authority: Path) -> Iterator[str]:
    """Give the address of a server that speaks TLS, asks for the password, and passes requests on to a node."""
    wanted = "Basic " + base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()

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
    context.load_cert_chain(authority / "certificate.pem", authority / "key.pem")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Door)
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    serving = threading.Thread(target=server.serve_forever, daemon=True)
    serving.start()
    yield f"https://localhost:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


@pytest.fixture(autouse=True)
def settings(address: str, authority: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AIDU_OPENSEARCH_HOSTS", address)
    monkeypatch.setenv("AIDU_OPENSEARCH_CA", str(authority / "certificate.pem"))
    monkeypatch.setenv("AIDU_OPENSEARCH_USER", USER)
    monkeypatch.setenv("AIDU_OPENSEARCH_PASSWORD", PASSWORD)
    monkeypatch.setenv("AIDU_OPENSEARCH_TIMEOUT", "20")


def test_passages_go_there_and_are_found() -> None:
    engine = OpenSearchEngine.build([["hội", "nghị"], ["hội", "thảo"]])
    assert engine.top(["thảo"], 3).ids.tolist() == [1]


def test_a_wrong_password_is_said_to_be_one_and_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AIDU_OPENSEARCH_PASSWORD", "sai-rồi")
    with pytest.raises(LibraryError, match=r"từ chối người dùng 'tòa soạn'.*AIDU_OPENSEARCH_PASSWORD") as caught:
        OpenSearchEngine.build([["hội"]])
    assert "sai-rồi" not in str(caught.value)


def test_a_certificate_of_an_unknown_authority_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("AIDU_OPENSEARCH_CA")
    with pytest.raises(LibraryError, match=r"chứng chỉ.*AIDU_OPENSEARCH_CA"):
        OpenSearchEngine.build([["hội"]])
