"""What comes from Telegram: an update that cannot be read costs no other one.

python-telegram-bot reads all updates of one reply or none, and asks for the same again: one that it cannot read, of a
kind to come or from another Bot API server, would stop the bot for good.
"""

from __future__ import annotations

import logging
from typing import Any

from telegram import Update
from telegram.request import HTTPXRequest

_LOG = logging.getLogger(__name__)


class UpdatesRequest(HTTPXRequest):
    """Requests for updates. Of one that cannot be read no more than the number is passed on, so that it is not sent
    again."""

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Return the reply; TelegramError when it is no JSON."""
        reply: dict[str, Any] = HTTPXRequest.parse_json_payload(payload)
        if isinstance(reply, dict) and isinstance(updates := reply.get("result"), list):
            reply["result"] = [readable(update) for update in updates if _is_numbered(update)]
        return reply


def readable(update: dict[str, Any]) -> dict[str, Any]:
    """Return an update, or only its number where python-telegram-bot cannot read it."""
    try:
        Update.de_json(update, None)
    except Exception as error:  # whatever it is that a field of a wrong shape gives
        _LOG.warning("getUpdates %s: %s", update["update_id"], type(error).__name__)
        return {"update_id": update["update_id"]}
    return update


def _is_numbered(update: object) -> bool:
    return isinstance(update, dict) and type(update.get("update_id")) is int
