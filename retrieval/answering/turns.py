"""What later questions of a chat may lean on: what the last ones spoke of, and whom they were answered with."""

from __future__ import annotations

from dataclasses import replace

from retrieval.answering.asking import cues
from retrieval.answering.asking.chat import tidy
from retrieval.answering.asking.question import analyse, check
from retrieval.answering.model import Conversation, Kind
from retrieval.answering.topics import topic_of
from retrieval.language.normalize import fold


def names_given(question: str, conversation: Conversation | None) -> tuple[str, ...]:
    """Return the names that are no answer: those given already, where `question` asks for others ("còn ai nữa?").

    So is whom something was done to ("Ai mời?" after "Ông A thăm nước nào?").

    "Còn ai phát biểu?" after "Ai dự?" asks for something else: whoever was there may have spoken.
    """
    if conversation is None:
        return ()
    if DONE_TO.fullmatch(question) is not None:
        return (conversation.person,) if asked_about_last(conversation) else ()
    if BESIDES_ONLY.fullmatch(question) is not None:
        return ()  # it says itself whom to leave out
    if not (conversation.people and conversation.who) or (m := WHO_ELSE.search(question)) is None:
        return ()
    asked, before = analyse(question), analyse(conversation.who)
    if asked.acts and before.acts and asked.act_set != before.act_set:
        return ()
    others = (
        m.group("more") or not m.group().startswith(("còn", "con")) or asked.act_set in (frozenset(), before.act_set)
    )
    return conversation.people if others else ()


def asked_about_last(conversation: Conversation) -> bool:
    """Tell whether the person spoken of was asked about by name, not given as an answer."""
    return bool(conversation.person) and fold(conversation.person) in fold(conversation.question)


# Deeds that are done to somebody, with nobody named.
DONE_TO = cues.shape(
    r"(?:do\s+)?(?:những\s+)?ai\s+(?:đã\s+)?"
    r"(?:mời|đón|tiễn|tiếp|tiếp đón|đón tiếp|tháp tùng|bổ nhiệm|tố cáo|bắt|khởi tố)[\s?.!]*"
)
# "Ngoài Phó Thủ tướng còn ai nữa?": whom to leave out, and nothing of what they did.
BESIDES_ONLY = cues.shape(
    r"(?P<besides>(?:ngoài|trừ)\s+[^,?]+?)(?:\s+ra)?,?\s+(?:thì\s+)?(?:còn\s+)?(?:có\s+)?(?:những\s+)?(?:ai|người nào)"
    r"(?:\s+(?:nữa|khác|không))*[\s?.!]*"
)
WHO_ELSE = cues.shape(
    r"(?<!\w)(?:còn\s+(?:có\s+)?(?:những\s+)?(?:ai|người nào)(?!\w)(?:[^?]*?(?<!\w)(?P<more>nữa|khác)(?!\w))?|"
    r"(?:ai|người nào)\s+(?:\w+\s+){0,2}(?:nữa|khác)(?!\w))"
)


def names_several(conversation: Conversation) -> bool:
    """Tell whether the person spoken of is only the first of several whom an answer named."""
    people = conversation.people
    return len(people) > 1 and conversation.person in people and not asked_about_last(conversation)


# "Người thứ hai là ai?", "Vị cuối cùng giữ chức gì?": one of those that the answer before named.
_NTH = cues.shape(
    r"(?:thế\s+|vậy\s+|còn\s+)?(?:người|vị|ông|bà|nhân vật)\s+(?:(?:thứ\s+)?(?P<nth>nhất|hai|ba|tư|"
    r"năm|sáu|bảy|tám|chín|mười|\d+)|(?P<first>đầu(?: tiên)?)|(?P<last>(?:sau )?cuối(?: cùng)?|sau cùng))\s+"
    r"(?P<asks>là ai|tên (?:là )?gì|(?:giữ|làm) (?:chức(?: vụ)?|gì).*)"
)
_NUMBERS = ("nhat", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi")


def points_to_nth(text: str) -> bool:
    """Tell whether a question asks of one of several by the place in a row, and names no row."""
    return _NTH.match(text) is not None


def nth_given(text: str, conversation: Conversation) -> tuple[str, str] | None:
    """Return which of those named before a question means by the place in the row, and what it asks of that one."""
    found = _NTH.match(text)
    if found is None:
        return None
    people = conversation.people
    if found.group("nth"):
        said = fold(found.group("nth"))
        at = int(said) - 1 if said.isdigit() else _NUMBERS.index(said)
    else:
        at = 0 if found.group("first") else len(people) - 1
    return (people[at], found.group("asks")) if 0 <= at < len(people) else None


def next_turn(
    question: str,
    event: str,
    document: str,
    person: str,
    previous: Conversation | None,
    people: tuple[str, ...] | None = None,
    *,
    leans: bool = False,
) -> Conversation:
    """Return what the next question may lean on; `question` is completed. Greetings and thanks change nothing.

    `people` are the names that this answer and those before it gave, None where it gave none. A question that does not
    lean on the turns before and speaks of something else leaves nothing of them.
    """
    before = previous or Conversation()
    if "off_subject" in tidy(check(question)).aspects:
        return before
    asked = analyse(question)
    topic = topic_of(asked.text)  # without the chat around it: "hội thảo ko" is no name
    if not (leans or _stays(question, topic, event, document, before)):
        before = Conversation()
    other = bool(topic) and fold(topic) not in (fold(before.topic), fold(before.event))
    if asked.kind is Kind.OFFICE and before.document and not other:
        # Who somebody is, is asked by the way: what is spoken of stays the same.
        event, document = before.event, before.document
    asks_who = asked.kind is Kind.PEOPLE
    kept = () if other or asks_who else before.people
    return replace(
        before,
        question=question,
        event=event or before.event,
        document=document or ("" if other else before.document),
        person=person or before.person,
        topic=topic or before.topic,
        people=people if people is not None and asks_who else kept,
        who=question if asks_who else "" if other else before.who,
    )


def _stays(question: str, topic: str, event: str, document: str, before: Conversation) -> bool:
    """Tell whether a question that says itself what it is about is still about what the turns before spoke of."""
    if (document and document == before.document) or (event and fold(event) == fold(before.event)):
        return True
    if topic and before.topic:
        return fold(topic) == fold(before.topic)
    folded = fold(question)
    return any(name and fold(name) in folded for name in (before.person, *before.people))
