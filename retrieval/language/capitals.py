"""Names written in capitals ("đồng chí NGUYỄN VĂN AN", "ông LÊ Hữu Tám"), read as names are mostly written.

Minutes, programmes and captions set names in capitals; the rules for names know a name by its capital letters among
small ones. Text that is in capitals as a whole (a headline) is left alone: where a name begins there, nothing shows.
"""

from __future__ import annotations

import re

from retrieval.language import name_tables as tables
from retrieval.language import offices
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.letters import LOWER, UPPER
from retrieval.language.name_context import FAR, is_vietnamese_syllable, office_follows
from retrieval.language.normalize import lower_case
from retrieval.language.places import COUNTRY_PATTERN

# What each name in capitals has, and soon looked for: two capitals, perhaps with a second word, or a capital and small
# letters.
_TWO_CAPITALS = compiled_later(rf"[{UPPER}]{{2}}[{UPPER}]* [{UPPER}]")
_HONORIFIC = r"đồng chí|đ/c|ông|bà|anh|chị|ngài"
_RUN = compiled_later(
    rf"(?<![\w/-])(?:(?P<told>(?i:{_HONORIFIC})) )?"
    rf"(?P<name>[{UPPER}]{{2,}}(?: [{UPPER}]+(?:-[{UPPER}]+)?(?![{LOWER}]))+|[{UPPER}]{{2,}}(?: [{UPPER}][{LOWER}]+)+)"
    r"(?![\w/&-])"
)
# Middle names after which a family name that is another word as well is one ("CAO VĂN BA", and not "CAO TỐC").
_MIDDLE = tables.words("Văn Thị Hữu Đức Minh Xuân Quang Ngọc Thanh Quốc Hồng Viết Bá Trọng Đình Duy Công Tiến")
_MOST_SYLLABLES = 5
_SMALL = compiled_later(rf"[{LOWER}]{{2}}")
_VOWEL = compiled_later(r"[aeiouy]", re.IGNORECASE)
_ACRONYM = 3  # letters of which one word of a foreign name at least has more: "bà VTV AN" is nobody
_COUNTRY = compiled_later(rf"\s+(?:(?:{COUNTRY_PATTERN})\s+)?")


def names_in_case(text: str) -> str:
    """Return `text` (one sentence in reading form) with capital letters at the heads of names only; its length stays.

    An honorific in capitals before such a name is put in small letters as well.
    """
    if _TWO_CAPITALS.search(text) is None:
        return text
    pieces: list[str] = []
    done = 0
    for run in _RUN.finditer(text):
        start = run.start("told") if run["told"] else run.start("name")
        name = _titled(run["name"])
        if _is_name(name, text, start, run.end(), addressed=bool(run["told"])):
            told = run["told"]
            if told and told.isupper() and len(told) > 1:
                told = told[0] + lower_case(told[1:]) if start == 0 else lower_case(told)
            pieces += (text[done:start], f"{told} {name}" if told else name)
            done = run.end()
    return "".join((*pieces, text[done:])) if pieces else text


def _titled(name: str) -> str:
    return " ".join(word[0] + lower_case(word[1:]) for word in name.split(" "))


def _is_name(name: str, text: str, start: int, end: int, *, addressed: bool) -> bool:
    """Tell whether the capitalised words that stand at `text[start:end]` are a person's name.

    `addressed` says that an honorific stands before them, within these offsets.
    """
    words = name.split(" ")
    if len(words) > _MOST_SYLLABLES:
        return False
    vietnamese = all(map(is_vietnamese_syllable, words))
    if vietnamese and words[0] in tables.PLAIN_FAMILY:
        # In a headline in capitals other words stand beside the name.
        return addressed or not _capital_beside(text, start, end)
    told = addressed or _office_before(text, start)
    if vietnamese:
        return words[0] in tables.FAMILY_NAMES and (
            addressed or (len(words) > 2 and (told or (words[1] in _MIDDLE and not _capital_beside(text, start, end))))
        )
    if text[end - 1].islower():
        return False  # "Giám đốc FBI Clint Watts", "chánh án TAND Tối cao": the capitals are those of a body
    told = told or office_follows(text, end)
    return told and all(map(_VOWEL.search, words)) and any(len(word) > _ACRONYM for word in words)


def _office_before(text: str, start: int) -> bool:
    """Tell whether an office, perhaps with its country, stands right before an offset."""
    near = text[max(0, start - FAR) : start]
    return any(_COUNTRY.fullmatch(near, head.end()) for head in offices.HEAD.finditer(near))


def _capital_beside(text: str, start: int, end: int) -> bool:
    """Tell whether the words that stand beside an offset are in capitals as well."""
    return _SMALL.search(text, 0, start) is None and _SMALL.search(text, end) is None and len(text) > end - start + 6
