"""The words are underthesea's, whatever the text."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import joblib
import pytest
import underthesea
from hypothesis import given, settings
from hypothesis import strategies as st
from underthesea_core import CRFFeaturizer

from retrieval.language import word_model, word_tagger
from retrieval.language.segment import DOMAIN_WORDS
from retrieval.language.segment import words as segment_words

TEXTS = (
    "Sáng 14/12/2021, tại Hội trường Diên Hồng, Bộ Chính trị tổ chức Hội nghị đối ngoại toàn quốc với 600 đại biểu.",
    "TP.HCM, U23 Việt Nam, 120x50 cm, 1.900 m², 5,5 % và ½ số phiếu; tàu SE1 (SQN2) - D. Lê nói: “Hòa, hoà, thuỷ”.",
    "Ban Bí thư, Bí thư Tỉnh ủy, Phó Bí thư, các điểm cầu và phiên họp chuyên đề thứ 3 -- v.v... http://a.vn :))",
    "KIM JONG-UN gặp ông McDonald, O'Neil, İstanbul, ΟΔΟΣ, ﬁ, ǅ, ⅳ, ٣, 東京, 🙂 và iPhone 15",
    "Ủy ban Kiểm tra, đồng chí phó bí thư, Phó ban bí thư đảng ủy; (điểm cầu) “bí thư” trẻ, BÍ THƯ, cầu điểm cầu",
    "Th sơn, RTh S, Th\u00a0s và Th.S A. B. cười :D rồi :D",
    "Họp xong A.",
    "Bộ",
    "Đi đi đi",
    "\u200bcó\u00a0khoảng   trắng\tlạ \n và dòng",
)
_TOKENS = """
Hội hội nghị NGHỊ Ngoại giao ngoại toàn quốc Quốc phòng lần thứ 32 XIII ông bà Nguyễn Văn A. , . ; ( ) “ ” - 19/12
điểm cầu ban phó bí thư tỉnh ủy phiên họp Th S A. :D hoà hòa chủ trì dự họp và các đồng chí m² U23 tp TP. % : ...
"""
SYLLABLES = st.sampled_from(_TOKENS.split())
# Not the few letters whose capitals are younger than this Python's Unicode, but not than underthesea's.
CHARACTERS = st.characters(max_codepoint=0x1EFF, exclude_categories=("Cn", "Cs"), exclude_characters="\u019b\u0264")


@pytest.fixture(scope="module")
def quickly() -> word_tagger.Words:
    # Not `bulk_words`: it falls back on underthesea, and would be compared with itself.
    return word_tagger._quickly(DOMAIN_WORDS)


@pytest.mark.parametrize("text", TEXTS)
def test_texts_have_the_words_of_underthesea(text: str, quickly: word_tagger.Words) -> None:
    assert quickly(text) == segment_words(text)


def has_no_long_echo(syllables: list[str]) -> bool:
    """Tell whether no syllable stands four times in a row: such rows are cut as well in two ways, to the last bit."""
    return all(len(set(syllables[i : i + 4])) > 1 for i in range(len(syllables) - 3))


@settings(max_examples=150, deadline=None)
@given(syllables=st.lists(SYLLABLES, min_size=1, max_size=25).filter(has_no_long_echo))
def test_runs_of_syllables_have_the_words_of_underthesea(syllables: list[str], quickly: word_tagger.Words) -> None:
    assert quickly(" ".join(syllables)) == segment_words(" ".join(syllables))


@settings(max_examples=150, deadline=None)
@given(text=st.text(CHARACTERS, max_size=30).filter(str.strip))
def test_any_text_has_the_words_of_underthesea(text: str, quickly: word_tagger.Words) -> None:
    ours, theirs = quickly(text), segment_words(text)
    # Of unknown signs in a row, two ways may be equally good, and the order of summing decides.
    assert ours == theirs or abs(goodness(ours) - goodness(theirs)) < 1e-9


def goodness(words: list[str]) -> float:
    """Return the score of a segmentation by underthesea's own feature strings, beside that of one single word."""
    folder = Path(underthesea.__file__).parent / "pipeline" / "word_tokenize" / word_tagger._MODEL
    features = joblib.load(folder / "features.bin")
    names, gains, moves = word_model.read_crf((folder / "models.bin").read_bytes())
    known = dict(zip(names, gains, strict=True))
    tokens = [token for word in words for token in word.split(" ")]
    inside = [0 if place == 0 else 1 for word in words for place, _ in enumerate(word.split(" "))]
    strings = CRFFeaturizer(features, joblib.load(folder / "dictionary.bin")).process([[[t] for t in tokens]])[0]
    score = sum(moves[a][b] for a, b in pairwise(inside))
    return score + sum(
        known.get(name, 0.0) for row, goes_on in zip(strings, inside, strict=True) if not goes_on for name in row
    )


def test_the_installed_model_is_the_one_known(monkeypatch: pytest.MonkeyPatch) -> None:
    word_tagger.bulk_words.cache_clear()
    assert word_tagger.bulk_words(DOMAIN_WORDS).__qualname__.startswith("_quickly")


@pytest.mark.parametrize("fault", [word_model.UnknownModelError("x"), KeyError("x"), FileNotFoundError("x")])
def test_another_model_is_left_to_underthesea(fault: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(fixed_words: tuple[str, ...]) -> word_tagger.Words:
        raise fault

    monkeypatch.setattr(word_tagger, "_quickly", fail)
    word_tagger.bulk_words.cache_clear()
    try:
        assert word_tagger.bulk_words(DOMAIN_WORDS)(TEXTS[0]) == segment_words(TEXTS[0])
    finally:
        word_tagger.bulk_words.cache_clear()


def test_a_model_that_gives_other_words_is_left_to_underthesea(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_tagger, "_quickly", lambda fixed_words: str.split)
    word_tagger.bulk_words.cache_clear()
    try:
        assert word_tagger.bulk_words(DOMAIN_WORDS)(TEXTS[0]) == segment_words(TEXTS[0])
    finally:
        word_tagger.bulk_words.cache_clear()


def test_many_texts_are_segmented_the_same_before_and_after_the_change(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_tagger, "_segmented", 0)
    monkeypatch.setattr(word_tagger, "_WORTH_CHARS", 150)
    expected = segment_words(TEXTS[0])
    assert [word_tagger.words(TEXTS[0]) for _ in range(3)] == [expected] * 3
    assert word_tagger.words("  ") == []
