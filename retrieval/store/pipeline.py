"""Reading files: in this process, or in several where there is much to read."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from pathlib import Path

from retrieval.corpus.document import Document
from retrieval.corpus.readers import read_documents
from retrieval.errors import DocumentError, MissingExtraError
from retrieval.store.reading import Reading, digest_of, read, sound
from retrieval.store.sources import Source, Unread


@dataclass(frozen=True, slots=True)
class Known:
    """What the library has already: asked by digest."""

    is_read: Callable[[bytes], bool]
    words: Callable[[bytes], object]


NOTHING_KNOWN = Known(lambda digest: False, lambda digest: None)


@dataclass(frozen=True, slots=True)
class FileDone:
    """A file all of whose documents were read: their (name, digest), and what could not be read."""

    source: Source
    documents: tuple[tuple[str, bytes], ...]
    warnings: tuple[Unread, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A file was opened and has so many documents."""

    source: Source
    count: int


# What reading tells as it goes: documents found, each reading (None for one that the library has), each file done.
Step = Found | FileDone | Reading | None


def read_here(sources: Sequence[Source], known: Known) -> Generator[Step, None, None]:
    """Read files in this process."""
    for source in sources:
        documents, warnings = documents_of(source)
        yield Found(source, len(documents))
        done: list[tuple[str, bytes]] = []
        for document in documents:
            name, digest, reading = reading_of(document, known, warnings)
            if digest is not None:
                done.append((name, digest))
            yield reading
        yield FileDone(source, tuple(done), tuple(warnings))


def documents_of(source: Source) -> tuple[list[Document], list[Unread]]:
    """Return the documents in a file, and what could not be read. Raises nothing."""
    warnings: list[Unread] = []
    documents: list[Document] = []
    try:
        for document in read_documents(
            source.name,
            Path(source.content),
            suffix=source.suffix,
            warn=lambda e: warnings.append((e.name, e.reason, e.english)),
        ):
            documents.append(sound(document))
    except DocumentError as error:
        warnings.append((error.name, error.reason, error.english))
    except MissingExtraError as error:
        warnings.append((source.name, str(error), error.said("en")))
    except Exception as error:  # a file that breaks a parser must not stop the others
        warnings.append((source.name, *_internal(error)))
    return documents, warnings


def reading_of(document: Document, known: Known, warnings: list[Unread]) -> tuple[str, bytes | None, Reading | None]:
    """Return a document's name, digest and reading; no reading when the library has it, no digest when it failed."""
    try:
        digest = digest_of(document)
        return document.name, digest, None if known.is_read(digest) else read(document, known.words)
    except Exception as error:
        warnings.append((document.name, *_internal(error)))
        return document.name, None, None


def _internal(error: Exception) -> tuple[str, str]:
    what = f"{type(error).__name__}: {' '.join(str(error).split())[:100]}"
    return f"lỗi bên trong khi đọc ({what})", f"internal error while reading it ({what})"
