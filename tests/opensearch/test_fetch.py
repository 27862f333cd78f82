"""Where nodes have nothing to run on, that is told apart from a failure: .ci/run goes on after the first alone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent
UNAVAILABLE, FAILED = 69, 1
# What Maven prints.
OUT_OF_REACH = "[ERROR] Could not transfer artifact org.x:y:jar:1 from/to central (https://...): Unknown host"
NO_SUCH_FILE = "[ERROR] Could not find artifact org.x:y:jar:1 in central (https://...)"

# A Maven that fetches nothing, into the folder that its last argument names, and counts.
MAVEN = 'echo fetching >> "$0.log"; for last; do :; done; /bin/mkdir "${last#*=}"'


def fetched(tmp_path: Path, **programs: str) -> tuple[int, str]:
    """Fetch with these programs (their shell scripts) and no others; return the exit status and what was said."""
    for name, script in programs.items():
        program = tmp_path / name
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)
    environment = {**os.environ, "PATH": str(tmp_path), "AIDU_CLUSTER_JARS": str(tmp_path / "jars")}
    command = [sys.executable, str(FOLDER / "cluster.py"), "fetch"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)
    return done.returncode, done.stderr


@pytest.mark.parametrize(
    ("programs", "status", "said"),
    [
        ({}, UNAVAILABLE, "no JDK"),
        ({"java": ":"}, UNAVAILABLE, "no JDK"),
        ({"java": ":", "javac": "echo javac 11.0.2"}, UNAVAILABLE, "too old, 17 or newer is needed: javac 11"),
        ({"java": ":", "javac": "echo javac 17.0.1"}, UNAVAILABLE, "mvn"),
        ({"java": ":", "javac": "echo javac 21", "mvn": f"echo '{OUT_OF_REACH}'; exit 1"}, UNAVAILABLE, "Unknown host"),
        ({"java": ":", "javac": "echo javac 21", "mvn": f"echo '{NO_SUCH_FILE}'; exit 1"}, FAILED, "Could not find"),
        ({"java": ":", "javac": "echo javac 21; test $# = 1", "mvn": MAVEN}, FAILED, "cannot be compiled"),
    ],
)
def test_what_is_missing_is_named(tmp_path: Path, programs: dict[str, str], status: int, said: str) -> None:
    found, message = fetched(tmp_path, **programs)
    assert found == status
    assert said in message
    assert "Traceback" not in message
    assert not (tmp_path / "jars").exists()


def test_what_was_fetched_is_not_fetched_again(tmp_path: Path) -> None:
    programs = {"java": ":", "javac": "echo javac 17", "mvn": MAVEN}
    assert fetched(tmp_path, **programs) == (0, "")
    assert fetched(tmp_path, **programs) == (0, "")
    assert (tmp_path / "mvn.log").read_text() == "fetching\n"
