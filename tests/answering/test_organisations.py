"""Questions whose answer is an organisation or a country, over reports written for the tests."""

from pathlib import Path

import pytest

from retrieval import Library, Status

REPORTS = {
    "tieng-tho.txt": """Khai mạc Liên hoan Tiếng thơ miền sông

Ngày 3/4/2021, Liên hoan Tiếng thơ miền sông do Thành ủy Vĩnh An và báo Bình Minh tổ chức đã khai mạc.
Ông Đào Duy Khánh, Bí thư Thành ủy, đọc diễn văn.

Khách mời của liên hoan là Lào, Campuchia, Jamaica, Samoa và một số nhà thơ tự do.

Chương trình theo diện tài trợ của Starbank - một trong những ngân hàng Mỹ lâu đời.

Các doanh nghiệp của tỉnh cũng có mặt. Có thể kể đến những tên tuổi như SunRice, Bamboo, Loteco, Tre Xanh.

Đêm nhạc Bến Xưa trong khuôn khổ liên hoan do Gallery Song Xanh thực hiện, hãng Motico tài trợ âm thanh.

Dự đêm bế mạc có Thứ trưởng Bộ Y tế Lê Văn Hòa và Thứ trưởng Bộ Công an Trần Minh Quân.

Sau đó, Phó Chủ tịch Trần Bá Lộc giao Sở Y tế kiểm tra các quán ăn quanh nhà hát.
""",
    "hoi-cho.txt": """Hội chợ tranh tre Bến Xưa

Triển lãm tranh lụa do Gallery 27 phối hợp với Trung tâm thương mại Bến Xưa mở cửa. Vở chèo khép lại hội chợ do Nhà hát
Sao Hôm, Đài Loteco, Lào và Viện tre nứa quốc tế Đông Hồ đồng tổ chức. Phiên đố chữ do bộ Công Thương chủ trì; phiên
đố tranh do bộ Y tế chủ trì. Các sở Nội vụ, Tư pháp cùng một số đơn vị gửi hoa mừng hội chợ.

Khoản vay làm sân khấu do 3 ngân hàng là Alpen Suisse AG chi nhánh Lào, MekoBank và Starbank chi nhánh ở Đức cho vay.

Phiên đố thơ cuối hội chợ do Ủy ban Đối ngoại của Quốc hội chấm. Vở kịch ngắn về người anh hùng do Hãng phim Tre Xanh
thực hiện. Đại diện Sở Du lịch Vĩnh An đọc lời chào khách xa.

Sở Thương mại Vĩnh An hồi tháng 5 đưa phiên này vào danh sách chợ mà chính phủ Vĩnh An coi là lâu đời.

Đối tác chính dựng sân khấu là Tập đoàn Vina Kim Hotel.

Đầu năm, SilkRiver Industry - công ty tơ của Lào - đã mua 12% vốn điều lệ Công ty CP tơ Mai Hoa.
""",
    "an-ninh-ho.txt": """Cuộc họp lần 2 nhóm hồ đầu nguồn

Bộ Ngoại giao Lào phối hợp cùng bộ Ngoại giao và Thương mại Úc cùng Ủy ban châu Âu (EC) họp nhóm hồ đầu nguồn (HN - LK).

Việc kiểm phiếu do Ban Thư ký chủ trì. Viện KSND quận 9 đã hoàn tất hồ sơ truy tố bị can trộm cá hồ.
""",
    "dao-kenh-rach-tre.txt": """Đào kênh Rạch Tre

Theo Motico, Công ty Kênh Xanh tự đào đoạn kênh Rạch Tre khi chưa có giấy phép. Tại huyện Vĩnh Lộc (An Hải), \
Đại sứ quán Samoa cùng Hội Thủy lợi mở lớp dạy vét kênh Rạch Tre. Hợp tác xã Rạch Tre ký thỏa thuận bơm nước với Hydra \
sáng 9/5/2021. Phà chở đá sang Lào; Campuchia kiện Samoa vì con kênh Rạch Tre.

Tỉnh chuyển quyền thu phí nạo vét kênh Rạch Tre từ Sở Xây dựng sang Công an huyện Vĩnh Lộc. Tổng thầu dựng nhà máy \
bơm Rạch Tre là Công ty Đá Xám.

Con kênh nhìn từ cầu - Ảnh: T. TÂN.
""",
    "don-tau-bang-qua-vinh.txt": """Đón tàu băng qua vịnh Lá Sen

Lễ đón con tàu băng (hợp phần cầu phao Zentka tài trợ) diễn ra sáng 8/8/2021 ở vịnh Lá Sen. Khi tàu cập vịnh Lá Sen có \
hàng nghìn người vẫy khăn, Kvasir hôm nay đưa tin.

Nhà kho lạnh cạnh vịnh Lá Sen đã được Nebula Ross tiếp nhận từ tập đoàn Motirex. Tập đoàn Nebula Ross sẽ sơn lại kho.

"Con tàu này chở cả mùa đông về vịnh Lá Sen", Lumio Dara, cơ quan ngôn luận của Hội Thủy thủ Samoa, viết trong xã luận.

Lữ đoàn xe trượt số 4 lục quân Peru, đơn vị đang giữ 12 xe trượt trên tàu băng, đi đầu. Hai thợ lặn của Công ty Kim Sa \
đo độ sâu của vịnh Lá Sen. Phóng viên của tờ Aurora chụp ảnh tàu băng từ khinh khí cầu.
""",
}  # fmt: skip


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("press")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, "utf-8")
    return Library.read([Path(folder)])


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Đơn vị nào tổ chức Liên hoan Tiếng thơ miền sông?", ["Thành ủy Vĩnh An", "báo Bình Minh"]),
        ("Liên hoan Tiếng thơ miền sông do những cơ quan nào tổ chức?", ["Thành ủy Vĩnh An", "báo Bình Minh"]),
        ("Công ty tơ nào của Lào mua 12% vốn Tơ Mai Hoa?", ["SilkRiver Industry"]),  # the other is named
        ("Những nước nào là khách mời của Liên hoan Tiếng thơ?", ["Lào", "Campuchia", "Jamaica", "Samoa"]),
        ("Ngoài Lào, những nước nào là khách mời của Liên hoan Tiếng thơ?", ["Campuchia", "Jamaica", "Samoa"]),
        ("Chương trình Liên hoan Tiếng thơ theo diện tài trợ của ngân hàng nào?", ["Starbank"]),
        (
            "Những doanh nghiệp nào của tỉnh cũng có mặt, kể đến những tên tuổi nào?",
            ["SunRice", "Bamboo", "Loteco", "Tre Xanh"],
        ),
        ("Đêm nhạc Bến Xưa do đơn vị nào thực hiện?", ["Gallery Song Xanh"]),
        ("Ai tổ chức Liên hoan Tiếng thơ miền sông?", ["Thành ủy Vĩnh An", "báo Bình Minh"]),
        ("Ai đọc diễn văn tại Liên hoan Tiếng thơ miền sông?", ["Đào Duy Khánh"]),
        ("Lãnh đạo những bộ nào dự đêm bế mạc Liên hoan Tiếng thơ?", ["Bộ Y tế", "Bộ Công an"]),
        ("Phó Chủ tịch Trần Bá Lộc giao sở nào kiểm tra các quán ăn quanh nhà hát?", ["Sở Y tế"]),
        ("Triển lãm tranh lụa do những đơn vị nào phối hợp?", ["Gallery 27", "Trung tâm thương mại Bến Xưa"]),
        (
            "Vở chèo khép lại hội chợ do những tổ chức nào đồng tổ chức?",
            ["Nhà hát Sao Hôm", "Đài Loteco", "Viện tre nứa quốc tế Đông Hồ"],
        ),
        ("Bộ nào chủ trì phiên đố tranh?", ["bộ Y tế"]),
        ("Những sở nào gửi hoa mừng hội chợ?", ["sở Nội vụ", "Tư pháp"]),
        ("Phiên đố thơ cuối hội chợ do đơn vị nào chấm?", ["Ủy ban Đối ngoại"]),
        ("Vở kịch ngắn về người anh hùng do đơn vị nào thực hiện?", ["Hãng phim Tre Xanh"]),
        ("Đại diện cơ quan nào đọc lời chào khách xa?", ["Sở Du lịch Vĩnh An"]),
        ("Ba ngân hàng nào cho khoản vay làm sân khấu?", ["Alpen Suisse AG", "MekoBank", "Starbank"]),
        ("Cơ quan nào của Vĩnh An hồi tháng 5 đã đưa phiên chợ vào danh sách chợ lâu đời?", ["Sở Thương mại Vĩnh An"]),
        ("Đối tác chính dựng sân khấu là tập đoàn nào?", ["Tập đoàn Vina Kim Hotel"]),
        (
            "Những cơ quan nào họp nhóm hồ đầu nguồn?",
            ["Bộ Ngoại giao Lào", "bộ Ngoại giao và Thương mại Úc", "Ủy ban châu Âu"],
        ),
        ("Cơ quan nào hoàn tất hồ sơ truy tố bị can trộm cá hồ?", ["Viện KSND quận 9"]),
        ("vien nao hoan tat ho so truy to bi can trom ca ho", ["Viện KSND quận 9"]),
        # "Theo" has its capital from the head of the sentence; where something is does nothing
        ("Công ty nào tự đào đoạn kênh Rạch Tre khi chưa có giấy phép?", ["Công ty Kênh Xanh"]),
        ("Những đơn vị nào mở lớp dạy vét kênh Rạch Tre?", ["Đại sứ quán Samoa", "Hội Thủy lợi"]),
        ("Hợp tác xã Rạch Tre ký thỏa thuận bơm nước với đối tác nào?", ["Hydra"]),
        ("Nước nào kiện Samoa vì con kênh Rạch Tre?", ["Campuchia"]),
        ("Tỉnh chuyển quyền thu phí nạo vét kênh Rạch Tre cho cơ quan nào?", ["Công an huyện Vĩnh Lộc"]),
        ("Đơn vị nào là tổng thầu dựng bơm Rạch Tre?", ["Công ty Đá Xám"]),  # the works are named by the question
        # names without a head: told by their very deed, or by the noun asked for in apposition
        ("Đơn vị nào tài trợ hợp phần cầu phao đón con tàu băng?", ["Zentka"]),
        ("Tờ báo nào đưa tin hàng nghìn người vẫy khăn khi tàu cập vịnh Lá Sen?", ["Kvasir"]),
        ("Tập đoàn nào tiếp nhận nhà kho lạnh cạnh vịnh Lá Sen?", ["Nebula Ross"]),
        ("Cơ quan ngôn luận nào viết rằng con tàu chở cả mùa đông về vịnh Lá Sen?", ["Lumio Dara"]),
        ("Đơn vị nào đang giữ 12 xe trượt trên tàu băng?", ["Lữ đoàn xe trượt số 4 lục quân Peru"]),
        # a noun for people that asks for their body
        ("Hai thợ lặn đo độ sâu của vịnh Lá Sen là người của công ty nào?", ["Công ty Kim Sa"]),
        ("Phóng viên báo nào chụp ảnh tàu băng từ khinh khí cầu?", ["tờ Aurora"]),
    ],
)
def test_the_whole_row_and_nothing_else(press: Library, question: str, answer: list[str]) -> None:
    assert [item.text for item in press.ask(question).items] == answer


@pytest.mark.parametrize(
    "question",
    [
        "Bộ nào chủ trì Liên hoan Tiếng thơ miền sông?",
        "Trường nào họp nhóm hồ đầu nguồn?",
    ],
)
def test_no_name_of_the_sort_asked_for_is_no_answer(press: Library, question: str) -> None:
    assert press.ask(question).status is Status.NOT_FOUND
