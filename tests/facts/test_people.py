"""Who is meant within one report."""

from __future__ import annotations

import pytest

from retrieval.facts.office_said import office_said
from retrieval.facts.people import Person, Roster, name_key, sex_of
from retrieval.language.names import find_people


def meant(*sentences: str) -> list[list[tuple[str, str]]]:
    """Return for each sentence what stands there and who is meant by it."""
    roster = Roster()
    rows = roster.read(sentences)
    return [
        [(text[r.start : r.end], roster.people[r.key].name) for r in row]
        for text, row in zip(sentences, rows, strict=True)
    ]


def test_given_names_bare_offices_and_last_names() -> None:
    rows = meant(
        "Thủ tướng Trần Văn An và ông Lê Minh Tùng có mặt.",
        "Ông Tùng nói trước.",
        "Thủ tướng nhấn mạnh hai việc.",
        "Tổng thống Mỹ John Miller tới sau.",
        "Tổng thống Mỹ cho biết ông hài lòng.",
        "Đêm qua Miller rời Hà Nội.",
    )
    assert rows[1] == [("Tùng", "Lê Minh Tùng")]
    assert rows[2] == [("Thủ tướng", "Trần Văn An")]
    assert rows[4] == [("Tổng thống Mỹ", "John Miller")]
    assert rows[5] == [("Miller", "John Miller")]


def test_a_name_told_once_is_known_in_the_whole_report() -> None:
    rows = meant(
        "Ca sĩ Mỹ Hạnh về nước.",
        "Khán giả chào đón Mỹ Hạnh ở sân bay.",
        "Bị can Khướu Văn Dín khai nhận, còn Khướu Văn Dín bỏ trốn.",
        "Nhà ở đường Mỹ Hạnh và công ty Mỹ Hạnh thì không.",
    )
    assert rows[1] == [("Mỹ Hạnh", "Mỹ Hạnh")]
    assert len(rows[2]) == 2
    assert rows[3] == []


def test_a_foreign_given_name_goes_on_alone() -> None:
    rows = meant(
        "Deborah Miller, 34 tuổi, tới Hội An.",
        "Hôm sau Deborah dự tiệc.",
        "Fiona, con gái của ông Peter Stone, hát ở đó.",
        "Vừa qua Fiona thắng giải.",
        "Tàu Deborah cập cảng, còn Peter Brown thì không.",
    )
    assert rows[1] == [("Deborah", "Deborah Miller")]
    assert ("Fiona", "Fiona") in rows[2]
    assert rows[3] == [("Fiona", "Fiona")]
    assert [name for _, name in rows[4]] == ["Peter Brown"]
    rows = meant("Deborah Miller và Deborah Stone tới Hội An.", "Deborah dự tiệc.")
    assert rows[1] == []  # one of two


def test_a_bare_given_name_is_the_one_who_has_no_office() -> None:
    rows = meant(
        "Bị cáo Trần Văn Hoạt và Lê Văn Đen (30 tuổi) cùng bà Phạm Thị Sen ra tòa.",
        "Sau đó Hoạt rủ Đen đi chơi.",
        "Đen bỏ chạy, còn Sen nở trong đầm.",
        "Đen trắng lẫn lộn.",
    )
    assert rows[1] == [("Hoạt", "Trần Văn Hoạt"), ("Đen", "Lê Văn Đen")]
    assert rows[2] == [("Đen", "Lê Văn Đen")]
    assert rows[3] == []


def test_a_pronoun_is_the_subject_of_that_sex() -> None:
    rows = meant(
        "Bà Phạm Thị Hoa tiếp ông Lê Văn Bình.",
        "Bà cho biết việc đã xong.",
        "Ông cũng cảm ơn.",
        "Công ty cũng nói thế.",
    )
    assert rows[1] == [("Bà", "Phạm Thị Hoa")]
    assert rows[2] == [("Ông", "Lê Văn Bình")]
    assert rows[3] == []


def test_a_pronoun_stands_behind_circumstances_and_as_a_source() -> None:
    rows = meant(
        "Hiệu trưởng Lê Văn Bình đón đoàn.",
        "Tại buổi lễ, ông nhấn mạnh hai việc.",
        "Theo ông, trường cần thêm phòng học.",
        "“Phòng học là việc gấp”, ông ấy gọi tên từng xã.",
        "Ông được bầu năm 2018.",
        "Theo ông Trần Văn Lâm, chưa có tiền.",
        'Học sinh kể: "Ông không đến lớp".',
        "Ông bà ở quê vẫn khỏe.",
        "Năm 2019, ông rời trường.",
        "Tháng 5, ông bà ở quê vẫn khỏe.",
    )
    assert [row[0] for row in rows[1:5]] == [("ông", "Lê Văn Bình")] * 3 + [("Ông", "Lê Văn Bình")]
    assert rows[5] == [("Trần Văn Lâm", "Trần Văn Lâm")]
    assert rows[6] == rows[7] == rows[9] == []
    assert rows[8] == [("ông", "Trần Văn Lâm")]


def test_a_womans_given_name_tells_whom_a_pronoun_means() -> None:
    rows = meant(
        "Heather Miller, người phát ngôn, nói thay John Dube, giám đốc hãng.", "Bà gọi đó là lỗi.", "Ông bị chỉ trích."
    )
    assert rows[1] == [("Bà", "Heather Miller")]
    assert rows[2] == [("Ông", "John Dube")]


def test_a_last_name_with_an_office_is_not_the_relative() -> None:
    rows = meant(
        "Tổng thống John Miller tới dự.", "Cùng đi có cô con gái, bà Anna Miller.", "Tổng thống Miller phát biểu."
    )
    assert rows[2] == [("Miller", "John Miller")]


def test_a_part_of_a_name_is_the_fuller_name() -> None:
    rows = meant("Nghệ sĩ Nguyễn Thị Hồng Vân tới.", "Bà Hồng Vân nói.")
    assert rows[1] == [("Hồng Vân", "Nguyễn Thị Hồng Vân")]


def test_offices_gather_and_the_fuller_form_stays() -> None:
    roster = Roster()
    roster.read(
        ["Thứ trưởng Lê Văn Bình chủ trì.", "Ông Lê Văn Bình, Thứ trưởng Bộ Y tế, nói.", "PGS Lê Văn Bình viết."]
    )
    (person,) = {id(p): p for p in roster.people.values()}.values()
    assert person.offices == ["Thứ trưởng Bộ Y tế", "PGS"]
    assert person.described["Thứ trưởng Bộ Y tế"] == 1


def test_a_last_name_tells_the_office_of_the_only_one_who_has_it() -> None:
    roster = Roster()
    roster.read(
        ["Ông Pablo Soto tới An Hải.", "Tổng thống Chile Soto nói chuyện.", "Ông John Miller và bà Anna Miller."]
    )
    roster.read(["Tổng thống Miller vắng mặt."])
    assert roster.people[name_key("Pablo Soto")].offices == ["Tổng thống Chile"]
    assert roster.people[name_key("John Miller")].offices == roster.people[name_key("Anna Miller")].offices == []


def test_nobody_is_guessed() -> None:
    assert meant("Ông Tùng chưa ai nhắc tới.", "Ông nói vậy.") == [[], []]


def test_keys_and_sexes() -> None:
    assert name_key("Kim Jong-un") == name_key("Kim Jong Un") == "kimjongun"
    assert sex_of(Person("a", "Phạm Thị Hoa")) == "f"
    assert sex_of(Person("a", "Lan Anh", honorific="ông")) == "m"
    assert sex_of(Person("a", "Lan Anh")) == ""


@pytest.mark.parametrize("sentence", ["", "...", "Không có ai."])
def test_empty_sentences(sentence: str) -> None:
    assert meant(sentence) == [[]]


@pytest.mark.parametrize(
    "text, name, office",
    [
        ("Chủ tọa phiên tòa là thẩm phán Lý Văn Tùng.", "Lý Văn Tùng", "Chủ tọa phiên tòa"),
        ("Bộ trưởng Quốc phòng Peru khi đó là Marco Ruiz đã từ chối.", "Marco Ruiz", "Bộ trưởng Quốc phòng Peru"),
        (
            "Phiên dịch viên của ông Diego Lopez tại lễ ký là bà Tạ Thu Ngân.",
            "Tạ Thu Ngân",
            "Phiên dịch viên của ông Diego Lopez",
        ),
        ("Tổng thống Peru Marco Ruiz nói đó là ông Lý Văn Tùng.", "Lý Văn Tùng", ""),
        ("Nghệ sĩ Thu An tên thật là Lý Văn Tùng.", "Lý Văn Tùng", ""),
        ("Cái nón ấy là của ông Lý Văn Tùng.", "Lý Văn Tùng", ""),
    ],
)
def test_the_office_that_somebody_is_said_to_have(text: str, name: str, office: str) -> None:
    mentions = find_people(text)
    mention = next(m for m in mentions if m.name == name)
    assert office_said(text, mention, mentions) == office


def test_a_last_name_told_with_an_office_alone_goes_on_alone() -> None:
    rows = meant(
        "Kestrov ký lệnh cấm đò chiều 6/3.",
        "Tổng thống Kestrov không nói thêm.",
        "“Chúc may mắn”, tờ Bến Sông dẫn lời Kestrov nói.",
        "Chính quyền Kestrov im lặng.",
    )
    assert [row[:1] for row in rows] == [[("Kestrov", "Kestrov")]] * 3 + [[]]


def test_who_leads_a_country_is_meant_by_that() -> None:
    rows = meant(
        "Tổng thống Mỹ Arlen Miller gặp Thủ tướng Pháp Luc Prado.",
        "Nhà lãnh đạo Mỹ cho rằng hai bên đã gần nhau hơn.",
        "Lãnh đạo Pháp nói sẽ mua thêm gạo.",
        "Ông chủ Nhà Trắng cảm ơn ngư dân.",
        "Nhà lãnh đạo Nga nói khác.",
    )
    assert rows[1] == [("Nhà lãnh đạo Mỹ", "Arlen Miller")]
    assert rows[2] == [("Lãnh đạo Pháp", "Luc Prado")]
    assert rows[3][0][1] == "Arlen Miller"
    assert rows[4] == []
