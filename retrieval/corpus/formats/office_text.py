"""From the text of an office document (Word, OpenDocument, RTF) to a document: one set of limits for all."""

from __future__ import annotations

from collections.abc import Sequence

from retrieval.corpus.cleaning import FrontMatter, clean
from retrieval.corpus.document import Document
from retrieval.corpus.formats.limits import MOST_CHARACTERS, NO_ARTICLE
from retrieval.errors import DocumentError


def of_lines(name: str, kind: str, lines: Sequence[tuple[str, str]]) -> Document:
    """Return the document of paragraphs given with their styles; the first of the style "Title" is its title."""
    title = next((text for text, style in lines if text and style == "Title"), None)
    return of_text(name, kind, "\n\n".join(text for text, _ in lines if text), title)


def of_text(name: str, kind: str, text: str, title: str | None = None) -> Document:
    """Return the document of a text; `kind` is what the file is called in messages ("DOCX").

    Raises DocumentError when the text is too long, or there is none of a report.
    """
    if len(text) > MOST_CHARACTERS:
        raise DocumentError(name, f"tệp {kind} quá dài", f"the {kind} file is too long")
    if not text.strip():
        raise DocumentError(name, f"tệp {kind} không có chữ", f"there is no text in the {kind} file")
    document = clean(name, text, FrontMatter(title=title))
    if not document.paragraphs:
        raise DocumentError(name, *NO_ARTICLE)
    return document
