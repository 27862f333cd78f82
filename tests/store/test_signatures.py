"""The same report on several sites is one; two reports on one event are two."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval import Library
from retrieval.store import maintenance
from retrieval.store.signatures import SIZE, groups_of, signature_of

WIRE = (
    "Sáng 19/12/2023, Hội nghị Ngoại giao lần thứ 32 khai mạc tại Hà Nội với chủ đề phát huy vai trò tiên phong.",
    "Bộ trưởng Ngoại giao Bùi Thanh Sơn chủ trì hội nghị và đọc báo cáo về công tác của ngành trong ba năm qua.",
    "Dự hội nghị có lãnh đạo các ban, bộ, ngành Trung ương, các trưởng cơ quan đại diện và đại biểu các địa phương.",
    "Hội nghị kéo dài năm ngày, gồm ba phiên toàn thể và nhiều phiên chuyên đề về ngoại giao kinh tế và văn hóa.",
    "Các đại biểu sẽ thảo luận về tình hình thế giới, khu vực và phương hướng đối ngoại cho đến hết nhiệm kỳ.",
)
OTHER = (
    "Hội nghị Ngoại giao 32: Thái Bình tham dự trực tuyến từ điểm cầu Tỉnh ủy cùng hơn sáu mươi tỉnh, thành phố khác.",
    "Ông Ngô Đông Hải, Bí thư Tỉnh ủy, dự tại điểm cầu địa phương với lãnh đạo các sở và các huyện trong tỉnh.",
    "Tại phiên họp về hội nhập, tỉnh nêu kinh nghiệm thu hút vốn đầu tư nước ngoài vào các khu công nghiệp ven biển.",
    "Nhiều kiến nghị về xúc tiến thương mại, đưa lao động ra nước ngoài và đón khách quốc tế được gửi tới bộ.",
)


def group(*texts: tuple[str, ...]) -> list[int]:
    return groups_of([signature_of(text) for text in texts])


def test_the_same_report_with_small_changes_is_a_duplicate() -> None:
    retouched = ("(Báo mới) - " + WIRE[0], *WIRE[1:4], WIRE[4], "Ảnh: phóng viên tại hội trường.")
    bare = tuple(s.replace("Ngoại giao", "ngoại giao").upper() for s in WIRE)
    assert group(WIRE, OTHER, WIRE, retouched, bare) == [0, 1, 0, 0, 0]


@pytest.mark.parametrize("text", [OTHER, WIRE[:2] + OTHER, OTHER[::-1]])
def test_another_report_is_none(text: tuple[str, ...]) -> None:
    assert group(WIRE, text) == [0, 1]


def test_short_texts_are_never_duplicates() -> None:
    assert signature_of(["Ảnh: Tuấn Anh."]) == b""
    assert group(("Ảnh: Tuấn Anh.",), ("Ảnh: Tuấn Anh.",), (), WIRE) == [0, 1, 2, 3]


def test_what_is_no_signature_is_alone() -> None:
    assert groups_of([b"", b"123", signature_of(WIRE), signature_of(WIRE)]) == [0, 1, 2, 2]
    assert groups_of([]) == []


@given(st.lists(st.text(alphabet="abc d", max_size=60), max_size=4))
def test_signatures_depend_on_the_text_alone(texts: list[str]) -> None:
    assert signature_of(texts) == signature_of([" ".join(texts)])
    assert len(signature_of(texts)) in (0, SIZE * 4)


@pytest.mark.parametrize("common", [0.9, 0.75, 0.3])
def test_likeness_decides(common: float) -> None:
    chance = random.Random(5)
    words = [f"từ{number}" for number in range(3_000)]
    base = chance.sample(words, 600)
    kept = round(600 * 2 * common / (1 + common))  # so that the shingles' share in common is about `common`
    other = base[:kept] + chance.sample(words, 600 - kept)
    assert group((" ".join(base),), (" ".join(other),)) == [0, 0 if common > 0.6 else 1]


def test_an_answer_names_all_sources_of_one_report(tmp_path: Path) -> None:
    pages = {
        "báo-a.txt": WIRE,
        "báo-b.txt": (*WIRE, "Tin và ảnh của hãng thông tấn."),
        "báo-c.txt": WIRE,
        "khác.txt": OTHER,
    }
    for name, text in pages.items():
        (tmp_path / name).write_text(f"Khai mạc Hội nghị Ngoại giao 32 ({name})\n\n" + "\n\n".join(text), "utf-8")
    library = Library.read([tmp_path])
    assert dict(library.duplicates) == {1: 0, 2: 0}
    answer = library.ask("Ai chủ trì Hội nghị Ngoại giao lần thứ 32?")
    assert [item.text for item in answer.items] == ["Bùi Thanh Sơn"]
    by_document = {e.document: e for e in answer.evidence}
    assert set(by_document) == {"báo-a.txt", "báo-b.txt", "báo-c.txt"}
    for evidence in answer.evidence:
        (document,) = (d for d in library.documents if d.name == evidence.document)
        assert evidence.quote in document.text
        assert (evidence.title, evidence.published) == (document.title, document.published)


def test_duplicates_are_counted_in_the_status(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text("\n\n".join(WIRE), "utf-8")
    (tmp_path / "c.txt").write_text("\n\n".join((*WIRE, "Tin và ảnh của hãng thông tấn.")), "utf-8")
    maintenance.index(tmp_path / "a.aidu", [tmp_path])
    assert maintenance.status(tmp_path / "a.aidu").duplicates == 2
