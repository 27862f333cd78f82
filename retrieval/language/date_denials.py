"""What tells that figures in the shape of a date are none, or that a date is only commemorated."""

from __future__ import annotations

import re

from retrieval.language.calendar_date import DateMention
from retrieval.language.counted import COUNTED, word_table

# Words before a number that is a label, a ratio or an amount: "số 12/5", "Nghị quyết 10/2018", "chiếm 2/3".
_LABELS = word_table(
    "số điều khoản mục chương nghị_định nghị_quyết thông_tư quyết_định chỉ_thị công_văn kết_luận luật "
    "pháp_lệnh thông_báo "
    "quốc_lộ ql tỉnh_lộ quận phường tổ khóa lô đường ngõ hẻm kiệt ngách nhà phòng tầng lớp bài trang hạng top kênh "
    "hotline điện_thoại đt tel fax giá tỉ_lệ tỷ_lệ thang mã đạt chiếm hơn gần khoảng trên dưới tới quá còn có "
    "cả tất_cả "
    "ít_nhất tối_đa tối_thiểu bằng mỗi hết mất kéo_dài suốt thêm tăng giảm từng đội_hình cỡ bảng nhóm cấp km "
    "phút điểm "
    "trận hiệp set chừng sn mega power hotline"
)
_SCORE = word_table(
    "tỷ_số tỉ_số thắng thua hòa dẫn gỡ đánh_bại hạ_gục đánh_gục bại_trước chung_cuộc kết_quả đè_bẹp cầm_hòa"
)
# A bare figure after one of these is a date after all: "Quốc khánh 2-9", "dịp 30/4".
_FEASTS = word_table(
    "dịp lễ quốc_khánh ngày quốc_tế_phụ_nữ phụ_nữ quốc_tế_lao_động lao_động thiếu_nhi việt_nam nghỉ nghỉ_lễ "
    "kỷ_niệm từ đến "
    "tới hôm vào cách_mạng tháng_tám liệt_sĩ nhà_giáo"
)
_AFTER_COUNTED = re.compile(rf"\s*(?:%|\(?(?:{COUNTED})(?!\w))", re.IGNORECASE)
_BEFORE_LABEL = re.compile(rf"(?<!\w)(?:{_LABELS})[\s:]*$", re.IGNORECASE)
_BEFORE_FEAST = re.compile(rf"(?<!\w)(?:{_FEASTS})[\s,(:]*$", re.IGNORECASE)
_NEAR_SCORE = re.compile(rf"(?<!\w)(?:{_SCORE})(?!\w)", re.IGNORECASE)
_RANGE_OF_THINGS = re.compile(r"\s+[^\W\d_A-ZĐÀ-Ỹ]")
_FRACTION = re.compile(r"[123]/(?:[2-9]|10)|24/[67]|7/7")

_YEARLY = re.compile(rf"[\s,]*(?:{word_table('hàng_năm hằng_năm mỗi_năm')})(?!\w)", re.IGNORECASE)
_COMMEMORATED = re.compile(
    rf"(?<!\w)(?:{word_table('kỷ_niệm kỉ_niệm ngày_sinh ngày_mất ngày_thành_lập ngày_truyền_thống')})(?!\w)[^.;]*$",
    re.IGNORECASE,
)


def is_denied(text: str, mention: DateMention, *, beside_date: bool = False) -> bool:
    """Tell whether bare figures ("7-2", "2/3", "2018") are no date, by the words around them.

    `beside_date` says that a date stands right before ("30/4, 1/5"), which makes a fraction unlikely.
    """
    before, after = text[max(0, mention.start - 40) : mention.start], text[mention.end : mention.end + 24]
    if _AFTER_COUNTED.match(after) or _BEFORE_LABEL.search(before):
        return True
    if mention.day is None:
        return False
    feast = _BEFORE_FEAST.search(before) is not None
    if _FRACTION.fullmatch(mention.text) and not feast and not beside_date:
        return True
    if (
        "-" in mention.text
        and not feast
        and _RANGE_OF_THINGS.match(after)
        and 0 < (mention.month or 0) - mention.day <= 2
    ):
        return True  # "3-4 ngân hàng"
    return "-" in mention.text and not feast and bool(_NEAR_SCORE.search(before) or _NEAR_SCORE.search(after[:16]))


def is_yearly(text: str, mention: DateMention) -> bool:
    """Tell whether the date recurs every year ("10/11 hằng năm")."""
    return mention.date.month is not None and _YEARLY.match(text, mention.end) is not None


def is_anniversary(text: str, mention: DateMention) -> bool:
    """Tell whether the date is only commemorated: "kỷ niệm 70 năm ... (22/12/1944 - 22/12/2014)"."""
    date, until = mention.date, mention.until
    if until is not None and date.year is not None and until.year is not None and until.year - date.year >= 5:
        same_day = date.day is not None and (date.day, date.month) == (until.day, until.month)
        if same_day:
            return True
    if mention.part_of_day is not None or mention.time_from is not None:
        return False
    opened = text.rfind("(", max(0, mention.start - 2), mention.start) >= 0
    if not (opened or mention.text[:1].isdigit()):
        return False
    return _COMMEMORATED.search(text[max(0, mention.start - 90) : mention.start]) is not None
