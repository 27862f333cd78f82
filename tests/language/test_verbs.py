"""The words that stand as verbs in news."""

import pytest

from retrieval.language.verbs import bare_verbs, news_verbs


@pytest.mark.parametrize("verb", ["ký kết", "thừa nhận", "sở hữu", "đoạt", "hạ cánh", "chấm dứt"])
def test_verbs(verb: str) -> None:
    assert verb in news_verbs()


@pytest.mark.parametrize("word", ["lãnh đạo", "đạo diễn", "hội nghị", "tỉnh", "của", "những", "giám đốc"])
def test_no_verbs(word: str) -> None:
    assert word not in news_verbs()


def test_without_accents_only_verbs_of_several_syllables() -> None:
    assert "cham dut" in bare_verbs()
    assert all(" " in verb and verb.isascii() for verb in bare_verbs())
