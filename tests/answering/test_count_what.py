"""Which number and which named thing of a report answers a question."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval import Library, Status

REPORTS = {
    "hoi-thao-muoi.txt": """Hội thảo muối biển Tân Hải

Sáng 5/8, hội thảo muối biển Tân Hải khai mạc với sự tham dự của hơn 30 quốc gia. \
Hai nước Lào và Nhật Bản gửi lời chúc mừng.

Hội thảo nhận được 24 bài tham luận, trong đó gần 10 bài của các trường đại học. Cả hội thảo đón 1,2 triệu lượt khách.

Ngân hàng Ba Sao công bố khoản tín dụng 40 triệu USD cho nghề muối. \
Hợp tác xã Bờ Cát bị phạt 15 triệu đồng vì xả thải.

Đồng muối lớn nhất cách thành phố 35km. Sau cơn bão, 47 thí sinh phải chuyển phòng thi, \
trong khi khoảng 5.000 học sinh nghỉ học.

Đây là chuyến thăm thứ 6 của ông Tạ Văn Mịch tới làng muối.

Hội nghị diêm dân lần 2 sắp họp. Ông Tạ Văn Mịch từng chủ trì hội nghị diêm dân lần 1 ở Thanh Sơn.

Ông Mịch trao Huân chương Lao động hạng Ba cho hợp tác xã. \
Ông Mịch, "trùm" trong làng muối, đi siêu xe Bạch Mã tới hội thảo.

Ban soạn thảo lấy ý kiến về Luật Khai thác, chế biến và mua bán muối biển. Hai bên ký Bản ghi nhớ về bảo vệ bãi triều.

Làng muối đón tới 900 du khách trong một đêm. Bà Lựu nói 2 triệu du khách đã tới làng muối trong năm nay.

Sở Tài chính huy động vốn 300 tỷ đồng cho 19 dự án kho muối. Hai nước đã tiếp nhận giống muối mới; \
hiện có 7 quốc gia tiếp nhận giống này.

Trong một vụ án khác, Lê Văn Tỉnh bị truy tố tội buôn bán hàng giả với số lượng lớn. \
Viện kiểm sát truy tố bà Phan Thị Ngoan hành vi gây rối với nhiều người, sau đó bà kháng cáo.
""",
    "xuong-dong-tau.txt": """Xưởng đóng tàu Hải Vân mở rộng

Xưởng Hải Vân vừa hạ thủy con tàu Sao Khuê. Tàu Sao Khuê dài 92 m, nặng 1.450 tấn, chở được 60 người.

Theo báo cáo, 05 DN ở cảng góp vốn; 12 ôtô chở khách mời tới xưởng.

Kim ngạch đóng tàu của tỉnh đạt 3,2 tỷ USD, dự kiến lên 5 tỷ USD vào năm 2030. Hai tỉnh đề nghị xưởng sớm giao tàu.

Xưởng trao kỷ niệm chương cho 48 "Thợ hàn giỏi" và 17 "Thợ sơn giỏi".

Một cô thợ lặn 19 tuổi băng qua đường thì bị xe bồn tông. Chủ xe bồn bồi thường 600.000 rúp (8.000 USD) cho nhà cô.

Tổng số thợ nữ học nghề tại 3 lớp của xưởng lên tới 230 người. Vụ nổ bình khí làm 9 người bị thương.

Xưởng có 6 luật sư bảo vệ quyền lợi cho ông Bạch Đình Cự, 2 luật sư bảo vệ quyền lợi cho bà Hồ Thị Sương.

Bị cáo Bạch Đình Cự lĩnh 7 năm tù sau nhiều phiên tòa. Giám đốc và chủ cảng đã gọi điện thoại 4 lần trong tuần.

Đợt hạ thủy này là buổi lễ thứ ba của xưởng và là lần đầu tiên bà Hồ Thị Sương tới Hải Vân.

Xưởng mới rộng 2.300 m2, cách cảng 4 km. Tàu Sao Khuê giảm tốc độ từ 18 km/h xuống còn 12 km/h khi vào ụ.

Hội thợ hàn họp trong hai ngày 7 và 8/5. Lãnh đạo Triều Khê nâng độ dài cầu cảng lên 150 m.

Giám đốc xưởng phải tiếp thợ ít nhất mỗi tháng một lần. Việc sửa ụ tàu mất từ 4 đến 6 tháng.
""",
    "lo-gom.txt": """Trộm lò gốm Bến Sành

Mưa bão làm mất 41 khuôn gốm của lò Bến Sành, trong đó thợ chỉ tìm được 9 khuôn. Sáu trong ảnh là 6/14 thợ của lò.
""",
    "bai-xe.txt": """Phạt xe đậu bãi biển Đồi Sim

Tối 3/4, đoàn kiểm tra thị trấn Đồi Sim do bà Lục Thị Ngà dẫn đầu xử lý 31 ôtô, nhắc nhở ba bãi giữ xe.

Đoàn dừng trước chiếc Lada cổ (có giá gần 4 tỷ đồng) đậu trên bãi biển. Cảnh sát lập biên bản phạt 600.000 đồng.

Tổng cộng, đoàn phạt 22 xe, kéo 8 ôtô. Từ 5-2 đến 9-2, Đồi Sim xảy ra 17 vụ va chạm khiến 58 m2 rào hỏng. \
Vụ va chạm sáng 3/4 ở chợ Đồi Sim làm khoảng 6 m2 rào hỏng. Thêm 5 xe tải chở rào mới tới.

Chủ chiếc Lada là ông Khổng Bá Lẫm. Người ta thấy ông Khổng Bá Lẫm đi cùng mấy cô, có những thiếu nữ chừng 19 tuổi.

Nồng độ cồn của ông Khổng Bá Lẫm đo được là 0,52 mg/lít khí thở.
""",
    "dam-phao.txt": """Nổ kho pháo ở Cồn Vạc

Vụ nổ kho pháo Cồn Vạc cướp đi sinh mạng 14 người, khiến 86 người bị thương, 3 người mất tích. \
Chủ kho là một trong số 25 chủ xưởng pháo được cấp phép. Hàng chục chủ xưởng đã đóng cửa.

Khi mới mở, kho pháo Cồn Vạc có khoảng 20 thợ. Hiện nay kho pháo có 340 thợ. Niên khóa 2016 - 2017 xã mở lớp cho thợ.

Nước láng giềng viện trợ 600 triệu won (khoảng 500.000 USD) cho Cồn Vạc, tức hơn 11 tỷ đồng.

Thương mại của cảng tăng từ 40 triệu USD năm 2011 lên 95 triệu USD năm 2016. \
Tỉnh và chủ kho chia tiền bồi thường theo tỷ lệ 7:3. Đội bóng Cồn Vạc thắng 4-1 hôm 9-2.
""",
}


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("counted")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, "utf-8")
    return Library.read([Path(folder)])


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Hội thảo muối biển Tân Hải có bao nhiêu nước tham dự?", "hơn 30"),
        ("hoi thao muoi bien Tan Hai nhan duoc bao nhieu tham luan", "24"),
        ("Số bài tham luận gửi tới hội thảo muối biển là bao nhiêu?", "24"),
        ("Hội thảo muối biển đón bao nhiêu triệu lượt khách?", "1,2 triệu"),
        ("Cô thợ lặn bao nhiêu tuổi bị xe bồn tông tử vong?", "19"),
        ("Xe bồn tông chết cô thợ lặn được bồi thường bao nhiêu USD?", "8.000 USD"),
        ("Ngân hàng Ba Sao công bố khoản tín dụng bao nhiêu cho nghề muối?", "40 triệu USD"),
        ("Hợp tác xã Bờ Cát bị phạt bao nhiêu tiền?", "15 triệu đồng"),
        ("Lò gốm Bến Sành mất 41 khuôn gốm thì tìm lại được bao nhiêu?", "9"),
        ("Lò gốm Bến Sành có tất cả bao nhiêu thợ?", "14"),
        ("Đồng muối lớn nhất cách thành phố bao nhiêu km?", "35 km"),
        ("Sau cơn bão có mấy em phải chuyển phòng thi?", "47"),
        ("Cả năm có bao nhiêu du khách tới làng muối?", "2 triệu"),
        ("Một đêm có bao nhiêu du khách tới làng muối?", "900"),
        ("Sở Tài chính huy động vốn cho bao nhiêu dự án kho muối?", "19"),
        ("Sở Tài chính huy động vốn bao nhiêu cho các dự án kho muối?", "300 tỷ đồng"),
        ("Giống muối mới có mấy nước tiếp nhận?", "7"),
        ("Trước thềm hội nghị diêm dân lần 2, đây là lần thứ mấy ông Tạ Văn Mịch thăm làng muối?", "thứ 6"),
        ("Đây là lần thứ mấy ông Tạ Văn Mịch thăm làng muối?", "thứ 6"),
        ("Tàu Sao Khuê dài bao nhiêu?", "92 m"),
        ("Tàu Sao Khuê nặng bao nhiêu?", "1.450 tấn"),
        ("Tàu Sao Khuê nặng bao nhiêu tấn?", "1.450 tấn"),
        ("Có mấy doanh nghiệp ở cảng góp vốn cho xưởng Hải Vân?", "05"),
        ("Mấy chiếc ô tô chở khách mời tới xưởng Hải Vân?", "12"),
        ("Kim ngạch đóng tàu của tỉnh muốn đưa lên bao nhiêu vào năm 2030?", "5 tỷ USD"),
        ("Kim ngach dong tau cua tinh dat bao nhieu", "3,2 tỷ USD"),
        ("Xưởng Hải Vân trao kỷ niệm chương cho bao nhiêu 'Thợ hàn giỏi'?", "48"),
        ("Có bao nhiêu thợ nữ học nghề tại xưởng Hải Vân?", "lên tới 230"),
        ("Vụ nổ bình khí ở xưởng Hải Vân làm bao nhiêu người bị thương?", "9"),
        ("Có mấy luật sư bảo vệ quyền lợi cho ông Bạch Đình Cự?", "6"),
        ("Có mấy luật sư bảo vệ quyền lợi cho bà Hồ Thị Sương?", "2"),
        ("Bạch Đình Cự bị phạt mấy năm tù?", "7 năm"),
        ("Giám đốc xưởng Hải Vân và chủ cảng gọi điện thoại cho nhau mấy lần?", "4"),
        ("Lần bà Hồ Thị Sương tới Hải Vân là buổi lễ thứ mấy của xưởng?", "thứ ba"),
        ("Giám đốc xưởng Hải Vân phải tiếp thợ mấy lần mỗi tháng?", "một"),
        ("Xưởng Hải Vân mới rộng bao nhiêu?", "2.300 m2"),
        ("Xưởng Hải Vân mới rộng bao nhiêu mét vuông?", "2.300 m2"),
        ("Tốc độ của tàu Sao Khuê giảm xuống còn bao nhiêu?", "12 km/h"),
        ("Hội thợ hàn họp mấy ngày?", "hai ngày"),
        ("Lãnh đạo Triều Khê muốn nâng độ dài cầu cảng lên bao nhiêu?", "150 m"),
        ("Sửa ụ tàu của xưởng Hải Vân mất mấy tháng?", "4 đến 6 tháng"),
        ("Vụ nổ kho pháo Cồn Vạc làm bao nhiêu người chết?", "14"),
        ("vu no kho phao Con Vac co bao nhieu nguoi chet", "14"),
        ("Vụ nổ kho pháo Cồn Vạc làm bao nhiêu người bị thương?", "86"),
        ("Có bao nhiêu người mất tích sau vụ nổ kho pháo Cồn Vạc?", "3"),
        ("Bao nhiêu chủ xưởng pháo được cấp phép, trong đó có chủ kho Cồn Vạc?", "25"),
        ("Nước láng giềng viện trợ bao nhiêu won cho Cồn Vạc?", "600 triệu won"),
        ("Nước láng giềng viện trợ cho Cồn Vạc bao nhiêu USD?", "khoảng 500.000 USD"),
        ("Năm 2011 buôn bán của cảng Cồn Vạc đạt bao nhiêu tiền?", "40 triệu USD"),
        ("Buôn bán của cảng Cồn Vạc năm 2016 đạt bao nhiêu?", "95 triệu USD"),
        ("Tỉnh và chủ kho Cồn Vạc chia tiền bồi thường theo tỷ lệ mấy - mấy?", "7:3"),
        ("Đội bóng Cồn Vạc thắng với tỷ số bao nhiêu?", "4-1"),
        ("Hiện giờ kho pháo Cồn Vạc có bao nhiêu thợ?", "340"),
        ("Năm 2016 thương mại hai chiều của cảng Cồn Vạc đạt bao nhiêu?", "95 triệu USD"),
        ("Đoàn kiểm tra Đồi Sim phạt bao nhiêu xe?", "22"),
        ("Đoàn kiểm tra Đồi Sim kéo mấy ôtô?", "8"),
        ("Chiếc Lada cổ ở Đồi Sim giá bao nhiêu?", "gần 4 tỷ đồng"),
        ("Chiếc Lada bị phạt bao nhiêu?", "600.000 đồng"),
        ("Vụ va chạm ở chợ Đồi Sim làm hỏng bao nhiêu m2 rào?", "khoảng 6 m2"),
        ("Từ 5-2 đến 9-2 ở Đồi Sim có bao nhiêu vụ va chạm?", "17"),
        ("Nồng độ cồn của ông Khổng Bá Lẫm là bao nhiêu?", "0,52 mg/lít"),
    ],
)
def test_the_number_asked_for(reports: Library, question: str, first: str) -> None:
    answer = reports.ask(question)
    assert answer.status is Status.ANSWERED
    assert answer.items[0].text == first


@pytest.mark.parametrize(
    "question", ["Vụ nổ kho pháo Cồn Vạc có bao nhiêu người bị bắt?", "Học phí lớp thợ Cồn Vạc mỗi tháng bao nhiêu?"]
)
def test_what_nothing_is_told_of_is_not_counted(reports: Library, question: str) -> None:
    assert reports.ask(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("Ông Mịch trao cho hợp tác xã phần thưởng gì?", "Huân chương Lao động hạng Ba"),
        ("Ông Mịch đi xe gì tới hội thảo muối biển?", "siêu xe Bạch Mã"),
        ("Ban soạn thảo lấy ý kiến về luật gì?", "Luật Khai thác, chế biến và mua bán muối biển"),
        ("Hai bên ký văn kiện nào ở hội thảo muối biển?", "Bản ghi nhớ về bảo vệ bãi triều"),
        ("Bà Phan Thị Ngoan bị truy tố tội gì?", "hành vi gây rối với nhiều người"),
        ("Lê Văn Tỉnh bị truy tố tội gì?", "tội buôn bán hàng giả với số lượng lớn"),
    ],
)
def test_the_thing_asked_for(reports: Library, question: str, thing: str) -> None:
    answer = reports.ask(question)
    assert answer.status is Status.ANSWERED
    assert answer.items[0].text.startswith(thing)


@pytest.mark.parametrize(
    "question",
    [
        "Hội thảo muối biển Tân Hải bầu ra bao nhiêu phó chủ tịch?",  # no such thing is counted
        "Gia đình bà Lựu tới làng muối có mấy người?",  # millions are told, of all visitors
        "Tỷ lệ đại biểu hội thảo muối biển tán thành là bao nhiêu phần trăm?",
        "Tàu Sao Khuê rộng bao nhiêu hecta?",
        "Xưởng Hải Vân chi bao nhiêu tiền mua ô tô?",
        "Xưởng Hải Vân có mấy giám khảo?",
        "Bao nhiêu người dự lễ hạ thủy tàu Sao Khuê?",  # those hurt or carried are counted
        "Ông Khổng Bá Lẫm bao nhiêu tuổi?",  # others have that age
        "Năm nay có bao nhiêu vụ va chạm ở Đồi Sim?",  # only those of a few days are told
    ],
)
def test_a_number_of_other_things_is_no_answer(reports: Library, question: str) -> None:
    assert reports.ask(question).status is Status.NOT_FOUND


def test_a_number_of_another_event_is_not_told() -> None:
    samples = Library.read([Path(__file__).parents[2] / "corpus"])
    assert samples.ask("Hội nghị quán triệt nghị quyết có bao nhiêu điểm cầu?").items[0].text == "81"
    assert not samples.ask("Hội nghị Đối ngoại toàn quốc có bao nhiêu điểm cầu?").items
    assert not samples.ask("hội nghị đối ngoại toàn quốc có bao nhiêu điểm cầu").items  # no capital shows a name
    assert not samples.ask("hoi nghi doi ngoai toan quoc co may diem cau").items


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("Nam Định cử bao nhiêu nghệ nhân dự hội gốm?", "60"),
        ("Đoàn Thái Bình có bao nhiêu nghệ nhân?", "45"),
        ("Ninh Bình mang bao nhiêu chiếc bình?", "25"),
        ("Hà Nam mang bao nhiêu chiếc bình?", "30"),
        ("Hà Nam cử bao nhiêu nghệ nhân dự hội gốm?", None),  # others did
        ("Hội gốm có bao nhiêu gian hàng?", "12"),
    ],
)
def test_a_number_is_of_the_province_that_is_told_of(tmp_path: Path, question: str, number: str | None) -> None:
    (tmp_path / "gom.txt").write_text(
        "Hội gốm đồng bằng\n\nHội gốm khai mạc sáng 5/9/2023 với 12 gian hàng. Nam Định cử 60 nghệ nhân dự hội gốm. "
        "Đoàn Thái Bình có 45 nghệ nhân.\n\nNinh Bình mang 25 chiếc bình, Hà Nam mang 30 chiếc bình.\n",
        "utf-8",
    )
    assert next((item.text for item in Library.read([tmp_path]).ask(question).items), None) == number


@pytest.mark.parametrize(
    ("question", "number"),
    [
        # The verb of the question, right before its number or right after what is counted.
        ("Chợ Mai giải quyết được bao nhiêu vụ việc?", "hơn 61"),
        ("Chợ Mai thụ lý bao nhiêu vụ việc?", "hơn 75"),
        ("Bao nhiêu xã công khai sổ chợ?", "28"),
        ("Ban quản lý rà soát sổ chợ của bao nhiêu xã?", "63"),
        # Other words for what is counted; "lương" is pay, and no part of a name.
        ("Chợ cần bao nhiêu lao động?", "khoảng 200"),
        ("Có bao nhiêu nạn nhân bị ngã?", "5"),
        ("Bao nhiêu tỉnh thành ban hành quy định về chợ?", "18"),
        ("Dự án chợ Sông Lương hết bao nhiêu tiền?", "khoảng 19 tỷ đồng"),
        ("Bộ sổ tương đương bao nhiêu trang?", "3.000"),
        ("Giải nhất hội chợ Mai 2018 được bao nhiêu tiền?", "7 triệu đồng"),
        ("Giải nhất hội chợ Mai 2016 được bao nhiêu tiền?", None),
    ],
)
def test_a_number_is_that_of_the_deed_in_other_words(tmp_path: Path, question: str, number: str | None) -> None:
    (tmp_path / "cho.txt").write_text(
        "Hội chợ Mai\n\nHội chợ Mai 2018 khai mạc. Ban quản lý chợ Mai đã thụ lý hơn 75 vụ việc, giải quyết hơn 61 vụ "
        "việc.\n\nBan rà soát sổ chợ của 63 xã, chỉ có 28 xã công khai.\n\nChợ cần khoảng 200 nhân lực. Có 5 người dân "
        "bị ngã ở chợ.\n\nQuy định về chợ được 18 địa phương ban hành. Dự án chợ Sông Lương hết khoảng 19 tỷ đồng.\n\n"
        "Bộ sổ nặng 7 kg, tương đương 3.000 trang.\n\nGiải nhất hội chợ được 7 triệu đồng.\n",
        "utf-8",
    )
    assert next((item.text for item in Library.read([tmp_path]).ask(question).items), None) == number
