"""A thing that a question names with a year is that of that year."""

from pathlib import Path

import pytest

from retrieval import Library
from retrieval.answering.asking.question import analyse
from retrieval.answering.evidence.named_years import other_year

TEXT = """Hội chợ Hoa xuân 2019 mở cửa

Sáng 5/1, Hội chợ Hoa xuân 2019 mở cửa tại Hải Phòng với 40 gian hàng. Giải Búp sen vàng năm 2019 được trao cho bà Mơ.

Năm 2018, thành phố trồng 300 cây. Kinh tế Việt Nam năm 2018 tăng 7 %. Nhiệm kỳ 2018-2020, hội có 12 ủy viên.
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("years")
    (folder / "hoi-cho.txt").write_text(TEXT, "utf-8")
    return Library.read([Path(folder)])


@pytest.mark.parametrize(
    ("question", "year"),
    [
        ("Hội chợ Hoa xuân 2018 mở cửa ngày nào?", "Hoa xuân 2018"),
        ("hoi cho hoa xuan 2020 co bao nhieu gian hang", "hoa xuan 2020"),
        ("Ai được trao giải Búp sen vàng năm 2018?", "vàng năm 2018"),
        ("Hội chợ Hoa xuân 2019 mở cửa ngày nào?", ""),
        ("Hội chợ Hoa xuân năm 2019 có bao nhiêu gian hàng?", ""),
        ("Giải Búp sen vàng 2019 trao cho ai?", ""),
        ("Kinh tế Việt Nam 2018 tăng bao nhiêu?", ""),
        ("Thành phố trồng bao nhiêu cây trong năm 2018?", ""),
        ("Nhiệm kỳ 2018-2020 hội có bao nhiêu ủy viên?", ""),
        ("Hội chợ Hoa xuân 1990 có gì?", ""),  # too far for another edition; the year itself is looked for elsewhere
        ("Đại hội hội chợ tháng 5 năm 2018 họp ở đâu?", ""),
    ],
)
def test_year_of_a_name(report: Library, question: str, year: str) -> None:
    assert other_year(analyse(question), report._collection.view(0)) == year


def test_what_is_of_another_year_is_not_answered(report: Library) -> None:
    assert report.ask("Hội chợ Hoa xuân 2019 mở cửa ngày nào?").items
    asked = report.ask("Hội chợ Hoa xuân 2018 mở cửa ngày nào?")
    assert not asked.items
    assert "2018" in asked.text
