"""From text to search terms: one way for passages and questions alike, so that what was indexed can be found.

Text gives two fields of terms:

- *accented*: words and syllables together. "Ban Bí thư" gives ban_bí_thư, ban, bí, thư; a word of one syllable counts
  twice, as the word and as the syllable that it is. The words need the segmenter.
- *folded*: syllables without accents, and pairs of neighbours ("ban", "bi", "thu", "ban bi", "bi thu"): what a question
  typed without accents is compared with. The pairs make up for the words that a segmenter would only guess at in
  unaccented text, so unaccented text is never segmented.

Numbers and dates are kept whole and in parts ("05/9/2021": 5/9/2021, 5, 9, 2021), and a Roman numeral gives its number
as well ("XIII": xiii, 13), so that "lần thứ 13" finds "lần thứ XIII".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from retrieval.language.normalize import fold, is_unaccented, reading_form
from retrieval.language.segment import words as segment

# A number with what belongs to it (19/12/2023, 1.200, 15:30, 4,5), or a run of letters.
_TOKEN = re.compile(r"\d+(?:[./,:-]\d+)*|[^\W\d_]+")
_PART = re.compile(r"\d+")
# Three digits after every separator: a separator of thousands, which reports and chatters write or leave out.
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")

# II to XXXIX: the numbers of congresses, sessions and quarters. Two letters are a numeral in capitals only ("vi", "xi"
# are syllables); three or more are one in any case. A single letter is none: "V" and "I" number points of lists.
_ROMAN = re.compile(r"(X{0,3})(IX|IV|V?I{0,3})", re.IGNORECASE)
_ROMAN_UNITS = {"": 0, "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9}

# Below this share of accented syllables a text with some accents was typed half without them. Vietnamese text has
# accents on about three syllables of four; names of foreigners and abbreviations lower the share.
_HALF_ACCENTED = 0.4


class Field(StrEnum):
    """The two fields that a passage is indexed in."""

    ACCENTED = "accented"
    FOLDED = "folded"


@dataclass(frozen=True, slots=True)
class Terms:
    """The search terms of a text, in its order, repeated as often as they occur."""

    accented: tuple[str, ...]
    folded: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QueryTerms:
    """The search terms of a question and the field that they are to be looked up in."""

    field: Field
    terms: tuple[str, ...]


def index_terms(text: str, words: Sequence[str] | None = None) -> Terms:
    """Return the terms under which `text` is found.

    `words` are the words of the text where the caller has them already (as `language.segment.words` gives them);
    otherwise the text is segmented here, unless it has no accents.
    """
    formed = reading_form(text)
    return Terms(accented=tuple(_accented(formed, words)), folded=tuple(_folded(formed)))


def query_terms(question: str) -> QueryTerms:
    """Return the terms of a question: accented ones, or folded ones where it was typed (half) without accents."""
    formed = reading_form(question)
    if lacks_accents(formed):
        return QueryTerms(Field.FOLDED, tuple(_folded(formed)))
    return QueryTerms(Field.ACCENTED, tuple(_accented(formed, None)))


def lacks_accents(text: str) -> bool:
    """Tell whether `text` was typed without accents, wholly or in good part."""
    syllables = [t for t in _TOKEN.findall(reading_form(text)) if t[0].isalpha()]
    if not syllables:
        return False
    return sum(not s.isascii() for s in syllables) / len(syllables) < _HALF_ACCENTED


def _accented(formed: str, words: Sequence[str] | None) -> Iterator[str]:
    if words is None:
        words = formed.split() if is_unaccented(formed) else segment(formed)
    for word in words:
        pieces = _TOKEN.findall(word)
        if len(pieces) == 1 and pieces[0][0].isalpha():
            yield pieces[0].lower()
        elif len(pieces) > 1:
            yield "_".join(pieces).lower()
        for piece in pieces:
            yield from _forms(piece)


def _folded(formed: str) -> Iterator[str]:
    previous = ""
    for token in _TOKEN.findall(formed):
        bare, *others = map(fold, _forms(token))
        if previous:
            yield f"{previous} {bare}"
        previous = bare
        yield bare
        yield from others


def _forms(token: str) -> list[str]:
    """Return a token in lower case, then the other forms under which it can be asked for."""
    if token[0].isdigit():
        parts = [part.lstrip("0") or "0" for part in _PART.findall(token)]
        if len(parts) == 1:
            return parts
        if _THOUSANDS.fullmatch(token):
            return ["".join(_PART.findall(token))]
        # 5-9-2021 is 5/9/2021; a decimal or a time of day keeps its sign.
        sign = next(c for c in token.replace("-", "/") if not c.isdigit())
        return [sign.join(parts), *parts]
    value = roman_value(token)
    return [token.lower()] if value is None else [token.lower(), str(value)]


def roman_value(token: str) -> int | None:
    """Return the value of a Roman numeral from II to XXXIX, None for anything else ("vi", "I", "MIX")."""
    if len(token) < 2 or (len(token) == 2 and not token.isupper()):
        return None
    match = _ROMAN.fullmatch(token)
    return 10 * len(match[1]) + _ROMAN_UNITS[match[2].upper()] if match else None
