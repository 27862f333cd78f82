"""What sort of thing a question asks for, read from the tables of `cues`.

The question is read with the tables exactly as they are written; only if that says nothing, or it was typed without
accents, accents may be missing. The word that stands first decides ("Ai chủ trì, khi nào?" asks who).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from retrieval.answering import cues
from retrieval.answering.chat import is_office_phrase
from retrieval.answering.cues import Noun, Reader
from retrieval.answering.model import Kind
from retrieval.answering.named_first import names_first
from retrieval.facts.acts import find_acts
from retrieval.language import offices
from retrieval.language.dates import find_dates
from retrieval.language.letters import UPPER
from retrieval.language.names import FAMILY_NAMES, find_people, is_vietnamese_syllable
from retrieval.language.normalize import fold, is_unaccented
from retrieval.language.places import is_place

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a question asks: kind, aspects and focus as in `Question`, and the span of the question words."""

    kind: Kind
    aspects: frozenset[str] = frozenset()
    focus: str = ""
    cue: Span = (0, 0)

    @property
    def is_vague(self) -> bool:
        """Tell whether the reading found little to go by."""
        return self.kind is Kind.PASSAGE or (self.kind is Kind.THEME and not self.focus)


@lru_cache(maxsize=256)  # a question is read several times on its way to an answer
def classify(text: str, *, soft: bool = False) -> Reading:
    """Return what `text` (tidied, see `chat.tidy`) asks for; `soft` when it ended in "à" or "hả"."""
    text = _without_quotes(text)
    if is_unaccented(text):
        return _read(Reader(text, strict=False), soft)
    exact = _read(Reader(text, strict=True), soft)
    if not exact.is_vague or (exact.kind is Kind.THEME and _mostly_accented(text)):
        return exact
    tolerant = _read(Reader(text, strict=False), soft)
    return exact if tolerant.kind is Kind.PASSAGE else tolerant


_QUOTED = re.compile(r"[“\"][^“”\"]*[”\"]")


def _without_quotes(text: str) -> str:
    """Return `text` with what it quotes blanked out, offsets kept: a quoted question word asks nothing."""
    blank = _QUOTED.sub(lambda m: m.group()[0] + "·" * (len(m.group()) - 2) + m.group()[-1], text)
    return blank if len(re.findall(r"\w+", blank)) >= 3 else text


def _mostly_accented(text: str) -> bool:
    """Tell whether half of the words or more have their marks; Vietnamese text has them on three of four."""
    words = re.findall(r"[^\W\d_]+", text)
    return 2 * sum(not word.isascii() for word in words) >= len(words)


def _read(reader: Reader, soft: bool) -> Reading:
    text = reader.text
    for rule in (_who_is, _list_at_start, _office):
        if (reading := rule(reader)) is not None:
            return reading
    if (m := reader.search(cues.HOW_LONG)) is not None:
        return Reading(Kind.COUNT, frozenset({"duration"}), m.group(), m.span())
    found = _question_words(reader)
    if (whether := _whether(reader, found)) is not None:
        return whether
    if found:
        first = min(found, key=lambda r: (r.cue[0], -r.cue[1]))
        offered = _choice(reader) if first.kind is Kind.PEOPLE else None
        if offered is not None and offered.kind is Kind.PEOPLE:
            return replace(first, aspects=first.aspects | offered.aspects)
        return first
    if (m := cues.pattern("ai").match(text)) is not None:  # "AI chủ trì ...", the capital lock left on
        return Reading(Kind.PEOPLE, _who_aspects(reader, m.span()), "", m.span())
    if (choice := _choice(reader)) is not None:
        return choice
    if soft:
        return Reading(Kind.YES_NO, cue=(len(text), len(text)))
    return _without_question_word(reader)


def _question_words(reader: Reader) -> list[Reading]:
    text = reader.text
    found: list[Reading] = []

    def free(at: int) -> bool:
        return not any(r.cue[0] <= at < r.cue[1] for r in found)

    names = reader.search(cues.NAMED) is not None or reader.search(("ai",)) is not None
    for m in reader.finds(cues.WHEN):
        if fold(m.group()) == "hoi nao" and _ENDS_IN_HOI.search(text[: m.start()]):
            continue  # "Phó Chủ tịch Quốc hội nào", typed without accents
        if not reader.strict and names and m.group().lower() == "thang may":
            continue  # a lift: "thẻ thang máy"
        found.append(Reading(Kind.DATE, _when_aspects(reader), "", m.span()))
    for m in reader.finds(cues.WHERE):
        if m.group().lower() in ("địa điểm", "dia diem") and reader.search(("nào", "gì"), m.end()) is not None:
            continue  # "địa điểm tổ chức nào": the word "nào" is read below
        found.append(Reading(Kind.PLACE, frozenset(), "", m.span()))
    for m in reader.finds(cues.COUNT):
        if free(m.start()) and not _is_determiner(reader, m):
            ordinal = reader.search(("(?:thứ|lần thứ)",), max(0, m.start() - 8), m.start()) is not None
            found.append(
                Reading(Kind.COUNT, frozenset({"ordinal"} if ordinal else ()), _noun_after(text, m.end()), m.span())
            )
    for m in reader.finds(cues.NAMED):
        found.append(_named(reader, m))
    for m in reader.finds(cues.WHO):
        if m.group() != "AI" or text.isupper():
            found.append(Reading(Kind.PEOPLE, _who_aspects(reader, m.span()), "", m.span()))
    for m in reader.finds(cues.PLAIN):
        if free(m.start()):
            found.append(_plain(reader, m))
    return found


# Words that typed without accents end or begin with "may", which is then no "mấy": "nhà máy", "máy bay".
# Words whose second syllable is "hội", in bare letters.
_ENDS_IN_HOI = re.compile(r"(?<!\w)(?:quoc|xa|hiep|le|dai|dang|co|giao|vu|chi|ca|nghi)\s+$", re.IGNORECASE)
_MACHINE_BEFORE = re.compile(r"(?<!\w)(?:nha|xe|thang|bo|chay|phong|so)\s+$", re.IGNORECASE)
_MACHINE_AFTER = re.compile(r"\s+(?:bay|moc)(?!\w)", re.IGNORECASE)


def _is_determiner(reader: Reader, match: re.Match[str]) -> bool:
    """Tell whether "mấy" asks nothing: it makes a plural ("mấy người nào dự"), or is "máy" typed bare."""
    if fold(match.group()) != "may":
        return False
    bare = not reader.strict and match.group().isascii()
    if bare and (
        _MACHINE_BEFORE.search(reader.text[: match.start()]) or _MACHINE_AFTER.match(reader.text, match.end())
    ):
        return True
    return (
        re.match(r"(?i)\s+(?:\w+\s+){1,2}(?:nào|nao)(?!\w)|\s+(?:hôm|hom)\s+nay", reader.text[match.end() :])
        is not None
    )


# "X là ai" --------------------------------------------------------------------------------------------------------

_AFTER_WHO_IS = (
    "vậy", "thế", "mà", "trong", "ở", "tại", "khi", "lúc", "của", "hồi", "bên", "và", "đối với",
)  # fmt: skip


def _who_is(reader: Reader) -> Reading | None:
    """Read "X là ai": the office of a person, or the person of an office."""
    text = reader.text
    m = reader.search(cues.WHO_IS)
    if m is None or not (not text[m.end() :].strip(" ,") or reader.match(_AFTER_WHO_IS, _next_word(text, m.end()))):
        return None
    before = text[: m.start()].strip()
    if not before:
        return None
    subject = re.split(r"[,:]", before)[-1].strip() or before
    subject = re.sub(r"(?i)^(?:thì|thi)\s+", "", subject)
    people = [p for p in find_people(before) if not p.short]
    if not reader.strict and people and people[0].start == 0 and is_office_phrase(before.split(",")[0]):
        people = []  # "Chu tich ...": Chu is a family name too
    whole = len(before)
    if names_first(before, people):
        return Reading(Kind.OFFICE, frozenset(), "", m.span())
    ends_with_name = bool(people) and whole - people[-1].end <= 1
    if ends_with_name:
        return Reading(Kind.OFFICE, frozenset(), "", m.span())
    office = offices.HEAD.match(subject) is not None or is_office_phrase(subject)
    doer = re.match(r"(?i)(?:người|nguoi|vị|vi|mc|đại diện|dai dien)(?!\w)", subject) is not None
    aspects = frozenset({"office"} if office and not doer else ())
    if not reader.strict and _is_bare_name(subject):
        return Reading(Kind.OFFICE, frozenset(), "", m.span())
    if people or find_acts(before) or doer or office:
        return Reading(Kind.PEOPLE, aspects, "", m.span())
    if is_unaccented(text) and find_acts(fold(before), folded=True):
        return Reading(Kind.PEOPLE, aspects, "", m.span())
    noun = reader.nouns(0, m.start())
    if len(subject.split()) > 5 or (noun and noun[0].start == 0 and noun[0].table != "PLACE_NOUNS"):
        person = noun and noun[0].noun in ("ông", "bà", "anh", "chị", "đồng chí")
        return Reading(Kind.OFFICE if person and len(subject.split()) <= 5 else Kind.PEOPLE, aspects, "", m.span())
    return Reading(Kind.OFFICE, frozenset(), "", m.span())


_FOLDED_FAMILIES = frozenset(fold(name) for name in FAMILY_NAMES)


def _is_bare_name(subject: str) -> bool:
    """Tell whether a subject without accents is, or ends in, a name ("tran luu quang", "Dai ta Eric Anduze")."""
    words = [w for w in subject.split() if fold(w) not in ("ong", "ba", "anh", "chi", "co", "dong", "chi")]
    if 2 <= len(words) <= 4 and fold(words[0]) in _FOLDED_FAMILIES and not is_office_phrase(subject):
        return all(w[0].isupper() for w in words) or not any(w[0].isupper() for w in words)
    foreign = [w for w in words[-2:] if w[0].isupper() and not w.isupper() and not is_vietnamese_syllable(w)]
    return bool(foreign) and words[-1][0].isupper()


def _next_word(text: str, position: int) -> int:
    while position < len(text) and text[position] in " ,":
        position += 1
    return position


def _office(reader: Reader) -> Reading | None:
    m = reader.search(cues.OFFICE)
    if m is None:
        return None
    who = reader.search(("ai", "do ai"))
    if who is not None and who.start() < m.start():
        return None  # "Ai giữ chức ..."
    other = [w for w in reader.finds((*cues.WHEN, *cues.COUNT)) if w.start() < m.start() or w.end() > m.end()]
    if other and not re.search(r"(?i)(?:gì|nào|gi|nao|j)\W*$", m.group()):
        return None
    if _bare_tail(m.group()) and reader.search((*cues.PLAIN, *cues.WHERE, "không", "chưa"), m.end()) is not None:
        return None
    return Reading(Kind.OFFICE, frozenset(), "", m.span())


def _bare_tail(group: str) -> bool:
    """Tell whether an office cue has no question word of its own ("chức vụ", "làm chức")."""
    return re.search(r"(?i)(?:gì|nào|gi|nao|j)(?!\w)", group) is None


# Lists, choices, yes or no -------------------------------------------------------------------------------------------


def _list_at_start(reader: Reader) -> Reading | None:
    m = reader.match(cues.LIST)
    return None if m is None else _listed(reader, m)


def _listed(reader: Reader, match: re.Match[str]) -> Reading:
    """Read "Kể tên các ...": the noun that follows says what is listed."""
    after = reader.nouns(match.end())
    gap = len(reader.text[match.end() : after[0].start].split()) if after else 9
    if not after or gap > 3:
        return Reading(Kind.PEOPLE, frozenset({"plural"}), "", match.span())
    noun = after[0]
    span = (match.start(), noun.end)
    plural = frozenset({"plural"})
    match noun.table:
        case "EVENT_NOUNS":
            return Reading(Kind.EVENTS, plural, noun.noun, span)
        case "ORG_NOUNS":
            return Reading(Kind.PEOPLE, plural | {"org"}, noun.noun, span)
        case "PLACE_NOUNS" if _is_org_too(noun.noun):
            return Reading(Kind.PEOPLE, plural | {"org"}, noun.noun, span)
        case "PLACE_NOUNS":
            return Reading(Kind.PLACE, plural, noun.noun, span)
        case "THEME_NOUNS":
            return Reading(Kind.THEME, plural, noun.noun, span)
        case "TIME_NOUNS":
            return Reading(Kind.DATE, plural, noun.noun, span)
        case "OFFICE_NOUNS":
            return Reading(Kind.OFFICE, plural, noun.noun, span)
    return Reading(Kind.PEOPLE, plural | {"noun"}, noun.noun, span)


def _choice(reader: Reader) -> Reading | None:
    """Read "Ông A hay ông B là người chủ trì", "ở Huế hay ở Vinh": one of two answers is asked for."""
    for m in reader.finds(cues.CHOICE):
        aspects = frozenset({"choice"})
        people = find_people(reader.text)
        if any(p.end <= m.start() for p in people) and any(p.outer_start >= m.end() for p in people):
            return Reading(Kind.PEOPLE, aspects, "", m.span())
        after = _OFFERED.match(reader.text, m.end())
        if after is None:
            continue
        offered = after.group("phrase")
        if find_dates(after.group()) or find_dates(f"ngày {offered}"):
            return Reading(Kind.DATE, aspects, "", m.span())
        if offered[0].isdigit():
            return Reading(Kind.COUNT, aspects, "", m.span())
        if is_place(offered):
            return Reading(Kind.PLACE, aspects, "", m.span())
        return Reading(Kind.THEME, aspects, "", m.span())
    return None


_OFFERED = cues.shape(
    r"\s+(?:(?:ở|tại|ngày|là|vào|hôm|lúc)\s+)?(?P<phrase>(?!không|chưa|nhất|sao|gì)[^\s,?]+(?:\s+[^\s,?]+){0,3})(?=\s*$)"
)


def _whether(reader: Reader, found: list[Reading]) -> Reading | None:
    """Read a yes/no question. A question word makes it another, but for "có ... nào từng ... không"."""
    text = reader.text
    bare = re.sub(r",\s*(?:theo|theo như|theo lời)\s[^,]*$", "", text.rstrip(" ?!."), flags=re.IGNORECASE)
    ever = reader.search((*_EVER, _DID_ANY, *_ANY))
    if ever is None and not find_acts(text):
        ever = reader.search(_ANYBODY)  # "Có ai bị thương không"; "Có ai dự không" asks who
    found = [r for r in found if _ASKS.search(text, *r.cue)]
    if found and ever is None and not _confirms(reader, found):
        return None
    final = re.search(rf"(?<!\w)({cues.pattern('|'.join(cues.NEGATIONS), strict=reader.strict).pattern})$", bare, re.I)
    if final is not None and (reader.search(cues.AFFIRMED, 0, final.start()) is not None):
        return Reading(Kind.YES_NO, cue=final.span())
    if found:
        return None
    m = reader.search(cues.WHETHER)
    return Reading(Kind.YES_NO, cue=m.span()) if m is not None else None


# Of these "nào" asks nothing: "có lãnh đạo nào từng ... không", "có thông qua tuyên bố nào ... không".
_EVER = ("có [^?]*(?:nào|ai) (?:\\w+ ){0,4}?từng", "đã từng có")
# "có đội nước ngoài nào tham gia không" asks whether there was any.
_ANY = ("có (?!phải)[^?,]*?(?<!khi )(?<!lúc )(?:nào|gì)(?!\\w)[^?]* (?:không|chưa)$",)
_ANYBODY = ("^có ai [^?]* (?:không|chưa)$",)
_DID_ANY = (
    "có (?:thông qua|ký|đưa ra|công bố|nhắc|nêu|đề cập|ban hành|bàn|đạt)(?!\\w)[^?]*(?:nào|gì)(?!\\w)[^?]* không$"
)
# The syllables that make a noun a question ("địa điểm" alone asks nothing where "không" ends the question).
_ASKS = cues.shape(
    r"(?<!\w)(?:nào|gì|ai|đâu|mấy|bao|sao|khi|hay|chỗ|số|lúc|nơi|hồi|nao|gi|dau|may|khi|cho|so|luc|noi|hoi)(?!\w)"
)


def _confirms(reader: Reader, found: list[Reading]) -> bool:
    """Tell whether "... phải không", "... đúng không" ends a question whose question word stands in a clause."""
    return reader.search(("(?:có )?(?:phải|đúng) không$",)) is not None and all(r.kind is Kind.THEME for r in found)


# When, who --------------------------------------------------------------------------------------------------------


def _when_aspects(reader: Reader) -> frozenset[str]:
    aspects = set()
    if reader.search(("năm (?:nào|mấy|bao nhiêu)",)) and not reader.search(("ngày tháng năm", "ngày (?:nào|mấy)")):
        aspects.add("year")
    if reader.search(("mấy giờ", "mấy h", "bao h", "giờ nào", "ngày giờ", "lúc mấy giờ")):
        aspects.add("time")
    part = ("sáng hay (?:là )?(?:buổi )?chiều", "buổi nào", "buổi sáng hay buổi chiều", "chiều hay (?:buổi )?tối")
    if reader.search(part):
        aspects.add("part")
    both = (
        "bắt đầu .*kết thúc", "khai mạc .*bế mạc", "từ (?:ngày |hôm |tháng |năm )?(?:nào|mấy|bao nhiêu) (?:đến|tới)",
        "(?:đến|tới) (?:ngày |hôm )?(?:nào|mấy)", "từ (?:khi|lúc|bao) (?:nào|giờ) (?:đến|tới)",
    )  # fmt: skip
    if reader.search(both):
        aspects.add("start_end")
    if reader.search(("tháng (?:mấy|nào)",)) and not reader.search(("ngày",)):
        aspects.add("month")
    return frozenset(aspects)


_OBJECT_BEFORE = (
    "với", "cho", "tiếp", "gặp", "cùng", "đón", "của", "tới", "gặp gỡ", "hội kiến", "hội đàm", "thăm", "tặng", "trao",
    "mời", "bổ nhiệm", "bầu", "phong", "nhắc đến", "và", "xin lỗi", "cùng với", "đối với", "chọn", "cử", "giao",
    "khen thưởng", "tiễn", "bắt", "khởi tố", "truy tố", "xét xử", "kỷ luật", "viếng", "phê chuẩn", "giới thiệu",
    "đề cử", "phân công", "thay", "giữa",
)  # fmt: skip
_OBJECT = (f"(?:{'|'.join(_OBJECT_BEFORE)})(?: những| các| ông| bà| vị)?(?=\\s*$)",)


def _who_aspects(reader: Reader, span: Span) -> frozenset[str]:
    aspects = set()
    before = reader.text[: span[0]].rstrip()
    if Reader(before, reader.strict).search(_OBJECT, max(0, len(before) - 24)) is not None:
        aspects.add("object")
    around = (max(0, span[0] - 14), span[1])
    if reader.search(("những", "các", "gồm", "gồm những", "mấy"), *around) or reader.search(
        ("có những ai", "gồm (?:có )?(?:những )?ai")
    ):
        aspects.add("plural")
    others = ("còn (?:có )?(?:những )?(?:ai|vị|người|đồng chí|lãnh đạo)", "(?:ai|nào) (?:nữa|khác|còn)", "nào nữa")
    begins = reader.match(("ngoài", "cùng với", "cùng dự", "cùng tham dự", "bên cạnh"))
    if reader.search(others) is not None or (begins is not None and reader.search(("còn", "nữa", "khác")) is not None):
        aspects.add("others")
    return frozenset(aspects)


def _noun_after(text: str, end: int) -> str:
    words = re.findall(r"[^\s,;:?!]+", text[end:])[:7]
    return " ".join(words)


# "tên gì", "nào", "gì" ----------------------------------------------------------------------------------------------


def _head_noun(reader: Reader, end: int) -> Noun | None:
    """Return the noun that the clause before `end` begins with ("Người chủ trì cuộc họp tên là gì": "người")."""
    start = 0
    leads_in = reader.match(
        ("trong", "tại", "ở", "theo", "khi", "vào", "sau", "trước", "ngoài", "hôm", "sáng", "chiều")
    )
    comma = reader.text.find(",", 0, end)
    if leads_in is not None:
        if comma < 0 or not reader.text[comma + 1 : end].strip():
            return None
        start = comma + 1
    found = reader.nouns(start, end)
    if found and len(reader.text[start : found[0].start].split()) <= 2:
        return found[0]
    return None


def _named(reader: Reader, match: re.Match[str]) -> Reading:
    """Read "... tên (là) gì": of a person, an organisation, or a thing."""
    text = reader.text
    # "Tên của cây cầu mới là gì": what stands between is what the question is about, and asks nothing.
    span = match.span() if _plain_name(match) else (max(match.start(), match.end() - len("là gì")), match.end())
    before = text[: match.start()].strip(" ,")
    if before and "," not in before and len(before.split()) <= 9 and is_office_phrase(before) and _plain_name(match):
        return Reading(Kind.PEOPLE, frozenset({"office", "name"}), "", span)
    noun = _head_noun(reader, match.start()) or reader.nearest_noun(match.start(), within=24)
    inner = reader.nouns(match.start(), min(match.end(), match.start() + len("tên đầy đủ của những ")))
    if noun is None and inner:
        noun = inner[0]
    office = offices.HEAD.match(text)
    if office is not None and (noun is None or noun.start > office.start()):
        return Reading(Kind.PEOPLE, frozenset({"name"}), office.group().lower(), span)
    if (noun is None and not _plain_name(match)) or reader.match(("tên (?:gọi )?khác", "tên gọi"), match.start()):
        return Reading(Kind.THEME, frozenset({"name"}), "", span)
    if noun is None or noun.table == "PERSON_NOUNS":
        return Reading(Kind.PEOPLE, frozenset({"name"}), noun.noun if noun else "", span)
    if noun.table == "ORG_NOUNS":
        return Reading(Kind.PEOPLE, frozenset({"org"}), noun.noun, span)
    if noun.table in ("THEME_NOUNS", "EVENT_NOUNS"):
        return Reading(Kind.THEME, frozenset({"name"}), noun.noun, span)
    if noun.table == "PLACE_NOUNS" and noun.start == 0:
        return Reading(Kind.PLACE, frozenset({"name"}), noun.noun, span)
    return Reading(Kind.PEOPLE, frozenset({"name"}), "", span)


def _plain_name(match: re.Match[str]) -> bool:
    return len(match.group().split()) <= 4


_PLACE_PREPOSITION = (
    "(?:ở|tại|trên|đến|tới|sang|từ|trong|thuộc|qua|đi|nằm ở|về|vào|thăm|sang thăm|những|các|cập|ghé|rời)"
    "(?: những| các| một| hai| ba| bốn| mấy| cây| ngọn)?(?=\\s*$)",
)
_ALSO_ORGANISATIONS = frozenset((
    "nước", "quốc gia", "tỉnh", "địa phương", "tòa án", "bệnh viện", "tỉnh thành", "trường", "trường đại học",
    "học viện", "viện", "thành phố", "tòa",
))  # fmt: skip


def _is_org_too(noun: str) -> bool:
    return noun in _ALSO_ORGANISATIONS or (noun in cues.ORG_NOUNS and noun in cues.PLACE_NOUNS)


def _plain(reader: Reader, match: re.Match[str]) -> Reading:
    """Read "nào" and "gì" by the noun that governs them."""
    text = reader.text
    if _HOW.search(text[: match.start()]) is not None:
        return Reading(Kind.THEME, frozenset(), "", match.span())  # "giải thích thế nào"
    what = fold(match.group()) in ("gi", "j")
    noun = reader.nearest_noun(match.start())
    if what and reader.search(("là(?: cái)?(?=\\s*$)",), max(0, match.start() - 9), match.start()) is not None:
        head = _head_noun(reader, match.start())
        if head is not None and head.table == "THEME_NOUNS":
            return Reading(Kind.THEME, frozenset(), head.noun, (head.start, head.end) if head.start else match.span())
        if head is None or head.table != "EVENT_NOUNS" or find_acts(text[head.end :]):
            return Reading(Kind.THEME, frozenset(), "", match.span())
    thing = noun is not None and noun.table == "THEME_NOUNS" and " " in noun.noun and match.start() - noun.end == 1
    headed = None if what or thing else _person_phrase(reader, match.start())  # "Bị cáo lĩnh mức án nào": no person
    if headed is not None and (
        noun is None or noun.table in ("ORG_NOUNS", "PLACE_NOUNS", "EVENT_NOUNS", "THEME_NOUNS")
    ):
        span = (headed.start, match.end())
        return Reading(Kind.PEOPLE, _who_aspects(reader, span) | {"noun"}, headed.noun, span)
    if noun is None:
        if not what and _DONE_BY_PEOPLE.match(fold(text[match.end() :])):
            return Reading(Kind.PEOPLE, frozenset({"noun"}), "", match.span())
        return Reading(Kind.THEME, frozenset(), "", match.span())
    if what and noun.noun == "nơi" and not reader.strict:
        return Reading(Kind.THEME, frozenset(), "", match.span())  # "nói gì" without its accents
    span = (noun.start, match.end())
    distance = len(text[noun.end : match.start()].split())
    if what and (
        (distance and noun.table == "TIME_NOUNS")
        or (distance > 2 and noun.table not in ("EVENT_NOUNS", "THEME_NOUNS", "OFFICE_NOUNS"))
    ):
        return Reading(Kind.THEME, frozenset(), "", match.span())
    if what and distance and noun.table == "PERSON_NOUNS" and find_acts(text[noun.end : match.start()]):
        return Reading(Kind.THEME, frozenset(), "", match.span())
    match_kind = {
        "TIME_NOUNS": (Kind.DATE, _when_aspects(reader)), "OFFICE_NOUNS": (Kind.OFFICE, frozenset[str]()),
        "EVENT_NOUNS": (Kind.EVENTS, frozenset[str]()), "THEME_NOUNS": (Kind.THEME, frozenset[str]()),
    }.get(noun.table)  # fmt: skip
    if match_kind is not None:
        return Reading(match_kind[0], match_kind[1], noun.noun, span)
    if noun.table == "PERSON_NOUNS":
        return Reading(Kind.PEOPLE, _who_aspects(reader, span) | {"noun"}, noun.noun, span)
    return _place_or_organisation(reader, noun, span)


_HOW = cues.shape(r"(?<!\w)(?:thế|như thế|ra làm)\s+$")
# After "X nào", with a noun X of no table: what people do, and things do not.
_DONE_BY_PEOPLE = re.compile(
    r"\s*(?:da |se |tung |cung |vua |dang )*(?:la nguoi|noi|cho rang|cho biet|phat bieu|du|tham du|co mat|den|toi|bi|"
    r"len tieng|dua ra|ke|khang dinh|goi|duoc tang|duoc trao|trinh|ra)(?!\w)"
)


def _person_phrase(reader: Reader, end: int) -> Noun | None:
    """Return the noun for people that heads the phrase before "nào" ("Phó chủ tịch Quốc hội", "lãnh đạo Bộ Công an").

    The phrase has no verb and no preposition, so that what stands between completes the noun.
    """
    words = list(re.finditer(r"\S+", reader.text[:end]))
    for back in range(min(13, len(words)), 0, -1):
        start = words[-back].start()
        phrase = reader.text[start:end]
        head = offices.HEAD.match(reader.text, start)
        noun = head.group() if head is not None else ""
        if not noun:
            m = reader.search(cues.PERSON_NOUNS, start, end)
            noun = m.group() if m is not None and m.start() == start else ""
        if not noun and (calling := _CALLING.match(phrase)) is not None:
            noun = calling.group("noun") or calling.group("other")
        rest = phrase[len(noun) :]
        if noun.lower() in ("vị", "ông", "bà", "vi", "ong", "ba") and offices.HEAD.match(rest.lstrip()):
            continue  # "vị tư lệnh": the office tells more
        broken = (
            reader.search(_DONE_TO, start + len(noun), end)
            or Reader(rest, reader.strict).search(_BREAKING)
            or find_acts(rest)
            or re.search(rf",(?!\s+[{UPPER}])", rest)
        )
        if noun and not broken and (rest.strip() or reader.nearest_noun(end) is None):
            return Noun("PERSON_NOUNS", noun.lower(), start, start + len(noun))
    return None


# Nouns that say by their last syllable that they are for people ("học giả", "chính trị gia", "nhạc công").
_CALLING = re.compile(
    r"(?P<noun>(?!công viên|thư viện|quốc gia|độc giả thiết)(?:[^\W\d_]+\s+){1,2}(?:sĩ|giả|viên|sư|thủ))\s*$|"
    r"(?P<other>(?!quốc)[^\W\d_]+\s+[^\W\d_]+\s+gia)\s*$",
    re.IGNORECASE,
)
# Words at which a noun phrase ends. Typed without accents "bàn" is "ban" more often, and a body's.
_BREAKING = (
    "ở", "tại", "đã", "sẽ", "được", "bị", "là", "có", "đến", "tới", "từ", "trong", "khi", "vào", "với", "cho", "mà",
    "thì", "cùng", "những", "các", "thăm", "gặp", "nhận", "ra", "lên", "đi", "về", "nói", "họp",
)  # fmt: skip
# Verbs after which the noun is no part of a person's office ("Phó thủ tướng giao bộ nào ...").
_DONE_TO = (
    "(?<!ngoại )(?<!ngoai )giao(?! thông| dục| thong| duc)", "yêu cầu", "đề nghị", "chỉ đạo", "mời", "phê bình",
    "khen", "kiến nghị", "ủng hộ", "chọn", "ủy quyền", "phân công", "xử phạt", "đại diện", "thay mặt", "điều",
)  # fmt: skip


def _place_or_organisation(reader: Reader, noun: Noun, span: Span) -> Reading:
    before = reader.text[: noun.start].rstrip()
    placed = Reader(before, reader.strict).search(_PLACE_PREPOSITION, max(0, len(before) - 26))
    person = reader.nearest_noun(noun.start, within=4)
    if noun.table == "PLACE_NOUNS" and person is not None and person.table == "PERSON_NOUNS" and placed is None:
        return Reading(
            Kind.PEOPLE, _who_aspects(reader, span) | {"noun", "plural"}, person.noun, (person.start, span[1])
        )
    only_plural = placed is not None and fold(placed.group()).split() in (["nhung"], ["cac"])
    if noun.noun == "phía" and placed is not None and not only_plural:
        return Reading(Kind.PLACE, frozenset(), noun.noun, span)  # "xây ở phía nào"
    several = re.search(r"(?i)(?:những|các|hai|ba|nhung|cac)$", before) is not None
    countries = several and noun.noun in ("nước", "quốc gia")  # their names stand in a row, as those of bodies do
    only_place = not _is_org_too(noun.noun) or (placed is not None and not only_plural)
    if noun.table == "PLACE_NOUNS" and only_place and not countries:
        return Reading(Kind.PLACE, frozenset(), noun.noun, span)
    aspects = _who_aspects(reader, span) & {"object", "plural", "others"}
    return Reading(Kind.PEOPLE, aspects | {"org"}, noun.noun, span)


def _without_question_word(reader: Reader) -> Reading:
    """Read a question that is only a phrase ("Địa điểm tổ chức hội nghị?")."""
    if (m := reader.search(cues.LIST)) is not None:
        return _listed(reader, m)
    for beginning, kind, aspects in cues.HEADINGS:
        m = re.match(cues.pattern(beginning, strict=reader.strict).pattern.removesuffix("(?!\\w)"), reader.text, re.I)
        if m is not None:
            end = (
                m.end() - len(m.group().split()[-1])
                if kind in ("date", "place") and len(m.group().split()) > 1
                else m.end()
            )
            focus = _noun_after(reader.text, m.end()) if kind == "count" else ""
            return Reading(Kind(kind), frozenset(aspects.split()), focus, (m.start(), end))
    if (m := reader.search(cues.THEME)) is not None:
        return Reading(Kind.THEME, frozenset(), m.group().lower(), m.span())
    return Reading(Kind.PASSAGE)
