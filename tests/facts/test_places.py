"""Where the places of a sentence begin and end, and what is none."""

from __future__ import annotations

import pytest

from retrieval.facts.places import find_areas, find_countries, find_places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Ông Mịch lần đầu có mặt ở Việt Nam và tham gia thảo luận.", ["Việt Nam"]),
        ("Bà Thoa thăm khu di tích Nhà sàn Cây Đa và dự tiệc trà.", ["khu di tích Nhà sàn Cây Đa"]),
        ("Hội thảo họp tại Trung tâm Hội nghị và Triển lãm Sông Cái.", ["Trung tâm Hội nghị và Triển lãm Sông Cái"]),
        ("Nhóm thợ tập trung tại khu Bến Gỗ như yêu cầu của chủ thầu.", ["khu Bến Gỗ"]),
        ("Tàu cập cảng Cái Mép rồi đi tiếp; đoàn nghỉ tại Canada kéo dài hai ngày.", ["Canada"]),
        (
            "Lễ ký diễn ra tại trụ sở Viện Kiểm sát nhân dân tỉnh Hạ Giang.",
            ["trụ sở Viện Kiểm sát nhân dân tỉnh Hạ Giang"],
        ),
        ("Họ gặp nhau tại khu nghỉ dưỡng Sol - a - Mar về việc mua bán.", ["khu nghỉ dưỡng Sol - a - Mar"]),
        ("Cuộc họp diễn ra tại Vườn Đông của Phủ Chủ tịch.", ["Vườn Đông của Phủ Chủ tịch"]),
        ("Cột mốc thuộc hai tỉnh An Giang và Takeo.", ["An Giang và Takeo"]),
        ("Thầy trò mang bài về dưới Hà Nội để chấm.", ["Hà Nội"]),
        ("Hội nghị họp ở Hòn Khói; đoàn ra hòn đảo Lý Sơn.", ["Hòn Khói"]),
        ("Lễ cầu siêu được tổ chức tại Việt Nam Quốc tự, quận 10.", ["Việt Nam Quốc tự, quận 10"]),
        ("Buổi lễ tổ chức tại đại lễ đường Bình Minh, ông nói.", ["đại lễ đường Bình Minh"]),
        ("Mưa lớn tại tỉnh Hạ Giang khiến nhiều nhà sập.", ["tỉnh Hạ Giang"]),
        ("Ông làm việc tại Bộ Công an từ năm 2010.", ["Bộ Công an"]),
        ("Bị đơn ra Tòa án tối cao Sông Lam, hôm qua.", []),
        ("Bị đơn kháng cáo tại Tòa án tối cao Sông Lam, hôm qua.", ["Tòa án tối cao Sông Lam"]),
        ("Xe bị chặn ở trạm Đèo Gió tối qua.", ["trạm Đèo Gió"]),
        ("Họ chờ tin tại trung tâm hội chợ và triển lãm Hạ Long.", ["trung tâm hội chợ và triển lãm Hạ Long"]),
        ("Khách tụ họp tại khu vực sảnh tòa nhà Bưu điện Hạ Giang.", ["sảnh tòa nhà Bưu điện Hạ Giang"]),
        (
            "Hội thảo họp tại Trung tâm quốc gia nghề cá và sinh thái biển.",
            ["Trung tâm quốc gia nghề cá và sinh thái biển"],
        ),
        ("Tượng dựng tại ngã tư Hàng Gốm – Hàng Mây, phường Đông.", ["ngã tư Hàng Gốm – Hàng Mây, phường Đông"]),
        ("Đoàn nghỉ ở khách sạn Tangri - La đến sáng.", ["khách sạn Tangri - La"]),
        ("Lễ khai mạc ở Singapore - Ảnh: AFP", ["Singapore"]),
        ("Tàu dừng tại Hà Nội - Huế một ngày.", ["Hà Nội"]),
        ("Họ tập trung tại Cung Văn hóa Đá và diễu hành.", ["Cung Văn hóa Đá"]),
        ("Vòng loại diễn ra ở Bà Rịa - Vũng Tàu, chung kết ở Huế.", ["Bà Rịa - Vũng Tàu", "Huế"]),
        ("Đoàn dừng tại Thừa Thiên – Huế hai ngày.", ["Thừa Thiên – Huế"]),
        ("Đoàn dừng tại Vũng Tàu - Huế là chặng sau.", ["Vũng Tàu"]),
        (
            "Khách đến xưởng sấy hoa của Công ty TNHH một thành viên Sao Phương Bắc Hai tại xã Đắk Tờ, Huế.",
            ["xưởng sấy hoa của Công ty TNHH một thành viên Sao Phương Bắc Hai", "xã Đắk Tờ, Huế"],
        ),
        ("Hàng được bán ở châu Phi và bán đảo Cà Ná.", ["châu Phi và bán đảo Cà Ná"]),
        ("Con nai được kiểm lâm ở Mường Tó chăm sóc chu đáo.", ["Mường Tó"]),
        ("Khách theo dõi bảng điện tại sân bay và lưu ý đến sớm.", []),
        ("Phiên xử tại tòa kéo dài gần 7 giờ.", []),
        ("Họ hẹn nhau ở số 12 phố Huế.", ["số 12 phố Huế"]),
        ("Xe hỏng ở gần khu vực ga Bến Gáo.", ["ga Bến Gáo"]),
        ("Họ đón khách bên ngoài Đại lễ đường Bến Gáo.", ["Đại lễ đường Bến Gáo"]),
        ("Phòng họp trên tầng 3 của tòa nhà Lò Cau.", ["tòa nhà Lò Cau"]),
        ("Phòng họp ở Khu vực Tự do Lò Cau.", ["Khu vực Tự do Lò Cau"]),
        ("Dân đổ xuống đường phố Harare hò reo.", ["đường phố Harare"]),
        ("Giá lợn rơi xuống mức Đồng Nai chưa từng thấy.", []),
        ("Bà con Nam Từ Liêm chờ họp.", []),
        ("Chị mang ví đến Công an phường Bến Gáo nhờ tìm chủ.", ["Công an phường Bến Gáo"]),
        ("Khách xếp hàng trong nhà hát ở Bến Gáo hơn 10 giờ.", ["nhà hát ở Bến Gáo"]),
        ("Ông ngất trong phòng điều trị của bệnh viện Lò Cau.", ["phòng điều trị của bệnh viện Lò Cau"]),
    ],
)
def test_a_place_ends_where_its_name_does(text: str, places: list[str]) -> None:
    assert [p.text for p in find_places(text)][: len(places)] == places


@pytest.mark.parametrize(
    "text",
    [
        "Đoàn bàn về hợp tác trong phòng chống bão lũ.",
        "Trong trường hợp khẩn cấp, gọi đội trực.",
        "Lô đất thuộc sở hữu của ông Mịch.",
        "Cô đóng vai chính trong bộ phim Mùa Lúa.",
        "Hai bên trao đổi trên điện thoại.",
        "Trong số 14 người bị kiểm tra có hai trẻ em.",
    ],
)
def test_a_word_that_begins_like_a_noun_for_places_is_none(text: str) -> None:
    assert find_places(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Phát biểu tại Diễn đàn doanh nghiệp trẻ, bà Lựu cảm ơn.",
        "Trong TOP 10 thí sinh có hai em ở trường.",
        "Ông viết trên Twitter rằng ông vui.",
        "Theo quy định tại Điều 12 của luật này.",
        "Các bước đã cam kết tại Hồ sơ khoa học về hội làng.",
        "Đội vào chung kết tại Giải vô địch trẻ.",
    ],
)
def test_events_papers_and_media_are_no_places(text: str) -> None:
    assert [p.text for p in find_places(text) if p.text[0].isupper()] == []


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("Trạm thú y huyện Lò Cau (Hạ Giang) báo có dịch.", ["huyện Lò Cau (Hạ Giang)"]),
        ("Vụ cháy gây náo loạn khu dân cư huyện Thạch Trị, tỉnh Cà Mau.", ["huyện Thạch Trị, tỉnh Cà Mau"]),
        ("Chủ tịch UBND TP.HCM Lê Văn Mịch trả lời.", ["TP.HCM"]),
        ("Cục Điều tra liên bang Mỹ vào cuộc; hai xã hội viên phản đối.", []),
        ("Tấm bằng khen do tỉnh Hạ Giang cấp năm ngoái.", ["tỉnh Hạ Giang"]),
        ("Phó Chủ tịch UBND tỉnh Lê Văn Tám cùng dự.", []),  # who holds the office, no province
        ("Phó Chủ tịch UBND tỉnh Thái Bình Lê Văn Tám cùng dự.", ["tỉnh Thái Bình"]),
        ("Chủ tịch UBND huyện Trần Văn Thời cùng dự.", ["huyện Trần Văn Thời"]),
    ],
)
def test_areas_are_found_after_any_word(text: str, areas: list[str]) -> None:
    assert [p.text for p in find_areas(text)] == areas


def test_countries_are_found_after_any_word() -> None:
    assert [p.text for p in find_countries("Cảnh sát Thái Lan bắt một người Campuchia.")] == ["Thái Lan", "Campuchia"]
