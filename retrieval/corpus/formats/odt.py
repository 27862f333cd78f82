"""OpenDocument texts (OpenDocument 1.3, part 3), as LibreOffice saves them: `content.xml` in a ZIP file.

Read element by element, without a tree, so that a document nested a million times costs nothing; a document type
declaration, with which entities that stand for gigabytes begin, is refused. Elements are known by the prefixes that
every program writes: with namespaces resolved, an address of 1 MB would be joined to each of a million names.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat

from retrieval.corpus.document import Document
from retrieval.corpus.formats.limits import LARGEST_FILE, STEEPEST_RATIO
from retrieval.corpus.formats.office_text import of_lines
from retrieval.errors import DocumentError

_CONTENT: Final = "content.xml"
# What is no text of the report: notes, remarks of readers, what was deleted.
_APART: Final = frozenset(("text:note", "office:annotation", "text:tracked-changes", "office:forms"))
_PIECE: Final = 1 << 16


@dataclass(slots=True)
class _Reader:
    """Gathers lines, a table row one line; `apart` counts the elements open whose text is left out."""

    lines: list[tuple[str, str]] = field(default_factory=list)
    parents: dict[str, str] = field(default_factory=dict)
    gathered: list[str] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)
    style: str = ""
    rows: int = 0
    apart: int = 0

    def start(self, kind: str, attributes: dict[str, str]) -> None:
        """Take in the start of an element."""
        if kind in _APART:
            self.apart += 1
        elif kind in ("text:p", "text:h"):
            self.flush()
            self.style = attributes.get("text:style-name", "")
        elif kind == "table:table-row":
            self.flush()
            self.rows += 1
        elif kind in ("text:s", "text:tab", "text:line-break"):
            self.text("\n" if kind == "text:line-break" else " ")
        elif kind == "style:style":
            self.parents[attributes.get("style:name", "")] = attributes.get("style:parent-style-name", "")

    def end(self, kind: str) -> None:
        """Take in the end of an element."""
        if kind in _APART:
            self.apart -= 1
        elif kind in ("text:p", "text:h"):
            self.flush()
        elif kind == "table:table-row":
            self.rows -= 1
            if not self.rows and self.cells:
                self.lines.append((", ".join(dict.fromkeys(self.cells)), ""))
                self.cells.clear()

    def text(self, text: str) -> None:
        """Take in text."""
        if not self.apart:
            self.gathered.append(text)

    def flush(self) -> None:
        """End the paragraph."""
        text = "".join(self.gathered)
        self.gathered.clear()
        if self.rows and text.strip():
            self.cells.append(" ".join(text.split()))
        elif text.strip():
            self.lines.append((text.strip(), self.parents.get(self.style) or self.style))
        self.style = ""


def read_odt(name: str, data: bytes) -> Document:
    """Read the paragraphs and tables of one OpenDocument text; a table row is one line, its cells set apart by commas.

    Raises DocumentError when the file is broken, locked by a password, too large or empty.
    """
    reader = _Reader()
    broken = DocumentError(name, "tệp ODT hỏng", "the ODT file is broken")
    parser = expat.ParserCreate()
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    parser.StartDoctypeDeclHandler = _refuse
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(_CONTENT) as content:
            size = 0
            while piece := content.read(_PIECE):
                size += len(piece)
                if size > min(LARGEST_FILE, 1_000_000 + STEEPEST_RATIO * len(data)):
                    raise DocumentError(name, "tệp ODT bung ra quá lớn", "the ODT file unpacks to too much")
                parser.Parse(piece, False)
            parser.Parse(b"", True)
    except DocumentError:
        raise
    except Exception as error:  # zip, decompression and XML errors have no common parent
        raise broken from error
    return of_lines(name, "ODT", reader.lines)


def _refuse(*_: object) -> None:
    raise ValueError("a document type declaration")
