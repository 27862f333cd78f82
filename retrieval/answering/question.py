"""What a question asks, and under which constraints."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from retrieval.answering import cues
from retrieval.answering.model import Kind
from retrieval.errors import QuestionError
from retrieval.facts.acts import Act, ActMention, find_acts
from retrieval.language.dates import DateMention, find_dates
from retrieval.language.normalize import fold, is_unaccented, reading_form
from retrieval.language.numerals import Edition, find_editions

LONGEST = 2_000  # characters

# Abbreviations of the chat and of the press: folded, as a whole word -> what they stand for, in reading form.
ABBREVIATIONS = {
    "hn": "hội nghị", "tbt": "tổng bí thư", "ttg": "thủ tướng", "ctn": "chủ tịch nước", "bt": "bộ trưởng", "đ/c": "đồng chí", "d/c": "đồng chí", "đc": "đồng chí",
    "ctqh": "chủ tịch quốc hội", "ptt": "phó thủ tướng", "bch": "ban chấp hành", "tw": "trung ương", "tư": "trung ương", "vn": "Việt Nam", "hp": "Hải Phòng", "sl": "số lượng",
    "bn": "bao nhiêu", "ntn": "như thế nào", "đk": "được", "dc": "được", "đc ko": "được không", "k": "không", "ko": "không", "hok": "không", "kg": "không", "khg": "không", "j": "gì",
    "đn": "đối ngoại", "ng": "người", "tgian": "thời gian", "tg": "thời gian", "cv": "chức vụ", "pt": "phó thủ tướng", "hnay": "hôm nay", "ncc": "nguyên", "sk": "sự kiện",
    "tp hcm": "TP.HCM", "sg": "Sài Gòn", "nv": "như vậy", "bjo": "bao giờ", "bh": "bao giờ", "mik": "mình", "ng chủ trì": "người chủ trì", "qh": "quốc hội", "cp": "chính phủ",
}  # fmt: skip
_UNSAFE = {"tư", "bt", "dc", "kg", "ng", "pt", "tg", "k", "nv", "hp", "sl", "cp", "bh"}  # only where nothing else fits


@dataclass(frozen=True, slots=True)
class Question:
    """A question, analysed.

    `text` is its reading form without chat padding, `folded` the same in bare letters (same offsets). `kind` is what
    is asked; `aspect` refines it: "office" (reverse question: whose office), "org", "object" (to whom it is done),
    "start_end", "year", "time", "duration", "person_noun" and so on. `focus` is the noun asked for ("thành phố", "phiên họp").
    `cue` is the span of the question words in `text`.
    """

    text: str
    folded: str
    kind: Kind
    aspects: frozenset[str] = frozenset()
    focus: str = ""
    cue: tuple[int, int] = (0, 0)
    acts: tuple[ActMention, ...] = ()
    dates: tuple[DateMention, ...] = ()
    editions: tuple[Edition, ...] = ()
    unaccented: bool = False
    original: str = field(default="", compare=False)

    @property
    def act_set(self) -> frozenset[Act]:
        """The acts that the question names."""
        return frozenset(a.act for a in self.acts)


def check(text: str) -> str:
    """Return the reading form of a question; QuestionError when it is empty, too long, or not text."""
    if len(text) > LONGEST:
        raise QuestionError(f"Câu hỏi dài {len(text)} ký tự; xin hỏi ngắn hơn {LONGEST} ký tự.")
    formed = " ".join(reading_form(text).split())
    if not formed:
        raise QuestionError("Câu hỏi trống; xin gõ một câu hỏi, ví dụ: Ai chủ trì hội nghị?")
    if not any(c.isalpha() for c in formed):
        raise QuestionError("Câu hỏi không có chữ nào; xin gõ một câu hỏi, ví dụ: Ai chủ trì hội nghị?")
    return formed


def analyse(question: str) -> Question:
    """Return what `question` asks; QuestionError when it is no question that can be read."""
    formed = _expand(_strip(check(question)))
    kind, aspects, focus, cue = _kind(formed)
    folded = fold(formed)
    unaccented = is_unaccented(formed)
    acts = find_acts(folded, folded=True) if unaccented else find_acts(formed)
    dates = tuple(d for d in find_dates(formed) if d.date.is_known or d.lunar or d.relative)
    return Question(
        text=formed,
        folded=folded,
        kind=kind,
        aspects=frozenset(aspects),
        focus=focus,
        cue=cue,
        acts=tuple(a for a in acts if not cue[0] <= a.start < cue[1]),
        dates=dates,
        editions=tuple(find_editions(formed)),
        unaccented=unaccented,
        original=question,
    )


_OPENER = [re.compile(rf"^\s*{cues.pattern(o).pattern}\s*", re.IGNORECASE) for o in cues.OPENERS]
_CLOSER = re.compile(rf"\s+{cues.pattern(cues.CLOSERS[0]).pattern}\s*[?!.…]*\s*$", re.IGNORECASE)


def _strip(text: str) -> str:
    """Return the question without chat openers and closers; never without all of its words."""
    changed = True
    while changed:
        changed = False
        for opener in _OPENER:
            rest = opener.sub("", text, count=1)
            if rest != text and len(rest.split()) >= 2:
                text, changed = rest.lstrip(" ,:"), True
        rest = _CLOSER.sub("", text)
        if rest != text and len(rest.split()) >= 2 and not _closer_needed(text):
            text, changed = rest, True
    return text.strip(" ?!.…").strip() or text


def _closer_needed(text: str) -> bool:
    """Tell whether the last word belongs to the question ("lúc ấy", "hội nghị đó")."""
    return re.search(r"(?i)(?:hội nghị|buổi|lễ|ông|bà|lúc|khi|cuộc|sự kiện|hoi nghi|buoi|le|ong|cuoc|su kien|người|nguoi|ngày|ngay|nơi|noi|đâu|dau)\s+(?:đó|ấy|do|ay)\s*\??$", text) is not None  # fmt: skip


def _expand(text: str) -> str:
    """Return the question with chat abbreviations written out."""

    def replace(match: re.Match[str]) -> str:
        word = match.group()
        key = word.lower()
        long = ABBREVIATIONS.get(key)
        if long is None or (key in _UNSAFE and not _safe_here(text, match)):
            return word
        return fold(long) if is_unaccented(text) else long

    return re.sub(r"(?<![\w.])[^\W\d_]+(?:/[^\W\d_]+)?(?![\w.])", replace, text)


def _safe_here(text: str, match: re.Match[str]) -> bool:
    key = match.group().lower()
    if key in ("k", "kg"):
        return not text[match.end() :].strip(" ?!.") and len(text.split()) > 3
    if key == "tư":
        return re.search(r"(?i)(?:đảng|ương|ban|ủy)\s+$", text[: match.start()]) is not None
    return key in ("bt", "pt", "hp") and match.group().isupper()


def _kind(text: str) -> tuple[Kind, set[str], str, tuple[int, int]]:
    aspects: set[str] = set()
    found = _who_is(text)
    if found is not None:
        return found
    if (m := cues.search(cues.OFFICE, text)) is not None and not _is_sentence_of_who(text, m):
        return Kind.OFFICE, aspects, "", m.span()
    if (m := cues.search(cues.HOW_LONG, text)) is not None:
        return Kind.COUNT, {"duration"}, text[m.start() : m.end()], m.span()
    candidates: list[tuple[int, Kind, set[str], str, tuple[int, int]]] = []
    for m in _finds(cues.WHEN, text):
        candidates.append((m.start(), Kind.DATE, _when_aspects(text), "", m.span()))
    for m in _finds(cues.WHERE, text):
        candidates.append((m.start(), Kind.PLACE, set(), "", m.span()))
    for m in _finds(cues.COUNT, text):
        if not any(c[4][0] <= m.start() < c[4][1] for c in candidates):
            candidates.append((m.start(), Kind.COUNT, {"ordinal"} if re.search(r"(?i)(?:thứ|thu)\s+$", text[: m.start()]) else set(), _noun_after(text, m.end()), m.span()))
    for m in _finds(cues.NAMED, text):
        candidates.append((m.start(), *_named(text, m)))
    for m in _finds(cues.WHO, text):
        if m.group() != "AI" or text.isupper():
            candidates.append((m.start(), Kind.PEOPLE, _who_aspects(text, m), "", m.span()))
    for m in _finds(cues.PLAIN, text):
        if not any(c[4][0] <= m.start() < c[4][1] for c in candidates):
            candidates.append((m.start(), *_plain(text, m)))
    if candidates:
        _, kind, aspects, focus, cue = min(candidates, key=lambda c: c[0])
        return kind, aspects, focus, cue
    if (m := _yes_no(text)) is not None:
        return Kind.YES_NO, aspects, "", m
    if (m := cues.search(cues.THEME, text)) is not None:
        return Kind.THEME, aspects, m.group().lower(), m.span()
    return Kind.PASSAGE, aspects, "", (0, 0)


def _finds(table: tuple[str, ...], text: str) -> list[re.Match[str]]:
    found, position = [], 0
    while (m := cues._any(table).search(text, position)) is not None:
        found.append(m)
        position = m.end()
    return found


def _who_is(text: str) -> tuple[Kind, set[str], str, tuple[int, int]] | None:
    """Read "X là ai": the office of a person, or the person of an office."""
    m = cues.search(cues.WHO_IS, text)
    if m is None:
        return None
    if not re.match(r"(?i)\s*(?:$|[?!.]|vậy|thế|mà|trong|ở|tại|khi|lúc|của|va|vay|the|ma)", text[m.end() :]):
        return None
    before = text[: m.start()].strip()
    subject = re.split(r"[,:]", before)[-1].strip() or before
    from retrieval.language import offices
    from retrieval.language.names import find_people

    people = [p for p in find_people(before) if not p.short]
    head = re.match(accent_free_head(), fold(subject))
    if people and (len(before) - people[-1].end <= 1 or people[0].outer_start < 3 and text[people[0].end : people[0].end + 1] == ","):
        return Kind.OFFICE, set(), "", m.span()
    if people or find_acts(before) or re.match(r"(?i)(?:người|nguoi|vị|vi)(?!\w)", subject):
        return Kind.PEOPLE, {"office"} if offices.HEAD.match(subject) else set(), "", m.span()
    if offices.HEAD.match(subject) or head:
        return Kind.PEOPLE, {"office"}, "", m.span()
    if len(subject.split()) > 5:
        return Kind.PEOPLE, set(), "", m.span()
    return Kind.OFFICE, set(), "", m.span()


def accent_free_head() -> re.Pattern[str]:
    """Return the pattern of office heads in bare letters, for questions typed without accents."""
    from retrieval.language import offices

    words = sorted({fold(h) for h in offices.HEADS if " " in h}, key=len, reverse=True)
    return re.compile(rf"(?:nguyen |cuu )?(?:{'|'.join(map(re.escape, words))})(?!\w)")


def _is_sentence_of_who(text: str, match: re.Match[str]) -> bool:
    """Tell whether "ai" asks before the office words ("Ai giữ chức ...")."""
    who = cues.search(("ai", "do ai"), text)
    return who is not None and who.start() < match.start()


def _when_aspects(text: str) -> set[str]:
    aspects = set()
    if cues.search(("năm (?:nào|mấy|bao nhiêu)",), text) and not cues.search(("ngày tháng năm", "ngày"), text):
        aspects.add("year")
    if cues.search(("mấy giờ", "mấy h", "bao h", "giờ nào", "ngày giờ"), text):
        aspects.add("time")
    if cues.search(("sáng hay chiều", "buổi nào", "buổi sáng hay buổi chiều"), text):
        aspects.add("part")
    if cues.search(("bắt đầu .*kết thúc", "khai mạc .*bế mạc", "từ (?:ngày )?(?:nào|mấy|bao nhiêu) đến", "đến (?:ngày )?(?:nào|mấy)", "từ khi nào đến"), text):
        aspects.add("start_end")
    if cues.search(("tháng (?:mấy|nào)",), text) and not cues.search(("ngày",), text):
        aspects.add("month")
    return aspects


_OBJECT_BEFORE = ("với", "cho", "tiếp", "gặp", "cùng", "đón", "của", "tới", "gặp gỡ", "hội kiến", "hội đàm", "thăm", "tặng", "trao", "mời", "bổ nhiệm", "bầu", "phong", "nhắc đến", "và", "xin lỗi", "cùng với", "đối với")


def _who_aspects(text: str, match: re.Match[str]) -> set[str]:
    aspects = set()
    before = text[: match.start()].rstrip()
    if cues.pattern(f"(?:{'|'.join(_OBJECT_BEFORE)})(?: những| các| ông| bà)?").search(before[-18:]) and cues.pattern(
        f"(?:{'|'.join(_OBJECT_BEFORE)})(?: những| các| ông| bà)?$"
    ).search(before):
        aspects.add("object")
    if cues.search(("những ai", "gồm", "gồm những", "các"), text):
        aspects.add("plural")
    if re.match(r"(?i)\s*(?:còn|ngoài|ngoai)", text):
        aspects.add("others")
    return aspects


def _noun_after(text: str, end: int) -> str:
    words = re.findall(r"[^\s,;:?!]+", text[end:])[:7]
    return " ".join(words)


def _named(text: str, match: re.Match[str]) -> tuple[Kind, set[str], str, tuple[int, int]]:
    """Read "... tên (là) gì": of a person, an organisation, or a thing."""
    noun = cues.nearest_noun(text, match.start(), within=24)
    first = cues.nearest_noun(text, len(" ".join(text.split()[:3])), within=3)
    leading = not re.match(r"(?i)(?:trong|tại|tai|ở|o|theo|khi|vào|vao)\s", text)
    if leading and first is not None and first[0] in ("THEME_NOUNS", "EVENT_NOUNS", "ORG_NOUNS", "PLACE_NOUNS"):
        noun = first
    inner = cues.nearest_noun(text, match.end(), within=10)
    for found in (noun, inner):
        if found and found[0] == "PERSON_NOUNS" and not (first and first is noun and first[0] != "PERSON_NOUNS"):
            return Kind.PEOPLE, {"name"}, found[1], match.span()
    if noun and noun[0] == "ORG_NOUNS":
        return Kind.PEOPLE, {"org"}, noun[1], match.span()
    if noun and noun[0] in ("THEME_NOUNS", "EVENT_NOUNS"):
        return Kind.THEME, {"name"}, noun[1], match.span()
    if cues.search(("tên thật", "họ tên"), text):
        return Kind.PEOPLE, {"name"}, "", match.span()
    return Kind.PEOPLE, {"name"}, "", match.span()


_PLACE_PREPOSITIONS = cues.pattern("(?:ở|tại|đến|tới|sang|từ|trong|thuộc|qua|đi|nằm ở|về|vào|thăm|sang thăm|những|các)(?: những| các| một| hai| ba| bốn| mấy| cây| ngọn)?$")


def _plain(text: str, match: re.Match[str]) -> tuple[Kind, set[str], str, tuple[int, int]]:
    """Read "nào" and "gì" by the noun that governs them."""
    found = cues.nearest_noun(text, match.start())
    if found is None:
        return Kind.THEME, set(), "", match.span()
    table, noun, start = found
    span = (start, match.end())
    distance = len(text[start + len(noun) : match.start()].split())
    before = text[:start].rstrip()
    what = match.group().lower() in ("gì", "gi", "j")
    if what and distance and table == "TIME_NOUNS":
        return Kind.THEME, set(), "", match.span()
    if what and distance > 2 and table in ("PERSON_NOUNS", "ORG_NOUNS", "PLACE_NOUNS", "TIME_NOUNS"):
        return Kind.THEME, set(), "", match.span()
    if table == "TIME_NOUNS":
        return Kind.DATE, _when_aspects(text), noun, span
    if table == "OFFICE_NOUNS":
        return Kind.OFFICE, set(), noun, span
    if table == "EVENT_NOUNS":
        return Kind.EVENTS, set(), noun, span
    if table == "THEME_NOUNS":
        return Kind.THEME, set(), noun, span
    if table == "PERSON_NOUNS":
        aspects = _who_aspects(text, re.compile(re.escape(text[start:])).search(text, start) or match)
        return Kind.PEOPLE, aspects | {"noun"}, noun, span
    person = cues.nearest_noun(text, start, within=4)
    if table == "PLACE_NOUNS" and person is not None and person[0] == "PERSON_NOUNS" and not _PLACE_PREPOSITIONS.search(before):
        return Kind.PEOPLE, {"noun", "plural"}, person[1], (person[2], match.end())
    ambiguous = noun in cues.ORG_NOUNS and noun in cues.PLACE_NOUNS or fold(noun) in ("nuoc", "quoc gia", "tinh", "dia phuong", "toa an", "benh vien", "tinh thanh")
    if table == "PLACE_NOUNS" and (not ambiguous or _PLACE_PREPOSITIONS.search(before) and not cues.pattern("(?:những|các)$").search(before)):
        return Kind.PLACE, set(), noun, span
    return Kind.PEOPLE, {"org"} | ({"object"} if _who_aspects(text, match) & {"object"} else set()), noun, span


def _yes_no(text: str) -> tuple[int, int] | None:
    bare = text.rstrip(" ?!.")
    final = re.search(rf"(?<!\w)({cues.pattern('|'.join(cues.NEGATIONS)).pattern})$", bare, re.IGNORECASE)
    if final is not None and cues.search(cues.AFFIRMED, bare[: final.start()]):
        return final.span()
    m = cues.search(("có phải(?: là)?", "phải chăng"), text)
    return m.span() if m else None
