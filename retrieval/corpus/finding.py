"""Which files are to be read: apart from reading them, so that looking for changes needs no reader."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from retrieval.errors import InputError

MARKDOWN: Final = frozenset({".md", ".markdown"})
HTML: Final = frozenset({".html", ".htm", ".xhtml"})
JSON: Final = frozenset({".jsonl", ".ndjson", ".json"})
CSV: Final = frozenset({".csv", ".tsv"})
# What a folder is searched for. Anything may be named on its own.
SUFFIXES: Final = frozenset({".txt", ".pdf", ".docx", ".zip"}) | MARKDOWN | HTML | JSON | CSV


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


def resolved(path: Path) -> Path:
    """Return the path without links; a link that leads to itself stays as it is, to fail when it is read."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path.absolute()


def _below(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield (name, path) of the files below `folder`, and of folders that may not be looked into.

    Links to folders are followed once each, but not upwards: a link to "/" would take in the whole machine.
    """
    top = resolved(folder)
    entered = {top, *top.parents}
    closed: list[Path] = []
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
            if file.startswith(".") or Path(file).suffix.lower() not in SUFFIXES:
                continue
            if here == folder and file.lower() == "readme.md":
                continue
            yield (here / file).relative_to(folder).as_posix(), here / file
    for path in closed:
        yield path.relative_to(folder).as_posix(), path
