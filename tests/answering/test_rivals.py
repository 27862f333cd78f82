"""A question that several events fit: the answer says of which it is, and tells the others shortly."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.render import as_text, parts
from retrieval.library import Library

REPORTS = {
    "que.txt": """Huyện Mường Ải họp bàn trồng quế

Sáng 4/5/2021, ông Lê Quang Tửu, Chủ tịch UBND huyện Mường Ải, chủ trì hội nghị về trồng quế.
""",
    "chay.txt": """Huyện Mường Ải họp về phòng cháy rừng

Chiều 9/6/2021, ông Lê Quang Tửu, Chủ tịch UBND huyện Mường Ải, chủ trì hội nghị về phòng cháy rừng.
""",
    "lon.txt": """Hội nghị chăn nuôi

Ngày 1/8/2022, bà Vi Thị Sao chủ trì hội nghị chăn nuôi lợn đen tại xã Tả Van.
""",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder: Path = tmp_path_factory.mktemp("rivals")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, "utf-8")
    return Library.read([folder])


def test_the_event_answered_about_and_the_others_are_told(library: Library) -> None:
    answer = library.ask("Hội nghị do ông Lê Quang Tửu chủ trì diễn ra khi nào?")
    first, event, other = answer.text.split("\n")
    assert len(answer.items) == 1 and first == answer.items[0].text
    assert event == "Đó là hội nghị về trồng quế. Câu hỏi cũng khớp với:"
    assert other == "– hội nghị về phòng cháy rừng: 9/6/2021"
    assert {evidence.document for evidence in answer.evidence} == {"que.txt", "chay.txt"}
    english = library.ask("Hội nghị do ông Lê Quang Tửu chủ trì diễn ra khi nào?", language="en")
    assert "The question also fits:" in english.text


def test_other_events_stand_below_the_names(library: Library) -> None:
    shown = as_text(parts(library.ask("Ai chủ trì hội nghị?")), "vi").split("\n")
    told = {  # which of the two is told first, is left open: the question fits both alike
        "Lê Quang Tửu": ("hội nghị về trồng quế", "hội nghị chăn nuôi lợn đen (1/8/2022): Vi Thị Sao"),
        "Vi Thị Sao": ("hội nghị chăn nuôi lợn đen", "hội nghị về trồng quế (4/5/2021): Lê Quang Tửu"),
    }
    event, other = told[shown[0].split(" – ")[0]]
    assert shown[1].startswith(f"Đó là {event}.")
    assert f"– {other}" in shown[2:4]


@pytest.mark.parametrize(
    "question",
    [
        "Hội nghị trồng quế diễn ra khi nào?",
        "Ai chủ trì hội nghị về phòng cháy rừng ở Mường Ải?",
        "Bà Vi Thị Sao chủ trì hội nghị khi nào?",
    ],
)
def test_a_question_that_one_event_fits_best_has_one_answer(library: Library, question: str) -> None:
    assert "khớp với" not in library.ask(question).text


def test_what_was_spoken_of_before_is_meant(library: Library) -> None:
    before = library.ask("Ai chủ trì hội nghị về phòng cháy rừng?")
    later = library.ask("Hội nghị do ông Tửu chủ trì diễn ra khi nào?", before.conversation)
    assert later.text == "9/6/2021"
