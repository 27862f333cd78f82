"""Names of rare families and of other peoples: told by the words around them, or by how such names are made."""

from __future__ import annotations

import re

from retrieval.language import name_tables as tables
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.name_context import (
    AGE,
    IN_LIST,
    INSTITUTION,
    PLACE_AT,
    Context,
    is_vietnamese_syllable,
    office_follows,
    place_head_before,
)
from retrieval.language.places import is_place
from retrieval.language.vietnamese_names import FIRM_BEFORE, VietnameseNames

_HYPHENED = compiled_later(r"\s?-\s?[a-z]{1,6}(?!\w)")
# Offices that one names without the body one holds them in: what follows with capitals is the name.
_BARE_OFFICES = frozenset(
    (
        "thủ tướng", "phó thủ tướng", "chủ tịch nước", "phó chủ tịch nước", "tổng bí thư", "bộ trưởng", "thứ trưởng",
        "luật gia", "hòa thượng", "thượng tọa", "đại đức", "ni sư", "ni trưởng", "sư cô", "sư thầy", "linh mục",
        "mục sư", "nữ tu", "thiền sư",
    )
)  # fmt: skip
_FORMER = compiled_later(r"^(?:nguyên|cựu|quyền|cố|tân|nữ)\s+")
# Fields of the state, which some reports write with capitals after "Bộ trưởng".
_FIELDS = tables.words(
    """
    Công Quốc Ngoại Tài Nội Giáo Tư Xây Giao Lao Nông Văn Khoa Thông Kế Tổng Phụ Thương Chính Đối Quản Vương Liên
    """
)
# Lands whose people have Chinese names, which the Vietnamese read in their own way ("Đại sứ Trung Quốc Hùng Ba").
_CHINESE_LAND = compiled_later(
    r"(?:Trung Quốc|Đài Loan|Hồng Kông|Hong Kong|Singapore)(?: tại Việt Nam)? $", re.IGNORECASE
)
# What joins more words to a run ("Sean O ' Malley", "Frank - Walter").
_GOES_ON = compiled_later(r"\s?[-–’'.]\s?\w| (?:[a-z]{2,4} )?[A-Z]")
_SOMEBODY = compiled_later(r"[HK]\s?[’']\s?")
# Words after which "A" is a letter of a row and no middle syllable ("Giải A Báo chí").
_ROWS = tables.words("Giải Bảng Khối Hạng Loại Lớp Nhóm Tuyến Lô Khu Tổ Cúp Gói Vitamin Căn Nhà Dãy Tòa Điểm Đội")


class RareNames(VietnameseNames):
    """Reads names that begin with no usual family name."""

    def _rare(self, i: int, context: Context) -> tuple[int] | None:
        """Read a name of a rare family: two to four capitalised words that something tells to be somebody's name.

        That is an age after them, "Thị" within, the word for somebody in a case or a patient right before ("bị can
        Ven ..."), a middle syllable or a rare family where an office tells of a person, a Chinese name after the
        country, or an office that stands without a body right before ("Thủ tướng ...").
        """
        tokens, text = self.tokens, self.text
        first = tokens[i]
        if _SOMEBODY.match(first.text):
            return self._named_by_its_sign(i, context)
        last = self._run_of_capitals(i, 5)
        if not 1 <= last - i <= 3 or first.text in tables.COMMON_CAPITALS or first.acronym:
            return None
        start, end = first.start, tokens[last].end
        syllables = [t.text for t in tokens[i : last + 1]]
        vietnamese = all(map(is_vietnamese_syllable, syllables))
        female = last - i >= 2 and syllables[1] == "Thị" and is_vietnamese_syllable(first.text)
        told = (
            female
            or (context.adjacent and context.head.lower() in tables.PERSONAL_HEADS)
            or AGE.match(text, end) is not None
            or (vietnamese and self._tells_rare(i, last, context))
        )
        if not told:
            return None
        name = text[start:end]
        place = (
            is_place(name)
            or name in tables.NOT_NAMES
            or INSTITUTION.match(text, start)
            or PLACE_AT.match(text, start)
            or place_head_before(text, start)
        )
        joined = self._continues_a_run(i) and self.skip != i - 1  # to other words than a place set aside
        return None if place or _HYPHENED.match(text, end) or joined else (last,)

    def _tells_rare(self, i: int, last: int, context: Context) -> bool:
        """Tell whether a run of Vietnamese syllables is a name by its family, its middle or the office before."""
        words = [t.text for t in self.tokens[i : last + 1]]
        if len(words) == 4 and any(w in tables.FAMILY_NAMES for w in words[1:3]):
            return False  # the name begins within the run
        named = bool(context.ranks) or context.honorific.lower() not in ("", "tên")
        if context.office and len(words) <= 3 and _CHINESE_LAND.search(context.between):
            return True
        head = _FORMER.sub("", context.head.lower())
        if context.adjacent and head in _BARE_OFFICES and words[0] not in _FIELDS:
            return _GOES_ON.match(self.text, self.tokens[last].end) is None
        told = context.told or office_follows(self.text, self.tokens[last].end)
        if not told or len(words) < 3:
            return named and words[0] in tables.RARE_FAMILY
        if words[1] in tables.MIDDLES or (words[1] == "A" and words[0] not in _ROWS and len(words) == 3):
            return True
        return words[0] in tables.RARE_FAMILY and (named or FIRM_BEFORE.search(context.before) is None)

    def _named_by_its_sign(self, i: int, context: Context) -> tuple[int] | None:
        """Read a highland name that its first letter tells ("K'Brêm", "H'Hen Niê"), where an office or a list does."""
        text, token = self.text, self.tokens[i]
        listed = bool(self.spans) and IN_LIST.fullmatch(text[self.spans[-1].end : token.start]) is not None
        last = self._run_of_capitals(i, 3)
        end = self.tokens[last].end
        follows = office_follows(text, end) or AGE.match(text, end) is not None
        if context.honorific or place_head_before(text, token.start) or not (follows or listed):
            return None
        return (last,)
