"""Nouns for things and for matters: what "nào" and "gì" ask for when it is no person, place, day, body or event."""

from __future__ import annotations

from typing import Final

# Things that mostly have a name, a title or a number of their own.
THEME_NOUNS: Final = (
    "chủ đề", "khẩu hiệu", "slogan", "thông điệp", "tên gọi", "tiêu đề", "phương châm", "hình thức", "biệt danh",
    "nội dung", "đề tài", "giải thưởng", "danh hiệu", "huân chương", "huy chương", "bằng", "dự án", "hiệp định",
    "thỏa thuận", "văn kiện", "tuyên bố", "nghị quyết", "văn bản", "quà", "món quà", "phần thưởng", "tội", "tội danh",
    "mức án", "cuốn sách", "bài hát", "ca khúc", "vở", "phim", "bộ phim", "tác phẩm", "môn", "lĩnh vực", "ngành",
    "loại", "sản phẩm", "công trình", "chuyên đề", "quyết định", "luật", "đề án", "kế hoạch", "giải pháp", "vấn đề",
    "cái", "điều", "việc", "chuyện", "bài", "bài thơ", "món", "kết quả", "trường phái", "lý do", "nguyên nhân",
    "mục đích", "tàu", "máy bay", "thiết bị", "hợp đồng", "chương trình nghệ thuật", "biên bản", "bản ghi nhớ", "chiếc",
    "cúp", "bức", "cơn bão", "bão", "giáo phái", "con tàu", "bản án", "bản nhạc", "bài báo", "tạp chí", "dự thảo",
    "bản dự thảo", "ứng dụng", "trò chơi", "loài", "thương hiệu", "nhãn hiệu", "dự luật", "đạo luật", "dự thảo luật",
    "dự án luật", "bộ luật", "chiến lược", "vũ khí", "phương tiện", "xe", "bệnh", "căn bệnh", "ngôn ngữ",
    "cuốn tiểu thuyết", "quyển sách", "từ ngữ", "câu khẩu hiệu", "kỷ lục", "quỹ", "học bổng", "kỷ niệm chương",
    "bằng khen", "tên lửa", "cụm từ", "dòng chữ", "số hiệu", "ký hiệu", "mã số", "biển số", "niên hiệu", "sân chơi",
    "dịch vụ", "thương vụ", "chuyến bay", "chuyến tàu", "tuyến xe buýt", "tàu khu trục", "tàu sân bay", "tàu ngầm",
    "tàu chiến", "tàu cá", "tàu hàng", "khu trục hạm", "tàu hộ vệ", "tàu tuần tra", "tàu tuần duyên", "tàu tuần dương",
    "chiến hạm", "trực thăng", "tiêm kích", "chiến đấu cơ", "mẫu xe", "dòng xe", "chiếc xe", "xe tăng", "xe buýt",
    "vệ tinh", "tên lửa đạn đạo", "phiên bản", "mô hình", "công nghệ", "phần mềm", "hệ thống", "nền tảng",
    "mạng xã hội", "trang web", "website", "chuyên mục", "chuyên trang", "linh vật", "con vật", "giống lúa", "loại cây",
    "loài cây", "loài hoa", "trang phục", "nhạc cụ", "điệu múa", "vở kịch", "vở diễn", "vở cải lương", "vở chèo",
    "tiểu phẩm", "tiết mục", "bộ sưu tập", "bức tranh", "bức ảnh", "bức tượng", "tiểu thuyết", "tập thơ", "tập sách",
    "phóng sự", "phim tài liệu", "album", "khúc nhạc", "bản giao hưởng", "câu nói", "câu thơ", "câu ca dao", "tục ngữ",
    "thành ngữ", "khái niệm", "thuật ngữ", "nghị định", "thông tư", "chỉ thị", "công văn", "công điện", "hiệp ước",
    "công ước", "nghị định thư", "điều luật", "điều khoản", "gói thầu", "gói hỗ trợ", "quy chế", "quy chuẩn",
    "tiêu chuẩn", "chứng chỉ", "chứng nhận", "bằng cấp", "giấy phép", "tài liệu", "bằng sáng chế",
    "sáng kiến", "đề tài nghiên cứu", "công trình nghiên cứu", "luận án", "ngành học", "môn học", "môn thi",
    "môn thể thao", "hạng mục", "nội dung thi", "hạng cân", "đồng tiền", "loại thuốc", "vắc xin", "virus", "dịch bệnh",
    "hóa chất", "loại hình", "nguồn vốn", "nguồn kinh phí", "nguồn tiền", "nguồn ngân sách", "chương trình hợp tác",
    "chương trình đào tạo", "mv", "đĩa nhạc", "truyện ngắn", "gameshow", "bộ truyện", "cuốn truyện", "kênh youtube",
    "dự án phim", "phim truyền hình", "phim ngắn", "vai diễn",
)  # fmt: skip
# Matters that are told in a clause and seldom have a name.
MATTER_NOUNS: Final = (
    "yêu cầu", "đề nghị", "đề xuất", "kiến nghị", "mục tiêu", "nhiệm vụ", "nghĩa vụ", "quan điểm", "lập trường",
    "nhận định", "cam kết", "điều kiện", "tiêu chí", "nguyên tắc", "tinh thần", "định hướng", "tôn chỉ", "biện pháp",
    "chính sách", "quy định", "bằng chứng",
    "nguồn", "nguồn tin", "nhu cầu", "khó khăn", "thách thức", "lợi ích", "lý lẽ", "cáo buộc", "hành vi",
    "sai phạm", "vi phạm", "thủ đoạn", "phương thức", "cách thức", "phương án", "kịch bản", "hồ sơ", "thông tin",
    "dấu hiệu", "tín hiệu", "đặc điểm", "ưu điểm", "hạn chế", "kinh nghiệm", "bài học", "hình phạt", "mức phạt",
    "kỷ luật", "hậu quả", "thiệt hại", "tình trạng", "ý nghĩa", "giá trị", "công việc", "câu chuyện", "câu hỏi",
    "cảnh báo", "thông báo", "công cụ", "dụng cụ", "nghiệp vụ", "tập quán", "phong tục", "truyền thống", "ngành nghề",
    "mặt hàng",
)  # fmt: skip
