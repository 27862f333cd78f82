"""Which sentence is shown: signs of what is asked for, and the choice among the sentences of a document."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval import Library
from retrieval.answering.evidence.quoting import SIGNS
from retrieval.answering.model import Kind

SIGNED = [
    (Kind.DATE, "Nhà hát mở cửa từ năm 1870."),
    (Kind.DATE, "Lễ cưới vào ngày 12 tháng 5."),
    (Kind.DATE, "Họ đến đây hồi thế kỷ mười chín."),
    (Kind.DATE, "Đoàn về tới nơi sáng nay."),
    (Kind.DATE, "Chợ họp chủ nhật."),
    (Kind.COUNT, "Có 37,6 tỷ đồng."),
    (Kind.COUNT, "Họ mang theo ba cái thuyền."),
    (Kind.COUNT, "Một nửa số thuyền bị hỏng."),
    (Kind.PLACE, "Lễ cưới diễn ra tại nhà văn hóa."),
    (Kind.PLACE, "Con đường từ làng cũ đến Hải Phòng."),
]
UNSIGNED = [
    (Kind.DATE, "Năm người cùng dự."),
    (Kind.DATE, "Thứ trưởng ký văn bản 1234567."),
    (Kind.COUNT, "Nhiều thuyền về bến."),
    (Kind.COUNT, "Bà kể chuyện cũ."),
    (Kind.PLACE, "Ông Bình phát biểu."),
    (Kind.PLACE, "Bà từ chối trả lời."),
]


@pytest.mark.parametrize(("kind", "text"), SIGNED)
def test_a_sentence_with_what_is_asked_for(kind: Kind, text: str) -> None:
    assert SIGNS[kind].search(text)


@pytest.mark.parametrize(("kind", "text"), UNSIGNED)
def test_a_sentence_without_it(kind: Kind, text: str) -> None:
    assert not SIGNS[kind].search(text)


FERRY = """Bến đò Cổ Bồng nằm ở bờ nam sông Lục. Bến do gia đình ông Sáu Thạo dựng để chở muối lên mạn ngược.
Con đò đầu tiên mang tên Én Nâu. Nó chìm trong trận lũ lớn và được vớt lên vào mùa xuân sau.
Ngày nay bến đón sáu chuyến đò mỗi buổi, và khách trả tiền bằng thẻ.
"""
ASKED = [
    ("Bến đò Cổ Bồng nằm bên con sông nào?", "Bến đò Cổ Bồng nằm ở bờ nam"),
    ("Gia đình nào dựng bến đò để chở muối?", "Bến do gia đình ông Sáu Thạo"),
    ("Tên của con đò đầu tiên ở bến Cổ Bồng là gì?", "Con đò đầu tiên mang tên"),
    ("Con đò Én Nâu được vớt lên khi nào?", "Nó chìm trong trận lũ lớn"),
    ("Khách đi đò ở bến Cổ Bồng trả tiền bằng gì?", "Ngày nay bến đón"),
]


@pytest.fixture(scope="module")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder: Path = tmp_path_factory.mktemp("ferry")
    (folder / "ben-do.txt").write_text(FERRY, "utf-8")
    (folder / "cho.txt").write_text("Chợ nổi họp trên sông từ sáng sớm. Khách đi thuyền đến mua trái cây.\n", "utf-8")
    return Library.read([folder])


@pytest.mark.parametrize(("question", "quoted"), ASKED)
def test_the_sentence_that_answers_is_shown(ferry: Library, question: str, quoted: str) -> None:
    assert ferry.ask(question).evidence[0].quote.startswith(quoted)
