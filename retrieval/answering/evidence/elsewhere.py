"""Days and numbers of another place: the sentence names another province or country than the question, and not its own.

"Trung tâm ở TP.HCM khánh thành ngày nào" is not answered by the day on which one was opened in Hà Nội, nor the trade
with Hà Lan by that with Đức. Of ten such answers about 340 articles one was right.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from retrieval.answering.asking.question import Question
from retrieval.answering.evidence.place_aliases import names_of
from retrieval.answering.evidence.view import View, tokens
from retrieval.answering.model import Kind
from retrieval.language.normalize import fold
from retrieval.language.patterns import any_of
from retrieval.language.place_names import one_name
from retrieval.language.places import CITIES, COUNTRIES, PROVINCES

# Stretches of land and water, bodies of states and seats: what is there is in some province or country as well.
_WIDE = frozenset(
    ("Tây Nguyên", "Tây Bắc", "Thái Bình Dương", "Đại Tây Dương", "Ấn Độ Dương", "Lầu Năm Góc", "Nhà Trắng", "Nam Bộ",
     "Bắc Bộ", "Trung Bộ", "Đông Nam Bộ", "Tây Nam Bộ", "Trường Sa", "Hoàng Sa", "EU", "Liên minh châu Âu", "ASEAN",
     "châu Âu", "châu Á", "châu Phi", "Đông Nam Á", "Tòa thánh", "Liên Xô", "Việt Nam")
)  # fmt: skip
_SORTS = tuple(frozenset(row) - _WIDE for row in ((*PROVINCES, *CITIES, "thành phố Hồ Chí Minh"), COUNTRIES))


def is_elsewhere(question: Question, view: View, sentence: int) -> bool:
    """Tell whether a sentence tells of another province or country than the one that `question` names."""
    if question.kind not in (Kind.DATE, Kind.COUNT):
        return False
    for sort, asked in enumerate(_places(question.text)):
        if len(asked) != 1:
            continue
        told = _places(view.facts.sentences[sentence].text)[sort]
        if not told or asked <= told:
            continue
        around = (view.title, view.facts.sentences[sentence - 1].text if sentence else "")
        if not any(asked <= _places(text)[sort] for text in around):
            return True
    return False


@lru_cache(maxsize=1 << 10)  # of the same sentences several numbers are weighed
def _places(text: str) -> tuple[frozenset[str], ...]:
    """Return the provinces and cities, and the countries, that a text names, each by one of its names."""
    found: tuple[set[str], ...] = tuple(set() for _ in _SORTS)
    for m in _shape().finditer(one_name(text)):
        for sort, names in enumerate(_SORTS):
            if m.group() in names:
                found[sort].add(_known_as(m.group()))
    return tuple(map(frozenset, found))


@cache
def _shape() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(sorted(frozenset().union(*_SORTS)))}(?!\w)")


@cache
def _known_as(place: str) -> str:
    form = tuple(tokens(fold(place)))
    return " ".join(next(iter(names_of(place)), form))
