"""A Bot API server on loopback, as strict as Telegram's where a bot may go wrong, and with faults on demand.

It keeps chats' messages (so that edits of what is gone fail), checks texts and entities by UTF-16 units, hands out
updates by getUpdates or webhook until they are confirmed, and notes every call with its fields.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections import defaultdict, deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

import tornado.httpclient
import tornado.httpserver
import tornado.netutil
import tornado.web
from telegram_rules import (
    BadRequest,
    check_result,
    check_text,
    find_entities,
    read_field,
    user,
)

TOKEN = "123456789:AAtest-TOKEN_of-the_loopback-server01"
BOT = {
    "id": 123456789,
    "is_bot": True,
    "first_name": "aidu",
    "username": "aidu_test_bot",
    "can_join_groups": True,
    "can_read_all_group_messages": False,
    "supports_inline_queries": True,
    "supports_guest_queries": True,
}


# How long to wait for what must come: long, for a busy machine; where it comes, nobody waits for that.
PATIENCE_S = 30.0
_LOOK_S = 0.05


@dataclass(frozen=True)
class Call:
    """A request that the bot made, with what it was answered."""

    method: str
    fields: dict[str, Any]
    at: float
    result: Any = None

    def __getitem__(self, name: str) -> Any:
        return self.fields[name]

    def get(self, name: str, default: Any = None) -> Any:
        return self.fields.get(name, default)

    @property
    def text(self) -> str:
        return str(self.fields.get("text", ""))

    @property
    def message_id(self) -> int:
        return int(self.result["message_id"])

    @property
    def buttons(self) -> list[list[dict[str, Any]]]:
        markup: dict[str, Any] = self.fields.get("reply_markup") or {}
        return list(markup.get("inline_keyboard", []))

    @property
    def labels(self) -> list[str]:
        return [button["text"] for row in self.buttons for button in row]

    def button(self, label: str) -> str:
        """Return the data of the button whose label begins with `label`."""
        return next(b["callback_data"] for row in self.buttons for b in row if b["text"].startswith(label))

    def marked(self, kind: str) -> list[str]:
        """Return the pieces of the text that are formatted as `kind`, cut out by UTF-16 offsets."""
        raw = self.text.encode("utf-16-le")
        return [
            raw[2 * e["offset"] : 2 * (e["offset"] + e["length"])].decode("utf-16-le")
            for e in self.fields.get("entities", [])
            if e["type"] == kind
        ]


@dataclass
class Fault:
    """What the server does instead of answering: a status with a body, a reset connection, or silence."""

    status: int = 0
    body: str = ""
    reset: bool = False
    hang_s: float = 0.0
    after: bool = False  # do what was asked first, and lose only the reply


HTML_500 = Fault(500, "<html><body><h1>500 Internal Server Error</h1></body></html>")
HTML_502 = Fault(502, "<html>\r\n<head><title>502 Bad Gateway</title></head></html>")
RESET = Fault(reset=True)


def flood(retry_after: int) -> Fault:
    description = f"Too Many Requests: retry after {retry_after}"
    body = {"ok": False, "error_code": 429, "description": description, "parameters": {"retry_after": retry_after}}
    return Fault(429, json.dumps(body))


def migrated(new_chat_id: int) -> Fault:
    description = "Bad Request: group chat was upgraded to a supergroup chat"
    body = {
        "ok": False,
        "error_code": 400,
        "description": description,
        "parameters": {"migrate_to_chat_id": new_chat_id},
    }
    return Fault(400, json.dumps(body))


def error(status: int, description: str) -> Fault:
    return Fault(status, json.dumps({"ok": False, "error_code": status, "description": description}))


@dataclass
class LoopbackApi:
    """The server. `calls` are the requests that were answered properly, `attempts` all that came in."""

    me: dict[str, Any] = field(default_factory=lambda: dict(BOT))
    token: str = TOKEN
    calls: list[Call] = field(default_factory=list)
    attempts: list[Call] = field(default_factory=list)
    faults: dict[str, deque[Fault]] = field(default_factory=lambda: defaultdict(deque))
    webhook: dict[str, Any] = field(default_factory=dict)
    on_call: Callable[[Call], None] | None = None

    def __post_init__(self) -> None:
        self._updates: list[dict[str, Any]] = []
        self._next_update = 1000
        self._next_press = 0
        self._next_message: dict[int, int] = defaultdict(lambda: 100)
        self._messages: dict[tuple[int, int], dict[str, Any]] = {}
        self._inline: dict[str, dict[str, Any]] = {}
        self._polling = 0
        self._changed = asyncio.Event()
        self._server: tornado.httpserver.HTTPServer | None = None
        self._port = 0

    # --- running ------------------------------------------------------------------------------------------------------

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    async def start(self) -> None:
        application = tornado.web.Application(
            [(r"/bot([^/]+)/(\w+)", _Handler, {"api": self})], log_function=lambda handler: None
        )
        self._server = tornado.httpserver.HTTPServer(application)
        [listening] = tornado.netutil.bind_sockets(self._port, "127.0.0.1")
        self._port = listening.getsockname()[1]
        self._server.add_socket(listening)

    async def stop(self) -> None:
        if self._server:
            self._server.stop()
            await self._server.close_all_connections()
            self._server = None

    # --- what happens in the chats ------------------------------------------------------------------------------------

    def push(self, kind: str, payload: dict[str, Any], update_id: int | None = None) -> dict[str, Any]:
        """Hand an update to the bot; returns it."""
        update = self.new_update(kind, payload, update_id)
        self.push_raw(update)
        return update

    def new_update(self, kind: str, payload: dict[str, Any], update_id: int | None = None) -> dict[str, Any]:
        """Return an update that has the next number, or the one given."""
        self._next_update += 1
        return {"update_id": self._next_update if update_id is None else update_id, kind: payload}

    def push_raw(self, *updates: dict[str, Any]) -> None:
        """Hand updates over as they are, in this order: repeated, or out of order."""
        self._updates += updates
        self._wake()

    def message(self, chat: dict[str, Any], text: str, **more: Any) -> dict[str, Any]:
        """Return a new message in a chat, with the entities that Telegram would find in it."""
        message_id = self.new_message_id(chat["id"])
        sender = more.pop("sender", None) or user(chat["id"])
        message = {"message_id": message_id, "date": int(time.time()), "chat": chat, "from": sender, "text": text}
        message |= {"entities": find_entities(text)} | more
        self._messages[chat["id"], message_id] = message
        return message

    def press(self, call: Call, label: str, by: int = 7, data: str | None = None) -> dict[str, Any]:
        """Return the press of a button under a message that the bot sent or edited (by its label, or its data)."""
        self._next_press += 1
        query = {"id": f"press-{self._next_press}", "from": user(by), "chat_instance": "1"}
        query["data"] = data or call.button(label)
        if inline := call.get("inline_message_id") or (call.result or {}).get("inline_message_id"):
            return query | {"inline_message_id": inline}
        return query | {"message": self._messages[call["chat_id"], call.message_id]}

    def new_message_id(self, chat_id: int) -> int:
        self._next_message[chat_id] += 1
        return self._next_message[chat_id]

    def delete(self, chat_id: int, message_id: int) -> None:
        self._messages.pop((chat_id, message_id), None)

    def sent(self, chat_id: int, message_id: int) -> dict[str, Any]:
        """Return a message as it stands in the chat now."""
        return self._messages[chat_id, message_id]

    def exists(self, chat_id: int, message_id: int) -> bool:
        return (chat_id, message_id) in self._messages

    # --- looking on ---------------------------------------------------------------------------------------------------

    def of(self, method: str) -> list[Call]:
        return [call for call in self.calls if call.method == method]

    def answers(self, chat_id: int | None = None) -> list[Call]:
        return [call for call in self.of("sendMessage") if chat_id in (None, call["chat_id"])]

    async def until(self, condition: Callable[[], Any], timeout_s: float = PATIENCE_S) -> None:
        """Wait until a condition holds, on the calls or on anything else; AssertionError when it does not in time.

        It is looked at with every call and, for what no call tells, at short intervals.
        """
        latest = time.monotonic() + timeout_s
        while not condition():
            if time.monotonic() > latest:
                seen = "\n".join(f"{call.method} {call.fields}" for call in self.calls[-10:])
                raise AssertionError(f"nothing came; the last calls were:\n{seen}")
            with suppress(TimeoutError):
                await asyncio.wait_for(self._changed.wait(), _LOOK_S)

    async def calls_of(self, method: str, count: int = 1, timeout_s: float = PATIENCE_S) -> list[Call]:
        """Wait for `count` calls of a method and return all that were made."""
        await self.until(lambda: len(self.of(method)) >= count, timeout_s)
        return self.of(method)

    @property
    def waiting(self) -> int:
        """How many updates the bot has not confirmed yet."""
        return len(self._updates)

    async def settled(self, quiet_s: float = 0.1) -> None:
        """Wait until all updates were fetched, a bot in this loop has none in hand, and no call came for a while."""
        while True:
            before = len(self.calls)
            await asyncio.sleep(quiet_s)
            if len(self.calls) == before and not self.waiting and not _in_hand():
                return

    @contextmanager
    def failing(self, method: str, *faults: Fault) -> Iterator[None]:
        """Let the next calls of a method fail, one after the other."""
        self.fail(method, *faults)
        yield
        assert not self.faults[method], f"{method} was not called often enough"

    def fail(self, method: str, *faults: Fault) -> None:
        self.faults[method].extend(faults)

    # --- webhook ------------------------------------------------------------------------------------------------------

    async def deliver(
        self, update: dict[str, Any], secret: str | None = None, url: str | None = None, **fetch: Any
    ) -> int:
        """Send an update to the bot's webhook as Telegram does; returns the HTTP status."""
        headers = {"Content-Type": "application/json"}
        token = self.webhook.get("secret_token") if secret is None else secret
        if token:
            headers["X-Telegram-Bot-Api-Secret-Token"] = token
        client = fetch.pop("client", None) or tornado.httpclient.AsyncHTTPClient()
        response = await client.fetch(
            url or self.webhook["url"],
            method="POST",
            headers=headers,
            body=json.dumps(update),
            raise_error=False,
            **fetch,
        )
        return int(response.code)

    # --- answering the bot --------------------------------------------------------------------------------------------

    async def handle(self, method: str, fields: dict[str, Any]) -> Any:
        name = f"_do_{method}"
        if not hasattr(self, name):
            raise BadRequest(f"unknown method {method}")
        result = getattr(self, name)(fields)
        if asyncio.iscoroutine(result):
            result = await result
        return result

    def note(self, call: Call) -> None:
        self.calls.append(call)
        if self.on_call:
            self.on_call(call)
        self._wake()

    def _wake(self) -> None:
        self._changed.set()
        self._changed = asyncio.Event()

    def _do_getMe(self, fields: dict[str, Any]) -> Any:
        return self.me

    def _do_setWebhook(self, fields: dict[str, Any]) -> Any:
        self.webhook = fields
        return True

    def _do_deleteWebhook(self, fields: dict[str, Any]) -> Any:
        self.webhook = {}
        return True

    async def _do_getUpdates(self, fields: dict[str, Any]) -> Any:
        offset = int(fields.get("offset", 0))
        if offset:
            # Everything that was handed out below the offset is confirmed.
            self._updates = [u for u in self._updates if u["update_id"] >= offset or not u.get("handed_out")]
        allowed = set(fields.get("allowed_updates") or [])
        deadline = time.monotonic() + float(fields.get("timeout", 0))
        while True:
            ready = [u for u in self._updates if not allowed or allowed & u.keys()]
            if ready or time.monotonic() >= deadline:
                break
            changed = self._changed
            with suppress(TimeoutError):
                await asyncio.wait_for(changed.wait(), max(0.0, deadline - time.monotonic()))
        for update in ready:
            update["handed_out"] = True
        return [{name: value for name, value in u.items() if name != "handed_out"} for u in ready]

    def _do_sendMessage(self, fields: dict[str, Any]) -> Any:
        check_text(fields)
        chat_id = int(fields["chat_id"])
        reply = fields.get("reply_parameters")
        missing = reply and (chat_id, reply["message_id"]) not in self._messages
        if missing and not reply.get("allow_sending_without_reply"):
            raise BadRequest("message to be replied not found")
        kind = "private" if chat_id > 0 else "supergroup"
        message = {
            "message_id": self.new_message_id(chat_id),
            "date": int(time.time()),
            "chat": {"id": chat_id, "type": kind, "first_name": "x", "title": "x"},
            "from": self.me,
            "text": fields["text"].strip(),
            "entities": fields.get("entities", []),
        }
        if markup := fields.get("reply_markup"):
            message["reply_markup"] = markup
        if thread := fields.get("message_thread_id"):
            message |= {"message_thread_id": thread, "is_topic_message": True}
        self._messages[chat_id, message["message_id"]] = message
        return message

    def _do_editMessageText(self, fields: dict[str, Any]) -> Any:
        check_text(fields)
        shown = fields["text"].strip(), fields.get("entities", []), fields.get("reply_markup")
        if inline := fields.get("inline_message_id"):
            if inline not in self._inline:
                raise BadRequest("MESSAGE_ID_INVALID")
            self._inline[inline] = fields
            return True
        message = self._messages.get((int(fields["chat_id"]), int(fields["message_id"])))
        if message is None:
            raise BadRequest("message to edit not found")
        if message["from"]["id"] != self.me["id"]:
            raise BadRequest("message can't be edited")
        if (message["text"], message["entities"], message.get("reply_markup")) == shown:
            raise BadRequest(
                "message is not modified: specified new message content and reply markup are exactly the same as a "
                "current content and reply markup of the message"
            )
        message["text"], message["entities"], markup = shown
        message.pop("reply_markup", None)
        if markup:
            message["reply_markup"] = markup
        return message

    def _do_deleteMessage(self, fields: dict[str, Any]) -> Any:
        if self._messages.pop((int(fields["chat_id"]), int(fields["message_id"])), None) is None:
            raise BadRequest("message to delete not found")
        return True

    def _do_sendChatAction(self, fields: dict[str, Any]) -> Any:
        return True

    def _do_leaveChat(self, fields: dict[str, Any]) -> Any:
        return True

    def _do_setMyCommands(self, fields: dict[str, Any]) -> Any:
        return True

    def _do_answerCallbackQuery(self, fields: dict[str, Any]) -> Any:
        if len(fields.get("text", "")) > 200:
            raise BadRequest("MESSAGE_TOO_LONG")
        return True

    def _do_answerInlineQuery(self, fields: dict[str, Any]) -> Any:
        ids = [result["id"] for result in fields["results"]]
        if len(ids) > 50 or len(set(ids)) < len(ids):
            raise BadRequest("RESULT_ID_DUPLICATE")
        for result in fields["results"]:
            check_result(result)
        return True

    def _do_answerGuestQuery(self, fields: dict[str, Any]) -> Any:
        check_result(fields["result"])
        inline_message_id = f"guest-{len(self._inline) + 1}"
        self._inline[inline_message_id] = fields
        return {"inline_message_id": inline_message_id}


def _in_hand() -> bool:
    """Tell whether a bot that runs in this loop still works on an update."""
    return any(task.get_name().endswith(":process_concurrent_update") for task in asyncio.all_tasks())


class _Handler(tornado.web.RequestHandler):
    def initialize(self, api: LoopbackApi) -> None:
        self.api = api

    async def post(self, token: str, method: str) -> None:
        fields = {name: read_field(name, values[0]) for name, values in self.request.body_arguments.items()}
        call = Call(method, fields, time.monotonic())
        self.api.attempts.append(call)
        if token != self.api.token:
            self._send(401, {"ok": False, "error_code": 401, "description": "Unauthorized"})
            return
        fault = self.api.faults[method].popleft() if self.api.faults[method] else None
        if fault and not fault.after:
            await self._fail(fault)
            return
        try:
            result = await self.api.handle(method, fields)
        except BadRequest as wrong:
            self._send(400, {"ok": False, "error_code": 400, "description": f"Bad Request: {wrong}"})
            return
        self.api.note(Call(method, fields, call.at, result))
        if fault:
            await self._fail(fault)
        else:
            self._send(200, {"ok": True, "result": result})

    async def _fail(self, fault: Fault) -> None:
        if fault.hang_s:
            await asyncio.sleep(fault.hang_s)
        if fault.reset or fault.hang_s:
            self.request.connection.stream.close()  # type: ignore[union-attr, attr-defined]
            return
        self.set_status(fault.status)
        await self.finish(fault.body)

    def _send(self, status: int, body: dict[str, Any]) -> None:
        if self.request.connection.stream.closed():  # type: ignore[union-attr, attr-defined]
            return  # the bot gave up waiting
        self.set_status(status)
        self.set_header("Content-Type", "application/json")
        self.finish(json.dumps(body))
