"""Which events are listed, under what name and place, and in what order.

Every report has an event by which it is linked to others; of many an article of general news that is only its
headline. A list shows what happened: a name that singles an event out, or a headline that tells of a meeting or an
accident on a day.
"""

from __future__ import annotations

from typing import Final

from retrieval.facts.events import EVENT_NOUNS
from retrieval.language.dates import PartialDate
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.normalize import fold, lower_case, reading_form
from retrieval.language.patterns import any_of, has_word

# What happens to people and things, told of by headlines and named by "vụ ...".
ACCIDENTS: Final = (
    "bốc cháy", "cháy", "hỏa hoạn", "nổ súng", "xả súng", "đấu súng", "phát nổ", "nổ", "đánh bom", "khủng bố", "sập",
    "lật", "lật xe", "chìm", "đắm", "va chạm", "tông", "tai nạn", "gặp nạn", "động đất", "sóng thần", "lở đất",
    "sạt lở", "vỡ đê", "vỡ đập", "rơi máy bay", "máy bay rơi", "đuối nước", "thiệt mạng", "tử vong", "ngộ độc",
    "biểu tình", "bạo loạn", "đảo chính", "ám sát", "thảm sát", "giải cứu", "đâm", "không kích",
)  # fmt: skip
# Deeds that an affair is about, beside accidents ("vụ trộm tiệm vàng"): in a headline they may be of any time.
CRIMES: Final = (
    "cướp", "trộm", "giết", "sát hại", "án mạng", "kiện", "lừa đảo", "bắt cóc", "xâm nhập", "hiếp dâm", "cưỡng hiếp",
    "bạo hành", "tấn công", "tham nhũng", "phóng", "nhận hối lộ", "đưa hối lộ", "hối lộ", "gian lận", "chém", "bắn",
    "phá rừng", "buôn lậu", "hành hung", "xô xát", "ẩu đả", "đầu độc", "tranh chấp", "sàm sỡ", "dâm ô", "bê bối",
    "đánh bạc", "mất tích", "thử hạt nhân", "thử tên lửa", "tham ô", "chết người", "đánh ghen", "đánh", "vỡ nợ",
    "rơi", "bỏng", "nhiễm độc", "rò rỉ", "tàng trữ", "cố ý", "mua bán", "làm giả", "xét xử",
)  # fmt: skip
# What a "cuộc" is that takes place at a time: not "cuộc chạy đua", "cuộc khủng hoảng", "cuộc điều tra".
TAKING_PLACE: Final = (
    "điện đàm", "đàm phán", "phỏng vấn", "tập trận", "diễn tập", "biểu tình", "bầu cử", "tổng tuyển cử", "tấn công",
    "không kích", "trưng cầu", "tuần hành", "đấu giá", "diễu hành", "diễu binh", "giao lưu", "thử nghiệm", "tập kích",
    "bỏ phiếu", "điều trần", "giải cứu", "đọ súng", "đấu súng", "đảo chính", "tranh luận", "so tài", "hội ngộ",
    "mít tinh", "đàm đạo", "trao đổi", "hội thảo", "đình công", "đột kích", "vây bắt", "thương lượng", "đua thuyền",
    "đua ngựa", "đua xe", "đua xe đạp",
)  # fmt: skip
# What a "chương trình", "buổi" or "sự kiện" is that people come to: not "chương trình tên lửa".
SHOWS: Final = (
    "giao lưu", "nghệ thuật", "ca nhạc", "văn nghệ", "biểu diễn", "gặp mặt", "trao", "tọa đàm", "hội thảo", "từ thiện",
    "biểu dương", "tri ân", "kỷ niệm", "chào mừng", "hòa nhạc", "ra mắt", "lễ", "cầu truyền hình", "khai trương",
    "tiếp", "làm việc", "gặp", "họp", "thảo luận", "đối thoại", "giám sát", "giải trình", "xét xử", "chất vấn",
    "sơ khảo", "chung kết", "thi", "tập huấn", "sinh hoạt", "nói chuyện", "ký kết", "hưởng ứng", "hiến máu",
)  # fmt: skip
# What a headline tells of a meeting.
MEETINGS: Final = (
    "họp", "khai mạc", "bế mạc", "khánh thành", "khởi công", "ra mắt", "khai trương", "ký kết", "hội đàm", "hội kiến",
    "tiếp", "thăm", "gặp", "làm việc với", "chủ trì", "dự", "tham dự", "trao", "phát động", "kỷ niệm", "tổ chức",
    "diễn tập", "tập trận", "động thổ", "thông xe", "lễ", "hội nghị", "hội thảo", "đại hội", "hầu tòa", "xét xử",
    "tuyên án", "lĩnh án", "tiếp xúc cử tri", "viếng", "dâng hương", "xuất quân", "bầu", "nhậm chức", "tuyên thệ",
)  # fmt: skip
_WORDS_THAT_TELL: Final = {
    "vụ": ACCIDENTS + CRIMES,
    "vụ án": ACCIDENTS + CRIMES,
    "cuộc": TAKING_PLACE,
    "chiến dịch": (),
    "chương trình": SHOWS,
    "buổi": SHOWS,
    "phiên": SHOWS,
    "sự kiện": SHOWS,
    "dự án": (),
    "dịp": (),
}
_NOUN = compiled_later(rf"{any_of(EVENT_NOUNS)}(?!\w)")
# Behind these a name has become a sentence.
_RUNS_ON = compiled_later(
    r"\s(?:kéo dài|xảy ra|vây quanh|vẫn|nào|hẳn|nhận thấy|cho thấy|cho hay|cho rằng|dự kiến|bởi|càng|nhắm|nói trên|"
    r"kể trên|vừa qua|sắp(?! xếp)|cách (?:\d|trạm|đây)|gần \d|hồi (?:năm|tháng|đầu|cuối|tuần)|trong tương lai|"
    r"(?<!chứng )(?<!địa )(?<!tôn )chỉ(?! (?:đạo|huy|số|thị|định|tiêu|dẫn))|"
    r"(?<!thăm )(?<!câu )(?<!học )hỏi(?! đáp| cung)|của (?:tôi|mình|chúng tôi|chúng ta)|"
    r"khiến|làm (?:\d+|ít nhất|hàng|nhiều|chết|hư)|rời (?:ra|khỏi)|rủ nhau|nhiều (?:ngày|tuần|tháng|năm) qua|"
    r"(?:trong (?:hai|ba|bốn)|đến|hơn(?: \d+)?|tên \w|mới đây|giữa [^\W\d_]+|trong|"
    r"của (?:cô|anh|chị|ông|bà))$)(?:(?!\w)|(?<=\d)).*$"
)
_QUOTES = compiled_later(r"[“”\"]")
_SOMEBODY = compiled_later(r"(?<!\w)(?:tôi|chúng ta|chúng tôi|mình|bạn)(?!\w)")
# What singles an event out: a name, a number, words in quotation marks.
_SINGLED_OUT = compiled_later(r"[\d“\"]|(?<!^)(?<!\w)[^\W\d_a-zà-ỹđ]")
# A number that is of no series, and a body that is called like an event.
_ONLY_COUNTED = compiled_later(r"(?:cuộc|buổi|vụ|trận|lễ|chương trình|sự kiện)(?: [^\W\d_]+)? \d+|đại hội đồng(?!\w).*")
_MANY_WORDS = 5
_BARE = 2
_TOLD = compiled_later(rf"(?<!\w){any_of((*ACCIDENTS, *MEETINGS))}(?!\w)")
# Compounds of those words that tell of nothing; in lower case.
_OTHER_SENSE = compiled_later(
    r"(?<!\w)(?:dự (?:báo|kiến|án|thảo|luật|định|tính|đoán|phòng|trữ|toán|chi)|gặp (?:khó|may|vấn đề|rắc rối)|"
    r"tiếp (?:tục|cận|viện|thị|theo|tế|thu|nhận|sức|tay)|trao đổi|bùng nổ|nổ lực|lễ phép|tổ chức (?:tội phạm|khủng bố)|"
    r"các tổ chức|(?:phòng|chống|chữa|ngừa) (?:cháy|sạt lở|khủng bố|ngộ độc|đuối nước|tai nạn|động đất|bạo loạn)|"
    r"thăm dò|lật tẩy|lật kèo|chìm trong|cháy (?:hàng|vé|túi)|đâm đơn|họp hành|lễ tân|nghi lễ|nghỉ lễ)(?!\w)"
)
# Headlines that ask, advise, or tell of what may be.
_NO_NEWS = compiled_later(
    r"[?!]|(?<!\w)(?:có thể|nên|cách|vì sao|tại sao|lý do|bí quyết|những|điều gì|gì|thế nào|ra sao|nghi|đề xuất|"
    r"khả năng|kêu gọi|tiết lộ|chuyện|chân dung|có nên|bao giờ|khi nào|muốn|dọa|mơ|nếu|cảnh báo|nguy cơ|tin)(?!\w)"
)
# A place that is none: an event, or a firm of which nobody says where it is.
_NO_PLACE = compiled_later(
    rf"(?:{any_of(EVENT_NOUNS)}|công ty|doanh nghiệp|tập đoàn|hãng|trạm bot)(?!\w)(?! triển lãm)"
)
_PLACE_RUNS_ON = compiled_later(
    r"\s(?:gửi|trông|rủ nhau|kêu gọi|được|bị|đã|đang|sẽ|vừa|là|có|để|khi|lúc|nói|thì|cho|nhằm|vì|do|"
    r"nên|với|từ|đổ|sập|của)\s.*$"
)


def listed_name(name: str, title: str, date: PartialDate | None) -> str | None:
    """Return the name under which an event is listed, None where the report tells of none.

    `name` is that of the event, `title` its report's headline (taken where the name says little), `date` when it was.
    """
    on_a_day = date is not None and date.day is not None
    headline = _headline(title)
    written = reading_form(name)
    if written != reading_form(title):
        written = _whole_quotes(_RUNS_ON.sub("", written)).rstrip(" ,;:-–")
        if _names_an_event(written, on_a_day):
            return headline if _is_bare(written) and _tells_of(headline, written) else written
    elif _names_an_event(written, on_a_day):
        return headline
    return headline if on_a_day and _tells(headline) else None


def told_name(name: str, title: str, date: PartialDate | None) -> str:
    """Return what a report is about, in any case: the name of its event where it has one to list, else its headline."""
    return listed_name(name or title, title, date) or _headline(title) or name


def listed_place(place: str | None) -> str | None:
    """Return the place of an event as it is listed, None where what was read is no place."""
    if place is None or _NO_PLACE.match(lower_case(reading_form(place))):
        return None
    return _PLACE_RUNS_ON.sub("", place) or None


def listing_order(date: PartialDate | None, name: str) -> tuple[int, int, int, int, str]:
    """Return by what events are listed: those with a year by date, then those without one, then the undated."""
    by_name = fold(name)
    if date is None or not date.is_known:
        return (2, 0, 0, 0, by_name)
    # A month or a year goes before its days.
    return (0 if date.year is not None else 1, date.year or 0, date.month or 0, date.day or 0, by_name)


def _names_an_event(name: str, on_a_day: bool) -> bool:
    """Tell whether a name begins with a noun of an event and says which one."""
    lowered = lower_case(name)
    noun = _NOUN.match(lowered)
    if noun is None or _SOMEBODY.search(lowered) is not None:
        return False
    rest = name[noun.end() :].strip()
    singled_out = _SINGLED_OUT.search(rest) is not None and not _ONLY_COUNTED.fullmatch(lowered)
    telling = _WORDS_THAT_TELL.get(noun.group())
    if telling is not None:
        words = f" {lower_case(rest)} "
        if not any(f" {word} " in words for word in telling):
            return False
        return singled_out or on_a_day
    return singled_out or (
        len(rest.split()) >= (1 if on_a_day else _MANY_WORDS) and not _ONLY_COUNTED.fullmatch(lowered)
    )


def _is_bare(name: str) -> bool:
    """Tell whether a name gives the kind of an event only ("cuộc điện đàm", "vụ tai nạn")."""
    noun = _NOUN.match(lower_case(name))
    rest = name[noun.end() :] if noun is not None else name
    return len(rest.split()) <= _BARE and _SINGLED_OUT.search(rest) is None


def _tells_of(headline: str, name: str) -> bool:
    """Tell whether a headline is of the event whose bare name is given, and says more."""
    kind = lower_case(name).split()[1:]
    return _tells(headline) or (
        _NO_NEWS.search(lower_case(headline)) is None and has_word(lower_case(headline), " ".join(kind))
    )


def _tells(headline: str) -> bool:
    """Tell whether a headline tells of a meeting or an accident that was."""
    lowered = _OTHER_SENSE.sub(" ", lower_case(headline))
    if _NO_NEWS.search(lowered) is not None or _SOMEBODY.search(lowered) is not None:
        return False
    return _TOLD.search(lowered) is not None


def _headline(title: str) -> str:
    """Return a headline in one line, without the spaces that feeds put within quotation marks."""
    written = " ".join(reading_form(title).split())
    parts = written.split("'")
    if len(parts) % 2 == 0:
        return written  # one of them is an apostrophe
    return "".join(part if i % 2 == 0 else f"'{part.strip()}'" for i, part in enumerate(parts))


def _whole_quotes(name: str) -> str:
    """Return a name without a quotation mark that has no other."""
    if len(_QUOTES.findall(name)) % 2 == 0:
        return name
    at = max(i for i, c in enumerate(name) if c in '“”"')
    return f"{name[:at]} {name[at + 1 :]}".replace("  ", " ").strip()
