"""Names that no report has, in a question typed without capitals: told by a family name and by what stands around it.

Names of the reports get their capitals back from the reports (see `spelling`). One that none of them has must be
noticed all the same, since a question about somebody unknown is not answered with what another did.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from retrieval.language import offices
from retrieval.language.names import is_vietnamese_syllable
from retrieval.language.normalize import fold

# Syllables that go on with the sentence after a name, or stand before one; no name has them after its family name.
GOING_ON = (
    "có", "đã", "sẽ", "đang", "được", "bị", "là", "của", "và", "với", "cùng", "do", "ở", "tại", "trong", "vào", "về",
    "cho", "không", "nào", "gì", "ai", "đâu", "khi", "ngày", "hôm", "nói", "dự", "tham", "trao", "tặng", "gặp", "thăm",
    "đến", "từ", "theo", "giữ", "làm", "phải", "cũng", "còn", "hay", "hoặc", "để", "mà", "thì", "ký", "trả", "bao",
    "mấy", "những", "các", "này", "đó", "ấy", "bên", "sau", "trước", "trên", "người", "mặt", "phát", "lúc", "hát",
    "việc", "đưa", "nhận", "mời", "tên", "đi", "ra", "lên",
)  # fmt: skip
# Family names that are told by what stands around them. The rarer ones are too often everyday words.
FAMILIES = (
    "nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ", "hồ", "ngô", "dương",
    "lý", "đào", "đoàn", "vương", "trịnh", "trương", "đinh", "lâm", "phùng", "mai", "tô", "hà", "tạ", "cao", "lưu",
    "thái", "châu", "lương", "kiều", "chu", "tôn", "tống", "quách", "bành", "tập", "triệu", "đàm", "doãn", "khuất",
    "nghiêm", "tăng", "thạch", "viên", "ninh", "lã", "mạc", "nông", "lò", "đậu", "phí", "giáp",
)  # fmt: skip
# Those that need no office or word of address before them: with accents, and without.
PLAIN = frozenset(("nguyễn", "trần", "lê", "phạm", "huỳnh", "phan", "đặng", "bùi", "ngô", "trịnh", "đinh", "khuất"))
PLAIN_BARE = frozenset(("nguyen", "pham", "huynh"))
# Those that without accents are too often another word.
_OFTEN_ELSE = frozenset(("la", "lo", "vien", "thai", "tap", "tang", "phi", "dau", "ha", "ma", "mac", "giap", "chu"))
_LONGEST = 4  # syllables of a name
_REACH = 6  # words between an office and the name of who holds it ("bí thư thứ nhất trung ương đoàn ...")


@dataclass(frozen=True, slots=True)
class Typed:
    """A word of a question as typed, in lower case, and with its accents (the same, or those it most likely has).

    `apart` tells that punctuation or a figure stands before it, `capital` that it belongs to a name of the reports.
    """

    low: str
    accented: str
    apart: bool = False
    capital: bool = False


def name_runs(
    words: Sequence[Typed], usual: Callable[[str, str], bool], known: Callable[[str], bool], *, bare: bool
) -> list[tuple[int, int]]:
    """Return the (first, after last) word of each name in `words` that no capital marks.

    `usual` tells whether two neighbours (with accents) are a phrase in small letters, `known` whether the reports or
    questions have a word so; `bare` that all was typed without accents.
    """
    runs: list[tuple[int, int]] = []
    i = 0
    while i < len(words):
        end = i if words[i].capital else _foreign(words, i, known, bare=bare) or _family(words, i, usual, bare=bare)
        if end > i:
            runs.append((i, end))
        i = max(end, i + 1)
    return runs


def _foreign(words: Sequence[Typed], i: int, known: Callable[[str], bool], *, bare: bool) -> int:
    """Return the end of a foreign name: two words that are none here, or one after an office or a word of address."""
    end = i
    while end < len(words) and _is_foreign(words[end], known) and not (end > i and words[end].apart):
        end += 1
    if end == i + 1 and end < len(words) and _introduced(words, i, bare=bare) == 0:
        following = words[end]
        if not (following.apart or following.capital or following.low in _going_on(bare=bare)):
            end += 1
    return end if end - i >= 2 else 0


def _is_foreign(word: Typed, known: Callable[[str], bool]) -> bool:
    return (
        len(word.low) > 2
        and word.low.isascii()
        and not word.capital
        and not is_vietnamese_syllable(word.low)
        and not known(word.low)
    )


def _family(words: Sequence[Typed], i: int, usual: Callable[[str, str], bool], *, bare: bool) -> int:
    """Return the end of a Vietnamese name: a family name with syllables after it that make no phrase."""
    first = words[i].low
    if first not in _families(bare=bare):
        return 0
    stops, plain = _going_on(bare=bare), PLAIN_BARE if bare else PLAIN
    end = i + 1
    while end < min(len(words), i + _LONGEST):
        word = words[end]
        if word.apart or word.capital or word.low in stops:
            break
        before_phrase = (
            end + 1 < len(words) and not words[end + 1].apart and usual(word.accented, words[end + 1].accented)
        )
        may_be_alone = first not in plain and words[i].accented in FAMILIES
        if before_phrase and words[end + 1].low not in stops and (end > i + 1 or may_be_alone):
            break  # the next phrase begins here: "ông Tập | chỉ trích"
        end += 1
    if end < i + 2 or usual(words[i].accented, words[i + 1].accented):
        return 0
    gap = _introduced(words, i, bare=bare)
    if (
        gap != 0
        and i > 0
        and not words[i].apart
        and (words[i - 1].capital or usual(words[i - 1].accented, words[i].accented))
    ):
        return 0  # the end of another name, or of another word: "vi phạm", "bao nhiêu"
    goes_on = end < len(words) and words[end].low in stops
    if goes_on and fold(words[end].low) == "nao":
        return 0  # one asks "nào" of a kind of people, not of a name
    addressed = gap == 0 and words[i - 1].accented in offices.HONORIFICS and words[i - 1].low != "ba"  # or three
    if bare and words[i].accented not in FAMILIES and not addressed:
        strange = not any(usual(a.accented, b.accented) for a, b in pairwise(words[i:end]))
        if gap is None or not goes_on or not strange:
            return 0  # "lãnh đạo đương nhiệm"
    told = gap is not None
    if first in plain:
        return end if told or goes_on or end - i > 2 else 0
    return end if told or (i == 0 and goes_on and end - i > 2) else 0


def _introduced(words: Sequence[Typed], i: int, *, bare: bool) -> int | None:
    """Return how many words lie between an office or a word of address and word `i`, None where there is none."""
    stops = _going_on(bare=bare)
    for gap in range(_REACH):
        end = i - gap
        for length in (4, 3, 2, 1):
            phrase = " ".join(w.accented for w in words[max(0, end - length) : end])
            if end >= length and phrase in _introducing() and (gap == 0 or length > 1):
                return gap
        if end == 0 or words[end].apart or words[end - 1].low in stops:
            return None
        if words[end - 1].capital and words[end - 1].accented in FAMILIES:
            return None  # the office is that person's
    return None


@cache
def _going_on(*, bare: bool) -> frozenset[str]:
    return frozenset(map(fold, GOING_ON)) if bare else frozenset(GOING_ON)


@cache
def _families(*, bare: bool) -> frozenset[str]:
    return frozenset(map(fold, FAMILIES)) - _OFTEN_ELSE if bare else frozenset(FAMILIES)


@cache
def _introducing() -> frozenset[str]:
    return frozenset((*offices.HONORIFICS, *offices.HEADS, *offices.PROFESSIONS, *offices.RANKS))


def family_name(bare: str) -> str:
    """Return the most usual family name that `bare` (without accents) stands for, capitalised; "" when none."""
    return next((name.capitalize() for name in FAMILIES if fold(name) == bare), "")
