"""The chat in a terminal; and without one: a question a line in, plain text out."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol, TextIO

from bot.loading import open_library
from bot.render import (
    AnswerParts,
    EvidenceParts,
    Line,
    Style,
    as_text,
    event_line,
    evidence_text,
    parts,
    shorten,
    visible,
)
from bot.settings import Settings
from bot.texts import say
from retrieval.answering.model import Answer, Conversation, EventSummary
from retrieval.errors import AiduError
from retrieval.language.normalize import fold

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

# Reading that takes longer than this shows a progress bar.
PATIENCE_S: Final = 1.0
# Events listed at once; more scroll away unread.
MOST_EVENTS: Final = 40

# Each command of the chat with its Vietnamese name.
HELP, SOURCES, EVENTS, EXIT = "/help", "/sources", "/events", "/exit"
COMMANDS: Final = {HELP: "/trogiup", SOURCES: "/nguon", EVENTS: "/sukien", EXIT: "/thoat"}
_ALIASES: Final = {alias: name for name, alias in COMMANDS.items()} | {name: name for name in COMMANDS}

# How a style of render.py looks in a terminal.
LOOKS: Final = {Style.PLAIN: "", Style.ANSWER: "bold green", Style.OFFICE: "cyan", Style.MARK: "bold reverse"}


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
            answer = self.library.ask(question, self.conversation, language=self.language)
        except AiduError as error:
            self.screen.say(say("error.prefix", self.language, message=error), style="red")
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
        elif len(self.last.evidence) < 2:
            self.screen.say(say("console.no_sources", self.language))
        else:
            for evidence in self.last.evidence[1:]:
                self.screen.evidence(evidence)

    def _events(self, words: str) -> None:
        lines = [event_line(event, self.language) for event in self.library.events()]
        wanted = fold(words).split()
        found = [line for line in lines if all(word in fold(line) for word in wanted)]
        for line in found[:MOST_EVENTS]:
            self.screen.say(f"- {line}")
        if len(found) > MOST_EVENTS:
            self.screen.say(say("console.more_events", self.language, count=len(found) - MOST_EVENTS), style="dim")
        elif not found and lines:
            self.screen.say(say("console.no_events_matching", self.language, words=shorten(words)))
        elif not found:
            self.screen.say(say("console.no_events", self.language))


def chat(settings: Settings) -> int:
    """Read the corpus and chat until the user leaves; return the exit status. Errors are those of `Library.read`."""
    if sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty():
        return _chat_in_terminal(settings)
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
    loaded = _loaded(len(library.documents), len(library.events()), time.perf_counter() - started, settings)
    print(*loaded, sep="\n", file=sys.stderr)
    chatting = Chat(library, PlainScreen(sys.stdout, settings.language), settings.language)
    for line in _piped_lines():
        if not chatting.take(line):
            break
    return 0


def _piped_lines() -> Iterator[str]:
    if sys.stdin is None:  # closed by whoever started us
        return
    # Bytes that are no UTF-8 become question marks: the answer to such a line says more than an error would.
    for line in sys.stdin.buffer:
        yield line.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")


def _loaded(documents: int, events: int, seconds: float, settings: Settings) -> list[str]:
    """Return the lines that say what was loaded and how long it took."""
    number = f"{seconds:.1f}"
    if settings.language == "vi":
        number = number.replace(".", ",")
    lines = [say("loading.done", settings.language, documents=documents, events=events, seconds=number)]
    if settings.sample:
        lines.append(say("loading.sample", settings.language))
    return lines


# --- in a terminal -------------------------------------------------------------------------------------------------


class TerminalScreen:
    """Shows answers in colours, as far as the terminal and NO_COLOR allow."""

    def __init__(self, console: Console, language: str) -> None:
        self._console = console
        self._language = language

    def answer(self, answer: AnswerParts) -> None:
        """Show an answer with its main evidence, and how to see more."""
        for line in answer.lines:
            self._console.print(_styled(line, "" if answer.found else "yellow"))
        if answer.nearest:
            self.say(say("answer.nearest", self._language))
            for event in answer.nearest:
                self.say(f"- {event.text}")
        for evidence in answer.evidence[:1]:
            self.evidence(evidence)
        if len(answer.evidence) > 1:
            self.say(say("console.more_sources", self._language, count=len(answer.evidence) - 1), style="dim")
        if not answer.evidence:
            self._console.print()

    def evidence(self, evidence: EvidenceParts) -> None:
        """Show a quote behind a bar, its answer set apart, and where it stands."""
        from rich.padding import Padding

        quote = _styled(evidence.quote, "italic")
        self._console.print(Padding(quote, (1, 0, 0, 2)))
        self._console.print(Padding(_source(evidence, self._language), (0, 0, 1, 2)))

    def say(self, text: str, *, style: str = "") -> None:
        """Show a line of ours."""
        from rich.text import Text

        self._console.print(Text(visible(text), style=style))


def _styled(line: Line, base: str) -> Text:
    from rich.text import Text

    text = Text(style=base)
    for run in line:
        text.append(visible(run.text), style=LOOKS[run.style])
    return text


def _source(evidence: EvidenceParts, language: str) -> Text:
    from rich.text import Text

    return Text(visible(say("answer.source", language, source=evidence.source)), style="dim")


def _chat_in_terminal(settings: Settings) -> int:
    from rich.console import Console

    console = Console(highlight=False, emoji=False, markup=False)
    screen = TerminalScreen(console, settings.language)
    started = time.perf_counter()
    with _ProgressBar(console, say("loading.progress", settings.language)) as progress:
        library = open_library(settings, progress)
    seconds = time.perf_counter() - started
    for line in _loaded(len(library.documents), len(library.events()), seconds, settings):
        screen.say(line, style="dim")
    screen.say(say("console.hint", settings.language), style="dim")
    chatting = Chat(library, screen, settings.language)
    read = _line_reader(settings.language, screen)
    try:
        while chatting.take(read()):
            pass
    except (EOFError, KeyboardInterrupt):
        pass
    screen.say(say("console.goodbye", settings.language), style="dim")
    return 0


class _ProgressBar:
    """Shows a bar once reading has taken longer than PATIENCE_S; gone when done."""

    def __init__(self, console: Console, label: str) -> None:
        from rich.progress import Progress

        self._progress = Progress(console=console, transient=True)
        self._label = label
        self._started = time.monotonic()
        self._shown = False

    def __enter__(self) -> Callable[[int, int], None]:
        return self._advance

    def __exit__(self, *_: object) -> None:
        if self._shown:
            self._progress.stop()

    def _advance(self, done: int, total: int) -> None:
        if not self._shown:
            if time.monotonic() - self._started < PATIENCE_S:
                return
            self._shown = True
            self._task = self._progress.add_task(self._label, total=total)
            self._progress.start()
        self._progress.update(self._task, completed=done, total=total)


def _line_reader(language: str, screen: Screen) -> Callable[[], str]:
    """Return what reads one line from the user, with editing, a history and the commands completed."""
    from prompt_toolkit import PromptSession
    from prompt_toolkit.auto_suggest import AutoSuggestFromHistory
    from prompt_toolkit.completion import WordCompleter
    from prompt_toolkit.formatted_text import FormattedText

    from bot.history import open_history

    history, trouble = open_history()
    if trouble is not None:
        screen.say(say("console.history", language, path=shorten(str(trouble))), style="yellow")
    names = {
        spelled: say(f"console.help_{name[1:]}", language)
        for name, alias in COMMANDS.items()
        for spelled in (name, alias)
    }
    session: PromptSession[str] = PromptSession(
        history=history,
        auto_suggest=AutoSuggestFromHistory(),
        completer=WordCompleter(list(names), meta_dict=names, sentence=True),
        complete_while_typing=True,
        enable_history_search=False,
    )
    prompt = FormattedText([("bold ansigreen", f"{say('console.prompt', language)} › ")])
    return lambda: session.prompt(prompt)
