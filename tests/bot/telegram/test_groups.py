"""Groups, supergroups and topics: only what is meant for the bot is answered, where it was asked."""

from __future__ import annotations

import pytest
from loopback_api import BOT, Fault, LoopbackApi, error, migrated
from reports import CHAIR, WHEN, WHO
from running_bot import Running
from telegram_rules import supergroup, user

GROUP = supergroup(-1001)
ANNA, BO = user(7), user(8)


def member(status: str = "member", **more: object) -> dict[str, object]:
    if status == "administrator":
        rights = (
            *("can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats"),
            *("can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users"),
            *("can_post_stories", "can_edit_stories", "can_delete_stories"),
        )
        return {"user": BOT, "status": status} | dict.fromkeys(rights, False) | more
    return {"user": BOT, "status": status} | more


def added(by: dict[str, object], chat: dict[str, object] = GROUP, status: str = "member") -> dict[str, object]:
    return {
        "chat": chat,
        "from": by,
        "date": 1700000000,
        "old_chat_member": member("left"),
        "new_chat_member": member(status),
    }


@pytest.mark.parametrize("kind", ["group", "supergroup"])
async def test_mention_command_and_reply_are_answered_and_nothing_else(
    bot: Running, api: LoopbackApi, kind: str
) -> None:
    group = GROUP | {"type": kind}
    api.push("message", api.message(group, WHO, sender=ANNA))
    api.push("message", api.message(group, f"{WHO} @other_bot", sender=ANNA))
    api.push("message", api.message(group, f"/hoi@other_bot {WHO}", sender=ANNA))
    asked = [
        api.message(group, f"😀 @aidu_test_bot {WHO}".replace("😀 ", ""), sender=ANNA),
        api.message(group, f"/hoi {WHO}", sender=BO),
        api.message(group, f"/hoi@AIDU_test_bot {WHO}", sender=BO),
    ]
    for message in asked:
        api.push("message", message)
    answers = await api.calls_of("sendMessage", 3)
    reply = api.message(group, WHO, sender=BO, reply_to_message=api.sent(-1001, answers[0].message_id))
    api.push("message", reply)
    answers = await api.calls_of("sendMessage", 4)
    await api.settled()
    assert len(api.of("sendMessage")) == 4
    assert {a["reply_parameters"]["message_id"] for a in answers} == {m["message_id"] for m in [*asked, reply]}
    assert all(answer.text.startswith("Lê Thị Mai Anh") for answer in answers)


async def test_a_mention_in_a_caption_after_emoji(bot: Running, api: LoopbackApi) -> None:
    caption = f"📸👨‍👩‍👧 {WHO} @Aidu_Test_Bot"
    message = api.message(
        GROUP, caption, sender=ANNA, photo=[{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]
    )
    message["caption"], message["caption_entities"] = message.pop("text"), message.pop("entities")
    bot.reports.answers[f"📸👨‍👩‍👧 {WHO}"] = CHAIR
    api.push("message", message)
    [answer] = await api.calls_of("sendMessage")
    assert answer.text.startswith("Lê Thị Mai Anh")


async def test_the_answer_goes_to_the_topic_of_the_question(bot: Running, api: LoopbackApi) -> None:
    forum = supergroup(-1002, is_forum=True)
    created = api.message(forum, "", sender=BOT)
    topic = {"message_thread_id": 44, "is_topic_message": True}
    first = created | {"forum_topic_created": {"name": "Hỏi đáp", "icon_color": 7322096}}
    # Every message of a topic replies to the one that created it; that asks nothing.
    api.push("message", api.message(forum, WHEN, sender=ANNA, reply_to_message=first, **topic))
    asked = api.message(forum, f"/hoi {WHO}", sender=ANNA, reply_to_message=first, **topic)
    api.push("message", asked)
    [answer] = await api.calls_of("sendMessage")
    await api.settled()
    assert len(api.of("sendMessage")) == 1
    assert answer["message_thread_id"] == 44
    assert answer["reply_parameters"]["message_id"] == asked["message_id"]


async def test_a_reply_thread_outside_of_topics_is_no_topic(bot: Running, api: LoopbackApi) -> None:
    api.push("message", api.message(GROUP, f"/hoi {WHO}", sender=ANNA, message_thread_id=12))
    [answer] = await api.calls_of("sendMessage")
    assert "message_thread_id" not in answer.fields


async def test_it_asks_the_message_replied_to(bot: Running, api: LoopbackApi) -> None:
    theirs = api.message(GROUP, WHO, sender=BO)
    api.push("message", api.message(GROUP, "@aidu_test_bot", sender=ANNA, reply_to_message=theirs))
    [answer] = await api.calls_of("sendMessage")
    assert answer.text.startswith("Lê Thị Mai Anh")
    api.push("message", api.message(GROUP, "/hoi", sender=ANNA, reply_to_message=theirs))
    await api.calls_of("sendMessage", 2)
    api.push("message", api.message(GROUP, "@aidu_test_bot", sender=ANNA))
    *_, hint = await api.calls_of("sendMessage", 3)
    assert "Bạn muốn hỏi gì?" in hint.text


@pytest.mark.parametrize(
    ("sees_all", "status", "said"),
    [
        (False, "member", "privacy mode"),
        (True, "member", "thấy được mọi lời nhắc"),
        (False, "administrator", "thấy được mọi lời nhắc"),
    ],
)
async def test_added_to_a_group_it_says_in_one_message_how_to_ask(
    idle: Running, api: LoopbackApi, sees_all: bool, status: str, said: str
) -> None:
    api.me["can_read_all_group_messages"] = sees_all
    await idle.start()
    api.push("my_chat_member", added(ANNA, status=status))
    [welcome] = await api.calls_of("sendMessage")
    await api.settled()
    assert len(api.of("sendMessage")) == 1
    assert "/hoi" in welcome.text
    assert "@aidu_test_bot" in welcome.text
    assert said in welcome.text


async def test_promotion_removal_and_private_blocks_are_not_greeted(bot: Running, api: LoopbackApi) -> None:
    promoted = added(ANNA) | {"old_chat_member": member(), "new_chat_member": member("administrator")}
    removed = added(ANNA) | {"old_chat_member": member(), "new_chat_member": member("left")}
    blocked = added(ANNA, chat={"id": 7, "type": "private", "first_name": "x"})
    for change in (promoted, removed, blocked):
        api.push("my_chat_member", change)
    await api.settled()
    assert not api.of("sendMessage")


async def test_a_group_that_became_a_supergroup_keeps_its_language_and_conversation(
    bot: Running, api: LoopbackApi
) -> None:
    old, new = supergroup(-55) | {"type": "group"}, supergroup(-10055)
    api.push("message", api.message(old, "/ngonngu en", sender=ANNA))
    api.push("message", api.message(old, f"/hoi {WHO}", sender=ANNA))
    await api.calls_of("sendMessage", 2)
    api.push("message", api.message(old, "", sender=ANNA, migrate_to_chat_id=-10055))
    api.push("message", api.message(new, "", sender=ANNA, migrate_from_chat_id=-55))
    api.push("my_chat_member", added(ANNA, chat=new))
    await api.settled()
    assert len(api.of("sendMessage")) == 2  # no second welcome
    api.push("message", api.message(new, "/hoi Còn ở Huế?", sender=ANNA))
    *_, answer = await api.calls_of("sendMessage", 3)
    leaned_on = bot.reports.conversation_of("Còn ở Huế?")
    assert leaned_on is not None
    assert leaned_on.event == "Hội nghị Trồng rừng lần thứ 5"
    assert "Nearest:" in answer.text


async def test_an_answer_follows_the_group_that_migrated_meanwhile(bot: Running, api: LoopbackApi) -> None:
    old = supergroup(-56) | {"type": "group"}
    with api.failing("sendMessage", migrated(-10056)):
        api.push("message", api.message(old, f"/hoi {WHO}", sender=ANNA))
        [answer] = await api.calls_of("sendMessage")
    assert answer["chat_id"] == -10056
    assert "reply_parameters" not in answer.fields
    api.push("callback_query", api.press(answer, "👍"))
    [toast] = await api.calls_of("answerCallbackQuery")
    assert toast["text"] == "Cảm ơn bạn!"


@pytest.mark.parametrize(
    "refusal",
    [
        error(403, "Forbidden: bot was kicked from the supergroup chat"),
        error(400, "Bad Request: TOPIC_CLOSED"),
        error(400, "Bad Request: not enough rights to send text messages to the chat"),
    ],
)
async def test_a_group_where_the_bot_may_not_write_is_no_error(bot: Running, api: LoopbackApi, refusal: Fault) -> None:
    with api.failing("sendMessage", refusal):
        api.push("message", api.message(GROUP, f"/hoi {WHO}", sender=ANNA))
        api.push("message", api.message(supergroup(-1003), f"/hoi {WHO}", sender=ANNA))
        [answer] = await api.calls_of("sendMessage")
    await api.settled()
    assert answer["chat_id"] in (-1001, -1003)
    assert len(api.of("sendMessage")) == 1
