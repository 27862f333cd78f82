"""Questions that ask for several things at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval import Kind, Library, Status
from retrieval.answering.several import parts_of
from retrieval.answering.wording import part_not_found

REPORTS = {
    "hop-lang.txt": """Hội nghị nghề muối ở Hòn Khói

Sáng 4/3/2021, hội nghị nghề muối khai mạc tại Nhà văn hóa Hòn Khói do ông Trần Văn Diêm chủ trì.

Bà Lê Thị Mận phát biểu tại hội nghị nghề muối.
""",
    "hoi-cho.txt": "Hội chợ chiếu cói do bà Phạm Thị Lác khai mạc ngày 9/5/2021. Nhiều người dự.",
}


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("several")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, "utf-8")
    return Library.read([Path(folder)])


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("Hội nghị nghề muối diễn ra ở đâu, khi nào?", ("Hội nghị nghề muối diễn ra ở đâu", "khi nào")),
        ("Hội chợ mở ngày nào và ở đâu vậy?", ("Hội chợ mở ngày nào", "ở đâu")),
        ("Hội chợ mở ngày nào ở đâu?", ("Hội chợ mở ngày nào", "ở đâu")),
        ("hoi cho dien ra o dau khi nao", ("hoi cho dien ra o dau", "khi nao")),
        ("hoi cho dien ra khi nao va do ai chu tri", ("hoi cho dien ra khi nao", "do ai chu tri")),
        (
            "Hội chợ diễn ra ở đâu, ngày nào và có bao nhiêu người dự?",
            ("Hội chợ diễn ra ở đâu", "ngày nào", "có bao nhiêu người dự"),
        ),
        ("Hội chợ diễn ra khi nào? Ai khai mạc?", ("Hội chợ diễn ra khi nào", "Ai khai mạc?")),
        ("Ai khai mạc hội nghị và có bao nhiêu chuyên đề?", ("Ai khai mạc hội nghị", "có bao nhiêu chuyên đề")),
        ("Ai khai mạc hội nghị và hội nghị đó họp ở đâu?", ("Ai khai mạc hội nghị", "hội nghị đó họp ở đâu")),
        (
            "Bà Mận dự hội nghị nào? Ông Diêm có dự hội chợ không?",
            ("Bà Mận dự hội nghị nào", "Ông Diêm có dự hội chợ không?"),
        ),
        ("Hội chợ do bà Lác khai mạc? Đúng không?", ("Hội chợ do bà Lác khai mạc? Đúng không?",)),
        ("Có bao nhiêu người dự và ai khai mạc?", ("Có bao nhiêu người dự", "ai khai mạc")),
        ("Ai dự và chủ trì hội chợ chiếu cói?", ("Ai dự hội chợ chiếu cói", "Ai chủ trì hội chợ chiếu cói")),
        ("nhung ai du, phat bieu o hoi cho", ("nhung ai du o hoi cho", "nhung ai phat bieu o hoi cho")),
        ("Hội chợ do ai khai mạc và bế mạc?", ("Hội chợ do ai khai mạc", "Hội chợ do ai bế mạc")),
        ("Ở hội chợ, ai chủ trì và ai phát biểu?", ("Ở hội chợ, ai chủ trì", "Ở hội chợ, ai phát biểu")),
        ("Ai dự hội chợ và ai khai mạc?", ("Ai dự hội chợ", "ai khai mạc")),
        ("Hội chợ ở đâu, khi nào, ai dự và ai khai mạc?", ("Hội chợ ở đâu", "khi nào", "ai dự", "ai khai mạc")),
        ("Ở đâu và khi nào hội chợ khai mạc?", ("Ở đâu hội chợ khai mạc?", "Khi nào hội chợ khai mạc?")),
    ],
)
def test_what_is_asked_one_after_another(question: str, parts: tuple[str, ...]) -> None:
    assert [p.lower() for p in parts_of(question)] == [p.lower() for p in parts]


@pytest.mark.parametrize(
    "question",
    [
        "Hội nghị nghề muối diễn ra ở đâu?",
        "Lũ quét qua xã nào, huyện nào?",  # one place
        "Hội chợ kéo dài từ ngày nào đến ngày nào?",
        "Ông Diêm và bà Mặn dự hội nghị nào, ở đâu cũng được?",
        "Trong lễ khai mạc, ai phát biểu?",
        "Chào bot? Hội chợ diễn ra khi nào?",
        "Hội chợ mở lúc nào và mấy giờ?",
        "Sau khi rời Hòn Khói và trước khi về, ông ấy đi đâu?",
        "Ai chủ trì, điều hành hội chợ?",  # one deed in two words
        "Vị lãnh đạo nào đến dự và phát biểu ở hội chợ?",  # one who did both
        "Ai dự khai mạc, bế mạc hội chợ?",
        "Ai dự hội chợ và phiên bế mạc?",
        "Ai dự hội chợ và ai dự phiên bế mạc?",
        "khi nào?",
        "",
    ],
)
def test_one_thing_asked_stays_one(question: str) -> None:
    assert parts_of(question) == (question,)


@pytest.mark.parametrize(
    "question", ["Hội nghị nghề muối diễn ra ở đâu, khi nào?", "hoi nghi nghe muoi dien ra o dau va khi nao"]
)
def test_each_part_is_answered_with_its_proof(reports: Library, question: str) -> None:
    answer = reports.ask(question)
    assert answer.kind is Kind.PLACE
    assert [i.text for i in answer.items] == ["Nhà văn hóa Hòn Khói", "4/3/2021"]
    assert answer.question == question and len(answer.parts) == 2
    assert all(any(e.quote in d.text for d in reports.documents) for e in answer.evidence)


def test_a_part_that_no_report_tells_is_said_so(reports: Library) -> None:
    answer = reports.ask("Hội chợ chiếu cói khai mạc khi nào và có bao nhiêu người dự?")
    assert answer.status is Status.ANSWERED and [i.text for i in answer.items] == ["9/5/2021"]
    assert answer.text.splitlines()[-1] == "Không tìm thấy số lượng."
    nothing = reports.ask("Hội chợ nón lá lần thứ 7 khai mạc khi nào và ở đâu?")
    assert nothing.status is Status.NOT_FOUND and not nothing.items and not nothing.parts


def test_two_deeds_are_told_apart(reports: Library) -> None:
    answer = reports.ask("Ai chủ trì và phát biểu tại hội nghị nghề muối?")
    assert [i.text for i in answer.items] == ["Trần Văn Diêm", "Lê Thị Mận"]
    assert answer.text == "Chủ trì:\nTrần Văn Diêm\nPhát biểu:\nLê Thị Mận"
    english = reports.ask("Ai chủ trì và ký tại hội nghị nghề muối?", language="en")
    assert english.text == "Chaired:\nTrần Văn Diêm\nSigned:\nWho: not found."
    assert [i.text for i in english.items] == ["Trần Văn Diêm"]


def test_the_talk_goes_on_from_the_last_part(reports: Library) -> None:
    answer = reports.ask("Hội nghị nghề muối diễn ra khi nào và ở đâu?")
    following = reports.ask("ai chủ trì?", answer.conversation)
    assert [i.text for i in following.items] == ["Trần Văn Diêm"]


@pytest.mark.parametrize("kind", Kind)
def test_of_every_kind_it_can_be_said_that_it_was_not_found(kind: Kind) -> None:
    assert part_not_found(kind, "vi").endswith(".") and part_not_found(kind, "en").endswith("not found.")
