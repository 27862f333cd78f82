"""Where reports lie: a path on this machine, or an address on the web that the user named. Nothing is fetched here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias
from urllib.parse import SplitResult, urlsplit

from retrieval.errors import InputError

# The longest address that servers commonly take.
_LONGEST: Final = 2_000
_PORTS: Final = {"http": 80, "https": 443}
_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
_WEB: Final = re.compile(r"https?://", re.IGNORECASE)
_FORBIDDEN: Final = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029\ud800-\udfff\\]")
_HOST_NAME: Final = re.compile(r"[\w-]+(?:\.[\w-]+)*\.?")
_NUMERIC_V6: Final = re.compile(r"[0-9A-Fa-f:.]+")


@dataclass(frozen=True, slots=True)
class WebAddress:
    """An http(s) address as it is named to people: `text`, without the fragment; host and scheme in small letters.

    Made by `web_address` only, which checks it.
    """

    text: str

    @property
    def site(self) -> str:
        """Scheme and host (with the port, where it is not the usual one): what the pages of one paper share."""
        parts = urlsplit(self.text)
        return f"{parts.scheme}://{parts.netloc}/"

    def __str__(self) -> str:
        return self.text


Location: TypeAlias = Path | WebAddress


def is_web(text: str) -> bool:
    """Tell whether a text names something on the web; the absolute path of a file never does."""
    return _WEB.match(text) is not None


def has_scheme(text: str) -> bool:
    """Tell whether a text looks like an address of any kind ("ftp://..."), not like a path."""
    return _SCHEME.match(text) is not None


def location(text: str) -> Location:
    """Return what a text names; InputError for an address that cannot be used."""
    return web_address(text) if has_scheme(text) else Path(text)


def web_address(text: str) -> WebAddress:
    """Return the address that a text is. Raises InputError, which names it, when it is none that could be fetched."""
    given = text.strip()
    shown = given if len(given) <= 100 else given[:99] + "…"
    shown = "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in shown)
    if len(given) > _LONGEST:
        raise _unusable(shown, f"dài hơn {_LONGEST} ký tự", f"is longer than {_LONGEST} characters")
    try:
        parts = urlsplit(given)
        port = parts.port
    except ValueError as error:
        raise _unusable(shown, "sai dạng", "is malformed") from error
    if parts.scheme not in _PORTS:
        raise _unusable(shown, "không phải http hay https", "is neither http nor https")
    if parts.username is not None or parts.password is not None:
        # It would stand in the library and under every answer.
        hidden = f"{parts.scheme}://…@{parts.hostname or ''}"
        raise _unusable(hidden, "có tên và mật khẩu; hãy bỏ chúng đi", "has a user name in it; leave it out")
    if not _is_host(parts.hostname or "") or port == 0 or _FORBIDDEN.search(given):
        raise _unusable(shown, "sai dạng", "is malformed")
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname
    place = host if port in (None, _PORTS[parts.scheme]) else f"{host}:{port}"
    return WebAddress(SplitResult(parts.scheme, str(place), parts.path or "/", parts.query, "").geturl())


def _is_host(host: str) -> bool:
    if ":" in host:
        return _NUMERIC_V6.fullmatch(host) is not None  # no zone: it is only ever of a local address
    if not _HOST_NAME.fullmatch(host):
        return False
    try:
        return len(host.encode("idna")) <= 253
    except UnicodeError:
        return False


def _unusable(shown: str, reason: str, english: str) -> InputError:
    return InputError(
        f"địa chỉ “{shown}” {reason}; cần dạng https://bao.vn/bai.html",
        f"the address “{shown}” {english}; it must look like https://bao.vn/bai.html",
    )
