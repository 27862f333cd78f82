"""The files of a library's folders: which there are, and which differ from what was read."""

from __future__ import annotations

import hashlib
import os
import stat
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

from retrieval.corpus.decoding import LARGEST
from retrieval.corpus.finding import find_files, resolved
from retrieval.errors import InputError
from retrieval.store.reading import DIGEST_BYTES

# A file system may tell times in steps of so much: a file that changed this shortly before it was looked at may change
# again without its times showing it.
_GRAIN_NS: Final = 2_000_000_000
# Longer than a digest of content, so that none is like it.
_UNREADABLE: Final = b"cannot be read: "
# The stamp and time of the look of what could not be read, so that it is tried again each time: whether it can be read
# may depend on who asks, which the stamp does not show.
NEVER: Final = 0


class Source(NamedTuple):
    """A file to read: the path it was found under (absolute), its name below it, and where it is."""

    root: str
    name: str
    path: str


class Stamp(NamedTuple):
    """What the file system tells of a file: size in bytes, times in ns."""

    size: int
    mtime_ns: int
    ctime_ns: int
    inode: int


def sources_of(paths: Sequence[Path], *, missing_ok: bool = False) -> list[Source]:
    """Return the files below `paths`, in the order of `find_files`, each once.

    Raises InputError for a path that does not exist, unless that is fine.
    """
    found: dict[Path, Source] = {}
    for root in paths:
        try:
            files = find_files([root])
        except InputError:
            if missing_ok:
                continue
            raise
        absolute = str(root.absolute())
        for name, path in files:
            found.setdefault(resolved(path), Source(absolute, name, str(path.absolute())))
    return list(found.values())


# See NEVER.
NO_STAMP: Final = Stamp(0, 0, 0, 0)


def stamp_of(path: str) -> Stamp | None:
    """Return the stamp of a file, None when it is gone."""
    try:
        status = os.stat(path)  # noqa: PTH116 (a Path for each of 100,000 files costs more than the call)
    except (OSError, ValueError):
        return None
    # SQLite has 8-byte integers with a sign; some file systems have inodes beyond.
    return Stamp(status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino & 0x7FFF_FFFF_FFFF_FFFF)


def is_settled(stamp: Stamp, checked_ns: int) -> bool:
    """Tell whether a file with this stamp, looked at then, cannot have changed since without another stamp."""
    return max(stamp.mtime_ns, stamp.ctime_ns) < checked_ns - _GRAIN_NS


def now_ns() -> int:
    """Return the time as `checked_ns` has it."""
    return time.time_ns()


def digest_of_file(path: str) -> bytes | None:
    """Return the digest of a file's content, see `is_readable` where it cannot be read; None when it is gone."""
    digest = hashlib.blake2b(digest_size=DIGEST_BYTES)
    try:
        status = os.stat(path)  # noqa: PTH116
        if not stat.S_ISREG(status.st_mode):
            return _UNREADABLE + str(stat.S_IFMT(status.st_mode)).encode()
        if status.st_size > LARGEST:  # is not read, so its content need not be looked at
            digest.update(f"too large: {status.st_size}".encode())
        else:
            with open(path, "rb") as file:  # noqa: PTH123
                while block := file.read(1 << 20):
                    digest.update(block)
    except (OSError, ValueError) as error:
        # A link that leads nowhere is there, and is told as every file that cannot be read.
        return _UNREADABLE + str(getattr(error, "errno", "")).encode() if os.path.lexists(path) else None
    return digest.digest()


def is_readable(digest: bytes) -> bool:
    """Tell whether a digest is of content; else it only tells one reason why there is none from another."""
    return not digest.startswith(_UNREADABLE)
