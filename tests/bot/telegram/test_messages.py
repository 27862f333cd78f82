"""Answers as Telegram messages, down to the entity; hostile texts stay plain text."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reports import CHAIR, FAIR, MAI_ANH, QUOTE, SUMMIT, WHO, answered, evidence, not_found
from telegram.constants import MessageEntityType as Entity
from telegram_rules import units

from bot.telegram import messages, prompts
from bot.telegram.codec import decode_answer, decode_conversation, encode_answer, encode_conversation
from bot.telegram.richtext import RichText, shorten
from retrieval.answering.model import Answer, Conversation, EventSummary, Evidence, Item, Kind

HOSTILE = [
    "<b>&_*[x](y)`~ ||</b>",
    "</blockquote><script>&amp;&lt;",
    "\u202eđảo ngược\u202c \u200b\u200d\u2066ẩn\u2069",
    "مرحبا שלום Ái 👩‍👩‍👦‍👦",
    "%s {0} {name} \\n",
    "@everyone /start #thẻ https://example.vn",
]


def cut(text: RichText, kind: str) -> list[str]:
    raw = text.text.encode("utf-16-le")
    return [
        raw[2 * entity.offset : 2 * (entity.offset + entity.length)].decode("utf-16-le")
        for entity in text.entities()
        if entity.type == kind
    ]


def test_the_bare_answer_comes_first_then_the_quote_then_the_source() -> None:
    [message] = messages.compose(CHAIR, "vi")
    answer, quote_and_source = message.text.split("\n\n")
    assert answer == "Lê Thị Mai Anh – Chủ tịch Hiệp hội Rừng xanh"
    assert quote_and_source == f"{QUOTE}\nNguồn: Hội nghị Trồng rừng · 20/12/2023"
    assert cut(message, Entity.EXPANDABLE_BLOCKQUOTE) == [QUOTE]
    assert cut(message, Entity.BOLD) == ["Lê Thị Mai Anh"] * 2  # the answer, and where the quote has it


def test_a_list_is_written_as_lines() -> None:
    people = answered(WHO, Kind.PEOPLE, "", MAI_ANH, Item("Hồ Văn Ba"), Item("Y Moan", ("già làng", "nghệ sĩ")))
    [message] = messages.compose(people, "vi")
    assert message.text.splitlines() == [
        "Lê Thị Mai Anh – Chủ tịch Hiệp hội Rừng xanh",
        "Hồ Văn Ba",
        "Y Moan – già làng, nghệ sĩ",
    ]
    assert cut(message, Entity.BOLD) == ["Lê Thị Mai Anh", "Hồ Văn Ba", "Y Moan"]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    quote = f"😀 {text} nói {text}."
    hostile = answered(WHO, Kind.PEOPLE, "", Item(text, (text,)), proof=[evidence(quote, text, title=text)])
    [message] = messages.compose(hostile, "vi", title=text)
    assert cut(message, Entity.BOLD) == [text, text]
    assert cut(message, Entity.ITALIC) == [text]
    assert cut(message, Entity.EXPANDABLE_BLOCKQUOTE) == [quote]
    assert message.text.count(text) == 6


def test_a_title_stands_above() -> None:
    [message] = messages.compose(CHAIR, "vi", title="Ai chủ trì?")
    assert message.text.startswith("Ai chủ trì?\nLê Thị Mai Anh")
    assert cut(message, Entity.ITALIC) == ["Ai chủ trì?"]


def test_not_found_lists_the_nearest_events() -> None:
    [message] = messages.compose(not_found("?"), "vi")
    assert message.text.splitlines()[0].startswith("Không tìm thấy")
    assert f"• 19/12/2023 · {SUMMIT.name} · Đà Lạt" in message.text.splitlines()


def test_not_found_shows_the_nearest_sentence_under_its_own_heading() -> None:
    near = dataclasses.replace(not_found("?"), evidence=(evidence(QUOTE, ""),))
    for message in (*messages.compose(near, "vi"), messages.compose_one(near, "vi")):
        lines = [line for line in message.text.splitlines() if line]
        assert lines[lines.index("Câu gần với câu hỏi nhất:") + 1] == QUOTE
        assert cut(message, Entity.EXPANDABLE_BLOCKQUOTE) == [QUOTE]


def test_events_that_the_text_names_are_not_listed_again() -> None:
    [message] = messages.compose(not_found("?", f"Không tìm thấy. Gần nhất: {SUMMIT.name}."), "vi")
    assert message.text == f"Không tìm thấy. Gần nhất: {SUMMIT.name}."


@pytest.mark.parametrize(
    ("text", "most", "wanted"),
    [
        ("Hội nghị Ngoại giao", 30, "Hội nghị Ngoại giao"),
        ("Hội nghị Ngoại giao lần thứ 32", 20, "Hội nghị Ngoại giao…"),
        ("Hội nghị, Ngoại giao", 10, "Hội nghị…"),
        ("Hội\n nghị", 10, "Hội nghị"),
        ("x" * 30, 10, "x" * 9 + "…"),
    ],
)
def test_a_short_line_is_cut_between_words(text: str, most: int, wanted: str) -> None:
    assert shorten(text, most) == wanted
    assert len(shorten(text, most)) <= most


def test_a_label_keeps_the_date_and_a_question_begins_with_a_capital() -> None:
    event = dataclasses.replace(SUMMIT, name="hội nghị trực tuyến triển khai trồng một tỷ cây xanh tại tất cả các tỉnh")
    [prompt] = prompts.about_nearest(dataclasses.replace(not_found("?"), kind=Kind.DATE, nearest=(event,)), "vi")
    assert prompt.label == "hội nghị trực tuyến triển khai trồng một tỷ… · 19/12/2023"
    assert prompt.question.startswith("Hội nghị trực tuyến")


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("hội nghị nghề muối", ["Khi nào?", "Ở đâu?", "Ai dự?"]),
        ("vụ cháy chợ Gành", ["Khi nào?", "Ở đâu?"]),
        ("Chợ Gành cháy trong đêm", ["Khi nào?", "Ở đâu?"]),
    ],
)
def test_who_chaired_is_offered_where_people_meet(name: str, labels: list[str]) -> None:
    answer = dataclasses.replace(CHAIR, event=dataclasses.replace(SUMMIT, name=name))
    assert [prompt.label for prompt in prompts.follow_ups(answer, "vi")] == labels


def test_english() -> None:
    [message] = messages.compose(not_found("?", "Not found."), "en")
    assert "Nearest:" in message.text
    [message] = messages.compose(CHAIR, "en")
    assert "Source: " in message.text


texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=300)
items = st.builds(Item, texts.filter(bool), st.tuples(texts))
pieces = st.builds(
    lambda quote, places, title: Evidence(
        "a.md", title, dt.date(2024, 1, 2), quote, tuple((min(p), max(p)) for p in places)
    ),
    st.text(st.characters(exclude_categories=("Cs",)), max_size=6000),
    st.lists(st.tuples(st.integers(0, 300), st.integers(0, 300)), max_size=4),
    texts,
)


@settings(max_examples=60, deadline=None)
@given(st.lists(items, max_size=40), st.lists(pieces, max_size=3), st.sampled_from(list(Kind)))
def test_whatever_the_answer_telegram_takes_it(people: list[Item], proof: list[Evidence], kind: Kind) -> None:
    answer = answered(WHO, kind, "\n".join(item.text for item in people), *people, proof=proof)
    shown = [*messages.compose(answer, "vi"), messages.compose_one(answer, "vi")]
    if proof:
        shown.append(messages.compose_source(answer, "vi", 5))
    for message in shown:
        assert message.units == units(message.text) <= 4096
        assert len(message.entities()) <= 100
        assert message.text == message.text.strip()
        for entity in message.entities():
            assert 0 <= entity.offset < entity.offset + entity.length <= message.units


@given(st.builds(Conversation, texts, texts, texts, texts), st.lists(items, max_size=3), st.lists(pieces, max_size=2))
@settings(max_examples=40, deadline=None)
def test_answers_and_conversations_survive_as_json(
    conversation: Conversation, people: list[Item], proof: list[Evidence]
) -> None:
    answer = answered(WHO, Kind.PEOPLE, "x", *people, proof=proof, nearest=(SUMMIT, FAIR), conversation=conversation)
    assert decode_answer(encode_answer(answer)) == answer
    assert decode_conversation(encode_conversation(conversation)) == conversation
    assert decode_conversation(encode_conversation(None)) is None
    dated = dataclasses.replace(answer, items=(Item("19/12/2023", date=dt.date(2023, 12, 19)),), event=None)
    assert decode_answer(encode_answer(dated)) == dated
    both = dataclasses.replace(answer, parts=(answer, dated))
    assert decode_answer(encode_answer(both)) == both


def test_what_a_newer_version_wrote_can_be_read() -> None:
    written = encode_answer(CHAIR).replace('"question":', '"invented_later": 1, "question":', 1)
    assert decode_answer(written) == CHAIR


def test_what_an_older_version_wrote_can_be_read() -> None:
    assert '"parts": []' in (written := encode_answer(CHAIR))
    assert decode_answer(written.replace(', "parts": []', "")) == CHAIR


@pytest.mark.parametrize(
    ("count", "page", "bounds"), [(0, 0, (0, 0)), (8, 0, (0, 8)), (9, 1, (8, 9)), (9, 7, (8, 9)), (9, -1, (0, 8))]
)
def test_pages(count: int, page: int, bounds: tuple[int, int]) -> None:
    assert messages.bounds(count, page) == bounds


@pytest.mark.parametrize(
    ("seconds", "said"), [(0, "0 giây"), (59, "59 giây"), (61, "1 phút 1 giây"), (90061, "1 ngày 1 giờ")]
)
def test_durations(seconds: int, said: str) -> None:
    assert messages.duration(dt.timedelta(seconds=seconds), "vi") == said


def test_a_page_of_the_longest_titles_fits() -> None:
    events = [EventSummary("Hội nghị " * 200, "1/1/2024", dt.date(2024, 1, 1), "Huế " * 200, ()) for _ in range(8)]
    assert messages.events_page(events, 0, "vi").units <= 4096


def test_example_questions_are_about_events_with_short_names() -> None:
    long = dataclasses.replace(SUMMIT, name="Hội nghị " * 20)
    assert all("Hội chợ" in prompt.question for prompt in prompts.examples([long, FAIR]))
    assert len(prompts.examples([long])) == 3
    assert prompts.examples([]) == []


def test_an_answer_about_no_event_offers_no_next_question() -> None:
    without: Answer = dataclasses.replace(CHAIR, event=None)
    assert prompts.follow_ups(without, "vi") == []
