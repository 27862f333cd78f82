"""Nodes and loaders are killed: nothing is lost, and no question fails."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from cluster import NODES, Cluster
from made import in_the_middle, passages, questions, top_ten

from retrieval.ranking.opensearch import OpenSearchEngine
from retrieval.ranking.rank_bm25 import RankBM25Engine

PASSAGES = passages(6_000)
HALF = 3_000
QUESTIONS = questions(30)
REFERENCE = RankBM25Engine.build(PASSAGES)
EXPECTED = [top_ten(REFERENCE, question) for question in QUESTIONS]


class Askers:
    """Threads that ask all the time, compare every answer, and keep what failed and how long answers took."""

    def __init__(self, engine: OpenSearchEngine) -> None:
        self.failed: list[str] = []
        self.seconds: list[float] = []
        self._engine = engine
        self._over = threading.Event()
        self._threads = [threading.Thread(target=self._ask, args=(first,)) for first in (0, 10, 20)]

    @contextmanager
    def asking(self) -> Iterator[None]:
        for thread in self._threads:
            thread.start()
        try:
            yield
        finally:
            self._over.set()
            for thread in self._threads:
                thread.join()

    def wait_for(self, answers: int) -> None:
        """Wait until so many more questions are answered, or one failed."""
        until = len(self.seconds) + answers
        while len(self.seconds) < until and not self.failed:
            time.sleep(0.02)

    def _ask(self, number: int) -> None:
        while not self._over.is_set() and not self.failed:
            number = (number + 1) % len(QUESTIONS)
            started = time.monotonic()
            try:
                found = top_ten(self._engine, QUESTIONS[number])
            except Exception as error:
                self.failed.append(repr(error))
            else:
                if found != EXPECTED[number]:
                    self.failed.append(f"question {number}: {found}, not {EXPECTED[number]}")
            self.seconds.append(time.monotonic() - started)


@pytest.fixture(autouse=True)
def whole_cluster(cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Keep passages in three shards, two copies of each; afterwards have all nodes run again and nothing in them."""
    monkeypatch.setenv("AIDU_OPENSEARCH_SHARDS", "3")
    monkeypatch.setenv("AIDU_OPENSEARCH_REPLICAS", "1")
    yield
    for node in set(range(NODES)) - set(cluster.running()):
        cluster.start(node)
    cluster.wait_for("green", NODES)
    cluster.clear()


def answers(engine: OpenSearchEngine) -> list[list[int]]:
    return [top_ten(engine, question) for question in QUESTIONS]


def manager(cluster: Cluster) -> int:
    return cluster.manager()


def another(cluster: Cluster) -> int:
    return next(node for node in cluster.running() if node != cluster.manager())


def test_a_node_killed_while_passages_are_loaded_loses_none(cluster: Cluster) -> None:
    # It holds passages as the others do, and another must take its place before the load goes on.
    with in_the_middle(lambda: cluster.kill(cluster.manager()), after=HALF):
        engine = OpenSearchEngine.build(PASSAGES)
    assert len(cluster.running()) == NODES - 1
    assert len(engine) == len(PASSAGES)
    assert answers(engine) == EXPECTED


@pytest.mark.parametrize("victim", [manager, another])
def test_no_question_fails_when_a_node_is_killed(cluster: Cluster, victim: Callable[[Cluster], int]) -> None:
    asked = Askers(OpenSearchEngine.build(PASSAGES))
    with asked.asking():
        asked.wait_for(60)
        cluster.kill(victim(cluster))
        # Until the others have noticed, and taken its shards over.
        cluster.wait_for("yellow", NODES - 1)
        asked.wait_for(60)
    assert asked.failed == []
    print(f"{len(asked.seconds)} questions, the slowest {max(asked.seconds):.2f} s")


def test_no_question_fails_while_an_index_is_swapped_for_one_of_other_shards(
    cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = OpenSearchEngine.build(PASSAGES)
    asked = Askers(engine)
    with asked.asking():
        asked.wait_for(60)
        monkeypatch.setenv("AIDU_OPENSEARCH_SHARDS", "2")
        assert OpenSearchEngine.build(PASSAGES).alias == engine.alias
        asked.wait_for(60)
    assert asked.failed == []
    behind = cluster.get(f"/{engine.alias}/_settings?flat_settings=true")
    assert [about["settings"]["index.number_of_shards"] for about in behind.values()] == ["2"]
    assert set(cluster.get("/aidu.*/_alias")) == set(behind)


def test_a_load_that_was_killed_goes_on_where_it_was(cluster: Cluster) -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    program = (
        "import os, signal; from made import in_the_middle, passages;"
        " from retrieval.ranking.opensearch import OpenSearchEngine;"
        f" accident = in_the_middle(lambda: os.kill(os.getpid(), signal.SIGKILL), after={HALF});"
        f" accident.__enter__(); OpenSearchEngine.build(passages({len(PASSAGES)}))"
    )
    assert subprocess.run([sys.executable, "-c", program], env=environment).returncode == -signal.SIGKILL
    # What is half loaded is not behind an alias, so nobody takes it for whole.
    assert [about["aliases"] for about in cluster.get("/aidu.*/_alias").values()] == [{}]
    before = indexed(cluster)
    engine = OpenSearchEngine.build(PASSAGES)
    assert answers(engine) == EXPECTED
    assert HALF / 2 < before < len(PASSAGES)
    assert indexed(cluster) == len(PASSAGES)


def indexed(cluster: Cluster) -> int:
    """Return the passages that the cluster took in; those that it had already are refused, and do not count."""
    return int(cluster.get("/aidu.*/_stats/indexing")["_all"]["primaries"]["indexing"]["index_total"])
