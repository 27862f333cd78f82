"""Who may ask, how much, and what admins are told."""

from __future__ import annotations

import pytest
from loopback_api import LoopbackApi
from reports import WHEN, WHO
from running_bot import Running
from telegram_rules import private, supergroup, user
from test_groups import added

from bot.telegram.rate_limit import AskingLimit, Verdict

ANNA = private(7)
GROUP = supergroup(-1001)


# --- how much ---


def test_the_bucket_says_slow_down_once_until_it_is_half_full_again() -> None:
    now = [0.0]
    limit = AskingLimit(20, now=lambda: now[0])
    assert [limit.take(1) for _ in range(20)] == [Verdict.ANSWER] * 20
    assert [limit.take(1) for _ in range(3)] == [Verdict.WARN, Verdict.IGNORE, Verdict.IGNORE]
    assert limit.take(2) is Verdict.ANSWER
    now[0] += 3  # one token
    assert [limit.take(1) for _ in range(2)] == [Verdict.ANSWER, Verdict.IGNORE]
    now[0] += 30
    assert [limit.take(1) for _ in range(10)] == [Verdict.ANSWER] * 10
    assert limit.take(1) is Verdict.WARN
    now[0] += 3600
    assert [limit.take(1) for _ in range(20)] == [Verdict.ANSWER] * 20


def test_buckets_of_people_who_left_are_forgotten() -> None:
    now = [0.0]
    limit = AskingLimit(20, now=lambda: now[0])
    for person in range(5000):
        limit.take(person)
        now[0] += 1
    assert len(limit._buckets) < 4200


async def test_too_many_questions_are_answered_once_and_then_not(idle: Running, api: LoopbackApi) -> None:
    await idle.start(questions_per_minute=3)
    for _ in range(8):
        api.push("message", api.message(ANNA, WHO))
    api.push("message", api.message(private(8), WHEN))
    await api.until(lambda: any(call["chat_id"] == 8 for call in api.of("sendMessage")))
    await api.settled()
    mine = [call.text for call in api.answers(7)]
    assert len(mine) == 4
    assert sum("chậm lại một chút" in text for text in mine) == 1


async def test_buttons_and_groups_count_too(idle: Running, api: LoopbackApi) -> None:
    await idle.start(questions_per_minute=2)
    for _ in range(5):
        api.push("message", api.message(GROUP, "chuyện khác", sender=user(7)))  # not for the bot, so not counted
    api.push("message", api.message(GROUP, f"/hoi {WHO}", sender=user(7)))
    [answer] = await api.calls_of("sendMessage")
    for _ in range(3):
        api.push("callback_query", api.press(answer, "Khi nào?"))
    await api.calls_of("answerCallbackQuery", 3)
    await api.settled()
    assert len(api.of("sendMessage")) == 2
    assert [call.get("text", "")[:12] for call in api.of("answerCallbackQuery")].count("Bạn hỏi nhan") == 1


async def test_commands_and_pages_have_a_bucket_of_their_own(idle: Running, api: LoopbackApi) -> None:
    await idle.start(questions_per_minute=3)
    for _ in range(2):
        api.push("message", api.message(ANNA, "/help"))
    api.push("message", api.message(ANNA, WHO))
    await api.calls_of("sendMessage", 3)
    [answer] = [call for call in api.of("sendMessage") if call.labels]
    for _ in range(3):
        api.push("callback_query", api.press(answer, "Nguồn khác"))
    for _ in range(3):
        api.push("message", api.message(ANNA, "/sukien"))
    await api.calls_of("answerCallbackQuery", 3)
    await api.settled()
    toasts = [call.get("text", "") for call in api.of("answerCallbackQuery")]
    assert sum("chậm lại một chút" in text for text in toasts) == 1
    assert len(api.of("editMessageText")) == 1
    assert len(api.of("sendMessage")) == 3
    api.push("message", api.message(ANNA, WHEN))
    await api.calls_of("sendMessage", 4)


# --- where ---


async def test_only_allowed_chats_are_answered(idle: Running, api: LoopbackApi) -> None:
    await idle.start(allowed_chats=[7, -1001], admins=[9])
    for chat in (private(7), private(8), private(9)):
        api.push("message", api.message(chat, WHO))
    for group in (GROUP, supergroup(-1002)):
        api.push("message", api.message(group, f"/hoi {WHO}", sender=user(8)))
    for person in (7, 8):
        api.push("inline_query", {"id": str(person), "from": user(person), "query": WHO, "offset": ""})
    await api.calls_of("sendMessage", 3)
    await api.calls_of("answerInlineQuery", 1)
    await api.settled()
    assert sorted(call["chat_id"] for call in api.of("sendMessage")) == [-1001, 7, 9]
    assert [call["inline_query_id"] for call in api.of("answerInlineQuery")] == ["7"]
    assert not api.of("leaveChat")


async def test_a_group_stays_allowed_when_it_becomes_a_supergroup(idle: Running, api: LoopbackApi) -> None:
    await idle.start(allowed_chats=[-55])
    old = supergroup(-55) | {"type": "group"}
    api.push("message", api.message(old, "", sender=user(7), migrate_to_chat_id=-10055))
    api.push("message", api.message(supergroup(-10055), f"/hoi {WHO}", sender=user(7)))
    [answer] = await api.calls_of("sendMessage")
    assert answer["chat_id"] == -10055


@pytest.mark.parametrize("elsewhere", ["silent", "leave"])
async def test_a_stranger_may_not_add_the_bot_where_admins_are_set(
    idle: Running, api: LoopbackApi, elsewhere: str
) -> None:
    await idle.start(admins=[9], elsewhere=elsewhere)
    stranger, ours = supergroup(-1002), supergroup(-1003)
    api.push("my_chat_member", added(user(8), chat=stranger))
    api.push("my_chat_member", added(user(9), chat=ours))
    api.push("message", api.message(stranger, f"/hoi {WHO}", sender=user(8)))
    api.push("message", api.message(ours, f"/hoi {WHO}", sender=user(8)))
    await api.until(lambda: len(api.answers(-1003)) == 2)
    await api.settled()
    left = [call["chat_id"] for call in api.of("leaveChat")]
    if elsewhere == "leave":
        assert set(left) == {-1002}
        assert all("xin phép rời" in call.text for call in api.answers(-1002))
    else:
        assert not left
        assert not api.answers(-1002)
    assert not any("Lê Thị Mai Anh" in call.text for call in api.answers(-1002))


async def test_without_admins_any_group_may_ask(bot: Running, api: LoopbackApi) -> None:
    api.push("my_chat_member", added(user(8)))
    api.push("message", api.message(GROUP, f"/hoi {WHO}", sender=user(8)))
    await api.calls_of("sendMessage", 2)


# --- admins ---


async def test_trangthai(idle: Running, api: LoopbackApi) -> None:
    await idle.start(admins=[9])
    api.push("message", api.message(ANNA, WHO))
    api.push("message", api.message(ANNA, "Giá vàng?"))
    answers = await api.calls_of("sendMessage", 2)
    api.push("callback_query", api.press(answers[0], "👍"))
    await api.calls_of("answerCallbackQuery")
    api.push("message", api.message(private(9), "/trangthai"))
    *_, status = await api.calls_of("sendMessage", 3)
    lines = status.text.splitlines()
    assert lines[0] == "Trạng thái"
    assert lines[1].startswith("Đã chạy: ")
    assert lines[2] == "Tài liệu: 2; sự kiện: 3"
    assert lines[4].startswith("Câu hỏi hôm nay: 2; không tìm thấy: 50%; thời gian giữa: ")
    assert lines[5] == "Đánh giá: 👍 1 👎 0"
    assert lines[6] == "Không có lỗi nào."


async def test_trangthai_tells_the_last_errors_in_private_only(idle: Running, api: LoopbackApi) -> None:
    def fail() -> None:
        raise KeyError("chỗ hỏng")

    await idle.start(admins=[9])
    idle.reports.answers[WHO] = fail  # type: ignore[assignment]
    api.push("message", api.message(ANNA, WHO))
    await api.calls_of("sendMessage", 2)
    api.push("message", api.message(private(9), "/trangthai"))
    await api.until(lambda: "Lỗi gần đây:" in api.of("sendMessage")[-1].text)
    assert "KeyError: 'chỗ hỏng'" in api.of("sendMessage")[-1].text
    api.push("message", api.message(GROUP, "/trangthai", sender=user(9)))
    await api.until(lambda: api.answers(-1001))
    assert "chat riêng" in api.answers(-1001)[0].text
