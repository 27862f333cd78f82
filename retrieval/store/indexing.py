"""The engines of a library's passages, built from the stored terms into a folder: one after the other, or at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from retrieval.ranking.index import engine_class
from retrieval.ranking.terms import Field
from retrieval.store.database import open_to_read
from retrieval.store.holdings import Holdings
from retrieval.store.keeping import kept_here

if TYPE_CHECKING:
    from retrieval.ranking.engine import Engine

# From so many passages on, starting a process takes less time than it saves.
_MANY_PASSAGES: Final = 5_000
# From so many on, the memory of processes that have read is wanted more than the time that starting others takes.
_MOST_PASSAGES: Final = 200_000


def passages(holdings: Holdings, field_: Field, readings: Sequence[tuple[int, int]]) -> Iterator[list[str]]:
    """Yield the terms of every passage, those of its title with them; none for the passages of a reading now gone."""
    for reading, count in readings:
        if reading not in holdings.passages:
            yield from ([] for _ in range(count))
            continue
        title, *passages = holdings.terms(reading, field_.value)
        for passage in passages:
            yield passage + title


def write_field(
    holdings: Holdings, folder: Path, name: str, readings: Sequence[tuple[int, int]], field: Field
) -> Engine:
    """Write the engine of that name over one field of the readings; return it. OSError when it cannot be written."""
    engine = engine_class(name).build(passages(holdings, field, readings))
    engine.save(folder / field)
    return engine


def write_fields(
    file: Path, holdings: Holdings, folder: Path, name: str, readings: Sequence[tuple[int, int]], processes: int
) -> None:
    """Write both fields of the library `file`, the second in another process where that is worth it."""
    first, second = Field
    total = sum(count for _, count in readings)
    if total > _MOST_PASSAGES and (kept := kept_here()) is not None:
        kept.end()
    if processes == 1 or total < _MANY_PASSAGES:
        write_field(holdings, folder, name, readings, first)
        write_field(holdings, folder, name, readings, second)
        return
    from retrieval.store import workers  # what only reading needs

    with workers.pool(None, 1) as pool:
        beside = workers.submit(pool, _write_beside, file, folder, name, readings, second)
        write_field(holdings, folder, name, readings, first)
        try:
            beside.result()
        except workers.BrokenProcessPool:  # ended from outside, or for want of memory: here it is written in turn
            write_field(holdings, folder, name, readings, second)


def _write_beside(file: Path, folder: Path, name: str, readings: Sequence[tuple[int, int]], field: Field) -> None:
    holdings = Holdings(open_to_read(file), file)
    try:
        write_field(holdings, folder, name, readings, field)
    finally:
        holdings.close()
