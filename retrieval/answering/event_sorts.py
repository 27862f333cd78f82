"""Of which sort an event is by its noun: who asks of "hội thảo" does not mean the "lễ ra quân" spoken of."""

from __future__ import annotations

from retrieval.answering.asking import cues
from retrieval.language.normalize import is_unaccented

# Nouns in one row may be said of one event. Nouns that are said of any ("sự kiện", "buổi", "cuộc họp") have no row.
_SORTS = (
    ("hội nghị", "hội nghị cấp cao"),
    ("kỳ họp", "khóa họp"),
    ("đại hội",),
    ("hội thảo", "tọa đàm", "buổi tọa đàm", "diễn đàn"),
    ("lễ", "buổi lễ", "lễ kỷ niệm", "lễ khánh thành", "lễ ra mắt"),
    ("buổi làm việc", "cuộc gặp", "buổi gặp", "cuộc hội đàm", "hội đàm", "buổi tiếp"),
    ("họp báo", "cuộc họp báo", "buổi họp báo"),
    ("triển lãm", "hội chợ"),
    ("lễ hội", "festival", "liên hoan", "đêm nhạc"),
    ("phiên tòa", "vụ án"),
    ("chuyến thăm", "chuyến công tác", "chuyến đi"),
    ("giải", "giải đấu", "cuộc thi", "hội thi", "trận", "trận đấu"),
)
_SORT_OF = {noun: sort for sort, nouns in enumerate(_SORTS) for noun in nouns}


def sorts_in(*texts: str) -> frozenset[int]:
    """Return the sorts of the events that texts name."""
    return frozenset(_SORT_OF[noun] for text in texts for noun in _nouns(text) if noun in _SORT_OF)


def sorts_named(text: str) -> frozenset[int]:
    """Return the sorts of the events that a question names; a bare syllable ("le", "giai") is no noun for sure."""
    nouns = (noun for noun in _nouns(text) if " " in noun or not is_unaccented(text))
    return frozenset(_SORT_OF[noun] for noun in nouns if noun in _SORT_OF)


def _nouns(text: str) -> list[str]:
    reader = cues.Reader(text, strict=not is_unaccented(text))
    return [noun.noun for noun in reader.nouns() if noun.table == "EVENT_NOUNS"]
