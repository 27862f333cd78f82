"""Place names that rules need to know: provinces and cities of Vietnam, countries, and words that head a place.

Provinces are the 63 of 2004-2025, the names that reports use; countries are the names the Vietnamese press writes.
"""

from __future__ import annotations

import re

from retrieval.language.normalize import fold

PROVINCES = (
    "An Giang", "Bà Rịa - Vũng Tàu", "Bà Rịa", "Vũng Tàu", "Bạc Liêu", "Bắc Giang", "Bắc Kạn", "Bắc Ninh", "Bến Tre",
    "Bình Dương", "Bình Định", "Bình Phước", "Bình Thuận", "Cà Mau", "Cao Bằng", "Cần Thơ", "Đà Nẵng", "Đắk Lắk",
    "Đắk Nông", "Điện Biên", "Đồng Nai", "Đồng Tháp", "Gia Lai", "Hà Giang", "Hà Nam", "Hà Nội", "Hà Tĩnh", "Hải Dương",
    "Hải Phòng", "Hậu Giang", "Hòa Bình", "Hồ Chí Minh", "Hưng Yên", "Khánh Hòa", "Kiên Giang", "Kon Tum", "Lai Châu",
    "Lạng Sơn", "Lào Cai", "Lâm Đồng", "Long An", "Nam Định", "Nghệ An", "Ninh Bình", "Ninh Thuận", "Phú Thọ",
    "Phú Yên", "Quảng Bình", "Quảng Nam", "Quảng Ngãi", "Quảng Ninh", "Quảng Trị", "Sóc Trăng", "Sơn La", "Tây Ninh",
    "Thái Bình", "Thái Nguyên", "Thanh Hóa", "Thừa Thiên - Huế", "Thừa Thiên Huế", "Tiền Giang", "Trà Vinh",
    "Tuyên Quang", "Vĩnh Long", "Vĩnh Phúc", "Yên Bái",
)  # fmt: skip

# Those whose names have a dash, as a pattern: reports write any dash, with spaces or without.
DASHED = "|".join(re.escape(p).replace(r"\ \-\ ", r"\s?[-–]\s?") for p in PROVINCES if " - " in p)

CITIES = (
    "Huế", "Đà Lạt", "Nha Trang", "Quy Nhơn", "Buôn Ma Thuột", "Biên Hòa", "Thủ Dầu Một", "Hạ Long", "Vinh", "Pleiku",
    "Phan Thiết", "Hội An", "Tam Kỳ", "Đồng Hới", "Sài Gòn", "Côn Đảo", "Phú Quốc", "Trường Sa", "Hoàng Sa", "Thủ Đức",
    "Cam Ranh", "Việt Trì", "Mỹ Tho", "Long Xuyên", "Rạch Giá", "Móng Cái", "Sầm Sơn", "Cửa Lò", "Đông Hà", "Sa Pa",
    "Tây Nguyên", "Tây Bắc", "Thái Bình Dương", "Đại Tây Dương", "Ấn Độ Dương", "Lầu Năm Góc", "La Mã", "Nhà Trắng",
    "Nam Bộ", "Bắc Bộ", "Trung Bộ", "Đông Nam Bộ", "Tây Nam Bộ", "Củ Chi", "Cần Giờ",
)  # fmt: skip

COUNTRIES = (
    "Việt Nam", "Mỹ", "Hoa Kỳ", "Nga", "Liên bang Nga", "Liên Xô", "Trung Quốc", "Nhật Bản", "Nhật", "Hàn Quốc", "Hàn",
    "Triều Tiên", "CHDCND Triều Tiên", "Lào", "Campuchia", "Thái Lan", "Myanmar", "Malaysia", "Singapore", "Indonesia",
    "Philippines", "Brunei", "Đông Timor", "Timor Leste", "Ấn Độ", "Pakistan", "Bangladesh", "Sri Lanka", "Nepal",
    "Bhutan", "Maldives", "Afghanistan", "Iran", "Iraq", "Israel", "Palestine", "Syria", "Li Băng", "Lebanon", "Jordan",
    "Saudi Arabia", "Ả Rập Saudi", "Qatar", "Kuwait", "Bahrain", "Oman", "Yemen", "UAE", "Thổ Nhĩ Kỳ", "Ai Cập",
    "Libya", "Algeria", "Morocco", "Tunisia", "Sudan", "Ethiopia", "Kenya", "Nigeria", "Nam Phi", "Angola",
    "Mozambique",
    "Tanzania", "Uganda", "Rwanda", "Ghana", "Congo", "Zimbabwe", "Anh", "Vương quốc Anh", "Pháp", "Đức", "Italy", "Ý",
    "Tây Ban Nha", "Bồ Đào Nha", "Hà Lan", "Bỉ", "Luxembourg", "Thụy Sĩ", "Áo", "Ba Lan", "Séc", "Cộng hòa Séc",
    "Slovakia", "Hungary", "Romania", "Bulgaria", "Hy Lạp", "Ukraine", "Belarus", "Moldova", "Thụy Điển", "Na Uy",
    "Đan Mạch", "Phần Lan", "Iceland", "Ireland", "Serbia", "Croatia", "Slovenia", "Bosnia", "Albania", "Kosovo",
    "Estonia", "Latvia", "Litva", "Lithuania", "Gruzia", "Armenia", "Azerbaijan", "Kazakhstan", "Uzbekistan",
    "Kyrgyzstan", "Tajikistan", "Turkmenistan", "Mông Cổ", "Canada", "Mexico", "Cuba", "Brazil", "Argentina", "Chile",
    "Peru", "Colombia", "Venezuela", "Bolivia", "Ecuador", "Uruguay", "Paraguay", "Panama", "Haiti", "Nicaragua",
    "Australia", "Úc", "New Zealand", "Papua New Guinea", "Fiji", "Đài Loan", "Hong Kong", "Hồng Kông", "Macau",
    "Vatican", "Tòa thánh", "EU", "Liên minh châu Âu", "ASEAN", "châu Âu", "châu Á", "châu Phi", "Đông Nam Á",
    "Hi Lạp", "El Salvador", "Guatemala", "Honduras", "Costa Rica", "Jamaica", "Dominica", "Somalia", "Cameroon",
    "Senegal", "Bờ Biển Ngà", "Madagascar", "Namibia", "Botswana", "Zambia", "Malawi", "Djibouti", "Nam Sudan",
    "Burundi", "Burkina Faso", "Guinea", "Síp", "Malta", "Monaco", "Montenegro", "Macedonia", "Bắc Macedonia",
    "Scotland", "Bắc Ireland", "Puerto Rico", "Vanuatu", "Samoa", "Quần đảo Solomon", "Arab Saudi", "Ma Cao",
    "Ma Cau", "Thổ Nhĩ Kì", "Trung Hoa",
)  # fmt: skip

# Cities and states abroad that stand between an office and a name ("Thị trưởng New York ...").
FOREIGN_CITIES = (
    "New York", "Las Vegas", "Los Angeles", "San Francisco", "San Jose", "Chicago", "Boston", "Houston", "Washington",
    "Seattle", "Seoul",
    "Busan", "Incheon", "Tokyo", "Osaka", "Kyoto", "Fukuoka", "London", "Paris", "Berlin", "Moscow", "Moskva",
    "Canterbury", "Rome",
    "Roma", "Milan", "Madrid", "Barcelona", "Vienna", "Prague", "Praha", "Budapest", "Warsaw", "Brussels", "Geneva",
    "Zurich", "Oslo",
    "Stockholm", "Copenhagen", "Helsinki", "Athens", "Kiev", "Istanbul", "Ankara", "Tehran", "Baghdad", "Jerusalem",
    "Cairo", "Dubai",
    "New Delhi", "Delhi", "Mumbai", "Bangkok", "Jakarta", "Manila", "Kuala Lumpur", "Phnom Penh", "Vientiane",
    "Yangon", "Dhaka", "Đại Liên",
    "Bắc Kinh", "Thượng Hải", "Quảng Châu", "Thẩm Quyến", "Bình Nhưỡng", "Vũ Hán", "Đài Bắc", "Sydney", "Melbourne",
    "Canberra",
    "Texas", "California", "Florida", "Hawaii", "Ohio", "Virginia", "Arizona", "Georgia", "Michigan", "Toronto",
    "Ottawa", "Quebec", "New Jersey", "New Mexico", "North Carolina", "South Carolina", "Bắc Carolina", "Nam Carolina",
    "Pennsylvania", "Illinois", "Louisiana", "Alabama", "Kentucky", "Tennessee", "Oregon", "Nevada", "Utah",
    "Colorado", "Iowa", "Kansas", "Nebraska", "Minnesota", "Wisconsin", "Missouri", "Mississippi", "Maryland",
    "Massachusetts", "Connecticut", "Vermont", "New Hampshire", "Rhode Island", "Delaware", "Oklahoma", "Arkansas",
    "Wyoming", "Idaho", "Alaska", "Indiana", "Hollywood", "Philadelphia", "Detroit", "Miami", "Dallas", "Atlanta",
    "Manhattan", "Munich", "Hamburg", "Frankfurt", "Liverpool", "Manchester", "Kabul", "Kathmandu", "Islamabad",
    "Karachi", "Riyadh", "Doha", "Abu Dhabi", "Damascus", "Beirut", "Tel Aviv", "Nairobi", "Johannesburg",
    "Rio de Janeiro", "Sao Paulo", "Buenos Aires", "Bogota", "Caracas", "Havana", "Mexico City", "Vancouver",
    "Montreal", "Vladivostok", "St. Petersburg", "Saint Petersburg", "Minsk", "Bucharest", "Belgrade", "Lisbon",
    "Dublin", "Edinburgh", "Amsterdam", "Rotterdam", "Wellington", "Salt Lake", "Phuket", "Pattaya",
    "Chiang Mai", "Bali", "Johor", "Penang", "Idlib", "Aleppo",
)  # fmt: skip

# Words after which a capitalised name is a place, a building or an institution, never a person.
PLACE_HEADS = (
    "đường", "đại lộ", "quốc lộ", "tỉnh lộ", "hầm", "cụm cảng", "kênh", "rạch", "phà", "tổ đình", "thiền viện",
    "tu viện",
    "sân khấu", "kịch", "mộ", "phố cổ", "thpt chuyên", "chuyên", "phố", "quận", "huyện", "phường", "xã", "thôn", "ấp",
    "bản", "làng", "tỉnh", "thành phố", "tp", "tp.",
    "thị xã", "thị trấn", "tx", "tt", "sông", "núi", "hồ", "đảo", "quần đảo", "cầu", "chùa", "đền", "đình", "miếu",
    "lăng", "nhà thờ", "trường", "bệnh viện", "công viên", "sân vận động", "svđ", "sân bay", "bảo tàng", "nhà hát",
    "cung", "khách sạn", "quảng trường", "tượng đài", "khu di tích", "khu công nghiệp", "kcn", "bến", "cảng",
    "cửa khẩu",
    "hang", "vịnh", "biển", "bãi biển", "đèo", "ngã tư", "ngã ba", "hẻm", "ngõ", "thpt", "thcs", "đh", "đại học",
    "học viện", "tiểu học", "mầm non", "nghĩa trang", "tòa nhà", "trung tâm", "rạp", "nhà văn hóa", "cung văn hóa",
    "hội trường", "giải", "cúp", "giải thưởng", "quỹ", "học bổng", "huân chương", "tư tưởng", "đoàn tncs", "tncs",
    "thanh niên cộng sản", "thành đoàn", "lăng chủ tịch", "thời", "triều", "nhà", "vua",
)  # fmt: skip

_PROVINCES_FOLDED = {fold(p) for p in PROVINCES}
_PLACES_EXACT = {*PROVINCES, *CITIES, *COUNTRIES}

COUNTRY_PATTERN = "|".join(re.escape(c) for c in sorted(COUNTRIES, key=len, reverse=True))
PROVINCE_PATTERN = "|".join(re.escape(c) for c in sorted((*PROVINCES, *CITIES), key=len, reverse=True))


def is_place(name: str) -> bool:
    """Tell whether `name`, as written, is a province, a well-known city, or a country."""
    return name in _PLACES_EXACT


def is_province(name: str) -> bool:
    """Tell whether `name` is a province of Vietnam, with or without accents."""
    return fold(name) in _PROVINCES_FOLDED
