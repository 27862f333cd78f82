"""Load test of the Telegram bot: 200 people ask 5 questions each, on loopback.

    python tests/benchmarks/bench_telegram.py [--users 200] [--questions 5] [--corpus PATH] [--at-once] [--webhook]

`aidu telegram` runs as a process of its own against the tests' Bot API server. Every person asks the next question
when the last one was answered (--at-once: all questions are there from the start). Telegram's limit of 30 messages a
second is switched off, or one would measure that (--limits keeps it). Checked: no question lost, none answered twice,
none answered by an apology.
Printed: the machine, throughput, and the time from update to answer (median, 95th percentile).
"""

from __future__ import annotations

import argparse
import asyncio
import os
import platform
import socket
import statistics
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path.append(str(ROOT / "tests" / "bot" / "telegram"))

from loopback_api import TOKEN, Call, LoopbackApi  # noqa: E402
from telegram_rules import private  # noqa: E402

QUESTIONS = (
    "Ai chủ trì Hội nghị Ngoại giao lần thứ 32?",
    "Hội nghị Ngoại giao lần thứ 32 diễn ra khi nào?",
    "Hội nghị đó diễn ra ở đâu?",
    "Ai dự Hội nghị đối ngoại toàn quốc?",
    "Giá vàng hôm nay bao nhiêu?",
)


class Crowd:
    """People who ask, and how long each answer took."""

    def __init__(self, api: LoopbackApi, send: Any) -> None:
        self._api = api
        self._send = send
        self._asked: dict[tuple[int, int], float] = {}
        self._waiting: dict[tuple[int, int], asyncio.Event] = {}
        self.answers: Counter[tuple[int, int]] = Counter()
        self.took_s: list[float] = []
        self.failed = 0
        api.on_call = self._see

    async def ask(self, person: int, questions: list[str], at_once: bool) -> None:
        """Ask one after the other, or all of them at once."""
        if at_once:
            await asyncio.gather(*(self._ask(person, question) for question in questions))
            return
        for question in questions:
            await self._ask(person, question)

    async def _ask(self, person: int, question: str) -> None:
        message = self._api.message(private(person), question)
        key = person, message["message_id"]
        self._waiting[key] = asyncio.Event()
        self._asked[key] = time.perf_counter()
        await self._send(message)
        await asyncio.wait_for(self._waiting[key].wait(), 120)

    def _see(self, call: Call) -> None:
        if call.method != "sendMessage" or not call.get("reply_parameters"):
            return
        key = call["chat_id"], call["reply_parameters"]["message_id"]
        self.answers[key] += 1
        self.failed += not call.labels  # an apology has no buttons
        if self.answers[key] == 1:
            self.took_s.append(time.perf_counter() - self._asked[key])
            self._waiting[key].set()

    @property
    def lost(self) -> int:
        return len(self._asked) - len(self.answers)

    @property
    def twice(self) -> int:
        return sum(count > 1 for count in self.answers.values())


async def measure(arguments: argparse.Namespace) -> int:
    api = LoopbackApi()
    await api.start()
    with tempfile.TemporaryDirectory() as folder:
        options = ["--corpus", str(arguments.corpus)]
        port = 0
        if arguments.webhook:
            with socket.socket() as probe:
                probe.bind(("127.0.0.1", 0))
                port = probe.getsockname()[1]
            options += ["--webhook-url", "https://bench.example.vn/", "--port", str(port)]
        environment = os.environ | {
            "AIDU_TELEGRAM_TOKEN": TOKEN,
            "AIDU_TELEGRAM_API": api.url,
            "AIDU_DATA_DIR": folder,
            "AIDU_LOG_LEVEL": "warning",
        }
        if not arguments.limits:
            environment |= {"AIDU_MESSAGES_PER_SECOND": "0", "AIDU_GROUP_MESSAGES_PER_MINUTE": "0"}
        bot = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "telegram", *options), cwd=ROOT, env=environment
        )
        try:
            await api.calls_of("setMyCommands", 6, timeout_s=600)

            async def push(message: dict[str, Any]) -> None:
                api.push("message", message)

            async def deliver(message: dict[str, Any]) -> None:
                update = api.new_update("message", message)
                status = await api.deliver(update, url=f"http://127.0.0.1:{port}/")
                if status != 200:
                    raise RuntimeError(f"the webhook answered {status}")

            crowd = Crowd(api, deliver if arguments.webhook else push)
            people = range(1000, 1000 + arguments.users)
            started = time.perf_counter()
            await asyncio.gather(
                *(crowd.ask(person, _questions(person, arguments.questions), arguments.at_once) for person in people)
            )
            elapsed_s = time.perf_counter() - started
            await api.settled(1.0)  # were there more answers than questions?
        finally:
            bot.terminate()
            status = await bot.wait()
    await api.stop()
    count = len(crowd.took_s)
    took_ms = [1000 * took for took in crowd.took_s]
    p95 = statistics.quantiles(took_ms, n=20)[-1]
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    way = "webhook" if arguments.webhook else "long polling"
    print(
        f"{arguments.users} people, {arguments.questions} questions each, {way}: {count} answers in {elapsed_s:.1f} s"
    )
    print(f"throughput {count / elapsed_s:.0f} answers/s")
    print(f"update to answer: p50 {statistics.median(took_ms):.0f} ms, p95 {p95:.0f} ms")
    print(f"lost {crowd.lost}, answered twice {crowd.twice}, failed {crowd.failed}, exit status of the bot {status}")
    return 1 if crowd.lost or crowd.twice or crowd.failed or status else 0


def _questions(person: int, count: int) -> list[str]:
    return [QUESTIONS[(person + number) % len(QUESTIONS)] for number in range(count)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--users", type=int, default=200)
    parser.add_argument("--questions", type=int, default=5)
    parser.add_argument("--corpus", type=Path, default=ROOT / "corpus")
    parser.add_argument("--at-once", action="store_true")
    parser.add_argument("--webhook", action="store_true")
    parser.add_argument("--limits", action="store_true")
    return asyncio.run(measure(parser.parse_args()))


if __name__ == "__main__":
    sys.exit(main())
