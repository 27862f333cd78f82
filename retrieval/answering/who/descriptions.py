"""How a sentence describes somebody: by the office beside the name, by what "là" says, by an apposition.

"Doanh nhân xây khu phức hợp là ông A", "Bà B, ngồi cạnh chủ tọa, là phụ nữ duy nhất", "C, người sáng lập quỹ".
Texts are in bare letters.
"""

from __future__ import annotations

from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.patterns import word_spans

_IS_BEFORE = compiled_later(r"(?<!\w)(?P<what>[^,;:.!?\"“”()]{6,160}?)\s+(?:chinh |deu |von |cung )?la\s+$")
_IS_AFTER = compiled_later(
    r"\s*(?:\([^()]{0,60}\))?\s*(?:,[^,;:.!?\"“”]{2,80},)?\s*(?:chinh |cung |von |hien |tung |dang )*la\s+"
    r"(?P<what>[^;:.!?\"“”]{6,160})"
)
_APPOSED = compiled_later(
    r"\s*(?:\([^()]{0,60}\))?\s*(?:,|-|–)\s+(?P<what>(?:la |von la |nguyen la |hien la |cung la )?(?:nguoi|mot trong|"
    r"tac gia|chu nhan|thanh vien|dai dien|nu|nam|vo|chong|con|me|cha|bo|em|anh|chi|ban|chu|cuu)(?!\w)"
    r"[^,;:.!?\"“”()]{2,100})"
)


def described_by(folded: str, start: int, end: int) -> str:
    """Return what a sentence (bare letters) says that the person at `start`-`end` is, "" where it says nothing."""
    said = []
    before = folded[max(0, start - 180) : start]
    if before.rstrip().endswith("la") and (led := _IS_BEFORE.search(before)) is not None:
        said.append(led.group("what"))
    for shape in (_IS_AFTER, _APPOSED):
        if (after := shape.match(folded, end)) is not None:
            said.append(after.group("what"))
    return " ".join(said)


_ADDRESS = r"(?:(?:ong|ba|anh|chi|co|dong chi|chau|em|cu)\s+)?"
# Words that do not stand between a noun and the name of whom it calls: they begin what is told, or somebody else.
_TELLING = compiled_later(
    r"(?<!\w)(?:cua|cho|voi|va|bi|duoc|da|se|dang|noi|gap|do|tu|theo|khi|kien|to|thay|den|toi|ve|trong|vua|nhu|cung|"
    r"co|khong|ma|de)(?!\w)"
)


# What stands between a noun and the name of whom it calls, and between a name and what its bearer is.
_IS_HEAD_OF = compiled_later(rf"(?:(?!\sla\s)[^,;:.!?\"“”()]){{0,90}}\s(?:chinh |deu |von |cung )?la\s+{_ADDRESS}")
_RIGHT_BEFORE = compiled_later(rf"(?P<between>[^,;:.!?\"“”()]{{0,60}}\s){_ADDRESS}")
_UP_TO_HEAD = compiled_later(
    r"\s*(?:\([^()]{0,60}\)\s*)?(?:(?:,|-|–)\s*(?:(?:hien|von|tung|nguyen|cung|chinh)\s+)*(?:la\s+|lam\s+)?|"
    r"(?:(?:hien|von|tung|cung|chinh)\s+)*(?:la|lam|giu chuc|giu vai tro)\s+)(?:mot\s+)?"
)
_FAR = 110  # characters


def is_headed(head: str, folded: str, start: int, end: int) -> bool:
    """Tell whether a sentence (bare letters) calls the person at `start`-`end` by a noun, not by one within another.

    "Nguyên đơn là ông A", "trưởng chi nhánh miền Trung B", "C, nguyên đơn": not "D là luật sư của nguyên đơn".
    """
    if head not in folded:
        return False
    before = folded[max(0, start - _FAR) : start]
    behind = [after for _, after in word_spans(before, head)]
    if any(_IS_HEAD_OF.fullmatch(before, after) for after in behind):
        return True
    if any(at >= end and _UP_TO_HEAD.fullmatch(folded, end, at) for at, _ in word_spans(folded, head)):
        return True
    direct = next((m for after in behind if (m := _RIGHT_BEFORE.fullmatch(before, after)) is not None), None)
    return direct is not None and _TELLING.search(direct.group("between")) is None
