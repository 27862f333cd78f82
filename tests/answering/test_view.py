"""Where words stand in a document, against looking through its sentences one by one."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from retrieval import Library
from retrieval.answering.evidence.view import QueryWord, View, Words, tokens
from retrieval.language.normalize import fold


@pytest.fixture
def view(library: Library) -> View:
    return library._collection.view(next(i for i, d in enumerate(library.documents) if "thu-vien" in d.name))


def test_folded_and_words_are_those_of_the_sentences(view: View) -> None:
    sentences = [s.text for s in view.facts.sentences]
    assert view.folded == [fold(text) for text in sentences]
    expected = [Words.of(fold(text)) for text in sentences]
    assert [(w.single, w.pairs) for w in view.words] == [(w.single, w.pairs) for w in expected]


@pytest.mark.parametrize("length", [1, 2, 3])
def test_stretches_of_words_are_found_where_they_stand(view: View, length: int) -> None:
    parts = [tokens(fold(text)) for text in (*(s.text for s in view.facts.sentences), view.document.title)]
    forms = {tuple(part[i : i + length]) for part in parts for i in range(len(part) - length + 1)}
    assert forms
    for form in forms:
        expected = sum(1 << place for place, part in enumerate(parts) if Words((part,)).has(form))
        assert view.sentences_with(form) == expected
        assert view.has(form)
        assert view.standing((form,)) == (expected, view.lead.has(form), True)


@pytest.mark.parametrize("form", [("khong",), ("vien", "thu"), ("thu", "vien", "vien"), ("hop",)])
def test_what_no_sentence_has(view: View, form: tuple[str, ...]) -> None:
    assert view.sentences_with(form) == 0
    assert view.has(form) == view.all_words.has(form)


def test_pairs_may_stand_in_different_sentences(view: View) -> None:
    form = ("khanh", "thanh", "thu", "vien", "tinh", "pham")  # of the title, and of "Thư viện tỉnh Phạm Minh Khôi"
    assert view.sentences_with(form) == 0
    assert all(pair in view.all_words.pairs for pair in pairwise(form))
    assert view.has(form)


def test_spans(view: View) -> None:
    sentence = next(i for i, text in enumerate(view.folded) if "sang 8/3" in text)
    text = view.folded[sentence]
    spans = view.places_of(sentence, ("thu", "vien"))
    assert [text[a:b] for a, b in spans] == ["thu vien"]
    assert [text[a:b] for a, b in view.places_of(sentence, ("8",))] == ["8"]
    assert view.places_of(sentence, ("tin",)) == []  # only within "tinh"


def test_a_person_is_meant_by_other_words_than_the_name(tmp_path: Path) -> None:
    text = "Bà Lê Thị Mơ mở lớp. Trời mưa to. Chiều 3/4, bà Mơ dạy múa. Bà cũng dạy hát."
    (tmp_path / "lop.txt").write_text(f"Lớp múa\n\n{text}\n", "utf-8")
    view = Library.read([tmp_path])._collection.view(0)
    plain = QueryWord((("le", "thi", "mo"),), 3.0)
    told = [view.asked(words).insides for words in ((plain,), (replace(plain, of="lethimo"),))]
    assert [[bool(share) for share in shares[-4:]] for shares in told] == [
        [True, False, False, False],
        [True, False, True, True],
    ]
