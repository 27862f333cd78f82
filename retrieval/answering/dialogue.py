"""What a question of a conversation leaves out, taken from the turns before it."""

from __future__ import annotations

import re

from retrieval.answering import cues
from retrieval.answering.model import Conversation
from retrieval.answering.question import check
from retrieval.facts.events import find_event_phrases
from retrieval.language.names import find_people
from retrieval.language.normalize import fold
from retrieval.language.weights import idf

# Words that point back: to an event, and to a person.
EVENT_POINTERS = cues.pattern(
    "(?:hội nghị|buổi lễ|buổi|lễ|sự kiện|cuộc họp|cuộc gặp|phiên họp|phiên|kỳ họp|chương trình|cuộc|hội thảo|đại hội|dịp|lúc|khi|tại) (?:đó|này|ấy|trên|nói trên)|ở đó|lúc đó|tại đó|ở đấy|hôm đó|hôm ấy|khi đó"
)
PERSON_POINTERS = cues.pattern("(?:ông|bà|anh|chị|cô|người|vị|đồng chí) (?:ấy|đó|này|ta)|ổng|bả|họ")
FOLLOW_UP = cues.pattern("(?:thế )?(?:còn|vậy còn|thế còn)(?= )")
_PRONOUN_ONLY = cues.pattern("(?:ông|bà) (?:ấy|ta|này)")

# A question with less weight of its own than this names nothing that it could be about.
ENOUGH_OF_ITS_OWN = 16.0
_QUESTION_STUFF = frozenset(
    "ai dau nao gi khi may bao nhieu nhung ngay gio lam sao the con thi o tai co khong da duoc la va cac su kien hoi nghi le buoi cuoc dien ra to chuc chu tri du tham phat bieu khai mac be mac dien vi nguoi ong ba "
    "chuc vu giu luc hom nam thang noi dong chi nua khac them ten de toi den trinh bay tiep do ay nay dai bieu bao lau phien diem cau nhieu chu hinh thuc mat cung".split()
)


def complete(question: str, conversation: Conversation | None) -> tuple[str, str]:
    """Return the question with what it lacks, and the document to prefer ("" for none).

    A self-contained question comes back as it is.
    """
    formed = check(question)
    if conversation is None or not conversation.question:
        return formed, ""
    folded = fold(formed)
    text = formed
    pointed = False
    if conversation.person and (m := PERSON_POINTERS.search(text)) is not None:
        text = text[: m.start()] + conversation.person + text[m.end() :]
        pointed = True
    if conversation.event and (m := EVENT_POINTERS.search(text)) is not None:
        text = f"{text[: m.start()]}{_preposition(m.group())}{conversation.event}{text[m.end() :]}"
        return text, conversation.document
    if pointed:
        return text, conversation.document
    own = sum(idf(t) for t in set(re.findall(r"[^\W_]+", folded)) if t not in _QUESTION_STUFF)
    follows = FOLLOW_UP.match(formed) is not None
    names_event = any(len(p.text.split()) > 3 for p in find_event_phrases(formed))
    if names_event or (find_people(formed) and not follows) or (own >= ENOUGH_OF_ITS_OWN and not follows):
        return text, ""
    if not conversation.event:
        return f"{text} {conversation.question}", conversation.document
    bare = FOLLOW_UP.sub("", text).strip(" ,?")
    return f"{bare} {conversation.event}", conversation.document


def _preposition(pointer: str) -> str:
    first = fold(pointer).split()[0]
    return {"o": "ở ", "tai": "tại "}.get(first, "")


def next_turn(question: str, event: str, document: str, person: str, previous: Conversation | None) -> Conversation:
    """Return what the next question may lean on."""
    return Conversation(
        question=question,
        event=event or (previous.event if previous else ""),
        document=document or (previous.document if previous else ""),
        person=person or (previous.person if previous else ""),
    )
