"""Which messages are meant for the bot, and what is left of them as a question: tables."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from loopback_api import BOT
from telegram import Message, User
from telegram_rules import find_entities, private, supergroup, units, user

from bot.telegram import utf16
from bot.telegram.addressing import Way, read

ME = User.de_json(dict(BOT))
GROUP = supergroup(-1001)


def message(text: str | None, *, chat: dict[str, Any] = GROUP, caption: bool = False, **more: Any) -> Message:
    fields: dict[str, Any] = {"message_id": 5, "date": int(dt.datetime.now().timestamp()), "chat": chat}
    fields["from"] = more.pop("sender", user(7))
    if text is not None:
        names = ("caption", "caption_entities") if caption else ("text", "entities")
        fields |= {names[0]: text, names[1]: more.pop("entities", find_entities(text))}
    built = Message.de_json(fields | more)
    assert built is not None
    return built


def reply_to(text: str, sender: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {
        "reply_to_message": {
            "message_id": 3,
            "date": 1,
            "chat": GROUP,
            "from": sender,
            "text": text,
            "entities": find_entities(text),
        }
        | more
    }


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("@aidu_test_bot Ai dự hội nghị?", "Ai dự hội nghị?"),
        ("Ai dự hội nghị? @aidu_test_bot", "Ai dự hội nghị?"),
        ("Còn @aidu_test_bot ai dự?", "Còn ai dự?"),
        ("@AIDU_Test_Bot, ai dự?", "ai dự?"),
        ("@aidu_test_bot: ai dự?", "ai dự?"),
        ("😀👍🏽🇻🇳 @aidu_test_bot ai dự?", "😀👍🏽🇻🇳 ai dự?"),
        ("𝔸i 😀 dự @aidu_test_bot, hôm đó?", "𝔸i 😀 dự, hôm đó?"),
        ("@aidu_test_bot@aidu_test_bot ai dự?", "@aidu_test_bot ai dự?"),
        ("@lan_nguyen @aidu_test_bot ai dự?", "@lan_nguyen ai dự?"),
        ("@aidu_test_bot Ai dự?\nỞ đâu? @aidu_test_bot", "Ai dự?\nỞ đâu?"),
        ("@aidu_test_bot", ""),
    ],
)
def test_a_mention_is_taken_out_of_the_question(text: str, question: str) -> None:
    for caption in (False, True):
        entities = [entity for entity in find_entities(text) if entity["type"] == "mention"]
        if "@aidu_test_bot@" in text:
            entities = entities[:1]
        addressed = read(message(text, caption=caption, entities=entities), ME)
        assert addressed is not None
        assert (addressed.way, addressed.question) == (Way.MENTION, question)


def test_a_text_mention_of_the_bot_and_of_another() -> None:
    text = "😀 Trợ lý ơi, ai dự?"
    entity = {"type": "text_mention", "offset": 3, "length": 6, "user": BOT}
    addressed = read(message(text, entities=[entity]), ME)
    assert addressed is not None
    assert addressed.question == "😀 ơi, ai dự?"
    assert read(message(text, entities=[entity | {"user": user(8)}]), ME) is None


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("/hoi Ai dự?", "Ai dự?"),
        ("/ask@aidu_test_bot Ai dự?", "Ai dự?"),
        ("/HOI@AIDU_TEST_BOT\nAi dự?", "Ai dự?"),
        ("/hoi @aidu_test_bot Ai dự?", "Ai dự?"),
        ("/hoi", ""),
        ("/hoi@aidu_test_bot", ""),
    ],
)
def test_the_command_asks(text: str, question: str) -> None:
    for caption in (False, True):
        addressed = read(message(text, caption=caption), ME)
        assert addressed is not None
        assert (addressed.way, addressed.question) == (Way.COMMAND, question)


@pytest.mark.parametrize(
    "text",
    [
        "Ai dự hội nghị?",
        "@aidu_test_bot_2 ai dự?",
        "@khac ai dự?",
        "/hoi@other_bot Ai dự?",
        "/sukien",
        "/bay @aidu_test_bot",
        "thư tới a@aidu_test_bot.vn",
        "nói về /hoi giữa câu",
        "",
    ],
)
def test_what_is_not_meant_for_the_bot(text: str) -> None:
    for caption in (False, True):
        assert read(message(text, caption=caption), ME) is None


def test_a_reply_to_the_bot_asks_and_other_replies_do_not() -> None:
    addressed = read(message("Còn ở Huế?", **reply_to("Lê Thị Mai Anh", BOT)), ME)
    assert addressed is not None
    assert (addressed.way, addressed.question, addressed.chain) == (Way.REPLY, "Còn ở Huế?", 3)
    not_ours = [
        reply_to("chào", user(8)),
        reply_to("kết quả", user(8), via_bot=BOT),
        reply_to("kết quả", BOT, via_bot=BOT),
        reply_to("", BOT, forum_topic_created={"name": "Chủ đề", "icon_color": 7322096}),
    ]
    for more in not_ours:
        assert read(message("Còn ở Huế?", **more), ME) is None
    assert read(message(None, **reply_to("Lê Thị Mai Anh", BOT)), ME) is None  # a sticker


@pytest.mark.parametrize(
    "text", ["/hoi", "@aidu_test_bot", "/hoi@aidu_test_bot", "😀 @aidu_test_bot".removeprefix("😀 ")]
)
def test_without_text_of_its_own_it_asks_the_message_replied_to(text: str) -> None:
    cases = [
        (reply_to("Ai dự hội nghị?", user(8)), "Ai dự hội nghị?"),
        (reply_to("😀 @aidu_test_bot Ai dự?", user(8)), "😀 Ai dự?"),
        (reply_to("/hoi Ai dự?", user(8)), "Ai dự?"),
        (reply_to("", user(8), caption="Ai trong ảnh?"), "Ai trong ảnh?"),
        (
            reply_to("Ai dự? Ở đâu?", user(8)) | {"quote": {"text": "Ở đâu?", "position": 7, "is_manual": True}},
            "Ở đâu?",
        ),
        (reply_to("Lê Thị Mai Anh", BOT), ""),
        (reply_to("", BOT, forum_topic_created={"name": "Chủ đề", "icon_color": 7322096}), ""),
    ]
    for more, question in cases:
        if "caption" in more["reply_to_message"]:
            del more["reply_to_message"]["text"], more["reply_to_message"]["entities"]
        addressed = read(message(text, **more), ME)
        assert addressed is not None
        assert addressed.question == question


def test_in_private_every_text_asks() -> None:
    for text in ("Ai dự?", "@aidu_test_bot Ai dự?", "😀 Ai dự?"):
        addressed = read(message(text, chat=private(7)), ME)
        assert addressed is not None
        assert addressed.question == text.replace("@aidu_test_bot ", "")


def test_people_who_write_in_the_name_of_a_group_are_heard_and_bots_are_not() -> None:
    anonymous = user(1087968824, is_bot=True)
    assert read(message("/hoi Ai dự?", sender=anonymous, sender_chat=GROUP), ME)
    assert read(message("/hoi Ai dự?", sender=user(9, is_bot=True)), ME) is None
    assert read(message("/hoi Ai dự?", via_bot=BOT), ME) is None


@given(st.text(), st.text(), st.sampled_from(["@aidu_test_bot", "@AIDU_TEST_BOT"]))
def test_a_mention_is_found_and_removed_wherever_it_stands(before: str, after: str, mention: str) -> None:
    text = f"{before} {mention} {after}"
    entity = {"type": "mention", "offset": units(f"{before} "), "length": units(mention)}
    addressed = read(message(text, entities=[entity]), ME)
    assert addressed is not None
    kept = addressed.question.split()
    words = [*before.split(), *after.split()]
    # Nothing but punctuation at the mention's sides may differ.
    assert "".join(kept) in "".join(words)
    assert "".join(kept).strip(",;:.!–—-") == "".join(words).strip(",;:.!–—-")


@given(st.text(), st.integers(0, 50))
def test_utf16_agrees_with_the_codec(text: str, offset: int) -> None:
    assert utf16.length(text) == units(text)
    position = utf16.index(text, offset)
    assert units(text[:position]) >= min(offset, units(text))
    assert position == 0 or units(text[: position - 1]) < offset
    assert units(utf16.prefix(text, offset)) <= offset
    assert text.startswith(utf16.prefix(text, offset))
