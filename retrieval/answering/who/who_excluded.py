"""Whom a question of "who" speaks of itself, so that they are no answer to it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from retrieval.answering.asking import cues
from retrieval.answering.asking.question import Question
from retrieval.answering.evidence.constraints import person_in
from retrieval.answering.evidence.holders import Holders
from retrieval.answering.evidence.people_asked import Named
from retrieval.answering.evidence.view import View
from retrieval.answering.who.who_nouns import has_vietnamese_name
from retrieval.facts.people import name_key, sex_of
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.letters import LOWER, UPPER
from retrieval.language.names import is_vietnamese_syllable
from retrieval.language.normalize import fold
from retrieval.language.places import COUNTRY_PATTERN


def excluded(question: Question, view: View, named: Sequence[Named]) -> set[str]:
    """Return the keys of the people whom the question names, by name or by an office that they hold.

    So are those whom earlier answers named, where others are asked for.
    """
    keys = {p.key for n in named if (p := person_in(view, n)) is not None}
    given = {name_key(name) for name in question.besides}
    keys |= {p.key for p in view.facts.people.values() if given and name_key(p.name) in given}
    keys |= _excluded_offices(question, view) | _besides(question, view) | _spoken_of(question, view)
    keys |= _unrelated(question, view) | _of_other_part(question, view)
    if not {"name", "office"} & question.aspects:
        keys |= _holding_named_office(question, view)
    return keys


# For whom somebody spoke, and whom somebody followed in office: only who stands right after such words is that person.
# In bare letters: what is asked, what a report says.
_RELATIONS = (
    (
        re.compile(r"(?<!\w)(?:thay mat(?: cho)?|dai dien cho|nhan danh)\s+(?:nhung |cho )?ai(?!\w)"),
        re.compile(r"(?<!\w)(?:thay mat|dai dien|nhan danh|uy quyen)(?: cho| cua)?\s"),
    ),
    (
        re.compile(r"(?<!\w)(?:thay(?: cho| the| chan)?|ke nhiem|ke vi|tiep quan)\s+(?:cho )?ai(?!\w)"),
        re.compile(r"(?<!\w)(?:thay(?! mat| doi| vi)(?: cho| the| chan)?|ke nhiem|ke vi|nhan ban giao tu)\s"),
    ),
)
_REACH = 40  # characters from such words to the person


def _unrelated(question: Question, view: View) -> set[str]:
    """Return the keys of all but those whom the asked relation leads to, where one is asked ("Ông A thay ai")."""
    told = next((told for asked, told in _RELATIONS if asked.search(question.folded)), None)
    if told is None:
        return set()
    related = {
        view.facts.people[reference.key].key
        for index, references in enumerate(view.facts.references)
        for match in told.finditer(view.folded[index])
        for reference in references
        if 0 <= reference.outer_start - match.end() <= _REACH
    }
    return {person.key for person in view.facts.people.values()} - related


# Who is asked for, and words of a report for those who had another part in it, right before or right after them: who
# was replaced is not who was chosen, who looked on not who signed. In bare letters.
_OTHER_PARTS = (
    (
        re.compile(
            r"(?<!\w)(?:duoc bau|bau ai|bau lam|trung cu|dac cu|duoc bo nhiem|bo nhiem ai|ai (?:se )?thay)(?!\w)"
        ),
        re.compile(r"(?<!\w)thay(?: the| cho| chan)?(?: cho)? (?:ong |ba )?$"),
        None,
    ),
    (
        re.compile(r"(?<!chung kien )(?<!\w)ai (?:\w+ ){0,3}(?:dat but )?ky(?!\w)(?! niem| hop)"),
        re.compile(r"(?<!\w)chung kien cua (?:\w+ ){0,6}$"),
        re.compile(r"(?:\W*\w+\W+){0,6}chung kien(?!\w)"),
    ),
)


def _of_other_part(question: Question, view: View) -> set[str]:
    """Return the keys of the people of whom a report says that they had another part in what is asked about."""
    found: set[str] = set()
    for asked, before, after in _OTHER_PARTS:
        if asked.search(question.folded) is None:
            continue
        for index, references in enumerate(view.facts.references):
            folded = view.folded[index]
            found.update(
                view.facts.people[r.key].key
                for r in references
                if before.search(folded[max(0, r.outer_start - _REACH) : r.outer_start])
                or (after is not None and after.match(folded[r.outer_end :]))
            )
    return found


def _spoken_of(question: Question, view: View) -> set[str]:
    """Return the keys of the people whom the question names by the last name alone ("Tổng thống Bush", "bà Merkel").

    Of several who share it, kin as a rule, the word of address before it tells whether a man or a woman is meant.
    """
    found: set[str] = set()
    for m in _SINGLE_NAME.finditer(question.text):
        if is_vietnamese_syllable(m.group()) and not question.unaccented:
            continue
        bearers = [
            p
            for p in {id(p): p for p in view.facts.people.values()}.values()
            if fold(p.name).split()[-1] == fold(m.group()) and not has_vietnamese_name(p.name)
        ]
        address = _ADDRESS.search(question.text[: m.start()])
        if len(bearers) > 1 and address is not None:
            woman = address.group("woman") is not None
            bearers = [p for p in bearers if (sex_of(p) == "f") is woman] or bearers
        found.update(p.key for p in bearers)
    return found


_ADDRESS = compiled_later(r"(?<!\w)(?:(?P<woman>bà|cô|chị)|ông|anh|tổng thống)\s$", re.IGNORECASE)
# A word that may be a last name: with a capital, or any word where none is written.
_SINGLE_NAME = compiled_later(r"(?<![\w-])[^\W\d_][\w’'-]{2,}")


def _holding_named_office(question: Question, view: View) -> set[str]:
    """Return the key of who holds an office that the question says somebody has ("Tổng thống Ba Lan thăm ... ai")."""
    found: set[str] = set()
    for m in (*_OFFICE_WITH_COUNTRY.finditer(question.text), *_OFFICE_OF_STATE.finditer(question.text)):
        if question.cue[0] <= m.start() < question.cue[1] or _TO_BE.search(question.text[: m.start()]):
            continue
        keys = Holders.of(view, m.group()).keys
        if len(keys) == 1:
            found.update(keys)
    return found


# The office of somebody and no house ("phủ tổng thống Indonesia").
_OFFICE_WITH_COUNTRY = compiled_later(
    rf"(?<!\w)(?<![Pp]hủ )(?<![Dd]inh )(?:[Tt]ổng thống|[Tt]hủ tướng|[Nn]goại trưởng|[Cc]hủ tịch|"
    rf"[Bb]ộ trưởng (?:Quốc phòng|Ngoại giao)|[Vv]ua|[Qq]uốc vương|[Nn]hà vua|[Nn]ữ hoàng)\s+"
    rf"(?:{COUNTRY_PATTERN})(?!\w)"
)


# Offices of which a country has one; "Thủ tướng Chính phủ" and "Phó Thủ tướng" are told apart.
_OFFICE_OF_STATE = compiled_later(
    r"(?<!\w)(?<![Pp]hó )(?<!guyên )(?<!ựu )(?:[Tt]ổng [Bb]í thư|[Cc]hủ tịch nước|[Cc]hủ tịch Quốc hội|[Tt]hủ tướng)"
    r"(?!\w)(?! [Cc]hính phủ)"
)


# The office that somebody gets, or is asked about.
_TO_BE = cues.shape(r"(?<!\w)(?:làm|là|chức|quyền|trở thành|lên|ghế|kế nhiệm|thay|nhậm chức)\s+$")


def _excluded_offices(question: Question, view: View) -> set[str]:
    """Return the keys of people meant by a bare office after "ngoài" ("Ngoài Thủ tướng thì còn ai dự")."""
    m = _BESIDE_WHOM.match(question.folded)
    if m is None:
        return set()
    return set(Holders.of(view, m.group("office")).keys)


def _besides(question: Question, view: View) -> set[str]:
    """Return the keys of those whom the question sets aside by the given name ("Ngoài ông Hoa và bà Lý, còn ...")."""
    m = _BESIDES_NAMES.match(question.text)
    if m is None:
        return set()
    given = {one["name"] for one in _ALONE.finditer(m.group())}
    people = {p.key: p for p in view.facts.people.values()}.values()
    return {p.key for p in people if " " in p.name and p.name.split()[-1] in given}


_BESIDES_NAMES = cues.shape(r"ngoài\s[^,?]{3,80}(?:,|\scòn\s)")
_ALONE = compiled_later(
    rf"(?<!\w)[{LOWER}]+\s(?P<name>[{UPPER}][{LOWER}]+)(?=,|\s[{LOWER}])"
)  # no part of a longer name
# "Ngoài Thủ tướng ra", "Cùng dự với Tổng Bí thư tại ...": in bare letters.
_BESIDE_WHOM = compiled_later(
    r"(?:ngoai|cung du voi|cung du|cung voi|cung|di cung|tham du cung)\s+(?:ong |ba |"
    r"dong chi )?(?P<office>.+?)(?:\s+(?:ra|thi|con|va|tai|o|du|co|tham|den|toi|trong)(?!\w)|,)"
)
