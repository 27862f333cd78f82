"""Sentences are exact slices of the text, in order; passages are short runs of them."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.corpus.cleaning import clean
from retrieval.corpus.document import Document, Paragraph, ParagraphKind
from retrieval.corpus.passages import LONGEST_PIECE, MOST_SENTENCES, passages_of, sentences_of
from retrieval.corpus.readers import read_bytes
from retrieval.language.normalize import reading_form

from . import pages

ALL = [pages.PORTAL, pages.TEASERS, pages.MENU_FIRST, pages.COLLECTION, pages.BOX_IN_THE_MIDDLE]


def check(document: Document) -> None:
    position = 0
    for sentence in sentences_of(document):
        source = document.text[sentence.start : sentence.end]
        paragraph = document.paragraphs[sentence.paragraph]
        assert reading_form(source) == sentence.text
        assert source == source.strip() != ""
        assert position <= sentence.start
        assert paragraph.start <= sentence.start < sentence.end <= paragraph.end
        assert sentence.kind is paragraph.kind
        position = sentence.end


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("page", ALL)
def test_sentences_are_slices(page: str, form: str) -> None:
    check(clean("a.txt", unicodedata.normalize(form, page)))


@pytest.mark.parametrize("page", ALL)
def test_no_word_of_a_paragraph_is_lost(page: str) -> None:
    document = clean("a.txt", page)
    sentences = sentences_of(document)
    for index, paragraph in enumerate(document.paragraphs):
        kept = "".join(document.text[s.start : s.end] for s in sentences if s.paragraph == index)
        assert "".join(kept.split()) == "".join(document.text[paragraph.start : paragraph.end].split())


@pytest.mark.parametrize("page", ALL)
@pytest.mark.parametrize("twin", ["NFD", "CRLF", "BOM", "UTF-16"])
def test_every_form_of_a_file_gives_the_same_sentences(page: str, twin: str) -> None:
    forms = {
        "NFD": unicodedata.normalize("NFD", page).encode(),
        "CRLF": page.replace("\n", "\r\n").encode(),
        "BOM": page.encode("utf-8-sig"),
        "UTF-16": page.encode("utf-16"),
    }
    expected = sentences_of(read_bytes("a.txt", page.encode()))
    found = sentences_of(read_bytes("a.txt", forms[twin]))
    assert [(s.text, s.paragraph, s.kind) for s in found] == [(s.text, s.paragraph, s.kind) for s in expected]


@given(st.text(alphabet='aạáđĐHN .,;:!?\n"“”()1\u0301\u0323\u200b\u00a0', min_size=1, max_size=200))
def test_sentences_of_any_text(text: str) -> None:
    check(Document("a", text, "", (Paragraph(0, len(text), ParagraphKind.BODY),)))


def test_a_title_is_one_sentence() -> None:
    document = clean(
        "a.txt", "TP. Bình Hà họp. Vì sao chậm?\n\nSáng 7/3, thành phố họp về tiến độ các công trình trọng điểm.\n"
    )
    first = sentences_of(document)[0]
    assert (first.text, first.kind) == ("TP. Bình Hà họp. Vì sao chậm?", ParagraphKind.TITLE)


def test_an_overlong_line_is_cut_in_pieces() -> None:
    text = "một hai ba " * (LONGEST_PIECE // 4)
    document = Document("a", text, "", (Paragraph(0, len(text), ParagraphKind.BODY),))
    check(document)
    assert max(s.end - s.start for s in sentences_of(document)) <= LONGEST_PIECE


@pytest.mark.parametrize("page", ALL)
def test_passages_cover_the_sentences_once(page: str) -> None:
    sentences = sentences_of(clean("a.txt", page))
    passages = passages_of(4, sentences)
    covered = [i for p in passages for i in range(p.first, p.last + 1)]
    assert covered == list(range(len(sentences)))
    for passage in passages:
        assert passage.document == 4
        assert passage.last - passage.first < MOST_SENTENCES
        assert len({s.kind for s in sentences[passage.first : passage.last + 1]}) == 1


def test_no_sentences_no_passages() -> None:
    assert passages_of(0, ()) == ()
