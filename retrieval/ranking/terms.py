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
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeVar

from retrieval.language.normalize import fold, is_unaccented, reading_form
from retrieval.language.word_tagger import words as segment

T = TypeVar("T")

# A number with what belongs to it (19/12/2023, 1.200, 15:30, 4,5), or a run of letters.
_TOKEN = re.compile(r"\d+(?:[./,:-]\d+)*|[^\W\d_]+")
_NUMBER = re.compile(r"\d+(?:[./,:-]\d+)*")
_PART = re.compile(r"\d+")
# Three digits after every separator: a separator of thousands, which reports and chatters write or leave out.
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")

# II to XXXIX: the numbers of congresses, sessions and quarters. Two letters are a numeral in capitals only ("vi", "xi"
# are syllables); three or more are one in any case. A single letter is none: "V" and "I" number points of lists.
_ROMAN = re.compile(r"(X{0,3})(IX|IV|V?I{0,3})", re.IGNORECASE)
_ROMAN_UNITS = {"": 0, "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9}

# Words that ask and never stand in the passage that answers.
QUESTION_WORDS = frozenset(
    ("ai", "gì", "nào", "đâu", "sao", "bao nhiêu", "khi nào", "lúc nào", "thế nào", "như thế nào", "tại sao", "vì sao")
)

_ASKING_SYLLABLES = frozenset(syllable for word in QUESTION_WORDS for syllable in word.split())

# Vietnamese text has accents on about three syllables of four. Below this share a question was typed without them, but
# for a word that the keyboard completed.
_FEW_ACCENTS = 0.2


class Field(StrEnum):
    """The two fields that a passage is indexed in."""

    ACCENTED = "accented"
    FOLDED = "folded"


@dataclass(frozen=True, slots=True)
class Terms:
    """The search terms of a text, in its order, repeated as often as they occur.

    Of a question, a field that is empty is not to be searched.
    """

    accented: tuple[str, ...]
    folded: tuple[str, ...]


def index_terms(text: str, words: Sequence[str] | None = None) -> Terms:
    """Return the terms under which `text` is found.

    `words` are the words of the text where the caller has them already (as `language.segment.words` gives them);
    otherwise the text is segmented here, unless it has no accents.
    """
    return terms_of_form(reading_form(text), words)


def terms_of_form(formed: str, words: Sequence[str] | None) -> Terms:
    """Return the terms of a text that is in reading form already; see `index_terms`."""
    return Terms(accented=tuple(_accented(formed, words)), folded=tuple(_folded(formed)))


def query_terms(question: str) -> Terms:
    """Return the terms of a question in the fields to search for it.

    A question with accents, or with some of them, is looked up in both: the accented field has the words as they are
    meant, the folded one knows which syllables stand side by side, and does not mind an accent that was left out
    (together they rank better than either, see tests/benchmarks/xquad.py). A syllable that has its accents counts once
    more as it is written, rather than in the folded field: there "có" is found wherever "co" or "cô" stands, half of
    all postings that a question would read. One without accents is looked up in the folded field alone. Words that
    only ask ("ai", "khi nào") are left out of the accented terms, unless there is nothing else.
    """
    formed = reading_form(question)
    syllables = [token for token in _TOKEN.findall(formed) if not token[0].isdecimal()]
    with_accents = sum(not syllable.isascii() for syllable in syllables)
    if with_accents < _FEW_ACCENTS * len(syllables):
        return Terms(accented=(), folded=tuple(_folded(formed)))
    words = segment(formed)
    # In capitals "AI" is what reports call machine learning, and not "who".
    telling = [word for word in words if word == "AI" or word.lower() not in QUESTION_WORDS]
    accented = _accented(formed, telling or words)
    accented += [s.lower() for s in syllables if not s.isascii() and s.lower() not in _ASKING_SYLLABLES]
    return Terms(accented=tuple(accented), folded=tuple(_folded(formed, singly=str.isascii)))


def _accented(formed: str, words: Sequence[str] | None) -> list[str]:
    if words is None:
        words = formed.split() if is_unaccented(formed) else segment(formed)
    terms: list[str] = []
    seen: list[str] = []
    for word in words:
        made, numbers = _WORD_TERMS[word]
        terms += made
        if numbers:
            seen += numbers
    # The segmenter takes some numbers apart ("15:30"): their parts are in by now, the whole is not.
    known = set(seen)
    terms += [_FORMS[token][0] for token in _NUMBER.findall(formed) if token not in known]
    return terms


def _folded(formed: str, singly: Callable[[str], bool] | None = None) -> list[str]:
    """Return the pairs of neighbours, and the single syllables and numbers (those that are to stand singly)."""
    terms: list[str] = []
    previous = ""
    for token in _TOKEN.findall(formed):
        forms = _BARE_FORMS[token]
        bare = forms[0]
        if previous:
            terms.append(f"{previous} {bare}")
        previous = bare
        if singly is None or singly(token):
            terms += forms
    return terms


class _Remembered(dict[str, T]):
    """What a function gives for words and tokens: of those there are as many as in a dictionary, each a thousand times.

    To look into a dictionary takes half the time of `functools.lru_cache`. Long ones are no words, and are not kept: a
    hostile text could fill the memory with them.
    """

    _LONG: Final = 40
    _MOST: Final = 1 << 16

    def __init__(self, function: Callable[[str], T]) -> None:
        self._function = function

    def __missing__(self, text: str) -> T:
        value = self._function(text)
        if len(text) < self._LONG:
            if len(self) >= self._MOST:
                self.clear()
            self[text] = value
        return value


def _word_terms(word: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the accented terms of a word, and the numbers in it."""
    pieces = _TOKEN.findall(word)
    made: list[str] = []
    if len(pieces) == 1 and not pieces[0][0].isdecimal():
        made.append(pieces[0].lower())
    elif len(pieces) > 1:
        made.append("_".join(pieces).lower())
    for piece in pieces:
        made.extend(_FORMS[piece])
    return tuple(made), tuple(piece for piece in pieces if piece[0].isdecimal())


def _bare_forms(token: str) -> tuple[str, ...]:
    return tuple(map(fold, _FORMS[token]))


def _forms(token: str) -> tuple[str, ...]:
    """Return a token in lower case, then the other forms under which it can be asked for."""
    if token[0].isdecimal():
        parts = [part.lstrip("0") or "0" for part in _PART.findall(token)]
        if len(parts) == 1:
            return tuple(parts)
        if _THOUSANDS.fullmatch(token):
            return ("".join(_PART.findall(token)),)
        # 5-9-2021 is 5/9/2021; a decimal or a time of day keeps its sign.
        sign = next(c for c in token.replace("-", "/") if not c.isdecimal())
        return (sign.join(parts), *parts)
    value = roman_value(token)
    return (token.lower(),) if value is None else (token.lower(), str(value))


_WORD_TERMS = _Remembered(_word_terms)
_FORMS = _Remembered(_forms)
_BARE_FORMS = _Remembered(_bare_forms)


def roman_value(token: str) -> int | None:
    """Return the value of a Roman numeral from II to XXXIX, None for anything else ("vi", "I", "MIX")."""
    if len(token) < 2 or (len(token) == 2 and not token.isupper()):
        return None
    match = _ROMAN.fullmatch(token)
    return 10 * len(match[1]) + _ROMAN_UNITS[match[2].upper()] if match else None
