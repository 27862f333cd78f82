"""The phrase for a person that heads a question by a noun: "lãnh đạo Bộ Công an nào", "ca sĩ nào"."""

from __future__ import annotations

import re

from retrieval.answering.asking import cues
from retrieval.answering.asking.cues import Noun, Reader
from retrieval.answering.asking.person_nouns import PERSON_NOUNS
from retrieval.facts.acts import find_acts
from retrieval.language import offices
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.letters import UPPER
from retrieval.language.names import find_people


def person_phrase(reader: Reader, end: int) -> Noun | None:
    """Return the noun for people that heads the phrase before "nào" ("Phó chủ tịch Quốc hội", "lãnh đạo Bộ Công an").

    The phrase has no verb and no preposition, so that what stands between completes the noun.
    """
    words = list(re.finditer(r"\S+", reader.text[:end]))
    for back in range(min(13, len(words)), 0, -1):
        start = words[-back].start()
        phrase = reader.text[start:end]
        head = offices.HEAD.match(reader.text, start)
        noun = head.group() if head is not None else ""
        if not noun:
            m = reader.match(PERSON_NOUNS, start, end)
            noun = m.group() if m is not None and not _within_noun(reader, start, end) else ""
        if not noun and not _OF_HOUSES.search(reader.text[:start]) and (calling := _CALLING.match(phrase)) is not None:
            noun = next(filter(None, calling.groups()))
        if not noun:
            continue
        rest = phrase[len(noun) :]
        if noun.lower() in ("vị", "ông", "bà", "vi", "ong", "ba") and offices.HEAD.match(rest.lstrip()):
            continue  # "vị tư lệnh": the office tells more
        broken = (
            reader.search(_DONE_TO, start + len(noun), end)
            or _GOES_TO.search(rest)
            or Reader(rest, reader.strict).search(BREAKING)
            or find_acts(rest)
            or re.search(rf",(?!\s+[{UPPER}])", rest)
            or (reader.strict and any(not p.short for p in find_people(phrase)))  # "Ca sĩ A vừa thắng giải nào"
        )
        nearest = reader.nearest_noun(end)
        if not broken and (rest.strip() or nearest is None or nearest.start >= start):
            return Noun("PERSON_NOUNS", noun.lower(), start, start + len(noun))
    return None


def _within_noun(reader: Reader, start: int, end: int) -> bool:
    """Tell whether a noun that begins before `start` goes on there ("đơn vị" at "vị")."""
    return any(noun.start < start < noun.end for noun in reader.nouns(max(0, start - _LONGEST_FIRST), end))


_LONGEST_FIRST = 8  # letters before the last syllable of a noun


# Nouns that say by their last syllable that they are for people ("học giả", "chính trị gia", "nhạc công").
_NO_PERSONS = (
    "ở|máy|hàng|hát|thờ|ga|tù|trường|nước|xuất bản|tang lễ|văn hóa|thi đấu|xe|đất|kho|trọ|nghỉ|bảo tàng|mạng|đài|thầu|"
    "cung cấp|phân phối|tài trợ|khách|riêng|cổ|vườn|rông|thuốc|băng|dân|sàn|trắng|lưu niệm|chung cư|tập thể|vệ sinh|"
    "điều hành|bếp|cao tầng|chức trách|sản xuất|bán lẻ|chờ|đầu tư nước ngoài|lầu|tranh|gỗ|mẫu|xưởng|trẻ|lá|giàn|ăn|tạm|"
    "để|sập|ngói|lưới|kính|công vụ|công cộng|một|hai|ba|bốn|mình|họ|này|ai|nông|rường|thuyền|bè|nguyện|mồ"
)
# After "chủ" these make no owner of anything ("chủ đề"), or one that is a body ("chủ đầu tư").
_NO_OWNERS = (
    "đề|trương|tịch|nghĩa|quyền|nhật|nhiệm|tọa|trì|đạo|động|lực|đầu tư|nhân|thể|yếu|quản|đích|ý|nợ|sở hữu|nhà nước|"
    "khảo|biên|mưu|chốt|tài khoản|đất nước|thầu|nhà giải"
)
_OF_HOUSES = compiled_later(r"(?<!\w)(?:ngôi|căn|khu|dãy|cái)\s+$", re.IGNORECASE)
_CALLING = compiled_later(
    rf"(?P<trade>(?:(?:thợ|nữ|cựu)|nhà(?!\s+(?:{_NO_PERSONS})(?!\w)))(?:\s+[^\W\d_]+){{1,2}})\s*$|"
    r"(?P<noun>(?!(?:[^\W\d_]+\s+)?(?:công viên|khuôn viên|thư viện|quốc gia)|độc giả thiết)"
    r"(?:[^\W\d_]+\s+){1,2}(?:sĩ|giả|viên|sư|thủ))\s*$|"
    r"(?P<other>(?!quốc)[^\W\d_]+\s+(?!quốc\s)[^\W\d_]+\s+gia)\s*$|"
    rf"(?P<owner>chủ(?!\s+(?:{_NO_OWNERS})(?!\w))(?:\s+[^\W\d_]+){{1,3}})\s*$",
    re.IGNORECASE,
)
# Words at which a noun phrase ends. Typed without accents "bàn" is "ban" more often, and a body's.
BREAKING = (
    "ở", "tại", "đã", "sẽ", "được", "bị", "là", "có", "đến", "tới", "từ", "trong", "khi", "vào", "với", "cho", "mà",
    "thì", "cùng", "những", "các", "thăm", "gặp", "nhận", "ra", "lên", "đi", "về", "nói", "họp", "bằng", "dùng",
    "sử dụng", "mang", "lấy", "bởi", "bên lề", "nhân", "trước", "trên", "dưới", "gần",
    "ngoài",
    "do(?= (?:những |các |hai |ba )?(?:đơn vị|cơ quan|tổ chức|công ty|doanh nghiệp|tập đoàn|hãng|ngân hàng|bộ|sở|ban|"
    "hội|nước|trường|viện|báo|đài|nhà|cá nhân|phía|bên)(?!\\w))",
)  # fmt: skip
# What is done at the place asked for, right before its noun: "ông A ghé nước nào", "bà B quê tỉnh nào".
_GOES_TO = cues.shape(
    r"(?<!\w)(?:ghé|sang|xuống|qua|rời|quê|quê ở|nằm|sống|trú|ngụ|đậu|đáp|hạ cánh|cập|bay|dừng|nghỉ|học|điều trị|dạy|"
    r"diễn|diễn tại|thăm viếng|đưa|chở)\s+(?:(?:những|các|hai|ba|một)\s+)?"
    rf"(?:{'|'.join(sorted(cues.PLACE_NOUNS, key=len, reverse=True))})\s*$"
)
# Verbs after which the noun is no part of a person's office ("Phó thủ tướng giao bộ nào ...").
_DONE_TO = (
    "(?<!ngoại )(?<!ngoai )giao(?! thông| dục| thong| duc)", "yêu cầu", "đề nghị", "chỉ đạo", "mời", "phê bình",
    "khen", "kiến nghị", "ủng hộ", "chọn", "ủy quyền", "phân công", "xử phạt", "đại diện", "thay mặt", "điều",
)  # fmt: skip
