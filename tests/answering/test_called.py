"""Names right behind the words that describe a thing, and events that have no noun for events."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval import Library, Status
from retrieval.answering.asking.question import analyse
from retrieval.answering.details.called import described
from retrieval.answering.evidence.happenings import find_happenings

REPORTS = {
    "cang-ca.txt": """Cảng cá Hòn Dẻ thử phần mềm mới

Tuần trước, ông Mã Quốc Thịnh cùng các bạn chài đăng ký lập hợp tác xã mới với tên gọi \
hợp tác xã Sóng Lành Hòn Dẻ. Ông Thịnh từng là chủ nhiệm hợp tác xã Ngư Phong (NP).

Sở Thủy sản giới thiệu ứng dụng dự báo luồng cá iCAB cho chủ tàu. \
Cảng cá Hòn Dẻ đã công bố đường dây nóng 0912.34.56.78.

Lúc đầu cảng định mở một tuyến phà giá rẻ khác là PhaViet trước khi nhận tuyến Thanh Yến.

Bộ đội vừa diễn tập cứu nạn thường niên mang tên “Lá chắn Hòn Dẻ”. Tàu tuần tra lắp 8 xuồng máy cứu nạn Kiwi - 3.

Các địa phương bị ảnh hưởng nặng nề của cơn bão Mirinae vừa qua. \
Tàu hải quân Lào không ra khơi.

Báo Sóng Biển ra phụ trang “Chọn nghề biển” cạnh trang giáo dục. Nhân viên cảng tổ chức triển lãm tranh Miền cá bạc \
của họa sĩ Cù Dậu.
""",
    "nuoc-mam.txt": """Đường ống nước mắm ra đảo

Ông Lưu Văn Mực cung cấp khoản tiền lớn cho cơ quan khảo cứu Tidewater Lab (TL) ở Lào. \
Đường ống nước mắm SeaPipe từ Nam Ô đến đảo Yến chạy thử. Vịnh đã bị đưa vào danh sách cấm đánh bắt "No Net List".

Chiếc Corvina Mk -7, thuyền riêng của ông Mực, rời bến sáng nay. \
Khi nuôi ghẹ xong ở vịnh, dự án có tên thương mại là Blue Claw. \
Sonofin là máy dò cá tầm xa của Lào, được mệnh danh là "mắt biển".
""",
    "lang-cheo.txt": """Ông Tôn Thất Lữ nói về nghề chài

Thảo luận dự án Luật Thủy sản tại tổ chiều 9/11, đại biểu Tôn Thất Lữ cho rằng ngư dân còn nghèo.

Năm 2016, ông Lữ từng trượt ngã tại quốc yến ở Viêng Chăn. Ông làm đặc sứ tới dự Cúp Cá Chuồn ở Viêng Chăn \
hồi tháng chạp.

Đại sứ Lào khen các tỉnh tổ chức ASEM 2014. Ông Lữ hủy buổi chụp ảnh với ông Khăm Phết \
bên lề hội nghị thượng đỉnh Mê Kông tổ chức tại Luông Pha Băng.

Kẻ trộm ở lễ hội âm nhạc bị bắt tại Bãi Dài. Khi lễ hội âm nhạc dân gian Sóng Đôi đang diễn ra, \
kẻ trộm lấy 3 chiếc trống.
""",
}


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("called")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, "utf-8")
    return Library.read([Path(folder)])


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Hợp tác xã mới mà ông Mã Quốc Thịnh đăng ký lập tên gì?", "hợp tác xã Sóng Lành Hòn Dẻ"),
        ("Ứng dụng dự báo luồng cá mà Sở Thủy sản giới thiệu tên là gì?", "iCAB"),
        ("Số đường dây nóng Cảng cá Hòn Dẻ công bố là số nào?", "0912.34.56.78"),
        ("Tuyến phà giá rẻ mà cảng Hòn Dẻ từng định mở tên gì?", "PhaViet"),
        ("Cuộc diễn tập cứu nạn thường niên của bộ đội tên là gì?", "Lá chắn Hòn Dẻ"),
        ("Tàu tuần tra lắp 8 xuồng máy cứu nạn loại gì?", "Kiwi - 3"),
        ("Các địa phương bị ảnh hưởng bởi cơn bão tên gì?", "Mirinae"),
        ("Phụ trang đăng cạnh trang giáo dục của báo Sóng Biển tên là gì?", "Chọn nghề biển"),
        ("Triển lãm tranh của họa sĩ Cù Dậu mang tên gì?", "Miền cá bạc"),
        ("Cơ quan khảo cứu mà ông Lưu Văn Mực góp tiền tên là gì?", "Tidewater Lab"),
        ("Đường ống dẫn nước mắm từ Nam Ô sang đảo Yến tên là gì?", "SeaPipe"),
        ("Danh sách cấm đánh bắt mà Lào đưa vịnh vào tên tiếng Anh là gì?", "No Net List"),
        ("Thuyền riêng của ông Lưu Văn Mực là loại gì?", "Corvina Mk -7"),
        ("Dự án nuôi ghẹ ở vịnh có tên thương mại là gì?", "Blue Claw"),
        ("Máy dò cá tầm xa của Lào tên là gì?", "Sonofin"),
    ],
)
def test_name_behind_the_description(reports: Library, question: str, name: str) -> None:
    answer = reports.ask(question)
    assert answer.status is Status.ANSWERED
    assert name in answer.items[0].text


@pytest.mark.parametrize(
    "question",
    [
        "Tàu hải quân nước láng giềng tên là gì?",  # only a place stands behind "tàu hải quân"
        "Học bổng của Sở Thủy sản Hòn Dẻ tên là gì?",
    ],
)
def test_other_things_lend_no_name(reports: Library, question: str) -> None:
    assert reports.ask(question).status is Status.NOT_FOUND


def test_a_description_ends_where_its_clause_does() -> None:
    assert described(analyse("Ứng dụng dự báo luồng cá mà Sở giới thiệu tên là gì?"))[0].words == (
        "ung", "dung", "du", "bao", "luong", "ca",
    )  # fmt: skip
    assert described(analyse("Trong buổi lễ, phần mềm mới được trao tên gì?"))[0].words == ("phan", "mem", "moi")
    assert described(analyse("Ai chủ trì hội nghị?")) == []


@pytest.mark.parametrize(
    ("question", "event"),
    [
        ("Đại biểu Tôn Thất Lữ nói ngư dân còn nghèo trong buổi nào?", "dự án Luật Thủy sản"),
        ("Năm 2016 ông Lữ trượt ngã trong dịp nào ở Viêng Chăn?", "quốc yến"),
        ("Ông Lữ làm đặc sứ tới dự sự kiện thể thao nào ở Viêng Chăn hồi tháng chạp?", "Cúp Cá Chuồn"),
        ("Đại sứ Lào khen các tỉnh tổ chức sự kiện nào?", "ASEM 2014"),
        ("Ông Lữ hủy buổi chụp ảnh với ông Khăm Phết bên lề hội nghị nào?", "hội nghị thượng đỉnh Mê Kông"),
        ("Kẻ trộm lấy trống ở lễ hội nào tại Bãi Dài?", "lễ hội âm nhạc dân gian Sóng Đôi"),
    ],
)
def test_event_without_a_noun_for_events(reports: Library, question: str, event: str) -> None:
    answer = reports.ask(question)
    assert answer.status is Status.ANSWERED
    assert event in answer.items[0].text


def test_happenings_are_named_or_told_by_what_was_done() -> None:
    def found(text: str) -> list[str]:
        return [p.text for p in find_happenings(text)]

    assert found("Tiếp xúc cử tri quận 2 sáng 5/10, ông An nói về đường sá.") == ["Tiếp xúc cử tri quận 2"]
    assert found("Ông An sang Nhật dự G20 mở rộng rồi về.") == ["G20 mở rộng"]
    assert found("chuyến thăm Lào dự Cuộc gặp thượng đỉnh Mê Kông") == ["Cuộc gặp thượng đỉnh Mê Kông"]
    assert found("Đội bơi dự Thế vận hội Mùa hè Tân Hải.") == ["Thế vận hội Mùa hè Tân Hải"]
    assert found('Ông An được mời tham gia "Gặp gỡ Mê Kông" năm ngoái.') == ['"Gặp gỡ Mê Kông"']
    assert found('Ông An tham gia "làm cho vui".') == []
    assert found("Ông An dự hội nghị ở Hà Nội.") == []
    assert found("Dự án Luật Đất đai được trình hôm nay.") == []


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Loại tên lửa mà làng chài bắn tên là gì?", ("ten", "lua")),
        ("Cơ quan khảo cứu ở Lào tên là gì?", ("co", "quan", "khao", "cuu")),
        ("Thuyền riêng của ông Mực là loại gì?", ("thuyen", "rieng")),
    ],
)
def test_the_words_that_describe(question: str, words: tuple[str, ...]) -> None:
    assert described(analyse(question))[0].words == words


@pytest.mark.parametrize("question", ["Cô bé bán mía tên là gì?", "Tổng thư ký Hội đồng Nghề cá tên gì?"])
def test_a_person_is_described_by_no_thing(question: str) -> None:
    assert described(analyse(question)) == []
