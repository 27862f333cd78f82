"""Reads the library that a shell answers from, and tells of documents that could not be read."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bot.garbage import collect_seldom
from bot.render import shorten, shorten_path, visible
from bot.settings import Settings
from bot.texts import say
from retrieval.errors import DocumentError, InputError, StalePageError

if TYPE_CHECKING:
    from retrieval.corpus.addresses import Location
    from retrieval.library import Library

# A folder of a thousand photographs must not bury the answer.
MOST_WARNINGS: Final = 5


def open_library(settings: Settings, progress: Callable[[int, int], None] | None = None) -> Library:
    """Read the corpus of the settings and return the library; what could not be read is named on stderr.

    `progress` is called with the documents done and the documents in all. Errors are those of `Library.read`
    and `Library.open`, and InputError when there are documents and none of them could be read.
    """
    from retrieval.corpus.columns import DEFAULT_COLUMNS
    from retrieval.library import Library

    check_engine(settings)
    if settings.library is not None:
        # Not read as a corpus: a file that is no library is a mistake, not a report.
        library = Library.open(settings.library, engine=settings.engine)
    else:
        library = Library.read(
            settings.corpus,
            columns=settings.columns or DEFAULT_COLUMNS,
            cache=settings.cache,
            engine=settings.engine,
            processes=available_processes(),
            progress=progress,
        )
    for line in warning_lines(library.warnings, settings.language):
        print(line, file=sys.stderr)
    if not library.documents:
        for line in left_out_lines(settings.corpus if settings.library is None else (), settings.language):
            print(line, file=sys.stderr)
        if settings.library is not None:
            nothing = say("loading.library_empty", settings.language, path=shorten_path(settings.library))
        else:
            paths = ", ".join(shorten_path(path) for path in settings.corpus)
            nothing = say("loading.nothing", settings.language, paths=paths)
        if library.warnings:
            raise InputError(nothing)
        print(nothing, file=sys.stderr)
    collect_seldom()
    return library


def check_engine(settings: Settings) -> None:
    """Raise InputError when there is no engine of the name given; have waiting for that of a cluster told on stderr."""
    from retrieval.store.searching import ENGINES

    if settings.engine not in ENGINES:
        named = {"given": shorten(settings.engine), "origin": settings.engine_origin, "known": ", ".join(ENGINES)}
        raise InputError(say("error.engine", settings.language, **named))
    tell_of_waiting(settings, lambda line: print(line, file=sys.stderr, flush=True))


def tell_of_waiting(settings: Settings, tell: Callable[[str], None]) -> None:
    """Have `tell` called with a line for the user when the engine of a cluster does not answer at once."""
    from retrieval.store.searching import IN_CLUSTER

    if settings.engine != IN_CLUSTER:
        return
    from retrieval.ranking import opensearch_cluster

    def waits(hosts: str, left_s: float) -> None:
        tell(say("loading.waiting", settings.language, hosts=hosts, seconds=round(left_s)))

    opensearch_cluster.tell_of_waiting(waits)


def available_processes() -> int:
    """Return the number of cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _kind_of(warning: DocumentError) -> str:
    """Return which text tells of a warning."""
    return "loading.stale" if isinstance(warning, StalePageError) else "loading.warning"


def warning_lines(warnings: Iterable[DocumentError], language: str) -> list[str]:
    """Return the lines that name the documents that could not be read: the first few, then how many more."""
    listed = list(warnings)
    lines = [
        say(_kind_of(warning), language, name=shorten(warning.name), reason=visible(warning.reason_in(language)))
        for warning in listed[:MOST_WARNINGS]
    ]
    if len(listed) > MOST_WARNINGS:
        lines.append(say("loading.more_warnings", language, count=len(listed) - MOST_WARNINGS))
    return lines


def left_out_lines(paths: Sequence[Location], language: str) -> list[str]:
    """Return the line that tells of the files in folders that are of kinds that aidu does not read, with what to do.

    No line where there are none. What nobody takes for a report (a style sheet, a database) is not spoken of.
    """
    from retrieval.corpus.finding import left_out

    found = left_out([path for path in paths if isinstance(path, Path)])
    parts, count = [], 0
    for key, suffixes in _LEFT_OUT:
        here = {suffix: found[suffix] for suffix in suffixes if suffix in found}
        if here:
            count += sum(here.values())
            listed = sorted(here.items(), key=lambda each: (-each[1], each[0]))
            kinds = ", ".join(f"{number} {suffix or say('kinds.none', language)}" for suffix, number in listed)
            parts.append(say(key, language, kinds=kinds))
    return [say("loading.left_out", language, count=count, kinds="; ".join(parts))] if parts else []


# What a file of a kind that is not read can be made into.
_LEFT_OUT: Final = (
    ("kinds.text", (".doc", ".dot", ".wps", ".pages", ".ppt", ".pptx", ".odp", ".key", ".epub", ".msg", ".xps")),
    ("kinds.table", (".xls", ".xlsx", ".xlsm", ".ods", ".numbers")),
    ("kinds.packed", (".rar", ".7z", ".gz", ".tgz", ".tar", ".bz2", ".xz")),
    ("kinds.picture", (".jpg", ".jpeg", ".png", ".gif", ".tif", ".tiff", ".bmp", ".webp", ".heic")),
    ("kinds.bare", ("",)),
)
