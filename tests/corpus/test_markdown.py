"""Markdown is read as it is shown: the words without the marks."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.corpus.document import LONGEST_TITLE
from retrieval.corpus.formats.markdown import without_marks
from retrieval.corpus.readers import read_bytes


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Sáng **12/5**, ông *Lê Bình* dự.", "Sáng 12/5, ông Lê Bình dự."),
        ("Bà __Hồ Lan__ và _ông An_ nói ***ngắn***.", "Bà Hồ Lan và ông An nói ngắn."),
        ("**Bộ trưởng *Tám* nói**", "Bộ trưởng Tám nói"),
        ("## Phát biểu ##\nÔng An dự.", "Phát biểu\nÔng An dự."),
        ("# Hội nghị mùa xuân", "# Hội nghị mùa xuân"),  # the title
        ("> Ông An nói.\n> > Bà Lan đáp.", "Ông An nói.\nBà Lan đáp."),
        ("* Ông An\n+ Bà Lan\n- Ông Ba", "- Ông An\n- Bà Lan\n- Ông Ba"),
        ("Xem [báo cáo](https://a.vn/b) và ![ảnh lễ](c.png)", "Xem báo cáo và ảnh lễ"),
        ("tệp `a_b.txt` còn đó", "tệp a_b.txt còn đó"),
        (r"giá 5\*3 và \#1", "giá 5*3 và #1"),
    ],
)
def test_what_is_shown(written: str, shown: str) -> None:
    assert without_marks(written) == shown


@pytest.mark.parametrize(
    "text", ["2 * 3 * 4 = 24", "tệp ten_tep_dai.txt", "* * *", "Hội nghị #5 của C++", "điểm a) b) [3] (4)", "a ** b"]
)
def test_what_is_no_mark_stays(text: str) -> None:
    assert without_marks(text) == text


@given(st.text(alphabet="ab ế*_`#>[]()!\\-\n", max_size=80))
def test_lines_stay_lines_and_no_letter_is_lost(text: str) -> None:
    shown = without_marks(text)
    assert shown.count("\n") == text.count("\n")
    if "(" not in text:  # the address of a link is not shown
        assert [c for c in shown if c.isalpha()] == [c for c in text if c.isalpha()]


@pytest.mark.parametrize(
    "text", ["*" * 50_000, "**a" * 20_000, "_a " * 20_000, "[" * 50_000, "> " * 50_000, "`a" * 20_000]
)
def test_marks_without_end_take_no_time(text: str) -> None:
    start = time.perf_counter()
    without_marks(text)
    assert time.perf_counter() - start < 2


def test_a_title_as_long_as_an_article_is_cut_between_words() -> None:
    text = "---\ntitle: " + "hội nghị " * 100 + "\n---\n\nSáng 5/8/2025, bà Tạ Thị Lựu chủ trì hội nghị trồng rừng.\n"
    title = read_bytes("dài.md", text.encode()).title
    assert LONGEST_TITLE - 10 < len(title) <= LONGEST_TITLE
    assert set(title.split(" ")) == {"hội", "nghị"}
