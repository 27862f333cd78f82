"""What stands on a saved page beside the article: one table of line patterns for each kind of furniture.

A pattern must match a whole line in reading form, case aside, once the decoration around it (bullets, colons) is gone.
Only short lines are looked at, so that a sentence of the article never falls to a pattern by accident.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import cache
from typing import Final


class Furniture(StrEnum):
    """The kinds of page furniture."""

    VIEWS = "views"
    RATING = "rating"
    ACCESSIBILITY = "accessibility"
    MENU = "menu"
    BREADCRUMB = "breadcrumb"
    SHARE = "share"
    IMAGE = "image"
    PLAYER = "player"
    EMPTY = "empty"
    SEE_ALSO = "see_also"
    SOURCE = "source"
    BYLINE = "byline"
    CONTACT = "contact"
    RELATED = "related"
    OTHER_NEWS = "other_news"
    COMMENTS = "comments"
    KEYWORDS = "keywords"
    STATISTICS = "statistics"
    EDITORIAL = "editorial"


# After the body has begun, these say that the article is over for good.
CLOSING: Final = frozenset(
    {
        Furniture.OTHER_NEWS,
        Furniture.COMMENTS,
        Furniture.KEYWORDS,
        Furniture.STATISTICS,
        Furniture.EDITORIAL,
    }
)

# These stand after the article as a rule, but are also found in the middle of it.
LIKELY_CLOSING: Final = frozenset(
    {
        Furniture.VIEWS,
        Furniture.RATING,
        Furniture.SHARE,
        Furniture.SOURCE,
        Furniture.BYLINE,
        Furniture.CONTACT,
        Furniture.RELATED,
    }
)

_NUMBER = r"[\d.,]+ ?(?:k|m)?"
_NEWS = r"(?:các |những )?(?:tin tức|tin bài|tin|bài viết|bài báo|bài|video|clip|ảnh|thông tin|chủ đề|sự kiện|văn bản)"
_PHONE = r"[(+]?\d[\d .()+-]{6,}\d"
_MAIL = r"[\w.+-]+ ?(?:@|\[at\]|\(at\)) ?[\w-]+(?:\.[\w-]+)+"
_WEB = r"(?:https?://|www\.)\S+|(?:[\w-]+\.)+(?:vn|com|org|net|gov|edu|info)(?:/\S*)?"

_TABLE: Final[dict[Furniture, tuple[str, ...]]] = {
    Furniture.VIEWS: (
        rf"(?:số )?(?:lượt|lần) (?:xem|đọc|truy cập|nghe)(?: tin| bài)? ?:? ?{_NUMBER}",
        rf"(?:đã )?(?:xem|đọc|lượt xem|views?|view count) ?: ?{_NUMBER}(?: lần| lượt)?",
        rf"{_NUMBER} (?:lượt|lần|người) ?(?:xem|đọc|truy cập)?",
        rf"{_NUMBER} (?:views?|reads?|likes?|shares?|comments?|bình luận|thích|chia sẻ)",
        r"(?:số )?lượt (?:xem|đọc|truy cập|thích)",
        rf"(?:đã )?(?:có )?{_NUMBER} (?:lượt )?(?:xem|đọc) (?:bài|tin)(?: viết| này)?",
    ),
    Furniture.RATING: (
        r"(?:hãy )?(?:đánh giá|bình chọn|xếp hạng|chấm điểm)(?: bài viết| bài báo| bài| tin)?(?: này)?",
        r"\(?(?:di chuột|click|nhấn|bấm|chạm|nhấp chuột|kích) vào (?:ngôi )?sao .{0,40}\)?",
        r"(?:tổng số|số) (?:điểm|phiếu|lượt đánh giá)(?: của bài viết)?(?: là)? ?:? ?[\d.,/ ]*"
        r"(?:(?:trong|với) .{0,30})?",
        r"(?:điểm|xếp hạng|đánh giá|rating) ?: ?[\d.,/ ]+(?: (?:sao|điểm|phiếu|phiếu bầu))?.{0,30}",
        r"[\d.,]+ ?(?:/ ?[\d.,]+)? ?(?:sao|stars?|phiếu|phiếu bầu|votes?)(?: \(.{0,30}\))?",
        r"(?:rất )?(?:hữu ích|không hữu ích|kém|trung bình|khá|tốt|tuyệt vời)",
        r"[★☆⭐ ]+",
        r"bài viết (?:này )?có hữu ích.{0,40}",
        r"click để đánh giá bài viết",
    ),
    Furniture.ACCESSIBILITY: (
        r"(?:a ?[-+]? ?){2,}(?:\|.*)?",
        r".{0,20}(?:tăng|giảm) tương phản.{0,40}",
        r"(?:cỡ chữ|kích cỡ chữ|cỡ chữ bài viết|font size) ?:?.{0,20}",
        r"(?:phóng to|thu nhỏ|tăng cỡ chữ|giảm cỡ chữ|chữ to|chữ nhỏ)(?: .{0,20})?",
        r"(?:đọc bài|nghe bài|nghe đọc bài|đọc bài viết|nghe bài viết|nghe nội dung|đọc to)(?: .{0,10})?",
        r"giọng (?:nam|nữ|đọc).{0,30}",
        r"(?:chế độ|giao diện) (?:đọc|tối|sáng|ban đêm).{0,20}",
        r"(?:tiếng việt|english|vietnamese|ngôn ngữ)(?: ?[|/-] ?(?:tiếng việt|english|中文|français|русский))*",
    ),
    Furniture.MENU: (
        r"(?:trang chủ|home|menu|main menu|giới thiệu|liên kết(?: website| web)?|sơ đồ (?:trang|cổng|site).{0,12}|rss)",
        r"(?:đăng nhập|đăng ký|đăng xuất|tài khoản|quên mật khẩu|login|sign in|hotline|hỏi đáp|thư viện ảnh)",
        r"(?:tìm kiếm|tìm kiếm nâng cao|tìm theo ngày|search|tìm|nhập từ khóa.{0,20}|từ ngày|đến ngày|chọn ngày)",
        r"(?:quay lại|trở lại|trở về|về đầu trang|lên đầu trang|về trang trước|back|top|back to top|đóng|mở|ok)",
        r"(?:trang trước|trang sau|trước|sau|tiếp|tiếp theo|kế tiếp|previous|next|đầu|cuối|xem tất cả|tất cả|chi tiết)",
        r"(?:xem )?(?:toàn màn hình|bản đồ|lịch công tác|thủ tục hành chính|dịch vụ công(?: trực tuyến)?|công báo)",
        r"(?:thời sự|chính trị|kinh tế|văn hóa|xã hội|giáo dục|thể thao|pháp luật|thế giới|giải trí|sức khỏe|du lịch)"
        r"(?: ?[|/,–-] ?(?:\w+ ?){1,3})*",
        r"(?:tin tức|tin tức ?[-–&] ?sự kiện|tin hoạt động|tin trong nước|tin quốc tế|tin trong tỉnh|tin địa phương)",
        r"(?:bỏ qua|chuyển đến|skip to) (?:nội dung|phần|content|main content).{0,20}",
        r"\d{1,3}(?: ?[|,] ?\d{1,3})*",
    ),
    Furniture.BREADCRUMB: (
        r"(?:trang chủ|home|trang nhất)(?: ?[>»›/|→\\-] ?.{1,40})+",
        r"(?:[^>»›.]{2,40} ?[>»›] ?)+[^>»›.]{0,60}",
        r"bạn đang (?:ở|xem|ở đây) ?:.{0,120}",
    ),
    Furniture.SHARE: (
        r"(?:chia sẻ|share|thích|like|tweet|zalo|facebook|twitter|google\+?|linkedin|pinterest|telegram|messenger|email"
        r"|gmail|youtube|tiktok|viber|whatsapp|x|in|print|copy link|sao chép(?: liên kết)?|lưu(?: bài)?|gửi email)"
        r"(?:[ ,|/•·-]+(?:chia sẻ|share|thích|like|tweet|zalo|facebook|twitter|google\+?|linkedin|pinterest|telegram"
        r"|messenger|email|gmail|youtube|tiktok|viber|whatsapp|x|in|print|copy link|lưu|qua|lên|bài viết|0|\d+))*",
        r"(?:chia sẻ|gửi|in|lưu|tải|sao chép) (?:bài viết|bài báo|bài|trang|tin|link|liên kết)(?: này)?"
        r"(?: (?:qua|lên|cho|về|tới).{1,40})?",
        r"(?:theo dõi|quan tâm|follow|like) .{0,40}(?:trên|on|fanpage) .{0,30}"
        r"(?:google|facebook|zalo|youtube|tiktok|news).{0,20}",
        r"(?:in|bản in|in ấn|phiên bản in|print|lưu tin|gửi cho bạn bè|gửi bài|phản hồi bài viết|tải về|download)",
        r"(?:https?://)?(?:www\.)?(?:fb|facebook|youtube|zalo|twitter|tiktok)\.(?:com|me|vn)\S*|fanpage ?:?.{0,60}",
    ),
    Furniture.IMAGE: (
        r"(?:image|img|picture|photo|banner|logo|icon|avatar|thumbnail)(?: (?:advertisement|ads?|placeholder|\d+))*",
        r"(?:quảng cáo|advertisement|ads?|advertising|sponsored|tài trợ|liên hệ quảng cáo)",
        r"!?\[[^\]]{0,120}\](?:\([^)]{0,300}\))?",
        r"\[?(?:ảnh|hình ảnh|hình|video|image|photo|infographic)(?: ?\d{1,2})?\]?",
        r"[\w-]{1,80}\.(?:jpe?g|png|gif|webp|bmp|svg|mp4)",
        r"(?:đang tải|loading|đang cập nhật|vui lòng chờ)(?: dữ liệu)?(?: ?\.\.\.)?",
    ),
    Furniture.PLAYER: (
        r"(?:video|clip|audio|podcast)(?: player)?(?: is loading\.?)?",
        r"(?:play|pause|mute|unmute|fullscreen|current time|duration|remaining time|stream type)(?: .{0,30})?",
        r"\d{1,2}:\d{2}(?: ?/ ?\d{1,2}:\d{2})?",
        r"(?:trình duyệt|your browser) .{0,60}(?:hỗ trợ|support).{0,40}",
    ),
    Furniture.EMPTY: (
        r"no ?data|không có dữ liệu|chưa có dữ liệu|đang cập nhật|null|undefined|n/a",
        r"(?:chưa|không) có (?:bình luận|phản hồi|ý kiến|bài viết|tin)(?: nào)?.{0,30}",
        r"[\W_]+",
    ),
    Furniture.SEE_ALSO: (
        r"(?:>>+|»|→|=>) ?.{4,}",
        r"(?:xem thêm|đọc thêm|tin liên quan|bài liên quan|xem tiếp|mời xem|mời xem thêm|mời đọc) ?[:>»] ?.{4,}",
        r"(?:mời |kính mời )?(?:quý )?(?:độc giả|bạn đọc) (?:xem|đọc|theo dõi) .{0,60}tại đây",
        r"(?:xem|đọc|tải)(?: thêm| chi tiết| toàn văn| đầy đủ)?(?: .{0,40})? (?:tại đây|ở đây)",
    ),
    Furniture.SOURCE: (
        r"\(? ?(?:nguồn(?: tin| bài)?|source|theo nguồn) ?[:：] ?(?P<a>[^:]{2,90}?) ?\)?",
        r"\( ?(?:theo|nguồn|dẫn theo|trích) (?P<b>[^()]{2,60}?) ?\)",
        r"theo (?P<c>(?:báo |tạp chí |cổng (?:ttđt|thông tin điện tử) )?(?:[\w-]+\.)+(?:vn|com|org|net)[\w./]*"
        r"|ttxvn|vov|vtv|vnexpress|tuổi trẻ|thanh niên|nhân dân|qđnd|chinhphu\.vn|báo .{2,30})",
    ),
    Furniture.BYLINE: (
        r"(?:(?:tin|bài)(?:(?:,| và| ?[-/&+]|) ?(?:bài|ảnh|clip|video))*|bài viết|thực hiện|tác giả|người viết|biên tập"
        r"|phóng viên|nhóm pv|trình bày) ?[:：] ?.{2,60}",
        r"(?:pv|p\.v|bbt|ban biên tập|nhóm pv|nhóm phóng viên|btv|ttxvn|ctv|tth|tổng hợp|admin)(?: ?\(.{2,30}\))?",
    ),
    Furniture.CONTACT: (
        r"(?:địa chỉ|đ/c|trụ sở(?: chính)?|tòa soạn|văn phòng|address) ?[:：] ?.{2,}",
        rf"(?:điện thoại|đt|sđt|tel|phone|fax|hotline|đường dây nóng|mobile|di động|liên hệ) ?[:：.]? ?{_PHONE}.*",
        r"(?:e-?mail|thư điện tử|hộp thư|website|web|trang web|url) ?[:：] ?.{2,}",
        rf"(?:{_PHONE})(?: ?[-–,;/|] ?(?:{_PHONE}|fax.*))*",
        rf"(?:{_MAIL})(?: ?[-–,;/|] ?(?:{_MAIL}))*",
        _WEB,
    ),
    Furniture.RELATED: (
        rf"{_NEWS} (?:có )?liên quan(?: đến .{{2,40}})?",
        r"(?:xem|đọc|tìm hiểu) thêm|xem tiếp|mời xem thêm",
        r"(?:cùng|trong) (?:chủ đề|dòng sự kiện|sự kiện)",
    ),
    Furniture.OTHER_NEWS: (
        rf"{_NEWS} (?:đã đưa|đã đăng|khác|mới(?: hơn| nhất| đăng| cập nhật| nhận)?|cũ(?: hơn)?|tiêu điểm|nổi bật|nóng"
        r"|trong ngày|đáng chú ý|được quan tâm|cùng (?:chuyên mục|mục|loại|chủ đề)|đọc nhiều|xem nhiều|hot)(?: nhất)?"
        r"(?: khác| trong ngày| trong tuần)?",
        r"(?:mới nhất|mới cập nhật|đọc nhiều|xem nhiều|đọc nhiều nhất|xem nhiều nhất|nổi bật|tiêu điểm|được quan tâm)",
        r"(?:có thể bạn quan tâm|bạn có thể (?:quan tâm|thích)|có thể bạn thích|gợi ý cho bạn|dành cho bạn)",
        r"(?:cùng|tin cùng|bài cùng|khác trong|tin trong|tin khác trong) (?:chuyên mục|mục|chuyên đề|thể loại)",
        r"(?:related|latest|other|popular|recent|most read|top) (?:news|posts?|articles?|stories)",
    ),
    Furniture.COMMENTS: (
        r"(?:phản hồi|bình luận|ý kiến|ý kiến bạn đọc|ý kiến độc giả|comments?|thảo luận)(?: ?\(\d*\))?(?: ?\d+)?",
        r"(?:gửi|viết|để lại|nhập|thêm|hãy là người .{0,20}) ?(?:ý kiến|bình luận|phản hồi|nhận xét|cảm nghĩ).{0,50}",
        r"(?:ý kiến|bình luận|nội dung) của (?:bạn|bạn đọc|quý vị)(?: ?[:*(].{0,30})?",
        r"(?:họ tên|họ và tên|mã xác nhận|mã bảo mật|nhập mã|tiêu đề) ?[:*(].{0,30}",
    ),
    Furniture.KEYWORDS: (
        r"(?:từ khóa|tags?|thẻ|key ?words?|chủ đề|từ khóa liên quan|các từ khóa)(?: ?[:：].*)?",
        r".{2,40}[•|·] ?(?:từ khóa|tags?)(?: ?[:：].*)?",
        r"(?:#[\w_]+[ ,]*)+",
    ),
    Furniture.STATISTICS: (
        r"(?:thống kê|lượng|số người|số lượt|tổng lượt|tổng số lượt|lượt) "
        rf"(?:truy cập|website|online|trực tuyến|lượt truy cập)(?: ?:? ?{_NUMBER})?",
        rf"(?:đang )?(?:online|trực tuyến|truy cập) ?: ?{_NUMBER}(?: khách| người)?",
        r"(?:hôm nay|hôm qua|trong tuần|tuần này|trong tháng|tháng này|tháng trước|tất cả|tổng cộng|tổng) ?: ?"
        rf"{_NUMBER}",
        r"thống kê",
    ),
    Furniture.EDITORIAL: (
        r"(?:cơ quan (?:chủ quản|quản lý)|đơn vị (?:chủ quản|quản lý|thực hiện)|chịu trách nhiệm(?: chính| nội dung)?"
        r"|(?:phó )?(?:trưởng ban|tổng) biên tập|(?:phó )?trưởng ban biên tập|thư ký tòa soạn|phụ trách) ?[:：] ?.{2,}",
        r"(?:gpxb|gp(?: số)?|giấy phép(?: (?:số|xuất bản|hoạt động|thiết lập|báo chí|mxh|icp|trang).{0,60})?)"
        r" ?:? ?(?:số )?\d+ ?/.*",
        r"(?:©|\(c\)|copyright|bản quyền|all rights? reserved).{0,140}",
        r".{0,60}(?:all rights reserved|giữ bản quyền|ghi rõ nguồn|bản quyền thuộc).{0,100}",
        r"(?:liên hệ|thông tin liên hệ|contact|contact us|thông tin tòa soạn|tòa soạn|đường dây nóng)",
        r"(?:cổng|trang) (?:thông tin điện tử|ttđt)(?: tổng hợp)? .{3,79}[^.:]",
        r"(?:thiết kế|phát triển|vận hành|designed|powered|developed)(?: và .{2,20})? (?:bởi|by) .{2,80}",
        r"(?:điều khoản sử dụng|chính sách bảo mật|quy định sử dụng|terms of use|privacy policy).{0,60}",
    ),
}

# A line longer than this (in characters) is never furniture: the longest kinds are addresses and copyright lines.
LONGEST: Final = 180

_DECORATION: Final = " \t•·●▪■◦*|»>«<–—-:_=~"


def _joined(patterns: Iterable[str]) -> str:
    return "|".join(f"(?:{pattern})" for pattern in patterns)


# All kinds at once, in lower case: most lines are none, which one pattern tells four times as fast as one for each.
_ANY: Final = re.compile(_joined(map(_joined, _TABLE.values())))


@cache
def _pattern(kind: Furniture) -> re.Pattern[str]:
    return re.compile(_joined(_TABLE[kind]), re.IGNORECASE)


def furniture_of(line: str) -> Furniture | None:
    """Return the kind of furniture that `line` (reading form, stripped) is as a whole, or None for anything else."""
    if len(line) > LONGEST:
        return None
    bare = line.strip(_DECORATION)
    if not _ANY.fullmatch(line.lower()) and (bare == line or not _ANY.fullmatch(bare.lower())):
        return None
    for kind in _TABLE:
        pattern = _pattern(kind)
        if pattern.fullmatch(line) or (bare != line and pattern.fullmatch(bare)):
            return kind
    return None


def source_of(line: str) -> str | None:
    """Return whom a source line ("Nguồn: ...", "(Theo ...)") names."""
    pattern = _pattern(Furniture.SOURCE)
    match = pattern.fullmatch(line.strip(_DECORATION)) or pattern.fullmatch(line)
    named = next((g for g in match.groups() if g), None) if match else None
    return named.strip(" .;," if "(" in named else " .;,)") if named else None


# -- author lines --------------------------------------------------------------------------------------------------

_UPPER = "A-Z" + "".join(chr(c) for c in range(0xC0, 0x1EFA) if chr(c).isalpha() and chr(c).isupper())
_CAPITALISED = rf"[{_UPPER}][\w.'’]*"
_NAME = rf"{_CAPITALISED}(?: {_CAPITALISED}){{0,4}}"
_AUTHOR: Final = re.compile(
    rf"(?:theo )?{_NAME}(?: ?[-–,&/+|•] ?{_NAME}| và {_NAME}){{0,3}}"
    r"(?: ?\((?:theo |t/h|tổng hợp|lược dịch|ghi|dịch|ảnh|thực hiện)?[^()]{0,40}\)| ?/ ?\w+)?",
)
_BYLINE_CREDIT: Final = re.compile(r" ?[-–,;/.(] ?(?:ảnh|clip|video) ?: ?[^:]{2,40}$", re.IGNORECASE)
_ADDRESS: Final = re.compile(r"(?:ông|bà|anh|chị|đồng chí|đ/c|cô|chú|em|đại tá|trung tá|thiếu tá) ", re.IGNORECASE)
_NOT_AN_AUTHOR: Final = re.compile(r"\d|[!?:;…\"“”]|\.\.\.")


def is_author_line(line: str) -> bool:
    """Tell whether `line` is made like the names under an article ("Thu Hà", "Phương Vũ (Theo AFP)")."""
    if ":" in line:
        line = _BYLINE_CREDIT.sub("", line)
    if len(line) > 70 or line.endswith(".") or _NOT_AN_AUTHOR.search(line) or _ADDRESS.match(line):
        return False
    return 1 < len(line.replace("-", " ").split()) <= 9 and bool(_AUTHOR.fullmatch(line))


# -- captions ------------------------------------------------------------------------------------------------------

_CREDIT_WORDS: Final = ("ảnh", "hình", "đồ họa", "video", "clip", "photo")
_CREDIT: Final = re.compile(
    r"(?:[-–—.,;/|(\[] ?|^|(?<=\w) )(?:ảnh|ảnh minh họa|hình|nguồn ảnh|ảnh tư liệu|đồ họa|video|clip|photo)"
    r"(?: ?[:：] ?[^:.]{1,50}| (?:minh họa|tư liệu)|(?-i:(?: [A-ZĐ][\w/.]+){1,4}))[).\]]*$",
    re.IGNORECASE,
)
_CREDIT_ALONE: Final = re.compile(
    r"\(?(?:ảnh|hình|nguồn ảnh|đồ họa|video|clip|photo)"
    r"(?: ?[:：–-] ?[^:.]{1,50}(?:\.vn|\.com)?| (?:minh họa|tư liệu).{0,40}|(?-i:(?: [A-ZĐ][\w/.]+){1,4}))[).]*",
    re.IGNORECASE,
)
_POSITION: Final = re.compile(
    r"\((?:[^()]{0,40}[, ])?"
    r"(?:(?:thứ (?:nhất|hai|ba|tư|năm|sáu|bảy) )?(?:từ )?(?:bên )?(?:trái|phải)(?: (?:sang|qua).{0,12})?"
    r"|giữa|đứng giữa|ngồi giữa|bìa (?:trái|phải)|hàng (?:đầu|trên|dưới|trước|sau|thứ .{2,4}).{0,20})\)",
    re.IGNORECASE,
)
_SCENE: Final = re.compile(
    r"(?:toàn cảnh|quang cảnh|khung cảnh|hình ảnh|một góc|ảnh|các đại biểu|đại biểu|đông đảo|lãnh đạo|các đồng chí"
    r"|đồng chí|đ/c|ông|bà|anh|chị|bộ trưởng|thứ trưởng|chủ tịch|phó chủ tịch|bí thư|phó bí thư|tổng bí thư|thủ tướng"
    r"|phó thủ tướng|đại sứ|giám đốc|phó giám đốc|gs|pgs|ts|thượng tướng|trung tướng|thiếu tướng|đại tá|phiên họp"
    r"|hội nghị|lễ|buổi|đoàn|các em|tiết mục)\b",
    re.IGNORECASE,
)


def has_credit(line: str) -> bool:
    """Tell whether `line` ends with a photographer or says where people stand in a picture."""
    tail = line[-80:]
    lowered = tail.lower()
    # The words and the sign without which the patterns cannot match are found sooner.
    told = any(word in lowered for word in _CREDIT_WORDS) and _CREDIT.search(tail) is not None
    return told or ("(" in line and _POSITION.search(line) is not None)


def is_credit_alone(line: str) -> bool:
    """Tell whether `line` is only the credit of the picture above it ("Ảnh: VGP")."""
    return len(line) <= 80 and bool(_CREDIT_ALONE.fullmatch(line))


def opens_like_a_caption(line: str) -> bool:
    """Tell whether `line` begins as captions do ("Toàn cảnh", "Các đại biểu", an office)."""
    return bool(_SCENE.match(line))
