"""Whom a report tells to be of another body, country or calling is nobody that was asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval import Library, Status

REPORTS = {
    "cang-ca.txt": """Khởi công cảng cá Bãi Trầm

Sáng 6/5/2021, lễ khởi công cảng cá Bãi Trầm diễn ra tại xã Hải Triều.

Dự lễ có ông Đặng Quốc Bảo, Phó Chủ tịch UBND huyện Hải Triều; ông Marek Nowak, Đại sứ Ba Lan.

Bà Phan Thị Sâm, Giám đốc Công ty Xây lắp Biển Đông, cũng dự lễ khởi công cảng cá.

Đại tá Lưu Văn Thịnh, Trưởng phòng Cảnh sát giao thông, cho biết thuyền trưởng tàu Bãi Trầm 05 an toàn.

Nghệ sĩ đàn bầu Tạ Hồng Vân biểu diễn tại lễ khởi công.
""",
}  # fmt: skip


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("port")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, "utf-8")
    return Library.read([Path(folder)])


@pytest.mark.parametrize(
    "question",
    [
        "Phía Hà Lan có ai dự lễ khởi công cảng cá Bãi Trầm?",
        "Tổng cục Thủy sản cử ai dự lễ khởi công cảng cá Bãi Trầm?",
        "Thuyền trưởng tàu Bãi Trầm 05 tên là gì?",
        "Chủ tịch UBND huyện Hải Triều dự lễ khởi công cảng cá Bãi Trầm tên là gì?",
        "Thứ trưởng nào dự lễ khởi công cảng cá Bãi Trầm?",  # in bare letters as "thủ trưởng", whom a director is
    ],
)
def test_whom_the_report_tells_to_be_another_is_no_answer(port: Library, question: str) -> None:
    answer = port.ask(question)
    assert answer.status is Status.NOT_FOUND, answer.text


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Phía Ba Lan có ai dự lễ khởi công cảng cá Bãi Trầm?", "Marek Nowak"),
        ("Công ty Xây lắp Biển Đông có ai dự lễ khởi công cảng cá Bãi Trầm?", "Phan Thị Sâm"),
        ("Phó Chủ tịch UBND huyện Hải Triều dự lễ khởi công cảng cá Bãi Trầm tên là gì?", "Đặng Quốc Bảo"),
        ("Nghệ sĩ biểu diễn tại lễ khởi công cảng cá Bãi Trầm là ai?", "Tạ Hồng Vân"),
    ],
)
def test_who_is_told_to_be_so_is_the_answer(port: Library, question: str, name: str) -> None:
    assert [item.text for item in port.ask(question).items] == [name]


_COUNCIL = (
    "Kỳ họp thứ 7 HĐND huyện Mai Lĩnh\n\nSáng 4/6/2024, HĐND huyện Mai Lĩnh họp kỳ thứ 7. Chủ tịch HĐND huyện Mai Lĩnh "
    "Tạ Văn Bống chủ trì kỳ họp.\n\nPhó Chủ tịch UBND huyện Mai Lĩnh Đào Thị Nhãn báo cáo. Chủ tịch Hội Nông dân tỉnh "
    "Phú Thọ Lê Văn Mận dự kỳ họp.\n\nKỳ họp sẽ bầu Chủ tịch UBND huyện thay thế ông Phan Quý Sậy.\n\nKỳ họp đã bầu bà "
    "Vũ Thị Bưởi làm Trưởng ban Pháp chế.\n\nÔng Lê Văn Mận chứng kiến lễ ký văn bản giữa hai xã. Ông Hồ Văn Trám đặt "
    "bút ký văn bản thay mặt xã Đông.\n"
)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        # The holder of an office of a body.
        ("Chủ tịch UBND huyện Mai Lĩnh nào dự kỳ họp thứ 7?", None),
        ("Chủ tịch HĐND huyện Mai Lĩnh nào chủ trì kỳ họp thứ 7?", "Tạ Văn Bống"),
        ("Chủ tịch Hội Nông dân tỉnh Phú Thọ nào dự kỳ họp thứ 7 HĐND huyện Mai Lĩnh?", "Lê Văn Mận"),
        # Who was chosen, and whom that was to replace.
        ("Ai được bầu làm Chủ tịch UBND huyện Mai Lĩnh tại kỳ họp thứ 7?", None),
        ("Ai được bầu làm Trưởng ban Pháp chế HĐND huyện Mai Lĩnh?", "Vũ Thị Bưởi"),
        # Who signed, and who looked on.
        ("Ai đặt bút ký văn bản thay mặt xã Đông?", "Hồ Văn Trám"),
        ("Ai chứng kiến lễ ký văn bản giữa hai xã?", "Lê Văn Mận"),
        # For whom somebody stands: all who are named are of other bodies.
        ("Ai thay mặt HĐND huyện Mai Lĩnh chủ trì kỳ họp?", "Tạ Văn Bống"),
        ("Ai thay mặt Hội Cựu chiến binh chủ trì kỳ họp?", None),
    ],
)
def test_who_was_chosen_or_signed_or_has_the_office(tmp_path: Path, question: str, name: str | None) -> None:
    (tmp_path / "ky-hop.txt").write_text(_COUNCIL, "utf-8")
    items = Library.read([tmp_path]).ask(question).items
    assert [item.text for item in items] == ([name] if name else [])
