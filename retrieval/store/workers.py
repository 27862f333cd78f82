"""Reading files in several processes: underthesea holds the interpreter lock, so threads would not help.

The processes are spawned, look into the library file for what is known, and end by themselves when their parent is
gone. One that dies over a file (a parser that crashes or needs too much memory) costs that file only.
"""

from __future__ import annotations

import atexit
import contextlib
import multiprocessing
import os
import signal
import sqlite3
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final, ParamSpec, TypeVar

from retrieval.language import word_tagger
from retrieval.store.database import open_to_look
from retrieval.store.keeping import kept_here, terminable
from retrieval.store.pipeline import NOTHING_KNOWN, Begun, Contents, Found, Known, Look, PartDone, Step, file_done
from retrieval.store.sources import DIED, Source, stamp_of
from retrieval.store.writing import reading_number, words_of

__all__ = ["WORTH_BYTES", "BrokenProcessPool", "pool", "read_in_processes", "submit"]

P = ParamSpec("P")
T = TypeVar("T")

# Starting the processes takes a second or two: less text than this (in bytes of the files) is read sooner without.
WORTH_BYTES: Final = 400_000
# The characters that one task reads, so that a file of many reports is shared out.
_TASK_CHARS: Final = 50_000
# What a part costs beside its characters.
_PART_CHARS: Final = 200
# Tasks that wait at the processes, so that none runs dry and little is lost when one dies.
_WAITING: Final = 2


@dataclass(frozen=True, slots=True)
class _Task:
    """A file to open, or parts of it to read, by place and name; `size` is that of the parts."""

    source: Source
    parts: tuple[tuple[int, str], ...] = ()
    size: int = 0


@dataclass(frozen=True, slots=True)
class _Result:
    """What a task gave: what there is in the file (when it was opened), and the parts that were read."""

    look: Look | None
    done: tuple[PartDone, ...] = ()


@dataclass(slots=True)
class _Open:
    """A file some of whose parts are still being read."""

    missing: int = 0
    done: list[PartDone] = field(default_factory=list)
    look: Look = field(default_factory=Look)


def read_in_processes(
    sources: Sequence[Source], file: Path | None, processes: int, begun: Begun
) -> Generator[Step, None, None]:
    """Read files in so many processes, but for the parts `begun`; they are done in any order. Closing it ends the
    processes."""
    waiting = deque(_Task(source) for source in sources)
    suspects: deque[_Task] = deque()
    files = {source: _Open() for source in sources}
    while waiting or suspects:
        alone = bool(suspects)
        queue = suspects if alone else waiting
        with pool(file, 1 if alone else processes) as executor:
            running: dict[Future[list[_Result]], list[_Task]] = {}
            broken: list[_Task] = []
            while (queue or running) and not broken:
                while queue and len(running) < (1 if alone else processes * (1 + _WAITING)):
                    tasks = [queue.popleft()] if alone else _batch(queue)
                    running[submit(executor, _run, tasks)] = tasks
                for future in wait(running, return_when=FIRST_COMPLETED).done:
                    tasks = running.pop(future)
                    try:
                        results = future.result()
                    except BrokenProcessPool:
                        broken.extend(tasks)
                        continue
                    except Exception as error:  # what cannot be sent between processes
                        name = type(error).__name__
                        reason = f"lỗi bên trong khi đọc ({name})", f"internal error while reading it ({name})"
                        results = [_failed(task, reason) for task in tasks]
                    for task, result in zip(tasks, results, strict=True):
                        yield from _taken(task, result, files, queue, begun)
            for tasks in running.values():
                broken.extend(tasks)
        if broken and alone:
            # Ran by itself, so it is the one; of several reports, each is tried alone.
            (task,) = broken
            if len(task.parts) > 1:
                suspects.extend(_Task(task.source, (part,)) for part in task.parts)
            else:
                yield from _taken(task, _failed(task, DIED), files, queue, begun)
        else:
            suspects.extend(broken)


def _batch(queue: deque[_Task]) -> list[_Task]:
    """Take tasks from the head of the queue until they are worth sending: small files go together."""
    tasks: list[_Task] = []
    size = 0
    while queue and size < _TASK_CHARS:
        task = queue.popleft()
        tasks.append(task)
        if task.parts:
            size += task.size
        else:
            stamp = stamp_of(task.source.path)
            # A hundred vanished files are a task as well.
            size += max(stamp.size if stamp else 0, _TASK_CHARS // 100)
    return tasks


def _taken(
    task: _Task, result: _Result, files: dict[Source, _Open], queue: deque[_Task], begun: Begun
) -> Iterator[Step]:
    """Take in what a task gave, put the parts that were found at the head of the queue, and tell what is done."""
    entry = files[task.source]
    if result.look is not None:
        before = begun.get(task.source.path, ())
        read = {part.place for part in result.done}
        left = [
            (place, name, size)
            for place, (name, size) in enumerate(result.look.parts)
            if place not in before and place not in read
        ]
        entry.missing, entry.look = len(left) + len(read), result.look._replace(parts=())
        yield Found(task.source, len(result.look.parts), entry.missing, result.look.tables)
        for later in reversed(_tasks(task.source, left)):
            queue.appendleft(later)
    for part in result.done:
        entry.missing -= 1
        entry.done.append(replace(part, reading=None))
        yield part
    if entry.missing == 0:
        yield file_done(task.source, entry.done, entry.look)
        del files[task.source]


def _tasks(source: Source, parts: Sequence[tuple[int, str, int]]) -> list[_Task]:
    """Share out the (place, name, size) of parts, so that each task is worth sending."""
    tasks: list[_Task] = []
    taken: list[tuple[int, str]] = []
    gathered = 0
    for number, (place, name, size) in enumerate(parts, start=1):
        taken.append((place, name))
        gathered += size + _PART_CHARS
        if gathered >= _TASK_CHARS or number == len(parts):
            tasks.append(_Task(source, tuple(taken), gathered))
            taken, gathered = [], 0
    return tasks


def _failed(task: _Task, reason: tuple[str, str]) -> _Result:
    if not task.parts:
        return _Result(Look(faults=((task.source.name, *reason),)))
    return _Result(None, tuple(PartDone(task.source, place, name, fault=(name, *reason)) for place, name in task.parts))


@contextlib.contextmanager
def pool(file: Path | None, processes: int) -> Iterator[ProcessPoolExecutor]:
    """Give a pool of at least so many processes, new ones looking into the library `file` for what is known.

    They are ended at once when the block is left by an error or an interruption, else as `keeping` says.
    """
    kept = kept_here()
    executor = kept.taken(processes) if kept is not None else None
    with terminable():
        if executor is None:
            context = multiprocessing.get_context("spawn")
            executor = ProcessPoolExecutor(processes, mp_context=context, initializer=_start, initargs=(file,))
        try:
            yield executor
        except BaseException:
            _end(executor)
            executor.shutdown(wait=True, cancel_futures=True)
            raise
        if kept is not None and not executor._broken:
            kept.put(executor, processes)
        else:
            executor.shutdown(wait=True, cancel_futures=True)


def _end(pool: ProcessPoolExecutor) -> None:
    """End the processes of a pool in the middle of what they do; `shutdown` would wait for them.

    Until Python 3.14 (kill_workers) there is no public way.
    """
    results = pool._result_queue
    children = list((pool._processes or {}).values())
    for child in children:
        child.kill()
    for child in children:
        child.join()
    # One that was ended while it sent a result: its other half would be waited for as long as anyone could write it.
    if results is not None:
        results._writer.close()  # type: ignore[attr-defined]


def submit(executor: ProcessPoolExecutor, work: Callable[P, T], *arguments: P.args, **named: P.kwargs) -> Future[T]:
    """Hand work to a pool, uninterrupted: this may start a process, which must be known to be ended.

    The process and the threads of the pool begin with the signals held back as well: an interruption from the keyboard
    goes to all processes of the terminal, and one that is just starting would show a traceback.
    """
    if not hasattr(signal, "pthread_sigmask"):
        return executor.submit(work, *arguments, **named)
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    try:
        return executor.submit(work, *arguments, **named)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


# --- in the reading processes --------------------------------------------------------------------------------------

_known: Known = NOTHING_KNOWN


def _start(file: Path | None) -> None:
    global _known
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears it too, and ends us
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})
    threading.Thread(target=_end_with_parent, daemon=True).start()
    # Nothing is left to do at the end, and to take the tables apart would keep the parent waiting for a while (0.4 s).
    atexit.register(os._exit, 0)
    word_tagger.expect_many()
    if file is None:
        return
    with contextlib.suppress(sqlite3.Error):
        connection = open_to_look(file)
        _known = Known(
            lambda digest: reading_number(connection, digest) is not None,
            lambda digest: words_of(connection, digest),
        )


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _run(tasks: Sequence[_Task]) -> list[_Result]:
    return [_read(task) for task in tasks]


# The long file that this process was last at: its tasks come in order, so that it is gone through once.
_long: Contents | None = None


def _read(task: _Task) -> _Result:
    global _long
    if not task.parts:
        contents = Contents(task.source)
        look = contents.look()
        # One report is read at once, many are shared out.
        done = (contents.read(0, look.parts[0][0], _known),) if len(look.parts) == 1 else ()
        return _Result(look, done)
    if _long is None or _long.source != task.source:
        _long = Contents(task.source)
    return _Result(None, tuple(_long.read(place, name, _known) for place, name in task.parts))
