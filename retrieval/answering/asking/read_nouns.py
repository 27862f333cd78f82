"""Questions by a noun: "hội nghị nào", "tên gì", "lãnh đạo Bộ Công an nào"."""

from __future__ import annotations

import re

from retrieval.answering.asking import cues
from retrieval.answering.asking.cues import Noun, Reader
from retrieval.answering.asking.kin import kin_at_head
from retrieval.answering.asking.person_phrases import BREAKING, person_phrase
from retrieval.answering.asking.read_aspects import object_noun, when_aspects, who_aspects
from retrieval.answering.asking.reading import Reading, Span
from retrieval.answering.asking.who_is import is_office_phrase
from retrieval.answering.model import Kind
from retrieval.facts.acts import find_acts
from retrieval.language import offices
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.letters import UPPER
from retrieval.language.normalize import fold
from retrieval.language.word_tagger import words as segment


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


def read_named(reader: Reader, match: re.Match[str]) -> Reading:
    """Read "... tên (là) gì": of a person, an organisation, or a thing."""
    text = reader.text
    # "Tên của cây cầu mới là gì": what stands between is what the question is about, and asks nothing.
    span = match.span() if _plain_name(match) else (max(match.start(), match.end() - len("là gì")), match.end())
    before = text[: match.start()].strip(" ,")
    if kin_at_head(text) is not None and _plain_name(match):
        return Reading(Kind.PEOPLE, frozenset({"name"}), "", span)
    if (work := _named_beside(reader, match)) is not None:
        return Reading(Kind.THEME, frozenset({"name"}), work.noun, span)
    if before and "," not in before and len(before.split()) <= 9 and is_office_phrase(before) and _plain_name(match):
        return Reading(Kind.PEOPLE, frozenset({"office", "name"}), "", span)
    if (met := object_noun(reader, match.start())) is not None:
        return Reading(Kind.PEOPLE, frozenset({"name", "object"}), met.noun, span)
    head = _head_noun(reader, match.start())
    if head is None or head.table != "PERSON_NOUNS" or re.match(rf"\s+[{UPPER}]", text[head.end :]):
        head = _named_object(reader, match, anywhere=head is not None) or head
    noun = head or reader.nearest_noun(match.start(), within=24)
    inner = reader.nouns(match.start(), min(match.end(), match.start() + len("tên đầy đủ của những ")))
    if noun is None and inner:
        noun = inner[0]
    office = offices.HEAD.match(text)
    if office is not None and (noun is None or noun.start > office.start()):
        return Reading(Kind.PEOPLE, frozenset({"name"}), office.group().lower(), span)
    if (noun is None and not _plain_name(match)) or reader.match(("tên (?:gọi )?khác", "tên gọi"), match.start()):
        return Reading(Kind.THEME, frozenset({"name"}), "", span)
    if _BEARS.search(before) and (noun is None or noun.table in ("PERSON_NOUNS", "PLACE_NOUNS")):
        return Reading(Kind.THEME, frozenset({"name"}), "", span)
    if noun is None or noun.table == "PERSON_NOUNS":
        return Reading(Kind.PEOPLE, frozenset({"name"}), noun.noun if noun else "", span)
    if noun.table == "ORG_NOUNS":
        return Reading(Kind.PEOPLE, frozenset({"org"}), noun.noun, span)
    if noun.table in ("EVENT_NOUNS", *_THINGS):
        return Reading(Kind.THEME, frozenset({"name"}), noun.noun, span)
    if noun.table == "PLACE_NOUNS" and noun.start == 0:
        return Reading(Kind.PLACE, frozenset({"name"}), noun.noun, span)
    return Reading(Kind.PEOPLE, frozenset({"name"}), "", span)


def _named_object(reader: Reader, match: re.Match[str], *, anywhere: bool) -> Noun | None:
    """Return the noun for a thing right before "tên gì" that no preposition leads in ("ký dự án tên gì").

    "Tên là gì" rather asks for the name of what the clause begins with; `anywhere` where the question gives that.
    """
    end = match.start()
    if len(match.group().split()) > 2:
        return None
    noun = reader.nearest_noun(end, within=4)
    if noun is None or noun.table not in ("EVENT_NOUNS", *_THINGS):
        return None
    between = reader.text[noun.end : end]
    done = any(noun.end <= act.start and act.end <= end for act in find_acts(reader.text))  # no verb in "cuộc thi viết"
    if len(between.split()) > 1 or reader.search(BREAKING, noun.end, end) or done:
        return None
    before = reader.text[: noun.start].rstrip()
    if anywhere:
        return noun
    placed = Reader(before, reader.strict).search(_BESIDE_NOUN, max(0, len(before) - 20))
    return noun if placed is None and before else None


def _named_beside(reader: Reader, match: re.Match[str]) -> Noun | None:
    """Return the noun for a thing right before "tên gì" where it heads the question or somebody is named before it.

    "MV tên gì lập kỷ lục", "Bà A đóng trong phim tên gì": whose name is given asks for no person's.
    """
    noun = reader.nearest_noun(match.start(), within=2) if len(match.group().split()) == _BARE else None
    if noun is None or noun.table not in ("EVENT_NOUNS", *_THINGS) or reader.text[noun.end : match.start()].strip():
        return None
    before = reader.text[: noun.start]
    return noun if not before.strip() or (reader.strict and _FULL_NAME.search(before)) else None


_BARE = 2  # words of "tên gì"
_FULL_NAME = compiled_later(rf"(?<!\w)[{UPPER}]\w*\s[{UPPER}]\w")


# Before a noun these make it a circumstance of what was done: "phát biểu tại hội thảo tên gì".
_BESIDE_NOUN = (
    "(?:ở|tại|trong|dự|của|về|từ|với|sau|trước|khi|qua|vụ|cho|đến|tới|thuộc|do|bởi|nhận|trên|bên lề|nhân)"
    "(?: những| các| một| cuộc| buổi)?(?=\\s*$)",
)


def _plain_name(match: re.Match[str]) -> bool:
    return len(match.group().split()) <= 4 or _OF_SORT.match(match.group()) is not None


_OF_SORT = cues.shape(r"tên (?:tiếng \w+|quốc tế|chính thức|khoa học|thương mại) (?:là )?(?:gì|j)$")


_THINGS = ("THEME_NOUNS", "MATTER_NOUNS")
_BEARS = cues.shape(r"(?<!\w)mang$")  # things bear a name: "DVD ca nhạc mang tên gì"
_PLACE_PREPOSITION = (
    "(?:ở|tại|trên|đến|tới|sang|từ|trong|thuộc|qua|đi|nằm ở|về|vào|thăm|sang thăm|những|các|cập|ghé|rời|"
    "xuống|lên|quê|nằm|đáp|hạ cánh|neo|sống|trú|ngụ)"
    "(?: những| các| một| hai| ba| bốn| mấy| cây| ngọn| khu vực| địa bàn| địa phận)?(?=\\s*$)",
)
_ALSO_ORGANISATIONS = frozenset((
    "nước", "quốc gia", "tỉnh", "địa phương", "tòa án", "bệnh viện", "tỉnh thành", "trường", "trường đại học",
    "học viện", "viện", "thành phố", "tòa",
))  # fmt: skip


def is_org_too(noun: str) -> bool:
    """Tell whether a noun for places is one for organisations as well ("tỉnh", "bệnh viện")."""
    return noun in _ALSO_ORGANISATIONS or (noun in cues.ORG_NOUNS and noun in cues.PLACE_NOUNS)


def read_plain(reader: Reader, match: re.Match[str]) -> Reading:
    """Read "nào" and "gì" by the noun that governs them."""
    text = reader.text
    if _HOW.search(text[: match.start()]) is not None:
        return Reading(Kind.THEME, frozenset(), "", match.span())  # "giải thích thế nào"
    what = fold(match.group()) in ("gi", "j")
    noun = reader.nearest_noun(match.start())
    if what and reader.search(("là(?: cái)?(?=\\s*$)",), max(0, match.start() - 9), match.start()) is not None:
        head = _had(reader, match.start()) or _head_noun(reader, match.start())
        if head is not None and head.noun in _CODES:
            return Reading(Kind.THEME, frozenset({"number"}), head.noun, (head.start, match.end()))
        if head is not None and head.table in _THINGS:
            loose = frozenset({"loose"} if head.table == "MATTER_NOUNS" else ())
            return Reading(Kind.THEME, loose, head.noun, (head.start, head.end) if head.start else match.span())
        if head is None or head.table != "EVENT_NOUNS" or find_acts(text[head.end :]):
            return Reading(Kind.THEME, frozenset(), "", match.span())
    thing = noun is not None and noun.table in _THINGS and " " in noun.noun and match.start() - noun.end == 1
    headed = None if what or thing else person_phrase(reader, match.start())  # "Bị cáo lĩnh mức án nào": no person
    if headed is not None and noun is not None and _stands_for(reader, headed, noun, match.start()):
        headed = None
    if headed is not None and (noun is None or noun.table in ("ORG_NOUNS", "PLACE_NOUNS", "EVENT_NOUNS", *_THINGS)):
        span = (headed.start, match.end())
        return Reading(Kind.PEOPLE, who_aspects(reader, span) | {"noun"}, headed.noun, span)
    own = None if what else unlisted_noun(reader, match.start(), noun)
    if own is not None and not _DONE_BY_PEOPLE.match(fold(text[match.end() :])):
        return Reading(Kind.THEME, frozenset({"loose"}), own.noun, (own.start, match.end()))
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
    if noun.noun in _CODES:
        bearer = reader.nearest_noun(noun.start, within=3)
        if bearer is None or text[bearer.end : noun.start].strip():
            bearer = noun
        return Reading(Kind.THEME, frozenset({"number"}), bearer.noun, (bearer.start, match.end()))
    match_kind = {
        "TIME_NOUNS": (Kind.DATE, when_aspects(reader)), "OFFICE_NOUNS": (Kind.OFFICE, frozenset[str]()),
        "EVENT_NOUNS": (Kind.EVENTS, frozenset[str]()), "THEME_NOUNS": (Kind.THEME, frozenset[str]()),
        "MATTER_NOUNS": (Kind.THEME, frozenset({"loose"})),
    }.get(noun.table)  # fmt: skip
    if noun.noun in _BUILT and Reader(text[: noun.start].rstrip(), reader.strict).search(("(?:ở|tại)(?=\\s*$)",)):
        return Reading(Kind.PLACE, frozenset(), "", span)  # "ký sổ lưu niệm ở công trình nào"
    if match_kind is not None:
        return Reading(match_kind[0], match_kind[1], noun.noun, span)
    if noun.table == "PERSON_NOUNS":
        return Reading(Kind.PEOPLE, who_aspects(reader, span) | {"noun"}, noun.noun, span)
    return _place_or_organisation(reader, noun, span)


def _had(reader: Reader, end: int) -> Noun | None:
    """Return the noun for what the subject has, where that is asked for ("Xe có số hiệu đăng ký là gì": "số hiệu")."""
    m = _HAS.search(reader.text[:end])
    if m is None or not (reader.strict or m.group().isascii()):
        return None
    found = [n for n in reader.nouns(m.end(), end) if n.start == m.end() and n.table in _THINGS]
    return max(found, key=lambda n: n.end, default=None)


_HAS = cues.shape(r"(?<!\w)(?:có|mang|với)\s+(?=(?:\S+\s+){1,5}là\s*$)")


def _stands_for(reader: Reader, person: Noun, noun: Noun, end: int) -> bool:
    """Tell whether a word for persons asks for none.

    "Đại diện cơ quan nào", "người dân thôn nào", "người của hãng nào", "phóng viên báo nào".
    """
    if _lives_in(person, noun) and not reader.text[noun.end : end].strip():
        return True
    if noun.table != "ORG_NOUNS":
        return False
    between = fold(reader.text[person.end : noun.start]).split()
    if between[-1:] == ["thuoc"]:
        return True  # "Chuyên gia A, nói về ông B, thuộc trung tâm nghiên cứu nào"
    if reader.text[noun.end : end].strip():
        return False
    if fold(person.noun) == "dai dien":
        return between in ([], ["cua"])
    if between == ["cua"]:
        return offices.HEAD.match(person.noun) is None  # "là người của công ty nào"
    return not between and fold(person.noun) in _OF_PRESS and noun.noun in _PRESS


_OF_PRESS = frozenset(("phong vien", "nha bao", "pv"))  # bare letters
_PRESS = frozenset(("hãng", "hãng tin", "báo", "tờ báo", "đài", "đài truyền hình", "tạp chí", "kênh truyền hình"))
_DWELLERS = frozenset(("nguoi", "nguoi dan", "dan", "ba con", "ho dan", "nong dan", "dan cu"))  # bare letters
_HOMES = frozenset(("thôn", "xã", "huyện", "quận", "phường", "tỉnh", "bản", "ấp", "làng", "xóm", "thành phố"))


def _lives_in(person: Noun, place: Noun) -> bool:
    """Tell whether a noun for whoever lives somewhere stands before that of a place ("bà con thôn nào": the place)."""
    return fold(person.noun) in _DWELLERS and place.noun in _HOMES


def read_number(reader: Reader, match: re.Match[str]) -> Reading | None:
    """Read "... số mấy": the number that a thing bears ("nghị quyết số mấy"), where "mấy" counts nothing; else None."""
    lead = _NUMBERED.search(reader.text[: match.start()])
    if lead is None or _COUNTED.match(reader.text, match.end()):
        return None
    borne = _BORNE.match(lead.group()) is not None  # "Thông báo về ... mang số mấy": of what the clause begins with
    noun = (_head_noun(reader, lead.start()) if borne else None) or reader.nearest_noun(lead.start(), within=5)
    if noun is None and (noun := unlisted_noun(reader, lead.start(), None)) is None:
        return None
    if noun.table in ("PERSON_NOUNS", "TIME_NOUNS"):
        return None
    start = min(noun.start, lead.start())
    return Reading(Kind.THEME, frozenset({"number"}), noun.noun, (start, match.end()))


_NUMBERED = cues.shape(r"(?<!\w)(?:mang |có |với )?(?<!tỷ )(?<!tỉ )(?<!tổng )số(?: hiệu| thứ tự)?(?: là)?\s+$")
_BORNE = cues.shape(r"\s*(?:mang|có)\s")
_COUNTED = cues.shape(r"\s+(?:người|đại biểu|tiền|lượng|vụ|ca|phần|triệu|tỷ|nghìn|trăm)(?!\w)")


def unlisted_noun(reader: Reader, end: int, noun: Noun | None) -> Noun | None:
    """Return the word before `end` where it stands in no table and what is asked for: "từ cụm máy nào".

    `noun` is the nearest of the tables. The word is its attribute ("thủ tướng nước ngoài") unless the phrase of `noun`
    ends before it: at a verb, a preposition, a comma. Only for text with accents.
    """
    if not reader.strict or (noun is not None and not reader.text[noun.end : end].strip()):
        return None
    words = segment(reader.text[:end])
    while words and words[-1].lower() in _ATTRIBUTES:
        words.pop()
    if not words or words[-1] in _NO_HEADS or len(words[-1].split()) > 3:
        return None
    if not words[-1].islower() and len(words) > 1 and not (words[-1].isupper() and words[-1].isalpha()):
        return None  # a name completes the noun before it: "du khách Đức nào"
    start = reader.text.rfind(words[-1], 0, end)
    if start < 0 or (noun is not None and noun.end > start):
        return None
    if noun is not None:
        between = reader.text[noun.end : start]
        if not ("," in between or reader.search(BREAKING, noun.end, start) or find_acts(between)):
            return None
    return Noun("", words[-1], start, start + len(words[-1]))


# Attributes that follow the noun asked for ("bằng chứng cụ thể nào"), and words that are no noun.
_ATTRIBUTES = frozenset((
    "cụ thể", "chính thức", "mới", "lớn", "nhỏ", "cũ", "khác", "nước ngoài", "trong nước", "quân sự", "quốc tế",
    "quan trọng", "đầu tiên", "cuối cùng", "duy nhất", "chính", "riêng", "đặc biệt", "hiện đại", "truyền thống",
    "nổi tiếng", "nổi bật", "đáng chú ý", "đáng kể", "liên quan", "mới nhất", "lớn nhất", "nhất", "nữa", "cùng tên",
    "cao", "cấp cao", "cao cấp", "hàng đầu", "cấp", "lâu năm", "trực tiếp", "bất kỳ", "tương tự", "lớn tuổi",
))  # fmt: skip
_NO_HEADS = frozenset((
    "là", "có", "ra", "được", "bị", "khi", "thế", "cách", "như", "lúc", "ngoài", "không", "mà", "thì", "nếu", "nhau",
    "trước", "sau", "trong", "trên", "dưới", "cùng", "và", "với", "của", "cho", "lần", "hai", "ba", "bốn", "năm", "mấy",
    "những", "các", "cả", "họ", "này", "đó", "chừng", "mức", "nhiều", "ít", "cỡ", "hồi", "đâu", "theo", "hướng", "gồm",
))  # fmt: skip
_TOWNS = frozenset(("thành phố", "tỉnh", "thủ đô", "tỉnh thành", "huyện", "quận", "nước", "quốc gia"))
_JOINS = cues.shape(r"(?<!\w)(?:nối|nối liền|giáp|giáp ranh|tiếp giáp|cách)\s[^,]*(?:với|và)\s+$")
_BUILT = frozenset(("công trình", "dự án", "hạng mục"))
_CODES = frozenset(("số hiệu", "ký hiệu", "mã số", "biển số"))
_HOW = cues.shape(r"(?<!\w)(?:thế|như thế|ra làm)\s+$")
# After "X nào", with a noun X of no table: what people do, and things do not.
_DONE_BY_PEOPLE = compiled_later(
    r"\s*(?:da |se |tung |cung |vua |dang )*(?:la nguoi|noi|cho rang|cho biet|phat bieu|du|tham du|co mat|den|toi|bi|"
    r"len tieng|dua ra|ke|khang dinh|goi|duoc tang|duoc trao|trinh|ra)(?!\w)"
)


# "tại tỉnh, thành phố nào"
_LISTED_AREA = cues.shape(
    r"(?<=\s)(?:tỉnh|huyện|quận|xã|thành|phường)(?:,| hay| hoặc| và)?\s$"
)  # "tại tỉnh, thành phố"


# "ở thủ đô nước nào": in which country it is.
_WITHIN = cues.shape(
    r"(?<=\s)(?:thủ đô|thủ phủ|trụ sở|hội trường|sân|lãnh thổ|địa phận|vùng biển|biên giới)(?: của)?\s$"
)
# What is held somewhere, right before the noun of a body or of a place.
_HELD_AT = cues.shape(
    r"(?<!\w)(?:diễn ra|tổ chức|họp|khai mạc|bế mạc|mở|mở màn|cử hành|tiến hành|xảy ra|trưng bày|bày|ra mắt|phát động|"
    r"khởi công|ký kết)\s+(?:ở|tại|trong)(?:\s+một)?$"
)


def _place_or_organisation(reader: Reader, noun: Noun, span: Span) -> Reading:
    before = _WITHIN.sub("", _LISTED_AREA.sub("", reader.text[: noun.start])).rstrip()
    placed = Reader(before, reader.strict).search(_PLACE_PREPOSITION, max(0, len(before) - 26))
    person = reader.nearest_noun(noun.start, within=4)
    if person is not None and reader.search(BREAKING, person.end, noun.start) is not None:
        person = None
    if person is not None and _lives_in(person, noun):
        return Reading(Kind.PLACE, frozenset(), noun.noun, span)
    if noun.table == "PLACE_NOUNS" and person is not None and person.table == "PERSON_NOUNS" and placed is None:
        return Reading(
            Kind.PEOPLE, who_aspects(reader, span) | {"noun", "plural"}, person.noun, (person.start, span[1])
        )
    only_plural = placed is not None and fold(placed.group()).split() in (["nhung"], ["cac"])
    if noun.noun == "phía" and placed is not None and not only_plural:
        return Reading(Kind.PLACE, frozenset(), noun.noun, span)  # "xây ở phía nào"
    if noun.table == "PLACE_NOUNS" and noun.noun in _TOWNS and _JOINS.search(reader.text[: noun.start]):
        return Reading(Kind.PLACE, frozenset(), noun.noun, span)
    several = re.search(r"(?i)(?:những|các|hai|ba|nhung|cac)$", before) is not None
    countries = several and noun.noun in ("nước", "quốc gia")  # their names stand in a row, as those of bodies do
    only_place = not is_org_too(noun.noun) or (placed is not None and not only_plural)
    if noun.table == "PLACE_NOUNS" and only_place and not countries:
        return Reading(Kind.PLACE, frozenset(), noun.noun, span)
    if _HELD_AT.search(before):
        return Reading(Kind.PLACE, frozenset(), noun.noun, span)  # "diễn ra tại trung tâm nào"
    aspects = who_aspects(reader, span) & {"object", "plural", "others"}
    return Reading(Kind.PEOPLE, aspects | {"org"}, noun.noun, span)
