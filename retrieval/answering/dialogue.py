"""What a question of a conversation leaves out, taken from the turns before it."""

from __future__ import annotations

import re
from dataclasses import replace

from retrieval.answering.asking import cues
from retrieval.answering.asking.chat import tidy
from retrieval.answering.asking.question import Question, analyse, check
from retrieval.answering.event_sorts import sorts_in, sorts_named
from retrieval.answering.evidence.holders import office_asked, office_of_subject
from retrieval.answering.exchanging import (
    AND_WHAT_OF,
    EVENT_NOUNS,
    as_typed,
    exchanged,
    joined,
    only_names_somebody,
    others_than,
    place_in,
)
from retrieval.answering.model import Conversation, Kind
from retrieval.answering.topics import ENOUGH_OF_ITS_OWN, SOME_OF_ITS_OWN, own_topic, own_weight
from retrieval.answering.turns import (
    DONE_TO,
    WHO_ELSE,
    asked_about_last,
    names_several,
    nth_given,
    points_to_nth,
)
from retrieval.facts.acts import Act
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.names import find_people
from retrieval.language.normalize import fold
from retrieval.language.offices import HEAD

EVENT_POINTERS = cues.pattern(f"(?:{EVENT_NOUNS}) (?:đó|đấy|này|ấy|trên|nói trên|vừa rồi|vừa nói)")
# Pointers to a time or a place: the event is meant, and they themselves say nothing more.
SCENE_POINTERS = cues.pattern("(?:ở|tại) (?:đó|đấy|đây)|(?:lúc|khi|hôm|dịp|hồi) (?:đó|đấy|ấy|này)")
PERSON_POINTERS = cues.pattern(
    "(?:ông|bà|anh|chị|cô|người|vị|đồng chí|nhân vật|vị lãnh đạo) (?:ấy|đó|đấy|này|ta|vừa nói)"
)
_THEY = cues.pattern("họ(?! (?:và )?tên)", strict=True)
_POINTERS = (EVENT_POINTERS, SCENE_POINTERS, PERSON_POINTERS, _THEY)
# The event noun alone, before what is said of it: "Hội nghị có mấy phiên?"
BARE_EVENT = cues.pattern(
    f"(?:{EVENT_NOUNS})(?= (?:có|diễn ra|họp|được|do|kéo dài|bế mạc|khai mạc|kết nối|gồm|thông qua|bắt đầu|kết thúc|ở|"
    f"tại|vào|khi|lúc|"
    "là|bàn|ai|không|chưa|(?<!buổi )(?<!cuộc )làm việc|đã|sẽ|quyết định|bầu|hôm|ngày|năm|mấy|bao)(?!\\w)|\\s*[?.!]*$)"
)
FOLLOW_UP = cues.pattern(
    "(?:(?:thế|vậy|rồi) )?(?:còn|thế còn|vậy còn)(?= )(?! (?:có )?(?:những )?ai)|(?:thế|vậy|rồi|và)(?= )"
)
# "Thế còn ở lễ hội năm sau thì sao, ông ấy có dự không?": what is asked of the other one comes behind.
_AND_THERE = cues.shape(
    r"(?:thế |vậy |rồi )?còn\s+(?P<where>(?:ở|tại|trong|với)\s+[^,?]+?)\s+(?:thì\s+)?(?:sao|thế nào)\s*[,?]\s*"
    r"(?P<asks>.+)"
)

# Acts that need an event: "Ai dự?" alone says too little, however much is said of the person.
_NEED_EVENT = frozenset((Act.ATTEND, Act.CHAIR, Act.OPEN, Act.CLOSE))


def complete(question: str, conversation: Conversation | None) -> tuple[str, str]:
    """Return the question with what it lacks, and the document to prefer ("" for none).

    A self-contained question, however short, comes back as it is; so do greetings and thanks.
    """
    formed = check(question)
    if conversation is None or not conversation.question:
        return formed, ""
    tidied = tidy(formed)
    if "off_subject" in tidied.aspects:
        return formed, ""
    if (m := _AND_THERE.fullmatch(formed)) is not None and analyse(m["asks"]).cue[1]:
        formed = f"{m['where']}, {m['asks']}"
    asked = analyse(formed)
    if "on" in asked.aspects:
        return formed, ""  # "Hôm nay có họp gì không?"
    if (nth := nth_given(formed, conversation)) is not None:
        return f"{nth[0]} {nth[1]}", conversation.document
    if _speaks_of_another(asked, conversation):
        conversation = replace(conversation, event="", document="", topic="")
    topic = _topic_for(asked, conversation)
    asks_same = AND_WHAT_OF.match(formed) is not None or only_names_somebody(formed)
    if asks_same and (other := exchanged(asked, formed, conversation)) is not None:
        return other
    return _completed(asked, conversation, topic)


def has_own_words(question: str) -> bool:
    """Tell whether a question says something itself and points to nothing before: it may be asked as it stands."""
    asked = analyse(question)
    if any(FOLLOW_UP.match(text) for text in (question, asked.text)) or any(p.search(asked.text) for p in _POINTERS):
        return False
    if WHO_ELSE.search(asked.text) is not None or _only_asks(asked):
        return False
    return asked.kind is not Kind.YES_NO or _WITHOUT_SUBJECT.match(asked.text) is None


def may_stand_alone(question: str) -> bool:
    """Tell whether a question may be meant without the turns before: it names a place, a day, somebody or something.

    Who was there or presided is asked of an event: where it names none nor a place, that is the one spoken of.
    """
    asked = analyse(question)
    if not has_own_words(question) or not _names_something(asked):
        return False
    if not _needs_event(asked) or sorts_named(asked.text):
        return True
    return asked.kind is Kind.PEOPLE and place_in(asked.text) is not None


def _speaks_of_another(asked: Question, conversation: Conversation) -> bool:
    """Tell whether a question names an event of another sort than the one spoken of ("hội thảo" after "lễ ra quân")."""
    if asked.kind is Kind.EVENTS or EVENT_POINTERS.search(asked.text) is not None:
        return False
    named = sorts_named(asked.text)
    spoken_of = sorts_in(conversation.topic, conversation.event)
    return bool(named and spoken_of) and not named & spoken_of


def _names_something(asked: Question) -> bool:
    if asked.dates or asked.editions or own_weight(asked) >= SOME_OF_ITS_OWN:
        return True
    return place_in(asked.text) is not None or bool(find_people(asked.text))


def unclear(question: str, conversation: Conversation | None) -> str:
    """Return what a question leans on that no turn before spoke of: "person", "event", or "" where nothing lacks."""
    asked = analyse(question)
    before = conversation or Conversation()
    known = before.person or _holder_before(before)
    if before.question and not known and asked.kind is Kind.YES_NO and _WHETHER_MET.match(asked.text) is not None:
        return "person"
    if "off_subject" in asked.aspects:
        return ""
    if not known and asked.kind is Kind.YES_NO and _points_to_nobody(asked.text):
        return "person"
    if points_to_nth(question) and nth_given(question, before) is None:
        return "person"
    if _points_to_nobody(asked.text) and names_several(before):
        return "person"  # which of them, is not said
    if _names_something(asked) or own_topic(asked):
        return ""
    if PERSON_POINTERS.search(asked.text) is not None and not known:
        return "person"
    leans = WHO_ELSE.search(asked.text) or EVENT_POINTERS.search(asked.text) or SCENE_POINTERS.search(asked.text)
    return "event" if not before.question and (leans is not None or _only_asks(asked)) else ""


def _points_to_nobody(text: str) -> bool:
    """Tell whether a question says "ông ấy" and names nobody before it, by a name or an office."""
    pointer = PERSON_POINTERS.search(text)
    before = text[: pointer.start()] if pointer is not None else ""
    return pointer is not None and not find_people(before) and HEAD.search(before) is None


def asks_who_that_is(question: str) -> bool:
    """Tell whether a question points to somebody and asks who that is ("ông ấy là ai?"): the name belongs to that."""
    return _WHO_THAT_IS.search(question) is not None or points_to_nth(question)


_WHO_THAT_IS = compiled_later(f"{PERSON_POINTERS.pattern}\\s+(?:là|la)\\s+ai(?!\\w)")


def _holder_before(conversation: Conversation) -> str:
    """Return the office, and where it was asked of, that the last question had in a person's place ("Thủ tướng")."""
    before = analyse(conversation.question) if conversation.question else None
    if before is None or before.kind is not Kind.YES_NO or not before.acts:
        return ""
    return office_asked(_HAS_LAST.sub("", before.text[: before.acts[0].start]))


_HAS_LAST = cues.shape(r"(?:\s+(?:có|đã|cũng|sẽ|được))+\s*$")


def _completed(asked: Question, conversation: Conversation, topic: str) -> tuple[str, str]:
    text = FOLLOW_UP.sub("", asked.text, count=1).strip(" ,") if FOLLOW_UP.match(asked.text) else asked.text
    if conversation.who and _WHO_ELSE_ONLY.fullmatch(asked.text) is not None:
        return as_typed(asked, conversation.who), conversation.document
    if (
        WHO_ELSE.search(asked.text) is not None
        and not own_topic(asked)
        and (others := others_than(asked, conversation))
    ):
        return others, conversation.document
    person = as_typed(asked, conversation.person or _holder_before(conversation))
    named = _names_person(asked)
    pointed = False
    if person and DONE_TO.fullmatch(text) is not None and asked_about_last(conversation):
        return f"{text.strip(' ?!.')} {topic or person}", conversation.document
    if person and asked.kind is Kind.YES_NO and _WITHOUT_SUBJECT.match(text) is not None:
        text = f"{person} {text}"
        pointed = True
    if person and (m := PERSON_POINTERS.search(text) or _THEY.search(text)) is not None:
        text = text[: m.start()] + person + text[m.end() :]
        pointed = True
    if topic and (m := EVENT_POINTERS.search(text)) is not None:
        return f"{text[: m.start()]}{_from_noun(topic, m.group())}{text[m.end() :]}", conversation.document
    if topic and (m := SCENE_POINTERS.search(text)) is not None:
        if asked.kind is Kind.YES_NO and _WHETHER_LAST.match(text, m.end()) is not None:
            return f"{text[: m.start()]}tại {topic}{text[m.end() :]}", conversation.document
        rest = " ".join((text[: m.start()] + text[m.end() :]).strip(" ,").split())
        return (rest if asked.kind is Kind.OFFICE else f"{rest} {topic}"), conversation.document
    if not own_topic(asked) and topic and (m := BARE_EVENT.search(text)) is not None and _may_be_bare(asked, text, m):
        return f"{text[: m.start()]}{_from_noun(topic, m.group())}{text[m.end() :]}", conversation.document
    if pointed:
        # What the question words called the event; the report's name for it says more than a sentence of it does.
        called = as_typed(asked, conversation.topic)
        lacks = asked.kind not in (Kind.OFFICE, Kind.EVENTS) and bool(asked.acts) and not own_topic(asked)
        if not (lacks and called):
            return text, conversation.document
        if asked.kind is Kind.YES_NO and (m := _WHETHER_LAST.search(text)) is not None:
            at = "" if asked.act_set & _NEED_EVENT else "tai " if asked.unaccented else "tại "
            return f"{text[: m.start()]} {at}{called} {m.group().strip(' ?!.')}", conversation.document
        return f"{text} {called}", conversation.document
    if _is_complete(asked, named):
        return asked.text if FOLLOW_UP.match(asked.text) is None else text, ""
    if _only_asks(asked):
        return _asked_anew(asked, text, topic, conversation), conversation.document
    if topic and asked.kind is Kind.YES_NO and (m := _WHETHER_LAST.search(text)) is not None:
        return f"{text[: m.start()]} {topic} {m.group().strip(' ?!.')}", conversation.document
    return (joined(text.rstrip(" ?!."), topic) if topic else text), conversation.document


# "Còn ai nữa?" and nothing more: others than those named are asked for, with the words of the question about them.
_WHO_ELSE_ONLY = cues.shape(
    r"(?:(?:thế|vậy|và|rồi)\s+)?(?:còn\s+)?(?:có\s+)?(?:những\s+)?(?:ai|người nào)\s+(?:nữa|khác)(?:\s+(?:nữa|không))*"
    r"[\s?.!]*"
)
# A deed that somebody did or not, and nobody before it.
_WITHOUT_SUBJECT = cues.shape(
    r"(?:có|đã)\s+(?:gặp|hội đàm|hội kiến|dự|tham dự|phát biểu|ký|thăm|nhận|nói|tới|đến|trả lời|xin lỗi|thừa nhận|"
    r"chủ trì|tiếp|trao)(?!\w)"
)
# What an event does not do, only somebody.
_WHETHER_MET = cues.shape(r"(?:có|đã)\s+(?:gặp|hội đàm|hội kiến|trả lời|xin lỗi|thừa nhận)(?!\w)")


# "Bộ trưởng là ai?" may mean the one of the event spoken of; "Chủ tịch Quốc hội là ai?" names its body.
LONGEST_BARE_OFFICE = 3


# What ends a yes/no question: the event that it leaves out stands before it ("Thủ tướng có dự [...] không?").
_WHETHER_LAST = cues.shape(r"\s+(?:(?:có )?(?:phải|đúng) )?(?:không|chưa)[\s?.!]*$")


def _may_be_bare(asked: Question, text: str, noun: re.Match[str]) -> bool:
    """Tell whether a noun alone is the event spoken of, not what is asked for ("bao nhiêu phiên", "hội nghị nào")."""
    return asked.kind is not Kind.EVENTS and _COUNTED_LAST.search(text, 0, noun.start()) is None


_COUNTED_LAST = cues.shape(r"(?<!\w)(?:bao nhiêu|mấy|số)\s+$")


def _is_complete(asked: Question, named: bool) -> bool:
    """Tell whether a question says itself what it is about."""
    if own_topic(asked) or asked.editions:
        return True
    needs_event = _needs_event(asked)
    weight = own_weight(asked)
    if asked.kind is Kind.EVENTS:
        return named or bool(asked.dates or office_of_subject(asked)) or weight >= SOME_OF_ITS_OWN
    if named and (asked.kind is Kind.OFFICE or not needs_event):
        return True
    if asked.kind is Kind.PEOPLE and "office" in asked.aspects:
        return weight >= SOME_OF_ITS_OWN or len(asked.text[: asked.cue[0]].split()) > LONGEST_BARE_OFFICE
    return not needs_event and weight >= ENOUGH_OF_ITS_OWN


def _needs_event(asked: Question) -> bool:
    return bool(asked.act_set & _NEED_EVENT) and asked.kind not in (Kind.EVENTS, Kind.OFFICE)


def _only_asks(asked: Question) -> bool:
    """Tell whether nothing is left of the question beside its question words ("khi nào?", "mấy người?")."""
    rest = asked.folded[: asked.cue[0]] + " " + asked.folded[asked.cue[1] :]
    left = [
        t
        for t in re.findall(r"[^\W_]+", rest)
        if t not in ("nguoi", "vay", "the", "nhi", "ha", "vi", "o", "tai", "vao")
    ]
    return asked.cue[1] > asked.cue[0] and not left


def _asked_anew(asked: Question, text: str, topic: str, conversation: Conversation) -> str:
    """Return the previous question with the new question words in place of its own."""
    before = analyse(conversation.question)
    start, end = before.cue
    previous = as_typed(asked, before.text[:start].rstrip() + " " + before.text[end:].lstrip())
    previous = " ".join(re.sub(r"(?i)(?<!\w)(?:vào|tại|ở|do|có|là|vao|tai|co|la)\s*$", "", previous.strip()).split())
    bare = text.strip(" ?!.")
    if topic and (before.kind is Kind.EVENTS or WHO_ELSE.search(before.text) is not None):
        return f"{topic} {bare}"
    if before.kind is Kind.OFFICE and conversation.topic and asked.kind in (Kind.DATE, Kind.PLACE):
        return f"{as_typed(asked, conversation.topic)} {bare}"
    if asked.kind in (Kind.COUNT, Kind.PEOPLE):
        return f"{bare} {previous}"
    return f"{previous} {bare}"


def _topic_for(asked: Question, conversation: Conversation) -> str:
    """Return the event spoken of, in the words of the questions if they had any, as the question is typed."""
    if conversation.topic:
        return as_typed(asked, conversation.topic)
    if len(conversation.event.split()) > 3:
        return as_typed(asked, conversation.event)
    return ""


def _from_noun(topic: str, pointer: str) -> str:
    """Return the topic from the noun pointed with ("Hội nghị ..." of "lễ bế mạc Hội nghị ...")."""
    noun = re.sub(r"\s+(?:do|day|nay|ay|tren|noi tren|vua roi|vua noi)$", "", fold(pointer))
    at = fold(topic).find(noun)
    return topic[at:] if at > 0 else topic


def _names_person(asked: Question) -> bool:
    return bool(find_people(asked.text)) and not all(p.short for p in find_people(asked.text))
