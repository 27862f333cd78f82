"""Folders read directly: what reading gave is kept in a library file in the user's cache folder, one for each choice
of folders, so that next time only changed files are read. A cache that cannot be used is no error."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from retrieval.corpus.finding import resolved
from retrieval.errors import InputError, LibraryError
from retrieval.store.database import is_library_file, only_writer, open_to_read, opened_to_write
from retrieval.store.faults import DamagedError, NewerError
from retrieval.store.holdings import Holdings
from retrieval.store.sources import Source, sources_of
from retrieval.store.updating import Progress, Report, is_current, update

# Caches of folders that were not asked about for long make room for others.
_MOST_CACHES: Final = 40


def holdings_of(
    paths: Sequence[Path], *, cache: Path | None = None, processes: int = 1, progress: Progress | None = None
) -> Holdings:
    """Return what the files below `paths` hold, from the cache folder as far as they did not change.

    InputError when one of the paths does not exist.
    """
    sources = sources_of(paths)
    file = cache_file(cache, paths) if cache is not None else None
    if file is not None and file.exists():
        with contextlib.suppress(LibraryError, OSError):
            return _unchanged(file, sources)
    if file is not None:
        try:
            return _through(file, paths, sources, processes, progress)
        except InputError:
            raise
        except (LibraryError, OSError):
            pass  # no room, no permission, another process at it: read without a cache
    manager = contextlib.ExitStack()
    connection = manager.enter_context(opened_to_write(None))
    update(connection, paths, processes=processes, progress=progress)
    return Holdings(connection, None, [source.path for source in sources])


def open_holdings(paths: Sequence[Path], *, cache: Path | None = None) -> Holdings:
    """Return what a library file holds when `paths` is one, else what the files below them do."""
    if len(paths) == 1 and is_library_file(paths[0]):
        return Holdings(open_to_read(paths[0]), paths[0])
    return holdings_of(paths, cache=cache)


def cache_file(cache: Path, paths: Sequence[Path]) -> Path:
    """Return the file in the cache folder for these folders."""
    roots = "\0".join(str(resolved(path)) for path in paths)
    name = hashlib.blake2b(os.fsencode(roots), digest_size=12).hexdigest()
    return cache / "folders" / f"{name}.aidu"


def discard(cache: Path, paths: Sequence[Path]) -> None:
    """Delete the cache of these folders, which turned out to be damaged, if that is possible."""
    file = cache_file(cache, paths)
    with contextlib.suppress(LibraryError, OSError), only_writer(file):
        _remove(file)


def _unchanged(file: Path, sources: Sequence[Source]) -> Holdings:
    """Return the holdings of a cache that needs no writing; LibraryError when it does, or cannot be used."""
    connection = open_to_read(file)
    try:
        if not is_current(connection, sources):
            raise LibraryError("khác với thư mục")
        return Holdings(connection, file, [source.path for source in sources])
    except BaseException:
        connection.close()
        raise


def _through(
    file: Path, paths: Sequence[Path], sources: Sequence[Source], processes: int, progress: Progress | None
) -> Holdings:
    """Bring the cache up to date and return its holdings."""
    try:
        _updated(file, paths, processes, progress)
    except (DamagedError, NewerError):
        with only_writer(file):
            _remove(file)
        _updated(file, paths, processes, progress)
    _make_room(file)
    connection = open_to_read(file)
    try:
        return Holdings(connection, file, [source.path for source in sources])
    except BaseException:
        connection.close()
        raise


def _updated(file: Path, paths: Sequence[Path], processes: int, progress: Progress | None) -> Report:
    with opened_to_write(file) as connection:
        return update(connection, paths, file=file, processes=processes, keep_missing=False, progress=progress)


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
