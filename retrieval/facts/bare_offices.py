"""Offices that stand for whoever was introduced with them: "Thủ tướng cho biết", "Giám đốc Sở Y tế tỉnh An Hải nói"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Protocol

from retrieval.language import offices
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.normalize import fold
from retrieval.language.places import COUNTRY_PATTERN

Span = tuple[int, int]


class Holder(Protocol):
    """Somebody who holds offices."""

    key: str
    offices: list[str]


# Verbs before which a bare office, a pronoun or a last name is the subject.
VERBS = (
    r"(?:đã|sẽ|đang|vừa|cũng|còn|cho|nói|nhấn|khẳng|phát|bày|đánh|đề|yêu|kêu|mong|hy|tin|chủ|dự|tham|"
    r"trao|tặng|tiếp|thăm|gặp|ghi|biểu|chỉ|"
    r"dâng|cùng|và các|và đoàn|và phu nhân|lưu|nhắc|cảm|chúc|ký|chia|cam|thông|tuyên|nêu|giải|lý|"
    r"trả|nhận|tỏ|hoan|dẫn|kết|thừa|viết|lên|tới|đến|rời|hội|"
    r"đồng ý|bác bỏ|phủ nhận|tiết lộ|kể|cảnh|xin|có (?:cuộc|bài|buổi|chuyến|mặt)|hôm|ngày|sáng|chiều|tối)(?!\w)"
)
# More of them, before which a pronoun is the subject.
MORE_VERBS = (
    r"(?:là|từng|được|bị|có|không|chưa|thường|hiện|đưa|luôn|rất|vẫn|nghĩ|sinh|tốt nghiệp|muốn|làm|lấy|thấy|hỏi|gọi|"
    r"mô tả|bảo|dành|nhớ|phải|giữ|trở|giành|hứa|tự|khuyên|giao|phê|ủng hộ|trình|ví|phản|than|đáp|thú|tố|mang|mời|đi|"
    r"lo|so|bắt|quyết|thay|khuyến|miêu tả|phàn nàn|thuyết|tái|đồng|tiếp|xuất|hoàn|liên|điều|bước|chạy)(?!\w)"
)
# A bare office at the head of a clause stands for the person who was introduced with it, perhaps with the country.
_BARE = compiled_later(
    rf"(?<![\w-])(?<!hai )(?<!các )(?<!phó )(?<!Phó )(?<!cựu )(?<!nguyên )(?<!vị )(?P<office>Tổng [Bb]í thư|"
    rf"Thủ tướng|Phó [Tt]hủ tướng|Chủ tịch nước|"
    rf"Phó Chủ tịch nước|Chủ tịch Quốc hội|Phó Chủ tịch Quốc hội|Bộ trưởng|Thứ trưởng|Tổng thống|tổng thống|thủ tướng|"
    rf"Phó Tổng thống|Bí thư Thành ủy|Bí thư Tỉnh ủy|Chủ tịch UBND tỉnh|Chủ tịch UBND thành phố|Chủ tịch UBND TP|"
    rf"Ngoại trưởng|ngoại trưởng|Đại sứ|Đức vua|Nhà vua|"
    rf"Quốc vương|Chủ tịch tỉnh|Chủ tịch thành phố|Chủ tịch TP|Bí thư|Giám đốc|Hiệu trưởng|Nữ hoàng|"
    rf"Thái tử|Giáo hoàng|(?:[Nn]hà )?[Ll]ãnh đạo(?= (?:{COUNTRY_PATTERN}))|"
    rf"(?:[Ôô]ng chủ|[Nn]gười đứng đầu) (?=Nhà Trắng|Điện Kremlin))"
    rf"(?:\s+(?P<country>{COUNTRY_PATTERN})|(?P<house>Nhà Trắng|Điện Kremlin))?(?=\s+{VERBS})"
)
# Who leads a country, whose office need not say so ("nhà lãnh đạo Mỹ", "ông chủ Nhà Trắng"); in bare letters.
_LEADS = "(?:nha )?lanh dao|tong thong|chu tich(?: nuoc)?|thu tuong|tong bi thu|quoc vuong|nha vua"
_COUNTRY_OF_HOUSE = {"nha trang": "my", "dien kremlin": "nga"}


def offices_alone(
    text: str, taken: Collection[Span], people: Mapping[str, Holder], order: Collection[str]
) -> list[tuple[str, int, int]]:
    """Return who is meant by the offices of `text` that no name follows, with their spans.

    `taken` are the spans where people are known to stand, `people` those of the document by key, `order` the keys of
    those spoken of so far, the latest last.
    """
    found = [*_of_state(text, people, order), *_introduced(text, taken, people, order)]
    kept: list[tuple[str, int, int]] = []
    for key, start, end in found:
        if not any(a < end and start < b for a, b in (*taken, *(span for _, *span in kept))):
            kept.append((key, start, end))
    return kept


def _of_state(text: str, people: Mapping[str, Holder], order: Collection[str]) -> Iterator[tuple[str, int, int]]:
    """Yield whom "Thủ tướng" or "Tổng thống Mỹ" means: the last spoken of who holds that office there."""
    for match in _BARE.finditer(text):
        head = fold(match.group("office"))
        country = fold(match.group("country") or "") or _COUNTRY_OF_HOUSE.get(fold(match.group("house") or ""), "")
        if head.endswith("lanh dao") or match.group("house"):
            leads = re.compile(rf"(?:{_LEADS}) {country}(?!\w)")
            holders = [k for k in order if any(leads.match(fold(o)) for o in people[k].offices)]
        else:
            holders = [
                k for k in order if any(fold(o).startswith(head) and country in fold(o) for o in people[k].offices)
            ]
        if not country:
            # Without a country the office is rather the one that was named without a country.
            plain = [k for k in holders if any(fold(o) in (head, f"{head} chinh phu") for o in people[k].offices)]
            holders = plain or holders
        if not holders and country:  # in a title or a lead, before the name is given
            later = {
                p.key
                for p in people.values()
                if any(fold(o).startswith(head) and country in fold(o) for o in p.offices)
            }
            holders = list(later) if len(later) == 1 else []
        if holders:
            yield people[holders[-1]].key, match.start(), match.end()


# Where a clause begins, and whom a sentence gives as its source.
_CLAUSE = compiled_later(r"(?:^|[,;:“”\"]\s*|\s[-–]\s|(?<!\w)(?:lời|theo|Theo|thì)\s)(?=[^\W\d_])")
_TOKEN = compiled_later(r"\w+")
_BETWEEN = r"(?:\s*\([^()]{2,30}\))?\s*,?\s+"
# What tells that the office ends there; behind the beginning of one only verbs that are no part of any office.
_VERB_NEXT = compiled_later(rf"{_BETWEEN}(?!là\s|hiện\s|đồng (?!ý|tình|thời))(?:{VERBS}|{MORE_VERBS})")
_SURE_VERB_NEXT = compiled_later(
    rf"{_BETWEEN}(?:đã|sẽ|đang|vừa|cũng|cho (?:biết|hay|rằng)|nói|nhấn mạnh|khẳng định|phát biểu|bày tỏ|đánh giá|"
    r"đề nghị|yêu cầu|kêu gọi|chia sẻ|nhận định|thừa nhận|trả lời|giải thích|tuyên bố|lưu ý|lên tiếng|hôm|ngày)(?!\w)"
)
_FEWEST, _LONGEST = 3, 14  # syllables of an office that tells who is meant, and the most that are compared
_FORMER = {"nguyen": "cuu", "tan": ""}


def _introduced(
    text: str, taken: Collection[Span], people: Mapping[str, Holder], order: Collection[str]
) -> Iterator[tuple[str, int, int]]:
    """Yield whom an office of several words means, at the head of a clause and before a verb.

    It is the one introduced with that office, or with a longer one that begins so where nobody else was.
    """
    persons = {p.key: p for p in people.values()}.values()
    known = [(form, p.key) for p in persons for office in p.offices if len(form := _form(office)) >= _FEWEST]
    firsts = {form[0] for form, _ in known}
    for clause in _CLAUSE.finditer(text) if known else ():
        if any(start <= clause.end() < end for start, end in taken):
            continue
        words = [m.span() for m in _words(text, clause.end())]
        if not words or _FORMER.get(first := fold(text[slice(*words[0])]), first) not in firsts | {""}:
            continue
        told = [fold(text[a:b]) for a, b in words]
        told[0] = _FORMER.get(told[0], told[0])
        skipped = 0 if told[0] else 1
        best = 0
        holders: dict[str, bool] = {}  # who holds an office that begins so: whether it is the whole of it
        for form, key in known:
            same = _common(told[skipped:], form)
            if same > best:
                best, holders = same, {}
            if same == best:
                holders[key] = holders.get(key, False) or same == len(form)
        end = words[skipped + best - 1][1] if best else 0
        if best < _FEWEST:
            continue
        whole = [key for key in order if holders.get(key)] or [key for key, exact in holders.items() if exact]
        source = clause.group().strip().lower() == "theo" and text[end : end + 1] == ","  # "Theo Giám đốc Sở Y tế, ..."
        ends = source or (_VERB_NEXT if whole else _SURE_VERB_NEXT).match(text, end) is not None
        if ends and (whole or len(holders) == 1):
            yield (whole[-1] if whole else next(iter(holders))), clause.end(), end


def _words(text: str, start: int) -> Iterator[re.Match[str]]:
    """Yield the first words from `start` on that stand beside each other with nothing but spaces between them."""
    last = start
    for number, match in enumerate(_TOKEN.finditer(text, start)):
        if number == _LONGEST or text[last : match.start()].strip(" .&-"):
            return
        yield match
        last = match.end()


@lru_cache(maxsize=4096)
def _form(office: str) -> tuple[str, ...]:
    """Return the words of an office in bare letters, without "tân", and "nguyên" as "cựu"; none of a profession."""
    head = offices.HEAD.match(office)
    if head is None or offices.is_profession(head.group()):
        return ()
    words = [m.group() for m in _TOKEN.finditer(fold(office))]
    return tuple(filter(None, (_FORMER.get(words[0], words[0]), *words[1:]))) if words else ()


def _common(told: Sequence[str], form: Sequence[str]) -> int:
    """Return how many words two begin with in common."""
    number = 0
    for one, other in zip(told, form, strict=False):
        if one != other:
            break
        number += 1
    return number
