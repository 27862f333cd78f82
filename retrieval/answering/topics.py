"""By what words a question calls an event, and how much it says of its own."""

from __future__ import annotations

import re
from functools import lru_cache

from retrieval.answering.asking import cues
from retrieval.answering.asking.question import Question
from retrieval.answering.model import Kind
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.letters import LOWER, UPPER
from retrieval.language.normalize import fold, is_unaccented
from retrieval.language.numerals import find_editions
from retrieval.language.weights import idf

# A question with less weight of its own than this names nothing that it could be about (sum of idf, see `weights`).
ENOUGH_OF_ITS_OWN = 11.0
# An office or an event asked for by a name needs less.
SOME_OF_ITS_OWN = 8.0
_QUESTION_STUFF = frozenset((
    "ai", "dau", "nao", "gi", "khi", "may", "bao", "nhieu", "nhung", "ngay", "gio", "lam", "sao", "the", "con", "thi",
    "o", "tai", "co", "khong", "da", "duoc", "la", "va", "cac", "su", "kien", "hoi", "nghi", "le", "buoi", "cuoc",
    "dien", "ra", "to", "chuc", "chu", "tri", "du", "tham", "phat", "bieu", "khai", "mac", "be", "mac", "vi", "nguoi",
    "ong", "ba", "chuc", "vu", "giu", "luc", "hom", "nam", "thang", "noi", "dong", "chi", "nua", "khac", "them", "ten",
    "de", "toi", "den", "trinh", "bay", "tiep", "do", "ay", "nay", "dai", "bieu", "bao", "lau", "phien", "diem", "cau",
    "nhieu", "chu", "hinh", "thuc", "mat", "cung", "vay", "nhi", "bot", "a", "trong", "tu", "ket", "thuc", "bat",
    "dau", "thanh", "pho", "tinh", "nuoc", "mo", "so", "luong", "tong", "may", "vao", "theo", "voi", "cho", "cua",
    "ve", "gom", "ke", "danh", "sach", "neu", "sang", "chieu", "toi",
))  # fmt: skip
# Where the words for an event end.
_TOPIC_END = cues.pattern(
    "(?:diễn|xảy|nổ) ra|bùng phát|được|do|có|ở|tại|khi|lúc|vào|thì|là|gồm|kéo dài|họp|bao|mấy|những ai|ai|nào|gì|không|"
    "phải không|đúng không|hôm nào|ngày nào|năm nào|ngày mấy|đã|sẽ|tên|thông qua|kết nối|chỉ ra|bắt đầu|kết thúc|và|"
    "với|hay|tổ chức"
)
# A name behind the noun: "lễ hội Làm Chay" is of few words, and says which.
_NAMED = compiled_later(rf"(?<=[\w,] )[{UPPER}][{LOWER}]+")
# Right behind the noun it tells which ("buổi làm việc với Ngân hàng Thế giới").
_WITH = cues.shape(r"\s+với\s+\w+")
_HELD_ACTS = cues.pattern("khai mạc|bế mạc")


def own_weight(asked: Question) -> float:
    """Return how much a question says beside what it asks: the sum of idf of its other words."""
    return sum(idf(t) for t in own_words(asked.text))


def own_words(text: str) -> set[str]:
    """Return the words in bare letters that a question has beside what it asks and the commonest nouns for an event."""
    return {t for t in re.findall(r"[^\W_]+", fold(text)) if t not in _QUESTION_STUFF}


@lru_cache(maxsize=256)  # asked of a question before it is answered and after
def topic_of(question: str) -> str:
    """Return the words by which a question calls an event ("Hội nghị Ngoại giao lần thứ 31"), "" when it names none."""
    best, most = "", 0.0
    reader = cues.Reader(question, strict=not is_unaccented(question))
    for noun in reader.nouns():
        if noun.table != "EVENT_NOUNS" or (noun.start < len(best) and best):
            continue
        phrase = event_at(question, noun.start, noun.end)
        weight = sum(idf(t) for t in re.findall(r"[^\W_]+", fold(phrase)) if t not in _QUESTION_STUFF)
        weight += 6.0 if find_editions(phrase) or _NAMED.search(phrase) else 0.0
        if weight > most + 0.5:
            best, most = phrase, weight
    return best if most >= 5.0 else ""


def event_at(question: str, start: int, after_noun: int) -> str:
    """Return the words that call an event, from its noun to what is said of it."""
    held = _HELD_ACTS.match(question, after_noun + 1) if after_noun < len(question) else None
    position = held.end() if held is not None else after_noun
    if (m := _WITH.match(question, position)) is not None:
        position = m.end()
    end = len(question)
    if (m := _TOPIC_END.search(question, position)) is not None:
        end = m.start()
    if (m := _HELD_ACTS.search(question, position, end)) is not None:
        end = m.start()
    stop = re.compile(r"[,;:?!]").search(question, position)
    return question[start : min(end, stop.start() if stop else end)].strip()


def own_topic(asked: Question) -> bool:
    """Tell whether a question names an event itself; what it counts is none ("mấy phiên chuyên đề")."""
    counted = asked.kind is Kind.COUNT and _count_noun(asked)
    text = asked.text[: asked.cue[0]] + " ? " + asked.text[asked.cue[1] + len(counted or "") :]
    return bool(topic_of(text if counted else asked.text))


def _count_noun(asked: Question) -> str:
    """Return the noun counted, with the space before it ("mấy phiên chuyên đề": the session is no event spoken of)."""
    m = re.match(r"\s+\w+(?:\s+\w+){0,3}", asked.text[asked.cue[1] :])
    return m.group() if m is not None else ""
