"""What a file consists of: reports that are read one by one, so that of a long file each may be read by itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NoReturn

from retrieval.corpus.document import Document
from retrieval.errors import DocumentError


@dataclass(frozen=True, slots=True)
class Part:
    """One report of a file, not read yet.

    `name` is the document's name. `size` (of the content, in bytes or characters) tells what reading it may cost.
    `read` raises DocumentError when there is no report in it, MissingExtraError when its kind needs a library that is
    not installed. What a part `of_table` gives depends on the columns that were named.
    """

    name: str
    size: int
    read: Callable[[], Document]
    of_table: bool = False


class TableError(DocumentError):
    """A table of articles cannot be read with the columns that were named."""


def refused(error: DocumentError) -> Part:
    """Return the part that cannot be read, for this reason."""

    def read() -> NoReturn:
        raise error

    return Part(error.name, 0, read, isinstance(error, TableError))
