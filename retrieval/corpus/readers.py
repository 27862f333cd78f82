"""From files and folders to documents. One file is read at a time, and one that cannot be read stops no other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from retrieval.corpus.cleaning import clean
from retrieval.corpus.columns import DEFAULT_COLUMNS, Columns
from retrieval.corpus.decoding import LARGEST, UndecodableError, decode
from retrieval.corpus.document import Document
from retrieval.corpus.finding import SUFFIXES, find_files
from retrieval.corpus.formats.archive import members
from retrieval.corpus.formats.docx import read_docx
from retrieval.corpus.formats.html import read_html
from retrieval.corpus.formats.limits import DEEPEST_NESTING, NO_ARTICLE, TOO_LARGE, Budget
from retrieval.corpus.formats.mail import Mail, open_mail
from retrieval.corpus.formats.markdown import without_marks
from retrieval.corpus.formats.odt import read_odt
from retrieval.corpus.formats.pdf import read_pdf
from retrieval.corpus.formats.rtf import read_rtf
from retrieval.corpus.formats.tables import csv_parts, json_parts
from retrieval.corpus.front_matter import front_matter
from retrieval.corpus.kinds import is_wanted, kind_of
from retrieval.corpus.parts import Part, refused
from retrieval.corpus.reply_marks import without_reply_marks
from retrieval.errors import DocumentError

__all__ = ["SUFFIXES", "find_files", "parts_of", "read_bytes", "read_document"]

_NOTHING_INSIDE: Final = (
    "trong tệp ZIP không có tệp nào đọc được (.txt, .html, .docx, .pdf ...)",
    "there is no file in it that could be read (.txt, .html, .docx, .pdf ...)",
)


def parts_of(name: str, path: Path, *, columns: Columns = DEFAULT_COLUMNS, suffix: str = "") -> Iterator[Part]:
    """Yield the reports in one file of any known kind, to be read one by one: one, or many for a CSV, JSON or ZIP file.

    The kind is told by the content first (a PDF named .txt is a PDF) and by the suffix where the content does not tell:
    `suffix`, or that of the name. The same file always has the same parts; going through them costs little beside
    reading them. Their names are the file's with "#3" for a record and "/b.txt" for a member. Raises DocumentError when
    the file cannot be read, or not further than so far.
    """
    yield from _parts(name, _content(name, path), columns, Budget(), 0, suffix)


def read_document(name: str, path: Path) -> Document:
    """Read a file that is one report. Raises DocumentError when it is missing, empty, binary, over 20 MB, has no text,
    or may hold several reports; MissingExtraError when its kind needs a library that is not installed.
    """
    return read_bytes(name, _content(name, path))


def read_bytes(name: str, data: bytes) -> Document:
    """Read one report from the content of its file. Raises what `read_document` raises."""
    kind = kind_of(name, data)
    if kind in _SINGLE:
        return _SINGLE[kind](name, data)
    raise DocumentError(name, "tệp có thể chứa nhiều bài, không phải một bài", "it may hold several reports")


def _parts(name: str, data: bytes, columns: Columns, budget: Budget, depth: int, suffix: str = "") -> Iterator[Part]:
    kind = kind_of(name, data, suffix)
    if kind in _SINGLE:
        yield Part(name, len(data), partial(_SINGLE[kind], name, data))
    elif kind == "csv":
        yield from csv_parts(name, data, columns)
    elif kind == "json":
        yield from json_parts(name, data, columns)
    elif depth >= DEEPEST_NESTING:
        raise DocumentError(name, "tệp trong tệp lồng quá sâu", "files in files are nested too deeply")
    elif kind == "mail":
        mail = open_mail(name, data, budget, is_wanted)
        if mail.body.strip() or not mail.attached:
            yield Part(name, len(mail.body), partial(_read_mail, name, mail))
        for file, content in mail.attached:
            yield from _inside(f"{name}/{file}", content, columns, budget, depth)
    else:
        empty = True
        for part, content in members(name, data, budget, is_wanted):
            empty = False
            yield from _inside(part, content, columns, budget, depth)
        if empty:
            raise DocumentError(name, *_NOTHING_INSIDE)


def _inside(name: str, content: bytes | DocumentError, columns: Columns, budget: Budget, depth: int) -> Iterator[Part]:
    """Yield the reports in a file that is in another; what cannot be read is refused by itself."""
    if isinstance(content, DocumentError):
        yield refused(content)
        return
    try:
        yield from _parts(name, content, columns, budget, depth + 1)
    except DocumentError as error:
        yield refused(error)


def _read_mail(name: str, mail: Mail) -> Document:
    """Read the text of a mail: its subject is its title, unless it is a page with one; its day is the day."""
    kind = kind_of(name, mail.body, mail.suffix)
    document = _SINGLE[kind if kind in _SINGLE else "text"](name, mail.body)
    titles = (document.title, mail.subject) if kind == "html" else (mail.subject, document.title)
    return replace(document, title=next(filter(None, titles), ""), published=document.published or mail.day)


def _read_text(name: str, data: bytes, *, markdown: bool = False) -> Document:
    try:
        text = decode(data)
    except UndecodableError as error:
        raise DocumentError(name, str(error), error.english) from error
    if not text.strip():
        raise DocumentError(name, "tệp trống", "the file is empty")
    text = without_reply_marks(text)
    front = front_matter(text) if markdown else None
    if markdown:
        head = front.end if front is not None else 0
        text = text[:head] + without_marks(text[head:])
    document = clean(name, text, front, markdown=markdown)
    if not document.paragraphs:
        raise DocumentError(name, *NO_ARTICLE)
    return document


_SINGLE: Final[dict[str, Callable[[str, bytes], Document]]] = {
    "text": _read_text,
    "markdown": partial(_read_text, markdown=True),
    "html": read_html,
    "pdf": read_pdf,
    "docx": read_docx,
    "odt": read_odt,
    "rtf": read_rtf,
}


def _content(name: str, path: Path) -> bytes:
    try:
        if path.is_dir():
            raise DocumentError(name, "không được phép mở thư mục", "the folder may not be opened")
        if not path.is_file():
            if path.exists():
                raise DocumentError(name, "không phải là tệp thường", "it is no regular file")
            raise DocumentError(name, "không tìm thấy tệp", "the file is not there")
        if path.stat().st_size > LARGEST:
            raise DocumentError(name, *TOO_LARGE)
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        reason = error.strerror or error
        raise DocumentError(name, f"không mở được tệp ({reason})", f"it cannot be opened ({reason})") from error
    if len(data) > LARGEST:
        raise DocumentError(name, *TOO_LARGE)
    return data
