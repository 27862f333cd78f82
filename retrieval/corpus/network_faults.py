"""What went wrong on the network, in words: the system and its libraries tell it in English, and in numbers."""

from __future__ import annotations

import errno
import http.client
import socket
import ssl
from collections.abc import Iterator
from typing import Final, TypeAlias

# In Vietnamese and English.
Said: TypeAlias = tuple[str, str]

_NO_HOST: Final = ("không tìm thấy máy chủ", "there is no such host")
_TOO_SLOW: Final = ("máy chủ trả lời quá chậm", "the server answers too slowly")
_BROKEN_OFF: Final = ("kết nối bị ngắt giữa chừng", "the connection was broken off")
_CERTIFICATE: Final = ("chứng chỉ của máy chủ không được tin cậy", "the server's certificate is not trusted")
_NO_WAY: Final = ("không có đường mạng tới máy chủ", "no network leads to the server")
# The codes of OpenSSL's verification (X509_V_ERR_...).
_CERTIFICATES: Final[dict[int, Said]] = {
    9: ("chứng chỉ của máy chủ chưa có hiệu lực", "the server's certificate is not valid yet"),
    10: ("chứng chỉ của máy chủ đã hết hạn", "the server's certificate has expired"),
    18: ("chứng chỉ của máy chủ là tự ký", "the server's certificate is signed by itself"),
    19: ("chứng chỉ của máy chủ là tự ký", "the server's certificate is signed by itself"),
    62: ("chứng chỉ là của máy chủ khác", "the certificate is another server's"),
    64: ("chứng chỉ là của máy chủ khác", "the certificate is another server's"),
}
_KINDS: Final[tuple[tuple[type[BaseException], Said], ...]] = (
    (TimeoutError, _TOO_SLOW),
    (ssl.SSLCertVerificationError, _CERTIFICATE),
    (ssl.SSLError, ("không mã hóa được kết nối", "the connection cannot be encrypted")),
    (socket.gaierror, _NO_HOST),
    (ConnectionRefusedError, ("máy chủ không nhận kết nối", "the server refuses the connection")),
    (ConnectionError, _BROKEN_OFF),
    (http.client.IncompleteRead, ("máy chủ gửi thiếu", "the server sent less than it said")),
    (http.client.HTTPException, ("máy chủ trả lời sai giao thức HTTP", "the server does not speak HTTP")),
)
_ERRNO: Final[dict[int, Said]] = {
    errno.ENETUNREACH: _NO_WAY,
    errno.EHOSTUNREACH: _NO_WAY,
    errno.ENETDOWN: _NO_WAY,
    errno.ETIMEDOUT: _TOO_SLOW,
    # For who listens:
    errno.EADDRINUSE: ("có chương trình khác đang dùng", "another program uses it"),
    errno.EADDRNOTAVAIL: ("máy này không có địa chỉ đó", "this machine has no such address"),
    errno.EACCES: ("không được phép", "it is not allowed"),
    errno.ENOENT: ("không có thư mục đó", "there is no such folder"),
}


def network_fault(error: BaseException) -> Said | None:
    """Return what kind of failure an error, or one of those that led to it, is; None for none that is known.

    The first kind that is met counts, from the error itself to what it came from, as deep as libraries wrap them.
    """
    for cause in _causes(error):
        if isinstance(cause, ssl.SSLCertVerificationError):
            return _CERTIFICATES.get(cause.verify_code, _CERTIFICATE)
        for kind, said in _KINDS:
            if isinstance(cause, kind):
                return said
        if isinstance(cause, OSError) and cause.errno in _ERRNO:
            return _ERRNO[cause.errno]
    return None


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Yield an error and what it was raised from, those of a group one after the other, each once."""
    waiting, seen = [error], set[int]()
    while waiting:
        cause = waiting.pop(0)
        if id(cause) in seen:
            continue
        seen.add(id(cause))
        yield cause
        if isinstance(cause, BaseExceptionGroup):
            waiting.extend(cause.exceptions)
        further = cause.__cause__ or cause.__context__  # httpcore hides the cause, and has it as the context
        if further is not None:
            waiting.append(further)
