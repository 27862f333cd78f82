"""Names that are told by the row they stand in, and two names joined by a dash."""

from __future__ import annotations

import pytest

from retrieval.language.names import find_people


@pytest.mark.parametrize(
    "text, names",
    [
        ("Lola, Kem T, Peter Novak, Anna Brandt và Dan the Man sẽ hát.",
         ["Lola", "Kem T", "Peter Novak", "Anna Brandt", "Dan the Man"]),
        ("Đêm nhạc có Mỹ Hằng, Phi Lan, Lê Quang Đạt, Hồ Văn Khoa.",
         ["Mỹ Hằng", "Phi Lan", "Lê Quang Đạt", "Hồ Văn Khoa"]),
        ("Bốn thí sinh: Trần Bảo Ngọc, Lê Hoàng Anh, Hiền Vi và Hiền Thu.",
         ["Trần Bảo Ngọc", "Lê Hoàng Anh", "Hiền Vi", "Hiền Thu"]),
        ("Ông Lê Văn An, ông Trần Văn Bình và Hà Nội cùng vui.", ["Lê Văn An", "Trần Văn Bình"]),
        ("Các tuyến phố Trần Duy Hưng, Kim Mã, Nguyễn Du, Hồ Tùng Mậu, Duy Tân, Đào Tấn bị cấm.", []),
        ("Cuộc gặp ông John Miller - Peter Novak diễn ra ở Oslo.", ["John Miller", "Peter Novak"]),
        ("Ông Jean - Luc Moreau đến Oslo.", ["Jean - Luc Moreau"]),
    ],
)  # fmt: skip
def test_names_in_a_row(text: str, names: list[str]) -> None:
    assert [mention.name for mention in find_people(text)] == names


@pytest.mark.parametrize(
    "text, offices",
    [
        ("Ứng viên tổng thống Peru Marco Ruiz nói.", ("Ứng viên tổng thống Peru",)),
        ("Tổng thống Peru Marco Ruiz nói.", ("Tổng thống Peru",)),
        ("Luật gia Trịnh Thị Cúc nói.", ("Luật gia",)),
    ],
)
def test_who_runs_for_an_office_does_not_hold_it(text: str, offices: tuple[str, ...]) -> None:
    assert find_people(text)[0].offices == offices
