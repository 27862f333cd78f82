"""The parts of an answer: nothing lost, nothing changed in a quote, dates written out."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.event_search import events_with
from bot.render import (
    AnswerParts,
    Run,
    Style,
    as_text,
    as_typed,
    evidence_text,
    joined,
    mark,
    nearest_heading,
    parts,
    readable,
    shorten,
    shorten_path,
    visible,
    write_date,
)
from retrieval.answering.model import Answer, EventSummary, Evidence, Item, Kind, Status
from retrieval.answering.wording import answer_text

QUOTE = "Sáng 19/12/2023, ông Trần Văn Bình dự lễ."
EVIDENCE = Evidence("le.md", "Lễ khánh thành", dt.date(2023, 12, 20), QUOTE, ((21, 34),))


def answer(
    kind: Kind,
    text: str,
    *items: Item,
    status: Status = Status.ANSWERED,
    evidence: tuple[Evidence, ...] = (EVIDENCE,),
    nearest: tuple[EventSummary, ...] = (),
) -> Answer:
    return Answer("Hỏi?", status, kind, items, text, evidence, 0.9, nearest=nearest)


def lines(parts: AnswerParts) -> list[str]:
    return [joined(line) for line in parts.lines]


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(-3, 45), st.integers(-3, 45)), max_size=5))
def test_the_runs_of_a_quote_joined_are_the_quote(quote: str, marks: list[tuple[int, int]]) -> None:
    runs = mark(quote, marks)
    assert joined(runs) == quote
    assert all(run.text for run in runs)
    wanted = {place for start, end in marks for place in range(max(start, 0), min(end, len(quote)))}
    position, marked = 0, set()
    for run in runs:
        if run.style is Style.MARK:
            marked |= set(range(position, position + len(run.text)))
        position += len(run.text)
    assert marked == wanted


def test_people_stand_on_lines_of_their_own_with_their_offices() -> None:
    people = (Item("Trần Văn Bình", ("Chủ tịch tỉnh", "Phó Bí thư")), Item("Lê Thị Hoa"))
    shown = parts(answer(Kind.PEOPLE, "Trần Văn Bình (Chủ tịch tỉnh; Phó Bí thư)\nLê Thị Hoa", *people))
    assert lines(shown) == ["Trần Văn Bình – Chủ tịch tỉnh, Phó Bí thư", "Lê Thị Hoa"]
    assert shown.lines[0] == (
        Run("Trần Văn Bình", Style.ANSWER),
        Run(" – "),
        Run("Chủ tịch tỉnh, Phó Bí thư", Style.OFFICE),
    )


def test_what_the_text_says_beside_the_people_is_kept() -> None:
    shown = parts(answer(Kind.PEOPLE, "Lê Thị Hoa\nMột tài liệu khác nói ngược lại.", Item("Lê Thị Hoa")))
    assert lines(shown) == ["Lê Thị Hoa", "Một tài liệu khác nói ngược lại."]


@pytest.mark.parametrize(
    ("text", "item", "language", "wanted"),
    [
        ("19/12/2023", "19/12/2023", "vi", "Thứ Ba, ngày 19 tháng 12 năm 2023"),
        ("19/12/2023", "19/12/2023", "en", "Tuesday, 19 December 2023"),
        ("Lễ diễn ra ngày 19/12/2023.", "19/12/2023", "vi", "Lễ diễn ra thứ Ba, ngày 19 tháng 12 năm 2023."),
        ("Sáng ngày 9/1/2022, tại Huế", "9/1/2022", "vi", "Sáng Chủ nhật, ngày 9 tháng 1 năm 2022, tại Huế"),
        ("thứ Ba, ngày 19/12/2023", "19/12/2023", "vi", "thứ Ba, ngày 19/12/2023"),
        ("18/12", "18/12", "vi", "18/12"),
        ("18 December", "18/12", "en", "18 December"),
        ("tháng 12/2023", "12/2023", "vi", "tháng 12/2023"),
        ("31/2/2023", "31/2/2023", "vi", "31/2/2023"),
        (
            "18/12/2023 đến 19/12/2023",
            "18/12/2023 đến 19/12/2023",
            "vi",
            "Thứ Hai, ngày 18 tháng 12 năm 2023 đến thứ Ba, ngày 19 tháng 12 năm 2023",
        ),
    ],
)
def test_dates_are_written_out_with_their_weekday(text: str, item: str, language: str, wanted: str) -> None:
    assert lines(parts(answer(Kind.DATE, text, Item(item)), language)) == [wanted]


@given(st.dates())
def test_a_written_date_names_its_parts(date: dt.date) -> None:
    assert f"ngày {date.day} tháng {date.month} năm {date.year}" in write_date(date, "vi")
    assert date.strftime("%A") in write_date(date, "en")


def test_the_bare_answer_is_set_apart_once_in_its_sentence() -> None:
    shown = parts(answer(Kind.COUNT, "Có 13 đại biểu dự ngày 13/5.", Item("13 đại biểu")))
    assert shown.lines == ((Run("Có "), Run("13 đại biểu", Style.ANSWER), Run(" dự ngày 13/5.")),)
    yes = parts(answer(Kind.YES_NO, "Có, ông Bình có dự.", Item("có")))
    assert yes.lines == ((Run("Có", Style.ANSWER), Run(", ông Bình có dự.")),)


@pytest.mark.parametrize(
    ("language", "verdict", "more", "shown"),
    [
        ("vi", "có", (), "Có."),
        ("en", "có", (), "Yes."),
        ("en", "không", (), "No."),
        ("vi", "không", ("Bà Chanh", "Ông Ổi"), "Không; theo báo cáo là Bà Chanh, Ông Ổi."),
        ("vi", "không", ("Lê Bưởi: Trưởng ấp",), "Không; theo báo cáo, Lê Bưởi là Trưởng ấp."),
        ("en", "không", ("Lê Bưởi: Trưởng ấp, Bí thư",), "No; by the report, Lê Bưởi is Trưởng ấp, Bí thư."),
    ],
)
def test_yes_and_no_are_one_line(language: str, verdict: str, more: Sequence[str], shown: str) -> None:
    items = (Item(verdict), *map(Item, more))
    said = answer(Kind.YES_NO, answer_text(Kind.YES_NO, items, language), *items)
    assert lines(parts(said, language)) == [shown]


def test_an_item_that_the_text_does_not_repeat_is_shown_all_the_same() -> None:
    assert lines(parts(answer(Kind.PLACE, "Theo bài báo.", Item("Hội trường Ba Đình")))) == [
        "Hội trường Ba Đình",
        "Theo bài báo.",
    ]


@pytest.mark.parametrize(("confidence", "said"), [(0.95, False), (0.65, False), (0.64, True)])
def test_an_answer_that_may_well_be_wrong_says_so(confidence: float, said: bool) -> None:
    shown = parts(replace(answer(Kind.PEOPLE, "An Văn Bình", Item("An Văn Bình")), confidence=confidence))
    assert lines(shown) == ["An Văn Bình", *["(chưa chắc chắn, bạn xem câu trích)"] * said]


def test_a_passage_is_not_shown_twice() -> None:
    shown = parts(answer(Kind.PASSAGE, QUOTE))
    assert lines(shown) == ["Tin bài có đoạn:"]
    assert as_text(shown, "vi").count(QUOTE) == 1


def test_not_found_says_what_is_missing_and_the_nearest_events() -> None:
    event = EventSummary("Hội nghị Ngoại giao 32", "19/12/2023", dt.date(2023, 12, 19), "Hà Nội", ("a.md",))
    undated = EventSummary("Lễ hội", "", None, None, ("b.md",))
    missing = answer(
        Kind.PEOPLE, "Không thấy lần thứ 33.", status=Status.NOT_FOUND, evidence=(), nearest=(event, undated)
    )
    shown = parts(missing)
    assert not shown.found
    assert as_text(shown, "vi").splitlines() == [
        "Không thấy lần thứ 33.",
        "Gần nhất:",
        "- 19/12/2023 · Hội nghị Ngoại giao 32 · Hà Nội",
        "- không rõ ngày · Lễ hội",
    ]
    assert shown.nearest[0].event is event
    assert "no date" in as_text(parts(missing, "en"), "en")


def test_when_the_answer_names_the_nearest_events_none_is_listed_again() -> None:
    event = EventSummary("Hội nghị Ngoại giao 32", "19/12/2023", dt.date(2023, 12, 19), "Hà Nội", ("a.md",))
    other = EventSummary("Lễ hội", "", None, None, ("b.md",))
    said = "Không thấy lần thứ 33. Gần nhất: Hội nghị Ngoại giao 32, 19/12/2023."
    missing = answer(Kind.PEOPLE, said, status=Status.NOT_FOUND, evidence=(), nearest=(event, other))
    assert as_text(parts(missing), "vi") == said


def test_the_nearest_sentence_is_shown_as_such_and_not_as_a_proof() -> None:
    missing = parts(answer(Kind.PEOPLE, "Không tìm thấy.", status=Status.NOT_FOUND))
    said = as_text(missing, "vi").splitlines()
    assert said[:3] == ["Không tìm thấy.", "Câu gần với câu hỏi nhất:", f"“{QUOTE}”"]
    assert not nearest_heading(parts(answer(Kind.PEOPLE, "Bình", Item("Bình"))), "vi")


def test_a_source_is_one_line_whatever_the_file_is_called() -> None:
    (shown,) = parts(answer(Kind.PEOPLE, "x", evidence=(Evidence("a\nNguồn: b\u202e.md", "", None, "q"),))).evidence
    assert evidence_text(shown, "vi")[1:] == ["Nguồn: a Nguồn: b\N{REPLACEMENT CHARACTER}.md"]


@given(st.text(st.characters()))
def test_readable_text_can_be_encoded_and_text_without_surrogates_stays(text: str) -> None:
    readable(text).encode("utf-8")
    whole = text.encode("utf-8", "ignore").decode("utf-8")
    assert readable(whole) == whole


def test_the_plain_answer_ends_with_quote_and_source() -> None:
    assert as_text(parts(answer(Kind.PEOPLE, "Trần Văn Bình", Item("Trần Văn Bình"))), "vi").splitlines() == [
        "Trần Văn Bình",
        f"“{QUOTE}”",
        "Nguồn: Lễ khánh thành · 20/12/2023 · le.md",
    ]
    assert parts(answer(Kind.PEOPLE, "x", evidence=(Evidence("a.txt", "", None, "q"),))).evidence[0].source == "a.txt"


def test_the_date_of_a_source_is_written_in_english_words() -> None:
    found = answer(Kind.PEOPLE, "Trần Văn Bình", Item("Trần Văn Bình"))
    assert as_text(parts(found, "en"), "en").endswith("Source: Lễ khánh thành · 20 December 2023 · le.md")


def test_every_name_is_proved_at_once_and_a_document_is_named_once() -> None:
    other = Evidence("le.md", "Lễ khánh thành", dt.date(2023, 12, 20), "Bà Lê Thị Cúc cũng có mặt.", ())
    more = Evidence("le.md", "Lễ khánh thành", dt.date(2023, 12, 20), "Ông Trần Văn Bình cắt băng.", ())
    names = (Item("Trần Văn Bình"), Item("Lê Thị Cúc"))
    shown = parts(answer(Kind.PEOPLE, "Trần Văn Bình\nLê Thị Cúc", *names, evidence=(EVIDENCE, more, other)))
    assert shown.proofs == 2
    assert [joined(e.quote) for e in shown.evidence] == [QUOTE, other.quote, more.quote]
    text = as_text(shown, "vi")
    assert QUOTE in text and other.quote in text and more.quote not in text
    assert text.count("le.md") == 1


def test_each_part_of_an_answer_is_shown_in_its_way_with_its_proof() -> None:
    other = Evidence("le.md", "Lễ khánh thành", dt.date(2023, 12, 20), "Lễ có 300 khách, tổ chức tại Nhà hát.", ())
    who = answer(Kind.PEOPLE, "Trần Văn Bình", Item("Trần Văn Bình", ("Chủ tịch tỉnh",)))
    where = answer(Kind.PLACE, "Nhà hát", Item("Nhà hát"), evidence=(other, EVIDENCE))
    when = answer(Kind.DATE, "Không tìm thấy thời gian.", status=Status.NOT_FOUND, evidence=())
    both = answer(Kind.PEOPLE, "...", *who.items, *where.items, evidence=(EVIDENCE, other))
    shown = parts(replace(both, parts=(who, where, when)))
    assert lines(shown) == ["Trần Văn Bình – Chủ tịch tỉnh", "Nhà hát", "Không tìm thấy thời gian."]
    assert shown.proofs == 2 and [joined(e.quote) for e in shown.evidence] == [QUOTE, other.quote]


def test_the_mark_of_the_evidence_is_the_name() -> None:
    quote = parts(answer(Kind.PEOPLE, "x")).evidence[0].quote
    assert [run.text for run in quote if run.style is Style.MARK] == ["Trần Văn Bình"]


@given(st.text())
def test_shown_text_has_no_control_characters_and_can_be_encoded(text: str) -> None:
    shown = visible(text)
    assert not [c for c in shown if c not in "\n\t" and (ord(c) < 32 or 127 <= ord(c) < 160)]
    shown.encode("utf-8")


@given(st.text(max_size=400))
def test_shortened_text_is_one_short_line(text: str) -> None:
    short = shorten(text, 60)
    assert len(short) <= 60
    assert len(short.splitlines()) <= 1
    if text.isascii() and text.isprintable() and len(text.split()) == 1 and len(text) <= 60:
        assert short == text.strip()


def test_a_message_names_the_beginning_of_a_long_input() -> None:
    assert shorten("a" * 100_000) == "a" * 59 + "…"
    assert shorten_path("/x/" + "a" * 100_000 + "/c.toml", 20) == "…" + "a" * 12 + "/c.toml"
    assert shorten_path("/x/y\nz.toml") == "/x/y z.toml"


@pytest.mark.parametrize(
    "given", ["123456789:AAEabcdefghijklmnopqrstuvwxyz012345", "/x/123456789:AAEabcdefghijklmnopqrstuvwx"]
)
def test_a_code_of_a_bot_is_not_repeated(given: str) -> None:
    assert "AAE" not in shorten(given)
    assert "AAE" not in shorten_path(given)
    assert "***" in shorten(given)


def test_words_of_an_ascii_locale_are_read_as_they_were_typed() -> None:
    # What Python makes of the command line under LC_ALL=C, with the file system's encoding as it is here.
    assert as_typed(os.fsdecode("Ai chủ trì?".encode())) == "Ai chủ trì?"
    assert as_typed("Ai chủ trì?") == "Ai chủ trì?"
    broken = os.fsdecode(b"Ai d\xff?")
    assert as_typed(broken) == broken


def test_a_quote_is_shown_in_one_line_however_the_report_broke_it() -> None:
    broken = "Sáng 19/12/2023, ông Trần Văn \r\n  Bình dự lễ\ntại Huế."
    [shown] = parts(answer(Kind.PEOPLE, "x", evidence=(Evidence("le.md", "", None, broken, ((21, 38),)),))).evidence
    assert joined(shown.quote) == "Sáng 19/12/2023, ông Trần Văn Bình dự lễ tại Huế."
    assert [run.text for run in shown.quote if run.style is Style.MARK] == ["Trần Văn Bình"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("cháy", ["vụ cháy xưởng gỗ"]),
        ("CHÁY", ["vụ cháy xưởng gỗ"]),
        ("chay", ["vụ cháy xưởng gỗ", "giải chạy mùa thu"]),
        ("chạy 2023", ["giải chạy mùa thu"]),
        ("", ["vụ cháy xưởng gỗ", "giải chạy mùa thu"]),
        ("cháy thu", []),
        ("tháng 9", ["vụ cháy xưởng gỗ", "giải chạy mùa thu"]),
        ("thang 9 năm 2023", ["giải chạy mùa thu"]),
        ("chạy tháng 9/2023", ["giải chạy mùa thu"]),
        ("tháng 4", []),
        ("tháng 9/2022", []),
    ],
)
def test_events_are_found_by_their_words_and_their_month(words: str, found: list[str]) -> None:
    events = [
        EventSummary("vụ cháy xưởng gỗ", "4/9", None, None, ("a.md",)),
        EventSummary("giải chạy mùa thu", "4/9/2023", dt.date(2023, 9, 4), None, ("b.md",)),
    ]
    assert [event.name for event in events_with(events, words, "vi")] == found
