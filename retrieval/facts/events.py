"""Events: the phrases that name them, and the event that a document is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from retrieval.corpus.document import Document, ParagraphKind, Sentence
from retrieval.facts.event_details import event_format, event_organiser, event_place, event_theme
from retrieval.language.compounds import in_compound, joins_fields
from retrieval.language.dates import ResolvedDate
from retrieval.language.editions import find_editions
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.letters import LOWER, UPPER
from retrieval.language.normalize import fold, lower_case
from retrieval.language.patterns import any_of

# Nouns that head the name of an event, lower case, reading form; the longer first where one begins another.
EVENT_NOUNS = (
    "hội nghị", "hội thảo", "hội đàm", "hội kiến", "hội chợ", "hội diễn", "hội thi", "hội báo",
    "hội nghị thượng đỉnh", "lễ hội", "lễ ký kết", "lễ kỷ niệm",
    "lễ khánh thành", "lễ khai mạc", "lễ bế mạc", "lễ phát động", "lễ trao", "lễ công bố", "lễ ra mắt", "lễ khởi động",
    "lễ khởi công", "lễ khai giảng", "lễ đón", "lễ tang", "lễ viếng", "lễ", "đại lễ", "buổi lễ", "buổi gặp mặt",
    "buổi làm việc", "buổi họp báo", "buổi tọa đàm",
    "buổi", "cuộc gặp mặt", "cuộc gặp", "cuộc họp báo", "cuộc họp", "cuộc hội kiến", "cuộc hội đàm", "cuộc tọa đàm",
    "cuộc thi", "cuộc vận động",
    "cuộc làm việc", "cuộc tiếp", "cuộc đối thoại", "cuộc tiếp xúc", "cuộc mít tinh", "phiên họp", "phiên tòa",
    "phiên thảo luận", "phiên toàn thể", "phiên khai mạc", "phiên bế mạc",
    "phiên", "kỳ họp", "đại hội", "diễn đàn", "festival", "liên hoan", "triển lãm", "tọa đàm", "họp báo",
    "chuyến thăm", "chuyến công tác", "chương trình",
    "chiến dịch", "giải đấu", "giải", "vòng chung kết", "trận đấu", "trận", "đêm nhạc", "đêm nghệ thuật", "ngày hội",
    "tuần lễ", "khóa họp", "khóa đào tạo", "lớp tập huấn", "cuộc",
    "mít tinh", "tiệc chiêu đãi", "quốc tang", "đám tang", "vụ án", "vụ", "dự án", "sự kiện", "dịp", "gala",
    "talkshow", "liveshow", "đối thoại", "hội sách", "giờ trái đất",
)  # fmt: skip
# Those that are too general to name an event by themselves.
WEAK_EVENT_NOUNS = frozenset(
    (
        "buổi",
        "phiên",
        "cuộc",
        "giải",
        "vụ",
        "dịp",
        "sự kiện",
        "trận",
        "dự án",
        "chương trình",
        "lễ",
        "đối thoại",
        "chiến dịch",
        "buổi lễ",
    )
)

# Words that begin like a noun of an event and are none ("giải quyết", "vụ trưởng", "cuộc sống").
_NO_EVENT = (
    r"giải\s+(?:quyết|pháp|thích|phóng|trình|ngân|tán|cứu|tỏa|trí|phẫu|mã|đáp|thể|khát|nhiệt|thưởng|"
    r"thoát|vây|độc|nghĩa)|"
    r"vụ\s+(?:trưởng|phó|việc|kinh doanh|lợi|mùa|đông|hè|pháp|tổ chức|hợp tác|thông tin)|cuộc\s+(?:sống|"
    r"đời|chơi|gọi|chiến|sống|tình|cách mạng)|"
    r"lễ\s+(?:phép|tân|nghĩa|độ|vật|phục)|phiên\s+(?:dịch|bản|âm|chợ)|chương\s+trình\s+(?:học|giảng dạy|"
    r"đào tạo)|dịp\s+may|trận\s+địa|kỳ nghỉ lễ|nghi lễ|ngày lễ|"
    r"đối thoại\s+với|diễn đàn\s+(?:mạng|trên mạng)|"
    r"(?:dịch|nhiệm|phục|chức|nghiệp|nội|nghĩa|công|đặc|mật|tạp|mùa|thời|học|giáo|sự)\s+vụ|"
    r"(?:mặt|tử|bại|xung)\s+trận|(?:hòa|lý|diễn|chú|nan|khuyến)\s+giải|(?:hành|sính|tế|nghi)\s+lễ"
)
# Searched in lower-case text: to mind no case takes a pattern twice as long.
_HEAD = compiled_later(rf"(?<![\w-])(?:(?P<none>{_NO_EVENT})|{any_of(EVENT_NOUNS)})(?![\w-])")
# Where the name of an event ends: at what happens to it, when, where and under whom.
_TAIL = compiled_later(
    r"(?<!\w)(?:đã|sẽ|đang|vừa|diễn ra|được|do|dưới sự|với sự|theo hình thức|bằng hình thức|là|có|"
    r"gồm|vào|nhằm|để|khẳng định|cho biết|nhấn mạnh|"
    r"sáng|chiều|tối|trưa|hôm|ngày|bị(?! cáo| can)|khai mạc(?! hội)|bế mạc|thì|mà|nhưng|nên|vì|gây|hoàn toàn|"
    r"giữa lúc|"
    r"trước thềm|bên lề|sau khi|trước khi|rằng|cho rằng|bàn|nếu|khi|ngay|(?<!không )chính thức|lần này|này|đó|trên|"
    r"nhân dịp (?:tham )?dự|nhân chuyến|trong khuôn khổ|cùng với|cùng|nói|"
    r"tổ chức(?=\s+(?:vào|tại|ở|hôm|ngày|từ|trong))|"
    r"tập trung|thông qua|kết thúc|bắt đầu|thu hút|đánh dấu|tiếp tục|cũng|phải|"
    r"không(?! (?:chính thức|gian)(?!\w))|chưa|ở|từ|tại)(?!\w)"
)
_BREAK = compiled_later(rf"[;:!?…()\[\]]|(?<!\d)[,.]|[,.](?!\d)|\s[-–—]\s(?=[{LOWER}])")
# Before "ngày" these make the day part of the name: "lễ kỷ niệm ngày Nhà giáo Việt Nam".
_OF_A_DAY = compiled_later(r"(?<!\w)(?:kỷ niệm|mừng|chào mừng|hưởng ứng|nhân|tổng kết|năm)\s+$", re.IGNORECASE)
# Small words that a name cannot end with.
_DANGLING = compiled_later(r"\s+(?:và|cùng|với|của|do|tại|ở|về|cho|giữa|đã|(?<!nội )các|những|theo|như|hay|hoặc)$")
_QUOTE = compiled_later(r"\s*(?:mang tên|với chủ đề|chủ đề|có chủ đề|với tên gọi|về|:)?\s*[“\"][^“”\"]{3,200}[”\"]")
# Where one of the three may begin.
_END_SIGN = compiled_later(f"{_QUOTE.pattern}|{_TAIL.pattern}|{_BREAK.pattern}")
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
    where its year is from (end, part of day and time are in its mention). `place`, `theme`, `format` ("trực tuyến")
    and `organiser` are as written, in one line, None where the report does not say.
    """

    name: str
    sentence: int
    date: ResolvedDate | None
    date_sentence: int
    place: str | None
    noun: str = ""  # the head of the name, lower case ("hội nghị")
    edition: int | None = None
    theme: str | None = None
    format: str | None = None
    organiser: str | None = None


def find_event_phrases(text: str) -> list[EventPhrase]:
    """Return the phrases of `text` (reading form) that name events, in order, none within another's head."""
    found: list[EventPhrase] = []
    position = 0
    for head in _HEAD.finditer(lower_case(text)):
        if head.start() < position or head.group("none"):
            continue
        if head.group() == "vụ" and re.match(rf"\s+[{UPPER}]", text[head.end() :]):
            continue  # a department: "Vụ Quản lý ngoại hối"
        end = _phrase_end(text, head)
        phrase = _DANGLING.sub("", text[head.start() : end].rstrip(" ,;:-–"))
        noun = " ".join(head.group().split())
        syllables = len(phrase.split())
        if noun in WEAK_EVENT_NOUNS and syllables < 3:
            continue
        found.append(EventPhrase(noun, phrase, head.start(), head.start() + len(phrase)))
        position = found[-1].end if syllables > 3 else head.end()
    return found


def _phrase_end(text: str, head: re.Match[str]) -> int:
    end = len(text)
    position = head.end()
    while (sign := _END_SIGN.search(text, position)) is not None:
        position = sign.start()
        quoted = _QUOTE.match(text, position)
        if quoted and not re.match(rf"\s*[“\"][{LOWER}]", quoted.group()):
            end = quoted.end()
            position = quoted.end()
            break
        tail, stop = _TAIL.match(text, position), _BREAK.match(text, position)
        if stop and stop.group() == "." and re.search(r"(?:TP|GS|TS|ThS)$", text[:position]):
            stop = None
        if stop and (joins_fields(text, *stop.span()) or _joins_syllables(text, *stop.span())):
            stop = None
        if tail and tail.group().lower() == "ngày" and _OF_A_DAY.search(text, head.start(), position):
            tail = None
        if tail and in_compound(text, *tail.span()):
            tail = None
        if tail or stop:
            end = position
            break
        position += 1
    words = list(re.finditer(r"\S+", text[head.start() : end]))
    if len(words) > _MOST_SYLLABLES:
        end = head.start() + words[_MOST_SYLLABLES - 1].end()
    return end


# How the given name of a Korean ends that a report writes with spaces around its dash ("Kim Jong - un").
_LAST_SYLLABLE = compiled_later(
    r"(?:un|in|il|nam|hye|hyun|ho|chol|jong|sik|hwa|yong|geun|kyung|jin|hee|wan|seok|ung|won|woo|hwan|jae|joo|ju|jung|"
    r"myung|bak|dae|ok|su|yun|uk|kun|jun|hyon|chun|hyuk|kyu|yeon|young|eun|ah|sung|sook)(?!\w)"
)
_FIRST_SYLLABLE = compiled_later(rf"[{UPPER}][a-z]+\s[{UPPER}][a-z]+$")


def _joins_syllables(text: str, start: int, end: int) -> bool:
    """Tell whether a dash with its spaces, `text[start:end]`, joins the syllables of a given name."""
    return (
        _LAST_SYLLABLE.match(text, end) is not None
        and _FIRST_SYLLABLE.search(text[max(0, start - 30) : start]) is not None
    )


# Before a phrase these say that the report is about that event; before "của Bộ ..." it is rather another one.
_HAPPENS_BEFORE = compiled_later(
    r"(?<!\w)(?:dự|tham dự|chủ trì|tổ chức|khai mạc|bế mạc|diễn ra|phát biểu tại|tại|đồng chủ trì|"
    r"đăng cai|có|trong)\s+(?:buổi\s+|lần\s+)?$",
    re.IGNORECASE,
)
_HAPPENS_AFTER = compiled_later(
    r"\s*(?:,[^,]{0,60},)?\s*(?:đã|sẽ|vừa|được|chính thức|do|diễn ra|khai mạc|tổ chức|bế mạc|kết thúc)(?!\w)"
)
_HAPPENING = compiled_later(
    r"(?<!\w)(?:diễn ra|tổ chức|khai mạc|bế mạc|khánh thành|khởi công|ra mắt|công bố|mở phiên|xét xử|"
    r"chủ trì|tham dự|dự|tiếp|hội đàm|trao|ký)(?!\w)"
)
_OTHER_TIME = compiled_later(
    r"(?<!\w)(?:trước đó|năm ngoái|năm trước|lần trước|dự kiến|sinh|từng|kể từ|hồi|nghị quyết|quyết định số|"
    r"công văn|luật)(?!\w)",
    re.IGNORECASE,
)
_THEME_IN_NAME = compiled_later(r",?\s*(?:với|có|mang)?\s*(?:chủ đề|thông điệp)\s*:?\s*[“\"].*$")
_EARLY = 9  # sentences of the body in which the event is named


def find_event(
    document: Document, sentences: Sequence[Sentence], dates: Sequence[tuple[int, int, int, ResolvedDate]]
) -> Event:
    """Return the event that `document` is about: named in the first sentences or the title, with date, place and more.

    `dates` are (sentence, start, end, date) of the document in order.
    """
    body = [i for i, s in enumerate(sentences) if s.kind is not ParagraphKind.CAPTION]
    best = _main_phrase(document.title, sentences, body, dates)
    name, at = (best[0].text, best[1]) if best else (document.title, -1)
    dated = _event_date(sentences, body, dates, at, best[0] if best else None)
    text = [s.text for s in sentences]
    editions = find_editions(_own_words(name)) if best else []
    return Event(
        name=_THEME_IN_NAME.sub("", name) or name,
        sentence=at,
        date=dated[3] if dated else None,
        date_sentence=dated[0] if dated else -1,
        place=event_place([text[i] for i in _where(body, at, dated)]),
        noun=best[0].noun if best else "",
        edition=editions[0].number if editions else None,
        theme=event_theme(text),
        format=event_format([text[i] for i in body[:_EARLY]]),
        organiser=event_organiser([text[i] for i in body[:_EARLY]]),
    )


def _own_words(name: str) -> str:
    """Return the name up to another event in it: "Hội nghị ... Nghị quyết Đại hội lần thứ XIII" has no edition."""
    heads = [h for h in _HEAD.finditer(lower_case(name)) if not h.group("none")]
    other = next((h for h in heads[1:] if h.group() not in ("lễ", "cuộc", "buổi", "phiên")), None)
    return name[: other.start()] if other else name


def _main_phrase(
    title: str, sentences: Sequence[Sentence], body: Sequence[int], dates: Sequence[tuple[int, int, int, ResolvedDate]]
) -> tuple[EventPhrase, int] | None:
    """Return the phrase that names the event best, and its sentence."""
    title_words = set(fold(title).split())
    days = {d[0] for d in dates if d[3].mention.has_day}
    best: tuple[float, EventPhrase, int] | None = None
    for rank, index in enumerate(body[:_EARLY]):
        text = sentences[index].text
        for phrase in find_event_phrases(text):
            words = fold(phrase.text).split()
            shared = len(title_words & set(words))
            merit = 1.0 + 0.35 * min(shared, 8) + 0.05 * min(len(words), 14) - 0.12 * rank
            merit -= 1.0 if phrase.noun in WEAK_EVENT_NOUNS else 0.0
            merit -= 1.2 if len(words) <= len(phrase.noun.split()) else 0.0  # a bare noun names nothing
            merit += 0.4 if index in days else 0.0
            merit += 0.35 if _HAPPENS_BEFORE.search(text[: phrase.start]) else 0.0
            merit += 0.25 if _HAPPENS_AFTER.match(text, phrase.end) else 0.0
            merit += 0.5 if find_editions(phrase.text) else 0.0
            if best is None or merit > best[0]:
                best = (merit, phrase, index)
    return (best[1], best[2]) if best else None


def _event_date(
    sentences: Sequence[Sentence],
    body: Sequence[int],
    dates: Sequence[tuple[int, int, int, ResolvedDate]],
    at: int,
    phrase: EventPhrase | None,
) -> tuple[int, int, int, ResolvedDate] | None:
    """Return the date of the event: the day nearest to its name, else the day of an early sentence that tells of it."""
    days = [d for d in dates if d[3].mention.has_day and not d[3].mention.yearly and not d[3].mention.anniversary]
    own = [d for d in days if d[0] == at]
    if own and phrase is not None:
        plain = [d for d in own if not _OTHER_TIME.search(sentences[at].text[max(0, d[1] - 25) : d[1]])] or own
        return min(plain, key=lambda d: max(d[1] - phrase.end, phrase.start - d[2], 0))
    first = body[:8]
    early = [d for d in days if d[0] in first]
    # Asked once for each sentence: one may have a thousand dates.
    telling = {
        i
        for i in {d[0] for d in early}
        if _HAPPENING.search(sentences[i].text) is not None
        or (phrase is not None and phrase.noun in sentences[i].text.lower())
    }
    for dated in early:
        text = sentences[dated[0]].text
        if dated[0] in telling and not _OTHER_TIME.search(text[max(0, dated[1] - 25) : dated[1]]):
            return dated
    return early[0] if early else None


def _where(body: Sequence[int], at: int, dated: tuple[int, int, int, ResolvedDate] | None) -> list[int]:
    """Return the sentences that may say where the event is, the likeliest first."""
    order = [at] if at >= 0 else []
    if dated is not None:
        order.append(dated[0])
    return list(dict.fromkeys([*order, *body[:4]]))
