"""What every handler works with: the library, the bot's memory, its limits and its figures."""

from __future__ import annotations

import asyncio
import sqlite3
import statistics
import time
from collections import deque
from collections.abc import AsyncIterator, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Protocol, TypeAlias

from telegram.ext import Application, CallbackContext, ExtBot

from bot.telegram.answers import Answers
from bot.telegram.chats import Chats
from bot.telegram.conversations import Conversations
from bot.telegram.feedback import FeedbackKeeper
from bot.telegram.rate_limit import AskingLimit
from bot.telegram.redaction import Redactor
from bot.telegram.settings import TelegramSettings
from bot.telegram.storage import Database
from bot.telegram.updates import Journal
from retrieval.answering.model import Answer, Conversation, EventSummary
from retrieval.corpus.document import Document
from retrieval.errors import DocumentError


class Answerer(Protocol):
    """What the bot needs of `retrieval.Library`. Asked from several threads at once."""

    @property
    def documents(self) -> Sequence[Document]:
        """The documents held."""

    @property
    def warnings(self) -> Sequence[DocumentError]:
        """The documents that could not be read."""

    def ask(self, question: str, conversation: Conversation | None = None, *, language: str = "vi") -> Answer:
        """Answer a question; QuestionError when it is empty, too long or unreadable."""

    def events(self) -> Sequence[EventSummary]:
        """The events, by date."""

    def refreshed(self) -> Answerer:
        """What there is now: this one where nothing changed. AiduError when it cannot be read."""


class Shelf:
    """The library in use, and the threads that ask it, so that the event loop never waits for an answer."""

    def __init__(self, library: Answerer, workers: int, timeout_s: float) -> None:
        self.library = library
        self.read_at = time.time()
        self._timeout_s = timeout_s
        self._executor = ThreadPoolExecutor(max_workers=workers, thread_name_prefix="aidu-answers")

    def replace(self, library: Answerer) -> None:
        """Use another library from the next question on; questions under way keep theirs."""
        self.library = library
        self.read_at = time.time()

    async def ask(self, question: str, conversation: Conversation | None, language: str) -> Answer:
        """Answer a question in a thread; QuestionError as the library, TimeoutError when it takes too long."""
        work = partial(self.library.ask, question, conversation, language=language)
        return await asyncio.wait_for(asyncio.get_running_loop().run_in_executor(self._executor, work), self._timeout_s)

    async def events(self) -> Sequence[EventSummary]:
        """Return the library's events."""
        return await asyncio.get_running_loop().run_in_executor(self._executor, self.library.events)

    def close(self) -> None:
        """Let the threads go."""
        self._executor.shutdown(wait=False, cancel_futures=True)


class Turns:
    """Locks by key: questions of one conversation are answered one after the other, in the order they came."""

    def __init__(self) -> None:
        self._locks: dict[str, tuple[asyncio.Lock, int]] = {}

    @asynccontextmanager
    async def of(self, key: str) -> AsyncIterator[None]:
        """Wait for one's turn, and keep it while the context lasts."""
        lock, users = self._locks.get(key, (asyncio.Lock(), 0))
        self._locks[key] = lock, users + 1
        try:
            async with lock:
                yield
        finally:
            lock, users = self._locks[key]
            if users == 1:
                del self._locks[key]
            else:
                self._locks[key] = lock, users - 1


@dataclass(frozen=True, slots=True)
class Today:
    """Figures of the questions since midnight; `median_ms` is None without questions."""

    questions: int
    not_found: int
    median_ms: float | None


class Figures:
    """How many questions were answered, how, and how fast."""

    KEPT_S = 8 * 24 * 3600.0

    def __init__(self, database: Database, now: Callable[[], float] = time.time) -> None:
        self._database = database
        self._now = now

    async def note(self, found: bool, elapsed_ms: float) -> None:
        """Count a question."""
        await self._database.run(
            lambda connection: connection.execute(
                "INSERT INTO questions VALUES (?, ?, ?)", (self._now(), int(found), elapsed_ms)
            )
        )

    async def today(self) -> Today:
        """Return the figures since midnight, local time."""
        now = time.localtime(self._now())
        midnight = time.mktime((now.tm_year, now.tm_mon, now.tm_mday, 0, 0, 0, 0, 0, -1))

        def work(connection: sqlite3.Connection) -> Today:
            rows = connection.execute(
                "SELECT found, elapsed_ms FROM questions WHERE asked >= ?", (midnight,)
            ).fetchall()
            median_ms = statistics.median(elapsed for _, elapsed in rows) if rows else None
            return Today(len(rows), sum(not found for found, _ in rows), median_ms)

        return await self._database.run(work)

    async def prune(self) -> None:
        """Forget what is older than a week."""
        await self._database.run(
            lambda connection: connection.execute("DELETE FROM questions WHERE asked < ?", (self._now() - self.KEPT_S,))
        )


@dataclass(slots=True)
class Desk:
    """All that handlers share; one a running bot."""

    settings: TelegramSettings
    language: str
    shelf: Shelf
    database: Database
    answers: Answers
    conversations: Conversations
    chats: Chats
    journal: Journal
    figures: Figures
    limit: AskingLimit
    command_limit: AskingLimit
    inline_limit: AskingLimit
    redactor: Redactor
    feedback: FeedbackKeeper | None = None
    turns: Turns = field(default_factory=Turns)
    errors: deque[str] = field(default_factory=lambda: deque(maxlen=5))
    reported: float = float("-inf")
    unreported: int = 0
    telling: set[asyncio.Task[None]] = field(default_factory=set)
    turned_away: set[int] = field(default_factory=set)
    latest_inline: dict[int, str] = field(default_factory=dict)
    started: float = field(default_factory=time.time)

    @classmethod
    def open(
        cls,
        settings: TelegramSettings,
        language: str,
        library: Answerer,
        redactor: Redactor,
        library_file: Path | None = None,
    ) -> Desk:
        """Open the bot's SQLite file and set out everything; sqlite3.Error or OSError when the file cannot be used.

        `library_file` is the file that the library is, where it is one: votes are kept there too.
        """
        database = Database(settings.database)
        database.open()
        answers = Answers(database)
        return cls(
            settings=settings,
            language=language,
            shelf=Shelf(library, settings.workers, settings.answer_timeout_s),
            database=database,
            answers=answers,
            conversations=Conversations(database, settings.conversation_minutes * 60),
            chats=Chats(database),
            journal=Journal(database),
            figures=Figures(database),
            limit=AskingLimit(settings.questions_per_minute),
            command_limit=AskingLimit(settings.questions_per_minute),
            # Inline mode asks again with every few letters typed.
            inline_limit=AskingLimit(6 * settings.questions_per_minute),
            redactor=redactor,
            feedback=FeedbackKeeper(answers, library_file, settings.bot_id, language) if library_file else None,
        )

    async def language_of(self, chat_id: int | None) -> str:
        """Return the language to speak in a chat."""
        return (chat_id is not None and (await self.chats.get(chat_id)).language) or self.language

    async def prune(self) -> None:
        """Forget what need not be kept any longer."""
        for keeper in (self.answers, self.conversations, self.journal, self.figures):
            await keeper.prune()

    def close(self) -> None:
        """Let threads and file go."""
        self.shelf.close()
        self.database.close()


Context: TypeAlias = CallbackContext[ExtBot[int], dict[Any, Any], dict[Any, Any], Desk]
App: TypeAlias = Application[ExtBot[int], Context, dict[Any, Any], dict[Any, Any], Desk, None]
