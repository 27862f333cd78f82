"""What is known by a name of its own rather than by who came and when: campaigns, programmes, contests.

"Ông A phát động phong trào nào" wants one name, told right behind the noun ('phong trào "Mỗi làng một vườn hoa"'), and
no list of the events that somebody was at.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from retrieval.answering.asking.question import Question
from retrieval.answering.asking.who_asked import main_act
from retrieval.answering.evidence.people_asked import Named
from retrieval.facts.acts import Act
from retrieval.facts.events import EventPhrase
from retrieval.language.lazy_pattern import built_later
from retrieval.language.letters import LOWER, UPPER
from retrieval.language.normalize import fold

# The nouns, in bare letters, with those by which a report may call the same.
_SORTS: Final = {
    "phong trao": ("phong trào", "cuộc vận động", "chiến dịch"),
    "cuoc van dong": ("cuộc vận động", "phong trào", "chiến dịch"),
    "chien dich": ("chiến dịch", "cuộc vận động", "phong trào"),
    "chuong trinh": ("chương trình",),
    "cuoc thi": ("cuộc thi", "hội thi"),
    "hoi thi": ("hội thi", "cuộc thi"),
}
_QUOTED: Final = r"[“\"‘'][^“”\"‘’']{2,120}[”\"’']"
_RUN: Final = rf"[{UPPER}][\w&-]*(?:\s(?:[{UPPER}\d][\w&-]*|[-–](?=\s[{UPPER}])))*"


def asks_name(question: Question, named: Sequence[Named]) -> bool:
    """Tell whether a question asks for one thing of such a sort, and not for what somebody `named` was at."""
    attended = bool(named) and main_act(question) is Act.ATTEND
    return fold(question.focus) in _SORTS and "plural" not in question.aspects and not attended


def find_named(focus: str, text: str) -> list[EventPhrase]:
    """Return what `text` (reading form) names of the sort `focus` (bare letters), in order."""
    shape = _shape(focus) if focus in _SORTS else None
    if shape is None:
        return []
    return [EventPhrase(m["noun"].lower(), m.group(), m.start(), m.end()) for m in shape.finditer(text)]


@built_later(*((focus,) for focus in _SORTS))
def _shape(focus: str) -> re.Pattern[str]:
    nouns = "|".join(f"[{noun[0]}{noun[0].upper()}]{noun[1:]}" for noun in _SORTS[focus])
    of_what = rf"(?:\s[{LOWER}]+){{0,4}}?"  # "chương trình nghệ thuật", "cuộc thi ảnh"
    return re.compile(rf"(?<!\w)(?P<noun>{nouns}){of_what}(?:\s(?:mang|có|với) tên(?: gọi)?)?\s(?:{_QUOTED}|{_RUN})")
