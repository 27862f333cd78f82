"""Offices (chức vụ): the words that head them, and where an office phrase begins and ends.

An office is a head ("Thứ trưởng") with what completes it ("Bộ Khoa học và Công nghệ"). It stands before a name
("Thứ trưởng Bộ Khoa học và Công nghệ Lê Xuân Định") or after it ("Lê Xuân Định, Thứ trưởng Bộ ...").
"""

from __future__ import annotations

import re

# Heads of offices and of professions by which the press introduces a person. Lower case, reading form.
HEADS = (
    # Party, state, assemblies
    "tổng bí thư", "bí thư", "phó bí thư", "ủy viên dự khuyết", "ủy viên", "thường trực ban bí thư", "thành viên",
    "chủ tịch nước", "phó chủ tịch nước", "chủ tịch", "phó chủ tịch", "thủ tướng", "phó thủ tướng", "bộ trưởng",
    "thứ trưởng", "trưởng ban", "phó trưởng ban", "phó ban", "chủ nhiệm", "phó chủ nhiệm", "chánh văn phòng",
    "phó chánh văn phòng", "chánh thanh tra", "phó chánh thanh tra", "tổng thanh tra", "phó tổng thanh tra",
    "tổng cục trưởng", "phó tổng cục trưởng", "cục trưởng", "phó cục trưởng", "chi cục trưởng", "phó chi cục trưởng",
    "vụ trưởng", "phó vụ trưởng", "viện trưởng", "phó viện trưởng", "trưởng phòng", "phó trưởng phòng", "phó phòng",
    "trưởng đoàn", "phó trưởng đoàn", "phó đoàn", "đại biểu quốc hội", "đại biểu", "đbqh", "thống đốc", "phó thống đốc",
    "tổng kiểm toán", "chánh án", "phó chánh án", "chủ tọa", "thẩm phán", "kiểm sát viên", "công tố viên",
    "điều tra viên", "thủ trưởng", "phó thủ trưởng", "trưởng công an", "phó trưởng công an", "trưởng thôn", "trưởng ấp",
    "trưởng bản", "già làng", "tổ trưởng", "tổ phó", "đội trưởng", "phó đội trưởng", "hội trưởng", "trợ lý", "thư ký",
    "tổng thư ký", "phó tổng thư ký", "cố vấn", "chuyên viên", "cán bộ", "trưởng ty", "quyền bộ trưởng",
    "người phát ngôn", "phát ngôn viên", "phó người phát ngôn", "trưởng nhóm", "trưởng bộ môn", "phó trưởng bộ môn",
    "trưởng tiểu ban", "phó trưởng", "trưởng", "đại diện", "phó", "quyền", "người đứng đầu", "lãnh đạo",
    # Forces
    "tư lệnh", "phó tư lệnh", "tổng tư lệnh", "chính ủy", "phó chính ủy", "tổng tham mưu trưởng", "tham mưu trưởng",
    "phó tổng tham mưu trưởng", "chỉ huy trưởng", "phó chỉ huy trưởng", "chính trị viên", "đồn trưởng", "thuyền trưởng",
    "trung đoàn trưởng", "sư đoàn trưởng", "lữ đoàn trưởng",
    # Foreign affairs
    "đại sứ", "phó đại sứ", "cựu đại sứ", "tổng lãnh sự", "phó tổng lãnh sự", "lãnh sự", "tham tán", "tùy viên",
    "đại biện lâm thời", "đại biện", "công sứ", "đặc phái viên", "trưởng đại diện", "phó trưởng đại diện",
    "điều phối viên", "tổng thống", "phó tổng thống", "ngoại trưởng", "thượng nghị sĩ", "hạ nghị sĩ", "nghị sĩ",
    "thị trưởng", "phó thị trưởng", "thống đốc bang", "tỉnh trưởng", "quốc vương", "nhà vua", "hoàng tử", "công chúa",
    "thái tử", "hoàng hậu", "nữ hoàng", "hoàng thân", "thủ hiến", "cao ủy", "nhà ngoại giao", "lãnh tụ", "tư lệnh",
    "chủ tịch hạ viện", "chủ tịch thượng viện", "nhà lãnh đạo", "người đồng cấp", "tổng giám mục", "giáo hoàng", "phu nhân",
    "đệ nhất phu nhân", "toàn quyền", "đại sứ thiện chí",
    # Enterprises and institutions
    "tổng giám đốc", "phó tổng giám đốc", "giám đốc", "phó giám đốc", "giám đốc điều hành", "ceo", "cfo", "cto", "coo",
    "chủ tịch hđqt", "kế toán trưởng", "tổng biên tập", "phó tổng biên tập", "hiệu trưởng", "phó hiệu trưởng",
    "hiệu phó", "trưởng khoa", "phó trưởng khoa", "phó khoa", "quản lý", "nhà sáng lập", "người sáng lập",
    "đồng sáng lập", "sáng lập viên", "kiểm toán trưởng", "quản đốc", "chủ doanh nghiệp", "chủ đầu tư", "giám tuyển",
    "giám khảo", "trưởng ban tổ chức", "phó trưởng ban tổ chức", "viện phó", "cục phó", "vụ phó", "giám sát",
    # Professions
    "giáo sư", "phó giáo sư", "tiến sĩ", "thạc sĩ", "viện sĩ", "luật sư", "bác sĩ", "dược sĩ", "kỹ sư",
    "kiến trúc sư", "nhà thơ", "nhà văn", "nhà báo", "nhà sử học", "nhà nghiên cứu", "nhà khoa học", "nhà thiết kế",
    "nhà sản xuất", "nhà giáo", "nhà giáo nhân dân", "nhà giáo ưu tú", "nhạc sĩ", "ca sĩ", "nam ca sĩ", "nữ ca sĩ",
    "đạo diễn", "diễn viên", "nam diễn viên", "nữ diễn viên", "họa sĩ", "nghệ sĩ", "nghệ sĩ nhân dân",
    "nghệ sĩ ưu tú", "nghệ nhân", "hoa hậu", "á hậu", "á khôi", "hoa khôi", "người mẫu", "siêu mẫu", "biên đạo",
    "huấn luyện viên trưởng", "huấn luyện viên", "trợ lý huấn luyện viên", "hlv trưởng", "hlv", "cầu thủ", "tiền đạo",
    "tiền vệ", "trung vệ", "hậu vệ", "thủ môn", "vận động viên", "vđv", "kỳ thủ", "võ sĩ", "trọng tài", "kình ngư",
    "danh thủ", "tuyển thủ", "giảng viên", "giáo viên", "cô giáo", "thầy giáo", "sinh viên", "học sinh", "doanh nhân",
    "chuyên gia", "chuyên gia kinh tế", "anh hùng", "nhà hoạt động", "biên tập viên", "phóng viên", "phi công",
    "tài xế", "nông dân", "công nhân", "bệnh nhân", "bị cáo", "bị can", "nghi phạm", "nạn nhân", "nhân chứng", "đương sự",
    "thí sinh", "du học sinh", "tỷ phú", "triệu phú", "cựu chiến binh", "thương binh", "chiến sĩ", "thuyền viên",
    "nhà đầu tư", "nhà vô địch", "quán quân", "á quân", "mc", "dj", "rapper", "ntk", "vlogger", "youtuber",
    # Religion
    "hồng y", "đức hồng y", "giám mục", "đức giám mục", "linh mục", "đức cha", "hòa thượng", "thượng tọa", "đại đức",
    "ni sư", "ni trưởng", "sư cô", "sư thầy", "mục sư", "đại lão hòa thượng", "pháp chủ",
)  # fmt: skip

# Ranks and degrees: they stand before a name like an office, and come after the offices in an answer.
RANKS = (
    "đại tướng", "thượng tướng", "trung tướng", "thiếu tướng", "đô đốc", "phó đô đốc", "chuẩn đô đốc", "chuẩn tướng",
    "tướng", "đại tá", "thượng tá", "trung tá", "thiếu tá", "đại úy", "thượng úy", "trung úy", "thiếu úy",
    "thượng sĩ", "trung sĩ", "hạ sĩ", "gs.tskh", "gs.ts", "gs-ts", "pgs.ts", "pgs-ts", "pgs, ts", "gs, ts", "gs ts", "pgs ts",
    "tskh", "gs", "pgs", "ts", "ths", "bs", "bscki", "bsckii", "bs.ckii", "bs.cki", "ths.bs", "ths-bs", "ts.bs",
    "ts-bs", "pgs.ts.bs", "ks", "kts", "ls", "nsnd", "nsưt", "ngnd", "ngưt", "ts.", "gs.", "dr", "dr.", "lm", "ht", "tt",
    "nsƯT",
)  # fmt: skip

# Words of address before a name. They say that a person follows, and of which sex.
HONORIFICS = (
    "ông", "bà", "anh", "chị", "em", "cô", "chú", "bác", "cụ", "cậu", "cháu", "bé", "thầy", "ngài", "đồng chí",
    "đ/c", "đc", "quý ông", "quý bà", "nàng", "gã", "tên", "vợ chồng", "anh em", "chàng", "mẹ", "sư", "đức", "công nương",
    "các ông", "các bà", "các anh", "các chị", "các đồng chí",
)  # fmt: skip

# What may stand before a head and belongs to it.
PREFIXES = ("nguyên", "cựu", "quyền", "đồng", "tân", "cố", "nguyên quyền", "đương kim", "cựu phó")


def _alternation(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(set(words), key=len, reverse=True))


HEAD = re.compile(
    rf"(?<![\w-])(?:(?:{_alternation(PREFIXES)})\s+)*(?:{_alternation(HEADS + RANKS)})(?![\w])",
    re.IGNORECASE,
)
RANK = re.compile(rf"(?<![\w-])(?:{_alternation(RANKS)})(?!\w)\.?", re.IGNORECASE)
HONORIFIC = re.compile(rf"(?<![\w-])(?:{_alternation(HONORIFICS)})(?![\w])", re.IGNORECASE)

# Heads that introduce a person only with a name right after them; alone they are no office to answer with.
WEAK_HEADS = frozenset(
    ("đại diện", "thành viên", "phó", "trưởng", "quyền", "lãnh đạo", "quản lý", "cán bộ", "đại biểu", "người đứng đầu", "phu nhân",
     "giám sát")
)  # fmt: skip

# An office phrase ends before one of these words: what follows is what the person does, or another clause.
_STOPS = (
    "đã", "sẽ", "đang", "vừa", "cũng", "còn", "có", "là", "do", "cho", "rằng", "thì", "được", "bị", "không", "chưa", "mới", "vẫn",
    "cho biết", "nói", "nhấn mạnh", "khẳng định", "phát biểu", "chia sẻ", "bày tỏ", "đánh giá", "đề nghị", "yêu cầu",
    "chủ trì", "dự", "tham dự", "trình bày", "trả lời", "thông tin", "thông báo", "cùng", "trao", "tặng", "ký", "dẫn đầu",
    "ca ngợi", "gửi", "tiếp", "chúc", "nhận định", "kêu gọi", "mong muốn", "hy vọng", "tin tưởng", "thay mặt", "tại",
    "trong", "khi", "nhân dịp", "vào", "từ", "với", "theo", "ghi nhận", "kỳ vọng", "bấm", "cắt", "giới thiệu", "đọc",
    "nêu", "lưu ý", "cảm ơn", "tuyên bố", "chỉ đạo", "ghi", "hỏi", "bên", "đến", "tới", "thăm", "gặp", "đại diện cho",
    "gồm", "để", "nhưng", "mà", "nếu", "vì", "bởi", "sau", "trước", "lý giải", "giải thích", "phân tích", "cảnh báo",
    "trao đổi", "tham gia", "làm việc", "hội đàm", "hội kiến", "tiếp đón", "đón", "tán thành", "thừa nhận", "tiết lộ",
    "kết luận", "điều hành", "đồng chủ trì", "khai mạc", "bế mạc", "tặng hoa", "chứng kiến", "thống nhất", "nhất trí",
    "phản ánh", "kiến nghị", "đề xuất", "cam kết", "hứa", "chụp", "bắt tay", "đồng ý", "xác nhận", "viết", "kể",
    "trả lời phỏng vấn", "nhận", "tuyên dương", "bổ sung", "thể hiện", "ra", "đi", "về", "lên", "ở", "hôm", "ngày", "sáng", "chiều",
    "tối", "cùng với", "dành", "nhắc", "nghe", "lắng nghe", "biểu dương", "chúc mừng", "quyết định", "góp ý", "xin lỗi",
    "trực tiếp", "chính thức", "cùng đoàn", "dâng hương", "phụ trách nói", "nguyên là", "hiện", "nay", "từng",
)  # fmt: skip
STOP = re.compile(rf"(?<![\w-])(?:{_alternation(_STOPS)})(?![\w])")


def is_weak(office: str) -> bool:
    """Tell whether `office` is a bare weak head ("đại diện"), which says nothing about a person."""
    return office.lower() in WEAK_HEADS


def is_rank(office: str) -> bool:
    """Tell whether `office` is a rank or degree ("Thượng tướng", "GS.TS")."""
    return RANK.fullmatch(office.strip()) is not None


def trim(office: str) -> str:
    """Return an office phrase without the punctuation and conjunctions around it."""
    office = office.strip(" ,;:-–—.()[]\"“”")
    office = re.sub(r"\s+(?:và|cùng|cùng các|kiêm)$", "", office)
    return re.sub(r"\s{2,}", " ", office)
