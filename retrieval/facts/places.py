"""Places in a sentence: what stands after "tại" and "ở", and named places by their heads."""

from __future__ import annotations

import re
from dataclasses import dataclass

from retrieval.language.compounds import in_compound
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.letters import LOWER, UPPER
from retrieval.language.name_context import is_vietnamese_syllable
from retrieval.language.name_tables import INSTITUTION_START
from retrieval.language.names import find_people
from retrieval.language.patterns import any_of
from retrieval.language.places import COUNTRY_PATTERN, DASHED, PROVINCE_PATTERN
from retrieval.language.word_tagger import words as segment

# Nouns by which a place is named in a report, lower case, reading form; the longest of a table wins.
HALL_NOUNS = (
    "hội trường", "đại lễ đường", "khuôn viên", "tòa soạn", "phim trường", "nhà hát", "khách sạn",
    "trung tâm hội nghị", "trung tâm", "trụ sở", "nhà văn hóa", "cung văn hóa",
    "cung", "sân vận động", "svđ", "sân bay", "bảo tàng", "trường", "học viện", "đại học", "bệnh viện",
    "nhà quốc hội",
    "phủ chủ tịch", "văn phòng chính phủ", "đại sứ quán", "tòa nhà", "tòa", "khu", "quảng trường", "công viên",
    "tượng đài", "đền", "chùa", "nhà thờ", "đình", "nghĩa trang", "cảng", "bến", "nhà máy", "thư viện", "nhà riêng",
    "văn phòng",
    "dinh", "điện", "lâu đài", "khu nghỉ dưỡng", "resort", "phòng", "nhà tang lễ", "nhà thi đấu", "cầu", "đường",
    "phố", "ga", "nhà ga", "cửa khẩu", "đồn", "căn cứ", "trại", "trại giam", "siêu thị", "chợ", "rạp", "phố đi bộ",
    "hoàng thành",
    "di tích", "khu di tích", "ubnd", "trung tâm văn hóa", "đại nội", "bộ", "sở", "tòa án", "tand", "liên đoàn",
    "công ty", "tập đoàn", "ngân hàng", "viện", "sân", "bãi biển", "hồ", "sông", "núi", "vịnh", "làng", "nhà",
    "sảnh", "trạm", "chung cư", "ngã tư", "ngã ba", "giao lộ", "hang", "hầm", "quán", "bể bơi", "quân cảng",
    "eo biển", "bãi rác", "bãi thử", "lãnh sự quán", "tổng lãnh sự quán", "sứ quán", "hành lang", "lễ đài", "tư dinh",
    "dinh thự", "tòa thị chính", "thánh đường", "trạm y tế", "nhà hàng", "biệt thự", "phi trường", "vườn hoa",
    "đài tưởng niệm", "nhà tưởng niệm", "đài hóa thân", "khu tưởng niệm", "nhà tù", "trại tạm giam", "bến cảng",
    "công an", "ban quản lý", "nhà xưởng", "phân xưởng", "xưởng", "khu công nghiệp", "rạp chiếu phim", "giảng đường",
    "sân khấu", "nhà khách", "nhà sáng tác", "nhà trưng bày", "phòng họp", "đài truyền hình", "đài phát thanh",
)  # fmt: skip
AREA_NOUNS = (
    "thành phố",
    "tp.",
    "tp",
    "tỉnh",
    "quận",
    "huyện",
    "thị xã",
    "thị trấn",
    "phường",
    "xã",
    "thôn",
    "bản",
    "ấp",
    "bang",
    "vùng",
    "thủ đô",
    "đảo",
    "quần đảo",
    "bán đảo",
    "nước",
    "châu",
    "miền",
    "xóm",
    "thủ phủ",
)
# Words that begin like one of the nouns and name no place, as their second syllables: "phòng chống", "xã hội". Counted
# among what follows "trong", "từ", "về" in 1,200 articles.
OTHER_WORDS = {
    "phòng": "chống ngừa cháy tránh thủ", "trường": "hợp kỳ phái", "xã": "hội luận giao", "sở": "hữu thích trường dĩ",
    "đường": "dây lối đi hướng", "điện": "thoại đàm tử ảnh lực năng mừng tín", "hồ": "sơ hởi", "quán": "quân triệt",
    "bản": "đồ tin án khai tuyên báo thân chất sắc quyền hợp dự ghi kế thảo", "cung": "cấp cầu ứng đường",
    "bộ": "phim ảnh máy môn phận hình sưu đội luật tiêu ba đồ vest tản", "cầu": "thủ nguyện nối hôn cứu mong siêu",
    "nhà": "khoa báo đầu nước thơ sản tài chức lãnh ngoại hoạt nghiên sử vua thầu", "viện": "trợ dẫn phí cớ",
    "đồn": "đoán thổi", "đình": "chỉ công", "đền": "bù đáp", "vùng": "lên dậy", "nước": "mắt sạch uống rút",
    "châu": "báu", "ga": "lăng", "trạm": "trưởng",
}  # fmt: skip
_OTHER_WORD = "|".join(rf"{first}\s+(?:{'|'.join(second.split())})" for first, second in OTHER_WORDS.items())
_VERBISH = (
    r"đã|sẽ|đang|vừa|được|do|với|nhằm|dưới|để|và các|có|là|trong|từ|khi|vào|ngày|sáng|chiều|tối(?! cao)|hôm|"
    r"nhân(?! dân)|theo|cho|về|sau|trước|cùng|gồm|sắp tới|vừa qua|mới đây|diễn ra|khai mạc|bế mạc|tổ chức|"
    r"bằng|giữa|lúc|phát biểu|chủ trì|dự|tham dự|mà|nơi|như|nhưng|thì|thu hút|"
    r"cho biết|nói|khẳng định|nhấn mạnh|ký|trao|bấm|còn|cũng|đến|tới|không|bị|nay|này|đó|qua|gặp|"
    r"tiếp|thay|hội kiến|hội đàm|làm việc|xảy ra|tuần|tháng|năm|(?:hơn|khoảng)(?= \d)"
)
# "Hòn Tre" is the name of the island; in small letters "hòn" is only what it is.
_PREPOSITION = compiled_later(
    r"(?<!\w)(?:tại|ở|đến thăm|tới thăm|thăm|đến|tới|sang|vào|bên|trước|về|trên|trong|địa điểm|từ|thuộc|địa phận|"
    r"xuống(?=\s(?:đường phố|thành phố|quảng trường)\s))\s+"
    r"(?:(?:(?-i:khu vực)|địa bàn|địa chỉ|dưới|trên|tận|thẳng|gần|ngoài|tầng (?:\d+|[^\W\d_]+)(?: của)?|(?-i:hòn)|"
    r"hai tỉnh|hai thành phố|hai nước)\s+){0,2}",
    re.IGNORECASE,
)
_WORD_BEFORE = compiled_later(rf"[{UPPER}][{LOWER}]* $")
_STRONG = compiled_later(r"(?:tại|ở|địa điểm)\s", re.IGNORECASE)
# A dash ends a place, but not within a foreign name ("Mar - a - Lago").
_END = compiled_later(
    rf"[;:!?()“”\"\[\]]|(?<!-\s[a-z])(?<!-\s[a-z][a-z])\s[-–—]\s(?![a-z]{{1,2}}\s-\s)|"
    rf"(?<!TP)(?<!Tp)(?<!Q)(?<!\bP)(?<!\bSt)\.(?=\s|$)|(?<!\w)(?:{_VERBISH})(?!\w)"
)
_OTHER = compiled_later(rf"(?:{_OTHER_WORD})(?!\w)", re.IGNORECASE)  # "tại Hồ sơ ..."
_HEADS = compiled_later(
    rf"(?!(?:{_OTHER_WORD})(?!\w))(?:{any_of((*HALL_NOUNS, *AREA_NOUNS))}|số(?=\s+\d))(?!\w)", re.IGNORECASE
)
_KNOWN = compiled_later(rf"(?<!\w)(?:{PROVINCE_PATTERN}|{COUNTRY_PATTERN})(?!\w)")
_CAPITAL = compiled_later(rf"(?:[{UPPER}][\w&.'’-]*)(?:\s+(?:-\s+)?[{UPPER}0-9][\w&.'’-]*)*")
# Institutions are named with halls' nouns, but after a comma they begin what the sentence says next.
_BODIES = (
    "bộ",
    "sở",
    "ubnd",
    "tand",
    "liên đoàn",
    "công ty",
    "tập đoàn",
    "ngân hàng",
    "viện",
    "tòa án",
    "trung tâm",
    "trường",
    "đại học",
    "học viện",
    "đồn",
    "hồ",
    "nhà",
)
_AREA = compiled_later(rf"(?i:{any_of(AREA_NOUNS)})\s+[{UPPER}0-9]")
_NARROWER = compiled_later(
    rf",\s*(?=(?i:{any_of(AREA_NOUNS)})\s+[{UPPER}0-9]|"
    rf"(?i:{any_of(h for h in HALL_NOUNS if h not in _BODIES)})\s+[{UPPER}0-9]|"
    rf"(?i:nhà quốc hội|phủ chủ tịch)|"
    rf"{PROVINCE_PATTERN}|{COUNTRY_PATTERN}|(?!{INSTITUTION_START}|Hội |Ban |Đoàn |Ủy |Chủ |Phó |Thủ |"
    rf"Tổng |Bộ |Sở |Trường |Đảng |Ông |Bà )[{UPPER}][{LOWER}]*(?:\s+[{UPPER}][{LOWER}]*){{0,2}}\s*(?:[,.;(]|"
    rf"$))"
)
# What begins with a capital after a preposition and is no place: events, papers, programmes, media.
_NO_PLACE = compiled_later(
    r"(?:Hội nghị|Lễ|Đại hội|Đảng|Hội thảo|Diễn đàn|Đối thoại|Nghị quyết|Nghị định|Luật|Bộ luật|Hiến pháp|Điều|Đề án|"
    r"Quy chế|Quyết định|Hiệp định|Công ước|Kỳ họp|Cuộc|Phiên|Festival|Twitter|Facebook|YouTube|Youtube|Instagram|"
    r"TOP|Top|MV|Thông điệp|Tuyên bố|Giải|World Cup|Thế vận hội|Asiad|SEA Games|Olympic|AFF|Cúp|Dự án|Chương trình|Tết|"
    r"Covid|Internet|ASIAD|Grammy|Oscar)"
    r"(?!\w)"
)
_OF_YEAR = compiled_later(r"\s(?:19|20)\d\d$")
_NAME_WORD = compiled_later(rf"(?<![\w])(?:[{UPPER}][\w.&'’]*|\d[\w.,/]*)")
# A name with small letters behind it that go on to another name: what is done there, if the name is foreign.
_NAME_THEN_SMALL = compiled_later(
    rf"(?<!\w)[{UPPER}][{LOWER}]+(?=\s(?!(?i:và|del|dos|das|de|da|di|du|la|le|las|los|van|von|der|bin|al|el|of|{any_of(AREA_NOUNS)})\s)(?:[{LOWER}]+\s){{1,6}}[{UPPER}])"
)
_KNOWN_END = compiled_later(rf"(?<!\w)(?:{PROVINCE_PATTERN}|{COUNTRY_PATTERN})$")
# Words after a name that are no more of it: what people there do, how or when. Counted in 1,500 articles.
AFTER_PLACE = (
    "như", "hồi", "hay", "nhận", "vẫn", "kể", "phải", "liên quan", "ngay", "rất", "hiện", "gần", "rằng", "chỉ",
    "chưa", "cách", "bất", "bắt", "lại", "cần", "nếu", "khiến", "sắp", "tăng", "làm", "tìm", "đăng", "tính", "đều",
    "trở", "gây", "đi", "quá", "đưa", "vì", "mới", "rồi", "chở", "từng", "chia", "nằm", "mở", "kèm", "giảm",
    "thời gian", "tham", "đồng thời", "ghi", "phản", "người", "một", "hướng", "quê", "yêu cầu", "xử", "xét xử",
    "phát hiện", "tập trung", "tiếp tục", "tiến hành", "chủ động", "kéo dài", "sản xuất", "ra", "vừa", "thông qua",
    "chuẩn bị", "phối hợp", "nhờ", "điều trị", "cấp cứu", "nói", "hướng dẫn", "triển khai",
)  # fmt: skip
_AFTER_PLACE = compiled_later(rf"\s(?=(?:{any_of(AFTER_PLACE)}|tự(?=\s\w))(?!\w))")  # but "Việt Nam Quốc tự"
_NEXT_DEED = compiled_later(
    rf"\s(?:và|hay|hoặc|rồi|cùng)(?=\s+[{LOWER}]|\s*$)(?!\s+(?i:{any_of((*HALL_NOUNS, *AREA_NOUNS, 'các', 'hai'))})\s)"
)
_NAME_GOES_ON = compiled_later(rf"\s+[{UPPER}][{LOWER}]+\s+[{UPPER}][{LOWER}]+")


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place: `text[start:end]` of the sentence; `strong` after "tại" or "ở"; `head` is its noun, lower case or ""."""

    text: str
    start: int
    end: int
    strong: bool
    head: str


def find_places(text: str) -> list[PlaceMention]:
    """Return the places of `text` (a sentence in reading form), in order; parts of one after commas are one place."""
    found: list[PlaceMention] = []
    last = 0
    for preposition in _PREPOSITION.finditer(text):
        start = preposition.end()
        if start < last or (text[preposition.start()].isupper() and _WORD_BEFORE.search(text, 0, preposition.start())):
            continue  # within another place; "Nam Từ Liêm" has no "từ"
        head = _HEADS.match(text, start)
        if head is None and not text[start : start + 1].isupper():
            continue
        end = _end(text, start, head.end() if head else start)
        stretch = _without_tail(text[start:end]).rstrip(" ,.")
        if not stretch or (head is not None and stretch.lower() == head.group().lower() and not stretch[0].isupper()):
            continue
        if head is None and not _KNOWN.match(text, start) and not _CAPITAL.match(text, start):
            continue
        if head is None and _OF_YEAR.search(stretch):
            continue  # "tại Miss Grand 2018": an event
        if (
            _NO_PLACE.match(stretch)
            or _OTHER.match(stretch)
            or (head is not None and head.group() == "số" and not _STREET.match(stretch))
        ):
            continue
        found.append(
            PlaceMention(
                stretch,
                start,
                start + len(stretch),
                bool(_STRONG.match(preposition.group())),
                head.group().lower() if head else "",
            )
        )
        last = start + len(stretch)
    return found


def find_areas(text: str) -> list[PlaceMention]:
    """Return the villages, districts, towns and provinces of `text`, whatever stands before them, with the wider ones.

    "Công an huyện Phú Bình (Thái Nguyên)": the district with its province.
    """
    found: list[PlaceMention] = []
    for area in _AREA_NAMED.finditer(text):
        if found and area.start() < found[-1].end:
            continue
        stretch = _without_tail(text[area.start() : _end(text, area.start(), area.end("head"))])
        stretch = _SMALL_TAIL.sub("", stretch.rstrip(" ,."))
        if area.group("head").lower() in _PROVINCIAL and stretch.count(" ") > 2:
            # "Phó Chủ tịch UBND tỉnh Lê Văn A" names no province, "UBND tỉnh Thái Bình Lê Văn A" one.
            inside = [p.start for p in find_people(text) if area.end() <= p.start < area.start() + len(stretch)]
            stretch = stretch[: min(inside) - area.start()].rstrip() if inside else stretch
            if len(stretch) <= len(area.group().rstrip()):
                continue
        city = _HCM.match(stretch)
        end = area.start() + (city.end() if city is not None else len(stretch))
        wider = _WIDER_ASIDE.match(text, end)
        end = wider.end() if wider is not None else end
        found.append(PlaceMention(text[area.start() : end], area.start(), end, False, area.group("head").lower()))
    return found


def find_countries(text: str) -> list[PlaceMention]:
    """Return the countries that `text` names, whatever stands before them."""
    return [PlaceMention(m.group(), *m.span(), False, "") for m in _COUNTRY.finditer(text)]


_COUNTRY = compiled_later(rf"(?<!\w)(?:{COUNTRY_PATTERN})(?!\w)")
_AREA_NAMED = compiled_later(
    r"(?<![lL]iên )(?<!\w)(?P<head>(?i:tỉnh|tp\.?|thành phố|quận|huyện|thị xã|thị trấn|phường|xã|thôn|bang|đảo|"
    rf"quần đảo|bán đảo|xóm|ấp))(?:\s|(?<=\.))(?=[{UPPER}])"
)
_PROVINCIAL = frozenset(("tỉnh", "thành phố", "tp", "tp."))
_SMALL_TAIL = compiled_later(rf"(?:\s[{LOWER}]+)+$")  # "tỉnh Hải Nam cấp"
_HCM = compiled_later(r"TP\.?\s?HCM(?!\w)")  # an office's, before the name of who holds it
_WIDER_ASIDE = compiled_later(rf"\s\((?=[{UPPER}]|tỉnh|huyện|TP|thành phố|quận|nay)[^()]{{2,40}}\)")


def _without_tail(stretch: str) -> str:
    """Return a place without what the sentence goes on to say after its last name ("Việt Nam và tham gia ...")."""
    head = _HEADS.match(stretch)
    # "Trung tâm Hội nghị và ..." is named, "Trung tâm quốc tế khoa học và giáo dục" goes on.
    named = head.end() if head is not None else 0
    deed = next((m for m in _NEXT_DEED.finditer(stretch) if _NAME_WORD.search(stretch, named, m.start())), None)
    stretch = stretch if deed is None else stretch[: deed.start()]
    names = list(_NAME_WORD.finditer(stretch))
    if not any(name.group()[0].isupper() for name in names):
        goes_on = _AFTER_PLACE.search(stretch, named)  # "tòa kéo dài gần 6 giờ"
        stretch = stretch if goes_on is None else stretch[: goes_on.start()]
        names = [name for name in names if name.end() <= len(stretch)]
    if not names:
        deed = _NEXT_DEED.search(stretch, named)
        return stretch if deed is None else stretch[: deed.start()]
    for name in _NAME_THEN_SMALL.finditer(stretch, named):
        if not is_vietnamese_syllable(name.group()):
            return stretch[: name.end()]  # "căn cứ Incirlik sử dụng máy bay Tornado"
    last = names[-1].end()
    whole = stretch[:last]
    if _KNOWN_END.search(whole) or not is_vietnamese_syllable(names[-1].group()):
        return whole
    tail = stretch[last:]
    if head is None and _TWO_NAMES_END.search(whole) and not _GOES_ON.match(tail) and not _is_half(names[-1], tail):
        return whole  # "Pù Mát chăm sóc"
    # "xã Gành Hào ra định cư trên đảo Hòn Nghệ" ends after its first name, a company's may go on.
    after = _AFTER_PLACE.search(stretch, names[0].end() if _AREA.match(stretch) else last)
    return stretch if after is None else stretch[: after.start()]


def _is_half(name: re.Match[str], after: str) -> bool:
    """Tell whether a capitalised syllable begins a common word ("Phủ Chủ tịch")."""
    following = after.split(maxsplit=1)[:1]
    return bool(following) and f"{name.group()} {following[0]}".lower() in segment(f"{name.group()}{after}".lower())


_TWO_NAMES_END = compiled_later(rf"(?<!\w)[{UPPER}][{LOWER}]+\s[{UPPER}][{LOWER}]+$")
# What is still the name of a place, after a name without a noun for places.
_GOES_ON = compiled_later(
    rf"\s(?:tự|quốc gia|quốc tế|trung ương|hữu nghị|cơ sở|cũ|mới|{any_of((*HALL_NOUNS, *AREA_NOUNS))})(?!\w)"
)
_STREET = compiled_later(rf"số\s+[\w/.-]+,?\s+(?:đường|phố|ngõ|ngách|hẻm|[{UPPER}])")


_LONGEST = 400  # characters that are looked through for the end of a place, which has fifteen words at most


def _end(text: str, start: int, after_head: int) -> int:
    position = max(after_head, start + 1)
    last = min(len(text), start + _LONGEST)
    stops = (m for m in _END.finditer(text, position, last) if not in_compound(text, *m.span()))
    stop = next((m for m in stops if not _joins(text, start, m)), None)
    end = stop.start() if stop else last
    known = _KNOWN.match(text, start)
    if known and known.end() < end and _NAME_GOES_ON.match(text, known.end()):
        end = known.end()  # "Đại sứ Việt Nam tại Hoa Kỳ Nguyễn ..."
    wide = _is_wide(text, start)
    comma = text.find(",", position)
    while 0 <= comma < end:
        follows = _NARROWER.match(text, comma)
        if follows is None or (wide and not _is_wide(text, follows.end())):
            end = comma
            break
        wide = wide or _is_wide(text, follows.end())
        comma = text.find(",", comma + 1)
    words = list(re.finditer(r"\S+", text[start:end]))
    if len(words) <= _MOST_WORDS:
        return end
    # "Nhà xưởng của Công ty ... tại xã ...": rather two places than one that ends within a name.
    within = _STRONG_WITHIN.search(text, position, end)
    end = start + words[_MOST_WORDS - 1].end()
    return end if within is None else min(end, within.start())


_MOST_WORDS = 15
_STRONG_WITHIN = compiled_later(rf"\s(?=(?:tại|ở)\s(?:(?i:{any_of(AREA_NOUNS)})\s|[{UPPER}]))")
_DASHED = compiled_later(rf"(?<!\w)(?:{DASHED})(?!\w)")


_CROSSING = compiled_later(r"(?<!\w)(?:ngã (?:tư|ba|năm|sáu)|giao lộ|nút giao(?: thông)?)(?!\w)")


def _joins(text: str, start: int, sign: re.Match[str]) -> bool:
    """Tell whether a dash joins parts of a foreign name ("Shangri - La") or the streets of a crossing that began."""
    if sign.group().strip() not in ("-", "–", "—") or not text[sign.end() : sign.end() + 1].isupper():
        return False
    before = text[start : sign.start()]
    dashed = any(m.start() < sign.start() for m in _DASHED.finditer(text, start, sign.end() + _LONGEST_SECOND))
    if dashed or _CROSSING.search(before) is not None:
        return True
    last, following = before.split()[-1:], text[sign.end() :].split()[:1]
    return (
        bool(last and following)
        and not is_vietnamese_syllable(last[0])
        and last[0][0].isupper()
        and (following[0].isascii() and len(following[0].strip(".,;:")) <= _SHORT_PART)
    )


_LONGEST_SECOND = 9  # characters of a province behind its dash, and one more
_SHORT_PART = 4  # letters of the last part of a foreign name with a dash


def _is_wide(text: str, at: int) -> bool:
    """Tell whether a district, a city or a country begins at `at`: after it only a wider place goes on the address."""
    return _AREA.match(text, at) is not None or _KNOWN.match(text, at) is not None
