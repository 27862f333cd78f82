"""What the reading of a question gives: its kind, what refines it, and where the question words stand."""

from __future__ import annotations

from dataclasses import dataclass

from retrieval.answering.model import Kind

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a question asks: kind, aspects and focus as in `Question`, and the span of the question words."""

    kind: Kind
    aspects: frozenset[str] = frozenset()
    focus: str = ""
    cue: Span = (0, 0)

    @property
    def is_vague(self) -> bool:
        """Tell whether the reading found little to go by."""
        return self.kind is Kind.PASSAGE or (self.kind is Kind.THEME and not self.focus)
