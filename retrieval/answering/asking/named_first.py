"""Questions that name a person at their head and then say what the person did ("Ông A đến thăm trường B là ai")."""

from __future__ import annotations

from collections.abc import Sequence

from retrieval.language import offices
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.name_tables import FAMILY_NAMES
from retrieval.language.names import PersonMention
from retrieval.language.normalize import accent_tolerant, fold
from retrieval.language.places import is_place


def _either(*words: str) -> str:
    return "|".join(map(accent_tolerant, words))


_CAPITALISED = r"[A-ZĐÀ-Ỹ][\w.’'-]*"
# A person who is named at the head of the question, in letters that no table needs to know: after an honorific, or
# before an apposition ("Palash Mehrotra, người nói về ..., là ai").
_ADDRESSED = compiled_later(rf"(?i:{_either('ông', 'bà', 'anh', 'chị', 'cô')})(?:\s+{_CAPITALISED}){{2,5}}(?!\w)")
# The same typed without accents and capitals: a family name says that a name follows.
_ADDRESSED_LOW = compiled_later(rf"(?:ong|ba|anh|chi|co)\s+(?:{'|'.join(sorted(map(fold, FAMILY_NAMES)))})\s+\w+(?!\w)")
_IN_APPOSITION = compiled_later(
    rf"(?:{_CAPITALISED}\s+){{1,5}}{_CAPITALISED}\s*,\s*"
    rf"(?i:{_either('người', 'nhà', 'chàng', 'cô', 'nạn nhân', 'diễn giả', 'vị', 'một')})(?!\w)"
)
# Who is somebody's, whose office and name follow ("Trưởng ban lễ tang Chủ tịch nước A là ai").
_OF_SOMEBODY = compiled_later(
    r"(?i)(?:"
    + _either(
        "trưởng ban (?:tổ chức )?lễ tang", "trợ lý", "thư ký", "người phát ngôn", "phát ngôn viên", "cố vấn",
        "phu nhân", "đặc phái viên", "đặc sứ", "luật sư", "bác sĩ riêng", "vệ sĩ", "phiên dịch", "phiên dịch viên",
    )
    + r")(?:\s+(?:"
    + _either("của", "riêng", "cho")
    + rf"))*\s+(?:{offices.HEAD.pattern})"
)  # fmt: skip
# At the end of what stands before "là ai": the noun for another person than the one at its head.
_ANOTHER = compiled_later(
    r"(?i)(?<!\w)(?:"
    + _either(
        "người", "vợ", "chồng", "con trai", "con gái", "phu nhân", "đối thủ", "cấp phó", "người đồng cấp", "kế nhiệm",
        "tiền nhiệm", "trưởng đoàn", "bạn", "luật sư", "thư ký", "trợ lý",
    )
    + r")(?!\w)"
)  # fmt: skip


def is_of_somebody(before: str) -> bool:
    """Tell whether a text begins with who is somebody's, whose office and name follow ("Trợ lý của Thủ tướng A")."""
    return _OF_SOMEBODY.match(before) is not None


def names_first(before: str, people: Sequence[PersonMention]) -> bool:
    """Tell whether what stands before "là ai" is a person named at its head, with or without what that person did.

    `people` are the names that `before` is known to have. "Ông A đến thăm trường B là ai" asks for the office of A,
    "Ông A gặp người đồng cấp là ai" for another person.
    """
    if is_of_somebody(before):
        return False
    named = next((p.end for p in people if p.outer_start < 3), 0)
    if not named:
        m = _ADDRESSED.match(before) or _ADDRESSED_LOW.match(before) or _IN_APPOSITION.match(before)
        if m is None or offices.HEAD.match(before) is not None or is_place(before.split(",")[0]):
            return False
        named = m.end()
    tail = " ".join(before[named:].split()[-5:])
    return _ANOTHER.search(tail) is None or before.rstrip().endswith(",")
