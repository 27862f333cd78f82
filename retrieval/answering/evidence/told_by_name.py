"""Events, deeds and callings that a report tells by their own words, or not at all.

A meeting is called one thing in a question and another in the report; a wedding, a concert or an auction is not, and
who interpreted is told of no report that has no word for it. Where a question has one of the words on the left, a
report that tells of it has one of those on the right.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from retrieval.answering.asking.question import Question
from retrieval.answering.evidence.view import View, tokens
from retrieval.language.normalize import fold, lower_case

# What a question may say; what a report that tells of it has (bare letters), any of it.
TOLD_BY: tuple[tuple[str, str], ...] = (
    # Events.
    ("lễ viếng, lễ tang, đám tang, lễ truy điệu, quốc tang",
     "vieng, tang, truy dieu, hoa tang, an tang, chon cat, linh cuu, chia buon, tu tran"),
    ("lễ cưới, đám cưới, hôn lễ, tiệc cưới", "cuoi, hon le, ket hon, hon nhan, thanh hon, co dau, chu re"),
    ("giải bóng đá, trận bóng đá, trận bóng", "bong, doi tuyen, cup, world cup, fifa, giai dau"),
    ("đêm nhạc, hòa nhạc, nhạc hội, liveshow", "nhac, hat, ca khuc, show, concert, liveshow, bieu dien"),
    ("triển lãm", "trien lam, trung bay, gian hang, expo, bay"),
    ("hội chợ", "hoi cho, gian hang, expo, trien lam"),
    ("phiên tòa, phiên xử", "toa, xet xu, xu, tand, hdxx, bi cao"),
    ("đấu giá", "dau gia, trung gia"),
    ("duyệt binh, diễu binh", "duyet binh, dieu binh, dieu hanh, duyet doi"),
    ("khánh thành", "khanh thanh, khai truong, hoan thanh, dua vao, cat bang, thong xe, mo cua, ban giao"),
    ("khởi công, động thổ", "khoi cong, dong tho, vien da, xay, thi cong"),
    ("khai giảng", "khai giang, tuu truong, nhap hoc, nam hoc"),
    ("bế giảng", "be giang, tong ket, tot nghiep, nam hoc"),
    ("bế mạc", "be mac, ket thuc, khep lai, tong ket, ha man"),
    ("cuộc thi, hội thi", "thi, giai, concour, contest"),
    ("vụ cháy, hỏa hoạn", "chay, hoa hoan, lua, boc chay"),
    ("vụ nổ", "no, bom, min"),
    ("bắt cóc", "bat coc, giam giu, bat giu, con tin"),
    ("họp báo", "hop bao, bao chi, phong vien, bao gioi, nha bao, truyen thong, bao dai"),
    ("tiệc chiêu đãi, bữa tiệc", "tiec, chieu dai, bua, an toi, an trua, quoc yen, yen tiec"),
    # Deeds.
    ("phiên dịch, thông dịch", "dich, thong ngon"),
    ("dẫn chương trình, làm mc", "mc, dan chuong trinh, nguoi dan, dan dat, dien vien"),
    ("thư ký", "thu ky, tro ly, van phong"),
    ("tài trợ", "tai tro, ho tro, ung ho, dong hanh, kinh phi, vien tro, mtq"),
    ("cắt băng", "cat bang, khanh thanh, khai truong, thong xe"),
    ("bấm nút", "nut, bieu quyet, tan thanh, thong qua"),
    ("vắng mặt", "vang, khong du, khong the du, khong den, khong toi, khong tham du, khong co mat, bo hop"),
    ("mất tích", "mat tich, mat lien lac, tim kiem, tim thay, chua tim, bien mat, sat hai"),
    ("khởi tố", "khoi to, truy to, bi can, bi cao"),
    ("bồi thường", "boi thuong, den bu, hoan tra, den, boi hoan, khac phuc"),
    ("kháng cáo", "khang cao, khang nghi, phuc tham"),
    ("điện đàm", "dien dam, dien thoai, goi dien, goi"),
    ("đính hôn, kết hôn", "dinh hon, ket hon, cuoi, hon nhan, vo, chong"),
    ("nhập viện", "nhap vien, benh vien, dieu tri, cap cuu, vien"),
    ("ngất xỉu", "ngat, xiu"),
    ("bào chữa", "bao chua, luat su, bao ve"),
    ("ai thay ông, ai thay bà, kế nhiệm", "thay, ke nhiem, ke vi, tiep quan, ke tuc, noi nghiep"),
    ("sinh năm, sinh ngày", "sinh, sn, tuoi"),
    ("tuyên thệ", "tuyen the, nham chuc, the"),
    ("đoạt giải, giành giải", "giai, quan quan, thang, vo dich, dang quang, huy chuong, doat, ngoi"),
    # Callings.
    ("luật sư", "luat su, ls, bao chua, luat"),
    ("thẩm phán", "tham phan, chu toa, hdxx, hoi dong xet xu, chanh an, toa"),
    ("công tố viên, kiểm sát viên", "cong to, kiem sat, vks, vksnd, ksv"),
    ("nhạc trưởng", "nhac truong, dan nhac, chi huy"),
    ("ca sĩ", "ca si, hat, giong ca, nhac, bieu dien, nghe si"),
    ("phi công", "phi cong, co truong, may bay, tiem kich, bay"),
    ("nhà thầu", "thau"),
    ("chủ đầu tư", "chu dau tu, nha dau tu, dau tu xay, cdt, lam chu"),
    ("thủy thủ, thuyền trưởng", "thuyen truong, thuy thu, tau, thuyen, ngu dan"),
    ("huấn luyện viên", "huan luyen vien, hlv, doi tuyen"),
)  # fmt: skip


def untold(question: Question, view: View) -> str:
    """Return the word of `question` for which `view` has no word, in bare letters; "" when there is none such."""
    for asked, told in _asked(question.text, question.folded, question.unaccented):
        if not any(f" {form} " in view.text for form in told):
            return asked
    return ""


@lru_cache(maxsize=256)  # asked for every document that may answer
def _asked(text: str, folded: str, unaccented: bool) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the words of the table that a question has, each with what tells of it."""
    spoken = f" {' '.join(tokens(folded if unaccented else lower_case(text)))} "
    if unaccented:  # one syllable alone is too many words at once
        return tuple((name, told) for name, form, told in _table() if " " in name and fold(form) in spoken)
    return tuple((name, told) for name, form, told in _table() if form in spoken)


@cache
def _table() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    return tuple(_rows())


def _rows() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield each word of the left side with spaces around its syllables, and the words that tell of it."""
    for asked, told in TOLD_BY:
        for name in asked.split(", "):
            yield name, f" {name} ", tuple(told.split(", "))
