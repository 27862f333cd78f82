"""Days and places of another event than the one asked for, of one report.

"Họp báo giới thiệu Liên hoan Phim" has the day of the press conference, not of the festival; the hall of the talk in
the afternoon is not that of the ceremony in the morning; and where they met last time is not where they meet now.
"""

from __future__ import annotations

import re
from functools import lru_cache

from retrieval.answering.asking.question import Question
from retrieval.answering.evidence.candidate import Proof
from retrieval.answering.evidence.view import View
from retrieval.answering.model import Kind
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.normalize import fold

_PRESS = "press"
_PARTS = ("le khai mac", "le be mac")
_CEREMONIES = (
    *("khanh thanh", "khoi cong", "khai giang", "be giang", "ky niem", "trao", "ra mat", "dong tho", "hop long"),
    *("thong xe", "phat dong", "tuyen duong", "ky ket", "tot nghiep"),
)
# The sorts of events that are surely not one another, by their nouns (bare letters).
_SORTS: tuple[tuple[str, str], ...] = (
    (_PRESS, r"(?:buoi |cuoc )?hop bao"),
    ("meeting", r"(?:hoi nghi|hoi thao|(?:buoi |cuoc )?toa dam|dien dan|cuoc hop|phien hop|ky hop|dai hoi(?! dan))"),
    ("festival", r"(?:le hoi|festival|lien hoan|hoi cho|hoi xuan|hoi sach|ngay hoi)"),
    *((part, part) for part in _PARTS),
    *((deed, rf"(?:dai |buoi )?le {deed}") for deed in _CEREMONIES),
)
_SORT = compiled_later("|".join(rf"(?<!\w)(?P<s{i}>{shape})(?!\w)" for i, (_, shape) in enumerate(_SORTS)))
# That an event is held, before its name or behind it.
_HELD = compiled_later(r"(?<!\w)(?:tổ chức|diễn ra|khai mạc|họp|tại)\s+(?:(?!tại|ở)[^\s,.;:]+\s+){0,2}$", re.IGNORECASE)
_IS_HELD = compiled_later(
    r"\s*,?\s(?:(?:dự kiến|đã|sẽ|sắp|được|vừa|cũng)\s+){0,3}(?:tổ chức|diễn ra|khai mạc)(?!\w)", re.IGNORECASE
)
# The one before, the next, or what was beside it, at the head of a sentence: "Hội thảo lần trước được tổ chức ở ...".
_ANOTHER_TURN = compiled_later(
    r"ben le |(?:tai |o |trong )?"
    r"(?:hoi nghi|hoi thao|le hoi|lien hoan|giai|dien dan|dai hoi|ky hop|cuoc thi|festival|lan|ky|mua)"
    r"(?: \w+){0,3}? (?:(?:lan|ky|mua|nam) )?(?:truoc|toi|sau|ke tiep|tiep theo)"
    r"(?! (?:do|day|khi|ngay|thang|mat|het|them|tien)(?!\w))"
)
_ASKS_TURN = compiled_later(r"(?<!\w)(?:ben le|truoc|toi|sau|tiep|ngoai|\d{4}|thu \w+|lan \w+)(?!\w)")


def is_of_other_event(question: Question, proof: Proof) -> bool:
    """Tell whether the day or place that `proof` shows is that of another event than `question` asks for."""
    if question.kind not in (Kind.DATE, Kind.PLACE):
        return False
    view, sentence = proof.view, proof.sentence
    folded = view.folded[sentence]
    if _ANOTHER_TURN.match(folded) is not None and _ASKS_TURN.search(question.folded) is None:
        return True
    asked = _sort(question.folded)
    if not asked:
        return False
    text = view.facts.sentences[sentence].text
    told = [(phrase, sort) for phrase in view.phrases(sentence) if (sort := _sort(fold(phrase.text), head=True))]
    at = proof.spans[0][0] if proof.spans else 0
    before = [sort for phrase, sort in told if phrase.start < at]
    if any(sort == _PRESS for _, sort in told) and asked != _PRESS:
        return asked not in before
    if any(sort == asked for _, sort in told):
        clause = max(text.rfind(", ", 0, at), text.rfind("; ", 0, at))
        held = [sort for phrase, sort in told if clause < phrase.start < at and _IS_HELD.search(text, phrase.start, at)]
        return bool(held) and asked not in held
    if asked in _PARTS or asked in folded or any(sort in _PARTS for _, sort in told) or asked not in view.kept(_told):
        return False  # who asks may call it otherwise than the report
    return any(
        (asked in _CEREMONIES or sort not in _CEREMONIES)  # a festival or a meeting may be held with a ceremony
        and (_HELD.search(text[: phrase.start]) is not None or _IS_HELD.match(text, phrase.end) is not None)
        for phrase, sort in told
    )


def _told(view: View) -> frozenset[str]:
    """Return the sorts of the events that a report names."""
    found = (m.lastgroup for text in view.folded for m in _SORT.finditer(text))
    return frozenset(_SORTS[int(group[1:])][0] for group in found if group is not None)


@lru_cache(maxsize=256)
def _sort(folded: str, *, head: bool = False) -> str:
    """Return the sort of the first event that a text in bare letters names, with `head` of that at its head, or ""."""
    found = _SORT.match(folded) if head else _SORT.search(folded)
    return _SORTS[int(found.lastgroup[1:])][0] if found is not None and found.lastgroup is not None else ""
