"""PDF files with text in them, by pypdf (extra `aidu[pdf]`)."""

from __future__ import annotations

import io
import logging
import re
import time
import warnings
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from retrieval.corpus.cleaning import FrontMatter, clean
from retrieval.corpus.document import Document
from retrieval.corpus.formats.limits import MOST_CHARACTERS, MOST_PAGES, MOST_SECONDS, NO_ARTICLE
from retrieval.errors import DocumentError, MissingExtraError

_ENDED: Final = re.compile(r"[.!?:…/][\"”’)]?$")
_STARTS_ANEW: Final = re.compile(r"\s{3,}\S|[-+•*–]\s|\(?\d{1,2}[.)]\s")
_PAGE_NUMBER: Final = re.compile(r"\s*(?:trang|page)?\s*[-–]?\s*\d{1,4}(?:\s*/\s*\d{1,4})?\s*[-–]?\s*", re.IGNORECASE)
# A headline is larger than the text by so much, of so many syllables, and on so many lines at most.
_LARGER: Final = 1.15
_TITLE_SYLLABLES: Final = range(4, 61)
_TITLE_LINES: Final = 6
# So many lines at the top and at the bottom of a page may be those of every page.
_EDGE: Final = 2
_NUMBER: Final = re.compile(r"\d+")
# The name of a paper or bulletin, with its number or its day: what it reports is said in more words.
_MASTHEAD: Final = re.compile(
    r"\s*(?:bản tin|công báo|tạp chí|báo(?! cáo| chí| động| tin)|cổng (?:thông tin|ttđt)|trang (?:thông tin|tin))\b"
    r"(?:(?: \w+){0,4}\s*$|[^.:;\d]{0,50}(?:\b(?:số|kỳ|thứ|ngày|tháng|năm|trang)\b[^.;]{0,40}|\d{1,2}[/.-]\d.{0,30})$)",
    re.IGNORECASE,
)


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
    sizes = _Sizes()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            reader = PdfReader(io.BytesIO(data), strict=False)
            if reader.is_encrypted and reader.decrypt("") is PasswordType.NOT_DECRYPTED:
                raise DocumentError(name, "tệp PDF có mật khẩu", "the PDF file is locked by a password")
            for page in reader.pages[:MOST_PAGES]:
                shown = None if pages else sizes.note
                pages.append(page.extract_text(visitor_text=shown) or "")
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
    lines = [line for page in without_running_lines(pages) for line in page]
    at, after = _place(sizes.headline(), lines[: pages[0].count("\n") + 1])
    title = " ".join(" ".join(lines[at:after]).split())
    paragraphs = [*_paragraphs(lines[:at]), "", title, "", *_paragraphs(lines[after:])] if title else _paragraphs(lines)
    document = clean(name, "\n".join(paragraphs), FrontMatter(title=title or None))
    if not document.paragraphs:
        raise DocumentError(name, *NO_ARTICLE)
    return document


class _Sizes:
    """The sizes in which the first page shows its text: what is larger than the text itself is a headline."""

    def __init__(self) -> None:
        self._shown: list[tuple[float, str]] = []

    def note(self, text: str, placed: Sequence[float], moved: Sequence[float], _: object, size: float) -> None:
        """Take in a piece of text, for pypdf: with its matrices, of which the scale of heights counts."""
        if text.strip():
            height = abs(size * (moved[3] or moved[1]) * (placed[3] or placed[1]))
            if self._shown and abs(self._shown[-1][0] - height) < 0.1:
                text = f"{self._shown.pop()[1]} {text}"
            self._shown.append((height, text))

    def headline(self) -> str:
        """Return the words of the largest headline; "" where nothing as long as a title is larger than the text."""
        letters: Counter[float] = Counter()
        for size, text in self._shown:
            letters[round(size)] += len(text)
        if not letters:
            return ""
        least = _LARGER * letters.most_common(1)[0][0]
        large = [(size, text) for size, text in self._shown if size >= least and len(text.split()) in _TITLE_SYLLABLES]
        return max(large, key=lambda each: each[0])[1] if large else ""


def _place(headline: str, lines: Sequence[str]) -> tuple[int, int]:
    """Return which of the lines a headline stands in, (0, 0) for none; pieces of it may be set apart otherwise."""
    wanted = "".join(headline.split())
    for first in range(len(lines) if wanted else 0):
        found = ""
        for after, line in enumerate(lines[first : first + _TITLE_LINES], start=first + 1):
            found += "".join(line.split())
            if found == wanted and lines[first].strip():
                return first, after
    return 0, 0


def without_running_lines(pages: Sequence[str]) -> list[list[str]]:
    """Return the lines of the pages without the heads and feet that run through them.

    These are the first and last lines of pages that are on another page too but for their numbers; and on the first
    page, where there is no other to tell by, the name of a paper or bulletin that stands above the rest.
    """
    split = [[line for line in page.split("\n") if line.strip() and not _PAGE_NUMBER.fullmatch(line)] for page in pages]
    edges = Counter(mark for lines in split for mark in {_NUMBER.sub("0", line) for line in _edges(lines)})
    kept: list[list[str]] = []
    for page, lines in zip(pages, split, strict=True):
        running = {line for line in _edges(lines) if 1 < edges[_NUMBER.sub("0", line)] >= len(pages) / 2}
        if not kept and len(lines) > 2 and _MASTHEAD.match(lines[0]):
            running.add(lines[0])
        kept.append([line for line in page.split("\n") if line not in running])
    return kept


def _edges(lines: Sequence[str]) -> list[str]:
    """Return the lines at the top and at the bottom of a page."""
    return [*lines[:_EDGE], *lines[-_EDGE:]] if len(lines) > 2 * _EDGE else []


def _paragraphs(text: Sequence[str]) -> Iterator[str]:
    """Yield the paragraphs of lines broken at a fixed width: a short line that ends a sentence ends a paragraph."""
    lines = [line.rstrip() for line in text if not _PAGE_NUMBER.fullmatch(line)]
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
