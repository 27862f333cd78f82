"""Tables for reading personal names: family names, names of other peoples, and words that look like names."""

from __future__ import annotations


def words(text: str, separator: str | None = None) -> frozenset[str]:
    """Return the words of a table: separated by white space, or by `separator` over line ends."""
    return frozenset(word.strip() for word in text.split(separator) if word.strip())


# Family names: of the Kinh and Hoa majority first, then of other peoples of Vietnam, then Chinese ones as the
# Vietnamese press reads them.
FAMILY_NAMES = words("""
    Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đào Đoàn Vương Trịnh Trương Đinh Lâm Phùng
    Mai Tô Hà Tạ Cao Lưu Thái Châu Tống Lương Kiều Quách Văn Chu Thân Thạch Tăng La Lại Doãn Nghiêm Khuất Triệu Từ Tôn
    Mạc Bạch Đàm Giáp Khúc Hứa Lục Nhâm Ninh Phí Quan Sơn Thẩm Tiêu Trang Ung Viên Uông Cung Cù Diệp Đồng Đổng Đường
    Hàn Hầu Hình Hoa Kim Kha Khổng Lã Lữ Mã Mẫn Nhan Phó Phương Quản Sầm Tào Tiết Thiều Trà Úc Vi Âu An Ân Bành Bế
    Biện Cầm Chử Danh Đan Đậu Điểu Điền Giang Giàng Hạ Hạng Hán Hề Khương Lầu Lò Lô Lù Lường Ma Mông Mùa Nông Nùng
    Ngọ Ngũ Ong Quàng Quế Rơ Sìn Sùng Tẩn Thào Thang Thi Thiệu Tòng Tráng Vàng Vừ Vừa Xa Xuân Y Ksor Siu Rah Nay Tập
    Ôn Mao Tưởng Lật Bồ Cố Du Khâu Nhậm Tất Thôi Trác Công Bàn Chẩu Chảo Cháng Dìu Đèo Đới Hờ Lềnh Linh Lồ Lỗ Lư Mộc
    Ngụy Nhữ Phù Phu Tằng Tấn Thành Thịnh Tiền Tiếp Tri Trình Tuấn Vòng Bá Chung Cấn Đức Hách Thích Lãnh Nhiêu Ngạc
    Bì Ca Chế Chiêm Kiên Sử Tiếu Lẩu Hảng Thò Cứ Sồng Phàn Triệu Lăng Tôn Trưng Ngân Ninh Tề Mạnh Tra Bành Hách Miêu
    Điêu Khưu Thoại Hồng
    """)

# Family names that are also everyday or geographic words: two syllables alone are a name only where a person is told.
DOUBTFUL_FAMILY = words("""
    An Công Kim Linh Thành Tiền Tiếp Hoa Đồng Đường Phó Phương Quan Sơn Trà Văn Xuân Y Ông Đức Thi Nay Xa Vàng Viên Du
    Giang Hà Hàn Mai Tuấn Bá Chung Thịnh Tri Từ Thái Châu Bạch Cao Cung Cố Quản Quế Kiều La Lâm Long Trang Mùa Danh Ma
    Mẫn Hạ Hán Ngũ Đậu Điền Tấn Tất Thang Ninh Nghị Sầm Mộc Kha Hề Dương Bàn Hồ Đan Úc Tiết Tiêu Phu Lục Hoàng Thích
    Tân Lãnh Bì Ca Chế Chiêm Kiên Sử Cứ Lăng Trưng Ngân Tề Công Đoàn Tô Lý Tôn Giáp Thân Đinh Thạch Ân Hồng Đèo
    """)

# Families so rare that they tell a person only where other words around the name do: of the Kinh and the other peoples
# of Vietnam, then Chinese ones as the Vietnamese press reads them.
RARE_FAMILY = (
    words("""
    Ấu Bàng Cái Cát Cà Chau Chân Châm Chiêu Chương Cổ Cồ Diêm Dư Đái Đàng Đầu Đồ Gịp Hàng Hoắc Khấu Khiếu Khoàng Khuông
    Kiểu Lạc Lai Lao Lều Lềm Liêu Liễu Lỉ Lìu Lỡ Lôi Lộ Lộc Luyện Ly Mạch Mào Mâu Mấu Mầu Mậu Mí Mỵ Nại Neáng Nghê Nghị
    Ngần Nguy Nhiếp Nìm Nình Não Pờ Phác Phàng Phủng Phún Phụng Sa Sái Sải Sẩm Sằm Sèn Sì Sỳ Tả Thập Thàng Thàm Thềm
    Thền Trầm Uẩn Ứng Ừng Vằn Vầy Vu Xìn Xồng Yên Yết
    Giả Bối Cảnh Cốc Cừu Địch Hùng Kỷ Miêu Ngải Sài Vệ Vưu Nhạc
    """)
    - FAMILY_NAMES
)

# Middle syllables of names that are no middle of anything else.
MIDDLES = frozenset(("Văn", "Thị", "Đình", "Hữu", "Khắc", "Viết", "Seo"))

# The others: two of them in a row ("tỉnh An Giang Vương ...") say that the name begins with the second.
PLAIN_FAMILY = FAMILY_NAMES - DOUBTFUL_FAMILY

# First words of names of the Central Highlands and other peoples, whose further words may be no Vietnamese syllables.
HIGHLAND_FIRST = words(
    "Y A K' Ka Ksor Rơ Siu Rah Rơchâm Rmah Rcom R'com Kpă Điểu Nay Alăng Bríu Zơrâm Pơloong Ating Hồ Đinh Ama Cil "
    "Zơ Kră Niê Êban Ênuôl Ayun Mlô Byă Kbuôr Kđăm Rơmah Puih Kpuih Bhling Bling Brôl Touneh Katơr Chamaléa Bhnướch "
    "Arất Cơlâu Pinăng Pi Lơ Cơ Hôih Coor Riah Ria Ariêng Avô Blúp Kơ Kră Mlô Bkrông Kpơr Rơlan Rlan Rahlan Êya "
    "Kdoh Kđoh"
)
# Those of them that are no other word, and so tell a person by themselves, as family names do.
HIGHLAND_FAMILY = words(
    "Rơ Rơchâm Rmah Rcom R'com Kpă Alăng Bríu Zơrâm Pơloong Ating Ama Zơ Kră Niê Êban Ênuôl Ayun Mlô Byă Kbuôr Kđăm "
    "Rơmah Puih Kpuih Bhling Bling Brôl Touneh Katơr Chamaléa Bhnướch"
)

# Baptismal names as the Catholic press of Vietnam writes them, before the family name.
SAINTS = words("""
    Phêrô Giuse Phaolô Gioan Maria Anê Têrêsa Phanxicô Antôn Micae Tôma Mátthêu Matthêu Luca Máccô Marcô Stêphanô
    Augustinô Anrê Giacôbê Lôrensô Cosma Xaviê Đaminh Đôminicô Baotixita Bênêđictô Gioakim Giêrônimô Inhaxiô Emmanuel
    Martinô Matta Mátta Anphong Anphongsô Agata Matthêô Anna Catarina Rosa Rôsa Clara Lucia Lucas Ambrôsiô Grêgôriô
    Đamianô Gioanna Isave Bernađéta Giêrađô Piô Lêô Ximong Tômas Xavie Bênađô Sêbastianô Vêrônica Mađalêna Magarita
    Nicôla Stêphano Ignatiô Hiêrônimô Tađêô Giuđa Vincentê Vinhsơn Đôminiô Phêlixô Urbanô Gabriel Raphael
    Rôcô Philipphê Barnaba Simon Clêmentê Bartôlômêô Carôlô Aloisiô Louis Alphongsô Hilariô Giacinta Mônica Cêcilia
    """)

# Family names of Korea and Hong Kong as the press writes them: after one, a last part with a hyphen is the name's.
KOREAN_FAMILY = words("""
    Kim Moon Park Lee Ri Choi Kang Hwang Yoon Yun Jung Jeong Chung Cho Jo Han Ban Roh Ahn An Song Suh Seo Shin Oh
    Hong Son Chang Jang Yang Bae Baek Nam Ko Ha Im Lim Kwon Pak Thae Hyon Ryu Yoo Chon Sin
    Choe Min Shim Sim Baik Koo Ku Go Gu Yim Yeon Cheong Cheon Chi Ji Jin Jon Jun Ju Joo Joung No Noh Heo Hur Huh Yeo Pyo
    Bang Cha Cheol Eom Eum Gong Guk Ham Hyun Kwak Kook Mun Myung Paik Pang Rim Rhee Ro Rho Sohn Sung Tak Uhm Wang Woo
    Yeom Yi Yu
    Lai Lam Ho Tam Yam Law Tung Poon Tong Yuet Kwan Tse Ip Kan Chui
    Leung Cheung Wong Tsang Yeung Kwok Lau Lin Tsai Chau Chan Chow Cheng Mak Yip Yuen Fung
    """)

# Lower-case words within names of other languages.
PARTICLES = words(
    "zu zum ten ter du das dos e "
    "bin binti de del della di da dos van von der den al el la le ben ibn bint y ul bt dal abu"
)

# Capitalised words that begin sentences or name institutions; they are no name and begin none.
COMMON_CAPITALS = words("""
    Ông Bà Anh Chị Em Cô Chú Bác Cụ Theo Tại Trong Sau Trước Khi Từ Với Về Cùng Các Những Một Hai Ba Bốn Năm Sáu Bảy Tám
    Đây Đó Và Nhưng Hiện Ngày Sáng Chiều Tối Trưa Đêm Hôm Tháng Tuy Nếu Vì Do Bởi Được Bị Đã Sẽ Đang Chúng Tôi Nhiều
    Phát
    Đảng Nhà Nước Chính Phủ Quốc Hội Bộ Ban Sở Cục Vụ Viện Ủy Đoàn Trung Ương Tham Dự Ảnh Xem Việt Nam Tổ Chức Lãnh Đạo
    Ngoài Ngay Riêng Thay Mặt Trả Lời Chia Sẻ Nói Kết Qua Đến Để Đồng Thời Bên Cạnh Cũng Còn Như Thế Lễ Cuộc Buổi
    Nghị Cả
    Nobel Grammy Pulitzer Guinness
    Tết Phật Chúa Internet Facebook Google Youtube Covid COVID AFF SEA Games World Cup U23 Olympic Festival Viber Zalo
    Reuters AFP AP CNN BBC TASS Xinhua Kremlin Twitter Instagram TikTok VTV VOV VnExpress Vietnamnet Dân Người Thanh
    Niên
    Tuổi Trẻ Bloomberg Guardian Times Post Yonhap KCNA Sputnik Interfax NBC ABC CBS Fox News Asiad Euro Champions League
    Premier ASEAN APEC G20 EU UEFA FIFA VFF AFC Điện Báo Tờ Hãng Đài Liên Hợp Thế Giới Biển Đông Mẹ Bố Cha Con Người
    Đoạn Hộ Gìn Tòa Mr Mrs Ms Arab Kitô Brexit Hồi Giáo
    Lào Nga Mỹ Anh Pháp Úc Ấn Trung Nhật Bắc Tây Đông Miền Làng Xã Phường Quận Huyện Tỉnh TP Thành Thị Hạ Thượng
    """)

# Those of them with which stage names and given names begin all the same ("Mỹ ...", "Thanh ...").
ALSO_GIVEN_NAMES = words("Mỹ Anh Đức Trung Thanh Hạ Đông Tư Nhật Việt Nam Quốc Thế Chí Tuổi Bắc Phú Phước")

# Words of the names of companies, papers and places in other languages.
BODY_WORDS = words("""
    Times Post News Daily Airlines Airways Group Bank Company Corporation Corp University Institute International
    Tourism Queen
    Club City FC Media Holdings Street Hotel Resort Studio Studios Journal Tribune Center Centre Foundation Association
    Council Agency Games Cup League Awards Award Festival Tour Show Miss Mall Plaza Tower Land Home Care Tech
    Technology Games
    Capital Invest Partners Consulting Insurance Motor Motors Electronics Energy Oil Gas Steel Foods Beer Coffee
    Online Digital
    Global World Asia Europe America Pacific Vietnam Records Entertainment Music Band Boys Girls Next Top Model Idol
    Voice Air Engineering Software Solutions Systems Networks Pharma Bay Beach Garden Gardens Palace Island Islands
    Complex Organization Organisation Sciences Residence Residences
    Ltd Inc LLC PLC GmbH Co Asset Management School High College Airport Hospital Church Museum
    """)

# Words of the names of papers and stations that are also everyday words of their languages.
MEDIA_WORDS = words("""
    Herald Gazette Chronicle Dispatch Sentinel Courier Verge
    Jazeera Insider NewsAsia Today Yedioth Spiegel Monde Figaro Hill Sun Mail Mirror Express Observer Chosun Ilbo
    Morning China Sky
    Novosti RIA Arabiya Street Bild Pais Telegraph Independent Variety Billboard Forbes Fortune Economist Nikkei
    Asahi Mainichi Yomiuri
    Kyodo Antara Bernama Rappler Inquirer Nation Globe Review Magazine Weekly Politico Axios Vox Breitbart Channel
    Radio Television Interest Mechanics Week Watch Defense Defence Vuitton Vuiton Science Nature
    """)

# Starts of institutions: a name ends before one, and begins with none.
INSTITUTION_START = (
    r"Trường (?:ĐH|Đại|THPT|THCS|Cao|Tiểu|Mầm|Trung)|Công ty|Công an|Công Thương|Tập đoàn|Ngân hàng|"
    r"Tổng [Cc]ông|Ủy ban|UBND|"
    r"HĐND|Hội (?:đồng|nghị|Nhà|Nông|Phụ|Cựu|Liên|thảo|trường|chợ)|Học viện|Trung (?:tâm|ương)|Đại học|"
    r"Đại [Ss]ứ quán|Bệnh viện|"
    r"Cù [Ll]ao|Liên (?:đoàn|hiệp|hợp|Hợp|minh)|Văn phòng|Tòa án|Viện [Kk]iểm|"
    r"Đoàn (?:TNCS|Thanh niên|đại biểu|Luật|Chủ|Thư|công(?! bố)|Kiểm|Giám|"
    r"ĐB)|Thành (?:ủy|đoàn|phố)|Tỉnh (?:ủy|đoàn)|"
    r"Quân (?:khu|chủng|đoàn|đội)|Cục (?=[A-ZĐ])|Sở (?=[A-ZĐ])|Bộ (?=[A-ZĐ])|Vụ (?=[A-ZĐ])|Báo (?=[A-ZĐ])|"
    r"Đài (?=[A-ZĐ])|Nhà (?:hát|máy|nước|Trắng|xuất)|"
    r"Mặt trận|Cơ quan|Hiệp hội(?! (?:đàm|kiến|họp|ngộ|ý|thoại|nhập))|Quỹ |Hội (?=\w)|"
    r"Trung đoàn|Sư đoàn|Lữ đoàn|Lễ |Hội nghị|Thủ đô|Giải |Cúp |"
    r"Phòng (?=[A-ZĐ])|Phòng thương|Khu (?=[A-ZĐ])"
)

# Institutions whose capitalised names stand between an office and a foreign name ("thư ký báo chí Nhà Trắng ...").
OFFICE_BODIES = (
    "Nhà Trắng", "Điện Kremlin", "Lầu Năm Góc", "Hạ viện", "Thượng viện", "Điện Élysée", "Phố Downing", "Nhà Xanh",
    "Liên Hợp Quốc",
    "Liên hợp quốc", "LHQ", "Interpol", "UNESCO", "UNDP", "UNICEF", "WHO", "WB", "ADB", "IMF", "ILO", "FAO", "JICA",
    "KOICA",
    "ASEAN", "EU", "NATO", "APEC", "Ngân hàng Thế giới", "Ủy ban châu Âu", "Nghị viện châu Âu", "CIA", "FBI", "Google",
    "Facebook", "Apple", "Microsoft", "Samsung", "Huawei", "Boeing", "Airbus", "Vingroup", "Vietcombank", "BIDV",
    "VietinBank",
    "Đệ nhất", "Giải phóng", "Dân chủ", "Cộng hòa", "Bảo thủ", "Nhân dân",
)  # fmt: skip

# Heads of professions whose people go by stage names or given names ("ca sĩ Mỹ ...", "MC Phan ...").
STAGE_HEADS = frozenset(
    (
        "ca sĩ", "nam ca sĩ", "nữ ca sĩ", "nghệ sĩ", "nhạc sĩ", "diễn viên", "nam diễn viên", "nữ diễn viên",
        "đạo diễn", "người mẫu",
        "siêu mẫu", "hoa hậu", "á hậu", "hoa khôi", "á khôi", "mc", "dj", "rapper", "ntk", "nhà thiết kế", "danh ca",
        "danh hài", "nghệ sĩ hài",
        "diva", "biên đạo", "nhà thơ", "nhà văn", "nhạc công", "tiền đạo", "tiền vệ", "trung vệ", "hậu vệ", "thủ môn",
        "cầu thủ", "danh thủ", "tuyển thủ",
        "vlogger", "youtuber", "họa sĩ", "nghệ nhân", "nsnd", "nsưt", "nghệ sĩ nhân dân", "nghệ sĩ ưu tú", "nhà báo",
        "nhà nghiên cứu",
        "biên tập viên", "giọng ca", "tân hoa hậu", "nữ nghệ sĩ", "nam nghệ sĩ", "biên kịch", "nhà sản xuất",
        "thủ quân", "nhà giáo", "nữ danh ca",
    )
)  # fmt: skip

# Words for one person in a case, a contest or a bed: a capitalised run right after one is a name, whatever its family.
PERSONAL_HEADS = frozenset(
    (
        "bị cáo", "bị can", "nghi phạm", "nghi can", "nạn nhân", "nhân chứng", "bệnh nhân", "thẩm phán", "luật sư",
        "bác sĩ", "bác sỹ", "kỹ sư", "thí sinh", "tài xế", "võ sĩ", "tỷ phú", "tỉ phú", "đại gia", "tử tù", "phạm nhân",
        "đối tượng", "sản phụ", "nữ sinh", "nam sinh",
    )
)  # fmt: skip

# People of history after whom streets, schools and prizes are named: no participant where no title is given.
NAMES_OF_STREETS = words(
    """
    Trần Hưng Đạo|Lê Lợi|Nguyễn Huệ|Lý Thường Kiệt|Nguyễn Trãi|Lê Duẩn|Trần Phú|Phan Đình Phùng|Nguyễn Du|Hoàng Diệu|
    Phan Bội Châu|Phan Chu Trinh|Phan Châu Trinh|Lê Lai|Đinh Tiên Hoàng|Lý Thái Tổ|Trần Quốc Toản|Nguyễn Công Trứ|
    Nguyễn Thái Học|Hoàng Văn Thụ|Lê Hồng Phong|Nguyễn Thị Minh Khai|Võ Thị Sáu|Nguyễn Văn Cừ|Nguyễn Văn Linh|
    Phạm Ngũ Lão|Lý Tự Trọng|Tôn Đức Thắng|Nguyễn Tri Phương|Hùng Vương|Phạm Hồng Thái|Nguyễn Bỉnh Khiêm|Chu Văn An|
    Lê Quý Đôn|Lê Thánh Tông|Trần Nhân Tông|Trần Thánh Tông|Ngô Quyền|Mạc Đĩnh Chi|Hàm Nghi|Pasteur|Cách Mạng Tháng Tám|
    Nguyễn Trung Trực|Bùi Thị Xuân|Nguyễn Chí Thanh|Phạm Văn Đồng|Võ Văn Kiệt|Trường Chinh|Lê Văn Lương|Xuân Thủy|
    Phạm Hùng|Lê Văn Duyệt|Trần Quang Khải|Yết Kiêu|Nguyễn Đình Chiểu|Hồ Tùng Mậu|Tô Hiệu|Hoàng Quốc Việt|
    Lương Thế Vinh|Nguyễn Thái Bình|Nguyễn Cư Trinh|Nguyễn Nghiêm|Hồ Thị Kỷ|
    Trần Đại Nghĩa|Tạ Quang Bửu|Phan Văn Trị|Trần Quốc Thảo|Hồ Xuân Hương|Đồng Khởi|Kim Mã|Giảng Võ|Lê Đại Hành|
    An Dương Vương|Hoàng Hoa Thám|Kim Đồng|Nguyễn Viết Xuân|Bạch Đằng|Lê Thánh Tôn|Thái Hà|Tân Sơn Nhất|Ngô Quyền
    """,
    "|",
)

# Capitalised runs that begin like a name and are none.
NOT_NAMES = words(
    """
    La Môn|Hà Lan|Văn Phòng|Kim Cương|Công Thương|Văn Hóa|Công Nghệ|Thành Đoàn|Công Giáo|Đức Phật|Phương Tây|
    Phương Đông|Xuân Mậu Tuất|
    Xuân Kỷ Hợi|Xuân Đinh Dậu|Tôn Giáo|Thái Bình Dương|Cao Đẳng|Cao Nguyên|Cao Tốc|Hoàng Gia|Hoàng Sa|Trang Chủ|Danh Dự|
    Công Lý|Công Đoàn|Ngũ Hành Sơn|Hoàng Liên Sơn|Trường Sơn|Thành Cổ|Cung Đình|Văn Miếu|Văn Lang|Hoàng Thành|Quan Âm|
    Hồ Gươm|
    Hồ Tây|Hồ Hoàn Kiếm|Sơn Trà|Sơn Tây|Sơn Đoòng|Hà Đông|Hà Tây|Hà Tiên|Mai Dịch|Mai Châu|Tô Lịch|Cao Lãnh|Thái Hòa|
    An Khê|An Khánh|
    Thành Công|Thành Nội|Kiến Quốc|Đồng Xuân|Đồng Tâm|Đường Lâm|Phương Nam|Đan Phượng|Đức Thánh Cha|Kim Liên|Hoa Lư|
    Hoa Sen|Hà Thành|
    Vàng Danh|Công Bằng|Công Chính|Lý Sơn|Thạch Thất|Thạch Hà|Đông Anh|Ninh Kiều|Châu Đốc|Châu Thành|Bá Thước|Cố Đô|
    Sơn Nhất|Sơn Nhì|Phó Bảng|Phù Cát|Phó Tổng Giám|Y Tế|
    Phù Mỹ|Phù Đổng|Diệp Lục|Lục Ngạn|Lục Nam|Bàn Môn Điếm|Châu Á|Châu Âu|Châu Phi|Châu Mỹ|Thiên Vương|Vạn Lý|
    Tân Cương|Hồng Thập Tự|Bồ Tát|Hồng Lâu Mộng|Hồng Hà|Hồng Quân|Chu Lai|Thi Đua|Tăng Nhơn Phú|Quản Bạ|Mù Cang Chải
    """,
    "|",
)
