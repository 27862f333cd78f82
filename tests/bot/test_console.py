"""The chat: questions, follow-ups and commands, on a screen of plain text.

The answers come from a small answerer that is written here; the real library answers in test_end_to_end.py.
"""

from __future__ import annotations

import io

import pytest

from bot.console import COMMANDS, MOST_EVENTS, Chat, PlainScreen
from retrieval.answering.model import Answer, Conversation, EventSummary, Evidence, Item, Kind, Status
from retrieval.errors import QuestionError

LE = Evidence("le.md", "Lễ khánh thành", None, "Ông Trần Văn Bình dự lễ.", ((4, 17),))
HOI = Evidence("hoi.md", "Hội nghị", None, "Bà Lê Thị Hoa chủ trì.", ((3, 13),))


class Recorder:
    """Answers everything with what was asked before; /sources has one more piece of evidence after "hai nguồn"."""

    def __init__(self, events: int = 2) -> None:
        names = ("Hội nghị Đối ngoại", "Lễ khánh thành cầu", "Kỳ họp thứ ba")
        self._events = tuple(
            EventSummary(f"{names[number % 3]} {number}", f"{number % 28 + 1}/1/2022", None, "Huế", ("a.md",))
            for number in range(events)
        )

    def ask(self, question: str, conversation: Conversation | None = None, *, language: str = "vi") -> Answer:
        if question == "từ chối":
            raise QuestionError("không nhận câu hỏi này")
        before = conversation.question if conversation else "chưa có gì"
        evidence = (LE, HOI) if question == "hai nguồn" else (LE,)
        items = (Item("Trần Văn Bình"),)
        text = f"Trần Văn Bình\nTrước đó: {before}"
        conversation = Conversation(question=question)
        return Answer(question, Status.ANSWERED, Kind.PEOPLE, items, text, evidence, 1.0, conversation=conversation)

    def events(self) -> tuple[EventSummary, ...]:
        return self._events


def talk(*typed: str, events: int = 2, language: str = "vi") -> list[str]:
    """Type lines into a chat until it ends, and return what each of them showed."""
    shown: list[str] = []
    out = io.StringIO()
    chat = Chat(Recorder(events), PlainScreen(out, language), language)
    for line in typed:
        goes_on = chat.take(line)
        shown.append(out.getvalue())
        out.seek(0)
        out.truncate()
        if not goes_on:
            break
    return shown


def test_an_answer_is_followed_by_its_quote_and_source() -> None:
    assert talk("Ai dự?\n") == [
        "Trần Văn Bình\nTrước đó: chưa có gì\n“Ông Trần Văn Bình dự lễ.”\nNguồn: Lễ khánh thành · le.md\n\n"
    ]


def test_each_question_knows_the_one_before() -> None:
    first, _, _, second = talk("Ai dự?", "/help", "từ chối", "Khi nào?")
    assert "Trước đó: chưa có gì" in first
    assert "Trước đó: Ai dự?" in second


def test_a_refused_question_is_told_and_the_chat_goes_on() -> None:
    refused, after = talk("từ chối", "Ai dự?")
    assert refused == "Lỗi: không nhận câu hỏi này\n"
    assert after.startswith("Trần Văn Bình")


def test_a_blank_line_shows_nothing() -> None:
    assert talk("", " \t\n", "\r\n") == ["", "", ""]


@pytest.mark.parametrize("command", ["/help", "/trogiup", "/HELP", " /help \n"])
def test_help_lists_every_command_with_its_vietnamese_name(command: str) -> None:
    (shown,) = talk(command)
    assert all(name in shown and alias in shown for name, alias in COMMANDS.items())


@pytest.mark.parametrize("command", ["/sources", "/nguon"])
def test_sources_shows_what_else_proves_the_last_answer(command: str) -> None:
    before, _, alone, _, more = talk(command, "Ai dự?", command, "hai nguồn", command)
    assert "Chưa có câu trả lời" in before
    assert "không có bằng chứng nào khác" in alone
    assert more == "“Bà Lê Thị Hoa chủ trì.”\nNguồn: Hội nghị · hoi.md\n\n"


@pytest.mark.parametrize("command", ["/events", "/sukien"])
def test_events_are_listed_and_narrowed_by_words_with_or_without_accents(command: str) -> None:
    everything, some, unaccented, none = talk(
        command, f"{command} khánh thành", f"{command} KHANH cau", f"{command} ngoại thương", events=3
    )
    assert everything.splitlines() == [
        "- 1/1/2022 · Hội nghị Đối ngoại 0 · Huế",
        "- 2/1/2022 · Lễ khánh thành cầu 1 · Huế",
        "- 3/1/2022 · Kỳ họp thứ ba 2 · Huế",
    ]
    assert some == unaccented == "- 2/1/2022 · Lễ khánh thành cầu 1 · Huế\n"
    assert "“ngoại thương”" in none


def test_a_long_list_of_events_says_how_many_are_left_out() -> None:
    (shown,) = talk("/events", events=MOST_EVENTS + 5)
    assert len(shown.splitlines()) == MOST_EVENTS + 1
    assert "còn 5 sự kiện" in shown
    assert talk("/events", events=0) == ["Không có sự kiện nào.\n"]


@pytest.mark.parametrize("command", ["/exit", "/thoat", "/THOAT\n"])
def test_exit_ends_the_chat(command: str) -> None:
    assert talk(command, "Ai dự?") == [""]


def test_an_unknown_command_is_named_safely() -> None:
    (shown,) = talk("/xoa\x1b[2J hết")
    assert "/xoa" in shown and "/help" in shown
    assert "\x1b" not in shown


def test_english_is_spoken_when_asked_for() -> None:
    shown = talk("/help", "Ai dự?", "/sources", "/x", language="en")
    assert shown[0].startswith("Commands of the chat")
    assert "Source: " in shown[1]
    assert "no further evidence" in shown[2]
    assert "There is no command /x" in shown[3]
