"""What people write to a bot beside questions: each is answered as what it is, and no question is taken for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from retrieval import Library, Status
from retrieval.answering import wording
from retrieval.answering.asking.question import analyse
from retrieval.answering.model import Kind


@pytest.mark.parametrize(
    ("said", "aspect"),
    [
        ("cam on e", "thanks"),
        ("tks", "thanks"),
        ("em cảm ơn ạ", "thanks"),
        ("bot nay lam dc gi", "about_bot"),
        ("bạn có thể giúp gì cho tôi", "about_bot"),
        ("bạn trả lời được những gì?", "about_bot"),
        ("help", "help"),
        ("hướng dẫn sử dụng", "help"),
        ("hỏi thế nào", "help"),
        ("sao chậm thế", "slow"),
        ("bot trả lời chậm quá", "slow"),
        ("tai sao ban biet", "how_known"),
        ("nguồn ở đâu vậy", "how_known"),
        ("có chắc không", "how_known"),
        ("sai rồi", "complaint"),
        ("câu trả lời sai rồi", "complaint"),
        ("sai tên rồi", "complaint"),
        ("bot ngu the", "complaint"),
        ("chán quá", "complaint"),
        ("trả lời dài quá", "complaint"),
        ("không hiểu gì cả", "complaint"),
        ("ad ơi cho hỏi chút", "chat"),
        ("cho mình hỏi tí", "chat"),
        ("ok", "chat"),
    ],
)
def test_said_to_the_bot(said: str, aspect: str) -> None:
    assert analyse(said).aspects >= {"off_subject", aspect}
    assert wording.off_subject_text(analyse(said).aspects, "vi") != wording.say("off_subject", "vi")


@pytest.mark.parametrize(
    "question",
    [
        "bạn có biết ai chủ trì hội nghị không",
        "Anh biết gì về biển Đông?",  # the country
        "ông ấy nói gì",
        "ông Diêm nói sai gì?",
        "Ai trả lời chậm?",
        "ai đến muộn",
        "Ai giúp em bé?",
        "cho em hoi ai du",
        "Hội thảo về trí tuệ nhân tạo sai ở đâu?",
        "Ai cảm ơn đại biểu?",
        "Thông tin này do ai công bố?",
    ],
)
def test_no_question_is_small_talk(question: str) -> None:
    assert "off_subject" not in analyse(question).aspects


def test_a_complaint_is_answered_with_an_apology(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ngày 4/3/2021, ông Trần Văn Diêm dự hội nghị nghề muối Hòn Khói.", "utf-8")
    reports = Library.read([tmp_path])
    turn = reports.ask("Ai dự hội nghị nghề muối?").conversation
    answer = reports.ask("sai rồi", turn)
    assert answer.text.startswith("Xin lỗi") and answer.conversation == turn
    assert not reports.ask("bot ngu quá", turn).evidence


@pytest.mark.parametrize(
    ("said", "asked", "kind"),
    [
        (
            "Em cần gấp danh sách đại biểu dự lễ ra quân để viết tin, anh chị cho em xin với ạ",
            "Những đại biểu nào dự lễ ra quân",
            Kind.PEOPLE,
        ),
        ("anh chị cho em xin danh sách đại biểu dự hội thảo với ạ", "Những đại biểu nào dự hội thảo", Kind.PEOPLE),
        ("Mình cần tên người chủ trì hội nghị, gửi mình với", "Ai chủ trì hội nghị", Kind.PEOPLE),
        ("cho em xin ds dai bieu du hoi thao", "danh sach dai bieu du hoi thao", Kind.PEOPLE),
        ("co bn cq bao chi du", "co bao nhieu co quan bao chi du", Kind.COUNT),
        ("lđ nào pb?", "lãnh đạo nào phát biểu", Kind.PEOPLE),
        # what only looks like a request or an abbreviation
        ("Ai gửi thư cho em?", "Ai gửi thư cho em", Kind.PEOPLE),
        ("Chỗ họp rộng bao nhiêu?", "Chỗ họp rộng bao nhiêu", Kind.COUNT),
        ("Tàu DS 32 do ai lái?", "Tàu DS 32 do ai lái", Kind.PEOPLE),
    ],
)
def test_a_request_is_read_as_what_it_asks_for(said: str, asked: str, kind: Kind) -> None:
    read = analyse(said)
    assert (read.text, read.kind) == (asked, kind)


@pytest.mark.parametrize("words", ["Đến --- đốc", "Còn Còn Còn Còn", "Thứ trưởng Thứ trưởng Thứ trưởng"])
def test_words_without_a_question_are_no_search(tmp_path: Path, words: str) -> None:
    text = "Ngày 4/3/2021, Thứ trưởng Trần Văn Diêm đến dự hội nghị nghề muối; còn giám đốc sở vắng mặt."
    (tmp_path / "a.txt").write_text(text, "utf-8")
    answer = Library.read([tmp_path]).ask(words)
    assert answer.status is Status.NOT_FOUND, answer
