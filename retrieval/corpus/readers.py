"""From files and folders to documents. One file is read at a time, and one that cannot be read stops no other."""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import yaml

from retrieval.corpus.cleaning import FrontMatter, clean, plain_title
from retrieval.corpus.decoding import LARGEST, UndecodableError, decode
from retrieval.corpus.document import Document
from retrieval.corpus.page_date import parse_date
from retrieval.errors import DocumentError, InputError

# What a folder is searched for. Anything may be named on its own.
SUFFIXES: Final = frozenset({".txt", ".md", ".markdown"})
_MARKDOWN: Final = frozenset({".md", ".markdown"})
_FRONT_MATTER: Final = re.compile(r"\s*---[ \t]*\n(.{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)


def find_files(paths: Sequence[Path]) -> list[tuple[str, Path]]:
    """Return (name, path) of the files to read in `paths`, each a file or a folder searched recursively.

    The name is the path below the folder, with "/". Files of a folder come in code point order of their names; hidden
    files and a README.md at the top of a folder are no reports. Raises InputError when a path does not exist.
    """
    found: dict[Path, tuple[str, Path]] = {}
    for path in paths:
        if path.is_dir():
            named = sorted(_below(path))
        elif path.exists():
            named = [(path.name, path)]
        else:
            raise InputError(f"Không thấy tệp hay thư mục {path}: hãy kiểm tra lại đường dẫn.")
        for name, file in named:
            found.setdefault(file.resolve(), (name, file))
    return list(found.values())


def read_document(name: str, path: Path) -> Document:
    """Read one report. Raises DocumentError when it is missing, empty, binary, over 20 MB, or has no article text."""
    return read_bytes(name, _content(name, path))


def read_bytes(name: str, data: bytes) -> Document:
    """Read one report from the content of its file; the suffix of `name` tells Markdown from plain text."""
    try:
        text = decode(data)
    except UndecodableError as error:
        raise DocumentError(name, str(error)) from error
    if not text.strip():
        raise DocumentError(name, "tệp trống")
    markdown = Path(name).suffix.lower() in _MARKDOWN
    document = clean(name, text, _front_matter(text) if markdown else None, markdown=markdown)
    if not document.paragraphs:
        raise DocumentError(name, "không có nội dung bài viết")
    return document


def _below(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield (name, path) of the readable files below `folder`; links to folders are followed once each."""
    entered = {folder.resolve()}
    for parent, folders, files in os.walk(folder, followlinks=True):
        here = Path(parent)
        # Sorted, so that of two links to one folder the same is followed on every machine.
        kept = []
        for child in sorted(folders):
            target = (here / child).resolve()
            if not child.startswith(".") and target not in entered:
                entered.add(target)
                kept.append(child)
        folders[:] = kept
        for file in files:
            if file.startswith(".") or Path(file).suffix.lower() not in SUFFIXES:
                continue
            if here == folder and file.lower() == "readme.md":
                continue
            yield (here / file).relative_to(folder).as_posix(), here / file


def _content(name: str, path: Path) -> bytes:
    try:
        if not path.is_file():
            raise DocumentError(name, "không phải là tệp thường" if path.exists() else "không tìm thấy tệp")
        if path.stat().st_size > LARGEST:
            raise DocumentError(name, "tệp lớn hơn 20 MB")
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise DocumentError(name, f"không mở được tệp ({error.strerror or error})") from error
    if len(data) > LARGEST:
        raise DocumentError(name, "tệp lớn hơn 20 MB")
    return data


def _front_matter(text: str) -> FrontMatter | None:
    """Return the YAML front matter of a Markdown text, or None when it has none that can be read."""
    match = _FRONT_MATTER.match(text)
    if match is None:
        return None
    try:
        fields = yaml.safe_load(match.group(1))
    except (yaml.YAMLError, ValueError, RecursionError, OverflowError):
        return None
    if not isinstance(fields, dict):
        return None
    title, source = fields.get("title"), fields.get("source")
    return FrontMatter(
        title=plain_title(str(title)) or None if title is not None else None,
        published=_day(fields.get("published")),
        source=str(source).strip() or None if source is not None else None,
        end=match.end(),
    )


def _day(value: Any) -> dt.date | None:
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    return parse_date(str(value)) if value is not None else None
