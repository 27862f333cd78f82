"""Inline mode and guest mode: answers in chats that the bot is not in."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from loopback_api import LoopbackApi, error
from reports import CHAIR, QUOTE, SECOND_QUOTE, SUMMIT, WHO, answered, evidence
from running_bot import Running
from telegram_rules import supergroup, user

from retrieval.answering.model import Item, Kind

ANNA = user(7)


def query(text: str, query_id: str = "q1", sender: dict[str, Any] = ANNA) -> dict[str, Any]:
    return {"id": query_id, "from": sender, "query": text, "offset": "", "chat_type": "supergroup"}


async def test_the_answer_and_its_evidence_are_separate_articles(bot: Running, api: LoopbackApi) -> None:
    api.push("inline_query", query(f"  {WHO} "))
    [reply] = await api.calls_of("answerInlineQuery")
    whole, first, second = reply["results"]
    assert whole["title"].startswith("Lê Thị Mai Anh – Chủ tịch")
    content = whole["input_message_content"]
    assert content["message_text"].startswith("Lê Thị Mai Anh")
    assert QUOTE in content["message_text"]
    assert {entity["type"] for entity in content["entities"]} == {"bold", "expandable_blockquote"}
    assert first["title"] == "Nguồn: Hội nghị Trồng rừng"
    assert first["description"] == QUOTE[:100].rpartition(" ")[0] + "…"
    assert second["input_message_content"]["message_text"].startswith(SECOND_QUOTE)
    assert reply["cache_time"] > 0
    assert reply["is_personal"]


async def test_at_most_five_results(bot: Running, api: LoopbackApi) -> None:
    proof = [evidence(QUOTE, title=f"Bài {n}") for n in range(9)]
    bot.reports.answers[WHO] = answered(WHO, Kind.PEOPLE, "x", Item("Lê Thị Mai Anh"), proof=proof)
    api.push("inline_query", query(WHO))
    [reply] = await api.calls_of("answerInlineQuery")
    assert [result["id"] for result in reply["results"]] == ["0", "1", "2", "3", "4"]


async def test_nothing_found_is_one_result_that_says_so(bot: Running, api: LoopbackApi) -> None:
    api.push("inline_query", query("Giá vàng hôm nay?"))
    [reply] = await api.calls_of("answerInlineQuery")
    [result] = reply["results"]
    assert result["title"] == "Không tìm thấy"
    assert SUMMIT.name in result["input_message_content"]["message_text"]


@pytest.mark.parametrize("text", ["", " ", "a", "Ai"])
async def test_a_few_letters_ask_nothing_yet(bot: Running, api: LoopbackApi, text: str) -> None:
    api.push("inline_query", query(text))
    [reply] = await api.calls_of("answerInlineQuery")
    assert reply["results"] == []
    assert reply["button"]["start_parameter"] == "help"
    assert not bot.reports.asked


async def test_an_answer_too_long_for_one_message_is_cut_at_whole_names(bot: Running, api: LoopbackApi) -> None:
    names = [f"Trần Thị Số {n} Năm Mươi" for n in range(300)]
    bot.reports.answers[WHO] = answered(
        WHO, Kind.PEOPLE, "", *(Item(name) for name in names), proof=[evidence(QUOTE, "Lê Thị Mai Anh")]
    )
    api.push("inline_query", query(WHO))
    [reply] = await api.calls_of("answerInlineQuery")
    lines = reply["results"][0]["input_message_content"]["message_text"].split("\n\n")[0].split("\n")
    assert lines[:-1] == names[: len(lines) - 1]
    assert len(lines) > 50
    assert lines[-1] == f"… và {300 - len(lines) + 1} mục nữa."


async def test_only_the_last_of_many_letters_typed_is_asked(bot: Running, api: LoopbackApi) -> None:
    typed = [WHO[:n] for n in range(10, 20)]
    bot.reports.slow[typed[0]] = 0.3
    for number, text in enumerate(typed):
        api.push("inline_query", query(text, f"q{number}"))
    await api.until(lambda: any(call["inline_query_id"] == "q9" for call in api.of("answerInlineQuery")))
    assert [question for question, _ in bot.reports.asked] == [typed[0], typed[-1]]


async def test_a_query_that_is_too_old_is_no_error(bot: Running, api: LoopbackApi) -> None:
    too_old = error(400, "Bad Request: query is too old and response timeout expired or query ID is invalid")
    with api.failing("answerInlineQuery", too_old):
        api.push("inline_query", query(WHO))
        await api.until(lambda: len([c for c in api.attempts if c.method == "answerInlineQuery"]) == 1)
    await asyncio.sleep(0.05)
    api.push("inline_query", query(WHO, "q2"))
    await api.calls_of("answerInlineQuery")


def guest(api: LoopbackApi, text: str, **more: Any) -> dict[str, Any]:
    return api.message(supergroup(-1009), text, sender=ANNA, guest_query_id=f"g-{text[-5:]}", **more)


async def test_guest_mode_answers_a_mention_in_a_chat_not_joined(bot: Running, api: LoopbackApi) -> None:
    api.push("guest_message", guest(api, f"@aidu_test_bot {WHO}"))
    [reply] = await api.calls_of("answerGuestQuery")
    assert reply["guest_query_id"] == f"g-{WHO[-5:]}"
    content = reply["result"]["input_message_content"]
    assert content["message_text"].startswith("Lê Thị Mai Anh")
    assert not api.of("sendMessage")
    api.push("guest_message", guest(api, "@aidu_test_bot Còn ở Huế?"))
    await api.calls_of("answerGuestQuery", 2)
    leaned_on = bot.reports.conversation_of("Còn ở Huế?")
    assert leaned_on is not None
    assert leaned_on.event == SUMMIT.name


async def test_guest_mode_asks_the_message_replied_to_or_says_how(bot: Running, api: LoopbackApi) -> None:
    theirs = api.message(supergroup(-1009), WHO, sender=user(8))
    api.push("guest_message", guest(api, "@aidu_test_bot", reply_to_message=theirs))
    [reply] = await api.calls_of("answerGuestQuery")
    assert reply["result"]["input_message_content"]["message_text"].startswith("Lê Thị Mai Anh")
    api.push("guest_message", guest(api, "@aidu_test_bot "))
    *_, hint = await api.calls_of("answerGuestQuery", 2)
    assert "Bạn muốn hỏi gì?" in hint["result"]["input_message_content"]["message_text"]


async def test_buttons_under_a_guest_answer(bot: Running, api: LoopbackApi) -> None:
    api.push("guest_message", guest(api, f"@aidu_test_bot {WHO}"))
    [reply] = await api.calls_of("answerGuestQuery")
    buttons = [b for row in reply["result"]["reply_markup"]["inline_keyboard"] for b in row]
    assert [button["text"] for button in buttons] == ["Nguồn khác (1)", "👍", "👎"]
    api.push("callback_query", api.press(reply, "", data=buttons[1]["callback_data"]))
    [toast] = await api.calls_of("answerCallbackQuery")
    assert toast["text"] == "Cảm ơn bạn!"
    api.push("callback_query", api.press(reply, "", data=buttons[0]["callback_data"]))
    [edited] = await api.calls_of("editMessageText")
    assert edited["inline_message_id"] == reply.result["inline_message_id"]
    assert SECOND_QUOTE in edited.text
    assert edited.text.startswith("Lê Thị Mai Anh")
    assert CHAIR.evidence[1].title in edited.text
