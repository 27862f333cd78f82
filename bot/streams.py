"""The standard streams: UTF-8 whatever the locale says, and what cannot be written told from every other fault."""

from __future__ import annotations

import os
import sys
from io import BufferedWriter, FileIO, TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TextIO

from bot.render import shorten_path
from bot.settings import os_reason
from bot.texts import Language, say
from retrieval.errors import InputError

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer


class OutputError(OSError):
    """The standard output cannot be written: a full disk, a device that fails."""


class OutputClosedError(OutputError):
    """Whoever read the standard output has left, as `head` does."""


class _Output(FileIO):
    """The standard output, whose errors are told from those of files: both have no name to go by."""

    def write(self, data: ReadableBuffer) -> int:
        try:
            return super().write(data)
        except BrokenPipeError as error:
            raise OutputClosedError(error.errno, error.strerror) from error
        except OSError as error:
            raise OutputError(error.errno, error.strerror) from error


class _Remarks(FileIO):
    """The standard error, which may be full or closed: no answer is to be lost for a remark."""

    def write(self, data: ReadableBuffer) -> int:
        try:
            return super().write(data)
        except OSError:
            return memoryview(data).nbytes


def prepare() -> None:
    """Write UTF-8, and what is no text at all (a lone surrogate) as an escape; errors are those of this module."""
    sys.stdout = _prepared(sys.stdout, _Output)
    sys.stderr = _prepared(sys.stderr, _Remarks)


def _prepared(stream: TextIO | None, kind: type[FileIO]) -> TextIO:
    """Return the stream made ready. One that is no plain file (a test's, a console of Windows) stays what it is."""
    if stream is None:  # whoever started us has closed it; print would fall back on another
        return Path(os.devnull).open("w", encoding="utf-8")
    if not isinstance(stream, TextIOWrapper):
        return stream
    # With PYTHONUNBUFFERED there is nothing between text and file.
    buffered = isinstance(stream.buffer, BufferedWriter)
    if type(stream.buffer.raw if buffered else stream.buffer) is not FileIO:
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        return stream
    stream.flush()
    raw = kind(stream.fileno(), "wb", closefd=False)
    return TextIOWrapper(
        BufferedWriter(raw) if buffered else raw,
        encoding="utf-8",
        errors="backslashreplace",
        line_buffering=stream.line_buffering,
        write_through=not buffered,
    )


def give_up_output() -> None:
    """Let what is still to be written go nowhere, or Python would complain of it at exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def open_source(name: str, language: Language) -> BinaryIO:
    """Return a file to read, "-" being the standard input; InputError where that cannot be."""
    try:
        if name != "-":
            return Path(name).open("rb")
        # A copy, so that the caller may close it as it would a file.
        return os.fdopen(os.dup(0), "rb")
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = os_reason(error, language) if isinstance(error, OSError) else str(error)
        raise InputError(say("error.file", language, path=shorten_path(name), reason=reason)) from error
