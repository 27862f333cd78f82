"""Words for kin, and the questions that ask for somebody's kin: "vợ ông A tên là gì", "em trai Thủ tướng B nào"."""

from __future__ import annotations

import re

from retrieval.answering.asking import cues
from retrieval.language import offices
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.letters import UPPER
from retrieval.language.normalize import fold

# Kin by what reports and questions may call them, in bare letters; the first letter is the sex.
_ROWS = (
    ("f", "vợ", "phu nhân", "bà xã", "người vợ", "hôn thê", "vợ sắp cưới", "vợ chưa cưới"),
    ("m", "chồng", "phu quân", "ông xã", "người chồng", "hôn phu", "chồng sắp cưới", "chồng chưa cưới"),
    ("m", "con trai", "cậu con trai", "người con trai", "quý tử"),
    ("f", "con gái", "cô con gái", "người con gái", "ái nữ"),
    ("m", "em trai", "người em trai"), ("f", "em gái", "cô em gái", "người em gái"),
    ("m", "anh trai", "người anh trai", "anh ruột"), ("f", "chị gái", "người chị gái", "chị ruột"),
    ("m", "cha vợ", "bố vợ", "ba vợ"), ("f", "mẹ vợ"), ("m", "cha chồng", "bố chồng"), ("f", "mẹ chồng"),
    ("m", "cha", "bố", "cha ruột", "bố đẻ", "cha đẻ", "người cha", "người bố", "thân phụ"),
    ("f", "mẹ", "má", "mẹ ruột", "mẹ đẻ", "người mẹ", "thân mẫu"), ("m", "con rể", "chàng rể"), ("f", "con dâu"),
    ("m", "anh rể"), ("m", "em rể"), ("f", "chị dâu"), ("f", "em dâu"), ("f", "bạn gái"), ("m", "bạn trai"),
    ("", "cháu", "cháu ruột", "cháu nội", "cháu ngoại", "cháu họ"), ("m", "cháu trai"), ("f", "cháu gái"),
)  # fmt: skip
KIN = {fold(word): (sex, tuple(map(fold, words))) for sex, *words in _ROWS for word in words}
_KIN = "|".join(sorted({word for _, *words in _ROWS for word in words}, key=len, reverse=True))
FURTHER = r"(?:\s+(?:ruột|cũ|cả|út|lớn|thứ hai|đầu|duy nhất|quá cố|trẻ))?"
# "Vợ (của) ông A ... là ai", "Em trai nào của ông A", "Ai là vợ ông A".
_ASKED = cues.shape(
    rf"(?:(?:[^,?]{{3,80}},\s+)?(?:ai là\s+|danh tính\s+|tên\s+)?)(?P<kin>{_KIN}){FURTHER}(?:\s+nào)?(?P<of>\s+của)?\s+"
)
_OWNER = compiled_later(
    rf"(?i:ông|bà|anh|chị|cô|em|cháu|cụ|nạn nhân|bị cáo|bị can|nghi phạm|ong|ba|chi|chau|nan nhan|bi cao)\s|[{UPPER}]"
)


def kin_at_head(text: str) -> re.Match[str] | None:
    """Return where a question says whose kin it asks for: its group `kin` is the word, its end where the owner begins.

    None where it begins otherwise.
    """
    m = _ASKED.match(text)
    if m is None or text.startswith("Việt Nam", m.end()):
        return None
    if fold(m.group("kin")).startswith("chau") and m.group("of") is None:
        return None  # "cháu Nguyễn Văn A": an address
    return m if _OWNER.match(text, m.end()) or offices.HEAD.match(text, m.end()) else None
