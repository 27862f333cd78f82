"""What went wrong on the network is told in words."""

from __future__ import annotations

import errno
import http.client
import socket
import ssl

import pytest

from retrieval.corpus.network_faults import network_fault


def wrapped(*errors: BaseException) -> BaseException:
    """Return the first error as a library raises it that wraps the others."""
    first, *rest = errors
    try:
        raise first from (wrapped(*rest) if rest else None)
    except BaseException as error:
        return error


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (socket.gaierror(-2, "Name or service not known"), "không tìm thấy máy chủ"),
        (ConnectionRefusedError(111, "Connection refused"), "máy chủ không nhận kết nối"),
        (ConnectionResetError(104, "Connection reset by peer"), "kết nối bị ngắt giữa chừng"),
        (http.client.RemoteDisconnected("Remote end closed connection"), "kết nối bị ngắt giữa chừng"),
        (TimeoutError("timed out"), "máy chủ trả lời quá chậm"),
        (OSError(errno.ENETUNREACH, "Network is unreachable"), "không có đường mạng tới máy chủ"),
        (OSError(errno.EADDRINUSE, "Address already in use"), "có chương trình khác đang dùng"),
        (ssl.SSLError(1, "wrong version number"), "không mã hóa được kết nối"),
        (http.client.IncompleteRead(b""), "máy chủ gửi thiếu"),
        (http.client.BadStatusLine("SSH-2.0"), "máy chủ trả lời sai giao thức HTTP"),
    ],
)
def test_the_kind_is_told_however_deep_it_lies(error: BaseException, said: str) -> None:
    for raised in (
        error,
        wrapped(RuntimeError("httpx.ConnectError"), OSError("All connection attempts failed"), error),
        wrapped(RuntimeError("all"), BaseExceptionGroup("several", [ValueError(), error])),
    ):
        found = network_fault(raised)
        assert found is not None
        assert found[0] == said and found[1] != said


@pytest.mark.parametrize(
    "error",
    [ValueError("Connection refused"), OSError(errno.ENOSPC, "No space left"), wrapped(RuntimeError(), KeyError("x"))],
)
def test_what_is_no_such_kind_is_not_guessed(error: BaseException) -> None:
    assert network_fault(error) is None
