"""Pages in the shape in which crawlers save them, in our own words, about meetings that never were."""

PORTAL = """Thứ hai, 07/03/2022 10:53\u00a0 GMT+7

Hội nghị trực tuyến toàn tỉnh về chuyển đổi số năm 2022

Sáng 7/3, Ủy ban nhân dân tỉnh Bình Hà tổ chức Hội nghị trực tuyến toàn tỉnh về chuyển đổi số tới 9 điểm cầu.

Dự hội nghị có các đồng chí: Lê Văn Bình, Bí thư; Trần Thị Hoa, Chủ tịch tỉnh.Toàn cảnh hội nghị tại điểm cầu Sở
TT&TT
\u00a0

Các đại biểu theo dõi hội nghị tại điểm cầu huyện Nam Sơn

Phát biểu tại hội nghị, đồng chí Lê Văn Bình nhấn mạnh chuyển đổi số là nhiệm vụ lâu dài của cả hệ thống.

Nguồn: Trung tâm Truyền thông Bình Hà

Lượt xem: 512

Tìm theo ngày :

Đánh giá

(Di chuột vào ngôi sao để chấm điểm)"""

TEASERS = """Khai trương thư viện số của tỉnh

Thứ 3, 14/11/2023 | 08:18:15
987 lượt xem

Chiều 13/11, Sở Văn hóa và Thể thao tỉnh Bình Hà khai trương thư viện số với hơn 20.000 đầu sách cho bạn đọc trẻ.

Bà Ngô Thị Lan, Giám đốc Sở, dự và cắt băng khai trương cùng đại diện lãnh đạo thành phố./.

Minh Đức   • Từ khóa
HĐND huyện Nam Sơn họp bất thường
HĐND huyện Nam Sơn họp bất thường

Sáng 2/5, HĐND huyện Nam Sơn khóa XX họp bất thường dưới sự chủ trì của ông Vũ Văn Kha, Chủ tịch HĐND huyện....

Góp ý dự thảo đề án phát triển du lịch
Góp ý dự thảo đề án phát triển du lịch

Sáng 6/5, Ban Tuyên giáo tổ chức hội nghị góp ý dự thảo đề án. Đồng chí Phan Văn..."""

MENU_FIRST = """Trang chủ
Giới thiệu
Tin mới nhất
Thành phố trồng thêm cây xanh ở ba quận
Khởi công tuyến đường ven sông
A- A A+ | Tăng tương phản Giảm tương phản

Đoàn thanh niên tổng kết chiến dịch tình nguyện hè

Chiều 20/8, Tỉnh đoàn Bình Hà tổng kết chiến dịch tình nguyện hè dưới sự chủ trì của Bí thư Tỉnh đoàn Đỗ Thu Trang.

Bí thư Tỉnh đoàn Đỗ Thu Trang phát biểu tổng kết chiến dịch. Ảnh: Hải Yến

Chiến dịch có hơn 4.000 lượt thanh niên tham gia tại 120 xã, phường trong toàn tỉnh, vượt kế hoạch đề ra.

(Theo baobinhha.vn)

Các tin khác

noData
Không có dữ liệu

Tin tiêu điểm"""

COLLECTION = """Trao học bổng cho sinh viên nghèo vượt khó

Sáng 12/9, Hội Khuyến học tỉnh Bình Hà trao 50 suất học bổng cho sinh viên nghèo vượt khó.

Tham dự buổi lễ có ông Phạm Quốc Việt, Chủ tịch Hội Khuyến học và đại diện các nhà tài trợ ở TP.
HCM và Cần Thơ.
Niềm vui ngày khai trường
Mỗi suất học bổng trị giá 5 triệu đồng, được trao trong hai năm học liên tiếp.
Ông Việt cho biết hội sẽ tiếp tục vận động để năm sau có thêm 30 suất học bổng nữa.
Hải Yến

Ông Phạm Quốc Việt trao học bổng cho sinh viên.
Các nhà tài trợ (hàng đầu) chụp ảnh cùng sinh viên - Ảnh: HẢI YẾN
"""

BOX_IN_THE_MIDDLE = """Lễ ký kết hợp tác giữa hai trường đại học

Ngày 3/4/2023, Trường Đại học Bình Hà và Trường Đại học Nam Sơn ký kết thỏa thuận hợp tác đào tạo trong 5 năm.

Tin liên quan
Tuyển sinh đại học năm 2023 có gì mới
Ba trường cùng mở ngành bán dẫn

Dự lễ ký có GS.TS Hoàng Minh Trí, Hiệu trưởng Trường Đại học Bình Hà, cùng các trưởng khoa của hai trường và sinh viên.

Theo thỏa thuận, hai trường trao đổi giảng viên và công nhận tín chỉ của nhau từ năm học 2023-2024 cho mọi ngành học.

Lê Bình

Hội thảo khoa học về biến đổi khí hậu

Sáng 5/4, Trường Đại học Bình Hà tổ chức hội thảo khoa học về biến đổi khí hậu với sự tham dự của nhiều chuyên gia..."""
