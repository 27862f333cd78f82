"""Answers and conversations as JSON text, to keep them in the bot's SQLite file."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from collections.abc import Mapping
from typing import Any

from retrieval.answering.model import Answer, Conversation, EventSummary, Evidence, Item, Kind, Status


def encode_conversation(conversation: Conversation | None) -> str:
    """Return a conversation (or none) as JSON text."""
    return json.dumps(dataclasses.asdict(conversation) if conversation else None, ensure_ascii=False)


def decode_conversation(text: str) -> Conversation | None:
    """Return what `encode_conversation` wrote; fields that this version does not know are left out."""
    state = json.loads(text)
    return _conversation(state) if state else None


def encode_answer(answer: Answer) -> str:
    """Return an answer as JSON text."""
    return json.dumps(dataclasses.asdict(answer), ensure_ascii=False, default=dt.date.isoformat)


def decode_answer(text: str) -> Answer:
    """Return what `encode_answer` wrote."""
    return _answer(json.loads(text))


def _answer(written: Mapping[str, Any]) -> Answer:
    state = _known(Answer, written)
    return Answer(
        **state
        | {
            "status": Status(state["status"]),
            "kind": Kind(state["kind"]),
            "items": tuple(_item(item) for item in state["items"]),
            "evidence": tuple(_evidence(evidence) for evidence in state["evidence"]),
            "event": _event(state["event"]) if state["event"] else None,
            "nearest": tuple(_event(event) for event in state["nearest"]),
            "conversation": _conversation(state["conversation"]),
            "parts": tuple(_answer(part) for part in state.get("parts", ())),  # none in what an older version wrote
        }
    )


def _conversation(written: Mapping[str, Any]) -> Conversation:
    state = _known(Conversation, written)
    return Conversation(**state | {"people": tuple(state.get("people", ()))})


def _item(state: Mapping[str, Any]) -> Item:
    return Item(**_known(Item, state) | {"offices": tuple(state["offices"]), "date": _date(state["date"])})


def _evidence(state: Mapping[str, Any]) -> Evidence:
    marks = tuple((start, end) for start, end in state["marks"])
    return Evidence(**_known(Evidence, state) | {"published": _date(state["published"]), "marks": marks})


def _event(state: Mapping[str, Any]) -> EventSummary:
    documents = tuple(state["documents"])
    return EventSummary(**_known(EventSummary, state) | {"date": _date(state["date"]), "documents": documents})


def _date(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def _known(kind: type, state: Mapping[str, Any]) -> dict[str, Any]:
    names = {field.name for field in dataclasses.fields(kind)}
    return {name: value for name, value in state.items() if name in names}
