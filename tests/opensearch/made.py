"""Passages and questions made by chance, with the same seed on every run, and accidents at a moment that is not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from unittest.mock import patch

import numpy as np

from retrieval.ranking import opensearch_spool
from retrieval.ranking.engine import Engine
from retrieval.ranking.opensearch_spool import Spool


def passages(count: int, seed: int = 5) -> list[list[str]]:
    """Return passages whose terms follow Zipf's law, as those of reports do: some in nearly all, most in few."""
    chance = np.random.default_rng(seed)
    lengths = chance.integers(20, 150, count)
    terms = chance.zipf(1.3, int(lengths.sum()))
    names = np.where(terms < 20_000, terms, terms % 20_000).tolist()
    ends = lengths.cumsum().tolist()
    return [[f"từ{n}" for n in names[end - length : end]] for end, length in zip(ends, lengths.tolist(), strict=True)]


def questions(count: int, seed: int = 6) -> list[list[str]]:
    """Return questions of eight terms."""
    chance = np.random.default_rng(seed)
    return [[f"từ{n}" for n in chance.zipf(1.2, 8).tolist()] for _ in range(count)]


def top_ten(engine: Engine, question: list[str]) -> list[int]:
    """Return the places of the ten best passages, in order."""
    return engine.top(question, 10).ids.tolist()


@contextmanager
def in_the_middle(accident: Callable[[], object], after: int) -> Iterator[None]:
    """Have loading send passages by the hundred, and the accident happen once `after` of them were handed over.

    Some hundred of these are on their way to the cluster then, by several threads.
    """
    frames = Spool.frames

    def interrupted(spool: Spool) -> Iterator[tuple[int, list[str]]]:
        for first, lines in frames(spool):
            if first == after:
                accident()
            yield first, lines

    with patch.object(opensearch_spool, "_MOST_PASSAGES", 100), patch.object(Spool, "frames", interrupted):
        yield
