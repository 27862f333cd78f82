"""Which events are listed, under what name, and in what order."""

from __future__ import annotations

import pytest

from retrieval.facts.event_listing import listed_name, listed_place, listing_order, told_name
from retrieval.facts.events import find_event_phrases
from retrieval.language.dates import PartialDate

DAY = PartialDate(day=4, month=9)


@pytest.mark.parametrize(
    ("name", "title", "date", "listed"),
    [
        ("Hội nghị Khuyến nông lần thứ 5", "Khuyến nông họp", None, "Hội nghị Khuyến nông lần thứ 5"),
        ("hội thảo về giống lúa mới", "Lúa mới", DAY, "hội thảo về giống lúa mới"),
        ("lễ trao chứng chỉ nghề và thăm hỏi thợ cũ", "Nghề mộc", DAY, "lễ trao chứng chỉ nghề và thăm hỏi thợ cũ"),
        ("vụ cháy xưởng gỗ", "Xưởng gỗ thành tro", DAY, "vụ cháy xưởng gỗ"),
        ("cuộc điện đàm", "Thủ tướng hai nước điện đàm về cá tra", DAY, "Thủ tướng hai nước điện đàm về cá tra"),
        ("cuộc điện đàm", "Vì sao cá tra lên giá?", DAY, "cuộc điện đàm"),
        ("phiên họp của Ban chỉ đạo mùa lũ", "Lo mùa lũ", DAY, "phiên họp của Ban chỉ đạo mùa lũ"),
        ("lễ hội hoa Sao Khuê kéo dài đến", "Hoa nở", None, "lễ hội hoa Sao Khuê"),
        ("chương trình giao lưu thơ", "Đêm thơ", DAY, "chương trình giao lưu thơ"),
        ('cuộc thi vẽ Sao Khuê "', "Thi vẽ", None, "cuộc thi vẽ Sao Khuê"),
        ("vụ tai nạn xe bò khiến chị Lò Thị Mến", "Xe bò đổ", DAY, "vụ tai nạn xe bò"),
        ("vụ lật thuyền Sao Khuê làm 3 người bị thương và", "Lật thuyền", DAY, "vụ lật thuyền Sao Khuê"),
        ("hội nghị làm sạch sông Đáy", "Sông Đáy", DAY, "hội nghị làm sạch sông Đáy"),
        ("Xe khách lật trên đèo", "Xe khách lật trên đèo", DAY, "Xe khách lật trên đèo"),
        ("Khánh thành nhà văn hoá", "Khánh thành nhà văn hoá", DAY, "Khánh thành nhà văn hóa"),
        ("Hội nghị ' xanh ' Sao Khuê", "Hội nghị ' xanh ' Sao Khuê", None, "Hội nghị 'xanh' Sao Khuê"),
        # No event: a clause, a race that has no day, a project, a headline that asks or tells of nothing that was.
        ("vụ người đàn ông", "Người đàn ông bán vịt", DAY, None),
        ("cuộc chạy đua vũ trang", "Thêm tàu ngầm", DAY, None),
        ("dự án Cầu Sao Khuê", "Xây cầu", DAY, None),
        ("chương trình tên lửa của nước A", "Lo tên lửa", DAY, None),
        ("cuộc họp", "Giá cá tra lên", None, None),
        ("cuộc họp 2", "Giá cá tra lên", None, None),
        ("Đại hội đồng Liên minh Cá tra", "Giá cá tra lên", None, None),
        ("Tôi gặp lại thầy cũ", "Tôi gặp lại thầy cũ", DAY, None),
        ("chuyến thăm bà ngoại của tôi", "Chuyện nhà tôi", None, None),
        ("Năm món ngon từ cá", "Năm món ngon từ cá", DAY, None),
        ("Khánh thành nhà văn hóa", "Khánh thành nhà văn hóa", None, None),
        ("Có thể tổ chức hội xuân", "Có thể tổ chức hội xuân", DAY, None),
        ("Xây kè chống sạt lở", "Xây kè chống sạt lở", DAY, None),
        ("Dự báo giá cá tra", "Dự báo giá cá tra", DAY, None),
    ],
)
def test_what_is_listed(name: str, title: str, date: PartialDate | None, listed: str | None) -> None:
    assert listed_name(name, title, date) == listed


@pytest.mark.parametrize(
    ("place", "listed"),
    [
        ("Nhà văn hóa xã Sao Khuê", "Nhà văn hóa xã Sao Khuê"),
        ("Cần Thơ gửi thư lên Bộ", "Cần Thơ"),
        ("thôn Bến Cát rủ nhau đi bắt cá", "thôn Bến Cát"),
        ("công ty Bóng đèn", None),
        ("Ngày hội hoa", None),
        (None, None),
    ],
)
def test_the_place_that_is_listed(place: str | None, listed: str | None) -> None:
    assert listed_place(place) == listed


def test_those_with_a_year_come_by_date_then_those_without_then_the_undated() -> None:
    ordered = [
        (PartialDate(year=2021), "b"),
        (PartialDate(14, 12, 2021), "z"),
        (PartialDate(2, 1, 2023), "a"),
        (PartialDate(3, 1), "y"),
        (PartialDate(1, 2), "a"),
        (None, "Ấ"),
        (None, "b"),
    ]
    mixed = ordered[3:] + ordered[:3]
    assert sorted(mixed, key=lambda one: listing_order(*one)) == ordered


def test_a_spaced_dash_within_a_given_name_ends_no_event() -> None:
    def name(text: str) -> str:
        return find_event_phrases(text)[0].text

    assert name("Hội đàm với ông Park Chol - su hôm qua.") == "Hội đàm với ông Park Chol - su"
    assert name("Hội thảo Sao Khuê - in ấn là nghề cũ.") == "Hội thảo Sao Khuê"


def test_a_comma_within_a_number_ends_no_event() -> None:
    assert (
        find_event_phrases("Trận động đất mạnh 6,3 độ gần Sao Khuê, dân lo.")[0].text
        == "Trận động đất mạnh 6,3 độ gần Sao Khuê"
    )


@pytest.mark.parametrize(
    ("name", "title", "told"),
    [
        ("Hội nghị Khuyến nông lần thứ 5", "Khuyến nông họp", "Hội nghị Khuyến nông lần thứ 5"),
        ("cuộc hôn nhân đầu đổ vỡ", "Nghệ nhân ' già ' kể chuyện", "Nghệ nhân 'già' kể chuyện"),
        ("cuộc hôn nhân đầu đổ vỡ", "", "cuộc hôn nhân đầu đổ vỡ"),
    ],
)
def test_what_a_report_is_about_in_any_case(name: str, title: str, told: str) -> None:
    assert told_name(name, title, None) == told
