"""What people do at events: the acts that are told apart, and the verbs that tell of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from retrieval.language.lazy_pattern import compiled_later
from retrieval.language.normalize import fold, lower_case
from retrieval.language.patterns import any_of


class Act(StrEnum):
    """An act by which a person takes part in an event."""

    ATTEND = "attend"
    CHAIR = "chair"
    OPEN = "open"
    CLOSE = "close"
    SPEAK = "speak"
    SAY = "say"
    PRESENT = "present"
    PAPER = "paper"
    RECEIVE = "receive"
    MEET = "meet"
    SIGN = "sign"
    GIVE = "give"
    GET = "get"
    LEAD = "lead"
    APPOINT = "appoint"
    VISIT = "visit"
    HONOUR = "honour"
    LAUNCH = "launch"
    ANNOUNCE = "announce"
    EXPLAIN = "explain"
    ORGANISE = "organise"
    APOLOGISE = "apologise"


# Verbs and verb phrases of each act, lower case, reading form. A longer phrase wins over a shorter one within it.
VERBS: dict[Act, tuple[str, ...]] = {
    Act.ATTEND: (
        "dự", "tham dự", "đến dự", "tới dự", "về dự", "cùng dự", "cùng tham dự", "đến tham dự", "tới tham dự",
        "về tham dự",
        "có mặt", "tham gia", "cùng tham gia", "hiện diện", "góp mặt", "chứng kiến", "xuất hiện", "đi dự", "sang dự",
        "cùng đi", "đi cùng", "tháp tùng",
        "theo dõi trực tuyến", "theo dõi hội nghị", "ngồi dự", "dự khán",
        "có sự tham dự", "với sự tham dự", "tới tham gia", "đến tham gia",
    ),
    Act.CHAIR: (
        "chủ trì", "đồng chủ trì", "cùng chủ trì", "chủ tọa", "điều hành", "điều khiển", "làm chủ tọa",
        "trực tiếp chủ trì", "dẫn dắt", "cầm trịch",
    ),
    Act.OPEN: (
        "khai mạc", "phát biểu khai mạc", "tuyên bố khai mạc", "đọc diễn văn khai mạc", "diễn văn khai mạc",
        "phát biểu mở đầu",
        "phát biểu đề dẫn", "đọc lời khai mạc", "đọc bài phát biểu khai mạc",
    ),
    Act.CLOSE: (
        "bế mạc", "phát biểu bế mạc", "tuyên bố bế mạc", "đọc diễn văn bế mạc", "diễn văn bế mạc", "phát biểu kết luận",
        "kết luận", "phát biểu kết thúc",
    ),
    Act.SPEAK: (
        "phát biểu", "phát biểu chỉ đạo", "phát biểu ý kiến", "có bài phát biểu", "đọc diễn văn", "phát biểu chào mừng",
        "có phát biểu", "đọc lời", "phát biểu đáp từ",
        "đọc bài phát biểu",
        "trong diễn văn", "trong bài phát biểu", "phát biểu chúc mừng", "phát động", "phát biểu phát động", "chỉ đạo",
    ),
    Act.SAY: (
        "nói", "cho biết", "cho rằng", "cho hay", "nhấn mạnh", "khẳng định", "chia sẻ", "bày tỏ", "đề nghị", "yêu cầu",
        "kêu gọi", "nhận định", "đánh giá", "trả lời", "thông tin", "nêu rõ", "lưu ý", "nhận xét", "góp ý", "kiến nghị",
        "đề xuất", "cảnh báo", "hy vọng", "mong muốn", "kỳ vọng", "tin tưởng", "ca ngợi", "ghi nhận", "biểu dương",
        "cam kết",
        "bộc bạch", "tâm sự", "nhắc nhở", "phân tích", "dẫn chứng", "gợi ý", "đặt vấn đề", "gửi lời cảm ơn", "cảm ơn",
        "gửi lời chúc mừng", "chúc mừng", "chúc", "hỏi", "ôn lại", "bày tỏ vui mừng", "nêu", "phát biểu cho biết",
        "thừa nhận",
        "tiết lộ", "phản ánh", "trao đổi", "nhắc lại", "nhắn nhủ", "quả quyết", "chỉ ra", "đồng tình", "kể",
        "nêu quan điểm",
        "lên tiếng", "phản hồi", "thảo luận",
        "cáo buộc", "tố cáo", "tố", "chê", "chê bai", "lên án", "chỉ trích", "phê phán", "phê bình", "khen",
        "khen ngợi", "phản đối", "bác bỏ", "bác tin", "phủ nhận", "xác nhận", "đe dọa", "dọa", "mô tả", "miêu tả", "ví",
        "phàn nàn",
        "viết", "khai", "khai nhận", "khai báo", "quy kết", "đổ lỗi", "lập luận", "biện hộ", "trần tình",
        "phân trần", "giãi bày", "trải lòng", "thổ lộ", "thắc mắc", "nhắn gửi", "than thở", "đáp lời", "đáp lại", "hứa",
        "hứa hẹn", "loan tin", "ám chỉ", "khuyến cáo", "khuyến nghị", "lo ngại", "quan ngại", "hoài nghi", "nói thêm",
        "bình luận", "dự đoán", "ước tính", "căn dặn", "dặn", "khuyên", "chế giễu", "than phiền", "thừa nhận rằng",
        "báo tin",
    ),
    Act.PRESENT: (
        "trình bày", "báo cáo", "giới thiệu", "thuyết trình", "trình bày báo cáo", "trình bày chuyên đề",
        "thuyết minh", "báo cáo tóm tắt",
    ),
    # Who gives a paper speaks, and not all who speak give one.
    Act.PAPER: (
        "tham luận", "đọc tham luận", "phát biểu tham luận", "trình bày tham luận", "báo cáo tham luận",
        "có tham luận", "có bài tham luận", "đọc bài tham luận", "trình bày bài tham luận", "trình bày các tham luận",
        "tham gia tham luận",
    ),
    Act.RECEIVE: ("tiếp", "tiếp đón", "đón", "đón tiếp", "nghênh đón", "chào đón", "tiếp kiến"),
    Act.MEET: (
        "gặp", "gặp gỡ", "hội kiến", "hội đàm", "tiếp xúc", "làm việc", "tọa đàm", "trao đổi với", "chào xã giao",
        "gặp mặt", "đối thoại",
        "đàm phán", "yết kiến", "trò chuyện", "chuyện trò",
    ),
    Act.SIGN: ("ký", "ký kết", "cùng ký", "đặt bút ký", "ký tắt"),
    Act.GIVE: (
        "trao", "tặng", "trao tặng", "gắn", "tặng hoa", "trao quyết định", "trao giải", "trao bằng",
        "trao huân chương", "bàn giao", "phong tặng", "cấp",
    ),
    Act.GET: (
        "nhận", "đón nhận", "được nhận", "giành", "đoạt", "vinh dự nhận", "được trao", "được tặng", "được vinh danh",
        "thuộc về",
    ),
    Act.LEAD: ("dẫn đầu", "làm trưởng đoàn", "đứng đầu", "phụ trách", "lãnh đạo đoàn", "cầm đầu"),
    Act.APPOINT: (
        "bổ nhiệm", "bầu", "điều động", "phân công", "đề cử", "phê chuẩn", "miễn nhiệm", "được bổ nhiệm", "được bầu",
        "giữ chức",
        "thay thế", "kế nhiệm", "đắc cử", "nhậm chức", "luân chuyển", "chỉ định", "cách chức", "từ chức",
    ),
    Act.VISIT: (
        "thăm", "đến thăm", "tới thăm", "viếng thăm", "ghé thăm", "sang thăm", "về thăm", "thăm và làm việc",
        "công du", "viếng", "đi thăm", "thị sát", "thăm hỏi", "kiểm tra", "khảo sát", "tham quan",
    ),
    Act.HONOUR: (
        "dâng hương", "dâng hoa", "thắp hương", "đặt vòng hoa", "tưởng niệm", "tưởng nhớ", "viếng lăng",
        "mặc niệm",
    ),
    Act.LAUNCH: (
        "cắt băng", "cắt băng khánh thành", "bấm nút", "nhấn nút", "khánh thành", "khởi công", "động thổ",
        "khai trương", "bấm nút khởi công",
        "ra mắt", "khởi động", "đánh trống khai giảng", "đánh trống", "nhấn nút khởi động",
    ),
    Act.ANNOUNCE: ("công bố", "tuyên bố", "thông báo", "loan báo", "chính thức thông báo", "tuyên đọc", "tuyên án"),
    Act.EXPLAIN: ("giải thích", "lý giải", "giải trình", "làm rõ"),
    Act.ORGANISE: (
        "tổ chức", "phối hợp tổ chức", "đăng cai", "phối hợp", "chủ nhà", "đồng tổ chức", "khởi xướng",
        "đứng ra tổ chức",
    ),
    Act.APOLOGISE: ("xin lỗi", "nói lời xin lỗi"),
}  # fmt: skip

# Words in which a short verb only seems to stand: "dự án" is no attending, "cuộc gặp" no meeting by itself.
# Verbs of appointing whose subject is the one appointed.
OF_APPOINTED = frozenset(
    ("được bổ nhiệm", "được bầu", "giữ chức", "kế nhiệm", "thay thế", "đắc cử", "nhậm chức", "từ chức")
)
_NOT_VERBS = (
    "dự án", "dự thảo", "dự kiến", "dự báo", "dự luật", "dự toán", "dự phòng", "dự bị", "dự khuyết", "dự định",
    "dự tính", "dự đoán", "dự thi",
    "dự trữ", "ban tổ chức", "các tổ chức", "tổ chức phi chính phủ", "tổ chức chính trị", "tổ chức xã hội", "chữ ký",
    "nhật ký", "đăng ký",
    "thư ký", "ký ức", "ký hiệu", "ký túc xá", "ký sinh",
    "thế kỷ", "tiếp tục", "tiếp cận", "tiếp thu", "tiếp theo", "tiếp nhận", "trực tiếp",
    "tiếp nối", "gián tiếp",
    "tiếp xúc cử tri", "kế tiếp", "liên tiếp", "nhận thức", "nhận diện", "ghi nhận", "công nhận",
    "cảm nhận", "tiếp nhận", "nhận được", "tổ chức đảng", "tổ chức quốc tế", "cấp cao", "các cấp", "cung cấp",
    "cấp bách",
    "cấp ủy", "trung cấp", "cao cấp", "nâng cấp", "gắn với", "gắn bó", "trao đổi kinh nghiệm", "tổ chức y tế",
    "cơ quan chỉ đạo",
    "ban chỉ đạo", "sự chỉ đạo", "kiểm tra trung ương", "ủy ban kiểm tra", "gặp khó", "gặp phải", "gặp nạn",
    "điều hành kinh tế",
    "ban điều hành", "giám đốc điều hành", "tổ chức thương mại", "tổ chức lao động", "bản báo cáo",
    "tham gia giao thông", "bằng cấp",
    "cấp cứu", "chiếm đoạt", "chấp nhận", "đoạt giải của", "đi làm việc", "có thông tin",
    "cấp nhà nước", "cấp quốc gia", "cấp tỉnh", "cấp bộ", "cấp huyện", "cấp xã", "cấp trung ương",
    "đồng cấp", "cấp dưới", "cấp trên", "cấp phó", "cấp độ",
    "bầu cử", "đàn bầu", "ông bầu", "bầu dục", "bầu không khí", "bầu trời", "tranh cử", "lộ trình thay thế", "danh dự",
    "vinh dự", "nhìn nhận", "đảm nhận", "tiếp nhận", "chứng nhận", "cấp phép",
    "cấp giấy", "cấp tốc", "cấp thiết", "sơ cấp", "thứ cấp", "tổ chức phi", "cơ quan kiểm tra", "ban kiểm tra",
    "phóng viên thường trú", "ký giả", "tiếp đất", "tiếp viên", "tiếp tế", "tiếp thị", "tiếp sức", "tiếp lửa",
    "tiếp diễn", "giao tiếp", "cho phép",
    "gắn liền", "gắn kết", "kể từ", "kể cả", "kể trên", "không kể", "chưa kể", "nêu trên", "hỏi thăm", "học hỏi",
    "đòi hỏi", "câu hỏi", "chúc tết", "nhận lời",
    "ra mắt khán giả", "nhận lỗi", "nhận tội", "nhận ra", "nhận thấy", "nhận định chung", "đón xem", "đón khách",
    "đón tết", "gặp lại", "làm việc tại", "nơi làm việc",
    "ngày làm việc", "giờ làm việc", "tiếp đó", "tiếp sau", "đứng đầu ngành", "thông tin liên lạc",
    "thông tin cá nhân", "thông tin truyền thông", "thông tin và truyền thông",
    "thông tin - truyền thông", "công nghệ thông tin", "nguồn thông tin", "theo thông tin", "những thông tin",
    "các thông tin", "nói chung", "nói riêng", "nói trên",
    "có thể nói", "phải nói", "tiếng nói", "dẫn dắt thị trường", "điều hành của", "chỉ đạo của", "ý kiến chỉ đạo",
    "kết luận thanh tra", "kết luận của", "theo kết luận", "thực hiện kết luận", "thông báo kết luận", "bản kết luận",
    "dự thảo kết luận", "kết luận kiểm tra", "kết luận điều tra", "kết luận nguyên nhân", "kết luận rằng",
    "kết luận vụ", "kết luận giám định", "điều khiển xe", "điều khiển ô tô", "điều khiển ôtô", "điều khiển mô tô",
    "điều khiển phương tiện", "điều khiển tàu", "điều khiển máy bay", "điều khiển chiếc", "điều khiển giao thông",
    "điều khiển từ xa", "điều khiển thuyền", "điều khiển container",
    "công khai", "triển khai", "khai thác", "khai quật", "khai phá", "khai phóng", "khai sinh", "kê khai", "khai hội",
    "khai xuân", "khai tử", "khai sáng", "khai ấn", "khai man", "lời khai", "bản khai", "tờ khai", "khai bút",
    "khai trường",
    "khai trừ", "khai thông", "khai hoang", "khai giảng", "bài viết", "người viết", "chữ viết", "lời hứa", "tay viết",
    "cây viết", "mối lo ngại", "viết tắt", "viết tay", "thi viết",
    "viết thư", "viết sách", "viết nhạc", "viết kịch bản", "viết bài", "viết tiếp", "viết nên", "viết đơn",
    "yếu tố", "nhân tố", "tố chất", "tố tụng", "khởi tố", "truy tố", "độc tố", "nguyên tố", "công tố", "ví dụ",
    "ví tiền",
    "ví điện tử", "chiếc ví", "cái ví", "giấy xác nhận", "tự phê bình", "nhà phê bình", "hù dọa",
    "nước chủ nhà", "đi cùng chiều", "đi cùng làn", "ra đi cùng",
    "tổ chức cán bộ", "hộ chiếu", "thăm dò", "cơ cấu tổ chức", "đối thoại shangri",
    "đài tưởng niệm", "khu tưởng niệm", "nhà tưởng niệm", "bia tưởng niệm", "vườn tưởng niệm", "khu vực tưởng niệm",
)  # fmt: skip


_ACT_OF = {verb: act for act, verbs in VERBS.items() for verb in verbs}
_FOLDED_ACT_OF = {fold(verb): act for verb, act in reversed(_ACT_OF.items())}
_NONE = (
    *_NOT_VERBS,
    *(f"{first} {w}" for first in ("về", "đến", "tới", "cùng") for w in _NOT_VERBS if w.startswith("dự ")),
)
# Searched in lower-case text: to mind no case takes a pattern twice as long.
_PATTERN = compiled_later(rf"(?<!\w)(?:{any_of([*_ACT_OF, *_NONE])})(?!\w)")


@cache  # only questions without accents need it
def _folded_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of([*_FOLDED_ACT_OF, *map(fold, _NONE)])})(?!\w)")


@dataclass(frozen=True, slots=True)
class ActMention:
    """A verb that tells of an act: `text[start:end]`, and the verb in lower case."""

    act: Act
    start: int
    end: int
    verb: str


def find_acts(text: str, *, folded: bool = False) -> list[ActMention]:
    """Return the verbs of acts in `text` (reading form; or the output of `fold` with `folded`), in order."""
    pattern, acts = (_folded_pattern(), _FOLDED_ACT_OF) if folded else (_PATTERN, _ACT_OF)
    found = []
    for match in pattern.finditer(lower_case(text)):
        verb = " ".join(match.group().split())
        if verb in acts:
            found.append(ActMention(acts[verb], match.start(), match.end(), verb))
    return found
