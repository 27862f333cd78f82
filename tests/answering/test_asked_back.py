"""A claim is put to the test by asking for each of its details, and comparing the answer with what it has there."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval import Library
from retrieval.answering.asking.question import analyse
from retrieval.answering.claims.asked_back import asked_back, settle
from retrieval.answering.evidence.people_asked import Named
from retrieval.answering.model import Kind, Status

REPORT = """Khánh thành trạm bơm Cồn Dừa

Sáng 14-6, tại huyện Thạnh Lợi, ông Lâm Văn Bắc, Giám đốc Sở Thủy lợi, cắt băng khánh thành trạm bơm Cồn Dừa. \
Trạm bơm Cồn Dừa được khởi công ngày 3-2 với tổng vốn 45 tỷ đồng.

Bà Đoàn Thị Mơ, Chủ tịch Hội Nông dân, cho rằng giá điện bơm nước vẫn còn cao. Ông Lâm Văn Bắc chủ trì buổi họp \
dân chiều cùng ngày, có 120 hộ dân dự. Hội Nông dân nhận bàn giao nhiều \
máy bơm; tiền điện do Sở Thủy lợi chi trả. Khi lắp máy bơm, ông Lâm Văn Bắc đã đưa anh Tạ Văn Lụa bị thương đi cấp cứu.
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("asked_back")
    (folder / "tram-bom.txt").write_text(REPORT, "utf-8")
    return Library.read([Path(folder)])


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Trạm bơm Cồn Dừa được khởi công ngày 3/2 phải không?", ["có"]),
        ("Trạm bơm Cồn Dừa được khởi công ngày 14/6 phải không?", ["không", "3/2"]),
        ("Nghe nói tổng vốn trạm bơm Cồn Dừa là 45 tỷ đồng hả?", ["có"]),
        ("Nghe nói tổng vốn trạm bơm Cồn Dừa là 120 tỷ đồng hả?", ["không", "45 tỷ đồng"]),
        ("Trạm bơm Cồn Dừa được khởi công ngày 14/6?", ["không", "3/2"]),
        ("Bà Đoàn Thị Mơ, người nói giá điện còn cao, là Chủ tịch Hội Nông dân phải không?", ["có"]),
        ("Tiền điện của trạm bơm Cồn Dừa có phải do Sở Thủy lợi chi trả không?", ["có"]),
        ("Có phải bà Đoàn Thị Mơ cho rằng giá điện bơm nước vẫn còn cao không?", ["có"]),
    ],
)
def test_a_claim_agrees_with_the_answers_to_its_details(report: Library, claim: str, verdict: list[str]) -> None:
    assert [item.text for item in report.ask(claim).items][: len(verdict)] == verdict


@pytest.mark.parametrize(
    "claim",
    [
        "Có phải ông Lâm Văn Bắc cho rằng giá điện bơm nước vẫn còn cao không?",
        "Bà Đoàn Thị Mơ, người nói giá điện còn cao, là Giám đốc Sở Thủy lợi phải không?",
        "Có phải bà Đoàn Thị Mơ chủ trì buổi họp dân không?",
        "Tiền điện của trạm bơm Cồn Dừa có phải do Hội Nông dân chi trả không?",
        "Người bị thương khi lắp máy bơm có phải là ông Lâm Văn Bắc không?",
    ],
)
def test_what_another_did_or_holds_is_no_yes(report: Library, claim: str) -> None:
    answer = report.ask(claim)
    assert answer.status is Status.NOT_FOUND or answer.items[0].text == "không"


_BAC = "Lâm Văn Bắc"


@pytest.mark.parametrize(
    ("claim", "asked"),
    [
        (
            "Có phải ông Lâm Văn Bắc cắt băng ngày 14/6 không?",
            ["Ông Lâm Văn Bắc cắt băng ngày nào", "Ai cắt băng ngày 14/6"],
        ),
        ("Buổi họp dân do ông Lâm Văn Bắc chủ trì phải không?", ["Buổi họp dân do ai chủ trì"]),
        ("Người cắt băng là ông Lâm Văn Bắc đúng không?", ["Người cắt băng là ai"]),
        ("Ông Lâm Văn Bắc là Giám đốc Sở Thủy lợi phải không?", ["Lâm Văn Bắc giữ chức gì"]),
        ("Nghe nói có 120 hộ dân dự họp hả?", ["Có bao nhiêu hộ dân dự họp"]),
        # Not asked for: the day of what was before, the third of a series, whose wife it is; nothing of a denial.
        ("Sau lễ ngày 14/6, ông Lâm Văn Bắc có họp dân không?", ["Sau lễ ngày 14/6, ai họp dân"]),
        ("Vợ ông Lâm Văn Bắc có dự đợt 3 không?", []),
        ("Có phải ông Lâm Văn Bắc không dự lễ ngày 14/6 không?", []),
    ],
)
def test_what_is_asked_back(claim: str, asked: list[str]) -> None:
    question = analyse(claim)
    at = question.text.find(_BAC)
    named = [Named("lamvanbac", _BAC, at, at + len(_BAC))] if at >= 0 else []
    assert [back.text for back in asked_back(question, named)] == asked


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Trạm bơm Cồn Dừa được khởi công ngày 3/2?", Kind.YES_NO),
        ("Lễ khánh thành có 120 hộ dân tham dự?", Kind.YES_NO),
        ("Chủ trì buổi họp dân ngày 14/6?", Kind.PEOPLE),
        ("Trạm bơm Cồn Dừa ra sao ở Thạnh Lợi?", Kind.PASSAGE),
    ],
)
def test_a_sentence_with_a_detail_asks_whether(text: str, kind: Kind) -> None:
    assert (analyse(text).kind is Kind.YES_NO) == (kind is Kind.YES_NO)


def test_of_a_claim_with_many_details_a_few_are_asked_back() -> None:
    days = ", ".join(f"ngày {day}/5/2024" for day in range(1, 29))
    asked: list[object] = []
    settle(analyse(f"Có phải trạm bơm Cồn Dừa được khởi công {days} không?"), (), None, asked.append)
    assert 1 < len(asked) < 10
