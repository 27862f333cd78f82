"""Text typed for the Vietnamese fonts of before Unicode: TCVN3 ("ABC", TCVN 5712:1993) and VNI Windows.

In such text the codes of Western European letters stand for Vietnamese ones: "Héi nghÞ" in the one and "Hoäi nghò" in
the other are "Hội nghị". It comes as bytes, and as Unicode that a program made of them that did not know the font.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from retrieval.language.name_context import is_vietnamese_syllable
from retrieval.language.name_tables import words
from retrieval.language.normalize import reading_form, syllables

# TCVN3: one code for each small letter, and for the capitals without a tone; capitals with one are small letters in a
# font of capitals, and stay small.
_TCVN3: Final = str.maketrans(
    "¡¢£¤¥¦§¨©ª«¬­®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
    "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
)
# VNI: a letter, and a code after it for what stands above and below it; some letters have a code of their own.
_VNI_LETTERS: Final = {"ñ": "đ", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ô": "ơ", "ö": "ư"}
_ACUTE, _GRAVE, _HOOK, _TILDE, _DOT, _CIRCUMFLEX, _BREVE = "\u0301\u0300\u0309\u0303\u0323\u0302\u0306"
_VNI_MARKS: Final = {
    **{"ù": _ACUTE, "ø": _GRAVE, "û": _HOOK, "õ": _TILDE, "ï": _DOT},
    **{"â": _CIRCUMFLEX, "á": _CIRCUMFLEX + _ACUTE, "à": _CIRCUMFLEX + _GRAVE, "å": _CIRCUMFLEX + _HOOK},
    **{"ã": _CIRCUMFLEX + _TILDE, "ä": _CIRCUMFLEX + _DOT, "ê": _BREVE, "é": _BREVE + _ACUTE, "è": _BREVE + _GRAVE},
    **{"ú": _BREVE + _HOOK, "ü": _BREVE + _TILDE, "ë": _BREVE + _DOT},
}
_VNI: Final = re.compile(
    rf"([aeouyôö])([{''.join(_VNI_MARKS)}])|([{''.join(_VNI_LETTERS)}])", re.IGNORECASE
)  # fmt: skip

_WORD: Final = re.compile(r"[^\W\d_]+")
_PROPER: Final = re.compile("[\u1ea0-\u1ef9\u0300-\u0323ơưƠƯăĂđĐ]")
_WESTERN: Final = re.compile("[\u00a1-\u00ff]")
# Words of which a Vietnamese text of any kind has many.
_COMMON: Final = words("""
    và của các có được là đã những người với một này đến tại để không trong về ông bà năm ngày từ sẽ cũng hội đồng chí
    chủ tịch nước việt việc số phó bộ tỉnh thành phố cán ủy dự đại biểu nghị quốc lãnh đạo
    """)
# How much of a text is looked at, how many of these words it must have once it is read, in all and as a share of its
# words, and what share of its words with other than plain letters must be Vietnamese syllables.
_SAMPLE: Final = 20_000
_LEAST_COMMON: Final = 4
_COMMON_SHARE: Final = 0.1
_SYLLABLE_SHARE: Final = 0.85


def from_legacy_font(text: str) -> str | None:
    """Return `text`, whose characters are codes of TCVN3 or VNI, in Unicode; None where it is in neither."""
    sample = text[:_SAMPLE]
    if _PROPER.search(sample) or len(_WESTERN.findall(sample)) * 50 < len(sample):
        return None
    best = max((_tcvn3, _vni), key=lambda reader: _common(reader(sample)))
    return best(text) if _is_vietnamese(best(sample)) else None


def _tcvn3(text: str) -> str:
    return text.translate(_TCVN3)


def _vni(text: str) -> str:
    return _VNI.sub(_vni_letter, text)


def _vni_letter(match: re.Match[str]) -> str:
    letter, mark, alone = match.groups()
    if alone:
        return _cased(_VNI_LETTERS[alone.lower()], alone)
    base = _VNI_LETTERS.get(letter.lower(), letter.lower())
    return _cased(unicodedata.normalize("NFC", base + _VNI_MARKS[mark.lower()]), letter)


def _cased(letter: str, like: str) -> str:
    return letter.upper() if like.isupper() else letter


def _common(text: str) -> int:
    return sum(word in _COMMON for word in syllables(text))


def _is_vietnamese(text: str) -> bool:
    marked = [word for word in _WORD.findall(reading_form(text)) if not word.isascii()]
    if _common(text) < max(_LEAST_COMMON, _COMMON_SHARE * text.count(" ")):
        return False
    return sum(map(is_vietnamese_syllable, marked)) >= _SYLLABLE_SHARE * len(marked)
