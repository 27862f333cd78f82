"""Which of several dates of a report answers a question, and how a date is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval import Library, Status
from retrieval.answering.asking.question import analyse
from retrieval.answering.details.when_signs import sign_score, signs_asked
from retrieval.answering.evidence.telling import deed
from retrieval.language.dates import find_dates

REPORTS = {
    "lien-hoan-cheo.txt": """Liên hoan chèo vùng Hạ Giang

Liên hoan chèo vùng Hạ Giang khai mạc tối 3/5 tại nhà hát tỉnh và sẽ bế mạc ngày 9/5 với đêm trao giải.

Tại buổi họp báo chiều 27/4, bà Đào Thị Lựu, Giám đốc Sở Văn hóa tỉnh Hạ Giang, cho biết liên hoan có 12 đoàn tham gia.

Các đoàn phải gửi danh sách diễn viên trước ngày 20/4. Ban tổ chức nhận kịch bản từ ngày 1/3.

Đoàn chèo Sông Trăng được thành lập tháng 6/1987. Nhà hát mới của đoàn dự kiến hoàn thành vào quý III/2026.

Ngày 4/5, bà Lựu gặp nghệ sĩ Phạm Bằng và gặp nghệ sĩ Vũ Thoa vào ngày 6/5.

Đêm diễn của đoàn chèo Sông Trăng được dời sang ngày 7/5 vì mưa.

Liên hoan lần trước được tổ chức trong hai ngày 11 và 12/6/2021.
""",
    "ho-chua.txt": """Khởi công hồ chứa Khe Ngát

Sáng 14/3/2022, tỉnh Hạ Giang khởi công hồ chứa Khe Ngát. Ông Tạ Văn Mịch, Chủ tịch UBND tỉnh, phát lệnh khởi công.

Dự án được phê duyệt hồi tháng 9 năm 2020. Đến 7h30, lễ khởi công kết thúc; trước đó lúc 6h, đoàn dâng hương tại đền.

Các hộ dân phải bàn giao mặt bằng đến hết ngày 30/6/2022.
""",
    "trien-lam-quat.txt": """Triển lãm quạt giấy Làng Vác

Chiều 17/6/2019, triển lãm quạt giấy Làng Vác vắng khách. Triển lãm mở cửa từ 16 đến hết ngày 25/6 tại đình làng.

Ông Lò Văn Cờ giữ chức trưởng làng quạt từ tháng 8/2007. Chiều 18/6, ông Cờ tiếp khách xa. \
Con gái ông Lò Văn Cờ sắp làm đám cưới.

Phiên xử vụ trộm quạt cổ mở sáng 12/6 thì tòa hoãn vì vắng nhân chứng.

Đô đốc Hồ Văn Bè đến đây lần đầu kể từ khi ông nhậm chức vào tháng 5/2018.

Lễ đón khách quý làng quạt tổ chức sáng 20/6, trong chuyến thăm ba ngày từ 19 đến 21/6 của đoàn thợ giấy.
""",
    "hoi-den.txt": """Hội đèn làng Mộc

Khuya 20/2, dân làng Mộc tranh lộc ở đình. Lễ rước nước của hội được cử hành vào rằm tháng Giêng âm lịch.
""",
    "trom-khuon.txt": """Bắt kẻ trộm khuôn bánh

Ngày 12/10, công an thị xã Cửa Rào cho biết ông Sầm Văn Ngọt (44 tuổi) đã bị bắt vì trộm khuôn bánh ở chợ Cửa Rào.

Trước đó, ngày 9/10, ông Ngọt bị bắt khi đang bán khuôn. Vụ việc xảy ra vào khoảng 2h ngày 3/10, tại kho của chợ.

Hội Bánh cổ họp ngày 15/10 để công bố Quyết định số 77 - QĐ/HB ngày 1/10/2020 về việc khen người báo tin.
""",
}


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("dated")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, "utf-8")
    return Library.read([Path(folder)])


@pytest.mark.parametrize(
    ("question", "dates"),
    [
        ("Liên hoan chèo vùng Hạ Giang khai mạc hôm nào?", ["3/5"]),
        ("lien hoan cheo vung Ha Giang be mac ngay nao vay", ["9/5"]),
        ("Sở Văn hóa tỉnh Hạ Giang họp báo về liên hoan chèo vào ngày mấy?", ["27/4"]),
        ("Các đoàn chèo phải gửi danh sách diễn viên trước ngày nào?", ["20/4"]),
        ("Ban tổ chức liên hoan chèo nhận kịch bản từ khi nào?", ["1/3"]),
        ("Đoàn chèo Sông Trăng thành lập tháng nào năm nào?", ["tháng 6/1987"]),
        ("Nhà hát mới của đoàn chèo Sông Trăng dự kiến hoàn thành khi nào?", ["quý III/2026"]),
        ("Bà Đào Thị Lựu gặp nghệ sĩ Phạm Bằng ngày nào?", ["4/5"]),
        ("Bà Đào Thị Lựu gặp nghệ sĩ Vũ Thoa ngày nào?", ["6/5"]),
        ("Liên hoan chèo lần trước diễn ra trong những ngày nào?", ["11/6/2021", "12/6/2021"]),
        ("Hồ chứa Khe Ngát được phê duyệt vào tháng mấy năm 2020?", ["tháng 9 năm 2020"]),
        ("Hồ chứa Khe Ngát khởi công ngày nào?", ["14/3/2022"]),
        ("Dân ở hồ chứa Khe Ngát phải bàn giao mặt bằng đến khi nào?", ["30/6/2022"]),
        ("Lễ khởi công hồ chứa Khe Ngát kết thúc lúc mấy giờ?", ["7h30"]),
        ("Triển lãm quạt giấy Làng Vác mở cửa đến hết ngày nào?", ["25/6"]),
        ("Ông Lò Văn Cờ làm trưởng làng quạt từ tháng năm nào?", ["tháng 8/2007"]),
        ("Đêm diễn của đoàn chèo Sông Trăng được dời sang ngày nào?", ["7/5"]),
        ("Lễ đón khách quý của làng quạt diễn ra ngày nào?", ["20/6"]),
        ("Ông Sầm Văn Ngọt bị bắt hôm nào?", ["9/10/2020"]),  # not the day on which the police told it
        ("Vụ trộm khuôn bánh ở chợ Cửa Rào xảy ra ngày nào?", ["3/10/2020"]),
    ],
)
def test_the_date_of_the_deed_asked_for(reports: Library, question: str, dates: list[str]) -> None:
    answer = reports.ask(question)
    assert answer.status is Status.ANSWERED
    assert [item.text for item in answer.items] == dates


@pytest.mark.parametrize(
    "question",
    [
        "Phiên xử vụ trộm quạt cổ bị hoãn thì bao giờ mở lại?",
        "Đám cưới con gái ông Lò Văn Cờ tổ chức ngày nào?",
        "Đô đốc Hồ Văn Bè sẽ quay lại làng quạt vào tháng mấy?",
    ],
)
def test_the_date_of_something_else(reports: Library, question: str) -> None:
    assert reports.ask(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Hai nhà máy ở tỉnh Hạ Giang khởi công hôm nào?", "nhà máy ở tỉnh Hạ Giang khởi công"),
        ("Ông Mịch ra thăm công trường sau khi dự lễ là ngày nào?", "Ông Mịch ra thăm công trường"),
        ("Phiên xử mà tòa trả hồ sơ được tổ chức vào ngày nào?", "Phiên xử mà tòa trả hồ sơ"),
        ("Hôm nào khởi công hồ chứa?", ""),
    ],
)
def test_deed(question: str, words: str) -> None:
    asked = analyse(question)
    assert asked.text[slice(*deed(asked))] == words


@pytest.mark.parametrize(
    ("question", "text", "sign"),
    [
        ("Phải nộp báo cáo trước ngày nào?", "Các xã nộp báo cáo trước ngày 18/8.", 1),
        ("Phải nộp báo cáo trước ngày nào?", "Các xã nộp báo cáo ngày 18/8.", 0),
        ("Hạn cuối để vớt bè là ngày nào?", "Ngày 18/8 mới hết thời hạn vớt bè.", 1),
        ("Hạn chót phải có bè mới là ngày nào?", "Xã phải có bè mới trễ nhất 18/8.", 1),
        ("Hạn cuối để vớt bè là ngày nào?", "Bè bị chìm hôm 18/8.", 0),
        ("Đêm hát chèo diễn ra tối ngày nào?", "Đêm hát mở tối 18/8.", 1),
        ("Đêm hát chèo diễn ra tối ngày nào?", "Vé bán từ sáng 18/8.", -1),
        ("Cấm đường từ hôm nào?", "Cầu cấm xe tải từ ngày 5/3.", 1),
        ("Hội chợ kết thúc ngày nào?", "Hội chợ kết thúc vào ngày 9/5.", 1),
        ("Hội chợ kết thúc ngày nào?", "Hội chợ khai mạc ngày 3/5.", -1),
        ("Hội chợ khai mạc ngày nào?", "Hội chợ kết thúc vào ngày 9/5.", -1),
        ("Hội chợ khai mạc và bế mạc ngày nào?", "Hội chợ kết thúc vào ngày 9/5.", 0),
        ("Cầu dự kiến thông xe khi nào?", "Cầu sẽ thông xe ngày 2/9.", 1),
        ("Cầu thông xe khi nào?", "Cầu thông xe ngày 2/9.", 0),
        ("Lễ hội diễn ra những ngày nào?", "Lễ hội diễn ra từ ngày 7 đến 9/5.", 1),
        ("Tâm bão vào bờ lúc 7h ngày nào?", "Đến 7h ngày 4/11, tâm bão vào bờ.", 1),
        ("Tâm bão vào bờ lúc 7h ngày nào?", "Lúc 23h ngày 3/11, tâm bão còn xa bờ.", -1),
        ("Tâm bão vào bờ ngày nào?", "Lúc 23h ngày 3/11, tâm bão còn xa bờ.", 0),
        ("Xã múa lân ngày nào?", "Xã múa lân chào mừng ngày Nhà giáo Việt Nam 20/11.", -1),
        ("Xã làm lễ kỷ niệm ngày nào?", "Buổi lễ diễn ra ngày 29/4 tại đình.", 1),
        ("Xã làm lễ kỷ niệm ngày nào?", "Xã họp bàn ngày 29/4 tại đình.", 0),
        ("Xã cấm đường ngày nào?", "Buổi lễ diễn ra ngày 29/4 tại đình.", 0),
        ("Xã múa lân ngày nào?", "Xã múa lân mừng được mùa ngày 20/11.", 0),
        ("Đại hội bầu ban chấp hành khi nào?", "Đại hội bầu ban chấp hành nhiệm kỳ 2021-2026.", -1),
        ("Xã họp báo ngày nào?", "Ngày 7/4, chủ tịch xã cho biết đường đã xong.", 0),
        ("Xã làm xong đường ngày nào?", "Ngày 7/4, chủ tịch xã cho biết đường đã xong.", -1),
        ("Xã cấm chợ ngày nào?", "Ngày 7/4, xã cấm chợ.", 0),
        ("Xã cấm chợ ngày nào?", "Ủy ban xã ngày 7/4 cho biết, chợ sẽ bị cấm.", -1),
        ("Xã thông báo cấm chợ ngày nào?", "Ủy ban xã ngày 7/4 thông báo chợ sẽ bị cấm.", 0),
        ("Xã ra công văn ngày nào?", "Xã ra công văn bắt nộp bản tự kiểm trước 31/12.", -1),
        ("Xã phải nộp bản tự kiểm trước ngày nào?", "Xã ra công văn bắt nộp bản tự kiểm trước 31/12.", 1),
        ("Cầu dự kiến làm xong năm nào?", "Cầu hoàn thành trong năm 2022.", 1),
        ("Cầu dự kiến làm xong năm nào?", "Cầu khởi công trong năm 2019.", -1),
        ("Đền khánh thành hôm nào?", "Đền được khánh thành sáng 20/6.", 1),
        ("Đền khánh thành hôm nào?", "Khách viếng chùa sáng 20/6.", 0),
        ("Xã khen thưởng ngày nào?", "Xã công bố Quyết định số 1295 - QĐ/TU ngày 21/6.", -1),
        ("Quyết định của xã ký ngày nào?", "Xã công bố Quyết định số 1295 - QĐ/TU ngày 21/6.", 0),
        ("Vụ cháy chợ xảy ra ngày nào?", "Vụ việc xảy ra vào khoảng 3h ngày 17/8.", 1),
        ("Vụ cháy chợ xảy ra trưa ngày nào?", "Vụ việc xảy ra vào khoảng 3h ngày 17/8.", 1),
        ("Vụ cháy chợ được điều tra ngày nào?", "Vụ việc xảy ra vào khoảng 3h ngày 17/8.", 0),
        ("Họ khất buổi họp sang ngày nào?", "Họ khất buổi họp sang chiều 28/2.", 1),
        ("Ban chấp hành đó thuộc nhiệm kỳ nào, từ năm nào?", "Đại hội bầu ban chấp hành nhiệm kỳ 2021-2026.", 0),
    ],
)
def test_signs(question: str, text: str, sign: int) -> None:
    (mention,) = find_dates(text)
    score = sign_score(signs_asked(analyse(question)), mention, text, (0, len(text)))
    assert (score > 0) - (score < 0) == sign


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("Dân làng Mộc tranh lộc ở đình ngày nào (dương lịch)?", "20/2"),
        ("Dân làng Mộc tranh lộc ở đình ngày nào?", "20/2"),
        ("Hội đèn làng Mộc cử hành lễ rước nước ngày nào âm lịch?", "rằm tháng Giêng"),
    ],
)
def test_a_day_is_of_the_calendar_asked_for(reports: Library, question: str, day: str) -> None:
    answer = reports.ask(question)
    assert answer.status is Status.ANSWERED
    assert day in answer.items[0].text
