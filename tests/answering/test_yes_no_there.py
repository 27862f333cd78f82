"""Whether somebody was there, whether it was told openly, and what is the opposite of what is asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval import Kind, Library, Status
from retrieval.answering.asking.question import analyse

REPORT = """Huyện Suối Vàng họp báo về vụ tràn dầu

Sáng 4/4/2019, UBND huyện Suối Vàng họp báo về vụ tràn dầu ở bến Gành. Chủ tịch huyện Trịnh Văn Kha chủ trì họp báo.

Phát biểu tại buổi họp báo, bà Lò Thị Mây, Trưởng phòng Môi trường, xin lỗi các hộ nuôi tôm.

Chiếc ca nô được công ty dầu tặng cho Bí thư Huyện ủy Đoàn Quang Sắc nay đã trả lại, ông Kha cho biết.

Mẫu nước lấy ở bến Gành âm tính với chì. Báo Bến Cảng không nói rõ mẫu nước được lấy hôm nào.
"""


@pytest.fixture(scope="module")
def spill(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("spill")
    (folder / "tran-dau.txt").write_text(REPORT, "utf-8")
    return Library.read([Path(folder)])


def test_who_is_only_spoken_of_was_not_told_to_be_there(spill: Library) -> None:
    answer = spill.ask("Bí thư Huyện ủy Đoàn Quang Sắc có mặt tại buổi họp báo về vụ tràn dầu ở bến Gành không?")
    assert answer.status is Status.NOT_FOUND, answer.text


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Bà Lò Thị Mây có dự họp báo về vụ tràn dầu ở bến Gành không?", "có"),
        ("Ông Trịnh Văn Kha có dự họp báo về vụ tràn dầu ở bến Gành không?", "có"),
        ("Mẫu nước lấy ở bến Gành có dương tính với chì không?", "không"),
        ("Báo Bến Cảng có nói rõ mẫu nước ở bến Gành được lấy hôm nào không?", "không"),
    ],
)
def test_yes_and_no(spill: Library, question: str, verdict: str) -> None:
    answer = spill.ask(question)
    assert [item.text for item in answer.items][:1] == [verdict], answer.text


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Công an có tiết lộ nghi phạm là ai không?", Kind.YES_NO),
        ("Sở Y tế có nêu rõ bao nhiêu người phải cách ly không?", Kind.YES_NO),
        ("Bài báo có nói rõ ai chủ trì không?", Kind.PEOPLE),
        ("Công an tiết lộ nghi phạm là ai?", Kind.PEOPLE),
    ],
)
def test_whether_something_was_told_openly_asks_yes_or_no(question: str, kind: Kind) -> None:
    assert analyse(question).kind is kind
