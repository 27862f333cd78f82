"""Of a large library a part is read for the words of its reports: what only the rest has is no slip."""

from collections import Counter
from itertools import pairwise

import pytest

from retrieval.answering.spelling.attested import Attested, nothing_counted
from retrieval.answering.spelling.correction import Corrector
from retrieval.answering.spelling.tokens import WORD
from retrieval.ranking.index import PassageIndex
from retrieval.ranking.terms import Field

READ = """Hội nghị bàn về tàu cá ở Đà Nẵng. Con số lên đến hai trăm. Giá vàng tăng. Ông John Smith dự họp ở Phú Yên.
Nữ ca sĩ bói bài Tarot. Đoàn công tác đi tàu thủy lên đến đảo. Chủ tịch Phú Yên dự hội nghị ở Phú Yên."""
REST = (
    "Con thuyền lênh đênh trên biển hai ngày. Hội nghị ở Phổ Yên bàn về nghề chè. Phổ Yên có nghề chè.",
    "Bộ trưởng Taro Tanabe dự hội nghị nghề chè. Ông Jon Vella cũng dự hội nghị.",
    "Công ty MayRoast và nhóm Bru đưa chè tới Pleiku.",
)


@pytest.fixture(scope="module", params=["rank_bm25", "postings", "postings32"])
def corrector(request: pytest.FixtureRequest) -> Corrector:
    index = PassageIndex.build(REST, engine=request.param)
    written = WORD.findall(READ)
    low = [word.lower() for word in written]
    return Corrector(
        Counter(low),
        Counter(pairwise(low)),
        names=Counter(low for low, word in zip(low, written, strict=True) if word[0].isupper()),
        counts=lambda accented, folded: (index.counts(Field.ACCENTED, accented), index.counts(Field.FOLDED, folded)),
    )


@pytest.mark.parametrize(
    "question",
    [
        "Con thuyền lênh đênh trên biển mấy ngày?",
        "Hội nghị ở Phổ Yên bàn về gì?",
        "Bộ trưởng Taro Tanabe dự hội nghị nào?",
        "bo truong Taro Tanabe du hoi nghi nao",
        "Ông Jon Vella dự hội nghị nào?",
        "Công ty MayRoast đưa chè tới đâu?",
    ],
)
def test_what_the_rest_of_the_library_has_is_left_alone(corrector: Corrector, question: str) -> None:
    assert corrector.correct(question) == question


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Hội nghi ở Phổ Yên bàn về gì?", "Hội nghị ở Phổ Yên bàn về gì?"),
        ("Bộ trưởng Taro Tanabe dự hội ngị nào?", "Bộ trưởng Taro Tanabe dự hội nghị nào?"),
        ("Ai chủ trỉ hội nghị?", "Ai chủ trì hội nghị?"),
        ("hội nghịbàn về gì", "hội nghị bàn về gì"),
    ],
)
def test_slips_beside_it_are_put_right_all_the_same(corrector: Corrector, typed: str, meant: str) -> None:
    assert corrector.correct(typed) == meant


def test_a_library_read_whole_is_asked_nothing() -> None:
    attested = Attested("Bộ trưởng Taro Tanabe", nothing_counted)
    assert not attested.has("taro", bare=False)
    assert not attested.pairs(bare=False) and not attested.pairs(bare=True)
