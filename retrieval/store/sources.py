"""What a library reads: the files of its folders, and pages; which there are, and which differ from what was read."""

from __future__ import annotations

import hashlib
import os
import stat
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias

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


# A document that could not be read: its name, and the reason in Vietnamese and in English.
Unread: TypeAlias = tuple[str, str, str]
# Of a file whose process ended: perhaps by the file, perhaps by what else the machine did, so that it is tried again.
DIED: Final = (
    "tiến trình đọc tệp này dừng đột ngột (có thể do thiếu bộ nhớ)",
    "the process that read it died (perhaps for lack of memory)",
)


class Page(NamedTuple):
    """What came of a page: the file that its content was put into ("" when it was not fetched), the suffix for files
    of its kind, and whether its server says that there is no such page."""

    content: str = ""
    suffix: str = ""
    gone: bool = False


class Source(NamedTuple):
    """A file to read: the path it was found under (absolute), its name below it, and where it is.

    Or a page: its site, its address, and its address once more. `columns` is the line that names the columns of tables
    in it, see corpus/columns.py.
    """

    root: str
    name: str
    path: str
    page: Page | None = None
    columns: str = ""

    @property
    def is_kept(self) -> bool:
        """Whether there is nothing to read: what the library has of a page, if anything, is what there is."""
        return self.page is not None and not self.page.content

    @property
    def content(self) -> str:
        """The file that has the content."""
        return self.path if self.page is None else self.page.content

    @property
    def suffix(self) -> str:
        """What tells the kind where the name does not."""
        return "" if self.page is None else self.page.suffix


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


def is_below(path: str, root: str) -> bool:
    """Tell whether a path is `root`, or of a file below it."""
    return path == root or path.startswith(root.rstrip("/\\") + os.sep)


# See NEVER.
NO_STAMP: Final = Stamp(0, 0, 0, 0)


def look_at(source: Source) -> tuple[Stamp | None, int]:
    """Return the stamp of a source and when that was looked at; a page has none, so its content is what tells."""
    return (stamp_of(source.path), time.time_ns()) if source.page is None else (NO_STAMP, NEVER)


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


# Of a folder that may not be looked through: what is below it is unknown, and not gone.
CLOSED_FOLDER: Final = _UNREADABLE + str(stat.S_IFDIR).encode()


def is_readable(digest: bytes) -> bool:
    """Tell whether a digest is of content; else it only tells one reason why there is none from another."""
    return not digest.startswith(_UNREADABLE)
