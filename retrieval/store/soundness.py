"""Whether a library file is whole, as far as that can be seen without understanding what it holds."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Final

from retrieval.store.codec import CodecError, check_bytes
from retrieval.store.faults import damaged

# What every reading has one entry of, and all tables that hold what store/codec.py wrote.
OF_EACH_READING: Final = ("texts", "facts", "passages", "people", "events")
_TABLES: Final = (*OF_EACH_READING, "terms", "words")


def check_structure(connection: sqlite3.Connection, file: Path) -> None:
    """Raise DamagedError where SQLite finds a page of the file that cannot be one of ours."""
    if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise damaged(file)


def check_contents(connection: sqlite3.Connection, file: Path) -> None:
    """Raise DamagedError where the checksum of an entry is wrong or an entry is missing; takes 8 s for a gigabyte.

    Entries of another version are no damage. sqlite3.Error where a page cannot be read.
    """
    for table in _TABLES:
        for (data,) in connection.execute(f"SELECT data FROM {table}"):
            try:
                check_bytes(data)
            except CodecError as error:
                raise damaged(file) from error
    if any(missing_from(connection, table) for table in OF_EACH_READING):
        raise damaged(file)


def missing_from(connection: sqlite3.Connection, table: str) -> int:
    """Return how many readings have no entry in one of the tables that should have one of each."""
    sql = f"SELECT count(*) FROM readings WHERE id NOT IN (SELECT reading FROM {table})"
    return int(connection.execute(sql).fetchone()[0])
