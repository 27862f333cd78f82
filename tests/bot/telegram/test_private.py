"""Private chats: any text is a question; the commands."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest
from loopback_api import LoopbackApi
from reports import CHAIR, DATE, FAIR, QUOTE, SUMMIT, WHEN, WHO, Reports, document
from running_bot import Running
from telegram_rules import private, user

ANNA = private(7)


async def test_any_text_is_a_question(bot: Running, api: LoopbackApi) -> None:
    asked = api.message(ANNA, WHO)
    api.push("message", asked)
    [answer] = await api.calls_of("sendMessage")
    assert answer["chat_id"] == 7
    assert answer["reply_parameters"]["message_id"] == asked["message_id"]
    assert answer.text.startswith("Lê Thị Mai Anh – Chủ tịch Hiệp hội Rừng xanh")
    assert answer.marked("bold") == ["Lê Thị Mai Anh", "Lê Thị Mai Anh"]
    assert answer.marked("expandable_blockquote") == [QUOTE]
    assert answer.text.endswith("Nguồn: Hội nghị Trồng rừng · 20/12/2023")
    assert answer["link_preview_options"]["is_disabled"]


async def test_a_date_is_written_out_with_its_weekday(bot: Running, api: LoopbackApi) -> None:
    api.push("message", api.message(ANNA, WHEN))
    [answer] = await api.calls_of("sendMessage")
    assert answer.marked("bold")[0].lower() == "thứ ba, ngày 19 tháng 12 năm 2023"


@pytest.mark.parametrize("command", ["/hoi", "/ask", "/hoi@aidu_test_bot", "/ASK@AIDU_TEST_BOT"])
async def test_the_command_asks(bot: Running, api: LoopbackApi, command: str) -> None:
    api.push("message", api.message(ANNA, f"{command} {WHO}"))
    [answer] = await api.calls_of("sendMessage")
    assert answer.text.startswith("Lê Thị Mai Anh")


async def test_a_command_without_a_question_says_how(bot: Running, api: LoopbackApi) -> None:
    api.push("message", api.message(ANNA, "/hoi"))
    [hint] = await api.calls_of("sendMessage")
    assert "/hoi Ai chủ trì" in hint.text
    assert not bot.reports.asked


async def test_a_caption_is_a_question_and_a_sticker_is_none(bot: Running, api: LoopbackApi) -> None:
    photo = [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]
    message = api.message(ANNA, "", photo=photo, caption=WHO)
    del message["text"], message["entities"]
    api.push("message", message)
    [answer] = await api.calls_of("sendMessage")
    assert answer.text.startswith("Lê Thị Mai Anh")
    bare = {name: value for name, value in message.items() if name != "caption"} | {"message_id": 900}
    api.push("message", bare)
    _, hint = await api.calls_of("sendMessage", 2)
    assert "chỉ đọc được chữ" in hint.text


async def test_not_found_offers_the_nearest_events(bot: Running, api: LoopbackApi) -> None:
    api.push("message", api.message(ANNA, "Ai dự Hội nghị Trồng rừng lần thứ 6?"))
    [answer] = await api.calls_of("sendMessage")
    assert answer.text.startswith("Không tìm thấy")
    assert SUMMIT.name in answer.text
    assert [label for label in answer.labels if "·" in label] == [
        f"{SUMMIT.name} · 19/12/2023",
        f"{FAIR.name} · 2/2/2024",
    ]


async def test_start_says_what_it_holds_and_gives_three_examples(bot: Running, api: LoopbackApi) -> None:
    api.push("message", api.message(ANNA, "/start"))
    [hello] = await api.calls_of("sendMessage")
    assert "2 tài liệu với 3 sự kiện, từ 19/12/2023 đến 2/2/2024" in hello.text
    assert len(hello.labels) == 3
    assert all(label.endswith("?") for label in hello.labels)


async def test_start_over_an_empty_corpus(idle: Running, api: LoopbackApi) -> None:
    idle.library = Reports(events=())
    idle.reports.documents = ()
    await idle.start()
    api.push("message", api.message(ANNA, "/start"))
    [hello] = await api.calls_of("sendMessage")
    assert "chưa có tài liệu nào" in hello.text
    assert not hello.labels
    for command, said in (("/sukien", "Chưa có sự kiện nào."), ("/nguon", "Chưa có tài liệu nào.")):
        api.push("message", api.message(ANNA, command))
        await api.until(lambda said=said: api.of("sendMessage")[-1].text == said)


async def test_help_tells_every_way_to_ask(bot: Running, api: LoopbackApi) -> None:
    api.push("message", api.message(ANNA, "/help"))
    [help_] = await api.calls_of("sendMessage")
    for said in ("@aidu_test_bot", "/hoi", "/sukien", "/nguon", "/xoa", "/ngonngu"):
        assert said in help_.text


async def test_events_by_date_in_pages(idle: Running, api: LoopbackApi) -> None:
    day = dt.date(2024, 1, 1)
    idle.library = Reports(
        CHAIR,
        events=[
            dataclasses.replace(SUMMIT, name=f"Sự kiện {n}", date=day.replace(day=n), when=f"{n}/1/2024")
            for n in range(1, 20)
        ],
    )
    await idle.start()
    api.push("message", api.message(ANNA, "/sukien"))
    [first] = await api.calls_of("sendMessage")
    assert first.text.startswith("Các sự kiện (1–8 trong 19)")
    assert "1. 1/1/2024 · Sự kiện 1 · Đà Lạt" in first.text
    assert first.labels == [*"12345678", "Sau ▸"]
    api.push("callback_query", api.press(first, "Sau"))
    [second] = await api.calls_of("editMessageText")
    assert "9. 9/1/2024 · Sự kiện 9" in second.text
    assert second.labels == ["9", "10", "11", "12", "13", "14", "15", "16", "◂ Trước", "Sau ▸"]
    api.push("callback_query", api.press(second, "Sau"))
    _, third = await api.calls_of("editMessageText", 2)
    assert third.labels == ["17", "18", "19", "◂ Trước"]
    api.push("callback_query", api.press(third, "18"))
    _, asked = await api.calls_of("sendMessage", 2)
    assert asked.marked("italic") == ["Ai dự Sự kiện 18 ngày 18/1/2024?"]


async def test_events_by_words_in_pages(idle: Running, api: LoopbackApi) -> None:
    names = [f"{'Lễ hội' if n % 2 else 'Hội nghị'} số {n}" for n in range(1, 24)]
    idle.library = Reports(CHAIR, events=[dataclasses.replace(SUMMIT, name=name) for name in names])
    await idle.start()
    for typed in ("/sukien lễ HỘI đà lạt", "/sukien@aidu_test_bot le hoi da lat"):
        api.push("message", api.message(ANNA, typed))
        *_, first = await api.calls_of("sendMessage", 1 + ("@" in typed))
        words = typed.partition(" ")[2]
        assert first.text.startswith(f"Các sự kiện khớp với “{words}” (1–8 trong 12)\n1. 19/12/2023 · Lễ hội số 1 · ")
        assert "Hội nghị" not in first.text
    api.push("callback_query", api.press(first, "Sau"))
    [second] = await api.calls_of("editMessageText")
    assert "(9–12 trong 12)" in second.text and "9. 19/12/2023 · Lễ hội số 17" in second.text
    assert second.labels == ["9", "10", "11", "12", "◂ Trước"]
    api.push("callback_query", api.press(second, "◂"))
    _, again = await api.calls_of("editMessageText", 2)
    assert again.text == first.text
    api.push("message", api.message(ANNA, "/sukien nhảy múa"))
    *_, none = await api.calls_of("sendMessage", 3)
    assert (none.text, none.labels) == ("Không có sự kiện nào khớp với “nhảy múa”.", [])


async def test_a_question_without_words_is_told_in_one_sentence(bot: Running, api: LoopbackApi) -> None:
    api.push("message", api.message(ANNA, "a" * 2001))
    [told] = await api.calls_of("sendMessage")
    assert told.text.count("âu hỏi") == 1


async def test_documents_in_pages(idle: Running, api: LoopbackApi) -> None:
    idle.library = Reports(CHAIR)
    idle.reports.documents = [document(f"{n}.md", f"Bài số {n}") for n in range(1, 11)]
    await idle.start()
    api.push("message", api.message(ANNA, "/nguon"))
    [first] = await api.calls_of("sendMessage")
    assert first.text.splitlines()[:2] == ["Các tài liệu (1–8 trong 10)", "1. Bài số 1 · 20/12/2023"]
    api.push("callback_query", api.press(first, "Sau"))
    [second] = await api.calls_of("editMessageText")
    assert second.text.splitlines()[1:] == ["9. Bài số 9 · 20/12/2023", "10. Bài số 10 · 20/12/2023"]


async def test_language_is_kept_per_chat(bot: Running, api: LoopbackApi) -> None:
    api.push("message", api.message(ANNA, "/ngonngu en"))
    await api.calls_of("sendMessage")
    api.push("message", api.message(ANNA, "/help"))
    _, help_ = await api.calls_of("sendMessage", 2)
    assert help_.text.startswith("How to ask")
    api.push("message", api.message(private(8), "/help"))
    *_, other = await api.calls_of("sendMessage", 3)
    assert other.text.startswith("Cách hỏi")
    api.push("message", api.message(ANNA, "/ngonngu"))
    *_, which = await api.calls_of("sendMessage", 4)
    assert which.labels == ["Tiếng Việt", "English"]
    api.push("callback_query", api.press(which, "Tiếng Việt"))
    [toast] = await api.calls_of("answerCallbackQuery")
    assert toast["text"] == "Từ giờ tôi nói tiếng Việt."
    api.push("message", api.message(ANNA, "/ngonngu tlh"))
    *_, unknown = await api.calls_of("sendMessage", 5)
    assert "vi (tiếng Việt)" in unknown.text


async def test_an_unknown_command_gets_a_hint(bot: Running, api: LoopbackApi) -> None:
    api.push("message", api.message(ANNA, "/trangthai"))
    api.push("message", api.message(ANNA, "/bay"))
    for hint in await api.calls_of("sendMessage", 2):
        assert "không có lệnh này" in hint.text


async def test_service_messages_and_inline_results_are_not_answered(bot: Running, api: LoopbackApi) -> None:
    pinned = api.message(ANNA, "")
    del pinned["text"]
    api.push("message", pinned | {"pinned_message": api.message(ANNA, "x")})
    api.push("message", api.message(ANNA, WHO, via_bot=api.me))
    api.push("message", api.message(ANNA, WHO, sender=user(9, is_bot=True)))
    api.push("message", api.message(ANNA, WHEN))
    await api.calls_of("sendMessage")
    await api.settled()
    assert [question for question, _ in bot.reports.asked] == [DATE.question]


async def test_the_command_menu_is_set_for_both_kinds_of_chats_and_both_languages(
    bot: Running, api: LoopbackApi
) -> None:
    menus = {
        (call["scope"]["type"], call.get("language_code", "")): call["commands"] for call in api.of("setMyCommands")
    }
    assert set(menus) == {
        (scope, code) for scope in ("all_private_chats", "all_group_chats") for code in ("", "vi", "en")
    }
    assert {"command": "hoi", "description": "Hỏi một câu"} in menus["all_group_chats", "vi"]
    assert {"command": "ask", "description": "Ask a question"} in menus["all_private_chats", "en"]
