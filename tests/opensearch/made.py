"""Passages and questions made by chance, with the same seed on every run."""

from __future__ import annotations

import numpy as np

from retrieval.ranking.engine import Engine


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
