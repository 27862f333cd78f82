"""Small words that are only a syllable of a longer one: "do" in "tự do", "không" in "hàng không", "nhân" in "nhân dân".

A phrase is read up to a small word ("do", "không", "tại"), which must not cut a word in two.
"""

from __future__ import annotations

import re
from typing import Final

from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.patterns import any_of

# Words of two syllables one of which looks like a small word that ends a phrase; by how often they stand in news.
# Words that may as well be two ("đầu từ", "cho đến") are left out.
COMPOUNDS: Final = (
    # the small word is the second syllable
    "tự do", "lý do", "hàng không", "phòng không", "cá nhân", "doanh nhân", "công nhân", "quân nhân", "nguyên nhân",
    "bệnh nhân", "tư nhân", "nạn nhân", "hạt nhân", "pháp nhân", "nữ nhân", "tù nhân", "nghệ nhân", "phạm nhân",
    "hôn nhân", "thân nhân", "phu nhân", "chủ nhân", "siêu nhân", "tiền nhân", "thương nhân", "cử nhân", "địa bàn",
    "đồng bằng", "công bằng", "cân bằng", "văn bằng", "thăng bằng", "chuẩn bị", "thiết bị", "trang bị", "đăng ký",
    "thư ký", "nhật ký", "xã hội", "quốc hội", "cơ hội", "đại hội", "hiệp hội", "lễ hội", "giáo hội", "giám sát",
    "trực tiếp", "gián tiếp", "giao tiếp", "liên tiếp", "hiện tại", "tồn tại", "điện từ", "chứng từ", "ngôn từ",
    "tiếng nói", "giọng nói", "lời nói", "ánh sáng", "triệt để", "tham dự", "danh dự", "vinh dự", "bao gồm", "vô cùng",
    "cuối cùng", "hậu cần", "thông qua", "đàn ông", "cấp dưới", "cấp trên", "thực tại", "nội tại", "di động",
    "đường sáng", "bữa trưa", "chủ đề", "tâm tối", "quân bị", "dự bị", "xa cách", "liên quan", "nhu cầu",
    # ... the first
    "nhân dân", "nhân lực", "nhân viên", "nhân sự", "nhân quyền", "nhân tạo", "nhân văn", "nhân đạo", "nhân ái",
    "nhân tài", "nhân loại", "nhân chứng", "nhân vật", "nhân tố", "nhân khẩu", "nhân công", "nhân cách", "tối cao",
    "tối đa", "tối thiểu", "tối ưu", "tối tân", "sáng tạo", "sáng kiến", "sáng lập", "sáng chế", "sáng tác",
    "tiếp cận", "tiếp thị", "tiếp viên", "tiếp tân", "tiếp tế", "ký túc", "ký sự", "ký giả", "ký ức", "trong sạch",
    "dự án", "dự báo", "dự thảo", "dự phòng", "dự trữ", "dự toán", "dự luật", "từ thiện", "từ điển", "từ trường",
    "bị cáo", "bị can", "bị hại", "bị đơn", "không gian", "không quân", "không khí", "không phận", "không lưu",
    "bằng cấp", "bằng khen", "bằng chứng", "bằng sáng", "năm học", "giữa kỳ", "cho vay", "theo dõi", "về hưu",
    "chiều cao", "chiều dài", "chiều sâu", "còn lại", "đến tuổi", "ngày hội", "về nước", "hội viên", "tên lửa",
)  # fmt: skip
_COMPOUND: Final = compiled_later(rf"(?<!\w)(?:{any_of(COMPOUNDS)})(?!\w)", re.IGNORECASE)
_LONGEST: Final = max(map(len, COMPOUNDS))


# Fields that offices, bodies and events have in pairs, joined by a dash ("văn hóa - thể thao"); counted in news.
FIELDS: Final = (
    "kinh tế", "xã hội", "tài nguyên", "môi trường", "giáo dục", "đào tạo", "kế hoạch", "đầu tư", "văn hóa", "thể thao",
    "du lịch", "thông tin", "truyền thông", "khoa học", "công nghệ", "kỹ thuật", "lao động", "thương binh", "chính trị",
    "tuyển sinh", "hướng nghiệp", "hành chính", "thương mại", "dịch vụ", "giao thông", "vận tải", "đô thị", "lịch sử",
    "địa lý", "quốc phòng", "an ninh", "quân sự", "tài chính", "ngân sách", "ngân hàng", "kế toán", "cứu hộ", "cứu nạn",
    "học sinh", "sinh viên", "phòng không", "không quân", "sân khấu", "điện ảnh", "nghệ thuật", "phát thanh",
    "truyền hình", "quy hoạch", "kiến trúc", "xây dựng", "sản xuất", "kinh doanh", "thi đua", "khen thưởng",
    "nông nghiệp", "công nghiệp", "phát triển", "dân số", "hữu nghị", "nghề nghiệp", "hợp tác", "giao lưu", "âm nhạc",
    "ẩm thực",
)  # fmt: skip
# What names of events, offices and bodies join with a comma; counted in news after nouns of events.
COMMA_PAIRS: Final = (
    "phòng, chống", "khám, chữa", "khám bệnh, chữa bệnh", "phòng cháy, chữa cháy", "sửa đổi, bổ sung",
    "thanh tra, kiểm tra", "kiểm tra, giám sát", "thanh tra, giám sát", "kiểm tra, kiểm soát", "cơ chế, chính sách",
    "quản lý, sử dụng", "quản lý, bảo vệ", "quy hoạch, quản lý", "đầu tư, xây dựng", "xây dựng, quản lý",
    "bạo lực, xâm hại", "tìm kiếm, quy tập", "tìm kiếm, cứu nạn", "cứu hộ, cứu nạn", "tổ chức, cá nhân",
    "xuất cảnh, nhập cảnh", "xuất, nhập", "tuyên truyền, giáo dục", "tuyên truyền, phổ biến", "tuyên truyền, vận động",
    "phổ biến, giáo dục", "phổ biến, quán triệt", "nghiên cứu, học tập", "học tập, quán triệt", "trật tự, an toàn",
    "an ninh, trật tự", "an ninh, quốc phòng", "quốc phòng, an ninh", "cán bộ, đảng viên", "cán bộ, công chức",
    "cán bộ, chiến sĩ", "đoàn viên, thanh niên", "tăng ni, phật tử", "văn hóa, thể thao", "buôn lậu, gian lận",
    "đổi mới, sắp xếp", "sắp xếp, đổi mới", "điều tra, xử lý", "bồi thường, hỗ trợ", "xây dựng, chỉnh đốn",
    "thi đua, khen thưởng", "ứng phó, khắc phục", "biển, đảo", "công nghiệp hóa, hiện đại hóa", "y, bác sĩ",
)  # fmt: skip
_PAIR: Final = compiled_later(
    rf"(?<!\w)(?:(?:{any_of(FIELDS)})\s[-–—]\s(?:{any_of(FIELDS)})|{any_of(COMMA_PAIRS)})(?!\w)", re.IGNORECASE
)
_LONGEST_FIELD: Final = max(map(len, (*FIELDS, *COMMA_PAIRS)))


def joins_fields(text: str, start: int, end: int) -> bool:
    """Tell whether `text[start:end]` joins two fields: a dash with its spaces, or a comma.

    So it does in "giáo dục - đào tạo" and "phòng, chống thiên tai".
    """
    return any(
        m.start() < start and end < m.end()
        for m in _PAIR.finditer(text, max(0, start - _LONGEST_FIELD), end + _LONGEST_FIELD + 1)
    )


def in_compound(text: str, start: int, end: int) -> bool:
    """Tell whether `text[start:end]`, a small word, is a syllable of one of the compounds."""
    return any(
        m.start() <= start and end <= m.end() and m.end() - m.start() > end - start
        for m in _COMPOUND.finditer(text, max(0, start - _LONGEST), end + _LONGEST)
    )
