"""Letter classes for regular expressions. "À-Ỹ" will not do: Unicode has the small Vietnamese letters in between."""

from __future__ import annotations

_LATIN = [chr(c) for c in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))]

# Capital and small letters of Vietnamese and other Latin scripts, to stand inside a character class.
UPPER = "A-Z" + "".join(c for c in _LATIN if c.isupper())
LOWER = "a-z" + "".join(c for c in _LATIN if c.islower())
