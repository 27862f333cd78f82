"""Where personal names stand in a sentence: Vietnamese, foreign, religious and stage names, and short references.

A Vietnamese name begins with a family name and has two to five capitalised syllables. Any other capitalised run is a
name only where the text says that a person follows (an honorific, a rank, an office) or stands in apposition to an
office. Places, streets and institutions that bear a person's name are told apart by the words before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from retrieval.language.letters import LOWER, UPPER
from retrieval.language import name_tables as tables
from retrieval.language import offices
from retrieval.language.places import COUNTRIES, COUNTRY_PATTERN, FOREIGN_CITIES, PLACE_HEADS, PROVINCE_PATTERN, is_place

# The press also writes "H' Hen" and "H ' Hen".
_TOKEN = re.compile(r"(?<!\w)[HK]\s?[’']\s?[A-ZĐ][^\W_]+|[^\W_]+(?:[’'][^\W_]+)*|[^\w\s]")
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnprstvx])?"
    r"[aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ]{1,3}"
    r"(?:ch|ng|nh|[cmnpt])?",
    re.IGNORECASE,
)
_ACCENT = re.compile(r"[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]", re.IGNORECASE)
_PLACE_HEAD_BEFORE = re.compile(
    rf"(?<!\w)(?:{'|'.join(re.escape(h) for h in sorted(PLACE_HEADS, key=len, reverse=True))})\.?\s+(?:chuyên\s+|số\s+\d+\s+)?$",
    re.IGNORECASE,
)
_COMMITTEE_BEFORE = re.compile(r"(?:ủy|UBND|HĐND|TAND|VKSND|MTTQ|Công an|CA|Đoàn|Thanh tra)\s+$")
_TOWN_BEFORE = re.compile(r"(?<!\w)(?:tp\.?|tỉnh|thành phố|thị xã|huyện|quận)\s+$", re.IGNORECASE)
# A list of streets or schools: only names and joining words stand between the place's noun and here.
_PLACE_LIST = re.compile(
    r"(?<!\w)(?:đường|phố|tuyến|trục|đoạn|ngã tư|ngã ba|giao lộ|THPT|THCS|trường|quận|huyện|phường|xã|lộ trình|đại lộ)(?!\w)"
    rf"(?:\s*(?:[{UPPER}][\w’']*|\d[\w/]*|từ|đến|và|với|giao|đoạn|nối|các|đường|phố|tuyến|số|gồm|như|chuyên|[-–,():]))*\s*[-–,(]?\s*$"
)
_NEWS_OR_BODY = re.compile(
    r"(?<!\w)(?:công ty|tập đoàn|ngân hàng|hãng|tổ chức|quỹ|trường|đại học|báo(?! chí)|tờ|đài|viện|trung tâm|câu lạc bộ|clb|đội|đội tuyển|đảng|"
    r"liên đoàn|tổng công ty|sàn|chuỗi|thương hiệu|mạng xã hội|ứng dụng|phim|cuốn|giải|dự án|khách sạn|khu đô thị|tạp chí|nhóm|bang|"
    r"nhật báo|kênh|trang|mạng|tàu|phe|hàng không|thành phố|quận|hạt|ban nhạc|xe|dòng|dự luật|ca khúc|bài hát|tác phẩm|vở)\s+(?:[^\s,;:]+\s+)?$|(?<!\w)(?:người|tộc)\s+$",
    re.IGNORECASE,
)  # fmt: skip
_WEAK_BEFORE = re.compile(rf"(?:{'|'.join(sorted(offices.WEAK_HEADS - {'phu nhân', 'người đồng cấp'}))}|phía|của|thuộc|tại)\s+$", re.IGNORECASE)
_COUNTRY_FIRST = re.compile(rf"(?:{COUNTRY_PATTERN}|{'|'.join(tables.OFFICE_BODIES)}|{'|'.join(FOREIGN_CITIES)})(?=\s)")
_PLACE_AT = re.compile(rf"(?:{COUNTRY_PATTERN}|{PROVINCE_PATTERN})(?!\w)")
_INSTITUTION = re.compile(rf"(?:{tables.INSTITUTION_START})")
_NAMING = re.compile(r"(?:mang|đặt|đổi|lấy|có|dưới|với cái|ký|cùng|gọi)\s+$", re.IGNORECASE)
_APPOSITION = re.compile(r"\s*(?:,|-|–|—|\()\s*(?:hiện là |hiện |nay là |là |nguyên là )?")
_ACRONYM_ASIDE = re.compile(r"\([A-ZĐ&. -]{2,12}\)")
_CAPITAL_RUN = re.compile(rf"(?:\s+[{UPPER}][\w’'-]*|\s+-\s+[{UPPER}][\w’'-]*){{0,4}}")
# Honorifics after which a single capitalised word is no reference to one person ("em Lan" is, "đức Phật" is not).
_NO_SHORT = frozenset(("nữ", "nam", "tên", "đức", "sư", "mẹ"))
_FOLLOWER = re.compile(rf" ([{UPPER}][{LOWER}]*)(?= |,|\.|$)")
_HYPHENED = re.compile(r"\s?-\s?[a-z]{1,6}(?!\w)")
# Words between an office and a foreign word that make the word a body's name.
_BODY = re.compile(r"(?<!\w)(?:của|thuộc|viện|công ty|tập đoàn|hãng|đại học|trường|tổ chức|báo|tạp chí|nhóm|ngân hàng|hiệp hội|liên đoàn|quỹ|đội|clb)(?!\w)", re.IGNORECASE)
_ABROAD = re.compile(rf"(?<!\w)(?:{'|'.join(c for c in COUNTRIES if c != 'Việt Nam')})(?!\w)")
_SPEAKS = re.compile(
    r"\s*(?:,|\()\s*\d{1,3} tuổi|\s+(?:nói|cho biết|chia sẻ|nhận định|bình luận|cho rằng|khẳng định|nhấn mạnh|viết|phát biểu|tuyên bố|cho hay)(?!\w)"
)
_IN_LIST = re.compile(r"\s*(?:,|và|, và|cùng)\s*")
# Places that begin with a word of address.
_PLACE_OF_ADDRESS = re.compile(r"(?:Bà (?:Rịa|Nà|Trưng|Triệu|Đen|Chiểu|Điểm|Huyện|Quẹo|La Môn)|Ông (?:Lãnh|Ích|Công|Táo)|Anh(?= \w+ \w+ quốc)|Đức (?=Phật|Mẹ))")
_CLAUSE_END = re.compile(r"[;:!?\"“”()]|(?<!TP)(?<!GS)(?<!TS)\.|\s[-–—]\s|,")
_FAR = 48
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


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def acronym(self) -> bool:
        return len(self.text) > 1 and self.text.isupper()


def is_vietnamese_syllable(token: str) -> bool:
    """Tell whether `token` could be a Vietnamese syllable by its spelling."""
    return _SYLLABLE.fullmatch(token) is not None


def name_spans(text: str) -> list[NameSpan]:
    """Return the names in `text` (one sentence in reading form), in order."""
    return _Finder(text).find()


def office_follows(text: str, end: int, *, run: bool = False) -> bool:
    """Tell whether an office stands in apposition after `end` (", Thứ trưởng ...", " - phó chủ tịch ...").

    With `run` the capitalised words that follow `end` are skipped first.
    """
    if run and (match := _CAPITAL_RUN.match(text, end)):
        end = match.end()
    apposition = _APPOSITION.match(text, end)
    return apposition is not None and offices.HEAD.match(text, apposition.end()) is not None


@dataclass(frozen=True, slots=True)
class _Context:
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


class _Finder:
    """Finds the names of one sentence."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = [_Token(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text)]
        self.heads = [h.span() for h in offices.HEAD.finditer(text)]
        self.asides = [m.span() for m in _ACRONYM_ASIDE.finditer(text)]
        # "tướng" is no rank in "Thủ tướng", and "anh" no word of address in "Nước Anh".
        self.ranks = [
            m.span() for m in offices.RANK.finditer(text) if not any(a < m.start() < b for a, b in self.heads)
        ]
        self.honorifics = [
            m.span()
            for m in offices.HONORIFIC.finditer(text)
            if not any(a < m.start() < b for a, b in self.heads) and not self._is_country(m)
        ]
        self.spans: list[NameSpan] = []
        self.skip = -1  # the last token of a run that is no person's name

    def _is_country(self, word: re.Match[str]) -> bool:
        return word.group() == "Anh" and word.start() > 0 and self.text[: word.start()].rstrip()[-1:].isalpha()

    def find(self) -> list[NameSpan]:
        """Return the names in order."""
        i = 0
        while i < len(self.tokens):
            token = self.tokens[i]
            found = None
            if token.capital and token.text[0].isalpha() and not self._in_office(token):
                found = self._name_at(i)
            if found is None:
                i = max(i, self.skip) + 1
                continue
            last, span = found
            self.spans.append(span)
            i = last + 1
        return self.spans

    def _context(self, before: str, start: int) -> _Context:
        """Return what `before`, the words since the name before, says of the word that begins at `start`."""
        honorific, ranks, lead = self._lead(start - len(before), start)
        base = start - len(before)
        cut = base
        for sign in _CLAUSE_END.finditer(self.text, base, start):
            if any(a <= sign.start() < b for a, b in self.asides):
                continue
            if len(sign.group()) == 1 or not offices.joins_institution(self.text[base : sign.start()], self.text[sign.end() : start]):
                cut = sign.end()
        head = next((span for span in reversed(self.heads) if cut <= span[0] and span[1] <= start), None)
        if head is None:
            return _Context(before, honorific, ranks, lead)
        between = self.text[head[1] : start]
        if len(between.split()) > _MOST_BETWEEN or offices.find_stop(between):
            return _Context(before, honorific, ranks, lead)
        word = self.text[head[0] : head[1]]
        adjacent = not between.strip(" .")
        stage = adjacent and word.lower().strip(".") in tables.STAGE_HEADS
        return _Context(before, honorific, ranks, lead, True, adjacent, stage, word, between)

    def _lead(self, base: int, start: int) -> tuple[str, tuple[str, ...], int]:
        """Return the honorific and ranks right before `start` (not before `base`), and where they begin."""
        ranks: list[str] = []
        at = start
        for first, last in reversed(self.ranks):
            if last <= at and first >= base and not self.text[last:at].strip(" .,"):
                ranks.insert(0, offices.trim(self.text[first:last]))
                at = first
        for first, last in reversed(self.honorifics):
            if base <= first and last < at and self.text[last:at].isspace():
                return self.text[first:last], tuple(ranks), first
        return "", tuple(ranks), at

    def _in_office(self, token: _Token) -> bool:
        """Tell whether the token belongs to the head of an office or is a word of address."""
        if any(start <= token.start < end for start, end in self.heads):
            return True
        return offices.HONORIFIC.fullmatch(token.text) is not None and token.text not in ("Cụ", "Đức", "Anh", "Mẹ")

    def _name_at(self, i: int) -> tuple[int, NameSpan] | None:
        """Return the index of the last token of a name that begins at token `i`, and the name."""
        before = self.text[self.spans[-1].end if self.spans else 0 : self.tokens[i].start]
        context = self._context(before, self.tokens[i].start)
        if context.honorific and _PLACE_OF_ADDRESS.match(self.text, context.start):
            return None  # "Bà Rịa"
        found = self._religious(i) or self._vietnamese(i, context)
        if found is None and self.skip >= i:
            return None
        if found is not None:
            return found[0], self._span(i, found[0], context, short=False)
        if context.stage or self._listed_with_stage_names(i, before):
            last = self._capital_syllables(i)
            if last is not None:
                return last, self._span(i, last, context, short=False)
        if self.spans and not self.spans[-1].short and _IN_LIST.fullmatch(before):
            last = self._foreign_run(i)
            words = [t.text for t in self.tokens[i : last + 1] if t.text[0].isalpha()]
            if 2 <= len(words) <= 4 and not tables.BODY_WORDS.intersection(words) and self._without_lead(i, last) == i and all(not t.isupper() for t in words if len(t) > 1):
                if sum(not is_vietnamese_syllable(w) for w in words) >= 2 and not _INSTITUTION.match(self.text, self.tokens[i].start):
                    return last, self._span(i, last, context, short=False)
        if not (context.told or office_follows(self.text, self.tokens[i].end, run=True)):
            return self._untold(i, context)
        return self._other(i, context)

    def _untold(self, i: int, context: _Context) -> tuple[int, NameSpan] | None:
        """Read a foreign name of two words or more that speaks or has an age, though nothing before tells of it."""
        if is_vietnamese_syllable(self.tokens[i].text) and self.tokens[i].text not in tables.KOREAN_FAMILY:
            return None
        if self.tokens[i].acronym or self.tokens[i].text in tables.COMMON_CAPITALS:
            return None
        last = self._foreign_run(i)
        words = [t.text for t in self.tokens[i : last + 1] if t.text[0].isalpha()]
        if not 2 <= len(words) <= 4 or any(w.isupper() for w in words if len(w) > 2) or tables.BODY_WORDS.intersection(words):
            return None
        if tables.MEDIA_WORDS.intersection(words) or words[0] in FOREIGN_CITIES or _PLACE_AT.match(self.text, self.tokens[i].start):
            return None
        before = self.text[: self.tokens[i].start]
        if _PLACE_HEAD_BEFORE.search(before[-_FAR:]):
            return None
        if not _SPEAKS.match(self.text, self.tokens[last].end) or _NEWS_OR_BODY.search(before[-_FAR:]) or self._continues_a_run(i):
            return None
        return last, self._span(i, last, context, short=False)

    def _span(self, first: int, last: int, context: _Context, *, short: bool, kept: bool = True) -> NameSpan:
        start, end = self.tokens[first].start, self.tokens[last].end
        if not kept:
            return NameSpan(start, end, "", start, (), short)
        return NameSpan(start, end, context.honorific, context.start, context.ranks, short)

    def _religious(self, i: int) -> tuple[int] | None:
        """Read a monk's name ("Thích ...") or a baptismal name before a family name."""
        tokens = self.tokens
        if tokens[i].text == "Thích":
            last = i
            for j in range(i + 1, min(i + 5, len(tokens))):
                if not (tokens[j].capital or tokens[j].text == "nữ") or not is_vietnamese_syllable(tokens[j].text):
                    break
                last = j
            return (last,) if last - i >= 2 else None
        if tokens[i].text in tables.SAINTS:
            j = i + 1
            while j < len(tokens) and (tokens[j].text in tables.SAINTS or tokens[j].text in ("Đa", "Minh", "Vinh", "Sơn")):
                j += 1
            if j < len(tokens):
                last = self._vietnamese_run(j, strict=False, addressed=True)
                if last is not None:
                    return (last,)
        return None

    def _vietnamese(self, i: int, context: _Context) -> tuple[int] | None:
        """Read a name that begins with a Vietnamese family name, unless the words before make it a place's."""
        tokens, text = self.tokens, self.text
        last = self._vietnamese_run(i, strict=not context.told, addressed=bool(context.honorific))
        if last is None:
            return None
        name = text[tokens[i].start : tokens[last].end]
        if name in tables.NOT_NAMES and not context.honorific or name.endswith(" Việt Nam"):
            return None
        head = text[: tokens[i].start]
        in_place = _PLACE_HEAD_BEFORE.search(head[-_FAR:]) is not None
        in_place = in_place or not context.office and _COMMITTEE_BEFORE.search(head[-_FAR:]) is not None
        if in_place and context.office and last - i >= 2 and _TOWN_BEFORE.search(head[-_FAR:]):
            # "Bí thư Thành ủy TP Nguyễn ...": the town is not named, the person is.
            in_place = i + 2 <= last and tokens[i + 2].text in tables.FAMILY_NAMES and is_place(f"{tokens[i].text} {tokens[i + 1].text}")
        if not context.honorific and not context.ranks and (in_place or is_place(name)):
            self.skip = last
            return None
        if not context.told:
            follows = office_follows(text, tokens[last].end)
            joined = bool(self.spans) and not self.spans[-1].short and _IN_LIST.fullmatch(text[self.spans[-1].end : tokens[i].start])
            if tokens[i].text in tables.DOUBTFUL_FAMILY and last - i < 2 and not follows and not joined:
                return None
            listed = _PLACE_LIST.search(head[-160:]) and not head.rstrip().endswith(")")
            if not follows and (self._continues_a_run(i) or name in tables.NAMES_OF_STREETS or listed):
                self.skip = last
                return None
        return (last,)

    def _continues_a_run(self, i: int) -> bool:
        """Tell whether the token just before is a capitalised word of one name with this one ("Duy Ngô Nhĩ")."""
        if i == 0 or (self.spans and self.spans[-1].end >= self.tokens[i - 1].end):
            return False
        before = self.tokens[i - 1]
        if self.text[before.end : self.tokens[i].start] != " " or not before.capital or not before.text[0].isalpha():
            return False
        return before.text not in tables.COMMON_CAPITALS and not self._in_office(before) and before.start > 0

    def _vietnamese_run(self, i: int, *, strict: bool, addressed: bool) -> int | None:
        """Return the last token of a Vietnamese name that begins with a family name at token `i`."""
        tokens, text = self.tokens, self.text
        first = tokens[i]
        if first.text not in tables.FAMILY_NAMES and not (first.acronym and first.text.capitalize() in tables.FAMILY_NAMES):
            return None
        if first.text in ("Phó", "Đoàn") and not addressed and i + 1 < len(tokens) and tokens[i + 1].text in tables.FAMILY_NAMES:
            return None
        place = _PLACE_AT.match(text, first.start)
        if place is not None and " " in place.group() and not addressed and not self._goes_on(place, strict):
            return None
        if _INSTITUTION.match(text, first.start) and not addressed:
            return None
        highland = first.text in tables.HIGHLAND_FIRST
        last = i
        for j in range(i + 1, min(i + 6, len(tokens))):
            token = tokens[j]
            if token.start != tokens[j - 1].end + 1 or text[tokens[j - 1].end] != " " or not token.capital:
                break
            if len(token.text) == 1 and j - i >= 2 and text[token.end : token.end + 1] == ".":
                last = j  # a name that the press shortens: "Trần Thị Mỹ D."
                break
            if not token.text[0].isalpha() or not (highland or is_vietnamese_syllable(token.text) and token.text.isalpha()):
                break
            if token.acronym != first.acronym and len(token.text) > 1 and not (highland and not token.acronym):
                break
            if self._in_office(token) and not is_vietnamese_syllable(token.text) or j - i >= 2 and _INSTITUTION.match(text, token.start):
                break
            if any(start == token.start and (end > token.end or token.text not in tables.FAMILY_NAMES) for start, end in self.heads):
                break
            if (place := _PLACE_AT.match(text, token.start)) and " " in place.group() and not highland:
                if j - i >= 2 or place.group() in COUNTRIES:
                    break
            last = j
        length = last - i + 1
        if length < 2 or length > 5 and not highland:
            return None
        if first.acronym and strict and length < 3 and not self._listed(i, last):
            return None
        follower = tokens[last + 1] if last + 1 < len(tokens) and text[tokens[last].end : tokens[last + 1].start] == " " else None
        if follower is not None and follower.capital and not follower.acronym and not is_vietnamese_syllable(follower.text) and length == 2:
            return None  # "Kim Jong ...", "Mai Linh Express"
        if self._hyphened(last):
            return None  # "Moon Jae-in": read as a foreign name
        return last

    def _goes_on(self, place: re.Match[str], strict: bool) -> bool:
        """Tell whether a capitalised syllable that is part of a name goes on after a place's name ("Lâm Đồng Hải")."""
        if strict or place.group() in COUNTRIES:
            return False
        follower = _FOLLOWER.match(self.text, place.end())
        if follower is None or follower.group(1) in tables.FAMILY_NAMES or not is_vietnamese_syllable(follower.group(1)):
            return False
        return _INSTITUTION.match(self.text, place.end() + 1) is None

    def _hyphened(self, last: int) -> bool:
        return _HYPHENED.match(self.text, self.tokens[last].end) is not None and self._korean(last)

    def _korean(self, last: int) -> bool:
        """Tell whether two or more words without accents that end with token `last` hold a Korean family name."""
        first = last
        while first >= 0 and self.tokens[first].capital and not _ACCENT.search(self.tokens[first].text):
            first -= 1
        run = self.tokens[first + 1 : last + 1]
        return len(run) > 1 and any(t.text in tables.KOREAN_FAMILY for t in run)

    def _listed(self, first: int, last: int) -> bool:
        """Tell whether the run stands between commas or at the ends of a list of names."""
        before, after = self.text[: self.tokens[first].start].rstrip(), self.text[self.tokens[last].end :].lstrip()
        return bool(before) and before[-1] in ",;:" and (not after or after[0] in ",;." or after.startswith("và "))

    def _listed_with_stage_names(self, i: int, before: str) -> bool:
        """Tell whether a name without a family name goes on a list of artists ("ca sĩ A, B và C")."""
        if not self.spans or not _IN_LIST.fullmatch(before):
            return False
        clause = re.split(r"[.;:]", self.text[max(0, self.tokens[i].start - 160) : self.tokens[i].start])[-1]
        heads = list(offices.HEAD.finditer(clause))
        return bool(heads) and heads[-1].group().lower() in tables.STAGE_HEADS

    def _capital_syllables(self, i: int) -> int | None:
        """Return the last token of a run of two to four capitalised syllables at token `i` that may be a given name."""
        last = i
        for j in range(i, min(i + 5, len(self.tokens))):
            token = self.tokens[j]
            gap = self.text[self.tokens[j - 1].end : token.start] if j > i else " "
            if gap != " " or not token.capital or token.acronym or not token.text.isalpha() or self._in_office(token):
                break
            if not is_vietnamese_syllable(token.text):
                return None
            if token.text in tables.COMMON_CAPITALS - tables.ALSO_GIVEN_NAMES and j == i or _INSTITUTION.match(self.text, token.start):
                break
            last = j
        name = self.text[self.tokens[i].start : self.tokens[last].end]
        length = last - i + 1
        return last if 2 <= length <= 4 and not is_place(name) and name not in tables.NOT_NAMES else None

    def _other(self, i: int, context: _Context) -> tuple[int, NameSpan] | None:
        """Read a foreign name, a stage name or a single word after an honorific or an office."""
        tokens, text = self.tokens, self.text
        last = self._foreign_run(i)
        first = self._without_lead(i, last)
        if first > last:
            return None
        for j in range(first + 1, last):
            # A Vietnamese name at the end of a capitalised run is the name; what stands before names the office.
            if tokens[j].text in tables.FAMILY_NAMES and all(is_vietnamese_syllable(t.text) for t in tokens[j : last + 1]):
                inner = self._vietnamese_run(j, strict=False, addressed=False)
                if inner is not None and inner - j >= 2 and context.told and not context.honorific and not is_vietnamese_syllable(tokens[first].text):
                    return inner, self._span(j, inner, context, short=False, kept=False)
        name = text[tokens[first].start : tokens[last].end]
        words = [t.text for t in tokens[first : last + 1] if t.text[0].isalpha()]
        foreign = any(not is_vietnamese_syllable(w) for w in words) or "-" in name and words[-1][0].islower()
        if not _ACCENT.search(name) and context.office and (first > i or _ABROAD.search(context.between)):
            foreign = True  # "Bộ trưởng Thương mại Singapore Chan ...": a name that only looks Vietnamese
        if any(w.capitalize() in tables.BODY_WORDS or w in ("TP", "UBND", "HĐND") for w in words):
            return None
        if is_place(name) or name in tables.NOT_NAMES or all(w.isupper() and len(w) > 1 for w in words) and foreign:
            return None
        kept = first == i
        if _NAMING.search(text[: context.start]) and context.honorific.lower() == "tên" and not foreign:
            return None
        if len(words[0]) == 1 and len(words) > 1 and len(words[1]) == 1 and text[tokens[first].end] != ".":
            return None  # "Sở T T & T T"
        if len(words) == 1:
            if not self._may_be_short(words[0], last, context, kept):
                return None
            return last, self._span(first, last, context, short=True, kept=kept)
        if not (context.honorific or context.ranks):
            if not foreign and not (context.stage and 2 <= len(words) <= 4 and self._capital_syllables(first) == last):
                return None
            if _NEWS_OR_BODY.search(context.before) and not office_follows(text, tokens[last].end):
                return None
            if foreign and self._in_apposition(context) and _BODY.search(context.between):
                return None  # "ông A (Giám đốc Công ty B)"
        if words[0] in tables.COMMON_CAPITALS and not foreign:
            return None
        if not context.told and _PLACE_HEAD_BEFORE.search(text[: tokens[first].start][-_FAR:]):
            return None
        return last, self._span(first, last, context, short=False, kept=kept)

    def _in_apposition(self, context: _Context) -> bool:
        """Tell whether the office before stands in apposition to the name before it."""
        if not self.spans or not context.head:
            return False
        gap = self.text[self.spans[-1].end : context.start - len(context.between) - len(context.head)]
        return _APPOSITION.fullmatch(gap) is not None

    def _may_be_short(self, word: str, last: int, context: _Context, kept: bool) -> bool:
        """Tell whether one capitalised word refers to a person ("ông Tùng", "Tổng thống Putin", "Bộ trưởng Nhạ")."""
        if not word[0].isupper() or word.isupper() or len(word) < 2:
            return False
        if word in tables.COMMON_CAPITALS and not (context.honorific and word in tables.ALSO_GIVEN_NAMES):
            return False
        if context.honorific:
            return kept and context.honorific.lower() not in _NO_SHORT
        if _NEWS_OR_BODY.search(context.before) or _WEAK_BEFORE.search(context.before) or self.tokens[last].acronym:
            return False
        if not is_vietnamese_syllable(word):
            return word not in FOREIGN_CITIES and context.office and not offices.heads_body(context.head) and not _BODY.search(context.between)
        if not (kept and context.adjacent) or is_place(word):
            return False
        # "Bộ trưởng Nhạ cho biết", but not "Chánh án Tòa án": a verb or a sign must follow.
        end = self.tokens[last].end
        stop = offices.find_stop(self.text, end)
        return stop is not None and stop.start("stop") == end + 1 or re.match(r"\s*(?:[,.;:)]|$)", self.text[end:]) is not None

    def _without_lead(self, first: int, last: int) -> int:
        """Return the first token of the name itself: countries, bodies and sentence words before it are left out."""
        tokens, text = self.tokens, self.text
        while first <= last:
            lead = _COUNTRY_FIRST.match(text, tokens[first].start)
            if lead and lead.end() < tokens[last].end:
                while first < last and tokens[first].start < lead.end():
                    first += 1
                continue
            token = tokens[first]
            rest = [t for t in tokens[first + 1 : last + 1] if t.text[0].isalpha()]
            accented = _ACCENT.search(token.text) is not None and token.text not in tables.FAMILY_NAMES
            if not token.text[0].isalpha() or token.acronym and rest and not all(t.acronym for t in rest):
                first += 1
            elif token.text in tables.COMMON_CAPITALS and token.text not in ("Ban", "Anh", "Em") and (rest or first == last):
                first += 1
            elif accented and len(rest) >= 1 and any(not is_vietnamese_syllable(t.text) for t in rest) and is_vietnamese_syllable(token.text):
                first += 1
            else:
                break
        return first

    def _foreign_run(self, i: int) -> int:
        """Return the last token of a capitalised run that may be a foreign name: hyphens, initials, particles within."""
        tokens, text = self.tokens, self.text
        last, j, words = i, i + 1, 1
        while j < len(tokens) and words < 7:
            token = tokens[j]
            gap = text[tokens[j - 1].end : token.start]
            follower = tokens[j + 1] if j + 1 < len(tokens) else None
            if token.capital and token.text[0].isalpha() and gap in (" ", ""):
                if tokens[j - 1].text == "." and len(tokens[j - 2].text) > 2 or _INSTITUTION.match(text, token.start):
                    break
                if any(start == token.start for start, _ in self.heads):
                    break
                last, words = j, words + 1
            elif token.text in "-.’'" and follower is not None and follower.text[0].isalpha():
                if not self._joins(j, gap):
                    break
                if token.text == "-" and not follower.capital:  # "Park Hang-seo", "Prayut Chan - ocha"
                    last, words, j = j + 1, words + 1, j + 2
                    continue
            elif not (token.text in tables.PARTICLES and follower is not None and (follower.capital or follower.text in ("-", *tables.PARTICLES)) and gap == " "):
                break
            j += 1
        return last

    def _joins(self, j: int, gap: str) -> bool:
        """Tell whether the sign at token `j` holds two parts of one name together."""
        sign, follower, before = self.tokens[j], self.tokens[j + 1], self.tokens[j - 1]
        spaced = gap == " " or self.text[sign.end : follower.start] == " "
        if sign.text == ".":
            return len(before.text) <= 2
        if sign.text != "-" or not spaced:
            return not spaced
        if any(start == follower.start for start, _ in self.heads):
            return False
        if follower.capital and not _ACCENT.search(follower.text) and not is_vietnamese_syllable(before.text):
            return True  # "Yu Cheol - Hyung"
        if follower.capital:
            return not (is_vietnamese_syllable(follower.text) and len(follower.text) > 3)
        if _ACCENT.search(follower.text):
            return False
        return not is_vietnamese_syllable(follower.text) or (self._korean(j - 1) and len(follower.text) <= 5)
