"""What questions and reports call by different words."""

from __future__ import annotations

import pytest

from retrieval.answering.evidence.matching import query_words_of
from retrieval.answering.evidence.synonyms import SYNONYMS
from retrieval.answering.evidence.view import Words, tokens
from retrieval.language.normalize import fold, reading_form


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("kim ngạch buôn bán", "thương mại giữa hai tỉnh tăng"),
        ("hai bên bàn bạc chuyện cá", "hai bên thảo luận về nghề cá"),
        ("vận tốc của tàu", "tàu chạy với tốc độ lớn"),
        ("xin thị thực", "được cấp visa"),
        ("giải hai chiều", "lễ ký song phương"),
        ("con nít được nghỉ", "trẻ em cả huyện"),
        ("hạ cánh lúc nửa đêm", "máy bay đáp xuống đảo"),
        ("lời Bác Hồ dạy", "lời Chủ tịch Hồ Chí Minh căn dặn"),
    ],
)
def test_another_word_for_the_same_is_heard(asked: str, told: str) -> None:
    here = Words.of(fold(told))
    assert any(here.has(form) for word in query_words_of(asked) if len(word.forms) > 1 for form in word.forms)


def test_a_row_has_several_forms_in_reading_form() -> None:
    for row in SYNONYMS:
        assert len({tuple(tokens(fold(form))) for form in row}) > 1, row
        assert all(reading_form(form) == form for form in row), row


def test_opposites_are_no_synonyms() -> None:
    rows = [set(map(fold, row)) for row in SYNONYMS]
    for one, other in (
        ("khai mạc", "bế mạc"),
        ("tăng", "giảm"),
        ("mua", "bán"),
        ("vợ", "chồng"),
        ("phúc thẩm", "sơ thẩm"),
    ):
        assert not any({fold(one), fold(other)} <= row for row in rows)
