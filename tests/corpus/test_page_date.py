"""Date lines in the layouts of many sites, and dates that are none of the page's."""

import datetime as dt

import pytest

from retrieval.corpus.page_date import Label, date_line, parse_date

DAY = dt.date(2022, 3, 7)


@pytest.mark.parametrize(
    "line",
    [
        "Thứ hai, 07/03/2022 10:53 GMT+7",
        "Thứ 2, 07/03/2022 | 15:18:15",
        "Thứ Hai, ngày 7/3/2022 - 08:00",
        "2022-03-07T10:53",
        "2022-03-07T10:53:00+07:00",
        "07-03-2022 09:15",
        "07.03.2022",
        "15:18 07/03/2022 (GMT+7)",
        "10:53 | 07/03/2022",
        "Hà Nội, ngày 7 tháng 3 năm 2022",
        "VOV.VN - 07/03/2022 10:00",
        "07/03/2022 10:00 Lê Bình",
        "Mar 7, 2022",
        "Monday, 7 March 2022",
        "14h30 ngày 07/03/2022",
        "07/03/2022 | 1.234 lượt xem",
    ],
)
def test_bare_dates(line: str) -> None:
    assert date_line(line) == (DAY, Label.BARE)


@pytest.mark.parametrize("line", ["Ngày đăng: 07/03/2022", "Đăng lúc 10:53, 07/03/2022", "Đăng ngày 07-03-2022"])
def test_dates_of_publication(line: str) -> None:
    assert date_line(line) == (DAY, Label.PUBLISHED)


@pytest.mark.parametrize("line", ["Cập nhật lúc 10:53, 07/03/2022", "Cập nhật: 07/03/2022 22:10"])
def test_dates_of_changes(line: str) -> None:
    assert date_line(line) == (DAY, Label.UPDATED)


@pytest.mark.parametrize(
    "line",
    [
        "Ngày 07/03/2022, Bộ Ngoại giao tổ chức hội nghị trực tuyến.",
        "Hội nghị diễn ra ngày 07/03/2022",
        "Sáng 7/3, tỉnh khai mạc lễ hội",
        "32/13/2022",
        "Quyết định số 12/QĐ ngày 07/03/2022",
        "Kế hoạch 2021-2025",
        "0225.3821.055",
    ],
)
def test_no_date_lines(line: str) -> None:
    assert date_line(line) is None


def test_parse_date() -> None:
    assert parse_date("7/3/2022") == DAY
    assert parse_date("2022-03-07 00:00:00") == DAY
    assert parse_date("ngày 7 tháng 3 năm 2022") == DAY
    assert parse_date("30/2/2022") is None
    assert parse_date("") is None
