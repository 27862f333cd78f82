"""Offices (chức vụ): the words that head them, and where an office phrase begins and ends.

An office is a head ("Thứ trưởng") with what completes it ("Bộ Khoa học và Công nghệ"). It stands before a name
("Thứ trưởng Bộ Khoa học và Công nghệ Lê Xuân Định") or after it ("Lê Xuân Định, Thứ trưởng Bộ ...").
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.letters import LOWER, UPPER
from retrieval.language.normalize import fold
from retrieval.language.patterns import any_of
from retrieval.language.places import COUNTRY_PATTERN, FOREIGN_CITIES, PROVINCE_PATTERN

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
    "tổng chưởng lý", "phó tổng chưởng lý", "tổng công tố",
    "tổng kiểm toán", "chánh án", "phó chánh án", "chủ tọa", "thẩm phán", "kiểm sát viên", "công tố viên",
    "điều tra viên", "thủ trưởng", "phó thủ trưởng", "trưởng công an", "phó trưởng công an", "trưởng thôn", "trưởng ấp",
    "trưởng bản", "già làng", "tổ trưởng", "tổ phó", "đội trưởng", "phó đội trưởng", "hội trưởng", "trợ lý", "thư ký",
    "tổng thư ký", "phó tổng thư ký", "cố vấn", "chuyên viên", "cán bộ", "trưởng ty", "quyền bộ trưởng",
    "người phát ngôn", "phát ngôn viên", "phó người phát ngôn", "trưởng nhóm", "trưởng bộ môn", "phó trưởng bộ môn",
    "trưởng đặc khu", "phó trưởng đặc khu", "hạt trưởng",
    "trưởng bộ phận", "trưởng tiểu ban", "người phụ trách",
    "phó trưởng tiểu ban", "phó trưởng", "đại diện", "người đứng đầu", "lãnh đạo", "phó lãnh đạo",
    "chánh thư ký",
    "phó tổng kiểm toán", "tổng kiểm toán nhà nước", "bí thư thứ nhất", "phó bí thư thường trực", "tỉnh ủy viên",
    "thành ủy viên", "huyện ủy viên", "đảng ủy viên", "trưởng tàu", "chấp hành viên", "ủy viên trung ương",
    "phó chủ tọa", "hội thẩm", "trưởng phái đoàn", "phó trưởng phái đoàn", "đại sứ đặc mệnh toàn quyền",
    # Forces
    "phó tư lệnh", "tổng tư lệnh", "chính ủy", "phó chính ủy", "tổng tham mưu trưởng", "tham mưu trưởng",
    "phó tổng tham mưu trưởng", "chỉ huy trưởng", "phó chỉ huy trưởng", "chỉ huy tàu", "chỉ huy", "phó chỉ huy",
    "chính trị viên", "đồn trưởng", "thuyền trưởng",
    "trung đoàn trưởng", "sư đoàn trưởng", "lữ đoàn trưởng",
    # Foreign affairs
    "đại sứ", "phó đại sứ", "cựu đại sứ", "tổng lãnh sự", "phó tổng lãnh sự", "lãnh sự", "tham tán", "tùy viên",
    "đại biện lâm thời", "đại biện", "công sứ", "đặc phái viên", "trưởng đại diện", "phó trưởng đại diện",
    "điều phối viên", "tổng thống", "phó tổng thống", "ngoại trưởng", "thượng nghị sĩ", "hạ nghị sĩ", "nghị sĩ",
    "thị trưởng", "phó thị trưởng", "thống đốc bang", "tỉnh trưởng", "quốc vương", "nhà vua", "hoàng tử", "công chúa",
    "thái tử", "hoàng hậu", "nữ hoàng", "hoàng thân", "thủ hiến", "cao ủy", "nhà ngoại giao", "lãnh tụ", "tư lệnh",
    "chủ tịch hạ viện", "chủ tịch thượng viện", "nhà lãnh đạo", "người đồng cấp", "tổng giám mục", "giáo hoàng",
    "phu nhân",
    "đệ nhất phu nhân", "toàn quyền", "đại sứ thiện chí", "nhật hoàng", "cấp phó", "nữ hoàng", "quốc vụ khanh",
    "quốc vụ viện", "ủy viên quốc vụ", "phó đặc phái viên", "chánh sứ", "đổng lý văn phòng", "nữ thủ tướng",
    "nữ tổng thống",
    # Enterprises and institutions
    "tổng giám đốc", "phó tổng giám đốc", "giám đốc", "phó giám đốc", "giám đốc điều hành", "ceo", "cfo", "cto", "coo",
    "chủ tịch hđqt", "kế toán trưởng", "tổng biên tập", "phó tổng biên tập", "hiệu trưởng", "phó hiệu trưởng",
    "hiệu phó", "trưởng khoa", "phó trưởng khoa", "phó khoa", "quản lý", "nhà sáng lập", "người sáng lập",
    "đồng sáng lập", "sáng lập viên", "kiểm toán trưởng", "quản đốc", "chủ doanh nghiệp", "chủ đầu tư", "giám tuyển",
    "giám khảo", "trưởng ban tổ chức", "phó trưởng ban tổ chức", "viện phó", "cục phó", "vụ phó", "thị ủy viên",
    "chiến lược gia", "chiến lược gia trưởng", "chuyên gia trưởng", "kinh tế trưởng", "phó tổng thư ký thường trực",
    "trưởng ban quản lý", "giám đốc sáng tạo", "chủ cơ sở", "chủ quán", "chủ trang trại", "chủ nhiệm hợp tác xã",
    "trưởng ban quản trị", "trưởng phái bộ", "nhà phân tích", "nhà bình luận", "bình luận viên", "nhà ngoại cảm",
    "nhà biên kịch",
    "nhà quay phim", "nhà nhiếp ảnh", "nhiếp ảnh gia", "nhà phê bình", "nhà lý luận", "nhà tạo mẫu", "nhà điêu khắc",
    "nhà sưu tập", "nhà văn hóa học", "nhà địa chất", "dịch giả", "tác giả", "soạn giả", "học giả", "sử gia",
    "tgđ", "phó tgđ", "pgđ", "gđ", "phó gđ", "trưởng đặc khu", "phó chủ tịch hđqt", "chủ tịch hđtv",
    "chủ tịch hội đồng quản trị", "điều dưỡng", "y sĩ", "y tá", "giám đốc kỹ thuật", "trưởng trạm", "trạm trưởng",
    "trưởng trại", "trưởng họ",
    "giám đốc chiến lược", "giám đốc truyền thông", "giám đốc kinh doanh", "giám đốc tài chính", "giám đốc công nghệ",
    "giám đốc nhân sự", "giám đốc marketing", "giám đốc đối ngoại", "giám đốc quốc gia", "giám đốc khu vực",
    "tổng giám đốc điều hành", "phó tổng giám đốc điều hành", "tổng quản lý", "người đồng sáng lập",
    "chủ tịch danh dự", "phó chủ tịch danh dự", "lãnh sự danh dự", "trưởng văn phòng", "trưởng văn phòng đại diện",
    "đại diện thường trú", "phó đại diện thường trú", "phó đại diện", "giám thị", "phó giám thị", "chánh tòa",
    "phó chánh tòa", "trưởng làng", "trưởng tộc",
    "chánh văn phòng ubnd", "công an viên", "dân quân", "đại úy quân y", "trưởng ca", "tổng công trình sư",
)  # fmt: skip

# Professions and the like: with a comma after them they belong to no name that follows.
PROFESSIONS = (
    "giáo sư", "phó giáo sư", "tiến sĩ", "thạc sĩ", "viện sĩ", "luật sư", "bác sĩ", "dược sĩ", "kỹ sư",
    "kiến trúc sư", "nhà thơ", "nhà văn", "nhà báo", "nhà sử học", "nhà nghiên cứu", "nhà khoa học", "nhà thiết kế",
    "nhà sản xuất", "nhà giáo", "nhà giáo nhân dân", "nhà giáo ưu tú", "nhạc sĩ", "ca sĩ", "nam ca sĩ", "nữ ca sĩ",
    "đạo diễn", "diễn viên", "nam diễn viên", "nữ diễn viên", "họa sĩ", "nghệ sĩ", "nghệ sĩ nhân dân",
    "nghệ sĩ ưu tú", "nghệ nhân", "hoa hậu", "á hậu", "á khôi", "hoa khôi", "người mẫu", "siêu mẫu", "biên đạo",
    "huấn luyện viên trưởng", "huấn luyện viên", "trợ lý huấn luyện viên", "hlv trưởng", "hlv", "cầu thủ", "tiền đạo",
    "tiền vệ", "trung vệ", "hậu vệ", "thủ môn", "vận động viên", "vđv", "kỳ thủ", "võ sĩ", "trọng tài", "kình ngư",
    "danh thủ", "tuyển thủ", "giảng viên", "giáo viên", "cô giáo", "thầy giáo", "sinh viên", "học sinh", "doanh nhân",
    "chuyên gia", "chuyên gia kinh tế", "anh hùng", "nhà hoạt động", "biên tập viên", "phóng viên", "phi công",
    "tài xế", "nông dân", "công nhân", "bệnh nhân", "bị cáo", "bị can", "nghi phạm", "nạn nhân", "nhân chứng",
    "đương sự",
    "thí sinh", "du học sinh", "tỷ phú", "triệu phú", "cựu chiến binh", "chiến sĩ", "thuyền viên",
    "nhà đầu tư", "nhà vô địch", "quán quân", "á quân", "mc", "dj", "rapper", "ntk", "vlogger", "youtuber",
    "danh ca", "danh hài", "nghệ sĩ hài", "nữ nghệ sĩ", "nam nghệ sĩ", "biên kịch", "nữ danh ca", "diva", "ngôi sao",
    "chính trị gia", "chính khách", "nhà chính trị", "nhân viên",
    "cảnh sát trưởng", "phó cảnh sát trưởng", "thợ lặn", "đầu bếp", "bếp trưởng", "đạo sư", "văn hào",
    "đại văn hào", "danh họa", "nhà tài phiệt", "võ sư", "phi hành gia", "điệp viên", "nữ điệp viên", "phụ huynh",
    "người dẫn chương trình", "cựu binh", "nhà kinh tế", "nhà kinh tế học", "nhà xã hội học", "nhà vật lý",
    "nhà toán học",
    "nhà tâm lý học", "nhà thiên văn", "nhà bảo tồn", "thực tập sinh", "nghiên cứu sinh", "ngư dân", "tiểu thương",
    "hướng dẫn viên", "tiếp viên", "tiếp viên trưởng", "chủ tàu", "chủ xe", "lái xe", "phụ xe", "bảo mẫu", "nữ sinh",
    "nam sinh", "đại gia", "sản phụ", "xạ thủ", "hiệp sĩ", "cây bút", "nghi can", "tử tù", "phạm nhân", "dân biểu",
    "thư ký tòa", "hội viên", "học viên", "thợ săn", "người tiền nhiệm", "người kế nhiệm", "người đồng nhiệm",
    "luật gia", "phiên dịch viên", "phiên dịch", "thông dịch viên", "nữ hộ sinh", "kỹ thuật viên", "nghiên cứu viên",
    "vũ công", "nhạc trưởng", "tay đua", "golfer", "tay golf", "streamer", "blogger", "nhà làm phim", "nhà từ thiện",
    "nhà tư vấn", "nhà lập pháp", "nhà đàm phán", "nhà leo núi", "nhà thám hiểm", "nhà cách mạng", "đại kiện tướng",
    "kiện tướng", "tài tử", "nam tài tử", "minh tinh", "nữ minh tinh", "sĩ quan", "cô dâu", "chú rể",
    "tay vợt", "tay súng", "cua-rơ", "đô cử", "tân hoa hậu", "giọng ca", "thủ khoa", "á khoa", "thủ quân", "cử tri",
    "golfer", "tay golf", "tay gôn", "tay đua", "tay đấm", "cua rơ", "đô vật", "vũ công", "nhạc công", "nhạc trưởng",
    "nhà làm phim", "nhà leo núi", "nhà thám hiểm", "nhà du hành", "nhà phát minh", "nhà lập pháp", "nhà thần học",
    "phát thanh viên", "phiên dịch viên", "thông dịch viên", "biên dịch viên", "kỹ thuật viên", "nha sĩ",
    "cơ trưởng", "cơ phó", "diễn giả", "streamer", "blogger", "nhà hảo tâm",
)  # fmt: skip

_RELIGIOUS = (
    "hồng y", "đức hồng y", "giám mục", "đức giám mục", "linh mục", "đức cha", "hòa thượng", "thượng tọa", "đại đức",
    "ni sư", "ni trưởng", "sư cô", "sư thầy", "mục sư", "đại lão hòa thượng", "pháp chủ", "đức pháp chủ",
    "tổng giám mục", "đức tổng giám mục", "đức giáo hoàng", "giáo sĩ", "giáo cả", "thiền sư", "lạt ma",
    "đức đạt lai lạt ma",
    "pháp vương", "đức pháp vương", "nữ tu", "phó tế", "chưởng quản", "phối sư", "đầu sư",
)  # fmt: skip

# Ranks and degrees: they stand before a name like an office, and come after the offices in an answer.
RANKS = (
    "đại tướng", "thượng tướng", "trung tướng", "thiếu tướng", "đô đốc", "phó đô đốc", "chuẩn đô đốc", "chuẩn tướng",
    "tướng", "đại tá", "thượng tá", "trung tá", "thiếu tá", "đại úy", "thượng úy", "trung úy", "thiếu úy",
    "thượng sĩ", "trung sĩ", "hạ sĩ", "gs.tskh", "gs.ts", "gs-ts", "pgs.ts", "pgs-ts", "pgs, ts", "gs, ts", "gs ts",
    "pgs ts",
    "tskh", "gs", "pgs", "ts", "ths", "bs", "bscki", "bsckii", "bs.ckii", "bs.cki", "ths.bs", "ths-bs", "ts.bs",
    "ts-bs", "pgs.ts.bs", "ks", "kts", "ls", "nsnd", "nsưt", "ngnd", "ngưt", "dr", "gs.bs", "pgs.bs", "bs ckii",
    "bs cki",
    "gs.tskh.ngnd", "pgs. ts", "gs. ts", "gs. tskh", "ts. bs", "ths. bs", "thượng tướng",
)  # fmt: skip

# Words of address before a name. They say that a person follows, and of which sex.
HONORIFICS = (
    "ông", "bà", "anh", "chị", "em", "cô", "chú", "bác", "cụ", "cậu", "cháu", "bé", "thầy", "ngài", "đồng chí",
    "đ/c", "đc", "quý ông", "quý bà", "nàng", "gã", "tên", "vợ chồng", "anh em", "chàng", "mẹ", "công nương",
    "các ông", "các bà", "các anh", "các chị", "các đồng chí",
)  # fmt: skip

# What may stand before a head and belongs to it.
PREFIXES = ("nguyên", "cựu", "quyền", "đồng", "tân", "cố", "đương kim", "nữ", "phó", "ứng viên", "ứng cử viên")


# A bare "phó" or "trưởng" heads an office only before the body that the person serves ("phó Phòng CSGT").
_BARE = (
    r"(?:phó|trưởng)(?=\s+(?:ban|phòng|khoa|đoàn|bộ môn|tiểu ban|cục|vụ|viện|chi cục|công an|trung tâm|"
    r"nhóm|tổ|đội|trạm|ty|giám)(?!\w))"
)
# A monk's title may be written with its first letters, but only before the name that monks bear.
_MONK = r"(?:HT|TT|ĐĐ|NT|NS|SC)\.?(?=\s*Thích\s)"
# What follows a head and shows that it is none ("bị cáo buộc", "công nhân viên", "lãnh đạo này").
_NO_HEAD = r"(?!\s+(?:buộc|tọa đàm|này|đó|ấy|kia|trên|khác|nào|nói trên)(?!\w))"


# Words for people that are heads only right before a Vietnamese name ("cảnh sát Nguyễn ...", not "cảnh sát Hà Nội").
_NEAR = (
    "đối tượng", "cảnh sát", "nhân viên", "hành khách", "bạn đọc", "liệt sĩ", "quan chức", "cư dân", "người dân",
    "chiến sĩ công an", "kẻ trộm",
)  # fmt: skip
_COMMON_FAMILY = "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Ngô|Lý|Đào|Trịnh|Trương|Đinh|Lâm|Phùng|Tạ|Hồ"
# Words for people that head a description only after the name ("Joe Smith, một quan chức Bộ Ngoại giao").
_ONLY_AFTER = (
    "quan chức", "nhân viên", "cảnh sát", "cư dân", "hành khách", "du khách", "công dân", "thanh tra viên", "đồng minh",
    "bạn học", "người phụ trách", "người quản lý", "người đại diện",
)  # fmt: skip


_FIRST = "".join(
    sorted({w[0] for w in (*HEADS, *PROFESSIONS, *_RELIGIOUS, *RANKS, *PREFIXES, *_NEAR, "p", "h", "t", "đ", "n", "s")})
)
# Words before a head that make it the end of another word ("chính quyền", "Bộ tư lệnh", "Trung Quốc Vương Nghị").
_NOT_AFTER = "".join(
    rf"(?<!{word} )" for word in ("chính", "(?<!phu )nhân", "bộ", "chủ", "trung", "hàn", "đoàn", "công")
)
HEAD = compiled_later(
    rf"(?<![\w-])(?=[{_FIRST}]){_NOT_AFTER}(?:(?:{any_of(PREFIXES)})\s+)*"
    rf"(?:(?:{any_of(HEADS + PROFESSIONS + _RELIGIOUS + RANKS)})(?![\w]){_NO_HEAD}|"
    rf"{_BARE}|(?-i:{_MONK})|(?:{any_of(_NEAR)})"
    rf"(?=\s(?-i:{_COMMON_FAMILY})\s(?-i:[{UPPER}])|\s*$))",
    re.IGNORECASE,
)
# Other words for whoever leads, keeps or makes something ("trưởng ga", "đội phó", "chủ vựa"); after a name only.
_LEADS = (
    r"(?:phó )?(?:(?:chi |phân )?(?!tăng |ứng |đối |trạng |khai |sinh |thành |môi )[^\W\d_]+ trưởng|"
    r"(?!ứng |đối |phải |phong )[^\W\d_]+ phó)|"
    rf"(?:phó |tổng )?(?:phụ trách|quản lý)|phó (?!mặc |thác )(?-i:[{LOWER}]+|[{UPPER}]{{2,}})|"
    r"trưởng (?!thành|phòng thủ)[^\W\d_]+|chánh (?!điện|niệm|đạo)[^\W\d_]+|"
    r"chủ (?:của|một|cửa|tiệm|vựa|đại|vườn|hãng|nhà|căn|chiếc|thuyền|máy|sàn|hàng|sạp|hụi|thầu|công|trại|ngôi|lò|"
    r"thương|nhân|cây|kênh|tài khoản|doanh)|"
    r"(?:thương|tiểu) (?:lái|thương)|(?:thủy|hoa) thủ|thợ \w+|nhà \w+ (?:học|tạo|mẫu)|đảng viên|quận ủy viên|"
    r"phái viên|phật tử|kiều bào|hàng xóm"
)
_AFTER_HEAD = compiled_later(
    rf"(?:(?:{any_of(PREFIXES)})\s+)*(?:{any_of(_ONLY_AFTER)}|{_LEADS})(?!\w){_NO_HEAD}", re.IGNORECASE
)
RANK = compiled_later(rf"(?<![\w-])(?:(?:{any_of(RANKS)})(?!\w)\.?|(?-i:{_MONK}))", re.IGNORECASE)
HONORIFIC = compiled_later(rf"(?<![\w-])(?<!đàn )(?<!trẻ )(?:{any_of(HONORIFICS)})(?![\w])", re.IGNORECASE)


def _first_words(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(re.match(r"\w+", phrase).group() for phrase in phrases)  # type: ignore[union-attr]


# The words, in lower case, that what these three match can begin with.
_MONKS = ("ht", "tt", "đđ", "nt", "ns", "sc")
HEAD_STARTS = _first_words((*HEADS, *PROFESSIONS, *_RELIGIOUS, *RANKS, *PREFIXES, *_NEAR, *_MONKS, "phó", "trưởng"))
RANK_STARTS = _first_words((*RANKS, *_MONKS))
HONORIFIC_STARTS = _first_words(HONORIFICS)

# Heads that introduce a person only with a name right after them; alone they are no office to answer with.
WEAK_HEADS = frozenset(
    ("đại diện", "thành viên", "lãnh đạo", "cán bộ", "đại biểu", "người đứng đầu", "phu nhân", "tác giả", "ngôi sao",
     "cử tri", "người đồng cấp", "người tiền nhiệm", "người kế nhiệm", "người đồng nhiệm", "cư dân", "người dân",
     "người đại diện", "đồng minh")
)  # fmt: skip

# An office phrase ends before one of these words: what follows is what the person does, or another clause.
_STOPS = (
    "đã", "sẽ", "đang", "vừa", "cũng", "còn", "có", "là", "do", "cho", "rằng", "thì", "được", "bị", "không", "chưa",
    "mới", "vẫn",
    "cho biết", "nói", "nhấn mạnh", "khẳng định", "phát biểu", "chia sẻ", "bày tỏ", "đánh giá", "đề nghị", "yêu cầu",
    "chủ trì", "dự", "tham dự", "trình bày", "trả lời", "thông tin", "thông báo", "cùng", "trao", "tặng", "ký",
    "dẫn đầu",
    "ca ngợi", "gửi", "tiếp", "chúc", "nhận định", "kêu gọi", "mong muốn", "hy vọng", "tin tưởng", "thay mặt", "tại",
    "trong", "khi", "nhân dịp", "vào", "từ", "với", "theo", "ghi nhận", "kỳ vọng", "bấm", "cắt", "giới thiệu", "đọc",
    "nêu", "lưu ý", "cảm ơn", "tuyên bố", "chỉ đạo", "ghi", "hỏi", "bên", "đến", "tới", "thăm", "gặp", "đại diện cho",
    "gồm", "để", "nhưng", "mà", "nếu", "vì", "bởi", "sau", "trước", "lý giải", "giải thích", "phân tích", "cảnh báo",
    "trao đổi", "tham gia", "làm việc", "hội đàm", "hội kiến", "tiếp đón", "đón", "tán thành", "thừa nhận", "tiết lộ",
    "kết luận", "điều hành", "đồng chủ trì", "khai mạc", "bế mạc", "tặng hoa", "chứng kiến", "thống nhất", "nhất trí",
    "phản ánh", "kiến nghị", "đề xuất", "cam kết", "hứa", "chụp", "bắt tay", "đồng ý", "xác nhận", "viết", "kể",
    "trả lời phỏng vấn", "nhận", "tuyên dương", "bổ sung", "thể hiện", "ra", "đi", "về", "lên", "ở", "hôm", "ngày",
    "sáng", "chiều",
    "tối", "cùng với", "dành", "nhắc", "nghe", "lắng nghe", "biểu dương", "chúc mừng", "quyết định", "góp ý", "xin lỗi",
    "trực tiếp", "chính thức", "cùng đoàn", "dâng hương", "nguyên là", "hiện", "nay", "từng", "thay", "giữ", "làm",
    "này", "đó", "ấy", "kia", "vai",
    "lập luận", "phải", "cần", "nên", "muốn",
    "bình luận", "tố cáo", "khai", "tới dự", "đánh", "dẫn", "cầm", "nhìn", "xem", "dùng", "sử dụng",
    "mang", "đeo",
    "xuống", "khác", "qua đời", "sinh", "quê", "trú", "ngụ", "hoan nghênh", "chào", "bắt", "đưa", "khởi hành",
    "sẵn sàng",
    "dưới", "tiễn", "tiễn biệt", "tiễn đưa", "rời", "trị giá", "đồng tình", "phủ nhận", "bác bỏ", "than thở",
    "băn khoăn", "lo ngại", "mời", "xem xét", "đối diện", "liên quan", "công khai", "lên tiếng", "bất ngờ",
    "sát hại", "giết", "đâm", "bắn", "quan ngại", "chủ động", "cáo buộc", "buộc tội", "truy tố", "gây", "rút khỏi",
    "trò chuyện", "tham quan", "nghĩ", "nhiều lần", "và đồng phạm", "bổ nhiệm", "phê bình", "phê duyệt", "điều động",
)  # fmt: skip
# The same words where they stop nothing: within an institution's or an office's name.
_NO_STOPS = (
    "tối cao", "tối ưu", "sáng lập", "sáng tạo", "sáng kiến", "hiện đại", "dự án", "dự báo", "dự trữ", "dự phòng",
    "dự khuyết",
    "đại biểu quốc hội", "tiếp thị", "tiếp công dân", "tiếp dân", "tiếp vận", "phòng không", "hàng không", "không quân",
    "không gian", "nông thôn mới", "đổi mới", "ban điều hành", "trung tâm điều hành", "ban chỉ đạo",
    "thông tin truyền thông",
    "thông tin và truyền thông", "mang thai",
    "thông tin - truyền thông", "thông tin điện tử", "công nghệ thông tin", "trung tâm thông tin", "cổng thông tin",
    "tham mưu", "thăm dò", "về các vấn đề", "về vấn đề", "về người", "về quyền", "về biến đổi", "về an ninh",
    "về phòng chống",
    "về chính sách", "về thương mại", "về nhân quyền", "về kinh tế", "về xóa", "về việc làm", "về dân số", "về hợp tác",
    "về phát triển", "về châu", "về môi trường", "làm mẹ", "việc làm", "liên đoàn", "lao động", "nhận diện",
    "công nhận",
    "đối ngoại", "bảo hiểm", "chứng nhận", "đánh bắt", "sinh học", "sinh viên", "sinh thái", "vệ sinh", "học sinh",
    "nhân sinh",
    "dẫn đầu khu vực", "hướng dẫn", "quê hương", "giao dịch bảo đảm", "sản xuất", "đăng ký", "trong nước",
    "ngoài nước", "mang vác",
    "đầu ra", "đưa tin", "cầm quyền", "làm đẹp", "tư vấn", "theo dõi", "giám đốc điều hành", "sử dụng đất", "giữ nước",
    "trọng tài", "vận hành", "giữ gìn", "gìn giữ", "khai thác", "khai khoáng", "khoáng sản", "khai báo", "bắt buộc",
    "bắn súng", "bắn cung", "bắn tỉa",
    # what somebody new or about to go is: "Tổng giám đốc mới được bổ nhiệm của tập đoàn ..."
    *(
        f"{when} {what}"
        for when in ("mới", "vừa", "sắp")
        for what in ("được bổ nhiệm", "được bầu", "được chỉ định", "nhậm chức", "đắc cử", "mãn nhiệm", "nghỉ hưu")
    ),
)  # fmt: skip
# A place right after "tại" or "ở" is where the office is held ("Đại sứ ... tại Hoa Kỳ"), not where something happens.
_POSTED = (
    rf"(?:tại|ở)\s+(?:{COUNTRY_PATTERN}|VN|Liên [Hh](?:ợp|iệp) [Qq]uốc|LHQ|WTO|khu vực|miền|"
    r"(?:Thượng|Hạ|Nghị) viện|Quốc hội)(?!\w)|"
    # in a city, with the name right after: "Trưởng đại diện JETRO tại Hà Nội (JETRO) ..."
    rf"(?:tại|ở)\s+(?:{PROVINCE_PATTERN}|TP\.?\s?HCM|{'|'.join(FOREIGN_CITIES)})"
    rf"(?=\s*(?:\([A-ZĐ&. -]{{2,12}}\)\s*)?(?:$|[{UPPER}]))|"
    rf"bên cạnh(?=\s+[{UPPER}])"
)
_STOP_OR_NOT = compiled_later(rf"(?<![\w-])(?:(?i:{any_of(_NO_STOPS)})|{_POSTED}|(?P<stop>{any_of(_STOPS)}))(?![\w])")


# Heads of bodies that may have a foreign name: one foreign word after such a head is the body, not a person.
_OF_BODIES = compiled_later(
    r"(?:(?:nguyên|cựu|phó|quyền|đồng|tổng)\s+)*(?:giám đốc|chủ tịch|ceo|cfo|cto|coo|trưởng \w+|nhà sáng lập|"
    r"sáng lập|người sáng lập|sáng lập viên|"
    r"biên tập|phóng viên|biên tập viên|thành viên|người phát ngôn|phát ngôn viên|cố vấn|nhà phân tích|"
    r"kỹ sư|giọng ca|tác giả|đại diện|"
    r"giám đốc (?:điều hành|chiến lược|truyền thông|kinh doanh|tài chính|công nghệ|nhân sự|marketing|đối ngoại|"
    r"kỹ thuật|sáng tạo|quốc gia|khu vực)|chủ tịch (?:danh dự|hội đồng quản trị|hđtv)|đại diện thường trú|"
    r"trưởng văn phòng(?: đại diện)?|người đồng sáng lập|giám thị|chánh tòa|"
    r"kinh tế trưởng|chiến lược gia(?: trưởng)?|chuyên gia trưởng|kiểm toán trưởng|điều phối viên|quản đốc|"
    r"lãnh đạo|chỉ huy|chỉ huy tàu|thuyền trưởng|tư lệnh|hiệu trưởng|viện trưởng|"
    r"cán bộ|nhân viên|quan chức|cảnh sát trưởng|điệp viên|lái xe|học viên|hội viên|đại gia|"
    r"cây bút|xạ thủ|"
    r"chủ xe|chủ tàu|tay súng|kế toán trưởng|tgđ|gđ|chuyên viên|thư ký|tổng thư ký|quản lý|"
    r"chủ tịch hđqt|người mẫu|ngôi sao)",
    re.IGNORECASE,
)  # fmt: skip


def head_after(text: str, position: int) -> re.Match[str] | None:
    """Return the head of a description that begins at `position`, after a name, or None."""
    return HEAD.match(text, position) or _AFTER_HEAD.match(text, position)


def heads_body(head: str) -> bool:
    """Tell whether `head` is an office in a body that may bear a foreign name ("Phó Tổng Giám đốc Petronas")."""
    return _OF_BODIES.fullmatch(head) is not None


# What somebody is in a case or a contest: it comes after the offices.
_STANDING = frozenset(
    (
        "bị cáo",
        "bị can",
        "nghi phạm",
        "nạn nhân",
        "nhân chứng",
        "bệnh nhân",
        "đương sự",
        "thí sinh",
        "đối tượng",
        "nghi can",
        "tử tù",
        "phạm nhân",
        "sản phụ",
        "hành khách",
        "cử tri",
    )
)


def is_standing(office: str) -> bool:
    """Tell whether `office` only says what somebody is in a case or a contest ("bị cáo")."""
    return office.lower() in _STANDING


def is_profession(head: str) -> bool:
    """Tell whether `head` is a profession rather than an office."""
    return re.sub(r"\s+", " ", head.lower()) in PROFESSIONS


_FOLDED_PROFESSIONS = frozenset(map(fold, PROFESSIONS))


def is_profession_folded(head: str) -> bool:
    """Tell whether `head`, in bare letters, is a profession rather than an office."""
    return head in _FOLDED_PROFESSIONS


# Those who are something "về" a subject ("đặc phái viên của Mỹ về Triều Tiên"), and after "về" what is no subject.
_OF_A_SUBJECT = compiled_later(
    r"(?<!\w)(?:quan chức|cố vấn|phái viên|đặc sứ|đại sứ|trợ lý|điều phối viên|chuyên gia|ủy viên|báo cáo viên|"
    r"nhà nghiên cứu|giáo sư|chuyên viên|nhà phân tích|học giả)(?:\s[^\s,.;:()]+){0,6}\s$",
    re.IGNORECASE,
)
_NO_SUBJECT = compiled_later(r"về\s+(?:hưu|việc|nước|quê|nhà|đến|tới|thăm|dự|với|hướng|phía|bước|đây|đó|bên|tay)(?!\w)")


def _is_subject(text: str, stop: re.Match[str]) -> bool:
    """Tell whether a word that looks like a stop is "về" before the subject of somebody's office."""
    return (
        stop.group() == "về"
        and _OF_A_SUBJECT.search(text[max(0, stop.start() - 90) : stop.start()]) is not None
        and _NO_SUBJECT.match(text, stop.start()) is None
    )


def find_stop(text: str, position: int = 0) -> re.Match[str] | None:
    """Return the first word at or after `position` at which an office phrase ends, or None.

    The span of the word is the span of the group "stop".
    """
    for match in _STOP_OR_NOT.finditer(text, position):
        if match.group("stop") and not _is_subject(text, match):
            return match
    return None


def joins_institution(before: str, after: str) -> bool:
    """Tell whether a spaced dash between `before` and `after` joins two parts of one institution or place.

    So it does in "Giám đốc Sở Kế hoạch - Đầu tư ..." and "Bí thư Tỉnh ủy Bà Rịa - Vũng Tàu ...".
    """
    clause = re.split(r"[,;:.]", before)[-1]
    heads = list(HEAD.finditer(clause))
    if not heads or find_stop(clause[heads[-1].end() :]) or not after.strip():
        return False
    return HEAD.match(after.lstrip()) is None and bool(clause[heads[-1].end() :].strip())


def is_weak(office: str) -> bool:
    """Tell whether `office` is a bare weak head ("đại diện"), which says nothing about a person."""
    return office.lower() in WEAK_HEADS


def is_rank(office: str) -> bool:
    """Tell whether `office` is a rank or degree ("Thượng tướng", "GS.TS")."""
    return RANK.fullmatch(office.strip()) is not None


def trim(office: str) -> str:
    """Return an office phrase without the punctuation and conjunctions around it."""
    office = office.strip(' ,;:-–—.[]"“”')
    if office.count("(") != office.count(")"):
        office = office.strip("() ")
    office = re.sub(r"\s+(?:và|cùng|cùng các|kiêm|như|gồm|gồm có)$", "", office)
    return re.sub(r"\s{2,}", " ", office)
