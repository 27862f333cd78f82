"""`aidu export`: which list goes into which format, and into a file or to the standard output."""

from __future__ import annotations

import errno
import sys
from collections.abc import Iterable
from typing import Final

from bot import exporting
from bot.loading import available_processes
from bot.render import shorten_path
from bot.settings import Settings, os_reason, user_path
from bot.texts import say
from retrieval.corpus.columns import DEFAULT_COLUMNS
from retrieval.errors import InputError
from retrieval.store import feedback, records
from retrieval.store.database import open_to_read
from retrieval.store.folders import holdings_of
from retrieval.store.holdings import Holdings
from retrieval.store.records import EventRecord

OK: Final = 0
# What the system says of a path that was named wrongly; everything else is the disk's fault.
_NO_PLACE: Final = frozenset(
    {
        errno.EINVAL,
        errno.ENOENT,
        errno.EACCES,
        errno.EPERM,
        errno.EISDIR,
        errno.ENOTDIR,
        errno.ENAMETOOLONG,
        errno.ELOOP,
        errno.EROFS,
    }
)


def export(settings: Settings, target: str) -> int:
    """Write participations, events or feedback of the library, or of the corpus, to a file or the standard output.

    InputError for a format that there is none of, feedback of a corpus without a library file, and a place where no
    file can be; OSError when the disk takes no more.
    """
    language = settings.language
    events, verdicts = bool(settings.options.get("events")), bool(settings.options.get("feedback"))
    if events and verdicts:
        raise InputError(say("error.lists", language))
    if verdicts and settings.library is None:
        raise InputError(say("error.feedback_library", language))
    known = (".csv", ".xlsx") if verdicts else (".csv", ".xlsx", ".ics")
    path = user_path(target, "export", language) if target != "-" else None
    if path is not None and path.suffix.lower() not in known:
        raise InputError(say("error.format", language, path=shorten_path(path), known=", ".join(known)))
    calendar: Iterable[EventRecord] = ()
    if verdicts and settings.library is not None:
        tables = [exporting.feedback_table(feedback.kept_in(settings.library), language)]
    else:
        holdings = _holdings(settings)
        calendar = records.events(holdings)
        people = exporting.participation_table(records.participations(holdings), language)
        tables = [people, exporting.event_table(records.events(holdings), language)]
    listed = tables[-1] if events else tables[0]
    if path is None:
        exporting.write_csv(sys.stdout, listed)
        return OK
    undated = 0
    sheets: list[int] = []
    try:
        with exporting.replacing(path) as partial:
            match path.suffix.lower():
                case ".csv":
                    # With a byte order mark: without it Excel takes the accents apart.
                    with partial.open("w", encoding="utf-8-sig", newline="") as text:
                        count = exporting.write_csv(text, listed)
                case ".xlsx":
                    with partial.open("wb") as out:
                        sheets = exporting.write_xlsx(out, tables)
                        count = sheets[0]
                case _:
                    with partial.open("wb") as out:
                        count, undated = exporting.write_ics(out, calendar)
    except OSError as error:
        if error.errno not in _NO_PLACE:
            raise OSError(error.errno, error.strerror, error.filename or str(path)) from error
        forbidden = isinstance(error, PermissionError)
        unfit = "reason.unwritable" if forbidden else "reason.no_file" if error.errno == errno.EINVAL else ""
        reason = say(unfit, language) if unfit else os_reason(error, language)
        raise InputError(say("error.write", language, path=shorten_path(path), reason=reason)) from error
    if undated:
        print(say("store.undated", language, count=undated), file=sys.stderr)
    if len(sheets) > 1:
        told = ", ".join(f"{table.name} {rows}" for table, rows in zip(tables, sheets, strict=True))
        print(say("store.exported_sheets", language, sheets=told, path=shorten_path(path)))
    else:
        print(say("store.exported", language, count=count, path=shorten_path(path)))
    return OK


def _holdings(settings: Settings) -> Holdings:
    """Return what the library file holds that was chosen, else what the corpus does."""
    if settings.library is not None:
        return Holdings(open_to_read(settings.library), settings.library)
    return holdings_of(
        settings.corpus,
        columns=settings.columns or DEFAULT_COLUMNS,
        cache=settings.cache,
        processes=available_processes(),
    )
