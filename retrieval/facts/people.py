"""The people of one document: who is meant by "ông Tùng", "Thủ tướng" and the like, and all offices of each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from retrieval.facts.bare_offices import MORE_VERBS, VERBS, offices_alone
from retrieval.facts.called_by_family import ADDRESS_OF_FAMILY, is_called_by_family
from retrieval.facts.office_said import office_said
from retrieval.language import offices
from retrieval.language.foreign_names import FIRST_NAMES
from retrieval.language.given_names import WOMEN
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.letters import LOWER
from retrieval.language.likeness import is_likeness
from retrieval.language.name_context import ACCENT, FAR, place_head_before
from retrieval.language.name_tables import COMMON_CAPITALS, PLAIN_FAMILY
from retrieval.language.names import PersonMention, find_people, is_vietnamese_syllable
from retrieval.language.normalize import fold
from retrieval.language.patterns import occurrences
from retrieval.language.places import is_place


@dataclass(frozen=True, slots=True)
class Reference:
    """A place in a sentence where a person is meant.

    `key` identifies the person within the document. `start` and `end` are the name (or the office that stands for
    it), `outer_start` and `outer_end` the whole description, in the sentence's text. `named` is false where the full
    name is not in this sentence.
    """

    key: str
    start: int
    end: int
    outer_start: int
    outer_end: int
    named: bool


@dataclass(slots=True)
class Person:
    """A person of the document: the fullest name, and the offices in the order of their weight."""

    key: str
    name: str
    offices: list[str] = field(default_factory=list)
    honorific: str = ""
    sentences: list[int] = field(default_factory=list)
    described: dict[str, int] = field(default_factory=dict)  # office -> the sentence that gives it


def name_key(name: str) -> str:
    """Return what two spellings of one name share: bare letters without spaces and hyphens ("Kim Jong-un")."""
    return re.sub(r"[\W_]", "", fold(name))


# What makes a word of address a noun for somebody ("Ông chủ", "Cô giáo", "Bà con"), so that it stands for nobody named.
_KIN = (
    r"(?:bà|ông|anh|chị|em|con|cháu|bố|cha|mẹ|má|nội|ngoại|chồng|vợ|cả|út|ruột|họ|dâu|rể|xã|cụ|lão|già|trẻ|bé|gái|trai|"
    r"giáo|nàng|chàng|trùm|vua|hoàng|bầu|đỡ|hùng|đồ|lang|mối|thầy|bạn|người|hai(?! lần)|ba(?! lần)|tư|sáu|bảy|tám|chín|"
    r"độc|đơn|lập|đọng|táo|kẹ|đầm|chúa|góa|nữ|nhà|minh|quốc|phù|al|bin|von|van|de|chủ(?! trì| tọa| động| trương| yếu)|"
    r"công (?:tử|chúa|tước)|(?:hiệu|bộ|thị|cục|vụ|viện|tỉnh|khoa|đội|tổ|trạm|xã|thôn) trưởng|hiệu phó|phó \w+|"
    r"trưởng \w+|tổng (?:giám|thống|thư|biên|bí)|thủ (?:tướng|trưởng|thư|lĩnh|quỹ)|giám (?:đốc|mục|thị)|luật sư|"
    r"(?:bác|tiến) s[ĩỹ]|kỹ sư|đại (?:sứ|tá|tướng|úy|biểu))(?!\w)"
)
# A pronoun at the head of the sentence, behind words that tell when or where, or after what was quoted; also as the
# source of what follows ("Theo bà, ...").
_AFTER_QUOTED = r"(?<=[^:\s])\s?[”\"]\s*,?\s*[-–—]?\s*"
_PRONOUN = compiled_later(
    rf"(?:^|{_AFTER_QUOTED}|^(?:Tại|Trong|Ở|Sau|Trước|Ngoài|Bên|Cũng|Cùng|Về|Với|Đồng|Tuy|Đặc|Do|Từ|Khi|Theo đó|Qua|"
    rf"Cuối|Đầu|Giữa|Vào|Hồi|Đến|Lúc|Khoảng|Sáng|Chiều|Tối|Hôm|Ngày|Tháng|Năm)[^,;:“”\"]{{2,60}},\s+)"
    rf"(?P<pronoun>(?:Ông|Bà|Cô|Chị)(?=\s+(?:(?:ấy|ta|này)\s+)?(?!{_KIN})[{LOWER}])|"
    rf"(?:[Ôô]ng|[Bb]à|[Cc]ô|[Cc]hị|[Aa]nh|Vị này|vị này|Ông này|Bà này)"
    rf"(?=\s+(?:(?:ấy|ta)\s+)?(?!{_KIN})(?:{VERBS}|{MORE_VERBS})))"
    rf"|(?:^|{_AFTER_QUOTED})[Tt]heo (?P<source>ông|bà|anh|chị|cô)(?=,|\.?$|\s+(?:thì|này|ấy)(?!\w))"
)
_FEMALE = frozenset(("bà", "cô", "chị", "bà này", "nàng", "quý bà", "công nương", "mẹ", "nữ"))
_MALE = frozenset(("ông", "anh", "ông này", "ngài", "chú", "cậu", "quý ông", "gã", "chàng"))
_CAPITAL_BEFORE = compiled_later(
    r"(?<![.!?:“\"])\s(?!Theo|Nhưng|Khi|Sau|Còn|Và)[A-ZĐ][\w’'-]*\s$|^(?!Theo|Nhưng|Khi|Sau|Còn)[A-Z][a-z]+\s$"
)
_CAPITAL_AFTER = compiled_later(r"\s[A-Z][a-z]+")
_NO_PERSON_BEFORE = compiled_later(
    r"(?:Ảnh:|báo|hãng|tờ|đảng|chính quyền|nhà|quỹ|công ty|tập đoàn|bão|tàu|lớp|phim|vở|cuốn|giải)\s*$", re.IGNORECASE
)
_VERB_AFTER = compiled_later(rf"\s+(?:{VERBS}|(?:bị|được|dùng|lấy|khai|rủ|mang|đâm|cầm|chạy|bỏ|bàn|gọi|về|và)(?!\w))")
_SMALL_BEFORE = compiled_later(rf"[{LOWER}],?\s$")
_ENOUGH = 4  # letters of a foreign last name that may stand alone


def _alone(text: str, start: int, end: int) -> bool:
    """Tell whether a Vietnamese given name is told as such: a verb after it, or a small letter and no sign before."""
    if _VERB_AFTER.match(text, end):
        return True
    return _SMALL_BEFORE.search(text, max(0, start - 12), start) is not None


def _told_short(found: Sequence[Sequence[PersonMention]]) -> set[str]:
    """Return the foreign names of one word that are told as a person's ("Tổng thống Trump", "Sarah, 28 tuổi").

    A report that gives no more of the name goes on with it alone.
    """
    return {
        m.name
        for mentions in found
        for m in mentions
        if m.short and len(m.name) >= _ENOUGH and m.name.isalpha() and not is_vietnamese_syllable(m.name)
    }


def sex_of(person: Person) -> str:
    """Return "f" or "m" where the honorific, an office or the name tells the person's sex, else ""."""
    honorific = person.honorific.lower()
    if (
        honorific in _FEMALE
        or " Thị " in person.name
        or (honorific not in _MALE and person.name.split()[0] in WOMEN)
        or any(re.search(r"(?i)phu nhân|nữ|công chúa|hoàng hậu|hoa hậu", o) for o in person.offices)
    ):
        return "f"
    return "m" if honorific in _MALE or " Văn " in person.name else ""


class Roster:
    """Gathers the people of one document, sentence by sentence."""

    def __init__(self) -> None:
        self.people: dict[str, Person] = {}
        self._given: set[str] = set()  # given names that stand alone for one person each
        self._order: dict[str, None] = {}  # keys as last mentioned, the latest last

    def read(self, texts: Sequence[str]) -> list[tuple[Reference, ...]]:
        """Return the references of each sentence, in order, having learned who is who from all of them."""
        found = [find_people(text) for text in texts]
        for index, mentions in enumerate(found):
            for mention in mentions:
                if not mention.short:
                    self._learn(mention, index)
                    if office := office_said(texts[index], mention, mentions):
                        self._describe(self.people[name_key(mention.name)], office, index)
        self._merge_parts()
        alone = self._standing_alone() | _told_short(found)
        references: list[tuple[Reference, ...]] = []
        for index, (text, mentions) in enumerate(zip(texts, found, strict=True)):
            row = [r for m in mentions if (r := self._refer(m, index)) is not None]
            row.extend(self._bare_names(text, row, index, alone))
            row.extend(self._bare_offices(text, row))
            row.extend(self._pronouns(text, row, references))
            row.sort(key=lambda r: r.start)
            references.append(tuple(row))
        return references

    def _standing_alone(self) -> set[str]:
        """Return the names of the document that may stand alone without being told as a person's there.

        They are foreign names, whole or the last part, and Vietnamese names without a plain family name ("Mỹ Tâm").
        """
        names: set[str] = set()
        people = {id(p): p for p in self.people.values()}.values()
        bare = Counter(p.name.split()[-1] for p in people)
        first = Counter(p.name.split()[0] for p in people)
        for person in people:
            words = person.name.split()
            if all(is_vietnamese_syllable(w) for w in words):
                if len(words) > 1 and words[0] not in PLAIN_FAMILY and words[0].istitle() and not is_place(person.name):
                    names.add(person.name)
                if self._is_bare(person, words) and bare[words[-1]] == 1:
                    self._given.add(words[-1])
                continue
            names.add(person.name)
            if (
                len(words) > 1
                and len(words[-1]) >= _ENOUGH
                and words[-1].isalpha()
                and not is_vietnamese_syllable(words[-1])
            ):
                names.add(words[-1])
            if len(words) > 1 and first[words[0]] == 1 and words[0] in FIRST_NAMES and len(words[0]) >= _ENOUGH:
                names.add(words[0])
        return names | self._given

    @staticmethod
    def _is_bare(person: Person, words: list[str]) -> bool:
        """Tell whether the press may call the person by the given name alone: nobody of office, no "ông" or "bà"."""
        given = words[-1]
        return (
            len(words) > 2
            and not person.honorific
            and len(given) > 1
            and given.istitle()
            and given not in COMMON_CAPITALS
            and given not in PLAIN_FAMILY
            and all(offices.is_standing(o) or offices.is_profession(o) for o in person.offices)
        )

    def _bare_names(self, text: str, row: Sequence[Reference], index: int, names: set[str]) -> list[Reference]:
        """Return the foreign names that stand alone but and are given elsewhere with an office or honorific."""
        found: list[Reference] = []
        for start, end in occurrences(names, text):
            name = text[start:end]
            if any(r.outer_start < end and start < r.outer_end for r in row):
                continue
            if name.isalpha() and name in self._given and not _alone(text, start, end):
                continue
            around = _CAPITAL_BEFORE.search(text[:start]) or _CAPITAL_AFTER.match(text, end)
            if around is not None and all(map(is_vietnamese_syllable, name.split())):
                continue  # a part of a longer name
            if " " not in name and around is not None:
                continue  # another person of that last name
            before = text[max(0, start - FAR) : start]
            if _NO_PERSON_BEFORE.search(before) or place_head_before(text, start) or is_likeness(text, start, end):
                continue
            mention = PersonMention(name, start, end, start, end, short=" " not in name)
            if mention.short or name_key(mention.name) in self.people:
                reference = self._refer(mention, index)
                if reference is not None:
                    found.append(reference)
        return found

    def _pronouns(self, text: str, row: Sequence[Reference], before: Sequence[Sequence[Reference]]) -> list[Reference]:
        """Return whom "Ông cũng cho biết" means: the first of that sex in the nearest of the three sentences before."""
        found = []
        if "”" in text or '"' in text:
            matches = _PRONOUN.finditer(text)
        else:  # then a match can only begin with the sentence
            first = _PRONOUN.match(text)
            matches = iter((first,)) if first is not None else iter(())
        for match in matches:
            start, end = match.span("pronoun" if match.group("pronoun") else "source")
            if any(r.outer_start <= start < r.outer_end for r in row):
                continue
            word = text[start:end].lower()
            wanted = "f" if word in _FEMALE else "m" if word in _MALE else ""
            for earlier in reversed(before[-3:]):
                fitting = [r for r in earlier if not wanted or sex_of(self.people[r.key]) in (wanted, "")]
                if fitting:
                    found.append(Reference(fitting[0].key, start, end, start, end, False))
                    break
        return found

    def _learn(self, mention: PersonMention, index: int) -> None:
        key = name_key(mention.name)
        person = self.people.setdefault(key, Person(key, mention.name))
        person.honorific = person.honorific or mention.honorific
        if person.name.isupper() and not mention.name.isupper():
            person.name = mention.name
        for office in mention.offices:
            self._describe(person, office, index)

    def _describe(self, person: Person, office: str, index: int) -> None:
        """Add an office, unless a known one says it already; a fuller form takes the place of a barer one."""
        known = [fold(o) for o in person.offices]
        new = fold(office)
        if new in known:
            return
        for place, old in enumerate(known):
            if old.startswith(new):
                return
            if new.startswith(old):
                person.described.setdefault(office, index)
                person.offices[place] = office
                return
        person.offices.append(office)
        person.described.setdefault(office, index)

    def _merge_parts(self) -> None:
        """Make "Le Pen" and "Marine Le Pen" one person, where only one fuller name ends so."""
        ending: dict[str, list[Person]] = {}  # those whose name ends in a word
        for person in self.people.values():
            ending.setdefault(fold(person.name).split()[-1], []).append(person)
        for key, person in list(self.people.items()):
            words = person.name.split()
            if all(is_vietnamese_syllable(w) for w in words) and len(words) < 2:
                continue
            tail = fold(person.name)
            fuller = [
                other
                for other in ending[tail.split()[-1]]
                if other.key != key and fold(other.name).endswith(" " + tail) and len(other.name.split()) > len(words)
            ]
            if len(fuller) == 1:
                for office in person.offices:
                    self._describe(fuller[0], office, person.described.get(office, 0))
                fuller[0].honorific = fuller[0].honorific or person.honorific
                self.people[key] = fuller[0]

    def _refer(self, mention: PersonMention, index: int) -> Reference | None:
        if mention.short:
            person = self._resolve_short(mention, index)
            if person is None:
                return None
        else:
            person = self.people[name_key(mention.name)]
        self._mentioned(person, index)
        named = not mention.short or fold(person.name) == fold(mention.name)
        return Reference(person.key, mention.start, mention.end, mention.outer_start, mention.outer_end, named)

    def _persons(self) -> list[Person]:
        return list({p.key: p for p in self.people.values()}.values())

    def _mentioned(self, person: Person, index: int) -> None:
        self._order.pop(person.key, None)
        self._order[person.key] = None
        if not person.sentences or person.sentences[-1] != index:
            person.sentences.append(index)

    def _resolve_short(self, mention: PersonMention, index: int) -> Person | None:
        """Return who "ông Tùng" or "Trump" is: the person of that given or family name who was spoken of last."""
        wanted = fold(mention.name)

        sex = "f" if mention.honorific.lower() in _FEMALE else "m" if mention.honorific.lower() in _MALE else ""
        heads = [fold(m.group()) for o in mention.offices if (m := offices.HEAD.match(o))]

        formal = mention.honorific.lower() in ADDRESS_OF_FAMILY

        def fits(person: Person) -> bool:
            if sex and sex_of(person) not in (sex, ""):
                return False
            words = fold(person.name).replace("-", " ").split()
            if all(is_vietnamese_syllable(w) for w in person.name.split()) and len(words) >= 2:
                chinese = words[0] == wanted and len(words) <= 3
                return words[-1] == wanted or (
                    chinese and (not mention.honorific or (formal and is_called_by_family(words[0], person.offices)))
                )
            return wanted in words

        spoken_of = [self.people[k] for k in reversed(self._order) if fits(self.people[k])]
        candidates = spoken_of or [p for p in self.people.values() if fits(p)]
        if len({id(p) for p in self.people.values() if fits(p)}) == 1:
            # Nobody else has that name: "Tổng thống Pháp Hollande" tells the office of "Francois Hollande".
            for office in mention.offices:
                self._describe(candidates[0], office, index)
        for person in candidates:
            # "Tổng thống Trump" is the one who is president, though a relative was named since.
            if heads and any(fold(o).startswith(tuple(heads)) for o in person.offices):
                return person
        if mention.honorific:  # a given name goes before the family name of one whose name is read in Vietnamese
            candidates.sort(key=lambda p: ACCENT.search(p.name) is not None and fold(p.name).split()[-1] != wanted)
        elif not heads:
            # A bare last name is that of the person who bears it as most mentions do, one with an office first.
            candidates.sort(key=lambda p: (not p.offices, sex_of(p) == "f", -len(p.sentences)))
        if candidates:
            return candidates[0]
        if formal:
            # Nobody has that given name: where one alone is of that family, he is called as one calls a Chinese.
            of_family = [
                p for p in self._persons() if fold(p.name.split()[0]) == wanted and p.name.count(" ") in (1, 2)
            ]
            if len(of_family) == 1 and sex_of(of_family[0]) in (sex, ""):
                return of_family[0]
        if is_vietnamese_syllable(mention.name) and len(mention.name) < 8 and not mention.offices:
            return None  # a given name alone tells nobody who it is
        key = name_key(mention.name)
        person = self.people.setdefault(key, Person(key, mention.name, honorific=mention.honorific))
        for office in mention.offices:
            self._describe(person, office, index)
        return person

    def _bare_offices(self, text: str, row: Sequence[Reference]) -> list[Reference]:
        """Return whom offices without a name mean ("Thủ tướng", "Giám đốc Sở Y tế An Hải")."""
        taken = [(r.outer_start, r.outer_end) for r in row]
        found = offices_alone(text, taken, self.people, self._order) if self.people else ()
        return [Reference(key, start, end, start, end, False) for key, start, end in found]
