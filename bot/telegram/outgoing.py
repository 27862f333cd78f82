"""Requests to Telegram that survive its moods: its limits are kept, flood control waited out, failures tried again.

python-telegram-bot passes every request but getUpdates through the bot's rate limiter, so this is the one place.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
import time
from collections.abc import Callable, Coroutine, Mapping
from typing import Any

import httpx
from telegram.error import BadRequest, NetworkError, RetryAfter, TimedOut
from telegram.ext import AIORateLimiter

from bot.telegram.texts import say
from retrieval.corpus.network_faults import network_fault

_LOG = logging.getLogger(__name__)

# Requests at the same time.
CONNECTIONS = 16

_LONGEST_WAIT_S = 30.0
# Answers to queries and presses are worthless after some seconds; a typing action is so at once.
_SHORT_LIVED: Mapping[str, float] = {"sendChatAction": 0, "answerCallbackQuery": 10, "answerInlineQuery": 10}
_AT_START = frozenset({"getMe", "setWebhook", "deleteWebhook"})

Reply = bool | dict[str, Any] | list[dict[str, Any]]


class _FloodError(Exception):
    """Flood control: `wait_s` seconds are to pass. Not a TelegramError, so that the limiter below lets it through."""

    def __init__(self, error: RetryAfter) -> None:
        super().__init__(str(error))
        given = error.retry_after
        self.error = error
        self.wait_s = given.total_seconds() if isinstance(given, dt.timedelta) else float(given)


class PatientLimiter(AIORateLimiter):
    """Telegram's message limits, and patience with 429, 5xx, broken connections and silence.

    A request whose reply was lost is sent again: an answer that comes twice is better than none. `start_s` and
    `send_s` are how long to keep trying at start and later; waits begin at `first_wait_s` and double.
    """

    def __init__(
        self,
        *,
        per_second: float,
        per_minute_and_group: float,
        start_s: float,
        send_s: float,
        first_wait_s: float,
        language: str,
    ) -> None:
        super().__init__(
            overall_max_rate=per_second, overall_time_period=1, group_max_rate=per_minute_and_group, max_retries=0
        )
        self._start_s = start_s
        self._send_s = send_s
        self._first_wait_s = first_wait_s
        self._language = language
        self._flood_until = 0.0
        # A queue in the connection pool costs time for every request that waits, and is not served in order; this is.
        self._slots = asyncio.Semaphore(CONNECTIONS)

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Reply]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: int | None,
    ) -> Reply:
        """Do one request. Raises what Telegram said last when patience is at its end."""

        async def once(*args: Any, **kwargs: Any) -> Reply:
            try:
                async with self._slots:
                    return await callback(*args, **kwargs)
            except RetryAfter as error:
                raise _FloodError(error) from error

        patience_s = _SHORT_LIVED.get(endpoint, self._start_s if endpoint in _AT_START else self._send_s)
        if not patience_s:
            # A typing action: not counted against the group's messages, and not worth a second try.
            async with self._slots:
                return await callback(*args, **kwargs)
        deadline = time.monotonic() + patience_s
        wait_s = self._first_wait_s
        while True:
            await self._flood_over()
            try:
                return await super().process_request(once, args, kwargs, endpoint, data, rate_limit_args)
            except _FloodError as flood:
                if time.monotonic() + flood.wait_s > deadline:
                    raise flood.error from None
                _LOG.info("429 (%s): %.0f s", endpoint, flood.wait_s)
                self._flood_until = max(self._flood_until, time.monotonic() + flood.wait_s + 0.1)
            except BadRequest:
                raise  # a NetworkError by class, but the request is at fault
            except NetworkError as error:
                if time.monotonic() + wait_s > deadline:
                    raise
                # At start the caller tells in one line when it was all in vain.
                level = logging.DEBUG if endpoint in _AT_START else logging.WARNING
                _LOG.log(
                    level,
                    say("log.retry", self._language, reason=failure(error, self._language), seconds=f"{wait_s:g}"),
                )
                await asyncio.sleep(wait_s)
                wait_s = min(2 * wait_s, _LONGEST_WAIT_S)

    async def _flood_over(self) -> None:
        while (left := self._flood_until - time.monotonic()) > 0:
            await asyncio.sleep(left)


def failure(error: BaseException, language: str) -> str:
    """Return what kept a request from Telegram, in the words of `language`; the details only go to the log (debug).

    What Telegram itself answers is in English: it stays where it tells more than a number (a request that is wrong).
    """
    _LOG.debug("%s: %s", type(error).__name__, reason(error))
    if said := network_fault(error):
        return said[language == "en"]
    causes = (error, error.__cause__)
    if isinstance(error, TimedOut):
        return say("network.slow", language)
    if any(isinstance(cause, httpx.TransportError) for cause in causes):
        return say("network.broken", language)
    if isinstance(error, RetryAfter):
        return say("network.flood", language)
    if isinstance(error, NetworkError) and not isinstance(error, BadRequest):
        return say("network.server", language)
    return reason(error)


# How python-telegram-bot says that what came is no JSON: a page, from what is no Bot API server.
_OVERLOADED = ("Bad Gateway", "(500)", "(503)", "(504)")
NO_API = "Invalid server response"
_NO_JSON = ("Parsing the server response", NO_API)


def answered_as_api(error: BaseException) -> bool:
    """Tell whether an error is another than that a server answered as no Bot API server does.

    A proxy before an overloaded one sends a page as well.
    """
    said = f"{error} {error.__cause__}"
    return not any(words in said for words in _NO_JSON) or any(words in said for words in _OVERLOADED)


def reason(error: BaseException) -> str:
    """Return what an error says, in one short line; the page that a failing server sends is left out."""
    line = str(error).partition(". Parsing the server response")[0]
    return " ".join(line.split())[:120] or type(error).__name__
