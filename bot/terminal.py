"""The chat in a terminal: colours and a progress bar by rich, line editing and history by prompt-toolkit."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from prompt_toolkit import PromptSession
from prompt_toolkit.auto_suggest import AutoSuggestFromHistory
from prompt_toolkit.completion import WordCompleter
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.history import FileHistory, History, InMemoryHistory
from rich.console import Console
from rich.padding import Padding
from rich.progress import Progress
from rich.text import Text

from bot.console import COMMANDS, Chat, loaded_lines
from bot.loading import open_library
from bot.render import (
    AnswerParts,
    EvidenceParts,
    Line,
    Style,
    further_nearest,
    main_evidence,
    nearest_heading,
    shorten_path,
    source_line,
    visible,
)
from bot.settings import Settings, state_folder
from bot.texts import say

# Reading that takes longer than this shows a progress bar.
PATIENCE_S: Final = 1.0

# How a style of render.py looks here.
LOOKS: Final = {Style.PLAIN: "", Style.ANSWER: "bold green", Style.OFFICE: "cyan", Style.MARK: "bold reverse"}


def chat(settings: Settings) -> int:
    """Read the corpus and chat until the user leaves; return the exit status. Errors are those of `Library.read`."""
    console = Console(highlight=False, emoji=False, markup=False)
    screen = TerminalScreen(console, settings.language)
    started = time.perf_counter()
    with ProgressBar(console, say("loading.progress", settings.language)) as progress:
        library = open_library(settings, progress)
    seconds = time.perf_counter() - started
    for line in loaded_lines(len(library.documents), len(library.events()), seconds, settings):
        screen.say(line, style="dim")
    screen.say(say("console.hint", settings.language), style="dim")
    chatting = Chat(library, screen, settings.language)
    read = line_reader(settings.language, screen)
    try:
        while chatting.take(read()):
            pass
    except (EOFError, KeyboardInterrupt):
        pass
    screen.say(say("console.goodbye", settings.language), style="dim")
    return 0


class TerminalScreen:
    """Shows answers in colours, as far as the terminal and NO_COLOR allow."""

    def __init__(self, console: Console, language: str) -> None:
        self._console = console
        self._language = language

    def answer(self, answer: AnswerParts) -> None:
        """Show an answer with its main evidence, and how to see more."""
        for line in answer.lines:
            self._console.print(_styled(line, "" if answer.found else "yellow"))
        if nearest := further_nearest(answer):
            self.say(say("answer.nearest", self._language))
            for event in nearest:
                self.say(f"- {event.text}")
        for heading in nearest_heading(answer, self._language):
            self.say(heading)
        for evidence, with_source in main_evidence(answer):
            self.evidence(evidence, with_source=with_source)
        if left := len(answer.evidence) - answer.proofs if answer.evidence else 0:
            self.say(say("console.more_sources", self._language, count=left), style="dim")
        self._console.print()

    def evidence(self, evidence: EvidenceParts, *, with_source: bool = True) -> None:
        """Show a quote, its answer set apart, and where it stands, a little to the right."""
        source = Text(source_line(evidence, self._language), style="dim")
        self._console.print(Padding(_styled(evidence.quote, "italic"), (1, 0, 0, 2)))
        if with_source:
            self._console.print(Padding(source, (0, 0, 0, 2)))

    def say(self, text: str, *, style: str = "") -> None:
        """Show a line of ours."""
        self._console.print(Text(visible(text), style=style))


def _styled(line: Line, base: str) -> Text:
    text = Text(style=base)
    for run in line:
        text.append(visible(run.text), style=LOOKS[run.style])
    return text


class ProgressBar:
    """Shows a bar once reading has taken longer than PATIENCE_S; it is gone when done."""

    def __init__(self, console: Console, label: str) -> None:
        self._progress = Progress(console=console, transient=True)
        self._task = self._progress.add_task(label, total=None)
        self._started = time.monotonic()
        self._shown = False

    def __enter__(self) -> Callable[[int, int], None]:
        return self._advance

    def __exit__(self, *_: object) -> None:
        if self._shown:
            self._progress.stop()

    def _advance(self, done: int, total: int) -> None:
        self._progress.update(self._task, completed=done, total=total)
        if not self._shown and time.monotonic() - self._started >= PATIENCE_S:
            self._shown = True
            self._progress.start()


def line_reader(language: str, screen: TerminalScreen) -> Callable[[], str]:
    """Return what reads one line from the user, with editing, a history and the commands completed."""
    history, trouble = open_history()
    if trouble is not None:
        screen.say(say("console.history", language, path=shorten_path(trouble)), style="yellow")
    names = {
        spelled: say(f"console.help_{name[1:]}", language)
        for name, alias in COMMANDS.items()
        for spelled in (name, alias)
    }
    session: PromptSession[str] = PromptSession(
        history=history,
        auto_suggest=AutoSuggestFromHistory(),
        completer=WordCompleter(list(names), meta_dict=names, sentence=True),
    )
    prompt = FormattedText([("bold ansigreen", f"{say('console.prompt', language)} › ")])
    return lambda: session.prompt(prompt)


class _LenientHistory(FileHistory):
    """A history whose file may become unwritable (a full disk) without ending the chat."""

    def store_string(self, string: str) -> None:
        """Keep a line, if the file still takes it."""
        try:
            # A lone surrogate has no bytes in the file's UTF-8.
            super().store_string(string.encode("utf-8", "replace").decode("utf-8"))
        except OSError:
            return


def open_history() -> tuple[History, Path | None]:
    """Return the history of questions, and the path of its file when it cannot be kept beyond this chat."""
    path = state_folder() / "history"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab"):
            pass
        # What one asks is nobody else's business.
        path.chmod(0o600)
    except OSError:
        return InMemoryHistory(), path
    return _LenientHistory(path), None
