"""Follow-up questions, and questions that are edited."""

from __future__ import annotations

import asyncio
import time

import pytest
from loopback_api import Call, LoopbackApi
from reports import CHAIR, DATE, FAIR, SUMMIT, WHEN, WHO, answered
from running_bot import Running
from telegram_rules import find_entities, private, supergroup, user

from retrieval.answering.model import Conversation, Item, Kind

ANNA = private(7)
GROUP = supergroup(-1001)
FOLLOW = "Còn ở Huế?"
FAIR_QUESTION = "Ai khai mạc Hội chợ Sách?"
FAIR_ANSWER = answered(
    FAIR_QUESTION,
    Kind.PEOPLE,
    "Hồ Văn Ba",
    Item("Hồ Văn Ba"),
    event=FAIR,
    conversation=Conversation(question=FAIR_QUESTION, event=FAIR.name),
)


async def say(api: LoopbackApi, text: str, chat: dict[str, object] = ANNA, by: int = 7, **more: object) -> Call:
    before = len(api.of("sendMessage"))
    api.push("message", api.message(chat, text, sender=user(by), **more))
    return (await api.calls_of("sendMessage", before + 1))[-1]


def event_of(bot: Running, question: str = FOLLOW) -> str:
    conversation = bot.reports.conversation_of(question)
    return conversation.event if conversation else ""


async def test_a_follow_up_leans_on_the_question_before(bot: Running, api: LoopbackApi) -> None:
    await say(api, WHO)
    await say(api, FOLLOW)
    assert event_of(bot) == SUMMIT.name


async def test_two_questions_sent_at_once_are_answered_in_order(bot: Running, api: LoopbackApi) -> None:
    bot.reports.slow[WHO] = 0.3
    first, second = api.message(ANNA, WHO), api.message(ANNA, FOLLOW)
    api.push("message", first)
    api.push("message", second)
    answers = await api.calls_of("sendMessage", 2)
    assert [a["reply_parameters"]["message_id"] for a in answers] == [first["message_id"], second["message_id"]]
    assert event_of(bot) == SUMMIT.name


async def test_two_peoples_threads_in_a_group_do_not_mix(bot: Running, api: LoopbackApi) -> None:
    bot.reports.answers[FAIR_QUESTION] = FAIR_ANSWER
    await say(api, f"/hoi {WHO}", GROUP, by=7)
    await say(api, f"/hoi {FAIR_QUESTION}", GROUP, by=8)
    await say(api, f"/hoi {FOLLOW}", GROUP, by=7)
    assert event_of(bot) == SUMMIT.name
    await say(api, f"/hoi {FOLLOW}", GROUP, by=8)
    assert event_of(bot) == FAIR.name
    await say(api, f"/hoi {FOLLOW}", GROUP, by=9)
    assert event_of(bot) == ""


async def test_a_reply_to_an_answer_leans_on_that_answer(bot: Running, api: LoopbackApi) -> None:
    bot.reports.answers[FAIR_QUESTION] = FAIR_ANSWER
    about_summit = await say(api, f"/hoi {WHO}", GROUP, by=7)
    await say(api, f"/hoi {FAIR_QUESTION}", GROUP, by=8)
    replied = api.sent(-1001, about_summit.message_id)
    await say(api, FOLLOW, GROUP, by=8, reply_to_message=replied)
    assert event_of(bot) == SUMMIT.name


async def test_topics_are_kept_apart(bot: Running, api: LoopbackApi) -> None:
    await say(api, f"/hoi {WHO}", GROUP, message_thread_id=4, is_topic_message=True)
    await say(api, f"/hoi {FOLLOW}", GROUP, message_thread_id=5, is_topic_message=True)
    assert event_of(bot) == ""


async def test_it_survives_a_restart_and_is_forgotten_after_a_while(idle: Running, api: LoopbackApi) -> None:
    await idle.start()
    await say(api, WHO)
    await idle.stop()
    await idle.start()
    await say(api, FOLLOW)
    assert event_of(idle) == SUMMIT.name
    await idle.stop()
    await idle.start(conversation_minutes=0.001)
    answer = await say(api, WHO)
    await asyncio.sleep(0.3)
    await say(api, FOLLOW)
    assert event_of(idle) == ""
    await say(api, FOLLOW, reply_to_message=api.sent(7, answer.message_id))
    assert event_of(idle) == ""


async def test_xoa_forgets(bot: Running, api: LoopbackApi) -> None:
    answer = await say(api, WHO)
    said = await say(api, "/xoa")
    assert said.text == "Tôi đã quên cuộc trò chuyện này."
    await say(api, FOLLOW)
    assert event_of(bot) == ""
    await say(api, FOLLOW, reply_to_message=api.sent(7, answer.message_id))
    assert event_of(bot) == ""


async def test_xoa_in_a_group_forgets_only_ones_own(bot: Running, api: LoopbackApi) -> None:
    await say(api, f"/hoi {WHO}", GROUP, by=7)
    await say(api, f"/hoi {WHO}", GROUP, by=8)
    await say(api, "/xoa@aidu_test_bot", GROUP, by=7)
    await say(api, f"/hoi {FOLLOW}", GROUP, by=8)
    assert event_of(bot) == SUMMIT.name
    await say(api, f"/hoi {FOLLOW}", GROUP, by=7)
    assert event_of(bot) == ""


# --- edits ------------------------------------------------------------------------------------------------------------


def edit(message: dict[str, object], text: str, later_s: int = 1) -> dict[str, object]:
    edited_at = int(time.time()) + later_s
    return message | {"text": text, "entities": find_entities(text), "edit_date": edited_at}


async def test_an_edited_question_edits_its_answer(bot: Running, api: LoopbackApi) -> None:
    asked = api.message(ANNA, WHO)
    api.push("message", asked)
    [answer] = await api.calls_of("sendMessage")
    api.push("edited_message", edit(asked, WHEN))
    [edited] = await api.calls_of("editMessageText")
    assert edited["message_id"] == answer.message_id
    assert "tháng 12 năm 2023" in edited.text
    assert len(api.of("sendMessage")) == 1


async def test_an_edit_in_a_group_takes_the_mention_out_again(bot: Running, api: LoopbackApi) -> None:
    asked = api.message(GROUP, f"@aidu_test_bot {WHO}", sender=user(7))
    api.push("message", asked)
    await api.calls_of("sendMessage")
    api.push("edited_message", edit(asked, f"{WHEN} @aidu_test_bot"))
    await api.calls_of("editMessageText")
    assert bot.reports.asked[-1][0] == WHEN
    api.push("edited_message", edit(asked, "thôi khỏi", later_s=2))  # no longer for the bot: the answer stays
    await api.settled()
    assert len(api.of("editMessageText")) == 1


async def test_an_edit_that_changes_nothing_costs_nothing(bot: Running, api: LoopbackApi) -> None:
    asked = api.message(ANNA, WHO)
    api.push("message", asked)
    await api.calls_of("sendMessage")
    api.push("edited_message", edit(asked, WHO))
    await api.settled()
    assert len(bot.reports.asked) == 1
    assert not api.of("editMessageText")


async def test_an_edit_whose_answer_is_the_same_or_gone_is_no_error(bot: Running, api: LoopbackApi) -> None:
    bot.reports.answers["Ai chủ trì Hội nghị trồng rừng"] = CHAIR
    asked = api.message(ANNA, WHO)
    api.push("message", asked)
    [answer] = await api.calls_of("sendMessage")
    api.push("edited_message", edit(asked, "Ai chủ trì Hội nghị trồng rừng"))  # "message is not modified"
    await api.until(lambda: len(bot.reports.asked) == 2)
    api.delete(7, answer.message_id)
    api.push("edited_message", edit(asked, WHEN, later_s=2))
    await api.until(lambda: len(bot.reports.asked) == 3)
    await api.settled()
    assert len(api.of("sendMessage")) == 1  # no apology, no second answer


async def test_the_question_before_the_edit_is_not_leaned_on(bot: Running, api: LoopbackApi) -> None:
    bot.reports.answers[FAIR_QUESTION] = FAIR_ANSWER
    await say(api, FAIR_QUESTION)
    asked = api.message(ANNA, WHO)
    api.push("message", asked)
    await api.calls_of("sendMessage", 2)
    api.push("edited_message", edit(asked, FOLLOW))
    await api.calls_of("editMessageText")
    assert event_of(bot) == FAIR.name  # what stood before the edited message, not its own first version


async def test_the_edit_of_an_older_question_does_not_change_the_subject(bot: Running, api: LoopbackApi) -> None:
    bot.reports.answers[FAIR_QUESTION] = FAIR_ANSWER
    older = api.message(ANNA, WHO)
    api.push("message", older)
    await api.calls_of("sendMessage")
    await say(api, FAIR_QUESTION)
    api.push("edited_message", edit(older, WHEN))
    await api.calls_of("editMessageText")
    await say(api, FOLLOW)
    assert event_of(bot) == FAIR.name


async def test_an_edit_makes_more_and_fewer_messages(bot: Running, api: LoopbackApi) -> None:
    many = "Ai dự?"
    people = [Item(f"Nguyễn Thị Số {n}", ("Phó Giám đốc Sở Tài nguyên và Môi trường",)) for n in range(150)]
    bot.reports.answers[many] = answered(many, Kind.PEOPLE, "", *people)
    asked = api.message(ANNA, WHO)
    api.push("message", asked)
    [answer] = await api.calls_of("sendMessage")
    api.push("edited_message", edit(asked, many))
    await api.until(lambda: any(call.labels for call in api.of("sendMessage")[1:]))
    [edited] = api.of("editMessageText")
    assert edited["message_id"] == answer.message_id
    assert not edited.labels
    added = [call.message_id for call in api.of("sendMessage")[1:]]
    assert added
    api.push("edited_message", edit(asked, WHO, later_s=2))
    await api.calls_of("deleteMessage", len(added))
    assert [call["message_id"] for call in api.of("deleteMessage")] == added
    assert api.sent(7, answer.message_id)["text"] == answer.text


async def test_an_edit_can_make_a_question_of_a_fresh_message_only(bot: Running, api: LoopbackApi) -> None:
    plain = api.message(GROUP, WHO, sender=user(7))
    api.push("message", plain)
    api.push("edited_message", edit(plain, f"@aidu_test_bot {WHO}"))
    [answer] = await api.calls_of("sendMessage")
    assert answer["reply_parameters"]["message_id"] == plain["message_id"]
    old = api.message(GROUP, f"@aidu_test_bot {WHO}", sender=user(7)) | {"date": int(time.time()) - 7200}
    api.push("edited_message", edit(old, f"@aidu_test_bot {WHEN}"))
    await api.settled()
    assert len(api.of("sendMessage")) == 1


@pytest.mark.parametrize("edit_first", [True, False])
async def test_an_edit_and_its_message_in_any_order(bot: Running, api: LoopbackApi, edit_first: bool) -> None:
    asked = api.message(ANNA, WHO)
    first = {"update_id": 2001, "message": asked}
    second = {"update_id": 2002, "edited_message": edit(asked, WHEN)}
    api.push_raw(*([second, first] if edit_first else [first, second]))
    await api.until(lambda: bot.reports.asked and bot.reports.asked[-1][0] == WHEN)
    await api.settled()
    [answer] = api.of("sendMessage")
    assert "tháng 12 năm 2023" in api.sent(7, answer.message_id)["text"]
    assert DATE.question in [question for question, _ in bot.reports.asked]
