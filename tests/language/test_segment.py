"""Sentences and words, with offsets."""

from __future__ import annotations

import threading

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.language.normalize import reading_form
from retrieval.language.segment import sentence_spans, words

SENTENCES = [
    ("Hội nghị bế mạc. Đại biểu ra về.", ["Hội nghị bế mạc.", "Đại biểu ra về."]),
    ("PGS, TS. Trần Văn Bình ở TP. Hồ Chí Minh dự.", ["PGS, TS. Trần Văn Bình ở TP. Hồ Chí Minh dự."]),
    ("Ông J. B. Lê phát biểu.", ["Ông J. B. Lê phát biểu."]),
    ("Bộ Khoa học và Công nghệ.Toàn cảnh hội nghị.", ["Bộ Khoa học và Công nghệ.", "Toàn cảnh hội nghị."]),
    ("Có 1.200 đại biểu. Ai cũng vui.", ["Có 1.200 đại biểu.", "Ai cũng vui."]),
    ('"Chúng tôi đồng ý." Ông nói thêm.', ['"Chúng tôi đồng ý."', "Ông nói thêm."]),
    ("", []),
    ("   ", []),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in sentence_spans(text)] == expected


PIECES = st.sampled_from(
    ["Ông An nói. ", "TP. ", "1.200 ", '"Tốt." ', "đi.Về ", "... ", "(a) ", "”", ") ", "J. ", "? ", "!", " x", "\n"]
)


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.lists(PIECES).map("".join), st.text(max_size=60)))
def test_sentences_lose_nothing_and_do_not_overlap(text: str) -> None:
    formed = reading_form(text)
    spans = sentence_spans(formed)
    position = 0
    for start, end in spans:
        assert position <= start < end
        assert not formed[position:start].strip()
        assert formed[start:end] == formed[start:end].strip()
        position = end
    assert not formed[position:].strip()


def test_the_number_of_an_item_is_no_sentence() -> None:
    for item in ("1. Bà Lê Thị Hoa, Bí thư.", "(12) Ông Trần Văn An dự.", "b) Bà Hoa.", "IV. Kết luận chung."):
        assert [item[start:end] for start, end in sentence_spans(item)] == [item]
    two = "Hội nghị họp năm 2021. Bà Hoa dự."
    assert len(sentence_spans(two)) == 2


def test_a_sentence_without_end_is_read_in_parts_that_end_with_a_comma() -> None:
    text = "Dự có " + ", ".join(["ông Nguyễn Văn An"] * 1000) + "."
    parts = [text[start:end] for start, end in sentence_spans(text)]
    assert len(parts) > 3
    assert all(len(part) <= 3000 and part[-1] in ",." for part in parts)
    assert " ".join(parts) == text
    assert all(
        len(text[start:end]) <= 3000 for text in ("a" * 9000, "ông " * 3000) for start, end in sentence_spans(text)
    )


def test_words_keep_domain_words_whole() -> None:
    assert "điểm cầu" in words("Dự tại điểm cầu Thái Bình có các đồng chí")
    assert words("  ") == []


def test_the_first_call_may_come_from_many_threads() -> None:
    found: list[list[str]] = []
    threads = [threading.Thread(target=lambda: found.append(words("Hội nghị ngoại giao"))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert all(row == found[0] for row in found)
