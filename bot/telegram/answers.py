"""The answers that were sent: found again when a question is edited, a button pressed, or an answer replied to."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from bot.telegram.codec import decode_answer, decode_conversation, encode_answer, encode_conversation
from bot.telegram.storage import Database
from retrieval.answering.model import Answer, Conversation

# How long buttons and edits work; rated answers are kept.
KEPT_S = 60 * 24 * 3600.0


@dataclass(frozen=True, slots=True)
class Asked:
    """One question and where it came from.

    `question_id` is the message that asked (None for a button), `question_date` when it was written (seconds of the
    epoch): a number alone may come again, on another server. `version` orders the edits of one message. `title` is
    shown above the answer when no message shows the question. `before` is the conversation that it leaned on.
    """

    chat_id: int | None
    question_id: int | None
    thread_id: int | None
    key: str
    question: str
    language: str
    version: str = ""
    title: str = ""
    question_date: int = 0
    before: Conversation | None = None


@dataclass(frozen=True, slots=True)
class Sent:
    """An answer that was sent, as `message_ids` of one chat or as one inline message.

    `forgotten` says that the asker had the conversation forgotten since.
    """

    id: int
    asked: Asked
    answer: Answer | None
    message_ids: tuple[int, ...]
    created: float
    inline_message_id: str | None = None
    forgotten: bool = False


@dataclass(frozen=True, slots=True)
class Vote:
    """A person's vote (+1 or -1) on an answer that was `created` then; the answer is as it was sent last."""

    answer_id: int
    user_id: int
    vote: int
    updated: float
    created: float
    question: str
    answer: str


class Answers:
    """The answers sent, their messages and their ratings."""

    def __init__(self, database: Database, now: Callable[[], float] = time.time) -> None:
        self._database = database
        self._now = now

    async def reserve(self, asked: Asked) -> int:
        """Note a question and return the id of its answer-to-be, the same for every edit of one message."""

        def work(connection: sqlite3.Connection) -> int:
            connection.execute(
                "UPDATE answers SET question_id = NULL WHERE chat_id = ? AND question_id = ? AND question_date <> ?",
                (asked.chat_id, asked.question_id, asked.question_date),
            )
            row = connection.execute(
                "INSERT INTO answers (chat_id, question_id, question_date, thread_id, key, version, question, title, "
                "language, before, created) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                "ON CONFLICT (chat_id, question_id) DO UPDATE SET created = excluded.created RETURNING id",
                (
                    *(asked.chat_id, asked.question_id, asked.question_date, asked.thread_id, asked.key),
                    *(asked.version, asked.question, asked.title, asked.language),
                    *(encode_conversation(asked.before), self._now()),
                ),
            ).fetchone()
            return int(row[0])

        return await self._database.run(work)

    async def record(
        self,
        answer_id: int,
        asked: Asked,
        answer: Answer | None,
        message_ids: Sequence[int] = (),
        inline_message_id: str | None = None,
    ) -> None:
        """Keep what was answered and in which messages, in place of what was kept before."""

        def work(connection: sqlite3.Connection) -> None:
            connection.execute(
                "UPDATE answers SET version = ?, question = ?, language = ?, before = ?, answer = ?, "
                "inline_message_id = ? WHERE id = ?",
                (
                    *(asked.version, asked.question, asked.language, encode_conversation(asked.before)),
                    *(encode_answer(answer) if answer else None, inline_message_id, answer_id),
                ),
            )
            connection.execute("DELETE FROM answer_messages WHERE answer_id = ?", (answer_id,))
            connection.executemany(
                "INSERT OR REPLACE INTO answer_messages (chat_id, message_id, answer_id, position) VALUES (?, ?, ?, ?)",
                [(asked.chat_id, message_id, answer_id, position) for position, message_id in enumerate(message_ids)],
            )

        await self._database.run(work)

    async def by_id(self, answer_id: int) -> Sent | None:
        """Return an answer, or None when it is too old or never was."""
        return await self._database.run(partial(_find, "id = ?", (answer_id,)))

    async def by_question(self, chat_id: int, question_id: int, question_date: int) -> Sent | None:
        """Return the answer to a message."""
        where = "chat_id = ? AND question_id = ? AND question_date = ?"
        return await self._database.run(partial(_find, where, (chat_id, question_id, question_date)))

    async def by_message(self, chat_id: int, message_id: int) -> Sent | None:
        """Return the answer that a message of the bot's belongs to."""
        where = "id = (SELECT answer_id FROM answer_messages WHERE chat_id = ? AND message_id = ?)"
        return await self._database.run(partial(_find, where, (chat_id, message_id)))

    async def rate(self, answer_id: int, user_id: int, vote: int, library: str | None = None) -> bool:
        """Keep a person's vote (+1 or -1) on an answer, in place of an earlier one; tell whether anything changed.

        `library` is the library file that the answer came from, which is to have the vote too.
        """

        def work(connection: sqlite3.Connection) -> bool:
            changed = connection.execute(
                "INSERT INTO feedback (answer_id, user_id, vote, updated, library) VALUES (?, ?, ?, ?, ?) "
                "ON CONFLICT (answer_id, user_id) DO UPDATE SET vote = excluded.vote, updated = excluded.updated, "
                "library = excluded.library, kept = 0 WHERE vote <> excluded.vote",
                (answer_id, user_id, vote, self._now(), library),
            )
            return changed.rowcount > 0

        return await self._database.run(work)

    async def unkept(self, library: str, most: int) -> list[Vote]:
        """Return votes that a library file is to have and was not seen to have, the oldest first."""

        def work(connection: sqlite3.Connection) -> list[Vote]:
            rows = connection.execute(
                "SELECT f.answer_id, f.user_id, f.vote, f.updated, a.created, a.question, a.answer FROM feedback AS f "
                "JOIN answers AS a ON a.id = f.answer_id WHERE f.library = ? AND NOT f.kept ORDER BY f.updated LIMIT ?",
                (library, most),
            ).fetchall()
            return [
                Vote(number, person, vote, updated, created, question, decode_answer(answer).text if answer else "")
                for number, person, vote, updated, created, question, answer in rows
            ]

        return await self._database.run(work)

    async def mark_kept(self, votes: Sequence[Vote]) -> None:
        """Note that the library has these votes; one that was changed meanwhile is to be brought again."""

        def work(connection: sqlite3.Connection) -> None:
            connection.executemany(
                "UPDATE feedback SET kept = 1 WHERE answer_id = ? AND user_id = ? AND updated = ?",
                [(vote.answer_id, vote.user_id, vote.updated) for vote in votes],
            )

        await self._database.run(work)

    async def ratings(self) -> tuple[int, int]:
        """Return how many votes are up and how many down."""

        def work(connection: sqlite3.Connection) -> tuple[int, int]:
            up, down = connection.execute(
                "SELECT coalesce(sum(vote > 0), 0), coalesce(sum(vote < 0), 0) FROM feedback"
            ).fetchone()
            return int(up), int(down)

        return await self._database.run(work)

    async def prompts(self, questions: Sequence[str]) -> list[int]:
        """Return an id for each question, to stand in a button's data; the same question always gets the same id."""

        def work(connection: sqlite3.Connection) -> list[int]:
            return [
                int(
                    connection.execute(
                        "INSERT INTO prompts (question) VALUES (?) "
                        "ON CONFLICT (question) DO UPDATE SET question = question RETURNING id",
                        (question,),
                    ).fetchone()[0]
                )
                for question in questions
            ]

        return await self._database.run(work)

    async def prompt(self, prompt_id: int) -> str | None:
        """Return the question behind a button."""

        def work(connection: sqlite3.Connection) -> str | None:
            row = connection.execute("SELECT question FROM prompts WHERE id = ?", (prompt_id,)).fetchone()
            return str(row[0]) if row else None

        return await self._database.run(work)

    async def prune(self) -> None:
        """Forget old answers that nobody rated."""

        def work(connection: sqlite3.Connection) -> None:
            old = "created < ? AND id NOT IN (SELECT answer_id FROM feedback)"
            limit = (self._now() - KEPT_S,)
            connection.execute(
                f"DELETE FROM answer_messages WHERE answer_id IN (SELECT id FROM answers WHERE {old})", limit
            )
            connection.execute(f"DELETE FROM answers WHERE {old}", limit)

        await self._database.run(work)


def _find(where: str, parameters: tuple[int, ...], connection: sqlite3.Connection) -> Sent | None:
    row = connection.execute(
        "SELECT id, chat_id, question_id, thread_id, key, version, question, title, language, before, answer, created, "
        f"inline_message_id, forgotten, question_date FROM answers WHERE {where}",
        parameters,
    ).fetchone()
    if row is None:
        return None
    messages = connection.execute(
        "SELECT message_id FROM answer_messages WHERE answer_id = ? ORDER BY position", (row[0],)
    ).fetchall()
    asked = Asked(
        chat_id=row[1],
        question_id=row[2],
        thread_id=row[3],
        key=row[4],
        version=row[5],
        question=row[6],
        title=row[7],
        language=row[8],
        question_date=row[14],
        before=decode_conversation(row[9]),
    )
    answer = decode_answer(row[10]) if row[10] else None
    return Sent(row[0], asked, answer, tuple(message[0] for message in messages), row[11], row[12], bool(row[13]))
