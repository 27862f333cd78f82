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
    name: str, data: bytes, budget: Budget, wanted: Callable[[str], bool]
) -> Iterator[tuple[str, bytes | DocumentError]]:
    """Yield (name, content) of the members of a ZIP archive that are `wanted`, in code point order of their names.

    In the place of a content stands why there is none: of members that leave the folder, are locked, too large or
    broken. Raises DocumentError when the archive is broken or passes a limit of `budget`.
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
                    yield (
                        part,
                        DocumentError(
                            part, "tên tệp trong ZIP chỉ ra ngoài thư mục", "its name leads out of the folder"
                        ),
                    )
                elif not hidden and not entry.is_dir() and wanted(entry.filename):
                    yield part, _unpack(part, archive, entry, budget)
        except TooMuchError as error:
            raise DocumentError(name, str(error), error.english) from error


def _unpack(part: str, archive: zipfile.ZipFile, entry: zipfile.ZipInfo, budget: Budget) -> bytes | DocumentError:
    """Return the content of a member, or why there is none. What its header says of its size is not believed."""
    if entry.flag_bits & 1:
        return DocumentError(part, "tệp trong ZIP có mật khẩu", "it is locked by a password")
    content = bytearray()
    try:
        with archive.open(entry) as member:
            while piece := member.read(_PIECE):
                budget.spend(len(piece), 0)
                content += piece
                if len(content) > LARGEST_FILE:
                    return DocumentError(part, *TOO_LARGE)
    except TooMuchError:
        raise
    except Exception:  # zipfile and its decompressors have no common parent for what a broken member does
        return DocumentError(part, "tệp trong ZIP hỏng", "it is broken")
    return bytes(content)
