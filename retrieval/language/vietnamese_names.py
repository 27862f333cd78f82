"""Vietnamese names: a family name and one to four syllables, religious names, stage names in lists."""

from __future__ import annotations

import re

from retrieval.language import name_tables as tables
from retrieval.language import offices
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.letters import LOWER, UPPER
from retrieval.language.name_context import (
    ACCENT,
    AGE,
    FAR,
    IN_LIST,
    INSTITUTION,
    PLACE_AT,
    Clues,
    Context,
    is_vietnamese_syllable,
    office_follows,
    place_head_before,
)
from retrieval.language.places import COUNTRIES, is_place

_COMMITTEE_BEFORE = compiled_later(r"(?:ủy|UBND|HĐND|TAND|VKSND|MTTQ|Công an|CA|Đoàn|Thanh tra)\s+$")
_TOWN_BEFORE = compiled_later(r"(?<!\w)(?:tp\.?|tỉnh|thành phố|thị xã|huyện|quận)\s+$", re.IGNORECASE)
# Villages and wards, some of which are called after people, and bodies within a school.
_VILLAGE_BEFORE = compiled_later(
    r"(?<!\w)(?:xã|phường|thị trấn|thôn|ấp|bản|làng|xóm|tổ dân phố|khu phố|(?:đoàn|hội đồng|nhà|đảng ủy) trường)\s+$",
    re.IGNORECASE,
)
# A list of streets or schools: only names and joining words stand between the place's noun and here.
_PLACE_LIST = compiled_later(
    r"(?<!\w)(?:đường|phố|tuyến|trục|đoạn|ngã tư|ngã ba|giao lộ|THPT|THCS|trường|quận|huyện|phường|"
    r"xã|lộ trình|đại lộ)(?!\w)(?!\s\d+,)"
    rf"(?:\s*(?:[{UPPER}][\w’']*|\d[\w/]*|từ|đến|và|với|giao|đoạn|nối|các|đường|phố|tuyến|số|gồm|như|"
    rf"chuyên|[-–,():→]))*\s*[-–,(]?\s*$"
)
# A firm's noun a few words before two syllables makes them its name ("Giám đốc HTX vận tải Kim Long").
FIRM_BEFORE = compiled_later(
    r"(?<!\w)(?:công ty|HTX|hợp tác xã|tập đoàn|doanh nghiệp|ngân hàng|nhà hàng|cửa hàng|khách sạn|chung cư|quán|"
    r"điện máy|siêu thị|chi nhánh|phòng giao dịch|"
    r"phòng khám|xí nghiệp|nhà xe)(?:\s+(?!của|do|với|nơi|cùng|ông|bà)[^\s,;:.()]+){0,9}(?<!\svà)\s+$",
    re.IGNORECASE,
)
# Its legal form or trade right before the name makes a longer one the firm's, too ("Công ty TNHH xây dựng Lê Gia ...").
_FORM = r"TNHH|MTV|một thành viên|cổ phần|CP|tư nhân|hợp danh"
_TRADE = (
    r"xây dựng|đầu tư|thương mại|dịch vụ|sản xuất|xuất nhập khẩu|du lịch|vận tải|luật|dược phẩm|thực phẩm|thủy sản|"
    r"bất động sản|môi trường|xử lý nước|cơ khí|may|TM|DV|XD|SX|XNK|và|-|&"
)
_FIRM = r"công ty|tập đoàn|tổng công ty|ngân hàng|doanh nghiệp|xí nghiệp|hãng phim|HTX|hợp tác xã"
_FIRM_JUST_BEFORE = compiled_later(rf"(?<!\w)(?:{_FIRM})(?:\s+(?:{_FORM}|{_TRADE}))*\s+$", re.IGNORECASE)
_FORM_JUST_BEFORE = compiled_later(rf"(?<!\w)(?:{_FIRM})\s+(?:{_FORM})(?:\s+(?:{_FORM}|{_TRADE}))*\s+$", re.IGNORECASE)
_LONGEST_FIRM = 80  # characters of a firm's noun, form and trades
_DWELLS = compiled_later(r"(?<!\w)(?:ở|tại|trú|ngụ|quê|từ|đến|tới|về)\s+$")
# The president after whom a city, a thought, an order and much more are called.
_PRESIDENT = compiled_later(r"Hồ Chí Minh(?!\w)")
_SPEAKS = compiled_later(
    r"\s+(?:(?:đã |từng |đã từng |luôn )?(?:nói|viết|dạy|căn dặn|khẳng định|nhấn mạnh|kêu gọi|chỉ rõ|"
    r"chỉ ra|đọc|sáng lập|ra đi|về nước|ví|sáng tác|tặng|trao|gửi thư|đến thăm|về thăm|ký)(?!\w))"
)
_OPENS = compiled_later(
    r"(?:^|[^\w\s]\s*|(?<!\w)(?:khi|rằng|như|theo|mà|do|là|và|lãnh tụ|người là)\s+)$", re.IGNORECASE
)
_HIS_WORDS = compiled_later(
    r"(?<!\w)(?:lời (?:dạy|căn dặn|khuyên|nói|kêu gọi|khẳng định|nhận định)|câu (?:nói|thơ)|bài thơ)\s+"
    r"(?:\w+\s+)?của\s+(?:cố\s+)?(?:Chủ tịch\s+|Bác\s+)?$",
    re.IGNORECASE,
)
# A number of a house before a street: "trú tại 12/3 Trần ...".
_HOUSE_NUMBER = compiled_later(r"(?<!\w)(?:số|tại|ở|trú|ngụ|nhà|địa chỉ:?)\s+(?:số\s+)?\d+[\w/-]*\s+$", re.IGNORECASE)
_FOLLOWER = compiled_later(rf" ([{UPPER}][{LOWER}]*)(?= |,|\.|$)")
# A middle name in small letters.
_SMALL_MIDDLE = compiled_later(rf"(?:thị|văn) [{UPPER}][{LOWER}]+(?!\w)")
# The first letters of a given name that the press leaves out.
_INITIAL = compiled_later(r"[A-ZĐ]|[CGKNPT]h|Tr|Ng|Ngh|Gi|Qu")
# Words that begin a body's or an occasion's name and are given names, where no such name goes on.
_ONE_WORD_BODY = compiled_later(
    rf"(?:Hội|Lễ|Giải|Quỹ)(?! [{UPPER}]| (?:đồng|nghị|thảo|trường|chợ|hội|kỷ|khai|bế)(?!\w))"
)
_MIDDLE = frozenset(("Thị", "Văn"))
_HYPHENED = compiled_later(r"\s?-\s?[a-z]{1,6}(?!\w)")


class VietnameseNames(Clues):
    """Reads Vietnamese names."""

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
        saint = 2 if self._saint_of_two(i) else int(tokens[i].text in tables.SAINTS)
        if saint:
            j = i + saint
            while j < len(tokens) and (
                tokens[j].text in tables.SAINTS or tokens[j].text in ("Đa", "Minh", "Vinh", "Sơn")
            ):
                j += 1
            if j < len(tokens):
                end = self._vietnamese_run(j, strict=False, addressed=True)
                if end is not None:
                    return (end,)
        return None

    def _saint_of_two(self, i: int) -> bool:
        """Tell whether a saint whose name has two words stands at token `i`, with a family name after it."""
        tokens = self.tokens
        return (
            i + 2 < len(tokens)
            and (tokens[i].text, tokens[i + 1].text) in (("Vinh", "Sơn"), ("Đa", "Minh"))
            and tokens[i + 2].text in tables.PLAIN_FAMILY
        )

    def _vietnamese(self, i: int, context: Context) -> tuple[int] | None:
        """Read a name that begins with a Vietnamese family name, unless the words before make it a place's."""
        tokens, text = self.tokens, self.text
        last = self._vietnamese_run(
            i,
            strict=not context.told,
            addressed=bool(context.honorific),
            named=bool(context.honorific) or context.adjacent,
        )
        if last is None:
            return None
        if context.told and last - i >= 2 and self._ends_a_place(i):
            self.skip = i  # "tỉnh An Giang Vương Văn ...", "Tổng cục Hải Quan Nguyễn ..."
            return None
        if (
            context.office
            and not context.honorific
            and last - i >= 3
            and tokens[i + 2].text in tables.PLAIN_FAMILY
            and place_head_before(text, tokens[i].start)
        ):
            self.skip = i + 1  # "Chủ tịch huyện Lý Sơn Phạm ..."
            return None
        name = text[tokens[i].start : tokens[last].end]
        if (name in tables.NOT_NAMES and not context.honorific) or name.endswith((" Việt Nam", " Bồ Tát")):
            return None
        if is_place(name) and context.honorific.lower() in ("bé", "chàng", "nàng", "gã", "tên", "anh em"):
            self.skip = last
            return None  # "cậu bé Thái Lan"
        delegation = tokens[i].text == "Đoàn" and is_place(text[tokens[i + 1].start : tokens[last].end])
        if delegation and not context.honorific:
            self.skip = last
            return None  # a delegation: "Đoàn Hải Phòng"
        if i and is_place(text[tokens[i - 1].start : tokens[last].end]):
            self.skip = last  # the end of a place's name: "Buôn Ma Thuột"
            return None
        head = text[: tokens[i].start]
        in_place = place_head_before(text, tokens[i].start)
        in_place = in_place or (not context.office and _COMMITTEE_BEFORE.search(head[-FAR:]) is not None)
        if in_place and context.office and last - i >= 2 and _TOWN_BEFORE.search(head[-FAR:]):
            # "Bí thư Thành ủy TP Nguyễn ...": the town is not named, the person is.
            in_place = (
                i + 2 <= last
                and tokens[i + 2].text in tables.FAMILY_NAMES
                and is_place(f"{tokens[i].text} {tokens[i + 1].text}")
            )
        if in_place and context.office and last - i >= 2 and _VILLAGE_BEFORE.search(head[-FAR:]):
            # "Chủ tịch UBND xã Ngô Văn ..."; but "bà Tạ Thị ..., Chủ tịch UBND phường Nguyễn Văn ..." names the ward.
            apposed = bool(self.spans) and context.before.lstrip()[:1] in tuple(",-–—(")
            in_place = apposed or name in tables.NAMES_OF_STREETS
        if not context.honorific and not context.adjacent and last - i < 2 and FIRM_BEFORE.search(head[-FAR:]):
            self.skip = last
            return None
        firm = _FORM_JUST_BEFORE if context.told else _FIRM_JUST_BEFORE
        if not context.honorific and not context.ranks and firm.search(head[-_LONGEST_FIRM:]):
            self.skip = last
            return None
        if not context.honorific and not context.ranks and self._is_president(tokens[i].start):
            return (last,)
        if not context.honorific and not context.ranks and (in_place or is_place(name)):
            self.skip = last
            return None
        if not context.told:
            follows = office_follows(text, tokens[last].end) or AGE.match(text, tokens[last].end) is not None
            joined = (
                bool(self.spans)
                and not self.spans[-1].short
                and IN_LIST.fullmatch(text[self.spans[-1].end : tokens[i].start])
            )
            if tokens[i].text in tables.DOUBTFUL_FAMILY and last - i < 2 and not follows and not joined:
                return None
            if not follows and (tokens[i].text == "Đường" or (last - i < 2 and _DWELLS.search(head[-FAR:]))):
                return None
            listed = _PLACE_LIST.search(head[-160:]) is not None and not head.rstrip().endswith(")")
            listed = listed or _HOUSE_NUMBER.search(head[-FAR:]) is not None
            if not follows and (self._continues_a_run(i) or name in tables.NAMES_OF_STREETS or listed):
                self.skip = last
                return None
        return (last,)

    def _is_president(self, start: int) -> bool:
        """Tell whether the words around make a name that is mostly a city's the president's: his words, or a verb."""
        name = _PRESIDENT.match(self.text, start)
        if name is None or place_head_before(self.text, start):
            return False
        before = self.text[max(0, start - FAR) : start]
        if _HIS_WORDS.search(before) is not None:
            return True
        return _OPENS.search(before) is not None and _SPEAKS.match(self.text, name.end()) is not None

    def _ends_a_place(self, i: int) -> bool:
        """Tell whether a capitalised word stands before token `i` and a family name after it: the name begins there."""
        before, follower = self.tokens[i - 1], self.tokens[i + 1]
        return (
            i > 0
            and self.text[before.end : self.tokens[i].start] == " "
            and before.capital
            and before.text.isalpha()
            and not before.acronym
            and not self._in_office(before)
            and (
                (self.tokens[i].text not in tables.PLAIN_FAMILY and follower.text in tables.PLAIN_FAMILY)
                or (follower.text in tables.FAMILY_NAMES and is_place(f"{before.text} {self.tokens[i].text}"))
            )
        )

    def _continues_a_run(self, i: int) -> bool:
        """Tell whether the token just before is a capitalised word of one name with this one ("Duy Ngô Nhĩ")."""
        if i == 0 or (self.spans and self.spans[-1].end >= self.tokens[i - 1].end):
            return False
        before = self.tokens[i - 1]
        if self.text[before.end : self.tokens[i].start] != " " or not before.capital or not before.text[0].isalpha():
            return False
        return before.text not in tables.COMMON_CAPITALS and not self._in_office(before) and before.start > 0

    def _vietnamese_run(self, i: int, *, strict: bool, addressed: bool, named: bool = False) -> int | None:
        """Return the last token of a Vietnamese name that begins with a family name at token `i`.

        `strict` says that nothing before tells of a person, `addressed` that a word of address stands before, `named`
        that it or an office touches the name.
        """
        tokens, text = self.tokens, self.text
        first = tokens[i]
        if (
            first.text not in tables.FAMILY_NAMES
            and first.text not in tables.HIGHLAND_FAMILY
            and not (first.acronym and first.text.capitalize() in tables.FAMILY_NAMES)
        ):
            return None
        if (
            first.text in ("Phó", "Đoàn")
            and not addressed
            and i + 1 < len(tokens)
            and tokens[i + 1].text in tables.FAMILY_NAMES
            and not (first.text == "Đoàn" and self._is_family_of_three(i))
            and not self._told_after(i)
        ):
            return None
        if first.text == "Đoàn" and i + 1 < len(tokens) and INSTITUTION.match(text, tokens[i + 1].start):
            return None  # "bí thư Đoàn Bệnh viện ..."
        place = PLACE_AT.match(text, first.start)
        if (
            place is not None
            and " " in place.group()
            and not addressed
            and not self._goes_on(place, strict)
            and not self._is_president(first.start)
        ):
            return None
        if INSTITUTION.match(text, first.start) and not addressed:
            return None
        highland = first.text in tables.HIGHLAND_FIRST
        last = i
        for j in range(i + 1, min(i + 6, len(tokens))):
            token = tokens[j]
            if token.start != tokens[j - 1].end + 1 or text[tokens[j - 1].end] != " ":
                break
            if j == i + 1 and _SMALL_MIDDLE.match(text, token.start):
                continue  # "Trần thị Bé"
            if not token.capital:
                break
            if _INITIAL.fullmatch(token.text) and j - i >= 2 and text[token.end : token.end + 1] == ".":
                last = j  # a name that the press shortens: "Trần Thị Mỹ D.", "Trần Thị Mỹ Th."
                break
            if not token.text[0].isalpha() or not (
                highland or (is_vietnamese_syllable(token.text) and token.text.isalpha())
            ):
                break
            if token.acronym != first.acronym and len(token.text) > 1 and not (highland and not token.acronym):
                break
            if (self._in_office(token) and not is_vietnamese_syllable(token.text)) or (
                j - i >= 2 and INSTITUTION.match(text, token.start) and not self._is_given(i, j, strict)
            ):
                break
            if any(
                start == token.start and (end > token.end or token.text not in tables.FAMILY_NAMES)
                for start, end in self.heads
            ):
                break
            here = PLACE_AT.match(text, token.start) if not highland else None
            if (
                here
                and " " in here.group()
                and (j - i >= 2 or (here.group() in COUNTRIES and not named))
                and not self._bears_place(i, j, here, told=not strict)
            ):
                break
            last = j
        length = last - i + 1
        if length < 2 or (length > 5 and not highland):
            return None
        if first.acronym and strict and length < 3 and not self._listed(i, last):
            return None
        follower = (
            tokens[last + 1]
            if last + 1 < len(tokens) and text[tokens[last].end : tokens[last + 1].start] == " "
            else None
        )
        if (
            follower is not None
            and follower.capital
            and not follower.acronym
            and not is_vietnamese_syllable(follower.text)
            and length == 2
        ):
            return None  # "Kim Jong ...", "Mai Linh Express"
        if self._hyphened(last):
            return None  # "Moon Jae-in": read as a foreign name
        return last

    def _is_given(self, i: int, j: int, strict: bool) -> bool:
        """Tell whether token `j`, a word for a body or an occasion, is a given name ("Lê Văn Hội", "Trần Hữu Lễ").

        A body's name would go on.
        """
        middle = self.tokens[i + 1].text in _MIDDLE or (j - i == 2 and not strict)
        return middle and _ONE_WORD_BODY.match(self.text, self.tokens[j].start) is not None

    def _bears_place(self, i: int, j: int, place: re.Match[str], *, told: bool) -> bool:
        """Tell whether a name whose third syllable is token `j` ends with a place's name ("Cao Thị Hòa Bình").

        Two syllables are seldom a whole name, and after "Thị" never. Nothing in capitals may follow, no firm's noun
        stand before.
        """
        tokens, text = self.tokens, self.text
        if j - i != 2 or place.group() in COUNTRIES or _FOLLOWER.match(text, place.end()):
            return False
        if tokens[i + 1].text == "Thị":
            return True
        start, end = tokens[i].start, place.end()
        return (
            tokens[i].text in tables.PLAIN_FAMILY
            and text[start : tokens[i + 1].end] not in tables.NAMES_OF_STREETS
            and text[start:end] not in tables.NOT_NAMES
            and FIRM_BEFORE.search(text[max(0, start - FAR) : start]) is None
            and (told or AGE.match(text, end) is not None or office_follows(text, end))
        )

    def _goes_on(self, place: re.Match[str], strict: bool) -> bool:
        """Tell whether one capitalised syllable of a name goes on after a place's name ("Lâm Đồng Hải")."""
        if strict or place.group() in COUNTRIES:
            return False
        follower = _FOLLOWER.match(self.text, place.end())
        if (
            follower is None
            or follower.group(1) in tables.FAMILY_NAMES
            or not is_vietnamese_syllable(follower.group(1))
            or PLACE_AT.match(self.text, follower.start(1))
            or _FOLLOWER.match(self.text, follower.end())
        ):
            return False
        return INSTITUTION.match(self.text, place.end() + 1) is None

    def _is_family_of_three(self, i: int) -> bool:
        """Tell whether just three words begin at token `i`, the second no plain family name ("Đoàn Thái Sơn")."""
        run = self._run_of_capitals(i, 4)
        return run == i + 2 and self.tokens[i + 1].text not in tables.PLAIN_FAMILY

    def _run_of_capitals(self, i: int, most: int) -> int:
        """Return the last token of the run of at most `most` capitalised words, one space apart, that begins at `i`."""
        last = i
        for j in range(i + 1, min(i + most, len(self.tokens))):
            token = self.tokens[j]
            if not token.capital or token.acronym or not token.text.isalpha() or self._in_office(token):
                break
            if self.text[self.tokens[j - 1].end : token.start] != " ":
                break
            last = j
        return last

    def _told_after(self, i: int) -> bool:
        """Tell whether an age or an office stands after the capitalised run that begins at token `i`."""
        last = i
        while last + 1 < len(self.tokens) and self.tokens[last + 1].capital:
            last += 1
        end = self.tokens[last].end
        return AGE.match(self.text, end) is not None or office_follows(self.text, end)

    def _hyphened(self, last: int) -> bool:
        return _HYPHENED.match(self.text, self.tokens[last].end) is not None and self._korean(last)

    def _korean(self, last: int) -> bool:
        """Tell whether two or more words without accents that end with token `last` hold a Korean family name."""
        first = last
        while first >= 0 and self.tokens[first].capital and not ACCENT.search(self.tokens[first].text):
            first -= 1
        run = self.tokens[first + 1 : last + 1]
        return len(run) > 1 and any(t.text in tables.KOREAN_FAMILY for t in run)

    def _listed(self, first: int, last: int) -> bool:
        """Tell whether the run stands between commas or at the ends of a list of names."""
        before, after = self.text[: self.tokens[first].start].rstrip(), self.text[self.tokens[last].end :].lstrip()
        return bool(before) and before[-1] in ",;:" and (not after or after[0] in ",;." or after.startswith("và "))

    def _listed_with_stage_names(self, i: int, before: str) -> bool:
        """Tell whether a name without a family name goes on a list of artists ("ca sĩ A, B và C")."""
        if not self.spans or not IN_LIST.fullmatch(before):
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
            if (token.text in tables.COMMON_CAPITALS - tables.ALSO_GIVEN_NAMES and j == i) or INSTITUTION.match(
                self.text, token.start
            ):
                break
            last = j
        name = self.text[self.tokens[i].start : self.tokens[last].end]
        length = last - i + 1
        return last if 2 <= length <= 4 and not is_place(name) and name not in tables.NOT_NAMES else None
