"""Events: the phrases that name them, and the event that a document is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from retrieval.corpus.document import Document, ParagraphKind, Sentence
from retrieval.language.dates import ResolvedDate
from retrieval.language.letters import LOWER
from retrieval.language.normalize import fold

# Nouns that head the name of an event, lower case, reading form; the longer first where one begins another.
EVENT_NOUNS = (
    "hội nghị", "hội thảo", "hội đàm", "hội kiến", "hội chợ", "hội diễn", "hội thi", "hội báo", "hội nghị thượng đỉnh", "lễ hội", "lễ ký kết", "lễ kỷ niệm",
    "lễ khánh thành", "lễ khai mạc", "lễ bế mạc", "lễ phát động", "lễ trao", "lễ công bố", "lễ ra mắt", "lễ khởi động",
    "lễ khởi công", "lễ khai giảng", "lễ đón", "lễ tang", "lễ viếng", "lễ", "đại lễ", "buổi lễ", "buổi gặp mặt", "buổi làm việc", "buổi họp báo", "buổi tọa đàm",
    "buổi", "cuộc gặp mặt", "cuộc gặp", "cuộc họp báo", "cuộc họp", "cuộc hội kiến", "cuộc hội đàm", "cuộc tọa đàm", "cuộc thi", "cuộc vận động",
    "cuộc làm việc", "cuộc tiếp", "cuộc đối thoại", "cuộc tiếp xúc", "cuộc mít tinh", "phiên họp", "phiên tòa", "phiên thảo luận", "phiên toàn thể", "phiên khai mạc", "phiên bế mạc",
    "phiên", "kỳ họp", "đại hội", "diễn đàn", "festival", "liên hoan", "triển lãm", "tọa đàm", "họp báo", "chuyến thăm", "chuyến công tác", "chương trình",
    "chiến dịch", "giải đấu", "giải", "vòng chung kết", "trận đấu", "trận", "đêm nhạc", "đêm nghệ thuật", "ngày hội", "tuần lễ", "khóa họp", "khóa đào tạo", "lớp tập huấn", "cuộc",
    "mít tinh", "tiệc chiêu đãi", "quốc tang", "đám tang", "vụ án", "vụ", "dự án", "sự kiện", "dịp", "gala", "talkshow", "liveshow", "đối thoại", "hội sách", "giờ trái đất",
)  # fmt: skip
# Those that are too general to name an event by themselves.
WEAK_EVENT_NOUNS = frozenset(("buổi", "phiên", "cuộc", "giải", "vụ", "dịp", "sự kiện", "trận", "dự án", "chương trình", "lễ", "đối thoại", "chiến dịch", "buổi lễ"))

_NOUN = "|".join(re.escape(n).replace(r"\ ", r"\s+") for n in sorted(EVENT_NOUNS, key=len, reverse=True))
_HEAD = re.compile(rf"(?<![\w-])(?:{_NOUN})(?![\w-])", re.IGNORECASE)
# Where the name of an event ends: at what happens to it, when, where and under whom.
_TAIL = re.compile(
    r"(?<!\w)(?:đã|sẽ|đang|vừa|diễn ra|được|do|dưới sự|với sự|theo hình thức|bằng hình thức|là|có|gồm|vào|nhằm|để|khẳng định|cho biết|nhấn mạnh|"
    r"sáng|chiều|tối|trưa|hôm|ngày|khai mạc(?! hội)|bế mạc|thì|mà|nhưng|nên|khi|ngay|chính thức|lần này|này|đó|trên|trong khuôn khổ|cùng với|cùng|nói|"
    r"tập trung|thông qua|kết thúc|bắt đầu|thu hút|đánh dấu|tiếp tục|cũng|phải|không|chưa|ở|từ|tại)(?!\w)"
)
_BREAK = re.compile(rf"[,.;:!?()\[\]]|\s[-–—]\s(?=[{LOWER}])")
_QUOTE = re.compile(r"\s*(?:mang tên|với chủ đề|chủ đề|có chủ đề|với tên gọi|về|:)?\s*[“\"][^“”\"]{3,200}[”\"]")
_MOST_SYLLABLES = 38


@dataclass(frozen=True, slots=True)
class EventPhrase:
    """A phrase that names an event: `text[start:end]` of a sentence; `noun` is its head in lower case."""

    noun: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Event:
    """The event that a document is mainly about.

    `sentence` is the one whose phrase names it (-1: the title only). `date` is when, as far as the reports tell, with
    where its year is from; `place` as written.
    """

    name: str
    sentence: int
    date: ResolvedDate | None
    date_sentence: int
    place: str | None


def find_event_phrases(text: str) -> list[EventPhrase]:
    """Return the phrases of `text` (reading form) that name events, in order, none within another's head."""
    found: list[EventPhrase] = []
    position = 0
    for head in _HEAD.finditer(text):
        if head.start() < position:
            continue
        end = _phrase_end(text, head)
        phrase = text[head.start() : end].rstrip(" ,;:-–")
        noun = re.sub(r"\s+", " ", head.group().lower())
        syllables = len(phrase.split())
        if noun in WEAK_EVENT_NOUNS and syllables < 3:
            continue
        found.append(EventPhrase(noun, phrase, head.start(), head.start() + len(phrase)))
        position = found[-1].end if syllables > 3 else head.end()
    return found


def _phrase_end(text: str, head: re.Match[str]) -> int:
    end = len(text)
    position = head.end()
    while position < len(text):
        quoted = _QUOTE.match(text, position)
        if quoted:
            end = quoted.end()
            position = quoted.end()
            break
        tail, stop = _TAIL.match(text, position), _BREAK.match(text, position)
        if stop and stop.group() == "." and re.search(r"(?:TP|GS|TS|ThS)$", text[:position]):
            stop = None
        if tail or stop:
            end = position
            break
        position += 1
    words = list(re.finditer(r"\S+", text[head.start() : end]))
    if len(words) > _MOST_SYLLABLES:
        end = head.start() + words[_MOST_SYLLABLES - 1].end()
    return end


_PLACE = re.compile(r"(?<!\w)(?:tại|ở)\s+(?P<place>(?:[^,.;:()\s]+\s+){0,12}?[^,.;:()\s]+)(?=\s*(?:[,.;:(]|đã|do|với|được|nhằm|dưới|để|$))")


def find_event(
    document: Document, sentences: Sequence[Sentence], dates: Sequence[tuple[int, int, int, ResolvedDate]]
) -> Event:
    """Return the event that `document` is about: named in the first sentences or the title, with its date and place."""
    body = [i for i, s in enumerate(sentences) if s.kind is not ParagraphKind.CAPTION]
    title_words = set(fold(document.title).split())
    best: tuple[float, EventPhrase, int] | None = None
    for rank, index in enumerate(body[:9]):
        sentence = sentences[index]
        for phrase in find_event_phrases(sentence.text):
            words = fold(phrase.text).split()
            shared = len(title_words & set(words))
            merit = 1.0 + 0.35 * min(shared, 8) + 0.05 * min(len(words), 14) - 0.12 * rank
            merit -= 1.0 if phrase.noun in WEAK_EVENT_NOUNS else 0.0
            merit += 0.4 if any(d[0] == index and d[3].mention.has_day for d in dates) else 0.0
            if best is None or merit > best[0]:
                best = (merit, phrase, index)
    name, at = (best[1].text, best[2]) if best else (document.title, -1)
    dated = _event_date(body, dates, at)
    place = None
    if dated is not None:
        match = _PLACE.search(sentences[dated[0]].text)
        place = match.group("place").strip() if match else None
    return Event(name, at, dated[3] if dated else None, dated[0] if dated else -1, place)


def _event_date(
    body: Sequence[int], dates: Sequence[tuple[int, int, int, ResolvedDate]], at: int
) -> tuple[int, int, int, ResolvedDate] | None:
    """Return the date of the event: a day in its sentence, else the first day in the first sentences."""
    with_day = [d for d in dates if d[3].mention.has_day and not d[3].mention.yearly and not d[3].mention.anniversary]
    for dated in with_day:
        if dated[0] == at:
            return dated
    early = set(body[:8])
    for dated in with_day:
        if dated[0] in early:
            return dated
    return None
