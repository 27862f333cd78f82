"""The pages of a library: each fetched when it is named, kept under its address, and looked at as a file is.

A page's row in the table `files` has the address as its path and the site as its root. Without being named again a page
stays as it was read: nothing goes to the network by itself.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import tempfile
import threading
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Final, TypeAlias

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
    """Fetch the pages among locations, each once and a few at a time, but not those `kept`.

    What came is there inside the block, in the order of the locations.
    """
    addresses = list(dict.fromkeys(place for place in locations if isinstance(place, WebAddress)))
    if not addresses:
        yield NO_PAGES
        return
    with tempfile.TemporaryDirectory(prefix="aidu-", ignore_cleanup_errors=True) as folder:
        wanted = {address: Path(folder, str(n)) for n, address in enumerate(addresses) if address.text not in kept}
        come = _all_of(wanted)
        pages = [come.get(address, (Page(), None)) for address in addresses]
        sources = tuple(
            Source(address.site, address.text, address.text, page)
            for address, (page, _) in zip(addresses, pages, strict=True)
        )
        yield Pages(sources, tuple(fault for _, fault in pages if fault is not None))


# What came of a page: what there is to read, and what is to be said.
_Come: TypeAlias = tuple[Page, DocumentError | None]
# Fetched at the same time; a site is asked for no more by a browser.
_AT_ONCE: Final = 4


def _all_of(wanted: Mapping[WebAddress, Path]) -> dict[WebAddress, _Come]:
    """Fetch pages into files, a few at a time."""
    waiting: SimpleQueue[tuple[WebAddress, Path]] = SimpleQueue()
    done: SimpleQueue[tuple[WebAddress, _Come | BaseException]] = SimpleQueue()
    for each in wanted.items():
        waiting.put(each)

    def work() -> None:
        with contextlib.suppress(Empty):
            while True:
                address, file = waiting.get_nowait()
                try:
                    done.put((address, _one(address, file)))
                except BaseException as error:  # raised again where it can be seen
                    done.put((address, error))

    # No executor: at Ctrl-C it would wait for pages that nobody wants any more.
    for _ in range(min(_AT_ONCE, len(wanted))):
        threading.Thread(target=work, name="fetch", daemon=True).start()
    come: dict[WebAddress, _Come] = {}
    for _ in wanted:
        address, what = done.get()
        if isinstance(what, BaseException):
            raise what
        come[address] = what
    return come


def _one(address: WebAddress, file: Path) -> _Come:
    # Needs the network's modules, which take as long to import as a question to answer.
    from retrieval.corpus.fetching import GoneError, fetch

    try:
        found = fetch(address)
        file.write_bytes(found.content)
    except GoneError as error:
        return Page(gone=True), error
    except DocumentError as error:
        return Page(), error
    except OSError as error:  # no room for what came
        reason = os.strerror(error.errno) if error.errno else str(error)
        return Page(), DocumentError(
            address.text,
            f"không ghi được vào thư mục tạm ({reason}); hãy giải phóng chỗ trống",
            f"it cannot be written to the temporary folder ({reason}); make room",
        )
    return Page(str(file), found.suffix), None


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
