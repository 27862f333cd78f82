"""What can be wrong with a library file, as leaves of the exception tree, and SQLite's errors made into them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from retrieval.errors import DiskError, LibraryError


class DamagedError(LibraryError):
    """The file is damaged, or no library of aidu; it is left as it is."""


class BusyError(LibraryError):
    """Another process is writing the file."""


class OutdatedError(LibraryError):
    """The file is sound, but another version of aidu read its documents: they must be read again."""


class NewerError(LibraryError):
    """A newer version of aidu wrote the file."""


def damaged(path: Path | str, what: str = "", english: str = "") -> DamagedError:
    """Return the error for a damaged file, with the way to rebuild it: renamed it keeps what users said of answers."""
    detail, in_english = (f" ({said})" if said else "" for said in (what, english or what))
    return DamagedError(
        f"tệp thư viện “{path}” bị hỏng{detail}; hãy đổi tên tệp này rồi đọc lại tài liệu:"
        f" aidu index THƯ_MỤC --library “{path}”",
        f"the library file “{path}” is damaged{in_english}; rename it, then read the documents again:"
        f" aidu index FOLDER --library “{path}”",
    )


def lacking(path: Path | str, tables: Sequence[str]) -> DamagedError:
    """Return the error for a file that lost tables."""
    listed = ", ".join(tables)
    return damaged(path, f"mất bảng {listed}", f"without its tables {listed}")


def without_feedback(path: Path | str) -> DamagedError:
    """Return the error for a file whose feedback is asked for, and that lost the table of it."""
    return DamagedError(
        f"tệp thư viện “{path}” đã mất bảng đánh giá, mọi thứ khác vẫn còn; hãy chạy lại aidu index để tạo bảng trống",
        f"the library file “{path}” lost its table of feedback and nothing else; run aidu index again for an empty one",
    )


def empty(path: Path | str) -> DamagedError:
    """Return the error for a file that holds nothing, not even the tables of a library without documents."""
    return DamagedError(
        f"tệp thư viện “{path}” trống rỗng, có thể đã bị hỏng; hãy chép lại bản sao lưu, hoặc đọc lại tài liệu:"
        f" aidu index THƯ_MỤC --library “{path}”",
        f"the library file “{path}” is empty, perhaps damaged; restore a copy of it, or read the documents again:"
        f" aidu index FOLDER --library “{path}”",
    )


def foreign(path: Path | str) -> DamagedError:
    """Return the error for a file that is something else."""
    return DamagedError(
        f"“{path}” không phải tệp thư viện của aidu; hãy chỉ tệp khác bằng --library",
        f"“{path}” is no library file of aidu; name another by --library",
    )


def outdated(path: Path | str) -> OutdatedError:
    """Return the error for readings that this version cannot use."""
    return OutdatedError(
        f"thư viện “{path}” do phiên bản khác của aidu đọc; hãy đọc lại bằng: aidu index",
        f"another version of aidu read the library “{path}”; read it again with: aidu index",
    )


def busy(path: Path | str) -> BusyError:
    """Return the error for a file that another process is writing."""
    return BusyError(
        f"thư viện “{path}” đang được một tiến trình khác ghi; hãy chờ nó xong rồi thử lại",
        f"another process is writing the library “{path}”; wait until it is done, then try again",
    )


@contextmanager
def explained(path: Path | str) -> Iterator[None]:
    """Turn SQLite's errors inside the block into a LibraryError that names the file and the remedy."""
    try:
        yield
    except sqlite3.Error as error:
        raise _explained(path, error) from error


def _explained(path: Path | str, error: sqlite3.Error) -> LibraryError:
    # Extended codes carry the primary one in their low byte.
    code = (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
    match code:
        case sqlite3.SQLITE_NOTADB:
            return foreign(path)
        case sqlite3.SQLITE_CORRUPT:
            return damaged(path)
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return busy(path)
        case sqlite3.SQLITE_FULL:
            return DiskError(
                f"đĩa đầy khi ghi thư viện “{path}”; hãy giải phóng chỗ trống rồi chạy lại",
                f"the disk is full while the library “{path}” is written; make room, then run again",
            )
        case sqlite3.SQLITE_READONLY:
            return LibraryError(
                f"không được phép ghi vào thư viện “{path}”; hãy kiểm tra quyền ghi của tệp và thư mục",
                f"the library “{path}” may not be written; check the permissions of the file and its folder",
            )
        case sqlite3.SQLITE_CANTOPEN:
            return LibraryError(
                f"không mở được thư viện “{path}”; hãy kiểm tra đường dẫn và quyền đọc ghi",
                f"the library “{path}” cannot be opened; check the path and the permissions",
            )
        case sqlite3.SQLITE_IOERR:
            return DiskError(
                f"lỗi đọc ghi đĩa với thư viện “{path}”; hãy kiểm tra ổ đĩa và chỗ trống rồi chạy lại",
                f"the disk fails with the library “{path}”; check the disk and the space left, then run again",
            )
        case 0 | sqlite3.SQLITE_ERROR | sqlite3.SQLITE_MISMATCH:
            # Our statements are right, so a table or column that they name was lost.
            return damaged(path, str(error))
    return LibraryError(
        f"không dùng được thư viện “{path}” ({error})", f"the library “{path}” cannot be used ({error})"
    )
