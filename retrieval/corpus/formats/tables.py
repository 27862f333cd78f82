"""Tables of articles: CSV with a header, JSON lines, or a JSON list; one article a record."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any, Final

from retrieval.corpus.cleaning import FrontMatter, clean, plain_title
from retrieval.corpus.columns import DEFAULT_COLUMNS, Columns, Record
from retrieval.corpus.decoding import UndecodableError, decode
from retrieval.corpus.document import Document
from retrieval.corpus.formats.limits import LARGEST_FILE, MOST_RECORDS, NO_ARTICLE
from retrieval.corpus.page_date import parse_date
from retrieval.corpus.parts import Part, TableError, refused
from retrieval.errors import DocumentError

_NO_OBJECT: Final = (
    "không có đối tượng JSON nào; cần mỗi dòng một đối tượng, hoặc một danh sách",
    "there is no JSON object in it; it takes one a line, or a list of them",
)
# Of objects that all have other fields, so many are looked at.
_MOST_FIELDS: Final = 1_000


def csv_parts(name: str, data: bytes, columns: Columns = DEFAULT_COLUMNS) -> Iterator[Part]:
    """Yield the articles of a CSV file with a header; the separator is the commonest of , ; tab | in the header.

    Raises TableError when a column that was named is not there, or none of text, DocumentError when the file cannot be
    read (further).
    """
    text = _decoded(name, data)
    header = text.split("\n", 1)[0]
    separator = max(",;\t|", key=header.count)
    csv.field_size_limit(LARGEST_FILE)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        fault = columns.fault(rows.fieldnames or ())
        if fault is not None:
            raise TableError(name, *fault)
        for number, row in enumerate(rows, start=1):
            _check_count(name, number)
            yield _part(f"{name}#{number}", row, columns)
    except csv.Error as error:
        raise DocumentError(name, "tệp CSV hỏng", "the CSV file is broken") from error


def json_parts(name: str, data: bytes, columns: Columns = DEFAULT_COLUMNS) -> Iterator[Part]:
    """Yield the articles of a file of JSON objects, one a line, or of one JSON list of objects, or of one object.

    A line that is no object is a part that cannot be read. Raises TableError when no object has a field that was named,
    or none of text, DocumentError when there are too many.
    """
    text = _decoded(name, data)
    whole = _json(text) if text.lstrip()[:1] in ("[", "{") else None
    listed = [whole] if isinstance(whole, dict) else whole

    def records() -> Iterable[Any]:
        return listed if isinstance(listed, list) else map(_json, filter(str.strip, text.split("\n")))

    fault: tuple[str, str] | None = _NO_OBJECT
    there: dict[str, None] = {}
    for record in records():
        if isinstance(record, dict) and (not there or not there.keys() >= record.keys()):
            there.update(dict.fromkeys(record))
            fault = columns.fault(there)
            if fault is None or len(there) > _MOST_FIELDS:
                break
    if fault is not None:
        raise TableError(name, *fault)
    for number, record in enumerate(records(), start=1):
        _check_count(name, number)
        part = f"{name}#{number}"
        if isinstance(record, dict):
            yield _part(part, record, columns)
        else:
            yield refused(DocumentError(part, "không phải là một đối tượng JSON", "it is no JSON object"))


def _part(name: str, record: Mapping[str, Any], columns: Columns) -> Part:
    size = sum(len(value) for value in record.values() if isinstance(value, str))
    return Part(name, size, partial(_article, name, record, columns), of_table=True)


def _article(name: str, values: Mapping[str, Any], columns: Columns) -> Document:
    record = Record(values)
    body = record.pick(columns.text)
    title = plain_title(record.pick(columns.title)[:1000])
    parts = (title, record.pick(columns.lead), body)
    text = "\n\n".join(part.replace("\r\n", "\n").replace("\r", "\n").strip() for part in parts if part.strip())
    front = FrontMatter(
        title=title or None,
        published=_day(record.pick(columns.published)),
        source=record.pick(columns.source)[:200] or None,
    )
    document = clean(name, text, front) if body.strip() else None
    if document is None or not document.paragraphs:
        raise DocumentError(name, *NO_ARTICLE)
    return document


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
