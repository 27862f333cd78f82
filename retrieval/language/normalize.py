"""The forms of Vietnamese text: composed, in one spelling, and folded to bare letters.

Text reaches aidu composed or decomposed (NFC or NFD), with the tone mark on either vowel (hoà, hòa), in two spellings
(sĩ, sỹ), with look-alike letters (Ð for Đ, a Cyrillic о for a Latin one), invisible characters, and lines broken
anywhere. Everything that compares text compares one of the forms made here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from retrieval.language.lazy_pattern import compiled_later

# One-to-one replacements: look-alike letters, odd white space with the ends of lines, digits and punctuation in the
# full width of East Asian type (not < = >, which compose with what follows).
_LOOK_ALIKES = {
    "Ð": "Đ",  # ETH and
    "Ɖ": "Đ",  # AFRICAN D stand for D WITH STROKE in text from old fonts
    "ð": "đ",
    "ɖ": "đ",
    **dict.fromkeys("\t\n\x0b\x0c\r\x85\u00a0\u1680\u2028\u2029\u202f\u205f\u3000", " "),
    **{chr(space): " " for space in range(0x2000, 0x200B)},
    **dict.fromkeys("\u2010\u2011\u2212\ufe63", "-"),
    **{chr(wide): chr(wide - 0xFEE0) for wide in range(0xFF01, 0xFF20) if wide not in (0xFF1C, 0xFF1D, 0xFF1E)},
}
_LOOK_ALIKE_TABLE = str.maketrans(_LOOK_ALIKES)

# Characters that are not seen and carry nothing in Vietnamese.
_INVISIBLE_CLASS = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u0000-\u0008\u000e-\u001f"
_INVISIBLE = compiled_later(f"[{_INVISIBLE_CLASS}]")
_CHANGED = compiled_later(f"[{_INVISIBLE_CLASS}{re.escape(''.join(_LOOK_ALIKES))}\u0370-\u04ff]")
_GAP = compiled_later("  +")

# Greek and Cyrillic letters that look like Latin ones. They stand for these only in a word that has no other Greek or
# Cyrillic letter: "Москва" is Moscow in Russian.
_LATIN_LOOKS = str.maketrans("АВЕЅІЈКМНОРСТХУаеѕіјорсухΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABESIJKMHOPCTXYaesijopcyxABEZHIKMNOPTYXo")
_FOREIGN = compiled_later("[\u0370-\u04ff]")
_FOREIGN_WORD = compiled_later(r"(?:[^\W\d_]|[\u0300-\u036f])*[\u0370-\u04ff](?:[^\W\d_]|[\u0300-\u036f])*")
_OTHER_SCRIPT = compiled_later(f"[\u0370-\u04ff](?<![{''.join(map(chr, _LATIN_LOOKS))}])")

# The old tone placement (hoà, thuý, uỷ) -> the new one (hòa, thúy, ủy), only where the syllable ends after the vowel
# pair: "hoàn" and "quý" keep theirs. Both forms have the same length.
_PLAIN = {"o": "oòóỏõọ", "u": "uùúủũụ"}
_PAIRS = {"oa": "aàáảãạ", "oe": "eèéẻẽẹ", "uy": "yỳýỷỹỵ"}
_NEW_PLACEMENT: dict[str, str] = {}
for _pair, _marked in _PAIRS.items():
    for _tone in range(1, 6):
        _NEW_PLACEMENT[_pair[0] + _marked[_tone]] = _PLAIN[_pair[0]][_tone] + _pair[1]
# No letter may follow, and no loose combining mark either: that would compose with the vowel once it is bare. The
# search starts at the marked vowel, which is rarer than o and u; one set of letters is searched for twice as fast as
# two patterns.
_AFTER_O = "àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ"
_AFTER_U = "ỳýỷỹỵỲÝỶỸỴ"
_OLD_TONE = compiled_later(
    rf"[{_AFTER_O}{_AFTER_U}](?<=[oO][{_AFTER_O}]|[uU][{_AFTER_U}])(?<![qQ]..)(?![^\W\d_]|[\u0300-\u036f])"
)

# Syllables that are spelled with i and with y, as they are read: "nghị sỹ" is "nghị sĩ", "lí do" is "lý do". Both
# spellings have the same length.
_DOUBLETS = {
    "sỹ": "sĩ", "kĩ": "kỹ", "kí": "ký", "kì": "kỳ", "kỉ": "kỷ", "lí": "lý", "mĩ": "mỹ", "tỉ": "tỷ", "quí": "quý",
}  # fmt: skip
_IN_ANY_CASE = {form: "".join(f"[{c}{c.upper()}]" for c in form) for form in _DOUBLETS}
# The search starts at the vowel; a letter or a loose mark on either side makes it another syllable.
_DOUBLET = compiled_later(
    r"[íìỉĩỹÍÌỈĨỸ]"
    rf"(?:(?<={'|'.join(c for f, c in _IN_ANY_CASE.items() if len(f) == 2)})(?<![^\W\d_]..)"
    rf"|(?<={'|'.join(c for f, c in _IN_ANY_CASE.items() if len(f) == 3)})(?<![^\W\d_]...))"
    r"(?![^\W\d_]|[\u0300-\u036f])"
)

# A stretch that composing can change: characters outside ASCII with the base before them. Composition never crosses
# two neighbouring ASCII characters.
_STRETCH = compiled_later(r"[\x00-\x7f]?[^\x00-\x7f]+")


def _old_tone_replaced(text: str) -> str:
    pieces: list[str] = []
    done = 0
    for match in _OLD_TONE.finditer(text):
        begin = match.start() - 1
        pair = text[begin : match.end()]
        new = _NEW_PLACEMENT[pair.lower()]
        pieces += (text[done:begin], "".join(n.upper() if p.isupper() else n for n, p in zip(new, pair, strict=True)))
        done = match.end()
    return "".join((*pieces, text[done:])) if pieces else text


def one_spelling(text: str) -> str:
    """Return composed text in one spelling, of the same length.

    Tone marks stand where the newer spelling has them (hoà -> hòa, Uỷ -> Ủy), and syllables that are spelled with i as
    well as with y have the commoner letter (nghị sỹ -> nghị sĩ, lí do -> lý do).
    """
    if text.isascii():
        return text
    text = _old_tone_replaced(text)
    return _DOUBLET.sub(_commoner, text) if _DOUBLET.search(text) else text


def _commoner(vowel: re.Match[str]) -> str:
    syllable = vowel.string[max(0, vowel.start() - 2) : vowel.end()].lower()
    new = (_DOUBLETS.get(syllable[-2:]) or _DOUBLETS[syllable])[-1]
    return new.upper() if vowel.group().isupper() else new


def reading_form(text: str) -> str:
    """Return `text` composed (NFC), without look-alikes and invisible characters, in one spelling.

    White space of any kind and length is one space: where a line was broken says nothing. Idempotent for any string.
    The rules of aidu are written in this form.
    """
    return one_spelling(plain_form(text))


def plain_form(text: str) -> str:
    """Return the reading form of `text` in the spelling of its writer ("hoà", "nghị sỹ"): what a person copies."""
    if _CHANGED.search(text):
        # Invisible characters go first, since one may stand between a letter and its mark; the table comes after
        # composing, which turns some odd spaces into others.
        text = _latin_looks(_INVISIBLE.sub("", text))
        text = unicodedata.normalize("NFC", text).translate(_LOOK_ALIKE_TABLE)
    elif not text.isascii() and not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text).translate(_LOOK_ALIKE_TABLE)
    return _GAP.sub(" ", text) if "  " in text else text


def spelled_as_in(text: str, name: str) -> str:
    """Return `name` (in reading form) in the spelling of `text`, where it stands there in other letters ("Sỹ")."""
    plain = plain_form(text)
    at = -1 if name in plain else one_spelling(plain).find(name)
    return plain[at : at + len(name)] if at >= 0 else name


def _latin_looks(text: str) -> str:
    """Return `text` with Latin letters for the Greek and Cyrillic ones that stand for them; its length stays."""
    return _FOREIGN_WORD.sub(_latin_look, text) if _FOREIGN.search(text) else text


def _latin_look(word: re.Match[str]) -> str:
    return word.group() if _OTHER_SCRIPT.search(word.group()) else word.group().translate(_LATIN_LOOKS)


_QUOTES = str.maketrans("«»‟", "“”“")
_LOW_QUOTES = str.maketrans("„“", "“”")


def usual_quotes(text: str) -> str:
    """Return `text` with “ and ” for other pairs of quotation marks («Tiến lên», „Tiến lên“); its length stays."""
    if "„" in text:
        text = text.translate(_LOW_QUOTES)
    return text.translate(_QUOTES) if "«" in text or "»" in text or "‟" in text else text


class _FoldTable(dict[int, str]):
    """Code point -> one folded character, filled as characters are met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        bare = "".join(c for c in unicodedata.normalize("NFD", char) if not unicodedata.combining(c)).lower()
        bare = {"đ": "d"}.get(bare, bare)
        # What has no single bare letter (a Hangul syllable, a mark without a base) stands for itself: offsets count.
        self[code] = folded = bare if len(bare) == 1 else char
        return folded


_FOLD_TABLE = _FoldTable()


def fold(text: str) -> str:
    """Return `text` in lower case without any accent ("Uỷ viên" -> "uy vien"): what a hurried chatter types.

    The result has exactly one character for each character of `reading_form(text)`, so an offset in the one is an
    offset in the other.
    """
    return _FOLDED[text]


# "sỹ" typed without its tone: its reading form is "sĩ", and no other syllable has these letters.
_BARE_SY = compiled_later(r"(?<![^\W\d_])sy(?![^\W\d_])")


def _folded(text: str) -> str:
    text = reading_form(text)
    text = text.lower() if text.isascii() else text.translate(_FOLD_TABLE)
    return _BARE_SY.sub("si", text) if "sy" in text else text


class _Folded(dict[str, str]):
    """What was folded: words, names and questions come again and again, what is longer does not.

    To look into a dictionary takes half the time of `functools.lru_cache`.
    """

    _LONG = 160
    _MOST = 1 << 15

    def __missing__(self, text: str) -> str:
        folded = _folded(text)
        if len(text) <= self._LONG:
            if len(self) >= self._MOST:
                self.clear()
            self[text] = folded
        return folded


_FOLDED = _Folded()


def align(source: str) -> tuple[str, Sequence[int]]:
    """Return the reading form of `source` and, for each of its characters and its end, the offset in `source`.

    `offsets[i]` is where character `i` of the reading form begins in `source`; `offsets[-1]` is `len(source)`. The
    offsets never decrease, and there is one more of them than characters in the reading form. They are a `range` where
    no character was added, left out or moved: `source` was in reading form but for its spelling.
    """
    length = len(source)
    if not _CHANGED.search(source) and "  " not in source and unicodedata.is_normalized("NFC", source):
        return one_spelling(source), range(length + 1)  # the usual case
    if not _INVISIBLE.search(source):
        text, kept = source, list(range(length + 1))
    else:
        kept = [i for i, c in enumerate(source) if not _INVISIBLE.match(c)]
        text = "".join([source[i] for i in kept])
        kept.append(length)
    text = _latin_looks(text)
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return _without_gaps(text.translate(_LOOK_ALIKE_TABLE), kept)
    formed: list[str] = []
    offsets: list[int] = []
    done = 0
    for stretch in _STRETCH.finditer(text):
        start, end = stretch.span()
        formed.append(text[done:start])
        offsets += kept[done:start]
        piece = stretch.group()
        for size, cluster in _composed_clusters(piece):
            formed.append(cluster)
            # A cluster of unchanged length maps one to one; another begins where its base letter begins.
            offsets += kept[start : start + size] if len(cluster) == size else [kept[start]] * len(cluster)
            start += size
        done = end
    formed.append(text[done:])
    offsets += kept[done:]
    return _without_gaps("".join(formed).translate(_LOOK_ALIKE_TABLE), offsets)


def _without_gaps(text: str, offsets: list[int]) -> tuple[str, list[int]]:
    """Return the text and the offsets of `align` with one space for several, in one spelling."""
    if "  " in text:
        offsets = [at for i, at in enumerate(offsets) if text[i : i + 1] != " " or text[i - 1 : i] != " "]
        text = _GAP.sub(" ", text)
    return one_spelling(text), offsets


@lru_cache(maxsize=4096)
def _composed_clusters(stretch: str) -> tuple[tuple[int, str], ...]:
    """Split `stretch` into (source length, composed text), each a letter with its marks where that is exact."""
    whole = unicodedata.normalize("NFC", stretch)
    if whole == stretch:
        return ((len(stretch), whole),)
    bounds = [i for i, c in enumerate(stretch) if i == 0 or not unicodedata.combining(c)] + [len(stretch)]
    clusters = tuple((end - start, unicodedata.normalize("NFC", stretch[start:end])) for start, end in pairwise(bounds))
    if "".join(cluster for _, cluster in clusters) == whole:
        return clusters
    return ((len(stretch), whole),)  # two base characters compose with each other (Hangul letters, some Indic vowels)


_LETTER = compiled_later(r"[^\W\d_]")
_NOT_ASCII = compiled_later(r"[^\x00-\x7f]")


def is_unaccented(text: str) -> bool:
    """Tell whether `text` has letters but no Vietnamese letter or tone mark: it was typed without accents."""
    if not text.isascii():
        foreign = _NOT_ASCII.search(text)
        if foreign is not None and foreign.group().isalpha():
            return False  # the usual case, found at once
        text = reading_form(text)
        if any(c.isalpha() for c in _NOT_ASCII.findall(text)):
            return False
    return _LETTER.search(text) is not None


def lower_case(text: str) -> str:
    """Return `text` in lower case with its length kept, so that offsets stay (a few foreign capitals stay too)."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


_SYLLABLE = compiled_later(r"\d+(?:[.,/:-]\d+)*(?![\w])%?|\w+(?:&\w+)*")


def syllables(text: str) -> list[str]:
    """Return the words of `text` between spaces and punctuation, in lower case and in reading form.

    A number stays whole ("1.200", "36,8%", "19/12/2023", "2018-2023"), and so does an acronym with "&" ("kh&cn").
    """
    return _SYLLABLE.findall(reading_form(text).lower())


def accent_tolerant(pattern: str) -> str:
    """Return a regular expression that also matches with accents left out: "tối" becomes "t[ốôo]i".

    Each accented letter of `pattern` (in lower case, composed) also matches with its tone or all its marks left out;
    the case is left to `re.IGNORECASE`. `pattern` must have no accented letter within square brackets.
    """
    return "".join(_tolerant_class(char) for char in pattern)


@lru_cache(maxsize=256)
def _tolerant_class(char: str) -> str:
    if char.isascii() or not char.isalpha():
        return char
    decomposed = unicodedata.normalize("NFD", char)
    toneless = "".join(c for c in decomposed if c not in _TONE_MARKS)
    choices = dict.fromkeys((char, unicodedata.normalize("NFC", toneless), fold(char)))
    return f"[{''.join(choices)}]"


_TONE_MARKS = "\u0300\u0301\u0303\u0309\u0323"
