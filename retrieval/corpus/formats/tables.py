"""Tables of articles: CSV with a header, JSON lines, or a JSON list; one article a record."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from retrieval.corpus.cleaning import FrontMatter, clean, plain_title
from retrieval.corpus.decoding import UndecodableError, decode
from retrieval.corpus.document import Document
from retrieval.corpus.formats.limits import LARGEST_FILE, MOST_RECORDS, NO_ARTICLE
from retrieval.corpus.page_date import parse_date
from retrieval.corpus.parts import Part, refused
from retrieval.errors import DocumentError
from retrieval.language.normalize import fold


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns hold what: names in order of preference, compared without accents and case."""

    title: tuple[str, ...] = ("title", "headline", "tieu de", "tieude", "ten bai", "name")
    lead: tuple[str, ...] = ("lead", "sapo", "summary", "description", "tom tat", "mo ta")
    text: tuple[str, ...] = ("text", "content", "body", "article", "noi dung", "noidung", "bai viet", "full text")
    published: tuple[str, ...] = (
        *("published", "published at", "publish date", "pub date", "date", "time", "datetime"),
        *("ngay dang", "ngay", "thoi gian", "ngay xuat ban"),
    )
    source: tuple[str, ...] = ("source", "site", "publisher", "nguon", "bao", "url", "link")


DEFAULT_COLUMNS: Final = Columns()
_NO_TEXT: Final = (
    "không thấy cột nội dung (text, content, body, nội dung ...); hãy đặt tên cột như vậy",
    "there is no column of text (text, content, body, nội dung ...); name the column so",
)


def csv_parts(name: str, data: bytes, columns: Columns = DEFAULT_COLUMNS) -> Iterator[Part]:
    """Yield the articles of a CSV file with a header; the separator is the commonest of , ; tab | in the header.

    Raises DocumentError when the file cannot be read (further), or has no column of text.
    """
    text = _decoded(name, data)
    header = text.split("\n", 1)[0]
    separator = max(",;\t|", key=header.count)
    csv.field_size_limit(LARGEST_FILE)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        if not _pick(dict.fromkeys(rows.fieldnames or (), "x"), columns.text):
            raise DocumentError(name, *_NO_TEXT)
        for number, row in enumerate(rows, start=1):
            _check_count(name, number)
            yield _part(f"{name}#{number}", row, columns)
    except csv.Error as error:
        raise DocumentError(name, "tệp CSV hỏng", "the CSV file is broken") from error


def json_parts(name: str, data: bytes, columns: Columns = DEFAULT_COLUMNS) -> Iterator[Part]:
    """Yield the articles of a file of JSON objects, one a line, or of one JSON list of objects, or of one object.

    A line that is no object is a part that cannot be read. Raises DocumentError when none in the file has a text, and
    when it has too many.
    """
    text = _decoded(name, data)
    whole = _json(text) if text.lstrip()[:1] in ("[", "{") else None
    listed = [whole] if isinstance(whole, dict) else whole

    def records() -> Iterable[Any]:
        return listed if isinstance(listed, list) else map(_json, filter(str.strip, text.split("\n")))

    if not any(isinstance(record, dict) and _pick(record, columns.text) for record in records()):
        raise DocumentError(name, *_NO_TEXT)
    for number, record in enumerate(records(), start=1):
        _check_count(name, number)
        part = f"{name}#{number}"
        if isinstance(record, dict):
            yield _part(part, record, columns)
        else:
            yield refused(DocumentError(part, "không phải là một đối tượng JSON", "it is no JSON object"))


def _part(name: str, record: Mapping[str, Any], columns: Columns) -> Part:
    size = sum(len(value) for value in record.values() if isinstance(value, str))
    return Part(name, size, partial(_article, name, record, columns))


def _article(name: str, record: Mapping[str, Any], columns: Columns) -> Document:
    body = _pick(record, columns.text)
    title = plain_title(_pick(record, columns.title)[:1000])
    parts = (title, _pick(record, columns.lead), body)
    text = "\n\n".join(part.replace("\r\n", "\n").replace("\r", "\n").strip() for part in parts if part.strip())
    published = _pick(record, columns.published)
    front = FrontMatter(
        title=title or None,
        published=_day(published),
        source=_pick(record, columns.source)[:200] or None,
    )
    document = clean(name, text, front) if body.strip() else None
    if document is None or not document.paragraphs:
        raise DocumentError(name, *NO_ARTICLE)
    return document


def _pick(record: Mapping[str, Any], names: tuple[str, ...]) -> str:
    """Return the first field with one of these names that is not empty, as text, or ""."""
    fields = {fold(str(key)).replace("_", " ").replace("-", " ").strip(): value for key, value in record.items() if key}
    for name in names:
        value = fields.get(name)
        if isinstance(value, list) and all(isinstance(part, str) for part in value):
            value = "\n\n".join(value)
        if isinstance(value, str | int | float) and not isinstance(value, bool) and str(value).strip():
            return str(value)
    return ""


def _day(text: str) -> dt.date | None:
    return parse_date(text) if text else None


def _json(text: str) -> Any:
    """Return what `text` says, or None: deep nesting and numbers of thousands of digits are no articles."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _decoded(name: str, data: bytes) -> str:
    try:
        return decode(data)
    except UndecodableError as error:
        raise DocumentError(name, str(error), error.english) from error


def _check_count(name: str, number: int) -> None:
    if number > MOST_RECORDS:
        most = f"{MOST_RECORDS:,}"
        raise DocumentError(
            name,
            f"chỉ đọc {most.replace(',', '.')} bài đầu tiên của tệp",
            f"only the first {most} reports of the file are read",
        )
