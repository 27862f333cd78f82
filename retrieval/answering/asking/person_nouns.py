"""Nouns for people: whom "nào" asks for ("bộ trưởng nào", "nữ y tá nào"). An office's head is one as well."""

from __future__ import annotations

from typing import Final

from retrieval.language import offices

_NOUNS: Final = (
    "người", "người dẫn chương trình", "người đứng đầu", "người đại diện", "người chủ trì", "người sáng lập", "mc",
    "phó chủ tịch nước", "vị", "ông", "bà", "đồng chí", "đ/c", "anh", "chị", "lãnh đạo", "nhà lãnh đạo", "vị lãnh đạo",
    "quan chức", "cán bộ", "đại biểu", "nhân vật", "khách mời", "vị khách", "nghệ sĩ", "ca sĩ", "diễn viên",
    "thủ tướng", "phó thủ tướng", "bộ trưởng", "thứ trưởng", "chủ tịch", "phó chủ tịch", "bí thư", "phó bí thư",
    "giám đốc", "phó giám đốc", "tổng giám đốc", "đại sứ", "tổng thống", "phó tổng thống", "tướng", "luật sư",
    "bị cáo", "bị can", "cầu thủ", "hlv", "huấn luyện viên", "văn nghệ sĩ", "nhà văn", "nhà thơ", "nhạc sĩ",
    "đạo diễn", "chuyên gia", "giáo sư", "tiến sĩ", "bác sĩ", "thành viên", "diễn giả", "nguyên thủ", "tổng bí thư",
    "chủ tịch nước", "nghị sĩ", "thượng nghị sĩ", "thẩm phán", "hiệu trưởng", "cục trưởng", "vụ trưởng", "trưởng ban",
    "nạn nhân", "thí sinh", "học sinh", "sinh viên", "đội trưởng", "trưởng đoàn", "ngoại trưởng", "nhà báo",
    "doanh nhân", "ứng viên", "người nổi tiếng", "phu nhân", "nghệ nhân", "họa sĩ", "hoa hậu", "á hậu", "người mẫu",
    "phóng viên", "nhà khoa học", "cá nhân", "danh thủ", "cựu cầu thủ", "phát ngôn viên", "người phát ngôn", "nhà vua",
    "công chúa", "hoàng tử", "tư lệnh", "thiếu tướng", "trung tướng", "thượng tướng", "đại tướng", "đại tá",
    "nhân chứng", "nghi phạm", "cô gái", "chàng trai", "em bé", "gương mặt", "ủy viên", "phó trưởng ban",
    "nguyên lãnh đạo", "chủ nhiệm", "viện trưởng", "linh mục", "giám mục", "hòa thượng", "đại diện", "tay vợt",
    "vận động viên", "kỳ thủ", "trọng tài", "nhà thiết kế", "nhà nghiên cứu", "phó cục trưởng", "tổng cục trưởng",
    "kiểm sát viên", "lãnh tụ", "phó viện trưởng", "trưởng phòng", "thủ lĩnh", "chàng", "nhà hoạt động", "sĩ quan",
    "em", "cháu", "bạn", "bạn trẻ", "phụ huynh", "nhà sử học", "tổng biên tập", "phó tổng biên tập", "giáo viên",
    "cô giáo", "thầy giáo", "thầy", "chiến sĩ", "binh sĩ", "người lính", "phi công", "phi hành gia", "tài xế",
    "ngư dân", "nông dân",  "kiến trúc sư", "kỹ sư", "nhà kinh tế", "nhà sản xuất", "ứng cử viên", "cố vấn", "trợ lý",
    "thuyền trưởng", "võ sĩ", "kiện tướng", "nhà phê bình", "nhà lý luận", "nhà giáo", "nhà tu hành", "nhà sư",
    "nhà quản lý", "nhà vô địch", "điều tra viên", "công tố viên", "tù nhân", "hành khách", "thủ khoa",
    "nhà ngoại giao", "cụ già", "cụ", "giáo hoàng", "tác giả", "nhân viên", "nhà đầu tư", "phó chủ nhiệm", "nữ hoàng",
    "học giả", "nhân sĩ", "trí thức", "ngôi sao", "nhà làm phim", "đô đốc", "chính trị gia", "chính khách", "du khách",
    "cựu chiến binh", "thủ quân", "cây bút", "bình luận viên", "dân biểu", "tỷ phú", "tỉ phú", "triệu phú", "thủ phạm",
    "hung thủ", "con tin", "nghi can", "tiếp viên", "vệ sĩ", "cựu binh", "giám khảo", "dịch giả", "phát thanh viên",
    # kin and age
    "mẹ", "bà mẹ", "mẹ việt nam anh hùng", "bà mẹ việt nam anh hùng", "người mẹ", "người cha", "người vợ",
    "người chồng", "người con", "người phụ nữ", "phụ nữ", "người đàn ông", "cụ ông", "cụ bà", "ông lão", "bé gái",
    "bé trai", "thiếu nữ", "thiếu niên", "thanh niên", "cô dâu", "chú rể", "nữ sinh", "nam sinh", "hoàng hậu",
    "hoàng thân", "thái tử", "công tước", "nữ công tước",
    # at an event, in a case, for a business
    "khách hàng", "bệnh nhân", "sản phụ", "tử tù", "phạm nhân", "nguyên đơn", "bị đơn", "bị hại", "người bị hại",
    "hội thẩm", "chủ tọa", "người hùng", "anh hùng", "quán quân", "á quân", "á khoa", "cổ đông", "ông chủ", "bà chủ",
    "chủ quán", "chủ xe", "chủ nhà", "chủ doanh nghiệp", "nhà từ thiện", "mạnh thường quân", "nhà hảo tâm", "đại gia",
    "trùm", "tay súng", "xạ thủ", "người giúp việc", "bảo mẫu", "cựu học sinh", "cựu sinh viên", "nghiên cứu sinh",
    "công chức", "viên chức", "hộ dân", "hộ gia đình", "phái viên",
    # office
    "thư ký", "tổng thư ký", "phó tổng thư ký", "trưởng thôn", "tổ trưởng", "nhật hoàng", "quốc vương", "thị trưởng",
    "thống đốc", "tỉnh trưởng", "hạ nghị sĩ", "đại biểu quốc hội", "đặc phái viên", "đặc sứ", "công sứ", "lãnh sự",
    "tổng lãnh sự", "tham tán", "chánh án", "viện phó", "hiệu phó", "phó hiệu trưởng", "trưởng khoa", "phó khoa",
    "chính ủy", "chính trị viên", "chỉ huy trưởng", "trung úy", "thượng úy", "đại úy", "thiếu tá", "trung tá",
    "thượng tá", "cựu tổng thống", "cựu thủ tướng", "cựu bộ trưởng", "giám đốc điều hành", "ceo", "nhà sáng lập",
    "đồng sáng lập", "cơ trưởng", "cơ phó",
    # faith
    "giáo dân", "phật tử", "ni sư", "thượng tọa", "đại đức", "sư thầy", "sư cô", "mục sư", "hồng y", "tổng giám mục",
    # profession
    "phiên dịch", "phiên dịch viên", "thông dịch viên", "biên dịch viên", "luật gia", "chuyên viên", "kỹ thuật viên",
    "giảng viên", "hướng dẫn viên", "biên tập viên", "thuyền viên", "công nhân", "tiểu thương", "y tá", "nữ hộ sinh",
    "hộ sinh", "dược sĩ", "nha sĩ", "trinh sát", "nhà tư vấn", "nhà lập pháp", "nhà đàm phán", "nhà phân tích",
    "nhà bình luận", "nhà phát minh", "nhà du hành", "nhà leo núi", "nhà thám hiểm", "nhà cách mạng",
    "nhà kinh tế học", "nhà tâm lý", "nhà văn hóa học", "đầu bếp", "bếp trưởng", "thợ lặn", "thợ mỏ", "thợ điện",
    "thợ xây", "phụ xe", "nhà thần học",
    # art and sport
    "nsnd", "nsưt", "nghệ sĩ nhân dân", "nghệ sĩ ưu tú", "danh hài", "siêu mẫu", "rapper", "youtuber", "blogger",
    "streamer", "nhiếp ảnh gia", "nhà quay phim", "nhà biên kịch", "biên kịch", "nhạc trưởng", "nhạc công",
    "nghệ sĩ múa", "vũ công", "biên đạo", "biên đạo múa", "nhà điêu khắc", "thủ môn", "tiền đạo", "tiền vệ", "hậu vệ",
    "trung vệ", "vđv", "đại kiện tướng", "võ sư", "tay đua", "kình ngư", "cua rơ", "tay đấm", "golfer", "tay golf",
    "đô cử", "đô vật",
)  # fmt: skip
# Heads of offices that are the end of another noun ("cơ quan quản lý nào", "ban chỉ huy nào"), no persons, or too short
# to be told from other words.
_NO_PERSONS: Final = frozenset((
    "quản lý", "chỉ huy", "phó chỉ huy", "chủ đầu tư", "phó trưởng", "tác giả", "quốc vụ viện", "ủy viên quốc vụ",
    "đbqh", "pgđ", "gđ", "phó gđ",
    # with the body, which the question asks about as well
    "chủ tịch hạ viện", "chủ tịch thượng viện", "chủ tịch hđqt", "phó chủ tịch hđqt", "chủ tịch hđtv",
    "chủ tịch hội đồng quản trị", "chánh văn phòng ubnd", "tổng kiểm toán nhà nước", "thường trực ban bí thư",
))  # fmt: skip
# "Phó tổng giám đốc nào" asks for no director general, "đổng lý văn phòng nào" for no bureau.
PERSON_NOUNS: Final[tuple[str, ...]] = tuple(
    dict.fromkeys((*_NOUNS, *(head for head in offices.HEADS if head not in _NO_PERSONS)))
)
