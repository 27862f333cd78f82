"""The subject of a question of another shape: its noun, its number, and what is said of it.

"Lãnh đạo tỉnh A | có mặt ở lễ ký": a question is made of it by the question word that goes with its noun.
"""

from __future__ import annotations

from dataclasses import dataclass

from retrieval.answering.asking import cues
from retrieval.answering.asking.cues import Reader
from retrieval.answering.asking.predicates import predicate_start
from retrieval.facts.acts import find_acts
from retrieval.language import offices
from retrieval.language.names import find_people
from retrieval.language.normalize import fold, is_unaccented


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject: its text, the noun at its head and the table that has it, whether it is plural, its predicate."""

    text: str
    noun: str
    table: str
    plural: bool
    predicate: str


_SEVERAL = cues.shape(r"(?:(?:của|toàn bộ|tất cả|những|các|mấy|hai|ba|bốn|năm|sáu|\d+|vị|một)\s+)*")
_MANY = cues.shape(r"(?<!\w)(?:những|các|mấy|hai|ba|bốn|năm|sáu|\d+)(?!\w)")
_BEFORE_HEAD = cues.shape(r"(?:(?:cựu|nguyên|nữ|nam|tân|đương kim|vị|đồng chí|đ/c|ông|bà)\s+)+")
_OF = cues.shape(r"^của\s+")
# Words of address, which a name follows.
ADDRESS = frozenset(("ông", "bà", "anh", "chị", "cô", "đồng chí", "đ/c", "em", "cháu", "cụ", "thầy", "bạn"))
PEOPLE = frozenset(("người", "vị"))


def find_subject(text: str, start: int = 0) -> Subject | None:
    """Return the subject that begins at `start`, with what is said of it; None where no noun of the tables heads it."""
    several = _SEVERAL.match(text, start)
    at = several.end() if several is not None else start
    before = _BEFORE_HEAD.match(text, at)
    reader = Reader(text, strict=not is_unaccented(text))
    for head in (before.end() if before is not None else at, at):
        office = offices.HEAD.match(text, head)
        noun = next((n for n in reader.nouns(head)[:1] if n.start == head), None)
        if office is not None and (noun is None or office.end() >= noun.end):
            name, table, end = office.group().lower(), "PERSON_NOUNS", office.end()
        elif noun is not None:
            name, table, end = noun.noun, noun.table, noun.end
        else:
            continue
        if name == "người đại diện" or (name.startswith("người ") and find_acts(name)):  # "người chủ trì": who chairs
            name, end = "người", head + len("người")
        begins = predicate_start(text, start, end)
        whole = text[start:begins].strip()
        told = text[begins:].strip() if begins is not None else ""
        plural = _MANY.match(_OF.sub("", whole)) is not None
        return Subject(_OF.sub("", whole), name, table, plural, told)
    return None


def which(subject: Subject, *, plural: bool = False) -> str:
    """Return "lãnh đạo tỉnh A nào có mặt ở lễ ký" for a subject with its predicate."""
    several = "những " if plural and not subject.plural else ""
    of = _BODY.search(subject.text)
    noun, body = (subject.text[: of.start()], subject.text[of.start() :]) if of is not None else (subject.text, "")
    small = noun if noun[:2].isupper() else noun[:1].lower() + noun[1:]
    return f"{several}{small} nào {body} {subject.predicate}"


# Whose somebody is; "nào" stands before it ("quan chức nào của Palestine").
_BODY = cues.shape(r"\s(?:của|bên|phía|thuộc)\s")


def who(subject: Subject, *, plural: bool = False) -> str | None:
    """Return the question of who did what the predicate tells; None where the subject is no word for people."""
    if subject.table != "PERSON_NOUNS" or len(subject.predicate.split()) < LEAST_TOLD:
        return None
    if subject.noun in PEOPLE and len(_SEVERAL.sub("", subject.text).split()) <= 1:
        return f"{'những ai' if plural or subject.plural else 'ai'} {subject.predicate}"
    if subject.noun in ADDRESS or any(not p.short for p in find_people(subject.text)):
        return None
    return which(subject, plural=plural)


# Of these a body has one, whom "là ai" and "tên gì" ask for best; of a vice-minister it has several.
_SOLE = cues.shape(
    r"(?!phó|thứ trưởng|cựu|nguyên|ủy viên|đội trưởng|nhóm trưởng)(?:vị\s+)?(?:\S+\s+){0,3}?(?:chủ tịch|bí thư|"
    r"tổng giám đốc|giám đốc|trưởng|bộ trưởng|thủ tướng|tổng thống|chánh|tổng thư ký|tư lệnh|đại sứ|thống đốc|"
    r"thị trưởng|chủ nhiệm|tổng biên tập|quốc vương|nữ hoàng|người sáng lập|người phát ngôn|người đứng đầu|chủ)(?!\w)"
)


def is_sole(subject: Subject) -> bool:
    """Tell whether the subject is the holder of an office that one person has: "Giám đốc Sở Y tế A"."""
    told = _BEFORE_HEAD.sub("", subject.text)
    sole = _SOLE.match(subject.noun) is not None and len(told.split()) > len(subject.noun.split())
    return sole and not subject.plural


LEAST_TOLD = 2  # words of a predicate


def like_question(turned: str, text: str) -> str:
    """Return a question made of `text` with single spaces and a capital, its new words with accents or without."""
    turned = " ".join(turned.split())
    turned = fold(turned) if is_unaccented(text) else turned
    return turned[:1].upper() + turned[1:]
