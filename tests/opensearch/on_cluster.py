"""A pytest plugin: a cluster for the whole run, and the contract of the engines put to `opensearch` alone.

`tests/opensearch/run` loads it. Without it neither the tests here nor those of the contract touch a cluster.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from cluster import Cluster, ClusterError
from hypothesis import settings

from retrieval.ranking import index

# How far scores may be from rank_bm25's, as in the table of tests/ranking/test_engines.py: they are computed anew from
# the terms of the passages, in the same steps, so the order is the same too.
TOLERANCE = 0.0

# An example makes an index of its own, which takes a cluster hundreds of times as long as memory.
settings.register_profile("cluster", max_examples=12, deadline=None)
settings.load_profile("cluster")

# The modules of the contract take their engines from there when they are imported.
_EMBEDDED = index.ENGINES
index.ENGINES = ("opensearch",)  # type: ignore[assignment]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """State the tolerance in the table of the contract, now that its modules are imported."""
    index.ENGINES = _EMBEDDED
    for item in items:
        table = getattr(item.getparent(pytest.Module), "obj", None)
        if hasattr(table, "TOLERANCE"):
            table.TOLERANCE.setdefault("opensearch", TOLERANCE)


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """Give a cluster of three nodes; without one the run fails, and says why."""
    try:
        with Cluster() as started:
            yield started
    except ClusterError as error:
        pytest.exit(f"no cluster: {error}", returncode=1)


@pytest.fixture(scope="module", autouse=True)
def cluster_hosts(cluster: Cluster) -> Iterator[None]:
    """Name the cluster in the environment, and leave it empty for the next module."""
    hosts = ",".join(cluster.hosts)
    os.environ["AIDU_OPENSEARCH_HOSTS"] = hosts
    yield
    del os.environ["AIDU_OPENSEARCH_HOSTS"]
    cluster.clear()


@pytest.fixture(autouse=True)
def cluster_environment(clean_environment: Path, cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    """Name it again for the test, from whose environment all settings of the machine were taken."""
    monkeypatch.setenv("AIDU_OPENSEARCH_HOSTS", ",".join(cluster.hosts))
