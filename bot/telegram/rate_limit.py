"""How much one person may ask: a token bucket each, that says "slow down" once and then keeps quiet."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum


class Verdict(Enum):
    """What to do with a question."""

    ANSWER = "answer"
    WARN = "warn"
    IGNORE = "ignore"


@dataclass(slots=True)
class _Bucket:
    tokens: float
    filled: float
    warned: bool = False


class AskingLimit:
    """Token buckets by person: `per_minute` questions at once, refilled over a minute."""

    def __init__(self, per_minute: int, now: Callable[[], float] = time.monotonic) -> None:
        self._size = float(per_minute)
        self._now = now
        self._buckets: dict[int, _Bucket] = {}

    def take(self, person: int) -> Verdict:
        """Take a token for a question by `person`; the first one refused gets a warning, the next ones nothing.

        The warning may come again only after the bucket was half full in between.
        """
        now = self._now()
        self._sweep(now)
        bucket = self._buckets.setdefault(person, _Bucket(self._size, now))
        bucket.tokens = min(self._size, bucket.tokens + (now - bucket.filled) * self._size / 60)
        bucket.filled = now
        if bucket.tokens >= max(1.0, self._size / 2):
            bucket.warned = False
        if bucket.tokens >= 1:
            bucket.tokens -= 1
            return Verdict.ANSWER
        if bucket.warned:
            return Verdict.IGNORE
        bucket.warned = True
        return Verdict.WARN

    def _sweep(self, now: float) -> None:
        """Forget the full buckets, now and then."""
        if len(self._buckets) >= 4096:
            self._buckets = {person: bucket for person, bucket in self._buckets.items() if now - bucket.filled < 60}
