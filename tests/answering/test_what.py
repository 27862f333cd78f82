"""Short "what" questions: the name, the number or the phrase that a report has for the thing asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval import Library, Status
from retrieval.answering.details.thing_spans import fixed_forms, in_apposition, row_of_things
from retrieval.answering.details.what import Head, head_of_quote
from retrieval.language.normalize import fold

REPORTS = {
    "cang-ca.txt": """Khánh thành cảng cá Tân Lộc

Sáng 4/6, cảng cá Tân Lộc khánh thành sau hai năm xây dựng bằng nguồn ngân sách tỉnh. \
Đoàn khách dự lễ tới bằng chuyến bay QH217.

Tỉnh ban hành Nghị quyết số 38 để hỗ trợ ngư dân vươn khơi. Sau lễ, hai bên ký nghị định thư về kiểm dịch thủy sản.

Ban tổ chức mở sân chơi "Sóng và cát" cho trẻ em làng chài. Tàu tuần tra Bạch Long của kiểm ngư neo ở cầu cảng.

Theo nhà báo Lê Văn Hạc, cụm từ "đánh bắt có trách nhiệm" là điều ngư dân nhắc nhiều nhất. \
Trên bản đồ treo ở hội trường có Hòn Sạn, hòn đảo chưa có điện lưới.

Ngư dân yêu cầu giám đốc cảng giảm phí neo đậu, vốn "cao hơn hẳn các bến khác". \
Cảng được hưởng cơ chế hỗ trợ dầu theo Quyết định 1207 của Chính phủ. \
"Bến này là nhà chung", Kinh Biển dẫn lời Chủ tịch xã Lại Thị Mận viết trên mạng xã hội Zalo. \
Các xã bàn Đề án Quy hoạch bến bãi và quản lý luồng lạch đến năm 2030. \
Dự án cảng Lạch Nhồi sẽ trình HĐND tỉnh tại kỳ họp thứ 9 khóa XVIII. \
Xã phát hành đĩa hát mang tên "Khói sóng Tân Lộc". \
Chủ tàu Ngô Văn Rạng tặng cảng một cánh buồm và nói đây là "ngày vui lớn nhất đời mình".
""",
    "xuong-may.txt": """Lộ loại tên lửa bắn hạ khinh khí cầu ở bến Thoi

Một quả tên lửa Đom Đóm được xác nhận đã bắn hạ khinh khí cầu ở bến Thoi. \
Chiếc xuồng cứu hộ của bến Thoi, số hiệu đăng kiểm BT207, đóng năm 2015. \
Bến đổi số hiệu ca nô từ TK118 sang TK121. Anh Tư Lài hát một ca khúc của nhạc sĩ Hai Sậy là Nước ròng để mừng bến. \
Bến trưởng đã trao danh hiệu "Tay lái bến Thoi" cho thợ máy. \
Xe máy của kẻ trộm ca nô bến Thoi mang BKS 66 K 2-4417.
""",
    "toa-an.txt": """Tuyên án vụ phá rừng Khe Lim

Chiều 12/7, tòa tuyên phạt Đỗ Văn Quế 7 năm tù về tội hủy hoại rừng. Trần Văn Lạc lĩnh 30 tháng tù treo.

Xe tải chở gỗ lậu mang biển số 47C-218.36 bị thu giữ. Tòa còn phạt lái xe Mai Văn Tới về tội Lợi dụng chức vụ \
trong khi thi hành công vụ.

Trước đó ủy ban kiểm tra đã quyết định cảnh cáo hạt trưởng kiểm lâm Phạm Văn Sang vì buông lỏng quản lý.
""",
}


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("things")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, "utf-8")
    return Library.read([Path(folder)])


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("Cảng cá Tân Lộc được xây dựng từ nguồn nào?", "nguồn ngân sách tỉnh"),
        ("Đoàn khách dự lễ khánh thành cảng cá Tân Lộc đi chuyến bay số hiệu nào?", "QH217"),
        ("Tỉnh ban hành nghị quyết số mấy để hỗ trợ ngư dân vươn khơi?", "38"),
        ("Sau lễ khánh thành cảng cá Tân Lộc, hai bên ký văn kiện gì?", "nghị định thư về kiểm dịch thủy sản"),
        ("Sân chơi cho trẻ em làng chài ở cảng cá Tân Lộc tên là gì?", "Sóng và cát"),
        ("Tàu tuần tra nào của kiểm ngư neo ở cầu cảng Tân Lộc?", "Tàu tuần tra Bạch Long"),
        ("Loại tên lửa nào bắn hạ khinh khí cầu ở bến Thoi?", "tên lửa Đom Đóm"),
        ("Chiếc xuồng cứu hộ ở bến Thoi có số hiệu đăng kiểm là gì?", "BT207"),
        ("Xe máy của kẻ trộm ca nô bến Thoi có biển số là gì?", "66 K 2-4417"),
        ("Bến Thoi đổi số hiệu ca nô TK118 sang số hiệu nào?", "TK121"),
        ("Anh Tư Lài hát bài nào của Hai Sậy để mừng bến Thoi?", "Nước ròng"),
        ("Theo nhà báo Lê Văn Hạc, cụm từ nào được ngư dân nhắc nhiều nhất?", "đánh bắt có trách nhiệm"),
        ("Trên bản đồ ở hội trường cảng cá Tân Lộc có hình hòn đảo nào chưa có điện lưới?", "Hòn Sạn"),
        ("Xã phát hành đĩa hát mang tên gì ở cảng cá Tân Lộc?", "Khói sóng Tân Lộc"),
        ("Cảng cá Tân Lộc được hưởng cơ chế hỗ trợ dầu theo văn bản nào của Chính phủ?", "Quyết định 1207"),
        ("Chủ tịch xã Lại Thị Mận ví bến là nhà chung trên mạng xã hội nào?", "mạng xã hội Zalo"),
        ("Dự án cảng Lạch Nhồi sẽ trình HĐND tỉnh tại kỳ họp thứ mấy?", "kỳ họp thứ 9"),
        ("Đỗ Văn Quế bị tòa tuyên phạt mức án nào trong vụ phá rừng Khe Lim?", "7 năm tù"),
        ("Trần Văn Lạc lĩnh mức án gì?", "30 tháng tù treo"),
        ("Xe tải chở gỗ lậu trong vụ Khe Lim mang biển số nào?", "47C-218.36"),
        ("Các xã bàn đề án gì?", "Đề án Quy hoạch bến bãi và quản lý luồng lạch đến năm 2030"),
        ("Mai Văn Tới bị tòa phạt về tội gì?", "tội Lợi dụng chức vụ trong khi thi hành công vụ"),
        ("Hạt trưởng kiểm lâm Phạm Văn Sang bị kỷ luật bằng hình thức nào?", "cảnh cáo"),
    ],
)
def test_the_thing_asked_for(reports: Library, question: str, thing: str) -> None:
    answer = reports.ask(question)
    assert answer.status is Status.ANSWERED
    assert answer.items[0].text == thing


@pytest.mark.parametrize(
    "question",
    [
        "Tàu sân bay nào neo ở cầu cảng Tân Lộc?",
        "Cảng cá Tân Lộc mang mã số mấy?",
        "Đoàn khách dự lễ khánh thành cảng cá Tân Lộc hát bài gì?",
        "Chủ đề của lễ khánh thành cảng cá Tân Lộc là gì?",
        "Giám đốc cảng trả lời thế nào về yêu cầu giảm phí neo đậu của ngư dân Tân Lộc?",
    ],
)
def test_what_no_report_names(reports: Library, question: str) -> None:
    assert reports.ask(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("noun", "text", "names"),
    [
        ("hòn đảo", "Thuyền ghé Hòn Sạn, hòn đảo không người ở.", ["Hòn Sạn"]),
        ("thị trấn", "Bờ Cát là một thị trấn ven biển.", ["Bờ Cát"]),
        ("quận", "Đoàn tới Đa Lộc, quận Hải An.", []),
        ("hòn đảo", "Thuyền ghé bến, hòn đảo hiện ra.", []),
    ],
)
def test_a_name_explained_by_its_noun(noun: str, text: str, names: list[str]) -> None:
    assert [text[a:b] for a, b in in_apposition(fold(noun), text, fold(text))] == names


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("chủ đề giống lúa, phân bón và tưới tiêu.", ["giống lúa", "phân bón", "tưới tiêu"]),
        ("chủ đề giống lúa, phân bón và tưới tiêu tại buổi họp.", ["giống lúa", "phân bón", "tưới tiêu"]),
        ("chủ đề giống lúa, theo ông Mận.", []),
        ("chủ đề giống lúa.", []),
    ],
)
def test_a_row_of_things(text: str, row: list[str]) -> None:
    assert row_of_things(text, (0, len("chủ đề giống lúa")), len("chủ đề")) == row


def test_a_quotation_stands_near_a_whole_word() -> None:
    assert head_of_quote("chu de", "chu de nam nay, ban to chuc huong cac em viet ve ") is Head.NEAR
    assert head_of_quote("so", "van de kiem soat can theo nguyen ly ") is Head.NONE


@pytest.mark.parametrize(
    ("focus", "question", "text", "found"),
    [
        ("mức án", "", "bị tuyên 12 năm 6 tháng tù", ["12 năm 6 tháng tù"]),
        ("mức án", "", "lĩnh án tử hình", ["án tử hình"]),
        ("mức án", "", "phạt tù 26 tuần", ["tù 26 tuần"]),
        ("kỷ luật", "", "học sinh bị đuổi học 1 tuần", ["đuổi học 1 tuần"]),
        ("mức án", "", "làm việc 12 năm ở tù trưởng", []),
        ("mức phạt", "", "phạt 3 năm tù và 50 triệu đồng", ["3 năm tù", "50 triệu đồng"]),
        ("hình thức", "bị kỷ luật bằng hình thức nào", "quyết định khai trừ đảng", ["khai trừ đảng"]),
        ("hình thức", "họp theo hình thức nào", "quyết định khai trừ đảng", []),
    ],
)
def test_punishments(focus: str, question: str, text: str, found: list[str]) -> None:
    forms = fixed_forms(fold(focus), fold(question))
    assert [m.group() for form in forms for m in form.finditer(text)] == found


@pytest.mark.parametrize(
    ("noun", "before", "head"),
    [
        ("chủ đề", "hội trại năm nay có chủ đề: ", Head.BESIDE),
        ("bản dự thảo", "góp ý cho dự thảo ", Head.BESIDE),
        ("giải", "đội nhận giải thưởng danh giá ", Head.NEAR),
        ("văn kiện", "hội nghị với chủ đề ", Head.OTHER),
        ("quà", "ông gọi đó là một ", Head.NONE),
        ("", "ông gọi đó là một ", Head.NONE),
    ],
)
def test_how_a_quotation_stands_to_the_noun_asked_for(noun: str, before: str, head: Head) -> None:
    assert head_of_quote(fold(noun), fold(before)) is head


PAPERS = """Hội thảo nghề rèn Phố Bễ

Sáng 8/8/2021, hội thảo nghề rèn Phố Bễ nghe hai chuyên đề: “Than đá thay than củi” do ông Đinh Văn Đe, chủ lò rèn, \
trình bày; “Đặt tên cho lưỡi cày” do bà Tạ Thị Kìm trình bày. Ảnh: một lò rèn trong phố.
"""


def test_each_paper_is_told_as_that_of_who_presented_it(tmp_path: Path) -> None:
    (tmp_path / "nghe-ren.txt").write_text(PAPERS, "utf-8")
    library = Library.read([tmp_path])
    for question, paper in (
        ("Ông Đinh Văn Đe trình bày chuyên đề gì ở hội thảo nghề rèn?", "Than đá thay than củi"),
        ("Bà Tạ Thị Kìm trình bày chuyên đề nào?", "Đặt tên cho lưỡi cày"),  # not "hai chuyên đề gồm"
    ):
        assert [item.text for item in library.ask(question).items] == [paper]


@pytest.mark.parametrize(
    "question",
    [
        "Ai viết bài về hội thảo nghề rèn Phố Bễ?",
        "bai ve hoi thao nghe ren pho be cua tac gia nao",
        "Ai chụp ảnh hội thảo?",
    ],
)
def test_nobody_wrote_a_report_or_took_its_pictures_who_is_not_told_to_have(tmp_path: Path, question: str) -> None:
    (tmp_path / "nghe-ren.txt").write_text(PAPERS, "utf-8")
    assert Library.read([tmp_path]).ask(question).status is Status.NOT_FOUND
