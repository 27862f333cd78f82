"""ZIP archives: their members one after the other, each within the limits, none of them ever written to disk."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import Final

from retrieval.corpus.formats.limits import LARGEST_FILE, STEEPEST_RATIO, TOO_LARGE, Budget, TooMuchError
from retrieval.errors import DocumentError

_ESCAPES: Final = re.compile(r"(?:^|[/\\])\.\.(?:[/\\]|$)|^[/\\]|^[A-Za-z]:|\x00")
_PIECE: Final = 1 << 16


def members(
    name: str, data: bytes, budget: Budget, wanted: Callable[[str], bool], warn: Callable[[DocumentError], None]
) -> Iterator[tuple[str, bytes]]:
    """Yield (name, content) of the members of a ZIP archive that are `wanted`, in code point order of their names.

    Members that leave the folder, are locked, too large or broken go to `warn`. Raises DocumentError when the archive
    is broken or passes a limit of `budget`.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except Exception as error:  # a broken directory raises almost anything
        raise DocumentError(name, "tệp ZIP hỏng", "the ZIP file is broken") from error
    with archive:
        entries = sorted(archive.infolist(), key=lambda entry: entry.filename)
        try:
            budget.spend(0, len(entries))
            if sum(entry.file_size for entry in entries) > 1_000_000 + STEEPEST_RATIO * len(data):
                raise TooMuchError("tệp ZIP bung ra lớn bất thường", "the ZIP file unpacks to too much")
            for entry in entries:
                part = f"{name}/{entry.filename}"
                hidden = any(p.startswith((".", "__MACOSX")) for p in PurePosixPath(entry.filename).parts)
                if _ESCAPES.search(entry.filename):
                    warn(
                        DocumentError(
                            part, "tên tệp trong ZIP chỉ ra ngoài thư mục", "its name leads out of the folder"
                        )
                    )
                elif not hidden and not entry.is_dir() and wanted(entry.filename):
                    try:
                        yield part, _unpack(archive, entry, budget)
                    except DocumentError as error:
                        warn(DocumentError(part, error.reason, error.english))
        except TooMuchError as error:
            raise DocumentError(name, str(error), error.english) from error


def _unpack(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, budget: Budget) -> bytes:
    """Return the content of a member. What its header says of its size is not believed."""
    if entry.flag_bits & 1:
        raise DocumentError(entry.filename, "tệp trong ZIP có mật khẩu", "it is locked by a password")
    content = bytearray()
    try:
        with archive.open(entry) as member:
            while piece := member.read(_PIECE):
                budget.spend(len(piece), 0)
                content += piece
                if len(content) > LARGEST_FILE:
                    raise DocumentError(entry.filename, *TOO_LARGE)
    except (DocumentError, TooMuchError):
        raise
    except Exception as error:  # zipfile and its decompressors have no common parent for what a broken member does
        raise DocumentError(entry.filename, "tệp trong ZIP hỏng", "it is broken") from error
    return bytes(content)
