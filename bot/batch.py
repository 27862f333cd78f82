"""JSON lines in, JSON lines out: one answer a line, written before the next line is read.

The shape of the lines is a contract with other programs (README, "aidu batch").
"""

from __future__ import annotations

import json
import math
import time
from collections.abc import Iterator
from typing import Any, BinaryIO, Final, Protocol, TextIO

from bot.render import readable
from bot.texts import say
from retrieval.answering.model import Answer, Conversation, Evidence, Item, Kind
from retrieval.errors import AiduError

# A line longer than this is refused unread, so that a file without line ends cannot fill the memory.
MOST_LINE_BYTES: Final = 1 << 20


class Answerer(Protocol):
    """What answers questions: a Library."""

    def ask(self, question: str, conversation: Conversation | None = None, *, language: str = "vi") -> Answer:
        """Answer one question."""
        ...


class _LineError(Exception):
    """A line that asks nothing; `identity` holds the line's id where it has one."""

    def __init__(self, key: str, identity: dict[str, Any] | None = None, **fields: object) -> None:
        self.key = key
        self.identity = identity or {}
        self.fields = fields
        super().__init__(key)


def run(library: Answerer, source: BinaryIO, out: TextIO, language: str = "vi") -> int:
    """Answer the lines of `source` on `out`, one by one, and return how many failed by a fault of ours.

    A line that cannot be used gets a line with `"status": "error"`. Blank lines are passed over. OSError when `out`
    cannot be written.
    """
    conversations: dict[str, Conversation] = {}
    faults = 0
    for number, line in enumerate(lines_of(source), start=1):
        record: dict[str, Any] | None = None
        try:
            record = _parse(line)
            if record is None:
                continue
            reply = _reply(library, record, conversations, language)
        except _LineError as error:
            reply = _error(error.identity, say(error.key, language, line=number, **error.fields))
        except Exception as error:
            # One question must not end the run for the others; the caller learns of it by the count.
            faults += 1
            reply = _error(_identity(record), say("batch.internal", language, reason=type(error).__name__))
        out.write(as_line(reply) + "\n")
        out.flush()
    return faults


def as_record(answer: Answer, elapsed_ms: float) -> dict[str, Any]:
    """Return an answer as the object of the JSON contract, without an id; `elapsed_ms` are milliseconds."""
    return {
        "question": answer.question,
        "status": answer.status.value,
        "kind": answer.kind.value,
        "items": [_item(item, answer.kind) for item in answer.items],
        "text": answer.text,
        "evidence": [_evidence(evidence) for evidence in answer.evidence],
        "confidence": round(answer.confidence, 3),
        "elapsed_ms": round(elapsed_ms, 1),
    }


# JSON may hold these as they are, but some readers end a line at them, and a terminal may obey those below 0xA0.
_ESCAPED = str.maketrans({code: f"\\u{code:04x}" for code in (*range(0x7F, 0xA0), 0x2028, 0x2029)})


def as_line(record: dict[str, Any]) -> str:
    """Return a record as one line of JSON in UTF-8; control characters and lone surrogates are escaped."""
    line = json.dumps(record, ensure_ascii=False).translate(_ESCAPED)
    return line.encode("utf-8", "backslashreplace").decode("utf-8")


def _item(item: Item, kind: Kind) -> dict[str, Any]:
    record: dict[str, Any] = {"text": item.text}
    if kind is Kind.PEOPLE or item.offices:  # of several things asked, the kind is the first one's
        record["offices"] = list(item.offices)
    if item.date is not None:
        record["date"] = item.date.isoformat()
    return record


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "document": evidence.document,
        "title": evidence.title,
        "published": evidence.published.isoformat() if evidence.published else None,
        "quote": evidence.quote,
    }


def _reply(
    library: Answerer, record: dict[str, Any], conversations: dict[str, Conversation], language: str
) -> dict[str, Any]:
    identity = _identity(record)
    question = record.get("question")
    if question is None:
        raise _LineError("batch.no_question", identity)
    if not isinstance(question, str):
        raise _LineError("batch.question_type", identity)
    if not question.strip():
        raise _LineError("batch.question_empty", identity)
    # Ids of chats are compared as JSON, where 1, "1" and true are three different things.
    chat = record.get("chat")
    key = None if chat is None or chat == "" else json.dumps(chat, sort_keys=True)
    started = time.perf_counter()
    try:
        answer = library.ask(readable(question), conversations.get(key) if key else None, language=language)
    except AiduError as error:
        return _error(identity, error.said(language))
    elapsed_ms = (time.perf_counter() - started) * 1000
    if key:
        conversations[key] = answer.conversation
    # The question is echoed as it was given, whatever form it was answered in.
    return {"id": record.get("id"), **as_record(answer, elapsed_ms), "question": question}


def _error(identity: dict[str, Any], message: str) -> dict[str, Any]:
    return {**identity, "status": "error", "error": message}


def _identity(record: dict[str, Any] | None) -> dict[str, Any]:
    return {"id": record["id"]} if record and "id" in record else {}


def lines_of(source: BinaryIO) -> Iterator[bytes | None]:
    """Yield the lines of a source as they arrive, without their ends; None stands for a line that is too long."""
    while line := source.readline(MOST_LINE_BYTES + 1):
        line = line.removeprefix(b"\xef\xbb\xbf")  # of files put together, each may begin with one
        if len(line) > MOST_LINE_BYTES and not line.endswith(b"\n"):
            while (rest := source.readline(MOST_LINE_BYTES)) and not rest.endswith(b"\n"):
                pass
            yield None
        else:
            yield line.rstrip(b"\r\n")


def _parse(line: bytes | None) -> dict[str, Any] | None:
    """Return the object in a line, or None for a blank line; _LineError when there is none."""
    if line is None:
        raise _LineError("batch.too_long", limit=MOST_LINE_BYTES)
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        # What is broken is most likely the question: the id is still of use to the reader of the answers.
        raise _LineError("batch.not_utf8", _identity(_load(line.decode("utf-8", "replace")))) from None
    if not text.strip():
        return None
    value = _load(text)
    if value is None:
        raise _LineError("batch.not_json")
    return value


def _load(text: str) -> dict[str, Any] | None:
    """Return the JSON object that a text is, or None."""
    try:
        value = json.loads(text, parse_constant=_refuse, parse_float=_finite)
        if not isinstance(value, dict):
            return None
        json.dumps((value.get("id"), value.get("chat")))  # so deep that it cannot be written again: no use either
    except (ValueError, RecursionError):
        return None
    return value


def _refuse(constant: str) -> float:
    raise ValueError(constant)  # NaN and Infinity are no JSON, and could not be echoed as JSON either


def _finite(number: str) -> float:
    value = float(number)
    if not math.isfinite(value):
        raise ValueError(number)
    return value
