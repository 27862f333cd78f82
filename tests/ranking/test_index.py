"""Passages found as people ask for them."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest

from retrieval.errors import LibraryError
from retrieval.language.normalize import fold
from retrieval.ranking.index import ENGINES, PassageIndex, engine_for
from retrieval.ranking.terms import index_terms

PASSAGES = [
    "Sáng 14/12/2021, Hội nghị Đối ngoại toàn quốc khai mạc tại Hà Nội.",
    "Hội nghị Ngoại giao lần thứ 32 được tổ chức sáng 19/12/2023.",
    "Bí thư Tỉnh ủy Thái Bình dự hội nghị tại điểm cầu của tỉnh.",
    "Đại hội XIII của Đảng họp tại thủ đô.",
    "Giá cà phê tăng mạnh trong tuần qua.",
]


@pytest.fixture(scope="module", params=ENGINES)
def index(request: pytest.FixtureRequest) -> PassageIndex:
    return PassageIndex.build(PASSAGES, engine=request.param)


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Hội nghị Ngoại giao lần thứ 32 diễn ra khi nào?", 1),
        ("Bí thư Tỉnh uỷ Thái Bình là ai", 2),
        ("Đại hội lần thứ 13 họp ở đâu", 3),
        ("Sự kiện gì diễn ra ngày 14-12-2021?", 0),
        ("giá cà phê thế nào", 4),
    ],
)
@pytest.mark.parametrize("form", [str, fold, str.upper, lambda text: unicodedata.normalize("NFD", text)])
def test_the_passage_is_first_however_the_question_is_typed(index: PassageIndex, question, first, form) -> None:  # type: ignore[no-untyped-def]
    assert index.search(form(question), 3)[0][0] == first


def test_half_accents_find_by_both_fields(index: PassageIndex) -> None:
    assert index.search("Hội nghi ngoại giao lan thu 32 duoc tổ chức khi nào", 1)[0][0] == 1


@pytest.mark.parametrize("question", ["", "???", "zzz", "Бразилия"])
def test_nothing_found(index: PassageIndex, question: str) -> None:
    assert index.search(question, 5) == []


def test_a_passage_is_found_by_the_title_of_its_document_too() -> None:
    texts = ["Ông phát biểu kết luận.", "Ông phát biểu chào mừng."]
    index = PassageIndex.build(texts, titles=["Hội nghị tổng kết ngành y tế", "Lễ hội hoa xuân"])
    assert [found for found, _ in index.search("ai phát biểu ở lễ hội hoa", 2)] == [1, 0]


def test_words_made_before_give_the_same_index() -> None:
    from retrieval.language.segment import words

    index = PassageIndex.build(PASSAGES, words=[words(text) for text in PASSAGES])
    question = "Bí thư Tỉnh ủy dự hội nghị nào"
    assert index.search(question, 5) == PassageIndex.build(PASSAGES).search(question, 5)


def test_a_title_must_be_given_for_every_passage() -> None:
    with pytest.raises(ValueError, match="zip"):
        PassageIndex.build(PASSAGES, titles=["một"])


@pytest.mark.parametrize("engine", ENGINES)
def test_saved_and_opened(engine: str, tmp_path: Path) -> None:
    index = PassageIndex.build(PASSAGES, engine=engine)
    index.save(tmp_path / "index")
    opened = PassageIndex.open(tmp_path / "index")
    assert len(opened) == len(PASSAGES)
    for question in ("hội nghị ngoại giao", "hoi nghi ngoai giao"):
        assert opened.search(question, 5) == index.search(question, 5)


@pytest.mark.parametrize("meta", ["", "[]", "{}", '{"version": 0, "engine": "postings"}'])
def test_a_damaged_index_or_one_of_another_version_is_not_opened(meta: str, tmp_path: Path) -> None:
    PassageIndex.build(PASSAGES).save(tmp_path)
    (tmp_path / "index.json").write_text(meta)
    with pytest.raises(LibraryError, match="chỉ mục"):
        PassageIndex.open(tmp_path)


def test_no_passages() -> None:
    index = PassageIndex.build([])
    assert (len(index), index.search("hội nghị", 3)) == (0, [])


def test_terms_made_before_can_be_indexed() -> None:
    index = PassageIndex.from_terms([index_terms(text) for text in PASSAGES])
    assert index.search("cà phê", 1)[0][0] == 4


def test_the_meta_file_names_the_engine(tmp_path: Path) -> None:
    PassageIndex.build(PASSAGES, engine="postings").save(tmp_path)
    assert json.loads((tmp_path / "index.json").read_text())["engine"] == "postings"


def test_every_size_has_its_engine() -> None:
    assert [engine_for(size) for size in (0, 1_000, 1_001, 1_000_000)] == [
        "rank_bm25",
        "rank_bm25",
        "postings",
        "postings32",
    ]
