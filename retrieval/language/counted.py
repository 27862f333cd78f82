"""What stands around numbers: the nouns that are counted, and the words that make a number a label."""

from __future__ import annotations

import re

from retrieval.language.lazy_pattern import built_later, compiled_later
from retrieval.language.normalize import accent_tolerant


def word_table(table: str, *, tolerant: bool = True) -> str:
    """Return a pattern of the words of `table`: separated by spaces, with "_" within an expression of several.

    A `tolerant` pattern matches with the accents left out too.
    """
    pattern = "|".join(r"\s+".join(words.split("_")) for words in table.split())
    return accent_tolerant(pattern) if tolerant else pattern


# Nouns and units that numbers count: "2-3 năm tới", "2/3 số đại biểu", "189/193 quốc gia", "2000 người".
_COUNTED = (
    "tuổi năm tháng ngày tuần giờ phút giây quý lần lượt người quốc_gia nước tỉnh thành_phố huyện quận xã phường "
    "thôn bản làng đại_biểu đồng_chí thành_viên ủy_viên cán_bộ hội_viên đoàn_viên học_sinh sinh_viên hộ gia_đình "
    "phiếu số tổng_số diện_tích dân_số chỉ_tiêu tiêu_chí đơn_vị cơ_quan doanh_nghiệp công_ty trường lớp trận bàn "
    "điểm set hiệp ván đồng nghìn ngàn vạn triệu tỷ tỉ usd euro tấn tạ kg km cm mm m m2 m3 ha lít mét độ con cây "
    "chiếc cái căn tàu xe máy suất phần trang bộ_phận vụ ca trẻ chiến_sĩ bệnh_nhân em cháu vị nhà ghế giường mẫu "
    "hồ_sơ tập tác_phẩm bài thí_sinh vận_động_viên cầu_thủ nghệ_sĩ khách lao_động dự_án công_trình sản_phẩm "
    "gian_hàng tiết_mục chuyên_đề phiên buổi cuộc đoàn đội bên nội_dung nhóm tổ lĩnh_vực ngành bộ sở giải_pháp "
    "nhiệm_vụ mục_tiêu giai_đoạn khâu loại hội_thảo hội_nghị điểm_cầu bí_thư phó đại_sứ nghị_quyết văn_kiện văn_bản "
    "thỏa_thuận biên_bản hợp_đồng di_sản phòng ngôi tầng cơ_sở trung_tâm khu tiếng đêm tuyến câu giải đề_tài "
    "tham_luận ý_kiến báo_cáo vấn_đề kỳ khối chi_bộ đảng_bộ đảng_viên thanh_niên phóng_viên nhà_báo văn_nghệ_sĩ "
    "trí_thức ông bà anh chị cô bị_cáo bị_can giáo_sư tiến_sĩ bác_sĩ luật_sư chuyên_gia nhà_khoa_học nguyên_thủ "
    "nhà_lãnh_đạo quan_chức nghị_sĩ doanh_nhân diễn_giả giáo_viên giảng_viên vận_động_viên nền_kinh_tế"
)
COUNTED = word_table(_COUNTED)
COUNTED_ACCENTED = word_table(_COUNTED, tolerant=False)
# Those of several syllables, which are themselves even without accents.
COUNTED_LONG = word_table(" ".join(word for word in _COUNTED.split() if "_" in word))

# Words before a number that is a label: "số 12", "Nghị quyết 18", "quận 9".
LABELS = word_table(
    "số điều khoản mục chương nghị_định nghị_quyết thông_tư quyết_định chỉ_thị công_văn kết_luận luật pháp_lệnh "
    "thông_báo quốc_lộ ql tỉnh_lộ quận phường tổ khóa lô đường ngõ hẻm kiệt ngách nhà phòng tầng lớp bài trang hạng "
    "top kênh hotline đt tel fax mã bảng nhóm cấp thứ đại_hội vtv giờ_g sư_đoàn trung_đoàn quân_khu "
    "tiểu_đoàn lữ_đoàn binh_đoàn quân_đoàn thế_kỷ bước phần chuyến_bay căn_hộ f u q. p. tp. công_ty_cổ_phần "
    "hội_trường hình ảnh kilomet tuổi_thứ tuyến cầu giờ_thứ phút_thứ vòng"
)
# "Tương đương 3.000 trang" has no "đường 3".
_LABEL_BEFORE = compiled_later(rf"(?<!\w)(?<!tương )(?<!tuong )(?:{LABELS})[\s:.]*(?:số[\s:]*)?$", re.IGNORECASE)


# A telephone number has more digits than what is done by telephone ("gọi điện thoại 3 lần") is counted with.
_TELEPHONE_BEFORE = compiled_later(r"(?<!\w)(?:điện|dien)\s+(?:thoại|thoai)[\s:.]*(?:số[\s:]*)?$", re.IGNORECASE)
_SHORTEST_TELEPHONE = 100
_OUT_OF = compiled_later(rf"(?<!\w)(?:{word_table('trong tổng')})\s+(?:số|so)\s+$", re.IGNORECASE)


def is_label(before: str, value: float = 0.0) -> bool:
    """Tell whether the text `before` a number makes it a label and no quantity ("quận ", "Nghị quyết số ")."""
    if _OUT_OF.search(before) is not None:
        return False  # "một trong số 60 con voi"
    if value >= _SHORTEST_TELEPHONE and _TELEPHONE_BEFORE.search(before) is not None:
        return True
    return _LABEL_BEFORE.search(before) is not None


# Where a counted noun phrase ends: verbs, prepositions and other small words.
_STOP = (
    "đã đang sẽ vừa được bị tại ở trong trên dưới với cho của để từ đến tới tham dự tham_gia tham_dự là có không do "
    "về theo sau trước khi mà thì cùng gồm bao_gồm này đó kia khác hơn nhằm vào qua bằng như những các mỗi nên vì "
    "nếu còn cũng rất đều hiện thuộc thảo_luận tập_trung diễn_ra trình_bày phát_biểu nhận trao đạt tăng giảm chiếm "
    "mang đưa giúp nêu cần phải đại_diện hãy lên ra xuống nhưng song nay mai tới_dự đến_dự về_dự hội_tụ thành_lập "
    "đóng_góp góp chưa luôn lại tức so đăng_ký bày_tỏ cam_kết khẳng_định thể_hiện tổ_chức khi_nào nào gì "
    "ai đâu thay_mặt "
    "hỗ_trợ tài_trợ giữa kể nhìn phù_hợp thực_hiện diễn_biến tiếp_tục đồng_thời kết_nối duy_trì ký bước chủ_sở_hữu "
    "kéo_dài hoạt_động vừa_qua mới và gần hơn khoảng một hai bao_nhiêu mấy vẫn chủ_yếu"
)


@built_later((False,), (True,))
def _noun_phrase(tolerant: bool) -> re.Pattern[str]:
    word = rf"(?!(?:{word_table(_STOP, tolerant=tolerant)})(?!\w))[^\W\d_][\w\-]*"
    # Without accents a counted noun may look like a small word: "can bo" is "cán bộ", and "can" also "cần".
    first = rf"(?:(?:{COUNTED})(?!\w)|{word})" if tolerant else word
    return re.compile(rf"{first}(?:\s+{word}){{0,7}}", re.IGNORECASE)


_BEFORE_NOUN = compiled_later(r"\s+[“\"‘']?")  # "96 “Doanh nhân trẻ”": a title that is given so often
_NEXT_NOUN = compiled_later(accent_tolerant(r"(?:\s*,\s*|\s*/\s*|\s+và\s+|\s+&\s+|,\s+và\s+)"), re.IGNORECASE)


def counted_nouns(text: str, position: int, *, plain: bool = False) -> tuple[tuple[str, ...], int]:
    """Return the noun phrases that a number ending at `position` counts, and where the last of them ends.

    A phrase goes up to the next verb, small word or punctuation; phrases joined by commas or "và" count together.
    `plain` says that the text has no accents.
    """
    nouns: list[str] = []
    end = position
    space = _BEFORE_NOUN.match(text, position)
    cursor = space.end() if space else position
    pattern = _noun_phrase(plain)
    while len(nouns) < 6 and (match := pattern.match(text, cursor)) is not None:
        phrase = match.group()
        if nouns and not phrase[0].islower():
            break
        if nouns and text[cursor + len(phrase) :].lstrip()[:1].isdigit():
            break  # "30 sở, lãnh đạo 24 quận": it belongs to the next number
        nouns.append(phrase)
        end = cursor + len(phrase)
        following = _NEXT_NOUN.match(text, end)
        if following is None:
            break
        cursor = following.end()
    return tuple(nouns), end


_NUMBER_IS = compiled_later(
    accent_tolerant(
        r"(?<!\w)(?:tổng\s+số(?:\s+lượng)?|số\s+lượng|(?<!con\s)(?<!một\s)số)\s+(?!tiền|này|đó|trên|nói)(?P<nouns>[^\W\d][^.,;:()]{1,90}?)\s+"
        r"(?:chỉ\s+|đã\s+|hiện\s+|ước\s+tính\s+|vào\s+)*(?:là|còn|lên\s+tới|lên\s+đến|lên|tới|đến|đạt(?:\s+tới)?|ở\s+mức|khoảng)\s+"
        r"(?:(?:gần|hơn|khoảng|trên|tới|đến)\s+)*$"
    ),
    re.IGNORECASE,
)


def numbered_before(text: str, position: int) -> str:
    """Return what a number at `position` is said to be the number of ("Số nghị sĩ nữ là 127 người"), or ""."""
    match = _NUMBER_IS.search(text, max(0, position - 140), position)
    return match["nouns"] if match is not None else ""
