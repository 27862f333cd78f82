"""The processes of one part of a run serve the next, and none is left behind."""

from __future__ import annotations

import os

import pytest

from retrieval.store.keeping import keeping
from retrieval.store.workers import BrokenProcessPool, pool, submit


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_the_processes_of_one_pool_serve_the_next_and_end_with_the_block() -> None:
    with keeping():
        with pool(None, 1) as first:
            before = submit(first, os.getpid).result()
        with pool(None, 1) as second:
            assert submit(second, os.getpid).result() == before
    assert not _runs(before)
    with pool(None, 1) as alone:
        other = submit(alone, os.getpid).result()
    assert other != before and not _runs(other)


def test_a_pool_that_broke_or_was_left_by_an_error_is_not_kept() -> None:
    with keeping():
        with pool(None, 1) as broken, pytest.raises(BrokenProcessPool):
            submit(broken, os._exit, 3).result()
        with pytest.raises(ZeroDivisionError), pool(None, 1) as left:
            ended = submit(left, os.getpid).result()
            raise ZeroDivisionError
        assert not _runs(ended)
        with pool(None, 1) as sound:
            assert submit(sound, os.getpid).result() != ended
