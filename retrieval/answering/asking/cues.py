"""The words by which a Vietnamese question says what it asks for.

Patterns are written with accents. A `Reader` matches them either exactly or with accents left out as well (see
`language.normalize.accent_tolerant`): in text typed with accents "Nam" is no "năm" and "tinh thần" no "tỉnh".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice

from retrieval.answering.asking.person_nouns import PERSON_NOUNS
from retrieval.answering.asking.thing_nouns import MATTER_NOUNS, THEME_NOUNS
from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.normalize import accent_tolerant, fold

# Expressions that ask for one kind of thing by themselves.
WHEN = (
    "khi nào", "bao giờ", "lúc nào", "lúc mấy giờ", "hôm nào", "hôm mấy", "bữa nào", "bữa mấy", "hồi nào", "chừng nào",
    "mùng mấy", "mồng mấy", "mấy giờ", "mấy h", "bao h", "giờ nào", "sáng hay chiều", "chiều hay tối",
    "buổi sáng hay (?:buổi )?chiều", "(?:ngày|hôm|năm|tháng) (?:bao nhiêu|mấy)", "ngày tháng năm nào",
    "ngày tháng nào", "ngày mấy tháng mấy", "buổi nào trong ngày", "vào buổi nào", "(?:lúc|hay) buổi nào",
    "ngày giờ nào", "ngày nào", "năm nào", "tháng nào", "tuần nào", "quý nào",
    "(?:vào|hôm|ngày|là|nhằm) (?:hôm )?thứ mấy(?! (?:trong|của|liên tiếp))",
)  # fmt: skip
HOW_LONG = (
    "bao lâu",
    "(?<!ngày )(?<!ngay )(?<!tháng )(?<!thang )(?<!mấy )(?<!may )(?:mấy|bao nhiêu) "
    "(?:ngày|tiếng|giờ đồng hồ|tuần|tháng|năm|phút|buổi)(?! (?:nào|tuổi|trước))",
    "(?:bao nhiêu|trong mấy|kéo dài mấy) giờ",
    "mấy giờ làm việc", "(?:làm việc|kéo dài) (?:trong )?mấy (?:giờ|tiếng)",
)  # fmt: skip
WHERE = (
    "(?:ở|tại|đến|tới|từ|đi|sang|về|ra|vào|lên|xuống|ghé|những|nằm|tổ chức|diễn ra|họp|qua|quê|gần|đỗ|"
    "đậu|neo|trú|sống) đâu"
    "(?! (?:tiên|tư|thú|của|đàn|năm))", "nơi đâu",
    "đâu là (?:nơi|địa điểm|chỗ)(?: \\w+)?", "địa điểm nào", "địa điểm", "chỗ nào",
    "khúc nào(?= (?:của|trong|trên))", "nơi nào",
)  # fmt: skip
_OFFICE_WORD = "(?:chức vụ|chức danh|cương vị|vị trí|vai trò|quân hàm|cấp bậc|học hàm|học vị)"
_NOT_WHEN = "(?!thời gian |thời điểm |lúc |khi |hôm |hồi |ngày |năm |tháng |bữa |buổi |ở |tại |hội nghị |sự kiện |lễ )"
OFFICE = (
    f"(?:giữ|đảm nhiệm|nắm|nắm giữ|mang|có)(?: những| các)? (?:{_OFFICE_WORD}|chức)(?: {_NOT_WHEN}\\w+){{0,4}}? "
    f"(?:gì|nào|là gì)",
    f"(?:chức vụ|chức danh|(?<!tổ )(?<!quan )(?<!viên )(?<!công )(?<!nhậm )(?<!từ )(?<!to )(?<!vien )(?<!cong )"
    f"(?<!nham )(?<!tu )chức|cương vị|vai trò|quân hàm|cấp bậc)(?: {_NOT_WHEN}\\w+){{0,9}}? (?:là gì|là j|gì|nào)",
    "(?:làm|đang làm|từng làm|đang là|từng là|hiện là|khi đó là|lúc đó là|lúc ấy là|khi ấy là|hồi đó là|bấy giờ "
    "là) (?:chức |nghề |chức vụ |việc )?(?:gì|j)",
    "(?:chức vụ|chức danh)(?: của)?(?= (?:ông|bà|đồng chí|anh|chị|đ/c)(?!\\w))", "(?:chức vụ|chức danh) của",
    "còn (?:là|giữ|kiêm|đảm nhiệm)(?: những| các)?(?: chức| chức vụ| vị trí)? (?:gì|j|nào)",
    "làm (?:chức |nghề |chức vụ )?(?:gì|j) (?:ở|tại|của|trong|bên|cho)",
    # "là trưởng ban gì", "là giám đốc sở nào", "là đại sứ nước nào": the office with its body
    "(?:là|làm|giữ chức|chức) (?:phó |tổng )?(?:trưởng ban|bộ trưởng|thứ trưởng|giám đốc|chủ tịch|bí thư|cục trưởng|"
    "vụ trưởng|viện trưởng|trưởng phòng|hiệu trưởng|tư lệnh|đại sứ|chủ nhiệm|trưởng đoàn|thống đốc|thủ tướng|"
    "tổng thống|trưởng khoa|thanh tra|ủy viên|lãnh đạo|quan chức|cán bộ)"
    "(?: (?:của|ở|tại))?(?: (?:bộ|sở|ban|tỉnh|thành phố|nước|cơ quan|công ty|"
    "trường|cục|vụ|viện|đơn vị|tập đoàn|hội|huyện))? (?:gì|nào)",
    "(?:đang|làm)(?: ở| tại)? vị trí (?:gì|nào)", "(?:giữ|được giao) (?:nhiệm vụ|trọng trách) gì",
    "(?:làm|đảm nhận|đảm nhiệm) công việc gì", "công tác gì (?:ở|tại|trong)",
    "(?:bổ nhiệm|cất nhắc|đề bạt|điều động|luân chuyển|phân công|thăng chức|bầu|đưa)(?: (?!ai )\\w+){0,7}? "
    "(?:vào|lên|sang|giữ) (?:vị trí|ghế) (?:gì|nào)",
    "là (?:lãnh đạo|quan chức|cán bộ|sếp) gì",
    "đứng đầu (?:cơ quan|đơn vị|hội|tổ chức|bộ|ban|ngành|công ty|tập đoàn|đảng|hãng) (?:nào|gì)",
    "(?:đang |hiện |từng |giờ )?làm nghề (?:gì|nào)", "nghề nghiệp (?:gì|là gì)",
    "bổ nhiệm (?:làm|giữ chức) (?:vụ )?gì", "(?:được )?bầu (?:làm|giữ chức) (?:vụ )?gì",
    "là (?:gì|j) (?:của|ở|tại|trong) [^?]*",
    "(?:với|trên) (?:tư cách|cương vị|vai trò)(?: là)? (?:gì|nào)", "làm chức",
    "là người (?:của )?(?:cơ quan|đơn vị) nào", "(?:công tác|làm việc|đảm nhận) ở vị trí (?:gì|nào)", "làm to cỡ nào",
    "chức vụ",
)  # fmt: skip
# Who a person is, or who holds an office ("X là ai").
WHO_IS = (
    "là ai",
    "là người nào",
    "là người như thế nào",
    "là nhân vật nào",
    "là (?:ông|bà|đồng chí|đ/c|vị|anh|chị|cô) nào",
)
COUNT = ("bao nhiêu", "mấy", "bn", "số lượng", "tổng số", "bao nhiêu phần trăm")
# "Ai Cập" and "Ai Len" are countries, but "ai cập nhật" asks, and so does "ai cap phep" typed bare.
_WHO = r"ai(?!\s+(?:len|cập(?!\s+(?:nhật|bến|cảng|phép|giấy|bằng|cho|chứng|phát|tiền|vốn|đất)(?!\w)))(?!\w))"
WHO = (_WHO, "những ai", "do ai", "họ tên", "danh tính")
# Imperatives that ask for a list: the noun after them says of what.
LIST = ("kể tên", "nêu tên", "liệt kê", "kể ra", "điểm danh", "danh sách", "điểm tên")
NAMED = (
    "tên(?: thật| đầy đủ| cụ thể| họ| tiếng \\w+| quốc tế| gốc| chính thức| khoa học| thương mại)?(?: là)? (?:gì|j|ai)",
    "tên (?!lửa)(?:thật |họ )?(?:của )?[^?]{0,40} là (?:gì|j|ai)",
)
PLAIN = ("nào", "gì", "j")
THEME = (
    "chủ đề", "khẩu hiệu", "slogan", "thông điệp", "tên gọi", "tiêu đề", "phương châm", "hình thức", "biệt danh",
    "mang tên", "có tên", "tên là gì", "nội dung", "đề tài", "tên (?:gọi )?(?:của )?",
)  # fmt: skip
# "A hay B": one of two persons is asked for.
CHOICE = ("hay", "hay là")

# What a question without any question word asks, by the way it begins. First match wins.
HEADINGS: tuple[tuple[str, str, str], ...] = (  # (pattern of the beginning, kind, aspects)
    ("(?:ngày giờ|ngày tháng|thời gian|thời điểm|lịch) (?!nay|mai|qua)[^\\W\\d]", "date", ""),
    (
        "ngày (?:(?!(?:hội|lễ|nay|mai|qua)(?!\\w))[^\\W\\d]|hội (?:nghị|thảo|đàm|chợ|thi)(?!\\w)|"
        "lễ (?!hội|lớn|tết|nghỉ|này|đó|ấy)[^\\W\\d])", "date", ""),
    ("(?:giờ|mấy giờ) (?:khai mạc|bắt đầu|diễn ra|tổ chức)", "date", "time"),
    ("năm (?:tổ chức|diễn ra|khai mạc)", "date", "year"),
    # Typed bare "chỗ" is also "cho", with which people ask for something ("cho em xin").
    (
        "(?:nơi|địa điểm|chỗ (?!(?:em|e|mình|tôi|tui|tớ|anh|chị|hỏi|xin|biết|xem)(?!\\w))|địa chỉ) [^\\W\\d]",
        "place", ""),
    ("(?:thành phần|những người|các đại biểu|những đại biểu|các lãnh đạo) ", "people", "plural"),
    ("(?:họ )?tên (?:của )?(?:người|vị|ông|bà|đồng chí|đ/c|những người|các)", "people", "name"),
    ("người (?:chủ trì|phát biểu|khai mạc|bế mạc|trình bày|dẫn|đọc|trao|ký|nhận|tiếp|dự)", "people", ""),
    ("(?:đơn vị|cơ quan|ban) (?:tổ chức|chủ trì|phối hợp|đăng cai|tài trợ)", "people", "org"),
    ("(?:chức vụ|chức danh|chức) (?:của )?", "office", ""),
    ("(?:tổng )?số (?:lượng )?", "count", ""),
)  # fmt: skip

# The nouns that tell what "nào" and "gì" ask for: the one nearest before them decides.
TIME_NOUNS = (
    "ngày",
    "hôm",
    "bữa",
    "năm",
    "tháng",
    "giờ",
    "thời gian",
    "thời điểm",
    "tuần",
    "mùa",
    "quý",
    "dịp nào trong năm",
)
PLACE_NOUNS = (
    "thành phố", "tỉnh", "nước", "quốc gia", "quận", "huyện", "quận huyện", "phường", "xã", "hội trường", "khách sạn",
    "nhà hát", "phòng", "sân vận động", "địa điểm", "nơi", "chỗ", "chổ", "địa chỉ", "sân bay", "bảo tàng", "trụ sở",
    "tòa nhà", "khu vực", "vùng", "đường", "phố", "con đường", "bang", "thủ đô", "địa danh", "vị trí địa lý", "hội sở",
    "điểm cầu", "cung", "đền", "chùa", "nhà thờ", "quảng trường", "công viên", "tượng đài", "di tích", "cảng",
    "cửa khẩu", "đảo", "sân", "trung tâm hội nghị", "tp", "làng", "thị trấn", "thị xã", "điểm", "nhà văn hóa",
    "trung tâm văn hóa", "tòa án", "tòa", "bệnh viện", "nhà tù", "trại giam", "khu phố", "hồ", "sông", "châu lục",
    "nghĩa trang", "tỉnh thành", "địa phương", "cầu", "cây cầu", "núi", "ngọn núi", "khu nghỉ dưỡng", "căn cứ", "trại",
    "phía", "mũi", "thôn", "hòn đảo", "bán đảo", "quần đảo", "sân khấu", "phim trường", "trường quay", "tòa soạn",
    "đại học", "căn phòng", "ngôi chùa", "ngôi đền", "ngôi làng", "khu công nghiệp", "khu du lịch", "nhà tang lễ",
    "nhà khách",
    "đại lộ", "đài tưởng niệm", "tòa thị chính", "thánh đường", "biệt thự", "phố cổ", "nhà thi đấu", "trang trại",
    "bãi biển", "nhà máy", "siêu thị", "nhà hàng", "trường học", "trường đại học", "trường", "ký túc xá", "khu", "bến",
    "ga", "nhà ga", "cảng biển", "vịnh", "chợ", "rạp", "học viện", "viện", "khu đô thị", "ngã tư", "trạm",
    "trạm kiểm soát", "chốt kiểm soát", "trung tâm triển lãm", "trung tâm thương mại", "chung cư", "thư viện",
    "lâu đài", "dinh", "xóm", "hang", "quán", "quán ăn", "quán cà phê", "sảnh", "ngã ba", "eo biển", "khuôn viên",
    "thị trường", "cung điện", "vùng biển", "biển", "cửa biển", "cửa sông",
)  # fmt: skip
ORG_NOUNS = (
    "đơn vị", "cơ quan", "tổ chức", "công ty", "doanh nghiệp", "tập đoàn", "ngân hàng", "bộ", "sở", "ban", "hội",
    "hiệp hội", "nước", "quốc gia", "đội", "đội tuyển", "trường", "hãng", "báo", "tờ báo", "câu lạc bộ", "clb", "bên",
    "phía", "cơ sở", "hợp tác xã", "sở ngành", "ngành", "địa phương", "tỉnh", "tỉnh thành", "liên đoàn", "viện", "phe",
    "trung tâm", "nhà tài trợ", "đối tác", "phái đoàn", "đoàn", "tòa án", "lực lượng", "bệnh viện", "quân chủng",
    "đảng", "nhóm", "hãng tin", "đài", "nền kinh tế", "trường đại học", "bộ ngành", "quân khu", "quân đoàn", "ủy ban",
    "hãng bay", "hãng hàng không", "tổng công ty", "nhà thầu", "nhà mạng", "thương hiệu", "hãng xe", "quỹ", "cục",
    "đại sứ quán", "nhà xuất bản", "đài truyền hình", "tạp chí", "kênh truyền hình", "chủ đầu tư", "hạm đội", "sư đoàn",
    "lữ đoàn", "bộ tư lệnh", "vksnd", "viện kiểm sát", "tổ chức quốc tế", "liên minh", "sàn", "nhà đài",
    "nhà phân phối", "nhà cung cấp", "đại lý", "hội đồng", "bộ phận", "văn phòng", "chi nhánh", "công đoàn", "ban nhạc",
    "nhóm nhạc", "dàn nhạc", "đội bóng", "liên danh", "hãng phim", "tòa soạn báo", "quân đội", "tiểu đoàn",
    "trung đoàn",
)  # fmt: skip
EVENT_NOUNS = (
    "hội nghị", "hội nghị cấp cao", "sự kiện", "hội thảo", "cuộc họp", "lễ", "buổi lễ", "buổi", "cuộc", "chương trình",
    "dịp", "phiên", "phiên họp", "lễ hội", "diễn đàn", "hoạt động", "cuộc gặp", "triển lãm", "giải", "giải đấu",
    "sự việc", "buổi gặp", "buổi làm việc", "họp báo", "cuộc họp báo", "kỳ họp", "phiên tòa", "hội chợ", "festival",
    "tọa đàm", "đại hội", "chuyến thăm", "chuyến công tác", "cuộc thi", "vụ án", "vụ", "trận", "trận đấu",
    "cuộc hội đàm", "buổi họp", "lễ kỷ niệm", "chiến dịch", "hội đàm", "liên hoan", "cuộc vận động", "phong trào",
    "buổi tọa đàm", "buổi họp báo", "buổi giao lưu", "giao lưu hữu nghị",
    "vụ việc", "lễ khánh thành", "lễ ra mắt", "khóa họp", "đêm nhạc", "buổi tiếp",
    "hội thi", "chuyến đi",
)  # fmt: skip
OFFICE_NOUNS = (
    "chức vụ",
    "chức danh",
    "chức",
    "cương vị",
    "vai trò",
    "quân hàm",
    "cấp bậc",
    "học vị",
    "học hàm",
    "tư cách",
)

# Words that only look like one of the nouns ("báo cáo gì", "ban hành văn bản nào").
NO_NOUNS = (
    "báo cáo", "ban hành", "đội ngũ", "đội hình", "đoàn kết", "bộ đội", "bộ phận", "bên cạnh", "ban đầu", "ban ngày",
    "trường hợp", "hội kiến", "hội tụ", "hội nhập", "trường kỳ", "ban ngành", "phía trước", "phía sau", "con bão",
    "con bão số", "bão số", "số \\d+", "phục vụ", "công vụ", "toàn cầu", "xã hội", "phạm tội", "tội phạm", "hàng xóm",
    "nông thôn", "đông đảo", "lừa đảo", "đồng hồ", "vị thế", "thú vị", "nhậm chức", "từ chức", "công chức", "đàn ông",
    "trình báo", "khai báo", "tình báo", "báo chí", "báo động", "nhập viện", "viện trợ", "đền bù", "cung cấp",
    "bức xúc", "giải thích", "giải quyết", "giải phóng", "giải cứu", "giải trí", "giải trình", "làm việc", "giúp việc",
    "điều tra", "điều trị", "điều chỉnh", "điều hành", "điều động", "nói chuyện", "trò chuyện", "loại bỏ",
    "phòng không", "phòng chống", "quốc phòng", "biên phòng", "toàn bộ", "đồng bộ", "sơ bộ", "đường bộ", "đảng viên",
    "bà con", "ngày càng", "ngày nay", "cụ thể", "sở hữu", "vào cuộc", "con người", "người dân", "khu trục", "tàu trục",
    "tuần tra", "tuần dương", "tuần duyên", "năm học", "mũi nhọn", "công bằng", "bạn đọc", "bạn bè", "trọng điểm",
    "môi trường", "hiện trường",
)  # fmt: skip

# A question of fact that ends so is a yes/no question.
NEGATIONS = ("không", "ko", "hông", "hong", "hok", "khg", "k", "chưa", "hem", "hổng")
AFFIRMED = ("có", "được", "đã", "phải", "đúng", "bị", "là")
# A question without question words that begins so, or ended in one of the particles, asks whether it is so.
WHETHER = (
    "có phải(?: là)?",
    "phải chăng",
    "có đúng(?: là)?",
    "liệu(?: rằng)?",
    "đúng là",
    "(?:phải|đúng) không",
    "có thật(?: là)?",
    "chắc là",
)

_TABLES = {
    "TIME_NOUNS": TIME_NOUNS, "PLACE_NOUNS": PLACE_NOUNS, "PERSON_NOUNS": PERSON_NOUNS, "EVENT_NOUNS": EVENT_NOUNS,
    "ORG_NOUNS": ORG_NOUNS, "OFFICE_NOUNS": OFFICE_NOUNS, "THEME_NOUNS": THEME_NOUNS, "MATTER_NOUNS": MATTER_NOUNS,
}  # fmt: skip
# Each noun with the first table that has it; and by its bare letters, for text without accents.
_TABLE_OF: dict[str, str] = {noun: table for table, nouns in reversed(_TABLES.items()) for noun in nouns}
_TABLE_OF_PEOPLE = frozenset(PERSON_NOUNS)
_SYLLABLE = compiled_later(r"\w+")
_RUN = compiled_later(r"\S+")
_NOUN_OF_FOLDED: dict[str, str] = {fold(noun): noun for _, nouns in reversed(_TABLES.items()) for noun in nouns}


@cache
def pattern(cue: str, *, strict: bool = False) -> re.Pattern[str]:
    """Return a cue compiled to match whole words in any case, with accents or (unless `strict`) without."""
    return compiled_later(rf"(?<!\w)(?:{cue if strict else accent_tolerant(cue)})(?!\w)", re.IGNORECASE)


@cache
def shape(pattern: str, *, capitals: bool = False) -> re.Pattern[str]:
    """Return a whole pattern compiled with accents or without; with `capitals`, letters keep their case."""
    return compiled_later(accent_tolerant(pattern), 0 if capitals else re.IGNORECASE)


# "được nêu tên", "được nhắc tới": that the report names somebody is no act of that person.
MENTIONED = shape(
    r"(?<!\w)(?:được|có)\s+(?:(?:nhắc|kể|điểm|đề cập)(?:\s+(?:đến|tới|tên|ra))?|(?:nêu|gọi)(?:\s+(?:tên|ra))?)"
    r"(?:\s+(?:tên|đích danh))*(?!\w)|(?:nêu|kể|cho biết|nhắc)\s+(?:rõ\s+)?tên"
)


# Words of address that a question begins with, before an office or a name ("Đồng chí Bí thư Tỉnh ủy ...").
ADDRESS_FIRST = shape(r"^(?:đồng chí|đ/c|ông|bà|vị)\s+(?=\S+\s)")


@cache
def _any(cues: tuple[str, ...], *, strict: bool = False) -> re.Pattern[str]:
    return pattern("|".join(sorted(cues, key=len, reverse=True)), strict=strict)


def _by_first_syllable(nouns: Iterable[str]) -> dict[tuple[str, bool], re.Pattern[str]]:
    """Return a pattern for the nouns that begin with a syllable, by its bare letters and whether it is strict.

    To try those at the syllables of a question is five times as fast as to look for a thousand nouns at once.
    """
    groups: dict[str, list[str]] = {}
    for noun in nouns:
        groups.setdefault(fold(_SYLLABLE.findall(noun)[0]), []).append(noun)
    return {
        (first, strict): _any(tuple(group), strict=strict)
        for first, group in groups.items()
        for strict in (False, True)
    }


_NOUNS_BY_FIRST = _by_first_syllable((*_TABLE_OF, *NO_NOUNS))


def search(cues: tuple[str, ...], text: str) -> re.Match[str] | None:
    """Return the leftmost, longest match of any of `cues` in `text`, with accents or without."""
    return _any(cues).search(text)


@lru_cache(maxsize=16)  # of one question many things are asked in turn
def _syllables(text: str) -> list[tuple[str, int]]:
    """Return the bare letters of each syllable of `text`, and where it begins."""
    return [(fold(m.group()), m.start()) for m in _SYLLABLE.finditer(text)]


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun of the tables found in a question: the table's name, the noun as the table has it, and its place."""

    table: str
    noun: str
    start: int
    end: int


_MOST_FOUND = 12  # question words of one kind that are read


@dataclass(frozen=True, slots=True)
class Reader:
    """A question being read. `strict` matches the tables exactly; otherwise accents may be missing."""

    text: str
    strict: bool

    def search(self, cues: tuple[str, ...], start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """Return the leftmost, longest match of any of `cues` between `start` and `end`."""
        return _any(cues, strict=self.strict).search(self.text, start, len(self.text) if end is None else end)

    def match(self, cues: tuple[str, ...], start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """Return the longest match of any of `cues` that begins at `start`, up to `end`."""
        return _any(cues, strict=self.strict).match(self.text, start, len(self.text) if end is None else end)

    def finds(self, cues: tuple[str, ...]) -> list[re.Match[str]]:
        """Return the first matches of `cues`, in order: a question with more question words than that is none."""
        return list(islice(_any(cues, strict=self.strict).finditer(self.text), _MOST_FOUND))

    def nouns(self, start: int = 0, end: int | None = None) -> list[Noun]:
        """Return the nouns between `start` and `end`, in order; of nouns that overlap the longest ("hội trường")."""
        found: list[Noun] = []
        stop = len(self.text) if end is None else end
        for m in self._nouns(start, stop):
            word = " ".join(m.group().lower().split())
            noun = word if word in _TABLE_OF else _NOUN_OF_FOLDED.get(fold(word), "")
            if noun == "anh" and found and found[-1].table == "PERSON_NOUNS" and found[-1].end + 1 == m.start():
                continue  # the country: "Thủ tướng Anh nào"
            if found and found[-1].end + 1 == m.start() and noun not in _TABLE_OF_PEOPLE:
                last = found[-1]
                if last.noun == "bà" and self.text[last.start : last.end].lower() == "ba":
                    found.pop()  # three of them, typed without accents: "ba co quan"
            if noun:
                found.append(Noun(_TABLE_OF[noun], noun, m.start(), m.end()))
        return found

    def _nouns(self, start: int, stop: int) -> Iterator[re.Match[str]]:
        """Yield what any of the nouns matches between `start` and `stop`, of each word only those that begin so."""
        for first, at in _syllables(self.text):
            if at >= stop:
                return
            nouns = _NOUNS_BY_FIRST.get((first, self.strict)) if at >= start else None
            if nouns is not None and (match := nouns.match(self.text, at, stop)) is not None:
                yield match
                start = match.end()

    def nearest_noun(self, end: int, *, within: int = 8) -> Noun | None:
        """Return the noun that governs a question word at `end`: the nearest before it, `within` syllables at most."""
        words = list(_RUN.finditer(self.text, 0, end))
        floor = words[-(within + 1)].start() if len(words) > within else 0
        found = self.nouns(floor, end)
        return found[-1] if found else None
