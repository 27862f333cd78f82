"""Small words that are a syllable of a longer one, and those that stand for themselves."""

from __future__ import annotations

import pytest

from retrieval.language.compounds import COMPOUNDS, in_compound, joins_fields


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Hiệp định thương mại tự do với Chile", "do"),
        ("tại Cảng hàng không Côn Đảo", "không"),
        ("ở Ủy ban nhân dân xã Tân Hải", "nhân"),
        ("tại tòa nhân dân tối cao", "tối"),
        ("Tự Do", "Do"),
    ],
)
def test_a_syllable_of_a_longer_word(text: str, word: str) -> None:
    at = text.index(word)
    assert in_compound(text, at, at + len(word))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("lễ trao giải do Sở Y tế tổ chức", "do"),
        ("Ông Bình không dự hội nghị", "không"),
        ("họp tối thứ hai tại Huế", "tối"),
        ("nhân dịp năm mới", "nhân"),
    ],
)
def test_a_word_by_itself(text: str, word: str) -> None:
    at = text.index(word)
    assert not in_compound(text, at, at + len(word))


def test_a_whole_compound_is_no_part_of_itself() -> None:
    assert not in_compound("tự do", 0, 5)


def test_every_compound_has_two_syllables_and_stands_once() -> None:
    assert all(len(word.split()) == 2 for word in COMPOUNDS)
    assert len(set(COMPOUNDS)) == len(COMPOUNDS)


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("Ngày hội văn hóa - du lịch", True),
        ("sở giáo dục – đào tạo", True),
        ("ngày hội văn hóa - mọi người vui", False),
        ("ông Nam - giám đốc", False),
    ],
)
def test_dashes_between_fields(text: str, joined: bool) -> None:
    start = next(i for i, c in enumerate(text) if c in "-–")
    assert joins_fields(text, start - 1, start + 2) is joined
