"""Places that have several names: which names are of one place, and a text with one name for each."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final

from retrieval.language.names import is_vietnamese_syllable
from retrieval.language.normalize import fold

# Each row is one place. A name that is part of another's ("Triều Tiên", "Bắc Triều Tiên") is the same place here.
PLACE_ALIASES: Final[tuple[tuple[str, ...], ...]] = (
    ("Mỹ", "Hoa Kỳ", "USA"), ("Nga", "LB Nga", "Liên bang Nga"), ("Úc", "Australia", "Ôxtrâylia"),
    ("Ý", "Italy", "Italia"), ("Trung", "Trung Quốc", "CHND Trung Hoa"), ("Nhật", "Nhật Bản"),
    ("Hàn", "Hàn Quốc", "Nam Hàn", "Đại Hàn Dân Quốc"), ("Ấn", "Ấn Độ"), ("Việt", "Việt Nam", "VN"),
    ("Triều", "Triều Tiên", "Bắc Triều Tiên", "CHDCND Triều Tiên", "Bắc Hàn"), ("Đài Loan", "Taiwan"),
    ("Hong Kong", "Hồng Kông", "Hongkong", "Hương Cảng"), ("Macau", "Ma Cao", "Macao"), ("Séc", "CH Séc", "Czech"),
    ("Campuchia", "Cambodia", "Cam-pu-chia", "Căm-pu-chia"), ("Myanmar", "Miến Điện", "Mi-an-ma", "Mianma"),
    ("Singapore", "Xin-ga-po", "Xinh-ga-po"), ("Malaysia", "Ma-lai-xi-a", "Malaixia"), ("Thái", "Thái Lan"),
    ("Indonesia", "In-đô-nê-xi-a", "Inđônêxia"), ("Philippines", "Phi-líp-pin", "Phi-lip-pin", "Philippin"),
    ("Ukraine", "Ucraina", "Ukraina", "U-crai-na"), ("Brazil", "Bra-xin", "Braxin"), ("Cuba", "Cu-ba"),
    ("Canada", "Ca-na-đa"), ("Argentina", "Ác-hen-ti-na"), ("Ba Lan", "Poland"),
    ("Thổ Nhĩ Kỳ", "Turkey"), ("Ả Rập Saudi", "Saudi Arabia", "Arab Saudi", "Ả Rập Xê Út", "Ả-rập Xê-út"),
    ("UAE", "Các Tiểu vương quốc Ả Rập Thống nhất", "Các tiểu vương quốc Arab thống nhất"),
    ("New Zealand", "Niu Di-lân", "Tân Tây Lan"), ("Tây Ban Nha", "Spain"), ("Hà Lan", "Netherlands"),
    ("Li Băng", "Lebanon", "Liban", "Li-băng"), ("Hungary", "Hung-ga-ri"),
    ("Bắc Kinh", "Beijing"), ("Thượng Hải", "Shanghai"), ("Bình Nhưỡng", "Pyongyang"), ("Seoul", "Xơ-un", "Sơ-un"),
    ("Moscow", "Moskva", "Mátxcơva", "Mát-xcơ-va", "Matxcơva"), ("Paris", "Pa-ri"), ("London", "Luân Đôn"),
    ("Washington", "Oa-sinh-tơn", "Hoa Thịnh Đốn"), ("New York", "Niu Oóc", "Niu-Oóc"), ("Berlin", "Béc-lin"),
    ("Bangkok", "Băng Cốc", "Băng-cốc"), ("Vientiane", "Viêng Chăn", "Viêng-chăn"), ("Tokyo", "Tô-ky-ô"),
    ("Phnom Penh", "Phnôm Pênh", "Nông Pênh"), ("Geneva", "Giơ-ne-vơ", "Giơnevơ"), ("Brussels", "Brúc-xen"),
    ("Jakarta", "Gia-các-ta"), ("New Delhi", "Niu Đê-li"), ("Hyderabad", "Hy-dra-bat"), ("Madrid", "Ma-đrít"),
    ("TP.HCM", "TP HCM", "TP Hồ Chí Minh", "thành phố Hồ Chí Minh", "Sài Gòn", "TPHCM", "TP.Hồ Chí Minh"),
    ("Huế", "Thừa Thiên Huế", "Thừa Thiên - Huế", "TT-Huế", "TT Huế"), ("Vũng Tàu", "Bà Rịa - Vũng Tàu", "BR-VT"),
    ("Đắk Lắk", "Đắc Lắc", "Daklak", "Đăk Lăk"), ("Đắk Nông", "Đắc Nông", "Đăk Nông"), ("Kon Tum", "Kontum"),
    ("Pleiku", "Plây Cu"), ("Buôn Ma Thuột", "Ban Mê Thuột"), ("Quy Nhơn", "Qui Nhơn"), ("Sa Pa", "Sapa"),
)  # fmt: skip

_PART: Final = re.compile(r"[^\W\d_]+")


@cache
def paired_words() -> frozenset[tuple[str, str]]:
    """Return the neighbouring words of the names, in small letters, with their marks and without ("mien", "dien")."""
    pairs: set[tuple[str, str]] = set()
    for row in PLACE_ALIASES:
        for name in row:
            pairs.update(pairwise(_PART.findall(name.lower())))
            pairs.update(pairwise(_PART.findall(fold(name))))
    return frozenset(pairs)


@lru_cache(maxsize=1 << 12)  # the offices of reports come again and again
def one_name(text: str) -> str:
    """Return `text` with the longest name of a place for each other that is surely its own: "TP. HCM", "Miến Điện".

    The names that are often part of another word ("Nga", "Thái") are left as they are.
    """
    return _shape().sub(lambda found: _names()[_letters(found.group())], text)


def _letters(name: str) -> str:
    return "".join(_PART.findall(name.lower()))


@cache
def _names() -> dict[str, str]:
    """Return the longest name of a place by the letters of each name that is surely a place's."""
    return {_letters(name): max(row, key=len) for row in PLACE_ALIASES for name in row if _is_sure(name)}


def _is_sure(name: str) -> bool:
    words = _PART.findall(name)
    return len(words) > 1 or not is_vietnamese_syllable(words[0])


@cache
def _shape() -> re.Pattern[str]:
    sure = sorted({name for row in PLACE_ALIASES for name in row if _is_sure(name)}, key=len, reverse=True)
    shapes = (r"[\s.\-]{0,3}".join(map(_any_start, _PART.findall(name))) for name in sure)
    return re.compile(rf"(?<!\w)(?:{'|'.join(shapes)})(?!\w)")


def _any_start(word: str) -> str:
    """Return the shape of a word of a name that may begin with a capital or not, or be "Tp" for "TP"."""
    return "T[Pp]" if word == "TP" else f"[{word[0]}{word[0].upper()}]{word[1:]}"
