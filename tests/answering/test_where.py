"""Which place of a report answers a question: the sort asked for, and the deed asked about."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval import Library, Status

REPORTS = {
    "giao-luu.txt": """Giao lưu nghệ sĩ hai bờ

Chiều 2/4, nghệ sĩ Mộc Lan gặp gỡ khán giả tại nhà hát Sao Khuê, thành phố Tân Hải, trong khuôn khổ tuần giao lưu.

Mộc Lan sinh năm 1980 tại Quảng Yên, từng dạy nhạc ở Pháp. \
Bà dự kiến biểu diễn với dàn nhạc trẻ vào ngày 6/4 tại thành phố Thanh Sơn.

Sáng 3/4, bà dâng hoa tại tượng đài Trần Phú. Hồi tháng trước Mộc Lan thăm Lào và thăm Campuchia.

Họp báo chung của hai đoàn diễn ra tại Cánh Tây của Cung Hòa Nhạc. \
Nhà trưng bày mới sẽ xây ở phía nam sân bay, còn bãi xe xây ở phía bắc.

Sau đêm diễn, hai cây đàn cổ sẽ được đưa về trưng bày tại Bảo tàng Âm nhạc Hạ Giang.

Dự án phòng thu Suối Ngọc nằm tại xã Suối Ngọc, huyện Đông Hà. \
Việc công bố dự án diễn ra tại nhà thi đấu huyện Đông Hà.

Xe chở đàn bị giữ ở trạm kiểm soát Đèo Gió. Vụ kiện bản quyền đĩa hát được xử tại Tòa án, theo lời bà.

Mộc Lan bị cướp túi xách lần đầu ở Brazil, lần sau tại New York.
""",
    "hoi-dien.txt": """Hội diễn thuyền buồm lần 3

Tàu ngư dân kẹt lưới ở khu vực cồn Dơi, xã Sa Bồi, huyện Thạch Trị. Tàu tuần duyên bắt gặp thuyền lạ trên Biển Bạc.

Hội diễn thuyền buồm lần thứ nhất năm 2014 tổ chức tại Bến Tre, lần thứ hai ở Vũng Tàu. \
Hội diễn thuyền buồm năm nay diễn ra tại tỉnh Cà Mau.

Thuyền trưởng Lý Văn Sóng (44 tuổi, quê Bạc Liêu) ghi sổ vàng tại Tháp hải đăng Mũi Gió ở Vũng Tàu. \
Năm 2009 ông Sóng từng nghỉ ở khách sạn Hải Yến.

Triển lãm mô hình thuyền ở Vũng Tàu mở cửa đến hết tháng tại Hội kim hoàn thành phố. Tháng sau, triển lãm mô hình \
thuyền sẽ tới Cần Thơ.

Hai thuyền quà xuất phát từ Rạch Giá, mang mai vàng tới các chiến sĩ ở nhà giàn Cồn Én. \
Con đường mới nối Hà Tiên với thành phố biển Phú Quốc.

Chiều 4/9, tại Phủ Chủ tịch, Chủ tịch Trần Phú Bằng hội đàm với ông Lý Văn Sóng. \
Chủ tịch Trần Phú Bằng nói với ông Sóng về bến cảng trên bán đảo Mũi Gió.
""",
    "ghe-gom.txt": """Ghe gốm Lò Cau

Ngày 7/8, chủ ghe gốm Lò Cau ra khơi qua cửa Gành Hào. Thợ bị bỏng do đại diện Bệnh viện đa khoa huyện Lò Cau chữa.

Đoàn ghe gốm bày hàng tại TP Mỹ Lâm (Hạ Giang) và TP Bến Sỏi (Đông Hà). Gốm vỡ nhiều nhất tại châu Phi.

Dịch cúm gà xuất hiện lại sau hai năm: Trạm thú y huyện Lò Cau (Hạ Giang) đã tiêu hủy đàn gà mắc cúm.

Chín hộ dân vùng ngập được chuyển từ xã Gành Hào ra định cư trên đảo Hòn Nghệ.

Sông Lò được nạo vét từ Gành Hào đến cầu Vĩnh Sỏi. Bão làm 9 hộ dân tại thôn Bến Gáo, xã Lò Cau, mất lò gốm.
""",
}


REPORTS |= {
    "va-cham.txt": """Đò chở mía va chạm sà lan

Anh Tăng Văn Rớt (SN 1980, trú tại xã Bàu Sen) chở mía bằng đò gắn máy đâm vào sà lan chở cát, 5 người bị thương. \
Vụ tai nạn trên xảy ra lúc 5h ngày 3/4, tại vàm Cái Trăn (địa phận ấp Gò, xã Cái Trăn). \
Anh Rớt được vớt lên trên bãi, địa phận xã Rạch Đùng, huyện Vịnh Cát.

Bà Hoàng Sa Ry tập hát ở Sóc Dừa trong tháng 2 và tập ở thành phố Vàm Tân trong tháng 6. \
Ghe mía ngại qua nhất là eo biển hiểm trở Tà Lốc.

Tàu chở mía của Công ty Orvex neo đậu tại bến Karlon chờ máy kéo Bison. Đêm hội mía số 3 diễn ra tại đình Bàu Sen. \
Đêm hội mía số 4 sẽ mở ra lúc 19h ngày 9/9 tại sân vận động Gò Mía (xã Cái Trăn, tỉnh Vịnh Cát). \
Các tay đò đã ăn mừng tại quán Ba Sương.

Hợp tác xã Bàu Sen đặt bốn kho mía tại Vàm Cỏ Tây, Rạch Đùng, Cái Trăn, Sóc Dừa để tiện chở. \
Hội cấy mía mở ở hai xã Rạch Đùng, Bàu Sen. Ba vùng trồng mía dự kiến gồm Ba Tri (Bến Tre), Cù Lao Én (Vĩnh Long), \
Gò Mía (Hậu Giang).

Bè nứa mắc cạn tại khu vực Bò Cạp, huyện Vịnh Cát, tỉnh Sông Chanh lúc nửa đêm. \
Đoàn thuyền nan đến cảng Val del Faro chờ gió trước khi về Bến Gáo.
""",
}


REPORTS |= {
    "bun-kho.txt": """Hội bún khô Gò Sặc

Theo ông Đỗ Văn Bún, đội bún khô Gò Sặc không có kế hoạch thăm Bạc Liêu, đội sẽ nhận bằng khen tại thành phố Vàm Tân.

TAND Cấp cao tại TP. HCM xử phúc thẩm vụ kiện nhãn bún khô Gò Sặc. Người phơi bún bị bỏng được chữa tại bệnh viện ở Huế.

Xe bán bún khô chạy thử trên địa bàn các quận 2, 5, 9, hai huyện Xẻo Bún, Gò Sặc và đông khách.

Sau tiệc bún ở nhà khách Sao Mai, đội thợ bún khô rời Gò Sặc đi thủ đô Karlina dạy nghề. \
Ông Đỗ Văn Bún dự TAXEC ở Mỹ Tho, thăm nhà máy bột ở Sóc Dừa. \
Bún sợi vàng được duyệt bán cùng suất ăn hàng không tại cảng Phù Sặc.

Cuộc gặp đầu tiên của nhóm thợ bún tập trung bàn về gạo ở Nam Bộ.
""",
}


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("placed")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, "utf-8")
    return Library.read([Path(folder)])


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("Nghệ sĩ Mộc Lan gặp khán giả ở đâu vậy?", ["nhà hát Sao Khuê, thành phố Tân Hải"]),
        ("Nghệ sĩ Mộc Lan gặp khán giả ở thành phố nào?", ["thành phố Tân Hải"]),
        ("nghe si Moc Lan du kien bieu dien voi dan nhac tre o thanh pho nao", ["thành phố Thanh Sơn"]),
        ("Nghệ sĩ Mộc Lan sinh ra ở đâu nhỉ?", ["Quảng Yên"]),
        ("Bà Mộc Lan dâng hoa tại đâu?", ["tượng đài Trần Phú"]),
        ("Mộc Lan đã thăm những nước nào hồi tháng trước?", ["Lào", "Campuchia"]),
        ("Họp báo chung của hai đoàn diễn ra ở khu nào?", ["Cánh Tây của Cung Hòa Nhạc"]),
        ("Nhà trưng bày mới xây ở phía nào của sân bay?", ["phía nam"]),
        ("Hai cây đàn cổ được đưa về đâu sau đêm diễn?", ["Bảo tàng Âm nhạc Hạ Giang"]),
        ("Buổi công bố dự án phòng thu Suối Ngọc diễn ra ở đâu?", ["nhà thi đấu huyện Đông Hà"]),
        ("Xe chở đàn bị giữ ở trạm kiểm soát nào?", ["trạm kiểm soát Đèo Gió"]),
        ("Mộc Lan bị cướp túi xách lần đầu ở nước nào?", ["Brazil"]),
        ("Tàu ngư dân kẹt lưới ở xã nào, huyện nào?", ["xã Sa Bồi, huyện Thạch Trị"]),
        ("Tàu tuần duyên bắt gặp thuyền lạ ở vùng biển nào?", ["Biển Bạc"]),
        ("Hội diễn thuyền buồm lần 3 ở tỉnh nào?", ["Cà Mau"]),
        ("Thuyền trưởng Lý Văn Sóng quê ở đâu?", ["Bạc Liêu"]),
        ("Ông Lý Văn Sóng ghi sổ vàng ở công trình nào tại Vũng Tàu?", ["Tháp hải đăng Mũi Gió ở Vũng Tàu"]),
        ("Triển lãm mô hình thuyền ở Vũng Tàu mở ở chỗ nào?", ["Hội kim hoàn thành phố"]),
        ("Hai thuyền quà ra nhà giàn Cồn Én xuất phát từ đâu?", ["Rạch Giá"]),
        ("Con đường mới nối Hà Tiên với thành phố nào?", ["Phú Quốc"]),
        ("Chủ ghe gốm Lò Cau ra khơi ở cửa biển nào?", ["cửa Gành Hào"]),
        ("Thợ gốm bị bỏng là do bệnh viện nào chữa?", ["Bệnh viện đa khoa huyện Lò Cau"]),
        ("Đoàn ghe gốm bày hàng ở những thành phố nào?", ["TP Mỹ Lâm", "TP Bến Sỏi"]),
        ("Gốm Lò Cau vỡ nhiều nhất ở châu lục nào?", ["châu Phi"]),
        ("Sông Lò được nạo vét từ đâu đến đâu?", ["Gành Hào", "cầu Vĩnh Sỏi"]),
        ("Bão làm người dân thôn nào, xã nào mất lò gốm?", ["thôn Bến Gáo, xã Lò Cau"]),
        ("Ông Lý Văn Sóng hội đàm với Chủ tịch Trần Phú Bằng ở chỗ nào?", ["Phủ Chủ tịch"]),
        ("Tai nạn giữa đò chở mía gắn máy và sà lan làm 5 người bị thương xảy ra ở xã nào?", ["xã Cái Trăn"]),
        ("Anh Tăng Văn Rớt trú ở xã nào?", ["xã Bàu Sen"]),
        ("Tài xế Tăng Văn Rớt trú ở xã nào?", ["xã Bàu Sen"]),
        ("Anh Tăng Văn Rớt được vớt lên ở xã nào?", ["xã Rạch Đùng"]),
        ("thang 6 ba Hoang Sa Ry tap hat o thanh pho nao", ["thành phố Vàm Tân"]),
        ("Ghe mía ngại qua eo biển nào nhất?", ["eo biển hiểm trở Tà Lốc"]),
        ("Tàu chở mía của Orvex neo đậu ở bến nào?", ["bến Karlon"]),
        ("Đêm hội mía số 4 được tổ chức ở địa điểm nào của Vịnh Cát?", ["sân vận động Gò Mía"]),
        ("cac tay do da an mung o quan nao", ["quán Ba Sương"]),
        ("Bè nứa mắc cạn ở tỉnh nào?", ["Sông Chanh"]),
        ("Đoàn thuyền nan đến cảng nào chờ gió?", ["cảng Val del Faro"]),
        ("Dịch cúm gà lại xuất hiện ở đâu?", ["huyện Lò Cau (Hạ Giang)"]),
        ("Hợp tác xã Bàu Sen đặt kho mía ở những nơi nào?", ["Vàm Cỏ Tây", "Rạch Đùng", "Cái Trăn", "Sóc Dừa"]),
        ("Hội cấy mía mở ở những xã nào?", ["xã Rạch Đùng", "Bàu Sen"]),
        ("Ba vùng trồng mía dự kiến nằm ở những nơi nào?", ["Ba Tri", "Cù Lao Én", "Gò Mía"]),
        ("Chín hộ dân vùng ngập được đưa ra định cư ở đâu?", ["đảo Hòn Nghệ"]),
        ("Đội bún khô Gò Sặc sẽ nhận bằng khen ở thành phố nào?", ["thành phố Vàm Tân"]),
        ("Vụ kiện nhãn bún khô được xử phúc thẩm ở tòa nào?", ["TAND Cấp cao tại TP. HCM"]),
        ("Xe bán bún khô chạy thử ở những quận, huyện nào?", ["quận 2", "5", "9", "huyện Xẻo Bún", "Gò Sặc"]),
        ("Rời Gò Sặc, đội thợ bún khô đi đâu?", ["thủ đô Karlina"]),
        ("Ông Đỗ Văn Bún dự TAXEC ở đâu?", ["Mỹ Tho"]),
        ("Bún sợi vàng được duyệt bán ở cảng nào?", ["cảng Phù Sặc"]),
    ],
)
def test_the_place_asked_for(reports: Library, question: str, places: list[str]) -> None:
    answer = reports.ask(question)
    assert answer.status is Status.ANSWERED
    assert [item.text for item in answer.items] == places


@pytest.mark.parametrize(
    "question",
    [
        "Nhà báo Vũ Thoa sinh ra ở đâu?",
        "Tuần giao lưu tổ chức tại sân bay nào?",
        "Vụ kiện bản quyền đĩa hát được xử ở tòa án nào?",
        "Nếu tới hội diễn thuyền buồm thì ông Lý Văn Sóng sẽ ở khách sạn nào?",
        "Triển lãm mô hình thuyền mở ở phòng nào, tòa nhà nào?",
        "Người phơi bún bị bỏng được chữa tại bệnh viện nào?",
        "Cuộc gặp lần hai của nhóm thợ bún họp ở đâu?",
        "Cuộc gặp đầu tiên của nhóm thợ bún họp ở thành phố nào?",
    ],
)
def test_a_place_of_another_sort_is_no_answer(reports: Library, question: str) -> None:
    assert reports.ask(question).status is Status.NOT_FOUND


def test_a_whole_country_is_where_a_meeting_is_held_only_when_so_told(tmp_path: Path) -> None:
    passing = "Tại tọa đàm về bún khô ngày 2/4, ông Đỗ Văn Bún nói nghề làm bún ở Việt Nam chưa được chú ý."
    (tmp_path / "a.txt").write_text(f"Tọa đàm về bún khô\n\n{passing}\n", "utf-8")
    assert Library.read([tmp_path]).ask("Tọa đàm về bún khô họp ở đâu?").status is Status.NOT_FOUND
    (tmp_path / "a.txt").write_text("Diễn đàn bún khô\n\nDiễn đàn bún khô 2019 diễn ra tại Việt Nam.\n", "utf-8")
    assert [i.text for i in Library.read([tmp_path]).ask("Diễn đàn bún khô 2019 diễn ra ở đâu?").items] == ["Việt Nam"]
