"""The question before, asked of somebody or something else: "còn ông B?", "thế còn lần thứ 31?", "còn buổi chiều?"."""

from __future__ import annotations

import re

from retrieval.answering.asking import cues
from retrieval.answering.asking.question import Question, analyse
from retrieval.answering.model import Conversation, Kind
from retrieval.answering.topics import event_at, own_topic
from retrieval.answering.turns import BESIDES_ONLY
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.letters import LOWER, UPPER
from retrieval.language.names import find_people
from retrieval.language.normalize import accent_tolerant, fold
from retrieval.language.offices import HEAD
from retrieval.language.places import CITIES, COUNTRIES, PROVINCES

# Nouns that point back with "đó", "này", "ấy", or stand alone for the event spoken of.
EVENT_NOUNS = (
    "hội nghị|buổi lễ|buổi họp|buổi làm việc|buổi gặp|buổi tiếp|buổi tọa đàm|"
    "buổi|lễ|sự kiện|cuộc họp|cuộc gặp|phiên họp|phiên tòa|phiên|kỳ họp|chương trình|"
    "cuộc|hội thảo|"
    "đại hội|diễn đàn|họp báo|triển lãm|lễ hội|chuyến thăm|tọa đàm|giải"
)
AND_WHAT_OF = cues.pattern("(?:thế |vậy |rồi )?còn(?= )|(?:thế|vậy|rồi)(?= (?:ông|bà|anh|chị|cô|đồng chí) )")


def exchanged(asked: Question, formed: str, conversation: Conversation) -> tuple[str, str] | None:
    """Return the previous question with what "còn ...?" names in place of what it named, None when it asks anew."""
    rest = _HOW_ABOUT.sub("", AND_WHAT_OF.sub("", formed, count=1)).strip(" ,?!.")
    new = analyse(rest) if any(c.isalpha() for c in rest) else asked
    before = analyse(conversation.question)
    if new.editions:
        base = _with_edition(new, conversation, before)
        return None if base is None else (base, "")
    if new.kind is not Kind.PASSAGE:
        return None
    text = as_typed(asked, before.text)
    before = analyse(text)
    if before.kind is Kind.PASSAGE and conversation.who and names_somebody(rest):
        text = as_typed(asked, conversation.who)
        before = analyse(text)
    if (part := _PART_OF_DAY.fullmatch(rest)) is not None:
        return _at_other_part(text, part.group("part")), conversation.document
    if new.dates and before.dates:
        day, other = before.dates[0], new.dates[0]
        return f"{text[: day.start]}{new.text[other.start : other.end]}{text[day.end :]}", ""
    if _EVENT_FIRST.match(rest) is not None and (event := _event_span(text, conversation)) is not None:
        return f"{text[: event[0]]}{rest}{text[event[1] :]}", ""
    if _all_capitals(rest) and not find_people(new.text) and (unit := _UNIT_NAMED.search(text)) is not None:
        return f"{text[: unit.start('name')]}{rest}{text[unit.end('name') :]}", ""
    place = place_in(rest)
    # "Thái Bình" is built like somebody's name. Where it was asked whether somebody was there, it takes that place.
    is_place = place == rest and not (before.kind is Kind.YES_NO and find_people(before.text))
    by_name = place == rest or find_people(new.text) or (conversation.person and _looks_like_name(rest))
    if not is_place and (by_name or names_somebody(rest)):
        name = rest
        for old in _people_spans(before, conversation):
            start = old[0]
            addressed = _ADDRESS_LAST.search(text[:start])
            if addressed is not None and (place == rest or names_somebody(name)):
                start = addressed.start()
            return f"{text[:start]}{name}{text[old[1] :]}", conversation.document
        if before.kind is Kind.PEOPLE and before.acts:
            body = f"{text[: before.cue[0]]} {text[before.cue[1] :]}".strip()
            return f"{name} có {body} không", conversation.document
        if by_name or before.kind is Kind.OFFICE:
            return f"{name} là ai", conversation.document
    if place is not None:
        old_place = place_in(text)
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
    return joined(rest, text), conversation.document


# "Ông B thì sao?": asked of him what was asked before.
_HOW_ABOUT = cues.shape(r"\s+(?:thì\s+)?(?:sao|thế nào)(?:\s+(?:ạ|nhỉ|vậy))?[\s?.!]*$")


def only_names_somebody(text: str) -> bool:
    """Tell whether a turn is nothing but whom it is about: "bà Ngà?", "Bộ trưởng Bộ Y tế thì sao?"."""
    rest = _HOW_ABOUT.sub("", text).strip(" ,?!.")
    return names_somebody(rest) and analyse(rest).kind is Kind.PASSAGE and not analyse(rest).acts


def names_somebody(text: str) -> bool:
    """Tell whether a text begins with a form of address and a name, known or not, or with an office."""
    return _ADDRESSED.match(text) is not None or HEAD.match(text) is not None


def joined(words: str, topic: str) -> str:
    """Return the words of a turn with what they are about; a name does not run into the capital of the next one."""
    runs_on = words.split()[-1:] and words.split()[-1][0].isupper() and topic[:1].isupper()
    return f"{words}, {topic}" if runs_on else f"{words} {topic}"


_EVENT_FIRST = cues.shape(rf"(?:{EVENT_NOUNS})(?!\w)")
_EVENT_ALONE = cues.pattern(EVENT_NOUNS)


def _event_span(text: str, conversation: Conversation) -> tuple[int, int] | None:
    """Return where a question names the event spoken of: by the words of the chat for it, or by its noun."""
    at = fold(text).find(fold(conversation.topic)) if conversation.topic else -1
    if at >= 0:
        return at, at + len(conversation.topic)
    noun = _EVENT_ALONE.search(text)
    return (noun.start(), noun.start() + len(event_at(text, *noun.span()))) if noun is not None else None


# A province or a commune by its name, be it in a table of places or not.
_UNIT_NAMED = compiled_later(
    r"(?<!\w)(?:[Tt]ỉnh(?: ủy| đoàn)?|[Tt]hành (?:phố|ủy)|TP\.?|[Hh]uyện|[Qq]uận|[Xx]ã|[Pp]hường|[Tt]hị (?:xã|trấn)|"
    rf"UBND|HĐND)\s+(?P<name>[{UPPER}][{LOWER}]+(?:\s+[{UPPER}][{LOWER}]+){{0,2}})(?!\w)"
)


def _all_capitals(text: str) -> bool:
    return 0 < len(text.split()) <= 3 and all(w[0].isupper() and w[1:].islower() for w in text.split())


_PARTS = "sáng|trưa|chiều|tối|đêm"
_PART_OF_DAY = cues.shape(
    rf"(?:(?:vào|trong)\s+)?(?:(?:buổi|phiên|lúc)\s+)?(?P<part>{_PARTS})(?:\s+(?:đó|ấy|cùng ngày))?"
)
# A part of the day as such: "sáng 17/12", "buổi sáng", "chiều nay".
_PART_BEFORE = cues.shape(
    rf"(?:(?<=buổi )|(?<=phiên )|(?<=vào ))(?:{_PARTS})(?!\w)|"
    rf"(?<!\w)(?:{_PARTS})(?=\s+(?:ngày|hôm|nay|qua|mai|thứ|\d)|\s*[?.!]*$)"
)


def _at_other_part(text: str, part: str) -> str:
    """Return a question asked of another part of the day."""
    if (m := _PART_BEFORE.search(text)) is not None:
        return f"{text[: m.start()]}{part}{text[m.end() :]}"
    return f"{text.rstrip(' ?!.')} buổi {part}"


# Where the noun that is counted ends: "bao nhiêu đại biểu | dự hội nghị", "mấy đối tác chiến lược | ở châu Âu".
_COUNTED_END = cues.shape(
    r"\s+(?:tham dự|dự|tham gia|có mặt|được|bị|đã|sẽ|đến|tới|ở|tại|trong(?! nước)|vào|của|phát biểu|ký|nhận)(?!\w)"
    r"|[\s?.!]*$"
)
_ADDRESS = compiled_later(r"(?i)(?<!\w)(?:ông|bà|anh|chị|cô|đồng chí|đ/c|ong|ba|chi|co|dong chi)\s+")
# Somebody by a form of address and a name ("bà Ngà", "đồng chí Phan Liêm"), though no table knows the name.
_ADDRESSED = compiled_later(
    rf"(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ô|[Đđ]ồng chí|[Bb]ị cáo|đ/c)\s+"
    rf"[{UPPER}][{LOWER}]*(?:\s+[{UPPER}][{LOWER}]*){{0,4}}(?!\w)"
)
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
    topic = as_typed(new, conversation.topic)
    old_topic = analyse(topic) if topic else None
    if own_topic(new) or old_topic is None or not old_topic.editions:
        return new.text
    old = old_topic.editions[0]
    event = topic[: old.start] + said + topic[old.end :]
    start = _noun_before(new.text, wanted.start)
    return f"{new.text[:start]}{event}{new.text[wanted.end :]}"


def _noun_before(text: str, end: int) -> int:
    m = re.search(
        rf"(?i)(?<!\w)(?:{accent_tolerant(EVENT_NOUNS)})\s+(?:{accent_tolerant('lần thứ|thứ')})?\s*$", text[:end]
    )
    return m.start() if m is not None else end


def _people_spans(question: Question, conversation: Conversation) -> list[tuple[int, int]]:
    people = find_people(question.text)
    if people:
        return [(people[0].start, people[0].end)]
    at = question.folded.find(fold(conversation.person)) if conversation.person else -1
    if at >= 0:
        return [(at, at + len(conversation.person))]
    subject = _SUBJECT.match(question.text) if question.kind is Kind.YES_NO else None
    return [subject.span("name")] if subject is not None and names_somebody(question.text) else []


# Of whom it was asked whether: "Giám đốc Sở Y tế | có dự hội nghị không?".
_SUBJECT = cues.shape(
    r"(?P<name>[^?]+?)\s+(?:có|đã|cũng)(?:\s+(?:có|đã|cũng|được))?\s+(?P<deed>[^?]+?)(?:\s+(?:hay))?\s+(?:không|chưa)[\s?.!]*$"
)


def others_than(asked: Question, conversation: Conversation) -> str:
    """Return who else is asked for with what those did of whom it was asked before, "" where others are not asked so.

    "Ngoài ông A còn ai nữa?" after "Ai dự lễ B?", "Còn ai nữa?" after "Ông A có dự lễ B không?".
    """
    besides = BESIDES_ONLY.fullmatch(asked.text)
    before = analyse(conversation.question)
    who = analyse(conversation.who) if conversation.who else before
    subject = _SUBJECT.match(before.text) if before.kind is Kind.YES_NO and before.acts else None
    told = ""
    if besides is not None and who.kind is Kind.PEOPLE and who.acts:
        told = who.text[who.cue[1] :] if who.acts[0].start >= who.cue[1] else ""
    elif subject is not None and names_somebody(before.text):
        told = subject["deed"]
    elif besides is not None and conversation.topic:
        told = f"dự {conversation.topic}"
    if not told.strip(" ?") or (besides is None and subject is None):
        return ""
    left_out = besides["besides"] if besides is not None else f"Ngoài {subject['name']}" if subject is not None else ""
    return as_typed(asked, f"{left_out} còn ai {told.strip(' ?!.')}")


def _looks_like_name(text: str) -> bool:
    words = text.split()
    return 2 <= len(words) <= 5 and all(w[0].isupper() for w in words[-2:]) and place_in(text) is None


# The longest first, in bare letters, each with its first syllable.
_PLACES = [
    (bare, bare.split()[0])
    for bare in (fold(place) for place in sorted((*PROVINCES, *CITIES, *COUNTRIES), key=len, reverse=True))
]


def place_in(text: str) -> str | None:
    """Return the province, city or country that a text names, as it is typed there: the longest name."""
    folded = f" {fold(text)} "
    syllables = set(folded.split())
    for place, first in _PLACES:
        if first not in syllables:
            continue
        at = folded.find(f" {place} ")
        if at >= 0 and (" " in place or text[at : at + 1].isupper()):
            return text[at : at + len(place)]
    return None


def as_typed(asked: Question, text: str) -> str:
    """Return text of an earlier turn with or without accents, as the question is typed."""
    return fold(text) if asked.unaccented else text
