"""Who did it to whom is not told where the other did it."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval import Library
from retrieval.answering.evidence import turned

_REPORT = """Lễ nhậm chức ở đảo Sim

Sáng 3/5/2024, tại đảo Sim, ông Tạ Văn Bống nhậm chức. Bà Lê Thị Mận tặng hoa ông Tạ Văn Bống.
"""


@pytest.mark.parametrize(
    ("question", "given"),
    [
        ("Bà Lê Thị Mận có tặng hoa ông Tạ Văn Bống không?", "có"),
        ("Ông Tạ Văn Bống có tặng hoa bà Lê Thị Mận không?", "không"),
    ],
)
def test_a_deed_is_told_of_who_did_it(tmp_path: Path, question: str, given: str) -> None:
    (tmp_path / "le.txt").write_text(_REPORT, "utf-8")
    assert [item.text for item in Library.read([tmp_path]).ask(question).items][:1] == [given]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Ông Tạ Văn Bống tiếp Thủ tướng", [("ta van bong", "tiep", "thu tuong")]),
        ("Ông Tạ Văn Bống đọc lời tuyên thệ tổng thống", []),  # an office in small letters is done to nobody
    ],
)
def test_to_whom_something_is_done(question: str, told: list[tuple[str, str, str]]) -> None:
    assert list(turned._told(question, None)) == told
