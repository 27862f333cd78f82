"""Texts with formatting, counted in UTF-16 units, and cut where one would cut them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import MessageEntity
from telegram_rules import units

from bot.telegram.richtext import RichText, join
from bot.telegram.splitting import MAX_ENTITIES, MAX_UNITS, Block, pack

pieces = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=40)


def cut(text: str, entity: MessageEntity) -> str:
    raw = text.encode("utf-16-le")
    return raw[2 * entity.offset : 2 * (entity.offset + entity.length)].decode("utf-16-le")


@given(st.lists(st.tuples(pieces, st.booleans())))
def test_entities_stand_where_the_formatted_text_does(parts: list[tuple[str, bool]]) -> None:
    whole = join((RichText.of(text, "bold") if bold else RichText.of(text) for text, bold in parts), separator="")
    found = [cut(whole.text, entity) for entity in whole.entities()]
    assert found == [RichText.of(text).text for text, bold in parts if bold]
    assert whole.units == units(whole.text)


def test_control_characters_and_lone_surrogates_do_not_get_through() -> None:
    text = RichText.of("a\x00b\x1b[31m\ud800c\r\n").text
    assert text.encode("utf-8")
    assert not re.search(r"[\x00-\x08\x1b\r]", text)


@given(st.lists(st.text(max_size=60), max_size=40), st.integers(20, 120))
def test_nothing_is_lost_and_every_message_fits(texts: list[str], most: int) -> None:
    blocks = [Block(RichText.of(text, "italic")) for text in texts]
    messages = pack(blocks, most)
    for message in messages:
        assert message.text.strip() == message.text
        assert 0 < message.units <= most
        for entity in message.entities():
            assert 0 <= entity.offset < entity.offset + entity.length <= message.units
            cut(message.text, entity)
    kept = "".join("".join(message.text.split()) for message in messages)
    assert kept == "".join("".join(block.content.text.split()) for block in blocks)


@given(st.lists(st.integers(1, 25), min_size=1, max_size=60))
def test_names_are_never_cut(sizes: list[int]) -> None:
    names = [f"Nguyễn {'Á' * size} 😀" for size in sizes]
    line = RichText()
    for name in names:
        line = line + RichText.of(name, "bold") + RichText(", ")
    bold = [cut(m.text, entity) for m in pack([Block(line)], 60) for entity in m.entities()]
    assert bold == names


def test_a_long_list_is_cut_between_items() -> None:
    items = [f"Nguyễn Văn {n} – Giám đốc Sở Nông nghiệp và Môi trường tỉnh số {n}" for n in range(200)]
    messages = pack(Block(RichText.of(item)) for item in items)
    assert len(messages) > 1
    assert [line for message in messages for line in message.text.split("\n")] == items


def test_a_long_quote_is_cut_after_sentences() -> None:
    sentences = [f"Câu số {n} nói về ông Trần Văn {n} và việc trồng rừng ở các tỉnh." for n in range(120)]
    quote = RichText.of(" ".join(sentences)).formatted("expandable_blockquote")
    messages = pack([Block(quote)])
    assert len(messages) == 2
    assert all(message.text.endswith(".") for message in messages)
    assert " ".join(message.text for message in messages) == " ".join(sentences)
    for message in messages:
        [entity] = message.entities()
        assert (entity.offset, entity.length) == (0, message.units)


def test_without_sentences_after_clauses_without_clauses_at_spaces() -> None:
    clauses = "; ".join(f"ông Trần Văn {n}" for n in range(400))
    assert all(message.text.endswith(";") for message in pack([Block(RichText.of(clauses))])[:-1])
    words = " ".join(f"chữ{n}" for n in range(900))
    assert " ".join(message.text for message in pack([Block(RichText.of(words))])) == words


@pytest.mark.parametrize("unit", ["😀", "👨‍👩‍👧‍👦", "🇻🇳", "👍🏽", "e\u0301", "a"])
def test_4096_emoji_are_not_torn(unit: str) -> None:
    messages = pack([Block(RichText.of(unit * 4096))])
    assert "".join(message.text for message in messages) == unit * 4096
    for message in messages:
        assert message.units <= MAX_UNITS
        assert message.text.replace(unit, "") == ""
        assert message.units > MAX_UNITS - units(unit) or message is messages[-1]


def test_a_message_has_at_most_a_hundred_entities() -> None:
    blocks = [Block(RichText.of(f"Tên {n}", "bold")) for n in range(250)]
    messages = pack(blocks)
    assert [len(message.entities()) for message in messages] == [MAX_ENTITIES, MAX_ENTITIES, 50]
    line = RichText()
    for n in range(250):
        line = line + RichText.of(f"Tên {n}", "bold") + RichText(", ")
    assert all(len(message.entities()) <= MAX_ENTITIES for message in pack([Block(line)]))
