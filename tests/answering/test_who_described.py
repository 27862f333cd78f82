"""Who is told by a description: what "là" says, an apposition, an office by its other name, a noun of any trade."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval import Library, Status
from retrieval.answering.who.descriptions import described_by
from retrieval.language.normalize import fold

REPORTS = {
    "ben-tau-san-ho.txt": """Ngày hội ở bến tàu San Hô

Sáng 3/4/2021, ngày hội bến tàu San Hô khai mạc. Bà Han Mi - rae, đứng sau thống đốc, là phụ nữ duy nhất phát biểu \
trên sân khấu chính. Chủ tịch bến tàu Đặng Hữu Toàn đón khách.

Nhà buôn xây dãy kho bên bến tàu này là ông Carlos Vidal, từng bán cá ở chợ. Ông Lý Đình Khang, người vẽ tấm pa nô \
chào mừng, đi cùng cháu nội.

Bộ trưởng Ngoại giao Peru Jorge Medina và Ngoại trưởng Chile Pablo Soto chúc mừng ngày hội. Thông dịch viên của ông \
Medina tại ngày hội là bà Tạ Thu Ngân.

Ban giám khảo trao giải nhất hội thi đan lưới cho Lê Thị Nhài, giải nhì cho Phan Văn Cừ. Hai giải ba hội thi đan lưới \
thuộc về thí sinh Vũ Thị Bưởi và Đỗ Thị Đào.

Luật gia Trịnh Thị Cúc cho biết luật tàu bè còn thiếu. Theo luật gia Mai Văn Trúc, chủ tàu phải đóng thuế bến. Bà Lý \
Thị Lan, chủ quán, nói quán đông khách.

Ông Vidal chia sẻ về con đê mới. Ông ấn tượng với hàng phi lao và cái chuông đồng ở bến tàu.
""",
    "gap-go-hai-tong-thong.txt": """Hai tổng thống gặp nhau ở đảo Hà Giang

Ngày 9/9/2021, Tổng thống Peru Marco Ruiz và Tổng thống Chile Diego Lopez chứng kiến lễ ký các thỏa thuận hơn 30 tỷ \
USD ở đảo Hà Giang. Theo phát ngôn viên Chile Elena Rojas, hai tổng thống Ruiz và Lopez sẽ mở lại cửa khẩu năm nay.

Đến dự có Phó thủ tướng Trần Quang Vĩ; Bí thư Tỉnh ủy Hà Giang Lê Văn Thạo; Bộ trưởng Đỗ Minh Hà.
""",
}  # fmt: skip


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("described")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, "utf-8")
    return Library.read([Path(folder)])


@pytest.mark.parametrize(
    "question, names",
    [
        ("Người phụ nữ duy nhất phát biểu trên sân khấu chính ngày hội bến tàu San Hô là ai?", {"Han Mi - rae"}),
        ("Nhà buôn nào xây dãy kho bên bến tàu San Hô?", {"Carlos Vidal"}),
        ("Thông dịch viên của ông Medina tại ngày hội bến tàu San Hô là ai?", {"Tạ Thu Ngân"}),
        ("Ngoại trưởng Peru chúc mừng ngày hội bến tàu San Hô tên là gì?", {"Jorge Medina"}),
        ("Lễ ký các thỏa thuận hơn 30 tỷ USD Peru - Chile có hai vị nào chứng kiến?", {"Marco Ruiz", "Diego Lopez"}),
        ("Ai ấn tượng với hàng phi lao ở bến tàu San Hô?", {"Carlos Vidal"}),
        ("Vị khách nào nói mình ấn tượng với hàng phi lao và chuông đồng ở bến tàu San Hô?", {"Carlos Vidal"}),
        ("Những luật gia nào nêu ý kiến ở ngày hội bến tàu San Hô?", {"Trịnh Thị Cúc", "Mai Văn Trúc"}),
        ("Ai giành giải nhất hội thi đan lưới?", {"Lê Thị Nhài"}),
        ("Ai đoạt giải nhì hội thi đan lưới?", {"Phan Văn Cừ"}),
        ("Giải ba hội thi đan lưới thuộc về những ai?", {"Vũ Thị Bưởi", "Đỗ Thị Đào"}),
        ("Ai nói hai tổng thống Ruiz - Lopez sẽ mở lại cửa khẩu?", {"Elena Rojas"}),
        ("Những lãnh đạo nào về Hà Giang dự lễ ký?", {"Trần Quang Vĩ", "Lê Văn Thạo", "Đỗ Minh Hà"}),
    ],
)
def test_the_described_person_answers(press: Library, question: str, names: set[str]) -> None:
    assert {item.text for item in press.ask(question).items} == names


@pytest.mark.parametrize(
    "question",
    [
        "Ai đoạt giải đặc biệt hội thi đan lưới?",
        "Thợ lặn nào tìm thấy chuông cổ ở bến tàu San Hô?",
        "Ngoại trưởng Canada chúc mừng ngày hội bến tàu San Hô tên là gì?",
    ],
)
def test_nobody_is_described_so(press: Library, question: str) -> None:
    assert press.ask(question).status is not Status.ANSWERED


@pytest.mark.parametrize(
    "text, name, told",
    [
        ("Nhà buôn xây kho là ông An.", "ông An", "nha buon xay kho"),
        ("Bà An, ngồi bên trái, là phụ nữ duy nhất.", "Bà An", "phu nu duy nhat"),
        ("Ông An (trái) là chủ bến tàu.", "Ông An", "chu ben tau"),
        ("Ông An, người vẽ tấm pa nô, đi về.", "Ông An", "nguoi ve tam pa no"),
        ("Ông An, sáng nay, đi về.", "Ông An", ""),
        ("Ông An nói rằng mưa là xấu.", "Ông An", ""),
    ],
)
def test_what_a_sentence_says_somebody_is(text: str, name: str, told: str) -> None:
    folded = fold(text)
    start = text.index(name)
    assert described_by(folded, start, start + len(name)) == told
