"""How a cluster is reached and what an index in it is to be like, from the environment.

    AIDU_OPENSEARCH_HOSTS       addresses of several nodes, divided by commas (http://localhost:9200)
    AIDU_OPENSEARCH_USER        user name and password, sent over https only, or to this machine itself
    AIDU_OPENSEARCH_PASSWORD
    AIDU_OPENSEARCH_CA          file with the certificate of the authority that signed the nodes' (that of the system)
    AIDU_OPENSEARCH_CERT        files with a certificate and a key of our own, where the cluster asks for one
    AIDU_OPENSEARCH_KEY
    AIDU_OPENSEARCH_INDEX       what the names of our indexes and aliases begin with; one for each library (aidu)
    AIDU_OPENSEARCH_SHARDS      parts of an index (1 for a new one, an old one is left as it is)
    AIDU_OPENSEARCH_REPLICAS    further copies of each part (1 where there is a second node)
    AIDU_OPENSEARCH_TIMEOUT     seconds to go on trying while nodes are lost or busy (60)

An empty variable counts as none.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from retrieval.errors import InputError

_PREFIX: Final = "AIDU_OPENSEARCH_"
DEFAULT_HOST: Final = "http://localhost:9200"
# What OpenSearch allows in the name of an index, less what it forbids at its beginning. And no dot: one ends it in the
# names of our indexes, so that "aidu" never means what belongs to "aidu-2".
_NAME: Final = re.compile(r"[a-z0-9][a-z0-9_-]{0,99}")
_LOOPBACK: Final = re.compile(r"localhost|127(?:\.\d+){3}|::1")


@dataclass(frozen=True, slots=True)
class Options:
    """How to reach a cluster, and how to keep passages there; see the module for what each means."""

    hosts: tuple[str, ...] = (DEFAULT_HOST,)
    user: str = ""
    password: str = field(default="", repr=False)
    ca: Path | None = None
    certificate: Path | None = None
    key: Path | None = None
    index: str = "aidu"
    shards: int | None = None
    replicas: int | None = None
    timeout_s: float = 60.0

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] = os.environ) -> Options:
        """Return what the environment says; InputError, naming the variable, where that cannot be used."""

        def given(name: str) -> str:
            return environ.get(_PREFIX + name, "").strip()

        listed = tuple(host.strip().rstrip("/") for host in given("HOSTS").split(",") if host.strip())
        user, password = given("USER"), environ.get(_PREFIX + "PASSWORD", "")
        hosts = listed or (DEFAULT_HOST,)
        for host in hosts:
            _check_host(host, secret=bool(user or password))
        if bool(user) != bool(password):
            missing = "PASSWORD" if user else "USER"
            raise InputError(
                f"thiếu biến môi trường {_PREFIX}{missing}: tên và mật khẩu phải đi cùng nhau",
                f"the variable {_PREFIX}{missing} is missing: user and password go together",
            )
        certificate, key = _file("CERT", given("CERT")), _file("KEY", given("KEY"))
        if key is not None and certificate is None:
            raise InputError(
                f"thiếu biến môi trường {_PREFIX}CERT cho khóa {_PREFIX}KEY",
                f"the variable {_PREFIX}CERT is missing for the key {_PREFIX}KEY",
            )
        index = given("INDEX") or "aidu"
        if not _NAME.fullmatch(index):
            raise _wrong(
                "INDEX",
                index,
                "chữ thường không dấu, chữ số, gạch nối, tối đa 100 ký tự",
                "small letters without accents, digits and hyphens, at most 100",
            )
        return cls(
            hosts=hosts,
            user=user,
            password=password,
            ca=_file("CA", given("CA")),
            certificate=certificate,
            key=key,
            index=index,
            shards=_number("SHARDS", given("SHARDS"), 1, 1024),
            replicas=_number("REPLICAS", given("REPLICAS"), 0, 20),
            timeout_s=float(_number("TIMEOUT", given("TIMEOUT"), 1, 86_400) or 60),
        )

    @property
    def where(self) -> str:
        """The hosts, for messages."""
        return ", ".join(self.hosts)


def _check_host(host: str, *, secret: bool) -> None:
    try:
        parts = urlsplit(host)
        usable = parts.scheme in ("http", "https") and parts.hostname and parts.path == "" and not parts.query
        # Reading the port checks it.
        usable = usable and (parts.port is None or parts.port > 0)
    except ValueError:
        usable = False
        parts = urlsplit("")
    if parts.username is not None or parts.password is not None:
        # Addresses stand in messages, where a password must not.
        raise InputError(
            f"đừng ghi mật khẩu trong {_PREFIX}HOSTS; hãy đặt {_PREFIX}USER và {_PREFIX}PASSWORD",
            f"write no password into {_PREFIX}HOSTS; set {_PREFIX}USER and {_PREFIX}PASSWORD",
        )
    if not usable:
        raise _wrong(
            "HOSTS",
            host,
            "địa chỉ như https://may1:9200, cách nhau bằng dấu phẩy",
            "addresses such as https://may1:9200, divided by commas",
        )
    if secret and parts.scheme == "http" and not _LOOPBACK.fullmatch(parts.hostname or ""):
        raise InputError(
            f"không gửi mật khẩu đến {host} khi không mã hóa; hãy dùng https trong {_PREFIX}HOSTS",
            f"no password is sent to {host} without encryption; use https in {_PREFIX}HOSTS",
        )


def _file(name: str, value: str) -> Path | None:
    if not value:
        return None
    path = Path(value).expanduser()
    if not path.is_file() or not os.access(path, os.R_OK):
        raise _wrong(name, value, "một tệp đọc được", "a file that can be read")
    return path


def _number(name: str, value: str, least: int, most: int) -> int | None:
    if not value:
        return None
    if not value.isascii() or not value.isdecimal() or not least <= int(value[:9]) <= most:
        raise _wrong(name, value, f"một số nguyên từ {least} đến {most}", f"a whole number from {least} to {most}")
    return int(value)


def _wrong(name: str, value: str, wanted: str, english: str) -> InputError:
    shown = value if len(value) <= 60 else value[:59] + "…"
    return InputError(
        f"{_PREFIX}{name}={shown!r} không dùng được: cần {wanted}",
        f"{_PREFIX}{name}={shown!r} cannot be used: {english} is needed",
    )
