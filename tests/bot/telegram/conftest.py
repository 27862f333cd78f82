"""The Bot API server on loopback and the bot that talks to it."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

# The tests' own modules (loopback_api, reports, running_bot). This folder cannot be a package: it would be `telegram`.
sys.path.append(str(Path(__file__).parent))

from loopback_api import LoopbackApi
from running_bot import Running


@pytest.fixture
async def api() -> AsyncIterator[LoopbackApi]:
    """The Bot API server."""
    server = LoopbackApi()
    await server.start()
    yield server
    await server.stop()


@pytest.fixture
async def idle(api: LoopbackApi, tmp_path: Path) -> AsyncIterator[Running]:
    """A bot that the test starts itself."""
    running = Running(api, tmp_path / "data")
    yield running
    if running.running:
        await running.stop()


@pytest.fixture
async def bot(idle: Running) -> Running:
    """A bot that polls."""
    await idle.start()
    return idle
