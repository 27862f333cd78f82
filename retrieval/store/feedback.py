"""What users say of answers, kept in the library file beside what the answers came from."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from retrieval.errors import LibraryError
from retrieval.store import schema
from retrieval.store.database import open_to_read, opened_to_write, transaction
from retrieval.store.faults import explained, without_feedback


class Verdict(StrEnum):
    """What a user says of an answer."""

    RIGHT = "right"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Feedback:
    """One person's verdict on one answer.

    `origin` stands for the person and the answer, and tells nothing of either: what comes again under the same one
    takes the place of what was there. `at` is the time (UTC, ISO).
    """

    origin: str
    at: str
    question: str
    answer: str
    verdict: Verdict


def keep(file: Path, given: Iterable[Feedback]) -> None:
    """Write feedback into a library file, all or nothing.

    Raises BusyError when another process is writing the file, LibraryError when it is missing, damaged or may not be
    written. What is held does not change by it: nobody need load anything anew.
    """
    if not file.is_file():
        raise LibraryError(
            f"không thấy tệp thư viện “{file}” để ghi đánh giá; hãy chép lại tệp này",
            f"the library file “{file}”, which feedback is kept in, is missing; put it back",
        )
    with opened_to_write(file) as connection, transaction(connection):
        connection.executemany(
            "INSERT INTO feedback (origin, at, question, answer, verdict) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (origin) DO UPDATE SET at = excluded.at, question = excluded.question,"
            " answer = excluded.answer, verdict = excluded.verdict",
            [(f.origin, f.at, f.question, f.answer, f.verdict.value) for f in given],
        )


def counts(connection: sqlite3.Connection) -> tuple[int, int]:
    """Return how many answers were called right, and how many wrong; none where the file lost its feedback."""
    if schema.FEEDBACK in schema.missing(connection):
        return 0, 0
    found = dict(connection.execute("SELECT verdict, count(*) FROM feedback GROUP BY verdict"))
    return int(found.get(Verdict.RIGHT.value, 0)), int(found.get(Verdict.WRONG.value, 0))


def kept_in(file: Path) -> list[Feedback]:
    """Return the feedback in a library file, by time; what else the file holds may be damaged.

    Raises LibraryError when it cannot be read, or lost its feedback.
    """
    connection = open_to_read(file, only_feedback=True)
    try:
        with explained(file):
            if schema.FEEDBACK in schema.missing(connection):
                raise without_feedback(file)
            rows = connection.execute(
                "SELECT coalesce(origin, ''), at, question, answer, verdict FROM feedback ORDER BY at, id"
            ).fetchall()
    finally:
        connection.close()
    return [Feedback(origin, at, question, answer, Verdict(verdict)) for origin, at, question, answer, verdict in rows]
