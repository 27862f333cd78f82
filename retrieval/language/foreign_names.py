"""Foreign names, and single words that refer to a person: read only where the text tells that a person follows."""

from __future__ import annotations

import re

from retrieval.language import name_tables as tables
from retrieval.language import offices
from retrieval.language.foreign_cues import BODY_NAMED, KIN_BEFORE, NEWS_OR_BODY, TELLS_PERSON
from retrieval.language.foreign_runs import BEGIN_NAMES, ForeignRuns
from retrieval.language.given_names import EAST_ASIAN_FAMILY, GIVEN_NAMES, NAMED_AFTER_PERSONS
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.name_context import (
    ACCENT,
    APPOSITION,
    FAR,
    IN_LIST,
    PLACE_AT,
    Context,
    NameSpan,
    is_vietnamese_syllable,
    office_follows,
    place_head_before,
)
from retrieval.language.places import COUNTRIES, COUNTRY_PATTERN, FOREIGN_CITIES, PROVINCE_PATTERN, is_place

_WEAK_BEFORE = compiled_later(
    rf"(?:{'|'.join(sorted(offices.WEAK_HEADS - {'phu nhân', 'người đồng cấp'}))}|phía|của|thuộc|tại)\s+$",
    re.IGNORECASE,
)
_COUNTRY_FIRST = compiled_later(
    rf"(?:{COUNTRY_PATTERN}|{PROVINCE_PATTERN}|{'|'.join(tables.OFFICE_BODIES)}|{'|'.join(FOREIGN_CITIES)})(?!\w)"
)
_COUNTRY_BEFORE = compiled_later(rf"(?<!\w)(?:{COUNTRY_PATTERN})\s+$")
_LETTER_BEFORE = compiled_later(r"(?<!\w)[A-ZĐ]\.\s?$")
_NAMING = compiled_later(r"(?:mang|đặt|đổi|lấy|có|dưới|với cái|ký|cùng|gọi)\s+$", re.IGNORECASE)
_KOREAN_GIVEN = compiled_later(r"\s[A-Z][a-z]+\s?-\s?[a-z]{2,6}(?!\w)")
_CAMEL = compiled_later(r"(?!Mc|Mac|De|Di|Le|La|Du|O)[A-Z][a-z]+[A-Z]\w*")
# Heads of towns and counties: a foreign word between them and a given name is the place.
_HEADS_TOWN = frozenset(
    (
        "tổng thống",
        "thủ tướng",
        "ngoại trưởng",
        "thị trưởng",
        "phó thị trưởng",
        "thống đốc",
        "thủ hiến",
        "tỉnh trưởng",
        "cảnh sát trưởng",
    )
)
# Given names that are as often the second word of a name.
_SECOND_NAMES = tables.words(
    "Abdel Abdul Abdullah Ahmad Ahmed Ali Anne Antonio Carlos Hassan Hossein Ibrahim Javad Jose José Karim Khalid Luis "
    "Maria Marie Mohamad Mohamed Mohammad Mohammed Muhammad Mustafa Nasser Omar Paul Rashid Salman Tayyip"
)
# Honorifics after which a single capitalised word is no reference to one person ("em Lan" is, "đức Phật" is not).
_NO_SHORT = frozenset(("nữ", "nam", "tên", "đức", "sư", "mẹ"))
# Words of address after which any syllables with capitals are whom one speaks of.
_CALLING = frozenset(("ông", "bà", "anh", "chị", "cô", "chú", "bác", "cậu", "em", "cháu", "thầy", "đồng chí"))
# Peoples, and towns, that are no place's whole name.
_PEOPLES = frozenset(
    ("Việt", "Hàn", "Ấn", "Thái", "Hoa", "Kinh", "Hà", "Sài", "Âu", "Á", "Phi", "Khmer", "Chăm", "Tàu")
)
# Words between an office and a foreign word that make the word a body's name.
_BODY = compiled_later(
    r"(?<!\w)(?:của|thuộc|viện|công ty|tập đoàn|hãng|đại học|trường|tổ chức|báo|tạp chí|nhóm|ngân hàng|"
    r"hiệp hội|liên đoàn|quỹ|đội|clb)(?!\w)",
    re.IGNORECASE,
)
_ABROAD = compiled_later(rf"(?<!\w)(?:{'|'.join(c for c in COUNTRIES if c != 'Việt Nam')})(?!\w)")
# A place or a title that a given name may follow: "hạt Orange John ...", "Barcelona Patrick ...", "Mr. Peter ...".
_PLACE_OR_TITLE_BEFORE = compiled_later(
    rf"(?:{COUNTRY_PATTERN}|{'|'.join(map(re.escape, FOREIGN_CITIES))}|"
    r"(?:hạt|bang|quận|thành phố|tỉnh|thị trấn) [A-Z]\w+|"
    r"Mr\.?|Mrs\.?|Ms\.?|Sir|Sheikh)\s+$"
)


# Given names with which a name begins.
FIRST_NAMES = GIVEN_NAMES - _SECOND_NAMES


class ForeignNames(ForeignRuns):
    """Reads foreign names, stage names and short references."""

    def _untold(self, i: int, context: Context) -> tuple[int, NameSpan] | None:
        """Read a foreign name where no office or word of address stands before it.

        Its given name tells it, or what follows (speech, an age, kin), or the kin before it.
        """
        token = self.tokens[i]
        known = token.text in GIVEN_NAMES
        if not known and token.text not in EAST_ASIAN_FAMILY and is_vietnamese_syllable(token.text):
            return None
        if token.acronym or token.text in tables.COMMON_CAPITALS:
            return None
        before = self.text[max(0, token.start - FAR) : token.start]
        if len(token.text) == 1 and _LETTER_BEFORE.search(before):
            return None  # "Công ty TNHH A.B. C": the end of a longer row of letters
        kin = KIN_BEFORE.search(before) is not None
        last = self._foreign_run(i)
        words = [t.text for t in self.tokens[i : last + 1] if t.capital]
        if (
            len(words) == 1
            and known
            and self.spans
            and self.spans[-1].short
            and IN_LIST.fullmatch(self.text[self.spans[-1].end : token.start])
        ):
            return last, self._span(i, last, context, short=True)  # "các cháu Anna, Joseph và Theodore"
        if (
            len(words) == 1
            and (kin or (token.text in FIRST_NAMES and self._told_alone(i, last, before)))
            and not is_vietnamese_syllable(words[0])
            and not is_place(words[0])
        ):
            return last, self._span(i, last, context, short=True)
        if (
            not 2 <= len(words) <= (5 if known else 4)
            or any(w.isupper() for w in words if len(w) > 2)
            or tables.BODY_WORDS.intersection(words)
            or tables.MEDIA_WORDS.intersection(words)
            or words[0] in FOREIGN_CITIES
            or " ".join(words) in FOREIGN_CITIES
            or PLACE_AT.match(self.text, token.start)
            or place_head_before(self.text, token.start)
            or NEWS_OR_BODY.search(before)
            or (self._continues_a_run(i) and not (known and _PLACE_OR_TITLE_BEFORE.search(before)))
        ):
            return None
        end = self.tokens[last].end
        if not kin and not TELLS_PERSON.match(self.text, end) and not office_follows(self.text, end):
            name = self.text[token.start : end]
            if not known and token.text not in EAST_ASIAN_FAMILY:
                return None
            if (
                (len(words) == 2 and f" - {words[1]}" in name)
                or name in NAMED_AFTER_PERSONS
                or BODY_NAMED.search(before)
            ):
                return None
            if token.text in tables.KOREAN_FAMILY and _KOREAN_GIVEN.match(self.text, token.end):
                return last, self._span(i, last, context, short=False)  # "Lee Soo - nam"
            if all(map(is_vietnamese_syllable, words)):
                return None
            if is_vietnamese_syllable(token.text) and is_vietnamese_syllable(words[1]):
                return None
        return last, self._span(i, last, context, short=False)

    def _told_alone(self, i: int, last: int, before: str) -> bool:
        """Tell whether a given name by itself is told as a person's by what follows ("Sarah, 28 tuổi")."""
        return (
            TELLS_PERSON.match(self.text, self.tokens[last].end) is not None
            and NEWS_OR_BODY.search(before) is None
            and not place_head_before(self.text, self.tokens[i].start)
            and not self._continues_a_run(i)
        )

    def _other(self, i: int, context: Context) -> tuple[int, NameSpan] | None:
        """Read a foreign name, a stage name or a single word after an honorific or an office."""
        tokens, text = self.tokens, self.text
        last = self._foreign_run(i)
        first = i if self._called(i, last, context) else self._without_lead(i, last)
        if first > last:
            self.skip = last  # only a country or a city: "Nhà tài phiệt New York"
            return None
        for j in range(first + 1, last):
            # A Vietnamese name at the end of a capitalised run is the name; what stands before names the office.
            if tokens[j].text in tables.FAMILY_NAMES and all(
                is_vietnamese_syllable(t.text) for t in tokens[j : last + 1]
            ):
                inner = self._vietnamese_run(j, strict=False, addressed=False)
                if (
                    inner is not None
                    and inner - j >= 2
                    and context.told
                    and not context.honorific
                    and not is_vietnamese_syllable(tokens[first].text)
                ):
                    return inner, self._span(j, inner, context, short=False, kept=False)
        if place_head_before(text, tokens[i].start) or place_head_before(text, tokens[first].start):
            given = next((k for k in range(i + 1, last) if tokens[k].text in GIVEN_NAMES), None)
            if given is not None:
                first = given  # "hạt Orange John Miller"
            elif not context.honorific and _COUNTRY_FIRST.match(text, tokens[i].start) is None:
                self.skip = self._place_end(i, last)
                return None
        elif (
            first + 2 <= last
            and tokens[first].text not in BEGIN_NAMES
            and tokens[first + 1].text in FIRST_NAMES
            and (context.head.lower() in _HEADS_TOWN or offices.heads_body(context.head))
        ):
            first += 1  # "Thị trưởng Dayton Nan ...", "Giám đốc Rostselmash Konstantin ..."
        name = text[tokens[first].start : tokens[last].end]
        words = [t.text for t in tokens[first : last + 1] if t.text[0].isalpha()]
        initial = len(words) > 1 and len(words[0]) == 1 and text[tokens[first].end] == "."
        if all(len(w) == 1 for w in words) and not context.honorific and offices.heads_body(context.head):
            return None  # "Giám đốc Công ty Vệ sĩ S.T."
        if words[0] == "The" or (initial and all(map(is_vietnamese_syllable, words[1:]))):
            self.skip = last
            return None  # "chị H. Khi ..."
        foreign = any(not is_vietnamese_syllable(w) for w in words) or ("-" in name and words[-1][0].islower())
        if not ACCENT.search(name) and context.office and (first > i or _ABROAD.search(context.between)):
            foreign = True  # "Bộ trưởng Thương mại Singapore Chan ...": a name that only looks Vietnamese
        if len(words) > 2 and words[0] in GIVEN_NAMES and not ACCENT.search(name):
            foreign = True  # "Cố vấn nhà nước Aung ..."
        if any(w.capitalize() in tables.BODY_WORDS or w in ("TP", "UBND", "HĐND") for w in words):
            return None
        if self._is_branch(words):
            self.skip = last
            return None  # "Tổng giám đốc Acecook Việt Nam": a firm's branch
        called = first == i and self._called(i, last, context)
        if (
            (is_place(name) and not called)
            or name in tables.NOT_NAMES
            or (all(w.isupper() and len(w) > 1 for w in words) and foreign)
        ):
            return None
        kept = first == i
        if _NAMING.search(text[: context.start]) and context.honorific.lower() == "tên" and not foreign:
            return None
        if len(words[0]) == 1 and len(words) > 1 and len(words[1]) == 1 and text[tokens[first].end] != ".":
            return None  # "Sở T T & T T"
        if (
            len(words) == 2
            and len(words[1]) == 1 < len(words[0])
            and not context.honorific
            and not is_vietnamese_syllable(words[0])
        ):
            return None  # "Big C"
        if len(words) == 1:
            if not self._may_be_short(words[0], last, context, kept):
                return None
            return last, self._span(first, last, context, short=True, kept=kept)
        if not (context.honorific or context.ranks):
            if not foreign and not (context.stage and 2 <= len(words) <= 4 and self._capital_syllables(first) == last):
                if first > i and is_place(text[tokens[i].start : tokens[first - 1].end]):
                    self.skip = first - 1  # a name of a rare family may follow the place
                return None
            if (
                tokens[first].text not in GIVEN_NAMES
                and not (first > i and context.before.endswith("người "))  # "đạo diễn người Hà Lan ..."
                and NEWS_OR_BODY.search(context.before)
                and not office_follows(text, tokens[last].end)
            ):
                return None
            if (
                foreign
                and self._in_apposition(context)
                and _BODY.search(context.between)
                and not self._after_country(first)  # "..., Cố vấn của Myanmar A"
                and not (context.between.endswith(("và ", "cùng ")) and office_follows(text, tokens[last].end))
            ):
                return None  # "ông A (Giám đốc Công ty B)"
        if words[0] in tables.COMMON_CAPITALS and not (foreign or called):
            return None
        if not context.told and place_head_before(text, tokens[first].start):
            return None
        return last, self._span(first, last, context, short=False, kept=kept)

    def _place_end(self, i: int, last: int) -> int:
        """Return the last token of the place that begins at token `i`, after its noun; the run goes on to `last`.

        A name begins after a well-known place ("tỉnh Quảng Nam Lê ...") or an abbreviation ("TP. HCM"), and else only
        with a family name: before two syllables or more ("huyện Nam Trà My"), or before one after a place of two.
        """
        tokens = self.tokens
        if tokens[i].acronym:
            return i
        for k in range(last - 1, i + 1, -1):
            if is_place(self.text[tokens[i].start : tokens[k - 1].end]):
                return k - 1
        for length in (2, 3):
            if i + length < last and tokens[i + length].text in tables.PLAIN_FAMILY:
                return i + length - 1  # "huyện Tam Nông Lê ..."
        return next((k for k in range(i + 1, last - 1) if tokens[k].text in tables.FAMILY_NAMES), last + 1) - 1

    @staticmethod
    def _is_branch(words: list[str]) -> bool:
        """Tell whether words are a firm's name and a Vietnamese place ("Acecook Việt Nam", "Intel Châu Á")."""
        head, tail = words[:-2], words[-2:]
        return (
            bool(head)
            and (is_place(" ".join(tail)) or tail[-1] == "Á" or tail[0] == "Châu")
            and all(map(is_vietnamese_syllable, tail))
            and not is_vietnamese_syllable(head[0])
            and head[0] not in BEGIN_NAMES
        )

    def _in_apposition(self, context: Context) -> bool:
        """Tell whether the office before stands in apposition to the name before it."""
        if not self.spans or not context.head:
            return False
        gap = self.text[self.spans[-1].end : context.start - len(context.between) - len(context.head)]
        return APPOSITION.fullmatch(gap) is not None

    def _may_be_short(self, word: str, last: int, context: Context, kept: bool) -> bool:
        """Tell whether one capitalised word refers to a person ("ông Tùng", "Tổng thống Putin", "Bộ trưởng Nhạ")."""
        if not word[0].isupper() or word.isupper() or len(word) < 2:
            return False
        if place_head_before(self.text, self.tokens[last].start):
            return False
        called = kept and self._called(last, last, context)
        if word in tables.COMMON_CAPITALS and not (called or (context.honorific and word in tables.ALSO_GIVEN_NAMES)):
            return False
        if _CAMEL.fullmatch(word):
            return False  # "tài xế SantaFe"
        if context.honorific:
            return kept and context.honorific.lower() not in _NO_SHORT
        if NEWS_OR_BODY.search(context.before) or _WEAK_BEFORE.search(context.before) or self.tokens[last].acronym:
            return False
        if not is_vietnamese_syllable(word):
            return (
                word not in FOREIGN_CITIES
                and context.office
                and not _BODY.search(context.between)
                # "cố vấn Google" is a firm's, "cố vấn an ninh quốc gia Mỹ Bolton" is called Bolton.
                and (
                    not offices.heads_body(context.head)
                    or (context.adjacent and word in FIRST_NAMES)  # "cảnh sát trưởng Stephen"
                    or (not offices.is_weak(context.head) and self._after_country(last))
                )
            )
        if not (kept and context.adjacent) or is_place(word) or word in ("Thái", "Hoa", "Danh", "Di", "Hàng", "Phòng"):
            return False
        # "Bộ trưởng Nhạ cho biết", but not "Chánh án Tòa án": a verb or a sign must follow.
        end = self.tokens[last].end
        stop = offices.find_stop(self.text, end)
        return (stop is not None and stop.start("stop") == end + 1) or re.match(
            r"\s*(?:[,.;:)]|$)", self.text[end:]
        ) is not None

    def _called(self, first: int, last: int, context: Context) -> bool:
        """Tell whether Vietnamese syllables right after a word of address are all of a name ("ông Đức", "bà Việt Nga").

        So they are whatever else they mean: a country, a town, a word that begins sentences.
        """
        words = [t.text for t in self.tokens[first : last + 1]]
        name = " ".join(words)
        personal = context.ranks or (context.adjacent and context.head.lower() in tables.PERSONAL_HEADS)
        if context.honorific.lower() not in _CALLING and (not personal or is_place(name) or name in _PEOPLES):
            return False  # "tướng Mỹ" is one of the Americans, "bị cáo Phát" somebody
        if context.honorific[:1].isupper() and words[0] in ("Quốc", "Rịa", "Trưng"):
            return False  # "Anh Quốc", "Bà Rịa"
        if len(words) > 2 or (len(words) == 2 and is_place(name)):
            return False
        return all(is_vietnamese_syllable(w) and len(w) > 1 and not w.isupper() for w in words)

    def _after_country(self, token: int) -> bool:
        """Tell whether the name of a country stands right before a token."""
        return _COUNTRY_BEFORE.search(self.text[: self.tokens[token].start]) is not None

    def _without_lead(self, first: int, last: int) -> int:
        """Return the first token of the name itself: countries, bodies and sentence words before it are left out."""
        tokens, text = self.tokens, self.text
        while first <= last:
            lead = _COUNTRY_FIRST.match(text, tokens[first].start)
            if lead:
                while first <= last and tokens[first].start < lead.end():
                    first += 1
                continue
            token = tokens[first]
            rest = [t for t in tokens[first + 1 : last + 1] if t.text[0].isalpha()]
            accented = ACCENT.search(token.text) is not None and token.text not in tables.FAMILY_NAMES
            if (
                not token.text[0].isalpha()
                or (token.acronym and rest and not all(t.acronym for t in rest))
                or (
                    token.text in tables.COMMON_CAPITALS
                    and token.text not in ("Ban", "Anh", "Em")
                    and (rest or first == last)
                )
                or (
                    accented
                    and len(rest) >= 1
                    and any(not is_vietnamese_syllable(t.text) for t in rest)
                    and is_vietnamese_syllable(token.text)
                )
            ):
                first += 1
            else:
                break
        return first
