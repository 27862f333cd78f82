"""Claims that bound, deny or turn round what a report tells: the sentence with their words is no proof of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval import Library
from retrieval.answering.asking.question import analyse
from retrieval.answering.claims.bounds import bound_of, denies_statement

REPORTS = {
    "muoi.txt": """Hội nghị nghề muối Hòn Khói năm 2021

Ngày 4/3/2021, tại Hòn Khói, Sở Công Thương tổ chức hội nghị nghề muối Hòn Khói. Ông Trần Văn Diêm chủ trì hội nghị.

Hội nghị có 1.200 đại biểu. Dự hội nghị có lãnh đạo Bộ Nội vụ và nhiều tổ chức của diêm dân.

Toàn vùng có 52 ruộng muối, trong đó 20 ruộng chưa có đê. Sản lượng muối tăng 10% so với năm 2019.

Ông Trần Văn Diêm tặng hoa bà Lê Thị Mận. Ông Phạm Văn Cối cảm ơn bà Lê Thị Mận đã đến.
""",
}


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("bounds")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, "utf-8")
    return Library.read([Path(folder)])


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Hội nghị nghề muối Hòn Khói diễn ra trước ngày 5/3/2021 phải không?", "có"),
        ("Hội nghị nghề muối Hòn Khói diễn ra trước ngày 4/3/2021 phải không?", "không"),
        ("Hội nghị nghề muối Hòn Khói diễn ra sau ngày 4/3/2021 phải không?", "không"),
        ("Hội nghị nghề muối Hòn Khói có hơn 1.200 đại biểu phải không?", "không"),
        ("Hội nghị nghề muối Hòn Khói có 1.200 đại biểu phải không?", "có"),
        ("Hội nghị nghề muối Hòn Khói không diễn ra ngày 4/3/2021 phải không?", "không"),
        ("Trần Văn Diêm không chủ trì hội nghị nghề muối phải không?", "không"),
        ("Trần Văn Diêm có chủ trì hội nghị nghề muối không?", "có"),
        ("Sản lượng muối giảm 10% so với năm 2019 phải không?", "không"),
        ("Toàn vùng có 52 ruộng muối phải không?", "có"),
        ("Toàn vùng có 52 ruộng chưa có đê phải không?", ""),
        ("Trần Văn Diêm có tặng hoa bà Lê Thị Mận không?", "có"),
        ("Lê Thị Mận có tặng hoa ông Trần Văn Diêm không?", ""),
        ("Sở Công Thương tổ chức hội nghị nghề muối Hòn Khói phải không?", "có"),
    ],
)
def test_what_a_claim_bounds_denies_or_turns_round(reports: Library, question: str, verdict: str) -> None:
    answer = reports.ask(question)
    assert (answer.items[0].text if answer.items else "") == verdict


def test_a_guest_held_no_meeting(reports: Library) -> None:
    answer = reports.ask("Bộ Nội vụ tổ chức hội nghị nghề muối Hòn Khói phải không?")
    assert not answer.items or answer.items[0].text == "không"


@pytest.mark.parametrize(
    ("question", "others"),
    [
        ("Lê Thị Mận cảm ơn ai?", {"Phạm Văn Cối"}),
        ("Ai không chủ trì hội nghị nghề muối?", {"Trần Văn Diêm"}),
        ("Ai được tặng hoa ở Hòn Khói?", {"Trần Văn Diêm"}),
    ],
)
def test_who_did_it_is_not_who_it_was_done_to(reports: Library, question: str, others: set[str]) -> None:
    names = {item.text for item in reports.ask(question).items}
    assert names.isdisjoint(others)


def test_the_very_words_decide_what_is_bounded_or_denied() -> None:
    assert bound_of(analyse("Hội nghị diễn ra ngày 4/3/2021 phải không?")) is None
    assert bound_of(analyse("Hội nghị diễn ra sau ngày 4/3/2021 phải không?")) is not None
    assert denies_statement(analyse("Ông Trần Văn Diêm không dự hội nghị phải không?"))
    assert not denies_statement(analyse("Ông Trần Văn Diêm vắng vì không được mời dự phải không?"))
    assert not denies_statement(analyse("Ông Trần Văn Diêm có dự hội nghị không?"))
