"""What holds for every test: no AIDU_ setting of the machine, and all of aidu's folders below the test's own."""

from __future__ import annotations

import itertools
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest


def pytest_configure(config: pytest.Config) -> None:
    """Keep compiled modules in a folder of this run where they must not be kept beside the sources.

    Else each of the processes that tests start compiles the whole program again: a third of what it costs to start.
    """
    if sys.dont_write_bytecode and not sys.pycache_prefix:
        kept = tempfile.TemporaryDirectory(prefix="aidu-bytecode-")
        config.add_cleanup(kept.cleanup)
        sys.dont_write_bytecode, sys.pycache_prefix = False, kept.name
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = kept.name


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Give an empty folder for each test, faster than a `mktemp` that looks through those of all tests before."""
    root = tmp_path_factory.mktemp("homes")
    return (root / str(number) for number in itertools.count())


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch, homes: Iterator[Path]) -> Path:
    """Take the settings of the machine away; return the home folder that the test has instead."""
    for name in list(os.environ):
        if name.startswith("AIDU_") or name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE"):
            monkeypatch.delenv(name)
    home = next(homes)
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    for kind in ("CACHE", "CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(home / kind.lower()))
    return home
