"""Which reader read a document: changes by itself when the code that reads changes."""

from __future__ import annotations

import hashlib
import importlib.util
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Final

_PACKAGE: Final = Path(__file__).resolve().parent.parent
# What a reading depends on, beside the document.
_READING: Final = ("language", "corpus", "facts", "ranking/terms.py", "store/reading.py", "store/signatures.py")
# Beside what reads a document: linking and listing look at events that were read, fetching brings what is read.
_NOT_READING: Final = frozenset(
    {
        *("facts/linking.py", "facts/event_listing.py"),
        *("corpus/addresses.py", "corpus/fetching.py", "corpus/network_faults.py", "corpus/public_hosts.py"),
    }
)
# The extras with what they import: a file that could not be read for want of one is read again once it is there.
_LIBRARIES: Final = (
    *("underthesea", "trafilatura", "lxml_html_clean", "htmldate", "pypdf", "docx"),
    *("lxml", "justext", "courlan"),
)
# What the words of a text depend on.
_SEGMENTING: Final = (
    *("language/segment.py", "language/word_tagger.py", "language/word_model.py", "language/normalize.py"),
)


@cache
def reader_version() -> str:
    """Return the version of all that makes a reading from a file."""
    return _version(_READING, _LIBRARIES)


@cache
def index_version() -> str:
    """Return the version of what writes the index folder."""
    return _version(("ranking",), ("numpy",))


@cache
def segmenter_version() -> str:
    """Return the version of what makes words from text."""
    return _version(_SEGMENTING, _LIBRARIES[:1])


def _version(parts: Iterable[str], libraries: Iterable[str]) -> str:
    digest = hashlib.blake2b(digest_size=10)
    for part in parts:
        for path in _sources(_PACKAGE / part):
            name = path.relative_to(_PACKAGE).as_posix()
            if name in _NOT_READING:
                continue
            content = path.read_bytes()
            digest.update(f"{name} {len(content)}\n".encode())
            digest.update(content)
    for library in libraries:
        digest.update(f"{library} {_installed(library)}\n".encode())
    return digest.hexdigest()


def _sources(path: Path) -> Iterator[Path]:
    """Yield the source files at `path` in a stable order; compiled ones where there are no others."""
    if path.suffix == ".py":
        yield path if path.exists() else path.with_suffix(".pyc")
    else:
        yield from sorted(p for p in path.rglob("*.py*") if p.parent.name != "__pycache__")


def _installed(library: str) -> str:
    """Return what names the installed version of a library, without importing it; "" when there is none.

    Asking importlib.metadata costs more than everything else here.
    """
    spec = importlib.util.find_spec(library)
    if spec is None or spec.origin is None:
        return ""
    folder = Path(spec.origin).parent
    prefix = {"docx": "python_docx"}.get(library, library) + "-"
    found = sorted(p.name for p in folder.parent.glob(f"{prefix}*.dist-info"))
    return ",".join(found) or str(folder.stat().st_mtime_ns)
