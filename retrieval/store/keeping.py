"""Processes that outlive the part of a run for which they were started, and how a run with processes is ended."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterator
from contextvars import ContextVar
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

__all__ = ["Kept", "keeping", "kept_here", "terminable"]


class Kept:
    """At most one pool, which nobody uses at the moment."""

    def __init__(self) -> None:
        self._pool: ProcessPoolExecutor | None = None
        self._processes = 0

    def taken(self, processes: int) -> ProcessPoolExecutor | None:
        """Take the pool away, if there is one of so many processes."""
        if self._processes < processes:
            return None
        pool, self._pool, self._processes = self._pool, None, 0
        return pool

    def put(self, pool: ProcessPoolExecutor, processes: int) -> None:
        """Keep a pool of so many processes, in the place of the one before."""
        self.end()
        self._pool, self._processes = pool, processes

    def end(self) -> None:
        """End the processes."""
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
        self._pool, self._processes = None, 0


_kept: ContextVar[Kept | None] = ContextVar("kept", default=None)


@contextlib.contextmanager
def keeping() -> Iterator[None]:
    """Let each pool of `workers` in the block leave its processes to the next one: starting them takes a second."""
    kept = Kept()
    token = _kept.set(kept)
    try:
        with terminable():
            yield
    finally:
        _kept.reset(token)
        kept.end()


def kept_here() -> Kept | None:
    """Return what is kept in the `keeping` block that runs, None outside of any."""
    return _kept.get()


@contextlib.contextmanager
def terminable() -> Iterator[None]:
    """Make of SIGTERM a SystemExit where nobody else handles it, so that what was read is kept and nothing is left.

    Ended on the spot, this process would leave the pool's semaphores to Python's resource tracker, which complains.
    """
    mine = threading.current_thread() is threading.main_thread() and signal.getsignal(signal.SIGTERM) == signal.SIG_DFL
    if mine:
        signal.signal(signal.SIGTERM, _exit)
    try:
        yield
    finally:
        if mine:
            signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _exit(number: int, frame: object) -> None:
    raise SystemExit(128 + number)  # as shells report it
