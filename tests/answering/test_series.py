"""Which of a series a question asks about, and sentences that tell of another one."""

from __future__ import annotations

import pytest

from retrieval.answering.asking.question import analyse
from retrieval.answering.evidence.series import series_asked, tells_of_other
from retrieval.language.normalize import fold


@pytest.mark.parametrize(
    ("question", "series"),
    [
        ("Đêm hát dạo số 9 tổ chức ở đâu?", (("dao", "9"),)),
        ("Giai đoạn 2 của cuộc đua ghe kết thúc ngày nào?", (("giai doan", "2"),)),
        ("Hội đua ghe 2021 mở ở tỉnh nào?", (("ghe", "2021"),)),
        ("Ghe nào về đích hôm 5/11/2019?", ()),
        ("Làm sao 16 người bị thương?", ()),
    ],
)
def test_series_of_a_question(question: str, series: tuple[tuple[str, str], ...]) -> None:
    assert series_asked(analyse(question)) == series


@pytest.mark.parametrize(
    ("told", "other"),
    [
        ("Đêm hát dạo số 8 diễn ra tại đình.", True),
        ("Đêm hát dạo 8 diễn ra tại đình.", True),
        ("Sau hát dạo số 8 là hát dạo số 9 tại chợ.", False),
        ("Ghe số 8 về đích.", False),
        ("Đêm hát dạo diễn ra tại chợ.", False),
    ],
)
def test_what_tells_of_another(told: str, other: bool) -> None:
    assert tells_of_other((("dao", "9"),), fold(told)) is other
