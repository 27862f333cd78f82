"""What holds for every test: no AIDU_ setting of the machine, and all of aidu's folders below the test's own."""

from __future__ import annotations

import itertools
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# How long a test takes tells of the machine and of what else it does, not of the program.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


def pytest_configure(config: pytest.Config) -> None:
    """Make the processes that tests start cost less.

    Compiled modules are kept in a folder of this run where they must not be kept beside the sources: else each process
    compiles the whole program again, a third of what it costs to start.
    """
    if sys.dont_write_bytecode and not sys.pycache_prefix:
        kept = tempfile.TemporaryDirectory(prefix="aidu-bytecode-")
        config.add_cleanup(kept.cleanup)
        sys.dont_write_bytecode, sys.pycache_prefix = False, kept.name
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = kept.name
    # Processes that read begin with the main module of their parent, which here is pytest: they have no use for it.
    main = sys.modules["__main__"]
    main.__spec__ = None
    vars(main).pop("__file__", None)


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Iterator[Path]]:
    """Take the settings of the machine away; give home folders that are empty and that the environment names."""
    root = tmp_path_factory.mktemp("homes")
    with pytest.MonkeyPatch.context() as environment:
        for name in list(os.environ):
            if name.startswith("AIDU_") or name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE"):
                environment.delenv(name)

        def empty() -> Iterator[Path]:
            for number in itertools.count():
                home = root / str(number)
                home.mkdir()
                environment.setenv("HOME", str(home))
                for kind in ("CACHE", "CONFIG", "DATA", "STATE"):
                    environment.setenv(f"XDG_{kind}_HOME", str(home / kind.lower()))
                while not any(home.iterdir()):  # most tests leave it as it is
                    yield home

        yield empty()


@pytest.fixture(autouse=True)
def clean_environment(homes: Iterator[Path]) -> Path:
    """Take the settings of the machine away; return the home folder that the test has instead, with nothing in it."""
    return next(homes)
