"""The command line: which command with which options, and the edge where every error becomes one line.

Commands import what they need when they run: `aidu ask` pays for no terminal and no Telegram.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from typing import Final

from bot import batch, loading, render, streams
from bot.arguments import Command, Option, language_given, read
from bot.settings import Settings, choose_language, resolve
from bot.texts import Language, say
from retrieval.errors import AiduError, DiskError, InputError

# Exit statuses; `aidu --help` and the README document them.
OK: Final = 0
NOT_FOUND: Final = 1
BAD_INPUT: Final = 2
INTERNAL: Final = 70  # EX_SOFTWARE of sysexits.h
IO_FAILED: Final = 74  # EX_IOERR
INTERRUPTED: Final = 130  # 128 + SIGINT, as shells report it
PIPE_CLOSED: Final = 141  # 128 + SIGPIPE


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit status. No error leaves here as a traceback, but by AIDU_DEBUG=1."""
    streams.prepare()
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        language = choose_language(language_given(arguments))
    except AiduError as error:
        _complain(error.said("vi"), "vi")
        return BAD_INPUT
    try:
        status = _guarded(arguments, language)
        sys.stdout.flush()
        return status
    except streams.OutputClosedError:
        streams.give_up_output()
        return PIPE_CLOSED
    except streams.OutputError as error:
        streams.give_up_output()
        _complain(say("error.output", language, message=error.strerror), language)
        return IO_FAILED


def _guarded(arguments: Sequence[str], language: Language) -> int:
    """Run the command line; return the status that an error gives, except for one of the output."""
    try:
        return _run(arguments, language)
    except streams.OutputError:
        raise
    except AiduError as error:
        _complain(error.said(language), language)
        return IO_FAILED if isinstance(error, DiskError) else BAD_INPUT
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        _show_details()
        where = f" ({render.shorten_path(error.filename)})" if error.filename else ""
        _complain(say("error.os", language, message=error.strerror or str(error), where=where), language)
        return IO_FAILED
    except Exception as error:
        _show_details()
        reason = render.shorten(f"{type(error).__name__}: {error}", 100)
        _complain(say("error.internal", language, reason=reason), language)
        return INTERNAL


def _run(arguments: Sequence[str], language: Language) -> int:
    request = read(arguments, COMMANDS, language)
    if request.shown:
        print(request.shown, end="")
        return OK
    settings = resolve(**request.common, options=request.options, new_library=request.command.makes_library)
    return request.command.run(settings, request.words)


def _complain(message: str, language: Language) -> None:
    print(say("error.prefix", language, message=render.visible(message)), file=sys.stderr, flush=True)


def _show_details() -> None:
    if os.environ.get("AIDU_DEBUG", "") not in ("", "0"):
        import traceback

        traceback.print_exc()


# --- the commands --------------------------------------------------------------------------------------------------


Words = tuple[str, ...]


def _chat(settings: Settings, words: Words) -> int:
    from bot import console

    return console.chat(settings)


def _ask(settings: Settings, words: Words) -> int:
    question = render.as_typed(" ".join(words))
    if not question.strip():
        raise InputError(say("error.question_empty", settings.language))
    library = loading.open_library(settings)
    started = time.perf_counter()
    answer = library.ask(render.readable(question), language=settings.language)
    elapsed_ms = (time.perf_counter() - started) * 1000
    parts = render.parts(answer, settings.language)
    if settings.options.get("json"):
        print(batch.as_line({**batch.as_record(answer, elapsed_ms), "question": question}))
    else:
        print(render.as_text(parts, settings.language))
    return OK if parts.found else NOT_FOUND


def _batch(settings: Settings, words: Words) -> int:
    with streams.open_source(words[0] if words else "-", settings.language) as source:
        library = loading.open_library(settings)
        faults = batch.run(library, source, sys.stdout, settings.language)
    return INTERNAL if faults else OK


def _index(settings: Settings, words: Words) -> int:
    from bot import library_commands

    return library_commands.index(settings, words)


def _status(settings: Settings, words: Words) -> int:
    from bot import library_commands

    return library_commands.status(settings, as_json=bool(settings.options.get("json")))


def _export(settings: Settings, words: Words) -> int:
    from bot.export_command import export

    return export(settings, words[0] if words else "-")


def _telegram(settings: Settings, words: Words) -> int:
    from bot.telegram.application import main as serve

    return serve(settings)


COMMANDS: Final = {
    "chat": Command(_chat),
    "ask": Command(
        _ask,
        (Option(("--json",), "help.json"),),
        ("help.value_question", "help.question"),
        most_arguments=None,  # a question without its quotes comes as many words
    ),
    "batch": Command(_batch, argument=("help.value_lines", "help.file"), most_arguments=1),
    "index": Command(
        _index,
        (Option(("--prune",), "help.prune"),),
        ("help.value_paths", "help.index_paths"),
        most_arguments=None,
        makes_library=True,
    ),
    "status": Command(_status, (Option(("--json",), "help.status_json"),), makes_library=True),
    "export": Command(
        _export,
        (Option(("--events",), "help.export_events"), Option(("--feedback",), "help.export_feedback")),
        ("help.value_output", "help.output"),
        most_arguments=1,
    ),
    "telegram": Command(
        _telegram,
        (
            Option(("--webhook-url",), "help.webhook_url", "help.value_url"),
            Option(("--listen",), "help.listen", "help.value_address"),
            Option(("--port",), "help.port", "help.value_number"),
            Option(("--url-path",), "help.url_path", "help.value_path"),
            Option(("--unix-socket",), "help.unix_socket", "help.value_path"),
            Option(("--reload",), "help.reload"),
        ),
    ),
}
