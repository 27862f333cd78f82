"""The people of one document: who is meant by "ông Tùng", "Thủ tướng" and the like, and all offices of each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from retrieval.language import offices
from retrieval.language.names import PersonMention, find_people, is_vietnamese_syllable
from retrieval.language.normalize import fold


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


# A bare office at the head of a clause stands for the person who was introduced with it.
_BARE = re.compile(
    r"(?<![\w-])(?P<office>Tổng [Bb]í thư|Thủ tướng|Phó Thủ tướng|Chủ tịch nước|Chủ tịch Quốc hội|Bộ trưởng|Thứ trưởng|Tổng thống|"
    r"Phó Tổng thống|Bí thư Thành ủy|Bí thư Tỉnh ủy|Chủ tịch UBND tỉnh|Chủ tịch UBND thành phố|Ngoại trưởng|Đại sứ|Đức vua|Nhà vua|"
    r"Quốc vương|Chủ tịch tỉnh|Chủ tịch thành phố|Bí thư|Giám đốc|Hiệu trưởng)(?=\s+(?:đã|sẽ|đang|vừa|cũng|còn|cho|nói|nhấn|khẳng|"
    r"phát|bày|đánh|đề|yêu|kêu|mong|hy|tin|chủ|dự|tham|trao|tặng|tiếp|thăm|gặp|ghi|biểu|chỉ|dâng|cùng|và các|và đoàn|lưu|nhắc|cảm|chúc|ký))"
)


def _office_head(office: str) -> str:
    match = offices.HEAD.match(office)
    return match.group().lower() if match else ""


class Roster:
    """Gathers the people of one document, sentence by sentence."""

    def __init__(self) -> None:
        self.people: dict[str, Person] = {}
        self._order: list[str] = []  # keys as last mentioned, the latest last

    def read(self, texts: Sequence[str]) -> list[tuple[Reference, ...]]:
        """Return the references of each sentence, in order, having learned who is who from all of them."""
        found = [find_people(text) for text in texts]
        for index, mentions in enumerate(found):
            for mention in mentions:
                if not mention.short:
                    self._learn(mention, index)
        self._merge_parts()
        references = []
        for index, (text, mentions) in enumerate(zip(texts, found, strict=True)):
            row = [r for m in mentions if (r := self._refer(m, index)) is not None]
            row.extend(self._bare_offices(text, row, index))
            row.sort(key=lambda r: r.start)
            references.append(tuple(row))
        return references

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
        for key, person in list(self.people.items()):
            words = person.name.split()
            if all(is_vietnamese_syllable(w) for w in words) and len(words) < 2:
                continue
            tail = fold(person.name)
            fuller = [
                other
                for other in self.people.values()
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

    def _mentioned(self, person: Person, index: int) -> None:
        if person.key in self._order:
            self._order.remove(person.key)
        self._order.append(person.key)
        if not person.sentences or person.sentences[-1] != index:
            person.sentences.append(index)

    def _resolve_short(self, mention: PersonMention, index: int) -> Person | None:
        """Return who "ông Tùng" or "Trump" is: the person of that given or family name who was spoken of last."""
        wanted = fold(mention.name)

        def fits(person: Person) -> bool:
            words = fold(person.name).replace("-", " ").split()
            if all(is_vietnamese_syllable(w) for w in person.name.split()) and len(words) >= 2:
                chinese = words[0] == wanted and len(words) <= 3
                return words[-1] == wanted or (chinese and not mention.honorific) or (chinese and words[0] in _RULERS)
            return wanted in words

        for key in reversed(self._order):
            if fits(self.people[key]):
                return self.people[key]
        for person in self.people.values():
            if fits(person):
                return person
        if is_vietnamese_syllable(mention.name) and len(mention.name) < 8 and not mention.offices:
            return None  # a given name alone tells nobody who it is
        key = name_key(mention.name)
        person = self.people.setdefault(key, Person(key, mention.name, honorific=mention.honorific))
        for office in mention.offices:
            self._describe(person, office, index)
        return person

    def _bare_offices(self, text: str, row: Sequence[Reference], index: int) -> list[Reference]:
        found = []
        for match in _BARE.finditer(text):
            if any(r.outer_start <= match.start() < r.outer_end for r in row):
                continue
            head = match.group("office").lower()
            keys = [k for k in self._order if any(fold(o).startswith(fold(head)) for o in self.people[k].offices)]
            if keys:
                person = self.people[keys[-1]]
                found.append(Reference(person.key, match.start(), match.end(), match.start(), match.end(), False))
        return found


# Family names by which the press calls foreign leaders whose names are read in Vietnamese ("ông Tập", "ông Kim").
_RULERS = frozenset(("tap", "ly", "kim", "vuong", "on", "ho", "giang", "dang", "mao", "tuong", "luu", "moon", "park", "thai", "ma", "hoa", "canh"))
