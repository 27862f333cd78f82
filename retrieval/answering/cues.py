"""The words by which a Vietnamese question says what it asks for. Patterns are written with accents and also match
text typed without them (see `language.normalize.accent_tolerant`)."""

from __future__ import annotations

import re
from functools import cache

from retrieval.language.normalize import accent_tolerant

# Expressions that ask for one kind of thing by themselves.
WHEN = (
    "khi nào", "bao giờ", "lúc nào", "lúc mấy giờ", "hôm nào", "hôm mấy", "bữa nào", "mùng mấy", "mồng mấy", "mấy giờ", "mấy h", "bao h", "sáng hay chiều", "buổi sáng hay buổi chiều",
    "(?:ngày|hôm|năm|tháng) (?:bao nhiêu|mấy)", "ngày tháng năm nào", "ngày mấy tháng mấy", "buổi nào trong ngày", "vào buổi nào", "thời gian diễn ra", "thời gian tổ chức", "ngày giờ nào",
)  # fmt: skip
HOW_LONG = (
    "bao lâu", "(?<!ngày )(?<!ngay )(?<!mấy )(?:mấy|bao nhiêu) (?:ngày|tiếng|giờ đồng hồ|tuần|tháng|năm|phút|buổi)(?! nào)", "(?:bao nhiêu|trong mấy|kéo dài mấy) giờ", "mấy giờ làm việc",
)  # fmt: skip
WHERE = ("ở đâu", "tại đâu", "đến đâu", "tới đâu", "từ đâu", "đi đâu", "sang đâu", "về đâu", "nơi đâu", "địa chỉ ở đâu", "địa điểm", "chỗ mô")
OFFICE = (
    "(?:giữ|đảm nhiệm|nắm|mang|có)(?: những| các)? (?:chức vụ|chức danh|chức|cương vị|vị trí|vai trò|quân hàm|cấp bậc|học hàm|học vị)(?: \\w+){0,4}? (?:gì|nào|là gì)",
    "(?:chức vụ|chức danh|(?<!tổ )(?<!quan )(?<!viên )(?<!công )(?<!to )(?<!vien )(?<!cong )chức|cương vị|vai trò|quân hàm|cấp bậc)(?: \\w+){0,9}? (?:là gì|là j|gì|nào)", "(?:làm|đang làm|từng làm|đang là|từng là|hiện là|khi đó là|lúc đó là|lúc ấy là) (?:chức |nghề |chức vụ |việc )?(?:gì|j)",
    "chức vụ (?:của|ông|bà|đồng chí).*", "làm (?:chức |nghề |chức vụ )?(?:gì|j) (?:ở|tại|của|trong|bên|cho)", "bổ nhiệm (?:vào vị trí|làm|giữ chức) (?:vụ )?gì",
    "là (?:gì|j) (?:của|ở|tại|trong) [^?]*", "(?:với|trên) (?:tư cách|cương vị|vai trò)(?: là)? (?:gì|nào)", "làm chức", "là người (?:của )?(?:cơ quan|đơn vị) nào", "chuc vu",
)  # fmt: skip
WHO_IS = ("là ai", "la ai", "là người nào", "là người như thế nào", "là nhân vật nào")
COUNT = ("bao nhiêu", "mấy", "bn", "số lượng", "tổng số", "bao nhiêu phần trăm")
WHO = ("ai", "những ai", "do ai", "họ tên", "danh tính", "kể tên", "nêu tên", "liệt kê")
NAMED = ("tên(?: thật| đầy đủ| cụ thể)?(?: là)? (?:gì|j|ai)", "tên (?:thật |họ )?(?:của )?[^?]{0,40} là (?:gì|j|ai)")
PLAIN = ("nào", "gì", "j")
THEME = (
    "chủ đề", "khẩu hiệu", "slogan", "thông điệp", "tên gọi", "tiêu đề", "phương châm", "hình thức", "biệt danh", "mang tên", "có tên", "tên là gì", "nội dung", "đề tài", "tên (?:gọi )?(?:của )?",
)  # fmt: skip

# The nouns that tell what "nào" and "gì" ask for: the one nearest before them decides.
TIME_NOUNS = ("ngày", "hôm", "năm", "tháng", "giờ", "thời gian", "thời điểm", "tuần", "mùa", "quý", "dịp nào trong năm")
PLACE_NOUNS = (
    "thành phố", "tỉnh", "nước", "quốc gia", "quận", "huyện", "quận huyện", "phường", "xã", "hội trường", "khách sạn", "nhà hát", "phòng", "sân vận động", "địa điểm", "nơi", "chỗ", "chổ", "địa chỉ",
    "sân bay", "bảo tàng", "trụ sở", "tòa nhà", "khu vực", "vùng", "đường", "phố", "con đường", "bang", "thủ đô", "địa danh", "vị trí địa lý", "hội sở",
    "điểm cầu", "cung", "đền", "chùa", "nhà thờ", "quảng trường", "công viên", "tượng đài", "di tích", "cảng", "cửa khẩu", "đảo", "sân", "trung tâm hội nghị", "tp", "làng", "thị trấn", "thị xã", "điểm", "nhà văn hóa", "trung tâm văn hóa",
    "tòa án", "tòa", "bệnh viện", "nhà tù", "trại giam", "khu phố", "hồ", "sông", "châu lục", "nghĩa trang", "tỉnh thành", "địa phương", "cầu", "cây cầu", "núi", "ngọn núi", "khu nghỉ dưỡng", "căn cứ", "trại", "bãi biển", "nhà máy", "siêu thị", "nhà hàng",
    "trường học", "trường đại học", "trường", "ký túc xá", "khu", "bến", "ga", "nhà ga", "cảng biển", "vịnh", "chợ", "rạp", "học viện", "viện", "bảo tàng", "khu đô thị", "ngã tư",
)  # fmt: skip
PERSON_NOUNS = (
    "người", "vị", "ông", "bà", "đồng chí", "đ/c", "anh", "chị", "lãnh đạo", "nhà lãnh đạo", "vị lãnh đạo", "quan chức", "cán bộ", "đại biểu", "nhân vật", "khách mời", "vị khách", "nghệ sĩ", "ca sĩ", "diễn viên",
    "thủ tướng", "phó thủ tướng", "bộ trưởng", "thứ trưởng", "chủ tịch", "phó chủ tịch", "bí thư", "phó bí thư", "giám đốc", "phó giám đốc", "tổng giám đốc", "đại sứ", "tổng thống", "phó tổng thống", "tướng", "luật sư", "bị cáo", "bị can",
    "cầu thủ", "hlv", "huấn luyện viên", "văn nghệ sĩ", "nhà văn", "nhà thơ", "nhạc sĩ", "đạo diễn", "chuyên gia", "giáo sư", "tiến sĩ", "bác sĩ", "thành viên", "diễn giả", "nguyên thủ", "tổng bí thư", "chủ tịch nước", "nghị sĩ", "thượng nghị sĩ",
    "thẩm phán", "hiệu trưởng", "cục trưởng", "vụ trưởng", "trưởng ban", "nạn nhân", "thí sinh", "học sinh", "sinh viên", "đội trưởng", "trưởng đoàn", "ngoại trưởng", "nhà báo", "doanh nhân", "ứng viên", "người nổi tiếng", "phu nhân",
    "nghệ nhân", "họa sĩ", "hoa hậu", "á hậu", "người mẫu", "phóng viên", "nhà khoa học", "cá nhân", "danh thủ", "cựu cầu thủ", "phát ngôn viên", "người phát ngôn", "nhà vua", "công chúa", "hoàng tử", "tư lệnh", "thiếu tướng", "trung tướng",
    "thượng tướng", "đại tướng", "đại tá", "đạo diễn", "nhân chứng", "nghi phạm", "cô gái", "chàng trai", "em bé", "gương mặt", "ủy viên", "phó trưởng ban", "nguyên lãnh đạo", "chủ nhiệm", "viện trưởng", "linh mục", "giám mục", "hòa thượng",
    "đại diện", "tay vợt", "vận động viên", "kỳ thủ", "trọng tài", "nhà thiết kế", "nhà nghiên cứu", "phó cục trưởng", "tổng cục trưởng", "kiểm sát viên", "lãnh tụ", "phó viện trưởng", "trưởng phòng", "thủ lĩnh", "chàng", "nhà hoạt động", "nhà ngoại giao", "cụ già", "cụ", "giáo hoàng", "tác giả", "nhân viên", "nhà đầu tư", "phó chủ nhiệm", "nữ hoàng",
)  # fmt: skip
ORG_NOUNS = (
    "đơn vị", "cơ quan", "tổ chức", "công ty", "doanh nghiệp", "tập đoàn", "ngân hàng", "bộ", "sở", "ban", "hội", "hiệp hội", "nước", "quốc gia", "đội", "đội tuyển", "trường", "hãng", "báo", "tờ báo", "câu lạc bộ", "clb", "bên", "phía",
    "địa phương", "tỉnh", "tỉnh thành", "liên đoàn", "viện", "trung tâm", "nhà tài trợ", "đối tác", "phái đoàn", "đoàn", "tòa án", "lực lượng", "bệnh viện", "quân chủng", "đảng", "nhóm", "hãng tin", "đài", "nền kinh tế", "trường đại học", "bộ ngành",
)  # fmt: skip
EVENT_NOUNS = (
    "hội nghị", "sự kiện", "hội thảo", "cuộc họp", "lễ", "buổi lễ", "buổi", "cuộc", "chương trình", "dịp", "phiên", "phiên họp", "lễ hội", "diễn đàn", "hoạt động", "cuộc gặp", "triển lãm", "giải", "giải đấu", "sự việc",
    "buổi gặp", "buổi làm việc", "họp báo", "cuộc họp báo", "kỳ họp", "phiên tòa", "hội chợ", "festival", "tọa đàm", "ngày hội", "đại hội", "chuyến thăm", "chuyến công tác", "cuộc thi", "vụ án", "vụ", "trận", "trận đấu", "cuộc hội đàm",
    "buổi họp", "lễ kỷ niệm", "chiến dịch", "hội đàm", "liên hoan", "cuộc vận động", "phong trào", "buổi tọa đàm", "buổi họp báo", "lễ khánh thành", "lễ ra mắt", "khóa họp", "đêm nhạc", "buổi tiếp", "hoạt động", "hội thi", "chuyến đi",
)  # fmt: skip
OFFICE_NOUNS = ("chức vụ", "chức danh", "chức", "cương vị", "vai trò", "quân hàm", "cấp bậc", "học vị", "học hàm", "tư cách")
THEME_NOUNS = (
    "chủ đề", "khẩu hiệu", "slogan", "thông điệp", "tên gọi", "tiêu đề", "phương châm", "hình thức", "biệt danh", "nội dung", "đề tài", "giải thưởng", "danh hiệu", "huân chương", "huy chương", "bằng", "dự án", "hiệp định", "thỏa thuận",
    "văn kiện", "tuyên bố", "nghị quyết", "văn bản", "quà", "món quà", "phần thưởng", "tội", "tội danh", "mức án", "cuốn sách", "bài hát", "ca khúc", "vở", "phim", "bộ phim", "tác phẩm", "môn", "lĩnh vực", "ngành", "loại", "sản phẩm", "công trình",
    "chuyên đề", "quyết định", "luật", "đề án", "kế hoạch", "giải pháp", "vấn đề", "lý do", "nguyên nhân", "mục đích", "tàu", "máy bay", "thiết bị", "hợp đồng", "chương trình nghệ thuật", "biên bản", "bản ghi nhớ", "chiếc", "cúp", "bức",
)  # fmt: skip

# Chat openers and closers that carry nothing.
OPENERS = (
    "(?:(?:bot|ad|aidu|bạn|em|anh|chị) ơi|ê bot|này bot|alo|chào bot|hi bot|hello)[,:!]?",
    "(?:cho|xin)(?: phép)?(?: (?:mình|tôi|em|tớ|mk|anh|chị))?(?: (?:hỏi|biết))(?: (?:chút|tí|là|rằng|cái|xem))*[,:]?", "(?:bạn |bot )?(?:có |hãy |làm ơn |xin )*(?:cho )(?:mình |tôi |em |tớ |mk )?(?:hỏi|biết)(?: là| rằng| thêm)?[,:]?", "(?:bạn|bot) (?:có )?biết",
    "(?:thế còn|vậy còn|thế thì|vậy thì|thế|vậy|à|ừ|ủa|ơ)[,]?(?= )",
)  # fmt: skip
CLOSERS = ("(?:vậy bot|hả bot|thế bot|bot|vậy|thế|nhỉ|ạ|hả|zậy|dzậy|z|nhé|nha|à|ta|đấy|rồi|với|đó|ấy|hen|hè|cơ|cả)",)

# A question of fact that ends so is a yes/no question.
NEGATIONS = ("không", "ko", "hông", "hong", "hok", "khg", "k", "chưa")
AFFIRMED = ("có", "được", "đã", "phải", "đúng", "bị", "là")


@cache
def pattern(cue: str) -> re.Pattern[str]:
    """Return a cue compiled to match whole words, with accents or without, in any case."""
    return re.compile(rf"(?<!\w)(?:{accent_tolerant(cue)})(?!\w)", re.IGNORECASE)


@cache
def shape(pattern: str, *, capitals: bool = False) -> re.Pattern[str]:
    """Return a whole pattern compiled with accents or without; with `capitals`, letters keep their case."""
    return re.compile(accent_tolerant(pattern), 0 if capitals else re.IGNORECASE)


@cache
def _any(cues: tuple[str, ...]) -> re.Pattern[str]:
    return pattern("|".join(sorted(cues, key=len, reverse=True)))


def search(cues: tuple[str, ...], text: str) -> re.Match[str] | None:
    """Return the leftmost, longest match of any of `cues` in `text`."""
    return _any(cues).search(text)


def nearest_noun(text: str, end: int, *, within: int = 8) -> tuple[str, str, int] | None:
    """Return (table, noun, start) of the noun that governs a question word at `end`: the nearest one before it.

    Of nouns that overlap the longest wins ("hội trường" over "trường"). `within` is how many syllables may lie
    between. The tables are named as the constants of this module.
    """
    words = list(re.finditer(r"\S+", text[:end]))
    floor = words[-(within + 1)].start() if len(words) > within else 0
    best: tuple[int, int, str, str] | None = None
    for table, nouns in _TABLES.items():
        for match in _any(nouns).finditer(text, floor, end):
            if match.end() > end:
                continue
            rank = (match.end(), match.end() - match.start(), table, match.group().lower())
            if best is None or _nearer(rank, best):
                best = rank
    return (best[2], best[3], best[0] - best[1]) if best else None


def _nearer(a: tuple[int, int, str, str], b: tuple[int, int, str, str]) -> bool:
    a_start, b_start = a[0] - a[1], b[0] - b[1]
    if a_start < b[0] and b_start < a[0]:  # they overlap
        return a[1] > b[1]
    return a[0] > b[0]


_TABLES = {
    "TIME_NOUNS": TIME_NOUNS, "PLACE_NOUNS": PLACE_NOUNS, "PERSON_NOUNS": PERSON_NOUNS, "EVENT_NOUNS": EVENT_NOUNS, "ORG_NOUNS": ORG_NOUNS,
    "OFFICE_NOUNS": OFFICE_NOUNS, "THEME_NOUNS": THEME_NOUNS,
}  # fmt: skip
