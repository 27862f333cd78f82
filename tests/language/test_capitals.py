import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.language.capitals import names_in_case


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Dự lễ có đồng chí NGUYỄN VĂN TÁM, Bí thư", "Dự lễ có đồng chí Nguyễn Văn Tám, Bí thư"),
        ("Dự lễ có ĐỒNG CHÍ LÊ THỊ HOA và ÔNG CAO SƠN", "Dự lễ có đồng chí Lê Thị Hoa và ông Cao Sơn"),
        ("ÔNG PHẠM BA - Giám đốc", "Ông Phạm Ba - Giám đốc"),
        ("1. TRẦN HOÀI NAM", "1. Trần Hoài Nam"),
        ("bà VŨ Thu Trang, ông ĐẶNG Văn Kha", "bà Vũ Thu Trang, ông Đặng Văn Kha"),
        ("Chủ tịch CAO VĂN BA phát biểu", "Chủ tịch Cao Văn Ba phát biểu"),
        ("ông PETER MILLER đến từ Úc", "ông Peter Miller đến từ Úc"),
        ("Thủ tướng Úc PETER MILLER và ANNA SILVA, đại sứ", "Thủ tướng Úc Peter Miller và Anna Silva, đại sứ"),
        ("ông PARK JONG-IL nói", "ông Park Jong-il nói"),
    ],
)
def test_a_name_in_capitals_is_read_as_a_name(written: str, read: str) -> None:
    assert names_in_case(written) == read


@pytest.mark.parametrize(
    "text",
    [
        "UBND TP và HĐND TP họp sáng nay",
        "HỘI NGHỊ TỔNG KẾT CÔNG TÁC NĂM 2021",
        "CHỦ TỊCH TRẦN VĂN TÁM DỰ LỄ KHAI GIẢNG TRƯỜNG MỚI",  # where the name begins and ends, nothing shows
        "tuyến CAO TỐC Bắc - Nam và ĐƯỜNG SẮT đô thị",
        "TIN VUI cho bà con",
        "bà NATO, ông VTV",
        "tàu USS BLUE STAR cập cảng, hãng CNN INDONESIA đưa tin",
        "Bộ trưởng NN PTNT",
        "Giám đốc FBI Clint Ward, phó chánh án TAND Tối cao, Chủ tịch UBND Sao Mai",  # a body, then its own name
        "dự án CÔNG VIÊN cây xanh",
        "BÙI-VĂN/1",
    ],
)
def test_other_capitals_stay(text: str) -> None:
    assert names_in_case(text) == text


@given(st.text(alphabet="NGUYỄNVĂNTÁM ông lê,-", max_size=40))
def test_the_length_stays_and_twice_is_once(text: str) -> None:
    once = names_in_case(text)
    assert len(once) == len(text)
    assert once.casefold() == text.casefold()
