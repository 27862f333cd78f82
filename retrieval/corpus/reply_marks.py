"""The marks of a text that was quoted in a mail: a ">" or more at the head of each line (RFC 3676, section 4.5)."""

from __future__ import annotations

import re
from typing import Final

_MARK: Final = re.compile(r"^(?:>[ \t]?)+", re.MULTILINE)
_LINE: Final = re.compile(r"^.*\S", re.MULTILINE)
# So many of the lines have the mark in a text that was quoted as a whole: above it may stand who wrote it.
_SHARE: Final = 0.8
_LEAST: Final = 3


def without_reply_marks(text: str) -> str:
    """Return `text` without the marks where nearly all its lines have them, else as it is."""
    marks = len(_MARK.findall(text)) if ">" in text else 0
    if marks < _LEAST or marks < _SHARE * len(_LINE.findall(text)):
        return text
    return _MARK.sub("", text)
