"""The processes of one part of a run serve the next, and none is left behind."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from retrieval.store import indexing, maintenance
from retrieval.store.database import open_to_read
from retrieval.store.holdings import Holdings
from retrieval.store.keeping import keeping
from retrieval.store.workers import BrokenProcessPool, pool, submit
from tests.store.killing import write_many


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


def test_a_large_index_is_written_without_the_processes_that_have_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_many(tmp_path / "bài", 4)
    file = tmp_path / "a.aidu"
    maintenance.index(file, [tmp_path / "bài"])
    holdings = Holdings(open_to_read(file), file)
    readings = [(reading, holdings.passages[reading]) for reading in dict.fromkeys(holdings.readings)]
    monkeypatch.setattr(indexing, "_MOST_PASSAGES", 3)
    with keeping():
        with pool(None, 1) as first:
            before = submit(first, os.getpid).result()
        indexing.write_fields(file, holdings, tmp_path / "chỉ mục", "postings", readings, 1)
        assert not _runs(before)
    holdings.close()
