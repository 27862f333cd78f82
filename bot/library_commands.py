"""The commands that make and examine a library file."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Final

from bot.batch import as_line
from bot.loading import available_processes, check_engine, left_out_lines, warning_lines
from bot.render import shorten_path, visible
from bot.settings import Settings, check_readable, library_file, locations
from bot.texts import say
from retrieval.corpus.addresses import is_web
from retrieval.errors import DocumentError, InputError, StalePageError

OK: Final = 0
DAMAGED: Final = 1
# Between two lines of progress: on a terminal, and in a log.
_TICK_S: Final = 0.2
_LOG_S: Final = 10.0
# How long must have been read, and how much of all, before it is said how long the rest will take.
_LEAST_S: Final = 5.0
_LEAST_SHARE: Final = 0.05


def index(settings: Settings, words: Sequence[str]) -> int:
    """Bring the library file up to date with the paths given, or with those it was made from."""
    from retrieval.store import maintenance

    file = settings.library or library_file()
    language = settings.language
    check_engine(settings)
    named = locations(words, "index", language) or settings.corpus
    # Looked at before the file is made: an empty library would be asked from then on.
    if not named and not file.exists():
        raise InputError(say("error.nothing_to_index", language))
    for path in named if words else ():
        check_readable(path, "index", language)
    progress = ProgressLine(settings.language)
    try:
        report = maintenance.index(
            file,
            named,
            columns=settings.columns,
            processes=available_processes(),
            prune=bool(settings.options.get("prune")),
            engine=settings.engine,
            progress=progress,
        )
    finally:
        progress.clear()
    if not report.documents and report.warnings and not report.unchanged:
        lines = warning_lines((DocumentError(*unread) for unread in report.warnings), language)
        print("\n".join([*lines, *left_out_lines(report.folders, language)]), file=sys.stderr)
        paths = ", ".join(shorten_path(path) for path in named)
        raise InputError(say("store.nothing_read", language, paths=paths or shorten_path(file)))
    told = [DocumentError(*unread) for unread in report.warnings]
    lines = warning_lines([*(StalePageError(*unread) for unread in report.stale), *told], language)
    for line in [*lines, *left_out_lines(report.folders, language)]:
        print(line, file=sys.stderr)
    print(
        say(
            "store.indexed",
            language,
            documents=report.documents,
            seconds=_decimal(report.seconds, language),
            new=report.new,
            changed=report.changed,
            unchanged=report.unchanged,
        )
    )
    if report.reread:
        print(say("store.reread", language, count=report.reread))
    if report.known:
        print(say("store.known", language, count=report.known))
    if report.pruned:
        print(say("store.pruned", language, count=report.pruned))
    elif report.missing:
        print(say("store.missing", language, count=len(report.missing)))
    if report.kept_pages and not words:
        print(say("store.pages_kept", language, count=report.kept_pages))
    if report.loaded:
        print(say("store.loaded", language))
    if report.removed:
        print(say("store.removed", language, count=len(report.removed)))
    print(say("store.file", language, path=shorten_path(file), size=_megabytes(file.stat().st_size, language)))
    return OK


def status(settings: Settings, *, as_json: bool) -> int:
    """Tell what the library file holds, how fresh it is and whether it is sound."""
    from retrieval.store import maintenance

    file, language = settings.library or library_file(), settings.language
    if not file.exists():
        raise InputError(say("store.none", language, path=shorten_path(file)))
    found = maintenance.status(file)
    faults = [english if language == "en" else vietnamese for vietnamese, english in found.faults]
    if as_json:
        named = [DocumentError(*unread) for unread in found.unreadable]
        unreadable = [{"document": error.name, "reason": error.reason_in(language)} for error in named]
        record = {"file": str(file), **asdict(found), "unreadable": unreadable, "faults": faults}
        print(as_line(record))
        return DAMAGED if found.faults or found.feedback_lost else OK
    lines = [
        say("store.file", language, path=shorten_path(file), size=_megabytes(found.size_bytes, language)),
        say("store.roots", language, paths=", ".join(shorten_path(path) for path in found.roots)),
        *(
            say("store.columns", language, path=shorten_path(place), line=visible(line))
            for place, line in found.columns.items()
        ),
        say(
            "store.holds",
            language,
            documents=found.documents,
            files=found.files,
            passages=found.passages,
            people=found.people,
            participations=found.participations,
        ),
    ]
    if found.pages:
        lines.append(say("store.pages", language, count=found.pages))
    if found.duplicates:
        lines.append(say("store.duplicates", language, count=found.duplicates))
    if found.unread:
        lines.append(say("store.unread", language, count=found.unread))
    lines.extend(warning_lines([DocumentError(*unread) for unread in found.unreadable], language))
    lines.extend(left_out_lines([Path(root) for root in found.roots if not is_web(root)], language))
    if found.feedback_right or found.feedback_wrong:
        lines.append(say("store.feedback", language, right=found.feedback_right, wrong=found.feedback_wrong))
    if found.read_at:
        lines.append(say("store.read_at", language, time=found.read_at.partition("+")[0].replace("T", " ")))
    if found.outdated:
        lines.append(say("store.outdated", language, count=found.outdated))
    stale = {"new": found.new, "changed": found.changed, "missing": found.missing}
    if any(stale.values()):
        lines.append(say("store.stale", language, **stale))
    elif not found.outdated:
        lines.append(say("store.fresh", language))
    for fault, told in zip(found.faults, faults, strict=True):
        if fault == maintenance.BROKEN_INDEX:
            lines.append(say("store.index_damaged", language))
        else:
            lines.append(say("store.damaged", language, fault=visible(told), path=shorten_path(file)))
    if found.feedback_lost:
        lines.append(say("store.feedback_lost", language))
    damaged = bool(faults) or found.feedback_lost
    if not damaged:
        lines.append(say("store.sound", language))
    print(*lines, sep="\n")
    return DAMAGED if damaged else OK


class ProgressLine:
    """Shows how far reading is, how fast, and how long it will take: one line that is written over, or a log."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._live = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        self._started = time.monotonic()
        self._shown = self._started
        self._width = 0

    def __call__(self, done: int, total: int) -> None:
        """Take in that `done` of `total` documents are read."""
        now = time.monotonic()
        if now - self._shown < (_TICK_S if self._live else _LOG_S) or not done:
            return
        self._shown = now
        elapsed = now - self._started
        rate = done / elapsed
        known: dict[str, object] = {"done": done, "total": total, "rate": _decimal(rate, self._language)}
        # The first documents tell little of the others: they may be short, and the processes were just starting.
        if elapsed < _LEAST_S or done < total * _LEAST_SHARE:
            line = say("store.progress", self._language, **known)
        else:
            minutes, seconds = divmod(round((total - done) / rate), 60)
            line = say("store.progress_left", self._language, **known, left=f"{minutes}:{seconds:02d}")
        if self._live:
            print("\r" + line.ljust(self._width), end="", file=sys.stderr, flush=True)
            self._width = len(line)
        else:
            print(line, file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Wipe the line."""
        if self._width:
            print("\r" + " " * self._width + "\r", end="", file=sys.stderr, flush=True)
            self._width = 0


def _decimal(number: float, language: str) -> str:
    text = f"{number:.1f}"
    return text.replace(".", ",") if language == "vi" else text


def _megabytes(size: int, language: str) -> str:
    return _decimal(size / 1_000_000, language)
