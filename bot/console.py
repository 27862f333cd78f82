"""The chat: what a typed line does, and the chat without a terminal (a question a line in, plain text out).

The chat in a terminal is in terminal.py, which is imported only when there is one.
"""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass
from typing import Final, Protocol, TextIO

from bot.batch import MOST_LINE_BYTES, lines_of
from bot.event_search import events_with
from bot.loading import left_out_lines, open_library
from bot.render import (
    AnswerParts,
    EvidenceParts,
    as_text,
    event_line,
    evidence_text,
    parts,
    readable,
    shorten,
    visible,
)
from bot.settings import Settings
from bot.texts import say
from retrieval.answering.model import Answer, Conversation, EventSummary
from retrieval.errors import AiduError

# Events listed at once; more scroll away unread.
MOST_EVENTS: Final = 40

# Each command of the chat with its Vietnamese name.
HELP, SOURCES, EVENTS, EXIT = "/help", "/sources", "/events", "/exit"
COMMANDS: Final = {HELP: "/trogiup", SOURCES: "/nguon", EVENTS: "/sukien", EXIT: "/thoat"}
_ALIASES: Final = {alias: name for name, alias in COMMANDS.items()} | {name: name for name in COMMANDS}


class Answerer(Protocol):
    """What the chat asks: a Library."""

    def ask(self, question: str, conversation: Conversation | None = None, *, language: str = "vi") -> Answer:
        """Answer one question."""
        ...

    def events(self) -> tuple[EventSummary, ...]:
        """Return the events, by date."""
        ...


class Screen(Protocol):
    """Where the chat shows things: a terminal in colours, or a stream of plain text."""

    def answer(self, answer: AnswerParts) -> None:
        """Show an answer with its main evidence."""
        ...

    def evidence(self, evidence: EvidenceParts) -> None:
        """Show one more piece of evidence."""
        ...

    def say(self, text: str, *, style: str = "") -> None:
        """Show a line of ours."""
        ...


@dataclass
class Chat:
    """One conversation: what was asked last, and what the commands refer to."""

    library: Answerer
    screen: Screen
    language: str
    conversation: Conversation | None = None
    last: AnswerParts | None = None

    def take(self, typed: str) -> bool:
        """Answer a question or obey a command, and return whether the chat goes on. A blank line does nothing."""
        typed = typed.strip()
        if not typed:
            return True
        if not typed.startswith("/"):
            self._ask(typed)
            return True
        given, _, words = typed.partition(" ")
        command = _ALIASES.get(given.lower())
        if command == HELP:
            self._help()
        elif command == SOURCES:
            self._sources()
        elif command == EVENTS:
            self._events(words.strip())
        elif command is None:
            self.screen.say(say("console.unknown", self.language, given=shorten(given)), style="red")
        return command != EXIT

    def _ask(self, question: str) -> None:
        try:
            answer = self.library.ask(readable(question), self.conversation, language=self.language)
        except AiduError as error:
            self.screen.say(say("error.prefix", self.language, message=error.said(self.language)), style="red")
            return
        self.conversation = answer.conversation
        self.last = parts(answer, self.language)
        self.screen.answer(self.last)

    def _help(self) -> None:
        self.screen.say(say("console.help_title", self.language), style="bold")
        width = max(len(name) + len(alias) for name, alias in COMMANDS.items()) + 4
        for name, alias in COMMANDS.items():
            explained = say(f"console.help_{name[1:]}", self.language)
            self.screen.say(f"  {f'{name}, {alias}':<{width}}{explained}")
        self.screen.say(say("console.examples", self.language), style="dim")

    def _sources(self) -> None:
        if self.last is None:
            self.screen.say(say("console.no_answer_yet", self.language))
        elif len(self.last.evidence) <= self.last.proofs:
            self.screen.say(say("console.no_sources", self.language))
        else:
            for evidence in self.last.evidence[self.last.proofs :]:
                self.screen.evidence(evidence)

    def _events(self, words: str) -> None:
        events = self.library.events()
        found = events_with(events, words, self.language)
        for event in found[:MOST_EVENTS]:
            self.screen.say(f"- {event_line(event, self.language)}")
        if len(found) > MOST_EVENTS:
            self.screen.say(say("console.more_events", self.language, count=len(found) - MOST_EVENTS), style="dim")
        elif not found and events:
            self.screen.say(say("console.no_events_matching", self.language, words=shorten(words)))
        elif not found:
            self.screen.say(say("console.no_events", self.language))


def chat(settings: Settings) -> int:
    """Read the corpus and chat until the user leaves; return the exit status. Errors are those of `Library.read`."""
    if sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty():
        from bot import terminal

        return terminal.chat(settings)
    return _chat_in_pipe(settings)


# --- without a terminal --------------------------------------------------------------------------------------------


@dataclass
class PlainScreen:
    """Shows plain text, a blank line after each answer, and nothing kept back in a buffer."""

    out: TextIO
    language: str

    def answer(self, answer: AnswerParts) -> None:
        """Show an answer with its main evidence."""
        print(as_text(answer, self.language), end="\n\n", file=self.out, flush=True)

    def evidence(self, evidence: EvidenceParts) -> None:
        """Show one more piece of evidence."""
        print(*evidence_text(evidence, self.language), sep="\n", end="\n\n", file=self.out, flush=True)

    def say(self, text: str, *, style: str = "") -> None:
        """Show a line of ours."""
        print(visible(text), file=self.out, flush=True)


def _chat_in_pipe(settings: Settings) -> int:
    started = time.perf_counter()
    library = open_library(settings)
    loaded = loaded_lines(len(library.documents), len(library.events()), time.perf_counter() - started, settings)
    print(*loaded, sep="\n", file=sys.stderr)
    chatting = Chat(library, PlainScreen(sys.stdout, settings.language), settings.language)
    # A stream that whoever started us has closed is None.
    for line in lines_of(sys.stdin.buffer) if sys.stdin is not None else ():
        if line is None:
            problem = say("console.too_long", settings.language, limit=MOST_LINE_BYTES)
            chatting.screen.say(say("error.prefix", settings.language, message=problem))
        # Bytes that are no UTF-8 become question marks: the answer to such a line says more than an error would.
        elif not chatting.take(line.decode("utf-8", "replace")):
            break
    return 0


def loaded_lines(documents: int, events: int, seconds: float, settings: Settings) -> list[str]:
    """Return the lines that say what was loaded and how long it took."""
    number = f"{seconds:.1f}"
    if settings.language == "vi":
        number = number.replace(".", ",")
    lines = [say("loading.done", settings.language, documents=documents, events=events, seconds=number)]
    if settings.sample:
        lines.append(say("loading.sample", settings.language))
    elif settings.library is None:
        lines.extend(left_out_lines(settings.corpus, settings.language))
    return lines
