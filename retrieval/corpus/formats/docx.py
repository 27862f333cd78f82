"""Word documents, by python-docx (extra `aidu[docx]`)."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from retrieval.corpus.document import Document
from retrieval.corpus.formats.limits import LARGEST_FILE, STEEPEST_RATIO
from retrieval.corpus.formats.office_text import of_lines
from retrieval.errors import DocumentError, MissingExtraError


def read_docx(name: str, data: bytes) -> Document:
    """Read the paragraphs and tables of one Word document; a table row is one line, its cells set apart by commas.

    Raises MissingExtraError without python-docx, and DocumentError when the file is broken, too large or empty.
    """
    try:
        import docx
    except ImportError as error:
        raise MissingExtraError("Đọc tệp DOCX", "docx", "Reading DOCX files") from error
    _check_size(name, data)
    try:
        lines = list(_lines(docx.Document(io.BytesIO(data))))
    except Exception as error:  # zip, XML and package errors have no common parent
        raise DocumentError(name, "tệp DOCX hỏng", "the DOCX file is broken") from error
    return of_lines(name, "DOCX", lines)


def _lines(document: Any) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            for row in block.rows:
                cells = dict.fromkeys(" ".join(cell.text.split()) for cell in row.cells)
                found.append((", ".join(cell for cell in cells if cell), ""))
        else:
            found.append((block.text.strip(), block.style.name if block.style is not None else ""))
    return found


def _check_size(name: str, data: bytes) -> None:
    """Refuse a document whose parts unpack to more than a document can need."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except Exception as error:  # a broken directory raises almost anything
        raise DocumentError(name, "tệp DOCX hỏng", "the DOCX file is broken") from error
    texts = sum(part.file_size for part in parts if part.filename.endswith((".xml", ".rels")))
    whole = sum(part.file_size for part in parts)
    if texts > LARGEST_FILE or whole > 5 * LARGEST_FILE or whole > 1_000_000 + STEEPEST_RATIO * len(data):
        raise DocumentError(name, "tệp DOCX bung ra quá lớn", "the DOCX file unpacks to too much")
