"""What the words around a foreign name say: that it is a body's, a ship's or a work's, or that it is a person's."""

from __future__ import annotations

import re

from retrieval.language.lazy_pattern import compiled_later

# The noun of a body, a paper, a ship or a work right before a name that is its own.
NEWS_OR_BODY = compiled_later(
    r"(?<!\w)(?:công ty|tập đoàn|ngân hàng|hãng|tổ chức|quỹ|trường|đại học|(?<!nhà )báo(?! chí)|tờ|đài|"
    r"(?<!hạ )(?<!thượng )viện|trung tâm|câu lạc bộ|clb|(?<!quân )đội|đội tuyển|đảng|"
    r"liên đoàn|tổng công ty|sàn|chuỗi|thương hiệu|mạng xã hội|ứng dụng|phim|cuốn|giải|dự án|khách sạn|"
    r"khu đô thị|căn cứ|nhãn hiệu|siêu thị|tạp chí|nhóm|(?<!liên )bang|"
    r"nhật báo|kênh|trang(?! trại)|mạng|tàu|phe|hàng không|thành phố|quận|hạt|ban nhạc|xe|dòng|dự luật|ca khúc|"
    r"bài hát|tác phẩm|vở|lớp)\s+(?:[^\s,;:]+\s+)?$|(?<!\w)(?:người|tộc)\s+$",
    re.IGNORECASE,
)  # fmt: skip
# A body's or a ship's noun some words before: "tàu cứu hộ Igor ...", "Công ty TNHH tư vấn Peter ...".
BODY_NAMED = compiled_later(
    r"(?<!\w)(?:công ty|tập đoàn|ngân hàng|hãng|quỹ|trường|đại học|(?<!hạ )(?<!thượng )viện|bệnh viện|phòng thí nghiệm|"
    r"tàu|giải|cúp|sân|bão|"
    r"thương hiệu|nhãn hiệu|phòng khám|khách sạn|nhà hàng|cửa hàng|phim|cuốn|tạp chí|nhà thờ|sân bay|trung tâm)"
    r"(?:\s+(?!của|do|với|và|nơi|cùng)[^\s,;:.()]+){0,3}\s+[\"“'‘]?$",
    re.IGNORECASE,
)
# What follows a person only: an age, what he says, whose kin he is, "one who ...".
TELLS_PERSON = compiled_later(
    r"\s*(?:,|\()\s*(?:\d{1,3} tuổi|SN \d|sinh (?:năm|ngày))(?!\w)|"
    r"\s*[,(]?\s+(?:nói|cho biết|chia sẻ|nhận định|bình luận|cho rằng|khẳng định|nhấn mạnh|viết|phát biểu|tuyên bố|"
    r"cho hay|kể|giải thích|nhận xét|thừa nhận|tiết lộ|bày tỏ|dự đoán|ước tính|lập luận|đáp|trả lời|qua đời|"
    r"từ chức|sinh ra|kết luận)(?!\w)|"
    r"\s*(?:,|-|–|\()\s*(?:là )?(?:người(?! (?:Việt|dân|dùng|hâm|chơi)(?!\w))|một (?:trong (?:những|số) )?(?:người|"
    r"cư dân|thành viên|cựu|nhà|phụ nữ)|(?:con|anh|em|chị|cháu) (?:trai|gái|rể|dâu|nuôi|họ|ruột)|vợ|chồng|"
    r"cha đẻ|mẹ đẻ|bạn (?:trai|gái|thân)|thành viên|chủ nhân)(?!\w)"
)
# Kin before a name: one foreign word after it is a person too.
KIN_BEFORE = compiled_later(
    r"(?<!\w)(?:vợ|chồng|phu quân|(?:con|anh|em|chị|cháu) (?:trai|gái|rể|dâu|nuôi|họ|ruột|ngoại|nội)|con|"
    r"bạn (?:trai|gái|thân)|hôn (?:thê|phu))(?: cũ| cả| út| lớn| nhỏ| thứ hai| đầu lòng| nuôi)?(?: là| tên)?\s+$"
)
