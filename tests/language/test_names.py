"""Who is named in a sentence, and with which offices."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.language.name_tables import FAMILY_NAMES
from retrieval.language.names import find_people, is_vietnamese_syllable


def described(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(p.name, p.offices) for p in find_people(text)]


NAMED = {
    # what stands between commas before a preposition describes the name before it
    "đăng bài của Tiến sĩ Emma Hale, cựu quan chức Thượng viện Chile với nội dung mới": [
        ("Emma Hale", ("Tiến sĩ", "cựu quan chức Thượng viện Chile"))
    ],
    "theo Oscar Lindt, cố vấn cấp cao về chống tham nhũng của Na Uy.": [
        ("Oscar Lindt", ("cố vấn cấp cao về chống tham nhũng của Na Uy",))
    ],
    # Vietnamese names with offices before, after, and both
    "Thứ trưởng Bộ Y tế Trần Văn Bình chủ trì hội nghị.": [("Trần Văn Bình", ("Thứ trưởng Bộ Y tế",))],
    "Ông Lê Minh Tuấn, Phó Giám đốc Sở Xây dựng, cho biết": [("Lê Minh Tuấn", ("Phó Giám đốc Sở Xây dựng",))],
    "Bà Phạm Thị Hoa - Giám đốc Sở Y tế - phát biểu.": [("Phạm Thị Hoa", ("Giám đốc Sở Y tế",))],
    "Thượng tướng Đỗ Văn Cường, Thứ trưởng Bộ Quốc phòng": [
        ("Đỗ Văn Cường", ("Thứ trưởng Bộ Quốc phòng", "Thượng tướng"))
    ],
    "nguyên Chủ tịch UBND tỉnh Hà Nam Bùi Văn Lâm": [("Bùi Văn Lâm", ("nguyên Chủ tịch UBND tỉnh Hà Nam",))],
    "Ông Trần Văn Hòa - phó giám đốc Sở Y tế tỉnh Long An - cho biết": [
        ("Trần Văn Hòa", ("phó giám đốc Sở Y tế tỉnh Long An",))
    ],
    "đại tá Chu Hải (Zhou Hai), giám đốc Trung tâm Hợp tác quốc tế, sẽ có bài": [
        ("Chu Hải", ("giám đốc Trung tâm Hợp tác quốc tế", "đại tá")),
        ("Zhou Hai", ()),
    ],
    "Ông Kenji Morita, Giám đốc Intel Châu Á, và Giám đốc Intel Đông Nam Á nói": [
        ("Kenji Morita", ("Giám đốc Intel Châu Á",))
    ],
    # a list with each office before its name, and one with each behind: whose it is that stands between two commas
    "Dự có Bộ trưởng Bộ Y tế Đào Thị Lan, Thứ trưởng Bộ Quốc phòng, Thượng tướng Ngô Văn Sáu và bà Hà Thị Mơ.": [
        ("Đào Thị Lan", ("Bộ trưởng Bộ Y tế",)),
        ("Ngô Văn Sáu", ("Thứ trưởng Bộ Quốc phòng", "Thượng tướng")),
        ("Hà Thị Mơ", ()),
    ],
    "Phó Thủ tướng Vũ Văn Khoa, Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch Lý Văn Hùng": [
        ("Vũ Văn Khoa", ("Phó Thủ tướng",)),
        ("Lý Văn Hùng", ("Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch",)),
    ],
    "Phó Thủ tướng Vũ Văn Khoa, Thứ trưởng Bộ Văn hóa, Thể thao và Du lịch, bà Lý Thị Mơ dự": [
        ("Vũ Văn Khoa", ("Phó Thủ tướng",)),
        ("Lý Thị Mơ", ("Thứ trưởng Bộ Văn hóa, Thể thao và Du lịch",)),
    ],
    "Phó Chủ tịch UBND tỉnh Vũ Văn Khoa, Trưởng ban tổ chức, bà Lý Thị Mơ, Giám đốc Sở Y tế, dự": [
        ("Vũ Văn Khoa", ("Phó Chủ tịch UBND tỉnh", "Trưởng ban tổ chức")),
        ("Lý Thị Mơ", ("Giám đốc Sở Y tế",)),
    ],
    "Trung tướng Vũ Văn Khoa, Thứ trưởng Bộ Công an, Thiếu tướng Lý Văn Hùng, Cục trưởng Cục Quản trị, dự": [
        ("Vũ Văn Khoa", ("Thứ trưởng Bộ Công an", "Trung tướng")),
        ("Lý Văn Hùng", ("Cục trưởng Cục Quản trị", "Thiếu tướng")),
    ],
    "Nhận lời mời của Bộ trưởng Bộ Y tế Vũ Văn Khoa, Bộ trưởng Bộ Đầu tư, Công nghiệp và Thương mại Lào Rustam Orlov "
    "dẫn đầu đoàn": [
        ("Vũ Văn Khoa", ("Bộ trưởng Bộ Y tế",)),
        ("Rustam Orlov", ("Bộ trưởng Bộ Đầu tư, Công nghiệp và Thương mại Lào",)),
    ],
    # to whom somebody does something is not who does it
    "Báo cáo với Chủ tịch nước, Bộ trưởng Đào Thị Lan cho biết": [("Đào Thị Lan", ("Bộ trưởng",))],
    "Báo cáo với Chủ tịch nước, Chuẩn đô đốc Đào Văn Lâm cho biết": [("Đào Văn Lâm", ("Chuẩn đô đốc",))],
    "làm việc với Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh Đào Thị Lan tại trụ sở": [
        ("Đào Thị Lan", ("Bí thư Tỉnh ủy", "Chủ tịch HĐND tỉnh"))
    ],
    # names that end with a place's name, an occasion's, or two letters of what is left out
    "bà Cao Thị Hòa Bình, Giám đốc Sở Y tế, và ông Lưu Hùng Nam Định dự": [
        ("Cao Thị Hòa Bình", ("Giám đốc Sở Y tế",)),
        ("Lưu Hùng Nam Định", ()),
    ],
    "Bà Cao Thị Lan Hà Nội dự": [("Cao Thị Lan", ())],
    "chủ tịch tập đoàn Hoàng Anh Gia Lai": [],
    "ông Trần Hữu Lễ, Giám đốc Sở Y tế, và thầy Ngô Văn Hội dự": [
        ("Trần Hữu Lễ", ("Giám đốc Sở Y tế",)),
        ("Ngô Văn Hội", ()),
    ],
    "ông Trần Hữu Hội trường": [("Trần Hữu", ())],
    "nạn nhân là Võ Thị Ngọc Th., 28 tuổi": [("Võ Thị Ngọc Th", ())],
    # the city or the body where somebody is posted
    "Trưởng đại diện JETRO tại Hà Nội Ozaka Haruki và Chủ tịch Hội doanh nhân Nhật tại Hải Phòng (HJBA) Tanabe Shu": [
        ("Ozaka Haruki", ("Trưởng đại diện JETRO tại Hà Nội",)),
        ("Tanabe Shu", ("Chủ tịch Hội doanh nhân Nhật tại Hải Phòng (HJBA)",)),
    ],
    "Trưởng Phái đoàn Việt Nam bên cạnh IAEA Mai Thanh Lâm": [
        ("Mai Thanh Lâm", ("Trưởng Phái đoàn Việt Nam bên cạnh IAEA",))
    ],
    "lãnh đạo phe đa số tại Thượng viện Chile, ông Emil Hale nói": [
        ("Emil Hale", ("lãnh đạo phe đa số tại Thượng viện Chile",))
    ],
    "phát biểu tại cuộc họp của Bộ trưởng Quốc phòng NATO tại Brussels, ông Emil Hale nói": [("Emil Hale", ())],
    # what an office holder does to somebody is no part of the office
    "Thủ tướng bổ nhiệm ông Lê Minh Tuấn": [("Lê Minh Tuấn", ())],
    "lãnh đạo Ban quản lý Bến Trăng nghiêm khắc phê bình bà Phạm Thị Hoa": [("Phạm Thị Hoa", ())],
    # a journalist is no newspaper; arms, ministries and offices are no persons
    "Nữ nhà báo Clodie Varenne, người vừa đến": [("Clodie Varenne", ("Nữ nhà báo",))],
    "báo Clodie Varenne, người vừa đến": [],
    "Thiếu tướng Trần Văn Bình, phó tư lệnh Phòng không, đón": [
        ("Trần Văn Bình", ("phó tư lệnh Phòng không", "Thiếu tướng"))
    ],
    "Ông Phòng được bổ nhiệm giữ chức Thứ trưởng Y Tế cùng các Phó Tổng Giám đốc khác": [("Phòng", ())],
    "Ông Kenji Morita, Tổng giám đốc Acecook Việt Nam, nói": [("Kenji Morita", ("Tổng giám đốc Acecook Việt Nam",))],
    "giám đốc chi nhánh Fontel Nghệ An cho biết": [],
    # Other words for whoever leads or keeps something, after the name
    "Ông Lý Văn Tề, đội phó đội tuần rừng huyện Mèo Vạc, cho biết": [
        ("Lý Văn Tề", ("đội phó đội tuần rừng huyện Mèo Vạc",))
    ],
    "bà Cao Thị Na - nguyên phó chánh tòa lao động TAND TP. Huế - bình luận": [
        ("Cao Thị Na", ("nguyên phó chánh tòa lao động TAND TP. Huế",))
    ],
    "Luật sư Vũ Thị Hồi, Chi hội trưởng Chi hội Nuôi ong, nói": [
        ("Vũ Thị Hồi", ("Luật sư", "Chi hội trưởng Chi hội Nuôi ong"))
    ],
    "chị Phạm Thị Lựu, chủ vựa khoai ở Ba Tri, than": [("Phạm Thị Lựu", ("chủ vựa khoai",))],
    "ông Trương Đình Sắt, chủ trương của xã là đúng": [("Trương Đình Sắt", ())],
    "anh Lê Đình Kẽm, phó mặc con thuyền cho gió": [("Lê Đình Kẽm", ())],
    "qua Lê Lợi – Phó Đức Chính – Võ Văn Kiệt": [],
    # The office right before a word of address is that of the next person
    "tiếp Bộ trưởng Ngô Văn Sáng, Chủ tịch Hội đồng quản trị Sao Mai ông Tạ Đức Thìn cam kết": [
        ("Ngô Văn Sáng", ("Bộ trưởng",)),
        ("Tạ Đức Thìn", ("Chủ tịch Hội đồng quản trị Sao Mai",)),
    ],
    # Foreign names with signs, behind countries, bodies and prizes
    "Đại sứ Yemen tại Liên Hợp Quốc Karim Ja’ aruni nhấn mạnh": [
        ("Karim Ja’ aruni", ("Đại sứ Yemen tại Liên Hợp Quốc",))
    ],
    "Thủ tướng Lào Bounsay Keola, Cố vấn cao cấp của Myanmar Daw Thiri Nwe và": [
        ("Bounsay Keola", ("Thủ tướng Lào",)),
        ("Daw Thiri Nwe", ("Cố vấn cao cấp của Myanmar",)),
    ],
    "lãnh đạo phe đa số của đảng tại Thượng viện Walter Grimes tán đồng": [
        ("Walter Grimes", ("lãnh đạo phe đa số của đảng tại Thượng viện",))
    ],
    "Giáo sư Nobel hóa học 2014 Masaki Tsurumi đến Vinh": [("Masaki Tsurumi", ("Giáo sư Nobel hóa học 2014",))],
    "cảnh sát trưởng Stephen phải từ chức": [("Stephen", ("cảnh sát trưởng",))],
    "Giám đốc Công ty Vệ sĩ S.T., trụ sở ở Huế": [],
    # Commas and dashes within institutions and places
    "Bộ trưởng Bộ Lao động, Thương binh và Xã hội Ngô Văn Sáng": [
        ("Ngô Văn Sáng", ("Bộ trưởng Bộ Lao động, Thương binh và Xã hội",))
    ],
    "Bà Vũ Thị Liên, Giám đốc toàn cầu bộ phận Tài chính, cơ sở hạ tầng và môi trường, nói": [
        ("Vũ Thị Liên", ("Giám đốc toàn cầu bộ phận Tài chính, cơ sở hạ tầng và môi trường",))
    ],
    "Bí thư Tỉnh ủy Bà Rịa - Vũng Tàu Đặng Văn Hải dự": [("Đặng Văn Hải", ("Bí thư Tỉnh ủy Bà Rịa - Vũng Tàu",))],
    "Chủ tịch Phòng Thương mại và Công nghiệp Việt Nam (VCCI) Hồ Văn Thịnh": [
        ("Hồ Văn Thịnh", ("Chủ tịch Phòng Thương mại và Công nghiệp Việt Nam (VCCI)",))
    ],
    # One office for several
    "Các Phó Thủ tướng Lê Văn An, Phạm Văn Bảo, Đỗ Văn Cảnh cùng dự.": [
        ("Lê Văn An", ("Phó Thủ tướng",)),
        ("Phạm Văn Bảo", ("Phó Thủ tướng",)),
        ("Đỗ Văn Cảnh", ("Phó Thủ tướng",)),
    ],
    "Phó Chủ tịch Quốc hội Lê Văn An và Trần Văn Bảo dự.": [
        ("Lê Văn An", ("Phó Chủ tịch Quốc hội",)),
        ("Trần Văn Bảo", ("Phó Chủ tịch Quốc hội",)),
    ],
    "Cùng dự có các Phó Tổng Giám đốc: bà Lê Thị Na, ông Trần Văn Bảo.": [
        ("Lê Thị Na", ("Phó Tổng Giám đốc",)),
        ("Trần Văn Bảo", ("Phó Tổng Giám đốc",)),
    ],
    # Foreign names: initials, hyphens, particles, names that only look Vietnamese
    "Tổng thống Hàn Quốc Moon Jae-in tới thăm": [("Moon Jae-in", ("Tổng thống Hàn Quốc",))],
    "Phó Đại sứ Kim In - ryong cho hay": [("Kim In - ryong", ("Phó Đại sứ",))],
    "Phó Đại sứ Shim Tae - rim và ông Koo Bon - moo nói": [("Shim Tae - rim", ("Phó Đại sứ",)), ("Koo Bon - moo", ())],
    # A middle name in small letters
    "bà Trần thị Bé và ông Lê văn Tám cùng nói": [("Trần thị Bé", ()), ("Lê văn Tám", ())],
    "Hoàng thị xã, phong trào Vũ văn hóa": [],
    "ông Salman bin Khalid al Nasser nói": [("Salman bin Khalid al Nasser", ())],
    "cựu tổng thống George H.W. Bush qua đời": [("George H.W. Bush", ("cựu tổng thống",))],
    "Bộ trưởng Thương mại Singapore Tan Wei Ming cho biết": [("Tan Wei Ming", ("Bộ trưởng Thương mại Singapore",))],
    "Thư ký báo chí Nhà Trắng John Miller nói": [("John Miller", ("Thư ký báo chí Nhà Trắng",))],
    # In whose office somebody works is not who he is
    "Chủ nhiệm Văn phòng Chủ tịch nước Trần Văn Bảo chủ trì": [
        ("Trần Văn Bảo", ("Chủ nhiệm Văn phòng Chủ tịch nước",))
    ],
    "Ghi nhận của Văn phòng Thủ tướng Trần Văn Bảo": [("Trần Văn Bảo", ())],
    "Tại văn phòng, Thủ tướng Trần Văn Bảo tiếp khách": [("Trần Văn Bảo", ("Thủ tướng",))],
    "cố vấn an ninh quốc gia Mỹ Mayhew từng khẳng định": [("Mayhew", ("cố vấn an ninh quốc gia Mỹ",))],
    "cố vấn Kodak cũng có mặt": [],
    # An office before a comma and the rank
    "Tổng tham mưu trưởng Không quân Chile, Tướng Xolani Dube, cho biết": [
        ("Xolani Dube", ("Tổng tham mưu trưởng Không quân Chile", "Tướng"))
    ],
    "Tư lệnh Quân khu 12, Trung tướng Trần Văn Quang phát biểu": [
        ("Trần Văn Quang", ("Tư lệnh Quân khu 12", "Trung tướng"))
    ],
    "Sau khi gặp Chủ tịch tỉnh Lê Văn Tám, Tướng Xolani Dube nói": [
        ("Lê Văn Tám", ("Chủ tịch tỉnh",)),
        ("Xolani Dube", ("Tướng",)),
    ],
    "Đại sứ Việt Nam tại Mỹ Trần Văn Quang": [("Trần Văn Quang", ("Đại sứ Việt Nam tại Mỹ",))],
    "Moon Hyun - sook, 91 tuổi, chia sẻ": [("Moon Hyun - sook", ())],
    # Foreign names that no office introduces: told by the given name, by what follows, by kin before
    "Phóng viên hỏi và Peter Mayhew lắc đầu.": [("Peter Mayhew", ())],
    "Theo đài này, Xolani Dube, một luật sư ở phía nam, ước tính": [("Xolani Dube", ("luật sư",))],
    "Xolani Dube, một quan chức của Bộ Y tế, lên án": [("Xolani Dube", ("quan chức của Bộ Y tế",))],
    "Xolani Dube, con rể nhà tài trợ, có mặt": [("Xolani Dube", ())],
    "ông ấy cùng vợ Ri Chun Hwa ra về": [("Ri Chun Hwa", ())],
    "cùng con gái cả Zanele tới dự": [("Zanele", ())],
    "Deborah, 34 tuổi, và Fiona, con gái ông, ra về": [("Deborah", ()), ("Fiona", ())],
    '"Tôi không biết", Fiona nói.': [("Fiona", ())],
    "chiếc tàu Deborah, người trên đó và hãng Fiona nói; Deborah rời cảng": [],
    "Chính trị gia Peter Mayhew rời phòng": [("Peter Mayhew", ("Chính trị gia",))],
    "diễn viên Hollywood Peter Mayhew": [("Peter Mayhew", ("diễn viên Hollywood",))],
    "Tư lệnh quân đội Australia Peter Mayhew": [("Peter Mayhew", ("Tư lệnh quân đội Australia",))],
    "cảnh sát trưởng hạt Orange Peter Mayhew nói": [("Peter Mayhew", ("cảnh sát trưởng hạt Orange",))],
    "huyền thoại Barcelona Peter Mayhew và Mr. Paul Simonsen": [("Peter Mayhew", ()), ("Paul Simonsen", ())],
    "Thủ tướng Somchai Chan - o - cha dự": [("Somchai Chan - o - cha", ("Thủ tướng",))],
    "Thủ tướng Sean O ' Malley dự": [("Sean O ' Malley", ("Thủ tướng",))],
    "cựu nghị sĩ Leung Kwok - sing dẫn đầu": [("Leung Kwok - sing", ("cựu nghị sĩ",))],
    '", Lee Dae - nam, cụ ông 80 tuổi, kể': [("Lee Dae - nam", ())],
    "bác sĩ Han Sang - jo nói": [("Han Sang - jo", ("bác sĩ",))],
    "Phu nhân Thủ tướng Peter Mayhew": [("Peter Mayhew", ("Phu nhân Thủ tướng",))],
    # Rare family names, and names that are words, after an age, an office, a word of address
    "Trần Văn Tám (40 tuổi) và Khướu Thị Dín (29 tuổi)": [("Trần Văn Tám", ()), ("Khướu Thị Dín", ())],
    "bị can Mùi Văn Sểnh khai": [("Mùi Văn Sểnh", ("bị can",))],
    "tạm giữ Đoàn Lê Văn Bảy (20 tuổi)": [("Đoàn Lê Văn Bảy", ())],
    "ông Võ Sĩ, phó chánh văn phòng": [("Võ Sĩ", ("phó chánh văn phòng",))],
    "nhà sử học Dương Trung Quốc": [("Dương Trung Quốc", ("nhà sử học",))],
    "Bộ trưởng Nông nghiệp và phát triển nông thôn Trần Văn Bình": [
        ("Trần Văn Bình", ("Bộ trưởng Nông nghiệp và phát triển nông thôn",))
    ],
    "Chủ tịch UBND tỉnh An Giang Vương Văn Bình": [("Vương Văn Bình", ("Chủ tịch UBND tỉnh An Giang",))],
    "Phó Chủ tịch UBND tỉnh Hà Giang Hà Thị Minh": [("Hà Thị Minh", ("Phó Chủ tịch UBND tỉnh Hà Giang",))],
    "Giám đốc điều hành Rostselmash Peter Mayhew nói": [("Peter Mayhew", ("Giám đốc điều hành Rostselmash",))],
    "Thị trưởng Cahokia Peter Mayhew": [("Peter Mayhew", ("Thị trưởng Cahokia",))],
    "Phó bí thư Thành ủy TP Trần Lưu Bình và": [("Trần Lưu Bình", ("Phó bí thư Thành ủy TP",))],
    "Tổng Giám đốc PVN Nguyễn Vũ Trường Giang": [("Nguyễn Vũ Trường Giang", ("Tổng Giám đốc PVN",))],
    "Đại sứ Trung Quốc tại Việt Nam Hùng Lai nói": [("Hùng Lai", ("Đại sứ Trung Quốc tại Việt Nam",))],
    # A part, somebody's helper, a joint row, a credit glued to the next line
    "do Phó chánh án TAND quận 3, Trần Hải Sơn điều khiển": [("Trần Hải Sơn", ())],
    "do ông Trần Văn An (Phó chánh thanh tra) làm Trưởng đoàn": [
        ("Trần Văn An", ("Phó chánh thanh tra", "Trưởng đoàn"))
    ],
    "Ông Hồ Văn Tám - phụ huynh học sinh Hồ Gia B. nói": [("Hồ Văn Tám", ("phụ huynh",)), ("Hồ Gia B", ("học sinh",))],
    "Ông Trần Văn An, Bí thư Đoàn phường và luật sư Lê Văn Bình": [
        ("Trần Văn An", ("Bí thư Đoàn phường",)),
        ("Lê Văn Bình", ("luật sư",)),
    ],
    "Cảnh đón khách - Ảnh: REUTERSSau đó vài ngày, tại buổi họp báo, ông Lê Văn Bình, một kỹ sư lâu năm, nói": [
        ("Lê Văn Bình", ("kỹ sư lâu năm",))
    ],
    "Bác sĩ Trần Văn Bình và đối tượng Lê Văn Tám": [
        ("Trần Văn Bình", ("Bác sĩ",)),
        ("Lê Văn Tám", ("đối tượng",)),
    ],
    # Religious, highland and stage names
    "Hòa thượng Thích Thiện Tâm chứng minh": [("Thích Thiện Tâm", ("Hòa thượng",))],
    "Đức Hồng y Phêrô Trần Văn Nam chủ tế": [("Phêrô Trần Văn Nam", ("Đức Hồng y",))],
    "ông Y Thanh Niê Kđăm, Phó Bí thư Tỉnh ủy": [("Y Thanh Niê Kđăm", ("Phó Bí thư Tỉnh ủy",))],
    "bà H'Lan Niê và ông Giàng A Sáng": [("H'Lan Niê", ()), ("Giàng A Sáng", ())],
    "ca sĩ Mỹ Hạnh, Tùng Lâm và Hồng Vân biểu diễn": [
        ("Mỹ Hạnh", ("ca sĩ",)),
        ("Tùng Lâm", ("ca sĩ",)),
        ("Hồng Vân", ("ca sĩ",)),
    ],
    # A row of names, half of which are known
    "biểu diễn có các ca sĩ nổi tiếng như: Mỹ Hạnh, Lê Thu Trang, Đoan Hạ, Trần Văn Lâm, Đỗ Minh An, Ka Lan...": [
        ("Mỹ Hạnh", ("ca sĩ nổi tiếng",)),
        ("Lê Thu Trang", ("ca sĩ nổi tiếng",)),
        ("Đoan Hạ", ("ca sĩ nổi tiếng",)),
        ("Trần Văn Lâm", ("ca sĩ nổi tiếng",)),
        ("Đỗ Minh An", ("ca sĩ nổi tiếng",)),
        ("Ka Lan", ("ca sĩ nổi tiếng",)),
    ],
    # Blanks around hyphens, names of the highlands
    "Tổng thư ký LHQ Ban - do - won và ông Peter Lai Ka - fai đến": [
        ("Ban - do - won", ("Tổng thư ký LHQ",)),
        ("Peter Lai Ka - fai", ()),
    ],
    "Cùng dự có Kpă Hơn, Alăng Bền, Zơ Râm Tư và bà H'Lim Niê": [
        ("Kpă Hơn", ()),
        ("Alăng Bền", ()),
        ("Zơ Râm Tư", ()),
        ("H'Lim Niê", ()),
    ],
    # The president and what is called after him
    "Theo lời dạy của Chủ tịch Hồ Chí Minh, ai cũng góp sức": [("Hồ Chí Minh", ("Chủ tịch",))],
    "Hồ Chí Minh từng nói với thiếu nhi": [("Hồ Chí Minh", ())],
    # Two offices with a dash, an office and its body with a comma, two verbs of one field
    "Phó thủ tướng - Bộ trưởng Bộ Ngoại giao Trần Văn Bình dự": [
        ("Trần Văn Bình", ("Phó thủ tướng", "Bộ trưởng Bộ Ngoại giao"))
    ],
    "Ông Lê Văn Tám, Tổng cục trưởng, Tổng cục Thủy lợi, nói": [
        ("Lê Văn Tám", ("Tổng cục trưởng, Tổng cục Thủy lợi",))
    ],
    "Ông Lê Văn Tám, Cục trưởng Cục Quản lý Khám, chữa bệnh, nói": [
        ("Lê Văn Tám", ("Cục trưởng Cục Quản lý Khám, chữa bệnh",))
    ],
    # What is said of many before the comma, what somebody says after it
    "tưởng nhớ các liệt sĩ, ông Lê Văn Tám - chủ tịch huyện - đọc": [("Lê Văn Tám", ("chủ tịch huyện",))],
    "Theo ông Tám, người bệnh yêu cầu gặp": [("Tám", ())],
    "Đạo diễn người Hà Lan Xolani Dube nói": [("Xolani Dube", ("Đạo diễn người Hà Lan",))],
    "nghi phạm sát hại Trần Văn Bình": [("Trần Văn Bình", ())],
    # Whom one calls by a word that is also a country, a town or a common word
    "Theo ông Đức, bà Nga và chị Việt Anh đã về": [("Đức", ()), ("Nga", ()), ("Việt Anh", ())],
    # An office of somebody else's, an office that opens the next clause
    "Jane Ford, phát ngôn viên của cựu tổng thống Robert White, tuyên bố": [
        ("Jane Ford", ("phát ngôn viên của cựu tổng thống Robert White",)),
        ("Robert White", ("cựu tổng thống",)),
    ],
    "Với yêu cầu của Thủ tướng Trần Văn An, chủ tịch Hà Nội khẳng định": [("Trần Văn An", ("Thủ tướng",))],
    "nhà đầu tư nước ngoài, ông Thắng nói": [("Thắng", ())],
    # Whoever holds an office in a village or a ward, right after its noun
    "Phó Chủ tịch UBND xã Ngô Văn Bé cho biết": [("Ngô Văn Bé", ("Phó Chủ tịch UBND xã",))],
    "Cùng dự có Trưởng Công an phường Lê Thị Mận.": [("Lê Thị Mận", ("Trưởng Công an phường",))],
    "Trưởng thôn Đỗ Văn Cường nói": [("Đỗ Văn Cường", ("Trưởng thôn",))],
    "Bí thư Đoàn trường Lý Thanh Hùng nói": [("Lý Thanh Hùng", ("Bí thư Đoàn trường",))],
    "Bà Phạm Thị Hoa, Chủ tịch UBND phường Ngô Văn Bé, phát biểu.": [
        ("Phạm Thị Hoa", ("Chủ tịch UBND phường Ngô Văn Bé",))
    ],
    "Giám đốc công ty Ngô Văn Bé nói": [("Ngô Văn Bé", ("Giám đốc công ty",))],
    # Offices with words that elsewhere are verbs
    "Chủ tịch danh dự Đỗ Văn Cường tặng hoa": [("Đỗ Văn Cường", ("Chủ tịch danh dự",))],
    "Tổng Giám đốc điều hành Đỗ Văn Cường nói": [("Đỗ Văn Cường", ("Tổng Giám đốc điều hành",))],
    "Phó đại diện thường trú UNDP Oscar Lindt dự": [("Oscar Lindt", ("Phó đại diện thường trú UNDP",))],
    "Bà Phạm Thị Hoa, giám đốc chiến lược Zenta, nói": [("Phạm Thị Hoa", ("giám đốc chiến lược Zenta",))],
    "Ông Lê Minh Tuấn - chuyên gia trưởng Zenta - nói": [("Lê Minh Tuấn", ("chuyên gia trưởng Zenta",))],
    "Tư lệnh Vùng Cảnh sát biển Đỗ Văn Cường": [("Đỗ Văn Cường", ("Tư lệnh Vùng Cảnh sát biển",))],
    "Giám đốc Công ty mía đường Đỗ Văn Cường": [("Đỗ Văn Cường", ("Giám đốc Công ty mía đường",))],
    "Giám thị trại giam Đỗ Văn Cường": [("Đỗ Văn Cường", ("Giám thị trại giam",))],
}


@pytest.mark.parametrize(("text", "people"), NAMED.items())
def test_people_with_their_offices(text: str, people: list[tuple[str, tuple[str, ...]]]) -> None:
    assert described(text) == people


@pytest.mark.parametrize(
    "text",
    [
        "các xã Long Thành, Mỹ Hạnh, Phước Thạnh, An Phú và Tân Lập",
        "Cấm xe trên đường Trần Hưng Đạo (từ Nguyễn Thế Lộc đến Nguyễn Công Trứ).",
        "học sinh THPT chuyên Lê Hồng Phong",
        "Trường ĐH Tôn Đức Thắng công bố điểm chuẩn.",
        "cộng đồng người Duy Ngô Nhĩ ở Tân Cương",
        "Phó Tổng Giám đốc Petronas cũng cảm ơn",
        "các tay súng người Kurd",
        "Đoàn Triều Tiên qua biên giới",
        "theo hãng tin Reuters",
        "Chánh án Tòa án nhân dân tối cao",
        "mang tên Thăng Long - Hà Nội",
        "Ảnh: TRẦN VĂN AN",
        "bị cáo buộc gây nguy hiểm",
        "vượt qua chính quyền",
        "tỉnh Bà Rịa và hồ Hoàn Kiếm",
        # Companies, ships, papers and cities that sound like persons
        "tàu cứu hộ Peter Mayhew cập cảng",
        "Công ty TNHH tư vấn Peter Mayhew khai trương",
        "theo Popular Mechanics, người dùng có thể",
        "đồ hiệu Louis Vuitton được bày bán",
        "Nhà tài phiệt New York phủ nhận",
        "quan chức Hà Nội và nhân viên Vietnam Airlines",
        "Thủ tướng Tây Ban Nha phủ nhận",
        # Places, firms and broken words
        "Khám xét trụ sở công ty Ngô Gia Bảo sáng qua",
        "Công ty TNHH xây dựng Đỗ Gia Phúc bị phạt",
        "Theo giám đốc Công ty cổ phần Lý Thanh Long, dự án đã xong",
        "Chủ tịch huyện Nam Trà My",
        "Phó Bí thư Đảng ủy phường Lê Hồng Phong",
        "Giám đốc HTX vận tải Kim Long, trú tại Huế",
        "gần chân cầu Thủ Thiêm, xe chạy nhanh",
        "hai người đàn ông Xê Đăng vừa tới chợ",
        "đến nhà chị H. Khi phát hiện việc này",
        "khu đất ở (P. An Hải Tây, Q. Sơn Trà)",
        "bí thư Đoàn Bệnh viện quận 2",
        "Cục trưởng Gìn giữ Hòa bình",
        "niềm vui của cậu bé Thái Lan và em bé Hà Nội",
        "trẻ em Aleppo và tỷ phú Thái, bia",
        "đại diện siêu thị Big C, tài xế SantaFe",
        "Nguyễn sinh ra ở Khương Đình, Hà Nội",
        "món ăn xứ Phù Tang, đỉnh Phù Vân",
        "Chủ tịch Danh dự Hội Khoa học",
        "dự án Marina Complex được dừng",
        "Thái tử Arab, Bộ trưởng Di trú và kế toán trưởng Vietsovpetro",
        "nguồn tin từ New Delhi cho hay",
        "cuộc gặp Peter - Ryabkov ở Tokyo, ga Shin - Osaka",
        "thẩm phán Tòa Nhân quyền, dốc Đèo Bụt",
        "người đàn ông Mỹ, tướng Nga và Bà Rịa",
        "Cục Quản lý Khám, chữa bệnh ra văn bản",
        "TP. Hồ Chí Minh, tư tưởng Hồ Chí Minh, Đoàn Thanh niên Cộng sản Hồ Chí Minh đã trao giải",
        "trú tại 12/3 Trần Văn Bình, phường 5",
        "công an đồn Tân Sơn Nhất",
        "hải đăng ở Cù Lao Xanh, tượng Quan Thế Âm Bồ Tát",
    ],
)
def test_nobody_is_named(text: str) -> None:
    assert described(text) == []


def test_a_single_name_is_a_short_reference() -> None:
    (person,) = find_people("Bộ trưởng Nhạ cho biết sẽ sửa thông tư.")
    assert (person.name, person.short, person.offices) == ("Nhạ", True, ("Bộ trưởng",))


def test_the_description_spans_honorific_and_offices() -> None:
    text = "Sáng nay, ông Trần Văn Bình, Giám đốc Sở Y tế, có mặt."
    (person,) = find_people(text)
    assert text[person.outer_start : person.outer_end] == "ông Trần Văn Bình, Giám đốc Sở Y tế"
    assert text[person.start : person.end] == person.name


@given(st.text(alphabet="aăâbcđeêghiklmnoôơpqrstuưvxy ABĐNTV.,;:-()\"'“”ông bà Thủtướng0123456789", max_size=120))
def test_spans_are_slices_in_order(text: str) -> None:
    last = 0
    for person in find_people(text):
        assert text[person.start : person.end] == person.name
        assert last <= person.start and person.outer_start <= person.start < person.end <= person.outer_end
        last = person.end


@given(st.sampled_from(sorted(FAMILY_NAMES - {"Y", "Ong"})), st.sampled_from(["Văn Bảo", "Thị Hạnh", "Minh Quân"]))
def test_any_family_name_after_an_honorific(family: str, given_name: str) -> None:
    assert [p.name for p in find_people(f"Theo ông {family} {given_name}, việc này đã xong.")] == [
        f"{family} {given_name}"
    ]


@pytest.mark.parametrize("token", ["nguyễn", "Thượng", "hoà", "a"])
def test_vietnamese_syllables(token: str) -> None:
    assert is_vietnamese_syllable(token)


@pytest.mark.parametrize("token", ["Trump", "Sergei", "jong", "Kđăm"])
def test_other_syllables(token: str) -> None:
    assert not is_vietnamese_syllable(token)


def test_the_end_of_a_place_of_three_syllables_is_no_person() -> None:
    [person] = find_people("Dự lễ có ông Hoàng Văn Út, Chủ tịch UBND thành phố Buôn Ma Thuột.")
    assert person.name == "Hoàng Văn Út"
    assert person.offices == ("Chủ tịch UBND thành phố Buôn Ma Thuột",)
    assert [p.name for p in find_people("Ông Ma Văn Thuột dự lễ.")] == ["Ma Văn Thuột"]
