"""The names that a TOML file of settings may hold, and what to say of another one.

One file may serve every command, so each command knows the settings of all, and a name that none knows is a mistake:
what its writer wanted would silently not be done.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from bot.render import shorten, shorten_path
from bot.texts import say
from retrieval.errors import InputError

# Settings of every command.
COMMON: Final = ("corpus", "library", "engine", "columns", "language")
# Settings of the Telegram bot: the fields of TelegramSettings, named here because importing those takes a tenth of a
# second (a test compares them).
TELEGRAM: Final = (
    "telegram_token", "telegram_api", "admins", "allowed_chats", "elsewhere", "data_dir", "conversation_minutes",
    "questions_per_minute", "webhook_url", "listen", "port", "url_path", "unix_socket", "webhook_secret", "reload",
    "reload_interval_s", "workers", "answer_timeout_s", "typing_after_s", "poll_timeout_s", "request_timeout_s",
    "start_patience_s", "send_patience_s", "retry_first_s", "stop_patience_s", "messages_per_second",
    "group_messages_per_minute", "log_level",
)  # fmt: skip
KNOWN: Final = (*COMMON, *TELEGRAM)
# How much of a name must be right (by difflib's ratio) for another to be what was meant.
_LIKENESS: Final = 0.6


def check_names(table: Mapping[str, object], config: Path, language: str) -> None:
    """Raise InputError for the first name that is no setting, with the nearest one that is."""
    for name, value in table.items():
        if name in KNOWN:
            continue
        named = {"path": shorten_path(config), "name": shorten(name)}
        # [name] makes a table, [[name]] a list of them.
        if isinstance(value, Mapping) or (isinstance(value, list) and value and isinstance(value[0], Mapping)):
            raise InputError(say("error.config_section", language, **named))
        meant = nearest(name)
        if meant is None:
            raise InputError(say("error.config_unknown", language, **named, known=", ".join(COMMON)))
        raise InputError(say("error.config_meant", language, **named, meant=meant))


def nearest(name: str) -> str | None:
    """Return the setting that a name was meant for, None when there is none like it.

    A name as the environment or the command line has it (AIDU_CORPUS, webhook-url) stands for its setting.
    """
    plain = name.lower().removeprefix("--").replace("-", "_").removeprefix("aidu_")
    return next(iter(difflib.get_close_matches(plain, KNOWN, n=1, cutoff=_LIKENESS)), None)
