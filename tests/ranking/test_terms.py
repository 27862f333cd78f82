"""Text to terms: what must meet, and what must not."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.language.normalize import fold
from retrieval.ranking.terms import index_terms, query_terms, roman_value


def test_words_and_syllables_a_word_of_one_syllable_twice() -> None:
    made = index_terms("Thủ tướng dự hội nghị.", ["Thủ tướng", "dự", "hội nghị", "."])
    assert made.accented == ("thủ_tướng", "thủ", "tướng", "dự", "dự", "hội_nghị", "hội", "nghị")
    assert made.folded == ("thu", "thu tuong", "tuong", "tuong du", "du", "du hoi", "hoi", "hoi nghi", "nghi")


def test_the_words_are_those_of_the_segmenter() -> None:
    assert {"hội_nghị", "thủ_tướng"} <= set(index_terms("Thủ tướng dự hội nghị").accented)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Uỷ viên Hoà Bình", "Ủy viên Hòa Bình"),
        ("HỘI NGHỊ", "hội nghị"),
        ("Đại hội", unicodedata.normalize("NFD", "Đại hội")),
        ("hội\u00a0nghị", "hội nghị"),
        ("ngày 05/09/2021", "ngày 5-9-2021"),
        ("1.200 đại biểu", "1200 đại biểu"),
    ],
)
def test_one_thing_written_two_ways_gives_the_same_terms(one: str, other: str) -> None:
    assert index_terms(one) == index_terms(other)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("ngày 19/12/2023", {"19/12/2023", "19", "12", "2023"}),
        ("tháng 08/2021", {"8/2021", "8", "2021"}),
        ("lúc 15:30", {"15:30", "15", "30"}),
        ("1.234.567 người", {"1234567"}),
        ("tăng 4,5%", {"4,5", "4", "5"}),
        ("số 007", {"7"}),
        ("số 0", {"0"}),
        ("Đại hội XIII", {"xiii", "13"}),
        ("quý II", {"ii", "2"}),
        ("Covid-19", {"covid", "19"}),
    ],
)
def test_numbers_are_found_whole_and_in_parts(text: str, terms: set[str]) -> None:
    made = index_terms(text)
    assert terms <= set(made.accented)
    assert terms <= set(made.folded)


@pytest.mark.parametrize(("token", "value"), [("II", 2), ("XIII", 13), ("xiii", 13), ("XXXIX", 39), ("XL", None)])
def test_roman_numerals(token: str, value: int | None) -> None:
    assert roman_value(token) == value


@pytest.mark.parametrize("token", ["I", "V", "X", "vi", "Vi", "xi", "MIX", "IIII", "VX", "ai", "", "IC"])
def test_no_roman_numerals(token: str) -> None:
    assert roman_value(token) is None


@pytest.mark.parametrize(
    "question",
    [
        "Hội nghị Ngoại giao lần thứ 32 diễn ra khi nào?",
        "ai dự họp ở Hải Phòng",
        "Ông Robert Kennedy gặp Thủ tướng",
        "32",
        "Hội nghi ngoại giao lan thu 32 do ai chủ tri",
        "Đại biểu tham dự hội nghị truc tuyến là ai",
    ],
)
def test_a_question_with_accents_is_looked_up_in_both_fields(question: str) -> None:
    asked = query_terms(question)
    assert asked.accented
    pairs = [term for term in index_terms(question).folded if " " in term]
    assert [term for term in asked.folded if " " in term] == pairs


def test_what_has_its_marks_is_looked_for_with_them() -> None:
    asked = query_terms("Họp ở Huế nam 2021 về gì")
    assert asked.folded == ("hop o", "o hue", "hue nam", "nam", "nam 2021", "2021", "2021 ve", "ve gi")
    # A word of one syllable is a word and a syllable, and counts once more for the bare syllable; "gì" only asks.
    assert [asked.accented.count(term) for term in ("họp", "huế", "nam", "2021", "gì")] == [3, 3, 2, 1, 0]


@pytest.mark.parametrize("question", ["hoi nghi ngoai giao dien ra khi nao", "AI DU HOP O HAI PHONG", "covid"])
def test_a_question_without_accents_is_looked_up_in_the_folded_field(question: str) -> None:
    asked = query_terms(question)
    assert not asked.accented
    assert asked.folded


@pytest.mark.parametrize(
    ("question", "kept", "dropped"),
    [
        ("Ai chủ trì hội nghị", "hội_nghị", "ai"),
        ("Hội nghị diễn ra khi nào", "diễn", "nào"),
        ("Có bao nhiêu đại biểu", "đại_biểu", "nhiêu"),
        ("Hội thảo về AI diễn ra ở đâu", "ai", "đâu"),
    ],
)
def test_words_that_only_ask_are_left_out(question: str, kept: str, dropped: str) -> None:
    asked = query_terms(question).accented
    assert kept in asked
    assert dropped not in asked


@pytest.mark.parametrize("question", ["", "   ", "?!", "\u200b"])
def test_nothing_is_asked_by_nothing(question: str) -> None:
    asked = query_terms(question)
    assert (asked.accented, asked.folded) == ((), ())


@settings(max_examples=60)
@given(st.text(alphabet="aăâeêioôơuưyàáảãạằấệốựđhngtcXVI 0123/.,-", max_size=40))
def test_a_text_without_its_accents_has_the_same_folded_terms(text: str) -> None:
    assert index_terms(fold(text), []).folded == index_terms(text.lower(), []).folded


@settings(max_examples=60)
@given(st.text(max_size=60))
def test_any_text_gives_terms_without_white_space_at_their_ends(text: str) -> None:
    made = index_terms(text)
    assert all(term and term == term.strip() for term in (*made.accented, *made.folded))
    query_terms(text)
