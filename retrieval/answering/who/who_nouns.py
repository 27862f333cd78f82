"""Which people a noun may mean: "bộ trưởng nào", "lãnh đạo nào của Đức", "nữ bí thư nào", "nguyên thủ nào"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from retrieval.answering.asking import cues
from retrieval.answering.asking.question import Question
from retrieval.answering.asking.who_asked import names_office, nouns_beside
from retrieval.answering.evidence.office_names import other_names
from retrieval.answering.evidence.view import View, tokens
from retrieval.facts.people import Person, sex_of
from retrieval.language import offices
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.names import is_vietnamese_syllable
from retrieval.language.normalize import fold
from retrieval.language.patterns import has_word
from retrieval.language.places import COUNTRIES

# Nouns that anybody may be called by, whatever the report calls the person.
_ANYBODY = frozenset(
    fold(n)
    for n in (
        "người", "vị", "ông", "bà", "anh", "chị", "đồng chí", "đ/c", "cán bộ", "đại biểu", "nhân vật", "khách mời",
        "vị khách", "thành viên", "cá nhân", "đại diện", "gương mặt", "diễn giả", "báo cáo viên", "chuyên gia",
        "nhà ngoại giao", "nhân chứng", "cụ già", "cụ", "cô gái", "chàng trai", "tác giả", "người nổi tiếng",
        "nhà hoạt động", "em bé", "nạn nhân", "em", "cháu", "bạn", "bạn trẻ", "phụ huynh", "người lính",
        "chiến sĩ", "binh sĩ", "hành khách", "thầy", "thầy giáo", "cô giáo", "giáo viên", "cựu cán bộ", "quan chức",
        "cựu quan chức", "công chức", "viên chức", "hộ dân", "hộ gia đình", "hộ", "phái viên",
    )
)  # fmt: skip

# Nouns for those who lead: anybody with an office, nobody who is told of by a profession alone.
_LEADING = frozenset(
    fold(n)
    for n in (
        "lãnh đạo", "nhà lãnh đạo", "vị lãnh đạo", "nguyên lãnh đạo", "cựu lãnh đạo", "người đứng đầu", "chính khách",
        "chính trị gia", "nhà chính trị",
    )
)  # fmt: skip

# What somebody is at one event or in one case, whatever the profession, in bare letters.
_AT_AN_EVENT = frozenset(
    fold(n)
    for n in (
        "thí sinh", "bị cáo", "bị can", "bị hại", "nghi phạm", "nghi can", "giám khảo", "ứng viên", "ứng cử viên",
        "học sinh", "sinh viên", "học viên", "cựu sinh viên", "vận động viên", "đội trưởng", "tình nguyện viên",
    )
)  # fmt: skip

_ARTISTS = (
    "nghệ sĩ", "nsnd", "nsưt", "ca sĩ", "nhạc sĩ", "diễn viên", "đạo diễn", "danh ca", "danh hài", "nam ca sĩ",
    "nữ ca sĩ", "diva", "nghệ nhân", "biên đạo", "nhạc trưởng", "giọng ca", "rapper", "người mẫu", "hoa hậu",
)  # fmt: skip

_GENERALS = (
    *(r for r in offices.RANKS if re.search("tướng|đô đốc", r)), "tướng", "tư lệnh", "phó tư lệnh",
    "tổng tham mưu trưởng", "tham mưu trưởng", "chủ tịch hội đồng tham mưu trưởng",
)  # fmt: skip

_SCHOLARS = (
    "học giả", "chuyên gia", "nhà nghiên cứu", "nghiên cứu viên", "nhà phân tích", "nhà bình luận", "giáo sư",
    "phó giáo sư", "tiến sĩ", "gs", "pgs", "ts", "thạc sĩ", "viện trưởng", "phó viện trưởng", "giám đốc", "cựu",
)  # fmt: skip

_MONKS = ("hòa thượng", "thượng tọa", "đại đức", "ni sư", "ni trưởng", "sư cô", "sư thầy", "tỳ kheo", "nhà sư")

# Nouns that stand for several offices, in bare letters.
_OFFICES_OF: dict[str, tuple[str, ...]] = {
    fold(noun): tuple(map(fold, heads))
    for noun, heads in {
        "nguyên thủ": (
            "tổng thống", "thủ tướng", "chủ tịch nước", "chủ tịch", "tổng bí thư", "quốc vương", "nhà vua", "vua",
            "nữ hoàng", "nhật hoàng", "giáo hoàng", "cố vấn nhà nước",
        ),
        "nghệ sĩ": _ARTISTS,
        "văn nghệ sĩ": (*_ARTISTS, "nhà thơ", "nhà văn", "họa sĩ", "nhà biên kịch", "nhà điêu khắc", "nhiếp ảnh gia"),
        "ca sĩ": ("ca sĩ", "nam ca sĩ", "nữ ca sĩ", "danh ca", "diva", "giọng ca", "nữ danh ca", "rapper"),
        "người mẫu": ("người mẫu", "siêu mẫu", "nam vương", "hoa hậu", "á hậu"),
        "diễn viên": ("diễn viên", "nam diễn viên", "nữ diễn viên", "tài tử", "minh tinh", "danh hài"),
        "cầu thủ": ("cầu thủ", "tiền đạo", "tiền vệ", "hậu vệ", "trung vệ", "thủ môn", "tuyển thủ", "danh thủ"),
        "người đẹp": ("hoa hậu", "á hậu", "người mẫu", "siêu mẫu", "hoa khôi", "á khôi", "thí sinh", "diễn viên"),
        "doanh nhân": (
            "doanh nhân", "tỷ phú", "chủ tịch hđqt", "chủ tịch hội đồng quản trị", "tổng giám đốc", "ceo",
            "nhà sáng lập", "chủ tịch tập đoàn", "giám đốc điều hành",
        ),
        "nhà khoa học": ("nhà khoa học", "giáo sư", "phó giáo sư", "tiến sĩ", "gs", "pgs", "ts", "nhà nghiên cứu"),
        "sĩ quan": tuple(r for r in offices.RANKS if re.search("tướng|tá|úy|đô đốc", r)),
        "tướng lĩnh": _GENERALS,
        "vua": ("vua", "nhà vua", "đức vua", "quốc vương", "hoàng đế", "nhật hoàng"),
        "bộ trưởng": ("bộ trưởng", "ngoại trưởng"),
        "nghị sĩ": ("nghị sĩ", "thượng nghị sĩ", "hạ nghị sĩ", "dân biểu", "đại biểu quốc hội", "đbqh"),
        "nhà lập pháp": ("nghị sĩ", "thượng nghị sĩ", "hạ nghị sĩ", "dân biểu", "đại biểu quốc hội", "đbqh"),
        "đại biểu quốc hội": ("đbqh", "đại biểu quốc hội", "đại biểu qh", "đại biểu$", "ủy viên thường trực"),
        "đbqh": ("đbqh", "đại biểu quốc hội", "đại biểu qh", "đại biểu$"),
        "học giả": _SCHOLARS, "nhà nghiên cứu": _SCHOLARS, "nhà phân tích": _SCHOLARS,
        "nhà kinh tế": (*_SCHOLARS, "nhà kinh tế", "kinh tế trưởng"),
        "chuyên gia kinh tế": (*_SCHOLARS, "nhà kinh tế", "kinh tế trưởng"),
        "cây bút": ("cây bút", "bình luận viên", "nhà báo", "phóng viên", "ký giả", "biên tập viên", "nhà bình luận",
                    "nhà văn", "tác giả"),
        "nhà báo": ("nhà báo", "phóng viên", "ký giả", "biên tập viên", "bình luận viên", "tổng biên tập"),
        "phóng viên": ("phóng viên", "nhà báo", "ký giả", "biên tập viên"),
        "bình luận viên": ("bình luận viên", "nhà bình luận", "cây bút", "nhà báo"),
        "thẩm phán": ("thẩm phán", "chủ tọa", "chánh án", "phó chánh án"),
        "nhà sư": _MONKS, "sư thầy": _MONKS, "tu sĩ": _MONKS,
        "tài xế": ("tài xế", "lái xe"), "giáo sư": ("giáo sư", "gs"), "tiến sĩ": ("tiến sĩ", "ts", "gs", "pgs"),
        "thủ môn": ("thủ môn", "thủ thành"), "tay vợt": ("tay vợt", "vận động viên", "vđv"),
        "tướng": _GENERALS,
    }.items()
}  # fmt: skip
_HEADS_OF = {
    noun: compiled_later(rf"(?:cuu |nguyen )?(?:{'|'.join(heads)})(?!\w)") for noun, heads in _OFFICES_OF.items()
}

# What "người đồng cấp" may be, in bare letters.
_COUNTERPARTS = frozenset(
    fold(n)
    for n in (
        "nguyên thủ", "tổng thống", "thủ tướng", "ngoại trưởng", "bộ trưởng", "chủ tịch", "nhà lãnh đạo", "cố vấn",
    )
)  # fmt: skip
# What only says of a noun that somebody is new in it, or of which sex.
_BEFORE_NOUN = compiled_later(r"^(?:(?:vi|tan|nu|nam|duong kim|hai|ba|bon)\s+)+")


# Who led once, and does not any more, is told so.
_FORMER = compiled_later(r"(?:cuu|nguyen) ")
_FORMER_ASKED = compiled_later(r"(?<!\w)(?:cuu|nguyen) (?:nha )?(?:lanh dao|quan chuc)(?: \w+){0,4} nao$")

# "lãnh đạo Việt Nam và Pháp nào": of either.
_NOT_ALONE = compiled_later(r"viet nam (?:va|cung|voi) |(?:va|cung|voi) viet nam")

HONOUR = 4  # words of a name of honour that a question begins with


def noun_allows(question: Question, view: View, person: Person) -> bool:
    """Tell whether a person may be "Thủ tướng nào", "bộ trưởng nào", by any office that the document gives.

    Also by nation: "lãnh đạo Việt Nam nào" is nobody with a foreign name, "khách nước ngoài nào" nobody without.
    """
    phrase = fold(question.text[question.cue[0] : question.cue[1]])
    foreign = not has_vietnamese_name(person.name)
    if ("viet nam" in phrase and foreign and not _NOT_ALONE.search(phrase)) or (
        re.search(r"nuoc ngoai|quoc te", phrase) and not foreign and not _of_abroad(person)
    ):
        return False
    if _FORMER_ASKED.search(question.folded, 0, question.cue[1]) is not None:
        return any(_FORMER.match(fold(office)) for office in person.offices)
    focus = fold(question.focus)
    if not focus or "org" in question.aspects or not names_office(question):
        return _sex_fits(focus, person)
    if (
        "name" in question.aspects
        and offices.HEAD.match(question.focus) is None
        and any(has_word(view.folded[i], focus) for i in person.sentences)
    ):
        return True
    if "name" in question.aspects:
        # "Nữ hoàng lục bình tên gì": a name of honour, as the report has it.
        honour = tuple(tokens(question.folded[: question.cue[0]])[:HONOUR])
        if len(honour) == HONOUR and any(view.words[i].has(honour) for i in person.sentences):
            return True
    beside = nouns_beside(question)
    if any(offices.HEAD.match(noun) is None for noun in beside):
        return True  # "cầu thủ": what no office tells
    nouns = (focus, *map(fold, beside))
    return any(_may_be(person, noun) for noun in nouns) or any(
        _says_nothing_else(person, noun) and _stands_in(view, person, noun) for noun in nouns
    )


def holders_of_noun(question: Question, people: Iterable[Person]) -> set[str]:
    """Return the keys of those who hold the very office asked for, if it has three syllables or more.

    "Thường trực Ban Bí thư nào" is no "Bí thư Thành ủy", though both are "bí thư"; empty where nobody is told so.
    """
    focus = fold(question.focus)
    if focus in _ANYBODY or _BEFORE_NOUN.sub("", focus) in _LEADING:
        return set()
    if "noun" in question.aspects:
        words = tokens(_WHICH.sub("", question.folded[: question.cue[1]]))[-_LONGEST_OFFICE:]
        phrases = [" ".join(words[-n:]) for n in range(len(words), _FEWEST - 1, -1)]
    else:  # "Phó Chủ tịch tỉnh dự lễ tên là gì": the office stands first
        words = tokens(cues.ADDRESS_FIRST.sub("", question.folded))[:_LONGEST_OFFICE]
        phrases = [" ".join(words[:n]) for n in range(len(words), _FEWEST - 1, -1)]
    best: dict[str, int] = {}
    for person in people:
        held = " ; ".join(f" {' '.join(tokens(fold(office)))} " for office in person.offices)
        best[person.key] = next((len(phrase) for phrase in phrases if f" {phrase} " in held), 0)
    most = max(best.values(), default=0)
    return {key for key, length in best.items() if length == most} if most else set()


# Nouns that anybody may be called by, and that tell those apart whom a report calls so ("tác giả nào").
_TELLING_APART = frozenset(
    fold(n)
    for n in (
        "tác giả", "chuyên gia", "diễn giả", "báo cáo viên", "nhân chứng", "phụ huynh", "hành khách", "thầy giáo",
        "cô giáo", "giáo viên", "nạn nhân", "chiến sĩ", "nhà hoạt động",
    )
)  # fmt: skip


# Of those, whom a report may call by any other noun.
_OF_ANY_CALLING = frozenset(
    map(fold, ("tác giả", "chuyên gia", "diễn giả", "báo cáo viên", "nhân chứng", "nhà hoạt động", "nạn nhân"))
)


def says_little(noun: str) -> bool:
    """Tell whether a noun (bare letters) may mean anybody, or anybody who leads, whatever the report calls them."""
    return noun in _LEADING or (noun in _ANYBODY and noun not in _TELLING_APART) or noun in _OF_ANY_CALLING


def is_of_an_event(noun: str) -> bool:
    """Tell whether a noun (bare letters) says what somebody is at one event or in one case ("bị cáo", "thí sinh")."""
    return noun in _AT_AN_EVENT


def other_offices(noun: str) -> tuple[str, ...]:
    """Return the offices that a noun (bare letters) stands for beside itself ("nghệ sĩ": "ca sĩ", "nhạc sĩ" ...)."""
    return tuple(office.rstrip("$") for office in _OFFICES_OF.get(noun, ()))


_WHICH = compiled_later(r"\s+(?:nao|gi)\s*$")
_FEWEST, _LONGEST_OFFICE = 3, 8  # syllables of an office


def _may_be(person: Person, noun: str) -> bool:
    """Tell whether the person may be called by the noun (bare letters)."""
    if not _sex_fits(noun, person):
        return False
    if noun in _ANYBODY:
        return True
    bare = _BEFORE_NOUN.sub("", noun)
    if bare in _SITTING and any(_PARLIAMENT.search(fold(office)) for office in person.offices):
        return True
    if bare in _LEADING:
        return not person.offices or not all(map(_is_profession, person.offices))
    held = [fold(office) for office in person.offices]
    held.extend([name for office in held for name in other_names(office)])
    if bare in _COUNTERPARTS and any("dong cap" in office or "dong nhiem" in office for office in held):
        return True  # "người đồng cấp Hàn Quốc": what the other one is, whom the report calls so
    if bare in _HEADS_OF and any(_HEADS_OF[bare].match(office) for office in held):
        return True
    return bare in _ANYBODY or any(
        has_word(office, bare, not_after=("pho ",)) and not (_DEPUTY.match(office) and not bare.startswith("pho "))
        for office in held
    )


# Who sits in a parliament may be told by the office there ("người đứng đầu ủy ban ... của Quốc hội Iran").
_SITTING = frozenset(map(fold, ("nghị sĩ", "nhà lập pháp", "đại biểu quốc hội")))
_PARLIAMENT = compiled_later(r"(?<!\w)(?:quoc hoi|ha vien|thuong vien|nghi vien)(?!\w)")
_DEPUTY = compiled_later(r"(?:(?:nguyen|cuu|quyen|tan|nu) )?pho ")


def _says_nothing_else(person: Person, noun: str) -> bool:
    """Tell whether no office of the person speaks against a noun; a profession goes with what one is at an event."""
    return not person.offices or (noun in _AT_AN_EVENT and all(map(_is_profession, person.offices)))


def _stands_in(view: View, person: Person, noun: str) -> bool:
    """Tell whether the noun stands in a sentence with the person ("các ca sĩ nổi tiếng như: ...").

    Or a sentence soon after one with the person begins with it, and with no name ("Nữ diễn viên cho biết ...").
    """
    written = {noun, noun.replace("si", "sy")}
    if any(has_word(view.folded[i], word) for i in person.sentences for word in written):
        return True
    begins = re.compile(rf"(?:(?:nu|nam|vi|chang|co|anh) )?{re.escape(noun).replace('si', 's[iy]')}(?: nay| tre)? ")
    for i in {i + step for i in person.sentences for step in (1, 2, 3) if i + step < len(view.folded)}:
        begun = begins.match(view.folded[i])
        if begun is not None and not view.facts.sentences[i].text[begun.end() : begun.end() + 1].isupper():
            return True
    return False


def _is_profession(office: str) -> bool:
    head = offices.HEAD.match(office)
    return head is not None and offices.is_profession(head.group())


def _sex_fits(noun: str, person: Person) -> bool:
    """Tell whether "bà nào", "nữ bí thư nào" may be the person, as far as the report tells the sex."""
    first = noun.split(" ")[0]
    wanted = {"ba": "f", "nu": "f", "chi": "f", "co": "f", "ong": "m", "nam": "m", "anh": "m"}.get(first, "")
    return not wanted or sex_of(person) in (wanted, "")


def has_vietnamese_name(name: str) -> bool:
    """Tell whether every word of a name is a Vietnamese syllable."""
    return all(map(is_vietnamese_syllable, re.findall(r"[^\W\d_]+", name)))


def _of_abroad(person: Person) -> bool:
    return any(country in office for office in person.offices for country in COUNTRIES if country != "Việt Nam")
