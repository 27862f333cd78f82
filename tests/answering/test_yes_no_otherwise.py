"""Yes or no: "không" where another body, number or time is told; what may be, is planned or is another's is no yes."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval import Library

REPORTS = {
    "cau-ben-lau.txt": """Duyệt dự án cầu Bến Lau

Sáng 5-3, tại thị xã Kim Lũng, ông Lục Văn Tặng, Chủ tịch UBND tỉnh Sông Trà, chủ trì lễ công bố dự án cầu Bến Lau.

Dự án cầu Bến Lau được Thủ tướng phê duyệt tại Quyết định số 812. Chủ tịch tỉnh giao Ban Quản lý giao thông chủ trì \
đền bù mặt bằng dự án cầu Bến Lau cho 64 hộ dân.

Đến nay, phương án tái định cư chưa được cơ quan có thẩm quyền phê duyệt. Phó Giám đốc Sở Xây dựng Cầm Bá Lộc gọi \
điện cho ban quản lý.

Hai Phó Giám đốc Sở Xây dựng đi thuyền khảo sát bãi Cồn Ngao hôm 4-3.

Vé đò tham quan bến có giá 20 USD (500.000 đồng) đã bán hết.
""",
    "hoi-dua-ghe.txt": """Hội đua ghe Cái Mơn

Chiều 7-9, hội đua ghe Cái Mơn khai mạc tại bến Cái Mơn. Đây là năm thứ 6 hội đua ghe được tổ chức để tri ân những \
người mở đất.

Giám đốc Sở Du lịch Triệu Thị Sen đã ký công văn yêu cầu tăng cường quản lý hội đua ghe năm 2023.

Đoàn khách đi cùng có thể có ông Mã Văn Thuần, Chủ tịch Liên đoàn Đua thuyền.

Ban tổ chức hội đua không chỉ đạo thu tiền của người xem.
""",
    "hoi-dam.txt": """Hội đàm ở Đồi Thông

Ngày 11-10, Thủ tướng nước Bình Sơn Ôn Quang Dực hội đàm với Tổng thống Pedro Salinas tại Đồi Thông. Hai nhà lãnh đạo \
thảo luận nhiều vấn đề cùng quan tâm, trong đó có nguồn nước sông Bạc.

Tại hội nghị công đoàn, bà Khuất Thị Lanh tái đắc cử chủ tịch Liên đoàn Lao động tỉnh Sông Trà.
""",
    "ho-mua-cau.txt": """Mở lại đò ngang Hố Mua

Trưởng ban Quản lý bến đò Hố Mua là ông Đinh Văn Quế. Phó giám đốc Sở Giao thông Ngụy Thị Xoan trao quyết định của \
Giám đốc Sở Giao thông Hứa Văn Tốt về việc mở lại bến đò Hố Mua cho ông Đinh Văn Quế.

Lương của thợ máy biệt phái sang Sở Giao thông do Sở Công Thương chi trả. Bến đò Hố Mua do Công ty Mộc Miên làm chủ \
đầu tư; Bạch Dương Land bán vé.

Trong tuần có lớp học bơi do Hội Nông dân chủ trì; lớp cứu hộ do Hội Phụ nữ chủ trì; lớp chèo đò do Đoàn xã chủ trì.

Chuyến đò đầu cập bến chậm 20 phút so với kế hoạch. Bà Xoan không có kế hoạch thăm chợ Hố Mua và đến bến bằng xe riêng.

Ông Tốt khẳng định không dính líu đến việc bán vé chợ đen. Bài hát "Con đò nhỏ" của thợ máy đoạt giải B hội diễn. \
Hội diễn trao 2 giải A và 5 giải B. Ông Quế nói không thể phủ nhận đò máy nhanh hơn đò chèo.

Đây không phải lần đầu bà Xoan tặng áo phao cho bến. Thợ máy được nhận vào bến không qua thi tuyển.

Sáng 6/4, ông Mạc Văn Dần được bổ nhiệm làm đội trưởng đội đò lần thứ ba, thay ông Cổ Văn Mão về hưu. Ông Dần ngỏ ý \
tặng thợ máy chiếc đồng hồ bạc nhưng thợ máy từ chối. Theo ông Dần, địa điểm hội đua đò vẫn chưa được xác định; việc \
bán vé chưa ảnh hưởng đến khách. Bà Xoan dâng hương ở nhà lưu niệm Bác Hồ cùng thợ máy.

Cột mốc số 15 nằm ở bến Lá Dong, thuộc tỉnh Kiên Giang. Chiếc phao do Công ty \
Mộc Miên tài trợ được lắp tại tỉnh An Giang.
""",
}


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("otherwise")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, "utf-8")
    return Library.read([Path(folder)])


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        # Another body did it.
        ("Dự án cầu Bến Lau có phải do UBND tỉnh Sông Trà phê duyệt không?", ["không"]),
        ("Có phải Sở Xây dựng được giao chủ trì đền bù mặt bằng dự án cầu Bến Lau không?", ["không"]),
        ("Lễ công bố dự án cầu Bến Lau do ông Lục Văn Tặng chủ trì, đúng không?", ["có"]),
        # Another number, that no report has, and the same amount in another currency.
        ("Mặt bằng cầu Bến Lau phải đền bù cho 71 hộ dân, đúng không?", ["không"]),
        ("Mặt bằng cầu Bến Lau phải đền bù cho 64 hộ dân, đúng không?", ["có"]),
        ("Có đúng là vé đò tham quan bến giá 20 USD đã bán hết không?", ["có"]),
        # Somebody whom no report names.
        ("Lễ công bố dự án cầu Bến Lau do ông Vi Đình Hợi chủ trì phải không?", ["không", "Lục Văn Tặng"]),
        # Not the first time.
        ("Có phải lần đầu tiên hội đua ghe Cái Mơn được tổ chức không?", ["không"]),
        ("Đây có phải lần đầu bà Khuất Thị Lanh đắc cử chủ tịch Liên đoàn Lao động tỉnh Sông Trà không?", ["không"]),
        # A denial with the doer in it, and one that "không chỉ" is no part of.
        ("Phương án tái định cư cầu Bến Lau đã được duyệt rồi phải không?", ["không"]),
        ("Có phải ban tổ chức hội đua ghe chỉ đạo thu tiền của người xem?", ["không"]),
        # Who else it was: named behind "có phải", in another part of a list, by a verb of the same sense.
        ("Trưởng ban Quản lý bến đò Hố Mua có phải Giám đốc Hứa Văn Tốt không?", ["không", "Đinh Văn Quế"]),
        ("Trưởng ban Quản lý bến đò Hố Mua có phải ông Đinh Văn Quế không?", ["có"]),
        ("Quyết định mở lại bến đò Hố Mua có phải do đích thân ông Hứa Văn Tốt trao không?", ["không"]),
        ("Lương của thợ máy biệt phái có phải do Sở Giao thông trả không?", ["không", "Sở Công Thương"]),
        ("Lương của thợ máy biệt phái có phải do Sở Công Thương trả không?", ["có"]),
        ("Chủ đầu tư bến đò Hố Mua có phải Bạch Dương Land không?", ["không", "Công ty Mộc Miên"]),
        ("Lớp học bơi ở Hố Mua có phải do Hội Phụ nữ chủ trì không?", ["không", "Hội Nông dân"]),
        # The contrary, in its words or by its sense; what is not to be denied is so.
        ("Chuyến đò đầu ở Hố Mua có cập bến đúng giờ không?", ["không"]),
        ("Bà Ngụy Thị Xoan có định ghé thăm chợ Hố Mua không?", ["không"]),
        ("Ông Hứa Văn Tốt có liên quan đến việc bán vé chợ đen không?", ["không"]),
        ("Bài hát 'Con đò nhỏ' của thợ máy có được giải A không?", ["không"]),
        ("Bài hát 'Con đò nhỏ' của thợ máy có được giải B không?", ["có"]),
        ("Ông Đinh Văn Quế có thừa nhận đò máy nhanh hơn đò chèo không?", ["có"]),
        ("Áo phao có phải món quà đầu tiên bà Xoan tặng bến không?", ["không"]),
        ("Thợ máy được nhận vào bến có phải thi tuyển không?", ["không"]),
        # Not the first time, an offer refused, what is not settled; by whose account stands behind.
        ("Hôm 6/4 có phải ông Mạc Văn Dần lần đầu được bổ nhiệm làm đội trưởng đội đò không?", ["không"]),
        ("Thợ máy có nhận chiếc đồng hồ bạc ông Dần tặng không?", ["không"]),
        ("Ông Dần có ngỏ ý tặng thợ máy chiếc đồng hồ bạc không?", ["có"]),
        ("Địa điểm hội đua đò đã được chốt rồi, theo ông Mạc Văn Dần, đúng không?", ["không"]),
        ("Theo ông Mạc Văn Dần, việc bán vé đã ảnh hưởng đến khách chưa, có hay không?", ["không"]),
        # Who is called "bác" denies nothing.
        ("Bà Ngụy Thị Xoan có dâng hương ở nhà lưu niệm Bác Hồ cùng thợ máy không?", ["có"]),
        # The province of a place, and where a thing is that a body gave.
        ("Có phải cột mốc số 15 nằm ở bến thuộc tỉnh An Giang không?", ["không", "Kiên Giang"]),
        ("Có phải chiếc phao do Công ty Mộc Miên tài trợ được lắp ở tỉnh Kiên Giang không?", ["không", "An Giang"]),
        # What two have spoken of, who are told of as "hai nhà lãnh đạo".
        ("Ông Ôn Quang Dực và ông Pedro Salinas có trao đổi về nguồn nước sông Bạc khi hội đàm không?", ["có"]),
    ],
)
def test_what_is_told_otherwise_is_no(reports: Library, question: str, verdict: list[str]) -> None:
    answer = reports.ask(question)
    assert [item.text for item in answer.items][: len(verdict)] == verdict, answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Bà Triệu Thị Sen có dự lễ khai mạc hội đua ghe Cái Mơn không?",  # a paper about it is all that is told of her
        "Ông Mã Văn Thuần có dự hội đua ghe Cái Mơn không?",  # he may come
        "Ông Cầm Bá Lộc có đi thuyền khảo sát bãi Cồn Ngao hôm 4-3 không?",  # two others of that office
        "Ông Vi Đình Hợi có dự lễ công bố dự án cầu Bến Lau không?",  # that others were there denies nothing
        "Ông Ôn Quang Dực và ông Pedro Salinas có trao đổi về nghề cá khi hội đàm không?",
    ],
)
def test_what_is_not_told_is_neither(reports: Library, question: str) -> None:
    answer = reports.ask(question)
    assert not answer.items, answer.text
