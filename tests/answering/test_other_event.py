"""A day or place is that of the event asked for, not of another one that the same report tells of."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval import Library, Status

FESTIVAL = """Họp báo giới thiệu Liên hoan Múa rối Thạch Lâm

Chiều 3/4/2025, tại Nhà khách Sông Bồi, Sở Văn hóa họp báo giới thiệu Liên hoan Múa rối Thạch Lâm.

Liên hoan Múa rối diễn ra từ ngày 20 đến 24/5/2025 tại thành phố Việt Trì. Lễ khai mạc tổ chức tối 20/5 tại \
Quảng trường Hùng Vương, lễ bế mạc tổ chức ngày 24/5 tại Nhà hát Trầm Hương.

Liên hoan lần trước được tổ chức tại Hải Dương.
"""
SCHOOL = """Trường Trung cấp Lúa Vàng kỷ niệm 40 năm thành lập

Sáng nay (9/11/2025), Trường Trung cấp Lúa Vàng tổ chức Lễ kỷ niệm 40 năm thành lập.

Chiều cùng ngày, tại hội trường B2, nhà trường tổ chức tọa đàm về giống lúa.

Lễ khai giảng năm học mới sẽ được tổ chức vào ngày 5/9/2026. Trung tuần tháng 12, trường tổ chức hội xuân.
"""


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("other_event")
    (folder / "mua-roi.txt").write_text(FESTIVAL, "utf-8")
    (folder / "truong.txt").write_text(SCHOOL, "utf-8")
    return Library.read([Path(folder)])


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Liên hoan Múa rối Thạch Lâm diễn ra ở đâu?", "thành phố Việt Trì"),
        ("Liên hoan Múa rối Thạch Lâm diễn ra khi nào?", "20/5/2025"),
        ("Họp báo giới thiệu Liên hoan Múa rối Thạch Lâm diễn ra ở đâu?", "Nhà khách Sông Bồi"),
        ("Họp báo giới thiệu Liên hoan Múa rối Thạch Lâm diễn ra ngày nào?", "3/4/2025"),
        ("Lễ bế mạc Liên hoan Múa rối Thạch Lâm tổ chức ở đâu?", "Nhà hát Trầm Hương"),
        ("Liên hoan Múa rối lần trước được tổ chức ở đâu?", "Hải Dương"),
        ("Tọa đàm về giống lúa của Trường Trung cấp Lúa Vàng diễn ra ở đâu?", "hội trường B2"),
        ("Lễ khai giảng ở Trường Trung cấp Lúa Vàng tổ chức khi nào?", "5/9/2026"),
        ("Lễ kỷ niệm 40 năm thành lập Trường Trung cấp Lúa Vàng tổ chức ngày nào?", "9/11/2025"),
    ],
)
def test_the_event_asked_for(reports: Library, question: str, answer: str) -> None:
    found = reports.ask(question)
    assert [item.text for item in found.items][:1] == [answer]


@pytest.mark.parametrize("question", ["Lễ kỷ niệm 40 năm thành lập Trường Trung cấp Lúa Vàng diễn ra ở đâu?"])
def test_the_place_of_another_event_is_none(reports: Library, question: str) -> None:
    assert reports.ask(question).status is Status.NOT_FOUND
