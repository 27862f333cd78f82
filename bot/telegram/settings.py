"""The bot's own settings: command line, environment (AIDU_...), TOML file, in that order, by pydantic-settings.

The corpus, the language and the engine are the common settings of bot/settings.py and are not repeated here.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Any, Literal, get_args
from urllib.parse import urlsplit, urlunsplit

import platformdirs
from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_core import ErrorDetails, PydanticCustomError
from pydantic_settings import (
    BaseSettings,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from bot.settings import Settings
from bot.telegram.texts import TEXTS, say
from retrieval.errors import InputError

# Settings that `aidu telegram` also takes as options of the command line: --webhook-url and so on.
OPTIONS = ("webhook_url", "listen", "port", "url_path", "unix_socket", "reload")

_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]{3,}")
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_SERVER = re.compile(r"https?://[^\s/?#]+(?:/[^\s?#]*)?")
_WEBHOOK = re.compile(r"https://[^\s/?#]+(?:/[^\s#]*)?")

Seconds = Annotated[float, Field(ge=0)]
PositiveSeconds = Annotated[float, Field(gt=0)]
Ids = Annotated[frozenset[int], NoDecode]


def shown_address(server: str) -> str:
    """Return the address of a server without the user and the password that it may have."""
    parts = urlsplit(server)
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))


class TelegramSettings(BaseSettings):
    """How the bot runs. Every field is also the environment variable AIDU_ and its name in capitals."""

    model_config = SettingsConfigDict(
        env_prefix="AIDU_", env_ignore_empty=True, extra="ignore", frozen=True, hide_input_in_errors=True
    )

    telegram_token: SecretStr = SecretStr("")
    """The token that @BotFather gave; never shown, never logged."""
    telegram_api: Annotated[str, Field(repr=False)] = "https://api.telegram.org"
    """Root of the Bot API server; `/bot<token>/` and `/file/bot<token>/` are appended."""
    admins: Ids = frozenset()
    """User ids that may ask for /trangthai, are told of errors, and may add the bot to groups."""
    allowed_chats: Ids = frozenset()
    """When not empty, only these chats (and the admins) are answered."""
    elsewhere: Literal["silent", "leave"] = "silent"
    """What to do in a group that is not allowed."""
    data_dir: Path = Field(default_factory=lambda: Path(platformdirs.user_data_dir("aidu", appauthor=False)))
    """Folder of the bot's SQLite file (conversations, answers, feedback)."""
    conversation_minutes: Annotated[float, Field(gt=0)] = 30
    """After how many minutes without a question a conversation is forgotten."""
    questions_per_minute: Annotated[int, Field(ge=1)] = 20
    """How many questions one person may ask a minute."""

    webhook_url: str = ""
    """The https address that Telegram calls; empty: long polling."""
    listen: str = "127.0.0.1"
    """Address that the webhook listens on."""
    port: Annotated[int, Field(ge=1, le=65535)] = 8080
    """Port that the webhook listens on."""
    url_path: str | None = None
    """Path that the webhook listens on; by default the path of `webhook_url`."""
    unix_socket: Path | None = None
    """Unix socket that the webhook listens on instead of an address and a port."""
    webhook_secret: SecretStr = SecretStr("")
    """Secret token that every webhook call must carry; by default a new one at every start."""

    reload: bool = False
    """Whether to read the corpus again when files in it change."""
    reload_interval_s: PositiveSeconds = 5
    """How often to look for changed files."""

    workers: Annotated[int, Field(ge=1, le=64)] = 4
    """Threads that answer questions."""
    answer_timeout_s: PositiveSeconds = 30
    """After how long a question is given up."""
    typing_after_s: Seconds = 1
    """After how long the chat shows that the bot is typing."""
    poll_timeout_s: PositiveSeconds = 10
    """How long one request for updates waits at the server."""
    request_timeout_s: PositiveSeconds = 10
    """How long the server may take to answer any other request."""
    start_patience_s: Seconds = 15
    """How long to keep trying to reach the server at start."""
    send_patience_s: Seconds = 600
    """How long to keep trying to send an answer when the network or the server fails."""
    retry_first_s: PositiveSeconds = 1
    """The first wait before trying again; it doubles up to 30 seconds."""
    stop_patience_s: PositiveSeconds = 30
    """How long to go on answering after SIGTERM; what is left is answered at the next start."""
    messages_per_second: Annotated[float, Field(ge=0)] = 30
    """Messages that the bot sends a second in all (Telegram's limit); 0: no limit."""
    group_messages_per_minute: Annotated[float, Field(ge=0)] = 20
    """Messages that the bot sends a minute to one group (Telegram's limit); 0: no limit."""
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    """How much is logged."""

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Return where settings come from, the strongest first."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)

    @field_validator("telegram_token")
    @classmethod
    def _check_token(cls, token: SecretStr) -> SecretStr:
        stripped = token.get_secret_value().strip()
        if stripped and not _TOKEN.fullmatch(stripped):
            raise PydanticCustomError("error.bad_token", "malformed token")
        return SecretStr(stripped)

    @field_validator("telegram_api")
    @classmethod
    def _check_server(cls, server: str) -> str:
        if not _SERVER.fullmatch(server.strip()):
            raise PydanticCustomError("reason.server", "not a server")
        return server.strip().rstrip("/")

    @field_validator("admins", "allowed_chats", mode="before")
    @classmethod
    def _read_ids(cls, value: object) -> frozenset[int]:
        # An empty place between commas is a slip: an id may have been left out.
        given = re.split(r"\s*,\s*|\s+", value.strip().removesuffix(",").rstrip()) if isinstance(value, str) else value
        given = [] if given == [""] else given
        listed = given if isinstance(given, list | tuple | set | frozenset) else [given]
        try:
            return frozenset(int(str(part)) for part in listed)
        except ValueError as error:
            raise PydanticCustomError("reason.ids", "not ids") from error

    @field_validator("webhook_url")
    @classmethod
    def _check_webhook_url(cls, url: str) -> str:
        if url and not _WEBHOOK.fullmatch(url.strip()):
            raise PydanticCustomError("reason.webhook_url", "not https")
        return url.strip()

    @field_validator("webhook_secret")
    @classmethod
    def _check_secret(cls, secret: SecretStr) -> SecretStr:
        if secret.get_secret_value() and not _SECRET.fullmatch(secret.get_secret_value()):
            raise PydanticCustomError("reason.secret", "not a secret token")
        return secret

    @model_validator(mode="after")
    def _check_together(self) -> TelegramSettings:
        given = self.model_fields_set
        if not self.webhook_url and (lonely := next((name for name in OPTIONS[1:5] if name in given), None)):
            raise PydanticCustomError("reason.webhook_only", "{name}", {"name": lonely})
        if self.unix_socket and {"listen", "port"} & given:
            raise PydanticCustomError("reason.socket", "{name}", {"name": "unix_socket"})
        return self

    @property
    def bot_id(self) -> int:
        """The bot's user id: the part of the token that is no secret."""
        return int(self.telegram_token.get_secret_value().partition(":")[0])

    @property
    def database(self) -> Path:
        """The bot's SQLite file; two bots never share one."""
        return self.data_dir.expanduser() / f"telegram-{self.bot_id}.sqlite3"


def load(settings: Settings) -> TelegramSettings:
    """Return the bot's settings, given the common ones with the command line's options in them.

    Raises InputError, one line in the language chosen, for a missing or malformed token and any wrong setting.
    """
    language = settings.language

    class FromFile(TelegramSettings):
        model_config = SettingsConfigDict(toml_file=settings.config)

    given = {name: value for name, value in settings.options.items() if name in OPTIONS and value not in (None, "")}
    try:
        loaded = FromFile(**given)  # type: ignore[arg-type]
    except ValidationError as error:
        raise InputError(_line(error.errors(include_url=False, include_input=False)[0], language)) from None
    if not loaded.telegram_token.get_secret_value():
        raise InputError(say("error.no_token", language))
    return loaded


def _line(error: ErrorDetails, language: str) -> str:
    """Return one line that names the setting and the remedy; never the value, which may be a secret."""
    kind, context = error["type"], dict[str, Any](error.get("ctx") or {})
    if kind == "error.bad_token" or error["loc"][:1] == ("telegram_token",):
        return say("error.bad_token", language)
    name = str(context.get("name") or (error["loc"] or ("?",))[0])
    shown = f"AIDU_{name.upper()}" + (f" (--{name.replace('_', '-')})" if name in OPTIONS else "")
    if kind in TEXTS:
        reason = say(kind, language)
    elif kind.startswith("bool"):
        reason = say("reason.yes_no", language)
    elif kind == "literal_error":
        choices = get_args(TelegramSettings.model_fields[name].annotation)
        reason = say("reason.choice", language, expected=", ".join(choices))
    elif kind.startswith(("int", "float", "greater", "less")):
        bounds = "".join(f" {sign} {context[key]:g}" for key, sign in _BOUNDS if key in context)
        reason = say("reason.number", language, bounds=bounds)
    else:
        reason = say("reason.text" if kind.startswith(("string", "path")) else "reason.type", language)
    return say("error.setting", language, name=shown, reason=reason)


_BOUNDS = (("ge", "≥"), ("gt", ">"), ("le", "≤"), ("lt", "<"))
