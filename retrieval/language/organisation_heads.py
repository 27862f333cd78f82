"""What heads the names of organisations, by sort, and which words only look as if they did or end a name."""

from __future__ import annotations

# What heads a name, by the sort of organisation. Lower case, reading form.
HEADS: dict[str, tuple[str, ...]] = {
    "ministry": ("bộ",),
    "department": (
        "sở", "cục", "tổng cục", "chi cục", "vụ", "phòng", "thanh tra", "hải quan", "kho bạc", "chi nhánh", "cảng vụ",
        "kiểm toán", "kiểm lâm", "cơ quan", "quản lý thị trường", "bảo hiểm xã hội", "bhxh", "trạm", "khu quản lý",
    ),
    "board": (
        "ban", "ủy ban", "hội đồng", "tiểu ban", "ban chỉ đạo", "ban tổ chức", "ban quản lý", "văn phòng",
        "mặt trận tổ quốc", "mttq", "ủy ban mttq", "ban thường vụ", "ban chấp hành", "tổ công tác", "nhóm", "tổ",
    ),
    "party": (
        "thành ủy", "tỉnh ủy", "huyện ủy", "quận ủy", "thị ủy", "đảng ủy", "quân ủy", "đảng bộ", "thành đoàn",
        "quận đoàn", "huyện đoàn",
        "tỉnh đoàn", "đoàn thanh niên", "đoàn tncs", "trung ương đoàn", "trung ương đoàn thanh niên", "đảng",
    ),
    "government": (
        "ubnd", "ủy ban nhân dân", "hđnd", "hội đồng nhân dân", "chính phủ", "quốc hội", "chính quyền",
        "văn phòng chính phủ", "nghị viện", "hạ viện", "thượng viện",
    ),
    "police": ("công an", "cảnh sát", "cơ quan điều tra", "cơ quan cảnh sát điều tra", "cơ quan csđt", "cơ quan anđt"),
    "court": ("tòa án", "tòa án nhân dân", "tand", "tòa", "hội đồng xét xử"),
    "procuracy": ("viện kiểm sát", "viện kiểm sát nhân dân", "viện ksnd", "vksnd", "vks", "viện công tố"),
    "army": (
        "quân khu", "quân đoàn", "quân chủng", "binh chủng", "binh đoàn", "lữ đoàn", "sư đoàn", "trung đoàn",
        "tiểu đoàn", "hạm đội", "bộ tư lệnh", "bộ chỉ huy", "bộ đội biên phòng", "biên phòng", "bộ tổng tham mưu",
        "vùng", "đồn biên phòng", "cảnh sát biển",
    ),
    "company": (
        "công ty", "công ty cổ phần", "công ty cp", "công ty tnhh", "tổng công ty", "tập đoàn", "doanh nghiệp", "hãng",
        "hãng hàng không", "hãng bay", "hợp tác xã", "htx", "xí nghiệp", "nhà máy", "quỹ đầu tư", "liên danh",
        "liên danh nhà thầu", "liên danh nhà đầu tư", "siêu thị", "cty", "dntn", "doanh nghiệp tư nhân", "hãng phim",
        "điện lực",
    ),
    "bank": ("ngân hàng", "nhà băng"),
    "press": (
        "báo", "tờ", "nhật báo", "tạp chí", "đài", "hãng tin", "hãng thông tấn", "thông tấn xã", "kênh", "tòa soạn",
        "nhà xuất bản", "nxb", "thời báo",
    ),
    "school": (
        "trường", "đại học", "đh", "trường đại học", "trường đh", "học viện", "cao đẳng", "trường thpt", "trường thcs",
        "trường tiểu học", "trường mầm non", "thpt", "khoa",
    ),
    "hospital": ("bệnh viện", "bv", "trung tâm y tế", "phòng khám"),
    "institute": (
        "viện", "phân viện", "cung văn hóa", "cung thiếu nhi", "trung tâm", "bảo tàng", "nhà hát", "nhà thiếu nhi",
        "nhà văn hóa", "thư viện", "viện hàn lâm",
    ),
    "team": ("đội tuyển", "tuyển", "đội", "câu lạc bộ", "clb", "đội bóng"),
    "association": (
        "hội", "hiệp hội", "liên đoàn", "tổng liên đoàn", "liên hiệp", "liên hiệp hội", "tổng hội", "giáo hội",
        "liên minh", "công đoàn", "quỹ", "trung ương hội", "ủy hội", "lđlđ",
        "tổng lđlđ", "đoàn luật sư", "tổ chức", "hội đồng bảo an",
    ),
    "embassy": ("đại sứ quán", "đsq", "tổng lãnh sự quán", "lãnh sự quán"),
    "delegation": ("phái đoàn", "đoàn", "đoàn thể thao"),
}  # fmt: skip
# Names that are complete as they stand; with what follows they may grow ("Quốc hội Mỹ").
COMPLETE = (
    "Quốc hội", "Chính phủ", "Bộ Chính trị", "Ban Bí thư", "Liên Hợp Quốc", "Liên hợp quốc", "Liên Hiệp Quốc",
    "Liên hiệp quốc", "Nhà Trắng", "Lầu Năm Góc", "Điện Kremlin", "Hội đồng Bảo an", "Thành ủy", "Tỉnh ủy", "Huyện ủy",
    "Quận ủy", "Quân ủy Trung ương", "Hải quan", "Trung ương Đảng", "Thường vụ Quốc hội", "Ủy ban châu Âu",
    "Hội Chữ thập đỏ",
    "UBND", "HĐND", "VKSND", "VKS", "TAND", "MTTQ", "LĐLĐ", "BHXH",
    "Thượng viện", "Hạ viện", "Thanh tra Chính phủ", "Kiểm toán Nhà nước",
    "Mặt trận Tổ quốc", "Bộ Tổng tham mưu", "Cảnh sát biển", "Interpol", "Bộ Tư lệnh",
    "Ngân hàng Nhà nước", "Ngân hàng Thế giới", "Trung ương Đoàn", "Thành đoàn", "Tỉnh đoàn", "Quận đoàn", "Huyện đoàn",
)  # fmt: skip
# Small words that end a name even between capitals ("Quân khu 7 cùng Đoàn").
ENDING = (
    "và", "của", "với", "cùng", "tại", "ở", "đã", "sẽ", "đang", "là", "do", "cho", "về", "từ", "đến", "tới", "trong",
    "ngày", "năm", "tháng", "hôm", "sáng", "chiều", "trưa", "này", "nói", "thì", "mà", "để", "khi", "vào", "ra", "trên",
    "theo", "không", "phải", "đưa", "nhằm", "như", "bởi", "giữa", "trao", "ký", "mời", "gửi", "nhận", "dự", "họp",
    "lên", "vừa", "mới", "còn", "các", "những", "một", "hai", "ba", "ông", "bà", "anh", "chị", "có", "bị", "được",
    "cũng", "gồm", "sau", "trước", "qua", "nên", "bằng", "hoặc", "hay", "nếu", "vì", "thăm", "gặp", "tiếp", "đón",
    "sang", "đi", "làm", "lập", "xử", "giao", "tặng", "cấp", "bán", "mua", "thắng", "thua", "hạ", "gọi", "chọn", "khóa",
    "kỳ", "lần", "nhiệm", "báo", "nêu", "yêu", "đề", "tổ", "phối", "chủ", "kêu", "tuyên", "thông", "cử", "xin", "đòi",
    "gây", "bắt", "khởi", "ngoài", "nhưng", "rồi", "vẫn", "luôn", "từng", "nay", "đây", "đó", "nào", "tin", "trả",
    "phía", "bên", "cách", "quận", "huyện", "tỉnh", "thành", "xã", "phường", "đồng", "thu", "dành", "lại", "số",
)  # fmt: skip
# Capitals that are no organisation by themselves.
NO_BRAND = frozenset((
    "TP", "TP.", "TPHCM", "TP.HCM", "HCM", "GDP", "USD", "VND", "VNĐ", "FDI", "ODA", "TNHH", "MTV", "CP", "COVID",
    "ATM", "TW", "NQ", "QĐ", "CT", "SN", "DN", "TT", "PV", "GS", "TS", "PGS", "ThS", "QR", "AI", "IT", "BOT", "HLV",
    "CEO", "CFO", "PCI", "XHCN", "ĐBQH", "BCH", "BTV", "ĐB", "TNGT", "THPT", "THCS", "ICAO", "CNTT", "VIP", "HIV",
    "AIDS", "ADN", "GPMB", "PCCC", "KCN", "KĐT", "BTC", "CBCNV", "NSND", "NSƯT", "CP.", "II", "III", "IV", "VI", "VII",
    "VIII", "IX", "XI", "XII", "XIII", "XIV", "XV", "XX", "XXI", "HĐQT", "GDĐT", "SUV", "MC", "TV", "VTV", "PGS.TS",
    "GS.TS", "QH", "WC", "SEA", "AFF", "XIII.", "KH", "UAE", "THẾ", "VN", "EUR", "GMT", "UTC", "UBTVQH", "MW", "MWp",
    "MWh", "GW", "GWp", "GWh",
))  # fmt: skip
BRAND_END = (
    "Bank", "Airways", "Airlines", "Group", "Corp", "Corporation", "Holdings", "Holding", "Land", "Media", "Motors",
    "Motor", "Telecom", "Mobile", "Real", "Logistic", "Logistics", "Electronics", "Electric", "Pictures", "University",
    "Foundation", "Times", "Post", "News", "Press", "Inc", "Ltd", "JSC", "Capital", "Partners", "Pharma", "Air",
    "Software", "Systems", "Energy", "Petroleum", "Steel", "Cement", "Foods", "Travel", "Tours", "Studio", "Hospital",
)  # fmt: skip

# Heads that small letters and a bare unit complete ("UBND tỉnh", "Công an huyện").
OF_UNITS = frozenset((
    "government", "police", "court", "procuracy", "party", "board", "department", "association", "press",
))  # fmt: skip
# Heads that a bare unit right behind them makes a name ("Thư viện tỉnh").
OF_UNIT_ALONE = frozenset((
    "mặt trận tổ quốc", "mttq", "ủy ban mttq", "thư viện", "bảo tàng", "nhà văn hóa", "nhà thiếu nhi", "bệnh viện",
    "trung tâm y tế",
))  # fmt: skip

# Sorts of bodies that are told to act right behind their heads ("UBND hỗ trợ ...", "cảnh sát triển khai ...").
ACTING = frozenset(("government", "police", "court", "procuracy", "press"))
# Heads that in small letters are verbs or common words before a verb ("tổ chức bầu cử").
DOING = frozenset(("tổ chức", "vụ", "nhóm", "tổ", "vùng", "tòa", "tuyển", "đội"))
# Heads that in small letters are mostly other words ("vụ AVG", "vùng Tây Bắc", "tổ chức Lễ ...").
NEEDS_FIELD = frozenset(("vụ", "vùng", "phòng", "tổ", "nhóm", "trạm", "khoa", "tòa", "tổ chức", "chi nhánh", "cơ quan"))

# What does not tell one company from another ("doanh nghiệp Nhà nước").
ANY_OF_THEM = frozenset(("Nhà nước", "nhà nước", "Việt", "VN", "FDI", "Nhật", "Hàn", "Tây"))
# Heads that only end another word when one of these stands before ("môi trường", "cán bộ", "nhiệm vụ").
NOT_AFTER: dict[str, tuple[str, ...]] = {
    "trường": ("môi", "thị", "hội", "chiến", "quảng", "lập", "công", "hiện", "sở", "kịch", "trung"),
    "bộ": ("cán", "toàn", "nội", "đồng", "tiến", "đảng", "bắc", "nam", "trung", "cục", "sắc", "đi", "chi"),
    "hội": ("xã", "cơ", "đại", "quốc", "lễ", "đô", "dạ", "vũ", "đảng"),
    "đội": ("quân", "bộ", "biệt", "trật"),
    "đoàn": ("đại", "toàn", "khối"),
    "sở": ("cơ", "trụ", "công", "xứ"),
    "báo": ("nhà", "thông", "cảnh", "dự", "tình", "mật", "quả", "khai"),
    "phòng": ("quốc", "văn", "hải", "biên", "tiêu", "dự", "đề", "trưởng", "phó", "trưởng"),
    "vụ": ("nhiệm", "phục", "công", "nội", "nghĩa", "dịch", "chức", "đặc", "nghiệp", "sự", "trưởng"),
    "khoa": ("giáo", "bách", "nhi", "đa", "sách", "trưởng", "nha"),
    "ban": ("trưởng", "phó", "bản", "đoàn"),
    "tiểu ban": ("trưởng", "phó"),
    "ban tổ chức": ("trưởng", "phó"),
    "ban quản lý": ("trưởng", "phó"),
    "ban chỉ đạo": ("trưởng", "phó"),
    "nhóm": ("trưởng",),
    "tổ": ("trưởng", "phó"),
    "tổ chức": ("ban", "sự"),
    "viện": ("trường",),
    "đh": ("sau", "trên"),
    "đại học": ("sau", "trên", "giáo dục"),
    "vùng": ("toàn",),
    "đài": ("lâu", "khán", "lễ"),
    "kênh": ("đa",),
    "quỹ": ("thủ",),
    "đảng": ("bí thư",),
    "tuyển": ("trúng", "thi", "xét", "thử"),
}
# Fields of work in small letters before which a head is another word ("bộ luật dân sự", "vụ tham nhũng").
NOT_BEFORE: dict[str, tuple[str, ...]] = {
    "bộ": (
        "luật", "phim", "sách", "thiết bị", "tiêu chuẩn", "tổng hợp", "giải mã", "máy tính", "dữ liệu", "kỷ lục",
        "vũ khí", "bách khoa", "vàng", "truyền thông", "điều khiển", "ảnh", "quy tắc", "phần mềm", "sạc",
    ),
    "kênh": ("thoát nước", "cấp nước"),
    "vùng": ("biển",),
    "tòa": ("nhà",),
    "quỹ": ("nhà ở", "đất", "đất đai", "thời gian"),
    "phòng": ("công chứng", "biểu diễn", "học sinh"),
}  # fmt: skip
