"""What Telegram takes and refuses: texts, formatting, buttons; and how chats and people look in updates."""

from __future__ import annotations

import json
import re
from typing import Any


class BadRequest(Exception):
    """What the server finds wrong with a request."""


def read_field(name: str, raw: bytes) -> Any:
    text = raw.decode()
    if name in ("text", "url") or name.endswith("_query_id"):
        return text  # even when it looks like a number or a list
    try:
        return json.loads(text)
    except ValueError:
        return text


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def check_text(fields: dict[str, Any]) -> None:
    """Raise BadRequest when Telegram would refuse a text, its formatting or its buttons."""
    text = fields["text"] = str(fields.get("text", ""))
    if not text.strip():
        raise BadRequest("message text is empty")
    if units(text.strip()) > 4096:
        raise BadRequest("message is too long")
    if fields.get("parse_mode"):
        raise BadRequest("parse_mode must not be used")
    entities = fields.get("entities", [])
    if len(entities) > 100:
        raise BadRequest("too many entities")
    raw = text.encode("utf-16-le")
    for entity in entities:
        start, end = entity["offset"], entity["offset"] + entity["length"]
        if not 0 <= start < end <= units(text):
            raise BadRequest(f"entity {entity} outside of the text")
        try:
            raw[2 * start : 2 * end].decode("utf-16-le")
        except UnicodeDecodeError:
            raise BadRequest(f"entity {entity} begins or ends in the middle of a character") from None
    check_markup(fields.get("reply_markup"))


def check_markup(markup: dict[str, Any] | None) -> None:
    for row in (markup or {}).get("inline_keyboard", []):
        if not row:
            raise BadRequest("empty row of buttons")
        for button in row:
            if not button["text"].strip():
                raise BadRequest("BUTTON_TEXT_INVALID")
            if "callback_data" in button and not 1 <= len(button["callback_data"].encode()) <= 64:
                raise BadRequest("BUTTON_DATA_INVALID")


def check_result(result: dict[str, Any]) -> None:
    if not result["title"] or not 1 <= len(str(result["id"]).encode()) <= 64:
        raise BadRequest("RESULT_INVALID")
    content = result["input_message_content"]
    check_text({"text": content["message_text"]} | {"entities": content.get("entities", [])})
    check_markup(result.get("reply_markup"))


def user(user_id: int, **more: Any) -> dict[str, Any]:
    return {"id": user_id, "is_bot": False, "first_name": f"Người {user_id}"} | more


def private(user_id: int) -> dict[str, Any]:
    return {"id": user_id, "type": "private", "first_name": f"Người {user_id}"}


def supergroup(chat_id: int, **more: Any) -> dict[str, Any]:
    return {"id": chat_id, "type": "supergroup", "title": "Nhóm thử"} | more


def find_entities(text: str) -> list[dict[str, Any]]:
    """Return the mentions and commands in a text, as Telegram marks them, offsets in UTF-16 units."""
    found = []
    for match in re.finditer(r"(?<!\w)(?:@\w{3,}|(?<!\S)/\w+(?:@\w+)?)", text):
        kind = "mention" if match.group().startswith("@") else "bot_command"
        offset = units(text[: match.start()])
        found.append({"type": kind, "offset": offset, "length": units(match.group())})
    return found
