"""The library: documents that were read, ready to answer questions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from retrieval.answering.model import Answer, Conversation, EventSummary
from retrieval.corpus.document import Document
from retrieval.errors import DocumentError

Progress = Callable[[int, int], None]


class Library:
    """Documents that were read, with their facts and index; answers questions. Safe to use from several threads."""

    documents: tuple[Document, ...]
    warnings: tuple[DocumentError, ...]

    @classmethod
    def read(
        cls,
        paths: Sequence[Path],
        *,
        cache: Path | None = None,
        engine: str = "rank_bm25",
        progress: Progress | None = None,
    ) -> Library:
        """Read files and folders (recursively, in a stable order) and return a library over them."""
        raise NotImplementedError

    def ask(self, question: str, conversation: Conversation | None = None, *, language: str = "vi") -> Answer:
        """Answer one question."""
        raise NotImplementedError

    def events(self) -> tuple[EventSummary, ...]:
        """Return the events that the documents tell of, by date, the undated last."""
        raise NotImplementedError
