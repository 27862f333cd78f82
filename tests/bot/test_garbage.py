"""Looking for garbage seldom is right where questions leave none behind."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.garbage import collect_seldom
from retrieval import Library

QUESTIONS = ("Ai chủ trì hội nghị?", "Hội nghị diễn ra khi nào?", "Hội nghị diễn ra ở đâu?", "Có bao nhiêu người dự?")


@pytest.fixture(autouse=True)
def thresholds_restored() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)
    gc.unfreeze()


def test_fewer_looks() -> None:
    gc.set_threshold(700, 10, 10)  # as Python starts: another test may have asked a library before
    before = gc.get_threshold()
    collect_seldom()
    assert all(now > then for now, then in zip(gc.get_threshold(), before, strict=True))


def test_what_is_there_is_not_looked_through_again() -> None:
    there = [[number] for number in range(1000)]
    collect_seldom()
    assert gc.get_freeze_count() > len(there)


def test_a_library_leaves_nothing_in_a_cycle(tmp_path: Path) -> None:
    (tmp_path / "tin.txt").write_text("Sáng 5/9, ông Trần Văn Bình chủ trì Hội nghị Thủy sản tại Hải Phòng.\n", "utf-8")
    library = Library.read([tmp_path])
    assert all(library.ask(question).text for question in QUESTIONS)
    gc.collect()
    gc.disable()
    try:
        del library
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_a_question_leaves_nothing_in_a_cycle(tmp_path: Path) -> None:
    (tmp_path / "tin.txt").write_text(
        "Hội nghị Thủy sản\n\nSáng 5/9, tại Hải Phòng, ông Trần Văn Bình chủ trì Hội nghị Thủy sản, 50 người dự.\n",
        "utf-8",
    )
    library = Library.read([tmp_path])
    answers = [library.ask(question).text for question in QUESTIONS]  # what is made with the first answers
    gc.collect()
    gc.disable()
    try:
        assert [library.ask(question).text for question in QUESTIONS] == answers
        assert gc.collect() == 0
    finally:
        gc.enable()
