"""Reading the corpus again when files in it change, while the old library goes on answering.

Reading holds the interpreter lock, which would starve the event loop; so another process reads first and leaves what
it read in the cache, from which this process then takes what is new. Of a library file, `aidu index` is that process.
"""

from __future__ import annotations

import asyncio
import logging
import os
import sys
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.garbage import collect_seldom
from bot.telegram.desk import Answerer, Shelf
from bot.telegram.texts import say
from retrieval.corpus.addresses import Location, location
from retrieval.corpus.columns import DEFAULT_COLUMNS, Columns
from retrieval.errors import AiduError
from retrieval.language import word_tagger
from retrieval.library import Library
from retrieval.store.database import state_of
from retrieval.store.folders import library_among
from retrieval.store.pages import folders_in

_LOG = logging.getLogger(__name__)

# One of each kind, with accents and without: models are loaded and patterns compiled when they are first needed.
FIRST_QUESTIONS = (
    *("Ai dự hội nghị?", "Ai chủ trì, ai phát biểu ở hội nghị?", "Hội nghị khai mạc khi nào?", "Lễ ký diễn ra ở đâu?"),
    *("Bao nhiêu đại biểu dự?", "Bộ trưởng có dự không?", "Ai là giám đốc sở?", "Ông ấy giữ chức gì?"),
    *("Hôm qua có sự kiện gì?", "Đơn vị nào tổ chức?", "Chủ đề của hội thảo là gì?", "Ai đã ký và ai trao giải?"),
    *("hoi nghi o thanh pho nao", "ai ten la gi", "Vợ ông ấy là ai?", "Ai nói, ai bị bắt, ai được bổ nhiệm?"),
    *("ai du hoi nghi", "hoi nghi dien ra khi nao o dau", "co bao nhieu nguoi du", "bo truong co phat bieu khong"),
)

Signature = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a library is read from."""

    paths: tuple[Location, ...]
    engine: str
    cache: Path
    columns: Columns = DEFAULT_COLUMNS

    @property
    def library_file(self) -> Path | None:
        """The library file that is read, None for folders and pages."""
        return library_among(self.paths)

    def read(self, *, fetch: bool = True) -> Answerer:
        """Read the library, ready to answer at once; AiduError when that is not possible."""
        library = Library.read(self.paths, columns=self.columns, cache=self.cache, engine=self.engine, fetch=fetch)
        word_tagger.expect_many()
        # The first question loads models, which is slow, and not safe to do in several threads at a time.
        library.prepare()
        for question in FIRST_QUESTIONS:
            library.ask(question)
        collect_seldom()
        return library

    def signature(self) -> Signature:
        """Return what tells one state of the files from another: their names, sizes and times of change.

        Of a library file, what is written into it: its own time changes later, and also when feedback is kept.
        """
        if (file := self.library_file) is not None:
            return ((str(file), *state_of(file)),)
        found = []
        for root in folders_in(self.paths):
            for path in sorted(root.rglob("*")) if root.is_dir() else [root]:
                try:
                    stat = path.stat()
                except OSError:
                    continue  # deleted meanwhile
                found.append((str(path), stat.st_size, stat.st_mtime_ns))
        return tuple(found)


class Reloader:
    """Watches a source and puts what its library is then on the shelf when its files changed and have settled."""

    def __init__(
        self,
        source: Source,
        shelf: Shelf,
        interval_s: float,
        language: str,
        on_failure: Callable[[str], Awaitable[None]],
    ) -> None:
        self._source = source
        self._shelf = shelf
        self._interval_s = interval_s
        self._language = language
        self._on_failure = on_failure

    async def watch(self, loaded: Signature) -> None:
        """Look for changes until cancelled; `loaded` is the state of the files that the shelf holds."""
        seen = loaded
        while True:
            await asyncio.sleep(self._interval_s)
            started = time.perf_counter()
            now = await asyncio.to_thread(self._source.signature)
            # A file that is still being written changes between two looks; wait until nothing does.
            if now != loaded and now == seen:
                await self._reload()
                loaded = now
            seen = now
            # A huge folder takes long to look through; spend no more than a tenth of the time on it.
            await asyncio.sleep(10 * (time.perf_counter() - started) if now == loaded else 0)

    async def _reload(self) -> None:
        try:
            if self._source.library_file is None:
                await _read_elsewhere(self._source)
            library = await asyncio.to_thread(_refreshed, self._shelf.library)
            if library is self._shelf.library:
                return
            if not library.documents and self._shelf.library.documents:
                raise AiduError(say("start.empty", self._language))
        except (AiduError, OSError) as error:
            reason = error.said(self._language) if isinstance(error, AiduError) else error
            line = say("admin.reload_failed", self._language, reason=reason)
            _LOG.warning(line)
            await self._on_failure(line)
            return
        events = await asyncio.to_thread(library.events)
        self._shelf.replace(library)
        _LOG.info(say("admin.reloaded", self._language, documents=len(library.documents), events=len(events)))


def _refreshed(library: Answerer) -> Answerer:
    """Return what the library is now, ready to answer at once."""
    found = library.refreshed()
    if found is not library:
        found.ask(FIRST_QUESTIONS[0])
    return found


async def _read_elsewhere(source: Source) -> None:
    """Read the library in another process, which fills the cache; its failure is this process's to find out."""
    environment = {name: value for name, value in os.environ.items() if name != "AIDU_TELEGRAM_TOKEN"}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot.telegram.reload", source.engine, str(source.cache), str(source.columns)),
        *(str(path) for path in source.paths),
        env=environment,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        await process.wait()
    except asyncio.CancelledError:
        process.kill()
        await process.wait()
        raise


def _main(arguments: Sequence[str]) -> int:
    engine, cache, columns, *paths = arguments
    Source(tuple(location(path) for path in paths), engine, Path(cache), Columns.parse(columns)).read(fetch=False)
    return 0


if __name__ == "__main__":
    sys.exit(_main(sys.argv[1:]))
