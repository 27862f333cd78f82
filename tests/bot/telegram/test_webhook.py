"""The webhook: its secret is required and checked; it listens on a port or on a Unix socket."""

from __future__ import annotations

import socket
import stat
from pathlib import Path
from typing import Any

import httpx
import pytest
from loopback_api import LoopbackApi, error
from reports import WHEN, WHO
from running_bot import Running
from telegram_rules import private

ANNA = private(7)
URL = "https://bot.example.vn/aidu/hook"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def port() -> int:
    return free_port()


def update(api: LoopbackApi, text: str, update_id: int) -> dict[str, Any]:
    return {"update_id": update_id, "message": api.message(ANNA, text)}


async def test_questions_come_by_webhook(idle: Running, api: LoopbackApi, port: int) -> None:
    await idle.start(webhook_url=URL, port=port)
    [hook] = api.of("setWebhook")
    assert hook["url"] == URL
    assert len(hook["secret_token"]) >= 32
    assert "guest_message" in hook["allowed_updates"]
    assert await api.deliver(update(api, WHO, 1), url=f"http://127.0.0.1:{port}/aidu/hook") == 200
    [answer] = await api.calls_of("sendMessage")
    assert answer.text.startswith("Lê Thị Mai Anh")
    assert not api.of("getUpdates")


@pytest.mark.parametrize("secret", ["", "wrong", "x" * 43])
async def test_a_wrong_or_missing_secret_is_forbidden(
    idle: Running, api: LoopbackApi, port: int, secret: str, caplog: pytest.LogCaptureFixture
) -> None:
    await idle.start(webhook_url=URL, port=port, url_path="other")
    here = f"http://127.0.0.1:{port}/other"
    assert await api.deliver(update(api, WHO, 1), secret=secret, url=here) == 403
    assert await api.deliver(update(api, WHEN, 2), url=here) == 200
    await api.calls_of("sendMessage")
    assert [question for question, _ in idle.reports.asked] == [WHEN]
    assert api.webhook["secret_token"] not in caplog.text


async def test_the_secret_may_be_set(idle: Running, api: LoopbackApi, port: int) -> None:
    await idle.start(webhook_url=URL, port=port, webhook_secret="mot_bi-mat_123")
    assert api.webhook["secret_token"] == "mot_bi-mat_123"


async def test_garbage_does_not_stop_it(idle: Running, api: LoopbackApi, port: int) -> None:
    await idle.start(webhook_url=URL, port=port)
    here = f"http://127.0.0.1:{port}/aidu/hook"
    headers = {"Content-Type": "application/json", "X-Telegram-Bot-Api-Secret-Token": api.webhook["secret_token"]}
    async with httpx.AsyncClient(trust_env=False) as client:
        assert (await client.get(here)).status_code == 405
        assert (await client.post(here + "/no", headers=headers, content=b"{}")).status_code == 404
        for body in (b"", b"{", b"\xff", b"[]", b'{"update_id": "x", "message": 5}'):
            assert (await client.post(here, headers=headers, content=body)).status_code >= 400
    assert await api.deliver(update(api, WHO, 1), url=here) == 200
    await api.calls_of("sendMessage")


async def test_repeated_deliveries_are_answered_once(idle: Running, api: LoopbackApi, port: int) -> None:
    await idle.start(webhook_url=URL, port=port)
    same = update(api, WHO, 77)
    for _ in range(3):
        assert await api.deliver(same, url=f"http://127.0.0.1:{port}/aidu/hook") == 200
    await api.calls_of("sendMessage")
    await idle.stop()
    await idle.start(webhook_url=URL, port=port)
    assert await api.deliver(same, url=f"http://127.0.0.1:{port}/aidu/hook") == 200
    await api.settled()
    assert len(api.of("sendMessage")) == 1


async def test_stopping_answers_what_was_delivered(idle: Running, api: LoopbackApi, port: int) -> None:
    await idle.start(webhook_url=URL, port=port)
    idle.reports.slow[WHO] = 0.4
    assert await api.deliver(update(api, WHO, 1), url=f"http://127.0.0.1:{port}/aidu/hook") == 200
    assert await idle.stop() == 0
    assert len(api.of("sendMessage")) == 1


async def test_a_unix_socket(idle: Running, api: LoopbackApi, tmp_path: Path) -> None:
    place = tmp_path / "hook.sock"
    for update_id in (1, 2):  # a second start over the socket that the first one left
        await idle.start(webhook_url=URL, unix_socket=place)
        assert stat.S_IMODE(place.stat().st_mode) == 0o660
        headers = {"X-Telegram-Bot-Api-Secret-Token": api.webhook["secret_token"]}
        transport = httpx.AsyncHTTPTransport(uds=str(place))
        async with httpx.AsyncClient(transport=transport) as client:
            body = update(api, WHO, update_id)
            assert (await client.post("http://x/aidu/hook", headers=headers, json=body)).status_code == 200
        await api.calls_of("sendMessage", update_id)
        await idle.stop()
        assert not place.exists()


async def test_a_port_in_use_is_one_line_and_exit_2(
    idle: Running, api: LoopbackApi, port: int, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", port))
        other.listen()
        await idle.start(webhook_url=URL, port=port, ready=False)
        assert await idle.ended() == 2
    [line] = capsys.readouterr().err.strip().splitlines()
    assert line.startswith(f"Lỗi: không mở được webhook ở 127.0.0.1:{port}")
    assert not api.of("setWebhook")


async def test_an_address_that_telegram_refuses_is_one_line_and_exit_2(
    idle: Running, api: LoopbackApi, port: int, capsys: pytest.CaptureFixture[str]
) -> None:
    api.fail("setWebhook", error(400, "Bad Request: bad webhook: IP address 10.0.0.1 is reserved"))
    await idle.start(webhook_url=URL, port=port, ready=False)
    assert await idle.ended() == 2
    [line] = capsys.readouterr().err.strip().splitlines()
    assert f"không nhận địa chỉ webhook {URL}" in line
    assert "10.0.0.1 is reserved" in line
