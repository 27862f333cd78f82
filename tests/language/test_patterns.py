"""Patterns of many words, and searches that look at the beginnings of words only."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.language.patterns import (
    any_of,
    ends_with_word,
    has_word,
    matches_at,
    occurrences,
    starts_with_word,
    word_spans,
)

_WORDS = ("thứ", "trưởng", "bộ", "Lê", "Lê Nin", "-", "_", ",", "An", "Ann", "Kim")
_TEXTS = st.lists(st.sampled_from((*_WORDS, " ", " ")), max_size=20).map("".join)


@pytest.mark.parametrize("text", ["bí thư", "phó bí thư", "phó  bí\tthư thường trực"])
def test_the_longest_of_the_words_matches(text: str) -> None:
    assert re.fullmatch(any_of(["bí thư", "phó bí thư", "phó bí thư thường trực"]), text)


@pytest.mark.parametrize("text", ["phó", "thư", "phó bí thư thường"])
def test_nothing_but_the_words_matches(text: str) -> None:
    assert not re.fullmatch(any_of(["bí thư", "phó bí thư", "phó bí thư thường trực"]), text)


@given(text=_TEXTS)
def test_looking_at_the_words_that_begin_a_pattern_finds_what_looking_everywhere_finds(text: str) -> None:
    pattern = re.compile(rf"(?<![\w-]){any_of(('thứ trưởng', 'bộ', 'bộ trưởng'))}(?!\w)")
    starts = [word.start() for word in re.finditer(r"\w+", text) if word.group().startswith(("thứ", "bộ"))]
    assert [m.span() for m in matches_at(pattern, text, starts)] == [m.span() for m in pattern.finditer(text)]


@given(text=_TEXTS, names=st.sets(st.sampled_from(("Lê", "Lê Nin", "An", "An Lê", "Kim"))))
def test_occurrences_are_those_of_a_pattern_of_the_phrases_the_longest_first(text: str, names: set[str]) -> None:
    longest_first = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    pattern = re.compile(rf"(?<![\w-])(?:{longest_first})(?![\w-])")
    expected = [m.span() for m in pattern.finditer(text)] if names else []
    assert occurrences(names, text) == expected


def test_a_part_of_a_longer_word_is_no_occurrence() -> None:
    assert occurrences({"An"}, "Ann, Lê-An, An-Lê và An.") == [(21, 23)]


@given(text=_TEXTS, phrase=st.sampled_from(("lê", "Lê Nin", "an", "An Lê", "bộ", "trưởng")))
def test_words_found_are_those_of_a_pattern_of_the_phrase(text: str, phrase: str) -> None:
    pattern = re.compile(rf"(?<!\w)(?={re.escape(phrase)}(?!\w))")
    spans = [(m.start(), m.start() + len(phrase)) for m in pattern.finditer(text)]
    assert list(word_spans(text, phrase)) == spans
    assert has_word(text, phrase) == bool(spans)
    assert starts_with_word(text, phrase) == any(start == 0 for start, _ in spans)
    assert ends_with_word(text, phrase) == any(end == len(text) for _, end in spans)


def test_a_word_right_after_another_one_is_not_meant() -> None:
    assert not has_word("phó giám đốc sở", "giám đốc", not_after=("phó ",))
    assert has_word("phó giám đốc và giám đốc sở", "giám đốc", not_after=("phó ",))
