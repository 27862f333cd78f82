"""Lines broken at a width are put together; lines that a writer set apart stay apart."""

import textwrap
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.corpus.cleaning import clean
from retrieval.corpus.document import ParagraphKind
from retrieval.corpus.passages import sentences_of
from retrieval.corpus.readers import read_document

TITLE = "Khánh thành nhà văn hóa xã Mường Tè sau hai năm xây dựng bằng vốn của bà con trong bản"
LEAD = (
    "Sáng 12/4, tại xã Mường Tè, Ủy ban nhân dân huyện tổ chức lễ khánh thành nhà văn hóa. Đồng chí Lò Văn Phương, Phó"
    " Chủ tịch Ủy ban nhân dân huyện, cùng bà Hoàng Thị Mai, Bí thư Đảng ủy xã, cắt băng khánh thành công trình."
)
BODY = (
    "Công trình có tổng vốn đầu tư ba tỷ đồng, trong đó bà con trong xã góp hơn một nghìn ngày công. Phát biểu tại buổi"
    " lễ, ông Vàng A Sình, trưởng bản Nà Lang, cảm ơn những người thợ đã làm việc cả trong những ngày mưa rét."
)
PARAGRAPHS = (LEAD, BODY)


def wrap(text: str, width: int, indent: str = "") -> str:
    lines = textwrap.wrap(text, width, initial_indent=indent, break_long_words=False, break_on_hyphens=False)
    return "\n".join(lines)


def forms(text: str) -> list[str]:
    """The paragraphs of the article in a text, on one line each."""
    document = clean("a.txt", text)
    return [" ".join(document.text[p.start : p.end].split()) for p in document.paragraphs]


@pytest.mark.parametrize(
    "text",
    [
        "\n\n".join(wrap(p, 70) for p in (TITLE, LEAD, BODY)),
        "\n\n".join(wrap(p, 60) for p in (TITLE, LEAD, BODY)).replace("\n", "  \n"),
        wrap(TITLE, 72) + "\n\n" + "\n".join(wrap(p, 72) for p in PARAGRAPHS),
        wrap(TITLE, 64) + "\n\n" + "\n".join(wrap(p, 64, "    ") for p in PARAGRAPHS),
    ],
    ids=["blank lines", "narrow, spaces at the ends", "no blank lines", "indented"],
)
def test_a_text_wrapped_at_a_width_has_the_paragraphs_of_its_writer(text: str) -> None:
    assert forms(text) == [TITLE, LEAD, BODY]


def test_a_text_broken_by_hand_has_them_too() -> None:
    lines = [
        "Sáng 12/4, tại xã Mường Tè, Ủy ban nhân dân huyện tổ chức",
        "lễ khánh thành nhà văn hóa. Đồng chí Lò Văn",
        "Phương, Phó Chủ tịch Ủy ban nhân dân huyện, cùng",
        "bà Hoàng Thị Mai, Bí thư Đảng ủy xã, cắt băng khánh thành công trình.",
    ]
    ragged = "\n".join(lines)
    assert forms(f"Khánh thành nhà văn hóa xã\n\n{ragged}")[1] == LEAD


def test_the_quote_is_a_slice_and_the_sentence_is_on_one_line() -> None:
    document = clean("a.txt", "\n\n".join(wrap(p, 62) for p in (TITLE, LEAD, BODY)))
    broken = 0
    for sentence in sentences_of(document):
        source = document.text[sentence.start : sentence.end]
        broken += "\n" in source
        assert "\n" not in sentence.text
        assert " ".join(source.split()) == sentence.text
    assert broken


@pytest.mark.parametrize(
    "lines",
    [
        # A list without marks: names are long lines, and nothing goes on with a small letter.
        [
            "Đồng chí Lò Văn Phương, Phó Chủ tịch Ủy ban nhân dân huyện",
            "Bà Hoàng Thị Mai, Bí thư Đảng ủy xã Mường Tè cũ",
        ]
        * 3,
        # One sentence a line.
        ["Công trình có tổng vốn đầu tư ba tỷ đồng từ ngân sách huyện.", "Bà con trong xã góp hơn một nghìn ngày công."]
        * 3,
        # Items of a list that begin with small letters.
        ["- ông Lò Văn Phương, Phó Chủ tịch Ủy ban nhân dân huyện;", "- bà Hoàng Thị Mai, Bí thư Đảng ủy xã Mường Tè;"]
        * 3,
    ],
    ids=["names", "sentences", "items"],
)
def test_lines_that_stand_by_themselves_stay_apart(lines: list[str]) -> None:
    assert forms("\n".join([TITLE, "", LEAD, *lines]))[2:] == lines


def test_items_of_a_wrapped_list_stay_apart() -> None:
    items = [
        "- Đồng chí Lò Văn Phương, Phó Chủ tịch Ủy ban nhân dân huyện, trưởng ban chỉ đạo xây dựng nông thôn mới;",
        "- Bà Hoàng Thị Mai, Bí thư Đảng ủy xã, cùng các đại biểu Hội đồng nhân dân xã khóa này và khóa trước.",
    ]
    text = "\n\n".join(wrap(p, 66) for p in (TITLE, LEAD)) + "\nDự lễ có:\n" + "\n".join(wrap(i, 66) for i in items)
    assert forms(text)[2:] == ["Dự lễ có:", *items]


def test_a_menu_beside_a_wrapped_article_stays_a_menu() -> None:
    menu = "Trang chủ\nThời sự\nKinh tế\nPháp luật"
    assert forms(f"{menu}\n\n" + "\n\n".join(wrap(p, 66) for p in (TITLE, LEAD, BODY))) == [TITLE, LEAD, BODY]


@settings(max_examples=40)
@given(st.integers(45, 110), st.sampled_from(["\n", "\n\n"]))
def test_any_width_reads_the_same(width: int, between: str) -> None:
    document = clean("a.txt", wrap(TITLE, width) + "\n\n" + between.join(wrap(p, width) for p in PARAGRAPHS))
    said = [s.text for s in sentences_of(document) if s.kind is ParagraphKind.BODY]
    assert said == [s.text for s in sentences_of(clean("a.txt", f"{TITLE}\n\n{LEAD}\n{BODY}")) if s.kind == "body"]


def test_a_text_quoted_in_a_mail_is_read_without_the_marks(tmp_path: Path) -> None:
    quoted = "\n".join(f"> {line}" for line in "\n\n".join(wrap(p, 70) for p in (TITLE, LEAD, BODY)).split("\n"))
    (tmp_path / "a.txt").write_text(f"Ông Tám viết:\n\n{quoted}\n")
    document = read_document("a.txt", tmp_path / "a.txt")
    assert [" ".join(document.text[p.start : p.end].split()) for p in document.paragraphs][-2:] == [LEAD, BODY]
    (tmp_path / "b.txt").write_text(f"{TITLE}\n\n{LEAD}\n\n> Một câu.\n> Hai câu.\n> Ba câu.\n\n{BODY}\n")
    assert "> Một câu." in read_document("b.txt", tmp_path / "b.txt").text
