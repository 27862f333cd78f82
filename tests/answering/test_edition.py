"""Which edition of a series a document tells of."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval import Library
from retrieval.answering.asking.question import analyse
from retrieval.answering.evidence.edition import tells_of_edition
from retrieval.answering.evidence.view import View


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
