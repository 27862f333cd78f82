"""Whether the evidence that was chosen bears the question."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval import Library, Status
from retrieval.answering import verification
from retrieval.answering.answer import find
from retrieval.answering.asking.question import analyse
from retrieval.answering.evidence.candidate import Candidate, Proof
from retrieval.answering.evidence.matching import query_words
from retrieval.answering.verification_weights import FEATURES, WEIGHTS

REPORT = """Hợp long cầu Suối Mây

Sáng 14/9/2020, Ban Quản lý dự án tổ chức lễ hợp long cầu Suối Mây tại xã Tân Thượng.

Trước đó, ngày 2/3/2020, ông Cao Văn Lập, giám đốc nhà thầu, bị khiển trách vì vụ tai nạn ở mỏ đá Đồi Gió.

Cầu dài 480 m, có bốn làn xe.
"""


@pytest.fixture(scope="module")
def bridge(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("bridge")
    (folder / "cau.txt").write_text(REPORT, "utf-8")
    return Library.read([Path(folder)])


def test_the_day_of_something_else_does_not_bear_the_question(bridge: Library) -> None:
    question = analyse("Lễ hợp long cầu Suối Mây diễn ra hôm nào?")
    collection = bridge._collection
    words = query_words(question)
    chosen = find(question, collection).candidate
    assert chosen is not None and chosen.items[0].text == "14/9/2020"
    assert verification.bears(question, words, chosen, 1.0)
    other = next(d for d in chosen.view.facts.dates if d.resolved.date.month == 3)
    elsewhere = replace(
        chosen, proofs=(Proof(chosen.view, other.sentence, ((other.start, other.end),)),), score=0.6, fit=0.6
    )
    assert not verification.bears(question, words, elsewhere, 0.0)


def test_what_is_left_open_is_not_found(bridge: Library) -> None:
    assert bridge.ask("Cầu Suối Mây được ai thiết kế và nghiệm thu?").status is Status.NOT_FOUND
    assert bridge.ask("Tối nào pháo hoa được bắn mừng cầu Suối Mây?").status is Status.NOT_FOUND


def test_a_low_fit_is_made_up_for_by_a_sure_second_look_only(bridge: Library) -> None:
    question = analyse("Giám đốc nào bị khiển trách vì vụ tai nạn ở mỏ đá Đồi Gió?")
    chosen = find(question, bridge._collection).candidate
    assert chosen is not None and chosen.items[0].text == "Cao Văn Lập"
    words, less = query_words(question), replace(chosen, fit=0.45, score=1.0)
    assert verification.bearing(question, words, less, 1.0, surely=True) > 0.0
    assert verification.bears(question, words, less, 0.0)
    assert verification.bearing(question, words, less, 0.0, surely=True) < 0.0


def test_kinds_without_weights_are_borne(bridge: Library) -> None:
    question = analyse("Cầu Suối Mây có bốn làn xe không?")
    chosen = find(question, bridge._collection).candidate
    assert chosen is not None and question.kind.value not in WEIGHTS
    assert verification.bears(question, query_words(question), replace(chosen, fit=0.0), 0.0)


def test_every_group_has_a_weight_for_each_feature() -> None:
    assert all(len(weights) == len(FEATURES) + 1 for weights in WEIGHTS.values())


@given(margin=st.floats(0, 1), score=st.floats(0, 5), fit=st.floats(0, 1))
def test_what_scores_more_and_lies_farther_ahead_is_borne_as_well(
    bridge: Library, margin: float, score: float, fit: float
) -> None:
    question = analyse("Lễ hợp long cầu Suối Mây diễn ra hôm nào?")
    words = query_words(question)
    view = bridge._collection.view(0)
    for sentence in range(len(view.facts.sentences)):
        chosen = Candidate((), (Proof(view, sentence),), score, fit, view)
        if verification.bears(question, words, chosen, margin):
            assert verification.bears(question, words, replace(chosen, score=5.0), 1.0)


def test_what_fits_closely_and_is_hardly_borne_is_refused(bridge: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    question = analyse("Lễ hợp long cầu Suối Mây diễn ra hôm nào?")
    words = query_words(question)
    chosen = find(question, bridge._collection).candidate
    assert chosen is not None
    # Weights by which everything is borne by a little.
    monkeypatch.setitem(WEIGHTS, "date", (verification.LEAST_OF_CLOSE / 2, *(0.0 for _ in FEATURES)))
    assert verification.bears(question, words, replace(chosen, fit=verification.CLOSE - 0.1), 1.0)
    assert not verification.bears(question, words, replace(chosen, fit=verification.CLOSE), 1.0)
    year = analyse("Lễ hợp long cầu Suối Mây diễn ra năm nào?")
    assert verification.bears(year, words, replace(chosen, fit=verification.CLOSE), 1.0)
