"""Confidence: between 0 and 1, higher for better evidence and a wider margin; what is hardly borne is not given."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval import Library, Status
from retrieval.answering.answer import LEAST_SURE, find, is_of_the_only_year
from retrieval.answering.asking.question import Question, analyse
from retrieval.answering.beside import surer_of_two
from retrieval.answering.confidence import features, group_of, share_right
from retrieval.answering.confidence_weights import FEATURES, WEIGHTS
from retrieval.answering.evidence.candidate import Candidate, Proof
from retrieval.answering.evidence.matching import query_words
from retrieval.answering.evidence.view import View
from retrieval.answering.model import Kind

REPORT = """Hợp long cầu Suối Lúa

Sáng 14/9/2020, Ban Quản lý dự án tổ chức lễ hợp long cầu Suối Lúa tại xã Tân Thượng.

Trước đó, ngày 2/3/2020, ông Cao Văn Lập, giám đốc nhà thầu, bị khiển trách vì vụ tai nạn ở mỏ đá Đồi Gió.

Cầu dài 480 m, có bốn làn xe.
"""


@pytest.fixture(scope="module")
def bridge(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("bridge")
    (folder / "cau.txt").write_text(REPORT, "utf-8")
    return Library.read([Path(folder)])


def answered(library: Library, text: str) -> tuple[Question, Candidate]:
    """Return a question as read, and what is chosen as its answer."""
    question = analyse(text)
    chosen = find(question, library._collection).candidate
    assert chosen is not None
    return question, chosen


def test_the_day_of_something_else_is_not_given(bridge: Library) -> None:
    question, chosen = answered(bridge, "Lễ hợp long cầu Suối Lúa diễn ra hôm nào?")
    words = query_words(question)
    assert chosen.items[0].text == "14/9/2020"
    assert share_right(question, words, chosen, 1.0) > 0.8
    other = next(d for d in chosen.view.facts.dates if d.resolved.date.month == 3)
    proof = Proof(chosen.view, other.sentence, ((other.start, other.end),))
    assert share_right(question, words, replace(chosen, proofs=(proof,), score=0.6, fit=0.6), 0.0) < LEAST_SURE


def test_of_two_that_lie_close_the_surer_one_is_taken(bridge: Library) -> None:
    question, sure = answered(bridge, "Lễ hợp long cầu Suối Lúa diễn ra hôm nào?")
    words = query_words(question)
    other = next(d for d in sure.view.facts.dates if d.resolved.date.month == 3)
    items = (replace(sure.items[0], text="2/3/2020"),)
    proof = Proof(sure.view, other.sentence, ((other.start, other.end),))
    unsure = replace(sure, items=items, proofs=(proof,))
    for ahead, taken in ((0.0, sure), (0.5, sure), (0.9, unsure)):
        first, second = (5.0 + ahead, unsure), (5.0, sure)
        assert surer_of_two(question, words, first, [first, second])[1] is taken
        assert surer_of_two(question, words, second, [first, second]) == second
    claim = replace(question, kind=Kind.YES_NO)
    assert surer_of_two(claim, words, (5.0, unsure), [(5.0, unsure), (5.0, sure)])[1] is unsure


def test_what_is_left_open_is_not_found(bridge: Library) -> None:
    assert bridge.ask("Cầu Suối Lúa được ai thiết kế và nghiệm thu?").status is Status.NOT_FOUND
    assert bridge.ask("Tối nào pháo hoa được bắn mừng cầu Suối Lúa?").status is Status.NOT_FOUND


def test_every_group_has_a_weight_for_each_feature(bridge: Library) -> None:
    assert all(len(weights) == len(FEATURES) + 1 for weights in WEIGHTS.values())
    question, chosen = answered(bridge, "Lễ hợp long cầu Suối Lúa diễn ra hôm nào?")
    assert len(features(question, query_words(question), chosen, 1.0)) == len(FEATURES)


def test_every_kind_that_is_answered_from_candidates_has_weights() -> None:
    assert {kind.value for kind in Kind} - set(WEIGHTS) == {Kind.PASSAGE.value}
    assert group_of(analyse("Đơn vị nào tổ chức lễ hợp long?")) in WEIGHTS


@given(fit=st.floats(0, 1), more=st.floats(0, 1), margin=st.floats(0, 1), wider=st.floats(0, 1))
def test_better_evidence_is_surer(bridge: Library, fit: float, more: float, margin: float, wider: float) -> None:
    question, chosen = answered(bridge, "Lễ hợp long cầu Suối Lúa diễn ra hôm nào?")
    words = query_words(question)
    low = share_right(question, words, replace(chosen, fit=fit), margin)
    high = share_right(question, words, replace(chosen, fit=max(fit, more)), max(margin, wider))
    assert 0.0 < low <= high < 1.0


def feature(name: str, question: Question, chosen: Candidate) -> float:
    """Return one of the features of an answer."""
    return features(question, query_words(question), chosen, 1.0)[FEATURES.index(name)]


def test_words_count_as_typed(bridge: Library) -> None:
    asked, chosen = answered(bridge, "Lễ hợp long cầu Suối Lúa diễn ra khi nào?")
    slip = analyse("Lễ hợp lòng cầu Suối Lúa diễn ra khi nào?")
    bare = analyse("Le hop long cau Suoi Lua dien ra khi nao?")
    assert feature("typed", slip, chosen) < feature("typed", asked, chosen)
    assert feature("typed", bare, chosen) == feature("typed", asked, chosen)  # accents left out tell nothing


def test_what_the_sentence_lacks_of_the_deed_is_weighed(bridge: Library) -> None:
    asked, chosen = answered(bridge, "Lễ hợp long cầu Suối Lúa diễn ra hôm nào?")
    other = analyse("Cầu Suối Lúa được nghiệm thu và bàn giao hôm nào?")
    for name in ("deed_lacking", "pairs_nowhere", "pairs_lacking"):
        assert feature(name, other, chosen) > feature(name, asked, chosen)
    assert feature("pairs", other, chosen) < feature("pairs", asked, chosen)


def test_a_plain_answer_is_surer_than_a_doubtful_one(library: Library) -> None:
    plain = library.ask("Ai chủ trì Hội nghị Thủy lợi toàn quốc lần thứ 4?")
    doubtful = library.ask("Ai nói về kế hoạch ở Thư viện tỉnh Sao Mai?")
    assert plain.confidence > 0.7
    assert not doubtful.items or doubtful.confidence < plain.confidence


def test_any_sentence_tells_the_year_of_a_report_of_one_year(bridge: Library, tmp_path: Path) -> None:
    (tmp_path / "cau.txt").write_text(REPORT.replace("2/3/2020", "2/3/2019"), "utf-8")
    one, two = bridge._collection.view(0), Library.read([tmp_path])._collection.view(0)

    def told(text: str, view: View) -> bool:
        question = analyse(text)
        return is_of_the_only_year(question, query_words(question), view)

    assert told("Lễ hợp long cầu Suối Lúa ở xã Tân Thượng là năm nào?", one)
    assert not told("Lễ hợp long cầu Suối Lúa ở xã Tân Thượng là năm nào?", two)
    assert not told("Lễ hợp long cầu Suối Lúa ở xã Tân Thượng là hôm nào?", one)
    assert not told("Lễ khánh thành nhà máy điện gió Mũi Kê là năm nào?", one)
