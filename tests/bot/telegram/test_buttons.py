"""Buttons under answers: next questions, more sources, ratings; also after a restart, and when they are foreign."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from loopback_api import Call, LoopbackApi
from reports import CHAIR, DATE, QUOTE, SECOND_QUOTE, SUMMIT, WHEN, WHO, answered, evidence
from running_bot import Running
from telegram_rules import private, supergroup, user

from retrieval.answering.model import Item, Kind

ANNA = private(7)
GROUP = supergroup(-1001)


async def ask(api: LoopbackApi, question: str = WHO, chat: dict[str, object] = ANNA) -> Call:
    before = len(api.of("sendMessage"))
    api.push("message", api.message(chat, f"/hoi {question}", sender=user(7)))
    return (await api.calls_of("sendMessage", before + 1))[-1]


async def toast(api: LoopbackApi, count: int) -> str:
    return str((await api.calls_of("answerCallbackQuery", count))[-1].get("text", ""))


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        (WHO, ["Khi nào?", "Ở đâu?", "Ai dự?", "Nguồn khác (1)", "👍", "👎"]),
        (WHEN, ["Ở đâu?", "Ai chủ trì?", "Ai dự?", "👍", "👎"]),
        ("Hội nghị Trồng rừng diễn ra ở đâu?", ["Khi nào?", "Ai chủ trì?", "Ai dự?", "👍", "👎"]),
    ],
)
async def test_the_obvious_next_questions(bot: Running, api: LoopbackApi, question: str, labels: list[str]) -> None:
    assert (await ask(api, question)).labels == labels


@pytest.mark.parametrize(
    ("label", "question"),
    [
        ("Khi nào?", f"{SUMMIT.name} diễn ra khi nào?"),
        ("Ở đâu?", f"{SUMMIT.name} diễn ra ở đâu?"),
        ("Ai dự?", f"Ai dự {SUMMIT.name}?"),
    ],
)
async def test_a_next_question_is_asked_under_the_answer(
    bot: Running, api: LoopbackApi, label: str, question: str
) -> None:
    bot.reports.answers[question] = DATE
    answer = await ask(api)
    api.push("callback_query", api.press(answer, label))
    _, further = await api.calls_of("sendMessage", 2)
    assert further["reply_parameters"]["message_id"] == answer.message_id
    assert further.marked("italic") == [question]
    assert bot.reports.conversation_of(question) == CHAIR.conversation


async def test_a_next_question_in_a_topic_stays_there(bot: Running, api: LoopbackApi) -> None:
    forum = supergroup(-1002, is_forum=True)
    asked = api.message(forum, f"/hoi {WHO}", sender=user(7), message_thread_id=44, is_topic_message=True)
    api.push("message", asked)
    [answer] = await api.calls_of("sendMessage")
    api.push("callback_query", api.press(answer, "Khi nào?", by=8))
    _, further = await api.calls_of("sendMessage", 2)
    assert further["message_thread_id"] == 44


async def test_the_nearest_events_can_be_asked_about(bot: Running, api: LoopbackApi) -> None:
    question = f"Ai chủ trì {SUMMIT.name} ngày 19/12/2023?"
    bot.reports.answers[question] = CHAIR
    answer = await ask(api, "Ai chủ trì Hội nghị Trồng rừng lần thứ 9?")
    api.push("callback_query", api.press(answer, SUMMIT.name))
    _, further = await api.calls_of("sendMessage", 2)
    assert further.marked("italic") == [question]
    assert "Lê Thị Mai Anh" in further.marked("bold")


async def test_an_example_of_start_asks_its_question(bot: Running, api: LoopbackApi) -> None:
    api.push("message", api.message(ANNA, "/start"))
    [hello] = await api.calls_of("sendMessage")
    label = hello.labels[0]
    api.push("callback_query", api.press(hello, label))
    await api.calls_of("sendMessage", 2)
    assert bot.reports.asked[-1][0] == label


async def test_other_sources_take_the_place_of_the_one_shown(bot: Running, api: LoopbackApi) -> None:
    answer = await ask(api)
    assert QUOTE in answer.text
    api.push("callback_query", api.press(answer, "Nguồn khác"))
    [second] = await api.calls_of("editMessageText")
    assert second["message_id"] == answer.message_id
    assert SECOND_QUOTE in second.text
    assert QUOTE not in second.text
    assert second.text.startswith("Lê Thị Mai Anh – Chủ tịch")
    assert second.marked("expandable_blockquote") == [SECOND_QUOTE]
    assert "Nguồn 2/2 ▸" in second.labels
    api.push("callback_query", api.press(second, "Nguồn 2/2"))
    _, first = await api.calls_of("editMessageText", 2)
    assert first.text == answer.text
    assert first.labels == answer.labels


async def test_other_sources_of_an_answer_in_several_messages(bot: Running, api: LoopbackApi) -> None:
    people = [Item(f"Nguyễn Văn Số {n}", ("Giám đốc Sở " + "Nông nghiệp " * 3,)) for n in range(150)]
    proof = [evidence(QUOTE), evidence(SECOND_QUOTE)]
    bot.reports.answers[WHO] = answered(WHO, Kind.PEOPLE, "", *people, proof=proof)
    api.push("message", api.message(ANNA, WHO))
    await api.until(lambda: any(call.labels for call in api.of("sendMessage")))
    last = api.of("sendMessage")[-1]
    assert len(api.of("sendMessage")) > 1
    assert not any(call.labels for call in api.of("sendMessage")[:-1])
    api.push("callback_query", api.press(last, "Nguồn khác"))
    [second] = await api.calls_of("editMessageText")
    assert second["message_id"] == last.message_id
    assert SECOND_QUOTE in second.text


async def test_a_rating_is_kept_once_a_person_and_changes(bot: Running, api: LoopbackApi, tmp_path: Path) -> None:
    answer = await ask(api, chat=GROUP)
    presses = [
        ("👍", 7, "Cảm ơn bạn!"),
        ("👍", 7, "đánh giá này rồi"),
        ("👎", 7, "đã ghi lại"),
        ("👎", 8, "đã ghi lại"),
    ]
    for count, (label, person, said) in enumerate(presses, start=1):
        api.push("callback_query", api.press(answer, label, by=person))
        assert said in await toast(api, count)
    assert votes(tmp_path) == {(7, -1), (8, -1)}


async def test_everything_works_after_a_restart(bot: Running, api: LoopbackApi, tmp_path: Path) -> None:
    answer = await ask(api)
    await bot.stop()
    await bot.start()
    api.push("callback_query", api.press(answer, "👎"))
    assert "đã ghi lại" in await toast(api, 1)
    assert votes(tmp_path) == {(7, -1)}
    api.push("callback_query", api.press(answer, "Nguồn khác"))
    [second] = await api.calls_of("editMessageText")
    assert SECOND_QUOTE in second.text
    api.push("callback_query", api.press(answer, "Khi nào?"))
    _, further = await api.calls_of("sendMessage", 2)
    assert bot.reports.asked[-1][1] == CHAIR.conversation
    assert further["reply_parameters"]["message_id"] == answer.message_id


@pytest.mark.parametrize(
    "data", ["", "x", "rate", "rate:1", "rate:x:1", "rate:1:5", "rate:999:+1", "source:999:1", "source::", "ask:999:0"]
)
async def test_old_and_foreign_buttons_answer_politely(bot: Running, api: LoopbackApi, data: str) -> None:
    answer = await ask(api)
    api.push("callback_query", api.press(answer, "", data=data or "?"))
    assert "cũ quá rồi" in await toast(api, 1)


async def test_a_button_does_not_work_under_another_message(bot: Running, api: LoopbackApi, tmp_path: Path) -> None:
    first = await ask(api)
    elsewhere = await ask(api, chat=GROUP)
    api.push("callback_query", api.press(elsewhere, "", data=first.button("👍")))
    assert "cũ quá rồi" in await toast(api, 1)
    assert votes(tmp_path) == set()


async def test_buttons_work_under_messages_too_old_for_telegram_to_show(bot: Running, api: LoopbackApi) -> None:
    forum = supergroup(-1002, is_forum=True)
    asked = api.message(forum, f"/hoi {WHO}", sender=user(7), message_thread_id=44, is_topic_message=True)
    api.push("message", asked)
    [answer] = await api.calls_of("sendMessage")
    for count, label in enumerate(("Khi nào?", "👍", "Nguồn khác"), start=1):
        inaccessible = {"chat": forum, "message_id": answer.message_id, "date": 0}
        api.push("callback_query", api.press(answer, label) | {"message": inaccessible})
        await toast(api, count)
    _, further = await api.calls_of("sendMessage", 2)
    assert further["message_thread_id"] == 44
    [edited] = await api.calls_of("editMessageText")
    assert SECOND_QUOTE in edited.text


async def test_pressing_twice_shows_the_same_page_once(bot: Running, api: LoopbackApi) -> None:
    answer = await ask(api)
    pressed = api.press(answer, "Nguồn khác")
    api.push("callback_query", pressed)
    api.push("callback_query", pressed | {"id": "again"})  # Telegram refuses the second edit: not modified
    await api.calls_of("answerCallbackQuery", 2)
    assert len(api.of("editMessageText")) == 1
    assert len(api.of("sendMessage")) == 1


def votes(folder: Path) -> set[tuple[int, int]]:
    [path] = (folder / "data").glob("*.sqlite3")
    connection = sqlite3.connect(path)
    try:
        return set(connection.execute("SELECT user_id, vote FROM feedback"))
    finally:
        connection.close()
