"""What a question of a conversation leaves out, taken from the turns before it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from retrieval.answering.asking import cues
from retrieval.answering.asking.chat import tidy
from retrieval.answering.asking.question import Question, analyse, check
from retrieval.answering.evidence.holders import office_of_subject
from retrieval.answering.model import Conversation, Kind
from retrieval.facts.acts import Act
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.names import find_people
from retrieval.language.normalize import accent_tolerant, fold, is_unaccented
from retrieval.language.numerals import find_editions
from retrieval.language.places import CITIES, COUNTRIES, PROVINCES
from retrieval.language.weights import idf

# Nouns that point back with "đó", "này", "ấy", or stand alone for the event spoken of.
_EVENT = (
    "hội nghị|buổi lễ|buổi họp|buổi|lễ|sự kiện|cuộc họp|cuộc gặp|phiên họp|phiên tòa|phiên|kỳ họp|chương trình|"
    "cuộc|hội thảo|"
    "đại hội|diễn đàn|họp báo|triển lãm|lễ hội|chuyến thăm|tọa đàm|giải"
)
EVENT_POINTERS = cues.pattern(f"(?:{_EVENT}) (?:đó|đấy|này|ấy|trên|nói trên|vừa rồi|vừa nói)")
# Pointers to a time or a place: the event is meant, and they themselves say nothing more.
SCENE_POINTERS = cues.pattern("(?:ở|tại) (?:đó|đấy|đây)|(?:lúc|khi|hôm|dịp|hồi) (?:đó|đấy|ấy|này)")
PERSON_POINTERS = cues.pattern(
    "(?:ông|bà|anh|chị|cô|người|vị|đồng chí|nhân vật|vị lãnh đạo) (?:ấy|đó|đấy|này|ta|vừa nói)"
)
_THEY = cues.pattern("họ(?! (?:và )?tên)", strict=True)
_POINTERS = (EVENT_POINTERS, SCENE_POINTERS, PERSON_POINTERS, _THEY)
# The event noun alone, before what is said of it: "Hội nghị có mấy phiên?"
BARE_EVENT = cues.pattern(
    f"(?:{_EVENT})(?= (?:có|diễn ra|họp|được|do|kéo dài|bế mạc|khai mạc|kết nối|gồm|thông qua|bắt đầu|kết thúc|ở|"
    f"tại|vào|khi|lúc|"
    "là|bàn|ai|không|chưa|làm việc|đã|sẽ|quyết định|bầu|hôm|ngày|năm|mấy|bao)(?!\\w)|\\s*[?.!]*$)"
)
FOLLOW_UP = cues.pattern(
    "(?:(?:thế|vậy|rồi) )?(?:còn|thế còn|vậy còn)(?= )(?! (?:có )?(?:những )?ai)|(?:thế|vậy|rồi|và)(?= )"
)
_AND_WHAT_OF = cues.pattern("(?:thế |vậy |rồi )?còn(?= )|(?:thế|vậy|rồi)(?= (?:ông|bà|anh|chị|cô|đồng chí) )")

# A question with less weight of its own than this names nothing that it could be about (sum of idf, see `weights`).
ENOUGH_OF_ITS_OWN = 11.0
# An office or an event asked for by a name needs less.
SOME_OF_ITS_OWN = 8.0
_QUESTION_STUFF = frozenset((
    "ai", "dau", "nao", "gi", "khi", "may", "bao", "nhieu", "nhung", "ngay", "gio", "lam", "sao", "the", "con", "thi",
    "o", "tai", "co", "khong", "da", "duoc", "la", "va", "cac", "su", "kien", "hoi", "nghi", "le", "buoi", "cuoc",
    "dien", "ra", "to", "chuc", "chu", "tri", "du", "tham", "phat", "bieu", "khai", "mac", "be", "mac", "vi", "nguoi",
    "ong", "ba", "chuc", "vu", "giu", "luc", "hom", "nam", "thang", "noi", "dong", "chi", "nua", "khac", "them", "ten",
    "de", "toi", "den", "trinh", "bay", "tiep", "do", "ay", "nay", "dai", "bieu", "bao", "lau", "phien", "diem", "cau",
    "nhieu", "chu", "hinh", "thuc", "mat", "cung", "vay", "nhi", "bot", "a", "trong", "tu", "ket", "thuc", "bat",
    "dau", "thanh", "pho", "tinh", "nuoc", "mo", "so", "luong", "tong", "may", "vao", "theo", "voi", "cho", "cua",
    "ve", "gom", "ke", "danh", "sach", "neu", "sang", "chieu", "toi",
))  # fmt: skip
# Acts that need an event: "Ai dự?" alone says too little, however much is said of the person.
_NEED_EVENT = frozenset((Act.ATTEND, Act.CHAIR, Act.OPEN, Act.CLOSE))
# Where the words for an event end.
_TOPIC_END = cues.pattern(
    "diễn ra|được|do|có|ở|tại|khi|lúc|vào|thì|là|gồm|kéo dài|họp|bao|mấy|những ai|ai|nào|gì|không|phải không|đúng "
    "không|hôm nào|"
    "ngày nào|năm nào|ngày mấy|đã|sẽ|tên|thông qua|kết nối|chỉ ra|bắt đầu|kết thúc|và|với|hay|tổ chức"
)
_HELD_ACTS = cues.pattern("khai mạc|bế mạc")


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
    asked = analyse(formed)
    if "on" in asked.aspects:
        return formed, ""  # "Hôm nay có họp gì không?"
    topic = _topic_for(asked, conversation)
    if _AND_WHAT_OF.match(formed) is not None and (exchanged := _exchanged(asked, formed, conversation)) is not None:
        return exchanged
    return _completed(asked, conversation, topic)


def may_stand_alone(question: str) -> bool:
    """Tell whether a question may be meant without the turns before: it names a place, a day, somebody or something."""
    asked = analyse(question)
    if FOLLOW_UP.match(asked.text) is not None or any(p.search(asked.text) for p in _POINTERS):
        return False
    named = find_people(asked.text) or _place_in(asked.text) or asked.dates or asked.editions
    return bool(named) or _own_weight(asked) >= SOME_OF_ITS_OWN


def _completed(asked: Question, conversation: Conversation, topic: str) -> tuple[str, str]:
    text = FOLLOW_UP.sub("", asked.text, count=1).strip(" ,") if FOLLOW_UP.match(asked.text) else asked.text
    person = _like(asked, conversation.person)
    named = _names_person(asked)
    pointed = False
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
    if not _own_topic(asked) and topic and (m := BARE_EVENT.search(text)) is not None and _kind_allows_bare(asked):
        return f"{text[: m.start()]}{_from_noun(topic, m.group())}{text[m.end() :]}", conversation.document
    if pointed:
        lacks = asked.kind not in (Kind.OFFICE, Kind.EVENTS) and bool(asked.acts) and not _own_topic(asked)
        return (f"{text} {topic}" if lacks and topic else text), conversation.document
    if _is_complete(asked, named):
        return asked.text if FOLLOW_UP.match(asked.text) is None else text, ""
    if _only_asks(asked):
        return _asked_anew(asked, text, topic, conversation), conversation.document
    if topic and asked.kind is Kind.YES_NO and (m := _WHETHER_LAST.search(text)) is not None:
        return f"{text[: m.start()]} {topic} {m.group().strip(' ?!.')}", conversation.document
    return (f"{text.rstrip(' ?!.')} {topic}" if topic else f"{text} {conversation.question}"), conversation.document


# "Bộ trưởng là ai?" may mean the one of the event spoken of; "Chủ tịch Quốc hội là ai?" names its body.
LONGEST_BARE_OFFICE = 3


# What ends a yes/no question: the event that it leaves out stands before it ("Thủ tướng có dự [...] không?").
_WHETHER_LAST = cues.shape(r"\s+(?:(?:có )?(?:phải|đúng) )?(?:không|chưa)[\s?.!]*$")


def _kind_allows_bare(asked: Question) -> bool:
    return asked.kind not in (Kind.EVENTS,)


def _is_complete(asked: Question, named: bool) -> bool:
    """Tell whether a question says itself what it is about."""
    if _own_topic(asked) or asked.editions:
        return True
    needs_event = bool(asked.act_set & _NEED_EVENT) and asked.kind not in (Kind.EVENTS, Kind.OFFICE)
    weight = _own_weight(asked)
    if asked.kind is Kind.EVENTS:
        return named or bool(asked.dates or office_of_subject(asked)) or weight >= SOME_OF_ITS_OWN
    if named and (asked.kind is Kind.OFFICE or not needs_event):
        return True
    if asked.kind is Kind.PEOPLE and "office" in asked.aspects:
        return weight >= SOME_OF_ITS_OWN or len(asked.text[: asked.cue[0]].split()) > LONGEST_BARE_OFFICE
    return not needs_event and weight >= ENOUGH_OF_ITS_OWN


def _own_weight(asked: Question) -> float:
    """Return how much a question says beside what it asks: the sum of idf of its other words."""
    return sum(idf(t) for t in set(re.findall(r"[^\W_]+", asked.folded)) if t not in _QUESTION_STUFF)


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
    previous = _like(asked, before.text[:start].rstrip() + " " + before.text[end:].lstrip())
    previous = " ".join(re.sub(r"(?i)(?<!\w)(?:vào|tại|ở|do|có|là|vao|tai|co|la)\s*$", "", previous.strip()).split())
    bare = text.strip(" ?!.")
    if before.kind is Kind.EVENTS and topic:
        return f"{topic} {bare}"
    if asked.kind in (Kind.COUNT, Kind.PEOPLE):
        return f"{bare} {previous}"
    return f"{previous} {bare}"


# "còn ...?" -------------------------------------------------------------------------------------------------------


def _exchanged(asked: Question, formed: str, conversation: Conversation) -> tuple[str, str] | None:
    """Return the previous question with what "còn ...?" names in place of what it named, None when it asks anew."""
    rest = _AND_WHAT_OF.sub("", formed, count=1).strip(" ,?!.")
    new = analyse(rest) if any(c.isalpha() for c in rest) else asked
    before = analyse(conversation.question)
    if new.editions:
        base = _with_edition(new, conversation, before)
        return None if base is None else (base, "")
    if new.kind is not Kind.PASSAGE:
        return None
    text = _like(asked, before.text)
    before = analyse(text)
    people = find_people(new.text)
    if people or (conversation.person and _looks_like_name(rest)):
        name = rest
        for old in _people_spans(before, conversation):
            start = old[0]
            addressed = _ADDRESS_LAST.search(text[:start])
            if addressed is not None and _ADDRESS.match(name + " "):
                start = addressed.start()
            return f"{text[:start]}{name}{text[old[1] :]}", conversation.document
        if before.kind is Kind.PEOPLE and before.acts:
            body = f"{text[: before.cue[0]]} {text[before.cue[1] :]}".strip()
            return f"{name} có {body} không", conversation.document
        return f"{name} là ai", conversation.document
    if (place := _place_in(rest)) is not None:
        old_place = _place_in(text)
        if old_place is not None:
            return text.replace(old_place, place, 1), ""
        where = rest if rest.lower().startswith(("ở ", "tại ", "o ", "tai ")) else f"ở {rest}"
        return f"{text.rstrip(' ?!.')} {where}", ""
    if before.kind is Kind.COUNT and before.cue[0] < before.cue[1]:
        end = _COUNTED_END.search(text, before.cue[1])
        behind = text[end.start() :] if end is not None else ""
        return f"{text[: before.cue[1]]} {rest}{behind}", conversation.document
    if new.acts and before.acts:
        old_act = before.acts[0]
        return f"{text[: old_act.start]}{rest}{text[old_act.end :]}", conversation.document
    return f"{rest} {text}", conversation.document


# Where the noun that is counted ends: "bao nhiêu đại biểu | dự hội nghị", "mấy đối tác chiến lược | ở châu Âu".
_COUNTED_END = cues.shape(
    r"\s+(?:tham dự|dự|tham gia|có mặt|được|bị|đã|sẽ|đến|tới|ở|tại|trong(?! nước)|vào|của|phát biểu|ký|nhận)(?!\w)"
    r"|[\s?.!]*$"
)
_ADDRESS = compiled_later(r"(?i)(?<!\w)(?:ông|bà|anh|chị|cô|đồng chí|đ/c|ong|ba|chi|co|dong chi)\s+")
_ADDRESS_LAST = compiled_later(_ADDRESS.pattern + r"$")


def _with_edition(new: Question, conversation: Conversation, before: Question) -> str | None:
    """Return the question asked of another edition of the event spoken of."""
    wanted = new.editions[0]
    said = new.text[wanted.start : wanted.end]
    if new.kind is Kind.PASSAGE:  # the same question again
        if not before.editions:
            return None
        old = before.editions[0]
        text = before.text[: old.start] + said + before.text[old.end :]
        return fold(text) if new.unaccented else text
    topic = _like(new, conversation.topic)
    old_topic = analyse(topic) if topic else None
    if _own_topic(new) or old_topic is None or not old_topic.editions:
        return new.text
    old = old_topic.editions[0]
    event = topic[: old.start] + said + topic[old.end :]
    start = _noun_before(new.text, wanted.start)
    return f"{new.text[:start]}{event}{new.text[wanted.end :]}"


def _noun_before(text: str, end: int) -> int:
    m = re.search(rf"(?i)(?<!\w)(?:{accent_tolerant(_EVENT)})\s+(?:{accent_tolerant('lần thứ|thứ')})?\s*$", text[:end])
    return m.start() if m is not None else end


def _people_spans(question: Question, conversation: Conversation) -> list[tuple[int, int]]:
    people = find_people(question.text)
    if people:
        return [(people[0].start, people[0].end)]
    at = question.folded.find(fold(conversation.person)) if conversation.person else -1
    return [(at, at + len(conversation.person))] if at >= 0 else []


def _looks_like_name(text: str) -> bool:
    words = text.split()
    return 2 <= len(words) <= 5 and all(w[0].isupper() for w in words[-2:]) and _place_in(text) is None


_PLACES = sorted((*PROVINCES, *CITIES, *COUNTRIES), key=len, reverse=True)


def _place_in(text: str) -> str | None:
    folded = f" {fold(text)} "
    for place in _PLACES:
        at = folded.find(f" {fold(place)} ")
        if at >= 0 and (" " in place or text[at : at + 1].isupper()):
            return text[at : at + len(place)]
    return None


# Topics -----------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=256)  # asked of a question before it is answered and after
def topic_of(question: str) -> str:
    """Return the words by which a question calls an event ("Hội nghị Ngoại giao lần thứ 31"), "" when it names none."""
    best, most = "", 0.0
    reader = cues.Reader(question, strict=not is_unaccented(question))
    for noun in reader.nouns():
        if noun.table != "EVENT_NOUNS" or (noun.start < len(best) and best):
            continue
        phrase = _topic_at(question, noun.start, noun.end)
        weight = sum(idf(t) for t in re.findall(r"[^\W_]+", fold(phrase)) if t not in _QUESTION_STUFF)
        weight += 6.0 if find_editions(phrase) else 0.0
        if weight > most + 0.5:
            best, most = phrase, weight
    return best if most >= 5.0 else ""


def _topic_at(question: str, start: int, after_noun: int) -> str:
    held = _HELD_ACTS.match(question, after_noun + 1) if after_noun < len(question) else None
    position = held.end() if held is not None else after_noun
    end = len(question)
    if (m := _TOPIC_END.search(question, position)) is not None:
        end = m.start()
    if (m := _HELD_ACTS.search(question, position, end)) is not None:
        end = m.start()
    stop = re.compile(r"[,;:?!]").search(question, position)
    return question[start : min(end, stop.start() if stop else end)].strip()


def _own_topic(asked: Question) -> bool:
    counted = asked.kind is Kind.COUNT and _count_noun(asked)
    text = asked.text[: asked.cue[0]] + " ? " + asked.text[asked.cue[1] + len(counted or "") :]
    return bool(topic_of(text if counted else asked.text))


def _count_noun(asked: Question) -> str:
    """Return the noun counted, with the space before it ("mấy phiên chuyên đề": the session is no event spoken of)."""
    m = re.match(r"\s+\w+(?:\s+\w+){0,3}", asked.text[asked.cue[1] :])
    return m.group() if m is not None else ""


def _topic_for(asked: Question, conversation: Conversation) -> str:
    """Return the event spoken of, in the words of the questions if they had any, as the question is typed."""
    if conversation.topic:
        return _like(asked, conversation.topic)
    if len(conversation.event.split()) > 3:
        return _like(asked, conversation.event)
    return ""


def _from_noun(topic: str, pointer: str) -> str:
    """Return the topic from the noun pointed with ("Hội nghị ..." of "lễ bế mạc Hội nghị ...")."""
    noun = re.sub(r"\s+(?:do|day|nay|ay|tren|noi tren|vua roi|vua noi)$", "", fold(pointer))
    at = fold(topic).find(noun)
    return topic[at:] if at > 0 else topic


def _like(asked: Question, text: str) -> str:
    """Return text of an earlier turn with or without accents, as the question is typed."""
    return fold(text) if asked.unaccented else text


def _names_person(asked: Question) -> bool:
    return bool(find_people(asked.text)) and not all(p.short for p in find_people(asked.text))


def names_given(question: str, conversation: Conversation | None) -> tuple[str, ...]:
    """Return the names given already, where `question` asks for others ("còn ai nữa?"); () where it does not.

    "Còn ai phát biểu?" after "Ai dự?" asks for something else: whoever was there may have spoken.
    """
    if conversation is None or not conversation.people or (m := _WHO_ELSE.search(question)) is None:
        return ()
    asked, before = analyse(question), analyse(conversation.question)
    if before.kind is not Kind.PEOPLE or (asked.acts and before.acts and asked.act_set != before.act_set):
        return ()
    others = (
        m.group("more") or not m.group().startswith(("còn", "con")) or asked.act_set in (frozenset(), before.act_set)
    )
    return conversation.people if others else ()


_WHO_ELSE = cues.shape(
    r"(?<!\w)(?:còn\s+(?:có\s+)?(?:những\s+)?(?:ai|người nào)(?!\w)(?:[^?]*?(?<!\w)(?P<more>nữa|khác)(?!\w))?|"
    r"(?:ai|người nào)\s+(?:\w+\s+){0,2}(?:nữa|khác)(?!\w))"
)


def next_turn(
    question: str,
    event: str,
    document: str,
    person: str,
    previous: Conversation | None,
    people: tuple[str, ...] | None = None,
) -> Conversation:
    """Return what the next question may lean on; `question` is completed. Greetings and thanks change nothing.

    `people` are the names that this answer and those before it gave, None where it gave none.
    """
    before = previous or Conversation()
    if "off_subject" in tidy(check(question)).aspects:
        return before
    topic = topic_of(question)
    return replace(
        before,
        question=question,
        event=event or before.event,
        document=document or ("" if topic and topic != before.topic else before.document),
        person=person or before.person,
        topic=topic or before.topic,
        people=before.people if people is None else people,
    )
