"""The phrases that questions are made of, as pairs of neighbouring syllables: what a mistyped word is held against."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import pairwise

from retrieval.answering.asking import chat, cues
from retrieval.answering.asking.chat_tables import ENGLISH
from retrieval.answering.asking.person_nouns import PERSON_NOUNS
from retrieval.answering.asking.thing_nouns import THEME_NOUNS
from retrieval.facts.acts import VERBS
from retrieval.facts.events import EVENT_NOUNS
from retrieval.language import offices
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.normalize import reading_form
from retrieval.language.place_names import PLACE_ALIASES
from retrieval.language.places import CITIES, COUNTRIES, PROVINCES
from retrieval.language.weights import is_form_seen

Pair = tuple[str, str]

# What questions are made of, beside the tables of question words, verbs, offices and events.
COMMON = (
    "ai dự", "ai tham dự", "ai chủ trì", "ai phát biểu", "ai trình bày", "ai khai mạc", "ai bế mạc", "ai là người",
    "do ai", "là ai", "có ai", "có những ai", "gồm những ai", "những ai", "còn ai", "diễn ra khi nào", "diễn ra ở đâu",
    "ra vào ngày", "tổ chức khi nào", "tổ chức ở đâu", "tổ chức vào", "vào ngày nào", "ngày nào", "ngày mấy",
    "ngày bao nhiêu", "năm nào", "tháng nào", "tháng mấy", "hôm nào", "lúc nào", "khi nào", "bao giờ", "mấy giờ",
    "bao lâu", "bao nhiêu", "ở đâu", "tại đâu", "nơi nào", "chỗ nào", "thành phố nào", "tỉnh nào", "nước nào",
    "giữ chức vụ gì", "chức vụ gì", "chức gì", "làm gì", "là gì", "tên gì", "tên là gì", "chủ đề gì", "chủ đề là gì",
    "hình thức nào", "hội nghị nào", "hội nghị gì", "sự kiện nào", "sự kiện gì", "những hội nghị", "đã dự", "có dự",
    "được tổ chức", "có phải", "phải không", "đúng không", "dự không", "hội nghị không", "cho hỏi", "cho biết",
    "cho mình hỏi", "xin hỏi", "có bao nhiêu", "có mấy", "gồm mấy", "kéo dài", "trong bao lâu", "mấy ngày",
    "đại biểu nào", "lãnh đạo nào", "vị nào", "người nào", "cơ quan nào", "đơn vị nào", "dự hội nghị",
    "chủ trì hội nghị", "tại hội nghị", "hội nghị đó", "hội nghị này", "ông ấy", "bà ấy", "diễn ra", "lần thứ",
    "toàn quốc", "thời gian", "địa điểm", "kể tên", "nêu tên", "liệt kê", "danh sách", "phát biểu chỉ đạo", "điểm cầu",
    "đầu cầu", "phiên họp", "phát biểu gì", "nói gì", "tham gia", "thứ mấy", "buổi sáng", "buổi chiều",
    "sáng hay chiều", "buổi nào", "với ai", "cho ai", "tiếp ai", "gặp ai", "của ai", "theo hình thức", "không nhỉ",
    "đâu nhỉ", "ai vậy", "gì vậy", "nào vậy", "đâu vậy", "nào thế", "đâu thế", "nào nhỉ", "gì nhỉ", "ngày mai",
    "hôm nay", "hôm qua", "ngày tháng năm nào", "ai thế", "ai nhỉ", "ai ạ", "gì thế", "gì ạ", "nào ạ", "đâu ạ",
    "mấy vậy", "mấy thế", "mấy nhỉ", "nhiêu vậy", "nhiêu thế", "nhiêu nhỉ", "không vậy", "không thế", "không ạ",
)  # fmt: skip

_WORD = compiled_later(r"[^\W\d_]+")


@cache
def phrases() -> tuple[Counter[str], frozenset[Pair]]:
    """Return the syllables of question phrases, and their neighbouring pairs."""
    plain = re.compile(r"[\w ]+")
    tables = (
        COMMON, cues.WHEN, cues.WHERE, cues.WHO, cues.COUNT, cues.LIST, cues.THEME, PERSON_NOUNS,
        cues.PLACE_NOUNS, cues.ORG_NOUNS, cues.EVENT_NOUNS, cues.OFFICE_NOUNS, THEME_NOUNS, EVENT_NOUNS,
        offices.HEADS, *VERBS.values(), tuple(chat.ABBREVIATIONS.values()),
    )  # fmt: skip
    words: Counter[str] = Counter()
    pairs: set[Pair] = set()
    words.update(_WORD.findall(chat.CLOSERS))
    for phrase in (p for table in tables for p in table if plain.fullmatch(p)):
        tokens = phrase.lower().split()
        words.update(tokens)
        pairs.update(pairwise(tokens))
    for name in other_names():
        words.update(name)
    return words, frozenset(pairs)


@cache
def tight_pairs() -> frozenset[Pair]:
    """Return the phrases of questions that are two syllables and no more ("hội nghị", "khi nào")."""
    plain = re.compile(r"\w+ \w+")
    tables = (
        COMMON, cues.WHEN, cues.EVENT_NOUNS, PERSON_NOUNS, cues.OFFICE_NOUNS, THEME_NOUNS, cues.PLACE_NOUNS,
        cues.ORG_NOUNS, *VERBS.values(),
    )  # fmt: skip
    pairs = [p.split() for table in tables for p in table if plain.fullmatch(p)]
    return frozenset((a, b) for a, b in pairs) | place_pairs()


@cache
def place_pairs() -> frozenset[Pair]:
    """Return the names of places that are two syllables."""
    names = (tuple(p.lower().split()) for p in (*PROVINCES, *CITIES, *COUNTRIES))
    return frozenset((name[0], name[1]) for name in (*names, *other_names()) if len(name) == 2)


@cache
def other_names() -> frozenset[tuple[str, ...]]:
    """Return the syllables of names of places with several names and several syllables ("Miến Điện", "Tân Tây Lan")."""
    plain = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)+")
    return frozenset(
        tuple(name.lower().split())
        for row in PLACE_ALIASES
        for name in row
        if plain.fullmatch(name) and not name.isascii()
    )


@cache
def which_pairs() -> frozenset[Pair]:
    """Return the ends of nouns with "nào" after them ("thủ tướng nào")."""
    nouns = (*PERSON_NOUNS, *cues.PLACE_NOUNS, *cues.ORG_NOUNS, *cues.EVENT_NOUNS, *cues.TIME_NOUNS)
    return frozenset((noun.split()[-1], "nào") for noun in nouns)


@cache
def chat_words() -> frozenset[str]:
    """Return words of chat that are spelled as meant: abbreviations, address, particles."""
    closers = set(_WORD.findall(reading_form(chat.CLOSERS)))
    openers = {w for w in _WORD.findall(reading_form(" ".join(chat.OPENERS))) if not is_form_seen(w)}
    short = {w for key in chat.ABBREVIATIONS for w in _WORD.findall(key) if not is_form_seen(w)}
    return frozenset(closers | openers | short | ENGLISH.keys())
