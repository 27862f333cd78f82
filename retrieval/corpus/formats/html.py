"""HTML pages, by trafilatura and its date finder (extra `aidu[html]`)."""

from __future__ import annotations

import re
from typing import Any, Final

from retrieval.corpus.cleaning import FrontMatter, clean, plain_title
from retrieval.corpus.decoding import UndecodableError, decode
from retrieval.corpus.document import Document
from retrieval.corpus.formats.html_tree import leads, prepare
from retrieval.corpus.formats.limits import LARGEST_HTML
from retrieval.corpus.page_date import parse_date
from retrieval.errors import DocumentError, MissingExtraError

# Parsers recurse: a page nested deeper than this is no page that a person wrote.
_DEEPEST: Final = 400
# Nor with more elements than this; what finds the article compares them with each other.
_MOST_ELEMENTS: Final = 50_000
_HEAD: Final = 1_000
_TAG: Final = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9]{0,12})\b[^<>]{0,2000}?(/?)>")
_VOID: Final = frozenset(b"area base br col embed hr img input link meta param source track wbr p li td tr th".split())


def read_html(name: str, data: bytes) -> Document:
    """Read the article of one page; its text is what was extracted, with the headline as its first line.

    Raises MissingExtraError without trafilatura, and DocumentError when the page is too large, nested too deeply, or
    has no article.
    """
    try:
        import trafilatura
        from trafilatura.settings import use_config
    except ImportError as error:
        raise MissingExtraError("Đọc trang HTML", "html", "Reading HTML pages") from error
    if len(data) > LARGEST_HTML:
        size = LARGEST_HTML // 1_000_000
        raise DocumentError(name, f"trang HTML lớn hơn {size} MB", f"the HTML page is larger than {size} MB")
    if b"\0" in data[:_HEAD]:  # UTF-16, in which no tag would be counted
        data = _unwidened(name, data)
    deepest, elements = _shape(data)
    if elements > _MOST_ELEMENTS:
        raise DocumentError(name, "trang HTML có quá nhiều phần tử", "the HTML page has too many elements")
    if deepest > _DEEPEST:
        raise DocumentError(name, "trang HTML lồng quá sâu", "the HTML page is nested too deeply")
    config = use_config()
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", "80")  # short reports are reports
    config.set("DEFAULT", "MIN_OUTPUT_SIZE", "10")
    try:
        tree = trafilatura.load_html(data)
        if tree is not None:
            prepare(tree)
        found: Any = (
            tree
            if tree is None
            else trafilatura.bare_extraction(
                tree,
                with_metadata=True,
                include_comments=False,
                favor_recall=True,
                date_extraction_params={"extensive_search": False, "original_date": True},
                config=config,
            )
        )
    except Exception as error:  # whatever a broken page does to the parsers, the other documents are read
        raise DocumentError(name, "trang HTML hỏng", "the HTML page is broken") from error
    body = (found.text or "").strip() if found else ""
    if not body:
        raise DocumentError(name, "trang HTML không có nội dung bài viết", "there is no article in the page")
    title = plain_title(found.title or "")
    front = FrontMatter(
        title=title or None,
        published=parse_date(found.date) if found.date else None,
        source=found.sitename or found.hostname or None,
    )
    above = leads(tree, title, body)
    text = "\n\n".join([*([title] if title else []), *above, body.removeprefix(title).strip()])
    document = clean(name, text, front)
    if not document.paragraphs:
        raise DocumentError(name, "trang HTML không có nội dung bài viết", "there is no article in the page")
    return document


def _unwidened(name: str, data: bytes) -> bytes:
    try:
        return decode(data).encode()
    except UndecodableError as error:
        raise DocumentError(name, str(error), error.english) from error


def _shape(data: bytes) -> tuple[int, int]:
    """Return how deep the elements of a page are nested, roughly (those that need no end are not counted), and how many
    there are."""
    depth = deepest = elements = 0
    for match in _TAG.finditer(data):
        closing, tag, empty = match.groups()
        elements += not closing
        if empty or tag.lower() in _VOID:
            continue
        depth = max(0, depth - 1) if closing else depth + 1
        deepest = max(deepest, depth)
    return deepest, elements
