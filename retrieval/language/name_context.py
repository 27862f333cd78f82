"""What the words of a sentence say of each capitalised word: offices, honorifics and ranks before it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from retrieval.language import name_tables as tables
from retrieval.language import offices
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.letters import LOWER, UPPER
from retrieval.language.patterns import matches_at
from retrieval.language.places import COUNTRY_PATTERN, PLACE_HEADS, PROVINCE_PATTERN

# The press also writes "H' Hen" and "H ' Hen".
_TOKEN = compiled_later(r"[HK](?<!\w.)\s?[’']\s?[A-ZĐ][^\W_]+|[^\W_]+(?:[’'][^\W_]+)*|[^\w\s]")
_SYLLABLE = compiled_later(
    r"(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnprstvx])?"
    r"[aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ]{1,3}"
    r"(?:ch|ng|nh|[cmnpt])?",
    re.IGNORECASE,
)
_LONGEST_SYLLABLE = 8
ACCENT = compiled_later(r"[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]", re.IGNORECASE)
# Words before a place's noun that make it the end of another word ("môi trường", "nông thôn", "yêu cầu", "gia đình").
_OTHER_WORDS = {
    "trường": ("môi", "thị", "hội", "công"),
    "thôn": ("nông",),
    "bản": ("nhật", "cơ", "phiên", "văn", "kịch", "xuất", "tư"),
    "làng": ("già",),
    "kịch": ("biên",),
    "núi": ("leo",),
    "cầu": ("yêu", "toàn", "nhu", "địa", "thỉnh", "khí", "khẩn", "bóng"),
    "đình": ("gia",),
    "thời": ("đồng", "lâm", "tạm", "nhất", "kịp"),
    "giải": ("lý", "hòa", "khuyên", "phân", "diễn"),
    "đường": ("lên", "mở", "dẫn", "tiểu", "nửa", "mía"),
    "hồ": ("đồng",),
    "nhà": ("chủ",),
    "cung": ("tập",),
    "quỹ": ("thủ",),
    "cảng": ("hải",),
    "bến": ("cập",),
    "triều": ("liên",),
    "vua": ("nhà",),
    "quán": ("chủ", "đại sứ"),
    "khu": ("trưởng", "đặc"),
    "bang": ("liên",),
    "chợ": ("chủ", "hội"),
    "biển": ("tế", "sát", "chí", "báo", "cứu"),
    "vùng": ("trưởng",),
}


# Nouns after which a name is no person's, beside those of places that an event may be at.
_MORE_HEADS = (
    "xứ", "đỉnh", "dãy", "thung lũng", "đồi", "chợ", "quán", "nhà hàng", "suối", "nhà ga", "bến xe", "chung cư",
    "siêu thị", "khu", "vùng", "thác", "mũi", "hạt", "bang",
)  # fmt: skip


_HEADS_OF_PLACES = frozenset((*PLACE_HEADS, *_MORE_HEADS))
_SHORT_HEADS = frozenset(("P.", "Q.", "X.", "TX.", "TT.", "TP."))


# An age or a year of birth after a name.
AGE = compiled_later(r"\s*(?:,|\()\s*(?:\d{1,3}\s*tuổi|SN\s*:?\s*\d{4}|sinh\s+(?:năm\s+|ngày\s+)?\d)")
PLACE_AT = compiled_later(rf"(?:{COUNTRY_PATTERN}|{PROVINCE_PATTERN})(?!\w)")
INSTITUTION = compiled_later(rf"(?:{tables.INSTITUTION_START})")
APPOSITION = compiled_later(
    r"\s*(?:,|-|–|—|\()\s*(?:hiện là |hiện |nay là |là |nguyên là |cũng là |vốn là )?"
    r"(?:một (?:trong (?:những|số) |vị )?)?"
)
_ACRONYM_ASIDE = compiled_later(r"\([A-ZĐ&. -]{2,12}\)")
_CAPITAL_RUN = compiled_later(rf"(?:\s+[{UPPER}][\w’'-]*|\s+-\s+[{UPPER}][\w’'-]*){{0,4}}")
IN_LIST = compiled_later(r"\s*(?:,|và|, và|cùng)\s*")
_CLAUSE_END = compiled_later(r"[;:!?\"“”()]|(?<!TP)(?<!GS)(?<!TS)\.|\s[-–—]\s|,")
# Commas within the name of a body up to a foreign name ("Bộ trưởng Bộ Đầu tư, Công nghiệp và Thương mại Lào ...").
_COMMAS_OF_BODY = compiled_later(
    rf"\s(?:Bộ|Sở|Ủy ban|Cục|Vụ|Viện|Hội) [{UPPER}][^,;:.()]{{1,30}}(?:, [{UPPER}][^,;:.()]{{1,30}}){{1,3}}"
    rf" và [{UPPER}][^,;:.()]{{1,30}}\s$"
)
# Two words that only look like a head: the second begins a name ("cầu Thủ Thiêm"), or both are one ("ông Võ Sĩ").
_BROKEN_HEAD = compiled_later(
    rf"Võ S[ĩỹư]|Vũ Công|(?!phó |nguyên |cựu |quyền |đồng |tân |cố |nữ )[{LOWER}]+ [{UPPER}][{LOWER}]+"
)
# A family name before what looks like a head in capitals: both are of a name ("Đào Nhật Hoàng").
_FAMILY_BEFORE = compiled_later(rf"(?<!\w)(?:{'|'.join(sorted(tables.PLAIN_FAMILY))})\s$")
# "Cục Quản lý ..." is a body, and nobody who manages.
_BODY_BEFORE = compiled_later(
    r"(?<!\w)(?:Cục|Vụ|Ban|Sở|Viện|Phòng|Chi cục|Tổng cục|Trung tâm|Công ty|Hội|Đội|Khoa)\s+$"
)
_HONORIFICS = frozenset(offices.HONORIFICS)
FAR = 48
_MOST_BETWEEN = 16  # words between the head of an office and the name


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A name at `text[start:end]`; honorific and ranks before it begin at `honorific_start` (`start` without any)."""

    start: int
    end: int
    honorific: str
    honorific_start: int
    ranks: tuple[str, ...]
    short: bool


class Token(NamedTuple):
    """A word or a sign: `text[start:end]` of the sentence."""

    text: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """Whether the word begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def acronym(self) -> bool:
        """Whether the word is all capitals, and more than one."""
        return len(self.text) > 1 and self.text.isupper()


# A token is made of each word of a text: the class itself would take twice as long as the tuple that it is.
_new_token = tuple.__new__
_Matches = Iterator[re.Match[str]]


def is_vietnamese_syllable(token: str) -> bool:
    """Tell whether `token` could be a Vietnamese syllable by its spelling."""
    return len(token) <= _LONGEST_SYLLABLE and _is_syllable(token)


@lru_cache(maxsize=1 << 14)
def _is_syllable(token: str) -> bool:
    return _SYLLABLE.fullmatch(token) is not None


def place_head_before(text: str, start: int) -> bool:
    """Tell whether the noun of a place or a building stands right before `start` ("đường ", "trường chuyên ")."""
    before = text[max(0, start - FAR) : start]
    words = before.split()
    if not words:
        return False
    if words[-1].lstrip("(") in _SHORT_HEADS:
        return True
    if not before[-1].isspace():
        return False
    if len(words) > 2 and words[-1].isdigit() and words[-2] == "số":
        words = words[:-2]
    if words[-1] == "chuyên":
        return True
    for length in range(1, min(4, len(words)) + 1):
        head = " ".join(words[-length:]).lower().rstrip(".").lstrip("(\"“‘'[-")
        if head in _HEADS_OF_PLACES:
            earlier = words[-length - 1].lower().lstrip("(\"“‘'[-") if len(words) > length else ""
            if earlier not in _OTHER_WORDS.get(head, ()):
                return True
    return False


def office_follows(text: str, end: int, *, run: bool = False) -> bool:
    """Tell whether an office stands in apposition after `end` (", Thứ trưởng ...", " - phó chủ tịch ...").

    With `run` the capitalised words that follow `end` are skipped first.
    """
    if run and (match := _CAPITAL_RUN.match(text, end)):
        end = match.end()
    apposition = APPOSITION.match(text, end)
    return apposition is not None and offices.head_after(text, apposition.end()) is not None


class Context(NamedTuple):
    """What the words before a capitalised word say about it."""

    before: str
    honorific: str
    ranks: tuple[str, ...]
    start: int
    office: bool = False  # an office phrase runs up to here
    adjacent: bool = False  # and its head is the word just before
    stage: bool = False  # ... of a profession whose people go by stage names
    head: str = ""  # the office's head
    between: str = ""  # the words from the head to here

    @property
    def told(self) -> bool:
        """Whether the words before say that a person follows."""
        return bool(self.honorific or self.ranks or self.office)


FARTHEST = 400  # letters before a name that may tell of it


_BEHIND: Final = 1 << 60  # no span ends there


def _last_before(spans: Sequence[tuple[int, int]], position: int) -> int:
    """Return how many of `spans`, in order, begin at `position` or before."""
    return bisect_right(spans, (position, _BEHIND))


def _within(spans: Sequence[tuple[int, int]], position: int) -> bool:
    """Tell whether a position lies in one of the spans, which are in order and apart."""
    before = _last_before(spans, position)
    return before > 0 and position < spans[before - 1][1]


def _inside(spans: Sequence[tuple[int, int]], position: int) -> bool:
    """Tell whether a position lies in one of the spans, not at its beginning."""
    return _within(spans, position) and spans[_last_before(spans, position) - 1][0] < position


class Clues:
    """One sentence with its tokens, offices and words of address, and the names found in it so far."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = [_new_token(Token, (m[0], m.start(), m.end())) for m in _TOKEN.finditer(text)]
        heads, ranks, honorifics = self.told_by()
        self.heads = [
            h.span()
            for h in heads
            if not _BROKEN_HEAD.fullmatch(h.group())
            and not (h.group()[0].isupper() and _FAMILY_BEFORE.search(text, max(0, h.start() - 8), h.start()))
            and not (h.group() == "Quản lý" and _BODY_BEFORE.search(text[max(0, h.start() - FAR) : h.start()]))
        ]
        self.asides = [m.span() for m in _ACRONYM_ASIDE.finditer(text)]
        # "tướng" is no rank in "Thủ tướng", and "anh" no word of address in "Nước Anh".
        self.ranks = [m.span() for m in ranks if not _inside(self.heads, m.start())]
        self.honorifics = [
            m.span() for m in honorifics if not _inside(self.heads, m.start()) and not self._is_country(m)
        ]
        self.spans: list[NameSpan] = []
        self.skip = -1  # the last token of a run that is no person's name

    def told_by(self) -> tuple[_Matches, _Matches, _Matches]:
        """Return the heads of offices, the ranks and the words of address of the sentence."""
        text = self.text
        if "’" in text or "'" in text:  # a token may have more than one word
            return offices.HEAD.finditer(text), offices.RANK.finditer(text), offices.HONORIFIC.finditer(text)
        heads: list[int] = []
        ranks: list[int] = []
        honorifics: list[int] = []
        for written, start, _ in self.tokens:
            word = written.lower()
            if word in offices.HEAD_STARTS:
                heads.append(start)
                if word in offices.RANK_STARTS:
                    ranks.append(start)
            if word in offices.HONORIFIC_STARTS:
                honorifics.append(start)
        return (
            matches_at(offices.HEAD, text, heads),
            matches_at(offices.RANK, text, ranks),
            matches_at(offices.HONORIFIC, text, honorifics),
        )

    def _is_country(self, word: re.Match[str]) -> bool:
        return word.group() == "Anh" and word.start() > 0 and self.text[: word.start()].rstrip()[-1:].isalpha()

    def _context(self, before: str, start: int) -> Context:
        """Return what `before`, the words since the name before, says of the word that begins at `start`."""
        honorific, ranks, lead = self._lead(start - len(before), start)
        base = start - len(before)
        head = self._head_before(base, start)
        if head is None or self._clause_ends(base, head[0], start):
            return Context(before, honorific, ranks, lead)
        between = self.text[head[1] : start]
        if len(between.split()) > _MOST_BETWEEN or offices.find_stop(between):
            return Context(before, honorific, ranks, lead)
        word = self.text[head[0] : head[1]]
        adjacent = not between.strip(" .")
        stage = adjacent and word.lower().strip(".") in tables.STAGE_HEADS
        return Context(before, honorific, ranks, lead, True, adjacent, stage, word, between)

    def _head_before(self, base: int, start: int) -> tuple[int, int] | None:
        """Return the last head of an office between two offsets."""
        for place in range(_last_before(self.heads, start) - 1, -1, -1):
            first, last = self.heads[place]
            if first < base:
                break
            if last <= start:
                return first, last
        return None

    def _clause_ends(self, base: int, head: int, start: int) -> bool:
        """Tell whether the clause that an office's head stands in ends before `start`; `base` is where it may begin."""
        return any(
            len(sign.group()) == 1
            or not offices.joins_institution(self.text[base : sign.start()], self.text[sign.end() : start])
            for sign in _CLAUSE_END.finditer(self.text, head, start)
            if not _within(self.asides, sign.start())
            and not (sign.group() == "," and _COMMAS_OF_BODY.search(self.text, head, start))
        )

    def _lead(self, base: int, start: int) -> tuple[str, tuple[str, ...], int]:
        """Return the honorific and ranks right before `start` (not before `base`), and where they begin."""
        ranks: list[str] = []
        at = start
        for place in range(_last_before(self.ranks, at) - 1, -1, -1):
            first, last = self.ranks[place]
            if first < base:
                break
            if last <= at and not self.text[last:at].strip(" .,"):
                ranks.insert(0, offices.trim(self.text[first:last]))
                at = first
        for place in range(_last_before(self.honorifics, at) - 1, -1, -1):
            first, last = self.honorifics[place]
            if first < base:
                break
            if last < at and self.text[last:at].isspace():
                return self.text[first:last], tuple(ranks), first
        return "", tuple(ranks), at

    def _in_office(self, token: Token) -> bool:
        """Tell whether the token belongs to the head of an office or is a word of address."""
        if _within(self.heads, token.start):
            return True
        return token.text not in ("Cụ", "Đức", "Anh", "Mẹ") and token.text.lower() in _HONORIFICS

    def _span(self, first: int, last: int, context: Context, *, short: bool, kept: bool = True) -> NameSpan:
        start, end = self.tokens[first].start, self.tokens[last].end
        if not kept:
            return NameSpan(start, end, "", start, (), short)
        return NameSpan(start, end, context.honorific, context.start, context.ranks, short)
