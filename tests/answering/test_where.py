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
    ],
)
def test_a_place_of_another_sort_is_no_answer(reports: Library, question: str) -> None:
    assert reports.ask(question).status is Status.NOT_FOUND
