"""Names of organisations in Vietnamese text: what heads them, what completes them, and where they end.

A name is a head ("Bộ", "Công ty cổ phần", "UBND") with what completes it: capitalised words, words for a field of work
in small letters or capitals ("Ban An toàn giao thông", "Ban tôn giáo"), an administrative unit ("quận 4", "tỉnh Nghệ
An"), joined by "và" or a comma only before a field of work ("Bộ Lao động, Thương binh và Xã hội", but "Bộ Công an và
Bộ Quốc phòng" is two). Some need nothing more ("Quốc hội"), and brands and acronyms have no head ("Vietcombank").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from retrieval.language.letters import LOWER, UPPER
from retrieval.language.name_context import is_vietnamese_syllable
from retrieval.language.patterns import any_of
from retrieval.language.places import is_place

# What heads a name, by the sort of organisation. Lower case, reading form.
HEADS: dict[str, tuple[str, ...]] = {
    "ministry": ("bộ",),
    "department": (
        "sở", "cục", "tổng cục", "chi cục", "vụ", "phòng", "thanh tra", "hải quan", "kho bạc", "chi nhánh", "cảng vụ",
        "kiểm toán", "kiểm lâm", "cơ quan", "quản lý thị trường", "bảo hiểm xã hội", "bhxh", "trạm",
    ),
    "board": (
        "ban", "ủy ban", "hội đồng", "tiểu ban", "ban chỉ đạo", "ban tổ chức", "ban quản lý", "văn phòng",
        "mặt trận tổ quốc", "mttq", "ủy ban mttq", "ban thường vụ", "ban chấp hành", "tổ công tác", "nhóm", "tổ",
    ),
    "party": (
        "thành ủy", "tỉnh ủy", "huyện ủy", "quận ủy", "thị ủy", "đảng ủy", "quân ủy", "đảng bộ", "thành đoàn",
        "quận đoàn", "huyện đoàn",
        "tỉnh đoàn", "đoàn thanh niên", "đoàn tncs", "đảng",
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
        "siêu thị",
    ),
    "bank": ("ngân hàng", "nhà băng"),
    "press": (
        "báo", "tờ", "nhật báo", "tạp chí", "đài", "hãng tin", "hãng thông tấn", "thông tấn xã", "kênh", "tòa soạn",
        "nhà xuất bản", "nxb",
    ),
    "school": (
        "trường", "đại học", "đh", "trường đại học", "trường đh", "học viện", "cao đẳng", "trường thpt", "trường thcs",
        "trường tiểu học", "trường mầm non", "thpt", "khoa",
    ),
    "hospital": ("bệnh viện", "bv", "trung tâm y tế", "phòng khám"),
    "institute": (
        "viện", "trung tâm", "bảo tàng", "nhà hát", "nhà thiếu nhi", "nhà văn hóa", "thư viện", "viện hàn lâm",
    ),
    "team": ("đội tuyển", "tuyển", "đội", "câu lạc bộ", "clb", "đội bóng"),
    "association": (
        "hội", "hiệp hội", "liên đoàn", "tổng liên đoàn", "liên hiệp", "liên hiệp hội", "tổng hội", "giáo hội",
        "liên minh", "công đoàn", "quỹ", "trung ương hội", "đoàn luật sư", "tổ chức", "hội đồng bảo an",
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
    "UBND", "HĐND", "VKSND", "TAND", "Thượng viện", "Hạ viện", "Thanh tra Chính phủ", "Kiểm toán Nhà nước",
    "Mặt trận Tổ quốc", "Bộ Tổng tham mưu", "Cảnh sát biển", "Interpol", "Bộ Tư lệnh",
    "Ngân hàng Nhà nước", "Ngân hàng Thế giới", "Trung ương Đoàn",
)  # fmt: skip
# Words for a field of work, a rank or a legal form; they belong to a name in small letters as in capitals.
FIELDS = (
    "đầu tư xây dựng", "đầu tư phát triển", "tư vấn xây dựng", "sản xuất thương mại", "xây dựng công trình",
    "an ninh", "an ninh mạng", "an toàn giao thông", "an toàn thực phẩm", "biên giới", "biên phòng", "báo chí",
    "bóng chuyền", "bóng đá", "bưu chính", "bưu điện", "bảo hiểm", "bảo hiểm tiền gửi", "bảo hiểm xã hội",
    "bảo vệ thực vật", "cao su", "chính phủ", "chính trị", "chăn nuôi", "chứng khoán", "chữ thập đỏ", "cp", "công an",
    "công nghiệp", "công nghệ", "công nghệ cao", "công nghệ thông tin", "công thương", "công trình", "công đoàn",
    "cơ khí", "cơ yếu", "cảnh sát", "cảnh sát giao thông", "cảnh sát hình sự", "cảnh sát kinh tế",
    "cảnh sát điều tra", "cấp cao", "cổ phần", "tập đoàn", "chiến lược", "thương mại điện tử", "thanh toán",
    "cộng đồng", "cộng sản", "cộng hòa", "dân chủ", "hồi giáo",
    "cựu chiến binh", "di sản", "di sản văn hóa", "doanh nghiệp", "doanh nghiệp trẻ", "doanh nhân", "du lịch",
    "dân số", "dân tộc", "dân vận", "dược", "gia đình", "giao thông", "giao thông vận tải", "giáo dục", "hàng hải",
    "hàng không", "hành chính", "hình sự", "hóa chất", "hóa học", "hạ tầng", "hải quan", "hải quân", "hậu cần",
    "hữu nghị", "khoa học", "khoa học xã hội", "khoáng sản", "khí tượng", "khí tượng thủy văn", "không quân",
    "khảo cổ", "kinh tế", "kinh tế trung ương", "kiểm lâm", "kiểm tra trung ương", "kỹ thuật", "lao động",
    "liên quân", "luật gia", "luật sư", "lâm nghiệp", "lương thực", "lịch sử", "lục quân", "lữ hành", "mtv",
    "môi trường", "mầm non", "mặt trận", "mỹ thuật", "nghĩa vụ", "nghệ thuật", "ngoại giao", "ngoại thương",
    "ngoại vụ", "người việt", "nhi", "nhiệt đới", "nhà báo", "nhà nước", "nhà văn", "nhân dân", "nhân dân cấp cao",
    "nhân dân tối cao", "nhân quyền", "nhân văn", "nhạc sĩ", "nông dân", "nông nghiệp", "nông thôn", "năng lượng",
    "năng lượng nguyên tử", "nội chính", "nội vụ", "pháp chế", "pháp luật", "phát thanh", "phát triển nông thôn",
    "phòng cháy chữa cháy", "phòng chống ma túy", "phòng chống tham nhũng", "phòng chống thiên tai", "phòng không",
    "phòng không không quân", "phật giáo", "phổ thông", "phụ nữ", "phụ sản", "quan hệ quốc tế", "quân huấn",
    "quân sự", "quân y", "quân đội", "quản lý cạnh tranh", "quốc gia", "quốc hội", "quốc phòng", "quốc tế",
    "răng hàm mặt", "sinh học", "sinh viên", "sân khấu", "sư phạm", "sức khỏe", "thanh niên", "thcs", "thi hành án",
    "thi hành án dân sự", "thiên tai", "thpt", "thuế", "thành ủy", "thông tấn", "thú y", "thương binh", "thương mại",
    "thương mại cổ phần", "thường vụ", "thế giới", "thể dục", "thể thao", "thị trường", "thủ đô", "thủy lợi",
    "thủy sản", "thực phẩm", "tim mạch", "tin học", "tiểu học", "tmcp", "tnhh", "trung học", "trung học phổ thông",
    "trung ương", "truyền hình", "trách nhiệm hữu hạn", "trẻ em", "tuyên giáo", "tài chính", "tài nguyên",
    "tài nguyên nước", "tình báo", "tòa án", "tôn giáo", "tư lệnh", "tư nhân", "tư pháp", "tỉnh ủy", "tối cao",
    "tổ chức cán bộ", "viễn thông", "việc làm", "văn hóa", "văn hóa nghệ thuật", "văn học", "văn thư", "vũ trụ",
    "vận tải biển", "vật liệu", "vật tư", "xã hội", "xổ số kiến thiết", "y dược", "y học", "y học cổ truyền", "y tế",
    "y tế dự phòng", "đa khoa", "điện lực", "điện tử", "điện ảnh", "đê điều", "đô thị", "đường bộ", "đường sắt",
    "đường thủy", "địa chất", "địa ốc", "đối ngoại",
)  # fmt: skip
# Fields that are verbs as well: in small letters only right after the head ("Bộ Công an điều tra vụ ...").
VERBAL_FIELDS = (
    "an toàn", "bay", "bảo tồn", "bảo vệ", "bảo vệ môi trường", "chuyên", "chính sách", "chấp hành", "chỉ đạo",
    "cứu hộ", "dịch vụ", "dự báo", "dự trữ", "giám định", "hợp tác", "hợp tác quốc tế", "kinh doanh", "kiến trúc",
    "kiểm sát", "kiểm tra", "kế hoạch", "luật", "một thành viên", "nghiên cứu", "phát triển", "phục hồi chức năng",
    "quy hoạch", "quản lý", "quản lý dự án", "quản lý thị trường", "sáng tạo", "sản xuất", "tham mưu", "thanh tra",
    "thông tin", "thường trực", "thống kê", "tin", "truyền thông", "tài sản", "tư vấn", "vận tải", "xe", "xuất bản",
    "xuất nhập khẩu", "xây dựng", "điều hành", "điều tra", "đào tạo", "đăng kiểm", "đầu tư",
)  # fmt: skip
# Fields that a name adds with "và", "-" or a comma. None of them heads a name of its own.
JOINED_FIELDS = (
    "chính sách", "chiến lược", "thương mại điện tử",
    "công nghệ", "đào tạo", "xã hội", "thương mại", "môi trường", "du lịch", "phát triển nông thôn", "truyền thông",
    "đầu tư", "thể thao", "kỹ thuật", "đô thị", "gia đình", "phát triển", "viễn thông", "dịch vụ", "xây dựng",
    "công nghiệp", "nhân văn", "truyền hình", "xuất nhập khẩu", "hợp tác", "pháp luật", "thương binh", "đối ngoại",
    "nghệ thuật", "trẻ em", "an toàn", "nhi đồng", "kế hoạch", "quản lý", "thủy sản", "thủy lợi", "môi sinh",
    "vận tải", "kinh doanh", "chế biến", "lâm nghiệp", "tìm kiếm", "cứu nạn", "cứu hộ", "phòng chống", "giám sát",
    "xã hội nhân văn", "kiểm định", "đo lường", "chất lượng", "tư vấn", "giải trí", "công trình", "khoáng sản",
    "khoa học", "môi trường biển", "kinh tế", "kiến trúc", "phê bình", "bảo vệ", "giải pháp", "ứng dụng", "sản xuất",
    "sáng tạo", "du lịch lữ hành", "phân phối", "bất động sản", "đầu tư phát triển", "tài chính",
    "thi hành án hình sự", "hỗ trợ tư pháp", "an sinh", "việc làm", "người cao tuổi", "người có công", "nhi",
    "hải đảo", "quốc hội", "hội nhập", "lao động", "khí tượng", "thủy văn", "bảo tồn", "văn học", "sản khoa",
    "bảo đảm", "dược phẩm",
)  # fmt: skip
# Small words that end a name even between capitals ("Quân khu 7 cùng Đoàn").
_ENDING = (
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
_NO_BRAND = frozenset((
    "TP", "TP.", "TPHCM", "TP.HCM", "HCM", "GDP", "USD", "VND", "VNĐ", "FDI", "ODA", "TNHH", "MTV", "CP", "COVID",
    "ATM", "TW", "NQ", "QĐ", "CT", "SN", "DN", "TT", "PV", "GS", "TS", "PGS", "ThS", "QR", "AI", "IT", "BOT", "HLV",
    "CEO", "CFO", "PCI", "XHCN", "ĐBQH", "BCH", "BTV", "ĐB", "TNGT", "THPT", "THCS", "ICAO", "CNTT", "VIP", "HIV",
    "AIDS", "ADN", "GPMB", "PCCC", "KCN", "KĐT", "BTC", "CBCNV", "NSND", "NSƯT", "CP.", "II", "III", "IV", "VI", "VII",
    "VIII", "IX", "XI", "XII", "XIII", "XIV", "XV", "XX", "XXI", "HĐQT", "GDĐT", "SUV", "MC", "TV", "VTV", "PGS.TS",
    "GS.TS", "QH", "WC", "SEA", "AFF", "XIII.", "KH", "UAE", "THẾ", "VN", "EUR", "GMT", "UTC", "UBTVQH",
))  # fmt: skip
_BRAND_END = (
    "Bank", "Airways", "Airlines", "Group", "Corp", "Corporation", "Holdings", "Holding", "Land", "Media", "Motors",
    "Motor", "Telecom", "Mobile", "Real", "Logistic", "Logistics", "Electronics", "Electric", "Pictures", "University",
    "Foundation", "Times", "Post", "News", "Press", "Inc", "Ltd", "JSC", "Capital", "Partners", "Pharma", "Air",
    "Software", "Systems", "Energy", "Petroleum", "Steel", "Cement", "Foods", "Travel", "Tours", "Studio", "Hospital",
)  # fmt: skip

_CATEGORY = {head: category for category, heads in reversed(HEADS.items()) for head in heads}
# Heads that small letters and a bare unit complete ("UBND tỉnh", "Công an huyện").
_OF_UNITS = frozenset(("government", "police", "court", "procuracy", "party", "board", "department"))

# Heads that in small letters are mostly other words ("vụ AVG", "vùng Tây Bắc", "tổ chức Lễ ...").
_NEEDS_FIELD = frozenset(
    ("vụ", "vùng", "phòng", "tổ", "nhóm", "trạm", "khoa", "tòa", "tổ chức", "chi nhánh", "cơ quan")
)

# What does not tell one company from another ("doanh nghiệp Nhà nước").
_ANY_OF_THEM = frozenset(("Nhà nước", "nhà nước", "Việt", "VN", "FDI", "Nhật", "Hàn", "Tây"))
# Heads that only end another word when one of these stands before ("môi trường", "cán bộ", "nhiệm vụ").
_NOT_AFTER: dict[str, tuple[str, ...]] = {
    "trường": ("môi", "thị", "hội", "chiến", "quảng", "lập", "công", "hiện", "sở", "kịch", "trung"),
    "bộ": ("cán", "toàn", "nội", "đồng", "tiến", "đảng", "bắc", "nam", "trung", "cục", "sắc", "đi", "chi"),
    "hội": ("xã", "cơ", "đại", "quốc", "lễ", "đô", "dạ", "vũ", "đảng"),
    "đội": ("quân", "bộ", "biệt", "trật"),
    "đoàn": ("đại", "toàn", "khối"),
    "sở": ("cơ", "trụ", "công", "xứ"),
    "báo": ("nhà", "thông", "cảnh", "dự", "tình", "mật", "quả", "khai"),
    "phòng": ("quốc", "văn", "hải", "biên", "tiêu", "dự", "đề", "trưởng", "phó", "trưởng"),
    "vụ": ("nhiệm", "phục", "công", "nội", "nghĩa", "dịch", "chức", "đặc", "nghiệp", "sự", "trưởng"),
    "khoa": ("bách", "nhi", "đa", "sách", "trưởng", "nha"),
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

_CAP = (
    r"(?:Thừa Thiên - Huế|Bà Rịa - Vũng Tàu|[A-ZĐ]{1,4}\s-\s[A-ZĐ]{1,4}(?!\w)"
    rf"|(?:(?:TP|TX)\.\s?)?[{UPPER}][\w&’'/]*(?:[-.][\w&]+)*)"
)
_FIELD = rf"(?:(?i:{any_of(FIELDS)})(?!\w)|(?=[{UPPER}])(?i:{any_of(VERBAL_FIELDS)})(?!\w))"
_LEGAL = r"(?:\s+(?i:cổ phần|cp|tnhh|trách nhiệm hữu hạn|một thành viên|mtv|tmcp|thương mại cổ phần|hợp danh)(?!\w))"
_JOINED = rf"(?:(?i:{any_of(JOINED_FIELDS)})(?!\w))"
_ONE_FIELD = rf"(?:\s+(?i:{any_of((*FIELDS, *VERBAL_FIELDS))})(?!\w))"
_FIRST = rf"(?:(?:{_LEGAL}+{_ONE_FIELD}?|{_ONE_FIELD})(?:\s+(?:và|&)\s+{_JOINED})?(?:\s+(?i:{any_of(FIELDS)})(?!\w))*)"
_UNIT = (
    r"(?:(?i:tỉnh|thành phố|tp\.?|quận|huyện|thị xã|thị trấn|phường|xã|khu vực|vùng|bang)\s+"
    rf"(?:{_CAP}|\d+(?!\d*[.,]\d)))"
)
_SMALL = rf"(?:(?!(?:{any_of(_ENDING)})(?!\w))[{LOWER}]+\s+(?={_CAP}))"
_UNITS = r"(?:(?i:quân khu|quân đoàn|sư đoàn|lữ đoàn|trung đoàn|hạm đội|vùng|số)\s+\d+(?!\d|[.,]\d))"
_ITEM = rf"(?:{_UNITS}|{_FIELD}|{_UNIT}|{_CAP}|châu\s+[{UPPER}]\w*)"
_FIELD_JOINT = (
    rf"(?:\s*-\s*(?={_JOINED})|\s+(?:và|&)\s+(?={_JOINED})"
    rf"|,\s+(?={_JOINED}[^,;.()]*(?:,\s+{_JOINED}[^,;.()]*)?\s+và\s+{_JOINED}))"
)
_JOINT = rf"(?:\s+{_SMALL}?(?={_ITEM})|{_FIELD_JOINT})"
_HEAD = rf"(?P<head>(?i:{any_of(_CATEGORY)}))(?!\w)"
_NUMBERED = r"(?:\s+(?i:số\s+)?\d+(?![\d%]|[.,]\d|\s+(?:người|năm|ngày|tuổi|tỷ|triệu)))"
_NAMED = re.compile(
    rf"(?<![\w-]){_HEAD}{_NUMBERED}?(?P<first>{_FIRST})?"
    rf"(?:(?(first){_JOINT}|(?:\s+|{_FIELD_JOINT})){_ITEM}(?:{_JOINT}{_ITEM})*)?"
)
_ACRONYM_BEHIND = re.compile(r"\s*\([A-ZĐ][\w&-]*[A-Z]\)")
_BARE_UNIT = re.compile(r"\s+(?:tỉnh|thành phố|quận|huyện|thị xã|phường|xã|thị trấn)(?!\w)")
_COMPLETE = re.compile(rf"(?<![\w-])(?:{any_of(COMPLETE)})(?!\w)")
_BRAND = re.compile(
    rf"(?<![\w-])(?:(?:[A-Z][a-z0-9]*[A-Z][\w&-]*|[{UPPER}]{{2,}}[\w&-]*)(?:\s+{_CAP}){{0,3}}"
    rf"|[A-Z][a-z]+(?:bank|soft|tel|fone|corp|land|pharma|mart|jet|petro)(?!\w)"
    rf"|(?:{_CAP}\s+){{1,3}}(?:{any_of(_BRAND_END)})(?!\w))"
)


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation named in a text: offsets, the head's end, and its sort (a key of HEADS, or "brand")."""

    start: int
    end: int
    head_end: int
    sort: str

    @property
    def is_brand(self) -> bool:
        """Tell whether the name has no head ("Vietcombank")."""
        return self.sort == "brand"


@lru_cache(maxsize=4096)
def find_organisations(text: str) -> tuple[Organisation, ...]:
    """Return the organisations named in `text` (reading form), in order, none overlapping another."""
    found: list[Organisation] = []
    position = 0
    while (m := _NAMED.search(text, position)) is not None:
        made = _read(text, m)
        position = made.end if made is not None else m.start() + len(m.group().split()[0])
        if made is not None:
            found.append(made)
    for m in _COMPLETE.finditer(text):
        if not any(o.start < m.end() and m.start() < o.end for o in found):
            found.append(Organisation(m.start(), m.end(), m.end(), _sort(m.group().lower())))
    for m in _BRAND.finditer(text):
        if not any(o.start < m.end() and m.start() < o.end for o in found) and not _no_brand(text, m):
            found.append(Organisation(m.start(), m.end(), m.start(), "brand"))
    return tuple(sorted(found, key=lambda o: o.start))


def _read(text: str, match: re.Match[str]) -> Organisation | None:
    """Return what a head with its completion names, if that is a name."""
    start, head_end, end = match.start(), match.end("head"), match.end()
    sort = _sort(match.group("head").lower())
    head = text[start:head_end]
    rest = text[head_end:end]
    capital = any(c.isupper() or c.isdigit() for c in rest)
    if sort in _OF_UNITS and (head[0].isupper() or capital):
        unit = _BARE_UNIT.match(text, end)
        if unit is not None and (rest or sort in ("government", "police", "party", "court", "procuracy")):
            end, capital = unit.end(), True
    complete = _COMPLETE.match(text, start)
    if complete is not None and complete.end() >= end:
        return Organisation(start, complete.end(), complete.end(), sort)
    if not rest and end == head_end:
        return None
    # "Viện nghiên cứu chiến lược quốc tế (VNC)": the acronym behind it says that small letters are a name.
    capital = capital or (head[0].isupper() and _ACRONYM_BEHIND.match(text, end) is not None)
    if not capital and not (head[0].isupper() and sort in ("ministry", "department", "government", "police", "board")):
        return None
    if not capital and sort == "board" and rest.strip() in ("tổ chức", "điều hành", "quản lý", "chỉ đạo"):
        return None
    before = _BEFORE.search(text, max(0, start - 12), start)
    if before is not None and before.group().strip().lower() in _NOT_AFTER.get(head.lower(), ()):
        return None
    if head in _NEEDS_FIELD and not match.group("first"):
        return None
    if sort in ("company", "bank", "press", "school") and (is_place(rest.strip()) or rest.strip() in _ANY_OF_THEM):
        return None  # "ngân hàng Mỹ" is any bank of that country
    if _ends_place(text, start):
        return None
    return Organisation(start, end, head_end, sort)


def _sort(name: str) -> str:
    for size in range(len(name.split()), 0, -1):
        sort = _CATEGORY.get(" ".join(name.split()[:size]))
        if sort is not None:
            return sort
    return "government"


def _no_brand(text: str, match: re.Match[str]) -> bool:
    """Tell whether capitals name no organisation: a degree, a place, the letters of a number, who signs the report."""
    words = match.group().split()
    if words[0] in _NO_BRAND or match.group() in _NO_BRAND or is_place(match.group()):
        return True
    if len(words) == 1 and len(words[0]) < 3 and words[0] not in _SHORT:
        return True
    signed = len(words) > 1 and match.group().isupper() and any(is_vietnamese_syllable(w.title()) for w in words)
    return (
        signed or _CREDITED.search(text, 0, match.start()) is not None or _NUMBER.match(text, match.end()) is not None
    )


_SHORT = frozenset(("EU", "EC", "UN", "LG", "HP", "GE", "AP", "IS"))
_CREDITED = re.compile(r"(?:Ảnh|ảnh|Nguồn|Video|Clip|Đồ họa|Theo|theo)\s*:?\s*$")
_NUMBER = re.compile(r"\s+\d{3,}")


_BEFORE = re.compile(r"\w+\s+$")


def _ends_place(text: str, start: int) -> bool:
    """Tell whether the word at an offset ends the name of a place ("Hải Phòng": no "phòng")."""
    m = _BEFORE.search(text, max(0, start - 12), start)
    word = re.match(r"\w+", text[start:])
    return m is not None and word is not None and is_place(f"{m.group().strip()} {word.group()}")
