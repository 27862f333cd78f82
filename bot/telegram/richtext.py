"""Text with Telegram's formatting, as plain characters and entities: nothing is ever parsed as markup."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from telegram import MessageEntity

from bot.render import visible
from bot.telegram import utf16


@dataclass(frozen=True, slots=True)
class Span:
    """Some formatting of `RichText.text[start:end]`; `type` is one of MessageEntity's types."""

    type: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class RichText:
    """Text and its formatting. Positions are Python indices until `entities` gives them in UTF-16 units."""

    text: str = ""
    spans: tuple[Span, ...] = ()

    @classmethod
    def of(cls, text: str, *types: str) -> RichText:
        """Return `text` formatted as all of `types`; control characters and lone surrogates are replaced."""
        safe = visible(text)
        return cls(safe, tuple(Span(kind, 0, len(safe)) for kind in types) if safe else ())

    def __add__(self, other: RichText) -> RichText:
        shift = len(self.text)
        return RichText(
            self.text + other.text,
            (*self.spans, *(Span(span.type, span.start + shift, span.end + shift) for span in other.spans)),
        )

    def __getitem__(self, place: slice) -> RichText:
        start, end, _ = place.indices(len(self.text))
        spans = (Span(span.type, max(span.start, start) - start, min(span.end, end) - start) for span in self.spans)
        return RichText(self.text[start:end], tuple(span for span in spans if span.start < span.end))

    def __bool__(self) -> bool:
        return bool(self.text)

    @property
    def units(self) -> int:
        """How many UTF-16 code units the text takes."""
        return utf16.length(self.text)

    def formatted(self, kind: str) -> RichText:
        """Return the same text with one more formatting over all of it."""
        return RichText(self.text, (Span(kind, 0, len(self.text)), *self.spans)) if self.text else self

    def stripped(self) -> RichText:
        """Return the text without white space at its ends, as Telegram would keep it."""
        start = len(self.text) - len(self.text.lstrip())
        return self[start : start + len(self.text.strip())]

    def entities(self) -> list[MessageEntity]:
        """Return the formatting as Telegram's entities, in the order of the text, offsets in UTF-16 units."""
        starts = [0]
        for character in self.text:
            starts.append(starts[-1] + (2 if character > "\uffff" else 1))
        return [
            MessageEntity(span.type, offset=starts[span.start], length=starts[span.end] - starts[span.start])
            for span in sorted(self.spans, key=lambda span: (span.start, -span.end))
            if span.start < span.end
        ]


def join(parts: Iterable[RichText], separator: str = "\n") -> RichText:
    """Return the parts one after another with `separator` between them; empty parts are left out."""
    whole = RichText()
    for part in parts:
        if part:
            whole = whole + RichText(separator if whole else "") + part
    return whole


def shorten(text: str, most: int) -> str:
    """Return text in one line of at most `most` characters, cut between words."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    kept = line[:most].rpartition(" ")[0] or line[: most - 1]
    return kept.rstrip(" ,;:–-") + "…"
