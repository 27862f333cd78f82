"""Deeds that are told beside the day or the person asked for, and sums beside what they are of, or not at all.

A report of a road that work began on has a day too, but not the one on which it is opened to traffic; that the assembly
put off the passing of a law tells of no day on which it passed it. So the sentence of an answer must have the deed of
the question, told as done.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from retrieval.answering.asking.question import Question
from retrieval.answering.evidence.office_names import of_other_body, other_names
from retrieval.answering.evidence.telling import deed
from retrieval.answering.evidence.view import View
from retrieval.answering.model import Kind
from retrieval.language import offices
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.normalize import fold, lower_case
from retrieval.language.patterns import any_of

# What a question says was done on the day it asks for; what the sentence with that day has (bare letters), any of it.
DAYS_OF: tuple[tuple[str, str], ...] = (
    # What is built.
    ("khởi công, động thổ", "khoi cong, dong tho, khoi dong, trien khai, bat dau, thi cong, xay dung, xay"),
    ("thông xe, thông tuyến", "thong xe, thong tuyen, khanh thanh, dua vao, hoan thanh, hoan tat, luu thong"),
    ("khánh thành", "khanh thanh, khai truong, dua vao, cat bang, ra mat, hoan thanh, mo cua, ban giao"),
    ("hòa lưới, phát điện", "hoa luoi, phat dien, van hanh, hoan thanh, hoat dong, dua vao"),
    ("vận hành, đi vào hoạt động, hoạt động trở lại, đưa vào sử dụng",
     "van hanh, hoat dong, khai truong, khanh thanh, su dung, khai thac, mo cua, don khach, phuc vu"),
    ("hoàn thành, hoàn tất, làm xong", "hoan thanh, hoan tat, xong, khanh thanh, ket thuc, van hanh, dua vao"),
    ("bàn giao", "ban giao, giao, trao, tiep nhan"),
    # What is resolved.
    ("thông qua", "thong qua, tan thanh, ban hanh"),
    ("ban hành", "ban hanh, ky, ra, thong qua, co hieu luc"),
    ("phê duyệt, phê chuẩn, chấp thuận", "phe duyet, phe chuan, duyet, thong qua, chap thuan, dong y, cho phep"),
    ("cấp phép", "cap phep, cho phep, giay phep, cap"),
    ("ra quyết định, ký quyết định", "quyet dinh, thong qua, ket luan, ky"),
    ("ký kết", "ky, ky ket, dat but"),
    ("công bố, công khai", "cong bo, thong bao, cho biet, tuyen bo, dua ra, cong khai, phat hanh, dang, ra mat, "
     "tiet lo, thong tin, thong cao, neu, viet"),
    ("họp báo", "hop bao, bao chi, phong vien"),
    # What becomes of people.
    ("mất, qua đời, từ trần",
     "mat, qua doi, tu tran, chet, tu vong, thiet mang, ta the, vinh biet, mo, hy sinh, tat tho"),
    ("được thả, trả tự do, phóng thích, tha bổng, ra tù", "tha, tu do, phong thich, ra tu, tha bong"),
    ("bị bắt, bắt được, bắt giữ, sa lưới", "bat, tam giu, tam giam, sa luoi, khong che, dau thu, bat giu"),
    ("khởi tố", "khoi to, truy to"),
    ("đăng quang, lên ngôi", "dang quang, len ngoi, dang co, ke vi, vo dich, chien thang"),
    ("nhậm chức, tuyên thệ", "nham chuc, tuyen the, len nam quyen"),
    ("từ chức", "tu chuc, xin thoi, roi, tu nhiem, thoi"),
    ("bổ nhiệm, được bầu", "bo nhiem, bau, trung cu, dac cu, chon, phe chuan, giu chuc, quyet dinh, chi dinh, de cu, "
     "dieu dong, lam"),
    ("kết hôn, thành hôn", "cuoi, ket hon, thanh hon, hon le"),
    ("nhập viện", "nhap vien, benh vien, cap cuu, dieu tri, vao vien, dua vao, dua den"),
    ("xuất viện, ra viện", "xuat vien, ra vien, roi vien, roi benh vien, ve nha"),
    ("đầu thú, tự thú", "dau thu, tu thu, trinh dien, ra dau"),
    ("kết án, tuyên án, bị tuyên phạt", "an, tuyen, phat, xu"),
    ("cách chức, bãi nhiệm, miễn nhiệm", "cach chuc, bai nhiem, mien nhiem, thoi, cho thoi, ky luat, sa thai, roi"),
    ("đình chỉ, tạm dừng, tạm ngừng", "dinh chi, tam dung, tam ngung, dung, ngung"),
    ("sinh năm, sinh ngày, chào đời", "sinh, chao doi, ra doi, tuoi"),
    ("an táng, hỏa táng, chôn cất", "tang, chon, hoa thieu, dua tang, dong quan"),
    ("ly hôn", "ly hon, chia tay, ly di, duong ai"),
    ("tốt nghiệp", "tot nghiep, ra truong, lay bang, nhan bang"),
    # What becomes of bodies and things.
    ("giải thể", "giai the, cham dut, giai tan, xoa"),
    ("sáp nhập, hợp nhất", "sap nhap, hop nhat, nhap"),
    ("mở bán", "mo ban, ban, dat mua, len ke"),
    ("niêm yết, lên sàn", "niem yet, len san, giao dich, chao san"),
    ("cưỡng chế", "cuong che, thao do, giai toa"),
    ("phá sản", "pha san, giai the, vo no"),
    # Who came to whom.
    ("thăm, sang thăm, công du, lên đường, bay tới, bay sang, đặt chân",
     "tham, cong du, len duong, bay, dat chan, toi, den, sang, ha canh, roi, co mat"),
    ("hội đàm, hội kiến, gặp, gặp gỡ, gặp riêng", "hoi dam, hoi kien, gap, tiep, tiep xuc, lam viec, thuong dinh, "
     "noi chuyen, trao doi, hop, dam phan, don, doi thoai"),
    ("nhận lời", "nhan loi, dong y, chap nhan"),
)  # fmt: skip

# Sums and shares of one kind, as a question names them; what the sentence with the number has (bare letters).
SUMS_OF: tuple[tuple[str, str], ...] = (
    ("xuất khẩu", "xuat, xuat khau"),
    ("nhập khẩu", "nhap, nhap khau"),
    ("kim ngạch", "kim ngach, thuong mai, xuat, nhap, xuat khau, nhap khau, buon ban"),
    ("giải ngân", "giai ngan, chi, rot, tra"),
    ("lợi nhuận, lãi bao nhiêu", "loi nhuan, lai, lo"),
    ("vốn đầu tư, mức đầu tư", "von, dau tu, tri gia"),
    ("xử phạt, phạt tiền", "phat"),
    ("doanh thu", "doanh thu, thu"),
)

# What became of the person asked for; what the sentence that names somebody has (bare letters).
PERSONS_OF: tuple[tuple[str, str], ...] = (
    ("được bầu, bầu ai, bầu làm, bầu thay, trúng cử, đắc cử",
     "bau, trung cu, dac cu, chon, tro thanh, giu chuc, dam nhiem, nham chuc, phe chuan, tin nhiem, ket qua, phieu, "
     "lam, tan"),
    ("được bổ nhiệm, bổ nhiệm ai",
     "bo nhiem, giu chuc, dam nhiem, nham chuc, quyet dinh, dieu dong, phan cong, giao, chi dinh, tan, tro thanh, lam, "
     "chuyen, tiep nhan, tiep quan, ke nhiem, bau, chon, thay"),
)  # fmt: skip

# Before a deed in a sentence: that it is put off, refused or wanted; and where a question says so itself.
_UNDONE = (
    r"lui|hoan|chua|khong|tu choi|bac|bac bo|de nghi|kien nghi|de xuat|keu goi|xem xet|can nhac|trinh|truoc|san sang|"
    r"co the|kha nang|hua hen"
)
_NOT_DONE = compiled_later(rf"(?<!\w)(?:{_UNDONE})(?: \w+){{0,3}} $")
_WANTED = compiled_later(
    r"(?<!theo )(?<!\w)(?:de nghi|yeu cau|keu goi|kien nghi|de xuat|thuc giuc|hoi thuc)(?!\w)[^.;]*$"
)
_ASKS_UNDONE = compiled_later(rf"(?<!\w)(?:{_UNDONE}|se|du kien|sap|phai|ke hoach)(?!\w)")
_BEFORE, _LONG_BEFORE = 40, 160  # characters
_DEED_SYLLABLES = 16


def is_untold(question: Question, view: View, sentence: int) -> bool:
    """Tell whether a sentence of `view` with an answer has no word for the deed, or the sum, of `question`."""
    folded = view.folded[sentence]
    if (given := _office_given(question)) is not None:
        office, whole = given
        if not any(_may_be(folded[m.start() :], whole) for m in office.finditer(folded)):
            return True
    asked = _asked(question)
    if asked is None:
        return False
    told, undone = asked
    found = told.finditer(folded)
    if undone:
        return next(found, None) is None
    return all(_is_undone(folded, m.start()) for m in found)


def _is_undone(folded: str, at: int) -> bool:
    """Tell whether a sentence (bare letters) says right before `at` that what follows is not so, or only wanted."""
    return (
        _NOT_DONE.search(folded[max(0, at - _BEFORE) : at]) is not None
        or _WANTED.search(folded[max(0, at - _LONG_BEFORE) : at]) is not None
    )


@lru_cache(maxsize=64)  # asked for every answer that is weighed
def _office_given(question: Question) -> tuple[re.Pattern[str], str] | None:
    """Return the office that somebody was chosen for ("bầu ai làm chủ tịch"), by all its names, and as it is asked."""
    chosen = _CHOSEN.search(question.folded) if question.kind is Kind.PEOPLE else None
    head = offices.HEAD.match(question.text, chosen.end()) if chosen is not None else None
    if head is None:
        return None
    name = fold(head.group())
    told = re.compile(rf"(?<!pho )(?:{_whole((name, *other_names(name))).pattern})")
    return told, question.folded[chosen.end() :] if chosen is not None else ""


def _may_be(told: str, asked: str) -> bool:
    """Tell whether the office that `told` begins with may be the one asked about: it is of no other body."""
    return not of_other_body(re.split("[,;.]", told, maxsplit=1)[0], asked)


# Up to the office: "bầu ai làm", "được bổ nhiệm giữ chức"; not who chose.
_CHOSEN = compiled_later(
    r"(?<!\w)(?:bau|bo nhiem|trung cu|dac cu|duoc chon|chi dinh)(?!\w)(?: \w+){0,12}? "
    r"(?:lam|giu chuc|chuc|vao ghe)\s+(?:tan |quyen )?"
)


@lru_cache(maxsize=64)  # asked for every answer that is weighed
def _asked(question: Question) -> tuple[re.Pattern[str], bool] | None:
    """Return what tells of the deed or the sum of `question`, and whether that is asked for as not done yet."""
    if question.kind is Kind.COUNT:
        told = _last_of(question, 0, len(question.text), SUMS_OF)
        return (told, True) if told is not None else None
    if question.kind is Kind.PEOPLE:
        told = _last_of(question, 0, len(question.text), PERSONS_OF)
        return (told, True) if told is not None else None
    if question.kind is not Kind.DATE:
        return None
    start, end = deed(question, _DEED_SYLLABLES)
    # With its question word: "sinh năm nào".
    start, end = (question.cue[1], len(question.text)) if start == end else (start, question.cue[1])
    told = _last_of(question, start, end, DAYS_OF)
    return (told, _ASKS_UNDONE.search(question.folded) is not None) if told is not None else None


def _last_of(question: Question, start: int, end: int, table: _Table) -> re.Pattern[str] | None:
    """Return what tells of the last phrase of `table` in a stretch of a question."""
    text = question.folded if question.unaccented else lower_case(question.text)
    last, told = -1, None
    for phrases, asked, tells in _patterns(table, question.unaccented):
        for m in asked.finditer(text, start, end) if any(phrase in text for phrase in phrases) else ():
            if m.start() > last:
                last, told = m.start(), tells
    return told


_Table = tuple[tuple[str, str], ...]


@cache
def _patterns(table: _Table, unaccented: bool) -> tuple[tuple[list[str], re.Pattern[str], re.Pattern[str]], ...]:
    """Return the rows of a table, each with its phrases, as patterns of these and of what tells of them.

    Where accents are left out, one syllable alone is too many words.
    """
    rows = []
    for asked, told in table:
        phrases = asked.split(", ")
        if unaccented:
            phrases = [fold(p) for p in phrases if " " in p]
        if phrases:
            rows.append((phrases, _whole(phrases), _whole(told.split(", "))))
    return tuple(rows)


def _whole(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(phrases)}(?!\w)")
