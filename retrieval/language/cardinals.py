"""Numbers as they are written: digits with Vietnamese points and commas, number words, Roman numerals."""

from __future__ import annotations

import re

from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.normalize import accent_tolerant, fold

_ROMAN = compiled_later(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def roman_value(numeral: str) -> int | None:
    """Return the value of a Roman numeral in its standard form ("XIII" -> 13, in capitals), or None."""
    if not numeral or not _ROMAN.fullmatch(numeral):
        return None
    total = 0
    for char, following in zip(numeral, numeral[1:] + " ", strict=True):
        value = _ROMAN_VALUES[char]
        total += -value if value < _ROMAN_VALUES.get(following, 0) else value
    return total


def to_roman(number: int) -> str:
    """Return `number` (1 to 3999) as a Roman numeral; ValueError beyond that."""
    if not 0 < number < 4000:
        raise ValueError(number)
    parts = []
    for value, numeral in (
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
        (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ):  # fmt: skip
        count, number = divmod(number, value)
        parts.append(numeral * count)
    return "".join(parts)


# A number in digits: thousands in groups of three after a point (or a space before "đồng", which is not read), the
# decimals after a comma. "1,200" is one thousand two hundred in some papers: see `digits_value`.
DIGITS = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,3}(?:,\d{3}){2,}|\d+(?:[.,]\d+)?"


def digits_value(written: str, *, scaled: bool = False) -> float:
    """Return the value of a number in digits: "1.200" -> 1200, "36,8" -> 36.8, "3.5" -> 3.5.

    "1,200" is 1200 unless `scaled` says that a word such as "tỷ" follows: "1,376 tỷ" has decimals. ValueError if
    `written` is no such number.
    """
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", written) and not (scaled and written.startswith("0.")):
        return float(written.replace(".", "").replace(",", "."))
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+", written) and not (scaled or written.startswith("0")):
        return float(written.replace(",", ""))
    return float(written.replace(",", "."))


# word -> value, as folded: number words are few enough for the bare letters to tell them apart, but for "tư" and "tu"
_UNITS = {
    "khong": 0, "mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "lam": 5, "nham": 5, "sau": 6, "bay": 7,
    "tam": 8, "chin": 9,
}  # fmt: skip
_SCALES = {"nghin": 10**3, "ngan": 10**3, "van": 10**4, "trieu": 10**6, "ty": 10**9, "ti": 10**9}

# Words that begin a number; "lăm", "mốt", "tư" stand only after "mươi", "linh" and "lẻ" only after "trăm".
_ONE_TO_NINE = "một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín"
_AFTER_TENS = "mốt|một|hai|ba|bốn|tư|năm|lăm|nhăm|sáu|bảy|bẩy|tám|chín"
_BELOW_100 = rf"(?:(?:{_ONE_TO_NINE})\s+mươi(?:\s+(?:{_AFTER_TENS}))?|mười(?:\s+(?:{_AFTER_TENS}))?|(?:{_ONE_TO_NINE}))"
_NO_YEARS = r"(?!năm(?!\s+(?:mươi|trăm|nghìn|ngàn|triệu))(?!\w))"  # "hai trăm năm" are years
_BELOW_1000 = (
    rf"(?:(?:{_ONE_TO_NINE})\s+trăm(?:\s+(?:(?:linh|lẻ)\s+(?:{_AFTER_TENS})|{_NO_YEARS}{_BELOW_100}))?|{_BELOW_100})"
)
_SCALE_WORDS = "nghìn|ngàn|vạn|triệu|tỷ|tỉ"
NUMBER_WORDS_ACCENTED = (
    rf"{_BELOW_1000}(?:\s+(?:{_SCALE_WORDS})"
    rf"(?:\s+(?:không\s+trăm\s+(?:linh\s+)?)?{_NO_YEARS}{_BELOW_1000}(?!\s+(?:lần|thứ)))?)*"
)
NUMBER_WORDS = accent_tolerant(NUMBER_WORDS_ACCENTED)
_WORDS = compiled_later(NUMBER_WORDS, re.IGNORECASE)

# Shares in words: "một phần ba", "ba phần tư".
_WHOLES = {"hai": 2, "ba": 3, "tu": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9, "muoi": 10}
FRACTION_WORDS_ACCENTED = rf"(?:{_ONE_TO_NINE})\s+phần\s+(?:hai|ba|tư|năm(?!\s+\d)|sáu|bảy|tám|chín|mười)(?!\w)"


def fraction_value(words: str) -> float | None:
    """Return the value of a share in words, folded ("hai phan ba" -> 2/3), or None for other words."""
    part, _, whole = words.partition(" phan ")
    return _UNITS[part] / _WHOLES[whole] if part in _UNITS and whole in _WHOLES else None


_EDITION_WORDS = ("nhat", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi")


def edition_word(number: int) -> str:
    """Return the one syllable for the number of an edition, as folded ("thứ tư": "tu"); "" where it takes more."""
    return _EDITION_WORDS[number - 1] if 0 < number <= len(_EDITION_WORDS) else ""


def words_value(words: str) -> int | None:
    """Return the value of a number in words ("một nghìn hai trăm" -> 1200, with or without accents), or None."""
    if not _WORDS.fullmatch(words.strip()):
        return None
    total = group = 0
    unit: int | None = None  # a digit that no multiplier has met yet
    for word in re.sub(r"\bmuoi\b", "muoi", fold(words)).split():
        if word == "muoi":
            group += (unit or 1) * 10
            unit = None
        elif word == "tram":
            group += (unit or 0) * 100
            unit = None
        elif word in _SCALES:
            total += (group + (unit or 0)) * _SCALES[word]
            group, unit = 0, None
        elif word in _UNITS:
            unit = _UNITS[word] if word != "mot" else 1
    return total + group + (unit or 0)
