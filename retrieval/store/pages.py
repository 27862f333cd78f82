"""The pages of a library: each fetched when it is named, kept under its address, and looked at as a file is.

A page's row in the table `files` has the address as its path and the site as its root. Without being named again a page
stays as it was read: nothing goes to the network by itself.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import tempfile
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from retrieval.corpus.addresses import Location, WebAddress, is_web
from retrieval.errors import DocumentError
from retrieval.store.database import open_to_look
from retrieval.store.sources import Page, Source
from retrieval.store.writing import restored


@dataclass(frozen=True, slots=True)
class Pages:
    """What came of the pages that were named: sources for those that are there, or may be in the library; faults."""

    sources: tuple[Source, ...] = ()
    faults: tuple[DocumentError, ...] = ()

    @property
    def fetched(self) -> bool:
        """Whether any page came."""
        return any(source.page is not None and source.page.content for source in self.sources)


NO_PAGES = Pages()


def folders_in(locations: Sequence[Location]) -> list[Path]:
    """Return the files and folders among locations."""
    return [place for place in locations if isinstance(place, Path)]


@contextlib.contextmanager
def fetched(locations: Sequence[Location], kept: Container[str] = ()) -> Iterator[Pages]:
    """Fetch the pages among locations, each once, but not those `kept`; what came is there inside the block."""
    addresses = dict.fromkeys(place for place in locations if isinstance(place, WebAddress))
    if not addresses:
        yield NO_PAGES
        return
    # Needs the network's modules, which take as long to import as a question to answer.
    from retrieval.corpus.fetching import GoneError, fetch

    with tempfile.TemporaryDirectory(prefix="aidu-", ignore_cleanup_errors=True) as folder:
        sources: list[Source] = []
        faults: list[DocumentError] = []
        for number, address in enumerate(addresses):
            page = Page()
            if address.text not in kept:
                try:
                    found = fetch(address)
                    content = Path(folder, str(number))
                    content.write_bytes(found.content)
                    page = Page(str(content), found.suffix)
                except GoneError as error:
                    faults.append(error)
                    page = Page(gone=True)
                except DocumentError as error:
                    faults.append(error)
                except OSError as error:  # no room for what came
                    reason = os.strerror(error.errno) if error.errno else str(error)
                    faults.append(
                        DocumentError(
                            address.text,
                            f"không ghi được vào thư mục tạm ({reason}); hãy giải phóng chỗ trống",
                            f"it cannot be written to the temporary folder ({reason}); make room",
                        )
                    )
            sources.append(Source(address.site, address.text, address.text, page))
        yield Pages(tuple(sources), tuple(faults))


def known_in(file: Path) -> frozenset[str]:
    """Return the addresses of the pages that a library file has; none where it cannot be read."""
    try:
        connection = open_to_look(file)
    except sqlite3.Error:
        return frozenset()
    try:
        return pages_of(connection)
    except sqlite3.Error:
        return frozenset()
    finally:
        connection.close()


def pages_of(connection: sqlite3.Connection) -> frozenset[str]:
    """Return the addresses of the pages that a library has."""
    paths = (restored(path) for (path,) in connection.execute("SELECT path FROM files"))
    return frozenset(path for path in paths if is_web(path))


def refuse_without_any(pages: Pages, locations: Sequence[Location], known: Container[str]) -> None:
    """Raise the first fault when pages were named and nothing else, and none can be had.

    `known` are the addresses that the library has already.
    """
    if not pages.faults or pages.fetched or folders_in(locations):
        return
    if not any(source.path in known for source in pages.sources):
        raise pages.faults[0]
