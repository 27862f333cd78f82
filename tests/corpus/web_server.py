"""A web server on loopback that answers as it is told, byte by byte where need be."""

from __future__ import annotations

import contextlib
import ipaddress
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

import pytest

from retrieval.corpus import public_hosts

# What is sent for a path: all of it at once, or by a function that has the connection.
Reply: TypeAlias = bytes | Callable[[socket.socket], None]

HOST = "127.0.0.1"


def reply(body: bytes, kind: str = "text/html; charset=utf-8", status: str = "200 OK", *headers: str) -> bytes:
    """Return a whole answer of a server."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers]
    lines += [f"Content-Type: {kind}"] if kind else []
    return "\r\n".join([*lines, "", ""]).encode() + body


def redirect(target: str, status: str = "302 Found") -> bytes:
    """Return the answer that sends somebody elsewhere."""
    return reply(b"", "text/html", status, f"Location: {target}")


class WebServer:
    """Answers with `pages`, by path; `requests` are the heads of what was asked."""

    def __init__(self, certificate: Path | None = None, host: str = HOST) -> None:
        self.pages: dict[str, Reply] = {}
        self.requests: list[str] = []
        self._host = host
        self._listening = socket.create_server((host, 0))
        self._context: ssl.SSLContext | None = None
        if certificate is not None:
            self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self._context.load_cert_chain(certificate)
        self.port: int = self._listening.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def url(self, path: str = "/", host: str = "") -> str:
        """Return the address of a page, by another name of the host where one is given."""
        return f"{'https' if self._context else 'http'}://{host or self._host}:{self.port}{path}"

    def close(self) -> None:
        """Listen no more."""
        # Closing alone would leave the thread that accepts waiting for ever.
        with contextlib.suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._listening.accept()
            except OSError:
                return
            threading.Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, connection: socket.socket) -> None:
        # Whoever asked may hang up at any moment: that is what half of the tests are about.
        with contextlib.suppress(OSError), connection:
            if self._context is not None:
                connection = self._context.wrap_socket(connection, server_side=True)
            with connection:
                head = b""
                while b"\r\n\r\n" not in head:
                    piece = connection.recv(4096)
                    if not piece:
                        return
                    head += piece
                self.requests.append(head.decode())
                path = head.split(b" ", 2)[1].decode()
                answer = self.pages.get(path, reply(b"khong co", status="404 Not Found"))
                if callable(answer):
                    answer(connection)
                else:
                    connection.sendall(answer)


@contextlib.contextmanager
def serving(certificate: Path | None = None, host: str = HOST) -> Iterator[WebServer]:
    """Give a server that listens inside the block."""
    server = WebServer(certificate, host)
    try:
        yield server
    finally:
        server.close()


def allow_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let 127.0.0.1 count as public in this test; everything else stays as it is. No setting of a user does this."""
    real = public_hosts.is_public
    monkeypatch.setattr(public_hosts, "is_public", lambda ip: ip == ipaddress.ip_address(HOST) or real(ip))
