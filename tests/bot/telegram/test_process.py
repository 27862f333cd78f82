"""`aidu telegram` as a process of its own, over real reports: signals, exit status, what stands on standard error."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from loopback_api import HTML_502, TOKEN, LoopbackApi
from telegram_rules import private
from test_webhook import free_port

from bot.cli import main

ROOT = Path(__file__).parents[3]
ANNA = private(7)
# How long a process may take that starts while much else is running.
START_S = 120.0

FIRST = """Hội nghị Trồng rừng lần thứ 5 họp tại Đà Lạt

Ngày đăng: 20/12/2023

Sáng 19/12/2023, Hội nghị Trồng rừng lần thứ 5 diễn ra tại thành phố Đà Lạt. Đồng chí Lê Thị Mai Anh, Chủ tịch Hội Lâm
nghiệp, chủ trì Hội nghị Trồng rừng lần thứ 5. Dự hội nghị có các đồng chí: Hồ Văn Ba, Giám đốc Sở Nông nghiệp; Trần Thị
Bích Hằng, Phó Chủ tịch Ủy ban nhân dân tỉnh.
""".replace("\nnghiệp", " nghiệp").replace("Trần Thị\nBích", "Trần Thị Bích")
SECOND = """Lễ khánh thành cầu Bến Đá

Ngày đăng: 3/2/2024

Chiều 2/2/2024, Lễ khánh thành cầu Bến Đá diễn ra tại tỉnh Bình Thuận. Ông Đỗ Quang Huy, Chủ tịch Ủy ban nhân dân tỉnh,
phát biểu tại Lễ khánh thành cầu Bến Đá.
""".replace("tỉnh,\nphát", "tỉnh, phát")
WHO = "Ai chủ trì Hội nghị Trồng rừng lần thứ 5?"
BRIDGE = "Ai phát biểu tại Lễ khánh thành cầu Bến Đá?"


class Process:
    """A running `aidu telegram`."""

    def __init__(self, api: LoopbackApi, folder: Path) -> None:
        self.api = api
        self.corpus = folder / "reports"
        self.corpus.mkdir()
        (self.corpus / "rung.txt").write_text(FIRST, encoding="utf-8")
        self._folder = folder
        self._process: asyncio.subprocess.Process | None = None

    async def start(self, *options: str, **variables: str) -> None:
        environment = os.environ | {
            "AIDU_TELEGRAM_TOKEN": TOKEN,
            "AIDU_TELEGRAM_API": self.api.url,
            "AIDU_DATA_DIR": str(self._folder / "data"),
            "AIDU_POLL_TIMEOUT_S": "1",
            "AIDU_START_PATIENCE_S": "30",
            "AIDU_RETRY_FIRST_S": "0.05",
            "PYTHONWARNINGS": "error",
        }
        self._process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "telegram", "--corpus", str(self.corpus), *options),
            cwd=ROOT,
            env=environment | variables,
            stderr=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
        )

    def send(self, number: signal.Signals) -> None:
        assert self._process is not None
        self._process.send_signal(number)

    async def ended(self) -> tuple[int, str]:
        """Wait for the end; returns the exit status and all that was printed."""
        assert self._process is not None
        out, err = await asyncio.wait_for(self._process.communicate(), START_S)
        assert self._process.returncode is not None
        text = (out + err).decode()
        assert TOKEN.partition(":")[2] not in text
        assert "Traceback" not in text
        status, self._process = self._process.returncode, None
        return status, text

    async def close(self) -> None:
        if self._process:
            if self._process.returncode is None:
                self._process.kill()
            out, err = await self._process.communicate()
            print((out + err).decode())  # shown when the test failed
            self._process = None


@pytest.fixture
async def process(api: LoopbackApi, tmp_path: Path) -> AsyncIterator[Process]:
    running = Process(api, tmp_path)
    yield running
    await running.close()


async def test_killed_over_a_question_it_answers_after_the_restart_and_stops_in_good_order(
    process: Process, api: LoopbackApi
) -> None:
    api.fail("sendMessage", *[HTML_502] * 1000)
    await process.start()
    asked = api.message(ANNA, WHO)
    api.push("message", asked)
    await api.until(lambda: len(api.faults["sendMessage"]) < 1000, timeout_s=START_S)
    await api.until(lambda: not api.waiting)  # Telegram was told that the question had arrived
    process.send(signal.SIGKILL)
    await process.close()
    assert not api.of("sendMessage")
    api.faults["sendMessage"].clear()
    await process.start(AIDU_LOG_LEVEL="debug")
    [answer] = await api.calls_of("sendMessage", timeout_s=START_S)
    assert answer["reply_parameters"]["message_id"] == asked["message_id"]
    assert answer.text.startswith("Lê Thị Mai Anh")
    assert "Chủ tịch Hội Lâm nghiệp" in answer.text
    assert "Lê Thị Mai Anh" in answer.marked("expandable_blockquote")[0]
    api.push("message", api.message(ANNA, "Hội nghị đó diễn ra khi nào?"))
    await api.until(lambda: not api.waiting)  # the question was received
    process.send(signal.SIGTERM)
    status, text = await process.ended()
    assert status == 0
    assert "Bot @aidu_test_bot đã chạy (polling)" in text
    assert "can_read_all_group_messages" in text or "privacy mode" in text
    assert "Trả lời tiếp 1 câu còn dở" in text
    assert "Bot đã dừng." in text
    assert len(api.of("sendMessage")) == 2


async def test_a_webhook_from_the_command_line(process: Process, api: LoopbackApi) -> None:
    port = free_port()
    await process.start("--webhook-url", "https://bot.example.vn/a", "--port", str(port), "--url-path", "b")
    await api.calls_of("setMyCommands", 6, timeout_s=START_S)
    update = {"update_id": 1, "message": api.message(ANNA, WHO)}
    assert await api.deliver(update, url=f"http://127.0.0.1:{port}/b", secret="wrong") == 403
    assert await api.deliver(update, url=f"http://127.0.0.1:{port}/b") == 200
    await api.calls_of("sendMessage")
    process.send(signal.SIGTERM)
    assert (await process.ended())[0] == 0


async def test_changed_files_are_picked_up_without_a_pause(process: Process, api: LoopbackApi) -> None:
    await process.start("--reload", AIDU_RELOAD_INTERVAL_S="0.2")
    api.push("message", api.message(ANNA, BRIDGE))
    [before] = await api.calls_of("sendMessage", timeout_s=START_S)
    assert "Đỗ Quang Huy" not in before.text
    (process.corpus / "cau.txt").write_text(SECOND, encoding="utf-8")
    person = 100
    latest = time.monotonic() + START_S  # another process starts and reads
    while True:  # somebody asks all the time, and is always answered
        person += 1
        assert time.monotonic() < latest
        api.push("message", api.message(private(person), WHO))
        api.push("message", api.message(private(person), BRIDGE))
        await api.until(lambda person=person: len(api.answers(person)) == 2, timeout_s=START_S)
        first, second = sorted(api.answers(person), key=lambda call: "Mai Anh" not in call.text)
        assert first.text.startswith("Lê Thị Mai Anh")
        if "Đỗ Quang Huy" in second.text:
            break
        await asyncio.sleep(0.8)
    process.send(signal.SIGTERM)
    status, text = await process.ended()
    assert status == 0
    assert "Đã đọc lại tin bài: 2 tài liệu" in text


@pytest.mark.parametrize(
    ("options", "variables", "said"),
    [
        ((), {"AIDU_TELEGRAM_TOKEN": ""}, "chưa có mã của bot"),
        ((), {"AIDU_TELEGRAM_TOKEN": "123"}, "sai dạng"),
        ((), {}, "không nối được máy chủ"),
        (("--corpus", "/khong/co"), {}, "/khong/co"),
        (("--port", "x", "--webhook-url", "https://a.vn"), {}, "--port"),
        (("--unix-socket", "/tmp/x"), {}, "--unix-socket"),
    ],
)
def test_what_cannot_run_says_so_in_one_line(
    options: tuple[str, ...],
    variables: dict[str, str],
    said: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    given = {"AIDU_TELEGRAM_TOKEN": TOKEN, "AIDU_TELEGRAM_API": "http://127.0.0.1:1", "AIDU_START_PATIENCE_S": "0.1"}
    for name, value in (given | variables).items():
        monkeypatch.setenv(name, value)
    assert main(["telegram", *options]) == 2
    captured = capsys.readouterr()
    [line] = captured.err.splitlines()
    assert line.startswith("Lỗi: ")
    assert said in line
    assert captured.out == ""
