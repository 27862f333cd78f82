"""Which files are to be read: apart from reading them, so that looking for changes needs no reader."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from retrieval.errors import InputError

MARKDOWN: Final = frozenset({".md", ".markdown"})
HTML: Final = frozenset({".html", ".htm", ".xhtml"})
JSON: Final = frozenset({".jsonl", ".ndjson", ".json"})
CSV: Final = frozenset({".csv", ".tsv"})
MAIL: Final = frozenset({".eml", ".mht", ".mhtml"})
_BESIDE_A_PAGE: Final = ("_files", ".files", "_tệp")
# What a folder is searched for. Anything may be named on its own.
SUFFIXES: Final = frozenset({".txt", ".pdf", ".docx", ".odt", ".rtf", ".zip"}) | MARKDOWN | HTML | JSON | CSV | MAIL


def find_files(paths: Sequence[Path]) -> list[tuple[str, Path]]:
    """Return (name, path) of the files to read in `paths`, each a file or a folder searched recursively.

    The name is the path below the folder, with "/". Files of a folder come in code point order of their names; hidden
    files and a README.md at the top of a folder are no reports. A folder that may not be looked into stands there
    itself, so that reading it says so. Raises InputError when a path does not exist.
    """
    found: dict[Path, tuple[str, Path]] = {}
    for path in paths:
        if path.is_dir():
            named = sorted(_below(path))
        elif path.exists():
            named = [(path.name, path)]
        else:
            raise InputError(
                f"Không thấy tệp hay thư mục {path}: hãy kiểm tra lại đường dẫn.",
                f"There is no file or folder {path}: check the path.",
            )
        for name, file in named:
            found.setdefault(resolved(file), (name, file))
    return list(found.values())


def left_out(paths: Sequence[Path]) -> Mapping[str, int]:
    """Return how many files of which suffix ("" for none) the folders among `paths` hold that `find_files` passes over.

    Hidden files do not count, nor what a browser put beside a page that it saved ("Trang_files/logo.png").
    """
    found = {
        resolved(file): Path(name).suffix.lower()
        for folder in paths
        if folder.is_dir()
        for name, file in _every(folder, [])
        if not any(part.endswith(_BESIDE_A_PAGE) for part in Path(name).parts[:-1])
    }
    return Counter(suffix for suffix in found.values() if suffix not in SUFFIXES)


def resolved(path: Path) -> Path:
    """Return the path without links; a link that leads to itself stays as it is, to fail when it is read."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path.absolute()


def _below(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield (name, path) of the reports below `folder`, and of folders that may not be looked into."""
    closed: list[Path] = []
    for name, file in _every(folder, closed):
        if file.suffix.lower() in SUFFIXES and name.lower() != "readme.md":
            yield name, file
    for path in closed:
        yield path.relative_to(folder).as_posix(), path


def _every(folder: Path, closed: list[Path]) -> Iterator[tuple[str, Path]]:
    """Yield (name, path) of the files below `folder` that are not hidden; note the folders that may not be looked into.

    Links to folders are followed once each, but not upwards: a link to "/" would take in the whole machine.
    """
    top = resolved(folder)
    entered = {top, *top.parents}
    for parent, folders, files in os.walk(folder, onerror=lambda e: closed.append(Path(e.filename)), followlinks=True):
        here = Path(parent)
        # Sorted, so that of two links to one folder the same is followed on every machine.
        kept = []
        for child in sorted(folders):
            target = resolved(here / child)
            if not child.startswith(".") and target not in entered:
                entered.add(target)
                kept.append(child)
        folders[:] = kept
        for file in files:
            if not file.startswith("."):
                yield (here / file).relative_to(folder).as_posix(), here / file
