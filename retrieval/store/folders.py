"""Folders and pages read directly: what reading gave is kept in a library file in the user's cache folder, one for each
choice of them, so that next time only changed files are read. A cache that cannot be used is no error."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from retrieval.corpus.addresses import Location
from retrieval.corpus.columns import DEFAULT_COLUMNS, Columns
from retrieval.corpus.finding import resolved
from retrieval.errors import InputError, LibraryError
from retrieval.store import pages as web
from retrieval.store.database import is_library_file, only_writer, open_to_read, opened_to_write
from retrieval.store.faults import DamagedError, NewerError
from retrieval.store.holdings import Holdings
from retrieval.store.pages import Pages, folders_in
from retrieval.store.planning import Report, is_current
from retrieval.store.sources import Source, sources_of
from retrieval.store.updating import Progress, update

# Caches of folders that were not asked about for long make room for others.
_MOST_CACHES: Final = 40


def holdings_of(
    paths: Sequence[Location],
    *,
    columns: Columns = DEFAULT_COLUMNS,
    cache: Path | None = None,
    processes: int = 1,
    fetch: bool = True,
    progress: Progress | None = None,
) -> Holdings:
    """Return what the pages and the files below `paths` hold, from the cache folder as far as they did not change.

    `columns` are those of tables.

    Without `fetch` only the pages that the cache lacks are fetched. InputError when one of the paths does not exist, or
    when there is nothing but pages and none can be had.
    """
    found = sources_of(folders_in(paths))
    file = cache_file(cache, paths, columns) if cache is not None else None
    known = web.known_in(file) if file is not None and len(folders_in(paths)) < len(paths) else frozenset[str]()
    with web.fetched(paths, frozenset() if fetch else known) as pages:
        web.refuse_without_any(pages, paths, known)
        sources = [*found, *pages.sources]
        if file is not None and file.exists():
            with contextlib.suppress(LibraryError, OSError):
                return _unchanged(file, sources, pages)
        if file is not None:
            try:
                return _through(file, paths, sources, pages, columns, processes, progress)
            except InputError:
                raise
            except (LibraryError, OSError):
                pass  # no room, no permission, another process at it: read without a cache
        web.refuse_without_any(pages, paths, ())
        manager = contextlib.ExitStack()
        connection = manager.enter_context(opened_to_write(None))
        update(
            connection,
            folders_in(paths),
            pages=pages.sources,
            columns=columns,
            processes=processes,
            progress=progress,
        )
        return Holdings(connection, None, [source.path for source in sources], pages.faults)


def library_among(paths: Sequence[Location]) -> Path | None:
    """Return the library file that `paths` is, None when it is anything else."""
    only = paths[0] if len(paths) == 1 else None
    return only if isinstance(only, Path) and is_library_file(only) else None


def cache_file(cache: Path, paths: Sequence[Location], columns: Columns = DEFAULT_COLUMNS) -> Path:
    """Return the file in the cache folder for these folders and pages, read with these columns."""
    roots = [str(resolved(path) if isinstance(path, Path) else path) for path in paths]
    chosen = "\0".join([*roots, f"\0{columns}"] if str(columns) else roots)
    name = hashlib.blake2b(os.fsencode(chosen), digest_size=12).hexdigest()
    return cache / "folders" / f"{name}.aidu"


def discard(cache: Path, paths: Sequence[Location], columns: Columns = DEFAULT_COLUMNS) -> None:
    """Delete the cache of these folders, which turned out to be damaged, if that is possible."""
    file = cache_file(cache, paths, columns)
    with contextlib.suppress(LibraryError, OSError), only_writer(file):
        _remove(file)


def _unchanged(file: Path, sources: Sequence[Source], pages: Pages) -> Holdings:
    """Return the holdings of a cache that needs no writing; LibraryError when it does, or cannot be used."""
    connection = open_to_read(file)
    try:
        if not is_current(connection, sources):
            raise LibraryError("khác với thư mục", "it differs from the folder")
        return Holdings(connection, file, [source.path for source in sources], pages.faults)
    except BaseException:
        connection.close()
        raise


def _through(
    file: Path,
    paths: Sequence[Location],
    sources: Sequence[Source],
    pages: Pages,
    columns: Columns,
    processes: int,
    progress: Progress | None,
) -> Holdings:
    """Bring the cache up to date and return its holdings."""
    try:
        _updated(file, paths, pages, columns, processes, progress)
    except (DamagedError, NewerError):
        with only_writer(file):
            _remove(file)
        _updated(file, paths, pages, columns, processes, progress)
    _make_room(file)
    connection = open_to_read(file)
    try:
        return Holdings(connection, file, [source.path for source in sources], pages.faults)
    except BaseException:
        connection.close()
        raise


def _updated(
    file: Path,
    paths: Sequence[Location],
    pages: Pages,
    columns: Columns,
    processes: int,
    progress: Progress | None,
) -> Report:
    with opened_to_write(file) as connection:
        return update(
            connection,
            folders_in(paths),
            pages=pages.sources,
            columns=columns,
            file=file,
            processes=processes,
            keep_missing=False,
            progress=progress,
        )


def _remove(file: Path) -> None:
    for name in (file.name, file.name + "-wal", file.name + "-shm"):
        file.with_name(name).unlink(missing_ok=True)
    shutil.rmtree(file.with_name(file.name + ".index"), ignore_errors=True)


def _make_room(file: Path) -> None:
    """Delete the caches that were written longest ago, when there are many."""
    with contextlib.suppress(OSError):
        caches = sorted(file.parent.glob("*.aidu"), key=lambda path: path.stat().st_mtime, reverse=True)
        for old in caches[_MOST_CACHES:]:
            with contextlib.suppress(LibraryError), only_writer(old):
                _remove(old)
            old.with_name(old.name + ".lock").unlink(missing_ok=True)
