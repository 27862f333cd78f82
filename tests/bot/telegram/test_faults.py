"""What goes wrong between the bot and Telegram: nothing is lost, nothing is answered twice, nobody sees a trace."""

from __future__ import annotations

import asyncio
import json
import logging
import threading
import time

import pytest
from loopback_api import HTML_500, HTML_502, RESET, TOKEN, Fault, LoopbackApi, error, flood
from reports import QUOTE, WHEN, WHO, answered, evidence
from running_bot import Running
from telegram_rules import private, supergroup, user

from bot.telegram.incoming import UpdatesRequest
from retrieval.answering.model import Item, Kind

ANNA = private(7)
HANG = Fault(hang_s=1)


@pytest.mark.parametrize("fault", [HTML_500, HTML_502, RESET, error(500, "Internal Server Error")])
async def test_a_failed_answer_is_sent_again(bot: Running, api: LoopbackApi, fault: Fault) -> None:
    with api.failing("sendMessage", fault):
        api.push("message", api.message(ANNA, WHO))
        await api.calls_of("sendMessage")
    await api.settled()
    assert len(api.of("sendMessage")) == 1
    assert len(bot.reports.asked) == 1


async def test_a_server_that_hangs_is_given_up_and_asked_again(idle: Running, api: LoopbackApi) -> None:
    await idle.start(request_timeout_s=0.3)
    with api.failing("sendMessage", HANG):
        api.push("message", api.message(ANNA, WHO))
        api.push("message", api.message(private(8), WHEN))
        await api.until(lambda: {call["chat_id"] for call in api.of("sendMessage")} == {7, 8})


async def test_flood_control_is_waited_out_by_all(bot: Running, api: LoopbackApi) -> None:
    with api.failing("sendMessage", flood(1)):
        started = time.monotonic()
        api.push("message", api.message(ANNA, WHO))
        await api.until(lambda: not api.faults["sendMessage"])
        api.push("message", api.message(private(8), WHO))
        answers = await api.calls_of("sendMessage", 2)
    assert all(answer.at - started >= 1 for answer in answers)


@pytest.mark.parametrize("faults", [(HTML_502, RESET), (flood(1),)])
async def test_failing_polls_lose_no_question(bot: Running, api: LoopbackApi, faults: tuple[Fault, ...]) -> None:
    api.fail("getUpdates", *faults)
    api.push("message", api.message(ANNA, WHO))
    await api.calls_of("sendMessage")
    api.push("message", api.message(ANNA, WHEN))
    await api.calls_of("sendMessage", 2)
    await api.settled()
    assert len(api.of("sendMessage")) == 2


async def test_a_poll_that_hangs_is_given_up(idle: Running, api: LoopbackApi) -> None:
    await idle.start(request_timeout_s=0.3, poll_timeout_s=0.2)
    with api.failing("getUpdates", HANG):
        await api.until(lambda: not api.faults["getUpdates"])
        api.push("message", api.message(ANNA, WHO))
        await api.calls_of("sendMessage")


async def test_an_outage_of_seconds_loses_nothing(
    bot: Running, api: LoopbackApi, caplog: pytest.LogCaptureFixture
) -> None:
    def warnings() -> list[logging.LogRecord]:
        return [r for r in caplog.records if r.name.startswith("bot.") and r.levelno >= logging.WARNING]

    found = bot.reports.held[WHO] = threading.Event()
    api.push("message", api.message(ANNA, WHO))
    await api.until(lambda: bot.reports.asked)
    await api.stop()
    found.set()  # only now: an answer whose receipt was lost with the server would rightly be sent again
    await api.until(lambda: len(warnings()) >= 3)
    await api.start()
    api.push("message", api.message(private(8), WHEN))
    await api.until(lambda: {call["chat_id"] for call in api.of("sendMessage")} == {7, 8})
    await api.settled()
    assert len(api.of("sendMessage")) == 2
    assert not any(record.exc_info or record.exc_text for record in warnings())
    assert all("(máy chủ không nhận kết nối)" in r.message or "(kết nối bị ngắt" in r.message for r in warnings())


async def test_stopping_in_the_middle_of_an_outage(idle: Running, api: LoopbackApi) -> None:
    await idle.start(request_timeout_s=0.5)
    await api.stop()
    await asyncio.sleep(0.3)
    started = time.monotonic()
    assert await idle.stop() == 0
    assert time.monotonic() - started < 3


async def test_the_network_may_come_late_at_start(idle: Running, api: LoopbackApi) -> None:
    await api.stop()
    await idle.start(ready=False)
    await asyncio.sleep(0.3)
    await api.start()
    api.push("message", api.message(ANNA, WHO))
    await api.calls_of("sendMessage")


async def test_errors_at_start_are_tried_again(idle: Running, api: LoopbackApi) -> None:
    api.fail("getMe", HTML_502, flood(1))
    api.fail("deleteWebhook", RESET)
    api.fail("setMyCommands", HTML_500)
    await idle.start()
    api.push("message", api.message(ANNA, WHO))
    await api.calls_of("sendMessage")


async def test_an_unreachable_server_is_one_line_and_exit_2(
    idle: Running, api: LoopbackApi, capsys: pytest.CaptureFixture[str]
) -> None:
    await api.stop()
    await idle.start(ready=False, start_patience_s=0.2)
    assert await idle.ended() == 2
    [line] = capsys.readouterr().err.strip().splitlines()
    assert line.startswith(f"Lỗi: không nối được máy chủ Telegram {api.url} (máy chủ không nhận kết nối); ")
    assert TOKEN not in line


async def test_a_rejected_token_is_one_line_and_exit_2(
    idle: Running, api: LoopbackApi, capsys: pytest.CaptureFixture[str]
) -> None:
    api.token = "1:another"
    await idle.start(ready=False)
    assert await idle.ended() == 2
    [line] = capsys.readouterr().err.strip().splitlines()
    assert "không nhận mã bot này" in line
    assert TOKEN not in line


@pytest.mark.parametrize("status", [200, 404])
async def test_a_server_that_is_no_bot_api_is_one_line_and_exit_2(
    idle: Running, api: LoopbackApi, capsys: pytest.CaptureFixture[str], status: int
) -> None:
    api.fail("getMe", *[Fault(status, "<html>xin chào</html>")] * 9)
    await idle.start(ready=False, start_patience_s=0.2)
    assert await idle.ended() == 2
    [line] = capsys.readouterr().err.strip().splitlines()
    assert line.startswith(f"Lỗi: {api.url} trả lời, nhưng không phải như một máy chủ Bot API; ")


async def test_a_token_that_is_revoked_stops_with_one_line(
    bot: Running, api: LoopbackApi, capsys: pytest.CaptureFixture[str]
) -> None:
    api.token = "1:another"
    assert await bot.ended() == 2
    [line] = capsys.readouterr().err.strip().splitlines()
    assert "không nhận mã bot này" in line


async def test_409_stops_with_one_line(
    bot: Running, api: LoopbackApi, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    bot.reports.slow[WHO] = 0.3
    api.push("message", api.message(ANNA, WHO))
    await api.until(lambda: bot.reports.asked)
    conflict = error(409, "Conflict: terminated by other getUpdates request; make sure that only one bot is running")
    api.fail("getUpdates", *[conflict] * 5)
    assert await bot.ended() == 2
    [line] = capsys.readouterr().err.strip().splitlines()
    assert line == "Lỗi: một tiến trình khác đang nhận tin của bot này (409); hãy dừng nó rồi chạy lại"
    assert len(api.of("sendMessage")) == 1  # what was under way was finished


async def test_duplicates_are_answered_once_also_after_a_restart(bot: Running, api: LoopbackApi) -> None:
    update = {"update_id": 5000, "message": api.message(ANNA, WHO)}
    api.push_raw(update, dict(update), dict(update))
    await api.calls_of("sendMessage")
    await api.settled()
    api.push_raw(dict(update))
    await api.settled()
    await bot.stop()
    await bot.start()
    api.push_raw(dict(update))
    await api.settled()
    assert len(api.of("sendMessage")) == 1


async def test_updates_out_of_order_are_all_answered_once(bot: Running, api: LoopbackApi) -> None:
    people = [private(number) for number in range(10, 20)]
    updates = [{"update_id": 6000 + n, "message": api.message(chat, WHO)} for n, chat in enumerate(people)]
    api.push_raw(*updates[::-1])
    await api.calls_of("sendMessage", 10)
    api.push_raw(*[dict(update) for update in updates[::2]])
    await api.settled()
    assert sorted(call["chat_id"] for call in api.of("sendMessage")) == list(range(10, 20))


async def test_stopping_finishes_what_was_received(bot: Running, api: LoopbackApi) -> None:
    bot.reports.slow = {WHO: 0.2}
    for number in range(20, 32):
        api.push("message", api.message(private(number), WHO))
    await api.until(lambda: len(bot.reports.asked) >= 2)
    assert await bot.stop() == 0
    answered_now = {call["chat_id"] for call in api.of("sendMessage")}
    await bot.start()
    await api.until(lambda: {call["chat_id"] for call in api.of("sendMessage")} == set(range(20, 32)))
    await api.settled()
    assert answered_now == set(range(20, 32))
    assert len(api.of("sendMessage")) == 12


async def test_what_cannot_be_sent_in_time_is_answered_at_the_next_start(bot: Running, api: LoopbackApi) -> None:
    await bot.stop()
    await bot.start(stop_patience_s=0.2)
    api.fail("sendMessage", *[HTML_502] * 50)
    asked = api.message(ANNA, WHO)
    api.push("message", asked)
    await api.until(lambda: len(api.faults["sendMessage"]) < 50)
    assert await bot.stop() == 0
    assert not api.of("sendMessage")
    api.faults["sendMessage"].clear()
    await bot.start()
    [answer] = await api.calls_of("sendMessage")
    assert answer["reply_parameters"]["message_id"] == asked["message_id"]
    await bot.stop()
    await bot.start()
    await api.settled()
    assert len(api.of("sendMessage")) == 1


async def test_one_slow_question_does_not_hold_up_thirty_others(idle: Running, api: LoopbackApi) -> None:
    await idle.start(answer_timeout_s=120, request_timeout_s=60)
    found = idle.reports.held["Câu khó?"] = threading.Event()
    try:
        api.push("message", api.message(private(99), "Câu khó?"))
        await api.until(lambda: idle.reports.asked)
        for number in range(100, 130):
            api.push("message", api.message(private(number), WHO))
        others = await api.calls_of("sendMessage", 30, timeout_s=60)
        assert {call["chat_id"] for call in others} == set(range(100, 130))
    finally:
        found.set()
    await api.until(lambda: api.of("sendMessage")[30:], timeout_s=60)
    assert [call["chat_id"] for call in api.of("sendMessage")[30:]] == [99]


async def test_typing_is_shown_only_when_an_answer_takes_long(idle: Running, api: LoopbackApi) -> None:
    await idle.start(typing_after_s=0.2)
    idle.reports.slow[WHEN] = 0.5
    api.push("message", api.message(ANNA, WHO))
    await api.calls_of("sendMessage")
    assert not api.of("sendChatAction")
    forum = supergroup(-1002, is_forum=True)
    slow = api.message(forum, f"/hoi {WHEN}", sender=user(7), message_thread_id=44, is_topic_message=True)
    api.push("message", slow)
    await api.calls_of("sendMessage", 2)
    [action] = api.of("sendChatAction")
    assert (action["chat_id"], action["action"], action["message_thread_id"]) == (-1002, "typing", 44)


async def test_a_question_that_takes_too_long_gets_a_polite_line(idle: Running, api: LoopbackApi) -> None:
    await idle.start(answer_timeout_s=0.2)
    idle.reports.slow[WHO] = 0.6
    api.push("message", api.message(ANNA, WHO))
    [line] = await api.calls_of("sendMessage")
    assert "nghĩ lâu quá" in line.text


@pytest.mark.parametrize(
    "text",
    [
        "😀" * 4096,
        "<b>&_*[ai](x)`~</b> </blockquote> & < >",
        "\u202eiA\u202c \u200b\u200d\u2066dự?\u2069 مرحبا",
        "ai dự " * 600,
        "{0} %s %(x)s {name}",
    ],
)
async def test_any_question_is_answered_as_plain_text(bot: Running, api: LoopbackApi, text: str) -> None:
    quote = f"Có câu: {text[:1500]}."
    if len(text) <= 2000:
        bot.reports.answers[text.strip()] = answered(
            text.strip(), Kind.PEOPLE, "", Item(text[:500]), proof=[evidence(quote, text[:500], title=text[:300])]
        )
    api.push("message", api.message(ANNA, text, entities=[]))
    [answer] = await api.calls_of("sendMessage")
    assert "parse_mode" not in answer.fields
    if len(text) > 2000:
        assert "dài quá 2.000 ký tự" in answer.text
    else:
        assert text[:500].strip() in answer.marked("bold")[0]
        assert quote in answer.marked("expandable_blockquote")


async def test_a_long_answer_comes_in_parts_cut_between_items(bot: Running, api: LoopbackApi) -> None:
    names = [f"Nguyễn Thị Số {n} 😀" for n in range(400)]
    bot.reports.answers[WHO] = answered(WHO, Kind.PEOPLE, "", *(Item(name) for name in names), proof=[evidence(QUOTE)])
    asked = api.message(ANNA, WHO)
    api.push("message", asked)
    await api.until(lambda: any(call.labels for call in api.of("sendMessage")))
    parts = api.of("sendMessage")
    assert [name for part in parts for name in part.marked("bold")] == names
    assert parts[0]["reply_parameters"]["message_id"] == asked["message_id"]
    assert all("reply_parameters" not in part.fields for part in parts[1:])


# --- errors of the bot's own ---


async def test_an_error_goes_to_the_log_and_the_admins_and_politely_to_the_user(
    idle: Running, api: LoopbackApi, caplog: pytest.LogCaptureFixture
) -> None:
    def fail() -> None:
        raise RuntimeError(f"hỏng ở https://x/bot{TOKEN}/y")

    await idle.start(admins=[500, 501])
    idle.reports.answers[WHO] = fail  # type: ignore[assignment]
    for number in (7, 8):
        api.push("message", api.message(private(number), WHO))
    await api.until(lambda: {call["chat_id"] for call in api.of("sendMessage")} == {7, 8, 500, 501})
    await api.settled()
    told = {call["chat_id"]: call.text for call in api.of("sendMessage")}
    assert "gặp trục trặc" in told[7]
    assert told[500].startswith("⚠️ Lỗi: RuntimeError: hỏng ở https://x/bot[…]/y (")
    assert len([call for call in api.of("sendMessage") if call["chat_id"] == 500]) == 1  # not one for every error
    assert any("RuntimeError" in (record.exc_text or "") for record in caplog.records)
    assert TOKEN not in json.dumps([call.fields for call in api.calls]) + caplog.text
    api.push("message", api.message(private(9), WHEN))
    await api.until(lambda: any(call["chat_id"] == 9 for call in api.of("sendMessage")))


@pytest.mark.parametrize(
    "payload", [{}, {"message_id": 1, "date": 99999999999999, "chat": {"id": 7}}, "no message", []]
)
async def test_an_update_that_cannot_be_read_costs_no_other(
    bot: Running, api: LoopbackApi, payload: object, caplog: pytest.LogCaptureFixture
) -> None:
    api.push_raw({"update_id": 5000, "message": payload}, {"update_id": 5001, "message": api.message(ANNA, WHO)})
    await api.calls_of("sendMessage")
    await api.until(lambda: not api.waiting)  # and is not sent again
    assert [record.message.partition(":")[0] for record in caplog.records if "5000" in record.message] in (
        ["getUpdates 5000"],
        [],  # what is empty is read as nothing
    )
    api.push("message", api.message(ANNA, WHEN))
    await api.calls_of("sendMessage", 2)


def test_of_the_updates_of_a_reply_those_with_a_number_are_read() -> None:
    updates = [{"message": {}}, "text", {"update_id": True}, {"update_id": 3, "poll": 1}, {"update_id": 4}]
    reply = {"ok": True, "result": updates}
    assert UpdatesRequest.parse_json_payload(json.dumps(reply).encode())["result"] == [
        {"update_id": 3},
        {"update_id": 4},
    ]
    for other in ({"ok": True, "result": True}, {"ok": False}, []):
        assert UpdatesRequest.parse_json_payload(json.dumps(other).encode()) == other


async def test_a_server_that_says_nothing_of_the_bot_is_no_bot_api_server(
    idle: Running, api: LoopbackApi, capsys: pytest.CaptureFixture[str]
) -> None:
    api.me = {}
    await idle.start(ready=False)
    assert await idle.ended() == 2
    assert "Bot API" in capsys.readouterr().err
