"""Personal names in a sentence, with the honorifics, ranks and offices that belong to them.

A Vietnamese name begins with a family name (a short list) and has two to five capitalised syllables. Any other
capitalised run counts as a name only where the text says that a person follows: after an honorific or an office, or
before an office in apposition. Places, streets and institutions named after people are told apart by the word before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from retrieval.language import offices
from retrieval.language.letters import UPPER
from retrieval.language.places import COUNTRY_PATTERN, PLACE_HEADS, PROVINCE_PATTERN, is_place

# Family names: of the Kinh and Hoa majority first, then of other peoples of Vietnam, then Chinese ones as the
# Vietnamese press reads them.
FAMILY_NAMES = frozenset(
    """
    Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đào Đoàn Vương Trịnh Trương Đinh Lâm Phùng
    Mai Tô Hà Tạ Cao Lưu Thái Châu Tống Lương Kiều Quách Văn Chu Thân Thạch Tăng La Lại Doãn Nghiêm Khuất Triệu Từ Tôn
    Mạc Bạch Đàm Giáp Khúc Hứa Lục Nhâm Ninh Phí Quan Sơn Thẩm Tiêu Trang Ung Viên Uông Cung Cù Diệp Đồng Đổng Đường
    Hàn Hầu Hình Hoa Kim Kha Khổng Lã Lữ Mã Mẫn Nhan Phó Phương Quản Sầm Tào Tiết Thiều Trà Triệu Úc Văn Vi Âu An
    Ân Bành Bế Biện Cầm Chử Danh Đan Đậu Điểu Điền Giang Giàng Hạ Hạng Hán Hề Khương Lầu Lò Lô Lù Lường Ma Mông Mùa Nông
    Nùng Ngọ Ngũ Ong Quàng Quế Rơ Sìn Sùng Tẩn Thào Thang Thi Thiệu Tòng Tráng Vàng Vừ Vừa Xa Xuân Y Ksor Siu Rah Nay
    Tập Ôn Mao Tưởng Lật Bồ Cố Du Khâu Nhậm Tất Thôi Trác Viên Công Tôn Bàn Chẩu Chảo Cháng Dìu Đèo Đới Hờ Lềnh Linh Lồ Lỗ Lư Mộc
    Ngụy Nhữ Phù Phu Tằng Tấn Thành Thịnh Tiền Tiếp Tri Trình Tuấn Vòng Bá Chung Cấn Đức Hách
    """.split()
)

# Family names that are also everyday or geographic words: they need a longer run or a person's context.
_DOUBTFUL_FAMILY = frozenset(
    "An Công Kim Linh Thành Tiền Tiếp Hoa Đồng Đường Phó Phương Quan Sơn Trà Văn Xuân Y Ông Đức Thi Nay Xa Vàng "
    "Viên Du Giang Hà Hàn Mai Tuấn Bá Chung Thịnh Tri Từ Thái Châu Bạch Cao Cung Cố Quản Quế Kiều La Lâm Long Trang Mùa "
    "Danh Ma Mẫn Hạ Hán Ngũ Đậu Điền Tấn Tất Thang Viên Ninh Nghị Sầm Mộc Kha Hề Dương Bàn Hồ Đan Úc Tiết Tiêu Phu Lục Hoàng".split()
)

# Syllables that never begin or continue a personal name in capitals: they begin an office, an institution or a sentence.
_NOT_IN_NAMES = frozenset(
    """
    Bộ Ban Bí Chủ Phó Trưởng Giám Tổng Thủ Ủy Ủy Hội Sở Cục Vụ Viện Trường Công Tập Nhà Đại Quốc Chính Đảng Đoàn Tỉnh
    Thành Thị Huyện Quận Phường Xã Liên Hiệp Ngân Văn Phòng Trung Khoa Học Giáo Thanh Mặt Cơ Đài Báo Tạp Ngoại Tòa Thượng
    """.split()
)
_OFFICE_WORD_STARTS = frozenset(
    "Bí Chủ Phó Trưởng Giám Thủ Ủy Thứ Cục Vụ Viện Hiệu Chánh Thống Ngoại Thượng Nghị Nguyên Cựu Quyền Đại Phụ Thư Trợ Thường".split()
)

# Single capitalised words that begin sentences or name institutions; a run that is only these is no name.
_COMMON_CAPITALS = frozenset(
    """
    Ông Bà Anh Chị Em Cô Chú Bác Cụ Theo Tại Trong Sau Trước Khi Từ Với Về Cùng Các Những Một Hai Ba Bốn Năm Sáu Bảy Tám
    Đây Đó Và Nhưng Hiện Ngày Sáng Chiều Tối Trưa Đêm Hôm Tháng Tuy Nếu Vì Do Bởi Được Bị Đã Sẽ Đang Chúng Tôi Nhiều Phát
    Đảng Nhà Nước Chính Phủ Quốc Hội Bộ Ban Sở Cục Vụ Viện Ủy Hội Đoàn Trung Ương Tham Dự Ảnh Xem Việt Nam Tổ Chức Lãnh Đạo
    Ngoài Ngay Riêng Thay Mặt Trả Lời Chia Sẻ Nói Kết Qua Đến Để Đồng Thời Bên Cạnh Cũng Còn Như Thế Lễ Cuộc Buổi Hội Nghị
    Tết Phật Chúa Đức Internet Facebook Google Youtube Covid COVID AFF SEA Games World Cup U23 Olympic Festival Viber Zalo
    """.split()
)

_TOKEN = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*|[^\w\s]", re.UNICODE)
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnprstvx])?"
    r"[aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ]{1,3}"
    r"(?:ch|ng|nh|[cmnpt])?",
    re.IGNORECASE,
)
_PARTICLES = frozenset("bin binti de del della di da dos van von der den al el la le ben ibn bint y of the ul".split())
_PLACE_HEAD_BEFORE = re.compile(
    rf"(?<![\w])(?:{'|'.join(re.escape(h) for h in sorted(PLACE_HEADS, key=len, reverse=True))})\.?\s+$", re.IGNORECASE
)
_COMMITTEE_BEFORE = re.compile(r"(?:ủy|UBND|HĐND|TAND|VKSND|MTTQ|Công an|CA|Đoàn)\s+$")
_TOWN_BEFORE = re.compile(r"(?i)(?<!\w)(?:tp\.?|tỉnh|thành phố|thị xã|huyện)\s+$")
_LEADING_COUNTRY = re.compile(rf"(?:{COUNTRY_PATTERN})(?=\s)")
_PHOTO_CREDIT = re.compile(r"(?:Ảnh|Nguồn ảnh|Ảnh minh họa|Clip|Video|Đồ họa|Bài và ảnh)\s*:.*$|\((?:Ảnh|Nguồn)[^)]*\)", re.IGNORECASE)
_PLACE_AT = re.compile(rf"(?:{COUNTRY_PATTERN}|{PROVINCE_PATTERN})(?!\w)")


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A person named in a sentence.

    `name` is `text[start:end]`; `outer_start` and `outer_end` take in the honorific, the offices before and those
    after. `offices` are as written, best first (ranks and degrees last). `short` is true for a single-syllable
    reference ("ông Tùng", "bà Hoa") that another mention of the document spells out.
    """

    name: str
    start: int
    end: int
    outer_start: int
    outer_end: int
    offices: tuple[str, ...] = ()
    honorific: str = ""
    short: bool = False


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


def find_people(text: str) -> list[PersonMention]:
    """Return the persons named in `text` (one sentence in reading form), in order, with their offices."""
    credit = _PHOTO_CREDIT.search(text)
    scope = text[: credit.start()] if credit else text
    spans = _name_spans(scope)
    return _with_offices(scope, spans)


@dataclass(frozen=True, slots=True)
class _Span:
    start: int
    end: int
    honorific: str
    honorific_start: int  # where honorific and rank begin; `start` without any
    ranks: tuple[str, ...]
    short: bool


def _name_spans(text: str) -> list[_Span]:
    tokens = [_Token(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text)]
    spans: list[_Span] = []
    i = 0
    while i < len(tokens):
        token = tokens[i]
        if not token.capital or not token.text[0].isalpha() or _begins_office(text, token) or offices.HONORIFIC.fullmatch(token.text):
            i += 1
            continue
        found = _name_at(text, tokens, i, spans[-1].end if spans else 0)
        if found is None:
            i += 1
            continue
        last, span = found
        spans.append(span)
        i = last + 1
    return spans


def _begins_office(text: str, token: _Token) -> bool:
    """Tell whether an office or rank begins at `token` ("Thứ trưởng", "PGS"), which is then no name."""
    head = offices.HEAD.match(text, token.start)
    return head is not None and (head.end() > token.end or token.text not in FAMILY_NAMES)


def _name_at(text: str, tokens: list[_Token], i: int, previous_end: int) -> tuple[int, _Span] | None:
    """Return the index of the last token of a name that begins at token `i`, and the name."""
    before = text[previous_end : tokens[i].start]
    honorific, ranks, lead_start = _lead(before, previous_end)
    has_office = _office_touches(before)
    vietnamese = _vietnamese_run(text, tokens, i, strict=not (honorific or ranks or has_office), addressed=bool(honorific))
    if vietnamese is not None:
        last = vietnamese
        name = text[tokens[i].start : tokens[last].end]
        in_place = _PLACE_HEAD_BEFORE.search(text[: tokens[i].start]) is not None or (
            not has_office and _COMMITTEE_BEFORE.search(text[: tokens[i].start]) is not None
        )
        if in_place and has_office and last - i >= 2 and _TOWN_BEFORE.search(text[: tokens[i].start]) and tokens[i + 2].text not in FAMILY_NAMES:
            in_place = False  # "Bí thư Thành ủy TP Nguyễn Thiện Nhân": the town is not named, the person is
        if not honorific and not ranks and (in_place or is_place(name)):
            return None
        if name.endswith(" Việt Nam"):
            return None  # "Công Thương Việt Nam"
        doubtful = tokens[i].text in _DOUBTFUL_FAMILY and last - i < 2
        if doubtful and not (honorific or ranks or has_office or _office_follows(text, tokens[last].end)):
            return None
        return last, _Span(tokens[i].start, tokens[last].end, honorific, lead_start, ranks, False)
    if not (honorific or ranks or has_office or (_office_follows(text, tokens[i].end, within=40))):
        return None
    last = _foreign_run(text, tokens, i)
    if last is None:
        return None
    # A country or an acronym before the name completes the office, it is no part of the name ("Tổng thống Mỹ Donald ...").
    first = i
    country = _LEADING_COUNTRY.match(text, tokens[first].start)
    if country and country.end() < tokens[last].end:
        while first < last and tokens[first].start < country.end():
            first += 1
    while first < last and (not tokens[first].text[0].isalpha() or tokens[first].acronym and not tokens[last].acronym or tokens[first].text in _NOT_IN_NAMES):
        first += 1
    name = text[tokens[first].start : tokens[last].end]
    words = [t.text for t in tokens[first : last + 1] if t.text[0].isalpha()]
    single = len(words) == 1
    if is_place(name) or all(w.isupper() for w in words) and any(not is_vietnamese_syllable(w) for w in words):
        return None
    if single and (not honorific or first != i or words[0] in _COMMON_CAPITALS or honorific.lower() in ("nữ", "nam", "tên", "em", "đức", "sư", "mẹ") or not _short_reference(words[0])):
        if not (has_office and not is_vietnamese_syllable(words[0]) and not honorific and not tokens[last].acronym and not _institutional(before) and not _WEAK_BEFORE.search(before)):
            return None
    if not honorific and not ranks:
        foreign = [w for w in words if not is_vietnamese_syllable(w)]
        if not foreign:
            # Only Vietnamese syllables and no family name: a person only right after an office or honorific.
            if not (has_office and 2 <= len(words) <= 4 and not any(w in _NOT_IN_NAMES or w in _COMMON_CAPITALS for w in words) and _minority(words)):
                return None
        if _institutional(before) and not _office_follows(text, tokens[last].end):
            return None
    short = single
    return last, _Span(tokens[first].start, tokens[last].end, honorific if first == i else "", lead_start if first == i else tokens[first].start, ranks if first == i else (), short)


def _minority(words: list[str]) -> bool:
    return words[0] in {"Y", "A", "H", "K", "Ka", "Ksor", "Rơ", "Siu", "Rah", "Hồ", "Thích", "Điểu"} or any(not is_vietnamese_syllable(w) for w in words)


def _short_reference(word: str) -> bool:
    return word[0].isupper() and not word.isupper() and len(word) > 1


_INSTITUTION = re.compile(
    r"(?i)(?<!\w)(?:công ty|tập đoàn|ngân hàng|hãng|tổ chức|quỹ|trường|đại học|báo|tờ|đài|viện|trung tâm|câu lạc bộ|clb|đội|đội tuyển|"
    r"liên đoàn|tổng công ty|sàn|chuỗi|thương hiệu|mạng xã hội|ứng dụng|phim|cuốn|giải|dự án|khách sạn|khu đô thị)\s+(?:[^\s,;:]+\s+)?$"
)


_WEAK_BEFORE = re.compile(rf"(?i)(?:{'|'.join(sorted(offices.WEAK_HEADS))}|phía|của|thuộc|tại)\s+$")


def _institutional(before: str) -> bool:
    return _INSTITUTION.search(before) is not None


_LEAD = re.compile(
    rf"((?:{offices.HONORIFIC.pattern})?)\s*((?:(?:{offices.RANK.pattern})[\s.,]*)*)$",
    re.IGNORECASE,
)


def _lead(before: str, base: int) -> tuple[str, tuple[str, ...], int]:
    """Return the honorific and ranks at the end of `before`, and where they begin in the text."""
    tail = before[-48:]
    match = _LEAD.search(tail)
    if match is None or not match.group().strip():
        return "", (), base + len(before)
    if any(h.start() < match.start(2) < h.end() for h in offices.HEAD.finditer(tail)) and match.group(2):
        return "", (), base + len(before)  # "tướng" is the end of "Thủ tướng"
    start = base + len(before) - len(tail) + match.start()
    ranks = tuple(offices.trim(m.group()) for m in offices.RANK.finditer(match.group(2)))
    return match.group(1), ranks, start + (len(match.group()) - len(match.group().lstrip()))


_ACRONYM_ASIDE = re.compile(r"\([A-ZĐ&. -]{2,12}\)")


def _office_touches(before: str) -> bool:
    """Tell whether an office phrase runs up to the end of `before` with no punctuation or verb in between."""
    clause = re.split(r"[;:.!?\"“”()]|\s[-–—]\s|,", _ACRONYM_ASIDE.sub("", before))[-1]
    heads = list(offices.HEAD.finditer(clause))
    if not heads:
        return False
    rest = clause[heads[-1].end() :]
    return offices.STOP.search(rest) is None and len(rest.split()) <= 14


_APPOSITION = re.compile(r"\s*(?:,|-|–|—|\()\s*(?:hiện là |hiện |nay là |là )?")


def _office_follows(text: str, end: int, within: int = 0) -> bool:
    """Tell whether an office stands in apposition after `end` (", Thứ trưởng ...", " - phó chủ tịch ...")."""
    if within:
        # The run may be longer than its first token: look for an apposition after the capitalised words.
        match = re.compile(rf"(?:\s+[{UPPER}][\w’'-]*|\s+-\s+[{UPPER}][\w’'-]*){{0,4}}").match(text, end)
        if match:
            end = match.end()
    apposition = _APPOSITION.match(text, end)
    if apposition is None:
        return False
    head = offices.HEAD.match(text, apposition.end())
    return head is not None


def _listed(text: str, start: int, end: int) -> bool:
    """Tell whether the run stands between commas or at the ends of a list of names."""
    before, after = text[:start].rstrip(), text[end:].lstrip()
    return bool(before) and before[-1] in ",;:" and (not after or after[0] in ",;." or after.startswith("và "))


def _vietnamese_run(text: str, tokens: list[_Token], i: int, *, strict: bool, addressed: bool) -> int | None:
    """Return the last token of a Vietnamese name that begins with a family name at token `i`."""
    if tokens[i].text not in FAMILY_NAMES and not (tokens[i].acronym and tokens[i].text.capitalize() in FAMILY_NAMES):
        return None
    if tokens[i].text in ("Ông", "Phó", "Đoàn") and (i + 1 >= len(tokens) or tokens[i + 1].text in FAMILY_NAMES):
        return None
    place = _PLACE_AT.match(text, tokens[i].start)
    if place is not None and " " in place.group() and not addressed:
        return None
    capitals = tokens[i].acronym
    last = i
    for j in range(i + 1, min(i + 5, len(tokens))):
        token = tokens[j]
        if token.start != tokens[j - 1].end + 1 or text[tokens[j - 1].end] != " ":
            break
        if not token.capital or not token.text.isalpha() or not is_vietnamese_syllable(token.text):
            break
        if token.acronym != capitals and not (len(token.text) == 1):
            break
        if token.text in _OFFICE_WORD_STARTS and offices.HEAD.match(text, token.start):
            break
        last = j
    length = last - i + 1
    if length < 2 or (capitals and strict and length < 3 and not _listed(text, tokens[i].start, tokens[last].end)):
        return None
    following = text[tokens[last].end : tokens[last].end + 2]
    if strict and length == 2 and following[:1] == " " and following[1:2].isupper():
        nxt = tokens[last + 1] if last + 1 < len(tokens) else None
        if nxt is not None and not nxt.acronym and nxt.text not in _OFFICE_WORD_STARTS and not is_vietnamese_syllable(nxt.text):
            return None
    return last


def _foreign_run(text: str, tokens: list[_Token], i: int) -> int | None:
    """Return the last token of a capitalised run that may be a foreign name: hyphens, initials and particles within."""
    last = i
    j = i + 1
    words = 1
    while j < len(tokens) and words < 6:
        token = tokens[j]
        gap = text[tokens[j - 1].end : token.start]
        if token.capital and token.text[0].isalpha() and gap in (" ", ""):
            if tokens[j - 1].text == "." and len(tokens[j - 2].text) > 2:
                break
            if offices.HEAD.match(text, token.start) and token.text in _OFFICE_WORD_STARTS:
                break
            last, words = j, words + 1
        elif token.text in "-.’'" and j + 1 < len(tokens) and tokens[j + 1].text[0].isalpha():
            nxt = tokens[j + 1]
            spaced = gap == " " or text[token.end : nxt.start] == " "
            if token.text == "." and len(tokens[j - 1].text) > 2:
                break
            if token.text == "-" and spaced and (is_vietnamese_syllable(nxt.text) and len(nxt.text) > 3 or offices.HEAD.match(text, nxt.start)):
                break
            if not nxt.capital and spaced and is_vietnamese_syllable(nxt.text):
                break
            if token.text == "-" and not nxt.capital:  # "Park Hang-seo", "Prayut Chan - ocha"
                last = j + 1
                words += 1
                j += 2
                continue
        elif token.text in _PARTICLES and j + 1 < len(tokens) and tokens[j + 1].capital and gap == " ":
            pass
        else:
            break
        j += 1
    return last


def _with_offices(text: str, spans: list[_Span]) -> list[PersonMention]:
    """Give each name the offices that stand before and after it."""
    people: list[PersonMention] = []
    floor = 0  # where the previous person's words end
    touching_before: list[bool] = []
    for index, span in enumerate(spans):
        limit = spans[index + 1] if index + 1 < len(spans) else None
        before, outer_start = _offices_before(text, floor, span, alone=index == 0 or touching_before[-1])
        touching_before.append(bool(before))
        after, outer_end = _offices_after(text, span, limit)
        ranks = span.ranks
        listed = [o for o in (*before, *after) if o]
        main = [o for o in listed if not offices.is_rank(o) and not offices.is_weak(o)]
        degrees = [*ranks, *(o for o in listed if offices.is_rank(o))]
        people.append(
            PersonMention(
                name=text[span.start : span.end],
                start=span.start,
                end=span.end,
                outer_start=min(outer_start, span.honorific_start),
                outer_end=outer_end,
                offices=tuple(dict.fromkeys((*main, *degrees))),
                honorific=span.honorific,
                short=span.short,
            )
        )
        floor = outer_end
    return people


_BOUNDARY = re.compile(r"[;:.!?\"“”()\[\]•]|\s[-–—]\s")


def _offices_before(text: str, floor: int, span: _Span, *, alone: bool) -> tuple[list[str], int]:
    """Return the offices that run up to the name, and where the first of them begins.

    `alone` says that no earlier person of the sentence could own an office that only a comma separates.
    """
    end = span.honorific_start
    region = text[floor:end]
    if span.honorific:
        region = re.sub(r"[-–—](\s*)$", r",\1", region)  # "cựu Trung tướng Công an - ông Phan ..." as with a comma
    cut = 0
    for boundary in _BOUNDARY.finditer(region):
        # "TP. HCM" and "PGS. TS" hold a full stop that ends nothing.
        if boundary.group() == "." and re.search(r"(?:TP|TX|T\.T|PGS|GS|TS|ThS|BS)$", region[: boundary.start()]):
            continue
        cut = boundary.end()
    start, region = floor + cut, region[cut:]
    pieces: list[tuple[int, str]] = []
    position = 0
    for comma in re.finditer(r",", region):
        pieces.append((start + position, region[position : comma.start()]))
        position = comma.end()
    pieces.append((start + position, region[position:]))
    found: list[str] = []
    outer = span.honorific_start
    last = True
    pending_end = end
    for piece_start, piece in reversed(pieces):
        if last and not piece.strip() and span.honorific:
            # "Bộ trưởng ..., ông Nguyễn ...": the office ends at the comma before the honorific.
            pending_end = piece_start - 1
            last = False
            continue
        heads = [h for h in offices.HEAD.finditer(piece)]
        chain = _chain(piece, heads)
        if chain is None:
            if heads or not piece.strip() or offices.STOP.search(piece) or (not last and not piece.strip()[:1].isupper()) or len(found) > 0:
                break
            last = False
            continue  # may be the tail of an institution's name
        if not last and not found and not alone and not span.honorific:
            break
        office_start = piece_start + chain
        office = offices.trim(text[office_start:pending_end])
        if office:
            found.insert(0, office)
            outer = office_start
        pending_end = piece_start - 1 if piece_start > floor else piece_start
        if piece[:chain].strip():
            break  # something else stands before the office in this piece
        if not alone:
            break
        last = False
    return found, outer


def _chain(piece: str, heads: list[re.Match[str]]) -> int | None:
    """Return where the office phrase that runs to the end of `piece` begins, or None."""
    if not heads:
        return None
    begin = heads[-1]
    if offices.STOP.search(piece[begin.end() :]):
        return None
    start = begin.start()
    for head in reversed(heads[:-1]):
        between = piece[head.end() : start].split()
        if any(word[0].islower() and word.lower() not in ("của", "thường", "trực", "và") for word in between) or "và" in between:
            break  # the two heads do not make one office
        start = head.start()
    return start


# Offices by which a report calls its main person without the name: before a verb they begin a clause of their own.
_SUBJECT_OFFICES = frozenset(
    ("tổng bí thư", "thủ tướng", "chủ tịch nước", "bộ trưởng", "chủ tịch", "tổng thống", "phó thủ tướng", "chủ tịch quốc hội", "đại sứ",
     "thứ trưởng", "giám đốc", "bí thư", "ngoại trưởng", "thủ tướng chính phủ", "nhà vua", "đoàn", "lãnh đạo", "đại biểu", "các đại biểu")
)  # fmt: skip

# What may stand in brackets between a name and its office: an age, another spelling of the name, a place in a photo.
_ASIDE = re.compile(
    rf"\s*\(((?:\d+ tuổi|SN |sinh năm|trái|phải|giữa|bìa|thứ|hàng|ngoài cùng|áo|đứng|ngồi|ảnh|người|bên|[{UPPER}])[^()]{{0,50}})\)"
)


def _offices_after(text: str, span: _Span, following: _Span | None) -> tuple[list[str], int]:
    """Return the offices in apposition after the name, and where the last of them ends."""
    end = span.end
    found: list[str] = []
    ceiling = following.honorific_start if following else len(text)
    position = end
    aside = _ASIDE.match(text, position)
    if aside and offices.HEAD.match(text, aside.start(1)) is None:
        position = aside.end()
    separator = _APPOSITION.match(text, position)
    if separator is None or separator.end() > ceiling:
        return [], end
    closing = ")" if "(" in separator.group() else ""
    if offices.HEAD.match(text, separator.end()) is None:
        return [], end
    dash = "-" if re.search(r"[-–—]", separator.group()) else ","
    stretch = text[separator.end() : ceiling]
    if closing:
        stretch = stretch.split(closing)[0]
    base = separator.end()
    # Cut where the person's description ends: a semicolon, a sentence end, the next person, or what the person does.
    cut = len(stretch)
    for boundary in re.finditer(r"\([A-ZĐ][^()]{0,40}\)|[;:!?\"“”\[\]•(]|\.(?=\s|$)", stretch):
        if len(boundary.group()) > 1:
            continue  # "Hiệu trưởng Trường ĐH Bách khoa (ĐH Quốc gia TP. HCM)"
        if boundary.group() == "." and re.search(r"(?:TP|TX|PGS|GS|TS|ThS|BS)$", stretch[: boundary.start()]):
            continue
        cut = boundary.start()
        break
    stretch = stretch[:cut]
    heads = [h.span() for h in offices.HEAD.finditer(stretch)]
    for verb in offices.STOP.finditer(stretch):
        if not any(a <= verb.start() < b for a, b in heads):
            if not closing and dash == "," and offices.trim(stretch[: verb.start()]).lower() in _SUBJECT_OFFICES:
                return [], end  # "..., Tổng Bí thư cho rằng": the office is the next clause's subject
            stretch = stretch[: verb.start()]
            break
    complete = len(stretch) == cut and cut == ceiling - base  # ran into the next person's words
    pieces = re.split(r",", stretch)
    offset = base
    kept_end = end
    for number, piece in enumerate(pieces):
        head = offices.HEAD.match(piece.lstrip())
        is_last = number == len(pieces) - 1
        if number and head is None:
            if not found or not piece.strip() or not piece.strip()[0].isupper() or re.match(r"\s*(?:và|cùng)\b", piece):
                if not piece.strip():
                    offset += len(piece) + 1
                    continue
                break
            # "Bộ Văn hóa, Thể thao và Du lịch": the comma was inside the institution's name
            found[-1] = offices.trim(f"{found[-1]},{piece}")
            kept_end = offset + len(piece.rstrip())
            offset += len(piece) + 1
            continue
        if is_last and complete and following is not None and not following.honorific and _touches(piece):
            break  # the office before the next name
        tail = re.search(r"\s+(?:và|cùng|cùng với)\s+(?=(?:các|đại diện|lãnh đạo|nhiều|một số|đông đảo|ông|bà)(?!\w))", piece)
        body = piece[: tail.start()] if tail else piece
        joined = re.search(rf"\s+và\s+(?=(?:{offices.HEAD.pattern}))", body, re.IGNORECASE)
        if joined and is_last and complete and following is not None:
            body = body[: joined.start()]
            tail = joined
        office = offices.trim(body)
        if office:
            found.append(office)
            kept_end = offset + len(body.rstrip())
        offset += len(piece) + 1
        if tail:
            break
    split: list[str] = []
    for office in found:
        split.extend(offices.trim(o) for o in re.split(r"\s+kiêm\s+(?=\w)", office))
    return split, kept_end + (1 if closing and text[kept_end : kept_end + 1] == ")" else 0)


def _touches(piece: str) -> bool:
    return bool(piece.strip()) and not piece.rstrip().endswith(("và", ","))
