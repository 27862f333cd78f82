"""Logging that cannot tell the bot's token: not at any level, not through any handler, not in a traceback."""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager

from telegram.error import TelegramError

from bot.render import visible

HIDDEN = "[…]"

# These write one line a request, with the address, which has the token in it, or tell what aidu tells itself.
_CHATTY = ("httpx", "httpcore", "tornado.access", "telegram.ext.Application")


class Redactor:
    """Replaces secrets in texts and log records."""

    def __init__(self, *secrets: str) -> None:
        self._secrets: list[str] = []
        for secret in secrets:
            self.hide(secret)

    def hide(self, secret: str) -> None:
        """Replace one more secret: as it is, as it stands in an address, and for a token its secret part alone."""
        _, _, key = secret.partition(":")
        forms = {secret, secret.replace(":", "%3A"), secret.replace(":", "%3a"), key if len(key) >= 8 else ""}
        self._secrets = sorted({*self._secrets, *forms} - {""}, key=len, reverse=True)

    def __repr__(self) -> str:
        return "Redactor()"

    def text(self, text: str) -> str:
        """Return `text` without the secrets."""
        for secret in self._secrets:
            text = text.replace(secret, HIDDEN)
        return text

    def record(self, record: logging.LogRecord) -> logging.LogRecord:
        """Take the secrets out of a log record: its message, its arguments and its traceback."""
        try:
            message = record.getMessage()
        except (TypeError, ValueError):
            message = f"{record.msg} {record.args}"
        if (safe := self.text(message)) != message:
            record.msg, record.args = safe, None
        if record.exc_info and record.exc_info[0]:
            trace = "".join(traceback.format_exception(*record.exc_info)).rstrip("\n")
            if (safe := self.text(trace)) != trace:
                # Handlers print `exc_text` as it is, and would make it again from `exc_info`.
                record.exc_info, record.exc_text = None, safe
        return record


@contextmanager
def redacted(redactor: Redactor) -> Iterator[None]:
    """Keep secrets out of every log record, uncaught error and warning while the context lasts.

    Records are cleaned where they are made, so no handler of any library ever sees a secret.
    """
    factory = logging.getLogRecordFactory()
    hook = sys.excepthook

    def make(*args: object, **kwargs: object) -> logging.LogRecord:
        return redactor.record(factory(*args, **kwargs))

    def show(kind: type[BaseException], error: BaseException, trace: object) -> None:
        sys.stderr.write(redactor.text("".join(traceback.format_exception(error))))

    logging.setLogRecordFactory(make)
    sys.excepthook = show
    try:
        yield
    finally:
        logging.setLogRecordFactory(factory)
        sys.excepthook = hook


class NoTraces(logging.Filter):
    """Drops what the library logs of network errors, with tracebacks; aidu logs each in one line of its own."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Return whether to print a record."""
        error = record.exc_info[1] if record.exc_info else None
        unreadable = record.name.startswith("telegram.") and isinstance(error, ValueError)  # a page instead of JSON
        return not (isinstance(error, TelegramError) or unreadable)


class _Harmless(logging.Formatter):
    """Writes records without what a terminal would obey: the name of a file or of a group may hold anything."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line of a record."""
        return visible(super().format(record))


def set_up(level: str) -> logging.Handler:
    """Log to standard error at `level`, one line a record; returns the handler, to be removed by `tear_down`."""
    handler = logging.StreamHandler()
    handler.setFormatter(_Harmless("%(asctime)s %(levelname)s %(name)s: %(message)s", "%Y-%m-%d %H:%M:%S"))
    if level != "debug":
        handler.addFilter(NoTraces())
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(level.upper())
    for name in _CHATTY:
        logging.getLogger(name).setLevel(logging.DEBUG if level == "debug" else logging.WARNING)
    return handler


def tear_down(handler: logging.Handler) -> None:
    """Undo `set_up`."""
    logging.getLogger().removeHandler(handler)
