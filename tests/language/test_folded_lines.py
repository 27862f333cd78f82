"""Whole documents in bare letters are the same as line by line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answering.evidence.view import TOKEN
from retrieval.language.folded_lines import folded_lines
from retrieval.language.normalize import fold, reading_form

_LETTERS = "aàáảãạăằâậeéêệiíoòôộơợuùưựyýđĐÀỆXZ .,:-/“”–…0123456789"


@pytest.mark.parametrize(
    ("line", "folded", "words"),
    [
        ("Thủ tướng dự Hội nghị.", "thu tuong du hoi nghi.", ["thu", "tuong", "du", "hoi", "nghi"]),
        ("1.200,5 tấn, 30. Ngày 07/11", "1.200,5 tan, 30. ngay 07/11", ["1.200,5", "tan", "30", "ngay", "07", "11"]),
        ("“Đổi mới” – 2021…", "“doi moi” – 2021…", ["doi", "moi", "2021"]),
        ("", "", []),
    ],
)
def test_line(line: str, folded: str, words: list[str]) -> None:
    assert folded_lines([line, "Câu sau."])[0] == (folded, words)


@pytest.mark.parametrize("line", ["nhóm G20", "4K", "Sony한국", "😀 vui"])
def test_words_that_are_looked_for_one_by_one(line: str) -> None:
    assert folded_lines([line]) == [(fold(line), None)]


def test_a_glued_word_leaves_other_lines_alone() -> None:
    assert [words for _, words in folded_lines(["một hai", "G20 họp", "ba"])] == [["mot", "hai"], None, ["ba"]]


@given(st.lists(st.text(st.sampled_from(_LETTERS) | st.characters(), max_size=30), max_size=5))
def test_same_as_line_by_line(lines: list[str]) -> None:
    formed = [reading_form(line) for line in lines]
    found = folded_lines(formed)
    assert [text for text, _ in found] == [fold(line) for line in formed]
    for text, words in found:
        assert words is None or words == TOKEN.findall(text)
