"""Several people: pairs, sides, numbers, and whom a question of several lacks, over reports written for the tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval import Library, Status
from retrieval.answering.asking.question import analyse
from retrieval.answering.asking.who_how_many import is_several, number_asked
from retrieval.answering.who.who_sides import side_of_noun, sides_in

REPORTS = {
    "gap-o-tallinn.txt": """Hai nguyên thủ gặp nhau ở Tallinn

Ngày 4/3/2020, Tổng thống Chile Pablo Soto đã có cuộc gặp riêng với Tổng thống Estonia Kersti Tamm ở Tallinn để bàn về \
nghề cá. Chuyên gia hàng hải Peter Novak nhận định cuộc gặp là dấu hiệu tốt.

Trước đó, Bộ trưởng Nông nghiệp Chile Diego Rojas và Bộ trưởng Tài chính Juan Molina tới dự diễn đàn nghề cá, nơi Thứ \
trưởng Nguyễn Văn Bảy dẫn đầu đoàn Việt Nam và Thứ trưởng Thương mại Trung Quốc Lý Đại Hải dẫn đầu đoàn Trung Quốc.

Thủ tướng Na Uy Odd Strand đã có cuộc hội kiến dài một giờ với Giáo hoàng Leone ở Vatican và đã chuyển thư của ông \
Bjorn Lund.

Bên lề diễn đàn có cuộc gặp của Tổng thống Nam Phi Thabo Nkosi, Tổng thống Kenya Daniel Otieno và Tổng thống Ghana \
Kofi Mensah với ông Soto để bàn về cá ngừ.

Hôm 5/3, ông Soto gặp Ngoại trưởng Trung Quốc Lỗ Minh, Ủy viên Quốc vụ Tạ Khải Hoa và Phó Thủ tướng Trung Quốc Chu \
Đạt để bàn về tàu cá.

Đại diện cho phía Việt Nam tại lễ ký bản ghi nhớ về tảo biển là ông Phan Đình Long, còn đại diện cho phía Chile là bà \
Rosa Fuentes.

Tư lệnh hải quân Estonia Ivan Bilic đã gặp tướng Enzo Vidal ở cảng Hưng Lĩnh sau vụ va tàu.
""",
    "le-phat-thuong-vuon-xanh.txt": """Lễ phát thưởng Vườn Xanh

Sáng 8/3/2020, lễ phát thưởng Vườn Xanh diễn ra tại nhà hát Bến Trăng, bà Lý Thu Hà - Chủ tịch Hội Nông dân \
tỉnh An Hải - phát biểu tại lễ phát thưởng Vườn Xanh.

Bà Lý Thu Hà trao giải thưởng cho ông Đỗ Văn Sơn tại lễ phát thưởng Vườn Xanh.
""",
    "dua-thuyen-song-lam.txt": """Đua thuyền trên sông Lam

Hội đua thuyền sông Lam mở ra sáng 9/3/2020. Ông Trần Văn Quý, Chủ tịch UBND huyện Hưng Lĩnh, phát biểu tại hội đua \
thuyền sông Lam. Ông Lê Đình Phú, Chủ tịch UBND huyện Thanh Trạch, cho biết làng đã chuẩn bị nửa năm.
""",
}


SITTING = """Khai mạc phiên họp thứ 9 Hội đồng Làng nghề

Sáng 7/5, dưới sự chủ trì của Chủ tịch Hội đồng Ngô Thị Mai, Hội đồng Làng nghề khai mạc phiên họp thứ 9.

Ngay sau đó, dưới sự điều hành của Phó Chủ tịch Hội đồng Phùng Văn Lực, Hội đồng Làng nghề cho ý kiến về quy chế dệt \
lụa sửa đổi.
"""


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("several")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, "utf-8")
    return Library.read([Path(folder)])


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Cuộc gặp ở Tallinn ngày 4/3 bàn về nghề cá có những ai?", {"Pablo Soto", "Kersti Tamm"}),
        ("Cuộc gặp ở Tallinn bàn về nghề cá là giữa hai vị tổng thống nào?", {"Pablo Soto", "Kersti Tamm"}),
        ("Tổng thống nào của Chile và của Estonia gặp nhau ở Tallinn?", {"Pablo Soto", "Kersti Tamm"}),
        # The second names no country, and no other country's people come with the two.
        ("Phía Chile ai tới dự diễn đàn nghề cá?", {"Diego Rojas", "Juan Molina"}),
        ("Những ai có mặt tại lễ phát thưởng Vườn Xanh?", {"Lý Thu Hà", "Đỗ Văn Sơn"}),
        ("Những vị nào phát biểu tại hội đua thuyền sông Lam?", {"Trần Văn Quý", "Lê Đình Phú"}),
        ("Lãnh đạo nào của Việt Nam dự diễn đàn nghề cá?", {"Nguyễn Văn Bảy"}),
        # Of one of the two nothing tells the country.
        (
            "Cuộc gặp ở cảng Hưng Lĩnh sau vụ va tàu là giữa hai vị tướng nào của Estonia và Chile?",
            {"Ivan Bilic", "Enzo Vidal"},
        ),
        (
            "Những lãnh đạo nào được nêu tên là đã phát biểu tại hội đua thuyền sông Lam?",
            {"Trần Văn Quý", "Lê Đình Phú"},
        ),
        ("Cuộc hội kiến dài một giờ ở Vatican là giữa những ai?", {"Odd Strand", "Leone"}),
        # Three who met the same one, of a continent that no office names.
        (
            "Những nguyên thủ châu Phi nào gặp ông Soto để bàn về cá ngừ?",
            {"Thabo Nkosi", "Daniel Otieno", "Kofi Mensah"},
        ),
        # Names of Chinese are written like Vietnamese ones.
        (
            "Ông Soto gặp những lãnh đạo, quan chức Trung Quốc nào để bàn về tàu cá?",
            {"Lỗ Minh", "Tạ Khải Hoa", "Chu Đạt"},
        ),
        (
            "Ai đại diện phía Việt Nam và phía Chile ở lễ ký bản ghi nhớ về tảo biển?",
            {"Phan Đình Long", "Rosa Fuentes"},
        ),
        # One is asked for.
        ("Ai phát biểu tại hội đua thuyền sông Lam?", {"Trần Văn Quý"}),
        ("Tổng thống Estonia đã gặp ai ở Tallinn?", {"Pablo Soto"}),
    ],
)
def test_names_all_of_them_and_nobody_else(press: Library, question: str, names: set[str]) -> None:
    answer = press.ask(question)
    assert answer.status is Status.ANSWERED
    assert {item.text for item in answer.items} == names


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Ai điều hành phần cho ý kiến về quy chế dệt lụa sửa đổi tại phiên họp 9?", "Phùng Văn Lực"),
        ("Ai chủ trì khai mạc phiên họp thứ 9 Hội đồng Làng nghề?", "Ngô Thị Mai"),
    ],
)
def test_who_chaired_a_part_is_not_who_chaired_another(tmp_path: Path, question: str, name: str) -> None:
    (tmp_path / "lang-nghe.txt").write_text(SITTING, "utf-8")
    assert [item.text for item in Library.read([tmp_path]).ask(question).items] == [name]


@pytest.mark.parametrize(
    ("question", "several", "number"),
    [
        ("Những ai dự lễ?", True, 0),
        ("Có những vị bộ trưởng nào dự lễ?", True, 0),
        ("Hai nhà lãnh đạo nào gặp nhau?", True, 2),
        ("Cuộc gặp là giữa hai vị tướng nào?", True, 2),
        ("Ba bi cao nao bi xu?", True, 3),
        ("Ai phía Chile và ai phía Estonia dự lễ?", True, 0),
        ("Những ca sĩ, nghệ sĩ nào dự lễ?", True, 0),
        ("Ngoài các bộ trưởng, lãnh đạo nào dự lễ?", False, 0),
        ("Lãnh đạo nào được nêu tên dự lễ?", False, 0),
        ("Ai dự lễ khai mạc sáng 2/3?", False, 0),
        ("Ai dự cuộc họp của các nước ven sông?", False, 0),
        ("Bộ trưởng nào dự lễ năm 2019?", False, 0),
        ("Đại diện hai bên ký kết là những ai?", True, 2),
        ("Cuộc gặp có ông nào của hai nước dự?", True, 2),
        ("Lãnh đạo nào bàn quan hệ của hai nước?", False, 0),
        ("Ai nói hy vọng hai bên giữ được đối thoại?", False, 0),
    ],
)
def test_how_many_are_asked_for(question: str, several: bool, number: int) -> None:
    read = analyse(question)
    assert (is_several(read), number_asked(read)) == (several, number)


@pytest.mark.parametrize(
    ("phrase", "sides"),
    [
        ("Mỹ và Trung Quốc", ["Mỹ", "Trung Quốc"]),
        ("Áo, Hungary và Ý", ["Áo", "Hungary", "Ý"]),
        ("NATO và Nga", ["NATO", "Nga"]),
        ("Đồng Nai và của TP.HCM", ["Đồng Nai", "TP.HCM"]),
        ("Việt Nam và ai phía Úc", ["Việt Nam", "Úc"]),
        ("Tạp chí Nhà nông và báo Biên cương", ["Tạp chí Nhà nông", "báo Biên cương"]),
        ("Sở Giáo dục và Đào tạo", ["Sở Giáo dục và Đào tạo"]),
        ("Bộ Văn hóa, Thể thao và Du lịch", ["Bộ Văn hóa, Thể thao và Du lịch"]),
    ],
)
def test_sides_named_together(phrase: str, sides: list[str]) -> None:
    assert sides_in(phrase) == sides


@pytest.mark.parametrize(
    ("question", "side"),
    [
        ("Nguyên thủ nào của Chile dự lễ?", "Chile"),
        ("Tổng thống nào của Chile và của Estonia gặp nhau?", "Chile và của Estonia"),
        ("Ai bên Sở Y tế phát biểu?", "Sở Y tế"),
        ("Những nguyên thủ châu Phi nào dự lễ?", "châu Phi"),
        ("Ai đại diện phía Chile và phía Hiệp hội Cá ngừ ký kết?", "Chile và phía Hiệp hội Cá ngừ"),
        ("ai thay mat cho ben Viet Nam va ben Chile tai le ky?", "Viet Nam va ben Chile"),
        ("Ai là phía được đại diện?", ""),
        ("Những lãnh đạo Hải Phòng nào dự lễ?", "Hải Phòng"),
        ("Những lãnh đạo Đảng, Nhà nước nào dự lễ?", ""),  # no office names it
        ("Ai dự lễ?", ""),
    ],
)
def test_the_side_that_a_noun_names(question: str, side: str) -> None:
    assert side_of_noun(analyse(question)) == side
