"""Which columns of a table of articles hold what: as the user says, else by the names that such tables mostly have.

What the user says is one line, `title=tieu_de,text=noi_dung,date=ngay`; a field may have several columns,
`text=noi_dung|body`, of which a file has one. It holds for the fields it names; the others keep their usual names.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields
from functools import cache, lru_cache
from typing import Any, Final

from retrieval.errors import InputError
from retrieval.language.normalize import fold

# What users call the fields; the first of two is how we write it.
_FIELDS: Final = {
    "title": "title",
    "lead": "lead",
    "text": "text",
    "date": "published",
    "published": "published",
    "source": "source",
    "url": "source",
}
FIELD_NAMES: Final = ("title", "lead", "text", "date", "source")
# The line that takes back an earlier one.
USUAL: Final = "auto"
# A comma may stand in the name of a column: it divides only where a field follows.
_DIVIDED: Final = re.compile(r",(?=\s*\w+\s*=)")
# How many columns of a file a message lists, and how much of a name it shows.
_LISTED: Final = 12
_SHOWN: Final = 30


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of each field in order of preference, compared without accents and case where not the same."""

    title: tuple[str, ...] = ("title", "headline", "tieu de", "tieude", "ten bai", "name")
    lead: tuple[str, ...] = ("lead", "sapo", "summary", "description", "tom tat", "mo ta")
    text: tuple[str, ...] = ("text", "content", "body", "article", "noi dung", "noidung", "bai viet", "full text")
    published: tuple[str, ...] = (
        *("published", "published at", "publish date", "pub date", "date", "time", "datetime"),
        *("ngay dang", "ngay", "thoi gian", "ngay xuat ban"),
    )
    source: tuple[str, ...] = ("source", "site", "publisher", "nguon", "bao", "url", "link")

    @classmethod
    def parse(cls, line: str) -> Columns:
        """Return what a line says (see the module; `auto` or "" says nothing). Raises InputError, which names it."""
        if line.strip().lower() in ("", USUAL):
            return cls()
        if any("\ud800" <= sign <= "\udfff" for sign in line):
            raise _wrong("có ký tự không đọc được; hãy gõ tên cột bằng UTF-8", "it cannot be read; type it in UTF-8")
        found: dict[str, tuple[str, ...]] = {}
        users: dict[str, str] = {}
        for part in _DIVIDED.split(line):
            given, sign, listed = (piece.strip() for piece in part.partition("="))
            names = tuple(name for piece in listed.split("|") if (name := piece.strip()))
            if not sign or not names:
                raise _wrong(f"“{_short(part)}” cần dạng TRƯỜNG=CỘT", f"“{_short(part)}” must look like FIELD=COLUMN")
            field = _FIELDS.get(given.lower())
            if field is None:
                known = ", ".join(FIELD_NAMES)
                raise _wrong(
                    f"không có trường “{_short(given)}”, chỉ có {known}",
                    f"there is no field “{_short(given)}”; the fields are {known}",
                )
            if field in found:
                raise _wrong(f"trường {given} được cho hai lần", f"the field {given} is given twice")
            for name in names:
                other = users.setdefault(plain(name), given)
                if other != given:
                    raise _wrong(
                        f"cột “{_short(name)}” được dùng cho cả {other} và {given}",
                        f"the column “{_short(name)}” is given for {other} and for {given}",
                    )
            found[field] = names
        return cls(**found)

    def __str__(self) -> str:
        """Return the line that says the same; "" when nothing was said."""
        return ",".join(f"{name}={'|'.join(columns)}" for name, columns in self.named().items())

    def named(self) -> dict[str, tuple[str, ...]]:
        """Return the columns that were named, by field as users call it."""
        usual = {field.name: field.default for field in fields(Columns)}
        chosen = {name: getattr(self, _FIELDS[name]) for name in FIELD_NAMES}
        return {name: columns for name, columns in chosen.items() if columns != usual[_FIELDS[name]]}

    def known_in(self, there: Collection[str]) -> frozenset[str]:
        """Return the fields that have a column among these, as users call them."""
        alike = frozenset(map(plain, there))
        return frozenset(
            name for name in FIELD_NAMES if any(plain(column) in alike for column in getattr(self, _FIELDS[name]))
        )

    def fault(self, there: Collection[str]) -> tuple[str, str] | None:
        """Return why a file with these columns cannot be read, in Vietnamese and English; None when it can."""
        counts, alike = Counter(iter(there)), Counter(map(plain, there))
        for field, names in self.named().items():
            name = next((name for name in names if name in counts or plain(name) in alike), None)
            if name is None:
                missing = "|".join(map(_short, names))
                return (
                    f"không có cột “{missing}” ({field}); tệp có các cột: {_list(there)}",
                    f"there is no column “{missing}” ({field}); its columns are: {_list(there)}",
                )
            if counts[name] > 1 or (not counts[name] and alike[plain(name)] > 1):
                return (
                    f"có hai cột tên “{_short(name)}” ({field}); hãy đổi tên một cột",
                    f"two of its columns are called “{_short(name)}” ({field}); rename one",
                )
        if not any(plain(name) in alike for name in self.text):
            return (
                f"không thấy cột nội dung (text, content, nội dung ...); tệp có các cột: {_list(there)}; hãy chỉ cột"
                " bằng --columns text=TÊN_CỘT",
                f"there is no column of text (text, content, nội dung ...); its columns are: {_list(there)}; name the"
                " column by --columns text=NAME",
            )
        return None


DEFAULT_COLUMNS: Final = Columns()


class Record:
    """One record of a table: its values by the names of its columns."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        """Take the values."""
        self._values = values
        self._alike = {plain(str(key)): value for key, value in values.items() if key}

    def pick(self, names: tuple[str, ...]) -> str:
        """Return the first value in a column of one of these names that is not empty, as text, or ""."""
        for name in names:
            value = self._values[name] if name in self._values else self._alike.get(plain(name))
            if isinstance(value, list) and all(isinstance(part, str) for part in value):
                value = "\n\n".join(value)
            if isinstance(value, str | int | float) and not isinstance(value, bool) and str(value).strip():
                return str(value)
        return ""


@cache
def columns_of(line: str) -> Columns:
    """Return `Columns.parse(line)`, kept: it is asked for with every file."""
    return Columns.parse(line)


@lru_cache(maxsize=4096)
def plain(name: str) -> str:
    """Return the name of a column as names are compared."""
    return fold(name[:200]).replace("_", " ").replace("-", " ").strip()


def _wrong(reason: str, english: str) -> InputError:
    return InputError(
        f"{reason}; ví dụ: title=tieu_de,text=noi_dung,date=ngay", f"{english}; example: title=tieu_de,text=noi_dung"
    )


def _list(names: Collection[str]) -> str:
    listed = [_short(name) for name in names if name]
    return ", ".join(listed[:_LISTED]) + (", …" if len(listed) > _LISTED else "") if listed else "–"


def _short(name: str) -> str:
    text = " ".join(name.split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
