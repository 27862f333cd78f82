"""The text of a Markdown file as it reads when shown: without the marks of emphasis, headings, links and quotations.

What is quoted to a user is a sentence, and no markup. The mark of first-level headings stays, since it tells the title
(see `cleaning`), and so do list marks, which tell where an item begins (rules of marks: CommonMark 0.31, sections 4.2,
5.1 and 6).
"""

from __future__ import annotations

import re
from typing import Final

# Headings below the first level, with what may close them; the signs of a quotation; a star as the sign of an item.
_HEADING: Final = re.compile(r"^ {0,3}#{2,6}[ \t]+|(?<=\S)[ \t]+#+[ \t]*$", re.MULTILINE)
_QUOTATION: Final = re.compile(r"^ {0,3}(?:>[ \t]?)+", re.MULTILINE)
_ITEM: Final = re.compile(r"^([ \t]*)[*+](?=[ \t]+\S)(?![ \t]*\*[ \t]*\*)", re.MULTILINE)
_LINK: Final = re.compile(r"!?\[([^\[\]\n]*)\]\([^()\n]*\)")
_CODE: Final = re.compile(r"(`{1,2})(?!`)([^`\n]+)\1(?!`)")
# Emphasis stands close to its words on both sides; an underscore within a word is a letter.
_STARS: Final = re.compile(r"(?<![\\*])(\*{1,3})(?=[^\s*])([^*\n]*[^\s*\\])\1(?!\*)")
_UNDERSCORES: Final = re.compile(r"(?<![\w\\])(_{1,3})(?=[^\s_])([^_\n]*[^\s_\\])\1(?!\w)")
_ESCAPED: Final = re.compile(r"\\(?=[*_`#\[\]()>+\-.!\\])")


def without_marks(text: str) -> str:
    """Return `text` (Markdown) without its marks; lines stay lines."""
    text = _LINK.sub(r"\1", _CODE.sub(r"\2", text))
    text = _QUOTATION.sub("", _HEADING.sub("", text))
    text = _ITEM.sub(r"\1-", text)
    for marks in (_STARS, _UNDERSCORES, _STARS):  # one may stand within the other
        text = marks.sub(r"\2", text)
    return _ESCAPED.sub("", text)
