"""The settings that every command shares, from the command line, the environment and a TOML file, in that order.

Read without pydantic on purpose: importing it costs more than a tenth of a second, which `aidu ask` would pay for
three values. The Telegram bot's own settings (bot/telegram/settings.py) use pydantic-settings and build on these.

    command line   environment (AIDU_)   TOML file    default
    --corpus       CORPUS                corpus       the sample reports
    --library      LIBRARY               library      the library file in the user's data folder, when there is one
    --language     LANGUAGE              language     vi
    --engine       ENGINE                engine       auto
    --columns      COLUMNS               columns      none: those that the library remembers, else by usual names

The first column that names a corpus or a library file decides on both. AIDU_CORPUS holds paths divided as in PATH (":"
here, ";" on Windows). Paths in a TOML file are relative to the file. An empty variable counts as none. An address on
the web is taken on the command line only: nothing is fetched but what somebody typed.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.render import shorten, shorten_path
from bot.setting_names import check_names
from bot.texts import LANGUAGES, Language, say
from retrieval.corpus.addresses import Location, has_scheme, web_address
from retrieval.errors import InputError

if TYPE_CHECKING:
    from retrieval.corpus.columns import Columns

DEFAULT_ENGINE = "auto"  # the one that suits the number of passages


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user chose, checked: every path of `corpus` exists, every address is one.

    `library` is the library file to answer from, which `corpus` then consists of, or the one that was named and is to
    be made. `sample` says that the corpus is the sample reports. `config` is the TOML file that was given.
    `engine_origin` is who named the engine. `columns` are those of tables, when somebody named any. `options` are the
    further options of a command that were given on the command line, by setting name ("webhook_url").
    """

    corpus: tuple[Location, ...]
    language: Language
    engine: str
    cache: Path
    library: Path | None = None
    sample: bool = False
    config: Path | None = None
    engine_origin: str = "--engine"
    columns: Columns | None = None
    options: Mapping[str, object] = field(default_factory=dict)


def resolve(
    *,
    corpus: Sequence[str] = (),
    library: str | None = None,
    language: str | None = None,
    engine: str | None = None,
    columns: str | None = None,
    config: str | None = None,
    options: Mapping[str, object] | None = None,
    environ: Mapping[str, str] = os.environ,
    new_library: bool = False,
) -> Settings:
    """Return the settings that hold, given those of the command line.

    With `new_library` the library file need not exist, nor a corpus: the command makes it. Raises InputError, in the
    language chosen, when a path is missing or may not be read, a language does not exist, or the TOML file cannot be
    used or holds what is no setting.
    """
    spoken = choose_language(language, environ)
    config_path = user_path(config, "--config", spoken) if config is not None else None
    table = read_toml(config_path, spoken) if config_path else {}
    if not language and not environ.get("AIDU_LANGUAGE") and (given := _string(table, "language", config, spoken)):
        spoken = _language(given, f"language, {config}", spoken)
    if config_path:
        check_names(table, config_path, spoken)
    paths, file, origin = _chosen(corpus, library, environ, table, config_path, spoken)
    if file is None and not paths and (new_library or library_file().exists()):
        file = library_file()
    if file is not None:
        _check_library(file, origin or "--library", spoken, may_be_missing=new_library)
        paths = paths if new_library else (file,)
    if columns and file is not None and not new_library:
        raise InputError(say("error.columns_library", spoken))
    for path in paths:
        check_readable(path, origin, spoken)
    named = (
        (engine, "--engine"),
        (environ.get("AIDU_ENGINE"), "AIDU_ENGINE"),
        (_string(table, "engine", config, spoken), f"engine, {config}"),
        (DEFAULT_ENGINE, ""),
    )
    chosen_engine, engine_origin = next((name, who) for name, who in named if name)
    return Settings(
        corpus=paths or (() if new_library else (sample_corpus(spoken),)),
        library=file,
        language=spoken,
        engine=chosen_engine,
        engine_origin=engine_origin,
        columns=_columns(columns, environ, table, config, spoken),
        cache=cache_folder(),
        sample=not paths and not new_library,
        config=config_path,
        options=dict(options or {}),
    )


def choose_language(given: str | None, environ: Mapping[str, str] = os.environ) -> Language:
    """Return the language of the command line, or of AIDU_LANGUAGE, or Vietnamese; InputError for any other."""
    if given:
        return _language(given, "--language", "vi")
    if variable := environ.get("AIDU_LANGUAGE"):
        return _language(variable, "AIDU_LANGUAGE", "vi")
    return "vi"


def sample_corpus(language: str = "vi") -> Path:
    """Return the folder of the sample reports: inside the installed package, or beside it in the source tree."""
    here = Path(__file__).resolve().parent
    for folder in (here / "sample_corpus", here.parent / "corpus"):
        if folder.is_dir():
            return folder
    raise InputError(say("error.sample_missing", language))


def library_file() -> Path:
    """Return the library file that is used when nothing else is named (it need not exist)."""
    import platformdirs

    return Path(platformdirs.user_data_dir("aidu", appauthor=False)) / "library.aidu"


def cache_folder() -> Path:
    """Return the folder where what was read is kept between runs (it need not exist)."""
    import platformdirs

    return Path(platformdirs.user_cache_dir("aidu", appauthor=False))


def state_folder() -> Path:
    """Return the folder for the history of questions and the like (it need not exist)."""
    import platformdirs

    return Path(platformdirs.user_state_dir("aidu", appauthor=False))


_LARGEST_CONFIG = 1 << 20  # bytes


def read_toml(path: Path, language: str) -> dict[str, Any]:
    """Return the settings in a TOML file; InputError when it is missing or no TOML."""
    import tomllib

    if path.exists() and not path.is_dir() and (not path.is_file() or path.stat().st_size > _LARGEST_CONFIG):
        reason = say("reason.large" if path.is_file() else "reason.no_file", language)
        raise InputError(say("error.config_missing", language, path=shorten_path(path), reason=reason))
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except RecursionError as error:
        reason = say("reason.deep", language)
        raise InputError(say("error.config_toml", language, path=shorten_path(path), reason=reason)) from error
    except OSError as error:
        reason = os_reason(error, language)
        raise InputError(say("error.config_missing", language, path=shorten_path(path), reason=reason)) from error
    except ValueError as error:  # TOMLDecodeError and UnicodeDecodeError are both
        reason = shorten(str(error))
        raise InputError(say("error.config_toml", language, path=shorten_path(path), reason=reason)) from error


def os_reason(error: OSError, language: str) -> str:
    """Return why the operating system refused, as people say it."""
    if isinstance(error, FileNotFoundError):
        return say("reason.missing", language)
    if isinstance(error, IsADirectoryError):
        return say("reason.folder", language)
    if isinstance(error, PermissionError):
        return say("reason.forbidden", language)
    return say("reason.os", language, message=error.strerror or str(error))


def _language(given: str, origin: str, language: str) -> Language:
    for known in LANGUAGES:
        if given.strip().lower() == known:
            return known
    raise InputError(say("error.language", language, given=shorten(given), origin=origin))


def _chosen(
    corpus: Sequence[str],
    library: str | None,
    environ: Mapping[str, str],
    table: Mapping[str, Any],
    config: Path | None,
    language: str,
) -> tuple[tuple[Location, ...], Path | None, str]:
    """Return the paths of the corpus or the library file, and where that was named; neither when nobody named any."""
    if corpus and library is not None:
        raise InputError(say("error.both", language))
    if library is not None:
        return (), user_path(library, "--library", language), "--library"
    if corpus:
        return locations(corpus, "--corpus", language), None, "--corpus"
    if variable := environ.get("AIDU_CORPUS"):
        if "://" in variable:
            raise _not_typed(variable, "AIDU_CORPUS", language)
        named = [part for part in variable.split(os.pathsep) if part] or [""]
        return _paths(named, "AIDU_CORPUS", language), None, "AIDU_CORPUS"
    if variable := environ.get("AIDU_LIBRARY"):
        return (), user_path(variable, "AIDU_LIBRARY", language), "AIDU_LIBRARY"
    if config is None:
        return (), None, ""
    value = table.get("corpus")
    if value is None:
        file = _string(table, "library", str(config), language)
        origin = f"library, {config}"
        return (), config.parent / user_path(file, origin, language) if file else None, origin
    listed = [value] if isinstance(value, str) else value
    if not isinstance(listed, list) or not listed or not all(isinstance(part, str) and part for part in listed):
        raise _wrong_setting("corpus", config, "wanted.paths", language)
    origin = f"corpus, {config}"
    return tuple(config.parent / path for path in _paths(listed, origin, language)), None, origin


def _columns(
    given: str | None, environ: Mapping[str, str], table: Mapping[str, Any], config: str | None, language: str
) -> Columns | None:
    """Return the columns of tables that were named, None when nobody named any."""
    named = (
        (given, "--columns"),
        (environ.get("AIDU_COLUMNS"), "AIDU_COLUMNS"),
        (_string(table, "columns", config, language), f"columns, {config}"),
    )
    line, origin = next(((line, who) for line, who in named if line), ("", ""))
    if not line:
        return None
    from retrieval.corpus.columns import Columns

    try:
        return Columns.parse(line)
    except InputError as error:
        raise InputError(say("error.columns", language, origin=origin, reason=error.said(language))) from error


def user_path(given: str, origin: str, language: str) -> Path:
    """Return a path as the user gave it, "~" replaced; InputError for none at all, or for an unknown user's home.

    An empty path would be the current folder: mostly a variable of a script that has no value.
    """
    if not given.strip():
        raise InputError(say("error.path_empty", language, origin=origin))
    try:
        return Path(given).expanduser()
    except RuntimeError as error:
        raise InputError(say("error.path_user", language, path=shorten_path(given), origin=origin)) from error


def locations(given: Iterable[str], origin: str, language: str) -> tuple[Location, ...]:
    """Return the paths and web addresses that were typed; InputError for one that cannot be used."""
    return tuple(web_address(part) if has_scheme(part) else user_path(part, origin, language) for part in given)


def _paths(given: Iterable[str], origin: str, language: str) -> tuple[Path, ...]:
    listed = list(given)
    for part in listed:
        if has_scheme(part):
            raise _not_typed(part, origin, language)
    return tuple(user_path(part, origin, language) for part in listed)


def _not_typed(given: str, origin: str, language: str) -> InputError:
    return InputError(say("error.address_origin", language, given=shorten(given), origin=origin))


def _string(table: Mapping[str, Any], key: str, config: str | None, language: str) -> str:
    value = table.get(key, "")
    if not isinstance(value, str):
        raise _wrong_setting(key, Path(config or ""), "wanted.string", language)
    return value


def _wrong_setting(key: str, config: Path, wanted: str, language: str) -> InputError:
    wanted = say(wanted, language)
    return InputError(say("error.config_value", language, key=key, path=shorten_path(config), wanted=wanted))


def _check_library(file: Path, origin: str, language: str, *, may_be_missing: bool) -> None:
    try:
        exists, is_file = file.exists(), file.is_file()
    except (OSError, ValueError):  # a name too long, a NUL in it
        exists = is_file = False
    if not is_file and (exists or not may_be_missing):
        key = "error.library_kind" if exists else "error.library_missing"
        raise InputError(say(key, language, path=shorten_path(file), origin=origin))


def check_readable(path: Location, origin: str, language: str) -> None:
    """Raise InputError when there is no such file or folder, or it may not be read; `origin` is who named it.

    Whether a page can be had is found out when it is fetched.
    """
    if not isinstance(path, Path):
        return
    try:
        exists = path.exists()
    except (OSError, ValueError):  # a name too long, a NUL in it
        exists = False
    if not exists:
        raise InputError(say("error.corpus_missing", language, path=shorten_path(path), origin=origin))
    if not os.access(path, os.R_OK | (os.X_OK if path.is_dir() else 0)):
        raise InputError(say("error.corpus_forbidden", language, path=shorten_path(path), origin=origin))
