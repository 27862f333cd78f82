"""Numbers bound to a question by the words right beside them, parts of a whole, and sums rounded in a headline."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval import Library, Status
from retrieval.answering.asking.question import analyse
from retrieval.answering.evidence.alongside import alongside, beside_cue

REPORTS = {
    "de-bien.txt": """Vỡ đê biển Vạn Xuân, hơn 7.000 m2 ruộng muối ngập

Đê biển Vạn Xuân vỡ sáng 4/9. Tính tới chiều cùng ngày, 7.310 m2 ruộng muối của diêm dân Vạn Xuân bị ngập.

Tổng kinh phí đắp lại đê biển Vạn Xuân gần 6,8 tỷ đồng. Trong đó, phía Đan Mạch tài trợ khoảng 5,2 tỷ. \
Tỉnh góp gần 900 triệu đồng.

Tại hiện trường, 140 nhân lực của nhiều đơn vị tiếp tục hàn khẩu đoạn đê còn lại. \
Xã cử sang 64 thành viên đội xung kích và 12 thành viên đội văn nghệ.

Ban quản lý đê Vạn Xuân có bảy người. Trụ sở có gần chục phòng làm việc.

Nước biển ở Vạn Xuân có thể dâng từ 3 m - 4 m.
""",
    "hoi-dong.txt": """Đảng Bình Minh thắng lớn ở Lạc Hà

Kết quả kiểm phiếu cho thấy đảng Bình Minh của ông Đinh Khắc Tuy giành tới 41 trên 60 ghế hội đồng Lạc Hà. \
Năm 2010, đảng Bình Minh giành được 33/58 ghế.

Ông Đinh Khắc Tuy, 61 tuổi, vừa kết hôn với ca sĩ Hồ Lệ Thi, kém ông 27 tuổi.

Nhà tài trợ trao 01 giải nhất trị giá 90 triệu đồng, 02 giải nhì trị giá 45 triệu đồng và 03 giải ba trị giá \
12 triệu đồng cho cử tri Lạc Hà trúng thưởng.

Trường Tiểu học Bùi Công Trừng ở Lạc Hà xin phụ huynh ủng hộ 320 triệu đồng. Bùi Công Trung là hiệu trưởng trường khác.
""",
}


REPORTS["choi-ga.txt"] = """Hội chọi gà Đồng Lau bị dừng

Khoảng 2.000 người kéo tới trụ sở xã Đồng Lau sau khi hội chọi gà bị dừng hôm 7/2.
"""
REPORTS["ben-pha.txt"] = """Đánh bạc ở bến phà Mường Xén

Hôm 9/2, công an huyện Mường Xén bắt giữ 14 người đánh bạc ở bến phà Mường Xén.
"""
REPORTS["giay-do.txt"] = """Làng giấy dó Yên Hạ tổng kết

27/12/2024 09:00

Sáng 27/12, làng giấy dó Yên Hạ tổng kết năm.

Năm 2023 doanh thu giấy dó Yên Hạ đạt 3,4 tỷ đồng, năm 2024 đạt 4,9 tỷ đồng, phấn đấu đạt 7 tỷ đồng vào năm 2030.

Năm nay làng giấy dó xuất 1.260 kiện hàng, tăng 140 kiện so với năm 2022.

Trường dạy nghề Yên Hạ có 4 giáo sư, 26 phó giáo sư, 85 tiến sĩ; dạy 17 ngành cao đẳng và 6 ngành thạc sĩ.

Hiện Thái Lan có 12 xưởng giấy ở Yên Hạ. Ban chủ nhiệm làng giấy dó gồm 11 đồng chí.

Giải A thi xeo giấy trị giá 8 triệu đồng. Đội á quân hội xeo giấy nhận 3 triệu đồng.
"""
REPORTS["trom-giay.txt"] = """Xử vụ trộm giấy ở Yên Hạ

Tòa án Yên Hạ xử Ngô Văn Sạn và 5 đồng phạm trong vụ trộm kho giấy Yên Hạ. Vụ trộm kho giấy gây thiệt hại 62 triệu đồng.
"""


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("literal")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, "utf-8")
    return Library.read([Path(folder)])


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Bao nhiêu mét vuông ruộng muối bị ngập khi vỡ đê biển Vạn Xuân?", "7.310 m2"),
        ("Phía Đan Mạch tài trợ bao nhiêu tiền đắp đê biển Vạn Xuân?", "khoảng 5,2 tỷ"),
        ("Đắp lại đê biển Vạn Xuân hết tổng kinh phí bao nhiêu?", "gần 6,8 tỷ đồng"),
        ("Bao nhiêu người tham gia hàn khẩu đoạn đê Vạn Xuân còn lại?", "140"),
        ("Xã cử bao nhiêu người trong đội xung kích sang đê Vạn Xuân?", "64"),
        ("Ban quản lý đê Vạn Xuân có bao nhiêu người làm việc?", "bảy"),
        ("Nước biển ở Vạn Xuân có thể dâng bao nhiêu mét?", "3 m - 4 m"),
        ("Đảng của ông Đinh Khắc Tuy giành bao nhiêu ghế hội đồng Lạc Hà?", "41"),
        ("nam 2010 dang Binh Minh gianh duoc bao nhieu ghe", "33"),
        ("Hội đồng Lạc Hà có tổng số bao nhiêu ghế?", "60"),
        ("Ca sĩ Hồ Lệ Thi kém chồng bao nhiêu tuổi?", "27"),
        ("Giải nhì cho cử tri Lạc Hà trị giá bao nhiêu?", "45 triệu đồng"),
        ("Giải ba cho cử tri Lạc Hà trị giá bao nhiêu?", "12 triệu đồng"),
        ("Công an huyện Mường Xén bắt giữ bao nhiêu người ở bến phà?", "14"),
        ("Trường Tiểu học Bùi Công Trừng xin phụ huynh ủng hộ bao nhiêu tiền?", "320 triệu đồng"),
    ],
)
def test_the_number_beside_the_same_words(reports: Library, question: str, first: str) -> None:
    answer = reports.ask(question)
    assert answer.status is Status.ANSWERED
    assert answer.items[0].text == first


def test_who_only_came_was_not_seized(reports: Library) -> None:
    answer = reports.ask("Công an bắt giữ bao nhiêu người kéo tới trụ sở xã Đồng Lau hôm 7/2?")
    assert answer.status is Status.NOT_FOUND


def test_words_count_only_in_order_and_near(reports: Library) -> None:
    views = (reports._collection.view(place) for place in range(len(REPORTS)))
    view = next(v for v in views if "đê" in v.title)
    sentence = next(i for i, s in enumerate(view.facts.sentences) if "Đan Mạch" in s.text)
    text = view.facts.sentences[sentence].text
    start = text.index("khoảng")
    place = (sentence, start, start + len("khoảng 5,2 tỷ"))
    same = alongside(beside_cue(analyse("Phía Đan Mạch tài trợ bao nhiêu tiền?")), view, *place)
    turned = alongside(beside_cue(analyse("Tài trợ cho phía Đan Mạch, ai góp bao nhiêu tiền?")), view, *place)
    other = alongside(beside_cue(analyse("Tỉnh góp bao nhiêu tiền?")), view, *place)
    assert same > turned > other == 0.0


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("Doanh thu giấy dó Yên Hạ năm 2023 là bao nhiêu?", "3,4 tỷ đồng"),
        ("Doanh thu giấy dó Yên Hạ năm 2024 là bao nhiêu?", "4,9 tỷ đồng"),
        ("Doanh thu giấy dó Yên Hạ năm 2030 phấn đấu đạt bao nhiêu?", "7 tỷ đồng"),
        ("Năm 2024 làng giấy dó xuất bao nhiêu kiện hàng?", "1.260"),
        ("Trường dạy nghề Yên Hạ có mấy giáo sư?", "4"),
        ("Trường dạy nghề Yên Hạ có bao nhiêu phó giáo sư?", "26"),
        ("Trường dạy nghề Yên Hạ có bao nhiêu tiến sĩ?", "85"),
        ("Trường dạy nghề Yên Hạ dạy bao nhiêu ngành thạc sĩ?", "6"),
        ("Thái Lan có bao nhiêu xưởng giấy ở Yên Hạ?", "12"),
        ("Ban chủ nhiệm làng giấy dó gồm bao nhiêu người?", "11"),
        ("Giải A thi xeo giấy trị giá bao nhiêu?", "8 triệu đồng"),
        ("Đội á quân hội xeo giấy nhận bao nhiêu tiền?", "3 triệu đồng"),
        ("Vụ trộm kho giấy Yên Hạ gây thiệt hại bao nhiêu tiền?", "62 triệu đồng"),
    ],
)
def test_a_number_of_the_year_rank_and_thing_asked(reports: Library, question: str, number: str) -> None:
    assert [item.text for item in reports.ask(question).items] == [number]


@pytest.mark.parametrize(
    "question",
    [
        "Doanh thu giấy dó Yên Hạ năm 2022 là bao nhiêu?",  # 2022 is only compared with
        "Năm 2022 làng giấy dó xuất bao nhiêu kiện hàng?",
        "Trường dạy nghề Yên Hạ có bao nhiêu thạc sĩ?",
        "Lào có bao nhiêu xưởng giấy ở Yên Hạ?",
        "Giải B thi xeo giấy trị giá bao nhiêu?",
        "Đội vô địch hội xeo giấy nhận bao nhiêu tiền?",
    ],
)
def test_a_number_of_another_year_rank_or_thing_is_none(reports: Library, question: str) -> None:
    assert reports.ask(question).status is Status.NOT_FOUND
