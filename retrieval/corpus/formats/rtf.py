r"""RTF documents (version 1.9, Microsoft 2008): groups in braces, control words, letters as \uN, \'hh or bytes.

Read in one pass, so that a file made to cost much costs no more than its length; the libraries there are look for
fonts and links with patterns that take a minute for such a file of 1 MB.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field, replace
from typing import Final

from retrieval.corpus.decoding import bare
from retrieval.corpus.document import Document
from retrieval.corpus.formats.limits import LARGEST_RTF
from retrieval.corpus.formats.office_text import of_text
from retrieval.errors import DocumentError

_TOKEN: Final = re.compile(
    r"\\(?P<word>[a-z]{1,32})(?P<number>-?\d{1,9})? ?|\\'(?P<hex>[0-9a-f]{2})|\\(?P<sign>[^a-z])|(?P<brace>[{}])"
    r"|(?P<text>[^\\{}\r\n]+)",
    re.IGNORECASE,
)
# A picture is a long run of hexadecimal digits.
_PICTURE: Final = re.compile(r"[0-9a-f]{64}[0-9a-f\s]*", re.IGNORECASE)
_DEEPEST: Final = 1_000
# Groups that hold no text of the document.
_APART: Final = frozenset((
    "fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "header", "headerl", "headerr", "headerf", "footer",
    "footerl", "footerr", "footerf", "footnote", "annotation", "listtable", "listoverridetable", "rsidtbl", "generator",
    "themedata", "datastore", "latentstyles", "xmlnstbl", "fldinst", "nonshppict", "shppict",
))  # fmt: skip
_WRITTEN: Final = {
    "par": "\n\n", "sect": "\n\n", "page": "\n\n", "row": "\n\n", "line": "\n", "tab": " ",
    "cell": ", ", "nestcell": ", ",
    "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•",
    "emspace": " ", "enspace": " ",
}  # fmt: skip
_SIGNS: Final = {"~": " ", "_": "-", "\\": "\\", "{": "{", "}": "}", "\n": "\n\n", "\r": "\n\n"}
# The code page of a font, by its \fcharset; others have that of the document.
_CODE_PAGES: Final = {
    "163": "cp1258",
    "238": "cp1250",
    "204": "cp1251",
    "161": "cp1253",
    "162": "cp1254",
    "0": "cp1252",
}


@dataclass(frozen=True, slots=True)
class _Group:
    """What holds until the brace closes: the font, whether the text counts, how many characters stand for a \\u."""

    font: str = ""
    apart: bool = False
    fonts: bool = False
    instead: int = 1


@dataclass(slots=True)
class _Reader:
    """The text so far; bytes wait until all that stand together are there."""

    code_page: str = "cp1252"
    default_font: str = ""
    charsets: dict[str, str] = field(default_factory=dict)
    written: list[str] = field(default_factory=list)
    waiting: bytearray = field(default_factory=bytearray)
    group: _Group = _Group()
    outer: list[_Group] = field(default_factory=list)
    skip: int = 0

    def write(self, text: str) -> None:
        """Add text after the bytes that wait."""
        if not text and not self.waiting:
            return
        if self.waiting:
            font = self.group.font or self.default_font
            page = _CODE_PAGES.get(self.charsets.get(font, ""), self.code_page)
            self.written.append(self.waiting.decode(page, errors="replace"))
            self.waiting.clear()
        if not self.group.apart:
            self.written.append(text)

    def word(self, word: str, number: str) -> None:
        """Take in a control word."""
        if word == "u" and number:
            self.write(chr(int(number) % 0x10000))
            self.skip = self.group.instead
            return
        self.write(_WRITTEN.get(word, ""))
        if word in _APART:
            self.group = replace(self.group, apart=True, fonts=self.group.fonts or word == "fonttbl")
        elif word == "f":
            self.group = replace(self.group, font=number)
        elif word == "fcharset" and self.group.fonts:
            self.charsets[self.group.font] = number
        elif word == "deff":
            self.default_font = number
        elif word == "uc" and number:
            self.group = replace(self.group, instead=max(0, int(number)))
        elif word == "ansicpg":
            try:
                self.code_page = codecs.lookup(f"cp{number}").name
            except LookupError:
                self.code_page = "cp1252"


def read_rtf(name: str, data: bytes) -> Document:
    """Read the text of one RTF file, a table row one line with its cells set apart by commas; headers, footers,
    footnotes and pictures are left out. Raises DocumentError when it is broken, too long or without text."""
    data = bare(data)
    try:  # what programs write that know nothing of code pages; bytes in one are hardly ever UTF-8
        source = data.decode("utf-8")
        raw = False
    except UnicodeDecodeError:
        source = data.decode("latin-1")
        raw = True
    source = _PICTURE.sub("", source)
    if len(source) > LARGEST_RTF:  # before a token is looked at: they are read at a megabyte a second
        size = LARGEST_RTF // 1_000_000
        raise DocumentError(
            name,
            f"tệp RTF lớn hơn {size} MB, chưa kể ảnh; hãy chia nhỏ hoặc lưu thành .docx hay .txt",
            f"the RTF file is larger than {size} MB without its pictures; divide it, or save it as .docx or .txt",
        )
    return of_text(name, "RTF", _text(name, source, raw))


def _text(name: str, source: str, raw: bool) -> str:
    """Return the text; where it is `raw`, a letter of `source` is a byte in the code page."""
    reader = _Reader()
    for token in _TOKEN.finditer(source):
        kind, value = token.lastgroup, token[token.lastgroup or 0]
        if token["word"]:
            reader.skip = 0
            reader.word(token["word"], token["number"] or "")
        elif kind == "brace":
            reader.skip = 0
            reader.write("")
            if value == "{":
                reader.outer.append(reader.group)
            elif reader.outer:
                reader.group = reader.outer.pop()
            if len(reader.outer) > _DEEPEST:
                raise DocumentError(name, "tệp RTF lồng quá sâu", "the RTF file is nested too deeply")
        elif kind == "sign":
            reader.write(_SIGNS.get(value, ""))
            if value == "*":
                reader.group = replace(reader.group, apart=True)
        elif kind == "hex":
            if reader.skip:
                reader.skip -= 1
            elif not reader.group.apart:
                reader.waiting.append(int(value, 16))
        else:
            left, reader.skip = value[reader.skip :], max(0, reader.skip - len(value))
            if raw and not left.isascii() and not reader.group.apart:
                reader.waiting += left.encode("latin-1")
            else:
                reader.write(left)
    reader.write("")
    # Two halves of a letter beyond the first 65,536 are one; a half alone is none.
    return "".join(reader.written).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
