"""The picture of the chat on the front page: it shows what the sample library answers today."""

from __future__ import annotations

import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

ROOT = Path(__file__).parents[1]
sys.path.append(str(ROOT / "tests" / "benchmarks"))

from chat_picture import CORPUS, PICTURE, WIDTH, Asking, Piece, Turn, ask, draw, wrap  # noqa: E402

from bot.telegram.richtext import RichText  # noqa: E402
from retrieval.answering.model import Answer, Status  # noqa: E402
from retrieval.library import Library  # noqa: E402

SVG = "{http://www.w3.org/2000/svg}"
REGENERATE = "the picture is stale: python tests/benchmarks/chat_picture.py"


@pytest.fixture(scope="module")
def turns() -> list[Turn]:
    return ask(Library.read([CORPUS]))


def words_of(svg: str) -> str:
    """Return all that a reader of the picture reads, its lines joined by blanks."""
    return " ".join("".join(text.itertext()) for text in ET.fromstring(svg).iter(f"{SVG}text"))


def bold_words_of(svg: str) -> str:
    return " ".join(run.text or "" for run in ET.fromstring(svg).iter(f"{SVG}tspan") if run.get("font-weight") == "700")


def test_the_picture_shows_what_the_library_answers_today(turns: list[Turn]) -> None:
    picture = PICTURE.read_text(encoding="utf-8")
    read, bold = words_of(picture), bold_words_of(picture)
    for turn in turns:
        assert turn.asking.written in read, REGENERATE
        assert " ".join(turn.message.text.split()) in read, REGENERATE
        for item in turn.answer.items:
            assert bold.count(item.text) == 2, f"{item.text} is bold in the answer and in its quote; {REGENERATE}"
    assert picture == draw(turns), REGENERATE


def test_the_answers_shown_are_right(turns: list[Turn]) -> None:
    # Read in the reports of corpus/ by a person.
    assert [[item.text for item in turn.answer.items] for turn in turns] == [
        ["Nguyễn Phú Trọng", "Nguyễn Xuân Phúc", "Phạm Minh Chính", "Vương Đình Huệ", "Võ Văn Thưởng"],
        ["Hội trường Diên Hồng, Nhà Quốc hội, Thủ đô Hà Nội"],
        ["Ngô Đông Hải", "Lại Văn Hoàn"],
        [],
    ]
    assert turns[-1].answer.status is Status.NOT_FOUND
    assert "Thái Bình tham dự trực tuyến Hội nghị ngoại giao lần thứ 32" in turns[-1].message.text


def test_nothing_in_the_picture_is_loaded_from_elsewhere() -> None:
    for element in ET.parse(PICTURE).iter():
        assert element.tag.removeprefix(SVG) in {"svg", "title", "rect", "path", "circle", "text", "tspan"}
        assert not [name for name in element.attrib if name.endswith(("href", "style")) or name.startswith("on")]


def test_markup_and_control_characters_in_a_report_are_only_text(turns: list[Turn]) -> None:
    hostile = "</text><script>alert(1)</script> & \"]]>' \x00\x1b[31m \ud800"
    message = RichText.of(hostile)
    answer: Answer = turns[0].answer
    svg = draw([Turn(Asking("Lan", "<b>?"), answer, message)])
    assert not list(ET.fromstring(svg).iter(f"{SVG}script"))
    assert " ".join(message.text.split()) in words_of(svg)
    assert "@aidu_bot <b>?" in words_of(svg)


def test_bubbles_stay_inside_the_picture(turns: list[Turn]) -> None:
    for box in ET.fromstring(draw(turns)).iter(f"{SVG}rect"):
        left = float(box.get("x", "0"))
        assert left >= 0 and left + float(box.get("width", "0")) <= WIDTH


@given(st.lists(st.tuples(st.text("aWĐ ệ.", max_size=30), st.booleans()), max_size=6), st.floats(3, 30))
def test_wrapped_lines_fit_and_lose_no_word(texts: list[tuple[str, bool]], most: float) -> None:
    lines = list(wrap([Piece(text, bold) for text, bold in texts], most))
    written = ["".join(piece.text for piece in line) for line in lines]
    assert " ".join(written).split() == "".join(text for text, _ in texts).split()
    for line, text in zip(lines, written, strict=True):
        assert sum(piece.width for piece in line) <= most + 1e-6 or " " not in text
