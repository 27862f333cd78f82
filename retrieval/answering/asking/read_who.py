"""Questions for a person or an office: "X là ai", "giữ chức gì"."""

from __future__ import annotations

import re

from retrieval.answering.asking import cues
from retrieval.answering.asking.cues import Reader
from retrieval.answering.asking.kin import kin_at_head
from retrieval.answering.asking.named_first import is_of_somebody, names_first
from retrieval.answering.asking.read_aspects import ends_in_relation, object_noun
from retrieval.answering.asking.reading import Reading
from retrieval.answering.asking.who_is import is_office_phrase
from retrieval.answering.model import Kind
from retrieval.facts.acts import find_acts
from retrieval.language import offices
from retrieval.language.names import FAMILY_NAMES, find_people, is_vietnamese_syllable
from retrieval.language.normalize import fold, is_unaccented

_AFTER_WHO_IS = (
    "vậy", "thế", "mà", "trong", "ở", "tại", "khi", "lúc", "của", "hồi", "bên", "và", "đối với",
)  # fmt: skip


_ASIDE = cues.shape(r"\s*(?:nhỉ|ạ|đấy|hả)?\s*,")  # "X là ai nhỉ, ông được hỏi về ..."


def read_who_is(reader: Reader) -> Reading | None:
    """Read "X là ai": the office of a person, or the person of an office."""
    text = reader.text
    m = reader.search(cues.WHO_IS)
    if m is None:
        return None
    after = text[m.end() :]
    ends = not after.strip(" ,") or reader.match(_AFTER_WHO_IS, _next_word(text, m.end())) or _ASIDE.match(after)
    if not ends:
        return None
    before = text[: m.start()].strip()
    if not before:
        return None
    if kin_at_head(text) is not None:
        return Reading(Kind.PEOPLE, frozenset({"name"}), "", m.span())
    subject = re.split(r"[,:]", before)[-1].strip() or before
    subject = re.sub(r"(?i)^(?:thì|thi)\s+", "", subject)
    people = [p for p in find_people(before) if not p.short]
    if not reader.strict and people and people[0].start == 0 and is_office_phrase(before.split(",")[0]):
        people = []  # "Chu tich ...": Chu is a family name too
    whole = len(before)
    if people and (met := object_noun(reader, m.start())) is not None:
        return Reading(Kind.PEOPLE, frozenset({"name", "object"}), met.noun, m.span())
    if names_first(before, people):
        return Reading(Kind.OFFICE, frozenset(), "", m.span())
    ends_with_name = bool(people) and whole - people[-1].end <= 1
    beside = ends_with_name and (is_of_somebody(before) or _is_beside(reader, people[-1].outer_start))
    if ends_with_name and not beside:
        return Reading(Kind.OFFICE, frozenset(), "", m.span())
    titled = cues.ADDRESS_FIRST.sub("", subject)
    office = offices.HEAD.match(titled) is not None or is_office_phrase(titled)
    doer = re.match(r"(?i)(?:người|nguoi|vị|vi|mc|đại diện|dai dien)(?!\w)", subject) is not None
    aspects = frozenset({"office"} if office and not doer else ())
    if beside:
        return Reading(Kind.PEOPLE, aspects, "", m.span())
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


def _is_beside(reader: Reader, start: int) -> bool:
    """Tell whether the person at `start`, who ends the question, is not the one asked for, but has to do with that one.

    "Người trao quyết định cho ông A là ai", "Hoa hậu kết hôn với ca sĩ B là ai".
    """
    clause = reader.text[:start].rsplit(",", 1)[-1]
    return len(clause.split()) > _FEWEST_BEFORE and ends_in_relation(reader, start)


_FEWEST_BEFORE = 2  # words before somebody else is named
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


def read_office(reader: Reader) -> Reading | None:
    """Read a question for what somebody is ("giữ chức gì"); None where it asks for something else."""
    m = reader.search(cues.OFFICE)
    if m is None:
        body = _body_served(reader)
        return None if body is None else Reading(Kind.OFFICE, frozenset(), "", body)
    who = reader.search(("ai", "do ai"))
    if who is not None and who.start() < m.start():
        return None  # "Ai giữ chức ..."
    other = [w for w in reader.finds((*cues.WHEN, *cues.COUNT)) if w.start() < m.start() or w.end() > m.end()]
    if other and not re.search(r"(?i)(?:gì|nào|gi|nao|j)\W*$", m.group()):
        return None
    if _bare_tail(m.group()) and reader.search((*cues.PLAIN, *cues.WHERE, "không", "chưa"), m.end()) is not None:
        return None
    return Reading(Kind.OFFICE, frozenset(), "", m.span())


_IS = ("là", "từng là", "đang là", "hiện là", "giữ chức", "phụ trách", "làm")
_MOST_BETWEEN = (
    6  # words of an office between its verb and the question word ("chủ tịch hội đồng quản trị công ty nào")
)


def _body_served(reader: Reader) -> tuple[int, int] | None:
    """Return the cue of "ông A là chủ nhiệm ủy ban nào", which asks for the office by its body; None in others.

    "Phụ trách gì" asks as much.
    """
    text = reader.text
    if reader.search(("ai", "có phải")) is not None:
        return None
    is_ = reader.search(_IS)
    asks = reader.search(("nào", "gì", "ở đâu"), is_.end()) if is_ is not None else None
    if is_ is None or asks is None or not _begins_with_person(text[: is_.start()], strict=reader.strict):
        return None
    between = text[is_.end() : asks.start()].strip()
    if "," in between or len(between.split()) > _MOST_BETWEEN:
        return None
    noun = reader.nearest_noun(asks.start())
    if reader.search(cues.WHEN, is_.end(), asks.end()) is not None or (noun and noun.table == "EVENT_NOUNS"):
        return None
    in_charge = fold(is_.group()).startswith("phu trach")
    if not (in_charge or is_office_phrase(between)) or any(w[0].isupper() for w in between.split()):
        return None
    return is_.start(), asks.end()


def _begins_with_person(about: str, *, strict: bool) -> bool:
    """Tell whether what stands before "là" is about a person, named first or by a word of address."""
    if not strict and _is_bare_name(about.split(",")[0]):
        return True
    people = find_people(about)
    return bool(people) and people[0].outer_start == 0 and find_acts(about[people[0].end :].split(",")[-1]) == []


def _bare_tail(group: str) -> bool:
    """Tell whether an office cue has no question word of its own ("chức vụ", "làm chức")."""
    return re.search(r"(?i)(?:gì|nào|gi|nao|j)(?!\w)", group) is None
