"""The accents that a question typed without them most likely stands for, by the reports and the words of questions.

The forms of all words are chosen together: the row whose neighbouring pairs are the most usual.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from itertools import pairwise

from retrieval.answering.spelling.viterbi import Choice, likeliest
from retrieval.language.lazy_pattern import compiled_later

_WORD = compiled_later(r"[^\W\d_]+")
# Signs that part two words of a question; a figure, a dash or a quotation mark does not.
_CLOSED = compiled_later(r"[\"”]\s*,|[;:?!()]")
# Words that ask stand before any noun ("mấy nước"), in questions and hardly in reports; in natural logarithms.
_ASKING = {"mấy": 1.5, "nào": 1.0, "gì": 1.0, "ai": 0.5, "nhiêu": 1.5, "tới": 1.0, "có": 1.2, "cùng": 0.5, "do": 0.5}


def restored(text: str, forms: Callable[[str], Collection[str]], odds: Callable[[str, str], float]) -> str:
    """Return `text` (bare letters) with accents; words and names that have no other form stay as they are.

    `forms` gives the forms of a bare syllable in lower case, `odds` the logarithm of how likely a form follows another
    ("" at the beginning).
    """
    matches = list(_WORD.finditer(text))
    choices = [_choices(match, text, forms) for match in matches]
    apart = [bool(_CLOSED.search(text[a.end() : b.start()])) for a, b in pairwise(matches)]
    chosen = likeliest(choices, apart, odds)
    pieces, done = [], 0
    for match, form in zip(matches, chosen, strict=True):
        written = match.group()
        pieces += [text[done : match.start()], form[:1].upper() + form[1:] if written[0].isupper() else form]
        done = match.end()
    return "".join((*pieces, text[done:]))


def _choices(match: re.Match[str], text: str, forms: Callable[[str], Collection[str]]) -> list[Choice]:
    written = match.group()
    low = written.lower()
    if len(written) > 1 and written.isupper():
        return [(written, 0.0)]
    before = _FIGURE_BEFORE.search(text, max(0, match.start() - 3), match.start()) is not None
    after = _FIGURE_AFTER.match(text, match.end()) is not None

    def worth(form: str) -> float:
        beside = (before and form in _AFTER_FIGURES) or (after and form in _BEFORE_FIGURES)
        opens = not match.start() and form in _OPENING
        return _ASKING.get(form, 0.0) + (_BESIDE_FIGURE if beside else 0.0) + (_OPENS if opens else 0.0)

    return [(form, worth(form)) for form in sorted(forms(low)) or [low]]


# Words that stand before and after figures, of which pairs of words tell nothing ("lúc 8h", "40 năm").
_BEFORE_FIGURES = frozenset(
    ("năm", "lúc", "khóa", "lần", "thứ", "ngày", "tháng", "hồi", "kỳ", "số", "quý", "hôm", "từ")
)
_AFTER_FIGURES = frozenset(
    ("năm", "người", "tuổi", "tháng", "ngày", "tỷ", "triệu", "nghìn", "giờ", "phút", "lần", "nước")
)
_BESIDE_FIGURE = 2.5
# Words that questions begin with, and reports seldom.
_OPENING = frozenset(("lúc", "khi", "họp", "theo", "ngoài", "cùng", "nhờ", "gặp", "hồi", "sau", "ở", "bị", "vì", "mấy"))
_OPENS = 2.0
_FIGURE_BEFORE = compiled_later(r"\d\s$")
_FIGURE_AFTER = compiled_later(r"\s\d")
