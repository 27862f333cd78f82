"""The words of the command line: which options and commands there are to read, their help, and what was given.

Every complaint names the word and the remedy in the user's language, which argparse's own would not.
"""

from __future__ import annotations

import argparse
import functools
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NoReturn

from bot.render import shorten
from bot.settings import Settings
from bot.texts import Language, say
from retrieval.errors import InputError


@dataclass(frozen=True, slots=True)
class Option:
    """An option: its names, the key of its help, and the key of its value's name (a switch has none)."""

    names: tuple[str, ...]
    help: str
    value: str | None = None
    repeatable: bool = False

    @property
    def setting(self) -> str:
        """The name under which settings hold its value."""
        return self.names[-1].removeprefix("--").replace("-", "_")


@dataclass(frozen=True, slots=True)
class Command:
    """A command: what runs it, and what it takes beside the common options.

    `run` is called with the settings and the positional arguments, and returns the exit status. `argument` has the keys
    of the name and of the help of its positional argument. With `makes_library` the library file need not exist.
    """

    run: Callable[[Settings, tuple[str, ...]], int]
    options: tuple[Option, ...] = ()
    argument: tuple[str, str] | None = None
    most_arguments: int | None = 0
    makes_library: bool = False


@dataclass(frozen=True, slots=True)
class Request:
    """What the command line asks for: to show a text, or else to run a command.

    `common` are the values of the common options, `options` those of the command's own that were given, by setting.
    """

    command: Command
    shown: str = ""
    words: tuple[str, ...] = ()
    common: Mapping[str, Any] = field(default_factory=dict)
    options: Mapping[str, object] = field(default_factory=dict)


COMMON: Final = (
    Option(("--corpus",), "help.corpus", "help.value_path", repeatable=True),
    Option(("--library",), "help.library", "help.value_file"),
    Option(("--engine",), "help.engine", "help.value_name"),
    Option(("--columns",), "help.columns", "help.value_columns"),
    Option(("--language",), "help.language", "help.value_language"),
    Option(("--config",), "help.config", "help.value_file"),
    Option(("-h", "--help"), "help.help"),
    Option(("--version",), "help.version"),
)
# What a line without a command asks for.
DEFAULT: Final = "chat"


def read(arguments: Sequence[str], commands: Mapping[str, Command], language: Language) -> Request:
    """Return what a command line asks for; InputError for words that cannot be used.

    The texts of a command have the keys help.NAME (in the list), help.NAME_long and help.usage_NAME.
    """
    known = _by_name(commands)
    position = _command_position(arguments, commands, known, language)
    name = DEFAULT if position is None else arguments[position]
    command = commands[name]
    rest = [word for place, word in enumerate(arguments) if place != position]
    # What follows "--" is never an option: a question may begin with a dash.
    end = rest.index("--") if "--" in rest else len(rest)
    parser = _parser(name, command, language)
    program = f"aidu {name}" if position is not None else "aidu"
    try:
        options, unknown = parser.parse_known_intermixed_args(rest[:end])
    except argparse.ArgumentError as error:
        takes_value = known[(error.argument_name or "").split("/")[-1]].value is not None
        key = "error.option_value" if takes_value else "error.option_flag"
        raise InputError(say(key, language, option=error.argument_name, command=program)) from error
    if options.help:
        return Request(command, (parser if position is not None else _overview(commands, language)).format_help())
    if options.version:
        return Request(command, f"aidu {_version()}\n")
    if unknown:
        raise InputError(say("error.option", language, given=shorten(unknown[0]), command=program))
    words = (*options.words, *rest[end + 1 :])
    if command.most_arguments is not None and len(words) > command.most_arguments:
        extra = shorten(words[command.most_arguments])
        raise InputError(say("error.extra", language, given=extra, command=program))
    given = {option.setting: getattr(options, option.setting) for option in (*COMMON[:-2], *command.options)}
    own = {option.setting for option in command.options}
    return Request(
        command,
        words=words,
        common={setting: value for setting, value in given.items() if setting not in own and value is not None},
        options={setting: value for setting, value in given.items() if setting in own and value not in (None, False)},
    )


def language_given(arguments: Sequence[str]) -> str | None:
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


def _by_name(commands: Mapping[str, Command]) -> dict[str, Option]:
    options = (*COMMON, *(option for command in commands.values() for option in command.options))
    return {name: option for option in options for name in option.names}


def _command_position(
    arguments: Sequence[str], commands: Mapping[str, Command], options: Mapping[str, Option], language: Language
) -> int | None:
    """Return where the command stands: the first word that is neither an option nor an option's value."""
    position = 0
    while position < len(arguments):
        word = arguments[position]
        if word == "--":
            return None
        if not word.startswith("-"):
            if word not in commands:
                known = ", ".join(commands)
                raise InputError(say("error.command", language, given=shorten(word), known=known))
            return position
        option = options.get(word.partition("=")[0])
        if option is None:
            raise InputError(say("error.option", language, given=shorten(word), command="aidu"))
        position += 2 if option.value and "=" not in word else 1
    return None


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("aidu")
    except PackageNotFoundError:  # run from the source tree
        return "0+source"


class _Parser(argparse.ArgumentParser):
    """A parser that leaves complaints to `read`, which makes them in the user's language."""

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


def _parser(name: str, command: Command, language: Language) -> argparse.ArgumentParser:
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


def _overview(commands: Mapping[str, Command], language: Language) -> argparse.ArgumentParser:
    """Return a parser whose help is that of `aidu` as a whole; it is never used to parse."""
    parser = _bare_parser(say("help.usage_all", language), say("help.about", language), language)
    listed = parser.add_argument_group(say("help.commands", language))
    for name in commands:
        listed.add_argument(name, help=say(f"help.{name}", language))
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


def _add(group: argparse._ArgumentGroup, options: Sequence[Option], language: Language) -> None:
    for option in options:
        explained = say(option.help, language)
        if option.value is None:
            group.add_argument(*option.names, action="store_true", help=explained)
        else:
            action = "append" if option.repeatable else "store"
            group.add_argument(*option.names, action=action, metavar=say(option.value, language), help=explained)
