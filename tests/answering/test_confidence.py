"""Confidence: between 0 and 1, higher for better evidence and a wider margin."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from retrieval import Kind, Library
from retrieval.answering.confidence import OF_KIND, share_right

SHARES = st.floats(0.0, 1.0)
BEARINGS = st.floats(0.0, 9.0)


@given(st.sampled_from(sorted(OF_KIND)), SHARES, SHARES, SHARES, SHARES, BEARINGS, BEARINGS)
def test_better_evidence_is_surer(
    kind: Kind, fit: float, margin: float, more: float, wider: float, bearing: float, surer: float
) -> None:
    low = share_right(kind, fit, margin, bearing)
    high = share_right(kind, max(fit, more), max(margin, wider), max(bearing, surer))
    assert 0.0 < low <= high < 1.0


def test_a_sentence_shown_for_want_of_an_answer_keeps_its_fit() -> None:
    assert share_right(Kind.PASSAGE, 0.8, 1.0, 0.0) == 0.8


def test_a_plain_answer_is_surer_than_a_doubtful_one(library: Library) -> None:
    plain = library.ask("Ai chủ trì Hội nghị Thủy lợi toàn quốc lần thứ 4?")
    doubtful = library.ask("Ai nói về kế hoạch ở Thư viện tỉnh Sao Mai?")
    assert plain.confidence > 0.7
    assert not doubtful.items or doubtful.confidence < plain.confidence
