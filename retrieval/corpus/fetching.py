"""Fetching one page that the user named, at a cost that is known beforehand.

A page may lead anywhere and last for ever, so: only http and https; at most five redirects, none of which leads into a
private network, but for the machine in it that the user named; a connection only to the very address that was looked
at, so that a second answer of the name server changes nothing; at most ten million bytes, packed and unpacked; a time
for each step and for the whole; only kinds of documents that we read. No cookies, no credentials, no proxy, nothing of
the page's is run or loaded.
"""

from __future__ import annotations

import http.client
import io
import logging
import re
import socket
import ssl
import time
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, unquote, urljoin, urlsplit

from retrieval.corpus import public_hosts
from retrieval.corpus.addresses import WebAddress, web_address
from retrieval.corpus.network_faults import network_fault
from retrieval.corpus.public_hosts import IPAddress
from retrieval.errors import DocumentError, InputError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Limits:
    """What a page may cost. Times in seconds: to connect, between two pieces, and for everything together."""

    most_bytes: int = 10_000_000
    connect_s: float = 10.0
    read_s: float = 15.0
    whole_s: float = 60.0
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Fetched:
    """The content of a page, and the suffix that a file of its kind would have (".html")."""

    content: bytes
    suffix: str


class GoneError(DocumentError):
    """The server answers, and says that there is no such page (any more)."""


DEFAULT_LIMITS: Final = Limits()
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_GONE: Final = frozenset({404, 410})
# What else a server may say, with the status codes (RFC 9110, 6585) that mean it.
_REFUSES: Final = ("máy chủ từ chối", "the server refuses")
_STATUS: Final = (
    (frozenset({401, 402, 403, 407, 451}), ("máy chủ không cho xem trang này", "the server does not show this page")),
    (frozenset({429}), ("máy chủ đang nhận quá nhiều yêu cầu", "the server has too many requests")),
    (range(500, 600), ("máy chủ đang trục trặc", "the server is in trouble")),
)
_PIECE: Final = 1 << 16
# Media types, and what a file of the kind ends with. An archive is no document: it is for the user to fetch and open.
_KINDS: Final = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/x-markdown": ".md",
    "text/csv": ".csv",
    "text/tab-separated-values": ".tsv",
    "application/csv": ".csv",
    "text/json": ".json",
    "application/json": ".json",
    "application/jsonl": ".jsonl",
    "application/x-ndjson": ".jsonl",
    "application/ndjson": ".jsonl",
    "application/pdf": ".pdf",
    "application/x-pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
# What servers say that do not know: then the address tells, which is also more exact than "text/plain".
_ANYTHING: Final = frozenset({"", "application/octet-stream", "binary/octet-stream", "text/plain"})
_ARCHIVE: Final = (b"PK\x03\x04", b"PK\x05\x06")


def fetch(address: WebAddress, limits: Limits = DEFAULT_LIMITS) -> Fetched:
    """Return what stands at an address. Raises GoneError when nothing does, DocumentError when it cannot be had."""
    return _Fetching(address, limits).run()


class _Fetching:
    """The fetching of one page: what is left of its time, and its name for messages."""

    def __init__(self, address: WebAddress, limits: Limits) -> None:
        self._name = address.text
        self._address = address
        self._limits = limits
        self._deadline = time.monotonic() + limits.whole_s
        # The private addresses that may be connected to: of the host that the user named, until a public one was.
        self._named: frozenset[IPAddress] | None = None

    def run(self) -> Fetched:
        """Follow redirects to the page and return it."""
        address = self._address
        try:
            for _ in range(self._limits.redirects + 1):
                connection = self._connected(address)
                try:
                    found = self._asked(connection, address)
                finally:
                    connection.hang_up()
                if isinstance(found, Fetched):
                    return found
                address = found
        except (OSError, http.client.HTTPException, ValueError) as error:  # ValueError: a length below 0
            _LOG.debug("%s: %r", self._name, error)
            raise self._network_fault(error) from error
        raise self._fault(
            f"chuyển hướng quá {self._limits.redirects} lần; hãy cho địa chỉ cuối cùng của bài",
            f"it redirects more than {self._limits.redirects} times; name the last address",
        )

    def _network_fault(self, error: BaseException) -> DocumentError:
        """Return what failed in words, and what to do about it."""
        what, english = network_fault(error) or ("lỗi mạng", "the network failed")
        if isinstance(error, TimeoutError):
            remedy = "hãy thử lại sau, hoặc tự tải trang về rồi đọc tệp"
            in_english = "try again later, or save the page and read the file"
        elif isinstance(error, ssl.SSLError):
            remedy, in_english = "hãy kiểm tra địa chỉ và giờ máy", "check the address and the clock"
        else:
            remedy = "hãy kiểm tra địa chỉ và mạng rồi thử lại"
            in_english = "check the address and the network, then try again"
        return self._fault(f"không tải được: {what}; {remedy}", f"it cannot be fetched: {english}; {in_english}")

    def _left_s(self, most_s: float) -> float:
        """Return how long the next step may take; TimeoutError when there is no time left."""
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return min(left, most_s)

    def _connected(self, address: WebAddress) -> _Connection:
        """Return a connection to an address of the host, the first that takes it: public, or else of `_reachable`."""
        parts = urlsplit(address.text)
        host, secure = (parts.hostname or "").encode("idna").decode("ascii"), parts.scheme == "https"
        port = parts.port or (443 if secure else 80)
        addresses = public_hosts.addresses_of(host, port, self._left_s(self._limits.connect_s))
        fault: OSError | None = None
        for ip in self._reachable(host, addresses):
            try:
                plain = _dialled(ip, port, self._left_s(self._limits.connect_s))
            except OSError as error:
                fault = error
                continue
            try:
                plain.settimeout(self._left_s(self._limits.connect_s))
                wrapped = ssl.create_default_context().wrap_socket(plain, server_hostname=host) if secure else plain
            except BaseException:
                plain.close()
                raise
            return _Connection(host, port, wrapped, self)
        raise fault or OSError("no address")

    def _reachable(self, host: str, addresses: Sequence[IPAddress]) -> Sequence[IPAddress]:
        """Return the addresses of a host that may be connected to; DocumentError when there are none.

        The first host is the one that the user named, which may be in a private network (the pages of an office); a
        page may lead on within that machine. From a public page no way leads into a private network, not even back.
        """
        public = [ip for ip in addresses if public_hosts.is_public(ip)]
        if public:
            self._named = frozenset()
            return public
        if self._named is None:
            self._named = frozenset(addresses)
        named = [ip for ip in addresses if ip in self._named]
        if not named:
            where = f"{host} ({addresses[0]})" if str(addresses[0]) != host else host
            raise self._fault(
                f"chuyển hướng tới {where}, là địa chỉ trong mạng riêng; nếu đúng là bài cần đọc, hãy cho thẳng địa chỉ"
                " đó",
                f"it redirects to {where}, which is in a private network; if that is the page, name its address",
            )
        return named

    def _asked(self, connection: _Connection, address: WebAddress) -> Fetched | WebAddress:
        """Return the page, or where the server sends us."""
        parts = urlsplit(address.text)
        # What people type has letters that only percent signs may stand for on the wire.
        target = quote(parts.path, safe="/%:@!$&'()*+,;=~-._")
        target += "?" + quote(parts.query, safe="/%:@!$&'()*+,;=~-._?") if parts.query else ""
        connection.putrequest("GET", target, skip_accept_encoding=True)
        connection.putheader("User-Agent", "aidu (reads a page that its user named)")
        connection.putheader("Accept", "text/html, application/xhtml+xml, text/*;q=0.9, */*;q=0.5")
        connection.putheader("Accept-Encoding", "gzip, identity;q=0.5")
        connection.putheader("Connection", "close")
        connection.endheaders()
        with connection.getresponse() as response:
            if response.status in _REDIRECTS:
                return self._next(address, response.headers.get("Location", ""))
            if response.status in _GONE:
                raise GoneError(
                    self._name,
                    f"máy chủ nói không có trang này ({response.status}); hãy kiểm tra lại địa chỉ",
                    f"the server says that there is no such page ({response.status}); check the address",
                )
            if response.status != 200:
                _LOG.debug("%s: %s %s", self._name, response.status, _short(response.reason))
                what, english = next((said for codes, said in _STATUS if response.status in codes), _REFUSES)
                raise self._fault(
                    f"{what} ({response.status}); hãy thử lại sau, hoặc tự tải trang về rồi đọc tệp",
                    f"{english} ({response.status}); try again later, or save the page and read the file",
                )
            suffix = self._suffix(response.headers.get("Content-Type", ""), address)
            content = self._content(response)
        if not content.strip():
            raise self._fault("trang trống; hãy kiểm tra lại địa chỉ", "the page is empty; check the address")
        if content.startswith(_ARCHIVE) and suffix != ".docx":
            raise self._wrong_kind("application/zip")
        return Fetched(content, suffix)

    def _next(self, address: WebAddress, target: str) -> WebAddress:
        try:
            # Headers come as Latin-1; what servers put there beyond ASCII is UTF-8.
            return web_address(urljoin(address.text, target.encode("latin-1").decode("utf-8").replace(" ", "%20")))
        except (InputError, ValueError) as error:
            shown = _short(target)
            raise self._fault(
                f"chuyển hướng tới “{shown}”, không phải địa chỉ web dùng được; hãy cho địa chỉ cuối cùng của bài",
                f"it redirects to “{shown}”, which is no address that can be used; name the last address",
            ) from error

    def _suffix(self, said: str, address: WebAddress) -> str:
        """Return what a file of this kind ends with; DocumentError for a kind that is not read."""
        kind = said.partition(";")[0].strip().lower()
        named = PurePosixPath(unquote(urlsplit(address.text).path)).suffix.lower()
        if kind in _ANYTHING and named in {*_KINDS.values(), ".htm", ".markdown", ".ndjson"}:
            return named
        if kind not in _KINDS:
            raise self._wrong_kind(_short(kind) or "?")
        return _KINDS[kind]

    def _content(self, response: http.client.HTTPResponse) -> bytes:
        """Return the body unpacked, whatever its headers say of its length."""
        packing = response.headers.get("Content-Encoding", "").strip().lower()
        if packing not in ("", "identity", "gzip", "x-gzip"):
            raise self._fault(
                f"máy chủ nén trang theo cách không đọc được ({_short(packing)}); hãy tự tải trang về rồi đọc tệp",
                f"the server packs the page in a way that is not read ({_short(packing)}); save it and read the file",
            )
        unpacker = zlib.decompressobj(wbits=31) if "gzip" in packing else None
        most, received, content = self._limits.most_bytes, 0, bytearray()
        while piece := response.read(_PIECE):
            received += len(piece)
            if unpacker is not None:
                try:
                    # One more than is allowed is enough to know; the rest of a bomb is never unpacked.
                    piece = unpacker.decompress(piece, most + 1 - len(content))
                except zlib.error as error:
                    raise self._fault(
                        "trang gửi về bị hỏng (gzip); hãy thử lại sau",
                        "what came is damaged (gzip); try again later",
                    ) from error
            content += piece
            if max(received, len(content)) > most:
                size = most // 1_000_000
                raise self._fault(
                    f"trang lớn hơn {size} MB; hãy tự tải về rồi đọc tệp",
                    f"the page is larger than {size} MB; save it and read the file",
                )
        missing = response.length or 0
        if missing or (unpacker is not None and received and not unpacker.eof):
            raise http.client.IncompleteRead(b"", missing or None)
        return bytes(content)

    def _wrong_kind(self, kind: str) -> DocumentError:
        return self._fault(
            f"là {kind}, không phải tin bài; chỉ tải trang HTML, văn bản, CSV, JSON, PDF và DOCX",
            f"it is {kind}, not a report; only HTML, text, CSV, JSON, PDF and DOCX are fetched",
        )

    def _fault(self, reason: str, english: str) -> DocumentError:
        return DocumentError(self._name, reason, english)

    # What the connection asks of its fetching:

    def step_s(self) -> float:
        """Return how long to wait for the next piece; TimeoutError when the time for the whole is over."""
        return self._left_s(self._limits.read_s)


class _Connection(http.client.HTTPConnection):
    """A connection that is there already; every reading from it has a time limit of its own."""

    def __init__(self, host: str, port: int, connected: socket.socket, fetching: _Fetching) -> None:
        super().__init__(host, port)
        self.default_port = 443 if isinstance(connected, ssl.SSLSocket) else 80  # decides what "Host" says
        self._connected = connected
        self.sock = _TimedSocket(connected, fetching)  # has what http.client uses of one

    def hang_up(self) -> None:
        """End the connection. (`close` is called by http.client before it reads the answer.)"""
        self.close()
        self._connected.close()


class _TimedSocket:
    """What http.client needs of a socket; a server that sends a byte now and then cannot hold us."""

    def __init__(self, connected: socket.socket, fetching: _Fetching) -> None:
        self._socket = connected
        self._fetching = fetching

    def sendall(self, data: bytes) -> None:
        """Send all, within one step."""
        self._socket.settimeout(self._fetching.step_s())
        self._socket.sendall(data)

    def makefile(self, mode: str) -> io.BufferedReader:
        """Return what reads from the socket."""
        return io.BufferedReader(_TimedReader(self._socket, self._fetching))

    def close(self) -> None:
        """Leave the socket to what reads from it, see `_Connection.hang_up`."""


class _TimedReader(io.RawIOBase):
    def __init__(self, connected: socket.socket, fetching: _Fetching) -> None:
        self._socket = connected
        self._fetching = fetching

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        self._socket.settimeout(self._fetching.step_s())
        return self._socket.recv_into(buffer)


def _dialled(ip: IPAddress, port: int, patience_s: float) -> socket.socket:
    """Return a socket that is connected to this address; no name is looked up any more."""
    dialled = socket.socket(socket.AF_INET6 if ip.version == 6 else socket.AF_INET, socket.SOCK_STREAM)
    try:
        dialled.settimeout(patience_s)
        dialled.connect((str(ip), port))
    except BaseException:
        dialled.close()
        raise
    return dialled


def _short(said: object) -> str:
    """Return what a server or the system said, for a message: one line, and no characters that would move a cursor."""
    text = re.sub(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]+", " ", str(said)).strip()
    return text if len(text) <= 80 else text[:79] + "…"
