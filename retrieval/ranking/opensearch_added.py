"""Passages that came after an index in a cluster was made: they stand in memory beside it until it is made anew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Added:
    """Passages as lines of tokens, and the places of those that have a token, in order."""

    lines: tuple[str, ...] = ()
    having: Mapping[str, Sequence[int]] = field(default_factory=dict)

    @classmethod
    def of(cls, lines: Iterable[str]) -> Added:
        """Return passages given as tokens divided by blanks; "" is one without any."""
        kept = tuple(lines)
        having: dict[str, list[int]] = {}
        for place, line in enumerate(kept):
            for token in dict.fromkeys(line.split()):
                having.setdefault(token, []).append(place)
        return cls(kept, having)

    @property
    def mean(self) -> float:
        """The mean number of terms of a passage; 0 when there is none."""
        return sum(len(line.split()) for line in self.lines) / len(self.lines) if self.lines else 0.0

    def with_any(self, tokens: Iterable[str]) -> list[int]:
        """Return the places of the passages that have one of the tokens, in order."""
        return sorted({place for token in tokens for place in self.having.get(token, ())})
