"""Names that no table knows answer where the sentence tells that they are what is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval import Library, Status
from retrieval.answering.who.descriptions import is_headed
from retrieval.language.normalize import fold

REPORTS = {
    "len-dinh-sao-bang.txt": """Người lạ trên đỉnh Sao Băng

Ngày 4/5/2021, đoàn leo núi đã lên đỉnh Sao Băng. Theo báo địa phương, thủ lĩnh Banu el - Qadir của đoàn leo núi kêu \
gọi giữ sạch con đường đá.

"Gió trên đỉnh thổi như sáo trúc suốt đêm", Zorvan Keth, từng là chuyên gia Peru về bão tuyết nói.

Hai bên Hàn - Triều cùng treo cờ trên đỉnh. Ông Trần Văn Lực, người dẫn đường, cho biết trời rất lạnh.

Nguyên đơn trong vụ tranh chấp lều trại ở đỉnh Sao Băng là ông Đỗ Hữu Cần. Luật sư Lê Thị Nụ là người đại diện theo \
ủy quyền của nguyên đơn trong vụ tranh chấp lều trại ở đỉnh Sao Băng từ tháng trước.
""",
    "nang-tho.txt": """Vân Lam khoe vườn hồng mới trồng

Vân Lam đăng ảnh vườn hồng lên trang cá nhân sáng 7/5/2021. Nữ họa sĩ cho biết vườn hồng có ba mươi gốc. Cùng xem ảnh \
có Bùi Văn Tấn.
""",
}  # fmt: skip


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("press")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, "utf-8")
    return Library.read([Path(folder)])


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Thủ lĩnh nào kêu gọi giữ sạch con đường đá ở đỉnh Sao Băng?", ["Banu el - Qadir"]),
        ("Chuyên gia nào nói gió trên đỉnh thổi như sáo trúc suốt đêm?", ["Zorvan Keth"]),
        ("Nguyên đơn trong vụ tranh chấp lều trại ở đỉnh Sao Băng là ai?", ["Đỗ Hữu Cần"]),
    ],
)
def test_a_name_is_told_by_the_noun_asked_for(press: Library, question: str, answer: list[str]) -> None:
    assert [item.text for item in press.ask(question).items] == answer


@pytest.mark.parametrize(
    "question",
    [
        "Ca sĩ nào hát trên đỉnh Sao Băng hôm 4/5?",
        "Nhà báo nào chụp ảnh đoàn leo núi trên đỉnh Sao Băng?",
    ],
)
def test_a_name_by_another_noun_is_no_answer(press: Library, question: str) -> None:
    assert press.ask(question).status is Status.NOT_FOUND


def headed(head: str, sentence: str, name: str) -> bool:
    folded = fold(sentence)
    start = folded.index(fold(name))
    return is_headed(fold(head), folded, start, start + len(name))


@pytest.mark.parametrize(
    ("head", "sentence", "name"),
    [
        ("nguyên đơn", "Trong đó, nguyên đơn vụ án này là bà Lý Thị Tơ.", "Lý Thị Tơ"),
        ("trưởng", "Trưởng chi nhánh Nhà sách Mây tại Vinh Tạ Văn Bảy chia sẻ:", "Tạ Văn Bảy"),
        ("trưởng", "Bà Tạ Thị Sáu (trái) làm trưởng chi nhánh Nhà sách Mây.", "Tạ Thị Sáu"),
        ("nhà sáng lập", "Ông Lò Văn Tư, nhà sáng lập quỹ, nói.", "Lò Văn Tư"),
    ],
)
def test_a_description_begins_with_the_noun(head: str, sentence: str, name: str) -> None:
    assert headed(head, sentence, name)


@pytest.mark.parametrize(
    ("head", "sentence", "name"),
    [
        ("nguyên đơn", "Luật sư của nguyên đơn là người đã gặp ông Lò Văn Tư.", "Lò Văn Tư"),
        ("nguyên đơn", "Nguyên đơn là ông Lò Văn Tư và bị đơn là bà Lý Thị Tơ.", "Lý Thị Tơ"),
        ("nguyên đơn", "Bà Tạ Thị Sáu là luật sư của nguyên đơn.", "Tạ Thị Sáu"),
    ],
)
def test_a_noun_within_another_description_tells_nothing(head: str, sentence: str, name: str) -> None:
    assert not headed(head, sentence, name)
