"""Patterns of many words, and searches that look at the beginnings of words only."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.language.patterns import any_of, matches_at, occurrences

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
