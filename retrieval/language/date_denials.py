"""What tells that figures in the shape of a date are none, or that a date is only commemorated."""

from __future__ import annotations

import re
from typing import NamedTuple

from retrieval.language.calendar_date import DateMention
from retrieval.language.counted import COUNTED, COUNTED_ACCENTED, word_table
from retrieval.language.lazy_pattern import built_later, compiled_later
from retrieval.language.letters import LOWER
from retrieval.language.normalize import is_unaccented

# Words before a number that is a label, a ratio or an amount: "số 12/5", "Nghị quyết 10/2018", "chiếm 2/3".
_LABELS = (
    "ngụ quy_hoạch bản_đồ số điều khoản mục chương nghị_định nghị_quyết thông_tư quyết_định chỉ_thị công_văn "
    "kết_luận luật pháp_lệnh thông_báo quốc_lộ ql tỉnh_lộ quận phường tổ khóa lô đường ngõ hẻm kiệt ngách nhà phòng "
    "tầng lớp bài trang hạng top kênh hotline điện_thoại đt tel fax giá tỉ_lệ tỷ_lệ thang mã đạt chiếm hơn gần "
    "khoảng trên dưới tới quá còn có cả tất_cả ít_nhất tối_đa tối_thiểu bằng mỗi hết mất kéo_dài suốt thêm tăng "
    "giảm từng đội_hình cỡ bảng nhóm cấp km phút điểm trận hiệp set chừng sn mega power hotline"
)
# "kết quả" must stand right before: "kết quả 2-1", but "kết quả cuộc bầu cử 24-3".
_RESULT_NEAR = 12  # characters
_SCORE = "tỷ_số tỉ_số thắng thua hòa dẫn gỡ đánh_bại hạ_gục đánh_gục bại_trước chung_cuộc đè_bẹp cầm_hòa"
# A bare figure after one of these is a date after all: "Quốc khánh 2-9", "dịp 30/4".
_FEASTS = (
    "dịp lễ quốc_khánh ngày quốc_tế_phụ_nữ phụ_nữ quốc_tế_lao_động lao_động thiếu_nhi việt_nam nghỉ nghỉ_lễ kỷ_niệm "
    "từ đến tới hôm vào cách_mạng tháng_tám liệt_sĩ nhà_giáo"
)
# Without accents "do" is "độ" as well as "do" and "dat" ends "Trai dat": before a bare year only these words count.
_COUNTED_PLAIN = "nguoi dai_bieu dong usd hoc_sinh sinh_vien can_bo khach ho con chiec m m2 km ha tan suat trang"
_LABELS_PLAIN = "hon gan khoang tren duoi chung so dieu nghi_dinh quyet_dinh thong_tu sn"


class _Signs(NamedTuple):
    counted: re.Pattern[str]
    label: re.Pattern[str]
    feast: re.Pattern[str]
    score: re.Pattern[str]


def _signs(counted: str, labels: str, *, tolerant: bool) -> _Signs:
    feasts, scores = word_table(_FEASTS, tolerant=tolerant), word_table(_SCORE, tolerant=tolerant)
    return _Signs(
        re.compile(rf"\s*(?:%|\(?(?:{counted})(?!\w))", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{labels})[\s:]*$", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{feasts})[\s,(:]*$", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{scores})(?!\w)", re.IGNORECASE),
    )


@built_later(("accented",), ("plain",), ("plain year",))
def _signs_of(kind: str) -> _Signs:
    if kind == "accented":
        return _signs(COUNTED_ACCENTED, word_table(_LABELS, tolerant=False), tolerant=False)
    if kind == "plain":
        return _signs(COUNTED, word_table(_LABELS), tolerant=True)
    return _signs(word_table(_COUNTED_PLAIN), word_table(_LABELS_PLAIN), tolerant=True)


_RANGE_OF_THINGS = compiled_later(rf"\s+[{LOWER}]")
_RESULT = compiled_later(rf"(?<!\w)(?:{word_table('kết_quả')})(?!\w)", re.IGNORECASE)
_FRACTION = compiled_later(r"[123]/(?:[2-9]|10)|24/[67]|7/7")

_YEARLY = compiled_later(rf"[\s,]*(?:{word_table('hàng_năm hằng_năm mỗi_năm')})(?!\w)", re.IGNORECASE)
_COMMEMORATED = compiled_later(
    rf"(?<!\w)(?:{word_table('kỷ_niệm kỉ_niệm ngày_sinh ngày_mất ngày_thành_lập ngày_truyền_thống')})(?!\w)[^.;]*$",
    re.IGNORECASE,
)

# "kỷ niệm ngày 30/4", "chào mừng Quốc khánh 2/9": the day is kept, the deed may be on another.
_FEAST_BEFORE = compiled_later(
    rf"(?<!\w)(?:{word_table('kỷ_niệm kỉ_niệm chào_mừng hướng_tới')})\s+(?:{word_table('ngày lễ dịp')}|"
    rf"{word_table('quốc_khánh ngày_lễ ngày_giải_phóng ngày_thống_nhất ngày_quốc_tế_lao_động')})?\s*$",
    re.IGNORECASE,
)


def is_denied(text: str, mention: DateMention, *, beside_date: bool = False) -> bool:
    """Tell whether bare figures ("7-2", "2/3", "2018") are no date, by the words around them.

    `beside_date` says that a date stands right before ("30/4, 1/5"), which makes a fraction unlikely.
    """
    if text.strip() == mention.text:
        return False
    before, after = text[max(0, mention.start - 40) : mention.start], text[mention.end : mention.end + 24]
    is_year = mention.day is None and mention.month is None
    signs = _signs_of("accented" if not is_unaccented(text) else "plain year" if is_year else "plain")
    if signs.counted.match(after) or signs.label.search(before):
        return True
    if mention.day is None or signs.feast.search(before):
        return False
    if "-" not in mention.text:
        return _FRACTION.fullmatch(mention.text) is not None and not beside_date
    if _RANGE_OF_THINGS.match(after) and 0 < (mention.month or 0) - mention.day <= 2:
        return True  # "3-4 ngân hàng"
    if _RESULT.search(before[-_RESULT_NEAR:]) is not None:
        return True
    return signs.score.search(before) is not None or signs.score.search(after[:16]) is not None


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
    if date.year is None and _FEAST_BEFORE.search(text[max(0, mention.start - 60) : mention.start]) is not None:
        return True
    opened = text.rfind("(", max(0, mention.start - 2), mention.start) >= 0
    if not (opened or mention.text[:1].isdigit()):
        return False
    return _COMMEMORATED.search(text[max(0, mention.start - 90) : mention.start]) is not None
