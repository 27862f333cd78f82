"""Of the documents found only those are read that can still matter."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval import Library
from retrieval.answering import answer
from retrieval.answering.asking.question import analyse
from retrieval.answering.evidence.collection import Collection
from retrieval.answering.evidence.view import View

REPORTS = {
    "dua-thuyen.txt": "Sáng 4/5/2021, ông Trần Văn Khởi chủ trì hội thi đua thuyền trên sông Lam.",
    "thuyen-nan.txt": "Bà Lê Thị Mùi đan thuyền nan. Nghề này có từ lâu và nuôi nhiều gia đình ở làng chài.",
    "song-chay.txt": "Ông Hà Văn Bền nuôi cá lồng. Con sông chảy qua bản, mùa lũ nước dâng cao tới bậc thềm nhà sàn.",
    "thi-tho.txt": "Ngày 6/5/2021, ông Vũ Đình Sáng chủ trì hội thi thơ ở thư viện tỉnh.",
}


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Library, list[str]]:
    """The reports, and the names of those whose views are asked for, in order."""
    for name, text in REPORTS.items():
        (tmp_path / name).write_text(text, "utf-8")
    library = Library.read([tmp_path])
    names: list[str] = []
    made = Collection.view

    def view(self: Collection, index: int) -> View:
        names.append(self.documents[index].name)
        return made(self, index)

    monkeypatch.setattr(Collection, "view", view)
    return library, names


def test_a_document_far_behind_one_that_fits_is_not_read(read: tuple[Library, list[str]]) -> None:
    library, names = read
    found = answer.find(analyse("Ai chủ trì hội thi đua thuyền trên sông Lam?"), library._collection)
    assert found.candidate is not None and found.candidate.items[0].text == "Trần Văn Khởi"
    assert names[0] == "dua-thuyen.txt" and "song-chay.txt" not in names
    assert len(found.documents) > len(set(names))  # it was found all the same


def test_all_are_read_where_none_fits(read: tuple[Library, list[str]]) -> None:
    library, names = read
    found = answer.find(analyse("Ai chủ trì hội thi đua thuyền trên sông Đáy năm 2019?"), library._collection)
    assert found.candidate is None and len(set(names)) > 1
    assert [library.documents[i].name for i in found.documents] == ["dua-thuyen.txt"]  # the others are about else
