"""Words of chat: verbs without a subject, English words, what is measured, words of the regions."""

from __future__ import annotations

# A phrase that begins with one of these asks who did it ("chủ trì hội nghị A").
LEADING_VERBS = (
    "(?:đồng )?chủ trì", "chủ tọa", "điều hành", "dẫn chương trình", "dẫn đầu", "đọc diễn văn",
    "(?:tham )?dự",
    "phát biểu(?! của| gì| nào| thế nào| như thế nào|$)",
)  # fmt: skip
# English words that are mixed into Vietnamese chat -> what they say. Only words that no report has as its own.
ENGLISH = {
    "join": "tham dự", "attend": "tham dự", "start": "bắt đầu", "leader": "lãnh đạo", "leaders": "lãnh đạo",
    "city": "thành phố", "singer": "ca sĩ", "interview": "phỏng vấn", "meeting": "cuộc họp", "speaker": "diễn giả",
    "speech": "phát biểu", "opening": "khai mạc", "closing": "bế mạc", "location": "địa điểm", "country": "nước",
    "company": "công ty", "president": "tổng thống", "minister": "bộ trưởng", "deadline": "hạn chót",
    "event": "sự kiện", "meet": "gặp", "sign": "ký", "visit": "thăm", "actor": "diễn viên", "announce": "công bố",
}  # fmt: skip
# What is measured, and how that is asked. What stands between is of what.
MEASURES = {
    "thời lượng": "kéo dài bao lâu",
    "(?:bề|chiều|độ) rộng": "rộng bao nhiêu",
    "(?:chiều|độ) dài": "dài bao nhiêu",
    "(?:chiều|độ) cao": "cao bao nhiêu",
    "(?:chiều|độ) sâu": "sâu bao nhiêu",
    "(?:trọng lượng|cân nặng)": "nặng bao nhiêu",
    "sức chứa": "chứa được bao nhiêu người",
}

# Before these "vô" is the south's "vào"; elsewhere it is "without", as in "vô địch", "vô độ".
_INTO = (
    r"họp|dự|lúc|ngày|tháng|năm|đây|đó|trong|nhà|trường|đội|danh sách|tù|viện|bệnh viện|bảng|chung kết|bán kết|"
    r"vòng|thăm|"
    r"làm|làm việc|ngành|thời gian|hồi|thứ|sáng|chiều|tối|cuối|đầu|mùa|dịp|xem|coi|nghe|tham dự|ban|tới|"
    r"tận|khoảng|chủ nhật|"
    r"hội nghị|lễ|buổi|Sài Gòn|Nam|miền|TP|Đà Nẵng|Huế|Cà Mau|Cần Thơ|Vũng Tàu|Nha Trang|\d"
)

# Words of the regions, and shortened question words: (a syllable in bare letters that it has, pattern, what it says).
REGIONAL = (
    ("mo", "(ở|tại|đi|về|ra|vô|từ) mô", r"\1 đâu"),
    ("mo", "(khi|bữa|hôm|lúc|hồi|nơi|chỗ|người|ông|bà|đồng chí|ngày|năm) mô", r"\1 nào"),
    (
        "chi",
        "(làm|là|lễ|việc|chức|chức vụ|hội nghị|nói|sự kiện|chủ đề|tên) chi(?= trong| ở| tại| vậy| rứa|$)",
        r"\1 gì",
    ),
    ("chi", "(?<=\\w )(?<!khoản )(?<!mức )(?<!tiền )(?<!sách )chi(?= (?:vậy|rứa|hè|hả)(?!\\w))", "gì"),
    ("neo", "(khi|hôm|lúc|bữa|hồi|người|ông|bà|nơi|chỗ|hội nghị|ngày|năm) nèo", r"\1 nào"),
    ("ai", "là ai và ai", "là những ai"),
    (
        "nao",
        "(?:đồng chí|vị|người|ông) nào (?:đã |được |đang |hiện )*(?:phân công|cử|giao|chỉ định) "
        "(?:làm|giữ chức(?: vụ)?|đảm nhiệm)",
        "ai làm",
    ),
    (
        "ai",
        "ai (gặp|gặp gỡ|hội đàm với|hội kiến|điện đàm với|nói chuyện với|trao đổi với) ai",
        r"những ai \1 nhau",
    ),
    ("mo", "(?:là )?đồng chí mô", "đồng chí nào"),
    ("ong", "ổng", "ông ấy"),
    ("ba", "bả", "bà ấy"),
    ("anh", "ảnh(?= (?:giữ|làm|dự|là|chức|nói|phát biểu|bao nhiêu))", "anh ấy"),
    ("vo", f"vô(?= (?:{_INTO}))", "vào"),
)

# The centre's "which" behind any noun ("trường mô"), only with its mark: "mở", "mơ" and "mỏ" are other words, and so
# are "mô hình", "quy mô".
WHICH_OF_CENTRE = (
    "mo",
    r"(?<=\w )(?<!quy )(?<!vĩ )(?<!vi )(?<!các )(?<!ghép )mô(?! hình| tả| phỏng| tô| men| đun| típ| bào| não)",
    "nào",
)
