"""How a sentence describes somebody: by the office beside the name, by what "là" says, by an apposition.

"Doanh nhân xây khu phức hợp là ông A", "Bà B, ngồi cạnh chủ tọa, là phụ nữ duy nhất", "C, người sáng lập quỹ".
Texts are in bare letters.
"""

from __future__ import annotations

from retrieval.language.lazy_pattern import compiled_later

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
    before = _IS_BEFORE.search(folded[max(0, start - 180) : start])
    if before is not None:
        said.append(before.group("what"))
    for shape in (_IS_AFTER, _APPOSED):
        if (after := shape.match(folded, end)) is not None:
            said.append(after.group("what"))
    return " ".join(said)
