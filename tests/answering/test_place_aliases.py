"""Places that a question and a report call by different names."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval import Library
from retrieval.answering.asking.question import analyse
from retrieval.answering.evidence.constraints import missing
from retrieval.answering.evidence.matching import query_words
from retrieval.answering.evidence.people_asked import people_named
from retrieval.answering.evidence.place_aliases import rare_names
from retrieval.answering.evidence.view import tokens
from retrieval.answering.spelling.correction import Corrector
from retrieval.language.normalize import fold, reading_form
from retrieval.language.place_names import PLACE_ALIASES, one_name

TEXT = """Hội chợ nước mắm TP.HCM

Sáng 28/8/2019, đoàn Nga và đoàn Triều Tiên mở gian hàng nước mắm tại TP.HCM. Bà Ban Thị Lụa thay mặt Việt Nam và \
Nhật Bản ký hợp đồng với hãng Aquafon của Myanmar. Kỳ họp thứ 9 của hội làng chài họp cùng ngày.
"""


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("aliases")
    (folder / "hoi-cho.txt").write_text(TEXT, "utf-8")
    return Library.read([Path(folder)])


@pytest.mark.parametrize(
    ("question", "lack"),
    [
        ("Ai dự hội chợ của TP Hồ Chí Minh?", ""),
        ("Gian hàng nước mắm của CHDCND Triều Tiên mở ngày nào?", ""),
        ("Hợp đồng Việt Nhật do ai ký?", ""),
        ("Hợp đồng với Aquafon Miến Điện do ai ký?", ""),
        ("Ai dự Kỳ họp lần thứ IX Hội làng chài?", ""),
        ("Bà Lụa ký hợp đồng sau hội chợ 28.8 với ai?", ""),
        ("Thủ tướng Mi-an-ma ký hợp đồng với ai?", ""),
        ("Thủ tướng Ma-lai-xi-a ký hợp đồng với ai?", "Ma-lai-xi-a"),
        ("Bà Lụa ký hợp đồng sau hội chợ 29.8 với ai?", "29.8"),
    ],
)
def test_other_names_are_not_lacking(reports: Library, question: str, lack: str) -> None:
    collection, asked = reports._collection, analyse(question)
    assert missing(asked, collection.view(0), people_named(asked, collection)) == lack


def test_rare_names_are_heard_as_usual_ones() -> None:
    words = query_words(analyse("Gian hàng của Miến Điện mở ngày nào?"))
    assert any(("myanmar",) in word.forms for word in words)
    assert all(len(word.forms) == 1 for word in query_words(analyse("Myanmar mở gian hàng ngày nào?")) if word.name)


def test_an_edition_is_heard_in_both_numerals() -> None:
    (word,) = [w for w in query_words(analyse("Ai dự Đại hội lần thứ XIII?")) if ("xiii",) in w.forms]
    assert ("13",) in word.forms


def test_the_table() -> None:
    rows = [{tuple(tokens(fold(name))) for name in row} for row in PLACE_ALIASES]
    assert all(len(row) > 1 for row in rows)
    assert all(reading_form(name) == name for row in PLACE_ALIASES for name in row)
    assert sum(map(len, rows)) == len(set().union(*rows)), "a name stands in two rows"
    assert "Miến Điện" in rare_names()
    assert "Myanmar" not in rare_names()


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Ai mở gian hàng sáng 28.8?", "Ai mở gian hàng sáng 28/8"),
        ("Ngày 28.8.2019 ai mở gian hàng?", "Ngày 28/8/2019 ai mở gian hàng"),
        ("Ai trả 28.8 triệu đồng?", "Ai trả 28.8 triệu đồng"),
    ],
)
def test_dates_with_points(written: str, read: str) -> None:
    assert analyse(written).text == read


def test_a_day_is_found_as_reports_with_points_write_it() -> None:
    days = [w for w in query_words(analyse("Ai dự lễ ngày 19/9?")) if ("19.9",) in w.forms]
    assert [w.forms[0] for w in days] == [("19",), ("9",)]
    assert not any(("19.9",) in w.forms for w in query_words(analyse("19 người dự lễ là những ai?")))


@pytest.mark.parametrize("city", ["TP. HCM", "TPHCM", "TP Hồ Chí Minh", "Tp.HCM", "Thành phố Hồ Chí Minh", "Sài Gòn"])
def test_a_city_has_one_name(city: str) -> None:
    assert one_name(f"Giám đốc bến phà {city}") == "Giám đốc bến phà thành phố Hồ Chí Minh"


@pytest.mark.parametrize("text", ["Bác Hồ Chí Minh", "bà Thái Nga", "đội Sài Gònn", "cầu Mỹ Thuận"])
def test_other_words_are_no_place(text: str) -> None:
    assert one_name(text) == text


@pytest.mark.parametrize("city", ["TP. HCM", "TPHCM", "TP Hồ Chí Minh", "Thành phố Hồ Chí Minh"])
def test_an_office_is_known_by_any_name_of_its_city(tmp_path: Path, city: str) -> None:
    told = "Sáng 4/6/2021, ông Ngô Văn Sáo, Bí thư Thành ủy TP. HCM, khai trương lớp dạy thổi sáo.\n"
    (tmp_path / "sao.txt").write_text(f"Lớp dạy thổi sáo\n\n{told}", "utf-8")
    library = Library.read([tmp_path])
    assert "Ngô Văn Sáo" in library.ask(f"Bí thư Thành ủy {city} là ai?").text
    assert library.ask(f"Có phải ông Ngô Văn Sáo là Bí thư Thành ủy {city}?").text == "Có."


@pytest.mark.parametrize("country", ["Miến Điện", "miến điện", "Luân Đôn", "Nông Pênh", "Tân Tây Lan"])
def test_another_name_of_a_place_is_no_slip(reports: Library, country: str) -> None:
    question = f"Bà Lụa ký hợp đồng với {country} khi nào?"
    assert fold(Corrector.of(list(reports.documents)).correct(question)) == fold(question)
