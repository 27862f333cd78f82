"""Gaps between columns part sentences, so that a run of spaces costs no time."""

from __future__ import annotations

import pytest

from retrieval.corpus.document import Document, Paragraph, ParagraphKind
from retrieval.corpus.passages import sentences_of


def _of(text: str) -> list[str]:
    document = Document("a.txt", text, "", (Paragraph(0, len(text), ParagraphKind.BODY),))
    return [sentence.text for sentence in sentences_of(document)]


@pytest.mark.parametrize("gap", [" " * 40, "\u00a0" * 40, " " * 5000])
def test_a_wide_gap_parts_two_columns(gap: str) -> None:
    assert _of(f"Hội nghị{gap}khai mạc tại Huế") == ["Hội nghị", "khai mạc tại Huế"]


def test_a_few_spaces_part_nothing() -> None:
    assert len(_of("Hội nghị    khai mạc tại Huế")) == 1
