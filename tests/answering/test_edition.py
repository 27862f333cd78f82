"""Which edition of a series a document tells of."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval import Library
from retrieval.answering.asking.question import analyse
from retrieval.answering.evidence.edition import tells_of_edition
from retrieval.answering.evidence.matching import query_words
from retrieval.answering.evidence.view import View, Words
from retrieval.language.normalize import fold


def view_of(sentence: str, folder: Path) -> View:
    (folder / "tin.txt").write_text(f"Tin trong ngày\n\n{sentence}\n", "utf-8")
    return Library.read([folder])._collection.view(0)


@pytest.mark.parametrize(
    "written",
    ["lần thứ 31", "lần thứ XXXI", "lần thứ ba mươi mốt", "31"],
)
def test_a_number_may_be_written_in_several_ways(written: str, tmp_path: Path) -> None:
    view = view_of(f"Sáng nay, Hội nghị Ngoại giao {written} khai mạc tại Hà Nội.", tmp_path)
    question = analyse("Ai chủ trì Hội nghị Ngoại giao lần thứ 31?")
    assert tells_of_edition(view, question, question.editions[0])


@pytest.mark.parametrize("written", ["lần thứ 30", "lần thứ XXX", "lần thứ ba mươi", "lần thứ 3"])
def test_another_number_is_another_edition(written: str, tmp_path: Path) -> None:
    view = view_of(f"Sáng nay, Hội nghị Ngoại giao {written} khai mạc tại Hà Nội với 31 đại biểu.", tmp_path)
    question = analyse("Ai chủ trì Hội nghị Ngoại giao lần thứ 31?")
    assert not tells_of_edition(view, question, question.editions[0])


@pytest.mark.parametrize("number", ["0", "999", "năm triệu"])
def test_a_number_that_nothing_has(number: str, tmp_path: Path) -> None:
    view = view_of("Sáng nay, Hội nghị Ngoại giao lần thứ 31 khai mạc tại Hà Nội.", tmp_path)
    question = analyse(f"Ai chủ trì Hội nghị Ngoại giao lần thứ {number}?")
    assert not any(tells_of_edition(view, question, edition) for edition in question.editions)


@pytest.mark.parametrize(
    ("asked", "told", "same"),
    [
        ("lần 3", "lần thứ ba", True),
        ("lần thứ ba", "lần 3", True),
        ("lần thứ 4", "lần thứ tư", True),
        ("lần III", "lần thứ 3", True),
        ("lần 3", "lần thứ tư", False),
        ("lần thứ ba", "ba lần", False),
    ],
)
def test_the_words_of_an_edition_are_heard_however_it_is_written(asked: str, told: str, same: bool) -> None:
    question = analyse(f"Ai khai mạc hội thảo Mây Trắng {asked}")
    here = Words.of(fold(f"Hội thảo Mây Trắng {told} đã khai mạc"))
    pairs = [w.forms for w in query_words(question) if len(w.forms[0]) == 2 and w.forms[0][0] in ("lan", "thu")]
    assert any(here.has(form) for forms in pairs for form in forms if form != ("lan", "thu")) is same
