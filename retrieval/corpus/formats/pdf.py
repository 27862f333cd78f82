"""PDF files with text in them, by pypdf (extra `aidu[pdf]`)."""

from __future__ import annotations

import io
import logging
import re
import time
import warnings
from collections.abc import Iterator
from typing import Final

from retrieval.corpus.cleaning import clean
from retrieval.corpus.document import Document
from retrieval.corpus.formats.limits import MOST_CHARACTERS, MOST_PAGES, MOST_SECONDS, NO_ARTICLE
from retrieval.errors import DocumentError, MissingExtraError

_ENDED: Final = re.compile(r"[.!?:…/][\"”’)]?$")
_STARTS_ANEW: Final = re.compile(r"\s{3,}\S|[-+•*–]\s|\(?\d{1,2}[.)]\s")
_PAGE_NUMBER: Final = re.compile(r"\s*(?:trang|page)?\s*[-–]?\s*\d{1,4}(?:\s*/\s*\d{1,4})?\s*[-–]?\s*", re.IGNORECASE)


def read_pdf(name: str, data: bytes) -> Document:
    """Read the text of one PDF, its lines put together to paragraphs.

    Raises MissingExtraError without pypdf, and DocumentError when the file is broken, locked by a password, takes too
    long, or is a scan without text.
    """
    try:
        from pypdf import PasswordType, PdfReader
    except ImportError as error:
        raise MissingExtraError("Đọc tệp PDF", "pdf", "Reading PDF files") from error
    # pypdf reports every oddity of a file in its log; the one thing the user needs to know is said in the error.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    deadline = time.monotonic() + MOST_SECONDS
    pages: list[str] = []
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            reader = PdfReader(io.BytesIO(data), strict=False)
            if reader.is_encrypted and reader.decrypt("") is PasswordType.NOT_DECRYPTED:
                raise DocumentError(name, "tệp PDF có mật khẩu", "the PDF file is locked by a password")
            for page in reader.pages[:MOST_PAGES]:
                pages.append(page.extract_text() or "")
                if time.monotonic() > deadline or sum(map(len, pages)) > MOST_CHARACTERS:
                    raise DocumentError(
                        name, "tệp PDF quá lớn hoặc quá phức tạp để đọc", "the PDF is too large to read"
                    )
    except DocumentError:
        raise
    except Exception as error:  # a broken file raises almost anything in a PDF parser
        raise DocumentError(name, "tệp PDF hỏng", "the PDF file is broken") from error
    if not pages:
        raise DocumentError(name, "tệp PDF không có trang nào", "the PDF file has no page")
    if sum(sum(c.isalpha() for c in page) for page in pages) < 20 * min(len(pages), 5):
        raise DocumentError(
            name,
            "tệp PDF là bản quét, không có chữ; hãy chuyển sang bản có chữ (OCR)",
            "the PDF is a scan without text; make one with text of it (OCR)",
        )
    document = clean(name, "\n".join(_paragraphs("\n".join(pages))))
    if not document.paragraphs:
        raise DocumentError(name, *NO_ARTICLE)
    return document


def _paragraphs(text: str) -> Iterator[str]:
    """Yield the paragraphs of a text broken at a fixed width: a short line that ends a sentence ends a paragraph."""
    lines = [line.rstrip() for line in text.split("\n") if not _PAGE_NUMBER.fullmatch(line)]
    width = sorted(map(len, lines))[int(len(lines) * 0.9)] if lines else 0
    gathered = ""
    for line in lines:
        if not line.strip():
            if gathered and _ENDED.search(gathered):
                yield gathered
                yield ""
                gathered = ""
            continue
        if gathered and _STARTS_ANEW.match(line):
            yield gathered
            gathered = ""
        gathered = f"{gathered} {line.strip()}" if gathered else line.strip()
        short = len(line) < 0.8 * width
        if short and (_ENDED.search(line) or (len(line) < 0.6 * width and line[-1] not in ",;")):
            yield gathered
            yield ""
            gathered = ""
    if gathered:
        yield gathered
