"""The forms of Vietnamese text: composed, one tone placement, and folded to bare letters.

Text reaches aidu composed or decomposed (NFC or NFD), with the tone mark on either vowel (hoà, hòa), with look-alike
letters (Ð for Đ) and invisible characters. Everything that compares text compares one of the forms made here.
"""

from __future__ import annotations

import re
import unicodedata

# One-to-one replacements: look-alike letters and odd white space. Nothing here changes the length of a text.
_LOOK_ALIKES = str.maketrans(
    {
        "Ð": "Đ",  # ETH and
        "Ɖ": "Đ",  # AFRICAN D stand for D WITH STROKE in text from old fonts
        "ð": "đ",
        "ɖ": "đ",
        "\u00a0": " ",
        "\u2002": " ",
        "\u2003": " ",
        "\u2007": " ",
        "\u2009": " ",
        "\u202f": " ",
        "\u3000": " ",
        "\t": " ",
        "\u2010": "-",
        "\u2011": "-",
        "\u2212": "-",
    }
)

# Characters that are not seen and carry nothing in Vietnamese.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u0000-\u0008\u000e-\u001f]")

# The old tone placement (hoà, thuý, uỷ) -> the new one (hòa, thúy, ủy), only where the syllable ends after the vowel
# pair: "hoàn" and "quý" keep theirs. Both forms have the same length.
_PLAIN = {"o": "oòóỏõọ", "u": "uùúủũụ"}
_PAIRS = {"oa": "aàáảãạ", "oe": "eèéẻẽẹ", "uy": "yỳýỷỹỵ"}
_NEW_PLACEMENT: dict[str, str] = {}
for _pair, _marked in _PAIRS.items():
    for _tone in range(1, 6):
        _NEW_PLACEMENT[_pair[0] + _marked[_tone]] = _PLAIN[_pair[0]][_tone] + _pair[1]
_OLD_TONE = re.compile(r"(?<![qQ])(?:[oO][àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ]|[uU][ỳýỷỹỵỲÝỶỸỴ])(?![^\W\d_])")

_STROKE = str.maketrans({"đ": "d", "Đ": "D"})


def _replace_tone(match: re.Match[str]) -> str:
    pair = match.group()
    new = _NEW_PLACEMENT[pair.lower()]
    return "".join(n.upper() if p.isupper() else n for n, p in zip(new, pair, strict=True))


def place_tones(text: str) -> str:
    """Put the tone marks of composed text where the newer spelling has them (hoà -> hòa, Uỷ -> Ủy); same length."""
    return _OLD_TONE.sub(_replace_tone, text)


def reading_form(text: str) -> str:
    """Return `text` composed (NFC), without look-alikes and invisible characters, with one tone placement.

    Idempotent. The rules of aidu are written in this form.
    """
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text)).translate(_LOOK_ALIKES)
    return place_tones(text)


def fold(text: str) -> str:
    """Return `text` in lower case without any accent ("Uỷ viên" -> "uy vien"): what a hurried chatter types."""
    decomposed = unicodedata.normalize("NFD", reading_form(text).translate(_STROKE))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).lower()


def align(source: str) -> tuple[str, list[int]]:
    """Return the reading form of `source` and, for each of its characters and its end, the offset in `source`.

    `offsets[i]` is where character `i` of the reading form begins in `source`; `offsets[-1]` is `len(source)`.
    """
    if source.isascii():
        return reading_form(source), _ascii_offsets(source)
    formed: list[str] = []
    offsets: list[int] = []
    start = 0
    length = len(source)
    while start < length:
        end = start + 1
        while end < length and unicodedata.combining(source[end]):
            end += 1
        piece = _INVISIBLE.sub("", unicodedata.normalize("NFC", source[start:end])).translate(_LOOK_ALIKES)
        formed.append(piece)
        offsets.extend([start] * len(piece))
        start = end
    offsets.append(length)
    return place_tones("".join(formed)), offsets


def _ascii_offsets(source: str) -> list[int]:
    offsets = [i for i, c in enumerate(source) if not _INVISIBLE.match(c)]
    offsets.append(len(source))
    return offsets


def is_unaccented(text: str) -> bool:
    """Tell whether `text` has letters but no Vietnamese letter or tone mark: it was typed without accents."""
    formed = reading_form(text)
    return any(c.isalpha() for c in formed) and all(c.isascii() for c in formed if c.isalpha())
