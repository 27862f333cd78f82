"""Who a yes/no question asks about by a bare name in small letters: "tô lâm có dự hội nghị không".

Without capitals nothing shows that "tô lâm" is a name, and words that bind a report no more than others are soon found
in one. So what stands before "có dự" must stand in the report word for word, unless it is an office, a body or an
event, which reports call by other words too.
"""

from __future__ import annotations

from collections.abc import Sequence

from retrieval.answering.asking import cues
from retrieval.answering.asking.question import Question
from retrieval.answering.evidence.people_asked import Named
from retrieval.answering.evidence.view import View, tokens
from retrieval.answering.model import Kind
from retrieval.facts.acts import Act
from retrieval.facts.events import find_event_phrases
from retrieval.language import offices
from retrieval.language.normalize import fold

# What people do at meetings.
_DEEDS = frozenset((Act.ATTEND, Act.CHAIR, Act.SPEAK, Act.OPEN, Act.CLOSE, Act.PRESENT, Act.PAPER, Act.SIGN))
_SUBJECT = cues.shape(
    r"(?:(?:thế|vậy)\s+)?(?:(?:có phải|phải chăng)\s+)?(?:(?:ông|bà|anh|chị|cô|đồng chí|đ/c)\s+)?"
    r"(?P<name>\w+(?:\s\w+){0,3}?)\s+(?:có|đã|cũng|sẽ|có đến|đã đến)\s*$"
)
# Pronouns, and heads of bodies and crowds, in bare letters.
_NO_NAME = frozenset((
    "ai", "ho", "toi", "ta", "no", "ay", "do", "nay", "cac", "nhung", "moi", "dai", "doan", "bo", "so", "uy", "ban",
    "cong", "hoi", "truong", "tinh", "thanh", "huyen", "xa", "lanh", "nguoi", "nha", "can", "phong", "bao", "doanh",
    "quan", "canh", "phia", "nuoc", "dan", "vo", "chong", "con", "me", "cha", "bac", "bi", "hoc", "sinh", "giao",
))  # fmt: skip

_WHETHER = frozenset(("co", "da", "cung", "se"))


def untold(question: Question, named: Sequence[Named], view: View) -> str:
    """Return the bare name that `question` asks about and `view` has nowhere; "" where there is none."""
    deed = next((act for act in question.acts if act.act in _DEEDS), None)
    if question.kind is not Kind.YES_NO or named or deed is None:
        return ""
    m = _SUBJECT.match(question.text[: deed.start])
    if m is None:
        return ""
    name = m["name"]
    words = tuple(tokens(fold(name)))
    if not words or words[0] in _NO_NAME or not _WHETHER.isdisjoint(words) or any(map(str.isdigit, name)):
        return ""
    head = offices.HEAD.match(name)
    if (head is not None and head.end() > 0) or find_event_phrases(name):
        return ""
    return "" if view.has(words) else " ".join(name.split()).title()
