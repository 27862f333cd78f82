"""Whether somebody met the holder of an office: no report that lacks the office tells of it."""

import pytest

from retrieval import Library
from retrieval.answering.model import Status

TEXT = (
    "Ngày 4/3/2021, ông Trần Văn Diêm, giám đốc Hợp tác xã Hòn Khói, gặp Chủ tịch UBND tỉnh Lê Thị Mặn. "
    "Ông Diêm trao đổi với báo chí về giá muối."
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("met")
    (folder / "a.txt").write_text(TEXT, "utf-8")
    return Library.read([folder])


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Ông Trần Văn Diêm có gặp Chủ tịch UBND tỉnh không?", "Có."),
        ("Ông Trần Văn Diêm có gặp bà Lê Thị Mặn không?", "Có."),
        ("Ông Trần Văn Diêm có gặp Thủ tướng không?", ""),
        ("Ông Trần Văn Diêm có gặp Bộ trưởng ở Hòn Khói không?", ""),
        ("ong Tran Van Diem co gap Thu tuong khong", ""),
    ],
)
def test_who_was_met_stands_in_the_report(library: Library, question: str, answer: str) -> None:
    found = library.ask(question)
    assert (found.text if found.status is Status.ANSWERED else "") == answer
