"""From the bytes of a file to its text, whatever the encoding, or a reason why not."""

from __future__ import annotations

import codecs
import re
import unicodedata
from typing import Final

from retrieval.corpus.legacy_fonts import from_legacy_font

# The longest file that is read, in bytes.
LARGEST: Final = 20_000_000

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is its beginning
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_UNKNOWN: Final = ("không nhận ra bảng mã; hãy lưu lại tệp bằng UTF-8", "its encoding is not known; save it as UTF-8")
_BINARY: Final = ("là tệp nhị phân, không phải văn bản", "it is a binary file, not text")
_NOT_VIETNAMESE: Final = re.compile(r"[^\x00-\x7fÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ₫«»–—‘’“”…•·°§©®\u00a0]")


class UndecodableError(ValueError):
    """The bytes are no text; the message is the reason in Vietnamese, `english` the same in English."""

    def __init__(self, reason: str, english: str) -> None:
        super().__init__(reason)
        self.english = english


def decode(data: bytes) -> str:
    """Return the text of `data` with `\\n` line ends, its byte order mark gone and nothing else changed.

    Tried in this order: the byte order mark, UTF-8, UTF-16 without a mark, UTF-8 with a few broken bytes,
    Windows-1258, TCVN3 and VNI; the last two also where a program took them for Western European and made Unicode of
    them. Raises UndecodableError for binary or unrecognisable data.
    """
    text = _decoded(data).replace("\r\n", "\n").replace("\r", "\n")
    return from_legacy_font(text) or text


def bare(data: bytes) -> bytes:
    """Return a file that tells its own charset, as RTF and mails do, from its first letter on: without a byte order
    mark and blank lines before it; UTF-16 as UTF-8."""
    mark, encoding = next(((mark, encoding) for mark, encoding in _BOMS if data.startswith(mark)), (b"", "utf-8"))
    if not mark and b"\0" in data[:2]:  # of ASCII in UTF-16 one half is zeros
        encoding = "utf-16-be" if data[:1] == b"\0" else "utf-16-le"
    data = data[len(mark) :]
    return (data if encoding == "utf-8" else data.decode(encoding, errors="replace").encode()).lstrip()


def _decoded(data: bytes) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return _text(data[len(mark) :].decode(encoding))
            except UnicodeDecodeError:
                return _text(data[len(mark) :].decode(encoding, errors="replace"))
    try:
        return _text(data.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    except UndecodableError:
        if b"\0" not in data:
            raise
    if b"\0" in data:
        return _utf16_without_mark(data)
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    if broken * 200 <= len(text) and broken < sum(not c.isascii() for c in text) / 2:
        return _text(text)
    try:
        return _windows_1258(data)
    except UndecodableError:
        if _CONTROLS.search(latin := data.decode("latin-1")) or from_legacy_font(latin) is None:
            raise
        return latin


def _text(text: str) -> str:
    """Return `text` unless it has too many control or replacement characters to be text."""
    odd = len(_CONTROLS.findall(text))
    if odd * 100 > len(text):
        raise UndecodableError(*_BINARY)
    if text.count("\ufffd") * 50 > len(text):
        raise UndecodableError(*_UNKNOWN)
    return text


def _utf16_without_mark(data: bytes) -> str:
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        sample = unicodedata.normalize("NFC", text[:20_000])
        if not _CONTROLS.search(sample) and len(_NOT_VIETNAMESE.findall(sample)) * 20 <= len(sample):
            return text
    raise UndecodableError(*_BINARY)


def _windows_1258(data: bytes) -> str:
    try:
        text = data.decode("cp1258")
    except UnicodeDecodeError as error:
        raise UndecodableError(*_UNKNOWN) from error
    sample = unicodedata.normalize("NFC", text[:200_000])
    if _CONTROLS.search(sample) or len(_NOT_VIETNAMESE.findall(sample)) * 200 > len(sample):
        raise UndecodableError(*(_BINARY if _CONTROLS.search(sample) else _UNKNOWN))
    return text
