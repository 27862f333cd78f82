"""Mails (RFC 5322, .eml) and pages that a browser saved with their pictures (RFC 2557, .mht), taken apart by `email`.

What they consist of is read by the reader of its own kind: text, a page, an attached document.
"""

from __future__ import annotations

import codecs
import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.policy import Compat32
from email.utils import parsedate_to_datetime
from typing import Final

from retrieval.corpus.cleaning import plain_title
from retrieval.corpus.decoding import bare
from retrieval.corpus.formats.limits import LARGEST_FILE, TOO_LARGE, Budget, TooMuchError
from retrieval.errors import DocumentError

# Every line is compared with the boundary of every part that is open.
_MOST_BOUNDARIES: Final = 100
# 20 MB of an attached file are 270,000 lines.
_MOST_LINES: Final = 400_000
_MOST_COMPARED: Final = 5_000_000
_LONGEST_HEADER: Final = 2_000
# Parts whose boundary is broken are parsed once more, each at the cost of its length.
_MOST_MENDED: Final = 10
# A line that divides parts, whatever the head says: what follows is the head of a part.
_DIVIDES: Final = re.compile(
    rb"^--(?P<boundary>[!#-\[\]-~]{1,70})[ \t]*\r?\n(?=content-[a-z-]{1,30}:)", re.IGNORECASE | re.MULTILINE
)
_BOUNDARY: Final = re.compile(rb"boundary[\s*\d]*=", re.IGNORECASE)
# Text that stands encoded in a field (RFC 2047).
_ENCODED: Final = r"=\?[^?]+\?[bq]\?[^?]*\?="
_ENCODED_RUN: Final = re.compile(rf"{_ENCODED}(?:\s+{_ENCODED})*", re.IGNORECASE)
# What mails are written in. Python knows more: punycode takes hours for a long text, others are no text at all.
_CHARSETS: Final = frozenset(
    (
        "ascii utf-7 utf-8 utf-16 utf-16-be utf-16-le utf-32 koi8-r koi8-u gb2312 gbk gb18030 hz big5 big5hkscs "
        "shift_jis cp932 euc_jp iso2022_jp euc_kr cp949 iso2022_kr tis-620 cp874 mac-roman cp437 cp850 cp866 "
        + " ".join(f"cp{n}" for n in range(1250, 1259))
        + " "
        + " ".join(f"iso8859-{n}" for n in range(1, 17))
    ).split()
)
_REPLY: Final = re.compile(r"(?:(?:re|fwd?|tr|trả lời|chuyển tiếp)\s*:\s*)+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail: its subject ("" for none), its day, its text in one of the forms that it has, and what is attached.

    `suffix` tells the kind of `body`: ".txt" or ".html"; an attachment is (name, content), or why it is not read.
    """

    subject: str
    day: dt.date | None
    body: bytes
    suffix: str
    attached: tuple[tuple[str, bytes | DocumentError], ...]


def open_mail(name: str, data: bytes, budget: Budget, wanted: Callable[[str], bool]) -> Mail:
    """Take a mail apart; of what is attached only files that are `wanted`. Text goes before a page that says the same.

    Raises DocumentError when it is broken, or passes a limit of `budget`.
    """
    data = bare(data)
    boundaries = len(_BOUNDARY.findall(data))
    lines = data.count(b"\n") + data.count(b"\r") - data.count(b"\r\n")
    if boundaries > _MOST_BOUNDARIES:
        raise DocumentError(name, "thư lồng quá nhiều phần", "the mail has too many parts in parts")
    if lines > _MOST_LINES or lines * boundaries > _MOST_COMPARED:
        raise DocumentError(name, "thư có quá nhiều dòng", "the mail has too many lines")
    texts: dict[str, bytes] = {}
    attached: list[tuple[str, bytes | DocumentError]] = []
    try:
        message = message_from_bytes(data, policy=_Fields())
        for part in _parts(message):
            budget.spend(0)
            kind = part.get_content_type()
            file = _file_name(part)
            if kind == "message/rfc822" or (file and part.get_content_disposition() != "inline"):
                file = file or f"{len(attached) + 1}.eml"
                if wanted(file):
                    attached.append((file, _content(f"{name}/{file}", part, budget)))
            elif kind in _SUFFIXES and not texts.get(kind, b"").strip():
                texts[kind] = _text(part)
    except TooMuchError as error:
        raise DocumentError(name, str(error), error.english) from error
    except Exception as error:  # whatever a broken mail does to the parser, the other documents are read
        raise DocumentError(name, "thư hỏng", "the mail is broken") from error
    kind = next((kind for kind in _SUFFIXES if texts.get(kind, b"").strip()), "text/plain")
    subject = plain_title(_REPLY.sub("", _decoded(message.get("subject", "")), count=1))
    return Mail(subject, _day(message), texts.get(kind, b""), _SUFFIXES[kind], tuple(attached))


# The kinds of a mail's own text, the best first.
_SUFFIXES: Final = {"text/plain": ".txt", "text/html": ".html"}


def _parts(message: Message) -> Iterator[Message]:
    """Yield what a mail consists of, one after the other; a mail that is attached to it is one part."""
    waiting, mended = [message], 0
    while waiting:
        part = waiting.pop()
        if _is_broken(part) and mended < _MOST_MENDED:
            mended += 1
            _mend(part)
        if part.get_content_maintype() == "multipart" and part.is_multipart():
            inner = part.get_payload()
            pieces = reversed(inner) if isinstance(inner, list) else ()
            waiting.extend(piece for piece in pieces if isinstance(piece, Message))
        else:
            yield part


def _is_broken(part: Message) -> bool:
    """Tell whether a part should have parts, but has not the boundary that its head tells."""
    return part.get_content_maintype() == "multipart" and not part.is_multipart()


def _mend(part: Message) -> None:
    """Give a part that is broken the parts by the boundary there is, else make it a text."""
    del part["Content-Transfer-Encoding"]  # parts have their own
    payload = part.get_payload(decode=True)
    below = payload if isinstance(payload, bytes) else b""
    found = _DIVIDES.search(below)
    kind = f'multipart/mixed; boundary="{found["boundary"].decode("ascii", "replace")}"' if found else "text/plain"
    del part["Content-Type"]
    part["Content-Type"] = kind
    if found:
        parsed = message_from_bytes(f"Content-Type: {kind}\n\n".encode() + below, policy=_Fields())
        if parsed.is_multipart():
            part.set_payload(parsed.get_payload())


class _Fields(Compat32):
    """Fields of a head cut where they are too long to be worth their cost, and with their letters beyond ASCII."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        """Return name and value of a field from its lines."""
        return super().header_source_parse(["".join(sourcelines)[:_LONGEST_HEADER]])

    def header_fetch_parse(self, name: str, value: str) -> str:
        """Return the value of a field as whoever asks for it is given it."""
        return _in_charset(value.encode("utf-8", "surrogateescape"), None)


def _in_charset(data: bytes, charset: str | None) -> str:
    """Return a text in the charset that is told, where it is one, else in UTF-8 or what Windows has for Vietnamese."""
    for encoding in (_known(charset), "utf-8"):
        try:
            return data.decode(encoding)
        except UnicodeError:
            continue
    return data.decode("cp1258", errors="replace")


def _known(charset: str | None) -> str:
    """Return the codec of a charset, UTF-8 for one that is unknown."""
    try:
        found = codecs.lookup(charset or "utf-8").name
    except (LookupError, ValueError):
        return "utf-8"
    return found if found in _CHARSETS else "utf-8"


def _decoded(value: str) -> str:
    """Return a value without what encodes it; what cannot be decoded stays."""
    return _ENCODED_RUN.sub(_decoded_run, " ".join(value.split()))


def _decoded_run(run: re.Match[str]) -> str:
    try:
        pieces = decode_header(run[0])
    except (HeaderParseError, ValueError):
        return run[0]
    return "".join(piece if isinstance(piece, str) else _in_charset(piece, charset) for piece, charset in pieces)


def _day(message: Message) -> dt.date | None:
    try:
        return parsedate_to_datetime(_decoded(message.get("date", ""))).date()
    except (ValueError, TypeError, OverflowError, LookupError):
        return None


def _file_name(part: Message) -> str:
    """Return what an attached file is called, without folders; "" for what is none."""
    try:
        file = part.get_filename("")
    except (ValueError, LookupError):  # in a charset that is none
        file = ""
    return re.split(r"[/\\]", _decoded(file).replace("\0", ""))[-1]


def _charset(part: Message) -> str | None:
    try:
        return part.get_content_charset()
    except (ValueError, LookupError):
        return None


def _payload(part: Message) -> object:
    # `get_payload` would decode it once more, in whatever charset is told.
    del part["Content-Type"]
    return part.get_payload(decode=True)


def _text(part: Message) -> bytes:
    """Return a text in UTF-8 where the mail says what it is in, else as it is."""
    charset = _charset(part)
    content = _payload(part)
    if not isinstance(content, bytes):
        return b""
    try:
        return content.decode(_known(charset)).encode() if charset else content
    except UnicodeError:
        return content


def _content(name: str, part: Message, budget: Budget) -> bytes | DocumentError:
    inner = part.get_payload(0) if part.is_multipart() else None
    try:
        content = _as_bytes(inner) if isinstance(inner, Message) else _payload(part)
    except Exception:  # one that is broken loses none of the others
        content = None
    if not isinstance(content, bytes):
        return DocumentError(name, "tệp đính kèm hỏng", "the attached file is broken")
    budget.spend(len(content), 0)
    return content if len(content) <= LARGEST_FILE else DocumentError(name, *TOO_LARGE)


def _as_bytes(mail: Message) -> bytes:
    """Return an attached mail; parts whose boundary is broken are mended, for `email` cannot write them."""
    mended = 0
    for part in mail.walk():
        if _is_broken(part) and mended < _MOST_MENDED:
            mended += 1
            _mend(part)
    return mail.as_bytes()
