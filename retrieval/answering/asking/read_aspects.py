"""What refines the kind of a question: the grain of a date, the part that people asked for have in what was done."""

from __future__ import annotations

from retrieval.answering.asking import cues
from retrieval.answering.asking.cues import Noun, Reader
from retrieval.answering.asking.reading import Span
from retrieval.facts.acts import find_acts
from retrieval.language.names import find_people


def when_aspects(reader: Reader) -> frozenset[str]:
    """Return which grain of a date is asked for: a year, a month, a time, a part of the day, both ends."""
    aspects = set()
    if reader.search(("năm (?:nào|mấy|bao nhiêu)",)) and not reader.search(("ngày tháng năm", "ngày (?:nào|mấy)")):
        aspects.add("year")
        if reader.search(("tháng,? năm (?:nào|mấy|bao nhiêu)", "tháng (?:nào|mấy),? năm (?:nào|mấy|bao nhiêu)")):
            aspects.add("month")
    if reader.search(("mấy giờ", "mấy h", "bao h", "giờ nào", "ngày giờ", "lúc mấy giờ")):
        aspects.add("time")
    part = ("sáng hay (?:là )?(?:buổi )?chiều", "buổi nào", "buổi sáng hay buổi chiều", "chiều hay (?:buổi )?tối")
    if reader.search(part):
        aspects.add("part")
    both = (
        "bắt đầu .*kết thúc", "khai mạc .*bế mạc", "từ (?:ngày |hôm |tháng |năm )?(?:nào|mấy|bao nhiêu) (?:đến|tới)",
        "(?:đến|tới) (?:ngày |hôm )?(?:nào|mấy)", "từ (?:khi|lúc|bao) (?:nào|giờ) (?:đến|tới)",
    )  # fmt: skip
    if reader.search(both):
        aspects.add("start_end")
    if reader.search(("tháng (?:mấy|nào)",)) and not reader.search(("ngày",)):
        aspects.add("month")
    return frozenset(aspects)


_OBJECT_BEFORE = (
    "với", "cho", "tiếp", "gặp", "cùng", "đón", "của", "tới", "gặp gỡ", "hội kiến", "hội đàm", "thăm", "tặng", "trao",
    "mời", "bổ nhiệm", "bầu", "phong", "nhắc đến", "và", "xin lỗi", "cùng với", "đối với", "chọn", "cử", "giao",
    "khen thưởng", "tiễn", "bắt", "khởi tố", "truy tố", "xét xử", "kỷ luật", "viếng", "phê chuẩn", "giới thiệu",
    "đề cử", "phân công", "thay", "giữa", "phái", "sa thải", "triệu tập", "triệu hồi", "bãi nhiệm", "miễn nhiệm",
    "cách chức", "đề bạt", "điều động", "chỉ định", "thay thế", "kế nhiệm", "kế vị", "thay chân", "ủy quyền", "nhờ",
    "chúc mừng", "cảm ơn", "ca ngợi", "khen", "chỉ trích", "lên án", "cáo buộc", "tố cáo", "tố", "kiện", "khởi kiện",
    "tháp tùng", "hộ tống", "bắt giữ", "truy nã", "trục xuất", "trừng phạt", "đánh bại", "thắng", "vinh danh",
    "tưởng nhớ", "tưởng niệm",
    "cử đi", "chào", "tiếp kiến", "yết kiến", "phỏng vấn", "bảo vệ", "bào chữa", "theo", "theo lời", "đuổi",
)  # fmt: skip
_OBJECT = (f"(?:{'|'.join(_OBJECT_BEFORE)})(?: những| các| ông| bà| vị)?(?=\\s*$)",)


def ends_in_relation(reader: Reader, end: int) -> bool:
    """Tell whether the text before `end` ends in what is done to somebody, or in a preposition ("... theo lệnh")."""
    before = reader.text[:end].rstrip()
    return Reader(before, reader.strict).search(_RELATION, max(0, len(before) - 24)) is not None


_RELATION = (*_OBJECT, "(?:theo lệnh|cạnh|bên cạnh|bên|lệnh|giúp|giết|đánh|yêu|cưới|lấy|đưa|thuê)(?=\\s*$)")


def object_noun(reader: Reader, end: int) -> Noun | None:
    """Return the noun before `end` for whom somebody named met or did something to ("ông A gặp đại sứ Pháp tên gì")."""
    for noun in reversed(reader.nouns(0, end)):
        before, rest = reader.text[: noun.start].rstrip(), reader.text[noun.end : end]
        if (
            noun.table == "PERSON_NOUNS"
            and Reader(before, reader.strict).search(_OBJECT, max(0, len(before) - 24)) is not None
        ):
            if noun.noun in _ADDRESS and rest[:2].strip()[:1].isupper():
                return None  # "trong cuộc gặp ông Trump ... là ai"
            alone = len(rest.split()) <= _LONGEST_BODY and _NOT_HELD.search(rest) is None and not find_acts(rest)
            return noun if alone and find_people(before) and not find_people(rest) else None
    return None


_ADDRESS = frozenset(("ông", "bà", "anh", "chị", "đồng chí", "đ/c", "em"))
_LONGEST_BODY = 8  # words after an office that tell of what
_NOT_HELD = cues.shape(r",|(?<!\w)(?:bị|được|đã|sẽ|khi|lúc|mà|là|có|vì|để|nhân)(?!\w)")


def who_aspects(reader: Reader, span: Span) -> frozenset[str]:
    """Return whether the people asked for at `span` are the object of the verb, several, or others than those named."""
    aspects = set()
    before = reader.text[: span[0]].rstrip()
    if Reader(before, reader.strict).search(_OBJECT, max(0, len(before) - 24)) is not None:
        aspects.add("object")
    around = (max(0, span[0] - 14), span[1])
    if reader.search(("những", "các", "gồm", "gồm những", "mấy"), *around) or reader.search(
        ("có những ai", "gồm (?:có )?(?:những )?ai")
    ):
        aspects.add("plural")
    others = ("còn (?:có )?(?:những )?(?:ai|vị|người|đồng chí|lãnh đạo)", "(?:ai|nào) (?:nữa|khác|còn)", "nào nữa")
    begins = reader.match(("ngoài", "cùng với", "cùng dự", "cùng tham dự", "bên cạnh"))
    if reader.search(others) is not None or (begins is not None and reader.search(("còn", "nữa", "khác")) is not None):
        aspects.add("others")
    return frozenset(aspects)
