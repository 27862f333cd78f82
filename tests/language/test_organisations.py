"""Names of organisations: where they begin and end, what is none, and that spans are slices of the text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.language.organisations import find_organisations

WORDS = (
    "Bộ", "Y", "tế", "và", ",", "-", "TP.", "quận", "4", "Công", "an", "Sao", "(", ")", "VNX", "tổ", "chức", "ty",
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Công an quận 4 đã mời ông lên làm việc.", ["Công an quận 4"]),
        ("hội nghị do Tỉnh ủy Sao Mai tổ chức hôm qua", ["Tỉnh ủy Sao Mai"]),
        ("Bộ Lao động, Thương binh và Xã hội tiếp thu ý kiến", ["Bộ Lao động, Thương binh và Xã hội"]),
        # No field of work follows a place.
        ("Hội Phụ nữ TP HCM và gia đình lo tang lễ", ["Hội Phụ nữ TP HCM"]),
        ("Trung tâm Dân số và gia đình Hải Phòng họp", ["Trung tâm Dân số và gia đình Hải Phòng"]),
        ("Văn phòng Nội các Nhật Bản", ["Văn phòng Nội các Nhật Bản"]),
        ("Bộ Công an và Bộ Quốc phòng cùng ký", ["Bộ Công an", "Bộ Quốc phòng"]),
        ("Bộ Nông nghiệp và Phát triển nông thôn họp", ["Bộ Nông nghiệp và Phát triển nông thôn"]),
        (
            "Ban An toàn giao thông TP. Vinh cùng Ban tôn giáo TP. Vinh tổ chức lễ",
            ["Ban An toàn giao thông TP. Vinh", "Ban tôn giáo TP. Vinh"],
        ),
        (
            "Sở Văn hóa - Thể thao và Du lịch Sao Mai; Sở GD&ĐT",
            ["Sở Văn hóa - Thể thao và Du lịch Sao Mai", "Sở GD&ĐT"],
        ),
        ("là công ty TNHH Hồng Hà Xanh, có địa chỉ ở", ["công ty TNHH Hồng Hà Xanh"]),
        ("Công ty Xây dựng cầu Đông Đô trúng thầu", ["Công ty Xây dựng cầu Đông Đô"]),
        ("Hãng bay Blue Airways cũng ký với VietStar và Starbank", ["Hãng bay Blue Airways", "VietStar", "Starbank"]),
        ("Quân khu 8, Vùng 6 hải quân và Trung đoàn 99 dự", ["Quân khu 8", "Vùng 6 hải quân", "Trung đoàn 99"]),
        ("Bộ trưởng Bộ Tài nguyên và Môi trường", ["Bộ Tài nguyên và Môi trường"]),
        ("UBND tỉnh đã giao Công an huyện xử lý", ["UBND tỉnh", "Công an huyện"]),
        ("Bộ Y tế chỉ đạo, Bộ Công an điều tra", ["Bộ Y tế", "Bộ Công an"]),
        ("Trung tâm Bảo tồn Di sản Cố đô Sao Mai", ["Trung tâm Bảo tồn Di sản Cố đô Sao Mai"]),
        ("Bộ Chính trị, Ban Bí thư và Quốc hội Lào", ["Bộ Chính trị", "Ban Bí thư", "Quốc hội Lào"]),
        ("trường Đại học Khoa học xã hội và nhân văn TP.HCM", ["trường Đại học Khoa học xã hội và nhân văn TP.HCM"]),
        ("Cục Quản lý chất lượng Bộ NN & PTNT trả lời", ["Cục Quản lý chất lượng Bộ NN & PTNT"]),
        ("cục Xúc tiến thương mại và Sở LĐ - TB & XH", ["cục Xúc tiến thương mại", "Sở LĐ - TB & XH"]),
        ("Hội Địa chất - khoáng sản Việt Nam họp", ["Hội Địa chất - khoáng sản Việt Nam"]),
        ("Viện Nghiên cứu kinh tế và chính sách công bố số liệu", ["Viện Nghiên cứu kinh tế và chính sách"]),
        ("Trung tâm phát triển quỹ đất huyện Sao Mai thông báo", ["Trung tâm phát triển quỹ đất huyện Sao Mai"]),
        ("học ở Đại học Cần Thơ", ["Đại học Cần Thơ"]),
        # the acronym behind a name closes it, unless it is that of its last words alone
        ("Công ty Muối và bè tre trôi nổi (MTX) khởi công", ["Công ty Muối và bè tre trôi nổi", "MTX"]),
        ("Công ty Muối Hồng công bố báo cáo tài chính (BCTC)", ["Công ty Muối Hồng", "BCTC"]),
        ("Công ty Muối Hồng và các hộ dân trồng dừa (KLM)", ["Công ty Muối Hồng", "KLM"]),
        # bodies that were joined, and those of a unit that the name does not tell
        ("Bộ Dân tộc và Tôn giáo tổ chức hội thảo", ["Bộ Dân tộc và Tôn giáo"]),
        ("Ban Tuyên giáo và Dân vận Tỉnh ủy dự lễ", ["Ban Tuyên giáo và Dân vận Tỉnh ủy"]),
        ("Ủy ban Pháp luật và Tư pháp họp", ["Ủy ban Pháp luật và Tư pháp"]),
        ("Ủy ban MTTQ tỉnh phát động", ["Ủy ban MTTQ tỉnh"]),
        ("Hội Nông dân xã và Thư viện tỉnh trao sách", ["Hội Nông dân xã", "Thư viện tỉnh"]),
        ("Hội Nông dân và Trung tâm Y tế huyện khám bệnh", ["Hội Nông dân", "Trung tâm Y tế huyện"]),
        ("Theo FARO News, tàu đã cập bến", []),
        ("Bộ Xây dựng nghiên cứu việc này, Chính phủ hỗ trợ doanh nghiệp", ["Bộ Xây dựng", "Chính phủ"]),
    ],
)  # fmt: skip
def test_names_and_their_ends(text: str, names: list[str]) -> None:
    assert [text[o.start : o.end] for o in find_organisations(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "bộ phim Mùa hè và ban nhạc trẻ",
        "tổ chức Lễ khai mạc tại TP.HCM",
        "cán bộ Nguyễn Văn An, thị trường Mỹ",
        "một trong những ngân hàng Mỹ",
        "các doanh nghiệp Nhà nước",
        "người dân Hải Phòng mừng hội",
        "Trưởng ban Tổ chức nói",
        "Ảnh: TTXZ",
        "TRẦN HOÀNG",
        "hơn 200 USD, số liệu GDP",
        "nhà báo Trần Văn Cường",
        "bộ luật dân sự và bộ thiết bị y tế Nhật Bản",
        "vụ tham nhũng Sao Mai",
        "tổ chức bầu cử Sao Mai, vùng biển Sao Mai",
        "các trường đại học Hà Nội",
        "đi khám ở bệnh viện huyện, đọc ở thư viện tỉnh",
        "hội làng và báo huyện",
    ],
)
def test_what_is_no_organisation(text: str) -> None:
    assert find_organisations(text) == ()


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("Bộ Y tế", "ministry"),
        ("Viện KSND quận 3", "procuracy"),
        ("Bộ Tư lệnh Hải quân", "army"),
        ("Ngân hàng Sao Vàng", "bank"),
        ("câu lạc bộ Sao Vàng", "team"),
        ("tạp chí Sao Vàng", "press"),
        ("Liên Hợp Quốc", "government"),
        ("SkyPharma", "brand"),
        ("VKS", "procuracy"),
        ("MTTQ", "board"),
    ],
)
def test_the_sort_is_that_of_the_longest_head(text: str, sort: str) -> None:
    assert [o.sort for o in find_organisations(text)] == [sort]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("trại hè do Hội bạn đường nhỏ Sao Mai tổ chức", ["Hội bạn đường nhỏ Sao Mai"]),
        (
            "do Trung tâm nghề rừng và Quỹ vì đàn voi Tây Nguyên phối hợp tổ chức",
            ["Trung tâm nghề rừng", "Quỹ vì đàn voi Tây Nguyên"],
        ),
        (
            "do Viện Kỹ nghệ gốm, sứ và thủy tinh (VKG) phối hợp với Xưởng Hoa và Hội thợ trẻ lò Bát Tràng thực hiện",
            ["Viện Kỹ nghệ gốm, sứ và thủy tinh", "VKG", "Hội thợ trẻ lò Bát Tràng"],
        ),
        ("cầu do Công ty Sông Lô 9 thi công", ["Công ty Sông Lô 9"]),
        ("do Ban chỉ đạo tỉnh Sao Mai về phòng chống lũ tổ chức", ["Ban chỉ đạo tỉnh Sao Mai về phòng chống lũ"]),
        ("tin do cơ quan này công bố và do các công ty Nhật Bản sản xuất", []),
        ("do chi cục trưởng Kiểm dịch thực vật vùng 1 ký", []),
    ],
)
def test_names_between_do_and_what_they_do(text: str, names: list[str]) -> None:
    assert [text[o.start : o.end] for o in find_organisations(text)] == names


@given(st.lists(st.sampled_from(WORDS), max_size=14))
def test_spans_are_ordered_and_apart(words: list[str]) -> None:
    text = " ".join(words)
    found = find_organisations(text)
    assert all(0 <= o.start < o.end <= len(text) and text[o.start : o.end].strip() for o in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
