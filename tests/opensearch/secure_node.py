"""A node with OpenSearch's security plugin on this machine: it speaks TLS alone, and asks for a user and a password."""

from __future__ import annotations

import base64
import json
import os
import shutil
import ssl
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cluster import HERE, QUICK, SECURITY, START_S, ClusterError, end, fetch, free_ports

# Who may do what; the passwords stand in the file as bcrypt has them. One may load as the README says, one only ask.
LOADER, LOADERS_PASSWORD = "tòa soạn", "mật khẩu: 1"
READER, READERS_PASSWORD = "bạn đọc", "chỉ hỏi"
PERMISSIONS = HERE / "security"
PLUGIN = "org.opensearch.security.OpenSearchSecurityPlugin"


@contextmanager
def secure_node(certificate: Path, key: Path) -> Iterator[str]:
    """Give the address of a node with this certificate, which vouches for itself; ClusterError when none starts."""
    jars = fetch()
    folder = Path(tempfile.mkdtemp(prefix="aidu-secure-"))
    http, transport = free_ports(2)
    settings = folder / "node_1" / "config"
    shutil.copytree(jars / SECURITY / "config", settings / "opensearch-security")
    shutil.copytree(PERMISSIONS, settings / "opensearch-security", dirs_exist_ok=True)
    shutil.copy(certificate, settings / "node.pem")
    shutil.copy(key, settings / "node.key")
    given = {
        "cluster.name": folder.name,
        "node.name": "secure",
        "network.host": "127.0.0.1",
        "http.port": http,
        "transport.port": transport,
        "discovery.type": "single-node",
        "cluster.routing.allocation.disk.threshold_enabled": "false",
        "plugins.security.allow_default_init_securityindex": "true",
        "plugins.security.audit.type": "noop",
        "plugins.security.ssl.http.enabled": "true",
        "plugins.security.ssl.transport.enforce_hostname_verification": "false",
    }
    for layer in ("http", "transport"):
        given[f"plugins.security.ssl.{layer}.pemcert_filepath"] = "node.pem"
        given[f"plugins.security.ssl.{layer}.pemkey_filepath"] = "node.key"
        given[f"plugins.security.ssl.{layer}.pemtrustedcas_filepath"] = "node.pem"
    path = os.pathsep.join((str(jars), f"{jars}/*", f"{jars / SECURITY}/*"))
    program = ["java", *QUICK, f"-Dplugin={PLUGIN}", "-cp", path, "Node", str(folder)]
    program += [f"{name}={value}" for name, value in given.items()]
    log = folder / "log.txt"
    try:
        with log.open("wb") as out:
            process = subprocess.Popen(
                program, stdin=subprocess.PIPE, stdout=out, stderr=out, cwd=folder, start_new_session=True
            )
        try:
            _wait(f"https://localhost:{http}", certificate, process, log)
            yield f"https://localhost:{http}"
        finally:
            end(process)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _wait(address: str, certificate: Path, process: subprocess.Popen[bytes], log: Path) -> None:
    """Wait until the node knows its users."""
    secret = base64.b64encode(f"{LOADER}:{LOADERS_PASSWORD}".encode()).decode()
    request = urllib.request.Request(f"{address}/_cluster/health", headers={"Authorization": f"Basic {secret}"})
    context = ssl.create_default_context(cafile=str(certificate))
    deadline = time.monotonic() + START_S
    seen: object = "no answer"
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(request, timeout=10, context=context) as answer:
                seen = json.load(answer)["status"]
            if seen == "green":
                return
        except (OSError, ValueError) as error:
            seen = error
        time.sleep(0.5)
    said = log.read_text("utf-8", "replace")[-4000:]
    raise ClusterError(f"no node with security after {START_S:.0f} s ({seen}):\n{said}")
