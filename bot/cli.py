"""The command line: which command with which options, and the edge where every error becomes one line.

Commands import what they need when they run: `aidu ask` pays for no terminal and no Telegram.
"""

from __future__ import annotations

import argparse
import contextlib
import functools
import os
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO, Final, NoReturn

from bot import batch, loading, render
from bot.settings import Settings, choose_language, os_reason, resolve
from bot.texts import Language, say
from retrieval.errors import AiduError, InputError

# Exit statuses; `aidu --help` and the README document them.
OK: Final = 0
NOT_FOUND: Final = 1
BAD_INPUT: Final = 2
INTERNAL: Final = 70  # EX_SOFTWARE of sysexits.h
INTERRUPTED: Final = 130  # 128 + SIGINT, as shells report it
PIPE_CLOSED: Final = 141  # 128 + SIGPIPE


@dataclass(frozen=True, slots=True)
class _Option:
    """An option: its names, the key of its help, and the key of its value's name (a switch has none)."""

    names: tuple[str, ...]
    help: str
    value: str | None = None
    repeatable: bool = False

    @property
    def setting(self) -> str:
        return self.names[-1].removeprefix("--").replace("-", "_")


@dataclass(frozen=True, slots=True)
class _Command:
    """A command: what runs it, and what it takes beside the common options."""

    run: Callable[[Settings, _Given], int]
    options: tuple[_Option, ...] = ()
    argument: tuple[str, str] | None = None  # keys of the name and of the help of its positional argument
    most_arguments: int | None = 0
    makes_library: bool = False  # the library file need not exist


@dataclass(frozen=True, slots=True)
class _Given:
    """What the command line gave to a command."""

    words: tuple[str, ...]
    json: bool


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit status. No error leaves here as a traceback, but by AIDU_DEBUG=1."""
    _prepare_streams()
    arguments = list(sys.argv[1:] if argv is None else argv)
    language: Language = "vi"
    try:
        language = choose_language(_language_given(arguments))
        status = _run(arguments, language)
        sys.stdout.flush()
        return status
    except AiduError as error:
        _complain(error.said(language), language)
        return BAD_INPUT
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read the output has left. Nothing may be written at exit either, or Python would complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except Exception as error:
        _show_details()
        if isinstance(error, OSError):
            where = f" ({render.shorten_path(error.filename)})" if error.filename else ""
            _complain(say("error.os", language, message=error.strerror or str(error), where=where), language)
        else:
            reason = render.shorten(f"{type(error).__name__}: {error}", 100)
            _complain(say("error.internal", language, reason=reason), language)
        return INTERNAL


# --- the commands --------------------------------------------------------------------------------------------------


def _chat(settings: Settings, given: _Given) -> int:
    from bot import console

    return console.chat(settings)


def _ask(settings: Settings, given: _Given) -> int:
    question = " ".join(given.words)
    if not question.strip():
        raise InputError(say("error.question_empty", settings.language))
    library = loading.open_library(settings)
    started = time.perf_counter()
    answer = library.ask(render.readable(question), language=settings.language)
    elapsed_ms = (time.perf_counter() - started) * 1000
    parts = render.parts(answer, settings.language)
    if given.json:
        print(batch.as_line({**batch.as_record(answer, elapsed_ms), "question": question}))
    else:
        print(render.as_text(parts, settings.language))
    return OK if parts.found else NOT_FOUND


def _batch(settings: Settings, given: _Given) -> int:
    with _open_source(given.words[0] if given.words else "-", settings.language) as source:
        library = loading.open_library(settings)
        faults = batch.run(library, source, sys.stdout, settings.language)
    return INTERNAL if faults else OK


def _index(settings: Settings, given: _Given) -> int:
    from bot import library_commands

    return library_commands.index(settings, given.words)


def _status(settings: Settings, given: _Given) -> int:
    from bot import library_commands

    return library_commands.status(settings, as_json=given.json)


def _export(settings: Settings, given: _Given) -> int:
    from bot import library_commands

    return library_commands.export(settings, given.words[0] if given.words else "-")


def _telegram(settings: Settings, given: _Given) -> int:
    from bot.telegram.application import main as serve

    return serve(settings)


COMMON: Final = (
    _Option(("--corpus",), "help.corpus", "help.value_path", repeatable=True),
    _Option(("--library",), "help.library", "help.value_file"),
    _Option(("--engine",), "help.engine", "help.value_name"),
    _Option(("--language",), "help.language", "help.value_language"),
    _Option(("--config",), "help.config", "help.value_file"),
    _Option(("-h", "--help"), "help.help"),
    _Option(("--version",), "help.version"),
)

# The texts of a command have the keys help.NAME (in the list), help.NAME_long and help.usage_NAME.
COMMANDS: Final = {
    "chat": _Command(_chat),
    "ask": _Command(
        _ask,
        (_Option(("--json",), "help.json"),),
        ("help.value_question", "help.question"),
        most_arguments=None,  # a question without its quotes comes as many words
    ),
    "batch": _Command(_batch, argument=("help.value_lines", "help.file"), most_arguments=1),
    "index": _Command(
        _index,
        (_Option(("--prune",), "help.prune"),),
        ("help.value_paths", "help.index_paths"),
        most_arguments=None,
        makes_library=True,
    ),
    "status": _Command(_status, (_Option(("--json",), "help.status_json"),), makes_library=True),
    "export": _Command(
        _export,
        (_Option(("--events",), "help.export_events"),),
        ("help.value_output", "help.output"),
        most_arguments=1,
    ),
    "telegram": _Command(
        _telegram,
        (
            _Option(("--webhook-url",), "help.webhook_url", "help.value_url"),
            _Option(("--listen",), "help.listen", "help.value_address"),
            _Option(("--port",), "help.port", "help.value_number"),
            _Option(("--url-path",), "help.url_path", "help.value_path"),
            _Option(("--unix-socket",), "help.unix_socket", "help.value_path"),
            _Option(("--reload",), "help.reload"),
        ),
    ),
}

_ALL_OPTIONS: Final = {
    name: option
    for option in (*COMMON, *(option for command in COMMANDS.values() for option in command.options))
    for name in option.names
}


# --- reading the command line --------------------------------------------------------------------------------------


def _run(arguments: list[str], language: Language) -> int:
    position = _command_position(arguments, language)
    name = "chat" if position is None else arguments[position]
    command = COMMANDS[name]
    if position is not None:
        del arguments[position]
    # What follows "--" is never an option: a question may begin with a dash.
    end = arguments.index("--") if "--" in arguments else len(arguments)
    parser = _parser(name, language)
    program = f"aidu {name}" if position is not None else "aidu"
    try:
        options, unknown = parser.parse_known_intermixed_args(arguments[:end])
    except argparse.ArgumentError as error:
        takes_value = _ALL_OPTIONS[(error.argument_name or "").split("/")[-1]].value is not None
        key = "error.option_value" if takes_value else "error.option_flag"
        raise InputError(say(key, language, option=error.argument_name, command=program)) from error
    if options.help:
        print((parser if position is not None else _overview(language)).format_help(), end="")
        return OK
    if options.version:
        print(f"aidu {_version()}")
        return OK
    if unknown:
        raise InputError(say("error.option", language, given=render.shorten(unknown[0]), command=program))
    words = (*options.words, *arguments[end + 1 :])
    if command.most_arguments is not None and len(words) > command.most_arguments:
        extra = render.shorten(words[command.most_arguments])
        raise InputError(say("error.extra", language, given=extra, command=program))
    settings = resolve(
        corpus=options.corpus or (),
        library=options.library,
        new_library=command.makes_library,
        language=options.language,
        engine=options.engine,
        config=options.config,
        options={
            option.setting: value
            for option in command.options
            if (value := getattr(options, option.setting)) not in (None, False)
        },
    )
    return command.run(settings, _Given(words, bool(settings.options.get("json"))))


def _command_position(arguments: Sequence[str], language: Language) -> int | None:
    """Return where the command stands: the first word that is neither an option nor an option's value."""
    position = 0
    while position < len(arguments):
        word = arguments[position]
        if word == "--":
            return None
        if not word.startswith("-"):
            if word not in COMMANDS:
                known = ", ".join(COMMANDS)
                raise InputError(say("error.command", language, given=render.shorten(word), known=known))
            return position
        option = _ALL_OPTIONS.get(word.partition("=")[0])
        if option is None:
            raise InputError(say("error.option", language, given=render.shorten(word), command="aidu"))
        position += 2 if option.value and "=" not in word else 1
    return None


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("aidu")
    except PackageNotFoundError:  # run from the source tree
        return "0+source"


def _language_given(arguments: Sequence[str]) -> str | None:
    """Return the value of --language, found before anything else so that errors of the rest are in that language."""
    given = None
    for position, word in enumerate(arguments):
        if word == "--":
            break
        if word.startswith("--language="):
            given = word.partition("=")[2]
        elif word == "--language" and position + 1 < len(arguments):
            given = arguments[position + 1]
    return given


class _Parser(argparse.ArgumentParser):
    """A parser that leaves complaints to `_run`, which makes them in the user's language."""

    def error(self, message: str) -> NoReturn:
        raise InputError(message)


class _Formatter(argparse.HelpFormatter):
    """Help whose usage line begins in the user's language."""

    def __init__(self, usage_word: str, prog: str) -> None:
        super().__init__(prog, max_help_position=30)
        self._usage_word = usage_word

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """Put our word before the usage."""
        super().add_usage(usage, actions, groups, self._usage_word)


def _parser(name: str, language: Language) -> argparse.ArgumentParser:
    command = COMMANDS[name]
    parser = _bare_parser(say(f"help.usage_{name}", language), say(f"help.{name}_long", language), language)
    title = say("help.arguments", language)
    words = parser.add_argument_group(title) if command.argument else parser
    value, explained = command.argument or ("", "")
    words.add_argument(
        "words",
        nargs="*",
        metavar=say(value, language) if value else None,
        help=say(explained, language) if explained else argparse.SUPPRESS,
    )
    if command.options:
        _add(parser.add_argument_group(say("help.options", language)), command.options, language)
    _add(parser.add_argument_group(say("help.common", language)), COMMON, language)
    return parser


def _overview(language: Language) -> argparse.ArgumentParser:
    """Return a parser whose help is that of `aidu` as a whole; it is never used to parse."""
    parser = _bare_parser(say("help.usage_all", language), say("help.about", language), language)
    commands = parser.add_argument_group(say("help.commands", language))
    for name in COMMANDS:
        commands.add_argument(name, help=say(f"help.{name}", language))
    _add(parser.add_argument_group(say("help.common", language)), COMMON, language)
    return parser


def _bare_parser(usage: str, description: str, language: Language) -> argparse.ArgumentParser:
    return _Parser(
        prog="aidu",
        usage=usage,
        description=description,
        epilog=say("help.footer", language),
        formatter_class=functools.partial(_Formatter, say("help.usage", language)),
        add_help=False,
        allow_abbrev=False,
        exit_on_error=False,
    )


def _add(group: argparse._ArgumentGroup, options: Sequence[_Option], language: Language) -> None:
    for option in options:
        explained = say(option.help, language)
        if option.value is None:
            group.add_argument(*option.names, action="store_true", help=explained)
        else:
            action = "append" if option.repeatable else "store"
            group.add_argument(*option.names, action=action, metavar=say(option.value, language), help=explained)


# --- streams and errors --------------------------------------------------------------------------------------------


def _prepare_streams() -> None:
    """Write UTF-8 whatever the locale says; what is no text at all (a lone surrogate) is written as an escape."""
    # A stream that whoever started us has closed is None; print would then fall back on another.
    if sys.stdout is None:
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _open_source(name: str, language: Language) -> BinaryIO:
    try:
        if name != "-":
            return Path(name).open("rb")
        # A copy, so that the caller may close it as it would a file.
        return os.fdopen(os.dup(0), "rb")
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = os_reason(error, language) if isinstance(error, OSError) else str(error)
        raise InputError(say("error.file", language, path=render.shorten_path(name), reason=reason)) from error


def _complain(message: str, language: Language) -> None:
    with contextlib.suppress(OSError):  # stderr itself is full or closed: the status says it
        print(say("error.prefix", language, message=render.visible(message)), file=sys.stderr, flush=True)


def _show_details() -> None:
    if os.environ.get("AIDU_DEBUG", "") not in ("", "0"):
        import traceback

        traceback.print_exc()
