"""People listed as what is asked for, numbers of one of several people, denials beside doctors, comparatives."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval import Library, Status
from retrieval.answering.asking.question import analyse

REPORTS = {
    "vu-go-lau.txt": """Hoàn tất hồ sơ vụ trộm gỗ rừng Khe Sỏi

Ngày 6/8/2019, cơ quan điều tra đề nghị truy tố 4 bị can vụ trộm gỗ rừng Khe Sỏi, gồm: Lưu Văn Tấn (SN 1970, em họ ông \
Phúc), Đinh Bá Quý (SN 1975; giám đốc Công ty Mộc Khang), Trần Hữu Lợi (SN 1988, quê Hà Nam), Võ Minh Đạt (SN 1991).

Theo hồ sơ, Lưu Văn Tấn nhận hơn 3 tỷ đồng từ chủ xưởng, Đinh Bá Quý nhận 150 triệu đồng từ tài xế.

Bác sĩ Mai Thị Hiền bị nghi giấu gỗ, nhưng chưa đủ cơ sở để xử lý hình sự bà Hiền. Luật sư Bùi Quang Nghị cho rằng \
bản kết luận của bác sĩ pháp y là chưa thuyết phục. Bác sĩ Mai Thị Hiền có mặt tại phiên họp báo về vụ trộm gỗ.

Ban chỉ đạo bảo vệ rừng Khe Sỏi gồm 12 người, Trưởng ban là Chủ tịch huyện Hồ Văn Cảnh, phó ban là ông Lê Đình Sáu.

Bà Tô Thị Sen được bầu lại làm Chủ tịch Hội Trồng rừng Khe Sỏi khóa 4, hai Phó chủ tịch gồm: bà Lò Thị Mẩy, ông \
Bùi Đức Thuận.

Chợ phiên gỗ sẽ họp ở sân Trại Lau, bãi Cầu Mây (xã Đông Hòa), công viên Đá Bạc (xã Tây Lộc).

Peru cử Bộ trưởng Jorge Medina dự lễ trồng rừng Khe Sỏi, Bộ trưởng Chile Pablo Soto gửi thư chúc mừng.

Năm nay lượng mưa ở rừng Khe Sỏi yếu hơn so với mọi năm. \
Quy chế khai thác mới do Bộ Lâm nghiệp soạn vẫn giữ nguyên ba bậc phí.
""",
}


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("listed")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, "utf-8")
    return Library.read([Path(folder)])


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        (
            "4 bị can bị đề nghị truy tố vụ trộm gỗ rừng Khe Sỏi gồm những ai?",
            {"Lưu Văn Tấn", "Đinh Bá Quý", "Trần Hữu Lợi", "Võ Minh Đạt"},
        ),
        ("Ai làm trưởng ban chỉ đạo bảo vệ rừng Khe Sỏi?", {"Hồ Văn Cảnh"}),
        ("Những ai được bầu làm phó chủ tịch Hội Trồng rừng Khe Sỏi khóa 4?", {"Lò Thị Mẩy", "Bùi Đức Thuận"}),
        ("nhung ai duoc bau lam pho chu tich hoi trong rung khe soi khoa 4", {"Lò Thị Mẩy", "Bùi Đức Thuận"}),
        ("Ai được bầu làm chủ tịch Hội Trồng rừng Khe Sỏi khóa 4?", {"Tô Thị Sen"}),
        ("Ngoài bà Mẩy, Hội Trồng rừng Khe Sỏi khóa 4 còn phó chủ tịch nào?", {"Bùi Đức Thuận"}),
        ("Theo hồ sơ, ông Đinh Bá Quý nhận bao nhiêu tiền?", {"150 triệu đồng"}),
        ("Theo hồ sơ, ông Lưu Văn Tấn nhận bao nhiêu tiền từ chủ xưởng?", {"hơn 3 tỷ đồng"}),
        ("Bác sĩ Mai Thị Hiền có bị xử lý hình sự trong vụ trộm gỗ không?", {"không"}),
        ("Bác sĩ Mai Thị Hiền có mặt tại phiên họp báo về vụ trộm gỗ không?", {"có"}),
        ("Chợ phiên gỗ họp ở chỗ nào tại xã Tây Lộc?", {"công viên Đá Bạc"}),
        ("Quy chế khai thác mới có bỏ ba bậc phí không?", {"không"}),
        ("Lượng mưa ở rừng Khe Sỏi năm nay có mạnh hơn mọi năm không?", {"không"}),
    ],
)
def test_answers(press: Library, question: str, answers: set[str]) -> None:
    assert {item.text for item in press.ask(question).items} == answers


@pytest.mark.parametrize(
    "question",
    [
        "Ai làm trưởng ban tổ chức lễ hội Khe Sỏi năm 2015?",
        "Ông Võ Minh Đạt nhận bao nhiêu chiếc xe từ tài xế?",
    ],
)
def test_not_told(press: Library, question: str) -> None:
    assert press.ask(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("Ai lên án lòng tham vô độ?", "vô độ", "vào độ"),
        ("Bà con vô Cà Mau hồi nào?", "vào Cà Mau", "vô Cà"),
        ("Tòa tuyên ai vô tội?", "vô tội", "vào tội"),
    ],
)
def test_the_souths_word_for_into(question: str, said: str, unsaid: str) -> None:
    text = analyse(question).text
    assert said in text
    assert unsaid not in text
