"""What a report says of its event beside its name and date: place, theme, format, organiser."""

from __future__ import annotations

import re
from collections.abc import Sequence

from retrieval.facts.places import AREA_NOUNS, PlaceMention, find_places
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.letters import UPPER
from retrieval.language.places import is_place

# What stands after "tại" and is no place: events, times, and things that are counted.
_NO_PLACE = compiled_later(
    r"(?:hội nghị|hội thảo|lễ|buổi|cuộc|phiên|kỳ họp|đại hội|diễn đàn|họp báo|sự kiện|chương trình|"
    r"một|các|những|nhiều|đây|đó|thời điểm|"
    r"bộ phận|điểm cầu|dự án|biển đông|việt nam$)(?!\w)",
    re.IGNORECASE,
)
# Verbs right before "tại" with which a place is that of the event.
_TAKES_PLACE = compiled_later(
    r"(?:diễn ra|tổ chức|khai mạc|bế mạc|ra mắt|được tổ chức|dự|họp|tiếp|hội đàm|làm việc|khánh thành|"
    r"khởi công)[^.;]{0,90}$",
    re.IGNORECASE,
)
_THEME_WORDS = ("chủ đề", "chuyên đề", "thông điệp", "tên gọi")
_THEME = compiled_later(
    rf"(?<!\w)(?:{'|'.join(_THEME_WORDS)})(?:\s+(?:là|của \S+(?: \S+){{0,4}} là))?\s*:?\s*"
    r"(?:[“\"‘'](?P<quoted>[^“”\"’']{3,200})[”\"’']|"
    rf"(?P<plain>[{UPPER}][^,.;:“”\"()]{{8,120}}))"
)
_FORMAT = compiled_later(
    r"(?<!\w)(?:trực tiếp (?:kết hợp|và) (?:với )?trực tuyến|trực tuyến kết hợp (?:với )?trực tiếp|"
    r"trực tuyến|(?:theo|bằng|dưới) hình thức (?P<named>[^,.;()]{3,60})|"
    r"truyền hình trực tiếp|cầu truyền hình|kín)(?!\w)"
)
_AFTER_FORMAT = compiled_later(r"\s+(?:tại|ở|(?<!kết hợp )với|do|từ|để|nhằm|và kết nối|tới|đến)\s")
_FORMAT_OF_EVENT = compiled_later(
    r"(?:hội nghị|hội thảo|cuộc họp|phiên họp|họp báo|tọa đàm|diễn đàn|buổi|lễ|tổ chức|đại hội|họp|"
    r"kỳ họp)(?:\s+\S+){0,12}\s*$",
    re.IGNORECASE,
)
_ORGANISER = compiled_later(
    r"(?<!\w)do\s+(?P<by>(?:(?!(?:đã|sẽ|được|bị)\s)[^.;:“”\"()]){3,140}?)\s+"
    r"(?:phối hợp (?:với [^.;:]{3,80}? )?)?(?:đồng )?(?:tổ chức|"
    r"đăng cai|chủ trì tổ chức)(?!\w)"
)
_ORGANISES = compiled_later(
    r"(?:^|,\s)(?P<by>(?:Bộ|Sở|UBND|Ủy ban|Ban|Hội|Liên|Trường|Học viện|Công ty|Tập đoàn|Đại học|"
    r"Tỉnh|Thành|Trung tâm|Viện|Tổng|Báo|Đài|Văn phòng|Cục)"
    r"(?:(?!\s(?:cho biết|nói|đã|sẽ|vừa|tổ chức)(?!\w))[^.;:“”\"]){2,120}?)\s+(?:(?:đã|sẽ|vừa|long trọng|"
    r"chính thức|phối hợp)\s+)*tổ chức\s+"
    r"(?=(?:lễ|hội|buổi|cuộc|phiên|họp|đại|diễn|tọa|chương trình|kỳ|triển|liên hoan|festival|giao lưu))",
    re.IGNORECASE,
)


def _line(written: str) -> str:
    """Return words of a report in one line, wherever the report breaks it."""
    return " ".join(written.split())


# "Tòa tuyên án vụ án xảy ra tại huyện A": where the case was, not the trial.
_TRIAL = compiled_later(
    r"(?<!\w)(?:phiên (?:tòa|xử)|xét xử|tuyên án|tuyên phạt|hầu tòa|phúc thẩm|sơ thẩm)(?!\w)", re.IGNORECASE
)
_HAPPENED = compiled_later(r"(?<!\w)xảy ra (?:tại|ở)\s+$")


def is_of_a_trial(text: str) -> bool:
    """Tell whether a text (a question, a sentence) speaks of a trial or a sentence passed."""
    return _TRIAL.search(text) is not None


def is_of_the_case(before: str) -> bool:
    """Tell whether a place behind the words `before` is where something happened, of which a trial is held."""
    return _HAPPENED.search(before) is not None


def event_place(sentences: Sequence[str]) -> str | None:
    """Return the place of the event in the first of `sentences` (reading form) that gives one, in one line."""
    for text in sentences:
        places = [p for p in find_places(text) if p.strong and _is_place(p)]
        if is_of_a_trial(text):
            places = [p for p in places if not is_of_the_case(text[: p.start])]
        if places:
            return _line(max(places, key=lambda p: _merit(text, p)).text)
    return None


def _is_place(place: PlaceMention) -> bool:
    if _NO_PLACE.match(place.text) or not any(c.isupper() or c.isdigit() for c in place.text):
        return False  # "nước ngoài", "trụ sở"
    return bool(place.head) or is_place(place.text.split(",")[0]) or place.text[0].isupper()


def _merit(text: str, place: PlaceMention) -> float:
    before = text[: place.start]
    merit = 1.0 if _TAKES_PLACE.search(before) else 0.0
    merit += 0.5 if place.head and place.head not in AREA_NOUNS else 0.0
    return merit + (0.3 if is_place(place.text) else 0.0) - 0.001 * place.start


def event_theme(sentences: Sequence[str]) -> str | None:
    """Return the theme that one of `sentences` gives ("với chủ đề ..."), without its quotation marks."""
    for text in sentences:
        if not any(word in text for word in _THEME_WORDS):
            continue  # sooner seen
        for found in _THEME.finditer(text):
            if found.group("quoted"):
                return _line(found.group("quoted"))
            if re.search(r"(?:với|mang|có|theo)\s+$", text[: found.start()]):
                return _line(found.group("plain"))
    return None


def event_format(sentences: Sequence[str]) -> str | None:
    """Return how the event is held ("trực tuyến"), where one of `sentences` says so of an event."""
    for text in sentences:
        for found in _FORMAT.finditer(text):
            if found.group("named"):
                return _line(_AFTER_FORMAT.split(found.group("named"))[0])
            if (_FORMAT_OF_EVENT.search(text[: found.start()]) and found.group() != "kín") or re.search(
                r"họp (?:báo )?$", text[: found.start()]
            ):
                return _line(found.group())
    return None


def event_organiser(sentences: Sequence[str]) -> str | None:
    """Return who holds the event: "do ... tổ chức", "... tổ chức lễ ...", in the first of `sentences` that says so."""
    for text in sentences:
        if "tổ chức" not in (lowered := text.lower()) and "đăng cai" not in lowered:
            continue  # sooner seen
        found = _ORGANISER.search(text) or _ORGANISES.search(text)
        if found and len(found.group("by").split()) <= 24 and any(c.isupper() for c in found.group("by")):
            return _line(found.group("by").strip(" ,"))
    return None
