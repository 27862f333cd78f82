"""Whether somebody was there is not told by somebody else who was made to look so."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval import Library, Status

REPORT = """Hội hóa trang ở Bãi Sú ngày 2/2/2021

Ngày 2/2/2021, người đóng giả Roberto Calzini xuất hiện tại hội hóa trang Bãi Sú. Ông Lê Văn Mộc dự hội hóa trang.

Tượng sáp Dominic Hartley được bày ở cổng. Diễn viên Đỗ Văn Kịch, người đóng giả Hartley năm ngoái, cũng dự.
"""


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("alike")
    (folder / "hoa-trang.txt").write_text(REPORT, "utf-8")
    return Library.read([Path(folder)])


@pytest.mark.parametrize("name", ["Roberto Calzini", "Dominic Hartley"])
def test_who_is_only_played_was_not_there(reports: Library, name: str) -> None:
    assert reports.ask(f"{name} có dự hội hóa trang Bãi Sú không?").status is Status.NOT_FOUND
    told = {i.text for i in reports.ask("Ai dự hội hóa trang Bãi Sú?").items}
    assert "Lê Văn Mộc" in told and name not in told


def test_who_was_there_was(reports: Library) -> None:
    assert [i.text for i in reports.ask("Lê Văn Mộc có dự hội hóa trang Bãi Sú không?").items] == ["có"]
