"""Mails (RFC 5322, .eml) and pages that a browser saved with their pictures (RFC 2557, .mht), taken apart by `email`.

What they consist of is read by the reader of its own kind: text, a page, an attached document.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.header import decode_header
from email.message import Message
from email.utils import parsedate_to_datetime
from typing import Final

from retrieval.corpus.cleaning import plain_title
from retrieval.corpus.formats.limits import LARGEST_FILE, TOO_LARGE, Budget, TooMuchError
from retrieval.errors import DocumentError

# Every line is compared with the boundary of every part that is open.
_MOST_BOUNDARIES: Final = 100
_LONGEST_HEADER: Final = 2_000
_BOUNDARY: Final = re.compile(rb"boundary\s*\*?\d{0,3}\*?=", re.IGNORECASE)
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
    if len(_BOUNDARY.findall(data)) > _MOST_BOUNDARIES:
        raise DocumentError(name, "thư lồng quá nhiều phần", "the mail has too many parts in parts")
    texts: dict[str, bytes] = {}
    attached: list[tuple[str, bytes | DocumentError]] = []
    try:
        message = message_from_bytes(data)
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
    subject = plain_title(_REPLY.sub("", _header(message, "subject"), count=1))
    return Mail(subject, _day(message), texts.get(kind, b""), _SUFFIXES[kind], tuple(attached))


# The kinds of a mail's own text, the best first.
_SUFFIXES: Final = {"text/plain": ".txt", "text/html": ".html"}


def _parts(message: Message) -> Iterator[Message]:
    """Yield what a mail consists of, one after the other; a mail that is attached to it is one part."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        if part.get_content_maintype() == "multipart" and part.is_multipart():
            inner = part.get_payload()
            pieces = reversed(inner) if isinstance(inner, list) else ()
            waiting.extend(piece for piece in pieces if isinstance(piece, Message))
        else:
            yield part


def _header(message: Message, field: str) -> str:
    """Return a field of the head, without what encodes it; "" when there is none."""
    value = str(message.get(field, ""))[:_LONGEST_HEADER]
    pieces = [
        piece if isinstance(piece, str) else piece.decode(charset or "utf-8", errors="replace")
        for piece, charset in decode_header(" ".join(value.split()))
    ]
    return "".join(pieces)


def _day(message: Message) -> dt.date | None:
    try:
        return parsedate_to_datetime(_header(message, "date")).date()
    except (ValueError, TypeError, OverflowError, LookupError):
        return None


def _file_name(part: Message) -> str:
    """Return what an attached file is called, without folders; "" for what is none."""
    file = part.get_filename("")
    pieces = decode_header(file[:_LONGEST_HEADER]) if file else []
    found = "".join(p if isinstance(p, str) else p.decode(c or "utf-8", errors="replace") for p, c in pieces)
    return re.split(r"[/\\]", found.replace("\0", ""))[-1]


def _text(part: Message) -> bytes:
    """Return a text in UTF-8 where the mail says what it is in, else as it is."""
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes):
        return b""
    charset = part.get_content_charset()
    try:
        return content.decode(charset).encode() if charset else content
    except (LookupError, UnicodeError):
        return content


def _content(name: str, part: Message, budget: Budget) -> bytes | DocumentError:
    inner = part.get_payload(0) if part.is_multipart() else None
    content = inner.as_bytes() if isinstance(inner, Message) else part.get_payload(decode=True)
    if not isinstance(content, bytes):
        return DocumentError(name, "tệp đính kèm hỏng", "the attached file is broken")
    budget.spend(len(content), 0)
    return content if len(content) <= LARGEST_FILE else DocumentError(name, *TOO_LARGE)
