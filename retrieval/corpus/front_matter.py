"""The front matter of a Markdown file: title, date and source between two lines of `---`."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any, Final

import yaml

from retrieval.corpus.cleaning import FrontMatter, plain_title
from retrieval.corpus.page_date import parse_date

_FRONT_MATTER: Final = re.compile(r"\s*---[ \t]*\n(.{0,5000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_FIELD: Final = re.compile(r"^(title|published|date|source)[ \t]*:[ \t]*(.+)$", re.MULTILINE)


class _Loader(yaml.SafeLoader):
    """SafeLoader without aliases: nobody needs them for three fields, and chained they grow without bound."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("aliases are not read")
        return super().compose_node(parent, index)


def front_matter(text: str) -> FrontMatter | None:
    """Return the front matter of a Markdown text, or None when it has none (or nothing in it can be read)."""
    match = _FRONT_MATTER.match(text)
    if match is None:
        return None
    fields = _fields(match.group(1))
    title, source = _scalar(fields.get("title")), _scalar(fields.get("source"))
    published = _day(fields.get("published")) or _day(fields.get("date"))
    if not (title or source or published):
        return None
    return FrontMatter(plain_title(title) or None if title else None, published, source, match.end())


def _fields(block: str) -> dict[Any, Any]:
    try:
        loaded = yaml.load(block, Loader=_Loader)
    except Exception:
        # Most often a title with a colon in it and without quotes: the lines still say what they mean. What the tags of
        # YAML do with a value that is none of theirs ("!!int x", "!!bool x") raises almost anything.
        return {key: value.strip().strip("\"'") for key, value in _FIELD.findall(block)}
    return loaded if isinstance(loaded, dict) else {}


def _scalar(value: Any) -> str | None:
    try:
        return str(value).strip() or None if isinstance(value, str | int | float) else None
    except ValueError:  # a hexadecimal number with more digits than Python writes out
        return None


def _day(value: Any) -> dt.date | None:
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    return parse_date(value) if isinstance(value, str) else None
