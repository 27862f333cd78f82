"""Which columns of a table hold what: the line that names them, and what is said of a table that lacks them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.corpus.columns import DEFAULT_COLUMNS, FIELD_NAMES, Columns, Record, plain
from retrieval.errors import InputError


def test_a_line_names_some_fields_and_the_others_stay() -> None:
    columns = Columns.parse(" title = tieu_de , text=noi_dung|Thân bài, url=link")
    assert (columns.title, columns.text) == (("tieu_de",), ("noi_dung", "Thân bài"))
    assert columns.source == ("link",) and columns.published == DEFAULT_COLUMNS.published
    assert str(columns) == "title=tieu_de,text=noi_dung|Thân bài,source=link"
    assert str(Columns.parse("published=ngay")) == str(Columns.parse("date=ngay")) == "date=ngay"


@pytest.mark.parametrize("line", ["", " ", "auto", "AUTO "])
def test_a_line_that_names_nothing(line: str) -> None:
    assert Columns.parse(line) == DEFAULT_COLUMNS
    assert str(DEFAULT_COLUMNS) == ""


def test_a_comma_may_stand_in_a_name() -> None:
    assert Columns.parse("text=Nội dung, chi tiết,date=Ngày").text == ("Nội dung, chi tiết",)


@pytest.mark.parametrize(
    ("line", "said", "english"),
    [
        ("tieude=x", "“tieude”", "title, lead, text, date, source"),
        ("noi_dung", "“noi_dung” cần dạng", "must look like"),
        ("text=", "“text=” cần dạng", "must look like"),
        ("text=|", "cần dạng", "must look like"),
        ("text=a,text=b", "text được cho hai lần", "text is given twice"),
        ("date=a,published=b", "published được cho hai lần", "published is given twice"),
        ("title=a,text=A", "“A” được dùng cho cả title và text", "for title and for text"),
    ],
)
def test_a_line_that_cannot_be_used_says_why(line: str, said: str, english: str) -> None:
    with pytest.raises(InputError) as caught:
        Columns.parse(line)
    assert said in str(caught.value) and english in caught.value.said("en")
    assert "text=noi_dung" in str(caught.value)  # an example


_NAME = st.text(st.characters(codec="utf-8", exclude_characters="|,=\n"), min_size=1, max_size=12).map(str.strip)


@given(st.dictionaries(st.sampled_from(FIELD_NAMES), _NAME.filter(bool), min_size=1))
def test_what_was_said_is_said_again(named: dict[str, str]) -> None:
    if len({plain(name) for name in named.values()}) < len(named):
        return
    columns = Columns.parse(",".join(f"{field}={name}" for field, name in named.items()))
    assert Columns.parse(str(columns)) == columns
    assert columns.fault([*named.values(), "text"]) is None


@pytest.mark.parametrize(
    ("line", "there", "said"),
    [
        ("", ["Tiêu đề", "Nội dung"], None),
        ("", ["title", "x"], "không thấy cột nội dung"),
        ("text=than_bai", ["than_bai"], None),
        ("text=than_bai", ["THÂN BÀI"], None),
        ("text=a|b", ["b"], None),
        ("text=a|b", ["c", "d"], "không có cột “a|b” (text); tệp có các cột: c, d"),
        ("date=ngay", ["text", "ngay dang"], "không có cột “ngay” (date); tệp có các cột: text, ngay dang"),
        ("title=ten", ["ten", "text", "ten"], "có hai cột tên “ten” (title)"),
        ("title=ten", ["ten", "Tên", "text"], None),
        ("title=ten", ["TÊN", "Tên", "text"], "có hai cột"),
        ("text=a", [], "tệp có các cột: –"),
        ("text=a", [f"c{n}" for n in range(1000)], "c11, …"),
    ],
)
def test_a_table_without_a_column_is_told_with_those_that_it_has(line: str, there: list[str], said: str | None) -> None:
    fault = Columns.parse(line).fault(there)
    if said is None or fault is None:
        assert fault == said
    else:
        assert said in fault[0] and fault[0] != fault[1] and len(fault[0]) < 300


def test_a_value_is_picked_by_the_very_name_before_one_like_it() -> None:
    record = Record({"Ngày": "1/2/2022", "ngay": "3/4/2022", "Tác_Giả": "Lan", "trống": " ", "danh sách": ["a", "b"]})
    assert record.pick(("ngay",)) == "3/4/2022"
    assert record.pick(("Ngày",)) == "1/2/2022"
    assert record.pick(("trống", "tac gia")) == "Lan"
    assert record.pick(("danh sach",)) == "a\n\nb"
    assert record.pick(("khac",)) == ""
