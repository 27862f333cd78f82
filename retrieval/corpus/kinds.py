"""What kind of file it is: told by its content, and by its suffix where the content does not tell.

People save a page as .txt, a report as .html, and servers call anything "text/plain"; what is read is what is there,
where that is certain. What is certainly something else (a photograph, an old Word file) is said to be that.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path
from typing import Final

from retrieval.corpus.columns import DEFAULT_COLUMNS
from retrieval.corpus.decoding import UndecodableError, bare, decode
from retrieval.corpus.finding import CSV, HTML, JSON, MAIL, MARKDOWN, SUFFIXES
from retrieval.errors import DocumentError

# How much of a file is looked at.
_HEAD: Final = 4_000
# Read at the first element, see `_without_preamble`.
_HTML_START: Final = re.compile(r"<(?:!doctype html|html|head|body)\b", re.IGNORECASE)
# A piece of a page: it begins with an element, and ends one.
_ELEMENT: Final = r"(?:article|center|div|font|h[1-3]|main|p|section|span|strong|table)\b"
_HTML_PIECE: Final = re.compile(rf"<{_ELEMENT}[^<>]*>.*</{_ELEMENT}\s*>", re.IGNORECASE | re.DOTALL)
# What may stand before it: what XML says of itself, and comments.
_PREAMBLE: Final = (("<?xml", "?>"), ("<!--", "-->"))
_TAG: Final = re.compile(rb"<\0?[a-zA-Z/!]")
_PDF: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,1000}%PDF-")
_INSIDE_PDF: Final = re.compile(rb"\d \d+ obj\b|\bendobj\b|\bstartxref\b|%%EOF")
_PACKED: Final = (b"PK\x03\x04", b"PK\x05\x06")
_ODT_KIND: Final = "mimetype"
_ODT: Final = b"application/vnd.oasis.opendocument.text"
_WORD: Final = "[Content_Types].xml"
# What other files begin with, and what to do with them.
_FOREIGN: Final = (
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "là tệp Word hay Excel đời cũ (.doc, .xls); hãy lưu lại thành .docx hoặc .csv",
        "it is an old Word or Excel file (.doc, .xls); save it as .docx or .csv",
    ),
    (b"\xff\xd8\xff", "là ảnh, không có chữ", "it is a picture, not text"),
    (b"\x89PNG\r\n", "là ảnh, không có chữ", "it is a picture, not text"),
    (b"GIF8", "là ảnh, không có chữ", "it is a picture, not text"),
    (b"\x1f\x8b\x08", "là tệp nén gzip; hãy giải nén trước", "it is packed by gzip; unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "là tệp nén 7z; hãy giải nén, hoặc nén lại thành .zip", "it is a 7z archive; unpack it"),
    (b"Rar!\x1a\x07", "là tệp nén RAR; hãy giải nén, hoặc nén lại thành .zip", "it is a RAR archive; unpack it"),
)
_RTF: Final = b"{\\rtf"
# A mail, or a page that a browser saved with its pictures (MHTML): it begins with fields, two of them always there.
_MAIL: Final = re.compile(rb"(?:[A-Za-z][\w-]{1,40}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){2,60}\r?\n")
_MAIL_FIELDS: Final = (b"mime-version:", b"content-type:")
_FIELD: Final = re.compile(rb"(?:From |[A-Za-z][\w-]{1,40}:)")
# The same for archives, by a member that they have.
_FOREIGN_PACKED: Final = (
    ("xl/workbook.xml", "là bảng tính Excel; hãy lưu lại thành .csv", "it is an Excel sheet; save it as .csv"),
    ("ppt/presentation.xml", "là tệp trình chiếu; hãy lưu lại thành .pdf", "it is a presentation; save it as .pdf"),
    (
        "META-INF/manifest.xml",
        "là bảng tính hay trình chiếu OpenDocument; hãy lưu lại thành .csv hoặc .pdf",
        "it is an OpenDocument sheet or presentation; save it as .csv or .pdf",
    ),
    ("META-INF/container.xml", "là sách EPUB; hãy lưu lại thành .html", "it is an EPUB book; save it as .html"),
)


def kind_of(name: str, data: bytes, suffix: str = "") -> str:
    """Return the kind of a file: "text", "markdown", "html", "pdf", "docx", "odt", "rtf", "mail", "csv", "json" or
    "zip".

    `suffix` is that of `name` unless given. Raises DocumentError for what is certainly none of these.
    """
    suffix = suffix or Path(name).suffix.lower()
    if _PDF.match(data):
        return "pdf"
    if data.startswith(_PACKED):
        return _packed(name, data, suffix)
    start = bare(data[:_HEAD])
    if start.startswith(_RTF):
        return "rtf"
    for mark, reason, english in _FOREIGN:
        if data.startswith(mark):
            raise DocumentError(name, reason, english)
    fields = _MAIL.match(start)
    if fields is not None and all(field in fields.group().lower() for field in _MAIL_FIELDS):
        return "mail"
    head = _head(data)
    page = _without_preamble(head)
    if _HTML_START.match(page):
        return "html"
    if suffix in HTML:
        return "html" if _TAG.search(data) else "text"
    if suffix in MAIL:
        return "mail" if _FIELD.match(start) else "text"
    if suffix in {".pdf", ".docx", ".odt", ".rtf", ".zip"}:
        return "text" if _is_prose(data) else suffix[1:]
    if suffix in MARKDOWN:
        return "markdown"
    if suffix not in CSV | JSON and _HTML_PIECE.match(page):
        return "html"
    table = _table(data, head)
    if table is None and suffix in CSV | JSON:
        return "csv" if suffix in CSV else "json"
    return table or "text"


def is_wanted(name: str) -> bool:
    """Tell whether a file in an archive is one that may hold reports."""
    return Path(name).suffix.lower() in SUFFIXES


def _packed(name: str, data: bytes, suffix: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = frozenset(archive.namelist())
            if _ODT_KIND in members and archive.open(_ODT_KIND).read(len(_ODT)) == _ODT:
                return "odt"
    except Exception:  # a broken directory raises almost anything; whoever reads it says so
        return suffix[1:] if suffix in (".docx", ".odt") else "zip"
    for member, reason, english in _FOREIGN_PACKED:
        if member in members:
            raise DocumentError(name, reason, english)
    if _WORD in members and any(member.startswith("word/") for member in members):
        return "docx"
    return "docx" if suffix == ".docx" and not any(map(is_wanted, members)) else "zip"


def _head(data: bytes) -> str:
    """Return the beginning of a text, as far as it is one."""
    start = data[:_HEAD]
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return start.decode("utf-16", errors="ignore")
    if b"\0" in start:  # of ASCII in UTF-16 one half is zeros
        last = start[1::2].count(0) > start[::2].count(0)
        return start.decode("utf-16-le" if last else "utf-16-be", errors="ignore")
    return start.decode("utf-8-sig", errors="ignore")


def _without_preamble(head: str) -> str:
    """Return what follows the comments and the like at the beginning of a page."""
    at = 0
    while True:
        while at < len(head) and head[at].isspace():
            at += 1
        end = next((end for start, end in _PREAMBLE if head.startswith(start, at)), None)
        after = head.find(end, at) if end is not None else -1
        if end is None or after < 0:
            return head[at:]
        at = after + len(end)


def _is_prose(data: bytes) -> bool:
    """Tell whether something that calls itself a document is text, and no piece of one."""
    if _INSIDE_PDF.search(data):
        return False
    try:
        return bool(decode(data).strip())
    except UndecodableError:
        return False


def _table(data: bytes, head: str) -> str | None:
    """Return "json" for JSON objects, one a line or in a list, "csv" for lines under a header that names a text and
    another field of an article, None for anything else."""
    start = head.lstrip()
    if start[:1] in ("{", "["):
        return "json" if _is_json(data) else None
    header, _, rest = start.partition("\n")
    separator = max(",;\t|", key=header.count)
    cells = [cell.strip().strip('"') for cell in header.split(separator)]
    named = DEFAULT_COLUMNS.known_in(cells)
    return "csv" if rest.strip() and "text" in named and len(named) > 1 else None


def _is_json(data: bytes) -> bool:
    try:
        text = decode(data).strip()
    except UndecodableError:
        return False
    for piece in (text, text.partition("\n")[0]):
        try:
            found = json.loads(piece)
        except (ValueError, RecursionError):
            continue
        return isinstance(found, dict) or (isinstance(found, list) and any(isinstance(each, dict) for each in found))
    return False
