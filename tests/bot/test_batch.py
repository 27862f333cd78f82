"""JSON lines in and out: the contract, line by line, whatever comes in.

The answers come from a small answerer that is written here, so that every status and fault can be called forth; the
real library answers in test_end_to_end.py.
"""

from __future__ import annotations

import datetime as dt
import io
import json
import os
import select
import threading
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.batch import MOST_LINE_BYTES, as_line, as_record, run
from retrieval.answering.model import Answer, Conversation, Evidence, Item, Kind, Status
from retrieval.errors import QuestionError


class Recorder:
    """Answers with the question before in the same conversation; knows three troublesome questions."""

    def ask(self, question: str, conversation: Conversation | None = None, *, language: str = "vi") -> Answer:
        if question == "hỏng":
            raise ZeroDivisionError("a fault of ours")
        if question == "từ chối":
            raise QuestionError("câu hỏi bị từ chối")
        question.encode("utf-8")  # as tokenizers do
        before = conversation.question if conversation else ""
        return Answer(
            question.strip(),
            Status.ANSWERED,
            Kind.PEOPLE,
            (Item("Lê Thị Hoa", ("Bí thư",)), Item("Trần Văn Bình")),
            f"{language}: {before}",
            (Evidence("a.md", "Bài", dt.date(2023, 12, 19), "câu\u2028văn"), Evidence("b.md", "", None, "q")),
            0.98765,
            conversation=Conversation(question=question),
        )


def answers(*lines: str | bytes | dict[str, Any], language: str = "vi") -> list[dict[str, Any]]:
    """Run lines through a batch and return what came out, each line read on its own."""
    given = [
        json.dumps(line).encode() if isinstance(line, dict) else line.encode() if isinstance(line, str) else line
        for line in lines
    ]
    out = io.StringIO()
    run(Recorder(), io.BytesIO(b"\n".join(given)), out, language)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_a_line_has_the_keys_of_the_contract_in_order() -> None:
    (line,) = answers({"id": "7", "question": "Ai dự?", "more": 1})
    elapsed_ms = line.pop("elapsed_ms")
    assert isinstance(elapsed_ms, float) and elapsed_ms >= 0
    assert list(line) == ["id", "question", "status", "kind", "items", "text", "evidence", "confidence"]
    assert line == {
        "id": "7",
        "question": "Ai dự?",
        "status": "answered",
        "kind": "people",
        "items": [{"text": "Lê Thị Hoa", "offices": ["Bí thư"]}, {"text": "Trần Văn Bình", "offices": []}],
        "text": "vi: ",
        "evidence": [
            {"document": "a.md", "title": "Bài", "published": "2023-12-19", "quote": "câu\u2028văn"},
            {"document": "b.md", "title": "", "published": None, "quote": "q"},
        ],
        "confidence": 0.988,
    }


def test_only_people_have_offices_and_only_complete_dates_a_date() -> None:
    items = (Item("19/12/2023", date=dt.date(2023, 12, 19)), Item("18/12"))
    answer = Answer("Khi nào?", Status.ANSWERED, Kind.DATE, items, "", (), 1.0)
    assert as_record(answer, 1.26)["items"] == [{"text": "19/12/2023", "date": "2023-12-19"}, {"text": "18/12"}]
    assert as_record(answer, 1.26)["elapsed_ms"] == 1.3


def test_lines_of_one_chat_share_a_conversation_in_order_and_others_share_nothing() -> None:
    out = answers(
        {"id": 1, "question": "một", "chat": "a"},
        {"id": 2, "question": "hai", "chat": "b"},
        {"id": 3, "question": "ba"},
        {"id": 4, "question": "bốn", "chat": "a"},
        {"id": 5, "question": "năm"},
        {"id": 6, "question": "từ chối", "chat": "a"},
        {"id": 7, "question": "bảy", "chat": "a"},
        {"id": 8, "question": "tám", "chat": None},
        {"id": 9, "question": "chín", "chat": ""},
    )
    assert {line["id"]: line.get("text") for line in out} == {
        1: "vi: ",
        2: "vi: ",
        3: "vi: ",
        4: "vi: một",
        5: "vi: ",
        6: None,
        7: "vi: bốn",
        8: "vi: ",
        9: "vi: ",
    }


def test_chats_of_different_types_are_different_chats() -> None:
    chats = [1, "1", True, {"a": [1]}, 1.5]
    out = answers(*[{"question": f"{chat}", "chat": chat} for chat in chats * 2])
    assert [line["text"] for line in out] == ["vi: "] * len(chats) + [f"vi: {chat}" for chat in chats]


@pytest.mark.parametrize(
    ("line", "known", "word"),
    [
        (b"garbage", {}, "dòng 1 không phải một đối tượng JSON"),
        (b"[1, 2]", {}, "JSON"),
        (b'"question"', {}, "JSON"),
        (b"{'question': 1}", {}, "JSON"),
        (b'{"id": NaN, "question": "x"}', {}, "JSON"),
        (b'{"id": 1e999, "question": "x"}', {}, "JSON"),
        (b'{"id": ' + b"[" * 100_000, {}, "JSON"),
        (b'{"id": 1' + b"1" * 5000 + b', "question": "x"}', {}, "JSON"),
        (b'{"id": 3}', {"id": 3}, "question"),
        (b'{"id": 3, "question": null}', {"id": 3}, "question"),
        (b'{"question": null}', {}, "question"),
        (b'{"id": [1], "question": 5}', {"id": [1]}, "question"),
        (b'{"id": null, "question": ["x"]}', {"id": None}, "question"),
        (b'{"id": 4, "question": " \\t"}', {"id": 4}, "question"),
        (b'{"id": 4, "question": "\xff"}', {"id": 4}, "UTF-8"),
        (b"\xff\xfe{", {}, "UTF-8"),
        ('{"id": 4, "question": "từ chối"}'.encode(), {"id": 4}, "từ chối"),
        ('{"id": 4, "question": "hỏng"}'.encode(), {"id": 4}, "ZeroDivisionError"),
    ],
)
def test_a_line_that_cannot_be_used_gets_an_error_and_the_run_goes_on(
    line: bytes, known: dict[str, Any], word: str
) -> None:
    error, after = answers(line, {"id": "sau", "question": "Ai?"})
    assert error == {**known, "status": "error", "error": error["error"]}
    assert word in error["error"]
    assert (after["id"], after["status"]) == ("sau", "answered")


def test_faults_of_ours_are_counted() -> None:
    out = io.StringIO()
    lines = '{"question": "hỏng"}\n{"question": "từ chối"}\nrác\n{"question": "Ai?"}\n'
    assert run(Recorder(), io.BytesIO(lines.encode()), out) == 1
    assert len(out.getvalue().splitlines()) == 4


def test_a_lone_surrogate_in_a_question_is_answered_and_echoed() -> None:
    (line,) = answers(b'{"id": "\\ud800", "question": "\\udc00 Ai?"}')
    assert (line["id"], line["question"], line["status"]) == ("\ud800", "\udc00 Ai?", "answered")


def test_an_error_names_the_line_blank_lines_counted() -> None:
    first, second = answers("{}", " ", "{}")
    assert first["error"].startswith("dòng 1:") and second["error"].startswith("dòng 3:")


def test_errors_are_told_in_the_language_asked_for() -> None:
    assert "missing" in answers({"id": 1}, language="en")[0]["error"]
    assert answers({"question": "x"}, language="en")[0]["text"] == "en: "


def test_a_line_without_end_is_refused_without_being_kept() -> None:
    long = b'{"question": "' + b"a" * (3 * MOST_LINE_BYTES) + b'"}'
    error, after = answers(long, {"id": 2, "question": "Ai?"})
    assert str(MOST_LINE_BYTES) in error["error"]
    assert after["id"] == 2
    assert [line["status"] for line in answers(long)] == ["error"]


def test_the_longest_line_is_still_read() -> None:
    question = "a" * (MOST_LINE_BYTES - len(b'{"question": ""}'))
    assert [line["question"] for line in answers(f'{{"question": "{question}"}}\n')] == [question]


def test_blank_lines_a_byte_order_mark_and_windows_line_ends_do_no_harm() -> None:
    out = answers(
        b'\xef\xbb\xbf{"id": 1, "question": "a"}\r', b"", b"  \r", b"\t", b'\xef\xbb\xbf{"id": 2, "question": "b"}'
    )
    assert [line["id"] for line in out] == [1, 2]
    assert answers(b"", b"\n\n") == []


def test_an_answer_without_an_id_has_none() -> None:
    assert answers({"question": "Ai?"})[0]["id"] is None


scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
surrogates = st.text(st.characters(categories=("L", "Cs", "Zl", "Cc")), min_size=1).filter(str.strip)


@given(st.recursive(scalars, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=5))
def test_an_id_comes_back_as_it_was_given(identity: Any) -> None:
    (line,) = answers({"id": identity, "question": "Ai?"})
    assert line["id"] == identity and type(line["id"]) is type(identity)


@given(surrogates)
def test_any_question_comes_back_on_one_line_that_can_be_written(question: str) -> None:
    out = io.StringIO()
    run(Recorder(), io.BytesIO(json.dumps({"question": question}).encode()), out)
    written = out.getvalue().encode("utf-8").decode("utf-8")
    assert len(written.splitlines()) == 1
    assert json.loads(written)["question"] == question


@given(st.lists(st.binary(max_size=30)))
def test_whatever_comes_in_each_line_gets_at_most_one_line_and_none_is_lost(lines: list[bytes]) -> None:
    kept = [line.replace(b"\n", b"") for line in lines]
    out = io.StringIO()
    assert run(Recorder(), io.BytesIO(b"\n".join([*kept, b'{"id": "last", "question": "Ai?"}'])), out) == 0
    replies = [json.loads(line) for line in out.getvalue().splitlines()]
    assert replies[-1]["id"] == "last"
    assert len(replies) <= len(kept) + 1


def test_vietnamese_is_written_as_it_is() -> None:
    assert as_line({"a": "Đặng"}) == '{"a": "Đặng"}'


def test_each_line_is_answered_before_the_next_is_read() -> None:
    asked, answered = os.pipe(), os.pipe()
    with os.fdopen(asked[0], "rb") as source, os.fdopen(answered[1], "w", encoding="utf-8") as out:
        worker = threading.Thread(target=run, args=(Recorder(), source, out))
        worker.start()
        with os.fdopen(asked[1], "wb", buffering=0) as question, os.fdopen(answered[0], encoding="utf-8") as answer:
            for number in range(3):
                question.write(f'{{"id": {number}, "question": "Ai?"}}\n'.encode())
                # The next question is only asked once this one was answered.
                assert select.select([answer], [], [], 10)[0]
                assert json.loads(answer.readline())["id"] == number
        worker.join(timeout=10)
        assert not worker.is_alive()
